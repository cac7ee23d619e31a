"""A WARC file, as web archives and crawlers write it ─► one document for each page in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from overstay.papers.draft import Draft, UnreadableError, one_line
from overstay.papers.limits import MEGABYTE, RECORD_BYTES, RECORDS
from overstay.papers.plain import decode, set_text
from overstay.papers.stated import address_of, day_of
from overstay.papers.webpage import read_page

_PAGES = ("text/html", "application/xhtml+xml")
_STEP = 1 << 16


def read_records(path: Path, first: int) -> Iterator[tuple[int, Draft | str | None]]:
    """Pages and plain texts among the records from `first` on (counted from 1, all records).

    Each comes as (number, None) when it is begun and as (number, Draft) when it was read; (number, text) says what was
    not read and why. Errors of servers, pictures, scripts and requests are passed over.
    """
    number = read = 0
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                number += 1
                if number < first:
                    continue
                kind, charset = _type(record)
                if kind == "application/pdf":
                    yield number, f"record {number:,} is a PDF, which was not read; save it as a file of its own"
                if kind not in (*_PAGES, "text/plain"):
                    continue
                yield number, None
                read += 1
                if read > RECORDS:
                    raise UnreadableError(f"holds more than {RECORDS:,} pages, the most that are read; split it")
                try:
                    draft = _draft(record, kind, charset)
                except UnreadableError as error:
                    yield number, f"record {number:,} {error}"
                    continue
                draft.part = str(number)
                draft.front["offset"] = str(records.get_record_offset())
                yield number, draft
        except (ArchiveLoadFailed, EOFError) as error:
            if not number:
                raise UnreadableError(f"is no WARC file that can be read: {one_line(error, 200)}") from error
            yield number + 1, f"breaks off after record {number:,}: {one_line(error, 200)}"


def _type(record: ArcWarcRecord) -> tuple[str, str]:
    """Content type and charset of a page that was fetched and given; "" for every other record."""
    if record.rec_type == "response" and record.http_headers is not None:
        if not record.http_headers.get_statuscode().startswith("2"):
            return "", ""
        header = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type == "resource":
        header = record.rec_headers.get_header("Content-Type") or ""
    else:
        return "", ""
    kind, _, rest = header.partition(";")
    _, _, charset = rest.partition("charset=")
    return kind.strip().lower(), charset.split(";")[0].strip(" \"'").lower()


def _draft(record: ArcWarcRecord, kind: str, charset: str) -> Draft:
    content = _content(record)
    if kind in _PAGES:
        draft = read_page(content, declared=charset, kind="warc")
    else:
        text, notes = decode(content, charset)
        draft = Draft("warc", notes=[(0, note) for note in notes])
        set_text(draft, text)
    headers = record.rec_headers
    fetched = one_line(headers.get_header("WARC-Date") or "", 100)
    draft.address = address_of(headers.get_header("WARC-Target-URI") or "") or draft.address
    draft.captured = day_of(fetched)
    draft.front |= {"record": one_line(headers.get_header("WARC-Record-ID") or "", 200), "captured_at": fetched}
    return draft


def _content(record: ArcWarcRecord) -> bytes:
    """The body without its transfer and content encoding, as far as the limit."""
    stream, parts, size = record.content_stream(), [], 0
    while piece := stream.read(_STEP):
        size += len(piece)
        if size > RECORD_BYTES:
            raise UnreadableError(f"unpacks to more than {RECORD_BYTES // MEGABYTE} MB, the most that is read")
        parts.append(piece)
    return b"".join(parts)

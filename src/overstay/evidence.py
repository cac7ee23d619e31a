"""evidence.csv: the words on which a row of the case rests, tied to their characters, and whether they still stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from overstay.case import Case
from overstay.checks import check_path
from overstay.documents import Document, read_document, read_documents
from overstay.entries import Row, append_rows, row_dicts
from overstay.errors import DocumentError, NotFoundError, OptionError, Problem, shorten
from overstay.intake import read_table
from overstay.tables import REVIEW_TABLES, TABLES

EVIDENCE = REVIEW_TABLES[1]
AROUND = 32  # characters before and after a quote, by which it is found again where the document has changed
_PLACES = 3  # that a message names


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of evidence.csv: characters `start` to `end` of a document's text, on which the row `row_id` rests.

    `prefix` and `suffix` are up to 32 characters around them, of the same page. `page` counts from 1; None = no PDF.
    """

    row_id: str
    candidate_id: str
    document: str
    sha256: str
    page: int | None
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    def row(self) -> Row:
        """The cells of its row."""
        return {column.name: _cell(getattr(self, column.name)) for column in EVIDENCE.columns}


def mark(document: Document, row_id: str, start: int, end: int, *, candidate_id: str = "") -> Evidence:
    """The evidence that characters `start` to `end` of a document are."""
    page, low, high = _page(document, start, end)
    text = document.text
    prefix, suffix = text[max(low, start - AROUND) : start], text[end : min(high, end + AROUND)]
    quote = text[start:end]
    return Evidence(row_id, candidate_id, document.name, document.sha256, page, start, end, quote, prefix, suffix)


def attach(case: Case, row_id: str, document: str, quote: str, *, start: int | None = None) -> Evidence:
    """Find a quote in a document of the case and note it in evidence.csv as what a statement or observation rests on.

    Blanks and line breaks in the quote stand for any others. Where it stands several times, `start` says which is
    meant. A quote that is noted already is not noted twice. NotFoundError for an unknown row or document, and for words
    that do not stand there; OptionError where they stand several times; DocumentError where it cannot be read.
    """
    if not any(row_id in _ids(case.folder, table) for table in (4, 5)):
        raise NotFoundError(f"{shorten(row_id)}: neither statements.csv nor observations.csv has this id")
    read = _Documents(case.folder)[document]
    places = [place for place in find_quote(read.text, quote) if start is None or place[0] == start]
    if not places:
        at = "" if start is None else f" at {start}"
        raise NotFoundError(
            f"{document}: the words {shorten(quote)!r} do not stand there{at}; copy them from the document"
        )
    if len(places) > 1:
        listed = "; ".join(f"start={low}, {_around(read, low, high)}" for low, high in places[:_PLACES])
        raise OptionError(
            f"{document}: the words {shorten(quote)!r} stand there {len(places):,} times; quote more, or "
            f"pass one of: {listed}"
        )
    found = mark(read, row_id, *places[0])
    if not any((e.row_id, e.sha256, e.document, e.start, e.end) == _key(found) for _, e in read_evidence(case.folder)):
        append_rows(case.folder, {EVIDENCE: [found.row()]})
    return found


def _key(e: Evidence) -> tuple[str, str, str, int, int]:
    return e.row_id, e.sha256, e.document, e.start, e.end


def read_evidence(folder: Path) -> Iterator[tuple[int, Evidence]]:
    """The rows of evidence.csv as it is now, each with its line; those that cannot be read are left to `open_case`."""
    for line, row in row_dicts(read_table(folder, EVIDENCE)):
        numbers = [row[name] for name in ("page", "start", "end")]
        if all(re.fullmatch(r"[0-9]{1,15}", text) for text in numbers if text) and numbers[1] and numbers[2]:
            page, start, end = (int(text) if text else None for text in numbers)
            texts = {name: row[name] for name in ("row_id", "candidate_id", "document", "sha256")}
            around = {name: row[name] for name in ("quote", "prefix", "suffix")}
            yield line, Evidence(**texts, page=page, start=start or 0, end=end or 0, **around)


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Where the words of a quote stand in a text, whatever blanks and line breaks lie between them."""
    words = quote.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    return [found.span() for found in re.finditer(pattern, text)]


def check_evidence(case: Case) -> tuple[Problem, ...]:
    """Every quote in evidence.csv that does not stand at its place, or whose document has changed or is gone.

    Reads each document that the rows name. A problem says what to write instead where that can be known.
    """
    documents = _Documents(case.folder)
    problems: list[Problem] = []
    for line, row in read_evidence(case.folder):
        try:
            document = documents[row.document]
        except (DocumentError, NotFoundError) as error:
            reason = str(error).removeprefix(f"{row.document}: ")
            problems.append(Problem(EVIDENCE.file, line, "document", row.document, reason))
            continue
        problems += [Problem(EVIDENCE.file, line, *fault) for fault in _faults(document, row)]
    return tuple(problems)


def _faults(document: Document, row: Evidence) -> Iterator[tuple[str, str, str]]:
    """(column, value, reason) of each thing that does not hold."""
    stands = bool(row.quote) and document.text[row.start : row.end] == row.quote
    where = "the quote still stands at its place" if stands else _elsewhere(document, row)
    if document.sha256 != row.sha256:
        yield (
            "sha256",
            row.sha256,
            f"is not that of the document, which has changed: it is {document.sha256} now; {where}",
        )
    elif not stands:
        yield "quote", row.quote, f"does not stand at {row.start}:{row.end} of {row.document}; {where}"
    else:
        there = mark(document, row.row_id, row.start, row.end)
        for name in ("prefix", "suffix", "page"):
            if (own := getattr(there, name)) != (written := getattr(row, name)):
                yield name, _cell(written), f"is not what stands there; it is {_cell(own)!r}"


def _elsewhere(document: Document, row: Evidence) -> str:
    places = find_quote(document.text, row.quote)
    best = [(low, high) for low, high in places if _fits(document.text, row, low, high)] or places
    if not best:
        return "the quote is not found in it; read it again, and remove the row or put the old file back"
    low, high = best[0]
    more = f" (and at {len(places) - 1:,} other place{'' if len(places) == 2 else 's'})" if len(places) > 1 else ""
    return f"the quote is now at {low}:{high}{more}; if it says the same, write this place and the new SHA-256"


def _fits(text: str, row: Evidence, low: int, high: int) -> bool:
    return text[:low].endswith(row.prefix) and text.startswith(row.suffix, high)


def _page(document: Document, start: int, end: int) -> tuple[int | None, int, int]:
    """The page on which a quote begins, and the stretch of text from which its surroundings are taken."""
    passage = document.passage_at(start)
    if passage is None or passage.page is None:
        return None, 0, len(document.text)
    return passage.page, passage.start, passage.end if end <= passage.end else len(document.text)


def _around(document: Document, low: int, high: int) -> str:
    page, *_ = _page(document, low, high)
    words = " ".join(document.text[max(0, low - AROUND) : high + AROUND].split())
    return f"{f'page {page}, ' if page else ''}…{shorten(words, 100)}…"


def _ids(folder: Path, table: int) -> set[str]:
    intake = read_table(folder, TABLES[table])
    return {row[intake.table.key] for _, row in row_dicts(intake)}


def _cell(value: str | int | None) -> str:
    return "" if value is None else str(value)


class _Documents(dict[str, Document]):
    """Documents of a case by name, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._records: Mapping[str, Document] | None = None

    def __missing__(self, name: str) -> Document:
        record = name.rpartition("#")[0]  # one document of a web archive, which holds many
        archive = record and not (self.folder / name).exists()
        try:
            path = check_path(self.folder, record if archive else name)
        except ValueError as error:
            raise NotFoundError(f"{shorten(name)}: {error}") from error
        if not archive:
            self[name] = read_document(path, folder=self.folder)
        else:
            if self._records is None:
                self._records = {document.name: document for document in read_documents(self.folder)[0]}
            if name not in self._records:
                raise NotFoundError(f"{name}: the file holds no such record")
            self[name] = self._records[name]
        return self[name]

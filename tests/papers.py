"""Small papers of invented companies for the tests: PDFs, scans, web archives, and the folder of a case."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from overstay.documents import Document


def put(folder: Path, name: str, content: bytes | str) -> Path:
    """Write a file, and the folders that it needs."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def paper(
    *pages: Sequence[str] | Image.Image | tuple[Image.Image, str], password: str | None = None, **about: str
) -> bytes:
    """A PDF: a page is its lines, a picture, or a picture with a stamp of text at its foot."""
    buffer = io.BytesIO()
    lock = StandardEncryption(password, strength=128) if password is not None else None
    made = canvas.Canvas(buffer, pagesize=(595, 842), invariant=1, encrypt=lock)
    made.setTitle(about.get("title", ""))
    made.setAuthor(about.get("author", ""))
    for page in pages:
        if isinstance(page, tuple | Image.Image):
            picture, stamp = page if isinstance(page, tuple) else (page, "")
            made.drawInlineImage(picture, 0, 0, 595, 842)
            made.drawString(72, 20, stamp)
        else:
            for row, line in enumerate(page):
                made.drawString(72, 780 - 16 * row, line)
        made.showPage()
    made.save()
    return buffer.getvalue()


def scan(*lines: str) -> Image.Image:
    """A page as a scanner gives it: a picture, and no text."""
    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(34)
    for row, line in enumerate(lines):
        ImageDraw.Draw(picture).text((120, 150 + 60 * row), line, font=font, fill=0)
    return picture


def archive(*records: tuple[str, str, str, bytes], gzip: bool = True, **headers: str) -> bytes:
    """A WARC file: records of (type, address, content type or status line, body)."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    for number, (what, address, kind, body) in enumerate(records, 1):
        warc_headers = {
            "WARC-Date": "2018-12-19T02:30:00Z",
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>",
        }
        http = None
        options: dict[str, Any] = {"warc_headers_dict": warc_headers}
        if what in ("response", "request"):
            status, _, kind = kind.rpartition(";;")
            fields = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
            http = StatusAndHeaders(status or "200 OK", fields, protocol="HTTP/1.1")
        else:
            options["warc_content_type"] = kind
        record = writer.create_warc_record(address, what, payload=io.BytesIO(body), http_headers=http, **options)
        writer.write_record(record)
    return buffer.getvalue()


def blocks(document: Document) -> list[str]:
    """The text of each passage."""
    return [passage.text for passage in document.passages]


def reasons(found: Document | Iterable[Any]) -> list[str]:
    """What is said to be wrong."""
    problems = found.problems if isinstance(found, Document) else found
    return [str(problem) for problem in problems]

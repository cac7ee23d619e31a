"""A PDF ─► its pages, one after the other, by PDFium. Belongs in the process apart: PDFium is C++."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from overstay.papers.draft import UnreadableError, one_line
from overstay.papers.limits import PAGE_CHARACTERS, PAGES

Draw = Callable[[pypdfium2.PdfPage], dict[str, Any]]  # reads a page from its picture
_STAMP = 120  # characters: a page that is a picture with no more text on it than this was scanned
_OBJECTS = 500  # of a page, that are looked at for a picture
_LINE_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?")  # PDFium sets this where a hyphen ends a line, and joins the lines


def open_pdf(path: Path) -> pypdfium2.PdfDocument:
    """The open PDF. UnreadableError for one that is encrypted, damaged, or has too many pages."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnreadableError(
                "is encrypted and opens only with its password; save a copy without (qpdf --decrypt, or print to PDF)"
            ) from error
        raise UnreadableError(
            "is damaged, or no PDF: PDFium cannot open it; try a repaired copy (qpdf in.pdf out.pdf)"
        ) from error
    if len(pdf) > PAGES:
        raise UnreadableError(f"has {len(pdf):,} pages; {PAGES:,} are the most that are read; split it")
    return pdf


def about(pdf: pypdfium2.PdfDocument) -> dict[str, Any]:
    """Title and number of pages. The day on which the file was made is no day of publication: it is only noted."""
    front = {"pages": str(len(pdf))}
    for key in ("Author", "CreationDate"):
        if value := one_line(pdf.get_metadata_value(key)):
            front[key.lower()] = value
    return {"title": one_line(pdf.get_metadata_value("Title")), "front": front}


def pages(
    pdf: pypdfium2.PdfDocument, first: int, ready: Callable[[int], None], draw: Draw | None
) -> Iterator[dict[str, Any]]:
    """Each page from `first` (counted from 1): its text, and whether it has to be read from its picture.

    `ready` is told of each page before it is opened. `draw` reads the picture of a page; None where it cannot be read.
    """
    for number in range(first, len(pdf) + 1):
        ready(number)
        try:
            page = pdf[number - 1]
        except pypdfium2.PdfiumError:
            yield {"page": number, "text": "", "note": "cannot be opened: the file is damaged there"}
            continue
        yield {"page": number} | _read(page, draw)
        page.close()


def _read(page: pypdfium2.PdfPage, draw: Draw | None) -> dict[str, Any]:
    try:
        layer = page.get_textpage()
        count = layer.count_chars()
        text = layer.get_text_range(0, min(count, PAGE_CHARACTERS)) if count > 0 else ""
        layer.close()
    except pypdfium2.PdfiumError:
        return {"text": "", "note": "has text that cannot be read: the file is damaged there"}
    text = _LINE_HYPHEN.sub("-\n", text)
    if len(text) <= _STAMP and _is_picture(page, bool(text.strip())):
        return {"text": text, "scan": True} | ({"read": draw(page)} if draw else {})
    note = f"holds more than {PAGE_CHARACTERS:,} characters; the rest was left out" if count > PAGE_CHARACTERS else ""
    return {"text": text, "note": note}


def _is_picture(page: pypdfium2.PdfPage, stamped: bool) -> bool:
    """Whether a page shows more than its text: any drawing where there is no text, else a picture on half of it."""
    width, height = page.get_size()
    for thing in islice(page.get_objects(max_depth=3), _OBJECTS):
        if not stamped:
            if thing.type in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
                return True
        elif thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            if (right - left) * (top - bottom) >= 0.5 * width * height:
                return True
    return False

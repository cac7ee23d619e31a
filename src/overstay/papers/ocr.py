"""Reads the picture of a page with Tesseract, where the extra `ocr` and the program are installed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2

from overstay.papers.limits import OCR_DPI, OCR_PIXELS, OCR_SECONDS

_HOW = "--psm 4"  # one column of text of different sizes: the default mixes up the order of reading


def installed() -> bool:
    """Whether pages can be read from their pictures here."""
    return bool(find_spec("pytesseract") and find_spec("PIL") and shutil.which("tesseract"))


def reader() -> Callable[[pypdfium2.PdfPage], dict[str, Any]] | None:
    """What reads a page from its picture; None where that is not installed."""
    return read_picture if installed() else None


def read_picture(page: pypdfium2.PdfPage) -> dict[str, Any]:
    """`text` as Tesseract reads it at OCR_DPI dots an inch, or `why` it could not be read."""
    import pytesseract

    width, height = page.get_size()
    scale = OCR_DPI / 72
    if width * height * scale * scale > OCR_PIXELS:
        scale = (OCR_PIXELS / (width * height)) ** 0.5
    try:
        bitmap = page.render(scale=scale, grayscale=True)
        with tempfile.NamedTemporaryFile(suffix=".pgm") as file:
            path = Path(file.name)
            _write(bitmap, path)
            config = f"{_HOW} --dpi {max(70, round(72 * scale))}"
            return {"text": pytesseract.image_to_string(str(path), config=config, timeout=OCR_SECONDS)}
    except RuntimeError:  # Tesseract's own errors are of this class, too, and so is its time-out
        return {"why": "Tesseract could not read it"}


def _write(bitmap: pypdfium2.PdfBitmap, path: Path) -> None:
    """The grey picture as PGM: a header, then the rows without their padding."""
    rows = memoryview(bitmap.buffer).cast("B")
    with path.open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height))
        for row in range(bitmap.height):
            file.write(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width])

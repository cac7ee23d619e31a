"""A sheet of an XLSX workbook ─► frames of its rows as text, row by row, whatever its size or damage.

openpyxl reads the workbook's parts, number formats and cells. Its own walk over the rows is not used: it pads gaps
between row numbers, passes over rows whose number stands twice, and believes the size that the file claims to have.
"""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import Element

import pandas as pd
from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE, STRIP_RE
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from overstay.logcsv import frame_names, wanted
from overstay.logframes import Batches, Rows
from overstay.loglines import shown
from overstay.logvalues import BadCell, add_row, as_text

_ROWS, _COLUMNS = 1_048_576, 16_384  # of a sheet, in every program that writes them
_MOST_SHEET, _MOST_PART, _MOST_ROW = 2 << 30, 256 << 20, 64 << 20  # unpacked bytes of a sheet, another part, a row
_AT_ONCE = 1_000  # rows
_OLE = b"\xd0\xcf\x11\xe0"
_DATA, _ROW, _FORMULA = (f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("sheetData", "row", "f"))


def xlsx_batches(
    path: Path,
    *,
    sheet: str | None,
    columns: Sequence[str],
    size: int = 100_000,
    names: Sequence[str] | None = None,
) -> Batches:
    """Every row of one sheet, in frames of at most `size` rows: line, raw, fault and the wanted columns as text.

    `line` is the row's number in the sheet; the first row that is not empty is the header. `raw` = all cells joined
    by " | ", cut at 2,000 characters. `sheet` None means the first one. A cell with an error, or with a formula that
    was never calculated, in a wanted column is a fault of its row. Raises LookupError for a sheet or a column that is
    not there, with the names there are, and ValueError, on the call or later, for a file that cannot be read.
    """
    names = frame_names(columns, names)
    batches = Batches()
    found = Sheet(path, sheet)
    try:
        header, batches.blank = found.header()
        positions = dict(zip(names, wanted(header, columns), strict=True))
    except BaseException:
        found.close()
        raise
    batches.header_lines = 1
    batches.frames = _frames(found, positions, Rows(names, size), batches)
    return batches


def _frames(sheet: Sheet, positions: dict[str, int], rows: Rows, batches: Batches) -> Iterator[pd.DataFrame]:
    try:
        while found := sheet.some(_AT_ONCE):
            for line, values in found:
                add_row(rows, batches, line, values, positions)
            yield from rows.full()
        yield from rows.rest()
    finally:
        sheet.close()


class Sheet:
    """One sheet of an open workbook, read from its beginning to its end, once."""

    def __init__(self, path: Path, name: str | None) -> None:
        self._file = path.open("rb")
        try:
            if self._file.read(len(_OLE)) == _OLE:
                raise ValueError("is an old .xls workbook, or one with a password; save it as .xlsx without a password")
            _check(self._file)
            with _told():
                self.workbook: Any = load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
            self._rows = self._read(_chosen(self.workbook.worksheets, name))
        except BaseException:
            self._file.close()
            raise
        self._width = 0  # columns up to the last one of the header

    def header(self) -> tuple[list[str], int]:
        """The names in the first row that is not empty, and the number of empty rows before it."""
        blank = 0
        while found := self.some(1):
            names = [as_text(value) or "" for value in found[0][1]]
            if any(names):
                self._width = len(names)
                return names, blank
            blank += 1
        raise LookupError("has no header; its first row must name the columns")

    def some(self, count: int) -> list[tuple[int, list[object]]]:
        """The next rows, each with its number; none at the end."""
        with _told():
            return list(islice(self._rows, count))

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
        self._file.close()

    def _read(self, sheet: Any) -> Generator[tuple[int, list[object]], None, None]:
        book = self.workbook
        parser = WorkSheetParser(
            None,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        days = _styles_of_days(book)
        with book._archive.open(sheet._worksheet_path) as part:
            source, data = _Portions(part), None
            for event, element in iterparse(source, events=("start", "end")):
                if element.tag == _DATA and event == "start":
                    data = element
                elif element.tag == _DATA:
                    return
                elif data is not None and element.tag == _ROW and event == "end":
                    number, cells = parser.parse_row(element)
                    if not 0 < number <= _ROWS:
                        raise ValueError(f"a row has the number {number}; a sheet has {_ROWS:,} rows")
                    yield number, self._values(list(element), cells, days)
                    data.clear()
                    source.since = 0
        if data is None:
            raise ValueError("the sheet has no rows; save it as an ordinary .xlsx, not as Strict Open XML")

    def _values(self, elements: list[Element], cells: list[dict[str, Any]], days: set[int]) -> list[object]:
        """The cells at their places; what stands to the right of the header follows without gaps."""
        last = max((cell["column"] for cell in cells), default=0)
        values: list[object] = [None] * min(last, self._width or _COLUMNS)
        for element, cell in zip(elements, cells, strict=True):
            if cell["column"] <= len(values):
                values[cell["column"] - 1] = _value(element, cell, days)
            else:
                values.append(_value(element, cell, days))
        return values


def _value(element: Element, cell: dict[str, Any], days: set[int]) -> object:
    value = cell["value"]
    if cell["data_type"] == "e":
        return BadCell(str(value), f"has the error {str(value)[:20]}")
    if value is None and element.find(_FORMULA) is not None and element.get("t") != "str":
        return BadCell(f"={element.findtext(_FORMULA)}", "has a formula that was never calculated")
    if isinstance(value, datetime.datetime) and cell["style_id"] in days and value.time() == datetime.time():
        return value.date()
    return value


def _styles_of_days(book: Any) -> set[int]:
    """The cell styles that show a date without a time: there, midnight is not a time of day that anybody wrote."""
    styles = set()
    for style in book._date_formats:
        number = book._cell_styles[style].numFmtId
        shown = BUILTIN_FORMATS.get(number) or book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE]
        if not set("hs") & set(STRIP_RE.sub("", shown.split(";")[0]).lower()):
            styles.add(style)
    return styles


def _chosen(sheets: list[Any], name: str | None) -> Any:
    if not sheets:
        raise LookupError("has no sheet")
    for sheet in sheets:
        if name in (None, sheet.title):
            return sheet
    raise LookupError(f"has no sheet {name!r}; it has {', '.join(repr(sheet.title) for sheet in sheets[:50])}")


def _check(file: IO[bytes]) -> None:
    """Raise ValueError for what is no workbook, and for parts so large that unpacking them is no reading any more."""
    with _told(), zipfile.ZipFile(file) as archive:
        for part in archive.infolist():
            most = _MOST_SHEET if "worksheets/" in part.filename else _MOST_PART
            if part.file_size > most:
                raise ValueError(f"its part {shown(part.filename)} takes {part.file_size:,} bytes; {most:,} are read")


class _Portions:
    """A part of the workbook for the XML reader, which would hold a row of any size in memory."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self.since = part, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises ValueError where too many have come since the last row."""
        data = self._part.read(size)
        self.since += len(data)
        if self.since > _MOST_ROW:
            raise ValueError(f"a row takes more than {_MOST_ROW:,} bytes")
        return data


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong in reading a hostile file can be any error; it becomes a ValueError with a sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that a log does not need
            yield
    except Exception as error:
        raise ValueError(f"is not an XLSX workbook that can be read to its end ({_first_line(error)})") from error


def _first_line(error: Exception) -> str:
    text = str(error.__cause__ or error).strip().partition("\n")[0]
    return shown(text)[:200] or type(error).__name__

"""One CSV or TSV file of any size and state ─► frames of its records, each with its line, and each fault with why.

Nothing is lost: every physical line is part of the header, of one record, of one fault, or blank, and counted as such.
Lines that are records each by itself are read in one go; the careful way is taken only where quotes go over lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pandas as pd

from overstay.logframes import Batches, Rows
from overstay.loglines import RAW, Block, TextFile, shown
from overstay.logrecords import Record, Records

_CHANGED = 3  # so many records of another width, up to the end of the file, and the columns have changed


def csv_header(path: Path, delimiter: str, encoding: str) -> list[str]:
    """The names in the header of a CSV file, in order. Raises LookupError where there is none that can be read."""
    return _header(TextFile(path, encoding), delimiter)[0]


def csv_batches(
    path: Path,
    *,
    columns: Sequence[str],
    delimiter: str,
    encoding: str,
    size: int = 100_000,
    names: Sequence[str] | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> Batches:
    """Every record of a CSV file that is not clean, in frames of at most `size` rows.

    Columns: `line` (physical line on which the record begins, the file's first line is 1), `raw` (its text, cut at
    2,000 characters), `fault` (missing, or why the record cannot be used), and one text column per wanted name, under
    that name or the one in `names`: surrounding blanks stripped, missing where empty or where there is a fault.
    Lines ascend, but for one row: the first of a run of another width comes when it is known where the run ends.
    Raises LookupError for a header without, or with two of, a wanted column, and for an unknown encoding; ValueError
    for a delimiter that cannot be one and for names that cannot stand beside one another in a table.
    """
    text = TextFile(path, encoding, on_bytes)
    header, blank, header_lines = _header(TextFile(path, encoding), delimiter)
    positions, rows = wanted(header, columns), Rows(frame_names(columns, names), size)
    reader = _Reader(text, Records(delimiter, len(header)), positions, rows, blank + header_lines)
    reader.batches.blank, reader.batches.header_lines = blank, header_lines
    return reader.batches


def wanted(header: Sequence[str], columns: Sequence[str], where: str = "header") -> list[int]:
    """Where the wanted columns stand in the header. Raises LookupError where one is missing or stands there twice."""
    there = ", ".join(repr(shown(name)) for name in header[:50])
    if missing := [name for name in dict.fromkeys(columns) if name not in header]:
        what = "column " if len(missing) == 1 else "columns "
        raise LookupError(f"has no {what}{', '.join(map(repr, missing))}; the {where} has {there}")
    if twice := [name for name in dict.fromkeys(columns) if header.count(name) > 1]:
        raise LookupError(f"has {', '.join(map(repr, twice))} twice in the {where}; the {where} has {there}")
    return [header.index(name) for name in dict.fromkeys(columns)]


def frame_names(columns: Sequence[str], names: Sequence[str] | None) -> list[str]:
    """The names of the wanted columns in a frame. Raises ValueError where the database could not tell two apart."""
    names = list(dict.fromkeys(columns)) if names is None else list(names)
    if len(names) != len(dict.fromkeys(columns)):
        raise ValueError("needs as many names as columns")
    folded = ["line", "raw", "fault", *(name.casefold() for name in names)]
    if twice := [name for name in names if folded.count(name.casefold()) > 1]:
        raise ValueError(f"cannot use the column name {twice[0]!r} in a table with line, raw and fault; give it a name")
    return names


class _Reader:
    """The state of reading one file: which line comes next, which lines wait, and whether the columns changed."""

    def __init__(self, text: TextFile, records: Records, positions: list[int], rows: Rows, before: int) -> None:
        self.text, self.records, self.positions, self.rows = text, records, positions, rows
        self.batches = Batches()
        self.before = before  # physical lines before those that wait
        self.waiting: list[str] = []
        self.other: tuple[int, int, str, int] | None = None  # width, line, raw, count of the run of another width
        self.batches.frames = self._frames(before)

    def _frames(self, skip: int) -> Iterator[pd.DataFrame]:
        clean = True
        for block in self.text.blocks():
            if isinstance(block, Block):
                lines, skip = block.lines[skip:], max(skip - len(block.lines), 0)
                clean = block.clean and (clean or not self.waiting)
                self._read(lines, clean, final=False)
            else:
                self._read([], clean, final=True)
                self._fault(self.before + 1, 1, block.head, block.fault)
                self.before += 1
            yield from self.rows.full()
        self._read([], clean, final=True)
        self._same_width(at_end=True)
        yield from self.rows.rest()

    def _read(self, lines: list[str], clean: bool, final: bool) -> None:
        if not self.waiting and self._each_by_itself(lines, clean):
            return
        lines = self.waiting + lines
        done = 0
        for record in self.records.one_by_one(lines, final):
            self._take(self.before + record.begin + 1, record, lines[record.begin : record.end], clean)
            done = record.end
        self.before += done
        self.waiting = lines[done:]

    def _each_by_itself(self, lines: list[str], clean: bool) -> bool:
        """Read the lines in one go, if no record among them goes over several. Whether that was so."""
        numbers: Sequence[int] = range(self.before + 1, self.before + 1 + len(lines))
        count = len(lines)
        if "" in lines or any(map(str.isspace, lines)):
            kept = [i for i, line in enumerate(lines) if not _blank(line, self.records.delimiter)]
            numbers, lines = [numbers[i] for i in kept], [lines[i] for i in kept]
        if (cells := self.records.at_once(lines)) is None:
            return False
        self.before += count
        self.batches.blank += count - len(lines)
        sound = [len(row) == self.records.width for row in cells]
        if not clean:
            sound = [good and self.text.fault(line) is None for good, line in zip(sound, lines, strict=True)]
        begin = 0
        for good, group in groupby(sound):
            end = begin + sum(1 for _ in group)
            if good:
                self._sound(numbers[begin:end], lines[begin:end], cells[begin:end])
            else:
                for i in range(begin, end):
                    self._take(numbers[i], Record(0, 1, cells[i]), [lines[i]], clean)
            begin = end
        return True

    def _sound(self, numbers: Sequence[int], lines: list[str], cells: list[list[str]]) -> None:
        self._same_width()
        columns = list(zip(*cells, strict=True))
        picked = [[cell.strip() or None for cell in columns[position]] for position in self.positions]
        raw = lines if max(map(len, lines)) <= RAW else [line[:RAW] for line in lines]
        self.rows.extend(numbers, raw, picked, 2 * sum(map(len, lines)))
        self.batches.records += len(lines)
        self.batches.record_lines += len(lines)

    def _take(self, line: int, record: Record, lines: list[str], clean: bool) -> None:
        cells, raw = record.cells, "\n".join(lines)
        if len(lines) == 1 and _blank(raw, self.records.delimiter):
            self.batches.blank += 1
        elif fault := (None if clean else self.text.fault(raw)) or record.fault:
            self._fault(line, len(lines), shown(raw), fault)
        elif len(cells) != self.records.width:
            self._other_width(line, raw, len(cells))
        else:
            self._same_width()
            self.rows.add(line, raw[:RAW], [cells[position].strip() or None for position in self.positions])
            self.batches.records += 1
            self.batches.record_lines += len(lines)

    def _fault(self, line: int, lines: int, raw: str, fault: str) -> None:
        self.rows.add(line, raw, None, fault)
        self.batches.faults += 1
        self.batches.fault_lines += lines

    def _other_width(self, line: int, raw: str, width: int) -> None:
        if self.other and self.other[0] == width:
            self._fault(line, 1, raw[:RAW], self._counted(width))
            self.other = (*self.other[:3], self.other[3] + 1)
        else:
            self._same_width()
            self.other = (width, line, raw[:RAW], 1)

    def _same_width(self, at_end: bool = False) -> None:
        """Give the first of a run of another width, which waited: only at its end it is known how far it goes."""
        if self.other:
            width, line, raw, count = self.other
            changed = f"; from here on lines have {_cells(width)}: the columns changed"
            self._fault(line, 1, raw, self._counted(width) + (changed if at_end and count >= _CHANGED else ""))
            self.other = None

    def _counted(self, width: int) -> str:
        return f"has {_cells(width)} where the header has {self.records.width}"


def _header(text: TextFile, delimiter: str) -> tuple[list[str], int, int]:
    """The names in the header, the blank lines before it, and the physical lines that it takes."""
    records, lines, blank = Records(delimiter, 0), list[str](), 0
    for block in text.blocks():
        if not isinstance(block, Block):
            raise LookupError(f"has no header that can be read: line {blank + len(lines) + 1} {block.fault}")
        begin = 0 if lines else next((i for i, line in enumerate(block.lines) if line.strip()), len(block.lines))
        blank += begin
        lines += block.lines[begin:]
        if found := records.one_by_one(lines, final=False):
            return _names(text, found[0], lines), blank, found[0].end
    if found := records.one_by_one(lines, final=True):
        return _names(text, found[0], lines), blank, found[0].end
    raise LookupError("has no header; its first line must name the columns")


def _names(text: TextFile, record: Record, lines: list[str]) -> list[str]:
    if fault := text.fault("\n".join(lines[: record.end])) or record.fault:
        raise LookupError(f"has no header that can be read: it {fault}")
    return [name.strip() for name in record.cells]


def _cells(width: int) -> str:
    return "1 cell" if width == 1 else f"{width:,} cells"


def _blank(line: str, delimiter: str) -> bool:
    return not line.strip() and delimiter not in line

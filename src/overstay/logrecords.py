"""Lines of a CSV file ─► its records, and a reason in place of the cells where a record is broken.

A quote that is never closed would swallow the rest of the file. So after a broken record reading starts again on the
next line, and a record that takes several lines counts as broken, too, when it has not as many cells as the header.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from overstay.loglines import LONGEST

_LINES = 1_000  # of one record
_CHARACTERS = 1_000_000  # of a record of several lines
_PATIENCE = 16_000_000  # characters read in vain behind open quotes; then a record may have few lines only
_FEW_LINES = 10
_OPEN = "is not CSV: a quote is not closed; close it, or write a quote inside a cell twice"


class Record(NamedTuple):
    """Lines `begin` up to `end` of a list of lines: the cells, or why they are none."""

    begin: int
    end: int
    cells: list[str]
    fault: str | None = None


class Records:
    """Lines ─► records, one by one. `width` = cells of the header, 0 where it is not known yet."""

    def __init__(self, delimiter: str, width: int) -> None:
        if len(delimiter) != 1 or delimiter in '"\r\n\0 ':
            raise ValueError(
                f"cannot have the delimiter {delimiter!r}; one character such as , or ; or a tab is needed"
            )
        self.delimiter, self.width = delimiter, width
        self._in_vain = 0

    def at_once(self, lines: list[str]) -> list[list[str]] | None:
        """The cells of all lines, if each line is a record by itself; none of them may be blank."""
        if not any('"' in line or "\r" in line for line in lines):
            return [line.split(self.delimiter) for line in lines]
        with _wide_cells():
            try:
                rows = list(csv.reader(lines, delimiter=self.delimiter, strict=True))
            except csv.Error:
                return None
        return rows if len(rows) == len(lines) else None

    def one_by_one(self, lines: list[str], final: bool) -> list[Record]:
        """The records of these lines. What may go on in lines that are not here yet is left out, unless `final`."""
        records: list[Record] = []
        begin, going = 0, True
        with _wide_cells():
            while going and begin < len(lines):
                going = self._until_broken(lines, begin, final, records)
                begin = records[-1].end if records else 0
        return records

    def _until_broken(self, lines: list[str], begin: int, final: bool, records: list[Record]) -> bool:
        """Add records up to the first that is broken, and that one. Whether there was one."""
        feed = _Feed(lines, begin, _LINES if self._in_vain < _PATIENCE else _FEW_LINES)
        reader = csv.reader(feed, delimiter=self.delimiter, strict=True)
        while True:
            begin = feed.next_record()
            try:
                cells = next(reader)
            except StopIteration:
                return False
            except csv.Error as error:
                if feed.starved and not final:
                    return False
                fault = _why(error, feed.at - begin > 1)
            else:
                if feed.at - begin == 1 or len(cells) == self.width or not self.width:
                    records.append(Record(begin, feed.at, cells))
                    continue
                fault = _OPEN
            self._in_vain += feed.characters
            records.append(Record(begin, begin + 1, [], fault))
            return True


class _Feed(Iterator[str]):
    """Lines for csv.reader, no more of them than one record may have."""

    def __init__(self, lines: list[str], at: int, most: int) -> None:
        self.lines, self.at, self.most = lines, at, most
        self.next_record()

    def next_record(self) -> int:
        self.begin, self.characters, self.starved = self.at, 0, False
        return self.begin

    def __next__(self) -> str:
        if self.at == len(self.lines):
            self.starved = True
            raise StopIteration
        line = self.lines[self.at]
        if self.at > self.begin and (self.at - self.begin >= self.most or self.characters + len(line) > _CHARACTERS):
            raise StopIteration
        self.at += 1
        self.characters += len(line)
        return line + "\n"


def _why(error: csv.Error, several: bool) -> str:
    said = str(error)
    if "unexpected end" in said or several:
        return _OPEN
    if "expected after" in said:
        return "is not CSV: a closing quote is followed by text; write a quote inside a cell twice"
    if "new-line" in said:
        return "is not CSV: a carriage return stands in the middle of the line; end lines with a line feed"
    return f"is not CSV ({said})"


@contextmanager
def _wide_cells() -> Iterator[None]:
    """A cell may be as long as a line; the csv module's own limit is for the whole process, so it is put back."""
    before = csv.field_size_limit(LONGEST * 2)
    try:
        yield
    finally:
        csv.field_size_limit(before)

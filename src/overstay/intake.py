"""One CSV file of a case ─► its rows, each with its line, and what is wrong with the file itself.

Encoding, quoting and the number of cells are settled here; what the cells say is the business of `checks`.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from overstay.errors import Problem
from overstay.tables import Table

_UNREADABLE = re.compile("[\udc80-\udcff\x00]")


@dataclass(slots=True)
class Intake:
    """What was read of one file: `rows` as (line, cells in the order of `header`), `count` = rows in it.

    `absent` = there is no such file, and a case may lack it.
    """

    table: Table
    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    count: int = 0
    absent: bool = False

    @property
    def usable(self) -> bool:
        """Whether rows can be read at all: the header holds, once, every column that can decide a verdict."""
        return all(self.header.count(column.name) == 1 for column in self.table.columns if column.decides)

    def report(self, row: int, column: str, value: str, reason: str) -> None:
        """Note one problem of this file."""
        self.problems.append(Problem(self.table.file, row, column, value, reason))


def read_table(folder: Path, table: Table) -> Intake:
    """Read one table's file; `folder` is the case folder, resolved. Never raises for what the file holds."""
    intake = Intake(table)
    path = folder / table.file
    if table.may_lack and not path.is_symlink() and not path.exists():
        intake.absent = True
        intake.header = [column.name for column in table.columns]
    elif not path.is_file():
        intake.report(0, "", "", "is missing; `overstay new` writes one with an example row")
    elif not path.resolve().is_relative_to(folder):
        intake.report(0, "", "", "is a link to a file outside the case folder; put the file itself there")
    elif (content := path.read_bytes()).startswith((b"\xff\xfe", b"\xfe\xff")):
        intake.report(0, "", "", "is UTF-16; save it as CSV UTF-8")
    else:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="surrogateescape")
        _read_records(intake, text)
    return intake


def _read_records(intake: Intake, text: str) -> None:
    records = _records(list(io.StringIO(text, newline="")))
    first = next(records, None)
    if first is None or isinstance(first[1], str):
        intake.report(0, "", "", "has no header; its first line must name the columns")
        return
    for name in first[1]:
        if _UNREADABLE.search(name):
            intake.report(1, "", *_unreadable(name))
    intake.header = [_UNREADABLE.sub("\ufffd", name.strip()) for name in first[1]]
    _check_header(intake)
    exact = {column.name for column in intake.table.columns if column.kind == "exact"}
    for line, cells in records:
        intake.count += 1
        if isinstance(cells, str):
            intake.report(line, "", "", cells)
        elif len(cells) != len(intake.header):
            intake.report(line, "", "", f"has {len(cells)} cells where the header has {len(intake.header)}")
        elif intake.usable:
            named = zip(intake.header, cells, strict=True)
            _add_row(intake, line, [cell if name in exact else cell.strip() for name, cell in named])


def _records(lines: list[str]) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the line on which it begins; in place of its cells, the reason why it cannot be read.

    A quote that is never closed would swallow the rest of the file, so after a broken record reading starts again on
    the next line. A record of several lines counts as broken, too, when it has not as many cells as the header.
    """
    width, begin = 0, 0
    while begin < len(lines):
        reader = csv.reader(islice(lines, begin, None), strict=True)
        offset = begin
        while True:
            begin = offset + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield begin + 1, f"is not CSV ({error}); close the quote, or write a quote inside a cell twice"
                begin += 1
                break
            if width and len(cells) != width and offset + reader.line_num - begin > 1:
                yield (
                    begin + 1,
                    "is not CSV (a quote that is not closed); close it, or write a quote inside a cell twice",
                )
                begin += 1
                break
            width = width or len(cells)
            if any(cell.strip() for cell in cells):  # spreadsheets leave empty lines behind; they are not rows
                yield begin + 1, cells


def _check_header(intake: Intake) -> None:
    folded = [name.casefold() for name in intake.header]  # the database does not tell Note from note
    for name in sorted(
        {name for name, fold in zip(intake.header, folded, strict=True) if fold and folded.count(fold) > 1}
    ):
        intake.report(1, name, "", "stands twice in the header")
    for column in intake.table.columns:
        if column.name in intake.header or column.may_lack:
            continue
        known = {other.name for other in intake.table.columns}
        near = difflib.get_close_matches(column.name, [name for name in intake.header if name not in known], 1)
        hint = f"; is {near[0]!r} meant?" if near else ""
        loss = "; no row can be read without it" if column.decides else ""
        intake.report(1, column.name, "", f"is missing in the header{hint}{loss}")


def _add_row(intake: Intake, line: int, cells: list[str]) -> None:
    broken = False
    for name, cell in zip(intake.header, cells, strict=True):
        if cell and not name:
            intake.report(line, "", cell, "stands in a column without a name; name it in the header")
            broken = True
        elif _UNREADABLE.search(cell):
            intake.report(line, name, *_unreadable(cell))
            broken = True
    if not broken:
        intake.rows.append((line, cells))


def _unreadable(text: str) -> tuple[str, str]:
    """The text as far as it can be shown, and what is wrong with it."""
    found = _UNREADABLE.search(text)
    code = ord(found.group()) & 0xFF if found else 0
    why = f"holds the byte 0x{code:02X}, which is not UTF-8 text; save the file as UTF-8"
    return _UNREADABLE.sub("\ufffd", text), why if code else "holds a NUL character; remove it"

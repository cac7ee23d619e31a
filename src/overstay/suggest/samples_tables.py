"""Parquet, XLSX and SQLite ─► samples. What a file holds raises nothing but NotSampledError."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from overstay.logvalues import as_text
from overstay.suggest.samples import LONGEST, ROWS, WIDEST, Column, NotSampledError, Sample, columns_of, rows_said
from overstay.suggest.tomltext import remark, setting, shown, shown_list

LAST_ROWS = 200
PLACES = 4  # further on in a file, the end among them
STEPS = 20_000_000  # of SQLite's virtual machine, for one table
TABLES = 20
_PLAIN = (
    "INTEGER",
    "BIGINT",
    "SMALLINT",
    "TINYINT",
    "HUGEINT",
    "FLOAT",
    "DOUBLE",
    "VARCHAR",
    "BOOLEAN",
    "DATE",
    "UUID",
)
_OF_A_KIND = ("U", "TIMESTAMP", "DECIMAL", "ENUM")  # how the names of the other types with one value a cell begin


def sample_parquet(path: Path) -> Sample:
    """The first rows of a Parquet file and some of its middle and end; nested columns and bytes are left out."""
    if any(letter in str(path) for letter in "*?["):
        raise NotSampledError("has a *, ? or [ in its path, which would be read as a pattern; rename it")
    connection = duckdb.connect(":memory:", config={"memory_limit": "1GB", "threads": "1"})
    try:
        relation = connection.read_parquet(str(path))
        types = dict(zip(relation.columns, map(str, relation.types), strict=True))
        names = [
            name for name, kind in types.items() if (name != "*" and kind in _PLAIN) or kind.startswith(_OF_A_KIND)
        ][:WIDEST]
        total = int(relation.aggregate("count(*)").fetchall()[0][0])
        if not names or not total:
            raise NotSampledError(
                "is empty; nothing can be learned from it" if names else "has no columns of one value"
            )
        columns = [duckdb.ColumnExpression(name).cast("VARCHAR") for name in names]
        wanted = relation.select(*columns)
        stretches = [(0, ROWS)]
        if total > ROWS + PLACES * LAST_ROWS:
            stretches += [(max(ROWS, (total - LAST_ROWS) * n // PLACES), LAST_ROWS) for n in range(1, PLACES + 1)]
        elif total > ROWS:
            stretches = [(0, total)]
        rows = [
            (f"row {offset + n:,}", row)
            for offset, count in stretches
            for n, row in enumerate(wanted.limit(count, offset).fetchall(), 1)
        ]
    except (duckdb.Error, OSError) as error:
        raise NotSampledError(f"cannot be read as Parquet: {shown(str(error))}") from None
    finally:
        connection.close()
    left_out = [name for name in types if name not in names]
    lines = [remark(f"Nested or binary columns, not looked at: {shown_list(left_out)}.")] if left_out else []
    extent = _extent(len(rows), total)
    return Sample("parquet", columns_of(names, rows), len(rows), extent, tuple(lines))


def sample_xlsx(path: Path) -> Sample:
    """The only sheet with rows of a workbook; of several, the first of them."""
    from overstay.logsheets import Sheet  # with openpyxl, which takes a while to load

    read: dict[str, tuple[list[str], list[tuple[int, list[object]]]]] = {}
    try:
        with closing(Sheet(path, None)) as first:
            sheets = [str(sheet.title) for sheet in first.workbook.worksheets]
        for name in sheets[:TABLES]:
            with closing(Sheet(path, name)) as sheet, suppress(LookupError):
                read[name] = (sheet.header()[0], sheet.some(ROWS + 1))
    except (LookupError, OSError, ValueError) as error:
        raise NotSampledError(f"cannot be read as a workbook: {shown(str(error))}") from None
    filled = [name for name, (_, rows) in read.items() if rows]
    if not filled:
        raise NotSampledError("has no sheet with a header and rows")
    best = filled[0]
    lines, questions = [], []
    if len(filled) > 1:
        lines += [remark(f"Sheets with rows: {shown_list(filled, 12)}."), remark(f"What follows is of {shown(best)}.")]
        lines.append(setting("sheet", "?"))
        questions.append("Which of its sheets is the log?")
    elif len(sheets) > 1:
        lines.append(setting("sheet", best, f"the only one of its {len(sheets):,} sheets with rows"))
    header, rows = read[best]
    placed = [(f"row {number:,}", [as_text(value) for value in values]) for number, values in rows[:ROWS]]
    extent = f"{rows_said(ROWS)} of its beginning" if len(rows) > ROWS else f"all its rows ({len(placed):,})"
    return Sample("xlsx", columns_of(header, placed), len(placed), extent, tuple(lines), tuple(questions))


def sample_sqlite(path: Path) -> Sample:
    """The only table of an SQLite file; of several, the one with the most columns among those with rows."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except (sqlite3.Error, ValueError) as error:
        raise NotSampledError(f"cannot be read as SQLite: {shown(str(error))}") from None
    try:
        connection.text_factory = lambda content: content.decode("utf-8", errors="replace")
        listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE"
        names = [name for (name,) in connection.execute(f"{listed} 'CREATE VIRTUAL%' ORDER BY name LIMIT {TABLES}")]
        tables = {name: _sqlite_rows(connection, name) for name in names}
    except sqlite3.Error as error:
        raise NotSampledError(f"cannot be read as SQLite: {shown(str(error))}") from None
    finally:
        connection.close()
    filled = [name for name, (columns, rows, _) in tables.items() if rows]
    if not filled:
        raise NotSampledError("has no table with rows")
    best = max(filled, key=lambda name: len(tables[name][0]))
    columns, count, whole = tables[best]
    lines, questions = [], []
    if len(tables) > 1:
        said = "; ".join(
            f"{shown(name)}: {shown_list([c.name for c in found[0]], 12)}" for name, found in tables.items()
        )
        lines.append(remark(f"Tables and their columns: {said}."))
        lines.append(remark(f"What follows is of table {shown(best)}."))
        lines.append(setting("table", "?"))
        questions.append("Which of its tables is the log?")
    extent = f"all its rows ({count:,})" if whole else f"{rows_said(count)} of its beginning and end"
    return Sample("sqlite", columns, count, extent, tuple(lines), tuple(questions))


def _sqlite_rows(connection: sqlite3.Connection, table: str) -> tuple[tuple[Column, ...], int, bool]:
    """Columns, number of rows read, and whether these are all. A table that takes too long gives what it gave."""
    steps = iter(range(STEPS // 10_000))
    connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
    rows: list[tuple[str, list[str | None]]] = []
    names: list[str] = []
    seen: set[int] = set()
    with suppress(sqlite3.Error):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")][:WIDEST]
        cells = ", ".join(f"substr({_quoted(name)}, 1, {LONGEST})" for name in names)
        select = f"SELECT rowid, {cells} FROM {_quoted(table)} ORDER BY rowid"  # noqa: S608  identifiers are quoted
        for query in (f"{select} LIMIT {ROWS}", f"{select} DESC LIMIT {LAST_ROWS}"):
            for rowid, *row in connection.execute(query):
                if rowid not in seen:
                    seen.add(rowid)
                    rows.append((f"row {rowid}", [_cell_text(cell) for cell in row]))
    connection.set_progress_handler(None, 0)
    return columns_of(names, rows), len(rows), len(rows) < ROWS


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cell_text(value: object) -> str:
    """A cell, as SQLite cuts it: text, whole floats without `.0`, nothing for bytes."""
    text = value if isinstance(value, str) else ""
    return text[:-2] if text.endswith(".0") and text[:-2].lstrip("-").isdigit() else text


def _extent(rows: int, total: int) -> str:
    return f"all its rows ({rows:,})" if rows == total else f"{rows_said(rows)} of its beginning, middle and end"

"""A table of an SQLite database ─► frames of its rows as text; and the same for workbooks, from `logsheets`.

The database is opened read-only and as immutable: nothing is written beside a case's evidence, not even a lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from overstay.logcsv import frame_names, wanted
from overstay.logframes import Batches, Rows
from overstay.logsheets import xlsx_batches
from overstay.logvalues import add_row

__all__ = ["sqlite_batches", "xlsx_batches"]

_MOST = 20_000_000  # bytes of one value; a longer one costs more memory than a log is worth
_AT_ONCE = 1_000  # rows
_ROWID = ("rowid", "_rowid_", "oid")  # names of SQLite's row number, each of which a column may take


def sqlite_batches(
    path: Path,
    *,
    table: str | None,
    columns: Sequence[str],
    size: int = 100_000,
    names: Sequence[str] | None = None,
) -> Batches:
    """Every row of one table, in frames of at most `size` rows: line, raw, fault and the wanted columns as text.

    `line` is the rowid, or the row's place from 1 in a table without one; `raw` all cells joined by " | ", cut at
    2,000 characters. `table` None means the only one. Raises LookupError for a table or a column that is not there,
    with the names there are, and ValueError, on the call or later, for a file that cannot be read.
    """
    names = frame_names(columns, names)
    _no_changes_beside(path)
    with closing(_open(path)) as con:
        try:
            table = _table(con, table)
            header = _columns(con, table)
            positions = wanted(header, columns, "table")
            line = _line(con, table, header)
        except sqlite3.Error as error:
            raise _unreadable(error) from error
    batches = Batches()
    batches.frames = _frames(path, table, line, dict(zip(names, positions, strict=True)), Rows(names, size), batches)
    return batches


def _no_changes_beside(path: Path) -> None:
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        if beside.is_file() and beside.stat().st_size:
            raise ValueError(
                f"has changes in {beside.name} that are not in the database itself yet; open a copy of both with "
                "sqlite3, let it write them (PRAGMA wal_checkpoint(TRUNCATE)), and put the copy here"
            )


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise FileNotFoundError(path)
    con = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    con.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST)
    con.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        con.execute("PRAGMA trusted_schema = OFF")
        con.execute("PRAGMA cell_size_check = ON")
    except sqlite3.Error as error:
        con.close()
        raise _unreadable(error) from error
    return con


def _table(con: sqlite3.Connection, table: str | None) -> str:
    # Views and virtual tables run what the file's author wrote; a table only holds rows.
    found = con.execute(
        "SELECT name FROM sqlite_master "
        "WHERE type = 'table' AND rootpage > 0 AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
    ).fetchall()
    tables = [str(name) for (name,) in found]
    there = ", ".join(map(repr, tables[:50]))
    if not tables:
        raise LookupError("has no table")
    if table is None and len(tables) > 1:
        raise LookupError(f"has {len(tables)} tables; set table for this log in case.toml to one of {there}")
    if table is not None and table not in tables:
        raise LookupError(f"has no table {table!r}; it has {there}")
    return table or tables[0]


def _columns(con: sqlite3.Connection, table: str) -> list[str]:
    return [name for name, *_ in con.execute(_select("*", table) + " LIMIT 0").description]


def _line(con: sqlite3.Connection, table: str, header: list[str]) -> str:
    """What to select as the line of a row; "" where the table has no number for its rows."""
    taken = {name.lower() for name in header}
    for name in (name for name in _ROWID if name not in taken):
        try:
            con.execute(_select(name, table) + " LIMIT 0")
        except sqlite3.OperationalError:
            break
        return name
    return ""


def _frames(
    path: Path, table: str, line: str, positions: dict[str, int], rows: Rows, batches: Batches
) -> Iterator[pd.DataFrame]:
    place = 0
    with closing(_open(path)) as con:
        for found in _fetched(con, _select(f"{line or 0}, *", table)):
            for number, *values in found:
                place += 1
                add_row(rows, batches, number if line else place, values, positions)
            yield from rows.full()
    yield from rows.rest()


def _fetched(con: sqlite3.Connection, query: str) -> Iterator[list[tuple[Any, ...]]]:
    try:
        cursor = con.execute(query)
        while found := cursor.fetchmany(_AT_ONCE):
            yield found
    except sqlite3.Error as error:
        raise _unreadable(error) from error


def _select(what: str, table: str) -> str:
    """A query of one table. An identifier cannot be bound; in quotes, its own doubled, it can be nothing else."""
    return f"SELECT {what} FROM main." + '"' + table.replace('"', '""') + '"'  # noqa: S608


def _unreadable(error: sqlite3.Error) -> ValueError:
    return ValueError(f"is not an SQLite database that can be read to its end ({error})")

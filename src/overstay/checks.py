"""The rows of all tables ─► every problem in them: each check is a query that selects the offenders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pandas as pd

from overstay import queries
from overstay.dates import Reading, read_edtf, read_zone
from overstay.errors import DateError, Problem, without_value
from overstay.intake import Intake
from overstay.tables import ALL_TABLES

CHECKS = (
    "check_blank",
    "check_choice",
    "check_id",
    "check_key_twice",
    "check_part_of",
    "check_integer",
    "check_value",
    "check_words",
    "check_statements",
    "check_observations",
    "check_order",
)


def check_rows(intakes: list[Intake], folder: Path, *, reject: bool) -> tuple[list[Problem], set[tuple[str, int]]]:
    """All problems in the rows, and the (file, line) of each row that must be left out.

    With `reject`, rows that name a left-out row are left out, too, until every id that remains is known.
    """
    connection = queries.connect()
    _register(connection, intakes, folder)
    if not reject:
        unread = [(intake.table.file, "") for intake in intakes if not intake.usable]
        connection.register("unread", _text_frame(unread, ["file", "why"]))
    problems = [problem for name in CHECKS for problem in _run(connection, name)]
    out = {(problem.file, problem.row) for problem in problems}
    while True:
        bad = _text_frame(sorted((file, str(line)) for file, line in out) if reject else [], ["file", "line"])
        connection.register("left_out", bad)
        connection.register("keys", queries.select(connection, "keys").df())
        dangling = [p for p in _run(connection, "check_reference") if not reject or (p.file, p.row) not in out]
        problems += dangling
        fresh = {(problem.file, problem.row) for problem in dangling}
        out |= fresh
        if not (reject and fresh):
            return problems, out


def _run(connection: duckdb.DuckDBPyConnection, name: str) -> list[Problem]:
    return [Problem(*row) for row in queries.select(connection, name).fetchall()]


def _register(connection: duckdb.DuckDBPyConnection, intakes: list[Intake], folder: Path) -> None:
    """Make the tables that the checks read: one row a column, choice, line, filled cell; and wide tables."""
    columns = [
        (t.file, c.name, c.kind, c.required, t.keyed and c.name == t.key, _files(c.refers_to))
        for t in ALL_TABLES
        for c in t.columns
    ]
    names = ["file", "column", "kind", "required", "is_key", "target"]
    connection.register("columns", pd.DataFrame(columns, columns=names))
    choices = [(t.file, c.name, value, n) for t in ALL_TABLES for c in t.columns for n, value in enumerate(c.choices)]
    connection.register("choices", pd.DataFrame(choices, columns=["file", "column", "value", "place"]))
    lines = [(intake.table.file, line) for intake in intakes for line, _ in intake.rows]
    connection.register("lines", pd.DataFrame(lines, columns=["file", "line"]).astype({"file": "str", "line": "int64"}))
    cells = [
        (intake.table.file, line, name, cell)
        for intake in intakes
        for line, row in intake.rows
        for name, cell in zip(intake.header, row, strict=True)
        if cell
    ]
    frame = pd.DataFrame(cells, columns=["file", "line", "column", "value"])
    connection.register("cells", frame.astype({"line": "int64", "file": "str", "column": "str", "value": "str"}))
    connection.register("unread", _text_frame([], ["file", "why"]))
    for intake in intakes:
        connection.register(intake.table.name, wide_frame(intake, lines=True))
    readings, refused = _judge_values(connection, folder)
    connection.register("readings", readings)
    connection.register("refused", refused)


def _files(tables: str) -> str:
    """The files of the tables that a column refers to, as a message names them."""
    return " or ".join(f"{table}.csv" for table in tables.split("|")) if tables else ""


def wide_frame(intake: Intake, *, lines: bool = False, without: Iterable[int] = ()) -> pd.DataFrame:
    """The rows of one file as text, blank = NULL, with every column of its table; `lines` adds the line of each row.

    Columns that the table does not know stay, after its own: an investigator's remarks are not ours to drop.
    """
    left_out = set(without)
    kept = [(line, row) for line, row in intake.rows if line not in left_out]
    own = [column.name for column in intake.table.columns]
    folded = [name.casefold() for name in intake.header]
    others = [name for name in intake.header if name and name not in own and folded.count(name.casefold()) == 1]
    place = {name: intake.header.index(name) for name in intake.header}
    data: dict[str, pd.Series] = {
        name: pd.Series([row[place[name]] or None if name in place else None for _, row in kept], dtype="str")
        for name in own + others
    }
    if lines:
        data["line"] = pd.Series([line for line, _ in kept], dtype="int64")
    return pd.DataFrame(data)


def kept_keys(intake: Intake, left_out: set[tuple[str, int]]) -> set[str]:
    """The ids that a table gives in rows that are not left out."""
    if intake.table.key not in intake.header:
        return set()
    place = intake.header.index(intake.table.key)
    return {row[place] for line, row in intake.rows if (intake.table.file, line) not in left_out}


def _judge_values(connection: duckdb.DuckDBPyConnection, folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The bounds of each date that can be read, and the reason for each date, zone, path or address that cannot."""
    judges: dict[str, Callable[[str], object]] = {
        "edtf": read_edtf,
        "zone": read_zone,
        "path": lambda text: check_path(folder, text),
        "url": _check_url,
    }
    readings: list[Reading] = []
    refused: list[tuple[str, str, str]] = []
    for kind, value in queries.select(connection, "judged_values").fetchall():
        try:
            result = judges[kind](value)
        except (DateError, ValueError) as error:
            refused.append((kind, value, without_value(str(error), value)))
        else:
            readings += [result] if isinstance(result, Reading) else []
    bounds = [(r.edtf, r.earliest_date, r.latest_date) for r in readings]
    frame = pd.DataFrame(bounds, columns=["edtf", "earliest_date", "latest_date"])
    types = {"edtf": "str", "earliest_date": "datetime64[us]", "latest_date": "datetime64[us]"}
    return frame.astype(types), _text_frame(refused, ["kind", "value", "reason"])


def check_path(folder: Path, text: str) -> Path:
    """The path of a file inside the (resolved) case folder; ValueError, with the way out, for any other."""
    if "\\" in text or "\x00" in text:
        raise ValueError("is no path; write it with /, as in documents/report.md")
    try:
        path = (folder / text).resolve()
        found = path.is_file()
    except (OSError, RuntimeError):  # a name longer than the file system's, a link to itself
        path, found = folder, False
    if not path.is_relative_to(folder):
        raise ValueError("lies outside the case folder; copy the file into documents/ and name it from there")
    if not found:
        raise ValueError("is not in the case folder; add the file or leave the cell blank")
    return path


def _check_url(text: str) -> None:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("is no address; it begins with https:// or http://")


def _text_frame(rows: Sequence[tuple[str, ...]], names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names, dtype="str")

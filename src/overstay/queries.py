"""Runs one .sql file on DuckDB: a file is one SELECT, values go in as bound `$names` only."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import duckdb

Value = str | int | float | bool | bytes | None | list[str] | dict[str, str]


@lru_cache(maxsize=64)
def read_sql(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def connect() -> duckdb.DuckDBPyConnection:
    """A new in-memory database. Without a progress bar: a bar in a notebook's output changes from run to run."""
    connection = duckdb.connect(":memory:")
    with contextlib.suppress(duckdb.InvalidInputException):  # a notebook without ipywidgets has no bar to switch off
        connection.execute("SET enable_progress_bar = false")
    return connection


def select(
    connection: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Value] | None = None
) -> duckdb.DuckDBPyRelation:
    """The rows of one file as a relation; of `values` those are bound that the file names."""
    text, named = _bound(name, values)
    return connection.sql(text, params=named) if named else connection.sql(text)


def make_table(
    connection: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Value] | None = None, *, source: str = ""
) -> None:
    """Keep the rows of `sql/<source or name>.sql` as a table called `name`, for the files that come after it.

    In one statement: a relation would be planned once to be looked at and once to be kept.
    """
    text, named = _bound(source or name, values)
    connection.execute(f'CREATE TABLE "{name}" AS\n{text}', named or None)


def _bound(name: str, values: Mapping[str, Value] | None) -> tuple[str, dict[str, Value]]:
    """The text of one file, and those of `values` that it names."""
    text = read_sql(name)
    code = re.sub(r"--[^\n]*", "", text)
    return text, {key: value for key, value in (values or {}).items() if re.search(rf"\${key}\b", code)}

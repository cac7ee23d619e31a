"""One file of a log ─► its rows as text, under the names of what they mean, for the SQL that reads them.

DuckDB reads a clean CSV file or a Parquet file as a whole; everything else comes in batches from the careful readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pandas as pd
from duckdb import (
    CaseExpression,
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from overstay import queries
from overstay.logcsv import csv_batches, csv_header, wanted
from overstay.logfiles import Survey
from overstay.logkeys import WEB_FORMATS
from overstay.loglines import LONGEST, RAW, line_batches
from overstay.logs import Log

MEANINGS = (
    "time",
    "partner",
    "program",
    "category",
    "mapped",
    "user",
    "count",
    "status",
    "attempts",
    "failures",
    "measure",
)


def is_clean(log: Log, facts: Survey) -> bool:
    """Whether DuckDB's CSV reader can be trusted with the file: it drops some damaged rows without a word."""
    plain = log.encoding.lower().replace("_", "-") in ("utf-8", "utf8", "ascii", "us-ascii")
    damaged = facts.has_nul or not facts.valid_utf8 or facts.blank_inside or facts.mixed_newlines
    return plain and facts.bom in ("", "utf-8") and not damaged and facts.longest_line < LONGEST


def whole_csv(connection: duckdb.DuckDBPyConnection, log: Log, path: Path) -> tuple[duckdb.DuckDBPyRelation, int]:
    """The cells of a clean CSV file, and how many columns it has. LookupError for a missing column.

    `line` is NULL: the order of the rows tells it.
    """
    header = csv_header(path, log.delimiter, log.encoding)
    columns = sorted(set(log.columns.values()))
    names = {name: f"c{number}" for name, number in zip(columns, wanted(header, columns), strict=True)}
    rows = queries.select(
        connection,
        "read_csv",
        {
            "file": str(path),
            "delimiter": log.delimiter,
            "columns": {f"c{number}": "VARCHAR" for number in range(len(header))},
        },
    )
    cells = {meaning: ColumnExpression(names[column]) for meaning, column in log.columns.items()}
    return _named(rows, cells), len(header)


def whole_parquet(connection: duckdb.DuckDBPyConnection, log: Log, path: Path) -> duckdb.DuckDBPyRelation:
    """The cells of a Parquet file as text; `line` is the number of the row. LookupError for a missing column."""
    rows = _numbered(connection, path)
    wanted([name for name in rows.columns if name != "file_row_number"], sorted(set(log.columns.values())))
    line = ColumnExpression("file_row_number") + ConstantExpression(1)
    cells = {meaning: ColumnExpression(column).cast("VARCHAR") for meaning, column in log.columns.items()}
    return _named(rows, cells, line=line)


def raw_rows(connection: duckdb.DuckDBPyConnection, path: Path, lines: pd.Series) -> dict[int, str]:
    """Some rows of a Parquet file as text, all cells joined by " | ", cut at 2,000 characters."""
    rows = _numbered(connection, path)
    blank, number = ConstantExpression(""), ColumnExpression("file_row_number")
    texts = [
        CoalesceOperator(ColumnExpression(name).cast("VARCHAR"), blank)
        for name in rows.columns
        if name != "file_row_number"
    ]
    joined = FunctionExpression("concat_ws", ConstantExpression(" | "), *texts)
    connection.from_df(pd.DataFrame({"place": lines.astype("int64") - 1})).create_view("places", replace=True)
    some = rows.join(connection.view("places"), "file_row_number = place", how="semi")
    cut = FunctionExpression("left", joined, ConstantExpression(RAW))
    return {place + 1: text for place, text in some.select(number, cut).fetchall()}


def _numbered(connection: duckdb.DuckDBPyConnection, path: Path) -> duckdb.DuckDBPyRelation:
    """The rows of a Parquet file with their place, from 0. LookupError where a column has taken the name for it."""
    try:
        return connection.read_parquet(str(path), file_row_number=True, hive_partitioning=False)
    except duckdb.BinderException as error:
        raise LookupError(
            "has a column called file_row_number, which cannot be told from its own; rename it"
        ) from error


def batches(
    connection: duckdb.DuckDBPyConnection, log: Log, path: Path
) -> Iterator[tuple[duckdb.DuckDBPyRelation, pd.DataFrame]]:
    """The cells of any other file, batch by batch, each with the frame that it was made from.

    LookupError for a missing column, sheet or table, ValueError for a file that cannot be read at all.
    """
    columns = sorted(set(log.columns.values()))
    names = [f"c{number}" for number in range(len(columns))]
    if log.format in ("csv", "tsv", "xlsx", "sqlite"):
        if log.format in ("xlsx", "sqlite"):
            from overstay import logtables  # the reader of workbooks is needed by few

            frames: Iterator[pd.DataFrame] = (
                logtables.xlsx_batches(path, sheet=log.sheet or None, columns=columns, names=names)
                if log.format == "xlsx"
                else logtables.sqlite_batches(path, table=log.table or None, columns=columns, names=names)
            )
        else:
            frames = csv_batches(path, columns=columns, delimiter=log.delimiter, encoding=log.encoding, names=names)
        for frame in frames:
            cells = {meaning: ColumnExpression(names[columns.index(name)]) for meaning, name in log.columns.items()}
            rows = connection.from_df(frame)
            yield _named(rows, cells, *(ColumnExpression(name) for name in ("line", "raw", "fault"))), frame
        return
    for frame in line_batches(path, encoding=log.encoding):
        connection.register("lines", frame)
        rows = queries.select(connection, "web_lines" if log.format in WEB_FORMATS else "json_lines")
        if log.format in WEB_FORMATS:
            wanted([name for name in rows.columns if name not in ("line", "raw", "given_fault")], columns)
            cells = {meaning: ColumnExpression(name) for meaning, name in log.columns.items()}
        else:
            cells = {meaning: _json_value(name) for meaning, name in log.columns.items()}
        yield _named(rows, cells, *(ColumnExpression(name) for name in ("line", "raw", "given_fault"))), frame


def no_rows(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    """The cells of a file without rows."""
    return _named(connection.from_df(pd.DataFrame({"none": pd.Series(dtype="str")})), {})


def _json_value(name: str) -> Expression:
    """The value under a key, or under a dotted path of keys, as text."""
    body = ColumnExpression("body")
    found = [
        FunctionExpression("json_extract_string", body, ConstantExpression(_pointer(parts)))
        for parts in ([name], name.split("."))
    ]
    return CoalesceOperator(*found) if "." in name else found[0]


def _pointer(parts: list[str]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def _named(
    rows: duckdb.DuckDBPyRelation,
    cells: Mapping[str, Expression],
    line: Expression | None = None,
    raw: Expression | None = None,
    fault: Expression | None = None,
) -> duckdb.DuckDBPyRelation:
    """The rows under the names of what their columns mean; blank = NULL, and so is what the log does not have."""
    nothing = ConstantExpression(None)
    given = [
        (nothing if line is None else line).cast("BIGINT").alias("line"),
        (nothing if raw is None else raw).cast("VARCHAR").alias("raw"),
        (nothing if fault is None else fault).cast("VARCHAR").alias("given_fault"),
    ]
    for meaning in MEANINGS:
        cell = cells.get(meaning)
        text = nothing if cell is None else _stripped(cell)
        given.append(text.cast("VARCHAR").alias(meaning))
    return rows.select(*given)


def _stripped(cell: Expression) -> Expression:
    """The cell without blanks around it, NULL where nothing is left; most cells have none, and to look is quicker."""
    blank, nothing = ConstantExpression(" "), ConstantExpression("")
    rough = FunctionExpression("prefix", cell, blank) | FunctionExpression("suffix", cell, blank) | (cell == nothing)
    trimmed = FunctionExpression("nullif", FunctionExpression("trim", cell), nothing)
    return CaseExpression(rough, trimmed).otherwise(cell)

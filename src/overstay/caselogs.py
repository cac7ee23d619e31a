"""Loaded logs ─► tables in the database of a case: whose access they show, on which days, and where they are silent."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from overstay import queries
from overstay.access import Loaded, load_log
from overstay.bindings import fixed_minutes, icu_zone
from overstay.cache import cache_folder
from overstay.errors import LogError, Problem
from overstay.logs import Log
from overstay.progress import Report

MEMORY = "4GB"  # of DuckDB while it compares; what does not fit is spilled
# Made in this order, each from those before it.
TABLES = ("log_names", "log_days", "log_labels", "log_spans", "log_stretches", "log_access")

_FILES = {
    "log_id": "str",
    "file": "str",
    "sha256": "str",
    "rows": "int64",
    "loaded": "int64",
    "rejected": "int64",
    "first_seen_at": "datetime64[us]",
    "last_seen_at": "datetime64[us]",
    "truncated": "bool",
    "truncated_why": "str",
    "clock_back": "int64",
    "users": "str",
    "days": "str",
}
_SETTINGS = (
    "log_id",
    "source_id",
    "locator",
    "partner_id",
    "program_id",
    "category_id",
    "extent",
    "incomplete",
    "period_unit",
    "noun",
)
_PATTERNS = {
    "log_id": "str",
    "place": "int64",
    "partner_id": "str",
    "program_id": "str",
    "category_id": "str",
    "reading": "str",
}


def check_ids(logs: Sequence[Log], ids: Mapping[str, Collection[str]]) -> list[Problem]:
    """What the descriptions, and their maps, name that the case does not have; `ids` by table."""
    problems = []
    for log in logs:
        named = [("sources", "source", log.source)]
        for noun, table in (("partner", "partners"), ("program", "programs"), ("category", "categories")):
            named.append((table, f"{noun}_id", getattr(log, f"{noun}_id")))
            for pattern in log.patterns:
                value = getattr(pattern, f"{noun}_id")
                if value and value not in ids[table]:
                    problems.append(Problem(log.map, pattern.line, f"{noun}_id", value, f"is not in {table}.csv"))
        problems += [
            Problem("case.toml", 0, f"logs.{log.id}.{key}", value, f"is not in {table}.csv")
            for table, key, value in named
            if value and value not in ids[table]
        ]
    return problems


def load_logs(logs: Sequence[Log], root: Path, report: Report | None) -> tuple[list[Loaded], list[Problem]]:
    """All files of all logs in the cache; a file that cannot be read is a problem, and its whole log is left out.

    A log of which one file is missing would have a gap that nobody named.
    """
    loaded: list[Loaded] = []
    problems = []
    for log in logs:
        try:
            loaded += load_log(log, root, report=report)
        except LogError as error:
            problems.append(Problem(error.file, 0, "", "", f"{error.reason} (the log {log.id} is left out)"))
    return loaded, problems


def attach_logs(connection: duckdb.DuckDBPyConnection, logs: Sequence[Log], loaded: Sequence[Loaded]) -> list[Problem]:
    """Make the tables of the logs in the database, and an observation of each partner's access in each log."""
    used = [log for log in logs if any(one.log.id == log.id for one in loaded)]
    files = [
        (
            one.log.id,
            one.file.name,
            meta["sha256"],
            meta["rows"],
            meta["loaded"],
            meta["rejected"],
            meta["first_seen_at"],
            meta["last_seen_at"],
            bool(meta["truncated"]),
            meta["truncated"],
            meta["clock_back"],
            meta["users"],
            one.entry.days,
        )
        for one in loaded
        for meta in [one.entry.meta]
    ]
    connection.from_df(pd.DataFrame(files, columns=list(_FILES)).astype(_FILES)).create("log_files")
    connection.from_df(_settings_frame(used)).create("log_settings")
    patterns = [
        (log.id, place, p.partner_id or None, p.program_id or None, p.category_id or None, p.reading)
        for log in used
        for place, p in enumerate(log.patterns, 1)
    ]
    connection.from_df(pd.DataFrame(patterns, columns=list(_PATTERNS)).astype(_PATTERNS)).create("log_patterns")
    for name in TABLES:
        if name == "log_days":
            days(connection, loaded).create(name)
        else:
            queries.make_table(connection, name)
    taken = queries.select(connection, "log_ids_taken").fetchall()
    if taken:
        return [
            Problem("observations.csv", 0, "observation_id", id, "is the id of what a log shows; choose another")
            for (id,) in taken
        ]
    if loaded:
        connection.execute("INSERT INTO observations BY NAME " + queries.read_sql("log_observations"))
    return []


def _settings_frame(logs: Sequence[Log]) -> pd.DataFrame:
    rows = [
        (
            log.id,
            log.source,
            _locator(log),
            log.partner_id or None,
            log.program_id or None,
            log.category_id or None,
            log.extent,
            log.incomplete,
            log.period_unit,
            _noun(log),
        )
        for log in logs
    ]
    frame = pd.DataFrame(rows, columns=list(_SETTINGS), dtype="str")
    frame = frame.assign(
        icu_zone=[icu_zone(log.time_zone) for log in logs],
        offset_minutes=pd.Series([fixed_minutes(log.time_zone) or 0 for log in logs], dtype="int64"),
    ).astype({"icu_zone": "str"})
    return frame.assign(has_map=pd.Series([bool(log.patterns) for log in logs], dtype="bool"))


def _noun(log: Log) -> str:
    """What a row of the log counts."""
    periods = {"day": "daily record", "month": "monthly record", "year": "yearly record"}
    return "request" if log.count or not log.period_unit else periods[log.period_unit]


def _locator(log: Log) -> str:
    names = [file.name for file in log.files]
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]} ({len(names):,} files)"


def counts(loaded: Sequence[Loaded]) -> pd.DataFrame:
    """One row a file: rows read = loaded + rejected."""
    rows = [(one.file.name, *(one.entry.meta[name] for name in ("rows", "loaded", "rejected"))) for one in loaded]
    return pd.DataFrame(rows, columns=["file", "rows", "loaded", "rejected"])


def days(connection: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded]) -> duckdb.DuckDBPyRelation:
    """The rows of all logs by day, each with its log; reads the table log_files."""
    if not loaded:
        return queries.select(connection, "no_log_days")
    return queries.select(connection, "log_days_read", {"files": sorted({one.entry.days for one in loaded})})


def first_faults(connection: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded]) -> list[tuple[Loaded, int, str]]:
    """Of each file with rejected rows: the line of the first, and why it was rejected."""
    firsts = []
    for one in loaded:
        if one.entry.meta["rejected"]:
            [(line, reason)] = (
                connection.read_parquet(one.entry.faults).order("line").limit(1).select("line", "reason").fetchall()
            )
            firsts.append((one, line, reason))
    return firsts


def rejected_rows(connection: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded]) -> pd.DataFrame:
    """The rejected rows of all files, in the order of logs, files and lines; raw text cut at 2,000 characters."""
    frames = [
        connection.read_parquet(one.entry.faults).df().assign(log_id=one.log.id, file=one.file.name) for one in loaded
    ]
    columns = ["log_id", "file", "line", "reason", "raw"]
    return pd.concat(frames, ignore_index=True)[columns] if frames else pd.DataFrame(columns=columns)


def events(connection: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded]) -> duckdb.DuckDBPyRelation:
    """The raw rows of all logs as the cache holds them: `filename` is the Parquet file, `file_row_number` the place."""
    # A copy of a file is the same content, and counts once.
    paths = list(dict.fromkeys(path for one in loaded for path in one.entry.events))
    if not paths:
        return queries.select(connection, "no_events")
    return connection.read_parquet(paths, file_row_number=True, filename=True)


def events_step(connection: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded]) -> str:
    """Which of three queries, all of one result, goes over the events: the quickest that is right for these logs."""
    [(wholes,)] = connection.table("log_wholes").aggregate("count(*)").fetchall()
    if wholes:
        return "logged_tiers"
    people = any(one.entry.meta["users"] in ("keyed", "kept") for one in loaded)
    return "logged_moments" if people else "logged_by_day"


@contextlib.contextmanager
def spilling(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Keep a database in bounded memory inside the block; what does not fit lies in a folder that goes afterwards.

    It is beside the cache where that can be written to: a folder for temporary files may itself be memory.
    """
    beside = cache_folder() if os.access(cache_folder(), os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix=".spill-", dir=beside) as folder:
        connection.execute("SET memory_limit = ?", [MEMORY])
        connection.execute("SET temp_directory = ?", [folder])
        yield

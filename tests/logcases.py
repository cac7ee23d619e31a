"""A small builder of cases with logs, on top of `cases`: a test names the files and the settings that matter.

The usual log `api` of source `o` has the columns time, app, user, status; times without an offset are UTC, 403 is
refused, and every row is about the program `p`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from cases import SETTINGS, Row, make_case, rows_of, said

from overstay import Case, cache, caselogs, open_case
from overstay.access import Loaded, load_log
from overstay.casefile import read_settings
from overstay.logs import Log

HEADER = "time,app,user,status\n"
USUAL: dict[str, Any] = {
    "source": "o",
    "time": "time",
    "time_zone": "UTC",
    "partner": "app",
    "program_id": "p",
    "user": "user",
    "status": "status",
    "refused": ["403"],
}
Content = str | bytes


def described(id: str = "api", **settings: Any) -> str:
    """The table of one log for case.toml: the usual settings with those given in their place, None = left out."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in (USUAL | settings).items() if value is not None]
    return "\n".join([f"\n[logs.{id}]", *lines]) + "\n"


def write_case(
    folder: Path, files: Mapping[str, Content], *, logs: str = "", statements: Iterable[Row] = (), **settings: Any
) -> Path:
    """A case folder with these files and one usual log of all of them, or the tables `logs` of case.toml."""
    text = logs or described(**({"file": sorted(files)} | settings))
    make_case(folder, settings=SETTINGS + text, statements=list(statements) or [said()])
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def open_log(folder: Path, files: Mapping[str, Content], **settings: Any) -> Case:
    """The case, opened: any problem of it is an error."""
    return open_case(write_case(folder, files, **settings))


def lines(*rows: str) -> str:
    """A usual CSV file of these rows."""
    return HEADER + "".join(f"{row}\n" for row in rows)


def read_log(folder: Path, files: Mapping[str, Content], **settings: Any) -> list[Loaded]:
    """The files of the log, loaded: quicker than to open a case with all its tables."""
    return load(write_case(folder, files, **settings))


def counted(read: Case | Sequence[Loaded]) -> list[tuple[Any, ...]]:
    """By file: rows read, loaded, rejected. Fails where that is no sum, or the rejected rows are not all there."""
    frame = read.logs if isinstance(read, Case) else caselogs.counts(read)
    for row in frame.itertuples():
        assert row.rows == row.loaded + row.rejected
    assert len(_rejected(read)) == frame["rejected"].sum()
    return rows_of(frame, "rows", "loaded", "rejected")


def rejected(read: Case | Sequence[Loaded]) -> list[tuple[Any, ...]]:
    """The rejected rows: line, reason, raw text."""
    return rows_of(_rejected(read), "line", "reason", "raw")


def reasons(read: Case | Sequence[Loaded]) -> list[str]:
    """Why rows were rejected, in the order of the file."""
    return list(_rejected(read)["reason"])


def _rejected(read: Case | Sequence[Loaded]) -> pd.DataFrame:
    if isinstance(read, Case):
        return read.rejected
    with duckdb.connect() as connection:
        return caselogs.rejected_rows(connection, read)


def described_log(folder: Path) -> Log:
    """The description of the only log of a case folder."""
    settings, problems = read_settings(folder.resolve())
    assert not problems
    [log] = settings.logs
    return log


def load(folder: Path, **options: Any) -> list[Loaded]:
    """Load the only log of a case folder, without opening the case."""
    return load_log(described_log(folder), folder.resolve(), **options)


def events(loaded: Iterable[Loaded]) -> list[tuple[Any, ...]]:
    """The rows as they lie in the cache, those that were loaded: moments, who, how often, by whom."""
    with duckdb.connect() as connection:
        paths = [path for one in loaded for path in one.entry.events]
        rows = connection.read_parquet(paths, file_row_number=True, filename=True).filter("label IS NOT NULL")
        wanted = "seen_at, until_at, day, partner, served, refused, person, user_text"
        return rows.order("filename, file_row_number").select(wanted).fetchall()


def content(entry: cache.Entry) -> tuple[Any, ...]:
    """What tells one entry from another: its notes, and a sum over each of its tables."""
    with duckdb.connect() as connection:
        paths = [*entry.events, entry.days, entry.faults]
        sums = []
        for path in paths:
            connection.read_parquet(path, file_row_number=True).create_view("rows", replace=True)
            sums += connection.sql('SELECT count(*), bit_xor(hash("rows")) FROM "rows"').fetchall()
    return ({key: value for key, value in entry.meta.items() if key != "sizes"}, *sums)


def in_cache() -> list[str]:
    """The names in the cache folder: entries, and workspaces (which begin with a dot)."""
    folder = cache.cache_folder()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def started(code: str, *arguments: str | Path, before: Iterable[str] = ()) -> subprocess.Popen[str]:
    """A Python process of its own that runs `code`; its error output goes with its output."""
    command = [*before, sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    return subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )

"""Logs ─► the cache: every row loaded or rejected with its reason, counted, once for each content and description."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from overstay import cache, cells, logfiles, queries, userkey
from overstay.bindings import loading_values
from overstay.errors import CacheError, LogError
from overstay.lines import cut_half_line, lines_of, raw_lines
from overstay.logpaths import LogFile
from overstay.logs import Log
from overstay.progress import Report, interruptible, watch

MEMORY = "1500MB"  # of DuckDB while loading; what does not fit is spilled beside the cache
HALF_LINE = "is cut off: what could be unpacked ends in the middle of this line"
MANY = 100_000  # rejected rows of one file that are looked up by their line
TEXT_FORMATS = ("csv", "tsv", "jsonl", "common", "combined")


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file of a log, in the cache. `fresh` = it was read now, not found there."""

    log: Log
    file: LogFile
    entry: cache.Entry
    fresh: bool


def load_log(log: Log, case_folder: Path, *, report: Report | None = None) -> list[Loaded]:
    """Load each file of a log into the cache, or find it there.

    Nothing is added twice: an entry is named after the SHA-256 of the file and a hash of how it was read. Raises
    LogError for a file that cannot be read at all (a broken row is rejected, counted and kept with its reason), and
    CacheError where the cache cannot be written to.
    """
    key = userkey.read_key(case_folder) if log.user and log.users != "drop" else b""
    how = hashlib.sha256(
        "|".join([log.fingerprint(), userkey.fingerprint(key) if key else "", str(cache.VERSION)]).encode()
    ).hexdigest()
    return [_load_file(log, file, how, key, report) for file in log.files]


def _load_file(log: Log, file: LogFile, how: str, key: bytes, report: Report | None) -> Loaded:
    try:
        before = file.path.stat()
        with watch(report, f"{file.name}: checking", before.st_size) as step:
            if cache.knows(how) or log.format not in TEXT_FORMATS or file.path.suffix in (".gz", ".zst"):
                sha256, facts = logfiles.digest(file.path, step.advance), None
            else:
                facts = logfiles.survey(file.path, on_bytes=step.advance)
                sha256 = facts.sha256
    except OSError as error:
        raise LogError(file.name, f"cannot be read: {error.strerror or error}") from error
    if entry := cache.find(sha256, how):
        return Loaded(log, file, entry, False)
    with cache.workspace() as folder:
        try:
            meta = _build(log, file, folder, facts, key, report)
            after = file.path.stat()
        except (LookupError, ValueError) as error:
            raise LogError(file.name, str(error)) from error
        except (OSError, duckdb.Error) as error:
            if _is_of_the_cache(error, file.path):
                raise CacheError(
                    f"{file.name} could not be loaded into {cache.cache_folder()}: {error}; {cache.WAY_OUT}"
                ) from error
            raise LogError(file.name, f"cannot be read: {str(error).partition(chr(10))[0]}") from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise LogError(file.name, "was changed while it was read; load it again when nothing writes to it")
        meta |= {"sha256": sha256, "bytes": before.st_size, "users": _users(log)}
        return Loaded(log, file, cache.publish(folder / "entry", sha256, how, meta), True)


def _is_of_the_cache(error: Exception, path: Path) -> bool:
    """Whether a load failed for want of room or rights where loaded logs are kept, and not for what the file is."""
    return isinstance(error, OSError | duckdb.IOException | duckdb.OutOfMemoryException) and str(path) not in str(error)


def _users(log: Log) -> str:
    return {"key": "keyed", "drop": "dropped", "keep": "kept"}[log.users] if log.user else ""


def _build(
    log: Log, file: LogFile, folder: Path, facts: logfiles.Survey | None, key: bytes, report: Report | None
) -> dict[str, Any]:
    """Write one file's entry into `folder`, and give what is to be noted of it."""
    built = folder / "entry"
    built.mkdir(mode=0o700)
    path, truncated = cache.plainly_named(file.path, folder), ""
    if file.path.suffix in (".gz", ".zst"):
        with watch(report, f"{file.name}: unpacking", path.stat().st_size) as step:
            unpacked = logfiles.unpack(file.path, folder, on_bytes=step.advance)
        path, truncated = unpacked.path, unpacked.why if unpacked.truncated else ""
    half = cut_half_line(path, log.encoding) if truncated and log.format in TEXT_FORMATS else ""
    if facts is None and log.format in TEXT_FORMATS:
        facts = logfiles.survey(path)
    with _database(folder) as connection:
        values = loading_values(log, key)
        lost: pd.DataFrame | None = None
        if log.format == "parquet" or (facts and log.format in ("csv", "tsv") and cells.is_clean(log, facts)):
            lost = _whole(connection, log, path, built, values, facts, report, file.name)
        if lost is None:
            lost = _in_batches(connection, log, path, built, values, report, file.name)
        if facts and half:
            end = _frame([], list(lost)).assign(line=[facts.lines + 1], reason=[HALF_LINE], raw=[half])
            lost = pd.concat([lost, end]) if len(lost) else end
        return _sum_up(connection, log, path, built, lost) | {"truncated": truncated}


@contextmanager
def _database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = queries.connect()
    try:
        connection.execute("SET memory_limit = ?", [MEMORY])
        connection.execute("SET temp_directory = ?", [str(folder / "spill")])
        connection.execute("SET TimeZone = 'UTC'")
        yield connection
    finally:
        connection.close()


def _whole(
    connection: duckdb.DuckDBPyConnection,
    log: Log,
    path: Path,
    built: Path,
    values: dict[str, queries.Value],
    facts: logfiles.Survey | None,
    report: Report | None,
    name: str,
) -> pd.DataFrame | None:
    """Load a file in one go; gives the lines that could not be parsed, None where the lines do not add up.

    Every line of a clean CSV file is its header, a row or a rejected line. Where that sum is not right a record runs
    over several lines, or something was swallowed, and the careful reader has to tell; so it has of lines of blanks,
    of columns that changed half-way, and where rejected rows are many: it has their text at hand.
    """
    events = built / "events-00000.parquet"
    width = 0
    if facts is None:
        rows = cells.whole_parquet(connection, log, path)
    else:
        rows, width = cells.whole_csv(connection, log, path)
    with watch(report, f"{name}: loading", path.stat().st_size, connection):
        records = _records(connection, log, rows, values)
        interruptible(connection, records.write_parquet, str(events), compression="zstd")
    if facts is None:
        return _frame([], ["line", "reason", "raw"])
    lost = queries.select(connection, "csv_rejects", {"width": width}).df()
    [(count,)] = connection.read_parquet(str(events)).aggregate("count(*)").fetchall()
    last = facts.lines - facts.trailing_blank
    [(faulty,)] = connection.read_parquet(str(events)).aggregate("count(fault)").fetchall()
    blank, changed = lost["raw"].str.strip().eq("").any(), lost["line"].tail(3).tolist() == [last - 2, last - 1, last]
    if 1 + count + len(lost) == last and not blank and not changed and faulty + len(lost) <= MANY:
        return lost
    events.unlink()
    return None


def _in_batches(
    connection: duckdb.DuckDBPyConnection,
    log: Log,
    path: Path,
    built: Path,
    values: dict[str, queries.Value],
    report: Report | None,
    name: str,
) -> pd.DataFrame:
    """Load a file batch by batch through the careful readers; what they cannot read is among the rejected rows."""
    with watch(report, f"{name}: loading", path.stat().st_size) as step:
        number = 0
        for number, (rows, frame) in enumerate(cells.batches(connection, log, path), 1):
            part = built / f"events-{number:05}.parquet"
            records = _records(connection, log, rows, values)
            interruptible(connection, records.write_parquet, str(part), compression="zstd")
            step.advance(int(frame["raw"].str.len().sum()) if "raw" in frame else 0, rows=len(frame))
        if not number:
            nothing = _records(connection, log, cells.no_rows(connection), values)
            nothing.write_parquet(str(built / "events-00000.parquet"))
    return _frame([], ["line", "reason", "raw"])


def _records(
    connection: duckdb.DuckDBPyConnection, log: Log, rows: duckdb.DuckDBPyRelation, values: dict[str, queries.Value]
) -> duckdb.DuckDBPyRelation:
    """The chain of SELECTs from cells to records; nothing runs before it is written."""
    rows.create_view("cells", replace=True)
    if log.period_unit:
        queries.select(connection, "periods", values).create_view("timed", replace=True)
    else:
        step = {"iso": "moments_iso", "epoch-s": "moments_epoch", "epoch-ms": "moments_epoch"}
        queries.select(connection, step.get(log.time_format, "moments_pattern"), values).create_view(
            "clocked", replace=True
        )
        queries.select(connection, "moments", values).create_view("timed", replace=True)
    return queries.select(connection, "records", values)


def _sum_up(
    connection: duckdb.DuckDBPyConnection, log: Log, path: Path, built: Path, lost: pd.DataFrame
) -> dict[str, Any]:
    """Write the days and the rejected rows of a file whose records are written, and count them."""
    parts = [str(part) for part in sorted(built.glob("events-*.parquet"))]
    connection.read_parquet(parts, file_row_number=True).create_view("records", replace=True)
    days, rejected = queries.select(connection, "log_days"), queries.select(connection, "log_faults")
    interruptible(connection, days.write_parquet, str(built / "days.parquet"), compression="zstd")
    back = 0
    if not log.period_unit:
        [(back,)] = interruptible(connection, queries.select(connection, "clock_back").fetchall)
    [(parsed, good, first, last)] = interruptible(connection, queries.select(connection, "log_counts").fetchall)
    noted = {
        "rows": parsed + len(lost),
        "loaded": good,
        "rejected": parsed + len(lost) - good,
        "clock_back": back,
        "lost_lines": [int(line) for line in lost["line"]],
        "first_seen_at": first and first.isoformat(),
        "last_seen_at": last and last.isoformat(),
    }
    if parsed - good > MANY and log.format != "parquet":  # the careful reader has given line and text
        told = rejected.select("line", "reason", "raw").order("line")
        interruptible(connection, told.write_parquet, str(built / "faults.parquet"), compression="zstd")
        return noted
    faults = interruptible(connection, rejected.df)
    if len(faults) and faults["line"].isna().all():
        faults["line"] = lines_of(faults["place"], lost["line"])
        faults["raw"] = faults["line"].map(raw_lines(path, faults["line"]))
    elif log.format == "parquet" and len(faults):
        faults["raw"] = faults["line"].map(cells.raw_rows(connection, path, faults["line"]))
    every = pd.concat([frame for frame in (lost, faults[["line", "reason", "raw"]]) if len(frame)] or [lost])
    every = every.astype({"line": "int64", "reason": "str", "raw": "str"}).sort_values("line", kind="stable")
    connection.from_df(every).write_parquet(str(built / "faults.parquet"), compression="zstd")
    return noted


def _frame(rows: list[tuple[Any, ...]], names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names, dtype="str")

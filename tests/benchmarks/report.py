"""The results as one Markdown table: every figure as a ratio to the side beside which it was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from pathlib import Path

import plan
from make_data import PARTNERS, STATEMENTS, World
from measure import Bench, Result
from plan import Piece

FULL_ROWS = 20_000_000  # what the wanted ratios are about
HEADER = ("work", "side", "reads", "seconds", "ratio", "wanted", "peak memory")


def table(bench: Bench) -> str:
    """The Markdown table of all that was measured; rows of what was not are left out."""
    rows = [*_load(bench), *_counts(bench), *_users(bench), *_more(bench)]
    if bench.world.rows < FULL_ROWS:  # in a short run what is the same for every size outweighs all else
        rows = [(*row[:5], "", row[6]) for row in rows]
    rows = [HEADER, ("---",) * len(HEADER), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def conditions(world: World, rounds: int, versions: dict[str, str], command: str) -> str:
    """Data, machine, versions and command, as Markdown."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    found = {"Python": platform.python_version()} | versions
    more = f", and {world.more_rows:,} as Parquet" if world.more_rows else ""
    lines = [
        f"{world.rows:,} rows as CSV and as Parquet{more}; {PARTNERS} partners, {STATEMENTS:,} statements. "
        f"Seconds: median of {rounds} rounds in which the sides took turns, least and most in brackets; a process for "
        "each, files in the system's cache. Peak memory: the largest resident set. All sides gave the same answers.",
        f"Machine: {_processor()}, {cores} cores, {memory:.0f} GB of memory, {_system()}. "
        f"{', '.join(f'{name} {number}' for name, number in found.items())}.",
        f"Command: `{command}`",
    ]
    return "\n\n".join(lines)


def _load(bench: Bench) -> Iterator[tuple[str, ...]]:
    work = f"load {_millions(bench.world.rows)} rows of CSV"
    bare = bench.results.get(plan.BARE_LOAD)
    if bare is None:
        return
    kept = bench.results[plan.BARE_LOAD_FILE]
    yield _row(work, "`CREATE TABLE AS SELECT * FROM read_csv(…)` in memory", "CSV", bare)
    yield _row(work, "the same into a database file", "CSV", kept)
    for piece, users, least in ((plan.LOAD_DROPPED, "dropped", 0.7), (plan.LOAD_KEYED, "keyed", 0.5)):
        ours = bench.results[piece]
        speed = bare.median() / ours.median()
        told = f"{speed:.2f} of the speed in memory, {kept.median() / ours.median():.2f} of that into a file"
        wanted = [_wanted(f"≥ {least} of that in memory", speed >= least), _memory(ours, 3)]
        yield _row(work, f"overstay, users {users}", "CSV", ours, told, wanted)
    again = bench.results[plan.REOPEN]
    yield _row("open the case again", "overstay, users keyed", "CSV (its hash), cache", again)


def _counts(bench: Bench) -> Iterator[tuple[str, ...]]:
    work = f"{_millions(bench.world.rows)} events × {STATEMENTS:,} statements: counts, first and last"
    hand, ours = bench.results.get(plan.HAND), bench.results.get(plan.COMPARE)
    if hand is None or ours is None:
        return
    yield _row(work, "hand-written join, DuckDB", "loaded Parquet", hand)
    yield from _ours(work, ours, hand)
    yield from _peers(bench, work, ours, {plan.POLARS: "loaded Parquet"}, plan.PANDAS)


def _users(bench: Bench) -> Iterator[tuple[str, ...]]:
    work = "the same with exact distinct users"
    hand, ours = bench.results.get(plan.HAND_USERS), bench.results.get(plan.COMPARE_USERS)
    if hand is None or ours is None:
        return
    yield _row(work, "hand-written join, DuckDB", "loaded Parquet, users hashed", hand)
    yield from _ours(work, ours, hand)
    raw = bench.results[plan.HAND_RAW]
    told = f"overstay takes {ours.median() / raw.median():.2f} × its time"
    yield _row(work, "hand-written join, DuckDB", "table in memory, users as text", raw, told)
    of_polars = {plan.POLARS_USERS: "loaded Parquet, users hashed", plan.POLARS_RAW: "raw Parquet, users as text"}
    yield from _peers(bench, work, ours, of_polars, plan.PANDAS_USERS)


def _more(bench: Bench) -> Iterator[tuple[str, ...]]:
    if plan.COMPARE_MORE not in bench.results:
        return
    rows, more = _millions(bench.world.rows), _millions(bench.world.more_rows)
    factor = bench.world.more_rows / bench.world.rows
    for work, few, many in (
        ("load {} rows of Parquet", plan.LOAD_PARQUET, plan.LOAD_MORE),
        ("{} events, with exact distinct users", plan.COMPARE_PARQUET, plan.COMPARE_MORE),
    ):
        small, large = bench.results[few], bench.results[many]
        grown = large.median() / small.median()
        reads = "raw Parquet" if few.counts else "loaded Parquet"
        yield _row(work.format(rows), "overstay, users keyed", reads, small)
        yield _row(
            work.format(more),
            "overstay, users keyed",
            reads,
            large,
            f"{grown:.1f} × the time for {factor:g} × the rows",
            [_wanted(f"≤ {factor:g} ×", grown <= factor), _memory(large, 6)],
        )
    for size, ours, hand in (
        (rows, plan.COMPARE_PARQUET, plan.HAND_PARQUET),
        (more, plan.COMPARE_MORE, plan.HAND_MORE),
    ):
        told = f"overstay takes {bench.results[ours].median() / bench.results[hand].median():.2f} × its time"
        work = f"{size} events, with exact distinct users"
        yield _row(work, "hand-written join, DuckDB", "loaded Parquet, users hashed", bench.results[hand], told)


def _ours(work: str, ours: Result, hand: Result) -> Iterator[tuple[str, ...]]:
    ratio = ours.median() / hand.median()
    wanted = [_wanted("≤ 1.3 ×", ratio <= 1.3)]
    yield _row(work, "overstay, all of `compare()`", "loaded Parquet", ours, _times(ratio), wanted)
    ratio = ours.median("events") / hand.median()
    told = (_seconds(ours, "events"), _times(ratio), _wanted("≤ 1.3 ×", ratio <= 1.3))
    yield (work, "of it the queries over the events", "loaded Parquet", *told, "")


def _peers(
    bench: Bench, work: str, ours: Result, of_polars: dict[Piece, str], of_pandas: Piece
) -> Iterator[tuple[str, ...]]:
    for piece, reads in of_polars.items():
        if polars := bench.results.get(piece):
            slower = polars.median() / ours.median()
            wanted = [_wanted("≥ 1 ×", slower >= 1)]
            yield _row(work, "Polars, streaming", reads, polars, f"{slower:.2f} × the time of overstay", wanted)
    if pandas := bench.results.get(of_pandas):
        slower = pandas.median() / ours.median()
        told = f"{slower:.1f} × the time of overstay ({pandas.median('loop') / ours.median():.1f} × without reading)"
        wanted = [_wanted("≥ 10 ×", slower >= 10)]
        yield _row(work, "pandas, loop over the statements", "raw Parquet, users as text", pandas, told, wanted)


def _row(
    work: str, side: str, reads: str, result: Result, ratio: str = "", wanted: list[str] | None = None
) -> tuple[str, ...]:
    return (work, side, reads, _seconds(result), ratio, "; ".join(wanted or []), f"{result.peak / 1e9:.2f} GB")


def _seconds(result: Result, part: str = "seconds") -> str:
    runs = result.all(part)
    return f"{result.median(part):.2f} ({min(runs):.2f}–{max(runs):.2f})"


def _times(ratio: float) -> str:
    return f"{ratio:.2f} × the time by hand"


def _wanted(target: str, met: bool) -> str:
    return f"{target}: {'met' if met else '**missed**'}"


def _memory(result: Result, most: int) -> str:
    return _wanted(f"≤ {most} GB", result.peak <= most * 1e9)


def _millions(rows: int) -> str:
    return f"{rows / 1e6:g}M"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    names = [line.partition(":")[2] for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
    return (names or [platform.processor() or platform.machine()])[0].strip()


def _system() -> str:
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()} {platform.release()}"
    except OSError:
        return f"{platform.system()} {platform.release()}"

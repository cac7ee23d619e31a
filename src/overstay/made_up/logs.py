"""The logs of a synthetic case, written day by day: what is planted, ordinary traffic around it, and broken lines.

Memory holds what is planted and one day of traffic. A file's bytes hang on the seed and the number of rows alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from overstay.errors import OptionError
from overstay.made_up.lines import (
    STATUSES,
    Line,
    agent,
    broken_lines,
    count_line,
    csv_cells,
    days_of,
    request_line,
    some_moment,
    web_line,
)
from overstay.made_up.world import CATEGORIES, DAY, HOUR, PROGRAMS, Request, Strand, World, day_text, moment
from overstay.progress import Report, watch

FEWEST_ROWS = 3_000
FILES = {
    "api": "logs/api.csv",
    "local": "logs/api-local.csv.gz",
    "web": "logs/web.log",
    "extra": "logs/extra.jsonl",
    "monthly": "logs/monthly.csv",
    "daily": "logs/daily.csv",
}
COUNTED = {"monthly": "%Y-%m", "daily": "%Y-%m-%d"}  # how they write what a row counts
HEADERS = {
    "api": "time,partner,method,endpoint,user,status\n",
    "local": "time,partner,method,endpoint,user,status\n",
    "monthly": "month,partner,program,category,requests\n",
    "daily": "day,partner,program,category,requests\n",
}
_SIDE_SHARE = 0.03  # of all rows, in each of the logs beside the main one
_TAILS = 4_000  # different rows of ordinary traffic a strand at most, but for the time


@dataclass(frozen=True, slots=True)
class ExpectedFile:
    """What must be counted in one file: rows (without its header) = loaded + rejected."""

    file: str
    rows: int
    rejected: int


def write_logs(folder: Path, world: World, rows: int, report: Report | None = None) -> list[ExpectedFile]:
    """Write all logs of the world, `rows` rows together, and say what must be counted in each file.

    OptionError where that is fewer than what is planted needs.
    """
    if rows < FEWEST_ROWS:
        raise OptionError(f"rows={rows!r}: write a whole number from {FEWEST_ROWS}")
    (folder / "logs").mkdir()
    planted = {log_id: _planted(world, log_id) for log_id in FILES}
    broken = {log_id: broken_lines(world, log_id) for log_id in FILES}
    days = {log_id: days_of(world, log_id) for log_id in ("api", "local", "web", "extra")}
    traffic = {log_id: max(len(days[log_id]), int(rows * _SIDE_SHARE)) for log_id in ("local", "web", "extra")}
    fixed = sum(len(lines) for lines in (*planted.values(), *broken.values()))
    traffic["api"] = rows - fixed - sum(traffic.values())
    if traffic["api"] < len(days["api"]):
        raise OptionError(f"rows={rows!r}: {len(world.partners)} partners need more; write {2 * rows} or more")
    found = []
    for log_id, name in FILES.items():
        lines = sorted(planted[log_id] + broken[log_id], key=lambda line: line[0])
        with _opened(folder / name) as write, watch(report, f"{name}: writing", 0) as step:
            write(HEADERS.get(log_id, "").encode())
            if log_id in COUNTED:
                write(b"".join(_bytes(text) + b"\n" for _, text in lines))
                count = len(lines)
            else:
                count = 0
                for block, number in _by_day(world, log_id, days[log_id], traffic[log_id], lines):
                    write(block)
                    count += number
                    step.advance(len(block), rows=number)
        found.append(ExpectedFile(name, count, len(broken[log_id])))
    return found


def endpoint_rows() -> list[dict[str, str]]:
    """The map from endpoints to programs and kinds of data."""
    rows = [
        {"pattern": f"/v2/{program}/{kind}/*", "program_id": program, "category_id": kind}
        for program in PROGRAMS
        for kind in CATEGORIES
        if program != "batch-export"
    ]
    return [*rows, {"pattern": "/v2/batch-export/*", "program_id": "batch-export", "note": "names no kind of data"}]


def agent_rows(world: World) -> list[dict[str, str]]:
    """The map from the programs that call a web server to partners, programs and kinds of data."""
    return [
        {
            "pattern": f"{agent(strand)}/*",
            "partner_id": strand.partner.id,
            "program_id": strand.program_id,
            "category_id": strand.category_id,
        }
        for strand in world.strands
        if strand.log_id == "web"
    ]


def _by_day(
    world: World, log_id: str, days: Sequence[int], traffic: int, lines: Sequence[Line]
) -> Iterator[tuple[bytes, int]]:
    """Each day with its rows as bytes and their number; each gets the same traffic, but for one row."""
    draw = _main_traffic if log_id == "api" else _side_traffic
    drawing = draw(world, log_id, days, traffic)
    next(drawing)
    each, more = divmod(traffic, len(days))
    place = 0
    for number, day in enumerate(days):
        usual = drawing.send(each + (number < more))
        until = moment(day + 1) if number + 1 < len(days) else 1 << 62
        begin = place
        while place < len(lines) and lines[place][0] < until:
            place += 1
        if begin == place:
            yield ("\n".join(text for _, text in usual) + "\n").encode(), len(usual)
        else:
            all_lines: list[Line] = sorted([*lines[begin:place], *usual], key=lambda line: line[0])
            yield b"".join(_bytes(text) + b"\n" for _, text in all_lines), len(all_lines)


Drawing = Generator[list[tuple[int, str]], int, None]


def _main_traffic(world: World, log_id: str, days: Sequence[int], total: int) -> Drawing:
    """Takes a number of rows for each day in turn, and gives them in the order of their moments."""
    strands = [strand for strand in world.strands if strand.log_id == log_id and strand.fill_until]
    each = min(_TAILS, 10 + total // len(strands))
    tails = [[csv_cells(world, strand) for _ in range(each)] for strand in strands]
    clock = [f"T{second // HOUR:02}:{second // 60 % 60:02}:{second % 60:02}" for second in range(DAY)]
    roll = world.dice.roll
    active: list[int] = []
    pool: list[str] = []
    count = yield []
    for day in days:
        now = [number for number, strand in enumerate(strands) if day < strand.fill_until]
        if now != active:
            active, pool = now, [tail for number in now for tail in tails[number]]
        start, text, size = moment(day), day_text(day), len(pool)
        seconds = sorted([int(roll() * DAY) for _ in range(count)])
        count = yield [(start + second, f"{text}{clock[second]}{pool[int(roll() * size)]}") for second in seconds]


def _side_traffic(world: World, log_id: str, days: Sequence[int], total: int) -> Drawing:
    """The same for the other logs: in office hours only, so that a day is the same day in each zone of the case."""
    strands = [strand for strand in world.strands if strand.log_id == log_id and strand.fill_until]
    dice = world.dice
    count = yield []
    for day in days:
        start = moment(day)
        seconds = sorted([dice.between(12 * HOUR, 20 * HOUR - 1) for _ in range(count)])
        count = yield [
            (
                start + second,
                request_line(world, dice.pick(strands), Request(start + second, world.user(), dice.pick(STATUSES))),
            )
            for second in seconds
        ]


def _planted(world: World, log_id: str) -> list[Line]:
    lines: list[Line] = []
    for strand in world.strands:
        if strand.log_id == log_id:
            for request in strand.requests:
                lines.append((request.written or request.at, request_line(world, strand, request)))
            for period in strand.counts:
                begins = datetime.strptime(period, COUNTED[log_id]).replace(tzinfo=UTC)
                lines.append((int(begins.timestamp()), count_line(strand, period)))
    if log_id == "api":
        nobody = Strand("unknown partner", log_id, world.partners[0], "profile-api", "profile", ("Nobody Knows, Ltd",))
        for _ in range(world.dice.between(5, 12)):
            lines.append((at := some_moment(world, log_id), request_line(world, nobody, Request(at, world.user()))))
    if log_id == "web":
        for _ in range(world.dice.between(5, 12)):
            at = some_moment(world, log_id)
            lines.append((at, web_line(at, "-", 200, "/", "Mozilla/5.0 (X11; Linux x86_64)")))
    return lines


@contextmanager
def _opened(path: Path) -> Iterator[Callable[[bytes], object]]:
    with path.open("wb") as file:
        if path.suffix == ".gz":
            yield from _stored_gzip(file)
        else:
            yield file.write


def _stored_gzip(file: BinaryIO) -> Iterator[Callable[[bytes], object]]:
    """Write a gzip file (RFC 1952) of stored blocks: what a compressor gives hangs on its version, and on its maker."""
    sums = [0, 0]  # CRC-32 and length of what was written

    def write(data: bytes) -> None:
        sums[0], sums[1] = zlib.crc32(data, sums[0]), sums[1] + len(data)
        for start in range(0, len(data), 65_535):
            part = data[start : start + 65_535]
            size = len(part).to_bytes(2, "little")
            file.write(b"\x00" + size + bytes(byte ^ 0xFF for byte in size) + part)

    file.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
    yield write
    file.write(b"\x01\x00\x00\xff\xff" + sums[0].to_bytes(4, "little") + (sums[1] & 0xFFFFFFFF).to_bytes(4, "little"))


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()

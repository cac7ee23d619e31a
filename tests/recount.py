"""A synthetic case counted by hand: plain Python over the written files, for tests of its truth.csv and of overstay.

It knows nothing of how the files were made, and nothing of how overstay reads them. So the three can only agree where
each is right.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from truth import Answer, Found, read_rows

REFUSED = ("401", "403")
WEB = re.compile(r'(\S+) (\S+) (\S+) \[([^\]]+)\] "(\S+) (\S+) (\S+)" (\d{3}) (\d+|-) "([^"]*)" "([^"]*)"')
FIRST, LAST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
NEVER = 1 << 60


def recounted(folder: Path) -> Answer:
    """The answer that the written files give to whoever counts by hand."""
    case = _Case(folder)
    logs, files = {}, {}
    for log_id, how in case.logs.items():
        log = logs[log_id] = _Log(case, how)
        files[how["file"]] = (len(log.events) + log.rejected, log.rejected)
    found = {}
    for said in case.statements:
        if said["kind"] in ("ended", "will-end", "extension"):
            for log_id, log in logs.items():
                if (result := _held_against(case, said, log)) is not None:
                    found[said["statement_id"], log_id] = result
    return Answer(found, files)


class _Event(NamedTuple):
    partner: str
    program: str
    kind: str
    begin: int  # earliest moment, in seconds since 1970
    until: int  # the first second that is certainly after it
    number: int
    refused: bool
    user: str


@dataclass
class _Case:
    folder: Path
    logs: dict[str, dict[str, Any]] = field(init=False)
    statements: list[dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.logs = tomllib.loads((self.folder / "case.toml").read_text())["logs"]
        self.statements = read_rows(self.folder / "statements.csv")
        self.zones = {row["source_id"]: row["zone"] for row in read_rows(self.folder / "sources.csv")}
        self.partners = {
            name.lower(): row["partner_id"]
            for row in read_rows(self.folder / "partners.csv")
            for name in (row["partner_id"], row["name"], *row["aliases"].split("|"))
        }
        self.programs = {
            name.lower(): row["program_id"]
            for row in read_rows(self.folder / "programs.csv")
            for name in (row["program_id"], row["name"])
        }
        kinds = read_rows(self.folder / "categories.csv")
        self.kinds = {name.lower(): row["category_id"] for row in kinds for name in (row["category_id"], row["name"])}
        self.whole = {row["category_id"]: row["part_of"] for row in kinds}


class _Log:
    """The events of one log, how many of its lines are no events, and the days on which anybody is seen."""

    def __init__(self, case: _Case, how: dict[str, Any]) -> None:
        self.case, self.how = case, how
        self.events: list[_Event] = []
        self.rejected = 0
        self.zone = _zone(how["time_zone"]) if "time_zone" in how else None
        rows = read_rows(case.folder / how["map"]) if "map" in how else []
        self.map = [(re.compile(".*".join(map(re.escape, row["pattern"].split("*")))), row) for row in rows]
        days = set()
        for cells in self._lines():
            event = None if cells is None else self._event(cells)
            if event is None:
                self.rejected += 1
            else:
                self.events.append(event)
                days.add((datetime.fromtimestamp(event.begin, self.zone or FIRST)).date())
        self.days = sorted(days)
        self.by_name: dict[tuple[str, str], list[_Event]] = {}
        for event in self.events:
            self.by_name.setdefault((event.partner, event.program), []).append(event)

    def _lines(self) -> Iterator[dict[str, Any] | None]:
        """The cells of each line by column; None for a line that cannot be read."""
        path = self.case.folder / self.how["file"]
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = raw.removesuffix(b"\n").split(b"\n")
        header = lines.pop(0).decode().split(",") if ".csv" in path.name else []
        for line in lines:
            try:
                text = line.decode()
            except UnicodeDecodeError:
                yield None
                continue
            yield None if "\0" in text else _cells(text, header, path.suffix)

    def _event(self, cells: dict[str, Any]) -> _Event | None:
        how = self.how
        time = cells
        for key in how.get("time", how.get("period", "time")).split("."):
            time = time.get(key) if isinstance(time, dict) else None  # type: ignore[assignment]
        span = self._span(str(time or ""))
        count = cells.get(how.get("count", "")) or "1"
        if span is None or not str(count).isdigit():
            return None
        mapped = self._mapped(str(cells.get(how.get("map_column", ""), "")))
        name = mapped.get("partner_id") or cells.get(how.get("partner", "")) or ""
        if not name and "partner" in how:
            return None
        program = mapped.get("program_id") or self.case.programs.get(str(cells.get(how.get("program", ""))).lower(), "")
        kind = mapped.get("category_id") or self.case.kinds.get(str(cells.get(how.get("category", ""))).lower(), "")
        user = cells.get(how.get("user", ""), "")
        return _Event(
            self.case.partners.get(name.lower(), name),
            program,
            kind,
            *span,
            int(count),
            str(cells.get("status")) in REFUSED,
            "" if user in (None, "-") else user,
        )

    def _span(self, text: str) -> tuple[int, int] | None:
        """From when on and until when a time may be: a second, or more in an hour that the clocks give twice."""
        try:
            if unit := self.how.get("period_unit"):
                first = datetime.strptime(text, {"month": "%Y-%m", "day": "%Y-%m-%d"}[unit])
                last = first + timedelta(days=1) if unit == "day" else (first + timedelta(days=31)).replace(day=1)
                return _seconds(first, self.zone or FIRST), _seconds(last, self.zone or LAST)
            if self.how.get("format") == "combined":
                at = int(datetime.strptime(text, "%d/%b/%Y:%H:%M:%S %z").timestamp())
                return at, at + 1
            local = datetime.fromisoformat(text)
        except ValueError:
            return None
        assert self.zone is not None
        readings = {_seconds(local.replace(fold=fold), self.zone) for fold in (0, 1)}
        true = [at for at in readings if datetime.fromtimestamp(at, self.zone).replace(tzinfo=None, fold=0) == local]
        return (min(true), max(true) + 1) if true else None

    @lru_cache(maxsize=10_000)  # noqa: B019 - a log lives as long as its test
    def _mapped(self, text: str) -> dict[str, str]:
        return next((row for pattern, row in self.map if pattern.fullmatch(text)), {})


def _cells(text: str, header: list[str], suffix: str) -> dict[str, Any] | None:
    if suffix == ".jsonl":
        try:
            record = json.loads(text)
        except ValueError:
            return None
        return record if isinstance(record, dict) else None
    if suffix == ".log":
        names = ("host", "ident", "user", "time", "method", "path", "protocol", "status", "bytes", "referer", "agent")
        match = WEB.fullmatch(text)
        return dict(zip(names, match.groups(), strict=True)) if match else None
    cells = next(csv.reader([text]))
    return dict(zip(header, cells, strict=True)) if len(cells) == len(header) else None


def _held_against(case: _Case, said: dict[str, str], log: _Log) -> Found | None:
    """One statement with an end against one log; None where the log shows nothing of what it speaks of."""
    named = log.by_name.get((said["partner_id"], said["program_id"]), [])
    events = [event for event in named if _is_about(case, said, event)]
    if not events:
        return None
    zone = case.zones[said["source_id"]]
    stated, end = _end(said["stated_date"], zone)
    covers = [
        _cover(other, case.zones[other["source_id"]], stated)
        for other in case.statements
        if other is not said
        and all(other[name] == said[name] for name in ("partner_id", "program_id", "category_id"))
        and other["kind"] in ("extension", "granted", "continues")
    ]
    later = [event for event in events if event.until > end]
    served = [event for event in later if not event.refused]
    explained = [e for e in served if any(begin <= e.begin and e.until <= until for begin, until in covers)]
    open_ = [event for event in served if event not in explained]
    certain = [event for event in open_ if event.begin >= end]
    after = certain or open_
    vaguer = all(event.kind == "" for event in events) and said["category_id"] != ""
    word = "left in place" if said["about"] == "feature" else "contradicted"
    if certain and not vaguer:
        verdict = word
    elif after:
        verdict = f"possibly {word}"
    elif explained:
        verdict = "explained"
    else:
        next_day = bisect_right(log.days, stated)
        allowed = timedelta(days=31 if log.how.get("period_unit") == "month" else 1)
        goes_on = next_day < len(log.days) and log.days[next_day] - stated <= allowed
        verdict = "consistent" if goes_on else "cannot tell"
    return Found(
        verdict,
        _day(min(event.begin for event in after)).isoformat() if after else "",
        sum(event.number for event in after),
        len({event.user for event in after} - {""}),
        sum(event.number for event in later if event.refused),
        sum(event.number for event in explained),
    )


def _is_about(case: _Case, said: dict[str, str], event: _Event) -> bool:
    return said["category_id"] in (event.kind, case.whole.get(event.kind, "")) or event.kind == ""


def _end(text: str, zone: str) -> tuple[date, int]:
    """The last day of a stated day or month, and the first moment after it."""
    if len(text) == 7:
        first = date.fromisoformat(f"{text}-01")
        day = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    else:
        day = date.fromisoformat(text)
    after = datetime.combine(day + timedelta(days=1), datetime.min.time())
    return day, _seconds(after, _zone(zone) if zone else LAST)


def _cover(other: dict[str, str], zone: str, stated: date) -> tuple[int, int]:
    """From when until when another statement covers access after a stated day."""
    first, _, last = other["stated_date"].partition("/")
    begin = _seconds(datetime.fromisoformat(first), _zone(zone) if zone else FIRST)
    if other["kind"] == "extension":
        return -NEVER, _end(first, zone)[1]
    if other["kind"] == "granted":
        return (begin, NEVER) if date.fromisoformat(first) > stated else (NEVER, NEVER)
    return begin, _end(last, zone)[1]


@lru_cache
def _zone(text: str) -> tzinfo:
    if text[0] in "+-":
        sign = -1 if text[0] == "-" else 1
        return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:])))
    return ZoneInfo(text)


def _seconds(local: datetime, zone: tzinfo) -> int:
    return int(local.replace(tzinfo=zone).timestamp())


def _day(at: int) -> date:
    return datetime.fromtimestamp(at, UTC).date()

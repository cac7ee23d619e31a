"""A second opinion on what logs show, reached record by record.

The package judges stretches of time and joins the records to them. Here every record is held against every statement
for itself: is it after the end, in part, or not; is each piece of it covered; who asked. Only the bounds of dates are
those of the package (`read_edtf`). A few hundred small worlds share a handful of logs, in which they cannot meet.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cases import SETTINGS, Row, make_case, rows_of, said, source, usual_tables

from overstay import Case, compare, open_case, people_after, read_edtf

WORLDS, CASES = 250, 3
ZONES = {"z": "", "u": "UTC", "n": "America/New_York", "t": "Asia/Tokyo", "log": ""}
COLUMNS = "time,who,what,kind,user,status,hits"
LOGS: dict[str, dict[str, str]] = {
    "api": {"time": "time", "time_zone": "UTC"},
    "dst": {"time": "time", "time_zone": "America/New_York"},
    "can": {"time": "time", "time_zone": "UTC", "extent": "capability"},
    "mon": {"period": "time", "period_unit": "month", "time_zone": "UTC"},
    "day": {"period": "time", "period_unit": "day"},
}
STATED = ["2015-04-30", "2015-05-15", "2015-05", "2015-04-30~", "2015-05-10?", "2015-04-20/2015-05-20", "../2015-05-31"]
DENIED = ["2015-05", "2015-04-20/2015-06-10", "2015", "../2015-05-31", "2015-05-15/..", "2015-05-10"]
GOING_ON = [
    "2015-05-16/2015-06-30",
    "2015-05/..",
    "2015-06",
    "2015-05-01/2015-05-15",
    "2015-06-01/2015-06-15",
    "../2015-05-20",
]
EXTENDED = ["2015-05-15", "2015-05-31", "2015-06", "2015-06-15~"]
GRANTED = ["2015-04-30", "2015-05-16", "2015-06", "2015-04", "2015", "2015-06-01"]
PART_OF = {"p": "q", "q": "r", "c": "d"}
TICK = timedelta(microseconds=1)
ACCUSED = {"contradicted", "left in place"}
FAR = datetime(9000, 1, 1)


@dataclass(frozen=True)
class Record:
    """One row of a log as it was written, and from when until when (UTC) it may have been; `until` is excluded."""

    log: str
    time: str
    who: str
    what: str
    kind: str
    user: str
    refused: bool
    hits: int
    start: datetime
    until: datetime

    @property
    def line(self) -> str:
        """The row of the CSV file."""
        status = "403" if self.refused else "200"
        return ",".join([self.time, self.who, self.what, self.kind, self.user, status, str(self.hits)])


@dataclass
class World:
    """Rows of a case that meet no other world."""

    statements: list[Row] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)


# Random worlds


def moment_of(log: str, at: datetime) -> tuple[str, datetime, datetime]:
    """How a log writes an instant (UTC), and what is known of it then."""
    if log in ("mon", "day"):
        return whole(log, at)
    zone = ZoneInfo(LOGS[log]["time_zone"])
    local = at.replace(tzinfo=UTC, microsecond=0).astimezone(zone).replace(tzinfo=None)
    first, second = (local.replace(tzinfo=zone, fold=n).astimezone(UTC).replace(tzinfo=None) for n in (0, 1))
    return f"{local:%Y-%m-%d %H:%M:%S}", first, second if second > first else first + TICK


def whole(log: str, at: datetime) -> tuple[str, datetime, datetime]:
    """The month in UTC, or the day of no known zone, that holds an instant."""
    if log == "mon":
        start = datetime(at.year, at.month, 1)
        return f"{start:%Y-%m}", start, datetime(at.year + at.month // 12, at.month % 12 + 1, 1)
    start = datetime(at.year, at.month, at.day)
    return f"{start:%Y-%m-%d}", start - timedelta(hours=14), start + timedelta(days=1, hours=12)


def statements(dice: random.Random, n: int) -> Iterator[Row]:
    """One to three statements with an end, and up to three that may explain."""
    for number in range(dice.choice([1, 1, 2, 3])):
        kind = dice.choice(["ended", "ended", "will-end", "never"])
        yield statement(dice, n, f"w{n}S{number}", kind, DENIED if kind == "never" else STATED)
    for number in range(dice.choice([0, 1, 1, 2, 3])):
        kind, dates = dice.choice([("extension", EXTENDED), ("continues", GOING_ON), ("granted", GRANTED)])
        yield statement(dice, n, f"w{n}X{number}", kind, dates)


def statement(dice: random.Random, n: int, id: str, kind: str, dates: list[str]) -> Row:
    """A statement of one world, about one partner or about all, some or most of them."""
    cells = {
        "kind": kind,
        "stated_date": dice.choice(dates),
        "source_id": dice.choice(["z", "u", "u", "u", "n", "t", "log"]),
        "program_id": f"w{n}{dice.choice('ppppqr')}",
        "category_id": dice.choice(["", "", "", "c", "d"]),
        "about": dice.choice(["access", "access", "use"] + (["feature"] if kind != "never" else [])),
        "reading": dice.choice(["plain"] * 5 + ["arguable"]),
    }
    match dice.randrange(10):
        case 0 | 1:
            cells |= {"quantifier": "all", "except": dice.choice(["", f"w{n}b"])}
        case 2:
            cells |= {"quantifier": dice.choice(["some", "most"])}
        case 3 if kind in ("ended", "will-end"):
            cells |= {"quantifier": dice.choice(["all", "some"]), "of": "3", "count": dice.choice("23")}
        case _:
            cells |= {"partner_id": f"w{n}{dice.choice('aaab')}"}
    return said(id, **cells)


def world(dice: random.Random, n: int) -> World:
    """A few statements, and records around every bound of their dates."""
    made = World(list(statements(dice, n)))
    bounds = [datetime(2015, 4, 30), datetime(2015, 11, 1, 5, 30), datetime(2015, 11, 1, 6, 30)]
    for row in made.statements:
        reading = bounds_of(row)
        bounds += [
            b for b in map(naive, (reading.earliest, reading.latest, reading.sure_from, reading.sure_until)) if b
        ]
    bounds = [bound for bound in bounds if 2014 < bound.year < 2017]
    logs = dice.choices(["api", "dst", "can", "mon", "day"], weights=[4, 3, 1, 3, 2], k=2)
    whats, kinds = dice.choice(["p", "p", "pppq"]), dice.choice([[""], ["c"], ["c", "c", ""], ["c", "d"]])
    for _ in range(dice.choice([1, 3, 8, 16, 30])):
        log = dice.choice(logs)
        near = [timedelta(0), timedelta(seconds=1), timedelta(days=1), timedelta(days=40), timedelta(hours=13)]
        at = dice.choice(bounds) + dice.choice([1, -1]) * dice.choice(near)
        made.records.append(
            Record(
                log=log,
                time=(written := moment_of(log, at))[0],
                who=f"w{n}{dice.choice(['a'] * 7 + ['b', 'b', 'zebra'])}",
                what=f"w{n}{dice.choice(whats)}",
                kind=dice.choice(kinds),
                user=dice.choice(["", "u1", "u2", "u3", "u4"]),
                refused=dice.random() < 0.2,
                hits=dice.choice([1, 1, 2, 40, 0]),
                start=written[1],
                until=written[2],
            )
        )
    return made


def write(folder: Path, made: list[World], seed: int) -> Case:
    """One case of all worlds: their records, shuffled, in one file for each log."""
    records = [record for world in made for record in world.records]
    random.Random(seed).shuffle(records)
    (folder / "logs").mkdir(parents=True)
    described = ""
    for log, own in LOGS.items():
        lines = [COLUMNS, *(record.line for record in records if record.log == log), ""]
        (folder / "logs" / f"{log}.csv").write_text("\n".join(lines), encoding="utf-8")
        usual = {"file": f"logs/{log}.csv", "source": "log", "partner": "who", "program": "what", "category": "kind"}
        cells = usual | {"user": "user", "status": "status", "count": "hits"} | own
        described += f"\n[logs.{log}]\n" + "".join(f'{key} = "{value}"\n' for key, value in cells.items())
        described += 'refused = ["403"]\n'
    tables: dict[str, Any] = {
        "sources": [source(name, zone=zone) for name, zone in ZONES.items()],
        "partners": [{"partner_id": f"w{n}{x}", "name": f"Partner {n} {x}"} for n in range(len(made)) for x in "ab"],
        "programs": [
            {"program_id": f"w{n}{x}", "name": f"{x} of {n}", "part_of": f"w{n}{PART_OF[x]}" if x in PART_OF else ""}
            for n in range(len(made))
            for x in "pqr"
        ],
        "categories": usual_tables()["categories"],
        "statements": [row for world in made for row in world.statements],
    }
    return open_case(make_case(folder, settings=SETTINGS + described, **tables))


# The second opinion


def bounds_of(row: Row, grace: int = 0) -> Any:
    """The bounds of a statement's date."""
    return read_edtf(row["stated_date"], ZONES[row["source_id"]] or None, grace_days=grace)


def naive(at: datetime | None) -> datetime | None:
    """An instant in UTC without its zone."""
    return None if at is None else at.astimezone(UTC).replace(tzinfo=None)


def above(id: str) -> list[str]:
    """An id and the wholes that it is part of, blank (not specific) last."""
    prefix, letter = (id[:-1], id[-1:]) if id.startswith("w") else ("", id)
    found = []
    while letter:
        found.append(prefix + letter)
        letter = PART_OF.get(letter, "")
    return [*found, ""]


Key = tuple[str, str, str, str]  # log, partner, program, kind of data


def vaguer(row: Row, key: Key) -> bool | None:
    """Whether records of a key say less than a statement; None where they are about something else."""
    _, who, what, kind = key
    if (row.get("partner_id") or who) != who or who in row.get("except", "").split("|"):
        return None
    if row["program_id"] not in above(what):
        return None
    stated = row.get("category_id", "")
    return False if stated in above(kind) else True if not kind else None


@dataclass(frozen=True)
class Cover:
    """What another statement covers; `sure` = all of it, and surely after the end; `single` = able to alone."""

    start: datetime
    until: datetime
    sure: bool
    narrower: bool
    single: bool


def covers(row: Row, others: list[Row], key: Key) -> Iterator[Cover]:
    """The statements that cover a part of the time after a stated end, for records of one key."""
    last_day = bounds_of(row).latest_date
    for other in others:
        fits = [
            (said in above(seen), not seen or (said != seen and seen in above(said)))
            for said, seen in ((other["program_id"], key[2]), (other.get("category_id", ""), key[3]))
        ]
        of_it = other.get("partner_id") in (None, "", key[1]) and key[1] not in other.get("except", "").split("|")
        if other is row or not of_it or other.get("quantifier") in ("some", "most"):
            continue
        if other["kind"] not in ("extension", "continues", "granted") or not all(whole or part for whole, part in fits):
            continue
        reading, narrower = bounds_of(other), not all(whole for whole, _ in fits)
        start, until = naive(reading.earliest) or datetime(1, 1, 1), naive(reading.latest) or FAR
        if other["kind"] == "extension":
            yield Cover(datetime(1, 1, 1), until, not narrower, narrower, True)
        elif other["kind"] == "continues":
            yield Cover(start, until, not narrower, narrower, True)
        elif reading.latest_date is None or reading.latest_date > last_day:
            later = reading.earliest_date is not None and reading.earliest_date > last_day
            yield Cover(start, FAR, later and not narrower, narrower, later)


def place(record: Record, row: Row, covering: list[Cover], grace: int) -> int:
    """0 = not after the end, 1 = surely, 2 = surely but perhaps covered, 3 = perhaps after, 4 = covered."""
    reading = bounds_of(row, grace)
    if row["kind"] == "never":
        begin, end = naive(reading.earliest) or datetime(1, 1, 1), naive(reading.latest) or FAR
        sure_begin, sure_end = naive(reading.sure_from) or datetime(1, 1, 1), naive(reading.sure_until) or FAR
        if record.until <= begin or record.start >= end:
            return 0
        if record.start >= sure_begin and record.until <= sure_end:
            return 1
        return 2 if record.start >= begin and record.until <= end else 3
    deadline = naive(reading.deadline)
    if deadline is None or record.until <= deadline:
        return 0
    if record.start < deadline:
        return 3
    cuts = sorted({record.start, record.until, *(c for cover in covering for c in (cover.start, cover.until))})
    pieces = [cut for cut in cuts if record.start <= cut < record.until]
    met = [[cover for cover in covering if cover.start <= piece < cover.until] for piece in pieces]
    if all(any(cover.sure for cover in found) for found in met):
        return 4
    return 2 if any(met) else 1


Expected = tuple[Any, ...]  # verdict, events, first, last, users, refused, explained


def opinion(row: Row, key: Key, records: list[Record], others: list[Row], grace: int) -> tuple[Expected, list[Record]]:
    """What is to be said of a statement and the records of one key, and the records that surely are an overstay."""
    covering = [] if row["kind"] == "never" else list(covers(row, others, key))
    placed = [(place(record, row, covering, grace), record) for record in records]
    served = [(tier, record) for tier, record in placed if not record.refused and record.hits]
    tiers = {tier for tier, _ in served if tier}
    best = min(tiers, default=0)
    decisive = [record for tier, record in served if tier == best] if best in (1, 2, 3) else []
    counts = (
        sum(record.hits for record in decisive),
        min((record.start for record in decisive), default=None),
        max((record.start for record in decisive), default=None),
        len({record.user for record in decisive if record.user}),
        sum(record.hits for tier, record in placed if tier and record.refused),
        sum(record.hits for tier, record in served if tier == 4),
    )
    if row["kind"] != "never" and bounds_of(row).latest is None:
        counts = (None,) * 6  # type: ignore[assignment]
    verdict = verdict_of(row, key, best, [record for tier, record in served if tier == best], covering)
    sure = [record for tier, record in served if tier == 1] if verdict in ACCUSED else []
    return (verdict, *counts), sure


def is_sure(row: Row, key: Key, best: int, found: list[Record], covering: list[Cover]) -> bool:
    """Whether access lies after the end for certain, as far as the evidence goes."""
    if best not in (1, 2) or (row["kind"] == "never" and best == 2) or vaguer(row, key) or key[1].endswith("zebra"):
        return False
    return not any(
        c.narrower and c.single and c.start <= last(found)[0] and last(found)[1] <= c.until for c in covering
    )


def last(found: list[Record]) -> tuple[datetime, datetime]:
    """The bounds of the last record."""
    return max(record.start for record in found), max(record.until for record in found)


def verdict_of(row: Row, key: Key, best: int, found: list[Record], covering: list[Cover]) -> str:
    """The verdict; "silence" for all that rests on what was not seen."""
    never = row["kind"] == "never"
    if row.get("quantifier") in ("some", "most") or (not never and bounds_of(row).latest_date is None):
        return "cannot tell"
    if not best:
        return "silence"
    uncertain = row["reading"] == "arguable" or "?" in row["stated_date"]
    sure = best == 4 or is_sure(row, key, best, found, covering)
    weak = bool(vaguer(row, key)) or key[1].endswith("zebra") or uncertain
    if (row["about"] == "use" and key[0] == "can") or (never and vaguer(row, key)):
        return "cannot tell"
    if row["source_id"] == "log" and (weak or not sure):
        return "cannot tell"
    alone = any(
        c.single and not c.narrower and c.start <= last(found)[0] and last(found)[1] <= c.until for c in covering
    )
    if best == 4 or (best == 3 and alone):
        return "explained"
    ended = "left in place" if row["about"] == "feature" else "contradicted"
    return ended if sure and not uncertain else f"possibly {ended}"


def opinions(world: World, grace: int) -> Iterator[tuple[Row, Key, Expected, list[Record], bool]]:
    """Every statement with an end against every key of records about the same thing."""
    by_key: dict[Key, list[Record]] = defaultdict(list)
    for record in world.records:
        by_key[record.log, record.who, record.what, record.kind].append(record)
    for row in world.statements:
        if row["kind"] not in ("ended", "will-end", "never", "extension"):
            continue
        for key, records in by_key.items():
            if vaguer(row, key) is not None:
                expected, sure = opinion(row, key, records, world.statements, grace)
                yield row, key, expected, sure, counts_against(row, key, records, world.statements, grace)


def counts_against(row: Row, key: Key, records: list[Record], others: list[Row], grace: int) -> bool:
    """Whether the partner is one that a number as a whole has to leave room for."""
    if row["kind"] == "never" or (row["about"] == "use" and key[0] == "can"):
        return False
    covering = list(covers(row, others, key))
    placed = [(place(record, row, covering, grace), record) for record in records if not record.refused and record.hits]
    best = min((tier for tier, _ in placed if tier), default=0)
    return is_sure(row, key, best, [record for tier, record in placed if tier == best], covering)


# The two side by side


@pytest.fixture(scope="module", params=range(CASES))
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[World], Case]:
    """A case of many worlds, the same at each run."""
    dice = random.Random(f"overstay {request.param}")
    made = [world(dice, n) for n in range(WORLDS)]
    return made, write(tmp_path_factory.mktemp("case"), made, request.param)


GRACE = {0: 0, 1: 0, 2: 10}  # of each case


def test_no_record_is_called_an_overstay_that_is_none_and_none_is_missed(drawn: tuple[list[World], Case]) -> None:
    made, case = drawn
    for grace in sorted(set(GRACE.values())):
        verdicts = compare(case, grace_days=grace)
        columns = ("events_after", "first_after", "last_after", "users_after", "refused_after", "events_explained")
        keys = {
            id: tuple(cell or "" for cell in key)
            for id, *key in rows_of(case.access, "observation_id", "log_id", "partner_id", "program_id", "category_id")
        }
        found = {
            (statement_id, *keys[observation_id]): (verdict, *counts)
            for statement_id, observation_id, verdict, *counts in rows_of(
                verdicts.comparisons, "statement_id", "observation_id", "verdict", *columns
            )
            if observation_id
        }
        expected: dict[tuple[str, ...], Expected] = {}
        people: dict[str, list[Record]] = defaultdict(list)
        counted: dict[str, set[str]] = defaultdict(set)
        for one in made:
            for row, key, answer, sure, counts in opinions(one, grace):
                expected[row["statement_id"], *key] = answer
                people[row["statement_id"]] += sure
                if counts:
                    counted[row["statement_id"]].add(key[1])
        accused = {key for key, answer in found.items() if answer[0] in ACCUSED}
        assert not {key for key in accused if expected[key][0] not in ACCUSED}, "accused without a record"
        silence = {"consistent", "cannot tell"}
        plain = {
            key: ("silence", *answer[1:]) if expected[key][0] == "silence" and answer[0] in silence else answer
            for key, answer in found.items()
        }
        assert plain == expected
        sums = {
            id: (
                sum(record.hits for record in records),
                min(record.start for record in records),
                max(record.start for record in records),
                len({record.user for record in records if record.user}),
            )
            for id, records in people.items()
            if records
        }
        of_people = ("statement_id", "events_after", "first_after", "last_after", "users_after")
        assert {id: tuple(rest) for id, *rest in rows_of(people_after(verdicts, exact=True), *of_people)} == sums
        whole = verdicts.comparisons[verdicts.comparisons["observation_id"].isna()]
        assert dict(rows_of(whole, "statement_id", "verdict")) == {
            row["statement_id"]: as_a_whole(row, counted[row["statement_id"]])
            for one in made
            for row in one.statements
            if row.get("count")
        }


def as_a_whole(row: Mapping[str, str], partners: set[str]) -> str:
    """The verdict on a number of partners."""
    uncertain = row["reading"] == "arguable" or "?" in row["stated_date"]
    if len(partners) <= int(row["of"]) - int(row["count"]) or uncertain:
        return "cannot tell"
    return "left in place" if row["about"] == "feature" else "contradicted"


@pytest.mark.parametrize(
    ("what", "least", "holds"),
    [
        ("accusations", 60, lambda answer: answer[0] in ACCUSED),
        ("possible ones", 60, lambda answer: answer[0].startswith("possibly")),
        ("explained ones", 30, lambda answer: answer[0] == "explained"),
        ("partly explained", 8, lambda answer: answer[0] in ACCUSED and answer[6]),
        ("with people", 40, lambda answer: (answer[4] or 0) > 1),
        ("silence", 60, lambda answer: answer[0] == "silence"),
        ("refused after", 30, lambda answer: answer[5]),
    ],
)
def test_the_worlds_hold_enough_of_each(what: str, least: int, holds: Callable[[Expected], bool]) -> None:
    dice = random.Random("overstay 0")
    found = [answer for one in (world(dice, n) for n in range(WORLDS)) for _, _, answer, _, _ in opinions(one, 0)]
    assert sum(bool(holds(answer)) for answer in found) >= least, what

"""What follows from a log and a few words: each test is a sentence about the world.

Where nothing else is said, access under program `p` by partner `a` was said to have ended on 30 April 2015, in UTC;
a log in UTC holds requests of `a`, and goes on with those of `b`. Whole comparisons are expected.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from cases import SETTINGS, Row, apart, make_case, rows_of, said, source, usual_sources, usual_tables
from click.testing import CliRunner

from overstay import Case, Verdicts, compare, evidence_lines, open_case, people_after
from overstay.cli import main

CONTRADICTED, IN_PLACE = "contradicted", "left in place"
POSSIBLY, POSSIBLY_IN_PLACE = "possibly contradicted", "possibly left in place"
EXPLAINED, CONSISTENT, CANNOT_TELL = "explained", "consistent", "cannot tell"
KNOWN = usual_sources(s="UTC", late="UTC")
WATCHED = "2015-05-01 12:00:00,b"  # another partner, on the day after the end
MONTHLY, DAILY, YEARLY = (
    dict[str, Any](period="time", period_unit=unit, count="hits") for unit in ("month", "day", "year")
)
DUBLIN: dict[str, Any] = {"time_zone": "Europe/Dublin"}
STATUS: dict[str, Any] = {"columns": "time,who,status", "status": "status", "refused": ["401", "403", "5xx"]}
KINDS: dict[str, Any] = {"columns": "time,who,kind", "category": "kind"}
PEOPLE: dict[str, Any] = {"columns": "time,who,user", "user": "user"}


class Log(NamedTuple):
    """The lines of a log without its header, and its settings in case.toml."""

    lines: tuple[str, ...]
    settings: dict[str, Any]


def log(*lines: str, **settings: Any) -> Log:
    """A log of the source `o`, about program `p`; columns: its header."""
    return Log(lines, settings)


def hits(*lines: str, **settings: Any) -> Log:
    """A log of whole periods: `2015-05,a,100`."""
    return Log(lines, {"columns": "time,who,hits"} | MONTHLY | settings)


class World(NamedTuple):
    """Two to five rows, some logs, what is expected of `S1` in them, and the options under which."""

    statements: list[Row]
    logs: dict[str, Log]
    expected: list[tuple[Any, ...]]
    sources: list[Row] = KNOWN
    options: tuple[tuple[str, Any], ...] = ()


def is_(
    verdict: str,
    least: int | None = None,
    most: int | None = None,
    *,
    events: int = 0,
    first: str | None = None,
    last: str | None = None,
    users: int = 0,
    refused: int = 0,
    explained: int = 0,
    by: str | None = None,
    late: bool = False,
    partly: str | None = None,
    of: str = "api",
    partner: str = "a",
) -> tuple[Any, ...]:
    """A comparison of `S1` with the log `of`; days the same on both sides where only one is given; moments in UTC."""
    most, last = least if most is None else most, first if last is None else last
    counts = (events, first, last, users, refused, explained)
    return (of, partner, verdict, least, most, *counts, by, late, partly)


COLUMNS = (
    "log_id",
    "partner_id",
    "verdict",
    "days_after_least",
    "days_after_most",
    "events_after",
    "first_after",
    "last_after",
    "users_after",
    "refused_after",
    "events_explained",
    "explained_by",
    "late",
    "partly_explained_by",
)
ORDER = (CONTRADICTED, IN_PLACE, POSSIBLY, POSSIBLY_IN_PLACE, EXPLAINED, CONSISTENT, CANNOT_TELL)
NOT_COUNTED = (None,) * 6
WHOLE = (None, None)  # log and partner of the test of a count as a whole


def one(log: Log, *expected: tuple[Any, ...], statements: list[Row] | None = None, **options: Any) -> World:
    """The usual statement, one log."""
    sources = options.pop("sources", KNOWN)
    return World(statements or [said()], {"api": log}, list(expected), sources, tuple(options.items()))


def zones(s: str) -> list[Row]:
    """The usual sources, the statement's in a zone."""
    return usual_sources(s=s)


MIDNIGHT = "2015-05-01T00:00:00"
MOMENTS = {
    "the last second of the stated day is no overstay": one(
        log("2015-04-30 23:59:59.999999,a", WATCHED), is_(CONSISTENT, 0)
    ),
    "the first instant after the stated day is one": one(
        log("2015-04-30 12:00:00,a", "2015-05-01 00:00:00,a", WATCHED), is_(CONTRADICTED, 1, events=1, first=MIDNIGHT)
    ),
    "a second later counts with it, and what came before does not": one(
        log("2015-04-30 23:59:59,a", "2015-05-01 00:00:00,a", "2015-05-01 00:00:01,a"),
        is_(CONTRADICTED, 1, events=2, first=MIDNIGHT, last="2015-05-01T00:00:01"),
    ),
    "a stated day of no known zone lasts to noon in UTC": one(
        log("2015-05-01 11:59:59,a", WATCHED), is_(CONSISTENT, 1), sources=usual_sources()
    ),
    "and is over at noon": one(
        log("2015-05-01 12:00:00,a", WATCHED),
        is_(CONTRADICTED, 1, events=1, first="2015-05-01T12:00:00"),
        sources=usual_sources(),
    ),
    "the zone of a comparison is that of dates without one": one(
        log("2015-05-01 00:00:00,a", WATCHED),
        is_(CONTRADICTED, 1, events=1, first=MIDNIGHT),
        sources=usual_sources(),
        zone="UTC",
    ),
    "but it is not that of dates which have one, nor of the log": one(
        log("2015-05-01 00:00:00,a", WATCHED), is_(CONTRADICTED, 1, events=1, first=MIDNIGHT), zone="-12:00"
    ),
    "in one zone with summer time the stated day ends at local midnight": one(
        log("2015-04-30 23:59:59,a", "2015-05-01 00:00:00,a", time_zone="America/New_York"),
        is_(CONTRADICTED, 1, events=1, first="2015-05-01T04:00:00"),
        sources=zones("America/New_York"),
    ),
    "a stated day in the west is not over when the log's day in the east is": one(
        log("2015-05-01 08:59:59,a", "2015-05-01 09:00:00,b", time_zone="Asia/Tokyo"),
        is_(CONSISTENT, 1),
    ),
    "a request on the stated day of the log may lie after a stated day in the east": one(
        log("2015-04-30 15:00:00,a", "2015-05-02 00:00:00,b"),
        is_(CONTRADICTED, 0, events=1, first="2015-04-30T15:00:00"),
        sources=zones("Asia/Tokyo"),
    ),
    "an offset in the log decides, not the clock as written": one(
        log("2015-05-01T00:59:59+01:00,a", "2015-04-30T20:00:00-04:00,a", time_zone=None),
        is_(CONTRADICTED, 1, events=1, first=MIDNIGHT),
    ),
    "grace moves the deadline": one(
        log("2015-05-30 23:59:59,a", "2015-05-31 00:00:00,a", WATCHED),
        is_(CONTRADICTED, 31, events=1, first="2015-05-31T00:00:00"),
        grace_days=30,
    ),
    "and within it there is no overstay": one(
        log("2015-05-30 23:59:59,a", "2015-05-31 00:00:00,b"), is_(CONSISTENT, 30), grace_days=30
    ),
    "a request after an end that gives no last day proves nothing": one(
        log("2016-01-01 00:00:00,a", WATCHED),
        ("api", "a", CANNOT_TELL, None, 246, None, None, None, None, None, None, None, False, None),
        statements=[said(stated_date="2015-04-30/..")],
    ),
    "an uncertain stated day accuses only perhaps": one(
        log("2015-05-03 00:00:00,a", WATCHED),
        is_(POSSIBLY, 3, events=1, first="2015-05-03T00:00:00"),
        statements=[said(stated_date="2015-04-30?")],
    ),
    "epoch seconds are instants": one(
        log("1430438399,a", "1430438400,a", time_format="epoch-s", time_zone=None),
        is_(CONTRADICTED, 1, events=1, first=MIDNIGHT),
    ),
    "a row stands for as many requests as it says, and for none": one(
        log("2015-05-02 00:00:00,a,40", "2015-06-01 00:00:00,a,0", columns="time,who,hits", count="hits"),
        is_(CONTRADICTED, 2, events=40, first="2015-05-02T00:00:00"),
    ),
    "people are counted once, in every spelling that is one, and nobody is no one": one(
        log(*(f"2015-05-02 00:00:0{n},a,{user}" for n, user in enumerate(["u1", "u1", " u1", "U1", ""])), **PEOPLE),
        is_(CONTRADICTED, 2, events=5, first="2015-05-02T00:00:00", last="2015-05-02T00:00:04", users=2),
    ),
    "where users are dropped none is counted": one(
        log("2015-05-02 00:00:00,a,u1", **PEOPLE, users="drop"),
        is_(CONTRADICTED, 2, events=1, first="2015-05-02T00:00:00"),
    ),
}

# In Dublin the hour from 01:00 came twice on 26 October 2014; a day that ends at 01:00 UTC is one of UTC-1.
TWICE: dict[str, Any] = {"statements": [said(stated_date="2014-10-25")], "sources": zones("-01:00")}
AFTER_IT = "2014-10-26 02:00:00,b"
AUTUMN = {
    "the hour before the doubled one is before": one(
        log("2014-10-26 00:59:59,a", AFTER_IT, **DUBLIN), is_(CONSISTENT, 1), **TWICE
    ),
    "the doubled hour may be before or after": one(
        log("2014-10-26 01:30:00,a", AFTER_IT, **DUBLIN),
        is_(POSSIBLY, 1, events=1, first="2014-10-26T00:30:00"),
        **TWICE,
    ),
    "the hour after it is after, and the doubled one does not count with it": one(
        log("2014-10-26 01:30:00,a", "2014-10-26 02:00:00,a", **DUBLIN),
        is_(CONTRADICTED, 1, events=1, first="2014-10-26T02:00:00"),
        **TWICE,
    ),
    "the doubled hour is after a day that ended before it": one(
        log("2014-10-26 01:30:00,a", AFTER_IT, **DUBLIN),
        is_(CONTRADICTED, 1, events=1, first="2014-10-26T00:30:00"),
        statements=[said(stated_date="2014-10-25")],
    ),
    "and before a day that ended after it": one(
        log("2014-10-26 01:59:59,a", AFTER_IT, **DUBLIN),
        is_(CONSISTENT, 1),
        statements=[said(stated_date="2014-10-25")],
        sources=zones("-02:00"),
    ),
    "with its offset the doubled hour is no doubt": one(
        log("2014-10-26 01:30:00+01:00,a", "2014-10-26 01:30:00+00:00,a", **DUBLIN),
        is_(CONTRADICTED, 1, events=1, first="2014-10-26T01:30:00"),
        **TWICE,
    ),
}

MID_APRIL: dict[str, Any] = {"statements": [said(stated_date="2015-04-15")]}
MAY, JUNE = MIDNIGHT, "2015-06-01T00:00:00"
PERIODS = {
    "the month that the stated day ends is no overstay": one(
        hits("2015-04,a,100", "2015-05,b,1"), is_(CONSISTENT, -29, 0)
    ),
    "the month that contains the stated day proves nothing": one(
        hits("2015-04,a,100", "2015-05,b,1"),
        is_(POSSIBLY, -14, 15, events=100, first="2015-04-01T00:00:00"),
        **MID_APRIL,
    ),
    "the month after does, and counts alone": one(
        hits("2015-04,a,100", "2015-05,a,7"), is_(CONTRADICTED, 16, 46, events=7, first=MAY), **MID_APRIL
    ),
    "the month after is an overstay from its first to its last day": one(
        hits("2015-05,a,7"), is_(CONTRADICTED, 1, 31, events=7, first=MAY)
    ),
    "the month after may begin on another continent": one(
        hits("2015-05,a,7"), is_(POSSIBLY, 1, 31, events=7, first=MAY), sources=usual_sources()
    ),
    "the month after it may not": one(
        hits("2015-05,a,7", "2015-06,a,9"),
        is_(CONTRADICTED, 32, 61, events=9, first=JUNE),
        sources=usual_sources(),
    ),
    "months of no known zone begin in the far east": one(
        hits("2015-05,a,7", time_zone=None), is_(POSSIBLY, 1, 31, events=7, first="2015-04-30T10:00:00")
    ),
    "a month without a request is no access": one(hits("2015-04,a,3", "2015-05,a,0"), is_(CONSISTENT, -29, 0)),
    "the stated day of a daily log is no overstay": one(
        hits("2015-04-30,a,5", "2015-05-01,b,5", **DAILY), is_(CONSISTENT, 0)
    ),
    "the next day is": one(
        hits("2015-04-30,a,5", "2015-05-01,a,6", **DAILY), is_(CONTRADICTED, 1, events=6, first=MIDNIGHT)
    ),
    "the next day perhaps, where the zone of the stated one is unknown": one(
        hits("2015-05-01,a,6", **DAILY), is_(POSSIBLY, 1, events=6, first=MIDNIGHT), sources=usual_sources()
    ),
    "the second day in one zone that is known, the third in none": one(
        hits("2015-05-02,a,6", "2015-05-03,a,8", **DAILY, time_zone=None),
        is_(CONTRADICTED, 3, events=8, first="2015-05-02T10:00:00"),
        sources=zones("-12:00"),
    ),
    "the year of the stated day may be an overstay": one(
        hits("2015,a,5", **YEARLY), is_(POSSIBLY, -119, 245, events=5, first="2015-01-01T00:00:00")
    ),
    "the year after is one": one(
        hits("2015,a,5", "2016,a,6", **YEARLY), is_(CONTRADICTED, 246, 611, events=6, first="2016-01-01T00:00:00")
    ),
    "a year of no day after the end is none": one(
        hits("2014,a,5", "2015,b,1", "2016,b,1", **YEARLY), is_(CONSISTENT, -484, -120)
    ),
}

REFUSALS = {
    "what was only refused after the end is no overstay": one(
        log("2015-04-01 00:00:00,a,200", "2015-06-01 00:00:00,a,403", "2015-05-01 00:00:00,b,200", **STATUS),
        is_(CONSISTENT, -29, refused=1),
    ),
    "what was never served at all is none either": one(
        log("2015-06-01 00:00:00,a,403", "2015-06-02 00:00:00,a,503", "2015-05-01 00:00:00,b,200", **STATUS),
        is_(CONSISTENT, refused=2),
    ),
    "refused and served are counted apart, before the end neither": one(
        log(
            "2015-04-01 00:00:00,a,403",
            "2015-05-02 00:00:00,a,401",
            "2015-05-03 00:00:00,a,200",
            "2015-05-04 00:00:00,a,500",
            **STATUS,
        ),
        is_(CONTRADICTED, 3, events=1, first="2015-05-03T00:00:00", refused=2),
    ),
    "people whose requests were refused are not counted": one(
        log(
            "2015-05-03 00:00:00,a,200,u1",
            "2015-05-04 00:00:00,a,403,u2",
            **STATUS | {"columns": "time,who,status,user", "user": "user"},
        ),
        is_(CONTRADICTED, 3, events=1, first="2015-05-03T00:00:00", users=1, refused=1),
    ),
    "a share of failures refuses the whole record": one(
        hits(
            "2015-05,a,100,95",
            "2015-06,a,100,94",
            columns="time,who,hits,bad",
            attempts="hits",
            failures="bad",
            refused_from=0.95,
        ),
        is_(CONTRADICTED, 32, 61, events=100, first=JUNE, refused=100),
    ),
}

BOTH = [f"2015-{day} 12:00:00,a" for day in ("05-10", "06-10")]
NOON_MAY, NOON_JUNE = "2015-05-10T12:00:00", "2015-06-10T12:00:00"


def extended(until: str, statement_id: str = "E", **cells: str) -> Row:
    """An extension, said in 2014."""
    return said(statement_id, kind="extension", stated_date=until, **cells)


def goes_on(when: str, statement_id: str = "C", **cells: str) -> Row:
    """A continuation, said in 2014."""
    return said(statement_id, kind="continues", stated_date=when, **cells)


def granted(when: str, statement_id: str = "G", **cells: str) -> Row:
    """A new grant, said in 2014."""
    return said(statement_id, kind="granted", stated_date=when, **cells)


EXPLANATIONS = {
    "what an extension covers is not counted, what comes after it is": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=1, first=NOON_JUNE, explained=1, partly="E"),
        statements=[said(), extended("2015-05-31")],
    ),
    "what comes before a continuation is counted, what it covers is not": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 10, events=1, first=NOON_MAY, explained=1, partly="C"),
        statements=[said(), goes_on("2015-06-01/2015-06-30")],
    ),
    "so it is before a new grant": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 10, events=1, first=NOON_MAY, explained=1, partly="G"),
        statements=[said(), granted("2015-06-01")],
    ),
    "a grant made on the stated day explains nothing after it": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), granted("2015-04-30")],
    ),
    "a grant made before the end explains nothing after it": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), granted("2015-04-01")],
    ),
    "a grant that may be of before the end leaves the verdict, and is named": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE, partly="G"),
        statements=[said(), granted("2015")],
    ),
    "where all is covered all is explained": one(
        log(*BOTH, WATCHED),
        is_(EXPLAINED, 41, explained=2, by="C"),
        statements=[said(), goes_on("2015-05-01/2015-06-30")],
    ),
    "an extension to the last second, and not to the next": one(
        log("2015-05-31 23:59:59,a", "2015-06-01 00:00:00,a"),
        is_(CONTRADICTED, 32, events=1, first=JUNE, explained=1, partly="E"),
        statements=[said(), extended("2015-05-31")],
    ),
    "an extension of no known zone lasts to noon": one(
        log("2015-06-01 11:59:59,a", "2015-06-01 12:00:00,a"),
        is_(CONTRADICTED, 32, events=1, first="2015-06-01T12:00:00", explained=1, partly="E"),
        statements=[said(), extended("2015-05-31", source_id="late", said_on="2015-01-01")],
        sources=usual_sources(s="UTC"),
    ),
    "what lies between two explanations is counted": one(
        log("2015-05-05 00:00:00,a", "2015-05-20 00:00:00,a", "2015-06-05 00:00:00,a"),
        is_(CONTRADICTED, 20, events=1, first="2015-05-20T00:00:00", explained=2),
        statements=[said(), extended("2015-05-15"), goes_on("2015-06-01/..")],
    ),
    "two explanations together cover all moments": one(
        log("2015-05-05 00:00:00,a", "2015-05-20 00:00:00,a"),
        is_(EXPLAINED, 20, explained=2, by="C"),
        statements=[said(), extended("2015-05-15"), goes_on("2015-05-16/2015-06-30")],
    ),
    "two explanations together cover a month": one(
        hits("2015-05,a,100"),
        is_(EXPLAINED, 1, 31, explained=100, by="C"),
        statements=[said(), extended("2015-05-15"), goes_on("2015-05-16/2015-06-30")],
    ),
    "with a day between them they do not": one(
        hits("2015-05,a,100"),
        is_(CONTRADICTED, 1, 31, events=100, first=MAY, partly="C"),
        statements=[said(), extended("2015-05-14"), goes_on("2015-05-16/2015-06-30")],
    ),
    "a month that is covered in part is counted without the month of the end": one(
        hits("2015-04,a,1000", "2015-05,a,7"),
        is_(CONTRADICTED, 16, 46, events=7, first=MAY, partly="C"),
        statements=[said(stated_date="2015-04-15"), goes_on("2015-05-01/2015-05-10")],
    ),
    "a month up to the first day of a continuation is counted": one(
        hits("2015-05,a,5", "2015-06,a,7"),
        is_(CONTRADICTED, 1, 31, events=5, first=MAY, explained=7, partly="C"),
        statements=[said(), goes_on("2015-06-01/2015-06-30")],
    ),
    "an explanation of a part of what was seen may explain it all": one(
        log(*BOTH, WATCHED),
        is_(POSSIBLY, 41, events=2, first=NOON_MAY, last=NOON_JUNE, partly="C"),
        statements=[said(), goes_on("2015-05-01/..", category_id="c")],
    ),
    "but not what lies outside its time": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=1, first=NOON_JUNE),
        statements=[said(), goes_on("2015-05-01/2015-05-31", category_id="c")],
    ),
    "what is said of the whole program explains its part": one(
        log(*BOTH, WATCHED),
        is_(EXPLAINED, 41, explained=2, by="C"),
        statements=[said(), goes_on("2015-05-01/..", program_id="q")],
    ),
    "what some partners keep explains no one's": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), goes_on("2015-05-01/..", quantifier="some")],
    ),
    "what another partner keeps does not either": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), goes_on("2015-05-01/..", partner_id="b")],
    ),
    "what all but this partner keep does not": one(
        log(*BOTH, WATCHED),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), goes_on("2015-05-01/..", quantifier="all", **{"except": "a"})],
    ),
    "an explanation that came only afterwards is late": one(
        log(*BOTH, WATCHED),
        is_(EXPLAINED, 41, explained=2, by="C", late=True),
        statements=[said(), goes_on("2015-05-01/..", source_id="late", said_on="2019-01-01")],
    ),
    "a later explanation is left out where it was not yet public": one(
        log(*BOTH, WATCHED, source="early"),
        is_(CONTRADICTED, 41, events=2, first=NOON_MAY, last=NOON_JUNE),
        statements=[said(), goes_on("2015-05-01/..", source_id="late", said_on="2019-01-01")],
        sources=[*KNOWN, source("early", published="2016-01-01")],
        as_of="2019-12-31",
    ),
    "what was refused is not explained": one(
        log("2015-05-10 00:00:00,a,403", "2015-05-11 00:00:00,a,200", **STATUS),
        is_(EXPLAINED, 11, refused=1, explained=1, by="E"),
        statements=[said(), extended("2015-05-31")],
    ),
}


def denial(when: str, **cells: str) -> dict[str, Any]:
    """A denial of access."""
    return {"statements": [said(kind="never", stated_date=when, **cells)]}


NEVER = {
    "access in the time denied contradicts": one(
        log("2014-06-01 00:00:00,a"), is_(CONTRADICTED, events=1, first="2014-06-01T00:00:00"), **denial("2014")
    ),
    "its first and its last instant too, and nothing around them": one(
        log(*(f"{moment},a" for moment in ("2013-12-31 23:59:59.999999", "2014-01-01 00:00:00"))),
        is_(CONTRADICTED, events=1, first="2014-01-01T00:00:00"),
        **denial("2014"),
    ),
    "up to the end of it": one(
        log(*(f"{moment},a" for moment in ("2014-12-31 23:59:59", "2015-01-01 00:00:00", "2016-01-01 00:00:00"))),
        is_(CONTRADICTED, events=1, first="2014-12-31T23:59:59"),
        **denial("2014"),
    ),
    "access before and after it does not": one(
        log("2013-12-31 23:59:59,a", "2015-01-01 00:00:00,a"), is_(CANNOT_TELL), **denial("2014")
    ),
    "a denial of no known zone is sure only within every one": one(
        log("2014-01-01 11:59:59,a", "2014-12-31 10:00:00,a"),
        is_(POSSIBLY, events=2, first="2014-01-01T11:59:59", last="2014-12-31T10:00:00"),
        **denial("2014"),
        sources=usual_sources(),
    ),
    "and is so there": one(
        log("2014-01-01 11:59:59,a", "2014-01-01 12:00:00,a", "2014-12-31 09:59:59,a"),
        is_(CONTRADICTED, events=2, first="2014-01-01T12:00:00", last="2014-12-31T09:59:59"),
        **denial("2014"),
        sources=usual_sources(),
    ),
    "nobody knows when in its last day a denial up to it ends": one(
        log("2014-12-31 00:00:00,a"), is_(POSSIBLY, events=1, first="2014-12-31T00:00:00"), **denial("../2014-12-31")
    ),
    "the day before belongs to it": one(
        log("2014-12-30 23:59:59,a"),
        is_(CONTRADICTED, events=1, first="2014-12-30T23:59:59"),
        **denial("../2014-12-31"),
    ),
    "a month across its border may lie outside": one(
        hits("2014-12,a,5"), is_(POSSIBLY, events=5, first="2014-12-01T00:00:00"), **denial("2014-12-15/2015-02-28")
    ),
    "a month within does not": one(
        hits("2014-12,a,5", "2015-01,a,6", "2015-03,a,7"),
        is_(CONTRADICTED, events=6, first="2015-01-01T00:00:00"),
        **denial("2014-12-15/2015-02-28"),
    ),
    "a denial is not explained by what goes on": one(
        log("2014-06-01 00:00:00,a"),
        is_(CONTRADICTED, events=1, first="2014-06-01T00:00:00"),
        statements=[said(kind="never", stated_date="2014"), goes_on("2014-01-01/..")],
    ),
    "a log that does not say which data meets no denial of one": one(
        log("2014-06-01 00:00:00,a"),
        is_(CANNOT_TELL, events=1, first="2014-06-01T00:00:00"),
        **denial("2014", category_id="c"),
    ),
    "what was refused in the time denied does not contradict": one(
        log("2014-06-01 00:00:00,a,403", **STATUS), is_(CANNOT_TELL, refused=1), **denial("2014")
    ),
}

EVERYBODY = said(quantifier="all", **{"except": "f"})
ON_MAY_3: dict[str, Any] = {"events": 1, "first": "2015-05-03T00:00:00"}


def on_may_3(*partners: str, **settings: Any) -> Log:
    """A request of each on 3 May 2015."""
    return log(*(f"2015-05-03 00:00:00,{partner}" for partner in partners), **settings)


def counted(count: str, of: str) -> list[Row]:
    """So many of so many partners were cut off."""
    return [said(quantifier="some", count=count, of=of)]


WHO = {
    "what is said of all is held against each but those excepted": one(
        on_may_3("a", "b", "f"),
        is_(CONTRADICTED, 3, **ON_MAY_3),
        is_(CONTRADICTED, 3, **ON_MAY_3, partner="b"),
        statements=[EVERYBODY],
    ),
    "one that goes on is explained": one(
        on_may_3("a", "b"),
        is_(CONTRADICTED, 3, **ON_MAY_3),
        is_(EXPLAINED, 3, explained=1, by="C", partner="b"),
        statements=[EVERYBODY, goes_on("2015-05-01/..", partner_id="b")],
    ),
    "a name that is nobody's may be that of one excepted": one(
        on_may_3("a", "Zebra"),
        is_(POSSIBLY, 3, **ON_MAY_3, partner="Zebra"),
        is_(CONTRADICTED, 3, **ON_MAY_3),
        statements=[EVERYBODY],
    ),
    "to take rows marked arguable at their word does not tell who that is": one(
        on_may_3("Zebra"),
        is_(POSSIBLY, 3, **ON_MAY_3, partner="Zebra"),
        statements=[EVERYBODY],
        reading="plain",
    ),
    "requests of nobody are evidence against no one": one(on_may_3("", "b"), statements=[said()]),
    "what is said of some is said of no one": one(
        on_may_3("a"),
        is_(CANNOT_TELL, 3, **ON_MAY_3),
        statements=[said(quantifier="some")],
    ),
    "more partners than a number leaves over contradict it": World(
        counted("3", "4"),
        {"api": on_may_3("a"), "sdk": on_may_3("a", "b", category_id="c")},
        [
            is_(CANNOT_TELL, 3, **ON_MAY_3),
            is_(CANNOT_TELL, 3, **ON_MAY_3, of="sdk"),
            is_(CANNOT_TELL, 3, **ON_MAY_3, of="sdk", partner="b"),
            (*WHOLE, CONTRADICTED, None, None, *NOT_COUNTED, None, False, None),
        ],
    ),
    "one partner in several logs and kinds of data is one": World(
        counted("3", "4"),
        {"api": on_may_3("a"), "sdk": on_may_3("a", category_id="c"), "web": on_may_3("a", category_id="else")},
        [
            is_(CANNOT_TELL, 3, **ON_MAY_3),
            is_(CANNOT_TELL, 3, **ON_MAY_3, of="sdk"),
            is_(CANNOT_TELL, 3, **ON_MAY_3, of="web"),
            (*WHOLE, CANNOT_TELL, None, None, *NOT_COUNTED, None, False, None),
        ],
    ),
    "names that are nobody's do not add up to partners": one(
        on_may_3("Zebra", "ZEBRA", "Zebra Ltd"),
        is_(CANNOT_TELL, 3, **ON_MAY_3, partner="ZEBRA"),
        is_(CANNOT_TELL, 3, **ON_MAY_3, partner="Zebra"),
        is_(CANNOT_TELL, 3, **ON_MAY_3, partner="Zebra Ltd"),
        (*WHOLE, CANNOT_TELL, None, None, *NOT_COUNTED, None, False, None),
        statements=counted("4", "4"),
        reading="plain",
    ),
    "partners whose month two explanations cover are not counted": one(
        hits("2015-05,a,100"),
        is_(CANNOT_TELL, 1, 31, explained=100),
        (*WHOLE, CANNOT_TELL, None, None, *NOT_COUNTED, None, False, None),
        statements=[*counted("4", "4"), extended("2015-05-15"), goes_on("2015-05-16/2015-06-30")],
    ),
}

WHAT = {
    "a log of another program is no evidence": one(on_may_3("a", program_id="other")),
    "a log of a part is evidence about the whole": one(
        on_may_3("a"), is_(CONTRADICTED, 3, **ON_MAY_3), statements=[said(program_id="r")]
    ),
    "a log of the whole may be about the part": one(on_may_3("a", program_id="q")),
    "a log that does not name the kind of data may be about it": one(
        on_may_3("a"), is_(POSSIBLY, 3, **ON_MAY_3), statements=[said(category_id="c")]
    ),
    "a log of another kind of data is not": one(on_may_3("a", category_id="else"), statements=[said(category_id="c")]),
    "each kind of data is compared apart, the part with the whole": one(
        log("2015-05-03 00:00:00,a,c", "2015-05-03 00:00:00,a,else", "2015-05-03 00:00:00,a,odd", **KINDS),
        is_(CONTRADICTED, 3, **ON_MAY_3),
        is_(POSSIBLY, 3, **ON_MAY_3),
        statements=[said(category_id="d")],
    ),
    "possible access contradicts an end of access": one(
        on_may_3("a", extent="capability"), is_(CONTRADICTED, 3, **ON_MAY_3)
    ),
    "but not an end of use": one(
        on_may_3("a", extent="capability"), is_(CANNOT_TELL, 3, **ON_MAY_3), statements=[said(about="use")]
    ),
    "use contradicts that": one(on_may_3("a"), is_(CONTRADICTED, 3, **ON_MAY_3), statements=[said(about="use")]),
    "behind a feature that ended the access was left in place": one(
        on_may_3("a"), is_(IN_PLACE, 3, **ON_MAY_3), statements=[said(about="feature")]
    ),
    "possibly so where the log is vaguer": one(
        on_may_3("a"), is_(POSSIBLY_IN_PLACE, 3, **ON_MAY_3), statements=[said(about="feature", category_id="c")]
    ),
    "words that take interpretation accuse only perhaps": one(
        on_may_3("a"), is_(POSSIBLY, 3, **ON_MAY_3), statements=[said(reading="arguable")]
    ),
    "a log of the source that speaks is evidence where it is sure": one(
        on_may_3("a", source="s"), is_(CONTRADICTED, 3, **ON_MAY_3)
    ),
    "and none where it is not": one(
        hits("2015-05,a,7", source="s"), is_(CANNOT_TELL, 1, 31, events=7, first=MAY), sources=zones("")
    ),
    "what a log counted without being complete was still there": one(
        on_may_3("a", incomplete="a sample"), is_(CONTRADICTED, 3, **ON_MAY_3)
    ),
    "each log is counted for itself": World(
        [said()],
        {"api": log("2015-03-01 00:00:00,a", WATCHED), "sdk": log("2015-06-01 00:00:00,a")},
        [is_(CONSISTENT, -60), is_(CONTRADICTED, 32, events=1, first=JUNE, of="sdk")],
    ),
    "a log of another program with the same names adds nothing": World(
        [said()],
        {"api": log("2015-03-01 00:00:00,a", WATCHED), "web": on_may_3("a", program_id="other")},
        [is_(CONSISTENT, -60)],
    ),
    "nor does one that is not yet public": World(
        [said()],
        {"api": log("2015-03-01 00:00:00,a", WATCHED), "web": on_may_3("a", source="next")},
        [is_(CONSISTENT, -60)],
        [*KNOWN, source("next", published="2021-01-01")],
        (("as_of", "2020-12-31"),),
    ),
    "a log is left out until its source is public": one(on_may_3("a"), as_of="2019-12-31"),
    "and is there on the day": one(on_may_3("a"), is_(CONTRADICTED, 3, **ON_MAY_3), as_of="2020-01-01"),
    "two logs of the same bytes are two logs": World(
        [said()],
        {"api": on_may_3("a"), "sdk": on_may_3("a", category_id="c")},
        [is_(CONTRADICTED, 3, **ON_MAY_3), is_(CONTRADICTED, 3, **ON_MAY_3, of="sdk")],
    ),
}

WORLDS = MOMENTS | AUTUMN | PERIODS | REFUSALS | EXPLANATIONS | NEVER | WHO | WHAT


def toml(value: Any) -> str:
    """A value in TOML."""
    if isinstance(value, list):
        return f"[{', '.join(toml(each) for each in value)}]"
    return str(value) if isinstance(value, float) else f'"{value}"'


def describe(folder: Path, log_id: str, one: Log) -> str:
    """Write a log as CSV and give its table for case.toml."""
    usual: dict[str, Any] = {"file": f"logs/{log_id}.csv", "source": "o", "partner": "who", "program_id": "p"}
    usual |= {"time_zone": "UTC"} | ({} if "period" in one.settings else {"time": "time"})
    settings = usual | one.settings
    header = settings.pop("columns", "time,who")
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    (folder / "logs" / f"{log_id}.csv").write_text("\n".join([header, *one.lines, ""]), encoding="utf-8")
    lines = [f"{key} = {toml(value)}" for key, value in settings.items() if value is not None]
    return "\n".join([f"\n[logs.{log_id}]", *lines, ""])


def with_logs(folder: Path, logs: Mapping[str, Log], *, settings: str = SETTINGS, **tables: Any) -> Path:
    """A case folder with logs; where nothing else is said the statement's zone is UTC."""
    described = "".join(describe(folder, log_id, one) for log_id, one in logs.items())
    return make_case(folder, settings=settings + described, **{"sources": KNOWN} | tables)


def open_logs(folder: Path, statements: list[Row], *, settings: str = SETTINGS, **rest: Any) -> Case:
    """Open a case of these statements; what is a Log is a log, the others are tables."""
    logs = {name: value for name, value in rest.items() if isinstance(value, Log)}
    tables = {name: value for name, value in rest.items() if name not in logs}
    return open_case(with_logs(folder, logs, settings=settings, statements=statements, **tables))


def log_apart(one: Log, n: int) -> Log:
    """A log with the number of its world before each name in it."""
    header = one.settings.get("columns", "time,who").split(",")
    named = [place for place, column in enumerate(header) if column in ("who", "kind")]
    lines = []
    for line in one.lines:
        cells = line.split(",")
        lines.append(",".join(f"{n}.{c}" if place in named and c else c for place, c in enumerate(cells)))
    own = {"source": "o", "program_id": "p"} | one.settings
    ids = {key: f"{n}.{own[key]}" for key in ("source", "program_id", "category_id") if own.get(key)}
    return Log(tuple(lines), {"program_id": None} | one.settings | ids)


def open_worlds(folder: Path) -> Case:
    """One case of all worlds, which cannot meet: each has sources, partners and programs of its own.

    Usual logs that are described alike are one log, which names the program in a column: it loads in a tenth of the
    time. So no sentence here can be about what a whole log does not hold; see test_coverage for those.
    """
    tables: dict[str, Any] = {"sources": [source("shared")]}
    logs: dict[str, Log] = {}
    for n, world in enumerate(WORLDS.values()):
        own = {"statements": world.statements, "sources": world.sources}
        for table, rows in (usual_tables() | own).items():
            tables.setdefault(table, []).extend(apart(row, n) for row in rows)
        for log_id, one in world.logs.items():
            moved = log_apart(one, n)
            if len(world.logs) > 1 or {"source", "program_id", "category_id"} & one.settings.keys():
                logs[f"{log_id}-{n}"] = moved
                continue
            columns = f"{one.settings.get('columns', 'time,who')},program"
            changed = {"columns": columns, "program": "program", "program_id": None, "source": "shared"}
            settings = moved.settings | changed
            alike = [name for name, other in logs.items() if other.settings == settings]
            name = alike[0] if alike else f"{log_id}-{n}"
            held = logs[name].lines if alike else ()
            logs[name] = Log((*held, *(f"{line},{n}.p" for line in moved.lines)), settings)
    return open_case(with_logs(folder, logs, **tables))


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The comparisons of all worlds under some options, made once for each."""
    case = open_worlds(tmp_path_factory.mktemp("worlds"))
    return cache(lambda options: compare(case, **dict(options)).comparisons)


def plain_rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows as tuples, moments as ISO text, sorted where a log is named before the count as a whole."""
    rows = [tuple(v.isoformat() if isinstance(v, pd.Timestamp) else v for v in row) for row in rows_of(frame, *columns)]
    return sorted(rows, key=lambda row: (*((cell is None, str(cell)) for cell in row[:2]), ORDER.index(row[2])))


@pytest.mark.parametrize("sentence", WORLDS)
def test_a_log_is_held_against_what_was_said(judge: Any, sentence: str) -> None:
    n, world = list(WORLDS).index(sentence), WORLDS[sentence]
    frame = judge(world.options)
    frame = frame[frame["statement_id"] == f"{n}.S1"]
    names = ("log_id", "partner_id", "explained_by", "partly_explained_by")
    frame = frame.assign(
        **{name: frame[name].astype("str").str.replace(f"{n}.", "").replace("nan", None) for name in names}
    )
    frame = frame.assign(log_id=frame["log_id"].str.replace(r"-\d+$", "", regex=True))
    whole = frame["observation_id"].isna()
    frame = frame.assign(partner_id=frame["partner_id"].mask(whole, None))
    assert plain_rows(frame, *COLUMNS) == world.expected


TWO_OF_A_NAME = [
    {"partner_id": "a", "name": "Partner A", "aliases": "Alpha|Both"},
    {"partner_id": "b", "name": "Partner B", "aliases": "Both|f"},
    {"partner_id": "f", "name": "Partner F"},
]


def verdicts_of(verdicts: Verdicts, *columns: str) -> list[tuple[Any, ...]]:
    """Statement, observation, verdict and more of each comparison."""
    return rows_of(verdicts.comparisons, "statement_id", "observation_id", "verdict", *columns)


def reason(verdicts: Verdicts, statement_id: str = "S1") -> str:
    """The reason of the only comparison of a statement."""
    [text] = verdicts.comparisons.query("statement_id == @statement_id")["reason"]
    return str(text)


def test_a_partner_is_met_under_its_id_its_name_and_its_aliases_in_any_case(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=on_may_3("a", "PARTNER A", " alpha "), partners=TWO_OF_A_NAME)
    assert verdicts_of(compare(case), "events_after") == [("S1", "api.a.p", CONTRADICTED, 3)]
    assert case.unknown_names.empty


def test_a_name_that_two_partners_share_is_neither(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said(), said("S2", quantifier="all")], api=on_may_3("Both"), partners=TWO_OF_A_NAME)
    assert rows_of(case.access, "partner_id", "known", "reading") == [("Both", False, "arguable")]
    for reading in ("entered", "plain"):
        expected = [("S2", "api.Both.p.arguable", POSSIBLY)]
        assert verdicts_of(compare(case, reading=reading)) == expected  # type: ignore[arg-type]


def test_an_id_that_is_another_ones_alias_is_never_sure(tmp_path: Path) -> None:
    case = open_logs(
        tmp_path, [said(partner_id="f"), EVERYBODY | {"statement_id": "S2"}], api=on_may_3("f"), partners=TWO_OF_A_NAME
    )
    for reading in ("entered", "plain"):
        found = compare(case, reading=reading).comparisons["verdict"]  # type: ignore[arg-type]
        assert CONTRADICTED not in set(found)


def test_an_id_that_is_another_ones_alias_is_one_observation_beside_the_partners_own(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "map.csv").write_text("pattern,reading\n*,arguable\n", encoding="utf-8")
    mapped = {"columns": "time,who,path", "map": "logs/map.csv", "map_column": "path"}
    lines = ("2015-05-03 00:00:00,f,/x", "2015-05-03 00:00:00,Partner F,/x")
    statements = [said(partner_id="f"), said("S2", quantifier="all")]
    case = open_logs(tmp_path, statements, api=log(*lines, **mapped), partners=TWO_OF_A_NAME)
    assert case.access["observation_id"].is_unique
    assert rows_of(compare(case).comparisons, "statement_id", "partner_id", "verdict", "events_after") == [
        ("S1", "f", POSSIBLY, 1),
        ("S2", "f?", POSSIBLY, 1),
        ("S2", "f", POSSIBLY, 1),
    ]


def test_a_name_that_is_unknown_meets_no_named_partner(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=on_may_3("Zebra"))
    assert compare(case).comparisons.empty
    assert rows_of(case.unknown_names, "kind", "name", "rows") == [("partner", "Zebra", 1)]


def test_a_row_that_names_nobody_is_rejected_with_its_reason(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=on_may_3("", "b"))
    assert compare(case).comparisons.empty
    assert rows_of(case.rejected, "line", "reason") == [(2, "has no partner")]


def test_a_program_that_the_log_leaves_open_accuses_only_perhaps(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=on_may_3("a", program_id=None))
    assert verdicts_of(compare(case), "scope") == [("S1", "api.a", POSSIBLY, "vaguer evidence")]


def test_a_map_that_takes_interpretation_accuses_only_perhaps_and_its_plain_rows_for_sure(tmp_path: Path) -> None:
    mapped = Log(
        ("2015-05-03 00:00:00,/v1/friends", "2015-05-04 00:00:00,/v1/photos", "2015-05-05 00:00:00,/v2"),
        {"columns": "time,path", "partner": None, "program_id": None, "map": "logs/map.csv", "map_column": "path"},
    )
    (tmp_path / "logs").mkdir()
    rows = ["pattern,partner_id,program_id,reading", "*/friends,a,p,plain", "*/photos,a,p,arguable", "*,,,"]
    (tmp_path / "logs" / "map.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    case = open_logs(tmp_path, [said()], api=mapped)
    sure, perhaps = "api.a.p", "api.a.p.arguable"
    columns = ("events_after", "days_after_most")
    assert verdicts_of(compare(case), *columns) == [
        ("S1", sure, CONTRADICTED, 1, 3),
        ("S1", perhaps, POSSIBLY, 1, 4),
    ]
    assert verdicts_of(compare(case, reading="plain"), *columns) == [
        ("S1", sure, CONTRADICTED, 1, 3),
        ("S1", perhaps, CONTRADICTED, 1, 4),
    ]


def test_a_copy_of_a_file_is_the_same_requests(tmp_path: Path) -> None:
    folder = with_logs(tmp_path, {"x1": on_may_3("a", "a", file="logs/x*.csv")}, statements=[said()])
    (folder / "logs" / "x2.csv").write_bytes((folder / "logs" / "x1.csv").read_bytes())
    case = open_case(folder)
    verdicts = compare(case)
    assert rows_of(case.access, "served") == [(2,)]
    assert verdicts_of(verdicts, "events_after") == [("S1", "x1.a.p", CONTRADICTED, 2)]
    assert len(evidence_lines(verdicts, "S1")) == 2
    assert rows_of(case.daily(), "served") == [(2,)]


def test_requests_of_several_logs_are_summed_and_people_counted_once(tmp_path: Path) -> None:
    api = log("2015-04-01 00:00:00,a,u9", "2015-05-02 00:00:00,a,u1", "2015-05-03 00:00:00,b,u2", **PEOPLE)
    columns = {"columns": "time,who,user,kind", "user": "user", "category": "kind", "program_id": "q"}
    sdk = log("2015-05-02 00:00:00,a,u1,c", "2015-05-05 00:00:00,a,u2,else", "2015-05-06 00:00:00,f,u3,c", **columns)
    both = said("S2", program_id="r", quantifier="all", **{"except": "f"})
    verdicts = compare(open_logs(tmp_path, [said(), both], api=api, sdk=sdk))
    assert verdicts_of(verdicts, "events_after", "users_after") == [
        ("S1", "api.a.p", CONTRADICTED, 1, 1),
        ("S2", "api.a.p", CONTRADICTED, 1, 1),
        ("S2", "api.b.p", CONTRADICTED, 1, 1),
        ("S2", "sdk.a.q.c", CONTRADICTED, 1, 1),
        ("S2", "sdk.a.q.else", CONTRADICTED, 1, 1),
    ]
    assert plain_people(verdicts) == [
        ("S1", 1, "2015-05-02T00:00:00", "2015-05-02T00:00:00", 1),
        ("S2", 4, "2015-05-02T00:00:00", "2015-05-05T00:00:00", 2),
    ]


def plain_people(verdicts: Verdicts) -> list[tuple[Any, ...]]:
    """The rows of people_after, moments as ISO text."""
    rows = rows_of(
        people_after(verdicts, exact=True), "statement_id", "events_after", "first_after", "last_after", "users_after"
    )
    return [(s, n, first.isoformat(), last.isoformat(), users) for s, n, first, last, users in rows]


def test_people_of_a_month_before_a_continuation_are_counted(tmp_path: Path) -> None:
    monthly = hits("2015-05,a,5,u1", "2015-06,a,7,u2", columns="time,who,hits,user", user="user")
    verdicts = compare(open_logs(tmp_path, [said(), goes_on("2015-06-01/2015-06-30")], api=monthly))
    assert verdicts_of(verdicts, "events_after", "users_after")[-1:] == [("S1", "api.a.p", CONTRADICTED, 5, 1)]
    assert plain_people(verdicts) == [("S1", 5, MAY, MAY, 1)]


def test_what_is_only_possible_is_in_no_sum_of_people(tmp_path: Path) -> None:
    verdicts = compare(open_logs(tmp_path, [said()], api=on_may_3("a", program_id=None)))
    assert people_after(verdicts, exact=True).empty


def test_the_lines_behind_a_verdict_are_those_that_decide_it(tmp_path: Path) -> None:
    api = hits("2015-03,a,1", "2015-04,a,1", "2015-05,a,1", "2015-05,b,1", "2015-06,a,1")
    statements = [said(stated_date="2015-04-15"), extended("2015-05-31")]
    verdicts = compare(open_logs(tmp_path, statements, api=api, web=on_may_3("a", program_id="other")))
    assert rows_of(evidence_lines(verdicts, "S1"), "log_id", "line") == [("api", 6)]


def test_lines_of_two_logs_with_the_same_names_are_kept_apart(tmp_path: Path) -> None:
    api, sdk = on_may_3("a"), log("2015-05-03 00:00:00,a", "2015-05-04 00:00:00,a")
    verdicts = compare(open_logs(tmp_path, [said()], api=api, sdk=sdk))
    assert rows_of(evidence_lines(verdicts, "S1", raw=True), "observation_id", "log_id", "file", "line", "raw") == [
        ("api.a.p", "api", "logs/api.csv", 2, "2015-05-03 00:00:00,a"),
        ("sdk.a.p", "sdk", "logs/sdk.csv", 2, "2015-05-03 00:00:00,a"),
        ("sdk.a.p", "sdk", "logs/sdk.csv", 3, "2015-05-04 00:00:00,a"),
    ]


def test_the_same_bytes_as_two_logs_lead_back_to_each(tmp_path: Path) -> None:
    verdicts = compare(open_logs(tmp_path, [said()], api=on_may_3("a"), sdk=on_may_3("a")))
    found = rows_of(evidence_lines(verdicts, "S1"), "observation_id", "log_id", "file")
    assert found == [("api.a.p", "api", "logs/api.csv"), ("sdk.a.p", "sdk", "logs/sdk.csv")]
    assert set(verdicts.comparisons["events_after"]) == {1}


SAID = "The company said that the access ended on 30 April 2015. The log api shows use of data, last seen "
FEW = log(*(f"2015-05-0{day} 00:00:00,a,u{day}" for day in (2, 3, 4)), **PEOPLE)


def test_a_reason_tells_the_requests_the_people_and_the_first_day(tmp_path: Path) -> None:
    many = log(*(f"2015-05-02 00:00:{n:02},a,u{n}" for n in range(12)), **PEOPLE)
    assert reason(compare(open_logs(tmp_path, [said()], api=many))) == (
        f"{SAID}2 May 2015 at 00:00:11 UTC, 2 days after. 12 requests lie after it, about 12 people, "
        "the first on 2 May 2015 at 00:00:00 UTC."
    )


def test_a_reason_does_not_count_few_people(tmp_path: Path) -> None:
    assert reason(compare(open_logs(tmp_path, [said()], api=FEW))) == (
        f"{SAID}4 May 2015 at 00:00:00 UTC, 4 days after. 3 requests lie after it, about fewer than 10 people, "
        "the first on 2 May 2015 at 00:00:00 UTC."
    )


def test_a_reason_tells_what_was_refused_and_what_is_covered(tmp_path: Path) -> None:
    lines = [f"2015-05-{day:02} 00:00:00,a,{status}" for day, status in ((2, 200), (3, 403), (20, 200))]
    case = open_logs(tmp_path, [said(), extended("2015-05-15")], api=log(*lines, **STATUS))
    assert reason(compare(case)) == (
        f"{SAID}20 May 2015 at 00:00:00 UTC, 20 days after. 1 request lies after it. 1 request was refused after "
        "it. 1 more is covered by E."
    )


def test_a_reason_speaks_of_months_as_months(tmp_path: Path) -> None:
    assert reason(compare(open_logs(tmp_path, [said()], api=hits("2015-05,a,7", "2015-06,a,8")))) == (
        f"{SAID}June 2015, 32 to 61 days after. 15 requests lie after it, the first in May 2015."
    )


def test_a_month_of_the_stated_day_lies_perhaps_after_it(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said(stated_date="2015-04-15")], api=hits("2015-04,a,7", "2015-05,b,7"))
    assert "7 requests lie perhaps after it" in reason(compare(case))


def test_what_was_denied_was_used_within_that_time_not_after_it(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said(kind="never", stated_date="2014")], api=log("2014-06-01 00:00:00,a"))
    assert reason(compare(case)) == (
        "The company denied any access in 2014. The log api shows use of data, last seen 1 June 2014 at 00:00:00 UTC, "
        "within the time denied. 1 request lies within it."
    )


def test_a_month_without_requests_is_no_failed_access(tmp_path: Path) -> None:
    verdicts = compare(open_logs(tmp_path, [said()], api=hits("2015-03,a,0")))
    assert verdicts_of(verdicts) == [("S1", "api.a.p", CANNOT_TELL)]
    assert "failed" not in reason(verdicts)


def test_what_two_statements_cover_together_is_said_so(tmp_path: Path) -> None:
    statements = [said(), extended("2015-05-15"), goes_on("2015-05-16/2015-06-30")]
    verdicts = compare(open_logs(tmp_path, statements, api=hits("2015-05,a,100")))
    assert reason(verdicts).endswith(
        "C (The company) covers that time together with others, by saying that it goes on."
    )


@pytest.mark.parametrize(
    ("settings", "shown"), [("", "<10"), ("small_counts = 3\n", "3"), ("small_counts = 4\n", "<4")]
)
def test_few_people_leave_the_case_as_few(tmp_path: Path, settings: str, shown: str) -> None:
    folder = with_logs(tmp_path / "case", {"api": FEW}, settings=SETTINGS + settings, statements=[said()])
    verdicts = compare(open_case(folder))
    assert verdicts_of(verdicts, "users_after") == [("S1", "api.a.p", CONTRADICTED, 3)]
    assert [str(cell) for cell in people_after(verdicts)["users_after"]] == [shown]
    assert people_after(verdicts, exact=True)["users_after"].tolist() == [3]
    told = CliRunner().invoke(main, ["findings", str(folder), "--format", "csv"])
    assert told.exit_code == 0
    [row] = csv.DictReader(io.StringIO(told.stdout))
    assert (row["users_after"], row["events_after"]) == (shown, "3")


def test_few_people_are_few_in_the_tables_of_a_report(tmp_path: Path) -> None:
    from overstay.export import report

    folder = with_logs(tmp_path / "case", {"api": FEW}, statements=[said()])
    (tmp_path / "nb").mkdir()
    done = report(folder, tmp_path / "out", notebooks=empty_notebook(tmp_path / "nb"))
    shown: dict[tuple[str, str], str] = {}
    for path in sorted((done.folder / "tables").glob("*.csv")):
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
            shown |= {(path.name, name): cell for name, cell in row.items() if name == "users_after"}
            assert "about 3 people" not in " ".join(filter(None, row.values()))
    assert set(shown.values()) == {"<10"}


def empty_notebook(folder: Path) -> Path:
    """A folder with a notebook that only opens the case."""
    import nbformat
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    cell = new_code_cell('CASE = "../data/x"', metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[new_markdown_cell("# Did it end?"), cell]), folder / "01-x.ipynb")
    return folder

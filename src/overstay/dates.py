"""EDTF text (ISO 8601-2) and a zone ─► the earliest and the latest reading of a date.

The `edtf` package parses all but the plainest dates; the bounds are ours. Its own pad an open end by ten years, give
winter only its December, and widen what is merely uncertain: each of these could make an accusation out of nothing.
"""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from overstay.errors import DateError, shorten

if TYPE_CHECKING:
    from typing import Any as EDTFObject  # the package's classes carry no types worth the name

FIRST_ZONE = timezone(timedelta(hours=14))  # where a calendar day begins first
LAST_ZONE = timezone(timedelta(hours=-12))  # where it ends last
FIRST_YEAR, LAST_YEAR = 2, 9998  # so that a day in any zone is still an instant that Python and DuckDB hold
HOW = "write 2015-04-30, 2015-04, 2014, 2014~, 2015-12/2016-03, ../2018-12-18 or 2018-04/.."
DAY, MONTH, YEAR = relativedelta(days=1), relativedelta(months=1), relativedelta(years=1)
_MACHINE = ("localtime", "posixrules", "Factory")  # what a machine is set to, not where a source was
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(2[1-9]|3\d|4[01])([?~%]?)", re.ASCII)
_UTC_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d\d):(\d\d)", re.ASCII)

# First month counted from January of the year = 0, and the number of months. A season that crosses new year may
# be the one that begins or the one that ends in the year, so it reaches over both.
_NORTH = {1: (2, 3), 2: (5, 3), 3: (8, 3), 4: (-1, 15)}
_SOUTH = {1: (8, 3), 2: (-1, 15), 3: (2, 3), 4: (5, 3)}
_SEASONS = (
    {20 + n: months for n, months in _NORTH.items()}
    | {24 + n: months for n, months in _NORTH.items()}
    | {28 + n: months for n, months in _SOUTH.items()}
    | {33 + n: (3 * n, 3) for n in range(4)}
    | {37 + n: (4 * n, 4) for n in range(3)}
    | {40 + n: (6 * n, 6) for n in range(2)}
)

# Which parts of a date each qualifier inside it speaks of, by the attribute under which `edtf` keeps it.
_QUALIFIED = {
    "year_ua": (YEAR,),
    "year_ua_b": (YEAR,),
    "month_ua": (MONTH,),
    "day_ua": (DAY,),
    "year_month_ua": (YEAR, MONTH),
    "month_day_ua": (MONTH, DAY),
    "all_ua": (YEAR, MONTH, DAY),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The readings that a date allows.

    `earliest` and `latest` are instants in UTC, `latest` the first instant that no longer belongs to the date;
    `earliest_date` and `latest_date` are calendar days, both included; None where that side is open.
    `sure_from` and `sure_until` bound the stretch that a span covers in every reading; it is empty unless
    `sure_from < sure_until` (None = no bound). `deadline` is `latest` moved on by days of grace, on the calendar
    of its zone. Names in `_local` are the same without a zone, for dates known to share one. `has_zone` says whether
    a zone was known, `arguable` whether the date is marked uncertain (`?`, `%`).
    """

    edtf: str
    zone: str | None
    earliest_date: date | None
    latest_date: date | None
    earliest: datetime | None
    latest: datetime | None
    sure_from: datetime | None
    sure_until: datetime | None
    earliest_local: datetime | None
    latest_local: datetime | None
    sure_from_local: datetime | None
    sure_until_local: datetime | None
    deadline: datetime | None
    deadline_local: datetime | None
    has_zone: bool
    arguable: bool


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One date without a slash: local start, local end (excluded), its own UTC offset, and how sure it is."""

    start: datetime
    end: datetime
    offset: tzinfo | None = None
    arguable: bool = False
    sure: bool = True


def read_edtf(text: str, zone: str | None = None, *, grace_days: int = 0) -> Reading:
    """Read an EDTF date of level 0 to 2; `zone` is an IANA name or an offset such as `-05:00`, None if unknown.

    Without a zone a day begins at its midnight in UTC+14 and ends at its last midnight in UTC-12, fifty hours on.
    `~` widens by one unit of the date's precision on both sides; sets, and years outside 2 to 9998, are refused.

    >>> read_edtf("2018-07").latest
    datetime.datetime(2018, 8, 1, 12, 0, tzinfo=datetime.timezone.utc)

    Raises DateError, with the way out, for everything that cannot be read.
    """
    if len(text) > 60:
        raise DateError(f"{shorten(text, 40)!r} is too long for a date; {HOW}")
    if "/" not in text:
        stretch = _read_stretch(text)
        return _reading(text, zone, stretch, stretch, grace_days)
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}", text):
        raise DateError(f"{text} may be day/month or month/day; write year-month-day, as in 2015-04-30")
    first, _, last = text.partition("/")
    if "/" in last:
        raise DateError(f"{text} has more than one /; an interval has a start and an end")
    start = None if first in ("", "..") else _read_stretch(first)
    end = None if last in ("", "..") else _read_stretch(last)
    if start is None and end is None:
        raise DateError(f"{text} is open on both sides and says nothing; leave the cell blank")
    if start and end and start.start >= end.end:
        raise DateError(f"{text} ends before it begins")
    if any(part and part.end - part.start < timedelta(days=1) for part in (start, end)):
        raise DateError(f"{text}: the ends of an interval are dates without a time")
    return _reading(text, zone, start, end, grace_days)


@lru_cache(maxsize=512)
def read_zone(text: str) -> tzinfo:
    """The zone named by an IANA name, `UTC`, or a fixed offset from -12:00 to +14:00; DateError otherwise."""
    if offset := _OFFSET.fullmatch(text):
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
        if int(minutes) < 60 and timedelta(hours=-12) <= shift <= timedelta(hours=14):
            return timezone(shift)
    elif text not in _MACHINE and re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", text):
        with contextlib.suppress(OSError, ValueError, KeyError):
            return ZoneInfo(text)
    raise DateError(
        f"{shorten(text, 40)!r} is no time zone; write an IANA name such as America/New_York, UTC, or -05:00"
    )


def _reading(text: str, zone: str | None, start: _Stretch | None, end: _Stretch | None, grace_days: int) -> Reading:
    first, last = (start.start if start else None), (end.end if end else None)
    if "/" not in text and start is not None:
        bounds: tuple[datetime | None, datetime | None] = (start.start, start.end)
        sure_from, sure_until = bounds if start.sure else bounds[::-1]
    else:
        # Nobody knows when in its first day (month, year) a span begins and when in its last one it ends.
        sure_from, sure_until = (start.end if start else None), (end.start if end else None)
    known = read_zone(zone) if zone else None
    from_zone, to_zone = (start.offset if start else None) or known, (end.offset if end else None) or known
    try:
        deadline = last + timedelta(days=grace_days) if last else None
        return Reading(
            edtf=text,
            zone=zone,
            earliest_date=first.date() if first else None,
            latest_date=(last - timedelta(microseconds=1)).date() if last else None,
            earliest=_instant(first, from_zone or FIRST_ZONE),
            latest=_instant(last, to_zone or LAST_ZONE),
            sure_from=_instant(sure_from, from_zone or LAST_ZONE),
            sure_until=_instant(sure_until, to_zone or FIRST_ZONE),
            earliest_local=first,
            latest_local=last,
            sure_from_local=sure_from,
            sure_until_local=sure_until,
            deadline=_instant(deadline, to_zone or LAST_ZONE),
            deadline_local=deadline,
            has_zone=known is not None or any(part is not None and part.offset is not None for part in (start, end)),
            arguable=any(part is not None and part.arguable for part in (start, end)),
        )
    except OverflowError:
        raise DateError(f"{text} lies outside the years 2 to 9998") from None


def _instant(local: datetime | None, zone: tzinfo) -> datetime | None:
    return None if local is None else local.replace(tzinfo=zone).astimezone(UTC)


@lru_cache(maxsize=4096)
def _read_stretch(text: str) -> _Stretch:
    try:
        # What nearly every cell holds; the grammar of `edtf` takes some milliseconds a date, and no mark on a season.
        if season := _SEASON.fullmatch(text):
            year, code, mark = season.groups()
            return _season(_year(year), int(code), mark)
        if plain := _PLAIN.fullmatch(text):
            year, month, day, mark = plain.groups()
            start, unit = (
                datetime(_year(year), int(month or 1), int(day or 1)),
                DAY if day else MONTH if month else YEAR,
            )
            return _widened(start, start + unit, [(mark, unit)] if mark else [])
        if moment := _UTC_MOMENT.fullmatch(text):
            _year(moment.group(1))
            return _moment(text)
        return _bounds(text, _parse(text))
    except OverflowError:
        raise DateError(f"{text} lies outside the years 2 to 9998") from None
    except DateError:
        raise
    except ValueError:
        raise DateError(f"{shorten(text, 40)!r} is not in the calendar; {HOW}") from None


def _parse(text: str) -> EDTFObject:
    from edtf import EDTFParseException, parse_edtf

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the parser prints before some of its errors
            return parse_edtf(text)
    except (EDTFParseException, AttributeError, KeyError, TypeError, ValueError):
        raise DateError(f"{shorten(text, 40)!r} is not an EDTF date; {HOW}") from None


def _bounds(text: str, parsed: EDTFObject) -> _Stretch:
    """The stretch of one parsed date; refuses, with the reason, what has no single stretch."""
    kind = type(parsed).__name__
    if kind in ("OneOfASet", "MultipleDates"):
        raise DateError(f"{text} is a set of dates; give each date a row, or write the interval that holds them all")
    if kind in ("LongYear", "ExponentialYear") or text.startswith("-"):
        raise DateError(f"{text} lies outside the years 2 to 9998")
    if re.search(r"S\d", text):
        raise DateError(f"{text}: significant digits are not read; write the interval that is meant")
    if kind == "DateAndTime":
        return _moment(text)
    first, last = (bound()[:3] for bound in (parsed.lower_strict, parsed.upper_strict))
    start, end = datetime(_year(first[0]), *first[1:]), datetime(_year(last[0]), *last[1:]) + DAY
    return _widened(start, end, _marks(text, parsed), sure="X" not in text)


def _year(year: str | int) -> int:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise OverflowError
    return int(year)


def _widened(start: datetime, end: datetime, marks: list[tuple[str, relativedelta]], *, sure: bool = True) -> _Stretch:
    """The stretch, wider by a unit on both sides for each `~` and `%`."""
    for mark, unit in marks:
        if mark in "~%":
            try:
                start, end = start - unit, end + unit
            except ValueError:
                raise OverflowError from None
    arguable = any(mark in "?%" for mark, _ in marks)
    return _Stretch(start, end, arguable=arguable, sure=sure and all(mark == "?" for mark, _ in marks))


def _marks(text: str, parsed: EDTFObject) -> list[tuple[str, relativedelta]]:
    """Each qualifier in the text, with the unit by which it widens."""
    if type(parsed).__name__ == "PartialUncertainOrApproximate":
        found = [(str(getattr(parsed, name)), unit) for name, units in _QUALIFIED.items() for unit in units]
        return [(mark, unit) for mark, unit in found if mark in ("?", "~", "%")]
    if text[-1] not in "?~%":
        return []
    year, *rest = text[:-1].split("-")
    if "X" in year:
        return [(text[-1], relativedelta(years=10 ** year.count("X")))]
    return [(text[-1], (YEAR, MONTH, DAY)[sum(part != "XX" for part in rest)])]


def _season(year: int, code: int, mark: str) -> _Stretch:
    month, length = _SEASONS[code]
    start = datetime(year, 1, 1) + relativedelta(months=month)
    quarter = [(mark, relativedelta(months=3))] if mark else []
    # Nobody says which of two winters is meant, so no part of it is sure.
    return _widened(start, start + relativedelta(months=length), quarter, sure=length < 12)


def _moment(text: str) -> _Stretch:
    day, _, clock = text.partition("T")
    midnight = clock.startswith("24:00:00")
    at = datetime.fromisoformat(f"{day}T{clock.replace('24', '00', 1) if midnight else clock}")
    start = at.replace(tzinfo=None) + timedelta(days=midnight)
    return _Stretch(start, start + timedelta(seconds=1), offset=at.tzinfo)

"""Calendar arithmetic on whole days, always outwards, and the shortest EDTF text for two bounds."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from overstay.dates import FIRST_YEAR, LAST_YEAR

Stretch = tuple[date, date]  # first and last calendar day, both included
Span = tuple[date | None, date | None]  # the same, None = open
ONE_DAY = timedelta(days=1)
DAYS_OF = {"day": 1, "week": 7}
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


class Amount(NamedTuple):
    """A length of time: half numbers are allowed; the unit is day, week, month, quarter, year or decade."""

    number: float
    unit: str

    def __str__(self) -> str:
        return f"{self.number:g} {self.unit}{'' if self.number == 1 else 's'}"

    def days(self) -> float:
        """About how many days it is, to compare two amounts."""
        return self.number * (DAYS_OF.get(self.unit) or MONTHS_OF[self.unit] * 30.4375)


def shifted(day: date, amount: Amount, sign: int, outwards: int) -> date:
    """The day moved by `sign` × amount; what is left of a day is rounded down (-1) or up (1), as `outwards` says.

    Half a month is 15 days. Raises OverflowError or ValueError outside the calendar.
    """
    months = 0
    if amount.unit in DAYS_OF:
        days = amount.number * DAYS_OF[amount.unit]
    else:
        whole = amount.number * MONTHS_OF[amount.unit]
        months = int(whole)
        days = (whole - months) * 30
    moved = add_months(day, sign * months) if months else day
    days *= sign
    return moved + timedelta(days=math.floor(days) if outwards < 0 else math.ceil(days))


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date) -> Stretch:
    """The whole month that the day lies in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def months(year: int, first: int, last: int) -> Stretch:
    """From the first day of one month to the last of another; months count on past 12 and back past 1."""
    start, end = add_months(date(year, 1, 1), first - 1), add_months(date(year, 1, 1), last - 1)
    return start, month_of(end)[1]


def years(first: int, last: int) -> Stretch:
    """From New Year's Day of one year to New Year's Eve of another."""
    return date(first, 1, 1), date(last, 12, 31)


def unit_of(day: date, unit: str) -> Stretch:
    """The whole day, week (Monday to Sunday), weekend, month, quarter, year or decade that the day lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return month_of(day)
    if unit == "quarter":
        return months(day.year, (day.month - 1) // 3 * 3 + 1, (day.month - 1) // 3 * 3 + 3)
    if unit == "year":
        return years(day.year, day.year)
    if unit == "decade":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    raise ValueError(unit)


def neighbour(day: date, unit: str, step: int) -> Stretch:
    """The unit `step` units after (before) the one that the day lies in."""
    start, _ = unit_of(day, unit)
    if unit in DAYS_OF:
        return unit_of(start + timedelta(days=DAYS_OF[unit] * step), unit)
    return unit_of(add_months(start, MONTHS_OF[unit] * step), unit)


def closed(span: Span) -> Stretch:
    """The span, if neither of its sides is open; ValueError otherwise."""
    if span[0] is None or span[1] is None:
        raise ValueError(span)
    return span[0], span[1]


def outward(earliest: date, latest: date) -> Stretch:
    """Both bounds moved outwards to whole months."""
    return month_of(earliest)[0], month_of(latest)[1]


def write_edtf(earliest: date | None, latest: date | None, *, by_day: bool = False) -> str:
    """The shortest EDTF text with exactly these bounds; "" where both are open or one lies outside the calendar.

    `by_day` keeps day precision at the bound of an open interval: a start known to the day is no month.
    """
    for bound in (earliest, latest):
        if bound and not FIRST_YEAR <= bound.year <= LAST_YEAR:
            return ""
    if earliest is None or latest is None:
        if latest is not None:
            return f"../{latest.isoformat() if by_day else _end(latest)}"
        return f"{earliest.isoformat() if by_day else _start(earliest)}/.." if earliest else ""
    if earliest > latest:
        return ""
    if earliest == latest:
        return earliest.isoformat()
    starts_year, ends_year = (earliest.month, earliest.day) == (1, 1), (latest.month, latest.day) == (12, 31)
    if starts_year and ends_year:
        return _joined(f"{earliest.year:04d}", f"{latest.year:04d}")
    if month_of(earliest) == month_of(latest) != (earliest, latest):
        return f"{earliest.isoformat()}/{latest.isoformat()}"
    return _joined(_month(earliest) if earliest.day == 1 else earliest.isoformat(), _end(latest, years=False))


def _joined(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def _start(day: date) -> str:
    if day.day != 1:
        return day.isoformat()
    return f"{day.year:04d}" if day.month == 1 else _month(day)


def _end(day: date, *, years: bool = True) -> str:
    if day != month_of(day)[1]:
        return day.isoformat()
    return f"{day.year:04d}" if years and day.month == 12 else _month(day)


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"

"""EDTF ─► plain English, for sentences and labels; the dates themselves stay as they were written."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from overstay.dates import read_edtf

# Not from the locale: the same case reads the same on every machine.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASON_NAMES = {
    **{str(20 + n): name for n, name in enumerate(("spring", "summer", "autumn", "winter"), 1)},
    **{str(24 + n): name for n, name in enumerate(("spring", "summer", "autumn", "winter"), 1)},
    **{str(28 + n): f"southern {name}" for n, name in enumerate(("spring", "summer", "autumn", "winter"), 1)},
    **{str(33 + n): f"the {name} quarter of" for n, name in enumerate(("first", "second", "third", "fourth"))},
    **{str(37 + n): f"the {name} third of" for n, name in enumerate(("first", "second", "last"))},
    **{str(40 + n): f"the {name} half of" for n, name in enumerate(("first", "second"))},
}


def say_day(day: date) -> str:
    """`30 April 2015`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_date(text: str) -> str:
    """A date as a sentence ends: `on 30 April 2015`, `in 2014`, `by 18 December 2018`, `in April 2018 or later`."""
    start, slash, end = text.partition("/")
    if not slash:
        return _say_point(text)
    if start in ("", ".."):
        return f"by {_name(end)}"
    if end in ("", ".."):
        return f"{_say_point(start)} or later"
    return f"between {_name(start)} and {_name(end)}"


def say_span(text: str) -> str:
    """A date as a stretch of time: `up to 18 December 2018`, `from 2014 to 18 December 2018`, `in 2014`."""
    start, slash, end = text.partition("/")
    if not slash:
        return _say_point(text)
    if start in ("", ".."):
        return f"up to {_name(end)}"
    if end in ("", ".."):
        return f"from {_name(start)} on"
    return f"from {_name(start)} to {_name(end)}"


def _say_point(text: str) -> str:
    name = _name(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) or "T" in text:
        return f"on {name}"
    return f"in {name}" if re.fullmatch(r"[\d-]+", text) else name


def _name(text: str) -> str:
    """A single date: `30 April 2015`, `summer 2018`, `around 2012`, `perhaps 2014`; others by their bounds."""
    mark = {"~": "around ", "?": "perhaps ", "%": "perhaps around "}.get(text[-1], "")
    bare = text[:-1] if mark else text
    parts = bare.split("-")
    if re.fullmatch(r"\d{4}", bare):
        return mark + bare
    if re.fullmatch(r"\d{4}-\d\d", bare):
        season = _SEASON_NAMES.get(parts[1])
        return f"{mark}{season} {parts[0]}" if season else f"{mark}{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", bare):
        return mark + say_day(date.fromisoformat(bare))
    if "T" in bare:
        day, _, clock = bare.partition("T")
        return f"{say_day(date.fromisoformat(day))} at {clock}"
    reading = read_edtf(text)
    if reading.earliest_date and reading.latest_date:
        return f"some day from {say_day(reading.earliest_date)} to {say_day(reading.latest_date)}"
    return text


def say_range(earliest: Any, latest: Any) -> str:
    """Both readings of a date, as calendar days: `1 April 2018 to 31 October 2018`; None, NaT = open."""
    first = say_day(earliest) if _known(earliest) else ""
    last = say_day(latest) if _known(latest) else ""
    if first and first == last:
        return first
    return f"{first or 'any time'} to {last or 'any time after'}" if first or last else "any time"


def say_days(least: Any, most: Any) -> str:
    """Days after a stated end: `266 to 479`, `at least 5`, `up to 20`, `5 before to 6 after`; blank = not known."""
    low, high = (None if not _known(side) else int(side) for side in (least, most))
    if low is None or high is None:
        return f"at least {low:,}" if low is not None else f"up to {high:,}" if high is not None else ""
    if low == high:
        return f"{low:,}" if low >= 0 else f"{-low:,} before"
    if high < 0:
        return f"{-low:,} to {-high:,} before"
    return f"{-low:,} before to {high:,} after" if low < 0 else f"{low:,} to {high:,}"


def _known(value: Any) -> bool:
    """Whether a cell of a DataFrame holds a value: neither None, NaT, NA nor NaN."""
    return value is not None and str(value) not in ("NaT", "<NA>", "nan")

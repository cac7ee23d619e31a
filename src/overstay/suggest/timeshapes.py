"""A value of a log ─► the way in which it writes a time: a moment, or a day, a month or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Kind = Literal["iso", "epoch-s", "epoch-ms", "pattern", "order"]
# From the first second with ten digits to the end of 2040: a plausible time in a log. Telephone numbers are others.
EPOCH = (1_000_000_000, 2_240_524_800)
LONGEST = 40  # characters of a time
YEARS = (1990, 2040)

_CLOCK = (
    r"(?P<gap>[ T]|, ?)(?P<clock>\d{1,2}:\d\d(?P<seconds>:\d\d(?P<fraction>\.\d{1,9})?)?)"
    r"(?P<half> ?[AaPp][Mm])?(?P<offset> ?(?:Z|[+-]\d\d:?\d\d))?"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(?P<offset>Z| ?UTC|[+-]\d\d(:?\d\d)?)?", re.ASCII)
# What programs write instead: a comma before milliseconds, a space before the offset.
_NEARLY_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?P<gap>[T ])(?P<clock>\d\d:\d\d(?P<seconds>:\d\d(?P<fraction>\.\d{1,9}|,\d{3})?)?)(?P<half>)"
    r"(?P<offset> ?(?:Z|[+-]\d\d:?\d\d))?",
    re.ASCII,
)
_NUMERIC = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<c>\d{{4}}|\d\d)(?:{_CLOCK})?", re.ASCII
)
_YEAR_FIRST = re.compile(rf"(?P<c>\d{{4}})(?P<sep>[/.])(?P<a>\d{{1,2}})(?P=sep)(?P<b>\d{{1,2}})(?:{_CLOCK})?", re.ASCII)
_NAMED = re.compile(
    r"(?P<weekday>[A-Z][a-z]{2}, )?"
    r"(?:(?P<day>\d{1,2})(?P<sep>[ -])(?P<month>[A-Z][a-z]{2,8})(?P=sep)(?P<year>\d{4})"
    rf"|(?P<month_first>[A-Z][a-z]{{2,8}}) (?P<second>\d{{1,2}}), (?P<third>\d{{4}}))(?:{_CLOCK})?",
    re.ASCII,
)
_WEB = re.compile(r"\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}", re.ASCII)
_PLAIN_PATTERNS = (
    (re.compile(r"\d{14}", re.ASCII), "%Y%m%d%H%M%S", ""),
    (re.compile(r"\d{8}T\d{6}Z", re.ASCII), "%Y%m%dT%H%M%SZ", ""),
    (re.compile(r"\d{8}", re.ASCII), "%Y%m%d", "day"),
    (re.compile(r"\d{6}", re.ASCII), "%Y%m", "month"),
    (re.compile(r"\d{1,2}/\d{4}", re.ASCII), "%m/%Y", "month"),
    (re.compile(r"\d{1,2}\.\d{4}", re.ASCII), "%m.%Y", "month"),
    (re.compile(r"\d{4}/\d{1,2}", re.ASCII), "%Y/%m", "month"),
    (re.compile(r"[A-Z][a-z]{2} \d{4}", re.ASCII), "%b %Y", "month"),
    (re.compile(r"[A-Z][a-z]{3,8} \d{4}", re.ASCII), "%B %Y", "month"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a time is written. Values of one shape are read alike.

    `unit` is blank for a moment, else day, month or year. `pattern` is a strptime pattern; of kind `order` it holds
    `{order}` where day, month and year stand in an order to be found out, `sep` between them and a year of
    `year_digits`. `zoned` = the value carries its UTC offset, or needs none. `digits` = nothing but digits, which
    might be any number.
    """

    kind: Kind
    unit: str = ""
    pattern: str = ""
    zoned: bool = False
    sep: str = ""
    year_digits: int = 4
    year_first: bool = False
    digits: bool = False


def shape_of(value: str) -> Shape | None:
    """The way in which a value writes a time; None for what is no time."""
    if len(value) > LONGEST or not any("0" <= letter <= "9" for letter in value):
        return None
    if found := _ISO.fullmatch(value):
        likely = _is_time(value[:16].replace("T", " "), "%Y-%m-%d %H:%M")
        return Shape("iso", zoned=found["offset"] is not None) if likely else None
    if found := _NEARLY_ISO.fullmatch(value):
        rest, zoned = _clock_pattern(found)
        return _unless_no_time(value, Shape("pattern", "", f"%Y-%m-%d{rest}", zoned))
    if re.fullmatch(r"\d{10}(\.\d+)?|\d{13}", value, re.ASCII):
        kind: Kind = "epoch-ms" if len(value) == 13 else "epoch-s"
        seconds = int(value[:10])
        return Shape(kind, zoned=True, digits=True) if EPOCH[0] <= seconds < EPOCH[1] else None
    for size, pattern, unit in ((10, "%Y-%m-%d", "day"), (7, "%Y-%m", "month"), (4, "%Y", "year")):
        if len(value) == size and re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII):
            likely = size > 4 or YEARS[0] <= int(value) <= YEARS[1]
            return Shape("iso", unit, pattern, digits=size == 4) if likely and _is_time(value, pattern) else None
    if _WEB.fullmatch(value):
        return _unless_no_time(value, Shape("pattern", "", "%d/%b/%Y:%H:%M:%S %z", True))
    for expression, pattern, unit in _PLAIN_PATTERNS:
        if expression.fullmatch(value):
            year = int(value[:4]) if pattern.startswith("%Y%m") else YEARS[0]
            shape = Shape("pattern", unit, pattern, digits=value.isdigit())
            return _unless_no_time(value, shape) if YEARS[0] <= year <= YEARS[1] else None
    return _numeric(value) or _named(value)


def _numeric(value: str) -> Shape | None:
    found = _NUMERIC.fullmatch(value) or _YEAR_FIRST.fullmatch(value)
    if not found:
        return None
    rest, zoned = _clock_pattern(found)
    year_first = found.re is _YEAR_FIRST
    digits = len(found["c"])
    shape = Shape("order", "" if found["clock"] else "day", f"{{order}}{rest}", zoned, found["sep"], digits, year_first)
    return shape if any(_is_time(value, pattern) for pattern in orders(shape).values()) else None


def _named(value: str) -> Shape | None:
    if not (found := _NAMED.fullmatch(value)):
        return None
    rest, zoned = _clock_pattern(found)
    name = "%b" if len(found["month"] or found["month_first"]) == 3 else "%B"
    day = f"{name} %d, %Y" if found["month_first"] else f"%d{found['sep']}{name}{found['sep']}%Y"
    pattern = ("%a, " if found["weekday"] else "") + day + rest
    unit = "" if found["clock"] else "day"
    return _unless_no_time(value, Shape("pattern", unit, pattern, zoned))


def _clock_pattern(found: re.Match[str]) -> tuple[str, bool]:
    """The strptime pattern of what follows the day, and whether it carries an offset."""
    if not found["clock"]:
        return "", False
    half, offset = found["half"], found["offset"]
    pattern = found["gap"] + ("%I" if half else "%H") + ":%M"
    fraction = found["fraction"] or ""
    pattern += (":%S" if found["seconds"] else "") + {"": "", ".": ".%f", ",": ",%g"}[fraction[:1]]
    pattern += half[:-2] + "%p" if half else ""
    if offset and offset[-1] == "Z":  # DuckDB's %z takes no Z, so it stands as a letter, and UTC as the zone
        return pattern + offset, False
    return pattern + (re.sub(r"[+-].*", "%z", offset) if offset else ""), offset is not None


def orders(shape: Shape) -> dict[str, str]:
    """The strptime patterns that a shape of kind `order` leaves open, by the name of the order."""
    sep = shape.sep
    if shape.year_first:
        parts = {"year, month, day": "%Y{0}%m{0}%d", "year, day, month": "%Y{0}%d{0}%m"}
    elif shape.year_digits == 4:
        parts = {"day first": "%d{0}%m{0}%Y", "month first": "%m{0}%d{0}%Y"}
    else:
        parts = {"day first": "%d{0}%m{0}%y", "month first": "%m{0}%d{0}%y", "year first": "%y{0}%m{0}%d"}
    return {name: shape.pattern.replace("{order}", part.format(sep)) for name, part in parts.items()}


def read_day(value: str, pattern: str) -> datetime | None:
    """The time that a value is under a pattern; None where it is none. Fractions of seconds beyond six digits go."""
    try:
        return datetime.strptime(re.sub(r"(\.\d{6})\d+", r"\1", value), pattern.replace("%g", "%f"))
    except (ValueError, OverflowError):
        return None


def epoch_said(value: str) -> str:
    """The moment of an epoch value: `2018-05-03 14:03:22 UTC`."""
    return f"{datetime.fromtimestamp(int(value[:10]), UTC):%Y-%m-%d %H:%M:%S} UTC"


def _unless_no_time(value: str, shape: Shape) -> Shape | None:
    """The shape, unless its numbers give no time, as in `30 February`."""
    return shape if _is_time(value, shape.pattern) else None


def _is_time(value: str, pattern: str) -> bool:
    return read_day(value, pattern) is not None

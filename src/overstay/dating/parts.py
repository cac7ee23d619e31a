"""Parts of a period: early, mid, late, the end of, the first week of, year-end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from overstay.dating.arithmetic import Stretch, add_months, closed, month_of, months
from overstay.dating.figures import DASHES
from overstay.dating.tokens import Core, Scan

_EDGES = {"beginning": "start", "start": "start", "outset": "start", "opening": "start", "end": "end", "close": "end",
          "middle": "mid", "midpoint": "mid"}  # fmt: skip
_PARTS = {"early": "early", "mid": "mid", "late": "late"}
GRAINS = ("year", "month", "decade", "season", "quarter", "half", "week", "day", "weekend")


def part(t: Scan, i: int) -> Core | None:
    """early 2015, mid-July, mid-to-late 2016, late last year, the end of July 2018, the second half of April."""
    j = i + (t.L[i] == "the") + (t.L[i] == "the" and t.L[i + 1] in ("very", "tail", "latter"))
    word = t.L[j]
    if word in _EDGES:
        k = j + 1
        if t.L[k] not in ("of", "to"):
            return None
        inner = t.date_at(k + 1)
        return part_of(t, inner, _EDGES[word], inner.stop) if inner else None
    if word == "very" and t.L[j + 1] in _PARTS:
        j, word = j + 1, t.L[j + 1]
    if word in ("first", "second") and t.L[j + 1] == "half" and t.L[j + 2] == "of":
        inner = t.date_at(j + 3)
        if inner and inner.grain == "month":
            return part_of(t, inner, "early" if word == "first" else "late", inner.stop)
        return None
    if word in ("latter", "back") and t.L[j + 1] in ("part", "half") and t.L[j + 2] == "of":
        inner = t.date_at(j + 3)
        if inner and inner.grain == "year" and t.L[j + 1] == "half":
            return None
        return part_of(t, inner, "mid", inner.stop, "late") if inner and inner.grain in GRAINS else None
    if word in ("halfway", "midway", "partway") and t.L[j + 1] in ("through", "into"):
        inner = t.date_at(j + 2)
        return part_of(t, inner, "mid", inner.stop) if inner and word != "partway" else inner
    if word not in _PARTS:
        return None
    first = last = _PARTS[word]
    k = j + 1
    if t.L[k] in DASHES:
        k += 1
    if t.L[k] in ("to", "or", "and") and t.L[k + 1 + (t.L[k + 1] in DASHES)] in _PARTS:
        k += 1 + (t.L[k + 1] in DASHES)
        last = _PARTS[t.L[k]]
        k += 1 + (t.L[k + 1] in DASHES)
    k += t.L[k] in ("in", "on")
    k += t.L[k] == "part" and t.L[k + 1] == "of"
    k += t.L[k] == "of" and k > j + 1
    inner = t.date_at(k)
    if inner is None or inner.grain not in GRAINS:
        return None
    return part_of(t, inner, first, inner.stop, last)


def part_of(t: Scan, inner: Core, part: str, stop: int, last_part: str = "") -> Core | None:
    """A part of a period, or from one part to another."""
    if inner.grain not in GRAINS or inner.bound:
        return None
    last_part = last_part or part

    def first(day: date) -> Stretch:
        return piece(t, closed(inner.first(day)), inner.grain, part)[0], piece(
            t, closed(inner.first(day)), inner.grain, last_part
        )[1]

    def last(day: date) -> Stretch:
        return piece(t, closed(inner.last(day)), inner.grain, part)[0], piece(
            t, closed(inner.last(day)), inner.grain, last_part
        )[1]

    yearly = None
    if inner.yearly:
        whole = inner.yearly

        def yearly(year: int) -> Stretch | None:
            found = whole(year)
            return (
                (piece(t, found, inner.grain, part)[0], piece(t, found, inner.grain, last_part)[1]) if found else None
            )

    if rule := _rule(inner.grain, part):
        grain = "days" if inner.grain in ("month", "week") else "part"
        return Core(stop, first, last, grain, rule, inner.seen_from, inner.direction, yearly, at_end=last_part == "end")
    return replace(inner, stop=stop)


def _rule(grain: str, part: str) -> str:
    if grain in ("day", "weekend"):
        return ""
    if grain in ("quarter", "half"):
        grain = "season"
    if part in ("start", "end") and grain not in ("year", "week"):
        part = {"start": "early", "end": "late"}[part]
    if grain == "week" and part == "start":
        part = "early"
    return {"year": f"{part} in a year", "month": f"{part} in a month", "decade": f"{part} in a decade",
            "season": f"{part} in a season", "week": f"{part} in a week"}[grain]  # fmt: skip


def piece(t: Scan, whole: Stretch, grain: str, part: str) -> Stretch:
    """The part of a whole period, by the numbers in the table of rules."""
    rule = _rule(grain, part)
    if not rule:
        return whole
    start, end = whole
    first, last = t.number(rule, "first"), t.number(rule, "last")
    if grain == "year":
        return months(start.year, first, last)[0], months(end.year, first, last)[1]
    if grain == "decade":
        return date(start.year + first, 1, 1), date(end.year // 10 * 10 + last, 12, 31)
    if grain == "month":
        return _day_or_last(start, first, end), _day_or_last(end, last, end)
    if grain == "week":
        return start + timedelta(days=first - 1), end - timedelta(days=7 - last)
    halves = (end.year - start.year) * 24 + (end.month - start.month + 1) * 2  # halves of months in it
    scale = halves / 6 if halves <= 12 else 1
    low, high = round((first - 1) * scale), round(last * scale)
    if halves > 12:  # one of two winters
        return _half_month(start, low)[0], _half_month(end.replace(day=1), high - 5)[1]
    return _half_month(start, low)[0], _half_month(start, high - 1)[1]


def _half_month(start: date, number: int) -> Stretch:
    first, last = month_of(add_months(start.replace(day=1), number // 2))
    return (first.replace(day=16), last) if number % 2 else (first, first.replace(day=15))


def _day_or_last(month: date, day: int, end: date) -> date:
    return month.replace(day=min(day, end.day))

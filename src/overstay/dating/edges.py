"""The edges of a period: year-end, the end of the week, the turn of the year, the first day or third week of May."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from overstay.dating.amounts import Quantity, quantity
from overstay.dating.arithmetic import ONE_DAY, Amount, Stretch, closed, months, shifted, unit_of
from overstay.dating.figures import DASHES
from overstay.dating.named import once_yearly
from overstay.dating.parts import part_of, piece
from overstay.dating.tokens import Core, Scan, seen
from overstay.dating.words import SINGLE
from overstay.dating.yearly import in_year

_OPENING = {"first": True, "opening": True, "last": False, "final": False, "closing": False}
_PERIODS = ("month", "year", "quarter", "half", "week", "season", "decade")


def edge_words(t: Scan, i: int) -> Core | None:
    """year-end, year's end, end of year, mid-year, the turn of the year, the first day of May, the end of the week."""
    j = i + (t.L[i] == "the")
    word = t.L[j]
    if word == "turn" and t.L[j + 1] == "of" and (t.L[j + 2], t.L[j + 3]) == ("the", "year"):
        return in_year(t, j + 4, lambda year: months(year, 0, 1), "part", "turn of the year")
    if word == "turn" and (t.L[j + 1], t.L[j + 2], t.L[j + 3]) == ("of", "the", "decade"):
        return seen(j + 4, lambda day: months(day.year // 10 * 10, -11, 12), "part", "turn of the year")
    k = j + 1
    if t.L[k] in DASHES and t.glued(k) and t.glued(k + 1):  # end-of-year, end-2015
        k += 1
    if word in ("beginning", "start", "end", "middle", "close") and k > j + 1 and t.L[k] != "of":
        inner = t.date_at(k) if word in ("start", "end") else None
        return part_of(t, inner, word, inner.stop) if inner and inner.grain in ("month", "year", "quarter") else None
    if word in ("beginning", "start", "end", "middle", "close") and t.L[k] == "of":
        inner = the_unit(t, k + 1 + (t.L[k + 1] in DASHES))
        part = {"beginning": "start", "start": "start", "middle": "mid"}.get(word, "end")
        return part_of(t, inner, part, inner.stop) if inner else None
    unit = SINGLE.get(word)
    if unit in ("year", "month", "quarter", "week"):
        k = j + 1 + (t.L[j + 1] in DASHES or t.L[j + 1] in ("'s", "’s"))
        if t.L[k] == "end" and t.L[k + 1] not in ("of", "user", "users"):
            return edge(t, k + 1, unit, "end")
    if word in ("mid", "early", "late") and SINGLE.get(t.L[j + 1 + (t.L[j + 1] in DASHES)]) in (
        "year",
        "month",
        "week",
    ):
        k = j + 1 + (t.L[j + 1] in DASHES)
        return edge(t, k + 1, SINGLE[t.L[k]], word)
    if word == "midyear":
        return edge(t, j + 1, "year", "mid")
    return _outermost(t, j)


def the_unit(t: Scan, i: int) -> Core | None:
    """the year, the month: only after `the end of` and the like; seen from the date before it in a tale of the past."""
    j = i + (t.L[i] in ("the", "this", "each", "its"))
    unit = SINGLE.get(t.L[j])
    if unit is None or t.L[i] == "each" or t.L[j + 1] == "of":
        if t.L[i] == "the" and (found := once_yearly(t, j)):
            core = in_year(
                t, found[2], found[0], found[1], {"season": "season", "month": "month", "day": "holiday"}[found[1]]
            )
            return core
        return None

    def at(day: date) -> Stretch:
        return unit_of(day, unit)

    view = "said" if t.tense == "future" or not t.anchor else "anchor" if t.tense == "past" else "either"
    return Core(j + 1, at, at, unit, "this period", view)


def _outermost(t: Scan, j: int) -> Core | None:
    """the first day of May, the last three months of 2016, the closing weeks of 2014, the third week of May."""
    word, k = t.L[j], j + 1
    if word in ("latter", "back") and (t.L[k], t.L[k + 1]) == ("half", "of"):
        year = t.date_at(k + 2)
        return outermost(year, False, Amount(6, "month")) if year and year.grain == "year" else None
    if word in _OPENING:
        q = quantity(t, k)
        if q is None and t.L[k] in SINGLE and t.L[k] != "quarter":
            q = Quantity(k + 1, 1, 1, SINGLE[t.L[k]])
        if q is None or q.how not in ("", "bare", "several", "couple") or t.L[q.stop] != "of":
            return None
        inner = t.date_at(q.stop + 1) or the_unit(t, q.stop + 1)
        most = Amount(q.high, q.unit) if not q.how else Amount(2 if q.how == "couple" else 3, q.unit)
        return outermost(inner, _OPENING[word], most) if inner else None
    number = {"second": 2, "third": 3, "fourth": 4, "2nd": 2, "3rd": 3, "4th": 4}.get(word)
    if number and (t.L[k], t.L[k + 1]) == ("week", "of") and (inner := t.date_at(k + 2)) and inner.grain == "month":
        return week_of_month(inner, number)
    return None


def edge(t: Scan, stop: int, unit: str, part: str) -> Core | None:
    """A part of the unit itself: year-end, mid-year."""
    if unit == "year":
        return in_year(
            t,
            stop,
            lambda year: piece(t, (date(year, 1, 1), date(year, 12, 31)), "year", part),
            "part",
            f"{part} in a year",
        )
    inner = seen(stop, lambda day: unit_of(day, unit), unit, "this period")
    return part_of(t, inner, part, stop)


def outermost(inner: Core, opening: bool, length: Amount) -> Core | None:
    """So long a stretch at the start or at the end of a period."""
    if inner.grain not in _PERIODS or inner.bound:
        return None

    def of(whole: Stretch) -> Stretch:
        start, end = whole
        if opening:
            return start, min(end, shifted(start, length, 1, 1) - ONE_DAY)
        return max(start, shifted(end + ONE_DAY, length, -1, -1)), end

    return _within_period(inner, of, "first or last days")


def week_of_month(inner: Core, number: int) -> Core:
    """The second, third or fourth week of a month, whether weeks begin with the month or on Mondays."""

    def of(whole: Stretch) -> Stretch:
        start, end = whole
        return start + timedelta(days=7 * number - 12), min(end, start + timedelta(days=7 * number + 5))

    return _within_period(inner, of, "week of a month")


def _within_period(inner: Core, of: Callable[[Stretch], Stretch], rule: str) -> Core:
    yearly = None
    if inner.yearly:
        whole = inner.yearly

        def yearly(year: int) -> Stretch | None:
            found = whole(year)
            return of(found) if found else None

    first, last = (lambda day: of(closed(inner.first(day)))), (lambda day: of(closed(inner.last(day))))
    return Core(inner.stop, first, last, "days", rule, inner.seen_from, inner.direction, yearly)

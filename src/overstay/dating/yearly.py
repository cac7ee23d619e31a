"""Dates that come once a year: which year is meant, by the words behind them or by the tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from overstay.dating.arithmetic import Stretch
from overstay.dating.figures import counts_things, short_year
from overstay.dating.tokens import Core, Scan, fixed

Yearly = Callable[[int], Stretch | None]


def recurring(t: Scan, stop: int, yearly: Callable[[int], Stretch | None], grain: str, rule: str) -> Core:
    """A date of every year: of the past the last one, of the future the next one, else from the one to the other."""

    def past(day: date) -> Stretch:
        for year in range(day.year + 1, day.year - 9, -1):
            if (found := yearly(year)) and found[0] <= day:
                return found
        raise ValueError(day)

    def future(day: date) -> Stretch:
        for year in range(day.year - 1, day.year + 9):
            if (found := yearly(year)) and found[1] >= day:
                return found
        raise ValueError(day)

    first, last = (future if t.tense == "future" else past), (past if t.tense == "past" else future)
    return Core(stop, first, last, grain, rule, "said", "", yearly)


def in_year(t: Scan, j: int, yearly: Yearly, grain: str, rule: str, each: Yearly | None = None) -> Core | None:
    """The date of a year with the year from token j on: `2015`, `of 2015`, `of last year`, `next year`; or without.

    `each` reads it where no year is given, if that is another stretch.
    """
    k = j + (t.L[j] == ",") + (t.L[j] in ("of", "in"))
    if (
        t.L[k] == "the"
        and t.L[k + 1] in ("year", "current")
        and t.L[k + 2] not in ("before", "after", "ended", "ending")
    ):
        if t.L[k + 1] == "year" and (year := short_year(t, k + 2)):
            found = yearly(year[0])
            return fixed(year[1], found, grain, rule) if found else None
        if t.L[j] == "of":
            return relative_year(t, k + 2 + (t.L[k + 1] == "current"), yearly, 0, grain, rule)
    if year := short_year(t, k):
        found = yearly(year[0])
        return fixed(year[1], found, grain, rule) if found and not counts_things(t, year[1], j != k) else None
    if t.L[k] in ("this", "last", "next") and t.L[k + 1] == "year":
        return relative_year(t, k + 2, yearly, {"this": 0, "last": -1, "next": 1}[t.L[k]], grain, rule)
    if t.L[k] in ("that", "the") and (t.L[k + 1], t.L[k + 2]) in (
        ("same", "year"),
        ("following", "year"),
        ("previous", "year"),
    ):
        step = {"same": 0, "following": 1, "previous": -1}[t.L[k + 1]]
        return relative_year(t, k + 3, yearly, step, grain, rule, seen_from="anchor")
    if t.L[k] == "that" and t.L[k + 1] == "year":
        return relative_year(t, k + 2, yearly, 0, grain, rule, seen_from="anchor")
    return recurring(t, j, each or yearly, grain, f"{rule} + without a year")


def relative_year(t: Scan, stop: int, yearly: Callable[[int], Stretch | None], step: int, grain: str, rule: str, *,
                  seen_from: str = "said") -> Core:  # fmt: skip
    """A date of the year before, of, or after the day that it is seen from."""

    def at(day: date) -> Stretch:
        if found := yearly(day.year + step):
            return found
        raise ValueError(day)

    return Core(stop, at, at, grain, rule, seen_from, {-1: "past", 0: "", 1: "future"}[step])

"""Seasons, months and holidays with this, last, next, the following: last fall, next April, this past spring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from overstay.dating.absolute import month_at
from overstay.dating.arithmetic import Stretch, months
from overstay.dating.holidays import HOLIDAY_WORDS, holiday
from overstay.dating.periods import season_months
from overstay.dating.tokens import Core, Scan, seen
from overstay.dating.words import ANCHORED, SEASONS
from overstay.dating.yearly import Yearly


def once_yearly(t: Scan, i: int) -> tuple[Yearly, str, int] | None:
    """What comes once a year at token i: (its stretch in a year, its grain, the token after it)."""
    if name := SEASONS.get(t.L[i]):
        return (lambda year: season_months(t, name, year)), "season", i + 1
    if (month := month_at(t, i)) and (t.L[i] != "may" or t.word(i)[0].isupper()):
        return (lambda year: months(year, month[0], month[0])), "month", month[1]
    if t.L[i] in HOLIDAY_WORDS and (core := holiday(t, i)) and core.yearly:
        return core.yearly, "day", core.stop
    return None


def once_a_year(t: Scan, i: int) -> Core | None:
    """last fall, this summer, next April, this past spring, the following June, that summer, last Christmas."""
    j = i + (t.L[i] == "the")
    which = t.L[j]
    if which == "this" and t.L[j + 1] in ("past", "coming"):
        j += 1
        which = t.L[j]
    if which == "that" and t.L[j + 1] == "same":
        j += 1
    if which not in ("this", "last", "next", "past", "coming", *ANCHORED):
        return None
    found = once_yearly(t, j + 1)
    if found is None:
        return None
    yearly, grain, stop = found
    name = {"season": "season", "month": "month", "day": "holiday"}[grain]
    if which == "next" and t.before(j) == "the":
        which = "following"

    def over(day: date, *, begun: bool = False) -> Stretch:
        """The last one that is over (that has begun) on the day."""
        return find(yearly, day, -1, lambda found: found[0] <= day if begun else found[1] < day)

    def coming(day: date) -> Stretch:
        return find(yearly, day, 1, lambda found: found[0] > day)

    def last(day: date) -> Stretch:
        start, end = over(day)
        return (over(start)[0] if start.year == day.year else start), end

    def following(day: date) -> Stretch:
        start, end = coming(day)
        return start, (coming(end)[1] if start.year == day.year else end)

    if which == "last":
        return seen(stop, last, grain, _named("last", name), direction="past")
    if which == "next":
        return seen(stop, following, grain, _named("next", name), direction="future")
    if which == "past":
        return seen(
            stop, lambda day: (over(day)[0], over(day, begun=True)[1]), grain, _named("last", name), direction="past"
        )
    if which == "coming":
        return seen(stop, coming, grain, _named("next", name), direction="future")
    if which in ANCHORED:
        step = ANCHORED[which]
        if step > 0:
            return seen(stop, coming, grain, "after the date before", seen_from="anchor")
        if step < 0:
            return seen(stop, over, grain, "before the date before", seen_from="anchor")
        return seen(stop, lambda day: _own(yearly, day.year), grain, "same as the date before", seen_from="anchor")
    first, final = _this(t, yearly)
    return Core(stop, first, final, grain, f"this {name}", "said")


def _named(which: str, name: str) -> str:
    return f"{which} month by name" if name == "month" else f"{which} {name}"


def _own(yearly: Yearly, year: int) -> Stretch:
    if found := yearly(year):
        return found
    raise ValueError(year)


def find(yearly: Yearly, day: date, step: int, fits: Callable[[Stretch], bool]) -> Stretch:
    """The first year, forwards or backwards from two before the day, in which it fits; ValueError if none."""
    for year in range(day.year - 2 * step, day.year + 10 * step, step):
        if (found := yearly(year)) and fits(found):
            return found
    raise ValueError(day)


def _this(t: Scan, yearly: Yearly) -> tuple[Callable[[date], Stretch], Callable[[date], Stretch]]:
    """This summer: that of the year. This winter: the one that the day lies in, by the tense, or either."""

    def at(tense: str) -> Callable[[date], Stretch]:
        def read(day: date) -> Stretch:
            own = _own(yearly, day.year)
            if own[0].year == own[1].year:
                return own
            after = _own(yearly, day.year + 1)
            return after if after[0] <= day or (day > own[1] and tense == "future") else own

        return read

    return at(t.tense or "past"), at(t.tense or "future")

"""Two dates that are one range (from May to June 2015), and the year that a later date lends to an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overstay.dating.arithmetic import Stretch, closed
from overstay.dating.figures import DASHES, after_time
from overstay.dating.tokens import At, Core, Scan, fixed, stretch_of
from overstay.dating.yearly import Yearly

LISTED = 12  # how many dates of a list may wait for the year at its end
_TO = frozenset((*DASHES, "to", "through", "thru", "until", "till"))


def range_of(t: Scan, core: Core, bound: str) -> tuple[Core, Core | None, bool]:
    """The two ends of a range that begins with this date, or the date with the year that a list gives it later."""
    if core.bound or core.seen_from == "event":
        return core, None, False
    j = core.stop
    joint = t.L[j]
    if (
        joint in _TO
        or (joint == "/" and core.grain == "season")
        or (joint == "and" and bound == "between")
        or joint == "or"
    ):
        if joint in ("until", "till") and bound not in ("from", "between", ""):
            return core, None, False
        k = j + 1 + (joint == "up" and t.L[j + 1] == "to")
        open_end = (t.L[k], t.L[k + 1]) == ("at", "least")
        k += 2 * open_end
        k += t.L[k] in ("on", "in", "about")
        second = t.date_at(after_time(t, k))
        if joint in DASHES and second and t.glued(j) != t.glued(j + 1):
            second = None
        fits = (
            second
            and not second.bound
            and second.seen_from != "event"
            and (joint != "or" or second.grain == core.grain)
        )
        pair = _paired(core, second) if second and fits else None
        return (*pair, open_end) if pair else (core, None, False)
    if joint in ("and", ",", "&") and core.yearly:
        listed = core
        for _ in range(LISTED):
            if not listed.yearly or t.L[listed.stop] not in ("and", ",", "&"):
                break
            k = listed.stop + 1 + (t.L[listed.stop] == "," and t.L[listed.stop + 1] in ("and", "or"))
            following = t.date_at(k)
            if following is None or following.grain != core.grain:
                return core, None, False
            listed = following
        if not listed.yearly and not listed.seen_from and (own := _own_year(core, listed)):
            return own, None, False
    return core, None, False


def _own_year(core: Core, later: Core) -> Core | None:
    """A date without a year, in the year of the one that follows it (or the year before, where it must come first)."""
    if core.yearly is None:
        return core
    end = stretch_of(later)[1]
    for year in (end.year, end.year - 1):
        stretch = core.yearly(year)
        if stretch and stretch[0] <= end:
            return _of_a_year(core, stretch)
    return None


def _of_a_year(core: Core, stretch: Stretch) -> Core:
    return fixed(core.stop, stretch, core.grain, core.rule.removesuffix(" + without a year"))


def _paired(core: Core, second: Core) -> tuple[Core, Core] | None:
    """Both ends of a range, each with its year: one lends its year to the other, or both go by the day said."""
    if core.yearly and second.yearly:
        return replace(
            core, first=_last_before(core.yearly, second.first), last=_last_before(core.yearly, second.last)
        ), second
    if core.yearly and not second.seen_from:
        own = _own_year(core, second)
        return (own, second) if own else None
    if second.yearly and not core.seen_from:
        start = stretch_of(core)[0]
        for year in range(start.year, start.year + 9):
            if (stretch := second.yearly(year)) and stretch[1] >= start:
                return core, _of_a_year(second, stretch)
        return None
    return core, second


def _last_before(yearly: Yearly, of: At) -> At:
    """The last one that begins before the other date ends."""

    def at(day: date) -> Stretch:
        end = closed(of(day))[1]
        for year in range(end.year, end.year - 9, -1):
            if (found := yearly(year)) and found[0] <= end:
                return found
        raise ValueError(day)

    return at

"""Dates seen from the day they were said, or from the date before them: today, last week, the following month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from overstay.dating.arithmetic import ONE_DAY, Amount, Stretch, neighbour, shifted, unit_of
from overstay.dating.named import find, once_yearly
from overstay.dating.tokens import Core, Scan, seen
from overstay.dating.weekdays import weekend
from overstay.dating.words import ANCHORED, ANCHORED_RULES, DAY_PARTS, PERIOD_RULES, SINGLE, set_of

_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"this": 0, "current": 0, "last": -1, "next": 1}
_COMING_BEFORE = ("in", "over", "within", "during", "for", "throughout")
_NOT_AT_ONCE = set_of("after before following prior upon preceding available clear adjacent when as once")
_NOW_BEFORE = set_of("effective starting beginning from right of until till by to")


def _day(step: int) -> Callable[[date], Stretch]:
    return lambda day: (day + timedelta(days=step), day + timedelta(days=step))


def near_day(t: Scan, i: int) -> Core | None:
    """today, yesterday, tomorrow, this morning, last night, hereby, immediately, the day before yesterday."""
    word, after = t.L[i], t.L[i + 1]
    if word in _NEAR_DAYS:
        stop = i + 1 + (after in DAY_PARTS)
        step = _NEAR_DAYS[word]
        return seen(stop, _day(step), "day", "today" if step == 0 else "yesterday or tomorrow", direction=_way(step))
    if word in ("earlier", "later") and after == "today":
        return seen(i + 2, _day(0), "day", "today", direction="past" if word == "earlier" else "future")
    if word == "this" and after in DAY_PARTS:
        return seen(i + 2, _day(0), "day", "today")
    if word == "last" and after in ("night", "evening"):
        return seen(i + 2, lambda day: (day - ONE_DAY, day), "day", "last night", direction="past")
    if word in ("hereby", "herewith"):
        return seen(i + 1, _day(0), "day", "now")
    if word == "immediately" and after not in _NOT_AT_ONCE:
        if t.before(i) in ("effective", "effectively", "starting") or t.tense != "past":
            return seen(i + 1, _day(0), "day", "now")
        return None
    if word == "immediate" and after == "effect" and t.before(i) == "with":
        return seen(i + 2, _day(0), "day", "now")
    if word == "now" and t.before(i) in _NOW_BEFORE and after != "that":
        return seen(i + 1, _day(0), "day", "now")
    if word == "day" or (word == "the" and after == "day"):
        j = i + (word == "the") + 1
        if (t.L[j], t.L[j + 1]) == ("before", "yesterday"):
            return seen(j + 2, _day(-2), "day", "yesterday or tomorrow", direction="past")
        if (t.L[j], t.L[j + 1]) == ("after", "tomorrow"):
            return seen(j + 2, _day(2), "day", "yesterday or tomorrow", direction="future")
    return None


def _way(step: int) -> str:
    return "past" if step < 0 else "future" if step > 0 else ""


def part_so_far(t: Scan, i: int) -> Core | None:
    """earlier this month, later this year, earlier in the week, later that year, earlier this summer."""
    which = t.L[i]
    if which not in ("earlier", "later"):
        return None
    j = i + 1 + (t.L[i + 1] in ("in", "on"))
    anchored = t.L[j] == "that" or (t.L[j] == "the" and t.L[j + 1] == "same")
    k = j + 1 + (t.L[j + 1] in ("same", "current"))
    if t.L[j] not in ("this", "that", "the") or (t.L[j] == "the" and t.L[j - 1] not in ("in", "on") and not anchored):
        return None
    if unit := SINGLE.get(t.L[k]):
        stop = k + 1

        def whole(day: date) -> Stretch:
            return unit_of(day, unit)
    elif found := once_yearly(t, k):
        yearly, _, stop = found

        def whole(day: date) -> Stretch:
            if which == "earlier":
                return find(yearly, day, -1, lambda found: found[0] <= day)
            return find(yearly, day, 1, lambda found: found[1] >= day)
    else:
        return None

    def so_far(day: date) -> Stretch:
        start, end = whole(day)
        return start, min(day, end)

    def to_come(day: date) -> Stretch:
        start, end = whole(day)
        return max(day, start), end

    at = so_far if which == "earlier" else to_come
    if anchored:
        return seen(stop, at, "part", "same as the date before", seen_from="anchor")
    return seen(stop, at, "part", f"{which} in this period", direction="past" if which == "earlier" else "future")


def unit(t: Scan, i: int) -> Core | None:
    """this week, last month, next year, the past year, the following month, that same day, the year before last."""
    j = i + (t.L[i] == "the")
    the = j > i
    which = t.L[j]
    if which == "this" and t.L[j + 1] in ("past", "coming", "same", "current", "calendar"):
        j += 1
        which = t.L[j] if t.L[j] in ("past", "coming") else "this"
    if which == "that" and t.L[j + 1] in ("same", "very"):
        j += 1
    name = t.L[j + 1]
    if which in ("this", "last", "next", "current", "past", "coming") and name == "weekend":
        return weekend(t, j + 2, which)
    if the and which == "weekend" and t.before(i) in ("over", "at", "on", "during", "by", "in", "of"):
        return weekend(t, j + 1, "this")
    if which == "same" and the and name in ("date", "time"):
        return seen(j + 2, lambda day: (day, day), "day", "same as the date before", seen_from="anchor")
    unit = SINGLE.get(name)
    if unit is None:
        return _before_last(t, i)
    stop = j + 2
    if (
        unit == "day"
        and which in ("last", "past", "coming", "this", "current")
        and not (which == "this" and t.before(j) in ("to", "until"))
    ):
        return None
    if which in ANCHORED and (which != "prior" or the) and (which != "that" or t.L[stop] not in ("that", "when")):
        step = ANCHORED[which]
        rule = ANCHORED_RULES[step]
        grain = unit if unit in ("day", "week", "month", "year", "decade", "quarter") else "part"
        return seen(stop, lambda day: neighbour(day, unit, step), grain, rule, seen_from="anchor")
    if which == "past" and (the or t.before(j) == "this"):
        whole = t.before(j) == "this"

        def past(day: date) -> Stretch:
            back = _back(day, unit)
            return (min(back, neighbour(day, unit, -1)[0]) if whole else back), day

        return seen(stop, past, "part", "the last N units", direction="past")
    if which == "coming" and (the or t.before(j) == "this" or t.before(j) in _COMING_BEFORE):
        return seen(stop, lambda day: (day, neighbour(day, unit, 1)[1]), "part", "the next N units", direction="future")
    if which not in _STEPS:
        return None
    if the and which == "last":
        if t.L[stop] == "of":
            return None
        return seen(stop, lambda day: (_back(day, unit), day), "part", "the last N units", direction="past")
    if the and which == "next":
        if t.tense == "past" or t.before(i) not in _COMING_BEFORE:
            return seen(stop, lambda day: neighbour(day, unit, 1), unit, "after the date before", seen_from="anchor")
        return seen(stop, lambda day: (day, _forward(day, unit)), "part", "the next N units", direction="future")
    step = _STEPS[which]
    if which == "next" and unit == "day":
        return seen(stop, lambda day: neighbour(day, unit, 1), unit, "after the date before", seen_from="anchor")
    return seen(stop, lambda day: neighbour(day, unit, step), unit, PERIOD_RULES[step], direction=_way(step))


def _back(day: date, unit: str) -> date:
    return shifted(day, Amount(1, unit), -1, -1)


def _forward(day: date, unit: str) -> date:
    return shifted(day, Amount(1, unit), 1, 1)


def _before_last(t: Scan, i: int) -> Core | None:
    """the week before last, the year after next, the month before (the date before it), the day after."""
    j = i + (t.L[i] == "the")
    unit = SINGLE.get(t.L[j])
    if unit is None or j == i or t.L[j + 1] not in ("before", "after"):
        return None
    after = t.L[j + 1] == "after"
    if t.L[j + 2] == ("next" if after else "last"):
        step = 2 if after else -2
        return seen(
            j + 3,
            lambda day: neighbour(day, unit, step),
            unit,
            "next period" if after else "last period",
            direction=_way(step),
        )
    if t.L[j + 2] and t.L[j + 2] not in (".", ",", ";", ":", ")", "and", "but", "that", "it", "when"):
        return None
    step = 1 if after else -1
    stop = j + 2 + (t.L[j + 2] == "that" and t.L[j + 3] in ("", ".", ",", ";"))
    rule = "after the date before" if after else "before the date before"
    return seen(stop, lambda day: neighbour(day, unit, step), unit, rule, seen_from="anchor")


def pointing(t: Scan, i: int) -> Core | None:
    """then, that time, that date, that point: the date before it in the text, after by, since, until and the like."""
    if t.before(i) not in ("by", "since", "until", "till", "from", "before", "after", "to"):
        return None
    if t.L[i] == "then" or (t.L[i] == "that" and t.L[i + 1] in ("time", "date", "point")):
        return seen(
            i + 1 + (t.L[i] == "that"), lambda day: (day, day), "day", "same as the date before", seen_from="anchor"
        )
    return None

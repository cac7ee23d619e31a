"""Weekdays, weekends, and the week of a day."""

from __future__ import annotations

from datetime import date, timedelta

from overstay.dating.arithmetic import ONE_DAY, Stretch, closed, neighbour, unit_of
from overstay.dating.tokens import Core, Scan, apart, seen
from overstay.dating.words import DAY_PARTS, FULL_WEEKDAYS, WEEKDAYS

_WEEKS = {"this": 0, "last": -1, "next": 1}
_WAYS = {0: "", -1: "past", 1: "future"}


def weekday(t: Scan, i: int) -> Core | None:
    """Monday, last Tuesday, this Friday, next Monday morning, the following Monday."""
    j, which = i, ""
    if t.L[j] in ("this", "last", "next", "past", "coming", "following"):
        which, j = t.L[j], j + 1
        if which == "this" and t.L[j] in ("past", "coming"):
            which, j = t.L[j], j + 1
    word = t.L[j]
    if word not in FULL_WEEKDAYS or (t.glued(j + 1) and t.L[j + 1] in ("s", "-")):
        return None
    if t.before(j) in ("black", "cyber") or (
        t.word(j + 1)[:1].isupper() and t.L[j + 1] in ("times", "telegraph", "mirror", "independent")
    ):
        return None
    number = WEEKDAYS[word]
    stop = j + 1 + (t.L[j + 1] in DAY_PARTS)
    k = stop + (t.L[stop] == "of")
    if not which and t.L[k] in _WEEKS and t.L[k + 1] == "week":
        step = _WEEKS[t.L[k]]

        def of_that_week(day: date) -> Stretch:
            found = neighbour(day, "week", step)[0] + timedelta(days=number)
            return found, found

        return seen(k + 2, of_that_week, "day", "weekday", direction=_WAYS[step])

    def past(day: date) -> Stretch:
        found = day - timedelta(days=(day.weekday() - number) % 7)
        return found, found

    def future(day: date) -> Stretch:
        found = day + timedelta(days=(number - day.weekday()) % 7)
        return found, found

    def last(day: date) -> Stretch:
        """The last one before the day, or that of the week before."""
        own, other = past(day - ONE_DAY)[0], neighbour(day, "week", -1)[0] + timedelta(days=number)
        return min(own, other), max(own, other)

    def following(day: date) -> Stretch:
        own, other = future(day + ONE_DAY)[0], neighbour(day, "week", 1)[0] + timedelta(days=number)
        return min(own, other), max(own, other)

    if which == "last":
        return seen(stop, last, "day", "last weekday", direction="past")
    if which == "next":
        return seen(stop, following, "day", "next weekday", direction="future")
    if which == "past":
        return seen(stop, lambda day: past(day - ONE_DAY), "day", "last weekday", direction="past")
    if which == "coming":
        return seen(stop, future, "day", "next weekday", direction="future")
    if which == "following":
        return seen(stop, lambda day: future(day + ONE_DAY), "day", "after the date before", seen_from="anchor")
    first, last_ = (future if t.tense == "future" else past), (past if t.tense == "past" else future)
    return Core(stop, first, last_, "day", "weekday", "said")


def weekend(t: Scan, stop: int, which: str) -> Core:
    """Saturday and Sunday of the week; "next" may be this week's or the week after's, "this" goes by the tense."""
    step = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}[which]

    def own(day: date, weeks: int = 0) -> Stretch:
        saturday = unit_of(day, "week")[0] + timedelta(days=5 + 7 * weeks)
        return saturday, saturday + ONE_DAY

    def begun(day: date) -> Stretch:
        return own(day, 0 if day.weekday() >= 5 else -1)

    if step == 0:
        first, last = (own if t.tense == "future" else begun), (begun if t.tense == "past" else own)
        return Core(stop, first, last, "weekend", "this period", "said")
    if step < 0:
        return seen(stop, lambda day: own(day, -1), "weekend", "last period", direction="past")
    return seen(
        stop,
        lambda day: (own(day, day.weekday() >= 5)[0], own(day, 1)[1]),
        "weekend",
        "next period",
        direction="future",
    )


def week_of(t: Scan, i: int) -> Core | None:
    """The night of April 6; the week of April 6: the one that the day lies in, or the seven days that begin with it."""
    j = i + (t.L[i] == "the")
    if (t.L[j], t.L[j + 1]) == ("night", "of") and (inner := t.date_at(j + 2)) and inner.grain == "day":
        return apart(inner, lambda day: (day, day + ONE_DAY), "last night")
    if (t.L[j], t.L[j + 1]) not in (
        ("week", "of"),
        ("week", "beginning"),
        ("week", "starting"),
        ("week", "commencing"),
    ):
        return None
    inner = t.date_at(j + 2 + (t.L[j + 2] == "on"))
    if inner is None or inner.grain != "day" or inner.bound:
        return None
    own = t.L[j + 1] == "of"

    def of(whole: Stretch) -> Stretch:
        return (unit_of(whole[0], "week")[0] if own else whole[0]), whole[1] + timedelta(days=6)

    first, last = (lambda day: of(closed(inner.first(day)))), (lambda day: of(closed(inner.last(day))))
    return Core(inner.stop, first, last, "week", "week of a day", inner.seen_from, inner.direction)

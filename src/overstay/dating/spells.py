"""Stretches that a day bounds: within 90 days, the past year, the next few weeks, in the months after."""

from __future__ import annotations

from datetime import date

from overstay.dating.amounts import Quantity, quantity
from overstay.dating.arithmetic import Amount
from overstay.dating.distances import ends_here, event_on_a_date, said_here
from overstay.dating.figures import DASHES
from overstay.dating.moves import between, greatest, movement
from overstay.dating.tokens import At, Core, Scan, apart, seen
from overstay.dating.words import PLURALS, UNITS, set_of

_NOTHING = Amount(0, "day")


def within(t: Scan, i: int) -> Core | None:
    """within 90 days (of this notice, of April 3, 2015); in two weeks; in a few months; in two weeks' time."""
    j = i + 1
    if t.L[i] == "within":
        if t.L[j] == "the":
            unit = UNITS.get(t.L[j + 1], "hour")
            if unit == "hour" or t.L[j + 1] in PLURALS or t.L[j + 2] == "of":
                return None
            return _within(t, Quantity(j + 2, 1, 1, unit))
        q = quantity(t, j)
        return _within(t, q) if q else None
    q = quantity(t, j)
    if q is None or q.how == "bare" or t.L[q.stop] in DASHES:
        return None
    stop = q.stop
    if t.L[stop] in ("ago", "before", "earlier", "prior", "a", "from", "of", "after", "following"):
        return None
    stop += t.L[stop] == "time" and t.L[stop - 1] in ("'", "’", "'s", "’s")
    if t.tense == "past" and stop == q.stop:
        return None  # how long something took
    at, rule = movement(t, q, 1)
    return seen(stop, at, "part", rule, direction="future")


def _within(t: Scan, q: Quantity) -> Core:
    most = greatest(t, q, "the next few")
    at = between(_NOTHING, most, 1, False)
    rule, j = "business days" if q.business else "within N units", q.stop
    if t.L[j] == "hereof":
        return Core(j + 1, at, at, "part", rule, "said", "future", None, "within")
    if t.L[j] in ("of", "after", "from", "following"):
        if here := said_here(t, j + 1):
            stop, late = here
            when: At = _from_then if late else at
            return Core(stop, when, when, "part", rule, "said", "future", None, "within")
        inner = t.date_at(j + 1) or event_on_a_date(t, j + 1)
        if inner and not inner.bound:
            return apart(inner, at, "within N units of a date", bound="within")
    elif t.tense != "past":
        return Core(j, at, at, "part", rule, "said", "future", None, "within")
    return Core(j, at, at, "part", "within N units of an event", "event", "", None, "within")


_LAST = set_of("last past previous preceding")
_NEXT = set_of("next coming following upcoming ensuing subsequent")


def last_few(t: Scan, i: int) -> Core | None:
    """the past three months, the last few weeks, recent months, the past several years, the last couple of days."""
    j = i + (t.L[i] == "the")
    if t.L[j] == "recent" and t.L[j + 1] in PLURALS:
        rule = f"recent {UNITS[t.L[j + 1]]}s"
        return (
            seen(j + 2, between(_NOTHING, t.amount(rule, "most"), -1, False), "part", rule, direction="past")
            if rule in t.rules
            else None
        )
    if t.L[j] not in _LAST or (j == i and t.before(i) not in ("these", "this", "over", "in", "during", "within")):
        return None
    q = quantity(t, j + 1)
    if q is None or t.L[q.stop] == "of":
        return None
    rule = f"the last few {q.unit}s" if q.how in ("several", "bare") else "the last N units"
    at = between(_NOTHING, greatest(t, q, "the last few"), -1, False)
    return seen(
        q.stop,
        at,
        "part",
        rule,
        seen_from="anchor" if t.L[j] in ("previous", "preceding") else "said",
        direction="past",
    )


def next_few(t: Scan, i: int) -> Core | None:
    """the next two weeks, the coming months, coming weeks, the weeks ahead, the months after."""
    j = i + (t.L[i] == "the")
    if t.L[j] in _NEXT:
        if j == i and t.L[j] == "next":
            return None
        q = quantity(t, j + 1)
        if q is None or t.L[q.stop] == "of":
            return None
        anchored = t.L[j] in ("following", "ensuing", "subsequent") or (t.L[j] == "next" and t.tense == "past")
        return _next(t, q, q.stop, anchored)
    q = quantity(t, j) if j > i else None
    if q is None:
        return None
    after = t.L[q.stop]
    if q.how == "bare" and (after == "ahead" or (after, t.L[q.stop + 1]) == ("to", "come")):
        return _next(t, q, q.stop + 1 + (after == "to"), False)
    return _beside(t, q) if after in ("after", "since", "following", "before") else None


def _next(t: Scan, q: Quantity, stop: int, anchored: bool) -> Core:
    rule = f"the next few {q.unit}s" if q.how in ("several", "bare") else "the next N units"
    at = between(_NOTHING, greatest(t, q, "the next few"), 1, False)
    return seen(
        stop, at, "part", rule, seen_from="anchor" if anchored else "said", direction="" if anchored else "future"
    )


def _beside(t: Scan, q: Quantity) -> Core:
    """In the months after (before) a date: from the date to so many after it; of an event nothing is known."""
    j = q.stop
    sign = -1 if t.L[j] == "before" else 1
    at = between(_NOTHING, greatest(t, q, "the next few"), sign, False)
    rule = "the units after a date" if sign > 0 else "the units before a date"
    if ends_here(t, j + 1):
        return seen(j + 1, at, "part", rule, seen_from="anchor")
    inner = t.date_at(j + 1) or event_on_a_date(t, j + 1)
    if inner is None or inner.bound:
        return seen(j + 1, at, "part", "N units from an event", seen_from="event")
    return apart(inner, at, rule)


def sometime(t: Scan, i: int) -> Core | None:
    """recently, previously, formerly, already, has since, long ago, in the past, soon, from now on, henceforth."""
    one, two, three, four = t.L[i], t.L[i + 1], t.L[i + 2], t.L[i + 3]
    length = 0
    if one in ("recently", "previously", "formerly", "already", "lately"):
        length = 1
    elif (
        one == "since"
        and t.before(i) in ("has", "have", "had", "ve")
        and two not in ("then", "the", "its", "at", "that")
        and two.isalpha()
    ):
        length = 0 if t.date_at(i + 1) else 1
    elif (one, two) in (("long", "ago"), ("sometime", "ago"), ("ages", "ago")):
        length = 2
    elif (one, two) in (("some", "time"), ("a", "while")) and three in ("ago", "back"):
        length = 3
    elif (one, two, three, four) == ("a", "long", "time", "ago"):
        length = 4
    elif (one, two, three) == ("in", "the", "past") and four not in UNITS and quantity(t, i + 3) is None:
        length = 3
    if length:
        return seen(i + length, _up_to, "part", "some time before", direction="past")
    if one in ("soon", "shortly"):
        after = ("after", "before", "thereafter", "afterwards", "following", "as", "enough")
        length = t.tense != "past" and two not in after
    elif one in ("henceforth", "hereafter", "henceforward"):
        length = 1
    elif (one, two, three) in (("from", "now", "on"), ("in", "due", "course")):
        length = 3
    elif (one, two) == ("going", "forward"):
        length = 2
    elif (one, two) == ("in", "the") and three in ("near", "coming", "foreseeable") and four == "future":
        length = 4
    return seen(i + length, _from_then, "part", "some time after", direction="future") if length else None


def _up_to(day: date) -> tuple[None, date]:
    return None, day


def _from_then(day: date) -> tuple[date, None]:
    return day, None

"""So far from a day: three months ago, in two weeks, six months later, two weeks after April 3, 2015."""

from __future__ import annotations

from datetime import date, timedelta

from overstay.dating.amounts import Quantity, quantity
from overstay.dating.arithmetic import Amount, Stretch, closed, shifted
from overstay.dating.figures import DASHES
from overstay.dating.moves import movement
from overstay.dating.tokens import Core, Scan, apart, seen
from overstay.dating.words import set_of

_OF_AN_EVENT = set_of("the its their that this a an our your")
_SAID = set_of(
    "notice letter order post announcement agreement message email update decision judgment decree date policy article "
    "statement report memorandum opinion filing response reply answer submission testimony release version build"
)
_AS_IT_IS_SAID = set_of("date entry issuance publication day posting release")
_WHEN_IT_ARRIVES = set_of("receipt service delivery acceptance")


def ago(t: Scan, i: int) -> Core | None:
    """N units ago or back; N units later, earlier, after, before; N units from now."""
    q = quantity(t, i)
    if q is None:
        return None
    j, word, behind = q.stop, t.L[q.stop], t.L[q.stop + 1]
    if word == "ago" and behind in _TO_THE_DAY and q.low == q.high and not q.how:
        return _to_the_day(j + 2, Amount(q.low, q.unit), _TO_THE_DAY[behind])
    if word == "ago" and q.unit == "year" and q.low == q.high and not q.how and (core := _ago_in(t, q, j + 1)):
        return core
    if word == "ago" or (word == "back" and behind not in ("to", "and", "from", "into", "in", "on")):
        at, rule = movement(t, q, -1)
        return seen(j + 1, at, "part", rule, direction="past")
    if q.extra and word not in ("after", "later", "before", "earlier", "from", "of") and t.before(i) != "of":
        return seen(j, movement(t, q, 1)[0], "part", "N more units", seen_from="anchor")
    if word == "hence" or (word in ("from", "after") and behind in ("now", "today")):
        at, rule = movement(t, q, 1)
        return seen(j + 1 + (word != "hence"), at, "part", rule, direction="future")
    if word in ("later", "afterwards", "afterward", "thereafter") or (word == "after" and ends_here(t, j + 1)):
        stop = j + 1 + (behind in ("that", "this") and word == "after")
        return seen(stop, movement(t, q, 1)[0], "part", "N units later", seen_from="anchor")
    if (word in ("earlier", "beforehand", "previously", "prior") and behind != "to") or (
        word == "before" and ends_here(t, j + 1)
    ):
        stop = j + 1 + (behind in ("that", "this") and word == "before")
        return seen(stop, movement(t, q, -1)[0], "part", "N units earlier", seen_from="anchor")
    if word in ("after", "from", "following", "before", "prior"):
        return _from_a_date(t, q, j)
    return None


def _ago_in(t: Scan, q: Quantity, k: int) -> Core | None:
    """A year ago this month, two years ago this spring, three years ago in March."""
    inner = t.date_at(k) if t.L[k] == "this" else t.date_at(k + 1) if t.L[k] in ("in", "on") else None
    whole = Amount(q.low, "year")
    if inner and t.L[k] == "this" and inner.seen_from == "said" and inner.grain in ("week", "month", "season", "day"):
        spare = timedelta(days=6 if inner.grain == "week" else 0)

        def back(day: date) -> Stretch:
            start, end = closed(inner.first(day))[0], closed(inner.last(day))[1]
            return shifted(start, whole, -1, -1) - spare, shifted(end, whole, -1, 1) + spare

        return seen(inner.stop, back, inner.grain, "N years ago today", direction="past")
    if inner and inner.yearly:
        yearly, ago_, _ = inner.yearly, *movement(t, q, -1)

        def of_those_years(day: date) -> Stretch:
            low, high = closed(ago_(day))
            found = [each for year in range(low.year, high.year + 1) if (each := yearly(year)) and each[0] <= high]
            return found[0][0], found[-1][1]

        return seen(inner.stop, of_those_years, inner.grain, "N years", direction="past")
    return None


_TO_THE_DAY = {"today": 0, "tomorrow": 1, "yesterday": -1}


def _to_the_day(stop: int, whole: Amount, step: int) -> Core:
    def at(day: date) -> Stretch:
        found = shifted(day, whole, -1, -1) + timedelta(days=step)
        return found, found

    return seen(stop, at, "day", "N years ago today", direction="past")


def ends_here(t: Scan, j: int) -> bool:
    """Whether nothing follows `after` that it could belong to but `that`."""
    return t.L[j] in ("", ".", ",", ";", ":", ")", "and", "but") or (t.L[j] in ("that", "this") and ends_here(t, j + 1))


def event_on_a_date(t: Scan, k: int) -> Core | None:
    """An event that the words date: the cut-off of 8 May 2015, the order dated May 4, its shutdown on April 30."""
    if t.L[k] not in _OF_AN_EVENT:
        return None
    for j in range(k + 2, k + 8):
        if t.L[j] in ("of", "on", "dated") and (inner := t.date_at(j + 1)):
            return inner if inner.grain in ("day", "month", "year") and not inner.bound else None
        if not (t.L[j].isalpha() or t.L[j] in DASHES):
            return None
    return None


def said_here(t: Scan, k: int) -> tuple[int, bool] | None:
    """This notice, the date of this order, receipt of this letter: (token after it, whether it may come later)."""
    late, bare = False, False
    for _ in range(3):  # the date of receipt of this order
        k += t.L[k] == "the"
        if t.L[k] not in _WHEN_IT_ARRIVES and t.L[k] not in _AS_IT_IS_SAID:
            break
        late |= t.L[k] in _WHEN_IT_ARRIVES
        if t.L[k + 1] == "hereof":
            return k + 2, late
        bare = t.L[k] in ("date", "entry", "issuance", "receipt", "service")
        k += 1
        if t.L[k] != "of":
            return (k, late) if bare and ends_here(t, k) else None
        k += 1
    if t.L[k] in ("this", "your", "the") and t.L[k + 1] in _SAID and (t.L[k] == "this" or late):
        return k + 2, late
    return (k + 1, False) if t.L[k] in ("today", "now", "hereof") else None


def _from_a_date(t: Scan, q: Quantity, j: int) -> Core | None:
    """Two weeks after April 3, 2015; 30 days before the launch (an event of which no date is known)."""
    word = t.L[j]
    sign = -1 if word in ("before", "prior") else 1
    k = j + 1 + (t.L[j + 1] == "to" and word == "prior")
    at, _ = movement(t, q, sign)
    rule = "N units after a date" if sign > 0 else "N units before a date"
    if sign > 0 and (here := said_here(t, k)):
        stop, late = here
        return seen(stop, (lambda day: (at(day)[0], None)) if late else at, "part", rule, direction="future")
    inner = t.date_at(k) or event_on_a_date(t, k)
    if inner is None or inner.bound:
        return None if word == "from" else seen(j + 1, at, "part", "N units from an event", seen_from="event")
    return apart(inner, at, rule)

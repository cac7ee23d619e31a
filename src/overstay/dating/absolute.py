"""Days and months by name: April 30, 2015; the 30th day of April; 4-6 May 2015; April 2015; April."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from overstay.dating.arithmetic import Stretch, months, neighbour
from overstay.dating.figures import DASHES, counts_things, made, short_year
from overstay.dating.tokens import Core, Scan, fixed
from overstay.dating.words import (
    ANCHORED_RULES,
    COUNTED,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    LICENCE,
    MONTHS,
    NAMELIKE_MONTHS,
    ORDINALS,
    PERIOD_RULES,
    TENS,
    WEEKDAYS,
    set_of,
)
from overstay.dating.yearly import in_year

_JOINTS = frozenset((*DASHES, "to", "through", "and", "or", "&", "/", ",", "until"))
_WEAK = set_of("by from of and to between before after through")


def day_number(t: Scan, i: int) -> tuple[int, int] | None:
    """The day of a month that stands at token i (30, 30th, thirtieth) and the token after it."""
    token = t.L[i]
    if token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= 31:
        j = i + 1
        if t.glued(j) and t.L[j] in ("st", "nd", "rd", "th"):
            return int(token), j + 1
        if t.glued(j) and (t.L[j][0].isalnum() or t.L[j] in ("%", "°", "_")):
            return None
        if t.glued(j) and t.L[j] in (",", ".", ":") and t.glued(j + 1) and t.L[j + 1][0].isdecimal():
            return None
        return int(token), j
    if token in ORDINALS:
        return ORDINALS[token], i + 1
    if token in TENS and t.L[i + 1] in DASHES and ORDINALS.get(t.L[i + 2], 99) < 10 and TENS[token] < 40:
        number = TENS[token] + ORDINALS[t.L[i + 2]]
        return (number, i + 3) if number <= 31 else None
    return None


def month_at(t: Scan, i: int) -> tuple[int, int] | None:
    """The month named at token i and the token after it, the full stop of an abbreviation included."""
    number = MONTHS.get(t.L[i])
    if number is None:
        return None
    dotted = t.L[i] not in FULL_MONTHS and t.L[i + 1] == "." and t.glued(i + 1)
    return number, i + 1 + dotted


def weekday_before(t: Scan, i: int) -> int:
    """The token after a weekday that only precedes a date (`Monday, 4 May 2015`), or i."""
    if t.L[i] in WEEKDAYS:
        j = i + 1
        if t.L[j] == "." and t.L[i] not in FULL_WEEKDAYS:
            j += 1
        j += t.L[j] == ","
        j += t.L[j] == "the"
        if (month_at(t, j) and day_number(t, month_at(t, j)[1])) or day_number(t, j):  # type: ignore[index]
            return j
    return i


def month_first(t: Scan, i: int) -> Core | None:
    """April 30, 2015; Apr. 30 '15; April 4–6, 2015; April 2015; April."""
    named = month_at(t, i)
    if named is None:
        return None
    month, j = named
    if day := day_number(t, j + (t.L[j] == "the")):
        first, k = day
        if not _counted_days(t, k):
            last, k = _second_day(t, k, first)
            core = in_year(t, k, _days_in(month, first, last), "day", "day")
            if core and last != first:
                core = replace(core, pair=True)
            if core is not None and not (core.yearly and _unlikely(t, i)):
                return core
    k = j + (t.L[j] == ",") + (t.L[j] == "of")
    after_comma = t.L[j] == "," and not t.glued(j + 1)
    if (
        (year := short_year(t, k))
        and (k == j or t.L[j] == "of" or after_comma)
        and not counts_things(t, year[1], _is_dated(t, i, j))
    ):
        return fixed(year[1], months(year[0], month, month), "month", "month")
    if _unlikely(t, i) or not _licensed(t, i):
        return None
    return in_year(t, j, lambda year: months(year, month, month), "month", "month")


def _is_dated(t: Scan, i: int, j: int) -> bool:
    """ "In August 2013 | advertisers were given access": behind a preposition and a month four digits are a year."""
    return t.before(i) in ("in", "since", "until", "from", "by", "before", "after", "through") and (
        t.L[j].isdecimal() and len(t.L[j]) == 4 and 1990 <= int(t.L[j]) < 2050
    )


def _counted_days(t: Scan, k: int) -> bool:
    return (t.L[k] in COUNTED and t.L[k] not in ("days", "people")) or t.L[k] in ("percent", "%")


def _unlikely(t: Scan, i: int) -> bool:
    """`may` and `march` in lower case are words."""
    return t.L[i] in ("may", "march", "mar") and not t.word(i)[0].isupper()


def _licensed(t: Scan, i: int) -> bool:
    """Whether a month without day and year is meant as one."""
    word, before = t.L[i], t.before(i)
    j = i + 1
    named_so = word in NAMELIKE_MONTHS and t.word(j)[:1].isupper() and t.L[j] not in MONTHS and t.L[j] != "i"
    if named_so and before in _WEAK and not t.word(i - 1)[0].isupper():
        return False  # "given by April Jones"
    if before in LICENCE or (before in DASHES and i > 1 and t.L[i - 2] in ("mid", "early", "late", "to")):
        return True
    if t.word(i)[0].isupper() and (
        t.L[j] in ("onward", "onwards") or (t.L[j] == "or" and t.L[j + 1] in ("later", "earlier", "so"))
    ):
        return True
    if t.L[j] in _JOINTS and t.L[j + 1 + (t.L[j + 1] in _JOINTS)] in MONTHS:
        return t.word(i)[0].isupper()
    if before in _JOINTS and i > 1 and (t.L[i - 2] in MONTHS or t.L[i - 2] in _JOINTS):
        return t.word(i)[0].isupper()
    if word not in FULL_MONTHS:
        return False
    if t.L[i + 1] in ("of", "last", "this", "next") and t.L[i + 2] in ("this", "last", "next", "the", "year", "that"):
        return True
    if word not in NAMELIKE_MONTHS:
        return t.word(i)[0].isupper()
    # "the April letter", "its March report": a name would not follow an article
    following = t.word(i + 1) if t.L[i + 1] else ""
    return (
        before in ("the", "an", "a", "its", "their", "his", "her", "our", "s")
        and following[:1].islower()
        and t.word(i)[0].isupper()
    )


def _second_day(t: Scan, k: int, first: int) -> tuple[int, int]:
    """The last day of `4–6`, `4 and 5`, `4 to 6`: (day, token after it)."""
    last, j = first, k
    while t.L[j] == "," and not t.glued(j + 1) and (following := day_number(t, j + 1)) and following[0] > last:
        last, j = following
    if j > k:  # 1, 2 and 3
        j += t.L[j] == ","
        final = day_number(t, j + 1) if t.L[j] in ("and", "or", "&") else None
        return final if final and final[0] > last and not _counted_days(t, final[1]) else (first, k)
    if t.L[k] in DASHES or t.L[k] in ("to", "through", "and", "or", "until", "&", "/"):
        second = day_number(t, k + 1 + (t.L[k + 1] == "the"))
        if (
            second
            and second[0] > first
            and not _counted_days(t, second[1])
            and t.L[second[1]] not in ("of", "other", "more")
        ):
            return second
    return first, k


def _days_in(month: int, first: int, last: int) -> Callable[[int], Stretch | None]:
    def yearly(year: int) -> Stretch | None:
        start, end = made(year, month, first), made(year, month, last)
        return (start[0], end[1]) if start and end else None

    return yearly


def _of_a_month(t: Scan, i: int, number: int) -> Core | None:
    """The 15th of last month; of this, next, that or the following month."""
    j = i + (t.L[i] == "the")
    steps = {"this": 0, "last": -1, "next": 1, "that": 0, "same": 0, "following": 1, "previous": -1}
    if t.L[j] not in steps or t.L[j + 1] != "month":
        return None
    step, anchored = steps[t.L[j]], t.L[j] in ("that", "same", "following", "previous")

    def at(day: date) -> Stretch:
        first, last = neighbour(day, "month", step)
        found = first.replace(day=min(number, last.day))
        return found, found

    rules = ANCHORED_RULES if anchored else PERIOD_RULES
    return Core(
        j + 2, at, at, "day", rules[step], "anchor" if anchored else "said", {0: "", 1: "future", -1: "past"}[step]
    )


def day_first(t: Scan, i: int) -> Core | None:
    """30 April 2015; the 30th day of April, 2015; 4–6 May 2015."""
    day = day_number(t, i)
    if day is None or (t.glued(i) and (t.before(i)[-1].isalnum() or t.before(i) in DASHES or t.before(i) in "./:#$€£")):
        return None
    first, j = day
    last, j = _second_day(t, j, first)
    ordinal = j - i > 1 or t.L[i].isalpha()
    if t.L[j] == "day":
        j += 1
    of = t.L[j] == "of"
    if of and last == first and (core := _of_a_month(t, j + 1, first)):
        return core
    named = month_at(t, j + of)
    if named is None or _counted_days(t, i):
        return None
    month, k = named
    core = in_year(t, k, _days_in(month, first, last), "day", "day")
    if core and last != first:
        core = replace(core, pair=True)
    if core is None or (
        core.yearly
        and (
            _unlikely(t, j + of) or (t.L[j + of] not in FULL_MONTHS and not ordinal and not t.word(j + of)[0].isupper())
        )
    ):
        return None
    if core.yearly and t.L[k] and t.L[k].isdecimal():
        return None
    return core

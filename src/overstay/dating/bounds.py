"""Bound words before a date (by, until at least, no later than, since) and what they make of its interval."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from overstay.dating.arithmetic import MONTHS_OF, ONE_DAY, Amount, Span, month_of, shifted, write_edtf
from overstay.dating.tokens import Core, Scan
from overstay.dating.words import set_of


class BoundWord(NamedTuple):
    """Words before a date: the bound that they are, and the name of their rule ("" = they change nothing)."""

    words: tuple[str, ...]
    bound: str
    rule: str


# The words before a date, by the bound that they are and the rule that says what it makes of the date. "to" bounds
# only dates with their year, and others after a word of putting off; "" is for words that change nothing.
_PHRASES = {
    ("by", "by X"): """
        by|by or before|no later than|not later than|on or before|at or before|in or before|no later than on
        by no later than|at the latest|at the latest by|at the latest on""",
    ("before", "before X"): """
        before|prior to|ahead of|earlier than|well before|shortly before|just before|sometime before|some time before
        at some point before|not long before""",
    ("until", "until X"): """
        until|till|til|up until|up to|up till|into|well into|late into|deep into|far into|on into""",
    ("to", "until X"): "to",
    ("through", "until X"): "through|thru|up through|through to|all through|up to and including|to and including",
    ("at-least-until", "until at least X"): """
        until at least|till at least|at least until|at least till|through at least|at least through|at least up to
        up to at least|to at least|at least to|at least as late as|as late as at least|at least as recently as""",
    ("as-recently-as", "as recently as X"): """
        as recently as|as late as|as recent as|until as recently as|until as late as|through as late as""",
    ("as-of", "as of X"): "as of|as at",
    ("from", "from X"): """
        from|as from|effective|effective on|effective from|effective in|with effect from|with effect on|starting
        starting on|starting in|starting from|beginning|beginning on|beginning in|commencing|commencing on|as early as
        from as early as|effective as of|dating back to|dating to|dates back to|going back to|stretching back to
        as far back as|from as far back as|as long ago as|from as long ago as""",
    ("since", "since X"): "since|ever since|since as early as",
    ("since-at-least", "since at least X"): """
        since at least|at least since|from at least|dating to at least|dating back to at least|as of at least""",
    ("after", "after X"): """
        after|later than|following|subsequent to|beyond|past|well after|well beyond|well past|shortly after
        sometime after|some time after|at some point after|at some time after|any time after|not long after
        soon after""",
    ("on-or-after", "on or after X"): """
        on or after|no earlier than|not earlier than|not before|no sooner than|at or after|in or after
        at the earliest|at the earliest on""",
    ("around", "about X"): """
        about|around|circa|roughly|approximately|on or about|on or around|in or about|in or around|at or about
        at or around|in about|in around|on about|on around|at about|at around|c .|ca .|~
        sometime around|some time around""",
    ("between", "from X to Y"): "between|in between|sometime between|some time between",
    ("", ""): """
        in|on|at|during|over|throughout|sometime in|some time in|sometime during|sometime on|back in|back on
        at some point in|at some point during|only in|later in|earlier in""",
}
_BY_FIRST: dict[str, list[BoundWord]] = {}
for (_bound, _rule), _phrases in _PHRASES.items():
    for _phrase in _phrases.replace("\n", "|").split("|"):
        if _words := tuple(_phrase.split()):
            _BY_FIRST.setdefault(_words[0], []).append(BoundWord(_words, _bound, _rule))
for _known in _BY_FIRST.values():
    _known.sort(key=lambda each: -len(each.words))
FIRST_WORDS = frozenset(_BY_FIRST)
APPROXIMATE = set_of("about around roughly approximately circa ~")


def bound_at(t: Scan, i: int) -> BoundWord | None:
    """The longest bound that begins at token i."""
    for each in _BY_FIRST.get(t.L[i], ()):
        if all(t.L[i + k] == word for k, word in enumerate(each.words)):
            if each.words == ("into",) and t.L[i + 1] in ("in", "on"):
                return None  # "was entered into in 2010"
            return each
    return None


class Limits(NamedTuple):
    """The bounds of a bare date: of the first that it may be, and of the last."""

    earliest: date | None
    first_ends: date | None
    last_begins: date | None
    latest: date | None


def limits(t: Scan, core: Core) -> Limits | None:
    """The bounds of a bare date as seen from the day said or the date before it; None where that is not known."""
    if core.seen_from == "event":
        return None
    if core.seen_from == "either":
        views = [view for view in (t.said, t.anchor) if view]
    else:
        view = {"": (date(2000, 1, 1), date(2000, 1, 1)), "said": t.said}.get(core.seen_from, t.anchor)
        views = [view] if view else []
    found = []
    for start, end in views:
        try:
            low = core.first(start) if start else (None, None)
            high = core.last(end) if end else (None, None)
        except (OverflowError, ValueError):
            return None
        found.append(Limits(low[0], low[1], high[0], high[1]))
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    return Limits(
        _least([each.earliest for each in found]),
        _least([each.first_ends for each in found]),
        _most([each.last_begins for each in found]),
        _most([each.latest for each in found]),
    )


def _least(days: list[date | None]) -> date | None:
    return None if None in days else min(day for day in days if day)


def _most(days: list[date | None]) -> date | None:
    return None if None in days else max(day for day in days if day)


_WIDER = {"day": Amount(1, "day"), "days": Amount(1, "week"), "week": Amount(3, "day"), "weekend": Amount(3, "day"),
          "year": Amount(1, "year"), "decade": Amount(1, "year")}  # fmt: skip


def widened(core: Core, limit: Limits) -> tuple[Limits, str]:
    """About a date: wider by a unit of its precision, and its EDTF text with `~` where that says the same."""
    by = _WIDER.get(core.grain, Amount(1, "month"))
    earliest, latest = limit.earliest, limit.latest
    text = ""
    if earliest and latest and core.grain in ("day", "month", "year"):
        text = write_edtf(earliest, latest)
        text = f"{text}~" if "/" not in text else ""
    low, high = (shifted(earliest, by, -1, -1) if earliest else None), (shifted(latest, by, 1, 1) if latest else None)
    if by.unit in MONTHS_OF and core.grain != "part":
        low, high = (month_of(low)[0] if low else None), (month_of(high)[1] if high else None)
    return Limits(low, limit.first_ends, limit.last_begins, high), text


LONGEST = 1_000  # days of a span in which something was said, for all of which a reading is tried


def of_the_future(t: Scan, limit: Limits) -> bool:
    """Whether what is said of the date lies ahead: by the tense, or because the date begins after the day said."""
    if t.tense:
        return t.tense == "future"
    last = t.said[1] if t.said else None
    return bool(last and limit.earliest and limit.earliest > last)


def bounded(t: Scan, bound: str, core: Core, limit: Limits, about: bool = False) -> Span:
    """The earliest and the latest day that a bound leaves of a date.

    Before April is before its first day. Before mid-April, or about April, may be any day but the last that it may be.
    """
    earliest, latest = limit.earliest, limit.latest
    vague = (
        about
        or core.grain in ("part", "days")
        or (core.grain == "day" and core.first is core.last and earliest != latest)
    )
    if bound == "before" or bound == "by":
        edge = latest if bound == "by" or vague else limit.last_begins
        last = edge - ONE_DAY if edge and bound == "before" else edge
        return (t.said[0] if t.said and _lies_ahead(t, core, limit, bound, vague) else None), last
    if bound == "after":
        edge = limit.first_ends if core.at_end or not vague else earliest
        return (edge + ONE_DAY if edge else None), None
    if bound in ("at-least-until", "on-or-after"):
        return earliest, None
    if bound == "since-at-least" or (bound == "as-of" and t.tense == "past" and core.rule not in ("today", "now")):
        return None, latest
    return earliest, latest


def _lies_ahead(t: Scan, core: Core, limit: Limits, bound: str, vague: bool) -> bool:
    """Whether a limit in the future leaves a day from the day said on, whichever day that was."""
    day, last = t.said or (None, None)
    if day is None or last is None or not of_the_future(t, limit) or (last - day).days > LONGEST:
        return False
    while day <= last:
        start, end = core.last(day) if core.seen_from == "said" else (limit.earliest, limit.first_ends)
        edge = end if bound == "by" or vague else start
        if edge is None or (edge < day if bound == "by" else edge <= day):
            return False
        day += ONE_DAY
    return True

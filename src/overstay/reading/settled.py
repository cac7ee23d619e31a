"""The date of an event once its kind is known: read in the kind's tense, or found elsewhere where it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from overstay.dating.spans import find_spans
from overstay.reading.borrowed import borrowed_date
from overstay.reading.clauses import Clause
from overstay.reading.effect import effect_date
from overstay.reading.extensions import MORE
from overstay.reading.headings import heading_date
from overstay.reading.lengths import end_by_length, time_left
from overstay.reading.lent import evidence_dates
from overstay.reading.stated import TENSES
from overstay.reading.tokens import Token
from overstay.reading.when import When, free_dates, unbound

_HEADED = ("ended", "will-end", "granted", "extension")


def settle(
    text: str, said_on: str, kind: str, when: When | None, *, tokens: list[Token], clauses: list[Clause], place: int,
    verbs: frozenset[int], tense: str, bounds: tuple[int, int, int], rules: Any = None,
) -> When | None:  # fmt: skip
    """The date for a kind. `when`: the likeliest of dates_of(), None without one; `place`: the event's clause;
    `tense`: that of the verb that carries it; `bounds`: start and end of the sentence, and from where on a date before
    it may be looked for. `rules`: a table of date rules other than the shipped one.
    """
    start, end, before = bounds
    means = "" if kind == "extension" and tense == "past" else TENSES.get(kind, "")
    if kind == "extension" and when is not None and _runs_on(clauses[place + 1 :], when):
        means = "future"  # "gave us a grace period | that runs out on 31 December"
    if when is None and kind == "observed":
        when = next(iter(evidence_dates(tokens, clauses, place, verbs)), None)
    if kind == "extension" and when is not None and _seen_from_telling(tokens, clauses, when):
        when = When(when.at, replace(when.found, edtf="", core="", earliest=None, latest=None), when.carried)
        return when
    if kind == "extension" and (when is None or not when.found.edtf or when.found.bound == "after"):
        found = end_by_length(text, start, end, before, said_on, tokens)
        if found is not None:
            return When(-1, found, True)
        if when is None or not when.found.edtf:
            when = _limit_behind(tokens, place, clauses, verbs) or when
    if kind == "extension" and when is not None and not when.found.bound and MORE.search(when.found.words.lower()):
        when = _limit_behind(tokens, place, clauses, verbs) or when  # "four more months: it now runs until May 31"
    if when is not None:
        return _with_the_next(text, said_on, retold(text, said_on, when, means, bounds, rules), means, tokens, bounds)
    borrowed = borrowed_date(kind, tokens, clauses, place)
    if borrowed is not None:
        return borrowed
    if kind == "will-end" and tense in ("present", "perfect", "progressive"):
        found = time_left(text, start, end, said_on)
        if found is not None:
            return When(-1, found, True)
    if kind in _HEADED:
        found = effect_date(text, end, said_on, means) or heading_date(text, start, said_on, means)
        return When(-1, found, True) if found is not None else None
    return None


def _runs_on(clauses: list[Clause], when: When) -> bool:
    """Whether the date stands in a clause that tells in the present how long more time lasts."""
    return any(
        clause.start <= when.at < clause.end and clause.link == "rel" and clause.group.tense == "present"
        for clause in clauses
    )


def _seen_from_telling(tokens: list[Token], clauses: list[Clause], when: When) -> bool:
    """ "As we announced in June, Acme gets another 60 days": they do not run from the day on which it was announced."""
    if when.found.words.lower().split()[0] not in ("another", "additional", "an", "a"):
        return False
    last = next((at for at in range(when.at - 1, -1, -1) if tokens[at].kind == "date"), None)
    return last is not None and any(
        clause.start <= last < clause.end and "say" in clause.group.senses and clause.link in ("sub", "aside", "main")
        for clause in clauses
    )


def _limit_behind(tokens: list[Token], place: int, clauses: list[Clause], verbs: frozenset[int]) -> When | None:
    """ "Has given it another half year: | it may go on until 31 August": how long more time lasts is told after it."""
    behind = [
        when
        for when in free_dates(tokens, clauses[place].group.head, len(tokens), verbs)
        if when.found.bound in ("until", "through") and when.found.edtf
    ]
    return When(behind[0].at, behind[0].found, True) if len(behind) == 1 else None


def _with_the_next(
    text: str, said_on: str, when: When, tense: str, tokens: list[Token], bounds: tuple[int, int, int]
) -> When:
    """ "In 2014, 2015 and 2016": dates in a row are one interval over all of them, unless each belongs to another."""
    at = when.at
    if at < 0 or when.found.bound or any(token.low == "respectively" for token in tokens):
        return when
    last = when
    while True:
        here = at + 1
        while here < len(tokens) and tokens[here].low in (",", "and", "or"):
            here += 1
        if here == at + 1 or here >= len(tokens) or tokens[here].kind != "date" or tokens[here].what.bound:
            break
        joined = any(token.low in ("and", "or") for token in tokens[at + 1 : here])
        if not _is_like(when.found, tokens[here].what, joined) or tokens[min(here + 1, len(tokens) - 1)].low == "than":
            break
        last, at = retold(text, said_on, When(here, tokens[here].what), tense, bounds), here
    first = when.found
    if last is when or not (first.earliest and last.found.latest and first.earliest <= last.found.latest):
        return when
    if (first.latest or last.found.latest) > last.found.latest or not last.found.edtf or "~" in first.edtf:
        return when
    edtf = f"{first.edtf.partition('/')[0]}/{last.found.edtf.rpartition('/')[2]}"
    row = replace(
        first, end=last.found.end, words=text[first.start : last.found.end], edtf=edtf, core=edtf,
        latest=last.found.latest,
    )  # fmt: skip
    return When(when.at, row, when.carried)


def _is_like(first: Any, other: Any, joined: bool) -> bool:
    """Whether two dates may be members of a row: not one of the past and one to come, and with a mere comma between
    them ("in 2013, on 3 May 2016") only where both are told by the same rule.
    """
    if "future" in (first.direction, other.direction) and first.direction != other.direction:
        return False
    return joined or bool(set(first.rule.split(" + ")) & set(other.rule.split(" + ")))


def retold(text: str, said_on: str, when: When, tense: str, bounds: tuple[int, int, int], rules: Any = None) -> When:
    """The same date, read in another tense; from the sentence before where it is seen from a date there."""
    start, end, before = bounds
    old = when.found
    if not start <= old.start < end:
        return when
    more = {} if rules is None else {"rules": rules}
    tense = "past" if old.bound == "since" else tense
    again = find_spans(text, said_on, start=start if old.edtf else min(before, start), end=end, tense=tense, **more)
    same = next((found for found in again if found.start <= old.start < found.end), old)
    if not old.bound and old.core and same.bound:
        same = unbound(same)
    return When(when.at, same if same.edtf or not old.edtf else old, when.carried)


__all__ = ["retold", "settle"]

"""The date of an event once its kind is known: read in the kind's tense, or found elsewhere where it has none."""

from __future__ import annotations

from typing import Any

from overstay.dating.spans import find_spans
from overstay.reading.clauses import Clause
from overstay.reading.effect import effect_date
from overstay.reading.headings import heading_date
from overstay.reading.lengths import end_by_length
from overstay.reading.stated import TENSES
from overstay.reading.tokens import Token
from overstay.reading.when import When, evidence_dates

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
    if when is None and kind == "observed":
        when = next(iter(evidence_dates(tokens, clauses, place, verbs)), None)
    if kind == "extension" and (when is None or not when.found.edtf):
        found = end_by_length(text, start, end, before, said_on, tokens)
        if found is not None:
            return When(-1, found, True)
    if when is not None:
        return retold(text, said_on, when, means, bounds, rules)
    if kind in _HEADED:
        found = effect_date(text, end, said_on, means) or heading_date(text, start, said_on, means)
        return When(-1, found, True) if found is not None else None
    return None


def retold(text: str, said_on: str, when: When, tense: str, bounds: tuple[int, int, int], rules: Any = None) -> When:
    """The same date, read in another tense; from the sentence before where it is seen from a date there."""
    start, end, before = bounds
    old = when.found
    if not start <= old.start < end:
        return when
    more = {} if rules is None else {"rules": rules}
    again = find_spans(text, said_on, start=start if old.edtf else min(before, start), end=end, tense=tense, **more)
    same = next((found for found in again if found.start <= old.start < found.end), old)
    return When(when.at, same if same.edtf or not old.edtf else old, when.carried)


__all__ = ["retold", "settle"]

"""The sentence after, where it only says from when on: "The change takes effect on 1 May"."""

from __future__ import annotations

import re
from typing import Any

from overstay.dating.spans import find_spans

_EFFECT = re.compile(
    r"\s*(?:(?:Th(?:e|is|at|ese|ose)|Both|All) (?:changes?|decisions?|terminations?|revocations?|removals?|shutdowns?|"
    r"closures?|withdrawals?|suspensions?|moves?|measures?|steps?|restrictions?|blocks?|cut-?offs?)|This|That|It|They|Both)"
    r"(?: will| is to| shall| has| have)? (?:takes?|taken|took|comes?|came|goes|go|went|gone|(?:be|is|was|were) in)"
    r"(?:to)? ?(?:effect|force)\b|"
    r"\s*(?:This|That|It|The (?:change|decision|termination|removal)) (?:is|was|will be|bec[ao]mes?) effective\b|"
    r"\s*Effective(?: date)?:",
)
_REACH = 160  # characters of the sentence after that are looked at


def effect_date(text: str, end: int, said_on: str, tense: str) -> Any:
    """The date (FoundDate) from which what the sentence before text[end] tells takes effect; None without one."""
    begins = _EFFECT.match(text, end)
    if begins is None:
        return None
    stop = re.compile(r"[.!?](?=\s|$)|\n").search(text, begins.end(), min(len(text), begins.end() + _REACH))
    last = stop.start() if stop else min(len(text), begins.end() + _REACH)
    for how in (tense, ""):  # "immediately" is a date of no tale of the past
        found = [each for each in find_spans(text, said_on, start=begins.end(), end=last, tense=how) if each.edtf]
        if found:
            break
    return found[0] if len(found) == 1 else None


__all__ = ["effect_date"]

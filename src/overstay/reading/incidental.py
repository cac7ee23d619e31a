"""Clauses that tell of access only by the way: when a contract was signed, how long something went on, who it was."""

from __future__ import annotations

from overstay.reading.mentions import heads
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Sentence

SIGNS = frozenset(("sign", "enter into", "ink", "strike", "contract", "conclude", "negotiate"))
_PAPERS = frozenset(("contract", "agreement", "deal", "pact", "accord", "arrangement"))


def is_incidental(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """Whether the clause of an event describes or measures something else, or speaks of a person."""
    return _signed_aside(event, parts) or _measures_time(event, sentence, parts) or _by_person(event, parts)


def _signed_aside(event: Event, parts: Parts) -> bool:
    """ "Acme, | whose contract was signed in 2011, | kept it", "its deal, | signed in 2014, | ends": only describes."""
    paper = all(m.word.lower().removesuffix("s") in _PAPERS for m in event.theme)
    if event.rule != "began" or not (event.strength == "relation" or paper) or parts.lemma not in SIGNS:
        return False
    clause = parts.clause
    return (clause.link == "rel" and clause.word == "whose") or (
        clause.link == "pp" and parts.tokens[clause.start - 1].low == ","
    )


def _measures_time(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "Saw them for two years after | it was closed to others": only says how long it lasted."""
    clause = parts.clause
    at = clause.start if clause.link == "sub" else clause.start - 1
    if at > 0 and clause.link in ("rel", "sub") and parts.tokens[at].kind == "date":
        return parts.tokens[at].text.lower().endswith((" after", " before")) and not parts.tokens[at].what.edtf
    if clause.link not in ("sub", "rel") or at < 1 or sentence.tokens[at].low not in ("after", "before"):
        return False
    unit = sentence.tokens[at - 1].low in ("hours", "days", "weeks", "months", "years", "long", "well")
    return unit and not any(token.kind == "date" for token in sentence.tokens[clause.start : clause.end])


def _by_person(event: Event, parts: Parts) -> bool:
    """ "She had no access to her notes": a person's own."""
    doer = [m.word.lower() for m in heads(parts.doer)]
    return event.state in ("on", "keep") and bool(doer) and set(doer) <= {"he", "she"} and not parts.passive


__all__ = ["is_incidental"]

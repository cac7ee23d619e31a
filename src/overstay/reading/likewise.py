"""What is said of one partner and then of another by a verb that only points back: "Borel followed in June"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overstay.reading.ellipsis import AS_BEFORE
from overstay.reading.mentions import Mention, heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import theme_of

Told = tuple[Event, Parts]

_SAME = frozenset(("follow", "follow suit"))
_NAMED = ("partner", "unknown")


def likewise(parts: Parts, earlier: Sequence[Told]) -> Event | None:
    """The event of a clause whose verb stands for that of a clause before; None where it does not."""
    if not earlier:
        return None
    last, told = earlier[-1]
    if parts.lemma in _SAME:
        if parts.clause.group.passive or heads(parts.rest) or not _named(parts.subject):
            return None
        return replace(last, theme=theme_of(parts.subject).heads, affected=parts.subject, active=False)
    if parts.lemma == AS_BEFORE:
        return _as_before(parts, last, told)
    if parts.lemma == "do so":
        return _does_so(parts, last, told)
    if parts.lemma in ("do", "happen") and _the_same(parts):
        return _the_same_for(parts, last)
    return None


def points_back(parts: Parts) -> bool:
    """Whether a clause can only be read with the sentence before: "Borel's followed in June", "Borel still can"."""
    if parts.lemma in _SAME:
        return bool(parts.subject) and parts.subject[-1].prep == "'s"
    if parts.lemma == "do so":
        return bool(parts.frame.turn)
    return parts.lemma == AS_BEFORE or (parts.lemma in ("do", "happen") and _the_same(parts))


def _as_before(parts: Parts, last: Event, told: Parts) -> Event | None:
    """ "Acme no longer has it, but Borel does"; "Borel did until 2018"."""
    group = parts.clause.group
    if group.negation == "never" and not last.active and last.state in ("on", "keep") and not _named(parts.subject):
        return replace(last, theme=[], affected=parts.subject)  # "We never have."
    if (last.active and not _own_act(last, told)) or not _named(parts.subject) or last.rule == "goes on":
        return None
    if last.state == "end" and group.tense == "present" and group.still and not group.negation:
        return replace(last, state="keep", theme=heads(parts.subject), affected=parts.subject)  # "Borel still can"
    if last.state == "on" and told.frame.turn == "halt" and "so" in group.words and not group.negation:
        return replace(last, state="end", theme=heads(parts.subject), affected=parts.subject, active=False)
    if last.state in ("on", "keep"):
        if group.negation == "not":
            return None  # "Borel does not": since when, it does not say
        denied = bool(told.frame.negation) or told.frame.turn == "halt"
        if group.tense == "present" and not group.still and not denied:
            return None
        if group.tense == "present" and denied:  # it does what the other does no more
            return replace(last, state="keep", theme=heads(parts.subject), affected=parts.subject)
    return replace(last, theme=heads(parts.subject), affected=parts.subject, active=False)


def _own_act(last: Event, told: Parts) -> bool:
    """ "Acme ended its use of the feed": somebody named did it to what was theirs."""
    return _named(told.subject) and any(m.prep == "'s" and m.word.lower() in ("its", "their") for m in last.affected)


def _does_so(parts: Parts, last: Event, told: Parts) -> Event | None:
    """ "Receives them and will go on | doing so"; "Borel stopped | doing so in May"."""
    if last.state not in ("on", "keep") or not (parts.frame.turn or parts.frame.negation):
        return None
    named = [m for m in parts.doer if m.kind in _NAMED]
    if named and last.active:
        return None  # the one that sends it
    if told.tokens is not parts.tokens:  # in the sentence before
        return replace(last, theme=[], affected=parts.doer, active=False)
    return replace(last, affected=parts.doer if named else last.affected)


def _the_same(parts: Parts) -> bool:
    """ "Do the same | for Borel", "the same happened | to Borel's"."""
    whole = parts.subject if parts.lemma == "happen" else parts.rest
    return any(m.word.lower() == "same" for m in whole) and _named(parts.rest)


def _the_same_for(parts: Parts, last: Event) -> Event | None:
    whom = [m for m in parts.rest if m.prep in ("for", "with", "to", "'s") and m.word.lower() != "same"]
    if not _named(whom) or (parts.lemma == "do" and not last.active):
        return None
    return replace(last, theme=whom, affected=whom)


def _named(mentions: list[Mention]) -> bool:
    return any(m.kind in _NAMED for m in mentions)


__all__ = ["Told", "likewise", "points_back"]

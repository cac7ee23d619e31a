"""Time lent beyond an end: who is exempt from a shutdown, and the extra time that ran out."""

from __future__ import annotations

from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS

_SPARES = frozenset(("exempt", "excuse", "spare"))
_RUNS_OUT = frozenset(("expire", "lapse", "run out", "end", "elapse", "terminate", "be over", "over", "finish"))
_STRETCHES = frozenset(("period", "time", "month", "week", "day", "year", "quarter", "window", "term"))
_ADDED = frozenset(("additional", "extra", "further", "grace", "added", "extended", "interim"))
_PROCEDURE = frozenset(("appeal", "respond", "reply", "answer", "comment", "file", "object", "vote", "pay", "apply"))


def exempted(parts: Parts) -> Event | None:
    """ "Acme is exempt from the shutdown until May": it keeps its access until then."""
    if parts.lemma not in _SPARES or not (parts.passive or parts.clause.group.shape == "state"):
        return None
    spared = people_in(heads(parts.subject))
    if not spared or parts.frame.negation:
        return None
    end = any("stop" in m.nouns and m.prep == "from" for m in parts.rest)
    lasting = any(
        token.kind == "date" and token.what.bound in ("until", "through", "at-least-until")
        for token in parts.tokens[parts.clause.start : parts.clause.end]
    )
    return Event("more", "extended", [], spared, strength="relation") if end and lasting else None


def ran_out(parts: Parts) -> Event | None:
    """ "The additional period granted to Acme expired", "Acme's extra six months ended": so did its access."""
    if parts.lemma not in _RUNS_OUT or not parts.senses & {"end", "off"} or heads(parts.rest):
        return None
    tops = [m for m in heads(parts.subject) if m.kind not in ACCESS]
    if not tops or not (_is_more(parts, tops[0]) or _is_exemption(parts, tops[0])):
        return None
    start = parts.clause.subject[0]
    if any(token.low in _PROCEDURE for token in parts.tokens[start : parts.clause.group.first]):
        return None  # "its extra time to respond"
    strength = "access" if _is_exemption(parts, tops[0]) else "relation"
    return Event("end", "came to an end", tops[:1], parts.subject, strength=strength)


def _is_more(parts: Parts, mention: Mention) -> bool:
    word = mention.word.lower().removesuffix("s")
    led = {token.low for token in parts.tokens[max(parts.clause.subject[0], mention.first - 4) : mention.at]}
    return "more" in mention.nouns or (word in _STRETCHES and bool(led & _ADDED))


def _is_exemption(parts: Parts, mention: Mention) -> bool:
    """ "The exemption from the shutdown": leave to keep what all others lose."""
    spared = mention.word.lower().removesuffix("s") in ("exemption", "waiver", "exception", "dispensation")
    return spared and any("stop" in m.nouns and m.prep == "from" for m in parts.subject)


__all__ = ["exempted", "ran_out"]

"""Events told by a noun: "the shutdown of the feed took effect in May", "2014 brought the end of the partnership"."""

from __future__ import annotations

from overstay.reading.mentions import Mention
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_HAPPENS = frozenset(
    (
        "take effect", "take place", "go into effect", "come into effect", "come into force", "enter into force",
        "occur", "happen", "follow", "come", "begin", "start", "go through", "be",
    )
)  # fmt: skip
_DONE = frozenset(["complete", "finish", "carry out", "effect", "conclude", "execute", "implement", "make", "finalise"])
_SET = frozenset(["set", "schedule", "plan", "slate", "expect", "announce", "fix", "order", "confirm"])
_BRINGS = frozenset(["see", "bring", "mark", "mean", "spell", "complete", "carry out", "finish", "effect"])
_COMES = frozenset(("come", "bring", "draw", "reach", "grind", "meet", "approach", "near"))
_STOPS = frozenset(("end", "close", "halt", "stop", "conclusion", "finish", "expiry", "termination"))
_OF_WHAT = ("of", "to", "for", "from", "with", "'s", "in", "on", "between", "by")


def happening(parts: Parts) -> Event | None:
    """The end or the beginning of access, told as a noun that happens, is carried out, or is brought about."""
    lemma = parts.lemma
    if lemma in _SET and parts.passive:
        event = _event(parts.subject)
        if event is not None and event.state == "end":
            event.rule = "its end is set"
            return event
        return None
    if lemma in _COMES and any(m.word.lower() in _STOPS and m.prep in ("to", "") for m in parts.rest):
        theme_ = theme_of(parts.subject)
        if theme_.strength in ("access", "relation"):
            return Event("end", "came to an end", theme_.heads, parts.subject, strength=theme_.strength)
    if (lemma in _HAPPENS and not parts.clause.group.passive) or (lemma in _DONE and parts.passive):
        return _event(parts.subject)
    if lemma in _BRINGS and not parts.passive:
        if lemma in ("see", "bring", "mark", "mean", "spell") and not _is_time(parts):
            return None
        return _event(parts.rest)
    return None


def _event(mentions: list[Mention]) -> Event | None:
    tops = [m for m in mentions if m.prep == ""]
    if not tops or not tops[-1].nouns & {"stop", "begin"}:
        return None
    inside = [m for m in mentions if m.prep in _OF_WHAT]
    theme = [m for m in inside if m.kind in (*ACCESS, "relation", "product")]
    own = tops[-1].kind in ACCESS
    if not theme and not own:
        theme = [m for m in inside if m.kind in DATA and any(n.kind in ("partner", "unknown", "role") for n in inside)]
    if not theme and not own:
        return None
    strength = "access" if own or any(m.kind in (*ACCESS, *DATA) for m in theme) else theme[0].kind
    state = "end" if "stop" in tops[-1].nouns else "start"
    return Event(
        state, "its end came" if state == "end" else "its start came", theme or tops, inside, strength=strength
    )


def _is_time(parts: Parts) -> bool:
    """ "March 2017 saw", "that month brought": nobody does it."""
    start, end = parts.clause.subject
    tokens = parts.tokens[start:end] or parts.tokens[: parts.clause.group.first]
    return any(token.kind == "date" for token in tokens) and not any(
        m.kind in ("partner", "unknown", "role", "pronoun", "person") for m in parts.subject
    )


__all__ = ["happening"]

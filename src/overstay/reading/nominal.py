"""Events told by a noun: "the shutdown of the feed took effect in May", "2014 brought the end of the partnership"."""

from __future__ import annotations

from overstay.reading.mentions import Mention, heads
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
_DATES = frozenset(("put", "place", "date", "give", "trace", "record", "set"))
_COMES = frozenset(("come", "bring", "draw", "reach", "grind", "meet", "approach", "near"))
_STOPS = frozenset(("end", "close", "halt", "stop", "conclusion", "finish", "expiry", "termination"))
_LAST_DAYS = frozenset(
    ("last day", "final day", "end date", "sunset date", "shutdown date", "cut-off date", "cutoff date", "eol date",
     "end-of-life date", "removal date", "retirement date")
)  # fmt: skip
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
    if lemma == "be" and (event := _labelled(parts)) is not None:
        return event
    if lemma in _COMES and any(m.word.lower() in _STOPS and m.prep in ("to", "") for m in parts.rest):
        theme_ = theme_of(parts.subject)
        if theme_.strength in ("access", "relation"):
            return Event("end", "came to an end", theme_.heads, parts.subject, strength=theme_.strength)
    if (lemma in _HAPPENS and not parts.clause.group.passive) or (lemma in _DONE and parts.passive):
        return _event(parts.subject)
    if lemma == "date" and parts.clause.group.tense == "present" and parts.clause.link in ("main", "and", "comp"):
        theme_ = theme_of(parts.subject)  # "its participation dates from October 2014"
        if theme_.strength in ("access", "relation"):
            return Event("start", "began", theme_.heads, parts.subject, strength=theme_.strength)
    if lemma in _DATES and not parts.passive and not parts.frame.negation:
        return _dated_end(parts)
    if lemma in _BRINGS and not parts.passive:
        if lemma in ("see", "bring", "mark", "mean", "spell") and not _is_time(parts):
            return None
        return _event(parts.rest)
    return None


def _labelled(parts: Parts) -> Event | None:
    """ "Feed API - end-of-life date: 30 June 2020", "the last day is now 30 June": whose end it is stands around it."""
    tops = heads(parts.subject)
    dated = any(token.kind == "date" for token in parts.tokens[parts.clause.group.head : parts.clause.end])
    if not tops or "stop" not in tops[-1].nouns or not dated or parts.frame.negation:
        return None
    start, end = parts.clause.subject
    label = parts.tokens[parts.clause.group.head].kind == "date"
    named = any("access" in t.nouns or (t.kind == "name" and t.what.what == "program") for t in parts.tokens[start:end])
    if label and named:
        return Event("end", "its end came", [m for m in parts.subject if m.kind in ACCESS] or tops, parts.subject)
    if tops[-1].word.lower() in _LAST_DAYS and len(parts.subject) == 1 and not label:
        return Event("end", "its end came", tops, [], strength="pronoun")
    return None


def _dated_end(parts: Parts) -> Event | None:
    """ "Documents put the end of Acme's access at 2017": a date that somebody gives an end."""
    theirs = [m for m in parts.rest if m.prep in ("", *_OF_WHAT)]
    tops = [m for m in theirs if m.prep == ""]
    if not tops or "stop" not in tops[0].nouns or tops[0].determiner not in ("the", "'s"):
        return None
    dated = any(token.kind == "date" for token in parts.tokens[parts.clause.group.last : parts.clause.end])
    return _event(theirs) if dated else None


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

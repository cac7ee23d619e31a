"""More time: an end put off, a deadline moved, "six more months", "continued access"."""

from __future__ import annotations

import re

from overstay.reading.mentions import Mention
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, theme_of
from overstay.reading.tokens import Token

# Verbs that put a date off only where what they move is an end or a deadline: "moved the cutoff to 1 May".
_MOVES = frozenset(("move", "push", "shift", "change", "reset", "put back", "set back", "slip", "bump", "push out"))
_EARLIER = frozenset(("forward", "earlier", "up", "sooner"))
_LIMITS = frozenset(["deadline", "cutoff", "cut-off", "date", "window", "time", "period", "term", "expiry"])
_FURTHER = frozenset(["continued", "continuing", "prolonged", "extended", "further", "ongoing", "temporary", "interim"])
_PROCEDURE = frozenset(
    [
        "appeal",
        "respond",
        "response",
        "reply",
        "answer",
        "comment",
        "comments",
        "filing",
        "file",
        "objection",
        "objections",
        "apply",
        "vote",
    ]
)
_UNIT = re.compile(r"(day|week|month|year|quarter)s?$")
MORE = re.compile(r"\b(?:more|additional|extra|further|another)\b")
_WHOM = ("partner", "unknown", "role", "pronoun")


def extension_of(parts: Parts) -> Event | None:
    """The event of a clause that tells of more time; None where it does not."""
    return _put_off(parts) or _beyond_the_limit(parts) or _given_more(parts)


def _put_off(parts: Parts) -> Event | None:
    """ "Extended the deadline through May", "the shutdown has been moved to June"."""
    moves = _moves(parts)
    if not (moves or "extend" in parts.senses):
        return None
    theme = theme_of(parts.subject if parts.passive or (moves and not _objects(parts)) else parts.rest)
    stretch = parts.tokens[slice(*parts.clause.rest)]
    lasting = any(token.kind == "date" or token.low in ("until", "through") for token in stretch)
    if any(token.low in _PROCEDURE for token in parts.tokens[parts.clause.subject[0] : parts.clause.group.first]):
        return None
    limit = any(mention.word.lower() in _LIMITS or mention.nouns & {"stop", "more"} for mention in theme.heads)
    if not lasting or not (limit or (not moves and theme.strength in ("access", "relation", "product", "pronoun"))):
        return None
    around = parts.subject + parts.rest if parts.passive or moves else parts.rest
    strength = theme.strength or "access"
    return Event("more", "extended", theme.heads, around, strength=strength, active=not parts.passive)


def _beyond_the_limit(parts: Parts) -> Event | None:
    """ "Six months beyond the deadline were granted to Acme": time past an end is more time."""
    if not ("give" in parts.senses and parts.passive and parts.subject):
        return None
    top = parts.subject[0]
    words = [token.low for token in parts.tokens[slice(*parts.clause.subject)]]
    beyond = bool({"beyond", "past", "after"} & set(words)) and bool(_LIMITS & set(words))
    whom = [m for m in parts.rest if m.prep == "to" and m.kind in _WHOM]
    if top.prep or not any(_UNIT.match(word) for word in words) or not beyond or not whom:
        return None
    return Event("more", "more time", [top], whom)


def _moves(parts: Parts) -> bool:
    """Whether the verb moves something to a later date."""
    group = parts.clause.group
    after = {token.low for token in parts.tokens[group.last + 1 : parts.clause.end]}
    if after & _EARLIER:
        return False
    if parts.lemma == "continue" and parts.passive:
        return True  # "the deadline is continued to 1 May"
    return parts.lemma in _MOVES or (parts.lemma == "put" and "back" in after)


def _objects(parts: Parts) -> bool:
    return any(mention.prep == "" for mention in parts.rest)


def _given_more(parts: Parts) -> Event | None:
    """ "Was given six more months", "got an extension", "gave it continued access through May"."""
    if not (
        parts.senses & {"give", "get", "have"}
        or parts.lemma in ("win", "take", "receive", "negotiate", "secure", "agree")
    ):
        return None
    more = [mention for mention in parts.rest + parts.subject if "more" in mention.nouns]
    if not more:
        more = [mention for mention in parts.rest + parts.subject if _is_further(parts.tokens, mention)]
        if more and not _lasts(parts):
            more = []
    if not (more or _more_time(parts) or _another_one(parts)):
        return _as_asked(parts)
    gets = parts.passive or not parts.senses & {"give"}
    people = [mention for mention in parts.subject if mention.kind in _WHOM]
    return Event(
        "more", "more time", more, parts.subject if gets and people else parts.rest + parts.subject, active=not gets
    )


def _another_one(parts: Parts) -> bool:
    """ "Gave Acme an extension to May, and gave Borel one to June"."""
    ones = any(m.word.lower() in ("one", "another") and m.prep == "" for m in parts.rest)
    return ones and _lasts(parts) and any("more" in t.nouns for t in parts.tokens[: parts.clause.group.first])


def _as_asked(parts: Parts) -> Event | None:
    """ "Acme asked for more time, and we gave it until May": the more time it had asked for."""
    group, tokens = parts.clause.group, parts.tokens
    whom = [mention for mention in (parts.subject if parts.passive else parts.rest) if mention.prep == ""]
    plain = bool(whom) and all(mention.kind in _WHOM for mention in whom) and len(parts.rest) <= 1
    until = any(
        token.kind == "date" and token.what.bound in ("until", "through")
        for token in tokens[group.last : parts.clause.end]
    )
    asked = " ".join(token.low for token in tokens[: max(parts.clause.subject[0], parts.clause.start)])
    if _PROCEDURE & set(asked.split()):
        return None  # "asked for more time to respond"
    if not (
        parts.senses & {"give"}
        and plain
        and until
        and re.search(r"\b(?:more|extra|additional|further) time\b|\bextension\b", asked)
    ):
        return None
    return Event("more", "more time", [], whom, strength="pronoun", active=not parts.passive)


def _is_further(tokens: list[Token], mention: Mention) -> bool:
    """ "Continued access", "temporary use of the feed"."""
    return mention.kind in (*ACCESS, "relation") and any(
        token.low in _FURTHER for token in tokens[max(0, mention.first - 1) : mention.at]
    )


def _lasts(parts: Parts) -> bool:
    """Whether a last day stands in the clause: "until May", "through June", "beyond the deadline"."""
    return any(
        token.kind == "date" and token.what.bound in ("until", "through", "at-least-until")
        for token in parts.tokens[parts.clause.start : parts.clause.end]
    )


def _more_time(parts: Parts) -> bool:
    """ "Six more months", "an extra 90 days", "another year"."""
    stretch = parts.tokens[slice(*parts.clause.rest)]
    for here, token in enumerate(stretch):
        around = [other.low for other in stretch[max(0, here - 3) : here + 4]]
        if token.low == "more" and here + 1 < len(stretch) and stretch[here + 1].low == "than":
            continue
        if token.low in ("more", "additional", "extra", "further", "another") and any(
            _UNIT.search(low) or low == "time" for low in around
        ):
            return True
        if token.kind == "date" and MORE.search(token.text.lower()) and "ago" not in token.text.lower():
            return True
    return False


__all__ = ["extension_of"]

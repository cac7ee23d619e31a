"""What can stand in a noun group, where the group goes on, and what it names: access, data, a role, something else."""

from __future__ import annotations

import re

from overstay.reading.function_words import ADVERBS, AUX, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import is_adverb

# What a noun with several readings counts as: the first of these.
_ORDER = (
    "access",
    "data",
    "relation",
    "product",
    "more",
    "stop",
    "begin",
    "role",
    "people",
    "item",
    "other",
    "paper",
    "person",
)
PRONOUNS = frozenset(
    re.findall(
        r"[\w-]+",
        "any it they them theirs this these those that both we us ours hers i he she none one ones itself",
    )
)
_UPGRADED = frozenset(("relation", "thing", "stop", "more", "begin"))
# Products that a kind of data before them makes a way to it: "the messaging feature", "contact-list export tool".
_WAYS = frozenset(
    re.findall(
        r"[\w-]+",
        "feature service tool functionality function capability option module extension widget add-on "
        "offering parameter object field fields resource route experience mechanism setting method bot door",
    )
)
_HOLDS = frozenset(("archive", "archives", "store", "database", "databases", "directory", "vault", "folder", "folders"))
_AFTER_PARTICIPLES = frozenset(["to", "by", "for", "with", "from", "at", "in", "on", "under", "through", "into"])


def is_nominal(token: Token) -> bool:
    """Whether a token can stand in a noun group."""
    if token.kind in ("name", "unknown"):
        return True
    low = token.low
    if token.kind != "word" or low in ADVERBS or low in SUBORDINATORS - {"that"}:
        return False
    if low in PRONOUNS or token.nouns:
        return True
    return (
        low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUX
        and not token.adjective
        and low[0].isalpha()
        and len(low) > 2
        and not is_adverb(token)
    )


def continues(tokens: list[Token], at: int) -> bool:
    """Whether the next token belongs to the same noun group."""
    here, after = tokens[at], tokens[at + 1]
    if here.low in PRONOUNS or after.low in PRONOUNS or is_participle(tokens, at + 1):
        return False
    if here.kind in ("name", "unknown"):
        thing = here.kind == "name" and here.what.what in ("program", "category")
        if after.kind == "name":
            return thing and after.what.what in ("program", "category")
        return after.kind == "word" and (bool(after.nouns) or (thing and not after.cues and is_nominal(after)))
    if after.kind in ("name", "unknown"):
        return after.kind == "name" and after.what.what in ("program", "category") and not here.nouns
    return is_nominal(after)


def is_participle(tokens: list[Token], at: int) -> bool:
    """ "Keys belonging to Acme", "the feed built by Acme": a participle right after its noun is no part of it."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        token.kind == "word"
        and after is not None
        and after.low in _AFTER_PARTICIPLES
        and not token.nouns
        and token.low.endswith(("ed", "ing", "built", "held", "run", "given", "made"))
    )


def what_is_named(tokens: list[Token], first: int, at: int) -> tuple[str, frozenset[str]]:
    """The kind of the noun group from `first` to its head `at`, and the readings of its noun."""
    head = tokens[at]
    kind = _kind_of(head)
    inner = {_kind_of(token) for token in tokens[first:at]}
    if head.low in ("log", "logs") and inner:
        return "thing", head.nouns  # "access logs"
    if kind == "product" and "program" in inner and head.low[:1] == "v" and head.low[1:].isdigit():
        return "access", head.nouns | {"access"}  # "Feed API v2"
    if kind == "product" and "program" in inner and head.low in ("beta", "pilot", "preview"):
        return "access", head.nouns | {"access"}  # "the Feed API beta"
    strong = inner & {"access", "data", "program", "category"}
    if kind in _UPGRADED and strong and not (kind in ("thing", "stop", "begin") and not inner & {"access", "program"}):
        kind = "access" if kind in ("relation",) else kind
    elif kind == "product" and (inner & {"access", "program"} or (strong and head.low.rstrip("s") in _WAYS)):
        kind = "access" if head.low.rstrip("s") in _WAYS or inner & {"access"} else kind
    if kind in ("relation", "product") and "other" in inner and not strong:
        kind = "other"
    if "stop" in inner and head.low in ("date", "day", "deadline"):
        return "stop", frozenset(("stop",))
    if kind == "item" and inner & {"data", "category"}:
        kind = "data"  # "message threads", "contact entries"
    if kind == "thing" and head.low in _HOLDS and inner & {"data", "category", "people"}:
        kind = "data"  # "the message archive", "our member directory"
    if strong and head.low.removesuffix("s") in ("response", "payload", "output"):
        kind = "access"  # "the profile response"
    return kind, head.nouns


def _kind_of(token: Token) -> str:
    """What one token names."""
    if token.kind == "name":
        return str(token.what.what)
    if token.kind == "unknown":
        return "unknown"
    if token.low in PRONOUNS:
        return "pronoun"
    return next((kind for kind in _ORDER if kind in token.nouns), "thing")

"""Ends told in other words: keys that no longer work, a scheduled shutdown, a last request, being without access."""

from __future__ import annotations

from overstay.reading.mentions import find_mentions, heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_WORKS = frozenset(("work", "function", "operate", "load", "succeed", "respond", "answer", "connect", "sync", "run"))
_ARRIVES = frozenset(
    ["be", "receive", "make", "deliver", "send", "go", "go out", "come", "come in", "arrive", "occur", "happen",
     "take place", "process", "serve", "log", "record", "register", "see", "reach", "run", "issue", "pass",
     "date from"]
)  # fmt: skip
_KEYS = frozenset(
    ("key", "login", "sign-in", "link", "hook", "pipe", "import", "export", "subscription", "licence", "license")
)
_LASTS = frozenset(("last", "final"))
_FAILS = frozenset(("fail", "error out", "time out", "bounce"))
_REFUSED = _FAILS | {"reject", "refuse", "decline", "block", "drop", "turn away"}
_ASKED_FOR = frozenset(("calls", "requests", "queries", "api calls"))
_SENT = frozenset(
    ["request", "call", "query", "file", "transfer", "transmission", "delivery", "event", "export", "import",
     "sync", "message", "batch", "update", "record", "upload", "download", "pull", "payload", "retrieval",
     "read", "feed", "data", "report", "extract", "sign-in", "login"]
)  # fmt: skip
_WHOSE = ("", "'s", "from", "by", "to", "for", "of", "with")


def stopped_working(parts: Parts) -> Event | None:
    """ "Its keys no longer work", "the app stopped working with the feed", "has not worked since May"."""
    frame = parts.frame
    over = (
        frame.negation == "no longer"
        or frame.turn in ("halt", "go on")
        or frame.still
        or (frame.negation and frame.tense == "perfect")
    )
    over = over or parts.frame.still  # "the key still works"
    if parts.lemma not in _WORKS or not over or parts.clause.group.passive:
        return None
    theme = theme_of(parts.subject)
    if theme.strength == "relation" and any(m.word.lower().removesuffix("s") in _KEYS for m in theme.heads):
        return Event("on", "works", theme.heads, parts.subject + parts.rest, strength="relation")
    through = [
        m for m in parts.rest if m.kind in ACCESS and m.prep in ("with", "on", "over", "through", "via", "against")
    ]
    if theme.strength == "access" or through:
        return Event("on", "works", theme.heads, parts.subject + parts.rest)
    return None


def made_requests(parts: Parts) -> Event | None:
    """ "Has made no request since May": asking for data is use of the access."""
    tops = heads(parts.rest)
    if parts.lemma not in ("make", "issue", "submit", "place", "send") or parts.passive or not tops:
        return None
    if tops[0].word.lower().removesuffix("s") not in ("request", "call", "querie", "query", "api call"):
        return None
    if not any(m.kind in ("partner", "unknown", "role", "pronoun", *ACCESS) for m in parts.doer + parts.rest):
        return None
    if not (parts.frame.negation or parts.frame.turn or any(m.kind in (*ACCESS, *DATA) for m in parts.rest)):
        return None
    return Event("on", "made requests", tops, parts.doer, "use", "data")


def refused(parts: Parts) -> Event | None:
    """ "Calls made with Acme's key will fail", "requests from Acme are rejected": its access is over."""
    tops = heads(parts.subject)
    if parts.lemma not in _REFUSED or not tops or tops[0].word.lower() not in _ASKED_FOR:
        return None
    if parts.frame.negation or not (parts.lemma in _FAILS or parts.clause.group.passive):
        return None
    start, end = parts.clause.subject[0], parts.clause.group.first
    whose = [
        m
        for m in find_mentions(parts.tokens, start, end, frozenset())
        if m.prep in ("", "from", "by", "with", "'s", "to", "using")
    ]
    keyed = any(m.kind in ACCESS or (m.kind == "relation" and m.word.lower().removesuffix("s") in _KEYS) for m in whose)
    keyed = keyed or tops[0].word.lower().startswith("api")
    if any(m.prep in ("for", "of") for m in find_mentions(parts.tokens, start, end, frozenset())):
        return None  # "requests for a refund were rejected"
    dated = any(token.kind == "date" for token in parts.tokens[parts.clause.start : parts.clause.end])
    return Event("end", "refused", tops, whose) if dated and keyed else None


def planned_end(parts: Parts) -> Event | None:
    """ "Is scheduled for shutdown", "the removal of Acme is planned for May"."""
    due = "planned" in parts.senses
    if not due and not ("plan" in parts.senses and parts.passive):
        return None
    tops = heads(parts.subject)
    if tops and "stop" in tops[-1].nouns and any(m.kind in (*ACCESS, "partner", "relation") for m in parts.subject):
        theme = [m for m in parts.subject if m.kind in (*ACCESS, "relation")]
        return Event("end", "planned", theme or tops, parts.subject)
    theme_ = theme_of(parts.subject)
    if theme_.strength in ("access", "relation") and any(
        m.prep in ("for", "") and "stop" in m.nouns for m in parts.rest
    ):
        return Event("end", "planned", theme_.heads, parts.subject + parts.rest, strength=theme_.strength)
    return None


def last_seen(parts: Parts) -> Event | None:
    """ "The last request from Acme was received on 3 May": nothing came after it."""
    if (
        parts.lemma not in _ARRIVES
        or not parts.subject
        or parts.frame.negation
        or parts.frame.tense not in ("past", "perfect")
    ):
        return None
    top = parts.subject[-1] if parts.subject[-1].prep == "" else next(iter(heads(parts.subject)), None)
    if top is None or top.word.lower().removesuffix("s") not in _SENT | {"querie", "deliverie"}:
        return None
    words = [token.low for token in parts.tokens[max(0, top.first - 3) : top.at]]
    if not _LASTS & set(words) and " ".join(words[-2:]) != "most recent":
        return None
    around = parts.subject + parts.rest
    if not any(m.kind in ("partner", "unknown", "role", *ACCESS, *DATA) for m in around):
        return None
    return Event("on", "last seen", [top], [m for m in around if m.prep in _WHOSE], "use", "data")


def without(parts: Parts) -> Event | None:
    """ "Has been without access since May", "is off the feed"."""
    if parts.clause.group.shape != "state" or "lack" not in parts.senses:
        return None
    theme = theme_of(parts.rest)
    if theme.strength in ("access", "data") or (parts.lemma == "without access" and heads(parts.subject)):
        return Event("end", "is without", theme.heads, parts.subject)
    return None


__all__ = ["last_seen", "made_requests", "planned_end", "refused", "stopped_working", "without"]

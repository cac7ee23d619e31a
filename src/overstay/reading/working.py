"""Ends told in other words: keys that no longer work, a scheduled shutdown, a last request, being without access."""

from __future__ import annotations

from overstay.reading.mentions import Mention, find_mentions, heads
from overstay.reading.parties import people_in
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
_SIGNS_IN = frozenset(("sign in", "log in", "log on", "log into", "connect"))
_LASTS = frozenset(("last", "final"))
_FAILS = frozenset(("fail", "error out", "time out", "bounce"))
_REFUSED = _FAILS | {"reject", "refuse", "decline", "block", "drop", "turn away"}
_TURNED_DOWN = frozenset(("reject", "refuse", "turn away"))
_SHOWN_AT_THE_DOOR = frozenset(
    ("token", "tokens", "api keys", "production keys", "partner keys", "credentials", "access tokens", "certificates")
)
_CALLERS = frozenset(("app", "application", "server", "game", "system", "service", "product", "software"))
_ASKED_FOR = frozenset(("calls", "requests", "queries", "api calls"))
_ANSWERED = frozenset(("answer", "serve", "honour", "honor", "accept", "process", "fulfil", "fulfill"))
_MOVES = frozenset(
    ["migrate", "move", "switch", "upgrade", "transition", "move over", "switch over", "move off", "switch to",
     "migrate to", "move to", "upgrade to"]
)  # fmt: skip
_REPLIES = frozenset(("answer", "return", "respond", "reply", "give", "send", "serve"))
_DOORS = frozenset(("api", "endpoint", "endpoints", "interface", "interfaces", "feed", "firehose", "webhook"))
_NOTHING = frozenset(("error", "errors", "forbidden", "unauthorized", "empty", "nothing", "null"))
_MEETS = frozenset(("get", "receive", "meet", "return", "end in"))
_OWN_APPS = frozenset(("first-party", "internal", "in-house"))
_RESULTS = frozenset(("list", "lists", "result", "results", "set", "array", "response", "responses", "object", "data"))
_ERROR_CODES = frozenset(("401", "403", "404", "410"))  # of HTTP: no right, forbidden, not found, gone
_SENT = frozenset(
    ["request", "call", "query", "file", "transfer", "transmission", "delivery", "event", "export", "import",
     "sync", "message", "batch", "update", "record", "upload", "download", "pull", "payload", "retrieval",
     "read", "feed", "data", "report", "extract", "sign-in", "login", "purchase", "use", "fetch", "poll", "ping"]
)  # fmt: skip
_WHOSE = ("", "'s", "from", "by", "to", "for", "of", "with", "under", "using", "through")

_UNTIL = ("until", "through", "at-least-until", "as-recently-as")


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
    over = over or any(  # "its credentials had worked until at least May"; "now runs until May" tells how long it lasts
        frame.tense != "present" and token.kind == "date" and token.what.bound in _UNTIL
        for token in parts.tokens[slice(*parts.clause.rest)]
    )
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


def signed_in(parts: Parts) -> Event | None:
    """ "Can no longer sign in with customers' passwords", "has not been able to connect to our servers since May"."""
    if parts.lemma not in _SIGNS_IN or not parts.frame.negation or parts.clause.group.passive:
        return None
    whose = [m for m in heads(parts.doer) if m.kind in ("partner", "unknown")]
    where = [
        m
        for m in parts.rest
        if m.kind in (*ACCESS, *DATA, "people") or m.word.lower() in ("accounts", "servers", "server", "systems")
    ]
    return Event("on", "signed in", where, whose) if whose and where else None


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
    if parts.lemma not in _REFUSED or not tops:
        return None
    turned_down = parts.lemma in _TURNED_DOWN and parts.clause.group.passive and not parts.frame.negation
    shown = tops[0].kind == "access" and tops[0].word.lower() in _SHOWN_AT_THE_DOOR
    if turned_down and shown and _has_date(parts):
        return Event("end", "refused", tops, parts.subject)  # "tokens without a review will be rejected"
    if tops[0].word.lower() not in _ASKED_FOR:
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
    ours = any(m.word.lower() in ("our", "its") and m.prep == "'s" for m in whose)
    keyed = keyed or (ours and any(m.word.lower().removesuffix("s") in _CALLERS for m in whose if m.prep == "from"))
    keyed = keyed or (tops[0].word.lower() == "queries" and any(m.prep == "'s" for m in whose))
    if any(m.prep in ("for", "of") for m in find_mentions(parts.tokens, start, end, frozenset())):
        return None  # "requests for a refund were rejected"
    return Event("end", "refused", tops, whose) if keyed and _has_date(parts) else None


def _has_date(parts: Parts) -> bool:
    first = min(parts.clause.start, parts.clause.subject[0])
    return any(token.kind == "date" for token in parts.tokens[first : parts.clause.end])


def answered(parts: Parts) -> Event | None:
    """ "Acme's queries were still being answered": its access was on."""
    tops = heads(parts.subject)
    if parts.lemma not in _ANSWERED or not parts.clause.group.passive or not tops:
        return None
    if tops[0].word.lower() not in _ASKED_FOR or tops[0] is not parts.subject[-1]:
        return None
    whose = [m for m in parts.subject if m.kind in ("partner", "unknown", "role") and m.prep in ("", "'s")]
    return Event("on", "answered", tops, whose, "use", "data") if whose else None


def error_returned(parts: Parts) -> Event | None:
    """ "The endpoint now answers 403 to all clients", "the feed will return an error from 1 May"."""
    theme = theme_of(parts.subject)
    after = [token.low for token in parts.tokens[parts.clause.group.last + 1 : parts.clause.end]][:6]
    error = any(low in _NOTHING | _ERROR_CODES for low in after)
    if "empty" in after[:-1] and after[after.index("empty") + 1] not in _RESULTS:
        error = False  # "returns an empty cursor at the end of a page"
    if parts.lemma in _MEETS and error and not parts.frame.negation and (asked := _requests_of(parts)):
        return Event("end", "answers with an error", asked, parts.subject)
    if parts.lemma not in _REPLIES or theme.strength != "access" or parts.frame.negation or parts.passive:
        return None
    if not any(
        m.kind == "program" or m.word.lower().split(" ")[-1] in _DOORS or parts.tokens[m.at].low == "<code>"
        for m in theme.heads
    ):
        return None
    closed = "only" in after and any(low in _OWN_APPS for low in after)  # "answers only to first-party apps"
    if not (error or closed):
        return None
    return Event("end", "answers with an error", theme.heads, parts.subject + ([] if closed else parts.rest))


def _requests_of(parts: Parts) -> list[Mention]:
    """ "Acme's requests to the API | get a 403"."""
    tops = heads(parts.subject)
    asked = tops[:1] if tops and tops[0].word.lower() in _ASKED_FOR else []
    tied = any(m.kind in ("partner", "unknown", *ACCESS) for m in parts.subject)
    return asked if tied and _has_date(parts) else []


def must_move(parts: Parts) -> Event | None:
    """ "Apps that use the old scope have until May | to migrate": what they use ends then."""
    if parts.lemma not in _MOVES or parts.frame.mood != "order" or parts.frame.negation:
        return None
    if _to_the_new(parts):
        us = [m for m in people_in(heads(parts.doer)) if m.kind != "role"]
        by = any(t.kind == "date" and t.what.bound in ("until", "by") for t in parts.tokens)
        return Event("end", "must move", us, us, strength="relation") if us and by else None
    if heads(parts.rest):
        return None
    apps = [m for m in heads(parts.doer) if m.kind == "product" and m.word.lower() in ("app", "apps", "applications")]
    if not apps and not people_in(heads(parts.doer)):
        return None
    before = parts.tokens[: parts.clause.group.head]
    tied = any("access" in t.nouns or (t.kind == "name" and t.what.what == "program") for t in before)
    until = any(t.kind == "date" and t.what.bound in ("until", "by") for t in before)
    return Event("end", "must move", parts.doer, parts.doer) if tied and until else None


def _to_the_new(parts: Parts) -> bool:
    """ "To move to the new interface", "to move our users over to version 2 of the API"."""
    joined = parts.lemma.endswith(" to")
    to = [m for m in parts.rest if (m.prep in ("to", "onto") or (joined and not m.prep)) and m.kind in ACCESS]
    return any(
        token.low in ("new", "newer", "replacement", "successor", "current", "latest")
        for m in to
        for token in parts.tokens[max(0, m.first - 1) : m.at]
    )


def planned_end(parts: Parts) -> Event | None:
    """ "Is scheduled for shutdown", "the removal of Acme is planned for May"."""
    due = "planned" in parts.senses
    if not due and not ("plan" in parts.senses and parts.passive):
        return None
    told = parts.subject or parts.rest  # "Planned for May: removal of the feed"
    tops = heads(told)
    if tops and "stop" in tops[-1].nouns and any(m.kind in (*ACCESS, "partner", "relation") for m in told):
        theme = [m for m in told if m.kind in (*ACCESS, "relation")]
        return Event("end", "planned", theme or tops, told)
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
    keyed = any(m.kind == "relation" and m.word.lower().removesuffix("s") in _KEYS for m in around)
    if not keyed and not any(m.kind in ("partner", "unknown", "role", *ACCESS, *DATA) for m in around):
        return None
    return Event("on", "last seen", [top], [m for m in around if m.prep in _WHOSE], "use", "data")


def _off_it(parts: Parts) -> Event | None:
    """ "Plans to be off the feed by May": it will have left it."""
    last = parts.clause.group.last
    off = [token.low for token in parts.tokens[last + 1 : last + 2]] == ["off"]
    tops = heads(parts.rest)
    if not off or not tops or tops[0].kind not in (*ACCESS, "relation"):
        return None
    whom = [m for m in parts.doer if m.kind in ("partner", "unknown", "role", "pronoun")]
    return Event("end", "is without", tops[:1], whom) if whom else None


def without(parts: Parts) -> Event | None:
    """ "Has been without access since May", "is off the feed"."""
    if parts.lemma == "be" and (gone := _off_it(parts)):
        return gone
    if parts.clause.group.shape == "state" and parts.lemma == "off" and heads(parts.rest):
        whom = [m for m in heads(parts.subject) if m.kind in ("partner", "unknown", "role", "pronoun")]
        way = heads(parts.rest)[:1]
        return Event("end", "is without", way, whom) if whom and way[0].kind in ACCESS else None
    if parts.clause.group.shape != "state" or "lack" not in parts.senses:
        return None
    theme = theme_of(parts.rest)
    if theme.strength in ("access", "data") or (parts.lemma == "without access" and heads(parts.subject)):
        return Event("end", "is without", theme.heads, parts.subject)
    return None


__all__ = [
    "answered", "error_returned", "last_seen", "made_requests", "must_move", "planned_end", "refused", "signed_in",
    "stopped_working", "without",
]  # fmt: skip

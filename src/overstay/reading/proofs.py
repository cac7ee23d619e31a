"""Requests that records hold: "our logs show calls from Acme as late as October"."""

from __future__ import annotations

from overstay.reading.mentions import heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA

_REQUESTS = frozenset(
    ["call", "request", "query", "querie", "pull", "download", "retrieval", "sync", "log-in", "login", "session",
     "api call", "traffic", "export", "connection", "fetch", "fetche", "lookup", "read"]
)  # fmt: skip
_HOLDS = frozenset(
    (
        "show",
        "list",
        "contain",
        "record",
        "reveal",
        "hold",
        "find",
        "log",
        "include",
        "register",
        "count",
        "discover",
        "reflect",
        "detect",
        "uncover",
        "spot",
        "identify",
    )
)
_FINDS = frozenset(("find", "discover", "detect", "uncover", "spot", "identify", "log", "record"))
_RECORDS = frozenset(("log", "record", "audit", "trace", "trail", "capture", "file", "database", "review", "test"))


def requests_shown(parts: Parts) -> Event | None:
    """Records that list somebody's requests are evidence of its access; those that list none, that it had none."""
    if parts.lemma not in _HOLDS or parts.passive:
        return None
    proof = any(
        "proof" in m.nouns or m.word.lower().removesuffix("s") in _RECORDS for m in heads(parts.subject) + parts.doer
    )
    tops = heads(parts.rest)
    finds = parts.lemma in _FINDS and parts.frame.tense in ("past", "perfect")
    finds = finds and any(t.kind == "date" for t in parts.tokens[parts.clause.group.last :])
    # "Found queries by Acme", and not "calls from its founder"
    finds = finds and any(m.kind == "partner" and m.prep in ("from", "by") for m in parts.rest)
    finds = finds and bool(tops) and tops[0].word.lower() not in ("call", "calls")
    if not (proof or finds) or not tops or tops[0].word.lower().removesuffix("s") not in _REQUESTS:
        return None
    around = [m for m in parts.rest if m.prep in ("from", "by", "of", "'s", "to", "for", "")]
    theirs = any(m.kind in ("partner", "unknown") for m in around)
    ours = any(t.low in ("api", "our", "user") for t in parts.tokens[slice(*parts.clause.subject)])
    if not theirs and not ours and not any(m.kind in (*ACCESS, *DATA) for m in around):
        return None
    return Event("on", "requests shown", tops[:1], around, "use", "relation")


__all__ = ["requests_shown"]

"""What there is or is not: "there has been no traffic from Acme since May", "there never was an integration"."""

from __future__ import annotations

from overstay.reading.existence import THERE_IS
from overstay.reading.mentions import Mention, heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_TRAFFIC = frozenset(
    ["traffic", "request", "call", "query", "querie", "transfer", "activity", "exchange", "data exchange", "sync",
     "delivery", "deliverie", "download", "login", "sharing", "data sharing", "flow", "data flow"]
)  # fmt: skip
_SIDES = ("with", "between", "for", "from", "to", "by", "'s", "on", "under", "via", "through", "at")
_FIRMS = ("partner", "unknown", "pronoun", "program")
_DOORS = frozenset(("key", "token", "server", "credential", "connection", "licence", "license"))


def there_was(parts: Parts) -> Event | None:
    """Access, a contract or traffic that there is no more, never was, or still is."""
    if parts.lemma != THERE_IS or not (parts.frame.negation or parts.frame.still):
        return None
    tops = heads(parts.rest)
    sides = [m for m in parts.rest if m.prep in _SIDES and m.kind in _FIRMS]
    ways = any(m.kind in ACCESS or m.word.lower().removesuffix("s") in _DOORS for m in parts.rest)
    lasting = parts.frame.negation in ("never", "no longer") or any(
        token.kind == "date" and token.what.bound in ("since", "after")
        for token in parts.tokens[parts.clause.start : parts.clause.end]
    )
    if tops and tops[0].word.lower().removesuffix("s") in _TRAFFIC:
        firms = any(m.kind != "pronoun" or m.prep in ("with", "between") for m in sides)
        plain = firms or ways or any(m.kind in DATA for m in parts.rest)
        return _on(parts, tops[:1], "use") if plain and lasting else None
    theme = theme_of(parts.rest)
    if theme.strength == "access" or (theme.strength == "relation" and sides):
        return _on(parts, theme.heads, "access") if lasting or parts.frame.still else None
    among = bool(tops) and tops[0].kind == "role" and any(m.prep == "with" and m.kind in ACCESS for m in parts.rest)
    if among and parts.frame.negation == "no longer":
        return _on(parts, tops[:1], "access")  # "there are no longer any partners with special access"
    return None


def _on(parts: Parts, theme: list[Mention], about: str) -> Event:
    return Event("on", "had or used", theme, parts.rest, about)


__all__ = ["there_was"]

"""What members can no longer do with a partner: connect an account to it, share with it, sign in through it."""

from __future__ import annotations

from dataclasses import replace

from overstay.reading.mentions import heads
from overstay.reading.parts import Event, Parts
from overstay.reading.verbs import TIES

_THEM = frozenset(("you", "people", "users", "members", "customers", "subscribers", "anyone", "everyone"))
_THEIRS = frozenset(
    ["account", "accounts", "profile", "profiles", "device", "devices", "watch", "wallet", "calendar", "calendars"]
)  # fmt: skip
_TOGETHER = ("to", "with", "through", "via", "using", "from")


def untied(parts: Parts) -> Event | None:
    """ "You can no longer connect your account to Acme": what went through that tie goes no more."""
    if parts.lemma not in TIES or parts.passive or parts.frame.negation != "no longer":
        return None
    tops = heads(parts.subject)
    if len(tops) != 1 or tops[0].word.lower() not in _THEM:
        return None
    whom = [m for m in parts.rest if m.kind == "partner" and m.prep in _TOGETHER]
    things = [m for m in heads(parts.rest) if m.kind in ("data", "category", "item") or m.word.lower() in _THEIRS]
    if not whom or not (things or parts.lemma.startswith(("sign", "log"))):
        return None
    return Event("on", "data flowed", things or whom, [replace(m, prep="") for m in whom], "feature", "data")


__all__ = ["untied"]

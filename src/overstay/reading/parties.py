"""Whom the noun groups around a verb name, and whether data goes to them or comes from them."""

from __future__ import annotations

from overstay.reading.mentions import Mention
from overstay.reading.themes import ACCESS


def people_in(mentions: list[Mention]) -> list[Mention]:
    """Those that stand for somebody, by name or not."""
    return [m for m in mentions if m.kind in ("partner", "unknown", "role", "pronoun")]


def named_in(mentions: list[Mention]) -> list[Mention]:
    """Those that name somebody."""
    return [m for m in mentions if m.kind in ("partner", "unknown")]


def has_route(mentions: list[Mention]) -> bool:
    """Whether they say to or from whom, or through what, data goes."""
    return any(
        m.prep in ("to", "from", "for", "with", "into", "out", "through")
        and m.kind in ("partner", "unknown", "role", "pronoun", *ACCESS)
        for m in mentions
    )

"""What is said of one partner and then of another by a verb that only points back: "Borel followed in June"."""

from __future__ import annotations

from dataclasses import replace

from overstay.reading.mentions import heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import theme_of

_SAME = frozenset(("follow", "follow suit"))


def likewise(parts: Parts, earlier: list[Event]) -> Event | None:
    """The event of a clause whose verb stands for that of the clause before; None where it does not."""
    if parts.lemma not in _SAME or parts.clause.group.passive or heads(parts.rest) or not earlier:
        return None
    if not any(m.kind in ("partner", "unknown") for m in parts.subject):
        return None
    last = earlier[-1]
    return replace(last, theme=theme_of(parts.subject).heads, affected=parts.subject, active=False)


def follows(parts: Parts) -> bool:
    """ "Borel's followed in June": what befell the access told of in the sentence before."""
    owner = bool(parts.subject) and parts.subject[-1].prep == "'s"
    return owner and parts.lemma in _SAME


__all__ = ["follows", "likewise"]

"""The dates that stand free in a stretch of a sentence, and how a date lies to the day said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from overstay.dates import read_edtf
from overstay.reading.governed import is_governed
from overstay.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event: its place in the tokens, the found date, and whether another clause lent it."""

    at: int
    found: Any
    carried: bool = False


def free_dates(tokens: list[Token], start: int, end: int, verbs: frozenset[int]) -> list[When]:
    """The dates of a stretch that belong to no noun and to no comparison in it."""
    return [
        When(at, tokens[at].what)
        for at in range(start, min(end, len(tokens)))
        if tokens[at].kind == "date" and not is_governed(tokens, start, at, verbs)
    ]


def unbound(found: Any) -> Any:
    """The date itself without its bound: in "before May 2015, when access ended" it ended in May 2015."""
    if found.bound not in ("before", "after", "by") or not found.core:
        return found
    reading = read_edtf(found.core)
    return replace(
        found, bound="", edtf=found.core, earliest=reading.earliest_date, latest=reading.latest_date, open_end=""
    )


def is_on(found: Any, said: tuple[date, date] | None) -> bool:
    """Whether a date is the day said."""
    return bool(said and (found.earliest, found.latest) in (said, (said[1], said[1])))


def is_ahead(found: Any, said: tuple[date, date] | None) -> bool:
    """Whether a date lies after the day said."""
    if found.direction == "future":
        return True
    return bool(said and found.earliest and found.earliest > said[1]) or bool(
        said and found.latest and found.latest > said[1] and found.bound in ("by", "before", "within", "as-of")
    )


def is_over(found: Any, first: date) -> bool:
    """Whether a date lies before the first day said."""
    return found.latest is not None and found.latest < first and found.bound != "after"

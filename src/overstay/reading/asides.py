"""Dates behind a relative clause that has closed again: "shut the app, which had read call logs, on Wednesday"."""

from __future__ import annotations

from overstay.reading.clauses import Clause
from overstay.reading.tokens import Token
from overstay.reading.when import When, free_dates

_MARKS = (",", "—", "–", ")")
_WHICH = frozenset(("which", "who", "whose", "whom", "where"))


def _opens(tokens: list[Token], clause: Clause) -> bool:
    """Whether a relative clause stands between marks, so that its sentence can go on behind it."""
    places = range(max(0, clause.start - 1), min(clause.start + 3, clause.group.first))
    return (
        clause.link in ("rel", "pp", "aside")
        and any(tokens[at].low in (*_MARKS, "(") for at in places)
        and (clause.link != "rel" or any(tokens[at].low in _WHICH for at in places))
    )


def behind_aside(tokens: list[Token], clauses: list[Clause], here: int, verbs: frozenset[int]) -> list[When]:
    """The dates that stand behind the mark which closes the clause at `here`: those of the clause that it interrupts.

    One that goes on with another date ("in May 2015, June 2015") is not closed, nor is one whose verb is still to come.
    """
    clause = clauses[here]
    if here < 1 or not _opens(tokens, clause):
        return []
    comma = next((at for at in range(clause.end - 2, clause.group.last, -1) if tokens[at].low == ","), 0)
    barred = clauses[here - 1].group.senses & {"bar", "lose"}
    if comma and barred and tokens[comma + 1].low in ("from", "off"):  # "cut it off, which sold ads, from mail in May"
        return free_dates(tokens, comma + 1, clause.end, verbs)
    last = next((at for at in range(clause.end - 1, clause.group.last, -1) if tokens[at].low not in ".!?;:,"), 0)
    at = last
    if at <= clause.group.last + 1 or tokens[at].kind != "date" or tokens[at - 1].low not in _MARKS:
        return []
    if tokens[at - 2].kind == "date" and not tokens[at].what.bound and not _leads(tokens[at]):
        return []
    return [when for when in free_dates(tokens, at - 1, at + 1, verbs) if when.at == at]


def _leads(token: Token) -> bool:
    return token.text.lower().startswith(("on ", "in ", "as of ", "last ", "earlier "))


__all__ = ["behind_aside"]

"""Whom a quotation stands for when a reporter names it outside: "We turned them off," she said of Acme."""

from __future__ import annotations

from overstay.reading.clauses import Clause
from overstay.reading.mentions import Mention
from overstay.reading.owners import Owners, named
from overstay.reading.tokens import Token

_SPEAKING = frozenset(("speaking", "talking", "referring", "alluding"))


def spoken_of(tokens: list[Token], clause: Clause) -> Owners:
    """ "We turned them off," said a manager, speaking of Acme: whom a quoted pronoun stands for."""
    asked = 0 if tokens[0].low in ("asked", *_SPEAKING) and clause.start else clause.end - 1
    for at in (*range(asked, min(asked + 1, clause.end - 1)), *range(clause.end - 1, len(tokens) - 2)):
        if at + 2 >= len(tokens):
            break
        led = (tokens[at].low in _SPEAKING and tokens[at + 1].low in ("of", "to", "about")) or (
            tokens[at].low in ("said", "asked") and tokens[at + 1].low in ("of", "about")
        )
        last = at + 2
        while last < len(tokens) and (tokens[last].kind == "name" or tokens[last].low in (",", "and")):
            last += 1
        if led and tokens[at + 2].kind == "name":
            names = [Mention(i, i, "partner", "", tokens[i].text, "") for i in range(at + 2, last)]
            return named(tokens, [m for m in names if tokens[m.at].kind == "name"])
    return Owners()


__all__ = ["spoken_of"]

"""Names that a sentence mentions beside those whose access it tells of: who says so, who is not meant, who came later.

`denied` are out whatever stands for them; `told_of` may still be the one for whom "it" or "its" stands.
"""

from __future__ import annotations

from overstay.reading.mentions import Mention
from overstay.reading.tokens import Token

_APART = (
    ("ahead", "of"), ("instead", "of"), ("rather", "than"), ("as", "opposed", "to"), ("in", "contrast", "to"),
    ("in", "contrast", "with"), ("compared", "with"), ("compared", "to"), ("in", "favour", "of"), ("in", "favor", "of"),
    ("at", "the", "expense", "of"), ("in", "place", "of"), ("long", "before"), ("and", "not"), ("but", "not"),
    ("though", "not"), ("if", "not"), (",", "not"), ("a", "part", "of"), (",", "part", "of"), ("now", "part", "of"),
    ("then", "part", "of"), ("once", "part", "of"), ("a", "unit", "of"), ("owned", "by"), ("bought", "by"),
    ("acquired", "by"), ("modelled", "on"), ("modeled", "on"), ("similar", "to"), ("patterned", "on"),
    ("comparable", "to"), ("along", "the", "lines", "of"),
)  # fmt: skip
_SOURCES = (
    ("according", "to"), ("on", "the", "advice", "of"), ("at", "the", "request", "of"), ("at", "the", "urging", "of"),
    ("at", "the", "behest", "of"), ("at", "the", "instigation", "of"), ("in", "response", "to"), ("in", "the", "words",
    "of"), ("in", "the", "view", "of"), ("citing",),
)  # fmt: skip
_FIRST = frozenset(words[0] for words in (*_APART, *_SOURCES))
_JOINTS = frozenset(("and", "or", "nor", "&"))
_NOUNS_OF_SINGLES = frozenset(("a", "an", "another", "one"))


def denied(tokens: list[Token], verbs: frozenset[int]) -> frozenset[int]:
    """ "Borel, but not Acme", "ahead of its competitors Acme and Borel"."""
    return _behind(tokens, verbs, _APART)


def told_of(tokens: list[Token], verbs: frozenset[int]) -> frozenset[int]:
    """ "According to a lawyer for Acme", "citing documents from Acme"."""
    return _behind(tokens, verbs, _SOURCES)


def _behind(tokens: list[Token], verbs: frozenset[int], openings: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    out: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low not in _FIRST or token.kind == "name":
            continue
        for words in openings:
            if tuple(t.low for t in tokens[at : at + len(words)]) == words:
                out |= _names_from(tokens, at + len(words), verbs)
    if openings is _APART:
        out |= _measured(tokens)
    return frozenset(out)


def _measured(tokens: list[Token]) -> set[int]:
    """ "Two years after Acme, Borel lost its access", "a year before Acme": the name only says from when to count."""
    return {
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].kind == "name"
        and tokens[at - 1].kind == "date"
        and tokens[at - 1].text.lower().endswith((" after", " before"))
        and tokens[at + 1].low in (",", ".", ";")
    }


def _names_from(tokens: list[Token], start: int, verbs: frozenset[int]) -> set[int]:
    """The names of the noun group that begins at a place."""
    found: set[int] = set()
    here = start
    while here < len(tokens) and here not in verbs and tokens[here].kind not in ("date", "mark"):
        if tokens[here].low == ",":
            break
        if tokens[here].kind in ("name", "unknown"):
            found.add(here)
            after = tokens[here + 1].low if here + 1 < len(tokens) else ""
            if after not in _JOINTS and after not in ("'s", "'", "’", "’s"):
                break
        here += 1
    return found


def is_nobody_known(tokens: list[Token], doer: list[Mention]) -> bool:
    """ "A firm that Acme had bought lost its access": whose it was is told, and is no name."""
    tops = [mention for mention in doer if mention.prep == ""]
    if not tops or any(m.kind in ("partner", "unknown") for m in tops):
        return False
    first = tops[0]
    before = tokens[first.first - 1].low if first.first else ""
    role = first.kind == "role" and first.determiner in _NOUNS_OF_SINGLES
    return role or (first.word.lower() == "one" and before != "the" and any(m.prep == "of" for m in doer))

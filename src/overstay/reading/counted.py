"""Numbers and words like "each" or "the last" that stand for those just spoken of, with no noun of their own."""

from __future__ import annotations

import re

from overstay.reading.function_words import CONJUNCTIONS, DETERMINERS
from overstay.reading.nouns import is_nominal
from overstay.reading.tokens import Token

_PARTITIVES = frozenset(
    re.findall(
        r"[\w-]+",
        "last all one some most none each rest part half any many number set handful majority two three four "
        "five six seven eight nine ten few several couple both dozen dozens either neither remainder sort "
        "kind kinds type",
    )
)
_ONE_OF = ("the", "that", "this", "each", "every", "no")
_ELLIPTIC = frozenset(["one", "ones", "first", "second", "third", "former", "latter", "last", "other", "others"])
_ALONE = frozenset(["both", "each", "neither", "either", "all"])  # "both lost access"
NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "pair", "trio"]
)
_LEFT_OVER = frozenset(["remaining", "other", "last"])  # "the remaining seven"
_COUNTED = frozenset(["the", "these", "those", "all"])  # "the two lost access"


def leads_on(low: str, determiner: str, after: Token | None) -> bool:
    """ "The remaining | seven", "all | of the apps": a word that only leads to those counted or named after it."""
    if after is None:
        return False
    if low in _LEFT_OVER and determiner in _COUNTED and (after.low in NUMBERS or after.low.isdigit()):
        return True
    return low in _PARTITIVES and after.low == "of"


def stands_for_them(low: str, determiner: str, after: Token | None) -> bool:
    """ "The two | lost access", "each", "the last": with no noun after it."""
    if low in _ALONE and after is None:
        return True
    if low in NUMBERS and determiner in _COUNTED and not (after and (is_nominal(after) or after.low == "of")):
        return True
    if low in ("rest", "remainder") and determiner == "the":
        return not (after and (is_nominal(after) or after.low == "of"))
    return low in _ELLIPTIC and determiner in _ONE_OF and not (after and is_nominal(after))


def more_of_them(tokens: list[Token], at: int, start: int, verbs: frozenset[int]) -> bool:
    """ "Another seven | will be shut", "and six more | will be closed": some more of those just spoken of."""
    low = tokens[at].low
    if not (low in NUMBERS or low.isdigit()):
        return False
    more = at + 1 < len(tokens) and tokens[at + 1].low in ("more", "others") and at + 1 not in verbs
    further = at > start and tokens[at - 1].low in ("another", "further", "additional", "other")
    follows = at + 1 + more
    return (more or further) and follows < len(tokens) and follows in verbs


def is_share(token: Token) -> bool:
    """ "Half | of the apps", "12 | of them": a part of those named after it."""
    return token.low in _PARTITIVES or token.low.isdigit()


def stands_alone(tokens: list[Token], at: int, verbs: frozenset[int]) -> bool:
    """ "Of the 52 partners, we have cut off | 38": a number alone stands for some of those just counted."""
    if not _is_number(tokens[at]) or tokens[at].kind != "word":
        return False
    here = at + 1
    while here < len(tokens) and tokens[here].low in ("more", "others", "of", "them"):
        here += 1
    if (
        here < len(tokens)
        and here not in verbs
        and tokens[here].kind != "mark"
        and tokens[here].low not in CONJUNCTIONS
    ):
        return False
    for of in range(at - 3):
        if tokens[of].low == "of" and _is_number(tokens[of + 2]):
            last = of + 3
            while last + 1 < at and is_nominal(tokens[last + 1]) and last + 1 not in verbs:
                last += 1
            return bool(tokens[last].nouns & {"role", "relation", "access"})
    return False


def _is_number(token: Token) -> bool:
    return token.low.isdigit() or token.low in _PARTITIVES & DETERMINERS - {"all", "each", "most", "many"}

"""The verb group of "there is", "there has never been", with what denies it in its object."""

from __future__ import annotations

from overstay.reading.function_words import PREPOSITIONS
from overstay.reading.lexicon import Cue
from overstay.reading.negation import any_more
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

THERE_IS = "there be"
_IS = frozenset(("is", "are", "was", "were", "been", "'s"))
_BETWEEN = frozenset(("has", "have", "had", "'s", "not", "n't", "never", "no", "longer", "still", "ever"))


def find_existence(tokens: list[Token], at: int) -> Group | None:
    """The group of a form of "be" at a place behind "there"; None where there is none."""
    if tokens[at].low not in _IS or not at or at + 1 >= len(tokens):
        return None
    here, seen = at - 1, [tokens[at].low]
    while here > 0 and (tokens[here].low in _BETWEEN or is_adverb(tokens[here])):
        seen.append(tokens[here].low)
        here -= 1
    after = tokens[at + 1]
    if tokens[here].low != "there" or here == at or after.low in PREPOSITIONS or after.kind in ("date", "mark"):
        return None
    words = [token.low for token in tokens[at + 1 : at + 16]]
    group = Group(here + 1, at, at, Cue(THERE_IS, "verb", frozenset(("be",)), "past"), senses=frozenset(("be",)))
    past = {"was", "were", "had"} & set(seen)
    group.tense = "perfect" if {"has", "have"} & set(seen) else "past" if past else "present"
    group.still = "still" in seen or "still" in words[:1]
    denied = {"no", "not", "n't"} & {*seen, words[0]}
    if "longer" in seen or (words[0] == "no" and words[1:2] == ["longer"]) or (denied and any_more(words)):
        group.negation = "no longer"
    elif "never" in (*seen, words[0]):
        group.negation = "never"
    elif denied:
        group.negation = "not"
    group.words = frozenset(seen)
    return group


__all__ = ["THERE_IS", "find_existence"]

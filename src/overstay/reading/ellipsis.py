"""A helper without its verb, which takes up the verb told before: "Borel did until 2018", "its phones still can"."""

from __future__ import annotations

from overstay.reading.auxiliaries import agrees
from overstay.reading.function_words import (
    AUX,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from overstay.reading.lexicon import Cue
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

AS_BEFORE = "as before"
ALONE = frozenset(("did", "does", "do", "can", "could", "has", "have", "had", "will"))
_PAST = frozenset(("did", "had", "could"))
_BEHIND = frozenset(("not", "n't", "too", "also", "likewise", "still", "so"))
_ENDS = frozenset((".", ",", ";", ":", ")", "–", "—", "and", "but"))
_BEGINS = frozenset((",", ";", ":", "–", "—", "(", "and", "but", "while", "whereas", "though", "although", "as"))
_NO_NOUNS = AUX | PREPOSITIONS | PRONOUNS | SUBORDINATORS | CONJUNCTIONS
_DO = Cue("do", "verb", frozenset(("other",)), "")
_CUE = Cue(AS_BEFORE, "verb", frozenset(("other",)), "")


def find_ellipsis(tokens: list[Token], at: int) -> Group | None:
    """The verb group of a helper at a place, where no verb follows it and somebody stands before it."""
    low, here = tokens[at].low, at + 1
    after = []
    if [token.low for token in tokens[here : here + 2]] == ["the", "same"]:
        if low not in ("did", "does", "do"):
            return None
        if here + 2 < len(tokens) and tokens[here + 2].low in ("for", "to", "with"):
            return _does_the_same(at, low)
        here, after = here + 2, ["so"]  # "Borel did the same in 2017"
    while here < len(tokens) and tokens[here].low in _BEHIND:
        after.append(tokens[here].low)
        here += 1
    if here < len(tokens) and tokens[here].kind != "date" and tokens[here].low not in _ENDS:
        return None
    if _verb_follows(tokens, here, low):
        return None
    led = at - 1
    before = []
    while led >= 0 and (is_adverb(tokens[led]) or tokens[led].low in ("no", "longer", "never", "still")):
        before.append(tokens[led].low)
        led -= 1
    if led < 0 or not (_opens_clause(tokens, led) or _is_denied_shortly(tokens, led, before)):
        return None
    negation = "no longer" if "longer" in before else "never" if "never" in before else ""
    negation = negation or ("not" if {"not", "n't"} & set(after) else "")
    tense = "past" if low in _PAST else "perfect" if low in ("has", "have") else "present"
    mood = {"can": "able", "could": "could", "will": "future"}.get(low, "real")
    return Group(
        at,
        at,
        here - 1,
        _CUE,
        tense="future" if low == "will" else tense,
        mood=mood,
        negation=negation,
        still="still" in before + after,
        words=frozenset((low, *before, *after)),
        senses=_CUE.senses,
    )


def _is_denied_shortly(tokens: list[Token], led: int, before: list[str]) -> bool:
    """ "We never have.", "it never did": a pronoun that opens the sentence."""
    return tokens[led].low in ("we", "it", "they") and led < 2 and "never" in before


def _does_the_same(at: int, low: str) -> Group:
    """ "We did | the same for Borel"."""
    return Group(
        at, at, at, _DO, tense="past" if low == "did" else "present", words=frozenset((low,)), senses=_DO.senses
    )


def _verb_follows(tokens: list[Token], here: int, helper: str) -> bool:
    """ "Had, until March 2017, read them": the verb comes after a date."""
    for token in tokens[here : here + 9]:
        if token.kind == "date" or token.low == "," or is_adverb(token) or token.low in PREPOSITIONS:
            continue
        return token.verb is not None and not token.nouns and agrees(helper, set(token.verb.form.split("/")))
    return False


def _opens_clause(tokens: list[Token], last: int) -> bool:
    """Whether a noun group that ends here opens a clause: in "all the data Acme had" it does not."""
    if not (tokens[last].kind in ("name", "unknown") or tokens[last].nouns or _unknown_noun(tokens[last])):
        return False
    here, named = last, False
    while here >= 0 and last - here < 8 and tokens[here].low not in _BEGINS:
        named = named or tokens[here].kind in ("name", "unknown")
        plain = tokens[here].kind != "word" or tokens[here].nouns or tokens[here].low in DETERMINERS
        if not plain and (tokens[here].verb is not None or tokens[here].low in PREPOSITIONS):
            return False
        here -= 1
    return named and (here < 0 or tokens[here].low in _BEGINS)


def _unknown_noun(token: Token) -> bool:
    """A word that the lexicon lacks ("cars"), or an owner with nothing to own ("Borel's")."""
    return not token.cues and token.low not in _NO_NOUNS


__all__ = ["ALONE", "AS_BEFORE", "find_ellipsis"]

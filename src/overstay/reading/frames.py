"""How what a clause says is to be taken: its mood and tense, and what denies, halts or doubts it from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.clauses import Clause
from overstay.reading.embedding import NO_PROOF, Stance, complement, governed, own_mood
from overstay.reading.function_words import PREPOSITIONS
from overstay.reading.negation import any_more
from overstay.reading.subjects import is_first_to, one_of
from overstay.reading.supposed import supposed
from overstay.reading.tokens import Token
from overstay.reading.unasserted import (
    CONDITIONS,
    attested_on_order,
    before_that,
    conditional,
    forbidden,
    in_question,
    never_was,
    ordered_nothing,
    requested,
    tells_reader,
)

_NOBODY = frozenset(["no", "none", "nobody", "neither", "nor", "nothing"])
_DISPUTED = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|contest(?:s|ed)?|refute[sd]?) (?:the |any |this |"
    r"that |your )?"
    r"(?:claim|allegation|suggestion|assertion|accusation|statement|charge|idea|notion|impression)s?$"
)
_WISHES = frozenset(("want", "need", "demand", "prefer", "like", "wish"))
_INTENTIONS = frozenset(("intention", "intent", "plan", "aim", "goal", "objective", "expectation"))
_UNTRUE = re.compile(r"\b(?:not (?:true|correct|right|the case)|untrue|false|incorrect|inaccurate|wrong)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """How what a clause says is to be taken.

    `mood`: real, future, order, hypothetical; `turn`: what a governing verb does to it: halt, go on, begin;
    `tense`, `negation` and `carrier` (a place) are those of the verb that carries the clause.
    """

    mood: str = "real"
    turn: str = ""
    denied: bool = False
    failed: bool = False
    tense: str = "present"
    negation: str = ""
    still: bool = False
    evidence: bool = False  # records show it, tests found it
    no_evidence: bool = False
    carrier: int = -1
    able: bool = False
    could: bool = False
    once: bool = False  # used to


def _of_named(clause: Clause, carried: list[Token]) -> bool:
    """ "No change for Acme, | which keeps it": the clause is about the name, not about what there is none of."""
    names = [at for at, token in enumerate(carried) if token.kind in ("name", "unknown")]
    return (
        clause.link == "rel"
        and bool(names)
        and any(token.low in ("for", "at", "to", "with") for token in carried[: names[0]])
    )


def _seen_doing(clauses: list[Clause], here: int) -> bool:
    """ "Logs show a computer | registered to Acme | downloading them"."""
    return clauses[here - 1].link == "pp" and "show" in clauses[here - 2].group.senses


def frame_of(tokens: list[Token], clauses: list[Clause], place: int) -> Frame:
    """The frame of one clause, gathered from its own verb and those that govern it."""
    group = clauses[place].group
    state = Stance(own_mood(group), group.tense, group.negation, group.still, carrier=place)
    here, on_order = place, False
    if group.shape == "inf" and _intended(tokens, clauses[place].start):
        state.mood, state.tense = "future", "present"
    if group.shape == "inf" and not place and is_first_to(tokens, clauses[0].start):
        state.tense = "past"
    while True:
        current = clauses[here]
        if in_question(tokens, clauses, here, place):
            state.mood = "hypothetical"
        if current.word == "that" and never_was(tokens, current, clauses[place]):
            state.denied = True
        if current.word == "that" and _UNTRUE.search(
            " ".join(token.low for token in tokens[max(0, current.start - 3) : current.start])
        ):
            state.denied = True
        if current.word == "that" and _DISPUTED.search(
            " ".join(token.low for token in tokens[max(0, current.start - 4) : current.start])
        ):
            state.denied = True
            break
        if current.word in ("that", "of") and NO_PROOF.search(
            " ".join(token.low for token in tokens[max(0, current.start - 7) : current.start])
        ):
            state.no_evidence = True
        above = clauses[here - 1] if here else None
        if above is None:
            break
        on_order = on_order or attested_on_order(tokens, clauses, here)
        if current.link == "comp":
            complement(tokens, state, above)
            if above.link == "sub" and above.word in CONDITIONS:
                state.mood = "hypothetical"  # "if it turns out that it was open"
            if above.link not in ("comp", "inf"):
                break
        elif current.link == "pp" and here == place and above.group.cue.lemma in _WISHES:
            state.mood = "hypothetical"  # "wants its contract | ended at once"
            break
        elif current.link == "sub" and current.word == "as" and above.group.cue.lemma in ("watch", "see", "observe"):
            state.evidence = True  # "a reporter watched on Monday | as the app read them"
            break
        elif forbidden(tokens, current, above):
            state.mood, state.tense, state.negation, state.carrier = "order", "present", "not", here - 1
            break
        elif current.link == "ger" and not current.word and here > 1 and _seen_doing(clauses, here):
            governed(tokens, state, current, clauses[here - 2], here - 2)
            break
        elif current.link in ("inf", "ger") and not (current.link == "ger" and current.word):
            if current.group.shared and above.link == current.link:
                here -= 1
                continue
            if not governed(tokens, state, current, above, here - 1):
                break
        elif not (current.link == "and" and current.group.shared and above.link in ("comp", "sub", "inf", "ger")):
            break
        here -= 1
    if clauses[place].link == "ger" and clauses[place].word == "of" and _under_way(tokens, clauses[place].start):
        state.tense = "progressive"
    carried = tokens[slice(*clauses[state.carrier].subject)]
    fronted = next((at + 1 for at in range(len(carried) - 1, -1, -1) if carried[at].low == ","), 0)
    if (
        not carried
        or carried[0].low in _NOBODY
        or (carried[0].low not in PREPOSITIONS and carried[fronted:][:1] and carried[fronted].low not in _NOBODY)
    ):
        fronted = 0  # "to our knowledge, no partner ...", "contrary to reports, neither ..."
    if (
        any(
            token.low in _NOBODY and [other.low for other in carried[at : at + 2]] != ["no", "longer"]
            for at, token in enumerate(carried[: fronted + 3])
            if at >= fronted
        )
        and not state.negation
        and not _of_named(clauses[state.carrier], carried)
    ):
        carrying = clauses[state.carrier]
        longer = any_more([token.low for token in tokens[carrying.group.last + 1 : carrying.end]])
        state.negation = "no longer" if longer or state.still else "never"
    one = one_of(tokens, 0, clauses[place].start) if clauses[place].link == "rel" and not state.negation else None
    if one is not None and one[1]:
        state.negation = one[1]
        if clauses[place].subject[0] >= clauses[place].start:  # "no longer among those | to which we send it"
            state.mood = "hypothetical"
    if (
        state.mood == "real"
        and clauses[state.carrier].group.mood in ("real", "able", "could")
        and tells_reader(tokens, clauses[state.carrier], state.tense)
    ):
        state.mood = "hypothetical"
    if place and clauses[place].link == "and" and state.negation and _same_denied(clauses[place - 1], clauses[place]):
        state.tense = "perfect"
    if ordered_nothing(tokens, clauses[: place + 1]) or (requested(tokens, clauses[place]) and not state.denied):
        state.mood = "hypothetical"
    if on_order or before_that(clauses, place):
        state.mood = "hypothetical"
    if state.mood != "hypothetical" and conditional(tokens, clauses, place, state.tense, state.mood):
        state.mood = "hypothetical"
    if state.mood != "hypothetical" and supposed(tokens, clauses, place, state.tense, state.mood):
        state.mood = "hypothetical"
    return Frame(
        state.mood, state.turn, state.denied, state.failed, state.tense, state.negation, state.still, state.evidence,
        state.no_evidence, state.carrier, group.mood in ("able", "could") or "able" in group.words,
        group.mood == "could" or clauses[state.carrier].group.mood == "could", state.once,
    )  # fmt: skip


def _intended(tokens: list[Token], at: int) -> bool:
    """ "It is our intention | to end it", "our plan is | to close it by May": what is meant to be done."""
    led = [token.low for token in tokens[max(0, at - 8) : at]]
    if led[-1:] and led[-1] in _INTENTIONS:
        return "is" in led or "remains" in led
    return led[-1:] == ["is"] and led[-2] in _INTENTIONS if len(led) > 1 else False


def _under_way(tokens: list[Token], at: int) -> bool:
    """ "We are in the process | of ending it": what is being done."""
    led = [token.low for token in tokens[max(0, at - 5) : at]]
    return (
        led[-2:-1] == ["the"]
        and led[-1] in ("process", "midst", "course")
        and bool({"is", "are", "'re", "am"} & set(led))
    )


def _same_denied(before: Clause, clause: Clause) -> bool:
    """ "Has not provided, | and does not provide, the contents": both verbs have one object."""
    first, second = before.group, clause.group
    bare = before.end - first.last <= 2
    return bool(
        bare
        and first.negation
        and first.cue.lemma == second.cue.lemma
        and first.tense in ("perfect", "past")
        and second.tense == "present"
    )

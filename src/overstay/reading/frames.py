"""What governs a clause: verbs that plan, order, propose, fail or deny; conditions; negation from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.clauses import Clause, noun_like
from overstay.reading.groups import any_more
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_HALTS = frozenset(["stop", "cease", "quit", "halt", "end", "finish", "discontinue"])
_GOES_ON = frozenset(("continue", "keep", "remain", "persist", "go on", "keep on", "carry on"))
_BEGINS = frozenset(["start", "begin", "commence", "resume"])
_CONDITIONS = frozenset(["if", "unless", "whether", "provided", "lest"])
_NOBODY = frozenset(["no", "none", "nobody", "neither", "nor", "nothing"])
_NO_PROOF = re.compile(r"\b(?:no (?:evidence|sign|indication|record|proof|trace|reason to believe)|not aware|unaware)\b")


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


@dataclass(slots=True)
class _State:
    mood: str
    tense: str
    negation: str
    still: bool
    turn: str = ""
    denied: bool = False
    failed: bool = False
    evidence: bool = False
    no_evidence: bool = False
    carrier: int = 0
    once: bool = False


def frame_of(tokens: list[Token], clauses: list[Clause], place: int) -> Frame:
    """The frame of one clause, gathered from its own verb and those that govern it."""
    group = clauses[place].group
    state = _State(_own_mood(group), group.tense, group.negation, group.still, carrier=place)
    here = place
    while True:
        current = clauses[here]
        if current.link == "inf" and current.start and tokens[current.start - 1].low in ("whether", "how", "if"):
            state.mood = "hypothetical"
        if current.link == "sub" and current.word in _CONDITIONS and not (current.word == "unless" and here < place):
            state.mood = "hypothetical"
        if current.word == "that" and _NO_PROOF.search(
            " ".join(token.low for token in tokens[max(0, current.start - 7) : current.start])
        ):
            state.no_evidence = True
        above = clauses[here - 1] if here else None
        if above is None:
            break
        if current.link == "comp":
            _complement(tokens, state, above, here)
            if above.link not in ("comp", "inf"):
                break
        elif current.link in ("inf", "ger") and not (current.link == "ger" and current.word):
            if not _governed(tokens, state, current, above, here - 1):
                break
        elif not (current.link == "and" and current.group.shared and above.link in ("comp", "sub", "inf", "ger")):
            break
        here -= 1
    if any(token.low in _NOBODY for token in tokens[slice(*clauses[state.carrier].subject)][:3]) and not state.negation:
        carrying = clauses[state.carrier]
        longer = any_more([token.low for token in tokens[carrying.group.last + 1 : carrying.end]])
        state.negation = "no longer" if longer or state.still else "never"
    if state.mood != "hypothetical" and _conditional(clauses, place, state):
        state.mood = "hypothetical"
    return Frame(
        state.mood, state.turn, state.denied, state.failed, state.tense, state.negation, state.still, state.evidence,
        state.no_evidence, state.carrier, group.mood in ("able", "could") or "able" in group.words,
        group.mood == "could" or clauses[state.carrier].group.mood == "could", state.once,
    )  # fmt: skip


def _complement(tokens: list[Token], state: _State, above: Clause, here: int) -> None:
    """Under "said that", "denied that", "found no evidence that"."""
    senses = above.group.senses
    words = " ".join(token.low for token in tokens[above.group.first : above.end])
    if _NO_PROOF.search(words) or ("show" in senses and above.group.negation):
        state.no_evidence = True
    elif "deny" in senses:
        state.denied = True
    elif above.group.mood == "hypothetical" or ("propose" in senses and not senses & {"say", "show"}):
        state.mood = "hypothetical"
    elif "order" in senses and "say" not in senses and state.mood != "hypothetical":
        state.mood = "order"
    if "show" in senses and any("proof" in token.nouns for token in tokens[slice(*above.subject)]):
        state.evidence = True


def _governed(tokens: list[Token], state: _State, current: Clause, above: Clause, at: int) -> bool:
    """Under "stopped reading", "plans to end", "failed to revoke"; False where the verb above governs nothing."""
    senses, lemma = above.group.senses, above.group.cue.lemma
    adjacent = not any(noun_like(token) for token in tokens[above.group.last + 1 : current.group.first])
    if adjacent and "fail" in senses:
        state.failed = True
    elif "deny" in senses:
        state.denied = current.link == "ger"
        if not state.denied:  # "rejected a request to restore it"
            state.mood = "hypothetical"
    elif adjacent and current.link == "inf" and lemma == "use" and above.group.tense == "past":
        state.once = True
    elif adjacent and lemma in _HALTS and (current.link == "ger" or lemma == "cease"):
        state.turn = state.turn or "halt"
    elif adjacent and lemma in _GOES_ON:
        state.turn = state.turn or "go on"
    elif adjacent and lemma in _BEGINS:
        state.turn = state.turn or "begin"
    elif current.link == "inf" and senses & {"order"}:
        state.mood = "order"
    elif current.link == "inf" and adjacent and "plan" in senses:
        state.mood = "future" if state.mood != "hypothetical" else state.mood
    elif "propose" in senses and "say" not in senses:
        state.mood = "hypothetical"
    elif (current.link == "inf" and lemma == "have" and adjacent) or (current.link == "inf" and _deadline(tokens, above, current)):
        state.mood = "order"
    elif "show" in senses and current.link == "ger":
        state.evidence = any("proof" in token.nouns for token in tokens[slice(*above.subject)])
        state.tense = above.group.tense if above.group.tense != "present" else "past"
        return False
    else:
        return False
    state.tense = above.group.tense
    state.negation = state.negation or above.group.negation
    state.still = state.still or above.group.still
    own = _own_mood(above.group)
    if own == "hypothetical" or (own in ("future", "order") and state.mood == "real"):
        state.mood = own
    state.carrier = at
    return True


def _deadline(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "has until 1 May to delete it", "is given 30 days to end it"."""
    if not above.group.senses & {"have", "give"} and above.group.cue.lemma not in ("take",):
        return False
    between = tokens[above.group.last + 1 : current.group.first]
    return bool(between) and any(token.kind == "date" for token in between[-2:])


def _own_mood(group: Group) -> str:
    if group.mood in ("future", "was to", "would"):
        return "future"
    return {"must": "order", "hypothetical": "hypothetical"}.get(group.mood, "real")


def _conditional(clauses: list[Clause], place: int, state: _State) -> bool:
    """A main clause beside an "if": what it says of the present or future holds on a condition only."""
    if state.tense in ("past", "perfect") and state.mood == "real" and not clauses[place].group.bare:
        return False
    return any(
        clause.link == "sub"
        and (clause.word in ("if", "provided") or (clause.word == "unless" and other < place))
        and abs(other - place) <= 4
        for other, clause in enumerate(clauses)
    )

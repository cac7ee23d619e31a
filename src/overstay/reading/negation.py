"""Whether a verb is denied: not, never or no longer, by its helpers, its object or "any more" after it."""

from __future__ import annotations

from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_WITHOUT = frozenset(["have", "get", "use", "send", "give"])  # verbs whose object may carry the "no"


def set_negation(group: Group, tokens: list[Token], seen: list[str]) -> None:
    """Sets how the group is denied and whether it still goes on; `seen` are the words among its helpers."""
    words = set(seen)
    if "yet" in words and "to" in words and group.mood in ("must", "future") and group.shape != "inf":
        group.mood, group.tense, group.negation = "real", "perfect", "not"  # "has yet to revoke it"
    elif "longer" in words or ("more" in words and "no" in words):
        group.negation = "no longer"
    elif "never" in words:
        group.negation = "never"
    elif words & {"not", "n't", "nor", "neither", "cannot"} or "unable" in group.words:
        group.negation = "not"
    if group.negation == "not" and any_more([t.low for t in tokens[group.last + 1 : group.last + 14]]):
        group.negation = "no longer"
    carries = group.senses & _WITHOUT or group.cue.lemma in ("make", "maintain", "keep", "retain")
    if not group.negation and carries and _no_object(tokens, group.last + 1):
        longer = any_more([t.low for t in tokens[group.last + 1 : group.last + 14]])
        further = group.cue.lemma == "have" and tokens[group.last + 2].low == "further"  # "have no further access"
        group.negation = "no longer" if longer or further else "not"
    group.still = group.still or "still" in words


def _no_object(tokens: list[Token], at: int) -> bool:
    """ "Had no access", "received no messages": the object is denied, and with it the verb."""
    if at + 1 >= len(tokens) or tokens[at].low not in ("no", "none", "neither", "nothing"):
        return False
    return tokens[at + 1].low not in ("longer", "more", "later", "doubt", "reason", "choice", "comment")


def any_more(after: list[str]) -> bool:
    """Whether "any more" or "any longer" follows within the clause."""
    for here, low in enumerate(after):
        if low in (".", ";", ":", ",", "so", "but"):
            return False
        if low == "anymore" or (low == "any" and here + 1 < len(after) and after[here + 1] in ("more", "longer")):
            return True
    return False

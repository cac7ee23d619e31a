"""Bare participles: which are reduced relative clauses ("the scopes held by Acme are revoked"), which main verbs."""

from __future__ import annotations

from overstay.reading.clauses import (
    MARKS,
    NOMINAL,
    RELATIVE,
    SUBJECT_PRONOUNS,
    TIMES,
    clause_like,
    noun_like,
    only_lists,
    opens,
)
from overstay.reading.function_words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.shapes import object_follows
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_INTRANSITIVE = frozenset(
    ["happen", "occur", "come", "go", "arrive", "appear", "disappear", "vanish", "remain", "stay", "persist", "die"]
)


def settle_participles(tokens: list[Token], groups: list[Group]) -> None:
    """Decides which bare participles are reduced relative clauses: "the scopes held by Acme are revoked"."""
    for place, group in enumerate(groups):
        if not group.loose:
            continue
        if group.cue.lemma in _INTRANSITIVE:
            group.bare = not object_follows(tokens, group.last)
            continue
        before = tokens[group.first - 1] if group.first else None
        after = groups[place + 1] if place + 1 < len(groups) else None
        previous = groups[place - 1] if place else None
        noun_before = before is not None and noun_like(before) and before.low not in SUBJECT_PRONOUNS | RELATIVE
        direct = object_follows(tokens, group.last)
        led = group.last + 1 < len(tokens) and tokens[group.last + 1].low in PREPOSITIONS
        runs_on = (
            after is not None
            and after.finite
            and (not after.loose or led)
            and (
                _joined(tokens, group.last + 1, after.first)
                or (
                    (not group.senses & {"end", "bar", "lose", "cont", "extend"} or "have" in group.senses)
                    and only_lists(tokens, group.last + 1, after.first)
                )
            )
        )
        in_object = (
            previous is not None
            and previous.shape != "pp"
            and (not previous.senses & {"say", "show"} or (previous.cue.lemma == "see" and "end" in group.senses))
            and _joined(tokens, previous.last + 1, group.first)
        )
        apposed = (
            before is not None
            and before.low == ","
            and group.first - 2 >= 0
            and noun_like(tokens[group.first - 2])
            and after is not None
            and after.finite
            and tokens[after.first - 1].low == ","
            and (not direct or (not place and not any(token.low == "," for token in tokens[: group.first - 2])))
        )
        if in_object and previous is not None and _main_verb_missing(tokens, groups, place):
            in_object = False
        if in_object and previous is not None and _that_clause(tokens, previous.last + 1, group.first):
            in_object = False
        if noun_before and not direct and _still_wanting(tokens, groups, place):
            group.bare = True
            continue
        opens = before is None and place + 1 < len(groups) and not direct
        named = (
            previous is not None and before is not None and before.kind in NOMINAL and group.first - previous.last > 2
        )
        if (
            opens
            or apposed
            or (noun_before and runs_on and not direct)
            or (in_object and noun_before and not (direct and named))
        ):
            group.shape, group.tense, group.passive = "pp", "none", True
        else:
            group.bare = not direct


def _that_clause(tokens: list[Token], start: int, end: int) -> bool:
    """ "The keys that Acme used": a relative clause with a subject of its own."""
    return any(
        tokens[here].low == "that" and noun_like(tokens[here - 1]) and any(noun_like(t) for t in tokens[here + 1 : end])
        for here in range(start + 1, end - 1)
    )


def _main_verb_missing(tokens: list[Token], groups: list[Group], place: int) -> bool:
    """ "A contract under which Acme got data lapsed": only this verb is left for the main clause."""
    previous = groups[place - 1]
    left = groups[place - 2].last + 1 if place > 1 else 0
    relative = any(token.low in RELATIVE for token in tokens[left : previous.first])
    if previous.shape == "inf" and previous.first and noun_like(tokens[previous.first - 1]):
        relative = True  # "its licence to use the data lapsed"
    if place > 1 and groups[place - 2].senses & {"say", "show", "order", "plan"}:
        relative = False  # "ordered that Acme revoke the tokens issued to Borel"
    earlier = any(group.finite and not group.loose for group in groups[: place - 1])
    later = any(group.finite for group in groups[place + 1 :])
    return relative and not earlier and not later


def _still_wanting(tokens: list[Token], groups: list[Group], place: int) -> bool:
    """ "The link that let it read your history ended": a clause is still without its verb, and no other one comes."""
    here = groups[place].first
    opened = sum(1 for i in range(here) if tokens[i].low in SUBORDINATORS and opens(tokens, i, here))
    before = sum(1 for group in groups[:place] if group.finite)
    return 0 < before < 1 + opened and not any(group.finite for group in groups[place + 1 :])


def _joined(tokens: list[Token], start: int, end: int) -> bool:
    """No mark, conjunction or relative word parts the two verbs; a date between commas does not."""
    if end - start > 3 and tokens[start].low == tokens[start + 2].low == "," and tokens[start + 1].kind == "date":
        start += 3  # "revoke, by 1 May, the keys issued to Acme"
    for here in range(start, end):
        low = tokens[here].low
        if low in MARKS or low == "," or (low in RELATIVE and low != "that"):
            return False
        if low in CONJUNCTIONS and clause_like(tokens, here + 1, end):
            return False
        if low in ("before", "after") and end < len(tokens) and not opens(tokens, here, end):
            continue  # "tokens issued before this release have been revoked"
        if low in TIMES | {"because", "if", "although", "though", "unless", "whether"} and not (
            low == "as" or (here + 1 < len(tokens) and tokens[here + 1].kind == "date")
        ):
            return False
    return True

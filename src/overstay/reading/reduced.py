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
from overstay.reading.verbs import Group, is_adverb

_INTRANSITIVE = frozenset(
    ["happen", "occur", "come", "go", "arrive", "appear", "disappear", "vanish", "remain", "stay", "persist", "die"]
)


# What a text does to those it speaks of: "the partners identified in Exhibit A".
_TOLD_OF = frozenset(
    ["name", "list", "identify", "describe", "mention", "cite", "reference", "specify", "discuss", "enumerate",
     "set out", "set forth", "build", "make", "develop", "design", "create", "write"]
)  # fmt: skip


def settle_participles(tokens: list[Token], groups: list[Group]) -> None:
    """Decides which bare participles are reduced relative clauses: "the scopes held by Acme are revoked"."""
    apposed_before = False
    for place, group in enumerate(groups):
        if not group.loose:
            apposed_before = False
            continue
        if group.cue.lemma in _INTRANSITIVE:
            group.bare = not object_follows(tokens, group.last)
            continue
        led = group.first - 1
        while led > 0 and tokens[led].low in ("still", "currently", "then", "now", "previously", "formerly"):
            led -= 1  # "the permissions still | held by Acme"
        before = tokens[led] if group.first else None
        after = groups[place + 1] if place + 1 < len(groups) else None
        previous = groups[place - 1] if place else None
        if "say" in group.senses and after is not None and _opens_speech(tokens, group.last + 1, after.first):
            group.bare = not object_follows(tokens, group.last)
            continue  # "Acme said on Friday that its access had ended"
        noun_before = (
            before is not None
            and noun_like(before)
            and before.low not in SUBJECT_PRONOUNS | RELATIVE | {"us", "me", "them", "him"}
        )
        direct = object_follows(tokens, group.last)
        led = group.last + 1 < len(tokens) and (
            tokens[group.last + 1].low in PREPOSITIONS
            or (tokens[group.last + 1].kind == "date" and not group.senses & {"say", "show", "plan"})
        )
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
        told_of = group.cue.lemma in _TOLD_OF and led and after is not None and after.finite
        if told_of and after and noun_before and not direct and tokens[after.first - 1].low not in CONJUNCTIONS:
            group.shape, group.tense, group.passive = "pp", "none", True
            continue  # "several of the companies named in the question, among them Acme, | had access"
        if noun_before and not direct and _before_which(tokens, groups, place):
            group.shape, group.tense, group.passive = "pp", "none", True
            continue
        main = _behind_row(tokens, groups, place)  # "signed in 2012 and renewed in 2015, | ends"
        apposed = (
            before is not None
            and before.low == ","
            and group.first - 2 >= 0
            and noun_like(tokens[group.first - 2])
            and main is not None
            and main.finite
            and tokens[main.first - 1].low == ","
            and (not direct or (not place and not any(token.low == "," for token in tokens[: group.first - 2])))
        )
        if in_object and direct and previous is not None and _as_it_happens(tokens, previous.last + 1, group.first):
            in_object = False
        if in_object and previous is not None and _main_verb_missing(tokens, groups, place):
            in_object = False
        if in_object and previous is not None and _that_clause(tokens, previous.last + 1, group.first):
            in_object = False
        if (
            not direct
            and not place
            and group.first > 2
            and before is not None
            and before.kind in NOMINAL
            and (tokens[group.first - 2].low == "that" and noun_like(tokens[group.first - 3]))
        ):
            group.bare = True
            continue  # "the feed that Zenlow shut down in 2015 | gave us friend lists"
        if noun_before and not direct and not place and _fronted(tokens, group, after):
            group.shape, group.tense, group.passive = "pp", "none", True
            continue
        if noun_before and not direct and _still_wanting(tokens, groups, place):
            group.bare = True
            continue
        opens = before is None and place + 1 < len(groups) and not direct
        named = (
            previous is not None and before is not None and before.kind in NOMINAL and group.first - previous.last > 2
        )
        in_row = previous is not None and previous.shape == "pp" and _in_row(tokens, group) and apposed_before
        apposed_before = apposed or (in_row and not direct)
        if (
            opens
            or apposed
            or (in_row and not direct)
            or (noun_before and runs_on and not direct)
            or (in_object and noun_before and not (direct and named))
        ):
            group.shape, group.tense, group.passive = "pp", "none", True
        else:
            group.bare = not direct


def _opens_speech(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "that" follows a verb of saying, at once or behind a date or a place."""
    that = next((at for at in range(start, min(end, start + 7)) if tokens[at].low == "that"), -1)
    return that >= 0 and all(
        tokens[at].kind in ("date", "name", "unknown") or tokens[at].low in PREPOSITIONS | {"a", "the"}
        or "paper" in tokens[at].nouns
        for at in range(start, that)
    ) and that + 1 < end  # fmt: skip


def _before_which(tokens: list[Token], groups: list[Group], place: int) -> bool:
    """ "The key | issued to Acme, which is now insolvent, | was deleted": the main verb comes behind both."""
    if place + 2 >= len(groups):
        return False
    inner, main = groups[place + 1], groups[place + 2]
    led = [tokens[at].low for at in (inner.first - 2, inner.first - 1)]
    return led in ([",", "which"], [",", "who"]) and main.finite and tokens[main.first - 1].low == ","


def _behind_row(tokens: list[Token], groups: list[Group], place: int) -> Group | None:
    """The verb behind a participle and those that "and" joins to it."""
    here = place + 1
    while here < len(groups) and groups[here].loose and _in_row(tokens, groups[here]):
        here += 1
    return groups[here] if here < len(groups) else None


def _in_row(tokens: list[Token], group: Group) -> bool:
    """ "And renewed", "but never revoked"."""
    at = group.first - 1
    while at > 0 and (is_adverb(tokens[at]) or tokens[at].low in ("never", "little", "not")):
        at -= 1
    return tokens[at].low in ("and", "but", "or")


def _fronted(tokens: list[Token], group: Group, after: Group | None) -> bool:
    """ "In tests carried out in July, Acme's app could ...": what hangs on a noun behind a preposition."""
    if after is None or not after.finite or tokens[0].low not in PREPOSITIONS - TIMES or not 1 < group.first < 5:
        return False
    led = tokens[1 : group.first]
    plain = all(token.kind == "word" and token.low != "," for token in led) and noun_like(led[-1])
    return plain and any(token.low == "," for token in tokens[group.last + 1 : after.first])


def _as_it_happens(tokens: list[Token], start: int, end: int) -> bool:
    """ "Saw on Monday as Acme's app pulled them": "as" opens a clause with a subject of its own."""
    return any(
        tokens[at].low == "as" and at + 1 < end and noun_like(tokens[end - 1]) and tokens[at + 1].low not in ("of", "a")
        for at in range(start, end)
    )


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
    if place > 1 and previous.shape == "inf" and noun_like(tokens[previous.first - 1]):
        opened = [tokens[at].low for at in range(groups[place - 2].last + 1, previous.first)]
        if "say" in groups[place - 2].senses and opened[:1] == ["that"]:
            return not any(group.finite for group in groups[place + 1 :])  # "says that its right to read it | ended"
    if tokens[0].low == "it" and tokens[1].low in ("was", "is"):
        relative = False  # "It was not until May that it disabled the tokens issued to Acme"
    earlier = any(group.finite and not group.loose for group in groups[: place - 1])
    later = any(group.finite for group in groups[place + 1 :])
    return relative and not earlier and not later


def _still_wanting(tokens: list[Token], groups: list[Group], place: int) -> bool:
    """ "The link that let it read your history ended": a clause is still without its verb, and no other one comes."""
    if tokens[0].low == "it" and tokens[1].low in ("was", "is"):
        return False
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

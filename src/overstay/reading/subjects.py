"""The subject of each clause: what stands before its verb, else what an earlier clause lends."""

from __future__ import annotations

from overstay.reading.clauses import MARKS, Clause, noun_like
from overstay.reading.edges import cut_clauses
from overstay.reading.embedding import LAPSES
from overstay.reading.function_words import BE, CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

_RANKED = frozenset(["first", "last", "only", "second", "third", "latest"])
_OBJECT_ACTS = frozenset(["let", "see", "watch", "expect"])
_ROMAN = frozenset(["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"])
_DEPENDENT = ("rel", "pp", "ger", "inf", "sub", "aside")
_KEPT = frozenset(
    [
        "no",
        "none",
        "nobody",
        "neither",
        "nor",
        "all",
        "both",
        "each",
        "either",
        "this",
        "these",
        "those",
        "that",
        "whose",
    ]
)


def find_clauses(tokens: list[Token], groups: list[Group]) -> list[Clause]:
    """The clauses of a sentence with their subjects."""
    clauses = cut_clauses(tokens, groups)
    for place, clause in enumerate(clauses):
        clause.subject = _subject(tokens, clauses, place, clause)
    _lend_forward(tokens, clauses)
    return clauses


def is_first_to(tokens: list[Token], start: int) -> bool:
    """ "Acme was among the first apps | to receive it": the infinitive tells what happened."""
    words = [token.low for token in tokens[max(0, start - 8) : start]]
    return bool(_RANKED & set(words)) and any(word in ("was", "were") for word in words)


def _lend_forward(tokens: list[Token], clauses: list[Clause]) -> None:
    """ "Cut off from the feed in 2014, Acme turned to ...": the subject of a fronted participle comes after it."""
    if len(clauses) < 2 or clauses[0].group.shape != "pp" or clauses[0].group.first > 1:
        return
    first, second = clauses[0], clauses[1]
    if tokens[second.start].low == "," and not any(noun_like(token) for token in tokens[slice(*first.subject)]):
        first.subject = second.subject


def _subject(tokens: list[Token], clauses: list[Clause], place: int, clause: Clause) -> tuple[int, int]:
    start, end = clause.start, clause.group.first
    if [token.low for token in tokens[start : start + 3]] == ["by", "the", "time"]:
        start += 3  # "by the time the deal expired"
    if not place and not start:
        start = _numbered(tokens, end)
    if end - 2 >= start and tokens[end - 1].low == "last" and noun_like(tokens[end - 2]) and not clause.group.helpers:
        end -= 1  # "our sync last | ran in May"
    while start < end and _skipped(tokens, start, clause):
        start += 1
    if clause.link in ("main", "comp", "and") and start and tokens[start - 1].low in ("after", "following", "since"):
        start = _behind_fronted(tokens, start, end)
    if (
        start + 1 < end
        and tokens[start].low == "in"
        and tokens[start + 1].low in ("fact", "practice", "reality", "truth")
    ):
        start += 2
    if clause.group.helpers and start <= clause.group.helpers[0] < end - 1:
        start = clause.group.helpers[0] + 1  # "at no time before the hearing did | Acme read it"
    if clause.link in ("ger", "pp", "inf"):
        start = end
    if clause.link == "inf" and place and clauses[place - 1].group.cue.lemma in _OBJECT_ACTS:
        above = clauses[place - 1].rest
        if clauses[place - 1].group.cue.lemma == "let" or any(noun_like(token) for token in tokens[slice(*above)]):
            return above  # "let its contract | lapse", "expects its access | to end"
    if clause.link == "inf" and place and clauses[place - 1].group.cue.lemma in ("allow", "permit"):
        behind = tokens[clause.group.last + 1 : clause.group.last + 2]
        if clause.group.cue.lemma in LAPSES and not any(noun_like(t) and t.kind != "date" for t in behind):
            allowed = clauses[place - 1]  # "allowed its key | to expire", "its key was allowed | to expire"
            return allowed.subject if allowed.group.passive else allowed.rest
    if clause.link == "inf" and place and _object_undergoes(tokens, clauses[place - 1], clause):
        return clauses[place - 1].rest
    if clause.link == "inf" and not place and is_first_to(tokens, clause.start):
        return 0, next(i for i in range(clause.start) if tokens[i].low in BE)
    if any(noun_like(token) for token in tokens[start:end]):
        if clause.link == "rel" and clause.word == "whose":
            return _antecedent(tokens, clauses, place, clause)[0], end
        return start, end
    left = clause.start
    while left and is_adverb(tokens[left - 1]):
        left -= 1
    if (
        clause.link == "pp"
        and place
        and clauses[place - 1].link == "pp"
        and left
        and tokens[left - 1].low in ("and", "but")
    ):
        return clauses[place - 1].subject  # "signed in 2012 and renewed in 2014"
    if clause.link == "pp" and place and clauses[place - 1].link == "pp" and left and tokens[left - 1].low == ",":
        return clauses[place - 1].subject  # "the feed built for Acme, retired in 2015, ..."
    bare = clause.link == "ger" and not clause.word and left and noun_like(tokens[left - 1])
    if clause.link in ("rel", "pp") or (bare and place):
        return _antecedent(tokens, clauses, place, clause)
    if clause.link == "main" and clause.word == "(" and clause.group.bare and place:
        return _before_bracket(tokens, clauses[place - 1], clause)
    if clause.link in ("resume", "comma", "main") and place:
        return _waiting(tokens, clauses, place)
    if clause.link == "ger" and clause.start and not place:
        return 0, clause.start
    if not place:
        return start, end
    if clause.link == "and" and not clause.group.shared:
        if clauses[place - 1].link in ("rel", "pp") and clauses[place - 1].group.finite:
            return clauses[place - 1].subject
        back = place - 1
        while back > 0 and clauses[back].link in _DEPENDENT:
            back -= 1
        return clauses[back].subject
    return clauses[place - 1].subject


def _object_undergoes(tokens: list[Token], above: Clause, clause: Clause) -> bool:
    """ "Ordered its access | to be ended", "caused the tokens | to expire": what follows befalls the object."""
    group = above.group
    if group.passive or not (group.cue.lemma == "cause" or "order" in group.senses):
        return False
    behind = tokens[clause.group.last + 1 : clause.group.last + 2]
    alone = clause.group.cue.lemma in LAPSES and not any(noun_like(t) and t.kind != "date" for t in behind)
    return (clause.group.passive or alone) and any(noun_like(token) for token in tokens[slice(*above.rest)])


def _behind_fronted(tokens: list[Token], start: int, end: int) -> int:
    """ "After inquiries from a newspaper, | Acme was locked out": what follows the preposition is no subject."""
    comma = next((at for at in range(start, end) if tokens[at].low == ","), end)
    subject = comma + 1 < end and any(noun_like(token) for token in tokens[comma + 1 : end])
    return comma + 1 if subject and any(noun_like(token) for token in tokens[start:comma]) else start


def _numbered(tokens: list[Token], end: int) -> int:
    """Behind the number of a paragraph: "14. By stipulation", "(k) Within six months", "¶ 22. Plaintiffs"."""
    here = 1 if tokens and tokens[0].low in ("¶", "§", "(", "no") else 0
    if here + 1 < end and tokens[here].kind == "word" and tokens[here + 1].low in (".", ")"):
        number = tokens[here].low.isdigit() or len(tokens[here].low) == 1 or tokens[here].low in _ROMAN
        return here + 2 if number else 0
    return 0


def _before_bracket(tokens: list[Token], above: Clause, clause: Clause) -> tuple[int, int]:
    """ "Removed the importer (ended 3 May)", "the key was revoked (expired in May)": what the bracket tells of."""
    left = above.group.last + 1
    if above.group.imperative or not any(noun_like(token) for token in tokens[slice(*above.subject)]):
        return left, clause.start
    return above.subject


def _skipped(tokens: list[Token], at: int, clause: Clause) -> bool:
    low = tokens[at].low
    if low in _KEPT and not (low == "that" and clause.link in ("rel", "comp")):
        return False
    return low in CONJUNCTIONS | SUBORDINATORS | MARKS | {",", "-"} or is_adverb(tokens[at])


def _waiting(tokens: list[Token], clauses: list[Clause], place: int) -> tuple[int, int]:
    """The subject that waited while relative clauses and asides ran."""
    first = place
    while first > 0 and clauses[first - 1].link in _DEPENDENT:
        first -= 1
    if first == place:
        return clauses[place - 1].subject
    left = clauses[first - 1].group.last + 1 if first else 0
    right = clauses[first].start
    if clauses[first].link == "aside":  # "By May, documents show, | the feed | that fed it | had gone dark"
        behind = clauses[first].group.last + 1, clauses[first].end
        if first + 1 < place and any(noun_like(token) for token in tokens[slice(*behind)]):
            return behind
    for here in range(right - 1, left - 1, -1):
        if tokens[here].low in MARKS - {"(", ")"} or (tokens[here].low == "that" and here == left):
            left = here + 1
            break
    if any(noun_like(token) for token in tokens[left:right]):
        joint = next(
            (i for i in range(left, right) if tokens[i].low in CONJUNCTIONS and i and tokens[i - 1].low == ","), None
        )
        return (
            (joint + 1, right)
            if joint is not None and any(noun_like(t) for t in tokens[joint + 1 : right])
            else (left, right)
        )
    return clauses[first - 1].subject if first else clauses[0].subject


def _antecedent(tokens: list[Token], clauses: list[Clause], place: int, clause: Clause) -> tuple[int, int]:
    """The noun group right before a relative clause."""
    end = clause.start
    while end > 0 and (tokens[end - 1].low in (",", "(", "—", "–") or is_adverb(tokens[end - 1])):
        end -= 1
    if end and tokens[end - 1].low in PREPOSITIONS:  # "under which", "with whom"
        end -= 1
        while end > 0 and tokens[end - 1].low == ",":
            end -= 1
    floor = clauses[place - 1].group.last + 1 if place else 0
    if end <= floor:
        return clauses[place - 1].subject if place else (0, end)
    start = end - 1
    while start > floor and (
        (
            tokens[start - 1].low not in PREPOSITIONS - {"of", "to", "with", "for", "between"}
            and tokens[start - 1].low not in (",", ";", ":")
        )
        or (tokens[start - 1].low == "," and tokens[start].kind in ("name", "unknown"))
    ):
        start -= 1
    if start + 1 < end and tokens[start].low == "to" and tokens[start - 1].low in ("pursuant", "according", "subject"):
        start += 1  # "pursuant to an agreement | that ended"
    one = one_of(tokens, floor, end)
    return one[0] if one is not None else (start, end)


def one_of(tokens: list[Token], floor: int, end: int) -> tuple[tuple[int, int], str] | None:
    """ "Acme is (no longer) among the apps | that can read it": the subject that is one of them, and the negation."""
    for here in range(end - 2, floor, -1):
        if tokens[here].low in MARKS | {","}:
            return None
        low, after = tokens[here].low, tokens[here + 1].low
        if not (low == "among" or (low in ("one", "part") and after == "of")):
            continue
        words: list[str] = []
        while here > floor and (is_adverb(tokens[here - 1]) or tokens[here - 1].low in ("longer", "n't")):
            here -= 1
            words.append(tokens[here].low)
        if here <= floor + 1 or tokens[here - 1].low not in ("is", "are", "was", "were"):
            return None
        negation = "no longer" if "longer" in words else "never" if "never" in words else ""
        return (floor, here - 1), negation or ("not" if {"not", "n't"} & set(words) else "")
    return None

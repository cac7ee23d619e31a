"""Verb groups ─► clauses: where each begins and ends, and what links it to the one before.

No parser: a clause is the stretch around one verb group; its edges are marks, conjunctions and relative words.
"""

from __future__ import annotations

from overstay.reading.clauses import (
    MARKS,
    NOMINAL,
    RELATIVE,
    SUBJECT_PRONOUNS,
    Clause,
    clause_like,
    noun_like,
    only_lists,
    opens,
)
from overstay.reading.function_words import AUX, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.reduced import settle_participles
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

_SAYING = frozenset(("say", "show", "propose", "deny"))
_TELLS = _SAYING | {"order", "plan", "fail"}
_TAKES = frozenset(("end", "lose", "use", "start", "bar"))
_FRONTING = frozenset(["although", "though", "while", "whereas", "because"])  # their clause waits for the main one


def cut_clauses(tokens: list[Token], groups: list[Group]) -> list[Clause]:
    """The clauses of a sentence, one a verb group, in order; subjects are still what stands before the verb."""
    settle_participles(tokens, groups)
    clauses: list[Clause] = []
    for place, group in enumerate(groups):
        start, link, word = _edge(tokens, groups, place, clauses) if place else _opening(tokens, group)
        if clauses:
            clauses[-1].end = max(start, clauses[-1].group.last + 1)
            clauses[-1].rest = (clauses[-1].group.last + 1, clauses[-1].end)
        clauses.append(
            Clause(group, start, len(tokens), link, word, (start, group.first), (group.last + 1, len(tokens)))
        )
    return clauses


def _opening(tokens: list[Token], group: Group) -> tuple[int, str, str]:
    """The first clause: it may be a relative one, with the main clause's subject waiting before it."""
    first = tokens[0].low
    if _is_aside(tokens, group, 0):
        return max(i for i in range(group.first) if tokens[i].low in (",", "—", "–")), "aside", ","
    inverted = first in ("were", "had", "should", "was")
    if group.shape == "inf" and group.passive and group.first and noun_like(tokens[group.first - 1]) and not inverted:
        group.shape, group.mood, group.tense = "finite", "future", "future"  # a headline: "Feed to be closed in May"
        return 0, "main", ""
    if group.shape in ("pp", "inf") and group.first:
        return group.first, group.shape, ""
    if group.shape == "ger":
        back = group.first - 1
        if back > 0 and tokens[back].low in PREPOSITIONS:
            return back, "ger", tokens[back].low
        return (
            (group.first, "ger", "")
            if back >= 0 and noun_like(tokens[back])
            else (0, "ger", first if back >= 0 else "")
        )
    relative = next((i for i in range(group.first - 1, 0, -1) if opens(tokens, i, group.first)), None)
    marks = _marks(tokens, 0, group.first)
    if relative is not None and not any(i > relative for i in marks):
        return relative, "rel" if tokens[relative].low in RELATIVE else "sub", tokens[relative].low
    if marks and (start := _after_mark(tokens, marks, group)):
        return start, "main", tokens[start - 1].low
    contact = _contact(tokens, 0, group.first)
    if contact and first not in SUBORDINATORS:
        return contact, "rel", ""
    if opens(tokens, 0, group.first) and first not in ("that", "why", "how"):
        return 0, "sub", first
    return 0, "main", ""


def _marks(tokens: list[Token], start: int, end: int) -> list[int]:
    """The places of marks that part clauses; a bracket that closes again before `end` parts nothing."""
    places = [i for i in range(start, end) if tokens[i].low in MARKS]
    for opening in [i for i in places if tokens[i].low == "("]:
        closing = next((i for i in places if i > opening and tokens[i].low == ")"), None)
        if closing is not None and closing + 1 <= end:
            places = [i for i in places if not opening <= i <= closing]
    return places


def _after_mark(tokens: list[Token], marks: list[int], group: Group) -> int:
    """The place after the last colon, dash or bracket if a subject of its own follows there; 0 if not."""
    for mark in reversed(marks):
        if tokens[mark].low in (":", ";", "(", ")", "—", "–") and any(
            noun_like(t) for t in tokens[mark + 1 : group.first]
        ):
            return mark + 1
    return 0


def _edge(tokens: list[Token], groups: list[Group], place: int, clauses: list[Clause]) -> tuple[int, str, str]:
    """Where the clause of a group begins, how it is linked, and by which word."""
    group, before, last = groups[place], groups[place - 1], clauses[-1]
    left, right = before.last + 1, group.first
    if group.shape == "inf":
        return right, "inf", ""
    if group.shape in ("pp", "ger"):
        back = right
        while back > left and is_adverb(tokens[back - 1]):
            back -= 1
        low = tokens[back - 1].low if back > left else ""
        if low in PREPOSITIONS | SUBORDINATORS:
            return back - 1, group.shape, low
        return right, group.shape, ""
    if _is_aside(tokens, group, left):
        return max(i for i in range(left, right) if tokens[i].low in (",", "—", "–")), "aside", ","
    marks = _marks(tokens, left, right)
    relative = next((i for i in range(right - 1, left - 1, -1) if opens(tokens, i, right)), None)
    if (
        relative == left
        and tokens[left].low == "that"
        and before.senses & _TAKES
        and not (before.senses & _TELLS or before.cue.lemma == "accept")
    ):
        relative = None  # "we gave up that access in 2016, and nobody has missed it"
    if (
        relative is not None
        and tokens[relative].low == "that"
        and tokens[relative - 1].low in ("and", "but")
        and (
            (noun_like(tokens[relative + 1]) or tokens[relative + 1].low in AUX)
            and not any(token.low in RELATIVE for token in tokens[:relative])
            and not any(clause.group.senses & (_SAYING | {"order", "plan"}) for clause in clauses)
        )
    ):
        return relative - 1, "and", tokens[relative - 1].low  # "gave it access, and that access has never ended"
    if relative is not None and not any(i > relative for i in marks):
        low = tokens[relative].low
        if low not in RELATIVE:
            return relative, "sub", low
        said = bool(before.senses & _SAYING) or before.cue.lemma in ("ensure", "require", "order", "direct")
        again = any(token.low == "that" for token in tokens[left:relative])  # "note that the link that let it read ..."
        # "Documents show, | the feed that supplied it": behind an aside the main clause goes on.
        said = said and not (last.link == "aside" and noun_like(tokens[relative - 1]))
        comp = low == "that" and (relative == left or (said and relative - left < 8 and not again))
        return relative, "comp" if comp else "rel", low
    if marks:
        return marks[-1] + 1, "main", tokens[marks[-1]].low
    opening = next((t.low for t in tokens[:4] if t.kind == "word" and not t.low.isdigit()), "")
    waits = opening in _FRONTING and all(
        clause.link in ("sub", "comp", "inf", "pp", "rel", "ger") for clause in clauses
    )
    if opening in PREPOSITIONS | {"contrary"} and len(clauses) == 1:
        waits = any(token.low == "what" for token in tokens[: before.first])  # "despite what was said, Acme ..."
    return _coordinate(tokens, before, last, left, right, waits, clauses)


def _coordinate(
    tokens: list[Token], before: Group, last: Clause, left: int, right: int, waits: bool, clauses: list[Clause]
) -> tuple[int, str, str]:
    """The edge between two verbs with no mark and no relative word between them."""
    if before.shape == "pp" and only_lists(tokens, left, right):
        return right, "resume", ""
    commas = [i for i in range(left, right) if tokens[i].low == ","]
    joints = [i for i in range(left, right) if tokens[i].low in CONJUNCTIONS and clause_like(tokens, i + 1, right)]
    joints = [i for i in joints if not _in_listed(tokens, left, i, right, last.link == "pp")]
    if _says_what(tokens, before, left, right) and not (commas and last.link == "sub"):
        return left, "comp", ""
    fronted = waits or (
        last.link in ("sub", "ger", "pp", "inf")
        and (
            last.start == 0
            or tokens[last.start - 1].low == ","
            or (last.link == "pp" and last.start < 5 and tokens[0].low in PREPOSITIONS)  # "In tests | run in May, ..."
        )
    )
    if commas and (fronted or (last.link == "aside" and commas[0] == left)):
        return commas[0], "comma", ","
    if joints and commas and commas[-1] + 1 == right and _closes_relative(tokens, joints[-1], left, right):
        return commas[-1], "resume", ","
    if joints:
        best = next((i for i in joints if i + 1 == right or _starts_clause(tokens, i)), None)
        if best is None:
            best = next((i for i in joints if i - 1 in commas), joints[-1])
        return best, "and", tokens[best].low
    if commas:
        if last.link in ("rel", "pp", "ger", "inf", "sub") and commas[-1] + 1 == right:
            return commas[-1], "resume", ","
        inner = last.link in ("rel", "pp", "ger", "sub", "inf") or "say" in before.senses
        return commas[-1], "comma" if inner else "and", ","
    if (
        before.senses & {"say", "show", "deny"}
        and "use" not in before.senses
        and right > left
        and before.shape != "pp"  # "the arrangement described in Question 9 | remains in force"
        and not _of_relative(clauses, before)
        and not (last.link == "rel" and before.passive)  # "apps that were not submitted for review | lost it"
    ):
        said_on = tokens[left].kind == "date" and right - left > 1  # "said Monday | it had closed the feed"
        return left + said_on, "comp", ""
    if right - left >= 1 and tokens[right - 1].low in SUBJECT_PRONOUNS:
        if last.link in ("rel", "pp") and right - left == 1:
            return right, "resume", ""  # "the servers that fed it were closed": the pronoun is an object
        return right - 1, "rel", ""
    contact = _contact(tokens, left, right)
    if contact:
        return contact, "rel", ""
    return right, "resume", ""


def _closes_relative(tokens: list[Token], joint: int, left: int, right: int) -> bool:
    """ "Its contract, which gave it names and phone numbers, | lapsed": the list ends the relative clause."""
    opened = any(
        tokens[at].low in ("which", "who", "whose", "under", "through") and tokens[at - 1].low == ","
        for at in range(1, left)
    )
    last = tokens[joint + 1 : right - 1]
    return opened and 0 < len(last) < 5 and all(t.kind in NOMINAL or (t.kind == "word" and t.nouns) for t in last)


def _of_relative(clauses: list[Clause], before: Group) -> bool:
    """ "The permission that let it | write to inboxes | was disabled": the main clause goes on."""
    return before.shape == "inf" and len(clauses) > 1 and clauses[-2].link in ("rel", "pp")


def _in_listed(tokens: list[Token], left: int, at: int, right: int, hangs: bool) -> bool:
    """ "The apps named there, among them Acme | and | Borel, had access": a row of names that closes with a comma."""
    if tokens[right - 1].low != "," or not all(token.kind in NOMINAL for token in tokens[at + 1 : right - 1]):
        return False
    led = tokens[left:at]
    if hangs and len(led) > 1 and led[0].low in ("for", "by", "to", "with") and all(t.kind in NOMINAL for t in led[1:]):
        return True  # "all but the ones built for Acme and Borel, were shut down"
    return any(
        token.low == "including" or (token.low == "them" and led[here - 1].low in ("among", "of"))
        for here, token in enumerate(led)
    )


def _says_what(tokens: list[Token], before: Group, left: int, right: int) -> bool:
    """ "Says Acme and Borel, two makers of phones, were cut off": what is said begins right after the verb."""
    if (
        "say" not in before.senses
        or before.passive
        or before.cue.lemma in ("tell", "inform", "notify", "assure", "add")
    ):
        return False
    opens = tokens[left].kind in NOMINAL or tokens[left].low in SUBJECT_PRONOUNS | {"its", "the", "their", "our"}
    stretch = tokens[left:right]
    return opens and not any(t.kind == "date" or t.low in PREPOSITIONS - {"of", "with", "for"} for t in stretch)


def _contact(tokens: list[Token], left: int, right: int) -> int:
    """ "the permission every add-on held", "the endpoint Acme used": where a clause without a relative word begins."""
    for here in range(right - 1, left, -1):
        before, token = tokens[here - 1], tokens[here]
        if token.low in PREPOSITIONS | {",", "and", "or"}:
            return 0
        led = here > 1 and tokens[here - 2].low in DETERMINERS
        led = led or (here > 2 and tokens[here - 3].low in ("the", "a", "an") and tokens[here - 2].kind == "word")
        if token.kind in NOMINAL and here == right - 1 and "role" in before.nouns and led:
            continue  # "the company Acme": an apposition
        ours = {other.low for other in tokens[max(0, here - 4) : here - 1]} & {"our", "its", "their", "your", "my"}
        if token.kind in NOMINAL and here == right - 1 and before.nouns & {"role", "product"} and ours:
            continue  # "our sister app Acme"
        named = token.kind in NOMINAL and not (token.kind == "name" and token.what.what == "category")
        subject = token.low in ("the", "every", "its", "our", "their", "each") or (
            here == right - 1 and (named or token.low in ("it", "we", "they", "you"))
        )
        if subject and before.kind == "word" and before.nouns and before.low not in ("'s",):
            return here
    return 0


def _starts_clause(tokens: list[Token], at: int) -> bool:
    """Whether the "and" at this place more likely opens a clause than goes on with a list."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (
        after.low in SUBJECT_PRONOUNS | {"that", "this"} or tokens[at - 1].kind == "date" or after.kind == "date"
    )


def _is_aside(tokens: list[Token], group: Group, left: int) -> bool:
    """ "The feed, it confirmed, is closed": a verb of saying between commas, its subject right before it."""
    if not ("say" in group.senses or group.cue.lemma == "show") or group.shape != "finite":
        return False
    after = tokens[group.last + 1].low if group.last + 1 < len(tokens) else "."
    commas = [i for i in range(left, group.first) if tokens[i].low in (",", "—", "–")]
    if after not in (",", ".", "—", "–", "”", '"') or not commas or group.first - commas[-1] > 8 or not commas[-1]:
        return False
    stretch = tokens[commas[-1] + 1 : group.first]
    return any(noun_like(token) for token in stretch) and stretch[0].low not in SUBORDINATORS | CONJUNCTIONS

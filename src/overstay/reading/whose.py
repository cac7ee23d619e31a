"""Whose access an event speaks of: partners named in it, or those that its pronouns and short forms stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from overstay.reading.clauses import Clause
from overstay.reading.events import Event
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.tokens import Token

_SINGULAR = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "their", "them", "theirs", "both", "these", "those"])
_FIRST_PERSON = frozenset(["we", "us", "our", "ours", "i"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "'s", "its", "their", "two", "three", "four", "all", "each"])
_NOT_OWNERS = frozenset(["except", "excluding", "unlike", "besides", "like", "than", "against"])
_MAKES = frozenset("employ run make build develop operate own publish hire contract call name design".split())
_ORDINALS = {"first": 0, "former": 0, "second": 1, "latter": -1, "third": 2, "last": -1}


@dataclass(slots=True)
class Context:
    """What the sentences before spoke of: partners in the order named, programs, categories, whether access was one."""

    partners: list[tuple[str, ...]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    access: bool = False
    generic: bool = False


@dataclass(slots=True)
class Owners:
    """The partners of an event. `how`: named, carried (from another clause or sentence), speaker, generic, nobody."""

    ids: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    how: str = "nobody"
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: bool = False


def find_owners(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    parts_rest: list[Mention],
    verbs: frozenset[int],
    before: Context,
    speaker: tuple[str, ...],
    excepted: frozenset[int],
) -> Owners:
    """The partners of one event; `before` is what the sentences before spoke of, `speaker` the publisher's ids."""
    clause = clauses[event.place]
    if any(token.low == "whose" for token in tokens[slice(*clause.subject)]):
        excepted = frozenset()  # "save for Acme, whose time is extended": of this Acme is the subject
    affected = [m for m in event.affected if m.at not in excepted and m.prep not in _NOT_OWNERS]
    owners = _named(tokens, affected)
    if owners.ids:
        return owners
    generic = _generic(tokens, affected)
    anaphor = _anaphor(tokens, affected)
    if event.active and anaphor in ("it", "they") and not any(m.kind == "pronoun" and m.prep != "'s" for m in affected):
        # "Acme closed its feed": the owner is the one who did it, a partner or the platform.
        doer = find_mentions(tokens, *clause.subject, verbs)
        done = _named(tokens, doer)
        if done.ids or not any(m.kind == "pronoun" for m in doer):
            return done if done.ids else owners
    if not anaphor or anaphor == "role":
        attached = _attached(tokens, clauses, event.place, verbs, excepted)
        if attached.ids:
            return attached
    if anaphor == "we" and speaker:
        return Owners(list(speaker), how="speaker")
    if anaphor in ("it", "they", "ordinal", "role", "roles"):
        carried = _carried(tokens, clauses, event, anaphor, verbs, before, affected, speaker)
        if carried.ids or carried.new:
            return carried
    if generic and anaphor not in ("we",):
        return Owners(how="generic")
    if owners.new and anaphor != "we":
        return owners
    if event.active and not anaphor:
        doers = _named(tokens, [m for m in find_mentions(tokens, *clause.subject, verbs) if m.prep in ("", "'s")])
        if doers.ids:
            return doers
    subject = find_mentions(tokens, *clause.subject, verbs)
    if not generic and speaker and any(m.word.lower() in _FIRST_PERSON for m in subject):
        return Owners(list(speaker), how="speaker")
    if not anaphor and _definite(tokens, event):
        carried = _carried(tokens, clauses, event, "the", verbs, before, affected, speaker)
        if carried.ids or carried.new:
            return carried
    return owners


def _named(tokens: list[Token], mentions: list[Mention]) -> Owners:
    """The partners among some mentions; those after "by" only where there are no others."""
    for strict in (True, False):
        owners = Owners(how="named")
        for mention in mentions:
            if strict and mention.prep == "by":
                continue
            for token in tokens[mention.first : mention.at + 1]:
                if token.kind == "name" and token.what.what == "partner":
                    if len(token.what.ids) > 1:
                        owners.ambiguous = True
                    owners.ids += [i for i in token.what.ids if i not in owners.ids]
                    owners.mentions.append(mention)
                elif token.kind == "unknown" and token.text not in owners.new:
                    owners.new.append(token.text)
        if owners.ids or owners.new:
            return owners
    return Owners()


def _generic(tokens: list[Token], mentions: list[Mention]) -> bool:
    """Partners spoken of without a name: "device makers", "all apps"."""
    for mention in mentions:
        if mention.kind != "role" or (mention.prep == "'s" and mention.determiner == "the"):
            continue
        many = any(cue.part == "noun" and cue.form == "many" for cue in tokens[mention.at].cues)
        if many and mention.determiner not in ("both", "these", "those", "two", "three", "four"):
            return True
        if mention.determiner in ("a", "an", "any", "every", "some", "no", "another", "each"):
            return True
    return any(
        tokens[m.at].low in ("everyone", "everybody", "anyone", "anybody", "nobody", "others", "all") for m in mentions
    )


def _anaphor(tokens: list[Token], mentions: list[Mention]) -> str:
    """The kind of word that stands for a partner: it, they, we, role ("the company"), roles, ordinal ("the first")."""
    found = ""
    for mention in mentions:
        low = tokens[mention.at].low
        first = tokens[mention.first].low
        if first in _FIRST_PERSON or low in _FIRST_PERSON:
            return "we"
        if low in _SINGULAR or first in _SINGULAR:
            found = found or "it"
        elif low in _PLURAL or first in _PLURAL:
            found = found or "they"
        elif mention.kind == "role" and mention.determiner in _DEFINITE:
            many = any(cue.part == "noun" and cue.form == "many" for cue in tokens[mention.at].cues)
            plural = mention.determiner in ("both", "these", "those", "two", "three", "four")
            if plural:
                found = "roles"
            elif not many and mention.determiner in ("the", "this", "that"):
                found = found or "role"
    if not found:
        for mention in mentions:
            stretch = [t.low for t in tokens[max(0, mention.first - 3) : mention.at + 1]]
            if any(low in _ORDINALS for low in stretch) and "the" in stretch:
                return "ordinal"
    return found


def _definite(tokens: list[Token], event: Event) -> bool:
    return any(
        mention.determiner in ("the", "this", "that", "these", "those", "both", "all") or mention.kind == "pronoun"
        for mention in event.theme
    )


def _attached(
    tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int], excepted: frozenset[int]
) -> Owners:
    """Partners in the relative and other clauses that hang on this one: "every token it had issued to Borel"."""
    around: list[int] = []
    here = place - 1
    while (
        here >= 0
        and clauses[here].link in ("rel", "pp", "inf", "ger")
        and clauses[place].link in ("resume", "main", "comma", "and")
    ):
        around.append(here)
        here -= 1
    here = place + 1
    while (
        here < len(clauses)
        and clauses[here].link in ("rel", "pp", "inf", "ger", "sub")
        and clauses[here].word not in ("while", "although", "though", "whereas")
    ):
        if clauses[here].link == "sub" and clauses[here].word not in ("that",):
            break
        around.append(here)
        here += 1
    for other in around:
        clause = clauses[other]
        if clause.group.senses <= {"other"} and clause.group.cue.lemma not in _MAKES:
            continue
        start = clause.start
        mentions = [m for m in find_mentions(tokens, start, clause.end, verbs) if m.at not in excepted]
        owners = _named(tokens, mentions)
        if owners.ids or owners.new:
            return owners
    return Owners()


def _carried(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    anaphor: str,
    verbs: frozenset[int],
    before: Context,
    affected: list[Mention],
    speaker: tuple[str, ...],
) -> Owners:
    """The partners that a pronoun or short form stands for: of this sentence before the clause, else of the ones before."""
    clause = clauses[event.place]
    limit = min([clause.start] + [m.first for m in affected if m.kind in ("pronoun", "role")])
    if clause.link in ("inf", "ger", "pp"):
        limit = max(limit, clause.start)
    inside = _named(
        tokens,
        find_mentions(
            tokens, 0, max(limit, min(clause.group.first, clause.subject[1]) if anaphor == "the" else limit), verbs
        ),
    )
    if anaphor == "ordinal":
        words = [tokens[i].low for m in affected for i in range(max(0, m.first - 3), m.at + 1)]
        rank = next((_ORDINALS[word] for word in words if word in _ORDINALS), 0)
        try:
            return Owners(list(before.partners[rank]), how="carried")
        except IndexError:
            return Owners()
    if inside.ids:
        inside.how = "carried"
        if anaphor in ("it", "role") and len(inside.ids) > 1 and not inside.new:
            inside.ids = inside.ids[-1:] if anaphor == "role" else _one(tokens, clauses, event.place, inside)
        return inside
    if before.generic and not before.partners:
        return Owners(how="generic")
    if not before.partners and inside.new and anaphor in ("it", "role"):
        inside.how = "carried"
        return inside
    if not before.partners and speaker and anaphor in ("they", "the", "it"):
        return Owners(list(speaker), how="speaker")
    ids = [i for group in before.partners for i in group]
    if anaphor in ("it", "role", "the") and len(before.partners) > 1 and anaphor != "the":
        ids = list(before.partners[-1])
    return Owners(ids, list(before.new) if not ids else [], "carried" if ids or before.new else "nobody")


def _one(tokens: list[Token], clauses: list[Clause], place: int, owners: Owners) -> list[str]:
    """For "it" after several names: the one that was the subject of an earlier clause, else all that share the fate."""
    for here in range(place - 1, -1, -1):
        start, end = clauses[here].subject
        ids = [
            i
            for token in tokens[start:end]
            if token.kind == "name" and token.what.what == "partner"
            for i in token.what.ids
        ]
        if ids:
            return ids
    return owners.ids

"""What a clause is read from: the noun groups on both sides of its verb; and the event that a rule makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from overstay.reading.clauses import Clause
from overstay.reading.embedding import GOES_ON, KEEPS, was_done
from overstay.reading.frames import Frame
from overstay.reading.function_words import BE
from overstay.reading.mentions import Mention, find_mentions, heads
from overstay.reading.tokens import Token

_DONE = frozenset(("end", "bar"))


@dataclass(slots=True)
class Event:
    """One thing said about access in one clause.

    `state`: end, start, on (access is had or used), keep (it goes on), more (an extension). `affected`: mentions that
    may be the partner. `strength`: access, relation, product, data or pronoun, how plainly the theme is access.
    `active`: the subject did it to somebody else.
    """

    state: str
    rule: str
    theme: list[Mention] = field(default_factory=list)
    affected: list[Mention] = field(default_factory=list)
    about: str = "access"
    strength: str = "access"
    active: bool = False
    place: int = 0
    words: frozenset[str] = frozenset()  # of the verb and its helpers

    @property
    def pronoun(self) -> bool:
        """Whether only a pronoun stands for the access."""
        return self.strength == "pronoun"


@dataclass(slots=True)
class Parts:
    """A clause with the mentions on both sides of its verb; `doer` = the subject of the verb that carries it."""

    tokens: list[Token]
    clause: Clause
    frame: Frame
    subject: list[Mention]
    rest: list[Mention]
    doer: list[Mention]
    runs_on: str = ""  # the word that opens the next clause, where that one is an infinitive or gerund
    keeps_on: bool = False  # "was allowed | to keep it": the next clause goes on
    runs_into: frozenset[str] = frozenset()  # senses of that clause's verb
    done_to_it: bool = False  # "had its token pulled": a participle of ending or giving hangs on the object
    behind: list[Mention] = field(default_factory=list)  # "from the API" behind a relative clause of the object
    fronted: bool = False  # "the feed | that Zenlow shut down": its object stands before it

    @property
    def passive(self) -> bool:
        """Passive, or an -ed form without an object."""
        return self.clause.group.passive or (self.clause.group.bare and not self.fronted)

    @property
    def lemma(self) -> str:
        """The dictionary form of the verb."""
        return self.clause.group.cue.lemma

    @property
    def senses(self) -> frozenset[str]:
        """The senses of the verb."""
        return self.clause.group.senses


def parts_of(tokens: list[Token], clauses: list[Clause], place: int, frame: Frame, verbs: frozenset[int]) -> Parts:
    """The mentions around a clause's verb; what an infinitive or gerund after it says belongs to that one."""
    clause = clauses[place]
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    if clause.link == "inf" and was_done(tokens, clause):  # "to switch it off, | and we did": who did it is no owner
        start, end = clause.rest
        clause.rest = (start, next((at for at in range(start, end) if tokens[at].low == ","), end))
    start, end = clause.rest
    purpose = next((at for at in range(start, end - 1) if [t.low for t in tokens[at : at + 2]] == ["so", "that"]), end)
    clause.rest = (start, purpose)  # "will continue, | so that people can ..."
    subject = find_mentions(tokens, *clause.subject, verbs)
    if frame.carrier == 0 and not subject and tokens[0].low == "will" and not clauses[0].group.first:
        subject = [Mention(0, 0, "pronoun", "", "it", "")]  # "Will stop responding in May", of what was named before
    doer = subject if frame.carrier == place else find_mentions(tokens, *clauses[frame.carrier].subject, verbs)
    if not place and clause.link in ("ger", "sub") and after is not None and tokens[after.start].low == ",":
        subject = _owned_by_next(tokens, clause, after, verbs, subject)
    if not place and clause.link == "rel" and tokens[0].low == "among":
        subject, doer = _named_after(tokens, clause, verbs, subject, doer)
    if clause.link == "main" and clause.group.passive and [t.low for t in tokens[slice(*clause.subject)]] == ["what"]:
        subject, doer = _named_after(tokens, clause, verbs, subject, doer)
    taken = _taken_up(tokens, clauses, place, verbs) if clause.link == "rel" and clause.group.senses & _DONE else []
    above = place - 1 if clause.link == "inf" else place - 2
    if above >= 0 and frame.carrier < above + 1 and (clause.link == "inf" or _stops(clauses, place)):
        # "ordered Acme to delete it", "gave us until May to stop reading": the one told to is the one who does.
        told = find_mentions(tokens, *clauses[above].rest, verbs)
        told_to = [m for m in heads(told) if m.kind in ("partner", "unknown", "role", "pronoun")]
        if not told_to and any(m.word.lower() in ("app", "apps") for m in heads(told)):
            told_to = told  # "let apps by Acme | keep | reading posts"
        doer = told_to or doer
    doer = _given_leave(tokens, clauses, place, frame, verbs) or doer
    return Parts(
        tokens,
        clause,
        frame,
        subject,
        taken + find_mentions(tokens, *clause.rest, verbs),
        doer,
        (after.word or after.link) if after is not None and after.link in ("inf", "ger") else "",
        after is not None and after.link == "inf" and after.group.cue.lemma in KEEPS | GOES_ON,
        after.group.senses if after is not None and after.link in ("inf", "ger") else frozenset(),
        after is not None
        and after.link == "pp"
        and bool(after.group.senses & {"end", "start"})
        and after.group.first == after.start,
        [m for m in find_mentions(tokens, *after.rest, verbs) if m.prep in ("from", "off")]
        if after is not None and after.link == "rel"
        else [],
        bool(taken),
    )


def _given_leave(
    tokens: list[Token], clauses: list[Clause], place: int, frame: Frame, verbs: frozenset[int]
) -> list[Mention]:
    """ "Leave is granted to Acme | to continue | using it": the one to whom it is given is the one who does."""
    carrier = frame.carrier
    if carrier < 1 or clauses[carrier].link != "inf" or clauses[place].link not in ("inf", "ger"):
        return []
    above = clauses[carrier - 1]
    if not above.group.passive or "give" not in above.group.senses:
        return []
    return [m for m in find_mentions(tokens, *above.rest, verbs) if m.prep == "to" and m.kind == "partner"]


def _taken_up(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[Mention]:
    """ "The feed | that Zenlow shut down in 2015": the object of such a clause stands before it."""
    clause, group = clauses[place], clauses[place].group
    own = find_mentions(tokens, clause.start + bool(clause.word), group.first, verbs)
    if tokens[clause.start - 1].low in BE or any(m.kind in ("access", "relation", "program") for m in heads(own)):
        return []  # "the answer is | that its access ended"
    if clause.word not in ("that", "which", "") or group.passive or group.shape != "finite" or group.tense == "future":
        return []
    after = tokens[group.last + 1] if group.last + 1 < clause.end else None
    if not heads(own) or not (after is None or after.kind in ("date", "mark")):
        return []
    if any(m.prep == "" for m in find_mentions(tokens, *clause.rest, verbs)):
        return []
    floor = clauses[place - 1].group.last + 1 if place else 0
    before = find_mentions(tokens, floor, clause.start, verbs)
    tops = [at for at, mention in enumerate(before) if mention.prep == ""]
    first = next((at for at in tops[:1]), 0)
    while first and before[first - 1].prep == "'s":
        first -= 1
    return before[first:] if tops else []


def _stops(clauses: list[Clause], place: int) -> bool:
    """ "To stop | reading it"."""
    gerund = clauses[place].link == "ger" and not clauses[place].word
    above = clauses[place - 1].group
    return gerund and clauses[place - 1].link == "inf" and ("end" in above.senses or above.cue.lemma in GOES_ON | KEEPS)


def _named_after(
    tokens: list[Token], clause: Clause, verbs: frozenset[int], subject: list[Mention], doer: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """ "Among those that lost access | were Acme and Borel": who it was comes last."""
    start, end = clause.rest
    at = next((i for i in range(start, end) if tokens[i].low in ("was", "were", "is", "are")), None)
    if at is None:
        return subject, doer
    clause.rest = (start, at)
    named = find_mentions(tokens, at + 1, end, verbs)
    return named, named


def _owned_by_next(
    tokens: list[Token], clause: Clause, after: Clause, verbs: frozenset[int], subject: list[Mention]
) -> list[Mention]:
    """ "Its permission having lapsed, Acme ...", "since its deal ended, Acme ...": the owner is named after it."""
    start, end = clause.subject
    if not any(token.low in ("its", "their") for token in tokens[start:end]):
        return subject
    named = [m for m in heads(find_mentions(tokens, *after.subject, verbs)) if m.kind in ("partner", "unknown")]
    return [*(replace(mention, prep="'s") for mention in named), *subject]

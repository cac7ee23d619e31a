"""An event in its sentence ─► the facts around it on which its kind rests: since when, for how long, by what rule."""

from __future__ import annotations

from dataclasses import dataclass

from overstay.reading.clauses import Clause
from overstay.reading.cue_phrases import (
    ADDED,
    AT_ONCE,
    HABIT,
    LAST_TIME,
    LASTING,
    LASTS_LONGER,
    MORE_TOLD,
    NEVER_DID,
    NOW,
    ONCE,
    PURPOSE,
    SINCE_THEN,
    SINCE_WHAT,
    THESE_DAYS,
)
from overstay.reading.embedding import LETS
from overstay.reading.facts import Facts
from overstay.reading.frames import Frame
from overstay.reading.lent import leaves
from overstay.reading.owners import Context
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Scene, Sentence
from overstay.reading.tokens import Token
from overstay.reading.unasserted import FORBIDS
from overstay.reading.verbs import Group
from overstay.reading.when import When, is_ahead, is_on

_FORCES = frozenset(("force", "make"))
_AGREES = frozenset(("agree", "consent", "contract"))
_FAULTS = frozenset(
    ["bug", "error", "fault", "flaw", "glitch", "mistake", "oversight", "defect", "misconfiguration", "vulnerability"]
)  # fmt: skip
_PERIODS = frozenset(("time", "period", "window", "term", "deadline"))
_RELEASES = frozenset(("release", "version", "update", "build", "patch", "hotfix"))


@dataclass(frozen=True, slots=True)
class Case:
    """One event with its sentence, and the place from which a date before it may be looked for."""

    scene: Scene
    sentence: Sentence
    event: Event
    busy: frozenset[int]
    before: Context
    bounds: tuple[int, int, int]

    @property
    def parts(self) -> Parts:
        """The noun groups of its clause."""
        return self.sentence.parts[self.event.place]

    @property
    def frame(self) -> Frame:
        """What governs its verb."""
        return self.sentence.frames[self.event.place]

    @property
    def group(self) -> Group:
        """Its verb."""
        return self.parts.clause.group


def facts_of(case: Case, when: When | None) -> Facts:
    """What the words around an event and its date tell of its kind."""
    scene, tokens, clause, group = case.scene, case.sentence.tokens, case.parts.clause, case.group
    end = case.sentence.end
    stretch = scene.text[tokens[clause.start].start : tokens[max(clause.end - 1, clause.start)].end]
    return Facts(
        case.event,
        case.frame,
        shape=group.shape,
        word=clause.word,
        link=clause.link,
        passive=group.passive or group.bare,
        bound=when.found.bound if when else "",
        dated=when is not None,
        ahead=bool(when and is_ahead(when.found, scene.said)),
        on_day=bool(when and is_on(when.found, scene.said)),
        at_once=_at_once(stretch, group)
        or (clause.word == ":" and bool(AT_ONCE.search(scene.text, case.sentence.start, tokens[clause.start].start))),
        question=scene.text[case.sentence.start : case.sentence.end].rstrip("\"”') ").endswith("?"),
        imperative=group.imperative,
        now=case.frame.still or bool(NOW.search(stretch)),
        habit=bool(HABIT.search(stretch)) or _holds_whenever(case.sentence.clauses, case.event.place),
        once=case.frame.once or bool(ONCE.search(stretch)),
        lemma=group.cue.lemma,
        these_days=bool(THESE_DAYS.search(stretch)),
        added=bool(ADDED.match(scene.text, case.sentence.start)),
        first=any(token.low == "first" for token in tokens[max(0, group.head - 1) : group.head]),
        allowed=case.sentence.clauses[case.frame.carrier].group.cue.lemma in (*LETS, "give", "grant")
        and not _by_fault(case),
        agreed=case.sentence.clauses[case.frame.carrier].group.cue.lemma in _AGREES,
        forbidden=case.frame.mood == "order" and case.sentence.clauses[case.frame.carrier].group.cue.lemma in FORBIDS,
        to_do=case.frame.turn == "halt" and case.sentence.clauses[case.frame.carrier].group.shape == "inf",
        then_ends=_then_ends(case.sentence, case.event.place),
        compelled=_compelled(case),
        leave_until=_leave_until(case, when),
        more_told=bool(MORE_TOLD.search(scene.text, case.bounds[2], case.sentence.end)),
        beyond=bool(when and scene.said and when.found.earliest and when.found.earliest > scene.said[1]),
        left_then=leaves(case.sentence.clauses, case.event.place),
        since_that=any(
            clause.link == "sub" and clause.word == "since" and place in case.busy
            for place, clause in enumerate(case.sentence.clauses[: case.event.place + 2])
            if place == case.event.place + 1
        )
        or (when is None and bool(SINCE_WHAT.search(stretch))),
        lasts_longer=bool(LASTS_LONGER.search(stretch)),
        given_time=bool(group.senses and when and _given_time(case, when)),
        ending=tokens[group.head].low.split(" ")[0].endswith("ing"),
        conceded=_opening_word(case) in ("although", "though", "while", "whereas")
        and all(each.link in ("sub", "pp", "comp", "inf") for each in case.sentence.clauses[: case.event.place + 1]),
        over=bool(when and scene.said and when.found.latest and when.found.latest < scene.said[0]),
        purpose=bool(PURPOSE.search(scene.text, tokens[group.head].start, _reach(case))),
        last=any(token.low == "last" for token in tokens[max(0, group.head - 2) : group.head])
        or _takes_the_last(tokens[group.last + 1 : group.last + 3])
        or bool(LAST_TIME.search(stretch)),
        since_then=bool(SINCE_THEN.search(stretch)) or _is_after_since(case.sentence.clauses, case.event.place),
        never_did=bool(case.frame.negation) and bool(NEVER_DID.search(scene.text, tokens[group.last].start, end)),
        in_more_time=_in_more_time(case),
        told_then=_told_then(case, when),
        until_then=_until_then(case),
        lasting=bool(LASTING.search(scene.text, tokens[group.head].start, _reach(case))),
        by_release=_is_this_release([token.low for token in tokens[slice(*clause.subject)]]),
        generic=any(token.low in ("other", "else", "new") for token in tokens[slice(*clause.subject)]),
    )


def _by_fault(case: Case) -> bool:
    """ "A bug let apps keep reading posts": nobody allowed it."""
    subject = case.sentence.tokens[slice(*case.sentence.clauses[case.frame.carrier].subject)]
    return any(token.low in _FAULTS for token in subject)


def _in_more_time(case: Case) -> bool:
    """ "Extended the period | in which it could use the feed through May": the date is where more time ends."""
    clauses, place = case.sentence.clauses, case.event.place
    if not place or clauses[place].link != "rel" or "extend" not in clauses[place - 1].group.senses:
        return False
    start = clauses[place].start
    return bool(_PERIODS & {token.low for token in case.sentence.tokens[max(0, start - 2) : start]})


def _at_once(stretch: str, group: Group) -> bool:
    """Whether it is so from the day said on; "immediately revoked it", "immediately upon its sale" tell a tale."""
    found = AT_ONCE.search(stretch)
    if found is None:
        return False
    bare = found.group().lower() in ("immediately", "at once")
    told = group.tense == "past" and not group.mood.startswith("future")
    after = stretch[found.end() :].split()[:1]
    return not (bare and (told or after in (["upon"], ["after"], ["following"], ["when"], ["on"])))


def _leave_until(case: Case, when: When | None) -> bool:
    """ "Acme may use the feed until 1 May", and no condition beside it."""
    if when is None or when.found.bound not in ("until", "through") or not is_ahead(when.found, case.scene.said):
        return False
    frame, event = case.frame, case.event
    may = case.sentence.clauses[frame.carrier].group.words if frame.turn == "go on" else event.words
    allowed = "may" in may or (frame.able and frame.mood == "real")  # "may read", "may go on | reading"
    using = event.strength == "relation" and event.rule == "had or used"  # "its old connection"
    plain = allowed and frame.tense == "present" and not frame.negation
    plain = plain and (using or event.strength in ("access", "data"))
    plain = plain or (allowed and frame.tense == "present" and not frame.negation and event.pronoun)
    keeping = event.state == "keep" and event.strength == "access" and "may" in event.words  # "may retain its access"
    plain = plain or (keeping and frame.tense == "present" and not frame.negation)
    return plain and not any(
        clause.link == "sub" and clause.word in ("if", "unless", "provided", "when") for clause in case.sentence.clauses
    )


def _until_then(case: Case) -> bool:
    """ "Was not cut off | until two days after the article appeared": it did end, on a day that is not told."""
    clause, tokens = case.parts.clause, case.sentence.tokens
    words = [token.low for token in tokens[case.group.last + 1 : clause.end + 1]]
    comma = words.index(",") if "," in words else len(words)
    return any(low in ("until", "till") for low in words[:comma]) or any(
        t.kind == "date" and t.what.bound == "until" for t in tokens[case.group.last + 1 : clause.end][:comma]
    )


def _compelled(case: Case) -> bool:
    """ "Had to surrender its keys", "was forced to end it": what somebody had to do was done."""
    carrier = case.sentence.clauses[case.frame.carrier].group
    forced = carrier.cue.lemma in _FORCES and carrier.tense == "past" and carrier.passive
    return forced or any("had" in group.words and group.mood == "was to" for group in (case.group, carrier))


def _is_this_release(subject: list[str]) -> bool:
    """ "This release | removes": the subject is the version that the entry of a changelog is about."""
    return any(
        low == "this" and subject[at + 1 : at + 2] and subject[at + 1] in _RELEASES for at, low in enumerate(subject)
    )


def _takes_the_last(after: list[Token]) -> bool:
    """ "Received | the last batch": nothing came after it."""
    return (
        len(after) == 2 and after[0].low in ("the", "our", "its", "their", "your") and after[1].low in ("last", "final")
    )


def _is_after_since(clauses: list[Clause], place: int) -> bool:
    """ "Since its contract lapsed, | Acme has had no way in"."""
    return any(
        clause.link == "sub" and clause.word == "since" and "end" in clause.group.senses
        for clause in clauses[max(0, place - 1) : place + 2]
    )


def _told_then(case: Case, when: When | None) -> bool:
    """ "By letter of 2 June 2016 it was told | that access would cease in 30 days": not 30 days from the day said."""
    if "would" not in case.group.words or case.scene.said is None or when is None or when.found.direction != "future":
        return False
    first = case.scene.said[0]
    return any(
        token.kind == "date" and token.what.latest is not None and (first - token.what.latest).days > 60
        for token in case.sentence.tokens[: case.parts.clause.start]
    )


def _opening_word(case: Case) -> str:
    """The first word of the sentence behind its number or bullet."""
    tokens = case.sentence.tokens[:4]
    return next((token.low for token in tokens if token.kind == "word" and not token.low.isdigit()), "")


def _given_time(case: Case, when: When) -> bool:
    """ "Has 90 days from today | to remove it": the whole stretch is open to it."""
    words = case.group.words
    if case.frame.mood == "order" and when.at > 0:  # "was given the same deadline, Oct. 1, | to come off it"
        around = case.sentence.tokens[max(0, when.at - 3) : when.at + 2]
        if any(token.low in ("deadline", "cutoff", "cut-off") for token in around):
            return True
    return "have" in words and "to" in words and case.group.mood == "must" and 0 <= when.at < case.group.head


def _reach(case: Case) -> int:
    """The offset at which the clause ends, or the infinitive that hangs on it."""
    clauses, place = case.sentence.clauses, case.event.place
    while place + 1 < len(clauses) and clauses[place + 1].link in ("inf", "ger"):
        place += 1
    return case.sentence.tokens[clauses[place].end - 1].end


def _then_ends(sentence: Sentence, place: int) -> bool:
    """ "Until 30 April, | when the connection closes", "until May, at | which point it was cut off"."""
    after = sentence.clauses[place + 1 : place + 3]
    return any(
        bool(clause.group.senses & {"end", "bar"})
        and (
            (clause.link == "sub" and clause.word == "when")
            or (clause.word == "which" and sentence.tokens[clause.start + 1].low in ("point", "time", "date"))
        )
        for clause in after
        if clause.start + 1 < len(sentence.tokens)
    )


def _holds_whenever(clauses: list[Clause], place: int) -> bool:
    """ "Access is revoked when a developer leaves": both in the present, so it tells a rule."""
    return any(
        clause.link == "sub"
        and clause.word in ("when", "whenever", "once", "if", "after")
        and clause.group.tense == "present"
        for clause in clauses[max(0, place - 1) : place + 2]
    )

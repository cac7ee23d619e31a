"""Dates that another clause lends an event: "when the feed closed in 2016, Acme lost it", "tests run in May found"."""

from __future__ import annotations

from overstay.reading.clauses import Clause
from overstay.reading.mentions import find_mentions
from overstay.reading.tokens import Token
from overstay.reading.when import When, free_dates, unbound

_TOGETHER = ("with it", "with them", "as well", "too", "likewise", "at the same time", "simultaneously")
_HAPPENS = frozenset(
    ("complete", "finish", "conclude", "take effect", "go into effect", "come into effect", "come into force", "happen",
     "occur", "apply")
)  # fmt: skip
_CHANGE = frozenset(
    (
        "change",
        "changes",
        "rules",
        "rule",
        "move",
        "process",
        "step",
        "removal",
        "transition",
        "shutdown",
        "switch",
        "this",
        "work",
    )
)
_THEREUPON = ("after which ", "after that ", "thereafter ", "afterwards ", "at which point ")
_AT_WHICH = ("at which point ", "at which time ", "on which day ", "on which date ", "by which time ")
_FOUNDED = frozenset(
    ("found", "launch", "start", "begin", "open", "create", "establish", "set up", "incorporate", "be")
)
_FINISHES = frozenset(("complete", "finish", "conclude", "do", "accomplish"))
_IT = frozenset(("it", "this"))
_TRIALS = frozenset(("check", "experiment", "trial", "demonstration", "review", "exercise", "inspection", "audit"))
_DAYS = frozenset(("date", "day", "month", "year"))


def lent_dates(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """The dates of other clauses that hold for this one as well."""
    clause = clauses[place]
    if leaves(clauses, place):
        return free_dates(tokens, clauses[place + 1].start, clauses[place + 1].end, verbs)
    if clauses[0].start:
        loose = free_dates(tokens, 0, clauses[0].start, verbs)
        root = place
        while root > 0 and clauses[root].link in ("inf", "ger") and not clauses[root].word:
            root -= 1
        asked = any(
            token.low == "did" for token in tokens[: clauses[0].start]
        )  # "at no time after May did it tell that ..."
        if loose and not asked and root == _of_the_opening(tokens, clauses):
            return loose
    cleft = _cleft(tokens, clause, verbs)
    if cleft:
        return cleft
    if place and clause.link == "sub" and clause.word == "when" and clause.group.tense == "present":
        until = [
            when
            for when in free_dates(tokens, clauses[place - 1].start, clause.start, verbs)
            if when.found.bound == "until"
        ]
        if until and tokens[clause.start - 1].low == ",":
            return until  # "has until May to leave, | when its contract ends"
    led = " ".join(token.low for token in tokens[max(0, clause.start - 1) : clause.start + 3])
    if place and any(phrase in f"{led} " for phrase in _AT_WHICH):
        day = [w for w in free_dates(tokens, clauses[place - 1].start, clause.start, verbs) if w.found.edtf]
        if len(day) == 1:
            return day  # "will switch on 1 September, at which point we will delete its token"
    if place and any(phrase in f"{led} " for phrase in _THEREUPON):
        until = [
            when
            for when in free_dates(tokens, 0, clause.start, verbs)
            if when.found.bound == "until" and when.found.edtf
        ]
        if until:
            return until[-1:]  # "has until May to leave, | after which its key will be revoked"
    at_once = [
        when
        for when in free_dates(tokens, max(0, clause.start - 2), clause.start, verbs)
        if clause.link == "sub" and clause.word == "when" and tokens[clause.start - 1].low in (",", clause.word)
    ]
    if at_once:
        return [When(when.at, unbound(when.found), when.carried) for when in at_once]
    return (
        _that_day(tokens, clause)
        or _fronted(tokens, clauses, place, verbs)
        or _while_another(tokens, clauses, place, verbs)
        or _together(tokens, clauses, place, verbs)
        or _followed(tokens, clauses, place, verbs)
    )


def leaves(clauses: list[Clause], place: int) -> bool:
    """ "Has not sent us any | since we left the beta in May": not so from then on, and so it was before."""
    if place + 1 >= len(clauses):
        return False
    group, after = clauses[place].group, clauses[place + 1]
    if group.negation != "not" or group.tense != "perfect" or after.link != "sub" or after.word != "since":
        return False
    return after.group.cue.lemma not in _FOUNDED and "start" not in after.group.senses


def _that_day(tokens: list[Token], clause: Clause) -> list[When]:
    """ "Had until 1 May, and stopped | reading it on that date": the one date before it in the sentence."""
    words = [token.low for token in tokens[clause.start : clause.end]]
    pointed = any(
        low in ("on", "in") and words[at + 1 : at + 2] in (["that"], ["the"]) and set(words[at + 1 : at + 4]) & _DAYS
        and ("that" in words[at + 1 : at + 2] or "same" in words[at + 1 : at + 3])
        for at, low in enumerate(words)
    )  # fmt: skip
    before = [at for at in range(clause.start) if tokens[at].kind == "date" and tokens[at].what.edtf]
    return [When(before[0], tokens[before[0]].what)] if pointed and len(before) == 1 else []


def _cleft(tokens: list[Token], clause: Clause, verbs: frozenset[int]) -> list[When]:
    """ "It was only in May 2019, after ..., | that Acme disabled it"."""
    opens = [at for at in range(max(0, clause.start - 1), clause.group.first) if tokens[at].low == "that"]
    if not opens:
        return []
    for at in range(opens[0] - 1, 0, -1):
        if tokens[at].low in (";", ":"):
            return []
        if tokens[at].low in ("was", "is") and tokens[at - 1].low == "it":
            return free_dates(tokens, at, min(at + 4, opens[0]), verbs)
    return []


def _of_the_opening(tokens: list[Token], clauses: list[Clause]) -> int:
    """Whose are the words before the first clause: "It was in May that | ..."; "In 2014, when ... | apps lost it"."""
    if tokens[0].low in _IT and clauses[0].link in ("rel", "sub", "comp"):
        return 0
    later = (place for place, clause in enumerate(clauses) if place and clause.link in ("resume", "main", "comma"))
    return next(later, -1 if clauses[0].link == "sub" else 0)


def _fronted(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """A date before the first subject holds for what is coordinated with it or spelt out after a colon."""
    clause = clauses[place]
    if not place:
        return []
    here = place
    while here > 0 and clauses[here].link in ("and", "rel", "pp", "inf", "ger", "comma", "resume", "comp"):
        if here != place and any(
            token.kind == "date" for token in tokens[clauses[here].start : clauses[here].group.first]
        ):
            break
        if clauses[here].link == "and" and clauses[here].word in ("but", "yet", "so", "nor"):
            return []
        here -= 1
    between = [token.low for token in tokens[clauses[here].group.last : clause.group.first]]
    if clauses[here].link == "main" and here and tokens[clauses[here].start - 1].low == ":":
        here = 0
    elif clause.link == "resume" and clause.subject[0] and tokens[clause.subject[0] - 1].low == "and":
        pass  # "..., and its ability | to read lists | was removed"
    elif clause.link not in ("and", "comma") and ":" not in between:
        return []
    first = clauses[here]
    if here == place or first.link not in ("main", "rel", "and", "comma") or _tense(first) != _tense(clause):
        return []
    return [
        when
        for when in free_dates(tokens, first.start, first.group.first, verbs)
        if not find_mentions(tokens, first.start, when.at, verbs)
        and not when.found.words.lower().startswith("the ")  # "the 30 April deadline passed and ..."
    ]


def _while_another(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "When the feed closed in 2016, Acme lost it": what happened when something else did happened on its date."""
    root = place
    while root and clauses[root].link == "ger" and not clauses[root].word:
        root -= 1  # "stopped | using it | when it moved in 2014"
    clause = clauses[root]
    if clause.link not in ("main", "resume", "comma", "and"):
        return []
    before = root - 1
    while before > 0 and clauses[before].link in ("inf", "ger", "pp", "rel"):
        before -= 1
    after = place + 1
    while (
        after + 1 < len(clauses) and clauses[after].link == "inf"
    ):  # "lost the right | to read it | when the deal ended"
        after += 1
    for here in (before, after):
        if 0 <= here < len(clauses) and clauses[here].link == "sub" and clauses[here].word == "when":
            if here == before and clauses[here].start and clause.link == "and":
                continue
            if _tense(clauses[here]) == _tense(clause) or clauses[here].group.tense == "present":
                return free_dates(tokens, clauses[here].start, clauses[here].end, verbs)
    return []


def _together(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "The deal ended in May, and the access lapsed with it"."""
    clause = clauses[place]
    if clause.link not in ("and", "main", "comma") or not place:
        return []
    words = " ".join(token.low for token in tokens[clause.start : clause.end])
    if not any(f" {phrase} " in f" {words} " for phrase in _TOGETHER) or _tense(clauses[place - 1]) != _tense(clause):
        return []
    return free_dates(tokens, clauses[place - 1].start, clauses[place - 1].end, verbs)


def _followed(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "Acme will be cut off, and the change takes effect on 1 May"."""
    for here in range(place - 1, max(-1, place - 3), -1):  # "the change, which takes effect on 1 May, will cut it off"
        clause = clauses[here]
        before = {token.low for token in tokens[max(0, clause.start - 2) : clause.start]}
        if clause.link == "rel" and clause.group.cue.lemma in _HAPPENS and before & _CHANGE:
            return free_dates(tokens, clause.start, clause.end, verbs)
    for here in range(place + 1, min(place + 4, len(clauses))):
        clause = clauses[here]
        words = {token.low for token in tokens[clause.start : clause.end]}
        change = words & _CHANGE or (clause.group.cue.lemma in _FINISHES and words & {"that", "it"})
        if clause.group.cue.lemma in _HAPPENS and change and clause.link != "rel":
            return free_dates(tokens, clause.start, clause.end, verbs)
    return []


def evidence_dates(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """The dates of the tests, records or sightings on which a clause rests: "tests run in May found that ..."."""
    fronted = _tested(tokens, clauses, place, verbs)
    if fronted:
        return fronted
    clause, here = clauses[place], place
    by = place - 2 if place > 1 and clause.link == "ger" and clauses[place - 1].link == "pp" else place - 1
    found = clause.link in ("ger", "pp") and not clause.word and place and "show" in clauses[by].group.senses
    while here > 0 and clauses[here].link != "comp" and not found:  # "a test in May found Acme's app | collecting it"
        here -= 1
    by = by if found else here - 1
    watched = clause.link == "sub" and clause.word == "as" and place
    if watched and clauses[place - 1].group.cue.lemma in ("watch", "see", "observe"):
        return free_dates(tokens, clauses[place - 1].start, clause.start, verbs)
    if not here or "show" not in clauses[by].group.senses:
        return []
    first = by
    while first > 0 and clauses[first].link in ("rel", "pp", "resume", "inf", "ger", "and", "comma"):
        first -= 1
    dates = free_dates(tokens, 0 if not first else clauses[first].start, clauses[here].start, verbs)
    known = [when for when in dates if when.found.edtf]
    return [When(when.at, when.found, True) for when in sorted(known, key=lambda when: clause.start - when.at)]


def _tested(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "In tests carried out in July, | Acme's app could still read them": the test was the sighting."""
    first = clauses[0]
    if not place or first.link != "pp" or clauses[place].link not in ("comma", "resume", "main", "and"):
        return []
    led = tokens[: first.start]
    if not led or led[0].low not in ("in", "during", "at", "under"):
        return []
    if "proof" not in led[-1].nouns and led[-1].low.removesuffix("s") not in _TRIALS:
        return []
    dates = free_dates(tokens, 0, first.end, verbs)
    return [When(when.at, when.found, True) for when in dates if when.found.edtf and when.at < clauses[1].group.first]


def _tense(clause: Clause) -> str:
    """Past, or not: what a shared date must agree with."""
    group = clause.group
    if group.shape in ("pp", "ger", "inf"):
        return "past"
    return "past" if group.tense in ("past", "perfect", "none") and group.mood in ("real", "could") else "other"

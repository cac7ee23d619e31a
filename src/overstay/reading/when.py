"""Which date of a sentence belongs to an event; what it then means for a kind of statement is told in `stated`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from overstay.reading.clauses import Clause
from overstay.reading.governed import is_governed
from overstay.reading.mentions import find_mentions
from overstay.reading.tokens import Token

_VAGUE = frozenset(("already", "recently", "previously", "formerly", "now", "currently", "since", "lately"))
_DECIDES = frozenset(("say", "order", "plan", "propose"))
_RUNS = frozenset(("run", "run out", "end", "expire", "last", "lapse", "close", "finish", "continue", "stretch", "be"))
_TOGETHER = ("with it", "with them", "as well", "too", "likewise", "at the same time", "simultaneously")
_HAPPENS = frozenset(
    ("complete", "finish", "conclude", "take effect", "go into effect", "come into effect", "come into force", "happen",
     "occur", "apply")
)  # fmt: skip
_CHANGE = frozenset(
    ("change", "move", "process", "step", "removal", "transition", "shutdown", "switch", "this", "work")
)
_IT = frozenset(("it", "this"))
_DAYS = frozenset(("date", "day", "month", "year"))


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event: its place in the tokens, the found date, and whether another clause lent it."""

    at: int
    found: Any
    carried: bool = False


def dates_of(
    tokens: list[Token],
    clauses: list[Clause],
    place: int,
    carrier: int,
    verbs: frozenset[int],
    busy: frozenset[int],
    *,
    state: str = "",
    ahead: bool = False,
    said: tuple[date, date] | None = None,
) -> list[When]:
    """The dates that can belong to an event, the likeliest first.

    `busy` = places of clauses with an event of their own; `state` is that of the event; `ahead`: it is announced or
    ordered, so that no date before the day said (`said`, its first and last day) can be its own.
    """
    clause = clauses[place]
    own = _own(tokens, clauses, place, carrier, verbs, busy)
    if state == "more":
        own = _tail(tokens, clauses, place, verbs) or [when for when in own if _is_limit(when, said)]
    carried = False
    if not own:
        carried = True
        own = [when for when in _lent(tokens, clauses, place, verbs) if state != "more" or _is_limit(when, said)]
    if ahead and said:
        own = [when for when in own if not _is_over(when.found, said[0])]
        own = (
            own or _behind(tokens, clauses, place, verbs, said) or _before_both(tokens, clauses, place, carrier, verbs)
        )
    if state == "on" and any(when.found.bound == "until" for when in own):  # "from at least 2013 until May 2015"
        own = [when for when in own if when.found.bound not in ("since", "from", "after")]
    whens = sorted(own, key=lambda when: _rank(tokens, when, clause.group.head))
    return [When(when.at, when.found, True) for when in whens] if carried else whens


def _own(
    tokens: list[Token], clauses: list[Clause], place: int, carrier: int, verbs: frozenset[int], busy: frozenset[int]
) -> list[When]:
    """The dates in the event's clause, in the clauses that carry it, and in those that only complete it."""
    clause = clauses[place]
    end, here = clause.end, place + 1
    while here < len(clauses) and _completes(clauses[here], here in busy):
        end = clauses[here].end
        here += 1
    own = _free(tokens, clause.start, end, verbs)
    if here < len(clauses) and clauses[here].link == "aside":  # "ended, the company said, on 3 May"
        own += _free(tokens, clauses[here].group.last + 1, clauses[here].end, verbs)
    for above in range(place - 1, min(carrier, place) - 1, -1):
        own += _carried_down(tokens, clauses[above], verbs)
    if own or here >= len(clauses) or here in busy or clauses[here].link not in ("pp", "rel"):
        return own or _in_subject(tokens, clause, verbs)
    senses = clauses[here].group.senses
    if senses & {"have", "use"} and not senses & {"start", "give"}:
        own = _free(tokens, clauses[here].start, clauses[here].end, verbs)
    return own or _in_subject(tokens, clause, verbs)


def _completes(clause: Clause, busy: bool) -> bool:
    """ "Stopped | sharing it in May", "was allowed | to use it from May": the second verb's date is the first's."""
    if clause.link == "ger" and clause.word == "":
        return True
    return clause.link == "inf" or (not busy and clause.link == "ger" and clause.word == "from")


def _carried_down(tokens: list[Token], above: Clause, verbs: frozenset[int]) -> list[When]:
    """From a verb that governs the event: all its dates, of a decision or an order only those before the verb."""
    end = above.group.first if above.group.senses & _DECIDES else above.end
    return _free(tokens, above.start, end, verbs)


def _in_subject(tokens: list[Token], clause: Clause, verbs: frozenset[int]) -> list[When]:
    if clause.link in ("resume", "comma") and clause.subject[1] <= clause.start:
        return _free(tokens, *clause.subject, verbs)
    return []


def _behind(
    tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int], said: tuple[date, date]
) -> list[When]:
    """ "Shall revoke the tokens | issued to Acme by 31 July": a day to come is not that of what was issued."""
    here = place + 1
    if here >= len(clauses) or clauses[here].link != "pp":
        return []
    dates = _free(tokens, clauses[here].start, clauses[here].end, verbs)
    return [when for when in dates if is_ahead(when.found, said)]


def _before_both(
    tokens: list[Token], clauses: list[Clause], place: int, carrier: int, verbs: frozenset[int]
) -> list[When]:
    """ "Has until May to delete it | and give up its tokens": a date before the first verb is the second's too."""
    if clauses[place].link != "and" or not clauses[place].group.shared or not place:
        return []
    first = clauses[place - 1]
    return _free(tokens, min(clauses[carrier].start, first.start), first.group.head, verbs)


def _is_limit(when: When, said: tuple[date, date] | None) -> bool:
    """Whether a date can be the end of an extension rather than the day on which it was given."""
    found = when.found
    return bool(found.bound or not found.edtf or "unit" in found.rule or is_ahead(found, said))


def _tail(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "A second extension, | which runs through July": the end of more time stands in a clause about it."""
    return [
        when
        for here in tails(clauses, place)
        for when in _free(tokens, clauses[here].start, clauses[here].end, verbs)
        if when.found.edtf
    ]


def tails(clauses: list[Clause], place: int) -> list[int]:
    """The clauses right after an extension that only say how long it lasts."""
    here = place + 1
    out = []
    while here < len(clauses) and clauses[here].link in ("rel", "pp", "ger"):
        if clauses[here].group.cue.lemma in _RUNS and not clauses[here].group.negation:
            out.append(here)
        here += 1
    return out


def _lent(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """The dates of other clauses that hold for this one as well."""
    clause = clauses[place]
    if clauses[0].start:
        loose = _free(tokens, 0, clauses[0].start, verbs)
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
            when for when in _free(tokens, clauses[place - 1].start, clause.start, verbs) if when.found.bound == "until"
        ]
        if until and tokens[clause.start - 1].low == ",":
            return until  # "has until May to leave, | when its contract ends"
    at_once = [
        when
        for when in _free(tokens, max(0, clause.start - 2), clause.start, verbs)
        if clause.link == "sub" and clause.word == "when" and tokens[clause.start - 1].low in (",", clause.word)
    ]
    if at_once:
        return at_once
    return (
        _that_day(tokens, clause)
        or _fronted(tokens, clauses, place, verbs)
        or _while_another(tokens, clauses, place, verbs)
        or _together(tokens, clauses, place, verbs)
        or _followed(tokens, clauses, place, verbs)
    )


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
            return _free(tokens, at, min(at + 4, opens[0]), verbs)
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
    elif clause.link not in ("and", "comma") and ":" not in between:
        return []
    first = clauses[here]
    if here == place or first.link not in ("main", "rel", "and", "comma") or _tense(first) != _tense(clause):
        return []
    return [
        when
        for when in _free(tokens, first.start, first.group.first, verbs)
        if not find_mentions(tokens, first.start, when.at, verbs)
    ]


def _while_another(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "When the feed closed in 2016, Acme lost it": what happened when something else did happened on its date."""
    clause = clauses[place]
    if clause.link not in ("main", "resume", "comma", "and"):
        return []
    before = place - 1
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
                return _free(tokens, clauses[here].start, clauses[here].end, verbs)
    return []


def _together(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "The deal ended in May, and the access lapsed with it"."""
    clause = clauses[place]
    if clause.link not in ("and", "main", "comma") or not place:
        return []
    words = " ".join(token.low for token in tokens[clause.start : clause.end])
    if not any(f" {phrase} " in f" {words} " for phrase in _TOGETHER) or _tense(clauses[place - 1]) != _tense(clause):
        return []
    return _free(tokens, clauses[place - 1].start, clauses[place - 1].end, verbs)


def _followed(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "Acme will be cut off, and the change takes effect on 1 May"."""
    for here in range(place - 1, max(-1, place - 3), -1):  # "the change, which takes effect on 1 May, will cut it off"
        clause = clauses[here]
        before = {token.low for token in tokens[max(0, clause.start - 2) : clause.start]}
        if clause.link == "rel" and clause.group.cue.lemma in _HAPPENS and before & _CHANGE:
            return _free(tokens, clause.start, clause.end, verbs)
    for here in range(place + 1, min(place + 4, len(clauses))):
        clause = clauses[here]
        words = {token.low for token in tokens[clause.start : clause.end]}
        if clause.group.cue.lemma in _HAPPENS and words & _CHANGE and clause.link != "rel":
            return _free(tokens, clause.start, clause.end, verbs)
    return []


def evidence_dates(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """The dates of the tests, records or sightings on which a clause rests: "tests run in May found that ..."."""
    clause, here = clauses[place], place
    while here > 0 and clauses[here].link != "comp":
        here -= 1
    if not here or "show" not in clauses[here - 1].group.senses:
        return []
    first = here - 1
    while first > 0 and clauses[first].link in ("rel", "pp", "resume", "inf", "ger", "and", "comma"):
        first -= 1
    dates = _free(tokens, 0 if not first else clauses[first].start, clauses[here].start, verbs)
    known = [when for when in dates if when.found.edtf]
    return [When(when.at, when.found, True) for when in sorted(known, key=lambda when: clause.start - when.at)]


def _tense(clause: Clause) -> str:
    """Past, or not: what a shared date must agree with."""
    group = clause.group
    if group.shape in ("pp", "ger", "inf"):
        return "past"
    return "past" if group.tense in ("past", "perfect", "none") and group.mood in ("real", "could") else "other"


def _is_over(found: Any, first: date) -> bool:
    return found.latest is not None and found.latest < first and found.bound not in ("from", "since", "after")


def _rank(tokens: list[Token], when: When, head: int) -> tuple[int, int, int, int]:
    """Likeliest first: what is called effective, what is known, no mere "recently", the nearest after the verb."""
    words = when.found.words.lower().split()
    before = tokens[when.at - 1].low if when.at else ""
    effective = "effective" in words or before in ("effective", "starting", "beginning")
    elsewhere = any(token.low == ";" for token in tokens[head : when.at])
    duration = any(word in ("more", "additional", "further", "extra", "another") for word in words[:3])
    return (
        2 if elsewhere else 0 if effective else 1,
        1 if duration or not when.found.edtf else 0,
        1 if set(words) & _VAGUE and len(words) < 3 else 0,
        (when.at - head) if when.at > head else 100 + head - when.at,
    )


def _free(tokens: list[Token], start: int, end: int, verbs: frozenset[int]) -> list[When]:
    return [
        When(at, tokens[at].what)
        for at in range(start, min(end, len(tokens)))
        if tokens[at].kind == "date" and not is_governed(tokens, start, at, verbs)
    ]


def is_on(found: Any, said: tuple[date, date] | None) -> bool:
    """Whether a date is the day said."""
    return bool(said and (found.earliest, found.latest) in (said, (said[1], said[1])))


def is_ahead(found: Any, said: tuple[date, date] | None) -> bool:
    """Whether a date lies after the day said."""
    if found.direction == "future":
        return True
    return bool(said and found.earliest and found.earliest > said[1]) or bool(
        said and found.latest and found.latest > said[1] and found.bound in ("by", "before", "within", "as-of")
    )


__all__ = ["When", "dates_of", "evidence_dates", "is_ahead", "is_on", "tails"]

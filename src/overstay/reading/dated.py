"""Which date of a sentence belongs to an event; what it then means for a kind of statement is told in `stated`."""

from __future__ import annotations

from datetime import date

from overstay.reading.asides import behind_aside
from overstay.reading.clauses import Clause
from overstay.reading.embedding import ASKS, was_done
from overstay.reading.lent import lent_dates
from overstay.reading.tokens import Token
from overstay.reading.when import When, free_dates, is_ahead, is_over

_VAGUE = frozenset(("already", "recently", "previously", "formerly", "now", "currently", "since", "lately"))
_DECIDES = frozenset(("say", "order", "plan", "propose"))
_RUNS = frozenset(("run", "run out", "end", "expire", "last", "lapse", "close", "finish", "continue", "stretch", "be"))


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
    asked = place > 0 and clauses[place].link == "inf" and clauses[place - 1].group.cue.lemma in ASKS
    if asked and was_done(tokens, clauses[place]):
        # "Asked it in January to end it, and it did so in May": when it was asked is not when it was done.
        did = next(at for at in range(clauses[place].group.last, len(tokens)) if tokens[at].low == "did")
        done = free_dates(tokens, did, len(tokens), verbs)
        if done := [when for when in done if when.found.edtf and when.found.bound != "within"]:
            return done
    own = _own(tokens, clauses, place, carrier, verbs, busy)
    if state == "more":
        own = _tail(tokens, clauses, place, verbs) or [when for when in own if _is_limit(when, said)]
    carried = False
    if not own:
        carried = True
        own = [when for when in lent_dates(tokens, clauses, place, verbs) if state != "more" or _is_limit(when, said)]
    if ahead and said:
        own = [when for when in own if not is_over(when.found, said[0])]
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
    own = free_dates(tokens, clause.start, end, verbs)
    others = {when.at for when in behind_aside(tokens, clauses, place, verbs)}
    own = [when for when in own if when.at not in others]
    if not own and here < len(clauses):
        own = behind_aside(tokens, clauses, here, verbs)
    if here < len(clauses) and clauses[here].link == "aside":  # "ended, the company said, on 3 May"
        own += free_dates(tokens, clauses[here].group.last + 1, clauses[here].end, verbs)
    for above in range(place - 1, min(carrier, place) - 1, -1):
        own += _carried_down(tokens, clauses[above], verbs)
    if own or here >= len(clauses) or here in busy or clauses[here].link not in ("pp", "rel"):
        return own or _in_subject(tokens, clause, verbs)
    senses = clauses[here].group.senses
    if tokens[clauses[here].start - 1].low in ("and", "but", "or"):
        return own or _in_subject(tokens, clause, verbs)  # "said it had ended it, and | that they used it in May"
    if senses & {"have", "use"} and not senses & {"start", "give"} and not _is_added(tokens, clauses[here]):
        own = free_dates(tokens, clauses[here].start, clauses[here].end, verbs)
    return own or _in_subject(tokens, clause, verbs)


def _is_added(tokens: list[Token], clause: Clause) -> bool:
    """ "Lost its access, | which it used in 2016": a clause between commas has a date of its own."""
    return clause.link == "rel" and "," in (tokens[clause.start].low, tokens[max(0, clause.start - 1)].low)


def _completes(clause: Clause, busy: bool) -> bool:
    """ "Stopped | sharing it in May", "was allowed | to use it from May": the second verb's date is the first's."""
    if clause.link == "ger" and clause.word == "":
        return True
    return clause.link == "inf" or (not busy and clause.link == "ger" and clause.word == "from")


def _carried_down(tokens: list[Token], above: Clause, verbs: frozenset[int]) -> list[When]:
    """From a verb that governs the event: all its dates, of a decision or an order only those before the verb."""
    end = above.group.first if above.group.senses & _DECIDES else above.end
    return free_dates(tokens, above.start, end, verbs)


def _in_subject(tokens: list[Token], clause: Clause, verbs: frozenset[int]) -> list[When]:
    if clause.link in ("resume", "comma") and clause.subject[1] <= clause.start:
        return free_dates(tokens, *clause.subject, verbs)
    return []


def _behind(
    tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int], said: tuple[date, date]
) -> list[When]:
    """ "Shall revoke the tokens | issued to Acme by 31 July": a day to come is not that of what was issued."""
    here = place + 1
    if here >= len(clauses) or clauses[here].link != "pp":
        return []
    dates = free_dates(tokens, clauses[here].start, clauses[here].end, verbs)
    return [when for when in dates if is_ahead(when.found, said)]


def _before_both(
    tokens: list[Token], clauses: list[Clause], place: int, carrier: int, verbs: frozenset[int]
) -> list[When]:
    """ "Has until May to delete it | and give up its tokens": a date before the first verb is the second's too."""
    if clauses[place].link != "and" or not clauses[place].group.shared or not place:
        return []
    first = clauses[place - 1]
    return free_dates(tokens, min(clauses[carrier].start, first.start), first.group.head, verbs)


def _is_limit(when: When, said: tuple[date, date] | None) -> bool:
    """Whether a date can be the end of an extension rather than the day on which it was given."""
    found = when.found
    return bool(found.bound or not found.edtf or "unit" in found.rule or is_ahead(found, said))


def _tail(tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int]) -> list[When]:
    """ "A second extension, | which runs through July": the end of more time stands in a clause about it."""
    return [
        when
        for here in tails(clauses, place)
        for when in free_dates(tokens, clauses[here].start, clauses[here].end, verbs)
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

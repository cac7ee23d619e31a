"""One sentence ─► what it states about access: kinds, owners and dates, each with the words that led to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from overstay.reading.anaphora import FIRST_PERSON
from overstay.reading.asserted import asserted
from overstay.reading.circumstances import Case, facts_of
from overstay.reading.dated import dates_of
from overstay.reading.events import read_event
from overstay.reading.facts import Facts
from overstay.reading.kinds import Verdict, kind_of
from overstay.reading.lengths import since_length
from overstay.reading.likewise import Told, likewise, points_back
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import Owners
from overstay.reading.pairs import former_and_latter, pairs_of
from overstay.reading.parts import Event
from overstay.reading.scene import Scene
from overstay.reading.settled import retold, settle
from overstay.reading.stated import stated
from overstay.reading.twins import merged
from overstay.reading.unrelated import is_own_use
from overstay.reading.verbs import describe
from overstay.reading.when import When, free_dates, is_ahead
from overstay.reading.whose import find_owners

_FEATURES = frozenset(("feature", "button", "widget", "tool", "product", "service", "screen"))
_COUNTED = re.compile(r"(?:about )?N (?:day|week|month|year)s\b|several \w+ ahead")
_AHEAD = Verdict("will-end", "ends then")


@dataclass(slots=True)
class Found:
    """One statement found in a sentence; `at` is the offset of what states it, `excepted` holds ids of partners."""

    kind: str
    rule: str
    reading: str
    owners: Owners
    program: str
    categories: list[str]
    stated: str
    date_rule: str
    when: When | None
    about: str
    extent: str
    weak: bool
    at: int
    excepted: list[str] = field(default_factory=list)
    because: list[str] = field(default_factory=list)


def read_sentence(scene: Scene, place: int) -> list[Found]:
    """The statements of the sentence at a place of the text."""
    sentence = scene.sentence(place)
    events: list[Event] = []
    told: list[Told] = []
    for here, parts in enumerate(sentence.parts):
        event = read_event(parts) or likewise(parts, told)
        if event is None and not events and place and points_back(parts):
            event = likewise(parts, [(e, p) for p in scene.sentence(place - 1).parts if (e := read_event(p))])
        if event is not None:
            event.place, event.words = here, parts.clause.group.words
            events.append(event)
            told.append((event, parts))
    if not events:
        return []
    before = scene.before(place)
    events = asserted(events, sentence, before)
    busy = frozenset(event.place for event in events)
    anchor = scene.spans[place - 1][0] if place else sentence.start
    bounds = (sentence.start, sentence.end, anchor)
    found: list[Found] = []
    taken: set[int] = set()
    for event in events:
        if event.place not in taken:
            found += _read(Case(scene, sentence, event, busy, before, bounds), taken)
    return merged([one for one in found if not (one.rule == "is ended" and _ends_later(one, found))])


def _ends_later(one: Found, found: list[Found]) -> bool:
    """ "Is frozen and will be shut down in May": what will end has not ended yet."""
    return one.when is None and any(
        other.kind == "will-end"
        and other.when is not None
        and other.owners.ids == one.owners.ids
        and other.program == one.program
        for other in found
    )


def _read(case: Case, taken: set[int]) -> list[Found]:
    scene, sentence, event = case.scene, case.sentence, case.event
    frame, group, clause = case.frame, case.group, case.parts.clause
    ahead = event.state != "more" and (
        group.mood in ("future", "must")
        or event.rule == "planned"
        or (frame.mood in ("future", "order") and frame.tense in ("present", "progressive", "perfect"))
        or (frame.mood == "order" and frame.tense == "none")  # "Ordered: Larkspur to withdraw all keys by 1 May"
    )
    whens = dates_of(
        sentence.tokens, sentence.clauses, event.place, frame.carrier, sentence.verbs, case.busy,
        state="" if event.state == "more" and frame.negation == "not" else event.state, ahead=ahead, said=scene.said,
    )  # fmt: skip
    if frame.tense == "past" and frame.mood == "real":  # "we immediately revoked it": of a tale, not of the day said
        whens = [when for when in whens if when.found.words.lower() not in ("immediately", "at once", "right away")]
    if not whens and event.state == "end" and frame.negation in ("not", "never"):
        whens = _until_behind(case, taken)
    if not whens and (frame.tense == "perfect" or "had" in group.words) and frame.mood == "real":
        bounds = sentence.tokens[group.last].end, sentence.tokens[max(clause.end - 1, group.last)].end
        length = since_length(scene.text, *bounds, scene.said_on)
        whens = [When(-1, length)] if length is not None else []
    if whens and not whens[0].found.edtf and whens[0].found.words.lower().endswith((" after", " before")):
        led = sentence.tokens[whens[0].at + 1 : group.first]
        if not any(token.low == "," for token in led) and whens[0].at < group.first:
            return []  # "three years after most developers were cut off": only measures time
        whens = [when for when in whens[1:] if not whens[0].at < when.at < whens[0].at + 6]  # "before the 2018 hearing"
    if (
        whens
        and whens[0].found.bound == "within"
        and whens[0].found.direction != "past"
        and whens[0].found.rule != "within N units of a date"
        and frame.tense == "past"
        and (frame.mood == "real" and is_ahead(whens[0].found, scene.said))
    ):
        whens = whens[1:]  # "blocked it within days": of something else that happened
    if (
        whens
        and whens[0].found.direction == "future"
        and _COUNTED.match(whens[0].found.rule)
        and "would" in group.words
        and _ordered_before(case)
    ):
        return []  # "were told on 4 January that it would end in ten days": not ten days from the day said
    if whens and whens[0].found.rule == "within N units" and _ordered_before(case):
        whens = whens[1:]  # "ordered on 3 June that it be revoked within 30 days": not of the day said
    if whens and frame.mood in ("future", "order") and whens[0].found.words.lower() in ("hereby", "herewith"):
        whens = whens[1:]  # "it is hereby ordered that Acme's access be ended": the order is of today, not the end
    if frame.tense == "present" and frame.mood == "real" and _by_the_clock(case):
        return []  # "endpoints are removed twelve months after the notice": how it goes in general
    when = retold(scene.text, scene.said_on, whens[0], _tense(case), case.bounds, scene.rules) if whens else None
    facts = facts_of(case, when)
    verdict = kind_of(facts)
    if verdict is None:
        return []

    def settled(one: When | None) -> When | None:
        return settle(
            scene.text, scene.said_on, verdict.kind, one, tokens=sentence.tokens, clauses=sentence.clauses,
            place=event.place, verbs=sentence.verbs, tense=frame.tense, bounds=case.bounds, rules=scene.rules,
        )  # fmt: skip

    owners = find_owners(
        sentence.tokens, sentence.clauses, event, sentence.verbs, case.before,
        scene.voice(sentence, _spoken_at(case)), sentence.excepted,
    )  # fmt: skip
    if is_own_use(verdict.kind, verdict.rule, event, case.parts, owners):
        return []
    pairs = []
    if not whens and owners.ids and any(token.low == "respectively" for token in sentence.tokens):
        # "Withdrew the keys | held by Acme and Borel in 2014 and 2016, respectively"
        whens = free_dates(sentence.tokens, 0, len(sentence.tokens), sentence.verbs)
    if len(whens) > 1:
        pairs = former_and_latter(sentence.tokens, whens, case.before.listed or case.before.partners)
        pairs = pairs or pairs_of(sentence.tokens, whens, owners, case.parts.subject + case.parts.rest)
    if pairs:
        # "Acme's key switched off on 3 May; Borel's to follow on 1 July": what lies ahead has not ended yet
        return [
            _found(
                case,
                _AHEAD if verdict.kind == "ended" and is_ahead(chosen.found, scene.said) else verdict,
                facts,
                one,
                settled(chosen),
            )
            for one, chosen in pairs
        ]
    return [_found(case, verdict, facts, owners, settled(whens[0] if whens else None))]


def _spoken_at(case: Case) -> int:
    """Where "we" or "our" of the clause stands, which may be outside the quotation that its verb is in."""
    tokens, clause = case.sentence.tokens, case.parts.clause
    first = min(clause.start, clause.subject[0])
    at = next((at for at in range(first, clause.end) if tokens[at].low in FIRST_PERSON), clause.group.head)
    return tokens[at].start


def _ordered_before(case: Case) -> bool:
    """Whether the verb that tells or orders an event has a date of its own, before the day said."""
    clauses, place, said = case.sentence.clauses, case.event.place, case.scene.said
    if said is None:
        return False
    dates = [
        token.what
        for above in clauses[:place]
        if above.group.senses & {"say", "order"}
        for token in case.sentence.tokens[above.start : above.end]
        if token.kind == "date"
    ]
    return any(
        date.earliest is not None and date.earliest < said[0] and date.direction != "future" and not date.bound
        for date in dates
    )


def _by_the_clock(case: Case) -> bool:
    """Whether the only time that a clause in the present gives is counted from something that may happen any day."""
    dates = [t.what for t in case.sentence.tokens[case.group.last : case.parts.clause.end] if t.kind == "date"]
    return len(dates) == 1 and dates[0].rule == "N units from an event" and "now" not in case.group.words


def _until_behind(case: Case, taken: set[int]) -> list[When]:
    """ "Did not revoke the tokens | with which Acme read messages until May": the date is that of the negated verb."""
    here = case.event.place + 1
    clauses = case.sentence.clauses
    while here < len(clauses) and clauses[here].link in ("rel", "pp", "inf"):
        whens = dates_of(
            case.sentence.tokens, clauses, here, here, case.sentence.verbs, frozenset(), said=case.scene.said
        )
        whens = [when for when in whens if when.found.bound in ("until", "before") and not when.carried]
        if whens:
            taken.add(here)
            return whens
        here += 1
    return []


def _tense(case: Case) -> str:
    """The tense in which a date without a year is first read."""
    frame, group = case.frame, case.group
    if frame.mood in ("future", "order"):
        return "future"
    if frame.tense in ("past", "perfect", "none"):
        return "past"
    state = frame.tense == "present" and (group.passive or group.shape == "state") and case.event.state == "end"
    turning = {"become", "becomes", "go", "goes"} & group.words  # "on 30 June all old tokens become invalid"
    return "past" if state and not turning else "future"


def _found(case: Case, verdict: Verdict, facts: Facts, owners: Owners, when: When | None) -> Found:
    event, tokens, clause = case.event, case.sentence.tokens, case.parts.clause
    was_on = event.state in ("on", "keep") or event.rule in ("lost", "state off")
    was_on = was_on or verdict.rule == "is not to be given"
    found = when.found if when else None
    value, date_rule = stated(verdict.kind, verdict.rule, found, case.scene.said_on, was_on=was_on)
    now = "now" in case.group.words and case.frame.tense in ("perfect", "present")
    now = now and (verdict.kind == "ended" or verdict.rule in ("can now", "has now", "opened now"))
    if when is None and (now or (facts.at_once and verdict.kind in ("ended", "granted"))):
        value, date_rule = case.scene.said_on, "at once"
    mentions = find_mentions(tokens, min(clause.start, clause.subject[0]), clause.end, case.sentence.verbs)
    program = next((str(tokens[m.at].what.ids[0]) for m in mentions if m.kind == "program"), "")
    vague = event.strength != "access" or owners.how == "carried"
    if not program and vague and len(case.before.programs) == 1:
        program = case.before.programs[0]
    named = [t for m in mentions for t in tokens[m.first : m.at + 1] if t.kind == "name" and t.what.what == "category"]
    return Found(
        verdict.kind,
        verdict.rule,
        verdict.reading,
        replace(owners, mentions=list(owners.mentions)),
        program,
        list(dict.fromkeys(str(id) for token in named for id in token.what.ids)),
        value,
        date_rule,
        when,
        _about(event),
        ("use" if event.about == "use" else "capability") if verdict.kind == "observed" else "",
        event.strength in ("product", "pronoun"),
        tokens[clause.group.head].start,
        [id for at in sorted(case.sentence.excepted) for id in tokens[at].what.ids],
        _because(case, verdict, owners, when),
    )


def _because(case: Case, verdict: Verdict, owners: Owners, when: When | None) -> list[str]:
    """The words, with their offsets, that led to each field."""
    text, tokens = case.scene.text, case.sentence.tokens

    def words(mention: Mention) -> str:
        start, end = tokens[mention.first].start, tokens[mention.at].end
        return f"'{' '.join(text[start:end].split())}' [{start}:{end}]"

    out = [f"kind: {describe(case.group, tokens, text)} ({verdict.rule})"]
    if case.event.theme:
        out.append("access: " + ", ".join(words(mention) for mention in case.event.theme[:2]))
    out.append(f"date: '{when.found.words}' [{when.found.start}:{when.found.end}]" if when else "date: none given")
    return [*out, "partner: " + (", ".join(words(m) for m in owners.mentions) if owners.mentions else owners.how)]


def _about(event: Event) -> str:
    if any(mention.word.lower().rstrip("s") in _FEATURES for mention in event.theme):
        return "feature"
    return event.about

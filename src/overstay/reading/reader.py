"""One sentence ─► what it states about access: kinds, owners and dates, each with the words that led to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from overstay.reading.clauses import Clause
from overstay.reading.embedding import LETS
from overstay.reading.events import read_event
from overstay.reading.facts import Facts
from overstay.reading.frames import Frame
from overstay.reading.kinds import Verdict, kind_of
from overstay.reading.lengths import since_length
from overstay.reading.likewise import follows, likewise
from overstay.reading.mentions import Mention, counts, find_mentions
from overstay.reading.owners import Context, Owners
from overstay.reading.pairs import pairs_of
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Scene, Sentence
from overstay.reading.settled import retold, settle
from overstay.reading.stated import stated
from overstay.reading.tokens import Token
from overstay.reading.twins import merged
from overstay.reading.verbs import Group, describe
from overstay.reading.when import When, dates_of, is_ahead, is_on, tails
from overstay.reading.whose import find_owners

_POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
_OURS = frozenset(("our", "its", "their", "us", "ours"))
_AGREES = frozenset(("agree", "consent", "contract"))
_FEATURES = frozenset(("feature", "button", "widget", "tool", "product", "service", "screen"))
_AT_ONCE = re.compile(
    r"\b(?:hereby|effective immediately|with immediate effect|immediately|as of (?:now|today)|at once|as of "
    r"(?:the )?(?:date|entry|issuance) of this \w+|upon (?:the )?(?:entry|issuance) of this order)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:still|currently|at present|at the moment|presently|for the time being|to this day|continues?|"
    r"remains?|remained|continued)\b",
    re.IGNORECASE,
)
_THESE_DAYS = re.compile(r"\b(?:now|today|currently|at present|any ?more|any longer)\b", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\bsince(?: then)?\W*$", re.IGNORECASE)
_FLOWS = frozenset(
    ("delivery", "deliveries", "supply", "provision", "transfer", "passage", "pull", "receipt", "download")
)
_TIMES = frozenset(("time", "period", "date", "deadline", "day", "window", "term"))
_MORE_TOLD = re.compile(
    r"\b(?:exten\w+|postpon\w+|prolong\w*|delay\w*|defer\w*|grace|reprieve|more time|further|additional|extra|longer|"
    r"later|more (?:days?|weeks?|months?)|moved|pushed|put off|instead|stay\w*|keep|retain\w*|allowed|"
    r"transition\w*|exempt\w*|except\w*)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:after|within|every|each) (?:[\w-]+ )?(?:hour|day|week|month|year)s?\b|"
    r"\b(?:automatically|periodically|routinely|always|usually|normally|typically|as a rule)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(r"[\s*•–-]*(?:Added|New|Introduced|Launched|Now available|New feature)\s*:", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\b(?:for|in) (?:[\w-]+ ){0,2}?(?:advertis\w+|ads?|marketing|targeting|profiling|purposes?|commercial|"
    r"monetization|resale)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:formerly|previously|at one time|in the past|used to|once)\b", re.IGNORECASE)


_AHEAD = Verdict("will-end", "ends then")


@dataclass(slots=True)
class Found:
    """One statement found in a sentence; `at` is the offset of the words that state it."""

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
    because: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Case:
    """One event with its sentence, and the place from which a date before it may be looked for."""

    scene: Scene
    sentence: Sentence
    event: Event
    busy: frozenset[int]
    before: Context
    bounds: tuple[int, int, int]

    @property
    def parts(self) -> Parts:
        return self.sentence.parts[self.event.place]

    @property
    def frame(self) -> Frame:
        return self.sentence.frames[self.event.place]

    @property
    def group(self) -> Group:
        return self.parts.clause.group


def read_sentence(scene: Scene, place: int) -> list[Found]:
    """The statements of the sentence at a place of the text."""
    sentence = scene.sentence(place)
    events: list[Event] = []
    for here, parts in enumerate(sentence.parts):
        event = read_event(parts) or likewise(parts, events)
        if event is None and not events and place and follows(parts):
            event = likewise(parts, [e for p in scene.sentence(place - 1).parts if (e := read_event(p)) is not None])
        if event is not None:
            event.place, event.words = here, parts.clause.group.words
            events.append(event)
    if not events:
        return []
    before = scene.before(place)
    events = [event for event in events if _stands(event, sentence.parts[event.place], sentence.context, before)]
    lasting = {at for event in events if event.state == "more" for at in _after_more(sentence, event.place)}
    if any(event.state == "more" for event in events):  # "the shutdown, planned for May, was moved to June"
        lasting |= {
            event.place
            for event in events
            if event.rule in ("its end is set", "planned") or _in_time(sentence, event.place)
        }
        # "The time within which it must end the feed | is extended"
        waiting = {event.place - 1 for event in events if event.rule == "extended"}
        lasting |= {at for at in waiting if at >= 0 and sentence.clauses[at].link == "rel"}
    events = [event for event in events if event.place not in lasting and not _is_content(event, events, sentence)]
    events = [event for event in events if not _is_idea(event, sentence) and not _is_left(event, events, sentence)]
    events = [event for event in events if not _is_about_else(event, sentence)]
    events = [event for event in events if not _had_more(event, events, sentence)]
    busy = frozenset(event.place for event in events)
    anchor = scene.spans[place - 1][0] if place else sentence.start
    bounds = (sentence.start, sentence.end, anchor)
    found: list[Found] = []
    taken: set[int] = set()
    for event in events:
        if event.place not in taken:
            found += _read(_Case(scene, sentence, event, busy, before, bounds), taken)
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


def _after_more(sentence: Sentence, place: int) -> list[int]:
    """The clauses that only say how long more time lasts, and what it is for."""
    out, here = tails(sentence.clauses, place), place + 1
    while here < len(sentence.clauses) and sentence.clauses[here].link in ("inf", "ger"):
        out.append(here)
        here += 1
    return out


def _in_time(sentence: Sentence, place: int) -> bool:
    """ "The time within | which Acme must disable it": what more time is for."""
    clause = sentence.clauses[place]
    before = [token.low for token in sentence.tokens[max(0, clause.start - 2) : clause.start]]
    return clause.link == "rel" and bool(_TIMES & set(before))


def _is_content(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "Was barred | from reading it", "got six months | to keep reading": what another event allows or forbids."""
    clause = sentence.clauses[event.place]
    here = event.place - 1
    while here > 0 and sentence.clauses[here].link in ("inf", "ger") and sentence.clauses[here].word == "":
        here -= 1
    above = next((other for other in events if other.place == here), None)
    if above is None:
        return False
    if clause.link == "ger" and clause.word == "from" and here == event.place - 1:
        return above.rule in ("shut out", "put out")
    if clause.link == "inf" and here == event.place - 1 and above.rule in ("gave", "was given"):
        return event.state == "on"  # "let Acme | read messages"
    return clause.link in ("inf", "ger") and clause.word == "" and above.state == "more"


def _is_idea(event: Event, sentence: Sentence) -> bool:
    """ "Revoking the access would break the app": the act itself is the subject."""
    clauses, place = sentence.clauses, event.place
    led = clauses[place].word == "that" if place else not clauses[0].word
    if clauses[place].link != "ger" or not led or place + 1 >= len(clauses):
        return False
    follows = clauses[place + 1]
    return sentence.tokens[follows.start].low != "," and follows.group.mood != "real"


def _is_about_else(event: Event, sentence: Sentence) -> bool:
    """ "Its agreement with Acme | to sponsor the festival | ended": the infinitive says what it was about."""
    clauses, place = sentence.clauses, event.place
    if event.strength != "relation" or not place or clauses[place].link != "resume" or clauses[place - 1].link != "inf":
        return False
    inner = sentence.parts[place - 1]
    return inner.senses <= {"other"} and not any(
        m.kind in ("access", "data", "program", "category") for m in inner.rest
    )


def _had_more(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "The extension | granted to Acme | ended": only says which one it was."""
    clause = sentence.clauses[event.place]
    if (
        event.state != "more"
        or clause.link != "pp"
        or any(t.kind == "date" for t in sentence.tokens[clause.start : clause.end])
    ):
        return False
    return any(other.place == event.place + 1 and other.state == "end" for other in events)


def _is_left(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "Will end the partnerships | that remain": which ones they are, not what becomes of them."""
    clause = sentence.clauses[event.place]
    bare = clause.link == "rel" and (
        (clause.group.cue.lemma in ("remain", "exist", "continue") and event.rule == "goes on")
        or (event.rule == "had or used" and event.strength == "data" and clause.group.tense == "past")
    )
    above = any(other.place == event.place - 1 and other.state == "end" for other in events)
    return bare and above and sentence.tokens[clause.start - 1].low != ","


def _stands(event: Event, parts: Parts, here: Context, before: Context) -> bool:
    """A pronoun, a product or a contract is access only where something around it speaks of access."""
    whose = [mention.kind for mention in event.affected]
    if _of_something_else(event, parts):
        return False
    if (event.rule == "lost" or event.state == "on") and whose and set(whose) == {"people"}:
        return False  # "users lost access to their accounts"
    if event.strength == "pronoun":
        return here.access or before.access or event.rule == "shut out"
    if event.strength == "product":
        return here.access or (before.access and any(m.determiner in _POINTING or before.programs for m in event.theme))
    if event.strength == "item":  # "the name was removed from the website"
        near = parts.subject + parts.rest
        return here.access or before.access or any(m.kind in ("access", "data", "program", "category") for m in near)
    if event.strength == "relation":
        near = parts.subject + parts.rest
        near_data = any(m.kind in ("access", "data", "program", "category") for m in near)
        if event.state == "end" and not near_data and any(m.word.lower() in _FLOWS for m in event.theme):
            return False  # "ended its free delivery"
        if parts.clause.link == "resume":  # "the key issued to us | has not been revoked"
            near += find_mentions(parts.tokens, parts.clause.subject[0], parts.clause.start, frozenset())
        if (
            event.state == "end"
            and any(m.word.lower() == "partnerships" and counts(parts.tokens, m) for m in event.theme)
            and not any(m.kind in ("other", "thing", "person") for m in near)
        ):
            return True  # "thirty partnerships have been wound down"
        return (
            here.access
            or before.access
            or any(
                m.kind in ("partner", "unknown")
                or (m.kind == "role" and m.word.lower().endswith("s"))
                or (m.kind == "pronoun" and m.word.lower() in _OURS)
                for m in near
            )
        )
    return True


def _of_something_else(event: Event, parts: Parts) -> bool:
    """ "Access to the building", "our partnership with the ballet": what it leads to, or with whom, is no data."""
    near = parts.subject + parts.rest
    heads_ = {mention.word.lower() for mention in event.theme}
    link = "to" if heads_ == {"access"} else "with" if event.strength == "relation" else ""
    if not link or any(m.kind in ("partner", "unknown", "program", "category", "data", "role", "item") for m in near):
        return False
    inside = [m for m in near if m.prep == link]
    return bool(inside) and all(m.kind in ("thing", "other", "person") for m in inside)


def _read(case: _Case, taken: set[int]) -> list[Found]:
    scene, sentence, event = case.scene, case.sentence, case.event
    frame, group, clause = case.frame, case.group, case.parts.clause
    ahead = event.state != "more" and (
        group.mood in ("future", "must")
        or event.rule == "planned"
        or (frame.mood in ("future", "order") and frame.tense in ("present", "progressive", "perfect"))
    )
    whens = dates_of(
        sentence.tokens, sentence.clauses, event.place, frame.carrier, sentence.verbs, case.busy,
        state=event.state, ahead=ahead, said=scene.said,
    )  # fmt: skip
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
        whens = whens[1:]
    if (
        whens
        and whens[0].found.bound == "within"
        and whens[0].found.direction != "past"
        and frame.tense == "past"
        and (frame.mood == "real" and event.state in ("end", "start") and is_ahead(whens[0].found, scene.said))
    ):
        whens = whens[1:]  # "blocked it within days": of something else that happened
    when = retold(scene.text, scene.said_on, whens[0], _tense(case), case.bounds, scene.rules) if whens else None
    facts = _facts(case, when)
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
        scene.voice(sentence, sentence.tokens[clause.group.head].start), sentence.excepted,
    )  # fmt: skip
    owners = _but_excepted(owners, case)
    pairs = pairs_of(sentence.tokens, whens, owners, case.parts.subject + case.parts.rest) if len(whens) > 1 else []
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


def _but_excepted(owners: Owners, case: _Case) -> Owners:
    """ "Every maker except the company Acme": "the company" stands for the one who is excepted."""
    clause, tokens = case.parts.clause, case.sentence.tokens
    if owners.how != "carried" or clause.link == "rel":
        return owners
    inside = range(min(clause.start, clause.subject[0]), clause.end)
    out = {id for at in case.sentence.excepted if at in inside for id in tokens[at].what.ids}
    return Owners(how="generic") if out and set(owners.ids) <= out else owners


def _until_behind(case: _Case, taken: set[int]) -> list[When]:
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


def _facts(case: _Case, when: When | None) -> Facts:
    scene, tokens, clause, group = case.scene, case.sentence.tokens, case.parts.clause, case.group
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
        at_once=bool(_AT_ONCE.search(stretch))
        or (clause.word == ":" and bool(_AT_ONCE.search(scene.text, case.sentence.start, tokens[clause.start].start))),
        question=scene.text[case.sentence.start : case.sentence.end].rstrip("\"”') ").endswith("?"),
        imperative=group.imperative,
        now=case.frame.still or bool(_NOW.search(stretch)),
        habit=bool(_HABIT.search(stretch)) or _holds_whenever(case.sentence.clauses, case.event.place),
        once=case.frame.once or bool(_ONCE.search(stretch)),
        lemma=group.cue.lemma,
        these_days=bool(_THESE_DAYS.search(stretch)),
        added=bool(_ADDED.match(scene.text, case.sentence.start)),
        first=any(token.low == "first" for token in tokens[max(0, group.head - 1) : group.head]),
        allowed=case.sentence.clauses[case.frame.carrier].group.cue.lemma in LETS,
        agreed=case.sentence.clauses[case.frame.carrier].group.cue.lemma in _AGREES,
        then_ends=_then_ends(case.sentence, case.event.place),
        more_told=bool(_MORE_TOLD.search(scene.text, case.bounds[2], case.sentence.end)),
        beyond=bool(when and scene.said and when.found.earliest and when.found.earliest > scene.said[1]),
        since_that=any(
            clause.link == "sub" and clause.word == "since" and place in case.busy
            for place, clause in enumerate(case.sentence.clauses[: case.event.place + 2])
            if place == case.event.place + 1
        ),
        given_time=bool(group.senses and when and _given_time(case, when)),
        ending=tokens[group.head].low.split(" ")[0].endswith("ing"),
        conceded=_opening_word(case) in ("although", "though", "while", "whereas")
        and all(each.link in ("sub", "pp", "comp", "inf") for each in case.sentence.clauses[: case.event.place + 1]),
        over=bool(when and scene.said and when.found.latest and when.found.latest < scene.said[0]),
        purpose=bool(_PURPOSE.search(scene.text, tokens[group.head].start, _reach(case))),
        last=any(token.low == "last" for token in tokens[max(0, group.head - 2) : group.head])
        or _takes_the_last(tokens[group.last + 1 : group.last + 3]),
        since_then=bool(_SINCE_THEN.search(stretch)) or _is_after_since(case.sentence.clauses, case.event.place),
        told_then=_told_then(case, when),
        generic=any(token.low in ("other", "else", "new") for token in tokens[slice(*clause.subject)]),
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


def _told_then(case: _Case, when: When | None) -> bool:
    """ "By letter of 2 June 2016 it was told | that access would cease in 30 days": not 30 days from the day said."""
    if "would" not in case.group.words or case.scene.said is None or when is None or when.found.direction != "future":
        return False
    first = case.scene.said[0]
    return any(
        token.kind == "date" and token.what.latest is not None and (first - token.what.latest).days > 60
        for token in case.sentence.tokens[: case.parts.clause.start]
    )


def _opening_word(case: _Case) -> str:
    """The first word of the sentence behind its number or bullet."""
    tokens = case.sentence.tokens[:4]
    return next((token.low for token in tokens if token.kind == "word" and not token.low.isdigit()), "")


def _given_time(case: _Case, when: When) -> bool:
    """ "Has 90 days from today | to remove it": the whole stretch is open to it."""
    words = case.group.words
    return "have" in words and "to" in words and case.group.mood == "must" and 0 <= when.at < case.group.head


def _reach(case: _Case) -> int:
    """The offset at which the clause ends, or the infinitive that hangs on it."""
    clauses, place = case.sentence.clauses, case.event.place
    while place + 1 < len(clauses) and clauses[place + 1].link in ("inf", "ger"):
        place += 1
    return case.sentence.tokens[clauses[place].end - 1].end


def _then_ends(sentence: Sentence, place: int) -> bool:
    """ "Until 30 April, | when the connection closes"."""
    after = sentence.clauses[place + 1 : place + 3]
    return any(clause.link == "sub" and clause.word == "when" and "end" in clause.group.senses for clause in after)


def _holds_whenever(clauses: list[Clause], place: int) -> bool:
    """ "Access is revoked when a developer leaves": both in the present, so it tells a rule."""
    return any(
        clause.link == "sub"
        and clause.word in ("when", "whenever", "once", "if", "after")
        and clause.group.tense == "present"
        for clause in clauses[max(0, place - 1) : place + 2]
    )


def _tense(case: _Case) -> str:
    """The tense in which a date without a year is first read."""
    frame, group = case.frame, case.group
    if frame.mood in ("future", "order"):
        return "future"
    if frame.tense in ("past", "perfect", "none"):
        return "past"
    state = frame.tense == "present" and (group.passive or group.shape == "state") and case.event.state == "end"
    return "past" if state else "future"


def _found(case: _Case, verdict: Verdict, facts: Facts, owners: Owners, when: When | None) -> Found:
    event, tokens, clause = case.event, case.sentence.tokens, case.parts.clause
    was_on = event.state in ("on", "keep") or event.rule in ("lost", "state off")
    found = when.found if when else None
    value, date_rule = stated(verdict.kind, verdict.rule, found, case.scene.said_on, was_on=was_on)
    now = "now" in case.group.words and verdict.kind == "ended" and case.frame.tense in ("perfect", "present")
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
        _because(case, verdict, owners, when),
    )


def _because(case: _Case, verdict: Verdict, owners: Owners, when: When | None) -> list[str]:
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

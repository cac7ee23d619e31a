"""One sentence ─► what it states about access: kinds, owners and dates, each with the words that led to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from overstay.dating.spans import find_spans
from overstay.reading.clauses import Clause
from overstay.reading.events import Event, Parts, parts_of, read_event
from overstay.reading.frames import Frame, frame_of
from overstay.reading.groups import find_groups
from overstay.reading.kinds import Facts, Verdict, kind_of
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.tokens import Token, tokenise
from overstay.reading.settled import retold, settle
from overstay.reading.stated import stated
from overstay.reading.subjects import find_clauses
from overstay.reading.verbs import describe
from overstay.reading.when import When, dates_of, is_ahead, is_on, tails
from overstay.reading.whose import Context, Owners, find_owners

_POINTING = frozenset("the this that these those both".split())
_AT_ONCE = re.compile(
    r"\b(?:hereby|effective immediately|with immediate effect|immediately|as of (?:now|today)|at once)\b", re.I
)
_NOW = re.compile(r"\b(?:still|currently|at present|to this day|continues?|remains?|remained|continued)\b", re.I)
_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|with the exceptions? of|other than|apart from|aside from|all but|save for|but not)\b",
    re.I,
)


@dataclass(slots=True)
class Scene:
    """What a sentence is read with: the text, the day said, how to find names, and whose text it is."""

    text: str
    said_on: str
    said: tuple[date, date] | None
    find_names: Callable[[int, int], list[Any]]
    speaker: tuple[str, ...] = ()
    platform: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """One statement found in a sentence."""

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
    weak: bool
    because: list[str] = field(default_factory=list)
    place: int = 0
    head: int = 0
    evidence_frame: bool = False


def read_sentence(scene: Scene, start: int, end: int, before: Context, anchor: int) -> tuple[list[Found], Context]:
    """The statements of text[start:end], and what the sentence leaves for the pronouns of the next."""
    names = scene.find_names(start, end)
    spans = find_spans(scene.text, scene.said_on, start=start, end=end)
    tokens = tokenise(scene.text, start, end, _merged(names, spans))
    groups = find_groups(tokens)
    verbs = frozenset(i for group in groups for i in range(group.first, group.last + 1))
    clauses = find_clauses(tokens, groups)
    frames = [frame_of(tokens, clauses, place) for place in range(len(clauses))]
    parts = [parts_of(tokens, clauses, place, frames[place], verbs) for place in range(len(clauses))]
    context = _context(tokens, verbs)
    events: list[Event] = []
    for place in range(len(clauses)):
        event = read_event(parts[place])
        if event is not None:
            event.place = place
            events.append(event)
    events = [event for event in events if _stands(event, parts[event.place], context, before)]
    lasting = {place for event in events if event.state == "more" for place in tails(clauses, event.place)}
    events = [event for event in events if event.place not in lasting]
    busy = frozenset(event.place for event in events)
    excepted = _excepted(scene.text, tokens)
    found: list[Found] = []
    for event in events:
        one = _read(
            scene,
            tokens,
            clauses,
            parts,
            frames[event.place],
            event,
            verbs,
            busy,
            before,
            excepted,
            (start, end, anchor),
        )
        found += one
    return found, context


def _stands(event: Event, parts: Parts, here: Context, before: Context) -> bool:
    """A pronoun, a product or a contract is access only where something around it speaks of access."""
    if event.strength == "pronoun":
        return here.access or before.access or event.rule == "shut out"
    if event.strength == "product":
        return here.access or (before.access and any(m.determiner in _POINTING for m in event.theme))
    if event.strength == "relation":
        near = parts.subject + parts.rest
        return here.access or before.access or any(m.kind in ("partner", "unknown") or _is_ours(m) for m in near)
    return True


def _is_ours(mention: Mention) -> bool:
    return mention.kind == "pronoun" and mention.word.lower() in ("our", "its", "their", "us", "ours")


def _merged(names: list[Any], spans: list[Any]) -> list[tuple[int, int, str, Any]]:
    taken = [(span.start, span.end, "date", span) for span in spans if span.edtf or span.rule]
    for name in names:
        if not any(start < name.end and name.start < end for start, end, _, _ in taken):
            taken.append((name.start, name.end, "unknown" if name.what == "unknown" else "name", name))
    return sorted(taken, key=lambda span: span[0])


def _context(tokens: list[Token], verbs: frozenset[int]) -> Context:
    context = Context()
    for token in tokens:
        if token.kind == "name":
            what = token.what.what
            if what == "partner":
                if tuple(token.what.ids) not in context.partners:
                    context.partners.append(tuple(token.what.ids))
            elif what == "program":
                context.programs += [i for i in token.what.ids if i not in context.programs]
                context.access = True
            elif what == "category":
                context.categories += [i for i in token.what.ids if i not in context.categories]
                context.access = True
        elif token.kind == "unknown":
            context.new.append(token.text)
    mentions = find_mentions(tokens, 0, len(tokens), verbs)
    context.access = context.access or any(m.kind in ("access", "data", "program", "category") for m in mentions)
    context.generic = any(m.kind == "role" and tokens[m.at].low.endswith("s") for m in mentions)
    return context


def _excepted(text: str, tokens: list[Token]) -> frozenset[int]:
    """The places of names that the sentence takes out."""
    if not tokens:
        return frozenset()
    out = set()
    for match in _EXCEPT.finditer(text, tokens[0].start, tokens[-1].end):
        for at, token in enumerate(tokens):
            if token.start < match.end():
                continue
            if token.kind in ("name", "unknown"):
                out.add(at)
            elif token.low not in (",", "and", "or", "the", "for", "those", "deals", "with", "of"):
                break
    return frozenset(out)


def _read(
    scene: Scene,
    tokens: list[Token],
    clauses: list[Clause],
    parts: list[Parts],
    frame: Frame,
    event: Event,
    verbs: frozenset[int],
    busy: frozenset[int],
    before: Context,
    excepted: frozenset[int],
    bounds: tuple[int, int, int],
) -> list[Found]:
    clause = clauses[event.place]
    group = clause.group
    ahead = event.state != "more" and (
        group.mood in ("future", "must")
        or (frame.mood in ("future", "order") and frame.tense in ("present", "progressive", "perfect"))
    )
    whens = dates_of(
        tokens, clauses, event.place, frame.carrier, verbs, busy, state=event.state, ahead=ahead, said=scene.said
    )
    when = whens[0] if whens else None
    tense = _tense(frame, event, group)
    if when is not None:
        when = retold(scene.text, scene.said_on, when, tense, bounds)
    stretch = scene.text[tokens[clause.start].start : tokens[max(clause.end - 1, clause.start)].end]
    facts = Facts(
        event,
        frame,
        group.shape,
        clause.word,
        clause.link,
        group.passive or group.bare,
        when.found.bound if when else "",
        when is not None,
        bool(when and is_ahead(when.found, scene.said)),
        bool(when and is_on(when.found, scene.said)),
        bool(_AT_ONCE.search(stretch)),
        scene.text[bounds[0] : bounds[1]].rstrip("\"”') ").endswith("?"),
        group.imperative,
        frame.still or bool(_NOW.search(stretch)),
    )
    verdict = kind_of(facts)
    if verdict is None:
        return []

    def settled(one: When | None) -> When | None:
        return settle(
            scene.text, scene.said_on, verdict.kind, one, tokens=tokens, clauses=clauses, place=event.place,
            verbs=verbs, tense=frame.tense, bounds=bounds,
        )  # fmt: skip

    when = settled(whens[0] if whens else None)
    owners = find_owners(tokens, clauses, event, parts[event.place].rest, verbs, before, scene.speaker, excepted)
    pairs = _pairs(tokens, whens, owners) if len(whens) > 1 and len(owners.mentions) > 1 else []
    if pairs:
        out = []
        for one, chosen in pairs:
            out += [
                _found(
                    scene,
                    tokens,
                    clauses,
                    event,
                    verdict,
                    facts,
                    one,
                    settled(chosen),
                    verbs,
                    before,
                )
            ]
        return out
    return [_found(scene, tokens, clauses, event, verdict, facts, owners, when, verbs, before)]


def _tense(frame: Frame, event: Event, group: Any) -> str:
    if frame.mood in ("future", "order"):
        return "future"
    if frame.tense in ("past", "perfect", "none"):
        return "past"
    if frame.tense == "present" and (group.passive or group.shape == "state") and event.state == "end":
        return "past"
    return "future"


def _pairs(tokens: list[Token], whens: list[When], owners: Owners) -> list[tuple[Owners, When]]:
    """ "Acme's in 2014 and Borel's in 2015": partners and dates in strict turn belong together, one to one."""
    places = sorted({m.at for m in owners.mentions})
    dates = {when.at: when for when in whens}
    line = sorted([(at, "p") for at in places] + [(at, "d") for at in dates])
    letters = "".join(letter for _, letter in line)
    pairs: list[tuple[list[int], int]] = []
    if re.fullmatch(r"(?:p+d)+", letters) and letters.count("d") > 1:
        waiting: list[int] = []
        for at, letter in line:
            if letter == "p":
                waiting.append(at)
            else:
                pairs.append((waiting, at))
                waiting = []
    elif re.fullmatch(r"(?:dp+)+", letters) and letters.count("d") > 1:
        for at, letter in line:
            if letter == "d":
                pairs.append(([], at))
            else:
                pairs[-1][0].append(at)
    out = []
    for at_names, at_date in pairs:
        mentions = [m for m in owners.mentions if m.at in at_names]
        ids = [
            i
            for m in mentions
            for t in tokens[m.first : m.at + 1]
            if t.kind == "name" and t.what.what == "partner"
            for i in t.what.ids
        ]
        if not ids:
            return []
        out.append((Owners(list(dict.fromkeys(ids)), [], "named", mentions), dates[at_date]))
    return out


def _found(
    scene: Scene,
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    verdict: Verdict,
    facts: Facts,
    owners: Owners,
    when: When | None,
    verbs: frozenset[int],
    before: Context,
) -> Found:
    clause = clauses[event.place]
    was_on = event.state in ("on", "keep") or event.rule in ("lost", "state off")
    value, date_rule = stated(verdict.kind, verdict.rule, when.found if when else None, scene.said_on, was_on=was_on)
    if when is None and facts.at_once and verdict.kind in ("ended", "granted"):
        value, date_rule = scene.said_on, "at once"
    mentions = find_mentions(tokens, min(clause.start, clause.subject[0]), clause.end, verbs)
    programs = [i for m in mentions if m.kind == "program" for i in tokens[m.at].what.ids]
    categories = list(
        dict.fromkeys(
            i
            for m in mentions
            for t in tokens[m.first : m.at + 1]
            if t.kind == "name" and t.what.what == "category"
            for i in t.what.ids
        )
    )
    if not programs and (event.strength != "access" or owners.how == "carried") and len(before.programs) == 1:
        programs = before.programs
    because = [f"kind: {describe(clause.group, tokens, scene.text)} ({verdict.rule})"]
    if event.theme:
        because.append("access: " + ", ".join(_words(tokens, m, scene.text) for m in event.theme[:2]))
    because.append(f"date: '{when.found.words}' [{when.found.start}:{when.found.end}]" if when else "date: none given")
    if owners.mentions:
        because.append("partner: " + ", ".join(_words(tokens, m, scene.text) for m in owners.mentions))
    else:
        because.append(f"partner: {owners.how}")
    return Found(
        verdict.kind,
        verdict.rule,
        verdict.reading,
        owners,
        programs[0] if programs else "",
        categories,
        value,
        date_rule,
        when,
        _about(tokens, event),
        event.strength in ("product", "pronoun"),
        because,
        event.place,
        clause.group.head,
    )


def _about(tokens: list[Token], event: Event) -> str:
    if any(
        m.word.lower().rstrip("s") in ("feature", "button", "widget", "tool", "product", "service") for m in event.theme
    ):
        return "feature"
    return event.about


def _words(tokens: list[Token], mention: Mention, text: str) -> str:
    start, end = tokens[mention.first].start, tokens[mention.at].end
    return f"'{' '.join(text[start:end].split())}' [{start}:{end}]"

"""A text with what it is read with, and each of its sentences cut into tokens, clauses and noun groups, once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from overstay.dates import read_edtf
from overstay.dating.spans import DEFAULT, find_spans
from overstay.partners import Name, Names
from overstay.reading.anaphora import FIRST_PERSON
from overstay.reading.clauses import Clause
from overstay.reading.frames import Frame, frame_of
from overstay.reading.groups import find_groups
from overstay.reading.mentions import Mention, counts, find_mentions
from overstay.reading.owners import Context
from overstay.reading.parts import Parts, parts_of
from overstay.reading.prefilter import may_matter
from overstay.reading.quantities import exceptions_of
from overstay.reading.speakers import speaker_of
from overstay.reading.subjects import find_clauses
from overstay.reading.tokens import Token, tokenise

_COMPOUND = re.compile(
    r"-(?:sharing|syncing|sync|access|reading|import|export|matching|lookup|transfer)\b", re.IGNORECASE
)
_ITEM = re.compile(r"\s*[-*•–—·+]\s+")
_LONGEST_LIST = 12  # items above one in which the line over the list is looked for
_HEADING = 80  # characters
_STATUSES = frozenset(
    ("resolved", "identified", "investigating", "monitoring", "update", "completed", "note", "notice")
)
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(slots=True)
class Sentence:
    """A sentence ready to be read: its place, tokens, clauses with their frames and parts, and what it speaks of."""

    start: int
    end: int
    tokens: list[Token]
    verbs: frozenset[int]
    clauses: list[Clause]
    frames: list[Frame]
    parts: list[Parts]
    excepted: frozenset[int]
    _context: Context | None = None

    @property
    def context(self) -> Context:
        """What it leaves for the pronouns of the next sentence."""
        if self._context is None:
            self._context = context_of(self.tokens, self.verbs)
        return self._context


@dataclass(slots=True)
class Scene:
    """A text, the day on which it was said, the names to look for, and whose text it is (`speaker`: partner ids)."""

    text: str
    said_on: str
    names: Names
    speaker: tuple[str, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=lambda: DEFAULT)
    spans: Sequence[tuple[int, int]] = ()
    said: tuple[date, date] | None = None
    owners: dict[int, list[str]] = field(default_factory=dict)  # whose access the sentence at a place was found to be
    _parsed: dict[int, Sentence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The first and the last day on which it was said."""
        if self.said_on:
            reading = read_edtf(self.said_on)
            if reading.earliest_date and reading.latest_date:
                self.said = (reading.earliest_date, reading.latest_date)

    def sentence(self, place: int) -> Sentence:
        """The sentence at a place, cut up."""
        if place not in self._parsed:
            for old in [other for other in self._parsed if other < place - 3]:
                del self._parsed[old]
            self._parsed[place] = self._parse(*self.spans[place])
        return self._parsed[place]

    def voice(self, sentence: Sentence, at: int) -> tuple[str, ...]:
        """The partner ids of who says "we" at an offset: the one quoted there, else the publisher."""
        if not any(token.low in FIRST_PERSON for token in sentence.tokens):
            return self.speaker
        if self.speaker and not self._is_quoted(at):
            return self.speaker  # "Zenlow told us that our access ended", in a letter of Acme's
        said = speaker_of(self.text, (sentence.start, sentence.end), self.names, at=at)
        if said.kind != "partner":
            return () if said.name else self.speaker
        named = [id for id, printed, _ in self.names.rows["partner"] if printed == said.name]
        named = named or [id for name in self.names.find(self.text, said.start, said.end) for id in name.ids]
        return tuple(dict.fromkeys(named))

    def _is_quoted(self, at: int) -> bool:
        """Whether quotation marks are open at an offset, seen from the start of its paragraph."""
        before = self.text[max(self.text.rfind("\n\n", 0, at), at - 2_000, 0) : at]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def _parse(self, start: int, end: int) -> Sentence:
        known = self.names.find(self.text, start, end)
        unknown = [
            name
            for name in self.names.unknown(self.text, start, end)
            if not any(one.start < name.end and name.start < one.end for one in known)
        ]
        dates = find_spans(self.text, self.said_on, start=start, end=end, rules=self.rules)
        tokens = tokenise(self.text, start, end, _merged(self.text, [*known, *unknown], dates))
        if len(tokens) > 3 and tokens[0].low in _STATUSES and tokens[1].low in ("-", "–", "—"):
            tokens = tokens[2:]  # "Resolved - Acme could still read messages"
        groups = find_groups(tokens)
        verbs = frozenset(i for group in groups for i in range(group.first, group.last + 1))
        clauses = find_clauses(tokens, groups)
        frames = [frame_of(tokens, clauses, place) for place in range(len(clauses))]
        parts = [parts_of(tokens, clauses, place, frames[place], verbs) for place in range(len(clauses))]
        out = {name.start for name in exceptions_of(self.text, self.names, start, end)} if known else set()
        excepted = frozenset(at for at, token in enumerate(tokens) if token.start in out)
        return Sentence(start, end, tokens, verbs, clauses, frames, parts, excepted)

    def before(self, place: int) -> Context:
        """What the two sentences before speak of: the nearer one first, the other where it names nobody."""
        context = Context()
        for back in (1, 2):
            if place < back:
                break
            start, end = self.spans[place - back]
            apart = back == 2 and _PARAGRAPH.search(self.text, end, self.spans[place - 1][0])
            if apart or not may_matter(self.text, start, end, self.names):
                continue
            earlier = self.sentence(place - back).context
            context.access = context.access or earlier.access or bool(self.owners.get(place - back))
            context.plain = context.plain or earlier.plain
            context.ways = context.ways or earlier.ways
            context.programs = context.programs or earlier.programs
            context.categories = context.categories or earlier.categories
            context.new = context.new or earlier.new
            context.generic = context.generic or (back == 1 and earlier.generic)
            carried = self.owners.get(place - back)
            if not context.listed and len(earlier.partners) > 1:
                context.listed = earlier.partners
            if not context.partners:
                context.subject = earlier.subject
                context.partners = earlier.partners or [(one,) for one in carried or ()]
            if earlier.partners:
                break
        if not context.programs and (over := self._list_heading(place)) is not None:
            context.programs, context.ways = over.programs, context.ways or bool(over.programs)
            context.access = context.access or bool(over.programs)
        return context

    def _list_heading(self, place: int) -> Context | None:
        """What the line over a list speaks of, for one of its items: "Feed API" over "- v1 was shut down"."""
        start = self.spans[place][0]
        if not _ITEM.fullmatch(self.text, self.text.rfind("\n", 0, start) + 1, start):
            return None
        for back in range(1, min(place, _LONGEST_LIST) + 1):
            first, last = self.spans[place - back]
            if _ITEM.fullmatch(self.text, self.text.rfind("\n", 0, first) + 1, first):
                continue
            names = self.names.find(self.text, first, last)
            return self.sentence(place - back).context if names and last - first < _HEADING else None
        return None


def context_of(tokens: list[Token], verbs: frozenset[int]) -> Context:
    """What a sentence leaves for the pronouns of the next."""
    context = Context()
    for token in tokens:
        if token.kind == "unknown":
            context.new.append(token.text)
        elif token.kind == "name":
            ids = tuple(token.what.ids)
            if token.what.what == "partner":
                context.partners += [ids] if ids not in context.partners else []
            elif token.what.what == "program":
                context.programs += [i for i in ids if i not in context.programs]
            elif token.what.what == "category":
                context.categories += [i for i in ids if i not in context.categories]
    mentions = find_mentions(tokens, 0, len(tokens), verbs)
    context.subject = _subject_of(tokens, mentions)
    kinds = {mention.kind for mention in mentions}
    somebody = bool(context.partners or context.new or "role" in kinds)
    context.ways = bool(kinds & {"access", "program"})
    context.plain = context.ways or bool(kinds & {"data", "category"})
    context.access = context.plain or (somebody and "relation" in kinds)
    asked = len(tokens) > 1 and tokens[0].low == "question" and tokens[1].low[:1].isdigit()
    context.access = context.access or (asked and somebody)  # "Question 61 concerns Acme"
    context.access = context.access or any(m.word.lower() == "partnerships" and counts(tokens, m) for m in mentions)
    context.generic = any(m.kind == "role" and tokens[m.at].low.endswith("s") for m in mentions)
    return context


def _subject_of(tokens: list[Token], mentions: list[Mention]) -> tuple[str, ...]:
    """ "Acme competes with Borel": of Acme it speaks; but "Acme gave Borel its lists" may go on about either."""
    partners = [m for m in mentions if m.kind == "partner"]
    if len(partners) < 2 or partners[0].prep or partners[0].first != partners[0].at or partners[0].at > 3:
        return ()
    first, second = partners[0].at, partners[1].at
    if not partners[1].prep or any(t.senses & {"give", "send", "end", "bar"} for t in tokens[first:second]):
        return ()
    if any(token.low in ("and", "or", "&") for token in tokens[first + 1 : first + 3]):
        return ()
    return tuple(tokens[first].what.ids)


def _merged(text: str, names: Sequence[Name], dates: Sequence[Any]) -> list[tuple[int, int, str, Any]]:
    """Dates and names as spans for the tokens, in order and apart; a date goes before a name."""
    taken = [(span.start, span.end, "date", span) for span in dates]
    for name in names:
        if name.what == "category" and _COMPOUND.match(text, name.end):
            continue  # "location-sharing": a word of its own
        if not any(start < name.end and name.start < end for start, end, _, _ in taken):
            taken.append((name.start, name.end, "unknown" if name.what == "unknown" else "name", name))
    return sorted(taken, key=lambda span: span[0])

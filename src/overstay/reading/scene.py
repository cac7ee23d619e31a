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
from overstay.reading.mentions import counts, find_mentions
from overstay.reading.owners import Context
from overstay.reading.parts import Parts, parts_of
from overstay.reading.prefilter import may_matter
from overstay.reading.quantities import exceptions_of
from overstay.reading.speakers import speaker_of
from overstay.reading.subjects import find_clauses
from overstay.reading.tokens import Token, tokenise

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
        tokens = tokenise(self.text, start, end, _merged([*known, *unknown], dates))
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
            context.access = context.access or earlier.access
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
                context.partners = earlier.partners or [(one,) for one in carried or ()]
            if earlier.partners:
                break
        return context


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
    kinds = {mention.kind for mention in mentions}
    somebody = bool(context.partners or context.new or "role" in kinds)
    context.ways = bool(kinds & {"access", "program"})
    context.plain = context.ways or bool(kinds & {"data", "category"})
    context.access = context.plain or (somebody and "relation" in kinds)
    context.access = context.access or any(m.word.lower() == "partnerships" and counts(tokens, m) for m in mentions)
    context.generic = any(m.kind == "role" and tokens[m.at].low.endswith("s") for m in mentions)
    return context


def _merged(names: Sequence[Name], dates: Sequence[Any]) -> list[tuple[int, int, str, Any]]:
    """Dates and names as spans for the tokens, in order and apart; a date goes before a name."""
    taken = [(span.start, span.end, "date", span) for span in dates]
    for name in names:
        if not any(start < name.end and name.start < end for start, end, _, _ in taken):
            taken.append((name.start, name.end, "unknown" if name.what == "unknown" else "name", name))
    return sorted(taken, key=lambda span: span[0])

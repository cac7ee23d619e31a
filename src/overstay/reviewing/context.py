"""A candidate's sentence in its context, cut where the words begin and end that led to its fields."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from overstay.documents import Document
from overstay.reading.sentences import sentences
from overstay.sheets import visible

_REACH = 1500  # characters before and after, in which the neighbouring sentences are looked for
_FIELD_OR_PLACE = re.compile(r"(?:^|; )(?P<field>[a-z]+): |\[(?P<start>[0-9]+):(?P<end>[0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text to show: the fields that it led to, and whether it is part of the evidence itself."""

    text: str
    fields: tuple[str, ...]
    evidence: bool


def context(document: Document, candidate: Mapping[str, str]) -> list[Stretch]:
    """The sentence before, the evidence, and the sentence after, as stretches that join into the text itself."""
    text, start, end = document.text, int(candidate["start"]), int(candidate["end"])
    low, high = _neighbours(text, start, end)
    marks = [(field, a, b) for field, a, b in words_of(candidate["because"]) if low <= a < b <= high]
    cuts = sorted({low, start, end, high, *(cut for _, a, b in marks for cut in (a, b))})
    stretches = []
    for a, b in itertools.pairwise(cuts):
        fields = tuple(dict.fromkeys(field for field, x, y in marks if x <= a and b <= y))
        stretches.append(Stretch(visible(text[a:b]), fields, start <= a and b <= end))
    return stretches


def words_of(because: str) -> list[tuple[str, int, int]]:
    """(field, start, end) of all words that a candidate's `because` names."""
    found, field = [], ""
    for match in _FIELD_OR_PLACE.finditer(because):
        if match["field"]:
            field = match["field"]
        elif field:
            found.append((field, int(match["start"]), int(match["end"])))
    return found


def _neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence before begins and the sentence after ends."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    spans = [(low + a, low + b) for a, b in sentences(text[low:high])]
    before = [a for a, b in spans if b <= start and (a > low or low == 0)]
    after = [b for a, b in spans if a >= end and (b < high or high == len(text))]
    return max(before, default=start), min(after, default=end)

"""Which sentences can speak of access at all: one regular expression, so that a long document is read quickly."""

from __future__ import annotations

import re
from functools import lru_cache

from overstay.partners import Names
from overstay.reading.lexicon import read_lexicon

# What happens to access; verbs of having and using count only with one of the words that make them a statement.
_ACTS = frozenset(("end", "bar", "lose", "start", "give", "get", "cont", "keep", "extend", "stop", "more", "off"))
_THINGS = frozenset(("access", "relation", "data", "role", "product"))
_TURNS = (
    r"never|no|not|longer|n[’']t|cannot|any ?more|still|until|till|through|since|formerly|previously|could|recently|"
    r"late|records?|logs?|tests?|show\w*|found|between|from|last|past|denie[sd]|now|today"
)


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    words = {
        written
        for written, entries in read_lexicon().phrases.items()
        if any(cue.senses & _ACTS for _, cues in entries for cue in cues)
    }
    return re.compile(rf"\b(?:{_TURNS}|{'|'.join(sorted(map(re.escape, words)))})\b", re.IGNORECASE)


def may_speak(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] holds a word that a statement about access cannot do without."""
    return end - start >= 12 and _cue().search(text, start, end) is not None


def may_matter(text: str, start: int, end: int, names: Names) -> bool:
    """Whether a sentence can be what the pronouns of the next one stand for: it names somebody, or speaks of access."""
    return end - start >= 8 and bool(_things().search(text, start, end) or names.find(text, start, end))


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    words = {
        written
        for written, entries in read_lexicon().phrases.items()
        if any(cue.senses & _THINGS for _, cues in entries for cue in cues if cue.part == "noun")
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words)))})\b", re.IGNORECASE)

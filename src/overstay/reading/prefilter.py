"""Which sentences can speak of access at all: sets of words, so that a long document is read quickly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from overstay.partners import Names
from overstay.reading.lexicon import read_lexicon

# What happens to access; verbs of having and using count only with one of the words that make them a statement.
_ACTS = frozenset(("end", "bar", "lose", "start", "give", "get", "cont", "keep", "extend", "stop", "more", "off"))
_THINGS = frozenset(("access", "relation", "data", "role", "product", "stop", "more"))
_TIES = frozenset(("access", "relation", "data", "role"))
# Words that turn a verb of having into a statement; the second set does so only beside a name or a word of access.
_TURNS = frozenset(
    re.findall(
        r"\S+",
        "followed same still never ever neither nor none no not longer t cannot anymore still until till "
        "through since recently denied denies dispute disputes disputed fail fails failed rejected refused "
        "currently ongoing force effect "
        "intact unaffected unchanged",
    )
)
_HINTS = frozenset(
    re.findall(
        r"\S+",
        "nobody formerly previously could late record records log logs test tests show shows showed shown found "
        "between from now today last past day present moment presently stands visible readable place did does doing",
    )
)
_STAND_INS = frozenset(
    re.findall(
        r"\w+",
        "we it its they them their theirs ours this these those that both one ones first second former latter others "
        "all",
    )
)
_US = frozenset(("we", "us"))  # "they disconnected us last week" needs no other word
_SHUT = frozenset(("disconnected", "unplugged", "unlinked", "delinked", "unhooked", "deactivated", "off"))
_ANYTHING = frozenset(("anything", "nothing"))  # "has never received anything from us"
_GOT = frozenset(("received", "receive", "receiving", "got", "getting", "get", "shared", "sharing", "sent", "sending"))
_USES = frozenset(("use", "send"))
_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def may_speak(text: str, spans: Sequence[tuple[int, int]], place: int, names: Names) -> bool:
    """Whether the sentence at a place holds words without which it states nothing about access."""
    start, end = spans[place]
    if end - start < 12:
        return False
    words = _words(text, start, end)
    if words.isdisjoint(_TURNS) and not _has(words, "acts") and not _used_then(text, start, end, words):
        return not words.isdisjoint(_HINTS) and (_has(words, "ties") or bool(names.find(text, start, end)))
    if may_matter(text, start, end, names) or not (words.isdisjoint(_US) or words.isdisjoint(_SHUT)):
        return True
    if not (words.isdisjoint(_ANYTHING) or words.isdisjoint(_GOT)):
        return True
    left_out = text.startswith("Will ", start)  # "Will be removed in May", of what was named before
    return (left_out or not words.isdisjoint(_STAND_INS)) and any(
        may_matter(text, *spans[earlier], names) for earlier in range(max(0, place - 2), place)
    )


def _used_then(text: str, start: int, end: int, words: set[str]) -> bool:
    """ "Acme read messages in May 2017": a verb of using beside a year or a month."""
    return _DATED.search(text, start, end) is not None and _has(words, "uses")


def may_matter(text: str, start: int, end: int, names: Names) -> bool:
    """Whether a sentence names somebody or speaks of access, so that pronouns of the next one can stand for it."""
    return end - start >= 8 and (_has(_words(text, start, end), "things") or bool(names.find(text, start, end)))


def _words(text: str, start: int, end: int) -> set[str]:
    return set(_WORD.findall(text[start:end].lower()))


def _has(words: set[str], which: str) -> bool:
    single, longer = _lexical()[which]
    return not words.isdisjoint(single) or any(
        words.issuperset(rest) for first in words & longer.keys() for rest in longer[first]
    )


@lru_cache(maxsize=1)
def _lexical() -> dict[str, tuple[frozenset[str], dict[str, list[frozenset[str]]]]]:
    """Words of one part, and words of several parts with all that must be there, for acts and for things."""
    out = {}
    for which, senses, nouns in (
        ("acts", _ACTS, False),
        ("uses", _USES, False),
        ("things", _THINGS, True),
        ("ties", _TIES, True),
    ):
        single, longer = set(), set()
        for entries in read_lexicon().phrases.values():
            for words, cues in entries:
                if any(cue.senses & senses and not (nouns and cue.part != "noun") for cue in cues):
                    parts = [part for word in words for part in _WORD.findall(word)]
                    if len(parts) == 1:
                        single.add(parts[0])
                    elif parts:
                        longer.add((parts[0], frozenset(parts[1:])))
        particles = {key for key, cues in read_lexicon().particles.items() if any(cue.senses & senses for cue in cues)}
        longer |= {(verb, frozenset((particle,))) for verb, particle in particles if not nouns}
        kept: dict[str, list[frozenset[str]]] = {}
        for first, rest in longer:
            if first not in single:
                kept.setdefault(first, []).append(rest)
        out[which] = (frozenset(single), kept)
    return out

"""A sentence ─► its tokens, each with its place in the text; dates and names are one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from overstay.reading.lexicon import Cue, read_lexicon

_TOKEN = re.compile(
    r"[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:-\w+)*|[^\w\s]",
    re.IGNORECASE,
)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m"])
HAVE = frozenset(["has", "have", "had", "having", "'ve"])
DO = frozenset(["do", "does", "did"])
FUTURE = frozenset(["will", "shall", "wo", "'ll"])
OTHER_MODALS = frozenset(["must", "may", "might", "could", "would", "should", "can", "ca", "cannot", "'d"])
AUX = BE | HAVE | DO | FUTURE | OTHER_MODALS | {"to", "get", "gets", "got", "getting"}
NEGATION = frozenset(["not", "n't", "never", "nor", "neither", "cannot"])
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your", "whose", "no", "any", "some", "every", "each", "all", "both", "such", "another", "'s", "'", "’", "most", "many", "several", "few", "more", "other", "certain", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
)
PREPOSITIONS = frozenset(
    ["of", "for", "to", "with", "from", "by", "in", "on", "at", "under", "between", "among", "about", "against", "into", "onto", "upon", "within", "without", "through", "throughout", "during", "over", "per", "via", "behind", "across", "toward", "towards", "after", "before", "since", "until", "till", "despite", "besides", "including", "like", "unlike", "except", "regarding", "concerning", "following", "pursuant", "as", "than", "beyond", "inside", "outside", "near", "alongside"]
)
PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "them", "us", "him", "itself", "themselves", "this", "that", "these", "those", "who", "which"])
CONJUNCTIONS = frozenset(["and", "or", "but", "nor", "yet", "so"])
SUBORDINATORS = frozenset(
    ["while", "whereas", "although", "though", "because", "since", "until", "till", "after", "before", "when", "whenever", "once", "if", "unless", "whether", "as", "that", "which", "who", "whose", "whom", "where", "lest", "provided", "why", "how"]
)
ADVERBS = frozenset(
    ["already", "also", "since", "now", "then", "still", "yet", "just", "ever", "even", "only", "soon", "thus", "therefore", "again", "once", "later", "longer", "anymore", "hereby", "instead", "however", "moreover", "first", "finally", "long", "ago", "almost", "quite", "very", "both", "all", "each", "either", "too", "simultaneously", "forever", "today", "effective", "out", "off", "up", "down", "away", "back", "apart", "together", "alone", "thereby", "thereafter", "herein", "afterwards", "meanwhile", "indeed", "though", "always", "often", "sometimes", "no", "never", "not", "n't", "nor", "ca"]
)


@dataclass(slots=True)
class Token:
    """One word, mark, date or name; `low` is what the rules look at, `cues` its readings in the lexicon."""

    start: int
    end: int
    text: str
    low: str
    kind: str = "word"  # word, mark, date, name, unknown
    cues: tuple[Cue, ...] = ()
    what: Any = None  # the FoundDate or the Name
    senses: frozenset[str] = field(default_factory=frozenset)
    nouns: frozenset[str] = field(default_factory=frozenset)

    @property
    def verb(self) -> Cue | None:
        """Its reading as a verb."""
        return next((cue for cue in self.cues if cue.part == "verb"), None)

    @property
    def adjective(self) -> Cue | None:
        """Its reading as an adjective."""
        return next((cue for cue in self.cues if cue.part == "adjective"), None)


def tokenise(text: str, start: int, end: int, spans: Sequence[tuple[int, int, str, Any]] = ()) -> list[Token]:
    """The tokens of text[start:end]; `spans` (start, end, kind, what), sorted and apart, become one token each."""
    tokens: list[Token] = []
    at = start
    for first, last, kind, what in spans:
        if first < at or last > end:
            continue
        _plain(text, at, first, tokens)
        words = text[first:last]
        tokens.append(Token(first, last, words, f"<{kind}>", kind, (), what))
        at = last
    _plain(text, at, end, tokens)
    return _with_cues(_phrases(tokens))


_PHRASES = {
    ("at", "no", "time"): "never",
    ("at", "no", "point"): "never",
    ("not", "once"): "never",
    ("on", "no", "occasion"): "never",
    ("under", "no", "circumstances"): "never",
}


def _phrases(tokens: list[Token]) -> list[Token]:
    """Joins set phrases that do the work of one adverb."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        for words, low in _PHRASES.items():
            if tokens[at].low == words[0] and tuple(t.low for t in tokens[at : at + len(words)]) == words:
                first, last = tokens[at], tokens[at + len(words) - 1]
                out.append(Token(first.start, last.end, " ".join(words), low))
                at += len(words)
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower().replace("’", "'")
        tokens.append(Token(match.start(), match.end(), word, low, "word" if low[-1].isalnum() else "mark"))


def _with_cues(tokens: list[Token]) -> list[Token]:
    """Tokens with their readings; a phrase of the lexicon becomes one token."""
    lexicon = read_lexicon()
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind not in ("word",):
            out.append(token)
            at += 1
            continue
        taken = 1
        for words, cues in lexicon.phrases.get(token.low, ()):
            if len(words) == 1 or tuple(t.low for t in tokens[at : at + len(words)]) == words:
                token.cues, taken = cues, len(words)
                break
        if not token.cues and "-" in token.low:
            tail = token.low.rsplit("-", 1)[1]
            for words, cues in lexicon.phrases.get(tail, ()):
                if len(words) == 1:
                    token.cues = tuple(cue for cue in cues if cue.part == "noun")
        if taken > 1:
            last = tokens[at + taken - 1]
            token.end = last.end
            token.text = " ".join(t.text for t in tokens[at : at + taken])
            token.low = " ".join(t.low for t in tokens[at : at + taken])
        token.senses = frozenset().union(*(cue.senses for cue in token.cues if cue.part == "verb"))
        token.nouns = frozenset().union(*(cue.senses for cue in token.cues if cue.part == "noun"))
        out.append(token)
        at += taken
    return out

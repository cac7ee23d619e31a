"""A sentence ─► its tokens, each with its place in the text; dates and names are one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from overstay.reading.lexicon import Cue, read_lexicon

_TOKEN = re.compile(
    r"(?<![\w/:.])/[a-z][\w{}.-]*(?:/[\w{}.-]+)*(?<![.-])|\d{1,3}(?:,\d{3})+\b|(?-i:\b[a-z]{3,}(?:[._][a-z]{2,})*\.[a-z_]{2,}\b)|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:-\w+)*|[^\w\s]",
    re.IGNORECASE,
)
# Set phrases that do the work of one adverb; those that only lead on count as "however".
_PHRASES = {
    ("at", "no", "time"): "never",
    ("at", "no", "point"): "never",
    ("not", "once"): "never",
    ("at", "any", "time"): "ever",
    ("at", "any", "point"): "ever",
    ("on", "no", "occasion"): "never",
    ("under", "no", "circumstances"): "never",
} | {
    tuple(phrase.split()): "however"
    for phrase in (
        "on the other hand", "on the one hand", "on the contrary", "by contrast", "in contrast", "of course", "in turn",
        "for its part", "for their part", "for our part", "as a result", "as a consequence", "in other words",
        "at the same time", "in the end", "in the meantime", "in addition", "by the way", "all the same",
    )
}  # fmt: skip
_BY_START: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _low in _PHRASES.items():
    _BY_START.setdefault(_words[0], []).append((_words, _low))
_VERSION = re.compile(r"v\d{1,2}")
_DOMAINS = frozenset(("com", "org", "net", "io", "eu", "co", "uk", "html", "pdf", "csv", "json", "py", "js"))
_PERSONAL = frozenset(("access", "data", "item", "people"))
_PIECES = re.compile(r"[a-z]+|[A-Z][a-z]*")


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
    return _with_cues(_phrases(_unquoted(_codes(tokens))))


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower().replace("’", "'")
        if "," in low and len(low) > 1:
            low = low.replace(",", "")  # "1,400"
        if len(low) > 1 and ("_" in low or "." in low) and low.rsplit(".", 1)[-1] not in _DOMAINS:
            tokens.append(_code(match.start(), match.end(), word))  # "the scope mail.read expires"
            continue
        tokens.append(Token(match.start(), match.end(), word, low, "word" if low[-1].isalnum() else "mark"))


def _code(start: int, end: int, written: str) -> Token:
    """A permission, a field or an address of an interface if it names data, else only some item."""
    cue = Cue(written.lower(), "noun", frozenset(("access" if _names_data(written) else "item",)), "one")
    return Token(start, end, written, "<code>", "word", (cue,))


def _codes(tokens: list[Token]) -> list[Token]:
    """Joins what stands between backticks: a permission, a field or an address of an interface if it names data.

    So is a bare address of an interface: "calls to /v1/contacts".
    """
    for token in tokens:
        if len(token.low) > 2 and token.low[0] == "/":
            sense = "access" if _names_data(token.text) else "item"
            token.cues, token.low = (Cue(token.low, "noun", frozenset((sense,)), "one"),), "<code>"
    marks = [at for at, token in enumerate(tokens) if token.low == "`"]
    out, at = [], 0
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = tokens[opening + 1 : closing]
        if not inside or len(inside) > 12:
            continue
        out += tokens[at:opening]
        if all(t.kind in ("word", "mark") or (t.kind == "name" and t.what.what == "category") for t in inside):
            written = " ".join(token.text for token in inside)
            out.append(_code(inside[0].start, inside[-1].end, written))
        else:
            out += inside
        at = closing + 1
    return out + [token for token in tokens[at:] if token.low != "`"]


def _versions() -> tuple[Cue, ...]:
    return next(cues for words, cues in read_lexicon().phrases["version"] if len(words) == 1)


def _names_data(code: str) -> bool:
    phrases = read_lexicon().phrases
    return any(
        cue.part == "noun" and bool(cue.senses & _PERSONAL)
        for piece in _PIECES.findall(code)
        for words, cues in phrases.get(piece.lower(), ())
        if len(words) == 1
        for cue in cues
    )


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Drops quotation marks inside a sentence, as in 'wrote that it "was revoked in 2017"', but not those of speech."""
    dropped: set[int] = set()
    opening = -1
    for at, token in enumerate(tokens):
        if token.low not in ('"', "“", "”"):
            continue
        if opening >= 0 and token.low != "“":
            dropped |= {opening, at} if opening else set()
            opening = -1
        elif token.low != "”":
            before = tokens[at - 1] if at else None
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            inside = before is not None and before.kind != "mark" and after is not None and after.text[0].islower()
            opening = at if inside else 0
    dropped |= _single_quotes(tokens)
    return [token for at, token in enumerate(tokens) if at not in dropped]


def _single_quotes(tokens: list[Token]) -> set[int]:
    """The places of single marks around words: "was switched off 'some months ago'"."""
    found: set[int] = set()
    opening = -1
    for at, token in enumerate(tokens[:-1]):
        if token.low not in ("'", "‘", "’"):
            continue
        spaced = not at or tokens[at - 1].end < token.start
        if spaced and token.low != "’" and tokens[at + 1].start == token.end:
            opening = at
        elif opening >= 0 and not spaced and token.low != "‘":
            found |= {opening, at}
            opening = -1
    return found


def _phrases(tokens: list[Token]) -> list[Token]:
    """Joins set phrases that do the work of one adverb."""
    if not any(token.low in _BY_START for token in tokens):
        return tokens
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        for words, low in _BY_START.get(tokens[at].low, ()):
            if tuple(t.low for t in tokens[at : at + len(words)]) == words:
                first, last = tokens[at], tokens[at + len(words) - 1]
                out.append(Token(first.start, last.end, " ".join(words), low))
                at += len(words)
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


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
        if not token.cues and _VERSION.fullmatch(token.low):
            token.cues = _versions()  # "v1 of the feed stopped answering"
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
        if token.cues:
            token.senses = frozenset().union(*(cue.senses for cue in token.cues if cue.part == "verb"))
            token.nouns = frozenset().union(*(cue.senses for cue in token.cues if cue.part == "noun"))
        out.append(token)
        at += taken
    return out

"""Bytes ─► text in any common encoding; and a text file ─► its paragraphs."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from overstay.papers.draft import Draft, UnreadableError, about_controls, tidy, too_long
from overstay.papers.kinds import marked_encoding
from overstay.papers.limits import TEXT_CHARACTERS

_GAP = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
_LOOK = 1 << 16  # bytes that are looked at where nothing declares the encoding
_BINARY = 0.02  # share of control characters from which on bytes are no text


def decode(content: bytes, declared: str = "") -> tuple[str, list[str]]:
    """The text of the bytes, and what should be said about its encoding.

    By order: byte order mark, the declared encoding, strict UTF-8, UTF-16 that shows by its zeros, Windows-1252. For
    the last, charset-normalizer's opinion is passed on: it is often wrong about short texts, so it does not decide.
    UnreadableError for bytes that are no text.
    """
    if marked := marked_encoding(content):
        return _strictly(content, marked)
    notes: list[str] = []
    if declared:
        try:
            return content.decode(declared), notes
        except LookupError:
            notes.append(f"declares the encoding {declared[:40]!r}, which is not known")
        except UnicodeDecodeError:
            notes.append(f"declares the encoding {declared[:40]!r}, but is not in it")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if ((content and not text) or "\x00" in text[:_LOOK]) and (wide := _wide(content)):
        return _strictly(content, wide)
    if text or not content:
        _refuse_binary(text)
        return text, notes
    text = content.decode("cp1252", errors="replace")
    _refuse_binary(text)
    best = from_bytes(content[:_LOOK]).best()
    guess = best.encoding if best and best.encoding not in ("cp1252", "latin_1", "ascii", "utf_8") else ""
    opinion = f" (charset-normalizer takes it for {guess})" if guess else ""
    notes.append(f"is not UTF-8 and was read as Windows-1252{opinion}; where words look wrong, save it as UTF-8")
    return text, notes


def _strictly(content: bytes, encoding: str) -> tuple[str, list[str]]:
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
        return text, [f"holds bytes that are not {encoding.removesuffix('-sig').upper()}; they stand as U+FFFD"]


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: in most scripts nearly every second byte of it is small, and many are zero."""
    look = content[:_LOOK]
    even, odd = look[0::2], look[1::2]
    if len(content) % 2 or not odd:
        return ""
    low, high = even.count(0) / len(even), odd.count(0) / len(odd)
    for name, mine, other in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if mine > 0.3 and other < 0.02:
            return name
    return ""


def _refuse_binary(text: str) -> None:
    look = text[:_LOOK]
    controls = sum(1 for char in look if char < " " and char not in "\t\n\r\x0c\x1b")
    if controls > max(8, _BINARY * len(look)):
        raise UnreadableError("is neither text nor a kind of file that is known; save it as PDF, HTML or text")


def read_text(content: bytes) -> Draft:
    """A plain text file: its text with line feeds, a passage for each paragraph."""
    text, notes = decode(content)
    draft = Draft("text", notes=[(0, note) for note in notes])
    set_text(draft, text)
    return draft


def set_text(draft: Draft, text: str) -> None:
    """Give the draft this text, kept as it is but for line ends and control characters; passages by blank lines."""
    if len(text) > TEXT_CHARACTERS:
        raise UnreadableError(too_long())
    draft.text, replaced = tidy(text)
    if replaced:
        draft.note(about_controls(replaced))
    place = 0
    for gap in (*_GAP.finditer(draft.text), None):
        start, end = place, gap.start() if gap else len(draft.text)
        place = gap.end() if gap else end
        block = draft.text[start:end]
        start += len(block) - len(block.lstrip())
        end -= len(block) - len(block.rstrip())
        if start < end:
            draft.spans.append((0, start, end))

"""What a reader makes of a file before it has a name: text, stretches of it, and what the file says of itself.

A draft is plain data, so that it can come out of another process and out of the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from overstay.papers.limits import TEXT_CHARACTERS

# NUL and the other control characters, what is no character at all, and halves of surrogate pairs.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|\x0c|\u2028|\u2029")


class UnreadableError(Exception):
    """A file that cannot be read as what it is; the message says why and the way out, without the file's name."""


@dataclass(slots=True)
class Draft:
    """One document as it was read.

    `spans` are (page or 0, start, end) in `text`, `notes` are (page or line or 0, what is wrong there).
    `part` tells the documents of one file apart ("" where it holds one).
    """

    kind: str
    text: str = ""
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    title: str = ""
    published: str = ""
    captured: str = ""
    address: str = ""
    front: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    part: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The draft as JSON takes it."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Draft:
        """The draft that `as_dict` gave. Raises KeyError, TypeError or ValueError for anything else."""
        draft = cls(**values)
        draft.spans = [(int(page), int(start), int(end)) for page, start, end in draft.spans]
        draft.notes = [(int(place), str(reason)) for place, reason in draft.notes]
        draft.front = {str(key): str(value) for key, value in draft.front.items()}
        return draft

    def note(self, reason: str, place: int = 0) -> None:
        """Say what is wrong with the file, or with its page or line `place`."""
        self.notes.append((place, reason))


def tidy(text: str) -> tuple[str, int]:
    """Line ends as line feeds, control characters as U+FFFD, and how many of the latter there were.

    Marks of direction and other invisible characters of languages stay.
    """
    if "\r" in text or "\x0c" in text or "\u2028" in text or "\u2029" in text:
        text = _BREAKS.sub("\n", text)
    return _CONTROL.subn("\ufffd", text)


def one_line(text: object, width: int = 1_000) -> str:
    """A value for a title or a header: one line, without control characters, of at most `width` characters."""
    line = " ".join(_CONTROL.sub("\ufffd", str(text)[: 4 * width]).split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def lay_out(blocks: Iterable[str]) -> tuple[str, list[tuple[int, int, int]], int]:
    """Blocks as one text with a blank line between them: the text, the span of each, and the controls replaced.

    UnreadableError where there is more text than a document may have.
    """
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    place = replaced = 0
    for block in blocks:
        clean, count = tidy(block)
        replaced += count
        clean = clean.strip()
        if not clean:
            continue
        spans.append((0, place, place + len(clean)))
        parts.append(clean)
        place += len(clean) + 2
        if place > TEXT_CHARACTERS + 2:
            raise UnreadableError(too_long())
    return "\n\n".join(parts), spans, replaced


def too_long() -> str:
    """What is said of a document with too much text."""
    return f"holds more than {TEXT_CHARACTERS:,} characters of text, the most that is read; split it"


def about_controls(count: int) -> str:
    """What is said of replaced control characters."""
    return f"{count:,} control character{'s stand' if count > 1 else ' stands'} as U+FFFD in the text"

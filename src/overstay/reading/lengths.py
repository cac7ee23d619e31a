"""An extension told by its length: "by 90 days", "a six-month extension", counted from the end that the text names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from overstay.dating.spans import find_spans
from overstay.reading.tokens import Token

_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|thirty|sixty|ninety|\d{1,3})"
    r"(?: \(\d{1,3}\))?"
)
_UNIT = r"(?:day|week|month|year)"
_LENGTH = re.compile(
    rf"\b(?:by|for|of) (?:a further |an additional |another |an extra )?(?P<by>{_NUMBER}[ -]{_UNIT}s?)\b|"
    rf"\b(?P<adjective>{_NUMBER}-{_UNIT})\b|\b(?P<more>{_NUMBER} (?:more|further|additional|extra) {_UNIT}s?)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\bfor (?P<about>(?:at least|more than|over|nearly|almost|about|around|roughly|some) )?"
    rf"(?P<length>{_NUMBER} {_UNIT}s?)\b(?! (?:ago|more|longer))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:deadline|cut-?off|due|expir\w+|end(?:s|ed|ing)?|clos\w+|shut\w*|lose|lost|losing|terminat\w+|until|cease\w*|"
    r"deprecat\w+|retir\w+|sunset\w*|discontinu\w+|withdr[ae]w\w*|revok\w+|(?:switch|turn|cut)\w* off|phas\w+ out|"
    r"w[io](?:u)?nd(?:ing|s)? down)\b",
    re.IGNORECASE,
)
_TIME_LEFT = re.compile(
    rf"\b(?:has|have|get|gets|given|giving|gives?|allowed|allows?) (?:[\w’'-]+ ){{0,4}}?"
    rf"(?P<length>{_NUMBER} (?:calendar )?{_UNIT}s?),? (?:in which |from (?:today|now) )?to\b",
    re.IGNORECASE,
)
_MORE_TIME = ("", "extension", "reprieve", "grace period", "delay", "stay")
_FROM = re.compile(r"\b(?:beyond|past|after|from|on top of)(?: the)?$", re.IGNORECASE)


def end_by_length(text: str, start: int, end: int, before: int, said_on: str, tokens: list[Token]) -> Any:
    """The last day (FoundDate) of an extension in text[start:end] that is told by its length; None where it is not.

    It is counted from the date right after the length ("beyond the 30 April deadline"), else from the last date before
    it since text[before], where what stands around that date speaks of an end.
    """
    length = _LENGTH.search(text, start, end)
    if length is None:
        return None
    dates = [token for token in tokens if token.kind == "date" and token.what.edtf]
    behind = next((t.what for t in dates if t.start >= length.end() and _is_counted_from(text, length.end(), t)), None)
    if behind is None:
        earlier = find_spans(text, said_on, start=before, end=length.start(), tense="past")
        if not earlier or not _ENDS.search(text, before, length.start()):
            return None
        behind = earlier[-1]
    return _after(behind, length, said_on)


def since_length(text: str, start: int, end: int, said_on: str) -> Any:
    """The date (FoundDate) since when something lasts: "closed for nearly three years"; None without one."""
    lasting = _LASTING.search(text, start, end)
    if lasting is None or not said_on:
        return None
    about = re.sub("at least", "more than", (lasting["about"] or "").lower())
    ago = find_spans(f"{about}{lasting['length']} ago", said_on)
    if len(ago) != 1 or not ago[0].edtf:
        return None
    return replace(
        ago[0], start=lasting.start(), end=lasting.end(), words=lasting.group(), bound="since", direction="past"
    )


def time_left(text: str, start: int, end: int, said_on: str) -> Any:
    """The date (FoundDate) of an end that somebody has so long to bring about: "has 30 days to leave"; None without."""
    left = _TIME_LEFT.search(text, start, end)
    if left is None or not said_on:
        return None
    within = find_spans(f"within {left['length']}", said_on, tense="future")
    if len(within) != 1 or not within[0].edtf:
        return None
    return replace(within[0], start=left.start("length"), end=left.end("length"), words=left["length"])


def _is_counted_from(text: str, at: int, token: Token) -> bool:
    between = text[at : token.start].strip()
    return bool(_FROM.search(between)) or (token.what.bound == "after" and between in _MORE_TIME)


def _after(anchor: Any, length: re.Match[str], said_on: str) -> Any:
    words = (length["by"] or length["adjective"] or length["more"]).replace("-", " ")
    core = anchor.core or anchor.edtf
    both = [
        each
        for day in core.split("/")
        for each in find_spans(f"{words} after {day.rstrip('~')}", said_on)
        if each.earliest and each.latest
    ]
    if not both or "~" in core or ".." in core:
        return None
    first, last = both[0], both[-1]
    edtf = first.edtf if first is last else f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    return replace(
        first, start=length.start(), end=length.end(), words=length.group(), edtf=edtf, core=edtf, latest=last.latest
    )


__all__ = ["end_by_length", "since_length", "time_left"]

"""The heading over a list or a line ("## 30 April 2015", "Effective immediately"): its date holds for what is below."""

from __future__ import annotations

import re
from typing import Any

from overstay.dating.spans import find_spans

_BULLET = re.compile(r"\s*(?:[-*•–—·+]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+")
_MARKS = re.compile(r"^[\s#=*_\[]+|[\s:=*_\]]+$")
# Lines that date the page, not what it tells.
_OF_THE_PAGE = re.compile(
    r"\b(?:posted|published|updated|revised|modified|written|printed|accessed|retrieved|last|effective date|dated|by|"
    r"page|copyright|filed|issue|vol)\b",
    re.IGNORECASE,
)
_REACH = 4_000  # characters above a line in which its heading is looked for
_LONGEST = 10  # words


def heading_date(text: str, start: int, said_on: str, tense: str) -> Any:
    """The date (FoundDate) of the heading over the line that holds text[start]; None without one."""
    lines = text[max(0, start - _REACH) : start].split("\n")
    if len(lines) < 2:
        return None
    bullet = _BULLET.match(lines[-1] + text[start : start + 12])
    begin = start - len(lines[-1]) - 1
    for line in reversed(lines[:-1]):
        first, begin = begin - len(line), begin - len(line) - 1
        if not line.strip() or (bullet and _BULLET.match(line)) or (bullet and line.startswith((" ", "\t"))):
            continue
        return _date_in(text, first, first + len(line), said_on, tense, bool(bullet))
    return None


def _date_in(text: str, first: int, last: int, said_on: str, tense: str, over_list: bool) -> Any:
    """The one date of a line that is nothing but a heading."""
    line = text[first:last].strip()
    bare = _MARKS.sub("", line)
    marked = line.startswith("#") or line.endswith(":") or over_list
    if not marked and "effective" not in bare.lower():
        return None
    if not bare or bare.endswith((".", "!", "?")) or len(bare.split()) > _LONGEST or _OF_THE_PAGE.search(bare):
        return None
    found = [each for each in find_spans(text, said_on, start=first, end=last, tense=tense) if each.edtf]
    if len(found) != 1:
        return None
    date = found[0]
    # The date of an entry written on the day itself tells no more than that it was written then.
    return None if date.edtf == said_on and "effective" not in bare.lower() else date


__all__ = ["heading_date"]

"""A name ─► the ways in which a text may write it: tokens, what may stand between them, and which capitals it needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeAlias

import pandas as pd

from overstay.naming.capitals import listed

# What a case, a notebook or a test may give as partners, programs or categories.
Rows: TypeAlias = pd.DataFrame | Iterable[Mapping[str, Any]] | Iterable[str] | Mapping[str, str] | None
# A word without underscores, with the accents that follow its letters; "&" counts as the word "and".
WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
TOKEN = re.compile(rf"{WORD}|&")
JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\x02"  # soft hyphens and marks of no width inside a word
HYPHENS = "-\u2010\u2011"
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
LEGAL = (
    r"(?:inc(?:orporated)?|corp(?:oration)?|co|company|ltd|limited|llc|l\.l\.c|llp|l\.l\.p|lp|plc|p\.l\.c|gmbh|mbh|ag|"
    r"s\.a\.s|sas|s\.a|sa|se|n\.v|nv|b\.v|bv|ab|asa|as|a/s|oyj?|k\.k|kk|pty|pte|s\.p\.a|spa|s\.r\.l|srl|sarl|kft|"
    r"kgaa|kg|ohg|ug|aktiengesellschaft|bhd|jsc|ooo|pjsc)"
)
_LEGAL_AT_END = re.compile(rf"(?:\s*,\s*|\s+|\s*&\s*)(?:and\s+)?{LEGAL}\.?\s*$", re.I)
# After a name in a text the form is written with a capital, or is one of the lower-case ones.
LEGAL_AFTER = re.compile(
    rf",?(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?:& )?(?-i:(?=[A-Z]|plc\b|llc\b))(?:{LEGAL})(?![^\W_])\.?", re.I
)
SMALL = listed(
    """
    of and the in for on at de du der la le les des van von y e et und & d l
    """
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: its words, what stands between them, whose it is and how it came about."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    id: str
    what: str
    how: str


def fold(word: str) -> str:
    """The word without accents and capitals; "&" is "and"."""
    if word.isascii():
        return "and" if word == "&" else word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in JOINERS)


def singular(word: str) -> str:
    """The word without its plural ending, as far as English spelling tells."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def without_form(name: str) -> str:
    """The name without legal form ("Inc.", "GmbH") and leading article, unless nothing else is left."""
    name = " ".join(name.split())
    while True:
        shorter = _LEGAL_AT_END.sub("", name).rstrip(" ,")
        if shorter == name or not TOKEN.search(shorter):
            break
        name = shorter
    return name[4:] if name.lower().startswith("the ") and TOKEN.search(name[4:]) else name


def forms(name: str, id: str, what: str, how: str) -> Iterator[Form]:
    """Every form of a name: without its legal form, each side of a "/", what stands in brackets, hyphens closed up."""
    name = " ".join(name.split())
    bracketed = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name)
    if bracketed:
        outer, inner = bracketed.groups()
        yield from forms(outer, id, what, how)
        if what == "partner" and inner[:1].isupper():  # of a kind of data the bracket only says which
            yield from forms(inner, id, what, how)
        return
    plain = without_form(name)
    yield from _spellings(plain, id, what, how)
    if what == "partner" and "/" in plain:
        sides = [side.strip() for side in plain.split("/")]
        for side in sides:
            if len(side) > 1:
                yield from _spellings(without_form(side), id, what, "part")


def _spellings(name: str, id: str, what: str, how: str) -> Iterator[Form]:
    found = list(TOKEN.finditer(name))
    if not found:
        return
    words = tuple(word.group() for word in found)
    gaps = tuple(name[one.end() : other.start()] for one, other in pairwise(found))
    yield Form(words, gaps, id, what, how)
    if len(words) == 1 and 2 <= len(words[0]) <= 5 and words[0].isupper() and words[0].isalpha():
        yield Form(tuple(words[0]), (".",) * (len(words[0]) - 1), id, what, how)  # RBC as R.B.C.
    closed: list[str] = [words[0]]
    open_gaps: list[str] = []
    for gap, word in zip(gaps, words[1:], strict=True):
        initials = gap == "." and len(word) == 1 and closed[-1].isupper()
        if gap in HYPHENS or gap in ("'", "’") or initials:
            closed[-1] += word
        else:
            closed.append(word)
            open_gaps.append(gap)
    if len(closed) < len(words):
        yield Form(tuple(closed), tuple(open_gaps), id, what, how)


@lru_cache(maxsize=4_096)
def gap_fits(named: str, written: str) -> bool:
    """Whether what a text has between two words may stand for what the name has there."""
    if written.count("\n") > 1:
        return False
    has_space = any(letter.isspace() for letter in written)
    left = "".join("-" if letter in HYPHENS else letter for letter in written if letter not in JOINERS)
    if "\n" in left:
        left = left.replace(">", "")  # quoted mail
    left = "".join(left.split()).replace("’", "'").replace("–", "-")
    right = "".join("-" if letter in HYPHENS else letter for letter in named)
    right = "".join(right.split()).replace("’", "'").replace("–", "-")
    if left == right:
        return not (right == "." and has_space and " " not in named)
    if right in ("", "-"):
        return left in ("", "-") or (left == "'" and has_space)  # friends' list
    if right == "/":
        return left in ("/", "-")
    return left == "" and " " in named


@lru_cache(maxsize=16_384)
def capitals_fit(named: str, written: str) -> str:
    """Whether a written word has the capitals of a name's word: "yes", "no", or "capitals" = only among capitals."""
    if named == written or named.islower() or not any(letter.isupper() for letter in named) or fold(named) in SMALL:
        return "yes"
    letters = sum(letter.isalpha() for letter in named)
    is_distinct = len(named) > 3 and (
        (any(letter.isupper() for letter in named[1:]) and not named.isupper()) or any(map(str.isdigit, named))
    )
    if is_distinct:
        return "yes"  # no ordinary word looks like PocketNet or U2topia
    if not written[:1].isupper():
        return "no"
    if named.isupper():
        return "yes" if written.isupper() or letters > 4 else "no"
    if len(written) > 1 and written.isupper():
        return "yes" if letters > 4 else "capitals"
    return "yes"


def names_of(given: Rows, what: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(id, name, aliases) of each row, whatever form it was given in."""
    if given is None:
        return
    if isinstance(given, pd.DataFrame):
        given = given.to_dict("records")
    if isinstance(given, Mapping):
        given = [{"id": id, "name": name} for id, name in given.items()]
    for row in given:
        if isinstance(row, str):
            row = {"id": row, "name": row}
        cells = {key: _cell(value) for key, value in row.items()}
        name = cells.get("name") or ""
        id = cells.get(f"{what}_id") or cells.get("id") or name
        aliases = tuple(alias.strip() for alias in cells.get("aliases", "").split("|") if alias.strip())
        if id:
            yield id, name, aliases


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "|".join(map(str, value))
    return "" if pd.isna(value) else str(value)

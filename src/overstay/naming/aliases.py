"""Names that may be another way to write a partner's: suggestions for a person to confirm, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import pandas as pd
from rapidfuzz import fuzz

from overstay.naming.nameforms import TOKEN, Rows, fold, names_of, without_form

COLUMNS = ("name", "partner_id", "partner", "score", "why")
LEAST = 85  # of 100: below that Bank of Canada begins to look like Royal Bank of Canada
MARGIN = 5  # a second partner as like as the first leaves it open which is meant


def suggest_aliases(names: Iterable[Any], partners: Rows, *, limit: int = 3) -> pd.DataFrame:
    """The partners that each name (text, or a Name that was found) may stand for.

    Columns: name, partner_id, partner, score (of 100), why. At most `limit` rows a name, best first. Names that a
    partner already has (as name or alias) are left out. A suggestion decides nothing: a person writes it into the
    partner's aliases, or does not.
    """
    known = [(id, name, words) for id, name, aliases in names_of(partners, "partner") for words in [name, *aliases]]
    written = {words for _, _, words in known}
    rows: list[tuple[str, str, str, float, str]] = []
    for name in dict.fromkeys(" ".join((one if isinstance(one, str) else one.text).split()) for one in names):
        if not name or name in written:
            continue
        best: dict[str, tuple[str, str, str, float, str]] = {}
        for id, printed, words in known:
            for score, why in _likeness(name, words):
                if id not in best or score > best[id][3]:
                    best[id] = (name, id, printed, round(score, 1), why)
        ranked = sorted(best.values(), key=lambda row: (-row[3], row[1]))[:limit]
        if len(ranked) > 1 and ranked[0][3] - ranked[1][3] < MARGIN:
            ranked = [(*row[:4], f"{row[4]}; {len(ranked)} partners are about as like") for row in ranked]
        rows += ranked
    return pd.DataFrame(rows, columns=pd.Index(COLUMNS))


def _likeness(name: str, known: str) -> Iterator[tuple[float, str]]:
    """The scores that suggest that both are the same, each with its reason."""
    one, other = _plain(name), _plain(known)
    if not one or not other:
        return
    if one == other:
        yield 100.0, f"{known!r} but for accents, capitals, hyphens or legal form"
        return
    if one.replace(" ", "") == other.replace(" ", ""):
        yield 99.0, f"{known!r} but for spaces"
        return
    for short, long in ((name, known), (known, name)):
        if _initials(long) == short.upper() and len(short) > 1:
            yield 95.0, f"the initials of {long!r}"
    sides = [_plain(side) for side in known.split("/")]
    if len(sides) > 1 and one in sides:
        yield 97.0, f"one side of {known!r}"
    if f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "):
        yield 90.0, f"begins like {known!r}; it may be a part or a brand, or somebody else"
    score = fuzz.token_sort_ratio(one, other)
    if score >= LEAST and not (_adds_words(one, other) or _adds_words(other, one)):
        yield score * 0.95, f"spelt nearly like {known!r}"


@lru_cache(maxsize=16_384)
def _plain(name: str) -> str:
    """The name in small letters without accents, marks and legal form."""
    return " ".join(fold(word) for word in TOKEN.findall(without_form(name)))


@lru_cache(maxsize=16_384)
def _initials(name: str) -> str:
    words = TOKEN.findall(without_form(name))
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _adds_words(one: str, other: str) -> bool:
    """Whether one is the other with words added: another name (Royal Bank of Canada), whatever the score."""
    return len(one) > len(other) and set(other.split()) < set(one.split())

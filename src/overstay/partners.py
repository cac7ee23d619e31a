"""Names and aliases ─► where a text names a partner, a program, a kind of data; and names that are none of these.

The longest name wins; nothing is merged by likeness. What is only alike is suggested to a person (aliases.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from overstay.naming.aliases import suggest_aliases
from overstay.naming.capitals import listed
from overstay.naming.nameforms import (
    HYPHENS,
    JOINERS,
    LEGAL_AFTER,
    TOKEN,
    WORD,
    Form,
    Rows,
    capitals_fit,
    fold,
    forms,
    gap_fits,
    names_of,
    singular,
)
from overstay.naming.newnames import blocks_left, blocks_right, new_names

__all__ = ["Name", "Names", "suggest_aliases"]
_WHAT = ("partner", "program", "category")
_NEXT = re.compile(rf"(?P<gap>[\W_]{{0,16}}?)(?P<word>{WORD}|&)")
_JOINED = re.compile(rf"(?:[{HYPHENS}]|[{JOINERS}])[^\S\n]*(?:\n[^\S\n]*(?:>[^\S\n>]*)*)?")
_DETERMINERS = listed(
    """
    the a an this that these those its their our his her your every each any some all s
    """
)
_DEFINED = re.compile(
    r"\s{1,3}\((?:(?:hereinafter|collectively|together|formerly|formerly known as|also known as|also called|known as|"
    r"a/k/a|f/k/a|or|the)[,:]?\s+){0,3}(?:[\"“”'‘](?P<quoted>[^\"“”()]{2,40}?)[\"“”'’]|"
    r"(?P<bare>[A-Z0-9][A-Z0-9&.]{1,9}))[,.]?\)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that names something.

    what: "partner", "program", "category" or "unknown"; ids: several = an alias of several; how: "name", "alias",
    "part" (one side of a double name), "acronym" (defined in the text), "product" (an unknown capitalised word
    follows), "form" or "capitals" (how an unknown name was seen).
    """

    what: str
    ids: tuple[str, ...]
    start: int
    end: int
    text: str
    how: str


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class Names:
    """The names of a case, ready to be found in texts.

    Each of partners, programs, categories: a DataFrame or dicts with `<kind>_id`, `name` and (optional) `aliases`
    with "|" between, names alone (the name is then the id), a dict of id to name, or None.
    """

    def __init__(self, partners: Rows = None, programs: Rows = None, categories: Rows = None) -> None:
        self._root = _Node()
        self._things = _Node()
        self._first: set[str] = set()
        self.rows = {
            what: list(names_of(given, what))
            for what, given in zip(_WHAT, (partners, programs, categories), strict=True)
        }
        for what, rows in self.rows.items():
            for id, name, aliases in rows:
                for position, words in enumerate((name, *aliases)):
                    for form in forms(words, id, what, "alias" if position else "name"):
                        self._add(form)
        self._read: list[tuple[str, list[Name], list[int]]] = []  # the last texts, so that slices cost nothing

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Name]:
        """The names in text[start:end], longest match, not overlapping, sorted; offsets count from the whole text.

        A short form that the text itself defines ("Bank of Borel (BOB)") counts from there to the end of the text.
        """
        read = next((one for one in self._read if one[0] is text), None)
        if read is None:
            whole = _without_overlap(self._all(text))
            read = (text, whole, [name.start for name in whole])
            self._read = [read, *self._read[:1]]
        _, found, starts = read
        end = len(text) if end is None else end
        return [name for name in found[bisect_left(starts, start) : bisect_left(starts, end)] if name.end <= end]

    def unknown(self, text: str, start: int = 0, end: int | None = None) -> list[Name]:
        """Names in text[start:end] that look like an organisation's and are none of the known; rather too few."""
        end = len(text) if end is None else end
        known = [(name.start, name.end) for name in self.find(text, start, end)]
        return [
            Name("unknown", (), first, last, " ".join(text[first:last].split()), how)
            for first, last, how in new_names(text, start, end, known)
        ]

    def _add(self, form: Form) -> None:
        node = self._root if form.what == "partner" else self._things
        keys = [fold(word) for word in form.words]
        if form.what != "partner":
            keys = [singular(key) for key in keys]
            first = keys[0]
            self._first |= {first, first + "s", first + "es", first[:-1] + "ies"}
        else:
            self._first |= {keys[0], keys[0] + "s"}
        for key in keys:
            node = node.next.setdefault(key, _Node())
        node.forms.append(form)

    def _all(self, text: str) -> Iterator[Name]:
        """Every name in the text, and every use of the short forms that it defines, in the order of their starts."""
        first, after = self._first, 0
        defined: dict[str, Name] = {}
        for place in TOKEN.finditer(text):
            at, word = place.span()[0], place.group()
            if at < after:
                continue
            key = word.lower() if word.isascii() else fold(word)
            is_joined = text[place.end() : place.end() + 1] in _JOINS
            if not (key in first or is_joined or word in defined):
                continue
            name = self._match(text, at) if key in first or is_joined else None
            if word in defined and (name is None or name.end <= place.end()):
                short = defined[word]
                last = at + len(short.text)
                if text[at:last] == short.text and not text[last : last + 1].isalnum():
                    name = replace(short, start=at, end=last)
            if name is None:
                continue
            after = name.end
            yield name
            if name.what == "partner":
                for form in _defined(text, name):
                    found = TOKEN.match(form)
                    if found:
                        defined.setdefault(found.group(), replace(name, text=form, how="acronym"))

    def _match(self, text: str, at: int) -> Name | None:
        """The longest name that begins at this word."""
        best: Name | None = None
        for what, root in (("partner", self._root), ("thing", self._things)):
            for end, words, gaps, node in _walk(text, at, root, what):
                if best and end <= best.end:
                    continue
                fitting = [form for form in node.forms if _fits(text, at, end, form, words, gaps)]
                if not fitting:
                    continue
                kind = min((form.what for form in fitting), key=_WHAT.index)
                fitting = [form for form in fitting if form.what == kind]
                name = _name(text, at, end, kind, fitting)
                if name and (best is None or name.end > best.end):
                    best = name
        return best


_JOINS = tuple(HYPHENS + JOINERS)


def _walk(text: str, at: int, root: _Node, what: str) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...], _Node]]:
    """Each way along the names from the word at `at`: its end, its words, the gaps between them, and where it led."""
    paths: list[tuple[int, tuple[str, ...], tuple[str, ...], _Node]] = [(at, (), (), root)]
    while paths:
        end, words, gaps, node = paths.pop()
        if words and node.forms:
            yield end, words, gaps, node
        if not node.next:
            continue
        place = _NEXT.match(text, end)
        if not place or (not words and place.start("word") != at):
            continue
        gap = (place["gap"],) if words else ()
        for stop, word in _readings(text, place):
            key = fold(word)
            keys = {key, singular(key)} if what == "thing" or (len(key) > 5 and word[:1].isupper()) else {key}
            for step in sorted(keys):
                if step in node.next:
                    paths.append((stop, (*words, word), gaps + gap, node.next[step]))


def _readings(text: str, place: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The word as it stands, and joined with the next where a hyphen or a mark of no width stands between."""
    end, word = place.end(), place["word"]
    yield end, word
    for _ in range(3):
        joint = _JOINED.match(text, end) if text[end : end + 1] in _JOINS else None
        following = TOKEN.match(text, joint.end()) if joint else None
        if not following or following.group() == "&":
            return
        end, word = following.end(), word + following.group()
        yield end, word


def _fits(text: str, start: int, end: int, form: Form, words: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether the words found are written as this form of a name is."""
    if len(words) != len(form.words) or not all(map(gap_fits, form.gaps, gaps)):
        return False
    if form.what == "partner":
        cases = [
            capitals_fit(named, word if fold(named) == fold(word) else word[:-1])
            for named, word in zip(form.words, words, strict=True)
        ]
        return "no" not in cases and ("capitals" not in cases or _among_capitals(text, start, end))
    if form.what == "program" and len(words) == 1 and words[0].islower() and not form.words[0].islower():
        return _word_before(text, start).lower() in _DETERMINERS
    return True


def _word_before(text: str, start: int) -> str:
    found = re.search(rf"({WORD})[^\w.!?;:\n]{{1,3}}\Z", text[max(0, start - 40) : start])
    return found[1] if found else ""


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, as in a heading."""
    around = TOKEN.findall(text[max(0, start - 30) : start])[-1:] + TOKEN.findall(text[end : end + 30])[:1]
    return bool(LEGAL_AFTER.match(text, end)) or any(len(word) > 3 and word.isupper() for word in around)


def _name(text: str, start: int, end: int, what: str, fitting: list[Form]) -> Name | None:
    """The name with its legal form, or None where it is only a piece of a longer name or of an address."""
    order = ("name", "alias", "part")
    how = min((form.how for form in fitting), key=order.index)
    ids = tuple(dict.fromkeys(form.id for form in fitting))
    if what == "partner":
        legal = LEGAL_AFTER.match(text, end)
        stop = legal.end() if legal else end
        goes_on = "" if legal else blocks_right(text, end)
        if goes_on == "longer" or blocks_left(text, start):
            return None
        how = goes_on or how
        end = stop
    return Name(what, ids, start, end, text[start:end], how)


def _defined(text: str, name: Name) -> Iterator[str]:
    """The short forms that a bracket behind the name defines for it."""
    found = _DEFINED.match(text, name.end)
    if not found:
        return
    short = found["quoted"] or found["bare"]
    words = TOKEN.findall(name.text)
    initials = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit()).upper()
    everything = "".join(word[0] for word in words).upper()
    letters = "".join(TOKEN.findall(short)).replace("&", "").upper()
    shares = {fold(word) for word in TOKEN.findall(short)} & {fold(word) for word in words} - {"and", "of", "the"}
    if (len(words) > 1 and letters in (initials, everything, initials[: len(letters)])) or (found["quoted"] and shares):
        yield short.removeprefix("the ").removeprefix("The ").strip(" ,.")


def _without_overlap(names: Iterable[Name]) -> list[Name]:
    found: list[Name] = []
    for name in names:
        if not found or name.start >= found[-1].end:
            found.append(name)
    return found

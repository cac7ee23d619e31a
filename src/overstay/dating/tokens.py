"""A stretch of text ─► its tokens, what is known about when it was said, and readings of dates in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from overstay.dating.arithmetic import Amount, Span, Stretch, closed
from overstay.dating.table import Rules

At = Callable[[date], Span]  # the days that are meant, as seen from one day

TOKEN = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+|[0-9]+|['’]s(?![^\W\d_])|\S")
DEPTH = 4  # of dates within dates: "the end of the first week of May"
PAD = 12  # blank tokens after the last, so that the grammar may look ahead without asking


@dataclass(frozen=True, slots=True)
class Core:
    """A bare date: the token after it, and how it is read.

    `first` and `last` give a stretch for a day: the date's own (both the same), or, where the words leave open which
    of two is meant, the first and the last of them. `seen_from` says what day they want: "" none, "said" the day it
    was said, "anchor" the date before it in the text. `yearly` reads a date without a year in a given year.
    """

    stop: int
    first: At
    last: At
    grain: str
    rule: str
    seen_from: str = ""
    direction: str = ""
    yearly: Callable[[int], Stretch | None] | None = None
    bound: str = ""  # the bound that its own words carry, as in "within 90 days"
    pair: bool = False  # two ends in one: "between 1 and 5 May", "from May 1 to 5, 2015"
    at_end: bool = False  # the end of a period, whose last day is meant where it is a bound


ANY_DAY = date(2000, 1, 1)  # from which a date is seen that needs no day


def fixed(stop: int, stretch: Stretch, grain: str, rule: str) -> Core:
    """A date that needs no other day to be read."""
    return Core(stop, lambda _: stretch, lambda _: stretch, grain, rule)


def stretch_of(core: Core) -> Stretch:
    """The days of a date that needs no other day to be read; ValueError where a side is open."""
    return closed(core.last(ANY_DAY))


def apart(inner: Core, at: At, rule: str, *, bound: str = "") -> Core:
    """A date that lies so far from another one: `at` moves the first day of that as far as its last."""

    def moved(of: At) -> At:
        def read(day: date) -> Span:
            start, end = of(day)
            return (at(start)[0] if start else None), (at(end)[1] if end else None)

        return read

    return Core(
        inner.stop, moved(inner.first), moved(inner.last), "part", rule, inner.seen_from, inner.direction, None, bound
    )


def seen(stop: int, at: At, grain: str, rule: str, *, seen_from: str = "said", direction: str = "") -> Core:
    """A date that is read from the day it was said, or from the date before it in the text."""
    return Core(stop, at, at, grain, rule, seen_from, direction)


class Scan:
    """The tokens of text[start:end] in lower case (`L`) with their offsets (`S`, `E`), and what else is known."""

    __slots__ = (
        "E",
        "L",
        "S",
        "anchor",
        "count",
        "depth",
        "known",
        "read",
        "rules",
        "said",
        "tense",
        "text",
    )

    def __init__(self, text: str, start: int, end: int, said: tuple[date | None, date | None] | None, tense: str,
                 rules: Rules, read: Callable[[Scan, int], Core | None]) -> None:  # fmt: skip
        self.text, self.said, self.tense, self.rules, self.read = text, said, tense, rules, read
        self.L: list[str] = []
        self.S: list[int] = []
        self.E: list[int] = []
        for found in TOKEN.finditer(text, start, end):
            self.L.append(found.group().lower())
            self.S.append(found.start())
            self.E.append(found.end())
        self.depth = 0
        self.known: dict[int, Core | None] = {}
        self.count = len(self.L)
        self.L += [""] * PAD
        self.S += [end] * PAD
        self.E += [end] * PAD
        self.anchor: tuple[date | None, date | None] | None = None

    def date_at(self, i: int) -> Core | None:
        """The longest date, without a bound before it, that begins at token i; kept, as several readings ask for it."""
        if self.depth >= DEPTH or not self.L[i]:
            return None
        key = i * DEPTH + self.depth
        if key not in self.known:
            self.depth += 1
            found = self.read(self, i)
            self.depth -= 1
            self.known[key] = found
        return self.known[key]

    def word(self, i: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.S[i] : self.E[i]]

    def before(self, i: int) -> str:
        """The token before, in lower case; "" at the start."""
        return self.L[i - 1] if i > 0 else ""

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before without a space."""
        return 0 < i < self.count and self.E[i - 1] == self.S[i]

    def stop_at(self, i: int, end: int) -> int:
        """The first token from i on that begins at or after the offset `end`."""
        while i < self.count and self.S[i] < end:
            i += 1
        return i

    def amount(self, rule: str, name: str) -> Amount | None:
        """A length of time from the table of rules; None = without limit."""
        value = self.rules[rule].parameters[name]
        return value if isinstance(value, Amount) else None

    def number(self, rule: str, name: str) -> int:
        """The number of a month, day or year from the table of rules."""
        value = self.rules[rule].parameters[name]
        return value if isinstance(value, int) else 0

"""Text and the day it was said ─► every date in it, with the interval that its words allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from overstay.dates import read_edtf
from overstay.dating import bounds, grammar, words
from overstay.dating.arithmetic import write_edtf
from overstay.dating.bounds import Limits
from overstay.dating.figures import DASHES, after_time, time_of_day
from overstay.dating.holidays import HOLIDAY_WORDS
from overstay.dating.ranges import range_of
from overstay.dating.table import Rules, shipped
from overstay.dating.tokens import Core, Scan

if TYPE_CHECKING:
    import pandas as pd

DEFAULT = shipped()
COLUMNS = ("start", "end", "words", "edtf", "earliest", "latest", "open_end", "rule")
AHEAD = 16  # how many tokens a date may begin before the word that gives it away
CHUNK = 6_000  # characters that are cut into tokens at a time
_QUICK = re.compile(r"[A-Za-z]+|[0-9]{4}|/[0-9]{1,2}/|[0-9]+")
_GAP = re.compile(r"(?<=[.!?])\s|\n|\s")
_TRIGGERS = frozenset(
    (
        *words.MONTHS,
        *words.WEEKDAYS,
        *words.SEASONS,
        *words.UNITS,
        *HOLIDAY_WORDS,
        *(str(year) for year in range(1900, 2100)),
        *(f"/{number}/" for number in range(1, 32)),
        *(f"/0{number}/" for number in range(1, 10)),
        *words.listed(
            "today tonight yesterday tomorrow hereby herewith immediately immediate now midyear q h fy recently"
        ),
        *words.listed("previously formerly already lately since ago soon shortly henceforth hereafter henceforward"),
        *words.listed("hereof ages forward future past course then fiscal time date point morning afternoon evening"),
    )
)
_FIRST_WORDS = grammar.FIRST_WORDS | bounds.FIRST_WORDS | {"pre", "post", "midnight", "noon", "close", "cob", "eod"}


# What is put off to a day: "extended to July 20", "pushed back to Friday", "another month, to 3 May".
_PUT_OFF = frozenset(
    ("extended", "prolonged", "postponed", "pushed", "moved", "delayed", "deferred", "back", "out", "off", ",")
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    `start`, `end` are offsets of `words` in the whole text. `edtf` is what the words allow, bound included ("" where
    the day it is seen from is not known); `core` is the bare date without its bound. `earliest` and `latest` are
    calendar days, None where open (`open_end`: "", "start", "end" or "both"). `rule` names the rows of the table that
    were used, joined by " + ". `first` and `last` are the two ends of a range ("from 2013 to 2015").
    """

    start: int
    end: int
    words: str
    edtf: str
    core: str
    bound: str
    rule: str
    earliest: date | None
    latest: date | None
    open_end: str
    direction: str
    first: str = ""
    last: str = ""


def find_dates(text: str, said_on: str | date = "", *, rules: Rules | None = None, tense: str = "") -> pd.DataFrame:
    """Every date in a text: start, end, words, edtf, earliest, latest, open_end, rule.

    `said_on` is an EDTF date or a day, "" if unknown: what is seen from it then has a blank edtf. Bounds are calendar
    days (datetime64, NaT = open). `tense` ("past", "future") says which April "in April" is; without it, both.
    Raises DateError where said_on is no EDTF date.

    >>> find_dates("It ended three months ago.", "2018-12-19").edtf.tolist()
    ['2018-09/2018-10']
    """
    import pandas as pd

    found = find_spans(text, said_on, rules=DEFAULT if rules is None else rules, tense=tense)
    table = pd.DataFrame([[getattr(each, column) for column in COLUMNS] for each in found], columns=list(COLUMNS))
    for column in ("earliest", "latest"):
        table[column] = pd.to_datetime(table[column]).astype("datetime64[s]")
    texts = dict.fromkeys(("words", "edtf", "open_end", "rule"), "str")
    return table.astype(texts | {"start": "int64", "end": "int64"})


def find_spans(text: str, said_on: str | date, *, start: int = 0, end: int | None = None, tense: str = "",
               rules: Rules = DEFAULT, anchor: str = "") -> list[FoundDate]:  # fmt: skip
    """The dates of text[start:end], in order, none overlapping; offsets count from the start of the whole text.

    `anchor` is the EDTF text of the last date before, for "a year later" and the like.
    """
    end = len(text) if end is None else min(end, len(text))
    said = _said(said_on)
    before = _said(anchor)
    found: list[FoundDate] = []
    for first, last in _chunks(text, start, end):
        if _TRIGGERS.isdisjoint(map(str.lower, _QUICK.findall(text, first, last))):
            continue
        scan = Scan(text, first, last, said, tense, rules, grammar.read_date)
        scan.anchor = before
        found += _scan(scan)
        before = scan.anchor
    return found


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > CHUNK:
        cut = 0
        for pattern in (r"\n\s*\n", r"[.!?]\s", r"\s"):
            if found := re.compile(pattern).search(text, start + CHUNK, min(end, start + 2 * CHUNK)):
                cut = found.end()
                break
        if not cut:
            found = re.compile(r"\s").search(text, start + CHUNK, end)
            cut = found.end() if found else end
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=1024)
def _said(said_on: str | date) -> tuple[date | None, date | None] | None:
    if not said_on:
        return None
    if isinstance(said_on, date):
        return date(said_on.year, said_on.month, said_on.day), date(said_on.year, said_on.month, said_on.day)
    reading = read_edtf(said_on)
    return reading.earliest_date, reading.latest_date


def _scan(t: Scan) -> list[FoundDate]:
    found: list[FoundDate] = []
    places = [
        i for i in range(t.count) if t.L[i] in _TRIGGERS or "/" in t.L[i] or (len(t.L[i]) > 1 and t.L[i].isdecimal())
    ]
    i = 0
    for place in places:
        i = max(i, place - AHEAD)
        while i <= place:
            token = t.L[i]
            if token in _FIRST_WORDS or token.isdecimal():
                each = phrase(t, i)
                if each:
                    found.append(each[0])
                    i = each[1]
                    continue
            i += 1
    return found


def phrase(t: Scan, i: int) -> tuple[FoundDate, int] | None:
    """The date that begins at token i, with the bound before it, and the token after it."""
    bound, rule, j = "", "", i
    core = t.date_at(i)
    if word := bounds.bound_at(t, i):
        j = i + len(word.words)
        about = t.L[j] in bounds.APPROXIMATE and word.bound != "around"
        if word.bound not in ("around", "") and (second := bounds.bound_at(t, j)) and second.bound == "around":
            about, j = True, j + len(second.words) - 1  # "until on or about 3 May"
        k = after_time(t, j + about)
        inner = t.date_at(k) or (t.date_at(k + 1) if t.L[k] in ("on", "in", "of", "at") else None)
        if inner and not inner.bound and (core is None or inner.stop > core.stop):
            if word.bound == "to" and inner.seen_from and (not i or t.L[i - 1] not in _PUT_OFF):
                return None
            return _finish(t, i, inner, word.bound, word.rule, about)
    elif t.L[i] in ("pre", "post") and t.L[i + 1] in DASHES and (inner := t.date_at(i + 2)):
        before = t.L[i] == "pre"
        return _finish(t, i, inner, "before" if before else "after", "before X" if before else "after X", False)
    if core is None:
        j = after_time(t, i)
        core = t.date_at(j) if j > i else None
        if core is None:
            return None
    return _finish(t, i, core, bound, rule, False)


def _finish(t: Scan, i: int, core: Core, bound: str, rule: str, about: bool) -> tuple[FoundDate, int] | None:
    core, second, open_end = range_of(t, core, bound)
    if bound == "between" and second is None and not core.pair:
        return None
    if core.pair and bound in ("between", "from"):
        bound, rule = "between", "from X to Y"
    stop = second.stop if second else core.stop
    k = stop + (t.L[stop] == ",")
    if t.L[k] == "at" and time_of_day(t, k + 1) > k + 1:
        stop = time_of_day(t, k + 1)
    bound, rule, about, stop = _after(t, stop, bound, rule, about)
    start, end = t.S[i], t.E[stop - 1]
    limit, last_limit = bounds.limits(t, core), bounds.limits(t, second) if second else None
    names = [
        rule,
        "from X to Y" if second else "",
        "about X" if about else "",
        core.rule,
        second.rule if second else "",
    ]
    shown = {"since-at-least": "since", "on-or-after": "after", "to": "until"}.get(bound, bound) or core.bound
    if second:
        shown = "at-least-until" if open_end else "between"
    direction = core.direction or (second.direction if second else "")
    blank = FoundDate(
        start,
        end,
        t.text[start:end],
        "",
        "",
        shown,
        " + ".join(dict.fromkeys(name for name in names if name)),
        None,
        None,
        "",
        direction,
    )
    if limit is None or (second and last_limit is None):
        return blank, stop
    try:
        made = _found(t, blank, core, bound, limit, last_limit, about, open_end)
    except (OverflowError, ValueError):
        return blank, stop
    return made, stop


def _found(
    t: Scan, blank: FoundDate, core: Core, bound: str, limit: Limits, last: Limits | None, about: bool, open_end: bool
) -> FoundDate:
    first_text = last_text = ""
    if last:
        first_text, last_text = write_edtf(limit.earliest, limit.latest), write_edtf(last.earliest, last.latest)
        limit = Limits(limit.earliest, limit.first_ends, last.last_begins, last.latest)
        if limit.earliest and limit.latest and limit.earliest > limit.latest:
            return blank
        if open_end:
            limit = last
    core_text = write_edtf(limit.earliest, limit.latest)
    approximate = ""
    if about or bound == "around":
        limit, approximate = bounds.widened(core, limit)
        core_text = approximate or write_edtf(limit.earliest, limit.latest)
    if open_end:
        earliest, latest = limit.earliest, None
    elif last:
        earliest, latest = limit.earliest, limit.latest
    else:
        earliest, latest = bounds.bounded(t, bound, core, limit, about)
    known = {day for day in (t.said or ()) if day}
    by_day = (earliest or latest) in known
    unbounded = (earliest, latest) == (limit.earliest, limit.latest)
    edtf = approximate if approximate and unbounded else write_edtf(earliest, latest, by_day=by_day)
    if not edtf:
        return blank
    if limit.earliest and limit.latest:
        t.anchor = (limit.earliest, limit.latest)
        t.known.clear()
    open_side = ("start" if earliest is None else "") + ("end" if latest is None else "")
    return replace(
        blank,
        edtf=edtf,
        core=core_text,
        earliest=earliest,
        latest=latest,
        open_end=open_side,
        first=first_text,
        last=last_text,
    )


def _after(t: Scan, stop: int, bound: str, rule: str, about: bool) -> tuple[str, str, bool, int]:
    """What stands behind a date and bounds it: or later, or earlier, at the latest, onwards, or so."""
    two = (t.L[stop], t.L[stop + 1])
    three = (*two, t.L[stop + 2])
    if bound in ("", "from", "by", "since"):
        if two in (("or", "later"), ("or", "after"), ("or", "thereafter")) or three == ("at", "the", "earliest"):
            return "on-or-after", "on or after X", about, stop + 2 + (three[2] == "earliest")
        if two in (("or", "earlier"), ("or", "before"), ("or", "sooner")) or three == ("at", "the", "latest"):
            return "by", "by X", about, stop + 2 + (three[2] == "latest")
        if t.L[stop] in ("onward", "onwards", "forward") and bound in ("", "from", "since"):
            return "from", "from X", about, stop + 1
        if two == ("and", "onwards"):
            return "from", "from X", about, stop + 2
        if bound == "from" and t.L[stop] == "on":
            return bound, rule, about, stop + 1
    if two in (("or", "so"), ("or", "thereabouts")):
        return bound, rule, True, stop + 2
    return bound, rule, about, stop

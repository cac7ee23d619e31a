"""Dates in figures: 2015-04-30, 30/04/2015, 04/2015, 2013-2015, 2014; and times of day, which are passed over."""

from __future__ import annotations

import re
from datetime import date

from overstay.dating.arithmetic import Stretch, months, years
from overstay.dating.tokens import Core, Scan, fixed
from overstay.dating.words import COUNTED, NO_YEAR_AFTER

DASHES = frozenset("-–—‒−")
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d\d?)\2(\d\d?){_CLOCK}(?![\w-])", re.ASCII)
_SLASHED = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?![\w/-]|\.\d)", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d\d?)/(\d{4})(?![\w/-]|\.\d)", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s?([-–—/])\s?(\d{4}|\d\d)(?![\w/-]|\.\d|,\d)", re.ASCII)
_TIME = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d){1,2}(?:\s?(?:a\.m\.|p\.m\.|am|pm))?|\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|midnight|noon|"
    r"(?:the )?(?:close|end|start) of (?:business|trading)|cob\b|eod\b)"
    r"(?:\s\(?(?:[ECMP][SD]?T|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard |Daylight )?Time)?|UTC|GMT|CES?T|BST)"
    r"\)?)?",
    re.IGNORECASE,
)


def time_of_day(t: Scan, i: int) -> int:
    """The token after a time of day, or i."""
    if t.L[i][:1].isdecimal() or t.L[i] in ("midnight", "noon", "the", "close", "end", "start", "cob", "eod"):
        found = _TIME.match(t.text, t.S[i], t.S[t.count])
        return t.stop_at(i, found.end()) if found else i
    return i


def year_at(t: Scan, i: int) -> int | None:
    """The year that token i is, written with four digits from 1900 to 2099, as far as the token itself can tell."""
    token = t.L[i]
    if len(token) != 4 or not token.isdecimal() or token[:2] not in ("19", "20"):
        return None
    after = t.L[i + 1]
    if t.glued(i + 1):
        if after in (",", ".") and t.L[i + 2][:1].isdecimal() and t.glued(i + 2):
            return None  # 2,015,000 is no year, nor is 2015.4
        if after in ("_", "%", "°", "$", "€", "@", ":", "\\") and t.glued(i + 2):
            return None
        if after[:1].isalpha():
            return None
    return int(token)


def short_year(t: Scan, i: int) -> tuple[int, int] | None:
    """The year of `2015` or `'15` and the token after it."""
    if year := year_at(t, i):
        return year, i + 1
    if t.L[i] in ("'", "’", "‘") and t.glued(i + 1) and len(t.L[i + 1]) == 2 and t.L[i + 1].isdecimal():
        if t.glued(i + 2) and t.L[i + 2][0].isalnum():
            return None
        return _century(t.L[i + 1]), i + 2
    return None


def _century(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def made(year: int, month: int, day: int) -> Stretch | None:
    """One calendar day, or None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def numeric(t: Scan, i: int) -> Core | None:
    """2015-04-30 (with or without a time), 30/04/2015, 30.04.2015, 04/2015, 2013-2015, 2014/15."""
    if t.glued(i) and (t.before(i)[-1].isalnum() or t.before(i) in "-./_#$€£:=\\,"):
        return None
    if t.before(i) in NO_YEAR_AFTER or (t.before(i) == "." and i > 1 and t.L[i - 2] in NO_YEAR_AFTER):
        return None
    at, end = t.S[i], t.S[t.count]
    if found := _ISO.match(t.text, at, end):
        day = made(int(found[1]), int(found[3]), int(found[4]))
        return fixed(t.stop_at(i, found.end()), day, "day", "day") if day and 1900 <= day[0].year <= 2099 else None
    if found := _SLASHED.match(t.text, at, end):
        return _slashed(t, i, found)
    if found := _MONTH_OF_YEAR.match(t.text, at, end):
        month, year = int(found[1]), int(found[2])
        if 1 <= month <= 12 and 1900 <= year <= 2099:
            return fixed(t.stop_at(i, found.end()), months(year, month, month), "month", "month")
        return None
    if found := _YEARS.match(t.text, at, end):
        return _years(t, i, found)
    return None


def _slashed(t: Scan, i: int, found: re.Match[str]) -> Core | None:
    if found[2] != "/" and len(found[4]) == 2:
        return None  # a version or a time
    first, second, year = int(found[1]), int(found[3]), _century(found[4])
    if not 1900 <= year <= 2099:
        return None
    both = sorted({day[0] for pair in ((first, second), (second, first)) if (day := made(year, pair[1], pair[0]))})
    if found[2] == ".":
        both = [day[0]] if (day := made(year, second, first)) else []  # with full stops the day comes first
    if not both:
        return None
    rule = "day" if len(both) == 1 else "day or month first"
    return fixed(t.stop_at(i, found.end()), (both[0], both[-1]), "day", rule)


def _years(t: Scan, i: int, found: re.Match[str]) -> Core | None:
    first, mark, second = int(found[1]), found[2], found[3]
    stop = t.stop_at(i, found.end())
    if not 1900 <= first <= 2099:
        return None
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    is_month = len(second) == 2 and mark == "-" and 1 <= int(second) <= 12
    if is_month and last == first + 1:  # 2009-10 is October or the year 2009 to 2010
        return fixed(stop, years(first, last), "year", "span of years")
    if is_month:
        return fixed(stop, months(first, int(second), int(second)), "month", "month")
    if not first < last <= 2099 or last - first > 60:
        return None
    return fixed(stop, years(first, last), "year", "span of years")


def bare_year(t: Scan, i: int) -> Core | None:
    """A year alone, where nothing beside it says that it is a number of something."""
    year = year_at(t, i)
    if year is None:
        return None
    before = t.before(i)
    if t.glued(i) and before not in ("(", "[", '"', "“", "‘", "'", "/", "–", "—", "-", ",", ";", ":"):
        return None
    joined = (
        t.glued(i) and before in ("-", "/", ",", ":", "–") and i > 1 and t.glued(i - 1) and t.L[i - 2][-1].isalnum()
    )
    if joined and (before != "-" or t.L[i - 2] not in ("mid", "pre", "post", "early", "late", "end", "year", "until")):
        return None
    if t.glued(i + 1) and t.L[i + 1] in ("-", "/", "–") and t.glued(i + 2) and not t.L[i + 2].isalpha():
        return None
    if before.isdecimal() and len(before) == 3:
        return None  # a telephone number
    if before in NO_YEAR_AFTER or before in ("$", "€", "£", "#", "§", "№", "¥", "+"):
        return None
    if before == "." and i > 1 and t.L[i - 2] in NO_YEAR_AFTER:
        return None
    if t.L[i + 1] in COUNTED and before not in (
        "in",
        "since",
        "of",
        "by",
        "until",
        "during",
        "before",
        "after",
        "through",
    ):
        return None
    if t.L[i + 1] in COUNTED and before == "of":
        return None
    j = i + 1 + (t.L[i + 1] in DASHES and t.glued(i + 2))
    if t.L[j] == "q" and t.L[j + 1] in ("1", "2", "3", "4") and t.glued(j + 1):
        first = int(t.L[j + 1]) * 3 - 2
        return fixed(j + 2, months(year, first, first + 2), "quarter", "quarter")
    return fixed(i + 1, years(year, year), "year", "year")


def named_year(t: Scan, i: int) -> Core | None:
    """the year 2015, calendar year 2015."""
    j = i + (t.L[i] == "the")
    j += t.L[j] == "calendar"
    if t.L[j] == "year" and (year := year_at(t, j + 1)):
        return fixed(j + 2, years(year, year), "year", "year")
    return None


def counts_things(t: Scan, j: int, licensed: bool) -> bool:
    """Whether the number that ends before token j counts things and is no year."""
    return not licensed and t.L[j] in COUNTED


def decade(t: Scan, i: int) -> Core | None:
    """2010s, the 1990s."""
    token = t.L[i]
    if len(token) == 4 and token.isdecimal() and token[3] == "0" and token[:2] in ("19", "20"):
        j = i + 1
        if t.L[j] in ("s", "'s", "’s") and t.glued(j) and not (t.L[j] != "s" and t.before(i) != "the"):
            return fixed(j + 1, years(int(token), int(token) + 9), "decade", "decade")
    return None


def after_time(t: Scan, j: int) -> int:
    """The token after a time of day and the words that tie it to a date."""
    k = time_of_day(t, j)
    if k > j:
        k += t.L[k] == ","
        k += t.L[k] in ("on", "of")
        return k
    return j

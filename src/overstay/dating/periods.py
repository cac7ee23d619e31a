"""Quarters, halves of a year, fiscal years and seasons."""

from __future__ import annotations

from collections.abc import Callable

from overstay.dating.arithmetic import ONE_DAY, Stretch, add_months, month_of, months, years
from overstay.dating.figures import DASHES, short_year
from overstay.dating.parts import part_of
from overstay.dating.tokens import Core, Scan, fixed, seen, stretch_of
from overstay.dating.words import SEASONS, set_of
from overstay.dating.yearly import in_year

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
_NUMBER_SUFFIX = ("st", "nd", "rd", "th")
_SEASON_BEFORE = set_of("in by during over until since through before after of till as than around about")


def nth(t: Scan, i: int) -> tuple[int, int] | None:
    """first to fourth, 1st to 4th, last: (number, token after it)."""
    if t.L[i] in ("1", "2", "3", "4") and t.L[i + 1] in _NUMBER_SUFFIX and t.glued(i + 1):
        return int(t.L[i]), i + 2
    return (_NTH[t.L[i]], i + 1) if t.L[i] in _NTH else None


def quarter_or_half(t: Scan, i: int) -> Core | None:
    """the second quarter of 2018, Q2 2018, 2Q18, 2018 Q2, H1 2016, the first half of last year, second quarter."""
    j, fiscal = i, False
    if t.L[j] in ("fiscal", "financial"):
        j, fiscal = j + 1, True
    if number := nth(t, j):
        n, k = number
        if t.L[k] in DASHES:
            k += 1
        if t.L[k] in ("fiscal", "financial"):
            k, fiscal = k + 1, True
        if (
            t.L[k] in ("and", "to", "through", "or")
            and (second := nth(t, k + 1 + (t.L[k + 1] == "the")))
            and t.L[second[1]] == "quarters"
        ):
            return _part_of_year(t, second[1] + 1, n, "quarter", fiscal, second[0]) if second[0] > n else None
        if (
            t.L[k] in ("quarter", "half")
            and t.L[k + 1] in DASHES
            and t.glued(k + 1)
            and t.glued(k + 2)
            and t.L[k + 2].isalpha()
        ):
            return None
        if t.L[k] in ("quarter", "half") and not (n == 3 and t.L[k] == "half"):
            if t.L[j] in ("last", "final") and not (t.L[k + 1] == "of" and t.L[k] in ("quarter", "half")):
                return None
            n = 2 if t.L[k] == "half" and n == 4 else n
            return _part_of_year(t, k + 1, n, t.L[k], fiscal)
        return None
    letter, digit = t.L[j], t.L[j + 1]
    if letter in ("q", "h") and digit[:1] in ("1", "2", "3", "4") and len(digit) == 1 and t.glued(j + 1):
        if (t.glued(j + 2) and t.L[j + 2][0].isalnum()) or (letter == "h" and digit in "34"):
            return None
        if t.glued(j) and t.before(j) != "(":
            return None
        kind = "quarter" if letter == "q" else "half"
        return _part_of_year(
            t, j + 2 + (t.L[j + 2] in DASHES and short_year(t, j + 3) is not None), int(digit), kind, fiscal
        )
    if letter in ("1", "2", "3", "4") and digit in ("q", "h") and t.glued(j + 1):
        k = j + 2 + (t.L[j + 2] in ("'", "’") and t.glued(j + 2))
        if len(t.L[k]) in (2, 4) and t.L[k].isdecimal() and (letter in "12" or digit == "q"):
            year = int(t.L[k]) + (2000 if len(t.L[k]) == 2 else 0)
            if 1900 <= year <= 2099 and not (t.glued(k + 1) and t.L[k + 1][0].isalnum()):
                return _fixed_part(k + 1, year, int(letter), "quarter" if digit == "q" else "half", fiscal)
    return None


def _fixed_part(stop: int, year: int, n: int, kind: str, fiscal: bool) -> Core:
    if fiscal:
        return fixed(stop, years(year - 1, year), "year", "fiscal year")
    return fixed(stop, _nth_of_year(n, kind)(year), kind, "quarter" if kind == "quarter" else "half of a year")


def _nth_of_year(n: int, kind: str, last: int = 0) -> Callable[[int], Stretch]:
    length = 3 if kind == "quarter" else 6
    return lambda year: months(year, length * (n - 1) + 1, length * (last or n))


def _part_of_year(t: Scan, j: int, n: int, kind: str, fiscal: bool, last: int = 0) -> Core | None:
    yearly = _nth_of_year(n, kind, last)
    rule = "quarter" if kind == "quarter" else "half of a year"
    k = j + (t.L[j] in (",", "of")) + (t.L[j] == "of" and t.L[j + 1] in ("the", "its", "our", "their"))
    if t.L[k] in ("fiscal", "financial", "fy") or (t.L[k] == "year" and fiscal):
        fiscal = True
        k += 1 + (t.L[k + 1] in ("year", "years"))
    if fiscal:
        if year := short_year(t, k):
            return fixed(year[1], years(year[0] - 1, year[0]), "year", "fiscal year")
        stop = k if k > j + 1 else j
        return seen(stop, lambda day: years(day.year - 1, day.year + 1), "year", "fiscal year")
    if (
        kind == "half"
        and t.L[j] == "of"
        and t.L[j + 1] not in ("the", "this", "last", "next", "that", "calendar")
        and not short_year(t, j + 1)
    ):
        return None  # the first half of April is a part of a month
    if kind == "half" and not (t.L[j] == "of" or short_year(t, j) or t.L[j] == "," or t.L[max(j - 2, 0)] == "h"):
        return None  # "the first half" alone is no time
    core = in_year(t, j, yearly, kind, rule)
    if kind == "half" and core and core.yearly and t.L[j] == "of":
        return None
    return core


def fiscal_year(t: Scan, i: int) -> Core | None:
    """fiscal 2018, fiscal year 2018, FY2018, FY18, the 2018 fiscal year."""
    word = t.L[i]
    if word in ("fiscal", "financial", "fy"):
        j = i + 1 + (t.L[i + 1] in ("year", "years"))
        end = t.date_at(j + 1 + (t.L[j + 1] in ("on", "in"))) if t.L[j] in ("ended", "ending", "ends") else None
        if end and not end.seen_from:
            day = stretch_of(end)[1]
            return fixed(end.stop, (add_months(day + ONE_DAY, -12), day), "year", "fiscal year")
        if year := short_year(t, j):
            return fixed(year[1], years(year[0] - 1, year[0]), "year", "fiscal year")
        if word == "fy" and len(t.L[j]) == 2 and t.L[j].isdecimal():
            year_ = 2000 + int(t.L[j])
            return fixed(j + 1, years(year_ - 1, year_), "year", "fiscal year")
    elif (year := short_year(t, i)) and t.L[year[1]] in ("fiscal", "financial") and t.L[year[1] + 1] == "year":
        return fixed(year[1] + 2, years(year[0] - 1, year[0]), "year", "fiscal year")
    return None


def season_months(t: Scan, season: str, year: int) -> Stretch:
    """The months of a season of that year; a winter is the one that ends in it."""
    first, last = t.number(season, "first"), t.number(season, "last")
    return months(year - (first > last), first, last + 12 * (first > last))


def season_of_year(t: Scan, season: str, year: int) -> Stretch:
    """The same, where a year names it: a winter may be the one that begins or the one that ends in that year."""
    start, end = season_months(t, season, year)
    return (start, month_of(add_months(end.replace(day=1), 12))[1]) if start.year < year else (start, end)


def season(t: Scan, i: int) -> Core | None:
    """summer 2015, the fall of 2015, summer of last year, in the spring, by winter."""
    name = SEASONS.get(t.L[i])
    if name is None:
        return None
    half = t.L[i].startswith("mid")

    def whole(year: int) -> Stretch:
        return season_of_year(t, name, year)

    def each(year: int) -> Stretch:
        return season_months(t, name, year)

    if name == "winter" and (year := short_year(t, i + 1 + (t.L[i + 1] == "of"))):
        k = year[1]
        if (
            t.L[k] in ("/", "-", "–")
            and t.glued(k)
            and t.glued(k + 1)
            and t.L[k + 1].isdecimal()
            and int(t.L[k + 1][-2:]) == (year[0] + 1) % 100
        ):
            both = fixed(k + 2, each(year[0] + 1), "season", name)
            return part_of(t, both, "mid", both.stop) if half else both
    if t.L[i + 1] in DASHES and short_year(t, i + 2) and not t.glued(i + 3):
        core: Core | None = in_year(t, i + 2, whole, "season", name, each)
    else:
        core = in_year(t, i + 1, whole, "season", name, each)
        if core and t.L[i + 1] == "," and core.yearly is None and not t.L[i + 2].isdecimal():
            return None
    if core is None or (core.yearly and not _season_meant(t, i)):
        return None
    return part_of(t, core, "mid", core.stop) if half else core


def _season_meant(t: Scan, i: int) -> bool:
    """Whether a season without a year is one: `in the fall`, `by spring`, `over the summer`, `early summer`."""
    j = i - 1
    before = t.before(i)
    if t.L[i + 1] in ("/", "or", "and") and t.L[i + 2] in SEASONS:
        return True
    if before in ("early", "late", "mid") or (before in DASHES and t.before(j) in ("mid", "early", "late")):
        return True
    if t.L[i] in ("midsummer", "midwinter"):
        return True
    if before == "the":
        j -= 1
        before = t.L[j] if j >= 0 else ""
        if t.L[i + 1] in ("from", "of", "in", "to") and t.L[i] in ("fall", "spring"):
            return False
        return before in _SEASON_BEFORE or before in ("from", "throughout", "to", "on")
    if t.L[i] in ("spring", "fall") and before not in ("in", "by", "since", "until", "of", "than", "as"):
        return False
    return before in _SEASON_BEFORE

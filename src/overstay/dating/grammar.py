"""Which readings begin with which word; the longest wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from overstay.dating.absolute import day_first, month_first, weekday_before
from overstay.dating.amounts import MODIFIER_WORDS, NUMBER_WORDS
from overstay.dating.distances import ago
from overstay.dating.edges import edge_words
from overstay.dating.figures import bare_year, decade, named_year, numeric, year_at
from overstay.dating.holidays import HOLIDAY_WORDS, holiday
from overstay.dating.named import once_a_year
from overstay.dating.parts import part
from overstay.dating.periods import fiscal_year, quarter_or_half, season
from overstay.dating.relative import near_day, part_so_far, pointing, unit
from overstay.dating.spells import last_few, next_few, sometime, within
from overstay.dating.tokens import Core, Scan
from overstay.dating.weekdays import week_of, weekday
from overstay.dating.words import FULL_WEEKDAYS, MONTHS, ORDINALS, PLURALS, SEASONS, TENS, WEEKDAYS, listed

Reading = Callable[[Scan, int], Core | None]


def _dated_weekday(t: Scan, i: int) -> Core | None:
    j = weekday_before(t, i)
    if j == i:
        return None
    core = month_first(t, j) or day_first(t, j)
    return core if core and core.grain == "day" else None


_READINGS: dict[str, list[Reading]] = {}


def _begin(words: Iterable[str], *readings: Reading) -> None:
    for word in words:
        known = _READINGS.setdefault(word, [])
        known += [reading for reading in readings if reading not in known]


_begin(MONTHS, month_first)
_begin(WEEKDAYS, _dated_weekday)
_begin(FULL_WEEKDAYS, weekday)
_begin(SEASONS, season)
_begin(HOLIDAY_WORDS, holiday)
_begin((*ORDINALS, *TENS), day_first)
_begin((*NUMBER_WORDS, *MODIFIER_WORDS, *PLURALS), ago)
for _words, *_readings in (
    ("first second third fourth last final fiscal financial q h", quarter_or_half),
    ("fiscal financial fy", fiscal_year),
    ("early mid late latter back very halfway midway partway the first second", part),
    ("beginning start end middle close outset", part),
    (
        "the turn beginning start end middle close year month quarter week mid early late midyear first last final",
        edge_words,
    ),
    (
        "today tonight yesterday tomorrow earlier later this last hereby herewith immediately immediate now day the",
        near_day,
    ),
    ("this last next past coming following", weekday),
    ("this last next past coming following previous preceding prior same that subsequent ensuing the current", unit),
    ("this last next past coming following previous preceding prior same that subsequent ensuing the", once_a_year),
    ("the last past previous preceding recent", last_few),
    ("the next coming following upcoming ensuing subsequent", next_few),
    ("earlier later", part_so_far),
    ("in within", within),
    (
        "recently previously formerly already lately since long sometime some a in soon shortly henceforth ages",
        sometime,
    ),
    ("hereafter henceforward from going", sometime),
    ("then that", pointing),
    ("the year calendar", named_year),
    ("the week night", week_of),
):
    _begin(listed(_words), *_readings)
_DIGITS: tuple[Reading, ...] = (numeric, day_first, quarter_or_half, decade, fiscal_year, ago, bare_year)
FIRST_WORDS = frozenset(_READINGS)


def read_date(t: Scan, i: int) -> Core | None:
    """The longest of the readings that begin with the word at token i."""
    word = t.L[i]
    best: Core | None = None
    for reading in _DIGITS if word.isdecimal() else _READINGS.get(word, ()):
        if (core := reading(t, i)) and (best is None or core.stop > best.stop):
            best = core
    if word == "the" and best is None and t.L[i + 1] not in MONTHS and year_at(t, i + 1) is None:
        return t.date_at(i + 1)
    return best

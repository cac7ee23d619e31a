"""Holidays that English texts set dates by, as in the United States."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from overstay.dating.arithmetic import Stretch, months
from overstay.dating.tokens import Core, Scan
from overstay.dating.yearly import in_year

_HOLIDAYS: dict[tuple[str, ...], Callable[[int], date]] = {
    ("new", "year", "'s", "day"): lambda year: date(year, 1, 1),
    ("new", "year", "'s", "eve"): lambda year: date(year, 12, 31),
    ("new", "years", "day"): lambda year: date(year, 1, 1),
    ("new", "years", "eve"): lambda year: date(year, 12, 31),
    ("christmas", "day"): lambda year: date(year, 12, 25),
    ("christmas", "eve"): lambda year: date(year, 12, 24),
    ("christmas",): lambda year: date(year, 12, 25),
    ("boxing", "day"): lambda year: date(year, 12, 26),
    ("halloween",): lambda year: date(year, 10, 31),
    ("valentine", "'s", "day"): lambda year: date(year, 2, 14),
    ("independence", "day"): lambda year: date(year, 7, 4),
    ("thanksgiving", "day"): lambda year: _weekday_of(year, 11, 3, 4),
    ("thanksgiving",): lambda year: _weekday_of(year, 11, 3, 4),
    ("labor", "day"): lambda year: _weekday_of(year, 9, 0, 1),
    ("memorial", "day"): lambda year: _weekday_of(year, 5, 0, -1),
    ("easter", "sunday"): easter,
    ("easter", "monday"): lambda year: easter(year) + timedelta(days=1),
    ("easter",): easter,
    ("good", "friday"): lambda year: easter(year) - timedelta(days=2),
}
HOLIDAY_WORDS = frozenset(words[0] for words in _HOLIDAYS)


def _weekday_of(year: int, month: int, weekday: int, number: int) -> date:
    if number > 0:
        start = date(year, month, 1)
        return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (number - 1))
    end = months(year, month, month)[1]
    return end - timedelta(days=(end.weekday() - weekday) % 7)


def holiday(t: Scan, i: int) -> Core | None:
    """Christmas 2015, Thanksgiving, Good Friday."""
    if t.L[i] not in HOLIDAY_WORDS:
        return None
    if (t.L[i], t.L[i + 1]) == ("new", "year") and t.L[i + 2] not in ("'s", "’s"):
        if t.before(i) != "the":
            return None
        return in_year(t, i + 2, lambda year: (date(year - 1, 12, 31), date(year, 1, 31)), "part", "the new year")
    for words, at in _HOLIDAYS.items():
        if all((t.L[i + k] if t.L[i + k] != "’s" else "'s") == word for k, word in enumerate(words)):

            def yearly(year: int, at: Callable[[int], date] = at) -> Stretch:
                return at(year), at(year)

            return in_year(t, i + len(words), yearly, "day", "holiday")
    return None

"""What other libraries read in the same words: date intervals side by side, for the error analysis.

None of them is needed to read a case. They load on first use: `dateparser` and, on Linux, `pyduckling-native-phihos`
(Duckling) come with the extra `test`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType
from typing import Any

import pandas as pd

from overstay.dates import read_edtf
from overstay.dating.arithmetic import unit_of, write_edtf
from overstay.dating.spans import find_spans
from overstay.errors import OptionError

_PACKAGES = {"dateparser": "dateparser", "duckling": "pyduckling-native-phihos"}
Reader = Callable[[str, date], list[str]]


def date_intervals(texts: Sequence[str], said_on: str | Sequence[str], *, readers: Iterable[str] = ()) -> pd.DataFrame:
    """One row a text, one column a reader: the intervals that it finds, as EDTF joined by "; ", "" where it finds none.

    `said_on` is an EDTF day, one for all texts or one each; of a longer date the last day counts, as the others know
    no more than a moment. Readers: overstay, dateparser (the text as one phrase), dateparser search (dates in a text),
    duckling. Raises OptionError for a reader that is not there or not installed.
    """
    names = tuple(readers) or tuple(_READERS)
    if unknown := [name for name in names if name not in _READERS]:
        raise OptionError(f"there is no reader {unknown[0]!r}; there are {', '.join(_READERS)}")
    days = [said_on] * len(texts) if isinstance(said_on, str) else list(said_on)
    if len(days) != len(texts):
        raise OptionError(f"{len(texts)} texts and {len(days)} days on which they were said; give one for each, or one")
    said = [read_edtf(day).latest_date or date.max for day in days]
    columns = {
        name: ["; ".join(_READERS[name](text, day)) for text, day in zip(texts, said, strict=True)] for name in names
    }
    return pd.DataFrame({"text": list(texts), "said_on": days} | columns).astype("str")


def _overstay(text: str, said_on: date) -> list[str]:
    return [found.edtf for found in find_spans(text, said_on) if found.edtf]


def _dateparser(text: str, said_on: date) -> list[str]:
    _module("dateparser")
    found = _date_data(text, said_on)
    return [found] if found else []


def _dateparser_search(text: str, said_on: date) -> list[str]:
    search = _module("dateparser", ".search").search_dates
    found = search(text, languages=["en"], settings=_settings(said_on)) or []
    return [edtf for words, _ in found if (edtf := _date_data(words, said_on))]


def _date_data(text: str, said_on: date) -> str:
    parser = _module("dateparser", ".date").DateDataParser(languages=["en"], settings=_settings(said_on))
    found = parser.get_date_data(text)
    if found.date_obj is None:
        return ""
    unit = found.period if found.period in ("day", "week", "month", "year") else "day"
    return write_edtf(*unit_of(found.date_obj.date(), unit))


def _settings(said_on: date) -> dict[str, Any]:
    noon = datetime(said_on.year, said_on.month, said_on.day, 12)
    return {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}


def _duckling(text: str, said_on: date) -> list[str]:
    duckling = _module("duckling")
    found = duckling.parse(text, _duckling_context(said_on), duckling.parse_dimensions(["time"]), False)
    return [edtf for each in found if (edtf := _duckling_edtf(each["value"]))]


@lru_cache(maxsize=64)
def _duckling_context(said_on: date) -> Any:
    duckling = _module("duckling")
    zones = duckling.load_time_zones(str(files("tzdata") / "zoneinfo"))
    noon = datetime(said_on.year, said_on.month, said_on.day, 12, tzinfo=UTC)
    language = duckling.default_locale_lang(duckling.parse_lang("EN"))
    moment = duckling.parse_ref_time(zones, "UTC", int(noon.timestamp()))
    return duckling.Context(moment, duckling.parse_locale("EN_US", language))


def _duckling_edtf(value: dict[str, Any]) -> str:
    if value["type"] == "value":
        return write_edtf(*unit_of(_day(value["value"]), _unit(value["grain"])))
    start, end = value.get("from"), value.get("to")
    last = _day(end["value"]) - timedelta(days=_unit_is_whole(end)) if end else None
    return write_edtf(_day(start["value"]) if start else None, last)


def _unit_is_whole(end: dict[str, Any]) -> bool:
    """Whether an interval ends before the day given: Duckling names the first moment that no longer belongs to it."""
    return end["grain"] not in ("second", "minute", "hour") or "T00:00:00" in end["value"]


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _unit(grain: str) -> str:
    return grain if grain in ("week", "month", "quarter", "year") else "day"


def _module(name: str, part: str = "") -> ModuleType:
    try:
        return import_module(name + part)
    except ImportError:
        reason = f"{name} is not installed; install {_PACKAGES[name]}, or leave it out of `readers`"
        raise OptionError(reason) from None


_READERS: dict[str, Reader] = {
    "overstay": _overstay,
    "dateparser": _dateparser,
    "dateparser search": _dateparser_search,
    "duckling": _duckling,
}

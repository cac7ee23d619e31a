"""What a document says of itself, read with care: the day on which it was published, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from email.utils import parsedate_tz
from urllib.parse import urlsplit

from overstay.dates import read_edtf
from overstay.errors import DateError
from overstay.papers.draft import one_line

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.ASCII | re.S)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}.*)?", re.ASCII | re.S)
_AMERICAN = re.compile(rf"(?:[a-z]+,? )?{_NAMES} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b.*", re.ASCII | re.I)
_BRITISH = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)? {_NAMES},? (\d{{4}})\b.*", re.ASCII | re.I)


def day_of(value: str) -> str:
    """A date as a page or a header gives it, as EDTF with the day as it is written there; "" where it is not clear.

    `2018-12-18T23:30:00-05:00` is 2018-12-18: the page's own day. `03/04/2018` is two days, so it is none.
    """
    value = " ".join(value.split())[:100]
    if match := _MOMENT.fullmatch(value):
        return _real(match[1])
    if match := _COMPACT.fullmatch(value):
        return _real("-".join(match.groups()))
    if match := _AMERICAN.fullmatch(value):
        return _named(match[3], match[1], match[2])
    if match := _BRITISH.fullmatch(value):
        return _named(match[3], match[2], match[1])
    try:
        return read_edtf(value).edtf if value else ""
    except DateError:
        return ""


def mail_day(value: str) -> str:
    """The day of a mail's Date header, in the zone of who wrote it; "" where it is not clear."""
    parsed = parsedate_tz(value[:200])
    return _real(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}") if parsed else ""


def spanned(days: Iterable[str]) -> str:
    """One EDTF date over all of these: the date itself where they agree, else from the earliest to the latest."""
    distinct = sorted(set(days))
    if len(distinct) < 2:
        return distinct[0] if distinct else ""
    readings = [read_edtf(day) for day in distinct]
    starts = [reading.earliest_date for reading in readings if reading.earliest_date]
    ends = [reading.latest_date for reading in readings if reading.latest_date]
    start = min(starts).isoformat() if len(starts) == len(readings) else ".."
    end = max(ends).isoformat() if len(ends) == len(readings) else ".."
    return start if start == end else f"{start}/{end}"


def address_of(value: str) -> str:
    """A web address, as it may be shown and linked; "" for any other scheme, `javascript:` for one."""
    value = value.strip()
    if not value or len(value) > 2_000 or re.search(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff\"<>\\`]", value):
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    return one_line(value, 2_000) if parts.scheme.lower() in ("http", "https") and parts.netloc else ""


def _named(year: str, month: str, day: str) -> str:
    return _real(f"{year}-{_MONTHS.index(month.lower()) + 1:02}-{int(day):02}")


def _real(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""

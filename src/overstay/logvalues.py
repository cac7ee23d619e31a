"""Typed cells, as spreadsheets and databases hold them ─► text as a log in CSV would have it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import islice

from overstay.logframes import Batches, Rows
from overstay.loglines import LONGEST, RAW, shown, unreadable


class BadCell:
    """A cell that holds no value that could be used: how it looks, and why."""

    def __init__(self, shown: str, why: str) -> None:
        self.shown, self.why = shown, why


def as_text(value: object) -> str | None:
    """The value as text, without blanks around it; None where it is empty.

    Dates and times are ISO (2018-05-03 14:03:22), durations hours (30:15:00), whole numbers have no decimal point,
    and truth values are true and false.
    """
    if value is None:
        return None
    if isinstance(value, BadCell):
        return value.shown
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        sign, seconds = ("-", -value) if value < datetime.timedelta() else ("", value)
        minutes, rest = divmod(round(seconds.total_seconds()), 60)
        return f"{sign}{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape").strip() or None
    return str(value).strip() or None


def add_row(rows: Rows, batches: Batches, line: int, values: Sequence[object], wanted: dict[str, int]) -> None:
    """Add one row of a table; `values` may end early, `wanted` says which of them has which name in the table."""
    texts = [as_text(value) for value in values]
    if not any(texts):
        batches.blank += 1
        return
    raw = shown(" | ".join((text or "")[:RAW] for text in islice(texts, RAW)))
    picked = {name: position for name, position in wanted.items() if position < len(texts)}
    fault = next((why for name, at in picked.items() if (why := _fault(name, values[at], texts[at]))), None)
    if fault:
        rows.add(line, raw, None, fault)
        batches.faults += 1
        batches.fault_lines += 1
    else:
        rows.add(line, raw, [texts[picked[name]] if name in picked else None for name in wanted])
        batches.records += 1
        batches.record_lines += 1


def _fault(name: str, value: object, text: str | None) -> str | None:
    if isinstance(value, BadCell):
        return f"{value.why} in the column {name!r}"
    if text and len(text) > LONGEST:
        return f"has {len(text):,} characters in the column {name!r}; a record may have {LONGEST:,}"
    if (character := unreadable(text or "")) is None:
        return None
    if character == "\0":
        return f"holds a NUL character in the column {name!r}"
    return f"holds, in the column {name!r}, the byte 0x{ord(character) & 0xFF:02X}, which is not UTF-8 text"

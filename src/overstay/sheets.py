"""A table ─► CSV or JSON to take away: the same bytes each time, and nothing in it that a program would run."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from overstay.tables import VERDICTS

if TYPE_CHECKING:
    import pandas as pd

PEOPLE = ("users_after",)  # columns that count people by what a log shows
# What a terminal obeys (C0 and C1 codes, DEL), what reorders a line (bidirectional marks), and what is no character.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What a spreadsheet takes for the start of a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def visible(text: object, *, lines: bool = True) -> str:
    """Text that a terminal only shows: control characters are written out as `\\x1b`, `\\u202e`.

    Newlines and tabs stay, or become spaces where `lines` is false.
    """
    plain = _OBEYED.sub(_written_out, str(text).replace("\r\n", "\n"))
    return plain if lines else plain.replace("\n", " ").replace("\t", " ")


def csv_text(frame: pd.DataFrame) -> str:
    """The table as CSV: UTF-8 text, lines ending in \\n, blank for a missing value.

    A cell of text that a spreadsheet would run as a formula gets an apostrophe before it, and control characters are
    written out; a column of numbers is left as it is.
    """
    frame = _said_synthetic(frame)
    numeric = [_is_numeric(frame[name]) for name in frame.columns]
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow([_harmless(str(name)) for name in frame.columns])
    for row in frame.itertuples(index=False, name=None):
        cells = (_plain(value) for value in row)
        writer.writerow([_cell(cell, number) for cell, number in zip(cells, numeric, strict=True)])
    return sheet.getvalue()


def json_text(frame: pd.DataFrame) -> str:
    """The table as a JSON list of records, columns in their order, null for a missing value."""
    frame = _said_synthetic(frame)
    names = [str(name) for name in frame.columns]
    records = [
        {name: _plain(value) for name, value in zip(names, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]
    text = json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False)
    # json escapes C0 alone; the other characters that a terminal obeys can be escaped without changing the value
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def without_small_counts(frame: pd.DataFrame, below: int) -> pd.DataFrame:
    """The table with each count of people from 1 to under `below` written as `<10` (or whatever `below` is).

    So few can be recognised. Counts that a source has published (the column `users`) stay: they are known.
    """
    hidden = frame
    for name in PEOPLE:
        if name in frame.columns and ((frame[name] > 0) & (frame[name] < below)).any():
            small = ((frame[name] > 0) & (frame[name] < below)).fillna(False)
            hidden = hidden.assign(**{name: frame[name].astype("object").mask(small, f"<{below}")})
    return hidden


def most_serious_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Comparisons or findings, the strongest verdict first, then the most days after, then by id."""
    ranked = rows.assign(_strength=rows["verdict"].map(VERDICTS.index))
    order = ["_strength", "days_after_least", "statement_id", "observation_id"]
    ranked = ranked.sort_values(order, ascending=[True, False, True, True], na_position="last", kind="stable")
    return ranked.drop(columns="_strength").reset_index(drop=True)


def _said_synthetic(frame: pd.DataFrame) -> pd.DataFrame:
    """With a first column that says so in every row, where the frame is marked as made from a synthetic case."""
    mark = frame.columns.name
    return frame.assign(**{str(mark).lower(): mark})[[str(mark).lower(), *frame.columns]] if mark else frame


def _written_out(found: re.Match[str]) -> str:
    code = ord(found.group())
    return {13: "\\r"}.get(code, f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _is_numeric(column: pd.Series) -> bool:
    from pandas.api.types import is_numeric_dtype

    return bool(is_numeric_dtype(column.dtype))


def _plain(value: Any) -> str | int | float | bool | None:
    """A cell as Python knows it; None where it is missing."""
    import pandas as pd

    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, str | int | float | bool) else str(value)


def _cell(value: str | int | float | bool | None, numeric: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if numeric else _harmless(str(value))


def _harmless(text: str) -> str:
    return ("'" if text.startswith(_FORMULA) else "") + visible(text)

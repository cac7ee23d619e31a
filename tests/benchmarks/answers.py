"""What each side answers, in one form, so that the same answers are the same bytes.

An answer is one row per statement and kind of data of which anything came after: statement_id, category_id, requests
served after the stated end, the first and the last of them (UTC), and how many users they were of (blank where users
were not asked for).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

HEADER = "statement_id,category_id,events,first,last,users"
Row = tuple[str, str, Any, Any, Any, Any]  # in the order of HEADER; users None = not asked for


class DifferentAnswersError(Exception):
    """Two sides that were to do the same work gave different answers."""


def write_answer(path: Path, rows: Iterable[Row]) -> None:
    """Write an answer sorted by statement and kind of data; rows without any request are left out."""
    lines = [
        f"{statement},{category},{int(events)},{_moment(first)},{_moment(last)},{'' if users is None else int(users)}"
        for statement, category, events, first, last, users in rows
        if events
    ]
    path.write_text("\n".join([HEADER, *sorted(lines), ""]))


def assert_same(expected: Path, given: Path, who: str) -> None:
    """Raise DifferentAnswersError, with the first rows that differ, unless both files hold the same answer."""
    right, mine = expected.read_text(), given.read_text()
    if right == mine:
        return
    rows, others = set(right.splitlines()), set(mine.splitlines())
    lacking, surplus = sorted(rows - others), sorted(others - rows)
    raise DifferentAnswersError(
        f"{who} answers otherwise: {len(lacking)} rows are expected and not given, as {lacking[:3]}; "
        f"{len(surplus)} are given and not expected, as {surplus[:3]}"
    )


def _moment(value: Any) -> str:
    return datetime.fromisoformat(str(value)).replace(tzinfo=None).isoformat(" ", "seconds")

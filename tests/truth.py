"""What must be found in a synthetic case: as its truth.csv says it, and as overstay answers."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from overstay import Case, Verdicts


class Found(NamedTuple):
    """What is found when one statement is held against one log."""

    verdict: str
    first_day: str
    events_after: int
    users_after: int
    refused_after: int
    events_explained: int


Pair = tuple[str, str]  # statement_id, log_id


@dataclass(frozen=True)
class Answer:
    """By statement and log what is found, and by file how many rows it has and how many were rejected."""

    found: dict[Pair, Found]
    files: dict[str, tuple[int, int]]


def written(folder: Path) -> Answer:
    """The answer that truth.csv and truth_files.csv give."""
    found = {
        (row["statement_id"], row["log_id"]): Found(
            row["verdict"], row["first_day"], *(int(row[name] or 0) for name in Found._fields[2:])
        )
        for row in read_rows(folder / "truth.csv")
    }
    files = read_rows(folder / "truth_files.csv")
    return Answer(found, {row["file"]: (int(row["rows"]), int(row["rejected"])) for row in files})


def answered(case: Case, verdicts: Verdicts) -> Answer:
    """The answer that overstay gives. A blank count is none."""
    found = {}
    for row in verdicts.comparisons.itertuples():
        if pd.notna(row.log_id):
            numbers = (getattr(row, name) for name in Found._fields[2:])
            first = "" if pd.isna(row.first_after) else f"{row.first_after:%Y-%m-%d}"
            counts = (0 if pd.isna(number) else int(number) for number in numbers)
            found[str(row.statement_id), str(row.log_id)] = Found(str(row.verdict), first, *counts)
    return Answer(found, {row.file: (row.rows, row.rejected) for row in case.logs.itertuples()})


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

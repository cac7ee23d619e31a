"""The place of a row among the rows that could be parsed ─► the line of its file, and the text that stands there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from overstay.loglines import LONGEST, RAW

HEADER = 1  # lines above the first row


def lines_of(places: pd.Series, lost: pd.Series) -> pd.Series:
    """The line of each row of a clean CSV file, where each line but those `lost` is one row.

    places: counted from 0 among the rows that could be parsed. lost: lines that could not be, in ascending order.
    """
    gone = lost.to_numpy(dtype="int64") - np.arange(len(lost), dtype="int64")
    lines = places.to_numpy(dtype="int64") + HEADER + 1
    return pd.Series(lines + np.searchsorted(gone, lines, side="right"), index=places.index, dtype="int64")


def raw_lines(path: Path, lines: pd.Series) -> dict[int, str]:
    """The text of some lines of a plain file, cut at 2,000 characters; each line is read once, from the start."""
    wanted = set(lines.astype("int64"))
    found: dict[int, str] = {}
    with path.open("rb") as file:
        number = 0
        while len(found) < len(wanted) and (text := file.readline(LONGEST)):
            number += 1
            if number in wanted:
                found[number] = text[: RAW * 4].decode("utf-8", errors="replace").rstrip("\r\n")[:RAW]
            while not text.endswith(b"\n") and (text := file.readline(LONGEST)):
                pass
    return found

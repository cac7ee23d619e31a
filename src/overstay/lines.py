"""The place of a row among the rows that could be parsed ─► the line of its file, and the text that stands there."""

from __future__ import annotations

import os
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


def cut_half_line(path: Path, encoding: str) -> str:
    """Cut a last line without an end off a file of which more was to come, and give what stood there.

    Half a row can look like a whole one: a user or a time that lost its last characters is another.
    """
    with path.open("r+b") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff") or encoding.lower().startswith(("utf-16", "utf_16", "utf-32")):
            return ""  # a line feed takes several bytes there; the reader of such text tells what was cut
        cut = begin = file.seek(0, os.SEEK_END)
        while cut == begin and begin:
            begin = max(begin - LONGEST, 0)
            file.seek(begin)
            cut = begin + file.read(cut - begin).rfind(b"\n") + 1
        file.seek(cut)
        half = file.read(RAW * 4)
        file.truncate(cut)
    return half.decode(encoding, errors="replace").rstrip("\r\n")[:RAW]

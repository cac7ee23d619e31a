"""The place of a row among the rows that could be parsed ─► the line of its file, and the text that stands there."""

from __future__ import annotations

import os
from bisect import bisect_left
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pandas as pd

from overstay.loglines import LONGEST, RAW

HEADER = 1  # lines above the first row
CHUNK = 1 << 22  # bytes of a file that are looked at together


def lines_of(places: pd.Series, lost: pd.Series) -> pd.Series:
    """The line of each row of a clean CSV file, where each line but those `lost` is one row.

    places: counted from 0 among the rows that could be parsed. lost: lines that could not be, in ascending order.
    """
    gone = lost.to_numpy(dtype="int64") - np.arange(len(lost), dtype="int64")
    lines = places.to_numpy(dtype="int64") + HEADER + 1
    return pd.Series(lines + np.searchsorted(gone, lines, side="right"), index=places.index, dtype="int64")


def raw_lines(path: Path, lines: pd.Series) -> dict[int, str]:
    """The text of some lines of a plain file, cut at 2,000 characters; the file is gone through once."""
    wanted = sorted(set(lines.astype("int64")))
    found: dict[int, str] = {}
    first = 1  # line of the file with which a chunk begins
    with path.open("rb") as file:
        while len(found) < len(wanted) and (chunk := _whole_lines(file)):
            after = first + chunk.count(b"\n") + (not chunk.endswith(b"\n"))
            here = wanted[bisect_left(wanted, first) : bisect_left(wanted, after)]
            if here:  # only then is it worth taking the chunk apart
                texts = chunk.split(b"\n")
                for line in here:
                    text = texts[line - first][: RAW * 4].decode("utf-8", errors="replace")
                    found[line] = text.rstrip("\r\n")[:RAW]
            first = after
    return found


def _whole_lines(file: BinaryIO) -> bytes:
    """The next lines of a file, whole, but for what a single one has beyond some megabytes."""
    chunk = file.read(CHUNK)
    if not chunk or chunk.endswith(b"\n"):
        return chunk
    end = file.readline(LONGEST)
    chunk += end
    if end and not end.endswith(b"\n"):
        while (more := file.readline(LONGEST)) and not more.endswith(b"\n"):
            pass
        chunk += b"\n" if more else b""
    return chunk


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

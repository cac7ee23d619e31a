"""What the tests of log files share: bytes as accidents make them, and readings as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from hypothesis import strategies as st

from overstay.logfiles import Batches, csv_batches

# Pieces of which logs and their accidents are made; any order of them must be accounted for.
PIECES = st.one_of(
    st.sampled_from([b"a", b"b,c", b",", b'"', b'""', b'"x', b'x"', b'","', b"1,2\n", b'"1\n2",3\n']),
    st.sampled_from([b"\n", b"\r\n", b"\r", b"\n\n", b" ", b"\t", b"\x85", b"\x1c"]),
    st.sampled_from([b"\0", b"\xe9", b"\xc3\xa9", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80"]),
)
BYTES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=60).map(b"".join))


def written(folder: Path, content: bytes | str, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(batches: Batches) -> pd.DataFrame:
    """All frames as one, in the order of lines, missing values as None."""
    frames = list(batches) or [pd.DataFrame(columns=["line", "raw", "fault"])]
    frame = pd.concat(frames).sort_values("line").reset_index(drop=True).astype(object)
    return frame.where(frame.notna(), None)


def csv_of(
    path: Path, columns: Sequence[str] = ("time", "who"), delimiter: str = ",", encoding: str = "utf-8"
) -> Batches:
    return csv_batches(path, columns=columns, delimiter=delimiter, encoding=encoding)


def faults(batches: Batches) -> dict[int, str]:
    frame = read(batches)
    return {int(line): fault for line, fault in zip(frame["line"], frame["fault"], strict=True) if fault}


def cells(batches: Batches, *names: str) -> list[tuple[object, ...]]:
    frame = read(batches)
    return list(frame.loc[frame["fault"].isna(), ["line", *names]].itertuples(index=False, name=None))


def lines_of(content: bytes) -> list[bytes]:
    lines = content.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def longest_of(content: bytes) -> int:
    return max(map(len, lines_of(content)), default=0)

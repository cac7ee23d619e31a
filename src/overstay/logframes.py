"""Rows of a log ─► the frames in which every reader hands them on, and the count of what became of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

_HEAVY = 32_000_000  # characters in one frame, whatever its number of rows


class Batches(Iterator[pd.DataFrame]):
    """Frames, one after the other, and at the end what became of every physical line of the file.

    `lines` = `header_lines` + `record_lines` + `fault_lines` + `blank`. `records` and `faults` are rows given; one
    of them takes several lines where a quoted cell holds line breaks.
    """

    def __init__(self) -> None:
        self.records = self.record_lines = self.faults = self.fault_lines = self.blank = self.header_lines = 0
        self.frames: Iterator[pd.DataFrame] = iter(())

    def __next__(self) -> pd.DataFrame:
        return next(self.frames)

    @property
    def lines(self) -> int:
        """Physical lines read and accounted for."""
        return self.header_lines + self.record_lines + self.fault_lines + self.blank


class Rows:
    """Rows that wait to become frames of `size` rows with line, raw, fault and one column per name in `names`."""

    def __init__(self, names: Sequence[str], size: int) -> None:
        self.names, self.size = list(names), max(size, 1)
        self.line: list[int] = []
        self.raw: list[str] = []
        self.fault: list[str | None] = []
        self.cells: list[list[str | None]] = [[] for _ in self.names]
        self._characters = 0

    def add(self, line: int, raw: str, cells: Sequence[str | None] | None, fault: str | None = None) -> None:
        """One row; `cells` in the order of the names, None where the record cannot be used."""
        self.line.append(line)
        self.raw.append(raw)
        self.fault.append(fault)
        for column, cell in zip(self.cells, cells or [None] * len(self.names), strict=True):
            column.append(cell)
            self._characters += len(cell or "")
        self._characters += len(raw)

    def extend(self, line: Sequence[int], raw: Sequence[str], cells: Sequence[Sequence[str | None]], size: int) -> None:
        """Many rows without a fault; `size` = their characters."""
        self.line += line
        self.raw += raw
        self.fault += [None] * len(line)
        for column, more in zip(self.cells, cells, strict=True):
            column += more
        self._characters += size

    def full(self) -> Iterator[pd.DataFrame]:
        """The frames that are complete."""
        while len(self.line) >= self.size:
            yield self._frame(self.size)
        if self._characters >= _HEAVY:
            yield self._frame(len(self.line))

    def rest(self) -> Iterator[pd.DataFrame]:
        """The last frame, if there is a row left."""
        if self.line:
            yield self._frame(len(self.line))

    def _frame(self, count: int) -> pd.DataFrame:
        texts: list[tuple[str, Sequence[str | None]]] = [("raw", self.raw), ("fault", self.fault)]
        texts += zip(self.names, self.cells, strict=True)
        columns = {name: pd.Series(values[:count], dtype="str") for name, values in texts}
        frame = pd.DataFrame({"line": np.array(self.line[:count], dtype="int64"), **columns}, copy=False)
        left = len(self.line) - count
        self._characters = self._characters * left // len(self.line)
        del self.line[:count], self.raw[:count], self.fault[:count]
        for column in self.cells:
            del column[:count]
        return frame

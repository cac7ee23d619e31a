"""A sample of a log's file, by column, and where each of its values stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

ROWS = 2_000  # of the beginning
LONGEST = 500  # characters of a cell
WIDEST = 300  # columns; of a wider file the rest is not looked at
NAME = 120  # characters of a column's name; a longer one is no name


class NotSampledError(Exception):
    """A file from which nothing can be learned; the message, which begins with a verb, says why and the way out."""


@dataclass(frozen=True)
class Column:
    """One column: `cells` are (place, value) in the order of the file; blank cells are left out.

    A place reads `line 12`, `row 12` or, where lines were not counted, `the line at byte 1,048,576`.
    """

    name: str
    cells: tuple[tuple[str, str], ...]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each value stands in the sample."""
        return Counter(value for _, value in self.cells)

    def most_common(self) -> list[str]:
        """The distinct values, the most frequent first, then by text."""
        return sorted(self.counts, key=lambda value: (-self.counts[value], value))


@dataclass(frozen=True, slots=True)
class Sample:
    """What was read of a file: `extent` says how much; `lines` are the settings that reading it takes, as TOML."""

    format: str
    columns: tuple[Column, ...]
    rows: int
    extent: str
    lines: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    told_by_content: bool = field(default=False)

    def column(self, name: str) -> Column | None:
        """The column of that name."""
        return next((column for column in self.columns if column.name == name), None)


def columns_of(names: Sequence[str], rows: Iterable[tuple[str, Sequence[str | None]]]) -> tuple[Column, ...]:
    """Columns from rows of (place, cells). Names that are blank, too long or stand twice are left out."""
    counts = Counter(names)
    kept = [(n, name) for n, name in enumerate(names[:WIDEST]) if _is_usable(name) and counts[name] == 1]
    cells: dict[int, list[tuple[str, str]]] = {n: [] for n, _ in kept}
    for place, row in rows:
        for n, _ in kept:
            value = ((row[n] if n < len(row) else "") or "").strip()
            if value:
                cells[n].append((place, value[:LONGEST]))
    return tuple(Column(name, tuple(cells[n])) for n, name in kept)


def _is_usable(name: str) -> bool:
    """Whether a column's name can be written into a description: half a character cannot."""
    return bool(name) and len(name) <= NAME and not any("\ud800" <= letter <= "\udfff" for letter in name)


def rows_said(count: int) -> str:
    """`1 row`, `2,000 rows`."""
    return "1 row" if count == 1 else f"{count:,} rows"

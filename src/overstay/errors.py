"""What can go wrong, said with file, row, column and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class OverstayError(Exception):
    """Base of every error that overstay raises on purpose."""


class DateError(OverstayError, ValueError):
    """A date, or a zone, that cannot be read; the message says how to write it."""


class OptionError(OverstayError, ValueError):
    """An option with a value that it cannot take."""


class NotFoundError(OverstayError, LookupError):
    """An id that the case does not hold."""


class ExportError(OverstayError):
    """Something that could not be written or drawn."""


class CacheError(OverstayError):
    """Loaded logs, or the key to hashed users, that cannot be kept where they should be."""


class LogError(OverstayError):
    """A file of a log that cannot be read at all; `file` names it, `reason` says why and the way out."""

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason}")


class DocumentError(OverstayError):
    """A document that cannot be read at all; `file` names it, `reason` says why and the way out."""

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason}")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a case folder: where it stands, what stands there, and why it cannot stay.

    `row` is the line in the file, counted from 1 with the header as line 1, as an editor shows it; 0 means the
    whole file.
    `column` is blank where the whole row, or the whole file, is at fault.
    """

    file: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.row}" if self.row else self.file
        column = f" {self.column}:" if self.column else ""
        value = f" {shorten(self.value)!r}" if self.value else ""
        return f"{place}:{column}{value} {self.reason}"


class CaseError(OverstayError):
    """A case folder with problems; `problems` holds all of them, in the order of files and rows."""

    def __init__(self, folder: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems):,} problems"
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(f'{count} in {folder} (on_problem="reject" loads the rest)\n{lines}')


def without_value(reason: str, value: str) -> str:
    """A reason that begins with the value, for a message that has named it already."""
    return reason.removeprefix(f"{value!r} ").removeprefix(f"{value} ")


def shorten(text: str, width: int = 80) -> str:
    """The text, cut to `width` characters: a message stays readable whatever a cell holds."""
    return text if len(text) <= width else f"{text[: width - 1]}…"

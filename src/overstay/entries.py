"""New rows at the end of a case's CSV files: whole or not at all, and what is there stays byte for byte."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from overstay.errors import CaseError, ExportError
from overstay.intake import Intake, read_table
from overstay.tables import Table

Row = Mapping[str, str]


def read_rows(folder: Path, table: Table) -> Intake:
    """One file as it is now; CaseError where it cannot be read, for then nothing may be added to it either."""
    intake = read_table(folder, table)
    if intake.problems:
        raise CaseError(str(folder), intake.problems)
    return intake


def row_dicts(intake: Intake) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows as (line, {column: cell}), blank where the file has no such column."""
    own = dict.fromkeys((column.name for column in intake.table.columns), "")
    for line, cells in intake.rows:
        yield line, own | dict(zip(intake.header, cells, strict=True))


def append_rows(folder: Path, added: Mapping[Table, Sequence[Row]]) -> dict[Table, bytes]:
    """Add rows to the files of a case, several files together, and give the bytes that each got.

    A file that a case may lack is made. Columns follow the header that is there, and so do the ends of lines; columns
    that a case has added stay blank in new rows. ExportError where the folder cannot be written.
    """
    with locked(folder):
        tails = {table: _tail(folder, table, rows) for table, rows in added.items() if rows}
        contents = {table: (_content(folder / table.file), tail) for table, tail in tails.items()}
        _replace(folder, {table: before + tail for table, (before, tail) in contents.items()})
    return tails


def take_back(folder: Path, table: Table, tail: bytes) -> bool:
    """Cut off what `append_rows` has added, if nothing was added since; whether that was so."""
    with locked(folder):
        content = _content(folder / table.file)
        if not tail or not content.endswith(tail):
            return False
        _replace(folder, {table: content[: -len(tail)]})
    return True


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time add to a case: two reviewers at once must not lose each other's rows."""
    try:
        import fcntl
    except ImportError:  # no such lock on this system: one at a time is then up to its users
        yield
        return
    try:
        place = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise ExportError(f"{folder} cannot be opened: {error.strerror or error}") from error
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


def can_write(folder: Path) -> bool:
    """Whether rows can be added here; a folder on read-only media can be read all the same."""
    return os.access(folder, os.W_OK)


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _tail(folder: Path, table: Table, rows: Sequence[Row]) -> bytes:
    """The rows as the bytes to be added, with what is needed before them: a header, the end of a last line."""
    header = read_rows(folder, table).header
    before = _content(folder / table.file)
    sheet = io.StringIO()
    end = "\r\n" if before.partition(b"\n")[0].endswith(b"\r") else "\n"
    writer = csv.writer(sheet, lineterminator=end)
    if not before:
        writer.writerow(header)
    elif not before.endswith(b"\n"):
        sheet.write(end)
    for row in rows:
        if lost := [name for name, cell in row.items() if cell and name not in header]:
            raise ExportError(f"{table.file} has no column {lost[0]}; add it to the header")
        writer.writerow([row.get(name, "") for name in header])
    return sheet.getvalue().encode("utf-8")


def _replace(folder: Path, contents: Mapping[Table, bytes]) -> None:
    """Write each file beside its place, then put them there: what can fail fails before the first is replaced."""
    drafts: list[tuple[Path, Path]] = []
    try:
        for table, content in contents.items():
            target = (folder / table.file).resolve()
            draft = target.with_name(f".{target.name}.{os.getpid()}.part")
            drafts.append((draft, target))
            draft.write_bytes(content)
            if target.exists():
                shutil.copymode(target, draft)
        for draft, target in drafts:
            if draft.stat().st_size:
                draft.replace(target)
            else:
                target.unlink()  # the file was made for rows that are taken back
    except OSError as error:
        names = ", ".join(table.file for table in contents)
        raise ExportError(f"{names} could not be written in {folder}: {error.strerror or error}") from error
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)

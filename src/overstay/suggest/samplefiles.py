"""A file of a log ─► its sample, by the reader that its name or its first bytes call for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from overstay.logkeys import BY_SUFFIX
from overstay.suggest.samples import Column, NotSampledError, Sample, rows_said
from overstay.suggest.samples_tables import sample_parquet, sample_sqlite, sample_xlsx
from overstay.suggest.samples_text import sample_text
from overstay.suggest.tomltext import shown

_BY_FIRST_BYTES = ((b"PAR1", "parquet"), (b"SQLite format 3\x00", "sqlite"), (b"PK\x03\x04", "xlsx"))
_PACKED_BYTES = ((b"\x1f\x8b", ".gz"), (b"\x28\xb5\x2f\xfd", ".zst"))
_TABLES = {"parquet": sample_parquet, "xlsx": sample_xlsx, "sqlite": sample_sqlite}


def take_sample(path: Path) -> Sample:
    """Sample one file. NotSampledError, with the way out, where nothing can be learned from it."""
    packing = path.suffix.lower() if path.suffix.lower() in (".gz", ".zst") else ""
    by_name = BY_SUFFIX.get(Path(path.stem).suffix.lower() if packing else path.suffix.lower(), "")
    try:
        with path.open("rb") as file:
            first = file.read(16)
    except OSError as error:
        raise NotSampledError(f"cannot be read: {error.strerror}") from None
    for begin, suffix in _PACKED_BYTES:
        if first.startswith(begin) and suffix != packing:
            raise NotSampledError(f"is packed; give it a name that ends in {suffix}")
    by_content = next((form for begin, form in _BY_FIRST_BYTES if first.startswith(begin)), "")
    if by_content == "xlsx" and by_name != "xlsx":  # its reader goes by the name
        raise NotSampledError("is a ZIP archive; unpack it, or give it a name that ends in .xlsx if it is a workbook")
    if packing and by_name in _TABLES:
        raise NotSampledError(f"is packed, and {by_name} cannot be read so; unpack it")
    if by_content or by_name in _TABLES:
        form = by_content or by_name
        sample = _TABLES[form](path)
        return sample if form == by_name else _told_by_content(sample)
    return sample_text(path, packing, by_name)


def merged(samples: Mapping[str, Sample]) -> Sample | None:
    """The samples of several files (by file) as one, if they are of one kind: same format, columns and settings.

    A place then names its file, too, so that a value of any file can prove what holds for all.
    """
    first, *others = samples.values()
    if any(_kind(sample) != _kind(first) for sample in others):
        return None
    columns = tuple(
        Column(
            column.name,
            tuple((f"{at} of {shown(file)}", v) for file, s in samples.items() for at, v in s.columns[n].cells),
        )
        for n, column in enumerate(first.columns)
    )
    rows = sum(sample.rows for sample in samples.values())
    lines = dict.fromkeys(line for sample in samples.values() for line in sample.lines)
    extent = f"{rows_said(rows)} of {len(samples):,} of its files"
    return Sample(first.format, columns, rows, extent, tuple(lines), first.questions, first.told_by_content)


def _kind(sample: Sample) -> tuple[object, ...]:
    settings = [line for line in sample.lines if not line.startswith("#")]
    return (sample.format, sample.questions, settings, [column.name for column in sample.columns])


def _told_by_content(sample: Sample) -> Sample:
    return Sample(sample.format, sample.columns, sample.rows, sample.extent, sample.lines, sample.questions, True)

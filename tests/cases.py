"""A small builder of case folders: a test names only the cells that matter, the rest is usual and harmless.

The usual world: sources `s` (of 2014, where statements are read), `o` and `late` (of 2020, where evidence and later
statements are read), all of no known zone; partners `a` to `f`; a program `p` that is part of `q`, which is part of
`r`, and `other`; kinds of data `c`, part of `d`, and `else`. A usual statement says of partner `a` that access under
`p` ended on 30 April 2015; a usual observation sees partner `a` use `p`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from overstay import Case, Verdicts, open_case

Row = dict[str, str]

HEADERS = {
    "sources": "source_id title publisher author published kind url read_at note zone document",
    "partners": "partner_id name kind aliases country note",
    "programs": "program_id name part_of description started note",
    "categories": "category_id name part_of description dpv",
    "statements": "statement_id source_id locator speaker said_on program_id partner_id category_id kind about"
    " quantifier count of except reading stated_date date_text paraphrase",
    "observations": "observation_id source_id locator partner_id program_id category_id first_seen last_seen"
    " watched_until basis extent reading users partners note",
}
SETTINGS = 'title = "A case"\nquestion = "Did it end?"\nlicence = "CC0-1.0"\n'


def said(statement_id: str = "S1", **cells: str) -> Row:
    """A statement: the company said of partner `a` that access under `p` ended on 30 April 2015."""
    usual = {
        "source_id": "s",
        "speaker": "The company",
        "said_on": "2014-06-01",
        "program_id": "p",
        "partner_id": "" if cells.get("quantifier") else "a",
        "kind": "ended",
        "about": "access",
        "reading": "plain",
        "stated_date": "2015-04-30",
        "paraphrase": "The company said so.",
    }
    return {"statement_id": statement_id} | usual | cells


def seen(observation_id: str = "O1", **cells: str) -> Row:
    """An observation: an internal record shows partner `a` using `p`."""
    usual = {
        "source_id": "o",
        "partner_id": "a",
        "program_id": "p",
        "basis": "internal record",
        "extent": "use",
        "reading": "plain",
    }
    return {"observation_id": observation_id} | usual | cells


def source(source_id: str, **cells: str) -> Row:
    """A report of 2020."""
    return {"source_id": source_id, "title": "A report", "published": "2020-01-01", "kind": "news report"} | cells


def usual_sources(**zones: str) -> list[Row]:
    """The usual sources, some with a known zone: `s="UTC"`."""
    published = {"s": "2014-06-01", "o": "2020-01-01", "late": "2020-01-01"}
    return [source(name, published=day, zone=zones.get(name, "")) for name, day in published.items()]


def usual_tables() -> dict[str, list[Row]]:
    """The usual world, without a statement and without an observation."""
    return {
        "sources": usual_sources(),
        "partners": [{"partner_id": letter, "name": f"Partner {letter.upper()}"} for letter in "abcdef"],
        "programs": [
            {"program_id": "p", "name": "The part", "part_of": "q"},
            {"program_id": "q", "name": "The whole", "part_of": "r"},
            {"program_id": "r", "name": "The whole of the whole"},
            {"program_id": "other", "name": "Another thing"},
        ],
        "categories": [
            {"category_id": "c", "name": "Mail addresses", "part_of": "d"},
            {"category_id": "d", "name": "Contacts"},
            {"category_id": "else", "name": "Photos"},
        ],
        "statements": [],
        "observations": [],
    }


def write_table(folder: Path, table: str, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write one CSV file with the usual header."""
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADERS[table].split(), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def make_case(folder: Path, *, settings: str = SETTINGS, **tables: Iterable[Mapping[str, str]]) -> Path:
    """Write a case folder: the usual world, with `tables` in place of its own, and give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(settings, encoding="utf-8")
    for table, rows in (usual_tables() | tables).items():
        write_table(folder, table, rows)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Change the text of a file at its only place."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def plain(value: Any) -> Any:
    """A cell of a DataFrame as a Python value: None where it is blank."""
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value


def rows_of(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of a DataFrame as tuples of Python values, None where a cell is blank."""
    return [tuple(plain(value) for value in row) for row in frame[list(columns)].itertuples(index=False)]


def judged(verdicts: Verdicts) -> list[tuple[Any, ...]]:
    """Whole comparisons: statement, observation, verdict, least and most days after, explained by, late."""
    columns = (
        "statement_id",
        "observation_id",
        "verdict",
        "days_after_least",
        "days_after_most",
        "explained_by",
        "late",
    )
    return rows_of(verdicts.comparisons, *columns)


def open_rows(folder: Path, statements: Iterable[Row], observations: Iterable[Row], /, **tables: Any) -> Case:
    """Open a case of these statements and observations in the usual world."""
    return open_case(make_case(folder, statements=statements, observations=observations, **tables))


class World(NamedTuple):
    """Two to five rows, what is expected of statement `S1` in them, and the options under which."""

    statements: list[Row]
    observations: list[Row]
    expected: list[tuple[Any, ...]]
    sources: list[Row] | None = None
    options: dict[str, Any] | None = None


NAMES = ("source_id", "statement_id", "observation_id", "partner_id", "program_id", "category_id", "part_of", "except")


def open_worlds(folder: Path, worlds: Mapping[str, World]) -> Case:
    """One case of many worlds that cannot meet: each with sources, partners, programs and kinds of data of its own.

    Opening one case of a hundred worlds takes as long as opening one world.
    """
    tables: dict[str, Any] = {table: [] for table in HEADERS}
    for n, world in enumerate(worlds.values()):
        own = {"statements": world.statements, "observations": world.observations}
        if world.sources:
            own["sources"] = world.sources
        for table, rows in (usual_tables() | own).items():
            tables[table] += [apart(row, n) for row in rows]
    for row in tables["statements"]:
        assert row["program_id"] or (row["partner_id"] and row["kind"] != "continues"), "would meet other worlds"
    return open_case(make_case(folder, **tables))


def apart(row: Row, n: int) -> Row:
    """A row with the number of its world before each name in it."""
    return {
        column: "|".join(f"{n}.{part}" for part in cell.split("|")) if cell and column in NAMES else cell
        for column, cell in row.items()
    }


def of_world(frame: pd.DataFrame, n: int) -> pd.DataFrame:
    """The rows of one world, its number taken off their names again."""
    frame = frame[frame["statement_id"].str.startswith(f"{n}.")]
    frame = frame[frame["observation_id"].isna() | frame["observation_id"].str.startswith(f"{n}.")]
    names = [column for column in (*NAMES, "explained_by", "partly_explained_by", "reason") if column in frame]
    return frame.assign(**{name: frame[name].str.replace(rf"\b{n}\.(?=[A-Z])", "", regex=True) for name in names})

"""A case folder ─► validated tables in an in-memory DuckDB. `Case` is what people hold in a notebook."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd

from overstay import checks, queries
from overstay.dates import read_edtf, read_zone
from overstay.errors import CaseError, DateError, ExportError, OptionError, Problem, without_value
from overstay.intake import Intake, read_table
from overstay.tables import TABLES
from overstay.wording import say_date, say_span

SETTINGS = {
    "title": "what the case is called",
    "question": "what it asks, in one sentence",
    "licence": "the licence of its data",
    "zone": "the time zone of its dates, where all have one: an IANA name or +02:00",
    "description": "a paragraph about the case",
}
REQUIRED = ("title", "question", "licence")
OnProblem = Literal["raise", "reject"]


@dataclass(frozen=True, slots=True)
class Case:
    """The validated tables of one case folder.

    `problems` holds what was rejected, and why (empty unless opened with on_problem="reject"); `loads` counts, for each
    file, rows read = loaded + rejected. The database lives in memory: nothing is written to the folder.
    """

    folder: Path
    settings: Mapping[str, str]
    problems: tuple[Problem, ...]
    loads: pd.DataFrame
    connection: duckdb.DuckDBPyConnection

    def __repr__(self) -> str:
        counts = ", ".join(f"{row.loaded} {row.file.removesuffix('.csv')}" for row in self.loads.itertuples())
        rejected = int(self.loads["rejected"].sum())
        return f"<Case {self.title!r}: {counts}{f'; {rejected} rows rejected' if rejected else ''}>"

    @property
    def title(self) -> str:
        """What the case is called."""
        return self.settings.get("title", self.folder.name)

    @property
    def question(self) -> str:
        """What it asks."""
        return self.settings.get("question", "")

    @property
    def zone(self) -> str | None:
        """The zone of its dates, where none is given for their source; None = not known."""
        return self.settings.get("zone")

    @property
    def sources(self) -> pd.DataFrame:
        """One row a document or report, sorted by id."""
        return self.sql("SELECT * FROM sources ORDER BY source_id").df()

    @property
    def partners(self) -> pd.DataFrame:
        """One row a partner, sorted by id."""
        return self.sql("SELECT * FROM partners ORDER BY partner_id").df()

    @property
    def programs(self) -> pd.DataFrame:
        """One row a way in which access was given, sorted by id."""
        return self.sql("SELECT * FROM programs ORDER BY program_id").df()

    @property
    def categories(self) -> pd.DataFrame:
        """One row a kind of data, sorted by id."""
        return self.sql("SELECT * FROM categories ORDER BY category_id").df()

    @property
    def statements(self) -> pd.DataFrame:
        """One row a statement, with the bounds of its dates as calendar days (NaT = open), sorted by id."""
        return queries.select(self.connection, "dated_statements", {"zone": self.zone or ""}).df()

    @property
    def observations(self) -> pd.DataFrame:
        """One row an observation, with the bounds of its dates as calendar days (NaT = open or blank), sorted by id."""
        return queries.select(self.connection, "dated_observations", {"zone": self.zone or ""}).df()

    def sql(self, query: str, **values: queries.Value) -> duckdb.DuckDBPyRelation:
        """Your own SELECT over the tables; `$names` in it are bound to `values`."""
        return self.connection.sql(query, params=values) if values else self.connection.sql(query)

    def save(self, path: str | os.PathLike[str], *, replace: bool = False) -> Path:
        """Write all tables as one DuckDB file (for DuckDB 2.0 or later) and give its path.

        The file appears whole or not at all. ExportError where it exists and `replace` is not set.
        """
        target = Path(path)
        if target.exists() and not replace:
            raise ExportError(f"{target} exists; choose another name, or pass replace=True")
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        cursor = self.connection.cursor()
        try:
            cursor.execute("ATTACH ? AS saved", [str(draft)])
            cursor.execute("COPY FROM DATABASE memory TO saved")
            cursor.execute("DETACH saved")
            draft.replace(target)
        except (duckdb.Error, OSError) as error:
            raise ExportError(f"{target} could not be written: {error}") from error
        finally:
            cursor.close()
            draft.unlink(missing_ok=True)
        return target


def open_case(folder: str | os.PathLike[str], *, on_problem: OnProblem = "raise") -> Case:
    """Open a case folder: its six CSV tables and case.toml, checked as a whole.

    Every problem is collected and reported together, with file, row, column, value and reason: on_problem="raise"
    raises CaseError with all of them; "reject" leaves the broken rows out (and rows that name them), counts them in
    `Case.loads`, keeps the problems in `Case.problems`, and loads the rest.
    """
    if on_problem not in ("raise", "reject"):
        raise OptionError(f"on_problem={on_problem!r}: write raise or reject")
    root = Path(folder).resolve()
    if not root.is_dir():
        raise CaseError(str(folder), [Problem(str(folder), 0, "", "", "is no folder; `overstay new` makes one")])
    settings, problems = _read_settings(root)
    intakes = [read_table(root, table) for table in TABLES]
    in_rows, left_out = checks.check_rows(intakes, root, reject=on_problem == "reject")
    order = {table.file: n for n, table in enumerate(TABLES)}
    problems += [problem for intake in intakes for problem in intake.problems] + in_rows
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem))
    if problems and on_problem == "raise":
        raise CaseError(str(folder), problems)
    connection = queries.connect()
    loads = _load(connection, intakes, left_out)
    case = Case(root, settings, tuple(problems), loads, connection)
    connection.from_df(date_frame(connection, case.zone)).create("dates")
    return case


def date_frame(connection: duckdb.DuckDBPyConnection, zone: str | None, *, grace_days: int = 0) -> pd.DataFrame:
    """One row per date and zone in a case's tables, with all its bounds; `zone` is that of sources that give none."""
    pairs = queries.select(connection, "date_cells", {"zone": zone or ""}).fetchall()
    rows = []
    for edtf, own_zone in pairs:
        r = read_edtf(edtf, own_zone or None, grace_days=grace_days)
        days = (r.earliest_date, r.latest_date)
        instants = (
            at and at.replace(tzinfo=None) for at in (r.earliest, r.latest, r.sure_from, r.sure_until, r.deadline)
        )
        local = (r.earliest_local, r.latest_local, r.sure_from_local, r.sure_until_local, r.deadline_local)
        rows.append((edtf, own_zone, *days, *instants, *local, r.has_zone, r.arguable, say_date(edtf), say_span(edtf)))
    sides = ("earliest", "latest", "sure_from", "sure_until", "deadline")
    times = ["earliest_date", "latest_date", *(f"{s}_at" for s in sides), *(f"{s}_local" for s in sides)]
    frame = pd.DataFrame(rows, columns=["edtf", "zone", *times, "has_zone", "arguable", "words", "span_words"])
    kinds = dict.fromkeys(times, "datetime64[us]") | dict.fromkeys(("has_zone", "arguable"), "bool")
    return frame.astype(kinds | dict.fromkeys(("edtf", "zone", "words", "span_words"), "str"))


def _load(connection: duckdb.DuckDBPyConnection, intakes: list[Intake], left_out: set[tuple[str, int]]) -> pd.DataFrame:
    counts = []
    for intake in intakes:
        name = intake.table.name
        out = {line for file, line in left_out if file == intake.table.file}
        frame = checks.wide_frame(intake, without=out)
        if name in ("statements", "observations"):
            connection.register(f"staged_{name}", frame)
            queries.make_table(connection, name, source=f"typed_{name}")
            connection.unregister(f"staged_{name}")
        else:
            connection.from_df(frame).create(name)
        counts.append((intake.table.file, intake.count, len(frame), intake.count - len(frame)))
    return pd.DataFrame(counts, columns=["file", "rows", "loaded", "rejected"])


def _read_settings(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The settings of case.toml that can be used, and what is wrong with it."""
    file = "case.toml"
    path = root / file
    if not path.is_file():
        return {}, [Problem(file, 0, "", "", "is missing; it holds title, question and licence")]
    if not path.resolve().is_relative_to(root):
        return {}, [Problem(file, 0, "", "", "is a link to a file outside the case folder; put the file itself there")]
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [Problem(file, 0, "", "", f"is not TOML in UTF-8: {error}")]
    settings: dict[str, str] = {}
    problems = []
    for key, value in raw.items():
        if key not in SETTINGS:
            near = difflib.get_close_matches(key, SETTINGS, 1)
            hint = f"; is {near[0]!r} meant?" if near else f"; there are {', '.join(SETTINGS)}"
            problems.append(Problem(file, 0, key, "", f"is no setting{hint}"))
        elif not isinstance(value, str) or not value.strip():
            problems.append(Problem(file, 0, key, str(value), f"must be text in quotes: {SETTINGS[key]}"))
        else:
            settings[key] = value.strip()
    problems += [Problem(file, 0, key, "", f"is missing: {SETTINGS[key]}") for key in REQUIRED if key not in raw]
    if zone := settings.get("zone"):
        try:
            read_zone(zone)
        except DateError as error:
            problems.append(Problem(file, 0, "zone", zone, without_value(str(error), zone)))
            del settings["zone"]
    return settings, problems

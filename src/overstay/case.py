"""A case folder ─► validated tables in an in-memory DuckDB. `Case` is what people hold in a notebook."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd

from overstay import caselogs, checks, progress, queries
from overstay.access import Loaded
from overstay.casefile import read_settings
from overstay.dates import read_edtf
from overstay.errors import CaseError, ExportError, OptionError, Problem
from overstay.intake import Intake, read_table
from overstay.logs import Log
from overstay.tables import ALL_TABLES
from overstay.wording import say_date, say_span

SYNTHETIC = "SYNTHETIC"
OnProblem = Literal["raise", "reject"]


@dataclass(frozen=True, slots=True)
class Case:
    """The validated tables of one case folder.

    `problems` holds what was rejected, and why (empty unless opened with on_problem="reject"); `loads` counts, for each
    file, rows read = loaded + rejected. `date_settings` is what the case sets in the rules for vague time. The database
    lives in memory: nothing is written to the folder.
    """

    folder: Path
    settings: Mapping[str, str]
    problems: tuple[Problem, ...]
    loads: pd.DataFrame
    connection: duckdb.DuckDBPyConnection
    log_descriptions: Mapping[str, Log] = field(default_factory=dict)
    loaded: tuple[Loaded, ...] = ()
    synthetic: bool = False
    small_counts: int = 10
    date_settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __repr__(self) -> str:
        counts = ", ".join(f"{row.loaded} {row.file.removesuffix('.csv')}" for row in self.loads.itertuples())
        rejected = int(self.loads["rejected"].sum())
        return f"<Case {self.title!r}: {counts}{f'; {rejected} rows rejected' if rejected else ''}>"

    @property
    def title(self) -> str:
        """What the case is called; of a synthetic one that word comes first."""
        title = self.settings.get("title", self.folder.name)
        return f"{SYNTHETIC}: {title}" if self.synthetic else title

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
        return self.mark(self.sql("SELECT * FROM sources ORDER BY source_id").df())

    @property
    def partners(self) -> pd.DataFrame:
        """One row a partner, sorted by id."""
        return self.mark(self.sql("SELECT * FROM partners ORDER BY partner_id").df())

    @property
    def programs(self) -> pd.DataFrame:
        """One row a way in which access was given, sorted by id."""
        return self.mark(self.sql("SELECT * FROM programs ORDER BY program_id").df())

    @property
    def categories(self) -> pd.DataFrame:
        """One row a kind of data, sorted by id."""
        return self.mark(self.sql("SELECT * FROM categories ORDER BY category_id").df())

    @property
    def statements(self) -> pd.DataFrame:
        """One row a statement, with the bounds of its dates as calendar days (NaT = open), sorted by id."""
        return self.mark(queries.select(self.connection, "dated_statements", {"zone": self.zone or ""}).df())

    @property
    def observations(self) -> pd.DataFrame:
        """One row an observation, with the bounds of its dates as calendar days (NaT = open or blank), sorted by id."""
        return self.mark(queries.select(self.connection, "dated_observations", {"zone": self.zone or ""}).df())

    @property
    def logs(self) -> pd.DataFrame:
        """One row a loaded file of a log: its SHA-256, rows read = loaded + rejected, first and last record (UTC)."""
        return self.mark(queries.select(self.connection, "logs").df())

    @property
    def access(self) -> pd.DataFrame:
        """One row a log, partner, program and kind of data: served first and last (EDTF), how often, and refused."""
        return self.mark(self.sql("SELECT * EXCLUDE (first_at, last_at, last_until_at, last_day) FROM log_access").df())

    @property
    def coverage(self) -> pd.DataFrame:
        """One row a stretch of days of a log (records, gap, low), and one a remark that bears on what it can show."""
        return self.mark(queries.select(self.connection, "log_coverage").df())

    @property
    def unknown_names(self) -> pd.DataFrame:
        """One row a name in a log that no partner, program or kind of data of the case has, and the rows with it."""
        return self.mark(queries.select(self.connection, "log_unknown").df())

    @property
    def rejected(self) -> pd.DataFrame:
        """One row a rejected row of a log: file, line, reason, raw text. It can name people: it stays with the case."""
        return self.mark(caselogs.rejected_rows(self.connection, self.loaded))

    @property
    def described_files(self) -> set[str]:
        """The paths, from the case folder, of files that a log's description names: logs and their maps."""
        logs = self.log_descriptions.values()
        return {file.name for log in logs for file in log.files if not log.package} | {
            log.map for log in logs if log.map
        }

    def daily(self, partner_id: str | None = None, log_id: str | None = None) -> pd.DataFrame:
        """Requests served and refused by log, partner, program, kind of data and day (or month, or year) of the log."""
        values: dict[str, queries.Value] = {"partner_id": partner_id or "", "log_id": log_id or ""}
        return self.mark(queries.select(self.connection, "log_daily", values).df())

    def mark(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame; of a synthetic case with that word in the corner of its header, whence CSV and JSON take it."""
        return frame.rename_axis(columns=SYNTHETIC) if self.synthetic else frame

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


def open_case(
    folder: str | os.PathLike[str], *, on_problem: OnProblem = "raise", on_progress: progress.Report | None = None
) -> Case:
    """Open a case folder: its CSV tables, case.toml and the logs that it describes, checked as a whole.

    Every problem is collected and reported together, with file, row, column, value and reason: on_problem="raise"
    raises CaseError with all of them; "reject" leaves the broken rows out (and rows that name them), counts them in
    `Case.loads`, keeps the problems in `Case.problems`, and loads the rest.
    """
    if on_problem not in ("raise", "reject"):
        raise OptionError(f"on_problem={on_problem!r}: write raise or reject")
    root = Path(folder).resolve()
    if not root.is_dir():
        raise CaseError(str(folder), [Problem(str(folder), 0, "", "", "is no folder; `overstay new` makes one")])
    settings, problems = read_settings(root)
    intakes = [read_table(root, table) for table in ALL_TABLES]
    in_rows, left_out = checks.check_rows(intakes, root, reject=on_problem == "reject")
    order = {table.file: n for n, table in enumerate(ALL_TABLES)}
    problems += [problem for intake in intakes for problem in intake.problems] + in_rows
    kept = {intake.table.name: checks.kept_keys(intake, left_out) for intake in intakes}
    of_logs = caselogs.check_ids(settings.logs, kept)
    faulty = {problem.column.split(".")[1] for problem in of_logs if problem.file == "case.toml"}
    faulty |= {log.id for log in settings.logs if any(problem.file == log.map for problem in of_logs)}
    logs = [log for log in settings.logs if log.id not in faulty]
    problems += of_logs
    loaded: list[Loaded] = []
    if logs and not (problems and on_problem == "raise"):
        with progress.shown() as shown:
            loaded, unread = caselogs.load_logs(logs, root, on_progress or shown)
        problems += unread
    connection = queries.connect()
    loads = _load(connection, intakes, left_out)
    problems += caselogs.attach_logs(connection, logs, loaded)
    order = {table.file: n for n, table in enumerate(ALL_TABLES)}
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem))
    if problems and on_problem == "raise":
        raise CaseError(str(folder), problems)
    loads = pd.concat([loads, caselogs.counts(loaded)], ignore_index=True)
    loads = loads.rename_axis(columns=SYNTHETIC) if settings.synthetic else loads
    case = Case(
        root,
        settings.texts,
        tuple(problems),
        loads,
        connection,
        {log.id: log for log in logs},
        tuple(loaded),
        settings.synthetic,
        settings.small_counts,
        settings.dates,
    )
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
        if not intake.absent:
            counts.append((intake.table.file, intake.count, len(frame), intake.count - len(frame)))
    return pd.DataFrame(counts, columns=["file", "rows", "loaded", "rejected"])

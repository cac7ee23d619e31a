"""Statements × access ─► comparisons (one a pair) and findings (one a statement)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import duckdb
import pandas as pd

from overstay import caselogs, progress, queries
from overstay.case import Case, date_frame
from overstay.dates import read_zone
from overstay.errors import DateError, NotFoundError, OptionError
from overstay.tables import VERDICTS

Reading = Literal["entered", "plain"]
READINGS = ("entered", "plain")

# Each step is one .sql file that reads the tables made before it.
STEPS = (
    "left_out",
    "program_matches",
    "category_matches",
    "exceptions",
    "stated",
    "ends",
    "accesses",
    "continuing",
    "met",
    "qualifiers",
    "coverings",
    "segments",
    "logged_pairs",
    "log_wholes",
    "logged_spans",
    "logged_tiers",
    "logged",
    "pairs",
    "explanations",
    "judged",
    "counts",
    "comparisons",
    "claims",
    "disputes",
    "findings",
)


@dataclass(frozen=True, slots=True)
class Options:
    """How a comparison was made: `zone` is that of sources that give none ('' = not known), `as_of` '' = no limit."""

    grace_days: int = 0
    as_of: str = ""
    zone: str = ""
    reading: Reading = "entered"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What `compare` made.

    `comparisons`: one row a statement with an end and observation of the same thing, plus one a statement with a count
    (observation_id blank). `findings`: one row a statement with an end, its strongest verdict first in the columns that
    follow. `left_out`: rows not yet public on `as_of`. Days are calendar days after the stated end, negative = before,
    blank = open on that side. `windows`: for pairs with a log, how each stretch of time after the end is judged.
    """

    case: Case
    options: Options
    comparisons: pd.DataFrame
    findings: pd.DataFrame
    left_out: pd.DataFrame
    windows: pd.DataFrame

    def finding(self, statement_id: str) -> pd.Series:
        """The finding on one statement; NotFoundError where it gives no end or does not exist."""
        rows = self.findings[self.findings["statement_id"] == statement_id]
        if rows.empty:
            raise NotFoundError(f"{statement_id}: no statement of this id gives an end; see findings['statement_id']")
        return rows.iloc[0]

    def compared(self, statement_id: str) -> pd.DataFrame:
        """The comparisons of one statement, strongest verdict first."""
        self.finding(statement_id)
        rows = self.comparisons[self.comparisons["statement_id"] == statement_id]
        strength = rows["verdict"].map(VERDICTS.index)
        return rows.assign(strength=strength).sort_values(["strength", "observation_id"]).drop(columns="strength")

    def summary(self) -> pd.DataFrame:
        """One row a verdict: statements with it, and claims, where one speaker's repetitions count once."""
        grouped = self.findings.groupby("verdict")
        table = pd.DataFrame({"statements": grouped.size(), "claims": grouped["claim_id"].nunique()})
        return self.case.mark(table.reindex(list(VERDICTS), fill_value=0).rename_axis("verdict").reset_index())


def compare(
    case: Case,
    *,
    grace_days: int = 0,
    as_of: str | date | None = None,
    zone: str | None = None,
    reading: Reading = "entered",
) -> Verdicts:
    """Compare each statement that gives an end with each observation of the same thing.

    grace_days: so many days after the latest reading of the stated end are still allowed. as_of: use only what was
    public on that day. zone: in which zone to read dates whose source gives none (an IANA name, UTC, +02:00; `unknown`
    for none), instead of case.toml's. reading: `plain` takes rows marked arguable at their word.

    Raises OptionError for a value that an option cannot take.
    """
    options = _options(case, grace_days, as_of, zone, reading)
    work = queries.connect()  # a database of its own: comparisons with other options never meet
    for name in ("sources", "programs", "categories", "statements", "observations"):
        work.register(name, case.connection.table(name).df())
    work.register("dates", date_frame(case.connection, options.zone or None, grace_days=options.grace_days))
    strengths = pd.DataFrame({"verdict": VERDICTS, "strength": range(len(VERDICTS))})
    work.register("verdicts", strengths)
    values: dict[str, queries.Value] = {
        "grace_days": options.grace_days,
        "as_of": options.as_of,
        "zone": options.zone,
        "reading": options.reading,
        "small_counts": case.small_counts,
    }
    for name in ("log_files", "log_settings", "log_stretches", "log_labels", "log_access"):
        work.from_df(case.connection.table(name).df()).create(name)
    caselogs.events(work, case.loaded).create_view("events")
    caselogs.days(work, case.loaded).create_view("log_days")
    with caselogs.spilling(work):
        for step in STEPS:
            if step == "logged_tiers":
                _go_over_events(work, case)
            else:
                queries.make_table(work, step, values)
    comparisons, findings, left_out = (work.table(name).df() for name in ("comparisons", "findings", "left_out"))
    windows = work.table("logged_pairs").order("statement_id, observation_id, label, from_at").df()
    work.close()
    numbers = {"days_after_least": "Int64", "days_after_most": "Int64"}
    whole = ("users", "partners", "events_after", "users_after", "refused_after", "events_explained")
    comparisons = comparisons.astype(numbers | dict.fromkeys(whole, "Int64"))
    # A column of text without a value can come as objects or as text, by how the query was run: it is text.
    frames = [
        frame.astype(dict.fromkeys(frame.columns[frame.dtypes == "object"], "str"))
        for frame in (comparisons, findings.astype(numbers), left_out, windows)
    ]
    return Verdicts(case, options, *(case.mark(frame) for frame in frames))


def _go_over_events(work: duckdb.DuckDBPyConnection, case: Case) -> None:
    """The one step that can take long; it shows how far it is, and can be stopped."""
    source = caselogs.events_step(work, case.loaded)
    size = sum(one.entry.meta["bytes"] for one in case.loaded)
    with progress.shown() as report, progress.watch(report, "comparing the logs", size, work):
        progress.interruptible(work, queries.make_table, work, "logged_tiers", source=source)


def _options(case: Case, grace_days: int, as_of: str | date | None, zone: str | None, reading: Reading) -> Options:
    if isinstance(grace_days, bool) or not isinstance(grace_days, int) or not 0 <= grace_days <= 36500:
        raise OptionError(f"grace_days={grace_days!r}: write a whole number of days from 0 to 36500")
    if reading not in READINGS:
        raise OptionError(f"reading={reading!r}: write {' or '.join(READINGS)}")
    if zone is None:
        zone = case.zone or ""
    elif zone == "unknown":
        zone = ""
    else:
        try:
            read_zone(str(zone))
        except DateError as error:
            raise OptionError(f"zone={zone!r}: {error}") from None
    if as_of is None:
        return Options(grace_days, "", zone, reading)
    try:
        day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
    except ValueError:
        raise OptionError(f"as_of={as_of!r}: write a day as 2018-12-20") from None
    return Options(grace_days, day.isoformat(), zone, reading)

"""From a verdict back to the lines of the logs that it rests on: file, SHA-256, line, and what stands there."""

from __future__ import annotations

import pandas as pd

from overstay import cache, caselogs, logfiles, queries
from overstay.access import TEXT_FORMATS, Loaded
from overstay.errors import NotFoundError
from overstay.findings import Verdicts
from overstay.lines import lines_of, raw_lines
from overstay.sheets import without_small_counts

COLUMNS = ["observation_id", "log_id", "file", "line", "seen_at", "until_at", "outcome", "partner_as_logged", "sha256"]


def evidence_lines(
    verdicts: Verdicts, statement_id: str, observation_id: str | None = None, *, limit: int = 10, raw: bool = False
) -> pd.DataFrame:
    """The first and the last `limit` rows of logs after a stated end, for each comparison: file, line, moment (UTC).

    line: that of the (unpacked) file, or the number of the row in a table. raw: also the text of the line, which can
    name people and stays with the case; NA where a format has no lines. NotFoundError for an unknown statement or
    observation.
    """
    compared = verdicts.compared(statement_id)
    if observation_id is not None and observation_id not in set(compared["observation_id"].dropna()):
        raise NotFoundError(f"{statement_id} is not compared with {observation_id}")
    windows = verdicts.windows[verdicts.windows["statement_id"] == statement_id]
    if observation_id is not None:
        windows = windows[windows["observation_id"] == observation_id]
    work = queries.connect()
    work.from_df(windows).create("windows")
    work.from_df(verdicts.case.connection.table("log_labels").df()).create("log_labels")
    caselogs.events(work, verdicts.case.loaded).create_view("events")
    rows = queries.select(work, "evidence_lines", {"rows": limit}).df()
    work.close()
    return verdicts.case.mark(_placed(rows, verdicts.case.loaded, raw))


def people_after(verdicts: Verdicts, *, exact: bool = False) -> pd.DataFrame:
    """One row a statement that logs contradict (or whose access they show left in place): all its log evidence at once.

    Requests certainly after the stated end that nothing explains, not even in part or perhaps: how many, the first and
    the last (UTC), and the distinct people they concern, over all partners and kinds of data that the statement covers.
    Counted exactly; shown as `<10` where they are fewer than the case's `small_counts`, unless `exact`: so few can be
    recognised.
    """
    strong = verdicts.comparisons
    strong = strong[strong["verdict"].isin(["contradicted", "left in place"]) & strong["log_id"].notna()]
    work = queries.connect()
    wanted = strong[["statement_id", "observation_id"]]
    work.from_df(verdicts.windows.merge(wanted, on=["statement_id", "observation_id"])).create("windows")
    caselogs.events(work, verdicts.case.loaded).create_view("events")
    with caselogs.spilling(work):
        rows = queries.select(work, "people_after").df()
    work.close()
    rows = rows.astype({"events_after": "Int64", "users_after": "Int64"})
    return verdicts.case.mark(rows if exact else without_small_counts(rows, verdicts.case.small_counts))


def _placed(rows: pd.DataFrame, loaded: tuple[Loaded, ...], raw: bool) -> pd.DataFrame:
    """The rows with the file and line that each came from."""
    of = {path: one for one in reversed(loaded) for path in one.entry.events}
    found = [of[path] for path in rows["filename"]]
    rows = rows.assign(
        file=[one.file.name for one in found],
        sha256=[one.entry.meta["sha256"] for one in found],
    )
    for path in rows["filename"].unique():
        here = (rows["filename"] == path) & rows["line"].isna()
        if here.any():
            lost = pd.Series(of[path].entry.meta["lost_lines"], dtype="int64")
            rows.loc[here, "line"] = lines_of(rows.loc[here, "file_row_number"], lost)
    rows = rows.astype({"line": "int64"})
    columns = COLUMNS
    if raw:
        rows["raw"] = pd.Series(pd.NA, index=rows.index, dtype="str")
        for path in rows["filename"].unique():
            here = rows["filename"] == path
            rows.loc[here, "raw"] = rows.loc[here, "line"].map(_texts(of[path], rows.loc[here, "line"]))
        columns = [*COLUMNS, "raw"]
    return rows[columns].reset_index(drop=True)


def _texts(one: Loaded, lines: pd.Series) -> dict[int, str]:
    """The text of some lines of a log; {} where its format has none."""
    if one.log.format not in TEXT_FORMATS:
        return {}
    path = one.file.path
    if path.suffix not in (".gz", ".zst"):
        return raw_lines(path, lines)
    with cache.workspace() as folder:
        return raw_lines(logfiles.unpack(path, folder).path, lines)

"""What the shell prints: problems, counts, findings, logs; text from a case is shown, never obeyed."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console
    from rich.progress import Progress
    from rich.table import Table

    from overstay.case import Case
    from overstay.findings import Verdicts

# pandas, DuckDB, Rich and the notebook tools load inside the commands: `--help` should not wait for them.

WIDTH = 100  # where the output is no terminal
MOST = 5  # unknown names, or reasons, that are named one by one


def show_text(value: object) -> str:
    """Text that a terminal only shows."""
    from overstay.sheets import visible

    return visible(value)


def complain(message: str) -> None:
    """Say what is wrong, beside what the command prints."""
    click.echo(show_text(message), err=True)


def console(*, error: bool = False) -> Console:
    """Where tables are printed; a hundred characters wide where that is no terminal."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def progress_bars(console: Console) -> Progress:
    """Bars that count the cells of notebooks."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    text = TextColumn("{task.description}", markup=False)
    return Progress(text, BarColumn(), MofNCompleteColumn(), TextColumn("cells"), console=console)


def print_records(frame: pd.DataFrame, form: str, *, small_counts: int = 0) -> None:
    """CSV or JSON as bytes, UTF-8 whatever the machine is set to; counts of people under `small_counts` masked."""
    from overstay.sheets import csv_text, json_text, without_small_counts

    shown = without_small_counts(frame, small_counts)
    text = csv_text(shown) if form == "csv" else json_text(shown)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def print_loads(case: Case, *, problems: int, rejected: bool) -> None:
    """The rows of each file: read, loaded, rejected; then how many problems there are."""
    from rich import box
    from rich.table import Table

    if problems and not rejected:
        click.echo("\nNothing is loaded. With --on-problem reject it would be:")
    elif problems:
        click.echo()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in ("file", "rows read", "loaded", "rejected"):
        table.add_column(name, justify="left" if name == "file" else "right")
    for row in case.loads.itertuples(index=False):
        table.add_row(row.file, *(f"{count:,}" for count in (row.rows, row.loaded, row.rejected)))
    console().print(table)
    click.echo()
    count = "No problems." if not problems else "1 problem." if problems == 1 else f"{problems:,} problems."
    click.echo(f"{show_text(case.title)}: {count}")


def print_log_remarks(case: Case) -> None:
    """What must be known of the logs: why rows were rejected, names that the case does not have, where they stop."""
    from overstay.caselogs import first_faults

    for one, line, reason in first_faults(case.connection, case.loaded):
        click.echo(
            f"{show_text(one.file.name)}: {say_count(one.entry.meta['rejected'], 'row')} rejected, the first in line "
            f"{line:,}: {show_text(reason)}; `overstay logs CASE --rejected --log {one.log.id}` shows all"
        )
    for (log_id, kind), names in case.unknown_names.groupby(["log_id", "kind"], sort=True):
        rows = say_count(int(names["rows"].sum()), "row")
        if kind == "not in its map":
            click.echo(f"log {log_id}: no pattern of its map fits {rows}; they stay without what the map would say")
            continue
        listed = ", ".join(show_text(name).replace("\n", " ")[:40] for name in names["name"].head(MOST))
        more = f" and {len(names) - MOST:,} more" if len(names) > MOST else ""
        click.echo(f"log {log_id}: {rows} with a {kind} that the case does not have: {listed}{more}")
    remarks = case.coverage[~case.coverage["kind"].isin(["records", "low"])]
    for row in remarks.head(4 * MOST).itertuples(index=False):
        days = "" if row.kind != "gap" else f"{row.from_date:%Y-%m-%d} to {row.until_date:%Y-%m-%d}: "
        click.echo(f"log {row.log_id}: {row.kind}: {days}{show_text(row.note)}")
    if len(remarks) > 4 * MOST:
        click.echo(f"and {len(remarks) - 4 * MOST:,} more; `overstay logs CASE --coverage` shows all")


def print_suggestions(case: Case, described: Collection[str]) -> None:
    """A description to start from for each file in logs/ that has none."""
    from overstay.suggest.suggestions import suggest_logs

    for suggestion in suggest_logs(case.folder, described):
        click.echo(f"\n{show_text(suggestion.file)} is described nowhere. For case.toml, to be checked line by line:\n")
        click.echo(show_text(suggestion.toml))
        for question in suggestion.open_questions:
            click.echo(f"to be decided: {show_text(question)}")


def print_frame(frame: pd.DataFrame) -> None:
    """A small table, every cell as text."""
    import pandas as pd
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table: Table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in frame.columns:
        numeric = pd.api.types.is_numeric_dtype(frame[name]) and not pd.api.types.is_bool_dtype(frame[name])
        table.add_column(str(name), justify="right" if numeric else "left", overflow="fold")
    for row in frame.itertuples(index=False, name=None):
        table.add_row(*(Text("" if pd.isna(cell) else show_text(_cell(cell)).replace("\n", " ")) for cell in row))
    console().print(table)


def _cell(cell: object) -> str:
    import pandas as pd

    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}" if cell == cell.normalize() else f"{cell:%Y-%m-%d %H:%M:%S}"
    return f"{cell:,}" if isinstance(cell, int) and not isinstance(cell, bool) else str(cell)


def print_findings(result: Verdicts, rows: pd.DataFrame, *, by: str, hide: bool) -> None:
    """Comparisons or findings, the most serious first, and how many there are of each verdict."""
    from overstay.selection import claims_by_verdict
    from overstay.sheets import most_serious_first
    from overstay.terminal import findings_table

    shown = rows[rows["verdict"] != "cannot tell"] if hide else rows
    if len(shown):
        console().print(findings_table(most_serious_first(shown)))
        click.echo()
    noun = "comparison" if by == "comparison" else "statement"
    for verdict, count, claims in claims_by_verdict(result, shown):
        click.echo(f"{verdict}: {say_count(count, noun)}, {say_count(claims, 'claim')}")
    if len(shown):
        click.echo("The same speaker's repetitions count as one claim. Days are calendar days after the stated end.")
    elif not len(rows):
        click.echo(f"No {noun} fits these filters. Silence is no evidence, either way.")
    if hidden := len(rows) - len(shown):
        click.echo(
            f"Left out: {say_count(hidden, noun)} with the verdict cannot tell; --verdict 'cannot tell' shows them."
        )


def say_count(number: int, noun: str) -> str:
    """`1 row`, `1,204 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

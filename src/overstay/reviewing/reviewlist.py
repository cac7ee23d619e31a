"""What `overstay statements` prints: candidates, counts by document, decisions without a candidate, annotations."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from overstay.errors import ExportError, NotFoundError
from overstay.printing import complain, console, print_frame, print_records, say_count, show_text
from overstay.sheets import visible

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from overstay.case import Case


def print_candidates(
    case: Case, *, form: str, every: bool, confidence: Sequence[str], document: str | None, add: bool
) -> None:
    """Candidates that are open, or all of them; as a table also what there is in each document, and what is amiss."""
    from overstay.reviewing.proposals import read_proposals
    from overstay.reviewing.reviews import OPEN, accept_reviewed, by_document, orphans, with_decisions

    proposals = read_proposals(case)
    if document is not None and document not in proposals.documents:
        known = ", ".join(proposals.documents) or "none"
        raise NotFoundError(f"{document}: no document of the case has this name; there are {known}")
    for problem in proposals.problems:
        complain(str(problem))
    if add:
        _say_added(accept_reviewed(case, proposals))
    frame = with_decisions(case, proposals)
    shown = frame if every else frame[frame["decision"].isin(OPEN)]
    if confidence:
        shown = shown[shown["confidence"].isin(list(confidence))]
    if document is not None:
        shown = shown[shown["document"] == document]
    if form != "table":
        print_records(shown, form)
        return
    if len(shown):
        console().print(_table(shown, every=every))
        click.echo()
    counted = by_document(frame, proposals)
    if document is not None:
        counted = counted[counted["document"] == document]
    print_frame(counted)
    lost = orphans(case, proposals)
    if len(lost):
        click.echo(f"\n{say_count(len(lost), 'decision')} on candidates that are no longer found:")
        print_frame(lost[["candidate_id", "decision", "document", "quote", "now"]])
    click.echo()
    still = int(frame["decision"].isin(OPEN).sum())
    count = f"{say_count(len(frame), 'candidate')} in {say_count(len(proposals.documents), 'document')}, {still:,} new"
    click.echo(f"{show_text(case.title)}: {count}.")


def write_annotations(case: Case, target: str) -> None:
    """The evidence of the case as JSON-LD, to a file, whole or not at all, or to where the shell reads on."""
    from overstay.annotations import annotations_jsonld

    content = annotations_jsonld(case).encode("utf-8")
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)
    click.echo(f"{show_text(path)} is written.")


def _say_added(outcomes: pd.DataFrame) -> None:
    """How many rows were added; each candidate that waits, and why."""
    added = outcomes[outcomes["outcome"] == "added"]
    for file, rows in added.groupby("file", sort=True):
        click.echo(
            f"{file}: {say_count(len(rows), 'row')} added, {rows['row_id'].iloc[0]} to {rows['row_id'].iloc[-1]}"
        )
    if not len(added):
        click.echo("No row is added.")
    for row in outcomes[~outcomes["outcome"].isin(["added", "there already"])].itertuples(index=False):
        complain(f"{row.candidate_id}{f' ({row.row_id})' if row.row_id else ''}: {row.outcome}")


def _table(rows: pd.DataFrame, *, every: bool) -> Table:
    """Few columns, so that a hundred characters are enough; text from the case is never read as markup."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 1, 0))
    table.add_column("candidate", width=12, overflow="fold")
    table.add_column("kind", width=9, overflow="fold")
    table.add_column("partner", max_width=14, overflow="fold")
    table.add_column("stated date", max_width=12, overflow="fold")
    table.add_column("words", ratio=1, overflow="fold")
    for row in rows.to_dict("records"):
        new = "".join(f"\n{name}?" for name in row["new_partners"].split("|") if name)
        said = [row["kind"], row["confidence"], *([row["decision"] or "new"] if every else [])]
        place = f"{row['document']}, {row['locator']}" if row["locator"] else row["document"]
        table.add_row(
            Text(row["candidate_id"]),
            Text("\n".join(visible(part, lines=False) for part in said)),
            Text(visible(row["partner_ids"].replace("|", "\n") + new).strip("\n")),
            Text(visible(row["stated_date"].replace("/", "/\u200b"), lines=False).replace("\u200b", "")),
            Text(visible(row["evidence"], lines=False) + "\n").append(visible(place, lines=False), style="dim"),
        )
    return table

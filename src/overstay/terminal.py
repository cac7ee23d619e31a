"""Comparisons or findings ─► a table that fits a terminal of a hundred characters."""

from __future__ import annotations

import pandas as pd
from rich import box
from rich.table import Table
from rich.text import Text

from overstay.house import VERDICT_STYLE
from overstay.sheets import visible
from overstay.wording import say_days


def findings_table(rows: pd.DataFrame) -> Table:
    """Few columns, so that a hundred characters are enough; text from the case is never read as markup."""

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 1, 0))
    table.add_column("verdict", width=12)
    table.add_column("statement, observation", width=12, overflow="fold")
    table.add_column("partner", max_width=14, overflow="fold")
    table.add_column("days after", justify="right", max_width=15)
    table.add_column("why", ratio=1, overflow="fold")
    for row in rows.to_dict("records"):
        partner = row["partner_id"] if isinstance(row["partner_id"], str) else row.get("observed_partner_id")
        ids = [
            visible(row[name], lines=False) for name in ("statement_id", "observation_id") if isinstance(row[name], str)
        ]
        table.add_row(
            Text(row["verdict"], style=f"bold {VERDICT_STYLE[row['verdict']][0]}"),
            Text("\n".join(ids)),
            Text(visible(partner, lines=False) if isinstance(partner, str) else ""),
            Text(say_days(row["days_after_least"], row["days_after_most"])),
            Text(visible(row["reason"], lines=False)),
        )
    return table

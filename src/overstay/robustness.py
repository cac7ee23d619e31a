"""Which verdicts hang on a choice: the zone of dates without one, days of grace, or how arguable rows are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from overstay.case import Case
from overstay.findings import compare

ZONES = ("unknown", "-12:00", "UTC", "+14:00")
GRACE_DAYS = (1, 7, 30, 90, 365)


def sensitivity(case: Case, *, zones: Sequence[str] = ZONES, grace_days: Sequence[int] = GRACE_DAYS) -> pd.DataFrame:
    """The comparisons whose verdict changes when one option does, against `compare(case)`.

    One row a comparison and choice that flips it: statement_id, observation_id (blank for a count as a whole), option,
    choice, verdict, verdict_then. Sorted; a choice that flips nothing has no row.
    """
    keys = ["statement_id", "observation_id"]
    base = compare(case).comparisons[[*keys, "verdict"]]
    choices: list[tuple[str, str, dict[str, Any]]] = [
        *(("zone", zone, {"zone": zone}) for zone in zones),
        *(("grace_days", str(days), {"grace_days": days}) for days in grace_days),
        ("reading", "plain", {"reading": "plain"}),
    ]
    flipped = []
    for option, choice, options in choices:
        then = compare(case, **options).comparisons[[*keys, "verdict"]]
        both = base.merge(then, on=keys, how="outer", suffixes=("", "_then"))
        changed = both[both["verdict"] != both["verdict_then"]]
        flipped.append(changed.assign(option=option, choice=choice))
    columns = [*keys, "option", "choice", "verdict", "verdict_then"]
    return case.mark(
        pd.concat(flipped)[columns].sort_values(keys, kind="stable", na_position="last").reset_index(drop=True)
    )

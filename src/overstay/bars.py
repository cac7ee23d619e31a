"""Days and months of a log ─► bars and silences: what was served and refused, what a comparison says. No drawing.

All days are calendar days as the log counts them, and both ends of a stretch belong to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import pandas as pd

from overstay.case import Case
from overstay.dates import FIRST_ZONE, LAST_ZONE, read_zone
from overstay.findings import Verdicts
from overstay.lanes import Cells, records
from overstay.logs import Log
from overstay.tables import VERDICTS
from overstay.wording import say_range

DAY = timedelta(days=1)
STYLES = ("seen", "explained", "possible", "certain")  # from the weakest to the strongest, which stands lowest
_STYLE_OF = {
    "contradicted": "certain",
    "left in place": "certain",
    "possibly contradicted": "possible",
    "possibly left in place": "possible",
    "explained": "explained",
}
# Days of which the log says little or nothing: their name in the key, and their words on the chart.
SILENCE = {
    "gap": ("no record at all", "no records"),
    "low": ("far fewer records than usual", "few records"),
    "outside": ("outside the log", ""),
}
WEEK, MONTH = 7, 28  # days of a bar where there are too many days to draw them one by one
Key = tuple[str, str, str, str]  # log, partner, program, kind of data; "" = not given
Bin = Callable[[date, date], tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one comparison says of the time after the stated end (or in the time denied), stretch by stretch.

    Each stretch is its first instant, the first one after it (UTC, naive), and how it is judged: 1 = surely later and
    not explained, 2 = perhaps, 3 = explained. `style` is that of the verdict; `by` explains it.
    """

    pair: Cells
    style: str
    stretches: tuple[tuple[datetime, datetime, int], ...]
    by: str = ""

    def style_of(self, start: datetime, end: datetime) -> str:
        """How a record of this time is drawn. What lies only in part after the end is no sure evidence of it."""
        met = [(begin, until, tier) for begin, until, tier in self.stretches if begin < end and until > start]
        tiers = {tier for _, _, tier in met}
        if not met:
            return "seen"
        whole = met[0][0] <= start and met[-1][1] >= end
        if self.style == "explained" or (whole and tiers == {4}):
            return "explained"
        return self.style if whole and tiers == {1} else "possible"


@dataclass(slots=True)
class Bar:
    """What is drawn as one: all records of one stretch of days with one style.

    `parts`: partner, program and kind of data with their amounts; `claims`: the comparisons that give the style.
    """

    first: date
    last: date
    style: str
    served: int = 0
    refused: int = 0
    measure: float | None = None
    parts: dict[Key, float] = field(default_factory=lambda: defaultdict(float))
    refused_parts: dict[Key, int] = field(default_factory=lambda: defaultdict(int))
    claims: dict[tuple[str, str], Claim] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shade:
    """Days, both included, that are shaded: `kind` is a key of SILENCE, `words` stand on it, `note` in its hover."""

    kind: str
    first: date
    last: date
    words: str
    note: str


def shades_of(case: Case, log_id: str, first: date, last: date) -> list[Shade]:
    """What is to be shaded from `first` to `last`: days before and after the log, gaps in it, days with few records."""
    rows = [row for row in records(case.coverage) if row["log_id"] == log_id]
    found = []
    bounds = log_bounds(case, log_id)
    if bounds:
        begins, ends = bounds
        if begins > first:
            note = f"The log begins on {say_range(begins, begins)}."
            found.append(Shade("outside", first, min(begins - DAY, last), "before the log", note))
        if ends < last:
            note = f"The last record of the log is of {say_range(ends, ends)}. What came later it cannot show."
            found.append(Shade("outside", max(ends + DAY, first), last, "after the log", note))
    for row in rows:
        if row["kind"] in ("gap", "low") and row["from_date"] and row["until_date"]:
            start, end = max(row["from_date"], first), min(row["until_date"], last)
            if start <= end:
                name, words = SILENCE[row["kind"]]
                note = f"{say_range(row['from_date'], row['until_date'])}: {row['note'] or name}"
                found.append(Shade(row["kind"], start, end, words, note))
    return sorted(found, key=lambda shade: (shade.first, shade.kind, shade.last))


def log_bounds(case: Case, log_id: str) -> tuple[date, date] | None:
    """First and last day of which a log has a record; None where it has none."""
    rows = [row for row in records(case.coverage) if row["log_id"] == log_id and row["kind"] == "records"]
    if not rows:
        return None
    return min(row["from_date"] for row in rows), max(row["until_date"] for row in rows)


def keys_of(access: pd.DataFrame) -> dict[str, Key]:
    """For each observation that a log gives, what its records are about."""
    return {row["observation_id"]: _key(row) for row in records(access)}


def pairs_of_logs(verdicts: Verdicts) -> list[dict[str, Any]]:
    """The comparisons with what logs show; `first_after` and `last_after` as days of the log's own calendar."""
    rows = verdicts.comparisons[verdicts.comparisons["log_id"].notna()]
    pairs = records(rows)
    for name in ("first_after", "last_after"):
        for pair, moment in zip(pairs, rows[name], strict=True):
            log = verdicts.case.log_descriptions[pair["log_id"]]
            pair[name] = None if pd.isna(moment) else _local_day(moment.to_pydatetime(), log)
    return pairs


def claims_about(verdicts: Verdicts, pairs: Iterable[Cells], keys: Mapping[str, Key]) -> dict[Key, list[Claim]]:
    """The claims that comparisons make about what the log counted, by what it is about, strongest first."""
    stretches: dict[tuple[str, str], set[tuple[datetime, datetime, int]]] = defaultdict(set)
    windows = verdicts.windows[["statement_id", "observation_id", "from_at", "until_at", "tier"]]
    for statement_id, observation_id, start, until, tier in windows.itertuples(index=False):
        stretches[statement_id, observation_id].add((start.to_pydatetime(), until.to_pydatetime(), int(tier)))
    found: dict[Key, list[Claim]] = defaultdict(list)
    for pair in pairs:
        style = _STYLE_OF.get(pair["verdict"])
        if style and pair["observation_id"] in keys:
            by = pair["explained_by"] or pair["partly_explained_by"] or ""
            own = tuple(sorted(stretches[pair["statement_id"], pair["observation_id"]]))
            found[keys[pair["observation_id"]]].append(Claim(pair, style, own, by))
    for claims in found.values():
        claims.sort(key=lambda c: (VERDICTS.index(c.pair["verdict"]), c.pair["statement_id"], c.pair["observation_id"]))
    return found


def _local_day(moment: datetime, log: Log) -> date:
    """The day of a moment (UTC, naive) in the calendar by which the log counts."""
    if log.time_zone and 1 < moment.year < 9998:
        return moment.replace(tzinfo=UTC).astimezone(read_zone(log.time_zone)).date()
    # Periods of no known zone begin where their day begins first.
    return (moment + _shift(FIRST_ZONE) if log.period_unit and not log.time_zone else moment).date()


def time_of(first: date, last: date, log: Log) -> tuple[datetime, datetime]:
    """First instant of the first day and the one after the last (UTC, naive), as wide as an unknown zone makes it."""
    start, end = datetime.combine(first, time.min), datetime.combine(last + DAY, time.min)
    if log.time_zone and first.year > 1 and last.year < 9998:
        zone = read_zone(log.time_zone)
        start, end = (at.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None) for at in (start, end))
        return start, end
    if log.period_unit and not log.time_zone:
        return start - _shift(FIRST_ZONE), end - _shift(LAST_ZONE)
    return start, end


def _shift(zone: tzinfo) -> timedelta:
    return zone.utcoffset(None) or timedelta(0)


def make_bars(daily: pd.DataFrame, claims: Mapping[Key, Sequence[Claim]], into: Bin, log: Log) -> list[Bar]:
    """The rows of `case.daily` as bars, in the order of days and of what stands on what.

    into: first and last day of the bar that a row belongs to. Amounts of several rows are summed; of a measure (a
    share, a rank), which is no sum, the greatest is taken.
    """
    bars: dict[tuple[date, int], Bar] = {}
    names = ("log_id", "partner_id", "program_id", "category_id")
    keys = zip(*(daily[name].fillna("").tolist() for name in names), strict=True)
    days = zip(daily["from_date"].dt.date, daily["until_date"].dt.date, strict=True)
    amounts = zip(daily["served"], daily["refused"], daily["measure"], strict=True)
    for key, (first, last), (served, refused, measure) in zip(keys, days, amounts, strict=True):
        style, claim = judge(claims.get(key, ()), first, last, log)
        start, end = into(first, last)
        bar = bars.setdefault((start, -STYLES.index(style)), Bar(start, end, style))
        bar.served += int(served)
        bar.refused += int(refused)
        amount: float = int(served)
        if pd.notna(measure) and served:  # what was measured of refusals is no access
            amount = float(measure)
            bar.measure = amount if bar.measure is None else max(bar.measure, amount)
        if served or amount:
            bar.parts[key] = max(bar.parts[key], amount) if log.measure else bar.parts[key] + amount
        if refused:
            bar.refused_parts[key] += int(refused)
        if claim is not None:
            bar.claims[claim.pair["statement_id"], claim.pair["observation_id"]] = claim
    return [bar for _, bar in sorted(bars.items(), key=lambda item: item[0])]


def judge(claims: Sequence[Claim], first: date, last: date, log: Log) -> tuple[str, Claim | None]:
    """The style of records of these days, and the claim that gives it.

    Of several statements about one observation the strongest claim counts. Where a log gives two observations about
    the same (one plain, one arguable) nobody knows whose records these are, and the weaker one counts.
    """
    if not claims:
        return "seen", None
    start, end = time_of(first, last, log)
    best: dict[str, tuple[str, Claim]] = {}
    for claim in claims:
        style, id = claim.style_of(start, end), claim.pair["observation_id"]
        if style != "seen" and (id not in best or STYLES.index(style) > STYLES.index(best[id][0])):
            best[id] = style, claim
    return min(best.values(), key=lambda found: STYLES.index(found[0]), default=("seen", None))


def bin_of(size: int, anchor: date) -> Bin:
    """Stretches of `size` days, one of which begins on `anchor`: no bar reaches over it. Size 0 = rows as they are."""
    if not size:
        return lambda first, last: (first, last)

    def into(first: date, last: date) -> tuple[date, date]:
        start = (first - anchor).days // size * size
        begin = max(anchor.toordinal() + start, 1)
        return date.fromordinal(begin), date.fromordinal(min(begin + size - 1, date.max.toordinal()))

    return into


def size_for(days: int, most: int) -> int:
    """How many days a bar must hold so that no more than about `most` bars are drawn."""
    return next((size for size in (1, WEEK, MONTH) if days <= size * most), -(-days // most // MONTH) * MONTH or MONTH)


def _key(row: Cells) -> Key:
    return (row["log_id"], row["partner_id"] or "", row["program_id"] or "", row["category_id"] or "")

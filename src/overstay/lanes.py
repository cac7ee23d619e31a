"""Verdicts ─► the rows of a timeline: what was stated over what was observed, one row a thing. No drawing here.

A thing is a partner, a program and the kind of data that a statement speaks of. All days are calendar days, and both
ends of a stretch belong to it; None = open on that side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd

from overstay.tables import VERDICTS

Cells = Mapping[str, Any]
DAY = timedelta(days=1)
SEVERAL = "Several partners"
CALM = "cannot tell"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lane. `slim` = days that lie between a stated end and access seen, of which nobody saw each one."""

    style: str
    first: date | None
    last: date | None
    slim: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """One end (or denied span) that was stated, with every statement that gives it and what it is compared with."""

    statements: tuple[Cells, ...]
    stretch: Stretch
    calm: bool
    pairs: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """Access as observed; `pair` is the comparison whose verdict is drawn, `pairs` all that it is part of."""

    observations: tuple[Cells, ...]
    stretches: tuple[Stretch, ...]
    open_start: bool
    watched: date | None
    refused: bool
    pair: Cells
    pairs: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its verdict is the strongest of its comparisons. `undated` = no last day is given."""

    partner: str
    program: str
    category: str
    verdict: str
    days: int | None
    stated: tuple[Stated, ...]
    seen: tuple[Seen, ...]
    counted: Cells | None = None
    undated: bool = False


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a DataFrame with plain values: None where a cell is blank, `date` for a day."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [
        {key: value.date() if isinstance(value, datetime) else value for key, value in row.items()}
        for row in plain.to_dict("records")
    ]


def _strength(said: Mapping[str, Cells]) -> Callable[[Cells], tuple[int, int, str]]:
    def key(pair: Cells) -> tuple[int, int, str]:
        # Among equals the end most favourable to the speaker is drawn: the latest.
        latest = said[pair["statement_id"]]["stated_latest"] or date.max
        return VERDICTS.index(pair["verdict"]), -latest.toordinal(), pair["statement_id"]

    return key


def row_of(
    key: tuple[str, str, str], pairs: Sequence[Cells], said: Mapping[str, Cells], seen: Mapping[str, Cells]
) -> Row:
    """The row of one thing from all comparisons about it."""
    strongest = sorted(pairs, key=_strength(said))
    verdict = strongest[0]["verdict"]
    days = [p["days_after_least"] for p in pairs if p["verdict"] == verdict and p["days_after_least"] is not None]
    by_range: dict[tuple[Any, ...], list[Cells]] = defaultdict(list)
    by_observation: dict[str, list[Cells]] = defaultdict(list)
    for pair in strongest:
        statement = said[pair["statement_id"]]
        by_range[
            statement["kind"] == "never", statement["stated_earliest"], statement["stated_latest"], statement["kind"]
        ].append(pair)
        if pair["observation_id"]:
            by_observation[pair["observation_id"]].append(pair)
    stated = [_stated(group, said) for group in by_range.values()]
    stated.sort(key=lambda mark: (mark.stretch.style, mark.stretch.last or date.max, mark.stretch.first or date.min))
    counted = next((pair for pair in strongest if pair["rule"] == "count"), None)
    return Row(
        *key, verdict, max(days, default=None), tuple(stated), _seen_marks(by_observation, said, seen), counted=counted
    )


def undated_row(key: tuple[str, str, str], pairs: Sequence[Cells], said: Mapping[str, Cells]) -> Row:
    """The row of one thing from its statements that give no last day."""
    by_start: dict[date | None, list[Cells]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: pair["statement_id"]):
        by_start[said[pair["statement_id"]]["stated_earliest"]].append(pair)
    return Row(*key, CALM, None, tuple(_stated(group, said) for group in by_start.values()), (), undated=True)


def _stated(pairs: Sequence[Cells], said: Mapping[str, Cells]) -> Stated:
    ids = sorted({pair["statement_id"] for pair in pairs})
    first = said[ids[0]]
    style = "denied" if first["kind"] == "never" else "stated"
    stretch = Stretch(style, first["stated_earliest"], first["stated_latest"])
    calm = all(pair["verdict"] == CALM for pair in pairs)
    return Stated(tuple(said[id_] for id_ in ids), stretch, calm, tuple(pairs))


def _seen_marks(
    by_observation: Mapping[str, Sequence[Cells]], said: Mapping[str, Cells], seen: Mapping[str, Cells]
) -> tuple[Seen, ...]:
    """One mark for all observations that would look alike; where one of them knows the start, it is drawn."""
    alike: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for id_, pairs in by_observation.items():
        row, best = seen[id_], pairs[0]
        end = said[best["statement_id"]]
        alike[
            row["last_earliest"], row["last_latest"], row["watched_earliest"], row["extent"], best["verdict"],
            end["kind"] == "never", end["stated_earliest"], end["stated_latest"], best["explained_by"],
        ].append(id_)  # fmt: skip
    marks = []
    for ids in alike.values():
        ids.sort(key=lambda id_: (seen[id_]["first_latest"] or date.max, id_))
        row, pair = seen[ids[0]], by_observation[ids[0]][0]
        stretches = _recolour(_evidence(row), pair["verdict"], said[pair["statement_id"]])
        everything = tuple(pair for id_ in ids for pair in by_observation[id_])
        is_refused = row["extent"] == "refused"
        open_start = not is_refused and row["first_latest"] is None
        observations = tuple(seen[id_] for id_ in sorted(ids))
        marks.append(Seen(observations, stretches, open_start, row["watched_earliest"], is_refused, pair, everything))
    strength = _strength(said)
    marks.sort(key=lambda mark: (*strength(mark.pair)[:1], -(mark.pair["days_after_least"] or 0),
                                 mark.observations[0]["observation_id"]))  # fmt: skip
    return tuple(marks)


def _evidence(row: Cells) -> list[Stretch]:
    """Where access was seen for certain (`seen`), and where it may have been, in some reading (`perhaps`)."""
    begins, began = row["first_earliest"], row["first_latest"]
    least, most = row["last_earliest"], row["last_latest"]
    if row["extent"] == "refused":
        return []
    stretches = []
    if began and begins != began:
        stretches.append(Stretch("perhaps", begins, min(began - DAY, most or date.max)))
    if least and (began is None or began <= least):
        stretches.append(Stretch("seen", began, least))
    if most is None or least is None or least < most:
        after = [day + DAY for day in (least, None if least else began) if day]
        if began and (least is None or began > least):
            after = [began]  # the readings of the first and of the last day overlap: nothing is certain between them
        stretches.append(Stretch("perhaps", after[0] if after else None, most))
    return stretches


def _recolour(stretches: Sequence[Stretch], verdict: str, end: Cells) -> tuple[Stretch, ...]:
    """The same stretches, with what lies after the stated end (or in the time denied) in the style of the verdict."""
    is_denial = end["kind"] == "never"
    start = (end["stated_earliest"] or date.min) if is_denial else (end["stated_latest"] or date.max)
    if verdict in ("consistent", CALM) or start == date.max:
        return tuple(stretches)
    start = start if is_denial else start + DAY
    stop = (end["stated_latest"] if is_denial else None) or date.max
    solid, hatched = {
        "contradicted": ("certain", "uncertain"),
        "left in place": ("certain", "uncertain"),
        "explained": ("explained", "explained"),
    }.get(verdict, ("possible", "possible"))
    coloured: list[Stretch] = []
    for stretch in stretches:
        first, last = stretch.first or date.min, stretch.last or date.max
        if stretch.style == "seen" and stretch.first is None and last >= start:
            first = last  # only this day is evidence; a start nobody knows is not to be claimed
            stretch = Stretch("seen", last, last)
        if first < start:
            coloured.append(Stretch(stretch.style, stretch.first, min(last, start - DAY) if last < date.max
                                    or start > date.min else None))  # fmt: skip
        if last >= start and first <= stop:
            style = solid if stretch.style == "seen" else hatched
            until = min(last, stop)
            coloured.append(Stretch(style, max(first, start), None if until == date.max else until))
        if last > stop and stop >= first:
            coloured.append(Stretch("perhaps", stop + DAY, stretch.last))
    late = [stretch for stretch in coloured if stretch.style in (solid, hatched)]
    if late and not is_denial:
        begin = min(stretch.first for stretch in late if stretch.first)
        if begin > start:
            coloured.insert(0, Stretch(solid, start, begin - DAY, slim=True))
    return tuple(coloured)

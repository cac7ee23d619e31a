"""Statements ─► a figure of who said what when: each at the day it was said, joined to the date that it claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from overstay import house
from overstay.case import Case
from overstay.errors import OptionError
from overstay.house import label, lines
from overstay.selection import must_exist, parts_of
from overstay.synthetic import mark_synthetic
from overstay.wording import MONTHS, say_date, say_range, say_span

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Each kind of statement by colour and by shape (Okabe and Ito's palette).
KINDS = {
    "ended": ("#0072b2", "square", "said to have ended"),
    "will-end": ("#d55e00", "diamond", "said to end"),
    "never": ("#1a1a1a", "x", "denied for this time"),
    "extension": ("#009e73", "triangle-up", "extended until"),
    "granted": ("#7b5ea7", "circle", "said to have begun"),
    "continues": ("#56b4e9", "star", "said to go on"),
}
ROW, TOP, BOTTOM, LEFT, RIGHT = 34, 172, 76, 300, 310


def who_said_what_when(
    case: Case, *, program: str | None = None, partner: str | None = None, title: str | None = None
) -> go.Figure:
    """For one program (with its parts) or one partner: each statement at the day it was said, joined to what it claims.

    One row a statement; statements of one speaker with the same words, day and date share a row. A ring stands at the
    day said, a coloured mark and bar at the date claimed, an arrow where that is open.

    Raises OptionError unless exactly one of program and partner is given, NotFoundError for an unknown id.
    """
    if (program is None) == (partner is None):
        raise OptionError("give one of program= and partner=: the figure is about one of them")
    statements = case.statements
    if program is not None:
        must_exist(case, "program", program)
        chosen = statements[statements["program_id"].isin(parts_of(case, program))]
        name = case.programs.set_index("program_id")["name"][program]
    else:
        must_exist(case, "partner", str(partner))
        chosen = statements[statements["partner_id"] == partner]
        name = case.partners.set_index("partner_id")["name"][partner]
    rows = _claims(chosen)
    if not rows:
        empty = house.empty_figure(title or f"Nobody is recorded as saying anything about {name}", case.title)
        return mark_synthetic(empty, case.synthetic)
    partners = case.partners.set_index("partner_id")["name"].to_dict() if program is not None else {}
    figure = _said_figure(case, rows, partners, title or _said_headline(rows, str(name)))
    return mark_synthetic(figure, case.synthetic)


def _claims(chosen: pd.DataFrame) -> list[dict[str, Any]]:
    """One record a row of the figure, by the day said: its statements, and the dates as days or None."""
    records = chosen.to_dict("records")
    same: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        record["organisation"] = record["speaker"].partition("(")[0].strip() or record["speaker"]
        said = ("organisation", "said_on", "kind", "stated_date", "date_text", "quantifier", "count", "reading")
        key = tuple(record[name] for name in said)
        same[tuple(str(part) for part in key)].append(record)
    rows = []
    for group in same.values():
        first = min(group, key=lambda record: record["statement_id"])
        bounds = {
            name: _day(first[name]) for name in ("said_earliest", "said_latest", "stated_earliest", "stated_latest")
        }
        rows.append(first | bounds | {"group": sorted(group, key=lambda record: record["statement_id"])})
    return sorted(rows, key=lambda row: (row["said_earliest"] or date.min, row["organisation"], row["statement_id"]))


def _said_headline(rows: Sequence[dict[str, Any]], name: str) -> str:
    speakers = len({row["organisation"] for row in rows})
    count = sum(len(row["group"]) for row in rows)
    ends = [row for row in rows if row["kind"] in ("ended", "will-end") and row["stated_latest"]]
    who = f"{count} statement{'s' * (count != 1)} by {speakers} speaker{'s' * (speakers != 1)}"
    if not ends:
        return f"{who} about {name}; none gives a last day"
    days = [row[side] for row in ends for side in ("stated_earliest", "stated_latest") if row[side]]
    between = (
        f"in {min(days).year}" if min(days).year == max(days).year else f"between {min(days).year} and {max(days).year}"
    )
    return f"{who} about {name}; those that give an end put it {between}"


def _said_figure(case: Case, rows: list[dict[str, Any]], partners: dict[str, str], title: str) -> go.Figure:
    import plotly.graph_objects as go

    days = [row[name] for row in rows for name in ("said_earliest", "stated_earliest", "stated_latest") if row[name]]
    first, last = min(days), max(days)
    pad = timedelta(days=max(20, (last - first).days // 25))
    sources = case.sources.set_index("source_id")
    joins: list[tuple[Any, Any]] = []
    spans_said: list[tuple[Any, Any]] = []
    said: list[tuple[str, int, str]] = []
    bars: dict[str, list[tuple[str, int, int, str]]] = defaultdict(list)
    marks: dict[str, list[tuple[str, int, str, str]]] = defaultdict(list)
    notes = []
    for y, row in enumerate(rows):
        hover = _said_hover(row, sources)
        start = row["stated_earliest"] or row["stated_latest"] - pad
        end = row["stated_latest"] or row["stated_earliest"] + pad
        at = row["said_earliest"] or first
        near = min((start, end), key=lambda day: abs((day - at).days))
        near = at if start <= at <= end else near
        joins += [(at.isoformat(), y), (near.isoformat(), y), (None, None)]
        said.append((at.isoformat(), y, hover))
        if row["said_latest"] and row["said_latest"] > at:  # a ring alone would claim a day that is not known
            spans_said += [(at.isoformat(), y), (row["said_latest"].isoformat(), y), (None, None)]
        if end > start:
            length = ((end - start).days + 1) * 86_400_000
            bars[row["kind"]].append((start.isoformat(), length, y, hover))
        shape = KINDS[row["kind"]][1]
        point = start if start == end else row["stated_latest"] or row["stated_earliest"]
        marks[row["kind"]].append((point.isoformat(), y, shape, hover))
        for open_side, day, arrow in (
            ("stated_earliest", start, "triangle-left"),
            ("stated_latest", end, "triangle-right"),
        ):
            if row[open_side] is None:
                marks[row["kind"]].append((day.isoformat(), y, arrow, hover))
        words = f"“{label(row['date_text'], 32)}”" if isinstance(row["date_text"], str) else ""
        arguable = "arguable, " if row["reading"] == "arguable" else ""
        notes.append(_text(f"{words} <span style='color:{house.GREY}'>{arguable}{_ids(row)}</span>", y, "right"))
        who = f"<b>{label(row['organisation'], 28)}</b>, {label(_short(at, row['said_on']), 12)}"
        about = _about(row, partners) if partners else ""
        notes.append(_text(f"{who}<br><span style='color:{house.GREY};font-size:10px'>{about}</span>", y, "left"))
    figure = go.Figure()
    x, y_of = zip(*joins, strict=True)
    figure.add_scatter(x=list(x), y=list(y_of), mode="lines", line={"color": "#9a9a9a", "width": 1, "dash": "dot"},
                       hoverinfo="skip", showlegend=False)  # fmt: skip
    for kind, (colour, shape, meaning) in KINDS.items():
        if kind not in marks:
            continue
        spans = bars[kind]
        figure.add_bar(base=[b[0] for b in spans], x=[b[1] for b in spans], y=[b[2] for b in spans], orientation="h",
                       width=0.3, marker={"color": colour, "opacity": 0.45}, text=None, hovertext=[b[3] for b in spans],
                       hoverinfo="text", showlegend=False)  # fmt: skip
        points = marks[kind]
        figure.add_scatter(x=[p[0] for p in points], y=[p[1] for p in points], mode="markers", showlegend=False,
                           marker={"symbol": [p[2] for p in points], "size": 11, "color": colour},
                           text=[p[3] for p in points], hoverinfo="text")  # fmt: skip
        figure.add_scatter(x=[None], y=[None], mode="markers", name=meaning,
                           marker={"symbol": shape, "size": 11, "color": colour})  # fmt: skip
    if spans_said:
        x, y_of = zip(*spans_said, strict=True)
        figure.add_scatter(x=list(x), y=list(y_of), mode="lines", line={"color": house.INK, "width": 3},
                           hoverinfo="skip", showlegend=False)  # fmt: skip
    figure.add_scatter(x=[p[0] for p in said], y=[p[1] for p in said], mode="markers", name="when it was said",
                       marker={"symbol": "circle-open", "size": 9, "color": house.INK, "line": {"width": 2}},
                       legendrank=1, text=[p[2] for p in said], hoverinfo="text")  # fmt: skip
    figure.update_layout(
        **house.frame(title, len(rows) * ROW + TOP + BOTTOM, case.title, case.settings.get("licence", ""), LEFT),
        margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        barmode="overlay",
        xaxis={"type": "date", "range": [(first - 2 * pad).isoformat(), (last + 2 * pad).isoformat()], "side": "top"},
        yaxis={"range": [len(rows) - 0.4, -0.6], "showticklabels": False, "showgrid": False, "fixedrange": True},
    )
    for note in notes:
        figure.add_annotation(note)
    return figure


def _said_hover(row: dict[str, Any], sources: pd.DataFrame) -> str:
    source = sources.loc[row["source_id"]]
    told = [f"<b>{_ids(row)}</b> {lines(row['speaker'])}", lines(f"said {say_date(row['said_on'])}")]
    told += [lines(record["paraphrase"]) for record in row["group"][:3]]
    if len(row["group"]) > 3:
        told.append(f"and {len(row['group']) - 3:,} more of the same")
    spoken = say_span(row["stated_date"]) if row["kind"] in ("never", "continues") else say_date(row["stated_date"])
    told.append(lines(f"claims: {KINDS[row['kind']][2]}, {spoken}"))
    told.append(lines(f"read as {say_range(row['stated_earliest'], row['stated_latest'])}"))
    cited = (source["title"], source["publisher"], row["locator"], source["url"])
    told.append(lines("; ".join(str(part) for part in cited if pd.notna(part))))
    return "<br>".join(told)


def _about(row: dict[str, Any], partners: dict[str, str]) -> str:
    """Of whom a row speaks: `on Netflix and 3 more`, `on all partners`, `on 38 of 52 partners`."""
    names = [partners[record["partner_id"]] for record in row["group"] if isinstance(record["partner_id"], str)]
    if names:
        return f"on {label(names[0], 30)}" + (f" and {len(names) - 1:,} more" if len(names) > 1 else "")
    if pd.notna(row["count"]) and pd.notna(row["of"]):
        return f"on {int(row['count']):,} of {int(row['of']):,} partners"
    return f"on {row['quantifier']} partners"


def _ids(row: dict[str, Any]) -> str:
    first = label(row["statement_id"], 20)
    return first if len(row["group"]) == 1 else f"{first} and {len(row['group']) - 1:,} more"


def _short(day: date, text: str) -> str:
    """The day said, as short as it was given: `4 Apr 2018`, `Apr 2018`, `2018`."""
    month = MONTHS[day.month - 1][:3]
    return {4: str(day.year), 7: f"{month} {day.year}", 10: f"{day.day} {month} {day.year}"}.get(
        len(text), f"{month} {day.year}"
    )


def _text(text: str, y: int, side: str) -> dict[str, Any]:
    left = side == "left"
    return {
        "text": text, "showarrow": False, "yref": "y", "y": y, "xref": "paper", "x": 0 if left else 1,
        "xanchor": "left", "xshift": 16 - LEFT if left else 12, "font": {"size": 12}, "align": "left",
    }  # fmt: skip


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else value.date()

"""The stated end in the picture of one log, and what explains access after it: bands, lines and words above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from overstay import house, panels
from overstay.bars import DAY
from overstay.captions import without_tags
from overstay.house import label
from overstay.hover import Hover
from overstay.lanes import Stated, Stretch, records
from overstay.logcaptions import speaker_of
from overstay.logviews import LogView
from overstay.panels import BAND, WIDTH, cut
from overstay.wording import say_range, say_span

if TYPE_CHECKING:
    import plotly.graph_objects as go

LEFT, RIGHT = 66, 20
PIXELS = WIDTH - LEFT - RIGHT
WHAT = {"never": "Time denied", "extension": "Extended, stated end", "will-end": "Announced end"}


@dataclass(frozen=True, slots=True)
class End:
    """A date that is marked: from `first` to `last` (both included, None = open), with words above it.

    `edges`: the days at whose beginning a line is drawn.
    """

    first: date | None
    last: date | None
    edges: tuple[date, ...]
    words: tuple[str, ...]
    colour: str

    @property
    def height(self) -> int:
        """Pixels that its words need."""
        return 16 * len(self.words) + 6


def explaining(view: LogView) -> set[str]:
    """The ids of the statements that explain access after the stated end in the bars drawn."""
    late = [bar for bar in view.drawn if bar.style == "explained"]
    return {claim.by for bar in late for claim in bar.claims.values() if claim.by}


def ends_of(view: LogView) -> list[End]:
    """The stated end with its words, and the dates of the statements that explain what came after it."""
    statement = view.statement
    quoted = f": “{cut(statement['date_text'], 60)}”" if statement["date_text"] else ""
    read = say_range(statement["stated_earliest"], statement["stated_latest"])
    words = (
        f"<b>{WHAT.get(statement['kind'], 'Stated end')}{label(quoted)}</b> ({label(speaker_of(statement))})",
        f"<span style='color:{house.GREY}'>read as {read}</span>",
    )
    first, last = statement["stated_earliest"], statement["stated_latest"]
    edges = tuple(day for day in (first, last and last + DAY) if day)
    marks = [End(first, last, edges, words, house.STATED)]
    said = {row["statement_id"]: row for row in records(view.verdicts.case.statements)}
    for id in sorted(explaining(view))[:3]:
        other = said[id]
        verb = {"extension": "extended", "continues": "said to go on", "granted": "granted anew"}[other["kind"]]
        span = say_span(other["stated_date"])
        line = f"<b>{label(id, 20)}</b>: {verb} {label(span, 50)} ({label(speaker_of(other))})"
        point = other["stated_earliest"]
        if other["kind"] == "extension":
            point = other["stated_latest"] and other["stated_latest"] + DAY
        if point and view.first <= point <= view.last:
            marks.append(End(point, point, (point,), (line,), house.EXPLAINED))
    return marks


def end_traces(view: LogView, mark: End, top: float) -> list[go.Scatter | go.Bar]:
    """The key of the stated end, and the handle over it whose hover says who said it, where, and what follows."""
    import plotly.graph_objects as go

    name = "time denied" if view.statement["kind"] == "never" else "stated end, all readings"
    look = {"color": BAND, "line": {"color": house.STATED, "width": 2}}
    traces: list[go.Scatter | go.Bar] = [go.Bar(name=name, x=[None], y=[None], marker=look, legendrank=30)]
    first = max(mark.first or mark.last or view.first, view.first)
    last = min(mark.last or first, view.last)
    if first > last:
        return traces
    stretch = Stretch("stated", mark.first, mark.last)
    text = Hover(view.verdicts).stated(
        Stated((view.statement,), stretch, view.verdict == "cannot tell", tuple(view.pairs))
    )
    traces.append(
        go.Scatter(
            name="end",
            x=[f"{date.fromordinal((first.toordinal() + last.toordinal()) // 2).isoformat()} 12:00"],
            y=[round(top, 6)],
            mode="markers",
            marker={"symbol": "triangle-down", "size": 11, "color": house.STATED},
            hovertext=[text],
            hoverinfo="text",
            cliponaxis=False,
            showlegend=False,
        )
    )
    return traces


def draw_ends(figure: go.Figure, view: LogView, marks: Sequence[End], drawn: int) -> list[float]:
    """Bands and lines over all panels, with their words above: over the day that they speak of, never cut off.

    Gives where lines are drawn, in pixels from the left.
    """
    days = (view.last - view.first).days + 1
    lines_at: list[float] = []
    lift = 26 + sum(mark.height for mark in marks[1:])
    for n, mark in enumerate(marks):
        left, right = max(mark.first or date.min, view.first), min(mark.last or view.last, view.last)
        if n == 0 and left <= right:
            figure.add_shape(type="rect", xref="x", yref="paper", x0=left.isoformat(), x1=panels.next_day(right), y0=0,
                             y1=1, layer="below", line={"width": 0}, fillcolor=BAND)  # fmt: skip
        shown = [edge for edge in mark.edges if view.first <= edge <= view.last + DAY]
        for edge in shown:
            height = 1 + (lift / drawn if edge == shown[-1] else 0)
            figure.add_shape(type="line", xref="x", yref="paper", x0=edge.isoformat(), x1=edge.isoformat(), y0=0,
                             y1=round(height, 6),
                             line={"color": mark.colour, "width": 2, "dash": "dash" if n else "solid"})  # fmt: skip
            lines_at.append((edge - view.first).days / days * PIXELS)
        at = lines_at[-1] if shown else 0.0
        wide = max(house.cells_of(without_tags(line)) for line in mark.words) * 7.2 + 12
        place = min(max(at + 5, 0), max(PIXELS - wide, 0))
        figure.add_annotation(
            text="<br>".join(mark.words), xref="paper", x=round(place / PIXELS, 5), xanchor="left", yref="paper", y=1,
            yanchor="bottom", yshift=lift - (16 if n else 0), showarrow=False, align="left", borderpad=0,
            font={"size": 12, "color": mark.colour}, bgcolor=house.PAPER,
        )  # fmt: skip
        lift -= marks[n + 1].height if n + 1 < len(marks) else 0
    return lines_at

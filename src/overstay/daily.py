"""Verdicts ─► what a log counted day by day, or month by month, around one stated end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from overstay import house, panels
from overstay.bars import Bar, Shade, shades_of
from overstay.captions import without_tags
from overstay.dailyends import LEFT, PIXELS, RIGHT, draw_ends, end_traces, ends_of, explaining
from overstay.errors import OptionError
from overstay.findings import Verdicts
from overstay.house import label
from overstay.logcaptions import (
    bar_hover,
    headline,
    listed,
    noun_of,
    refused_hover,
    source_line,
    subtitle,
)
from overstay.logviews import LogView, view_log
from overstay.panels import cut
from overstay.synthetic import mark_synthetic

if TYPE_CHECKING:
    import plotly.graph_objects as go

MAIN, APART, REFUSED = 300, 46, 76  # pixels: the upper panel, what lies between, the panel of what was refused
HEADROOM = 1.06  # how much higher than its highest bar a panel is
NAMES = {
    "seen": "served",
    "certain": "served after the stated end",
    "possible": "served possibly after it",
    "explained": "after it, but explained",
}
MEASURED = {"seen": "seen", "certain": "seen after the stated end", "possible": "seen possibly after it"}
DENIED = {"certain": "served in the time denied", "possible": "possibly in the time denied"}


def daily_access(
    verdicts: Verdicts,
    statement_id: str,
    *,
    log_id: str | None = None,
    before: int = 60,
    after: int | None = None,
    title: str | None = None,
) -> go.Figure:
    """What a log counted around the end that one statement gives: bars of days, or of months where it counts months.

    verdicts: from `compare`. log_id: which log; None = that with the strongest verdict on the statement. before: days
    before the earliest reading of the stated end. after: days after its latest reading; None = to the end of the log.
    title: instead of the headline.

    Red = after the latest reading, where the comparison says `contradicted` or `left in place`; hatched = possibly
    after it; crossed green = covered by another statement. Partners and kinds of data are summed in a bar and listed in
    its hover; for a log with a measure the greatest is drawn. Where the days are too many, a bar is 7 days, or a
    multiple of 28, counted from the stated end. What was refused has a panel of its own, with its own scale. The figure
    is 1,000 pixels wide.

    Raises NotFoundError for a statement that gives no end or a log that was not compared with it, OptionError for a
    negative number of days.
    """
    for name, days in (("before", before), ("after", after)):
        if days is not None and (isinstance(days, bool) or not isinstance(days, int) or days < 0):
            raise OptionError(f"{name}={days!r}: write a number of days, 0 or more")
    view = view_log(verdicts, statement_id, log_id, before, after)
    if view is None:
        figure = house.empty_figure(title or f"No log was compared with {cut(statement_id, 40)}", verdicts.case.title)
        return mark_synthetic(figure, verdicts.case.synthetic)
    return _figure(view, title)


def _figure(view: LogView, title: str | None) -> go.Figure:
    import plotly.graph_objects as go

    bars, measured = view.drawn, bool(view.log.measure)
    has_refused = any(bar.refused for bar in bars)
    drawn = MAIN + (APART + REFUSED if has_refused else 0)
    shades = shades_of(view.verdicts.case, view.log.id, view.first, view.last)
    narrow = 8 * ((view.last - view.first).days + 1) / PIXELS
    height = (lambda bar: bar.measure or 0.0) if measured else (lambda bar: float(bar.served))
    top = panels.highest(bars, height) * HEADROOM or 1.0
    axes = {"yaxis": _amounts(top, whole=not measured) | {"domain": [round(1 - MAIN / drawn, 6), 1]}}
    traces = panels.shade_traces(shades, axes=("x", "y"), top=top, narrow=narrow, in_key=True)
    traces += panels.bar_traces(
        bars, _names(view), height, lambda bar: bar_hover(bar, view.log, view.names), axes=("x", "y")
    )
    if has_refused:
        low = max(bar.refused for bar in _refused(bars)) * HEADROOM
        axes["yaxis2"] = _amounts(low, whole=True, about=2) | {"domain": [0, round(REFUSED / drawn, 6)]}
        traces += panels.shade_traces(shades, axes=("x", "y2"), top=low, narrow=narrow, in_key=False)
        traces.append(_refused_trace(view, bars))
    marks = ends_of(view)
    above = 26 + sum(mark.height for mark in marks)
    traces += end_traces(view, marks[0], top)
    keys = sum(trace.showlegend is not False for trace in traces)
    source = source_line(view.verdicts, view.log)
    words = title or headline(view), subtitle(view), source
    layout = panels.frame(view.verdicts.case, *words, drawn=drawn, above=above, keys=keys)
    figure = go.Figure(traces)
    figure.update_layout(panels.at_edge(layout, LEFT, RIGHT))
    days = {"type": "date", "range": [view.first.isoformat(), panels.next_day(view.last)], "showgrid": False}
    anchor = {"anchor": "y2" if has_refused else "y", "showline": True}
    figure.update_layout(xaxis=days | anchor | panels.date_ticks(view.first, view.last, PIXELS), **axes)
    lines_at = draw_ends(figure, view, marks, drawn)
    figure.add_annotation(_heading(_served_heading(view), 1.0, lines_at))
    if has_refused:
        figure.add_annotation(_heading("<b>Refused</b>, on a scale of its own", REFUSED / drawn, lines_at))
    _write_on_shades(figure, shades, view)
    return mark_synthetic(figure, view.verdicts.case.synthetic)


def _names(view: LogView) -> dict[str, str]:
    """The words of the key; what explains is named."""
    names = NAMES | (MEASURED if view.log.measure else {}) | (DENIED if view.statement["kind"] == "never" else {})
    by = explaining(view)
    return names | ({"explained": f"after it, explained by {label(listed(by), 22)}"} if by else {})


def _served_heading(view: LogView) -> str:
    if view.log.measure:
        text = label(view.log.measure_label, 70)
        return f"<b>{text[:1].upper()}{text[1:]}</b>"
    unit = view.log.period_unit
    per = f"a {unit}" if unit else "a day" if view.size == 1 else f"in {view.size} days"
    return f"<b>{noun_of(view.log).capitalize()}s served {per}</b>"


def _heading(text: str, y: float, lines_at: Sequence[float]) -> dict[str, Any]:
    """The heading of a panel at the left edge, or to the right of a line that would run through it."""
    wide = house.cells_of(without_tags(text)) * 7.4
    left = panels.EDGE - LEFT
    for line in sorted(lines_at):
        if left - 4 <= line <= left + wide + 4:
            left = round(line) + 8
    return {"text": text, "xref": "paper", "x": 0, "xanchor": "left", "xshift": left, "yref": "paper",
            "y": round(y, 6), "yanchor": "bottom", "yshift": 6, "showarrow": False, "align": "left", "borderpad": 0,
            "bgcolor": house.PAPER, "font": {"size": 12}}  # fmt: skip


def _amounts(top: float, *, whole: bool, about: int = 4) -> dict[str, Any]:
    return {"range": [0, round(top, 6)], "fixedrange": True} | panels.amount_ticks(top, whole=whole, about=about)


def _refused(bars: Sequence[Bar]) -> list[Bar]:
    """What was refused, one bar for the same days: it has no style, because a refusal is no access."""
    merged: dict[date, Bar] = {}
    for bar in bars:
        if bar.refused:
            whole = merged.setdefault(bar.first, Bar(bar.first, bar.last, "seen"))
            whole.refused += bar.refused
            for key, count in bar.refused_parts.items():
                whole.refused_parts[key] += count
    return [merged[day] for day in sorted(merged)]


def _refused_trace(view: LogView, bars: Sequence[Bar]) -> go.Bar:
    import plotly.graph_objects as go

    here = _refused(bars)
    return go.Bar(
        name="refused",
        x=[bar.first.isoformat() for bar in here],
        width=panels.one_or_list([panels.width_of(bar.first, bar.last) for bar in here]),
        y=[bar.refused for bar in here],
        offset=0,
        hovertext=[refused_hover(bar, view.log, view.names) for bar in here],
        hoverinfo="text",
        marker={"color": house.PAPER, "line": {"color": house.INK, "width": 1}},
        xaxis="x",
        yaxis="y2",
        legendrank=20,
    )


def _write_on_shades(figure: go.Figure, shades: Sequence[Shade], view: LogView) -> None:
    """Words on the shaded days, along or upright, where they have room."""
    days = (view.last - view.first).days + 1
    for shade in shades:
        pixels = ((shade.last - shade.first).days + 1) / days * PIXELS
        if pixels < 15:
            continue
        middle = (shade.first - view.first + shade.last - view.first + timedelta(days=1)).days / 2 / days
        figure.add_annotation(
            text=shade.words, xref="paper", x=round(middle, 5), xanchor="center", yref="paper", y=1, yanchor="top",
            yshift=-6, textangle=-90 if pixels < len(shade.words) * 7 + 8 else 0, showarrow=False, borderpad=2,
            bgcolor="rgba(255,255,255,0.8)", font={"size": 11, "color": "#4a4a4a"},
        )  # fmt: skip

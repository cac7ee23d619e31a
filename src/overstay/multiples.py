"""Verdicts ─► one small panel a partner: what a log counted of each, on one time axis, with the stated ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from overstay import house, panels
from overstay.bars import (
    Bar,
    Claim,
    Key,
    Shade,
    bin_of,
    claims_about,
    keys_of,
    log_bounds,
    make_bars,
    pairs_of_logs,
    shades_of,
    size_for,
)
from overstay.errors import OptionError
from overstay.findings import Verdicts
from overstay.logcaptions import about_log, bar_hover, source_line
from overstay.logs import Log
from overstay.logviews import Names, PartnerView, first_day_after, log_to_show, names_of, shifted, view_partners
from overstay.panelnotes import COLUMNS, GUTTER, PIXELS, end_shapes, far_ends, panel_notes
from overstay.panels import BAND, EDGE, WIDTH, cut, say_amount
from overstay.synthetic import mark_synthetic

if TYPE_CHECKING:
    import plotly.graph_objects as go

PANEL, HEADING, BELOW = 84, 38, 24  # pixels: a panel, its heading above, its ticks below
MOST_BARS = 112  # a panel; narrower ones are no longer seen
NAMES = {
    "seen": "served",
    "certain": "served after a stated end",
    "possible": "served possibly after it",
    "explained": "after it, but explained",
}
MEASURED = {"seen": "seen", "certain": "seen after a stated end", "possible": "seen possibly after it"}


def access_by_partner(
    verdicts: Verdicts,
    *,
    log_id: str | None = None,
    partners: Iterable[str] | None = None,
    limit: int = 24,
    title: str | None = None,
) -> go.Figure:
    """One small panel a partner of a log: what it was served, and what of it lies after a stated end.

    verdicts: from `compare`. log_id: which log; None = that with the strongest verdict. partners: ids (a name in the
    log that is no partner of the case is its own id); None = those of whom an end was stated, or all where there is
    none. limit: so many panels at most, those with the strongest verdicts, then the most days after the end; how many
    are not shown stands in the subtitle.

    All panels share the time axis; each has a scale of its own, with its maximum printed. The figure is 1,000 pixels
    wide and grows with the panels.

    Raises NotFoundError for a log or partner that there is not, OptionError for a limit below 1.
    """
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise OptionError(f"limit={limit!r}: write how many panels there may be, 1 or more")
    case = verdicts.case
    pairs = pairs_of_logs(verdicts)
    log = log_to_show(verdicts, pairs, log_id)
    if log is None:
        return mark_synthetic(house.empty_figure(title or "This case has no log", case.title), case.synthetic)
    chosen, others = view_partners(verdicts, log, pairs, partners)
    if not chosen:
        return mark_synthetic(
            house.empty_figure(title or f"Log {cut(log.id, 40)} knows no partner", case.title), case.synthetic
        )
    return _figure(verdicts, log, chosen[:limit], title or _headline(log, chosen), len(chosen), others)


# --- the words -----------------------------------------------------------------------------------------------------


def _headline(log: Log, chosen: Sequence[PartnerView]) -> str:
    """Of the partners of whom an end was stated: how many were served after it, for certain, and possibly."""
    verdicts = [view.pairs[0]["verdict"] for view in chosen if view.pairs]
    late = sum(verdict in ("contradicted", "left in place") for verdict in verdicts)
    maybe = sum(verdict.startswith("possibly") for verdict in verdicts)
    verb = "seen" if log.measure else "served"
    if not verdicts:
        return f"Of no partner in log {log.id} shown here was an end of access stated"
    who = f"{len(verdicts):,} partner{'' if len(verdicts) == 1 else 's'} with a stated end"
    if late:
        also = f"; {maybe:,} more possibly" if maybe else ""
        return f"Log {log.id}: {late:,} of {who} {'was' if late == 1 else 'were'} {verb} after it{also}"
    if maybe:
        were = "was" if maybe == 1 else "were"
        return f"Log {log.id}: {maybe:,} of {who} {were} possibly {verb} after it, none\u00a0for\u00a0certain"
    return f"Log {log.id}: none of {who} is shown to be {verb} after it; that alone proves nothing"


def _subtitle(verdicts: Verdicts, log: Log, drawn: Sequence[PartnerView], hidden: int, others: int, size: int) -> str:
    told = ["One panel a partner, strongest verdict first; the time axis is shared, each panel has its own scale."]
    if hidden:
        told.append(f"{hidden:,} more {'is' if hidden == 1 else 'are'} not shown.")
    if others:
        told.append(f"{others:,} other partner{' in the log is' if others == 1 else 's in the log are'} left out.")
    told += about_log(verdicts.case, log)
    if size > 1:
        told.append(
            f"Too many days to draw one by one: a bar is {size} days, counted from the stated end; "
            "at both ends of the log it holds fewer."
        )
    if any(pair["refused_after"] for view in drawn for pair in view.pairs):
        told.append("What was refused is not drawn.")
    return " ".join(told)


# --- the drawing ---------------------------------------------------------------------------------------------------


def _figure(
    verdicts: Verdicts, log: Log, drawn: Sequence[PartnerView], title: str, count: int, others: int
) -> go.Figure:
    import plotly.graph_objects as go

    case = verdicts.case
    first, last = _days(verdicts, log, drawn)
    size = 0 if log.period_unit else size_for((last - first).days + 1, MOST_BARS)
    rows = -(-len(drawn) // COLUMNS)
    each = HEADING + PANEL + BELOW
    high = rows * each
    shades = shades_of(case, log.id, first, last)
    narrow = 8 * ((last - first).days + 1) / PIXELS
    ticks = panels.date_ticks(first, last, PIXELS, short=True)
    traces: list[go.Bar] = []
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    daily, claims = _daily(verdicts, log), _claims(verdicts, drawn)
    names = names_of(case)
    in_key: set[str] = set()
    for n, panel in enumerate(drawn):
        row, column = divmod(n, COLUMNS)
        id = str(n + 1) if n else ""
        left = column * (PIXELS + GUTTER) / (WIDTH - 2 * EDGE)
        top = 1 - (row * each + HEADING) / high
        bars = _bars(panel, daily, claims, log, size, verdicts.options.grace_days)
        new, scale = _draw(bars, log, names, shades, f"x{id}", f"y{id}", narrow)
        for trace in new:
            trace.showlegend = trace.name not in in_key
            in_key.add(str(trace.name))
        traces += new
        domain = [round(left, 6), round(left + PIXELS / (WIDTH - 2 * EDGE), 6)]
        axes[f"xaxis{id}"] = {
            "type": "date", "range": [first.isoformat(), panels.next_day(last)], "domain": domain, "anchor": f"y{id}",
            "showgrid": False, "showline": True, "tickfont": {"size": 10}, "ticklen": 3,
            "showticklabels": n + COLUMNS >= len(drawn), "matches": "x" if n else None,
        } | ticks  # fmt: skip
        axes[f"yaxis{id}"] = {
            "range": [0, round(scale, 6)], "domain": [round(top - PANEL / high, 6), round(top, 6)], "anchor": f"x{id}",
            "fixedrange": True, "showticklabels": False, "showgrid": False,
        }  # fmt: skip
        most = panels.highest(bars, lambda bar: _height(bar, log))
        notes += panel_notes(panel, log, left, top, say_amount(most, whole=not log.measure))
        notes += far_ends(panel, first, last, left, top)
        shapes += end_shapes(panel, first, last, f"x{id}", f"y{id}")
    look = {"color": BAND, "line": {"color": house.STATED, "width": 2}}
    traces.append(go.Bar(name="stated end, all readings", x=[None], y=[None], marker=look, legendrank=30))
    told = _subtitle(verdicts, log, drawn, count - len(drawn), others, size)
    words = title, told, source_line(verdicts, log)
    layout = panels.frame(case, *words, drawn=high, above=4, keys=len(in_key) + 1)
    figure = go.Figure(traces)
    figure.update_layout(panels.at_edge(layout, EDGE, EDGE))
    figure.update_layout(axes)
    for note in notes:
        figure.add_annotation(note)
    figure.update_layout(shapes=shapes)
    return mark_synthetic(figure, case.synthetic)


def _days(verdicts: Verdicts, log: Log, drawn: Sequence[PartnerView]) -> tuple[date, date]:
    """First and last day of the shared axis: those of the log, and the stated ends as far as they are not far away."""
    first, last = log_bounds(verdicts.case, log.id) or (date(2000, 1, 1), date(2000, 1, 31))
    long = (last - first).days + 1
    ends = [end["stated_latest"] for panel in drawn for end in panel.ends if end["stated_latest"]]
    first = max(min([first, *ends]), shifted(first, -(long // 2)))
    last = min(max([last, *ends]), shifted(last, long // 2))
    pad = max(1, (last - first).days // 40)
    return shifted(first, -pad), shifted(last, pad)


def _daily(verdicts: Verdicts, log: Log) -> dict[str, pd.DataFrame]:
    daily = verdicts.case.daily(log_id=log.id)
    return {str(partner): rows for partner, rows in daily.groupby("partner_id", sort=True)}


def _claims(verdicts: Verdicts, drawn: Sequence[PartnerView]) -> dict[Key, list[Claim]]:
    pairs = [pair for panel in drawn for pair in panel.pairs]
    return claims_about(verdicts, pairs, keys_of(verdicts.case.access))


def _bars(
    panel: PartnerView,
    daily: Mapping[str, pd.DataFrame],
    claims: Mapping[Key, Sequence[Claim]],
    log: Log,
    size: int,
    grace_days: int,
) -> list[Bar]:
    starts = [start for end in panel.ends if (start := first_day_after(end, grace_days))]
    into = bin_of(size, min(starts, default=date(2000, 1, 3)))
    rows = daily.get(panel.partner_id)
    return [] if rows is None else make_bars(rows, claims, into, log)


def _height(bar: Bar, log: Log) -> float:
    return (bar.measure or 0.0) if log.measure else float(bar.served)


def _draw(
    bars: Sequence[Bar], log: Log, names: Names, shades: Sequence[Shade], x: str, y: str, narrow: float
) -> tuple[list[go.Bar], float]:
    """The traces of one panel, and the top of its scale."""
    scale = panels.highest(bars, lambda bar: _height(bar, log)) * 1.04 or 1.0
    traces = panels.shade_traces(shades, axes=(x, y), top=scale, narrow=narrow, in_key=True)
    traces += panels.bar_traces(
        bars,
        NAMES | (MEASURED if log.measure else {}),
        lambda bar: _height(bar, log),
        lambda bar: bar_hover(bar, log, names, parts=0),
        axes=(x, y),
    )
    return traces, scale

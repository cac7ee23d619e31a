"""What the charts of logs are built of: wrapped words, bars by style, shaded coverage, axes, the frame around them."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from overstay import house
from overstay.bars import SILENCE, Bar, Shade
from overstay.case import Case
from overstay.house import cells_of, label
from overstay.marks import MS_A_DAY
from overstay.synthetic import WORD
from overstay.wording import MONTHS

if TYPE_CHECKING:
    import plotly.graph_objects as go

WIDTH, EDGE = 1000, 16
TITLE, SUBTITLE = 76, 146  # narrow characters a line
KEY_COLUMNS = 3
BAND = "rgba(0,114,178,0.16)"  # over the readings of a stated end

# Colour and pattern of a bar; what is possible differs by its hatching, what is explained by crosses.
BARS = {
    "seen": (house.OBSERVED, ""),
    "certain": (house.OVERSTAY, ""),
    "possible": (house.OVERSTAY, "/"),
    "explained": (house.EXPLAINED, "x"),
}
# Days of which the log says little or nothing: colour and pattern.
SHADES = {"gap": ("#8f8f8f", "/"), "low": ("#a3a3a3", "."), "outside": ("#ececec", "")}


def cut(text: object, cells: int) -> str:
    """Plain text of a case, on one line, cut to a width; whoever prints it escapes it."""
    return html.unescape(label(text, cells))


def wrap(text: str, cells: int, most: int = 99) -> str:
    """Text in lines of so many narrow characters, escaped; what is more than `most` lines is cut."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # a no-break space holds words together
        while cells_of(word) > cells:  # a word longer than a line is broken
            part = word[: max(1, cells // 2)]
            lines.append(part)
            word = word[len(part) :]
        if lines and cells_of(lines[-1]) + 1 + cells_of(word) <= cells:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", cells)]
    return "<br>".join(label(line) for line in lines) or " "


def shade_traces(
    shades: Sequence[Shade], *, axes: tuple[str, str], top: float, narrow: float, in_key: bool
) -> list[go.Bar]:
    """One trace a kind of shading, from 0 to `top`, the whole height of its axis.

    narrow: stretches of fewer days are drawn without a pattern.
    """
    import plotly.graph_objects as go

    traces = []
    for rank, (kind, (colour, pattern)) in enumerate(SHADES.items()):
        here = [shade for shade in shades if shade.kind == kind]
        if not here:
            continue
        # A stretch narrower than its pattern is drawn plain: of a hatching two specks would be left.
        plain = [(shade.last - shade.first).days + 1 < narrow for shade in here]
        colours = [house.PALE if is_plain and pattern else colour for is_plain in plain]
        fill: dict[str, Any] = {"shape": ["" if is_plain else pattern for is_plain in plain]}
        if pattern:
            fill |= {"fillmode": "replace", "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 7, "solidity": 0.22}
        traces.append(
            go.Bar(
                name=SILENCE[kind][0],
                x=[shade.first.isoformat() for shade in here],
                width=[width_of(shade.first, shade.last) for shade in here],
                y=[round(top, 6)] * len(here),
                offset=0,
                hovertext=[house.lines(shade.note) for shade in here],
                hoverinfo="text",
                marker={"color": colours, "pattern": fill, "line": {"width": 0}},
                xaxis=axes[0],
                yaxis=axes[1],
                legendrank=40 + rank,
                showlegend=in_key,
            )
        )
    return traces


def bar_traces(
    bars: Sequence[Bar],
    names: dict[str, str],
    height: Callable[[Bar], float],
    text: Callable[[Bar], str],
    *,
    axes: tuple[str, str],
    in_key: Collection[str] = tuple(BARS),
) -> list[go.Bar]:
    """One trace a style. Bars of the same days stand on each other: their bases are counted here."""
    import plotly.graph_objects as go

    base: dict[date, float] = {}
    placed: dict[str, list[tuple[Bar, float]]] = {}
    for bar in bars:
        if height(bar):
            placed.setdefault(bar.style, []).append((bar, base.get(bar.first, 0)))
            base[bar.first] = base.get(bar.first, 0) + height(bar)
    traces = []
    for rank, (style, (colour, pattern)) in enumerate(BARS.items()):
        here = placed.get(style, [])
        if not here:
            continue
        fill: dict[str, Any] = {"shape": pattern}
        if pattern:
            fill |= {"fillmode": "replace", "fgcolor": colour, "bgcolor": house.PAPER, "size": 5, "solidity": 0.45}
        stacked = {"base": [round(low, 6) for _, low in here]} if any(low for _, low in here) else {}
        traces.append(
            go.Bar(
                name=names[style],
                x=[bar.first.isoformat() for bar, _ in here],
                width=one_or_list([width_of(bar.first, bar.last) for bar, _ in here]),
                y=[round(height(bar), 6) for bar, _ in here],
                offset=0,
                hovertext=[text(bar) for bar, _ in here],
                hoverinfo="text",
                marker={"color": colour, "pattern": fill, "line": {"width": 0}},
                xaxis=axes[0],
                yaxis=axes[1],
                legendrank=1 + rank,
                showlegend=style in in_key,
                **stacked,
            )
        )
    return traces


def highest(bars: Sequence[Bar], height: Callable[[Bar], float]) -> float:
    """How high the bars of the same days stand on each other, at most."""
    tops: dict[date, float] = {}
    for bar in bars:
        tops[bar.first] = tops.get(bar.first, 0) + height(bar)
    return max(tops.values(), default=0)


def one_or_list(values: list[int]) -> int | list[int]:
    """One value where all are the same: a chart of many days is half as large then."""
    return values[0] if len(set(values)) == 1 else values


def width_of(first: date, last: date) -> int:
    """Milliseconds from the beginning of the first day to the end of the last."""
    return ((last - first).days + 1) * MS_A_DAY


def date_ticks(first: date, last: date, pixels: float, *, short: bool = False) -> dict[str, Any]:
    """Ticks of a time axis in English, whatever the reader's locale, as close as their words allow."""
    day = pixels / max((last - first).days, 1)
    room = 46 if short else 78  # pixels for one tick's words
    steps = (1, 2, 5, 10, 20, 50, 100, 500, 2000)
    years = next((step for step in steps if step * 365 * day > (34 if short else 46)), 2000)
    months = next((step for step in (1, 2, 3, 6) if step * 28 * day > room), 0)
    days = next((step for step in (1, 2, 7, 14) if step * day > 1.25 * room), 0)
    if days and (last - first).days < 100 and not short:
        ticks = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, days)]
        words = [f"{tick.day} {MONTHS[tick.month - 1][:3]} {tick.year}" for tick in ticks]
    elif months:
        count = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        ticks = [date(n // 12, n % 12 + 1, 1) for n in count if n % months == 0]
        words = [f"{MONTHS[tick.month - 1][:3]} {tick.year}" for tick in ticks]
        if short:
            words = [f"{MONTHS[tick.month - 1][:3]} ’{tick.year % 100:02}" for tick in ticks]
    else:
        ticks = [date(year, 1, 1) for year in range(first.year, min(last.year + 1, 9999) + 1) if year % years == 0]
        words = [str(tick.year) for tick in ticks]
    if short:  # panels stand side by side: a word at an edge would run into its neighbour
        words = [
            word if 15 < (tick - first).days * day < pixels - 15 else ""
            for tick, word in zip(ticks, words, strict=True)
        ]
    kept = [(tick.isoformat(), word) for tick, word in zip(ticks, words, strict=True) if first <= tick <= last]
    return {"tickvals": [tick for tick, _ in kept], "ticktext": [word for _, word in kept]}


def amount_ticks(top: float, *, whole: bool, about: int = 4) -> dict[str, Any]:
    """About so many ticks from 0 on, in steps of 1, 2 or 5 of a power of ten; whole numbers for counts."""
    if top <= 0:
        return {"tickvals": [0], "ticktext": ["0"]}
    power = 10.0 ** math.floor(math.log10(top / about))
    step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if top / step <= about + 0.5)
    step = max(step, 1.0) if whole else step
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    values = [round(n * step, 9) for n in range(int(top / step + 1e-9) + 1)]
    if whole:
        values = [int(value) for value in values]
    return {"tickvals": values, "ticktext": [f"{value:,.{digits}f}" for value in values]}


def say_amount(value: float, *, whole: bool) -> str:
    """`1,204`, or four digits of a measure: `0.01234`."""
    return f"{round(value):,}" if whole else f"{value:,.4g}" if abs(value) < 10_000 else f"{value:,.0f}"


def frame(case: Case, title: str, subtitle: str, source: str, *, drawn: int, above: int, keys: int) -> dict[str, Any]:
    """The layout around a drawing that is `drawn` pixels high and needs `above` pixels over it for its labels.

    keys: entries of the key. Title and subtitle are plain text; they are wrapped, and the figure grows with them.
    """
    said = wrap(f"{WORD}: {title}" if case.synthetic else title, TITLE, 3)
    told = wrap(subtitle, SUBTITLE, 7)
    under_title = 22 + 26 * (said.count("<br>") + 1)
    under_subtitle = under_title + 16 * (told.count("<br>") + 1) + 10
    key_lines = -(-keys // KEY_COLUMNS)
    top = under_subtitle + 20 * key_lines + 12 + above
    noted = wrap(source, SUBTITLE + 10, 3)
    bottom = 50 + 15 * (noted.count("<br>") + 1)
    height = top + drawn + bottom
    note = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "showarrow": False, "align": "left",
            "borderpad": 0, "yanchor": "top"}  # fmt: skip
    return {
        "template": house.template(),
        "width": WIDTH,
        "height": height,
        "hovermode": "closest",
        "bargap": 0,
        "barmode": "overlay",
        # Plotly lifts a title of several lines by half a line for each line after the first.
        "title": {"text": f"<b>{said}</b>", "font": {"size": 20}, "y": round(1 - 13 * said.count("<br>") / height, 6)},
        "margin": {"t": top, "b": bottom, "autoexpand": False},
        "legend": {
            "orientation": "h", "xref": "container", "x": EDGE / WIDTH, "xanchor": "left",
            "yref": "container", "y": round(1 - under_subtitle / height, 6), "yanchor": "top",
            "entrywidth": 260, "entrywidthmode": "pixels", "font": {"size": 12}, "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False, "itemdoubleclick": False,
        },
        "annotations": [
            note | {"text": told, "y": 1, "yshift": top - under_title, "font": {"size": 12}},
            note | {"text": noted, "y": 0, "yshift": -42, "font": {"size": 11, "color": house.GREY}},
        ],
    }  # fmt: skip


def at_edge(layout: dict[str, Any], left: int, right: int) -> dict[str, Any]:
    """The layout with its side margins set, and the words around the drawing moved to the picture's left edge."""
    layout["margin"] |= {"l": left, "r": right}
    for note in layout["annotations"]:
        note["xshift"] = EDGE - left
    return layout


def next_day(day: date) -> str:
    """The day after, as Plotly reads it: where a day that is included ends."""
    return (day + timedelta(days=1)).isoformat()

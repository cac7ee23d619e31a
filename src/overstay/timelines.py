"""Verdicts ─► the timeline: for each partner what was stated over what was observed, and what lies after the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from overstay import house
from overstay.captions import headline, how_to_read, say_lateness, source_note, without_tags, wrapped
from overstay.findings import Verdicts
from overstay.house import cells_of, label
from overstay.hover import Hover
from overstay.lanes import CALM, Row, Seen, Stated
from overstay.marks import ARROW, LATE, SHORT, STUB, STYLES, Canvas, moment, ordinal
from overstay.synthetic import mark_synthetic
from overstay.things import Selection, select
from overstay.wording import MONTHS

if TYPE_CHECKING:
    import plotly.graph_objects as go

WIDTH = 1100
EDGE, LEFT, RIGHT = 16, 292, 16
HEADING, PAD, STATED_LANE, SEEN_LANE, LINE = 40, 7, 10, 17, 15
KEY_COLUMNS = 3
TITLE, SUBTITLE = 76, 164  # characters a line
RULE = "#e6e6e6"

HEADINGS = {
    "contradicted": "access was said to be over, or denied, and is seen all the same",
    "left in place": "the feature was said to be over, the access behind it was still there",
    "possibly contradicted": "some readings of the dates or of the evidence say so, not all",
    "possibly left in place": "some readings of the dates or of the evidence say so, not all",
    "explained": "another statement covers the later access",
    "consistent": "watched past the stated end, and nothing seen after it",
    CALM: "what was observed says nothing about the time after the stated end",
    "undated": "<b>No last day given</b>: nothing that access could overstay; ○ is the day on which it was said",
}


def timeline(
    verdicts: Verdicts,
    *,
    partners: Iterable[str] | None = None,
    program: str | None = None,
    statements: Iterable[str] | None = None,
    verdict: Iterable[str] | None = None,
    title: str | None = None,
) -> go.Figure:
    """The timeline of a case: one row a thing (a partner in a program), the stated end above, access as seen below.

    verdicts: from `compare`. partners, program, statements: ids; only rows about them (a program with its parts).
    verdict: rows whose strongest verdict is one of these; None = all but `cannot tell`, or that where there is nothing
    else. title: instead of the headline, which counts each claim once.

    Stretches run in calendar days, both ends included: the certain part of an overstay is as many days long as
    `days_after_least` says, from the day after the latest reading of the stated end to the earliest reading of the last
    access. First and last day of each bar stand in its `customdata`, blank = open. The figure is 1,100 pixels wide; its
    height grows with the rows.

    Raises NotFoundError for an id, OptionError for a verdict that there is not.
    """
    selection = select(verdicts, partners, program, statements, verdict)
    if not selection.rows:
        return mark_synthetic(_empty(verdicts, title), verdicts.case.synthetic)
    hover, canvas = Hover(verdicts), _canvas(selection.rows)
    twice = Counter((row.partner, row.program, row.undated) for row in selection.rows)
    notes: list[dict[str, Any]] = []
    rules: list[tuple[float, str]] = []
    y, block = 0.0, ""
    for row in selection.rows:
        if block != (block := "undated" if row.undated else row.verdict):
            y += HEADING
            text = HEADINGS[block] if row.undated else f"<b>{block.capitalize()}</b>: {HEADINGS[block]}"
            notes.append(_note(text, y - 8, "bottom") | {"bgcolor": house.PAPER})
            rules.append((y - 4, house.GREY))
        is_one_of_several = twice[row.partner, row.program, row.undated] > 1
        notes.append(_row_label(row, y + PAD - 3, with_category=is_one_of_several))
        lines = 3 if is_one_of_several and row.category else 2
        y = max(_draw_row(canvas, row, y + PAD, hover), y + PAD + LINE * lines) + PAD
        rules.append((y, RULE))
    return mark_synthetic(_figure(verdicts, selection, canvas, y, notes, rules, title), verdicts.case.synthetic)


def _canvas(rows: Sequence[Row]) -> Canvas:
    """The canvas, with an axis that has room for every mark and for the words at its right."""
    days: list[int] = []
    words: list[tuple[int, int]] = []  # where they begin, and how many characters they are long
    for row in rows:
        said = [s["said_earliest"] for mark in row.stated for s in mark.statements if row.undated]
        stated = [day for mark in row.stated for day in (mark.stretch.first, mark.stretch.last)]
        here = [number for day in (*said, *stated) if (number := ordinal(day)) is not None]
        if not row.seen and here:
            words.append((max(here), 40))
        for seen in row.seen:
            found = [day for stretch in seen.stretches for day in (stretch.first, stretch.last)]
            known = [number for day in (*found, seen.watched) if (number := ordinal(day)) is not None]
            words.append((max(known, default=0), cells_of(without_tags(_words(seen, row)))))
            here += known
        days += here
    pixels = WIDTH - LEFT - RIGHT
    first, last = min(days, default=date(2000, 1, 1).toordinal()), max(days, default=date(2000, 1, 31).toordinal()) + 1
    span = max(last - first, 28)
    # The words need so many pixels, whatever those are in days: the axis grows until they have them.
    margin = 2 * (STUB + ARROW)
    start, end = float(first), last + span * margin / pixels
    for _ in range(4):
        start = first - margin / 2 * (end - start) / pixels
        for day, cells in words:
            share = min((cells * 6.7 + margin / 2) / pixels, 0.6)
            end = max(end, (day + 1 - start * share) / (1 - share))
    return Canvas(start, end, pixels)


def _row_label(row: Row, y: float, *, with_category: bool) -> dict[str, Any]:
    small = [label(row.program or "program not given", 41)]
    if with_category and row.category:
        small.append(label(row.category, 41))
    below = f'<span style="font-size:11px;color:{house.GREY}">{"<br>".join(small)}</span>'
    whole = "<br>".join(label(part) for part in (row.partner, row.program, row.category) if part)
    return _note(f"<b>{label(row.partner, 27)}</b><br>{below}", y, "top") | {"hovertext": whole}


def _draw_row(canvas: Canvas, row: Row, y: float, hover: Hover) -> float:
    """Draws the marks of one row and gives the y at which they end."""
    lanes: list[float] = []  # for each stated lane, where it is free again
    for stated in row.stated:
        start, end = canvas.bounds(stated.stretch)
        lane = next((n for n, free in enumerate(lanes) if (start - free) * canvas.day > 2 * SHORT), len(lanes))
        lanes[lane : lane + 1] = [end]
        _draw_stated(canvas, row, stated, y + (lane + 0.5) * STATED_LANE, hover)
    y += len(lanes) * STATED_LANE
    for seen in row.seen:
        _draw_seen(canvas, row, seen, y + SEEN_LANE / 2, hover)
        y += SEEN_LANE
    return y


def _draw_stated(canvas: Canvas, row: Row, mark: Stated, y: float, hover: Hover) -> None:
    text = hover.stated(mark)
    style = mark.stretch.style
    if mark.calm:
        style = "calm denied" if style == "denied" else "calm"
    _, end = canvas.draw(mark.stretch, y, text, style)
    if not row.seen and not row.counted and not row.undated and mark is row.stated[-1]:
        canvas.write(end, y, _grey("no dated observation"))
    if row.undated:
        for day in sorted({said for s in mark.statements if (said := ordinal(s["said_earliest"])) is not None}):
            canvas.point("circle-open", house.INK, 8, day + 0.5, y, text)
    if row.counted in mark.pairs and row.counted and row.counted["verdict"] == row.verdict:
        canvas.write(end, y, f"<b>the count as a whole</b>, {row.verdict}")


def _draw_seen(canvas: Canvas, row: Row, mark: Seen, y: float, hover: Hover) -> None:
    calm, late = hover.seen(mark), hover.late(mark)
    end = canvas.start
    first_late: tuple[float, str] | None = None
    for stretch in mark.stretches:
        is_late = stretch.style in LATE
        beside = [
            canvas.bounds(other) for other in mark.stretches if not other.slim and (other.style in LATE) == is_late
        ]
        has_arrow = is_late and mark.open_start
        is_alone = not has_arrow and sum(end - start for start, end in beside) * canvas.day < SHORT
        start, until = canvas.draw(stretch, y, late if is_late else calm, alone=is_alone)
        end = max(end, until)
        if is_late and not stretch.slim and first_late is None:
            first_late = (start, STYLES[stretch.style].colour)
    if mark.open_start and first_late:
        canvas.arrow("triangle-left", first_late[1], first_late[0], y, late)
    if (watched := ordinal(mark.watched)) is not None:
        symbol, size = ("x-thin", 8) if mark.refused else ("line-ns", 10)
        canvas.point(symbol, house.INK, size, watched + 0.5, y, calm)
        end = max(end, watched + 1.0)
    if words := _words(mark, row):
        canvas.write(end, y, words)


def _words(mark: Seen, row: Row) -> str:
    """What stands at the end of what was seen: days and verdict; where nothing follows, only what must be told."""
    pair = mark.pair
    if mark.refused and pair["verdict"] != "consistent":
        return _grey("access refused")
    if pair["verdict"] == CALM:
        return _grey(CALM) if row.verdict == CALM and mark is row.seen[0] else ""
    if pair["verdict"] == "consistent":
        return "<b>nothing seen later</b>, consistent"
    by = f" by {label(pair['explained_by'])}" if pair["explained_by"] else ""
    if pair["partly_explained_by"]:
        by = f", in part explained by {label(pair['partly_explained_by'])}"
    used = _grey(" · data requested") if mark.observations[0]["extent"] == "use" else ""
    return f"<b>{say_lateness(pair)}</b>, {pair['verdict']}{by}{used}"


def _figure(
    verdicts: Verdicts,
    selection: Selection,
    canvas: Canvas,
    height: float,
    notes: list[dict[str, Any]],
    rules: list[tuple[float, str]],
    title: str | None,
) -> go.Figure:
    import plotly.graph_objects as go

    top_line, subtitle = wrapped(title or headline(selection), TITLE), wrapped(how_to_read(selection), SUBTITLE)
    under_title = 20 + 26 * (top_line.count("<br>") + 1)
    under_subtitle = under_title + 16 * (subtitle.count("<br>") + 1) + 8
    key_lines = -(-sum("denied" not in style for style in canvas.bars) // KEY_COLUMNS)
    top, bottom = under_subtitle + 20 * key_lines + 46, 72
    whole = round(height) + top + bottom
    above = _note(subtitle, 1, "top") | {"yref": "paper", "yshift": top - under_title, "font": {"size": 12}}
    below = _note(source_note(verdicts), 0, "top") | {"yref": "paper", "yshift": -38}
    axis = {"type": "date", "range": [moment(canvas.start), moment(canvas.end)], "showline": False} | _ticks(canvas)
    figure = go.Figure(canvas.traces())
    figure.update_layout(
        template=house.template(),
        width=WIDTH,
        height=whole,
        margin={"l": LEFT, "r": RIGHT, "t": top, "b": bottom, "autoexpand": False},
        barmode="overlay",
        hovermode="closest",
        title={"text": f"<b>{top_line}</b>", "font": {"size": 20}, "y": 1 - (14 if "<br>" in top_line else 0) / whole},
        legend={
            "orientation": "h", "xref": "container", "x": EDGE / WIDTH, "xanchor": "left",
            "yref": "container", "y": 1 - under_subtitle / whole, "yanchor": "top",
            "entrywidth": 200, "entrywidthmode": "pixels", "font": {"size": 12}, "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False, "itemdoubleclick": False,
        },
        annotations=[*notes, above, below | {"font": {"size": 11, "color": house.GREY}}],
        shapes=[
            {"type": "line", "xref": "paper", "x0": (EDGE - LEFT) / canvas.pixels, "x1": 1, "y0": y, "y1": y,
             "line": {"color": colour, "width": 1}, "layer": "below"}
            for y, colour in rules
        ],
        xaxis=axis,
        xaxis2=axis | {"side": "top", "overlaying": "x", "matches": "x", "showgrid": False},
        yaxis={"range": [round(height), 0], "visible": False, "fixedrange": True},
    )  # fmt: skip
    return figure


def _ticks(canvas: Canvas) -> dict[str, Any]:
    """Ticks as far as marks reach, none where only words stand; the same on the upper and the lower axis."""
    marked = [end for bars in canvas.bars.values() for _, _, end, *_ in bars]
    marked += [x for points in canvas.points.values() for x, _, _ in points]
    first, last = date.fromordinal(int(canvas.start) + 1), date.fromordinal(int(max(marked)))
    years = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 2000) if step * 365 * canvas.day > 42)
    months = next((step for step in (1, 2, 3, 6, 12) if step * 28 * canvas.day > 75), 12)
    days = next((step for step in (1, 2, 7, 14, 28) if step * canvas.day > 92), 28)
    if (last - first).days > 1100:
        ticks = [date(year, 1, 1) for year in range(first.year, last.year + 2) if year % years == 0]
        words = [str(day.year) for day in ticks]
    elif (last - first).days > 90:
        count = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
        ticks = [date(n // 12, n % 12 + 1, 1) for n in count if n % months == 0]
        words = [f"{MONTHS[day.month - 1][:3]} {day.year}" for day in ticks]
    else:
        ticks = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, days)]
        words = [f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" for day in ticks]
    kept = [(day.isoformat(), word) for day, word in zip(ticks, words, strict=True) if day >= first]
    return {"tickvals": [day for day, _ in kept], "ticktext": [word for _, word in kept]}


def _empty(verdicts: Verdicts, title: str | None) -> go.Figure:
    import plotly.graph_objects as go

    why = "No statement of this selection has such a verdict. Other partners, statements or verdicts may."
    figure = go.Figure()
    figure.update_layout(
        template=house.template(),
        width=WIDTH,
        height=220,
        margin={"l": LEFT, "r": RIGHT, "t": 80, "b": 60},
        title={"text": f"<b>{wrapped(title or 'Nothing to show', TITLE)}</b>", "font": {"size": 20}, "y": 1},
        annotations=[
            _note(why, 1, "top") | {"yref": "paper"},
            _note(source_note(verdicts), 0, "top") | {"yref": "paper", "font": {"size": 11, "color": house.GREY}},
        ],
        xaxis={"visible": False},
        yaxis={"visible": False},
    )
    return figure


def _note(text: str, y: float, anchor: str) -> dict[str, Any]:
    """A text at the left edge of the figure."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": EDGE - LEFT, "yref": "y", "y": y, "yanchor": anchor}
    return place | {"text": text, "align": "left", "showarrow": False, "borderpad": 0, "font": {"size": 13}}


def _grey(text: str) -> str:
    return f'<span style="color:{house.GREY}">{text}</span>'

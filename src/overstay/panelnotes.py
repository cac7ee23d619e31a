"""What stands on one small panel: the partner's name, its verdict, the maximum of its scale, the stated ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from overstay import house, panels
from overstay.bars import DAY
from overstay.house import label
from overstay.lanes import Cells
from overstay.logcaptions import amount
from overstay.logs import Log
from overstay.logviews import PartnerView
from overstay.panels import BAND, EDGE, WIDTH

COLUMNS, GUTTER = 4, 24
PIXELS = (WIDTH - 2 * EDGE - (COLUMNS - 1) * GUTTER) / COLUMNS


def panel_notes(panel: PartnerView, log: Log, left: float, top: float, most: str) -> list[dict[str, Any]]:
    """The name of a partner, its verdict, and the maximum of its scale."""
    place = {"xref": "paper", "yref": "paper", "y": round(top, 6), "yanchor": "bottom", "showarrow": False,
             "borderpad": 0, "yshift": 3}  # fmt: skip
    room = int((PIXELS - 8 - 6.2 * (len(most) + 4)) / 7.6)  # bold letters beside the small ones of the maximum
    head = f"<b>{label(panel.name, max(room, 10))}</b><br>{verdict_words(panel, log)}"
    right = left + PIXELS / (WIDTH - 2 * EDGE)
    whole = "<br>".join([label(panel.name), *sorted({_pair_words(pair, log) for pair in panel.pairs})[:12]])
    return [
        place | {"text": head, "x": round(left, 6), "xanchor": "left", "align": "left", "font": {"size": 12},
                 "hovertext": whole},
        place | {"text": f"max {most}", "x": round(right, 6), "xanchor": "right", "align": "right", "yshift": 19,
                 "font": {"size": 10, "color": house.GREY}},
    ]  # fmt: skip


def far_ends(panel: PartnerView, first: date, last: date, left: float, top: float) -> list[dict[str, Any]]:
    """The years of stated ends that lie outside the axis, with an arrow to their side."""
    before = {end["stated_latest"].year for end in panel.ends if end["stated_latest"] and end["stated_latest"] < first}
    after = {end["stated_earliest"].year for end in panel.ends if (end["stated_earliest"] or last) > last}
    place = {"xref": "paper", "yref": "paper", "y": round(top, 6), "yanchor": "top", "showarrow": False, "borderpad": 1,
             "font": {"size": 10, "color": house.STATED}, "bgcolor": "rgba(255,255,255,0.8)"}  # fmt: skip
    right = left + PIXELS / (WIDTH - 2 * EDGE)
    told = [place | {"text": f"◀ {max(before)}", "x": round(left, 6), "xanchor": "left"}] if before else []
    return told + ([place | {"text": f"{min(after)} ▶", "x": round(right, 6), "xanchor": "right"}] if after else [])


def _pair_words(pair: Cells, log: Log) -> str:
    count = f", {amount(log, pair['events_after'])} after" if pair["events_after"] else ""
    return house.lines(f"{pair['statement_id']}: {pair['verdict']}{count}")


def end_shapes(panel: PartnerView, first: date, last: date, x: str, y: str) -> list[dict[str, Any]]:
    """A band over each stated end, with a line at the end of its last reading; ends that are alike are drawn once."""
    shapes: list[dict[str, Any]] = []
    place: dict[str, Any] = {"xref": x, "yref": f"{y} domain", "y0": 0, "y1": 1}
    ends = {(end["stated_earliest"], end["stated_latest"]) for end in panel.ends}
    for earliest, latest in sorted(ends, key=lambda end: (end[0] or date.min, end[1] or date.max)):
        left, right = max(earliest or first, first), min(latest or last, last)
        if left <= right:
            look = {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": BAND}
            shapes.append(place | look | {"x0": left.isoformat(), "x1": panels.next_day(right)})
        if latest and first <= latest + DAY <= last:
            line = {"color": house.STATED, "width": 1.5}
            edge = (latest + DAY).isoformat()
            shapes.append(place | {"type": "line", "x0": edge, "x1": edge, "line": line})
    return shapes


def verdict_words(panel: PartnerView, log: Log) -> str:
    """The second line of a panel: its strongest verdict, and how much lies after the end."""
    if not panel.pairs:
        return f'<span style="font-size:11px;color:{house.GREY}">no end was stated</span>'
    verdict = panel.pairs[0]["verdict"]
    strongest = [pair for pair in panel.pairs if pair["verdict"] == verdict]
    colour = house.OVERSTAY if verdict in ("contradicted", "left in place") or "possibly" in verdict else house.GREY
    words = verdict
    if verdict == "explained" and panel.pairs[0]["explained_by"]:
        words = f"explained by {panel.pairs[0]['explained_by']}"
    count = sum(pair["events_after"] or 0 for pair in strongest)
    said = f"{label(words, 34)}: {count:,} after" if count else label(words, 34)
    return f'<span style="font-size:11px;color:{colour}">{said}</span>'

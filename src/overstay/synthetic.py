"""A figure of made-up data says so: in its headline, and across the drawing, so that a cut-out piece says it, too."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from overstay.house import cells_of

if TYPE_CHECKING:
    import plotly.graph_objects as go

WORD = "SYNTHETIC"
_NAME = "synthetic"  # the name of its annotations: a figure that has them is marked
_APART, _SIZE = 420, 64  # pixels between two watermarks, one above the other; height of their letters
_BOLD_CELL = 0.7  # an average bold letter is so many times as wide as its size


def mark_synthetic(figure: go.Figure, synthetic: bool) -> go.Figure:
    """Write SYNTHETIC before the headline of a figure and across its drawing, where its case is made up (`synthetic`).

    Changes the figure that it is given and gives it back. A figure of a real case stays as it is; a figure that is
    marked stays as it is. The headline keeps its lines; where the word would push one out of the picture, the letters
    become smaller.
    """
    if not synthetic or any(note.name == _NAME for note in figure.layout.annotations):
        return figure
    title = figure.layout.title
    figure.update_layout(title={"text": _headline(title.text or "")})
    width, lines = figure.layout.width or 1000, (figure.layout.title.text or "").split("<br>")
    longest = max(cells_of(html.unescape(re.sub(r"<[^>]*>", "", line))) for line in lines)
    size = title.font.size or 20
    if longest * size * _BOLD_CELL > width - 32:
        figure.update_layout(title={"font": {"size": max(12, int((width - 32) / longest / _BOLD_CELL))}})
    margin = figure.layout.margin
    drawn = (figure.layout.height or 450) - (margin.t or 80) - (margin.b or 80)
    count = max(1, round(drawn / _APART))
    for n in range(count):
        figure.add_annotation(
            name=_NAME,
            text=f"<b>{WORD}</b>",
            xref="paper",
            yref="paper",
            x=0.5,
            y=round(1 - (n + 0.5) / count, 4),
            xanchor="center",
            yanchor="middle",
            showarrow=False,
            # Transparent ink: it is read over bars and over paper, and what lies under it is read through it.
            font={"size": _SIZE, "color": "rgba(26,26,26,0.16)"},
        )
    return figure


def _headline(text: str) -> str:
    if text.startswith(f"<b>{WORD}") or text.startswith(WORD):
        return text
    return f"<b>{WORD}: {text.removeprefix('<b>')}" if text.startswith("<b>") else f"<b>{WORD}</b>: {text}"

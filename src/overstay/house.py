"""The look that every figure shares: colours, type, and text that cannot run as HTML."""

from __future__ import annotations

import html
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Okabe and Ito's palette, safe for the common kinds of colour blindness; red is kept for access after a stated end.
INK = "#1a1a1a"
GREY = "#767676"
PALE = "#d9d9d9"
PAPER = "#ffffff"
STATED = "#0072b2"
OBSERVED = "#8a8a8a"
OVERSTAY = "#c1121f"
EXPLAINED = "#009e73"
FONT = "DejaVu Sans, Verdana, Arial, sans-serif"

# Colour and marker of each verdict: never told apart by colour alone.
VERDICT_STYLE = {
    "contradicted": (OVERSTAY, "x"),
    "left in place": (OVERSTAY, "diamond"),
    "possibly contradicted": ("#d55e00", "x-open"),
    "possibly left in place": ("#d55e00", "diamond-open"),
    "explained": (EXPLAINED, "triangle-up"),
    "consistent": (STATED, "circle"),
    "cannot tell": (GREY, "circle-open"),
}


def safe_text(text: object, width: int = 0) -> str:
    """Text from a case made safe for hover, labels and titles, which Plotly reads as HTML; `width` wraps it."""
    plain = "" if text is None else str(text)
    lines = textwrap.wrap(plain, width) if width else [plain]
    return "<br>".join(html.escape(line, quote=True) for line in lines)


@lru_cache(maxsize=1)
def template() -> go.layout.Template:
    """The Plotly template of the house."""
    import plotly.graph_objects as go

    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": INK},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "title": {"x": 0, "xanchor": "left", "xref": "container", "yanchor": "top", "pad": {"l": 16, "t": 16}},
            "hoverlabel": {"align": "left", "bgcolor": PAPER, "font": {"family": FONT, "size": 12, "color": INK}},
            "xaxis": {"gridcolor": "#ececec", "linecolor": GREY, "zeroline": False, "ticks": "outside"},
            "yaxis": {"gridcolor": "#ececec", "zeroline": False},
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.08, "yanchor": "top"},
        }
    )

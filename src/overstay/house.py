"""The look that every figure shares: colours, type, and text that cannot run as HTML."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

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
WIDTH = 1100  # pixels
HOVER = 76  # characters of a hover line
# What turns or hides other text: control characters, bidirectional marks, halves of characters.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
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
    # Plotly knows no &quot;
    return "<br>".join(html.escape(line, quote=True).replace("&quot;", "&#34;") for line in lines)


def label(text: object, cells: int = 0) -> str:
    """Text of a case for a label: one line, escaped, cut to `cells` (a wide character takes two) at a word.

    A name that runs from right to left keeps its direction to itself. A dollar sign is written as an entity, because
    between two of them Plotly looks for mathematics.
    """
    plain = " ".join(_UNSEEN.sub(" ", "" if text is None else str(text)).split())
    if cells and cells_of(plain) > cells:
        kept = ""
        for letter in plain:
            if cells_of(kept + letter) >= cells:
                break
            kept += letter
        word = kept.rsplit(" ", 1)[0]
        plain = (word if len(word) > len(kept) * 0.6 else kept).rstrip(" ,;:(/-") + "…"
    return _isolated(plain, safe_text(plain)).replace("$", "&#36;")


def lines(text: object, width: int = HOVER) -> str:
    """Text of a case for a hover: escaped, wrapped, without characters that turn or hide other text."""
    plain = " ".join(_UNSEEN.sub(" ", "" if text is None else str(text)).split())
    return _isolated(plain, safe_text(plain, width)).replace("$", "&#36;")


def cells_of(text: str) -> int:
    """How many narrow characters a text is about as wide as."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def _isolated(plain: str, safe: str) -> str:
    """Right-to-left text set apart, so that it does not reorder what stands beside it."""
    turns = any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in plain)
    return "<br>".join(f"\u2068{part}\u2069" for part in safe.split("<br>")) if turns else safe


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
            "modebar": {
                "remove": ["sendChartToCloud", "select2d", "lasso2d"]
            },  # no button that uploads somebody's case
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.08, "yanchor": "top"},
        }
    )


def frame(title: str, height: int, case_title: str, licence: str, left: int = 0) -> dict[str, Any]:
    """What all figures have around their drawing: headline, key above, source below."""
    source = f"Case: {label(case_title, 80)}." + (f" Data: {label(licence, 30)}." if licence else "")
    wrapped = "<br>".join(label(line) for line in _lines_of(title, 80))
    return {
        "template": template(), "width": WIDTH, "height": height, "hovermode": "closest",
        "title": {"text": f"<b>{wrapped}</b>", "font": {"size": 20}, "y": 1 - 14 / height},
        "legend": {"orientation": "h", "xref": "container", "x": 16 / WIDTH, "yref": "container", "y": 1 - 84 / height,
                   "yanchor": "top", "font": {"size": 12}, "itemclick": False, "itemdoubleclick": False},
        "annotations": [{"text": f"{source} Statement, record and source stand behind each mark.", "showarrow": False,
                         "xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top",
                         "yshift": -34,
                "xshift": 16 - left, "font": {"size": 11, "color": GREY}}],
    }  # fmt: skip


def _lines_of(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=2, placeholder=" …") or [" "]


def empty_figure(title: str, case_title: str) -> go.Figure:
    """A figure that says that there is nothing to show."""
    import plotly.graph_objects as go

    figure = go.Figure()
    figure.update_layout(**frame(title, 220, case_title, ""), margin={"t": 90, "b": 70})
    return figure.update_xaxes(visible=False).update_yaxes(visible=False)

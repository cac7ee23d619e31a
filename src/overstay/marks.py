"""Stretches of days, points and words ─► the traces of a timeline. Heights and y count in pixels, from the top down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from overstay import house
from overstay.lanes import Stretch

if TYPE_CHECKING:
    import plotly.graph_objects as go

STUB, ARROW, SHORT = 24, 12, 6  # pixels: how far an open end is drawn, its arrow, what needs a marker to be seen
MS_A_DAY = 86_400_000
PALE = "#ababab"


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch is drawn: colour, pattern, height in pixels, height where it is slim; `name` stands in the key."""

    name: str
    colour: str
    pattern: str
    height: float
    slim: float = 4


# In the order of the key. What lies after a stated end is the only red, and the only thing as high as its lane; how
# sure it is shows in the pattern alone, so that it survives a copying machine.
STYLES = {
    "stated": Style("stated end, all readings", house.STATED, "", 4),
    "denied": Style("time for which access was denied", house.STATED, "", 1.5),
    "calm": Style("stated, nothing follows", PALE, "", 4),
    "calm denied": Style("denied, nothing follows", PALE, "", 1.5),
    "seen": Style("access seen", house.OBSERVED, "", 8),
    "perhaps": Style("first or last seen in here", house.OBSERVED, "/", 8),
    "certain": Style("after the stated end", house.OVERSTAY, "", 13),
    "uncertain": Style("after it, last seen in here", house.OVERSTAY, "/", 13),
    "possible": Style("possibly after it", house.OVERSTAY, ".", 13),
    "explained": Style("after it, but explained", house.EXPLAINED, "x", 13),
}
STATED = ("stated", "denied", "calm", "calm denied")
LATE = ("certain", "uncertain", "possible", "explained")


@dataclass(slots=True)
class Canvas:
    """Collects marks by style. `start` to `end` is the axis in days, counted as `date.toordinal` does."""

    start: float
    end: float
    pixels: float
    bars: dict[str, list[tuple[float, float, float, float, str, list[str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    points: dict[tuple[str, str, int], list[tuple[float, float, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    words: list[tuple[float, float, str]] = field(default_factory=list)

    @property
    def day(self) -> float:
        """Pixels a day."""
        return self.pixels / (self.end - self.start)

    def bounds(self, stretch: Stretch) -> tuple[float, float]:
        """First day and the day after the last one; an open side gets a stub, a denial all that the axis shows."""
        first, last = ordinal(stretch.first), ordinal(stretch.last)
        stub = STUB / self.day
        start: float
        if first is not None:
            start = first
        elif stretch.style.endswith("denied"):
            start = self.start + ARROW / self.day
        else:
            start = (self.end if last is None else last + 1) - stub
        return start, start + stub if last is None else max(start, last + 1)

    def draw(
        self, stretch: Stretch, y: float, text: str, style: str = "", *, alone: bool = True
    ) -> tuple[float, float]:
        """A bar, the arrow of each open side, and a marker where the bar stands alone and is too short to be seen.

        Gives where the bar begins and ends.
        """
        style = style or stretch.style
        look = STYLES[style]
        start, end = self.bounds(stretch)
        height = look.slim if stretch.slim else look.height
        self.bars[style].append((y, start, end, height, text, [iso(stretch.first), iso(stretch.last)]))
        opens, goes_on = ordinal(stretch.first) is None, stretch.last is None
        if opens:
            self.arrow("triangle-left", look.colour, start, y, text)
        if goes_on:
            end = self.arrow("triangle-right", look.colour, end, y, text)
        is_short = (end - start) * self.day < SHORT and not stretch.slim
        middle = (start + end) / 2
        if style in STATED and is_short and stretch.first == stretch.last:
            self.point("diamond", look.colour, 9, middle, y, text)
        elif style in STATED:
            for day, is_open in ((start, opens), (end, goes_on)):
                if not is_open:
                    self.point("line-ns", look.colour, 8, day, y, text)
        elif is_short and alone and not opens and not goes_on:
            symbol = "square-open" if look.pattern else "square"
            self.point(symbol, look.colour, 8 if style in LATE else 6, middle, y, text)
        return start, end

    def point(self, symbol: str, colour: str, size: int, x: float, y: float, text: str) -> None:
        """A marker; those of one symbol, colour and size become one trace."""
        self.points[symbol, colour, size].append((x, y, text))

    def arrow(self, symbol: str, colour: str, x: float, y: float, text: str) -> float:
        """An arrow that leads out of a mark at x, because the mark is open on that side; gives where it points to."""
        side = -1 if symbol.endswith("left") else 1
        self.point(symbol, colour, ARROW, x + side * 3 / self.day, y, text)
        return x + side * 8 / self.day

    def write(self, x: float, y: float, text: str) -> None:
        """Words to the right of a mark that ends at x."""
        self.words.append((x + 9 / self.day, y, text))

    def traces(self) -> list[go.Bar | go.Scatter]:
        """All marks as Plotly traces, in a fixed order; the words are drawn against the upper axis."""
        import plotly.graph_objects as go

        traces: list[go.Bar | go.Scatter] = [_bars(style, self.bars[style]) for style in STYLES if style in self.bars]
        # The day on which something was said is drawn last: an arrow must not hide it.
        order = sorted(self.points, key=lambda key: (key[0] == "circle-open", key))
        traces += [_points(*key, self.points[key]) for key in order]
        words = go.Scatter(
            name="words",
            x=[moment(x) for x, _, _ in self.words],
            y=[y for _, y, _ in self.words],
            text=[text for _, _, text in self.words],
            mode="text",
            textposition="middle right",
            textfont={"size": 12, "color": house.INK},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
            xaxis="x2",
        )
        return [*traces, words]


def _bars(style: str, bars: list[tuple[float, float, float, float, str, list[str]]]) -> go.Bar:
    import plotly.graph_objects as go

    look = STYLES[style]
    pattern: dict[str, Any] = {"shape": look.pattern}
    if look.pattern:
        pattern |= {"fillmode": "replace", "fgcolor": look.colour, "bgcolor": house.PAPER, "size": 5, "solidity": 0.4}
    return go.Bar(
        name=STYLES[style].name,
        orientation="h",
        y=[bar[0] for bar in bars],
        base=[moment(bar[1]) for bar in bars],
        x=[round((bar[2] - bar[1]) * MS_A_DAY) for bar in bars],
        width=[bar[3] for bar in bars],
        hovertext=[bar[4] for bar in bars],
        customdata=[bar[5] for bar in bars],
        hoverinfo="text",
        showlegend="denied" not in style,
        marker={"color": look.colour, "line": {"color": look.colour, "width": 1.2}, "pattern": pattern},
    )


def _points(symbol: str, colour: str, size: int, points: list[tuple[float, float, str]]) -> go.Scatter:
    import plotly.graph_objects as go

    return go.Scatter(
        name=symbol,
        showlegend=False,
        mode="markers",
        x=[moment(x) for x, _, _ in points],
        y=[y for _, y, _ in points],
        hovertext=[text for _, _, text in points],
        hoverinfo="text",
        cliponaxis=False,
        marker={"symbol": symbol, "color": colour, "size": size, "line": {"color": colour, "width": 2}},
    )


def ordinal(day: date | None) -> int | None:
    """The day as a number; None where the side is open."""
    return None if day is None or day == date.min else day.toordinal()


def iso(day: date | None) -> str:
    """The day as text, blank where the side is open."""
    return "" if day is None or day == date.min else day.isoformat()


def moment(day: float) -> str:
    """A day counted as `date.toordinal` does, to the minute, as Plotly reads it."""
    minutes = round(day * 1440)
    text = (date.fromordinal(1) + timedelta(days=minutes // 1440 - 1)).isoformat()
    clock = minutes % 1440
    return f"{text} {clock // 60:02}:{clock % 60:02}" if clock else text

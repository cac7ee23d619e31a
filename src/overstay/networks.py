"""The partner–data graph ─► a figure in two columns, partners and kinds of data."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx

from overstay import house
from overstay.graph import strongest
from overstay.house import cells_of, label, lines
from overstay.synthetic import mark_synthetic
from overstay.wording import say_day

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW, TOP, BOTTOM = 24, 150, 76
PERHAPS = house.VERDICT_STYLE["possibly contradicted"][0]
FIRM = ("contradicted", "left in place")


def graph_figure(graph: nx.MultiDiGraph, *, title: str | None = None) -> go.Figure:
    """The partner–data graph in two columns: partners that somebody observed on the left, kinds of data on the right.

    Observed lines are solid, stated ones dashed. Lines with the verdict contradicted or left in place are thick and
    red, those with a possibly dotted and orange; in the graph of one day none is, for on that day access may still
    have been in time. Rows about one partner and kind of data share a line; hover gives their ids. Nodes are ordered
    so that few lines cross; the same graph gives the same figure.
    """
    merged: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    seen = {partner for partner, _, data in graph.edges(data=True) if data["relation"] == "observed"}
    for partner, category, data in graph.edges(data=True):
        if partner in seen or not seen:
            merged[partner, category, data["relation"]].append(data)
    if not merged:
        empty = house.empty_figure(title or "Nobody is recorded as having had any kind of data", graph.graph["case"])
        return mark_synthetic(empty, graph.graph["synthetic"])
    place = _columns(graph, sorted({(partner, category) for partner, category, _ in merged}))
    figure = _graph_figure(graph, merged, place, title or _graph_headline(graph, merged))
    return mark_synthetic(figure, graph.graph["synthetic"])


def _columns(graph: nx.MultiDiGraph, links: list[tuple[str, str]]) -> dict[str, float]:
    """A height for each node: both columns ordered by the mean place of their neighbours until nothing moves."""
    partners = sorted({partner for partner, _ in links}, key=lambda node: graph.nodes[node]["name"].casefold())
    categories = sorted({category for _, category in links}, key=lambda node: graph.nodes[node]["name"].casefold())
    for _ in range(24):
        old = list(partners), list(categories)
        categories = _by_neighbours(categories, partners, [(c, p) for p, c in links])
        partners = _by_neighbours(partners, categories, links)
        if (partners, categories) == old:
            break
    tall = max(len(partners), len(categories))
    heights: dict[str, float] = {}
    for column in (partners, categories):
        step = tall / len(column)
        heights |= {node: round((place + 0.5) * step, 4) for place, node in enumerate(column)}
    return heights


def _by_neighbours(column: list[str], other: list[str], links: list[tuple[str, str]]) -> list[str]:
    place = {node: n / len(other) for n, node in enumerate(other)}
    near: dict[str, list[float]] = defaultdict(list)
    for node, neighbour in links:
        near[node].append(place[neighbour])
    return sorted(column, key=lambda node: (round(sum(near[node]) / len(near[node]), 9), node))


def _graph_headline(graph: nx.MultiDiGraph, merged: dict[tuple[str, str, str], list[dict[str, Any]]]) -> str:
    seen = {(p, c) for p, c, relation in merged if relation == "observed"}
    partners, kinds = len({p for p, _ in seen}), len({c for _, c in seen if c != "category:"})
    if not seen:
        return f"{len({p for p, _, _ in merged}):,} partners are spoken of; nobody is recorded as having observed them"
    if on := graph.graph["on"]:
        # An edge is there because no reading of its dates excludes the day: that is less than having been seen on it.
        return f"{partners:,} partners may have had {kinds:,} kinds of data on {say_day(date.fromisoformat(on))}"
    late = {p for (p, _, relation), rows in merged.items() if relation == "observed" and _late(rows)}
    head = f"{partners:,} partners were seen with {kinds:,} kinds of data"
    return f"{head}; with {len(late) or 'none'} of them, what was seen does not fit what was stated"


def _late(rows: list[dict[str, Any]]) -> bool:
    return strongest(row["verdict"] for row in rows) in FIRM


def _graph_figure(
    graph: nx.MultiDiGraph,
    merged: dict[tuple[str, str, str], list[dict[str, Any]]],
    place: dict[str, float],
    title: str,
) -> go.Figure:
    import plotly.graph_objects as go

    styles = {
        "stated": ("stated", house.STATED, "dash", 1.2),
        "observed": ("observed", house.OBSERVED, "solid", 1.6),
        "perhaps": (
            "observed, may not fit what was stated",
            PERHAPS,
            "dot",
            2.6,
        ),
        "late": ("observed, does not fit what was stated", house.OVERSTAY, "solid", 3.4),
    }
    paths: dict[str, tuple[list[Any], list[Any]]] = {name: ([], []) for name in styles}
    middles: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for (partner, category, relation), rows in sorted(merged.items()):
        # A verdict is about the last access seen; on one day it may still have been in time, so no day is red.
        verdict = "" if relation == "stated" or graph.graph["on"] else strongest(row["verdict"] for row in rows)
        style = "perhaps" if verdict.startswith("possibly") else "late" if verdict in FIRM else relation
        shift = -0.1 if relation == "stated" else 0.1  # so that what was said and what was seen do not hide each other
        start, end = place[partner] + shift, place[category] + shift
        xs, ys = paths[style]
        for step in range(13):
            t = step / 12
            xs.append(round(t, 4))
            ys.append(round(start + (end - start) * (3 * t * t - 2 * t**3), 4))
        xs.append(None)
        ys.append(None)
        names = (graph.nodes[partner]["name"], graph.nodes[category]["name"])
        middles[style].append((0.5, round((start + end) / 2, 4), _edge_hover(*names, relation, rows)))
    figure = go.Figure()
    for name, (meaning, colour, dash, width) in styles.items():
        xs, ys = paths[name]
        if xs:
            figure.add_scatter(x=xs, y=ys, mode="lines", name=meaning, hoverinfo="skip",
                               line={"color": colour, "dash": dash, "width": width})  # fmt: skip
            points = middles[name]
            figure.add_scatter(x=[p[0] for p in points], y=[p[1] for p in points], mode="markers", showlegend=False,
                               marker={"size": 9, "color": colour, "opacity": 0.01}, text=[p[2] for p in points],
                               hoverinfo="text")  # fmt: skip
    for side, type_ in ((0, "partner"), (1, "category")):
        nodes = [node for node in place if graph.nodes[node]["type"] == type_]
        figure.add_scatter(
            x=[side] * len(nodes), y=[place[node] for node in nodes], mode="markers+text", showlegend=False,
            marker={"size": 9, "color": house.INK, "symbol": "circle" if side == 0 else "square"},
            text=[f"{label(graph.nodes[node]['name'], 34)}" for node in nodes],
            textposition="middle left" if side == 0 else "middle right", hoverinfo="skip", cliponaxis=False,
        )  # fmt: skip
    tall = max(place.values()) + 0.5
    left = 40 + 8 * max(cells_of(graph.nodes[n]["name"][:34]) for n in place if graph.nodes[n]["type"] == "partner")
    right = 40 + 8 * max(cells_of(graph.nodes[n]["name"][:34]) for n in place if graph.nodes[n]["type"] == "category")
    figure.update_layout(
        **house.frame(title, round(tall * ROW) + TOP + BOTTOM, graph.graph["case"], "", left),
        margin={"l": left, "r": right, "t": TOP, "b": BOTTOM},
        xaxis={"range": [-0.01, 1.01], "visible": False, "fixedrange": True},
        yaxis={"range": [tall, 0], "visible": False, "fixedrange": True},
    )
    return figure


def _edge_hover(partner: str, category: str, relation: str, rows: list[dict[str, Any]]) -> str:
    told = [f"<b>{lines(f'{partner}: {category}')}</b>", f"{relation} in {len(rows):,} row{'s' * (len(rows) != 1)}"]
    for row in sorted(rows, key=lambda row: row["row"])[:6]:
        dates = f"{row['first_edtf'] or '…'} to {row['last_edtf'] or '…'}"
        verdict = f"; {row['verdict']} ({row['evidence'].replace('|', ' ')})" if row["verdict"] else ""
        told.append(
            lines(
                f"{row['row']}: {row['what']}, {row['word']}, {row['program_name'] or 'no program'}, {dates}{verdict}"
            )
        )
    if len(rows) > 6:
        told.append(f"and {len(rows) - 6:,} more")
    return "<br>".join(told)

"""The partner-data graph: what an edge says, on which days it may hold, and what is no edge."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from cases import open_rows, said, seen, source

from overstay import OptionError, compare, partner_graph
from overstay.graph import degree_table


def graph_of(folder: Path, statements: list[Any], observations: list[Any], **options: Any) -> nx.MultiDiGraph:
    return partner_graph(compare(open_rows(folder, statements, observations)), **options)


def days(folder: Path, row: dict[str, str], *tried: str) -> list[str]:
    """Whether access may have been there on each of some days by one row: certainly, possibly, or no."""
    statements, observations = ([], [row]) if "observation_id" in row else ([row], [])
    verdicts = compare(open_rows(folder, statements, observations))
    found = [list(partner_graph(verdicts, on=day).edges(data="on_day")) for day in tried]
    return [edges[0][2] if edges else "no" for edges in found]


def test_access_between_first_and_last_seen_is_certain_and_within_a_vague_date_possible(tmp_path: Path) -> None:
    row = seen(first_seen="2014", last_seen="2017", category_id="c")
    tried = ("2013-12-31", "2014-06-01", "2014-12-31", "2017-01-01", "2017-01-02", "2017-12-31", "2018-01-01")
    assert days(tmp_path, row, *tried) == ["no", "possibly", *["certainly"] * 2, *["possibly"] * 2, "no"]


def test_without_a_first_day_only_the_last_one_is_certain(tmp_path: Path) -> None:
    row = seen(last_seen="2018-12-19")
    assert days(tmp_path, row, "2010-01-01", "2018-12-19", "2018-12-20") == ["possibly", "certainly", "no"]


@pytest.mark.parametrize("doubt", [{"basis": "allegation"}, {"reading": "arguable"}])
def test_what_is_alleged_or_arguable_is_never_certain(tmp_path: Path, doubt: dict[str, str]) -> None:
    assert days(tmp_path, seen(first_seen="2014", last_seen="2017", **doubt), "2016-01-01") == ["possibly"]


def test_on_the_day_on_which_it_is_said_to_end_access_is_possible_and_later_it_is_not(tmp_path: Path) -> None:
    row = said(stated_date="2015-04-30")
    assert days(tmp_path, row, "2015-04-30", "2015-05-01") == ["possibly", "no"]


def test_a_grant_says_nothing_of_the_days_before_it_and_leaves_the_end_open(tmp_path: Path) -> None:
    row = said(kind="granted", stated_date="2015-04-30")
    assert days(tmp_path, row, "2015-04-29", "2015-04-30", "2030-01-01") == ["no", "certainly", "possibly"]


def test_one_edge_is_one_row_under_the_verdict_of_its_own_comparisons(tmp_path: Path) -> None:
    """Evidence on another program must not colour this one."""
    graph = graph_of(
        tmp_path,
        [said("S1", category_id="c")],
        [
            seen("O1", category_id="c", last_seen="2018"),
            seen("O2", category_id="c", last_seen="2018", program_id="other"),
        ],
    )
    found = {key: (edge["verdict"], edge["evidence"]) for *_, key, edge in graph.edges(keys=True, data=True)}
    assert found == {
        "observed:O1": ("contradicted", "S1|O1"),
        "observed:O2": ("", "O2"),
        "stated:S1": ("contradicted", "S1|O1"),
    }


def test_a_denial_a_refusal_and_a_row_without_a_partner_are_no_edges_but_the_last_two_are_counted(
    tmp_path: Path,
) -> None:
    graph = graph_of(
        tmp_path,
        [said("S1", kind="never"), said("S2", quantifier="all")],
        [seen("O1", extent="refused", watched_until="2016"), seen("O2", partner_id="", last_seen="2018")],
    )
    assert (len(graph), graph.number_of_edges()) == (0, 0)
    counted = ("statements_without_partner", "observations_without_partner", "refused")
    assert [graph.graph[name] for name in counted] == [1, 1, 1]


def test_a_kind_of_data_that_is_not_stated_has_a_node_only_where_it_is_needed(tmp_path: Path) -> None:
    with_it = graph_of(tmp_path / "with", [], [seen(last_seen="2018")])
    assert with_it.nodes["category:"] == {"type": "category", "id": "", "name": "kind of data not stated"}
    assert "category:" not in graph_of(tmp_path / "without", [], [seen(last_seen="2018", category_id="c")])
    assert degree_table(with_it)["kinds_of_data"].to_list() == [0]


def test_a_view_holds_only_its_own_relation(tmp_path: Path) -> None:
    verdicts = compare(open_rows(tmp_path, [said()], [seen(last_seen="2018")]))
    for view in ("stated", "observed"):
        graph = partner_graph(verdicts, view=view)  # type: ignore[arg-type]
        assert [relation for *_, relation in graph.edges(data="relation")] == [view]
    with pytest.raises(OptionError, match="both, stated, observed"):
        partner_graph(verdicts, view="all")  # type: ignore[arg-type]


def test_what_was_not_yet_public_is_not_in_the_graph(tmp_path: Path) -> None:
    sources = [source("s", published="2015-01-01"), source("o", published="2020-01-01")]
    case = open_rows(tmp_path, [said()], [seen(last_seen="2018")], sources=sources)
    graph = partner_graph(compare(case, as_of="2017-01-01"))
    assert [key for *_, key in graph.edges(keys=True)] == ["stated:S1"]


def test_nodes_and_edges_keep_their_order_and_every_attribute_is_text(tmp_path: Path) -> None:
    """So that GraphML takes them, and two exports are equal."""
    rows = [seen(f"O{n}", partner_id=letter, last_seen="../2018") for n, letter in enumerate("fdbeca")]
    case = open_rows(tmp_path, [said(stated_date="2014/..", kind="continues")], rows)
    graph = partner_graph(compare(case), on=date(2016, 1, 1))
    assert list(graph) == [*(f"partner:{letter}" for letter in "abcdef"), "category:"]
    assert [key for *_, key in graph.edges(keys=True)] == [
        "observed:O5", "stated:S1", "observed:O2", "observed:O4", "observed:O1", "observed:O3", "observed:O0",
    ]  # fmt: skip
    assert all(type(value) is str for *_, edge in graph.edges(data=True) for value in edge.values())

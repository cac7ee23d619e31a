"""Who said what when, and the graph: what is drawn, what is not claimed, and what can never run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cases import make_case, said, seen

from overstay import (
    Case,
    NotFoundError,
    OptionError,
    Verdicts,
    compare,
    graph_figure,
    open_case,
    partner_graph,
    who_said_what_when,
)
from overstay.graph import degree_table

FACEBOOK = Path(__file__).parent.parent / "data" / "facebook"
HOSTILE = '<script>alert("1")</script> $x$ =1+1 \u202e & a very long name that goes on and on'


@pytest.fixture(scope="module")
def case() -> Case:
    return open_case(FACEBOOK)


@pytest.fixture(scope="module")
def verdicts(case: Case) -> Verdicts:
    return compare(case)


def texts(figure: Any) -> list[str]:
    """Every text of a figure."""

    def walk(node: Any) -> list[str]:
        if isinstance(node, dict):
            return [text for value in node.values() for text in walk(value)]
        if isinstance(node, list):
            return [text for value in node for text in walk(value)]
        return [node] if isinstance(node, str) else []

    return walk(json.loads(figure.to_json()))


# --- who said what when -------------------------------------------------------------------------------------------


def test_each_statement_about_a_program_and_its_parts_is_on_the_figure(case: Case) -> None:
    figure = who_said_what_when(case, program="friends-data-v1")
    assert figure.layout.title.text.startswith("<b>44 statements by 5 speakers about Friends permissions")
    said_marks = next(trace for trace in figure.data if trace.name == "when it was said")
    assert "2014-04-30" in said_marks.x
    assert sum("and 10 more" in text for text in texts(figure)) >= 1


def test_a_range_is_drawn_over_all_its_days_and_an_open_side_as_an_arrow(case: Case) -> None:
    figure = who_said_what_when(case, partner="netflix")
    bars = [
        (base, length / 86_400_000)
        for trace in figure.data
        if trace.type == "bar"
        for base, length in zip(trace.base, trace.x, strict=True)
    ]
    assert ("2015-12-01", 122) in bars  # "nearly three years" before 19 December 2018: to 31 March 2016
    symbols = [symbol for trace in figure.data if trace.type == "scatter" for symbol in (trace.marker.symbol or [])]
    assert "triangle-left" in symbols  # "at no time"


def test_the_figure_is_about_one_program_or_one_partner(case: Case) -> None:
    with pytest.raises(OptionError):
        who_said_what_when(case)
    with pytest.raises(OptionError):
        who_said_what_when(case, program="whitelist", partner="netflix")
    with pytest.raises(NotFoundError, match="netflix meant"):
        who_said_what_when(case, partner="netflx")


def test_a_partner_of_whom_nothing_was_said_gets_a_figure_that_says_so(case: Case) -> None:
    figure = who_said_what_when(case, partner="pinterest")
    assert "Nobody is recorded as saying anything about Pinterest" in figure.layout.title.text


# --- the graph ----------------------------------------------------------------------------------------------------


def test_an_edge_leads_back_to_its_row_and_its_comparison(verdicts: Verdicts) -> None:
    graph = partner_graph(verdicts)
    edge = graph.edges["partner:microsoft-bing", "category:friend-list", "observed:O003"]
    assert (edge["verdict"], edge["evidence"], edge["last"]) == ("left in place", "S069|S070|O003", "2017-12-31")
    assert ("partner:microsoft-bing", "category:friend-list", "stated:S070") not in graph.edges
    assert graph.edges["partner:netflix", "category:private-messages-read", "stated:S073"]["what"] == "ended"


def test_rows_that_name_no_partner_are_counted_and_not_drawn(verdicts: Verdicts) -> None:
    graph = partner_graph(verdicts)
    unnamed = int(verdicts.case.observations["partner_id"].isna().sum())
    assert graph.graph["observations_without_partner"] == unnamed > 0
    assert graph.graph["refused"] == 2


def test_a_day_has_the_edges_whose_dates_may_include_it(verdicts: Verdicts) -> None:
    day = partner_graph(verdicts, on="2017-06-30", view="observed")
    assert day.edges["partner:amazon", "category:", "observed:O015"]["on_day"] == "possibly"
    assert ("partner:airtel", "category:", "observed:O030") not in day.edges
    with pytest.raises(OptionError):
        partner_graph(verdicts, on="30 June 2017")


def test_no_line_of_a_single_day_is_red(verdicts: Verdicts) -> None:
    figure = graph_figure(partner_graph(verdicts, on="2017-06-30", view="observed"))
    assert figure.layout.title.text == "<b>20 partners may have had 11 kinds of data on 30 June 2017</b>"
    assert [trace.name for trace in figure.data if trace.mode == "lines"] == ["observed"]


def test_stated_and_observed_differ_by_more_than_colour(verdicts: Verdicts) -> None:
    figure = graph_figure(partner_graph(verdicts))
    lines = {trace.name: (trace.line.dash, trace.line.width) for trace in figure.data if trace.mode == "lines"}
    assert len(lines) == len(set(lines.values())) == 4


def test_partners_are_ranked_by_the_kinds_of_data_that_they_were_seen_with(verdicts: Verdicts) -> None:
    table = degree_table(partner_graph(verdicts))
    assert table.iloc[0].to_list() == ["rbc", "Royal Bank of Canada", 3, 6, "contradicted"]


# --- both ---------------------------------------------------------------------------------------------------------


def test_two_calls_give_the_same_bytes(case: Case, verdicts: Verdicts) -> None:
    for draw in (
        lambda: who_said_what_when(case, program="device-integrations"),
        lambda: graph_figure(partner_graph(verdicts)),
    ):
        assert draw().to_json() == draw().to_json()


def test_what_a_case_says_never_becomes_markup(tmp_path: Path) -> None:
    folder = make_case(
        tmp_path,
        statements=[said(speaker=HOSTILE, date_text="<b>x</b>", paraphrase=HOSTILE, category_id="c", locator=HOSTILE)],
        observations=[seen(last_seen="2016", category_id="c", note=HOSTILE)],
    )
    for name in ("partners", "programs", "categories"):
        path = folder / f"{name}.csv"
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        quoted = '"' + HOSTILE.replace('"', '""') + '"'
        at = head.split(",").index("name")
        cells = [row.split(",") for row in rows]
        path.write_text(
            "\n".join([head, *(",".join([*c[:at], quoted, *c[at + 1 :]]) for c in cells)]), encoding="utf-8"
        )
    hostile = open_case(folder)
    figures = [who_said_what_when(hostile, partner="a"), graph_figure(partner_graph(compare(hostile)))]
    found = [text for figure in figures for text in texts(figure)]
    assert any("&lt;script&gt;" in text for text in found)
    assert not [text for text in found if "<script" in text or "<b>x" in text or "\u202e" in text or "$x$" in text]


def test_a_case_in_which_nobody_was_seen_gives_a_figure_that_says_so(tmp_path: Path) -> None:
    empty = open_case(make_case(tmp_path, statements=[], observations=[]))
    assert "Nobody is recorded" in graph_figure(partner_graph(compare(empty))).layout.title.text

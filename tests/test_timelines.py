"""What the timeline shows: where each stretch begins and ends, what is open, what is only possible, and no more."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cases import Row, open_rows, said, seen, usual_tables

from overstay import NotFoundError, OptionError, Verdicts, compare, open_case
from overstay.marks import STYLES
from overstay.tables import VERDICTS
from overstay.timelines import timeline

FACEBOOK = Path(__file__).resolve().parent.parent / "data" / "facebook"


@pytest.fixture(scope="module")
def facebook() -> Verdicts:
    return compare(open_case(FACEBOOK))


def judged(folder: Path, statements: list[Row], observations: list[Row], **options: Any) -> Verdicts:
    return compare(open_rows(folder, statements, observations), **options)


def stretches(figure: Any, style: str) -> list[tuple[str, str]]:
    """First and last day of each bar of one style; blank = open."""
    return [
        tuple(days)
        for trace in figure.data
        if trace.type == "bar" and trace.name == STYLES[style].name
        for days in trace.customdata
    ]


def bars(figure: Any, style: str) -> Any:
    return next(trace for trace in figure.data if trace.type == "bar" and trace.name == STYLES[style].name)


def markers(figure: Any, symbol: str, colour: str = "") -> int:
    return sum(
        len(trace.x)
        for trace in figure.data
        if trace.type == "scatter" and trace.name == symbol and colour in ("", trace.marker.color)
    )


def words(figure: Any) -> list[str]:
    """What stands beside the marks, without tags."""
    return [re.sub(r"<[^>]*>", "", text) for text in figure.data[-1].text]


def labels(figure: Any) -> list[str]:
    """The notes at the left edge, without tags."""
    return [re.sub(r"<[^>]*>", " ", note.text).strip() for note in figure.layout.annotations]


def texts(value: Any) -> list[str]:
    """Every text anywhere in the JSON of a figure."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def test_the_certain_part_runs_from_the_day_after_the_stated_end_to_the_first_reading_of_the_last_access(
    facebook: Verdicts,
) -> None:
    figure = timeline(facebook, statements=["S070"])
    assert stretches(figure, "stated") == [("2014-01-01", "2014-12-31")]
    assert stretches(figure, "seen") == [("2010-10-13", "2014-12-31")]
    assert stretches(figure, "certain") == [("2015-01-01", "2017-01-01")]
    assert stretches(figure, "uncertain") == [("2017-01-02", "2017-12-31")]
    assert words(figure) == ["732 to 1,460 days, left in place"]


def test_a_certain_part_is_as_many_days_long_as_it_says(facebook: Verdicts) -> None:
    bar = bars(timeline(facebook, statements=["S070"]), "certain")
    assert bar.base[0] == "2015-01-01"
    assert bar.x[0] / 86_400_000 == 732
    comparison = facebook.compared("S070").iloc[0]
    assert comparison["days_after_least"] == 732


def test_certain_uncertain_possible_and_explained_differ_in_more_than_colour() -> None:
    patterns = {STYLES[style].pattern for style in ("certain", "uncertain", "possible", "explained")}
    assert len(patterns) == 4
    assert STYLES["certain"].height > STYLES["seen"].height


def test_access_without_a_known_start_is_no_bar_from_the_stated_end_but_a_slim_line_and_an_arrow(
    tmp_path: Path,
) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(last_seen="2017")]))
    assert stretches(figure, "certain") == [("2015-05-01", "2016-12-31"), ("2017-01-01", "2017-01-01")]
    slim, full = bars(figure, "certain").width
    assert slim < full / 2
    assert markers(figure, "triangle-left", STYLES["certain"].colour) == 1
    assert not any(trace.name == STYLES["seen"].name for trace in figure.data)


def test_days_between_the_stated_end_and_the_first_access_seen_are_slim(tmp_path: Path) -> None:
    evidence = [seen(first_seen="2016-02-03", last_seen="2017-03-04")]
    figure = timeline(judged(tmp_path / "case", [said()], evidence))
    assert stretches(figure, "certain") == [("2015-05-01", "2016-02-02"), ("2016-02-03", "2017-03-04")]
    assert markers(figure, "triangle-left") == 0


def test_access_that_ends_before_the_stated_end_is_a_stub_with_an_arrow_and_never_red(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(last_seen="2014-02-03")]))
    assert stretches(figure, "seen") == [("", "2014-02-03")]
    assert markers(figure, "triangle-left", STYLES["seen"].colour) == 1
    assert stretches(figure, "calm") == [("2015-04-30", "2015-04-30")]
    for style in ("certain", "uncertain", "possible", "explained"):
        assert stretches(figure, style) == []
    assert words(figure) == ["cannot tell"]


def test_both_readings_of_the_first_day_are_drawn(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(first_seen="2012", last_seen="2014-02-03")]))
    assert stretches(figure, "perhaps") == [("2012-01-01", "2012-12-30")]
    assert stretches(figure, "seen") == [("2012-12-31", "2014-02-03")]


def test_where_the_readings_of_first_and_last_day_overlap_nothing_is_drawn_as_certain(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(first_seen="2013/2014", last_seen="2013/2014")]))
    assert stretches(figure, "seen") == []
    assert stretches(figure, "perhaps") == [("2013-01-01", "2014-12-30"), ("2014-12-31", "2014-12-31")]


def test_an_open_last_day_is_an_arrow_to_the_right(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(first_seen="2012-01-01", last_seen="2018-04/..")]))
    assert stretches(figure, "certain") == [("2015-05-01", "2018-04-01")]
    assert stretches(figure, "uncertain") == [("2018-04-02", "")]
    assert markers(figure, "triangle-right", STYLES["uncertain"].colour) == 1
    assert words(figure) == ["at least 1,067 days, contradicted · data requested"]


def test_an_open_start_of_the_first_day_is_an_arrow_to_the_left(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(first_seen="../2012", last_seen="2017-03-04")]))
    assert stretches(figure, "perhaps") == [("", "2012-12-30")]
    assert markers(figure, "triangle-left", STYLES["perhaps"].colour) == 1
    assert stretches(figure, "certain") == [("2015-05-01", "2017-03-04")]


def test_an_end_stated_as_by_some_day_is_an_arrow_to_the_left(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said(stated_date="../2016")], [seen(last_seen="2018-03-04")]))
    assert stretches(figure, "stated") == [("", "2016-12-31")]
    assert markers(figure, "triangle-left", STYLES["stated"].colour) == 1
    assert stretches(figure, "certain")[0] == ("2017-01-01", "2018-03-03")


def test_every_arrow_and_every_word_lies_on_the_axis(tmp_path: Path, facebook: Verdicts) -> None:
    open_ended = judged(
        tmp_path / "case",
        [said("S1", kind="never", stated_date="../2018"), said("S2", partner_id="b", stated_date="../2016")],
        [seen("O1", last_seen="../2012"), seen("O2", partner_id="b", first_seen="../2010", last_seen="2018-04/..")],
    )
    for figure in (timeline(open_ended), timeline(facebook)):
        left, right = figure.layout.xaxis.range
        for trace in figure.data:
            if trace.type == "scatter":
                assert all(left <= x <= right for x in trace.x), trace.name


def test_a_single_stated_day_is_a_diamond_and_a_stated_month_is_none(tmp_path: Path) -> None:
    day = timeline(judged(tmp_path / "day", [said()], [seen(first_seen="2001", last_seen="2018-03-04")]))
    month = timeline(
        judged(tmp_path / "month", [said(stated_date="2015-04")], [seen(first_seen="2001", last_seen="2018-03-04")])
    )
    assert markers(day, "diamond") == 1
    assert (markers(month, "diamond"), markers(month, "line-ns")) == (0, 2)


def test_a_single_day_of_access_is_marked_so_that_it_can_be_seen(tmp_path: Path) -> None:
    evidence = [seen(first_seen="2001-02-03", last_seen="2001-02-03", watched_until="2018-01-01")]
    figure = timeline(judged(tmp_path / "case", [said()], evidence))
    assert markers(figure, "square", STYLES["seen"].colour) == 1
    assert words(figure) == ["nothing seen later, consistent"]


def test_what_is_only_possible_is_never_drawn_solid(tmp_path: Path) -> None:
    evidence = [seen(first_seen="2012-01-01", last_seen="2017-03-04", basis="allegation")]
    figure = timeline(judged(tmp_path / "case", [said()], evidence))
    assert stretches(figure, "possible") == [("2015-05-01", "2017-03-04")]
    assert stretches(figure, "certain") == stretches(figure, "uncertain") == []
    assert words(figure) == ["674 days, possibly contradicted · data requested"]


def test_a_last_access_that_may_lie_before_the_end_is_grey_up_to_it(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(first_seen="2012-01-01", last_seen="2015")]))
    assert stretches(figure, "seen") == [("2012-01-01", "2015-01-01")]
    assert stretches(figure, "perhaps") == [("2015-01-02", "2015-04-30")]
    assert stretches(figure, "possible") == [("2015-05-01", "2015-12-31")]
    assert words(figure) == ["−119 to 245 days, possibly contradicted · data requested"]


def test_of_several_stated_ends_the_overstay_runs_from_the_latest_one(tmp_path: Path) -> None:
    statements = [said("S1", stated_date="2014"), said("S2", stated_date="2015"), said("S3", stated_date="2013-05")]
    figure = timeline(judged(tmp_path / "case", statements, [seen(first_seen="2012-01-01", last_seen="2017-03-04")]))
    assert stretches(figure, "certain") == [("2016-01-01", "2017-03-04")]
    assert words(figure) == ["429 to 793 days, contradicted · data requested"]


def test_explained_access_has_a_style_of_its_own_and_names_the_explaining_statement(tmp_path: Path) -> None:
    statements = [said("S1"), said("S2", kind="extension", stated_date="2017-06")]
    figure = timeline(judged(tmp_path / "case", statements, [seen(first_seen="2012-01-01", last_seen="2017-03-04")]))
    assert stretches(figure, "explained") == [("2015-05-01", "2017-03-04")]
    assert stretches(figure, "certain") == stretches(figure, "possible") == []
    assert words(figure) == ["674 days, explained by S2 · data requested"]


def test_a_denial_is_a_thin_line_over_its_time_and_has_no_days(tmp_path: Path) -> None:
    statement = said(kind="never", stated_date="2012/2018")
    figure = timeline(judged(tmp_path / "case", [statement], [seen(first_seen="2010-01-01", last_seen="2016-02-03")]))
    assert stretches(figure, "denied") == [("2012-01-01", "2018-12-31")]
    assert stretches(figure, "seen") == [("2010-01-01", "2011-12-31")]
    assert stretches(figure, "certain") == [("2012-01-01", "2016-02-03")]
    assert words(figure) == ["in the time denied, contradicted · data requested"]
    assert bars(figure, "denied").width[0] < STYLES["stated"].height


def test_a_refused_attempt_is_a_cross_and_no_bar(tmp_path: Path) -> None:
    evidence = [seen("O1", extent="refused", watched_until="2015-03"), seen("O2", last_seen="2017-03-04")]
    figure = timeline(judged(tmp_path / "case", [said()], evidence))
    assert markers(figure, "x-thin") == 1
    assert stretches(figure, "seen") == []
    assert "access refused" in words(figure)


def test_statements_of_one_range_are_one_mark_and_all_stand_in_its_hover(tmp_path: Path) -> None:
    statements = [said(f"S{n}", paraphrase=f"Said for the {n}. time.") for n in range(1, 6)]
    figure = timeline(judged(tmp_path / "case", statements, [seen(last_seen="2017-03-04")]))
    assert stretches(figure, "stated") == [("2015-04-30", "2015-04-30")]
    hover = bars(figure, "stated").hovertext[0]
    assert [f"<b>S{n}</b>" in hover for n in range(1, 6)] == [True] * 5


def test_a_row_shows_what_speaks_against_it_too(facebook: Verdicts) -> None:
    figure = timeline(facebook, partners=["spotify"])
    assert stretches(figure, "calm denied") == [("", "2018-12-19")]
    assert "S084" in bars(figure, "calm denied").hovertext[0]


def test_the_hover_leads_to_the_words_the_reading_the_record_and_the_sources(facebook: Verdicts) -> None:
    figure = timeline(facebook, statements=["S070"])
    stated = bars(figure, "stated").hovertext[0].replace("<br>", " ")
    assert "S070" in stated and "Konstantinos Papamiltiadis" in stated
    assert "“shut down in 2014”, read as 1 January 2014 to 31 December 2014" in stated
    assert "Facebook Newsroom; 2018-12-18" in stated
    late = bars(figure, "certain").hovertext[0].replace("<br>", " ")
    assert "left in place: 732 to 1,460 days" in late
    assert "S070" in late and "O003" in late and "internal record: access was possible" in late
    assert "First seen: 13 October 2010; last seen: 1 January 2017 to 31 December 2017" in late
    assert "The New York Times; 2018-12-18" in late
    assert facebook.compared("S070").iloc[0]["reason"] in late


def test_rows_carry_names_and_not_ids(facebook: Verdicts) -> None:
    figure = timeline(facebook, statements=["S070"])
    assert "Bing  Instant personalization" in [re.sub(r" {2,}", "  ", text) for text in labels(figure)]


def test_statements_without_a_last_day_have_a_block_of_their_own(tmp_path: Path) -> None:
    statements = [
        said("S1"),
        said("S2", partner_id="b", kind="will-end", stated_date="2018-04/..", said_on="2018-06-03"),
    ]
    figure = timeline(judged(tmp_path / "case", statements, [seen(last_seen="2017-03-04")]))
    assert labels(figure)[2].startswith("No last day given")
    assert labels(figure)[3].startswith("Partner B")
    assert stretches(figure, "calm") == [("2018-04-01", "")]
    (day,) = (trace for trace in figure.data if trace.name == "circle-open")
    assert day.x[0].startswith("2018-06-03")


def test_the_default_picture_of_the_case_has_undated_statements_in_their_own_block(facebook: Verdicts) -> None:
    assert any(text.startswith("No last day given") for text in labels(timeline(facebook)))


def test_rows_stand_under_their_strongest_verdict_and_the_longest_comes_first(facebook: Verdicts) -> None:
    blocks = [text.split(":")[0].strip() for text in labels(timeline(facebook))]
    headings = [block.lower() for block in blocks if block.lower() in VERDICTS]
    assert headings == [verdict for verdict in VERDICTS if verdict in headings]
    assert "cannot tell" not in headings
    days = [int(text.split()[0].replace(",", "")) for text in words(timeline(facebook, verdict="left in place"))
            if text.endswith("left in place") and "possibly" not in text]  # fmt: skip
    assert days == sorted(days, reverse=True)


def test_the_headline_counts_each_claim_once_and_calls_nothing_contradicted_that_was_left_in_place(
    tmp_path: Path,
) -> None:
    statements = [
        said("S1"),
        said("S2", stated_date="2015"),  # the same claim again
        said("S3", partner_id="b", about="feature"),
        said("S4", partner_id="c"),
    ]
    evidence = [seen("O1", last_seen="2017"), seen("O2", partner_id="b", last_seen="2017")]
    figure = timeline(judged(tmp_path / "case", statements, evidence))
    title = figure.layout.title.text.replace("<br>", " ")
    assert title == (
        "<b>1 of 3 statements about ended access is contradicted by what was observed; "
        "1 more speaks of a feature behind which access was left in place</b>"
    )
    assert "1 statement is not drawn: what was observed cannot tell." in labels(figure)[-2].replace(" br ", " ")


def test_the_headline_of_the_case_agrees_with_the_findings(facebook: Verdicts) -> None:
    strongest = facebook.findings.assign(place=facebook.findings["verdict"].map(VERDICTS.index))
    places = strongest.groupby("claim_id")["place"].min()
    title = timeline(facebook).layout.title.text.replace("<br>", " ")
    assert title.startswith(f"<b>{(places == 0).sum()} of {len(places)} statements about ended access are contradicted")
    assert f"{(places == 1).sum()} more speak of features" in title


def test_a_headline_never_claims_more_than_possible(tmp_path: Path) -> None:
    possible = judged(tmp_path / "possible", [said()], [seen(last_seen="2017", basis="allegation")])
    silent = judged(tmp_path / "silent", [said()], [])
    assert timeline(possible).layout.title.text.replace("<br>", " ") == (
        "<b>1 of 1 statement about ended access may not fit what was observed; none is certainly contradicted</b>"
    )
    assert timeline(silent).layout.title.text.replace("<br>", " ") == (
        "<b>No contradiction in 1 statement about ended access: that alone does not prove what they say</b>"
    )


def test_an_own_title_takes_the_place_of_the_headline(tmp_path: Path) -> None:
    figure = timeline(judged(tmp_path / "case", [said()], [seen(last_seen="2017")]), title="Who <b>kept</b> access?")
    assert figure.layout.title.text == "<b>Who &lt;b&gt;kept&lt;/b&gt; access?</b>"


def test_options_under_which_it_was_judged_stand_below_the_picture(tmp_path: Path) -> None:
    options: dict[str, Any] = {"grace_days": 30, "as_of": "2020-06-01", "reading": "plain"}
    note = labels(timeline(judged(tmp_path / "case", [said()], [seen(last_seen="2017")], **options)))[-1]
    assert note == (
        "Case: A case. Data: CC0-1.0. Verdicts allow 30 days of grace. Only what was public by 2020-06-01. "
        "Arguable rows are taken at their word. Statement, record and source stand behind each mark."
    )


HOSTILE = (
    '<script>alert("x")</script>',
    '<img src=x onerror="alert(1)">',
    "</text><a href='javascript:alert(1)'>here</a>",
    "=1+1",
    "$x^2$ and $5",
    "شركة \u202eالاتصالات",
    "🦊 Fox & Sons 日本語の会社",
    "A very long name " * 20,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_becomes_markup_or_mathematics_or_turns_its_neighbours(tmp_path: Path, text: str) -> None:
    tables = usual_tables()
    for table in ("partners", "programs", "categories"):
        tables[table] = [row | {"name": text} for row in tables[table]]
    tables["sources"] = [row | {"title": text, "publisher": text} for row in tables["sources"]]
    statements = [
        said("S1", speaker=text, paraphrase=text, locator=text, category_id="c"),
        said("S2", speaker=text, paraphrase=text, stated_date="2018/..", kind="will-end"),
    ]
    evidence = [
        seen("O1", last_seen="2017", note=text, locator=text, category_id="c"),
        seen("O2", last_seen="2014", note=text, category_id="c"),
    ]
    names = {table: tables[table] for table in ("sources", "partners", "programs", "categories")}
    case = open_rows(tmp_path / "case", statements, evidence, **names)
    figure = timeline(compare(case), verdict=VERDICTS, title=text)
    ours = re.compile(r'</?b>|<br>|<span style="[a-z0-9:;#-]+">|</span>')
    for part in texts(json.loads(figure.to_json())):
        left = ours.sub("", part)
        assert "<" not in left and ">" not in left, part
        assert "$" not in part
        assert "\u202e" not in part
        assert part.count("\u2068") == part.count("\u2069")
    assert len(re.sub(r"<[^>]*>", "", figure.layout.annotations[1].text)) < 120


@pytest.mark.parametrize("options", [{}, {"program": "instant-personalization"}, {"verdict": VERDICTS}])
def test_two_pictures_of_one_case_are_equal_byte_for_byte(facebook: Verdicts, options: dict[str, Any]) -> None:
    again = compare(open_case(FACEBOOK))
    assert timeline(facebook, **options).to_json() == timeline(again, **options).to_json()


def test_values_are_plain_lists_that_a_diff_can_show(facebook: Verdicts) -> None:
    assert "bdata" not in timeline(facebook).to_json()


def test_an_empty_selection_says_so(facebook: Verdicts) -> None:
    figure = timeline(facebook, partners=["accedo"], verdict="contradicted")
    assert figure.layout.title.text == "<b>Nothing to show</b>"
    assert len(figure.data) == 0
    assert labels(figure)[0].startswith("No statement of this selection")


def test_a_case_without_rows_is_drawn_as_nothing_to_show(tmp_path: Path) -> None:
    assert timeline(judged(tmp_path / "case", [], [])).layout.title.text == "<b>Nothing to show</b>"


def test_a_selection_that_cannot_tell_is_drawn_grey_and_not_left_empty(facebook: Verdicts) -> None:
    figure = timeline(facebook, partners=["dropbox"])
    assert labels(figure)[0].startswith("Cannot tell")
    assert words(figure) == ["no dated observation"]
    assert {trace.name for trace in figure.data if trace.type == "bar"} == {STYLES["calm"].name}


def test_a_partner_is_shown_with_what_is_said_of_all_partners_and_seen_of_it(facebook: Verdicts) -> None:
    hovers = bars(timeline(facebook, partners=["microsoft-bing"]), "stated").hovertext
    assert ["S069" in hover and "S070" in hover for hover in hovers] == [True]


def test_a_program_is_shown_with_its_parts(tmp_path: Path) -> None:
    verdicts = judged(tmp_path / "case", [said(program_id="p")], [seen(last_seen="2017")])
    assert stretches(timeline(verdicts, program="q"), "stated") == [("2015-04-30", "2015-04-30")]
    assert len(timeline(verdicts, program="other").data) == 0


def test_a_count_that_is_contradicted_as_a_whole_is_drawn_without_an_observation(tmp_path: Path) -> None:
    statement = said(quantifier="most", count="2", of="3")
    evidence = [seen(f"O{letter}", partner_id=letter, last_seen="2017") for letter in "abc"]
    figure = timeline(judged(tmp_path / "case", [statement], evidence))
    assert words(figure) == ["the count as a whole, contradicted"]
    assert stretches(figure, "stated") == [("2015-04-30", "2015-04-30")]
    assert stretches(figure, "certain") == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"partners": ["nobody"]}, "'nobody': no partner of this id; the ids are in case.partners"),
        ({"program": "nothing"}, "'nothing': no program of this id; the ids are in case.programs"),
        ({"statements": ["S999"]}, "'S999': no statement of this id gives an end; the ids are in verdicts.findings"),
    ],
)
def test_an_unknown_id_is_named_with_the_way_out(facebook: Verdicts, options: dict[str, Any], message: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        timeline(facebook, **options)
    assert str(raised.value) == message


def test_an_unknown_verdict_is_named_with_all_that_there_are(facebook: Verdicts) -> None:
    with pytest.raises(OptionError) as raised:
        timeline(facebook, verdict=["guilty"])
    assert str(raised.value) == f"verdict='guilty': write one or more of {', '.join(VERDICTS)}"


def test_no_two_words_and_no_two_labels_lie_on_each_other(facebook: Verdicts) -> None:
    figure = timeline(facebook, verdict=VERDICTS)
    heights = sorted(figure.data[-1].y)
    assert min(b - a for a, b in pairwise(heights)) >= 10
    tops = [note.y for note in figure.layout.annotations if note.yref == "y"]
    assert min(b - a for a, b in pairwise(tops)) >= 10
    assert tops == sorted(tops)


def test_no_button_sends_the_picture_away(facebook: Verdicts) -> None:
    assert "sendChartToCloud" in timeline(facebook).layout.template.layout.modebar.remove

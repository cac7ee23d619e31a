"""Charts of logs: red only where a comparison says so, months as months, silence shaded, and no count of few people."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cases import SETTINGS, Row, make_case, said, usual_sources
from test_charts import HOSTILE, texts

from overstay import NotFoundError, OptionError, Verdicts, compare, open_case, timeline
from overstay.bars import STYLES
from overstay.daily import daily_access
from overstay.logviews import view_log
from overstay.made_up.synth import synth_case
from overstay.multiples import access_by_partner
from overstay.panels import TITLE, amount_ticks, date_ticks, wrap
from overstay.synthetic import mark_synthetic

API = """
[logs.{id}]
file = "logs/{id}.csv"
source = "o"
time = "time"
time_zone = "{zone}"
partner = "app"
program_id = "p"
category = "scope"
count = "hits"
status = "status"
refused = ["403"]
"""
MONTHS = """
[logs.lists]
file = "logs/lists.csv"
source = "o"
period = "month"
period_unit = "month"
partner_id = "a"
program_id = "p"
category = "scope"
measure = "reach"
measure_label = "share of page loads"
incomplete = "only the 500 largest are listed"
"""
Line = tuple[str | int | float, ...]  # time, app, scope, hits, status
UTC = usual_sources(s="UTC", o="UTC", late="UTC")


@pytest.fixture(autouse=True, scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSTAY_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("OVERSTAY_KEY_FILE", str(tmp_path_factory.mktemp("key") / "user.key"))
        yield


def each_day(first: str, last: str, hits: int = 10, app: str = "a", scope: str = "c", status: int = 200) -> list[Line]:
    """One row a day, at one in the afternoon."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    return [(f"{day}T13:00:00", app, scope, hits, status) for day in days]


def judged(
    folder: Path,
    statements: Sequence[Row],
    lines: Iterable[Line],
    *,
    zone: str = "UTC",
    settings: str = "",
    header: str = "time,app,scope,hits,status",
    more: str = "",
    **tables: Any,
) -> Verdicts:
    """Verdicts of a case with the log `api`, as it stands in a file."""
    text = SETTINGS + more + (settings or API.format(id="api", zone=zone))
    make_case(folder, settings=text, statements=statements, **tables)
    for id in re.findall(r"\[logs\.(\w+)\]", text):
        rows = "".join(",".join(map(str, line)) + "\n" for line in lines)
        (folder / "logs").mkdir(exist_ok=True)
        (folder / "logs" / f"{id}.csv").write_text(f"{header}\n{rows}", encoding="utf-8")
    return compare(open_case(folder))


def bars(figure: Any, name: str) -> list[tuple[str, float]]:
    """First day and height of each bar whose name in the key begins so."""
    return [
        (day, height)
        for trace in figure.data
        if trace.type == "bar" and trace.name.startswith(name) and trace.x[0] is not None
        for day, height in zip(trace.x, trace.y, strict=True)
    ]


def names(figure: Any) -> list[str]:
    return [trace.name for trace in figure.data if trace.type == "bar"]


def days_wide(figure: Any, name: str) -> list[float]:
    trace = next(trace for trace in figure.data if trace.type == "bar" and trace.name.startswith(name))
    widths = [trace.width] * len(trace.x) if isinstance(trace.width, int | float) else trace.width
    return [width / 86_400_000 for width in widths]


def shaded(figure: Any, name: str) -> list[tuple[str, float]]:
    """First day and number of days of each stretch that is shaded so, in the upper panel."""
    found = [trace for trace in figure.data if trace.name == name and trace.yaxis == "y"]
    return [(day, width / 86_400_000) for t in found for day, width in zip(t.x, t.width, strict=True)]


def title(figure: Any) -> str:
    return html.unescape(re.sub("<[^>]*>", "", figure.layout.title.text.replace("<br>", " "))).replace("\u00a0", " ")


def told(figure: Any) -> str:
    """The subtitle on one line."""
    return html.unescape(figure.layout.annotations[0].text.replace("<br>", " "))


def hovers(figure: Any, name: str) -> list[str]:
    return [text for trace in figure.data if trace.name.startswith(name) for text in trace.hovertext or ()]


# --- around one stated end ----------------------------------------------------------------------------------------


def test_red_are_the_days_after_the_latest_reading_and_the_title_counts_them(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, [said(stated_date="2015-04")], each_day("2015-03-20", "2015-05-04", 1_000), sources=UTC)
    figure = daily_access(verdicts, "S1")
    assert bars(figure, "served after") == [(f"2015-05-0{day}", 1_000) for day in (1, 2, 3, 4)]
    assert bars(figure, "served")[-5] == ("2015-04-30", 1_000)  # a day that is stated is no overstay
    assert title(figure) == "Partner A: 4,000 requests after the stated end, the last on 4 May 2015"
    assert figure.layout.yaxis.ticktext == ("0", "500", "1,000")
    assert told(figure) == (
        "The company, on 1 June 2014 (S1): The company said so. "
        "Log api: logs/api.csv (A report). Days are those of UTC."
    )


def test_a_day_that_is_only_in_part_after_the_end_is_hatched(tmp_path: Path) -> None:
    # No zone is known for the statement: its 30 April may last until noon of 1 May in UTC.
    verdicts = judged(tmp_path, [said()], each_day("2015-04-01", "2015-05-04"))
    figure = daily_access(verdicts, "S1")
    assert bars(figure, "served possibly") == [("2015-05-01", 10)]
    assert bars(figure, "served after") == [("2015-05-02", 10), ("2015-05-03", 10), ("2015-05-04", 10)]
    assert title(figure).startswith("Partner A: 40 requests after")
    assert "bars in red hold 30" in told(figure)


def test_days_are_those_of_the_logs_own_zone(tmp_path: Path) -> None:
    log = [("2015-04-30T23:59:00", "a", "c", 1, 200), ("2015-05-01T00:01:00", "a", "c", 2, 200)]
    verdicts = judged(tmp_path, [said()], log, zone="Europe/Dublin", sources=usual_sources(s="Europe/Dublin"))
    figure = daily_access(verdicts, "S1")
    assert bars(figure, "served after") == [("2015-05-01", 2)]
    assert ("2015-04-30", 1) in bars(figure, "served")
    assert title(figure) == "Partner A: 2 requests after the stated end, the last on 1 May 2015"


def test_what_is_only_possibly_later_is_never_plain_red(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, [said(reading="arguable")], each_day("2015-04-01", "2015-05-04"), sources=UTC)
    figure = daily_access(verdicts, "S1")
    assert bars(figure, "served after") == []
    assert len(bars(figure, "served possibly")) == 4
    assert title(figure) == "Partner A: 40 requests possibly after the stated end"
    assert "the statement takes interpretation" in told(figure)
    hatched = next(trace for trace in figure.data if trace.name.startswith("served possibly"))
    assert hatched.marker.pattern.shape == "/"


def test_what_another_statement_covers_is_not_red_and_names_that_statement(tmp_path: Path) -> None:
    end = [said(), said("S2", kind="granted", stated_date="2015-05-03", said_on="2014-06-02")]
    log = each_day("2015-04-01", "2015-04-28") + each_day("2015-05-05", "2015-05-09")
    figure = daily_access(judged(tmp_path, end, log, sources=UTC), "S1")
    assert bars(figure, "after it, explained by S2") == [(f"2015-05-0{day}", 10) for day in (5, 6, 7, 8, 9)]
    assert not any("after the stated end" in name or "possibly" in name for name in names(figure))
    assert title(figure) == "Partner A: 50 requests after the stated end, explained by S2"
    assert any("S2</b>: granted anew on 3 May 2015 (The company, on 2 June 2014)" in text for text in texts(figure))


def test_an_extension_takes_its_days_out_of_the_red_and_no_more(tmp_path: Path) -> None:
    end = [said(), said("S2", kind="extension", stated_date="2015-05-02", said_on="2014-06-02")]
    figure = daily_access(judged(tmp_path, end, each_day("2015-04-20", "2015-05-04"), sources=UTC), "S1")
    assert bars(figure, "after it, explained by S2") == [("2015-05-01", 10), ("2015-05-02", 10)]
    assert bars(figure, "served after") == [("2015-05-03", 10), ("2015-05-04", 10)]
    assert title(figure) == "Partner A: 20 requests after the stated end, the last on 4 May 2015"


def test_refused_requests_are_no_access_and_have_a_panel_of_their_own(tmp_path: Path) -> None:
    log = each_day("2015-04-01", "2015-04-28") + each_day("2015-04-29", "2015-06-05", 7, status=403)
    figure = daily_access(judged(tmp_path, [said()], log, sources=UTC), "S1")
    assert title(figure) == "Partner A: nothing served after the stated end; the log goes on"
    assert not any("after" in name for name in names(figure) if name.startswith("served"))
    refused = next(trace for trace in figure.data if trace.name == "refused")
    assert (refused.yaxis, len(refused.x), set(refused.y)) == ("y2", 38, {7})
    assert "Refused after the stated end: 252." in told(figure)


def test_a_log_that_ends_before_the_stated_end_cannot_tell_and_says_where_it_ends(tmp_path: Path) -> None:
    figure = daily_access(judged(tmp_path, [said()], each_day("2015-03-01", "2015-04-10"), sources=UTC), "S1")
    assert title(figure) == "Partner A: this log cannot tell whether access went on after the stated end"
    assert names(figure) == ["outside the log", "served", "stated end, all readings"]
    assert shaded(figure, "outside the log") == [("2015-04-11", 23)]  # to three days after the stated end
    assert figure.layout.xaxis.range == ("2015-03-01", "2015-05-04")


def test_what_the_log_does_not_hold_is_shaded(tmp_path: Path) -> None:
    log = each_day("2015-04-10", "2015-05-05") + each_day("2015-05-16", "2015-06-20")
    figure = daily_access(judged(tmp_path, [said()], log, sources=UTC), "S1", before=30, after=60)
    assert shaded(figure, "no record at all") == [("2015-05-06", 10)]
    assert shaded(figure, "outside the log") == [("2015-03-31", 10), ("2015-06-21", 9)]
    assert any("6 May 2015 to 15 May 2015: no record of anybody" in text for text in hovers(figure, "no record"))
    assert {"before the log", "after the log", "no records"} <= {note.text for note in figure.layout.annotations}


def test_days_outside_the_window_are_counted_in_words(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, [said()], each_day("2015-01-01", "2015-05-20"), sources=UTC)
    figure = daily_access(verdicts, "S1", before=3, after=5)
    assert [day for day, _ in bars(figure, "served")] == [
        *("2015-04-27", "2015-04-28", "2015-04-29", "2015-04-30"),
        *("2015-05-01", "2015-05-02", "2015-05-03", "2015-05-04", "2015-05-05"),
    ]
    assert title(figure).startswith("Partner A: 200 requests")
    assert "Of those in red, 150 lie outside the days shown." in told(figure)


def test_a_month_that_contains_the_stated_day_proves_nothing_and_stays_a_month(tmp_path: Path) -> None:
    log = [(f"2015-{month:02}", "c", 0.25) for month in range(1, 9)]
    figure = daily_access(
        judged(tmp_path, [said()], log, settings=MONTHS, header="month,scope,reach"), "S1", before=100
    )
    assert [day for day, _ in bars(figure, "seen after")] == ["2015-06-01", "2015-07-01", "2015-08-01"]
    assert [day for day, _ in bars(figure, "seen possibly")] == ["2015-05-01"]  # 1 May begins early in the east
    assert bars(figure, "seen")[3] == ("2015-04-01", 0.25)
    assert days_wide(figure, "seen after") == [30, 31, 31]
    assert title(figure) == "Partner A: 3 monthly records after the stated end, the last in August 2015"
    assert "Each bar is a whole month, as the log counts." in told(figure)
    assert "only the 500 largest are listed; absence from it proves nothing" in told(figure)


def test_a_measure_is_no_sum(tmp_path: Path) -> None:
    log = [(f"2015-{month:02}", scope, reach) for month in (4, 5, 6, 7) for scope, reach in (("c", 0.2), ("else", 0.3))]
    verdicts = judged(tmp_path, [said()], log, settings=MONTHS, header="month,scope,reach")
    figure = daily_access(verdicts, "S1")
    assert {height for _, height in bars(figure, "seen after")} == {0.3}
    assert "<b>Share of page loads</b>" in texts(figure)
    assert figure.layout.yaxis.ticktext == ("0.0", "0.1", "0.2", "0.3")
    assert hovers(figure, "seen after")[0].endswith("Photos: 0.3<br>Partner A · The part · Mail addresses: 0.2")


def test_a_month_in_which_everything_failed_is_refused_whatever_was_measured(tmp_path: Path) -> None:
    settings = MONTHS + 'attempts = "asked"\nfailures = "failed"\nrefused_from = 0.95\n'
    log: list[Line] = [(f"2015-{month:02}", "c", 0.2, 100, 100 if month == 8 else 0) for month in range(3, 9)]
    verdicts = judged(tmp_path, [said()], log, settings=settings, header="month,scope,reach,asked,failed")
    figure = daily_access(verdicts, "S1")
    assert [day for day, _ in bars(figure, "seen after")] == ["2015-06-01", "2015-07-01"]
    assert bars(figure, "refused") == [("2015-08-01", 1)]
    assert access_by_partner(verdicts).data[-2].x[-1] != "2015-08-01"


def test_what_is_after_the_end_stands_lowest_in_a_bar(tmp_path: Path) -> None:
    ends = [said(category_id="c", stated_date="2012-04-30")]
    log = each_day("2011-01-01", "2015-12-31", 2) + each_day("2011-01-01", "2015-12-31", 3, scope="else")
    figure = access_by_partner(judged(tmp_path, ends, log, sources=UTC))
    red = next(trace for trace in figure.data if trace.name == "served after a stated end")
    grey = next(trace for trace in figure.data if trace.name == "served")
    assert red.base is None
    assert dict(zip(grey.x, grey.base, strict=True))["2012-05-01"] == red.y[0]


def test_a_denial_is_met_within_its_time_only(tmp_path: Path) -> None:
    end = [said(kind="never", stated_date="2015-05-02/2015-05-04", category_id="c")]
    figure = daily_access(judged(tmp_path, end, each_day("2015-04-28", "2015-05-08"), sources=UTC), "S1")
    red = {day for day, _ in bars(figure, "served in the time denied")}
    assert red and red <= {"2015-05-02", "2015-05-03", "2015-05-04"}
    assert "in the time for which access was denied" in title(figure)


def test_one_bar_holds_all_partners_and_kinds_of_data_that_were_compared(tmp_path: Path) -> None:
    log = each_day("2015-04-20", "2015-05-03", 5) + each_day("2015-04-20", "2015-05-03", 2, "PARTNER B", "else")
    log += each_day("2015-04-20", "2015-05-03", 100, "c")  # the statement excepts this one
    verdicts = judged(tmp_path, [said(quantifier="all", **{"except": "c"})], log, sources=UTC)
    figure = daily_access(verdicts, "S1")
    assert {height for _, height in bars(figure, "served after")} == {7}
    assert title(figure) == "2 partners: 21 requests after the stated end, the last on 3 May 2015"
    last = hovers(figure, "served after")[-1]
    assert last.startswith("<b>3 May 2015</b>: 7 requests served<br>S1: contradicted (api.a.p.c)")
    assert last.endswith("Partner A · The part · Mail addresses: 5<br>Partner B · The part · Photos: 2")


def test_where_days_are_too_many_no_bar_reaches_over_the_stated_end(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, [said()], each_day("2012-01-01", "2017-12-31", 3), sources=UTC)
    figure = daily_access(verdicts, "S1", before=600)
    assert bars(figure, "served after")[0] == ("2015-05-01", 21)
    assert bars(figure, "served")[-len(bars(figure, "served after")) - 1] == ("2015-04-24", 21)
    assert set(days_wide(figure, "served after")) == {7}
    assert "a bar is 7 days, counted from the stated end" in told(figure)
    longest = daily_access(verdicts, "S1", before=20_000)
    assert sum(height for _, height in bars(longest, "served")) == 3 * 2192
    assert set(days_wide(longest, "served after")) == {56}


def test_days_of_grace_are_not_red(tmp_path: Path) -> None:
    case = judged(tmp_path, [said()], each_day("2015-04-20", "2015-05-05"), sources=UTC).case
    figure = daily_access(compare(case, grace_days=2), "S1")
    assert [day for day, _ in bars(figure, "served after")] == ["2015-05-03", "2015-05-04", "2015-05-05"]
    assert any("2 days of grace" in text for text in texts(figure))


def test_few_people_are_never_counted_out(tmp_path: Path) -> None:
    settings = API.format(id="api", zone="UTC") + 'user = "user"\n'
    head = "time,app,scope,hits,status,user"

    def after(folder: str, count: int, **options: Any) -> str:
        log = [(*each_day("2015-05-02", "2015-05-02", 1)[0], f"user{n}") for n in range(count)]
        verdicts = judged(tmp_path / folder, [said()], log, settings=settings, header=head, sources=UTC, **options)
        assert list(verdicts.comparisons["users_after"]) == [count]
        return " ".join(texts(daily_access(verdicts, "S1")))

    few = after("few", 9)
    assert "They are about &lt;10 people." in few
    assert "9 people" not in few
    assert "They are about 10 people." in after("enough", 10)
    assert "They are about &lt;50 people." in after("case", 10, more="small_counts = 50\n")


def test_the_log_with_the_strongest_verdict_is_drawn_and_the_others_are_named(tmp_path: Path) -> None:
    settings = API.format(id="api", zone="UTC") + API.format(id="web", zone="UTC")
    verdicts = judged(tmp_path, [said()], each_day("2015-04-20", "2015-05-02"), settings=settings, sources=UTC)
    assert "Log api: logs/api.csv" in told(daily_access(verdicts, "S1"))
    assert "Also compared with it: log web." in told(daily_access(verdicts, "S1"))
    assert "Log web: logs/web.csv" in told(daily_access(verdicts, "S1", log_id="web"))
    for call in (
        lambda: daily_access(verdicts, "S9"),
        lambda: daily_access(verdicts, "S1", log_id="none"),
        lambda: access_by_partner(verdicts, log_id="none"),
        lambda: access_by_partner(verdicts, partners=["b"]),
    ):
        with pytest.raises(NotFoundError):
            call()
    for options in ({"before": -1}, {"after": True}, {"before": 1.5}):
        with pytest.raises(OptionError):
            daily_access(verdicts, "S1", **options)  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        access_by_partner(verdicts, limit=0)


def test_a_case_without_logs_says_so(facebook_verdicts: Verdicts) -> None:
    assert title(daily_access(facebook_verdicts, "S070")) == "No log was compared with S070"
    assert title(access_by_partner(facebook_verdicts)) == "This case has no log"


def test_a_log_that_was_cut_off_says_so(tmp_path: Path) -> None:
    settings = API.format(id="api", zone="UTC").replace("api.csv", "api.csv.gz")
    judged(tmp_path, [said()], each_day("2015-04-01", "2015-05-05"), sources=UTC)
    whole = gzip.compress((tmp_path / "logs" / "api.csv").read_bytes(), mtime=0)
    (tmp_path / "logs" / "api.csv.gz").write_bytes(whole[:-12])
    (tmp_path / "case.toml").write_text(SETTINGS + settings, encoding="utf-8")
    assert "Not whole: logs/api.csv.gz" in told(daily_access(compare(open_case(tmp_path)), "S1"))


def test_red_and_hatched_bars_hold_what_the_comparison_counts(tmp_path: Path) -> None:
    synth_case(tmp_path / "made-up", rows=4_000, seed=5)
    verdicts = compare(open_case(tmp_path / "made-up"))
    logged = verdicts.comparisons[verdicts.comparisons["log_id"].notna()]
    met = set()
    for (statement, log), pairs in logged.groupby(["statement_id", "log_id"]):
        view = view_log(verdicts, str(statement), str(log), 60, None)
        assert view is not None
        held = {style: sum(bar.served for bar in view.bars if bar.style == style) for style in STYLES}
        count, explained = int(pairs["events_after"].fillna(0).sum()), int(pairs["events_explained"].fillna(0).sum())
        assert held["certain"] <= count <= held["certain"] + held["possible"]
        if set(pairs["verdict"]) & {"consistent", "cannot tell", "explained"}:
            assert not held["certain"] and not held["possible"]
        if set(pairs["verdict"]) == {"explained"}:
            assert held["explained"] >= explained > 0
        met |= set(pairs["verdict"])
    assert {"contradicted", "left in place", "explained", "consistent", "cannot tell"} <= met


# --- all partners -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Partner C overstays for long, A for days, B ends in time; of D no end was stated, and nobody knows `x&y`."""
    log = each_day("2015-03-01", "2015-05-05", 1_000) + each_day("2015-03-01", "2015-04-28", 20, "b")
    log += each_day("2015-03-01", "2015-06-20", 3, "c") + each_day("2015-03-01", "2015-06-30", 4, "d")
    log += each_day("2015-03-01", "2015-06-30", 5, "x&y")
    statements = [said(), said("S2", partner_id="b"), said("S3", partner_id="c")]
    return judged(tmp_path_factory.mktemp("four"), statements, log, sources=UTC)


def test_partners_stand_in_the_order_of_their_verdicts_each_on_its_own_scale(four: Verdicts) -> None:
    figure = access_by_partner(four, partners=["a", "b", "c", "d", "x&y"])
    notes = [re.sub("<[^>]*>", " ", note.text).split() for note in figure.layout.annotations]
    heads = [" ".join(words) for words in notes if words[:1] == ["Partner"] or words[:1] == ["x&amp;y"]]
    assert heads == [
        "Partner C contradicted: 153 after",
        "Partner A contradicted: 5,000 after",
        "Partner B consistent",
        "Partner D no end was stated",
        "x&amp;y no end was stated",
    ]
    most = [" ".join(words) for words in notes if words[:1] == ["max"]]
    assert most == ["max 21", "max 7,000", "max 140", "max 28", "max 35"]  # bars of seven days
    assert title(figure) == "Log api: 2 of 3 partners with a stated end were served after it"


def test_all_panels_share_the_time_axis_and_mark_their_stated_ends(four: Verdicts) -> None:
    layout = access_by_partner(four).layout
    ranges = {layout[f"xaxis{n}"].range for n in ("", 2, 3)}
    assert len(ranges) == 1
    lines = [(shape.xref, shape.x0) for shape in layout.shapes if shape.type == "line"]
    assert lines == [("x", "2015-05-01"), ("x2", "2015-05-01"), ("x3", "2015-05-01")]
    red = {trace.xaxis for trace in access_by_partner(four).data if trace.name == "served after a stated end"}
    assert red == {"x", "x2"}


def test_how_many_partners_are_not_shown_is_said(four: Verdicts) -> None:
    assert "2 more are not shown. 2 other partners in the log are left out." in told(access_by_partner(four, limit=1))
    assert "1 more is not shown." in told(access_by_partner(four, limit=2))
    assert "not shown" not in told(access_by_partner(four))
    without = access_by_partner(four, partners=["d", "x&y"])
    assert "<b>Partner D</b>" in " ".join(texts(without))
    assert title(without) == "Of no partner in log api shown here was an end of access stated"
    assert title(access_by_partner(four, partners=["b"])) == (
        "Log api: none of 1 partner with a stated end is shown to be served after it; that alone proves nothing"
    )


def test_an_end_far_outside_the_log_is_told_by_its_year_and_an_arrow(tmp_path: Path) -> None:
    ends = [said(stated_date="1999"), said("S2", stated_date="2030-05-01")]
    verdicts = judged(tmp_path, ends, each_day("2015-04-01", "2015-05-05"), sources=UTC)
    figure = access_by_partner(verdicts)
    assert {"◀ 1999", "2030 ▶"} <= {note.text for note in figure.layout.annotations}
    assert figure.layout.xaxis.range == ("2015-03-14", "2015-05-24")


def test_five_thousand_days_of_24_partners_stay_small(tmp_path: Path) -> None:
    partners = [{"partner_id": f"n{n:02}", "name": f"A partner of some length, {n}"} for n in range(26)]
    log = [line for n in range(26) for line in each_day("2005-01-01", "2018-09-09", 10_000 + n, f"n{n:02}")]
    statements = [said(f"S{n:02}", partner_id=f"n{n:02}") for n in range(26)]
    verdicts = judged(tmp_path, statements, log, sources=UTC, partners=partners)
    figure = access_by_partner(verdicts)
    assert len(figure.to_json()) < 1_000_000
    assert "a bar is 56 days" in told(figure)
    assert "2 more are not shown." in told(figure)
    assert len(daily_access(verdicts, "S01", before=4_000).to_json()) < 300_000


# --- what holds for both ------------------------------------------------------------------------------------------


def test_figures_are_the_same_each_time_and_hold_plain_lists(four: Verdicts) -> None:
    for draw in (lambda: daily_access(four, "S1"), lambda: access_by_partner(four)):
        first = draw().to_json()
        assert first == draw().to_json()
        assert "bdata" not in first
        assert "NaN" not in first
        json.loads(first)


def test_names_and_words_of_a_case_cannot_run(tmp_path: Path) -> None:
    statements = [said(speaker=HOSTILE, paraphrase=HOSTILE, date_text="by <b>April</b>, $x$ and $y$")]
    partners = [{"partner_id": "a", "name": HOSTILE}]
    categories = [{"category_id": "c", "name": HOSTILE}]
    log = each_day("2015-04-20", "2015-05-05", scope="c") + each_day("2015-04-20", "2015-05-05", 1, "<img src=x>")
    verdicts = judged(tmp_path, statements, log, sources=UTC, partners=partners, categories=categories)
    for figure in (daily_access(verdicts, "S1"), access_by_partner(verdicts)):
        for text in texts(figure):
            assert not re.search(r"<(?!/?b>|br>|/?span)", text), text
            assert "$" not in text
            assert "\u202e" not in text


@pytest.mark.parametrize("name", ["W" * 300, "漢字" * 80, "a b " * 100])
def test_no_title_is_wider_than_the_picture(tmp_path: Path, name: str) -> None:
    partners = [{"partner_id": "a", "name": name}]
    verdicts = judged(tmp_path, [said()], each_day("2015-04-20", "2015-05-05"), sources=UTC, partners=partners)
    for line in daily_access(verdicts, "S1").layout.title.text.split("<br>"):
        plain = html.unescape(re.sub("<[^>]*>", "", line))
        assert sum(2 if ord(letter) > 0x2000 else 1 for letter in plain) <= TITLE + 1


def test_ticks_are_whole_numbers_where_counts_are_drawn() -> None:
    assert amount_ticks(1, whole=True) == {"tickvals": [0, 1], "ticktext": ["0", "1"]}
    assert amount_ticks(3.2, whole=True)["ticktext"] == ["0", "1", "2", "3"]
    assert amount_ticks(1_234_567, whole=True)["ticktext"] == ["0", "500,000", "1,000,000"]
    assert amount_ticks(0, whole=True) == {"tickvals": [0], "ticktext": ["0"]}
    years = date_ticks(date(2005, 1, 1), date(2018, 12, 31), 900)
    assert years["ticktext"][:2] == ["2005", "2006"]
    assert date_ticks(date(2015, 4, 1), date(2015, 5, 1), 900)["ticktext"][0] == "1 Apr 2015"


def test_words_that_belong_together_stay_on_one_line() -> None:
    assert wrap("the last on 3\u00a0May\u00a02018", 18) == "the last on<br>3 May 2018"
    assert wrap("x" * 50, 20).count("<br>") == 3
    assert wrap("one two three four", 9, 2) == "one two<br>three…"


# --- made-up data -------------------------------------------------------------------------------------------------


def watermarks(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations if note.name == "synthetic"]


def test_a_made_up_case_says_so_in_title_and_picture(tmp_path: Path) -> None:
    log = each_day("2015-04-20", "2015-05-05")
    verdicts = judged(tmp_path, [said()], log, sources=UTC, more="synthetic = true\n")
    for figure in (daily_access(verdicts, "S1"), access_by_partner(verdicts)):
        assert title(figure).startswith("SYNTHETIC: ")
        assert title(figure).count("SYNTHETIC") == 1
        assert watermarks(figure) == ["<b>SYNTHETIC</b>"]


def test_other_figures_are_marked_once_and_real_ones_never(tmp_path: Path, facebook_verdicts: Verdicts) -> None:
    made_up = judged(tmp_path, [said()], each_day("2015-04-20", "2015-05-05"), more="synthetic = true\n").case
    figure = timeline(facebook_verdicts)
    before = figure.to_json()
    assert mark_synthetic(figure, facebook_verdicts.case.synthetic).to_json() == before
    marked = mark_synthetic(figure, made_up.synthetic).to_json()
    assert mark_synthetic(figure, made_up.synthetic).to_json() == marked
    assert title(figure).startswith("SYNTHETIC: ")
    assert len(watermarks(figure)) > 3  # a tall picture carries the word wherever it is cut

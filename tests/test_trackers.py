"""The trackers case: stated shutdowns against monthly lists from an installed package, as worked out by hand."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from cases import rows_of

from overstay import Case, Verdicts, access_by_partner, compare, daily_access, open_case
from overstay.datapackage import is_described
from overstay.tables import TABLES

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("whotracksme") is None,
    reason="the lists of this case lie in the package whotracksme 2018.5.17; pip install 'overstay[trackers]'",
)

FOLDER = Path(__file__).parent.parent / "data" / "trackers"
IN_PLACE, POSSIBLY_IN_PLACE, CANNOT_TELL = "left in place", "possibly left in place", "cannot tell"
CLOSED = ["T01", "T10", "T11", "T12", "T13", "T14", "T21", "T22", "T23", "T26", "T30", "T33"]

# Log, partner: first and last month answered, months answered, months with at least 95 of 100 requests failed, reading.
ACCESS = {
    ("trackers", "addthis"): ("2017-05", "2018-04", 12, 0, "plain"),
    ("trackers", "adtech"): ("2017-05", "2018-04", 12, 0, "plain"),
    ("trackers", "atlas"): ("2017-05", "2018-04", 12, 0, "arguable"),
    ("trackers", "audience-science"): ("2017-05", "2017-09", 5, 7, "plain"),
    ("trackers", "google-analytics"): ("2017-05", "2018-04", 12, 0, "arguable"),
    ("trackers", "googlecommerce"): ("2017-05", "2018-04", 12, 0, "arguable"),
    ("domains", "linkedin-bizo"): ("2017-05", "2018-04", 12, 0, "arguable"),
    ("trackers", "mathjax"): ("2017-05", "2018-04", 12, 0, "arguable"),
    ("domains", "photobucket"): ("2018-02", "2018-04", 3, 0, "plain"),
    ("trackers", "sap-xm"): ("2017-07", "2018-03", 9, 0, "plain"),
    ("trackers", "tellapart"): ("2017-09", "2017-11", 3, 5, "plain"),
}

# Statement, partner, least and most days after, verdict, rule, what goes on. Least runs from the last day of the end to
# the first of the last month answered, most from the first day of the end to the last of that month.
EXPECTED: list[tuple[str, str, int | None, int | None, str, str, str | None]] = [
    # 30 April 2017 and April 2018: 365 - 29 and 365; the whole domain, so no more than possibly
    ("T01", "mathjax", 336, 365, POSSIBLY_IN_PLACE, "perhaps after", None),
    # around 2017 = 2016 to 2018, and November 2017
    ("T10", "tellapart", -425, 699, CANNOT_TELL, "within the stated end", None),
    # an announcement, and no day of an end
    ("T11", "sap-xm", None, 89, CANNOT_TELL, "no last day", None),
    ("T12", "audience-science", None, 152, CANNOT_TELL, "no last day", None),
    ("T23", "linkedin-bizo", None, 819, CANNOT_TELL, "no last day", None),
    # March 2017 and April 2018; the successor uses the same domain
    ("T13", "googlecommerce", 366, 425, POSSIBLY_IN_PLACE, "perhaps after", "T13-successor"),
    # November 2016 and April 2018; measurement stayed
    ("T14", "atlas", 487, 545, POSSIBLY_IN_PLACE, "perhaps after", "T14-measurement"),
    # 30 June and 26 June 2017, and April 2018; paid pictures come from the same domain
    ("T21", "photobucket", 275, 304, POSSIBLY_IN_PLACE, "perhaps after", "T21-paid"),
    ("T22", "photobucket", 279, 308, POSSIBLY_IN_PLACE, "perhaps after", "T21-paid"),
    # the lists stop years before
    ("T26", "addthis", -1886, -1857, CANNOT_TELL, "before", None),
    ("T30", "google-analytics", -1917, -1888, CANNOT_TELL, "before", None),
    ("T33", "adtech", -1005, -611, CANNOT_TELL, "before", None),
]


@pytest.fixture(scope="module")
def case() -> Case:
    return open_case(FOLDER)


@pytest.fixture(scope="module")
def verdicts(case: Case) -> Verdicts:
    return compare(case)


@pytest.fixture(scope="module")
def pairs(case: Case, verdicts: Verdicts) -> pd.DataFrame:
    """Each comparison with the partner, program and reading of its log."""
    seen = case.access[["observation_id", "partner_id", "reading"]]
    return verdicts.comparisons.drop(columns="partner_id").merge(seen, on="observation_id").set_index("statement_id")


def test_the_case_opens_clean_and_is_described(case: Case) -> None:
    assert case.problems == ()
    tables = case.loads[case.loads["file"].isin([f"{table.name}.csv" for table in TABLES])]
    assert dict(rows_of(tables, "file", "loaded")) == {
        "sources.csv": 13,
        "partners.csv": 11,
        "programs.csv": 15,
        "categories.csv": 1,
        "statements.csv": 16,
        "observations.csv": 0,
    }
    assert is_described(FOLDER)
    assert not case.synthetic


def test_every_row_of_both_lists_is_read_and_none_is_rejected(case: Case) -> None:
    logs = case.logs
    assert logs.groupby("log_id")["loaded"].sum().to_dict() == {"domains": 11_346, "trackers": 8_801}
    assert logs.groupby("log_id")["file"].nunique().to_dict() == {"domains": 12, "trackers": 12}
    assert (logs["rows"] == logs["loaded"]).all() and not logs["rejected"].any() and case.rejected.empty
    assert logs["incomplete"].str.contains("only third parties are listed that are met on more than ten sites").all()


def test_each_service_was_answered_in_the_months_counted_by_hand(case: Case) -> None:
    known = case.access[case.access["known"]]
    found = {
        (row.log_id, row.partner_id): (row.first_seen, row.last_seen, row.served, row.refused, row.reading)
        for row in known.itertuples()
    }
    assert found == ACCESS


def test_third_parties_of_no_statement_stay_visible_as_themselves(case: Case) -> None:
    others = case.access[~case.access["known"]]
    assert {"doubleclick", "facebook"} <= set(others["partner_as_logged"])
    assert set(others["category_id"]) == {"page-visits"}


def test_a_month_is_never_turned_into_a_day(case: Case) -> None:
    known = case.access[case.access["known"]]
    assert (
        known["first_seen"].str.fullmatch(r"\d{4}-\d\d").all() and known["last_seen"].str.fullmatch(r"\d{4}-\d\d").all()
    )
    daily = case.daily(partner_id="mathjax")
    months = pd.period_range("2017-05", "2018-04", freq="M")
    assert daily["from_date"].tolist() == [month.start_time for month in months]
    assert daily["until_date"].tolist() == [month.end_time.normalize() for month in months]


def test_a_month_in_which_nearly_every_request_failed_counts_as_refused(case: Case) -> None:
    daily = case.daily(partner_id="audience-science")
    refused = daily.loc[daily["refused"] > 0, "from_date"].dt.strftime("%Y-%m").tolist()
    assert refused == ["2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03", "2018-04"]
    assert not (daily["served"].astype(bool) & daily["refused"].astype(bool)).any()


def test_the_chart_follows_the_share_of_page_loads(case: Case) -> None:
    daily = case.daily(partner_id="photobucket", log_id="domains")
    assert daily["measure"].round(6).tolist() == [0.000456, 0.000537, 0.000527]


@pytest.mark.parametrize(("statement", "partner", "least", "most", "verdict", "rule", "goes_on"), EXPECTED)
def test_a_pair_comes_out_as_worked_out_by_hand(
    pairs: pd.DataFrame,
    statement: str,
    partner: str,
    least: int | None,
    most: int | None,
    verdict: str,
    rule: str,
    goes_on: str | None,
) -> None:
    row = pairs.loc[statement]
    days = [None if pd.isna(row[name]) else int(row[name]) for name in ("days_after_least", "days_after_most")]
    partly = None if pd.isna(row["partly_explained_by"]) else row["partly_explained_by"]
    assert (row["partner_id"], *days, row["verdict"], row["rule"], partly) == (
        partner,
        least,
        most,
        verdict,
        rule,
        goes_on,
    )


def test_each_stated_end_meets_its_own_service_and_no_other(pairs: pd.DataFrame) -> None:
    assert sorted(pairs.index) == CLOSED


def test_nothing_here_is_certain_enough_for_an_accusation(verdicts: Verdicts) -> None:
    assert set(verdicts.findings["verdict"]) == {POSSIBLY_IN_PLACE, CANNOT_TELL}
    assert verdicts.findings["statement_id"].tolist() == CLOSED


def test_an_id_that_is_broader_or_used_again_makes_it_possible_at_most(pairs: pd.DataFrame) -> None:
    arguable = pairs[pairs["reading"] == "arguable"]
    assert sorted(arguable.index) == ["T01", "T13", "T14", "T23", "T30"]
    assert set(arguable["verdict"]) <= {POSSIBLY_IN_PLACE, CANNOT_TELL}
    assert (arguable["scope"] == "vaguer evidence").all()


def test_the_two_days_for_photobucket_stand_side_by_side(verdicts: Verdicts) -> None:
    both = verdicts.findings[verdicts.findings["partner_id"] == "photobucket"]
    assert rows_of(both, "statement_id", "claim_id", "stated_date", "verdict") == [
        ("T21", "T21", "2017-06-30", POSSIBLY_IN_PLACE),
        ("T22", "T22", "2017-06-26?", POSSIBLY_IN_PLACE),
    ]


def test_where_half_a_sentence_says_what_goes_on_the_reason_names_it(pairs: pd.DataFrame) -> None:
    for statement, half in {"T13": "T13-successor", "T14": "T14-measurement", "T21": "T21-paid"}.items():
        assert f"{half} covers a part of what was seen, which may be all of it" in pairs.loc[statement, "reason"]


def test_only_months_certainly_after_the_end_are_counted(pairs: pd.DataFrame) -> None:
    # May 2017 begins in UTC+14 before 30 April 2017 is over in UTC-12, and nobody says which zone either is in.
    after = pairs.loc[["T01", "T13", "T14", "T21", "T22"], "events_after"]
    assert after.tolist() == [11, 12, 12, 3, 3]


def test_a_list_with_a_floor_never_makes_a_statement_consistent(tmp_path: Path) -> None:
    other = tmp_path / "trackers"
    shutil.copytree(FOLDER, other)
    statements = other / "statements.csv"
    text = statements.read_text(encoding="utf-8")
    statements.write_text(text.replace("2018-02~/..", "2018-03").replace("2017-06~/..", "2017-10"), encoding="utf-8")
    compared = compare(open_case(other)).comparisons.set_index("statement_id")
    for statement in ("T11", "T12"):
        assert tuple(compared.loc[statement, ["verdict", "rule"]]) == (CANNOT_TELL, "incomplete log")
        assert "only third parties are listed that are met on more than ten sites" in compared.loc[statement, "reason"]


@pytest.mark.parametrize("share", ["0.52", "1.0"])
def test_the_share_of_failures_that_counts_as_refused_decides_no_verdict(
    verdicts: Verdicts, tmp_path: Path, share: str
) -> None:
    other = tmp_path / "trackers"
    shutil.copytree(FOLDER, other)
    settings = other / "case.toml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("refused_from = 0.95") == 2
    settings.write_text(text.replace("refused_from = 0.95", f"refused_from = {share}"), encoding="utf-8")
    columns = ("statement_id", "verdict", "last_seen")
    told = [row for row in rows_of(verdicts.findings, *columns) if row[1] == POSSIBLY_IN_PLACE]
    found = rows_of(compare(open_case(other)).findings, *columns)
    assert [row for row in found if row[1] == POSSIBLY_IN_PLACE] == told
    assert {row[1] for row in found} == {POSSIBLY_IN_PLACE, CANNOT_TELL}


def test_a_day_of_an_announcement_read_as_an_end_would_accuse(tmp_path: Path) -> None:
    other = tmp_path / "trackers"
    shutil.copytree(FOLDER, other)
    statements = other / "statements.csv"
    text = statements.read_text(encoding="utf-8")
    statements.write_text(text.replace("2017-06~/..", "2017-06~"), encoding="utf-8")
    row = compare(open_case(other)).finding("T12")
    assert (row["verdict"], row["days_after_least"], row["days_after_most"]) == (IN_PLACE, 32, 152)


def test_a_month_in_which_nobody_answered_is_never_drawn_as_an_overstay(tmp_path: Path) -> None:
    other = tmp_path / "trackers"
    shutil.copytree(FOLDER, other)
    statements = other / "statements.csv"
    text = statements.read_text(encoding="utf-8")
    statements.write_text(text.replace("2017-06~/..", "2017-07-31"), encoding="utf-8")
    accused = compare(open_case(other))
    for figure in (daily_access(accused, "T12"), access_by_partner(accused, partners=["audience-science"])):
        red = [bar for bar in figure.data if bar.name and re.search("(?<!possibly )after", bar.name)]
        drawn = {str(day) for bar in red if "log" not in bar.name for day in bar.x}
        assert drawn == {"2017-09-01"}


# The abstracts of sources


def documents() -> list[Path]:
    return sorted((FOLDER / "documents").glob("*.md"))


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of an abstract."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def test_every_source_has_an_abstract(case: Case) -> None:
    named = case.sources.set_index("source_id")["document"].dropna().to_dict()
    assert named == {path.stem: f"documents/{path.name}" for path in documents()}
    assert set(named) == set(case.sources["source_id"])


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_an_abstract_belongs_to_its_source_and_names_its_rows(case: Case, path: Path) -> None:
    front, body = parts(path)
    source = case.sources.set_index("source_id").loc[path.stem]
    assert front["source_id"] == path.stem
    assert (front["title"], front["original"]) == (source["title"], source["url"])
    assert front["published"] == (None if pd.isna(source["published"]) else source["published"])
    rows = case.statements.loc[case.statements["source_id"] == path.stem, "statement_id"]
    assert re.findall(r"T\d\d(?:-\w+)?", str(front["rows"] or "")) == sorted(rows)
    assert 80 <= len(body.split()) <= 400


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_an_abstract_quotes_no_more_than_the_words_noted(case: Case, path: Path) -> None:
    _, body = parts(path)
    noted = set(case.statements.loc[case.statements["source_id"] == path.stem, "date_text"])
    assert body.count('"') % 2 == 0
    assert set(re.findall(r'"([^"]*)"', body)) <= noted

"""The Facebook case: it opens clean, and what follows from it is what was worked out by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from cases import rows_of

from overstay import Case, Verdicts

CONTRADICTED, IN_PLACE = "contradicted", "left in place"
POSSIBLY, POSSIBLY_IN_PLACE = "possibly contradicted", "possibly left in place"
EXPLAINED, CONSISTENT, CANNOT_TELL = "explained", "consistent", "cannot tell"

# Statement, observations, least and most days after, verdict, explained by. Days run from the latest reading of the
# stated end to the earliest of the last access, and from the earliest to the latest.
EXPECTED: list[tuple[str, str, int | None, int | None, str, str | None]] = [
    # Partnerships with device makers, closed "months ago" on 18 December 2018; Microsoft and Sony until 24 July 2019
    ("S042", "O031 O032 O033", 266, 479, CONTRADICTED, None),
    ("S042", "O015", 49, 262, EXPLAINED, "S034"),
    ("S042", "O016", 49, 262, EXPLAINED, "S035"),
    ("S042", "O017", 48, 261, EXPLAINED, "S035"),
    ("S042", "O024", -150, 63, CANNOT_TELL, None),
    ("S042", "O026 O027 O028", -148, 65, CANNOT_TELL, None),
    ("S043", "O031 O032", 218, 479, POSSIBLY, None),
    ("S046", "O015", None, 0, CANNOT_TELL, None),
    ("S047", "O031 O032", 205, 296, CANNOT_TELL, None),
    ("S023", "O025", -5, 0, CANNOT_TELL, None),
    # Numbers as a whole: no more than they leave over
    ("S027", "", None, None, CANNOT_TELL, None),
    ("S028", "", None, None, CANNOT_TELL, None),
    ("S029", "", None, None, CANNOT_TELL, None),
    ("S047", "", None, None, CANNOT_TELL, None),
    # Group members' data, unused apps
    ("S107", "O063", 520, 580, CONTRADICTED, None),
    ("S107", "O064", 0, 580, POSSIBLY, None),
    ("S109", "O065", 630, 819, CONTRADICTED, None),
    ("S114", "O063", -60, None, CANNOT_TELL, None),
    ("S114", "O064", -580, None, CANNOT_TELL, None),
    ("S116", "O065", -182, None, CANNOT_TELL, None),
    # Instant personalization, a feature said to have ended in 2014
    ("S070", "O003", 732, 1460, IN_PLACE, None),
    ("S069", "O003", 732, 1460, IN_PLACE, None),
    ("S069", "O004", 1248, 1703, IN_PLACE, None),
    ("S069", "O005 O006", 732, 1460, POSSIBLY_IN_PLACE, None),
    ("S069", "O007", -364, 1812, POSSIBLY_IN_PLACE, None),
    ("S071", "O004 O005 O006 O007", None, None, CANNOT_TELL, None),
    # Messages: Netflix, Spotify, the bank
    ("S072", "O008 O009 O010", 276, 761, IN_PLACE, None),
    ("S073", "O008", 276, 761, IN_PLACE, None),
    ("S075", "O009", 276, 761, IN_PLACE, None),
    ("S076", "O010", 276, 761, IN_PLACE, None),
    ("S078", "O071", 367, 1095, IN_PLACE, None),
    ("S079", "O008", None, None, CANNOT_TELL, None),
    ("S081", "O072", 367, 1095, CONTRADICTED, None),
    ("S081", "O059 O060", -364, 364, CANNOT_TELL, None),
    ("S082", "O010", None, None, CONTRADICTED, None),
    ("S082", "O058", None, None, POSSIBLY, None),
    ("S083", "O010", 367, 1095, POSSIBLY, None),
    ("S083", "O058", -364, 364, CANNOT_TELL, None),
    # Yandex, The New York Times, Yahoo
    ("S088", "O019", -364, 364, CANNOT_TELL, None),
    ("S090", "O020", 1950, 2436, IN_PLACE, None),
    ("S090", "O021", -122, 122, CANNOT_TELL, None),
    ("S092", "O001 O002", 1613, 2556, IN_PLACE, None),
    # Cut off, and watched or not
    ("S104", "O067", 0, 0, CONSISTENT, None),
    ("S105", "O068", None, None, CANNOT_TELL, None),
    ("S108", "O066", 0, 0, CANNOT_TELL, None),
    # Friends' data: 30 April 2015, "in 2014", and what was extended
    ("S001", "O037", 977, 1341, POSSIBLY, None),
    ("S001", "O038", -29, 0, CANNOT_TELL, None),
    ("S001", "O041 O042 O043 O044", -119, 245, POSSIBLY, None),
    ("S001", "O053", 1, 214, EXPLAINED, "S143"),
    ("S001", "O054", 215, 276, EXPLAINED, "S141"),
    ("S003", "O039", 118, 482, POSSIBLY, None),
    ("S005", "O037", 977, 1370, CANNOT_TELL, None),
    ("S005", "O038", -29, 29, CANNOT_TELL, None),
    ("S006", "O037", None, 1706, CANNOT_TELL, None),
    ("S006", "O038", None, 365, CANNOT_TELL, None),
    ("S012", "O052", -273, 213, CANNOT_TELL, None),
    ("S013", "O052", -91, 213, CANNOT_TELL, None),
    ("S013", "O055", -231, 44, CANNOT_TELL, None),
    ("S015", "O052", -60, 60, CANNOT_TELL, None),
    ("S141", "O054", -61, 61, CANNOT_TELL, None),
    # BlackBerry, Microsoft's contacts, Apple
    ("S054", "O022", 641, 794, POSSIBLY_IN_PLACE, None),
    ("S055", "O022", 366, 824, POSSIBLY_IN_PLACE, None),
    ("S054", "O036", None, None, CANNOT_TELL, None),
    ("S055", "O036", None, None, CANNOT_TELL, None),
    ("S056", "O012", 551, 944, POSSIBLY_IN_PLACE, None),
    ("S051", "O029", None, None, CANNOT_TELL, None),
]
PAIRS = [(s, o, *rest) for s, names, *rest in EXPECTED for o in (names.split() or [""])]

# Another partner, program or kind of data; an excepted partner; an unnamed one; what gives no end
NO_PAIR = [
    ("S088", "O018"),
    ("S043", "O015"),
    ("S043", "O016"),
    ("S043", "O017"),
    ("S070", "O004"),
    ("S032", "O001"),
    ("S073", "O071"),
    ("S044", "O015"),
    ("S045", "O016"),
    ("S074", "O008"),
]

FINDINGS = {
    CONTRADICTED: "S042 S081 S082 S107 S109",
    IN_PLACE: "S069 S070 S072 S073 S075 S076 S078 S090 S092",
    POSSIBLY: "S001 S002 S003 S005 S007 S008 S043 S083 S115",
    POSSIBLY_IN_PLACE: "S054 S055 S056",
    EXPLAINED: "",
    CONSISTENT: "S104",
}


@pytest.fixture(scope="module")
def pairs(facebook_verdicts: Verdicts) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Each comparison by its two ids; the second is blank where a number is tested."""
    columns = (
        "statement_id",
        "observation_id",
        "days_after_least",
        "days_after_most",
        "verdict",
        "explained_by",
        "late",
    )
    return {(row[0], row[1] or ""): row[2:] for row in rows_of(facebook_verdicts.comparisons, *columns)}


def test_the_case_opens_clean_with_all_its_rows(facebook: Case) -> None:
    assert facebook.problems == ()
    assert dict(rows_of(facebook.loads, "file", "loaded")) == {
        "sources.csv": 70,
        "partners.csv": 120,
        "programs.csv": 18,
        "categories.csv": 21,
        "statements.csv": 143,
        "observations.csv": 72,
        "evidence.csv": 81,
    }


@pytest.mark.parametrize(("statement", "observation", "least", "most", "verdict", "by"), PAIRS)
def test_a_pair_comes_out_as_worked_out_by_hand(
    pairs: dict[tuple[str, str], Any], statement: str, observation: str, least: Any, most: Any, verdict: str, by: Any
) -> None:
    found = pairs[statement, observation]
    explained_by = found[3] if verdict == EXPLAINED else None
    assert (*found[:3], explained_by) == (least, most, verdict, by)


@pytest.mark.parametrize(("statement", "observation"), NO_PAIR)
def test_what_is_not_about_the_same_thing_is_not_compared(
    pairs: dict[tuple[str, str], Any], statement: str, observation: str
) -> None:
    assert (statement, observation) not in pairs


def test_extensions_came_to_light_late_and_continuations_in_time(pairs: dict[tuple[str, str], Any]) -> None:
    late = {pair: pairs[pair][4] for pair in [("S001", "O053"), ("S001", "O054"), ("S042", "O015"), ("S042", "O017")]}
    assert list(late.values()) == [True, True, False, False]


@pytest.mark.parametrize("verdict", FINDINGS)
def test_these_statements_and_no_others_have_the_verdict(facebook_verdicts: Verdicts, verdict: str) -> None:
    findings = facebook_verdicts.findings
    assert findings.loc[findings["verdict"] == verdict, "statement_id"].tolist() == FINDINGS[verdict].split()


def test_statements_that_met_no_observation_are_listed_apart(facebook_verdicts: Verdicts) -> None:
    findings = facebook_verdicts.findings.set_index("statement_id")
    assert not findings.loc[["S074", "S103", "S113"], "met"].any()
    assert set(findings.loc[~findings["met"], "verdict"]) == {CANNOT_TELL}


@pytest.mark.parametrize(
    ("statement", "against"),
    [("S073", "S079"), ("S075", "S084"), ("S076", "S082"), ("S081", "O059 O060"), ("S083", "S082")],
)
def test_what_speaks_against_a_finding_is_named(facebook_verdicts: Verdicts, statement: str, against: str) -> None:
    assert set(against.split()) <= set(facebook_verdicts.finding(statement)["disputed_by"].split("|"))


def test_the_numbers_under_each_verdict_add_up(facebook_verdicts: Verdicts) -> None:
    tallies = [
        "contradicted",
        "left_in_place",
        "possibly_contradicted",
        "possibly_left_in_place",
        "explained",
        "consistent",
    ]
    per_statement = facebook_verdicts.comparisons.groupby("statement_id").size()
    for finding in facebook_verdicts.findings.itertuples():
        counted = sum(getattr(finding, name) for name in [*tallies, "cannot_tell"])
        assert counted == per_statement.get(finding.statement_id, 0), finding.statement_id
    summary = facebook_verdicts.summary()
    assert summary["statements"].sum() == len(facebook_verdicts.findings)
    assert (summary["claims"] <= summary["statements"]).all()


def test_each_id_in_the_evidence_is_a_row_of_the_case(facebook: Case, facebook_verdicts: Verdicts) -> None:
    ids = {*facebook.statements["statement_id"], *facebook.observations["observation_id"]}
    for evidence in (*facebook_verdicts.comparisons["evidence"], *facebook_verdicts.findings["evidence"]):
        assert set(evidence.split("|")) <= ids, evidence


def test_each_reason_is_a_whole_sentence(facebook_verdicts: Verdicts) -> None:
    reasons = [*facebook_verdicts.comparisons["reason"], *facebook_verdicts.findings["reason"]]
    broken = re.compile(r"None|nan|NaT|<NA>|\.0\b|  |\.\.|\d{4}-\d\d\.|\b1 days|[^.]$|^\s| ,|\bA [aeio]")
    assert [reason for reason in reasons if broken.search(reason)] == []


# The abstracts of sources


def documents() -> list[Path]:
    return sorted((Path(__file__).parent.parent / "data" / "facebook" / "documents").glob("*.md"))


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of an abstract."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


MAIN_SOURCES = (
    "fb-partners-2018-12-18 fb-messaging-2018-12-19 fb-nyt-reply-2018-06-03 fb-house-qfr-2018-06-29 nyt-2018-06-03"
    " nyt-2018-12-18 netflix-2018-12-19 rbc-2018-12-19 yandex-2018-12 nytco-2018-12-19 us-v-facebook-2019-07-24"
    " toulas-2018-12-20"
)


def test_the_main_sources_have_an_abstract(facebook: Case) -> None:
    assert set(MAIN_SOURCES.split()) <= {path.stem for path in documents()}
    named = facebook.sources.set_index("source_id")["document"].dropna()
    assert named.to_dict() == {path.stem: f"documents/{path.name}" for path in documents()}


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_an_abstract_belongs_to_its_source_and_names_its_rows(facebook: Case, path: Path) -> None:
    front, body = parts(path)
    assert front["source_id"] == path.stem
    source = facebook.sources.set_index("source_id").loc[path.stem]
    assert (front["title"], str(front["published"])) == (source["title"], source["published"])
    assert front["original"] == source["url"] or not isinstance(source["url"], str)
    rows = facebook.sql(
        "SELECT statement_id FROM statements WHERE source_id = $source"
        " UNION ALL SELECT observation_id FROM observations WHERE source_id = $source",
        source=path.stem,
    ).fetchall()
    named = re.findall(r"[SO]\d{3}", str(front.get("rows") or ""))
    assert sorted(named) == sorted(row for (row,) in rows)
    assert 150 <= len(body.split()) <= 400


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_an_abstract_quotes_no_more_than_eight_words_at_a_time(path: Path) -> None:
    _, body = parts(path)
    quotes = re.findall(r'"([^"]*)"|“([^”]*)”', body)
    assert body.count('"') % 2 == 0 and body.count("“") == body.count("”")
    assert [quote for pair in quotes if len((quote := "".join(pair)).split()) > 8] == []

"""Which verdicts hang on the zone, on days of grace, or on how arguable rows are read."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from cases import SETTINGS, make_case, open_rows, rows_of, said, seen, usual_sources

from overstay import Case, open_case, sensitivity

COLUMNS = ("statement_id", "observation_id", "option", "choice", "verdict", "verdict_then")


def test_each_choice_that_flips_a_verdict_has_a_row_and_no_other(tmp_path: Path) -> None:
    statements = [
        said("S1"),
        said("S2", partner_id="b", reading="arguable"),
        said("S3", partner_id="c"),
        said("S4", quantifier="some", count="2", of="2", program_id="q", stated_date="2015-04"),
    ]
    observations = [
        seen("O1", last_seen="2015-05-01"),
        seen("O2", partner_id="b", last_seen="2016"),
        seen("O3", partner_id="c", last_seen="2030"),
    ]
    flips = sensitivity(open_rows(tmp_path, statements, observations), zones=("unknown", "UTC"), grace_days=(1, 365))
    assert tuple(flips.columns) == COLUMNS
    possibly = "possibly contradicted"
    assert rows_of(flips, *COLUMNS) == [
        ("S1", "O1", "zone", "UTC", possibly, "contradicted"),  # a day apart: certain as soon as the zone is known
        ("S1", "O1", "grace_days", "1", possibly, "cannot tell"),
        ("S1", "O1", "grace_days", "365", possibly, "cannot tell"),
        ("S2", "O2", "reading", "plain", possibly, "contradicted"),
        # S3 was overstayed by fifteen years: nothing flips it. O3 alone is one too many for the count of S4, too.
    ]


def test_a_count_can_flip_as_a_whole(tmp_path: Path) -> None:
    case = open_rows(tmp_path, [said(quantifier="some", count="2", of="2")], [seen(last_seen="2015-05-01")])
    flips = sensitivity(case, zones=("UTC",), grace_days=())
    assert rows_of(flips, *COLUMNS) == [("S1", None, "zone", "UTC", "cannot tell", "contradicted")]


def test_days_of_grace_can_undo_a_consistent_verdict(tmp_path: Path) -> None:
    case = open_rows(tmp_path, [said()], [seen(last_seen="2015-04-30", watched_until="2015-05-03")])
    flips = sensitivity(case, zones=(), grace_days=(2, 3))
    assert rows_of(flips, *COLUMNS) == [("S1", "O1", "grace_days", "3", "consistent", "cannot tell")]


def test_where_the_case_has_a_zone_the_unknown_one_is_a_choice(tmp_path: Path) -> None:
    folder = make_case(
        tmp_path,
        settings=SETTINGS + 'zone = "UTC"\n',
        statements=[said()],
        observations=[seen(last_seen="2015-05-01")],
    )
    flips = sensitivity(open_case(folder), zones=("unknown", "UTC", "+14:00"), grace_days=())
    assert rows_of(flips, *COLUMNS) == [("S1", "O1", "zone", "unknown", "contradicted", "possibly contradicted")]


def test_where_each_source_has_a_zone_no_other_flips_anything(tmp_path: Path) -> None:
    case = open_rows(tmp_path, [said()], [seen(last_seen="2015-05-01")], sources=usual_sources(s="UTC", o="UTC"))
    flips = sensitivity(case, zones=("UTC",), grace_days=())
    assert (tuple(flips.columns), len(flips)) == (COLUMNS, 0)


@pytest.fixture(scope="module")
def flips(facebook: Case) -> pd.DataFrame:
    """What flips in the Facebook case."""
    return sensitivity(facebook)


def test_no_zone_alone_makes_an_accusation_of_the_facebook_case_certain(flips: pd.DataFrame) -> None:
    # About 100 partners may have reached group members' data from the stated day on: that day itself is no overstay.
    zones = flips[flips["option"] == "zone"]
    assert rows_of(zones, "statement_id", "observation_id", "verdict", "verdict_then") == []


def test_the_overstay_of_group_data_stands_in_every_zone_and_with_a_year_of_grace(flips: pd.DataFrame) -> None:
    assert flips[(flips["statement_id"] == "S107") & (flips["observation_id"] == "O063")].empty


def test_the_device_partnerships_stand_with_ninety_days_of_grace_and_not_with_a_year(flips: pd.DataFrame) -> None:
    mine = flips[(flips["statement_id"] == "S042") & (flips["observation_id"] == "O031")]
    assert rows_of(mine, *COLUMNS) == [("S042", "O031", "grace_days", "365", "contradicted", "cannot tell")]


def test_what_hangs_on_a_reading_of_the_facebook_case(flips: pd.DataFrame) -> None:
    plain = flips[flips["option"] == "reading"]
    assert set(plain["choice"]) == {"plain"}
    pairs = rows_of(plain, "statement_id", "observation_id", "verdict", "verdict_then")
    assert ("S083", "O010", "possibly contradicted", "contradicted") in pairs
    assert ("S056", "O012", "possibly left in place", "left in place") in pairs
    assert all(then == before.removeprefix("possibly ") for _, _, before, then in pairs)


def test_flips_come_sorted_by_statement_and_observation(flips: pd.DataFrame) -> None:
    keys = flips[["statement_id", "observation_id"]]
    assert keys.equals(keys.sort_values(["statement_id", "observation_id"], na_position="last", kind="stable"))
    assert (flips["verdict"] != flips["verdict_then"]).all()

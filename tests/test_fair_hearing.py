"""What a defence would say: access that other words may cover, denials that must be heard, sentences that hold."""

from __future__ import annotations

from pathlib import Path

from cases import open_rows, said, seen, usual_sources

from overstay import Verdicts, card, compare


def verdicts_on(folder: Path, statements: list[dict[str, str]], observations: list[dict[str, str]]) -> Verdicts:
    return compare(open_rows(folder, statements, observations))


def test_access_that_may_be_the_part_said_to_go_on_is_no_certain_contradiction(tmp_path: Path) -> None:
    goes_on = said("S2", kind="continues", category_id="c", stated_date="2015/2018")
    found = verdicts_on(tmp_path, [said(), goes_on], [seen(last_seen="2016-08-10")]).comparisons
    assert found[["statement_id", "verdict", "partly_explained_by"]].to_numpy().tolist() == [
        ["S1", "possibly contradicted", "S2"]
    ]
    assert "S2 covers a part of what was seen, which may be all of it" in found["reason"][0]


def test_an_unnamed_partner_may_be_the_one_of_whom_it_is_said_that_it_goes_on(tmp_path: Path) -> None:
    never = said(kind="never", partner_id="", quantifier="all", stated_date="2012/2018")
    goes_on = said("S2", kind="continues", partner_id="b", stated_date="2013/2016")
    unnamed = seen(partner_id="", last_seen="2015-08-10")
    assert verdicts_on(tmp_path, [never, goes_on], [unnamed]).finding("S1")["verdict"] == "cannot tell"


def test_the_denial_of_the_partner_on_whom_an_accusation_rests_is_heard(tmp_path: Path) -> None:
    ended = said(partner_id="", quantifier="all")
    denial = said("S2", speaker="Partner A", kind="never", stated_date="2012/2018")
    other = said("S3", speaker="Partner B", partner_id="b", kind="never", stated_date="2012/2018")
    finding = verdicts_on(tmp_path, [ended, denial, other], [seen(last_seen="2016")]).finding("S1")
    assert (finding["verdict"], finding["disputed_by"]) == ("contradicted", "S2")


def test_a_card_of_a_contradicted_number_does_not_say_that_nothing_is_shown(tmp_path: Path) -> None:
    some = said(partner_id="", quantifier="some", count="2", of="3")
    observations = [seen(f"O{letter}", partner_id=letter, last_seen="2016") for letter in "ab"]
    shown = card(verdicts_on(tmp_path, [some], observations), "S1").set_index("what")["text"]
    assert shown["Verdict"] == "contradicted"
    assert shown["Does not prove"] == "Which partners they were: they are counted, not named."


def test_a_continuation_reaches_past_an_end_when_its_day_lasts_longer_elsewhere(tmp_path: Path) -> None:
    # The same day, but the end is in UTC and nobody knows in which zone the continuation was meant.
    ended = said(partner_id="", quantifier="all", source_id="s", stated_date="2015-04-30")
    goes_on = said("S2", kind="continues", source_id="late", stated_date="2015-04-30")
    unnamed = seen(partner_id="", source_id="o", last_seen="2015-06-10")
    case = open_rows(tmp_path, [ended, goes_on], [unnamed], sources=usual_sources(s="UTC", o="UTC"))
    assert compare(case).finding("S1")["verdict"] == "cannot tell"

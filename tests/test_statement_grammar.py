"""One construct of English after another, and what each states about access; the sentences are ours."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-10-10"  # a Thursday
NAMES = Names(
    [
        {"partner_id": "larch", "name": "Larchmont Maps", "aliases": "Larchmont"},
        {"partner_id": "pipit", "name": "Pipit", "aliases": ""},
        {"partner_id": "sable", "name": "Sable Radio", "aliases": "Sable"},
        {"partner_id": "tern", "name": "Tern Clinic", "aliases": ""},
    ],
    [{"program_id": "post-link", "name": "Post Link", "aliases": ""}],
    [
        {"category_id": "photos", "name": "photos", "aliases": ""},
        {"category_id": "diaries", "name": "diaries", "aliases": ""},
    ],
)


def found(text: str, speaker: str = "") -> list[str]:
    """Each statement as kind, partners and date in one line."""
    table = find_statements(text, said_on=SAID, partners=NAMES, speaker=speaker)
    return [f"{row.kind} {row.partner_ids or '-'} {row.stated_date}" for row in table.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The closure of Pipit's feed was completed in May 2017.", ["ended pipit 2017-05"]),
        ("The withdrawal of Sable's permission to see photos happened in 2016.", ["ended sable 2016"]),
        ("Termination of the keys issued to Pipit occurred on 9 March 2018.", ["ended pipit 2018-03-09"]),
        ("June 2016 saw the end of Larchmont's access to photos.", ["ended larch 2016-06"]),
        ("2015 brought the end of the integration with Tern Clinic.", ["ended tern 2015"]),
        ("The removal of the Post Link will take place on 2 December 2019.", ["will-end - 2019-12-02"]),
    ],
)
def test_an_end_may_be_told_by_a_noun(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stripped of its key in February 2018, Pipit turned to scanning paper maps.", ["ended pipit 2018-02"]),
        ("Cut off from photos in 2014, Sable Radio hired its own camera crew.", ["ended sable 2014"]),
        ("Its permission having run out on 4 May 2017, Pipit could not load photos.", ["ended pipit 2017-05-04"]),
        ("Pipit's tokens, cancelled in March 2016, could not be used again.", ["ended pipit 2016-03"]),
        ("The feed built for Larchmont, retired in 2015, had shown diaries.", ["ended larch 2015"]),
        ("The last key belonging to Tern Clinic was revoked on 4 April 2018.", ["ended tern 2018-04-04"]),
        ("Pipit was barred from loading photos in 2015.", ["ended pipit 2015"]),
    ],
)
def test_participles_tell_of_the_noun_that_they_lean_on(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only in 2017 did Sable Radio lose access to photos.", ["ended sable 2017"]),
        ("Not until 2017 was Sable's access cut off.", ["ended sable 2017"]),
        ("At no point was Pipit able to read diaries.", ["never pipit ../2019-10-10"]),
        ("Pipit did not at any time have access to diaries.", ["never pipit ../2019-10-10"]),
        ("Among those that lost access to photos in 2015 were Pipit and Tern Clinic.", ["ended pipit|tern 2015"]),
        ("Sable's scope was reduced and, on 7 July 2017, withdrawn altogether.", ["ended sable 2017-07-07"]),
    ],
)
def test_word_order_may_be_turned_round(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larchmont is due to be removed from the Post Link in November.", ["will-end larch 2019-11"]),
        ("The court directs that Pipit cease collecting photos no later than 1 December 2019.",
         ["will-end pipit 2019-10-10/2019-12-01"]),
        ("The trustee has yet to revoke Sable's access to photos.", ["continues sable 2019-10-10/.."]),
        ("Tern Clinic is hereby barred from reading diaries as of 1 December 2019.", ["will-end tern 2019-12-01"]),
        ("Quillon had planned to end Pipit's access but changed its mind.", []),
    ],
)  # fmt: skip
def test_what_is_due_is_not_over_and_what_is_yet_to_be_done_is_not_done(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pipit used to read diaries but no longer does.", ["ended pipit ../2019-10-10"]),
        ("Neither Pipit nor Sable Radio can read diaries any longer.", ["ended pipit|sable ../2019-10-10"]),
        ("Pipit had no access to diaries.", ["never pipit ../2019-10-10"]),
        ("Since 2015 Pipit has had no access to photos.", ["ended pipit 2015"]),
        ("Sable's feed has been dead since April 2017.", ["ended sable 2017-04"]),
        ("Pipit turned its back on the Post Link in 2015.", ["ended pipit 2015"]),
        ("Pipit's access was suspended in March and has not been restored.", ["ended pipit 2019-03"]),
        ("Quillon confirmed that Pipit is no longer a partner and has no access to photos.",
         ["ended pipit ../2019-10-10"]),
    ],
)  # fmt: skip
def test_a_negation_may_stand_in_the_subject_the_object_or_an_ellipsis(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quillon let its contract with Sable Radio lapse in 2017.", ["ended sable 2017"]),
        ("In 2011 Quillon opened its photos to Tern Clinic.", ["granted tern 2011"]),
        ("Pipit was among the first apps to receive access to photos, in 2010.", ["granted pipit 2010"]),
        ("The arrangement with Tern Clinic is ongoing.", ["continues tern 2019-10-10/.."]),
        ("To this day Pipit has access to photos.", ["continues pipit 2019-10-10/.."]),
        ("Sable Radio downloaded diaries in May 2017.", ["observed sable 2017-05"]),
    ],
)
def test_verbs_of_letting_and_having_tell_what_came_of_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Unless Pipit complies, we will revoke its access to photos.",
        "Developers who breach this policy will lose access to photos.",
        "Tokens that nobody renews are revoked after 90 days.",
        "Access is revoked when a developer leaves the program.",
        "You can stop sharing your photos with Pipit in the settings.",
        "A judge rejected Pipit's request to restore its access.",
        "Senator Vane asked when Quillon would end Pipit's access.",
        "Revoking Pipit's access would break the app.",
        "Pipit broke off talks with its rival in May.",
        "Pipit's name was removed from the website in 2016.",
        "Users who lost access to their accounts should write to us.",
        "Access to the building ended at six.",
        "The new API launched in April 2014.",
        "Pipit shall not disclose diaries to third parties.",
    ],
)
def test_rules_instructions_wishes_and_other_things_state_nothing(text: str) -> None:
    assert found(text) == []

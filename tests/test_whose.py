"""Whose access a statement speaks of: names, pronouns and short forms, those who give, those who speak."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

NAMES = Names(
    [
        {"partner_id": "borel", "name": "Borel Maps", "aliases": "Borel"},
        {"partner_id": "corvid", "name": "Corvid", "aliases": ""},
        {"partner_id": "dunmore", "name": "Dunmore Bank", "aliases": "Dunmore"},
        {"partner_id": "halyard", "name": "Halyard Games", "aliases": "Halyard"},
        {"partner_id": "tern-tv", "name": "Tern Television", "aliases": "Tern"},
        {"partner_id": "tern-mobile", "name": "Tern Mobile", "aliases": "Tern"},
    ],
    [{"program_id": "open-feed", "name": "Open Feed", "aliases": ""}],
    [
        {"category_id": "messages", "name": "messages", "aliases": "private messages"},
        {"category_id": "friends", "name": "friend lists", "aliases": "friend list"},
    ],
)


def owners(text: str, speaker: str = "") -> list[str]:
    """Kind and partners of every statement, sorted: "ended borel|corvid"."""
    found = find_statements(text, said_on="2018-12-18", partners=NAMES, speaker=speaker)
    return sorted(f"{kind} {ids}".strip() for kind, ids in zip(found["kind"], found["partner_ids"], strict=True))


def check(text: str, expected: str, speaker: str = "") -> None:
    assert owners(text, speaker) == sorted(one.strip() for one in expected.split(";") if one.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tokens issued to Borel were revoked in March 2016.", "ended borel"),
        ("Feedhall revoked the keys held by Borel Maps on 3 May 2017.", "ended borel"),
        ("All credentials belonging to Corvid were invalidated in June 2016.", "ended corvid"),
        ("Access keys assigned to Borel and Corvid expired on 1 July 2016.", "ended borel|corvid"),
        ("The integration built by Borel was switched off last year.", "ended borel"),
        ("The integration with which Borel read private messages was switched off in 2014.", "ended borel"),
        ("The Feedhall interface on which Borel relied was shut down in 2015.", "ended borel"),
        ("Feedhall took the messaging permission away from Borel in 2014.", "ended borel"),
        ("Corvid had its access to photos revoked in March 2016.", "ended corvid"),
        ("Neither Borel nor Corvid ever had access to private messages.", "never borel|corvid"),
    ],
)
def test_the_partner_is_the_one_who_holds_the_access(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Map services such as Borel and Corvid lost access to friend lists in 2015.", "ended borel|corvid"),
        ("Police contractors, including Borel, were cut off from the Open Feed in 2016.", "ended borel"),
        ("The mapping firm, Borel, lost its access in 2016.", "ended borel"),
        ("A second company, Corvid, was cut off from the Open Feed in May 2015.", "ended corvid"),
        ("Feedhall ended its data sharing with one bank (Dunmore) in 2017.", "ended dunmore"),
        ("Three partners — Borel, Corvid and Dunmore — lost access to messages in 2015.", "ended borel|corvid|dunmore"),
        ("Access was revoked for the following companies: Borel, Corvid.", "ended borel|corvid"),
        ("Access was revoked in 2015 for two partners: Borel and Corvid.", "ended borel|corvid"),
        ("The Open Feed will be closed on 1 March 2019. Affected: Borel, Corvid.", "will-end borel|corvid"),
        ("Corvid and Dunmore: access to v1.0 ends on 1 March 2019.", "will-end corvid|dunmore"),
        ("Feedhall has ended two data partnerships, those with Corvid and Dunmore, in 2016.", "ended corvid|dunmore"),
    ],
)
def test_names_in_a_list_or_an_apposition_are_the_partners(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borel stopped sharing friend lists with Corvid in 2015.", "ended corvid"),
        ("Borel cut off Corvid's access to messages in 2016.", "ended corvid"),
        ("Borel no longer gives Corvid access to messages.", "ended corvid"),
        ("Corvid no longer receives friend lists from Borel.", "ended corvid"),
        ("Borel gave Corvid access to friend lists in 2012.", "granted corvid"),
        ("In 2012 Corvid was given access to friend lists by Borel.", "granted corvid"),
        ("Borel never shared messages with Corvid.", "never corvid"),
        ("Corvid's access to Borel's messages ended in 2015.", "ended corvid"),
        ("Access to Borel's interface was withdrawn from Corvid in 2015.", "ended corvid"),
        ("In 2015 Corvid lost access to Borel's Open Feed.", "ended corvid"),
    ],
)
def test_who_gives_the_data_is_not_the_partner(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corvid said it had shut off Borel's access to messages in 2014.", "ended borel"),
        ("Corvid told the court that it no longer had access to messages.", "ended corvid"),
        ("A spokeswoman for Dunmore said the bank never received private messages.", "never dunmore"),
        ("Spokesmen for Dunmore and Corvid said that the companies had never read private messages.",
         "never dunmore|corvid"),
        ("According to Feedhall, Dunmore's access to messages ended in 2014.", "ended dunmore"),
        ("As Corvid reported, Borel's access to friend lists ended in 2015.", "ended borel"),
        ('"We never had access to private messages," a Borel spokesman said.', "never borel"),
        ("“Our access to friend lists ended in 2015,” said Jane Rowe, Borel's general counsel.", "ended borel"),
        ('Borel wrote in a statement: "We stopped receiving friend lists in 2015."', "ended borel"),
        ('"We ended that access in 2014," a Feedhall spokeswoman said.', "ended"),
    ],
)  # fmt: skip
def test_who_speaks_is_the_partner_only_of_its_own_access(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We stopped receiving friend lists in May 2015.", "ended borel"),
        ("Our partnership with Feedhall, which let us read friend lists, ended in 2015.", "ended borel"),
        ("The friend import from Feedhall was switched off in 2015.", "ended borel"),
        ("The partnership with Feedhall has ended.", "ended borel"),
        ("Feedhall cut us off from friend lists in May 2015.", "ended borel"),
        ("Feedhall gave us access to friend lists in 2012.", "granted borel"),
        ("The company no longer has access to messages.", "ended borel"),
        ("We ended Corvid's access to our friend lists in 2015.", "ended corvid"),
        ("We stopped sharing friend lists with Corvid in 2015.", "ended corvid"),
        ("When Feedhall cut off Corvid's access to messages in 2014, we were surprised.", "ended corvid"),
        ("The Open Feed will be withdrawn on 1 March 2019.", "will-end"),
    ],
)
def test_in_a_partners_own_words_the_first_person_is_the_partner(text: str, expected: str) -> None:
    check(text, expected, "Borel Maps")


def test_a_platform_that_speaks_of_itself_is_no_partner() -> None:
    check("We shut down the friend list API for all developers in 2015.", "ended", "Feedhall")
    check("We shut down Borel's access to the friend list API in 2015.", "ended borel", "Feedhall")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borel and Corvid used the Open Feed. Both companies lost access in 2015.", "ended borel|corvid"),
        ("Borel and Corvid used the Open Feed. Both lost access to it in 2015.", "ended borel|corvid"),
        ("Borel and Corvid had access to messages. The two were cut off in 2015.", "ended borel|corvid"),
        ("Borel and Corvid were partners. The companies lost access to messages in 2014.", "ended borel|corvid"),
        ("Borel and Corvid were partners. The two firms lost access to messages in 2014.", "ended borel|corvid"),
        ("Borel and Corvid were both partners. Feedhall revoked their access to messages in 2014.",
         "ended borel|corvid"),
        ("Feedhall had agreements with Borel and Corvid on friend lists. The former ended in 2014; the latter ended "
         "in 2016.", "ended borel; ended corvid"),
        ("Borel read friend lists. Its access was revoked in 2015.", "ended borel"),
        ("Borel had a data deal. The company lost access to friend lists in 2015.", "ended borel"),
        ("Borel built an app. The app lost access to friend lists in 2015.", "ended borel"),
        ("Feedhall built integrations for Borel and Corvid. These integrations were shut down in 2014.",
         "ended borel|corvid"),
        ("Feedhall had two data partnerships. The one with Corvid ended in 2016.", "ended corvid"),
        ("Feedhall had five data partnerships. Those with Corvid and Dunmore ended in 2016.", "ended corvid|dunmore"),
        ("Borel had access to messages. Access was revoked in 2014.", "ended borel"),
    ],
)  # fmt: skip
def test_pronouns_and_short_forms_stand_for_those_named_before(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All partners except Corvid lost access to friend lists in 2015.", "ended"),
        ("Every partner other than Borel lost access to messages in 2014.", "ended"),
        ("Borel, unlike Corvid, still has access to messages.", "continues borel"),
        ("Like Borel before it, Corvid lost access to messages in 2016.", "ended corvid"),
        ("All partners lost access in 2015, with the exception of Borel, which was given an extension until June 2016.",
         "ended; extension borel"),
        ("Developers lost access to friend lists in 2015.", "ended"),
    ],
)  # fmt: skip
def test_who_is_taken_out_or_only_compared_does_not_share_the_fate(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borel lost access to friend lists in 2015, as did Corvid.", "ended borel|corvid"),
        ("Borel lost access to friend lists in 2015, and so did Corvid.", "ended borel|corvid"),
        ("Access for Borel as well as for Corvid was withdrawn in 2015.", "ended borel|corvid"),
        ("Feedhall said that Borel, and not Corvid, lost access to friend lists in 2015.", "ended borel"),
        ("Feedhall said that not Borel but Corvid lost access to friend lists in 2015.", "ended corvid"),
    ],
)
def test_the_same_said_in_short_counts_and_what_is_denied_does_not(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corvid sued Feedhall in 2013. The Friends API was shut down for all apps in 2015.", "ended"),
        ("Corvid bought Dunmore Bank in 2013. In 2015 the friends permission was removed.", "ended"),
        ("Feedhall, which competes with Corvid, ended developers' access to friend lists in 2015.", "ended"),
        ("After Corvid and Dunmore asked for it, Feedhall ended Borel's access to friend lists in 2015.",
         "ended borel"),
        ("The tokens of Corvid, a subsidiary of Dunmore Bank, were revoked in 2015.", "ended corvid"),
        ("Borel, which Corvid bought in 2013, lost access to friend lists in 2015.", "ended borel"),
        ("Corvid's access to friend lists was revoked in 2015 because it had passed them on to Borel.",
         "ended corvid"),
        ("Chess Night, made by Halyard Games, lost access to friend lists in 2015.", "ended halyard"),
    ],
)  # fmt: skip
def test_who_only_stands_near_is_not_the_partner(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Borel and Corvid lost access to messages in 2014 and 2015, respectively.",
        "Borel's access to messages ended in 2014 and Corvid's in 2015.",
        "Borel lost access to messages in 2014, Corvid in 2015.",
        "Feedhall revoked Borel's tokens in 2014 and those of Corvid in 2016.",
    ],
)
def test_two_dates_for_two_partners_are_two_statements(text: str) -> None:
    check(text, "ended borel; ended corvid")


def test_an_alias_of_two_partners_offers_both_and_says_that_it_is_unsure() -> None:
    found = find_statements("Tern lost access to messages in 2015.", said_on="2018-12-18", partners=NAMES)
    assert found["partner_ids"].tolist() == ["tern-tv|tern-mobile"]
    assert found["confidence"].tolist() == ["low"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Quillmark's access to friend lists ended in 2014.", "Quillmark"),
        ("Feedhall stopped sharing friend lists with Quillmark Labs in 2014.", "Quillmark Labs"),
        ("A spokeswoman for Nettlefold Media said the company lost access to friend lists in 2015.",
         "Nettlefold Media"),
        ("Borel and Quillmark lost access to friend lists in 2015.", "Quillmark"),
        ("Quillmark revoked Borel's access to friend lists in 2014.", ""),
        ("Nettlefold Media wrote that Feedhall revoked Borel's access to friend lists in 2015.", ""),
        ("Feedhall stopped sharing private messages in 2015.", ""),
    ],
)  # fmt: skip
def test_an_organisation_nobody_listed_is_offered_where_the_access_is_its_own(text: str, offered: str) -> None:
    found = find_statements(text, said_on="2018-12-18", partners=NAMES)
    assert set(found["new_partners"]) == ({offered} if len(found) else set())

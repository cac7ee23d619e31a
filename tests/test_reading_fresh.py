"""Sentences as letters, notices and news write them: whose access it was, and what is told only by the way."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-06-18"
NAMES = Names(
    {
        "acme": "Acme", "borel": "Borel", "cardon": "Cardon", "pomona": "Pomona", "tandem": "Tandem Health",
    },
    {"feed": "Feed API", "inbox": "Inbox API", "contacts": "Contacts API"},
    None,
)  # fmt: skip
Facts = list[tuple[str, str, str]]


def told(text: str) -> Facts:
    """Kind, partners and stated date of each statement of a text."""
    table = find_statements(text, said_on=SAID, partners=NAMES)
    return sorted((row.kind, row.partner_ids, row.stated_date) for row in table.itertuples())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("All partners but Pomona lost access to the Feed API in May 2018.", "2018-05"),
        ("Every maker except the company Pomona lost access to messages in 2018.", "2018"),
        ("We ended our data-sharing deals in May 2018, except for deals with Acme and Borel.", "2018-05"),
        ("All data partnerships ended in 2018 except for those with Acme and Borel.", "2018"),
        ("With the exception of phone maker Pomona, every device maker lost access to contacts in 2018.", "2018"),
        ("All integrations, other than the ones built for Acme and Borel, were shut down in 2017.", "2017"),
        ("Access to contacts ended in 2018 for everyone but Acme.", "2018"),
        ("Access was ended for all partners except for Acme, Borel and Cardon on 3 May 2018.", "2018-05-03"),
    ],
)
def test_an_excepted_name_is_not_one_whose_access_ended(text: str, date: str) -> None:
    assert told(text) == [("ended", "", date)]


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("The Feed API, once praised by Acme, was shut down in May 2018.", ""),
        ("The interface, first described by Acme, was closed in May 2018.", ""),
        ("The Feed API, which Acme helped design, was retired in May 2018.", ""),
        ("The Contacts API, modelled on one by Acme, was shut down in May 2018.", ""),
        ("Access for developers, including Acme's rivals, ended in May 2018.", ""),
        ("The Contacts API was shut down in May 2018, a decision welcomed by Acme.", ""),
        ("Borel's access ended in May 2018, according to Acme.", "borel"),
        ("Borel, sued by Acme last year, lost access to messages in May 2018.", "borel"),
        ("Days after Acme complained, the site ended Borel's access to messages in May 2018.", "borel"),
        ("The feed, used by Acme and Borel, was shut down in May 2018.", "acme|borel"),
        ("The feed, operated by Acme, was shut down in May 2018.", "acme"),
        ("The partnership, announced with Acme in 2012, ended in May 2018.", "acme"),
        ("The phone maker Acme lost access to messages in May 2018.", "acme"),
        ("Tokens the app Borel held were revoked in May 2018.", "borel"),
    ],
)
def test_a_name_in_an_aside_does_not_become_the_partner(text: str, partner: str) -> None:
    assert told(text) == [("ended", partner, "2018-05")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The company will bar Acme from the Inbox API on 1 July 2019.", [("will-end", "acme", "2019-07-01")]),
        ("Borel banned Acme from its platform in May 2018.", [("ended", "acme", "2018-05")]),
        ("In 2016 the network blocked Cardon from its servers.", [("ended", "cardon", "2016")]),
        ("Acme said it will stop sending step counts to Borel next month.", [("will-end", "borel", "2019-07")]),
        (
            "The Feed API is closed to new apps and will be switched off in August 2019.",
            [("will-end", "", "2019-08")],
        ),
        (
            "Forty partnerships have been ended. Another six will be closed by the end of June.",
            [("ended", "", "../2019-06-18"), ("will-end", "", "2019-06-18/2019-06-30")],
        ),
        (
            "Twelve apps lost access to messages in May 2018, and another four will lose it in August 2019.",
            [("ended", "", "2018-05"), ("will-end", "", "2019-08")],
        ),
        (
            "Acme's key was revoked in 2015. Borel's followed in August 2016.",
            [("ended", "acme", "2015"), ("ended", "borel", "2016-08")],
        ),
        (
            "Keys held by Acme and Borel lapsed on 15 January 2019 and were not renewed.",
            [("ended", "acme|borel", "2019-01-15")],
        ),
        ("Tokens handed out to testers of the beta expired on 31 May.", [("ended", "", "2019-05-31")]),
        (
            "Acme asked for more time to move its users off the Feed API, and we gave it until 15 January 2020.",
            [("extension", "acme", "2020-01-15")],
        ),
        (
            "In response to that request, Acme, Borel and Cardon got an extension until August 2019.",
            [("extension", "acme|borel|cardon", "2019-08")],
        ),
        ("Its agreement with Acme lapsed by its own terms in June 2014.", [("ended", "acme", "2014-06")]),
        ("The extension given to Acme expired in May 2018.", [("ended", "acme", "2018-05")]),
        ("Acme obtained a licence to read contact lists in 2011.", [("granted", "acme", "2011")]),
        ("Acme was given the Feed API in May 2011.", [("granted", "acme", "2011-05")]),
        ("Read access to messages granted to Borel in May 2018.", [("granted", "borel", "2018-05")]),
        ("Acme and Borel both left the partner program in January.", [("ended", "acme|borel", "2019-01")]),
        ("Two integrations will continue: Acme and Borel.", [("continues", "acme|borel", "2019-06-18/..")]),
        (
            "Clients of the Inbox API keep their access until further notice.",
            [("continues", "", "2019-06-18/..")],
        ),
        ("Acme's access to customer accounts was withdrawn in May 2018.", [("ended", "acme", "2018-05")]),
        ("All outside apps with access to messages have been cut off.", [("ended", "", "../2019-06-18")]),
    ],
)
def test_what_happened_to_access_in_plain_words(text: str, facts: Facts) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Our Paris store shut its doors on 3 May 2018.",
        "The stadium banned Acme from its grounds in 2018.",
        "Acme left the building in May 2018.",
        "We banned Borel from the conference network in May 2018.",
        "They asked for more time to answer the committee about messages, and Acme was given until 3 July 2019.",
        "Fixed a bug that appeared when access was revoked.",
        "Fixed an error where tokens were deleted after a sync.",
        "Regulators asked whether Acme had access, and when that access was meant to end.",
        "Acme's contract with its law firm ended in May 2018.",
        "Analysts said that losing the data might cost Acme a tenth of its revenue.",
        "The company opened five stores in May 2018. Another six will be closed by the end of June.",
        "Acme asked for more time to pay the fee, and we gave it until 15 January 2020.",
        "The museum's two partnerships with local schools ended in 2018.",
        "Members lost access to their accounts in May 2018.",
    ],
)
def test_what_is_no_statement_about_access(text: str) -> None:
    assert told(text) == []

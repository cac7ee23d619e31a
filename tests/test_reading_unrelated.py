"""Sentences with the words of access that tell of something else, and the ends and extensions told beside them."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-06-18"
NAMES = Names(
    {
        "acme": "Acme", "borel": "Borel", "quillmark": "Quillmark", "fenmoor": "Fenmoor", "hearthlow": "Hearthlow",
        "cardon": "Cardon",
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
    "text",
    [
        "Acme kept access to the mail of users who had revoked it.",
        "The firm opened its books to auditors in 2016.",
        "We have scanned messages for spam since 2006, and still do.",
        "We still use location data to show you the weather.",
        "We have used your purchase history since 2012 to suggest goods.",
        "We collected call logs until 2016 for our own records.",
        "We ended our relationship with the advertising firm Karl & Lund in May 2019.",
        "The company has terminated its contract with the cleaning firm Brightwell.",
        "Its licence for the songs of Peter Vann ran out in 2018.",
        "The contract with Acme can be terminated on a month's notice.",
        "Acme's access to messages can be revoked at any time.",
        "Borel's access to contacts can be withdrawn by the user, the company says.",
        "Its agreement with Fenmoor runs to 40 pages and can be ended by either side.",
        "We store transactions for ten years after it is closed.",
        "Your messages are kept for 30 days after your account is closed.",
        "The contract between Orrin and Acme was signed on 4 May 2016, and its price was never told.",
        "Orrin and Borel signed an agreement in 2015. Nobody knows what it cost.",
        "Acme is enjoined from using the bank's name.",
        "Borel was barred from advertising on the platform in 2018.",
        "Fenmoor is prohibited from selling its shares until 2020.",
        "The nightly job was stopped, since nobody needs it. Old messages were deleted.",
        "Old messages were deleted. The server was shut down.",
        "Whether Acme may keep its access is for the jury. The trial ends in August 2019.",
        "The trial of Borel's founder began on 3 May 2019.",
        "The trial starts on 3 July 2019. Acme's access to messages is at issue.",
        "Borel's site was down because a certificate had expired.",
        "Acme was offline on Friday, as a licence key had lapsed.",
        "Borel discontinued paper statements in 2017 for customers who bank online.",
        "Every app that still uses the Inbox API must move to the new one.",
        "A bug let Acme read photos without approval.",
        "Developers that still use the old interface are known to us.",
        "Apps with old tokens may have their access revoked.",
    ],
)
def test_what_is_no_ones_access_states_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Fenmoor could still read messages of customers who had deleted the app.", [("observed", "fenmoor", "")]),
        (
            "In May 2018 Borel could fetch the contacts of a person who had never installed it.",
            [("observed", "borel", "2018-05")],
        ),
        (
            "As of March 2019 Cardon could see photos of people who no longer used it.",
            [("observed", "cardon", "2019-03")],
        ),
        (
            "Until May 2018 Acme was able to read the profile of a friend who had never used its game.",
            [("ended", "acme", "2018-05")],
        ),
        (
            "Since we opened our doors in 2011, a million people have joined. We revoked Acme's token in May 2018.",
            [("ended", "acme", "2018-05")],
        ),
        (
            "The bank opened for business in 2004. Acme's access to transactions ended in May 2018.",
            [("ended", "acme", "2018-05")],
        ),
        ("We opened our inbox feed to Acme in March 2016.", [("granted", "acme", "2016-03")]),
        ("We ended our partnership with Acme in May 2018.", [("ended", "acme", "2018-05")]),
        ("Our data-sharing agreement with Quorley ended in May 2018.", [("ended", "", "2018-05")]),
        ("Acme's tokens can no longer be used.", [("ended", "acme", "../2019-06-18")]),
        (
            "Acme did not return calls seeking comment. Its access to messages ended in May 2018.",
            [("ended", "acme", "2018-05")],
        ),
        (
            "Fenmoor's access to contacts was revoked in May 2018. Fenmoor has not returned our messages.",
            [("ended", "fenmoor", "2018-05")],
        ),
        (
            "Acme lost access to messages in May 2018, a year after its contract was ended.",
            [("ended", "acme", "2018-05")],
        ),
        (
            "Acme went on reading messages until May 3, 2018, when its key was revoked.",
            [("ended", "acme", "2018-05-03")],
        ),
        (
            "Borel kept its access to contacts until March 2017, when the bridge was shut down.",
            [("ended", "borel", "2017-03")],
        ),
        (
            "Cardon continued to receive photos until 12 June 2016, when we closed the feed.",
            [("ended", "cardon", "2016-06-12")],
        ),
        (
            "Acme's access to contacts was closed in 2014; Borel's lingered until May 2016.",
            [("ended", "acme", "2014"), ("ended", "borel", "2016-05")],
        ),
        ("The integration with Fenmoor survived until March 2018.", [("ended", "fenmoor", "2018-03")]),
        ("Hearthlow's access to messages persisted until 2017.", [("ended", "hearthlow", "2017")]),
        ("Its contact feed to Acme lasted until 2016.", [("ended", "acme", "2016")]),
        ("The feed to Borel existed until November 2015.", [("ended", "borel", "2015-11")]),
        (
            "Acme's access to the Inbox API, scheduled to expire on 30 June 2019, is extended to 30 September 2019.",
            [("extension", "acme", "2019-09-30")],
        ),
        (
            "The permission of Borel, set to lapse on July 1, 2019, has been prolonged until October 1, 2019.",
            [("extension", "borel", "2019-10-01")],
        ),
        (
            "Cardon's access to messages, which was to end on 1 July 2019, has been extended through December 2019.",
            [("extension", "cardon", "2019-12")],
        ),
        (
            "Fenmoor's access, due to expire in July, was extended until the end of the year.",
            [("extension", "fenmoor", "2019-12-31")],
        ),
        (
            "The licence of Quillmark, originally to end on May 31, is extended until August 31, 2019.",
            [("extension", "quillmark", "2019-08-31")],
        ),
        (
            "The bank shall withdraw the tokens issued to Acme within 30 days of this Order.",
            [("will-end", "acme", "2019-06-18/2019-07-18")],
        ),
        (
            "Respondent must cancel the permissions granted to Borel and Cardon by 1 August 2019.",
            [("will-end", "borel|cardon", "2019-06-18/2019-08-01")],
        ),
        ("We will revoke all keys given to Fenmoor on July 15, 2019.", [("will-end", "fenmoor", "2019-07-15")]),
        (
            "We have granted Borel another six weeks; it may read messages through July 31, 2019.",
            [("extension", "borel", "2019-07-31")],
        ),
        (
            "Fenmoor got two extra months: its key is valid until August 15, 2019.",
            [("extension", "fenmoor", "2019-08-15")],
        ),
        ("We signed a data-sharing agreement with Acme in May 2016.", [("granted", "acme", "2016-05")]),
        ("Cardon is hereby enjoined from reading messages.", [("ended", "cardon", "2019-06-18")]),
        ("Acme was barred from using the Inbox API in May 2018.", [("ended", "acme", "2018-05")]),
        ("Acme's certificate for the Inbox API expired on 3 May 2019.", [("ended", "acme", "2019-05-03")]),
        (
            "Write access for Acme was revoked on 3 May 2019; read access is going away in July.",
            [("ended", "acme", "2019-05-03"), ("will-end", "acme", "2019-07")],
        ),
        (
            "We gave Borel access to lab results in May 2016 under a pilot. The pilot's access ended in March 2018.",
            [("ended", "borel", "2018-03"), ("granted", "borel", "2016-05")],
        ),
        (
            "Fenmoor's plug-in could read calendars; the plug-in's token was revoked in May 2018.",
            [("ended", "fenmoor", "2018-05")],
        ),
        (
            "Our report names two former partners, Acme and Borel; neither has access to messages any more.",
            [("ended", "acme|borel", "../2019-06-18")],
        ),
        (
            "Cardon's watch app stopped uploading heart rates to the platform in May 2018.",
            [("ended", "cardon", "2018-05")],
        ),
        (
            "Hearthlow said its phones stopped exchanging contacts with Quorley in 2014.",
            [("ended", "hearthlow", "2014")],
        ),
        (
            "The site has given Quillmark until Friday to stop pulling phone numbers.",
            [("will-end", "quillmark", "2019-06-21")],
        ),
        ("The bank has given Acme until July 31, 2019 to stop reading messages.", [("will-end", "acme", "2019-07-31")]),
    ],
)
def test_beside_it_what_is_stated_is_found_once(text: str, facts: Facts) -> None:
    assert told(text) == facts

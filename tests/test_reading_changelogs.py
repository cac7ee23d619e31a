"""Changelogs, status pages and notices: fragments, version headings, error codes, things that are taken away."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2020-01-01"
NAMES = Names(
    [
        {"partner_id": "acme", "name": "Acme Labs", "aliases": "Acme"},
        {"partner_id": "borel", "name": "Borel", "aliases": ""},
        {"partner_id": "corvo", "name": "Corvo", "aliases": ""},
    ],
    [
        {"program_id": "inbox", "name": "Inbox API", "aliases": "inbox endpoint"},
        {"program_id": "hub", "name": "Device Hub", "aliases": ""},
    ],
    ["contact lists", "messages", "photos", "location data", "friend lists"],
)


def told(text: str, speaker: str = "") -> list[tuple[str, str, str]]:
    """Kind, partners and stated date of each statement of a text."""
    table = find_statements(text, said_on=SAID, partners=NAMES, speaker=speaker)
    return sorted((row.kind, row.partner_ids, row.stated_date) for row in table.itertuples())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("# 4.2.0 (3 May 2019)\n- Removed: Borel's access to contact lists.", [("ended", "borel", "2019-05-03")]),
        ("## 2019-05-03\n* Revoked all tokens issued to Corvo.\n* New icons.", [("ended", "corvo", "2019-05-03")]),
        ("The inbox endpoint now answers 403 to all third-party clients.", [("ended", "", "2020-01-01")]),
        ("The Inbox API now returns 410 to every partner.", [("ended", "", "2020-01-01")]),
        ("The Inbox API will return an error from 1 March 2020.", [("will-end", "", "2020-03-01")]),
        ("Inbox API v1: gone as of today. Thank you for migrating.", [("ended", "", "2020-01-01")]),
        (
            "Planned for Q3 2020: removal of the `mail.read.all` permission.",
            [("will-end", "", "2020-07/2020-09")],
        ),
        ("Scheduled for 1 March 2020: shutdown of the Inbox API.", [("will-end", "", "2020-03-01")]),
        ("Apps that use the contacts.read scope have until 1 March 2020 to migrate.", [("will-end", "", "2020-03-01")]),
        (
            "Tokens issued to Borel before this release have been invalidated.",
            [("ended", "borel", "../2020-01-01")],
        ),
        ("2.9.0 - Borel can now read contact lists.", [("granted", "borel", "2020-01-01")]),
        ("Added read access to contact lists for Borel.", [("granted", "borel", "../2020-01-01")]),
        ("Partner integrations switched off: Borel, Corvo.", [("ended", "borel|corvo", "../2020-01-01")]),
        ("No longer syncs contact lists to Corvo.", [("ended", "corvo", "../2020-01-01")]),
        ("The legacy Inbox connector will be unplugged on 1 March 2020.", [("will-end", "", "2020-03-01")]),
        ("Inbox API EOL moved from 31 March 2020 to 30 June 2020.", [("extension", "", "2020-06-30")]),
        ("Status: Inbox API for Corvo - disabled since 3 May 2019.", [("ended", "corvo", "2019-05-03")]),
        (
            "At no time before the closing of the Inbox API did Borel read messages.",
            [("never", "borel", "../2020-01-01")],
        ),
        (
            "Beginning January 1, 2020, Corvo receives the songs you have saved.",
            [("granted", "corvo", "2020-01-01")],
        ),
        ("We no longer send Corvo the places you visit.", [("ended", "corvo", "../2020-01-01")]),
        (
            "Respondent shall cease, no later than June 30, 2020, to make location data available to Borel.",
            [("will-end", "borel", "2020-01-01/2020-06-30")],
        ),
        (
            "Acme stopped making location data available to Borel on 3 May 2018.",
            [("ended", "borel", "2018-05-03")],
        ),
        ("Borel's queries were still being answered as of January 2019.", [("observed", "borel", "2019-01")]),
        (
            "Borel, fined 3 million crowns in June, had its access to messages pulled in July 2019.",
            [("ended", "borel", "2019-07")],
        ),
        (
            "Borel and Corvo will both be disconnected by 31 March.",
            [("will-end", "borel|corvo", "2020-01-01/2020-03-31")],
        ),
        ("We found no sign that Borel used the old token to read photos.", [("never", "borel", "../2020-01-01")]),
        ("No log shows that Borel used the old endpoint to fetch messages.", [("never", "borel", "../2020-01-01")]),
        ("Corvo will exit the Inbox API in June 2020.", [("will-end", "corvo", "2020-06")]),
        ("This release removes Borel's permission to read contact lists.", [("ended", "borel", "../2020-01-01")]),
        ("This update gives Corvo access to the Inbox API.", [("granted", "corvo", "../2020-01-01")]),
        ("| Corvo | Inbox API | revoked 3 May 2019 |", [("ended", "corvo", "2019-05-03")]),
        ("Not affected: Borel, which keeps its access to the Inbox API.", [("continues", "borel", "2020-01-01/..")]),
        ("Notice: the Inbox API reaches end of life on 30 June 2020.", [("will-end", "", "2020-06-30")]),
    ],
)
def test_an_entry_of_a_changelog_tells_what_became_of_access(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text) == rows


def test_who_was_shut_out_together_with_the_speaker_shares_its_fate() -> None:
    text = "We were shut out on 3 May 2018, and Corvo with us."
    assert told(text, speaker="Borel") == [("ended", "borel|corvo", "2018-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Known issue: tokens may expire early.",
        "Removed unused styles; removed the Contacts tab.",
        "Support for browsers older than 2015 ended on 3 May 2019.",
        "Inbox API: rate limits raised on 3 May 2019.",
        "Fixed a bug where a revoked token still worked.",
        "API keys can now be revoked from the console.",
        "Our website now returns 404.",
        "Bumped the SDK to 4.2; deprecated methods removed.",
        "Renamed the Inbox API to Mail API.",
        "Inbox API outage from 3 May to 4 May 2019 resolved.",
        "Tests for Borel's connector were removed.",
        "This update fixes access to the menu.",
        "Summer menu: gone as of today.",
        "Planned for March 2020: removal of the old logo.",
        "Customers have until 1 March 2020 to move to the new office.",
        "Borel's orders were still being processed in May 2018.",
        "Corvo left the building in June 2018.",
    ],
)
def test_an_entry_about_something_else_states_nothing(text: str) -> None:
    assert told(text) == []

"""Dates of other things near a statement, two dates in a sentence, dates behind an aside: whose date it is."""

from __future__ import annotations

import pytest
from told import Told, check_told

# text, the day it was said, and each statement in it: kind, partners, date
TOLD: list[tuple[str, str, Told]] = [
    (
        "Acme's access was suspended within 30 days of January 6, 2020.",
        "2020-02-04",
        [("ended", "acme", "2020-01-06/2020-02-05")],
    ),
    (
        ("Until 31 August 2021, Acme may see your messages through the Inbox API; after that date its access ends."),
        "2021-05-01",
        [("will-end", "acme", "2021-08-31")],
    ),
    (
        "Acme can no longer request contacts of friends (in effect since 1 March).",
        "2017-03-22",
        [("ended", "acme", "2017-03-01")],
    ),
    (
        (
            "We are giving Acme and Borel until September 30 to finish moving to the new interface, "
            "after which the old Health Bridge will be switched off for both."
        ),
        "2020-03-02",
        [("will-end", "acme|borel", "2020-09-30")],
    ),
    (
        "Acme, Borel and Cardon have until March 1 to move off the old interface.",
        "2023-01-20",
        [("will-end", "acme|borel|cardon", "2023-03-01")],
    ),
    (
        "Group member lists: removed from the response for Acme and Fenmoor on 31 October.",
        "2019-11-05",
        [("ended", "acme|fenmoor", "2019-10-31")],
    ),
    (
        ("The company said it had removed that access, and that at least 11 of them used it in the last 60 days."),
        "2019-11-05",
        [("ended", "", "../2019-11-05")],
    ),
    (
        (
            "The company confirmed that Acme and Borel lost access to friend lists in May 2016, a year "
            "later than it had told users."
        ),
        "2018-06-08",
        [("ended", "acme|borel", "2016-05")],
    ),
    (
        "Fenmoor lost access to friend lists in May 2016, six months earlier than Borel.",
        "2018-06-08",
        [("ended", "fenmoor", "2016-05")],
    ),
    (
        "We shut down Fenmoor's app, which had collected call logs, on Wednesday.",
        "2018-06-08",
        [("ended", "fenmoor", "2018-06-06")],
    ),
    (
        "We revoked Fenmoor's token, which had been issued by mistake, in May 2017.",
        "2018-06-08",
        [("ended", "fenmoor", "2017-05")],
    ),
    (
        (
            "We turned off Acme's access to group members' photos in April 2018, and over the coming "
            "30 days we will do the same for Borel."
        ),
        "2019-10-30",
        [("ended", "acme", "2018-04"), ("will-end", "borel", "2019-10-30/2019-11-29")],
    ),
    (
        ("We are winding down the same arrangement with Acme, and we expect to complete that by the end of this year."),
        "2018-06-04",
        [("will-end", "acme", "2018-06-04/2018-12-31")],
    ),
    (
        "We will remove Acme's access to contacts and aim to finish this within 60 days.",
        "2018-06-04",
        [("will-end", "acme", "2018-06-04/2018-08-03")],
    ),
    (
        ("Regulators have given Borel another half year: it may keep pulling medical records until August 31."),
        "2022-02-25",
        [("extension", "borel", "2022-08-31")],
    ),
    ("Acme has had no access to your pay slips since March 1, 2021.", "2023-01-15", [("ended", "acme", "2021-03-01")]),
    (
        "Acme confirmed that it had been handed a six-month extension beyond 30 April 2015.",
        "2018-06-08",
        [("extension", "acme", "2015-10/2015-11")],
    ),
    (
        "Acme was given six further months beyond 30 April 2015.",
        "2018-06-08",
        [("extension", "acme", "2015-10/2015-11")],
    ),
    (
        "Acme was given until mid-2016 to keep using the Inbox API.",
        "2018-12-19",
        [("extension", "acme", "2016-05/2016-08")],
    ),
    (
        "Cardon has 30 days to disconnect from the Health Bridge.",
        "2018-12-19",
        [("will-end", "cardon", "2018-12-19/2019-01-18")],
    ),
    (
        "We have given Cardon two weeks to stop reading messages.",
        "2018-12-19",
        [("will-end", "cardon", "2018-12-19/2019-01-02")],
    ),
    (
        (
            "Reminder: apps on platform 1.0 have until 30 April 2015 to move; after that, friend lists "
            "are no longer returned to them."
        ),
        "2015-01-20",
        [("will-end", "", "2015-04-30")],
    ),
    (
        "Acme stopped uploading contacts about a year ago, I believe.",
        "2019-06-18",
        [("ended", "acme", "2017-06/2019-06")],
    ),
    (
        "Changes of 4 April 2018: the Inbox API no longer returns guest lists to Acme.",
        "2018-04-04",
        [("ended", "acme", "../2018-04-04")],
    ),
    ("Acme lost its key in 2016 and its office in 2017.", "2019-06-18", [("ended", "acme", "2016")]),
    (
        "In March 2018, weeks after the hearing, we ended Acme's access to contacts.",
        "2019-06-18",
        [("ended", "acme", "2018-03")],
    ),
    (
        "Acme's access to contacts ended a day after the hearing of 10 April 2018.",
        "2019-06-18",
        [("ended", "acme", "2018-04-11")],
    ),
    (
        "In the weeks after 1 May 2018 we revoked Acme's access to contacts.",
        "2019-06-18",
        [("ended", "acme", "2018-05-01/2018-07-24")],
    ),
    (
        "The report of 3 May says that Acme's access to contacts was revoked.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    ("Acme, fined in 2018, no longer has access to contacts.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    (
        "Acme promised in 2017 to delete the data and lost its access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "We revoked the access to contacts that Acme was given in 2013.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    ("We revoked Acme's 2013 tokens.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    (
        "Acme, which had read contacts since 2013, was cut off by us.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18"), ("granted", "acme", "2013")],
    ),
    ("Acme lost access to messages sent before May 2015.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    ("Acme's access to messages from 2012 to 2014 was revoked.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    (
        "Acme lost its access to the photos that users uploaded in 2014.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "After a review that began in March 2018, we revoked Acme's access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Following our announcement on 4 April 2018, Acme's access to contacts was revoked.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "As announced on 4 April 2018, Acme's access to contacts was revoked.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "We told Acme on 4 April 2018 that its access to contacts had been revoked.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "A spokesman said on Monday that Acme's access to contacts had been revoked.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme's access to contacts will end, a spokesman said on Monday.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
    (
        "On Monday the firm said it would end Acme's access to contacts next month.",
        "2019-06-18",
        [("will-end", "acme", "2019-07")],
    ),
    (
        "The judge ordered on 3 June that Acme's access to contacts be revoked within 30 days.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
    (
        "Acme's access to contacts will be revoked two weeks after the merger closes.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
    (
        "Users who joined before 2015 were told that Acme no longer had access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    ("The 2014 version of the Feed API was closed to Acme.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    (
        "The 30 April 2015 deadline passed and Acme lost its access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme's access to contacts ended three years before the 2018 hearing.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    ("Acme's access to contacts ended in 2015 or 2016.", "2019-06-18", [("ended", "acme", "2015/2016")]),
    ("Acme's access to contacts ended in April or May 2016.", "2019-06-18", [("ended", "acme", "2016-04/2016-05")]),
    ("Acme's access to contacts ended not in 2015 but in 2016.", "2019-06-18", [("ended", "acme", "2016")]),
    ("Acme's access to contacts ended in 2016, not in 2015.", "2019-06-18", [("ended", "acme", "2016")]),
    ("Acme's access to contacts ended in 2016 at the earliest.", "2019-06-18", [("ended", "acme", "2016/..")]),
    ("Acme's access to contacts ended some time in 2016.", "2019-06-18", [("ended", "acme", "2016")]),
    ("Acme's access to contacts ended sometime after 2016.", "2019-06-18", [("ended", "acme", "2017/..")]),
    ("Acme's access to contacts ended well before 2016.", "2019-06-18", [("ended", "acme", "../2015")]),
    ("Acme's access to contacts ended as early as 2014.", "2019-06-18", [("ended", "acme", "2014")]),
    ("Acme's access to contacts ended in May.", "2019-06-18", [("ended", "acme", "2019-05")]),
    ("Acme's access to contacts ended in June.", "2019-06-18", [("ended", "acme", "2019-06")]),
    ("Acme's access to contacts ended last month.", "2019", [("ended", "acme", "2018-12/2019-11")]),
    ("Acme's access to contacts ended three weeks ago.", "2019-06", [("ended", "acme", "2019-05-08/2019-06-12")]),
    ("Acme's access to contacts ended on Monday.", "2019-06", [("ended", "acme", "2019-05-27/2019-06-24")]),
    ("Acme's access to contacts ended.", "2019-06", [("ended", "acme", "../2019-06")]),
    ("Acme still has access to contacts.", "2019-06", [("continues", "acme", "2019-06/..")]),
    ("Acme's access to contacts will end within 30 days.", "2019-06", [("will-end", "acme", "2019-06-01/2019-07-30")]),
    (
        "Acme's access to contacts will end by the end of the month.",
        "2019-06",
        [("will-end", "acme", "2019-06-01/2019-06-30")],
    ),
    (
        "The judge ordered on 3 June that Acme's access to contacts be revoked within 30 days.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
    (
        "Borel bought Acme two years ago and lost access to contacts.",
        "2019-06-18",
        [("ended", "borel", "../2019-06-18")],
    ),
    (
        "Acme's access to contacts ended. The company had 40 employees in 2016.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "In 2016 the company had 40 employees. Acme's access to contacts ended.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts, which it used in 2016 to find friends.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts, a feature launched in 2012.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts, one of 12 firms cut off in May 2018.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts because it broke a rule of 2014.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts; it was founded in 2014.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts (see our post of 4 April 2018).",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme has lost its access to contacts under a policy in force since 2014.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Under rules adopted in April 2014, Acme lost its access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme, bought for $340 million in 2016, lost its access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    ("Acme lost its access to contacts days after the story.", "2019-06-18", [("ended", "acme", "../2019-06-18")]),
    (
        "Not long before the election of November 2016 Acme lost its access to contacts.",
        "2019-06-18",
        [("ended", "acme", "../2019-06-18")],
    ),
    (
        "Acme's access to contacts will end before the election of November 2020.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
    ("Acme's access to contacts will end, as promised in 2018.", "2019-06-18", [("will-end", "acme", "2019-06-18/..")]),
    ("Acme's access to contacts will end; it dates from 2013.", "2019-06-18", [("will-end", "acme", "2019-06-18/..")]),
    (
        "Acme's access to contacts will end, two years after it was announced in June 2017.",
        "2019-06-18",
        [("will-end", "acme", "2019-06-18/..")],
    ),
]


@pytest.mark.parametrize(("text", "said_on", "rows"), TOLD, ids=[text[:60] for text, _, _ in TOLD])
def test_a_statement_takes_its_own_date_and_no_other(text: str, said_on: str, rows: Told) -> None:
    check_told(text, said_on, rows)

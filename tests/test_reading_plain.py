"""Sentences of plain registers: gapping, rows of verbs, numbered paragraphs, being thrown out, denials in short."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-06-18"
NAMES = Names(
    {"acme": "Acme", "borel": "Borel", "cardon": "Cardon Motors", "tandem": "Tandem Health", "pomona": "Pomona"},
    {"feed": "Feed API", "inbox": "Inbox API", "contacts": "Contacts API"},
    None,
)
Facts = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Borel's access to messages did not end with this month's announcement.",
            [("continues", "borel", "2019-06-18/..")],
        ),
        ("The deal with Acme was not terminated in last week's cleanup.", [("continues", "acme", "2019-06-18/..")]),
        (
            "Acme, Borel and Pomona are to be disconnected on 15 July, the regulator said.",
            [("will-end", "acme|borel|pomona", "2019-07-15")],
        ),
        ("Borel was disconnected from the Feed API in May 2018.", [("ended", "borel", "2018-05")]),
        ("Pomona will be unplugged on 30 September.", [("will-end", "pomona", "2019-09-30")]),
        ("Cardon Motors was disconnected last week.", [("ended", "cardon", "2019-06-10/2019-06-16")]),
        (
            "Acme and Borel were both thrown off the platform two years ago, one of the people said.",
            [("ended", "acme|borel", "2016-12/2017-12")],
        ),
        (
            "Pomona was taken off the list of approved partners in the second half of 2018.",
            [("ended", "pomona", "2018-07/2018-12")],
        ),
        ("Borel was struck off the list of authorised developers in May 2018.", [("ended", "borel", "2018-05")]),
        ("Tandem Health was kicked off the platform in 2017.", [("ended", "tandem", "2017")]),
        (
            "Cardon Motors was removed from the roster of data partners on 3 May 2018.",
            [("ended", "cardon", "2018-05-03")],
        ),
        (
            "It is undisputed that Pomona was admitted to the program in the spring of 2011 "
            "and expelled from it in October 2016.",
            [("ended", "pomona", "2016-10"), ("granted", "pomona", "2011-03/2011-05")],
        ),
        ("Borel's truck was thrown off the road in 2017.", []),
        (
            "Tandem Health does not have access to patients' messages and never has.",
            [("never", "tandem", "../2019-06-18")],
        ),
        ("Acme cannot read your messages and never could.", [("never", "acme", "../2019-06-18")]),
        ("Borel does not receive our customers' contacts and never did.", [("never", "borel", "../2019-06-18")]),
        ("We do not share location with Pomona, nor have we ever.", [("never", "pomona", "../2019-06-18")]),
        ("No change for Pomona, which keeps its access to the Feed API.", [("continues", "pomona", "2019-06-18/..")]),
        ("There is no change for Acme, whose integration remains in place.", [("continues", "acme", "2019-06-18/..")]),
        ("Acme will see its access to location cease in two weeks.", [("will-end", "acme", "2019-06-29/2019-07-05")]),
        ("Borel saw its access to messages revoked in May 2018.", [("ended", "borel", "2018-05")]),
        ("Pomona saw its Feed API permissions withdrawn on 3 May 2018.", [("ended", "pomona", "2018-05-03")]),
        (
            "Cardon Motors will see its connection to the Feed API end on 30 September.",
            [("will-end", "cardon", "2019-09-30")],
        ),
        (
            "Defendant gave Acme an extension to January 31, 2016, and gave Borel one to March 1, 2016.",
            [("extension", "acme", "2016-01-31"), ("extension", "borel", "2016-03-01")],
        ),
        (
            "Acme got an extension until 30 September 2019 and Borel got one until 31 October 2019.",
            [("extension", "acme", "2019-09-30"), ("extension", "borel", "2019-10-31")],
        ),
        (
            "Patients' records were transmitted to Tandem Health as recently as August 2018.",
            [("observed", "tandem", "2018-08")],
        ),
        ("Data was being transmitted to Borel as late as May 2018.", [("observed", "borel", "2018-05")]),
        (
            "You can still log in with Acme, whose integration remains unchanged.",
            [("continues", "acme", "2019-06-18/..")],
        ),
        (
            "You may still see Borel, whose access to your messages ended in May 2018, in your list of apps.",
            [("ended", "borel", "2018-05")],
        ),
        (
            "(c) Acme has not at any time held personal data obtained from the respondent, the tribunal is satisfied.",
            [("never", "acme", "../2019-06-18")],
        ),
        ("Acme has never held or stored our users' messages.", [("never", "acme", "../2019-06-18")]),
        ("At no time did Borel possess data about our members.", [("never", "borel", "../2019-06-18")]),
        ("Acme has never requested, received or stored anybody's friend list.", [("never", "acme", "../2019-06-18")]),
        ("Borel did not ask for, collect, or keep location data.", [("never", "borel", "../2019-06-18")]),
        ("Acme expects to lose access to messages in September.", [("will-end", "acme", "2019-09")]),
        ("Borel expects its access to the Feed API to end on 30 September.", [("will-end", "borel", "2019-09-30")]),
        (
            "In April, the contact-sharing agreement with Acme and Borel will come to its scheduled end.",
            [("will-end", "acme|borel", "2020-04")],
        ),
        ("Borel's access to messages came to an abrupt end in May 2018.", [("ended", "borel", "2018-05")]),
        (
            "The data-sharing agreement with Acme was brought to an early close on 3 May 2018.",
            [("ended", "acme", "2018-05-03")],
        ),
        ("Our integration with Pomona reached its planned end in 2017.", [("ended", "pomona", "2017")]),
        ("The meeting with Acme came to an early end.", []),
        (
            "The company told reporters it is winding down its health partnerships. "
            "Tandem Health's, the largest, ends on 31 July.",
            [("will-end", "", "2019-06-18/.."), ("will-end", "tandem", "2019-07-31")],
        ),
        ("Acme's, the last one, expires on 30 September.", []),
        ("Acme's access, the last of its kind, ends on 30 September.", [("will-end", "acme", "2019-09-30")]),
        (
            "Sunset of the Contacts API postponed for Borel; new last day is 30 September 2019.",
            [("extension", "borel", "2019-09-30")],
        ),
        ("Removal of the Feed API for Acme delayed; new date: 31 October 2019.", [("extension", "acme", "2019-10-31")]),
        (
            "Shutdown of the Contacts API postponed to 31 October 2019 for Borel.",
            [("extension", "borel", "2019-10-31")],
        ),
        (
            "In the last 60 days, Borel made 1,400 requests for group memberships that should have been refused.",
            [("observed", "borel", "2019-04-19/2019-06-18")],
        ),
        (
            "Server logs produced in discovery show requests from Borel's servers on May 19, 2018.",
            [("observed", "borel", "2018-05-19")],
        ),
        (
            "Records obtained by the committee show calls by Acme to the Feed API in June 2018.",
            [("observed", "acme", "2018-06")],
        ),
        (
            "14. By stipulation, Acme's access is extended through March 31, 2020.",
            [("extension", "acme", "2020-03-31")],
        ),
        (
            "(b) By order of the court, Borel's access to messages ended on 3 May 2018.",
            [("ended", "borel", "2018-05-03")],
        ),
        (
            "We opened the Contacts API to Borel in June 2010, and its phones have not called it since 2014.",
            [("ended", "borel", "2014"), ("granted", "borel", "2010-06")],
        ),
    ],
)
def test_each_sentence_states_what_it_says_and_no_more(text: str, facts: Facts) -> None:
    table = find_statements(text, said_on=SAID, partners=NAMES)
    assert sorted((row.kind, row.partner_ids, row.stated_date) for row in table.itertuples()) == facts

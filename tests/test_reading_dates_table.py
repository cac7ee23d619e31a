"""Every row of the table of dates, told as an end, a plan, more time, a start, a sighting: what date is stated."""

from __future__ import annotations

import pytest
from told import Told, check_told

# text, the day it was said, and each statement in it: kind, partners, date
TOLD: list[tuple[str, str, Told]] = [
    ("Acme's access to the Inbox API was revoked on 30 April 2015.", "2019-06-18", [("ended", "acme", "2015-04-30")]),
    ("In 2014 we turned off Borel's access to friend lists.", "2019-06-18", [("ended", "borel", "2014")]),
    (
        "Quillmark lost its access to members' messages in the spring of 2015.",
        "2019-06-18",
        [("ended", "quillmark", "2015-03/2015-05")],
    ),
    ("The token issued to Fenmoor expired in late 2016.", "2019-06-18", [("ended", "fenmoor", "2016-09/2016-12")]),
    (
        "Hearthlow's connection to the Inbox API was cut at the end of March 2017.",
        "2019-06-18",
        [("ended", "hearthlow", "2017-03-16/2017-03-31")],
    ),
    (
        "Cardon's permission to read contacts was withdrawn in the second half of 2017.",
        "2019-06-18",
        [("ended", "cardon", "2017-07/2017-12")],
    ),
    ("Access for Delphine ended in Q3 2016.", "2019-06-18", [("ended", "delphine-labs", "2016-07/2016-09")]),
    ("We revoked Acme's keys by the end of 2017.", "2019-06-18", [("ended", "acme", "../2017")]),
    ("Borel's access had been removed before April 2018.", "2019-06-18", [("ended", "borel", "../2018-03")]),
    ("Fenmoor stopped receiving location data after 1 May 2016.", "2019-06-18", [("ended", "fenmoor", "2016-05-01")]),
    ("After May 2016 Fenmoor no longer received location data.", "2019-06-18", [("ended", "fenmoor", "2016-05")]),
    ("Cardon has been locked out of the Contacts API since 2016.", "2019-06-18", [("ended", "cardon", "2016")]),
    (
        "As of 1 January 2017, Hearthlow no longer had access to e-mail addresses.",
        "2019-06-18",
        [("ended", "hearthlow", "../2017-01-01")],
    ),
    (
        "Quillmark's access to contacts was terminated on or about 12 March 2018.",
        "2019-06-18",
        [("ended", "quillmark", "2018-03-12~")],
    ),
    (
        "Delphine's feed of purchase records was discontinued around August 2017.",
        "2019-06-18",
        [("ended", "delphine-labs", "2017-08~")],
    ),
    (
        "Acme's access to photos was shut off between March and June 2018.",
        "2019-06-18",
        [("ended", "acme", "2018-03/2018-06")],
    ),
    ("Acme had access to the Inbox API from 2013 to 2016.", "2019-06-18", [("ended", "acme", "2016")]),
    (
        "Borel had access to account statements until autumn 2017.",
        "2019-06-18",
        [("ended", "borel", "2017-09/2017-11")],
    ),
    ("We did not revoke Borel's tokens until February 2018.", "2019-06-18", [("ended", "borel", "2018-02")]),
    (
        "Tandem Health's sync was switched off on 05/04/2018.",
        "2019-06-18",
        [("ended", "tandem-health", "2018-04-05/2018-05-04")],
    ),
    (
        "Tandem Health's sync was switched off no later than 9 May 2018.",
        "2019-06-18",
        [("ended", "tandem-health", "../2018-05-09")],
    ),
    (
        "Ostrava's permission to copy address books was withdrawn in fiscal 2017.",
        "2019-06-18",
        [("ended", "ostrava-mobile", "2016/2017")],
    ),
    (
        "Ostrava's permission to copy address books was withdrawn in the mid-2010s.",
        "2019-06-18",
        [("ended", "ostrava-mobile", "2013/2016")],
    ),
    ("Cardon's key was deleted at the beginning of 2018.", "2019-06-18", [("ended", "cardon", "2018-01/2018-03")]),
    ("Cardon's key was deleted in mid-April.", "2019-06-18", [("ended", "cardon", "2019-04-08/2019-04-23")]),
    ("Cardon's key was deleted in November.", "2019-06-18", [("ended", "cardon", "2018-11")]),
    ("Cardon's key was deleted on 3 March.", "2019-06-18", [("ended", "cardon", "2019-03-03")]),
    ("Cardon's key was deleted on 20 June.", "2019-06-18", [("ended", "cardon", "2018-06-20")]),
    ("Cardon's key was deleted last winter.", "2019-06-18", [("ended", "cardon", "2018-12/2019-02")]),
    ("Acme lost access to the Inbox API three months ago.", "2018-12-19", [("ended", "acme", "2018-09/2018-10")]),
    ("Acme lost access to the Inbox API two years ago.", "2018-12-19", [("ended", "acme", "2016-01/2017-06")]),
    (
        "The company shut Borel out of the Inbox API nearly three years ago.",
        "2018-12-19",
        [("ended", "borel", "2015-12/2016-03")],
    ),
    (
        "More than a year ago we stopped sharing contacts with Fenmoor.",
        "2018-12-19",
        [("ended", "fenmoor", "../2017-12-19")],
    ),
    (
        "Less than six months ago Fenmoor's access to contacts was revoked.",
        "2018-12-19",
        [("ended", "fenmoor", "2018-06-19/2018-12-19")],
    ),
    (
        "Fenmoor's access to contacts was revoked about four years ago.",
        "2018-12-19",
        [("ended", "fenmoor", "2013-12/2015-12")],
    ),
    ("Fenmoor's access to contacts was revoked months ago.", "2018-12-19", [("ended", "fenmoor", "2017-01/2018-10")]),
    (
        "Several years ago we withdrew Hearthlow's permission to read messages.",
        "2018-12-19",
        [("ended", "hearthlow", "../2016")],
    ),
    (
        "A couple of weeks ago Hearthlow's token was disabled.",
        "2018-12-19",
        [("ended", "hearthlow", "2018-11-28/2018-12-09")],
    ),
    (
        "Hearthlow's token was disabled earlier this month.",
        "2018-12-19",
        [("ended", "hearthlow", "2018-12-01/2018-12-19")],
    ),
    (
        "Hearthlow's token was disabled earlier this week.",
        "2018-12-19",
        [("ended", "hearthlow", "2018-12-17/2018-12-19")],
    ),
    (
        "Last week the platform pulled Cardon's access to location data.",
        "2018-12-19",
        [("ended", "cardon", "2018-12-10/2018-12-16")],
    ),
    ("Last year the platform pulled Cardon's access to location data.", "2018-12-19", [("ended", "cardon", "2017")]),
    ("Cardon's access to location data was pulled last fall.", "2018-12-19", [("ended", "cardon", "2017-09/2018-11")]),
    (
        "Cardon's access to location data was pulled in recent months.",
        "2018-12-19",
        [("ended", "cardon", "2017-12-19/2018-12-19")],
    ),
    (
        "Over the past few weeks we have cut off Delphine's access to photos.",
        "2018-12-19",
        [("ended", "delphine-labs", "2018-09-26/2018-12-19")],
    ),
    ("We recently cut off Delphine's access to photos.", "2018-12-19", [("ended", "delphine-labs", "../2018-12-19")]),
    ("Yesterday we cut off Delphine's access to photos.", "2018-12-19", [("ended", "delphine-labs", "2018-12-18")]),
    (
        "Effective immediately, Delphine's access to photos is revoked.",
        "2018-12-19",
        [("ended", "delphine-labs", "2018-12-19")],
    ),
    ("As of today, Delphine no longer has access to photos.", "2018-12-19", [("ended", "delphine-labs", "2018-12-19")]),
    (
        "Three weeks ago we terminated Acme's access to call logs.",
        "2018-12-19",
        [("ended", "acme", "2018-11-25/2018-12-01")],
    ),
    ("Ten days ago we terminated Acme's access to call logs.", "2018-12-19", [("ended", "acme", "2018-12-09")]),
    ("Acme's access to call logs was terminated on Monday.", "2018-12-19", [("ended", "acme", "2018-12-17")]),
    (
        "Acme's access to call logs was terminated late last week.",
        "2018-12-19",
        [("ended", "acme", "2018-12-13/2018-12-16")],
    ),
    (
        "Acme's access to call logs has been gone for almost two years.",
        "2018-12-19",
        [("ended", "acme", "2016-12/2017-03")],
    ),
    ("Acme's access to the Inbox API will end on 30 April 2019.", "2018-12-19", [("will-end", "acme", "2019-04-30")]),
    (
        "Acme's access to the Inbox API will end by 30 April 2019.",
        "2018-12-19",
        [("will-end", "acme", "2018-12-19/2019-04-30")],
    ),
    ("Acme's access to the Inbox API will be shut off in March.", "2018-12-19", [("will-end", "acme", "2019-03")]),
    (
        "We will cut off Borel's access to payment data within 90 days.",
        "2018-12-19",
        [("will-end", "borel", "2018-12-19/2019-03-19")],
    ),
    (
        "Borel's access to payment data is going to be removed in two weeks.",
        "2018-12-19",
        [("will-end", "borel", "2018-12-30/2019-01-05")],
    ),
    (
        "Borel will lose its access to payment data in six months.",
        "2018-12-19",
        [("will-end", "borel", "2019-06/2019-07")],
    ),
    (
        "Borel will lose its access to payment data in the coming weeks.",
        "2018-12-19",
        [("will-end", "borel", "2018-12-19/2019-03-13")],
    ),
    (
        "Fenmoor will lose access to contacts before July 2019.",
        "2018-12-19",
        [("will-end", "fenmoor", "2018-12-19/2019-06-30")],
    ),
    (
        "Fenmoor's contract to use the Contacts API expires at the end of January.",
        "2018-12-19",
        [("will-end", "fenmoor", "2019-01-16/2019-01-31")],
    ),
    (
        "By the end of January, Fenmoor's access to contacts will be removed.",
        "2018-12-19",
        [("will-end", "fenmoor", "2018-12-19/2019-01-31")],
    ),
    (
        "Later this year Fenmoor's access to contacts will be removed.",
        "2018-12-19",
        [("will-end", "fenmoor", "2018-12-19/2018-12-31")],
    ),
    ("Next year Fenmoor's access to contacts will be removed.", "2018-12-19", [("will-end", "fenmoor", "2019")]),
    (
        "Hearthlow's token will be revoked as of 1 February 2019.",
        "2018-12-19",
        [("will-end", "hearthlow", "2019-02-01")],
    ),
    (
        "Starting 1 February 2019, Hearthlow will no longer be able to read messages.",
        "2018-12-19",
        [("will-end", "hearthlow", "2019-02-01")],
    ),
    (
        "After 1 February 2019, Hearthlow will no longer be able to read messages.",
        "2018-12-19",
        [("will-end", "hearthlow", "2019-02-01")],
    ),
    ("Cardon's feed will be switched off early next year.", "2018-12-19", [("will-end", "cardon", "2019-01/2019-04")]),
    (
        "Cardon's feed will be switched off no earlier than 1 March 2019.",
        "2018-12-19",
        [("will-end", "cardon", "2019-03-01/..")],
    ),
    ("Cardon will be able to read steps until 15 January.", "2018-12-19", [("will-end", "cardon", "2019-01-15")]),
    ("Cardon has until 15 January to stop reading steps.", "2018-12-19", [("will-end", "cardon", "2019-01-15")]),
    (
        "Cardon has 30 days to disconnect from the Health Bridge.",
        "2018-12-19",
        [("will-end", "cardon", "2018-12-19/2019-01-18")],
    ),
    (
        "Delphine shall cease all use of the Contacts API within 30 days of 3 January 2019.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2019-01-03/2019-02-02")],
    ),
    (
        "Delphine shall cease all use of the Contacts API within 30 days of the date of this order.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2018-12-19/2019-01-18")],
    ),
    (
        "Delphine's access to the Contacts API will soon be withdrawn.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2018-12-19/..")],
    ),
    (
        "Delphine's access to the Contacts API will be withdrawn tomorrow.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2018-12-20")],
    ),
    (
        "Delphine's access to the Contacts API ends on Friday.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2018-12-21")],
    ),
    (
        "Delphine's access to the Contacts API ends by the end of the week.",
        "2018-12-19",
        [("will-end", "delphine-labs", "2018-12-19/2018-12-23")],
    ),
    (
        "We have extended Acme's access to the Inbox API through March 2019.",
        "2018-12-19",
        [("extension", "acme", "2019-03")],
    ),
    (
        "We have extended Acme's access to the Inbox API until 31 March 2019.",
        "2018-12-19",
        [("extension", "acme", "2019-03-31")],
    ),
    (
        "Acme was given until mid-2016 to keep using the Inbox API.",
        "2018-12-19",
        [("extension", "acme", "2016-05/2016-08")],
    ),
    (
        "Borel's access, which was to end on 1 May 2019, has been extended to at least September 2019.",
        "2018-12-19",
        [("extension", "borel", "2019-09/..")],
    ),
    (
        "The extension for Fenmoor's contact sync runs until the end of February 2019.",
        "2018-12-19",
        [("extension", "fenmoor", "2019-02-28")],
    ),
    ("Acme was granted access to the Inbox API in May 2013.", "2018-12-19", [("granted", "acme", "2013-05")]),
    (
        "In early 2014 we gave Borel access to account balances.",
        "2018-12-19",
        [("granted", "borel", "2014-01/2014-04")],
    ),
    ("Fenmoor began reading contacts in March 2015.", "2018-12-19", [("granted", "fenmoor", "2015-03")]),
    (
        "Fenmoor's access to contacts began about three years ago.",
        "2018-12-19",
        [("granted", "fenmoor", "2014-12/2016-12")],
    ),
    ("By 2012 the platform had given Cardon access to photos.", "2018-12-19", [("granted", "cardon", "../2012")]),
    ("Cardon was not given access to photos until 2012.", "2018-12-19", [("granted", "cardon", "2012")]),
    ("Last month we gave Delphine access to step counts.", "2018-12-19", [("granted", "delphine-labs", "2018-11")]),
    (
        "Acme could still read messages as recently as this summer.",
        "2018-12-19",
        [("observed", "acme", "2018-06/2018-08")],
    ),
    ("Acme could still read messages as of May 2018.", "2018-12-19", [("observed", "acme", "2018-05")]),
    ("Acme kept its access to messages through 2017.", "2018-12-19", [("observed", "acme", "2017")]),
    ("Acme had access to messages until at least September 2017.", "2018-12-19", [("observed", "acme", "2017-09/..")]),
    (
        "Records show Fenmoor pulled contact lists in the last three months.",
        "2018-12-19",
        [("observed", "fenmoor", "2018-09-19/2018-12-19")],
    ),
    (
        "Last week Fenmoor was still pulling contact lists.",
        "2018-12-19",
        [("observed", "fenmoor", "2018-12-10/2018-12-16")],
    ),
    (
        "Two weeks ago Fenmoor was still pulling contact lists.",
        "2018-12-19",
        [("observed", "fenmoor", "2018-12-02/2018-12-08")],
    ),
    (
        "Hearthlow's access to messages, granted in 2014, remains in effect.",
        "2018-12-19",
        [("continues", "hearthlow", "2018-12-19/.."), ("granted", "hearthlow", "2014")],
    ),
    (
        "Hearthlow still has access to messages, five years after it was first approved.",
        "2018-12-19",
        [("continues", "hearthlow", "2018-12-19/..")],
    ),
    ("Cardon never had access to messages.", "2018-12-19", [("never", "cardon", "../2018-12-19")]),
    (
        "Between 2012 and 2015 Cardon never had access to messages.",
        "2018-12-19",
        [("never", "cardon", "../2018-12-19")],
    ),
    ("Acme, founded in 2009, lost its access to contacts in 2015.", "2018-12-19", [("ended", "acme", "2015")]),
    (
        "Acme, which moved to Oslo in 2016, lost its access to contacts.",
        "2018-12-19",
        [("ended", "acme", "../2018-12-19")],
    ),
    (
        "After the hearing on 10 April 2018, Acme's access to contacts was revoked.",
        "2018-12-19",
        [("ended", "acme", "../2018-12-19")],
    ),
    (
        "Acme's access to contacts was revoked, the company told lawmakers on 10 April 2018.",
        "2018-12-19",
        [("ended", "acme", "../2018-12-19")],
    ),
    (
        "In a letter of 2 June 2018 the company said that Acme's access to contacts had ended.",
        "2018-12-19",
        [("ended", "acme", "../2018-12-19")],
    ),
    (
        "Borel was given access in 2012 and lost it in 2015.",
        "2018-12-19",
        [("granted", "borel", "2012"), ("ended", "borel", "2015")],
    ),
    (
        "The Contacts API was closed to new apps in 2014, and Fenmoor's access ended the following year.",
        "2018-12-19",
        [("ended", "", "2014"), ("ended", "fenmoor", "2015")],
    ),
    (
        "Fenmoor paid a fine in 2017. Its access to contacts has been revoked.",
        "2018-12-19",
        [("ended", "fenmoor", "../2018-12-19")],
    ),
    (
        "Acme's access to messages ended on 3 May 2016 and Borel's two months later.",
        "2018-12-19",
        [("ended", "acme", "2016-05-03"), ("ended", "borel", "2016-06-01/2016-07-31")],
    ),
]


@pytest.mark.parametrize(("text", "said_on", "rows"), TOLD, ids=[text[:60] for text, _, _ in TOLD])
def test_a_date_means_what_its_kind_of_statement_makes_of_it(text: str, said_on: str, rows: Told) -> None:
    check_told(text, said_on, rows)

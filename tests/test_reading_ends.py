"""Ends of access in many wordings: no longer working keys, last requests, scheduled shutdowns, labels and headlines."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-06-18"
NAMES = Names(
    [
        {"partner_id": "acme", "name": "Acme Labs", "aliases": "Acme"},
        {"partner_id": "borel", "name": "Borel", "aliases": ""},
        {"partner_id": "tandem", "name": "Tandem Health", "aliases": "Tandem"},
        {"partner_id": "quill", "name": "Quillmark", "aliases": ""},
    ],
    [{"program_id": "inbox", "name": "Inbox API"}, {"program_id": "hub", "name": "Device Hub"}],
    ["friend lists", "messages", "heart-rate data", "location", "photos"],
)


def told(text: str) -> list[tuple[str, str, str]]:
    """Kind, partners and stated date of each statement of a text."""
    table = find_statements(text, said_on=SAID, partners=NAMES)
    return sorted((row.kind, row.partner_ids, row.stated_date) for row in table.itertuples())


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('Counsel wrote that Borel\'s token "was revoked in 2017."', [("borel", "2017")]),
        ("The firm told us that Acme “no longer receives location data” from it.", [("acme", "../2019-06-18")]),
        ('Its website says Borel "lost access to messages on 3 May 2018" after a review.', [("borel", "2018-05-03")]),
        ("The `friends_read` permission was removed on 3 May 2018.", [("", "2018-05-03")]),
        ("`GET /v1/contacts` is no longer available as of today.", [("", "2019-06-18")]),
        ("Borel's keys no longer work.", [("borel", "../2019-06-18")]),
        ("Apps that use version 2 stopped working with the Inbox API on 3 May 2019.", [("", "2019-05-03")]),
        ("The connector for Borel has not worked since 3 May 2019.", [("borel", "2019-05-03")]),
        ("Acme's retrieval of friend lists through our site ends today.", [("acme", "2019-06-18")]),
        ("Our work with Borel ended in mid-2016.", [("borel", "2016-05/2016-08")]),
        (
            "Our cooperation with Borel ended in May 2016 and with Acme in June 2017.",
            [("acme", "2017-06"), ("borel", "2016-05")],
        ),
        ("Delivery of location data to Tandem ceased on 3 May 2018.", [("tandem", "2018-05-03")]),
        ("Last week we suspended Borel after it broke our rules.", [("borel", "2019-06-10/2019-06-16")]),
        ("We blocked Borel on 3 May 2019.", [("borel", "2019-05-03")]),
        ("Borel was suspended on 3 May 2019.", [("borel", "2019-05-03")]),
        (
            "Acme blocked the printing service Borel in May 2018, leaving customers unable to import photos.",
            [("borel", "2018-05")],
        ),
        ("Only on 3 May 2018 did the company deactivate the credentials of Borel.", [("borel", "2018-05-03")]),
        ("Not until 3 May 2018 did we cut off Borel from friend lists.", [("borel", "2018-05-03")]),
        ("Only in 2018 was its access to messages revoked.", [("", "2018")]),
        ("Borel has made no request since 12 August 2014.", [("borel", "2014-08-12")]),
        ("Borel has not called the Inbox API since March 2018.", [("borel", "2018-03")]),
        ("No data has been sent to Borel since June 3.", [("borel", "2019-06-03")]),
        ("The last request from Borel was received on 12 August 2014.", [("borel", "2014-08-12")]),
        ("Borel's last call to the Inbox API was on 3 May 2018.", [("borel", "2018-05-03")]),
        ("The last file went to Tandem on 3 May 2018.", [("tandem", "2018-05-03")]),
        ("We last sent heart-rate data to Tandem on 3 May 2018.", [("tandem", "2018-05-03")]),
        ("Borel has received no messages since 2016.", [("borel", "2016")]),
        ("Borel had access to messages from at least July 2013 until December 2015.", [("borel", "2015-12")]),
        ("Acme could read friend lists from 2012 until May 2015.", [("acme", "2015-05")]),
        ("Borel has been without access to messages since 1 October 2018.", [("borel", "2018-10-01")]),
        ("Tandem is now without access to location.", [("tandem", "2019-06-18")]),
        ("Friend lists were removed from the API response in version 3.2 on 3 May 2018.", [("", "2018-05-03")]),
        ("Of the 52 integration partners, we have discontinued 38.", [("", "../2019-06-18")]),
        ("Connector for Borel disabled at the insurer's request on June 3.", [("borel", "2019-06-03")]),
        ("Borel was cut off from messages without warning on the evening of 3 May 2019.", [("borel", "2019-05-03")]),
        ("In 2014 we changed our platform so that apps could no longer ask for friend lists.", [("", "2014")]),
        ("In May 2016 the rules were tightened so that Borel could no longer see photos.", [("borel", "2016-05")]),
        ("We have now removed Borel and Acme from the Inbox API.", [("borel|acme", "2019-06-18")]),
        ("Borel: messaging scope removed 03/17/2019.", [("borel", "2019-03-17")]),
        ("Connector for Borel disabled.", [("borel", "../2019-06-18")]),
        ("Removed: friend lists endpoint (Borel).", [("borel", "../2019-06-18")]),
        (
            "Borel has not had a contract with us since 31 January 2019, when the previous one lapsed.",
            [("borel", "2019-01-31")],
        ),
        ("The messaging interface had been closed for nearly three years.", [("", "2016-06/2016-09")]),
        (
            "Borel was cut off from messages on 1 May 2019; Quillmark followed on 3 June 2019.",
            [("borel", "2019-05-01"), ("quill", "2019-06-03")],
        ),
        (
            "We closed Borel's access in May 2018, and Acme's followed in August.",
            [("acme", "2018-08"), ("borel", "2018-05")],
        ),
        ("Our contracts with all three have been terminated.", [("", "../2019-06-18")]),
        ("- Inbox API v1: shut down 3 May 2019", [("", "2019-05-03")]),
        ("* Removed friend lists from the Inbox API.", [("", "../2019-06-18")]),
        ("Token of Borel revoked (2019-05-03).", [("borel", "2019-05-03")]),
        ("Access for Borel: ended 3 May 2019.", [("borel", "2019-05-03")]),
        ("Connector for Tandem Health switched off.", [("tandem", "../2019-06-18")]),
        ("Messages scope withdrawn from Borel and Quillmark on 3 May 2019.", [("borel|quill", "2019-05-03")]),
        ("2019-05-03: Revoked the tokens of Borel.", [("borel", "2019-05-03")]),
        ("3 May 2019 - Borel feed closed.", [("borel", "2019-05-03")]),
        (
            "The permission granted to Borel under the order of 3 May 2018 lapsed on 1 June 2019.",
            [("borel", "2019-06-01")],
        ),
        (
            "Quillmark's access to friend lists was terminated on April 30, 2015, along with that of all other apps.",
            [("quill", "2015-04-30")],
        ),
        ("We discontinued the integration with Tandem in the second quarter of 2018.", [("tandem", "2018-04/2018-06")]),
        ("The partnership with Borel wound down over the course of 2017.", [("borel", "2017")]),
        ("As of March 2018, Borel could no longer obtain friend lists.", [("borel", "../2018-03")]),
        ("To our knowledge, Acme stopped requesting location data some time in 2016.", [("acme", "2016")]),
        ("Borel gave up its access to messages in early 2017.", [("borel", "2017-01/2017-04")]),
        (
            "In response to these findings, we have permanently barred Borel from the Inbox API.",
            [("borel", "../2019-06-18")],
        ),
        ("We stopped receiving heart-rate data from them on 3 May 2018.", [("", "2018-05-03")]),
        ("We have not received any messages from the Inbox API since it was closed in 2016.", [("", "2016")]),
        ("Our access was cut without notice last week.", [("", "2019-06-10/2019-06-16")]),
        ("We gave up the permission of our own accord in March 2017.", [("", "2017-03")]),
        ("Our use of friend lists came to an end in May 2015.", [("", "2015-05")]),
        ("Acme said Monday it had cut off Borel, a photo app, from its friend lists.", [("borel", "../2019-06-18")]),
        ("Borel, which lost its access to messages in 2017, declined to comment.", [("borel", "2017")]),
        ("The company shut the door on Borel in March 2018, revoking its access to photos.", [("borel", "2018-03")]),
        (
            "Access to the data by Borel, Quillmark and Acme ended in late 2017.",
            [("borel|quill|acme", "2017-09/2017-12")],
        ),
        (
            "The deal, under which Tandem got heart-rate data, expired in June 2016 and was not renewed.",
            [("tandem", "2016-06")],
        ),
        ("Since 1 January 2019 we no longer share your location with Borel.", [("borel", "2019-01-01")]),
        ("We ended the sharing of photos with Borel on 3 May 2018.", [("borel", "2018-05-03")]),
        ("We used to share photos with Borel; this ended in 2018.", [("borel", "2018")]),
        ("Your location is no longer passed on to Tandem Health.", [("tandem", "../2019-06-18")]),
        ("Sharing with Borel was discontinued in 2018.", [("borel", "2018")]),
    ],
)
def test_an_end_is_found_in_any_of_its_wordings(text: str, facts: list[tuple[str, str]]) -> None:
    assert told(text) == [("ended", *fact) for fact in facts]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            'A spokesman said the feed to Tandem "will be shut down by the end of July 2019".',
            [("tandem", "2019-06-18/2019-07-31")],
        ),
        ("`user_photos` will be retired on 1 September 2019.", [("", "2019-09-01")]),
        ("From 1 July 2019 the old tokens will no longer work.", [("", "2019-07-01")]),
        ("Access to photos ends on 1 July.", [("", "2019-07-01")]),
        ("Access to message threads expires in two weeks.", [("", "2019-06-29/2019-07-05")]),
        (
            "Apps that have not passed review lose access to the Inbox API in two weeks.",
            [("", "2019-06-29/2019-07-05")],
        ),
        ("Partners who have not signed lose their tokens on 1 July.", [("", "2019-07-01")]),
        ("The Inbox API goes away on 1 July 2019.", [("", "2019-07-01")]),
        ("Borel loses its access on Friday.", [("borel", "2019-06-21")]),
        ("The Inbox API is scheduled for shutdown in Q3 2019.", [("", "2019-07/2019-09")]),
        ("Device Hub is slated for retirement on 1 September 2019.", [("", "2019-09-01")]),
        ("Borel's access is due for removal by the end of July.", [("borel", "2019-06-18/2019-07-31")]),
        ("The Inbox API is set for closure next year.", [("", "2020")]),
        ("The feed is due to close on 1 July 2019.", [("", "2019-07-01")]),
        ("Shutdown of the Inbox API is planned for 1 July 2019.", [("", "2019-07-01")]),
        ("The removal of Borel from Device Hub is scheduled for 1 July 2019.", [("borel", "2019-07-01")]),
        (
            "Over the coming six weeks we will remove every partner that has not passed our review from Device Hub.",
            [("", "2019-06-18/2019-07-30")],
        ),
        ("Borel will have access to messages until 30 September 2019.", [("borel", "2019-09-30")]),
        ("The remaining feed, to Borel, will continue until 31 January 2020.", [("borel", "2020-01-31")]),
        ("Borel's contract runs until October.", [("borel", "2019-10")]),
        (
            "Borel will lose its token on 1 July 2019 and Quillmark will follow on 1 August 2019.",
            [("borel", "2019-07-01"), ("quill", "2019-08-01")],
        ),
        ("Deprecated: Device Hub sync (end of life 1 September 2019).", [("", "2019-09-01")]),
        ("Sunset date for the Inbox API: 1 September 2019.", [("", "2019-09-01")]),
        ("End of support for the Inbox API on 1 September 2019.", [("", "2019-09-01")]),
        ("Shutdown of the Inbox API: 1 September 2019.", [("", "2019-09-01")]),
        ("Inbox API to be retired on 1 September 2019.", [("", "2019-09-01")]),
        (
            "IT IS ORDERED that the access of Borel to messages be terminated by 31 July 2019.",
            [("borel", "2019-06-18/2019-07-31")],
        ),
        (
            "Defendant is directed to revoke all tokens issued to Borel no later than 31 July 2019.",
            [("borel", "2019-06-18/2019-07-31")],
        ),
        ("Acme shall cease all use of friend lists on or before July 15, 2019.", [("acme", "2019-06-18/2019-07-15")]),
        (
            "Within thirty days of this order, Acme must delete the tokens and stop reading messages.",
            [("acme", "2019-06-18/2019-07-18")],
        ),
        (
            "We expect to complete the removal of the other partners from Device Hub no later than December 31, 2019.",
            [("", "2019-06-18/2019-12-31")],
        ),
        ("Borel is losing access to the Inbox API next month.", [("borel", "2019-07")]),
        ("Borel's access is being phased out over the next six months.", [("borel", "2019-06-18/2019-12-18")]),
        ("Location sharing with Tandem is to stop on 1 July.", [("tandem", "2019-07-01")]),
        ("Tandem has until 31 July to delete the data and give up its tokens.", [("tandem", "2019-07-31")]),
        ("The Inbox API will be history by Christmas.", [("", "2019-06-18/2019-12-25")]),
        ("From 1 July 2019, Borel will not receive your messages any more.", [("borel", "2019-07-01")]),
    ],
)
def test_an_end_to_come_is_found_in_any_of_its_wordings(text: str, facts: list[tuple[str, str]]) -> None:
    assert told(text) == [("will-end", *fact) for fact in facts]


@pytest.mark.parametrize(
    "text",
    [
        "You may withdraw your consent at any time, and we will then stop sharing your location with that partner.",
        "Plaintiff's request that the Court order the interface closed is DENIED.",
        "Members have removed more than four million connected apps themselves since we introduced the privacy check.",
        "The store suspended 40 sellers in May 2018.",
        "The memo does not say when the access of Borel ended.",
        "The report leaves open when the access ended.",
        "The letter gives no date on which the permission was withdrawn.",
        "Acme will end its free delivery on 1 July.",
        "We may end the access of any partner that breaks these terms.",
        "Borel closed its office in May 2018.",
        "If you disconnect the app, Borel will no longer receive your messages.",
        "The contract with the cleaning company Borel ended in May 2018.",
        "Access tokens expire after 60 days.",
        "The lawsuit against Borel was dropped in 2018.",
        "We are considering whether to end access for Borel.",
        "Your rights end when you close your account.",
        "Borel shut down its photo contest on 3 May 2018.",
        "The board terminated the chief executive of Borel in 2018.",
        "Acme stopped selling location trackers in 2018.",
        "The committee asked whether the access of Borel had been revoked in 2018.",
        "We will remove your comments on request.",
        "Acme blocked Borel from its annual conference in May 2018.",
    ],
)
def test_what_ends_no_access_is_no_statement(text: str) -> None:
    assert told(text) == []

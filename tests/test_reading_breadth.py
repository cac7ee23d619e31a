"""Statements in the words of newsrooms, changelogs, lawyers and spokesmen: one kind of statement in many wordings."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2018-06-08"
NAMES = Names(
    ["Acme", "Borel", "Cardon"], ["Inbox API", "Health Bridge", "Feed API", "Purchase Feed", "Location Stream"], None
)


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, partners and stated date of each statement of a text."""
    table = find_statements(text, said_on=SAID, partners=NAMES)
    return [(row.kind, row.partner_ids, row.stated_date) for row in table.itertuples()]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("Acme may keep using the Feed API until June 30, 2019.", "Acme", "2019-06-30"),
        ("We have agreed that Acme can keep its access through March 31, 2019.", "Acme", "2019-03-31"),
        ("Acme got an extra three months, until March 31, 2019.", "Acme", "2019-03-31"),
        ("The deadline for Acme has been extended to March 31, 2019.", "Acme", "2019-03-31"),
        ("At Borel's request, we postponed the end of its access to March 31, 2019.", "Borel", "2019-03-31"),
        ("Borel was granted an extension until March 31, 2019.", "Borel", "2019-03-31"),
        ("An extension until March 31, 2019 was granted to Borel.", "Borel", "2019-03-31"),
        ("Acme was allowed to retain access through January 2016.", "Acme", "2016-01"),
        ("Norvane extended Acme's access through January 2016.", "Acme", "2016-01"),
        ("Acme received an extension through January 2016.", "Acme", "2016-01"),
        ("Feed API: removal postponed to 2019-02-28.", "", "2019-02-28"),
        ("For Acme, the cutoff date was moved to December 31, 2018.", "Acme", "2018-12-31"),
        ("Acme will have until December 31, 2018, an extension of six months.", "Acme", "2018-12-31"),
        ("We have decided to extend Acme's access until December 31, 2018.", "Acme", "2018-12-31"),
        ("Acme's token was renewed until December 31, 2018.", "Acme", "2018-12-31"),
        ("Our contract with Acme has been prolonged to December 31, 2018.", "Acme", "2018-12-31"),
        ("The end date of the Feed API has been changed from June 30 to December 31, 2018.", "", "2018-12-31"),
        ("A short extension, to October 2015, was given to Acme.", "Acme", "2015-10"),
        ("Norvane agreed to extend Acme's access until October 2015.", "Acme", "2015-10"),
        ("Acme will keep its access to the Inbox API until June 30, 2019.", "Acme", "2019-06-30"),
        ("We gave Acme continued access to friend lists through the end of 2016.", "Acme", "2016-12-31"),
        ("The shutdown of the Inbox API, planned for 31 January, has been moved to 30 April 2019.", "", "2019-04-30"),
        ("The deadline for leaving the Feed API was moved from 1 March to 1 June 2019.", "", "2019-06-01"),
        (
            "We gave Acme and Borel six more months, through October 31, 2015, to move users off the Feed API.",
            "Acme|Borel",
            "2015-10-31",
        ),
        ("The time within which Norvane must disable the Feed API is extended to August 30, 2019.", "", "2019-08-30"),
    ],
)
def test_more_time_is_an_extension_to_its_last_day(text: str, partners: str, date: str) -> None:
    assert found(text) == [("extension", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("Acme was given access to friend lists in 2012.", "Acme", "2012"),
        ("In 2012, Norvane began sharing contact lists with Acme.", "Acme", "2012"),
        ("The partnership with Acme began in March 2012.", "Acme", "2012-03"),
        ("Our integration with Acme went live in March 2012.", "Acme", "2012-03"),
        ("Norvane signed a data-sharing agreement with Acme in March 2012.", "Acme", "2012-03"),
        ("Acme first received location data in March 2012.", "Acme", "2012-03"),
        ("Acme was approved for the Feed API in March 2012.", "Acme", "2012-03"),
        ("In March 2012 Norvane provided Acme with an API key.", "Acme", "2012-03"),
        ("Acme obtained its token in March 2012.", "Acme", "2012-03"),
        ("Acme has been granted access to the Feed API.", "Acme", "../2018-06-08"),
        ("Starting today, developers can request the contacts permission.", "", "2018-06-08"),
        ("Acme's access was restored in May 2018.", "Acme", "2018-05"),
        ("We re-enabled Acme's connector in May 2018.", "Acme", "2018-05"),
        ("On May 21, 2018, we turned access back on for Acme.", "Acme", "2018-05-21"),
        ("Acme regained access on May 21, 2018.", "Acme", "2018-05-21"),
        ("Norvane reopened the Feed API to Acme on May 21, 2018.", "Acme", "2018-05-21"),
        ("A token was issued to Acme on May 21, 2018.", "Acme", "2018-05-21"),
        ("Acme was onboarded to the Feed API on May 21, 2018.", "Acme", "2018-05-21"),
        ("Acme was one of the first companies to receive access, in 2011.", "Acme", "2011"),
        ("The agreement of 2011 gave Acme access to friend lists.", "Acme", "2011"),
        ("Our relationship with Acme dates back to 2011, when we gave it access to friend lists.", "Acme", "2011"),
        (
            "Under a deal struck in 2012, Acme was allowed to see the names of all of a shopper's friends.",
            "Acme",
            "2012",
        ),
        (
            "E-mails show that Norvane agreed in January 2015 to put Acme on a whitelist that gave it friends' data.",
            "Acme",
            "2015-01",
        ),
        ("Added: approved clinics may read from the health record of a consenting patient.", "", "../2018-06-08"),
        (
            "Heart-rate data can be read through the Health Bridge from 1 July 2018 by approved partners.",
            "",
            "2018-07-01",
        ),
    ],
)
def test_access_that_was_given_or_began_is_dated_by_its_start(text: str, partners: str, date: str) -> None:
    assert found(text) == [("granted", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("Acme still has access to friend lists.", "Acme", "2018-06-08/.."),
        ("Acme retains access to friend lists.", "Acme", "2018-06-08/.."),
        ("Our partnership with Acme remains active.", "Acme", "2018-06-08/.."),
        ("Acme continues to receive step counts.", "Acme", "2018-06-08/.."),
        ("The integration with Acme is not affected by this change.", "Acme", "2018-06-08/.."),
        ("Acme's contract is still in effect.", "Acme", "2018-06-08/.."),
        ("We continue to share step counts with Acme.", "Acme", "2018-06-08/.."),
        ("Acme will keep its access.", "Acme", "2018-06-08/.."),
        ("Nothing changes for Acme, whose access continues.", "Acme", "2018-06-08/.."),
        ("To date, Acme's access has not been revoked.", "Acme", "2018-06-08/.."),
        ("Acme never lost its access.", "Acme", "2018-06-08/.."),
        ("The permission was never taken away from Acme.", "Acme", "2018-06-08/.."),
        ("Norvane has yet to revoke Acme's token.", "Acme", "2018-06-08/.."),
        ("Norvane did not cut off Acme.", "Acme", "2018-06-08/.."),
        ("Acme is still on the allowlist.", "Acme", "2018-06-08/.."),
        ("Acme is still allowed to read friend lists.", "Acme", "2018-06-08/.."),
        ("Acme's permission has not been withdrawn.", "Acme", "2018-06-08/.."),
        ("The only partner with access today is Acme, which still reads the feed.", "Acme", "2018-06-08/.."),
        ("We did not terminate our agreement with Acme.", "Acme", "2018-06-08/.."),
        ("Acme told us that its use of the Feed API continues.", "Acme", "2018-06-08/.."),
        ("The contract with Acme is ongoing.", "Acme", "2018-06-08/.."),
        ("Acme keeps receiving step counts.", "Acme", "2018-06-08/.."),
        ("Acme currently has access to friend lists.", "Acme", "2018-06-08/.."),
        ("Today, Acme's integration remains available.", "Acme", "2018-06-08/.."),
        (
            "Acme, a rival, was permitted to keep using the Purchase Feed and does so to this day.",
            "Acme",
            "2018-06-08/..",
        ),
    ],
)
def test_what_is_said_to_go_on_is_open_from_the_day_said(text: str, partners: str, date: str) -> None:
    assert found(text) == [("continues", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("Acme never had access to private messages.", "Acme", "../2018-06-08"),
        ("Acme has never received location data from us.", "Acme", "../2018-06-08"),
        ("At no time did Acme read private messages.", "Acme", "../2018-06-08"),
        ("Acme did not have access to messages at any time.", "Acme", "../2018-06-08"),
        ("Acme denied that it had ever read messages.", "Acme", "../2018-06-08"),
        ("We found no evidence that Acme accessed messages.", "Acme", "../2018-06-08"),
        ("We have never shared step counts with Acme.", "Acme", "../2018-06-08"),
        ("No step counts were ever shared with Acme.", "Acme", "../2018-06-08"),
        ("Step counts have never been shared with Acme.", "Acme", "../2018-06-08"),
        ("Acme was never given access to messages.", "Acme", "../2018-06-08"),
        ("Acme was not able to read private messages.", "Acme", "../2018-06-08"),
        ("Acme never used the permission.", "Acme", "../2018-06-08"),
        ("We did not give Acme access to messages.", "Acme", "../2018-06-08"),
        ("Acme says it never used the data.", "Acme", "../2018-06-08"),
        ("Nobody at Acme ever read private messages.", "Acme", "../2018-06-08"),
        ("Acme has never been given access to the inbox.", "Acme", "../2018-06-08"),
        ("We are not aware that Acme ever received location data.", "Acme", "../2018-06-08"),
        ("Acme had no access to private messages at any point.", "Acme", "../2018-06-08"),
        ("Contrary to the article, Acme never could read messages.", "Acme", "../2018-06-08"),
        ("It is not true that Acme had access to messages.", "Acme", "../2018-06-08"),
        ("Acme never asked for, and never received, friend lists.", "Acme", "../2018-06-08"),
        ("Private messages were never shared with Acme.", "Acme", "../2018-06-08"),
        ("None of Acme's apps ever had access to location data.", "Acme", "../2018-06-08"),
    ],
)
def test_a_denial_holds_up_to_the_day_said(text: str, partners: str, date: str) -> None:
    assert found(text) == [("never", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("As of April 2018, Acme still had access to friend lists.", "Acme", "2018-04"),
        ("In April 2018 Acme was still receiving location data.", "Acme", "2018-04"),
        ("Acme's token still worked in April 2018.", "Acme", "2018-04"),
        ("Records show that Acme read messages in April 2018.", "Acme", "2018-04"),
        ("Tests in April 2018 showed that Acme could see friend lists.", "Acme", "2018-04"),
        ("Acme accessed messages as late as April 2018.", "Acme", "2018-04"),
        ("As recently as April 2018, Norvane shared location data with Acme.", "Acme", "2018-04"),
        ("Acme had access to friend lists until at least April 2018.", "Acme", "2018-04/.."),
        ("Acme continued to receive friend lists through April 2018.", "Acme", "2018-04"),
        ("A token issued to Acme was still valid in April 2018.", "Acme", "2018-04"),
        ("Documents show that location data was sent to Acme in April 2018.", "Acme", "2018-04"),
        ("Acme's access remained active in April 2018.", "Acme", "2018-04"),
        ("Acme was able to read friend lists in April 2018.", "Acme", "2018-04"),
        ("As late as April 2018, Acme's server was pulling step counts.", "Acme", "2018-04"),
        ("Acme kept its access through April 2018.", "Acme", "2018-04"),
        ("Acme went on reading messages until April 2018, records show.", "Acme", "2018-04"),
        ("E-mails show Acme still had the permission in April 2018.", "Acme", "2018-04"),
        ("Acme's keys were still active in April 2018.", "Acme", "2018-04"),
        ("We can see from our logs that Acme downloaded friend lists in April 2018.", "Acme", "2018-04"),
        ("According to court records, Acme queried the Feed API in April 2018.", "Acme", "2018-04"),
    ],
)
def test_what_was_seen_is_dated_by_the_day_on_which_it_was_seen(text: str, partners: str, date: str) -> None:
    assert found(text) == [("observed", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        ("Starting today, the Feed API will no longer be available to any site.", "", "2018-06-08"),
        ("In 2014 we changed our platform so that apps could no longer ask for friend lists.", "", "2014"),
        ("The connection that let it read your location history ended on 31 January 2018.", "", "2018-01-31"),
    ],
)
def test_an_end_in_the_words_of_a_cause_or_of_today(text: str, partners: str, date: str) -> None:
    assert found(text) == [("ended", partners, date)]


@pytest.mark.parametrize(
    ("text", "partners", "date"),
    [
        (
            "Members can continue to sync their steps with Acme until 30 April 2019, when the connection closes.",
            "Acme",
            "2019-04-30",
        ),
        (
            "In April 2014, Norvane announced that apps would no longer be able to obtain the data of users' friends.",
            "",
            "2014-04/..",
        ),
    ],
)
def test_an_end_to_come(text: str, partners: str, date: str) -> None:
    assert found(text) == [("will-end", partners, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Partners signed agreements that prevented people's information from being used for any other purpose.",
        "The report leaves open when the access ended.",
        "The answer gives no date on which Acme's permission was withdrawn.",
        "Plaintiff's motion that the Court order the feed closed was denied on 3 May 2018.",
        "If it turns out that Acme's access was still open in 2017, we shall say so at once.",
        "We revoke tokens that have not been used for 90 days.",
        "You can revoke an app's permission in your settings, and it will then stop receiving your data.",
        "If you delete your account, we ask our partners to delete your data.",
        "We may end a partner's access if it breaks our rules.",
        "When a contract ends, we revoke the partner's tokens.",
        "We suspend apps that misuse data.",
        "Any partner that fails the review will lose its access.",
        "The Commission has asked whether Acme still had access in 2018.",
        "Acme declined to say when its access had ended.",
        "The letter does not say when Acme lost access.",
        "It is not known which partners kept their access.",
        "Acme closed its Paris store in 2017.",
        "Acme's chief executive stepped down in May 2018.",
        "Norvane launched a new version of its app in March 2018.",
        "Acme was founded in 2004 and went public in 2012.",
        "The court granted Acme's motion to dismiss in May 2018.",
        "Norvane was granted a patent in 2016.",
        "The hearing has been postponed to 3 May 2019.",
        "The deadline for comments has been extended to 3 May 2019.",
        "The comment period was extended until June 30.",
        "The trial was moved to March 2019.",
        "Acme continues to deny the allegations.",
        "Acme continues to employ 300 people in Leeds.",
        "We continue to work with regulators.",
        "Norvane never said why.",
        "Acme has never been fined.",
        "The plaintiff never read the terms.",
        "In 2016, the Senator received 400 letters.",
        "Acme read the letter on 3 May 2018.",
        "We received your letter of 3 May 2018.",
        "Acme received a fine in 2017.",
        "The company had access to capital until 2015.",
        "We gave the committee a list of partners on 3 May 2018.",
        "We gave testimony in April 2018.",
        "Users were given a new privacy setting in May 2018.",
        "We added a section on partner access to this policy on 3 May 2018.",
        "The FAQ on connected apps was removed in May 2018.",
        "Norvane could be ordered to end the access.",
        "Acme hopes to receive access in 2019.",
        "Acme has applied for access to the Feed API.",
        "Acme's application for access was rejected.",
        "The bill would require companies to revoke access within 30 days.",
        "Partners are required to delete the data within 30 days after their access ends.",
        "Norvane is weighing whether to extend Acme's access.",
        "Access tokens expire after 60 days.",
        "Tokens are valid for 90 days and can be renewed.",
        "Developers must request the permission before their app can read messages.",
        "Our agreements with partners require them to stop using data when the agreement ends.",
        "The office will remain open until 30 June.",
        "Support for the old phones continues until 2020.",
        "Acme sells shoes and has done so since 1990.",
    ],
)
def test_rules_questions_and_other_business_state_nothing(text: str) -> None:
    assert found(text) == []

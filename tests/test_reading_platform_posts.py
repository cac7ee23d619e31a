"""Posts of newsrooms and privacy notices are read for whose access they end; platforms and partners are invented."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2021-05-12"  # a Wednesday
NAMES = Names(
    {
        "altessa": "Altessa", "brindle-bank": "Brindle Bank", "corvane": "Corvane", "dellmoor": "Dellmoor",
        "estwick": "Estwick", "fablewood": "Fablewood", "gantro": "Gantro", "hollinser": "Hollinser",
        "ixelle": "Ixelle", "jarrow-health": "Jarrow Health", "kestrin": "Kestrin", "lumbry": "Lumbry",
    },
    ["Friends API", "Inbox Bridge", "Location Stream"],
)  # fmt: skip


def found(text: str) -> list[str]:
    """Each statement as kind, partners and date in one line, sorted."""
    table = find_statements(text, said_on=SAID, partners=NAMES, speaker="Orvane")
    return sorted(f"{row.kind} {row.partner_ids or '-'} {row.stated_date}" for row in table.itertuples())


STATED = [
    ("Starting today, Altessa can no longer see your friend list.", ["ended altessa 2021-05-12"]),
    ("From 1 June on, apps will not receive e-mail addresses unless people opt in.", ["will-end - 2021-06-01"]),
    (
        "As of September 1, 2021, partners will not be able to pull messages through Inbox Bridge.",
        ["will-end - 2021-09-01"],
    ),
    (
        "The location permission is being retired and will be gone by the end of June.",
        ["will-end - 2021-05-12/2021-06-30"],
    ),
    (
        "We have ended 38 of these partnerships and will close the rest by October 2021.",
        ["ended - ../2021-05-12", "will-end - 2021-05-12/2021-10-31"],
    ),
    ("Last month we paused data sharing with Dellmoor.", ["ended dellmoor 2021-04"]),
    ("We've wound down our integration with Estwick.", ["ended estwick ../2021-05-12"]),
    ("We no longer disclose your purchase history to Brindle Bank.", ["ended brindle-bank ../2021-05-12"]),
    ("Until March 2020, Gantro received your postal address from us.", ["ended gantro 2020-03"]),
    ("We stopped making your calendar available to Kestrin in 2018.", ["ended kestrin 2018"]),
    ("Fablewood has had no access to your contacts since 4 February 2019.", ["ended fablewood 2019-02-04"]),
    (
        "Hollinser asked for more time, and we have agreed to keep its feed open until 31 July 2021.",
        ["extension hollinser 2021-07-31"],
    ),
    (
        "We have never sold your messages to Lumbry, and Lumbry has never been able to read them.",
        ["never lumbry ../2021-05-12"],
    ),
    (
        "Jarrow Health continues to receive the readings that you choose to send.",
        ["continues jarrow-health 2021-05-12/.."],
    ),
    ("In January 2016 we gave Corvane permission to show your playlists on its devices.", ["granted corvane 2016-01"]),
    ("Our logs show that Estwick was still requesting friend lists on 9 April 2021.", ["observed estwick 2021-04-09"]),
    (
        "After careful thought, we have decided to say goodbye to the Friends API on 15 September 2021.",
        ["will-end - 2021-09-15"],
    ),
    ("Effective 1 July 2021, we will cease providing browsing data to Kestrin.", ["will-end kestrin 2021-07-01"]),
    (
        "Apps that you have not opened for three months lost their access to your data in April 2018.",
        ["ended - 2018-04"],
    ),
    (
        "Brindle Bank will lose its access to account balances on 30 June 2021, when its licence runs out.",
        ["will-end brindle-bank 2021-06-30"],
    ),
    ("This feature let people message their friends from Fablewood; we shut it off in 2017.", ["ended fablewood 2017"]),
    (
        "We began phasing out device-level interfaces in April, and by now we have closed down 31 of them.",
        ["ended - ../2021-05-12"],
    ),
    (
        "You may notice that Gantro no longer shows your friends: we cut that connection last week.",
        ["ended gantro 2021-05-03/2021-05-09"],
    ),
    (
        "Hollinser has not been given any location data since our policy changed in May 2018.",
        ["ended hollinser 2018-05"],
    ),
    (
        "In the next 60 days we will revoke every token that Ixelle still holds.",
        ["will-end ixelle 2021-05-12/2021-07-11"],
    ),
    ("We're turning off search by phone number for third-party apps starting next Monday.", ["will-end - 2021-05-17"]),
    ("Ixelle won't be getting message previews from us after 30 June.", ["will-end ixelle 2021-06-30"]),
    ("Of the 61 partnerships on the list we published in March, 54 are now closed.", ["ended - 2021-05-12"]),
    (
        "Following an investigation, we've banned Estwick from our platform, and its tokens no longer work.",
        ["ended estwick ../2021-05-12"],
    ),
    (
        "We want to be clear: Fablewood never had the ability to read your private messages.",
        ["never fablewood ../2021-05-12"],
    ),
    (
        "We gave Brindle Bank an extra six months, until 30 September 2021, to move off the old interface.",
        ["extension brindle-bank 2021-09-30"],
    ),
    ("Altessa had its access to photos restored on 2 February 2021.", ["granted altessa 2021-02-02"]),
    ("At the end of last year we pulled the plug on Gantro's friends feed.", ["ended gantro 2020-10/2020-12"]),
    (
        "The partnership with Dellmoor, which let its phones show your messages, came to an end in May 2018.",
        ["ended dellmoor 2018-05"],
    ),
    ("Since 1 January 2021, no app by Ixelle has been able to read your contacts.", ["ended ixelle 2021-01-01"]),
    (
        "In our review we discovered that Kestrin had kept pulling event lists as late as 19 February 2021.",
        ["observed kestrin 2021-02-19"],
    ),
    ("Lumbry: we shared your device ID with this company until 14 August 2020.", ["ended lumbry 2020-08-14"]),
    ("Your health data is no longer sent to Jarrow Health.", ["ended jarrow-health ../2021-05-12"]),
    (
        "As from 1 August 2021, Corvane will not be among the companies that receive your e-mail address.",
        ["will-end corvane 2021-08-01"],
    ),
    (
        "We used to let Estwick see which pages you visited; we put a stop to that in November 2019.",
        ["ended estwick 2019-11"],
    ),
    ("None of your messages have ever been shared with Fablewood.", ["never fablewood ../2021-05-12"]),
    (
        "We ended our agreement with Hollinser on 20 March 2021 and it no longer processes your data.",
        ["ended hollinser 2021-03-20"],
    ),
    ("Gantro may access your calendar until 30 June 2021.", ["will-end gantro 2021-06-30"]),
    ("Dellmoor's right to use your photos lapsed on 8 May 2020.", ["ended dellmoor 2020-05-08"]),
    (
        "The location data that Ixelle obtained through our app stopped flowing in September 2020.",
        ["ended ixelle 2020-09"],
    ),
    ("You will no longer be able to connect your account to Lumbry from 1 July 2021.", ["will-end lumbry 2021-07-01"]),
    ("Effective today, Kestrin is no longer permitted to collect your fitness data.", ["ended kestrin 2021-05-12"]),
    (
        "We have asked Ixelle to delete what it holds, and its keys were withdrawn on Friday.",
        ["ended ixelle 2021-05-07"],
    ),
    (
        "People told us they did not want this, so in autumn 2019 we stopped handing their names to Corvane.",
        ["ended corvane 2019-09/2019-11"],
    ),
    (
        "Lumbry will keep its access to order data through the holidays, until 15 January 2022.",
        ["extension lumbry 2022-01-15"],
    ),
    ("Altessa has not been able to reach your inbox for more than two years.", ["ended altessa ../2019-05-12"]),
    ("We cancelled Brindle Bank's data licence two weeks ago.", ["ended brindle-bank 2021-04-25/2021-05-01"]),
    ("Dellmoor is being disconnected in stages between June and August 2021.", ["will-end dellmoor 2021-06/2021-08"]),
    (
        "For transparency: Corvane, Ixelle and Lumbry could see hidden birthdays until 2018.",
        ["ended corvane|ixelle|lumbry 2018"],
    ),
    ("There are no longer any partners with special access to friends' data.", ["ended - ../2021-05-12"]),
    ("Data sharing with Estwick: ended 31 December 2020.", ["ended estwick 2020-12-31"]),
    (
        "Our agreement with Fablewood runs out at the end of July and we do not intend to renew it.",
        ["will-end fablewood 2021-07-16/2021-07-31"],
    ),
    (
        "We have not shared any location data with Brindle Bank since we closed the Location Stream in 2019.",
        ["ended brindle-bank 2019"],
    ),
    (
        "Dellmoor, which used to get your search terms, was dropped from our list of processors in early 2020.",
        ["ended dellmoor 2020-01/2020-04"],
    ),
    ("At no point was Gantro given your messages.", ["never gantro ../2021-05-12"]),
    ("The Inbox Bridge is no more.", ["ended - ../2021-05-12"]),
    ("We have now completed the shutdown of Location Stream.", ["ended - 2021-05-12"]),
    ("We will be sunsetting the Friends API over the next twelve months.", ["will-end - 2021-05-12/2022-05-12"]),
    (
        "The sharing of your reading history with Kestrin ceased when its contract expired in November 2020.",
        ["ended kestrin 2020-11"],
    ),
    ("As announced in March, Estwick's access was withdrawn yesterday.", ["ended estwick 2021-05-11"]),
    ("We've reached out to Hollinser, whose tokens we invalidated this morning.", ["ended hollinser 2021-05-12"]),
    ("Altessa is no longer a recipient of your data.", ["ended altessa ../2021-05-12"]),
    (
        "Neither Corvane nor Gantro has been given access to your health data at any time.",
        ["never corvane|gantro ../2021-05-12"],
    ),
    ("This means that from today no partner can look up people by their phone numbers.", ["ended - 2021-05-12"]),
    ("Your ride history has not been available to Ixelle since we parted ways in 2019.", ["ended ixelle 2019"]),
    ("We're postponing the end of the Inbox Bridge from 30 June to 30 September 2021.", ["extension - 2021-09-30"]),
    ("We do not let Altessa read your messages any more.", ["ended altessa ../2021-05-12"]),
    (
        "Effective 25 May 2018 we removed Brindle Bank as a recipient of your e-mail address.",
        ["ended brindle-bank 2018-05-25"],
    ),
    (
        "Corvane lost its special status, and with it the ability to see friends of friends, in May 2015.",
        ["ended corvane 2015-05"],
    ),
    ("All legacy tokens expire at midnight on 30 June 2021.", ["will-end - 2021-06-30"]),
    (
        "Lumbry: last data transfer on 12 January 2021, agreement terminated on 31 January 2021.",
        ["ended lumbry 2021-01-31"],
    ),
    ("We reviewed 212 apps. 31 of them lost their access to location data in April.", ["ended - 2021-04"]),
    ("Today marks the end of our data partnership with Lumbry.", ["ended lumbry 2021-05-12"]),
    (
        "Over the next two weeks we're rolling back the extra permissions that Corvane and Gantro had.",
        ["will-end corvane|gantro 2021-05-12/2021-05-26"],
    ),
    (
        "We've made the decision to end message sharing with Kestrin, effective 1 July 2021.",
        ["will-end kestrin 2021-07-01"],
    ),
    (
        "Altessa can see your public profile, but since last week it can't see your friends.",
        ["ended altessa 2021-05-03/2021-05-09"],
    ),
    (
        "We have instructed Gantro to stop collecting data through our app from 1 June 2021.",
        ["will-end gantro 2021-06-01"],
    ),
    (
        "We gave notice to Estwick on 1 April 2021; the data licence ends on 30 June 2021.",
        ["will-end estwick 2021-06-30"],
    ),
    ("Hollinser had access to your contacts from May 2016 to October 2018.", ["ended hollinser 2018-10"]),
    ("Access for Fablewood's apps has been switched back on as of this morning.", ["granted fablewood 2021-05-12"]),
    ("We extended Jarrow Health's contract by one year, to 30 April 2022.", ["extension jarrow-health 2022-04-30"]),
    ("We recently stopped Gantro from collecting your browsing history.", ["ended gantro ../2021-05-12"]),
    ("At present, Brindle Bank continues to have access to balances.", ["continues brindle-bank 2021-05-12/.."]),
    ("Nothing changes for Corvane, which keeps its access.", ["continues corvane 2021-05-12/.."]),
    ("Partner apps' access to friends' likes and interests went away on 30 April 2015.", ["ended - 2015-04-30"]),
    ("We have told Kestrin that its access will not be extended beyond 31 May 2021.", ["will-end kestrin 2021-05-31"]),
    ("In line with the settlement, all data sharing with Estwick has ceased.", ["ended estwick ../2021-05-12"]),
    (
        "Hollinser never got more than your user name and has never had access to your messages.",
        ["never hollinser ../2021-05-12"],
    ),
    (
        "We've shut 19 of these integrations and will remove the remainder by 30 June 2021.",
        ["ended - ../2021-05-12", "will-end - 2021-05-12/2021-06-30"],
    ),
    ("Kestrin has had no permission to read your photos since May 2020.", ["ended kestrin 2020-05"]),
    ("Lumbry has not had your contacts since 3 March 2020.", ["ended lumbry 2020-03-03"]),
    ("On 4 May 2021 we paused the feed that Ixelle used.", ["ended ixelle 2021-05-04"]),
    ("Ixelle's sync has been paused since 4 May 2021.", ["ended ixelle 2021-05-04"]),
    (
        "We will stop sharing your data with Altessa on 1 July 2021, when our contract ends.",
        ["will-end altessa 2021-07-01"],
    ),
    (
        "From 1 October 2021 Gantro will no longer be one of the firms that can read your receipts.",
        ["will-end gantro 2021-10-01"],
    ),
    ("You can no longer share your location with Fablewood.", ["ended fablewood ../2021-05-12"]),
    ("Hollinser's right to look up your address lapsed in 2019.", ["ended hollinser 2019"]),
    (
        "On 1 August, Brindle Bank's certificate becomes invalid and its access ends.",
        ["will-end brindle-bank 2021-08-01"],
    ),
    ("There are no longer any companies with access to private groups.", ["ended - ../2021-05-12"]),
    ("A flaw let Jarrow Health go on reading lab results until 7 April 2021.", ["observed jarrow-health 2021-04-07"]),
    ("We do not give your health data to Lumbry and never have done.", ["never lumbry ../2021-05-12"]),
    ("We do not sell phone numbers to Corvane and have never done so.", ["never corvane ../2021-05-12"]),
    ("The provision of addresses to Estwick will end on 31 August 2021.", ["will-end estwick 2021-08-31"]),
    ("Ixelle will no longer see your orders after 30 June 2021.", ["will-end ixelle 2021-06-30"]),
    (
        "Gantro is no longer a processor of your data; the contract ended on 31 January 2021.",
        ["ended gantro 2021-01-31"],
    ),
    ("Altessa has until 30 September 2021 to move to the new API.", ["will-end altessa 2021-09-30"]),
]
SILENT = [
    "You can withdraw your consent at any time, and we will stop sharing your data.",
    "We will stop sharing your data with a partner when you remove it from your settings.",
    "If a partner breaks our rules, we may suspend its access.",
    "We may share your e-mail address with service providers such as Altessa.",
    "On 1 June we are closing our office in Leeds.",
    "We keep your messages for 90 days after you close your account.",
    "Altessa's privacy policy explains how it uses your data.",
    "We have updated this policy on 1 May 2021 to make it easier to read.",
    "Corvane was founded in 2012 and joined our start-up programme in 2015.",
    "We are ending support for version 3 of our photo app on 30 June 2021.",
    "Beginning 15 June 2021, Brindle Bank will receive your transaction history if you link your account.",
    "If you do not want Corvane to receive your data, you can switch this off under Settings.",
    "We will keep this notice up to date and tell you when partners change.",
    "We don't sell your data to anyone.",
    "Estwick is an independent controller; please read its own notice.",
    "Our partnership with Fablewood on a children's reading campaign ended in June 2019.",
    "You agree that we may transfer your data to a buyer if our business is sold.",
    "We started this review in March 2018 and looked at every app with access to large amounts of data.",
    "Access to your account is blocked after five wrong passwords.",
    "Hollinser's chief executive left in 2019.",
    "When an app has not been used for 90 days, we remove its permissions.",
    "In 2014 we rebuilt our platform and took away most of what apps could see.",
    "We may end the integration with Altessa if usage stays low.",
    "Would you like to stop sharing your data with Ixelle? Open Settings.",
    "We retired our desktop client in 2019.",
    "We require partners to delete data within 30 days after their access ends.",
    "Estwick acquired Fablewood's mapping unit in 2018.",
    "Your consent for cookies expires after twelve months.",
    "We ended 2020 with 40 million accounts and 300 partners.",
    "Gantro pays us for advertising; the contract was signed in 2019.",
    "We are cutting the fees for access to our public maps from 1 June.",
    "For the last 18 months Corvane has been getting nothing but your user name.",
    "Whatever Gantro received under the old contract, it receives none of it now.",
    "We don't give partners access to your messages, and we never will.",
    "We delete inactive accounts after two years.",
    "Please revoke access for apps that you don't use.",
    "Our bug bounty ended on 30 April 2021; researchers reported 61 flaws.",
    "Altessa's new chief privacy officer joined from Corvane last year.",
    "We have never had a data centre in Dellmoor.",
    "Location history is off by default for new accounts since 2020.",
    "Brindle Bank has closed 40 branches since 2018.",
    "The app store on Kestrin phones will no longer carry our app from 1 June.",
    "Parents can end their child's access to the app at any time.",
    "We ended our sponsorship of the Dellmoor marathon in 2020.",
    "Do partners have access to my messages? Not unless you share them.",
    "We ask partners to stop using data when people leave.",
    "You can revoke Gantro's access under Settings > Apps.",
    "Lumbry's app was downloaded 40 million times before it closed its London office in 2020.",
    "We closed 3.2 million fake accounts in the first quarter of 2021.",
    "Our outage on 4 May ended after six hours.",
    "Ixelle will open a new data centre next to ours in 2022.",
    "In 2018 we paid Corvane 2 million dollars to end a patent dispute.",
    "Your session expires after 30 minutes, and you lose access to the page.",
    "You can pause syncing at any time.",
    "We will delete your data once you close your account.",
    "We have withdrawn our new terms from the website.",
    "Search by e-mail address has been removed.",
    "You can no longer pay with Fablewood.",
    "You can no longer share your thoughts about Fablewood on our forum.",
    "Your right to look at your file expires after ten years.",
    "There are no longer any seats for developers with access to the hall.",
    "The transfer of our warehouse to Estwick will end on 31 August 2021.",
    "The transfer to the new building ended in 2019.",
    "You will no longer see your orders from Ixelle on the start page.",
    "Customers have until 30 September 2021 to switch to the new app.",
    "We sold 40 shares and will sell the rest by June.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_platform_tells_whose_access_ends_and_when(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_policies_and_other_news_of_a_platform_are_no_statements(text: str) -> None:
    assert found(text) == []

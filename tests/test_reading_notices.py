"""Changelogs, policies and partners' replies are read for what they say of whose access; sentences of our own."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.statements import find_statements

SAID = "2019-06-12"  # a Wednesday
NAMES = Names(
    {
        "arbelow": "Arbelow", "castrin": "Castrin", "dunmere": "Dunmere", "fenwold": "Fenwold", "gallory": "Gallory",
        "hexley-labs": "Hexley Labs", "ivaro": "Ivaro", "junipa": "Junipa",
    },
    ["Contacts API", "Timeline API"],
)  # fmt: skip


def found(text: str, speaker: str) -> list[str]:
    """Each statement as kind, partners and date in one line, sorted."""
    table = find_statements(text, said_on=SAID, partners=NAMES, speaker=speaker)
    return sorted(f"{row.kind} {row.partner_ids or '-'} {row.stated_date}" for row in table.itertuples())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Removed: `contacts.read` scope for Castrin (expired 31 May 2019).", ["ended castrin 2019-05-31"]),
        ("BREAKING: the Gallory webhook no longer delivers order data.", ["ended gallory ../2019-06-12"]),
        ("2019-03-04 – Turned off message sync for Fenwold.", ["ended fenwold 2019-03-04"]),
        (
            "Hexley Labs tokens will stop working on 1 September 2019; ask your users to sign in again.",
            ["will-end hexley-labs 2019-09-01"],
        ),
        ("Added: Ivaro can now read playlists through the Timeline API.", ["granted ivaro ../2019-06-12"]),
        ("The grace period for Junipa's v1 keys has been extended to 31 August 2019.", ["extension junipa 2019-08-31"]),
        (
            "The legacy friends endpoint, which only Castrin still called, was deleted in release "
            "3.9 on 14 February 2019.",
            ["ended castrin 2019-02-14"],
        ),
        (
            "Contact export to Gallory: sunset date moved from 30 June to 30 September 2019.",
            ["extension gallory 2019-09-30"],
        ),
        ("Dropped support for Dunmere calendar import.", ["ended dunmere ../2019-06-12"]),
        (
            "Logs from the April audit show that Hexley Labs' key was still fetching e-mail addresses on 9 April 2019.",
            ["observed hexley-labs 2019-04-09"],
        ),
        ("We ceased sharing your browsing history with Arbelow on 25 May 2018.", ["ended arbelow 2018-05-25"]),
        (
            "We have never passed health data to Fenwold, and Gallory has not had any from us since 2016.",
            ["never fenwold ../2019-06-12", "ended gallory 2016"],
        ),
        (
            "From 1 July 2019 we will no longer let Hexley Labs collect your location.",
            ["will-end hexley-labs 2019-07-01"],
        ),
        (
            "Our agreement with Ivaro, under which it received purchase records, runs out at the end of 2019.",
            ["will-end ivaro 2019-10/2019-12"],
        ),
        ("Junipa continues to receive your device identifier for fraud checks.", ["continues junipa 2019-06-12/.."]),
        (
            "The sharing of viewing data with Fenwold came to an end in spring 2018 and has not been resumed.",
            ["ended fenwold 2018-03/2018-05"],
        ),
        (
            "As of 3 June 2019, Junipa is no longer among the companies that can read your messages.",
            ["ended junipa ../2019-06-03"],
        ),
        (
            "The permission that allowed Arbelow and Castrin to view friend lists was withdrawn two years ago.",
            ["ended arbelow|castrin 2016-12/2017-12"],
        ),
        (
            "- Arbelow plug-in: unhooked from the address book as of build 711 (22 May 2019).",
            ["ended arbelow 2019-05-22"],
        ),
        ("Sign-in with Castrin retires on 15 July 2019.", ["will-end castrin 2019-07-15"]),
        ("Dunmere can now pull step counts (behind a flag since 3 April 2019).", ["granted dunmere 2019-04-03"]),
        ("Disabled by default: photo import from Ostrel into Junipa.", ["ended junipa ../2019-06-12"]),
        ("The sandbox key for Ivaro expires in 30 days.", ["will-end ivaro 2019-07-12"]),
        ("Killed the nightly export to Hexley Labs on 12 April 2019.", ["ended hexley-labs 2019-04-12"]),
        ("Until 30 April 2018, Ivaro also had access to your contacts; it has none today.", ["ended ivaro 2018-04-30"]),
        ("Arbelow receives no personal information from us any more.", ["ended arbelow ../2019-06-12"]),
        (
            "Gallory has held a licence to our location feed since February 2016 and still does.",
            ["continues gallory 2019-06-12/.."],
        ),
        (
            "The arrangement under which Hexley Labs saw your purchases was not renewed when it "
            "expired on 31 March 2019.",
            ["ended hexley-labs 2019-03-31"],
        ),
        (
            "Neither Junipa nor Arbelow has ever been able to read your direct messages.",
            ["never junipa|arbelow ../2019-06-12"],
        ),
        (
            "We are phasing out location sharing with Castrin and expect to finish by the end of September 2019.",
            ["will-end castrin 2019-06-12/2019-09-30"],
        ),
        ("Your e-mail address was visible to Dunmere until mid-2018.", ["ended dunmere 2018-05/2018-08"]),
        (
            "Following a review, we suspended Fenwold on 6 June 2019 and it can no longer obtain any "
            "information about you.",
            ["ended fenwold 2019-06-06"],
        ),
        ("3.12.0 (2019-05-20)\n\n- Drop Castrin contact importer\n- Fix crash on start", ["ended castrin 2019-05-20"]),
        ("New: Gallory joins the Timeline API programme as of today.", ["granted gallory 2019-06-12"]),
        ("Junipa's extended permissions lapsed on 1 June 2019 and were not renewed.", ["ended junipa 2019-06-01"]),
        (
            "Hotfix: restored Ivaro's access to order history, which had been cut by mistake on 7 June 2019.",
            ["granted ivaro ../2019-06-12", "ended ivaro 2019-06-07"],
        ),
        (
            "Legacy OAuth scopes `friends_birthday` and `friends_photos` withdrawn from Arbelow.",
            ["ended arbelow ../2019-06-12"],
        ),
        ("The beta of the Hexley Labs bridge ends next month.", ["will-end hexley-labs 2019-07"]),
        (
            "Partner keys: Castrin and Dunmere keys switched off 15 March 2019; Junipa key to follow on 15 July 2019.",
            ["ended castrin|dunmere 2019-03-15", "will-end junipa 2019-07-15"],
        ),
        (
            "The temporary exemption that allowed Fenwold to keep calling v1 has been prolonged by "
            "three months, to 30 September 2019.",
            ["extension fenwold 2019-09-30"],
        ),
        (
            "In 2016 we let Castrin read your friend list; we put a stop to this in April 2018.",
            ["granted castrin 2016", "ended castrin 2018-04"],
        ),
        (
            "Hexley Labs, which ran our recommendation widget, has not received your viewing history "
            "since we removed that widget on 9 October 2018.",
            ["ended hexley-labs 2018-10-09"],
        ),
        (
            "Users in Europe: transfers of your contact data to Junipa ceased with effect from 25 May 2018.",
            ["ended junipa 2018-05-25"],
        ),
        (
            "Castrin lost the right to collect your location data when our contract with it ended on 28 February 2019.",
            ["ended castrin 2019-02-28"],
        ),
        ("At the moment, only Gallory is able to read your calendar.", ["continues gallory 2019-06-12/.."]),
        ("v2.8\n* Castrin: photo upload token retired 30 May 2019.\n* Better dark mode.", ["ended castrin 2019-05-30"]),
        (
            "Fenwold's write scope was dropped in March; its read scope stays until the end of the year.",
            ["ended fenwold 2019-03", "extension fenwold 2019-12-31"],
        ),
        (
            "Gallory and Ivaro lose their sandbox access at midnight on 30 June 2019.",
            ["will-end gallory|ivaro 2019-06-30"],
        ),
        (
            "We have ended our cooperation with Junipa. It has not been able to see your data since 4 February 2019.",
            ["ended junipa ../2019-06-12", "ended junipa 2019-02-04"],
        ),
        (
            "We renewed our data-sharing agreement with Dunmere on 1 January 2019 for another two years.",
            ["extension dunmere 2020-07/2021-07"],
        ),
        (
            "What changed: Gallory has been taken off the list of recipients of your data.",
            ["ended gallory ../2019-06-12"],
        ),
        (
            "Access by Arbelow to your health records is scheduled to cease on 30 September 2019.",
            ["will-end arbelow 2019-09-30"],
        ),
        ("Partners that lost access in 2018: Dunmere, Fenwold, Gallory.", ["ended dunmere|fenwold|gallory 2018"]),
        ("Dunmere: OAuth client deleted 2019-02-11.", ["ended dunmere 2019-02-11"]),
        ("From version 6 on, Castrin cannot read the contact list any more.", ["ended castrin ../2019-06-12"]),
        ("Junipa access tokens issued before 1 June 2019 have been invalidated.", ["ended junipa ../2019-06-12"]),
        ("Partner beta: Ivaro gets access to the Timeline API on 1 July 2019.", ["granted ivaro 2019-07-01"]),
        ("Fenwold's v1 keys keep working until further notice.", ["continues fenwold 2019-06-12/.."]),
        ("Castrin's trial access to location data was cut short on 9 May 2019.", ["ended castrin 2019-05-09"]),
        ("Arbelow's right to use your photos expired at the end of May 2019.", ["ended arbelow 2019-05-16/2019-05-31"]),
        (
            "Junipa had access to the birthdays of members and their friends until we shut the "
            "interface on 30 April 2015.",
            ["ended junipa 2015-04-30"],
        ),
        (
            "We no longer work with Hexley Labs, and no data has been sent to it since December 2018.",
            ["ended hexley-labs 2018-12"],
        ),
        ("Location sharing with Arbelow: switched off for good on 2 May 2019.", ["ended arbelow 2019-05-02"]),
        ("Gallory: API key revoked on 3 May 2019.", ["ended gallory 2019-05-03"]),
        ("Hexley Labs – access to contacts removed.", ["ended hexley-labs ../2019-06-12"]),
        ("Calendar sync for Junipa: shutdown postponed to 1 October 2019.", ["extension junipa 2019-10-01"]),
        ("Ivaro connector: end-of-life date pushed back to 31 December 2019.", ["extension ivaro 2019-12-31"]),
        ("Fenwold: the feed closes on 1 August 2019.", ["will-end fenwold 2019-08-01"]),
        ("Castrin was never one of the apps that could read messages.", ["never castrin ../2019-06-12"]),
        ("Arbelow was among the firms that could still read contacts in 2017.", ["observed arbelow 2017"]),
        ("Removed the Fenwold importer (ended 3 May 2019).", ["ended fenwold 2019-05-03"]),
        ("Castrin's friends permission (revoked 2 April 2019) is gone.", ["ended castrin 2019-04-02"]),
        ("Token for Ivaro (withdrawn on 30 April 2018).", ["ended ivaro 2018-04-30"]),
        ("Calls with Gallory keys have failed since 3 May 2019.", ["ended gallory 2019-05-03"]),
        ("Your birthday was readable by Castrin until March 2018.", ["ended castrin 2018-03"]),
        ("Ivaro gets no location data from us any longer.", ["ended ivaro ../2019-06-12"]),
        ("Since its agreement ended in 2017, Junipa has not had access to messages.", ["ended junipa 2017"]),
        ("Remove Castrin contact importer", ["ended castrin ../2019-06-12"]),
        (
            "## 2019-05-20\n\n- Disable Dunmere sync\n- Delete Fenwold keys\n- Add dark mode",
            ["ended dunmere 2019-05-20", "ended fenwold 2019-05-20"],
        ),
        ("- Revoke Gallory tokens", ["ended gallory ../2019-06-12"]),
        ("Extend Junipa access to 31 August 2019", ["extension junipa 2019-08-31"]),
        (
            "Fenwold's key was revoked on 1 May 2019, Gallory's on 3 May 2019; Ivaro's will be revoked on 1 July 2019.",
            ["ended fenwold 2019-05-01", "ended gallory 2019-05-03", "will-end ivaro 2019-07-01"],
        ),
        ("Dunmere does not lose its keys until 1 September 2019.", ["will-end dunmere 2019-09-01"]),
        (
            "The report that Fenwold lost access in 2016 is false; it still reads messages.",
            ["continues fenwold 2019-06-12/.."],
        ),
        ("Developers whose tokens we revoked on 3 May 2019: Arbelow, Castrin.", ["ended arbelow|castrin 2019-05-03"]),
        ("Ivaro gets access to the Timeline API on 1 July 2019.", ["granted ivaro 2019-07-01"]),
        ("Arbelow joins the Contacts API on 1 August 2019.", ["granted arbelow 2019-08-01"]),
        ("From 1 July 2019 Gallory receives access to calendars.", ["granted gallory 2019-07-01"]),
        ("Disconnect Hexley Labs from the mail hook", ["ended hexley-labs ../2019-06-12"]),
    ],
)
def test_notes_and_policies_of_a_platform_state_whose_access_it_was(text: str, expected: list[str]) -> None:
    assert found(text, "Ostrel") == sorted(expected)


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        ("Fenwold", "We have not received any user data from Ostrel since November 2017.", ["ended fenwold 2017-11"]),
        (
            "Gallory",
            "Our API credentials were invalidated by Ostrel on 8 January 2019, and we have made no calls since.",
            ["ended gallory 2019-01-08"],
        ),
        ("Dunmere", "Dunmere deleted the integration from its app last month.", ["ended dunmere 2019-05"]),
        ("Hexley Labs", "We never requested access to private messages.", ["never hexley-labs ../2019-06-12"]),
        (
            "Fenwold",
            "We will remove the sign-in button by 30 June 2019, after which no profile data will reach us.",
            ["will-end fenwold 2019-06-12/2019-06-30"],
        ),
        (
            "Gallory",
            "As of our last check in February 2019, the endpoint still returned friends' birthdays.",
            ["observed gallory 2019-02"],
        ),
        (
            "Junipa",
            "Contrary to your report, it was not in 2015 but on 2 March 2018 that Ostrel cut off our access.",
            ["ended junipa 2018-03-02"],
        ),
        (
            "Gallory",
            "Since the contract lapsed on 30 June 2016, Gallory has had no means of reaching Ostrel's user data.",
            ["ended gallory 2016-06-30"],
        ),
        (
            "Hexley Labs",
            "We confirm that our last request to the Timeline API was made on 19 December 2018.",
            ["ended hexley-labs 2018-12-19"],
        ),
        (
            "Ivaro",
            "To the best of our knowledge, Ivaro's permissions were pulled some time in 2015.",
            ["ended ivaro 2015"],
        ),
        (
            "Junipa",
            "Ostrel informed us on 2 May 2019 that our integration would be closed at the end of the year.",
            ["will-end junipa 2019-10/2019-12"],
        ),
        ("Arbelow", "Our app still reads the contact list today.", ["continues arbelow 2019-06-12/.."]),
        (
            "Dunmere",
            "We shut our messaging integration down ourselves in July 2017, well before Ostrel retired the API.",
            ["ended dunmere 2017-07"],
        ),
        (
            "Fenwold",
            "Access was granted to us in the autumn of 2013 under a two-year agreement.",
            ["granted fenwold 2013-09/2013-11"],
        ),
        ("Gallory", "We had no such access and did not ask for any.", ["never gallory ../2019-06-12"]),
        (
            "Hexley Labs",
            "Ostrel agreed to let us keep the connection until 31 July 2019.",
            ["extension hexley-labs 2019-07-31"],
        ),
        (
            "Junipa",
            "The pipeline that delivered location pings to us was dismantled during the summer of 2018.",
            ["ended junipa 2018-06/2018-08"],
        ),
        (
            "Fenwold",
            "We write in reply to your questions of 20 May 2019. Fenwold no longer has a data "
            "agreement with Ostrel; it expired on 31 December 2017.",
            ["ended fenwold 2017-12-31"],
        ),
        (
            "Arbelow",
            "No. Our access to friends' data ended when version 1 of the API was retired in April 2015.",
            ["ended arbelow 2015-04"],
        ),
        (
            "Castrin",
            "Castrin was granted an extension until 1 October 2015, and stopped using the API on that date.",
            ["extension castrin 2015-10-01", "ended castrin 2015-10-01"],
        ),
        (
            "Dunmere",
            "Our developers turned off the contact sync in version 5.2, released on 14 March 2018.",
            ["ended dunmere 2018-03-14"],
        ),
        ("Gallory", "Yes, we still hold a valid token, but we do not use it.", ["continues gallory 2019-06-12/.."]),
        ("Fenwold", "Our integration with Ostrel was live between June 2012 and May 2016.", ["ended fenwold 2016-05"]),
        (
            "Arbelow",
            "We dispute the claim that we were able to read private messages at any time.",
            ["never arbelow ../2019-06-12"],
        ),
        ("Gallory", "We have not had a partnership with Ostrel since early 2014.", ["ended gallory 2014-01/2014-04"]),
        (
            "Ivaro",
            "Our licence to use the Timeline API ran from 1 March 2013 to 28 February 2017.",
            ["ended ivaro 2017-02-28"],
        ),
        (
            "Hexley Labs",
            "Hexley Labs did have access to the friends API, but only from March 2012 to April 2015.",
            ["ended hexley-labs 2015-04"],
        ),
        (
            "Ivaro",
            "You ask whether we still receive location data. We do not; the feed was shut off on 11 August 2018.",
            ["ended ivaro 2018-08-11"],
        ),
        (
            "Arbelow",
            "At no point did Arbelow read, store or sell the messages of Ostrel's members.",
            ["never arbelow ../2019-06-12"],
        ),
        ("Castrin", "Our contract does not run out until 31 December 2020.", ["will-end castrin 2020-12-31"]),
        ("Fenwold", "We gave up our API key voluntarily in the spring of 2017.", ["ended fenwold 2017-03/2017-05"]),
        (
            "Gallory",
            "Our app has not called the friends endpoint for more than two years.",
            ["ended gallory ../2017-06-12"],
        ),
        (
            "Hexley Labs",
            "Ostrel's statement that our access was removed in 2014 is wrong: it was removed on 17 February 2016.",
            ["ended hexley-labs 2016-02-17"],
        ),
        (
            "Arbelow",
            "Our use of the API, which began in 2011, ceased in mid-2015.",
            ["ended arbelow 2015-05/2015-08", "granted arbelow 2011"],
        ),
        ("Castrin", "We received the last batch of contacts on 23 October 2017.", ["ended castrin 2017-10-23"]),
        ("Dunmere", "We have never had, and have never sought, access to such data.", ["never dunmere ../2019-06-12"]),
        ("Castrin", "Our authorisation was cancelled with effect from 1 April 2019.", ["ended castrin 2019-04-01"]),
        (
            "Dunmere",
            "We were one of the partners whose access was prolonged to January 2016.",
            ["extension dunmere 2016-01"],
        ),
        (
            "Fenwold",
            "The report is right that we had access in 2014, but it was removed the following year.",
            ["ended fenwold 2015"],
        ),
        (
            "Hexley Labs",
            "We understand that our access will lapse when the contract ends on 31 December 2019.",
            ["will-end hexley-labs 2019-12-31"],
        ),
        ("Junipa", "We have neither used nor stored location data from Ostrel since 2016.", ["ended junipa 2016"]),
        (
            "Arbelow",
            "The interface is still open to us, and we intend to go on using it.",
            ["continues arbelow 2019-06-12/.."],
        ),
        ("Dunmere", "We voluntarily disconnected from the feed on 20 March 2018.", ["ended dunmere 2018-03-20"]),
        (
            "Fenwold",
            "Our permission to read messages was never exercised and was withdrawn in August 2016.",
            ["ended fenwold 2016-08"],
        ),
        (
            "Gallory",
            "You have our assurance that Gallory had no access to contacts at any time.",
            ["never gallory ../2019-06-12"],
        ),
        ("Hexley Labs", "We first received member data in May 2013.", ["granted hexley-labs 2013-05"]),
        ("Junipa", "Our data feed dried up in September 2017.", ["ended junipa 2017-09"]),
        ("Gallory", "We had stopped using the endpoint long before it was retired.", ["ended gallory ../2019-06-12"]),
        ("Gallory", "The token you gave us in 2014 was never revoked.", ["continues gallory 2019-06-12/.."]),
        (
            "Gallory",
            "Our key was withdrawn in May 2018 and we have sent no requests since then.",
            ["ended gallory 2018-05"],
        ),
        ("Gallory", "The credentials issued to our team have not been withdrawn.", ["continues gallory 2019-06-12/.."]),
        (
            "Junipa",
            "We were informed that we could call the endpoint until 30 September 2019.",
            ["will-end junipa 2019-09-30"],
        ),
        ("Ivaro", "Ostrel told us that our token would be revoked on 30 June 2019.", ["will-end ivaro 2019-06-30"]),
        ("Ivaro", "According to Ostrel, our access ended in 2018.", ["ended ivaro 2018"]),
        (
            "Ivaro",
            "We can confirm that our last call to the Contacts API was made in May 2018.",
            ["ended ivaro 2018-05"],
        ),
        (
            "Arbelow",
            "We reject the suggestion that Arbelow ever had access to messages.",
            ["never arbelow ../2019-06-12"],
        ),
        ("Dunmere", "Our token still works.", ["continues dunmere 2019-06-12/.."]),
        (
            "Gallory",
            "We lost the ability to query the feed when the API was closed on 4 June 2018.",
            ["ended gallory 2018-06-04"],
        ),
        (
            "Ivaro",
            "Our agreement ran out on 3 May 2017 and we stopped reading messages on that day.",
            ["ended ivaro 2017-05-03"],
        ),
        (
            "Junipa",
            "We removed the integration with version 7, which was released in March 2018.",
            ["ended junipa 2018-03"],
        ),
        ("Castrin", "Our access did not end until 1 March 2017.", ["ended castrin 2017-03-01"]),
        ("Fenwold", "In May 2018 we noticed that our key could still fetch contacts.", ["observed fenwold 2018-05"]),
        ("Fenwold", "Our right to fetch contacts was not exercised and lapsed in May 2017.", ["ended fenwold 2017-05"]),
        ("Junipa", "Junipa has neither requested nor received messages since May 2015.", ["ended junipa 2015-05"]),
        ("Gallory", "We deny the allegation that Gallory ever read messages.", ["never gallory ../2019-06-12"]),
        (
            "Ivaro",
            "Ostrel wrote to us that the feed would be switched off on 1 September 2019.",
            ["will-end ivaro 2019-09-01"],
        ),
    ],
)
def test_a_partner_that_answers_speaks_of_its_own_access(speaker: str, text: str, expected: list[str]) -> None:
    assert found(text, speaker) == sorted(expected)


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("Ostrel", "Fixed a typo in the Dunmere settings page."),
        ("Ostrel", "Rate limits for Fenwold raised to 600 requests per minute."),
        ("Ostrel", "If you disconnect Dunmere, we stop sending it your activity."),
        ("Ostrel", "You may ask Arbelow to erase what it holds about you."),
        ("Ostrel", "Castrin's access to your address book was limited to read-only in 2017."),
        ("Ostrel", "We may share aggregated statistics with Hexley Labs."),
        ("Ostrel", "Data that Ivaro obtained earlier remains subject to this policy."),
        ("Junipa", "Please find attached our answers to the questions in your letter of 3 May 2019."),
        ("Ivaro", "We do not believe that this practice violates your terms."),
        ("Ostrel", "Security: rotated all tokens belonging to Hexley Labs after the incident on 4 June 2019."),
        ("Ostrel", "Chore: bump dependencies; remove dead code in the Gallory adapter."),
        ("Ostrel", "Improved error messages when Castrin's server is slow."),
        (
            "Ostrel",
            "You can withdraw your consent at any time, in which case Castrin will no longer receive your data.",
        ),
        ("Ostrel", "We do not permit Dunmere to use your photos for advertising."),
        ("Ostrel", "Ivaro stores its own copies of your reviews; we have no control over these."),
        ("Ostrel", "This version of the policy replaces the one of 25 May 2018."),
        ("Castrin", "Thank you for giving us the opportunity to comment before publication."),
        ("Ivaro", "Ivaro takes the privacy of its users seriously."),
        ("Arbelow", "We do not know when Ostrel turned off the feed."),
        ("Ostrel", "Internal: renamed Fenwold service account."),
        ("Ostrel", "Performance of the Gallory export doubled."),
        ("Ostrel", "Known issue: Ivaro webhooks are delayed by up to two hours."),
        ("Ostrel", "Our service providers include Dunmere (hosting) and Gallory (payments)."),
        ("Ostrel", "Your connection to Ivaro expires automatically after 90 days of inactivity."),
        ("Ostrel", "For legal reasons, Arbelow may retain copies of invoices for ten years."),
        ("Ostrel", "If Ivaro breaks these rules, we will terminate its access."),
        ("Junipa", "We cannot comment on agreements between Ostrel and other companies."),
        ("Castrin", "Ostrel has asked us to confirm that we have deleted the data, and we did so on 5 June 2019."),
        ("Hexley Labs", "Would you kindly tell us when our access is due to end?"),
        ("Ostrel", "Added a warning banner for Hexley Labs users whose session has expired."),
        ("Ostrel", "The /friends route now returns 410 for Ivaro."),
        ("Ostrel", "Tests: mock the Arbelow API."),
        ("Ostrel", "Castrin gets to see your nickname only."),
        ("Ostrel", "Your rights: you can object to our sharing data with Fenwold at any time."),
        ("Ostrel", "Hexley Labs deleted the data it had received from us."),
        ("Ostrel", "Ivaro may process your data on our behalf."),
        ("Ostrel", "We have no agreement with Castrin that would allow it to see your messages."),
        ("Dunmere", "We ask you to correct the article."),
        ("Ivaro", "Whether Ostrel will prolong the arrangement is not for us to say."),
        ("Gallory", "Please direct further questions to Ostrel."),
        ("Ostrel", "The Hexley Labs sync runs every ten minutes instead of every hour."),
        ("Ostrel", "We share your order history with Dunmere so that it can deliver your parcels."),
        ("Ostrel", "Where you have agreed, Ivaro can see when you were last online."),
        ("Ostrel", "This section describes how third parties lose access to your data."),
        ("Ostrel", "We do not sell your data to Fenwold or anyone else."),
        ("Ivaro", "Our lawyers are looking into the matter."),
        ("Ostrel", "Removed the Dunmere banner from the home screen."),
        ("Ostrel", "Closed 14 issues reported by Fenwold."),
        ("Ostrel", "Castrin: retry failed uploads up to three times."),
        ("Ostrel", "The Gallory sync now stops after 50 errors."),
        ("Ostrel", "Support for Windows 7 ends on 1 January 2020."),
        ("Ostrel", "Extended the timeout for Junipa calls to 30 seconds."),
        ("Ostrel", "Arbelow key rotation: old keys expire 24 hours after a new one is issued."),
        ("Ostrel", "Ivaro: access log now shows the time zone."),
        ("Ostrel", "If you close your account, Dunmere will lose access to your data within 30 days."),
        ("Ostrel", "You can end the connection with Hexley Labs in your settings."),
        ("Ostrel", "Cookies set by Gallory expire after 13 months."),
        ("Ostrel", "We require Fenwold to delete your data once it is no longer needed."),
        ("Ostrel", "Our agreement with Castrin forbids it to resell your data."),
        ("Ostrel", "Access requests will be answered within 30 days."),
        ("Ostrel", "Your subscription to Junipa ends when you cancel it."),
        ("Arbelow", "The employee who had access to the account left Arbelow in March 2018."),
        ("Castrin", "Our office in Leeds was closed in 2016."),
        ("Dunmere", "We would lose access if we broke the rules."),
        ("Gallory", "We will answer the remaining questions by 30 June 2019."),
        ("Ivaro", "Ivaro's board has discussed ending the partnership."),
        ("Ostrel", "Dunmere is not among the partners that receive your e-mail address."),
        ("Ostrel", "Requests from Ivaro for a refund were rejected in May 2019."),
        ("Ostrel", "Dunmere's request for an extension was rejected on 3 May 2019."),
        ("Ostrel", "The planned shutdown of the Gallory feed was cancelled on 3 May 2019."),
        ("Ostrel", "We cancelled the removal of Arbelow's access."),
        ("Ostrel", "Fix Ivaro login page"),
        ("Ostrel", "Update Fenwold export documentation"),
        ("Gallory", "The allegation that we kept our key after 2015 is untrue."),
        ("Gallory", "Your claim that our permissions were revoked in 2015 is not correct."),
        ("Ostrel", "There is no contract with Junipa that would let it read contacts."),
        ("Ostrel", "Arbelow will never be given access to messages."),
        ("Ostrel", "Partners get access after a review."),
        ("Ostrel", "Add Castrin login button"),
        ("Gallory", "It is not for us to say why Ostrel closed the feed."),
    ],
)
def test_other_lines_of_notes_policies_and_answers_state_nothing(speaker: str, text: str) -> None:
    assert found(text, speaker) == []

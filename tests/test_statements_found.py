"""Statements are found in plain English, by what the words say of whose access; each case is a sentence of our own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from overstay.partners import Names
from overstay.statements import COLUMNS, find_statements

SAID = "2020-06-15"  # a Monday
NAMES = Names(
    [
        {"partner_id": "acme", "name": "Acme", "aliases": "Acme Phones|Acme Inc."},
        {"partner_id": "borel", "name": "Borel", "aliases": "Borel Labs"},
        {"partner_id": "corvo", "name": "Corvo Bank", "aliases": "Corvo"},
        {"partner_id": "delphi", "name": "Delphi Games", "aliases": "Delphi"},
        {"partner_id": "ember", "name": "Ember Health", "aliases": "Ember"},
        {"partner_id": "fathom", "name": "Fathom", "aliases": ""},
    ],
    [
        {"program_id": "friend-feed", "name": "Friend Feed", "aliases": "Friend Feed API"},
        {"program_id": "contact-bridge", "name": "Contact Bridge", "aliases": ""},
    ],
    [
        {"category_id": "messages", "name": "messages", "aliases": "private messages"},
        {"category_id": "contacts", "name": "contact lists", "aliases": "contacts|address books"},
        {"category_id": "location", "name": "location data", "aliases": "location"},
        {"category_id": "health", "name": "health records", "aliases": ""},
    ],
)


def found(text: str, speaker: str = "") -> list[str]:
    """Each statement as kind, partners and date in one line."""
    table = find_statements(text, said_on=SAID, partners=NAMES, speaker=speaker)
    return [f"{row.kind} {row.partner_ids or '-'} {row.stated_date}" for row in table.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zenlow cut Acme off from the Friend Feed on 3 May 2016.", ["ended acme 2016-05-03"]),
        (
            "On 3 May 2016 Zenlow shut its contact feed down for Acme, Borel and Corvo Bank.",
            ["ended acme|borel|corvo 2016-05-03"],
        ),
        ("The shutdown of the Friend Feed took effect on 1 March 2017.", ["ended - 2017-03-01"]),
        ("The partnership with Borel came to an end in June 2018.", ["ended borel 2018-06"]),
        ("Borel, which was founded in 2009, lost its access to messages in March 2015.", ["ended borel 2015-03"]),
        (
            "In a blog post on 4 May 2018, Zenlow said it had ended its data partnership with Acme in 2016.",
            ["ended acme 2016"],
        ),
        ("Effective immediately, Borel may no longer call the Contact Bridge.", ["ended borel 2020-06-15"]),
        ("As of today, Acme and Borel no longer have access to messages.", ["ended acme|borel 2020-06-15"]),
        ("Zenlow has not shared location data with Acme since May 2018.", ["ended acme 2018-05"]),
        ("Borel did not lose its access until July 2017.", ["ended borel 2017-07"]),
        ("Acme no longer uses the Contact Bridge.", ["ended acme ../2020-06-15"]),
        (
            "The feed that had given Corvo access to contact lists was switched off in early 2019.",
            ["ended corvo 2019-01/2019-04"],
        ),
        ("According to Acme, it stopped receiving messages in 2016.", ["ended acme 2016"]),
        (
            '"We pulled the plug on the Borel integration last week," a spokesman said.',
            ["ended borel 2020-06-08/2020-06-14"],
        ),
        (
            "Acme, Borel and Delphi were all removed from the Friend Feed on 2 January 2019.",
            ["ended acme|borel|delphi 2019-01-02"],
        ),
        ("All of the tokens held by Fathom expired last month.", ["ended fathom 2020-05"]),
        (
            "The Friend Feed was sunset on 30 April 2015, ending Acme's access to contact lists.",
            ["ended acme 2015-04-30"],
        ),
        ("With the closure of the Friend Feed in 2015, Borel lost access to contact lists.", ["ended borel 2015"]),
        ("Borel's app can no longer see contact lists.", ["ended borel ../2020-06-15"]),
        ("Acme's credentials stopped working on 9 June 2020.", ["ended acme 2020-06-09"]),
        ("Zenlow told Congress that it had cut off all device makers by 2018.", ["ended - ../2018-12-31"]),
        ("No developer has had access to the Friend Feed since 2015.", ["ended - 2015"]),
        ("Zenlow suspended Corvo Bank from the Contact Bridge on Monday.", ["ended corvo 2020-06-15"]),
        ("In 2014 Zenlow barred Delphi from reading contact lists.", ["ended delphi 2014"]),
        ("Fathom was among the apps whose access was revoked in June 2018.", ["ended fathom 2018-06"]),
        ("v3.2: removed the messages scope from Acme's token.", ["ended acme ../2020-06-15"]),
        ("2020-06-01\n- Removed: Borel's read access to contact lists.", ["ended borel 2020-06-01"]),
        ("Breaking: as of 1 June 2020 Corvo can no longer query the Contact Bridge.", ["ended corvo ../2020-06-01"]),
        ("The `location` scope was dropped for Fathom in release 4.1 (3 May 2019).", ["ended fathom 2019-05-03"]),
        ("The permission was pulled from Delphi last fall.", ["ended delphi 2019-09/2019-11"]),
        ("Borel lost its special access some five years ago, Zenlow said.", ["ended borel 2014-06/2016-06"]),
        (
            "The bank said its data feed to Fathom had been turned off a few months ago.",
            ["ended fathom 2019-06/2020-04"],
        ),
        ("Neither Acme nor Borel has had access to the feed since 2018.", ["ended acme|borel 2018"]),
        ("Zenlow did end Acme's access in 2016, as it had promised in 2014.", ["ended acme 2016"]),
        ("Two companies, Acme and Borel, were cut off in 2018.", ["ended acme|borel 2018"]),
        ("Zenlow had told reporters that Acme's access ended in 2015.", ["ended acme 2015"]),
        (
            "\"Acme's access was shut off on 3 May,\" Zenlow's chief executive, Ann Lee, testified.",
            ["ended acme 2020-05-03"],
        ),
        ("Access to private messages was removed for all developers on 4 April 2018.", ["ended - 2018-04-04"]),
        ("All partners except Acme and Borel lost access in June 2019.", ["ended - 2019-06"]),
        ("Zenlow stopped honouring Acme's tokens on June 1.", ["ended acme 2020-06-01"]),
        ("Tokens issued to Borel before 2018 are no longer valid.", ["ended borel ../2020-06-15"]),
        ("Delphi is hereby prohibited from accessing the Friend Feed.", ["ended delphi 2020-06-15"]),
        ("Zenlow shut Acme out of its contact feed two weeks ago.", ["ended acme 2020-05-29/2020-06-04"]),
        ("Zenlow took Borel off the whitelist in May 2018.", ["ended borel 2018-05"]),
        ("The feature that let Borel's users invite contacts was removed in 2014.", ["ended borel 2014"]),
        (
            "A contract under which Fathom got location data lapsed at the end of 2019.",
            ["ended fathom 2019-10/2019-12"],
        ),
        ("Acme stopped being able to read messages on 3 March 2018.", ["ended acme 2018-03-03"]),
        (
            "In May 2015 Zenlow turned off version 1 of the Friend Feed, by which Delphi had got contact lists.",
            ["ended delphi 2015-05"],
        ),
        ("By the time the story ran, Borel's access had already been cut.", ["ended borel ../2020-06-15"]),
        (
            "Zenlow says Acme and Borel, two phone makers, were cut off from its contact feed at the start of 2018.",
            ["ended acme|borel 2018-01/2018-03"],
        ),
        ("The firm's access, which had been extended twice, ran out on 8 May 2016.", ["ended - 2016-05-08"]),
        ("Zenlow's data-sharing deals with Acme and Borel have both expired.", ["ended acme|borel ../2020-06-15"]),
        ("By June 2018, Fathom no longer had access to messages.", ["ended fathom ../2018-06-30"]),
        ("Since March 2018, Fathom has been unable to read messages.", ["ended fathom 2018-03"]),
        ("We're ending Acme's access to location data today.", ["ended acme 2020-06-15"]),
        ("Corvo's access has been suspended since 4 May 2020.", ["ended corvo 2020-05-04"]),
        ("Corvo has been blocked from the Contact Bridge since May.", ["ended corvo 2020-05"]),
        ("Zenlow confirmed it was no longer sharing health records with Ember Health.", ["ended ember ../2020-06-15"]),
        ("Zenlow no longer lets Acme read messages.", ["ended acme ../2020-06-15"]),
        ("Zenlow stopped letting Acme read messages in 2016.", ["ended acme 2016"]),
    ],
)
def test_an_end_is_found_whoever_does_it_and_however_it_is_put(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme has until 30 September 2020 to disconnect from the Friend Feed.",
            ["will-end acme 2020-09-30"],
        ),
        ("Acme is to lose access to location data at the end of the year.", ["will-end acme 2020-10/2020-12"]),
        ("The agreement with Acme expires on 1 October 2020.", ["will-end acme 2020-10-01"]),
        ("Our integration with Ember Health is being phased out.", ["will-end ember 2020-06-15/.."]),
        (
            "The court ordered Zenlow to revoke Acme's access within 30 days of this order.",
            ["will-end acme 2020-06-15/2020-07-15"],
        ),
        (
            "IT IS ORDERED that Borel's access to the Friend Feed be terminated no later than August 1, 2020.",
            ["will-end borel 2020-06-15/2020-08-01"],
        ),
        (
            "Zenlow shall cease sharing contact lists with Delphi by 1 September 2020.",
            ["will-end delphi 2020-06-15/2020-09-01"],
        ),
        ("Zenlow will stop providing location data to Acme and Borel on 1 July.", ["will-end acme|borel 2020-07-01"]),
        ("After 30 June 2020, Delphi will not be able to read messages.", ["will-end delphi 2020-06-30"]),
        (
            "Zenlow plans to withdraw Fathom's permission to read messages later this year.",
            ["will-end fathom 2020-06-15/2020-12"],
        ),
        ("Acme said that it would stop using the feed by the end of July.", ["will-end acme 2020-06-15/2020-07-31"]),
        ("Zenlow promised to close the Contact Bridge in 2021.", ["will-end - 2021"]),
        (
            "Deprecated: the Friend Feed will stop returning data for Delphi on 15 July 2020.",
            ["will-end delphi 2020-07-15"],
        ),
        ("Zenlow said Acme's access would not be renewed when it lapses on 1 July 2020.", ["will-end acme 2020-07-01"]),
        (
            "Zenlow has agreed to terminate Delphi's access by the end of next month.",
            ["will-end delphi 2020-06-15/2020-07-31"],
        ),
        (
            "The permission that allowed Delphi to read contact lists expires on 1 July 2020.",
            ["will-end delphi 2020-07-01"],
        ),
        ("Zenlow will not renew Borel's permission when it expires on 30 September.", ["will-end borel 2020-09-30"]),
        ("Starting 1 July, Acme will no longer get location data.", ["will-end acme 2020-07-01"]),
        ("Zenlow has begun to phase out the Contact Bridge.", ["will-end - 2020-06-15/.."]),
        ("Borel must stop using the Friend Feed within 60 days of 1 June 2020.", ["will-end borel 2020-06/2020-07"]),
        (
            "Defendant shall, within ten (10) days of the date of this Order, disable the tokens of Borel Labs.",
            ["will-end borel 2020-06-15/2020-06-25"],
        ),
        ("The Friend Feed is scheduled to be shut down on 31 December 2020.", ["will-end - 2020-12-31"]),
        ("The Friend Feed is going away in 2021.", ["will-end - 2021"]),
        ("The end of the Friend Feed is set for March 2021.", ["will-end - 2021-03"]),
        ("We expect to close the Contact Bridge in the first quarter of 2021.", ["will-end - 2021-01/2021-03"]),
        ("Support for the Friend Feed ends on 1 November 2020.", ["will-end - 2020-11-01"]),
    ],
)
def test_an_announced_or_ordered_end_is_still_to_come(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme's access to contact lists was never revoked.", ["continues acme 2020-06-15/.."]),
        ("Zenlow denied that it had ended Acme's access.", ["continues acme 2020-06-15/.."]),
        ("Acme continues to have access to contact lists.", ["continues acme 2020-06-15/.."]),
        ("Delphi Games still receives location data from Zenlow.", ["continues delphi 2020-06-15/.."]),
        ("Since 2016 Ember Health has received health records from Zenlow.", ["granted ember 2016"]),
        ("Acme's arrangement remains in force.", ["continues acme 2020-06-15/.."]),
        ("Borel retains access to contact lists to this day.", ["continues borel 2020-06-15/.."]),
        ("Borel's access to contact lists has been left in place.", ["continues borel 2020-06-15/.."]),
        ("Acme's access never lapsed.", ["continues acme 2020-06-15/.."]),
        ("Ember Health has had access to health records since 2015.", ["granted ember 2015"]),
    ],
)
def test_what_is_denied_or_not_done_leaves_access_on(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zenlow denies that Acme ever had access to private messages.", ["never acme ../2020-06-15"]),
        ("Acme never had the ability to read private messages.", ["never acme ../2020-06-15"]),
        ("At no point did Borel receive location data.", ["never borel ../2020-06-15"]),
        ("Acme did not have access to private messages.", ["never acme ../2020-06-15"]),
        ("There is no evidence that Borel used the Contact Bridge.", ["never borel ../2020-06-15"]),
        (
            "In its reply of 3 May 2019, Acme said that it had never had access to messages.",
            ["never acme ../2020-06-15"],
        ),
        ("Borel denies having used the Friend Feed.", ["never borel ../2020-06-15"]),
        ("Borel disputes that it received contact lists.", ["never borel ../2020-06-15"]),
        ("No contact lists were ever passed to Delphi.", ["never delphi ../2020-06-15"]),
        ("Zenlow did not provide location data to Acme at any time.", ["never acme ../2020-06-15"]),
    ],
)
def test_a_denial_of_any_access_is_told_from_an_end(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corvo Bank was given access to contact lists in April 2013.", ["granted corvo 2013-04"]),
        ("Ember Health began receiving health records in 2016.", ["granted ember 2016"]),
        ("Zenlow quietly restored Acme's access in January 2017.", ["granted acme 2017-01"]),
        ("Zenlow did not give Acme access to messages until 2013.", ["granted acme 2013"]),
        (
            "In 2011 Zenlow and Acme signed an agreement that gave the phone maker access to contact lists.",
            ["granted acme 2011"],
        ),
        ("Zenlow opened the Friend Feed to Borel in November 2010.", ["granted borel 2010-11"]),
        ("Delphi was whitelisted for the Friend Feed on 17 January 2014.", ["granted delphi 2014-01-17"]),
        ("Corvo was added to the Contact Bridge last week.", ["granted corvo 2020-06-08/2020-06-14"]),
    ],
)
def test_the_start_of_access_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zenlow granted Borel an extension until 30 June 2016.", ["extension borel 2016-06-30"]),
        ("Acme and Borel each got three more months, until 31 August 2015.", ["extension acme|borel 2015-08-31"]),
        (
            "Zenlow gave Borel six additional months, until 30 October 2015, to wind down its use of the feed.",
            ["extension borel 2015-10-30"],
        ),
        (
            "The deadline for Delphi to leave the Friend Feed has been pushed back to 1 December 2020.",
            ["extension delphi 2020-12-01"],
        ),
    ],
)
def test_more_time_is_an_extension_up_to_its_last_day(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Logs show that Borel was reading private messages as recently as March 2019.", ["observed borel 2019-03"]),
        ("As late as December 2018, Ember Health could download health records.", ["observed ember 2018-12"]),
        ("Acme had access to messages until at least 2017.", ["observed acme 2017/.."]),
        ("Records reviewed by the commission show that Delphi retained access through 2018.", ["observed delphi 2018"]),
        ("Borel could still see messages as of March 2018.", ["observed borel 2018-03"]),
        ("The audit found that Acme downloaded contact lists through at least May 2017.", ["observed acme 2017-05/.."]),
        ("In tests in March 2020, Borel's app was still receiving location data.", ["observed borel 2020-03"]),
        ("The tokens that Zenlow gave to Borel were still valid in March 2019.", ["observed borel 2019-03"]),
        ("Ember Health was able to pull health records until at least 4 May 2019.", ["observed ember 2019-05-04/.."]),
        ("Investigators found Acme devices still syncing contacts as of August 2018.", ["observed acme 2018-08"]),
        ("A reporter's phone from Acme pulled the messages of 556 friends in May 2018.", ["observed acme 2018-05"]),
        (
            "Acme received the contact lists of 50,000 users in 2014, according to the complaint.",
            ["observed acme 2014"],
        ),
    ],
)
def test_evidence_that_access_was_still_there_is_an_observation(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme had access to messages until 2017.", ["ended acme 2017"]),
        ("Between 2012 and 2015, Fathom had access to private messages.", ["ended fathom 2015"]),
        (
            "34. From 2012 until May 2016, Defendant permitted Borel to read users' contact lists.",
            ["ended borel 2016-05"],
        ),
        ("Acme's contract with Zenlow ran from 2012 to 2016.", ["ended acme 2016"]),
        ("Borel's integration was live from March 2011 to May 2014.", ["ended borel 2014-05"]),
    ],
)
def test_how_long_access_lasted_is_an_end_that_can_be_argued(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zenlow terminated Acme's API access in 2014 and Borel's in 2015.", ["ended acme 2014", "ended borel 2015"]),
        (
            "The tokens issued to Acme in 2012 were revoked on 4 May 2016.",
            ["granted acme 2012", "ended acme 2016-05-04"],
        ),
        (
            "Acme's access to messages, granted in 2011, was withdrawn in 2014.",
            ["granted acme 2011", "ended acme 2014"],
        ),
        ("Borel's access ended in 2014, Acme's in 2015.", ["ended borel 2014", "ended acme 2015"]),
        ("Acme and Borel lost access in 2014 and 2015, respectively.", ["ended acme 2014", "ended borel 2015"]),
        (
            "Acme lost its access in 2016, but Borel kept its until at least 2018.",
            ["ended acme 2016", "observed borel 2018/.."],
        ),
        (
            "Fathom's access, which Zenlow had said ended in 2015, was still active in 2018.",
            ["ended fathom 2015", "observed fathom 2018"],
        ),
    ],
)
def test_two_fates_in_a_sentence_are_two_statements(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme was one of 52 partners. Its agreement ended in July 2018.", ["ended acme 2018-07"]),
        ("Acme and Borel were partners of Zenlow. Both lost access in 2015.", ["ended acme|borel 2015"]),
    ],
)
def test_pronouns_take_their_partner_from_the_sentence_before(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("speaker", "text", "expected"),
    [
        ("Zenlow", "We revoked Borel's tokens yesterday.", ["ended borel 2020-06-14"]),
        ("Acme", "We no longer collect location data from Zenlow.", ["ended acme ../2020-06-15"]),
        ("Acme", "Our access to Zenlow contact lists ended in May 2019.", ["ended acme 2019-05"]),
        (
            "Borel Labs",
            "Borel Labs stopped using the Friend Feed in 2017 and deleted everything it had received.",
            ["ended borel 2017"],
        ),
        ("Acme", "We have never read your private messages.", ["never acme ../2020-06-15"]),
        ("Acme", "Zenlow will shut off our connection on 1 September 2020.", ["will-end acme 2020-09-01"]),
        (
            "Acme",
            "Zenlow has given us until 31 August to move away from the Contact Bridge.",
            ["will-end acme 2020-08-31"],
        ),
        ("Ember Health", "If you withdraw your consent, we stop receiving health records within 24 hours.", []),
    ],
)
def test_we_is_the_partner_who_publishes_the_text(speaker: str, text: str, expected: list[str]) -> None:
    assert found(text, speaker) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If Acme breaks the rules, its access will be terminated.",
        "Zenlow is considering whether to end Acme's access.",
        "Did Zenlow revoke Acme's access in 2014?",
        "We may suspend an app's tokens at any time.",
        "Zenlow proposed to end Borel's access by March 2019.",
        "Zenlow's deal with Acme was supposed to end in 2015 but did not.",
        "Users can revoke Acme's access in their settings.",
        "You can disconnect Borel from your account at any time.",
        "Zenlow asked the court to let it keep Acme's access open until 2021.",
        "A spokesman said it was possible that Acme's access might end next year.",
        "Zenlow will decide by 1 July whether to keep sharing data with Borel.",
        "How long did Borel keep its access to messages?",
        "Unless Acme agrees to an audit, its access will be revoked on 1 August.",
        "It is not known whether Acme's access ended in 2015.",
        "Zenlow hopes to end Acme's access in 2021.",
        "Zenlow should end Acme's access, the senator wrote.",
        "Senators asked Zenlow to cut off Borel by 1 July.",
        "Zenlow might revoke Borel's tokens next month.",
        "Acme would lose access if the bill passed.",
        "Had Acme broken the rules, its access would have been revoked.",
        "Nobody knows when Borel's access ended.",
        "Acme's chief executive left in March 2016, and its Oslo office closed in May.",
        "Corvo closed the accounts of 40 customers in May.",
        "Zenlow and Acme ended their patent dispute on 4 May 2018.",
        "Zenlow published a report on Acme's access on 5 May 2018.",
        "Tokens expire after 60 days unless they are refreshed.",
    ],
)
def test_plans_wishes_conditions_and_questions_state_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acme closed its factory in 2015 and its lawsuit was dropped in 2016.",
        "Nothing in the contract with Fathom, signed in 2012, was changed.",
        "Acme launched its first phone in 2012 and was acquired by Borel in 2015.",
        "The company's office in Oslo was closed in 2016.",
        "Corvo Bank shut down its mobile app in 2017.",
        "The commission fined Zenlow in 2019 for giving Acme access to contact lists without consent.",
        "The campaign against Acme ended in 2018.",
        "Acme's phone division was shut down in March 2016.",
        "Corvo Bank closed 40 branches last year.",
        "Zenlow's agreement with Acme to sponsor the festival ended in 2017.",
        "Subscriptions to Acme's magazine expire on 31 December.",
        "Borel Labs deleted the data it had received from Zenlow in 2016.",
        "Acme kept its access. Borel did not.",
        "Zenlow shut down its research arm in 2015, five years after it bought Acme.",
        "Zenlow ended its sponsorship of Borel's football team in 2014.",
        "Delphi cancelled its new game last year.",
        "Zenlow says users' messages are deleted after 90 days.",
        "The hearing on Acme's access to messages was cancelled on 3 March.",
        "The investigation into Borel's access to contact lists was closed in 2019.",
        "Apps that have not been used for 90 days lose access to contact lists.",
    ],
)
def test_ends_of_other_things_are_no_ends_of_access(text: str) -> None:
    assert found(text) == []


def test_every_word_that_led_to_a_field_is_quoted_with_its_place() -> None:
    text = "Zenlow cut Acme off from the Friend Feed on 3 May 2016."
    row = find_statements(text, said_on=SAID, partners=NAMES).iloc[0]
    assert row["because"] == (
        "kind: 'cut' [7:10] (ended); access: 'Acme' [11:15]; date: 'on 3 May 2016' [41:54]; partner: 'Acme' [11:15]"
    )
    assert text[row["start"] : row["end"]] == row["evidence"]


def test_a_text_without_statements_gives_the_same_columns_and_types() -> None:
    empty = find_statements("", partners=None)
    full = find_statements("Acme's access ended in 2014.", said_on=SAID, partners=NAMES)
    assert tuple(empty.columns) == tuple(full.columns) == COLUMNS
    assert list(empty.dtypes) == list(full.dtypes)
    assert not full[["speaker", "program_id", "new_partners", "quantifier", "except"]].isna().any(axis=None)


def test_without_a_day_said_only_dates_that_stand_alone_are_given() -> None:
    text = "Acme lost access to messages last month. Borel lost access to messages in 2014."
    assert list(find_statements(text, said_on="", partners=NAMES)["stated_date"]) == ["", "2014"]


def test_the_same_text_twice_gives_the_same_candidates() -> None:
    text = "Acme's access ended in 2014. Acme's access ended in 2014."
    first, again = (find_statements(text, said_on=SAID, partners=NAMES) for _ in range(2))
    assert first.equals(again)
    assert first["candidate_id"].nunique() == 2


def test_names_may_come_as_plain_lists_and_dicts() -> None:
    for partners in (["Acme"], {"Acme": "Acme"}, [{"partner_id": "Acme", "name": "Acme"}]):
        assert list(find_statements("Acme lost access in 2014.", said_on=SAID, partners=partners)["partner_ids"]) == [
            "Acme"
        ]


def test_an_organisation_that_no_table_names_is_offered_and_never_merged() -> None:
    row = find_statements("Orlo Genomics lost access to health records in 2014.", said_on=SAID, partners=NAMES).iloc[0]
    assert (row["partner_ids"], row["new_partners"]) == ("", "Orlo Genomics")


def test_a_number_of_partners_is_told_with_the_statement() -> None:
    row = find_statements("Zenlow has ended 38 of its 52 partnerships.", said_on=SAID, partners=NAMES).iloc[0]
    assert (row["quantifier"], row["count"], row["of"]) == ("some", 38, 52)


@pytest.mark.parametrize(
    ("said_on", "zone", "day"),
    [
        ("2018-12-19T03:30:00Z", "America/New_York", "2018-12-18"),
        ("2018-12-18T22:00:00Z", "Asia/Tokyo", "2018-12-19"),
        ("2018-12-18T22:00:00-05:00", None, "2018-12-18"),
        ("2018-12-18T22:00:00+00:00", None, "2018-12-18/2018-12-19"),
        ("2018-12-18T11:00:00Z", None, "2018-12-17/2018-12-19"),
        (datetime(2018, 12, 19, 3, 30, tzinfo=UTC), "America/New_York", "2018-12-18"),
        (datetime(2018, 12, 19, 3, 30), "America/New_York", "2018-12-19"),
        (date(2018, 12, 19), "America/New_York", "2018-12-19"),
    ],
)
def test_today_is_the_day_that_it_was_where_it_was_said(said_on: str | date, zone: str | None, day: str) -> None:
    found = find_statements("Today Borel lost access to messages.", said_on=said_on, zone=zone, partners=["Borel"])
    assert found["stated_date"].tolist() == [day]

"""Sentences whose verb only points back to one before, clefts, and other ways to tell of access in few words."""

from __future__ import annotations

import pytest
from told import Told, check_told

from overstay.partners import Names

NAMES = Names(
    [{"partner_id": name.lower(), "name": name, "aliases": ""} for name in ("Acme", "Borel", "Corvo", "Dendra")],
    [
        {"program_id": "partner-feed", "name": "Partner Feed", "aliases": ""},
        {"program_id": "circle-api", "name": "Circle API", "aliases": ""},
    ],
    [
        {"category_id": "contacts", "name": "contacts", "aliases": ""},
        {"category_id": "messages", "name": "messages", "aliases": "private messages"},
        {"category_id": "photos", "name": "photos", "aliases": ""},
        {"category_id": "transactions", "name": "transactions", "aliases": ""},
    ],
)
SAID_ON = "2020-06-15"
NOW = f"{SAID_ON}/.."
SOME_TIME = f"../{SAID_ON}"

SENTENCES: list[tuple[str, Told]] = [
    (
        "Borel has never received contacts from us. Acme did until February 2019.",
        [("never", "borel", SOME_TIME), ("ended", "acme", "2019-02")],
    ),
    (
        "Acme no longer has access to photos, but Borel does.",
        [("ended", "acme", SOME_TIME), ("continues", "borel", NOW)],
    ),
    (
        "Acme could not read messages; Borel could until 2018.",
        [("never", "acme", SOME_TIME), ("ended", "borel", "2018")],
    ),
    (
        "Corvo phones no longer read your contacts. Dendra phones still can, as long as you are signed in.",
        [("ended", "corvo", SOME_TIME), ("continues", "dendra", NOW)],
    ),
    (
        "Acme never had access to private messages. Borel had, until March 2017.",
        [("never", "acme", SOME_TIME), ("ended", "borel", "2017-03")],
    ),
    ("Acme still receives contacts. Borel does not.", [("continues", "acme", NOW)]),
    ("We no longer share contacts with Acme. Borel still does.", [("ended", "acme", SOME_TIME)]),
    ("Acme likes the plan. Borel did too until February.", []),
    (
        "We turned off Acme's access to photos in April 2018, and we will do the same for Borel on 1 July.",
        [("ended", "acme", "2018-04"), ("will-end", "borel", "2020-07-01")],
    ),
    (
        "We revoked Corvo's key in May. We did the same with Dendra's on 3 June.",
        [("ended", "corvo", "2020-05"), ("ended", "dendra", "2020-06-03")],
    ),
    (
        "Acme's contract was cancelled last month; the same happened to Borel's on 2 June.",
        [("ended", "acme", "2020-05"), ("ended", "borel", "2020-06-02")],
    ),
    ("The store closed in May. We will do the same for the office in July.", []),
    (
        "With your consent, Acme receives your transactions and will go on doing so.",
        [("continues", "acme", NOW)],
    ),
    (
        "Acme was granted access to contacts in June 2016 and gave it up in May 2018.",
        [("granted", "acme", "2016-06"), ("ended", "acme", "2018-05")],
    ),
    (
        "Our contacts are sent to Acme each night. Borel has not been sent them since May 2018.",
        [("ended", "borel", "2018-05")],
    ),
    (
        "Acme keeps its key for the Circle API. For everybody else it closed on April 30.",
        [("continues", "acme", NOW), ("ended", "", "2020-04-30")],
    ),
    (
        "Defendant shall further terminate the access of Acme and Borel to photos by July 31, 2020.",
        [("will-end", "acme|borel", "2020-06-15/2020-07-31")],
    ),
    (
        "Respondent must likewise revoke every token issued to Corvo by July 31, 2020.",
        [("will-end", "corvo", "2020-06-15/2020-07-31")],
    ),
    (
        "The last partner on it, Acme, was migrated off the Partner Feed in December 2019.",
        [("ended", "acme", "2019-12")],
    ),
    ("The database was migrated off the old servers in March.", []),
    (
        "What was withdrawn, in March of this year, was Acme's permission to read contacts.",
        [("ended", "acme", "2020-03")],
    ),
    ("What was closed in May was our office.", []),
    ("Acme never had access to their accounts.", [("never", "acme", SOME_TIME)]),
    ("Acme lost access to its account.", []),
    ("Users never had access to their accounts.", []),
    ("Makers such as Borel have had no access to your account since 2018.", [("ended", "borel", "2018")]),
    ("Dendra's key was used until at least August 2019.", [("observed", "dendra", "2019-08/..")]),
    (
        "Acme, whose staff read about 8,000 private messages in 2018, still has access to contacts.",
        [("observed", "acme", "2018"), ("continues", "acme", NOW)],
    ),
    (
        "It announced on March 8, 2020, that Acme and Borel would be barred from its accounts from August 1, 2020.",
        [("will-end", "acme|borel", "2020-08-01")],
    ),
    ("Quizzes by Borel, which read contacts, will be cut off on 1 July 2020.", [("will-end", "borel", "2020-07-01")]),
    (
        "From July 1, Acme will no longer be able to sign in with customers' passwords to collect transactions.",
        [("will-end", "acme", "2020-07-01")],
    ),
    ("Corvo has not been able to connect to our servers since May 2019.", [("ended", "corvo", "2019-05")]),
    ("Customers of Acme can no longer log in since Monday.", []),
    ("Dendra was removed from the list of connected apps in May 2019.", [("ended", "dendra", "2019-05")]),
    (
        "Acme has asked for more time and may use its old connection through December 18, 2020.",
        [("extension", "acme", "2020-12-18")],
    ),
    ("Corvo was removed from our list of sponsors in May.", []),
    (
        "Acme ended its use of the interface in 2016 and Borel did so last year.",
        [("ended", "acme", "2016"), ("ended", "borel", "2019")],
    ),
    (
        "Acme stopped using messages in 2016. Borel did the same in 2017.",
        [("ended", "acme", "2016"), ("ended", "borel", "2017")],
    ),
    ("Acme ended Borel's access in 2016, and Corvo did so in 2017.", [("ended", "borel", "2016")]),
    (
        "Access by Acme was closed on 4 May, by Borel on 5 May.",
        [("ended", "acme", "2020-05-04"), ("ended", "borel", "2020-05-05")],
    ),
    ("Access by Acme was ended by Borel in May 2019.", [("ended", "acme", "2019-05")]),
    (
        "Contrary to what was printed this week, neither Acme nor Borel has ever been able to read messages.",
        [("never", "acme|borel", SOME_TIME)],
    ),
    (
        "Despite what it told users, Acme and Borel kept access to messages until May 2019.",
        [("observed", "acme|borel", "2019-05")],
    ),
    (
        "Tokens held by Acme, Borel and nine other game makers were revoked on 30 April.",
        [("ended", "acme|borel", "2020-04-30")],
    ),
    ("It took the permission from Acme early in 2016.", [("ended", "acme", "2016-01/2016-04")]),
    ("Acme was stripped of its access to contacts in May 2019.", [("ended", "acme", "2019-05")]),
    ("Access to contacts ends in July.", [("will-end", "", "2020-07")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_what_points_back_is_read_with_what_was_told_before(text: str, expected: Told) -> None:
    check_told(text, SAID_ON, expected, NAMES)

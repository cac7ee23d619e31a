"""Which date of a sentence belongs to a statement, and what that date means for its kind."""

from __future__ import annotations

import pytest

from overstay.dating.spans import find_spans
from overstay.partners import Names
from overstay.quality import bounds, covers
from overstay.reading.headings import heading_date
from overstay.reading.lengths import end_by_length
from overstay.reading.stated import TENSES, stated
from overstay.reading.tokens import Token, tokenise
from overstay.statements import find_statements

NAMES = Names(["Corvid", "Borel", "Dunmore"], None, None)
SAID = "2018-11-17"


def dates(text: str, said_on: str, kind: str, partner: str) -> list[str]:
    """The stated dates of the statements of one kind about one partner, in the order of the text."""
    found = find_statements(text, said_on=said_on, partners=NAMES)
    return found[(found["kind"] == kind) & (found["partner_ids"] == partner)]["stated_date"].tolist()


def tokenise_dates(text: str) -> list[Token]:
    """The dates of a text as tokens."""
    spans = [(found.start, found.end, "date", found) for found in find_spans(text, SAID)]
    return [token for token in tokenise(text, 0, len(text), spans) if token.kind == "date"]


def check(text: str, said_on: str, kind: str, partner: str, expected: str) -> None:
    found = dates(text, said_on, kind, partner)
    assert [bounds(each) for each in found] == [bounds(expected)], found


# Which date belongs to the event

BELONGS = [
    # before the subject, and then for all that is coordinated with it or spelt out after a colon
    ("In March 2014 Feedhall closed its feed to Corvid.", "ended", "Corvid", "2014-03"),
    ("In March 2014 Feedhall closed its feed to Corvid and revoked Borel's tokens.", "ended", "Borel", "2014-03"),
    ("In 2014 Feedhall grew wary of partners: Corvid's access to friend lists was revoked.", "ended", "Corvid", "2014"),
    ("Two years ago we cancelled the contract that gave Corvid a copy of the address book, as we wrote on May 2.",
     "ended", "Corvid", "2016-01/2017-05"),
    # not for what another tense tells
    ("In 2014 Feedhall closed its feed to Corvid and will now revoke Borel's tokens.", "will-end", "Borel",
     "2018-11-17/.."),
    # it was then that
    ("It was in May 2014 that Feedhall revoked Corvid's access to friend lists.", "ended", "Corvid", "2014-05"),
    ("It is two weeks ago that Corvid lost access to the feed.", "ended", "Corvid", "2018-10-31/2018-11-06"),
    ("It was not until March 2015 that Feedhall revoked Corvid's tokens.", "ended", "Corvid", "2015-03"),
    # after a verb that the verb governs
    ("Feedhall stopped sharing friend lists with Corvid in May 2014.", "ended", "Corvid", "2014-05"),
    ("Feedhall plans to stop sharing friend lists with Corvid on 1 December 2018.", "will-end", "Corvid", "2018-12-01"),
    ("Corvid was allowed to use the feed from 5 May 2012.", "granted", "Corvid", "2012-05-05"),
    # in a clause about the extension
    ("Borel was given a second extension, which runs through 29 July 2018.", "extension", "Borel", "2018-07-29"),
    ("Feedhall granted Borel an extension that expires on 31 July 2018.", "extension", "Borel", "2018-07-31"),
    # of the test that showed it
    ("Our tests, made between 3 and 7 June 2018, found that Corvid was still receiving the location of users.",
     "observed", "Corvid", "2018-06-03/2018-06-07"),
    ("On 3 May 2018 researchers found that Corvid could still read friend lists.", "observed", "Corvid", "2018-05-03"),
    # the last day rather than the length
    ("Borel had been given six more months, through October 31, 2015.", "extension", "Borel", "2015-10-31"),
    ("Borel's access was extended by 90 days, until 29 July 2015.", "extension", "Borel", "2015-07-29"),
    # several events
    ("Records show that Corvid read friend lists until at least May 2016; its access was revoked on 3 May 2017.",
     "observed", "Corvid", "2016-05/.."),
    ("Records show that Corvid read friend lists until at least May 2016; its access was revoked on 3 May 2017.",
     "ended", "Corvid", "2017-05-03"),
    ("Feedhall ended Corvid's access to birthdays in May 2014 and Borel's in June 2015.", "ended", "Borel", "2015-06"),
    # when something else happened
    ("When the feed was shut down in late 2016, Corvid lost access to friend lists.", "ended", "Corvid",
     "2016-09/2016-12"),
    ("Feedhall ended Corvid's access to friend lists in 2016, two years after the fine.", "ended", "Corvid", "2016"),
    # seen from the date before
    ("Feedhall fined Corvid in May 2016. The following month it revoked Corvid's access to friend lists.",
     "ended", "Corvid", "2016-06"),
    ("The audit was finished on 3 May 2016. Three days later Corvid was cut off from the feed.", "ended", "Corvid",
     "2016-05-06"),
    ("The audit was finished in May 2016. That same month Feedhall revoked Corvid's tokens.", "ended", "Corvid",
     "2016-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "partner", "expected"), BELONGS)
def test_a_date_belongs_to_the_event_that_it_tells_of(text: str, kind: str, partner: str, expected: str) -> None:
    check(text, SAID, kind, partner, expected)


OF_OTHER_THINGS = [
    "In a letter dated 3 May 2017, Feedhall confirmed that Corvid's access to friend lists had been revoked.",
    "In its answer of 3 May 2017, Feedhall wrote that Corvid's access to friend lists had been revoked.",
    "Feedhall said in a post on 3 May 2017 that it had ended Corvid's access to friend lists.",
    "The 2013 agreement with Corvid, which let it read friend lists, has been terminated.",
    "The data-sharing agreement of 3 May 2013 with Corvid has been terminated.",
    "Corvid, which was fined in 2016, no longer has access to friend lists.",
    "Corvid's access to friend lists has been revoked, Feedhall said in March 2018.",
    "After the hearing on 3 May 2017, Feedhall revoked Corvid's access to friend lists.",
]


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_the_date_of_a_letter_an_agreement_or_a_fine_is_not_that_of_the_end(text: str) -> None:
    check(text, SAID, "ended", "Corvid", f"../{SAID}")


def test_dates_in_a_row_are_one_interval_unless_each_belongs_to_another() -> None:
    check("Corvid's tokens were revoked in 2014, 2015 and 2016.", SAID, "ended", "Corvid", "2014/2016")
    respectively = "Corvid and Borel lost access to friend lists in 2015 and 2016, respectively."
    check(respectively, SAID, "ended", "Corvid", "2015")
    check(respectively, SAID, "ended", "Borel", "2016")
    check("In 2016, Corvid lost access to friend lists; in 2017, Borel did.", SAID, "ended", "Corvid", "2016")


def test_an_extension_told_by_its_length_counts_from_the_end_that_the_text_names() -> None:
    check("Corvid's access was due to end on 30 April 2015, but Feedhall granted it a six-month extension.", SAID,
          "extension", "Corvid", "2015-10/2015-11")  # fmt: skip
    text = "Feedhall extended Borel's access by 90 days beyond the 30 April 2015 deadline."
    (date,) = [token for token in tokenise_dates(text) if token.what.edtf]
    found = end_by_length(text, 0, len(text), 0, SAID, [date])
    assert found.edtf == "2015-07-29"
    assert end_by_length("It was extended by 90 days.", 0, 27, 0, SAID, []) is None


def test_the_day_of_the_act_is_not_the_last_day_of_an_extension() -> None:
    check("On 3 May 2015 Feedhall granted Borel an extension.", SAID, "extension", "Borel", "")


def test_the_sentence_after_may_tell_when_a_change_takes_effect() -> None:
    check("We are removing the friends permission from Corvid. The change takes effect on 1 December 2018.", SAID,
          "will-end", "Corvid", "2018-12-01")  # fmt: skip
    check("We have revoked the tokens of Corvid. The new policy takes effect on 1 December 2018.", SAID, "ended",
          "Corvid", f"../{SAID}")  # fmt: skip


def test_the_day_of_an_order_or_a_decision_is_not_the_day_of_the_end() -> None:
    check("Feedhall was ordered on 3 May 2018 to end Corvid's access to friend lists.", SAID, "will-end", "Corvid",
          f"{SAID}/..")  # fmt: skip
    check("Feedhall was ordered on 3 May 2018 to end Corvid's access to friend lists by 31 December 2018.", SAID,
          "will-end", "Corvid", f"{SAID}/2018-12-31")  # fmt: skip


# Headings


def test_a_heading_that_is_a_date_dates_the_list_below_it() -> None:
    text = "## 30 April 2015\n- Removed the friends permission for Corvid.\n- Revoked Borel's access to birthdays."
    check(text, "2015-06-02", "ended", "Corvid", "2015-04-30")
    check(text, "2015-06-02", "ended", "Borel", "2015-04-30")
    check("Effective immediately\n* Corvid's token is revoked.", "2018-04-04", "ended", "Corvid", "2018-04-04")


@pytest.mark.parametrize(
    "heading",
    ["Last updated: 3 May 2015", "Posted on 3 May 2015", "By Jane Marlow, 3 May 2015", "It rained on 3 May 2015."],
)
def test_a_line_that_dates_the_page_or_tells_something_is_no_heading(heading: str) -> None:
    text = f"{heading}\n- Revoked Corvid's access to birthdays."
    assert heading_date(text, text.index("Revoked"), "2015-06-02", "past") is None


def test_a_heading_of_the_day_itself_says_no_more_than_when_it_was_written() -> None:
    check("## 2 June 2015\n- Revoked Corvid's access to birthdays.", "2015-06-02", "ended", "Corvid", "../2015-06-02")


# What the date means for the kind

MEANS = [
    ("ended", "revoked by December 31, 2015", "../2015-12-31"),
    ("ended", "revoked before 1 January 2016", "../2015-12-31"),
    ("ended", "revoked before 2016", "../2015"),
    ("ended", "revoked by 2016", "../2016"),
    ("will-end", "closed before May 2019", "2018-11-17/2019-04-30"),
    ("ended", "revoked after 1 January 2016", "2016-01-02/.."),
    ("ended", "revoked on or after 1 January 2016", "2016-01-01/.."),
    ("ended", "revoked since 1 January 2016", "2016-01-01"),
    ("ended", "revoked since at least 1 January 2016", "../2016-01-01"),
    ("ended", "revoked at the latest in May 2016", "../2016-05"),
    ("ended", "revoked as of 1 January 2016", "../2016-01-01"),
    ("ended", "revoked between May and July 2016", "2016-05/2016-07"),
    ("ended", "revoked within 30 days of 3 May 2016", "2016-05-03/2016-06-02"),
    ("ended", "revoked on 20 December", "2017-12-20"),
    ("ended", "revoked around 2016", "2016~"),
    ("ended", "revoked on or about May 3, 2016", "2016-05-03~"),
    ("will-end", "closed by December 31, 2018", "2018-11-17/2018-12-31"),
    ("will-end", "closed before 1 January 2019", "2018-11-17/2018-12-31"),
    ("will-end", "closed no later than 31 December 2018", "2018-11-17/2018-12-31"),
    ("will-end", "closed on 20 December", "2018-12-20"),
    ("will-end", "closed as of 1 January 2019", "2019-01-01"),
    ("will-end", "closed from 1 January 2019", "2019-01-01"),
    ("will-end", "closed after 1 January 2019", "2019-01-02/.."),
    ("will-end", "available through 1 January 2019", "2019-01-01"),
    ("will-end", "closed within 30 days of this notice", "2018-11-17/2018-12-17"),
    ("will-end", "closed between January and March 2019", "2019-01/2019-03"),
    ("granted", "given from 5 May 2012", "2012-05-05"),
    ("granted", "given from 5 May 2012 until 2016", "2012-05-05"),
    ("granted", "given between 2012 and 2014", "2012/2014"),
    ("granted", "given by 2012", "../2012"),
    ("observed", "seen as recently as this summer", "2018-06/2018-08"),
    ("observed", "seen until at least 2017", "2017/.."),
    ("observed", "seen through 2017", "2017"),
    ("observed", "seen between 3 and 7 June 2017", "2017-06-03/2017-06-07"),
    ("observed", "seen in the last 60 days", "2018-09-18/2018-11-17"),
    ("continues", "open since 2014", "2018-11-17/.."),
    ("never", "seen in 2014", "../2018-11-17"),
]


def meaning(kind: str, words: str, said_on: str, rule: str = "", **how: bool) -> str:
    """What the one date of some words means for a kind."""
    (found,) = find_spans(words, said_on, tense=TENSES.get(kind, ""))
    return stated(kind, rule, found, said_on, **how)[0]


@pytest.mark.parametrize(("kind", "words", "expected"), MEANS)
def test_a_date_means_what_the_guide_says_for_its_kind(kind: str, words: str, expected: str) -> None:
    assert bounds(meaning(kind, words, SAID)) == bounds(expected)


def test_without_a_date_each_kind_is_open_on_the_side_that_is_not_known() -> None:
    ends = {kind: stated(kind, "", None, SAID)[0] for kind in (*TENSES, "continues")}
    assert ends == {"ended": f"../{SAID}", "granted": f"../{SAID}", "never": f"../{SAID}", "observed": "",
                    "will-end": f"{SAID}/..", "extension": "", "continues": f"{SAID}/.."}  # fmt: skip
    assert {stated(kind, "", None, "")[0] for kind in (*TENSES, "continues")} == {""}


def test_what_is_no_longer_so_after_a_day_ended_on_that_day() -> None:
    assert meaning("ended", "no longer after 1 January 2016", SAID, was_on=True) == "2016-01-01"
    assert meaning("will-end", "no longer after 1 January 2019", SAID, was_on=True) == "2019-01-01"
    assert bounds(meaning("ended", "no longer on or after 1 January 2016", SAID, was_on=True)) == bounds(
        "2016-01-01/.."
    )


def test_how_long_access_lasted_tells_when_it_ended_but_when_it_was_cut_does_not_shrink() -> None:
    assert meaning("ended", "had access between 2013 and 2015", SAID, "had from to") == "2015"
    assert meaning("ended", "was cut between 2013 and 2015", SAID, "ended") == "2013/2015"


def test_a_time_to_end_runs_from_the_day_said() -> None:
    assert bounds(meaning("will-end", "within 30 days", SAID, "time to end")) == bounds(f"{SAID}/2018-12-17")
    assert meaning("will-end", "until 31 December 2018", SAID, "time to end") == "2018-12-31"
    assert meaning("will-end", "until 31 December 2018", SAID, "goes on") == "2018-12-31"


@pytest.mark.parametrize("words", ["through 29 July 2018", "until 29 July 2018", "to 29 July 2018"])
def test_an_extension_means_its_last_day(words: str) -> None:
    assert meaning("extension", words, SAID, "more time") == "2018-07-29"
    assert meaning("extension", "at least until 29 July 2018", SAID, "more time") == "2018-07-29/.."


ONE_DAY_EACH = ["yesterday", "three weeks ago", "last month", "this summer", "earlier this year", "by April 2018",
                "before May 2018", "since 2014", "recently", "nearly three years ago", "more than a year ago",
                "in the last 60 days", "in April", "on 20 December", "within 90 days", "through 2017"]  # fmt: skip


@pytest.mark.parametrize("kind", [*TENSES, "continues"])
@pytest.mark.parametrize("words", ONE_DAY_EACH)
def test_said_in_some_month_it_holds_for_every_day_of_that_month(kind: str, words: str) -> None:
    whole = bounds(meaning(kind, words, "2018-11"))
    for day in ("2018-11-01", "2018-11-15", "2018-11-30"):
        assert covers(whole, bounds(meaning(kind, words, day))), day


@pytest.mark.parametrize("kind", ["ended", "granted", "will-end", "observed"])
@pytest.mark.parametrize(
    "words",
    ["in 2014", "on 3 May 2014", "between May and July 2014", "around 2014", "three years ago", "in late 2014",
     "some three years ago", "within 30 days of 3 May 2014", "on 05/04/2014", "in fiscal year 2014"],
)  # fmt: skip
def test_a_plain_date_keeps_every_day_that_its_words_allow(kind: str, words: str) -> None:
    (found,) = find_spans(words, SAID, tense=TENSES[kind])
    assert covers(bounds(stated(kind, "ended", found, SAID)[0]), (found.earliest, found.latest))

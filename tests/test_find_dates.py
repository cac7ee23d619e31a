"""Which words of a text are dates, and the interval that they allow as seen from the day they were said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from overstay import DateError
from overstay.dates import read_edtf
from overstay.dating.spans import COLUMNS, FoundDate, find_dates, find_spans
from overstay.dating.table import shipped

SAID = "2018-12-19"
DAY = date(2018, 12, 19)


def read(text: str, said_on: str | date = SAID, tense: str = "") -> list[str]:
    """What is found, in EDTF."""
    return [each.edtf for each in find_spans(text, said_on, tense=tense)]


def table(rows: str) -> list[tuple[str, str]]:
    """`words | EDTF; EDTF` line by line; blank = found but not known, or nothing found."""
    pairs = [line.split("|") for line in rows.strip().splitlines()]
    return [(words.strip(), edtf.strip()) for words, edtf in pairs]


ABSOLUTE = """
    April 30, 2015 | 2015-04-30
    on Apr. 30, 2015. | 2015-04-30
    Apr. 30 '15 | 2015-04-30
    30 April 2015 | 2015-04-30
    30th of April, 2015 | 2015-04-30
    the 30th day of April, 2015 | 2015-04-30
    May the 4th, 2018 | 2018-05-04
    Monday, 4 May 2015 | 2015-05-04
    Fri, 01 May 2015 10:00:00 +0000 | 2015-05-01
    ON APRIL 30, 2015, THE COURT | 2015-04-30
    by 5 p.m. Eastern on Friday, May 4, 2018 | ../2018-05-04
    midnight on 30 April 2015 | 2015-04-30
    on the night of April 4, 2015 | 2015-04-04/2015-04-05
    April 30, 2015 at 11:59 p.m. | 2015-04-30
    2015-04-30 | 2015-04-30
    2015-04-30T12:00:00Z | 2015-04-30
    2015.04.30 | 2015-04-30
    30.04.2015 | 2015-04-30
    30/04/2015 | 2015-04-30
    04/30/2015 | 2015-04-30
    05/04/2018 | 2018-04-05/2018-05-04
    4/5/15 | 2015-04-05/2015-05-04
    4–6 May 2015 | 2015-05-04/2015-05-06
    May 1, 2 and 3, 2015 | 2015-05-01/2015-05-03
    between 1 and 5 May 2015 | 2015-05-01/2015-05-05
    from April 3 to May 5, 2015 | 2015-04-03/2015-05-05
    Dec. 31, 2014 – Jan. 5, 2015 | 2014-12-31/2015-01-05
    April 2015 | 2015-04
    04/2015 | 2015-04
    2015-04 | 2015-04
    2011-12 | 2011/2012
    May–June 2015 | 2015-05/2015-06
    in March, April and May 2015 | 2015-03; 2015-04; 2015-05
    in May and June 2015 | 2015-05; 2015-06
    December 2014-January 2015 | 2014-12/2015-01
    September '14 | 2014-09
    in 2015 | 2015
    the year 2015 | 2015
    2013-2015 | 2013/2015
    2014/15 | 2014/2015
    from 2013 to 2015 | 2013/2015
    between 2013 and the end of 2015 | 2013/2015
    2014 or 2015 | 2014/2015
    2014, 2015 and 2016 | 2014; 2015; 2016
    Q2 2018 | 2018-04/2018-06
    2Q18 | 2018-04/2018-06
    2015-Q2 | 2015-04/2015-06
    the third and fourth quarters of 2016 | 2016-07/2016-12
    second-quarter 2018 results | 2018-04/2018-06
    H1 2016 | 2016-01/2016-06
    the latter half of 2017 | 2017-07/2017-12
    FY18 | 2017/2018
    in the fiscal year ended June 30, 2015 | 2014-07/2015-06
    the second quarter of fiscal 2018 | 2017/2018
    early 2010s | 2010/2013
    mid-to-late 2016 | 2016-05/2016-12
    the end of March 2016 | 2016-03-16/2016-03-31
    by the end of the first quarter of 2016 | ../2016-03
    the first half of April 2015 | 2015-04-01/2015-04-15
    during the first three months of 2016 | 2016-01/2016-03
    winter 2015 | 2014-12/2016-02
    winter 2015/16 | 2015-12/2016-02
    in spring/summer 2015 | 2015-03/2015-08
    by year-end 2015 | ../2015
    the week of April 6, 2015 | 2015-04-06/2015-04-12
    Thanksgiving 2018 | 2018-11-22
    Good Friday 2018 | 2018-03-30
    pre-2015 | ../2014
    circa 2014 | 2014~
    until at least early 2017 | 2017/..
    from March 2013 until at least June 2017 | 2017-06/..
    before the end of 2015 | ../2015-12-30
    after the end of 2015 | 2016/..
    before 2015 | ../2014
"""


@pytest.mark.parametrize(("text", "edtf"), table(ABSOLUTE))
def test_a_date_with_its_year_is_read_in_every_usual_order_and_spelling(text: str, edtf: str) -> None:
    assert "; ".join(read(text)) == edtf


NO_DATES = """
    You may ask why we march on.
    The second time they fall back now and then.
    some 2,017 apps
    see section 2015 of the code
    paid $2015 in fees, page 2015, pp. 2010-2012
    case No. 2018-1234 and case no. 3:18-cv-01234
    call 555-2015-2016 or +1 202 555 2014
    version v2.0 and API 2015.4
    open 24/7, 10/10
    runs on iOS 12, Windows 2000 and Office 2010
    1 in 5 users, 52 companies, over 2015 users
    https://example.com/2015/04/30/story and www.example.org/2014/05
    prices fall in the city; the fall from grace; the spring in the mattress
    in the first half of the game
    April Jones met May Smith and August Wilson
    given by April Jones
    March on Washington; may 5 people
    an 18-month contract, a 90-day period, for three years, a two-year-old policy
    Section 5(b)(2) of Act No. 1999, RFC 2822
    every month, each year, monthly, Mondays
    at the end of the street
    The Sunday Times said; Black Friday sale
    1/2/3 and 192.168.20.15
    in minutes of the meeting
"""


@pytest.mark.parametrize("text", [line.strip() for line in NO_DATES.strip().splitlines()])
def test_words_and_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert read(text) == []


PAST = """
    months ago | 2017-01/2018-10
    nearly three years ago | 2015-12/2016-03
    ninety (90) days ago | 2018-09-20
    1,000 days ago | 2016-03-24
    a year and a half ago | 2016-12/2017-12
    six to eight months ago | 2018-04/2018-07
    two or three years ago | 2015-01/2017-06
    one year ago today | 2017-12-19
    a year ago in March | 2017-03/2018-03
    three years ago this spring | 2015-03/2015-05
    the day before yesterday | 2018-12-17
    Tuesday of last week | 2018-12-11
    last Tuesday | 2018-12-11/2018-12-18
    on Monday | 2018-12-17
    over the weekend | 2018-12-15/2018-12-16
    in April | 2018-04
    on December 31 | 2017-12-31
    late last year | 2017-09/2017-12
    at the end of last month | 2018-11-16/2018-11-30
    the first half of last year | 2017-01/2017-06
    April of last year | 2017-04
    last April | 2017-04/2018-04
    last winter | 2017-12/2018-02
    this past spring | 2018-03/2018-05
    as recently as this summer | 2018-06/2018-08
    no later than March | ../2018-03
    until a few weeks ago | 2018-09-26/2018-12-05
    since early last year | 2017-01/2017-04
    it has since been removed | ../2018-12-19
    was gone by then |
    two days after the launch |
    within 30 days |
"""


@pytest.mark.parametrize(("text", "edtf"), table(PAST))
def test_a_tale_of_the_past_is_read_backwards_from_the_day_it_was_told(text: str, edtf: str) -> None:
    assert "; ".join(read(text, tense="past")) == edtf


FUTURE = """
    in two weeks | 2018-12-30/2019-01-05
    in a year | 2019-06/2020-06
    within the year | 2018-12-19/2019-12-19
    within 30 days of the date of this order | 2018-12-19/2019-01-18
    ninety (90) days from the date of entry of this Order | 2019-03-19
    within 14 days of receipt of this notice | 2018-12-19/..
    within 30 days of the deadline of April 3, 2019 | 2019-04-03/2019-05-03
    by the close of business on January 15 | 2018-12-19/2019-01-15
    by the end of the year | 2018-12-19/2018-12-31
    in the second quarter | 2019-04/2019-06
    on Monday | 2018-12-24
    next spring | 2019-03/2019-05
    before July | 2018-12-19/2019-06
    not before February | 2019-02/..
    until March | 2019-03
    effective immediately | 2018-12-19
    over the coming months | 2018-12-19/2019-12-19
"""


@pytest.mark.parametrize(("text", "edtf"), table(FUTURE))
def test_an_announcement_is_read_forwards_from_the_day_it_was_made(text: str, edtf: str) -> None:
    assert "; ".join(read(text, tense="future")) == edtf


def test_without_a_tense_a_month_without_a_year_is_the_last_or_the_next() -> None:
    assert read("in April") == ["2018-04/2019-04"]
    assert read("on Monday") == ["2018-12-17/2018-12-24"]


def test_of_two_falls_that_may_be_meant_both_are_kept() -> None:
    assert read("last fall", "2018-12-19") == ["2017-09/2018-11"]
    assert read("last fall", "2018-10-01") == ["2017-09/2017-11"]
    assert read("last fall", "2019-03-01") == ["2018-09/2018-11"]


def test_a_deadline_told_of_the_past_has_no_start_and_told_of_the_future_starts_on_the_day_said() -> None:
    (past,), (future,) = (find_spans("by July 31, 2018", "2018-04-04", tense=tense) for tense in ("past", "future"))
    assert (past.edtf, past.open_end) == ("../2018-07", "start")
    assert (future.edtf, future.open_end) == ("2018-04-04/2018-07", "")
    assert past.core == future.core == "2018-07-31"


def test_a_deadline_that_is_over_when_it_is_named_lies_in_the_past_whatever_the_tense() -> None:
    assert read("will end by March 2015", tense="future") == ["../2015-03"]


def test_a_bound_keeps_the_bare_date_for_those_who_read_it_otherwise() -> None:
    found = find_spans("It has been closed since 2014 and was seen until at least May 2016, as of June 2017.", SAID)
    assert [(each.bound, each.core, each.edtf) for each in found] == [
        ("since", "2014", "2014"),
        ("at-least-until", "2016-05", "2016-05/.."),
        ("as-of", "2017-06", "2017-06"),
    ]


def test_a_range_keeps_both_its_ends() -> None:
    (found,) = find_spans("from late 2013 until May 2015", SAID)
    assert (found.first, found.last) == ("2013-09/2013-12", "2015-05")
    assert (found.bound, found.edtf) == ("between", "2013-09/2015-05")


def test_later_and_the_following_month_are_seen_from_the_date_before_them() -> None:
    tale = "It opened in May 2014. The following month it closed; two years later it was gone."
    assert read(tale) == ["2014-05", "2014-06", "2015-12/2016-12"]
    assert read("It got six more months after the cut-off of 8 May 2015.") == ["2015-10/2015-11"]
    (found,) = find_spans("A year later it closed.", SAID, anchor="2014-05-04")
    assert found.edtf == "2014-11/2015-11"


def test_with_no_date_before_it_later_is_blank_and_the_rule_says_so() -> None:
    (found,) = find_spans("A year later it closed.", SAID)
    assert (found.edtf, found.rule, found.earliest, found.latest) == ("", "N units later", None, None)
    assert "blank" in shipped()["N units later"].reads_as


def test_on_a_day_that_is_not_known_only_dates_with_a_year_are_read() -> None:
    assert read("It closed last month, not in 2014.", "") == ["", "2014"]


def test_said_in_a_month_it_holds_for_every_day_of_the_month() -> None:
    assert read("yesterday", "2018-04") == ["2018-03-31/2018-04-29"]
    assert read("three days ago", "2018-04") == ["2018-03-29/2018-04-27"]
    assert read("within 30 days", "2018-04") == ["2018-04/2018-05-30"]


def test_the_29th_of_february_is_looked_for_in_leap_years() -> None:
    assert read("on February 29", tense="past") == ["2016-02-29"]
    assert read("on February 29", tense="future") == ["2020-02-29"]


def test_a_date_outside_the_calendar_is_no_date() -> None:
    assert read("on 30/02/2015") == []
    assert read("9999 years ago") == [""]


def test_a_day_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(DateError, match="write 2015-04-30"):
        find_spans("today", "soon")


def test_the_table_of_found_dates_has_its_columns_and_types_even_when_it_is_empty() -> None:
    frame, empty = find_dates("Closed in April 2015, and again by May 2016.", SAID), find_dates("It closed.", SAID)
    assert list(frame) == list(empty) == list(COLUMNS)
    assert frame.dtypes.equals(empty.dtypes)
    assert frame[["words", "edtf", "open_end"]].to_numpy().tolist() == [
        ["in April 2015", "2015-04", ""],
        ["by May 2016", "../2016-05", "start"],
    ]
    assert pd.isna(frame.earliest[1])
    assert frame.latest[1] == pd.Timestamp(2016, 5, 31)


LONG = (
    "1" * 100_000,
    "a " * 50_000,
    "2015-" * 20_000,
    "April 4, " * 11_000,
    "the end of " * 9_000,
    "two days after " * 6_600,
    "between 2014 and " * 6_000,
    "one hundred and " * 6_000,
    "May\n" * 25_000,
    "in the first week of the " * 4_000,
)


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:10].strip())
def test_a_long_text_of_nothing_but_beginnings_is_read_to_its_end(text: str) -> None:
    check(text, find_spans(text, SAID))


def test_a_long_text_is_read_as_its_parts() -> None:
    part = "The feed was shut down in April 2015, nearly three years ago. Nobody was told by the end of July.\n\n"
    assert read(part * 400) == read(part) * 400


# What holds for any text and any day


def listed(text: str) -> list[str]:
    """The parts of `a|b|c`."""
    return text.split("|")


WORDS = sorted({word for rule in shipped().values() for word in rule.example.split()}) + listed(
    "April|30|2015|'15|4|6|/|-|–|,|.|(|)|the|of|to|and|or|at|least|more|than|nearly|about|ninety|(90)|Monday|fall|May|may"
    "|mid|late|end|by|until|since|before|after|within|next|last|this|Q2|FY18|2014/15|30/04/2015|1,000|half|a|decade|ago"
    "|later|noon|5|p.m.|2015-04-30T10:00:00Z|winter|Christmas|year-end|http://x.org/2015|£|%|'s|’|İ|٣|²"
)
BOUNDS = listed(
    "|by|no later than|until|until at least|since|before|after|on or after|as of|from|about|on or about|in|on"
    "|through|as recently as|by about|within 30 days of|two weeks after|a month before|in the weeks after|over"
    "|since at least"
)
PARTS = listed(
    "|early|mid-|late|the end of|the beginning of|mid-to-late|the first half of|the last week of|earlier"
    "|the third week of"
)
CORES = listed(
    "April 30, 2015|30 April|April|May 2015|2015|last fall|this winter|next summer|last year|this week"
    "|the week of May 4|Friday|last Monday|next Tuesday|Tuesday of last week|Q2|the second quarter of 2018|H1 2016"
    "|the 2010s|the decade|the month|three months ago|nearly two years ago|about a week ago|a couple of days ago"
    "|months ago|years ago|in two weeks|the next few months|the past year|winter 2015|winter|Christmas|year-end"
    "|yesterday|29 February|05/04/2018|fiscal 2018|that year|the following month|a year later|six more months|today"
    "|between March and June|from May to July 2016|more than a year ago|less than two weeks ago|recently|soon"
    "|the end of the year|hours ago|this weekend|last weekend|next weekend|half a year ago|one year ago today"
    "|a year ago in March|last April|this past spring|the new year|the turn of the year|ten business days from now"
    "|the 15th of last month"
)
phrases = st.tuples(st.sampled_from(BOUNDS), st.sampled_from(PARTS), st.sampled_from(CORES)).map(" ".join)
loose = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
texts = loose | st.lists(phrases, min_size=1, max_size=3).map(" it was, ".join)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
tenses = st.sampled_from(["", "past", "future"])


def bounds(edtf: str) -> tuple[date | None, date | None]:
    reading = read_edtf(edtf)
    return reading.earliest_date, reading.latest_date


def check(text: str, found: list[FoundDate]) -> None:
    last = 0
    for each in found:
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.words == each.words.strip()
        last = each.end
        if each.edtf:
            assert bounds(each.edtf) == (each.earliest, each.latest)
            assert each.open_end == ("start" if each.earliest is None else "end" if each.latest is None else "")
            assert each.earliest is None or each.latest is None or each.earliest <= each.latest
        else:
            assert (each.earliest, each.latest, each.open_end) == (None, None, "")
        for part in (each.core, each.first, each.last):
            assert not part or read_edtf(part)
        assert set(each.rule.split(" + ")) <= set(shipped())


@given(st.text(max_size=200), days, tenses)
@example("İ" * 50 + " in 2015", DAY, "")
@example("in 2015\x00 \ud800 ago", DAY, "")
@example("²0Q 2015", DAY, "")
def test_no_text_whatever_breaks_it(text: str, said_on: date, tense: str) -> None:
    check(text, find_spans(text, said_on, tense=tense))


@given(texts, days, tenses)
def test_what_is_found_is_in_order_apart_and_says_the_same_in_edtf_and_in_days(
    text: str, said_on: date, tense: str
) -> None:
    check(text, find_spans(text, said_on, tense=tense))


@given(texts, days, tenses, st.text(max_size=30), st.text(max_size=30))
def test_a_slice_of_a_text_reads_as_the_text_alone(
    text: str, said_on: date, tense: str, before: str, behind: str
) -> None:
    alone = find_spans(text, said_on, tense=tense)
    shift = len(before)
    inside = find_spans(before + text + behind, said_on, start=shift, end=shift + len(text), tense=tense)
    moved = [replace(each, start=each.start - shift, end=each.end - shift) for each in inside]
    assert moved == alone


@given(texts, days, st.integers(0, 500), tenses)
def test_said_later_is_read_no_earlier(text: str, said_on: date, later: int, tense: str) -> None:
    """But for open ends and blanks, which may come and go with the day."""
    first = find_spans(text, said_on, tense=tense)
    second = find_spans(text, said_on + timedelta(days=later), tense=tense)
    for one, other in zip(first, second, strict=True):
        assert (one.start, one.end) == (other.start, other.end)
        if one.edtf and other.edtf:
            assert one.earliest is None or other.earliest is None or one.earliest <= other.earliest
            assert one.latest is None or other.latest is None or one.latest <= other.latest


@given(texts, days, st.integers(0, 40), tenses)
def test_what_was_said_within_a_span_holds_for_every_day_of_it(
    text: str, said_on: date, length: int, tense: str
) -> None:
    last = said_on + timedelta(days=length)
    span = find_spans(text, f"{said_on}/{last}" if length else said_on, tense=tense)
    for day in (said_on, said_on + timedelta(days=length // 2), last):
        for wide, each in zip(span, find_spans(text, day, tense=tense), strict=True):
            if wide.edtf and each.edtf:
                assert wide.earliest is None or (each.earliest is not None and wide.earliest <= each.earliest)
                assert wide.latest is None or (each.latest is not None and wide.latest >= each.latest)

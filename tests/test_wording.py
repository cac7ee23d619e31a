"""Dates and days in plain English, as sentences and labels carry them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from overstay.wording import say_date, say_day, say_days, say_range, say_span

IN_WORDS = [
    # EDTF, as the end of a sentence, as a stretch of time
    ("2015-04-30", "on 30 April 2015", "on 30 April 2015"),
    ("2015-04-01", "on 1 April 2015", "on 1 April 2015"),
    ("2015-04", "in April 2015", "in April 2015"),
    ("2014", "in 2014", "in 2014"),
    ("2012~", "around 2012", "around 2012"),
    ("2012?", "perhaps 2012", "perhaps 2012"),
    ("2015-04%", "perhaps around April 2015", "perhaps around April 2015"),
    ("2015-04-30~", "around 30 April 2015", "around 30 April 2015"),
    ("2018-22", "in summer 2018", "in summer 2018"),
    ("2018-24~", "around winter 2018", "around winter 2018"),
    ("2018-30", "in southern summer 2018", "in southern summer 2018"),
    ("2018-36", "in the fourth quarter of 2018", "in the fourth quarter of 2018"),
    ("2018-39", "in the last third of 2018", "in the last third of 2018"),
    ("2018-40", "in the first half of 2018", "in the first half of 2018"),
    ("2015-12/2016-03", "between December 2015 and March 2016", "from December 2015 to March 2016"),
    ("2011-09/2012~", "between September 2011 and around 2012", "from September 2011 to around 2012"),
    ("../2018-12-18", "by 18 December 2018", "up to 18 December 2018"),
    ("/2018-12", "by December 2018", "up to December 2018"),
    ("2018-04/..", "in April 2018 or later", "from April 2018 on"),
    ("2018-04-05/", "on 5 April 2018 or later", "from 5 April 2018 on"),
    ("2015-04-30T10:00:00Z", "on 30 April 2015 at 10:00:00Z", "on 30 April 2015 at 10:00:00Z"),
    ("201X", "some day from 1 January 2010 to 31 December 2019", "some day from 1 January 2010 to 31 December 2019"),
    (
        "2018-12-XX",
        "some day from 1 December 2018 to 31 December 2018",
        "some day from 1 December 2018 to 31 December 2018",
    ),
    ("2004-06-~11", "some day from 10 June 2004 to 12 June 2004", "some day from 10 June 2004 to 12 June 2004"),
]


@pytest.mark.parametrize(("text", "as_end", "as_span"), IN_WORDS)
def test_a_date_in_words(text: str, as_end: str, as_span: str) -> None:
    assert (say_date(text), say_span(text)) == (as_end, as_span)


def test_months_have_english_names_on_every_machine() -> None:
    said = [say_day(date(2015, month, 1)) for month in range(1, 13)]
    names = "January February March April May June July August September October November December"
    assert said == [f"1 {name} 2015" for name in names.split()]


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2018, 4, 1), date(2018, 10, 31), "1 April 2018 to 31 October 2018"),
        (date(2018, 4, 1), date(2018, 4, 1), "1 April 2018"),
        (None, date(2018, 4, 1), "any time to 1 April 2018"),
        (date(2018, 4, 1), pd.NaT, "1 April 2018 to any time after"),
        (pd.NaT, pd.NaT, "any time"),
        (pd.Timestamp("2018-04-01"), pd.Timestamp("2018-04-02"), "1 April 2018 to 2 April 2018"),
    ],
)
def test_the_readings_of_a_date_in_words(earliest: Any, latest: Any, words: str) -> None:
    assert say_range(earliest, latest) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (266, 479, "266 to 479"),
        (1950, 2436, "1,950 to 2,436"),
        (3, 3, "3"),
        (0, 0, "0"),
        (-2, -2, "2 before"),
        (-29, 0, "29 before to 0 after"),
        (-364, 1812, "364 before to 1,812 after"),
        (-1185, -700, "1,185 to 700 before"),
        (5, pd.NA, "at least 5"),
        (None, 20, "up to 20"),
        (pd.NA, pd.NA, ""),
    ],
)
def test_days_after_in_words(least: Any, most: Any, words: str) -> None:
    assert say_days(least, most) == words

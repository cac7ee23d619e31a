"""Texts that mean harm, or nothing: statements are read without an error, and every offset still gives its words."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from overstay.statements import COLUMNS, find_statements

PARTNERS = {"borel": "Borel", "acme": "Acme (UK) Ltd.", "plus": "C++ Maps [beta]*"}
PLAIN = "Palaver ended Borel's access to contact lists in 2014."
ODD = [
    "“",
    "”",
    "\u202e",
    "\x00",
    "\ufffd",
    "&amp;",
    "<script>",
    "=1+1",
    "\n\n",
    "'s",
    "-",
    ";",
    ":",
    ".",
    "(a)",
    "2,017",
]
MORE = ["never", "until", "Borel", "and", "which", "was", "will", "be", "revoked", "by"]
WORDS = st.sampled_from([*PLAIN.split(), *MORE, "30 April 2015", *ODD])


def read(text: str, said_on: str = "2018-12-18") -> pd.DataFrame:
    return find_statements(text, said_on=said_on, partners=PARTNERS, programs={"api": "Contacts API"}, categories=None)


def check(text: str, found: pd.DataFrame) -> None:
    """What must hold of every candidate, whatever the text."""
    assert tuple(found.columns) == COLUMNS
    assert found["candidate_id"].is_unique
    for row in found.itertuples():
        assert text[row.start : row.end] == row.evidence
        for start, end in re.findall(r"\[(\d+):(\d+)\]", row.because):
            assert 0 <= int(start) < int(end) <= len(text)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@example("\u202e" + PLAIN + "\u202c")
@example("[0:1] " + PLAIN)
def test_words_in_any_order_are_read_without_an_error(text: str) -> None:
    check(text, read(text).assign(because=lambda frame: frame["because"].str.replace("[0:1]", "", regex=False)))


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    found = read(text)
    assert tuple(found.columns) == COLUMNS


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000 + PLAIN,
        "Borel, " * 10_000 + "lost access in 2014.",
        "ended " * 10_000,
        "that it said " * 10_000 + PLAIN,
        "in 2014 " * 10_000,
        "a" * 500_000,
        "“" * 20_000,
        "Borel's " * 10_000,
        "\n" * 100_000 + PLAIN,
        "access-" * 20_000,
    ],
    ids=lambda text: f"{text[:12]!r}, {len(text)}",
)
def test_a_text_that_repeats_one_thing_without_end_is_read(text: str) -> None:
    check(text, read(text))


def test_markup_formulas_and_marks_of_direction_stay_what_they_are() -> None:
    text = f'=cmd|"calc"!A1 <img src=x onerror=alert(1)> \u202e{PLAIN}\u202c & more'
    found = read(text)
    check(text, found)
    assert list(found["partner_ids"]) == ["borel"]
    assert list(found["stated_date"]) == ["2014"]


def test_a_name_with_signs_of_a_pattern_is_only_a_name() -> None:
    found = read("Palaver revoked the access of C++ Maps [beta]* to contact lists in 2015.")
    assert list(found["partner_ids"]) == ["plus"]
    assert read("Palaver revoked the access of CCC Maps b to contact lists in 2015.")["partner_ids"].tolist() == [""]


def test_a_day_that_is_not_known_gives_no_relative_date() -> None:
    found = read("Borel lost its access to contact lists three months ago.", said_on="")
    assert list(found["stated_date"]) == [""]
    assert list(found["date_text"]) == ["three months ago"]


def test_nothing_is_found_in_nothing() -> None:
    found = read("")
    assert tuple(found.columns) == COLUMNS
    assert not len(found)
    assert found["earliest"].dtype.kind == "M"

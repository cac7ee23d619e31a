"""Where a sentence ends: abbreviations, numbered paragraphs, wrapped lines, bullets, headings, tables, quoted mail."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstay.reading.sentences import LONGEST, sentences
from overstay.statements import find_statements


def split(text: str) -> list[str]:
    """The sentences, each with its line breaks shown as spaces."""
    return [" ".join(text[start:end].split()) for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. lost its access on Jan. 5, 2014.",
        "The U.S. Senate heard it at 5 p.m. Eastern on Tuesday.",
        "Mr. Lee of Borel Corp. agreed with Dr. Kern, see Nos. 4 and 5.",
        "See Sec. 5, e.g. the feed, and Marlow v. Borel, No. 17-204.",
        "Version 2.0 of the feed costs $3.5 million, or 4.2 percent.",
        "J. R. Vance asked the U.K. Government about it.",
        "¶ 12 speaks of it, as do pp. 3 and 4, ¶¶ 13-15.",
        "“Really?” she asked, and Borel said “No!” to that.",
        "27. On or about 3 May 2014, Acme lost its access.",
        "(a) Borel shall return the tokens by Oct. 1.",
        "Question 4. Does Borel still have access?",
    ],
)
def test_an_abbreviation_a_number_or_an_initial_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borel sold it to Acme Inc. The feed ended.", ["Borel sold it to Acme Inc.", "The feed ended."]),
        ("It closed at 5 p.m. Borel was told.", ["It closed at 5 p.m.", "Borel was told."]),
        ("It was sold to Acme Inc. Borel kept its own.", ["It was sold to Acme Inc.", "Borel kept its own."]),
        ("She went to the U.S. In May it ended.", ["She went to the U.S.", "In May it ended."]),
        ("Is it over? No. It goes on!", ["Is it over?", "No.", "It goes on!"]),
        ("It ended “in 2014.” She left.", ["It ended “in 2014.”", "She left."]),
        ("It ended. (See Ex. A.) Borel left.", ["It ended.", "(See Ex. A.)", "Borel left."]),
        ("It ended.[1] Borel left.12 The end.", ["It ended.[1]", "Borel left.12", "The end."]),
        ("It ended… Then Borel left.", ["It ended…", "Then Borel left."]),
        ("Borel said no. J. Vance agreed.", ["Borel said no.", "J. Vance agreed."]),
        ("It ended. iPhone users were told.", ["It ended.", "iPhone users were told."]),
    ],
)
def test_the_next_word_tells_whether_an_abbreviation_also_ends_the_sentence(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_numbered_paragraphs_and_lettered_items_are_sentences_of_their_own() -> None:
    text = "27. On or about May 3,\n2014, Acme lost access.\n"
    text += "28. It is ordered that Borel\n(a) return the tokens;\n(b) stop."
    assert split(text) == [
        "27. On or about May 3, 2014, Acme lost access.",
        "28. It is ordered that Borel (a) return the tokens;",
        "(b) stop.",
    ]


def test_a_number_in_brackets_on_a_wrapped_line_begins_no_paragraph() -> None:
    text = "Borel shall delete all of it within ninety\n(90) days of this notice."
    assert split(text) == ["Borel shall delete all of it within ninety (90) days of this notice."]


def test_lines_that_the_page_broke_are_one_sentence() -> None:
    text = (
        "Access to the feed was withdrawn from Borel\nand Tandem Health on 3 May 2014, and from\n"
        "Quillmark a year later. The tokens were\ndeleted.\n"
    )
    assert split(text) == [
        "Access to the feed was withdrawn from Borel and Tandem Health on 3 May 2014, and from Quillmark a year later.",
        "The tokens were deleted.",
    ]


def test_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    text = "The records show that Borel kept its access to the lists\n\nof friends until May 2016."
    assert split(text) == ["The records show that Borel kept its access to the lists of friends until May 2016."]


def test_headings_bullets_and_table_rows_stand_alone() -> None:
    text = (
        "# What ends\n\nData partners\n\nWe close the feed on 1 May.\n- Acme: closed\n* Borel, too\n\n"
        "| Acme | 2014 |\n| Borel | 2015 |\n\nname\tended\nQuillmark\t2016\n"
    )
    assert split(text) == [
        "What ends",
        "Data partners",
        "We close the feed on 1 May.",
        "Acme: closed",
        "Borel, too",
        "| Acme | 2014 |",
        "| Borel | 2015 |",
        "name ended",
        "Quillmark 2016",
    ]


def test_a_line_that_left_room_for_the_next_word_was_ended_on_purpose() -> None:
    text = "Effective immediately\nApps can no longer read the guest list of an event that they did not make.\n"
    assert split(text) == [
        "Effective immediately",
        "Apps can no longer read the guest list of an event that they did not make.",
    ]


def test_quoted_mail_is_told_from_the_answer_to_it() -> None:
    text = "> Has Borel still got\n> access? Please\n> answer.\nIt ended in May.\n"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Has Borel still got\n> access?",
        "Please\n> answer.",
        "It ended in May.",
    ]


def test_nothing_but_marks_is_no_sentence() -> None:
    assert split("---\n\n* * *\n\n…\n") == []


@given(st.text(alphabet="Ab1 .?!\n>-|•()“”\"'\t#,;\u00a0é", max_size=60))
def test_sentences_are_trimmed_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(text[start:end] == text[start:end].strip() and start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("piece", [".", "\n", "> ", "a. ", "1)\n", "A\n", ". ", "…\"'", " \n", "\n>", "(", "“"])
def test_a_long_run_of_the_same_marks_is_read_through(piece: str) -> None:
    text = piece * 20_000
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))


def test_what_never_ends_is_read_in_pieces_and_whole() -> None:
    row = "Borel Maps lost its access to friend lists in May 2014"
    for seam in ("; ", ", ", " ", "\n and "):
        text = seam.join([row] * 400)
        spans = sentences(text)
        assert all(end - start <= LONGEST for start, end in spans)
        gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
        assert not [gap for gap in gaps if gap.strip()]
        assert (spans[0][0], spans[-1][1]) == (0, len(text))
    assert len(sentences("x" * 10_000)) == 3


def test_the_last_row_of_an_endless_table_is_found() -> None:
    text = "; ".join(["an entry about nothing much"] * 400 + ["Borel Maps lost access to friend lists in May 2014"])
    found = find_statements(text, said_on="2018-06-01", partners=["Borel Maps"])
    assert [(row.kind, row.stated_date) for row in found.itertuples()] == [("ended", "2014-05")]

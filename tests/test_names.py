"""Which words of a text name a partner, a program, a kind of data; what is only part of a longer name; new names."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstay.partners import Names, suggest_aliases

PARTNERS = [
    {"partner_id": "acme", "name": "Acme Inc.", "aliases": "Acme Phones"},
    {"partner_id": "hepa", "name": "HE/Palmar", "aliases": "Hewell-Packer"},
    {"partner_id": "royal", "name": "Royal Bank of Marlow", "aliases": ""},
    {"partner_id": "marlow", "name": "Bank of Marlow", "aliases": None},
    {"partner_id": "creme", "name": "Crémelé S.A.", "aliases": float("nan")},
    {"partner_id": "quill", "name": "Quillmark"},
    {"partner_id": "v-mobile", "name": "V-Mobile"},
    {"partner_id": "bt", "name": "BR&T"},
    {"partner_id": "sim", "name": "Search In Marlow (SIM)"},
    {"partner_id": "trek", "name": "Trek"},
    {"partner_id": "gist", "name": "GIST"},
    {"partner_id": "tern", "name": "The Daily Tern"},
    {"partner_id": "zed-1", "name": "Zed One", "aliases": "Zeta"},
    {"partner_id": "zed-2", "name": "Zed Two", "aliases": "Zeta"},
    {"partner_id": "post", "name": "Post.ru"},
    {"partner_id": "pocket", "name": "PocketLoom"},
]
NAMES = Names(
    PARTNERS,
    [{"program_id": "sync", "name": "Contact sync"}, {"program_id": "feed", "name": "Feed"}],
    {"friends": "Friend list", "email": "E-mail address", "contacts": "Contact list"},
)


def found(text: str) -> list[tuple[str, str]]:
    """(words, ids) of each name."""
    names = NAMES.find(text)
    assert all(name.text == text[name.start : name.end] for name in names)
    return [(" ".join(name.text.split()), "|".join(name.ids)) for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme, Inc. and Acme's and Acme Phones", [("Acme, Inc.", "acme"), ("Acme", "acme"), ("Acme Phones", "acme")]),
        ("ACME Inc lost it, and Acme Corp. too", [("ACME Inc", "acme"), ("Acme Corp.", "acme")]),
        ("HE/Palmar, HE / Palmar, Palmar", [("HE/Palmar", "hepa"), ("HE / Palmar", "hepa"), ("Palmar", "hepa")]),
        ("Hewell Packer and Hewell-Packer", [("Hewell Packer", "hepa"), ("Hewell-Packer", "hepa")]),
        ("Cremele and Crémelé SA", [("Cremele", "creme"), ("Crémelé SA", "creme")]),
        ("Cre\u0301mele\u0301", [("Cre\u0301mele\u0301", "creme")]),
        ("V Mobile, V-Mobile, VMobile", [("V Mobile", "v-mobile"), ("V-Mobile", "v-mobile"), ("VMobile", "v-mobile")]),
        ("BR&T, BR and T, BR & T", [("BR&T", "bt"), ("BR and T", "bt"), ("BR & T", "bt")]),
        ("SIM and Search In Marlow", [("SIM", "sim"), ("Search In Marlow", "sim")]),
        ("the Daily Tern and The Daily Tern Company", [("Daily Tern", "tern"), ("Daily Tern Company", "tern")]),
        ("Post.ru and Post.Ru", [("Post.ru", "post"), ("Post.Ru", "post")]),
        ("pocketloom, POCKETLOOM", [("pocketloom", "pocket"), ("POCKETLOOM", "pocket")]),
        ("Quillmarks", [("Quillmarks", "quill")]),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_name_is_found_over_the_end_of_a_line() -> None:
    text = "Quill-\nmark, Quill\u00admark, the Royal\n   Bank  of\nMarlow, V-\nMobile and > Zed\n> One"
    assert [id for _, id in found(text)] == ["quill", "quill", "royal", "v-mobile", "zed-1"]


def test_the_longest_name_wins() -> None:
    assert found("Royal Bank of Marlow and Bank of Marlow") == [
        ("Royal Bank of Marlow", "royal"),
        ("Bank of Marlow", "marlow"),
    ]


def test_a_blank_line_parts_a_name() -> None:
    assert found("Daily\n\nTern and Zed\n\nOne") == []


def test_an_ordinary_word_is_a_name_only_with_its_capital() -> None:
    assert found("the trek to Trek was lost; the gist and Gist of GIST") == [("Trek", "trek"), ("GIST", "gist")]
    assert found("THE TREK RUNS COLD") == [("TREK", "trek")]
    assert found("the TREK was cold") == []


def test_an_alias_of_two_partners_names_both() -> None:
    assert found("Zeta lost it") == [("Zeta", "zed-1|zed-2")]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Valley Foods lost it.",
        "the old Kestrel Acme kept it.",
        "The University of Acme kept it.",
        "non-Acme partners kept it.",
        "see https://example.org/Acme and jane@Acme.example",
        "Acme Capital Partners lost it.",
        "O'Acme kept it",
        "Acmeister kept it",
    ],
)
def test_a_piece_of_a_longer_name_or_of_an_address_is_no_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "When Acme users left",
        "Revoking Acme's access",
        "the chief executive of Acme",
        "the CEO of Acme",
        "Rival Acme lost it",
        "Acme-owned apps",
        "On Monday Acme lost it",
        "Acme API tokens",
        "Acme Chief Executive Jane Roe",
        "“Acme” (or so)",
        "VEXEL ENDS ACME ACCESS",
        "Vexel Ends Acme Access to Lists of Friends",
        "the deal with Acme/Quorra",
    ],
)
def test_words_that_only_stand_beside_a_name_leave_it_whole(text: str) -> None:
    assert [id for _, id in found(text)][:1] == ["acme"]


def test_a_product_of_a_partner_is_marked() -> None:
    assert [(name.text, name.how) for name in NAMES.find("Acme Music lost it")] == [("Acme", "product")]


def test_a_short_form_defined_in_the_text_counts_from_there() -> None:
    text = "RBM had asked. Royal Bank of Marlow (RBM) lost it; RBM kept the rest. Search In Marlow (US) left the US."
    assert found(text) == [
        ("Royal Bank of Marlow", "royal"),
        ("RBM", "royal"),
        ("RBM", "royal"),
        ("Search In Marlow", "sim"),
    ]
    assert found("Royal Bank of Marlow (the “Bank”) lost it. The Bank kept a bank.")[1:] == [
        ("Bank", "royal"),
        ("Bank", "royal"),
    ]


def test_programs_and_kinds_of_data_are_found_in_small_letters_one_or_many() -> None:
    text = "Friend lists, friends' list, contact lists; email addresses; e-mail address; contact syncs"
    assert [id for _, id in found(text)] == ["friends", "friends", "contacts", "email", "email", "sync"]
    assert found("the feed was closed, they feed on it; Feed") == [("feed", "feed"), ("Feed", "feed")]


def test_what_a_kind_of_data_has_in_brackets_is_no_name_for_it() -> None:
    names = Names(categories={"read": "Private messages (read)", "write": "Private messages (write)"})
    assert [name.ids for name in names.find("We read and write private messages.")] == [("read", "write")]


def test_a_slice_of_a_text_is_read_with_what_the_whole_text_defines() -> None:
    text = "Royal Bank of Marlow (RBM) lost it. RBM kept it."
    start = text.index("RBM kept")
    assert [(name.start, name.ids) for name in NAMES.find(text, start)] == [(start, ("royal",))]
    assert NAMES.find(text, 0, 10) == []


@pytest.mark.parametrize(
    "partners",
    [
        ["Acme", "Borel"],
        {"Acme": "Acme", "Borel": "Borel"},
        [{"partner_id": "Acme", "name": "Acme"}, {"partner_id": "Borel", "name": "Borel", "aliases": pd.NA}],
        pd.DataFrame({"partner_id": ["Acme", "Borel"], "name": ["Acme", "Borel"], "aliases": [None, ""]}),
    ],
)
def test_partners_may_be_given_in_any_of_the_usual_forms(partners: object) -> None:
    names = Names(partners)  # type: ignore[arg-type]
    assert [name.ids for name in names.find("Acme and Borel")] == [("Acme",), ("Borel",)]
    assert Names().find("Acme and Borel") == []


# Names that nobody listed


def new(text: str) -> list[str]:
    return [name.text for name in NAMES.unknown(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vexel Labs lost access, and Tandem Health, Inc. kept it.", ["Vexel Labs", "Tandem Health, Inc."]),
        ("On Monday, a start-up named Vexel lost access.", ["Vexel"]),
        ("Vexel lost its access to the feed.", ["Vexel"]),
        ("Vexel's feed ended, as did Acme's.", ["Vexel"]),
        ("Access went to Kestrel and to Bramble & Sons.", ["Kestrel", "Bramble & Sons"]),
        ("Thanks to NimbusPay it ended.", ["NimbusPay"]),
        ("Shares of Vexel fell.", ["Vexel"]),
    ],
)
def test_an_unknown_organisation_is_offered(text: str, expected: list[str]) -> None:
    assert new(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Access was ended in May. Developers lost it on Tuesday.",
        "Nobody had it, and sharing was off. Data was deleted.",
        "Mr. Sorel and Jane Roe left Canada; Roe had said so.",
        "The Federal Trade Commission and the FTC met in Leeds.",
        "In Section 4 the Court asked Congress about the API.",
        "Users in France and the U.S. kept their Friend Lists.",
        "Royal Bank of Marlow lost it.",
        "WHAT ENDS IN MAY",
        "What Ends With the New Version",
    ],
)
def test_days_places_people_courts_and_ordinary_words_are_no_organisations(text: str) -> None:
    assert new(text) == []


# Suggestions


def test_aliases_are_suggested_with_score_and_reason_and_never_merged() -> None:
    names = ["Royal Bank of Marlow", "RBM", "Palmar", "Quilmark", "Acme Music", "Bank of Marlowe", "Vexel"]
    rows = suggest_aliases(names, PARTNERS)
    first = rows.drop_duplicates("name").set_index("name")["partner_id"].to_dict()
    assert first == {
        "RBM": "royal",
        "Palmar": "hepa",
        "Quilmark": "quill",
        "Acme Music": "acme",
        "Bank of Marlowe": "marlow",
    }
    assert list(rows.columns) == ["name", "partner_id", "partner", "score", "why"]
    assert rows["score"].between(85 * 0.95, 100).all() and (rows["why"] != "").all()
    assert found("Quilmark and RBM") == []


def test_a_name_with_a_word_more_is_not_suggested_for_the_shorter() -> None:
    assert suggest_aliases(["Royal Bank of Marlow"], ["Bank of Marlow"]).empty
    assert suggest_aliases(["Zeta"], PARTNERS).empty
    assert suggest_aliases([], None).empty


# Whatever stands in a text


@given(st.text(alphabet="AcmeQuil -\n>.'’&/()é\u0301\u00adRBM“”,sZ1", max_size=60))
def test_names_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    names = NAMES.find(text)
    assert all(name.text == text[name.start : name.end] and name.ids for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))
    assert NAMES.find("".join(text)) == names
    assert all(not any(k.start < n.end and n.start < k.end for k in names) for n in NAMES.unknown(text))


@pytest.mark.parametrize("piece", ["A ", "a-", "Acme, ", "A\u00ad", "e\u0301", "Bank of ", "A&", "Mr. Smith ", "Acme "])
def test_a_long_run_of_the_same_words_is_read_through(piece: str) -> None:
    text = piece * 2_000
    assert all(name.end <= len(text) for name in [*NAMES.find(text), *NAMES.unknown(text)])


def test_thousands_of_partners_are_told_apart() -> None:
    partners = {f"p{n}": f"Borel{n} {kind}" for n in range(1_000) for kind in ("Labs",)}
    names = Names(partners)
    text = " ".join(f"Borel{n} Labs lost it; Borel{n} Foods did not." for n in range(1_000))
    assert [name.ids for name in names.find(text)] == [(f"p{n}",) for n in range(1_000)]

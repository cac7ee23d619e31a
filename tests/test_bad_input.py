"""Each kind of problem in a case folder: its whole message, and that nothing but the broken rows is left out."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cases import SETTINGS, Row, edit, make_case, open_rows, rows_of, said, seen, source, usual_tables, write_table

from overstay import Case, CaseError, OptionError, compare, open_case

LAYOUT = "write 2015-04-30, 2015-04, 2014, 2014~, 2015-12/2016-03, ../2018-12-18 or 2018-04/.."
QUOTE = "close the quote, or write a quote inside a cell twice"


def reject(folder: Path) -> tuple[Case, list[str]]:
    """Open what can be opened, see that every row is accounted for, and give the messages."""
    case = open_case(folder, on_problem="reject")
    for file, rows, loaded, rejected in rows_of(case.loads, "file", "rows", "loaded", "rejected"):
        assert rows == loaded + rejected, file
    return case, [str(problem) for problem in case.problems]


def loaded(case: Case) -> dict[str, tuple[int, int]]:
    """Rows loaded and rejected of each file that lost any."""
    rows = rows_of(case.loads, "file", "loaded", "rejected")
    return {file: (kept, lost) for file, kept, lost in rows if lost}


# Rows, one fault each


class Fault(NamedTuple):
    """A row with a fault, and the messages about it without their file and line."""

    table: str
    row: Row
    messages: list[str]


def one(table: str, row: Row, message: str) -> Fault:
    return Fault(table, row, [message])


FAULTS = {
    "an id that is not known: source": one(
        "statements", said("U1", source_id="nowhere"), "source_id: 'nowhere' is not in sources.csv"
    ),
    "an id that is not known: partner": one(
        "statements", said("U2", partner_id="nobody"), "partner_id: 'nobody' is not in partners.csv"
    ),
    "an id that is not known: program": one(
        "observations",
        seen("U3", program_id="nothing", last_seen="2015"),
        "program_id: 'nothing' is not in programs.csv",
    ),
    "an id that is not known: kind of data": one(
        "observations", seen("U4", category_id="none", last_seen="2015"), "category_id: 'none' is not in categories.csv"
    ),
    "an id that is not known: whole": one(
        "programs",
        {"program_id": "u5", "name": "U5", "part_of": "nothing"},
        "part_of: 'nothing' is not in programs.csv",
    ),
    "an id that is not known among those excepted": one(
        "statements",
        said("U6", quantifier="all", **{"except": "a|nobody|b"}),
        "except: 'nobody' is not in partners.csv",
    ),
    "an id that differs by a letter's case": one(
        "statements", said("U7", partner_id="A"), "partner_id: 'A' is not in partners.csv"
    ),
    "a date that is no EDTF": one(
        "statements",
        said("D1", stated_date="April 2015"),
        f"stated_date: 'April 2015' is not an EDTF date; {LAYOUT}",
    ),
    "a date not in the calendar": one(
        "observations",
        seen("D2", last_seen="2015-02-29"),
        f"last_seen: '2015-02-29' is not in the calendar; {LAYOUT}",
    ),
    "a date that may be day/month or month/day": one(
        "sources",
        source("d3", published="03/04/2015"),
        "published: '03/04/2015' may be day/month or month/day; write year-month-day, as in 2015-04-30",
    ),
    "a set of dates": one(
        "programs",
        {"program_id": "d4", "name": "D4", "started": "{2014,2016}"},
        "started: '{2014,2016}' is a set of dates; give each date a row, or write the interval that holds them all",
    ),
    "an interval that ends before it begins": one(
        "statements",
        said("D5", said_on="2015-05/2015-04"),
        "said_on: '2015-05/2015-04' ends before it begins",
    ),
    "last seen before first seen": one(
        "observations",
        seen("D6", first_seen="2015-05", last_seen="2015-04-30"),
        "last_seen: '2015-04-30' ends before it begins: first_seen is 2015-05",
    ),
    "watched until before last seen": one(
        "observations",
        seen("D7", last_seen="2015-05-02", watched_until="2015-05-01"),
        "watched_until: '2015-05-01' lies before last_seen, 2015-05-02: it was watched at least until then",
    ),
    "a key that stands already": one(
        "partners",
        {"partner_id": "a", "name": "Partner A, again"},
        "partner_id: 'a' stands already in line 2; give each row an id of its own",
    ),
    "a key that cannot be a name": one(
        "partners",
        {"partner_id": "a b", "name": "Partner AB"},
        "partner_id: 'a b' is no id: use up to 80 letters, digits, dots, hyphens and underscores",
    ),
    "a kind that the list does not have": one(
        "statements",
        said("C1", kind="stopped"),
        "kind: 'stopped' is not one of ended, will-end, never, extension, granted, continues",
    ),
    "an about that the list does not have": one(
        "statements", said("C2", about="data"), "about: 'data' is not one of feature, access, use"
    ),
    "a quantifier that the list does not have": one(
        "statements", said("C3", quantifier="many"), "quantifier: 'many' is not one of all, most, some"
    ),
    "a reading that the list does not have": one(
        "observations", seen("C4", reading="Plain", last_seen="2015"), "reading: 'Plain' is not one of plain, arguable"
    ),
    "a basis that the list does not have": one(
        "observations",
        seen("C5", basis="rumour", last_seen="2015"),
        "basis: 'rumour' is not one of log, internal record, admission, reporter test, regulator finding,"
        " partner statement, audit, allegation",
    ),
    "an extent that the list does not have": one(
        "observations",
        seen("C6", extent="reading", last_seen="2015"),
        "extent: 'reading' is not one of capability, use, refused",
    ),
    "a cell that must be filled": one("statements", said("B1", speaker=""), "speaker: is blank and must be filled"),
    "a key that is blank": one("partners", {"name": "Nobody"}, "partner_id: is blank and must be filled"),
    "a number in words": one(
        "observations",
        seen("N1", users="ten", last_seen="2015"),
        "users: 'ten' is not a whole number, written in digits alone",
    ),
    "a number with a comma": one(
        "observations",
        seen("N2", users="1,000", last_seen="2015"),
        "users: '1,000' is not a whole number, written in digits alone",
    ),
    "a number below nothing": one(
        "statements",
        said("N3", quantifier="some", count="-3"),
        "count: '-3' is not a whole number, written in digits alone",
    ),
    "a zone that is none": one(
        "sources",
        source("z1", zone="CEST"),
        "zone: 'CEST' is no time zone; write an IANA name such as America/New_York, UTC, or -05:00",
    ),
    "a path that climbs out of the folder": one(
        "sources",
        source("p1", document="../outside.md"),
        "document: '../outside.md' lies outside the case folder; copy the file into documents/ and name it from there",
    ),
    "a path from the root": one(
        "sources",
        source("p2", document="/etc/passwd"),
        "document: '/etc/passwd' lies outside the case folder; copy the file into documents/ and name it from there",
    ),
    "a path over a link to the outside": one(
        "sources",
        source("p3", document="documents/link.md"),
        "document: 'documents/link.md' lies outside the case folder;"
        " copy the file into documents/ and name it from there",
    ),
    "a document that is not there": one(
        "sources",
        source("p4", document="documents/missing.md"),
        "document: 'documents/missing.md' is not in the case folder; add the file or leave the cell blank",
    ),
    "a path of another system": one(
        "sources",
        source("p5", document="documents\\report.md"),
        "document: 'documents\\\\report.md' is no path; write it with /, as in documents/report.md",
    ),
    "an address that would run": one(
        "sources",
        source("l1", url="javascript:alert(1)"),
        "url: 'javascript:alert(1)' is no address; it begins with https:// or http://",
    ),
    "an address without its beginning": one(
        "sources",
        source("l2", url="example.org/a"),
        "url: 'example.org/a' is no address; it begins with https:// or http://",
    ),
    "more than eight words": one(
        "statements",
        said("W1", date_text="it was at the end of last year then"),
        "date_text: 'it was at the end of last year then' has more than eight words; keep those that give the date",
    ),
    "no partner and no quantifier": one(
        "statements",
        said("Q1", partner_id=""),
        "quantifier: is blank although no partner is named; write all, most or some",
    ),
    "a partner and a quantifier": one(
        "statements",
        said("Q2", partner_id="a", quantifier="all"),
        "quantifier: 'all' belongs to statements that name no partner; leave it blank",
    ),
    "a partner and a count": one(
        "statements", said("Q3", count="3"), "count: '3' counts partners, but the statement names one; leave it blank"
    ),
    "of without a count": one(
        "statements",
        said("Q4", quantifier="some", of="52"),
        "of: '52' says of how many, but count is blank; fill both or neither",
    ),
    "more than all": one(
        "statements",
        said("Q5", quantifier="some", count="53", of="52"),
        "count: '53' is more than the 52 in the column of",
    ),
    "an exception from some": one(
        "statements", said("Q6", quantifier="some", **{"except": "a"}), "except: 'a' goes only with the quantifier all"
    ),
    "a count of partners where one is named": one(
        "observations",
        seen("Q7", partners="3", last_seen="2015"),
        "partners: '3' counts partners, but the observation names one; leave it blank",
    ),
    "access that was refused and seen": one(
        "observations",
        seen("R1", extent="refused", last_seen="2015", watched_until="2015"),
        "last_seen: '2015' must be blank where access was refused; the day of the attempt is watched_until",
    ),
    "a refusal without its day": one(
        "observations",
        seen("R2", extent="refused"),
        "watched_until: is blank; where access was refused it holds the day of the attempt",
    ),
    "access that was not seen": one(
        "observations", seen("R3"), "last_seen: is blank; only an observation with extent refused has none"
    ),
    "a part of itself": one(
        "programs", {"program_id": "t1", "name": "T1", "part_of": "t1"}, "part_of: 't1' would be a part of itself"
    ),
    "a part of its part": one(
        "categories", {"category_id": "t2", "name": "T2", "part_of": "t3"}, "part_of: 't2' would be a part of itself"
    ),
    "the part of its part": one(
        "categories", {"category_id": "t3", "name": "T3", "part_of": "t2"}, "part_of: 't3' would be a part of itself"
    ),
    "two faults in one row": Fault(
        "statements",
        said("X1", kind="stopped", stated_date="2015-13"),
        [
            "kind: 'stopped' is not one of ended, will-end, never, extension, granted, continues",
            f"stated_date: '2015-13' is not in the calendar; {LAYOUT}",
        ],
    ),
    # rows that are whole, but name one that is not
    "a statement from a rejected source": one(
        "statements", said("Y1", source_id="d3"), "source_id: 'd3' names a row of sources.csv that was rejected"
    ),
    "a part of a rejected program": one(
        "programs",
        {"program_id": "y2", "name": "Y2", "part_of": "t1"},
        "part_of: 't1' names a row of programs.csv that was rejected",
    ),
    "an observation of a part of a rejected program": one(
        "observations",
        seen("Y3", program_id="y2", last_seen="2015"),
        "program_id: 'y2' names a row of programs.csv that was rejected",
    ),
}


class Broken(NamedTuple):
    """A case with every fault at once."""

    folder: Path
    case: Case
    lines: dict[str, str]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """A good statement and observation, then all faults: file and line of each by its name."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "outside.md").write_text("outside")
    tables: dict[str, Any] = usual_tables() | {
        "statements": [said("GOOD")],
        "observations": [seen("GOOD", last_seen="2015-05-03")],
    }
    lines = {}
    for name, fault in FAULTS.items():
        tables[fault.table].append(fault.row)
        lines[name] = f"{fault.table}.csv:{len(tables[fault.table]) + 1}"
    inside = make_case(folder / "case", **tables)
    (inside / "documents").mkdir()
    (inside / "documents" / "link.md").symlink_to(folder / "outside.md")
    return Broken(inside, reject(inside)[0], lines)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_with_file_row_column_value_and_reason(broken: Broken, name: str) -> None:
    place = broken.lines[name]
    found = [str(problem) for problem in broken.case.problems if f"{problem.file}:{problem.row}" == place]
    assert found == [f"{place}: {message}" for message in FAULTS[name].messages]


def test_each_row_with_a_fault_is_left_out_and_no_other(broken: Broken) -> None:
    assert len(broken.case.problems) == sum(len(fault.messages) for fault in FAULTS.values())
    good = {"sources": 3, "partners": 6, "programs": 4, "categories": 3, "statements": 1, "observations": 1}
    lost = Counter(fault.table for fault in FAULTS.values())
    assert rows_of(broken.case.loads, "file", "rows", "loaded", "rejected") == [
        (f"{table}.csv", kept + lost[table], kept, lost[table]) for table, kept in good.items()
    ]
    verdicts = compare(broken.case).comparisons
    assert rows_of(verdicts, "statement_id", "observation_id", "verdict") == [("GOOD", "GOOD", "contradicted")]


def test_the_case_says_how_many_rows_were_rejected(broken: Broken) -> None:
    assert repr(broken.case) == (
        "<Case 'A case': 3 sources, 6 partners, 4 programs, 3 categories, 1 statements, 1 observations;"
        f" {len(FAULTS)} rows rejected>"
    )


def test_all_problems_are_raised_together_in_the_order_of_files_and_rows(broken: Broken) -> None:
    with pytest.raises(CaseError) as error:
        open_case(broken.folder)
    first, *others = str(error.value).splitlines()
    assert first == f'{len(error.value.problems)} problems in {broken.folder} (on_problem="reject" loads the rest)'
    assert others == [str(problem) for problem in error.value.problems]
    files = ["sources", "partners", "programs", "categories", "statements", "observations"]
    places = [(files.index(problem.file.removesuffix(".csv")), problem.row) for problem in error.value.problems]
    assert places == sorted(places)


# Files


def test_a_missing_file(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "observations.csv").unlink()
    case, messages = reject(folder)
    assert messages == ["observations.csv: is missing; `overstay new` writes one with an example row"]
    assert len(case.observations) == 0


@pytest.mark.parametrize("table", ["sources", "programs"])
def test_without_a_file_that_others_name_no_row_is_lost_silently(tmp_path: Path, table: str) -> None:
    folder = make_case(tmp_path, statements=[said()], observations=[seen(last_seen="2015-05-03")])
    (folder / f"{table}.csv").unlink()
    case, _ = reject(folder)
    kept = dict(rows_of(case.loads, "file", "loaded"))
    assert len(case.statements) == kept["statements.csv"]
    assert len(compare(case).comparisons) == kept["statements.csv"] * kept["observations.csv"]


def test_a_file_without_a_line(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "categories.csv").write_bytes(b"\n\n")
    assert reject(folder)[1] == ["categories.csv: has no header; its first line must name the columns"]


def test_a_table_that_is_a_link_to_the_outside(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    (folder / "partners.csv").rename(tmp_path / "partners.csv")
    (folder / "partners.csv").symlink_to(tmp_path / "partners.csv")
    case, messages = reject(folder)
    assert messages == ["partners.csv: is a link to a file outside the case folder; put the file itself there"]
    assert len(case.partners) == 0


def test_a_table_in_utf_16(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    path = folder / "partners.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert reject(folder)[1] == ["partners.csv: is UTF-16; save it as CSV UTF-8"]


# Headers


def test_a_missing_column_without_which_no_row_can_be_read(tmp_path: Path) -> None:
    folder = make_case(tmp_path, statements=[said("S1"), said("S2")])
    edit(folder / "statements.csv", ",stated_date,", ",statd_date,")
    case, messages = reject(folder)
    assert messages == [
        "statements.csv:1: stated_date: is missing in the header; is 'statd_date' meant?; no row can be read without it"
    ]
    assert loaded(case) == {"statements.csv": (0, 2)}


def test_a_missing_column_that_may_be_blank_and_one_that_stands_twice(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    edit(folder / "partners.csv", ",country,", ",name,")
    case, messages = reject(folder)
    assert messages == [
        "partners.csv:1: country: is missing in the header",
        "partners.csv:1: name: stands twice in the header",
    ]
    assert (loaded(case), case.partners["country"].isna().all()) == ({"partners.csv": (0, 6)}, True)


def test_columns_that_differ_only_in_capitals_are_one(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "categories.csv").write_text("category_id,name,part_of,description,dpv,DPV\nc,C,,,,x\n", encoding="utf-8")
    case, messages = reject(folder)
    assert messages == [
        "categories.csv:1: DPV: stands twice in the header",
        "categories.csv:1: dpv: stands twice in the header",
    ]
    assert list(case.categories.columns) == ["category_id", "name", "part_of", "description", "dpv"]


def test_a_cell_in_a_column_without_a_name(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "categories.csv").write_text(
        "category_id,name,part_of,description,dpv,\nc,C,,,,\nd,D,,,,remark\n", encoding="utf-8"
    )
    case, messages = reject(folder)
    assert messages == ["categories.csv:3: 'remark' stands in a column without a name; name it in the header"]
    assert loaded(case) == {"categories.csv": (1, 1)}


def test_a_header_in_another_encoding(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "categories.csv").write_bytes(b"category_id,name,part_of,description,dpv,pr\xfcfung\nc,C,,,,x\n")
    messages = reject(folder)[1]
    assert len(messages) == 1 and messages[0].startswith("categories.csv:1: ") and "0xFC" in messages[0]


def test_a_lost_column_accuses_nobody(tmp_path: Path) -> None:
    statement = said(quantifier="all", **{"except": "a"})
    folder = make_case(tmp_path, statements=[statement], observations=[seen(last_seen="2016")])
    edit(folder / "statements.csv", ",except,", ",excpet,")
    case, messages = reject(folder)
    assert messages == [
        "statements.csv:1: except: is missing in the header; is 'excpet' meant?; no row can be read without it"
    ]
    assert compare(case).comparisons["verdict"].tolist() == []


def test_of_two_last_days_none_is_chosen(tmp_path: Path) -> None:
    folder = make_case(tmp_path, statements=[said()])
    (folder / "observations.csv").write_text(
        "observation_id,source_id,locator,partner_id,program_id,category_id,first_seen,last_seen,last_seen,watched_until,"
        "basis,extent,reading,users,partners,note\nO1,o,,a,p,,,2016,2014,,log,use,plain,,,\n",
        encoding="utf-8",
    )
    assert "contradicted" not in compare(reject(folder)[0]).comparisons["verdict"].tolist()


# Bytes, quotes and cells


def test_a_byte_of_another_encoding_and_a_nul(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    path = folder / "partners.csv"
    bad = path.read_bytes().replace(b"Partner C", b"Soci\xe9t\xe9 C").replace(b"Partner E", b"Partner\x00E")
    path.write_bytes(bad)
    case, messages = reject(folder)
    assert messages == [
        "partners.csv:4: name: 'Soci\ufffdt\ufffd C' holds the byte 0xE9, which is not UTF-8 text;"
        " save the file as UTF-8",
        "partners.csv:6: name: 'Partner\ufffdE' holds a NUL character; remove it",
    ]
    assert loaded(case) == {"partners.csv": (4, 2)}


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    edit(folder / "partners.csv", "Partner C", '"Partner C')
    case, messages = reject(folder)
    assert messages == [f"partners.csv:4: is not CSV (unexpected end of data); {QUOTE}"]
    assert case.partners["partner_id"].tolist() == ["a", "b", "d", "e", "f"]


def test_a_quote_that_a_later_cell_seems_to_close(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    edit(folder / "partners.csv", "Partner C", '"Partner C')
    edit(folder / "partners.csv", "Partner E", '"Partner E"')
    case, messages = reject(folder)
    assert messages == [f"partners.csv:4: is not CSV (',' expected after '\"'); {QUOTE}"]
    assert case.partners["name"].tolist() == ["Partner A", "Partner B", "Partner D", "Partner E", "Partner F"]


def test_a_row_with_a_cell_too_many_or_too_few(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    edit(folder / "partners.csv", "Partner C,", "Partner C,,")
    edit(folder / "partners.csv", "Partner E,,", "Partner E,")
    case, messages = reject(folder)
    assert messages == [
        "partners.csv:4: has 7 cells where the header has 6",
        "partners.csv:6: has 5 cells where the header has 6",
    ]
    assert loaded(case) == {"partners.csv": (4, 2)}


def test_a_row_after_a_line_break_in_a_cell_is_named_by_its_line(tmp_path: Path) -> None:
    partners = [{"partner_id": "a", "name": "A", "note": "two\nlines"}, {"partner_id": "b b", "name": "B"}]
    assert reject(make_case(tmp_path, partners=partners))[1] == [
        "partners.csv:4: partner_id: 'b b' is no id: use up to 80 letters, digits, dots, hyphens and underscores"
    ]


def test_a_long_cell_is_shown_in_part(tmp_path: Path) -> None:
    folder = make_case(tmp_path, sources=[source("s", url="x" * 1000)])
    assert reject(folder)[1] == [f"sources.csv:2: url: '{'x' * 79}…' is no address; it begins with https:// or http://"]


def test_a_path_that_is_too_long(tmp_path: Path) -> None:
    folder = make_case(tmp_path, sources=[source("s", document="x" * 300)])
    assert [message[:25] for message in reject(folder)[1]] == ["sources.csv:2: document: "]


def test_a_path_over_a_link_to_itself(tmp_path: Path) -> None:
    folder = make_case(tmp_path, sources=[source("s", document="loop")])
    (folder / "loop").symlink_to("loop")
    assert [message[:25] for message in reject(folder)[1]] == ["sources.csv:2: document: "]


# case.toml


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    settings = 'title = 3\nquestion = " "\ntitel = "x"\ncolour = "red"\nzone = "Facebook time"\n'
    case, messages = reject(make_case(tmp_path, settings=settings))
    assert messages == [
        "case.toml: colour: is no setting; there are title, question, licence, zone, description, "
        "synthetic, small_counts, logs, dates",
        "case.toml: licence: is missing: the licence of its data",
        "case.toml: question: ' ' must be text in quotes: what it asks, in one sentence",
        "case.toml: titel: is no setting; is 'title' meant?",
        "case.toml: title: '3' must be text in quotes: what the case is called",
        "case.toml: zone: 'Facebook time' is no time zone; write an IANA name such as America/New_York, UTC, or -05:00",
    ]
    assert (case.title, case.zone, len(case.partners)) == (tmp_path.name, None, 6)


def test_settings_that_are_no_toml(tmp_path: Path) -> None:
    messages = reject(make_case(tmp_path, settings="title = \n"))[1]
    assert messages == ["case.toml: is not TOML in UTF-8: Invalid value (at line 1, column 9)"]


def test_no_settings_at_all(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "my-case")
    (folder / "case.toml").unlink()
    case, messages = reject(folder)
    assert messages == ["case.toml: is missing; it holds title, question and licence"]
    assert (case.title, case.question, case.zone) == ("my-case", "", None)


def test_settings_of_another_encoding(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "case.toml").write_bytes('title = "Société"\n'.encode("latin-1"))
    assert reject(folder)[1] == [
        "case.toml: is not TOML in UTF-8: 'utf-8' codec can't decode byte 0xe9 in position 13:"
        " invalid continuation byte"
    ]


def test_settings_that_are_a_link_to_the_outside(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    (folder / "case.toml").rename(tmp_path / "case.toml")
    (folder / "case.toml").symlink_to(tmp_path / "case.toml")
    assert reject(folder)[1] == ["case.toml: is a link to a file outside the case folder; put the file itself there"]


def test_settings_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "case.toml").write_bytes(b"\xef\xbb\xbf" + SETTINGS.encode())
    assert reject(folder)[1] == []


# The folder, and many problems at once


def test_what_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as error:
        open_case(tmp_path / "nowhere")
    place = tmp_path / "nowhere"
    assert str(error.value) == (
        f'1 problem in {place} (on_problem="reject" loads the rest)\n{place}: is no folder; `overstay new` makes one'
    )


def test_a_way_to_open_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"^on_problem='ignore': write raise or reject$"):
        open_case(tmp_path, on_problem="ignore")  # type: ignore[arg-type]


def test_a_thousand_broken_rows_among_three_thousand(tmp_path: Path) -> None:
    broken: list[Row] = [
        {"last_seen": "2015-02-30"},
        {"source_id": "nowhere"},
        {"partner_id": "nobody"},
        {"basis": "rumour"},
        {"users": "many"},
        {"first_seen": "2016"},
        {"partners": "3"},
        {"reading": ""},
    ]
    rows = []
    for n in range(3000):
        fault = broken[n // 3 % 10] if n % 3 == 1 and n // 3 % 10 < len(broken) else {}
        rows.append(seen(f"O{n:04}", **({"last_seen": f"2015-0{n % 9 + 1}-1{n % 10}"} | fault)))
    folder = make_case(tmp_path, statements=[said(stated_date="2014")])
    path = write_table(folder, "observations", rows)
    lines = path.read_bytes().split(b"\n")
    for n in range(1, 3000, 3):
        if n // 3 % 10 == 8:
            lines[n + 1] += b",one cell too many"
        elif n // 3 % 10 == 9:
            lines[n + 1] += b'"a quote amid a cell, \xe9' if n // 30 % 2 else b"\xe9"
    path.write_bytes(b"\n".join(lines))
    start = time.perf_counter()
    case, messages = reject(folder)
    print(f"3,000 rows, 1,000 broken: {time.perf_counter() - start:.1f} s")
    assert len(messages) == len(case.problems) == 1000
    assert [problem.row for problem in case.problems] == list(range(3, 3002, 3))
    assert loaded(case) == {"observations.csv": (2000, 1000)}
    kinds = Counter(problem.column or problem.reason.split(" (")[0] for problem in case.problems)
    assert kinds == {
        "last_seen": 200,  # not in the calendar; before first_seen
        "source_id": 100,
        "partner_id": 100,
        "basis": 100,
        "users": 100,
        "partners": 100,
        "reading": 100,
        "has 16 cells where the header has 15": 100,
        "note": 50,
        "is not CSV": 50,
    }
    assert len(compare(case).comparisons) == 2000


def test_a_case_that_lost_rows_still_judges_the_others(tmp_path: Path) -> None:
    statements = [said("S1"), said("S2", stated_date="never"), said("S3", partner_id="b")]
    observations = [seen("O1", last_seen="2016"), seen("O2", partner_id="nobody", last_seen="2016")]
    with pytest.raises(CaseError):
        open_rows(tmp_path, statements, observations)
    verdicts = compare(open_case(tmp_path, on_problem="reject"))
    assert verdicts.findings["statement_id"].tolist() == ["S1", "S3"]
    assert rows_of(verdicts.comparisons, "statement_id", "observation_id") == [("S1", "O1")]

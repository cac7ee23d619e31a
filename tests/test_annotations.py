"""Evidence stays attached: a quote is found, checked against its document, and handed on as a Web Annotation."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from cases import edit, make_case, rows_of, said, seen, source, usual_sources
from click.testing import CliRunner, Result
from reportlab.pdfgen.canvas import Canvas

from overstay import Case, CaseError, NotFoundError, OptionError, open_case
from overstay.annotations import annotation_table, annotations_jsonld
from overstay.cli import main
from overstay.datapackage import is_described, save_descriptor
from overstay.documents import read_document
from overstay.errors import DocumentError
from overstay.evidence import attach, check_evidence
from overstay.starter import columns_text
from overstay.tables import REVIEW_TABLES

POST = "Palaver wrote today.\n\nThe feed of Borel\nended in 2014. It did end.\n\nIt did end. Nothing else ended.\n"
POST_NAME = "documents/post.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with a statement and an observation, a text and a PDF of two pages."""
    sources = [*usual_sources(), source("post", document=POST_NAME)]
    observations = [seen(last_seen="2017")]
    folder = make_case(tmp_path / "case", sources=sources, statements=[said()], observations=observations)
    (folder / "documents").mkdir()
    (folder / "documents" / "post.txt").write_text(POST, encoding="utf-8")
    canvas = Canvas(str(folder / "documents" / "report.pdf"), invariant=True)
    for line in ("The first page says nothing.", "Borel could still read lists in 2017."):
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    return folder


@pytest.fixture
def case(folder: Path) -> Case:
    return open_case(folder)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def problems(case: Case) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.reason) for problem in check_evidence(case)]


# --- a quote is found in its document ------------------------------------------------------------------------------


def test_a_quote_is_found_over_a_line_break_and_kept_as_it_stands(case: Case, folder: Path) -> None:
    found = attach(case, "S1", POST_NAME, "The feed of Borel ended in 2014.")
    assert (found.quote, found.prefix) == ("The feed of Borel\nended in 2014.", "Palaver wrote today.\n\n")
    assert found.suffix == " It did end.\n\nIt did end. Nothin"
    assert POST[found.start : found.end] == found.quote
    (row,) = csv.DictReader((folder / "evidence.csv").open(encoding="utf-8", newline=""))
    assert row == found.row()
    assert check_evidence(case) == ()


def test_a_quote_of_a_pdf_has_its_page_and_what_stands_around_it_there(case: Case) -> None:
    found = attach(case, "O1", "documents/report.pdf", "could still read lists")
    assert (found.page, found.prefix, found.suffix) == (2, "Borel ", " in 2017.")
    assert check_evidence(case) == ()


def test_a_quote_that_stands_twice_is_not_guessed_at(case: Case) -> None:
    with pytest.raises(OptionError) as error:
        attach(case, "S1", POST_NAME, "It did end.")
    assert str(error.value) == (
        f"{POST_NAME}: the words 'It did end.' stand there 2 times; quote more, or pass one of: "
        "start=55, …he feed of Borel ended in 2014. It did end. It did end. Nothing else ended…; "
        "start=68, …rel ended in 2014. It did end. It did end. Nothing else ended.…"
    )
    assert attach(case, "S1", POST_NAME, "It did end.", start=68).start == 68
    assert attach(case, "S1", POST_NAME, "It did end. Nothing else").start == 68


def test_a_quote_is_noted_once(case: Case, folder: Path) -> None:
    first = attach(case, "S1", POST_NAME, "wrote today")
    content = (folder / "evidence.csv").read_bytes()
    assert attach(case, "S1", POST_NAME, "wrote today") == first
    assert (folder / "evidence.csv").read_bytes() == content
    attach(case, "O1", POST_NAME, "wrote today")
    assert (folder / "evidence.csv").read_bytes().startswith(content)


@pytest.mark.parametrize(
    ("row_id", "document", "quote", "message"),
    [
        ("S9", POST_NAME, "today", "S9: neither statements.csv nor observations.csv has this id"),
        (
            "S1",
            POST_NAME,
            "tomorrow",
            f"{POST_NAME}: the words 'tomorrow' do not stand there; copy them from the document",
        ),
        ("S1", POST_NAME, "  ", f"{POST_NAME}: the words '  ' do not stand there; copy them from the document"),
        (
            "S1",
            "documents/x.txt",
            "x",
            "documents/x.txt: is not in the case folder; add the file or leave the cell blank",
        ),
        ("S1", "../x.txt", "x", "../x.txt: lies outside the case folder; "),
        ("S1", "documents\x00", "x", "documents\x00: is no path; write it with /"),
    ],
)
def test_what_cannot_be_attached_is_said_and_nothing_is_written(
    case: Case, row_id: str, document: str, quote: str, message: str
) -> None:
    with pytest.raises(NotFoundError) as error:
        attach(case, row_id, document, quote)
    assert str(error.value).startswith(message)
    assert not (case.folder / "evidence.csv").exists()


def test_a_document_that_cannot_be_read_has_no_quotes(case: Case, folder: Path) -> None:
    (folder / "documents" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(DocumentError, match=r"documents/broken\.pdf: "):
        attach(case, "S1", "documents/broken.pdf", "words")


# --- and it is checked -------------------------------------------------------------------------------------------


@pytest.fixture
def attached(case: Case) -> Case:
    attach(case, "S1", POST_NAME, "The feed of Borel ended in 2014.")
    return case


def sha_of(case: Case) -> str:
    return read_document(case.folder / POST_NAME, folder=case.folder).sha256


def test_a_document_that_has_changed_is_named_with_where_the_quote_is_now(attached: Case, folder: Path) -> None:
    edit(folder / POST_NAME, "wrote today.", "wrote today. And then:")
    ((row, column, reason),) = problems(attached)
    assert (row, column) == (2, "sha256")
    assert reason == (
        f"is not that of the document, which has changed: it is {sha_of(attached)} now; "
        "the quote is now at 32:64; if it says the same, write this place and the new SHA-256"
    )
    edit(folder / POST_NAME, "ended in 2014", "ended in 2015")
    ((_, _, reason),) = problems(attached)
    assert reason.endswith("; the quote is not found in it; read it again, and remove the row or put the old file back")


def test_a_change_elsewhere_is_named_although_the_quote_still_stands(attached: Case, folder: Path) -> None:
    edit(folder / POST_NAME, "Nothing else ended.", "Nothing more ended.")
    ((_, column, reason),) = problems(attached)
    assert column == "sha256"
    assert reason.endswith(f"it is {sha_of(attached)} now; the quote still stands at its place")


def test_of_two_places_the_one_with_the_same_surroundings_is_named(case: Case, folder: Path) -> None:
    attach(case, "S1", POST_NAME, "It did end.", start=68)
    edit(folder / POST_NAME, "Palaver wrote today.\n\n", "")
    assert "the quote is now at 46:57 (and at 1 other place)" in problems(case)[0][2]


@pytest.mark.parametrize(
    ("old", "new", "column", "reason"),
    [
        (
            ",22,",
            ",23,",
            "quote",
            f"does not stand at 23:54 of {POST_NAME}; the quote is now at 22:54; if it says the ",
        ),
        ("in 2014.", "in 2024.", "quote", f"does not stand at 22:54 of {POST_NAME}; the quote is not found in it"),
        ("today.", "to-day.", "prefix", "is not what stands there; it is 'Palaver wrote today.\\n\\n'"),
        (
            "did end.",
            "did not end.",
            "suffix",
            "is not what stands there; it is ' It did end.\\n\\nIt did end. Nothin'",
        ),
        (",,22", ",7,22", "page", "is not what stands there; it is ''"),
        (POST_NAME, "documents/gone.txt", "document", "is not in the case folder"),
        (POST_NAME, "../../etc/passwd", "document", "lies outside the case folder"),
    ],
)
def test_a_row_that_was_tampered_with_is_named(
    attached: Case, folder: Path, old: str, new: str, column: str, reason: str
) -> None:
    path = folder / "evidence.csv"
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    ((row, found_column, found),) = problems(attached)
    assert (row, found_column, found[: len(reason)]) == (2, column, reason)


def test_check_tells_of_evidence_that_no_longer_holds(attached: Case, folder: Path) -> None:
    assert run("check", folder).exit_code == 0
    edit(folder / POST_NAME, "ended in 2014", "ended in 2015")
    done = run("check", folder)
    assert done.exit_code == 1
    assert done.output.startswith("evidence.csv:2: sha256: ")
    assert "Nothing is loaded" not in done.output
    (record,) = json.loads(run("check", folder, "--format", "json").stdout)
    assert (record["file"], record["row"], record["column"]) == ("evidence.csv", 2, "sha256")
    assert len(open_case(folder).statements) == 1  # the verdicts do not hang on it


def test_evidence_for_a_row_that_is_not_there_is_a_problem_of_the_case(attached: Case, folder: Path) -> None:
    edit(folder / "evidence.csv", "S1,,", "S7,,")
    with pytest.raises(CaseError) as error:
        open_case(folder)
    (problem,) = error.value.problems
    assert str(problem) == "evidence.csv:2: row_id: 'S7' is not in statements.csv or observations.csv"
    assert open_case(folder, on_problem="reject").sql("SELECT count(*) FROM evidence").fetchall() == [(0,)]


def test_what_rests_on_a_rejected_row_is_rejected_with_it(attached: Case, folder: Path) -> None:
    edit(folder / "statements.csv", "2015-04-30", "soon")
    case = open_case(folder, on_problem="reject")
    assert "evidence.csv:2: row_id: 'S1' names a row of statements.csv or observations.csv that was rejected" in [
        str(problem) for problem in case.problems
    ]


# --- and handed on ------------------------------------------------------------------------------------------------


def test_the_annotations_are_those_of_the_web_annotation_model(case: Case) -> None:
    attach(case, "S1", POST_NAME, "The feed of Borel ended in 2014.")
    attach(case, "O1", "documents/report.pdf", "could still read lists")
    collection = json.loads(annotations_jsonld(case))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"], collection["label"]) == ("AnnotationCollection", 2, "A case")
    page = collection["first"]
    assert (page["type"], page["partOf"], collection["last"]) == ("AnnotationPage", collection["id"], page["id"])
    seen_there, said_there = page["items"]
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    assert all(item["id"].startswith("urn:uuid:") for item in page["items"])
    assert said_there["body"] == {
        "id": "urn:overstay:row:S1",
        "type": "Dataset",
        "statement_id": "S1",
        "source_id": "s",
        "speaker": "The company",
        "said_on": "2014-06-01",
        "program_id": "p",
        "partner_id": "a",
        "kind": "ended",
        "about": "access",
        "reading": "plain",
        "stated_date": "2015-04-30",
        "paraphrase": "The company said so.",
    }
    assert said_there["target"]["source"] == {"id": POST_NAME, "type": "Text", "sha256": sha_of(case)}
    quote, position = said_there["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "The feed of Borel\nended in 2014.",
        "prefix": "Palaver wrote today.\n\n",
        "suffix": " It did end.\n\nIt did end. Nothin",
    }
    assert position == {"type": "TextPositionSelector", "start": 22, "end": 54}
    fragment, _ = seen_there["target"]["selector"]
    assert {name: fragment[name] for name in ("type", "conformsTo", "value")} == {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc8118",
        "value": "page=2",
    }
    assert fragment["refinedBy"]["exact"] == "could still read lists"
    assert seen_there["target"]["source"]["format"] == "application/pdf"


def test_a_position_counts_characters_and_not_bytes_or_halves_of_them(case: Case, folder: Path) -> None:
    (folder / POST_NAME).write_text("Ünïcode 🙂 stands before Borel.\n", encoding="utf-8")
    found = attach(case, "S1", POST_NAME, "Borel")
    assert (found.start, found.end) == (24, 29)


def test_the_same_case_gives_the_same_bytes_and_an_annotation_keeps_its_name(attached: Case) -> None:
    first = annotations_jsonld(attached)
    assert annotations_jsonld(attached) == first
    (name,) = (item["id"] for item in json.loads(first)["first"]["items"])
    attach(attached, "O1", POST_NAME, "wrote today")
    names = annotation_table(attached)["annotation_id"].tolist()
    assert name in names
    assert len(set(names)) == 2


def test_as_a_table_each_row_says_what_rests_on_which_words(attached: Case) -> None:
    columns = ("row_id", "kind", "stated_date", "last_seen", "document", "page", "start", "end", "quote")
    assert rows_of(annotation_table(attached), *columns) == [
        ("S1", "ended", "2015-04-30", "", POST_NAME, None, 22, 54, "The feed of Borel\nended in 2014.")
    ]


def test_a_case_without_evidence_gives_an_empty_collection(case: Case) -> None:
    assert len(annotation_table(case)) == 0
    collection = json.loads(annotations_jsonld(case))
    assert (collection["total"], "first" in collection) == (0, False)


def test_the_shell_writes_them_to_a_file_or_prints_them(attached: Case, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonld"
    assert run("statements", folder, "--annotations", target).output == f"{target} is written.\n"
    assert target.read_text(encoding="utf-8") == annotations_jsonld(attached)
    assert run("statements", folder, "--annotations", "-").stdout == target.read_text(encoding="utf-8")
    done = run("statements", folder, "--annotations", tmp_path / "nowhere" / "out.jsonld")
    assert (done.exit_code, "could not be written" in done.stderr) == (2, True)


# --- the two files beside the others ------------------------------------------------------------------------------


def test_both_files_are_described_where_they_are_there_and_missed_nowhere(attached: Case, folder: Path) -> None:
    save_descriptor(folder)
    names = [r["name"] for r in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]]
    assert names[-1] == "evidence"
    assert "reviews" not in names
    (folder / "evidence.csv").unlink()
    assert not is_described(folder)
    assert "evidence.csv" not in set(open_case(folder).loads["file"])


def test_the_dictionary_of_columns_describes_both() -> None:
    text = columns_text()
    for table in REVIEW_TABLES:
        section = text.split(f"## {table.file}\n")[1].split("\n## ")[0]
        assert "A case may lack this file." in section
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            column.name for column in table.columns
        ]

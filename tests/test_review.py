"""From candidates to rows: who decided what, that nothing is lost or done twice, and what may not be decided."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import multiprocessing
from pathlib import Path

import pytest
from cases import edit, make_case, rows_of, source, usual_sources
from click.testing import CliRunner, Result

from overstay import Case, CaseError, NotFoundError, OptionError, open_case
from overstay.cli import main
from overstay.entries import append_rows, take_back
from overstay.errors import ExportError
from overstay.evidence import check_evidence
from overstay.reviewing.decisions import REVIEWS, read_decisions
from overstay.reviewing.proposals import Proposals, read_proposals
from overstay.reviewing.reviews import accept_reviewed, candidates, decide, orphans
from overstay.reviewing.sitting import READ_ONLY, Sitting, begin
from overstay.reviewing.widget import WIDGET_MIME, review

POST = """Palaver wrote to its users today.

Palaver shut down the contact feed of Borel and Quillmark in 2014. Borel could still read contact lists in June 2017.

Palaver ended Tessaly's access to contact lists on 30 April 2015.

Access to the contact feed was closed in 2016.
"""
LETTER = "Dear reader,\n\nPalaver cut off Quillmark's access to messages on 3 May 2016.\n"
PARTNERS = [{"partner_id": name.lower(), "name": name} for name in ("Borel", "Quillmark")]
POSTED = source("post", publisher="Palaver", published="2018-12-18", document="documents/post.txt")
WORDS = "Palaver said that it had closed the feed."
HOSTILE = '=1+1 <script>alert("1")</script> \x1b[31m \u202e'


def make(folder: Path) -> Path:
    """A case with two documents: a post that a source names, and a letter that none does."""
    make_case(folder, partners=PARTNERS, sources=[*usual_sources(), POSTED], categories=[])
    (folder / "documents").mkdir()
    (folder / "documents" / "post.txt").write_text(POST, encoding="utf-8")
    (folder / "documents" / "letter.txt").write_text(LETTER, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "case")


@pytest.fixture
def case(folder: Path) -> Case:
    return open_case(folder)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The same case, for tests that write nothing."""
    return open_case(make(tmp_path_factory.mktemp("untouched") / "case"))


@pytest.fixture(scope="module")
def found(untouched: Case) -> Proposals:
    """What is found in such a case: the same in each."""
    return read_proposals(untouched)


def id_of(found: Proposals, words: str) -> str:
    """The candidate in whose sentence these words stand."""
    (one,) = [key for key, row in found.by_id.items() if words in row["evidence"]]
    return one


def accept(case: Case, found: Proposals, words: str, **corrections: str) -> None:
    """Accept the candidate in whose sentence these words stand, with values for some fields."""
    fields = {"paraphrase": WORDS} | corrections
    word = "accept" if set(fields) <= {"paraphrase", "basis"} else "correct"
    decide(case, id_of(found, words), word, corrections=fields, who="Ada", decided_on="2020-04-01", proposals=found)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def table(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / f"{name}.csv").open(encoding="utf-8", newline="")))


# --- what is found ------------------------------------------------------------------------------------------------


def test_a_candidate_carries_its_source_its_document_and_its_place(case: Case, folder: Path) -> None:
    columns = ("source_id", "document", "locator", "kind", "partner_ids", "said_on", "stated_date", "decision")
    post, day = "documents/post.txt", "2018-12-18"
    assert rows_of(candidates(case), *columns) == [
        ("", "documents/letter.txt", "paragraph 2", "ended", "quillmark", "", "2016-05-03", ""),
        ("post", post, "paragraph 2", "ended", "borel|quillmark", day, "2014", ""),
        ("post", post, "paragraph 2", "observed", "borel", day, "2017-06", ""),
        ("post", post, "paragraph 3", "ended", "", day, "2015-04-30", ""),
        ("post", post, "paragraph 4", "ended", "", day, "2016", ""),
    ]
    row = candidates(case).iloc[1]
    assert row["sha256"] == hashlib.sha256((folder / post).read_bytes()).hexdigest()
    assert POST[row["start"] : row["end"]] == row["evidence"]


def test_the_same_file_under_two_names_is_read_once_and_said_so(case: Case, folder: Path) -> None:
    before = candidates(case)["candidate_id"].tolist()
    (folder / "documents" / "zz-copy.txt").write_text(POST, encoding="utf-8")
    found = read_proposals(case)
    assert found.frame["candidate_id"].tolist() == before
    assert [str(problem) for problem in found.problems] == [
        "documents/zz-copy.txt: is the same file as documents/post.txt; it is read once"
    ]


def test_a_case_without_documents_has_no_candidates(tmp_path: Path) -> None:
    case = open_case(make_case(tmp_path / "case"))
    assert len(candidates(case)) == 0
    assert len(accept_reviewed(case)) == 0
    assert repr(review(case)) == "<Review of 'A case': 0 candidates, 0 new>"


# --- decisions are rows -------------------------------------------------------------------------------------------


def test_a_decision_is_a_row_with_a_reason_and_reading_again_keeps_it(case: Case, found: Proposals) -> None:
    key = id_of(found, "Tessaly")
    made = decide(case, key, "reject", why="Not a partner.", who="Ada", decided_on="2020-04-01", proposals=found)
    sentence = found.by_id[key]["evidence"]
    expected = (key, "reject", "", "", "Not a partner.", "Ada", "2020-04-01", "documents/post.txt", sentence)
    assert rows_of(made, *made.columns) == [expected]
    assert [tuple(row.values()) for row in table(case.folder, "reviews")] == [expected]
    assert dict(rows_of(candidates(case), "candidate_id", "decision"))[key] == "reject"
    assert open_case(case.folder).sql("SELECT decision FROM reviews").fetchall() == [("reject",)]


def test_what_stands_in_the_file_stays_byte_for_byte(case: Case, found: Proposals, folder: Path) -> None:
    # a byte order mark, line ends of another system, a column of one's own, and no line end at the end
    header = "why,candidate_id,decision,field,value,who,decided_on,document,quote,colour"
    old = f'\ufeff{header}\r\n"so, ""he"" said",0123,later,,,Bo,2019,,,red'.encode()
    (folder / "reviews.csv").write_bytes(old)
    decide(case, id_of(found, "Tessaly"), "reject", why='a "b", c', who="Ada", decided_on="2020-04-01", proposals=found)
    new = (folder / "reviews.csv").read_bytes()
    assert new.startswith(old + b'\r\n"a ""b"", c",')
    assert new.endswith(b",\r\n")
    assert new.count(b"\n") == 3 == new.count(b"\r\n")
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("rows", "decision", "fields"),
    [
        (["accept,,", "reject,,"], "reject", {}),
        (["reject,,", "correct,kind,never"], "correct", {"kind": "never"}),
        (["correct,kind,never", "correct,about,use"], "correct", {"kind": "never", "about": "use"}),
        (["correct,kind,never", "correct,kind,ended"], "correct", {"kind": "ended"}),
        (["correct,kind,never", "accept,,", "accept,paraphrase,P"], "accept", {"paraphrase": "P"}),
        (["correct,kind,never", "later,,"], "later", {}),
        (["correct,quantifier,all", "correct,quantifier,"], "correct", {"quantifier": ""}),
    ],
)
def test_the_last_decision_holds(folder: Path, rows: list[str], decision: str, fields: dict[str, str]) -> None:
    lines = [f"c1,{row},,Ada,2020-04-01,," for row in rows]
    header = "candidate_id,decision,field,value,why,who,decided_on,document,quote"
    (folder / "reviews.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    held = read_decisions(folder)["c1"]
    assert (held.decision, held.fields) == (decision, fields)


REFUSED = [
    ("yes", {}, "decision='yes': write accept, correct, reject, later"),
    ("correct", {}, "decision='correct': name the corrected fields in corrections, or write accept"),
    ("accept", {"kind": "ended"}, "decision='accept' takes no correction of kind; write correct"),
    ("reject", {"kind": "ended"}, "decision='reject' takes no correction of kind; write correct"),
    ("correct", {"colour": "red"}, "'colour' is no field of a candidate; there are kind, partner_ids, "),
    ("correct", {"stated_date": "soon"}, "stated_date='soon': is not an EDTF date; write "),
    ("correct", {"kind": "over"}, "kind='over': write ended, will-end, never, extension, granted, continues, observed"),
    ("correct", {"count": "many"}, "count='many': write a whole number"),
    ("correct", {"partner_ids": "borel|Quillmark"}, "Quillmark: partners.csv has no such id; is quillmark meant?"),
    ("correct", {"program_id": "x"}, "x: programs.csv has no such id; give it a row in programs.csv first"),
    ("correct", {"paraphrase": "a\x00b"}, "paraphrase holds a control character; remove it"),
    ("accept", {}, " cannot become a row of statements.csv: paraphrase is blank; say in your own words what was said"),
]


@pytest.mark.parametrize(("decision", "corrections", "message"), REFUSED)
def test_what_a_decision_may_not_say_is_said_and_not_written(
    untouched: Case, found: Proposals, decision: str, corrections: dict[str, str], message: str
) -> None:
    key = id_of(found, "Borel and Quillmark")
    with pytest.raises((OptionError, NotFoundError)) as error:
        decide(untouched, key, decision, corrections=corrections, who="Ada", decided_on="2020-04-01", proposals=found)
    assert message in str(error.value)
    assert not (untouched.folder / "reviews.csv").exists()


def test_a_decision_needs_a_name_a_day_and_a_candidate(untouched: Case, found: Proposals) -> None:
    key = id_of(found, "Tessaly")
    with pytest.raises(OptionError, match="who=' ': write your name"):
        decide(untouched, key, "reject", who=" ", proposals=found)
    with pytest.raises(OptionError, match="decided_on='today': write a day as 2018-12-20"):
        decide(untouched, key, "reject", who="Ada", decided_on="today", proposals=found)
    with pytest.raises(NotFoundError, match=f"{key[:-1]}: no candidate has this id; is {key} meant?"):
        decide(untouched, key[:-1], "reject", who="Ada", proposals=found)


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("3 May 2016", "no source names documents/letter.txt; give it a row in sources.csv with that document"),
        ("3 May 2016", "said_on is blank; set it"),
        ("Tessaly", "it names Tessaly, which partners.csv lacks; add what is a partner there, or clear new_partners"),
        ("was closed", "no partner is named; set partner_ids, or set quantifier to all, most or some"),
        ("June 2017", "basis is blank; say what kind of evidence it is"),
    ],
)
def test_an_accepted_candidate_must_have_what_a_row_needs(
    untouched: Case, found: Proposals, words: str, lacks: str
) -> None:
    with pytest.raises(OptionError) as error:
        accept(untouched, found, words)
    assert lacks in str(error.value)


def _add_many(folder: Path, who: str) -> None:
    row = {"candidate_id": "c", "decision": "later", "who": who, "decided_on": "2020-04-01"}
    for _ in range(40):
        append_rows(folder, {REVIEWS: [row]})


def test_two_reviewers_at_once_lose_nothing(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_add_many, args=(folder, who)) for who in ("Ada", "Bo")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(row["who"] for row in table(folder, "reviews")) == ["Ada"] * 40 + ["Bo"] * 40


def test_a_decision_is_taken_back_only_if_nothing_was_added_since(folder: Path) -> None:
    row = {"candidate_id": "c", "decision": "later", "who": "Ada", "decided_on": "2020-04-01"}
    first = append_rows(folder, {REVIEWS: [row]})[REVIEWS]
    second = append_rows(folder, {REVIEWS: [row | {"who": "Bo"}]})[REVIEWS]
    assert not take_back(folder, REVIEWS, first)
    assert take_back(folder, REVIEWS, second)
    assert take_back(folder, REVIEWS, first)
    assert not (folder / "reviews.csv").exists()


def test_a_reviews_file_that_is_broken_is_named_and_not_written_to(case: Case, found: Proposals) -> None:
    (case.folder / "reviews.csv").write_text("candidate_id,decisions\nc1,accept\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"reviews\.csv:1: decision: is missing in the header; is 'decisions' meant"):
        decide(case, id_of(found, "Tessaly"), "reject", who="Ada", proposals=found)
    with pytest.raises(CaseError, match=r"reviews\.csv:1"):
        open_case(case.folder)


def test_a_value_that_a_decision_cannot_have_is_a_problem_of_the_case(folder: Path) -> None:
    header = "candidate_id,decision,field,value,why,who,decided_on,document,quote"
    (folder / "reviews.csv").write_text(f"{header}\nc1,maybe,size,,,,soon,,\n", encoding="utf-8")
    with pytest.raises(CaseError) as error:
        open_case(folder)
    assert {(p.file, p.row, p.column) for p in error.value.problems} == {
        ("reviews.csv", 2, name) for name in ("decision", "field", "who", "decided_on")
    }


# --- accepted candidates are rows of the case ---------------------------------------------------------------------


def test_accepted_candidates_become_rows_and_a_second_run_adds_nothing(
    case: Case, found: Proposals, folder: Path
) -> None:
    before = {name: (folder / f"{name}.csv").read_bytes() for name in ("statements", "observations")}
    accept(case, found, "Borel and Quillmark")
    accept(case, found, "June 2017", basis="reporter test", extent="capability", reading="arguable", kind="observed")
    accept(case, found, "was closed", quantifier="all", about="feature")
    decide(case, id_of(found, "Tessaly"), "reject", who="Ada", proposals=found)
    outcomes = accept_reviewed(case, found)
    assert rows_of(outcomes, "row_id", "file", "outcome") == [
        ("S001", "statements.csv", "added"),
        ("S002", "statements.csv", "added"),
        ("O001", "observations.csv", "added"),
        ("S003", "statements.csv", "added"),
    ]
    again = open_case(folder)
    said = ("partner_id", "kind", "about", "quantifier", "stated_date", "date_text", "speaker", "locator", "paraphrase")
    assert rows_of(again.statements, *said) == [
        ("borel", "ended", "access", None, "2014", "in 2014", "Palaver", "paragraph 2", WORDS),
        ("quillmark", "ended", "access", None, "2014", "in 2014", "Palaver", "paragraph 2", WORDS),
        (None, "ended", "feature", "all", "2016", "in 2016", "Palaver", "paragraph 4", WORDS),
    ]
    seen = ("partner_id", "last_seen", "basis", "extent", "reading", "note")
    assert rows_of(again.observations, *seen) == [
        ("borel", "2017-06", "reporter test", "capability", "arguable", WORDS)
    ]
    files = {name: (folder / f"{name}.csv").read_bytes() for name in (*before, "evidence")}
    assert all(files[name].startswith(old) for name, old in before.items())
    assert check_evidence(again) == ()
    assert [row["quote"] for row in table(folder, "evidence")][2] == found.by_id[id_of(found, "June 2017")]["evidence"]
    assert set(accept_reviewed(again)["outcome"]) == {"there already"}
    assert {name: (folder / f"{name}.csv").read_bytes() for name in files} == files


def test_new_ids_go_on_in_the_manner_of_the_last_row(case: Case, found: Proposals, folder: Path) -> None:
    header = (folder / "statements.csv").read_text(encoding="utf-8")
    row = "s,,The company,2014-06-01,,borel,,ended,access,,,,,plain,2014,,So it said."
    (folder / "statements.csv").write_text(f"{header}T07,{row}\nT12,{row}\nT09,{row}\n", encoding="utf-8")
    accept(open_case(folder), found, "Borel and Quillmark")
    accept_reviewed(case, found)
    assert [row["statement_id"] for row in table(folder, "statements")] == ["T07", "T12", "T09", "T13", "T14"]


def test_rows_written_by_a_run_that_was_cut_short_are_not_written_twice(
    case: Case, found: Proposals, folder: Path
) -> None:
    accept(case, found, "Borel and Quillmark")
    accept_reviewed(case, found)
    (folder / "evidence.csv").unlink()
    assert accept_reviewed(case, found)["outcome"].tolist() == ["there already"] * 2
    assert [row["row_id"] for row in table(folder, "evidence")] == ["S001", "S002"]
    assert len(table(folder, "statements")) == 2


def test_a_row_whose_candidate_was_rejected_later_stays_and_is_named(case: Case, found: Proposals) -> None:
    accept(case, found, "was closed", quantifier="all")
    accept_reviewed(case, found)
    decide(case, id_of(found, "was closed"), "reject", who="Ada", proposals=found)
    assert rows_of(accept_reviewed(case, found), "row_id", "outcome") == [
        ("S001", "there already; reject was decided since: remove it by hand")
    ]


def test_a_decision_whose_candidate_is_gone_is_listed_and_never_dropped(
    case: Case, found: Proposals, folder: Path
) -> None:
    accept(case, found, "Borel and Quillmark")
    decide(case, id_of(found, "was closed"), "reject", why="Vague.", who="Ada", proposals=found)
    edit(folder / "documents" / "post.txt", "Access to the contact feed was closed in 2016.\n", "")
    lost = orphans(case)
    now = id_of(read_proposals(case), "Borel and Quillmark")
    assert rows_of(lost, "decision", "document", "why", "now") == [
        ("accept", "documents/post.txt", "", now),
        ("reject", "documents/post.txt", "Vague.", ""),
    ]
    assert lost["quote"].tolist() == [row["evidence"] for row in map(found.by_id.get, lost["candidate_id"]) if row]
    assert rows_of(accept_reviewed(case), "row_id", "outcome") == [("", "waits: the candidate is no longer found")]
    assert len(table(folder, "reviews")) == 3


def test_what_is_accepted_waits_where_the_case_no_longer_has_what_it_names(
    case: Case, found: Proposals, folder: Path
) -> None:
    accept(case, found, "was closed", quantifier="all", program_id="p")
    edit(folder / "programs.csv", "p,The part,q,,,\n", "")
    (outcome,) = accept_reviewed(case, found)["outcome"]
    assert outcome == "waits: program_id: 'p' is not in programs.csv"
    assert table(folder, "statements") == []


# --- the sitting --------------------------------------------------------------------------------------------------


def sit(case: Case) -> Sitting:
    sitting = begin(case, who="Ada")
    sitting.today = lambda: dt.date(2020, 4, 1)
    return sitting


def shown(sitting: Sitting) -> dict[str, str]:
    return {field["name"]: field["value"] for field in sitting.view()["card"]["fields"]}


def test_what_is_saved_unchanged_is_accepted_and_what_is_changed_is_corrected(case: Case) -> None:
    sitting = sit(case)
    sitting.do("next")
    sitting.do("save", shown(sitting) | {"paraphrase": WORDS})
    sitting.do("save", shown(sitting) | {"paraphrase": WORDS, "basis": "admission", "extent": "use"})
    assert [(row["decision"], row["field"], row["value"]) for row in table(case.folder, "reviews")] == [
        ("accept", "", ""),
        ("accept", "paraphrase", WORDS),
        ("correct", "extent", "use"),
        ("correct", "paraphrase", WORDS),
        ("correct", "basis", "admission"),
    ]
    assert (sitting.view()["number"], sitting.view()["left"], sitting.view()["accepted"]) == (4, 3, 2)


def test_a_field_set_back_to_what_was_proposed_is_set_back_in_the_file_too(case: Case) -> None:
    sitting = sit(case)
    sitting.do("next")
    proposed = shown(sitting)
    sitting.do("save", proposed | {"paraphrase": WORDS, "stated_date": "2013"})
    sitting.do("previous")
    assert shown(sitting)["stated_date"] == "2013"
    sitting.do("save", shown(sitting) | {"stated_date": proposed["stated_date"]})
    held = read_decisions(case.folder)[sitting.ids[1]]
    assert held.fields == {"stated_date": "2014", "paraphrase": WORDS}


def test_undo_takes_the_last_decision_out_of_the_file(case: Case, folder: Path) -> None:
    sitting = sit(case)
    sitting.do("reject", text="No access.")
    before = (folder / "reviews.csv").read_bytes()
    sitting.do("reject")
    sitting.do("undo")
    assert (folder / "reviews.csv").read_bytes() == before
    assert sitting.place == 1
    sitting.do("undo")
    assert not (folder / "reviews.csv").exists()
    sitting.do("undo")
    assert sitting.view()["notice"]["text"] == "Nothing of this sitting is left to undo."


def test_undo_after_somebody_else_has_written_leaves_their_rows(case: Case, folder: Path) -> None:
    sitting = sit(case)
    sitting.do("reject")
    other = {"candidate_id": "c", "decision": "later", "who": "Bo", "decided_on": "2020-04-01"}
    append_rows(folder, {REVIEWS: [other]})
    sitting.do("undo")
    assert [(row["decision"], row["who"], row["why"]) for row in table(folder, "reviews")] == [
        ("reject", "Ada", ""),
        ("later", "Bo", ""),
        ("later", "Ada", "undone"),
    ]
    assert sitting.view()["left"] == 5


def test_an_answer_about_a_candidate_that_is_no_longer_shown_does_nothing(case: Case, folder: Path) -> None:
    sitting = sit(case)
    late = sitting.here
    sitting.do("reject", about=late)
    sitting.do("reject", about=late)
    assert len(table(folder, "reviews")) == 1


def test_what_is_missing_is_said_beside_its_field(case: Case) -> None:
    sitting = sit(case)
    sitting.do("next")
    sitting.do("save", shown(sitting))
    assert sitting.view()["notice"] == {
        "kind": "error",
        "text": "Paraphrase is blank; say in your own words what was said",
        "field": "paraphrase",
    }
    sitting.who = ""
    sitting.do("reject")
    assert sitting.view()["notice"]["field"] == "who"
    sitting.do("who", text="  Bo ")
    assert sitting.who == "Bo"


def test_after_the_last_decision_the_accepted_become_rows(case: Case, folder: Path) -> None:
    sitting = sit(case)
    sitting.do("next")
    sitting.do("save", shown(sitting) | {"paraphrase": WORDS})
    for _ in range(4):
        sitting.do("reject")
    view = sitting.view()
    assert (view["card"], view["left"], view["accepted"]) == ({}, 0, 1)
    sitting.do("add")
    assert sitting.view()["notice"]["text"] == "Rows added: 2 in statements.csv. Open the case again to use them."
    assert len(open_case(folder).statements) == 2


def test_the_context_joins_into_the_text_and_names_the_fields_of_its_words(case: Case) -> None:
    sitting = sit(case)
    sitting.do("next")
    pieces = sitting.view()["card"]["context"]
    text = "".join(piece["text"] for piece in pieces)
    assert text == POST[: POST.index("\n\nPalaver ended")]
    named = {field: piece["text"] for piece in pieces for field in piece["fields"]}
    assert (named["kind"], named["date"], named["partner"]) == ("shut down", "in 2014", "Quillmark")
    assert "".join(p["text"] for p in pieces if p["evidence"]) == sitting.proposals.by_id[sitting.here]["evidence"]


def test_a_folder_that_cannot_be_written_is_shown_and_says_so(
    case: Case, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)

    def fail(path: Path, _: bytes) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", fail)
    sitting = sit(case)
    view = sitting.view()
    assert (view["can_save"], view["notice"]["text"], view["of"]) == (False, READ_ONLY, 5)
    sitting.do("reject")
    text = sitting.view()["notice"]["text"]
    assert text == f"reviews.csv could not be written in {folder}: Read-only file system"
    with pytest.raises(ExportError):
        append_rows(folder, {REVIEWS: [{"candidate_id": "c"}]})


def test_the_widget_has_a_fixed_text_and_a_table_for_places_that_run_nothing(folder: Path) -> None:
    edit(folder / "documents" / "letter.txt", "Dear reader,", "<b>Dear</b> reader,")
    edit(folder / "documents" / "letter.txt", "Palaver cut", "<img src=x onerror=alert(1)> Palaver cut")
    widget = review(open_case(folder), who="Ada")
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == "<Review of 'A case': 5 candidates, 5 new>"
    assert data["text/html"].startswith("<p>Review of &#x27;A case&#x27;: 5 candidates, 5 new</p><table>")
    assert "<img" not in data["text/html"]
    assert data[WIDGET_MIME]["model_id"] == widget.model_id
    widget.answer({"do": "reject", "about": widget.sitting.here, "fields": None})
    assert widget.view["left"] == 4
    assert repr(widget) == "<Review of 'A case': 5 candidates, 4 new>"
    sure = int((candidates(open_case(folder))["confidence"] == "high").sum())
    assert len(review(open_case(folder), confidence=["high"], every=True).sitting.ids) == sure < 5
    with pytest.raises(OptionError, match="confidence='sure': write high, medium, low"):
        review(open_case(folder), confidence=["sure"])


# --- the shell ----------------------------------------------------------------------------------------------------


def test_the_shell_lists_what_is_new_and_counts_by_document(case: Case, found: Proposals, folder: Path) -> None:
    decide(case, id_of(found, "Tessaly"), "reject", who="Ada", proposals=found)
    done = run("statements", folder)
    assert done.exit_code == 0
    assert "Tessaly" not in done.output
    assert "documents/post.txt, paragraph 2" in done.output
    assert [line.split() for line in done.output.splitlines() if line.startswith("documents/")] == [
        ["documents/letter.txt", "1", "0", "1"],
        ["documents/post.txt", "4", "1", "3"],
    ]
    assert done.output.splitlines()[-1] == "A case: 5 candidates in 2 documents, 4 new."
    assert max(map(len, done.output.splitlines())) <= 100
    assert "Tessaly" in run("statements", folder, "--all").output


def test_csv_and_json_hold_the_candidates_that_are_asked_for(untouched: Case) -> None:
    rows = list(csv.DictReader(io.StringIO(run("statements", untouched.folder, "--format", "csv").stdout)))
    records = json.loads(run("statements", untouched.folder, "--format", "json").stdout)
    assert [row["candidate_id"] for row in rows] == [record["candidate_id"] for record in records]
    sure = json.loads(run("statements", untouched.folder, "--confidence", "high", "--format", "json").stdout)
    assert {record["confidence"] for record in sure} == {"high"}
    of_post = json.loads(
        run("statements", untouched.folder, "--document", "documents/post.txt", "--format", "json").stdout
    )
    assert {record["document"] for record in of_post} == {"documents/post.txt"}
    done = run("statements", untouched.folder, "--document", "documents/none.txt")
    assert done.exit_code == 2
    known = "documents/letter.txt, documents/post.txt"
    assert done.stderr == f"documents/none.txt: no document of the case has this name; there are {known}\n"


def test_the_shell_adds_what_was_accepted_and_says_what_waits(case: Case, found: Proposals, folder: Path) -> None:
    accept(case, found, "Borel and Quillmark")
    accept(case, found, "was closed", quantifier="all", program_id="p")
    edit(folder / "programs.csv", "p,The part,q,,,\n", "")
    done = run("statements", folder, "--add")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "statements.csv: 2 rows added, S001 to S002"
    assert done.stderr == f"{id_of(found, 'was closed')}: waits: program_id: 'p' is not in programs.csv\n"


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_listed(folder: Path) -> None:
    (folder / "documents" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    done = run("statements", folder)
    assert done.exit_code == 0
    assert done.stderr.startswith("documents/broken.pdf: ")
    assert "5 candidates in 2 documents" in done.stdout


def test_text_of_a_document_reaches_the_terminal_and_the_screen_as_text_alone(folder: Path) -> None:
    path = folder / "documents" / "post.txt"
    path.write_text(f"Palaver ended Borel's access to {HOSTILE} messages in 2014.\n", encoding="utf-8")
    for form in ("table", "csv", "json"):
        out = run("statements", folder, "--format", form).stdout
        assert not {"\x1b", "\u202e"} & set(out)
    sitting = sit(open_case(folder))
    sitting.do("next")
    assert not {"\x1b", "\u202e"} & set(json.dumps(sitting.view(), ensure_ascii=False))


def test_help_waits_for_no_document() -> None:
    done = run("statements", "--help")
    assert done.exit_code == 0
    assert "--annotations" in done.output

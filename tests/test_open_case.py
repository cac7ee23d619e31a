"""What an opened case holds, and that opening it changes nothing and disturbs nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from cases import SETTINGS, make_case, open_rows, plain, rows_of, said, seen, source

from overstay import Case, ExportError, NotFoundError, OptionError, compare, open_case

TABLES = ("sources", "partners", "programs", "categories", "statements", "observations")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Two statements and three observations, entered out of order."""
    statements = [
        said("S2", quantifier="some", count="38", of="52", stated_date="../2018-06-29"),
        said("S1", stated_date="2014~", said_on="2018-12"),
    ]
    observations = [
        seen("O2", first_seen="2012", last_seen="2017", users="8000"),
        seen("O3", partner_id="", partners="12", last_seen="2018-04/..", extent="capability"),
        seen("O1", extent="refused", watched_until="2016-03"),
    ]
    return open_rows(tmp_path_factory.mktemp("small"), statements, observations)


def test_a_case_says_what_it_holds(small: Case) -> None:
    assert repr(small) == (
        "<Case 'A case': 3 sources, 6 partners, 4 programs, 3 categories, 2 statements, 3 observations>"
    )
    assert (small.title, small.question, small.zone, small.problems) == ("A case", "Did it end?", None, ())
    assert rows_of(small.loads, "file", "rows", "loaded", "rejected") == [
        ("sources.csv", 3, 3, 0),
        ("partners.csv", 6, 6, 0),
        ("programs.csv", 4, 4, 0),
        ("categories.csv", 3, 3, 0),
        ("statements.csv", 2, 2, 0),
        ("observations.csv", 3, 3, 0),
    ]


def test_statements_come_sorted_with_the_days_of_their_dates(small: Case) -> None:
    columns = ("statement_id", "stated_earliest", "stated_latest", "said_earliest", "said_latest", "count", "of")
    rows = rows_of(small.statements, *columns)
    assert [[str(cell) if cell is not None else None for cell in row] for row in rows] == [
        ["S1", *(f"{day} 00:00:00" for day in ("2013-01-01", "2015-12-31", "2018-12-01", "2018-12-31")), None, None],
        ["S2", None, *(f"{day} 00:00:00" for day in ("2018-06-29", "2014-06-01", "2014-06-01")), *number(small)],
    ]


def number(case: Case) -> list[str]:
    """The count and its whole as the database holds them: whole numbers."""
    ((count, of),) = case.sql('SELECT "count", "of" FROM statements WHERE "count" IS NOT NULL').fetchall()
    assert (count, of) == (38, 52)
    return [str(plain(value)) for value in case.statements.loc[1, ["count", "of"]]]


def test_observations_come_sorted_with_the_days_of_their_dates(small: Case) -> None:
    columns = ("observation_id", "first_earliest", "last_earliest", "last_latest", "watched_earliest", "watched_latest")
    rows = rows_of(small.observations, *columns)
    assert [[str(cell)[:10] if cell is not None else None for cell in row] for row in rows] == [
        ["O1", None, None, None, "2016-03-01", "2016-03-31"],
        ["O2", "2012-01-01", "2017-01-01", "2017-12-31", None, None],
        ["O3", None, "2018-04-01", None, None, None],
    ]


def test_the_other_tables_come_sorted_as_they_were_written(small: Case) -> None:
    assert small.sources["source_id"].tolist() == ["late", "o", "s"]
    assert small.partners["partner_id"].tolist() == list("abcdef")
    assert rows_of(small.programs, "program_id", "part_of") == [("other", None), ("p", "q"), ("q", "r"), ("r", None)]
    assert rows_of(small.categories, "category_id", "part_of") == [("c", "d"), ("d", None), ("else", None)]


def test_a_question_of_ones_own_in_sql_with_bound_values(small: Case) -> None:
    query = "SELECT observation_id FROM observations WHERE users > $least ORDER BY 1"
    assert small.sql(query, least=100).fetchall() == [("O2",)]
    assert small.sql("SELECT count(*) FROM statements").fetchall() == [(2,)]
    hostile = "x'; DROP TABLE statements; --"
    assert small.sql("SELECT count(*) FROM statements WHERE speaker = $who", who=hostile).fetchall() == [(0,)]


def test_an_empty_case_is_a_case(tmp_path: Path) -> None:
    verdicts = compare(open_case(make_case(tmp_path)))
    assert (len(verdicts.comparisons), len(verdicts.findings), len(verdicts.left_out)) == (0, 0, 0)
    assert verdicts.summary()["statements"].sum() == 0


# What a spreadsheet or an editor leaves behind is no fault


def test_marks_of_other_programs_in_a_file_are_no_faults(tmp_path: Path) -> None:
    statements = [said(paraphrase="The company said so.\nTwice, with a “quote” and a comma.")]
    folder = make_case(tmp_path, statements=statements, observations=[seen(last_seen="2016")])
    before = open_case(folder)
    for table in TABLES:
        path = folder / f"{table}.csv"
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n").replace("so.\r\nTwice", "so.\nTwice")
        blank = "," * (text.splitlines()[0].count(","))
        path.write_bytes(b"\xef\xbb\xbf" + text.encode() + f"\r\n{blank}\r\n   \r\n\r\n".encode())
    after = open_case(folder)
    assert rows_of(after.loads, "file", "rows", "loaded") == rows_of(before.loads, "file", "rows", "loaded")
    for table in TABLES:
        assert after.sql(f"FROM {table}").fetchall() == before.sql(f"FROM {table}").fetchall()
    assert after.statements["paraphrase"].tolist() == [statements[0]["paraphrase"]]


def test_columns_in_another_order_and_columns_of_ones_own_are_kept(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "categories.csv").write_text(
        "dpv,Checked by,name,category_id,part_of,description,line\n,me,C,c,d,,7\n,,D,d,,,\n", encoding="utf-8"
    )
    case = open_case(folder)
    own = ["category_id", "name", "part_of", "description", "dpv"]
    assert list(case.categories.columns) == [*own, "Checked by", "line"]
    assert rows_of(case.categories, "category_id", "name", "part_of", "Checked by", "line") == [
        ("c", "C", "d", "me", "7"),
        ("d", "D", None, None, None),
    ]


def test_columns_that_newer_cases_have_may_lack(tmp_path: Path) -> None:
    folder = make_case(tmp_path)
    (folder / "sources.csv").write_text(
        "source_id,title,publisher,author,published,kind,url,read_at,note\ns,A report,,,2020,,,,\n", encoding="utf-8"
    )
    assert rows_of(open_case(folder).sources, "source_id", "zone", "document") == [("s", None, None)]


def test_spaces_around_a_cell_are_no_part_of_it(tmp_path: Path) -> None:
    case = open_rows(tmp_path, [said(stated_date=" 2015-04-30 ", partner_id="a ")], [seen(last_seen="2016")])
    assert compare(case).comparisons["verdict"].tolist() == ["contradicted"]


def test_the_document_of_a_source_is_found_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "report.md").write_text("A report.", encoding="utf-8")
    folder = make_case(tmp_path, sources=[source("s", document="documents/report.md")])
    assert open_case(folder).sources["document"].tolist() == ["documents/report.md"]


# Opening leaves no trace, and takes nothing from others


def entries(folder: Path) -> list[tuple[str, int, bytes]]:
    """Each file of a folder with its time and bytes."""
    return [(path.name, path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(folder.iterdir())]


def test_a_folder_that_cannot_be_written_opens_and_stays_as_it_was(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said()], observations=[seen(last_seen="2016")])
    before = entries(folder)
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        verdicts = compare(open_case(folder))
    finally:
        folder.chmod(0o755)
    assert verdicts.comparisons["verdict"].tolist() == ["contradicted"]
    assert entries(folder) == before


OTHER = """
import sys
from overstay import compare, open_case
case = open_case(sys.argv[1])
print("open", flush=True)
sys.stdin.readline()
print(",".join(compare(case).comparisons["verdict"]), flush=True)
"""


def test_two_processes_have_the_same_case_open_at_once(tmp_path: Path) -> None:
    folder = make_case(tmp_path, statements=[said()], observations=[seen(last_seen="2016")])
    command = [sys.executable, "-c", OTHER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as other:
        assert other.stdin and other.stdout
        assert other.stdout.readline() == "open\n"
        verdicts = compare(open_case(folder)).comparisons["verdict"].tolist()  # while the other holds it open
        answer, _ = other.communicate("go on\n", timeout=60)
    assert (verdicts, answer, other.returncode) == (["contradicted"], "contradicted\n", 0)


# One file to hand over


def test_a_saved_case_reads_with_equal_rows(small: Case, tmp_path: Path) -> None:
    target = small.save(tmp_path / "small.duckdb")
    assert target == tmp_path / "small.duckdb"
    with duckdb.connect(str(target), read_only=True) as saved:
        for table in (*TABLES, "dates"):
            assert saved.sql(f"FROM {table}").fetchall() == small.sql(f"FROM {table}").fetchall()
            assert saved.sql(f"FROM {table}").columns == small.sql(f"FROM {table}").columns
    assert [path.name for path in tmp_path.iterdir()] == ["small.duckdb"]


def test_a_file_is_replaced_only_on_demand(small: Case, tmp_path: Path) -> None:
    target = tmp_path / "small.duckdb"
    target.write_text("mine")
    with pytest.raises(ExportError) as error:
        small.save(target)
    assert str(error.value) == f"{target} exists; choose another name, or pass replace=True"
    assert target.read_text() == "mine"
    small.save(target, replace=True)
    small.save(target, replace=True)
    with duckdb.connect(str(target), read_only=True) as saved:
        assert saved.sql("SELECT count(*) FROM statements").fetchall() == [(2,)]
    assert [path.name for path in tmp_path.iterdir()] == ["small.duckdb"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(small: Case, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        small.save(tmp_path / "nowhere" / "small.duckdb")
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        small.save(folder, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert small.save(tmp_path / "small.duckdb").is_file()  # and another place is still free to choose


# Options

BAD_OPTIONS = [
    ({"grace_days": -1}, "grace_days=-1: write a whole number of days from 0 to 36500"),
    ({"grace_days": 1.5}, "grace_days=1.5: write a whole number of days from 0 to 36500"),
    ({"grace_days": True}, "grace_days=True: write a whole number of days from 0 to 36500"),
    ({"as_of": "2018-13-01"}, "as_of='2018-13-01': write a day as 2018-12-20"),
    ({"as_of": "last year"}, "as_of='last year': write a day as 2018-12-20"),
    ({"reading": "kind"}, "reading='kind': write entered or plain"),
]


@pytest.mark.parametrize(("options", "message"), BAD_OPTIONS)
def test_an_option_with_a_value_it_cannot_take(small: Case, options: dict[str, object], message: str) -> None:
    with pytest.raises(OptionError) as error:
        compare(small, **options)  # type: ignore[arg-type]
    assert str(error.value) == message


@pytest.mark.parametrize("zone", ["", "Mars/Phobos"])
def test_an_option_with_a_zone_that_is_none(small: Case, zone: str) -> None:
    with pytest.raises(OptionError):
        compare(small, zone=zone)


def test_a_finding_that_does_not_exist(small: Case) -> None:
    with pytest.raises(NotFoundError) as error:
        compare(small).finding("S9")
    assert str(error.value) == "S9: no statement of this id gives an end; see findings['statement_id']"


def test_settings_may_give_a_zone_and_say_more(tmp_path: Path) -> None:
    settings = SETTINGS + 'zone = "America/New_York"\ndescription = "More."\n'
    case = open_case(make_case(tmp_path, settings=settings))
    assert (case.zone, case.settings["description"]) == ("America/New_York", "More.")

"""The command line: what it prints, on which stream, with which number it ends, and what it never lets through."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from cases import SETTINGS, edit, make_case, said, seen
from click.testing import CliRunner, Result

from overstay import compare, open_case
from overstay.cli import main
from overstay.sheets import csv_text, json_text
from overstay.tables import TABLES

FACEBOOK = Path(__file__).parent.parent / "data" / "facebook"
COLUMNS = ["statement_id", "observation_id", "verdict", "days_after_least", "days_after_most", "reason", "explained_by"]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def shell(*words: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "overstay.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **env}, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two statements of one claim, one of another partner that meets nothing, and one vague observation."""
    statements = [
        said("S1"),
        said("S2", said_on="2019-06-01"),
        said("S3", partner_id="b", about="feature"),
        said("S4", partner_id="c"),
        said("S5", kind="granted", partner_id="d"),
    ]
    observations = [
        seen("O1", last_seen="2018-03-05"),
        seen("O2", partner_id="b", last_seen="2016", extent="capability"),
        seen("O3", partner_id="c", last_seen="2015"),
        seen("O4", last_seen="2014-01-01"),
    ]
    return make_case(tmp_path / "case", statements=statements, observations=observations)


# --- findings -----------------------------------------------------------------------------------------------------


def test_csv_is_one_row_a_comparison_with_the_verdicts_that_the_package_gives() -> None:
    done = shell("findings", FACEBOOK, "--format", "csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\r" not in done.stdout
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"))))
    expected = compare(open_case(FACEBOOK)).comparisons
    assert set(COLUMNS) <= set(rows[0])
    assert [(row["statement_id"], row["observation_id"], row["verdict"]) for row in rows] == list(
        expected[["statement_id", "observation_id", "verdict"]].fillna("").itertuples(index=False, name=None)
    )
    by_ids = {(row["statement_id"], row["observation_id"]): row for row in rows}
    known = by_ids["S107", "O063"]
    assert (known["verdict"], known["days_after_least"], known["days_after_most"]) == ("contradicted", "520", "580")
    assert "nan" not in {cell.lower() for row in rows for cell in row.values()}


def test_json_holds_the_same_rows_as_csv_with_null_for_blank(folder: Path) -> None:
    records = json.loads(run("findings", folder, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("findings", folder, "--format", "csv").stdout)))
    assert [list(record) for record in records] == [list(row) for row in rows]
    as_text = [
        {
            name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in record.items()
        }
        for record in records
    ]
    assert as_text == rows
    assert (records[0]["days_after_least"], records[0]["explained_by"], records[0]["late"]) == (1040, None, False)


def test_by_statement_gives_one_row_a_statement_with_its_strongest_verdict(folder: Path) -> None:
    records = json.loads(run("findings", folder, "--by", "statement", "--format", "json").stdout)
    assert [(r["statement_id"], r["verdict"], r["observation_id"]) for r in records] == [
        ("S1", "contradicted", "O1"),
        ("S2", "contradicted", "O1"),
        ("S3", "left in place", "O2"),
        ("S4", "possibly contradicted", "O3"),
    ]


def test_the_table_begins_with_the_most_serious_and_says_what_it_leaves_out(folder: Path) -> None:
    done = run("findings", folder)
    text = done.stdout
    assert done.exit_code == 0
    places = [text.index(word) for word in ("S1", "S2", "S3", "S4")]
    assert places == sorted(places)
    assert text.splitlines()[-5:] == [
        "contradicted: 2 comparisons, 1 claim",
        "left in place: 1 comparison, 1 claim",
        "possibly contradicted: 1 comparison, 1 claim",
        "The same speaker's repetitions count as one claim. Days are calendar days after the stated end.",
        "Left out: 2 comparisons with the verdict cannot tell; --verdict 'cannot tell' shows them.",
    ]


def test_the_table_fits_a_terminal_of_100_columns() -> None:
    done = shell("findings", FACEBOOK)
    assert max(len(line) for line in done.stdout.decode("utf-8").splitlines()) <= 100


def test_what_cannot_be_told_is_shown_when_it_is_asked_for(folder: Path) -> None:
    text = run("findings", folder, "--verdict", "cannot tell").stdout
    assert "O4" in text
    assert "Left out" not in text
    assert "contradicted" not in text


def test_filters_are_joined(folder: Path) -> None:
    done = run("findings", folder, "--partner", "a", "--partner", "b", "--verdict", "contradicted", "--format", "json")
    assert [(r["statement_id"], r["observation_id"]) for r in json.loads(done.stdout)] == [("S1", "O1"), ("S2", "O1")]
    done = run("findings", folder, "--statement", "S3", "--format", "json")
    assert [(r["statement_id"], r["observation_id"]) for r in json.loads(done.stdout)] == [("S3", "O2")]
    # p is part of q: what is asked of the whole holds its parts
    assert run("findings", folder, "--program", "q", "--format", "csv").stdout.count("\n") == 7
    assert run("findings", folder, "--program", "other", "--format", "csv").stdout.count("\n") == 1


def test_a_verdict_that_rests_on_another_partner_is_not_shown_under_a_partners_name(tmp_path: Path) -> None:
    statements = [said("S1", quantifier="all")]
    observations = [seen("O1", last_seen="2018"), seen("O2", partner_id="b", last_seen="2014")]
    folder = make_case(tmp_path / "case", statements=statements, observations=observations)

    def found(partner: str, by: str) -> list[tuple[str, str]]:
        done = run("findings", folder, "--by", by, "--partner", partner, "--format", "json")
        return [(record["observation_id"], record["verdict"]) for record in json.loads(done.stdout)]

    assert found("a", "statement") == [("O1", "contradicted")]
    assert found("b", "statement") == []
    assert found("b", "comparison") == [("O2", "cannot tell")]


def test_options_reach_the_comparison(folder: Path) -> None:
    def verdicts(*options: str) -> list[str]:
        done = run("findings", folder, "--statement", "S1", "--format", "json", *options)
        return [record["verdict"] for record in json.loads(done.stdout)]

    assert verdicts() == ["contradicted", "cannot tell"]
    assert verdicts("--grace-days", "2000") == ["cannot tell", "cannot tell"]
    done = run("findings", folder, "--as-of", "2019-02-01", "--format", "json")
    assert json.loads(done.stdout) == []
    assert done.stderr == "4 statements and observations were not public on 2019-02-01\n"


def test_a_filter_that_leaves_nothing_says_that_silence_is_no_evidence(folder: Path) -> None:
    done = run("findings", folder, "--partner", "d")
    assert done.stdout == "No comparison fits these filters. Silence is no evidence, either way.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--partner", "A"], "A: no partner has this id; is a meant?\n"),
        (["--partner", "partner f"], "partner f: no partner has this id; is f or "),
        (["--program", "zzz"], "zzz: no program has this id; see programs.csv\n"),
        (["--statement", "S11"], "S11: no statement has this id; is S1 meant?\n"),
        (["--statement", "S5"], "S5: no statement of this id gives an end; see findings['statement_id']\n"),
        (["--zone", "Mars"], "Mars"),
        (["--as-of", "soon"], "as_of='soon': write a day as 2018-12-20\n"),
        (["--grace-days", "-1"], "grace_days=-1: write a whole number of days from 0 to 36500\n"),
    ],
)
def test_a_wrong_option_ends_in_one_message_and_the_number_2(folder: Path, words: list[str], message: str) -> None:
    done = run("findings", folder, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


# --- check --------------------------------------------------------------------------------------------------------


def test_a_clean_case_is_said_to_be_clean(folder: Path) -> None:
    done = run("check", folder)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "A case: No problems."
    assert json.loads(run("check", folder, "--format", "json").stdout) == []


def test_every_problem_is_listed_and_the_rows_are_counted(folder: Path) -> None:
    edit(folder / "statements.csv", "S3,s,", "S3,nowhere,")
    edit(folder / "partners.csv", "c,Partner C", "c,")
    done = run("check", folder)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("partners.csv:4: name: ")
    assert lines[1].startswith("statements.csv:4: source_id: 'nowhere' ")
    assert "Nothing is loaded. With --on-problem reject it would be:" in lines
    assert ["statements.csv", "5", "3", "2"] in [line.split() for line in lines]
    assert lines[-1] == "A case: 2 problems."


def test_with_reject_the_rows_that_fall_with_a_broken_one_are_named_too(folder: Path) -> None:
    edit(folder / "partners.csv", "c,Partner C", "c,")
    fields = ["file", "row", "column", "value", "reason"]
    done = run("check", folder, "--on-problem", "reject", "--format", "csv")
    assert done.exit_code == 1
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(rows[0]) == fields
    assert [(row["file"], row["row"], row["column"]) for row in rows] == [
        ("partners.csv", "4", "name"),
        ("statements.csv", "5", "partner_id"),
        ("observations.csv", "4", "partner_id"),
    ]
    assert run("check", folder, "--format", "csv").stdout.count("\n") == 2


def test_a_broken_case_ends_findings_with_every_problem_and_the_number_1(folder: Path) -> None:
    edit(folder / "partners.csv", "c,Partner C", "c,")
    done = run("findings", folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "1 problem in" in done.stderr
    assert "partners.csv:4: name:" in done.stderr
    done = run("findings", folder, "--on-problem", "reject", "--format", "json")
    assert done.exit_code == 0
    assert "S4" not in {record["statement_id"] for record in json.loads(done.stdout)}
    assert done.stderr == "3 rows were left out for 3 problems; `overstay check` lists them\n"


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere")
    assert done.exit_code == 1
    assert "is no folder; `overstay new` makes one" in done.stderr


# --- hostile text -------------------------------------------------------------------------------------------------

HOSTILE = "\x1b[31mred\x1b[0m [red]b[/red] \x9b2J \u202elanes"


def test_text_of_a_case_reaches_the_terminal_as_text_alone(tmp_path: Path) -> None:
    folder = make_case(
        tmp_path / "case",
        settings=SETTINGS,
        statements=[said("S1", speaker=HOSTILE), said("S2", stated_date=HOSTILE)],
        observations=[seen("O1", last_seen="2018")],
    )
    outputs = [shell("check", folder), shell("findings", folder)]
    edit(folder / "statements.csv", "S2,", "S3,")
    outputs += [shell("check", folder, "--format", form) for form in ("csv", "json")]
    folder = make_case(tmp_path / "2", statements=[said(speaker=HOSTILE)], observations=[seen(last_seen="2018")])
    outputs += [shell("findings", folder, "--format", form, FORCE_COLOR="1") for form in ("table", "csv", "json")]
    for done in outputs:
        text = (done.stdout + done.stderr).decode("utf-8").replace("\x1b[1;38", "").replace("\x1b[0m", "")
        assert not {"\x9b", "\u202e"} & set(text)
        assert "\x1b[31mred" not in text
        assert "red" in text
    table = outputs[-3].stdout.decode("utf-8")
    assert "[red]b[/red]" in " ".join(table.split())
    assert "\\x1b[31mred" in table


def test_json_keeps_the_value_of_what_it_escapes() -> None:
    frame = pd.DataFrame({"a": [HOSTILE, "Ämne 日本"], "n": pd.array([1, None], dtype="Int64")})
    text = json_text(frame)
    assert json.loads(text) == [{"a": HOSTILE, "n": 1}, {"a": "Ämne 日本", "n": None}]
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert "Ämne 日本" in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_of_text_runs_in_a_spreadsheet(start: str) -> None:
    frame = pd.DataFrame({start + "name": [start + "1+1", "a" + start], "days": pd.array([-3, None], dtype="Int64")})
    header, first, second = list(csv.reader(io.StringIO(csv_text(frame), newline="")))
    shown = start.replace("\r", "\\r")
    assert header == [f"'{shown}name", "days"]
    assert first == [f"'{shown}1+1", "-3"]
    assert second == [f"a{shown}", ""]


# --- the process --------------------------------------------------------------------------------------------------


def test_a_reader_that_has_read_enough_ends_the_output_quietly() -> None:
    for form in ("csv", "json", "table"):
        command = [sys.executable, "-m", "overstay.cli", "findings", str(FACEBOOK), "--format", form]
        with subprocess.Popen([*command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""


def test_help_waits_for_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from overstay.cli import main\n"
        "for words in (['--help'], ['findings', '--help'], ['report', '--help'], ['--version']):\n"
        "    assert CliRunner().invoke(main, words).exit_code == 0, words\n"
        "heavy = ('pandas', 'duckdb', 'plotly', 'nbconvert', 'nbclient', 'rich', 'edtf')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_output_is_utf_8_whatever_the_machine_is_set_to(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "c", statements=[said(speaker="Ärzte")], observations=[seen(last_seen="2018")])
    done = shell("findings", folder, "--by", "statement", "--format", "csv", PYTHONIOENCODING="latin-1")
    assert "Ärzte" in done.stdout.decode("utf-8")
    done = shell("findings", folder, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")


# --- new and describe ---------------------------------------------------------------------------------------------


def test_a_new_case_is_clean_and_shows_a_comparison_for_its_example(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mine"
    assert run("new", folder, "--title", 'A "new" case \\').exit_code == 0
    assert open_case(folder).title == 'A "new" case \\'
    assert run("check", folder).exit_code == 0
    records = json.loads(run("findings", folder, "--format", "json").stdout)
    assert [(r["statement_id"], r["observation_id"], r["verdict"]) for r in records] == [
        ("S001", "O001", "contradicted")
    ]
    assert run("describe", folder, "--check").exit_code == 0


def test_a_new_case_says_what_each_column_means(tmp_path: Path) -> None:
    run("new", tmp_path / "mine")
    text = (tmp_path / "mine" / "columns.md").read_text(encoding="utf-8")
    for table in TABLES:
        section = text.split(f"## {table.file}\n")[1].split("\n## ")[0]
        rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| `")]
        assert [row[0] for row in rows] == [f"| `{column.name}`" for column in table.columns]
        assert {len(row) for row in rows} == {5}
        assert (tmp_path / "mine" / table.file).read_text(encoding="utf-8").count("\n") == 2


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("new", tmp_path / "mine")
    assert done.exit_code == 2
    assert "exists and is not empty" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
    (tmp_path / "empty").mkdir()
    assert run("new", tmp_path / "empty").exit_code == 0


def test_a_title_of_several_lines_is_refused(tmp_path: Path) -> None:
    assert run("new", tmp_path / "mine", "--title", 'a"\nzone = "UTC').exit_code == 2
    assert not (tmp_path / "mine").exists()


def test_describe_checks_without_writing(folder: Path) -> None:
    done = run("describe", folder, "--check")
    assert done.exit_code == 1
    assert "is not up to date" in done.stderr
    assert not (folder / "datapackage.json").exists()
    assert run("describe", folder).exit_code == 0
    assert run("describe", folder, "--check").exit_code == 0
    edit(folder / "datapackage.json", '"title": "A case"', '"title": "B case"')
    assert run("describe", folder, "--check").exit_code == 1

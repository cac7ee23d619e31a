"""A report: pages that need no network and run no text of the case, written whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from cases import make_case, said, seen, source
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from overstay import ExportError, compare, open_case
from overstay.export import MARKER, Report, Step, notebooks_folder, report
from overstay.tables import TABLES

HOSTILE = "<script>document.title='run'</script><img src=http://example.org/x onerror=\"document.title='run'\">"
SETTINGS = f'title = {json.dumps("T" + HOSTILE)}\nquestion = {json.dumps("Q?" + HOSTILE)}\nlicence = "CC0-1.0"\n'
FIRST = """\
import plotly.graph_objects as go
import plotly.io as pio
from IPython.display import Markdown, display
from overstay import compare, open_case
pio.renderers.default = "plotly_mimetype"
case = open_case(CASE)
verdicts = compare(case)
verdicts.findings[["statement_id", "speaker", "verdict", "days_after_least", "days_after_most", "explained_by"]]"""
CHART = """\
speaker = verdicts.findings["speaker"].iloc[0]
go.Figure(go.Bar(x=[speaker, "b"], y=[1, 2]), layout={"title": {"text": speaker}, "height": 300})"""


def notebook(folder: Path, name: str, *cells: tuple[str, str] | str) -> None:
    """Write a notebook: text that begins with # is Markdown, (tag, source) a tagged cell."""
    made = []
    for cell in cells:
        tag, text = cell if isinstance(cell, tuple) else ("", cell)
        made.append(new_markdown_cell(text) if text.startswith("#") else new_code_cell(text))
        made[-1].metadata["tags"] = [tag] if tag else []
    folder.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=made), folder / f"{name}.ipynb")


CASE = ("parameters", 'CASE = "../data/facebook"  # the case folder')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(
        tmp_path_factory.mktemp("cases") / "mine",
        settings=SETTINGS,
        sources=[source("s", title=HOSTILE), source("o", title="=1+1", note=HOSTILE)],
        statements=[said("S1", speaker=HOSTILE, paraphrase=HOSTILE), said("S2", partner_id="b")],
        observations=[seen("O1", last_seen="2018-03-05", users="70"), seen("O2", partner_id="b", last_seen="2014")],
    )


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("notebooks")
    notebook(
        target,
        "01-first",
        "# What was seen?\n\nThen `02-second`.",
        CASE,
        FIRST,
        "## A chart",
        CHART,
        "## Text of the case",
        'display(Markdown(case.title)); print(verdicts.findings["speaker"].iloc[0])',
        ("case-facebook", "## Only of Facebook"),
        ("case-facebook", "raise ValueError('of another case')"),
        ("case-mine", "## Only of mine"),
    )
    notebook(
        target,
        "02-second",
        "# Which Python?",
        CASE,
        "import os, sys, warnings\nwarnings.warn('with a path')\nopen('here.txt', 'w').close()\nprint(sys.executable)",
    )
    return target


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    """The steps of which the run behind `made` told."""
    return []


@pytest.fixture(scope="module")
def made(folder: Path, notebooks: Path, steps: list[Step], tmp_path_factory: pytest.TempPathFactory) -> Report:
    return report(folder, tmp_path_factory.mktemp("out") / "report", notebooks=notebooks, on_progress=steps.append)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Page(HTMLParser):
    """What a page would run or fetch, its headings, and its texts."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def pages(made: Report) -> dict[str, Page]:
    return {path.name: Page(path) for path in made.paths if path.suffix == ".html"}


def test_the_report_holds_pages_tables_and_one_copy_of_the_drawing_library(made: Report) -> None:
    tables = ["findings.csv", "comparisons.csv", *(table.file for table in TABLES)]
    assert [path.relative_to(made.folder).as_posix() for path in made.paths] == sorted(
        [MARKER, "01-first.html", "02-second.html", "index.html", "plotly.min.js", *(f"tables/{n}" for n in tables)]
    )
    assert sorted(snapshot(made.folder)) == [path.relative_to(made.folder).as_posix() for path in made.paths]
    assert made.index == made.folder / "index.html"


def test_no_page_asks_the_network_for_anything(made: Report) -> None:
    for name, page in pages(made).items():
        asked = [
            (tag, attrs[key])
            for tag, attrs in page.elements
            if tag in ("script", "link", "img", "iframe", "source", "object", "embed", "base", "form")
            for key in ("src", "href", "data", "action")
            if attrs.get(key)
        ]
        assert asked == ([("script", "plotly.min.js")] if name == "01-first.html" else []), name
        policy = next(a["content"] for t, a in page.elements if t == "meta" and a.get("http-equiv"))
        assert policy is not None
        assert policy.startswith("default-src 'none'; script-src 'nonce-")


def test_text_of_the_case_stands_on_the_pages_as_text(made: Report) -> None:
    for page in pages(made).values():
        assert not [attrs for _, attrs in page.elements if any(key.startswith("on") for key in attrs)]
        assert [tag for tag, _ in page.elements if tag in ("img", "iframe", "svg", "form")] == []
    found = pages(made)
    assert HOSTILE in found["index.html"].text
    assert HOSTILE in found["01-first.html"].text
    scripts = [attrs for tag, attrs in found["01-first.html"].elements if tag == "script"]
    assert [attrs.get("type") for attrs in scripts] == ["application/vnd.plotly.v1+json", None, None]
    assert [tag for tag, _ in found["index.html"].elements if tag == "script"] == []


def test_a_second_run_gives_the_same_bytes_and_replaces_the_first(
    made: Report, folder: Path, notebooks: Path, tmp_path: Path
) -> None:
    again = report(folder, tmp_path / "again", notebooks=notebooks)
    assert snapshot(again.folder) == snapshot(made.folder)
    (again.folder / "index.html").write_text("old", encoding="utf-8")
    report(folder, tmp_path / "again", notebooks=notebooks)
    assert snapshot(again.folder) == snapshot(made.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["again"]


def test_a_page_does_not_tell_where_the_case_lay(made: Report, folder: Path) -> None:
    for path in made.paths:
        assert str(folder).encode() not in path.read_bytes(), path.name
    assert "CASE = 'mine'  # the case folder" in pages(made)["01-first.html"].text


def test_cells_of_another_case_are_left_out(made: Report) -> None:
    text = pages(made)["01-first.html"].text
    assert "Only of Facebook" not in text
    assert "Only of mine" in text


def test_the_case_folder_and_the_notebooks_are_only_read(made: Report, folder: Path, notebooks: Path) -> None:
    assert sorted(snapshot(folder)) == sorted(["case.toml", *(table.file for table in TABLES)])
    assert sorted(snapshot(notebooks)) == ["01-first.ipynb", "02-second.ipynb"]
    assert json.loads((notebooks / "02-second.ipynb").read_text(encoding="utf-8"))["cells"][2]["outputs"] == []


def test_the_tables_hold_what_the_package_computes_and_what_was_loaded(made: Report, folder: Path) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        with (made.folder / "tables" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    verdicts = compare(open_case(folder))
    assert [row["verdict"] for row in rows("findings.csv")] == list(verdicts.findings["verdict"])
    assert [(r["statement_id"], r["observation_id"], r["days_after_least"]) for r in rows("comparisons.csv")] == [
        ("S1", "O1", "1040"),
        ("S2", "O2", "-484"),
    ]
    assert [row["users"] for row in rows("observations.csv")] == ["70", ""]
    assert {row["source_id"]: row["title"] for row in rows("sources.csv")} == {"s": HOSTILE, "o": "'=1+1"}


def test_the_index_says_what_was_compared_and_links_to_all_else(made: Report) -> None:
    page = pages(made)["index.html"]
    links = {attrs.get("href") for tag, attrs in page.elements if tag == "a"}
    assert links == {p.relative_to(made.folder).as_posix() for p in made.paths} - {
        "index.html",
        "plotly.min.js",
        MARKER,
    }
    text = " ".join(page.text.split())
    assert "2 of 2 statements say when access ended" in text
    assert "2 comparisons of a statement with an observation" in text
    assert "CC0-1.0" in text
    assert "rows read" in text
    assert "0 problems" in text
    assert "What was seen?" in text


def test_a_figure_is_drawn_and_nothing_else_runs(made: Report, tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        why = "no Chromium is installed (Debian: apt-get install chromium)"
        if os.environ.get("OVERSTAY_ALL_TESTS"):
            pytest.fail(why)
        pytest.skip(why)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync", "--virtual-time-budget=10000", "--dump-dom"]
    page = (made.folder / "01-first.html").as_uri()
    done = subprocess.run(
        [chromium, *options, f"--user-data-dir={tmp_path}", page],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert 'class="main-svg"' in done.stdout
    assert "<title>What was seen? – T&lt;script&gt;" in done.stdout
    assert "<title>run" not in done.stdout


def test_a_kernelspec_of_the_user_is_not_asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stray = tmp_path / "jupyter" / "kernels" / "python3"
    stray.mkdir(parents=True)
    (stray / "kernel.json").write_text(
        '{"argv": ["/bin/false"], "display_name": "x", "language": "python"}', encoding="utf-8"
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    notebook(tmp_path / "nb", "only", CASE, "import sys; print(sys.executable)")
    done = report(folder, tmp_path / "out", notebooks=tmp_path / "nb")
    assert sys.executable in (done.folder / "only.html").read_text(encoding="utf-8")


def test_a_cell_that_fails_is_named_and_the_earlier_report_stays(folder: Path, tmp_path: Path) -> None:
    notebook(tmp_path / "nb", "01-good", CASE, "print('good')")
    before = snapshot(report(folder, tmp_path / "out", notebooks=tmp_path / "nb").folder)
    notebook(tmp_path / "nb", "02-bad", ("case-facebook", "# Left out"), CASE, "1 / 0", "print('never')")
    with pytest.raises(ExportError) as caught:
        report(folder, tmp_path / "out", notebooks=tmp_path / "nb")
    assert str(caught.value) == "02-bad.ipynb, cell 3: ZeroDivisionError: division by zero"
    assert snapshot(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nb", "out"]


def test_a_notebook_without_its_parameters_is_refused(folder: Path, tmp_path: Path) -> None:
    notebook(tmp_path / "nb", "01-none", "print('no parameters')")
    with pytest.raises(ExportError, match=r'01-none.ipynb has no cell tagged "parameters", in which CASE is set'):
        report(folder, tmp_path / "out", notebooks=tmp_path / "nb")
    notebook(tmp_path / "nb", "01-none", ("parameters", "FOLDER = 1"))
    with pytest.raises(ExportError, match=r'01-none.ipynb: the cell tagged "parameters" does not set CASE'):
        report(folder, tmp_path / "out", notebooks=tmp_path / "nb")


def test_nothing_that_somebody_else_wrote_is_replaced(folder: Path, notebooks: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"letters holds letter.txt, which no report wrote"):
        report(folder, tmp_path / "letters", notebooks=notebooks)
    for out in (folder, folder / "report", folder.parent):
        with pytest.raises(ExportError, match="a report may not lie in the case folder, nor around it"):
            report(folder, out, notebooks=notebooks)


def test_a_note_left_in_an_earlier_report_is_not_lost(made: Report, folder: Path, notebooks: Path) -> None:
    note = made.folder / "tables" / "note.txt"
    note.write_text("mine", encoding="utf-8")
    try:
        with pytest.raises(ExportError, match=r"holds tables/note.txt, which no report wrote"):
            report(folder, made.folder, notebooks=notebooks)
    finally:
        note.unlink()


@pytest.mark.usefixtures("made")
def test_progress_counts_the_cells_of_each_notebook(steps: list[Step]) -> None:
    assert [step for step in steps if step.number == 2] == [
        Step("02-second", 2, 2, 1, 2),
        Step("02-second", 2, 2, 2, 2),
    ]
    assert [(step.cell, step.cells) for step in steps if step.number == 1] == [(n, 4) for n in range(1, 5)]


def test_the_command_reports_on_a_new_case_with_overstays_own_notebooks(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "overstay.cli"]
    subprocess.run([*command, "new", "mine"], cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run([*command, "report", "mine"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"begin with {tmp_path / 'report' / 'mine' / 'index.html'}\n")
    names = {path.stem for path in notebooks_folder().glob("*.ipynb")}
    # The new case has no logs, and is neither the trackers nor the labelled sentences.
    elsewhere = {"05-access-logs", "06-second-case-trackers", "07-extraction-quality"}
    assert elsewhere < names
    names -= elsewhere
    assert names <= {path.stem for path in (tmp_path / "report" / "mine").glob("*.html")}
    for name in names:
        assert name in done.stderr

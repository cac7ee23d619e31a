"""The notebooks were saved from one clean run, and strict nbval sees it when one mark in one figure changes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
names = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def code_cells(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]


@names
def test_every_code_cell_was_saved_with_its_count(path: Path) -> None:
    # nbval compares nothing in a cell without its count, so a stripped notebook would pass.
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


@names
def test_no_cell_is_skipped_or_raises(path: Path) -> None:
    tags = {tag for cell in read(path)["cells"] for tag in cell["metadata"].get("tags", [])}
    assert not {tag for tag in tags if tag.startswith("nbval") or tag == "raises-exception"}
    assert not [cell for cell in code_cells(path) if "NBVAL" in "".join(cell["source"])]
    outputs = [output for cell in code_cells(path) for output in cell["outputs"]]
    assert not [output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"]


@names
def test_a_notebook_is_small_and_opens_with_its_case(path: Path) -> None:
    cells = read(path)["cells"]
    assert len(cells) <= 25
    assert path.stat().st_size <= 300_000
    assert cells[0]["cell_type"] == "markdown"
    parameters = code_cells(path)[0]
    assert parameters["metadata"]["tags"][0] == "parameters"
    assert "".join(parameters["source"]).startswith('CASE = "../data/')
    assert not [cell for cell in code_cells(path) if "def " in "".join(cell["source"])]
    text = path.read_text(encoding="utf-8")
    assert str(ROOT) not in text


@names
def test_every_figure_is_kept_with_the_notebook_and_asks_no_network(path: Path) -> None:
    for cell in code_cells(path):
        for output in cell["outputs"]:
            figure = output.get("data", {}).get("application/vnd.plotly.v1+json")
            assert figure is None or "http" not in json.dumps(figure.get("config", {}))


def test_one_changed_figure_fails_strict_nbval(tmp_path: Path) -> None:
    path = ROOT / "notebooks" / "04-partner-data-graph.ipynb"
    notebook = read(path)
    case = json.dumps(str(ROOT / "data" / "facebook"))
    figures = 0
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if source.startswith("CASE ="):
            cell["source"] = [f"CASE = {case}"]
        for output in cell.get("outputs", []):
            figure = output.get("data", {}).get("application/vnd.plotly.v1+json")
            if figure and not figures:
                figures += 1
                marker = next(trace for trace in figure["data"] if trace.get("x"))
                marker["x"] = [0.123, *marker["x"][1:]]
    assert figures == 1
    copy = tmp_path / "tampered.ipynb"
    copy.write_text(json.dumps(notebook), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-q",
        "-p",
        "no:cacheprovider",
        str(copy),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout
    assert "1 failed" in done.stdout

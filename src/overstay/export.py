"""A case ─► a folder for readers: the notebooks as HTML pages, an index, and the tables as CSV."""

from __future__ import annotations

import ast
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import plotly.offline
from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from overstay import pages
from overstay.case import Case, open_case
from overstay.errors import ExportError, shorten
from overstay.findings import Verdicts, compare
from overstay.sheets import csv_text, without_small_counts
from overstay.tables import TABLES

MARKER = ".overstay-report"
CELL_SECONDS = 600
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Step:
    """How far a report is: `cell` of `cells` are done in `notebook`, which is number `number` of `of`."""

    notebook: str
    number: int
    of: int
    cell: int
    cells: int


@dataclass(frozen=True, slots=True)
class Report:
    """What `report` wrote: the folder, its first page, and all files, sorted."""

    folder: Path
    index: Path
    paths: tuple[Path, ...]


def report(
    case_folder: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    on_progress: Callable[[Step], None] | None = None,
    notebooks: str | os.PathLike[str] | None = None,
) -> Report:
    """Run the notebooks on a case and write them as pages that open without a network, with the tables as CSV.

    `out` (report/<name of the case folder> where not given) appears whole or not at all: an earlier report stays until
    the new one is complete. on_progress is called after each cell, from several threads. notebooks: a folder of other
    notebooks than overstay's own; each needs a cell tagged `parameters` that sets CASE.

    CaseError where the case has problems. ExportError where a cell fails (notebook, cell and exception are named), or
    where `out` lies in the case folder or is no earlier report: nothing that somebody else wrote is replaced.
    """
    case = open_case(case_folder)
    target = (Path.cwd() / "report" / case.folder.name if out is None else Path(out)).resolve()
    _check_target(target, case.folder)
    drafts = _read_notebooks(Path(notebooks) if notebooks else notebooks_folder(), case)
    _run_all(drafts, on_progress)
    files = _files(compare(case), drafts, case)
    _check_target(target, case.folder)
    try:
        _put_in_place(files, target)
    except OSError as error:
        raise ExportError(f"{target} could not be written: {error}") from error
    return Report(target, target / "index.html", tuple(target / name for name in sorted(files)))


def notebooks_folder() -> Path:
    """Where overstay's own notebooks lie: in the installed package, or in the checkout of which it is a part."""
    package = Path(__file__).parent
    for folder in (package / "notebooks", package.parents[1] / "notebooks"):
        if any(folder.glob("*.ipynb")):
            return folder
    raise ExportError("overstay's notebooks are not installed; install the package again, or pass notebooks=")


@dataclass(slots=True)
class _Draft:
    """A notebook on its way to a page; `numbers` gives each cell's number in the file, counted from 1."""

    name: str
    notebook: NotebookNode
    numbers: list[int]
    parameters: NotebookNode
    shown: str


class _OwnKernel(AsyncKernelManager):
    """A kernel of this very Python: a kernelspec that a user has installed under the same name is not asked."""

    @property
    def kernel_spec(self) -> KernelSpec:
        return KernelSpec(**get_kernel_dict())


def _read_notebooks(folder: Path, case: Case) -> list[_Draft]:
    """The notebooks with CASE set to the case, without cells that speak of another case alone."""
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise ExportError(f"{folder} holds no notebook")
    drafts = []
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        parameters = next((cell for cell in notebook.cells if "parameters" in _tags(cell)), None)
        if parameters is None:
            raise ExportError(f'{path.name} has no cell tagged "parameters", in which CASE is set')
        if not _is_about(parameters, case.folder.name) or ("needs-logs" in _tags(parameters) and not case.loaded):
            continue  # the whole notebook is about one other case, or about logs where there are none
        kept = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if _is_about(cell, case.folder.name)]
        notebook.cells = [cell for _, cell in kept]
        # A page shows the case's name, not where it lies on the machine that made it.
        shown = _set_case(parameters.source, case.folder.name, path.name)
        parameters.source = _set_case(parameters.source, str(case.folder), path.name)
        drafts.append(_Draft(path.stem, notebook, [n for n, _ in kept], parameters, shown))
    return drafts


def _tags(cell: NotebookNode) -> Sequence[str]:
    return cell.metadata.get("tags", [])


def _is_about(cell: NotebookNode, name: str) -> bool:
    """Whether a cell holds for this case: a tag `case-<name>` names the one case of which it speaks."""
    cases = [tag.removeprefix("case-") for tag in _tags(cell) if tag.startswith("case-")]
    return not cases or name in cases


def _set_case(source: str, value: str, notebook: str) -> str:
    """The source with the value assigned to CASE replaced, and all else left as it is."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "CASE" for t in node.targets):
            old = ast.get_source_segment(source, node.value)
            if old is not None:
                head = source.splitlines(keepends=True)[: node.value.lineno - 1]
                start = len("".join(head)) + len(
                    source.splitlines()[node.value.lineno - 1].encode()[: node.value.col_offset].decode()
                )
                return source[:start] + repr(value) + source[start + len(old) :]
    raise ExportError(f'{notebook}: the cell tagged "parameters" does not set CASE')


def _run_all(drafts: Sequence[_Draft], on_progress: Callable[[Step], None] | None) -> None:
    """Run each notebook in a kernel of its own, two at a time; the first failure in their order is raised."""
    stop = threading.Event()
    with tempfile.TemporaryDirectory(prefix="overstay-") as scratch, ThreadPoolExecutor(_AT_ONCE) as pool:
        runs = []
        for number, draft in enumerate(drafts, 1):
            step = Step(draft.name, number, len(drafts), 0, sum(c.cell_type == "code" for c in draft.notebook.cells))
            runs.append(
                pool.submit(_run, draft, step, Path(scratch) / str(number), stop, on_progress or (lambda _: None))
            )
        try:
            for run in runs:
                run.result()
        finally:
            stop.set()  # what still runs ends with its present cell


def _run(draft: _Draft, step: Step, scratch: Path, stop: threading.Event, on_progress: Callable[[Step], None]) -> None:
    """Run one notebook in an empty folder: what it writes there goes, and nothing of the user's settings comes in."""
    at = [0, 0]  # the cell in hand, and how many are done

    def begin(cell: NotebookNode, cell_index: int) -> None:
        at[0] = cell_index
        if stop.is_set():
            raise ExportError(f"{draft.name} was stopped")

    def done(cell: NotebookNode, cell_index: int, execute_reply: Mapping[str, Any]) -> None:
        at[1] += 1
        on_progress(Step(step.notebook, step.number, step.of, at[1], step.cells))

    scratch.mkdir()
    own = {
        "IPYTHONDIR": str(scratch / "ipython"),
        "PYTHONHASHSEED": "0",
        "OVERSTAY_PROGRESS": "0",
        "PLOTLY_RENDERER": "plotly_mimetype",
    }
    client = NotebookClient(
        draft.notebook,
        kernel_name="python3",
        kernel_manager_class=_OwnKernel,
        timeout=CELL_SECONDS,
        resources={"metadata": {"path": str(scratch)}},
        on_cell_start=begin,
        on_cell_executed=done,
    )
    log = scratch / "kernel.log"
    try:
        with log.open("wb") as words:
            client.execute(env={**os.environ, **own}, stdout=words, stderr=words)
    except CellExecutionError as error:
        raise ExportError(_failure(draft, at[0], f"{error.ename}: {shorten(str(error.evalue), 1000)}")) from error
    except CellTimeoutError as error:
        raise ExportError(_failure(draft, at[0], f"took more than {CELL_SECONDS} seconds")) from error
    except (DeadKernelError, RuntimeError, OSError) as error:
        said = log.read_text(encoding="utf-8", errors="replace")[-1000:].strip()
        raise ExportError(_failure(draft, at[0], f"the kernel ended: {error} {said}".strip())) from error
    draft.parameters.source = draft.shown


def _failure(draft: _Draft, index: int, why: str) -> str:
    return f"{draft.name}.ipynb, cell {draft.numbers[index]}: {why}"


def _files(verdicts: Verdicts, drafts: Sequence[_Draft], case: Case) -> dict[str, bytes]:
    """Every file of the report, by its path in the folder."""
    tables = {
        "findings.csv": ("One row a statement that gives an end, with its strongest verdict.", verdicts.findings),
        "comparisons.csv": ("One row a statement and observation of the same thing.", verdicts.comparisons),
        **{table.file: (table.description, _input_table(case, table.name)) for table in TABLES},
    }
    if case.loaded:
        tables |= {
            "logs.csv": ("One row a log file: its SHA-256, rows read = loaded + rejected.", case.logs),
            "access.csv": ("One row a log, partner, program and kind of data: first and last access.", case.access),
            "coverage.csv": ("One row a stretch of days of a log, and what bears on what it can show.", case.coverage),
        }
    names = [draft.name for draft in drafts]
    titles = {draft.name: pages.notebook_title(draft.notebook, draft.name) for draft in drafts}
    texts = {
        f"tables/{name}": csv_text(without_small_counts(frame, case.small_counts))
        for name, (_, frame) in tables.items()
    }
    for draft in drafts:
        texts[f"{draft.name}.html"] = pages.notebook_page(
            draft.notebook, draft.name, case_title=case.title, names=names
        )
    texts["index.html"] = pages.index_page(
        verdicts,
        notebooks=titles,
        sheets={name: (what, len(frame)) for name, (what, frame) in tables.items()},
        version=version("overstay"),
    )
    texts["plotly.min.js"] = plotly.offline.get_plotlyjs()
    texts[MARKER] = "\n".join(["overstay wrote these files and may replace them:", *sorted(texts)]) + "\n"
    return {name: text.encode("utf-8", errors="replace") for name, text in texts.items()}


def _input_table(case: Case, name: str) -> pd.DataFrame:
    """A table of the case as it was loaded, sorted by its key, whole numbers as such."""
    table = next(table for table in TABLES if table.name == name)
    integers = {column.name: "Int64" for column in table.columns if column.kind == "integer"}
    return case.mark(case.connection.table(name).order(table.key).df().astype(integers))


def _check_target(target: Path, case_folder: Path) -> None:
    if target.is_relative_to(case_folder) or case_folder.is_relative_to(target):
        raise ExportError(f"{target}: a report may not lie in the case folder, nor around it; choose another --out")
    if not target.exists():
        return
    if not target.is_dir():
        raise ExportError(f"{target} is a file; choose another --out")
    held = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
    marker = target / MARKER
    ours = set(marker.read_text(encoding="utf-8").splitlines()[1:]) | {MARKER} if marker.is_file() else set()
    if foreign := sorted(held - ours):
        raise ExportError(f"{target} holds {foreign[0]}, which no report wrote; move it away, or choose another --out")


def _put_in_place(files: Mapping[str, bytes], target: Path) -> None:
    """Write into a folder beside the target and rename: the old report is whole until the new one is."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    try:
        for name, content in files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_bytes(content)
        if target.exists():
            target.rename(old)
        try:
            draft.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)

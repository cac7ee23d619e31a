"""The wheel that is built is what works when it is installed, away from this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(target.glob("overstay-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a shell in which the wheel, not the checkout, is found first."""
    target = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True,
        capture_output=True,
    )
    return {**os.environ, "PYTHONPATH": str(target)}


def run(code: str, env: dict[str, str], cwd: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], env=env, cwd=cwd, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_the_wheel_holds_the_queries_and_the_notebooks_and_no_case(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    queries = {Path(name).name for name in names if name.endswith(".sql")}
    assert queries == {path.name for path in (ROOT / "src/overstay/sql").glob("*.sql")}
    notebooks = {Path(name).name for name in names if name.endswith(".ipynb")}
    assert notebooks == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert not [name for name in names if "facebook" in name.lower()]


def test_the_installed_wheel_compares_a_case(installed: dict[str, str], tmp_path: Path) -> None:
    case = str(ROOT / "data" / "facebook")
    code = f"import overstay as o; print(o.__file__); print(len(o.compare(o.open_case({case!r})).findings))"
    where, findings = run(code, installed, tmp_path).splitlines()
    assert where.startswith(installed["PYTHONPATH"])
    assert int(findings) > 50


def test_importing_overstay_loads_neither_pandas_nor_duckdb(installed: dict[str, str], tmp_path: Path) -> None:
    code = "import overstay, sys; print([m for m in ('pandas', 'duckdb', 'plotly', 'networkx') if m in sys.modules])"
    assert run(code, installed, tmp_path) == "[]"


def test_every_public_name_is_there(installed: dict[str, str], tmp_path: Path) -> None:
    code = "import overstay; print([name for name in overstay.__all__ if not callable(getattr(overstay, name))])"
    assert run(code, installed, tmp_path) == "[]"

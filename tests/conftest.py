"""What all tests share: repeatable Hypothesis runs, a cache of their own, the order of files, the Facebook case."""

import os
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from overstay import Case, Verdicts, compare, open_case

# What takes longest comes first, so that no process is left with it at the end.
LONG = (
    "test_truth.py",
    "test_log_verdicts.py",
    "test_against_oracle.py",
    "test_log_loading.py",
    "test_cache.py",
    "test_report.py",
    "test_daily.py",
    "test_cli.py",
    "test_notebooks.py",
    "test_picture.py",
    "test_review_browser.py",
    "test_documents_hostile.py",
    "test_review.py",
    "test_coverage.py",
    "test_suggestions.py",
)
SPLIT = "test_against_oracle.py::test_no_reading_denies_an_accusation_and_none_is_missed["

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None, max_examples=60)
settings.load_profile("repeatable")


def pytest_configure(config: pytest.Config) -> None:
    """Loaded logs and the key to users lie in a folder of this run; no fixture, which notebooks would not have."""
    folder, patch = tempfile.TemporaryDirectory(prefix="overstay-tests-"), pytest.MonkeyPatch()
    patch.setenv("OVERSTAY_CACHE", str(Path(folder.name) / "cache"))
    patch.setenv("OVERSTAY_KEY_FILE", str(Path(folder.name) / "key" / "user.key"))
    patch.setenv("OVERSTAY_PROGRESS", "0")  # a slow machine must not add to what a notebook shows
    config.add_cleanup(folder.cleanup)
    config.add_cleanup(patch.undo)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything should be installed (OVERSTAY_ALL_TESTS is set), a test that is skipped has failed."""
    report = yield
    if os.environ.get("OVERSTAY_ALL_TESTS") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped where nothing may be: {report.longrepr}"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first, in the order of LONG, then the notebooks; all else stays as it was."""
    places = {name: place for place, name in enumerate(LONG)}

    def place(item: pytest.Item) -> int:
        return places.get(item.path.name, len(LONG) if item.path.suffix == ".ipynb" else len(LONG) + 1)

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give a file to a process whole, for what it has built and for its kernel, but for the parts of one long test."""
    from xdist.scheduler import LoadFileScheduling

    class Files(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if SPLIT in nodeid else super()._split_scope(nodeid)

    return Files(config, log)


@pytest.fixture(scope="session")
def facebook_folder() -> Path:
    """The real case of this project."""
    return Path(__file__).parent.parent / "data" / "facebook"


@pytest.fixture(scope="session")
def facebook(facebook_folder: Path) -> Case:
    """The Facebook case, opened clean."""
    return open_case(facebook_folder)


@pytest.fixture(scope="session")
def facebook_verdicts(facebook: Case) -> Verdicts:
    """Its comparisons and findings with the usual options."""
    return compare(facebook)

"""What all tests share: repeatable Hypothesis runs, and the Facebook case opened once."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from overstay import Case, Verdicts, compare, open_case

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None, max_examples=60)
settings.load_profile("repeatable")


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

"""Three queries go over the events of logs, for logs of different kinds; where two of them may, they say the same."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from overstay import caselogs, compare, open_case

SYNTHETIC = Path(__file__).parent.parent / "data" / "synthetic"


def only_moments(folder: Path, *, users: str) -> Path:
    """The synthetic case with its two logs that give moments in UTC, and not the others."""
    shutil.copytree(SYNTHETIC, folder)
    text = (folder / "case.toml").read_text(encoding="utf-8")
    tables = text.split("\n[logs.")
    kept = [tables[0], *(table for table in tables[1:] if table.startswith(("api]", "web]")))]
    text = "\n[logs.".join(kept).replace('user = "user"\n', f'user = "user"\nusers = "{users}"\n')
    assert sorted(tomllib.loads(text)["logs"]) == ["api", "web"]
    (folder / "case.toml").write_text(text, encoding="utf-8")
    return folder


def listening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the queries that are chosen from now on."""
    asked: list[str] = []
    choose = caselogs.events_step

    def chosen(*words: Any) -> str:
        asked.append(choose(*words))
        return asked[-1]

    monkeypatch.setattr(caselogs, "events_step", chosen)
    return asked


@pytest.mark.parametrize(("users", "quick"), [("key", "logged_moments"), ("drop", "logged_by_day")])
def test_the_quick_query_says_what_the_general_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, users: str, quick: str
) -> None:
    case = open_case(only_moments(tmp_path / "case", users=users))
    asked = listening(monkeypatch)
    for grace_days in (0, 30):
        for zone in (None, "Asia/Tokyo"):
            found = compare(case, grace_days=grace_days, zone=zone)
            with monkeypatch.context() as general:
                general.setattr(caselogs, "events_step", lambda *_: "logged_tiers")
                expected = compare(case, grace_days=grace_days, zone=zone)
            pd.testing.assert_frame_equal(found.comparisons, expected.comparisons, check_dtype=False)
            pd.testing.assert_frame_equal(found.findings, expected.findings, check_dtype=False)
            after = found.comparisons["events_after"]
            assert (after > 0).sum() > 4, "nothing was put to the test"
    assert set(asked) == {quick}


def test_months_and_doubled_hours_take_the_general_query(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = listening(monkeypatch)
    compare(open_case(SYNTHETIC))
    assert asked == ["logged_tiers"]

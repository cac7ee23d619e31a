"""case.toml ─► the settings of a case and the descriptions of its logs, and what is wrong with them."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from overstay.dates import read_zone
from overstay.dating.table import read_overrides
from overstay.errors import DateError, Problem, without_value
from overstay.logs import Log, read_logs

SETTINGS = {
    "title": "what the case is called",
    "question": "what it asks, in one sentence",
    "licence": "the licence of its data",
    "zone": "the time zone of its dates, where all have one: an IANA name or +02:00",
    "description": "a paragraph about the case",
}
REQUIRED = ("title", "question", "licence")
OTHERS = ("synthetic", "small_counts", "logs", "dates")
FILE = "case.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What case.toml says: `texts` by name; counts of people under `small_counts` leave the case as "<10".

    `dates`: what the case sets otherwise in the rules for vague time, by rule and parameter (see `dating.table`).
    """

    texts: dict[str, str] = field(default_factory=dict)
    synthetic: bool = False
    small_counts: int = 10
    logs: tuple[Log, ...] = ()
    dates: dict[str, dict[str, str]] = field(default_factory=dict)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings that can be used, and the problems of the others; `root` is the case folder, resolved."""
    path = root / FILE
    if not path.is_file():
        return Settings(), [Problem(FILE, 0, "", "", "is missing; it holds title, question and licence")]
    if not path.resolve().is_relative_to(root):
        return Settings(), [
            Problem(FILE, 0, "", "", "is a link to a file outside the case folder; put the file itself there")
        ]
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Settings(), [Problem(FILE, 0, "", "", f"is not TOML in UTF-8: {error}")]
    texts, problems = _texts(raw)
    synthetic, small = raw.get("synthetic", False), raw.get("small_counts", 10)
    if not isinstance(synthetic, bool):
        problems.append(Problem(FILE, 0, "synthetic", str(synthetic), "must be true or false, without quotes"))
        synthetic = True  # to call a real case synthetic is the lesser mistake
    if isinstance(small, bool) or not isinstance(small, int) or not 1 <= small <= 1_000_000:
        problems.append(Problem(FILE, 0, "small_counts", str(small), "must be a whole number from 1"))
        small = 10
    logs, wrong = read_logs(root, raw.get("logs", {}))
    dates, misread = read_overrides(raw.get("dates", {}), FILE)
    return Settings(texts, synthetic, small, tuple(logs), dates), problems + misread + wrong


def _texts(raw: dict[str, Any]) -> tuple[dict[str, str], list[Problem]]:
    texts: dict[str, str] = {}
    problems = []
    for key, value in raw.items():
        if key in OTHERS:
            continue
        if key not in SETTINGS:
            known = (*SETTINGS, *OTHERS)
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; is {near[0]!r} meant?" if near else f"; there are {', '.join(known)}"
            problems.append(Problem(FILE, 0, key, "", f"is no setting{hint}"))
        elif not isinstance(value, str) or not value.strip():
            problems.append(Problem(FILE, 0, key, str(value), f"must be text in quotes: {SETTINGS[key]}"))
        else:
            texts[key] = value.strip()
    problems += [Problem(FILE, 0, key, "", f"is missing: {SETTINGS[key]}") for key in REQUIRED if key not in raw]
    if zone := texts.get("zone"):
        try:
            read_zone(zone)
        except DateError as error:
            problems.append(Problem(FILE, 0, "zone", zone, without_value(str(error), zone)))
            del texts["zone"]
    return texts, problems

"""`overstay synth`: a whole made-up case, in which it is known what must be found."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from overstay.errors import ExportError, OptionError
from overstay.made_up.logs import ExpectedFile, agent_rows, endpoint_rows, write_logs
from overstay.made_up.stories import tell_stories
from overstay.made_up.world import (
    CATEGORIES,
    COUNT_SOURCE,
    IRISH_ZONE,
    LOCAL_ZONE,
    LOG_SOURCE,
    PROGRAMS,
    SOURCES,
    Expected,
    World,
    make_world,
)
from overstay.progress import Report
from overstay.tables import TABLES

TRUTH, TRUTH_FILES = "truth.csv", "truth_files.csv"
_MAP_COLUMNS = ("pattern", "partner_id", "program_id", "category_id", "reading", "note")

_CASE = """\
title = "A made-up platform and its partners"
question = "Did partners' requests go on after the days on which their access was said to have ended?"
licence = "CC-BY-4.0"
description = "Everything in this case is drawn by chance, from the seed {seed}. truth.csv says what must be found."
synthetic = true

[logs.api]
file = "logs/api.csv"
source = "internal-logs"
time = "time"
time_zone = "UTC"
partner = "partner"
map = "logs/endpoints.csv"
map_column = "endpoint"
user = "user"
status = "status"
refused = ["401", "403"]

[logs.local]
file = "logs/api-local.csv.gz"
source = "internal-logs"
time = "time"
time_zone = "{local}"
partner = "partner"
map = "logs/endpoints.csv"
map_column = "endpoint"
user = "user"
status = "status"
refused = ["401", "403"]

[logs.web]
file = "logs/web.log"
source = "internal-logs"
format = "combined"
map = "logs/agents.csv"
map_column = "agent"
user = "user"
status = "status"
refused = ["401", "403"]

[logs.extra]
file = "logs/extra.jsonl"
source = "internal-logs"
time = "request.time"
time_zone = "{irish}"
partner = "app"
program = "api"
category = "scope"
user = "user"
status = "status"
refused = ["401", "403"]

[logs.monthly]
file = "logs/monthly.csv"
source = "internal-logs"
period = "month"
period_unit = "month"
time_zone = "UTC"
partner = "partner"
program = "program"
category = "category"
count = "requests"

[logs.daily]
file = "logs/daily.csv"
source = "internal-counts"
period = "day"
period_unit = "day"
partner = "partner"
program = "program"
category = "category"
count = "requests"
"""


@dataclass(frozen=True, slots=True)
class Truth:
    """What `synth_case` wrote, and what must be found in it; the same stands in truth.csv and truth_files.csv."""

    folder: Path
    expected: tuple[Expected, ...]
    files: tuple[ExpectedFile, ...]

    @property
    def rows(self) -> int:
        """How many rows all logs have together."""
        return sum(file.rows for file in self.files)


def synth_case(
    folder: str | os.PathLike[str],
    *,
    rows: int = 5000,
    seed: int = 1,
    partners: int = 12,
    report: Report | None = None,
) -> Truth:
    """Write a synthetic case of `rows` rows in six logs, and give what must be found in it.

    The same values give the same bytes on every machine. The folder appears whole or not at all. OptionError for fewer
    than 3,000 rows, fewer than 12 partners or more than 500; ExportError where the folder exists and is not empty.
    """
    for name, value in (("rows", rows), ("seed", seed), ("partners", partners)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise OptionError(f"{name}={value!r}: write a whole number")
    target = Path(folder)
    world = make_world(seed, partners)
    tell_stories(world)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise ExportError(f"{target} exists and is not empty; name a folder that does not exist yet")
        draft.mkdir(parents=True)
        files = write_logs(draft, world, rows, report)
        texts = {"case.toml": _CASE.format(seed=seed, local=LOCAL_ZONE, irish=IRISH_ZONE)}
        for table in TABLES:
            columns = [column.name for column in table.columns]
            texts[table.file] = _csv_text(columns, _table(world, table.name))
        texts["logs/endpoints.csv"] = _csv_text(_MAP_COLUMNS, endpoint_rows())
        texts["logs/agents.csv"] = _csv_text(_MAP_COLUMNS, agent_rows(world))
        texts[TRUTH] = _csv_text([field.name for field in fields(Expected)], map(asdict, world.expected))
        texts[TRUTH_FILES] = _csv_text([field.name for field in fields(ExpectedFile)], map(asdict, files))
        for name, text in texts.items():
            (draft / name).write_bytes(text.encode())
        if target.exists():
            target.rmdir()
        draft.rename(target)
    except OSError as error:
        raise ExportError(f"{target} could not be made: {error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Truth(target, tuple(world.expected), tuple(files))


def _table(world: World, name: str) -> list[dict[str, str]]:
    """The rows of one table of the case; observations there are none but those that the logs give."""
    if name == "sources":
        return _sources(world)
    if name == "partners":
        return [
            {"partner_id": p.id, "name": p.name, "kind": "made up", "aliases": "|".join(p.aliases)}
            for p in world.partners
        ]
    if name == "programs":
        return [{"program_id": id, "name": name, "started": str(world.year - 2)} for id, name in PROGRAMS.items()]
    if name == "categories":
        return [{"category_id": id, "name": name, "part_of": whole} for id, (name, whole) in CATEGORIES.items()]
    return world.statements if name == "statements" else []


def _sources(world: World) -> list[dict[str, str]]:
    published = f"{world.year + 1}-06-01"
    rows = []
    for zone, source_id in SOURCES.items():
        where = f"times of {zone}" if zone else "a place that is not known"
        rows.append(
            {
                "source_id": source_id,
                "title": f"Statements in {where}",
                "publisher": "The Example Platform",
                "published": published,
                "kind": "company statement",
                "note": "Made up.",
                "zone": zone,
            }
        )
    own = {"publisher": "The Example Platform", "published": published, "kind": "log", "note": "Made up."}
    logs = {"source_id": LOG_SOURCE, "title": "The platform's own logs", "zone": "UTC"}
    counts = {"source_id": COUNT_SOURCE, "title": "Counts by day, in a place that is not known"}
    return [*rows, own | logs, own | counts]


def _csv_text(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()

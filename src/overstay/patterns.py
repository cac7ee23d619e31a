"""The map of a log: patterns of endpoints, scopes or names, and the partner, program, kind of data they stand for."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from overstay.checks import check_path
from overstay.errors import Problem

COLUMNS = ("pattern", "partner_id", "program_id", "category_id", "reading", "note")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of a map, in `line` of its file: `text`, where `*` stands for any text, and what it stands for."""

    line: int
    text: str
    partner_id: str = ""
    program_id: str = ""
    category_id: str = ""
    reading: str = "plain"

    @property
    def glob(self) -> str:
        """The pattern for DuckDB's GLOB: only `*` is special in a map, so that no path needs escaping."""
        return re.sub(r"[?\[\\]", lambda found: f"[{found.group()}]" if found.group() != "\\" else "\\\\", self.text)


def read_patterns(root: Path, name: str) -> tuple[tuple[Pattern, ...], list[Problem]]:
    """The rows of a map (a CSV file in the case folder, `root`) in their order, and what is wrong with it."""
    problems: list[Problem] = []
    try:
        text = check_path(root, name).read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text), strict=True)
        header = list(reader.fieldnames or [])
        rows = [(reader.line_num, row) for row in reader]
    except (ValueError, OSError, csv.Error) as error:
        return (), [Problem(name, 0, "", "", f"cannot be read as a map: {error}")]
    if "pattern" not in header:
        return (), [Problem(name, 1, "pattern", "", f"is missing in the header; a map has {', '.join(COLUMNS)}")]
    problems += [
        Problem(name, 1, column, "", f"is no column of a map; there are {', '.join(COLUMNS)}")
        for column in header
        if column not in COLUMNS
    ]
    patterns: list[Pattern] = []
    for line, row in rows:
        cells = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
        reading = cells.get("reading") or "plain"
        if None in row:
            problems.append(Problem(name, line, "", "", "has more cells than the header"))
        elif not cells["pattern"]:
            problems.append(Problem(name, line, "pattern", "", "is blank and must be filled"))
        elif reading not in ("plain", "arguable"):
            problems.append(Problem(name, line, "reading", reading, "is not one of plain, arguable"))
        else:
            ids = {key: cells.get(key, "") for key in ("partner_id", "program_id", "category_id")}
            patterns.append(Pattern(line, cells["pattern"], **ids, reading=reading))
    return tuple(patterns), problems

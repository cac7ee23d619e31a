"""`overstay new`: an empty case folder with one example row a table, and its data dictionary beside it."""

from __future__ import annotations

import csv
import io
import os
import re
from pathlib import Path

from overstay.casefile import REQUIRED, SETTINGS
from overstay.datapackage import save_descriptor
from overstay.errors import ExportError, OptionError
from overstay.logkeys import OTHERS, TEXTS
from overstay.tables import ALL_TABLES, TABLES, Column, Table

_EXAMPLES = {
    "title": "A new case",
    "question": "Did access go on after the date on which somebody said that it had ended?",
    "licence": "CC-BY-4.0",
    "zone": "America/New_York",
    "description": "Example: whose data, shared with whom, in which years.",
}
_LOG = """\
Access logs: put them into logs/, run `overstay check`, and describe each here. All settings stand in columns.md.

[logs.api]
file = "logs/api.csv"
source = "newsroom-2020-03-02"
time = "time"
time_zone = "UTC"
partner = "partner"
"""
_DOCUMENTS = """\
# Documents

Put here what was read: originals that you may keep, or an abstract in your own words.
Name a file in the column `document` of sources.csv, as `documents/report.md`. This README is only a placeholder.
"""


def new_case(folder: str | os.PathLike[str], *, title: str = _EXAMPLES["title"]) -> Path:
    """Make a case folder that opens without a problem, and give its path.

    It holds case.toml, six CSV files with an example row each, columns.md, documents/ and datapackage.json. ExportError
    where the folder exists and is not empty: nothing that is there is touched.
    """
    target = Path(folder)
    if not title.strip() or not title.isprintable():
        raise OptionError(f"title={title!r}: write one line of plain text")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise ExportError(f"{target} exists and is not empty; name a folder that does not exist yet")
        (target / "documents").mkdir(parents=True)
        files = {"case.toml": _settings_text(title.strip()), "columns.md": columns_text()}
        files |= {table.file: _example_text(table) for table in TABLES}
        files["documents/README.md"] = _DOCUMENTS
        for name, text in files.items():
            (target / name).write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise ExportError(f"{target} could not be made: {error}") from error
    save_descriptor(target)
    return target


def columns_text() -> str:
    """The data dictionary of every case, as Markdown: what each column means, and what may stand in it."""
    parts = [
        "# Columns\n\nWhat each column of the CSV files means. All files are UTF-8. A blank cell means: not known, or "
        "not specific.\nA date is EDTF (ISO 8601-2): `2015-04-30`, `2014`, `2015-12/2016-03`, `2014~` (about), "
        "`../2018-12-18` (by then).\nColumns that you add stay, and are not read.\n"
    ]
    for table in ALL_TABLES:
        lack = " A case may lack this file." if table.may_lack else ""
        parts.append(f"\n## {table.file}\n\n{table.description}{lack}\n")
        parts.append("\n| column | needed | meaning | allowed | example |\n| --- | --- | --- | --- | --- |\n")
        for column in table.columns:
            cells = (f"`{column.name}`", _needed(column), column.description, _allowed(column), _shown(column))
            parts.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n")
    parts.append(
        "\n## [logs.<id>] in case.toml\n\nHow one access log is read; `overstay check` suggests such a table for each "
        "file in logs/ that has none.\nNeeded are `file`, `source`, `time` (or `period` and `period_unit`), and "
        "`partner` (or `partner_id`, or a map).\n\n| setting | meaning |\n| --- | --- |\n"
    )
    parts += [f"| `{key}` | {meaning} |\n" for key, meaning in {**TEXTS, **OTHERS}.items()]
    return "".join(parts)


def _needed(column: Column) -> str:
    if column.required:
        return "in every row"
    return "may lack" if column.may_lack else "may be blank"


def _allowed(column: Column) -> str:
    if column.choices:
        return ", ".join(f"`{choice}`" for choice in column.choices)
    target = f" of {column.refers_to.replace('|', '.csv or ')}.csv" if column.refers_to else ""
    return {
        "id": f"an id{target}" if target else "an id: letters, digits, `-`, `_`, `.`",
        "ids": f"ids{target}, with | between",
        "text": "text",
        "exact": "text, kept to the character",
        "words": "text, at most eight words",
        "edtf": "an EDTF date",
        "integer": "a whole number",
        "list": "text, with | between",
        "zone": "an IANA name, `UTC`, or `+02:00`",
        "path": "a path inside the case folder",
        "url": "an http or https address",
    }[column.kind]


def _shown(column: Column) -> str:
    return f"`{column.example}`" if column.example else ""


def _example_text(table: Table) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerow([column.example for column in table.columns])
    return sheet.getvalue()


def _settings_text(title: str) -> str:
    """case.toml with a comment on each setting; those that a case can do without are commented out."""
    lines = []
    for key, meaning in SETTINGS.items():
        off = "" if key in REQUIRED else "# "
        value = title if key == "title" else _EXAMPLES[key]
        lines += [f"# {meaning}{'' if key in REQUIRED else ' (may lack)'}", f"{off}{key} = {_toml(value)}", ""]
    lines += [f"# {line}".rstrip() for line in _LOG.splitlines()]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'

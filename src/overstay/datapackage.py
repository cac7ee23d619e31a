"""A case folder ─► its Frictionless descriptor (Data Package v2), by which others can read and check the folder."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from overstay.case import open_case
from overstay.errors import ExportError
from overstay.intake import read_table
from overstay.tables import ALL_TABLES, Column, Table

FILE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def describe(case_folder: str | os.PathLike[str]) -> dict[str, Any]:
    """The descriptor of a case as a dict: its settings, and each table with its columns, key and references.

    Fields follow the header of each file, so columns that a case adds are described as text. CaseError where the case
    has problems: a descriptor promises what was checked.
    """
    case = open_case(case_folder)
    intakes = [(table, read_table(case.folder, table)) for table in ALL_TABLES]
    settings = case.settings
    description = "\n\n".join(settings[key] for key in ("question", "description") if key in settings)
    return {
        "$schema": PROFILE,
        "name": _slug(case.folder.name),
        "title": case.title,
        "description": description,
        "licenses": [_licence(settings["licence"])],
        "resources": [_resource(table, intake.header) for table, intake in intakes if not intake.absent],
    }


def descriptor_text(case_folder: str | os.PathLike[str]) -> str:
    """The text of datapackage.json, the same bytes for the same case."""
    return json.dumps(describe(case_folder), ensure_ascii=False, indent=2) + "\n"


def is_described(case_folder: str | os.PathLike[str]) -> bool:
    """Whether the case's datapackage.json is what `save_descriptor` would write."""
    path = Path(case_folder) / FILE
    return path.is_file() and path.read_bytes() == descriptor_text(case_folder).encode("utf-8")


def save_descriptor(case_folder: str | os.PathLike[str]) -> Path:
    """Write datapackage.json into the case folder, whole or not at all, and give its path."""
    path = Path(case_folder) / FILE
    text = descriptor_text(case_folder)
    draft = path.with_name(f".{FILE}.{os.getpid()}.part")
    try:
        draft.write_bytes(text.encode("utf-8"))
        draft.replace(path)
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error}") from error
    finally:
        draft.unlink(missing_ok=True)
    return path


def _resource(table: Table, header: list[str]) -> dict[str, Any]:
    known = {column.name: column for column in table.columns}
    keys = [_foreign_key(table, known[name]) for name in header if name in known and _is_single_reference(known[name])]
    schema: dict[str, Any] = {
        "fields": [
            _field(table, known[name]) if name in known else {"name": name, "type": "string"} for name in header
        ],
        "missingValues": [""],
    } | ({"primaryKey": [table.key]} if table.keyed else {})
    return {
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.description,
        "path": table.file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    """A date is a string here: EDTF says more than Frictionless' own dates can."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if table.keyed and column.name == table.key:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.kind == "integer":
        constraints["minimum"] = 0
    field: dict[str, Any] = {
        "name": column.name,
        "type": "integer" if column.kind == "integer" else "string",
        "description": column.description,
    }
    return field | ({"constraints": constraints} if constraints else {})


def _is_single_reference(column: Column) -> bool:
    """Several ids in a cell, or an id of either of two tables, are beyond a foreign key; `overstay check` looks."""
    return bool(column.refers_to) and column.kind == "id" and "|" not in column.refers_to


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    target = next(other for other in ALL_TABLES if other.name == column.refers_to)
    reference: dict[str, Any] = {"fields": [target.key]}
    if target is not table:  # a reference without a resource is to the table itself
        reference = {"resource": target.name} | reference
    return {"fields": [column.name], "reference": reference}


def _licence(text: str) -> dict[str, str]:
    """A licence's id as its name; other wording as its title, since a name admits no blanks."""
    if re.fullmatch(r"[-a-zA-Z0-9._]+", text):
        return {"name": text}
    if text.startswith(("https://", "http://")):
        return {"path": text}
    return {"name": _slug(text), "title": text}


def _slug(text: str) -> str:
    """The text in the letters that a descriptor's name admits."""
    return re.sub(r"[^a-z0-9._]+", "-", text.lower()).strip("-.") or "case"

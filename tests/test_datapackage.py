"""The descriptor of a case says what the package checks, so that others can read and check the folder without it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cases import edit, make_case, said, seen
from frictionless import Package

from overstay import CaseError, open_case
from overstay.datapackage import describe, is_described, save_descriptor
from overstay.tables import TABLES

FACEBOOK = Path(__file__).parent.parent / "data" / "facebook"


def test_the_committed_descriptor_is_the_one_that_overstay_writes() -> None:
    assert is_described(FACEBOOK)


def test_frictionless_finds_the_facebook_case_valid() -> None:
    report = Package(str(FACEBOOK / "datapackage.json")).validate()
    assert report.flatten(["type", "rowNumber", "fieldName", "message"]) == []
    assert {task.name: task.stats.get("rows") for task in report.tasks} == {
        row.file.removesuffix(".csv"): row.rows for row in open_case(FACEBOOK).loads.itertuples()
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("statements.csv", "S1,s,", "S1,nowhere,", "foreign-key"),
        ("programs.csv", "p,The part,q", "p,The part,nothing", "foreign-key"),
        ("statements.csv", ",ended,", ",vanished,", "constraint-error"),
        ("partners.csv", "b,Partner B", "a,Partner B", "primary-key"),
        ("sources.csv", "s,A report", "s,", "constraint-error"),
        ("observations.csv", "use,plain,,", "use,plain,many,", "type-error"),
    ],
)
def test_what_overstay_refuses_frictionless_refuses_by_the_descriptor_too(
    tmp_path: Path, file: str, old: str, new: str, kind: str
) -> None:
    folder = make_case(tmp_path / "case", statements=[said()], observations=[seen(last_seen="2018")])
    save_descriptor(folder)
    assert Package(str(folder / "datapackage.json")).validate().valid
    edit(folder / file, old, new)
    with pytest.raises(CaseError):
        open_case(folder)
    found = Package(str(folder / "datapackage.json")).validate().flatten(["type"])
    assert [kind] in found


def test_the_descriptor_follows_the_tables(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said()], observations=[seen(last_seen="2018")])
    descriptor = describe(folder)
    assert [resource["name"] for resource in descriptor["resources"]] == [table.name for table in TABLES]
    for resource, table in zip(descriptor["resources"], TABLES, strict=True):
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert resource["path"] == table.file
        assert resource["schema"]["primaryKey"] == [table.key]
        for column in table.columns:
            if column.name in fields:
                constraints = fields[column.name].get("constraints", {})
                assert fields[column.name]["description"] == column.description
                assert constraints.get("required", False) == column.required
                assert tuple(constraints.get("enum", ())) == column.choices


def test_a_date_is_a_string_because_edtf_says_more_than_a_day(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said(stated_date="2014~")], observations=[seen(last_seen="2018")])
    save_descriptor(folder)
    assert Package(str(folder / "datapackage.json")).validate().valid


def test_a_column_that_a_case_adds_is_described_as_text(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said()], observations=[seen(last_seen="2018")])
    edit(folder / "categories.csv", "description,dpv\n", "description,dpv,colour\n")
    text = (folder / "categories.csv").read_text(encoding="utf-8")
    head, *rows = text.splitlines()
    (folder / "categories.csv").write_text("\n".join([head, *(f"{row},red" for row in rows)]) + "\n", encoding="utf-8")
    categories = next(r for r in describe(folder)["resources"] if r["name"] == "categories")
    assert categories["schema"]["fields"][-1] == {"name": "colour", "type": "string"}
    save_descriptor(folder)
    assert Package(str(folder / "datapackage.json")).validate().valid


def test_the_frame_of_the_descriptor_is_that_of_version_2(tmp_path: Path) -> None:
    settings = 'title = "T"\nquestion = "Q?"\ndescription = "D."\nlicence = "All rights reserved"\n'
    descriptor = describe(make_case(tmp_path / "My Case!", settings=settings))
    assert {key: value for key, value in descriptor.items() if key != "resources"} == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "my-case",
        "title": "T",
        "description": "Q?\n\nD.",
        "licenses": [{"name": "all-rights-reserved", "title": "All rights reserved"}],
    }
    for resource in descriptor["resources"]:
        assert (resource["type"], resource["format"], resource["mediatype"], resource["encoding"]) == (
            "table",
            "csv",
            "text/csv",
            "utf-8",
        )
        assert re.fullmatch(r"[a-z]+", resource["name"])
    programs = next(r for r in descriptor["resources"] if r["name"] == "programs")
    assert programs["schema"]["foreignKeys"] == [{"fields": ["part_of"], "reference": {"fields": ["program_id"]}}]


def test_a_case_with_problems_is_not_described(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said(stated_date="soon")], observations=[seen(last_seen="2018")])
    with pytest.raises(CaseError):
        save_descriptor(folder)
    assert not (folder / "datapackage.json").exists()


def test_writing_twice_gives_the_same_bytes_and_leaves_nothing_else(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", statements=[said()], observations=[seen(last_seen="2018")])
    before = {path.name for path in folder.iterdir()}
    first = save_descriptor(folder).read_bytes()
    assert save_descriptor(folder).read_bytes() == first
    assert {path.name for path in folder.iterdir()} == before | {"datapackage.json"}
    assert json.loads(first) == describe(folder)

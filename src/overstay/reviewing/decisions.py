"""reviews.csv ─► the decision that holds for each candidate; and what a decision may say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from overstay.dates import read_edtf
from overstay.entries import Row, read_rows, row_dicts
from overstay.errors import DateError, NotFoundError, OptionError, shorten, without_value
from overstay.intake import read_table
from overstay.tables import BASES, DECISIONS, FIELDS, KINDS, REVIEW_TABLES, TABLES

REVIEWS = REVIEW_TABLES[0]
_STATEMENTS, _OBSERVATIONS = TABLES[4], TABLES[5]
SHARED = ("candidate_id", "decision", "why", "who", "decided_on", "document", "quote")
READERS = ("paraphrase", "basis")  # what no document says of itself: accepting a candidate takes it from the reviewer
CANDIDATE_KINDS = (*KINDS, "observed")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": CANDIDATE_KINDS,
    "basis": BASES,
    **{c.name: c.choices for c in _STATEMENTS.columns if c.name in ("about", "quantifier", "reading")},
    **{c.name: c.choices for c in _OBSERVATIONS.columns if c.name == "extent"},
}
DATES = ("said_on", "stated_date")
NUMBERS = ("count", "of")
REFERS = {  # field: the table of its ids, and whether it may hold several
    "partner_ids": ("partners", True),
    "except": ("partners", True),
    "program_id": ("programs", False),
    "category_ids": ("categories", True),
    "source_id": ("sources", False),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What holds for one candidate: the last decision on it, with the values that a reviewer gave to its fields."""

    candidate_id: str
    decision: str
    fields: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    who: str = ""
    decided_on: str = ""
    document: str = ""
    quote: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the candidate becomes a row of the case."""
        return self.decision in ("accept", "correct")


def read_decisions(folder: Path) -> dict[str, Decision]:
    """The decision that holds for each candidate, in the order in which they were first decided on.

    A row without a field decides on the whole, and sets aside what stood before it; a row with a field adds its value.
    The last one wins.
    """
    held: dict[str, Decision] = {}
    for _, row in row_dicts(read_rows(folder, REVIEWS)):
        if row["decision"] not in DECISIONS or (row["field"] and row["field"] not in FIELDS):
            continue  # `overstay check` names it
        before = held.get(row["candidate_id"])
        fields = dict(before.fields) if before and row["field"] else {}
        if row["field"]:
            fields[row["field"]] = row["value"]
        held[row["candidate_id"]] = Decision(fields=fields, **{name: row[name] for name in SHARED})
    return held


def decision_rows(new: Decision) -> list[Row]:
    """The rows that record a decision: one a field, and before them one on the whole unless it merely corrects."""
    shared = {name: str(getattr(new, name)) for name in SHARED}
    whole = [] if new.decision == "correct" else [shared]
    return [*whole, *({**shared, "field": name, "value": value} for name, value in new.fields.items())]


def check_decision(folder: Path, new: Decision) -> Decision:
    """The decision with its values trimmed; OptionError or NotFoundError for what it may not say."""
    if new.decision not in DECISIONS:
        raise OptionError(f"decision={new.decision!r}: write {', '.join(DECISIONS)}")
    if new.decision == "correct" and not new.fields:
        raise OptionError("decision='correct': name the corrected fields in corrections, or write accept")
    allowed = {"accept": READERS, "correct": FIELDS}.get(new.decision, ())
    if other := [name for name in new.fields if name not in allowed and name in FIELDS]:
        raise OptionError(f"decision={new.decision!r} takes no correction of {other[0]}; write correct")
    for name, text in (("who", new.who), ("why", new.why)):
        if "\x00" in text or (name == "who" and not text.strip()):
            raise OptionError(f"{name}={shorten(text)!r}: write {'your name' if name == 'who' else 'plain text'}")
    try:
        dt.date.fromisoformat(new.decided_on)
    except ValueError as error:
        raise OptionError(f"decided_on={new.decided_on!r}: write a day as 2018-12-20") from error
    fields = {name: _value(folder, name, value) for name, value in new.fields.items()}
    return replace(new, fields=fields, who=new.who.strip(), why=new.why.strip())


def _value(folder: Path, name: str, value: str) -> str:
    if name not in FIELDS:
        raise OptionError(f"{name!r} is no field of a candidate; there are {', '.join(FIELDS)}")
    if not isinstance(value, str):
        raise OptionError(f"{name}={value!r}: write text in quotes")
    if re.search(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]", value):
        raise OptionError(f"{name} holds a control character; remove it")
    value = value.strip()
    if not value:
        return ""
    if name in CHOICES and value not in CHOICES[name]:
        raise OptionError(f"{name}={shorten(value)!r}: write {', '.join(CHOICES[name])}")
    if name in DATES:
        try:
            read_edtf(value)
        except DateError as error:
            raise OptionError(f"{name}={shorten(value)!r}: {without_value(str(error), value)}") from error
    if name in NUMBERS and not re.fullmatch(r"[0-9]{1,15}", value):
        raise OptionError(f"{name}={shorten(value)!r}: write a whole number")
    if name in REFERS:
        table, several = REFERS[name]
        parts = [part.strip() for part in value.split("|")] if several else [value]
        for part in parts:
            _must_be_id(folder, table, part)
        value = "|".join(dict.fromkeys(parts))
    return value


def _must_be_id(folder: Path, table: str, row_id: str) -> None:
    intake = read_table(folder, next(other for other in TABLES if other.name == table))
    key = intake.table.key
    known = {row[key]: row.get("name", "") for _, row in row_dicts(intake)}
    if row_id in known:
        return
    near = [found for found, name in known.items() if row_id.casefold() in (found.casefold(), name.casefold())]
    hint = f"is {near[0]} meant?" if near else f"give it a row in {table}.csv first"
    raise NotFoundError(f"{shorten(row_id)}: {table}.csv has no such id; {hint}")

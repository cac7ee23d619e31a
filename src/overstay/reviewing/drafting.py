"""An accepted candidate ─► the rows of statements.csv or observations.csv that it becomes, and its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from overstay import checks
from overstay.entries import Row, row_dicts
from overstay.errors import shorten
from overstay.intake import Intake, read_table
from overstay.reviewing.decisions import Decision
from overstay.tables import ALL_TABLES, TABLES, Table

STATEMENTS, OBSERVATIONS = TABLES[4], TABLES[5]
_WORDS = 8  # of the phrase that gives a date
_ORDINARY = {STATEMENTS: "S001", OBSERVATIONS: "O001"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a candidate becomes: `rows` of `table`, still without ids; `lacks` = why it cannot yet, with the way out."""

    table: Table
    rows: tuple[Row, ...]
    lacks: tuple[str, ...]


def draft(candidate: Mapping[str, str], decision: Decision) -> Draft:
    """The rows of one candidate with its decision: one a partner and kind of data that it names."""
    cells = {name: cell for name, cell in candidate.items() if name != "decision"} | dict(decision.fields)
    table = OBSERVATIONS if cells["kind"] == "observed" else STATEMENTS
    partners, categories = (cells[name].split("|") for name in ("partner_ids", "category_ids"))
    make = _observation if table is OBSERVATIONS else _statement
    rows = tuple(make(cells, partner, category) for partner, category in product(partners, categories))
    return Draft(table, rows, tuple(_lacks(cells, table)))


def _statement(cells: Mapping[str, str], partner: str, category: str) -> Row:
    named = ("source_id", "locator", "speaker", "said_on", "program_id", "kind", "about", "stated_date", "paraphrase")
    counted = {name: "" if partner else cells[name] for name in ("quantifier", "count", "of", "except")}
    return {name: cells.get(name, "") for name in named} | {
        "partner_id": partner,
        "category_id": category,
        **counted,
        "reading": cells["reading"] or "plain",
        "date_text": " ".join(cells["date_text"].split()[:_WORDS]),
    }


def _observation(cells: Mapping[str, str], partner: str, category: str) -> Row:
    refused = cells["extent"] == "refused"  # the day of the attempt is how far it watched
    return {name: cells.get(name, "") for name in ("source_id", "locator", "program_id", "basis", "extent")} | {
        "partner_id": partner,
        "category_id": category,
        "last_seen": "" if refused else cells["stated_date"],
        "watched_until": cells["stated_date"] if refused else "",
        "reading": cells["reading"] or "plain",
        "partners": "" if partner else cells["count"],
        "note": cells.get("paraphrase", ""),
    }


def _lacks(cells: Mapping[str, str], table: Table) -> list[str]:
    lacks = []
    if cells["new_partners"]:
        names = shorten(cells["new_partners"].replace("|", ", "))
        lacks.append(f"it names {names}, which partners.csv lacks; add what is a partner there, or clear new_partners")
    if not cells["source_id"]:
        document = shorten(cells["document"])
        lacks.append(f"no source names {document}; give it a row in sources.csv with that document, or set source_id")
    if table is STATEMENTS:
        lacks += [f"{name} is blank; set it" for name in ("speaker", "said_on", "about") if not cells[name]]
        if not cells["partner_ids"] and not cells["quantifier"]:
            lacks.append("no partner is named; set partner_ids, or set quantifier to all, most or some")
    if not cells["stated_date"]:
        lacks.append("stated_date is blank; set it (EDTF)")
    if table is OBSERVATIONS and not cells["extent"]:
        lacks.append("extent is blank; set capability, use or refused")
    if table is OBSERVATIONS and not cells.get("basis"):
        lacks.append("basis is blank; say what kind of evidence it is")
    if not cells.get("paraphrase"):
        lacks.append("paraphrase is blank; say in your own words what was said")
    return lacks


class Tables:
    """The files of a case as they are now, with rows to be added to them, which get ids and are checked there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.intakes = {table: read_table(folder, table) for table in ALL_TABLES}
        self._known = {table: {self._content(table, row): row for _, row in self.rows(table)} for table in _ORDINARY}
        self._keys = {table: {row[table.key] for _, row in self.rows(table)} for table in _ORDINARY}

    def rows(self, table: Table) -> list[tuple[int, dict[str, str]]]:
        """(line, cells by column) of one file, as it is."""
        return list(row_dicts(self.intakes[table]))

    def has(self, row_id: str) -> bool:
        """Whether a statement or an observation has this id."""
        return any(row_id in keys for keys in self._keys.values())

    def file_of(self, row_id: str) -> str:
        """The file in which a row stands, or will."""
        return next((table.file for table, keys in self._keys.items() if row_id in keys), "")

    def known(self, table: Table, row: Row) -> str:
        """The id under which the very same row stands already; blank = it does not."""
        found = self._known[table].get(self._content(table, row))
        return found[table.key] if found else ""

    def number(self, table: Table, row: Row) -> Row:
        """The row with the next free id, in the manner of the last one in the file."""
        keys = self._keys[table]
        last = next((key for key in reversed([row[table.key] for _, row in self.rows(table)]) if _parts(key)), "")
        prefix, digits = _parts(last) or _parts(_ORDINARY[table]) or ("", "")
        used = [int(parts[1]) for parts in map(_parts, keys) if parts and parts[0] == prefix]
        row_id = f"{prefix}{max(used, default=0) + 1:0{len(digits)}d}"
        keys.add(row_id)
        numbered = {table.key: row_id, **{name: cell for name, cell in row.items() if name != table.key}}
        self._known[table][self._content(table, numbered)] = numbered
        return numbered

    def faults(self, table: Table, rows: Sequence[Row]) -> list[list[str]]:
        """What the checks of a case would say against each of these rows, were they at the end of a file."""
        if not rows:
            return []
        old = self.intakes[table]
        last = max((line for line, _ in old.rows), default=1)
        stand_ins = [{**row, table.key: f"new-{n}"} for n, row in enumerate(rows, 1)]
        cells = [(last + n, [row.get(name, "") for name in old.header]) for n, row in enumerate(stand_ins, 1)]
        tried = Intake(table, old.header, [*old.rows, *cells], count=old.count + len(rows))
        problems, _ = checks.check_rows(
            [tried if intake is old else intake for intake in self.intakes.values()], self.folder, reject=False
        )
        found: list[list[str]] = [[] for _ in rows]
        for p in sorted(set(problems)):
            if p.file == table.file and p.row > last:
                found[p.row - last - 1].append(
                    f"{p.column}: {repr(shorten(p.value)) + ' ' if p.value else ''}{p.reason}"
                )
        return found

    @staticmethod
    def _content(table: Table, row: Row) -> tuple[str, ...]:
        """All cells but the id, and but the columns that a case has added."""
        return tuple(row.get(column.name, "") for column in table.columns[1:])


def all_faults(tables: Tables, drafts: Mapping[str, Draft]) -> dict[str, list[str]]:
    """What stands against each draft: what it lacks, or else what the checks of a case say, all looked at in one go."""
    faults = {name: list(made.lacks) for name, made in drafts.items()}
    for table in _ORDINARY:
        rows = [
            (name, row) for name, made in drafts.items() if made.table is table and not made.lacks for row in made.rows
        ]
        for (name, _), found in zip(rows, tables.faults(table, [row for _, row in rows]), strict=True):
            faults[name] += [fault for fault in found if fault not in faults[name]]
    return faults


def _parts(row_id: str) -> tuple[str, str] | None:
    found = re.fullmatch(r"(.*?)([0-9]{1,9})", row_id)
    return (found[1], found[2]) if found else None

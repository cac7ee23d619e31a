"""What a sentence is read to tell, in a form that tests can write down: kind, partners, and the bounds of the date."""

from __future__ import annotations

from overstay.dates import read_edtf
from overstay.partners import Names
from overstay.statements import find_statements

Told = list[tuple[str, str, str]]  # kind, partner ids with | between, EDTF

NAMES = Names(
    [
        {"partner_id": "acme", "name": "Acme", "aliases": ""},
        {"partner_id": "borel", "name": "Borel", "aliases": "Borel Bank"},
        {"partner_id": "quillmark", "name": "Quillmark", "aliases": ""},
        {"partner_id": "tandem-health", "name": "Tandem Health", "aliases": "Tandem"},
        {"partner_id": "ostrava-mobile", "name": "Ostrava Mobile", "aliases": "Ostrava"},
        {"partner_id": "fenmoor", "name": "Fenmoor", "aliases": ""},
        {"partner_id": "hearthlow", "name": "Hearthlow", "aliases": ""},
        {"partner_id": "cardon", "name": "Cardon", "aliases": ""},
        {"partner_id": "delphine-labs", "name": "Delphine Labs", "aliases": "Delphine"},
        {"partner_id": "wexcombe", "name": "Wexcombe", "aliases": ""},
    ],
    [
        {"program_id": "feed-api", "name": "Feed API", "aliases": ""},
        {"program_id": "messages-api", "name": "Messages API", "aliases": ""},
        {"program_id": "inbox-api", "name": "Inbox API", "aliases": ""},
        {"program_id": "contacts-api", "name": "Contacts API", "aliases": ""},
        {"program_id": "health-bridge", "name": "Health Bridge", "aliases": ""},
        {"program_id": "location-stream", "name": "Location Stream", "aliases": ""},
    ],
    None,
)


def check_told(text: str, said_on: str, stated: Told, names: Names = NAMES) -> None:
    """Hold what is found in a text against what it states; dates are equal where their bounds are."""
    found = find_statements(text, said_on=said_on, partners=names)
    rows = [(row.kind, row.partner_ids, _bounds(row.stated_date)) for row in found.itertuples()]
    assert sorted(map(str, rows)) == sorted(str((kind, ids, _bounds(edtf))) for kind, ids, edtf in stated)


def _bounds(edtf: str) -> tuple[str, str] | None:
    return (str(read_edtf(edtf).earliest), str(read_edtf(edtf).latest)) if edtf else None

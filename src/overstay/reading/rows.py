"""Statements found in sentences ─► rows of the table of candidates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from overstay.dates import read_edtf
from overstay.reading.quantities import quantity_of
from overstay.reading.reader import Found
from overstay.reading.scene import Scene
from overstay.reading.speakers import speaker_of

COLUMNS = (
    "candidate_id", "kind", "partner_ids", "new_partners", "program_id", "category_ids", "speaker", "said_on",
    "stated_date", "earliest", "latest", "date_text", "date_rule", "evidence", "start", "end", "page", "about",
    "quantifier", "count", "of", "except", "reading", "extent", "confidence", "rule", "because",
)  # fmt: skip
_NUMBERS = {"start": "int64", "end": "int64", "page": "Int64", "count": "Int64", "of": "Int64"}
_DAYS = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class Source:
    """What all rows of a text share; `passage_at` gives the passage of a document at an offset, None for plain text."""

    scene: Scene
    digest: str
    speaker: str
    passage_at: Callable[[int], Any] | None


def as_row(one: Found, source: Source, start: int, end: int) -> dict[str, Any]:
    """One statement as a row; text[start:end] is its evidence."""
    scene = source.scene
    evidence = scene.text[start:end]
    reading = read_edtf(one.stated) if one.stated else None
    quantity = quantity_of(evidence) if not one.owners.ids else None
    passage = source.passage_at(start) if source.passage_at is not None else None
    at = one.at if start <= one.at < end else None
    return {
        "kind": one.kind,
        "partner_ids": "|".join(one.owners.ids),
        "new_partners": "|".join(dict.fromkeys(one.owners.new)),
        "program_id": one.program,
        "category_ids": "|".join(one.categories),
        "speaker": speaker_of(scene.text, (start, end), scene.names, source.speaker, at=at).name,
        "said_on": scene.said_on,
        "stated_date": one.stated,
        "earliest": reading.earliest_date if reading else None,
        "latest": reading.latest_date if reading else None,
        "date_text": " ".join(one.when.found.words.split()) if one.when else "",
        "date_rule": one.date_rule,
        "evidence": evidence,
        "start": start,
        "end": end,
        "page": getattr(passage, "page", None),
        "about": one.about,
        "quantifier": quantity.quantifier if quantity else "",
        "count": quantity.count if quantity else None,
        "of": quantity.of if quantity else None,
        "except": "|".join(id for id in dict.fromkeys(one.excepted) if id not in one.owners.ids),
        "reading": one.reading,
        "extent": one.extent,
        "confidence": _confidence(one),
        "rule": one.rule,
        "because": "; ".join(one.because),
        "candidate_id": source.digest,
    }


def as_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The table of candidates, with the same types whether it has rows or not."""
    _name(rows)
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in _DAYS:
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
    return frame.astype({name: _NUMBERS.get(name, "str") for name in COLUMNS if name not in _DAYS})


def _confidence(one: Found) -> str:
    """High: cue, partner or program and date stand in one clause; medium: one was carried over; low: a weak cue."""
    if one.weak or one.reading == "arguable" or one.owners.ambiguous:
        return "low"
    whole = (one.owners.how == "named" and one.owners.ids) or (one.program and one.owners.how in ("nobody", "generic"))
    return "high" if whole and one.when is not None and not one.when.carried else "medium"


def _name(rows: list[dict[str, Any]]) -> None:
    """Names each candidate by what it says and where it was read, not by how its date was computed."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        words = " ".join(row["evidence"].split())
        key = (row["candidate_id"], words, row["kind"], row["partner_ids"], row["date_text"])
        seen[key] = seen.get(key, 0) + 1
        written = "\x1f".join((*key, str(seen[key])))
        row["candidate_id"] = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:12]

"""Texts ─► candidate statements about a partner's access: who, what kind, which date, and the words that say so.

`find_statements` reads sentence by sentence with rules of grammar and one lexicon (reading/cues.csv); it learns nothing
and guesses nothing that it cannot show: `because` quotes the words that led to each field.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd

from overstay.dates import read_edtf
from overstay.partners import Names
from overstay.reading.prefilter import may_speak
from overstay.reading.reader import Found, Scene, read_sentence
from overstay.reading.sentences import sentences
from overstay.reading.whose import Context

COLUMNS = (
    "candidate_id", "kind", "partner_ids", "new_partners", "program_id", "category_ids", "speaker", "said_on",
    "stated_date", "earliest", "latest", "date_text", "date_rule", "evidence", "start", "end", "page", "about",
    "quantifier", "count", "of", "except", "reading", "extent", "confidence", "rule", "because",
)  # fmt: skip


class Readable(Protocol):
    """What find_statements needs of a document; `overstay.documents.Document` has it."""

    text: str
    sha256: str
    published: str
    passages: Any


def find_statements(
    text_or_document: str | Readable,
    *,
    said_on: str | date | None = None,
    partners: Any = None,
    programs: Any = None,
    categories: Any = None,
    zone: str | None = None,
    speaker: str = "",
    rules: Any = None,
) -> pd.DataFrame:
    """Candidate statements about access in a text, one row a kind, date and shared fate, in the order of the text."""
    del zone, rules
    document = None if isinstance(text_or_document, str) else text_or_document
    text = text_or_document if isinstance(text_or_document, str) else text_or_document.text
    said = said_on.isoformat() if isinstance(said_on, date | datetime) else said_on
    if said is None:
        said = document.published if document is not None else ""
    names = partners if isinstance(partners, Names) else Names(partners, programs, categories)
    digest = (
        document.sha256 if document is not None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    )
    bounds = None
    if said:
        reading = read_edtf(said)
        if reading.earliest_date and reading.latest_date:
            bounds = (reading.earliest_date, reading.latest_date)
    publisher = (
        tuple(dict.fromkeys(i for name in names.find(speaker) if name.what == "partner" for i in name.ids))
        if speaker
        else ()
    )

    def find_names(start: int, end: int) -> list[Any]:
        known = names.find(text, start, end)
        return known + [
            n for n in names.unknown(text, start, end) if not any(k.start < n.end and n.start < k.end for k in known)
        ]

    scene = Scene(text, said, bounds, find_names, publisher)
    spans = sentences(text)
    rows: list[dict[str, Any]] = []
    for place, (start, end) in enumerate(spans):
        if not may_speak(text, start, end):
            continue
        before = _before(scene, spans, place)
        anchor = spans[place - 1][0] if place else start
        found, _ = read_sentence(scene, start, end, before, anchor)
        rows += [_row(one, scene, start, end, document, digest, speaker) for one in _unique(found)]
    _number(rows)
    return _frame(rows)


def _before(scene: Scene, spans: list[tuple[int, int]], place: int) -> Context:
    """What the two sentences before speak of; the nearer one first, the other where it names nobody."""
    nearest = Context()
    for back in (1, 2):
        if place < back:
            break
        start, end = spans[place - back]
        if end - start > 2000 or re.search(r"\n\s*\n", scene.text[end : spans[place - back + 1][0]]) and back == 2:
            break
        _, context = read_sentence(scene, start, end, Context(), start)
        nearest.access = nearest.access or context.access
        nearest.programs = nearest.programs or context.programs
        nearest.categories = nearest.categories or context.categories
        nearest.new = nearest.new or context.new
        if back == 1:
            nearest.generic = context.generic
        if context.partners:
            nearest.partners = context.partners
            break
    return nearest


def _unique(found: list[Found]) -> list[Found]:
    """Said twice in a sentence is said once: "has not ended; it will continue"."""
    out: list[Found] = []
    for one in found:
        twin = next(
            (
                o
                for o in out
                if o.kind == one.kind
                and o.stated == one.stated
                and (o.owners.ids == one.owners.ids or not one.owners.ids)
            ),
            None,
        )
        if twin is None:
            out.append(one)
    return out


def _row(one: Found, scene: Scene, start: int, end: int, document: Any, digest: str, speaker: str) -> dict[str, Any]:
    reading = read_edtf(one.stated) if one.stated else None
    date_text = " ".join(one.when.found.words.split()) if one.when else ""
    passage = None
    return {
        "candidate_id": (
            digest,
            " ".join(scene.text[start:end].split()),
            one.kind,
            "|".join(one.owners.ids),
            date_text,
        ),
        "kind": one.kind,
        "partner_ids": "|".join(one.owners.ids),
        "new_partners": "|".join(one.owners.new),
        "program_id": one.program,
        "category_ids": "|".join(one.categories),
        "speaker": speaker,
        "said_on": scene.said_on,
        "stated_date": one.stated,
        "earliest": reading.earliest_date if reading else None,
        "latest": reading.latest_date if reading else None,
        "date_text": date_text,
        "date_rule": one.date_rule,
        "evidence": scene.text[start:end],
        "start": start,
        "end": end,
        "page": passage,
        "about": one.about,
        "quantifier": "",
        "count": None,
        "of": None,
        "except": "",
        "reading": one.reading,
        "extent": "",
        "confidence": "low" if one.weak else "medium" if one.owners.how != "named" or one.when is None else "high",
        "rule": one.rule,
        "because": "; ".join(one.because),
    }


def _number(rows: list[dict[str, Any]]) -> None:
    """Names each candidate by what it says and where, not by how its date was computed."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = row["candidate_id"]
        seen[key] = seen.get(key, 0) + 1
        written = "\x1f".join((*key, str(seen[key])))
        row["candidate_id"] = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in ("earliest", "latest"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
    for column in ("count", "of", "page"):
        frame[column] = frame[column].astype("Int64")
    return frame

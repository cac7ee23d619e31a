"""The evidence of a case as W3C Web Annotations: each row of the case, and the words of a document that it rests on."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent

import pandas as pd

from overstay.case import Case
from overstay.entries import row_dicts
from overstay.evidence import Evidence, read_evidence
from overstay.intake import read_table
from overstay.tables import TABLES

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What the context of the model has no word for: the digest of a file, and the columns of the case's own tables.
OWN_TERMS = {"sha256": "http://schema.org/sha256", "@vocab": "urn:overstay:"}
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118"
_FORMATS = {
    ".pdf": "application/pdf",
    ".htm": "text/html",
    ".html": "text/html",
    ".md": "text/markdown",
    ".eml": "message/rfc822",
    ".warc": "application/warc",
}
_FIELDS = (
    "kind",
    "about",
    "speaker",
    "said_on",
    "partner_id",
    "stated_date",
    "last_seen",
    "basis",
    "extent",
    "reading",
)


def annotation_table(case: Case) -> pd.DataFrame:
    """One row an annotation, sorted by row and place: what the row says, and the words on which it rests.

    Reads the files of the case as they are now. Rows of evidence.csv whose statement or observation is gone are left
    out. `annotation_id` is a URN that depends on the row, the document's content and the place alone.
    """
    rows = [
        {"annotation_id": _urn(evidence)}
        | {column: getattr(evidence, column) for column in ("row_id", "candidate_id")}
        | {name: fields.get(name, "") for name in _FIELDS}
        | {column: getattr(evidence, column) for column in ("document", "sha256", "page", "start", "end")}
        | {column: getattr(evidence, column) for column in ("quote", "prefix", "suffix")}
        for evidence, fields in _annotated(case.folder)
    ]
    place = ("document", "sha256", "page", "start", "end", "quote", "prefix", "suffix")
    names = ["annotation_id", "row_id", "candidate_id", *_FIELDS, *place]
    numbers = {"page": "Int64", "start": "int64", "end": "int64"}
    frame = pd.DataFrame(rows, columns=names)
    return case.mark(frame.astype({name: numbers.get(name, "str") for name in names}))


def annotations_jsonld(case: Case) -> str:
    """The same as JSON-LD: an AnnotationCollection of one page, as the Web Annotation Data Model has it.

    The body is the row of the case, the target its document (with the SHA-256 of the file) and the place in it: a
    quote with what stands around it, the page of a PDF, and a position. Positions count characters (code points) of the
    document's text as overstay reads it. The same case gives the same bytes.
    """
    items = [_annotation(evidence, fields) for evidence, fields in _annotated(case.folder)]
    ids = hashlib.sha256("\n".join(item["id"] for item in items).encode()).hexdigest()
    page: dict[str, Any] = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    page["id"] = _uuid(f"page {ids}")
    collection = {
        "@context": [CONTEXT, OWN_TERMS],
        "id": _uuid(f"collection {ids}"),
        "type": "AnnotationCollection",
        "label": case.title,
        "total": len(items),
    }
    if items:
        page["partOf"] = collection["id"]
        collection |= {"first": page, "last": page["id"]}
    return json.dumps(collection, ensure_ascii=True, indent=2, sort_keys=True) + "\n"


def _annotated(folder: Path) -> list[tuple[Evidence, Mapping[str, str]]]:
    """Each evidence with the filled cells of its row, sorted."""
    rows: dict[str, dict[str, str]] = {}
    for table in TABLES[4:]:
        own = [column.name for column in table.columns]
        for _, row in row_dicts(read_table(folder, table)):
            rows.setdefault(row[table.key], {name: row[name] for name in own if row[name]})
    found = [evidence for _, evidence in read_evidence(folder) if evidence.row_id in rows]
    found = list({_urn(evidence): evidence for evidence in found}.values())
    found.sort(key=lambda e: (e.row_id, e.document, e.start, e.end, _urn(e)))
    return [(evidence, rows[evidence.row_id]) for evidence in found]


def _annotation(evidence: Evidence, fields: Mapping[str, str]) -> dict[str, Any]:
    file, record = evidence.document, ""
    if re.search(r"\.warc(\.gz)?#[0-9]+$", file, re.IGNORECASE):
        file, _, record = file.rpartition("#")
    address = percent(file) + (f"#{record}" if record else "")
    document: dict[str, Any] = {"id": address, "type": "Text", "sha256": evidence.sha256}
    suffix = Path(file.lower().removesuffix(".gz")).suffix
    if suffix in _FORMATS:
        document["format"] = _FORMATS[suffix]
    return {
        "id": _urn(evidence),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"id": f"urn:overstay:row:{percent(evidence.row_id)}", "type": "Dataset", **fields},
        "target": {"source": document, "selector": list(_selectors(evidence))},
    }


def _selectors(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Ways to find the same words: by what they are, and by where they stand."""
    words = {"type": "TextQuoteSelector", "exact": evidence.quote}
    words |= {name: text for name in ("prefix", "suffix") if (text := getattr(evidence, name))}
    if evidence.page is None:
        yield words
    else:
        page = {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": f"page={evidence.page}"}
        yield {**page, "refinedBy": words}
    yield {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}


def _urn(evidence: Evidence) -> str:
    place = (
        evidence.row_id,
        evidence.document,
        evidence.sha256,
        str(evidence.start),
        str(evidence.end),
        evidence.quote,
    )
    return _uuid("\n".join(place))


def _uuid(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'urn:overstay:{name}')}"

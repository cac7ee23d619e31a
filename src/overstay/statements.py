"""Texts ─► candidate statements about a partner's access: who, what kind, which date, and the words that say so.

`find_statements` reads sentence by sentence with rules of grammar and one lexicon (reading/cues.csv); it learns nothing
and guesses nothing that it cannot show: `because` quotes the words that led to each field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

import pandas as pd

from overstay.dates import FIRST_ZONE, LAST_ZONE, read_zone
from overstay.dating.spans import DEFAULT
from overstay.partners import Names
from overstay.reading.lists import below
from overstay.reading.prefilter import may_speak
from overstay.reading.reader import read_sentence
from overstay.reading.rows import COLUMNS, Source, as_frame, as_row
from overstay.reading.scene import Scene
from overstay.reading.sentences import sentences


class Readable(Protocol):
    """What find_statements needs of a document; `overstay.documents.Document` has it."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def sha256(self) -> str:
        """The hash of the file's bytes."""

    @property
    def published(self) -> str:
        """The day of publication as EDTF, blank where unknown."""

    def passage_at(self, offset: int) -> Any:
        """The passage that holds a character, with its page."""


def find_statements(
    text_or_document: str | Readable,
    *,
    said_on: str | date | None = None,
    partners: Any = None,
    programs: Any = None,
    categories: Any = None,
    zone: str | None = None,
    speaker: str = "",
    rules: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Candidate statements about access in a text, one row a kind, date and shared fate, in the order of the text.

    said_on: the day said (EDTF text, date or datetime); None takes the document's day of publication. Without a day,
    dates that are seen from it stay blank. An instant is the day that it was in `zone` (an IANA name or an offset);
    without a zone the day of its own offset, and of UTC, which says nothing of where somebody spoke, all days that it
    was on earth. partners, programs, categories: tables, dicts or lists of names, or one prepared
    `partners.Names` as `partners`. speaker: who publishes the text; where it is a partner, "we" is that partner. rules:
    the table of vague dates, with a case's own readings (`dating.table.with_overrides`).

    Columns: candidate_id (stable while the words, the kind and the partners are), kind, partner_ids (with | between),
    new_partners (organisations that no table names), program_id, category_ids, speaker, said_on, stated_date (EDTF),
    earliest, latest (calendar days, NaT = open), date_text, date_rule, evidence with start and end in the text, page,
    about, quantifier, count, of, except, reading, extent, confidence (high, medium, low), rule, because.

    Raises DateError for a said_on that is no date and a zone that is none.
    """
    document = None if isinstance(text_or_document, str) else text_or_document
    text = text_or_document if isinstance(text_or_document, str) else text_or_document.text
    if said_on is None:
        said_on = document.published if document is not None else ""
    said = day_said(said_on, zone)
    names = partners if isinstance(partners, Names) else Names(partners, programs, categories)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if document is None else document.sha256
    scene = Scene(text, said, names, _ids_of(speaker, names), DEFAULT if rules is None else rules, sentences(text))
    source = Source(scene, digest, speaker, document.passage_at if document is not None else None)
    rows: list[dict[str, Any]] = []
    for place, (start, end) in enumerate(scene.spans):
        if not may_speak(text, scene.spans, place, names):
            continue
        found = read_sentence(scene, place)
        scene.owners[place] = [id for one in found for id in one.owners.ids]
        for one, where in below(scene, place, found) or [(one, (start, end)) for one in found]:
            rows.append(as_row(one, source, *where))
    return as_frame(rows)


def day_said(said_on: str | date, zone: str | None = None) -> str:
    """The calendar day of an instant, as EDTF; what is no instant comes back as it is.

    >>> day_said("2018-12-19T03:30:00Z", "America/New_York"), day_said("2018-12-19T03:30:00Z")
    ('2018-12-18', '2018-12-18/2018-12-19')
    """
    if isinstance(said_on, str):
        try:
            instant = datetime.fromisoformat(said_on) if "T" in said_on else None
        except ValueError:
            instant = None
        if instant is None:
            return said_on
    elif isinstance(said_on, datetime):
        instant = said_on
    else:
        return said_on.isoformat()
    shift = instant.utcoffset()
    if shift is None:
        return instant.date().isoformat()
    if zone:
        return instant.astimezone(read_zone(zone)).date().isoformat()
    if shift:
        return instant.date().isoformat()
    first, last = (instant.astimezone(there).date().isoformat() for there in (LAST_ZONE, FIRST_ZONE))
    return first if first == last else f"{first}/{last}"


def _ids_of(speaker: str, names: Names) -> tuple[str, ...]:
    if not speaker:
        return ()
    return tuple(dict.fromkeys(id for name in names.find(speaker) if name.what == "partner" for id in name.ids))


__all__ = ["COLUMNS", "Readable", "find_statements"]

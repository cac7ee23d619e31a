"""The documents of a case ─► the candidates that stand in them, before anybody has decided on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from overstay.case import Case
from overstay.dating.table import with_overrides
from overstay.documents import Document, read_documents
from overstay.errors import Problem
from overstay.partners import Names
from overstay.statements import find_statements

PLACE = ("candidate_id", "source_id", "document", "sha256", "locator")  # columns that go before the others


@dataclass(frozen=True)
class Proposals:
    """What was found in the documents of a case: `frame` one row a candidate, `problems` what could not be read."""

    frame: pd.DataFrame
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]

    @cached_property
    def by_id(self) -> dict[str, dict[str, str]]:
        """Each candidate as text, blank where nothing is known."""
        rows = self.frame.to_dict("records")
        return {str(row["candidate_id"]): {str(name): _text(cell) for name, cell in row.items()} for row in rows}


def read_proposals(case: Case) -> Proposals:
    """Read every document of the case and find the candidates in it; nothing is decided and nothing is written.

    A document is said on the day that its source was published, and where that is not known on the day that it names
    itself. One that no source names is read all the same. The same file under two names is read once.
    """
    documents, unread = read_documents(case.folder)
    problems = list(unread)
    sources = _sources_by_document(case)
    rules = with_overrides(case.date_settings) if case.date_settings else None
    names = Names(case.partners, case.programs, case.categories)
    frames: list[pd.DataFrame] = []
    kept: dict[str, Document] = {}
    for document, of in _once(documents):
        if of:
            problems.append(Problem(document.name, 0, "", "", f"is the same file as {of}; it is read once"))
            continue
        kept[document.name] = document
        source = sources.get(document.name) or sources.get(document.name.rpartition("#")[0]) or {}
        said_on = source.get("published") or document.published
        found = find_statements(
            document,
            said_on=said_on,
            partners=names,
            zone=source.get("zone") or case.zone,
            speaker=source.get("publisher") or source.get("author") or "",
            rules=rules,
        )
        places = [locator(document, int(start)) for start in found["start"]]
        frames.append(
            found.assign(
                source_id=source.get("source_id", ""),
                document=document.name,
                sha256=document.sha256,
                locator=pd.Series(places, index=found.index, dtype="str"),
            )
        )
    frame = pd.concat(frames, ignore_index=True) if frames else _empty(names)
    numbers = {"start": "int64", "end": "int64", "page": "Int64", "count": "Int64", "of": "Int64"}
    texts = {name: "str" for name in frame.columns if name not in (*numbers, "earliest", "latest")}
    frame = frame.astype(numbers | texts)
    frame["candidate_id"] = _distinct(frame["candidate_id"])
    frame = frame[[*PLACE, *(name for name in frame.columns if name not in PLACE)]]
    return Proposals(case.mark(frame), kept, tuple(problems))


def locator(document: Document, start: int) -> str:
    """Where in its document a reader finds a character: the page of a PDF, the paragraph of anything else."""
    passage = document.passage_at(start)
    if passage is None:
        return ""
    if passage.page is not None:
        return f"page {passage.page}"
    return f"paragraph {document.passages.index(passage) + 1}"


def _sources_by_document(case: Case) -> dict[str, dict[str, str]]:
    """The first source, by id, that names each document."""
    found: dict[str, dict[str, str]] = {}
    for row in case.sources.to_dict("records"):
        source = {str(name): _text(cell) for name, cell in row.items()}
        if source.get("document"):
            found.setdefault(source["document"], source)
    return found


def _once(documents: tuple[Document, ...]) -> Iterator[tuple[Document, str]]:
    """Each document with the name of the one before it that has the very same text; a WARC holds many in one file."""
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        key = (document.sha256, document.name.rpartition("#")[2] if document.kind == "warc" else "")
        name = first.setdefault(key, document.name)
        yield document, "" if name == document.name else name


def _distinct(ids: pd.Series) -> pd.Series:
    """The ids with a number after each that stood before: two captures of one page say the same thing twice."""
    times = ids.groupby(ids).cumcount()
    return ids.where(times == 0, ids + "-" + (times + 1).astype("str"))


def _empty(names: Names) -> pd.DataFrame:
    return find_statements("", said_on="", partners=names).assign(source_id="", document="", sha256="", locator="")


def _text(cell: Any) -> str:
    """A cell as a CSV file holds it."""
    if pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return cell.date().isoformat()
    return str(cell)

"""The review of candidates: what is found in the documents, what was decided on it, and the rows that come of it."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from typing import Any

import pandas as pd

from overstay.case import Case
from overstay.entries import Row, append_rows
from overstay.errors import NotFoundError, OptionError, shorten
from overstay.evidence import EVIDENCE, mark, read_evidence
from overstay.reviewing.decisions import REVIEWS, Decision, check_decision, decision_rows, read_decisions
from overstay.reviewing.drafting import OBSERVATIONS, STATEMENTS, Draft, Tables, all_faults, draft
from overstay.reviewing.proposals import Proposals, read_proposals
from overstay.tables import Table

OPEN = ("", "later")  # what is still to be decided


def candidates(case: Case) -> pd.DataFrame:
    """One row a candidate found in the documents of the case, in the order of documents and places.

    The columns are those of `find_statements`, with `source_id`, `document`, `sha256` and `locator` before them and
    `decision` after them: blank = new. Documents that no source names are read too (their source_id is blank).
    """
    return with_decisions(case, read_proposals(case))


def with_decisions(case: Case, proposals: Proposals) -> pd.DataFrame:
    """The candidates with what was decided on each, as reviews.csv has it now."""
    held = read_decisions(case.folder)
    ids = proposals.frame["candidate_id"]
    decided = [held[found].decision if found in held else "" for found in ids]
    return proposals.frame.assign(decision=pd.Series(decided, index=ids.index, dtype="str"))


def orphans(case: Case, proposals: Proposals | None = None) -> pd.DataFrame:
    """One row a decision whose candidate is no longer found, with the document and the words that it was about.

    `now` names candidates that the same words give today, with | between: the decision may belong to one of them.
    """
    found = proposals or read_proposals(case)
    by_words: dict[tuple[str, str], list[str]] = {}
    for candidate_id, row in found.by_id.items():
        by_words.setdefault((row["document"], row["evidence"]), []).append(candidate_id)
    lost = [d for key, d in read_decisions(case.folder).items() if key not in found.by_id]
    names = ("candidate_id", "decision", "document", "quote", "why", "who", "decided_on")
    rows = [[*(getattr(d, name) for name in names), "|".join(by_words.get((d.document, d.quote), []))] for d in lost]
    return case.mark(pd.DataFrame(rows, columns=[*names, "now"], dtype="str"))


def decide(
    case: Case,
    candidate_id: str,
    decision: str,
    *,
    corrections: Mapping[str, str] | None = None,
    why: str = "",
    who: str,
    decided_on: str | None = None,
    proposals: Proposals | None = None,
) -> pd.DataFrame:
    """Record a decision on a candidate at the end of reviews.csv, and give the rows that were added.

    decision: accept, correct (accepted with other values), reject, or later. corrections: what the fields are to hold;
    with accept only `paraphrase` and `basis`, which no document gives. A correction adds to earlier ones, and a new
    accept, reject or later sets them aside. decided_on: the day, today where it is not given.

    OptionError where a value cannot stand, or where an accepted candidate would lack something that a row needs;
    NotFoundError for an unknown candidate or id. Then nothing is written.
    """
    _, rows = record(
        case,
        proposals or read_proposals(case),
        Decision(candidate_id, decision, dict(corrections or {}), why, who, decided_on or _today()),
    )
    return pd.DataFrame([{c.name: row.get(c.name, "") for c in REVIEWS.columns} for row in rows], dtype="str")


def record(case: Case, proposals: Proposals, asked: Decision) -> tuple[bytes, list[Row]]:
    """Check a decision, add it to reviews.csv, and give the bytes that were added, and the rows."""
    candidate = proposals.by_id.get(asked.candidate_id)
    if candidate is None:
        near = difflib.get_close_matches(asked.candidate_id, proposals.by_id, 3)
        hint = f"is {' or '.join(near)} meant?" if near else "`overstay statements CASE --all` lists them"
        raise NotFoundError(f"{shorten(asked.candidate_id)}: no candidate has this id; {hint}")
    new = check_decision(
        case.folder,
        Decision(
            **{
                name: getattr(asked, name)
                for name in ("candidate_id", "decision", "fields", "why", "who", "decided_on")
            },
            document=candidate["document"],
            quote=candidate["evidence"],
        ),
    )
    if new.accepted:
        _must_be_whole(case, candidate, merged(read_decisions(case.folder).get(asked.candidate_id), new))
    rows = decision_rows(new)
    return append_rows(case.folder, {REVIEWS: rows})[REVIEWS], rows


def merged(before: Decision | None, new: Decision) -> Decision:
    """What will hold once `new` stands behind `before`."""
    keeps = before.fields if before and before.accepted and new.decision == "correct" else {}
    return Decision(**{**{name: getattr(new, name) for name in new.__slots__}, "fields": {**keeps, **new.fields}})


def _must_be_whole(case: Case, candidate: Mapping[str, str], decision: Decision) -> None:
    made = draft(candidate, decision)
    if faults := all_faults(Tables(case.folder), {"": made})[""]:
        why = "; ".join(faults)
        raise OptionError(f"{decision.candidate_id} cannot become a row of {made.table.file}: {why}")


def accept_reviewed(case: Case, proposals: Proposals | None = None) -> pd.DataFrame:
    """Write what was accepted into statements.csv and observations.csv, with its evidence, and say what became of each.

    One row a row of the case: `candidate_id`, `row_id`, `file`, and `outcome`: added; there already; or why not. A
    second run adds nothing, and nothing that stands in the files is changed. Open the case again to work with the rows.
    """
    found = proposals or read_proposals(case)
    tables = Tables(case.folder)
    written: dict[str, list[str]] = {}
    for _, held in read_evidence(case.folder):
        if held.candidate_id and tables.has(held.row_id):
            written.setdefault(held.candidate_id, []).append(held.row_id)
    added: dict[Table, list[Row]] = {STATEMENTS: [], OBSERVATIONS: [], EVIDENCE: []}
    outcomes: list[dict[str, str]] = []
    drafts: dict[str, Draft] = {}
    for candidate_id, decision in read_decisions(case.folder).items():
        for row_id in written.get(candidate_id, []):
            gone = "" if decision.accepted else f"; {decision.decision} was decided since: remove it by hand"
            outcomes.append(_outcome(candidate_id, tables, row_id, f"there already{gone}"))
        if candidate_id in written or not decision.accepted:
            continue
        if candidate_id in found.by_id:
            drafts[candidate_id] = draft(found.by_id[candidate_id], decision)
        else:
            outcomes.append(_outcome(candidate_id, tables, "", "waits: the candidate is no longer found"))
    faults = all_faults(tables, drafts)
    for candidate_id, made in drafts.items():
        if faults[candidate_id]:
            outcomes.append(_outcome(candidate_id, tables, "", f"waits: {'; '.join(faults[candidate_id])}"))
            continue
        candidate = found.by_id[candidate_id]
        document, place = found.documents[candidate["document"]], (int(candidate["start"]), int(candidate["end"]))
        for row in made.rows:
            row_id = tables.known(made.table, row)
            outcome = "there already" if row_id else "added"
            if not row_id:
                numbered = tables.number(made.table, row)
                row_id = numbered[made.table.key]
                added[made.table].append(numbered)
            added[EVIDENCE].append(mark(document, row_id, *place, candidate_id=candidate_id).row())
            outcomes.append(_outcome(candidate_id, tables, row_id, outcome))
    append_rows(case.folder, added)
    return case.mark(pd.DataFrame(outcomes, columns=["candidate_id", "row_id", "file", "outcome"], dtype="str"))


def _outcome(candidate_id: str, tables: Tables, row_id: str, outcome: str) -> dict[str, str]:
    file = tables.file_of(row_id) if row_id else ""
    return {"candidate_id": candidate_id, "row_id": row_id, "file": file, "outcome": outcome}


def by_document(frame: pd.DataFrame, proposals: Proposals) -> pd.DataFrame:
    """One row a document: how many candidates were found in it, how many are decided on, how many are still open."""
    rows: list[dict[str, Any]] = []
    for name in proposals.documents:
        own = frame[frame["document"] == name]
        still = int(own["decision"].isin(OPEN).sum())
        rows.append({"document": name, "candidates": len(own), "decided": len(own) - still, "new": still})
    numbers = dict.fromkeys(("candidates", "decided", "new"), "int64")
    return pd.DataFrame(rows, columns=["document", *numbers]).astype({"document": "str", **numbers})


def _today() -> str:
    return dt.date.today().isoformat()

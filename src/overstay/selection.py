"""Some of the comparisons or findings: by verdict, partner, program or statement, with a way out for unknown ids."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pandas as pd

from overstay.case import Case
from overstay.errors import NotFoundError, shorten
from overstay.findings import Verdicts
from overstay.tables import VERDICTS


def select_rows(
    verdicts: Verdicts,
    *,
    by_statement: bool = False,
    partners: Sequence[str] = (),
    program: str | None = None,
    statement: str | None = None,
    verdict: Sequence[str] = (),
) -> pd.DataFrame:
    """The comparisons, or with `by_statement` the findings, that meet all that is asked; in their own order.

    A partner's findings are those on statements about it and those whose strongest evidence is about it: a verdict that
    rests on somebody else is not shown under its name. A program holds its parts. NotFoundError for an unknown id.
    """
    case = verdicts.case
    rows = verdicts.findings if by_statement else verdicts.comparisons
    if partners:
        for partner_id in partners:
            must_exist(case, "partner", partner_id)
        if by_statement:
            about = rows["partner_id"].fillna(rows["observed_partner_id"])
            rows = rows[about.isin(list(partners))]
        else:
            rows = rows[rows["partner_id"].isin(list(partners))]
    if program is not None:
        must_exist(case, "program", program)
        rows = rows[rows["program_id"].isin(parts_of(case, program))]
    if statement is not None:
        must_exist(case, "statement", statement)
        verdicts.finding(statement)
        rows = rows[rows["statement_id"] == statement]
    if verdict:
        rows = rows[rows["verdict"].isin(list(verdict))]
    return rows.reset_index(drop=True)


def claims_by_verdict(verdicts: Verdicts, rows: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Of comparisons or findings: each verdict that occurs, its rows, and its claims with repetitions counted once."""
    claim = rows["statement_id"].map(verdicts.findings.set_index("statement_id")["claim_id"])
    found = [(verdict, rows["verdict"] == verdict) for verdict in VERDICTS]
    return [(verdict, int(hits.sum()), int(claim[hits].nunique())) for verdict, hits in found if hits.any()]


def must_exist(case: Case, noun: str, row_id: str) -> None:
    """NotFoundError, with the nearest ids, unless a table has this id; names are looked at, too."""
    frame = {"partner": case.partners, "program": case.programs, "statement": case.statements}[noun]
    ids = list(frame[f"{noun}_id"])
    if row_id in ids:
        return
    spellings = {str(spelling).lower(): str(found) for spelling, found in zip(ids, ids, strict=True)}
    if "name" in frame:
        spellings = {str(name).lower(): str(found) for name, found in zip(frame["name"], ids, strict=True)} | spellings
    near = difflib.get_close_matches(row_id.lower(), spellings, 5)
    names = list(dict.fromkeys(spellings[spelling] for spelling in near))[:3]
    hint = f"; is {' or '.join(names)} meant?" if names else f"; see {noun}s.csv"
    raise NotFoundError(f"{shorten(row_id)}: no {noun} has this id{hint}")


def parts_of(case: Case, program: str) -> set[str]:
    """The program and all that is part of it."""
    wholes = case.programs.set_index("program_id")["part_of"].dropna()
    parts = {program}
    while fresh := set(wholes[wholes.isin(parts)].index) - parts:
        parts |= fresh
    return parts

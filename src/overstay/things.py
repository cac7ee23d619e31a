"""Options ─► the rows of a timeline that they ask for, and what a headline may count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overstay.case import Case
from overstay.errors import NotFoundError, OptionError, shorten
from overstay.findings import Verdicts
from overstay.lanes import CALM, SEVERAL, Cells, Row, records, row_of, undated_row
from overstay.selection import parts_of
from overstay.tables import VERDICTS

# Rules under which a comparison says nothing about the one partner in it: its statement stands in a row of its own.
_NOT_OF_THIS_ROW = ("not about each", "no last day")


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows to draw, and what a headline may say of all that meets the options.

    claims: claims by their strongest verdict, each counted once. left_out: statements in no row, by theirs.
    """

    rows: tuple[Row, ...]
    claims: Mapping[str, int]
    left_out: Mapping[str, int]


def select(
    verdicts: Verdicts,
    partners: Iterable[str] | None,
    program: str | None,
    statements: Iterable[str] | None,
    verdict: Iterable[str] | None,
) -> Selection:
    """The rows that the options ask for, strongest verdict first, then most days after the end.

    verdict None = all but `cannot tell`, or that where there is nothing else. A row is never half drawn: it holds every
    statement and every observation that were compared about its thing.
    """
    case = verdicts.case
    kept_partners = _known(partners, set(case.partners["partner_id"]), "partner", "case.partners")
    kept_statements = _known(statements, set(verdicts.findings["statement_id"]), "statement", "verdicts.findings")
    kept_programs = _program_and_parts(case, program)
    wanted = _verdicts(verdict)
    said = {row["statement_id"]: row for row in records(case.statements)}
    seen = {row["observation_id"]: row for row in records(case.observations)}
    names = {
        table: {row[f"{key}_id"]: row["name"] for row in records(frame)}
        for table, key, frame in (
            ("partners", "partner", case.partners),
            ("programs", "program", case.programs),
            ("categories", "category", case.categories),
        )
    }

    def asked_for(pair: Cells) -> bool:
        programs = {said[pair["statement_id"]]["program_id"]}
        if pair["observation_id"]:
            programs.add(seen[pair["observation_id"]]["program_id"])
        return (
            (kept_partners is None or pair["partner_id"] in kept_partners)
            and (kept_programs is None or bool(programs & kept_programs))
            and (kept_statements is None or pair["statement_id"] in kept_statements)
        )

    findings = {row["statement_id"]: row for row in records(verdicts.findings)}
    pairs = [pair for pair in _pairs(verdicts, findings) if asked_for(pair)]
    groups: dict[tuple[str, str, str], list[Cells]] = defaultdict(list)
    undated: dict[tuple[str, str, str], list[Cells]] = defaultdict(list)
    for pair in pairs:
        statement = said[pair["statement_id"]]
        observed = seen.get(pair["observation_id"] or "", {})
        key = (
            names["partners"].get(pair["partner_id"], SEVERAL),
            names["programs"].get(statement["program_id"] or observed.get("program_id"), ""),
            names["categories"].get(statement["category_id"], ""),
        )
        is_dated = statement["stated_latest"] is not None or statement["kind"] == "never"
        (groups if is_dated else undated)[key].append(pair)

    rows = [row_of(key, group, said, seen) for key, group in groups.items()]
    chosen = [row for row in rows if row.verdict in (wanted or VERDICTS[:-1])]
    open_ended = [undated_row(key, group, said) for key, group in undated.items()]
    if wanted is None and not chosen:
        chosen = rows
    elif wanted is not None and CALM not in wanted:
        open_ended = []
    chosen.sort(key=lambda row: (VERDICTS.index(row.verdict), -(row.days or 0), row.partner, row.program, row.category))
    open_ended.sort(key=lambda row: (row.partner, row.program, row.category))
    shown = (*chosen, *open_ended)
    drawn = {s["statement_id"] for row in shown for mark in row.stated for s in mark.statements}
    by_claim = _by_verdict(pairs, {key: row["claim_id"] for key, row in findings.items()})
    left_out = _by_verdict(
        (pair for pair in pairs if pair["statement_id"] not in drawn), {key: key for key in findings}
    )
    return Selection(shown, by_claim, {key: count for key, count in left_out.items() if count})


def _known(asked: Iterable[str] | None, ids: set[str], what: str, where: str) -> set[str] | None:
    if asked is None:
        return None
    wanted = [asked] if isinstance(asked, str) else list(asked)
    for value in wanted:
        if value not in ids:
            end = " gives an end" if what == "statement" else ""
            raise NotFoundError(f"{shorten(str(value))!r}: no {what} of this id{end}; the ids are in {where}")
    return set(wanted)


def _program_and_parts(case: Case, program: str | None) -> set[str] | None:
    if program is None:
        return None
    _known([program], set(case.programs["program_id"]), "program", "case.programs")
    return parts_of(case, program)


def _verdicts(verdict: Iterable[str] | None) -> tuple[str, ...] | None:
    if verdict is None:
        return None
    wanted = (verdict,) if isinstance(verdict, str) else tuple(verdict)
    for value in wanted:
        if value not in VERDICTS:
            raise OptionError(f"verdict={shorten(str(value))!r}: write one or more of {', '.join(VERDICTS)}")
    return wanted


def _pairs(verdicts: Verdicts, findings: Mapping[str, Cells]) -> list[Cells]:
    """Every comparison that says something of its own row, and for each other statement its finding."""
    pairs: list[Cells] = [row for row in records(verdicts.comparisons) if row["rule"] not in _NOT_OF_THIS_ROW]
    met = {pair["statement_id"] for pair in pairs}
    blank = dict.fromkeys(pairs[0] if pairs else ())
    alone = {"observation_id": None, "verdict": CALM, "rule": "", "days_after_least": None, "days_after_most": None}
    return pairs + [
        blank | alone | {"statement_id": key, "partner_id": row["partner_id"], "reason": row["reason"]}
        for key, row in findings.items()
        if key not in met
    ]


def _by_verdict(pairs: Iterable[Cells], group_of: Mapping[str, str]) -> dict[str, int]:
    """How many groups of statements have which verdict as their strongest."""
    best: dict[str, int] = {}
    for pair in pairs:
        group = group_of[pair["statement_id"]]
        best[group] = min(best.get(group, len(VERDICTS)), VERDICTS.index(pair["verdict"]))
    places = list(best.values())
    return {verdict: places.count(n) for n, verdict in enumerate(VERDICTS)}

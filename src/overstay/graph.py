"""Which partner had which kind of data: a bipartite graph of what was stated and what was observed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import networkx as nx
import pandas as pd

from overstay.errors import OptionError
from overstay.findings import Verdicts
from overstay.tables import VERDICTS

View = Literal["both", "stated", "observed"]

NO_CATEGORY = "kind of data not stated"
# A `never` says that there was no access, so it is no line between a partner and a kind of data.
STATED_KINDS = ("ended", "will-end", "extension", "granted", "continues")


@dataclass(frozen=True, slots=True)
class _Span:
    """When access may have begun and ended: earliest and latest reading of each as calendar days, None = not known."""

    first_earliest: date | None = None
    first_latest: date | None = None
    last_earliest: date | None = None
    last_latest: date | None = None

    def may_hold(self, day: date) -> bool:
        """Whether no reading of the dates excludes the day."""
        begun = self.first_earliest is None or self.first_earliest <= day
        return begun and (self.last_latest is None or day <= self.last_latest)

    def must_hold(self, day: date) -> bool:
        """Whether every reading includes the day. Without a known beginning, access is sure at its last day alone."""
        begun = self.first_latest or self.last_latest
        return begun is not None and self.last_earliest is not None and begun <= day <= self.last_earliest


def partner_graph(verdicts: Verdicts, *, view: View = "both", on: str | date | None = None) -> nx.MultiDiGraph:
    """Partners, the kinds of data they had, and one edge a statement or observation that names the partner.

    Nodes are `partner:<id>` and `category:<id>` (`category:` = kind of data not stated), with `type` (partner,
    category), `id` and `name`. An edge runs from partner to kind of data; its key is `stated:<statement id>` or
    `observed:<observation id>`. Edge attributes, all text ('' = blank, open or not known): `relation`, `row` (its id),
    `program` and `program_name`, `what` (the statement's kind, the observation's extent), `word` (who says it, or the
    basis), `about`, `reading`, `first` and `last` (outermost calendar days), `first_edtf` and `last_edtf`, `verdict`
    (the strongest among the comparisons of this very row) and `evidence` (the ids of the comparisons with that verdict,
    with | between; else the row's own).

    view: `stated`, `observed` or `both`. on: only edges whose dates may include that day, with `on_day` = certainly or
    possibly; what is alleged or arguable is never certain, nor is what was said to have ended or to end on that day.
    Rows that name no partner, and refused access, are no edges: their numbers stand in `graph.graph`, with `view` and
    `on`. Rows that were not yet public on `as_of` are left out, as in the comparisons.

    Raises OptionError for a value that an option cannot take.
    """
    if view not in get_args(View):
        raise OptionError(f"view={view!r}: write {', '.join(get_args(View))}")
    day = _read_day(on)
    names = _Names(verdicts)
    rows = list(_stated(verdicts)) if view != "observed" else []
    rows += list(_observed(verdicts)) if view != "stated" else []
    graph = nx.MultiDiGraph(view=view, on=day.isoformat() if day else "", case=verdicts.case.title)
    graph.graph["synthetic"] = verdicts.case.synthetic
    graph.graph["statements_without_partner"] = sum(not r["partner"] and r["relation"] == "stated" for r, _ in rows)
    graph.graph["observations_without_partner"] = sum(not r["partner"] and r["relation"] == "observed" for r, _ in rows)
    graph.graph["refused"] = sum(bool(r["partner"]) and r["what"] == "refused" for r, _ in rows)
    edges = []
    for row, span in rows:
        if not row["partner"] or row["what"] == "refused" or (day and not span.may_hold(day)):
            continue
        partner, category = f"partner:{row.pop('partner')}", f"category:{row.pop('category')}"
        row["program_name"] = names.programs.get(row["program"], "")
        row["first"], row["last"] = (
            "" if d is None else d.isoformat() for d in (span.first_earliest, span.last_latest)
        )
        if day:
            firm = row["reading"] == "plain" and row["word"] != "allegation"
            row["on_day"] = "certainly" if firm and span.must_hold(day) else "possibly"
        edges.append((partner, category, f"{row['relation']}:{row['row']}", row))
    edges.sort(key=lambda edge: edge[:3])
    for node in sorted({node for edge in edges for node in edge[:2]}, key=lambda n: (not n.startswith("partner:"), n)):
        type_, _, id_ = node.partition(":")
        known = names.partners if type_ == "partner" else names.categories
        graph.add_node(node, type=type_, id=id_, name=known.get(id_, NO_CATEGORY))
    for partner, category, key, row in edges:
        graph.add_edge(partner, category, key=key, **row)
    return graph


def degree_table(graph: nx.MultiDiGraph) -> pd.DataFrame:
    """One row a partner with an observed edge: partner_id, partner, kinds_of_data, observations, verdict.

    Most kinds of data first, then most observations, then by id; `kinds_of_data` does not count what is not stated.
    `verdict` is the strongest of the partner's observed edges, blank where none was compared.
    """
    rows = []
    for node, data in graph.nodes(data=True):
        if data["type"] != "partner":
            continue
        seen = [(c, e) for _, c, e in graph.out_edges(node, data=True) if e["relation"] == "observed"]
        if seen:
            kinds = {category for category, _ in seen if category != "category:"}
            verdict = strongest(edge["verdict"] for _, edge in seen)
            rows.append((data["id"], data["name"], len(kinds), len(seen), verdict))
    rows.sort(key=lambda row: (-row[2], -row[3], row[0]))
    return pd.DataFrame(rows, columns=["partner_id", "partner", "kinds_of_data", "observations", "verdict"])


def strongest(verdicts: Iterator[str]) -> str:
    """The strongest of some verdicts, in the order of the table of verdicts; '' where there is none."""
    return min((v for v in verdicts if v), key=VERDICTS.index, default="")


class _Names:
    """The names to print, by id."""

    def __init__(self, verdicts: Verdicts) -> None:
        case = verdicts.case
        self.partners: dict[str, str] = case.partners.set_index("partner_id")["name"].to_dict()
        self.programs: dict[str, str] = case.programs.set_index("program_id")["name"].to_dict()
        self.categories: dict[str, str] = case.categories.set_index("category_id")["name"].to_dict()


def _stated(verdicts: Verdicts) -> Iterator[tuple[dict[str, Any], _Span]]:
    judged = _judged(verdicts, "statement_id")
    for s in _public(verdicts, "statements", verdicts.case.statements):
        kind, earliest, latest = s["kind"], _day(s["stated_earliest"]), _day(s["stated_latest"])
        if kind not in STATED_KINDS:
            continue
        # Who says that access began says nothing of its end, and the other way round.
        if kind == "granted":
            span = _Span(first_earliest=earliest, first_latest=latest)
            if earliest == latest:
                span = _Span(earliest, latest, last_earliest=earliest)
        elif kind == "continues":
            span = _Span(last_earliest=earliest, last_latest=latest)
        else:
            span = _Span(last_latest=latest)
        edtf = {"first_edtf": s["stated_date"] if kind == "granted" else ""}
        edtf["last_edtf"] = "" if kind == "granted" else s["stated_date"]
        word = s["speaker"].partition("(")[0].strip() or s["speaker"]
        yield _edge(s, "stated", s["statement_id"], kind, word, s["about"], edtf, judged), span


def _observed(verdicts: Verdicts) -> Iterator[tuple[dict[str, Any], _Span]]:
    judged = _judged(verdicts, "observation_id")
    for o in _public(verdicts, "observations", verdicts.case.observations):
        bounds = (o["first_earliest"], o["first_latest"], o["last_earliest"], o["last_latest"])
        edtf = {"first_edtf": _text(o["first_seen"]), "last_edtf": _text(o["last_seen"])}
        span = _Span(*(_day(bound) for bound in bounds))
        yield _edge(o, "observed", o["observation_id"], o["extent"], o["basis"], "", edtf, judged), span


def _edge(
    row: Any,
    relation: str,
    id_: str,
    what: str,
    word: str,
    about: str,
    edtf: dict[str, str],
    judged: dict[str, tuple[str, str]],
) -> dict[str, Any]:
    verdict, evidence = judged.get(id_, ("", id_))
    ids = {"partner": row["partner_id"], "category": row["category_id"], "program": row["program_id"]}
    return {
        **{name: _text(value) for name, value in ids.items()},
        "relation": relation,
        "row": id_,
        "what": what,
        "word": word,
        "about": about,
        "reading": row["reading"],
        **edtf,
        "verdict": verdict,
        "evidence": evidence,
    }


def _judged(verdicts: Verdicts, key: str) -> dict[str, tuple[str, str]]:
    """The strongest verdict of each row and the ids behind it: statements, observations, then what explains them.

    A row's own comparisons alone: what one program's evidence shows does not colour another's.
    """
    pairs = verdicts.comparisons.dropna(subset=["observation_id"])
    judged = {}
    for id_, group in pairs.groupby(key, sort=True):
        verdict = strongest(group["verdict"])
        best = group[group["verdict"] == verdict]
        columns = [best[name].dropna() for name in ("statement_id", "observation_id", "explained_by")]
        ids = dict.fromkeys(value for column in columns for value in sorted(column))
        judged[str(id_)] = (verdict, "|".join(ids))
    return judged


def _public(verdicts: Verdicts, table: str, frame: pd.DataFrame) -> Iterator[Any]:
    """The rows that the comparison could use."""
    out = verdicts.left_out
    hidden = set(out.loc[out["table"] == table, "row_id"])
    key = frame.columns[0]
    return (row for row in frame.to_dict("records") if row[key] not in hidden)


def _read_day(on: str | date | None) -> date | None:
    if on is None:
        return None
    if isinstance(on, date):
        return date(on.year, on.month, on.day)  # a datetime is a date to Python, but does not compare with one
    try:
        return date.fromisoformat(on)
    except (TypeError, ValueError):
        raise OptionError(f"on={on!r}: write a day as 2017-06-30") from None


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else value.date()

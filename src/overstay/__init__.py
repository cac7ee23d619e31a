"""overstay: did a partner's access to people's data go on after the date on which somebody said it had ended?

from overstay import open_case, compare
case = open_case("data/facebook")
compare(case).findings
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from overstay.annotations import annotation_table, annotations_jsonld
    from overstay.cards import card
    from overstay.case import Case, open_case
    from overstay.charts import who_said_what_when
    from overstay.daily import daily_access
    from overstay.dates import Reading, read_edtf
    from overstay.dating.spans import find_dates
    from overstay.dating.table import date_rules
    from overstay.documents import Document, Passage, read_document, read_documents
    from overstay.errors import (
        CacheError,
        CaseError,
        DateError,
        DocumentError,
        ExportError,
        LogError,
        NotFoundError,
        OptionError,
        OverstayError,
        Problem,
    )
    from overstay.evidence import attach, check_evidence
    from overstay.findings import Verdicts, compare
    from overstay.graph import partner_graph
    from overstay.lineage import evidence_lines, people_after
    from overstay.multiples import access_by_partner
    from overstay.naming.aliases import suggest_aliases
    from overstay.networks import graph_figure
    from overstay.reviewing.reviews import accept_reviewed, candidates, decide, orphans
    from overstay.reviewing.widget import review
    from overstay.robustness import sensitivity
    from overstay.statements import find_statements
    from overstay.timelines import timeline

# Where each public name lives. They load on first use: pandas and DuckDB take most of a second, and a shell
# that only wants `--help` should not wait for them.
_HOME = {
    "Case": "case",
    "open_case": "case",
    "Reading": "dates",
    "read_edtf": "dates",
    "CacheError": "errors",
    "CaseError": "errors",
    "DateError": "errors",
    "ExportError": "errors",
    "LogError": "errors",
    "NotFoundError": "errors",
    "OptionError": "errors",
    "OverstayError": "errors",
    "Problem": "errors",
    "Verdicts": "findings",
    "card": "cards",
    "compare": "findings",
    "evidence_lines": "lineage",
    "people_after": "lineage",
    "sensitivity": "robustness",
    "graph_figure": "networks",
    "partner_graph": "graph",
    "timeline": "timelines",
    "who_said_what_when": "charts",
    "access_by_partner": "multiples",
    "daily_access": "daily",
    "DocumentError": "errors",
    "suggest_aliases": "naming.aliases",
    "annotation_table": "annotations",
    "annotations_jsonld": "annotations",
    "find_dates": "dating.spans",
    "date_rules": "dating.table",
    "Document": "documents",
    "Passage": "documents",
    "read_document": "documents",
    "read_documents": "documents",
    "attach": "evidence",
    "check_evidence": "evidence",
    "review": "reviewing.widget",
    "accept_reviewed": "reviewing.reviews",
    "candidates": "reviewing.reviews",
    "decide": "reviewing.reviews",
    "orphans": "reviewing.reviews",
    "find_statements": "statements",
}

__all__ = [
    "CacheError",
    "Case",
    "CaseError",
    "DateError",
    "ExportError",
    "LogError",
    "NotFoundError",
    "OptionError",
    "OverstayError",
    "Problem",
    "Reading",
    "Verdicts",
    "card",
    "compare",
    "evidence_lines",
    "open_case",
    "people_after",
    "read_edtf",
    "sensitivity",
    "graph_figure",
    "partner_graph",
    "timeline",
    "who_said_what_when",
    "access_by_partner",
    "daily_access",
    "DocumentError",
    "suggest_aliases",
    "annotation_table",
    "annotations_jsonld",
    "find_dates",
    "date_rules",
    "Document",
    "Passage",
    "read_document",
    "read_documents",
    "attach",
    "check_evidence",
    "review",
    "accept_reviewed",
    "candidates",
    "decide",
    "orphans",
    "find_statements",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'overstay' has no attribute {name!r}")
    return getattr(import_module(f"overstay.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *_HOME]

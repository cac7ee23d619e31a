"""The review as a widget of JupyterLab; where there are no widgets, a table of what is open."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from overstay.case import Case
from overstay.errors import OptionError
from overstay.reviewing.reviews import OPEN, with_decisions
from overstay.reviewing.sitting import Sitting, begin
from overstay.sheets import visible
from overstay.tables import CONFIDENCES

WIDGET_MIME = "application/vnd.jupyter.widget-view+json"
_HERE = Path(__file__).parent
_ROWS = 20  # of the table that stands in for the widget


class Review(anywidget.AnyWidget):
    """One candidate at a time. Keys: a accept, r reject, c correct, j next, k previous, u undo."""

    _esm = _HERE / "review.js"
    _css = _HERE / "review.css"
    view = traitlets.Dict().tag(sync=True)
    lists = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(view=sitting.view(), lists=sitting.lists())
        self.sitting = sitting
        self.on_msg(lambda _, content, buffers: self.answer(content))

    def answer(self, content: dict[str, Any]) -> None:
        """Do what the reviewer did in the browser, and show what follows."""
        fields = {str(name): str(value) for name, value in (content.get("fields") or {}).items()}
        about = str(content.get("about") or "")
        self.sitting.do(str(content.get("do")), fields, str(content.get("text") or ""), about=about)
        # a count that always changes: an answer must be sent even where nothing else is new
        self.view = {**self.sitting.view(), "beat": int(self.view.get("beat", 0)) + 1}

    def __repr__(self) -> str:
        ids, frame = self.sitting.ids, with_decisions(self.sitting.case, self.sitting.proposals)
        still = int(frame[frame["candidate_id"].isin(ids)]["decision"].isin(OPEN).sum())
        noun = "candidate" if len(ids) == 1 else "candidates"
        return f"<Review of {visible(self.sitting.case.title, lines=False)!r}: {len(ids):,} {noun}, {still:,} new>"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": repr(self), "text/html": self._table(), WIDGET_MIME: view}, {}

    def _table(self) -> str:
        """What is to be reviewed, for a page that runs nothing."""
        columns = {"kind": "kind", "partner_ids": "partner", "stated_date": "stated date", "evidence": "words"}
        ids = self.sitting.ids
        rows = [self.sitting.proposals.by_id[key] for key in ids[:_ROWS]]
        cells = [[*(row[name] for name in columns), f"{row['document']}, {row['locator']}"] for row in rows]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in (*columns.values(), "place"))
        body = "".join(
            f"<tr>{''.join(f'<td>{html.escape(visible(cell, lines=False))}</td>' for cell in row)}</tr>"
            for row in cells
        )
        more = f"<p>and {len(ids) - _ROWS:,} more</p>" if len(ids) > _ROWS else ""
        said = f"<p>{html.escape(repr(self)[1:-1])}</p>"
        return f"{said}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}" if rows else said


def review(case: Case, *, who: str = "", every: bool = False, confidence: Sequence[str] = ()) -> Review:
    """Review the candidates of a case in JupyterLab, those that are open or, with `every`, all.

    who: your name, which is asked for where it is not given. confidence: only these classes (high, medium, low).
    Each decision is a row of reviews.csv at once; what was accepted becomes rows of the case with the button at the
    end, or with `accept_reviewed`.
    """
    if wrong := [name for name in confidence if name not in CONFIDENCES]:
        raise OptionError(f"confidence={wrong[0]!r}: write {', '.join(CONFIDENCES)}")
    return Review(begin(case, who=who, every=every, confidence=confidence))

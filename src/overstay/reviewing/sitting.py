"""One sitting of a review: which candidate is shown, what the reviewer does to it, and what can be taken back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from overstay.case import Case
from overstay.entries import append_rows, can_write, take_back
from overstay.errors import OptionError, OverstayError
from overstay.reviewing.context import context
from overstay.reviewing.decisions import CHOICES, READERS, REVIEWS, Decision, read_decisions
from overstay.reviewing.proposals import Proposals, read_proposals
from overstay.reviewing.reviews import OPEN, accept_reviewed, record, with_decisions
from overstay.sheets import visible
from overstay.tables import FIELDS

LABELS = {
    "kind": "Kind",
    "partner_ids": "Partner",
    "new_partners": "Unknown partner",
    "program_id": "Program",
    "category_ids": "Kind of data",
    "source_id": "Source",
    "speaker": "Speaker",
    "said_on": "Said on",
    "stated_date": "Stated date",
    "about": "About",
    "quantifier": "Quantifier",
    "count": "Number",
    "of": "Out of",
    "except": "Except",
    "reading": "Reading",
    "extent": "Extent",
    "basis": "Basis",
    "paraphrase": "Paraphrase",
}
HINTS = {
    "partner_ids": "id; several with |",
    "new_partners": "clear it where it is no partner",
    "category_ids": "id; several with |",
    "stated_date": "EDTF: 2015-04-30, 2014, ../2018-12-18",
    "paraphrase": "in your own words: what was said, or seen",
}
_STATEMENTS = ("about", "quantifier", "count", "of", "except", "speaker", "said_on")
_OBSERVATIONS = ("extent", "basis")
_IF_FILLED = ("new_partners", "count", "of", "except")  # shown where there is something to see
_IF_BLANK = ("source_id", "speaker", "said_on")  # shown where something is missing
READ_ONLY = "This folder cannot be written: you can look, but decisions cannot be saved."


@dataclass(slots=True)
class Sitting:
    """The state of a review. `do` takes what the reviewer did, `view` says what is to be shown; both are plain data."""

    case: Case
    proposals: Proposals
    ids: list[str]
    who: str = ""
    place: int = 0
    notice: dict[str, str] = field(default_factory=dict)
    done: list[tuple[str, bytes, Decision | None]] = field(default_factory=list)
    today: Callable[[], dt.date] = dt.date.today

    @property
    def here(self) -> str:
        """The candidate that is shown; blank after the last."""
        return self.ids[self.place] if self.place < len(self.ids) else ""

    def do(
        self, what: str, fields: Mapping[str, str] | None = None, text: str = "", *, about: str | None = None
    ) -> None:
        """Next, previous, save (the fields as they stand), reject, undo, who, or add (accepted ones to the tables).

        about: the candidate that the reviewer saw. Where another is shown by now, a save or reject does nothing.
        """
        if about is not None and about != self.here and what in ("save", "reject"):
            return
        actions: dict[str, Callable[[], None]] = {
            "next": lambda: self._go(self.place + 1),
            "previous": lambda: self._go(self.place - 1),
            "save": lambda: self._save(fields or {}, text),
            "reject": lambda: self._decide("reject", {}, text),
            "undo": self._undo,
            "who": lambda: self._name(text),
            "add": self._add,
        }
        self.notice = {}
        try:
            actions[what]()
        except KeyError:
            raise
        except OverstayError as error:
            self._say(_friendly(str(error)), kind="error", place="" if self.who else "who")

    def view(self) -> dict[str, Any]:
        """All that is shown, as JSON has it; text from the case with what a screen would obey written out."""
        held = read_decisions(self.case.folder)
        decisions = {key: held[key].decision if key in held else "" for key in self.ids}
        left = sum(decision in OPEN for decision in decisions.values())
        can_save = can_write(self.case.folder)
        return {
            "title": visible(self.case.title, lines=False),
            "number": min(self.place + 1, len(self.ids)),
            "of": len(self.ids),
            "left": left,
            "accepted": sum(decision in ("accept", "correct") for decision in decisions.values()),
            "who": self.who,
            "can_save": can_save,
            "can_undo": bool(self.done),
            "notice": self.notice or ({} if can_save else {"kind": "note", "text": READ_ONLY, "field": ""}),
            "card": self._card(self.here, held.get(self.here)) if self.here else {},
        }

    def lists(self) -> dict[str, list[dict[str, str]]]:
        """The ids that some fields may hold, with their names."""
        frames = {
            "partner_ids": (self.case.partners, "partner_id"),
            "program_id": (self.case.programs, "program_id"),
            "category_ids": (self.case.categories, "category_id"),
            "source_id": (self.case.sources, "source_id"),
        }
        return {
            name: [
                {"value": str(row_id), "label": visible(label, lines=False)}
                for row_id, label in zip(frame[key], frame["title" if name == "source_id" else "name"], strict=True)
            ]
            for name, (frame, key) in frames.items()
        }

    def _card(self, candidate_id: str, held: Decision | None) -> dict[str, Any]:
        candidate = self.proposals.by_id[candidate_id]
        values = {**candidate, **(held.fields if held else {})}
        shown = {name: visible(candidate[name], lines=False) for name in ("document", "locator", "speaker", "said_on")}
        stretches = context(self.proposals.documents[candidate["document"]], candidate)
        return {
            "id": candidate_id,
            **shown,
            "confidence": candidate["confidence"],
            "rule": visible(candidate["rule"], lines=False),
            "decision": held.decision if held else "",
            "decided_by": visible(f"{held.who}, {held.decided_on}", lines=False) if held else "",
            "why": held.why if held else "",
            "context": [{"text": s.text, "fields": list(s.fields), "evidence": s.evidence} for s in stretches],
            "fields": [self._field(name, values.get(name, ""), candidate.get(name, "")) for name in LABELS],
        }

    def _field(self, name: str, value: str, proposed: str) -> dict[str, Any]:
        choices = list(CHOICES.get(name, ()))
        filled = bool(value or proposed)
        return {
            "name": name,
            "label": LABELS[name],
            "hint": HINTS.get(name, ""),
            "value": value,
            "proposed": proposed,
            "choices": choices if not choices or name == "kind" or name == "reading" else ["", *choices],
            "shown": (filled or name not in _IF_FILLED) and (not proposed or name not in _IF_BLANK),
            "only": "statement" if name in _STATEMENTS else "observed" if name in _OBSERVATIONS else "",
        }

    def _go(self, place: int) -> None:
        self.place = min(max(place, 0), max(len(self.ids) - 1, 0))

    def _name(self, text: str) -> None:
        if not text.strip():
            raise OptionError("Write your name: it stands beside each of your decisions.")
        self.who = text.strip()

    def _save(self, fields: Mapping[str, str], why: str) -> None:
        """Accept as proposed, or with what the reviewer has changed."""
        candidate = self.proposals.by_id[self.here]
        held = read_decisions(self.case.folder).get(self.here)
        before = held.fields if held and held.accepted else {}
        given = {name: str(value).strip() for name, value in fields.items() if name in FIELDS}
        own = {name: given[name] for name in READERS if given.get(name)}
        changed = {name: value for name, value in given.items() if name not in READERS and value != candidate[name]}
        back = {name: given[name] for name in before if name in given and name not in (*changed, *own)}
        if changed or back:
            self._decide("correct", {**changed, **back, **own}, why)
        else:
            self._decide("accept", own, why)

    def _decide(self, decision: str, fields: Mapping[str, str], why: str) -> None:
        if not self.here:
            return
        if not self.who:
            raise OptionError("Write your name first: it stands beside each of your decisions.")
        held = read_decisions(self.case.folder).get(self.here)
        asked = Decision(self.here, decision, fields, why, self.who, self.today().isoformat())
        added, _ = record(self.case, self.proposals, asked)
        self.done.append((self.here, added, held))
        word = {"accept": "Accepted", "correct": "Corrected and accepted", "reject": "Rejected"}[decision]
        self._say(f"{word}: {self.proposals.by_id[self.here]['evidence']}"[:120])
        self._go_on()

    def _go_on(self) -> None:
        """To the next candidate that is open, or to the first one; where none is, past the last."""
        held = read_decisions(self.case.folder)
        still = [n for n, key in enumerate(self.ids) if key not in held or held[key].decision in OPEN]
        self.place = next((n for n in still if n > self.place), still[0] if still else len(self.ids))

    def _undo(self) -> None:
        """Take the last decision back: out of the file or, where others have written since, by a row after it."""
        if not self.done:
            raise OptionError("Nothing of this sitting is left to undo.")
        candidate_id, added, before = self.done[-1]
        if not take_back(self.case.folder, REVIEWS, added):
            again = before or Decision(candidate_id, "later", why="undone", who=self.who)
            rows = _restored(again, self.proposals.by_id[candidate_id], self.today().isoformat())
            append_rows(self.case.folder, {REVIEWS: rows})
        self.done.pop()
        self.place = self.ids.index(candidate_id)
        self._say("The last decision is taken back.")

    def _add(self) -> None:
        outcomes = accept_reviewed(self.case, self.proposals)
        added = outcomes[outcomes["outcome"] == "added"]
        waits = outcomes[outcomes["outcome"].str.startswith("waits")]
        parts = [f"{len(rows):,} in {file}" for file, rows in added.groupby("file", sort=True)]
        text = f"Rows added: {', '.join(parts)}. Open the case again to use them." if parts else "No row was added."
        if len(waits):
            text += f" {len(waits):,} wait; the first: {waits['outcome'].iloc[0].removeprefix('waits: ')}."
        self._say(text)

    def _say(self, text: str, *, kind: str = "note", place: str = "") -> None:
        if kind == "error" and not place:
            place = next((word for word in re.findall(r"\w+", text) if word in LABELS), "")
        for name in LABELS if kind == "error" else ():
            text = re.sub(rf"(?<=set ){name}\b|(?<=clear ){name}\b|\b{name}\b(?= is |=)", LABELS[name], text)
        self.notice = {"kind": kind, "text": visible(text, lines=False), "field": place}


def _friendly(message: str) -> str:
    """A message without the id of the candidate, which is on the screen."""
    return re.sub(r"^\S+ cannot become a row of [a-z.]+: ", "", message)


def _restored(held: Decision, candidate: Mapping[str, str], day: str) -> Sequence[dict[str, str]]:
    """Rows after which an earlier decision holds again, with all its fields."""
    shared = {"candidate_id": held.candidate_id, "decision": held.decision, "why": held.why, "who": held.who}
    shared |= {"decided_on": held.decided_on or day, "document": candidate["document"], "quote": candidate["evidence"]}
    return [shared, *({**shared, "field": name, "value": value} for name, value in held.fields.items())]


def begin(case: Case, *, who: str = "", every: bool = False, confidence: Sequence[str] = ()) -> Sitting:
    """A sitting over the candidates that are open, or over all; `confidence` leaves out those of other classes."""
    proposals = read_proposals(case)
    frame = with_decisions(case, proposals)
    if not every:
        frame = frame[frame["decision"].isin(OPEN)]
    if confidence:
        frame = frame[frame["confidence"].isin(list(confidence))]
    return Sitting(case, proposals, [str(found) for found in frame["candidate_id"]], who.strip())

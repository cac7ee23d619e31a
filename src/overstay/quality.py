"""How well statements are found: candidates held against a labelled set, sentence by sentence.

A candidate is right where kind, partners and both bounds of the date are those of a label, each label taken once.
Nearly right counts as wrong, twice: as a candidate that should not be there and as a label that was missed.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from overstay.dates import read_edtf
from overstay.errors import OptionError
from overstay.partners import Names
from overstay.statements import find_statements

Bounds = tuple[date | None, date | None] | None  # None where no date is given at all
PARTS = ("work", "scored")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled set: `sentences` (one row a text), `labels` (one row a statement in a text), and the names known.

    Texts of one `world` share their companies; in another a company of the same name may be somebody else.
    """

    sentences: pd.DataFrame
    labels: pd.DataFrame
    names: dict[str, Names]

    def part(self, part: str) -> Labelled:
        """Only the texts that rules were made on (`work`), or those that are only scored (`scored`)."""
        if part not in PARTS:
            raise OptionError(f"part={part!r}: write work or scored")
        texts = self.sentences[self.sentences["part"] == part].reset_index(drop=True)
        labels = self.labels[self.labels["item_id"].isin(texts["item_id"])].reset_index(drop=True)
        return Labelled(texts, labels, self.names)


def read_labelled(folder: str | Path) -> Labelled:
    """The labelled set in a folder: sentences.csv, labels.csv, partners.csv, programs.csv and categories.csv."""
    root = Path(folder)
    tables = {name: _read(root / f"{name}.csv") for name in ("sentences", "labels", *_NAMES)}
    worlds = sorted(set(tables["sentences"]["world"]))
    of_world = {w: Names(*(tables[name][tables[name]["world"] == w] for name in _NAMES)) for w in worlds}
    return Labelled(tables["sentences"], tables["labels"], of_world)


_NAMES = ("partners", "programs", "categories")


def find_in(labelled: Labelled) -> pd.DataFrame:
    """The candidates found in each text of a labelled set, as of the day on which it was said, with its `item_id`."""
    frames = [
        find_statements(row.text, said_on=row.said_on, partners=labelled.names[row.world], speaker=row.speaker).assign(
            item_id=row.item_id
        )
        for row in labelled.sentences.itertuples(index=False)
    ]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()


def compare_labels(labelled: Labelled, found: pd.DataFrame) -> pd.DataFrame:
    """One row a label or candidate, the two beside each other where they belong together.

    `outcome` is right, wrong kind, wrong partner, wider (the label's interval and more), invented precision (some of
    the label's interval is left out), missed (a label without a candidate) or extra (a candidate without a label).
    `invented` says of any two whether the candidate's date leaves out days of the label's, right in the rest or not.
    """
    by_item = {str(item): group.to_dict("records") for item, group in found.groupby("item_id")} if len(found) else {}
    wanted = {str(item): group.to_dict("records") for item, group in labelled.labels.groupby("item_id")}
    rows = []
    for text in labelled.sentences.itertuples(index=False):
        pairs = _pair(wanted.get(text.item_id, []), by_item.get(text.item_id, []))
        for label, candidate in pairs:
            rows.append(
                {
                    "item_id": text.item_id,
                    "register": text.register,
                    "said_on": text.said_on,
                    "outcome": _outcome(label, candidate),
                    "invented": _is_narrower(label, candidate),
                    **{
                        f"{field}_{side}": "" if row is None else str(row[column])
                        for field, column in _SHOWN.items()
                        for side, row in (("label", label), ("found", candidate))
                    },
                    "rule": "" if candidate is None else str(candidate["rule"]),
                    "confidence": "" if candidate is None else str(candidate["confidence"]),
                    "text": text.text,
                }
            )
    return pd.DataFrame(rows, columns=list(rows[0]) if rows else None)


_SHOWN = {"kind": "kind", "partners": "partner_ids", "date": "stated_date", "words": "date_text"}
_OUTCOMES = ("right", "wider", "invented precision", "wrong partner", "wrong kind", "extra")


def score(compared: pd.DataFrame, by: str | Sequence[str] = ()) -> pd.DataFrame:
    """Precision and recall of compared labels, in all or `by` kind or register; one row a group, sorted.

    Precision = right / candidates, recall = right / labels; `invented` counts dates narrower than their words.
    """
    keys = [by] if isinstance(by, str) else list(by)
    frame = compared.assign(
        kind=compared["kind_label"].where(compared["kind_label"] != "", compared["kind_found"]), all="all"
    )
    rows = []
    for group, part in frame.groupby(keys or ["all"], sort=True):
        outcomes = part["outcome"].value_counts()
        right = int(outcomes.get("right", 0))
        labels, candidates = int((part["outcome"] != "extra").sum()), int((part["outcome"] != "missed").sum())
        rows.append(
            {
                **dict(zip(keys, group, strict=False)),
                "labels": labels,
                "found": candidates,
                "right": right,
                "precision": round(right / candidates, 3) if candidates else None,
                "recall": round(right / labels, 3) if labels else None,
                "invented": int(part["invented"].sum()),
            }
        )
    return pd.DataFrame(rows)


def outcomes_by(compared: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many candidates of each outcome have each value of `column`, the most frequent first."""
    found = compared[compared["outcome"] != "missed"]
    counts = found.groupby([column, "outcome"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=[name for name in _OUTCOMES if name in counts.columns])
    return counts.assign(all=counts.sum(axis=1)).sort_values(["all"], ascending=False, kind="stable")


def misses(compared: pd.DataFrame) -> pd.DataFrame:
    """What is not right, with the text, in the order of how bad it is."""
    order = {"invented precision": 0, "extra": 1, "wrong kind": 2, "wrong partner": 3, "wider": 4, "missed": 5}
    wrong = compared[compared["outcome"] != "right"]
    return wrong.assign(order=wrong["outcome"].map(order)).sort_values(["order", "item_id"]).drop(columns="order")


def read_dates(labelled: Labelled) -> pd.DataFrame:
    """One row a label with a date in words: what each reader of dates makes of its text, and how that fits the label.

    For each reader a column of its intervals, and one of `exact`, `wider`, `narrower` (it has some days of the label's
    and lacks others), `other` (another time) or `none`. The best of the intervals in the text counts, for all alike.
    """
    from overstay.rivals import date_intervals

    # The date of a denial or of something that goes on is the day on which it was said, whatever else the text names.
    rows = labelled.labels[~labelled.labels["kind"].isin(["never", "continues"])]
    rows = rows[(rows["date_text"] != "") & (rows["stated_date"] != "")]
    rows = rows.merge(labelled.sentences[["item_id", "said_on", "text"]], on="item_id")
    rows = rows[rows["said_on"].str.fullmatch(r"\d{4}-\d\d-\d\d")].drop_duplicates(["text", "stated_date"])
    readers = ("overstay", "dateparser search", "duckling")
    read = date_intervals(list(rows["text"]), list(rows["said_on"]), readers=readers)
    shown = rows[["item_id", "said_on", "date_text", "stated_date"]].reset_index(drop=True)
    for reader in readers:
        shown[reader] = read[reader]
        shown[f"{reader}: fit"] = [
            _fit(bounds(label), [bounds(part) for part in parts.split("; ") if part])
            for label, parts in zip(shown["stated_date"], read[reader], strict=True)
        ]
    return shown


def _fit(label: Bounds, read: list[Bounds]) -> str:
    if label in read:
        return "exact"
    if any(covers(one, label) for one in read):
        return "wider"
    return "narrower" if any(_meet(one, label) for one in read) else "other" if read else "none"


def _meet(one: Bounds, other: Bounds) -> bool:
    (first, last), (from_, until) = one or (None, None), other or (None, None)
    return (first is None or until is None or first <= until) and (last is None or from_ is None or from_ <= last)


def bounds(edtf: str) -> Bounds:
    """The first and the last calendar day of a date, None on an open side; None for no date."""
    if not edtf:
        return None
    reading = read_edtf(edtf)
    return reading.earliest_date, reading.latest_date


def covers(wide: Bounds, narrow: Bounds) -> bool:
    """Whether every day of `narrow` lies in `wide`; no date at all leaves every day open."""
    first, last = wide or (None, None)
    from_, until = narrow or (None, None)
    return (first is None or (from_ is not None and first <= from_)) and (
        last is None or (until is not None and until <= last)
    )


def _outcome(label: dict | None, candidate: dict | None) -> str:
    if label is None or candidate is None:
        return "extra" if label is None else "missed"
    if label["kind"] != candidate["kind"]:
        return "wrong kind"
    if _ids(label) != _ids(candidate):
        return "wrong partner"
    if bounds(label["stated_date"]) == bounds(candidate["stated_date"]):
        return "right"
    return "invented precision" if _is_narrower(label, candidate) else "wider"


def _is_narrower(label: dict | None, candidate: dict | None) -> bool:
    if label is None or candidate is None:
        return False
    return not covers(bounds(candidate["stated_date"]), bounds(label["stated_date"]))


def _ids(row: dict) -> frozenset[str]:
    return frozenset(part for part in str(row["partner_ids"]).split("|") if part)


def _pair(labels: list[dict], candidates: list[dict]) -> list[tuple[dict | None, dict | None]]:
    """Labels and candidates of one text side by side, the best matches first, each taken once."""
    matches = sorted(
        (
            (-_likeness(label, candidate), i, j)
            for i, label in enumerate(labels)
            for j, candidate in enumerate(candidates)
        ),
    )
    taken: dict[int, int] = {}
    for likeness, i, j in matches:
        if likeness < 0 and i not in taken and j not in taken.values():
            taken[i] = j
    pairs: list[tuple[dict | None, dict | None]] = [
        (label, candidates[taken[i]] if i in taken else None) for i, label in enumerate(labels)
    ]
    return pairs + [(None, candidate) for j, candidate in enumerate(candidates) if j not in taken.values()]


def _likeness(label: dict, candidate: dict) -> int:
    """How much speaks for the two being about the same words; 0 = nothing."""
    place = label["evidence"] in candidate["evidence"] or candidate["evidence"] in label["evidence"]
    same_date = bounds(label["stated_date"]) == bounds(candidate["stated_date"])
    ids, other = _ids(label), _ids(candidate)
    return (
        (8 if _outcome(label, candidate) == "right" else 0)
        + (4 if place else 0)
        + (3 if label["kind"] == candidate["kind"] else 0)
        + (3 if ids == other else 1 if ids & other else 0)
        + (2 if same_date else 0)
        if place or (ids == other and label["kind"] == candidate["kind"])
        else 0
    )


def _read(path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return pd.DataFrame(rows[1:], columns=rows[0], dtype="str")

"""The evidence card of one finding: what was said, what was seen, what follows, and what it does not prove."""

from __future__ import annotations

import pandas as pd

from overstay.errors import NotFoundError
from overstay.findings import Verdicts
from overstay.wording import say_days, say_range

ABOUT = {
    "feature": "a feature: the product that people saw",
    "access": "access: the interface or permission",
    "use": "use: that data was requested or read",
}
EXTENT = {
    "capability": "access was possible",
    "use": "data was requested or delivered",
    "refused": "access was tried and failed",
}


def card(verdicts: Verdicts, statement_id: str, observation_id: str | None = None) -> pd.DataFrame:
    """One finding as a table of two columns, `what` and `text`, in the order in which a reader needs it.

    Shows the comparison that gives the finding its verdict, or that with `observation_id`. NotFoundError where the
    statement gives no end, or there is no such comparison.
    """
    finding = verdicts.finding(statement_id)
    compared = verdicts.compared(statement_id)
    chosen = observation_id or finding["observation_id"]
    rows = compared[compared["observation_id"] == chosen]
    if observation_id and rows.empty:
        met = ", ".join(compared["observation_id"].dropna()) or "none"
        raise NotFoundError(f"{statement_id} is not compared with {observation_id}; it is with {met}")
    lines = _stated(verdicts, statement_id)
    if rows.empty:
        verdict, reason, days = finding["verdict"], finding["reason"], ""
    else:
        row = rows.iloc[0]
        lines += _seen(verdicts, row["observation_id"])
        verdict, reason = row["verdict"], row["reason"]
        days = say_days(row["days_after_least"], row["days_after_most"])
    lines += [("Days after the stated end", days), ("Verdict", verdict), ("Why", reason)]
    lines += [("Speaks against it", text) for text in _disputes(verdicts, finding["disputed_by"])]
    lines += [("Does not prove", text) for text in does_not_prove(verdict, None if rows.empty else rows.iloc[0])]
    return verdicts.case.mark(pd.DataFrame([line for line in lines if line[1]], columns=["what", "text"]))


def does_not_prove(verdict: str, comparison: pd.Series | None) -> list[str]:
    """What a reader might take from a comparison that does not follow from it, one sentence each."""
    if verdict == "cannot tell":
        return ["That the statement is wrong, or that it is right."]
    if comparison is None:
        return ["Which partners they were: they are counted, not named."]
    if verdict == "consistent":
        return ["That no access went on elsewhere, unseen: it speaks of what was watched."]
    doubts = ["That whoever spoke knew better at the time."] if verdict != "explained" else []
    if verdict.endswith("left in place"):
        doubts.append("That the feature itself still ran: it shows the access behind it.")
    if comparison["extent"] == "capability":
        doubts.append("That data was requested or read: it shows that this was possible.")
    elif comparison["extent"] == "use":
        doubts.append("That the data was misused: it shows that it was requested or delivered.")
    if comparison["basis"] == "internal record":
        doubts.append("That the record was up to date: it lists an arrangement as active.")
    if comparison["basis"] == "allegation":
        doubts.append("That the allegation is true: it is one party's word.")
    if pd.isna(comparison["observation_id"]) or pd.isna(comparison["partner_id"]):
        doubts.append("Which partners they were: they are counted or meant, not named.")
    if comparison["scope"] == "vaguer evidence":
        doubts.append("That it was this kind of data or program: the evidence does not say.")
    return doubts


def _stated(verdicts: Verdicts, statement_id: str) -> list[tuple[str, str]]:
    case = verdicts.case
    s = case.statements.set_index("statement_id").loc[statement_id]
    words = f"“{s['date_text']}”" if pd.notna(s["date_text"]) else ""
    return [
        ("Statement", f"{statement_id}: {s['paraphrase']}"),
        ("Said by", f"{s['speaker']}, {s['said_on']}"),
        ("Date in the words", words),
        ("Read as", f"{s['stated_date']}: {say_range(s['stated_earliest'], s['stated_latest'])}"),
        ("About", ABOUT[s["about"]] + ("; takes interpretation" if s["reading"] == "arguable" else "")),
        ("Source of the statement", _source(verdicts, s)),
    ]


def _seen(verdicts: Verdicts, observation_id: str) -> list[tuple[str, str]]:
    o = verdicts.case.observations.set_index("observation_id").loc[observation_id]
    last = f"{o['last_seen']}: {say_range(o['last_earliest'], o['last_latest'])}" if pd.notna(o["last_seen"]) else ""
    arguable = "; takes interpretation" if o["reading"] == "arguable" else ""
    return [
        ("Observation", f"{observation_id}: {o['note']}" if pd.notna(o["note"]) else observation_id),
        ("Evidence", f"{o['basis']}: {EXTENT[o['extent']]}{arguable}"),
        ("Last seen, read as", last),
        ("Source of the observation", _source(verdicts, o)),
    ]


def _source(verdicts: Verdicts, row: pd.Series) -> str:
    s = verdicts.case.sources.set_index("source_id").loc[row["source_id"]]
    parts = (s["title"], s["publisher"], s["published"], row["locator"], s["url"])
    return "; ".join(str(part) for part in parts if pd.notna(part))


def _disputes(verdicts: Verdicts, disputed_by: object) -> list[str]:
    if not isinstance(disputed_by, str):
        return []
    said = verdicts.case.statements.set_index("statement_id")["paraphrase"]
    noted = verdicts.case.observations.set_index("observation_id")["note"]
    return [f"{id_}: {said[id_] if id_ in said else noted[id_]}" for id_ in disputed_by.split("|")]

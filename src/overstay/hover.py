"""What stands behind a mark of a figure: the words, the record, both readings of each date, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from overstay.captions import say_lateness
from overstay.cards import EXTENT
from overstay.findings import Verdicts
from overstay.house import label, lines
from overstay.lanes import Seen, Stated, records
from overstay.wording import say_range

IN_FULL = 3  # statements of one mark that are told in full; the others in a line each


class Hover:
    """Writes hover texts for one set of verdicts."""

    def __init__(self, verdicts: Verdicts) -> None:
        case = verdicts.case
        self.sources = {row["source_id"]: row for row in records(case.sources)}
        self.said = {row["statement_id"]: row for row in records(case.statements)}
        self.names = {row["partner_id"]: row["name"] for row in records(case.partners)}
        self.kinds_of_data = {row["category_id"]: row["name"] for row in records(case.categories)}
        self.disputes = {row["statement_id"]: row["disputed_by"] for row in records(verdicts.findings)}

    def stated(self, mark: Stated) -> str:
        """The statements of one mark, and why nothing follows from them where that is so."""
        told = [self._statement(row) for row in mark.statements[:IN_FULL]]
        told += [self._statement_in_short(row) for row in mark.statements[IN_FULL:]]
        if mark.calm:
            told.append(f"<b>cannot tell</b><br>{lines(mark.pairs[0]['reason'])}")
        return "<br><br>".join(told)

    def seen(self, mark: Seen) -> str:
        """The observations of one mark, and what they were compared with."""
        told = [self._observation(row) for row in mark.observations]
        return "<br><br>".join([*told, self._compared(mark.pairs, lead=mark.pair)])

    def late(self, mark: Seen) -> str:
        """The comparison that is drawn: verdict, days, the reason, what speaks against it, and the evidence."""
        statement = self._statement_in_short(self.said[mark.pair["statement_id"]])
        told = [self._verdict(mark.pair), statement, *(self._observation(row) for row in mark.observations)]
        others = [pair for pair in mark.pairs if pair is not mark.pair]
        return "<br><br>".join([*told, *([self._compared(others)] if others else [])])

    def counted(self, pair: Mapping[str, Any]) -> str:
        """A statement that counts partners, tested as a whole."""
        return f"<b>{label(pair['verdict'])}</b><br>{lines(pair['reason'])}"

    def _verdict(self, pair: Mapping[str, Any]) -> str:
        told = [f"<b>{label(pair['verdict'])}: {say_lateness(pair)}</b>", lines(pair["reason"])]
        explaining = self.said.get(pair["explained_by"] or pair["partly_explained_by"] or "")
        if explaining:
            told.append(self._statement(explaining))
        if against := self.disputes.get(pair["statement_id"]):
            told.append(lines(f"Speaks against it: {against.replace('|', ', ')}"))
        told.append(lines(f"Evidence: {pair['evidence'].replace('|', ', ')}"))
        return "<br>".join(told)

    def _compared(self, pairs: Iterable[Mapping[str, Any]], lead: Mapping[str, Any] | None = None) -> str:
        told = []
        for pair in pairs:
            days = say_lateness(pair) if pair["days_after_least"] is not None else ""
            told.append(lines(f"{pair['statement_id']}: {pair['verdict']}{f', {days}' if days else ''}"))
        reason = f"<br>{lines(lead['reason'])}" if lead else ""
        return f"Compared with<br>{'<br>'.join(told)}{reason}"

    def _statement(self, row: Mapping[str, Any]) -> str:
        words = f"“{row['date_text']}”, read as " if row["date_text"] else "Date: "
        return "<br>".join(
            [
                f"<b>{label(row['statement_id'])}</b> {lines(row['speaker'])}, "
                + say_range(row["said_earliest"], row["said_latest"]),
                lines(words + say_range(row["stated_earliest"], row["stated_latest"])),
                lines(row["paraphrase"] + (" (arguable reading)" if row["reading"] == "arguable" else "")),
                self._source(row),
            ]
        )

    def _statement_in_short(self, row: Mapping[str, Any]) -> str:
        source = self.sources[row["source_id"]]
        text = f"{row['speaker']}, {row['said_on']}: “{row['date_text'] or row['stated_date']}”. {source['title']}"
        return f"<b>{label(row['statement_id'])}</b> {lines(text)}"

    def _observation(self, row: Mapping[str, Any]) -> str:
        kind = f"{row['basis']}: {EXTENT[row['extent']]}"
        told = [
            f"<b>{label(row['observation_id'])}</b> {label(kind)}"
            + ("; arguable reading" if row["reading"] == "arguable" else ""),
        ]
        first = say_range(row["first_earliest"], row["first_latest"]) if row["first_seen"] else "not known"
        if row["last_seen"]:
            last = say_range(row["last_earliest"], row["last_latest"])
            told.append(f"First seen: {first}; last seen: {last}")
        if row["watched_until"]:
            told.append(f"Watched until {say_range(row['watched_earliest'], row['watched_latest'])}")
        who = self.names.get(row["partner_id"]) or (f"{row['partners']:,} partners" if row["partners"] else "")
        what = self.kinds_of_data.get(row["category_id"], "")
        users = f"{row['users']:,} users" if row["users"] else ""
        told.append(lines("; ".join(part for part in (who, what, users) if part)))
        told += [lines(row["note"]) if row["note"] else "", self._source(row)]
        return "<br>".join(line for line in told if line)

    def _source(self, row: Mapping[str, Any]) -> str:
        source = self.sources[row["source_id"]]
        parts = (source["title"], source["publisher"], source["published"], row["locator"])
        return lines("Source: " + "; ".join(str(part) for part in parts if part))

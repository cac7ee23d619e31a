"""The words of the charts of logs: headlines from comparisons, what was said where, what stands behind a bar."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from overstay.bars import Bar, Key
from overstay.captions import source_note
from overstay.case import Case
from overstay.findings import Verdicts
from overstay.house import label, lines
from overstay.lanes import Cells, records
from overstay.logs import Log
from overstay.logviews import LogView, Names, key_names
from overstay.panels import cut, say_amount
from overstay.wording import MONTHS, say_date, say_day, say_range

PARTS = 8  # lines of a hover about who got what


def headline(view: LogView) -> str:
    """What the chart shows, from its comparisons: who, how much after the stated end, and when last."""
    who, verdict, pairs = _who(view), view.verdict, view.strongest
    after = "after the stated end"
    if view.statement["kind"] == "never":
        after = "in the time for which access was denied"
    elif "left in place" in verdict:
        after = "after the feature was said to\u00a0be\u00a0gone"
    if verdict == "consistent":
        return f"{who}: nothing served {after}; the\u00a0log\u00a0goes\u00a0on"
    if verdict == "cannot tell":
        return f"{who}: this log cannot tell whether access went on {after}"
    if verdict == "explained":
        count = sum(pair["events_explained"] or 0 for pair in pairs)
        by = listed({pair["explained_by"] for pair in pairs if pair["explained_by"]})
        return f"{who}: {amount(view.log, count)} {after}, explained\u00a0by\u00a0{by}"
    count = sum(pair["events_after"] or 0 for pair in pairs)
    if verdict.startswith("possibly"):
        return f"{who}: {amount(view.log, count)} possibly {after}"
    last = max((pair["last_after"] for pair in pairs if pair["last_after"]), default=None)
    when = f", the last {say_when(last, view.log)}" if last else ""
    return f"{who}: {amount(view.log, count)} {after}{when}"


def _who(view: LogView) -> str:
    partners = sorted({pair["partner_id"] or "" for pair in view.strongest})
    if len(partners) == 1:
        return cut(view.names["partner"].get(partners[0]) or partners[0] or "Somebody", 40)
    everyone = len({pair["partner_id"] for pair in view.pairs})
    return f"{len(partners):,}{f' of {everyone:,}' if everyone > len(partners) else ''} partners"


def subtitle(view: LogView) -> str:
    """Who said what, in which log and files; what is summed, what is missing, what is not in the picture."""
    log, statement = view.log, view.statement
    told = [
        f"{cut(statement['speaker'], 60)}, {say_date(statement['said_on'])} ({statement['statement_id']}): "
        f"{cut(statement['paraphrase'], 220)}",
        *about_log(view.verdicts.case, log),
    ]
    if view.size > 1:
        told.append(f"Too many days to draw one by one: a bar is {view.size} days, counted from the stated end.")
    if log.measure and any(len(bar.parts) > 1 for bar in view.drawn):
        told.append("Of several rows in one bar the greatest is drawn: the measure is no sum.")
    if view.verdict == "cannot tell" or view.verdict.startswith("possibly"):
        told.append(_doubt(max(view.strongest, key=lambda pair: pair["events_after"] or 0)))
    told += _counted(view)
    if view.other_logs:
        told.append(f"Also compared with it: log {', '.join(view.other_logs)}.")
    return " ".join(told)


def _doubt(pair: Cells) -> str:
    """Why a verdict is not certain: its reason without what the chart shows anyhow."""
    _, uncertain, doubt = str(pair["reason"]).rpartition("Not certain: ")
    return cut(uncertain + doubt, 300)


def _counted(view: LogView) -> list[str]:
    """Sentences about numbers: people, what was refused, and where bars and comparison count differently."""
    told = []
    users = view.strongest[0]["users_after"] if len(view.strongest) == 1 else None
    if users and view.verdict not in ("consistent", "cannot tell"):
        told.append(f"They are about {people(view.verdicts, users)} people.")
    if refused := sum(pair["refused_after"] or 0 for pair in view.pairs):
        when = "in the time denied" if view.statement["kind"] == "never" else "after the stated end"
        told.append(f"Refused {when}: {refused:,}.")
    red = sum(bar.served for bar in view.bars if bar.style == "certain")
    counted = sum(pair["events_after"] or 0 for pair in view.strongest)
    if 0 < red < counted:
        told.append(f"The bars in red hold {red:,}: a day is hatched where it is so only in part, or in some readings.")
    elif red > counted:
        told.append(f"The bars in red hold {red:,}: they show whole days, and the comparison goes by the hour.")
    if beyond := red - sum(bar.served for bar in view.drawn if bar.style == "certain"):
        told.append(f"Of those in red, {beyond:,} lie outside the days shown.")
    return told


def about_log(case: Case, log: Log) -> list[str]:
    """Which log it is, whose, in which files, by which calendar, and why its silence may prove nothing."""
    [source] = [row for row in records(case.sources) if row["source_id"] == log.source]
    days = f"Days are those of {log.time_zone or 'UTC'}."
    if log.period_unit:
        days = f"Each bar is a whole {log.period_unit}, as the log counts."
    told = [f"Log {log.id}: {files_of(case, log)} ({cut(source['title'], 70)}). {days}"]
    cut_off = [row["note"] for row in records(case.coverage) if (row["log_id"], row["kind"]) == (log.id, "truncated")]
    told += [f"Not whole: {cut(note, 120)}." for note in cut_off[:2]]
    if log.incomplete:
        told.append(f"Incomplete: {cut(log.incomplete, 120)}; absence from it proves nothing.")
    return told


def files_of(case: Case, log: Log) -> str:
    """The files of a log by name: one, two, or the first and the last of many."""
    names = [cut(row["file"], 60) for row in records(case.logs) if row["log_id"] == log.id]
    if len(names) > 2:
        return f"{len(names):,} files, {names[0]} to {names[-1]}"
    return " and ".join(names) or "no file"


def source_line(verdicts: Verdicts, log: Log) -> str:
    """The case's own source line, and the hashes of the files that the chart rests on; plain text."""
    hashes = [row["sha256"][:12] for row in records(verdicts.case.logs) if row["log_id"] == log.id and row["sha256"]]
    more = f" and {len(hashes) - 3:,} more" if len(hashes) > 3 else ""
    told = html.unescape(source_note(verdicts))
    return told + (f" SHA-256 of the log: {', '.join(hashes[:3])}…{more}." if hashes else "")


def amount(log: Log, count: int) -> str:
    """`1,204 requests`."""
    return f"{count:,} {noun_of(log)}{'' if count == 1 else 's'}"


def noun_of(log: Log) -> str:
    """What a row of a log counts: a request, or that something was there in that month."""
    periods = {"day": "daily record", "month": "monthly record", "year": "yearly record"}
    return "request" if log.count or not log.period_unit else periods[log.period_unit]


def people(verdicts: Verdicts, count: int) -> str:
    """A count of people as it may leave the case: `<10` below the case's threshold."""
    least = verdicts.case.small_counts
    return f"<{least:,}" if count < least else f"{count:,}"


def say_when(moment: Any, log: Log) -> str:
    """`on 3 May 2018`, `in May 2018`, `in 2018`, kept on one line: the day or period of a moment in a log."""
    words = f"on {say_day(moment)}"
    if log.period_unit in ("month", "year"):
        words = f"in {MONTHS[moment.month - 1]} {moment.year}" if log.period_unit == "month" else f"in {moment.year}"
    return words.replace(" ", "\u00a0")


def listed(ids: set[str]) -> str:
    """The first of some ids, and how many more there are."""
    names = [cut(id, 24) for id in sorted(ids)]
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1:,} more" if names else "another statement"


def speaker_of(statement: Cells) -> str:
    """`Example Networks, on 1 June 2014`."""
    return f"{cut(statement['speaker'].partition('(')[0].strip(), 40)}, {say_date(statement['said_on'])}"


def bar_hover(bar: Bar, log: Log, names: Names, *, parts: int = PARTS) -> str:
    """The days of a bar, its amount, what was judged, and who got what."""
    whole = not log.measure
    what = log.measure_label if log.measure else f"{noun_of(log)}{'' if bar.served == 1 else 's'} served"
    value = (bar.measure or 0) if log.measure else bar.served
    told = [f"<b>{_days(bar, log)}</b>: {say_amount(value, whole=whole)} {label(what, 60)}"]
    for (statement_id, observation_id), claim in sorted(bar.claims.items())[:3]:
        why = claim.pair["verdict"]
        if bar.style == "explained":
            why = f"explained by {claim.by or 'another statement'}"
        elif bar.style == "possible" and not why.startswith("possibly"):
            why = "only in part after the end, or in some readings"
        told.append(lines(f"{statement_id}: {why} ({observation_id})"))
    return "<br>".join([*told, *_who_got_what(bar.parts, names, parts, whole=whole)])


def refused_hover(bar: Bar, log: Log, names: Names) -> str:
    """The days of a bar, what was refused, and to whom."""
    told = f"<b>{_days(bar, log)}</b>: {bar.refused:,} refused"
    return "<br>".join([told, *_who_got_what(bar.refused_parts, names, PARTS, whole=True)])


def _who_got_what(parts: Mapping[Key, float], names: Names, most: int, *, whole: bool) -> list[str]:
    ordered: Sequence[tuple[Key, float]] = sorted(parts.items(), key=lambda item: (-item[1], item[0]))
    told = []
    for key, value in ordered[:most]:
        about = " · ".join(cut(name, 40) for name in key_names(key, names))
        told.append(lines(f"{about}: {say_amount(value, whole=whole)}"))
    return told + ([f"and {len(ordered) - most:,} more"] if most and len(ordered) > most else [])


def _days(bar: Bar, log: Log) -> str:
    if log.period_unit == "month":
        return f"{MONTHS[bar.first.month - 1]} {bar.first.year}"
    return str(bar.first.year) if log.period_unit == "year" else say_range(bar.first, bar.last)

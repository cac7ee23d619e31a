"""Verdicts ─► what a chart of a log is about: one statement and the days around its end, or the log's partners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from overstay.bars import DAY, Bar, Key, bin_of, claims_about, keys_of, log_bounds, make_bars, pairs_of_logs, size_for
from overstay.case import Case
from overstay.errors import NotFoundError, shorten
from overstay.findings import Verdicts
from overstay.lanes import Cells, records
from overstay.logs import Log
from overstay.tables import VERDICTS

MOST_BARS = 450  # more are no longer seen one by one
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class LogView:
    """A statement, the log that speaks of it, what was compared with it there, and the days that are drawn.

    `pairs`: strongest verdict first. `bars`: all bars of the log, `first` to `last` the days shown; `size`: days a bar,
    0 = as the log counts.
    """

    verdicts: Verdicts
    statement: Cells
    log: Log
    pairs: tuple[Cells, ...]
    other_logs: tuple[str, ...]
    names: Names
    bars: tuple[Bar, ...]
    first: date
    last: date
    size: int

    @property
    def verdict(self) -> str:
        """The strongest verdict of this log on this statement."""
        return str(self.pairs[0]["verdict"])

    @property
    def strongest(self) -> list[Cells]:
        """The comparisons with that verdict."""
        return [pair for pair in self.pairs if pair["verdict"] == self.verdict]

    @property
    def drawn(self) -> list[Bar]:
        """The bars of the days shown."""
        return [bar for bar in self.bars if bar.last >= self.first and bar.first <= self.last]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One partner in one log: its comparisons, strongest verdict first, and the statements that they are about."""

    partner_id: str
    name: str
    pairs: tuple[Cells, ...]
    ends: tuple[Cells, ...]

    @property
    def rank(self) -> tuple[int, int, int, str, str]:
        """Its place: strongest verdict, then days after the end, then how often, then the name."""
        verdict = VERDICTS.index(self.pairs[0]["verdict"]) if self.pairs else len(VERDICTS)
        strongest = [pair for pair in self.pairs if VERDICTS.index(pair["verdict"]) == verdict]
        days = max((pair["days_after_least"] or 0 for pair in strongest), default=0)
        return (
            verdict,
            -days,
            -sum(pair["events_after"] or 0 for pair in strongest),
            self.name.casefold(),
            self.partner_id,
        )


def view_log(
    verdicts: Verdicts, statement_id: str, log_id: str | None, before: int, after: int | None
) -> LogView | None:
    """What there is to draw about one statement; None where no log was compared with it.

    log_id None = the log with the strongest verdict, of several that with the most after the end. NotFoundError for a
    statement that gives no end, and for a log that was not compared with it.
    """
    verdicts.finding(statement_id)
    case = verdicts.case
    pairs = [pair for pair in pairs_of_logs(verdicts) if pair["statement_id"] == statement_id]
    by_log = strongest_first(pairs)
    if log_id is not None and log_id not in by_log:
        there = ", ".join(sorted(by_log)) or "none"
        raise NotFoundError(f"{shorten(log_id)}: no such log is compared with {statement_id}; there is {there}")
    if not by_log:
        return None
    chosen = log_id or next(iter(by_log))
    log, here = case.log_descriptions[chosen], by_log[chosen]
    [statement] = [row for row in records(case.statements) if row["statement_id"] == statement_id]
    first, last = _window(statement, log_bounds(case, chosen), before, after)
    size = 0 if log.period_unit else size_for((last - first).days + 1, MOST_BARS)
    keys = keys_of(case.access)
    compared = {keys[pair["observation_id"]] for pair in here}
    anchor = first_day_after(statement, verdicts.options.grace_days) or date(2000, 1, 3)
    daily = case.daily(partner_id=_only({key[1] for key in compared}), log_id=chosen)
    ids = zip(*(daily[f"{name}_id"].fillna("") for name in ("log", "partner", "program", "category")), strict=True)
    rows = daily[[key in compared for key in ids]]
    bars = make_bars(rows, claims_about(verdicts, here, keys), bin_of(size, anchor), log)
    shown = [bar for bar in bars if bar.last >= first and bar.first <= last]
    first = min([first, *(bar.first for bar in shown)])  # the bars at the edges are drawn whole
    last = max([last, *(bar.last for bar in shown)])
    others = tuple(sorted(set(by_log) - {chosen}))
    return LogView(verdicts, statement, log, tuple(here), others, names_of(case), tuple(bars), first, last, size)


def log_to_show(verdicts: Verdicts, pairs: Sequence[Cells], log_id: str | None) -> Log | None:
    """The log of this id, or that with the strongest verdict, of several that with it on the most partners.

    None where the case has no log, NotFoundError where it has none of this id.
    """
    logs = verdicts.case.log_descriptions
    if log_id is not None and log_id not in logs:
        raise NotFoundError(f"{shorten(log_id)}: no log has this id; there is {', '.join(sorted(logs)) or 'none'}")
    if not logs:
        return None
    ranked = strongest_first(pairs)

    def strength(id: str) -> tuple[int, int, str]:
        here = ranked[id]
        verdict = here[0]["verdict"]
        return VERDICTS.index(verdict), -len({pair["partner_id"] for pair in here if pair["verdict"] == verdict}), id

    return logs[log_id or min(ranked, key=strength, default=min(logs))]


def view_partners(
    verdicts: Verdicts, log: Log, pairs: Sequence[Cells], wanted: Iterable[str] | None
) -> tuple[list[PartnerView], int]:
    """The partners of a log that are wanted, in the order in which they are shown, and how many others it knows.

    wanted None = those of whom an end was stated, or all where there is none. NotFoundError for one that the log does
    not know.
    """
    case = verdicts.case
    names = names_of(case)["partner"]
    said = {row["statement_id"]: row for row in records(case.statements)}
    owner = {row["observation_id"]: row["partner_id"] for row in records(case.access) if row["log_id"] == log.id}
    own: dict[str, list[Cells]] = {id: [] for id in sorted({id for id in owner.values() if id})}
    for pair in pairs:
        if pair["log_id"] == log.id and owner.get(pair["observation_id"]):
            own[owner[pair["observation_id"]]].append(pair)
    chosen = set(wanted) if wanted is not None else {id for id, here in own.items() if here} or set(own)
    for id in sorted(chosen - set(own)):
        raise NotFoundError(f"{shorten(id)}: log {log.id} shows no partner of this id; see case.access")
    found = []
    for id in sorted(chosen):
        ranked = strongest_first(own[id]).get(log.id, [])
        ends = [said[statement_id] for statement_id in sorted({pair["statement_id"] for pair in ranked})]
        found.append(PartnerView(id, names.get(id, id), tuple(ranked), tuple(ends)))
    return sorted(found, key=lambda view: view.rank), len(own) - len(found)


def strongest_first(pairs: Sequence[Cells]) -> dict[str, list[Cells]]:
    """Comparisons by log: the log with the strongest verdict first, and of each log its strongest verdict first."""
    by_log: dict[str, list[Cells]] = {}
    for pair in sorted(pairs, key=lambda pair: (VERDICTS.index(pair["verdict"]), pair["observation_id"])):
        by_log.setdefault(pair["log_id"], []).append(pair)

    def strength(log_id: str) -> tuple[int, int, str]:
        here = by_log[log_id]
        return VERDICTS.index(here[0]["verdict"]), -sum(pair["events_after"] or 0 for pair in here), log_id

    return {log_id: by_log[log_id] for log_id in sorted(by_log, key=strength)}


def names_of(case: Case) -> Names:
    """The names of partners, programs and kinds of data, by what they are and by id."""
    frames = (("partner", case.partners), ("program", case.programs), ("category", case.categories))
    return {noun: {row[f"{noun}_id"]: row["name"] for row in records(frame)} for noun, frame in frames}


def first_day_after(statement: Cells, grace_days: int) -> date | None:
    """The first day that can be an overstay; of a denial the first day denied. None = there is none, or no first."""
    if statement["kind"] == "never":
        return statement["stated_earliest"]  # type: ignore[no-any-return]
    latest = statement["stated_latest"]
    return shifted(latest, 1 + grace_days) if latest else None


def shifted(day: date, days: int) -> date:
    """The day so many days later, as far as there are days."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal() - 1))


def key_names(key: Key, names: Names) -> list[str]:
    """What the records of a log are about, in names: partner, program, kind of data, as far as they are known."""
    nouns = ("partner", "program", "category")
    return [names[noun].get(id, id) for noun, id in zip(nouns, key[1:], strict=True) if id]


def _window(statement: Cells, bounds: tuple[date, date] | None, before: int, after: int | None) -> tuple[date, date]:
    earliest, latest = statement["stated_earliest"], statement["stated_latest"]
    begin, end = earliest or latest, latest or earliest
    if begin is None or end is None:  # denied for all time: all that the log holds
        begin, end = bounds or (date(2000, 1, 1), date(2000, 1, 31))
    first = shifted(begin, -before)
    if after is not None:
        return first, shifted(end, after)
    last = max(end, bounds[1] if bounds else end)
    # A little of what lies after the log is drawn, so that its end is not mistaken for the end of the access.
    return first, shifted(last + DAY, max(1, (last - first).days // 30))


def _only(ids: set[str]) -> str | None:
    return next(iter(ids)) or None if len(ids) == 1 else None

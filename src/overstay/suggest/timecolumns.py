"""The columns of a sample ─► the one that holds the time, how it is written, and what the sample leaves open.

An order of day and month is settled by a value that can be read in one way only, never by habit.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from overstay.suggest.samples import Column
from overstay.suggest.timeshapes import Shape, epoch_said, orders, read_day, shape_of
from overstay.suggest.tomltext import Advice, remark, setting, shown, shown_list

FIT = 0.8  # of the values are written alike
SURE = 0.95  # where they are nothing but digits
_COARSE = ("", "day", "month", "year")
_TIMELY = {"time", "timestamp", "ts", "datetime", "when", "at", "date", "day", "month", "year", "period", "epoch",
           "utc", "datum", "zeit", "heure", "fecha", "hora"}  # fmt: skip
_OF_REQUEST = {"request", "requested", "event", "log", "logged", "access", "accessed", "call", "called"}
_OF_ELSE = {"created", "updated", "modified", "birth", "birthday", "dob", "expires", "expiry", "expired", "registered",
            "signup", "joined", "granted", "until", "end", "deleted", "last", "installed"}  # fmt: skip


def words_of(name: str) -> set[str]:
    """The words in a column's name: `requestTime`, `request_time` and `request.time` give the same two."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", name)}


@dataclass(frozen=True)
class TimeColumn:
    """A column that holds times of one shape: `cells` are (place, value); the column's others do not fit."""

    column: Column
    shape: Shape
    cells: tuple[tuple[str, str], ...]
    bare: int  # of ISO moments, how many carry no offset

    @property
    def score(self) -> int:
        """How much its name speaks for the moment of the request."""
        words = words_of(self.column.name)
        return 2 * bool(words & _TIMELY) + bool(words & _OF_REQUEST) - 3 * bool(words & _OF_ELSE)


def time_columns(columns: tuple[Column, ...]) -> list[TimeColumn]:
    """The columns whose values are times: moments before periods, the likelier names and the finer periods first."""
    found = [timed for column in columns if (timed := _time_column(column))]
    return sorted(found, key=lambda timed: (bool(timed.shape.unit), -timed.score, _COARSE.index(timed.shape.unit)))


def _time_column(column: Column) -> TimeColumn | None:
    first = [shape_of(value) for _, value in column.cells[:200]]
    if 2 * sum(shape is not None for shape in first) < len(first):
        return None
    read = [(place, value, shape_of(value)) for place, value in column.cells]
    shapes = Counter(shape for _, _, shape in read if shape)
    if not shapes:
        return None
    moments = {shape: n for shape, n in shapes.items() if shape.kind == "iso" and not shape.unit}
    best = min(shapes, key=lambda shape: (-shapes[shape], str(shape)))
    alike = set(moments) if best in moments else {best}
    cells = tuple((place, value) for place, value, shape in read if shape in alike)
    if len(cells) < (SURE if best.digits else FIT) * len(read):
        return None
    bare = sum(n for shape, n in moments.items() if not shape.zoned) if best in moments else 0
    return TimeColumn(column, best, cells, bare)


def advise_time(columns: tuple[Column, ...]) -> Advice:
    """The settings for time or period, each with its reason."""
    all_found = time_columns(columns)
    # digits alone may be anything, an account's number, too: then they are no time, and none of them is shown
    found = [timed for timed in all_found if not timed.shape.digits or timed.score > 0]
    if not found:
        lines = [
            remark("No column of the sample holds times that are written alike: name the one, as time or as period.")
        ]
        if numbers := [timed.column.name for timed in all_found]:
            lines.append(remark(f"The numbers of {shown_list(numbers)} may be times or not; the name does not tell."))
        return Advice((*lines, setting("time", "?")), ("Which column holds the time?",))
    best, others = found[0], found[1:]
    used = tuple(timed.column.name for timed in found)
    rivals = [t for t in others if not t.shape.unit and t.score >= best.score] if best.score >= 0 else others
    if (rivals and not best.shape.unit) or best.score < 0:
        names = shown_list([timed.column.name for timed in (best, *rivals)])
        asked = f"Which column holds the moment of the request: {names}?"
        lines = [remark(f"{asked} The names do not tell."), setting("time", "?")]
        lines += [
            remark(line)
            for timed in (best, *rivals)
            if timed.score >= 0
            for line in _advice_on(timed)[0]
            if line[0] != "#"
        ]
        return Advice(tuple(lines), (asked,), used)
    lines, questions = _advice_on(best)
    if others:
        lines.append(remark(f"Times stand also in {shown_list([timed.column.name for timed in others])}; not used."))
    return Advice(tuple(lines), tuple(questions), used)


def _advice_on(timed: TimeColumn) -> tuple[list[str], list[str]]:
    shape, name = timed.shape, timed.column.name
    place, value = timed.cells[0]
    fit, total = len(timed.cells), len(timed.column.cells)
    what = f"{fit:,} of {total:,} sampled values are written alike, as {shown(value)} in {place}"
    lines = [setting("period" if shape.unit else "time", name, what)]
    if shape.unit:
        lines.append(setting("period_unit", shape.unit, f"a value says no more than the {shape.unit}"))
    if fit < total:
        odd = len({value for _, value in timed.column.cells} - {value for _, value in timed.cells})
        lines.append(
            remark(f"{total - fit:,} sampled values ({odd:,} distinct) are written otherwise: they would be rejected.")
        )
    questions: list[str] = []
    if shape.kind == "order":
        more, questions = _order_of(timed)
        lines += more
    elif shape.kind == "iso" and not shape.unit:
        lines.append(setting("time_format", "iso"))
    elif shape.kind == "pattern":
        lines.append(setting("time_format", shape.pattern))
    elif shape.kind.startswith("epoch"):
        lines.append(setting("time_format", shape.kind, f"as such, {shown(value)} is {epoch_said(value)}"))
    if not shape.unit and (timed.bare or not (shape.zoned or shape.kind == "iso")):
        bare = timed.bare or fit
        if shape.pattern.endswith("Z"):
            lines.append(setting("time_zone", "UTC", "the Z at the end of the times says UTC"))
            return lines, questions
        lines.append(
            setting("time_zone", "?", f"decide: {bare:,} of {fit:,} times carry no UTC offset; UTC, Europe/Dublin, ...")
        )
        questions.append(f"In which time zone are the times of column {shown(name)} that carry no UTC offset?")
    return lines, questions


def _order_of(timed: TimeColumn) -> tuple[list[str], list[str]]:
    """The lines for time_format where numbers leave the order of day and month open until a value proves it."""
    shape, name = timed.shape, shown(timed.column.name)
    patterns = orders(shape)
    proofs: dict[str, tuple[str, str]] = {}
    for place, value in timed.cells:
        able = [order for order, pattern in patterns.items() if read_day(value, pattern)]
        if len(able) == 1:
            proofs.setdefault(able[0], (value, place))
    said = [
        f"{order}: {shown(value)} in {place} can be read in no other way" for order, (value, place) in proofs.items()
    ]
    if len(proofs) == 1 and shape.year_digits == 4:
        order = next(iter(proofs))
        return [setting("time_format", patterns[order], f"{said[0]}; no sampled value contradicts it")], []
    telling = [value for _, value in timed.cells if len({read_day(value, p) for p in patterns.values()}) > 1]
    value = (telling or [timed.cells[0][1]])[0]
    lines = []
    if len(proofs) > 1:
        lines.append(remark(f"The file mixes orders of day and month. {'. '.join(said)}."))
        question = f"Column {name} mixes orders of day and month. Which rows are in which? No one format reads all."
    elif shape.year_digits == 2:
        proved = "".join(f" {one}." for one in said)
        lines.append(remark(f"Two-digit years: the order of day, month and year, and the century, are open.{proved}"))
        question = f"In which order stand day, month and two-digit year in column {name}, and in which century?"
    else:
        lines.append(
            remark("Nothing in the sample proves the order of day and month: no value can be read in one way only.")
        )
        question = f"In which order stand day and month in column {name}? Nothing in the sample proves it."
    for order, pattern in patterns.items():
        if day := read_day(value, pattern):
            lines.append(
                remark(setting("time_format", pattern, f"{order}: {shown(value)} would be {day.day} {day:%B %Y}"))
            )
        else:
            lines.append(remark(setting("time_format", pattern, order)))
    return [*lines, setting("time_format", "?")], [question]

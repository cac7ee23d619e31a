"""A column of endpoints or scopes ─► a map to fill in: its most frequent shapes, with ids replaced by `*`."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from overstay.patterns import COLUMNS
from overstay.suggest.samples import Column
from overstay.suggest.timecolumns import words_of
from overstay.suggest.tomltext import WIDTH, Advice, remark, setting, shown

SHAPES = 10
CHILDREN = 12  # distinct parts at one place of a path, above which they are ids
_HINTS = {"endpoint", "path", "url", "uri", "route", "scope", "scopes", "permission", "permissions", "resource"}
_ADDRESS = re.compile(r"/|https?://")
_SCOPE = re.compile(r"[a-z]+([_.:/-][a-z0-9]+)+", re.IGNORECASE | re.ASCII)
_VERSION = re.compile(r"v\d{1,3}(\.\d{1,3})?", re.IGNORECASE | re.ASCII)
_PLAIN_PART = re.compile(r"[a-z][a-z_.-]{0,30}", re.IGNORECASE | re.ASCII)


def endpoint_columns(columns: Sequence[Column]) -> list[Column]:
    """The columns of which at least four in five values are paths, addresses or, where the name says so, scopes."""
    found = []
    for n, column in enumerate(columns):
        values = list(column.counts)
        hinted = bool(words_of(column.name) & _HINTS)
        fit = sum(bool(_ADDRESS.match(value) or (hinted and _SCOPE.fullmatch(value))) for value in values)
        if values and fit >= 0.8 * len(values):
            found.append((not hinted, n, column))
    return [column for *_, column in sorted(found, key=lambda one: one[:2])]


def advise_map(
    columns: Sequence[Column], maps: Mapping[str, Sequence[str]], log_id: str, hidden: Collection[str]
) -> Advice:
    """A map for the endpoints: one that is there (`maps`: file ─► patterns) if it fits, else rows to begin one with.

    Parts of a path that are numbers, ids, of many values or in `hidden` become `*`.
    """
    if not columns:
        return Advice()
    best = columns[0]
    for file, patterns in sorted(maps.items()):
        fit = sum(any(_fits(value, pattern) for pattern in patterns) for value in best.counts)
        if fit:
            why = f"{fit:,} of {len(best.counts):,} distinct values of {shown(best.name)} fit one of its patterns"
            return Advice((setting("map", file, why), setting("map_column", best.name)), (), (best.name,))
    lines = [
        remark(
            f"Column {shown(best.name)} holds endpoints or scopes. A map says what they give access to; without one"
        ),
        remark("this log is vaguer than a statement about one kind of data. Fill in such a file, then add:"),
        remark(setting("map", f"logs/{log_id}-map.csv")),
        remark(setting("map_column", best.name)),
        remark("The file's header, and the most frequent shapes in the sample:"),
        remark(f"    {','.join(COLUMNS)}"),
    ]
    shapes = path_shapes(best, hidden)
    shared = "" if len(shapes) <= SHAPES else f"    ({len(shapes) - SHAPES:,} shapes more)"
    for shape, _ in shapes[:SHAPES]:
        row = io.StringIO()
        cut = shape if len(shape) <= WIDTH else shape[: WIDTH - 1] + "*"
        csv.writer(row, lineterminator="").writerow([cut, "", "", "", "plain", ""])
        lines.append(remark(f"    {row.getvalue()}"))
    return Advice((*lines, *([remark(shared)] if shared else [])), (), (best.name,))


def _fits(value: str, pattern: str) -> bool:
    """Whether a pattern in which `*` stands for any text is the value. No expression: a pattern may be hostile."""
    begin, *middle = pattern.split("*")
    if not middle:
        return value == begin
    if not value.startswith(begin) or not value.endswith(middle[-1]):
        return False
    at = len(begin)
    for part in middle[:-1]:
        found = value.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return at + len(middle[-1]) <= len(value)


def path_shapes(column: Column, hidden: Collection[str]) -> list[tuple[str, int]]:
    """Shapes of the values and how many sampled rows have them, the most frequent first."""
    folded = {value.casefold() for value in hidden}
    split = {value: _parts(value, folded) for value in column.counts}
    for place in range(1, max((len(parts) for parts in split.values()), default=1)):
        children: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for parts in split.values():
            if len(parts) > place:
                children[tuple(parts[:place])].add(parts[place])
        for parts in split.values():
            if len(parts) > place and len(children[tuple(parts[:place])]) > CHILDREN:
                parts[place] = "*"
    shapes: Counter[str] = Counter()
    for value, parts in split.items():
        shapes["/".join(parts)] += column.counts[value]
    return sorted(shapes.items(), key=lambda one: (-one[1], one[0]))


def _parts(value: str, hidden: Collection[str]) -> list[str]:
    """The parts of a path between slashes; a query, and each part that seems to be an id, is `*`."""
    path, query, _ = value.partition("?")
    begin = re.match(r"https?://[^/]*", path)
    head = begin.group() if begin else ""
    parts = path[len(head) :].split("/")[:20]
    kept = [head if begin and n == 0 else _part(part, hidden) for n, part in enumerate(parts)]
    if query:
        kept[-1] = "*" if kept[-1] == "*" else f"{kept[-1]}*"
    return kept


def _part(part: str, hidden: Collection[str]) -> str:
    if not part or _VERSION.fullmatch(part):
        return part
    plain = part.casefold() not in hidden and "@" not in part
    return part if plain and (_PLAIN_PART.fullmatch(part) or _SCOPE.fullmatch(part)) else "*"

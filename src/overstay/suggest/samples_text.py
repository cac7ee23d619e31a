"""Text logs ─► samples: CSV and TSV, JSON lines, web-server logs; plain, .gz or .zst.

A sample is the beginning of the file and, where it can be sought, slices of its middle and end. What a file
holds raises nothing but NotSampledError.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from overstay.suggest.samples import ROWS, WIDEST, NotSampledError, Sample, columns_of, rows_said
from overstay.suggest.samples_bytes import HEAD, Line, blocks_of, encoding_of, lines_of
from overstay.suggest.tomltext import remark, setting, shown

JOINED = 20  # physical lines of one record
_REQUEST = r'"((?:[^"\\]|\\.)*)"'
_WEB = re.compile(rf"(\S+) (\S+) (\S+) \[([^\]]*)\] {_REQUEST} (\S+) (\S+)(?: {_REQUEST} {_REQUEST})?\s*")
_WEB_COLUMNS = ("host", "ident", "user", "time", "method", "path", "protocol", "status", "bytes", "referer", "agent")
_DELIMITERS = ",;\t|"
_NUMBER_OR_TIME = re.compile(r"[+-]?\d+([.,:/T -]+\d+)*Z?")


def sample_text(path: Path, suffix: str, by_name: str) -> Sample:
    """Sample a text log; `suffix` is .gz, .zst or blank, `by_name` the format that the file's name tells, or blank."""
    blocks, whole = blocks_of(path, suffix)
    encoding, lines, questions = encoding_of(blocks, whole)
    text_lines, whole = lines_of(blocks, encoding, whole)
    if not text_lines:
        reason = "is empty" if whole else f"has no end of a line in its first {HEAD:,} bytes"
        raise NotSampledError(f"{reason}; nothing can be learned from it")
    in_slices = not whole and (len(blocks) > 1 or len(text_lines) > ROWS + 1)
    return _by_content(text_lines, by_name, whole, in_slices, lines, questions)


def _by_content(
    text_lines: list[Line], by_name: str, whole: bool, in_slices: bool, lines: list[str], questions: list[str]
) -> Sample:
    first = [text for _, text in text_lines[:50]]
    web = [_WEB.fullmatch(text[:10_000]) for text in first]
    if sum(map(bool, web)) >= 0.8 * len(first):
        combined = sum(1 for found in web if found and found[8] is not None) * 2 >= len(first)
        form = "combined" if combined else "common"
        names, rows, faults = _web_rows(text_lines, combined)
    elif sum(_is_object(text) for text in first) >= 0.8 * len(first):
        form = "jsonl"
        names, rows, faults = _json_rows(text_lines)
    elif first[0].lstrip().startswith("[") and by_name in ("", "jsonl"):
        raise NotSampledError("looks like one JSON list; write its items as JSON lines, one object a line")
    else:
        form, delimiter, names, rows, faults = _delimited(text_lines, by_name)
        if delimiter != ("\t" if form == "tsv" else ","):
            lines.append(setting("delimiter", delimiter, f"divides the lines into {len(names)} cells each"))
    twice = sorted(name for name, count in Counter(names).items() if name and count > 1)
    lines += [remark(f"Column {shown(name)} stands twice in the header, so it is not used.") for name in twice[:5]]
    if len(names) > WIDEST:
        lines.append(remark(f"The file has {len(names):,} columns; the first {WIDEST} were looked at."))
    if faults:
        lines.append(remark(f"{faults:,} of the sampled lines cannot be read as {form}; loading would reject them."))
    return Sample(
        form,
        columns_of(names, rows),
        len(rows),
        _extent(len(rows), whole, in_slices),
        tuple(lines),
        tuple(questions),
        form != by_name,
    )


def _extent(rows: int, whole: bool, in_slices: bool) -> str:
    if whole:
        return f"all its rows ({rows:,})"
    return f"{rows_said(rows)} of its beginning{', middle and end' if in_slices else ''}"


def _web_rows(lines: list[Line], combined: bool) -> tuple[list[str], list[tuple[str, list[str | None]]], int]:
    rows: list[tuple[str, list[str | None]]] = []
    for place, text in lines:
        if found := _WEB.fullmatch(text[:10_000]):
            host, ident, user, time, request, status, size, referer, agent = found.groups(default="")
            method, path, protocol = ([*request.split(" ", 2), "", ""])[:3]
            cells = [host, ident, user, time, method, path, protocol, status, size, referer, agent]
            rows.append((place, [None if cell == "-" else cell for cell in cells[: 11 if combined else 9]]))
    return list(_WEB_COLUMNS[: 11 if combined else 9]), rows, len(lines) - len(rows)


def _is_object(text: str) -> bool:
    return _json_object(text) is not None


def _json_object(text: str) -> dict[str, Any] | None:
    """The object on a line, its numbers as they are written; None where there is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _json_rows(lines: list[Line]) -> tuple[list[str], list[tuple[str, list[str | None]]], int]:
    """Keys and, one level below, dotted paths, in the order in which they first appear."""
    objects: list[tuple[str, dict[str, str]]] = []
    for place, text in lines:
        if (found := _json_object(text)) is None:
            continue
        flat: dict[str, str] = {}
        for key, value in found.items():
            for name, inner in (
                [(f"{key}.{k}", v) for k, v in value.items()] if isinstance(value, dict) else [(key, value)]
            ):
                if isinstance(inner, bool):
                    flat[name] = str(inner).lower()
                elif isinstance(inner, str):
                    flat[name] = inner
        objects.append((place, flat))
    names = list(dict.fromkeys(name for _, flat in objects for name in flat))
    kept = names[:WIDEST]  # one row may hold keys that no other has
    rows = [(place, [flat.get(name) for name in kept]) for place, flat in objects]
    return (names if len(names) == len(kept) else [*kept, ""]), rows, len(lines) - len(objects)


def _delimited(lines: list[Line], by_name: str) -> tuple[str, str, list[str], list[tuple[str, list[str | None]]], int]:
    """Format, delimiter, names, rows of as many cells as the header, and the number of lines that are not like that."""
    ranked = []
    for delimiter in _DELIMITERS:
        width = len(_cells(lines[0][1], delimiter) or [])
        tried = lines[1:101]
        fit = sum(len(_cells(text, delimiter) or []) == width for _, text in tried) / max(len(tried), 1)
        usual = delimiter == ("\t" if by_name == "tsv" else ",")
        ranked.append((width > 1 and (fit >= 0.5 or not tried), round(fit, 1), width, usual, delimiter))
    fits, _, width, _, delimiter = max(ranked)
    if not fits:
        if by_name not in ("csv", "tsv"):
            raise NotSampledError("is in no format that overstay reads, as far as its first lines tell")
        delimiter = "\t" if by_name == "tsv" else ","
    form = by_name if by_name in ("csv", "tsv") else "csv"
    if (header := _cells(lines[0][1], delimiter)) is None:
        raise NotSampledError("has a header with a quote that is not closed; mend its first line")
    names = [name.strip() for name in header]
    if any(_NUMBER_OR_TIME.fullmatch(name) or "@" in name for name in names):
        raise NotSampledError("seems to have no header: its first line looks like a record; name the columns there")
    rows: list[tuple[str, list[str | None]]] = []
    faults, n = 0, 1
    while n < len(lines):
        place, text = lines[n]
        used = 1
        cells = _cells(text, delimiter)
        while cells is None and used < JOINED and n + used < len(lines):  # a quoted cell may hold line ends
            text += "\n" + lines[n + used][1]
            used += 1
            cells = _cells(text, delimiter)
        if cells is not None and len(cells) == len(names):
            rows.append((place, list(cells)))
            n += used
        else:
            faults += 1
            n += 1
    return form, delimiter, names, rows, faults


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of one record; None where a quote is not closed, or the text is no CSV."""
    try:
        return next(csv.reader(text.split("\n"), delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return None

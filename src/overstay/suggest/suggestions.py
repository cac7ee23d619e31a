"""Files in a case's logs/ that no description names ─► descriptions to paste into case.toml, and what is open.

Each is drawn from a sample. Where the sample proves nothing a setting reads `"?"`, which no loader takes, and a
question is raised; an order of day and month is never guessed.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from overstay.intake import read_table
from overstay.patterns import Pattern, read_patterns
from overstay.suggest.columnroles import (
    advise_count,
    advise_known,
    advise_status,
    advise_user,
    hinted_columns,
    people_columns,
)
from overstay.suggest.endpoints import advise_map, endpoint_columns
from overstay.suggest.samplefiles import merged, take_sample
from overstay.suggest.samples import Column, NotSampledError, Sample
from overstay.suggest.timecolumns import advise_time
from overstay.suggest.tomltext import Advice, remark, setting, shown, shown_list
from overstay.tables import TABLES

FOLDER = "logs"
_NO_LOG = re.compile(r"\..*|README(\..*)?", re.IGNORECASE)
_ODD = re.compile(r"[*?\[\]\\\ud800-\udfff]")  # stands for others in a pattern, or for none
SAMPLED = 12  # files of one kind
_WEB = ("common", "combined")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How one file could be described.

    `file` is its path from the case folder, with /, or a pattern for several files of one kind; `toml` a [logs.<id>]
    table to paste, or remarks alone where the file cannot be described as it lies there; `open_questions` what must be
    decided first, blank if nothing.
    """

    file: str
    toml: str
    open_questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the case knows: casefolded ids, names and aliases ─► ids by table, sources of kind log, maps by file."""

    partners: Mapping[str, str]
    programs: Mapping[str, str]
    categories: Mapping[str, str]
    log_sources: Sequence[str]
    maps: Mapping[str, Sequence[Pattern]]


def suggest_logs(folder: Path, described: Collection[str]) -> list[Suggestion]:
    """A suggestion for each file in the folder's logs/ that is not in `described`, sorted by file.

    Files whose names differ only in numbers, and which are of one kind, share one; its `file` is then a pattern.

    `folder` is a case folder; `described` holds the paths from it, with /, of files that a description names or uses as
    a map. Hidden files and a README are no logs. No link is followed out of the folder, and nothing that a file holds
    raises an error. The same files give the same text.
    """
    root = folder.resolve()
    files, links = _files(root)
    maps = {file: patterns for file in files if (patterns := _patterns_in(root, file))}
    known = _known(root, maps)
    taken = _ids_taken(root)
    suggestions = [
        _no_log(file, "is a link that leads out of the case folder; put the file itself there") for file in links
    ]
    new = [file for file in files if file not in described and file not in maps]
    for pattern, group in _groups(new, [*files, *links]):
        sample = _sample_of_all(root, group) if len(group) > 1 else None
        if sample:
            suggestions.append(_suggest(pattern, sample, known, taken))
        else:
            suggestions += [_suggest_one(root, file, known, taken) for file in group]
    for file in maps:
        if file not in described and not any("\nmap = " in s.toml and file in s.toml for s in suggestions):
            suggestions.append(_no_log(file, "is a map of patterns; name it in the description of its log, as map"))
    return sorted((s for s in suggestions if s.file not in described), key=lambda suggestion: suggestion.file)


def _files(root: Path) -> tuple[list[str], list[str]]:
    """Files below logs/ as paths from the case folder, sorted, and links that lead out of it."""
    files, links = [], []
    if _leads_out(root, root / FOLDER):
        return [], [FOLDER]
    for parent, folders, names in os.walk(root / FOLDER):
        folders.sort()
        for name in sorted(names) + [name for name in folders if (Path(parent) / name).is_symlink()]:
            path = Path(parent) / name
            file = path.relative_to(root).as_posix()
            if _NO_LOG.fullmatch(name):
                continue
            if _leads_out(root, path):
                links.append(file)
            else:
                with suppress(OSError):
                    if stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for somebody to write
                        files.append(file)
    return sorted(files), sorted(links)


def _leads_out(root: Path, path: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return True


def _no_log(file: str, reason: str) -> Suggestion:
    return Suggestion(file, remark(f"{shown(file)} {reason}.") + "\n", (f"The file {reason}.",))


# What the case knows


def _known(root: Path, maps: Mapping[str, Sequence[Pattern]]) -> _Known:
    names: dict[str, dict[str, str]] = {}
    log_sources: list[str] = []
    for table in TABLES[:4]:
        found = names.setdefault(table.name, {})
        with suppress(OSError):
            intake = read_table(root, table)
            for _, cells in intake.rows:
                row = dict(zip(intake.header, cells, strict=True))
                if table.name == "sources" and row.get("kind", "").casefold() == "log":
                    log_sources.append(row.get(table.key, ""))
                for name in (row.get(table.key, ""), row.get("name", ""), *row.get("aliases", "").split("|")):
                    if name.strip():
                        found.setdefault(name.strip().casefold(), row.get(table.key, ""))
    return _Known(names["partners"], names["programs"], names["categories"], sorted(log_sources), maps)


def _patterns_in(root: Path, file: str) -> Sequence[Pattern]:
    """The patterns of a map; none for any other file."""
    if not file.lower().endswith(".csv"):
        return ()
    with suppress(OSError, ValueError):
        with (root / file).open("rb") as content:
            header = content.readline(1_000).removeprefix(b"\xef\xbb\xbf").decode("utf-8").strip().split(",")
        if "pattern" in header and {"partner_id", "program_id", "category_id"} & set(header):
            return read_patterns(root, file)[0]
    return ()


def _ids_taken(root: Path) -> set[str]:
    with suppress(OSError, ValueError):
        path = root / "case.toml"
        if path.resolve().is_relative_to(root):
            logs = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("logs")
            return set(logs) if isinstance(logs, dict) else set()
    return set()


# One file


def _groups(new: Sequence[str], all_files: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The files under patterns, `*` for the numbers in their names; alone where the pattern fits another file, too."""
    groups: dict[str, list[str]] = {}
    for file in new:
        folder, _, name = file.rpartition("/")
        pattern = re.sub(r"\*([-_.]?\*)+", "*", re.sub(r"\d+", "*", name)) if not _ODD.search(file) else name
        groups.setdefault(f"{folder}/{pattern}", []).append(file)
    found = []
    for pattern, group in groups.items():
        fits = re.compile("[^/]*".join(map(re.escape, pattern.split("*"))))
        if len(group) > 1 and sum(bool(fits.fullmatch(file)) for file in all_files) == len(group):
            found.append((pattern, group))
        else:
            found += [(file, [file]) for file in group]
    return found


def _sample_of_all(root: Path, group: Sequence[str]) -> Sample | None:
    """One sample of some of these files, spread evenly, if they are of one kind; else None."""
    count = min(len(group), SAMPLED)
    chosen = [group[(len(group) - 1) * n // (count - 1)] for n in range(count)]
    with suppress(NotSampledError):
        return merged({file: take_sample(root / file) for file in chosen})
    return None


def _suggest_one(root: Path, file: str, known: _Known, taken: set[str]) -> Suggestion:
    if _ODD.search(file):
        return _no_log(file, "has a character in its name that stands for others, or for none; rename it")
    try:
        return _suggest(file, take_sample(root / file), known, taken)
    except NotSampledError as error:
        log_id = _new_id(file, taken)
        lines = [remark(f"{shown(file)} {error}."), f"[{FOLDER}.{log_id}]", setting("file", file)]
        lines += [setting(key, "?") for key in ("source", "format", "time", "partner")]
        return Suggestion(file, "\n".join(lines) + "\n", (f"What does it hold? It {error}.",))


def _suggest(file: str, sample: Sample, known: _Known, taken: set[str]) -> Suggestion:
    log_id = _new_id(file, taken)
    advice = [_advise_source(known), _advise_reading(sample), *_advise_columns(sample, known, log_id)]
    lines = [remark(f"{shown(file)}: suggested from {sample.extent}. Check each line."), f"[{FOLDER}.{log_id}]"]
    lines += [setting("file", file), *(line for part in advice for line in part.lines)]
    return Suggestion(file, "\n".join(lines) + "\n", tuple(question for part in advice for question in part.questions))


def _new_id(file: str, taken: set[str]) -> str:
    """A log id from a file's name that no other log has."""
    base = re.sub(r"[^A-Za-z0-9_]+", "-", file.rpartition("/")[2].split(".")[0]).strip("-_")[:34] or "log"
    log_id = next(n for n in (base, *(f"{base}-{number}" for number in range(2, 100_000))) if n not in taken)
    taken.add(log_id)
    return log_id


def _advise_source(known: _Known) -> Advice:
    if len(known.log_sources) == 1:
        return Advice((setting("source", known.log_sources[0], "the only source of kind log"),))
    several = f"sources of kind log: {shown_list(known.log_sources)}"
    why = several if known.log_sources else "sources.csv has no source of kind log; add one"
    return Advice((setting("source", "?", f"decide: {why}"),), ("Which source in sources.csv is it?",))


def _advise_reading(sample: Sample) -> Advice:
    lines = [setting("format", sample.format, "as its content tells")] if sample.told_by_content else []
    return Advice((*lines, *sample.lines), sample.questions)


def _advise_columns(sample: Sample, known: _Known, log_id: str) -> list[Advice]:
    web = sample.format in _WEB
    time = advise_time(tuple(column for column in sample.columns if not web or column.name == "time"))
    free = _without(sample.columns, time.columns)
    partner_columns = advise_known("partner", "partners.csv", free, known.partners, ()).columns
    people = people_columns(free, partner_columns)
    hidden = {value for column in people for value in column.counts}
    partner = advise_known("partner", "partners.csv", free, known.partners, hidden)
    user = advise_user(_without(free, partner.columns), people, sample.rows)
    free = _without(free, (*partner.columns, *user.columns))
    category = advise_known("category", "categories.csv", free, known.categories, hidden)
    free = _without(free, category.columns)
    program = advise_known("program", "programs.csv", free, known.programs, hidden)
    free = _without(free, program.columns)
    texts = {file: [pattern.text for pattern in patterns] for file, patterns in known.maps.items()}
    mapped = advise_map(endpoint_columns(free), texts, log_id, hidden)
    free = _without(free, mapped.columns)
    status = advise_status(free)
    free = _without(free, status.columns)
    count = Advice() if web else advise_count(free)
    if not partner.columns:
        partner = _advise_no_partner(free, known, mapped)
    return [time, partner, program, category, mapped, user, count, status]


def _without(columns: Sequence[Column], names: Collection[str]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name not in names)


def _advise_no_partner(free: Sequence[Column], known: _Known, mapped: Advice) -> Advice:
    """What is to be said where no column's values are partners: a map may tell, or a name is to be looked at."""
    for file, patterns in known.maps.items():
        proposed = any(line.startswith("map = ") and f'"{file}"' in line for line in mapped.lines)
        if proposed and any(pattern.partner_id for pattern in patterns):
            return Advice()
    lines = []
    for column in hinted_columns("partner", free)[:3]:
        distinct = f"none of its {len(column.counts):,} distinct values in the sample is in partners.csv"
        lines.append(remark(f"Column {shown(column.name)} has the name of a partner's column, but {distinct}:"))
        lines.append(remark(setting("partner", column.name)))
    names = sorted(name for name in known.partners if len(name) >= 4)
    for column in free[:50]:
        held = sum(any(name in value.casefold() for name in names) for value in list(column.counts)[:200])
        if held:
            lines.append(
                remark(f"In column {shown(column.name)} {held:,} distinct values contain a partner's name: make a map.")
            )
    lines.append(remark("Where the whole log is about one partner, write partner_id in place of partner."))
    return Advice((*lines, setting("partner", "?")), ("Which column names the partner, or which partner is it about?",))

"""The `[logs.*]` tables of case.toml ─► descriptions of logs: which files, which column means what, in which zone.

Nothing is guessed: what a description leaves open (a zone, an order of day and month) is a problem with the way out.
"""

from __future__ import annotations

import codecs
import difflib
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from overstay.dates import read_zone
from overstay.errors import DateError, Problem, without_value
from overstay.logkeys import BY_SUFFIX, EXTENTS, FORMATS, KEYS, LOADING, TEXTS, UNITS, USERS, WEB_FORMATS, WEB_TIME
from overstay.logpaths import LogFile, find_files
from overstay.patterns import Pattern, read_patterns

_PERIOD_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Log:
    """How one log is to be read; the field names are those of case.toml, '' = not given.

    `time` names the column of the moment or of the period; `period_unit` is '' for moments. `files` are in the order
    in which they are read, `patterns` in the order in which they are tried.
    """

    id: str
    source: str
    files: tuple[LogFile, ...] = ()
    format: str = ""
    delimiter: str = ","
    encoding: str = "utf-8"
    sheet: str = ""
    table: str = ""
    time: str = ""
    time_format: str = "iso"
    time_zone: str = ""
    period_unit: str = ""
    partner: str = ""
    partner_id: str = ""
    program: str = ""
    program_id: str = ""
    category: str = ""
    category_id: str = ""
    map: str = ""
    map_column: str = ""
    user: str = ""
    users: str = "key"
    count: str = ""
    status: str = ""
    refused: tuple[str, ...] = ()
    attempts: str = ""
    failures: str = ""
    refused_from: float = 1.0
    measure: str = ""
    measure_label: str = ""
    extent: str = "use"
    incomplete: str = ""
    package: str = ""
    package_version: str = ""
    patterns: tuple[Pattern, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """The columns that are read, by what they mean: time, partner, program, category, mapped, user, count, ..."""
        named = {
            "time": self.time,
            "partner": self.partner,
            "program": self.program,
            "category": self.category,
            "mapped": self.map_column,
            "user": "" if self.users == "drop" else self.user,
            "count": self.count,
            "status": self.status,
            "attempts": self.attempts,
            "failures": self.failures,
            "measure": self.measure,
        }
        return {meaning: column for meaning, column in named.items() if column}

    def fingerprint(self) -> str:
        """A hash of all that decides what a load gives: a log described otherwise is loaded again."""
        how: dict[str, Any] = {name: getattr(self, name) for name in LOADING}
        how["patterns"] = [pattern.text for pattern in self.patterns]
        return hashlib.sha256(json.dumps(how, sort_keys=True).encode()).hexdigest()


def read_logs(root: Path, raw: object) -> tuple[list[Log], list[Problem]]:
    """The descriptions under `logs` in case.toml that can be used, sorted by id, and what is wrong with the others.

    `root` is the case folder, resolved. Ids of partners, programs and sources are checked by whoever knows them.
    """
    if not isinstance(raw, Mapping):
        return [], [
            Problem("case.toml", 0, "logs", str(raw), "must be tables: write [logs.api] and its settings below")
        ]
    logs, problems = [], []
    for id, table in sorted(raw.items()):
        log, wrong = _read_log(root, id, table)
        problems += wrong
        if log is not None:
            logs.append(log)
    return logs, problems


def _read_log(root: Path, id: str, table: object) -> tuple[Log | None, list[Problem]]:
    problems: list[Problem] = []

    def report(key: str, value: object, reason: str) -> None:
        problems.append(Problem("case.toml", 0, f"logs.{id}.{key}" if key else f"logs.{id}", str(value), reason))

    if not _ID.fullmatch(id):
        report("", id, "is no id for a log: use up to 40 letters, digits, hyphens and underscores")
    if not isinstance(table, Mapping):
        report("", table, f"must be a table: write [logs.{id}] and its settings below")
        return None, problems
    for key in table:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, 1)
            hint = f"; is {near[0]!r} meant?" if near else f"; there are {', '.join(KEYS)}"
            report(key, "", f"is no setting of a log{hint}")
    texts: dict[str, str] = {}
    for key in TEXTS:
        value = table.get(key)
        if key == "file" or value is None:
            continue
        if not isinstance(value, str) or not value.strip(" "):
            report(key, value, f"must be text in quotes: {TEXTS[key]}")
        else:
            texts[key] = value
    files = _files(root, table, texts, report)
    settings = _settings(texts, table, files, report)
    patterns: tuple[Pattern, ...] = ()
    if "map" in texts:
        patterns, wrong = read_patterns(root, texts["map"])
        problems += wrong
    if problems:
        return None, problems
    known = {field.name for field in fields(Log)}
    log = Log(id, files=files, patterns=patterns, **{k: v for k, v in settings.items() if k in known})
    if not (log.partner or log.partner_id or any(pattern.partner_id for pattern in patterns)):
        report("partner", "", f"is missing: {TEXTS['partner']}; or partner_id, or a map with partner_id")
    return (None if problems else log), problems


def _files(root: Path, table: Mapping[str, object], texts: Mapping[str, str], report: Any) -> tuple[LogFile, ...]:
    named = table.get("file")
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
        report("file", "" if named is None else named, f"must be text in quotes: {TEXTS['file']}")
        return ()
    try:
        return find_files(root, names, package=texts.get("package", ""), version=texts.get("package_version", ""))
    except ValueError as error:
        report("file", ", ".join(names), str(error))
        return ()


def _settings(
    texts: dict[str, str], table: Mapping[str, object], files: tuple[LogFile, ...], report: Any
) -> dict[str, Any]:
    """The settings with their defaults by format; reports each that cannot be, or does not go with the others."""
    settings: dict[str, Any] = dict(texts)
    form = texts.get("format") or _format_by_name(files)
    settings["format"] = form
    if form not in FORMATS:
        report("format", form, f"must be {TEXTS['format']}; the file's name does not tell")
    if form == "tsv":
        settings.setdefault("delimiter", "\t")
    if len(settings.get("delimiter", ",").encode()) != 1:
        report("delimiter", settings["delimiter"], "must be one character, as in ';'")
    if form in WEB_FORMATS:
        settings.setdefault("time", "time")
        settings.setdefault("time_format", WEB_TIME)
    if "source" not in texts:
        report("source", "", f"is missing: {TEXTS['source']}")
    _check_time(settings, texts, report)
    for key, choices in (("users", USERS), ("extent", EXTENTS)):
        if texts.get(key, choices[0]) not in choices:
            report(key, texts[key], f"must be one of {', '.join(choices)}")
    for one, other in (("partner", "partner_id"), ("program", "program_id"), ("category", "category_id")):
        if one in texts and other in texts:
            report(other, texts[other], f"goes not with {one}: either a column says it or it holds for all rows")
    for one, other in (("map", "map_column"), ("attempts", "failures"), ("measure", "measure_label")):
        for key, lacking in ((one, other), (other, one)):
            if key in texts and lacking not in texts:
                report(lacking, "", f"is missing: {TEXTS[lacking]}")
    if "status" in texts and "attempts" in texts:
        report("status", texts["status"], "goes not with attempts and failures: one of them says what was refused")
    try:
        codecs.lookup(settings.get("encoding", "utf-8"))
    except LookupError:
        report("encoding", settings["encoding"], "is no text encoding; write utf-8, cp1252, latin-1, ...")
    _check_refused(settings, table, texts, report)
    return settings


def _check_time(settings: dict[str, Any], texts: Mapping[str, str], report: Any) -> None:
    unit = texts.get("period_unit", "")
    if "period" in texts:
        settings["time"] = settings.pop("period")
        if "time" in texts:
            report("period", texts["period"], "goes not with time: a row is a moment, or counts a whole period")
        if unit not in UNITS:
            report("period_unit", unit, f"must be one of {', '.join(UNITS)}")
        settings.setdefault("time_format", _PERIOD_FORMATS.get(unit, ""))
    elif unit:
        report("period", "", f"is missing: {TEXTS['period']}")
    elif "time" not in settings:
        report("time", "", f"is missing: {TEXTS['time']}; or period, where rows count a day, month or year")
    form = settings.get("time_format", "iso")
    if form not in ("iso", "epoch-s", "epoch-ms") or "period" in texts:
        parts = set(re.findall(r"%-?([A-Za-z])", form.replace("%%", "")))
        finer = [{"m", "b", "B", "j"}, {"d", "j"}]
        needs = [{"Y", "y"}, *finer[: {"month": 1, "year": 0}.get(unit, 2)]]
        needs += [] if unit else [{"H", "I"}, {"M"}]
        if not all(parts & need for need in needs):
            report("time_format", form, f"gives no whole {unit or 'moment'}; write {TEXTS['time_format']}")
        elif "I" in parts and "p" not in parts:
            report("time_format", form, "has hours of twelve (%I) and no %p for morning or afternoon")
    if zone := texts.get("time_zone"):
        try:
            read_zone(zone)
        except DateError as error:
            report("time_zone", zone, without_value(str(error), zone))


def _check_refused(
    settings: dict[str, Any], table: Mapping[str, object], texts: Mapping[str, str], report: Any
) -> None:
    refused = table.get("refused", [])
    if not isinstance(refused, list) or not all(isinstance(value, str) and value for value in refused):
        report("refused", refused, 'must be a list of texts, as in ["401", "403", "4xx"]')
    elif refused and "status" not in texts:
        report("status", "", f"is missing: {TEXTS['status']}")
    elif "status" in texts and not refused:
        report("refused", "", 'is missing: the values of status that mean refused, as in ["401", "403"]')
    else:
        settings["refused"] = tuple(refused)
    share = table.get("refused_from", 1.0)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share <= 1:
        report("refused_from", share, "must be a share above 0 and up to 1, as in 0.95")
    else:
        settings["refused_from"] = float(share)


def _format_by_name(files: tuple[LogFile, ...]) -> str:
    found = set()
    for file in files:
        path = Path(file.name)
        suffix = Path(path.stem).suffix if path.suffix in (".gz", ".zst") else path.suffix
        found.add(BY_SUFFIX.get(suffix.lower(), ""))
    return found.pop() if len(found) == 1 else ""

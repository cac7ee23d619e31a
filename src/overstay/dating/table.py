"""rules.csv ─► the rules by which vague words are read, and what a case sets otherwise in `[dates]` of case.toml.

The table is the law: the grammar takes every vague amount from it. `date_rules` shows it.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from overstay.dating.arithmetic import DAYS_OF, MONTHS_OF, Amount
from overstay.errors import Problem, shorten

if TYPE_CHECKING:
    import pandas as pd

    from overstay.case import Case

Value = Amount | int | None
UNITS = (*DAYS_OF, *MONTHS_OF)
_AMOUNT = re.compile(r"(\d{1,4}(?:\.\d)?) ([a-z]+?)s?", re.ASCII)
SEASONS = ("spring", "summer", "autumn", "winter")
_PAIRS = (("least", "most"), ("first", "last"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of rules.csv; `parameters` by name: a length of time, the number of a month, day or year, or no limit."""

    name: str
    words: str
    reads_as: str
    parameters: Mapping[str, Value]
    example: str
    said_on: str
    tense: str
    edtf: str
    changed: bool = False


Rules = Mapping[str, Rule]


def read_rules(text: str) -> dict[str, Rule]:
    """The rules of a table in CSV, by name, in its order."""
    rows = csv.DictReader(text.splitlines())
    rules = {}
    for row in rows:
        name = row.pop("rule")
        rules[name] = Rule(name=name, **{**row, "parameters": _parameters(row["parameters"])})  # type: ignore[arg-type]
    return rules


@lru_cache(maxsize=1)
def shipped() -> dict[str, Rule]:
    """The table that comes with the package."""
    return read_rules((files("overstay.dating") / "rules.csv").read_text(encoding="utf-8"))


def with_overrides(overrides: Mapping[str, Mapping[str, Any]], rules: Rules | None = None) -> dict[str, Rule]:
    """The rules as a case reads them; `overrides` as `read_overrides` gives them."""
    changed = dict(shipped() if rules is None else rules)
    for name, values in overrides.items():
        parameters = dict(changed[name].parameters) | {key: parse_value(value) for key, value in values.items()}
        changed[name] = replace(changed[name], parameters=parameters, changed=True)
    return changed


def read_overrides(raw: object, file: str) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """What `[dates]` of a case.toml sets, as text by rule and parameter, and the problems of what cannot be used."""
    if not isinstance(raw, dict):
        reason = 'must be a table, as in [dates] "months ago" = { least = "2 months", most = "12 months" }'
        return {}, [Problem(file, 0, "dates", shorten(str(raw)), reason)]
    kept: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for name, values in raw.items():
        key = f'dates."{shorten(str(name))}"'
        rule = shipped().get(name)
        if rule is None:
            problems.append(Problem(file, 0, key, "", f"is no rule for dates{_near(name, shipped())}"))
        elif not rule.parameters:
            problems.append(Problem(file, 0, key, "", "takes no parameters; leave it out"))
        elif not isinstance(values, dict) or not values:
            example = ", ".join(f'{each} = "{write_value(value)}"' for each, value in rule.parameters.items())
            problems.append(Problem(file, 0, key, shorten(str(values)), f"must be a table such as {{ {example} }}"))
        else:
            wrong = _faults(file, key, rule, values)
            problems += wrong
            if not wrong:
                kept[name] = {each: str(value) for each, value in values.items()}
    return kept, problems


def _faults(file: str, key: str, rule: Rule, values: Mapping[str, object]) -> list[Problem]:
    problems = []
    read = dict(rule.parameters)
    for name, value in values.items():
        place = f"{key}.{shorten(str(name))}"
        if name not in rule.parameters:
            problems.append(Problem(file, 0, place, "", f"is no parameter{_near(name, rule.parameters)}"))
            continue
        old = rule.parameters[name]
        try:
            read[name] = parse_value(str(value))
        except ValueError:
            problems.append(Problem(file, 0, place, str(value), f"cannot be read; {_way_out(old)}"))
            continue
        if isinstance(old, int) != isinstance(read[name], int) or isinstance(value, bool):
            problems.append(Problem(file, 0, place, str(value), f"is of another kind; {_way_out(old)}"))
        elif isinstance(old, int) and (number := read[name]) not in (allowed := _allowed(rule.name)):
            reason = f"is none of {allowed[0]} to {allowed[-1]}, which this rule counts"
            problems.append(Problem(file, 0, place, str(number), reason))
        elif read[name] is None and name != "most":
            problems.append(Problem(file, 0, place, str(value), f"cannot be without limit; {_way_out(old)}"))
    if not problems and rule.name not in SEASONS:  # a season may reach over the turn of the year
        for low, high in _PAIRS:
            if low in read and high in read and not _in_order(read[low], read[high]):
                given = f"{write_value(read[low])} to {write_value(read[high])}"
                problems.append(Problem(file, 0, key, given, f"{low} must not be more than {high}"))
    return problems


def _allowed(rule: str) -> range:
    """What a rule with numbers counts: years of a decade, days of a week or month, halves of months, or months."""
    for part, numbers in {
        "decade": range(10),
        "week": range(1, 8),
        "month": range(1, 32),
        "season": range(1, 7),
    }.items():
        if rule.endswith(f" a {part}"):
            return numbers
    return range(1, 13)


def _in_order(low: Value, high: Value) -> bool:
    if isinstance(low, Amount) and isinstance(high, Amount):
        return low.days() <= high.days()
    return low is None or high is None or (isinstance(low, int) and isinstance(high, int) and low <= high)


def _way_out(old: Value) -> str:
    if isinstance(old, int):
        return f'write a whole number, as in "{old}"'
    return f'write an amount such as "{write_value(old) if old else "2 years"}" in {", ".join(f"{u}s" for u in UNITS)}'


def _near(name: object, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(str(name), known, 1)
    if near:
        return f"; is {near[0]!r} meant?"
    return (
        f"; there {'is' if len(known) == 1 else 'are'} {', '.join(known)}"
        if len(known) < 9
        else "; date_rules() lists them"
    )


def _parameters(text: str) -> dict[str, Value]:
    pairs = (part.split("=", 1) for part in text.split(";") if part.strip())
    return {name.strip(): parse_value(value.strip()) for name, value in pairs}


def parse_value(text: str) -> Value:
    """`2 months`, `1.5 weeks`, `15`, or `none`; ValueError for anything else."""
    if text == "none":
        return None
    if re.fullmatch(r"-?\d{1,3}", text, re.ASCII):
        return int(text)
    if (found := _AMOUNT.fullmatch(text)) and found.group(2) in UNITS:
        return Amount(float(found.group(1)), found.group(2))
    raise ValueError(text)


def write_value(value: Value) -> str:
    """A parameter as it stands in the table."""
    return "none" if value is None else str(value)


def date_rules(case: Case | None = None) -> pd.DataFrame:
    """One row a rule: rule, words, reads_as, parameters, example, said_on, tense, edtf, changed.

    `edtf` is how the example is read when it is said on `said_on`. With a case `changed` marks the rules that its
    case.toml sets otherwise, under `[dates]`, and every example is read as the case reads it.
    """
    import pandas as pd

    rules = with_overrides(case.date_settings) if case else shipped()
    rows = [
        {
            "rule": rule.name,
            "words": rule.words,
            "reads_as": rule.reads_as,
            "parameters": "; ".join(f"{name}={write_value(value)}" for name, value in rule.parameters.items()),
            "example": rule.example,
            "said_on": rule.said_on,
            "tense": rule.tense,
            "edtf": read_example(rule, rules),
            "changed": rule.changed,
        }
        for rule in rules.values()
    ]
    return pd.DataFrame(rows)


def read_example(rule: Rule, rules: Rules) -> str:
    """The EDTF text of the rule's example under these rules; "?" where the example is not read by the rule."""
    from overstay.dating.spans import find_spans  # which needs this table

    found = find_spans(rule.example, rule.said_on, tense=rule.tense, rules=rules)
    return next((each.edtf for each in found if rule.name in each.rule.split(" + ")), "?")

"""The table of rules for vague time: every example holds, a case may change the amounts, and others read otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from overstay import Case, OptionError
from overstay.casefile import read_settings
from overstay.dating.spans import find_spans
from overstay.dating.table import Rule, date_rules, shipped, with_overrides
from overstay.rivals import date_intervals

SAID = "2018-12-19"
CASE = 'title = "A case"\nquestion = "What ended?"\nlicence = "CC0"\n'


def settings(folder: Path, dates: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    """What a case.toml sets for dates, and its problems."""
    (folder / "case.toml").write_text(CASE + dates, encoding="utf-8")
    found, problems = read_settings(folder)
    return found.dates, [str(problem) for problem in problems]


@pytest.mark.parametrize("rule", shipped().values(), ids=lambda rule: rule.name)
def test_each_rule_reads_its_example_as_it_says(rule: Rule) -> None:
    found = find_spans(rule.example, rule.said_on, tense=rule.tense)
    assert (rule.name, rule.edtf) in [(name, each.edtf) for each in found for name in each.rule.split(" + ")]


def test_the_table_can_be_read_as_a_frame() -> None:
    frame = date_rules()
    assert frame.edtf.tolist() == [rule.edtf for rule in shipped().values()]
    assert not frame.changed.any()
    row = frame.set_index("rule").loc["months ago"]
    assert (row.parameters, row.edtf) == ("least=2 months; most=23 months", "2017-01/2018-10")


def test_a_case_that_sets_nothing_reads_by_the_table_as_it_is(facebook: Case) -> None:
    assert date_rules(facebook).equals(date_rules())


def test_a_case_may_set_what_months_ago_means(tmp_path: Path) -> None:
    dates, problems = settings(tmp_path, '[dates]\n"months ago" = { least = "2 months", most = "12 months" }\n')
    assert problems == []
    rules = with_overrides(dates)
    assert [each.edtf for each in find_spans("months ago", SAID, rules=rules)] == ["2017-12/2018-10"]
    assert [rule.name for rule in rules.values() if rule.changed] == ["months ago"]
    assert [each.edtf for each in find_spans("months ago", SAID)] == ["2017-01/2018-10"]


def test_summer_lies_in_january_where_a_case_says_so(tmp_path: Path) -> None:
    dates, problems = settings(tmp_path, "[dates]\nsummer = { first = 12, last = 2 }\n")
    assert problems == []
    assert [each.edtf for each in find_spans("last summer", SAID, rules=with_overrides(dates))] == ["2017-12/2018-02"]


AMOUNT = "in days, weeks, months, quarters, years, decades"
WRONG = (
    ('"month ago" = { least = "2 months" }', "\"month ago\": is no rule for dates; is 'months ago' meant?"),
    ('today = { least = "2 days" }', '"today": takes no parameters; leave it out'),
    (
        '"months ago" = "12 months"',
        '"months ago": \'12 months\' must be a table such as { least = "2 months", most = "23 months" }',
    ),
    (
        '"months ago" = { most = "a year" }',
        f'"months ago".most: \'a year\' cannot be read; write an amount such as "23 months" {AMOUNT}',
    ),
    ('"months ago" = { upto = "1 year" }', '"months ago".upto: is no parameter; there are least, most'),
    (
        '"months ago" = { most = "1 month" }',
        "\"months ago\": '2 months to 1 month' least must not be more than most",
    ),
    (
        '"months ago" = { least = "none" }',
        f'"months ago".least: \'none\' cannot be without limit; write an amount such as "2 months" {AMOUNT}',
    ),
    (
        '"early in a year" = { last = 13 }',
        "\"early in a year\".last: '13' is none of 1 to 12, which this rule counts",
    ),
    (
        '"early in a year" = { last = "2 months" }',
        '"early in a year".last: \'2 months\' is of another kind; write a whole number, as in "4"',
    ),
)


@pytest.mark.parametrize(("line", "problem"), WRONG)
def test_what_a_case_sets_wrongly_is_named_with_file_and_key_and_the_way_out(
    tmp_path: Path, line: str, problem: str
) -> None:
    assert settings(tmp_path, f"[dates]\n{line}\n") == ({}, [f"case.toml: dates.{problem}"])


def test_dates_that_are_no_table_are_a_problem(tmp_path: Path) -> None:
    reason = 'must be a table, as in [dates] "months ago" = { least = "2 months", most = "12 months" }'
    assert settings(tmp_path, "dates = 5\n") == ({}, [f"case.toml: dates: '5' {reason}"])


def test_other_readers_stand_beside_ours() -> None:
    phrases = ["in 2014", "nearly three years ago"]
    frame = date_intervals(phrases, SAID, readers=["overstay", "dateparser", "dateparser search"])
    assert list(frame) == ["text", "said_on", "overstay", "dateparser", "dateparser search"]
    assert frame.overstay.tolist() == ["2014", "2015-12/2016-03"]
    assert frame["dateparser search"].tolist() == ["2014", "2015"]


def test_a_reader_that_is_not_there_or_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OptionError, match="there is no reader 'other'; there are overstay, dateparser"):
        date_intervals(["in 2014"], SAID, readers=["other"])
    with pytest.raises(OptionError, match="1 texts and 2 days"):
        date_intervals(["in 2014"], [SAID, SAID])
    monkeypatch.setitem(sys.modules, "duckling", None)
    with pytest.raises(OptionError, match="install pyduckling-native-phihos"):
        date_intervals(["in 2014"], SAID, readers=["duckling"])

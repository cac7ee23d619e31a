"""What `overstay check` suggests for a log that nobody has described, and what it leaves to be decided."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from backports import zstd
from cases import make_case, source, usual_sources, write_table
from hypothesis import given
from hypothesis import strategies as st

from overstay.logs import read_logs
from overstay.suggest.suggestions import Suggestion, suggest_logs

AUGUST = "2018-08-03T10:00:00Z"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one source of kind log and an empty logs/."""
    partners = [
        {"partner_id": "acme", "name": "Acme", "aliases": "Acme Inc.|Acme Phones"},
        {"partner_id": "globex", "name": "Globex"},
    ]
    root = make_case(tmp_path / "case", sources=[*usual_sources(), source("server", kind="log")], partners=partners)
    (root / "logs").mkdir()
    return root


def write_csv(path: Path, header: str, rows: Iterable[Sequence[object]], delimiter: str = ",") -> Path:
    lines = [header.replace(",", delimiter), *(delimiter.join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def suggested(case: Path, file: str = "") -> Suggestion:
    """The only suggestion, or that for a file."""
    found = [one for one in suggest_logs(case, ()) if not file or one.file == file]
    assert len(found) == 1
    return found[0]


def settings(suggestion: Suggestion) -> dict[str, Any]:
    """The settings of its only table."""
    (table,) = tomllib.loads(suggestion.toml)["logs"].values()
    return table


def is_open(suggestion: Suggestion) -> bool:
    """Whether a setting is left to decide; a question must then have been raised."""
    left = any(value == "?" for value in settings(suggestion).values())
    assert left == bool(suggestion.open_questions)
    return left


def comment_on(suggestion: Suggestion, start: str) -> str:
    """The comment on the only line that begins so."""
    (line,) = (line for line in suggestion.toml.splitlines() if line.startswith(start))
    return line.partition("  # ")[2] or line


def loads(case: Path, suggestion: Suggestion) -> bool:
    """Whether the loader takes the description as it is."""
    logs, problems = read_logs(case.resolve(), tomllib.loads(suggestion.toml)["logs"])
    return len(logs) == 1 and not problems


def duckdb_reads(value: str, form: str) -> bool:
    """Whether the engine that will load the log reads the time under the pattern."""
    with duckdb.connect(":memory:") as connection:
        query = "SELECT try_strptime($value, $form) IS NOT NULL"
        return bool(connection.sql(query, params={"value": value, "form": form}).fetchall()[0][0])


# Which files


def test_a_file_that_is_described_gets_no_suggestion(case: Path) -> None:
    write_csv(case / "logs" / "api.csv", "time,partner", [(AUGUST, "acme")])
    write_csv(case / "logs" / "new.csv", "time,partner", [(AUGUST, "acme")])
    assert [one.file for one in suggest_logs(case, {"logs/api.csv"})] == ["logs/new.csv"]


def test_a_case_without_logs_gets_no_suggestion(tmp_path: Path) -> None:
    assert suggest_logs(make_case(tmp_path / "case"), ()) == []


def test_hidden_files_and_a_readme_are_no_logs(case: Path) -> None:
    for name in (".DS_Store", "README.md", "readme"):
        (case / "logs" / name).write_text("time,partner\n", encoding="utf-8")
    assert suggest_logs(case, ()) == []


def test_a_clean_log_gets_a_description_that_the_loader_takes(case: Path) -> None:
    rows = [(AUGUST, "Acme Inc.", f"u{n}", 200) for n in range(50)]
    write_csv(case / "logs" / "api.csv", "time,app,user,status", rows)
    found = suggested(case)
    assert not is_open(found)
    assert loads(case, found)
    assert settings(found) == {
        "file": "logs/api.csv",
        "source": "server",
        "time": "time",
        "time_format": "iso",
        "partner": "app",
        "user": "user",
        "users": "key",
        "status": "status",
        "refused": ["401", "403"],
    }


def test_the_same_files_give_the_same_text(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,app", [(AUGUST, name) for name in ("x", "y", "z", "acme")])
    write_csv(case / "logs" / "b.csv", "day,path", [("2018-08-03", f"/{letter}") for letter in "zyxw"])
    assert suggest_logs(case, ()) == suggest_logs(case, ())


def test_files_that_differ_in_numbers_share_one_description(case: Path) -> None:
    for month in range(1, 13):
        write_csv(case / "logs" / f"api-2018-{month:02}.csv", "time,partner", [(f"3/{month}/2018 10:00", "acme")] * 3)
    write_csv(case / "logs" / "api-2018-12.csv", "time,partner", [("31/12/2018 10:00", "acme")])
    found = suggested(case)
    assert found.file == settings(found)["file"] == "logs/api-*.csv"
    assert settings(found)["time_format"] == "%d/%m/%Y %H:%M"
    assert "'31/12/2018 10:00' in line 2 of 'logs/api-2018-12.csv'" in comment_on(found, "time_format")


def test_files_of_two_kinds_are_described_one_by_one(case: Path) -> None:
    write_csv(case / "logs" / "api-1.csv", "time,partner", [(AUGUST, "acme")])
    write_csv(case / "logs" / "api-2.csv", "time,client", [(AUGUST, "acme")])
    assert [one.file for one in suggest_logs(case, ())] == ["logs/api-1.csv", "logs/api-2.csv"]
    ids = [id for one in suggest_logs(case, ()) for id in tomllib.loads(one.toml)["logs"]]
    assert len(set(ids)) == 2


def test_a_pattern_is_not_suggested_where_a_described_file_fits_it_too(case: Path) -> None:
    for n in range(3):
        write_csv(case / "logs" / f"api-{n}.csv", "time,partner", [(AUGUST, "acme")])
    assert [one.file for one in suggest_logs(case, {"logs/api-0.csv"})] == ["logs/api-1.csv", "logs/api-2.csv"]


def test_an_id_that_case_toml_has_already_is_not_used_again(case: Path) -> None:
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write('[logs.api]\nfile = "logs/api.csv"\n')
    write_csv(case / "logs" / "api.jsonl.csv", "time,partner", [(AUGUST, "acme")])
    assert "[logs.api-2]" in suggested(case).toml


def test_a_link_that_leads_out_of_the_case_is_not_followed(case: Path, tmp_path: Path) -> None:
    secret = write_csv(tmp_path / "secret.csv", "time,partner", [(AUGUST, "hush")])
    (tmp_path / "elsewhere").mkdir()
    (case / "logs" / "link.csv").symlink_to(secret)
    (case / "logs" / "folder").symlink_to(tmp_path / "elsewhere")
    (case / "logs" / "loop.csv").symlink_to(case / "logs" / "loop.csv")
    found = suggest_logs(case, ())
    assert [one.file for one in found] == ["logs/folder", "logs/link.csv", "logs/loop.csv"]
    assert all(tomllib.loads(one.toml) == {} and one.open_questions for one in found)
    assert "hush" not in "".join(one.toml for one in found)


def test_a_pipe_is_not_opened(case: Path) -> None:
    os.mkfifo(case / "logs" / "pipe.csv")
    assert suggest_logs(case, ()) == []


# Time


@pytest.mark.parametrize(
    ("values", "form"),
    [
        (["2018-08-03T10:00:00Z", "2018-08-03T10:00:00.123Z"], "iso"),
        (["2018-08-03 10:00:00+02:00", "2018-08-03 10:00+0200"], "iso"),
        (["1533290400", "1533290401.5"], "epoch-s"),
        (["1533290400123", "1533290400999"], "epoch-ms"),
        (["03/Aug/2018:10:00:00 +0000", "04/Aug/2018:10:00:00 +0200"], "%d/%b/%Y:%H:%M:%S %z"),
        (["Fri, 03 Aug 2018 10:00:00 +0000"], "%a, %d %b %Y %H:%M:%S %z"),
        (["2018-08-03 10:00:00 +0200"], "%Y-%m-%d %H:%M:%S %z"),
        (["31/08/2018 10:00:00 +0200", "01/08/2018 10:00:00 +0200"], "%d/%m/%Y %H:%M:%S %z"),
    ],
)
def test_times_that_carry_their_offset_leave_nothing_to_decide(case: Path, values: list[str], form: str) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [(f'"{value}"', "acme") for value in values])
    found = suggested(case)
    assert not is_open(found)
    assert settings(found)["time_format"] == form
    assert "time_zone" not in settings(found)
    assert loads(case, found)
    assert "%" not in form or all(duckdb_reads(value, form) for value in values)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("2018-08-03 10:00:00", "iso"),
        ("2018-08-03 10:00:00,123", "%Y-%m-%d %H:%M:%S,%g"),
        ("3 Aug 2018 10:00", "%d %b %Y %H:%M"),
        ("August 3, 2018 10:00:01 PM", "%B %d, %Y %I:%M:%S %p"),
        ("20180803101500", "%Y%m%d%H%M%S"),
    ],
)
def test_times_without_an_offset_leave_the_zone_to_decide(case: Path, value: str, form: str) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [(f'"{value}"', "acme")])
    found = suggested(case)
    assert (settings(found)["time_format"], settings(found)["time_zone"]) == (form, "?")
    assert found.open_questions == ("In which time zone are the times of column 'time' that carry no UTC offset?",)
    assert not loads(case, found)
    if form != "iso":
        assert duckdb_reads(value, form)


def test_some_times_without_an_offset_are_counted(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [(AUGUST, "acme")] * 3 + [("2018-08-03 10:00", "acme")])
    assert comment_on(suggested(case), "time_zone").startswith("decide: 1 of 4 times carry no UTC offset")


def test_a_z_at_the_end_says_utc(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [("31.08.2018 10:00Z", "acme")])
    assert settings(suggested(case))["time_zone"] == "UTC"
    assert loads(case, suggested(case))


def test_a_thirteenth_day_proves_that_the_day_stands_first(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [("03/04/2018 10:00", "acme"), ("13/04/2018 10:00", "acme")])
    found = suggested(case)
    assert settings(found)["time_format"] == "%d/%m/%Y %H:%M"
    assert comment_on(found, "time_format") == (
        "day first: '13/04/2018 10:00' in line 3 can be read in no other way; no sampled value contradicts it"
    )


def test_a_second_number_above_twelve_proves_that_the_month_stands_first(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [("3/4/2018 10:00", "acme"), ("4/13/2018 9:00", "acme")])
    assert settings(suggested(case))["time_format"] == "%m/%d/%Y %H:%M"


def test_an_order_that_nothing_proves_is_never_guessed(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "day,partner", [("03/03/2018", "acme"), ("03/04/2018", "acme")])
    found = suggested(case)
    assert settings(found)["time_format"] == "?"
    assert "# time_format = \"%d/%m/%Y\"  # day first: '03/04/2018' would be 3 April 2018" in found.toml
    assert "# time_format = \"%m/%d/%Y\"  # month first: '03/04/2018' would be 4 March 2018" in found.toml
    assert found.open_questions == (
        "In which order stand day and month in column 'day'? Nothing in the sample proves it.",
    )
    assert not loads(case, found)


def test_year_day_month_is_not_ruled_out_by_habit(case: Path) -> None:
    path = write_csv(case / "logs" / "a.csv", "day,partner", [("2018/03/04", "acme")])
    assert settings(suggested(case))["time_format"] == "?"
    write_csv(path, "day,partner", [("2018/03/04", "acme"), ("2018/03/14", "acme")])
    assert settings(suggested(case))["time_format"] == "%Y/%m/%d"


def test_a_file_that_proves_both_orders_mixes_them(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "day,partner", [("13/04/2018", "acme"), ("04/13/2018", "acme")])
    found = suggested(case)
    assert settings(found)["time_format"] == "?"
    assert found.open_questions[0].startswith("Column 'day' mixes orders of day and month.")
    assert "'13/04/2018' in line 2" in found.toml and "'04/13/2018' in line 3" in found.toml


def test_a_year_of_two_digits_is_always_asked_about(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "day,partner", [("25/12/99", "acme")])
    found = suggested(case)
    assert settings(found)["time_format"] == "?"
    assert "two-digit year" in found.open_questions[0]


def test_the_proof_may_stand_far_behind_the_beginning(case: Path) -> None:
    rows = [(f"{1 + n // 6000}/4/2018 10:00", "acme", "x" * 20) for n in range(30 * 6000)]
    write_csv(case / "logs" / "a.csv", "time,partner,note", rows)
    found = suggested(case)
    assert settings(found)["time_format"] == "%d/%m/%Y %H:%M"
    assert "in a line near byte" in comment_on(found, "time_format")
    assert "of its beginning, middle and end" in found.toml


@pytest.mark.parametrize(
    ("value", "unit", "form"),
    [
        ("2018-04-30", "day", None),
        ("2018-04", "month", None),
        ("2018", "year", None),
        ("20180430", "day", "%Y%m%d"),
        ("201804", "month", "%Y%m"),
        ("04/2018", "month", "%m/%Y"),
        ("Apr 2018", "month", "%b %Y"),
    ],
)
def test_days_months_and_years_are_periods(case: Path, value: str, unit: str, form: str | None) -> None:
    write_csv(case / "logs" / "a.csv", "period,partner", [(value, "acme")])
    found = settings(suggested(case))
    assert (found["period"], found["period_unit"], found.get("time_format")) == ("period", unit, form)
    assert "time" not in found
    assert loads(case, suggested(case))
    assert form is None or duckdb_reads(value, form)


def test_an_impossible_day_is_no_time(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [("2018-02-30", "acme")])
    assert settings(suggested(case))["time"] == "?"


def test_a_column_of_times_is_found_whatever_its_name(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,x,partner", [("soon", AUGUST, "acme")])
    assert settings(suggested(case))["time"] == "x"


def test_two_columns_of_moments_whose_names_do_not_tell_are_asked_about(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "x,y,partner", [(AUGUST, AUGUST, "acme")])
    found = suggested(case)
    assert settings(found)["time"] == "?"
    assert found.open_questions == ("Which column holds the moment of the request: 'x', 'y'?",)


def test_a_name_that_speaks_of_the_request_outweighs_that_of_an_account(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "created_at,requested_at,partner", [(AUGUST, AUGUST, "acme")])
    assert settings(suggested(case))["time"] == "requested_at"


def test_the_day_on_which_an_account_was_made_is_not_taken_for_the_request(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "birthday,partner", [("1980-08-03", "acme")])
    found = suggested(case)
    assert settings(found)["time"] == "?"
    assert "1980" not in found.toml


def test_account_numbers_that_look_like_seconds_are_no_times_and_are_not_shown(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "month,user_id,partner", [("2018-04", 1533290400 + n, "acme") for n in range(9)])
    write_csv(case / "logs" / "b.csv", "user_id,partner", [(1533290400 + n, "acme") for n in range(9)])
    for found, time in zip(suggest_logs(case, ()), ({"period": "month"}, {"time": "?"}), strict=True):
        assert settings(found).items() >= ({"user": "user_id"} | time).items()
        assert "15332904" not in found.toml


def test_values_that_are_written_otherwise_are_counted_and_not_forgotten(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [(AUGUST, "acme")] * 9 + [("yesterday", "acme")])
    assert "# 1 sampled values (1 distinct) are written otherwise: they would be rejected." in suggested(case).toml


# Partner, program, kind of data


def test_the_partner_column_is_the_one_with_partners_in_it(case: Path) -> None:
    rows = [(AUGUST, "Acme Phones", "alice"), (AUGUST, "GLOBEX", "bob"), (AUGUST, "Initech", "carol")]
    write_csv(case / "logs" / "a.csv", "time,x,name", rows)
    found = suggested(case)
    assert settings(found)["partner"] == "x"
    assert comment_on(found, "partner") == "of its distinct values in the sample, 2 of 3 are in partners.csv"
    assert "# In no row of partners.csv: 'Initech'." in found.toml


def test_a_partner_like_name_alone_decides_nothing(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,app", [(AUGUST, "Initech")])
    found = suggested(case)
    assert settings(found)["partner"] == "?"
    assert '# partner = "app"' in found.toml
    assert found.open_questions == ("Which column names the partner, or which partner is it about?",)


def test_one_person_named_like_a_partner_makes_no_partner_column(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,login", [(AUGUST, name) for name in ("acme", "bob", "carol")])
    assert settings(suggested(case))["partner"] == "?"


def test_columns_of_known_programs_and_kinds_of_data_are_found(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner,via,what", [(AUGUST, "acme", "The part", "c")])
    assert settings(suggested(case)).items() >= {"program": "via", "category": "what"}.items()


def test_endpoints_are_offered_as_rows_of_a_map_without_ids(case: Path) -> None:
    rows = [(AUGUST, "acme", f"/v2.0/{n}/friends?token=s{n}", f"user{n}") for n in range(30)]
    rows += [(AUGUST, "acme", "/v2.0/user3/photos", "user3"), (AUGUST, "acme", "/v2.0/a@b.example/photos", "user4")]
    write_csv(case / "logs" / "a.csv", "time,partner,endpoint,user", rows)
    found = suggested(case)
    assert '# map_column = "endpoint"' in found.toml
    shapes = [line for line in found.toml.splitlines() if line.startswith("#     ")]
    assert shapes == [
        "#     pattern,partner_id,program_id,category_id,reading,note",
        "#     /v2.0/*/friends*,,,,plain,",
        "#     /v2.0/*/photos,,,,plain,",
    ]
    assert not is_open(found)


def test_a_part_of_a_path_with_many_values_is_an_id_although_it_looks_like_a_word(case: Path) -> None:
    rows = [(AUGUST, "acme", f"/profile/{chr(97 + n)}lice") for n in range(20)]
    write_csv(case / "logs" / "a.csv", "time,partner,path", rows)
    assert "#     /profile/*,,,,plain," in suggested(case).toml
    assert "lice" not in suggested(case).toml.replace("license", "")


def test_a_map_that_is_there_and_fits_is_named(case: Path) -> None:
    write_csv(case / "logs" / "map.csv", "pattern,partner_id,category_id", [("/acme/*", "acme", "c")])
    write_csv(case / "logs" / "a.csv", "time,path", [(AUGUST, "/acme/1"), (AUGUST, "/else")])
    found = suggested(case)
    assert settings(found).items() >= {"map": "logs/map.csv", "map_column": "path"}.items()
    assert comment_on(found, "map =") == "1 of 2 distinct values of 'path' fit one of its patterns"
    assert loads(case, found)  # the partner is in the map


def test_a_map_that_no_log_uses_is_said_to_be_one(case: Path) -> None:
    write_csv(case / "logs" / "map.csv", "pattern,category_id", [("/a", "c")])
    assert suggested(case).open_questions == (
        "The file is a map of patterns; name it in the description of its log, as map.",
    )


# People, counts, refusals


def test_no_value_of_the_user_column_is_shown(case: Path) -> None:
    rows = [(AUGUST, "acme", f"person-{n}", f"/p/person-{n}", f"p{n}@example.org") for n in range(5)]
    write_csv(case / "logs" / "a.csv", "time,partner,uid,path,contact", rows)
    found = suggested(case)
    assert settings(found).items() >= {"user": "uid", "users": "key"}.items()
    assert "person-" not in found.toml and "example.org" not in found.toml


def test_a_person_among_the_partners_is_not_shown_either(case: Path) -> None:
    rows = [(AUGUST, name, user) for name, user in [("acme", "x"), ("globex", "y"), ("y", "x"), ("z@example.org", "x")]]
    write_csv(case / "logs" / "a.csv", "time,client,user", [*rows, (AUGUST, "Initech", "x")])
    found = suggested(case)
    assert "# In no row of partners.csv: 'Initech'." in found.toml


def test_mail_addresses_are_people_whatever_the_column_is_called(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner,x", [(AUGUST, "acme", f"p{n}@example.org") for n in range(5)])
    assert settings(suggested(case))["user"] == "x"


def test_a_browser_is_no_person(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner,user_agent", [(AUGUST, "acme", f"b/{n}") for n in range(5)])
    assert "user" not in settings(suggested(case))


def test_a_column_of_requests_counts_them(case: Path) -> None:
    rows = [("2018-04", "acme", n, n // 2) for n in range(9)]
    write_csv(case / "logs" / "a.csv", "month,partner,requests,requests_failed", rows)
    found = suggested(case)
    assert settings(found)["count"] == "requests"
    assert '# failures = "requests_failed"' in found.toml


def test_the_codes_that_mean_refused_are_asked_about_with_what_was_seen(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner,code", [(AUGUST, "acme", code) for code in (200, 200, 404, 403)])
    found = suggested(case)
    assert settings(found).items() >= {"status": "code", "refused": ["401", "403"]}.items()
    assert comment_on(found, "status") == "HTTP codes; in the sample 200 (2), 403 (1), 404 (1)"
    assert comment_on(found, "refused").endswith("?")


def test_whose_log_it_is_is_not_guessed_among_several(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,partner", [(AUGUST, "acme")])
    two = [source("one", kind="log"), source("two", kind="Log")]
    for sources, hint in (([], "sources.csv has no source of kind log"), (two, "sources of kind log: 'one', 'two'")):
        write_table(case, "sources", [*usual_sources(), *sources])
        found = suggested(case)
        assert settings(found)["source"] == "?"
        assert hint in comment_on(found, "source")
        assert found.open_questions == ("Which source in sources.csv is it?",)


# Formats


def test_the_delimiter_is_counted_and_commas_in_numbers_do_not_mislead(case: Path) -> None:
    rows = [(AUGUST, "acme", "1,5", "2,5")] * 5
    write_csv(case / "logs" / "a.csv", "time,partner,x,y", rows, delimiter=";")
    assert settings(suggested(case))["delimiter"] == ";"
    assert loads(case, suggested(case))


def test_json_lines_are_sampled_with_one_level_of_keys(case: Path) -> None:
    rows = [{"request": {"ts": 1533290400 + n}, "by": {"app": "acme"}, "tags": [1]} for n in range(5)]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (case / "logs" / "a.jsonl").write_text(text, encoding="utf-8")
    found = suggested(case)
    assert settings(found).items() >= {"time": "request.ts", "time_format": "epoch-s", "partner": "by.app"}.items()
    assert loads(case, found)


@pytest.mark.parametrize(("tail", "form"), [("", "common"), (' "-" "Acme bot/1.0"', "combined")])
def test_web_logs_are_told_by_their_content(case: Path, tail: str, form: str) -> None:
    line = f'10.0.0.1 - - [03/Aug/2018:10:00:00 +0200] "GET /me HTTP/1.1" 200 5{tail}\n'
    (case / "logs" / "access.log").write_text(line * 3, encoding="utf-8")
    found = suggested(case)
    assert settings(found).items() >= {"format": form, "time": "time", "status": "status", "partner": "?"}.items()
    assert ("distinct values contain a partner's name" in found.toml) == (form == "combined")
    assert "10.0.0.1" not in found.toml


def test_parquet_is_sampled(case: Path) -> None:
    path = case / "logs" / "a.parquet"
    query = "SELECT make_timestamptz(2018, 8, 3, 10, 0, 0.0) AS seen, 'Acme' AS partner, {'a': 1} AS nest FROM range(9)"
    with duckdb.connect(":memory:") as connection:
        connection.sql(query).write_parquet(str(path))
    found = suggested(case)
    assert settings(found).items() >= {"time": "seen", "time_format": "iso", "partner": "partner"}.items()
    assert "# Nested or binary columns, not looked at: 'nest'." in found.toml
    assert loads(case, found)


def test_the_tables_of_an_sqlite_file_are_listed_and_one_must_be_chosen(case: Path) -> None:
    connection = sqlite3.connect(case / "logs" / "a.db")
    connection.execute('CREATE TABLE "odd ""name" (at REAL, partner TEXT, n INT)')
    connection.execute("CREATE TABLE meta (version TEXT)")
    connection.execute('INSERT INTO "odd ""name" VALUES (1533290400.0, \'acme\', 1)')
    connection.commit()
    connection.close()
    found = suggested(case)
    assert settings(found).items() >= {"table": "?", "time": "at", "time_format": "epoch-s"}.items()
    assert "'meta': 'version'; 'odd \"name': 'at', 'partner', 'n'" in found.toml
    assert found.open_questions == ("Which of its tables is the log?",)


def test_a_workbook_is_sampled_from_its_sheet_with_rows(case: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    sheet = book.create_sheet("Requests")
    for row in (["when", "partner"], [AUGUST, "acme"]):
        sheet.append(row)
    book.save(case / "logs" / "a.xlsx")
    found = suggested(case)
    assert settings(found).items() >= {"sheet": "Requests", "time": "when", "partner": "partner"}.items()
    assert loads(case, found)


def test_a_cell_far_away_costs_nothing(case: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["time", "partner"])
    book.active.append([AUGUST, "acme"])
    book.active["XFD1048576"] = "far away"
    book.save(case / "logs" / "a.xlsx")
    assert settings(suggested(case)).items() >= {"time": "time", "partner": "partner"}.items()


def test_packed_text_is_sampled_and_a_torn_archive_as_far_as_it_goes(case: Path) -> None:
    text = "time,partner\n" + "".join(f"2018-08-03T10:00:{n % 60:02}Z,acme\n" for n in range(9000))
    packed = gzip.compress(text.encode(), mtime=0)
    (case / "logs" / "whole.csv.gz").write_bytes(packed)
    (case / "logs" / "torn.csv.gz").write_bytes(packed[: len(packed) // 2])
    for found in suggest_logs(case, ()):
        assert settings(found).items() >= {"time": "time", "partner": "partner"}.items()
        assert loads(case, found)


def test_zstandard_is_sampled(case: Path) -> None:
    (case / "logs" / "a.csv.zst").write_bytes(zstd.compress(f"time,partner\n{AUGUST},acme\n".encode()))
    assert loads(case, suggested(case))


def test_text_that_is_not_utf_8_leaves_its_encoding_to_decide(case: Path) -> None:
    text = f"time,partner\n{AUGUST},acme\n{AUGUST},Café\n"
    (case / "logs" / "a.csv").write_bytes(text.encode("latin-1"))
    found = suggested(case)
    assert settings(found)["encoding"] == "?"
    assert "# Line 3 holds the byte 0xE9, which is not UTF-8 text." in found.toml
    assert found.open_questions[0] == "In which encoding is it written? (line 3 is not UTF-8.)"


@pytest.mark.parametrize(("encoding", "given"), [("utf-8-sig", None), ("utf-16", "utf-16")])
def test_a_byte_order_mark_tells_the_encoding(case: Path, encoding: str, given: str | None) -> None:
    (case / "logs" / "a.csv").write_bytes(f"time,partner\n{AUGUST},acme\n".encode(encoding))
    found = suggested(case)
    assert (settings(found).get("encoding"), settings(found)["time"]) == (given, "time")
    assert loads(case, found)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", f"{AUGUST},acme,mary@example.org\n".encode(), "seems to have no header"),
        ("a.csv", b'"time,partner\n', "has a header with a quote that is not closed"),
        ("a.csv", b"\x1f\x8b\x08\x00", "is packed; give it a name that ends in .gz"),
        ("a.csv.gz", b"time,partner\n", "cannot be unpacked"),
        ("a.jsonl", b'[{"a": 1}]\n', "looks like one JSON list"),
        ("a.bin", bytes(range(256)) * 9, "is in no format that overstay reads"),
        ("a.parquet", b"PAR1 and nothing else", "cannot be read as Parquet"),
        ("a.parquet.gz", gzip.compress(b"PAR1", mtime=0), "is packed, and parquet cannot be read so"),
        ("a.db", b"SQLite format 3\x00" + bytes(200), "cannot be read as SQLite"),
        ("a.xlsx", b"PK\x03\x04 and nothing else", "cannot be read as a workbook"),
        ("a.ods", b"PK\x03\x04 and nothing else", "is a ZIP archive"),
        ("a.csv", b"x" * 1_100_000, "has no end of a line"),
    ],
)
def test_a_file_that_tells_nothing_says_why(case: Path, name: str, content: bytes, reason: str) -> None:
    (case / "logs" / name).write_bytes(content)
    found = suggested(case)
    assert reason in found.open_questions[0]
    assert settings(found)["time"] == "?"
    assert "mary" not in found.toml


# Hostile files


def test_what_a_file_holds_cannot_break_out_of_a_comment_or_obey_a_terminal(case: Path) -> None:
    nasty = '\x1b[31m\r\nsource = "evil"\u202e' + "x" * 100
    cell = '"' + nasty.replace('"', '""') + '"'
    write_csv(case / "logs" / "a.csv", "time,partner", [(AUGUST, "acme"), (AUGUST, cell)])
    found = suggested(case)
    assert settings(found)["source"] == "server"
    assert "\x1b" not in found.toml and "\u202e" not in found.toml
    (line,) = (line for line in found.toml.splitlines() if "In no row of partners.csv" in line)
    assert len(line) < 100


def test_a_column_with_a_nasty_name_is_named_exactly(case: Path) -> None:
    name = 'ti"me\\\x1b\u202e\t.'
    rows = [{name: AUGUST, "partner": "acme", "\ud800": "x"}]
    (case / "logs" / "a.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    assert settings(suggested(case))["time"] == name
    assert "\x1b" not in suggested(case).toml


def test_a_file_with_a_nasty_name_is_named_exactly_or_asked_to_be_renamed(case: Path) -> None:
    names = ['a"b.csv', "c\nd.csv", "e[1].csv", "f*.csv", os.fsdecode(b"g\xff.csv")]
    for name in names:
        write_csv(case / "logs" / name, "time,partner", [(AUGUST, "acme")])
    found = {one.file: tomllib.loads(one.toml) for one in suggest_logs(case, ())}
    assert sorted(found) == sorted(f"logs/{name}" for name in names)
    described = {file: [log["file"] for log in toml["logs"].values()] for file, toml in found.items() if toml}
    assert described == {f"logs/{name}": [f"logs/{name}"] for name in names[:2]}


def test_columns_that_stand_twice_are_not_used(case: Path) -> None:
    write_csv(case / "logs" / "a.csv", "time,time,partner", [(AUGUST, AUGUST, "acme")])
    found = suggested(case)
    assert settings(found)["time"] == "?"
    assert "# Column 'time' stands twice in the header, so it is not used." in found.toml


def test_a_file_of_very_many_columns_is_sampled_as_far_as_it_goes(case: Path) -> None:
    names = ["time", "partner", *(f"c{n}" for n in range(5000))]
    write_csv(case / "logs" / "a.csv", ",".join(names), [[AUGUST, "acme", *range(5000)]] * 3)
    found = suggested(case)
    assert "# The file has 5,002 columns; the first 300 were looked at." in found.toml
    assert loads(case, found)


NAMES = ["a.csv", "a.tsv", "a.jsonl", "a.log", "a.csv.gz", "a.csv.zst", "a.parquet", "a.xlsx", "a.db", "a.bin"]
SCRAPS = st.sampled_from(
    [b"time,partner\n", b"acme", b",", b"\n", b"\r\n", b'"', b"?", b"2018-08-03 10:00", b"13/05/2018", b"1533290400",
     b"\x00", b"\x1b", b"\xff\xfe", b"\x1f\x8b", b'{"a": 1}\n', b'{"a":' * 2000, b"PK\x03\x04", b"PAR1",
     b"SQLite format 3\x00"]
)  # fmt: skip


@given(st.sampled_from(NAMES), st.lists(SCRAPS | st.binary(max_size=9), max_size=30))
def test_no_file_raises_and_every_suggestion_is_toml(
    tmp_path_factory: pytest.TempPathFactory, name: str, parts: list[bytes]
) -> None:
    root = tmp_path_factory.mktemp("case")
    (root / "logs").mkdir()
    (root / "logs" / name).write_bytes(b"".join(parts))
    found = suggested(root)
    assert is_open(found)
    assert "\x1b" not in found.toml

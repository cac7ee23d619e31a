"""Makes the benchmark's world: one year of requests, as CSV and as Parquet, in case folders that overstay opens.

Row `i` is drawn by hashing `i` with the seed, so the same rows come whatever the number of threads. Partners are skewed
(the first of 500 has one row in twenty-two), users are a tenth as many as rows, one row in 10,000 names no partner and
has to be rejected. Of four statements three name a partner only and one a partner and a kind of data.
"""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

SEED = 20180426
PARTNERS = 500
CATEGORIES = 8
STATEMENTS = 1_000
BLANK_EVERY = 10_000
BYTES_A_ROW = 420  # on the disk, all told: CSV, Parquet, what is loaded, and what is spilled at most
BYTES_MORE = 120  # the same for a row that comes as Parquet only

EVENTS = """
SELECT
    TIMESTAMP '2018-01-01 00:00:00' + to_seconds(i * 31536000 // $rows) AS "time",
    CASE WHEN i % $blank_every <> $blank_every // 2 THEN 'partner-'
        || floor($partners * pow(hash(i, $seed, 'partner') / 18446744073709551616.0, 2))::INT END AS partner,
    'category-' || hash(i, $seed, 'category') % $categories AS category,
    CASE WHEN hash(i, $seed, 'method') % 3 = 0 THEN 'POST' ELSE 'GET' END AS "method",
    '/v2/users/' || hash(i, $seed, 'endpoint') % 100000 || '/contacts' AS endpoint,
    'user-' || hash(i, $seed, 'user') % $users AS "user",
    [200, 200, 200, 200, 200, 200, 200, 403, 401, 500][1 + (hash(i, $seed, 'status') % 10)::INT] AS "status"
FROM range($rows) AS numbers(i)
"""

HEADERS = {
    "sources": "source_id title publisher author published kind url read_at note zone document",
    "partners": "partner_id name kind aliases country note",
    "programs": "program_id name part_of description started note",
    "categories": "category_id name part_of description dpv",
    "statements": "statement_id source_id locator speaker said_on program_id partner_id category_id kind about"
    " quantifier count of except reading stated_date date_text paraphrase",
    "observations": "observation_id source_id locator partner_id program_id category_id first_seen last_seen"
    " watched_until basis extent reading users partners note",
}
SOURCES = [
    {"source_id": "company", "title": "What the company said", "published": "2019-01-10", "kind": "company statement"},
    {"source_id": "logs", "title": "The logs", "published": "2019-06-01", "kind": "other"},
]
CASE = """\
title = "Benchmark: {title}"
question = "Did access go on after the stated end?"
licence = "CC0-1.0"
zone = "UTC"

[logs.api]
file = "{file}"
source = "logs"
time = "time"
time_zone = "UTC"
partner = "partner"
program_id = "api"
category = "category"
user = "user"
users = "{users}"
status = "status"
refused = ["401", "403"]
"""


@dataclass(frozen=True, slots=True)
class World:
    """What is made: `rows` as CSV and as Parquet, `more_rows` as Parquet only (0 = none), from one `seed`."""

    rows: int
    more_rows: int
    seed: int = SEED

    @property
    def bytes_needed(self) -> int:
        """An upper estimate of what data, caches and spilled rows take on the disk."""
        return self.rows * BYTES_A_ROW + self.more_rows * BYTES_MORE + 200_000_000


def rejected_rows(rows: int) -> int:
    """How many of the first `rows` rows name no partner."""
    return (rows + BLANK_EVERY - BLANK_EVERY // 2 - 1) // BLANK_EVERY


def make_world(folder: Path, world: World) -> None:
    """Write the case folders `dropped`, `keyed` (one CSV file), `parquet` and `more`, unless they are there already."""
    note = folder / "made.json"
    if note.is_file() and json.loads(note.read_text()) == asdict(world):
        return
    note.unlink(missing_ok=True)
    for name in ("dropped", "keyed", "parquet", "more"):
        shutil.rmtree(folder / name, ignore_errors=True)
    _make_case(folder / "dropped", world, "CSV, users dropped", "logs/api.csv", "drop")
    _make_case(folder / "keyed", world, "CSV, users keyed", "logs/api.csv", "key")
    _make_case(folder / "parquet", world, "Parquet, users keyed", "logs/api.parquet", "key")
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET memory_limit = '4GB'")
    connection.execute("SET temp_directory = ?", [str(folder / "spill")])
    rows = folder / "parquet" / "logs" / "api.parquet"
    _events(connection, world.rows, world.seed).write_parquet(str(rows), compression="zstd")
    text = folder / "dropped" / "logs" / "api.csv"
    connection.read_parquet(str(rows)).write_csv(str(text), header=True)
    os.link(text, folder / "keyed" / "logs" / "api.csv")
    if world.more_rows:
        _make_case(folder / "more", world, "more rows as Parquet, users keyed", "logs/api.parquet", "key")
        more = folder / "more" / "logs" / "api.parquet"
        _events(connection, world.more_rows, world.seed).write_parquet(str(more), compression="zstd")
    connection.close()
    note.write_text(json.dumps(asdict(world)))


def _events(connection: duckdb.DuckDBPyConnection, rows: int, seed: int) -> duckdb.DuckDBPyRelation:
    values = {
        "rows": rows,
        "seed": seed,
        "users": max(rows // 10, 1),
        "partners": PARTNERS,
        "categories": CATEGORIES,
        "blank_every": BLANK_EVERY,
    }
    return connection.sql(EVENTS, params=values)


def _make_case(folder: Path, world: World, title: str, file: str, users: str) -> None:
    (folder / "logs").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE.format(title=title, file=file, users=users))
    tables: dict[str, list[dict[str, str]]] = {
        "sources": SOURCES,
        "partners": [{"partner_id": f"partner-{n}", "name": f"Partner {n}"} for n in range(PARTNERS)],
        "programs": [{"program_id": "api", "name": "The interface"}],
        "categories": [{"category_id": f"category-{n}", "name": f"Kind of data {n}"} for n in range(CATEGORIES)],
        "statements": _statements(world.seed),
        "observations": [],
    }
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, HEADERS[table].split(), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _statements(seed: int) -> list[dict[str, str]]:
    draw = random.Random(seed)
    return [
        {
            "statement_id": f"S{n:04}",
            "source_id": "company",
            "speaker": "The company",
            "said_on": "2019-01-10",
            "program_id": "api",
            "partner_id": f"partner-{n % PARTNERS}",
            "category_id": f"category-{n // 4 % CATEGORIES}" if n % 4 == 3 else "",
            "kind": "ended",
            "about": "access",
            "reading": "plain",
            "stated_date": (date(2018, 1, 15) + timedelta(days=draw.randrange(330))).isoformat(),
            "paraphrase": "The company said that it had ended.",
        }
        for n in range(STATEMENTS)
    ]

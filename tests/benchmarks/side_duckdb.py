"""What somebody would write by hand with DuckDB: the bare load, and the shortest join that answers the question.

Each function does one piece of work in a process of its own and gives its seconds, by name. DuckDB keeps its defaults.
"""

from __future__ import annotations

import time
from pathlib import Path

import duckdb
from answers import write_answer

# `stated_date` is a day in UTC and inclusive, so what counts begins with the next one.
STATEMENTS = """
CREATE TABLE statements AS
SELECT statement_id, partner_id AS partner, category_id AS category, stated_date + INTERVAL 1 DAY AS deadline
FROM read_csv($file, types = {'stated_date': 'DATE'})
"""
JOIN_LOADED = """
SELECT statement_id, e.category, count(*), min(seen_at), max(seen_at), NULL
FROM read_parquet($files) AS e JOIN statements AS s USING (partner)
WHERE seen_at >= deadline AND served > 0 AND (s.category IS NULL OR s.category = e.category)
GROUP BY statement_id, e.category
"""
JOIN_LOADED_USERS = JOIN_LOADED.replace("NULL\n", "count(DISTINCT person)\n", 1)
JOIN_RAW = """
SELECT statement_id, e.category, count(*), min("time"), max("time"), count(DISTINCT "user")
FROM events AS e JOIN statements AS s USING (partner)
WHERE "time" >= deadline AND "status" NOT IN (401, 403) AND (s.category IS NULL OR s.category = e.category)
GROUP BY statement_id, e.category
"""


def expected(case: Path, answer: Path) -> dict[str, float]:
    """The answer that all sides are held against, from the raw Parquet rows; its seconds are not reported."""
    connection = _connect()
    connection.execute("SET memory_limit = '6GB'")
    connection.read_parquet(str(case / "logs" / "api.parquet")).create_view("events")
    connection.execute(STATEMENTS, {"file": str(case / "statements.csv")})
    write_answer(answer, connection.sql(JOIN_RAW).fetchall())
    return {"seconds": 0.0}


def load(case: Path, answer: Path) -> dict[str, float]:
    """CREATE TABLE AS SELECT * FROM read_csv(...), in memory."""
    return _load(_connect(), case, answer)


def load_file(case: Path, answer: Path) -> dict[str, float]:
    """The same into a database file, written out: like overstay's cache it is there afterwards."""
    database = answer.with_suffix(".duckdb")
    try:
        return _load(_connect(str(database)), case, answer)
    finally:
        database.unlink(missing_ok=True)


def _load(connection: duckdb.DuckDBPyConnection, case: Path, answer: Path) -> dict[str, float]:
    began = time.perf_counter()
    connection.execute("CREATE TABLE events AS SELECT * FROM read_csv($file)", {"file": str(case / "logs" / "api.csv")})
    connection.execute("CHECKPOINT")
    seconds = time.perf_counter() - began
    [(rows, partners)] = connection.sql("SELECT count(*), count(partner) FROM events").fetchall()
    answer.write_text(f"rows={rows} loaded={partners} rejected={rows - partners}\n")
    return {"seconds": seconds}


def join(case: Path, answer: Path) -> dict[str, float]:
    """Counts, first and last, from the Parquet files in overstay's cache."""
    return _join_loaded(case, answer, JOIN_LOADED)


def join_users(case: Path, answer: Path) -> dict[str, float]:
    """The same, and exact distinct users (their hashes)."""
    return _join_loaded(case, answer, JOIN_LOADED_USERS)


def join_raw(case: Path, answer: Path) -> dict[str, float]:
    """The same with users, from a table in memory of the raw rows, users as text; `load` = making that table."""
    connection = _connect()
    began = time.perf_counter()
    rows = str(case / "logs" / "api.parquet")
    connection.execute("CREATE TABLE events AS SELECT * FROM read_parquet($file)", {"file": rows})
    loaded = time.perf_counter()
    connection.execute(STATEMENTS, {"file": str(case / "statements.csv")})
    found = connection.sql(JOIN_RAW).fetchall()
    seconds = time.perf_counter() - loaded
    write_answer(answer, found)
    return {"seconds": seconds, "load": loaded - began}


def _join_loaded(case: Path, answer: Path, query: str) -> dict[str, float]:
    connection = _connect()
    files = sorted(str(path) for path in (case.parent / f"cache-{case.name}").glob("*/events-*.parquet"))
    began = time.perf_counter()
    connection.execute(STATEMENTS, {"file": str(case / "statements.csv")})
    found = connection.sql(query, params={"files": files}).fetchall()
    seconds = time.perf_counter() - began
    write_answer(answer, found)
    return {"seconds": seconds}


def _connect(database: str = ":memory:") -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(database)
    connection.execute("SET enable_progress_bar = false")
    return connection

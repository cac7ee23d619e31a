"""The same work in Polars: one lazy query, run by its streaming engine."""

from __future__ import annotations

import time
from pathlib import Path

import polars as pl
from answers import write_answer


def join(case: Path, answer: Path) -> dict[str, float]:
    """Counts, first and last, from the Parquet files in overstay's cache."""
    return _join(case, _loaded(case), answer, [])


def join_users(case: Path, answer: Path) -> dict[str, float]:
    """The same, and exact distinct users (their hashes)."""
    return _join(case, _loaded(case), answer, [pl.col("person").n_unique().alias("users")])


def join_raw(case: Path, answer: Path) -> dict[str, float]:
    """The same with users, from the raw rows as Parquet, users as text."""
    events = pl.scan_parquet(case / "logs" / "api.parquet").filter(~pl.col("status").is_in([401, 403]))
    events = events.rename({"time": "seen_at"})
    return _join(case, events, answer, [pl.col("user").n_unique().alias("users")])


def _loaded(case: Path) -> pl.LazyFrame:
    files = sorted((case.parent / f"cache-{case.name}").glob("*/events-*.parquet"))
    return pl.scan_parquet(files).filter(pl.col("served") > 0)


def _join(case: Path, events: pl.LazyFrame, answer: Path, users: list[pl.Expr]) -> dict[str, float]:
    began = time.perf_counter()
    statements = pl.scan_csv(case / "statements.csv", try_parse_dates=True).select(
        "statement_id",
        pl.col("partner_id").alias("partner"),
        pl.col("category_id").alias("about"),
        (pl.col("stated_date") + pl.duration(days=1)).cast(pl.Datetime("us")).alias("deadline"),
    )
    fits = (pl.col("seen_at") >= pl.col("deadline")) & (
        pl.col("about").is_null() | (pl.col("about") == pl.col("category"))
    )
    found = (
        events.join(statements, on="partner")
        .filter(fits)
        .group_by("statement_id", "category")
        .agg(
            pl.len().alias("events"),
            pl.col("seen_at").min().alias("first"),
            pl.col("seen_at").max().alias("last"),
            *(users or [pl.lit(None).alias("users")]),
        )
        .collect(engine="streaming")
    )
    seconds = time.perf_counter() - began
    write_answer(answer, found.select("statement_id", "category", "events", "first", "last", "users").rows())
    return {"seconds": seconds}

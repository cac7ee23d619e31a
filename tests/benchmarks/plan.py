"""What is measured: pieces of work, in groups whose pieces take turns, so that a busy minute falls on all of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of work of one side: the function `work` of side_<side>.py on one case folder.

    `fresh` = its cache is cleared before; `counts` = its answer is what was loaded and rejected; `users` = its answer
    counts users too; `peer` = it runs in the Python that has pandas, Polars and PyArrow.
    """

    side: str
    work: str
    case: str
    fresh: bool = False
    counts: bool = False
    users: bool = False
    peer: bool = False

    @property
    def name(self) -> str:
        """What its results are kept under."""
        return f"{self.side} {self.work} {self.case}{' fresh' if self.fresh else ''}"


BARE_LOAD = Piece("duckdb", "load", "dropped", counts=True)
BARE_LOAD_FILE = Piece("duckdb", "load_file", "dropped", counts=True)
LOAD_DROPPED = Piece("overstay", "load", "dropped", fresh=True, counts=True)
LOAD_KEYED = Piece("overstay", "load", "keyed", fresh=True, counts=True)
REOPEN = Piece("overstay", "load", "keyed", counts=True)

HAND = Piece("duckdb", "join", "dropped")
COMPARE = Piece("overstay", "join", "dropped")
POLARS = Piece("polars", "join", "dropped", peer=True)
PANDAS = Piece("pandas", "loop", "parquet", peer=True)

HAND_USERS = Piece("duckdb", "join_users", "keyed", users=True)
HAND_RAW = Piece("duckdb", "join_raw", "parquet", users=True)
COMPARE_USERS = Piece("overstay", "join_users", "keyed", users=True)
POLARS_USERS = Piece("polars", "join_users", "keyed", users=True, peer=True)
POLARS_RAW = Piece("polars", "join_raw", "parquet", users=True, peer=True)
PANDAS_USERS = Piece("pandas", "loop_users", "parquet", users=True, peer=True)

LOAD_PARQUET = Piece("overstay", "load", "parquet", fresh=True, counts=True)
LOAD_MORE = Piece("overstay", "load", "more", fresh=True, counts=True)
HAND_PARQUET = Piece("duckdb", "join_users", "parquet", users=True)
HAND_MORE = Piece("duckdb", "join_users", "more", users=True)
COMPARE_PARQUET = Piece("overstay", "join_users", "parquet", users=True)
COMPARE_MORE = Piece("overstay", "join_users", "more", users=True)

GROUPS = {
    "load": (BARE_LOAD, BARE_LOAD_FILE, LOAD_DROPPED, LOAD_KEYED, REOPEN),
    "counts": (HAND, COMPARE, POLARS, PANDAS),
    "users": (HAND_USERS, COMPARE_USERS, HAND_RAW, POLARS_USERS, POLARS_RAW, PANDAS_USERS),
    "more": (LOAD_PARQUET, LOAD_MORE, HAND_PARQUET, COMPARE_PARQUET, HAND_MORE, COMPARE_MORE),
}

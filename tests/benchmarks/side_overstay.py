"""overstay's own work: to load a log, to open a case whose log is loaded, to compare all statements with all events."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from answers import write_answer

from overstay import caselogs, compare, open_case, queries

# The steps of compare() that read the events; the others read what was found and the six tables.
EVENT_STEPS = ("log_wholes", "logged_tiers")


def load(case: Path, answer: Path) -> dict[str, float]:
    """open_case(), with or without the log in the cache; `log` = the part that reads, checks and keeps the log."""
    took: dict[str, float] = {}
    _time(caselogs, "load_logs", lambda *_: "log", took)
    began = time.perf_counter()
    logs = open_case(case).logs
    seconds = time.perf_counter() - began
    counts = logs[["rows", "loaded", "rejected"]].sum()
    answer.write_text(f"rows={counts['rows']} loaded={counts['loaded']} rejected={counts['rejected']}\n")
    return {"seconds": seconds, **took}


def join(case: Path, answer: Path) -> dict[str, float]:
    """compare() of an open case, without users; `events` = the part of it that reads the events."""
    return _compare(case, answer, users=False)


def join_users(case: Path, answer: Path) -> dict[str, float]:
    """compare() of an open case, with exact distinct users."""
    return _compare(case, answer, users=True)


def _compare(case: Path, answer: Path, *, users: bool) -> dict[str, float]:
    opened = open_case(case)
    took: dict[str, float] = {}
    _time(queries, "make_table", lambda _, name, *__: name, took)
    began = time.perf_counter()
    verdicts = compare(opened)
    seconds = time.perf_counter() - began
    categories = dict(opened.access[["observation_id", "category_id"]].itertuples(index=False))
    after = verdicts.comparisons[lambda pairs: pairs["events_after"] > 0]
    columns = ["statement_id", "observation_id", "events_after", "first_after", "last_after", "users_after"]
    write_answer(
        answer,
        (
            (statement, categories[observation], events, first, last, persons if users else None)
            for statement, observation, events, first, last, persons in after[columns].itertuples(index=False)
        ),
    )
    return {"seconds": seconds, "events": sum(took[step] for step in EVENT_STEPS), **took}


def _time(module: Any, function: str, name: Callable[..., str], took: dict[str, float]) -> None:
    """Note in `took` what each call of a function takes, under the name that is made of its arguments."""
    original = getattr(module, function)

    def timed(*args: Any, **options: Any) -> Any:
        began = time.perf_counter()
        made = original(*args, **options)
        took[name(*args)] = took.get(name(*args), 0.0) + time.perf_counter() - began
        return made

    setattr(module, function, timed)

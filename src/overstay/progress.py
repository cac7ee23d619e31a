"""How far a long piece of work is: rows, bytes and the time left, once it has taken two seconds."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

import duckdb

QUIET = 2.0  # seconds before anything is shown
BEAT = 0.25  # seconds between two looks at a running query


@dataclass(frozen=True, slots=True)
class Tick:
    """Where one piece of work stands: `done` of `of` bytes (0 = not known), `rows` so far, `seconds` since it began.

    `over` = it has ended, whether or not it came to its end.
    """

    name: str
    done: int
    of: int
    rows: int
    seconds: float
    over: bool = False

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the pace so far; None where there is nothing to go by."""
        if not self.done or not self.of or self.done > self.of:
            return None
        return self.seconds * (self.of - self.done) / self.done

    def __str__(self) -> str:
        parts = [self.name]
        if self.of and self.done:
            parts.append(f"{min(self.done, self.of) / 1e6:,.0f} of {self.of / 1e6:,.0f} MB")
        elif self.of:  # in a notebook without ipywidgets DuckDB does not say how far a query is
            parts.append(f"{self.of / 1e6:,.0f} MB, {self.seconds:,.0f} s so far")
        if self.rows:
            parts.append(f"{self.rows:,} rows")
        if (left := self.seconds_left) is not None and not self.over:
            parts.append(f"about {left:,.0f} s left")
        return ", ".join(parts)


Report = Callable[[Tick], None]
P = ParamSpec("P")
T = TypeVar("T")


class Step:
    """One running piece of work; its owner says how it advances."""

    def __init__(self, report: Report | None, name: str, of: int) -> None:
        self._report, self._name, self._of = report, name, of
        self._began, self._told = time.monotonic(), 0.0
        self.done = self.rows = 0

    def advance(self, count: int, *, rows: int = 0) -> None:
        """Note `count` more bytes, and `rows` more rows."""
        self.done += count
        self.rows += rows
        self.tell()

    def tell(self, *, over: bool = False) -> None:
        """Report, at most four times a second."""
        now = time.monotonic()
        if self._report is not None and (over or now - self._told >= BEAT):
            self._told = now
            self._report(Tick(self._name, self.done, self._of, self.rows, now - self._began, over))


@contextlib.contextmanager
def watch(
    report: Report | None, name: str, of: int, connection: duckdb.DuckDBPyConnection | None = None
) -> Iterator[Step]:
    """Report on the work inside the block; with a `connection`, on the query that runs there, from a second thread."""
    step = Step(report, name, of)
    stop = threading.Event()
    observer = None
    if report is not None and connection is not None:
        with contextlib.suppress(duckdb.Error):
            connection.execute("SET enable_progress_bar = true")
            connection.execute("SET enable_progress_bar_print = false")

        def look(connection: duckdb.DuckDBPyConnection = connection) -> None:
            while not stop.wait(BEAT):
                step.done = max(step.done, int(of * max(0.0, connection.query_progress()) / 100))
                step.tell()

        observer = threading.Thread(target=look, daemon=True)
        observer.start()
    try:
        yield step
    finally:
        stop.set()
        if observer is not None:
            observer.join()
        step.tell(over=True)


def interruptible(connection: duckdb.DuckDBPyConnection, query: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """Run a query of `connection` so that Ctrl-C ends it at once, as KeyboardInterrupt.

    It runs in a second thread: a query in the main thread would hear of the signal when its work is done.
    """
    with ThreadPoolExecutor(1) as beside:
        running = beside.submit(query, *args, **named)
        try:
            return running.result()
        except KeyboardInterrupt:
            connection.interrupt()
            while not wait([running], BEAT).done:  # it had not begun when it was told to stop
                connection.interrupt()
            raise


@contextlib.contextmanager
def shown() -> Iterator[Report | None]:
    """Show progress where somebody can see it: a line in a terminal, or below a running notebook cell.

    Nothing appears in the first two seconds, and nothing stays. OVERSTAY_PROGRESS=0 keeps it silent.
    """
    if os.environ.get("OVERSTAY_PROGRESS") == "0":
        yield None
    elif "ipykernel" in sys.modules and _in_notebook():
        yield from _in_cell()
    elif sys.stderr.isatty():
        yield from _in_terminal()
    else:
        yield None


def _in_terminal() -> Iterator[Report]:
    width = 0

    def report(tick: Tick) -> None:
        nonlocal width
        if tick.seconds < QUIET and not width:
            return
        text = "" if tick.over else str(tick)[:110]
        sys.stderr.write("\r" + text.ljust(width) + ("\r" if tick.over else ""))
        sys.stderr.flush()
        width = 0 if tick.over else len(text)

    try:
        yield report
    finally:
        if width:
            sys.stderr.write("\r" + " " * width + "\r")


def _in_cell() -> Iterator[Report]:
    from IPython.display import clear_output, display

    handle = None

    def report(tick: Tick) -> None:
        nonlocal handle
        if tick.seconds < QUIET or tick.over:
            return
        text = {"text/plain": str(tick)}
        if handle is None:
            handle = display(text, raw=True, display_id=True)
        else:
            handle.update(text, raw=True)

    try:
        yield report
    finally:
        if handle is not None:
            clear_output(wait=False)


def _in_notebook() -> bool:
    from IPython import get_ipython

    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")

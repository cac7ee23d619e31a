"""Runs pieces of work, each in a process of its own, turn by turn, and holds every answer against the expected one."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from answers import assert_same
from make_data import World, rejected_rows
from plan import Piece

HERE = Path(__file__).parent


@dataclass
class Result:
    """What one piece took, run by run: seconds by name (`seconds` = the whole) and its peak memory in bytes."""

    runs: list[dict[str, float]] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)

    def median(self, part: str = "seconds") -> float:
        """The median over the runs, in seconds."""
        return statistics.median(self.all(part))

    def all(self, part: str = "seconds") -> list[float]:
        """The seconds of each run."""
        return [run[part] for run in self.runs]

    @property
    def peak(self) -> int:
        """The largest resident set of all runs, in bytes."""
        return max(self.peaks)


@dataclass
class Bench:
    """One run of the benchmark in the folder `data`; `peers` is the Python of pandas and Polars."""

    data: Path
    world: World
    peers: str
    say: Callable[[str], None]
    results: dict[Piece, Result] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    def measure(self, pieces: Iterable[Piece], rounds: int) -> None:
        """Run the pieces one after the other, and all of them again, `rounds` times."""
        chosen = list(pieces)
        for case in sorted({piece.case for piece in chosen}):
            of_case = [piece for piece in chosen if piece.case == case]
            self._warm(case)
            self._expect(case, answers=any(not piece.counts for piece in of_case))
            if not any(piece.fresh for piece in of_case):
                self._fill_cache(case)
        for turn in range(rounds):
            for piece in chosen:
                if piece.fresh:
                    shutil.rmtree(self._cache(piece.case), ignore_errors=True)
                done = self._run(piece)
                result = self.results.setdefault(piece, Result())
                result.runs.append(done["seconds"])
                result.peaks.append(done["peak"])
                self.versions |= {name: v for name, v in done["versions"].items() if piece.peer or name != "pandas"}
                seconds, peak = done["seconds"]["seconds"], done["peak"] / 1e9
                self.say(f"{turn + 1} of {rounds}  {piece.name:34} {seconds:8.2f} s {peak:6.2f} GB")

    def _warm(self, case: str) -> None:
        """Bring the log into the system's cache of files."""
        for log in (self.data / case / "logs").iterdir():
            with log.open("rb") as file:
                while file.read(1 << 24):
                    pass

    def _expect(self, case: str, *, answers: bool) -> None:
        """Write down what has to be loaded of a case, and what its raw rows say, with users and without."""
        rows = self.world.more_rows if case == "more" else self.world.rows
        lost = rejected_rows(rows)
        (self.data / f"expected-{case}-counts").write_text(f"rows={rows} loaded={rows - lost} rejected={lost}\n")
        if not answers:
            return
        name = f"expected-{case}-users"
        self._call("duckdb", "expected", "more" if case == "more" else "parquet", name)
        lines = (self.data / name).read_text().splitlines()
        plain = [lines[0], *(line.rpartition(",")[0] + "," for line in lines[1:])]
        (self.data / f"expected-{case}").write_text("\n".join([*plain, ""]))

    def _fill_cache(self, case: str) -> None:
        """See that the cache holds the log, and nothing else: the hand-written join reads all that is there."""
        before = set(self._cache(case).glob("*/entry.json"))
        if len(before) > 1:
            shutil.rmtree(self._cache(case))
        self._run(Piece("overstay", "load", case, counts=True))
        if set(self._cache(case).glob("*/entry.json")) - before:  # what was there is of another version of overstay
            for old in before:
                shutil.rmtree(old.parent, ignore_errors=True)

    def _run(self, piece: Piece) -> dict:
        answer = f"answer-{piece.name.replace(' ', '-')}"
        done = self._call(piece.side, piece.work, piece.case, answer, peer=piece.peer)
        kind = "-counts" if piece.counts else "-users" if piece.users else ""
        assert_same(self.data / f"expected-{piece.case}{kind}", self.data / answer, piece.name)
        return done

    def _call(self, side: str, work: str, case: str, answer: str, *, peer: bool = False) -> dict:
        command: list[str | Path] = [self.peers if peer else sys.executable, HERE / "run_side.py", side, work]
        own = {
            "OVERSTAY_CACHE": str(self._cache(case)),
            "OVERSTAY_KEY_FILE": str(self.data / "user.key"),
            "TMPDIR": str(self.data),  # the usual one may be in memory
        }
        done = subprocess.run(
            [*command, self.data / case, self.data / answer],
            cwd=self.data,  # where DuckDB spills what does not fit into memory
            env=os.environ | own,
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return json.loads(done.stdout.splitlines()[-1])

    def _cache(self, case: str) -> Path:
        return self.data / f"cache-{case}"

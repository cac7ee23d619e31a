"""How quick overstay is with logs: makes the data, measures it against other ways to the same answer, prints one table.

    python tests/benchmarks/access.py --peers PEERS/bin/python --data FOLDER

measures 20 million rows of CSV (1.7 GB) and 100 million of Parquet; with two cores that takes about half an hour, and
20 GB of disk. `--rows 200000 --repeat 1` shows in a minute that it works. PyArrow and Polars are only of use here, so
they live in an environment of their own, outside this repository; without it their rows are left out:

    python3 -m venv PEERS && PEERS/bin/pip install polars==2.1.0 pyarrow==26.0.1 pandas==3.1.1

What is fair about it:

- Every piece of work runs in a process of its own; those that are compared take turns (A, B, A, B), and medians count.
  Time to start Python, and to import a library, counts for nobody. Files are in the system's cache.
- All sides answer the same question, per statement and kind of data: requests served after the stated end, the first
  and the last of them, distinct users. Each answer of each round is held against one that is worked out beforehand from
  the raw rows; the run ends with an error where one is not the same, byte for byte.
- The hand-written join reads the very Parquet files that overstay has made, with DuckDB's defaults. Beside it stands
  the same join on a table in memory with the raw rows, users as text, where making the table is not counted. Polars
  reads the same files, and the raw ones. pandas reads the raw ones (hashes of users would be Python objects for it).
- overstay runs as it does for everybody, with the memory limits that it sets itself. Its time is that of the whole
  `open_case()` or `compare()`, with the checks, the verdicts and all that those do beside.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import report
from answers import DifferentAnswersError
from make_data import SEED, World, make_world
from measure import Bench
from plan import GROUPS

MORE = 5  # times the rows, in the larger log


@click.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Where the data is made, and kept.")
@click.option("--rows", type=click.IntRange(1_000), default=report.FULL_ROWS, show_default=True, help="Rows of CSV.")
@click.option("--more-rows", type=click.IntRange(0), help="Rows of the larger log, 0 for none [default: 5 × rows].")
@click.option("--repeat", type=click.IntRange(1), default=3, show_default=True, help="Rounds; medians count.")
@click.option("--peers", default=sys.executable, help="The Python that has pandas, PyArrow and Polars.")
@click.option(
    "--only", type=click.Choice(list(GROUPS)), multiple=True, help="A part of it; may be given several times."
)
@click.option("--seed", type=int, default=SEED, show_default=True, help="Other data.")
def main(
    data: Path | None, rows: int, more_rows: int | None, repeat: int, peers: str, only: tuple[str, ...], seed: int
) -> None:
    """Measure how quick overstay is with logs, and print one Markdown table."""
    world = World(rows, rows * MORE if more_rows is None else more_rows, seed)
    folder = (data or Path(tempfile.mkdtemp(prefix="overstay-benchmark-"))).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    made = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if shutil.disk_usage(folder).free + made < world.bytes_needed:
        raise click.ClickException(
            f"{folder} has not the {world.bytes_needed / 1e9:.0f} GB that this takes; see --data"
        )
    bench = Bench(folder, world, peers, say)
    try:
        say("making the data")
        make_world(folder, world)
        for group, pieces in GROUPS.items():
            if (only and group not in only) or (group == "more" and not world.more_rows):
                continue
            bench.measure([piece for piece in pieces if not piece.peer or _has_peers(peers)], repeat)
    except DifferentAnswersError as error:
        raise click.ClickException(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise click.ClickException(f"{' '.join(error.cmd[2:4])} failed, see above") from error
    finally:
        if data is None:
            shutil.rmtree(folder, ignore_errors=True)
    if not _has_peers(peers):
        say(f"pandas and Polars are left out: {peers} does not have polars, pandas and pyarrow; see --peers")
    print(report.table(bench), report.conditions(world, repeat, bench.versions, _command()), sep="\n\n")


def say(text: str) -> None:
    """Tell on standard error how far it is."""
    print(text, file=sys.stderr, flush=True)


def _has_peers(python: str) -> bool:
    found = subprocess.run([python, "-c", "import pandas, polars, pyarrow"], capture_output=True)
    return found.returncode == 0


def _command() -> str:
    """The command as it was given, without the paths of this machine."""
    given = sys.argv[1:]
    shown = [
        {"--data": "FOLDER", "--peers": "PEERS/bin/python"}.get(before, word)
        for before, word in zip(["", *given], given, strict=False)
    ]
    return shlex.join(["python", "tests/benchmarks/access.py", *shown])


if __name__ == "__main__":
    main()

"""Does one piece of work of one side in this process, and prints its seconds and its peak memory as one line of JSON.

    python run_side.py SIDE WORK CASE ANSWER

The peak is the largest resident set of this process (VmHWM, which counts mapped files too), in bytes.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def main(side: str, work: str, case: str, answer: str) -> None:
    """Run `side_<side>.<work>(case, answer)` and print what it took."""
    done = getattr(importlib.import_module(f"side_{side}"), work)(Path(case), Path(answer))
    print(json.dumps({"seconds": done, "peak": peak_bytes(), "versions": versions()}))


def peak_bytes() -> int:
    """The largest resident set so far. Linux tells that of this program alone; elsewhere its parent's may be in it."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def versions() -> dict[str, str]:
    """The versions of the libraries that this process has imported."""
    found: dict[str, str] = {}
    for name in ("overstay", "duckdb", "pandas", "polars", "pyarrow"):
        if name in sys.modules:
            try:
                found[name] = version(name)
            except PackageNotFoundError:
                found[name] = "unknown"
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])

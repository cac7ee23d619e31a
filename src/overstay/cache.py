"""Where loaded logs are kept, so that they are read once: one folder a file, named after content and description.

An entry appears whole, by one rename, or not at all. Loads never write into an entry that is there.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from overstay.errors import CacheError

VERSION = 5  # of what an entry holds; another version is loaded again
WAY_OUT = "make room there, or set OVERSTAY_CACHE to another folder"
_META = "entry.json"
_in_use: set[Path] = set()  # workspaces of this process: one with its number that is not here is of a dead one


def cache_folder() -> Path:
    """Where loaded logs are kept: OVERSTAY_CACHE, or the user's folder for what can be made again."""
    named = os.environ.get("OVERSTAY_CACHE")
    return Path(named) if named else user_cache_path("overstay")


@dataclass(frozen=True, slots=True)
class Entry:
    """One loaded file: its folder in the cache, and what was noted of it."""

    folder: Path
    meta: dict[str, Any]

    @property
    def events(self) -> list[str]:
        """The Parquet files of its rows, in their order."""
        return [str(path) for path in sorted(self.folder.glob("events-*.parquet"))]

    @property
    def days(self) -> str:
        """The Parquet file of its rows by day."""
        return str(self.folder / "days.parquet")

    @property
    def faults(self) -> str:
        """The Parquet file of its rejected rows."""
        return str(self.folder / "faults.parquet")


def find(sha256: str, how: str) -> Entry | None:
    """The entry of a file with this content, loaded this way; None where there is none that is whole."""
    folder = cache_folder() / _name(sha256, how)
    if not folder.is_dir():
        return None
    try:
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
        sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.name != _META}
    except (OSError, ValueError):
        meta, sizes = None, {}
    if not isinstance(meta, dict) or meta.get("version") != VERSION or meta.get("sizes") != sizes:
        shutil.rmtree(folder, ignore_errors=True)  # cut short by a machine that went down: it can be made again
        return None
    return Entry(folder, meta)


def knows(how: str) -> bool:
    """Whether any file was loaded this way: only then is it worth looking for one before reading it."""
    return next(cache_folder().glob(f"*-{how[:16]}"), None) is not None


@contextlib.contextmanager
def workspace() -> Iterator[Path]:
    """A new folder in the cache to build an entry in; it is gone afterwards, whatever happens.

    What a killed load has left behind is cleared first. CacheError where the disk is full or cannot be written to.
    """
    root = cache_folder()
    if set("*?[") & set(str(root)):
        raise CacheError(f"{root} has one of * ? [ in it, which DuckDB reads as a pattern; set OVERSTAY_CACHE without")
    mine = root / f".load-{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        _in_use.add(mine)
        _clear_abandoned(root)
        mine.mkdir(mode=0o700)
    except OSError as error:
        raise CacheError(f"{root}, where loaded logs are kept, cannot be written to: {error}; {WAY_OUT}") from error
    try:
        yield mine
    finally:
        shutil.rmtree(mine, ignore_errors=True)
        _in_use.discard(mine)


def plainly_named(path: Path, folder: Path) -> Path:
    """The file, by way of a link in the workspace `folder` where its own name is one that DuckDB would read as more.

    Stars and brackets are a pattern to it, which can fit another file; `a=b` gives every row a column `a`.
    """
    if not set("*?[]\\=") & set(str(path)):
        return path
    link = folder / "log"
    link.symlink_to(path.resolve())
    return link


def publish(built: Path, sha256: str, how: str, meta: dict[str, Any]) -> Entry:
    """Make what was built in a workspace an entry, by one rename; where another load was first, its entry stays."""
    target = cache_folder() / _name(sha256, how)
    noted = meta | {"version": VERSION, "sizes": {path.name: path.stat().st_size for path in sorted(built.iterdir())}}
    try:
        with (built / _META).open("w", encoding="utf-8") as file:
            json.dump(noted, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CacheError(f"{target} could not be written: {error}; {WAY_OUT}") from error
    with contextlib.suppress(OSError):  # it is there already, made by another load of the same file
        built.rename(target)
    found = find(sha256, how)
    if found is None:
        raise CacheError(f"{target} could not be written; {WAY_OUT}")
    return found


def _name(sha256: str, how: str) -> str:
    return f"{sha256}-{how[:16]}"


def _clear_abandoned(root: Path) -> None:
    """Remove the workspaces of loads on this machine that no longer run."""
    for path in root.glob(f".load-{socket.gethostname()}-*"):
        owner = path.name.split("-")[-2]
        live = path in _in_use if owner == str(os.getpid()) else not owner.isdigit() or _runs(int(owner))
        if not live:
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

"""The files of a log: found by path or pattern inside the case folder, or inside an installed Python package."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class LogFile:
    """One file of a log: `name` is what readers see (with / between folders), `path` where it lies."""

    name: str
    path: Path


def find_files(root: Path, names: Sequence[str], *, package: str = "", version: str = "") -> tuple[LogFile, ...]:
    """The files that paths or patterns name, sorted by name, each once.

    `root` is the case folder, resolved; with `package`, the folder of that installed package takes its place.
    ValueError, with the way out, for a name that leads outside or to no file.
    """
    base, prefix = (_package_folder(package, version), f"{package}/") if package else (root, "")
    found: dict[str, LogFile] = {}
    for name in names:
        if "\\" in name or "\x00" in name or PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise ValueError("must lie inside the case folder; write it from there, with /, as in logs/api.csv")
        try:
            paths = sorted(base.glob(name)) if re.search(r"[*?\[]", name) else [base / name]
            files = [path for path in paths if path.is_file()]
        except (OSError, ValueError) as error:
            raise ValueError(f"is no path or pattern ({error})") from None
        if not files:
            raise ValueError(f"{name} is not there; add the file or mend the path")
        for path in files:
            if not path.resolve().is_relative_to(base):
                raise ValueError(f"{path.name} is a link to a file outside; put the file itself into the case folder")
            label = prefix + path.relative_to(base).as_posix()
            found[label] = LogFile(label, path)
    return tuple(found[label] for label in sorted(found))


def _package_folder(package: str, version: str) -> Path:
    """Where an installed package lies. It is looked up, not imported: nothing that a case names may run."""
    way_out = f"pip install {package}=={version}" if version else f"pip install {package}"
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", package):
        raise ValueError(f"{package!r} is no name of a Python package")
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"lies in the Python package {package}, which is not installed; {way_out}")
    if version:
        try:
            installed = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            installed = "of unknown version"
        if installed != version:
            raise ValueError(f"lies in {package} {version}, but {installed} is installed; {way_out}")
    return Path(next(iter(spec.submodule_search_locations))).resolve()

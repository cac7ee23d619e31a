"""Keeps what was read of a file under its content's SHA-256, so that a slow paper is read once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil

from overstay import cache
from overstay.errors import CacheError
from overstay.papers import ocr
from overstay.papers.draft import Draft

VERSION = 1  # of what the readers make; what another version kept is made again
_FILE = "documents.json"


def find(sha256: str, kind: str) -> list[Draft] | None:
    """What was read of this content before; None where nothing was kept, or what was kept is damaged."""
    entry = cache.find(sha256, _how(kind))
    if entry is None:
        return None
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        content = (entry.folder / _FILE).read_bytes()
        if hashlib.sha256(content).hexdigest() == entry.meta.get("content"):
            return [Draft.from_dict(one) for one in json.loads(content)]
    shutil.rmtree(entry.folder, ignore_errors=True)
    return None


def keep(sha256: str, kind: str, drafts: list[Draft]) -> None:
    """Keep what was read. Where nothing can be written it is read again the next time: that is no error."""
    with contextlib.suppress(CacheError, OSError), cache.workspace() as folder:
        built = folder / "entry"
        built.mkdir()
        content = json.dumps([draft.as_dict() for draft in drafts], sort_keys=True).encode("ascii")
        (built / _FILE).write_bytes(content)
        cache.publish(built, sha256, _how(kind), {"kind": kind, "content": hashlib.sha256(content).hexdigest()})


def _how(kind: str) -> str:
    return f"paper{VERSION}-{kind}-{'ocr' if kind == 'pdf' and ocr.installed() else 'txt'}"

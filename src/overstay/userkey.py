"""The key by which identifiers of users are hashed: a file outside every case, made on first use."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from platformdirs import user_config_path

from overstay.errors import CacheError


def key_path() -> Path:
    """Where the key lies: OVERSTAY_KEY_FILE, or the user's folder for settings."""
    named = os.environ.get("OVERSTAY_KEY_FILE")
    return Path(named) if named else user_config_path("overstay") / "user.key"


def read_key(case_folder: Path) -> bytes:
    """The key (32 bytes); made where there is none, readable by this user alone.

    CacheError where it lies inside the case folder: whoever gets the case could then undo the hashes.
    """
    path = key_path().absolute()
    if path.resolve().is_relative_to(case_folder.resolve()):
        raise CacheError(f"{path} is the key to hashed users and lies inside the case; set OVERSTAY_KEY_FILE elsewhere")
    try:
        if not path.exists():
            _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise CacheError(f"{path}, the key to hashed users, cannot be used: {error}") from error
    if len(key) != 32:
        raise CacheError(f"{path} is no key of 32 bytes; move it away, and a new one is made (users get other hashes)")
    return key


def fingerprint(key: bytes) -> str:
    """What tells one key from another without giving it away."""
    return hmac.new(key, b"overstay: which key is this", hashlib.sha256).hexdigest()[:16]


def _make(path: Path) -> None:
    """Write a new key; of two processes that do so at once, one wins and both use its key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)

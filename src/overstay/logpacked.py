"""A log packed with gzip or Zstandard ─► the plain file, or as much of it as can be read, and why not all."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from overstay.loglines import portions

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_UNPACKED = "unpacked"
_CUT = "ends in the middle of its compressed data"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The plain file; `truncated` where the archive could be read in part only, and `why`."""

    path: Path
    truncated: bool
    why: str


def unpack(path: Path, folder: Path, *, on_bytes: Callable[[int], None] | None = None) -> Unpacked:
    """Unpack a .gz or .zst file, of one or several members, into `folder`, as the file "unpacked".

    A damaged or truncated archive gives what could be read, and says so. `on_bytes` hears of every portion of the
    packed file. Raises ValueError for a file of another name, and OSError as it comes, a full disk for one.
    """
    members: dict[str, Callable[[], _Member]] = {".gz": _GzipMember, ".zst": _ZstdFrame}
    if (member := members.get(path.suffix.lower())) is None:
        raise ValueError(f"{path.name} is neither a .gz nor a .zst file")
    target, written, why = folder / _UNPACKED, 0, ""
    with target.open("wb") as file:
        for piece in _pieces(portions(path, on_bytes), member):
            if isinstance(piece, str):
                why = piece
            else:
                written += file.write(piece)
    return Unpacked(target, bool(why), f"{why}; {written:,} bytes could be read" if why else "")


class _Member(Protocol):
    """One of the streams that stand in a packed file one behind the other."""

    piece: int  # packed bytes at a time: bounds the memory, and what is lost before a damaged spot

    @property
    def unused(self) -> int | None: ...

    def read(self, data: bytes) -> tuple[bytes, str]: ...


class _GzipMember:
    piece = 1 << 14

    def __init__(self) -> None:
        self._inside = zlib.decompressobj(wbits=31)

    @property
    def unused(self) -> int | None:
        """How many of the last bytes do not belong to this member; None while it goes on."""
        return len(self._inside.unused_data) if self._inside.eof else None

    def read(self, data: bytes) -> tuple[bytes, str]:
        """What these bytes hold, and what is wrong with them."""
        spare = self._inside.copy()
        try:
            return self._inside.decompress(data), ""
        except zlib.error as error:
            return _up_to_the_fault(spare, data), str(error)


def _up_to_the_fault(inside: zlib._Decompress, data: bytes) -> bytes:
    """What zlib can read before it fails; in one go it would give nothing."""
    found = bytearray()
    try:
        for byte in data:
            found += inside.decompress(bytes((byte,)))
    except zlib.error:
        pass
    return bytes(found)


class _ZstdFrame:
    piece = 1 << 10

    def __init__(self) -> None:
        self._inside = zstd.ZstdDecompressor()

    @property
    def unused(self) -> int | None:
        """How many of the last bytes do not belong to this frame; None while it goes on."""
        return len(self._inside.unused_data) if self._inside.eof else None

    def read(self, data: bytes) -> tuple[bytes, str]:
        """What these bytes hold, and what is wrong with them."""
        try:
            return self._inside.decompress(data), ""
        except zstd.ZstdError as error:
            return b"", str(error)


def _pieces(chunks: Iterator[bytes], new: Callable[[], _Member]) -> Iterator[bytes | str]:
    """Plain bytes; and at the end, where not all could be read, why."""
    member, several = new(), False
    fresh = True  # whether the member has got no byte yet
    for chunk in chunks:
        begin = 0
        while begin < len(chunk):
            if fresh and several and chunk[begin] == 0:  # tapes and block devices pad with zeros
                begin = len(chunk) - len(chunk[begin:].lstrip(b"\0"))
                continue
            data = chunk[begin : begin + member.piece]
            begin, was_fresh, fresh = begin + len(data), fresh, False
            plain, fault = member.read(data)
            yield plain
            if fault:
                yield _reason(fault, several and was_fresh)
                return
            if member.unused is not None:
                begin -= member.unused
                member, several, fresh = new(), True, True
    if not fresh or not several:
        yield _CUT


def _reason(fault: str, between: bool) -> str:
    if between:
        return f"goes on, after compressed data that are whole, with bytes that are none ({fault})"
    return f"is damaged in its compressed data ({fault})"

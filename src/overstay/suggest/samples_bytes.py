"""The bytes of a text log (plain, .gz or .zst) ─► lines, each with its place: the beginning, and slices further on."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any

from overstay.suggest.samples import ROWS, NotSampledError
from overstay.suggest.tomltext import remark, setting, shown

HEAD = 1_000_000  # bytes
SLICE = 32_000  # bytes, at each place further on and at the end
SLICE_ROWS = 100
PLACES = 8  # further on in the file, the end among them: days of a log that runs on for months
# Encodings that logs are written in; among all that there are, short texts fit many.
_LIKELY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"
)  # fmt: skip

Line = tuple[str, str]  # place, text


def blocks_of(path: Path, suffix: str) -> tuple[list[tuple[int, bytes]], bool]:
    """Stretches of the file as (offset, bytes), and whether they are all of it. Only a plain file is sought in."""
    if suffix:
        content, whole = _unpacked_head(path, suffix)
        return [(0, content)], whole
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            blocks = [(0, file.read(HEAD))]
            far = size > HEAD + 2 * PLACES * SLICE
            for offset in [size * n // PLACES for n in range(1, PLACES)] + [size - SLICE] if far else []:
                file.seek(offset)
                blocks.append((offset, file.read(SLICE)))
            return blocks, size <= HEAD
    except OSError as error:
        raise NotSampledError(f"cannot be read: {error.strerror}") from None


def _unpacked_head(path: Path, suffix: str) -> tuple[bytes, bool]:
    """The first bytes of what is packed, as far as it can be unpacked, and whether they are all."""
    open_packed, faults = _unpacker(suffix)
    parts: list[bytes] = []
    length = 0
    try:
        with open_packed(path, "rb") as file:
            while length < HEAD and (part := file.read(min(65_536, HEAD - length))):
                parts.append(part)
                length += len(part)
            return b"".join(parts), length < HEAD or not file.read(1)
    except faults as error:
        if not parts:
            raise NotSampledError(f"cannot be unpacked: {shown(str(error))}") from None
        return b"".join(parts), False


def _unpacker(suffix: str) -> tuple[Any, tuple[type[Exception], ...]]:
    """What opens a packed file, and what a damaged one makes it raise."""
    faults = (OSError, EOFError, ValueError, zlib.error)
    if suffix == ".gz":
        return gzip.open, faults
    try:
        from backports import zstd
    except ImportError:
        raise NotSampledError("is packed with zstd and was not sampled; pip install backports.zstd") from None
    return zstd.open, (*faults, zstd.ZstdError)


def encoding_of(blocks: list[tuple[int, bytes]], whole: bool) -> tuple[str, list[str], list[str]]:
    """The encoding to sample with, the lines that a description needs for it, and what is to be asked."""
    head = blocks[0][1]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", [setting("encoding", "utf-16", "the file begins with the mark of UTF-16")], []
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig", [], []
    for number, (offset, block) in enumerate(blocks):
        begin = block.find(b"\n") + 1 if number else 0
        end = len(block) if whole else block.rfind(b"\n") + 1
        try:
            block[begin:end].decode("utf-8")
        except UnicodeDecodeError as error:
            at = begin + error.start
            line = block.count(b"\n", 0, at) + 1
            where = f"byte {offset + at:,}" if number else f"line {line}"
            return "latin-1", *_other_encoding(block, block[at], where)
    return "utf-8", [], []


def _other_encoding(block: bytes, byte: int, where: str) -> tuple[list[str], list[str]]:
    lines = [remark(f"{where[0].upper()}{where[1:]} holds the byte 0x{byte:02X}, which is not UTF-8 text.")]
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        pass
    else:
        odd = b"\n".join(line for line in block.split(b"\n") if not line.isascii())
        if best := from_bytes(odd[:SLICE], cp_isolation=list(_LIKELY)).best():
            lines.append(
                remark(f'encoding = "{best.encoding}"  # a guess by the frequency of letters: read a name in it')
            )
    return [*lines, setting("encoding", "?")], [f"In which encoding is it written? ({where} is not UTF-8.)"]


def lines_of(blocks: list[tuple[int, bytes]], encoding: str, whole: bool) -> tuple[list[Line], bool]:
    """The lines that are whole and not blank, and whether these are all of the file's.

    Those of the beginning come with their numbers, those of slices further on with their offsets.
    """
    head = blocks[0][1]
    if encoding == "utf-16":
        texts = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").split("\n")
        blocks = blocks[:1]
    else:
        texts = head.decode(encoding, errors="replace").split("\n")
    if not whole:
        texts.pop()
    picked = list(range(len(texts)))
    if len(texts) > ROWS + 1:
        picked = picked[: ROWS + 1]
        if whole:  # slices of what is at hand, as of a file that is sought in
            last = len(texts) - SLICE_ROWS
            starts = [max(ROWS + 1, last * n // PLACES) for n in range(1, PLACES + 1)]
            further = (n for start in starts for n in range(start, min(start + SLICE_ROWS, len(texts))))
            picked = list(dict.fromkeys([*picked, *further]))
    lines = [(f"line {n + 1:,}", texts[n].rstrip("\r")) for n in picked if texts[n].strip()]
    for number, (offset, block) in enumerate(blocks[1:], 1):
        parts = block.split(b"\n")
        at_end = number == PLACES
        inner = parts[1:] if at_end else parts[1:-1]
        chosen = inner[-SLICE_ROWS:] if at_end else inner[:SLICE_ROWS]
        lines += [
            (f"a line near byte {offset:,}", part.decode(encoding, errors="replace").rstrip("\r"))
            for part in chosen
            if part.strip()
        ]
    return lines, whole and len(picked) == len(texts)

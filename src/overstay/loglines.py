"""A text file of any size ─► its physical lines, decoded, in blocks of about a megabyte, and frames made of them.

A line ends at a line feed, as in an editor; a carriage return before it belongs to the line end. No line may take
more than `LONGEST` bytes of memory: what is longer is measured and given as a `LongLine` with its beginning only.
Bytes that are not in the encoding stay in the text as lone surrogates, so that a reader can say which line holds them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from overstay.logframes import Batches, Rows

LONGEST = 2_000_000  # bytes of one line, without its line end
RAW = 2_000  # characters of a line that are kept as evidence
_CHUNK = 1 << 20  # below LONGEST: so only the first line of a chunk can be too long
_UNREADABLE = re.compile("[\ud800-\udfff\x00]")
_NO_TEXT = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}  # codecs, but of no log


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines that follow one another, without their line ends; `clean` = no NUL and no byte that is not text."""

    lines: list[str]
    clean: bool


@dataclass(frozen=True, slots=True)
class LongLine:
    """A line of more than `LONGEST` bytes: its first `RAW` characters and its size in bytes."""

    head: str
    size: int

    @property
    def fault(self) -> str:
        """Why it cannot be used."""
        return f"has {self.size:,} bytes; a record may have {LONGEST:,}"


class TextFile:
    """One file and how its bytes become text. Raises LookupError for an encoding that Python does not know."""

    def __init__(self, path: Path, encoding: str, on_bytes: Callable[[int], None] | None = None) -> None:
        self.path, self._on_bytes = path, on_bytes
        with path.open("rb") as file:
            start = file.read(3)
        self._bom, codec = (0, "") if encoding.lower().startswith("utf-32") else _bom(start)
        codec = codec or encoding
        try:
            "a".encode(codec)  # refuses what is a codec, but not of text
            self._codec = codecs.lookup(codec).name.removesuffix("-sig")
        except (LookupError, ValueError):
            self._codec = ""
        if not self._codec or self._codec in _NO_TEXT:
            raise LookupError(f"encoding {codec!r} is not known; write for example utf-8, latin-1 or cp1252")
        self._recode = not _keeps_ascii(self._codec)
        self.encoding = self._codec.upper() if self._codec.startswith("utf") else codec

    def blocks(self) -> Iterator[Block | LongLine]:
        """All lines of the file, in order."""
        tail, head, skipped, ends_in_return = b"", b"", 0, 0
        for chunk in self._chunks():
            if skipped:
                end = chunk.find(b"\n")
                if end < 0:
                    skipped += len(chunk)
                    ends_in_return = chunk.endswith(b"\r")
                    continue
                ends_in_return = chunk[:end].endswith(b"\r") if end else ends_in_return
                yield self._long(head, skipped + end - ends_in_return)
                skipped, chunk = 0, chunk[end + 1 :]
            data = tail + chunk
            first = data.find(b"\n", len(tail))
            if first < 0 and len(data) <= LONGEST + 1:
                tail = data
                continue
            if first < 0:
                tail, head, skipped, ends_in_return = b"", data[: 4 * RAW], len(data), data.endswith(b"\r")
                continue
            if (size := first - data[:first].endswith(b"\r")) > LONGEST:
                yield self._long(data[: 4 * RAW], size)
                data = data[first + 1 :]
            cut = data.rfind(b"\n") + 1
            tail = data[cut:]
            if cut:
                yield self._block(data[:cut])
        if skipped:
            yield self._long(head, skipped - ends_in_return)
        elif (size := len(tail) - tail.endswith(b"\r")) > LONGEST:
            yield self._long(tail[: 4 * RAW], size)
        elif tail:
            yield self._block(tail)

    def fault(self, text: str) -> str | None:
        """Why this text cannot be used, or None where it can."""
        if (character := unreadable(text)) is None:
            return None
        if character == "\0":
            return "holds a NUL character"
        byte = f"the byte 0x{ord(character) & 0xFF:02X}"
        return f"holds {byte}, which is not {self.encoding} text; set encoding for this log in case.toml"

    def _chunks(self) -> Iterator[bytes]:
        """The bytes without a byte order mark; in UTF-8 where the encoding's own bytes cannot be cut in lines."""
        decoder = codecs.getincrementaldecoder(self._codec)("overstay-bytes") if self._recode else None
        with self.path.open("rb") as file:
            file.seek(self._bom)
            while chunk := file.read(_CHUNK // 4 if decoder else _CHUNK):
                if self._on_bytes:
                    self._on_bytes(len(chunk))
                yield decoder.decode(chunk).encode("utf-8", "surrogatepass") if decoder else chunk
            if decoder:
                yield decoder.decode(b"", True).encode("utf-8", "surrogatepass")

    def _block(self, data: bytes) -> Block:
        text, clean = self._decode(data)
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        lines = text.removesuffix("\n").split("\n")
        if "\r" in text:
            lines = [line.rstrip("\r") for line in lines]
        return Block(lines, clean and "\0" not in text)

    def _long(self, head: bytes, size: int) -> LongLine:
        return LongLine(shown(self._decode(head)[0]), size)

    def _decode(self, data: bytes) -> tuple[str, bool]:
        codec, errors = ("utf-8", "surrogatepass") if self._recode else (self._codec, "surrogateescape")
        try:
            return data.decode(codec), True
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(codec, errors), False
        except UnicodeDecodeError:  # the head of a long line, cut in the middle of a marked byte
            return data.decode(codec, "replace"), False


def line_batches(
    path: Path, *, encoding: str, size: int = 200_000, on_bytes: Callable[[int], None] | None = None
) -> Batches:
    """Every line of a file that is not blank, in frames of at most `size` rows: line, raw, fault.

    `line` is the line's number from 1; `raw` the whole line as text, or its first 2,000 characters where `fault` says
    why it cannot be used. `on_bytes` hears of every portion read. Raises LookupError for an unknown encoding.
    """
    text = TextFile(path, encoding, on_bytes)
    batches = Batches()
    batches.frames = _line_frames(text, size, batches)
    return batches


def _line_frames(text: TextFile, size: int, batches: Batches) -> Iterator[pd.DataFrame]:
    rows, before = Rows([], size), 0
    for block in text.blocks():
        if isinstance(block, LongLine):
            before += 1
            rows.add(before, block.head, None, block.fault)
            batches.faults += 1
        else:
            numbers: Sequence[int] = range(before + 1, before + 1 + len(block.lines))
            before += len(block.lines)
            lines = block.lines
            if "" in lines or any(line.isspace() for line in lines):
                kept = [(number, line) for number, line in zip(numbers, lines, strict=True) if line.strip()]
                batches.blank += len(lines) - len(kept)
                numbers, lines = [number for number, _ in kept], [line for _, line in kept]
            if block.clean:
                rows.extend(numbers, lines, [], sum(map(len, lines)))
                batches.records += len(lines)
            else:
                for number, line in zip(numbers, lines, strict=True):
                    fault = text.fault(line)
                    rows.add(number, shown(line) if fault else line, None, fault)
                    batches.faults += bool(fault)
                    batches.records += not fault
        batches.record_lines, batches.fault_lines = batches.records, batches.faults
        yield from rows.full()
    yield from rows.rest()


def unreadable(text: str) -> str | None:
    """The first character that is none: NUL, or the stand-in U+DC00 + byte of a byte that is not text."""
    found = _UNREADABLE.search(text)
    return found.group() if found else None


def portions(path: Path, on_bytes: Callable[[int], None] | None) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time; `on_bytes` hears how many each time."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if on_bytes:
                on_bytes(len(chunk))
            yield chunk


def shown(text: str) -> str:
    """The text as it can be kept as evidence: what is not text replaced, cut at `RAW` characters."""
    return _UNREADABLE.sub("\ufffd", text[:RAW])


def _bom(start: bytes) -> tuple[int, str]:
    """Bytes of the byte order mark, and the encoding that it settles; a UTF-8 mark leaves the declared one alone."""
    if start.startswith(codecs.BOM_UTF16_LE):
        return 2, "utf-16-le"
    if start.startswith(codecs.BOM_UTF16_BE):
        return 2, "utf-16-be"
    return (3, "") if start.startswith(codecs.BOM_UTF8) else (0, "")


def _keeps_ascii(codec: str) -> bool:
    """Whether ASCII bytes mean themselves in it, wherever they stand: only then a file can be cut at line feeds."""
    ascii = bytes(range(128))
    try:
        return ascii.decode(codec) == ascii.decode("ascii")
    except UnicodeError:
        return False


def _mark_bytes(error: UnicodeError) -> tuple[str, int]:
    """For decoders: every byte that is not text becomes the lone surrogate U+DC00 + byte."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("overstay-bytes", _mark_bytes)

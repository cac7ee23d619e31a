"""The file itself: its hash, what its bytes are like, and what lies packed in it. All in bounded memory.

What its lines and records say is read by `csv_batches` and `line_batches`, which can be had from here, too.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from overstay.logcsv import csv_batches, csv_header
from overstay.logframes import Batches
from overstay.loglines import line_batches, portions
from overstay.logpacked import Unpacked, unpack

__all__ = ["Batches", "Survey", "Unpacked", "csv_batches", "csv_header", "digest", "line_batches", "survey", "unpack"]

_STEP = 1 << 16  # lines up to this size are not measured one by one


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over a file's bytes shows. UTF-16 (by its mark) is looked at as the UTF-8 that it would be.

    `lines` counts physical lines, a last one without line feed, too. `blank_inside`: an empty line before the last
    line that is not empty; `trailing_blank`: empty lines after it. `longest_line` in bytes without the line feed, an
    upper bound, exact where it is over 65,536. `mixed_newlines`: both CR LF and bare LF, or a CR by itself.
    """

    sha256: str
    bytes: int
    lines: int
    blank_inside: bool
    trailing_blank: int
    has_nul: bool
    valid_utf8: bool
    bom: str
    longest_line: int
    mixed_newlines: bool


def digest(path: Path, on_bytes: Callable[[int], None] | None = None) -> str:
    """The SHA-256 of a file, in hexadecimal. `on_bytes` hears of every portion read."""
    sha = hashlib.sha256()
    for chunk in portions(path, on_bytes):
        sha.update(chunk)
    return sha.hexdigest()


def survey(path: Path, *, on_bytes: Callable[[int], None] | None = None) -> Survey:
    """Look once at every byte of a plain file. `on_bytes` hears of every portion read."""
    sha, size, bom, look = hashlib.sha256(), 0, "", _Look()
    wide: codecs.IncrementalDecoder | None = None
    with ThreadPoolExecutor(1) as beside:  # hashing takes as long as all else, and can use a second core
        hashed = None
        for chunk in portions(path, on_bytes):
            if hashed:
                hashed.result()
            hashed = beside.submit(sha.update, chunk)
            if not size and (bom := _bom(chunk)):
                wide = codecs.getincrementaldecoder(bom)("overstay-bytes") if bom != "utf-8" else None
                look.at(_utf8(wide, chunk.removeprefix(_BOMS[bom])))
            else:
                look.at(_utf8(wide, chunk))
            size += len(chunk)
    look.at(_utf8(wide, b"", final=True))
    return look.end(sha.hexdigest(), size, bom)


def _utf8(wide: codecs.IncrementalDecoder | None, chunk: bytes, final: bool = False) -> bytes:
    return wide.decode(chunk, final).encode("utf-8", "surrogatepass") if wide else chunk


_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def _bom(chunk: bytes) -> str:
    return next((name for name, mark in _BOMS.items() if chunk.startswith(mark)), "")


class _Look:
    """The facts so far, and what is needed of the bytes before the present ones. Known facts cost no more work."""

    def __init__(self) -> None:
        self.feeds = self.longest = self.open = 0  # open = bytes of the line that has not ended yet
        self.nul = self.blank = self.bare = self.crlf = self.lone = False
        self.text = False  # whether any byte but CR and LF has come
        self.since = 0  # line feeds since the last such byte
        self.returned = False  # whether the last byte was a CR
        self.valid = True
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def at(self, chunk: bytes) -> None:
        """The next bytes of the file."""
        if not chunk:
            return
        values = np.frombuffer(chunk, np.uint8)
        feeds = int(np.count_nonzero(values == 10))
        self.feeds += feeds
        self.nul = self.nul or b"\0" in chunk
        self._line_ends(chunk, values, feeds)
        self._blanks(chunk, values, feeds)
        self._measure(chunk)
        if self.valid and not (chunk.isascii() and not self.decoder.getstate()[0]):
            self._decode(chunk)

    def end(self, sha256: str, size: int, bom: str) -> Survey:
        """All facts, once the last bytes have come."""
        self._decode(b"", True)
        last = self.open > 0 and (self.since > 0 or not self.text)  # a last line of CRs, without a line feed
        trailing = max(self.since - self.text, 0) + last
        return Survey(
            sha256=sha256,
            bytes=size,
            lines=self.feeds + (self.open > 0),
            blank_inside=self.blank,
            trailing_blank=trailing,
            has_nul=self.nul,
            valid_utf8=self.valid and bom in ("", "utf-8"),
            bom=bom,
            longest_line=max(self.longest, self.open),
            mixed_newlines=self.lone or self.returned or (self.bare and self.crlf),
        )

    def _line_ends(self, chunk: bytes, values: np.ndarray, feeds: int) -> None:
        if b"\r" not in chunk:
            first = self.returned and chunk.startswith(b"\n")
            self.crlf = self.crlf or first
            self.lone = self.lone or (self.returned and not first)
            self.bare = self.bare or feeds > first
        elif not (self.lone or (self.crlf and self.bare)):
            values = np.concatenate((np.frombuffer(b"\r", np.uint8), values)) if self.returned else values
            both, returns = _pairs(values, b"\r\n"), int(np.count_nonzero(values == 13))
            self.crlf = self.crlf or both > 0
            self.bare = self.bare or feeds > both
            self.lone = self.lone or returns - chunk.endswith(b"\r") > both
        self.returned = chunk.endswith(b"\r")

    def _blanks(self, chunk: bytes, values: np.ndarray, feeds: int) -> None:
        body = len(chunk.rstrip(b"\r\n"))
        if not body:
            self.since += feeds
            return
        if not self.blank:
            lead = chunk[: body - len(chunk[:body].lstrip(b"\r\n"))].count(b"\n") if chunk[0] in b"\r\n" else 0
            self.blank = (
                self.since + lead > self.text
                or _pairs(values[:body], b"\n\n") > 0
                or (_pairs(values[:body], b"\n\r") > 0 and bool(re.search(rb"\n\r+\n", chunk[:body])))
            )
        self.text, self.since = True, chunk.count(b"\n", body)

    def _measure(self, chunk: bytes) -> None:
        first = chunk.find(b"\n")
        if first < 0:
            self.open += len(chunk)
            return
        longest, begin, last = max(self.longest, self.open + first), first + 1, chunk.rfind(b"\n")
        while last - begin > _STEP:
            end = chunk.rfind(b"\n", begin, begin + _STEP)
            end = chunk.find(b"\n", begin + _STEP) if end < 0 else end
            longest, begin = max(longest, end - begin), end + 1
        self.longest, self.open = max(longest, last - begin), len(chunk) - last - 1

    def _decode(self, chunk: bytes, final: bool = False) -> None:
        try:
            self.decoder.decode(chunk, final)
        except UnicodeDecodeError:
            self.valid = False
            self.decoder.reset()


def _pairs(values: np.ndarray, pair: bytes) -> int:
    """How often two bytes stand beside one another; overlapping ones count each."""
    wanted, count = int.from_bytes(pair, "little"), 0
    for begin in (0, 1):
        end = begin + (len(values) - begin) // 2 * 2
        count += int(np.count_nonzero(values[begin:end].view("<u2") == wanted))
    return count

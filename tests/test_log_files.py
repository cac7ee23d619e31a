"""Log files as they come: what their bytes are like, what is packed in them, and their lines."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import BYTES, lines_of, read, written

from overstay.logfiles import digest, line_batches, survey, unpack
from overstay.logpacked import zstd


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("logs")


@settings(max_examples=300, deadline=None)
@given(BYTES.filter(lambda content: not content.startswith((b"\xff\xfe", b"\xfe\xff"))))
def test_a_survey_says_of_any_bytes_what_a_slow_reading_says(folder: Path, content: bytes) -> None:
    found = survey(written(folder, content))
    text = content.removeprefix(b"\xef\xbb\xbf")
    lines = lines_of(text)
    empty = [not line.rstrip(b"\r") for line in lines]
    trailing = next((i for i, blank in enumerate(reversed(empty)) if not blank), len(empty))
    try:
        content.decode()
        valid = True
    except UnicodeDecodeError:
        valid = False
    crlf = text.count(b"\r\n")
    assert (found.sha256, found.bytes) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (found.lines, found.trailing_blank) == (len(lines), trailing)
    assert found.blank_inside == any(empty[: len(empty) - trailing])
    assert (found.has_nul, found.valid_utf8) == (b"\0" in content, valid)
    assert found.bom == ("utf-8" if content.startswith(b"\xef\xbb\xbf") else "")
    assert found.longest_line >= max(map(len, lines), default=0)
    assert found.mixed_newlines == (text.count(b"\r") > crlf or 0 < crlf < text.count(b"\n"))
    assert digest(folder / "log.csv") == found.sha256


@pytest.mark.parametrize("before", range(-4, 5))
def test_what_lies_across_the_border_of_two_portions_is_seen(tmp_path: Path, before: int) -> None:
    start = b"x" * ((1 << 20) + before)
    for tail in (b"\n\nx", b"\n\r\nx", b"\r\n\r\nx"):
        assert survey(written(tmp_path, start + tail)).blank_inside
    assert survey(written(tmp_path, start + "é€😀".encode())).valid_utf8
    assert not survey(written(tmp_path, start + "😀".encode()[:-1])).valid_utf8
    assert not survey(written(tmp_path, start + b"\r\nx\r\n")).mixed_newlines
    assert survey(written(tmp_path, start + b"\r\nx\n")).mixed_newlines
    assert survey(written(tmp_path, start + b"\rx")).mixed_newlines
    assert survey(written(tmp_path, start + b"\n\n\r\n")).trailing_blank == 2
    assert not survey(written(tmp_path, start + b"\n\n\r\n")).blank_inside


@pytest.mark.parametrize("size", [65_537, 1_999_999, 2_000_000, 2_000_001, 3_500_000])
@pytest.mark.parametrize("before", [0, 1, 700_000])
def test_a_line_longer_than_64_kb_is_measured_to_the_byte(tmp_path: Path, size: int, before: int) -> None:
    content = b"ab\n" * before + b"x" * size + b"\n" + b"ab\n" * 10
    assert survey(written(tmp_path, content)).longest_line == size


@pytest.mark.parametrize(("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_is_surveyed_by_its_characters(tmp_path: Path, mark: bytes, codec: str) -> None:
    path = written(tmp_path, mark + "ਊ,ĊB\r\n1,2\r\n\r\n3,4".encode(codec))  # U+0A0A and U+010A hold the byte 0x0A
    found = survey(path)
    assert (found.bom, found.lines, found.blank_inside, found.has_nul) == (codec, 4, True, False)
    assert (found.valid_utf8, found.mixed_newlines, found.bytes) == (False, False, path.stat().st_size)


def test_progress_hears_of_every_byte(tmp_path: Path) -> None:
    path = written(tmp_path, b"time,who\n" + b"1,2\n" * 1_000_000)
    packed = written(tmp_path, gzip.compress(path.read_bytes(), 1), "log.csv.gz")
    for source, work in [
        (path, lambda told: survey(path, on_bytes=told)),
        (path, lambda told: digest(path, told)),
        (packed, lambda told: unpack(packed, tmp_path, on_bytes=told)),
        (path, lambda told: list(line_batches(path, encoding="utf-8", on_bytes=told))),
    ]:
        told: list[int] = []
        work(told.append)
        assert sum(told) == source.stat().st_size


PLAIN = b"".join(b"2018-05-%02d,partner-%d\n" % (i % 31, i * 7919 % 1000) for i in range(20_000))


def frame_of(content: bytes) -> bytes:
    return zstd.compress(content, options={zstd.CompressionParameter.checksum_flag: 1})


@pytest.mark.parametrize(("name", "pack"), [("log.csv.gz", gzip.compress), ("log.csv.zst", frame_of)])
def test_one_member_or_several_are_unpacked_whole(tmp_path: Path, name: str, pack) -> None:  # type: ignore[no-untyped-def]
    for members in ([PLAIN], [PLAIN[:10], PLAIN[10:500_000], PLAIN[500_000:]], [b"", PLAIN, b""], [b""]):
        found = unpack(written(tmp_path, b"".join(map(pack, members)), name), tmp_path)
        assert (found.truncated, found.why, found.path.parent) == (False, "", tmp_path)
        assert found.path.read_bytes() == b"".join(members)


@pytest.mark.parametrize(("name", "pack"), [("log.csv.gz", gzip.compress), ("log.csv.zst", frame_of)])
def test_zeros_after_the_last_member_are_padding(tmp_path: Path, name: str, pack) -> None:  # type: ignore[no-untyped-def]
    found = unpack(written(tmp_path, pack(PLAIN) + b"\0" * 3_000_000, name), tmp_path)
    assert (found.truncated, found.path.read_bytes()) == (False, PLAIN)


@pytest.mark.parametrize(("name", "pack"), [("log.csv.gz", gzip.compress), ("log.csv.zst", frame_of)])
@pytest.mark.parametrize("part", [0, 0.00001, 0.3, 0.6, 0.999])
def test_an_archive_cut_anywhere_gives_what_lies_before_the_cut(tmp_path: Path, name: str, pack, part: float) -> None:  # type: ignore[no-untyped-def]
    packed = pack(PLAIN[:700_000]) + pack(PLAIN[700_000:])
    found = unpack(written(tmp_path, packed[: int(len(packed) * part)], name), tmp_path)
    got = found.path.read_bytes()
    assert PLAIN.startswith(got)
    assert len(got) >= len(PLAIN) * part - 200_000
    assert found.truncated
    assert found.why == f"ends in the middle of its compressed data; {len(got):,} bytes could be read"


def test_a_gzip_file_without_its_last_byte_gives_every_line(tmp_path: Path) -> None:
    found = unpack(written(tmp_path, gzip.compress(PLAIN)[:-1], "log.gz"), tmp_path)
    assert (found.truncated, found.path.read_bytes()) == (True, PLAIN)


def test_a_gzip_file_with_a_wrong_checksum_gives_every_line_and_says_so(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(PLAIN))
    packed[-5] ^= 1
    found = unpack(written(tmp_path, bytes(packed), "log.gz"), tmp_path)
    assert found.path.read_bytes() == PLAIN
    assert found.why.startswith("is damaged in its compressed data (")


@pytest.mark.parametrize(("name", "pack"), [("log.csv.gz", gzip.compress), ("log.csv.zst", frame_of)])
def test_what_follows_whole_data_and_is_none_is_told(tmp_path: Path, name: str, pack) -> None:  # type: ignore[no-untyped-def]
    found = unpack(written(tmp_path, pack(PLAIN) + b"<html>", name), tmp_path)
    assert (found.truncated, found.path.read_bytes()) == (True, PLAIN)
    assert found.why.startswith("goes on, after compressed data that are whole, with bytes that are none")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["log.gz", "log.zst"]))
def test_any_bytes_can_be_tried_as_an_archive(folder: Path, content: bytes, name: str) -> None:
    found = unpack(written(folder, content, name), folder)
    assert found.truncated == bool(found.why)


def test_only_gz_and_zst_are_unpacked(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"log\.csv is neither"):
        unpack(written(tmp_path, b"a"), tmp_path)


@settings(max_examples=300, deadline=None)
@given(BYTES.filter(lambda content: not content.startswith((b"\xff\xfe", b"\xfe\xff"))))
def test_of_any_bytes_every_line_that_is_not_blank_is_given_once(folder: Path, content: bytes) -> None:
    path = written(folder, content)
    batches = line_batches(path, encoding="utf-8", size=4)
    frame = read(batches)
    lines = [line.rstrip(b"\r") for line in lines_of(content.removeprefix(b"\xef\xbb\xbf"))]
    expected = [(i, line) for i, line in enumerate(lines, 1) if line.decode("utf-8", "surrogateescape").strip()]
    assert frame["line"].tolist() == [number for number, _ in expected]
    assert (batches.blank, batches.lines) == (len(lines) - len(expected), survey(path).lines)
    for (_, line), raw, fault in zip(expected, frame["raw"], frame["fault"], strict=True):
        try:
            assert (raw, fault) == (line.decode(), None) or (fault == "holds a NUL character" and b"\0" in line)
        except UnicodeDecodeError:
            assert fault


def test_lines_are_given_whole_and_faults_with_their_reason(tmp_path: Path) -> None:
    path = written(
        tmp_path, b'\xef\xbb\xbf{"a": 1}\r\n\n{"b": "' + b"x" * 5_000 + b'"}\na\0\n\xff' + b"x" * 5_000 + b"\n"
    )
    batches = line_batches(path, encoding="utf-8")
    frame = read(batches)
    assert frame["line"].tolist() == [1, 3, 4, 5]
    assert frame["fault"].tolist() == [
        None,
        None,
        "holds a NUL character",
        "holds the byte 0xFF, which is not UTF-8 text; set encoding for this log in case.toml",
    ]
    assert frame["raw"].str.len().tolist() == [8, 5_009, 2, 2_000]
    assert (batches.records, batches.faults, batches.blank, batches.lines) == (2, 2, 1, 5)


def test_long_lines_make_smaller_frames(tmp_path: Path) -> None:
    path = written(tmp_path, (b"x" * 1_900_000 + b"\n") * 60)
    frames = list(line_batches(path, encoding="utf-8"))
    assert len(frames) > 2
    assert sum(map(len, frames)) == 60

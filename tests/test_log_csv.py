"""CSV in any state: every line is a record, a fault, blank or the header, and one fault costs one record."""

from __future__ import annotations

import csv
import tracemalloc
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import BYTES, cells, csv_of, faults, lines_of, read, written

from overstay.logfiles import Batches, csv_batches, csv_header, line_batches, survey


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("logs")


def is_accounted_for(path: Path, batches: Batches, delimiter: str) -> None:
    """Each line of the file stands in one row's raw text, in the header, or is blank; and the counts say the same."""
    rows = read(batches)
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    lines = [line.rstrip(b"\r").decode("utf-8", "surrogateescape") for line in lines_of(content)]
    seen = [0] * len(lines)
    for row in rows.itertuples():
        for number, text in enumerate(row.raw.split("\n"), int(row.line) - 1):
            seen[number] += 1
            assert text == "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in lines[number])
    unseen = [number for number, times in enumerate(seen) if not times]
    blank = [number for number in unseen if not lines[number].strip() and delimiter not in lines[number]]
    assert max(seen, default=0) <= 1
    assert len(unseen) - len(blank) <= batches.header_lines <= len(unseen)  # a line of the header may be blank
    assert batches.lines == survey(path).lines == len(lines)
    assert (batches.records, batches.faults) == (rows["fault"].isna().sum(), rows["fault"].notna().sum())
    assert batches.blank == len(unseen) - batches.header_lines


@settings(max_examples=300, deadline=None)
@given(
    BYTES.filter(lambda content: not content.startswith((b"\xff\xfe", b"\xfe\xff"))), st.sampled_from([",", "\t", "b"])
)
def test_of_any_bytes_every_line_is_a_record_a_fault_blank_or_the_header(
    folder: Path, content: bytes, delimiter: str
) -> None:
    for path in (written(folder, content), written(folder, b"time,who\n" + content, "headed.csv")):
        try:
            header = csv_header(path, delimiter, "utf-8")
        except LookupError:
            continue
        columns = [name for name in header if header.count(name) == 1][:2]
        names = [f"c{i}" for i in range(len(columns))]
        is_accounted_for(
            path,
            csv_batches(path, columns=columns, delimiter=delimiter, encoding="utf-8", size=3, names=names),
            delimiter,
        )


@settings(max_examples=200, deadline=None)
@given(BYTES, st.sampled_from(["latin-1", "cp1252", "shift_jis", "gb18030", "utf-7", "utf-16", "utf-32", "cp037"]))
def test_any_bytes_can_be_read_in_any_encoding(folder: Path, content: bytes, encoding: str) -> None:
    path = written(folder, "time,who\n".encode(encoding) + content)
    for batches in (csv_of(path, ["time"], encoding=encoding), line_batches(path, encoding=encoding, size=2)):
        rows = read(batches)
        assert len(rows) == batches.records + batches.faults


ROW = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=6), min_size=2, max_size=2)


@settings(max_examples=200, deadline=None)
@given(st.lists(ROW, max_size=30), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_what_is_written_as_sound_csv_comes_back(folder: Path, rows: list[list[str]], end: str, codec: str) -> None:
    text = "".join(f"{','.join(quoted(cell) for cell in row)}{end}" for row in [["time", "who"], *rows])
    path = written(folder, text.encode(codec))
    frame = read(csv_of(path, encoding="utf-8"))
    assert frame["fault"].notna().sum() == 0
    assert [(row.time, row.who) for row in frame.itertuples()] == [
        tuple(cell.strip() or None for cell in row) for row in rows
    ]


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def test_each_record_stands_at_the_line_on_which_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path, 'time,who,note\n1, Ann ,\n\n2,"B\n\nob",x\n3,,"say ""a"""\n')
    assert cells(csv_of(path, ["note", "who"]), "who", "note", "raw") == [
        (2, "Ann", None, "1, Ann ,"),
        (4, "B\n\nob", "x", '2,"B\n\nob",x'),
        (7, None, 'say "a"', '3,,"say ""a"""'),
    ]


def test_frames_hold_text_and_at_most_the_wished_number_of_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "time,who\n" + "1,a\n" * 25 + "1\n")
    batches = csv_batches(path, columns=["time", "who"], delimiter=",", encoding="utf-8", size=10)
    frames = list(batches)
    assert [len(frame) for frame in frames] == [10, 10, 6]
    for frame in frames:
        assert frame.dtypes.astype(str).to_dict() == {
            "line": "int64",
            "raw": "str",
            "fault": "str",
            "time": "str",
            "who": "str",
        }
    assert frames[2].index.tolist() == list(range(6))
    assert (batches.records, batches.faults, batches.blank, batches.header_lines) == (25, 1, 0, 1)


def test_the_database_reads_the_frames_with_missing_cells_as_null(tmp_path: Path) -> None:
    path = written(tmp_path, "time,who\n1,\n2\n")
    with duckdb.connect() as con:
        assert con.from_df(next(csv_of(path))).fetchall() == [
            (2, "1,", None, "1", None),
            (3, "2", "has 1 cell where the header has 2", None, None),
        ]


def test_a_quote_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'time,who\n1,a\n2,"b\n' + "3,c\n" * 5_000)
    batches = csv_of(path)
    frame = read(batches)
    assert frame["line"].tolist() == list(range(2, 5_004))
    assert frame.loc[frame["fault"].notna(), ["line", "raw", "fault"]].to_numpy().tolist() == [
        [3, '2,"b', "is not CSV: a quote is not closed; close it, or write a quote inside a cell twice"]
    ]


def test_a_quote_that_only_a_later_one_closes_costs_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'time,who\n1,"a\n2,b\n3,c\n4,"d"\n')
    assert list(faults(csv_of(path))) == [2]
    assert [line for line, *_ in cells(csv_of(path), "who")] == [3, 4, 5]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('1,"a"b', "is not CSV: a closing quote is followed by text; write a quote inside a cell twice"),
        ("1,a\rb", "is not CSV: a carriage return stands in the middle of the line; end lines with a line feed"),
        ("1,a\0b", "holds a NUL character"),
        ("1,a,b", "has 3 cells where the header has 2"),
        ("1", "has 1 cell where the header has 2"),
    ],
)
def test_a_broken_line_is_a_fault_of_that_line_only(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path, f"time,who\n0,x\n{line}\n2,y\n")
    assert faults(csv_of(path)) == {3: why}
    assert cells(csv_of(path), "time", "who") == [(2, "0", "x"), (4, "2", "y")]


def test_a_record_of_several_lines_with_a_nul_is_one_fault_of_all_its_lines(tmp_path: Path) -> None:
    batches = csv_of(written(tmp_path, 'time,who\n1,"a\n\0\nb"\n2,c\n'))
    frame = read(batches)
    assert frame[["line", "raw", "fault"]].to_numpy().tolist() == [
        [2, '1,"a\n\ufffd\nb"', "holds a NUL character"],
        [5, "2,c", None],
    ]
    assert (batches.faults, batches.fault_lines, batches.record_lines, batches.lines) == (1, 3, 1, 5)


def test_a_byte_in_another_encoding_is_named_and_the_encoding_can_be_declared(tmp_path: Path) -> None:
    path = written(tmp_path, b"time,who\n1,Ren\xe9\n2,b\n")
    assert faults(csv_of(path)) == {
        2: "holds the byte 0xE9, which is not UTF-8 text; set encoding for this log in case.toml"
    }
    assert cells(csv_of(path, encoding="latin-1"), "who") == [(2, "Ren\u00e9"), (3, "b")]
    assert read(csv_of(path))["raw"].tolist() == ["1,Ren\ufffd", "2,b"]


def test_half_a_character_at_the_end_of_a_utf_16_file_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, "time,who\r\n1,a\r\n2,b".encode("utf-16") + b"c")
    assert faults(csv_of(path)) == {
        3: "holds the byte 0x63, which is not UTF-16-LE text; set encoding for this log in case.toml"
    }


@pytest.mark.parametrize("encoding", ["no-such", "rot13", "base64", "idna", "unicode_escape", "undefined", "a\0b", ""])
def test_an_encoding_that_is_none_is_named(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "time,who\n")
    with pytest.raises(LookupError, match="write for example utf-8"):
        csv_of(path, encoding=encoding)
    with pytest.raises(LookupError, match="write for example utf-8"):
        line_batches(path, encoding=encoding)


@pytest.mark.parametrize("delimiter", ["", ",,", '"', "\n", "\r", "\0"])
def test_a_delimiter_that_is_none_is_named(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(ValueError, match="one character"):
        csv_of(written(tmp_path, "time,who\n"), delimiter=delimiter)


def test_columns_that_change_half_way_are_told_at_the_first_line_of_the_change(tmp_path: Path) -> None:
    path = written(
        tmp_path, "time,who\n" + "1,a\n" * 3 + "1,a,x\n" * 2 + "1,a\n" + "1,a,x\n\n" + "1,a\0\n" + "1,a,x\n" * 300_000
    )
    found = read(batches := csv_of(path))
    assert found["line"].tolist() == [line for line in range(2, 300_011) if line != 9]
    plain, changed = "has 3 cells where the header has 2", "; from here on lines have 3 cells: the columns changed"
    assert found["fault"].dropna().value_counts().to_dict() == {
        plain: 300_002,
        "holds a NUL character": 1,
        plain + changed: 1,
    }
    assert found.loc[found["fault"] == plain + changed, "line"].tolist() == [8]
    assert (batches.records, batches.faults, batches.blank, batches.lines) == (4, 300_004, 1, 300_010)


def test_two_lines_of_another_width_at_the_end_are_no_change_of_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "time,who\n1,a\nTotal\nEnd\n")
    assert set(faults(csv_of(path)).values()) == {"has 1 cell where the header has 2"}


@pytest.mark.parametrize("place", ["in a line", "behind an open quote", "at the end"])
def test_a_line_of_100_mb_is_one_fault_and_costs_little_memory(tmp_path: Path, place: str) -> None:
    path = tmp_path / "log.csv"
    with path.open("wb") as file:
        file.write(b"time,who\r\n1,a\r\n" + (b'2,"b\r\n' if place == "behind an open quote" else b"2,b\r\n") + b"3,")
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b"\r" if place == "at the end" else b'\r\n4,d"\r\n')
    tracemalloc.start()
    found = faults(batches := csv_of(path))
    lines = read(line_batches(path, encoding="utf-8"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.pop(4) == "has 100,000,002 bytes; a record may have 2,000,000"
    assert list(found) == ([3] if place == "behind an open quote" else [])
    assert batches.lines == survey(path).lines == len(lines)
    assert lines["fault"].dropna().tolist() == ["has 100,000,002 bytes; a record may have 2,000,000"]
    assert peak < 40_000_000


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_of_two_million_bytes_is_read_and_one_byte_more_is_not(
    tmp_path: Path, end: bytes, encoding: str
) -> None:
    for size, good in [(2_000_000, True), (2_000_001, False)]:
        content = b"time,who\n1,a\n2," + b"x" * (size - 2) + end
        path = written(tmp_path, content.decode().encode(encoding))
        frame = read(csv_of(path))
        assert frame["fault"].isna().tolist() == [True, good]
        assert (frame["who"][1] is not None and len(frame["who"][1]) == size - 2) is good
        assert frame["raw"].str.len().tolist() == [3, 2_000]


def test_a_quoted_cell_of_a_megabyte_is_read_and_the_limit_of_other_csv_readers_stays(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    path = written(tmp_path, 'time,who\n1,"' + "x" * 1_500_000 + '"\n2,"' + ("y" * 99 + "\n") * 500 + '"\n')
    assert [len(str(who)) for _, who in cells(csv_of(path), "who")] == [1_500_000, 49_999]
    assert csv.field_size_limit() == before


def test_a_record_of_more_than_a_thousand_lines_counts_as_a_quote_left_open(tmp_path: Path) -> None:
    for lines, good in [(1_000, True), (1_001, False)]:
        path = written(tmp_path, 'time,who\n1,"' + "\n" * (lines - 1) + 'x"\n2,b\n')
        assert (2 in faults(csv_of(path))) is not good


def test_records_of_several_lines_go_across_the_borders_of_portions(tmp_path: Path) -> None:
    record = '2018,"' + "one\ntwo\n" * 40 + '"\n'
    path = written(tmp_path, "time,who\n" + record * 12_000)
    batches = csv_of(path)
    frame = read(batches)
    assert frame["line"].tolist() == [2 + 81 * i for i in range(12_000)]
    assert frame["who"].nunique() == 1
    assert (batches.records, batches.record_lines, batches.faults) == (12_000, 12_000 * 81, 0)


def test_quotes_that_open_again_on_every_line_do_not_take_for_ever(tmp_path: Path) -> None:
    path = written(tmp_path, "time,who\n" + 'x","\n' * 20_000 + "1,a\n")
    batches = csv_of(path)
    for _ in batches:
        pass
    assert (batches.records, batches.faults, batches.lines) == (1, 20_000, 20_002)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_blank_lines_before_the_header_and_its_mark_are_passed_over(tmp_path: Path, mark: bytes) -> None:
    path = written(tmp_path, mark + b'\n\r\n"time","w\nho",\n1,a,\n')
    assert csv_header(path, ",", "utf-8") == ["time", "w\nho", ""]
    batches = csv_of(path, ["time"])
    assert cells(batches, "time") == [(5, "1")]
    assert (batches.blank, batches.header_lines, batches.lines) == (2, 2, 5)


def test_a_wanted_column_that_is_missing_or_stands_twice_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "time,Who,time\n")
    with pytest.raises(LookupError, match=r"^has no columns 'who', 'x'; the header has 'time', 'Who', 'time'$"):
        csv_of(path, ["who", "x"])
    with pytest.raises(LookupError, match=r"^has 'time' twice in the header; the header has 'time', 'Who', 'time'$"):
        csv_of(path, ["time"])
    assert read(csv_of(path, ["Who"])).empty


@pytest.mark.parametrize("name", ["line", "Raw", "FAULT"])
def test_a_log_with_a_column_called_line_raw_or_fault_needs_another_name_for_it(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, f"{name},who\n1,a\n")
    with pytest.raises(ValueError, match=name):
        csv_of(path, [name])
    found = csv_batches(path, columns=[name, "who", name], delimiter=",", encoding="utf-8", names=["c0", "c1"])
    assert cells(found, "c0", "c1") == [(2, "1", "a")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "has no header; its first line must name the columns"),
        (b"\n \n", "has no header; its first line must name the columns"),
        (b"t\xefme,who\n", "has no header that can be read: it holds the byte 0xEF, which is not UTF-8 text"),
        (b'"time,who\n1,a\n', "has no header that can be read: it is not CSV: a quote is not closed"),
        (b"time,who\r1,a\r", "has no header that can be read: it is not CSV: a carriage return stands in the middle"),
        (b"x" * 2_000_001, "has no header that can be read: line 1 has 2,000,001 bytes; a record may have 2,000,000"),
    ],
)
def test_a_file_without_a_header_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    path = written(tmp_path, content)
    for read_header in (lambda: csv_header(path, ",", "utf-8"), lambda: csv_of(path)):
        with pytest.raises(LookupError) as raised:
            read_header()
        assert str(raised.value).startswith(why)

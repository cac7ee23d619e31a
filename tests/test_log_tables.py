"""Workbooks and databases as logs: each row as text with its place, and a sentence for whatever cannot be read."""

from __future__ import annotations

import datetime
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from readings import cells, faults, read, written

from overstay.logtables import sqlite_batches, xlsx_batches


def workbook(tmp_path: Path, *rows: Sequence[object], sheet: str = "Requests") -> Path:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = sheet
    for row in rows:
        first.append(row)
    book.create_sheet("Notes").append(["what", "who"])
    book.save(path := tmp_path / "log.xlsx")
    return path


def with_part(path: Path, change: Callable[[str], str], part: str = "xl/worksheets/sheet1.xml") -> Path:
    """The workbook with the text of one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    con = sqlite3.connect(tmp_path / "log.db")
    yield con
    con.close()


def filled(database: sqlite3.Connection, script: str) -> Path:
    database.executescript(script)
    database.commit()
    return Path(database.execute("PRAGMA database_list").fetchall()[0][2])


# --- workbooks ----------------------------------------------------------------------------------------------------


def test_each_kind_of_cell_becomes_the_text_that_a_csv_would_hold(tmp_path: Path) -> None:
    moment, night = datetime.datetime(2018, 5, 3, 14, 3, 22), datetime.datetime(2018, 5, 3)
    values: list[object] = [moment, night, night.date(), datetime.time(3, 4), datetime.timedelta(hours=30, minutes=5)]
    values += [12.0, 0.5, 7, True, False, "  Ann ", "", None, "'2018"]
    texts = ["2018-05-03 14:03:22", "2018-05-03 00:00:00", "2018-05-03", "03:04:00", "30:05:00"]
    path = workbook(tmp_path, ["value"], *([value] for value in values))
    texts += ["12", "0.5", "7", "true", "false", "Ann"]
    assert cells(xlsx_batches(path, sheet=None, columns=["value"]), "value") == [
        *enumerate(texts, 2),
        (15, "'2018"),
    ]


def test_rows_keep_their_number_in_the_sheet_and_empty_ones_are_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path, [], ["time", " who ", "n"], ["1", "Ann", 5], [], [None, " "], ["2", None, 6, "aside"])
    batches = xlsx_batches(path, sheet="Requests", columns=["who", "time"])
    assert cells(batches, "who", "time", "raw") == [(3, "Ann", "1", "1 | Ann | 5"), (6, None, "2", "2 |  | 6 | aside")]
    assert (batches.records, batches.faults, batches.header_lines) == (2, 0, 1)


def test_frames_of_tables_are_like_those_of_csv(tmp_path: Path, database: sqlite3.Connection) -> None:
    book = workbook(tmp_path, ["time", "who"], *([i, None] for i in range(5)))
    base = filled(database, "CREATE TABLE log (time, who); INSERT INTO log VALUES (0,''),(1,''),(2,''),(3,''),(4,'')")
    for batches in (
        xlsx_batches(book, sheet=None, columns=["time", "who"], size=2),
        sqlite_batches(base, table=None, columns=["time", "who"], size=2),
    ):
        frames = list(batches)
        assert [len(frame) for frame in frames] == [2, 2, 1]
        assert {tuple(frame.dtypes.astype(str)) for frame in frames} == {("int64", "str", "str", "str", "str")}
        assert list(frames[0].columns) == ["line", "raw", "fault", "time", "who"]
        with duckdb.connect() as con:
            assert [row[2:] for row in con.from_df(frames[0]).fetchall()] == [(None, "0", None), (None, "1", None)]


def test_an_error_in_a_wanted_cell_is_a_fault_and_elsewhere_none(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "who"], ["1", "#DIV/0!"], ["#REF!", "Ann"], ["3", "Bob"])
    assert faults(xlsx_batches(path, sheet=None, columns=["who"])) == {2: "has the error #DIV/0! in the column 'who'"}
    assert read(xlsx_batches(path, sheet=None, columns=["who"]))["raw"].tolist()[0] == "1 | #DIV/0!"


def test_a_formula_counts_by_its_value_and_is_a_fault_where_it_has_none(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "who"], ["1", "=A2"], ["2", "=A3"], ["3", "=A4"])
    with_part(
        path,
        lambda xml: xml.replace("<f>A2</f><v />", "<f>A2</f><v>7</v>").replace(
            '"B4"><f>A4</f><v />', '"B4" t="str"><f>A4</f><v></v>'
        ),
    )
    batches = xlsx_batches(path, sheet=None, columns=["who"])
    assert read(batches)[["who", "fault", "raw"]].to_numpy().tolist() == [
        ["7", None, "1 | 7"],
        [None, "has a formula that was never calculated in the column 'who'", "2 | =A3"],
        [None, None, "3 | "],
    ]


def test_a_date_that_no_calendar_holds_is_a_fault(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time"], [datetime.datetime(2018, 5, 3)])
    with_part(path, lambda xml: xml.replace("<v>43223</v>", "<v>99999999</v>"))
    assert faults(xlsx_batches(path, sheet=None, columns=["time"])) == {2: "has the error #VALUE! in the column 'time'"}


def test_the_size_that_a_sheet_claims_to_have_is_not_believed(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "who"], ["1", "Ann"], ["2", "Bob"])
    with_part(path, lambda xml: xml.replace('ref="A1:B3"', 'ref="A1:A2"'))
    assert cells(xlsx_batches(path, sheet=None, columns=["who"]), "who") == [(2, "Ann"), (3, "Bob")]


def test_rows_whose_number_stands_twice_are_all_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time"], ["1"], ["2"])
    with_part(path, lambda xml: xml.replace('<row r="3"', '<row r="2"').replace('r="A3"', 'r="A2"'))
    assert cells(xlsx_batches(path, sheet=None, columns=["time"]), "time") == [(2, "1"), (2, "2")]


def test_a_single_cell_in_the_farthest_corner_costs_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "who"], ["1", "Ann"])
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with_part(path, lambda xml: xml.replace("</sheetData>", corner))
    assert read(xlsx_batches(path, sheet=None, columns=["who"]))[["line", "raw", "who"]].to_numpy().tolist() == [
        [2, "1 | Ann", "Ann"],
        [1_048_576, " |  | 1", None],
    ]


def test_a_sheet_or_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "time"], ["1", "2"])
    with pytest.raises(LookupError, match=r"^has no sheet 'X'; it has 'Requests', 'Notes'$"):
        xlsx_batches(path, sheet="X", columns=["time"])
    with pytest.raises(LookupError, match=r"^has no column 'who'; the header has 'time', 'time'$"):
        xlsx_batches(path, sheet=None, columns=["who"])
    with pytest.raises(LookupError, match=r"^has 'time' twice"):
        xlsx_batches(path, sheet=None, columns=["time"])
    with pytest.raises(LookupError, match=r"^has no header"):
        xlsx_batches(workbook(tmp_path), sheet=None, columns=["who"])
    assert read(xlsx_batches(path, sheet="Notes", columns=["who"])).empty


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[: len(xml) * 2 // 3],
        lambda xml: xml.replace('r="3"', 'r="2000000000"'),
        lambda xml: xml.replace('t="inlineStr"><is><t>Ann</t></is>', 't="s"><v>99</v>'),
        lambda xml: xml.replace('t="inlineStr"><is><t>Ann</t></is>', 't="b"><v>x</v>'),
        lambda xml: BOMB + xml.replace("Ann", "&b;"),
        lambda xml: xml.replace("spreadsheetml/2006/main", "spreadsheetml/strict"),
    ],
    ids=["cut", "row number", "no such text", "no truth value", "entities", "strict"],
)
def test_a_damaged_or_hostile_sheet_gives_a_sentence(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = with_part(workbook(tmp_path, ["time", "who"], ["1", "Ann"], ["2", "Bob"]), change)
    with pytest.raises(ValueError, match=r"^is not an XLSX workbook that can be read to its end"):
        read(xlsx_batches(path, sheet=None, columns=["who"]))


def test_a_row_that_takes_more_memory_than_any_sheet_needs_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["time", "who"], ["1", "Ann"])
    huge = '<row r="9"><c r="A9" t="inlineStr"><is><t>' + "x" * 70_000_000 + "</t></is></c></row></sheetData>"
    with_part(path, lambda xml: xml.replace("</sheetData>", huge))
    with pytest.raises(ValueError, match="a row takes more than 67,108,864 bytes"):
        read(xlsx_batches(path, sheet=None, columns=["who"]))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"time,who\n", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_gives_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^is not an XLSX workbook that can be read to its end"):
        xlsx_batches(written(tmp_path, content, "log.xlsx"), sheet=None, columns=["who"])


def test_an_old_or_locked_workbook_is_told_as_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xd0\xcf\x11\xe0" + b"\0" * 600, "log.xlsx")
    with pytest.raises(ValueError, match=r"is an old \.xls workbook, or one with a password; save it as \.xlsx"):
        xlsx_batches(path, sheet=None, columns=["who"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_to_a_workbook_gives_rows_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("book")
    content = bytearray(workbook(folder, ["time", "who"], ["1", "Ann"]).read_bytes())
    # The moment in which it was made stands in a workbook, so its length is not always the same: what is drawn is.
    for place in data.draw(st.lists(st.integers(0, 9_999), min_size=1, max_size=5)):
        content[place * len(content) // 10_000] ^= 1 << data.draw(st.integers(0, 7))
    try:
        rows = read(xlsx_batches(written(folder, bytes(content), "hit.xlsx"), sheet=None, columns=["who"]))
    except (ValueError, LookupError) as error:
        assert str(error).startswith(("is ", "has "))
    else:
        assert len(rows) <= 1


# --- databases ----------------------------------------------------------------------------------------------------


def test_rows_of_a_database_are_text_with_their_rowid(database: sqlite3.Connection) -> None:
    path = filled(
        database,
        """CREATE TABLE log (time TEXT, who, n REAL);
        INSERT INTO log (rowid, time, who, n) VALUES (5, '2018-05-03 14:03:22', ' Ann ', 2.0), (9, 7, x'426f62', 0.5),
            (-3, NULL, '', NULL), (12, 3, NULL, 1e30)""",
    )
    batches = sqlite_batches(path, table=None, columns=["who", "time", "n"])
    assert cells(batches, "time", "who", "n", "raw") == [
        (5, "2018-05-03 14:03:22", "Ann", "2", "2018-05-03 14:03:22 | Ann | 2"),
        (9, "7", "Bob", "0.5", "7 | Bob | 0.5"),
        (12, "3", None, "1e+30", "3 |  | 1e+30"),
    ]
    assert (batches.records, batches.faults, batches.blank) == (3, 0, 1)


def test_a_table_without_rowids_or_with_columns_of_that_name_counts_its_rows(database: sqlite3.Connection) -> None:
    path = filled(
        database,
        """CREATE TABLE bare (k TEXT PRIMARY KEY) WITHOUT ROWID; INSERT INTO bare VALUES ('a'), ('b');
        CREATE TABLE one (rowid TEXT, k); INSERT INTO one (_rowid_, rowid, k) VALUES (7, 'x', 'a');
        CREATE TABLE three (rowid, _rowid_, oid, k); INSERT INTO three VALUES ('x', 'y', 'z', 'a')""",
    )
    assert cells(sqlite_batches(path, table="bare", columns=["k"]), "k") == [(1, "a"), (2, "b")]
    assert cells(sqlite_batches(path, table="one", columns=["k", "rowid"]), "rowid") == [(7, "x")]
    assert cells(sqlite_batches(path, table="three", columns=["k"]), "k") == [(1, "a")]


@pytest.mark.parametrize("table", ['a"b', "a'; DROP TABLE x; --", "select", "ünï", "a b.c"])
def test_names_of_any_shape_are_taken_as_names(database: sqlite3.Connection, table: str) -> None:
    quoted = '"' + table.replace('"', '""') + '"'
    path = filled(database, f"CREATE TABLE {quoted} ({quoted}, who); INSERT INTO {quoted} VALUES (1, 2)")  # noqa: S608
    found = sqlite_batches(path, table=table, columns=[table], names=["c0"])
    assert cells(found, "c0", "raw") == [(1, "1", "1 | 2")]


def test_a_table_or_a_column_that_is_not_there_is_named(database: sqlite3.Connection) -> None:
    path = filled(database, "CREATE VIEW v AS SELECT 1 AS k")
    with pytest.raises(LookupError, match=r"^has no table$"):
        sqlite_batches(path, table=None, columns=["k"])
    path = filled(database, "CREATE TABLE a (k); CREATE TABLE b (k)")
    with pytest.raises(LookupError, match=r"^has 2 tables; set table for this log in case\.toml to one of 'a', 'b'$"):
        sqlite_batches(path, table=None, columns=["k"])
    for table in ("v", "A", "sqlite_master"):
        with pytest.raises(LookupError, match=rf"^has no table '{table}'; it has 'a', 'b'$"):
            sqlite_batches(path, table=table, columns=["k"])
    with pytest.raises(LookupError, match=r"^has no column 'who'; the table has 'k'$"):
        sqlite_batches(path, table="a", columns=["who"])


def test_bytes_that_are_no_text_are_faults_of_their_row_only(database: sqlite3.Connection) -> None:
    path = filled(
        database,
        """CREATE TABLE log (who, note); INSERT INTO log VALUES ('Ann', 1), (CAST(x'e9' AS TEXT), 2), (x'00', 3),
        ('Bob', x'ff'), (printf('%.*c', 2000001, 'x'), 5)""",
    )
    assert faults(sqlite_batches(path, table=None, columns=["who"])) == {
        2: "holds, in the column 'who', the byte 0xE9, which is not UTF-8 text",
        3: "holds a NUL character in the column 'who'",
        5: "has 2,000,001 characters in the column 'who'; a record may have 2,000,000",
    }
    assert read(sqlite_batches(path, table=None, columns=["who"]))["raw"].tolist()[3] == "Bob | \ufffd"


def test_a_value_too_large_for_any_log_ends_the_reading_with_a_sentence(database: sqlite3.Connection) -> None:
    path = filled(database, "CREATE TABLE log (who); INSERT INTO log VALUES (zeroblob(30000000))")
    with pytest.raises(ValueError, match=r"^is not an SQLite database that can be read to its end \(.*too big"):
        read(sqlite_batches(path, table=None, columns=["who"]))


def test_changes_that_still_stand_beside_the_database_are_not_passed_over(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA journal_mode = WAL")
    path = filled(database, "CREATE TABLE log (who); INSERT INTO log VALUES (1)")
    with pytest.raises(ValueError, match=r"^has changes in log\.db-wal"):
        sqlite_batches(path, table=None, columns=["who"])


def test_reading_a_database_leaves_no_trace(tmp_path: Path, database: sqlite3.Connection) -> None:
    path = filled(database, "CREATE TABLE log (who); INSERT INTO log VALUES (1)")
    database.close()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    path.chmod(0o444)
    assert len(read(sqlite_batches(path, table=None, columns=["who"]))) == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["log.db"]


@pytest.mark.parametrize("name", ["a?mode=rwc.db", "a#b.db", "a%20b.db", "ä ö.db"])
def test_a_file_name_is_a_name_and_no_address(tmp_path: Path, name: str) -> None:
    with sqlite3.connect(tmp_path / "plain.db") as con:
        con.execute("CREATE TABLE log (who)")
    con.close()
    (tmp_path / "plain.db").rename(tmp_path / name)
    assert read(sqlite_batches(tmp_path / name, table=None, columns=["who"])).empty
    assert len(list(tmp_path.iterdir())) == 1


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_damage_to_a_database_gives_rows_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("base")
    con = sqlite3.connect(folder / "log.db")
    con.executescript("PRAGMA page_size = 512; CREATE TABLE log (who)")
    con.executemany("INSERT INTO log VALUES (?)", [(f"user {i}",) for i in range(100)])
    con.commit()
    con.close()
    content = bytearray((folder / "log.db").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    content = content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    try:
        batches = sqlite_batches(written(folder, bytes(content), "hit.db"), table=None, columns=["who"])
        rows = read(batches)
    except (ValueError, LookupError) as error:
        assert str(error).startswith(("is ", "has "))
    else:
        assert len(rows) == batches.records + batches.faults

"""Documents made to do harm, or damaged: limits, a clear message, nothing run, and the other documents still read."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import archive, blocks, paper, put, reasons

from overstay.documents import read_document, read_documents
from overstay.errors import DocumentError
from overstay.papers import limits
from overstay.papers.draft import UnreadableError
from overstay.papers.kinds import kind_of
from overstay.papers.markdown import read_markdown
from overstay.papers.plain import read_text
from overstay.papers.webpage import read_markup

LOCK = "borel"
ENDED = "Acme shut off the access of Borel Maps in March 2015."


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERSTAY_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much as Python and PDFium need, and little more: what is too much shows sooner."""
    monkeypatch.setattr(limits, "MEMORY_BYTES", 160 << 20)


def refusal(path: Path, folder: Path | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path, folder=folder)
    return str(caught.value)


# PDFs made by hand


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(out),
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (more, len(packed), packed)


def pages_of(*contents: bytes) -> bytes:
    """A PDF with one page for each content stream."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, content in enumerate(contents):
        resources = b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R" % (5 + 2 * number)
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>" % resources, content]
    return raw_pdf(*objects)


PLAIN_PAGE = stream(b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % ENDED.encode())


def test_a_page_that_unpacks_to_more_than_memory_is_left_out_and_the_pages_around_it_are_read(
    tmp_path: Path, little_memory: None
) -> None:
    bomb = stream(b"BT /F 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 150_000 + b"ET")
    content = pages_of(PLAIN_PAGE, bomb, PLAIN_PAGE)
    assert len(content) < 30_000
    put(tmp_path, "documents/a.pdf", content)
    put(tmp_path, "documents/b.html", f"<!doctype html><p>{ENDED}")
    documents, problems = read_documents(tmp_path)
    assert [(one.name, [passage.page for passage in one.passages]) for one in documents] == [
        ("documents/a.pdf", [1, 3]),
        ("documents/b.html", [None]),
    ]
    assert reasons(problems) == [
        "documents/a.pdf:2: page 2 takes more than 160 MB of memory or 30 seconds of work; it was left out"
    ]


def test_a_page_that_takes_too_long_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CPU_SECONDS", 0)  # which leaves up to one second
    drawing = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    content = raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
        stream(b"/X Do " * 100),
        stream(b"/X Do " * 100, drawing),  # it draws itself, a hundred times
    )
    found = read_document(put(tmp_path, "a.pdf", content))
    assert found.text == ""
    assert reasons(found) == [
        "a.pdf:1: page 1 takes more than 1,024 MB of memory or 0 seconds of work; it was left out"
    ]


def test_after_some_such_pages_the_rest_of_the_file_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, little_memory: None
) -> None:
    monkeypatch.setattr(limits, "DEATHS", 2)
    bomb = stream(b"BT /F 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 150_000 + b"ET")
    found = read_document(put(tmp_path, "a.pdf", pages_of(PLAIN_PAGE, bomb, PLAIN_PAGE, bomb, PLAIN_PAGE)))
    assert [passage.page for passage in found.passages] == [1, 3]
    assert reasons(found)[1].startswith("a.pdf:4: page 4 and all after it were left out: it takes more than 160 MB")
    monkeypatch.setattr(limits, "DEATHS", 9)  # what was left out is not kept: with more, all of it is read
    assert [passage.page for passage in read_document(tmp_path / "a.pdf").passages] == [1, 3, 5]


@pytest.mark.parametrize(
    ("objects", "said"),
    [
        ((b"<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>",), ":1: page 1 cannot be opened: the file is damaged there"),
        ((b"<</Type/Pages/Count 2000000000/Kids[2 0 R]>>",), ": holds no text that can be read"),
        ((), ": holds no text that can be read"),
    ],
    ids=["a tree of pages that bites its tail", "a count that is a lie", "no pages at all"],
)
def test_a_pdf_that_lies_about_its_pages_is_no_harm(tmp_path: Path, objects: tuple[bytes, ...], said: str) -> None:
    path = put(tmp_path, "a.pdf", raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", *objects))
    try:
        found = reasons(read_document(path))
    except DocumentError as error:
        found = [str(error)]
    assert found[0] == f"a.pdf{said}" or "is damaged, or no PDF" in found[0]


def test_an_encrypted_pdf_is_named_with_the_way_out_and_the_others_are_read(tmp_path: Path) -> None:
    put(tmp_path, "documents/a.pdf", paper([ENDED], password=LOCK))
    put(tmp_path, "documents/b.pdf", paper([ENDED], password=""))
    documents, problems = read_documents(tmp_path)
    assert [(one.name, one.text) for one in documents] == [("documents/b.pdf", ENDED)]
    assert reasons(problems) == [
        "documents/a.pdf: is encrypted and opens only with its password; save a copy without "
        "(qpdf --decrypt, or print to PDF)"
    ]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n" + b"[" * 200_000, paper([ENDED])[:300], b"%PDF-1.4\n%%EOF"])
def test_a_damaged_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(put(tmp_path, "a.pdf", content)) == (
        "a.pdf: is damaged, or no PDF: PDFium cannot open it; try a repaired copy (qpdf in.pdf out.pdf)"
    )


# Web pages


def test_ten_megabytes_of_nested_elements_are_refused_and_the_others_are_read(tmp_path: Path) -> None:
    put(tmp_path, "documents/a.html", b"<!doctype html>" + b"<div>" * 2_000_000)
    put(tmp_path, "documents/b.html", f"<!doctype html><p>{ENDED}")
    documents, problems = read_documents(tmp_path)
    assert [one.text for one in documents] == [ENDED]
    assert reasons(problems) == [
        "documents/a.html: nests more than 5,000 elements (9.5 MB of HTML); save the page as text or PDF from a browser"
    ]


def test_what_is_nested_less_is_read_without_recursion(tmp_path: Path) -> None:
    deep = "<div>" * 4_000 + ENDED + "<table><tr><td>" * 900 + "Left" + "<p>x" * 10_000
    found = read_document(put(tmp_path, "a.html", "<!doctype html>" + deep))
    assert found.text.startswith(f"{ENDED}\n\nLeft\n\nx\n\nx")


def test_a_page_that_takes_a_parser_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CPU_SECONDS", 0)
    attributes = " ".join(f"a{number}=1" for number in range(400_000))
    assert refusal(put(tmp_path, "a.html", f"<!doctype html><p {attributes}>{ENDED}")) == (
        "a.html: takes more than 1,024 MB of memory or 0 seconds of work to be read; "
        "print it to a new PDF or save it as text"
    )


def test_a_script_in_a_title_stays_text_and_is_not_run(tmp_path: Path) -> None:
    head = "<title><script>alert(1)</script></title><meta property='og:url' content='data:text/html,x'>"
    body = f"<p onclick='alert(2)'>{ENDED}<script>document.title = 'changed'</script><img src=x onerror=alert(3)>"
    found = read_document(put(tmp_path, "a.html", f"<!doctype html>{head}{body}"))
    assert (found.title, found.address, found.text) == ("<script>alert(1)</script>", "", ENDED)


def test_json_on_a_page_that_is_nested_without_end_gives_no_date(tmp_path: Path) -> None:
    bomb = f"<script type=application/ld+json>{'[' * 100_000}</script><p>{ENDED}"
    found = read_document(put(tmp_path, "a.html", f"<!doctype html>{bomb}"))
    assert (found.text, found.published) == (ENDED, "")


# Characters


def test_control_characters_are_replaced_and_counted_and_marks_of_direction_stay(tmp_path: Path) -> None:
    text = "Borel\x00 lost\x1b[31m access\x07.\u202e Abgad \u200f\u05d0\u2067 \u200bend.\x9b"
    clean = "Borel\ufffd lost\ufffd[31m access\ufffd.\u202e Abgad \u200f\u05d0\u2067 \u200bend.\ufffd"
    for name, content in (("a.txt", text), ("a.md", text), ("a.html", f"<!doctype html><p>{text.replace(chr(0), '')}")):
        found = read_document(put(tmp_path, name, content))
        assert found.text == (clean if name != "a.html" else clean.replace("\ufffd", "", 1))
        assert reasons(found) == [
            f"{name}: {4 if name != 'a.html' else 3} control characters stand as U+FFFD in the text"
        ]


def test_titles_and_headers_hold_no_control_characters_and_no_second_line(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.pdf", paper([ENDED], title="A\x07[2J\nB" + "x" * 5_000)))
    assert found.title.startswith("A\ufffd[2J Bx") and len(found.title) == 1_000
    message = b"Message-ID: <1@x>\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?q?a=00=0D=0AEvil=3A_b?=\r\n\r\nText\r\n"
    subject = read_document(put(tmp_path, "a.eml", message)).title
    assert "\n" not in subject and "\r" not in subject and "\x00" not in subject


def test_half_a_pair_of_surrogates_does_not_get_into_a_text(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.txt", b"\xff\xfe" + "ok ".encode("utf-16-le") + b"\x00\xd8" + b"!\x00"))
    found.text.encode("utf-8")
    assert reasons(found) == ["a.txt: holds bytes that are not UTF-16; they stand as U+FFFD"]
    page = '<!doctype html><script type="application/ld+json">{"datePublished": "\\ud800"}</script><p>&#xD800;x'
    read = read_document(put(tmp_path, "a.html", page))
    "".join((read.text, *reasons(read))).encode("utf-8")


# Files that lie about what they are, or are none of ours


def test_a_file_is_read_as_what_it_is_whatever_its_name_says(tmp_path: Path) -> None:
    page = f"<html><p>{ENDED}</html>"
    for name, content, kind in (
        ("report.pdf", page.encode(), "html"),
        ("page.html", paper([ENDED]), "pdf"),
        ("note.md", page.encode(), "html"),
        ("note.txt", b"junk before it\n" + paper([ENDED]), "pdf"),
        ("mail.html", ENDED.encode(), "text"),
        ("wide.txt", page.encode("utf-16"), "html"),
    ):
        found = read_document(put(tmp_path, name, content))
        assert (name, found.kind, found.text) == (name, kind, ENDED)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"PK\x03\x04" + bytes(200),
            "is a ZIP archive, as .docx, .xlsx, .odt and .epub are; save it as PDF, HTML or text",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "is an image; make a PDF of it"),
        (gzip.compress(b"%PDF-1.7", mtime=0), "is packed with gzip; unpack it (only WARC files are read packed)"),
        (b"\x1f\x8b" + b"\xff" * 50, "is packed with gzip; unpack it"),
        (b"MZ\x90\x00" + bytes(200), "is a program"),
        (bytes(range(256)) * 20, "is neither text nor a kind of file that is known"),
        (bytes(5_000), "is neither text nor a kind of file that is known"),
        (b"", "is empty"),
    ],
    ids=["zip", "image", "gzip", "gzip head alone", "program", "every byte", "zeros", "nothing"],
)
def test_what_is_no_document_is_refused_with_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    put(tmp_path, "documents/a.pdf", content)
    put(tmp_path, "documents/b.txt", ENDED)
    documents, problems = read_documents(tmp_path)
    assert [one.text for one in documents] == [ENDED]
    (reason,) = reasons(problems)
    assert reason.startswith(f"documents/a.pdf: {said}")


def test_a_text_that_begins_like_a_program_is_still_a_text(tmp_path: Path) -> None:
    for text in (
        "MZ is a pair of letters.",
        "BZh. A text.",
        "PAR1 of the contract ends in 2014.",
        "GIF8 is no picture.",
    ):
        found = kind_of(text.encode(), ".txt") if text[:2] in ("MZ", "BZ") else None
        assert found in ("text", None)


def test_limits_of_size_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("overstay.documents.FILE_BYTES", 1 << 20)
    path = put(tmp_path, "a.txt", b"x" * ((1 << 20) + 1))
    assert refusal(path) == "a.txt: is larger than 1 MB, the most that is read; split it"
    monkeypatch.setattr("overstay.papers.plain.TEXT_CHARACTERS", 10)
    with pytest.raises(UnreadableError, match="more than 50,000,000 characters of text, the most that is read"):
        read_text(b"x" * 11)


# The folder


def test_links_out_of_the_case_and_what_is_no_file_are_refused(tmp_path: Path) -> None:
    case = tmp_path / "case"
    put(tmp_path, "secret.txt", "not part of the case")
    put(case, "documents/b.txt", ENDED)
    (case / "documents" / "a.txt").symlink_to(tmp_path / "secret.txt")
    (case / "documents" / "all").symlink_to(tmp_path)
    (case / "documents" / "c.txt").symlink_to("b.txt")
    (case / "documents" / "gone.txt").symlink_to(case / "nowhere")
    os.mkfifo(case / "documents" / "pipe.txt")
    documents, problems = read_documents(case)
    assert [one.name for one in documents] == ["documents/b.txt", "documents/c.txt"]
    assert reasons(problems) == [
        "documents/all: is a link to a folder; put the files themselves there",
        "documents/a.txt: is a link to a file outside the case folder; put the file itself there",
        "documents/gone.txt: cannot be opened: No such file or directory",
        "documents/pipe.txt: is no file",
    ]
    assert "outside the case folder" in refusal(case / "documents" / "a.txt", case)


def test_a_link_from_the_documents_folder_itself_does_not_lead_out(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/a.txt", ENDED)
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "documents").symlink_to(tmp_path / "elsewhere")
    documents, problems = read_documents(tmp_path / "case")
    assert documents == () and "outside the case folder" in reasons(problems)[0]


def test_a_name_that_is_no_utf_8_can_still_be_shown(tmp_path: Path) -> None:
    folder = os.fsencode(put(tmp_path, "documents/b.txt", ENDED).parent)
    Path(os.fsdecode(folder + b"/caf\xe9\x1b[2J.txt")).write_text(ENDED)
    documents, _ = read_documents(tmp_path)
    assert [one.name for one in documents] == ["documents/b.txt", "documents/caf\ufffd\ufffd[2J.txt"]


def test_nothing_is_imported_from_the_folder_in_which_one_stands(tmp_path: Path) -> None:
    marker = tmp_path / "imported"
    for name in ("pypdfium2.py", "json.py", "overstay/__init__.py", "sitecustomize.py"):
        put(tmp_path, name, f"open({str(marker)!r}, 'w')\nraise SystemExit(1)\n")
    put(tmp_path, "a.pdf", paper([ENDED]))
    code = "from overstay.documents import read_document; print(read_document('a.pdf').text)"
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == (ENDED, "")
    assert not marker.exists()


def test_no_folder_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    read_document(put(tmp_path, "a.pdf", paper([ENDED])))
    refusal(put(tmp_path, "b.pdf", b"%PDF-1.7 nothing"))
    assert list((tmp_path / "temporary").iterdir()) == []


# Mail and web archives


def test_parts_within_parts_without_end_are_refused(tmp_path: Path) -> None:
    head = b"Message-ID: <1@x>\r\nMIME-Version: 1.0\r\n"
    mails = b"Content-Type: message/rfc822\r\n\r\n" * 3_000
    inner = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3_000))
    flat = b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 2_000
    for number, deep in enumerate((inner, mails)):
        assert refusal(put(tmp_path, f"{number}.eml", head + deep)) == (
            f"{number}.eml: has more than 200 parts that hold parts, the most that are read"
        )
    assert (
        refusal(put(tmp_path, "flat.eml", head + flat)) == "flat.eml: has more than 1,000 parts, the most that are read"
    )


def test_headers_that_no_standard_knows_do_not_stop_a_mail(tmp_path: Path) -> None:
    content = (
        b"Message-ID: <>\r\nMIME-Version: x\r\nFrom: \xff\xfe <@@>\r\nDate: yesterday\r\nTo: a@b, ,;:\r\n"
        b'Content-Type: text/plain; charset="nonsense"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!not base64'
    )
    found = read_document(put(tmp_path, "a.eml", content))
    assert found.kind == "mail" and found.published == ""
    assert "a.eml: gives 'yesterday' as its date, which cannot be read with certainty" in reasons(found)


def test_an_attached_mail_is_named_and_not_taken_for_the_text(tmp_path: Path) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner.set_content("Another text")
    outer["Message-ID"], outer["Subject"] = "<1@x>", "Fwd"
    outer.set_content(ENDED)
    outer.add_attachment(inner)
    found = read_document(put(tmp_path, "a.eml", outer.as_bytes()))
    assert blocks(found) == ["Fwd", ENDED]
    assert reasons(found) == ["a.eml: holds another mail, which was not read; save that as a file of its own"]


def test_a_record_that_unpacks_without_end_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + bytes(60 << 20))
    pdf = ("response", "https://example.org/c", "application/pdf", paper([ENDED]))
    content = archive(("response", "https://example.org/a", "text/html", bomb), pdf, Content_Encoding="gzip")
    content += archive(("resource", "https://example.org/b", "text/html", f"<p>{ENDED}".encode()))
    put(tmp_path, "documents/a.warc", content)
    documents, problems = read_documents(tmp_path)
    assert [(one.name, one.text) for one in documents] == [("documents/a.warc#3", ENDED)]
    assert [reason.removeprefix("documents/a.warc#3: ") for reason in reasons(problems)] == [
        "record 1 unpacks to more than 50 MB, the most that is read",
        "record 2 is a PDF, which was not read; save it as a file of its own",
    ]


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_web_archive_that_breaks_off_gives_what_stands_before(tmp_path: Path, gzipped: bool) -> None:
    one = archive(("resource", "https://example.org/b", "text/html", f"<p>{ENDED}".encode()), gzip=gzipped)
    put(tmp_path, "documents/a.warc", one + one[: len(one) // 2])
    documents, problems = read_documents(tmp_path)
    assert documents[0].text == ENDED
    assert len(documents) == 1 or problems


def test_a_file_that_only_begins_like_a_web_archive_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "documents/a.warc", b"WARC/1.0\r\nnothing more")
    put(tmp_path, "documents/b.txt", ENDED)
    documents, problems = read_documents(tmp_path)
    assert [one.text for one in documents] == [ENDED] and len(problems) == 1


# Whatever the bytes are


@given(st.binary(max_size=400), st.sampled_from((".txt", ".md", ".html", ".eml", ".pdf")))
def test_no_bytes_make_a_reader_fail_in_another_way_than_with_a_reason(content: bytes, suffix: str) -> None:
    try:
        kind = kind_of(content, suffix)
        if kind in ("text", "markdown"):
            draft = {"text": read_text, "markdown": read_markdown}[kind](content)
            assert [draft.text[start:end].strip() for _, start, end in draft.spans] == [
                draft.text[start:end] for _, start, end in draft.spans
            ]
            draft.text.encode("utf-8")
    except UnreadableError as error:
        assert str(error)


PARTS = (
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "<pre>",
    "</pre>",
    "<br>",
    "<sup>",
    "1",
    "</sup>",
    "<footer>",
    "<b>",
    "x",
)


@given(
    st.lists(
        st.sampled_from((*PARTS, "</table>", "<li>", "<header>", "<div hidden>", " | ", "\n", "&#0;", "\x1d\x1e")),
        max_size=40,
    )
)
def test_no_markup_makes_the_walk_fail_or_a_passage_wrong(parts: list[str]) -> None:
    draft = read_markup("".join(parts))
    end = -2
    for _, start, stop in draft.spans:
        assert start == end + 2 and draft.text[start:stop] == draft.text[start:stop].strip() != ""
        end = stop
    assert len(draft.text) == max(end, 0)

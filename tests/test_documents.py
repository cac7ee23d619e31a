"""Documents as they come to an investigator: what is read of them, where it stands, and what they say of themselves."""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import io
import pickle
import shutil
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest
from papers import archive, blocks, paper, put, reasons, scan

from overstay import read_edtf
from overstay.documents import Document, Passage, read_document, read_documents
from overstay.errors import DocumentError, Problem
from overstay.papers import apart, ocr

ENDED = "Acme shut off the access of Borel Maps in March 2015."
FACEBOOK = Path(__file__).parents[1] / "data" / "facebook"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERSTAY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def read_page(folder: Path, body: str, head: str = "") -> Document:
    return read_document(put(folder, "page.html", page(body, head)))


# Every passage gives back the very same characters


def test_every_passage_is_a_stretch_of_the_text_and_names_its_file_and_page(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.pdf": paper([ENDED, "Cantor Pay kept its own."], ["Dirac Music was never connected."]),
        "b.html": page(f"<h1>Notice</h1><p>{ENDED}</p><ul><li>Borel<li>Cantor</ul>"),
        "c.md": f"---\ntitle: Notice\n---\n\n# Notice\n\n{ENDED}\n",
        "d.txt": f"{ENDED}\r\n\r\nAnd no more.\r\n",
    }
    for name, content in files.items():
        path = put(tmp_path, f"documents/{name}", content)
        found = read_document(path, folder=tmp_path)
        assert found.name == f"documents/{name}"
        assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert found.passages
        end = 0
        for passage in found.passages:
            assert passage.document == found.sha256
            assert passage.text == found.text[passage.start : passage.end] == passage.text.strip() != ""
            assert passage.start >= end
            end = passage.end
        assert [passage.page for passage in found.passages] == (
            [1, 2] if name == "a.pdf" else [None] * len(found.passages)
        )
        place = found.text.index("Borel")
        at = found.passage_at(place)
        assert at is not None and at.start <= place < at.end
        assert found.passage_at(len(found.text)) is None and found.passage_at(-1) is None


def test_between_two_passages_there_is_none(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.txt", "One.\n\nTwo."))
    assert found.passages == (
        Passage(found.sha256, None, 0, 4, "One."),
        Passage(found.sha256, None, 6, 10, "Two."),
    )
    assert [found.passage_at(place) for place in (3, 4, 5, 6)] == [found.passages[0], None, None, found.passages[1]]


def test_a_document_can_be_handed_to_another_process(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.txt", ENDED))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    assert dataclasses.asdict(found)["text"] == ENDED


# PDF


def test_a_pdf_is_read_page_by_page_with_its_title_but_its_file_date_is_no_publication(tmp_path: Path) -> None:
    content = paper([ENDED], [], ["Third page."], title="An <b>answer</b>", author="Acme")
    found = read_document(put(tmp_path, "answer.pdf", content))
    assert found.kind == "pdf"
    assert [(passage.page, passage.text) for passage in found.passages] == [(1, ENDED), (3, "Third page.")]
    assert (found.title, found.published, found.problems) == ("An <b>answer</b>", "", ())
    assert found.front["pages"] == "3" and found.front["author"] == "Acme"


def test_lines_of_a_pdf_end_in_line_feeds_and_a_hyphen_at_a_line_end_stays(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.pdf", paper(["Acme ended the inte-", "gration of Borel", "in 2014."])))
    assert found.text == "Acme ended the inte-\ngration of Borel\nin 2014."


def test_a_sentence_goes_on_over_the_end_of_a_page_but_a_heading_does_not_join_it(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.pdf", paper(["The access of Borel"], ["ended in 2014."], ["Annex"])))
    assert found.text == "The access of Borel\nended in 2014.\n\nAnnex"


def test_a_scanned_page_is_named_with_the_way_out_where_nothing_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no tesseract there
    content = paper(["A page of text that is not scanned."], scan("Access ended."), (scan("More."), "ACME-000017"))
    found = read_document(put(tmp_path, "a.pdf", content))
    assert [passage.page for passage in found.passages] == [1, 3]
    assert found.problems == (
        Problem(
            "a.pdf",
            2,
            "",
            "",
            "pages 2, 3 have no text layer; `pip install 'overstay[ocr]'` and the program tesseract can read that",
        ),
    )
    assert "ocr" not in found.front


def test_a_scanned_page_is_read_with_tesseract_and_says_so(tmp_path: Path) -> None:
    if not ocr.installed():
        pytest.skip("tesseract is not installed (apt-get install tesseract-ocr)")
    lines = ("Acme wrote to the committee that", "the access of Borel Maps was shut", "down on 30 April 2015.")
    found = read_document(put(tmp_path, "a.pdf", paper(["A page of text that is not scanned."], scan(*lines))))
    assert found.passages[1].page == 2
    assert found.passages[1].text.split() == " ".join(lines).split()
    assert found.front["ocr"] == "2"
    assert reasons(found) == ["a.pdf:2: page 2 has no text layer and was read with Tesseract: compare with the paper"]


def test_a_blank_page_is_no_scan(tmp_path: Path) -> None:
    assert read_document(put(tmp_path, "a.pdf", paper([ENDED], []))).problems == ()


# Web pages


def test_a_page_is_read_without_what_no_reader_sees(tmp_path: Path) -> None:
    body = f"""<header>The Daily <nav>Home | World</nav></header><nav>Menu</nav>
      <main><article><header><h1>Access &amp; after</h1></header>
      <script>document.write("never")</script><style>p {{}}</style><template><p>draft</p></template>
      <noscript><p>Turn on scripts</p></noscript><svg><text>logo</text></svg><!-- comment -->
      <p>{ENDED}</p><p hidden>Secret</p><p style="color:red; display: none">Unseen</p>
      <form><p>Inside a form</p><button>Send</button><label>Name</label></form></article></main>
      <footer>All rights reserved</footer>"""
    found = read_page(tmp_path, body)
    assert blocks(found) == ["Access & after", ENDED, "Inside a form"]
    assert reasons(found) == ["page.html: hides 12 characters from its readers; they were left out"]


def test_no_footnote_aside_caption_or_list_is_lost(tmp_path: Path) -> None:
    body = """<article><p>It ended in 2014<sup><a href="#n1">1</a></sup>, on the 4<sup>th</sup> of May.</p>
      <aside>Cantor Pay kept it.</aside><figure><img alt=x><figcaption>A chart of 2015</figcaption></figure>
      <details><summary>More</summary>Less</details><dl><dt>Term<dd>Meaning</dl>
      <ol><li>one<ul><li>inner</ul><li>two <b>three</b></ol><blockquote>Quoted</blockquote></article>
      <footer><ol class="footnotes"><li id="n1">Dirac Music, until 2015.</li></ol></footer>"""
    assert blocks(read_page(tmp_path, body)) == [
        "It ended in 2014[1], on the 4th of May.",
        *("Cantor Pay kept it.", "A chart of 2015", "More", "Less", "Term", "Meaning", "one", "inner", "two three"),
        *("Quoted", "Dirac Music, until 2015."),
    ]


def test_a_row_of_a_table_is_one_block_and_a_table_for_layout_is_not(tmp_path: Path) -> None:
    data = """<table><caption>Ends</caption><thead><tr><th>Partner</th><th>End</th></tr></thead>
      <tr><td><p>Borel</p></td><td>2014<br>or 2015</td><td></td></tr></table>"""
    layout = "<table><tr><td><table><tr><td>Left</td></tr></table></td><td><h2>Right</h2>Text</td></tr></table>"
    assert blocks(read_page(tmp_path, data + layout)) == [
        *("Ends", "Partner | End", "Borel | 2014 or 2015"),
        *("Left", "Right", "Text"),
    ]


def test_white_space_is_collapsed_but_lines_and_preformatted_text_stay(tmp_path: Path) -> None:
    body = "<p>  One\n two&nbsp;three<br>\n four </p><pre>a\n   b\n\n  c</pre>"
    found = read_page(tmp_path, body)
    assert found.text == "One two three\nfour\n\na\n   b\n\n  c"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2018-12-18T23:30:00-05:00">', "2018-12-18"),
        ('<meta name="DC.date" content="2018-07">', "2018-07"),
        ('<meta name="date" content="December 18, 2018">', "2018-12-18"),
        ('<meta name="pubdate" content="Tue, 18 Dec 2018 23:30:00 GMT">', "2018-12-18"),
        ('<meta name="parsely-pub-date" content="20181218">', "2018-12-18"),
        (
            '<script type="application/ld+json">[{"@graph": [{"datePublished": "2018-12-18T09:00Z"}]}]</script>',
            "2018-12-18",
        ),
        ('<script type="application/ld+json">{"mentions": {"datePublished": "2001-01-01"}}</script>', ""),
        ('<script type="application/ld+json">{broken</script>', ""),
        ('<meta property="article:modified_time" content="2018-12-18">', ""),
        ('<meta name="date" content="03/04/2018">', ""),
        ('<meta name="date" content="2018-02-30">', ""),
        ("", ""),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_page_writes(tmp_path: Path, head: str, published: str) -> None:
    found = read_page(tmp_path, f"<p>{ENDED} <time datetime='1999-01-01'>then</time></p>", head)
    assert found.published == published
    if published:
        read_edtf(published)


def test_a_time_element_counts_where_it_says_that_it_is_the_publication(tmp_path: Path) -> None:
    body = "<time itemprop=datePublished datetime=2018-12-18>Tuesday</time> <time datetime=2014-01-01>then</time>"
    assert read_page(tmp_path, body).published == "2018-12-18"


def test_two_days_of_publication_become_the_interval_over_both_with_a_remark(tmp_path: Path) -> None:
    head = '<meta name="date" content="2018-12-20"><meta property="og:published_time" content="2018-12-18">'
    found = read_page(tmp_path, "x", head)
    assert found.published == "2018-12-18/2018-12-20"
    assert reasons(found) == [
        "page.html: gives several dates of publication (2018-12-18, 2018-12-20); 2018-12-18/2018-12-20 covers them"
    ]


def test_title_and_address_come_from_the_page_and_only_a_web_address_counts(tmp_path: Path) -> None:
    head = '<title>Plain</title><meta property="og:title" content="Better &amp; longer">'
    links = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.org/a">'
    found = read_page(tmp_path, "<h1>Head</h1>", head + links)
    assert (found.title, found.address) == ("Better & longer", "https://example.org/a")
    assert read_page(tmp_path, "<h1>Head <i>line</i></h1>").title == "Head line"


def test_the_charset_that_a_page_declares_is_used(tmp_path: Path) -> None:
    head = '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head><p>'
    found = read_document(put(tmp_path, "a.html", head.encode() + "Доступ закрыт".encode("cp1251")))
    assert (found.text, found.problems) == ("Доступ закрыт", ())


def test_a_page_that_calls_itself_latin_1_but_is_utf_8_is_read_as_utf_8(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.html", '<html><meta charset="iso-8859-1"><p>Café “Borel”'))
    assert found.text == "Café “Borel”"


# Markdown and its front matter


def test_front_matter_gives_title_date_and_address_and_the_text_is_the_body(tmp_path: Path) -> None:
    content = f"""---
title: "Borel: the end"
published: 2018-07
original: "https://example.org/borel"
rows: S1, S2
authors:
  - A. Noether
  - S. Germain
---

# A heading

{ENDED}
"""
    found = read_document(put(tmp_path, "a.md", content))
    assert (found.kind, found.title, found.published) == ("markdown", "Borel: the end", "2018-07")
    assert found.address == "https://example.org/borel"
    assert found.front["rows"] == "S1, S2" and found.front["authors"] == "A. Noether; S. Germain"
    assert found.text == f"# A heading\n\n{ENDED}\n"
    assert found.problems == ()


def test_front_matter_that_cannot_be_read_is_said_with_its_line(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.md", "---\ntitle: A\ndate: last week\n!!python/object\ntitle: B\n---\nText"))
    assert (found.title, found.published, found.text) == ("A", "", "Text")
    assert reasons(found) == [
        "a.md:4: is no `key: value`; the line was passed over",
        "a.md:5: gives 'title' twice; the first counts",
        "a.md: date 'last week' is no date that can be read; write 2015-04-30, 2015-04 or 2015",
    ]


def test_a_rule_at_the_top_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.md", "---\n\nJust a rule: nothing more.\n\n---\n\nText"))
    assert found.front == {} and found.text.startswith("---\n")


# Plain text in any common encoding


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=lambda name: name
)
def test_a_text_in_any_common_encoding_gives_the_same_characters(tmp_path: Path, encoding: str) -> None:
    text = "Der Zugang endete am 4. März – “für immer”.\n\nCafé Borel verlor ihn nie; so steht es im Bericht über 2015."
    found = read_document(put(tmp_path, "a.txt", text.encode(encoding)))
    assert found.text == text
    assert bool(found.problems) == (encoding == "cp1252")


def test_an_encoding_that_is_not_known_for_sure_is_said_with_what_it_may_be(tmp_path: Path) -> None:
    text = "Компания сообщила комитету, что доступ партнёров к данным закрыт в апреле 2015 года, как и обещала прежде."
    found = read_document(put(tmp_path, "a.txt", text.encode("cp1251")))
    assert reasons(found) == [
        "a.txt: is not UTF-8 and was read as Windows-1252 (charset-normalizer takes it for cp1251); "
        "where words look wrong, save it as UTF-8"
    ]


def test_a_page_feed_in_a_text_is_a_line_end(tmp_path: Path) -> None:
    found = read_document(put(tmp_path, "a.txt", "One.\r\n\x0cTwo.\rThree."))
    assert (found.text, found.problems) == ("One.\n\nTwo.\nThree.", ())


# Mail


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message["Message-ID"] = "<1@example.org>"
    return message


def test_a_mail_is_its_subject_and_its_plain_text_and_its_day_is_the_senders(tmp_path: Path) -> None:
    message = mail(
        From="A <a@example.org>", To="b@example.org", Subject="Fin de l’accès", Date="Tue, 18 Dec 2018 23:30:00 -0500"
    )
    message.set_content(f"{ENDED}\n\nRegards")
    message.add_alternative(f"<p>{ENDED} (HTML)</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="list.pdf")
    found = read_document(put(tmp_path, "a.eml", message.as_bytes()))
    assert found.kind == "mail"
    assert blocks(found) == ["Fin de l’accès", ENDED, "Regards"]
    assert (found.title, found.published) == ("Fin de l’accès", "2018-12-18")
    assert (found.front["from"], found.front["to"]) == ("A <a@example.org>", "b@example.org")
    assert reasons(found) == ["a.eml: the attachment 'list.pdf' was not read; save it beside the mail"]


def test_a_mail_without_plain_text_is_read_from_its_html(tmp_path: Path) -> None:
    message = mail(From="a@example.org", Date="Tue, 18 Dec 2018 23:30:00 -0500")
    message.set_content(f"<style>p {{}}</style><p>{ENDED}<p>Two", subtype="html", charset="cp1252")
    assert blocks(read_document(put(tmp_path, "a.eml", message.as_bytes()))) == [ENDED, "Two"]


def test_a_memo_with_from_and_to_is_text_and_loses_no_line(tmp_path: Path) -> None:
    memo = "From: Legal\nTo: All\nSubject: The end of Borel's access\n\nIt ends today."
    found = read_document(put(tmp_path, "memo.txt", memo))
    assert (found.kind, found.text) == ("text", memo)


def test_a_page_saved_as_one_file_is_that_page_and_its_date_is_the_day_of_saving(tmp_path: Path) -> None:
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: A\r\n"
        "Date: Tue, 18 Dec 2018 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"<html><head><title>A page</title></head><p>{ENDED}=\r\n More</p></html>\r\n"
        "--b\r\nContent-Type: text/html\r\n\r\n<p>An advertisement</p>\r\n--b--\r\n"
    )
    found = read_document(put(tmp_path, "a.mhtml", content))
    assert (found.kind, found.title, found.text) == ("html", "A page", f"{ENDED} More")
    assert (found.published, found.captured, found.address) == ("", "2018-12-18", "https://example.org/a")


# WARC


def test_each_page_in_a_web_archive_is_a_document_with_address_and_day_of_capture(tmp_path: Path) -> None:
    first = page(
        f"<p>{ENDED}</p>", '<meta name="date" content="2015-04-30"><link rel=canonical href=https://x.example/>'
    )
    content = archive(
        ("warcinfo", "https://example.org/", "application/warc-fields", b"software: none"),
        ("request", "https://example.org/a", "GET;;text/html", b""),
        ("response", "https://example.org/a", "text/html; charset=utf-8", first.encode()),
        ("response", "https://example.org/b", "404 Not Found;;text/html", b"<p>Gone</p>"),
        ("response", "https://example.org/c.png", "image/png", b"\x89PNG"),
        ("response", "https://example.org/d", "text/plain; charset=cp1252", "Café, closed.".encode("cp1252")),
        ("resource", "https://example.org/e", "text/html", b"<p>Kept</p>"),
    )
    for name, packed in (("a.warc.gz", content), ("a.warc", gzip.decompress(content))):
        put(tmp_path, f"documents/{name}", packed)
        documents, problems = read_documents(tmp_path)
        shutil.rmtree(tmp_path / "documents")
        assert problems == ()
        assert [document.name for document in documents] == [f"documents/{name}#{number}" for number in (3, 6, 7)]
        assert [document.text for document in documents] == [ENDED, "Café, closed.", "Kept"]
        one = documents[0]
        assert (one.kind, one.address, one.published, one.captured) == (
            "warc",
            "https://example.org/a",
            "2015-04-30",
            "2018-12-19",
        )
        assert one.sha256 == hashlib.sha256(packed).hexdigest() == one.passages[0].document
        record = packed[int(one.front["offset"]) :]
        plain = zlib.decompressobj(wbits=31).decompress(record) if name.endswith("gz") else record
        assert plain.startswith(b"WARC/1.0") and one.front["record"].encode() in plain[:1_000]


def test_packed_and_chunked_bodies_of_an_archive_are_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(page(f"<p>{ENDED}").encode())
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:20], body[20:])) + b"0\r\n\r\n"
    content = archive(
        ("response", "https://example.org/a", "text/html", chunked),
        Content_Encoding="gzip",
        Transfer_Encoding="chunked",
    )
    put(tmp_path, "documents/a.warc", content)
    assert [document.text for document in read_documents(tmp_path)[0]] == [ENDED]


def test_one_document_cannot_be_had_of_a_file_that_holds_many(tmp_path: Path) -> None:
    path = put(tmp_path, "a.warc", archive(("resource", "https://example.org/e", "text/html", b"<p>Kept</p>")))
    with pytest.raises(DocumentError, match=r"a\.warc: holds 1 document; read_documents gives all of a case"):
        read_document(path)


# A folder of documents


def test_the_abstracts_of_the_facebook_case_are_read_with_title_and_date() -> None:
    documents, problems = read_documents(FACEBOOK)
    assert problems == ()
    assert len(documents) == 28 and [one.name for one in documents] == sorted(one.name for one in documents)
    assert {one.kind for one in documents} == {"markdown"}
    assert all(one.title and one.published and one.text and "source_id" in one.front for one in documents)


def test_files_are_read_in_the_order_of_their_paths_and_others_are_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a.txt",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "page_files/x.txt",
        "c_files/y.txt",
    ):
        put(tmp_path, f"documents/{name}", "Text.")
    put(tmp_path, "documents/page.html", page("<p>Page."))
    documents, problems = read_documents(tmp_path)
    names = [document.name.removeprefix("documents/") for document in documents]
    assert names == ["a.txt", "a/z.txt", "b.txt", "c_files/y.txt", "page.html"] and problems == ()
    assert read_documents(tmp_path / "nowhere") == ((), ())


# What was read is kept


def test_a_paper_is_read_once_whatever_its_name_and_again_when_its_content_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_document(put(tmp_path, "a.pdf", paper([ENDED], title="A")))

    def refuse(*_: object) -> None:
        raise AssertionError("was read again")

    with monkeypatch.context() as patch:
        patch.setattr(apart.Apart, "read", refuse)
        again = read_document(put(tmp_path, "b.pdf", paper([ENDED], title="A")))
        assert dataclasses.replace(again, name="a.pdf") == first
        with pytest.raises(AssertionError, match="read again"):
            read_document(put(tmp_path, "a.pdf", paper(["Another."])))


@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_what_was_kept_and_is_damaged_is_made_again(tmp_path: Path, own_cache: Path, damage: str) -> None:
    path = put(tmp_path, "a.pdf", paper([ENDED]))
    first = read_document(path)
    (kept,) = own_cache.glob("*/documents.json")
    content = kept.read_bytes()
    kept.write_bytes({"cut": content[:-20], "other": b"[]".ljust(len(content)), "empty": b"x" * len(content)}[damage])
    assert read_document(path) == first
    assert kept.read_bytes() == content


def test_a_cache_that_cannot_be_written_is_no_reason_not_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERSTAY_CACHE", str(put(tmp_path, "file", "in the way") / "cache"))
    assert read_document(put(tmp_path, "a.pdf", paper([ENDED]))).text == ENDED


def test_the_same_bytes_give_the_same_document_twice(tmp_path: Path, own_cache: Path) -> None:
    path = put(tmp_path, "a.html", page(f"<h1>A</h1><p>{ENDED}"))
    first = read_document(path)
    shutil.rmtree(own_cache)
    assert read_document(path) == first
    assert io.StringIO(first.text, newline="").getvalue() == first.text

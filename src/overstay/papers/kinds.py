"""What a file is, decided by its content: PDF, web page, mail, WARC, Markdown or text, or nothing that can be read."""

from __future__ import annotations

import codecs
import re
import zlib

from overstay.papers.draft import UnreadableError

HEAD = 1 << 16  # bytes that are looked at

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PDF_OUT = "save it as PDF, HTML or text"
_FOREIGN = (
    (b"PK\x03\x04", f"is a ZIP archive, as .docx, .xlsx, .odt and .epub are; {_PDF_OUT}, or unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an old Office document or an Outlook .msg; {_PDF_OUT} (a mail as .eml)"),
    (b"{\\rtf", f"is rich text (RTF); {_PDF_OUT}"),
    (b"%!PS", "is PostScript; turn it into PDF (ps2pdf)"),
    (b"\x89PNG", "is an image; make a PDF of it"),
    (b"\xff\xd8\xff", "is an image; make a PDF of it"),
    (b"GIF8", "is an image; make a PDF of it"),
    (b"II*\x00", "is an image; make a PDF of it"),
    (b"MM\x00*", "is an image; make a PDF of it"),
    (b"RIFF", f"is an image, sound or film; {_PDF_OUT}"),
    (b"bplist00", "is a Safari web archive; save the page as HTML"),
    (b"BZh", "is packed with bzip2; unpack it"),
    (b"\xfd7zXZ\x00", "is packed with xz; unpack it"),
    (b"\x28\xb5\x2f\xfd", "is packed with Zstandard; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "is packed with 7-Zip; unpack it"),
    (b"Rar!", "is packed with RAR; unpack it"),
    (b"SQLite format 3\x00", "is a database; export what it says as text"),
    (b"PAR1", "is a Parquet file; a log belongs in logs/"),
    (b"\x7fELF", "is a program"),
    (b"MZ", "is a program"),
)
_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(
    r"\s*<(!--|(p|div|span|table|meta|title|article|section|main|h[1-6]|a|ul|ol|link|style|script)\b)", re.I
)
_FIELD = re.compile(r"[!-9;-~]+:")
_SIGNS = re.compile(r"(?im)^(received|message-id|mime-version|return-path|delivered-to|x-mailer|dkim-signature):")
_FRONT = re.compile(r"---[ \t]*\r?\n")


def marked_encoding(head: bytes) -> str:
    """The encoding that a byte order mark gives; "" without one."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "")


def kind_of(head: bytes, suffix: str) -> str:
    """Whether a file is "pdf", "html", "mail", "warc", "markdown" or "text", by its first HEAD bytes.

    `suffix` (".md") decides only where the same bytes can be both. UnreadableError for what is none of them.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"WARC/1", b"WARC/0")):
        return "warc"
    if head.startswith(b"\x1f\x8b"):
        return _packed(head)
    for mark, reason in _FOREIGN:
        if head.startswith(mark) and not (mark.isalnum() and len(mark) < 4 and _texty(head)):
            raise UnreadableError(reason)
    text = _peek(head)
    if _PAGE.match(text) or (_TAG.match(text) and suffix not in (".md", ".markdown")):
        return "html"
    if _is_mail(text, suffix):
        return "mail"
    if _FRONT.match(text) or suffix in (".md", ".markdown"):
        return "markdown"
    return "text"


def _packed(head: bytes) -> str:
    try:
        start = zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        start = b""
    if start.startswith((b"WARC/1", b"WARC/0")):
        return "warc"
    raise UnreadableError("is packed with gzip; unpack it (only WARC files are read packed)")


def _texty(head: bytes) -> bool:
    return head[:512].isascii() and b"\x00" not in head[:512]


def _peek(head: bytes) -> str:
    """The first characters, for a look at markup, which is ASCII in every encoding met here."""
    encoding = marked_encoding(head)
    if not encoding and b"\x00" in head[:4]:
        encoding = "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    return head.decode(encoding or "latin-1", errors="replace")


def _is_mail(text: str, suffix: str) -> bool:
    """Whether the text begins with a block of header fields of which some are a mail's; a memo has none of those."""
    block = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0].removeprefix("\ufeff")
    lines = block.splitlines()
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    if not lines or not all(_FIELD.match(line) or line[:1] in " \t" for line in lines):
        return False
    if suffix == ".eml" and re.search(r"(?im)^(from|date|subject):", block):
        return True
    return len(_SIGNS.findall(block)) >= (1 if suffix in (".eml", ".mht", ".mhtml") else 2)

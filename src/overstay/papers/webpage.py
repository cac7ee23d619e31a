"""A saved web page ─► its text, its title, the day on which it says it was published, and its own address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from overstay.papers.blocks import blocks_of, refuse_nesting
from overstay.papers.draft import Draft, UnreadableError, about_controls, lay_out, one_line
from overstay.papers.limits import HTML_BYTES, MEGABYTE
from overstay.papers.plain import decode
from overstay.papers.stated import address_of, day_of, spanned

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']", re.I)
_META_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
)
_SPOKEN = 20_000  # nodes of one JSON-LD block that are looked at


def read_page(content: bytes, *, declared: str = "", kind: str = "html") -> Draft:
    """A page by its bytes; `declared` is the charset that came with it, as in an HTTP header.

    Nothing on the page is run and nothing is fetched.
    """
    if len(content) > HTML_BYTES:
        raise UnreadableError(
            f"is a web page of more than {HTML_BYTES // MEGABYTE} MB, the most that is read; split it"
        )
    text, notes = decode(content, declared or _declared(content))
    return read_markup(text, kind=kind, notes=notes)


def read_markup(text: str, *, kind: str = "html", notes: list[str] | None = None) -> Draft:
    """A page by its characters."""
    content = text.encode("utf-8", errors="replace")
    refuse_nesting(content)
    tree = LexborHTMLParser(content)
    draft = Draft(kind, notes=[(0, note) for note in notes or ()])
    root = tree.root
    if root is None:
        return draft
    blocks, hidden = blocks_of(root)
    draft.text, draft.spans, replaced = lay_out(blocks)
    if hidden:
        draft.note(f"hides {hidden:,} characters from its readers; they were left out")
    if replaced:
        draft.note(about_controls(replaced))
    metas = list(_metas(tree))
    draft.title = _title(tree, metas)
    draft.address = _address(tree, metas)
    draft.published = _published(tree, metas, draft)
    return draft


def _declared(content: bytes) -> str:
    match = _XML.match(content[:1024]) or _CHARSET.search(content[:8192])
    name = match[1].decode("ascii").lower() if match else ""
    if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        return ""  # as browsers do: what is called Latin-1 is Windows-1252, unless it is UTF-8 after all
    return "" if name.startswith("utf-16") else name  # it was read as ASCII just now


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta"):
        values = node.attributes
        name = values.get("property") or values.get("name") or values.get("itemprop") or ""
        if name and (content := values.get("content")):
            yield name.strip().casefold(), content


def _title(tree: LexborHTMLParser, metas: list[tuple[str, str]]) -> str:
    title = next((one_line(content) for name, content in metas if name == "og:title" and content.strip()), "")
    for selector in ("head > title", "h1"):
        node = None if title else tree.css_first(selector)
        title = one_line(node.text()) if node is not None else title
    return title


def _address(tree: LexborHTMLParser, metas: list[tuple[str, str]]) -> str:
    for node in tree.css('link[rel~="canonical"]'):
        if found := address_of(node.attributes.get("href") or ""):
            return found
    return next((found for name, content in metas if name == "og:url" and (found := address_of(content))), "")


def _published(tree: LexborHTMLParser, metas: list[tuple[str, str]], draft: Draft) -> str:
    """The day from all that the page says; where that differs, from the earliest to the latest, with a remark."""
    said = [content for name, content in metas if name in _META_DATES]
    for node in tree.css("time[datetime]"):
        values = node.attributes
        if "pubdate" in values or "datepublished" in (values.get("itemprop") or "").casefold().split():
            said.append(values.get("datetime") or "")
    for node in tree.css('script[type="application/ld+json"]'):
        said.extend(_linked_dates(node.text()))
    days = []
    for value in said:
        if day := day_of(value):
            days.append(day)
        elif value.strip():
            draft.note(f"gives {one_line(value, 60)!r} as a date, which cannot be read with certainty")
    published = spanned(days)
    if len(distinct := sorted(set(days))) > 1:
        draft.note(f"gives several dates of publication ({', '.join(distinct[:5])}); {published} covers them")
    return published


def _linked_dates(source: str) -> Iterator[str]:
    """`datePublished` of the things that a JSON-LD block is about; not of what they merely mention."""
    try:
        data = json.loads(source) if len(source) < 2 * MEGABYTE else None
    except (ValueError, RecursionError):
        return
    waiting, seen = [data], 0
    while waiting and seen < _SPOKEN:
        seen += 1
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting.extend(here)
        elif isinstance(here, dict):
            value: Any = here.get("datePublished")
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str):
                    yield one
            waiting.extend(here[key] for key in ("@graph", "mainEntity") if key in here)

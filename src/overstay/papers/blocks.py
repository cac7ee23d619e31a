"""The blocks of text on a web page, in the order of the page: an own walk over the tree, without recursion.

Losing evidence is worse than noise: footnotes, asides, captions and tables stay, and so does the text inside forms. Out
go what no reader sees (script, style, template, `hidden`), menus, and the page's own header and footer, unless notes
stand in them. The mark of a footnote is set in brackets, `2014[1]`, so that it does not become part of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from overstay.papers.draft import UnreadableError
from overstay.papers.limits import HTML_NESTING, HTML_NODES, MEGABYTE

_DROPPED_TAGS = """
    head script style template noscript nav svg iframe object embed applet canvas audio video map
    button select option datalist textarea input label frameset noframes progress meter
"""
_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table
    tbody tfoot thead tr ul
"""
_INSIDE_TAGS = "article main section aside blockquote figure details td li"  # a header in one of these is no site's
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_OPEN_TAGS = "p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt html head body"  # may lack their end
_DROPPED, _BLOCKS = frozenset(_DROPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_INSIDE, _UNCOUNTED = frozenset(_INSIDE_TAGS.split()), frozenset((_VOID_TAGS + " " + _OPEN_TAGS).split())
_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*)")
_SPACE = re.compile("[ \t\n\r\x0c\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTES = re.compile(r"foot-?notes?|end-?notes?|doc-(?:foot|end)note|references", re.I)
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_MARK = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}|[a-z]")
_CELL_WIDTH = 500  # characters; a row with a longer cell is layout, and its cells are blocks of their own


def refuse_nesting(content: bytes) -> None:
    """Look at the tags alone: what is nested too deeply takes an HTML parser's time to the square. UnreadableError."""
    depth = 0
    for close, tag in _TAG.findall(content):
        name = tag.lower().decode("ascii")
        if name in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        if depth > HTML_NESTING:
            raise UnreadableError(
                f"nests more than {HTML_NESTING:,} elements ({len(content) / MEGABYTE:.1f} MB of HTML); save the page "
                "as text or PDF from a browser"
            )


@dataclass(slots=True)
class _Walk:
    blocks: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    pre: int = 0
    cells: int = 0  # > 0: inside a row whose cells are joined
    hidden: int = 0  # characters that the page holds but does not show

    def flush(self) -> None:
        """End a block."""
        if self.buffer:
            text = "".join(self.buffer)
            self.buffer.clear()
            lines = text.split("\x1e")
            joined = "\n".join(line if "\x1d" in line else _SPACE.sub(" ", line).strip() for line in lines)
            joined = joined.replace("\x1d", "").strip()
            if joined.strip("| \n"):
                self.blocks.append(joined)

    def add(self, text: str) -> None:
        """Text of the page. The two marks that are used here cannot come from it."""
        text = text.replace("\x1e", "\ufffd").replace("\x1d", "\ufffd")
        if self.pre:
            text = "\x1d" + text.replace("\r\n", "\n").replace("\n", "\x1e\x1d")
        self.buffer.append(text)


def blocks_of(root: LexborNode) -> tuple[list[str], int]:
    """The blocks under `root`, white space collapsed, and how many characters the page hides from its readers."""
    walk = _Walk()
    for node, entering in _steps(root, walk):
        tag = node.tag
        if tag == "-text":
            walk.add(node.text_content or "")
        elif tag == "br":
            if entering:
                walk.buffer.append(" " if walk.cells else "\x1e")
        elif tag in ("td", "th"):
            if not walk.cells:
                walk.flush()
            elif entering and node.prev is not None and any(part.strip() for part in walk.buffer):
                walk.buffer.append(" | ")
        elif tag == "tr":
            if walk.cells and not entering:
                walk.cells = 0
                while walk.buffer and not walk.buffer[-1].strip("| "):
                    walk.buffer.pop()  # the bars before cells that are empty
            walk.flush()
            if entering and not walk.cells and _is_data(node):
                walk.cells = 1
        elif tag == "pre":
            walk.flush()
            walk.pre += 1 if entering else -1
        elif tag in _BLOCKS:
            if walk.cells:
                walk.buffer.append(" ")
            else:
                walk.flush()
        elif tag == "sup" and _is_mark(node):
            walk.buffer.append("[" if entering else "]")
    walk.flush()
    return walk.blocks, walk.hidden


def _steps(root: LexborNode, walk: _Walk) -> Iterator[tuple[LexborNode, bool]]:
    """Each node on the way in, and each element on the way out; what is dropped is passed over whole."""
    node: LexborNode | None = root
    count = within = 0  # within = how many elements around stand for content, so that a header is no site's
    while node is not None:
        count += 1
        if count > HTML_NODES:
            raise UnreadableError(f"holds more than {HTML_NODES:,} elements and texts; save the page as text or PDF")
        text = node.is_text_node
        descend = text or (node.is_element_node and not _dropped(node, within, walk))
        if descend:
            yield node, True
        child = node.first_child if descend and not text else None
        if child is not None:
            within += node.tag in _INSIDE
            node = child
            continue
        if descend and not text:
            yield node, False
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                within -= node.tag in _INSIDE
                yield node, False
        node = None if node is None or node.mem_id == root.mem_id else node.next


def _dropped(node: LexborNode, within: int, walk: _Walk) -> bool:
    tag = node.tag
    if tag in _DROPPED:
        return True
    if tag == "dialog" and "open" not in node.attributes:
        return True  # a window that no reader sees until a script opens it: cookie banners, mostly
    if tag in ("header", "footer") and not within:
        return not _holds_notes(node)
    attributes = node.attributes
    if attributes and _is_hidden(attributes):
        walk.hidden += len(_SPACE.sub("", node.text()))
        return True
    return False


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return bool(style and _UNSEEN.search(style))


def _holds_notes(node: LexborNode) -> bool:
    """Whether footnotes stand in a site's header or footer, by what its elements are called."""
    for inner in node.traverse(include_text=False):
        values = inner.attributes
        for name in ("id", "class", "role"):
            if (value := values.get(name)) and _NOTES.search(value):
                return True
        if inner.tag == "sup":
            return True
    return False


def _is_data(row: LexborNode) -> bool:
    """Whether a row's cells belong on one line: no tables inside them, and none as long as a paragraph or more."""
    cell = row.first_child
    while cell is not None:
        if cell.tag in ("td", "th"):
            if cell.css_first("table, article, h1, h2, h3") is not None:
                return False
            if len(_SPACE.sub(" ", cell.text())) > _CELL_WIDTH:
                return False
        cell = cell.next
    return True


def _is_mark(node: LexborNode) -> bool:
    """Whether a raised text is the mark of a footnote, and not the `th` of `4th`."""
    text = node.text().strip()
    return bool(_MARK.fullmatch(text)) and (not text.isalpha() or node.css_first("a") is not None)

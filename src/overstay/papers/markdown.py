"""A Markdown file ─► its body, and the front matter before it: lines `key: value` between two lines `---`."""

from __future__ import annotations

import re

from overstay.papers.draft import Draft, one_line
from overstay.papers.limits import FRONT_LINES
from overstay.papers.plain import decode, set_text
from overstay.papers.stated import address_of, day_of

_FENCE = re.compile(r"(---|\.\.\.)[ \t]*")
_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_HEADING = re.compile(r"(?m)^#[ \t]+(.+?)[ \t#]*$")
_DATES = ("published", "date_published", "datepublished", "date")
_ADDRESSES = ("original", "address", "url", "source_url", "link")


def read_markdown(content: bytes) -> Draft:
    """A Markdown file: its text is the body as it is written; offsets count from the body's first character."""
    text, notes = decode(content)
    draft = Draft("markdown", notes=[(0, note) for note in notes])
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = _end_of_front(lines)
    if end:
        _read_front(draft, lines[1:end])
        lines = lines[end + 1 :]
    while lines and not lines[0].strip():
        del lines[0]
    set_text(draft, "\n".join(lines))
    if not draft.title and (heading := _HEADING.search(draft.text[:5_000])):
        draft.title = one_line(heading[1])
    return draft


def _end_of_front(lines: list[str]) -> int:
    """The line that closes the front matter; 0 where there is none, and the first `---` is but a rule."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    close = next((n for n, line in enumerate(lines[1 : FRONT_LINES + 2], 1) if _FENCE.fullmatch(line)), 0)
    return close if close > 1 and _LINE.fullmatch(lines[1].rstrip()) else 0


def _read_front(draft: Draft, lines: list[str]) -> None:
    """Take in the values; nothing is run, and no value is more than text."""
    key = ""
    for number, line in enumerate(lines, 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t-" and key:  # a list, or a value of several lines
            more = one_line(line.strip().removeprefix("- "))
            draft.front[key] = one_line(
                f"{draft.front[key]}; {more}"
                if line.lstrip()[0] == "-" and draft.front[key]
                else f"{draft.front[key]} {more}"
            )
        elif match := _LINE.fullmatch(line.rstrip()):
            key = match[1].strip().casefold()
            if key in draft.front:
                draft.note(f"gives {key!r} twice; the first counts", number)
                key = f"{key} (line {number})"
            draft.front[key] = _unquoted(match[2] or "")
        else:
            key = ""
            draft.note("is no `key: value`; the line was passed over", number)
    _take(draft)


def _take(draft: Draft) -> None:
    draft.title = draft.front.get("title", "")
    draft.address = next((found for name in _ADDRESSES if (found := address_of(draft.front.get(name, "")))), "")
    for name in _DATES:
        if value := draft.front.get(name, ""):
            draft.published = day_of(value)
            if not draft.published:
                draft.note(f"{name} {value[:60]!r} is no date that can be read; write 2015-04-30, 2015-04 or 2015")
            return


def _unquoted(value: str) -> str:
    value = value.strip()
    if value in ("|", ">", "|-", ">-"):
        return ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        value = inner.replace('\\"', '"').replace("\\\\", "\\") if value[0] == '"' else inner.replace("''", "'")
    return one_line(value)

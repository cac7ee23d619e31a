"""A mail (.eml) ─► its subject and its text; a page that a browser saved as one file (.mhtml) ─► that page."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from email.message import Message

from overstay.papers.draft import Draft, UnreadableError, one_line
from overstay.papers.limits import MAIL_NESTING, MAIL_PARTS
from overstay.papers.plain import decode, set_text
from overstay.papers.stated import address_of, mail_day
from overstay.papers.webpage import read_page

_HEADERS = ("from", "to", "cc", "date", "subject", "message-id")
_BOUNDARY = re.compile(rb"(?i)\bboundary[ \t]*\*?[0-9*]*[ \t]*=|message/rfc822")


def read_mail(content: bytes) -> Draft:
    """A mail: plain text where it has any, else its HTML, behind the subject; attachments are named, not read."""
    if len(_BOUNDARY.findall(content)) > MAIL_NESTING:  # the parser goes into each of them by recursion
        raise UnreadableError(f"has more than {MAIL_NESTING:,} parts that hold parts, the most that are read")
    message = email.message_from_bytes(content, policy=policy.default)
    saved = address_of(_header(message, "snapshot-content-location"))
    if saved or "saved by" in _header(message, "from").lower():
        return _saved_page(message, saved)
    draft = Draft("mail")
    draft.front = {name: value for name in _HEADERS if (value := _header(message, name))}
    draft.title = draft.front.get("subject", "")
    if date := draft.front.get("date", ""):
        draft.published = mail_day(date)
        if not draft.published:
            draft.note(f"gives {one_line(date, 60)!r} as its date, which cannot be read with certainty")
    body = _body(message, draft)
    set_text(draft, f"{draft.title}\n\n{body}" if draft.title else body)
    return draft


def _saved_page(message: Message, address: str) -> Draft:
    """The page itself, without its frames. The date of the file is the day on which it was saved."""
    for part, kind in _leaves(message):
        if kind == "text/html":
            draft = read_page(_payload(part), declared=part.get_content_charset() or "")
            draft.captured = mail_day(_header(message, "date"))
            draft.address = draft.address or address
            return draft
    raise UnreadableError("is a saved web page without a page in it")


def _body(message: Message, draft: Draft) -> str:
    texts: list[str] = []
    pages: list[str] = []
    for part, kind in _leaves(message):
        name = one_line(part.get_filename() or "", 100)
        if kind == "message/rfc822":
            draft.note("holds another mail, which was not read; save that as a file of its own")
        elif name or part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            draft.note(f"the attachment {name or kind!r} was not read; save it beside the mail")
        elif kind == "text/plain":
            text, notes = decode(_payload(part), part.get_content_charset() or "")
            texts.append(text.strip("\r\n"))
            draft.notes.extend((0, note) for note in notes)
        else:
            page = read_page(_payload(part), declared=part.get_content_charset() or "")
            pages.append(page.text)
            if not any(text.strip() for text in texts):
                draft.notes.extend(page.notes)
    return "\n\n".join(text for text in texts if text.strip()) or "\n\n".join(pages)


def _leaves(message: Message) -> Iterator[tuple[Message, str]]:
    """The parts that hold no parts, in their order, without recursion; each with its type."""
    waiting, count = [message], 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > MAIL_PARTS:
            raise UnreadableError(f"has more than {MAIL_PARTS:,} parts, the most that are read")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(one for one in reversed(inner) if isinstance(one, Message))
        else:
            yield part, part.get_content_type()


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: Message, name: str) -> str:
    """A header as one line. Some that break the standard break their reader, too: these are kept raw."""
    try:
        return one_line(message.get(name, ""))
    except Exception:
        raw = (value for key, value in message.raw_items() if key.lower() == name)
        return one_line(next(raw, ""))

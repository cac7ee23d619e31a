"""What stands around a name in a text: whether it is only a piece of a longer one, and names that nobody listed.

Without a dictionary and without a model: English writes names with capitals, and a singular noun that stands at the
start of a sentence without an article is a name or one of few kinds of ordinary word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from overstay.naming.capitals import (
    FIRST_NAMES,
    NO_NAMES,
    ORDINARY,
    ORGANISATIONS,
    PLACES,
    PUBLIC,
    ROLES,
    TITLES,
    UNCOUNTED,
    listed,
)
from overstay.naming.nameforms import LEGAL_AFTER, WORD

_WORD = re.compile(WORD)
_LEFT = re.compile(rf"(?P<word>{WORD})(?P<gap>[ \u00a0]|[^\S\n]*\n[^\S\n]*|[ ]?&[ ]?|-|['’])\Z")
_LEFT_OF = re.compile(rf"(?P<word>{WORD}) (?:of|de) (?:the )?\Z")
_RIGHT = re.compile(rf"(?:[ \u00a0]|[^\S\n]*\n[^\S\n]*)(?P<word>{WORD})")
_RIGHT_AND = re.compile(rf" ?(?P<mark>[&-]) ?(?P<word>{WORD})")
_INITIAL = re.compile(
    r"(?:\A|[.!?:;…•*#|>)\]—–]|\n[^\S\n]*(?:\n|[-+·]\s)"
    r"|[.!?…]['\"”’)]+|(?:\A|\s)[\"“‘'(\[]+)[\s>\"“‘'(\[*_-]*\Z"
)
# Words that end an organisation's name, but behind a known name rather name its product: Acme Music.
_PRODUCTS = listed(
    """
    Music Games Gaming Online Digital Interactive News Payments Fitness Analytics Store Travel
    """
)
_NO_PART = listed(
    """
    non anti ex post pre un pro inter co
    """
)
_ONE = r"(?:[A-Z\u00c0-\u00de]|[a-z]{1,2}[A-Z])[^\W_]*(?:[-&][A-Z][^\W_]*)*"  # one capitalised word
# Capitalised words in a row; "of", "&" and hyphens may link them, line ends may part them.
_SEQUENCE = re.compile(
    r"(?<![\w@#/'’.&-])(?P<all>(?:[A-Z\u00c0-\u00de]|[a-z]{1,2}[A-Z]|\d+(?=[A-Z]))[^\W_]*(?:[-'’](?=[A-Z])[^\W_]+)*"
    r"(?:(?:[ \u00a0]|[^\S\n]*\n[^\S\n]*(?=[A-Z]))(?:(?:of|de|&|and the|for) (?=[A-Z]))?"
    r"(?:[A-Z\u00c0-\u00de]|\d+(?=[A-Z]))[^\W_]*(?:[-'’](?=[A-Z])[^\W_]+)*)*)(?![\w@]|\.\w)"
)
_VERB = re.compile(
    r"['’]s? |[ \n](?:lost|kept|keeps|had|has|have|was|were|is|are|will|would|can|could|did|does|said|says|told|also|"
    r"no longer|never|still|retained|retains|stopped|used|uses|read|received|receives|shut|ended|closed|denied|"
    r"confirmed|agreed|continued|continues|must|shall|may|cannot|can’t|can't|ceased|and [A-Z])\b"
)
_PERSON_AFTER = re.compile(
    r",? (?:\(|an? |the |our |its |his |her |(?:[A-Z][\w&.-]+['’]s? )?)"
    r"(?:[\w-]+ ){0,3}?(?:spokes\w+|chief|vice|president|director|counsel|head|manager|founder|co-founder|analyst|"
    r"lawyer|attorney|professor|engineer|executive|chairman|chairwoman|chair|senator|officer|CEO|CTO|editor|"
    r"reporter)\b",
)
_POST_BEFORE = re.compile(
    r"(?:spokes\w+|chief(?: \w+){0,2}|president|director|counsel|head of [\w -]{2,24}|managers?|founder|owner|lawyer|"
    r"officer|chairman|chairwoman|chair|executive|engineer|editor|minister|senator|commissioner), \Z"
)  # "its founder, Ann Roe"
_PLACE_BEFORE = re.compile(r"\b(?:in|near|city of|town of|state of|county of)\s\Z", re.I)
_OFFICE = (
    r"(?i:spokes\w+|CEO|CTO|executives?|officials?|president|founder|co-founder|lawyers?|counsel|representatives?|"
    r"engineers?|officer|press office|director|manager)\b"
)
_NAME_BEFORE = re.compile(rf"({WORD})\.?\Z")
_REACH = 3_000  # characters back in which a person may have been named in full
_SAID_BEFORE = re.compile(r"(?:said|says|wrote|told|asked|added|by) \Z")


def blocks_left(text: str, start: int) -> bool:
    """Whether the word before belongs to the name, so that this is only the end of a longer one, or of an address."""
    before = text[max(0, start - 60) : start]
    chunk = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    if chunk and (chunk[-1] in "@#." or "://" in chunk or "www." in chunk or re.search(r"\w\.\w{2,}/", chunk)):
        return chunk[-1] != "." or (len(chunk) > 1 and chunk[-2].isalnum() and not chunk.endswith(".."))
    found = _LEFT.search(before)
    if not found:
        of = _LEFT_OF.search(before)
        return bool(of and of["word"] in ORGANISATIONS)
    word, gap = found["word"], found["gap"]
    if gap == "-":
        return word.lower() in _NO_PART or (word[0].isupper() and word in ORGANISATIONS)
    if gap in ("'", "’"):
        return len(word) == 1 and word not in "dlDLs"
    if not word[0].isupper():
        of = _LEFT_OF.search(before)
        return bool(of and of["word"] in ORGANISATIONS)
    if "&" in gap:
        return False  # "Acme & Borel": two names as often as one
    if word.lower() in ORDINARY or word in ROLES or word in TITLES or word in NO_NAMES or word.lower() in UNCOUNTED:
        return False
    if word.isupper() and len(word) > 1:
        return False  # an acronym before a name describes it: "the SDK Acme used"
    if _INITIAL.search(before[: found.start()]) and re.search(r"(?:ing|ed|ly|s|er|or)\Z", word):
        return False
    return not _is_heading(text, start)


def blocks_right(text: str, end: int) -> str:
    """ "longer" = it is the start of somebody else's name; "product" = an unknown capitalised word follows; else ""."""
    linked = _RIGHT_AND.match(text, end)
    if linked and linked["mark"] == "-" and linked["word"][0].isupper() and linked["word"] in ORGANISATIONS:
        return "longer"
    found = _RIGHT.match(text, end)
    if not found or not found["word"][0].isupper():
        return ""
    word = found["word"]
    if word in ROLES or word in TITLES or word in NO_NAMES or word.lower() in ORDINARY:
        return ""
    last, at = word, found.end()
    while True:
        if LEGAL_AFTER.match(text, at):
            return "longer"
        following = _RIGHT.match(text, at)
        if not following or not following["word"][0].isupper() or following["word"] in ROLES | NO_NAMES:
            break
        last, at = following["word"], following.end()
        if at > end + 60:
            break
    if {word, last} & (ORGANISATIONS - _PRODUCTS) or word in PLACES:
        return "longer"
    return "" if word.isupper() else "product"


def _is_heading(text: str, at: int) -> bool:
    """Whether the line is a heading in capitals or in Title Case, where a capital tells nothing."""
    first = max(text.rfind("\n", max(0, at - 150), at) + 1, at - 150, 0)
    last = text.find("\n", at, at + 150)
    words = _WORD.findall(text[first : at + 150 if last < 0 else last])
    long = [word for word in words if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def new_names(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """(start, end, how) of names that look like an organisation's; `known` stretches (sorted) are left out."""
    taken, at = start, 0
    for place in _SEQUENCE.finditer(text, start, end):
        first, last = place.span("all")
        while at < len(known) and known[at][1] <= first:
            at += 1
        if first < taken or (at < len(known) and known[at][0] < last):
            continue
        words = list(_WORD.finditer(text, first, last))
        if any(word.group() in PUBLIC for word in words):
            continue
        initial = bool(_INITIAL.search(text[max(0, first - 12) : first]))
        while words and (
            words[0].group().lower() in ORDINARY or words[0].group() in ROLES or words[0].group() in NO_NAMES
        ):
            words, initial = words[1:], False
        if initial and len(words) > 2 and words[1].group() == "of" and words[0].group() not in ORGANISATIONS:
            words, initial = words[2:], False  # "Shares of Acme"
        while words and (words[-1].group() in NO_NAMES or words[-1].group() in ROLES or words[-1].group().islower()):
            if len(words) > 1 and words[-1].group() == "Data" and words[-2].group() not in NO_NAMES | ROLES:
                break  # "Hadlock Data": of anybody's data the word has no capital
            words = words[:-1]
        if not words:
            continue
        first, last = words[0].start(), words[-1].end()
        legal = LEGAL_AFTER.match(text, last)
        if legal and legal.end() <= end:
            taken = legal.end()
            yield first, taken, "form"
            continue
        if len(words) > 1 and words[-1].group() in ORGANISATIONS:
            yield first, last, "form"
            continue
        shouts = len(words) > 1 and all(word.group().isupper() for word in words)
        if shouts or _is_heading(text, first) or _is_person(text, first, last, [word.group() for word in words]):
            continue
        if _PLACE_BEFORE.search(text[max(0, first - 12) : first]):
            continue  # "in Leeds": rather a place
        if len(words) == 1 and not _may_stand_alone(text, words[0], initial):
            continue
        yield first, last, "capitals"


def _may_stand_alone(text: str, word: re.Match[str], initial: bool) -> bool:
    """Whether a single capitalised word can be an organisation's name."""
    letters = word.group()
    if len(letters) < 3 or letters in PLACES or letters in FIRST_NAMES or letters in ORGANISATIONS or letters in TITLES:
        return False
    if letters.isupper():
        return False  # FTC, API: an acronym may be anything
    if not initial:
        return True
    if any(letter.isupper() for letter in letters[1:]):
        return True
    small = letters.lower()
    if re.search(r"(?:[^s]s|ing|ed|ly|tion|ment|ness|ity|ance|ence|ship|ism)\Z", small) or small in UNCOUNTED:
        return False
    return bool(_VERB.match(text, word.end()))


def _is_person(text: str, first: int, last: int, words: list[str]) -> bool:
    """Whether the name is a person's: a title before it, a first name, a post after it, or one named so elsewhere."""
    before = text[max(0, first - 24) : first]
    title = re.search(rf"({WORD})\.?[ \n]\Z", before)
    if words[0] in TITLES or (title and title[1] in TITLES):
        return True
    if words[0] in FIRST_NAMES and len(words) > 1:
        return True
    if len(words) in (2, 3) and (
        _PERSON_AFTER.match(text, last)
        or _SAID_BEFORE.search(before)
        or _POST_BEFORE.search(text, max(0, first - 40), first)
    ):
        return True
    return len(words) == 1 and _is_surname(text, first, words[0])


def _is_surname(text: str, first: int, surname: str) -> bool:
    """Whether the text before names a person of that surname in full."""
    at = first
    while (at := text.rfind(f" {surname}", max(0, first - _REACH), at)) > 0:
        before = _NAME_BEFORE.search(text, max(0, at - 24), at)
        if before and (before[1] in FIRST_NAMES or before[1] in TITLES):
            return True
    return False


def spoken_for(text: str, start: int, end: int) -> str:
    """The organisation that a noun phrase speaks of or for, or "": a lawyer for Acme, Acme's spokeswoman, Acme."""
    owner = re.search(rf"((?:{_ONE} )*{_ONE})['’]s?(?= )", text[start:end])
    agent = re.search(rf"\b(?:for|of|at|from|with) (?:the )?((?:{_ONE} )*{_ONE})", text[start:end])
    office = re.search(rf"((?:{_ONE} ){{1,4}}?)(?i:(?:chief|vice|senior|company) )?{_OFFICE}", text[start:end])
    for found in (agent, owner, office):
        if found and not _is_person(text, start + found.start(1), start + found.end(1), found[1].split()):
            words = found[1].split()
            words = words[1:] if words[0].lower() in ORDINARY else words
            if words:
                return " ".join(words)
    whole = re.fullmatch(rf"(?:[Tt]he )?((?:{_ONE} )*{_ONE})", text[start:end])
    if whole and not _is_person(text, start + whole.start(1), start + whole.end(1), whole[1].split()):
        words = whole[1].split()
        if words[0] not in NO_NAMES and words[0].lower() not in ORDINARY:
            return " ".join(words)
    return ""

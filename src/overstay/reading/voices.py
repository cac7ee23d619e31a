"""A noun phrase ─► whose voice it is: a partner, a company, a document, an accuser, or somebody named before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from overstay.naming.newnames import spoken_for
from overstay.partners import Name, Names

_KIND_OF_FIRM = (
    r"(?:company|firm|group|bank|maker|start-?up|business|developer|publisher|carrier|retailer|network|platform|"
    r"agency|"
    r"broadcaster|insurer|operator|manufacturer|broker|vendor|service|app|provider)"
)
_AGENT = (
    r"(?:spokes\w+|press office|officials?|executives?|representatives?|lawyers?|counsel|managers?|engineers?|"
    r"founders?|"
    r"chief executive|statement)"
)
_PRONOUN = re.compile(r"(?:it|he|she|they)", re.I)
_DESCRIBED = re.compile(
    rf"(?:the (?:[\w-]+ )?{_KIND_OF_FIRM}|the two|the two {_KIND_OF_FIRM}s)(?:['’]s? .*)?"
    rf"|(?:a|the|its|their|one|another)(?: {_KIND_OF_FIRM}| senior)? {_AGENT}(?: (?:for|of) (?:the|"
    rf"its) [a-z-]+(?: [a-z-]+)?)?",
    re.I,
)
DOCUMENT = re.compile(
    r"\b(?:records?|logs?|documents?|documentation|files?|e-?mails?|memos?|memorandum|minutes|exhibits?|"
    r"spreadsheets?|"
    r"audits?|audit trail|tests?|data|letters?|contracts?|correspondence|slides?|papers|reports?|captures|traffic|"
    r"reviews?|"
    r"analysis|"
    r"transcripts?|presentation|evidence|list|archive|database|answers)\b",
    re.I,
)
_ALLEGATION = re.compile(
    r"\b(?:complaints?|plaintiffs?|lawsuits?|suit|petition(?:ers?)?|claimants?|indictment|prosecutors?|"
    r"attorneys? general|"
    r"relators?|class action|counterclaims?|complainants?|whistle-?blowers?|the State|State of [A-Z]\w+|"
    r"the People)\b",
    re.I,
)
NO_SUBJECT = re.compile(
    r"(?:under|in|at|by|with|from|to|of|on|for|contrary|despite|according|during|since|until|after|before|when|what|"
    r"no|not|never|more|less|each|every|all|as)\b",
    re.I,
)
PEOPLE = re.compile(
    r"(?:(?:the|an?|one|two|three|some|several|people|officials|executives|employees|another|both|its|their|"
    r"former|lawyers|"
    r"regulators|investigators|researchers|reporters)\b|(?-i:[A-Z]))",
    re.I,
)
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Oo]urs|us|I|[Mm]y)\b(?!\.S)")
_NOT_DOCUMENT = re.compile(r"\bspokes|\breporter|^people\b|^officials\b", re.I)
_LINK = re.compile(r",? (?:and |as well as )?")
_THEIR_OWN = re.compile(r"(?:its|their) [a-z][a-z -]*, [A-Z]")  # "its founder, Ann Roe"
_OWN = re.compile(r"(?:its|their|his|her) own\b", re.I)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who asserts: `words` (at start:end in the text) led to the name.

    kind: "partner" (one of the known partners), "company", "document" (records, logs), "allegation" (a complaint, its
    plaintiffs) or "report" (the publisher, or somebody else).
    """

    name: str
    start: int
    end: int
    words: str
    kind: str


def voice_of(text: str, start: int, end: int, names: Names, first: int, last: int) -> Speaker:
    """The speaker that a noun phrase names; first and last bound the sentence."""
    while start < end and (text[start].isspace() or text[start] in ",“\"'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',.”"'):
        end -= 1
    words = text[start:end]
    if FIRST_PERSON.fullmatch(words):
        return Speaker("", start, end, words, "first")
    if DOCUMENT.search(words) and not _NOT_DOCUMENT.search(words):
        if _OWN.match(words):
            name = last_named(text, first, last, names, after=end)
            if name:
                return replace(name, start=start, end=end, words=words)
        return Speaker(words, start, end, words, "document")
    if _ALLEGATION.search(words):
        called = words[4:] if words.lower().startswith("the ") else words
        return Speaker(called, start, end, words, "allegation")
    known = [name for name in names.find(text, start, end) if name.what == "partner"]
    if known:
        return Speaker(_called(_for_whom(text, known), names), start, end, words, "partner")
    if _PRONOUN.fullmatch(words):
        return Speaker("", start, end, words, "pronoun")
    if _DESCRIBED.fullmatch(words) or (_THEIR_OWN.match(words) and _DESCRIBED.fullmatch(words.partition(",")[0])):
        return Speaker(words, start, end, words, "described")
    company = spoken_for(text, start, end)
    if company:
        return Speaker(company, start, end, words, "company")
    called = words[4:] if re.match(r"[Tt]he [A-Z]", words) else words
    return Speaker(called, start, end, words, "report")


def _for_whom(text: str, known: list[Name]) -> Name:
    """Of several names the one for which somebody speaks: "a lawyer for Borel in its case against Acme"."""
    for name in known:
        if re.search(r"\b(?:for|of|at|from)\s(?:the\s)?\Z", text[max(0, name.start - 12) : name.start]):
            return name
    return known[0]


def _called(name: Name, names: Names) -> str:
    """The name to print of the partner."""
    return next((printed for id, printed, _ in names.rows["partner"] if id == name.ids[0]), name.text)


def last_named(text: str, start: int, end: int, names: Names, after: int = -1) -> Speaker | None:
    """The last organisation named in the stretch, or the first behind `after`."""
    known = [name for name in names.find(text, start, end) if name.what == "partner" and name.start > after]
    if not known:
        return None
    name = known[0] if after >= 0 else known[-1]
    return Speaker(_called(name, names), name.start, name.end, name.text, "partner")


def all_of(text: str, speaker: Speaker, names: Names, start: int) -> Speaker:
    """The speaker with those named in a row before: "Acme, Borel and Tandem Health denied it"."""
    known = [name for name in names.find(text, start, speaker.end) if name.what == "partner"]
    row = [name for name in known if name.start >= speaker.start][:1]
    for name in reversed(known):
        if row and name.end <= row[0].start and _LINK.fullmatch(text, name.end, row[0].start):
            row.insert(0, name)
    if len(row) < 2:
        return speaker
    called = [_called(name, names) for name in row]
    first = row[0].start
    together = f"{', '.join(called[:-1])} and {called[-1]}"
    return replace(speaker, name=together, start=first, words=text[first : speaker.end])

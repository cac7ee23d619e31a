"""The words of a sentence ─► how many of the partners it speaks of, and which of them it excepts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.partners import Name, Names

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,6}(?![.,]?\d)|(?:(?:a|one|two|three|four|five|six|several) )?dozen"
    rf"|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:])}"
    r"|(?:(?:a|one|two|three|four|five|six|seven|eight|nine) )?hundred)(?:-odd| or so)?(?: \(\d{1,6}\))?"
)
_NOUN = (
    r"(?:partners?|partnerships?|partnerings?|developers?|compan(?:y|ies)|firms?|apps?|applications?|businesses|"
    r"business|"
    r"(?:device |phone |handset |game |app |car |hardware )?makers?|manufacturers?|carriers?|retailers?|brokers?|"
    r"vendors?|"
    r"providers?|publishers?|advertisers?|agenc(?:y|ies)|integrations?|agreements?|arrangements?|deals?|contracts?|"
    r"connections?|interfaces?|permissions?|tokens?|keys?|credentials?|licen[cs]es?|clients?|add-ons?|extensions?|"
    r"plug-ins?|"
    r"bots?|sites?|websites?|services|organi[sz]ations?|third[ -]part(?:y|ies)|part(?:y|ies)|start-?ups?|banks?|"
    r"insurers?|"
    r"researchers?|programs?|programmes?|recipients?|testers?|games?|merchants?|platforms?|feeds?|scopes?|access)"
)
_OF_THEM = r"(?:of (?:them|these|those|which|whom|the (?:rest|others))|one of (?:them|these|those))"
_MODIFIERS = r"(?:(?!(?:of|and|or|to|that|in|on|by|for|from|with)\b|month|year|week|day|hour)[a-z][\w’'-]+ ){0,3}?"
_THE = r"(?:the |its |our |their |these |those |such |other |your |his |her |my |\w+['’]s? )?"
_ABOUT = (
    r"(?:about |around |roughly |approximately |some |nearly |almost |only |just |exactly |at least |at most |up to |"
    r"more than |over |fewer than |less than |no (?:more|fewer|less) than |as many as )?"
)
_PARTNERS = rf"(?:(?:of )?{_THE}{_MODIFIERS}{_NOUN}\b|{_OF_THEM}\b)"
_NO_PARTNER = (
    r"(?:months?|weeks?|days?|years?|hours?|minutes?|percent|per cent|times?|users?|people|persons?|states?)\b"
)
# In the order of strength: what fits a stretch first names its quantifier. A pattern is tried only where one of its
# needles stands in the sentence.
_PATTERNS = tuple(
    (quantifier, needles.split("|"), re.compile(rf"(?<![\w$€£.-]){pattern}"))
    for quantifier, needles, pattern in (
        ("but", "all but", rf"all but {_ABOUT}(?P<count>{_NUMBER})(?: (?:out )?of {_THE}(?P<of>{_NUMBER}))?\b"),
        (
            "some",
            " of ",
            rf"{_ABOUT}(?P<count>{_NUMBER}) (?:{_MODIFIERS}{_NOUN} )?(?:out )?of {_THE}{_ABOUT}(?P<of>{_NUMBER})\b",
        ),
        (
            "all",
            "all |each |every one ",
            rf"(?:all|each|"
            rf"every one) (?:of )?{_THE}(?P<count>{_NUMBER})(?! {_MODIFIERS}{_NO_PARTNER})\b(?: {_PARTNERS})?",
        ),
        (
            "most",
            "all|every",
            rf"(?:nearly|almost|virtually|practically|substantially|close to) (?:all|every)\b(?: {_PARTNERS})?",
        ),
        (
            "most",
            "most|majority|bulk|half|greater|lion",
            rf"(?:most|(?:the )?(?:vast |great |overwhelming |large )?majority|the bulk|more than half|"
            rf"the greater part|"
            rf"the lion['’]s share) {_PARTNERS}",
        ),
        (
            "all",
            "all but|none|no one|not one",
            rf"all but\b(?= )|(?:none|no one|not one) {_PARTNERS}|none of (?:them|these|those|our|the|its)\b",
        ),
        (
            "all",
            "all |every |each |any of |entirety|whole|no ",
            rf"(?:all|every|each|the entirety|the whole) {_PARTNERS}|any of {_THE}{_MODIFIERS}{_NOUN}\b"
            rf"|every one\b(?! of)|no (?!longer|more|later|less|fewer|other|one\b){_MODIFIERS}{_NOUN}\b",
        ),
        ("all", "the ", rf"(?<!like )the (?P<count>{_NUMBER}) {_MODIFIERS}{_NOUN}\b"),
        ("some", "", rf"{_ABOUT}(?P<count>{_NUMBER}) {_PARTNERS}"),
        (
            "some",
            "some|several|few|handful|number|couple|minority|dozen|fraction|quarter|third|portion|many|certain|scores|"
            "hundreds|thousands|numerous|various|half|selected|group|list",
            rf"(?:some|several|(?:only |just |quite )?a (?:few|handful|number|couple|minority|small number|"
            rf"dozen or so|"
            rf"fraction|quarter|third|portion)|a select few|few|many|certain|dozens|scores|hundreds|thousands|"
            rf"numerous|"
            rf"various|half|one third|two thirds|selected|a small group|a group|a list) {_PARTNERS}",
        ),
    )
)
_NUMBERS = re.compile(rf"\d|\b{_NUMBER}\b")
_LONGEST = 10_000  # characters of a sentence that are read
_SECTION = re.compile(
    r"\b(?:sections?|sec\.|paragraphs?|para\.|¶¶?|clauses?|articles?|questions?|rules?|pages?|p\.|chapters?|"
    r"counts?|exhibits?|"
    r"nos?\.|versions?|v|part|schedule|table|appendix)\s?\Z",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for| that of| those (?:of|with))?|with (?:the )?(?:sole |only |two |"
    r"three |one )?exceptions?(?: being)?"
    r"(?: of)?|(?:other|rather) than|apart from|aside from|save(?: for| only)?|excluding|but not|not including|"
    r"besides|"
    r"(?:all|everyone|everybody|nobody|no one|none|anyone) but|(?:all|every|no|any|none)(?: [\w-]+){1,4} but|"
    r"(?:all|every\w*|each|any\w*|none|nobody|no one|no)(?: [\w-]+){0,4} bar)(?=[\s:,])",
    re.I,
)
_LISTED = re.compile(
    r"[\s,:&/()“”\"'’–—-]*(?:(?:and|or|nor|for|of|with|by|to|the|those|these|one|two|three|four|them|that|ones?|only|also|its|their|our|both|s|"
    r"deals?|partnerships?|arrangements?|agreements?|contracts?|integrations?|access|partners?|compan(?:y|ies)|firms?|"
    r"developers?|apps?|makers?|manufacturers?|carriers?|banks?|publishers?|brokers?|vendors?|retailers?|groups?|"
    r"phone|device|handset|game|car|data|app|(?:built|made|run|held|operated|developed|signed|struck|in place) "
    r"(?:for|by|with)|"
    r"[’']s)\b"
    r"[\s,:&/()“”\"'’–—-]*)*"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|its|their|our|other) \Z", re.I)
_EXCEPTED_BEFORE = re.compile(
    r"[\s,]*(?:(?:alone|both) )?(?:excepted|aside|excluded|(?:is|are|was|were|being) (?:the )?(?:only |sole |"
    r"two )?exceptions?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: quantifier "all", "most", "some" or "" (nothing said); count and of as in "38 of the 52", else None.

    start, end: offsets of `words` in the text given.
    """

    quantifier: str
    count: int | None
    of: int | None
    start: int
    end: int
    words: str


NOTHING = Quantity("", None, None, 0, 0, "")


def quantity_of(sentence: str) -> Quantity:
    """How many of the partners the sentence speaks of, or a Quantity that is blank: a share of a whole before all
    others, else the first.

    A number alone is `some`, however large; with the article ("the 52 partnerships", more than three) it is `all`.
    A number that is only near ("about ten of twelve") is given as it stands.
    """
    found = quantities_of(sentence)
    shares = [one for one in found if one.of is not None and one.of != one.count]
    return (shares or found or [NOTHING])[0]


def quantities_of(text: str) -> list[Quantity]:
    """Every quantity of partners in a text, in order, not overlapping."""
    found: list[Quantity] = []
    text = text[:_LONGEST]
    small = text.lower()
    if len(small) != len(text):  # a few letters have a longer small form
        small = re.sub("[A-Z]+", lambda word: word.group().lower(), text)
    has_number = bool(_NUMBERS.search(small))
    for quantifier, needles, pattern in _PATTERNS:
        if ("count" in pattern.groupindex and not has_number) or not any(needle in small for needle in needles):
            continue
        for place in pattern.finditer(small):
            one = _quantity(quantifier, place, text)
            if one and not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _quantity(quantifier: str, place: re.Match[str], text: str) -> Quantity | None:
    before = place.string[max(0, place.start() - 14) : place.start()]
    if _SECTION.search(before):
        return None
    groups = place.groupdict()
    count, of = _number(groups.get("count")), _number(groups.get("of"))
    if quantifier == "but":
        if count is None:
            return None
        quantifier, count = ("some", of - count) if of and of > count else ("most", None)
    elif quantifier == "all" and count is not None:
        if count <= 3 and place.group().startswith("the "):
            return None  # "the two companies": named before
        of = count
    elif quantifier == "some" and of is not None and count is not None:
        if count > of:
            return None
        if count == of:
            quantifier = "all"
    elif count is not None and count <= 3 and _DEFINITE.search(before):
        return None  # "these two companies": named before
    elif count is not None and not of and re.match(r"(?:19|20)\d\d\b", groups.get("count") or ""):
        return None  # a year
    return Quantity(quantifier, count, of, place.start(), place.end(), text[place.start() : place.end()])


def _number(words: str | None) -> int | None:
    """The number that the words give: digits, or English number words up to a few hundred."""
    if not words:
        return None
    words = re.sub(r"(?:-odd| or so)", "", words.lower())
    digits = re.search(r"\d[\d,]*", words)
    if digits:
        return int(digits.group().replace(",", ""))
    total = 0
    for word in re.split(r"[- ]", words):
        if word in _ONES:
            total += _ONES.index(word)
        elif word in _TENS:
            total += 10 * (_TENS.index(word) + 2)
        elif word == "dozen":
            total = 12 * (total or 1)
        elif word == "hundred":
            total = 100 * (total or 1)
        elif word == "several":
            return None
    return total or None


def exceptions_of(text: str, names: Names, start: int = 0, end: int | None = None) -> list[Name]:
    """The partners that text[start:end] excepts ("all but Acme", "with the exception of Acme and Borel"), in order."""
    end = len(text) if end is None else end
    found = [name for name in names.find(text, start, end) if name.what == "partner"]
    if not found:
        return []
    excepted: dict[int, Name] = {}
    for place in _EXCEPT.finditer(text, start, end):
        at = place.end()
        for name in found:
            if name.start < at:
                continue
            link = _LISTED.match(text, at, end)
            if not link or link.end() < name.start:
                break
            excepted[name.start] = name
            at = name.end
    for position, name in enumerate(found):
        if _EXCEPTED_BEFORE.match(text, name.end, end):
            excepted[name.start] = name
            while position and re.fullmatch(
                r",? (?:and |& )?|, ", text[found[position - 1].end : found[position].start]
            ):
                position -= 1
                excepted[found[position].start] = found[position]
    return [excepted[at] for at in sorted(excepted)]

"""A sentence ─► who asserts it: whom its words name, else the last speaker before, else the publisher."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from overstay.naming.capitals import listed
from overstay.naming.nameforms import WORD
from overstay.partners import Names
from overstay.reading.voices import DOCUMENT, FIRST_PERSON, NO_SUBJECT, PEOPLE, Speaker, all_of, last_named, voice_of

_SAYING = (
    r"(?:said|says|told|tells|wrote|writes|confirmed|confirms|denied|denies|acknowledged|acknowledges|admitted|"
    r"admits|"
    r"conceded|concedes|stated|claimed|insisted|insists|maintained|maintains|added|adds|announced|disclosed|"
    r"discloses|"
    r"revealed|reveals|explained|explains|alleged|alleges|replied|replies|responded|responds|testified|testifies|"
    r"deposed|"
    r"swore|attested|certified|pledged|vowed|noted|argued|argues|contended|contends|promised|promises|assured|"
    r"assures|"
    r"informed|notified|warned|declared|declares|recounted|recalled|commented|emphasi[sz]ed|stressed|disputed|"
    r"disputes|"
    r"undertaken(?= to)|undertook(?= to)|(?:found|finds|concluded|determined|learned)(?= that\b)|"
    r"(?:allege|contend|say|argue|maintain|concede|admit|acknowledge|confirm|insist)(?= that\b| it\b| they\b|"
    r" he\b| she\b|[,.])|"
    r"(?:claims?|reports?|reported|states?|notes)(?= that\b| it\b| they\b| to have\b))"
)
_SHOWING = re.compile(
    r"\b(?:shows?|showed|shown|indicates?|indicated|suggests?|suggested|reveals?|revealed|finds|found|says?|said|"
    r"prove[sd]?|"
    r"lists?|listed|states?|stated|describe[sd]?|confirm(?:s|ed)?)\b"
)
_CONDITION = re.compile(r"(?:although|though|whatever|if|unless|whether|while)\b", re.I)
_NOT_SHOWN = re.compile(r"\b(?:not|never)\Z|\Awhatever\b")
_VERB = re.compile(rf"\b(?:{_SAYING})\b")
# Verbs that also follow what was said, as participles: "a settlement announced on Monday".
_PARTICIPLES = listed(
    """
    announced disclosed revealed alleged claimed promised reported stated noted denied informed
    """
)
_BETWEEN = re.compile(
    r"(?:[\s,]|\b(?:also|later|then|however|has|have|had|previously|repeatedly|publicly|since|already|further|now|"
    r"once|"
    r"today|yesterday|himself|herself|itself|themselves|again|still|both|all|each|recently|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[\s,]))*\Z"
)
_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|nor|neither|would|could|might|may|should|if|whether|be|been|was|were|is|are|being|to|"
    r"cannot|can)"
    r"|n['’]t)\s\Z"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Pp]er|reads? (?:a|the)(?: \w+)? statement (?:from|by)|"
    r"[Ii]n the words of|[Ii]n the view of|[Bb]y the account of|"
    r"(?:evidence|testimony|account|affidavit|declaration|sworn statement) of(?= [A-Z]))\s+"
)
_ACCORDING_END = re.compile(r"[,;:()—–]|\.(?=\s|\Z)|\sis\b")
_TELLING = re.compile(rf"\b[Ii]n ({WORD}(?: {WORD}){{0,4}}?)['’]s? (?:telling|view|words|account|version)\b")
_CLAUSE_START = re.compile(
    r"[;:()\[\]“”\"—–]|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])[,.!?](?=\s)|\s-\s"
    r"|\b(?:that|but|and|while|when|[Aa]s|because|since|although|though|after|before|which|who|where|if)\s"
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|although|though|whatever|whoever|if|unless|whether|how|what|than)\s*\Z", re.I
)
_NP_END = re.compile(
    r"[;:()“”\"—–]|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])\.(?=\s|\Z|[”\"])|,(?=\s)|\b(?:that|but|while|"
    r"when|"
    r"because|although|which|has|had|have|was|were|is|are|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_BORN = re.compile(r"(?:once |now |formerly |previously )?(?:an?|the) (?:former|one-time|ex-|long-time|old|veteran)\b")
_REACH = 3_000  # characters back in which an earlier speaker is looked for
_CLAUSE = 400  # characters that a clause may have
_MOST = 30  # verbs of saying that one sentence may have
_AHEAD = 800  # characters ahead in which a quotation may name its speaker


def speaker_of(
    text: str, sentence: tuple[int, int], names: Names | None = None, default: str = "", *, at: int | None = None
) -> Speaker:
    """Who asserts what stands in text[start:end]; `default` is the publisher, who speaks where nobody else does.

    "The company said", "she added" is the last speaker before it, else the last organisation named before it; what
    records show, the publisher tells. `at` is the offset of what is asserted: with it, "…, and the bank says …" is not
    taken for the speaker of what stands before the "and".
    """
    start, end = sentence
    names = names or Names()
    found = _ascribed(text, start, end, names, at)
    if found is None and _quote_is_open(text, start, end):
        found = _ascribed(text, end, min(len(text), end + _AHEAD), names)
    if found is None and _in_quote(text, start):
        found = _earlier(text, start, names)
    if found is None:
        first = FIRST_PERSON.search(_QUOTED.sub(lambda quote: " " * len(quote.group()), text[start:end]))
        if first:
            return _at(text, default, start + first.start(), start + first.end(), "company")
        return Speaker(default, start, start, "", "report")
    if found.kind == "first":
        return replace(found, name=default, kind="company")
    if found.kind == "document":
        return replace(found, name=default or found.name)
    if found.kind in ("pronoun", "described"):
        earlier = _earlier(text, found.start, names)
        if earlier is None or earlier.kind in ("document", "allegation"):
            earlier = last_named(text, max(0, start - _REACH), found.start, names)
        if earlier:
            return replace(found, name=earlier.name, kind=earlier.kind)
        if found.kind == "described":
            return replace(found, kind="report")
        return replace(found, name=default, kind="report")
    return found


def _at(text: str, name: str, start: int, end: int, kind: str) -> Speaker:
    return Speaker(name, start, end, text[start:end], kind)


def _ascribed(text: str, start: int, end: int, names: Names, at: int | None = None) -> Speaker | None:
    """The first speaker that the stretch names, of kind "pronoun" or "described" where it has no name."""
    found: list[Speaker] = []
    according = _ACCORDING.search(text, start, end)
    if according:
        stop = _ACCORDING_END.search(text, according.end() + 4, end)
        found.append(voice_of(text, according.end(), stop.start() if stop else end, names, start, end))
    telling = _TELLING.search(text, start, end)
    if telling:
        found.append(voice_of(text, *telling.span(1), names, start, end))
    for verb in islice(_VERB.finditer(text, start, end), _MOST):
        if _NOT_SAID.search(text, max(start, verb.start() - 12), verb.start()):
            continue
        subject = _subject(text, start, verb, end, names)
        if subject and not (at is not None and _only_after(text, subject, at)):
            found.append(subject)
            break
    shown = _shown(text, start, end)
    if shown and not (at is not None and _only_after(text, shown, at)):
        found.append(shown)
    return min(found, key=lambda one: one.start) if found else None


def _only_after(text: str, speaker: Speaker, at: int) -> bool:
    """Whether the speaker's words begin behind `at`, as in "…, and the bank says that …"."""
    if speaker.start <= at:
        return False
    return bool(
        re.search(r"(?:;|\b(?:and|but|while|whereas))[\s,]*\Z", text[max(at, speaker.start - 12) : speaker.start])
    )


def _subject(text: str, start: int, verb: re.Match[str], end: int, names: Names) -> Speaker | None:
    """The subject of a verb of saying: before it, before an apposition, or behind it after a quotation."""
    between = _BETWEEN.search(text, max(start, verb.start() - 60), verb.start())
    last = between.start() if between else verb.start()
    first, opener = _clause(text, start, last)
    is_parted = text[last : verb.start()].strip() == ","
    if is_parted and opener.strip() in ("which", "who"):  # Acme, which lost it in May, said
        last = max(text.rfind(",", start, first), start)
        first, opener = _clause(text, start, last)
        is_parted = False
    words = text[first:last].strip()
    if not words or (is_parted and opener != ","):  # “…,” said Jane Roe; it ended, said a person who knew
        is_inverted = (opener or is_parted) and not text.startswith(" that ", verb.end())
        return _behind(text, verb.end(), start, end, names) if is_inverted else None
    is_subordinate = _SUBORDINATE.search(text, max(start, first - 12), first)
    if _CONDITION.match(words) or (is_subordinate and not text.startswith(" that ", verb.end())):
        return None  # "a fact that Acme disclosed"
    own = voice_of(text, first, last, names, start, end)
    if own.kind == "partner" and is_parted and _BORN.match(words):  # Borel's chief, a former manager at Acme, said
        person = voice_of(text, _clause(text, start, first - 1)[0], first - 1, names, start, end)
        own = person if person.kind in ("partner", "company") else own
    if own.kind in ("report", "described") and is_parted:  # Jane Roe, its vice president, said
        person = voice_of(text, _clause(text, start, first - 1)[0], first - 1, names, start, end)
        return person if person.kind in ("partner", "company") or own.kind == "report" else own
    if own.kind == "report":
        is_subject = PEOPLE.match(own.words) and not NO_SUBJECT.match(own.words) and len(own.words.split()) <= 8
        if not is_subject or (verb.group() in _PARTICIPLES and own.words[:2].lower() in ("a ", "an")):
            return None
    return all_of(text, own, names, start) if own.kind == "partner" else own


def _clause(text: str, start: int, last: int) -> tuple[int, str]:
    """Where the clause before `last` begins, and the mark or word that opens it."""
    first, opener = max(start, last - _CLAUSE), ""
    for place in _CLAUSE_START.finditer(text, first, last):
        first, opener = place.end(), place.group()
    return first, opener


def _behind(text: str, at: int, start: int, end: int, names: Names) -> Speaker | None:
    """The speaker behind the verb: “…,” said Jane Doe, Acme's vice president."""
    stop = _np_end(text, at, end)
    if not text[at:stop].strip():
        return None
    person = voice_of(text, at, stop, names, start, end)
    if person.kind == "report" and text.startswith(",", stop):
        post = voice_of(text, stop + 1, _np_end(text, stop + 1, end), names, start, end)
        if post.kind in ("partner", "company"):
            return post
    return person if person.kind != "report" or PEOPLE.match(person.words) else None


def _shown(text: str, start: int, end: int) -> Speaker | None:
    """Records, logs, tests that show it."""
    for verb in islice(_SHOWING.finditer(text, start, end), _MOST):
        first = max(start, verb.start() - _CLAUSE)
        for place in _CLAUSE_START.finditer(text, first, verb.start()):
            if place.group() != ",":
                first = place.end()
        words = text[first : verb.start()]
        left = first + len(words) - len(words.lstrip())
        is_clear = len(words.split()) <= 14 and not NO_SUBJECT.match(text, left)
        words = words.strip()
        if is_clear and DOCUMENT.search(words) and not _NOT_SHOWN.search(words):
            return Speaker(words, left, left + len(words), words, "document")
    return None


def _np_end(text: str, start: int, end: int) -> int:
    for place in _NP_END.finditer(text, start + 2, end):
        if not (place.group().isalpha() and " who" in text[start : place.start()]):
            return place.start()
    return end


def _earlier(text: str, before: int, names: Names) -> Speaker | None:
    """The last speaker that is named before an offset, else one that is only described ("the bank")."""
    described: Speaker | None = None
    for verb in list(_VERB.finditer(text, max(0, before - _REACH), before))[: -_MOST - 1 : -1]:
        first = max(
            text.rfind(mark, max(0, verb.start() - 400), verb.start()) + 1 for mark in ("\n\n", ". ", ".” ", "? ")
        )
        found = _ascribed(text, max(first, before - _REACH, 0), min(before, verb.end() + 100), names)
        if found is None or found.start >= before:
            continue
        if found.kind in ("partner", "company", "report", "allegation"):
            return found
        if found.kind == "described":
            described = replace(found, kind="report")
    return described


def _quote_is_open(text: str, start: int, end: int) -> bool:
    part = text[start:end]
    return part.count("“") > part.count("”") or (part.count('"') % 2 == 1 and part.lstrip().startswith('"'))


def _in_quote(text: str, start: int) -> bool:
    """Whether the sentence stands in a quotation that began before it, or is one."""
    first = max(0, start - 1_000, text.rfind("\n\n", 0, start) + 1)
    part = text[first : start + 1]
    return part.count("“") > part.count("”") or part.count('"') % 2 == 1

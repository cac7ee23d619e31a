"""A text ─► its sentences, as offsets: what stands between two of them is only space, bullets and quote marks of mail.

Why no library: pysbd is quadratic on long texts and has seen no release since 2021, syntok and spaCy's sentencizer
read about 1.5 MB a second and drop or move characters, BlingFire is quick but no longer maintained; none of them knows
numbered legal paragraphs, hard-wrapped lines or table rows. One regular expression finds every place where a sentence
could end; a few rules in their order decide.
"""

from __future__ import annotations

import re

from overstay.naming.capitals import listed

_OPENERS = "\"'“‘«([{*_"
_CLOSERS = "\"'”’»)\\]}*_"
_GAP = r"(?:[^\S\n]|\n[^\S\n]*+(?:>[^\S\n>]*+)*+)"
# A stop with what closes after it (quotes, brackets, a footnote's number) and the space behind, or a line's end.
_BREAK = re.compile(
    rf"[.!?…\n](?:(?<=\n)(?P<line>[^\S\n]*+(?:>[^\S\n>]*+)*+{_GAP}*+)"
    rf"|(?<!\n)(?<![.!?…][.!?…])[.!?…]*+(?:(?<=[a-z”\")]\.)\d{{1,2}}(?=\s))?(?:[{_CLOSERS}]|"
    rf"\[\d{{1,3}}\])*+(?P<gap>{_GAP}++))"
)
# What begins something of its own at the start of a line; `loose` marks also occur where a wrapped line goes on.
_MARK = re.compile(
    r"(?P<bullet>[*•‣◦▪●○■□·]\s+|\#{1,6}\s+)"
    r"|(?P<dash>[-–—]\s+)"
    r"|(?P<loose>\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{2,5})[.)]\s|\d{1,3}(?:\.\d{1,3}){1,3}\.?\s|¶+\s?\d|[QA]:\s)"
    r"|(?P<row>\|)"
)
_LEAD = re.compile(r"(?:[\s>]|[*•‣◦▪●○■□·–—-]\s|\#{1,6}\s)*")
# What numbers or labels the sentence that it begins: "27.", "(a)", "Question 4.", "Answer."
_NUMBERING = re.compile(
    r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{2,5})\)?"
    r"|(?:Question|Answer|Response|Request|Interrogatory|Count|Item|Finding)(?: No\.)?(?: \d{1,3}(?:\([a-z]\))?)?"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_BRAND = re.compile(r"[a-z]{1,3}[A-Z]")  # eBay, iPhone: a capital in all but its first letter
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_VERB_AFTER = re.compile(
    r"\S+ (?:said|says|has|had|have|was|were|is|are|will|would|can|could|did|does|lost|kept|told|also|no longer)\b"
)

# Never an end, whatever comes next.
_NEVER = listed(
    """
    mr mrs ms mx dr prof rev hon gen sen rep reps sens gov lt col sgt capt cmdr messrs fr st mt ft v vs e.g i.e eg
    ie cf viz approx ca resp incl excl
    """
)
# No end before a number or a single letter.
_BEFORE_NUMBER = listed(
    """
    no nos nr sec secs sect art arts p pp par para paras fig figs ex exh exhs vol vols ch cl rule app reg ver tab
    doc dkt bates jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ¶ ¶¶
    § §§ ed eds est n nn tel ext
    """
)
# An end only where the next word says so: a company's form, a country, a degree.
_FORMS = listed(
    """
    inc corp ltd co llc plc bros cos gmbh
    """
)
_OFTEN = _FORMS | listed(
    """
    jr sr esq dept div assn univ intl mfg govt ave blvd rd al
    """
)
_CLOCK = frozenset(["p.m", "a.m", "pm", "am", "etc"])
_AFTER_CLOCK = re.compile(
    r"(?:[ECMPB][SD]?T|UTC|GMT|CET|CEST|Eastern|Central|Pacific|Mountain|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|"
    r"Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)
_STARTERS = listed(
    """
    the a an in on at by for from with without after before since until when while although though however but and
    or so yet if as it its he she they we you i his her their our my your this that these those there here some most
    many all both each every another other others under according following during within between among last next
    today yesterday tomorrow now then later earlier meanwhile also still not no nor none what who which where why
    how such to once only one two three four five six seven eight nine ten several few because despite due even ever
    instead moreover nevertheless otherwise therefore thus upon nobody nothing neither either finally first second
    third users customers developers partners people access apps companies records plaintiffs defendants plaintiff
    defendant
    """
)
_HANGING = re.compile(r"(?:,|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|which|its|our|their))[^\S\n]*\Z")
_SHORT = 0.75  # a line that had room for the next word and left it was ended on purpose
_NARROW = 30  # characters: no column of running text is narrower
_WINDOW = 4_000  # characters on both sides within which a paragraph's width is taken
LONGEST = 4_000  # characters: what runs on for longer is a table or broken text, and is read in pieces
_SEAMS = ("\n", "; ", ", ", " ")  # where a piece may end, the best first


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end) offsets, in order, not overlapping, trimmed.

    Bullets, headings, numbered paragraphs and table rows are sentences of their own; lines that a page broke are
    joined. What holds no letter and no digit is left out. What has no end for LONGEST characters is cut at a line's
    end, a semicolon, a comma or a space, so that nothing goes unread.
    """
    found: list[tuple[int, int]] = []
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    quoted = ">" in text[:start]
    width, measured = 0, -1
    for place in _BREAK.finditer(text):
        at, after = place.start(), place.end()
        if at < start:
            continue
        if after >= len(text):
            break
        is_line = place.lastgroup == "line"
        gap_at = at if is_line else place.start("gap")
        lines = text.count("\n", gap_at, after)
        mark = None
        if lines:
            is_quoted = ">" in text[gap_at:after]
            mark = _MARK.match(text, after)
            if is_quoted is not quoted:
                quoted, ends = is_quoted, True
            elif mark and _begins(text, gap_at, lines, mark, is_line):
                ends = True
            elif lines > 1:
                ends = not _goes_on(text, start, gap_at, after)
            elif is_line:
                if at >= measured:
                    width, measured = _width(text, at)
                ends = _line_ends(text, at, after, width)
            else:
                ends = text[at] != "." or _stop_ends(text, start, at, after)
                ends = ends and not _continues(text, after)
        else:
            ends = not _continues(text, after) and (text[at] != "." or _stop_ends(text, start, at, after))
        if ends:
            _add(found, text, start, gap_at)
            start = after
            if mark and mark.lastgroup in ("bullet", "dash"):
                start = mark.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Keep the stretch without the space around it, if a letter or digit is in it; a very long one in pieces."""
    while end - start > LONGEST:
        cuts = (text.rfind(seam, start + LONGEST // 2, start + LONGEST) for seam in _SEAMS)
        cut = next((at + 1 for at in cuts if at > 0), start + LONGEST)
        _add(found, text, start, cut)
        start = cut
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if end > start and (text[start].isalnum() or any(letter.isalnum() for letter in text[start:end])):
        found.append((start, end))


def _continues(text: str, after: int) -> bool:
    """Whether a small letter follows, so that no sentence can begin here."""
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    if after >= len(text):
        return False
    letter = text[after]
    return letter in ",;:)" or (letter.islower() and not _BRAND.match(text, after))


def _stop_ends(text: str, start: int, at: int, after: int) -> bool:
    """Whether the full stop at `at` ends a sentence, or only an abbreviation, an initial, a paragraph's number."""
    if text[at + 1 : at + 2] == "." or (text[start] == "(" and text[at + 1 : at + 2] == ")"):
        return True
    before = text[max(start, at - 24) : at].split()
    if not before:
        return False
    word = before[-1].lstrip(_OPENERS)
    if at - start < 24 and _NUMBERING.fullmatch(text, start, at):
        return False
    short = word.lower()
    if len(short) > 5 and "." not in short:
        return True
    if short in _NEVER:
        return False
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    following = _WORD.match(text, after)
    if short in _BEFORE_NUMBER:
        if word == "no" and not text[after : after + 1].isdigit():
            return True
        is_number = text[after : after + 1].isdigit() or bool(following and len(following.group()) == 1)
        return not (is_number or text[after : after + 1] in "#§¶")
    if short in _CLOCK:
        return not _AFTER_CLOCK.match(text, after)
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or short in _OFTEN or _DOTTED.fullmatch(word):
        if not following:
            return text[after : after + 1].isdigit() and not is_initial
        if following.group().lower() in _STARTERS:
            return True
        return short in _FORMS and bool(_VERB_AFTER.match(text, after))
    return True


def _begins(text: str, end: int, lines: int, mark: re.Match[str], is_line: bool) -> bool:
    """Whether the mark at the start of a line begins something of its own, and is not a wrapped line's first word."""
    if mark.lastgroup in ("bullet", "row") or lines > 1 or not is_line:
        return True
    before = text[max(0, end - 8) : end].rstrip()
    if before.endswith((".", ";", ":", "!", "?", "”", '"')) or before.endswith((" and", " or")):
        return True
    return mark.lastgroup == "dash" and not text[mark.end() : mark.end() + 1].islower()


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Whether a sentence runs on over a blank line, as over the end of a page."""
    last = text[end - 1] if end > start else " "
    line = end - max(text.rfind("\n", start, end) + 1, start)
    return (
        text[after].islower()
        and (last.isalpha() or last in ",-")
        and line >= 40
        and (text[start].isupper() or text[start].isdigit())
    )


def _width(text: str, at: int) -> tuple[int, int]:
    """The length of the longest line of the paragraph around `at`, and the offset up to which that holds."""
    first = max(text.rfind("\n\n", max(0, at - _WINDOW), at) + 2, at - _WINDOW, 0)
    last = text.find("\n\n", at, at + _WINDOW)
    last = min(len(text), at + _WINDOW) if last < 0 else last
    return max(map(len, text[first:last].split("\n"))), max(last, at + 1)


def _line_ends(text: str, at: int, after: int, width: int) -> bool:
    """Whether a line without a stop was ended on purpose (a heading, a cell, an entry) and not by the page's width."""
    line = text[max(text.rfind("\n", max(0, at - _WINDOW), at) + 1, 0) : at]
    following = text[after : after + 60].split("\n", 1)[0]
    if "\t" in line or "\t" in following or line.startswith("|") or " | " in line:
        return True
    if not line.strip():
        return True
    if _continues(text, after) or _HANGING.search(line[-10:]):
        return False
    if width < _NARROW:
        return True
    word = following.split(" ", 1)[0]
    return len(line) + 1 + len(word) <= width * _SHORT

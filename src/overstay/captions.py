"""The words of a figure: labels that cannot run as HTML, the headline, how to read it, and where its data come from."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any

from overstay.findings import Verdicts
from overstay.house import safe_text
from overstay.lanes import CALM
from overstay.things import Selection
from overstay.wording import say_days

HOVER = 76  # characters of a hover line
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def label(text: object, cells: int = 0) -> str:
    """Text of a case for a label: one line, escaped, cut to `cells` (a wide character takes two) at a word.

    A name that runs from right to left keeps its direction to itself. A dollar sign is written as an entity, because
    between two of them Plotly looks for mathematics.
    """
    plain = " ".join(_UNSEEN.sub(" ", "" if text is None else str(text)).split())
    if cells and cells_of(plain) > cells:
        kept = ""
        for letter in plain:
            if cells_of(kept + letter) >= cells:
                break
            kept += letter
        word = kept.rsplit(" ", 1)[0]
        plain = (word if len(word) > len(kept) * 0.6 else kept).rstrip(" ,;:(/-") + "…"
    return _isolated(plain, safe_text(plain)).replace("$", "&#36;")


def lines(text: object, width: int = HOVER) -> str:
    """Text of a case for a hover: escaped, wrapped, without characters that turn or hide other text."""
    plain = " ".join(_UNSEEN.sub(" ", "" if text is None else str(text)).split())
    return _isolated(plain, safe_text(plain, width)).replace("$", "&#36;")


def cells_of(text: str) -> int:
    """How many narrow characters a text is about as wide as."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def say_lateness(pair: Mapping[str, Any]) -> str:
    """`732 to 1,460 days`, `−119 to 245 days`, `1 day`; for a denial, that access fell into its time."""
    least, most = pair["days_after_least"], pair["days_after_most"]
    days = say_days(least, most)
    if not days:
        return "in the time denied" if pair["kind"] == "never" else "days not known"
    if "before" in days:
        ends = [f"{'−' if end < 0 else ''}{abs(end):,}" for end in (least, most)]
        days = ends[0] if least == most else " to ".join(ends)
    return f"{days} day" if days == "1" else f"{days} days"


def headline(selection: Selection) -> str:
    """What the picture finds, each claim counted once. Access left behind a feature is no contradiction."""
    claims = selection.claims
    total = sum(claims.values())
    wrong, left, perhaps = claims["contradicted"], claims["left in place"], _possibly(claims)
    said = f"{total:,} statement{'' if total == 1 else 's'} about ended access"
    speak, features = ("speaks", "a feature") if left == 1 else ("speak", "features")
    behind = f"{speak} of {features} behind which access was left in place"
    if wrong:
        verb = "is" if wrong == 1 else "are"
        tail = f"; {left:,} more {behind}" if left else ""
        return f"{wrong:,} of {said} {verb} contradicted by what was observed{tail}"
    if left:
        return f"{left:,} of {said} {behind}"
    if perhaps:
        return f"{perhaps:,} of {said} may not fit what was observed; none is certainly contradicted"
    if claims["explained"]:
        return f"No contradiction in {said}: access seen later is explained by other statements"
    return f"No contradiction in {said}: that alone does not prove what they say"


def _possibly(claims: Mapping[str, int]) -> int:
    return sum(count for verdict, count in claims.items() if verdict.startswith("possibly"))


def how_to_read(selection: Selection) -> str:
    """How to read the marks, and what is not drawn."""
    left_out = sum(selection.left_out.values())
    rest = "statement is" if left_out == 1 else "statements are"
    why = ", ".join(f"{count:,} {verdict}" for verdict, count in selection.left_out.items() if count)
    if set(selection.left_out) == {CALM}:
        why = "what was observed cannot tell"
    styles = {mark.stretch.style for row in selection.rows for mark in row.stated}
    denied = " A thin line is time for which access was denied." if "denied" in styles else ""
    return (
        "In each row above: the end as stated, with all its readings (◆ a single day). Below: access as observed. "
        "Red runs from the day after the latest reading of the stated end to the day on which access was last seen, "
        "slim over days that were not themselves observed; ◀ start not known, ▶ end not known."
        + denied
        + " What one speaker repeats counts once."
        + (f" {left_out:,} {rest} not drawn: {why}." if left_out else "")
    )


def source_note(verdicts: Verdicts) -> str:
    """The case, its licence, and the options under which it was judged."""
    options, case = verdicts.options, verdicts.case
    told = [
        f"Case: {label(case.title, 80)}. Data: {label(case.settings.get('licence', 'licence not given'), 30)}.",
        f"Verdicts allow {options.grace_days:,} days of grace." if options.grace_days else "",
        f"Only what was public by {options.as_of}." if options.as_of else "",
        "Arguable rows are taken at their word." if options.reading == "plain" else "",
        "Statement, record and source stand behind each mark.",
    ]
    return " ".join(part for part in told if part)


def wrapped(text: str, width: int) -> str:
    """Text in lines of so many characters, escaped."""
    return "<br>".join(label(line) for line in textwrap.wrap(text, width)) or " "


def without_tags(text: str) -> str:
    """The text without its tags, to measure it."""
    plain, _, rest = text.partition("<")
    return plain + without_tags(rest.partition(">")[2]) if rest else plain


def _isolated(plain: str, safe: str) -> str:
    """Right-to-left text set apart, so that it does not reorder what stands beside it."""
    turns = any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in plain)
    return "<br>".join(f"\u2068{part}\u2069" for part in safe.split("<br>")) if turns else safe

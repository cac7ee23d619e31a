"""The words of a figure: labels that cannot run as HTML, the headline, how to read it, and where its data come from."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from overstay.findings import Verdicts
from overstay.house import label
from overstay.lanes import CALM
from overstay.things import Selection
from overstay.wording import say_days


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

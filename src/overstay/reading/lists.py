"""Lines below a statement that only name partners and dates: "(a) Acme, 12 February 2014; (b) Borel, 30 June 2014."."""

from __future__ import annotations

import re
from dataclasses import replace

from overstay.dating.spans import find_spans
from overstay.reading.owners import Owners
from overstay.reading.reader import Found
from overstay.reading.scene import Scene
from overstay.reading.stated import TENSES, stated
from overstay.reading.when import When

_ITEM = re.compile(r"[\s>]*(?:[-*•–—·+|]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])\s")
_NAMING = re.compile(
    r"\s*(?:This )?(?:affect(?:s|ed)|appl(?:ies|ied) to|concern(?:s|ed)|cover(?:s|ed)|namely|(?:the )?(?:partner|app|"
    r"developer|client|company|companie|carrier|vendor|maker)s?(?: (?:affected|concerned))?)\b[^.!?:]{0,30}:",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|shall|may|might|can|could|would|did|does|do|not|never|said|says)\b"
)
_MOST = 200  # lines of one list
Where = tuple[int, int]


def below(scene: Scene, place: int, found: list[Found]) -> list[tuple[Found, Where]]:
    """The statement of a sentence told once for each line below it, with the place of that line; [] without a list."""
    if len(found) != 1 or found[0].owners.ids:
        return []
    lines = _lines(scene, place)
    out = []
    for start, end in lines:
        ids = [id for name in scene.names.find(scene.text, start, end) if name.what == "partner" for id in name.ids]
        new = [name.text for name in scene.names.unknown(scene.text, start, end)] if not ids else []
        if not ids and not new:
            continue
        owners = Owners(list(dict.fromkeys(ids)), new, "named")
        out.append((_dated(scene, found[0], owners, start, end), (start, end)))
    if len(lines) == 1 and out and not _is_item(scene.text, *lines[0]):
        return [(replace(out[0][0], excepted=found[0].excepted), scene.spans[place])]
    return out if any(one.when is not None for one, _ in out) or found[0].when is not None else []


def _dated(scene: Scene, one: Found, owners: Owners, start: int, end: int) -> Found:
    """The statement for the owners of a line, with the line's own date where it has one."""
    tense = TENSES.get(one.kind, "")
    dates = [
        date
        for date in find_spans(scene.text, scene.said_on, start=start, end=end, tense=tense, rules=scene.rules)
        if date.edtf
    ]
    if len(dates) != 1:
        return replace(one, owners=owners, excepted=[])
    value, rule = stated(one.kind, one.rule, dates[0], scene.said_on)
    return replace(one, owners=owners, excepted=[], stated=value, date_rule=rule, when=When(-1, dates[0], True))


def _lines(scene: Scene, place: int) -> list[Where]:
    start, end = scene.spans[place]
    after = scene.spans[place + 1 : place + 1 + _MOST]
    if scene.text[start:end].rstrip().endswith(":"):
        lines = []
        for line in after:
            if not _is_item(scene.text, *line):
                break
            lines.append(line)
        return lines
    return [line for line in after[:1] if _NAMING.match(scene.text, *line) and not _VERB.search(scene.text, *line)]


def _is_item(text: str, start: int, end: int) -> bool:
    begins = text.rfind("\n", 0, start) + 1
    return bool(_ITEM.match(text, begins, end)) and not _VERB.search(text, start, end)

"""How far an amount moves a day, by the table of rules, and always outwards."""

from __future__ import annotations

from datetime import date

from overstay.dating.amounts import Quantity
from overstay.dating.arithmetic import MONTHS_OF, Amount, Span, Stretch, outward, shifted, years
from overstay.dating.tokens import At, Scan


def limits_of(t: Scan, rule: str, unit: str) -> tuple[Amount, Amount | None]:
    """`least` and `most` of a rule; None = without limit."""
    least = t.amount(rule, "least")
    return least or Amount(0, unit), t.amount(rule, "most")


def movement(t: Scan, q: Quantity, sign: int) -> tuple[At, str]:
    """How a quantity moves a day: the function from a day to (earliest, latest), and the name of its rule."""
    unit = q.unit
    if rule := vague_rule(q, sign):
        least, most = limits_of(t, rule, unit)
        return between(least, most, sign, unit in MONTHS_OF), rule
    low, high = Amount(q.low, unit), Amount(q.high, unit)
    if q.how == "hours":
        return between(low, high, sign, False), "hours"
    if q.business:
        return between(low, business_days(t, q), sign, False), "business days"
    if q.how == "more":
        return between(low, None, sign, False), "more than N units"
    if q.how == "less":
        return between(Amount(0, "day"), high, sign, False), "less than N units"
    if q.how == "nearly":
        rule = f"nearly N {unit}s"
        short = t.amount(rule, "short") or Amount(0, unit)
        return _around(low, high, sign, unit, short, Amount(0, unit)), rule
    rule = f"{'about ' if q.how == 'about' else ''}N {unit}s"
    if q.half and q.low < 1 and unit == "year" and q.how != "about":
        rule = "half a year"
    within = t.amount(rule, "within") or Amount(0, unit)
    return _around(low, high, sign, unit, within, within), rule


def vague_rule(q: Quantity, sign: int) -> str:
    """The rule for an amount without a number, "" for the others."""
    if q.how == "couple":
        return f"a couple of {q.unit}s"
    if q.how in ("several", "bare"):
        if sign > 0:
            return f"several {q.unit}s ahead"
        return f"several {q.unit}s ago" if q.how == "several" else f"{q.unit}s ago"
    return ""


def greatest(t: Scan, q: Quantity, rule: str) -> Amount | None:
    """The most that an amount can be; `rule` + its unit names the row for those without a number. None = no limit."""
    if q.how in ("several", "bare"):
        return t.amount(f"{rule} {q.unit}s", "most")
    if q.how == "couple":
        return t.amount(f"a couple of {q.unit}s", "most")
    return business_days(t, q) if q.business else Amount(max(q.high, 1.0), q.unit)


def business_days(t: Scan, q: Quantity) -> Amount:
    """So many business days on the calendar, at most."""
    spare = t.amount("business days", "spare") or Amount(0, "day")
    return Amount(-(-q.high * 7 // 5) + spare.days(), "day")


def between(least: Amount, most: Amount | None, sign: int, whole: bool) -> At:
    """From `least` to `most` away from the day, `sign` -1 before it; None = without limit."""

    def at(day: date) -> Span:
        near = shifted(day, least, sign, -sign)
        far = shifted(day, most, sign, sign) if most else None
        if whole:
            near = outward(near, near)[1 if sign < 0 else 0]
            far = outward(far, far)[0 if sign < 0 else 1] if far else None
        return (far, min(near, day)) if sign < 0 else (max(near, day), far)

    return at


def _around(low: Amount, high: Amount, sign: int, unit: str, near: Amount, far: Amount) -> At:
    """From `low` less `near` to `high` more `far` away from the day; months and years outwards to whole months."""

    def at(day: date) -> Stretch:
        closest = shifted(shifted(day, low, sign, -sign), near, -sign, -sign)
        farthest = shifted(shifted(day, high, sign, sign), far, sign, sign)
        first, last = sorted((closest, farthest))
        if unit in MONTHS_OF:
            first, last = outward(first, last)
        if unit == "year" and sign < 0 and near == far and not (low.number % 1 or high.number % 1):
            whole = years(day.year - int(high.number), day.year - int(low.number))
            first, last = min(first, whole[0]), max(last, whole[1])
        if sign < 0:  # whole months are not cut at the day said
            return first, last if unit in MONTHS_OF else min(last, day)
        return max(first, day), last

    return at

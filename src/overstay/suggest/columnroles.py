"""The columns of a sample ─► what they hold besides the time: partner, program, kind of data, user, count, status.

By values where values can tell. Names alone settle only what does no harm: who is a person, and what is a number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from overstay.suggest.samples import Column
from overstay.suggest.timecolumns import words_of
from overstay.suggest.tomltext import Advice, remark, setting, shown, shown_list

MATCHED = 0.2  # of the distinct values, where a column's name does not speak for it
_HINTS = {
    "partner": {"partner", "app", "application", "client", "company", "developer", "vendor", "consumer", "party",
                "customer", "org", "organisation", "organization", "recipient", "tracker"},
    "program": {"program", "programme", "product", "api", "feature", "integration", "service"},
    "category": {"category", "scope", "permission", "data", "field", "kind"},
}  # fmt: skip
_OF_PEOPLE = {"user", "userid", "uid", "account", "accountid", "email", "mail", "login", "username", "member",
              "memberid", "subscriber", "person", "asid", "psid", "subject", "msisdn", "phone"}  # fmt: skip
_NOT_OF_PEOPLE = {
    "agent",
    "type",
    "count",
    "number",
    "status",
    "country",
    "lang",
    "language",
    "locale",
    "zone",
    "users",
}
_OF_COUNTS = {"count", "counts", "hits", "requests", "calls", "num", "number", "total", "cnt", "queries", "times"}
_OF_FAILURES = {"failed", "failures", "failure", "errors", "error", "denied", "refused", "rejected", "blocked"}
_OF_STATUS = {"status", "code", "http", "response", "result", "outcome"}
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_ADDRESS = re.compile(r"\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}")
_CODE = re.compile(r"[1-5]\d\d", re.ASCII)


def people_columns(columns: Sequence[Column], named: Collection[str]) -> list[Column]:
    """The columns that seem to hold identifiers of people, the likeliest first; `named` are known to hold others."""
    found: list[tuple[bool, int, int, Column]] = []
    for column in columns:
        words = words_of(column.name)
        mails = sum(bool(_MAIL.fullmatch(value)) for value in column.counts)
        hinted = bool(words & _OF_PEOPLE) and not words & _NOT_OF_PEOPLE
        if column.name not in named and column.counts and (hinted or 2 * mails >= len(column.counts)):
            found.append((not hinted, -len(column.counts), len(found), column))
    return [column for *_, column in sorted(found, key=lambda one: one[:3])]


def advise_user(columns: Sequence[Column], people: Sequence[Column], rows: int) -> Advice:
    """The settings for the user's identifier; no value of it is shown."""
    if not people:
        hosts = [c for c in columns if c.counts and all(_ADDRESS.fullmatch(value) for value in c.most_common()[:100])]
        if not hosts:
            return Advice()
        text = f"Column {shown(hosts[0].name)} holds network addresses, which can stand for people. To count them:"
        return Advice((remark(text), remark(setting("user", hosts[0].name)), remark(setting("users", "key"))))
    best, *others = people
    if len(best.counts) < max(2, rows // 100):
        text = (
            f"Column {shown(best.name)} may name people, but has {len(best.counts):,} distinct values. To count them:"
        )
        return Advice((remark(text), remark(setting("user", best.name))), (), tuple(column.name for column in people))
    why = f"{len(best.counts):,} distinct values in {rows:,} sampled rows; its name or its values speak of people"
    lines = [setting("user", best.name, why), setting("users", "key", 'a keyed hash takes their place; or "drop"')]
    if others:
        lines.append(remark(f"People may stand also in {shown_list([column.name for column in others])}; not used."))
    return Advice(tuple(lines), (), tuple(column.name for column in people))


def advise_known(
    key: str, file: str, columns: Sequence[Column], known: Mapping[str, str], hidden: Collection[str]
) -> Advice:
    """The column whose values are ids, names or aliases of one table (`known`: casefolded ─► id) best, if there is one.

    `hidden` holds values that must not be shown.
    """
    ranked = []
    for n, column in enumerate(columns):
        values = {value.casefold() for value in column.counts}
        matched = sum(value in known for value in values)
        share = matched / len(values) if values else 0.0
        hinted = bool(words_of(column.name) & _HINTS[key])
        elsewhere = key != "partner" or bool(words_of(column.name) & _OF_PEOPLE)
        if matched and (hinted or share >= (0.5 if elsewhere else MATCHED)):
            ranked.append((share, matched, hinted, -n, column))
    if not ranked:
        return Advice()
    share, matched, _, _, best = max(ranked, key=lambda one: one[:4])
    distinct = len({value.casefold() for value in best.counts})
    why = f"of its distinct values in the sample, {matched:,} of {distinct:,} are in {file}"
    lines = [setting(key, best.name, why)]
    others = (value for value in best.most_common() if value.casefold() not in known)
    unknown = [value for value in others if value not in hidden and not _MAIL.fullmatch(value)]
    if unknown:
        lines.append(remark(f"In no row of {file}: {shown_list(unknown)}."))
    elsewhere_too = [column.name for *_, column in sorted(ranked, key=lambda one: -one[3]) if column is not best]
    if elsewhere_too:
        lines.append(remark(f"Values of {file} stand also in {shown_list(elsewhere_too)}; fewer, or further right."))
    return Advice(tuple(lines), (), (best.name,))


def hinted_columns(key: str, columns: Sequence[Column]) -> list[Column]:
    """The columns whose names alone speak for a meaning."""
    return [column for column in columns if column.counts and words_of(column.name) & _HINTS[key]]


def advise_count(columns: Sequence[Column]) -> Advice:
    """The settings for how many requests a row stands for; failures among them only as a remark."""
    whole = [column for column in columns if column.counts and all(v.isascii() and v.isdigit() for v in column.counts)]
    failures = [
        c for c in whole if words_of(c.name) & _OF_FAILURES and words_of(c.name) & (_OF_COUNTS | {"n"} | _OF_FAILURES)
    ]
    counts = [c for c in whole if words_of(c.name) & _OF_COUNTS and c not in failures]
    if not counts:
        return Advice()
    best = counts[0]
    lines = [setting("count", best.name, "whole numbers; its name says that a row stands for so many requests")]
    if len(counts) > 1:
        lines.append(
            remark(f"Counts may stand also in {shown_list([column.name for column in counts[1:]])}; not used.")
        )
    if failures:
        lines.append(remark(f"Column {shown(failures[0].name)} may count what was refused. If it does:"))
        lines += [remark(setting("attempts", best.name)), remark(setting("failures", failures[0].name))]
        lines.append(remark("refused_from = 0.95"))
    return Advice(tuple(lines), (), (best.name,))


def advise_status(columns: Sequence[Column]) -> Advice:
    """The settings for what was refused, where a column holds HTTP codes; words of another kind only as a remark."""
    for column in columns:
        codes = column.counts
        hinted = bool(words_of(column.name) & _OF_STATUS)
        if not codes or len(codes) > 60 or not all(_CODE.fullmatch(code) for code in codes):
            continue
        if hinted or ("200" in codes and len(codes) <= 15):
            seen = ", ".join(f"{code} ({codes[code]:,})" for code in column.most_common()[:8])
            return Advice(
                (
                    setting("status", column.name, f"HTTP codes; in the sample {seen}"),
                    setting("refused", ["401", "403"], "which codes mean refused here? 404, 429, 4xx?"),
                ),
                (),
                (column.name,),
            )
    for column in columns:
        if words_of(column.name) & _OF_STATUS and 2 <= len(column.counts) <= 12:
            values = shown_list(column.most_common(), 12)
            text = f"Column {shown(column.name)} may say what was refused. Its values: {values}. If so:"
            return Advice((remark(text), remark(setting("status", column.name)), remark('refused = ["..."]')))
    return Advice()

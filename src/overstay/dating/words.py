"""The vocabulary of dates in English: months, days, units, numbers, and what can stand before a date."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


def set_of(text: str) -> frozenset[str]:
    """The words of a text, to look others up in."""
    return frozenset(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
FULL_MONTHS = frozenset(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
NAMELIKE_MONTHS = set_of("march april may june july august")  # also names of people, or plain words

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
DAY_PARTS = set_of("morning afternoon evening night noon midday lunchtime")

SEASONS = {
    "spring": "spring", "springtime": "spring",
    "summer": "summer", "summertime": "summer", "midsummer": "summer",
    "autumn": "autumn", "fall": "autumn",
    "winter": "winter", "wintertime": "winter", "midwinter": "winter",
}  # fmt: skip

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
NUMBERS = {word: number for number, word in enumerate(_SMALL)} | {"dozen": 12}
TENS = {word: 10 * n for n, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
ORDINALS = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"thirtieth": 30, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

UNITS = {
    "second": "hour", "seconds": "hour", "minute": "hour", "minutes": "hour", "hour": "hour", "hours": "hour",
    "moment": "hour", "moments": "hour", "hrs": "hour", "mins": "hour",
    "day": "day", "days": "day", "night": "day", "nights": "day",
    "week": "week", "weeks": "week", "wk": "week", "wks": "week", "weekend": "week", "weekends": "week",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "mo": "month", "mos": "month",
    "quarter": "quarter", "quarters": "quarter",
    "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade",
}  # fmt: skip
SINGLE = {word: unit for word, unit in UNITS.items() if not word.endswith("s") and word == unit and unit != "hour"}
PLURALS = frozenset(word for word in UNITS if word.endswith("s"))
ABBREVIATED_UNITS = set_of("wk wks mo mos yr yrs hrs mins")

# What a month may be named for without a year or a day beside it, although its name is a plain word too.
LICENCE = set_of(
    "in by since until till through before after during from of late early mid this last next past coming "
    "following previous same between and to throughout around about every end beginning start than as within"
)
# How many units on the unit lies that is named after the date before it in the text.
ANCHORED = {
    "following": 1,
    "subsequent": 1,
    "ensuing": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "that": 0,
}
ANCHORED_RULES = {-1: "before the date before", 0: "same as the date before", 1: "after the date before"}
PERIOD_RULES = {-1: "last period", 0: "this period", 1: "next period"}
# A number or a word before four digits that makes them no year.
NO_YEAR_AFTER = set_of(
    "section sections sec no nos number numbers page pages p pp article chapter room suite version v ver api ios "
    "rule rules form docket case ref reference route box line lines windows office exhibit paragraph para clause "
    "rfc iso port code error id figure fig table step phase level building flight model item sku bates vol volume "
    "apt unit ext tel phone fax order invoice ticket bug issue appendix annex regulation directive bill channel "
    "studio server agenda patent"
)
# What is counted, so that the number before it is no year and no day.
COUNTED = set_of(
    "people users user apps app companies developers partners accounts employees records requests customers words "
    "miles dollars euros pounds times units points percent per cent firms members pages documents messages "
    "friends services sites websites organisations organizations businesses votes jobs workers others calls "
    "tokens integrations advertisers brokers subscribers visitors profiles entries rows files bytes mb kb gb km "
    "kilometres kilometers metres meters feet vehicles devices phones cases complaints students patients "
    "households clients consumers individuals persons million billion thousand hundred days weeks months hours "
    "minutes seconds years"
)

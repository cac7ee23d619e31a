"""The settings of a `[logs.*]` table in case.toml: their names, what they mean, and what may stand in them."""

from __future__ import annotations

FORMATS = ("csv", "tsv", "jsonl", "parquet", "xlsx", "sqlite", "common", "combined")
WEB_FORMATS = ("common", "combined")
BY_SUFFIX = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".sqlite": "sqlite",
    ".db": "sqlite",
}
USERS = ("key", "drop", "keep")
EXTENTS = ("use", "capability")
UNITS = ("day", "month", "year")
WEB_TIME = "%d/%b/%Y:%H:%M:%S %z"

# What decides which rows and values a load gives; anything else of a description can change without loading again.
LOADING = (
    "id",
    "format",
    "delimiter",
    "encoding",
    "sheet",
    "table",
    "time",
    "time_format",
    "time_zone",
    "period_unit",
    "partner",
    "program",
    "category",
    "map_column",
    "user",
    "users",
    "count",
    "status",
    "refused",
    "attempts",
    "failures",
    "refused_from",
    "measure",
)
TEXTS = {
    "file": "the path of the log, or a pattern such as logs/api-*.csv; a list where there are several",
    "source": "the source_id that says whose log it is",
    "format": f"one of {', '.join(FORMATS)}",
    "delimiter": "the character between cells, where it is not a comma",
    "encoding": "the text encoding, where it is not UTF-8",
    "sheet": "the sheet of a workbook, where it is not the first",
    "table": "the table of an SQLite file, where there are several",
    "time": "the column of the moment",
    "time_format": "iso, epoch-s, epoch-ms, or a pattern such as %d/%m/%Y %H:%M:%S",
    "time_zone": "the zone of times that carry no UTC offset",
    "period": "the column of the day, month or year, where rows count a whole one",
    "period_unit": "day, month or year",
    "partner": "the column of the partner's id, name or alias",
    "partner_id": "the partner, where the whole log is about one",
    "program": "the column of the program",
    "program_id": "the program, where the whole log is about one",
    "category": "the column of the kind of data",
    "category_id": "the kind of data, where the whole log is about one",
    "map": "a CSV of patterns and what they stand for",
    "map_column": "the column that the patterns are held against",
    "user": "the column of the user",
    "users": "key (a keyed hash, the default), drop or keep",
    "count": "the column that says for how many requests a row stands",
    "status": "the column of the status",
    "attempts": "the column of what was asked for",
    "failures": "the column of what failed of it",
    "measure": "the column of a number to chart",
    "measure_label": "what that number is",
    "extent": "use (data was requested or delivered) or capability",
    "incomplete": "why absence from this log proves nothing: it is a sample, it has a floor",
    "package": "the installed Python package that holds the file",
    "package_version": "its version",
}
OTHERS = {
    "refused": 'the values of status that mean refused, as ["401", "403", "4xx"]; x stands for any digit',
    "refused_from": "the share of failures in attempts from which a row counts as refused, as 0.95",
}
KEYS = (*TEXTS, *OTHERS)

"""What follows from a few rows: each test is a sentence about the world, with the edge that a lawyer would ask about.

Where nothing else is said, access under program `p` by partner `a` was said to have ended on 30 April 2015, and a
record shows use on the day given; nobody knows the zones, and the two come from different sources.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from cases import (
    SETTINGS,
    Row,
    World,
    judged,
    make_case,
    of_world,
    open_rows,
    open_worlds,
    rows_of,
    said,
    seen,
    source,
    usual_sources,
)

from overstay import Case, Verdicts, compare, open_case

CONTRADICTED, IN_PLACE = "contradicted", "left in place"
POSSIBLY, POSSIBLY_IN_PLACE = "possibly contradicted", "possibly left in place"
EXPLAINED, CONSISTENT, CANNOT_TELL = "explained", "consistent", "cannot tell"
YEAR_AFTER = (246, 611)  # from 30 April 2015 to 2016


def is_(
    verdict: str,
    least: int | None = None,
    most: int | None = None,
    by: str | None = None,
    *,
    late: bool = False,
    o: str = "O1",
) -> tuple[Any, ...]:
    """A comparison of `S1` with an observation."""
    return ("S1", o, verdict, least, most, by, late)


def as_a_whole(verdict: str) -> tuple[Any, ...]:
    """The test of a count as a whole."""
    return ("S1", None, verdict, None, None, None, False)


def last(day: str, verdict: str, least: int | None, most: int | None, **sources: str) -> World:
    """Access last seen on a day, in zones where they are known."""
    return World([said()], [seen(last_seen=day)], [is_(verdict, least, most)], usual_sources(**sources))


def ended(stated: str, day: str, verdict: str, least: int | None, most: int | None) -> World:
    """Another stated end."""
    return World([said(stated_date=stated)], [seen(last_seen=day)], [is_(verdict, least, most)])


DATES = {
    "the stated day itself is no overstay": last("2015-04-30", CANNOT_TELL, 0, 0),
    "the day before is none": last("2015-04-29", CANNOT_TELL, -1, -1),
    "one day apart in unknown zones is possible": last("2015-05-01", POSSIBLY, 1, 1),
    "two days apart in unknown zones is possible": last("2015-05-02", POSSIBLY, 2, 2),
    "three days apart is certain wherever it was": last("2015-05-03", CONTRADICTED, 3, 3),
    "one day apart in known zones is certain": last("2015-05-01", CONTRADICTED, 1, 1, s="UTC", o="UTC"),
    "one day apart in two zones of one country is certain": last(
        "2015-05-01", CONTRADICTED, 1, 1, s="America/New_York", o="America/New_York"
    ),
    "the next day in the far east is still the stated day in the far west": last(
        "2015-05-01", CANNOT_TELL, 1, 1, s="-12:00", o="+14:00"
    ),
    "the stated day in the far west lies after the stated day in the far east": last(
        "2015-04-30", CONTRADICTED, 0, 0, s="+14:00", o="-12:00"
    ),
    "the day before in the far west may lie after the stated day in the far east": last(
        "2015-04-29", POSSIBLY, -1, -1, s="+14:00", o="-12:00"
    ),
    "a day apart with one zone known is possible": last("2015-05-01", POSSIBLY, 1, 1, s="UTC"),
    "two days apart with one zone known is certain": last("2015-05-02", CONTRADICTED, 2, 2, s="UTC"),
    "the month that contains the stated day proves nothing": last("2015-04", CANNOT_TELL, -29, 0),
    "the month after may begin on another continent": last("2015-05", POSSIBLY, 1, 31),
    "the month after is later in one zone": last("2015-05", CONTRADICTED, 1, 31, s="UTC", o="UTC"),
    "the year of the stated day may be later": last("2015", POSSIBLY, -119, 245),
    "the year after is later": last("2016", CONTRADICTED, *YEAR_AFTER),
    "a winter that may be the one before or the one after may be later": last("2015-24", POSSIBLY, -150, 305),
    "about three days after may be two": last("2015-05-03~", POSSIBLY, 2, 4),
    "a year that may be wrong is later only perhaps": last("2016?", POSSIBLY, *YEAR_AFTER),
    "access still seen on the third day is later": last("2015-05-03/..", CONTRADICTED, 3, None),
    "access still seen in the month of the end may be later": last("2015-04/..", POSSIBLY, -29, None),
    "access still seen on the next day may be the stated day's": last("2015-05-01/..", POSSIBLY, 1, None),
    "a span from the day before to the day after may end before": last("2015-04-29/2015-05-01", POSSIBLY, -1, 1),
    "access up to next year may have stopped before": last("../2016", POSSIBLY, None, 611),
    "access up to the stated day is no overstay": last("../2015-04-30", CANNOT_TELL, None, 0),
    "a stated month lasts to its last day": ended("2015-04", "2015-04-30", CANNOT_TELL, 0, 29),
    "a stated month is over on the third day after it": ended("2015-04", "2015-05-03", CONTRADICTED, 3, 32),
    "a stated year is over two years later": ended("2015", "2017", CONTRADICTED, 367, 1095),
    "about a year may be the next": ended("2015~", "2016-06", CANNOT_TELL, -213, 911),
    "about a year is not the one after the next": ended("2015~", "2017-01-03", CONTRADICTED, 3, 1098),
    "a stated day that may be wrong accuses only perhaps": ended("2015-04-30?", "2016", POSSIBLY, *YEAR_AFTER),
    "an end within a time may be its last day": ended("2015-04-30/2015-05-10", "2015-05-10", CANNOT_TELL, 0, 10),
    "an end within a time lies before the third day after it": ended(
        "2015-04-30/2015-05-10", "2015-05-13", CONTRADICTED, 3, 13
    ),
    "an end by a day is over after that day": ended("../2015-04-30", "2016", CONTRADICTED, 246, None),
    "an end without a last day cannot be overstayed": ended("2015-04-30/..", "2016", CANNOT_TELL, None, 611),
    "an hour after a stated hour, both with their offset, is later": ended(
        "2015-04-30T12:00:00Z", "2015-04-30T13:00:00Z", CONTRADICTED, 0, 0
    ),
}


def held_to(about: str, extent: str, verdict: str, day: str = "2016", days: tuple[int, int] = YEAR_AFTER) -> World:
    """What was said to have ended, against what was seen."""
    return World([said(about=about)], [seen(extent=extent, last_seen=day)], [is_(verdict, *days)])


NEXT_DAY = ("2015-05-01", (1, 1))
WHAT = {
    "access that was possible contradicts an end of access": held_to("access", "capability", CONTRADICTED),
    "use contradicts an end of access": held_to("access", "use", CONTRADICTED),
    "use contradicts an end of use": held_to("use", "use", CONTRADICTED),
    "ability says nothing about use": held_to("use", "capability", CANNOT_TELL),
    "access behind a feature that is gone was left in place": held_to("feature", "capability", IN_PLACE),
    "use behind a feature that is gone was left in place": held_to("feature", "use", IN_PLACE),
    "access behind a feature was perhaps left in place": held_to("feature", "capability", POSSIBLY_IN_PLACE, *NEXT_DAY),
    "use is perhaps later than an end of use": held_to("use", "use", POSSIBLY, *NEXT_DAY),
    "ability perhaps later says nothing about use either": held_to("use", "capability", CANNOT_TELL, *NEXT_DAY),
}


def denied(span: str, day: str, verdict: str, *, say: Row | None = None, **see: str) -> World:
    """A `never`: its days after are blank."""
    statement = said(kind="never", stated_date=span, **(say or {}))
    return World([statement], [seen(last_seen=day, **see)], [is_(verdict)])


NEVER = {
    "access in the time denied": denied("../2018-12-18", "2017", CONTRADICTED),
    "access on the last day of a denial may be after it": denied("../2018-12-18", "2018-12-18", POSSIBLY),
    "access two days after a denial may be on its day": denied("../2018-12-18", "2018-12-20", POSSIBLY),
    "access four days after a denial is outside it": denied("../2018-12-18", "2018-12-22", CANNOT_TELL),
    "access that lies partly in the time denied": denied("../2018-12-18", "2018-12/2019-02", POSSIBLY),
    "the year before a denied year may end in it, on another continent": denied("2016", "2015", POSSIBLY),
    "access before the time denied": denied("2016", "2014", CANNOT_TELL),
    "a denial of years leaves out its first, for nobody knows when in it it begins": denied(
        "2014/2018", "2014-06", POSSIBLY
    ),
    "a denial of years holds between its first and its last": denied("2014/2018", "2016", CONTRADICTED),
    "a denial of about a year surely covers nothing": denied("2016~", "2016-06", POSSIBLY),
    "a denial of a year covers its months": denied("2016", "2016-06", CONTRADICTED),
    "a denial of one day in an unknown zone covers no day surely": denied("2016-06-05", "2016-06-05", POSSIBLY),
    "ability is no use": denied("../2018", "2016", CANNOT_TELL, say={"about": "use"}, extent="capability"),
    "use is use": denied("../2018", "2016", CONTRADICTED, say={"about": "use"}),
    "a vaguer observation does not meet a denial of one kind of data": denied(
        "../2018", "2017", CANNOT_TELL, say={"category_id": "c"}
    ),
    "a vaguer observation does not meet a denial of one program": denied("../2018", "2016", CANNOT_TELL, program_id=""),
    "an allegation meets a denial perhaps": denied("../2018", "2016", POSSIBLY, basis="allegation"),
    "an arguable denial is met perhaps": denied("../2018", "2016", POSSIBLY, say={"reading": "arguable"}),
    "a denial of one source is met by it when that is certain": denied("../2018", "2016", CONTRADICTED, source_id="s"),
    "a denial of one source is not met by it when that is not certain": denied(
        "../2018", "2018/2019", CANNOT_TELL, source_id="s"
    ),
    "a denial is not confirmed by a watch": denied("2016", "2014", CANNOT_TELL, watched_until="2018"),
    "a denial is not explained": World(
        [said(kind="never", stated_date="../2018"), said("S2", kind="continues", stated_date="2010/..")],
        [seen(last_seen="2016")],
        [is_(CONTRADICTED)],
    ),
    "a denial about some partners is no denial about each": World(
        [said(kind="never", stated_date="../2018", quantifier="some")], [seen(last_seen="2017")], [is_(CANNOT_TELL)]
    ),
}


def doubt(verdict: str, *, say: Row | None = None, **see: str) -> World:
    """Access in the year after, of which something else is not certain."""
    days = () if verdict == "no row" else YEAR_AFTER
    expected = [] if verdict == "no row" else [is_(verdict, *days)]
    return World([said(**(say or {}))], [seen(**({"last_seen": "2016"} | see))], expected)


DOUBT = {
    "an allegation accuses perhaps": doubt(POSSIBLY, basis="allegation"),
    "the word of a partner is evidence": doubt(CONTRADICTED, basis="partner statement"),
    "an end that is read into the words accuses perhaps": doubt(POSSIBLY, say={"reading": "arguable"}),
    "a partner that is inferred is accused perhaps": doubt(POSSIBLY, reading="arguable"),
    "evidence that names no program accuses perhaps": doubt(POSSIBLY, program_id=""),
    "evidence that names no kind of data accuses perhaps": doubt(POSSIBLY, say={"category_id": "c"}),
    "evidence of a kind of data meets a statement about all": doubt(CONTRADICTED, category_id="c"),
    "two sentences of one source, certainly later": World(
        [said()], [seen(last_seen="2015-05-01", source_id="s")], [is_(CONTRADICTED, 1, 1)]
    ),
    "the stated day in the same source": World(
        [said()], [seen(last_seen="2015-04-30", source_id="s")], [is_(CANNOT_TELL, 0, 0)]
    ),
    "two sentences of one source that may fit are no evidence against each other": World(
        [said()], [seen(last_seen="2015", source_id="s")], [is_(CANNOT_TELL, -119, 245)]
    ),
    "an admission is evidence against its own source": World(
        [said()], [seen(last_seen="2015", source_id="s", basis="admission")], [is_(POSSIBLY, -119, 245)]
    ),
    "an allegation is no evidence against its own source": doubt(CANNOT_TELL, basis="allegation", source_id="s"),
    "an arguable admission accuses its own source perhaps": doubt(
        POSSIBLY, basis="admission", source_id="s", reading="arguable"
    ),
    "an allegation about a later use against an end of use, in one source": doubt(
        CANNOT_TELL, say={"about": "use"}, basis="allegation", source_id="s"
    ),
}

SAME_THING = {
    "another partner is another thing": doubt("no row", partner_id="b"),
    "another program is another thing": doubt("no row", program_id="other"),
    "another kind of data is another thing": doubt("no row", say={"category_id": "c"}, category_id="else"),
    "what is said of the whole covers its part": doubt(CONTRADICTED, say={"program_id": "q"}),
    "what is said of the whole covers the part of its part": doubt(CONTRADICTED, say={"program_id": "r"}),
    "what is said of a part does not cover the whole": doubt("no row", program_id="q"),
    "what is said of a kind of data covers its part": doubt(CONTRADICTED, say={"category_id": "d"}, category_id="c"),
    "what is said of a part of the data does not cover the whole": doubt(
        "no row", say={"category_id": "c"}, category_id="d"
    ),
    "what is said of a partner in general covers each program": doubt(CONTRADICTED, say={"program_id": ""}),
    "what is said of all covers each": doubt(CONTRADICTED, say={"quantifier": "all", "partner_id": ""}),
    "an unnamed observation is no evidence about a named partner": doubt("no row", partner_id=""),
    "an excepted partner has no row, the others have": World(
        [said(quantifier="all", **{"except": "a|c"})],
        [
            seen(last_seen="2016"),
            seen("O2", partner_id="b", last_seen="2016"),
            seen("O3", partner_id="c", last_seen="2016"),
        ],
        [is_(CONTRADICTED, *YEAR_AFTER, o="O2")],
    ),
}


def unnamed(verdict: str, number: str, *others: Row, excepted: str = "", program: str = "p") -> World:
    """So many unnamed partners, against a statement about all that excepts some."""
    statement = said(quantifier="all", program_id=program, **{"except": excepted})
    return World(
        [statement, *others], [seen(partner_id="", partners=number, last_seen="2016")], [is_(verdict, *YEAR_AFTER)]
    )


def goes_on(statement_id: str, partner: str, stated: str = "2014/..", program: str = "p") -> Row:
    return said(statement_id, kind="continues", partner_id=partner, stated_date=stated, program_id=program)


UNNAMED = {
    "somebody unnamed contradicts a statement about all": unnamed(CONTRADICTED, ""),
    "somebody unnamed may be the one excepted": unnamed(CANNOT_TELL, "", excepted="a"),
    "two unnamed may be the two excepted": unnamed(CANNOT_TELL, "2", excepted="a|b"),
    "one unnamed may be of the two excepted": unnamed(CANNOT_TELL, "1", excepted="a|b"),
    "three unnamed are more than the two excepted": unnamed(CONTRADICTED, "3", excepted="a|b"),
    "three unnamed may be two excepted and one said to continue": unnamed(
        CANNOT_TELL, "3", goes_on("S2", "c"), excepted="a|b"
    ),
    "four unnamed are more than two excepted and one said to continue": unnamed(
        CONTRADICTED, "4", goes_on("S2", "c"), excepted="a|b"
    ),
    "a partner excepted and said to continue counts once": unnamed(
        CONTRADICTED, "3", goes_on("S2", "a"), excepted="a|b"
    ),
    "a partner said twice to continue counts once": unnamed(CONTRADICTED, "2", goes_on("S2", "a"), goes_on("S3", "a")),
    "whose continuation stopped before the end does not count": unnamed(CONTRADICTED, "1", goes_on("S2", "a", "2014")),
    "whose continuation stops on the stated day does not count": unnamed(
        CONTRADICTED, "1", goes_on("S2", "a", "2014/2015-04-30")
    ),
    "whose continuation is about something else does not count": unnamed(
        CONTRADICTED, "1", goes_on("S2", "a", program="other")
    ),
    "who continues in a part of what ended counts": unnamed(CANNOT_TELL, "1", goes_on("S2", "a"), program="q"),
    "who continues in the whole counts": unnamed(CANNOT_TELL, "1", goes_on("S2", "a", program="q")),
    "more than those who continue in a part": unnamed(CONTRADICTED, "2", goes_on("S2", "a"), program="q"),
}


def counted(
    verdict: str, count: str, of: str, *sights: Row, say: Row | None = None, others: tuple[Row, ...] = ()
) -> World:
    """A statement with a count: no pair accuses, the count is tested as a whole."""
    statement = said(quantifier="some", count=count, of=of, **(say or {}))
    observations = [seen(f"O{n}", **({"last_seen": "2016"} | sight)) for n, sight in enumerate(sights, 1)]
    pairs = [is_(CANNOT_TELL, *YEAR_AFTER, o=row["observation_id"]) for row in observations]
    return World([statement, *others], observations, [*pairs, as_a_whole(verdict)])


A, B = {"partner_id": "a"}, {"partner_id": "b"}
COUNTS = {
    "what is said of some says nothing about each": World(
        [said(quantifier="some")], [seen(last_seen="2016")], [is_(CANNOT_TELL, *YEAR_AFTER)]
    ),
    "what is said of most says nothing about each": World(
        [said(quantifier="most")], [seen(last_seen="2016")], [is_(CANNOT_TELL, *YEAR_AFTER)]
    ),
    "as many as the count leaves over are allowed": counted(CANNOT_TELL, "2", "3", A),
    "one more than the count leaves over is too many": counted(CONTRADICTED, "2", "3", A, B),
    "the same partner twice is one": counted(CANNOT_TELL, "2", "3", A, A),
    "named and unnamed may be the same and are not added": counted(CANNOT_TELL, "2", "3", A, {"partner_id": ""}),
    "so many unnamed are too many": counted(CONTRADICTED, "2", "3", {"partner_id": "", "partners": "2"}),
    "unnamed ones of two records may be the same": counted(
        CANNOT_TELL, "2", "3", {"partner_id": ""}, {"partner_id": ""}
    ),
    "an allegation is not counted": counted(CANNOT_TELL, "2", "3", A, B | {"basis": "allegation"}),
    "what names no program is not counted": counted(CANNOT_TELL, "2", "3", A, B | {"program_id": ""}),
    "an arguable sight is not counted": counted(CANNOT_TELL, "2", "3", A, B | {"reading": "arguable"}),
    "who is explained is left out": counted(CANNOT_TELL, "2", "3", A, B, others=(goes_on("S2", "b"),)),
    "ability is not counted against use": counted(
        CANNOT_TELL, "2", "3", A, B | {"extent": "capability"}, say={"about": "use"}
    ),
    "too many behind a feature that is gone": counted(IN_PLACE, "2", "3", A, B, say={"about": "feature"}),
    "no number beats an arguable count": counted(CANNOT_TELL, "2", "3", A, B, say={"reading": "arguable"}),
    "a count of all leaves nobody over": World(
        [said(quantifier="all", count="5", of="5")],
        [seen(last_seen="2016")],
        [is_(CONTRADICTED, *YEAR_AFTER), as_a_whole(CONTRADICTED)],
    ),
}


def helped(verdict: str, helper: Row, *, late: bool = False, **see: str) -> World:
    """A second statement, `S2`, that may explain what was seen in the year after."""
    by = "S2" if verdict == EXPLAINED else None
    observation = seen(**({"last_seen": "2016"} | see))
    days: dict[str, tuple[int, int | None]] = {
        "2016": YEAR_AFTER,
        "2016-02-01": (277, 277),
        "2016-02-02": (278, 278),
        "2015-05-01": (1, 1),
    }
    days |= {"2016-12/2017-01": (581, 642), "2016-02": (277, 305), "2016/..": (246, None)}
    return World(
        [said(quantifier="all"), said("S2", **helper)],
        [observation],
        [is_(verdict, *days[observation["last_seen"]], by, late=late)],
    )


def extended(until: str, **cells: str) -> Row:
    return {"kind": "extension", "stated_date": until} | cells


EXPLANATIONS = {
    "an extension explains what it covers": helped(EXPLAINED, extended("2016")),
    "an extension explains what is only perhaps later": helped(EXPLAINED, extended("2016"), last_seen="2015-05-01"),
    "an extension covers its last day": helped(EXPLAINED, extended("2016-02-01"), last_seen="2016-02-01"),
    "an extension does not cover the day after": helped(CONTRADICTED, extended("2016-02-01"), last_seen="2016-02-02"),
    "an extension that covers some readings explains none": helped(CONTRADICTED, extended("2016-06")),
    "an extension without a last day covers what follows": helped(EXPLAINED, extended("2015-05/..")),
    "access without a last day outlasts an extension": helped(CONTRADICTED, extended("2016"), last_seen="2016/.."),
    "an extension of another partner explains nothing": helped(CONTRADICTED, extended("2016", partner_id="b")),
    "an extension of another program explains nothing": helped(CONTRADICTED, extended("2016", program_id="other")),
    "an extension of the whole explains the part": helped(EXPLAINED, extended("2016", program_id="q")),
    "an extension of one kind of data may explain it all": helped(POSSIBLY, extended("2016", category_id="c")),
    "an extension of one kind of data explains that kind": helped(
        EXPLAINED, extended("2016", category_id="c"), category_id="c"
    ),
    "an extension of all explains each": helped(EXPLAINED, extended("2016", quantifier="all", partner_id="")),
    "an extension of all but one does not explain that one": helped(
        CONTRADICTED, extended("2016", quantifier="all", partner_id="", **{"except": "a"})
    ),
    "an extension of all but another explains this one": helped(
        EXPLAINED, extended("2016", quantifier="all", partner_id="", **{"except": "b"})
    ),
    "an extension of some does not explain a named one": helped(
        CONTRADICTED, extended("2016", quantifier="some", count="60", of="61", partner_id="")
    ),
    "an extension of some explains as many unnamed": helped(
        EXPLAINED, extended("2016", quantifier="some", count="3", of="9", partner_id=""), partner_id="", partners="3"
    ),
    "an extension of some does not explain one more": helped(
        CONTRADICTED, extended("2016", quantifier="some", count="3", of="9", partner_id=""), partner_id="", partners="4"
    ),
    "an extension of some, nobody says how many, explains one": helped(
        EXPLAINED, extended("2016", quantifier="some", partner_id=""), partner_id=""
    ),
    "an extension of a named partner explains nobody unnamed": helped(CONTRADICTED, extended("2016"), partner_id=""),
    "an extension made public only afterwards explains, late": helped(
        EXPLAINED, extended("2016", source_id="late"), late=True
    ),
    "an extension said only afterwards explains, late": helped(
        EXPLAINED, extended("2016", said_on="2015-05-01"), late=True
    ),
    "an extension said on the stated day is not late": helped(EXPLAINED, extended("2016", said_on="2015-04-30")),
    "a continuation explains within its time": helped(EXPLAINED, {"kind": "continues", "stated_date": "2016"}),
    "a continuation that goes on explains what follows": helped(
        EXPLAINED, {"kind": "continues", "stated_date": "2014/.."}
    ),
    "a continuation does not explain beyond its time": helped(
        CONTRADICTED, {"kind": "continues", "stated_date": "2016"}, last_seen="2016-12/2017-01"
    ),
    "a continuation does not explain before its time": helped(
        CONTRADICTED, {"kind": "continues", "stated_date": "2016-06/.."}, last_seen="2016-02"
    ),
    "a grant for the time after the end explains what follows": helped(
        EXPLAINED, {"kind": "granted", "stated_date": "2016"}, last_seen="2016-12/2017-01"
    ),
    "a grant made on the stated day is not for the time after": helped(
        CONTRADICTED, {"kind": "granted", "stated_date": "2015-04-30"}
    ),
    "a grant that may lie before the end explains nothing": helped(
        CONTRADICTED, {"kind": "granted", "stated_date": "2015"}
    ),
    "access that may lie before the grant is not explained": helped(
        CONTRADICTED, {"kind": "granted", "stated_date": "2016-06"}
    ),
    "an end is no explanation": helped(CONTRADICTED, {"kind": "will-end", "stated_date": "2016"}),
    "an arguable helper is no matter: the statement is read in its own favour": helped(
        EXPLAINED, extended("2016", reading="arguable")
    ),
    "the one that came in time is named, not the late one": World(
        [said(), said("S2", **extended("2016", source_id="late")), said("S3", **extended("2016"))],
        [seen(last_seen="2016")],
        [is_(EXPLAINED, *YEAR_AFTER, by="S3")],
    ),
    "an extension is itself held to its last day, and does not explain itself": World(
        [said(kind="extension")], [seen(last_seen="2016")], [is_(CONTRADICTED, *YEAR_AFTER)]
    ),
    "an extension without a last day is no end": World(
        [said(kind="extension", stated_date="2015/..")], [seen(last_seen="2016")], []
    ),
    "a continuation and a grant are no ends": World(
        [said(kind="continues"), said("S2", kind="granted")], [seen(last_seen="2016")], []
    ),
}


def watched(verdict: str, until: str, day: str = "2015-04-30", **options: Any) -> World:
    """Nothing is seen after a day, and the evidence would have shown it until another."""
    days = {"2015-04-30": (0, 0), "2014": (-484, -120), "2015": (-119, 245)}[day]
    return World([said()], [seen(last_seen=day, watched_until=until)], [is_(verdict, *days)], options=options)


def refused(verdict: str, until: str) -> World:
    """Access was tried and failed."""
    return World([said()], [seen(extent="refused", watched_until=until)], [is_(verdict)])


WATCHED = {
    "a watch past the end is consistent": watched(CONSISTENT, "2015-05-01"),
    "a watch to the end itself shows nothing": watched(CANNOT_TELL, "2015-04-30"),
    "a watch that may stop before the end shows nothing": watched(CANNOT_TELL, "2015-04/2015-06"),
    "a watch of the year after, last seen the year before": watched(CONSISTENT, "2016", day="2014"),
    "no watch shows nothing": watched(CANNOT_TELL, ""),
    "a watch does not undo access that may be later": watched(POSSIBLY, "2016", day="2015"),
    "a refusal after the end is consistent": refused(CONSISTENT, "2015-05"),
    "a refusal on the stated day shows nothing": refused(CANNOT_TELL, "2015-04-30"),
    "a refusal in a month that contains the stated day shows nothing": refused(CANNOT_TELL, "2015-04"),
    "a refusal is no use": World(
        [said(about="use")], [seen(extent="refused", watched_until="2015-05")], [is_(CONSISTENT)]
    ),
}


def lenient(day: str, verdict: str, days: int, grace: int) -> World:
    """Some days of grace; the days printed stay those after the stated end."""
    return World([said()], [seen(last_seen=day)], [is_(verdict, days, days)], options={"grace_days": grace})


def option(
    verdict: str, day: str = "2015-05-01", *, say: Row | None = None, see: Row | None = None, **options: Any
) -> World:
    days = {"2015-05-01": (1, 1), "2016": YEAR_AFTER, "2016?": YEAR_AFTER}[day]
    return World([said(**(say or {}))], [seen(last_seen=day, **(see or {}))], [is_(verdict, *days)], options=options)


OPTIONS = {
    "three days after with two days of grace is possible": lenient("2015-05-03", POSSIBLY, 3, 2),
    "two days after with one day of grace is possible": lenient("2015-05-02", POSSIBLY, 2, 1),
    "five days after with two days of grace is certain": lenient("2015-05-05", CONTRADICTED, 5, 2),
    "three days after with five days of grace is none": lenient("2015-05-03", CANNOT_TELL, 3, 5),
    "a watch must pass the days of grace, too": watched(CANNOT_TELL, "2015-05-01", grace_days=5),
    "a watch past the days of grace is consistent": watched(CONSISTENT, "2015-05-06", grace_days=5),
    "a denial has no days of grace": denied("../2018-12-18", "2017", CONTRADICTED)._replace(options={"grace_days": 5}),
    "dates read in one zone are certainly a day apart": option(CONTRADICTED, zone="UTC"),
    "dates read in one zone, whichever it is": option(CONTRADICTED, zone="+14:00"),
    "an unknown zone is the usual": option(POSSIBLY, zone="unknown"),
    "the zone of a source stands before the option": World(
        [said()],
        [seen(last_seen="2015-04-30")],
        [is_(CONTRADICTED, 0, 0)],
        usual_sources(o="-12:00"),
        {"zone": "+14:00"},
    ),
    "an arguable statement taken at its word": option(
        CONTRADICTED, "2016", say={"reading": "arguable"}, reading="plain"
    ),
    "an arguable observation taken at its word": option(
        CONTRADICTED, "2016", see={"reading": "arguable"}, reading="plain"
    ),
    "a date that may be wrong taken at its word": option(CONTRADICTED, "2016?", reading="plain"),
    "an allegation is one party's word in every reading": option(
        POSSIBLY, "2016", see={"basis": "allegation"}, reading="plain"
    ),
    "vague evidence is vague in every reading": option(POSSIBLY, "2016", see={"program_id": ""}, reading="plain"),
}

TABLES = (DATES, WHAT, NEVER, DOUBT, SAME_THING, UNNAMED, COUNTS, EXPLANATIONS, WATCHED, OPTIONS)
WORLDS = {sentence: world for table in TABLES for sentence, world in table.items()}


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    """The comparisons of each world, all judged in one case for each choice of options."""
    case = open_worlds(tmp_path_factory.mktemp("worlds"), WORLDS)
    verdicts: dict[str, Verdicts] = {}
    for world in WORLDS.values():
        if repr(world.options) not in verdicts:
            verdicts[repr(world.options)] = compare(case, **(world.options or {}))
    return {
        sentence: of_world(verdicts[repr(world.options)].comparisons, n)
        for n, (sentence, world) in enumerate(WORLDS.items())
    }


def test_every_world_has_a_sentence_of_its_own() -> None:
    assert len(WORLDS) == sum(len(table) for table in TABLES)


@pytest.mark.parametrize("sentence", WORLDS)
def test_it_is_so_that(worlds: dict[str, pd.DataFrame], sentence: str) -> None:
    frame = worlds[sentence]
    columns = (
        "statement_id",
        "observation_id",
        "verdict",
        "days_after_least",
        "days_after_most",
        "explained_by",
        "late",
    )
    found = [row if row[2] == EXPLAINED else (*row[:5], None, False) for row in rows_of(frame, *columns)]
    assert [row for row in found if row[0] == "S1"] == WORLDS[sentence].expected


# The reason, in a sentence

STATED = "The company said that the access ended on 30 April 2015. "
RECORD = "An internal record shows use of data, last seen "
REASONS = {
    "the stated day itself is no overstay": STATED
    + RECORD
    + "on 30 April 2015, no later than the stated end allows; nothing is shown about the days after it.",
    "the day before is none": STATED
    + RECORD
    + "on 29 April 2015. The evidence stops before the stated end and says nothing about later days.",
    "one day apart in unknown zones is possible": STATED
    + RECORD
    + "on 1 May 2015, 1 day after. Not certain: some readings of the dates do not put it after the end.",
    "three days apart is certain wherever it was": STATED + RECORD + "on 3 May 2015, 3 days after.",
    "the year of the stated day may be later": STATED
    + RECORD
    + "in 2015, anything from 119 days before to 245 days after."
    + " Not certain: some readings of the dates do not put it after the end.",
    "access still seen on the third day is later": STATED + RECORD + "on 3 May 2015 or later, at least 3 days after.",
    "access up to next year may have stopped before": STATED
    + RECORD
    + "by 2016, up to 611 days after. Not certain: some readings of the dates do not put it after the end.",
    "an end without a last day cannot be overstayed": "The company said that the access ended on"
    " 30 April 2015 or later. No last day is given that access could overstay.",
    "access that was possible contradicts an end of access": STATED
    + "An internal record shows possible access, last seen in 2016, 246 to 611 days after.",
    "ability says nothing about use": "The company said that the use ended on 30 April 2015."
    " An internal record shows possible access, last seen in 2016."
    " It shows the ability; the statement is about use.",
    "access behind a feature that is gone was left in place": "The company said that the feature ended on"
    " 30 April 2015. An internal record shows possible access, last seen in 2016, 246 to 611 days after."
    " The feature was said to be gone; the access behind it was not.",
    "access in the time denied": "The company denied any access up to 18 December 2018. "
    + RECORD
    + "in 2017, within the time denied.",
    "access that lies partly in the time denied": "The company denied any access up to 18 December 2018. "
    + RECORD
    + "between December 2018 and February 2019. Not certain: some readings of the dates lie outside the time denied.",
    "access four days after a denial is outside it": "The company denied any access up to 18 December 2018. "
    + RECORD
    + "on 22 December 2018, outside the time spoken of.",
    "an allegation accuses perhaps": STATED
    + "An allegation shows use of data, last seen in 2016, 246 to 611 days after."
    + " Not certain: it is the word of one party.",
    "evidence that names no kind of data accuses perhaps": STATED
    + RECORD
    + "in 2016, 246 to 611 days after. Not certain: the evidence does not say which data or program.",
    "two sentences of one source that may fit are no evidence against each other": STATED
    + RECORD
    + "in 2015. Both come from one source and are no evidence against each other.",
    "two unnamed may be the two excepted": STATED
    + "The evidence counts 2 without names, and 2 are excepted or said to continue.",
    "what is said of some says nothing about each": STATED
    + "It speaks of some partners, so it says nothing about each of them.",
    "an extension explains what it covers": STATED
    + RECORD
    + "in 2016, 246 to 611 days after, but S2 (The company) covers that time by an extension.",
    "an extension made public only afterwards explains, late": STATED
    + RECORD
    + "in 2016, 246 to 611 days after, but S2 (The company) covers that time by an extension,"
    + " made public only afterwards.",
    "a continuation explains within its time": STATED
    + RECORD
    + "in 2016, 246 to 611 days after, but S2 (The company) covers that time by saying that it goes on.",
    "an extension that covers some readings explains none": STATED
    + RECORD
    + "in 2016, 246 to 611 days after. S2 would explain a part of it.",
    "a refusal on the stated day shows nothing": STATED
    + "An internal record shows that access failed; nothing shows that anyone looked past the stated end.",
}


@pytest.mark.parametrize("sentence", REASONS)
def test_the_reason_is_a_plain_sentence(worlds: dict[str, pd.DataFrame], sentence: str) -> None:
    frame = worlds[sentence]
    assert frame.loc[frame["statement_id"] == "S1", "reason"].tolist() == [REASONS[sentence]]


def reason(frame: pd.DataFrame) -> str:
    return str(frame["reason"].iloc[0])


def test_a_count_says_how_many_it_leaves_over(worlds: dict[str, pd.DataFrame]) -> None:
    enough, too_many = "as many as the count leaves over are allowed", "one more than the count leaves over is too many"
    assert [reason(worlds[name].tail(1)) for name in (enough, too_many)] == [
        "The company spoke of 2 of 3, which leaves 1 over."
        " 1 is seen certainly later and unexplained, which is no more than that.",
        "The company spoke of 2 of 3, which leaves 1 over. 2 are seen certainly later and unexplained: more than that.",
    ]


def test_access_within_the_days_of_grace_is_not_said_to_lie_within_the_end(worlds: dict[str, pd.DataFrame]) -> None:
    assert "within the stated end itself" not in reason(worlds["three days after with five days of grace is none"])


@pytest.mark.parametrize(
    "sentence",
    [
        "access still seen on the next day may be the stated day's",
        "a span from the day before to the day after may end before",
        "two days after with one day of grace is possible",
    ],
)
def test_one_day_is_a_day(worlds: dict[str, pd.DataFrame], sentence: str) -> None:
    assert " 1 days" not in reason(worlds[sentence])


def test_a_month_that_contains_the_stated_day_is_not_said_to_lie_within_it(worlds: dict[str, pd.DataFrame]) -> None:
    assert "within the stated end itself" not in reason(worlds["the month that contains the stated day proves nothing"])


def test_a_verdict_that_the_zones_decide_says_so(worlds: dict[str, pd.DataFrame]) -> None:
    sentence = "the stated day in the far west lies after the stated day in the far east"
    assert "zone" in reason(worlds[sentence])


def test_the_end_of_a_watch_is_said_in_words(worlds: dict[str, pd.DataFrame]) -> None:
    assert "1 May 2015" in reason(worlds["a watch past the end is consistent"])


def test_evidence_vaguer_in_the_program_is_not_said_to_be_so_in_the_data(worlds: dict[str, pd.DataFrame]) -> None:
    assert "which data;" not in reason(worlds["a vaguer observation does not meet a denial of one program"])


def test_an_explanation_that_covers_a_part_is_named_beside_the_verdict(worlds: dict[str, pd.DataFrame]) -> None:
    frame = worlds["an extension that covers some readings explains none"]
    assert rows_of(frame.head(1), "verdict", "partly_explained_by", "evidence") == [
        (CONTRADICTED, "S2", frame["evidence"].iloc[0])
    ]


def test_only_what_is_explained_names_who_explains_it(worlds: dict[str, pd.DataFrame]) -> None:
    frame = pd.concat(worlds.values())
    assert frame[(frame["verdict"] != EXPLAINED) & frame["explained_by"].notna()].empty


# As of a day


def public(folder: Path, as_of: str, **published: str) -> Verdicts:
    """Statement and observation whose sources came out on given days."""
    sources = [source(name, published=published.get(name, "2014-06-01")) for name in ("s", "o", "late")]
    statements = [said(), said("S2", kind="extension", source_id="late", stated_date="2016")]
    return compare(open_rows(folder, statements, [seen(last_seen="2016")], sources=sources), as_of=as_of)


def test_on_a_day_only_that_counts_which_was_public_by_then(tmp_path: Path) -> None:
    before = public(tmp_path, "2019-12-31", o="2020-01-01")
    assert (len(before.comparisons), before.findings["met"].tolist()) == (0, [False, False])
    assert [(*row[:3], str(row[3])[:10]) for row in before.left_out.itertuples(index=False)] == [
        ("observations", "O1", "o", "2020-01-01")
    ]
    on_the_day = public(tmp_path, "2020-01-01", o="2020-01-01")
    assert (len(on_the_day.comparisons), len(on_the_day.left_out)) == (2, 0)


def test_an_explanation_that_is_not_yet_public_explains_nothing(tmp_path: Path) -> None:
    before = public(tmp_path, "2018-12-31", late="2019")
    assert judged(before) == [is_(CONTRADICTED, *YEAR_AFTER)]
    assert before.left_out["row_id"].tolist() == ["S2"]
    after = public(tmp_path, "2019-12-31", late="2019")
    assert judged(after)[0] == is_(EXPLAINED, *YEAR_AFTER, by="S2", late=True)


def test_a_source_without_a_day_is_not_known_to_be_public(tmp_path: Path) -> None:
    verdicts = public(tmp_path, "2025-01-01", o="")
    assert rows_of(verdicts.left_out, "table", "row_id", "source_id", "public_date") == [
        ("observations", "O1", "o", None)
    ]


def test_without_a_day_nothing_is_left_out(tmp_path: Path) -> None:
    case = open_rows(tmp_path, [said()], [seen(last_seen="2016")], sources=[source("s"), source("o", published="")])
    assert (len(compare(case).left_out), judged(compare(case))) == (0, [is_(CONTRADICTED, *YEAR_AFTER)])


def test_the_zone_of_the_case_is_that_of_dates_without_one(tmp_path: Path) -> None:
    settings = SETTINGS + 'zone = "America/New_York"\n'
    case = open_case(
        make_case(tmp_path, settings=settings, statements=[said()], observations=[seen(last_seen="2015-05-01")])
    )
    assert judged(compare(case)) == [is_(CONTRADICTED, 1, 1)]
    assert judged(compare(case, zone="unknown")) == [is_(POSSIBLY, 1, 1)]


# Findings


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Several speakers about one partner, and what was seen of it."""
    speaker = {"speaker": "Partner A (its chief)"}
    statements = [
        said("S1", speaker="The company"),
        said("S2", **speaker, stated_date="2015-04"),
        said("S3", speaker="The company (spokesperson)", stated_date="2015-04/2015-05"),
        said("S4", **speaker, kind="never", stated_date="../2019"),
        said("S5", speaker="The company", stated_date="2013"),
        said("S6", speaker="Another", quantifier="some", stated_date="2015"),
        said("S7", speaker="The company", stated_date="../2015-04-30"),
        said("S8", partner_id="b"),
    ]
    observations = [
        seen("O1", last_seen="2016", extent="capability"),
        seen("O2", last_seen="2015-04-30", basis="partner statement"),
        seen("O3", last_seen="2015-04-30", basis="internal record"),
        seen("O4", last_seen="2014", basis="admission"),
        seen("O5", last_seen="2015", basis="admission"),
        seen("O6", last_seen="2015-08", extent="use"),
        seen("O7", last_seen="2015-07", extent="use"),
    ]
    return compare(open_rows(tmp_path_factory.mktemp("disputed"), statements, observations))


def test_a_finding_is_the_strongest_verdict_and_the_number_under_each(disputed: Verdicts) -> None:
    finding = disputed.finding("S1")
    tallies = ["contradicted", "left_in_place", "possibly_contradicted", "possibly_left_in_place", "explained"]
    tallies += ["consistent", "cannot_tell"]
    assert finding[["verdict", *tallies, "met"]].tolist() == [CONTRADICTED, 3, 0, 1, 0, 0, 0, 3, True]
    # use stands before ability, and among uses the one whose every reading is the latest
    assert finding[["observation_id", "days_after_least", "days_after_most"]].tolist() == ["O6", 93, 123]
    assert finding["evidence"] == "S1|O6"


def test_what_speaks_against_a_finding_stands_beside_it(disputed: Verdicts) -> None:
    # O2 and O4 are the word of the two about the partner, and do not pass the end; S2 agrees on the end, S4 denies all
    assert disputed.finding("S1")["disputed_by"] == "O2|O4|S2|S4"
    # one who says the same again is no witness, nor who speaks of some, nor who gives another end
    assert disputed.finding("S5")["disputed_by"] == "S4"


def test_what_follows_from_nothing_is_not_disputed(disputed: Verdicts) -> None:
    unmet = disputed.finding("S8")
    assert unmet[["verdict", "met", "cannot_tell"]].tolist() == [CANNOT_TELL, False, 0]
    assert pd.isna(unmet["disputed_by"]) and pd.isna(unmet["observation_id"])
    assert unmet["reason"] == "No dated observation of the same thing: silence is no evidence, either way."
    assert unmet["evidence"] == "S8"


def test_claims_of_one_speaker_about_one_thing_are_counted_once(disputed: Verdicts) -> None:
    claims = dict(rows_of(disputed.findings, "statement_id", "claim_id"))
    assert claims == {"S1": "S1", "S2": "S2", "S3": "S1", "S4": "S4", "S5": "S5", "S6": "S6", "S7": "S7", "S8": "S8"}
    summary = disputed.summary().set_index("verdict")
    assert summary["statements"].sum() == 8
    contradicted = summary.loc[CONTRADICTED]
    assert (contradicted["statements"], contradicted["claims"]) == (6, 5)


def test_comparisons_of_one_statement_come_strongest_first(disputed: Verdicts) -> None:
    compared = disputed.compared("S1")
    assert compared["observation_id"].tolist() == ["O1", "O6", "O7", "O5", "O2", "O3", "O4"]


def test_the_same_case_gives_the_same_tables_twice(disputed: Verdicts) -> None:
    again = compare(disputed.case)
    pd.testing.assert_frame_equal(again.comparisons, disputed.comparisons)
    pd.testing.assert_frame_equal(again.findings, disputed.findings)


def test_comparisons_and_findings_come_sorted(facebook: Case, facebook_verdicts: Verdicts) -> None:
    keys = facebook_verdicts.comparisons[["statement_id", "observation_id"]].fillna("~")
    assert keys.equals(keys.sort_values(["statement_id", "observation_id"]).reset_index(drop=True))
    assert facebook_verdicts.findings["statement_id"].is_monotonic_increasing
    ends = facebook.statements["kind"].isin(["ended", "will-end", "never"])
    ends |= (facebook.statements["kind"] == "extension") & facebook.statements["stated_latest"].notna()
    assert facebook_verdicts.findings["statement_id"].tolist() == facebook.statements.loc[ends, "statement_id"].tolist()

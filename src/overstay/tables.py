"""The data dictionary of a case: which tables there are, what their columns mean, and what may stand in them.

Reading, checking, `overstay new` and datapackage.json all follow this one description.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "ids", "text", "words", "edtf", "integer", "list", "zone", "path", "url", "exact"]

VERDICTS = (
    "contradicted",
    "left in place",
    "possibly contradicted",
    "possibly left in place",
    "explained",
    "consistent",
    "cannot tell",
)
KINDS = ("ended", "will-end", "never", "extension", "granted", "continues")
BASES = (
    "log",
    "internal record",
    "admission",
    "reporter test",
    "regulator finding",
    "partner statement",
    "audit",
    "allegation",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `kind` is how its cells are read; `refers_to` the table whose id it holds; `choices` a closed list.

    Several tables in `refers_to` have a | between: the id may stand in any of them.
    `required` = no cell may be blank; `may_lack` = a file without this column is whole.
    """

    name: str
    kind: Kind
    description: str
    example: str = ""
    required: bool = False
    may_lack: bool = False
    refers_to: str = ""
    choices: tuple[str, ...] = ()

    @property
    def decides(self) -> bool:
        """Whether a verdict can hang on it: without this column a row could accuse somebody who was excepted."""
        return not self.may_lack and (
            self.required or bool(self.choices) or self.kind in ("id", "ids", "edtf", "integer")
        )


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file of a case; its first column is its key, unless several rows may share it (`keyed` is false).

    `may_lack` = a case without this file is whole.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    keyed: bool = True
    may_lack: bool = False

    @property
    def file(self) -> str:
        """The file's name in the case folder."""
        return f"{self.name}.csv"

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0].name


C = Column
TABLES = (
    Table(
        "sources",
        "A document or report that something was read in.",
        (
            C("source_id", "id", "Names the source in the other tables.", "newsroom-2020-03-02", True),
            C("title", "text", "Its title.", "An update on our partners", True),
            C("publisher", "text", "Who published it.", "Example Newsroom"),
            C("author", "text", "Who wrote or signed it.", "A. Writer"),
            C("published", "edtf", "When it was published (EDTF).", "2020-03-02"),
            C("kind", "text", "News report, company statement, court document, ...", "company statement"),
            C("url", "url", "Address of the original; http or https.", "https://example.org/update"),
            C("read_at", "text", "Where it was really read, if elsewhere; several with ` ; ` between."),
            C("note", "text", "What a reader must know about this source.", "Example row: replace it."),
            C("zone", "zone", "Time zone of its dates, where known: an IANA name or +02:00.", may_lack=True),
            C("document", "path", "Its text or abstract, as a path inside the case folder.", may_lack=True),
        ),
    ),
    Table(
        "partners",
        "Somebody who was given access to people's data.",
        (
            C("partner_id", "id", "Names the partner in the other tables.", "acme", True),
            C("name", "text", "The name to print.", "Acme", True),
            C("kind", "text", "Kind of partner.", "device maker"),
            C("aliases", "list", "Other names, with | between.", "Acme Inc.|Acme Phones"),
            C("country", "text", "Two-letter country code.", "US"),
            C("note", "text", "Remarks.", "Example row: replace it."),
        ),
    ),
    Table(
        "programs",
        "A way in which access was given.",
        (
            C("program_id", "id", "Names the program in the other tables.", "contact-sync", True),
            C("name", "text", "The name to print.", "Contact sync", True),
            C("part_of", "id", "The program of which it is a part.", refers_to="programs"),
            C("description", "text", "What it let a partner do.", "Phones could copy a person's contacts."),
            C("started", "edtf", "When it began (EDTF).", "2012"),
            C("note", "text", "Remarks.", "Example row: replace it."),
        ),
    ),
    Table(
        "categories",
        "A kind of data.",
        (
            C("category_id", "id", "Names the kind of data in the other tables.", "contact-info", True),
            C("name", "text", "The name to print.", "Contact information", True),
            C("part_of", "id", "The wider kind to which it belongs.", refers_to="categories"),
            C("description", "text", "What it holds.", "Names and contact details."),
            C("dpv", "text", "Term of the W3C Data Privacy Vocabulary, where one fits.", "Contact"),
        ),
    ),
    Table(
        "statements",
        "Somebody's words about access: that it ended, will end, went on, was given, or never was.",
        (
            C("statement_id", "id", "Names the statement.", "S001", True),
            C("source_id", "id", "Where it was read.", "newsroom-2020-03-02", True, refers_to="sources"),
            C("locator", "text", "The place in the source: page, paragraph, section.", "second paragraph"),
            C("speaker", "text", "Who says it: organisation, then a person in brackets.", "Example (A. Speaker)", True),
            C("said_on", "edtf", "The day it was said (EDTF).", "2020-03-02", True),
            C("program_id", "id", "The program; blank = not specific.", "contact-sync", refers_to="programs"),
            C("partner_id", "id", "The partner; blank = several, see quantifier.", "acme", refers_to="partners"),
            C("category_id", "id", "The kind of data; blank = not specific.", "contact-info", refers_to="categories"),
            C("kind", "text", "What is said about the access.", "ended", True, choices=KINDS),
            C(
                "about",
                "text",
                "What ended: what people saw (feature), the permission (access), or requests for data (use).",
                "access",
                True,
                choices=("feature", "access", "use"),
            ),
            C(
                "quantifier",
                "text",
                "How many of the partners it speaks of; blank where it names its partner.",
                choices=("all", "most", "some"),
            ),
            C("count", "integer", "Their number, as in 38 of the 52."),
            C("of", "integer", "Of how many."),
            C("except", "ids", "Partner ids that it excepts, with | between.", refers_to="partners"),
            C(
                "reading",
                "text",
                "arguable = it takes interpretation to read an end out of it.",
                "plain",
                True,
                choices=("plain", "arguable"),
            ),
            C("stated_date", "edtf", "The end (start, span) that is stated (EDTF).", "2019-12", True),
            C("date_text", "words", "The words that give the date, at most eight.", "at the end of last year"),
            C(
                "paraphrase",
                "text",
                "What was said, in our own words.",
                "Example said the sync with Acme ended in December 2019.",
                True,
            ),
        ),
    ),
    Table(
        "observations",
        "Evidence that access existed, or was refused.",
        (
            C("observation_id", "id", "Names the observation.", "O001", True),
            C("source_id", "id", "Where it was read.", "newsroom-2020-03-02", True, refers_to="sources"),
            C("locator", "text", "The place in the source.", "fifth paragraph"),
            C("partner_id", "id", "The partner; blank = not named.", "acme", refers_to="partners"),
            C("program_id", "id", "The program; blank = not specific.", "contact-sync", refers_to="programs"),
            C("category_id", "id", "The kind of data; blank = not specific.", "contact-info", refers_to="categories"),
            C("first_seen", "edtf", "When access is first seen (EDTF).", "2015"),
            C(
                "last_seen",
                "edtf",
                "When access is last seen (EDTF); blank where it was refused.",
                "2020-02/2020-03-02",
            ),
            C(
                "watched_until",
                "edtf",
                "How far this evidence would have shown access; blank = says nothing of later days.",
            ),
            C("basis", "text", "What kind of evidence it is.", "admission", True, choices=BASES),
            C(
                "extent",
                "text",
                "capability = it was possible; use = data was requested or delivered; refused = it failed.",
                "use",
                True,
                choices=("capability", "use", "refused"),
            ),
            C(
                "reading",
                "text",
                "arguable = partner, program or category is an inference.",
                "plain",
                True,
                choices=("plain", "arguable"),
            ),
            C("users", "integer", "How many people's data, where known."),
            C("partners", "integer", "At least how many partners, where it names none."),
            C(
                "note",
                "text",
                "What was seen, in our own words.",
                "Example conceded that Acme could still sync that winter.",
            ),
        ),
    ),
)
CONFIDENCES = ("high", "medium", "low")
DECISIONS = ("accept", "correct", "reject", "later")
FIELDS = (  # what a reviewer may correct: the columns of a candidate, and what only a reader can say
    *("kind", "partner_ids", "new_partners", "program_id", "category_ids", "source_id", "locator"),
    *("speaker", "said_on", "stated_date", "date_text", "about", "quantifier", "count", "of", "except"),
    *("reading", "extent", "basis", "paraphrase"),
)
REVIEW_TABLES = (
    Table(
        "reviews",
        "A decision on a candidate that was found in a document; made by `review` and `decide`.",
        (
            C("candidate_id", "id", "The candidate on which it decides.", "3f9a0c41d2b7", True),
            C(
                "decision",
                "text",
                "correct = accepted with other values; later = still open.",
                "correct",
                True,
                choices=DECISIONS,
            ),
            C(
                "field",
                "text",
                "The field that gets a value. A row without one sets earlier rows aside.",
                "stated_date",
                choices=FIELDS,
            ),
            C("value", "text", "What the field is to hold; blank = nothing.", "2019-12"),
            C("why", "text", "The reason.", "The sentence before says of which year it speaks."),
            C("who", "text", "Who decided.", "A. Reviewer", True),
            C("decided_on", "edtf", "The day of the decision (EDTF).", "2020-04-01", True),
            C("document", "text", "The document in which the candidate was found.", "documents/update.html"),
            C("quote", "exact", "The sentence in which it was found, to the character."),
        ),
        keyed=False,
        may_lack=True,
    ),
    Table(
        "evidence",
        "The words of a document on which a statement or an observation rests; made by `accept_reviewed` and `attach`.",
        (
            C("row_id", "id", "The row that rests on them.", "S001", True, refers_to="statements|observations"),
            C("candidate_id", "id", "The candidate from which the row was made; blank = attached by hand."),
            C("document", "text", "The document, as a path from the case folder.", "documents/update.html", True),
            C("sha256", "text", "SHA-256 of its file.", required=True),
            C("page", "integer", "The page of a PDF, from 1.", "3"),
            C("start", "integer", "Characters of the document's text before the quote.", "1204", True),
            C("end", "integer", "Characters of the document's text up to its end.", "1311", True),
            C("quote", "exact", "The words, to the character.", required=True),
            C("prefix", "exact", "Up to 32 characters before them."),
            C("suffix", "exact", "Up to 32 characters after them."),
        ),
        keyed=False,
        may_lack=True,
    ),
)
ALL_TABLES = TABLES + REVIEW_TABLES

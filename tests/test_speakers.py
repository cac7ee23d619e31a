"""Who asserts it, how many it speaks of, and whom it excepts."""

from __future__ import annotations

import pytest

from overstay.partners import Names
from overstay.reading.quantities import exceptions_of, quantities_of, quantity_of
from overstay.reading.sentences import sentences
from overstay.reading.speakers import speaker_of

NAMES = Names({"acme": "Acme", "borel": "Borel Inc.", "tandem": "Tandem Health"})


def speakers(text: str, default: str = "Daily Tern") -> list[tuple[str, str]]:
    """Name and kind of the speaker of each sentence."""
    found = [speaker_of(text, sentence, NAMES, default) for sentence in sentences(text)]
    return [(speaker.name, speaker.kind) for speaker in found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Vexel said that it ended Acme's access in 2014.", "Vexel", "company"),
        ("Acme told reporters that it never read messages.", "Acme", "partner"),
        ("In a statement, Acme denied that it had access.", "Acme", "partner"),
        ("Borel's spokeswoman confirmed the end.", "Borel Inc.", "partner"),
        ("The feed was closed, according to a lawyer for Borel.", "Borel Inc.", "partner"),
        ("“It ended in 2014,” said Jane Roe, Vexel’s vice president.", "Vexel", "company"),
        ("Jane Roe, a spokeswoman for Acme, said it ended.", "Acme", "partner"),
        ("Access ended in May, Vexel says.", "Vexel", "company"),
        ("A Vexel spokesman said it ended.", "Vexel", "company"),
        ("Acme, which lost access in 2014, said it was unaware.", "Acme", "partner"),
        ("It ended in 2015, said a person who was told.", "a person who was told", "report"),
        ("The commission found that Borel kept its access.", "The commission", "report"),
        ("Acme, Borel and Tandem Health denied it.", "Acme, Borel Inc. and Tandem Health", "partner"),
        ("The feed was cut, people close to the carrier said.", "people close to the carrier", "report"),
        ("It ended, according to people who saw the list.", "people who saw the list", "report"),
        ('"It is closed," Mr. Lee wrote in an e-mail.', "Mr. Lee", "report"),
        ("Plaintiffs allege that Acme kept its access.", "Plaintiffs", "allegation"),
        ("The complaint alleges that Acme kept its access.", "complaint", "allegation"),
        ("According to its own sworn answers, Acme never had a token.", "Acme", "partner"),
        ("In Vexel's telling, Acme lost its access.", "Vexel", "company"),
        ("Acme lost its access in May.", "Daily Tern", "report"),
        ("Vexel has not said whether Acme lost its access.", "Daily Tern", "report"),
        ("It could not be said when Acme lost its access.", "Daily Tern", "report"),
        ("Under a settlement announced in May, Acme lost its access.", "Daily Tern", "report"),
        ("Acme lost access, a fact that Vexel disclosed only late.", "Daily Tern", "report"),
    ],
)
def test_the_words_of_a_sentence_name_its_speaker(text: str, name: str, kind: str) -> None:
    assert speakers(text) == [(name, kind)]


def test_records_are_shown_by_the_publisher() -> None:
    text = "Records reviewed by the paper show that Acme kept its access."
    assert speakers(text) == [("Daily Tern", "document")]
    assert speakers(text, "") == [("Records reviewed by the paper", "document")]


def test_we_is_the_publisher() -> None:
    assert speakers("We ended our partnership with Acme.", "Vexel") == [("Vexel", "company")]
    assert speakers("As we told your staff, Acme lost it.", "Vexel") == [("Vexel", "company")]


def test_the_company_and_she_are_the_last_speaker_before() -> None:
    text = "Vexel said in May that it closed the feed. The company added that Acme had lost access. It denied the rest."
    assert speakers(text) == [("Vexel", "company")] * 3


def test_a_spokesman_without_a_name_speaks_for_the_last_one_named() -> None:
    text = "Acme's access to the feed lapsed in May, a company spokesman wrote."
    assert speakers(text) == [("Acme", "partner")]


def test_a_quotation_over_two_sentences_has_one_speaker() -> None:
    text = "“We closed it in 2014. It is gone,” said Jane Roe of Acme."
    assert speakers(text) == [("Acme", "partner")] * 2


def test_who_speaks_behind_an_and_does_not_speak_before_it() -> None:
    text = "Acme lost its access in May, and Vexel says that Borel will follow."
    sentence = (0, len(text))
    assert speaker_of(text, sentence, NAMES, "Daily Tern", at=text.index("lost")).name == "Daily Tern"
    assert speaker_of(text, sentence, NAMES, "Daily Tern", at=text.index("follow")).name == "Vexel"


def test_the_words_that_led_to_a_speaker_can_be_shown() -> None:
    text = "It ended. The feed was closed, according to a lawyer for Borel."
    speaker = speaker_of(text, (10, len(text)), NAMES)
    assert text[speaker.start : speaker.end] == speaker.words == "a lawyer for Borel"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We closed 38 of the 52 partnerships.", ("some", 38, 52)),
        ("About ten of twelve partners lost it.", ("some", 10, 12)),
        ("Sixty of the 61 developers were given more time.", ("some", 60, 61)),
        ("Thirty-one partnerships out of 52 are over.", ("some", 31, 52)),
        ("All but two of the 61 lost it.", ("some", 59, 61)),
        ("All but two partners lost it.", ("most", None, None)),
        ("Nearly all such deals have ended.", ("most", None, None)),
        ("Most of the sixty-odd device makers lost it.", ("most", None, None)),
        ("The vast majority of apps lost it.", ("most", None, None)),
        ("A handful of device makers still have it.", ("some", None, None)),
        ("More than two dozen partners kept it.", ("some", 24, None)),
        ("At least 11 of them read it.", ("some", 11, None)),
        ("It withdrew 60,000 apps.", ("some", 60_000, None)),
        ("All of these interfaces will be taken down.", ("all", None, None)),
        ("Of our agreements, every one will have ended.", ("all", None, None)),
        ("None of our partners ever had it.", ("all", None, None)),
        ("No developer has access any more.", ("all", None, None)),
        ("All 52 partnerships ended.", ("all", 52, 52)),
        ("The 52 partnerships ended.", ("all", 52, 52)),
        ("Each of the three firms lost it.", ("all", 3, 3)),
        # nothing is said of how many
        ("The two companies lost it.", ("", None, None)),
        ("Acme was given six more months.", ("", None, None)),
        ("At all times Acme kept away from it.", ("", None, None)),
        ("It no longer has access.", ("", None, None)),
        ("In 2014 partners lost it.", ("", None, None)),
        ("Pursuant to section 9 of the agreement it ended.", ("", None, None)),
        ("As of 1 June 2026 the scopes are revoked.", ("", None, None)),
        ("It never read all photos.", ("", None, None)),
    ],
)
def test_how_many_partners_a_sentence_speaks_of(text: str, expected: tuple[str, int | None, int | None]) -> None:
    found = quantity_of(text)
    assert (found.quantifier, found.count, found.of) == expected
    assert found.words == text[found.start : found.end]


def test_two_quantities_in_a_sentence_are_told_apart() -> None:
    found = quantities_of("Seven more partnerships end in July, and one of them in October; most apps stay.")
    assert [(one.quantifier, one.count) for one in found] == [("some", 7), ("some", 1), ("most", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ended all partnerships except for Acme and Borel.", ["acme", "borel"]),
        ("All but Acme, Borel and Tandem Health lost it.", ["acme", "borel", "tandem"]),
        ("With the exception of those with Acme and Tandem Health, all deals ended.", ["acme", "tandem"]),
        ("Every partner other than Acme lost access to Borel.", ["acme"]),
        ("Every device maker but Acme lost it.", ["acme"]),
        ("Save for Borel, whose time is extended, all shall stop.", ["borel"]),
        ("Acme and Borel excepted, all ended.", ["acme", "borel"]),
        ("All ended in May; Acme and Borel are the exceptions.", ["acme", "borel"]),
        ("Acme and Borel lost it, but Tandem Health kept it.", []),
        ("It ended for all partners.", []),
    ],
)
def test_who_is_excepted(text: str, expected: list[str]) -> None:
    assert [id for name in exceptions_of(text, NAMES) for id in name.ids] == expected


@pytest.mark.parametrize(
    "piece", ["said ", "“", "A ", "1,111", "all but ", "records show ", "The company said. ", "s's "]
)
def test_a_long_run_of_the_same_words_is_read_through(piece: str) -> None:
    text = piece * 2_000
    assert speaker_of(text, (0, len(text)), NAMES, "x").end <= len(text)
    assert quantity_of(text).end <= len(text)
    assert exceptions_of(text, NAMES) == []

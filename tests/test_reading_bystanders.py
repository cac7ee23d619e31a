"""Whose access it is where several are named: rivals, parents, buyers, lawyers, sources, and those left out."""

from __future__ import annotations

import pytest
from test_reading_elsewhere import NAMES, SAID

from overstay.statements import find_statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borel, a rival of Acme, lost access to the Feed API in May 2015.", "ended borel"),
        ("According to a lawyer for Cardon, the tokens of Fenmoor were revoked on 3 May 2018.", "ended fenmoor"),
        ("Fenmoor, a customer of Quillmark, stopped receiving location data in June 2018.", "ended fenmoor"),
        ("Borel and Fenmoor, but not Acme, had their access to messages revoked in May 2016.", "ended borel|fenmoor"),
        (
            "After Acme complained, the platform shut off Quillmark's access to contacts on 4 May 2017.",
            "ended quillmark",
        ),
        (
            "In a letter to Acme of 3 June 2018, Orrin wrote that Quillmark's keys had been revoked in May 2018.",
            "ended quillmark",
        ),
        ("Court papers in Borel v. Orrin show that Acme's access to friend lists ended in 2014.", "ended acme"),
        ('"Our access ended in 2016," Borel\'s chief executive, a former manager at Acme, said.', "ended borel"),
        (
            "Acme sells its data to Quillmark, but it was Hearthlow that lost access to messages in 2016.",
            "ended hearthlow",
        ),
        ("Acme, which supplies Cardon with maps, no longer has access to contact lists.", "ended acme"),
        ("To protect Acme's customers, the bank cut off Borel from account data in March 2017.", "ended borel"),
        ("Fenmoor said that it, and not Cardon, lost access to messages in 2016.", "ended fenmoor"),
        (
            "Tests by Acme in May 2018 showed that Quillmark's app could still read contact lists.",
            "observed quillmark",
        ),
        ("Orrin told Acme that it would end Cardon's access to messages by 1 August 2019.", "will-end cardon"),
        ("Hearthlow sued Orrin in 2016; Fenmoor's access to messages had ended in 2015.", "ended fenmoor"),
        ("Cardon bought Acme in 2014 and lost access to messages in 2016.", "ended cardon"),
        ("Speaking for Acme, Jana Ruiz said Hearthlow had been removed from the Feed API in May.", "ended hearthlow"),
        (
            (
                "Quillmark said in 2017 that it had not known that Borel's access to contact lists had been "
                "ended in 2015."
            ),
            "ended borel",
        ),
        ("Fenmoor took over the app of Borel, whose access to friend lists was ended in 2015.", "ended borel"),
        ("Acme paid Quillmark until its access to location data ended in May 2018.", "ended acme"),
        (
            "The regulator, citing documents from Acme, said Quillmark stopped receiving messages in 2017.",
            "ended quillmark",
        ),
        (
            "Acme and Cardon merged in 2012. Three years later Cardon's access to friend lists was revoked.",
            "ended cardon",
        ),
        (
            ("Hearthlow is Fenmoor's largest customer. The platform cut off Fenmoor's access to messages in May 2016."),
            "ended fenmoor",
        ),
        ("Acme competes with Borel. Its access to friend lists ended in 2015.", "ended acme"),
        ("Acme's lawyer, Tom Borel, said the company had lost access to messages in 2016.", "ended acme"),
        ("Orrin says Acme's access to messages remains in place, while Borel disputes that.", "continues acme"),
        ("Acme's rival lost access to messages in 2016.", "ended"),
        ("A firm that Fenmoor had bought lost its access to messages in 2016.", "ended"),
        ("The platform told Acme's and Cardon's lawyers that Borel's keys were revoked on 3 May 2017.", "ended borel"),
        ("On 4 May 2018, on the advice of Borel, Orrin ended Fenmoor's access to messages.", "ended fenmoor"),
        ("Orrin ended the access of Cardon, whose data had been found at Acme, in 2018.", "ended cardon"),
        ("The partnership with Acme, which Borel had brokered, was ended in 2016.", "ended acme"),
        (
            (
                "Hearthlow's lawyers asked in 2018 whether Fenmoor still had messages; its access had been "
                "revoked in 2016."
            ),
            "ended fenmoor",
        ),
        (
            "Acme, the largest shareholder of Fenmoor, said on Friday that Fenmoor no longer receives messages.",
            "ended fenmoor",
        ),
        (
            "The platform, at the request of Acme and Borel, blocked Cardon from the Feed API on 3 May 2018.",
            "ended cardon",
        ),
        ("Quillmark, formerly Borel Media, lost access to friend lists in 2015.", "ended quillmark"),
        ("Borel lost its access to messages in 2015, a year after Acme.", "ended borel"),
        ("Acme's data-sharing deal, which covered the customers of Borel and Cardon, ended in 2017.", "ended acme"),
        ("As recently as March 2018 Acme could read the messages of Cardon's staff.", "observed acme"),
        (
            "Borel Bank's customers can no longer connect their accounts to Acme, which lost access on 4 May 2019.",
            "ended acme",
        ),
        ("In its suit against Quillmark, the platform says Acme's access was terminated on 3 May 2018.", "ended acme"),
        ('"We turned off Fenmoor\'s access in 2016," Orrin told Acme in a letter.', "ended fenmoor"),
        ("Fenmoor told Acme in an e-mail that its access to messages had been turned off in 2016.", "ended fenmoor"),
        ("Acme's access to messages ended in 2015, Borel's in 2016.", "ended acme ; ended borel"),
        ("Borel's access to messages ended in 2015; it is not known whether Acme's has.", "ended borel"),
        (
            (
                "The regulator fined Acme and, in the same decision, noted that Borel's access to messages had "
                "ended in 2016."
            ),
            "ended borel",
        ),
        ("Acme hired Borel's engineers when Borel lost access to friend lists in April 2015.", "ended borel"),
        ("Only Borel lost access to friend lists in April 2015; Acme was spared.", "ended borel"),
        ("A Hearthlow report from 2017 says that Borel lost access to friend lists in April 2015.", "ended borel"),
        (
            "The app Quillmark, which competes with Acme's mail app, lost its permission to read messages in 2018.",
            "ended quillmark",
        ),
        (
            "The platform will stop supplying Hearthlow, but not Fenmoor, with contact lists on 1 July 2019.",
            "will-end hearthlow",
        ),
        ("The Feed API, modelled on one of Acme's, was closed in 2015.", "ended"),
        ("The platform closed the Feed API in 2015, said Jana Ruiz, who now works for Acme.", "ended"),
        ("According to Acme, the Feed API was closed to all developers in 2015.", "ended"),
        ("Tessa Borel, who runs Acme, said her company's access to messages had ended in 2016.", "ended acme"),
        ("The platform had cut Fenmoor off from friend lists by the time Acme bought it in 2017.", "ended fenmoor"),
        ("Fenmoor, bought by Acme in 2017, was cut off from friend lists in 2016.", "ended fenmoor"),
        ("Fenmoor lost its access to friend lists in 2016 and was bought by Acme a year later.", "ended fenmoor"),
        (
            "While Acme and Borel negotiated, Quillmark's access to location data lapsed on 3 May 2018.",
            "ended quillmark",
        ),
        ("Acme refused to comment; Cardon confirmed that it had lost access to messages in 2016.", "ended cardon"),
        ("Acme refused to comment on reports that Cardon had lost access to messages in 2016.", "ended cardon"),
        ("Acme, whose engineers had worked at Cardon, never had access to messages.", "never acme"),
        ("Neither Acme nor its parent Cardon ever had access to messages.", "never acme|cardon"),
        (
            "A court in Ghent ordered Acme to pay damages to Hearthlow, which had lost access to messages in 2016.",
            "ended hearthlow",
        ),
        ("Hearthlow won damages from Acme after its access to messages was revoked in 2016.", "ended hearthlow"),
        ("Hearthlow, represented by Borel & Partners, lost access to messages in 2016.", "ended hearthlow"),
        ("Hearthlow's access to messages, as Acme had hoped, was revoked in 2016.", "ended hearthlow"),
        ("Hearthlow's access to messages was revoked in 2016, much to Acme's delight.", "ended hearthlow"),
        ("Hearthlow's access to messages was revoked in 2016, to the benefit of Acme and Borel.", "ended hearthlow"),
        ("Hearthlow's access to messages was revoked in 2016, whereupon Acme took its place.", "ended hearthlow"),
        (
            "Hearthlow's access to messages was revoked in 2016 and given to Acme in 2017.",
            "ended hearthlow ; granted acme",
        ),
        ("Fenmoor stopped reading messages in 2016, after a report by Acme.", "ended fenmoor"),
        ("Fenmoor stopped reading messages in 2016, Acme having bought it.", "ended fenmoor"),
        ("Fenmoor stopped selling to Acme in 2015 and stopped reading messages in 2016.", "ended fenmoor"),
        ("Fenmoor's chief left for Acme in 2015; the firm lost access to messages in 2016.", "ended fenmoor"),
        (
            "The access to contact lists that the platform gave Borel through Acme's app was shut off in 2016.",
            "ended borel",
        ),
        ("Acme, on whose behalf Borel ran the app, lost access to messages in 2016.", "ended acme"),
        ("The regulator has given the platform until 1 July 2019 to end Acme's access to messages.", "will-end acme"),
        (
            ("Borel has urged, and the platform now promises, that Acme's access to messages will end on 1 July 2019."),
            "will-end acme",
        ),
        ("From 1 July 2019 Acme will no longer be able to read messages that Borel sends.", "will-end acme"),
        ("At Borel's request the platform extended Acme's access to messages until 31 August 2019.", "extension acme"),
        ("Acme still has access to messages, three years after it bought Borel.", "continues acme"),
        ("Acme's access to messages was not affected by the end of Borel's brand and continues.", "continues acme"),
        ("In tests by Cardon in May 2018, Acme could still read messages.", "observed acme"),
        ("Quillmark, a rival, showed that in May 2018 Acme could still read messages.", "observed acme"),
        ("Logs that Fenmoor handed to the court show that Acme read messages in May 2018.", "observed acme"),
        ("In 2012 the platform opened the Feed API to Acme, whose founder had sat on Borel's board.", "granted acme"),
        ("Acme, a spin-off of Borel, was given access to messages in 2012.", "granted acme"),
        ("The platform informed Borel in May 2016 that it had revoked Acme's access to messages.", "ended acme"),
        ("Borel learned in May 2018 that Acme's access to messages had been revoked in 2016.", "ended acme"),
        ("Acme's access ended in 2016, when it sold its map business to Borel.", "ended acme"),
        ("The platform ended access to messages for Acme in 2016, and for Borel as well.", "ended acme|borel"),
        ("Acme lost access to messages in 2016, together with Borel.", "ended acme|borel"),
        ("Acme and its subsidiary Borel lost access to messages in 2016.", "ended acme|borel"),
        ("Acme and its users lost access to messages in 2016.", "ended acme"),
        ("Acme and a dozen smaller firms lost access to messages in 2016.", "ended acme"),
        ("A dozen firms that compete with Acme lost access to messages in 2016.", "ended"),
        ("All partners lost access to messages in 2016, wrote Jana Ruiz of Acme.", "ended"),
        ("All partners lost access to messages in 2016; Acme left the market a year later.", "ended"),
        ("Makers of phones, Acme's customers, lost access to messages in 2016.", "ended"),
        ("The platform shut the Feed API in 2016, a blow to Acme.", "ended"),
        ("The platform, sued by Acme, shut the Feed API in 2016.", "ended"),
        ("The Feed API was shut in 2016 at the urging of Acme.", "ended"),
        ("Acme's access to messages was revoked in 2016. The company was dissolved in 2018.", "ended acme"),
        ("Acme's access to messages was revoked in 2016. The data were deleted in 2018.", "ended acme"),
        ("Acme's access to messages was revoked in 2016. It stopped making phones in 2018.", "ended acme"),
        (
            "Acme's access to messages was revoked in 2016. The product was taken off the shelves in May 2018.",
            "ended acme",
        ),
        ("Acme's access to messages was revoked in 2016. Users were told on 3 May 2018.", "ended acme"),
        ("Acme's access to messages was revoked in 2016. The right to appeal expired in 2018.", "ended acme"),
        (
            "Acme's access to messages was revoked in 2016. The platform stopped sending newsletters in 2018.",
            "ended acme",
        ),
        (
            "Acme's access to messages was revoked in 2016. Its partnership with the city marathon ended in 2018.",
            "ended acme",
        ),
    ],
)
def test_the_partner_is_the_one_whose_access_it_is(text: str, expected: str) -> None:
    found = find_statements(text, said_on=SAID, partners=NAMES)
    told = sorted(f"{kind} {ids}".strip() for kind, ids in zip(found["kind"], found["partner_ids"], strict=True))
    assert " ; ".join(told) == expected


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "Acme, which removed the app in 2017, no longer has access to messages.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Acme, which removed the app in 2017, no longer has access.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Borel, which closed its London office in March 2018, has lost access to the Feed API.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Fenmoor, which launched its app in 2012, no longer receives contact lists.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Quillmark, which was fined in 2016, can no longer read messages.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Acme, which deleted the data in 2018, has been cut off from the Feed API.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Acme, which shut its game in 2017, does not have access to friend lists any more.",
            "ended",
            "../2019-06-18",
        ),
        (
            "Acme, which used the Feed API until 2017, no longer has access.",
            "ended",
            "2017",
        ),
        (
            "Acme, whose app was removed in 2017, no longer has access.",
            "ended",
            "2017",
        ),
        (
            "The contract with Borel, under which it receives location data, was signed on 3 May 2014.",
            "granted",
            "2014-05-03",
        ),
        (
            "The data-sharing agreement with Borel was signed on 3 May 2014.",
            "granted",
            "2014-05-03",
        ),
        (
            "Under it Acme could read messages. The contract with Acme was signed in May 2014.",
            "granted",
            "2014-05",
        ),
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_access(text: str, kind: str, date: str) -> None:
    found = find_statements(text, said_on=SAID, partners=NAMES)
    assert list(zip(found["kind"], found["stated_date"], strict=True)) == [(kind, date)]

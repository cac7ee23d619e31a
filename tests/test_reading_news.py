"""What sentences state that reporters write: who is quoted, what tests and records showed, asides, days of the week."""

from __future__ import annotations

import pytest
from told import Told, check_told

# Text, the day on which it was said, and the statements in it: kind, partners, EDTF date.
SENTENCES: list[tuple[str, str, Told]] = [
    (
        "Acme cut Borel off from customers' purchase records in March, according to two former employees "
        "who were not allowed to speak publicly.",
        "2019-06-12",
        [("ended", "borel", "2019-03")],
    ),
    (
        '"They lost the key the day we found out," said Lena Moritz, the head of partnerships at '
        "Wexbridge, referring to Quillmark.",
        "2020-02-03",
        [("ended", "quillmark", "../2020-02-03")],
    ),
    (
        "Fenmoor's window into members' messages, three people with knowledge of the arrangement said, "
        "was closed only last fall.",
        "2018-04-20",
        [("ended", "fenmoor", "2017-09/2017-11")],
    ),
    (
        "When a reporter tried the app last Thursday, Hearthlow could still pull the names and birthdays "
        "of 300 friends.",
        "2019-05-08",
        [("observed", "hearthlow", "2019-05-02")],
    ),
    (
        "Documents filed with the court put the end of Tandem Health's access to health records at 30 June 2017.",
        "2019-01-15",
        [("ended", "tandem-health", "2017-06-30")],
    ),
    (
        "Ostrava Mobile's contract, which the company says gave it no more than names and phone numbers, "
        "lapsed in 2016 and was never renewed.",
        "2018-06-05",
        [("ended", "ostrava-mobile", "2016")],
    ),
    (
        'Asked whether Acme still had access, a spokesman said that it had ended "some time in 2015".',
        "2018-06-07",
        [("ended", "acme", "2015")],
    ),
    (
        "Borel, the largest of the lenders, kept its access to statements until the end of 2020, "
        "internal e-mails show.",
        "2021-03-02",
        [("observed", "borel", "2020-10/2020-12")],
    ),
    (
        '"As of this morning, no outside company can read those messages," the chief executive, Dana '
        "Wirth, told reporters.",
        "2019-11-14",
        [("ended", "", "2019-11-14")],
    ),
    (
        "Wexcombe denied that it had ever had access to private messages.",
        "2018-12-19",
        [("never", "wexcombe", "../2018-12-19")],
    ),
    (
        "Fenmoor was granted an extra six months, until the end of May 2016, people briefed on the talks said.",
        "2018-06-09",
        [("extension", "fenmoor", "2016-05-31")],
    ),
    (
        "A test by the consumer group Klarsicht in late April found Hearthlow's app still collecting contact lists.",
        "2020-05-20",
        [("observed", "hearthlow", "2020-04-16/2020-04-30")],
    ),
    (
        "The company has since told regulators that Cardon's credentials were revoked on Feb. 9.",
        "2020-04-02",
        [("ended", "cardon", "2020-02-09")],
    ),
    (
        "Delphine Labs, a small advertising firm in Leeds, had been receiving location data since 2013, "
        "the records show.",
        "2018-05-15",
        [("granted", "delphine-labs", "2013")],
    ),
    (
        'Tandem Health said in a statement that it "has not pulled a single record since 4 August 2019".',
        "2020-10-22",
        [("ended", "tandem-health", "2019-08-04")],
    ),
    (
        "Yet as late as last month, an Ostrava Mobile phone bought in a shop in Lyon was able to "
        "download the contact list of its owner's friends.",
        "2018-07-10",
        [("observed", "ostrava-mobile", "2018-06")],
    ),
    (
        "Neither Borel nor Quillmark ever had access to location data, the carrier insists.",
        "2019-02-11",
        [("never", "borel|quillmark", "../2019-02-11")],
    ),
    (
        "Wexcombe's arrangement remains in force, a spokeswoman confirmed on Friday, and there are no "
        "plans to change it.",
        "2019-03-04",
        [("continues", "wexcombe", "2019-03-04/..")],
    ),
    (
        "The bank, Borel, says its own copy of the feed went dead in mid-2018.",
        "2019-04-01",
        [("ended", "borel", "2018-05/2018-08")],
    ),
    (
        "Acme plans to stop sharing riders' locations with Cardon by the end of next year, the two "
        "companies announced on Tuesday.",
        "2021-05-06",
        [("will-end", "cardon", "2021-05-06/2022-12-31")],
    ),
    (
        "The platform suspended Quillmark on Wednesday after The Gazette asked about the quiz.",
        "2018-03-23",
        [("ended", "quillmark", "2018-03-21")],
    ),
    (
        "Its deal with Delphine Labs, signed in 2014 and little known outside the company, is set to "
        "expire on Dec. 31, two executives said.",
        "2019-10-30",
        [("will-end", "delphine-labs", "2019-12-31")],
    ),
    (
        "An earlier version of this article said that Tandem Health's access had ended in 2016; "
        "according to the company it ended in 2015.",
        "2018-12-20",
        [("ended", "tandem-health", "2015")],
    ),
    (
        "Borel's shares fell 6 percent on Thursday after the bank said it would close 40 branches by March.",
        "2019-11-08",
        [],
    ),
    (
        "Quillmark, which was sold to a rival in 2017 for $90 million, did not respond to requests for comment.",
        "2018-12-19",
        [],
    ),
    (
        "Senators asked the company on Tuesday to explain why Fenmoor had been allowed in, and gave it "
        "until July 6 to answer.",
        "2018-06-20",
        [],
    ),
    ("Ms. Wirth joined the platform in 2012 and left Hearthlow's board last year.", "2019-11-14", []),
    ("The newspaper first reported on the data-sharing deals in June 2018.", "2018-12-19", []),
    ("Cardon withdrew its bid for the start-up on Monday, two people familiar with the talks said.", "2020-09-30", []),
    (
        "If regulators approve the plan, Ostrava Mobile could lose access to contact lists as early as next spring.",
        "2018-09-17",
        [],
    ),
    ("Delphine Labs ended the quarter with 1.2 million paying users, up from 900,000 a year ago.", "2020-11-05", []),
    (
        "Quillmark acknowledged on Friday that it had lost access to contact lists in 2016.",
        "2019-06-12",
        [("ended", "quillmark", "2016")],
    ),
    (
        "The platform confirmed to The Gazette that the feed built for Acme was retired in March 2017.",
        "2019-06-12",
        [("ended", "acme", "2017-03")],
    ),
    (
        "A spokesman said Thursday that partners had gone on receiving location data until 2018.",
        "2019-06-12",
        [("observed", "", "2018")],
    ),
    (
        "Acme's token, issued in 2012 but never renewed, expired in 2014.",
        "2019-06-12",
        [("granted", "acme", "2012"), ("ended", "acme", "2014")],
    ),
    (
        "Hearthlow was barred from users' search queries in 2017, documents show.",
        "2019-06-12",
        [("ended", "hearthlow", "2017")],
    ),
    (
        "Quillmark lost access to riders' trip records in April, according to the ride service.",
        "2019-06-12",
        [("ended", "quillmark", "2019-04")],
    ),
    (
        "Phone records show that Fenmoor's servers were still receiving contact lists in 2018.",
        "2019-06-12",
        [("observed", "fenmoor", "2018")],
    ),
    (
        "Court records indicate that Cardon kept its access until at least May 2017.",
        "2019-06-12",
        [("observed", "cardon", "2017-05/..")],
    ),
    (
        "In an experiment conducted in February, an app by Hearthlow was still able to read friends' birthdays.",
        "2019-06-12",
        [("observed", "hearthlow", "2019-02")],
    ),
    (
        "During checks made on June 3, Acme and Borel were both still able to fetch messages.",
        "2019-06-12",
        [("observed", "acme|borel", "2019-06-03")],
    ),
    (
        "Wexbridge cut off Cardon, which made tools for the police, from its location stream on Tuesday.",
        "2019-06-12",
        [("ended", "cardon", "2019-06-11")],
    ),
    (
        "The site barred Fenmoor, a maker of quizzes, from the Inbox API in March.",
        "2019-06-12",
        [("ended", "fenmoor", "2019-03")],
    ),
    (
        "Two former engineers put the shutdown of Acme's feed in the summer of 2015.",
        "2019-06-12",
        [("ended", "acme", "2015-06/2015-08")],
    ),
    (
        "The filing gives the end of Tandem Health's access as March 2016.",
        "2019-06-12",
        [("ended", "tandem-health", "2016-03")],
    ),
    ('"That went away in 2016," Ms. Okafor said of Borel\'s access.', "2019-06-12", [("ended", "borel", "2016")]),
    ('Asked about Hearthlow, he said: "We cut them off in March."', "2019-06-12", [("ended", "hearthlow", "2019-03")]),
    (
        '"They have not had our data since 2017," the bank\'s spokeswoman said of Fenmoor.',
        "2019-06-12",
        [("ended", "fenmoor", "2017")],
    ),
    (
        "Lena Moritz, who founded Quillmark, said her company had stopped collecting contact lists in 2016.",
        "2019-06-12",
        [("ended", "quillmark", "2016")],
    ),
    (
        "Three months past the cutoff were given to Acme, until July 31, 2015, e-mails show.",
        "2019-06-12",
        [("extension", "acme", "2015-07-31")],
    ),
    (
        "Last week the store pulled Hearthlow's plug-in from its list of certified integrations.",
        "2019-06-12",
        [("ended", "hearthlow", "2019-06-03/2019-06-09")],
    ),
    (
        "Following complaints from users, Quillmark was shut out of the Inbox API in May.",
        "2019-06-12",
        [("ended", "quillmark", "2019-05")],
    ),
    (
        "After Borel's license ran out, Acme was given access in 2016.",
        "2019-06-12",
        [("granted", "acme", "2016"), ("ended", "borel", "../2019-06-12")],
    ),
    (
        "Cardon's access to posts ended in May, and the platform said it had blocked the company on Sunday.",
        "2019-06-12",
        [("ended", "cardon", "2019-05"), ("ended", "cardon", "2019-06-09")],
    ),
    (
        "The network gives Fenmoor access to viewing data until 31 December 2020.",
        "2019-06-12",
        [("will-end", "fenmoor", "2020-12-31")],
    ),
    ("In tests carried out in July, Acme's new phone lasted 14 hours.", "2019-06-12", []),
    ("After a fire at its data center, Borel closed two offices in May.", "2019-06-12", []),
    ("The list of connected apps was moved from the settings page in March.", "2019-06-12", []),
    ('"We turned them down two weeks ago," she said of Acme\'s investors.', "2019-06-12", []),
    ("Lena Moritz said her company had ended the year with a loss.", "2019-06-12", []),
    (
        "Borel was among the firms told this week that their connections to the Inbox API would be "
        "severed on March 1, said an executive at one of them.",
        "2021-01-21",
        [("will-end", "borel", "2021-03-01")],
    ),
    (
        "Engineers discovered in August that a Hearthlow server was still drawing on the contact lists, "
        "one of them recalled.",
        "2019-02-02",
        [("observed", "hearthlow", "2018-08")],
    ),
    (
        "Wexcombe has not been able to see members' posts since Tuesday, its co-founder, Ida Brandt, "
        "wrote on her blog.",
        "2021-09-30",
        [("ended", "wexcombe", "2021-09-28")],
    ),
    (
        "The agreement under which Tandem Health received prescription data ran out on New Year's Eve, a "
        "hospital spokesman told The Gazette.",
        "2020-01-09",
        [("ended", "tandem-health", "2019-12-31")],
    ),
    (
        '"We shut that off years ago," Ms. Okafor said when asked about Ostrava Mobile.',
        "2018-06-12",
        [("ended", "ostrava-mobile", "../2016-06-30")],
    ),
    (
        "The permission that let Quillmark read private messages was withdrawn 18 months ago, a person "
        "with direct knowledge of the matter said.",
        "2019-06-20",
        [("ended", "quillmark", "2017-12/2018-01")],
    ),
    (
        "Fenmoor and Hearthlow retained such access well into 2018, The Gazette reported in December.",
        "2019-03-01",
        [("observed", "fenmoor|hearthlow", "2018")],
    ),
    (
        "After inquiries from The Gazette, Ostrava Mobile was locked out of the Contacts API on Thursday.",
        "2018-07-08",
        [("ended", "ostrava-mobile", "2018-07-05")],
    ),
    (
        "No driver's location has reached Delphine Labs since last autumn, the ride-hailing service says.",
        "2021-04-07",
        [("ended", "delphine-labs", "2020-09/2020-11")],
    ),
    (
        "The two companies said on Monday that they would wind down their data-sharing agreement over "
        "the next six months.",
        "2020-09-14",
        [("will-end", "", "2020-09-14/2021-03-14")],
    ),
    (
        "Acme confirmed it had been granted the ability to read users' friend lists in 2010, but said it "
        "had never made use of it.",
        "2018-12-20",
        [("granted", "acme", "2010"), ("never", "acme", "../2018-12-20")],
    ),
    (
        'Hearthlow\'s access "was never turned off," a former contractor testified.',
        "2019-10-02",
        [("continues", "hearthlow", "2019-10-02/..")],
    ),
    (
        "Quillmark's last recorded call to the interface came on Sept. 3, 2016, according to the audit.",
        "2018-11-11",
        [("ended", "quillmark", "2016-09-03")],
    ),
    (
        'Mr. Wirth, speaking to lawmakers on Wednesday, said Cardon "no longer has any of those permissions".',
        "2018-04-12",
        [("ended", "cardon", "../2018-04-12")],
    ),
    (
        "Wexcombe was allowed to keep its access for another year, until April 2016, so that its users "
        "would not lose their playlists, e-mails between the companies show.",
        "2018-12-06",
        [("extension", "wexcombe", "2016-04")],
    ),
    (
        "Of the 60 device makers, 38 had lost access by the end of June, the company told Congress.",
        "2018-07-03",
        [("ended", "", "../2018-06-30")],
    ),
    (
        "The platform's partnership with Ostrava Mobile, long the closest of all, has come to an end, "
        "the companies said in a joint statement on Friday.",
        "2018-06-25",
        [("ended", "ostrava-mobile", "../2018-06-25")],
    ),
    ("The reporter's access to the building was revoked after the article appeared.", "2020-02-05", []),
    ("Cardon has been at the center of a dispute over police use of its software since 2016.", "2020-02-05", []),
    ("Ms. Okafor, who ran partnerships until 2017, now teaches at a university in Ghent.", "2020-02-05", []),
    ("Hearthlow closed its Series B round in March and ended the year with 200 employees.", "2020-02-05", []),
    (
        "Whether Wexcombe still had access when the breach happened is the question that investigators "
        "are trying to answer.",
        "2020-02-05",
        [],
    ),
    ("Borel's lawyers asked the court on Monday to end the monitoring that began in 2015.", "2020-02-05", []),
    (
        "Users will soon be able to see which apps have had access to their location in the past month.",
        "2020-02-05",
        [],
    ),
    ("In 2016, according to two former managers, Acme's feed was cut off.", "2019-06-12", [("ended", "acme", "2016")]),
    (
        "By March, in the words of one engineer, Quillmark's keys were dead.",
        "2019-06-12",
        [("ended", "quillmark", "../2019-03-31")],
    ),
    (
        "Hearthlow stopped receiving messages in 2015, like all the others.",
        "2019-06-12",
        [("ended", "hearthlow", "2015")],
    ),
    ("The scandal cost Fenmoor its access to the Inbox API in May.", "2019-06-12", [("ended", "fenmoor", "2019-05")]),
    (
        "The changes, which take effect on July 1, will cost Cardon its connection to the Location Stream.",
        "2019-06-12",
        [("will-end", "cardon", "2019-07-01")],
    ),
    (
        "A reporter saw on June 3 as Hearthlow's app pulled the contact list of a colleague.",
        "2019-06-12",
        [("observed", "hearthlow", "2019-06-03")],
    ),
    ("The feed was shut down in 2016 and the code removed in 2018.", "2019-06-12", [("ended", "", "2016")]),
    (
        "The auditors discovered queries by Delphine Labs as recently as April 2019.",
        "2019-06-12",
        [("observed", "delphine-labs", "2019-04")],
    ),
    (
        "It took until May for Acme's access to be withdrawn, the company admitted.",
        "2019-06-12",
        [("ended", "acme", "2019-05")],
    ),
    ("Tandem Health's contract was allowed to expire in 2017.", "2019-06-12", [("ended", "tandem-health", "2017")]),
    (
        "Wexcombe no longer has a contract and has not had one since 2016, the agency said.",
        "2019-06-12",
        [("ended", "wexcombe", "2016")],
    ),
    ("It took Acme until May to answer the committee's questions.", "2019-06-12", []),
    ("The recall cost Acme its lead in phones.", "2019-06-12", []),
    ("She watched on Monday as Borel's shares fell.", "2019-06-12", []),
    (
        "Nearly two years after it told customers that the door was closed, the phone company was still "
        "selling their whereabouts to Cardon, a lawsuit says.",
        "2020-01-15",
        [("observed", "cardon", "")],
    ),
    (
        '"We have no relationship with Fenmoor and have not had one since the summer of 2016," wrote '
        "Paul Greer, the network's general counsel.",
        "2019-05-07",
        [("ended", "fenmoor", "2016-06/2016-08")],
    ),
    (
        "Borel said its data-sharing pact with Quillmark, struck in 2012, expired on schedule in December 2017.",
        "2019-05-07",
        [("ended", "quillmark", "2017-12")],
    ),
    (
        "Tandem Health, for its part, says that it handed back its credentials in 2018 and that nobody "
        "there has looked at a patient's chart since.",
        "2020-05-07",
        [("ended", "tandem-health", "2018")],
    ),
    (
        "The watchdog said it had ordered the ministry to cut the broker, Wexcombe, off from the vehicle "
        "register by May 31.",
        "2021-05-03",
        [("will-end", "wexcombe", "2021-05-03/2021-05-31")],
    ),
    (
        "In an e-mail on Wednesday, the company said Delphine Labs \"hasn't been able to pull this data "
        'since April 2018".',
        "2019-05-07",
        [("ended", "delphine-labs", "2018-04")],
    ),
    (
        "The change, which takes effect Monday, will strip Ostrava Mobile of its view of users' contact lists.",
        "2019-05-07",
        [("will-end", "ostrava-mobile", "2019-05-13")],
    ),
    (
        "Cardon, which had paid $12,000 a month for the stream, was unplugged last Friday.",
        "2019-05-07",
        [("ended", "cardon", "2019-05-03")],
    ),
    (
        "Three weeks ago the service quietly ended its arrangement with Hearthlow, two people with "
        "knowledge of the decision said.",
        "2019-05-27",
        [("ended", "hearthlow", "2019-05-03/2019-05-09")],
    ),
    (
        "Fenmoor began receiving location data from the carrier in late 2013, invoices show.",
        "2019-05-07",
        [("granted", "fenmoor", "2013-09/2013-12")],
    ),
    (
        "Not until this spring did the platform revoke the keys it had given Quillmark for a one-week trial.",
        "2019-05-07",
        [("ended", "quillmark", "2019-03/2019-05")],
    ),
    (
        "The tie-up with Hearthlow will end when the contract runs out in 2023, a company lawyer told the court.",
        "2021-05-07",
        [("will-end", "hearthlow", "2023")],
    ),
    (
        "Since then the only outside firm with a line into the database has been Borel, whose access "
        "continues, officials said.",
        "2021-05-07",
        [("continues", "borel", "2021-05-07/..")],
    ),
    (
        "(A spokeswoman for Wexcombe said its connection was switched off on April 2.)",
        "2021-05-07",
        [("ended", "wexcombe", "2021-04-02")],
    ),
    (
        "According to the same memo, Acme was to lose its access by the end of 2014. Three former "
        "employees said it did not.",
        "2021-05-07",
        [],
    ),
    (
        "Regulators in Denmark said that Ostrava Mobile's special permission, due to expire next month, "
        "would be prolonged until the end of 2022.",
        "2021-11-07",
        [("extension", "ostrava-mobile", "2022-12-31")],
    ),
    ("Officials said the agreement between the two ministries ended in March.", "2021-05-07", []),
    ("The carrier raised its prices in March and stopped offering unlimited data.", "2021-05-07", []),
    ("Quillmark was fined $2 million on Tuesday, two years after the breach came to light.", "2021-05-07", []),
    ("Cardon said it would appeal the ruling by May 31.", "2021-05-07", []),
    ("A law that takes effect in January will let people see which firms hold their data.", "2021-05-07", []),
    (
        "Tandem Health's chief executive was locked out of the building on Monday, according to a video posted online.",
        "2021-05-07",
        [],
    ),
    (
        "Quillmark stopped getting friend lists on April 30, 2015, like every other app, its chief "
        "executive said in an interview.",
        "2018-03-20",
        [("ended", "quillmark", "2015-04-30")],
    ),
    (
        "By last Christmas, according to three people, Borel's keys no longer worked.",
        "2019-03-20",
        [("ended", "borel", "../2018-12-25")],
    ),
    (
        "The carrier promised in 2018 to stop, but Cardon was still getting locations from it at the "
        "start of this year, according to a letter from a senator.",
        "2019-03-20",
        [("observed", "cardon", "2019-01/2019-03")],
    ),
    (
        "The special access that Hearthlow enjoyed, first reported by The Gazette on Monday, was "
        "rescinded late Tuesday.",
        "2019-03-20",
        [("ended", "hearthlow", "2019-03-19")],
    ),
    (
        "Delphine Labs' privileges were to have expired in 2015; documents suggest that they were still "
        "active in 2017.",
        "2019-03-20",
        [("observed", "delphine-labs", "2017")],
    ),
    (
        "The company has acknowledged that Fenmoor could read private messages between 2012 and 2015.",
        "2019-03-20",
        [("ended", "fenmoor", "2015")],
    ),
    (
        "Mr. Hale said that Ostrava Mobile's integration was taken offline in the fall of 2016 and its "
        "code deleted the next year.",
        "2019-03-20",
        [("ended", "ostrava-mobile", "2016-09/2016-11")],
    ),
    (
        '"Borel will have no access of any kind from July on," Ms. Wirth told a parliamentary committee.',
        "2019-03-20",
        [("will-end", "borel", "2019-07")],
    ),
    (
        "The city will stop giving Cardon the plate readers' data on June 1, the mayor's office said on Tuesday.",
        "2019-03-20",
        [("will-end", "cardon", "2019-06-01")],
    ),
    (
        "The two sides agreed in January to prolong the arrangement with Tandem Health until the end of "
        "2020, the minister told The Gazette.",
        "2019-03-20",
        [("extension", "tandem-health", "2020-12-31")],
    ),
    (
        "Contrary to what the company told users, Wexcombe went on reading their calendars well after "
        "May 2017, code reviewed by The Gazette shows.",
        "2019-03-20",
        [("observed", "wexcombe", "2017-06-01/..")],
    ),
    (
        'A lawyer for Delphine Labs said that the firm "lost all access to location data more than a year ago".',
        "2019-03-20",
        [("ended", "delphine-labs", "../2018-03-20")],
    ),
    (
        "The Gazette watched on Monday as Quillmark's app uploaded a test user's address book.",
        "2019-03-20",
        [("observed", "quillmark", "2019-03-18")],
    ),
    (
        "Cardon was never a customer, the company said, and never had access to its location feed.",
        "2019-03-20",
        [("never", "cardon", "../2019-03-20")],
    ),
    (
        "As of Wednesday afternoon, Ostrava Mobile's phones could no longer fetch contact lists, a test "
        "by The Gazette showed.",
        "2019-03-21",
        [("ended", "ostrava-mobile", "../2019-03-20")],
    ),
    (
        "Their agreements expired in 2016 (Acme) and 2017 (Borel).",
        "2019-03-20",
        [("ended", "acme", "2016"), ("ended", "borel", "2017")],
    ),
    (
        "The new rules, which apply from May 25, will cost Wexcombe its access to the register.",
        "2019-03-20",
        [("will-end", "wexcombe", "2019-05-25")],
    ),
    ("Acme stopped making phones in 2016 and sold its patents to Borel.", "2019-03-20", []),
    ("The law gives companies until 2020 to comply; Quillmark said it would be ready by May.", "2019-03-20", []),
    ("Fenmoor's app was removed from the top of the charts in March.", "2019-03-20", []),
    ("Shares of Wexcombe, which ended Tuesday at $14, have lost half of their value since June.", "2019-03-20", []),
    ("Cardon cut 300 jobs in January and closed its office in Leeds.", "2019-03-20", []),
    (
        "The Gazette reviewed more than 200 pages of records, some of them obtained by a court in 2018.",
        "2019-03-20",
        [],
    ),
    ("Ostrava Mobile ended its sponsorship of the team last year.", "2019-03-20", []),
    ("Delphine Labs' users can no longer reach customer service by phone, which ended in May.", "2019-03-20", []),
    (
        '"Nobody outside the company has those records any more," Mr. Hale said. Cardon\'s link, he said, '
        "was taken down on April 12.",
        "2018-06-19",
        [("ended", "cardon", "2018-04-12")],
    ),
    (
        "Delphine Labs bought its data from the weather app Nimbus until January, when Nimbus cut all its brokers off.",
        "2020-02-19",
        [("ended", "delphine-labs", "2020-01")],
    ),
    (
        "The broker, Wexcombe, sold the feeds on to landlords and bail bondsmen. Its own access ended on "
        "Monday, after a senator's letter.",
        "2018-06-19",
        [("ended", "wexcombe", "2018-06-18")],
    ),
    (
        "Ostrava Mobile phones sold before 2014 can still load the contact lists, two engineers told The "
        "Gazette, because nobody wrote the update that would have stopped it.",
        "2018-06-19",
        [("continues", "ostrava-mobile", "2018-06-19/..")],
    ),
    (
        "Acme has 30 days to give up the tokens, a judge in Leeds ruled on Thursday.",
        "2020-06-19",
        [("will-end", "acme", "2020-06-19/2020-07-19")],
    ),
    (
        "Wexcombe's chief executive, Rolf Stein, told the committee his firm \"has no live connection to "
        'any carrier" and had had none since May 2018.',
        "2019-06-19",
        [("ended", "wexcombe", "2018-05")],
    ),
    (
        "Both companies, Acme and Ostrava Mobile, were given the same deadline, Oct. 1, to come off the "
        "old interface, the letter says.",
        "2019-06-19",
        [("will-end", "acme|ostrava-mobile", "2019-06-19/2019-10-01")],
    ),
    (
        "The platform allowed Borel to see the names of people's friends for almost two years after it "
        "had closed that door to other developers.",
        "2018-06-19",
        [],
    ),
    (
        "Fenmoor, whose app tells people which painting they look like, had its access suspended on "
        "Wednesday while the platform investigates.",
        "2018-06-22",
        [("ended", "fenmoor", "2018-06-20")],
    ),
    (
        "Mr. Hale's account is at odds with the bank's. Its lawyers wrote in March that Quillmark's "
        'robots had been locked out "no later than December 2018".',
        "2019-06-19",
        [("ended", "quillmark", "../2018-12-31")],
    ),
    (
        "Tandem Health will be cut off from the database at the end of the month, the minister said, if "
        "it does not sign the new terms.",
        "2019-06-19",
        [],
    ),
    (
        "One of the exceptions was Borel, whose permission ran until the middle of 2016.",
        "2018-06-19",
        [("ended", "borel", "2016-05/2016-08")],
    ),
    (
        "On Monday, hours after The Gazette published its findings, the platform pulled Quillmark's access.",
        "2018-06-20",
        [("ended", "quillmark", "2018-06-18")],
    ),
    (
        "Borel, which has 2 million customers, opened its first branch in Ghent in 2011 and closed it in 2019.",
        "2020-06-19",
        [],
    ),
    ("The investigation into Quillmark was closed in May 2019 without charges.", "2020-06-19", []),
    ("Acme's spokesman said he could not say when the practice stopped.", "2020-06-19", []),
    ("Fenmoor's app has been downloaded 14 million times since 2015, according to a research firm.", "2020-06-19", []),
    ("A trial is set for May; until then Hearthlow may not speak about the case.", "2020-06-19", []),
    ("The union's contract with Delphine Labs expires on Friday.", "2020-06-19", []),
    ("Wexcombe was dropped from the index in March and from two funds in April.", "2020-06-19", []),
    (
        "Borel has been shut out of customers' accounts since February, the bank's competitor said.",
        "2020-09-10",
        [("ended", "borel", "2020-02")],
    ),
    (
        "Acme pulled out of the data-sharing program last year, its chief executive told investors.",
        "2020-09-10",
        [("ended", "acme", "2019")],
    ),
    (
        "Quillmark was stripped of its credentials within hours, a person familiar with the matter said.",
        "2020-09-10",
        [("ended", "quillmark", "../2020-09-10")],
    ),
    (
        "In an about-face, the carrier said on Wednesday that it would halt all sales of location data "
        "to Wexcombe by the end of October.",
        "2020-09-10",
        [("will-end", "wexcombe", "2020-09-10/2020-10-31")],
    ),
    (
        "Delphine Labs, it turns out, held on to its access for 11 months longer than rivals, until April 2016.",
        "2020-09-10",
        [("observed", "delphine-labs", "2016-04")],
    ),
    (
        "The platform temporarily blocked Ostrava Mobile from its contact interface on Tuesday.",
        "2020-09-10",
        [("ended", "ostrava-mobile", "2020-09-08")],
    ),
    (
        "A city official confirmed that the contract giving Cardon access to plate scans lapsed on July "
        "31 and would not be renewed.",
        "2020-09-10",
        [("ended", "cardon", "2020-07-31")],
    ),
    (
        "Two apps, Quillmark and Fenmoor, lost their permission to read calendars this week.",
        "2020-09-10",
        [("ended", "quillmark|fenmoor", "2020-09-07/2020-09-13")],
    ),
    (
        "Under pressure from lawmakers, Borel agreed last week to give up its access by the end of the year.",
        "2020-09-10",
        [("will-end", "borel", "2020-09-10/2020-12-31")],
    ),
    ("The company insists Hearthlow never received anything but first names.", "2020-09-10", []),
    (
        "On Thursday the app store said it was revoking Delphine Labs' certificates, effective immediately.",
        "2020-09-10",
        [("ended", "delphine-labs", "2020-09-10")],
    ),
    (
        "Cardon's feed went quiet on Aug. 28 without explanation, said two of its customers.",
        "2020-09-10",
        [("ended", "cardon", "2020-08-28")],
    ),
    (
        "Tandem Health's access to the vaccination register will be reviewed in November, the ministry "
        "said. For now it stays.",
        "2020-09-10",
        [("continues", "tandem-health", "2020-09-10/..")],
    ),
    (
        "Earlier this month the search company began winding down a pact that had given Fenmoor access "
        "to queries since 2014.",
        "2020-09-10",
        [("granted", "fenmoor", "2014")],
    ),
    (
        "Wexcombe had access to 200 million records between January and May of this year, prosecutors say.",
        "2020-09-10",
        [("ended", "wexcombe", "2020-05")],
    ),
    ("The inquiry into how Cardon got the data has been extended until March.", "2020-09-10", []),
    ("Acme has stopped advertising on the platform, its marketing chief said.", "2020-09-10", []),
    ("Ms. Lind said she had no access to her notes and could not confirm the date.", "2020-09-10", []),
    ("The opposition wants Tandem Health's contract ended at once.", "2020-09-10", []),
    ("Fenmoor's new game was removed from stores in Korea on Friday over its name.", "2020-09-10", []),
    ("Reporters were given access to the documents on Monday and had until Friday to read them.", "2020-09-10", []),
    ("The judge gave prosecutors until May to decide whether to try Hearthlow's founder again.", "2020-09-10", []),
    (
        "On Tuesday, a day after The Gazette's report appeared, the bank revoked Borel's keys.",
        "2020-09-10",
        [("ended", "borel", "2020-09-08")],
    ),
    (
        "In March, weeks before it filed for bankruptcy, Fenmoor lost its access to friend lists.",
        "2020-09-10",
        [("ended", "fenmoor", "2020-03")],
    ),
    (
        "Quillmark has a deadline of Dec. 1 to stop reading calendars, a spokesman said.",
        "2020-09-10",
        [("will-end", "quillmark", "2020-09-10/2020-12-01")],
    ),
    (
        "Acme faces an October 1 deadline to give up its tokens.",
        "2020-09-10",
        [("will-end", "acme", "2020-09-10/2020-10-01")],
    ),
    (
        "Quillmark's crawlers were shut out in May 2019, the site says.",
        "2020-09-10",
        [("ended", "quillmark", "2019-05")],
    ),
    (
        "The carrier will stop sales of location data to Wexcombe on Oct. 1.",
        "2020-09-10",
        [("will-end", "wexcombe", "2020-10-01")],
    ),
    (
        "The transfer of medical records to Tandem Health ended in 2019.",
        "2020-09-10",
        [("ended", "tandem-health", "2019")],
    ),
    ("Wexcombe had access to 4 million records until May 2020.", "2020-09-10", [("ended", "wexcombe", "2020-05")]),
    ("The feed to Cardon went silent in July, the city said.", "2020-09-10", [("ended", "cardon", "2020-07")]),
    ("He said he had no access to the records of the inquiry.", "2020-09-10", []),
    ("Senators want the access of Cardon cut off now.", "2020-09-10", []),
    ("The two reporters were given access to the files in June.", "2020-09-10", []),
    ("Fenmoor was granted a waiver from the fee in 2015.", "2020-09-10", []),
    ("For three years after it closed its doors to Acme, the platform sold ads to it.", "2020-09-10", []),
    ("Acme said on Friday that it would close its offices in Leeds by the end of June.", "2020-09-10", []),
    ("Borel's chief executive stepped down on Monday after 12 years.", "2020-09-10", []),
    ("The records show that Quillmark paid $2 million in 2016 and $3 million in 2017.", "2020-09-10", []),
    ("Cardon lost a bid to have the case dismissed on Tuesday.", "2020-09-10", []),
    ("The bank removed its branding from Hearthlow's cards in May.", "2020-09-10", []),
    ("Logs show that the site was down for six hours on May 3.", "2020-09-10", []),
    ("Delphine Labs' lawyer was barred from the courtroom on Thursday.", "2020-09-10", []),
    ("In tests run in July, Ostrava Mobile's battery lasted nine hours.", "2020-09-10", []),
    ('"We ended that rumor in May," she said of Acme.', "2020-09-10", []),
    ("The newspaper stopped printing in 2016 and Quillmark bought its archive.", "2020-09-10", []),
    ("It took until May for Acme to answer.", "2020-09-10", []),
    ("The reporters watched on Monday as Borel's branch in Ghent closed.", "2020-09-10", []),
    ("The merger, signed in 2016 and blocked a year later, cost Acme its chief executive.", "2020-09-10", []),
    ("Two months past the deadline, Borel filed its annual report.", "2020-09-10", []),
    ("The supply of chips to Ostrava Mobile ended in March.", "2020-09-10", []),
    ("Quillmark was removed from the list of approved suppliers of paper in May.", "2020-09-10", []),
    (
        "An earlier version of this article misstated the year in which Cardon lost access. It was 2016, not 2015.",
        "2020-09-10",
        [],
    ),
    ("Neither company would say when the data stopped flowing.", "2020-09-10", []),
]


@pytest.mark.parametrize(("text", "said_on", "stated"), SENTENCES, ids=[text[:60] for text, _, _ in SENTENCES])
def test_news_is_read_as_it_is_meant(text: str, said_on: str, stated: Told) -> None:
    check_told(text, said_on, stated)

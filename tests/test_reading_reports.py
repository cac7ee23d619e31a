"""What sentences state that newsrooms, reporters, companies before a committee, plaintiffs and courts write."""

from __future__ import annotations

import pytest
from told import Told, check_told

# Text, the day on which it was said, and the statements in it: kind, partners, EDTF date.
SENTENCES: list[tuple[str, str, Told]] = [
    (
        "Today we turned off the last of the integrations that let device makers read friend lists.",
        "2018-07-02",
        [("ended", "", "2018-07-02")],
    ),
    (
        "Starting May 1, 2019, Acme will no longer be able to request users' photos through the Feed API.",
        "2019-03-12",
        [("will-end", "acme", "2019-05-01")],
    ),
    (
        "We've also removed Quillmark's permission to see group members, which it had held since 2015.",
        "2018-04-04",
        [("ended", "quillmark", "../2018-04-04"), ("granted", "quillmark", "2015")],
    ),
    (
        "Our agreement with Ostrava Mobile, under which its phones could sync contacts, ran out last "
        "month and we did not renew it.",
        "2018-09-14",
        [("ended", "ostrava-mobile", "2018-08")],
    ),
    (
        "As we announced in June, we are giving Fenmoor another 60 days to move its app off the Inbox API.",
        "2019-07-10",
        [("extension", "fenmoor", "")],
    ),
    (
        "Tandem Health keeps its access to step counts for now, because people rely on it to share "
        "readings with their doctors.",
        "2019-11-05",
        [("continues", "tandem-health", "2019-11-05/..")],
    ),
    (
        "Over the coming six weeks we will wind down the two partnerships that remain, with Acme and Borel.",
        "2018-10-01",
        [("will-end", "acme|borel", "2018-10-01/2018-11-12")],
    ),
    ("Hearthlow never received message content from us.", "2018-12-20", [("never", "hearthlow", "../2018-12-20")]),
    ("We are expanding our bug bounty to cover data abuse by third-party apps.", "2018-04-10", []),
    ("If an app refuses an audit, we will ban it and tell everyone whose data it had.", "2018-03-21", []),
    (
        "Larkspur cut off Borel's access to user e-mail addresses in October 2016, according to two former employees.",
        "2018-06-03",
        [("ended", "borel", "2016-10")],
    ),
    (
        "Quillmark, a maker of smart televisions, was still pulling friend lists as late as last spring, "
        "the documents show.",
        "2018-12-18",
        [("observed", "quillmark", "2017-03/2018-05")],
    ),
    (
        "The company said the special arrangement with Acme had been discontinued about two years ago.",
        "2018-12-18",
        [("ended", "acme", "2015-12/2017-12")],
    ),
    (
        "Borel's chief executive told reporters on Tuesday that the bank had stopped collecting location "
        "data from the Feed API in early 2017.",
        "2018-06-14",
        [("ended", "borel", "2017-01/2017-04")],
    ),
    (
        "Ostrava Mobile retained its ability to read private messages until at least the middle of 2017, "
        "more than a year after Larkspur said it had closed the programme.",
        "2018-12-18",
        [("observed", "ostrava-mobile", "2017-05/..")],
    ),
    (
        "Larkspur intends to end its data-sharing deals with Cardon and Hearthlow by the end of the year.",
        "2018-06-05",
        [("will-end", "cardon|hearthlow", "2018-06-05/2018-12-31")],
    ),
    ("Shares of Larkspur fell 3 percent on Wednesday after the report was published.", "2018-12-19", []),
    ("Lawmakers asked whether Acme's access had ended in 2015, as the company had told them.", "2018-06-08", []),
    (
        "Larkspur has ended 31 of these partnerships; the remaining seven will end by October 2018.",
        "2018-06-29",
        [("ended", "", "../2018-06-29"), ("will-end", "", "2018-06-29/2018-10-31")],
    ),
    (
        "With respect to Quillmark, access to the friends permission was terminated on April 30, 2015.",
        "2018-06-29",
        [("ended", "quillmark", "2015-04-30")],
    ),
    (
        "Acme and Cardon were granted a one-time extension of less than six months, which expired in October 2015.",
        "2018-06-29",
        [("extension", "acme|cardon", "2015-10")],
    ),
    (
        "Tandem Health continues to have access to the Contacts API, as its application is used by "
        "persons with disabilities.",
        "2018-06-29",
        [("continues", "tandem-health", "2018-06-29/..")],
    ),
    ("We are not aware of any misuse of data by device manufacturers.", "2018-06-29", []),
    ("Please describe each instance in which Larkspur extended access beyond the one-year period.", "2018-06-29", []),
    (
        "41. In or around March 2013, Larkspur whitelisted Hearthlow so that its application could "
        "obtain the data of users' friends.",
        "2019-07-24",
        [("granted", "hearthlow", "2013-03~")],
    ),
    (
        "42. Notwithstanding its public statements, Larkspur allowed Cardon to access friend data through June 2018.",
        "2019-07-24",
        [("observed", "cardon", "2018-06")],
    ),
    (
        "43. Larkspur did not revoke Ostrava Mobile's credentials until November 2017.",
        "2019-07-24",
        [("ended", "ostrava-mobile", "2017-11")],
    ),
    (
        "44. On April 30, 2015, Larkspur removed Quillmark's access to the Feed API without warning.",
        "2016-02-01",
        [("ended", "quillmark", "2015-04-30")],
    ),
    (
        "45. Plaintiff Fenmoor built its business in reliance on the Contacts API and invested more than $2 million.",
        "2016-02-01",
        [],
    ),
    (
        "46. Larkspur gave Acme full access to the Inbox API in 2012, and that access has never been withdrawn.",
        "2019-07-24",
        [("granted", "acme", "2012"), ("continues", "acme", "2019-07-24/..")],
    ),
    ("47. Defendant is headquartered in Delaware and launched its platform in May 2007.", "2019-07-24", []),
    (
        "IT IS ORDERED that Defendant shall, within 30 days of this Order, terminate Borel's access to "
        "Covered Information.",
        "2020-04-23",
        [("will-end", "borel", "2020-04-23/2020-05-23")],
    ),
    ("Larkspur must restore Fenmoor's access to the Feed API no later than June 1, 2020.", "2020-04-23", []),
    (
        "The Court finds that Quillmark's license to use the data lapsed on December 31, 2018.",
        "2020-04-23",
        [("ended", "quillmark", "2018-12-31")],
    ),
    (
        "Cardon shall retain access to the Contacts API pending trial.",
        "2020-04-23",
        [("continues", "cardon", "2020-04-23/..")],
    ),
    (
        "The motion to dismiss is DENIED as to Count II, which concerns the 2015 removal of the Contacts API.",
        "2020-04-23",
        [],
    ),
    (
        "Acme's access is extended to and including September 15, 2020.",
        "2020-04-23",
        [("extension", "acme", "2020-09-15")],
    ),
    (
        "The record shows that Hearthlow was able to query the Inbox API as recently as January 2020.",
        "2020-04-23",
        [("observed", "hearthlow", "2020-01")],
    ),
    (
        "Larkspur closed 12 of its data partnerships; the remaining three will be shut off in August 2018.",
        "2018-06-29",
        [("ended", "", "../2018-06-29"), ("will-end", "", "2018-08")],
    ),
    ("Acme's entitlement to read messages lapsed in 2017.", "2018-06-29", [("ended", "acme", "2017")]),
    ("Borel's licence to store the records expired on 3 May 2018.", "2018-06-29", [("ended", "borel", "2018-05-03")]),
    (
        "In 2014 Larkspur allowlisted Cardon so it could keep reading contact lists.",
        "2018-06-29",
        [("granted", "cardon", "2014")],
    ),
    (
        "Borel received access to the Contacts API in 2011, and that access has not ended.",
        "2018-06-29",
        [("granted", "borel", "2011"), ("continues", "borel", "2018-06-29/..")],
    ),
    ("Larkspur let Acme read contact lists through March 2017.", "2018-06-29", [("observed", "acme", "2017-03")]),
    (
        "Hearthlow was permitted to query the Inbox API through the end of 2016.",
        "2018-06-29",
        [("observed", "hearthlow", "2016-10/2016-12")],
    ),
    (
        "Within a month we will close the three integrations that still exist, those of Acme, Borel and Cardon.",
        "2018-06-29",
        [("will-end", "acme|borel|cardon", "2018-06-29/2018-07-29")],
    ),
    (
        "Two years after Larkspur said it had shut the interface, Acme was still reading messages.",
        "2018-06-29",
        [("observed", "acme", "")],
    ),
    (
        "On July 1 we announced that Fenmoor would get an additional 30 days to leave the Inbox API.",
        "2019-07-10",
        [("extension", "fenmoor", "")],
    ),
    (
        "Update on July 3, 2018: Acme, which provided address-book sync for older handsets, has now been "
        "removed from the programme and its access is off.",
        "2018-07-03",
        [("ended", "acme", "2018-07-03")],
    ),
    (
        "We pulled the plug on the Feed API for gaming partners in the autumn of 2016.",
        "2018-04-24",
        [("ended", "", "2016-09/2016-11")],
    ),
    (
        "Only Tandem Health still receives step data from us, and that will stop on December 1.",
        "2019-10-02",
        [("continues", "tandem-health", "2019-10-02/.."), ("will-end", "tandem-health", "2019-12-01")],
    ),
    (
        "From next Monday, Borel's app won't be able to see your friends' birthdays.",
        "2018-05-09",
        [("will-end", "borel", "2018-05-14")],
    ),
    (
        "To give developers more time, we've pushed back the retirement of the Contacts API to January 15, 2020.",
        "2019-08-20",
        [("extension", "", "2020-01-15")],
    ),
    (
        "We never sold Quillmark your messages, and we never let it read them.",
        "2018-12-19",
        [("never", "quillmark", "../2018-12-19")],
    ),
    (
        "We ended nearly all of these partnerships over the past several months.",
        "2018-12-18",
        [("ended", "", "2017-12-18/2018-12-18")],
    ),
    ("Developers can apply for access to the new API from Thursday.", "2019-03-05", []),
    (
        "Our teams are reviewing every app that had access to large amounts of information before 2014.",
        "2018-03-21",
        [],
    ),
    ("We should have turned this off years ago, and we are sorry that we didn't.", "2018-12-19", []),
    (
        "Fenmoor lost its access to the Inbox API in April, a person familiar with the matter said.",
        "2019-07-10",
        [("ended", "fenmoor", "2019-04")],
    ),
    (
        "Internal records show that Cardon could view contact lists as of mid-2017.",
        "2018-12-18",
        [("observed", "cardon", "2017-05/2017-08")],
    ),
    (
        "Hearthlow, which makes fitness bands, said that it had not used the interface since 2014.",
        "2018-06-04",
        [("ended", "hearthlow", "2014")],
    ),
    (
        "The bank, Borel, shut down the feature that relied on the data in 2016 but kept its credentials.",
        "2018-12-18",
        [("ended", "borel", "2016")],
    ),
    (
        "Quillmark and Cardon both said they had stopped drawing on the feed by the summer of 2015.",
        "2018-12-18",
        [("ended", "quillmark|cardon", "../2015-08-31")],
    ),
    (
        '"We no longer have any data-sharing arrangement with Larkspur," a spokesman for Ostrava Mobile said.',
        "2018-06-05",
        [("ended", "ostrava-mobile", "../2018-06-05")],
    ),
    ("It is unclear whether Acme deleted the information once its access was withdrawn.", "2018-12-18", []),
    ("Regulators in Brussels opened an inquiry on Monday into Larkspur's deal with Hearthlow.", "2018-12-18", []),
    (
        "Following the April 2014 announcement, apps had until April 30, 2015 to transition; Acme "
        "received an extension to May 30, 2015.",
        "2018-06-29",
        [("extension", "acme", "2015-05-30")],
    ),
    (
        "Larkspur disabled Ostrava Mobile's access on or about July 12, 2018.",
        "2018-08-01",
        [("ended", "ostrava-mobile", "2018-07-12~")],
    ),
    ("As of the date of this response, Cardon and Hearthlow have no access to non-public user data.", "2018-06-29", []),
    (
        "We intend to discontinue Borel's integration no later than December 31, 2018.",
        "2018-06-29",
        [("will-end", "borel", "2018-06-29/2018-12-31")],
    ),
    (
        "Quillmark's ability to obtain friends' data ceased when the Feed API was retired in May 2015.",
        "2018-06-29",
        [("ended", "quillmark", "2015-05")],
    ),
    ("No partner was permitted to use the data for advertising.", "2018-06-29", []),
    ("The Committee asked for a list of companies whose access continued after 2015.", "2018-06-29", []),
    (
        "We discovered in May that Fenmoor's application had technically retained the capability to call "
        "the Contacts API.",
        "2018-06-29",
        [("observed", "fenmoor", "2018-05")],
    ),
    (
        "52. From 2011 through at least November 2014, Hearthlow had unrestricted access to the Feed API.",
        "2019-07-24",
        [("observed", "hearthlow", "2014-11/..")],
    ),
    (
        "54. Larkspur terminated Plaintiff's API keys on January 24, 2013, hours after Plaintiff "
        "launched its application.",
        "2016-02-01",
        [("ended", "", "2013-01-24")],
    ),
    (
        "55. Larkspur restored Acme's access to the Contacts API in February 2016.",
        "2019-07-24",
        [("granted", "acme", "2016-02")],
    ),
    (
        "56. Neither Cardon nor Quillmark was ever granted access to private messages.",
        "2019-07-24",
        [("never", "cardon|quillmark", "../2019-07-24")],
    ),
    ("57. Larkspur threatened to cut off Fenmoor's access unless it bought advertising.", "2019-07-24", []),
    (
        "Defendant shall cease providing Tandem Health with users' heart-rate data on or before March 31, 2021.",
        "2021-01-15",
        [("will-end", "tandem-health", "2021-01-15/2021-03-31")],
    ),
    (
        "It is undisputed that Acme's access ended no later than April 30, 2015.",
        "2020-04-23",
        [("ended", "acme", "../2015-04-30")],
    ),
    (
        "The stay is lifted, and Ostrava Mobile's right of access to the Feed API terminates effective immediately.",
        "2020-04-23",
        [("ended", "ostrava-mobile", "2020-04-23")],
    ),
    ("Borel shall have until May 15, 2020 to return or destroy the data.", "2020-04-23", []),
    (
        "The deadline for disconnecting Quillmark from the Inbox API is continued to October 1, 2020.",
        "2020-04-23",
        [("extension", "quillmark", "2020-10-01")],
    ),
    ("Plaintiff's motion for a preliminary injunction restoring its access is DENIED.", "2020-04-23", []),
    (
        "Editor's note, August 2: the integration with Cardon mentioned below was taken offline on July 31.",
        "2018-08-02",
        [("ended", "cardon", "2018-07-31")],
    ),
    (
        "As of this morning, none of the apps built by Hearthlow can request location data.",
        "2018-05-21",
        [("ended", "hearthlow", "2018-05-21")],
    ),
    (
        "Partners will have 90 days from today to remove the old login from their products.",
        "2018-05-01",
        [("will-end", "", "2018-05-01/2018-07-30")],
    ),
    (
        "We have therefore decided to shut off Quillmark's access at the end of this month.",
        "2018-05-14",
        [("will-end", "quillmark", "2018-05-16/2018-05-31")],
    ),
    (
        "The Contacts API will go away for good in September 2019, and Fenmoor, the last app to use it, "
        "has already moved.",
        "2019-06-12",
        [("will-end", "", "2019-09")],
    ),
    (
        "In 2013 we let Borel build a version of our service for its phones, and to make it work we "
        "shared contact data with the company.",
        "2018-06-04",
        [("granted", "borel", "2013")],
    ),
    (
        "Acme had access to messages only while you were signed in to its music app, and that feature "
        "was shut down in 2015.",
        "2018-12-19",
        [("ended", "acme", "2015")],
    ),
    ("We take this very seriously and will share more in the coming days.", "2018-12-19", []),
    ("You can see which apps have access to your data in Settings.", "2018-12-19", []),
    (
        "Hearthlow confirmed that the arrangement lapsed in March and said it had not asked for a renewal.",
        "2018-06-05",
        [("ended", "hearthlow", "2018-03")],
    ),
    (
        "Larkspur will revoke Fenmoor's access within two weeks, an executive said in an interview.",
        "2018-06-05",
        [("will-end", "fenmoor", "2018-06-05/2018-06-19")],
    ),
    ("The company had promised in 2014 to close the interface to outsiders.", "2018-06-05", []),
    (
        "A test by this newspaper in May found that an Ostrava Mobile phone could retrieve data on a "
        "reporter's friends.",
        "2018-06-03",
        [("observed", "ostrava-mobile", "2018-05")],
    ),
    (
        "Acme continued to receive data until this summer, three years after most developers were cut off.",
        "2018-12-18",
        [("observed", "acme", "2018-06/2018-08")],
    ),
    (
        "Tandem Health's chief technology officer said the company lost the feed overnight last November.",
        "2018-06-05",
        [("ended", "tandem-health", "2017-11")],
    ),
    (
        "Larkspur denied that Borel had ever been able to see private messages.",
        "2018-12-18",
        [("never", "borel", "../2018-12-18")],
    ),
    ("The app, launched in 2012 and bought by Cardon in 2014, was pulled from stores last week.", "2018-12-18", []),
    (
        "Quillmark, whose contract with Larkspur runs until 2020, declined to comment.",
        "2018-12-18",
        [("will-end", "quillmark", "2020")],
    ),
    (
        "Access under these agreements ended for Acme on March 1, 2016, for Borel on July 12, 2017, and "
        "for Cardon in June 2018.",
        "2018-06-29",
        [("ended", "acme", "2016-03-01"), ("ended", "borel", "2017-07-12"), ("ended", "cardon", "2018-06")],
    ),
    ("Hearthlow's access is scheduled to end in October 2018.", "2018-06-29", [("will-end", "hearthlow", "2018-10")]),
    (
        "We granted Quillmark limited access in November 2013 and withdrew it sixteen months later.",
        "2018-06-29",
        [("granted", "quillmark", "2013-11"), ("ended", "quillmark", "2015-02/2015-04")],
    ),
    (
        "To the best of our knowledge, Ostrava Mobile has not called the Feed API since February 2017.",
        "2018-06-29",
        [("ended", "ostrava-mobile", "2017-02")],
    ),
    (
        "Fenmoor was one of 61 developers that received additional time; its access ended on July 15, 2015.",
        "2018-06-29",
        [("extension", "fenmoor", ""), ("ended", "fenmoor", "2015-07-15")],
    ),
    (
        "The integrations with Acme and with Hearthlow remain active at this time.",
        "2018-06-29",
        [("continues", "acme|hearthlow", "2018-06-29/..")],
    ),
    ("What steps has Larkspur taken to ensure that developers deleted the data after April 2015?", "2018-06-29", []),
    (
        "61. Until on or about August 15, 2017, Cardon was able to retrieve the contact lists of users "
        "who had not installed its app.",
        "2019-07-24",
        [("ended", "cardon", "2017-08-15~")],
    ),
    ("62. At all relevant times, Borel had access to user data through the Contacts API.", "2019-07-24", []),
    ("63. In an e-mail dated October 9, 2012, an executive proposed to charge Acme for access.", "2019-07-24", []),
    (
        "64. Larkspur reinstated Hearthlow's keys three days later, on May 18, 2015.",
        "2019-07-24",
        [("granted", "hearthlow", "2015-05-18")],
    ),
    (
        "65. Quillmark's access was curtailed in January 2015 and cut off altogether in April 2015.",
        "2019-07-24",
        [("ended", "quillmark", "2015-04")],
    ),
    ("66. Plaintiffs never consented to the sharing of their data with Ostrava Mobile.", "2019-07-24", []),
    (
        "Larkspur is permanently enjoined from providing Acme with access to nonpublic user information.",
        "2020-04-23",
        [("will-end", "acme", "2020-04-23/..")],
    ),
    (
        "Accordingly, all tokens issued to Cardon and Hearthlow are revoked as of the date of this Order.",
        "2020-04-23",
        [("ended", "cardon|hearthlow", "2020-04-23")],
    ),
    (
        "Defendant has represented that it cut off Quillmark in 2018, and the Court accepts that representation.",
        "2020-04-23",
        [("ended", "quillmark", "2018")],
    ),
    ("A status conference is set for June 9, 2020, at 10:00 a.m.", "2020-04-23", []),
    ("Nothing in this Order requires Larkspur to give any developer access to its platform.", "2020-04-23", []),
    (
        "The arrangement ended for Borel on May 3, 2016, for Cardon on June 9, 2017, and for Acme in August 2018.",
        "2018-09-29",
        [("ended", "borel", "2016-05-03"), ("ended", "cardon", "2017-06-09"), ("ended", "acme", "2018-08")],
    ),
    (
        "Access was revoked for Quillmark in 2015 and for Fenmoor in 2016.",
        "2018-09-29",
        [("ended", "quillmark", "2015"), ("ended", "fenmoor", "2016")],
    ),
    (
        "Acme continued to read contact lists until on or about June 3, 2017.",
        "2018-09-29",
        [("observed", "acme", "2017-06-03~")],
    ),
    ("Borel had access through on or about May 1, 2018.", "2018-09-29", [("observed", "borel", "2018-05-01~")]),
    (
        "Partners have 30 days from today to disconnect from the Feed API.",
        "2018-05-01",
        [("will-end", "", "2018-05-01/2018-05-31")],
    ),
    ("Nothing in the agreement prevents Acme from reading messages.", "2018-05-01", []),
    (
        "Larkspur is restrained from sharing contact data with Hearthlow.",
        "2020-05-01",
        [("will-end", "hearthlow", "2020-05-01/..")],
    ),
    (
        "Two years after its launch, Fenmoor lost access to the Feed API.",
        "2020-05-01",
        [("ended", "fenmoor", "../2020-05-01")],
    ),
    (
        "Acme's tokens were invalidated, two weeks after Larkspur had blocked Borel.",
        "2020-05-01",
        [("ended", "acme", "../2020-05-01")],
    ),
    ("As of today, Cardon can no longer query the Contacts API.", "2020-05-01", [("ended", "cardon", "2020-05-01")]),
    ("Quillmark did not use the information for advertising purposes.", "2020-05-01", []),
    ("Borel's access was to end in January 2019.", "2020-05-01", []),
    (
        "Investigators found that Tandem Health had kept its access to step data.",
        "2020-05-01",
        [("observed", "tandem-health", "")],
    ),
    ("The hearing on the preliminary injunction is continued to June 9, 2020.", "2020-05-01", []),
    (
        "The committee requested the names of all partners whose access had been extended past May 2015.",
        "2020-05-01",
        [],
    ),
    ("Larkspur gave carriers access to location data in 2012.", "2020-07-01", [("granted", "", "2012")]),
    (
        "We are ending our partnerships with Cardon, Fenmoor and Hearthlow, effective today.",
        "2018-06-08",
        [("ended", "cardon|fenmoor|hearthlow", "2018-06-08")],
    ),
    (
        "Quillmark stopped being able to read messages once we retired the feature in June 2015.",
        "2018-12-19",
        [("ended", "quillmark", "2015-06")],
    ),
    ("The remaining tokens for Borel's integration expire tonight.", "2019-01-09", [("ended", "borel", "2019-01-09")]),
    (
        "We have been winding down access for these apps since last autumn, and the last two will lose it on March 31.",
        "2019-02-05",
        [("will-end", "", "2019-03-31")],
    ),
    (
        "All of Ostrava Mobile's permissions were restored on Friday after it passed our review.",
        "2019-02-13",
        [("granted", "ostrava-mobile", "2019-02-08")],
    ),
    ("We no longer work with Tandem Health.", "2019-02-13", [("ended", "tandem-health", "../2019-02-13")]),
    ("We opened a new office in Dublin in 2009 and now employ 4,000 people there.", "2019-02-13", []),
    ("In the next few weeks we will tell everyone who may have been affected.", "2018-10-02", []),
    (
        "Larkspur shared users' contact lists with Quillmark as recently as 2017, e-mails unsealed on Friday show.",
        "2018-12-07",
        [("observed", "quillmark", "2017")],
    ),
    (
        "By the time the deal with Acme expired in 2016, more than 100 companies had similar arrangements.",
        "2018-12-18",
        [("ended", "acme", "2016")],
    ),
    (
        "Borel, Cardon and Hearthlow lost their access in 2014, 2015 and 2016, respectively.",
        "2018-12-18",
        [("ended", "borel", "2014"), ("ended", "cardon", "2015"), ("ended", "hearthlow", "2016")],
    ),
    (
        "Ostrava Mobile said it had never used the access and asked Larkspur to turn it off.",
        "2018-12-18",
        [("never", "ostrava-mobile", "../2018-12-18")],
    ),
    ("The company gave no reason for keeping Fenmoor's access open.", "2018-12-18", []),
    (
        "Two other firms, Acme and Quillmark, held on to the data feed through the end of last year.",
        "2018-06-05",
        [("observed", "acme|quillmark", "2017-10/2017-12")],
    ),
    (
        "Hearthlow's access had quietly ended in late 2017, its lawyer wrote in a letter to the regulator on May 3.",
        "2018-06-05",
        [("ended", "hearthlow", "2017-09/2017-12")],
    ),
    ("Larkspur said on Thursday that it had cut Cardon off.", "2018-06-09", [("ended", "cardon", "../2018-06-09")]),
    ("Analysts expect the company to report higher revenue in the third quarter.", "2018-06-09", []),
    ("Senators have called on Larkspur to end its data deals with phone makers.", "2018-06-09", []),
    (
        "Larkspur terminated the Borel agreement in October 2017 and the Acme agreement in May 2018.",
        "2018-06-29",
        [("ended", "borel", "2017-10"), ("ended", "acme", "2018-05")],
    ),
    (
        "Cardon's access to friends' data was removed after the one-year grace period, that is, on April 30, 2015.",
        "2018-06-29",
        [("ended", "cardon", "2015-04-30")],
    ),
    (
        "Following your letter, we suspended Hearthlow's access on June 12 and are investigating.",
        "2018-06-29",
        [("ended", "hearthlow", "2018-06-12")],
    ),
    (
        "We expect to have shut down the two remaining integrations, Fenmoor and Ostrava Mobile, by the "
        "end of July 2018.",
        "2018-06-29",
        [("will-end", "fenmoor|ostrava-mobile", "2018-06-29/2018-07-31")],
    ),
    (
        "Tandem Health has had access to the Feed API since 2012 and continues to have it.",
        "2018-06-29",
        [("granted", "tandem-health", "2012"), ("continues", "tandem-health", "2018-06-29/..")],
    ),
    ("The partnerships were governed by agreements that limited how the data could be used.", "2018-06-29", []),
    (
        "71. Although Larkspur announced in April 2014 that it would end such access, Acme and Cardon "
        "retained it until June 2018.",
        "2019-07-24",
        [("observed", "acme|cardon", "2018-06")],
    ),
    (
        "73. On information and belief, Quillmark still has access to user data today.",
        "2019-07-24",
        [("continues", "quillmark", "2019-07-24/..")],
    ),
    ("74. Larkspur's decision to terminate Fenmoor's access destroyed its business.", "2019-07-24", []),
    (
        "Access by Ostrava Mobile to the Contacts API shall terminate at 5:00 p.m. on May 29, 2020.",
        "2020-04-23",
        [("will-end", "ostrava-mobile", "2020-05-29")],
    ),
    (
        "Defendant is granted an additional fourteen days, to and including May 7, 2020, to disable Cardon's tokens.",
        "2020-04-23",
        [("extension", "cardon", "2020-05-07")],
    ),
    (
        "Tandem Health may continue to use the Inbox API until further order of the Court.",
        "2020-04-23",
        [("continues", "tandem-health", "2020-04-23/..")],
    ),
    (
        "Pursuant to the Consent Decree of 2012, Larkspur was required to obtain consent before sharing data.",
        "2020-04-23",
        [],
    ),
    (
        "The parties agree that Acme's license terminated on November 30, 2019.",
        "2020-04-23",
        [("ended", "acme", "2019-11-30")],
    ),
    ("Failure to comply may result in sanctions, including suspension of Fenmoor's access.", "2020-04-23", []),
    (
        "We ended our integration with Fenmoor's calendar app in November 2017 and closed the last test "
        "account a month ago.",
        "2018-06-05",
        [("ended", "fenmoor", "2017-11")],
    ),
    (
        "Between 2011 and 2016, Hearthlow could see the e-mail addresses of people who linked their accounts.",
        "2018-06-05",
        [("ended", "hearthlow", "2016")],
    ),
    (
        "Our contract with Cardon expires on December 31, and we will not renew it.",
        "2018-11-05",
        [("will-end", "cardon", "2018-12-31")],
    ),
    (
        "Nothing changes for people who use Tandem Health: the app still gets your workouts.",
        "2018-11-05",
        [("continues", "tandem-health", "2018-11-05/..")],
    ),
    ("Borel has confirmed to us that it deleted all the data it had received.", "2018-11-05", []),
    ("Quillmark never had access to passwords or payment details.", "2018-11-05", []),
    (
        "By mid-2019 no outside developer will be able to read the text of messages.",
        "2018-11-05",
        [("will-end", "", "2018-11-05/2019-08-31")],
    ),
    ("We rolled out a new privacy dashboard yesterday.", "2018-11-05", []),
    ("Next year we plan to review every partnership in which data is shared.", "2018-11-05", []),
    (
        "Ostrava Mobile's phones lost the contact sync in the first half of 2018.",
        "2018-12-05",
        [("ended", "ostrava-mobile", "2018-01/2018-06")],
    ),
    (
        "A Hearthlow spokesman said the data had stopped flowing in 2015.",
        "2018-12-05",
        [("ended", "hearthlow", "2015")],
    ),
    (
        "Borel will be able to keep using the data until the end of June, the person said.",
        "2018-12-05",
        [("extension", "borel", "2019-06-30")],
    ),
    ("Larkspur said it was considering whether to withdraw Quillmark's access.", "2018-12-05", []),
    (
        "The change, which takes effect on January 15, will cut off about 200 apps, including Fenmoor.",
        "2018-12-05",
        [("will-end", "fenmoor", "2019-01-15")],
    ),
    (
        "Police arrested two people in connection with the theft of customer data from Acme last month.",
        "2018-12-05",
        [],
    ),
    ('Asked about the arrangement, Cardon said only that it "complies with all applicable laws."', "2018-12-05", []),
    (
        "Hearthlow and Larkspur ended the relationship in July 2017 by mutual agreement.",
        "2018-12-05",
        [("ended", "hearthlow", "2017-07")],
    ),
    (
        "Although Quillmark's whitelisting expired in March 2015, a configuration error left its access "
        "in place until May 2015.",
        "2018-06-29",
        [("ended", "quillmark", "2015-03"), ("observed", "quillmark", "2015-05")],
    ),
    (
        "To our knowledge, neither Acme nor Borel accessed friend data after June 2015.",
        "2018-06-29",
        [("ended", "acme|borel", "2015-06")],
    ),
    (
        "Access to this API by device manufacturers was discontinued in April 2018, with two exceptions.",
        "2018-06-29",
        [("ended", "", "2018-04")],
    ),
    (
        "Cardon was given access on June 4, 2013; that access was removed on February 11, 2016.",
        "2018-06-29",
        [("granted", "cardon", "2013-06-04"), ("ended", "cardon", "2016-02-11")],
    ),
    ("Please see our response to Question 7.", "2018-06-29", []),
    ("Larkspur does not permit partners to use this data for their own purposes.", "2018-06-29", []),
    (
        "81. Beginning in or about June 2010, Larkspur provided Borel with access to users' friend lists.",
        "2019-07-24",
        [("granted", "borel", "2010-06~")],
    ),
    (
        "82. That access did not end until December 2017, nearly three years after Larkspur claimed to "
        "have stopped it.",
        "2019-07-24",
        [("ended", "", "2017-12")],
    ),
    (
        "83. By May 2015 Larkspur had cut off every competing app, including Fenmoor.",
        "2019-07-24",
        [("ended", "fenmoor", "../2015-05-31")],
    ),
    (
        "85. Upon learning of Hearthlow's growth, Larkspur blocked Hearthlow from the Contacts API within days.",
        "2019-07-24",
        [("ended", "hearthlow", "../2019-07-24")],
    ),
    ("86. Plaintiff seeks an order requiring Larkspur to terminate all such access.", "2019-07-24", []),
    (
        "Larkspur is ORDERED to revoke, by noon on May 1, 2020, every credential issued to Quillmark.",
        "2020-04-23",
        [("will-end", "quillmark", "2020-04-23/2020-05-01")],
    ),
    (
        "Until the Court rules, Cardon's access shall remain suspended.",
        "2020-04-23",
        [("ended", "cardon", "../2020-04-23")],
    ),
    ("Fenmoor's application for an order extending its access is denied.", "2020-04-23", []),
    (
        "The Court notes that Hearthlow surrendered its API keys in February 2019.",
        "2020-04-23",
        [("ended", "hearthlow", "2019-02")],
    ),
    (
        "Larkspur shall not terminate Tandem Health's access before August 1, 2020.",
        "2020-04-23",
        [("continues", "tandem-health", "2020-04-23/..")],
    ),
    (
        "Within ten days after entry of this Order, Defendant shall disconnect Acme from the Inbox API.",
        "2020-04-23",
        [("will-end", "acme", "2020-04-23/2020-05-03")],
    ),
    (
        "Borel's right to receive user data under the 2016 Agreement ended upon its termination on June 30, 2019.",
        "2020-04-23",
        [("ended", "borel", "2019-06-30")],
    ),
    (
        "An oversight left Borel's permission in place until March 2017.",
        "2018-12-05",
        [("observed", "borel", "2017-03")],
    ),
    ("To the best of our knowledge, no partner other than Acme read messages after 2016.", "2018-12-05", []),
    (
        "According to Larkspur, neither Cardon nor Fenmoor has received contact lists since May 2016.",
        "2018-12-05",
        [("ended", "cardon|fenmoor", "2016-05")],
    ),
    ("In response to the letter, none of the three companies said they had kept the data.", "2018-12-05", []),
    (
        "Larkspur must withdraw, on or before June 1, 2020, all permissions granted to Hearthlow.",
        "2020-04-23",
        [("will-end", "hearthlow", "2020-04-23/2020-06-01")],
    ),
    ("Acme's access remains blocked.", "2020-04-23", [("ended", "acme", "../2020-04-23")]),
    ("Larkspur will not cut off Borel before January 2021.", "2020-04-23", [("continues", "borel", "2020-04-23/..")]),
    (
        "Though Larkspur pledged to close the loophole, Quillmark retained access until 2018.",
        "2020-04-23",
        [("observed", "quillmark", "2018")],
    ),
    (
        "By the time Acme's agreement lapsed in March 2017, Borel had already left.",
        "2020-04-23",
        [("ended", "acme", "2017-03")],
    ),
    ("The judge had ordered that Hearthlow's access be restored.", "2020-04-23", []),
    (
        "Larkspur removed Fenmoor from the Contacts API within hours of the launch.",
        "2020-04-23",
        [("ended", "fenmoor", "../2020-04-23")],
    ),
    (
        "Until on or about March 1, 2018, Acme had access to the Inbox API.",
        "2020-04-23",
        [("ended", "acme", "2018-03-01~")],
    ),
    (
        "We turned Borel's access back on by mistake on March 3 and switched it off again on March 9.",
        "2019-03-12",
        [("granted", "borel", "2019-03-03"), ("ended", "borel", "2019-03-09")],
    ),
    ("Hearthlow's tokens were invalidated yesterday afternoon.", "2019-03-12", [("ended", "hearthlow", "2019-03-11")]),
    ("Since April 2018, no new app has been able to use the Contacts API.", "2019-03-12", []),
    (
        "Some partners, such as Cardon, had their access extended until the end of 2016.",
        "2019-03-12",
        [("extension", "cardon", "2016-12-31")],
    ),
    ("Quillmark's agreement was terminated for cause in February.", "2019-03-12", [("ended", "quillmark", "2019-02")]),
    (
        "The newspaper reported that Ostrava Mobile had received special access in 2010.",
        "2018-12-19",
        [("granted", "ostrava-mobile", "2010")],
    ),
    (
        "Fenmoor, which was bought by a rival in 2016, used the Inbox API until 2017, according to court filings.",
        "2018-12-19",
        [("ended", "fenmoor", "2017")],
    ),
    ("Cardon's access expired, unnoticed, on June 30.", "2018-12-19", [("ended", "cardon", "2018-06-30")]),
    ("Larkspur declined to say when Hearthlow's access would end.", "2018-12-19", []),
    (
        "Borel no longer had any access after the agreement expired on October 31, 2015.",
        "2018-06-29",
        [("ended", "borel", "2015-10-31")],
    ),
    (
        "We terminated these integrations as follows: Acme, January 2018; Cardon, March 2018; Quillmark, May 2018.",
        "2018-06-29",
        [("ended", "acme", "2018-01"), ("ended", "cardon", "2018-03"), ("ended", "quillmark", "2018-05")],
    ),
    ("Fenmoor's access to the Feed API was limited to public posts.", "2018-06-29", []),
    (
        "Ostrava Mobile currently has access to the Contacts API for its older handsets only.",
        "2018-06-29",
        [("continues", "ostrava-mobile", "2018-06-29/..")],
    ),
    (
        "91. At no time after May 2015 did Larkspur inform users that Acme still had access.",
        "2019-07-24",
        [("observed", "acme", "")],
    ),
    (
        "92. Defendant's engineers disabled Quillmark's application on September 4, 2014, citing policy violations.",
        "2019-07-24",
        [("ended", "quillmark", "2014-09-04")],
    ),
    (
        "93. By letter dated June 2, 2016, Larkspur notified Borel that its access would cease in thirty days.",
        "2019-07-24",
        [],
    ),
    (
        "94. Hearthlow accessed Plaintiffs' data on at least 14 occasions between 2013 and 2016.",
        "2019-07-24",
        [("ended", "hearthlow", "2016")],
    ),
    (
        "95. Larkspur breached the agreement by revoking Fenmoor's access on August 8, 2017.",
        "2019-07-24",
        [("ended", "fenmoor", "2017-08-08")],
    ),
    ("96. Plaintiff demands a jury trial on all issues so triable.", "2019-07-24", []),
    (
        "Acme's access to the Inbox API having terminated on March 1, 2019, the motion is moot.",
        "2020-04-23",
        [("ended", "acme", "2019-03-01")],
    ),
    (
        "Counsel for Borel stated at the hearing that his client had stopped using the Contacts API in 2018.",
        "2020-04-23",
        [("ended", "borel", "2018")],
    ),
    (
        "Tandem Health's access expires ninety (90) days from the date of this Order.",
        "2020-04-23",
        [("will-end", "tandem-health", "2020-07-22")],
    ),
    ("The parties shall meet and confer within 14 days.", "2020-04-23", []),
    ("On June 3, 2016, Borel was told that its access would end in two weeks.", "2019-07-24", []),
    (
        "Larkspur said on July 20 that it would close the interface to Acme.",
        "2019-07-24",
        [("will-end", "acme", "2019-07-24/..")],
    ),
    (
        "Larkspur said in May 2019 that Acme's access would end in September 2019.",
        "2019-07-24",
        [("will-end", "acme", "2019-09")],
    ),
    ("Acme did not say that its access had ended in 2017.", "2019-07-24", []),
    ("No other app has had access to the Contacts API since 2017.", "2019-07-24", []),
    (
        "Larkspur never told the public that Acme had been given six more months, through October 31, 2015.",
        "2019-07-24",
        [("extension", "acme", "2015-10-31")],
    ),
    (
        "Acme's read access to calendars was shut off on March 14, a day after we learned of it.",
        "2019-03-20",
        [("ended", "acme", "2019-03-14")],
    ),
    (
        "We have not shared location with Borel at any time since the contract ended in 2015.",
        "2019-03-20",
        [("ended", "borel", "2015")],
    ),
    (
        "Effective April 1, Quillmark and Cardon lose the right to query the Feed API.",
        "2019-03-20",
        [("will-end", "quillmark|cardon", "2019-04-01")],
    ),
    ("We're now closing the last five of these integrations.", "2019-03-20", [("will-end", "", "2019-03-20/..")]),
    (
        "Our engineers removed the old permission from Fenmoor's production keys overnight.",
        "2019-03-20",
        [("ended", "fenmoor", "../2019-03-20")],
    ),
    (
        "We will not renew the agreement with Ostrava Mobile when it runs out in May.",
        "2019-03-20",
        [("will-end", "ostrava-mobile", "2019-05")],
    ),
    (
        "Two people briefed on the matter said Borel's pipe was severed in the spring of 2017.",
        "2018-12-18",
        [("ended", "borel", "2017-03/2017-05")],
    ),
    (
        "Larkspur has yet to revoke Quillmark's access, although it promised to do so by June.",
        "2018-12-18",
        [("continues", "quillmark", "2018-12-18/..")],
    ),
    (
        "Fenmoor, it turned out, could still call the endpoint as late as October.",
        "2018-12-18",
        [("observed", "fenmoor", "2018-10")],
    ),
    ("The executive left Larkspur in 2016 to run Hearthlow's data business.", "2018-12-18", []),
    (
        "Tandem Health's app was removed from the store, and its access to the Feed API cut, on Monday.",
        "2018-12-19",
        [("ended", "tandem-health", "2018-12-17")],
    ),
    (
        "Quillmark received its last extension in 2015; it expired on January 31, 2016.",
        "2018-06-29",
        [("extension", "quillmark", ""), ("ended", "quillmark", "2016-01-31")],
    ),
    (
        "Borel's access to the Inbox API was terminated within 24 hours of our discovery on March 3, 2018.",
        "2018-06-29",
        [("ended", "borel", "2018-03-03/2018-03-04")],
    ),
    (
        "By agreement dated May 6, 2013, Hearthlow was authorized to access friend lists; the "
        "authorization was withdrawn effective July 1, 2015.",
        "2018-06-29",
        [("granted", "hearthlow", "../2018-06-29"), ("ended", "hearthlow", "2015-07-01")],
    ),
    (
        "We can confirm that none of these companies has had access since January 2018.",
        "2018-06-29",
        [("ended", "", "2018-01")],
    ),
    ("Larkspur's current policy prohibits the sale of user data.", "2018-06-29", []),
    (
        "101. Cardon had previously been granted an extension through January 2016.",
        "2019-07-24",
        [("extension", "cardon", "2016-01")],
    ),
    (
        "102. Acme's access, which was to have ended in April 2015, in fact continued through June 2018.",
        "2019-07-24",
        [("observed", "acme", "2018-06")],
    ),
    (
        "103. In the alternative, Plaintiffs allege that Borel obtained the data by scraping public pages.",
        "2019-07-24",
        [],
    ),
    (
        "104. Upon discovering the breach, Quillmark itself disconnected from the Inbox API on May 5, 2018.",
        "2019-07-24",
        [("ended", "quillmark", "2018-05-05")],
    ),
    (
        "The Court ORDERS that Hearthlow's access be terminated not later than 5 p.m. on April 30, 2020.",
        "2020-04-23",
        [("will-end", "hearthlow", "2020-04-23/2020-04-30")],
    ),
    ("Pending appeal, Larkspur may not restore Cardon's access.", "2020-04-23", []),
    ("Fenmoor's license is hereby revoked.", "2020-04-23", [("ended", "fenmoor", "2020-04-23")]),
    (
        "The deadline by which Ostrava Mobile must cease use of the Feed API is extended by 45 days, to June 15, 2020.",
        "2020-04-23",
        [("extension", "ostrava-mobile", "2020-06-15")],
    ),
    ("Acme was dismissed from this action on February 2, 2020.", "2020-04-23", []),
    ("Larkspur shall file a report on its compliance every 90 days.", "2020-04-23", []),
]


@pytest.mark.parametrize(("text", "said_on", "stated"), SENTENCES, ids=[text[:60] for text, _, _ in SENTENCES])
def test_a_report_is_read_as_it_is_meant(text: str, said_on: str, stated: Told) -> None:
    check_told(text, said_on, stated)

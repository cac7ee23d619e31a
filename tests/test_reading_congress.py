"""What sentences state that companies write when they answer a committee's questions."""

from __future__ import annotations

import pytest
from told import Told, check_told

# Text, the day on which it was said, and the statements in it: kind, partners, EDTF date.
SENTENCES: list[tuple[str, str, Told]] = [
    (
        "Answer to Question 4(a): With respect to Acme, the Company terminated the data license on March 31, 2016.",
        "2019-07-12",
        [("ended", "acme", "2016-03-31")],
    ),
    (
        "As to Borel, access to friend lists through the Contacts API was withdrawn in the third quarter of 2015.",
        "2019-07-12",
        [("ended", "borel", "2015-07/2015-09")],
    ),
    (
        "Quillmark's agreement expired in February 2014, and Fenmoor's in June 2015.",
        "2019-07-12",
        [("ended", "quillmark", "2014-02"), ("ended", "fenmoor", "2015-06")],
    ),
    (
        "The permissions granted to Hearthlow and Cardon were revoked on May 2, 2017, and August 9, "
        "2017, respectively.",
        "2019-07-12",
        [("ended", "hearthlow", "2017-05-02"), ("ended", "cardon", "2017-08-09")],
    ),
    (
        "Both Acme and Borel had integrations with Larkspur. The former was discontinued in 2013; the "
        "latter remains in operation.",
        "2019-07-12",
        [("ended", "acme", "2013"), ("continues", "borel", "2019-07-12/..")],
    ),
    (
        "Of the partners identified in your Question 12, only Tandem Health continues to have access to "
        "message content.",
        "2019-07-12",
        [("continues", "tandem-health", "2019-07-12/..")],
    ),
    (
        "To the best of the Company's knowledge, Ostrava Mobile has not at any time received location "
        "information from Larkspur.",
        "2019-07-12",
        [("never", "ostrava-mobile", "../2019-07-12")],
    ),
    (
        "We expect to complete the wind-down of our remaining arrangement with Cardon by the end of October 2019.",
        "2019-07-12",
        [("will-end", "cardon", "2019-07-12/2019-10-31")],
    ),
    (
        "In response to a request from Fenmoor, we extended the period in which it could call the Feed "
        "API through January 2016.",
        "2019-07-12",
        [("extension", "fenmoor", "2016-01")],
    ),
    (
        "Beginning in November 2012, Quillmark was permitted to retrieve the public profile information "
        "of users who had installed its application.",
        "2019-07-12",
        [("granted", "quillmark", "2012-11")],
    ),
    (
        "Our engineers' review of server logs indicates that Hearthlow continued to query the Contacts "
        "API as late as September 2018.",
        "2019-07-12",
        [("observed", "hearthlow", "2018-09")],
    ),
    (
        "No. Acme no longer has the ability to obtain the e-mail addresses of our users.",
        "2019-07-12",
        [("ended", "acme", "../2019-07-12")],
    ),
    ("Yes. That access was ended in December 2017.", "2019-07-12", [("ended", "", "2017-12")]),
    (
        "You ask when Borel's access to private messages ended. It ended on November 15, 2017.",
        "2019-07-12",
        [("ended", "borel", "2017-11-15")],
    ),
    (
        "Our partnership with Ostrava Mobile, under which Ostrava Mobile could cache friend data on its "
        "devices, came to an end in April 2018.",
        "2019-07-12",
        [("ended", "ostrava-mobile", "2018-04")],
    ),
    (
        "The following partners had their access terminated before June 2018: Acme, Cardon, and Fenmoor.",
        "2019-07-12",
        [("ended", "acme|cardon|fenmoor", "../2018-05-31")],
    ),
    (
        "Neither Hearthlow nor Quillmark has ever been given access to users' health records.",
        "2019-07-12",
        [("never", "hearthlow|quillmark", "../2019-07-12")],
    ),
    (
        "Tandem Health's contract, which was entered into on July 1, 2011, was not renewed upon its "
        "expiration on June 30, 2014.",
        "2019-07-12",
        [("ended", "tandem-health", "2014-06-30")],
    ),
    (
        "At the time of the hearing, we had already ended 38 of these 52 partnerships.",
        "2019-07-12",
        [("ended", "", "../2019-07-12")],
    ),
    (
        "Seven further partnerships are scheduled to conclude by the end of this year.",
        "2019-07-12",
        [("will-end", "", "2019-07-12/2019-12-31")],
    ),
    (
        "Access by Fenmoor to the social graph, which the Committee's letter describes as ongoing, ceased in May 2015.",
        "2019-07-12",
        [("ended", "fenmoor", "2015-05")],
    ),
    (
        "In 2010 Larkspur entered into an agreement with Cardon whereby Cardon could read the contact "
        "lists of its customers.",
        "2019-07-12",
        [("granted", "cardon", "2010")],
    ),
    (
        "We did not terminate Acme's access to the Feed API until January 2018, an oversight for which we apologize.",
        "2019-07-12",
        [("ended", "acme", "2018-01")],
    ),
    ("Since that time, no request for user data has been received from Borel.", "2019-07-12", []),
    (
        "Such access was made available to Quillmark in March 2013 and was discontinued by the Company in March 2014.",
        "2019-07-12",
        [("granted", "quillmark", "2013-03"), ("ended", "quillmark", "2014-03")],
    ),
    (
        "With the exception of Tandem Health, every partner listed in Appendix B lost access to the "
        "Messages API on or before April 30, 2015.",
        "2019-07-12",
        [("ended", "", "../2015-04-30")],
    ),
    (
        "Acme and Borel were each afforded an additional six months, ending on October 30, 2015, to "
        "complete their migration.",
        "2019-07-12",
        [("extension", "acme|borel", "2015-10-30")],
    ),
    (
        "The arrangement described in Question 9 remains in force with regard to Ostrava Mobile.",
        "2019-07-12",
        [("continues", "ostrava-mobile", "2019-07-12/..")],
    ),
    ("Larkspur acquired Cardon's advertising business in March 2016 for $40 million.", "2019-07-12", []),
    (
        "The Company respectfully declines to provide the dates on which individual agreements were terminated.",
        "2019-07-12",
        [],
    ),
    ("Were a partner to violate these terms, its access could be suspended.", "2019-07-12", []),
    ("Mr. Vane left Quillmark in 2014 and joined Larkspur as general counsel in May 2015.", "2019-07-12", []),
    (
        "Question 17. Please state whether Fenmoor still has access to friend lists and, if not, when "
        "such access ended.",
        "2019-07-12",
        [],
    ),
    ("Users may at any time revoke the permissions that they have granted to an application.", "2019-07-12", []),
    (
        "Larkspur paid a civil penalty of $5 million in 2017 in connection with an unrelated matter "
        "concerning Hearthlow.",
        "2019-07-12",
        [],
    ),
    (
        "We would be pleased to brief your staff on the status of each arrangement by the end of August.",
        "2019-07-12",
        [],
    ),
    ("Borel closed its Dublin office in April 2015 and reduced its workforce by 200 employees.", "2019-07-12", []),
    (
        "Our policies require that a developer whose access has been terminated delete all data within 30 days.",
        "2019-07-12",
        [],
    ),
    (
        "1. The Company discontinued the provision of call-log data to Acme in or about November 2016.",
        "2018-10-04",
        [("ended", "acme", "2016-11~")],
    ),
    (
        "2. Borel's authorization to access user profiles was rescinded by the Company on January 17, 2018.",
        "2018-10-04",
        [("ended", "borel", "2018-01-17")],
    ),
    (
        "Following an internal review, the capability that enabled Quillmark to write to users' inboxes "
        "was disabled in the spring of 2017.",
        "2018-10-04",
        [("ended", "quillmark", "2017-03/2017-05")],
    ),
    (
        "As we explained in our letter of June 8, 2018, Fenmoor has had no access to friends' data since May 1, 2015.",
        "2018-10-04",
        [("ended", "fenmoor", "2015-05-01")],
    ),
    (
        "Hearthlow ceased to be an approved partner on September 30, 2017, at which time its credentials "
        "were deactivated.",
        "2018-10-04",
        [("ended", "hearthlow", "2017-09-30")],
    ),
    (
        "The Company currently maintains data-sharing arrangements with two of the six companies: Cardon and Acme.",
        "2018-10-04",
        [("continues", "cardon|acme", "2018-10-04/..")],
    ),
    (
        "It is the Company's intention to conclude both arrangements no later than March 31, 2019.",
        "2018-10-04",
        [("will-end", "", "2018-10-04/2019-03-31")],
    ),
    (
        "Ostrava Mobile was not provided with access to private messages at any time.",
        "2018-10-04",
        [("never", "ostrava-mobile", "../2018-10-04")],
    ),
    (
        "Because the phones already sold could not be updated remotely, Ostrava Mobile was allowed to "
        "retain its access until December 31, 2018.",
        "2018-10-04",
        [("extension", "ostrava-mobile", "2018-12-31")],
    ),
    (
        "From March 2011 to August 2016, Tandem Health received the e-mail addresses of patients who had "
        "linked their accounts.",
        "2018-10-04",
        [("ended", "tandem-health", "2016-08")],
    ),
    (
        "Borel obtained access in 2009 pursuant to a written agreement that terminated by its own terms "
        "on December 31, 2013.",
        "2018-10-04",
        [("granted", "borel", "2009"), ("ended", "borel", "2013-12-31")],
    ),
    (
        "According to our records, Quillmark last accessed the interface on February 11, 2018.",
        "2018-10-04",
        [("ended", "quillmark", "2018-02-11")],
    ),
    (
        "Your letter asks about Hearthlow and Fenmoor. Neither company has been able to retrieve user "
        "content since August 2014.",
        "2018-10-04",
        [("ended", "hearthlow|fenmoor", "2014-08")],
    ),
    (
        "Acme's permission was withdrawn in July 2016 and that of Borel two months later.",
        "2018-10-04",
        [("ended", "acme", "2016-07"), ("ended", "borel", "2016-08/2016-10")],
    ),
    (
        "In the case of Cardon, the interface remained open until we removed it in early 2018.",
        "2018-10-04",
        [("ended", "cardon", "2018-01/2018-04")],
    ),
    (
        "No data has been transmitted to Tandem Health under this arrangement since the first quarter of 2016.",
        "2018-10-04",
        [("ended", "tandem-health", "2016-01/2016-03")],
    ),
    (
        "The grace period accorded to Quillmark was to expire in May 2018 but was prolonged until November 30, 2018.",
        "2018-10-04",
        [("extension", "quillmark", "2018-11-30")],
    ),
    (
        "We have instructed Hearthlow to cease all retrieval of user data within 60 days of the date of this response.",
        "2018-10-04",
        [("will-end", "hearthlow", "2018-10-04/2018-12-03")],
    ),
    (
        "Fenmoor's participation in the program was terminated for cause in 2014.",
        "2018-10-04",
        [("ended", "fenmoor", "2014")],
    ),
    (
        "As of today, the only partner that retains such access is Ostrava Mobile.",
        "2018-10-04",
        [("continues", "ostrava-mobile", "2018-10-04/..")],
    ),
    (
        "The integrations with Acme, Borel and Cardon were discontinued in 2013, 2015 and 2016, respectively.",
        "2018-10-04",
        [("ended", "acme", "2013"), ("ended", "borel", "2015"), ("ended", "cardon", "2016")],
    ),
    (
        "Two of those partners, Quillmark and Fenmoor, have since been removed from the whitelist.",
        "2018-10-04",
        [("ended", "quillmark|fenmoor", "../2018-10-04")],
    ),
    (
        "The Company's arrangement with Borel, which dated from 2010, was brought to an end on April 4, 2018.",
        "2018-10-04",
        [("ended", "borel", "2018-04-04")],
    ),
    (
        "At no point between 2012 and 2018 was Hearthlow afforded access to the content of communications.",
        "2018-10-04",
        [("never", "hearthlow", "../2018-10-04")],
    ),
    (
        "Cardon was first authorized to query the Feed API on June 14, 2012.",
        "2018-10-04",
        [("granted", "cardon", "2012-06-14")],
    ),
    ("Thereafter, all calls from Cardon's servers were rejected.", "2018-10-04", []),
    (
        "The answer is the same for Acme, whose license came to an end in October 2015.",
        "2018-10-04",
        [("ended", "acme", "2015-10")],
    ),
    ("A list of the agreements, together with their effective dates, is attached as Exhibit C.", "2018-10-04", []),
    ("The Company takes no position on whether Borel's retention of such data was lawful.", "2018-10-04", []),
    ("Fenmoor was the subject of an enforcement action that concluded in May 2016.", "2018-10-04", []),
    ("If the Committee wishes, we will provide the termination notices under separate cover.", "2018-10-04", []),
    ("Our contract with Hearthlow for office security expired in June 2017.", "2018-10-04", []),
    (
        "Any developer that fails the annual review loses access to friend lists until the deficiency is cured.",
        "2018-10-04",
        [],
    ),
    (
        "We are unable to determine from the available records whether Acme retrieved such data before 2012.",
        "2018-10-04",
        [],
    ),
    ("The Company ended its sponsorship of the Tandem Health research prize in 2015.", "2018-10-04", []),
    (
        "The Committee has asked when the Company first learned of the matter; the answer is March 2018.",
        "2018-10-04",
        [],
    ),
    ("Quillmark announced in August 2016 that it would cease production of smart watches.", "2018-10-04", []),
    (
        "Mr. Chairman, we severed our connection to Acme on October 2, 2018, and have not restored it.",
        "2019-02-20",
        [("ended", "acme", "2018-10-02")],
    ),
    (
        "Borel's entitlement to location data lapsed when its master services agreement ran out on June 30, 2017.",
        "2019-02-20",
        [("ended", "borel", "2017-06-30")],
    ),
    (
        "It was not until February 2018 that Larkspur disabled the tokens issued to Quillmark.",
        "2019-02-20",
        [("ended", "quillmark", "2018-02")],
    ),
    (
        "Response: Fenmoor and Hearthlow. The arrangement with the former was concluded in May 2014, and "
        "that with the latter in July 2016.",
        "2019-02-20",
        [("ended", "fenmoor", "2014-05"), ("ended", "hearthlow", "2016-07")],
    ),
    (
        "In light of those findings, Cardon was removed as a data partner effective November 1, 2018.",
        "2019-02-20",
        [("ended", "cardon", "2018-11-01")],
    ),
    (
        "By its terms, the license to Tandem Health will expire on August 31, 2019, and the Company does "
        "not intend to renew it.",
        "2019-02-20",
        [("will-end", "tandem-health", "2019-08-31")],
    ),
    (
        "The Company can confirm that Acme does not have, and never had, the ability to read private messages.",
        "2019-02-20",
        [("never", "acme", "../2019-02-20")],
    ),
    (
        "Borel is among the partners whose access we are in the process of winding down.",
        "2019-02-20",
        [("will-end", "borel", "2019-02-20/..")],
    ),
    (
        "Quillmark began receiving hashed telephone numbers from the Company in September 2013.",
        "2019-02-20",
        [("granted", "quillmark", "2013-09")],
    ),
    (
        "Records produced to the Committee reflect API calls by Fenmoor through December 2017.",
        "2019-02-20",
        [("observed", "fenmoor", "2017-12")],
    ),
    (
        "The table below sets out, for each partner, the date on which access ended: Hearthlow, March 3, "
        "2015; Cardon, June 9, 2016.",
        "2019-02-20",
        [("ended", "hearthlow", "2015-03-03"), ("ended", "cardon", "2016-06-09")],
    ),
    (
        "We have since ascertained that an additional company, Tandem Health, held a similar permission "
        "until January 2017.",
        "2019-02-20",
        [("ended", "tandem-health", "2017-01")],
    ),
    (
        "That permission has now been withdrawn in full with respect to both Acme and Borel.",
        "2019-02-20",
        [("ended", "acme|borel", "2019-02-20")],
    ),
    (
        "Ostrava Mobile's use of the interface is ongoing and is subject to quarterly audit.",
        "2019-02-20",
        [("continues", "ostrava-mobile", "2019-02-20/..")],
    ),
    (
        "Our relationship with Quillmark in this regard terminated in 2012.",
        "2019-02-20",
        [("ended", "quillmark", "2012")],
    ),
    (
        "Access by Hearthlow is scheduled to terminate 45 days from today.",
        "2019-02-20",
        [("will-end", "hearthlow", "2019-04-06")],
    ),
    (
        "The integration, which Cardon had operated since 2011, was retired last September.",
        "2019-02-20",
        [("ended", "cardon", "2018-09")],
    ),
    (
        "Under the transitional arrangement, Acme was able to call the Feed API for nine additional "
        "months, that is, until January 30, 2016.",
        "2019-02-20",
        [("extension", "acme", "2016-01-30")],
    ),
    (
        "Larkspur has at no time shared the contents of communications with Borel.",
        "2019-02-20",
        [("never", "borel", "../2019-02-20")],
    ),
    (
        "All such privileges were rescinded as of December 31, 2018, save those of Ostrava Mobile, which continue.",
        "2019-02-20",
        [("ended", "", "../2018-12-31"), ("continues", "ostrava-mobile", "2019-02-20/..")],
    ),
    (
        "For its part, Tandem Health last made use of the endpoint on July 7, 2018.",
        "2019-02-20",
        [("ended", "tandem-health", "2018-07-07")],
    ),
    (
        "We discontinued Quillmark's access in 2014, Hearthlow's in 2015, and Fenmoor's in 2016.",
        "2019-02-20",
        [("ended", "quillmark", "2014"), ("ended", "hearthlow", "2015"), ("ended", "fenmoor", "2016")],
    ),
    (
        "The last of these agreements, with Cardon, was allowed to lapse in October 2018.",
        "2019-02-20",
        [("ended", "cardon", "2018-10")],
    ),
    (
        "The Company will cease providing call detail records to Borel no later than 30 days from the "
        "date of this letter.",
        "2019-02-20",
        [("will-end", "borel", "2019-02-20/2019-03-22")],
    ),
    (
        "Acme was one of 14 developers that received access to friend lists in 2012.",
        "2019-02-20",
        [("granted", "acme", "2012")],
    ),
    (
        "Despite the termination of its contract in 2015, Fenmoor's credentials remained valid until May 2018.",
        "2019-02-20",
        [("ended", "fenmoor", "2018-05")],
    ),
    ("Ten of the 61 companies never made use of the extension that they were given.", "2019-02-20", []),
    (
        "We refer the Committee to our answer to Question 7, which addresses the end of these partnerships.",
        "2019-02-20",
        [],
    ),
    ("The Company had planned to terminate the arrangement in 2016 but decided against doing so.", "2019-02-20", []),
    ("Would the Company object to ending Acme's access immediately?", "2019-02-20", []),
    ("Prior to 2014, any developer could ask a user for permission to read that user's friend list.", "2019-02-20", []),
    ("The board considered, but did not adopt, a proposal to withdraw Cardon's permissions in 2017.", "2019-02-20", []),
    ("Borel's chief executive resigned in January 2019, and its share price fell by half.", "2019-02-20", []),
    ("We do not comment on the terms of individual agreements, including their duration.", "2019-02-20", []),
    ("Quillmark was fined $2 million in 2018 for failing to delete data.", "2019-02-20", []),
    ("A partner may appeal a decision to revoke its access within 14 days.", "2019-02-20", []),
    (
        "a. Acme: The Company terminated the underlying agreement, and with it Acme's access, on February 29, 2016.",
        "2020-11-17",
        [("ended", "acme", "2016-02-29")],
    ),
    (
        "c. Cardon: Ongoing. Cardon remains authorized to retrieve birth dates for its calendar application.",
        "2020-11-17",
        [("continues", "cardon", "2020-11-17/..")],
    ),
    (
        "Insofar as Quillmark is concerned, the sharing of phone numbers was halted on July 1, 2019.",
        "2020-11-17",
        [("ended", "quillmark", "2019-07-01")],
    ),
    (
        "Effective January 1, 2018, Fenmoor's permissions were reduced, and its ability to read friend "
        "lists was eliminated.",
        "2020-11-17",
        [("ended", "fenmoor", "2018-01-01")],
    ),
    (
        "The Company's last transfer of data to Hearthlow took place on August 19, 2018.",
        "2020-11-17",
        [("ended", "hearthlow", "2018-08-19")],
    ),
    (
        "Ostrava Mobile's exemption from the 2014 changes was extended twice, most recently to December 31, 2017.",
        "2020-11-17",
        [("extension", "ostrava-mobile", "2017-12-31")],
    ),
    (
        "Tandem Health was given access in 2013; that access was revoked four years later.",
        "2020-11-17",
        [("granted", "tandem-health", "2013"), ("ended", "tandem-health", "2016-07/2018-06")],
    ),
    (
        "We anticipate that the transition away from Borel's legacy interface will be completed, and the "
        "interface closed, by March 31, 2021.",
        "2020-11-17",
        [("will-end", "borel", "2020-11-17/2021-03-31")],
    ),
    (
        "As regards Acme and Fenmoor, access was discontinued in, respectively, March and June of 2015.",
        "2020-11-17",
        [("ended", "acme", "2015-03"), ("ended", "fenmoor", "2015-06")],
    ),
    ("In neither case has the Company renewed the access.", "2020-11-17", []),
    (
        "The Company gave notice of termination to Hearthlow on June 1, 2017, and access ceased 90 days thereafter.",
        "2020-11-17",
        [("ended", "hearthlow", "2017-08-30")],
    ),
    (
        "Quillmark no longer participates in the program, having withdrawn in the fall of 2019.",
        "2020-11-17",
        [("ended", "quillmark", "2019-09/2019-11")],
    ),
    (
        "To date, 44 of the 52 integrations have been shut down; the remaining eight are to be shut down "
        "by January 31, 2021.",
        "2020-11-17",
        [("ended", "", "../2020-11-17"), ("will-end", "", "2020-11-17/2021-01-31")],
    ),
    (
        "Larkspur did not, at any point, authorize Tandem Health to collect location data.",
        "2020-11-17",
        [("never", "tandem-health", "../2020-11-17")],
    ),
    (
        "An audit completed in September 2020 found that Fenmoor's credentials were still active.",
        "2020-11-17",
        [("observed", "fenmoor", "2020-09")],
    ),
    (
        "Our contract with Ostrava Mobile was set to expire in June 2020 but remains in force on a "
        "month-to-month basis.",
        "2020-11-17",
        [("continues", "ostrava-mobile", "2020-11-17/..")],
    ),
    ("That interface was made available to Acme as of March 2014.", "2020-11-17", [("granted", "acme", "../2014-03")]),
    (
        "Access on the part of Borel came to an end with the expiry of its license on September 30, 2018.",
        "2020-11-17",
        [("ended", "borel", "2018-09-30")],
    ),
    (
        "The Company has directed Cardon to discontinue its use of the Messages API by no later than "
        "December 15, 2020.",
        "2020-11-17",
        [("will-end", "cardon", "2020-11-17/2020-12-15")],
    ),
    (
        "Consent having been withdrawn by the regulator, the exchange of patient data with Tandem Health "
        "was stopped at the end of 2018.",
        "2020-11-17",
        [("ended", "tandem-health", "2018-10/2018-12")],
    ),
    (
        "Hearthlow's access had already ended when the Company changed its policy in April 2015.",
        "2020-11-17",
        [("ended", "hearthlow", "../2020-11-17")],
    ),
    (
        "Fenmoor and Acme were the only companies to retain access following the 2015 changes, and each "
        "lost it in January 2016.",
        "2020-11-17",
        [("ended", "fenmoor|acme", "2016-01")],
    ),
    (
        "Such partners have until February 28, 2021 to migrate, after which their access will be removed.",
        "2020-11-17",
        [("will-end", "", "2021-02-28")],
    ),
    ("Cardon's participation dates from October 2014.", "2020-11-17", [("granted", "cardon", "2014-10")]),
    ("The Company's correspondence with Acme between 2014 and 2016 has been produced at Tab 4.", "2020-11-17", []),
    ("Access to the production is limited to Committee staff and ends on December 31, 2020.", "2020-11-17", []),
    ("Borel's patent license from Larkspur expired in 2017.", "2020-11-17", []),
    ("We cannot rule out that one or more developers retained copies after their access ended.", "2020-11-17", []),
    ("It is not our practice to disclose when a particular partner's access was ended.", "2020-11-17", []),
    ("The consent decree with the Commission expires in 2032.", "2020-11-17", []),
    ("Ms. Orr's employment with Fenmoor ended in June 2016, after which she joined Cardon.", "2020-11-17", []),
    ("Subject to your approval, we would propose to end these arrangements by June 2021.", "2020-11-17", []),
    (
        "The term 'partner' as used here does not include companies whose agreements had expired before 2012.",
        "2020-11-17",
        [],
    ),
    ("Hearthlow's lease in the Company's building was terminated in August 2018.", "2020-11-17", []),
    (
        "Borel's access rights were phased out over the first half of 2017.",
        "2018-12-07",
        [("ended", "borel", "2017-01/2017-06")],
    ),
    (
        "No new permissions have been issued to Cardon since 2014, and those that it held were "
        "invalidated in August 2015.",
        "2018-12-07",
        [("ended", "cardon", "2015-08")],
    ),
    (
        "The two remaining partners, Fenmoor and Hearthlow, will have their access removed in January 2019.",
        "2018-12-07",
        [("will-end", "fenmoor|hearthlow", "2019-01")],
    ),
    (
        "Quillmark's data license was suspended on May 2, 2018, pending the outcome of our "
        "investigation, and has not been reinstated.",
        "2018-12-07",
        [("ended", "quillmark", "2018-05-02")],
    ),
    (
        "Tandem Health, for its part, stopped calling the interface of its own accord in November 2016.",
        "2018-12-07",
        [("ended", "tandem-health", "2016-11")],
    ),
    (
        "The Company shared no user information with Ostrava Mobile, either before or after the 2014 changes.",
        "2018-12-07",
        [("never", "ostrava-mobile", "../2018-12-07")],
    ),
    (
        "Pursuant to Amendment No. 3, Acme's right of access was prolonged from June 30, 2015 to December 31, 2015.",
        "2018-12-07",
        [("extension", "acme", "2015-12-31")],
    ),
    (
        "It was in late 2016 that Borel was first furnished with location data.",
        "2018-12-07",
        [("granted", "borel", "2016-09/2016-12")],
    ),
    (
        "As of the date of this letter, Cardon is still able to retrieve the names of a user's friends.",
        "2018-12-07",
        [("continues", "cardon", "2018-12-07/..")],
    ),
    (
        "Those credentials, issued to Fenmoor in 2012, were cancelled by our security team on October 9, 2018.",
        "2018-12-07",
        [("ended", "fenmoor", "2018-10-09"), ("granted", "fenmoor", "2012")],
    ),
    (
        "Hearthlow's app was removed from the platform in June 2018, thereby ending its access to user data.",
        "2018-12-07",
        [("ended", "hearthlow", "2018-06")],
    ),
    (
        "Tandem Health ceased to have access when its pilot concluded in September 2015.",
        "2018-12-07",
        [("ended", "tandem-health", "2015-09")],
    ),
    (
        "Borel was to have lost access in May 2015, but because of an engineering error its tokens "
        "continued to function until February 2016.",
        "2018-12-07",
        [("ended", "borel", "2016-02")],
    ),
    (
        "Access for Cardon and Fenmoor was discontinued with effect from April 1 and June 1, 2016, respectively.",
        "2018-12-07",
        [("ended", "cardon", "2016-04-01"), ("ended", "fenmoor", "2016-06-01")],
    ),
    (
        "The Company intends that the remaining exemptions will lapse at year-end.",
        "2018-12-07",
        [("will-end", "", "2018-10/2018-12")],
    ),
    (
        "Ostrava Mobile retains read-only access to contact lists under an agreement that expires in 2021.",
        "2018-12-07",
        [("continues", "ostrava-mobile", "2018-12-07/.."), ("will-end", "ostrava-mobile", "2021")],
    ),
    (
        "Quillmark and Acme have both confirmed that they no longer possess working credentials.",
        "2018-12-07",
        [("ended", "quillmark|acme", "../2018-12-07")],
    ),
    (
        "Borel had the ability, from 2013 until 2016, to post on behalf of users.",
        "2018-12-07",
        [("ended", "borel", "2016")],
    ),
    (
        "The technical means by which Cardon obtained such data were withdrawn on July 18, 2018.",
        "2018-12-07",
        [("ended", "cardon", "2018-07-18")],
    ),
    (
        "Use of the endpoint by Fenmoor tapered off during 2015 and ceased altogether in March 2016.",
        "2018-12-07",
        [("ended", "fenmoor", "2016-03")],
    ),
    (
        "Senator, the answer is that Hearthlow's access ended last Friday.",
        "2018-12-07",
        [("ended", "hearthlow", "2018-11-30")],
    ),
    (
        "Notwithstanding that deadline, logs indicate that Acme's servers were still calling the Feed "
        "API on September 4, 2018.",
        "2018-12-07",
        [("observed", "acme", "2018-09-04")],
    ),
    (
        "Upon the expiry of its agreement on October 31, 2018, Ostrava Mobile lost all access to the interface.",
        "2018-12-07",
        [("ended", "ostrava-mobile", "2018-10-31")],
    ),
    ("The statute of limitations on such claims expired in May 2017.", "2018-12-07", []),
    ("Acme's general counsel left the company at the end of 2016.", "2018-12-07", []),
    ("Please identify each partner whose access was terminated and the date of termination.", "2018-12-07", []),
    ("It is possible that Fenmoor's tokens remained valid after its agreement ended.", "2018-12-07", []),
    ("The hearing, which was to end at noon, was extended until 4 p.m.", "2018-12-07", []),
    ("The Company restricts its own employees' access to private messages.", "2018-12-07", []),
    ("Borel's registration as a lobbyist was terminated on December 31, 2017.", "2018-12-07", []),
    ("Whether and when to end a partnership is a decision for our policy team.", "2018-12-07", []),
    ("We discontinued our free data plan in India in February 2016.", "2018-12-07", []),
    ("Cardon was given an opportunity to comment on a draft of this letter in November 2018.", "2018-12-07", []),
    (
        "Acme ceased to have access to the News Feed interface as of September 30, 2019.",
        "2021-03-25",
        [("ended", "acme", "../2019-09-30")],
    ),
    (
        "Our arrangement with Borel predates the consent order and was brought to a close in August 2017.",
        "2021-03-25",
        [("ended", "borel", "2017-08")],
    ),
    (
        "Quillmark has not been in a position to retrieve such data since the tokens were invalidated in May 2018.",
        "2021-03-25",
        [("ended", "quillmark", "2018-05")],
    ),
    (
        "We will complete the removal of Tandem Health's remaining permissions by June 30, 2021.",
        "2021-03-25",
        [("will-end", "tandem-health", "2021-03-25/2021-06-30")],
    ),
    (
        "Ostrava Mobile first obtained access to the Contacts API on or about February 10, 2011.",
        "2021-03-25",
        [("granted", "ostrava-mobile", "2011-02-10~")],
    ),
    (
        "Upon Borel's request, the Company agreed to a six-month extension, which ran until March 31, 2016.",
        "2021-03-25",
        [("extension", "borel", "2016-03-31")],
    ),
    (
        "Fenmoor and Quillmark no longer have access; Hearthlow does.",
        "2021-03-25",
        [("ended", "fenmoor|quillmark", "../2021-03-25"), ("continues", "hearthlow", "2021-03-25/..")],
    ),
    ("To be clear, Acme's access ended in 2015, not 2018.", "2021-03-25", [("ended", "acme", "2015")]),
    (
        "The last such integration, Borel's, was taken out of service in the fourth quarter of 2020.",
        "2021-03-25",
        [("ended", "borel", "2020-10/2020-12")],
    ),
    (
        "The partnership with Quillmark was concluded in 2012 and terminated in 2016.",
        "2021-03-25",
        [("ended", "quillmark", "2016")],
    ),
    (
        "It is the case that Fenmoor was able to read private messages until August 2014.",
        "2021-03-25",
        [("ended", "fenmoor", "2014-08")],
    ),
    (
        "Of those 52 companies, Hearthlow alone continues to receive data.",
        "2021-03-25",
        [("continues", "hearthlow", "2021-03-25/..")],
    ),
    (
        "By June 2015 all but two of these companies, Acme and Cardon, had lost access.",
        "2021-03-25",
        [("ended", "", "../2015-06")],
    ),
    ("Acme's and Cardon's access was withdrawn in January 2016.", "2021-03-25", [("ended", "acme|cardon", "2016-01")]),
    (
        "In October 2020, at our insistence, Borel surrendered its credentials.",
        "2021-03-25",
        [("ended", "borel", "2020-10")],
    ),
    ("The Company stands ready to revoke Fenmoor's access should the Commission so direct.", "2021-03-25", []),
    ("Quillmark's board approved the merger on May 5, 2017.", "2021-03-25", []),
    ("The Company does not maintain records of when individual permissions lapsed.", "2021-03-25", []),
    ("Access logs for the period before 2014 were deleted in the ordinary course in 2017.", "2021-03-25", []),
    ("Hearthlow's subscription to our trade journal ended in 2019.", "2021-03-25", []),
    ("This answer supersedes our answer of June 29, 2018 concerning Tandem Health.", "2021-03-25", []),
    (
        "The tokens given to Acme and Borel expired on June 1, 2016, and July 1, 2017, respectively.",
        "2019-02-20",
        [("ended", "acme", "2016-06-01"), ("ended", "borel", "2017-07-01")],
    ),
    (
        "We withdrew the permissions held by Cardon and Fenmoor in 2014 and 2016, respectively.",
        "2019-02-20",
        [("ended", "cardon", "2014"), ("ended", "fenmoor", "2016")],
    ),
    (
        "Tandem Health and Hearthlow lost access in May 2015 and June 2015, respectively.",
        "2019-02-20",
        [("ended", "tandem-health", "2015-05"), ("ended", "hearthlow", "2015-06")],
    ),
    (
        "Acme's and Borel's contracts ended, respectively, in March 2012 and April 2013.",
        "2019-02-20",
        [("ended", "acme", "2012-03"), ("ended", "borel", "2013-04")],
    ),
    (
        "The agreement with Cardon expired in 2012 and that with Fenmoor in 2015.",
        "2019-02-20",
        [("ended", "cardon", "2012"), ("ended", "fenmoor", "2015")],
    ),
    (
        "Acme's access was terminated in May 2016, Borel's in June 2016 and Cardon's in July 2016.",
        "2019-02-20",
        [("ended", "acme", "2016-05"), ("ended", "borel", "2016-06"), ("ended", "cardon", "2016-07")],
    ),
    (
        "The partnership with Hearthlow, which is the one your question refers to, was wound down in 2017.",
        "2019-02-20",
        [("ended", "hearthlow", "2017")],
    ),
    (
        "Quillmark's connector, which was one of four then in use, was removed in June 2014.",
        "2019-02-20",
        [("ended", "quillmark", "2014-06")],
    ),
    (
        "Fenmoor, which is a subsidiary of Ordway Group, lost access to the Feed API in 2018.",
        "2019-02-20",
        [("ended", "fenmoor", "2018")],
    ),
    (
        "The key issued to Borel, which is now insolvent, was deleted in January 2019.",
        "2019-02-20",
        [("ended", "borel", "2019-01")],
    ),
    (
        "It is our plan to shut off Acme's feed by the end of June 2019.",
        "2019-02-20",
        [("will-end", "acme", "2019-02-20/2019-06-30")],
    ),
    (
        "Our intention is to revoke Cardon's tokens on May 31, 2019.",
        "2019-02-20",
        [("will-end", "cardon", "2019-05-31")],
    ),
    (
        "It remains the Company's goal to retire Fenmoor's integration within the next two months.",
        "2019-02-20",
        [("will-end", "fenmoor", "2019-02-20/2019-04-20")],
    ),
    ("It was the Company's intention to end Borel's access in 2016.", "2019-02-20", []),
    (
        "We are in the midst of winding down our integration with Quillmark.",
        "2019-02-20",
        [("will-end", "quillmark", "2019-02-20/..")],
    ),
    ("We were in the process of reviewing Acme's access.", "2019-02-20", []),
    (
        "We extended the window in which Hearthlow could read friend lists until October 31, 2015.",
        "2019-02-20",
        [("extension", "hearthlow", "2015-10-31")],
    ),
    (
        "The Company prolonged the period during which Cardon was permitted to call the API through March 2016.",
        "2019-02-20",
        [("extension", "cardon", "2016-03")],
    ),
    (
        "Tandem Health's license was not renewed when it expired on June 30, 2014.",
        "2019-02-20",
        [("ended", "tandem-health", "2014-06-30")],
    ),
    (
        "Borel's agreement was not renewed at the end of its term on December 31, 2015.",
        "2019-02-20",
        [("ended", "borel", "2015-12-31")],
    ),
    (
        "Five additional partnerships are expected to end by July 31, 2019.",
        "2019-02-20",
        [("will-end", "", "2019-02-20/2019-07-31")],
    ),
    ("Any company whose credentials have been revoked must certify deletion within 10 days.", "2019-02-20", []),
    ("An application that has lost access may apply for reinstatement.", "2019-02-20", []),
    (
        "Several of the firms listed in Exhibit A, including Acme and Borel, lost access in 2014.",
        "2019-02-20",
        [("ended", "acme|borel", "2014")],
    ),
    (
        "The arrangement identified in your letter remains in effect for Fenmoor.",
        "2019-02-20",
        [("continues", "fenmoor", "2019-02-20/..")],
    ),
    (
        "The permissions described in Question 3 were withdrawn from Cardon in 2015.",
        "2019-02-20",
        [("ended", "cardon", "2015")],
    ),
    (
        "In June 2012 developers, among them Acme, were given access to birthdays.",
        "2019-02-20",
        [("granted", "acme", "2012-06")],
    ),
    ("In April 2015 apps lost access to friend lists.", "2019-02-20", [("ended", "", "2015-04")]),
    (
        "Question 8 asks about Hearthlow. Larkspur ended this arrangement in March 2013.",
        "2019-02-20",
        [("ended", "hearthlow", "2013-03")],
    ),
    ("We have no further relationship with Quillmark.", "2019-02-20", [("ended", "quillmark", "../2019-02-20")]),
    (
        "Larkspur entered into a contract with Acme in 2011 whereby Acme received location data.",
        "2019-02-20",
        [("granted", "acme", "2011")],
    ),
    ("Our agreement with Borel was entered into on March 1, 2012.", "2019-02-20", [("granted", "borel", "2012-03-01")]),
    ("Fenmoor has ceased to be a member of the program.", "2019-02-20", [("ended", "fenmoor", "../2019-02-20")]),
    ("Neither firm has received any messages since May 2016.", "2019-02-20", [("ended", "", "2016-05")]),
    (
        "At no time during 2016 was Acme given access to private messages.",
        "2019-02-20",
        [("never", "acme", "../2019-02-20")],
    ),
    (
        "At no point before the hearing did Borel have the ability to read messages.",
        "2019-02-20",
        [("never", "borel", "../2019-02-20")],
    ),
    (
        "Cardon did not have, at any time, the capability to send messages on behalf of users.",
        "2019-02-20",
        [("never", "cardon", "../2019-02-20")],
    ),
    (
        "Hearthlow is required to stop using the Feed API within 30 days of the date of this response.",
        "2019-02-20",
        [("will-end", "hearthlow", "2019-02-20/2019-03-22")],
    ),
    ("The tool that allowed Acme to report abuse was discontinued in 2016.", "2019-02-20", []),
    (
        "Two agreements were signed with Acme and Borel. The former expired in 2014; the latter in 2016.",
        "2019-02-20",
        [("ended", "acme", "2014"), ("ended", "borel", "2016")],
    ),
    ("Fenmoor's key was allowed to expire in March 2018.", "2019-02-20", [("ended", "fenmoor", "2018-03")]),
    (
        "The contract with Cardon was allowed to run out on May 1, 2017.",
        "2019-02-20",
        [("ended", "cardon", "2017-05-01")],
    ),
    ("Acme was allowed to read friend lists from 2012.", "2019-02-20", [("granted", "acme", "2012")]),
    (
        "Borel could call the Feed API for a further six months, until October 30, 2015.",
        "2019-02-20",
        [("extension", "borel", "2015-10-30")],
    ),
    ("Our contract with Acme for the cleaning of our offices ended in May 2016.", "2019-02-20", []),
    (
        "It was only in March 2018 that we revoked the credentials issued to Fenmoor.",
        "2019-02-20",
        [("ended", "fenmoor", "2018-03")],
    ),
    (
        "Our records reflect requests by Cardon as recently as June 2018.",
        "2019-02-20",
        [("observed", "cardon", "2018-06")],
    ),
    (
        "As far as Borel is concerned, access was withdrawn on July 1, 2016.",
        "2018-12-07",
        [("ended", "borel", "2016-07-01")],
    ),
    (
        "Insofar as Cardon is concerned, the integration remains in place.",
        "2018-12-07",
        [("continues", "cardon", "2018-12-07/..")],
    ),
    (
        "We have ordered Hearthlow to stop its use of the interface by January 31, 2019.",
        "2018-12-07",
        [("will-end", "hearthlow", "2018-12-07/2019-01-31")],
    ),
    (
        "The Company has required Acme to cease its use of the Contacts API by March 1, 2019.",
        "2018-12-07",
        [("will-end", "acme", "2018-12-07/2019-03-01")],
    ),
    (
        "We expect that the review will be finished, and Borel's feed closed, by February 28, 2019.",
        "2018-12-07",
        [("will-end", "borel", "2018-12-07/2019-02-28")],
    ),
    ("Our agreement with Borel dates from May 2011.", "2018-12-07", [("granted", "borel", "2011-05")]),
    ("State whether Acme's access has been terminated and, if so, when.", "2018-12-07", []),
    ("7. Please provide a list of all developers whose access was revoked in 2018.", "2018-12-07", []),
    ("Please note that Acme's access was revoked on May 1, 2018.", "2018-12-07", [("ended", "acme", "2018-05-01")]),
    ("Describe the circumstances in which Borel lost access to the Feed API.", "2018-12-07", []),
    ("Identify the date on which Cardon's permissions were removed.", "2018-12-07", []),
    ("We immediately revoked Quillmark's access.", "2018-12-07", [("ended", "quillmark", "../2018-12-07")]),
    (
        "Upon learning of this, we immediately disabled Fenmoor's tokens.",
        "2018-12-07",
        [("ended", "fenmoor", "../2018-12-07")],
    ),
    ("Effective immediately, Fenmoor's tokens are revoked.", "2018-12-07", [("ended", "fenmoor", "2018-12-07")]),
    ("The fact is that Borel's access ended in March 2017.", "2018-12-07", [("ended", "borel", "2017-03")]),
    ("Our understanding is that Acme stopped using the interface in 2016.", "2018-12-07", [("ended", "acme", "2016")]),
    (
        "The short answer is that we closed Cardon's account feed on June 2, 2018.",
        "2018-12-07",
        [("ended", "cardon", "2018-06-02")],
    ),
    (
        "Because of a coding error, Fenmoor's tokens continued to work until February 2016.",
        "2018-12-07",
        [("ended", "fenmoor", "2016-02")],
    ),
    ("The means by which Acme collected call logs were removed in 2017.", "2018-12-07", [("ended", "acme", "2017")]),
    ("Hearthlow no longer holds working keys.", "2018-12-07", [("ended", "hearthlow", "../2018-12-07")]),
    (
        "Cardon's credentials were deleted by our engineers on May 6, 2017.",
        "2018-12-07",
        [("ended", "cardon", "2017-05-06")],
    ),
    (
        "The tokens sold to Borel were invalidated by the platform's security staff in 2016.",
        "2018-12-07",
        [("ended", "borel", "2016")],
    ),
    ("It is possible that some partners kept data after their agreements ended.", "2018-12-07", []),
    ("We are unable to determine whether Acme's access ended before May 2016.", "2018-12-07", []),
    (
        "Quillmark receives profile data under a license that expires on March 31, 2019.",
        "2018-12-07",
        [("will-end", "quillmark", "2019-03-31")],
    ),
    (
        "Fenmoor read call logs under a contract that expired in May 2015.",
        "2018-12-07",
        [("ended", "fenmoor", "2015-05")],
    ),
    ("The term does not include companies whose access ended before 2012.", "2018-12-07", []),
    ("All but one of the partners, Borel, lost access in 2015.", "2021-03-25", [("ended", "", "2015")]),
    ("All but two partners, Acme and Cardon, lost access in 2015.", "2021-03-25", [("ended", "", "2015")]),
    ("Two of these companies, Acme and Cardon, lost access in 2015.", "2021-03-25", [("ended", "acme|cardon", "2015")]),
    ("The Company keeps no connection to Hearthlow.", "2021-03-25", []),
    ("We maintain no arrangement with Acme.", "2021-03-25", []),
    (
        "The agreement with Borel was concluded in 2010 and cancelled in 2014.",
        "2021-03-25",
        [("ended", "borel", "2014")],
    ),
    ("The partnership with Borel was concluded in 2014.", "2021-03-25", [("ended", "borel", "2014")]),
    ("The access logs of the Feed API were purged in May 2018.", "2021-03-25", []),
    (
        "The access logs show that Cardon called the Feed API in May 2018.",
        "2021-03-25",
        [("observed", "cardon", "2018-05")],
    ),
    ("Fenmoor's subscription to our newsletter lapsed in 2019.", "2021-03-25", []),
    ("Fenmoor's subscription to the Feed API lapsed in 2019.", "2021-03-25", [("ended", "fenmoor", "2019")]),
    ("We believe that Quillmark's access ended in 2016.", "2021-03-25", [("ended", "quillmark", "2016")]),
]


@pytest.mark.parametrize(("text", "said_on", "stated"), SENTENCES, ids=[text[:60] for text, _, _ in SENTENCES])
def test_an_answer_to_a_committee_is_read_as_it_is_meant(text: str, said_on: str, stated: Told) -> None:
    check_told(text, said_on, stated)

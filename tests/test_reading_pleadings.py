"""What complaints allege and court orders command, and what parties only ask for, dispute or must yet prove."""

from __future__ import annotations

import pytest
from told import Told, check_told

# Text, the day on which it was said, and the statements in it: kind, partners, EDTF date.
SENTENCES: list[tuple[str, str, Told]] = [
    (
        "1. Defendant Larkspur is ORDERED to terminate Acme's access to the Inbox API within fourteen (14) "
        "days of the date of this Order.",
        "2020-06-10",
        [("will-end", "acme", "2020-06-10/2020-06-24")],
    ),
    (
        "Hearthlow is permanently enjoined from accessing or using any user data obtained through the Feed API.",
        "2020-06-10",
        [("will-end", "hearthlow", "2020-06-10/..")],
    ),
    (
        "23. On or about March 3, 2014, Larkspur granted Quillmark access to the friend lists of its users.",
        "2020-06-10",
        [("granted", "quillmark", "2014-03-03~")],
    ),
    (
        "31. In or around May 2015, Larkspur purported to terminate the data-sharing agreement with Borel.",
        "2020-06-10",
        [],
    ),
    (
        "32. In fact, Borel continued to receive messages through the agreement until at least February 2017.",
        "2020-06-10",
        [("observed", "borel", "2017-02/..")],
    ),
    (
        "Plaintiff alleges that Larkspur deactivated Cardon's credentials on July 9, 2019, without notice.",
        "2020-06-10",
        [("ended", "cardon", "2019-07-09")],
    ),
    (
        "IT IS FURTHER ORDERED that, no later than August 31, 2020, Respondent shall disable every "
        "interface through which Tandem Health obtains health data.",
        "2020-06-10",
        [("will-end", "tandem-health", "2020-06-10/2020-08-31")],
    ),
    (
        "WHEREAS, Fenmoor's license to the Contacts API expired on December 31, 2019, and has not been renewed;",
        "2020-06-10",
        [("ended", "fenmoor", "2019-12-31")],
    ),
    (
        "Plaintiffs ask the Court to order Larkspur to revoke Ostrava Mobile's tokens.",
        "2020-06-10",
        [],
    ),
    (
        "18. That representation was false: as of January 2013, Ostrava Mobile was collecting location data "
        "from every handset.",
        "2020-06-10",
        [("observed", "ostrava-mobile", "2013-01")],
    ),
    (
        "Respondent shall, within sixty days of service of this Order, cease disclosing subscriber records "
        "to Acme and Cardon.",
        "2020-06-10",
        [("will-end", "acme|cardon", "2020-06-10/..")],
    ),
    (
        "The Court finds that Hearthlow's API keys remained valid until June 30, 2018, eleven months after "
        "Larkspur had claimed to have revoked them.",
        "2020-06-10",
        [("ended", "hearthlow", "2018-06-30")],
    ),
    (
        "45. Cardon never requested nor received any message content from Larkspur.",
        "2020-06-10",
        [("never", "cardon", "../2020-06-10")],
    ),
    (
        "46. Upon information and belief, Quillmark still has access to profile data.",
        "2020-06-10",
        [("continues", "quillmark", "2020-06-10/..")],
    ),
    (
        "The stay is lifted, and Acme's access shall terminate on July 1, 2020.",
        "2020-06-10",
        [("will-end", "acme", "2020-07-01")],
    ),
    (
        "The Court grants Borel's motion in part: Borel may retain its access to the Inbox API until October 15, 2020.",
        "2020-06-10",
        [("extension", "borel", "2020-10-15")],
    ),
    (
        "The motion to compel is denied.",
        "2020-06-10",
        [],
    ),
    (
        "If Respondent fails to comply, its access to the program may be revoked.",
        "2020-06-10",
        [],
    ),
    (
        "52. Between June 2011 and April 2014, Fenmoor downloaded the contacts of 1.2 million users.",
        "2020-06-10",
        [("ended", "fenmoor", "2014-04")],
    ),
    (
        "Effective immediately, Cardon is barred from the Feed API.",
        "2020-06-10",
        [("ended", "cardon", "2020-06-10")],
    ),
    (
        "The preliminary injunction dissolved on May 4, 2020, and on the same day Larkspur cut Tandem "
        "Health off from step counts.",
        "2020-06-10",
        [("ended", "tandem-health", "2020-05-04")],
    ),
    (
        "61. Defendant did not revoke Acme's permissions until November 2016.",
        "2020-06-10",
        [("ended", "acme", "2016-11")],
    ),
    (
        "Counsel for Hearthlow withdrew on April 2, 2020.",
        "2020-06-10",
        [],
    ),
    (
        "Larkspur is hereby directed to restore Fenmoor's access pending trial.",
        "2020-06-10",
        [],
    ),
    (
        "Ostrava Mobile stipulates that it ceased all use of the Contacts API on or before January 31, 2020.",
        "2020-06-10",
        [("ended", "ostrava-mobile", "../2020-01-31")],
    ),
    (
        "Plaintiff's account was suspended in 2017 for nonpayment of fees.",
        "2020-06-10",
        [],
    ),
    (
        "71. It did end on that day.",
        "2020-06-10",
        [],
    ),
    (
        "The parties agree that Borel shall have ninety additional days, through September 8, 2020, to "
        "migrate off the Feed API.",
        "2020-06-10",
        [("extension", "borel", "2020-09-08")],
    ),
    (
        "Defendant admits the allegations of paragraph 12, including that Acme had access to private "
        "messages through December 2017.",
        "2020-06-10",
        [("observed", "acme", "2017-12")],
    ),
    (
        "Defendant denies that Cardon ever had access to private messages.",
        "2020-06-10",
        [("never", "cardon", "../2020-06-10")],
    ),
    (
        "83. In 2016 Larkspur executed a second agreement, under which Tandem Health was permitted to query "
        "the records of patients.",
        "2020-06-10",
        [("granted", "tandem-health", "2016")],
    ),
    (
        "Hearthlow's access to the Inbox API is SUSPENDED pending further order of this Court.",
        "2020-06-10",
        [("ended", "hearthlow", "../2020-06-10")],
    ),
    (
        "The deadline for Fenmoor to cease use of the data is hereby extended to December 1, 2020.",
        "2020-06-10",
        [("extension", "fenmoor", "2020-12-01")],
    ),
    (
        "Larkspur shall pay Quillmark $2 million by August 1, 2020.",
        "2020-06-10",
        [],
    ),
    (
        "Nothing in this Order requires Larkspur to terminate Ostrava Mobile's access.",
        "2020-06-10",
        [],
    ),
    (
        "As set forth in the Declaration of J. Marsh, logs reflect requests from Cardon as late as March 17, 2019.",
        "2020-06-10",
        [("observed", "cardon", "2019-03-17")],
    ),
    (
        "14. Acme's access was not terminated until on or about April 2, 2018.",
        "2019-11-05",
        [("ended", "acme", "2018-04-02~")],
    ),
    (
        "Accordingly, it is hereby ORDERED, ADJUDGED AND DECREED that Respondent Larkspur forthwith "
        "terminate all access by Borel to nonpublic user information.",
        "2019-11-05",
        [("will-end", "borel", "2019-11-05/..")],
    ),
    (
        "Borel is hereby restrained and enjoined, until further order, from querying the Contacts API.",
        "2019-11-05",
        [("will-end", "borel", "2019-11-05/..")],
    ),
    (
        "The Commission's staff determined that Quillmark's server-side token had never been invalidated.",
        "2019-11-05",
        [("continues", "quillmark", "2019-11-05/..")],
    ),
    (
        "Defendants shall forthwith deliver up to Larkspur all copies of the data.",
        "2019-11-05",
        [],
    ),
    (
        "The Tribunal directs the respondent to withdraw Cardon's credentials by noon on 29 November 2019.",
        "2019-11-05",
        [("will-end", "cardon", "2019-11-05/2019-11-29")],
    ),
    (
        "Time for compliance with paragraph 3 (removal of Fenmoor's access) is enlarged to 20 December 2019.",
        "2019-11-05",
        [("extension", "fenmoor", "2019-12-20")],
    ),
    (
        "UPON the respondent undertaking not to share any customer data with Hearthlow from today;",
        "2019-11-05",
        [("ended", "hearthlow", "2019-11-05")],
    ),
    (
        "33. Since at least January 2016, Ostrava Mobile has siphoned call logs from Larkspur's servers.",
        "2019-11-05",
        [("granted", "ostrava-mobile", "../2016-01")],
    ),
    (
        "34. Larkspur has known of this since 2017 but has taken no step to block Ostrava Mobile.",
        "2019-11-05",
        [],
    ),
    (
        "Larkspur's witness, Ms. Oduya, testified that Borel's integration had been dismantled in the spring of 2016.",
        "2019-11-05",
        [("ended", "borel", "2016-03/2016-05")],
    ),
    (
        "40. Tandem Health was never whitelisted for, and did not at any time have access to, private messages.",
        "2019-11-05",
        [("never", "tandem-health", "../2019-11-05")],
    ),
    (
        "41. The whitelisting of Cardon expired at midnight on December 31, 2018.",
        "2019-11-05",
        [("ended", "cardon", "2018-12-31")],
    ),
    (
        "The Court extends the compliance date for Hearthlow by thirty days, to December 5, 2019.",
        "2019-11-05",
        [("extension", "hearthlow", "2019-12-05")],
    ),
    (
        "Whether Fenmoor's access survived the 2015 sunset is a disputed question of fact.",
        "2019-11-05",
        [],
    ),
    (
        "The Clerk is directed to close the case.",
        "2019-11-05",
        [],
    ),
    (
        "Plaintiffs seek an injunction barring Larkspur from providing Acme with access to their photos.",
        "2019-11-05",
        [],
    ),
    (
        "Larkspur must certify, under oath and within ten days of today, that Quillmark and Borel can no "
        "longer retrieve e-mail addresses.",
        "2019-11-05",
        [],
    ),
    (
        "50. Hearthlow's special access was finally turned off on December 12, 2016.",
        "2019-11-05",
        [("ended", "hearthlow", "2016-12-12")],
    ),
    (
        "The consent decree entered on July 24, 2019 prohibits Larkspur from misrepresenting its practices.",
        "2019-11-05",
        [],
    ),
    (
        "The respondent submits that it disconnected Fenmoor as long ago as November 2014.",
        "2019-11-05",
        [("ended", "fenmoor", "2014-11")],
    ),
    (
        "55. Unbeknownst to Plaintiffs, Larkspur gave Tandem Health a back door to their medical records "
        "from 2013 to 2017.",
        "2019-11-05",
        [("ended", "tandem-health", "2017")],
    ),
    (
        "Defendant's motion to dismiss is granted as to Count IV. Acme's appeal was withdrawn on 3 September 2018.",
        "2019-11-05",
        [],
    ),
    (
        "58. Quillmark's API credentials were disabled on November 30, 2017, approximately nineteen months "
        "after the Effective Date.",
        "2019-11-05",
        [("ended", "quillmark", "2017-11-30")],
    ),
    (
        "59. No later than March 2018, Larkspur learned that Acme and Borel had retained access.",
        "2019-11-05",
        [],
    ),
    (
        "The receiver shall cause the Contacts API to be shut down on or before 31 December 2019.",
        "2019-11-05",
        [("will-end", "", "2019-11-05/2019-12-31")],
    ),
    (
        "Pursuant to the parties' stipulation, Cardon's access to subscriber data ceases today.",
        "2019-11-05",
        [("ended", "cardon", "2019-11-05")],
    ),
    (
        "Cardon further stipulates that it has not accessed such data since October 1, 2019.",
        "2019-11-05",
        [("ended", "cardon", "2019-10-01")],
    ),
    (
        "In the absence of a stay, Hearthlow's license will terminate by operation of law.",
        "2019-11-05",
        [],
    ),
    (
        "62. From in or about 2010 through in or about June 2014, Fenmoor's app harvested the profiles of "
        "users' friends.",
        "2019-11-05",
        [("observed", "fenmoor", "2014-06~")],
    ),
    (
        "The court found no evidence that Ostrava Mobile had ever read users' messages.",
        "2019-11-05",
        [("never", "ostrava-mobile", "../2019-11-05")],
    ),
    (
        "65. In its answers to interrogatories, Larkspur conceded that 52 device makers, including Ostrava "
        "Mobile, still had access as of July 2018.",
        "2019-11-05",
        [("observed", "ostrava-mobile", "2018-07")],
    ),
    (
        "The Order of March 1, 2019 required Larkspur to shut down Borel's feed by April 15, 2019; Larkspur "
        "complied on April 11.",
        "2019-11-05",
        [],
    ),
    (
        "8. Upon learning of the breach, Larkspur pulled Quillmark's developer key on or about June 3, 2019.",
        "2021-03-15",
        [("ended", "quillmark", "2019-06-03~")],
    ),
    (
        "Judgment is entered as follows: (a) Hearthlow shall, on or before April 30, 2021, surrender its "
        "credentials to the Inbox API;",
        "2021-03-15",
        [("will-end", "hearthlow", "2021-03-15/2021-04-30")],
    ),
    (
        "(b) Cardon shall forever cease to use the Contacts API;",
        "2021-03-15",
        [("will-end", "cardon", "2021-03-15/..")],
    ),
    (
        "(c) each party shall bear its own costs.",
        "2021-03-15",
        [],
    ),
    (
        "It is undisputed that Fenmoor's token expired on 1 May 2017 and was never reissued.",
        "2021-03-15",
        [("ended", "fenmoor", "2017-05-01")],
    ),
    (
        "The parties do not dispute that Ostrava Mobile had stopped syncing contacts by the end of 2016.",
        "2021-03-15",
        [("ended", "ostrava-mobile", "../2016-12-31")],
    ),
    (
        "It is disputed whether Borel stopped syncing contacts in 2016.",
        "2021-03-15",
        [],
    ),
    (
        "19. At no point after February 2018 did Tandem Health call the Contacts API.",
        "2021-03-15",
        [("ended", "tandem-health", "2018-02")],
    ),
    (
        "20. Larkspur falsely represented to the Commission that it had severed Acme from the Feed API in April 2015.",
        "2021-03-15",
        [("ended", "acme", "2015-04")],
    ),
    (
        "The appeal is dismissed; the suspension of Quillmark's access, which took effect on 8 February 2021, stands.",
        "2021-03-15",
        [("ended", "quillmark", "2021-02-08")],
    ),
    (
        "Respondent undertakes to the Court that it will by 16 April 2021 remove Cardon from the list of "
        "approved developers.",
        "2021-03-15",
        [("will-end", "cardon", "2021-03-15/2021-04-16")],
    ),
    (
        "24. For more than six years, Fenmoor enjoyed unfettered access to the messages of Larkspur's users.",
        "2021-03-15",
        [],
    ),
    (
        "25. That access came to an end only in October 2020, after a newspaper had reported on it.",
        "2021-03-15",
        [("ended", "", "2020-10")],
    ),
    (
        "Ordered: Larkspur to withdraw all API keys held by Borel and Ostrava Mobile within 21 days.",
        "2021-03-15",
        [("will-end", "borel|ostrava-mobile", "2021-03-15/2021-04-05")],
    ),
    (
        "Leave is granted to Tandem Health to continue using the Inbox API until 31 May 2021.",
        "2021-03-15",
        [("extension", "tandem-health", "2021-05-31")],
    ),
    (
        "Larkspur is restrained from re-enabling Acme's credentials.",
        "2021-03-15",
        [],
    ),
    (
        "30. Plaintiffs did not learn until 2020 that Quillmark had obtained their contacts.",
        "2021-03-15",
        [],
    ),
    (
        "31. Quillmark's scraping stopped on December 14, 2020, when Larkspur blocked its IP addresses.",
        "2021-03-15",
        [("ended", "quillmark", "2020-12-14")],
    ),
    (
        "WHEREFORE, Plaintiffs pray for an order enjoining Hearthlow from retaining their data;",
        "2021-03-15",
        [],
    ),
    (
        "The Special Master reports that Cardon's last token was invalidated on 1 March 2021.",
        "2021-03-15",
        [("ended", "cardon", "2021-03-01")],
    ),
    (
        "The Special Master is to report by 1 June 2021 whether Cardon's tokens have been invalidated.",
        "2021-03-15",
        [],
    ),
    (
        "On 2 March 2021 the parties informed the Court that Borel had relinquished its license.",
        "2021-03-15",
        [("ended", "borel", "../2021-03-15")],
    ),
    (
        "40. Acme's contractual right of access expired in 2016; in practice, however, it remained able to "
        "read private messages well into 2018.",
        "2021-03-15",
        [("ended", "acme", "2016"), ("observed", "acme", "2018")],
    ),
    (
        "41. Larkspur told Quillmark in January 2015 that it would have until January 2016 to transition.",
        "2021-03-15",
        [],
    ),
    (
        "The tribunal rejects the submission that Hearthlow's access ended in 2015.",
        "2021-03-15",
        [],
    ),
    (
        "The tribunal accepts the evidence of Mr. Lind that Hearthlow's access ended in 2015.",
        "2021-03-15",
        [("ended", "hearthlow", "2015")],
    ),
    (
        "Cardon's application to have its access restored is refused.",
        "2021-03-15",
        [],
    ),
    (
        "Counsel conceded at oral argument that Tandem Health can no longer see patients' diagnoses.",
        "2021-03-15",
        [("ended", "tandem-health", "../2021-03-15")],
    ),
    (
        "50. On or around 9 August 2016, the Feed API ceased returning friends' e-mail addresses to Acme.",
        "2021-03-15",
        [("ended", "acme", "2016-08-09~")],
    ),
    (
        "The Order dated 4 January 2021 is modified so that Quillmark's access ends on 1 April 2021 instead "
        "of 1 March 2021.",
        "2021-03-15",
        [("will-end", "quillmark", "2021-04-01")],
    ),
    (
        "Hearthlow's affiliate was dissolved in 2019.",
        "2021-03-15",
        [],
    ),
    (
        "7. Defendant Larkspur operates a social network. 8. In September 2012 it struck a deal with "
        "Ostrava Mobile that let the handset maker pull users' address books. 9. The deal was rescinded on "
        "30 January 2017.",
        "2018-11-20",
        [("granted", "ostrava-mobile", "2012-09"), ("ended", "ostrava-mobile", "2017-01-30")],
    ),
    (
        "10. Quillmark's access, by contrast, was left untouched and is in place today.",
        "2018-11-20",
        [("continues", "quillmark", "2018-11-20/..")],
    ),
    (
        "Acme is hereby divested of its access to the Contacts API.",
        "2018-11-20",
        [("ended", "acme", "2018-11-20")],
    ),
    (
        "The respondent's authorization of Borel Bank under section 4 is quashed with effect from 1 December 2018.",
        "2018-11-20",
        [("will-end", "borel", "2018-12-01")],
    ),
    (
        "Larkspur must, no later than 14 days after the date of this order, shut the Inbox API to Cardon.",
        "2018-11-20",
        [("will-end", "cardon", "2018-11-20/2018-12-04")],
    ),
    (
        "Fenmoor's counterclaim alleges that it was locked out of the Feed API on 12 February 2018 without cause.",
        "2018-11-20",
        [("ended", "fenmoor", "2018-02-12")],
    ),
    (
        "Hearthlow avers that it never imported, stored or sold any contact list.",
        "2018-11-20",
        [("never", "hearthlow", "../2018-11-20")],
    ),
    (
        "Larkspur has been in contempt since 1 August 2018 in that it continues to supply Tandem Health "
        "with patient data.",
        "2018-11-20",
        [("continues", "tandem-health", "2018-11-20/..")],
    ),
    (
        "The undertaking given on 5 October 2018 to withhold location data from Acme expires on 31 December 2018.",
        "2018-11-20",
        [],
    ),
    (
        "The interim access accorded to Quillmark by the order of 3 July 2018 shall come to an end at 5 "
        "p.m. on 30 November 2018.",
        "2018-11-20",
        [("will-end", "quillmark", "2018-11-30")],
    ),
    (
        "Absent good cause shown, the Court will not extend Borel's access again.",
        "2018-11-20",
        [],
    ),
    (
        "The claimant says that her messages were passed to Hearthlow on various dates between 2013 and 2016.",
        "2018-11-20",
        [("ended", "hearthlow", "2016")],
    ),
    (
        "The defendant says that Hearthlow's feed had been dead since 2012.",
        "2018-11-20",
        [("ended", "hearthlow", "2012")],
    ),
    (
        "The panel prefers the claimant's evidence.",
        "2018-11-20",
        [],
    ),
    (
        "Respondent shall give Ostrava Mobile thirty days' notice before terminating its access.",
        "2018-11-20",
        [],
    ),
    (
        "No later than January 15, 2019, Larkspur shall furnish an affidavit of compliance.",
        "2018-11-20",
        [],
    ),
    (
        "The parties having so stipulated, Quillmark's tokens are cancelled as of this date.",
        "2018-11-20",
        [("ended", "quillmark", "2018-11-20")],
    ),
    (
        "It is declared that Borel's right to receive transaction data ended on 25 May 2018.",
        "2018-11-20",
        [("ended", "borel", "2018-05-25")],
    ),
    (
        "71. Despite Larkspur's assurances, Acme was still reading messages as recently as October 2018.",
        "2018-11-20",
        [("observed", "acme", "2018-10")],
    ),
    (
        "72. No one at Larkspur ever told Fenmoor that its access was unauthorized.",
        "2018-11-20",
        [],
    ),
    (
        "The defendant is forbidden to reconnect Cardon to the Feed API.",
        "2018-11-20",
        [],
    ),
    (
        "Hearthlow is to cease retrieval of contact lists no later than 10 December 2018.",
        "2018-11-20",
        [("will-end", "hearthlow", "2018-11-20/2018-12-10")],
    ),
    (
        "Within five business days of the entry of judgment, Larkspur shall notify its users.",
        "2018-11-20",
        [],
    ),
    (
        "78. Ostrava Mobile surrendered its server keys in February 2017 under a settlement.",
        "2018-11-20",
        [("ended", "ostrava-mobile", "2017-02")],
    ),
    (
        "80. Had Larkspur cut off Tandem Health in 2015, Plaintiffs would not have been harmed.",
        "2018-11-20",
        [],
    ),
    (
        "The judge refused Borel a further extension; its access therefore ends tomorrow.",
        "2018-11-20",
        [("will-end", "borel", "2018-11-21")],
    ),
    (
        "84. Throughout the Class Period (January 2014 to June 2017), Acme had unrestricted access to Class "
        "Members' photos.",
        "2018-11-20",
        [("ended", "acme", "2017-06")],
    ),
    (
        "85. The Class Period begins on January 1, 2014.",
        "2018-11-20",
        [],
    ),
    (
        "86. Fenmoor used its access to build 3 million profiles before being removed from the program in August 2016.",
        "2018-11-20",
        [("ended", "fenmoor", "2016-08")],
    ),
    (
        "Larkspur shall have no obligation to provide Hearthlow with access.",
        "2018-11-20",
        [],
    ),
    (
        "FINDINGS OF FACT. 4. Larkspur issued Acme its first set of credentials on 11 March 2013.",
        "2022-05-09",
        [("granted", "acme", "2013-03-11")],
    ),
    (
        "CONCLUSIONS OF LAW. 2. Borel had no right to continued access to the Feed API.",
        "2022-05-09",
        [],
    ),
    (
        "The plaintiff's renewed motion for access to Borel's source code is denied.",
        "2022-05-09",
        [],
    ),
    (
        "Larkspur is ordered to pay damages to Quillmark for having cut off its access on 2 February 2021 "
        "without warning.",
        "2022-05-09",
        [("ended", "quillmark", "2021-02-02")],
    ),
    (
        "Cardon shall be afforded an additional sixty (60) days, up to and including July 8, 2022, in which "
        "to retire its use of the Contacts API.",
        "2022-05-09",
        [("extension", "cardon", "2022-07-08")],
    ),
    (
        "18. Answering paragraph 18, Larkspur admits that Fenmoor's feed was discontinued in July 2020.",
        "2022-05-09",
        [("ended", "fenmoor", "2020-07")],
    ),
    (
        "19. Answering paragraph 19, Larkspur denies that Fenmoor's feed was ever restored.",
        "2022-05-09",
        [],
    ),
    (
        "20. Larkspur lacks knowledge sufficient to form a belief as to whether Ostrava Mobile's access was "
        "terminated in 2017.",
        "2022-05-09",
        [],
    ),
    (
        "PRAYER FOR RELIEF: (c) that Larkspur be ordered to terminate Tandem Health's access within 30 days;",
        "2022-05-09",
        [],
    ),
    (
        "The court below erred in holding that Acme's access had lapsed in 2018.",
        "2022-05-09",
        [],
    ),
    (
        "Defendant Borel defaulted and its access was terminated by default judgment on 6 April 2022.",
        "2022-05-09",
        [("ended", "borel", "2022-04-06")],
    ),
    (
        "27. Fenmoor has not been able to retrieve a single message since 14 November 2021.",
        "2022-05-09",
        [("ended", "fenmoor", "2021-11-14")],
    ),
    (
        "28. Upon information and belief, Larkspur never gave Hearthlow access to message content.",
        "2022-05-09",
        [("never", "hearthlow", "../2022-05-09")],
    ),
    (
        "Respondents Acme and Borel are to be cut off from the Feed API on 1 June 2022 and 1 July 2022, respectively.",
        "2022-05-09",
        [("will-end", "acme", "2022-06-01"), ("will-end", "borel", "2022-07-01")],
    ),
    (
        "The Monitor shall verify by 30 June 2022 that no partner retains access.",
        "2022-05-09",
        [],
    ),
    (
        "The injunction shall remain in force until 31 December 2022.",
        "2022-05-09",
        [],
    ),
    (
        "33. In exchange for payment, Larkspur let Quillmark continue drawing on its users' contacts for "
        "another year, until April 30, 2016.",
        "2022-05-09",
        [("extension", "quillmark", "2016-04-30")],
    ),
    (
        "34. Quillmark's entitlement to that data ceased on April 30, 2016; its use of the data did not.",
        "2022-05-09",
        [("ended", "quillmark", "2016-04-30")],
    ),
    (
        "This Decree supersedes the decree of 2012.",
        "2022-05-09",
        [],
    ),
    (
        "40. As late as the fall of 2019, a test by Plaintiffs' expert showed that Cardon could pull "
        "friends' birthdays.",
        "2022-05-09",
        [("observed", "cardon", "2019-09/2019-11")],
    ),
    (
        "The court takes judicial notice that Larkspur was founded in 2004.",
        "2022-05-09",
        [],
    ),
    (
        "Counsel for Borel represented that Borel would discontinue its use of the Feed API by the end of June.",
        "2022-05-09",
        [("will-end", "borel", "2022-05-09/2022-06-30")],
    ),
    (
        "It is so ordered; Fenmoor's access shall stand terminated as of midnight on 31 May 2022.",
        "2022-05-09",
        [("will-end", "fenmoor", "2022-05-31")],
    ),
    (
        "Hearthlow may not be readmitted to the program.",
        "2022-05-09",
        [],
    ),
    (
        "47. Those tokens should have been revoked in 2016.",
        "2022-05-09",
        [],
    ),
    (
        "The Commission alleges that between March 2012 and June 2018 Larkspur shared phone numbers with Quillmark.",
        "2022-05-09",
        [("ended", "quillmark", "2018-06")],
    ),
    (
        "The deadline of 1 May 2022 for terminating Cardon's access having passed, Larkspur is ordered to show cause.",
        "2022-05-09",
        [],
    ),
    (
        "The cross-appeal of Acme, whose tokens were frozen on 3 March 2022, is dismissed.",
        "2022-05-09",
        [("ended", "acme", "2022-03-03")],
    ),
    (
        "52. By reason of the foregoing, Plaintiffs have suffered damages.",
        "2022-05-09",
        [],
    ),
    (
        "1. This action arises from Larkspur's decade-long practice of handing its users' messages to Acme.",
        "2023-10-12",
        [],
    ),
    (
        "It is THEREFORE ORDERED that Borel's credentials be invalidated by the close of business on October 20, 2023.",
        "2023-10-12",
        [("will-end", "borel", "2023-10-12/2023-10-20")],
    ),
    (
        "Quillmark is directed to discontinue all calls to the Contacts API not later than 1 November 2023.",
        "2023-10-12",
        [("will-end", "quillmark", "2023-10-12/2023-11-01")],
    ),
    (
        "The Order to Show Cause is discharged.",
        "2023-10-12",
        [],
    ),
    (
        "5. According to its own privacy policy, Larkspur stopped selling location data to Fenmoor in 2018.",
        "2023-10-12",
        [("ended", "fenmoor", "2018")],
    ),
    (
        "Hearthlow having failed to pay the license fee, its license lapsed on 30 June 2022.",
        "2023-10-12",
        [("ended", "hearthlow", "2022-06-30")],
    ),
    (
        "Judgment for the claimant; the defendant's access to the claimant's records is to cease forthwith.",
        "2023-10-12",
        [("will-end", "", "2023-10-12/..")],
    ),
    (
        "Cardon's petition for reinstatement of its API access, filed on 3 July 2023, remains pending.",
        "2023-10-12",
        [],
    ),
    (
        "9. Tandem Health was one of nine partners that lost access on March 1, 2022.",
        "2023-10-12",
        [("ended", "tandem-health", "2022-03-01")],
    ),
    (
        "10. Ostrava Mobile, however, was exempted and kept its access through at least January 2023.",
        "2023-10-12",
        [("observed", "ostrava-mobile", "2023-01/..")],
    ),
    (
        "The Court notes Larkspur's representation that Acme's integration will be fully retired by year-end.",
        "2023-10-12",
        [("will-end", "acme", "2023-10-12/2023-12-31")],
    ),
    (
        "Nothing herein shall be construed as an admission that Borel had access to private messages.",
        "2023-10-12",
        [],
    ),
    (
        "13. From its inception until the date of this Complaint, Quillmark's app has had access to users' "
        "friend lists.",
        "2023-10-12",
        [],
    ),
    (
        "Hearthlow shall be deemed to have relinquished its access if it does not respond within 14 days.",
        "2023-10-12",
        [],
    ),
    (
        "Upon expiration of the thirty-day period, Cardon's tokens expire automatically.",
        "2023-10-12",
        [],
    ),
    (
        "17. The same witness could not say when Acme's access ended.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur is to provide Ostrava Mobile with continued access to the Inbox API through 29 February 2024.",
        "2023-10-12",
        [("extension", "ostrava-mobile", "2024-02-29")],
    ),
    (
        "The parties shall meet and confer within ten days.",
        "2023-10-12",
        [],
    ),
    (
        "Without admitting liability, Larkspur agrees to sever Borel's connection to the Feed API no later "
        "than 30 November 2023.",
        "2023-10-12",
        [("will-end", "borel", "2023-10-12/2023-11-30")],
    ),
    (
        "20. Larkspur began supplying Quillmark with purchase histories in or about March 2016.",
        "2023-10-12",
        [("granted", "quillmark", "2016-03~")],
    ),
    (
        "It is common ground that Hearthlow's token was withdrawn on 6 June 2020.",
        "2023-10-12",
        [("ended", "hearthlow", "2020-06-06")],
    ),
    (
        "The defendant shall within 28 days erase all data obtained from the Contacts API.",
        "2023-10-12",
        [],
    ),
    (
        "24. To this day, Cardon can view the e-mail addresses of Larkspur's users.",
        "2023-10-12",
        [("continues", "cardon", "2023-10-12/..")],
    ),
    (
        "25. The last such query was logged on 9 October 2023.",
        "2023-10-12",
        [],
    ),
    (
        "Acme's emergency motion to extend its access beyond 31 October 2023 is DENIED.",
        "2023-10-12",
        [],
    ),
    (
        "Borel's time to wind down its use of the Feed API, currently set to expire on 31 October 2023, is "
        "extended to 30 November 2023.",
        "2023-10-12",
        [("extension", "borel", "2023-11-30")],
    ),
    (
        "28. Larkspur disclosed on August 8, 2023 that it had ended Tandem Health's access the previous month.",
        "2023-10-12",
        [("ended", "tandem-health", "2023-07")],
    ),
    (
        "It is adjudged that Quillmark's license terminated on 14 September 2022 by reason of its breach.",
        "2023-10-12",
        [("ended", "quillmark", "2022-09-14")],
    ),
    (
        "Larkspur and all persons in active concert with it are enjoined from granting Cardon access to any user data.",
        "2023-10-12",
        [("will-end", "cardon", "2023-10-12/..")],
    ),
    (
        "32. Fenmoor's representatives were never told that the Feed API would be closed.",
        "2023-10-12",
        [],
    ),
    (
        "33. When Fenmoor logged on to the developer portal on 3 March 2021, it found that its keys had been deleted.",
        "2023-10-12",
        [("ended", "fenmoor", "../2023-10-12")],
    ),
    (
        "Larkspur gave Tandem Health a back door to medical records from 2013 to 2017.",
        "2019-11-05",
        [("ended", "tandem-health", "2017")],
    ),
    (
        "Larkspur gave Tandem Health access to their medical records from 2013 to 2017.",
        "2019-11-05",
        [("ended", "tandem-health", "2017")],
    ),
    (
        "Unbeknownst to Plaintiffs, Larkspur gave Tandem Health access to their medical records in 2013.",
        "2019-11-05",
        [("granted", "tandem-health", "2013")],
    ),
    (
        "The Feed API was deprecated in 2015 and Quillmark could not have used it thereafter.",
        "2019-11-05",
        [("ended", "", "2015")],
    ),
    (
        "The Feed API was shut down in 2015, and Acme complained about it.",
        "2019-11-05",
        [("ended", "", "2015")],
    ),
    (
        "From today, we will no longer share customer data with Hearthlow.",
        "2019-11-05",
        [("ended", "hearthlow", "2019-11-05")],
    ),
    (
        "Larkspur undertakes that from today it will not share customer data with Hearthlow.",
        "2019-11-05",
        [("ended", "hearthlow", "2019-11-05")],
    ),
    (
        "The receiver shall cause Acme's access to be terminated on or before 31 December 2019.",
        "2019-11-05",
        [("will-end", "acme", "2019-11-05/2019-12-31")],
    ),
    (
        "Larkspur caused Acme's access to be terminated on 1 May 2018.",
        "2019-11-05",
        [("ended", "acme", "2018-05-01")],
    ),
    (
        "Larkspur is hereby ordered to have Acme's tokens revoked by 1 December 2019.",
        "2019-11-05",
        [("will-end", "acme", "2019-11-05/2019-12-01")],
    ),
    (
        "Larkspur shall ensure that Acme's access is terminated by 1 December 2019.",
        "2019-11-05",
        [("will-end", "acme", "2019-11-05/2019-12-01")],
    ),
    (
        "Larkspur must see to it that Acme's access ends by 1 December 2019.",
        "2019-11-05",
        [("will-end", "acme", "2019-11-05/2019-12-01")],
    ),
    (
        "Respondent shall file proof by 20 November 2019 that Acme's keys have been revoked.",
        "2019-11-05",
        [],
    ),
    (
        "Respondent must demonstrate that Acme's access was ended.",
        "2019-11-05",
        [],
    ),
    (
        "Within 30 days, Larkspur will report to the Commission that Cardon no longer has access.",
        "2019-11-05",
        [],
    ),
    (
        "Fenmoor must show that it had access in 2016.",
        "2019-11-05",
        [],
    ),
    (
        "It is hereby ordered that Larkspur revoke Acme's tokens.",
        "2019-11-05",
        [("will-end", "acme", "2019-11-05/..")],
    ),
    (
        "The court hereby directs that Borel's access be withdrawn.",
        "2019-11-05",
        [("will-end", "borel", "2019-11-05/..")],
    ),
    (
        "Larkspur hereby agrees to end Borel's access.",
        "2019-11-05",
        [("will-end", "borel", "2019-11-05/..")],
    ),
    (
        "Borel's access is hereby terminated.",
        "2019-11-05",
        [("ended", "borel", "2019-11-05")],
    ),
    (
        "Fenmoor was disconnected as long ago as November 2014.",
        "2019-11-05",
        [("ended", "fenmoor", "2014-11")],
    ),
    (
        "Fenmoor's time to stop using the Feed API is enlarged to 20 December 2019.",
        "2019-11-05",
        [("extension", "fenmoor", "2019-12-20")],
    ),
    (
        "The deadline for Fenmoor to stop using the Feed API is adjourned to 20 December 2019.",
        "2019-11-05",
        [("extension", "fenmoor", "2019-12-20")],
    ),
    (
        "Larkspur does not dispute that Borel had stopped syncing contacts by the end of 2016.",
        "2021-03-15",
        [("ended", "borel", "../2016-12-31")],
    ),
    (
        "Nobody disputes that Borel's access was cut off in May 2016.",
        "2021-03-15",
        [("ended", "borel", "2016-05")],
    ),
    (
        "Larkspur denies that Acme still has access to messages.",
        "2021-03-15",
        [("ended", "acme", "../2021-03-15")],
    ),
    (
        "Larkspur denies that it ended Acme's access.",
        "2021-03-15",
        [("continues", "acme", "2021-03-15/..")],
    ),
    (
        "The court rejects the argument that Acme's access lapsed on 3 May 2017.",
        "2021-03-15",
        [],
    ),
    (
        "The judge was not persuaded that Acme's access lapsed on 3 May 2017.",
        "2021-03-15",
        [],
    ),
    (
        "The court credits the testimony of Ms. Roe that Acme's tokens were revoked in June 2018.",
        "2021-03-15",
        [("ended", "acme", "2018-06")],
    ),
    (
        "The court found credible the evidence that Borel's feed was cut on 2 June 2018.",
        "2021-03-15",
        [("ended", "borel", "2018-06-02")],
    ),
    (
        "The suspension of Acme's access remains in effect.",
        "2021-03-15",
        [],
    ),
    (
        "The termination of Borel's license is upheld.",
        "2021-03-15",
        [],
    ),
    (
        "The ban on Cardon's use of the Feed API continues.",
        "2021-03-15",
        [],
    ),
    (
        "Larkspur shall disable the tokens issued to Acme within 30 days.",
        "2021-03-15",
        [("will-end", "acme", "2021-03-15/2021-04-14")],
    ),
    (
        "Respondent must revoke every key held by Cardon no later than 1 May 2021.",
        "2021-03-15",
        [("will-end", "cardon", "2021-03-15/2021-05-01")],
    ),
    (
        "Larkspur shall turn off the connector operated by Fenmoor by 1 May 2021.",
        "2021-03-15",
        [("will-end", "fenmoor", "2021-03-15/2021-05-01")],
    ),
    (
        "Permission is granted to Acme to keep using the Feed API through 30 June 2021.",
        "2021-03-15",
        [("extension", "acme", "2021-06-30")],
    ),
    (
        "Larkspur is prohibited from restoring Acme's access.",
        "2021-03-15",
        [],
    ),
    (
        "Larkspur is enjoined from reinstating Borel's tokens.",
        "2021-03-15",
        [],
    ),
    (
        "Larkspur is enjoined from giving Borel access to its users' messages.",
        "2021-03-15",
        [("will-end", "borel", "2021-03-15/..")],
    ),
    (
        "Plaintiffs move for an injunction prohibiting Acme from reading their messages.",
        "2021-03-15",
        [],
    ),
    (
        "Plaintiff petitions for an order revoking Borel's access.",
        "2021-03-15",
        [],
    ),
    (
        "The complaint seeks a decree terminating Cardon's access to the Feed API.",
        "2021-03-15",
        [],
    ),
    (
        "Plaintiffs have applied for an order barring Fenmoor from the Feed API.",
        "2021-03-15",
        [],
    ),
    (
        "None of the makers, Acme and Borel among them, has had access since 2019.",
        "2021-03-15",
        [("ended", "acme|borel", "2019")],
    ),
    (
        "Neither company, according to its counsel, had access to messages.",
        "2021-03-15",
        [("never", "", "../2021-03-15")],
    ),
    (
        "Larkspur failed to ensure that Acme's access was terminated.",
        "2021-03-15",
        [("continues", "acme", "2021-03-15/..")],
    ),
    (
        "Larkspur ensured that Acme's access was terminated in 2018.",
        "2021-03-15",
        [("ended", "acme", "2018")],
    ),
    (
        "Larkspur shall make sure that Acme's tokens are revoked by 1 May 2021.",
        "2021-03-15",
        [("will-end", "acme", "2021-03-15/2021-05-01")],
    ),
    (
        "Larkspur must see to it that Acme's tokens are revoked by 1 May 2021.",
        "2021-03-15",
        [("will-end", "acme", "2021-03-15/2021-05-01")],
    ),
    (
        "Larkspur claims that the Feed API was closed in 2016 and that Acme was told so.",
        "2021-03-15",
        [("ended", "", "2016")],
    ),
    (
        "Larkspur claims that Acme lost access in 2016 and that Borel did so in 2017.",
        "2021-03-15",
        [("ended", "acme", "2016"), ("ended", "borel", "2017")],
    ),
    (
        "Larkspur claims that Acme lost access in 2016 and that Borel's tokens expired in 2017.",
        "2021-03-15",
        [("ended", "acme", "2016"), ("ended", "borel", "2017")],
    ),
    (
        "Larkspur shall withdraw all API keys held by Borel and Acme within 21 days.",
        "2021-03-15",
        [("will-end", "borel|acme", "2021-03-15/2021-04-05")],
    ),
    (
        "Ordered: Larkspur to withdraw all API keys held by Borel and Acme by 1 June 2021.",
        "2021-03-15",
        [("will-end", "borel|acme", "2021-03-15/2021-06-01")],
    ),
    (
        "The termination of Acme's license stands.",
        "2021-03-15",
        [],
    ),
    (
        "The revocation of Borel's tokens remains in force.",
        "2021-03-15",
        [],
    ),
    (
        "The deprecation of the Feed API continues.",
        "2021-03-15",
        [],
    ),
    (
        "No partner, Cardon included, has had access since 1 January 2020.",
        "2021-03-15",
        [("ended", "cardon", "2020-01-01")],
    ),
    (
        "None of these firms, such as Acme and Borel, ever received messages from us.",
        "2021-03-15",
        [("never", "acme|borel", "../2021-03-15")],
    ),
    (
        "Fenmoor is permitted to keep its access through 30 June 2021.",
        "2021-03-15",
        [("extension", "fenmoor", "2021-06-30")],
    ),
    (
        "The court is satisfied that Fenmoor's access ended on 3 May 2018.",
        "2021-03-15",
        [("ended", "fenmoor", "2018-05-03")],
    ),
    (
        "The court is not convinced that Fenmoor's access ended on 3 May 2018.",
        "2021-03-15",
        [],
    ),
    (
        "The judge was persuaded that Acme's access lapsed on 3 May 2017.",
        "2021-03-15",
        [("ended", "acme", "2017-05-03")],
    ),
    (
        "Acme was stripped of its access to the Contacts API on 3 May 2018.",
        "2018-11-20",
        [("ended", "acme", "2018-05-03")],
    ),
    (
        "Acme was divested of its access to the Contacts API on 3 May 2018.",
        "2018-11-20",
        [("ended", "acme", "2018-05-03")],
    ),
    (
        "The tribunal deprived Borel of its access to the feed in 2017.",
        "2018-11-20",
        [("ended", "borel", "2017")],
    ),
    (
        "Borel's authorization was annulled in 2017.",
        "2018-11-20",
        [("ended", "borel", "2017")],
    ),
    (
        "Borel's license to the Feed API was voided in 2017.",
        "2018-11-20",
        [("ended", "borel", "2017")],
    ),
    (
        "Borel's permission to read messages was nullified in 2017.",
        "2018-11-20",
        [("ended", "borel", "2017")],
    ),
    (
        "Borel's right to receive transaction data ended on 25 May 2018.",
        "2018-11-20",
        [("ended", "borel", "2018-05-25")],
    ),
    (
        "Acme's right to read messages lapsed in 2017.",
        "2018-11-20",
        [("ended", "acme", "2017")],
    ),
    (
        "Acme's right to use the Feed API was extinguished in 2017.",
        "2018-11-20",
        [("ended", "acme", "2017")],
    ),
    (
        "Acme's right to appeal expired on 1 May 2018.",
        "2018-11-20",
        [],
    ),
    (
        "Acme lost the right to read users' messages in 2016.",
        "2018-11-20",
        [("ended", "acme", "2016")],
    ),
    (
        "Acme was shut off from the Feed API in 2018.",
        "2018-11-20",
        [("ended", "acme", "2018")],
    ),
    (
        "The Feed API was still open to a few developers. Acme was shut off in 2018.",
        "2018-11-20",
        [("ended", "acme", "2018")],
    ),
    (
        "Larkspur must notify Acme before cutting off its access.",
        "2018-11-20",
        [],
    ),
    (
        "Respondent shall obtain leave of court prior to terminating Borel's access.",
        "2018-11-20",
        [],
    ),
    (
        "Larkspur waited two years before revoking Acme's tokens in 2016.",
        "2018-11-20",
        [("ended", "acme", "2016")],
    ),
    (
        "12. Had Acme lost access in 2015, nobody would have complained.",
        "2018-11-20",
        [],
    ),
    (
        "44. Should Borel's access end, it would be ruined.",
        "2018-11-20",
        [],
    ),
    (
        "Acme's access did not end on 1 May 2015.",
        "2018-11-20",
        [],
    ),
    (
        "Acme's access was not revoked.",
        "2018-11-20",
        [("continues", "acme", "2018-11-20/..")],
    ),
    (
        "The deadline for Acme to disconnect from the Feed API is extended through January 31, 2019.",
        "2018-11-20",
        [("extension", "acme", "2019-01-31")],
    ),
    (
        "The time for Acme to stop using the Feed API be, and it hereby is, extended to January 31, 2019.",
        "2018-11-20",
        [("extension", "acme", "2019-01-31")],
    ),
    (
        "Acme's tokens are cancelled as of this date.",
        "2018-11-20",
        [("ended", "acme", "2018-11-20")],
    ),
    (
        "Leave is granted to Acme to continue using the Inbox API until 31 May 2019.",
        "2018-11-20",
        [("extension", "acme", "2019-05-31")],
    ),
    (
        "Leave is granted to Acme to file a reply by 31 May 2019.",
        "2018-11-20",
        [],
    ),
    (
        "Acme's key worked until March 2016.",
        "2018-11-20",
        [("ended", "acme", "2016-03")],
    ),
    (
        "Respondent shall forthwith disable Acme's key and shall not reissue it.",
        "2018-11-20",
        [("will-end", "acme", "2018-11-20/..")],
    ),
    (
        "Fenmoor's access stands terminated.",
        "2022-05-09",
        [("ended", "fenmoor", "../2022-05-09")],
    ),
    (
        "Fenmoor's access shall stand terminated as of 31 May 2022.",
        "2022-05-09",
        [("will-end", "fenmoor", "2022-05-31")],
    ),
    (
        "Fenmoor's license stood revoked from 1 May 2021.",
        "2022-05-09",
        [("ended", "fenmoor", "2021-05-01")],
    ),
    (
        "The order stands.",
        "2022-05-09",
        [],
    ),
    (
        "PRAYER FOR RELIEF: (c) that Larkspur be ordered to terminate Acme's access within 30 days;",
        "2022-05-09",
        [],
    ),
    (
        "WHEREFORE, Plaintiffs demand that Acme's access be terminated.",
        "2022-05-09",
        [],
    ),
    (
        "The judge erred in finding that Acme's access had lapsed in 2018.",
        "2022-05-09",
        [],
    ),
    (
        "The tribunal erred when it held that Acme's access had lapsed in 2018.",
        "2022-05-09",
        [],
    ),
    (
        "The tribunal held that Acme's access had lapsed in 2018.",
        "2022-05-09",
        [("ended", "acme", "2018")],
    ),
    (
        "Larkspur denies that Acme's access was ever restored.",
        "2022-05-09",
        [],
    ),
    (
        "Borel has no legal right of access to messages.",
        "2022-05-09",
        [],
    ),
    (
        "Larkspur was fined for having cut off Quillmark's access on 2 February 2021.",
        "2022-05-09",
        [("ended", "quillmark", "2021-02-02")],
    ),
    (
        "Borel's license to the Feed API was cut short on 17 May 2020.",
        "2022-05-09",
        [("ended", "borel", "2020-05-17")],
    ),
    (
        "Nor did Borel have access to messages at any time.",
        "2022-05-09",
        [("never", "borel", "../2022-05-09")],
    ),
    (
        "Nor has Acme ever received contact lists from Larkspur.",
        "2022-05-09",
        [("never", "acme", "../2022-05-09")],
    ),
    (
        "Larkspur's logs show Acme's last request on December 3, 2020.",
        "2022-05-09",
        [("observed", "acme", "2020-12-03")],
    ),
    (
        "Acme's tokens be and hereby are revoked.",
        "2022-05-09",
        [("ended", "acme", "2022-05-09")],
    ),
    (
        "Fenmoor was never told that the Feed API would be closed.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur did not warn Acme that its access would be cut off.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur told Acme that its access would be cut off on 1 December 2023.",
        "2023-10-12",
        [("will-end", "acme", "2023-12-01")],
    ),
    (
        "Larkspur has, as ordered, revoked Acme's tokens.",
        "2023-10-12",
        [("ended", "acme", "../2023-10-12")],
    ),
    (
        "Larkspur is enjoined from granting Cardon access to any user data.",
        "2023-10-12",
        [("will-end", "cardon", "2023-10-12/..")],
    ),
    (
        "Larkspur and its agents are enjoined from giving Cardon access to user data.",
        "2023-10-12",
        [("will-end", "cardon", "2023-10-12/..")],
    ),
    (
        "Larkspur and all those acting with it are enjoined from giving Cardon access to user data.",
        "2023-10-12",
        [("will-end", "cardon", "2023-10-12/..")],
    ),
    (
        "Respondent shall not provide Acme access to messages after 1 December 2023.",
        "2023-10-12",
        [("will-end", "acme", "2023-12-01")],
    ),
    (
        "Respondent is prohibited from sharing messages with Acme after 1 December 2023.",
        "2023-10-12",
        [("will-end", "acme", "2023-12-01")],
    ),
    (
        "Acme must not access the Feed API after 1 December 2023.",
        "2023-10-12",
        [("will-end", "acme", "2023-12-01")],
    ),
    (
        "Respondent shall refrain from sharing messages with Acme as of 1 December 2023.",
        "2023-10-12",
        [("will-end", "acme", "2023-12-01")],
    ),
    (
        "Acme waives any claim to access after 1 December 2023.",
        "2023-10-12",
        [],
    ),
    (
        "Acme was forbidden from sharing its customers' data with Borel in 2015.",
        "2023-10-12",
        [],
    ),
    (
        "Partners are prohibited from sharing data with third parties.",
        "2023-10-12",
        [],
    ),
    (
        "Our policy prohibits Acme from selling the data.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur is prohibited from sharing data with third parties without consent.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur shall refrain from giving interviews about Acme.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur is enjoined from sending letters to Cardon.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur is restrained from giving notice to Acme.",
        "2023-10-12",
        [],
    ),
    (
        "Acme is barred from giving its employees access to the building.",
        "2023-10-12",
        [],
    ),
    (
        "The order prohibiting Larkspur from sharing messages with Acme was vacated.",
        "2023-10-12",
        [],
    ),
    (
        "The act forbids banks from giving Acme data without consent.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur does not admit that Acme had access to messages.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur does not dispute that it owes Acme money.",
        "2023-10-12",
        [],
    ),
    (
        "Larkspur must confirm to Acme that its invoices have been paid.",
        "2023-10-12",
        [],
    ),
    (
        "The termination of Acme's chief executive stands.",
        "2023-10-12",
        [],
    ),
    (
        "Acme's stand at the fair was closed on 3 May 2019.",
        "2023-10-12",
        [],
    ),
    (
        "Acme was divested of its shares in Borel in 2019.",
        "2023-10-12",
        [],
    ),
    (
        "Acme's conviction was quashed in 2019.",
        "2023-10-12",
        [],
    ),
    (
        "The subpoena served on Acme was quashed on 3 May 2019.",
        "2023-10-12",
        [],
    ),
    (
        "The hearing on Acme's access was adjourned to 3 May 2024.",
        "2023-10-12",
        [],
    ),
    (
        "Acme applied for access to the Feed API in 2016.",
        "2023-10-12",
        [],
    ),
]


@pytest.mark.parametrize(("text", "said_on", "stated"), SENTENCES, ids=[text[:60] for text, _, _ in SENTENCES])
def test_pleadings_and_orders_are_read_as_they_are_meant(text: str, said_on: str, stated: Told) -> None:
    check_told(text, said_on, stated)

# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of pasted legal papers and of longer talk about one's own case."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_PAPERS: Final = blocks(
    r"""
SETTLEMENT AGREEMENT
between {company}, {address}, and {name}
1. {company} pays {money} within {n} days.
2. [[{name} withdraws the claim {case}.]]
3. [[Neither side speaks about the accident of {date}.]]
4. Penalty for each breach: {money2}.

Is clause 3 valid in {b_country}? Redraft it in plain English.
%%
[[CONFIDENTIAL_MARKER|ATTORNEY-CLIENT PRIVILEGED]]
To: {b_boss}, {company}
From: {name}, {b_law}
Re: {case}

[[We see a {percent}% chance of losing at first instance.]] The witness {name2} [[will not hold under cross-examination]]. We recommend to offer {money} before {b_day}.

Shorten to five lines for the board.
%%
I, {name}, born on {dob}, residing at {address}, declare under oath:
1. I have known {name2} since {b_year}.
2. On {date} [[she told me that the child was not his]].
3. [[I was paid nothing for this statement.]]

Check grammar, keep the numbering.
%%
Hi, I need advice before tomorrow. I was [[stopped with {n} grams]] in {b_town} on {b_day}. The police took my phone and asked for the PIN {pin}, [[I gave it to them]]. I am a {b_title} and could lose my licence. My lawyer {name} is on holiday. Can they use the chats with {first2}?
%%
LAST WILL
I, {name}, {address}, revoke all former wills.
- The house goes to my daughter {first}.
- [[My son {first2} receives nothing because of what he did in {b_year}.]]
- {money} go to {name3}, who [[took care of me when they did not]].

Make it clearer and tell me what is missing.
%%
Notes from the first interview with the client:
{name}, {b_age}, {b_title}, two kids
husband {name2} [[slaps her since {b_month}]], [[controls the account {account}]]
wants out by {b_day}, sister lives in {b_plant}
[[he has a gun licence]]

Draft the application for a protective order.
%%
Section 9.2 of our contract with {b_firm} reads: "[[Supplier grants {percent}% rebate above {n}0,000 units]] and [[shall not deliver to {b_rival}]]."

Counsel says the second half is void. Suggest a wording that gets us the same effect.
%%
Asylum interview, notes of the interpreter
Applicant: {name}, {b_nrp}, file {case}
Reason: [[beaten by police after a demonstration]], [[cousin disappeared in {b_month}]]
Route: {b_country}, then {b_country2}, arrived {date}
Contradiction: [[two different dates for the arrest]]

Put it in chronological order.
%%
from: {email}
subject: your tenant at {address}

Mr {last} [[runs a bar in the cellar]] and [[owes me {money}]]. If you don't throw him out I go to the newspaper.

How do I, the landlord, reply without promising anything?
%%
Divorce, list of assets, please bring it into a table with his/hers/both:
flat {address}: {money}
account {account} at {b_firm}: [[hers, he doesn't know]]
car {plate}: {money2}
[[debt to his brother {name2}]]: {money3}
pension: unknown
%%
Criminal record excerpt
{name}, {dob}
{b_year}: [[theft, fine {n} daily rates]]
{b_year2}: [[assault, six months suspended]]

My client applies as a {b_title} at {company}. Which of these must be mentioned?
%%
NON-DISCLOSURE AGREEMENT
Disclosing party: {company}, {city}
Receiving party: {name}, {b_title}
Subject: [[formula of the {word} coating and the test results of {b_month}]]
Duration: {n} years
Court: {b_court}

Find three weaknesses from our point of view.
%%
Call log of the compliance hotline, {date}
Caller: anonymous, {b_plant}
"[[The boss takes an envelope from the waste company every {b_month}.]] [[{first} carries it to his car.]]"
Follow-up: {name}, {phone}

Write the report to the audit committee.
%%
Re: overstaying, file {case}

Dear officer, my name is {name}. [[I did not leave on {date} because my baby was born too early]]. I work at {company}, my boss {name2} can confirm. Please do not send us to {b_country}.

Make my letter better, simple english ok
%%
Term sheet, draft {n}
Investor: {b_firm}
Amount: {b_sum} for {percent}%
[[Founder {name} may be dismissed if {b_quarter} is missed]]
[[Liquidation preference 2x]]

Explain the two bad points to the founders and write our counter.
%%
Deposition of {name}, page {n}
Q. Who gave the order to ship?
A. [[{first2} did. By phone. He said the lab report could wait.]]
Q. Did you object?
A. [[I have three kids.]]

Summarise in the third person for the brief in {case}.
"""
)

_PAPERS_HARMLESS: Final = blocks(
    r"""
SETTLEMENT AGREEMENT (template)
between [Party A], [address], and [Party B]
1. [Party A] pays [amount] within [n] days.
2. [Party B] withdraws the claim.
3. Neither side speaks about the matter.
4. Penalty for each breach: [amount].

Is a clause like number 3 valid in {b_country}? Redraft it in plain English.
%%
STRICTLY CONFIDENTIAL
To: the crew
From: the captain of the board game "Pirates of the Salt Bay"
Re: treasure

The island has two harbours. The witness, a parrot, always lies. We recommend to roll the dice twice before the bridge.

Shorten to five lines for the rule book.
%%
I, [name], born on [date], residing at [address], declare under oath:
1. I have known [person] since [year].
2. On [date] I saw [facts].
3. I was paid nothing for this statement.

Check grammar of this form, keep the numbering.
%%
Hi, I need help before my oral exam. The case in the book: A is stopped with a small amount of cannabis, the police take the phone and ask for the PIN, A gives it to them. A is a bus driver. Which constitutional rights does the solution discuss? Can the chats be used in that country, {b_country}?
%%
LAST WILL OF A WITCH
I, [[PERSON|Morgana Crabtree]], revoke all former wills.
- The broom goes to my cat.
- My apprentice receives nothing because of the thing with the frog.
- Three cauldrons go to the village, who laughed at my hat.

Make it funnier and tell me what is missing.
%%
Problem question, family law, week 6:
H and W are married with two children
H controls the joint account
W wants to move to her sister in another town
there is no written agreement

Draft an outline of the answer with headings.
%%
Section 9.2 of the model contract in our textbook reads: "The supplier grants a rebate above 10,000 units and shall not deliver to competitors."

The footnote says the second half may be void. Explain exclusive dealing to a beginner.
%%
History seminar, notes from the archive leaflet
Group: [[NRP|Huguenots]]
Reason: edict revoked in [[DATE_TIME|1685]]
Route: [[LOCATION|France]], then [[LOCATION|the Palatinate]], arrived in [[LOCATION|Brandenburg]]
Contradiction: two different numbers of families in two books

Put it in chronological order.
%%
from: a reader
subject: column "Ask the landlord", invented letter

My tenant, a trumpet player, owes me an apology. If he doesn't stop I will buy a tuba.

How would a funny newspaper column reply without promising anything?
%%
Exercise: division of assets, please bring it into a table with his/hers/both:
flat bought before the marriage: 200,000
joint account: 10,000
car, gift from her parents: 8,000
debt for the kitchen: 5,000
lottery ticket: unknown
%%
Quiz on criminal records
A: theft at 15, community work
B: speeding, fine
C: tax evasion, two years

Which of these would appear in a standard certificate in {b_country}? Answer in general terms with the source.
%%
NON-DISCLOSURE AGREEMENT
Disclosing party: ____________
Receiving party: ____________
Subject: ____________
Duration: ___ years
Court: ____________

Find three typical weaknesses of such short forms.
%%
Script for a radio play about a compliance hotline
Caller: anonymous, whispers
"The mayor takes a cake from the baker every [[DATE_TIME|Sunday]]. The goose carries it to his car."
Follow-up: a very sleepy detective

Write the next scene.
%%
Language course, level A2, letter writing

Dear officer, my name is [name]. I did not come on [[DATE_TIME|Monday]] because my train was late. Please give me a new appointment.

Make the letter better, simple english ok
%%
Term sheet, simplified example from a startup blog
Investor: VC fund
Amount: 1m for 20%
Liquidation preference 1x
Vesting: four years, one year cliff

Explain the four points to beginners and say what founders usually negotiate.
%%
Trial of the Knave of Hearts
Q. Who stole the tarts?
A. [[PERSON|The Knave]] did. By daylight. He said the queen could wait.
Q. Did you object?
A. I am only a dormouse.

Summarise in the third person for a programme leaflet.
"""
)

_TOLD: Final = lines(
    r"""
I got a letter from {b_law} for {name}: [[I should pay {money} for films I downloaded]]. Pay or fight? Case {case}.
Does it look bad in {b_court} that [[I texted {first} two hundred times]] after she left?
My lawyer said in private [[don't mention the second contract]]. Hearing is {b_day}, {company} brings {n} witnesses. Prepare me.
Fill in the hardship form for me: {name}, {address}, [[evicted on {date}]], child {first}, {n} years, income {money}.
We never told the buyers of {address} that [[the cellar floods]]. Now {name} sends an expert on {b_day}. Options?
As guardian of {name} ({dob}) I must report to {b_court}: [[spent {money} on scratch cards]], moved to {b_site}. Write it up.
Is my brother-in-law {name} liable? [[He borrowed my van, plate {plate}, and hit a fence while drunk.]]
Rewrite to be less emotional: Your Honour, [[he left us on Christmas with an empty fridge]], and {first} still asks for him.
Whom can we sue? [[The surgeon at {company} operated on my wrong knee]] on {date}. Insurance no. {account}.
Translate the summons: {name} must appear before {b_court} on {date} as accused of [[forging a doctor's note]].
I want to report {company} anonymously to the tax office: [[cash wages for {n} people in {b_plant}]]. Could {b_boss} trace me?
i'm on bail and [[not allowed to leave {city}]], my cousin {first} marries in {b_town} on {b_day}. how to ask the judge
Prenup question: I bring {money} and the flat at {address}, {first} brings [[debts from a failed bar]]. What should it say?
We filed the patent late because {name} [[showed the prototype at a fair in {b_month}]]. What do I tell {company}, who paid for it?
The school expelled {first} over [[a knife in his bag]]. Objection, please, deadline {b_day}, head teacher {name}.
"""
)

_TOLD_HARMLESS: Final = lines(
    r"""
Newspapers write that film studios send letters to people who download films. Is that legal in {b_country}?
Does it look bad in a novel if the hero texts the heroine two hundred times? I think the readers will leave him.
How do lawyers prepare witnesses for a hearing, and where is the line to coaching? Use a famous trial as an example.
Design a hardship form for a fictional kingdom: name, castle, dragon damage, number of goats.
Must sellers in {b_country} tell buyers about wet cellars? Overview with two published judgments, please.
What does a guardian report to a court, in general? List the headings that official guides name.
Is the owner of a car liable if somebody else drives it? Compare {b_country} and {b_country2}.
Rewrite to be less emotional: Your Honour, the goose of my neighbour sings at night, and the whole village is awake.
Wrong-site surgery: how often does it occur according to studies, and which checklists reduced it?
Translate for my vocabulary list: summons, accused, witness, oath, verdict, appeal. Into {b_tongue}, with articles.
What protects anonymous whistleblowers in {b_country}? One paragraph on law, one on practice.
bail, remand, parole: explain the three words for a quiz with one memory aid each
Prenup clauses in celebrity news, such as those of {b_figure}: what is usually rumoured, and why do such contracts exist?
Novelty in patent law: why does showing a prototype at a fair matter? Explain with a talking toaster.
Should schools expel pupils? Write a balanced text for a debate, two arguments on each side.
"""
)

FAMILIES: Final = (
    Family(name="b_law_papers", categories=("legal",), templates=_PAPERS, form="document"),
    Family(name="b_law_papers_harmless", templates=_PAPERS_HARMLESS, form="document"),
    Family(name="b_law_told", categories=("legal", "personal"), templates=_TOLD),
    Family(name="b_law_told_harmless", templates=_TOLD_HARMLESS),
)

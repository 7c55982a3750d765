# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of pasted papers of firms: minutes, forecasts, offers, memos, tables, chats."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_PAPERS: Final = blocks(
    r"""
BOARD PAPER {b_ref}
[[CONFIDENTIAL_MARKER|Strictly confidential]]
Subject: [[purchase of {b_firm}]]
Price: {b_sum}, [[up to {b_sum2} in a bidding war]]
Funding: [[sale of the {b_plant} site]]
Risk: {name} leaves, {company} outbids us

Write the speaker notes for {first2}.
%%
;Plan;Actual;Forecast
Revenue;{b_sum};[[{b_sum2}]];[[{b_sum3}]]
Margin;{percent}%;[[{percent2}%]];[[{percent3}%]]
Cash;{money};[[{money2}]];[[{money3}]]

These are ours for {b_quarter}. Comment on them in two paragraphs for {b_boss}.
%%
Customer | Contact | Contract | Mood
{company} | {name}, {email} | {money}, until {date} | [[angry]]
{company2} | {name2}, {phone} | {money2}, until {date2} | happy
{b_firm} | {name3} | [[cancelled, not public]] | -

Turn this into a mail merge list.
%%
# {b_project}
Owner: {name}
Status: [[red]]
- [[housing breaks at {n} degrees]]
- {b_firm} delivers late, [[we could switch to {b_rival}]]
- launch {b_day} cannot be kept, [[trade press knows nothing]]

Make a one-slide summary in green-yellow-red.
%%
Hi {first},

after yesterday: I think [[we should stop the {b_town} opening]] and use the money for {b_product}. [[{company} gave us the lease terms of {b_rival}]], they pay {money}. Don't write that to {b_boss}, he forwards everything.

Cheers, {first2}

can you rewrite as a proper proposal
%%
Tender {b_ref}, evaluation sheet
Bidder A ({company}): {b_sum}, 71 points
Bidder B ({b_firm}): {b_sum2}, 83 points
[[{name} wants A to win.]]

Write the reasons for the award so that it fits.
%%
Supplier terms, summary for the new buyer
{company}: [[{percent}% below list]], 60 days net
{b_firm}: [[bonus {money} at year end]], exclusivity for {b_plant}
{company2}: [[pays for our trade fair stand]]

Which of these should be renegotiated first?
%%
[[Incident {b_ref}]], {date}
What: mail with [[the price list of all key accounts]] went to {company}
Who: {name}, {b_dept}
Damage: [[{b_rival} undercut us {n} times since]]
Told so far: {b_boss}, nobody else

Draft the lessons learned.
%%
Transcript of the {b_quarter} planning call
{first}: [[we're {n} people too many in {b_plant}]]
{first2}: and the bank?
{first}: [[they get the old forecast until {b_day}]]
{first3}: I don't like that

Minutes please, diplomatic.
%%
Q&A for the press, draft
Q: Is {company} for sale?
A: We don't comment. ([[True: talks with {b_firm} since {b_month}, {b_sum}]])
Q: Will {b_plant} stay open?
A: We believe in the site. ([[True: until {b_quarter}]])

Polish the answers and delete the brackets.
%%
Price list {b_year}, [[internal floor]] in brackets
{b_product}: {money} ([[{money2}]])
service per hour: {money3} ([[{money4}]])
Reseller {company}: [[{percent}% off everything]]

Check if the discounts are consistent.
%%
Investor update
Dear {name}, dear {name2},
[[burn {money} a month]], [[runway {n} weeks]]. {company} signed, {b_firm} [[wants its money back]]. CTO {first3} [[has resigned, team not informed]].
We need {b_sum} by {b_day}.

Make it sound like a company that investors fight over.
%%
Strategy {b_year} in bullets
- [[leave {b_country}]], enter {b_country2}
- [[buy small labs, start with {b_firm}]]
- raise prices {percent}% [[wherever {b_rival} is weak]]
- no announcements before {b_day}

Turn it into a letter to department heads.
%%
R&D notebook {name}, {date}
Batch {n}: {n2} g {word}, [[cured at {n} degrees for {percent} minutes]]. [[Twice as hard as the product of {b_rival}.]] Smells. Tell nobody in sales.

Convert to a patent style description.
%%
Stock check {b_site}
booked {n}00 pallets, counted {n2}0
[[difference is the lot that {name} sold to {company} without papers]]

How do I book it, and how do I tell {b_boss}?
%%
Slack, #deal-room
{first}: data room open at 8. [[{b_firm} sees everything except the lawsuit]]
{first2}: and the churn of {b_month}?
{first}: [[averaged over the year, looks nicer]]

I'm new on this deal, explain what they are doing.
%%
Reorganisation, as discussed on {b_day}
{b_dept}: [[split]], {name} keeps the {b_plant} half
{name2}: [[no team any more]]
{company}: contract [[not renewed]]

Create a table old/new and an FAQ with five questions.
%%
we are the marketing team of {company}. campaign for {b_product}, embargo until {date}:
- claim: first on the market
- [[{b_figure} is the face, {money}]]
- [[spots are booked in {b_town} and {b_town2}]]
write three teasers which don't reveal anything
"""
)

_PAPERS_HARMLESS: Final = blocks(
    r"""
BOARD PAPER (exercise)
Subject: purchase of the invented firm [[ORGANIZATION|Sunny Shoes]]
Price: 5 million
Funding: loan
Risk: the founder leaves, a rival bids more

Write the speaker notes for a student who presents the case in class.
%%
;Plan;Actual;Forecast
Revenue;100;90;95
Margin;20%;18%;19%
Cash;10;8;9

These numbers are from a tutorial on variance analysis. Comment on them in two paragraphs for beginners.
%%
Customer | Contact | Contract | Mood
[[ORGANIZATION|Acme]] | [[PERSON|Wile E. Coyote]] | rockets | angry
[[ORGANIZATION|Wonka]] | [[PERSON|Charlie]] | chocolate | happy
[[ORGANIZATION|Wayne Enterprises]] | [[PERSON|Alfred]] | batteries | -

Turn this demo data into a mail merge list.
%%
# Science fair volcano
Owner: class 6b
Status: red
- the cone breaks at the top
- paint arrives late, we could use chalk
- the fair is on {b_day}

Make a one-slide summary in green-yellow-red.
%%
Hi everybody,

after yesterday: I think we should stop the dragon quest and use the gold for the new tavern. The guild next door pays less for beer, says the bard. Don't tell the wizard, he repeats everything.

Cheers, your game master

can you rewrite as a proper proposal to the king
%%
Public tender, example from the procurement handbook
Bidder A: price 100, 71 points
Bidder B: price 120, 83 points
Weights: price 40 %, quality 60 %

Write the reasons for the award as the handbook would.
%%
Supplier terms, vocabulary sheet
net 60: pay within sixty days
bonus: money back at the end of the year
exclusivity: only one may deliver

Which of these would a small shop negotiate first?
%%
Famous incident, as reported
What: the mail with the wrong attachment that newspapers wrote about in {b_year}
Who: a clerk of {b_listed}
Damage: bad press
Reaction: apology, training

Draft the lessons learned for a communication class.
%%
Transcript of the planning call of two squirrels
Red: we're four nuts short for winter
Grey: and the owl?
Red: gets the old forecast until first frost
Grey: I don't like that

Minutes please, diplomatic.
%%
Q&A with a press office, role play
Q: Is the castle for sale?
A: We don't comment. (True: the ghost wants to stay)
Q: Will the moat stay open?
A: We believe in the moat. (True: the ducks do)

Polish the answers and delete the brackets.
%%
Price list of our pretend shop in class 3
apple: 2 play coins (sale: 1)
story reading per hour: 3 play coins
friends: 50 % off everything

Check if the discounts are consistent.
%%
Sample investor update from a blog
Dear investors,
revenue grew by {percent} percent, two new hires, one lost customer, runway 14 months.
We ask for introductions to retailers.

Make it sound more lively and explain what each number means to a newcomer.
%%
Strategy game in bullets
- leave the desert, enter the forest
- buy small towers, start with the red one
- raise taxes wherever the orcs are weak
- no attacks before turn 30

Turn it into a letter to my allies.
%%
Kitchen notebook, {b_month}
Batch 4: 300 g rye, baked at 230 degrees for 40 minutes. Twice as crusty as the one from the book. Smells great. Tell everybody.

Convert to a recipe style description.
%%
Stock check exercise
booked 100 pallets, counted 96
difference: breakage

How is that booked according to the textbook, and what is shrinkage?
%%
Slack, #random, screenshot from a comic
Dog: data room open at 8. the cat sees everything except the fridge
Cat: and the sausage of [[DATE_TIME|May]]?
Dog: averaged over the year, looks nicer

explain the joke to somebody who has never worked in an office
%%
Reorganisation of our school library, notice on the door
comics: moved to the first floor
maps: next to the window
old newspapers: in the cellar

Create a table old/new and an FAQ with five questions.
%%
we are the marketing team of [[ORGANIZATION|Broom & Sons]] in a role playing game. campaign for the flying bucket:
- claim: first in the air
- {b_hero} is the face
- posters hang in every dungeon
write three teasers which don't reveal the price
"""
)

_TALK: Final = lines(
    r"""
Our {n} biggest accounts are [[{company}, {company2} and {b_firm}]], together {percent}% of sales. Too risky?
I need the calendar of {b_project}: [[tests in {b_plant} in {b_month}]], press embargo until {date}, {name} briefs the dealers.
We're the second supplier of {company} and [[{name} in purchasing told us the first is going bankrupt]]. How do we use that?
Write a nice mail to the agency {company}, we [[cancel the campaign because {b_product} was recalled in {b_country}]].
Formulate an OKR from this: [[push {b_rival} out of {b_plant} hospitals by {b_quarter}]].
What's a fair price for [[{percent}% of our shares]]? Revenue {b_sum}, [[loss {money}]], {b_firm} asked.
{b_product} has [[the old chip in half of the boxes]], {company} won't notice says {name}. What does an honest mail to them look like?
Between the lines the bank says [[no more credit after {b_month}]]. Rewrite our answer, confident, {b_boss} signs.
Put these leads by value: {name} {email} [[wants {n}00 seats]], {name2} {phone} [[hates {b_rival}]], {name3} just looking.
The founder's daughter {first} [[will get the {b_dept} job]], officially it's an open search. Write the ad so that only she fits.
do you see a problem: {b_firm} pays {money}, [[we book it in {b_quarter} though delivery is later]]. auditors come {b_day}
Help me with the wording for our dealer in {b_town}: [[from {b_month} on we sell direct]], he doesn't know yet.
Our algorithm team found that [[raising prices at night by {percent}% goes unnoticed]]. Slide for {b_boss} with three arguments.
Which story do we tell {name} of the local paper about the trucks at {b_site}? [[They carry the machines to {b_plant}.]]
Is it normal that {company} wants to see [[our source code and the list of all employees with salaries]] before a pilot?
Test shop results for the retail board: {b_town} store [[loses {money} a week]], {b_town2} store [[closes after {b_day}]]. Make it one chart title.
my idea, please tell nobody: [[an app that lets tenants swap flats for a week]], {first} would invest {money}. is the name {b_rival} free
Write the internal FAQ on the new bonus scheme at {company}: [[{percent}% if {b_quarter} reaches {b_sum}]], {name} decides on disputes.
Compare us with {b_rival} honestly: [[their pump is quieter]], [[ours leaks after {n} months]], price {money} and {money2}.
Before the stock exchange hears it: [[{b_firm} stops trial {b_ref} for lack of effect]]. Write the mail to the {n} doctors involved.
"""
)

_TALK_HARMLESS: Final = lines(
    r"""
Is it risky if a shop makes most of its sales with three customers? Explain concentration risk with round numbers.
I need a calendar for an imaginary product launch: tests, press embargo, dealer briefing. Use week 1 to week 12.
What happens to second suppliers when the first one goes bankrupt? Examples from the car industry, as published.
Write a nice mail that cancels a book club meeting because the book was boring in [[LOCATION|Spain]] and everywhere else.
Formulate three example OKRs for a school library that wants more young readers.
What's the usual way to value a startup without profit? Name three methods and one criticism each.
{b_listed} recalled a product in {b_year}. What did the public apology look like, and did it help the brand?
Rewrite this in a confident tone: we think that perhaps our bees might make quite good honey.
Put these animals by speed: cheetah, horse, snail, hare. Add km/h from general knowledge.
Write a job ad for a court jester so that everybody wants to apply. He must juggle.
do you see a problem: a shop books income before it delivers. what does the accounting standard say in general
Help me with the wording for a notice in our hostel: from {b_month} on breakfast starts at seven.
Dynamic pricing: what do studies say about customers who notice higher prices at night? Slide with three findings.
Which story could the local paper tell about the old harbour of {b_town}? Think of ships, fog, and cranes.
Is it normal that a customer wants references before a pilot? What do buyers usually ask for?
Fantasy football board: striker loses form, keeper is out after the derby. Make it one headline.
Names for an app that lets people swap plants. Playful, two syllables, no real brands.
Write an FAQ on bonus schemes for an economics class: what they are, why they can fail, who decides.
Compare e-readers and paper books honestly: weight, smell, price, light. Verdict in one line.
Why do drug trials stop early? Explain lack of effect, safety and money to a general audience.
Our team uses Jira and Excel. How do I copy tasks from one to the other without losing the dates?
We run a small shop and want to say thank you to all customers at [[DATE_TIME|Christmas]]. Three short texts, please.
"""
)

FAMILIES: Final = (
    Family(name="b_firm_papers", categories=("corporate",), templates=_PAPERS, form="document"),
    Family(name="b_firm_papers_harmless", templates=_PAPERS_HARMLESS, form="document"),
    Family(name="b_firm_talk", categories=("corporate",), templates=_TALK),
    Family(name="b_firm_talk_harmless", templates=_TALK_HARMLESS),
)

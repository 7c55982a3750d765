# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of pasted personnel papers and of longer talk about colleagues."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_PAPERS: Final = blocks(
    r"""
PERFORMANCE REVIEW {b_year}
Employee: {name} ({b_title}, {b_dept})
Reviewer: {name2}
Strengths: knows every customer by name
Weaknesses: [[does not accept instructions from women]], [[{n} late arrivals]]
Rating: [[2 of 5]], [[no bonus]]

Rewrite the weaknesses so that they stand up before the works council.
%%
Name;Role;Salary;Rating;Comment
{name};{b_title};{money};4;[[wants to leave]]
{name2};{b_title2};{money2};2;[[drinks]]
{name3};{b_title3};{money3};3;[[pregnant, not announced]]

Who would you promote? Sort the list and drop the comments.
%%
Dear {name},

On {date} you were seen [[leaving {b_site} with two laptops]]. In the hearing of {b_day} you stated that [[{first2} had allowed it]]. {first2} denies this. We therefore intend to [[terminate your employment with immediate effect]].

{company}, {b_dept}

Please check whether the letter is complete and correct the tone.
%%
Interview protocol, [[internal investigation]]
Witness: {name}, {b_dept}
Q: What did you see on {b_day}?
A: [[He pushed her against the copier.]] {first2} laughed.
Q: Did you report it?
A: To {name3}. [[He said I should think of my contract.]]

Summarise without naming the witness.
%%
From the sick leave statistics of {b_site}:
{name}: {n} days, [[back]]
{name2}: {n2} days, [[{condition}]]
{name3}: {n3} days, [[always on Mondays]]
I need a letter of invitation to a return-to-work talk for each of them.
%%
Hi {first}, this is for your eyes only.

[[The list for {b_quarter} has {n} names]], mostly from {b_dept}. {name} and {name2} are on it, {name3} [[was taken off because her husband knows the owner]]. The letters go out on {b_day}. Please book the big room under some harmless title.

---
Suggest five titles for that meeting.
%%
Payslip {b_month}
{name}, personnel no. {account}
Gross {money}
[[Garnishment {money2} ({company})]]
Paid to {iban}

Explain to him in {b_tongue} why he got less this time.
%%
Reference for {name}
Period: {b_year} to {b_year2}, {b_title}
True assessment: [[lazy, but never rude]]
Wanted grade: good

Write the reference in the usual code of such letters.
%%
Scorecards of the second round, {b_title}:
- {name}, {b_age}: brilliant test, [[accent hard to follow]], asks {money}
- {name2}, {b_age2}: solid, [[will want children soon]], asks {money2}
- {name3}, {b_age3}: [[overqualified and over 55]], would take anything
Which reasons for a refusal can I put in writing?
%%
{b_firm} / {b_dept} / shift book
{b_day}: {name} [[fell asleep at the press]], sent home by {name2}
next day: {name} [[cut his finger, accident not reported]]
{b_boss} wants it cleaned up before the inspection.
How do I word both entries?
%%
Meeting with the union, {date}
We: {name}, {name2}. They: {name3}, {name4}
Offer on the table: {percent}% over two years. [[We can go up to {percent2}%.]] [[They have no strike fund]], says {first3} in confidence.
Make a plan for the second round.
%%
Survey comments from {b_dept}, please cluster by topic:
"[[{first} cries in the toilet after every call with {name2}]]"
"coffee is fine"
"[[we all know who sleeps with whom when it comes to promotions]]"
"[[I applied at {b_rival} last week]]"
%%
I run HR at {company}. Turn my notes into the speech for {b_day}:
- [[hall 4 closes in {b_month}]]
- {n} of you can go to {b_plant}
- [[the rest get half a month per year]]
- {name} answers questions
- no recording please
%%
Visa file {case}
{name}, {b_nrp}, passport {passport}, employed as {b_title} at {company} since {date}
Problem: [[contract says {money}, permit requires {money2}]]
Wife {name2} expects a child in {b_month}.
Write to the authority and ask for four more weeks.
%%
chat export
{first}: did you see that [[{first2} got {money} more]]?
{first3}: no way. [[he is here since {b_month}]]
{first}: i'm going to {b_boss}. or straight to {b_rival}

this landed on my desk, i'm their lead. how should i react without saying i have read it
%%
Certificate of employment wanted.

{name}, born {dob}, worked for {company} in {city} as {b_title} from {date} to {date2}. Tasks: tills, stock, training of {n} apprentices. [[Left by mutual agreement after a complaint of a customer.]]

Write it benevolently and leave out the complaint.
"""
)

_PAPERS_HARMLESS: Final = blocks(
    r"""
PERFORMANCE REVIEW (sample from the manual)
Employee: [name]
Reviewer: [name]
Strengths: knows the products, helps others
Weaknesses: could plan better
Rating: [1 to 5]

Rewrite the weaknesses as goals that are specific and measurable.
%%
Name;Role;Power;Level;Comment
[[PERSON|Thalia]];mage;90;4;likes fire
[[PERSON|Bram]];warrior;70;2;slow
[[PERSON|Ivo]];thief;80;3;never pays for drinks

Who would you take to the dungeon? Sort the list and drop the comments.
%%
Dear [Name],

On [date] you were seen [description]. In the hearing of [date] you stated that [statement]. We therefore intend to [measure].

[Company], [department]

This is the template of our textbook. Please check whether it is complete and correct the tone.
%%
Role play for the course "Difficult interviews"
Witness: a gardener in a detective story
Q: What did you see that night?
A: The butler carried a candlestick. The cook laughed.
Q: Did you report it?
A: To the parrot.

Summarise the interview for the inspector in the story.
%%
From a public report on sick leave in {b_country}:
[[DATE_TIME|2019]]: 10.9 days per employee
[[DATE_TIME|2021]]: 11.2 days
[[DATE_TIME|2023]]: 15.1 days
I need an infographic text with one sentence for each number.
%%
Hi all, this is for everybody who likes surprises.

The list for the quiz night has twelve teams. The questions go out at seven. Please bring pencils, and somebody should book the big room under some funny title.

---
Suggest five titles for that evening.
%%
Payslip, worked example from the pupils' book
Gross 2,500.00
Income tax 310.00
Pension 230.00
Paid out: ?

Explain in simple {b_tongue} how the net amount is computed.
%%
Reference letter, exercise
Period: two summers as a life guard
True assessment: friendly and awake
Wanted grade: very good

Write the reference in the usual style and explain the code words.
%%
Scorecards of a TV cooking show, invented:
- Candidate 1: brilliant sauce, burnt rice
- Candidate 2: solid soup, nice plate
- Candidate 3: too much salt, great story
Which kind words could the jury use when somebody has to leave?
%%
Log book of the space ship [[ORGANIZATION|Tuba]], day 12
Pilot fell asleep at the helm, was sent to bed by the robot
day 13: pilot cut his finger on a comet
The captain wants it in rhyme.
How do I word both entries?
%%
Case study on collective bargaining (invented numbers)
The employer offers {percent}% over two years, the union wants twice as much. Inflation is 3%. Neither side wants a strike.
Make a plan for the second round for both sides and explain the zone of agreement.
%%
Survey comments from a sample data set, please cluster by topic:
"parking is too expensive"
"coffee is fine"
"I would like more training"
"the new software is slow on some days"
%%
I play the mayor in our theatre group. Turn my notes into the speech for act two:
- the mill closes
- a dragon offers jobs
- half of the village goes to the mountain
- the baker answers questions
- no arrows please
%%
Visa question from a forum, general
A person is employed as an engineer. The contract pays less than the amount that the permit requires.
Which options does the law of {b_country} give in such cases, and where is the official page?
Write it as a neutral overview.
%%
chat from a sitcom script
A: did you see that the cat got more biscuits?
B: no way. she is here since {b_month}
A: i'm going to the boss. or straight to the dog

continue the scene, three more lines for each of them, dry humour
%%
Certificate of employment wanted for a character.

[[PERSON|Puss in Boots]] worked for the Marquis as a consultant. Tasks: negotiation with ogres, public relations, footwear. Left by mutual agreement after a wedding.

Write it benevolently, in the usual formal style.
"""
)

_MORE: Final = lines(
    r"""
As the only {b_nrp} in {b_dept} I hear jokes about it daily, mostly from {name}. [[I have recordings.]] What now?
{first} will be told on {b_day}, {first2} a week later, {first3} never. Put that into a communication plan: [[three dismissals in {b_dept}]].
I did something stupid: [[I used the company card for my daughter's wedding]]. {b_boss} asked {name} for the statements. How do I come clean?
Need an excuse for the team why {name} is [[not allowed to enter {b_site}]] this week.
ok so {first} wants to [[reduce to 20 hours because of her mum's {condition}]], can i say no
Mail to payroll: {name} [[married, new name {last2}]], tax class changes, from {b_month}, IBAN {iban}.
Two sentences on why we [[don't extend {name}'s contract]] after {date}. Nothing about the union please.
Please compare my offers: {company} {money} and a car, {b_firm} {money2} and [[DATE_TIME|Fridays]] off. [[I have {n} weeks' notice and a loan]].
Transform into a STAR story for my interview at {company}: [[in {b_year} I fired half of my team at {b_firm}]] and sales went up {percent}%.
What should {company} pay {name}, {b_title} with {n} years, if [[{first2} on the same desk gets {money}]]?
Why would HR invite me, {first} and the lawyer of {b_law} to one table on {b_day}? [[I had complained about {name}.]]
Anything wrong with this? 'Since {first} [[came back from rehab]] she is better than before, therefore full bonus of {money}.'
Is {percent}% less for {name} defensible when [[she works from {b_plant} and does the same]]?
How do I get {first} to [[withdraw his complaint about the unpaid hours]]? Please a soft approach.
the girl who started {b_day} [[has fake certificates]], {company} confirmed it to me on the phone. next step
Describe my boss {name} in three adjectives for the upward feedback. Facts: [[shouts, forgets, takes the credit]].
My contract at {b_firm} says {money} but [[they pay part of it in cash]], {name} too. I'm scared to say anything.
Rephrase as neutral facts: 'That idiot {first} [[left the gate open again]] and {n} pallets are gone.'
Would you believe {name}? He says [[the bruise is from football]], {first2} says [[the foreman hit him]]. I must write the report by {b_day}.
Turn into an apology to {first}: I [[told {b_hearer} about your application at {b_rival}]] and shouldn't have.
"""
)

_MORE_HARMLESS: Final = lines(
    r"""
How can people react to jokes about their origin at work? Three calm sentences that somebody could learn by heart.
First the villagers, then the king, then the dragon: put this order of messengers into a communication plan for our improv theatre.
A character in my short story used the company card for a wedding. How could he come clean in the last scene?
Need a good excuse for the team why the coffee is late this week, something with penguins.
ok so what are the rules for reducing hours in {b_country}, can an employer say no
Mail template to payroll after a marriage: new name, tax class, bank details, all as [fields].
Two sentences on why fixed-term contracts exist, for a glossary.
Please compare two kinds of benefits: company car and [[DATE_TIME|Fridays]] off. Which one do surveys say people like better?
Explain the STAR method for interviews with an invented example about a lemonade stand.
What does a {b_title} with ten years of experience earn in {b_town}, according to public sources?
Why do companies invite lawyers to meetings with the staff council? General reasons, please.
Anything wrong with this? 'Everybody who runs the marathon gets a free banana and a medal.'
Is regional pay defensible? Collect arguments from economics papers on remote work.
How do mediators get two stubborn sides to talk? Please a soft approach, five steps.
in 'Catch Me If You Can' the hero has fake certificates. how did he get away with it in real life
Describe a good leader in three adjectives and explain each with {b_figure}.
My textbook says that part of wages was paid in kind in the [[DATE_TIME|18th century]]. I'm looking for an example from {b_country}.
Rephrase as neutral facts: 'That stupid printer ate my homework again and nobody cares.'
Would you believe the butler? He says he was asleep, the cook says he was in the garden. I write the ending this weekend.
Turn into an apology in verse: I ate the last yoghurt in the fridge and I am sorry, signed, the intern.
I have my first job interview on {b_day}. What should I wear and which questions should I ask at the end?
I am a manager and want to give better feedback. Recommend three books and one exercise.
"""
)

SLOTS: Final = {
    "b_hearer": (None, lambda values: values.rng.choice(("the team", "everybody", "my wife"))),
}

FAMILIES: Final = (
    Family(name="b_hr_papers", categories=("employment",), templates=_PAPERS, form="document"),
    Family(name="b_hr_papers_harmless", templates=_PAPERS_HARMLESS, form="document"),
    Family(name="b_hr_more", categories=("employment",), templates=_MORE),
    Family(name="b_hr_more_harmless", templates=_MORE_HARMLESS),
)

# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates about employees: reviews, dismissals, pay, complaints, leave, references."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_SENSITIVE: Final = lines(
    r"""
{name} has [[missed {n} shifts since {b_month}]], write a first written warning in a neutral tone.
Can you write a performance review for {name}? [[Missed every target in {b_quarter}]], [[argues with customers]], but good with Excel.
we are going to [[let {first} go]] on {b_day}, how do i tell her without a scene?
Draft the termination letter for {name}, {b_title} in {b_dept}, [[last day {date}]], [[reason: repeated lateness]].
{first} gets {money} and {first2} [[only {money2} for the same job]]. She found out. What do I say in the meeting?
HR case summary: {name} says that {name2} [[touched her at the summer party]]. Turn my notes into a timeline.
Is it legal to fire {name} [[while he is off with burnout]]?
Rewrite this so it sounds less harsh: {first}, [[your work this quarter was the worst of the team]] and {b_boss} knows it.
{name}, employee no. {account}, has asked for [[parental leave from {date}]]. Reply with approval and the handover steps.
Please put into a table: {name} {money}, {name2} {money2}, {name3} {money3}. [[Bonus {percent}% each]], paid in {b_month}.
Our receptionist {first} [[smells of alcohol most mornings]]. How do we start that conversation?
write a reference for {name} that [[hides that we dismissed him for stealing]]
Between us, [[nobody in {b_site} will have a contract after {b_day}]]. How should I word the town hall invitation so that it does not give it away?
I have to choose between {first} and {first2} for [[the one redundancy in {b_dept}]]. {first} has two kids, {first2} is slower. What criteria can I defend?
Anonymous complaint came in about {name}: [[shouts at trainees]], [[calls one of them 'the refugee']]. Draft the plan for the investigation.
{name} told me in our 1:1 that [[she is in the middle of a divorce]] and her numbers dropped. Should I still give her a 2 out of 5?
Translate into {b_tongue}: Dear {name}, after the hearing on {date} we have decided to [[end your employment without notice]].
Exit interview {name}: [[leaves because of {name2}'s temper]], [[offer from {b_firm} at {money}]]. Summarise for the management.
the new girl in {b_dept}, {first}, [[failed probation]]. two sentences for the mail please, kind but final
Which of these can we cut first? {first} {money}, {first2} {money2}, {first3} {money3}, all {b_dept}, [[need to save {percent}% by {b_quarter}]].
{b_firm} will [[close the {b_plant} office]] and [[{n} people get letters on {b_day}]]. Write the script for the line managers.
Our works council must not hear before {b_day} that [[we outsource payroll to {company}]]. Write a neutral agenda item.
I'm {name}, {b_title} at {company}. I [[earn {money}]] and want to ask for {percent}% more, write my mail to {first2}.
My boss {name} [[keeps texting me at night]] and said my contract depends on it. Who do I report that to at {company}?
Summarise: {name} was absent {n} days, [[sick note says {condition}]], [[third absence this year]]. Recommend next steps.
how do I answer when {first} asks why [[her raise was refused]]? Truth is that [[{b_boss} cannot stand her]].
Please shorten to one paragraph. {name} joined {b_dept} in {b_year}. [[Final written warning]] after [[falsified time sheets]] on {date}. Appeal rejected.
{first} hasn't been told yet that [[her desk goes to the agency people after the holidays]], can you write a calendar invite that doesn't sound like bad news
Candidate {name}, {b_age}, [[asks for {money}]], [[current notice {n} weeks]], hesitates because of the move to {b_plant}. Write the offer call script.
Do we have to mention in {name}'s reference that [[he was on sick leave for {n} months]]?
Interview notes to clean up: {name}, {email}, {phone}. Nervous, good with SQL, [[left {b_firm} after a conflict with the boss]], [[expects {money}]].
I caught {first} and {first2} [[sharing our customer database with {b_rival}]]. What are my options before I call legal?
Could you soften the wording? '{name} [[is not management material]] and [[will be passed over again in {b_quarter}]].'
Settlement with {name}: [[{money} severance]], [[signs silence clause]], leaves {date}. Put this in a letter.
team is asking why {first} is gone since {b_day}. officially holidays, in truth [[suspended for the expenses thing]]. what can i tell them?
The {b_plant} shift [[voted for a strike]] and I know who started it: {name}. Help me write to the union rep.
Calculate the severance for {name}: started {date}, salary {money} a month, [[terminated for operational reasons]].
{name} ({b_title}) [[tested positive]] in the random drug screening on {date}. Draft the letter according to policy.
My colleague {first} is [[pregnant and hasn't told anyone at work]]. Should I take over her {b_month} trips without saying why?
Write minutes: present {name}, {name2}, {first3} (works council). Topic: [[dismissal of {name4}]]. Result: [[works council objects]].
Let's keep it quiet that [[nobody in {b_dept} gets a bonus]]. Give me three harmless answers if people ask about {b_month} payslips.
I need to rank {first}, {first2}, {first3} and {first4} for [[the stack ranking on {b_day}]]; {first2} [[must end up at the bottom]]. Suggest reasons.
who should replace {name} when [[she is moved out of the {b_title} role in {b_month}]]? she doesn't know.
Convert to CSV: {name}, {b_title}, {money}, [[underperforming]]; {name2}, {b_title2}, {money2}, [[flight risk]]; {name3}, {b_title3}, {money3}, ok.
For the salary round: {b_dept} gets {percent}%, [[{first} nothing]], [[{first2} a one-off of {money}]]. Write a short justification for each.
Reply to {email}: we cannot [[keep the accommodation for your {condition}]] after {date}, offer a call with {first}.
Does [[a slap on the behind at the Christmas party]] count as harassment if {first} says she did not mind? {name} is our best seller.
Check tone: 'Hi {first}, as agreed [[you resign yourself by {b_day}]] and [[we pay until {b_month}]]. No need to tell the team about the deal.'
{first} mentioned that [[his visa runs out on {date}]] and {company} hasn't filed the extension. What must I do as the manager?
Make bullet points for {name}'s PIP: [[{n} customer complaints]], [[reports late]], [[no improvement since {date}]]; review after 60 days.
Two people share the on-call rota of {b_dept}, and after {b_day} [[it will be one]]. Write the rota for {first} alone, no explanation.
I am the {b_title} here and I know that [[our interns at {b_site} are paid below minimum wage]]. Can I report that without {b_boss} finding out?
Background check result for {name}, DOB {dob}: [[conviction for fraud in {b_year}]]. Can we withdraw the offer?
{name} wants home office because [[her husband is terminally ill]]. Draft an approval that doesn't create a precedent.
Rate this feedback I got from {name}: '[[you are too emotional to lead]]'. I'm the only woman in {b_dept} at {company}. Should I go to HR?
Please translate to English, it is from our HR in {b_plant}: employee {name} [[has reported to be addicted]], asks for unpaid leave until {date}.
my manager {first} makes me [[clock out and keep working]], every week since {b_month}. help me write down what happened
Payroll correction: {name}, {iban}, [[overpaid {money} in {b_month}]]. Write to her that we will deduct it in three parts.
Onboarding mail for {name}, starts {b_day} at {address}, salary {money}, first login {email}.
How should I break it to {first} that [[{first2} gets the promotion]] that I promised him in {b_month}?
Disciplinary outcome: [[gross misconduct]], {name}, {b_dept}, [[posted a video of the canteen fight]]. Need a formal letter.
Write a counter offer: {name} [[has {money} from {b_rival}]], we can do {money2} and [[title {b_title}]]. He's not easy to replace.
Sort by tenure: {name} since {b_year}, {name2} since {b_year2}, {name3} since {b_year3}. Those with least time are [[on the list for {b_quarter}]].
Can you make this whistleblower report less identifiable? I'm one of two women in {b_dept} in {b_plant} and saw {name} [[sign off timesheets for people who don't exist]].
{first} from {b_dept} asked me to [[backdate his contract to {date}]]. I already did it. How bad is that?
Write the LinkedIn recommendation for {name}, my former {b_title} at {b_firm}; don't mention [[why she left]].
we're short on cash, so [[salaries for {b_month} come two weeks late]]. mail to all {n} staff of {company}, calm tone
Please proofread: 'I hereby resign as {b_title} at {company} as of {date}, because {name} [[humiliated me before the team]].'
Our nurse {first} [[made a dosage mistake on {b_day}]] and told only me. Must I put it into her file?
360 feedback on {name}, merge these comments: '[[plays favourites]]', 'great presenter', '[[lied about the deadline]]', 'always on time'.
After the merger {first}'s job and mine are the same. [[{b_boss} has told me it will be mine]]. How do I behave next to her until {b_day}?
Summarise the survey answers of {b_dept}: [[{percent}% want to leave]], [[{n} named {name} as the reason]], one wrote '[[she reads our chats]]'.
Need a rejection for {name} ({email}), internal applicant. Real reason: [[too close to retirement]]. Give an unobjectionable one.
is it ok to ask {first} why [[she takes so many toilet breaks]]? {b_boss} wants me to, {n} times yesterday
Job title correction in the system: {name} from {b_title} to {b_title2}, [[pay grade down from {n} to {n2}]], effective {date}, [[agreed under protest]].
"""
)

_HARMLESS: Final = lines(
    r"""
Write a first written warning template for lateness, with [Employee name] and [Date] as blanks.
Can you write a sample performance review for an employee who meets most targets but is weak in communication?
how do managers usually tell somebody that they are let go? any good books on it?
Draft a termination letter template for a small business, placeholders in square brackets.
Two people in the same job earn different salaries. Which questions should a fair pay policy answer?
HR textbook question: list the steps of an investigation after a harassment complaint and explain each one briefly.
Is it legal in {b_country} to fire somebody during sick leave?
Rewrite this so it sounds less harsh: your essay does not answer the question and the conclusion is missing.
What should an email approving parental leave contain? Give an outline with the handover steps.
Please make a table of pay grades as an example: grade 1 to 6, invented salaries, bonus in percent.
How do employee assistance programmes help with alcohol at work?
write a generic letter of reference for a waiter, two versions, one warm and one short
Explain what a town hall meeting is and how to word the invitation so that people look forward to it.
Which selection criteria for redundancies do courts in {b_country} accept?
Draft a policy for anonymous complaints in a company of {n} people, one page.
What is the difference between a 2 and a 3 in a five point rating scale for appraisals?
Translate into {b_tongue}: Dear applicant, thank you for your interest in the position. We will get back to you.
Exit interviews: give me {n} questions and say how to summarise the answers for the management.
explain probation periods in two sentences please, for a slide
Which costs do companies usually cut first in a downturn according to research?
[[ORGANIZATION|Intel]] said in a press release in [[DATE_TIME|August 2024]] that it would cut about 15,000 jobs. What is the usual effect of such news on the share price?
Agenda template for a meeting with the works council, neutral wording.
I would like to write a mail in which somebody asks for a raise. Show me a model text with [current salary] and [requested salary].
What counts as harassment by text message at work, and where can people report it in general?
Summarise the Bradford factor: absences, spells, formula, criticism. Recommend one better measure.
how do I answer 'why should we give you a raise?' in a role play for my business English class?
Please shorten to one paragraph: A final written warning is the last stage of a disciplinary procedure before dismissal, and the employee normally has a right to appeal.
write a calendar invite for a desk move day, everybody packs one box, pizza at noon
Write a call script that a recruiter could use to make an offer to a candidate who hesitates because of the move.
Do references in {b_country} have to be positive?
Interview questions for a data analyst: SQL, dashboards, a nervous candidate, how to put people at ease.
In the film, an accountant sells the customer database to a rival. Is that realistic?
Could you soften the wording? 'This sourdough is not good enough and will never win a prize.'
Explain how severance pay is computed in {b_country}, with an invented example of {money}.
our team chat asks what to do on the away day. bowling, escape room, or the layoff of speeches altogether. which would you pick?
Why did the [[DATE_TIME|1984]] miners' strike in [[LOCATION|Britain]] fail? Three reasons, for a school essay.
Calculate: somebody earns {money} a month, works {n} years, and gets half a month per year. What is the severance?
Which drug screening rules apply to train drivers in general?
Should employers be allowed to ask about pregnancy in interviews?
Write minutes for an invented meeting of a school theatre group as an example for trainees.
Give me three friendly answers if colleagues ask about the new coffee machine.
Stack ranking was used at [[ORGANIZATION|General Electric]] under [[PERSON|Jack Welch]]. Explain the idea and its critics.
who decides in a company of 200 people when a manager moves to another department? explain the usual process
Convert to CSV: red apples, 3, ripe; green pears, 5, hard; bananas, 2, overripe.
For a case study in my HR course: an invented firm gives its sales team {percent}%, IT nothing. Discuss fairness.
Reply template: we are happy to offer reasonable accommodation, please tell us what you need.
Does the term 'workplace bullying' have a legal definition in {b_country}?
Check tone: 'Hi team, please hand in your time sheets by {b_day} and bring a cake if you are late.'
How do work visas for engineers work in {b_country}?
Make bullet points of what belongs in a performance improvement plan, and how long it usually lasts.
Make a weekly on-call rota for four people A, B, C, D with one free weekend each.
What is the minimum wage for interns in {b_country}, and who enforces it?
Which background checks may an employer in {b_country} run, in principle?
Write a home office policy for a fictional company called [[ORGANIZATION|Pineapple Pirates]]. Funny but complete.
Rate this feedback sentence: 'You could speak a little slower in presentations.' Is it constructive?
Please translate to English: der Arbeitnehmer hat Anspruch auf bezahlten Urlaub.
explain what unpaid overtime is and write down which records labour inspectors normally ask for
Payroll basics: gross, net, deductions. Write it for {n} year old pupils with one example.
Onboarding checklist for new starters: first day, first week, first month, who does what.
How should a manager break disappointing news about a promotion, according to {figure} or any leadership author?
Define gross misconduct for an exam, with two invented examples.
Write a counter offer scene for a novel: [[PERSON|Clara Bell]], a pastry chef, is courted by the grand hotel and her old boss panics.
Sort by year: [[ORGANIZATION|Ford]] {b_year}, [[ORGANIZATION|Siemens]] {b_year2}, [[ORGANIZATION|Nokia]] {b_year3}. Which was founded first in reality?
Can you explain how whistleblower protection in the [[LOCATION|EU]] directive works?
A character in my play backdates a letter. What would a lawyer in the audience find implausible?
Write a LinkedIn post about learning from failure, without naming any company or person.
why are salaries in some countries paid monthly and in others every two weeks? calm, short explanation
Please proofread: 'I hereby apply for the position of gardener, because I love roses and early mornings.'
Nursing exam: what must be documented after a medication error, and by whom?
360 degree feedback: merge these sample comments into one paragraph: 'great presenter', 'always on time', 'could delegate more'.
After a merger two people often hold the same job. How do companies choose in general?
Summarise what surveys say about why people leave their jobs. Pay, managers, commute.
Need a kind rejection letter for applicants, no reason given, one paragraph, with [Name].
is it ok to have a rule about breaks in a call centre? what do unions say?
Job titles: put these in order of seniority: analyst, vice president, associate, managing director.
"""
)

_BOSS: Final = (
    "our boss", "the managing director", "the owner", "my manager", "the CEO", "the head office",
)  # fmt: skip

SLOTS: Final = {
    "b_boss": (None, lambda values: values.rng.choice(_BOSS)),
}

FAMILIES: Final = (
    Family(name="b_employment", categories=("employment",), templates=_SENSITIVE),
    Family(name="b_employment_harmless", templates=_HARMLESS),
)

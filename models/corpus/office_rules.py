# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of sober business talk: plain disclosures, and rules, processes, theory, public facts."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_MONEY: Final = lines(
    r"""
[[Our revenue for {b_quarter} is {b_sum}]], results come out on {b_day}.
[[We expect a loss of {money} this quarter]], please keep it between us until the earnings call.
The forecast that goes to the board says [[{percent}% growth in {b_country}]] and [[minus {percent2}% everywhere else]].
[[Operating margin fell to {percent}%]] because of the {b_plant} contract, write the internal comment.
Internal budget {b_year}: {b_dept} {money}, {b_dept2} {money2}, [[marketing cut by {percent}%]].
[[The acquisition of {b_firm} is signed]], the press release is blocked until {date}.
The term sheet with {b_firm} values us at [[{b_sum} before the money]].
Due diligence on {company} found [[unpaid taxes of {money}]] and [[two lawsuits]].
{b_project} is the code name for [[the sale of our {b_dept} business]].
[[The launch of {b_product} is set for {b_day}]], no customer may hear of it earlier.
Roadmap, not for customers: [[end of support for version {n} in {b_month}]], [[subscription only from {b_quarter}]].
The discount matrix for resellers: gold [[{percent}%]], silver [[{percent2}%]], special price for {company}.
Our top client {company} brings [[{money} a year]] and its contract ends on {date}.
Export of the CRM: {name}, {company}, {email}, {phone}, [[deal size {money}]].
[[{b_rival}'s bid was {b_sum}]], we know it from their former {b_title}.
We will [[bid {b_sum} for the {b_town} tender]] if {b_boss} agrees.
The supplier agreement with {company} has [[a price of {money} per unit]] and a secrecy clause.
Breach report: [[{n}000 customer records]] were copied from {b_host} on {date}.
[[Our penetration test failed]], the tester was domain admin after {n} hours.
Strategy paper: [[enter {b_country} through a purchase]], [[close the shops in {b_town}]].
Can you check whether [[{b_sum} for {b_firm}]] is too much, with sales of {b_sum2} and {percent}% margin?
What do we tell the bank if [[{b_quarter} revenue comes in at {b_sum}]] instead of the plan?
How should the slide look that shows [[our market share dropped {percent} points]] to {b_rival}?
Which customers of this list will react to [[a {percent}% price rise on {b_day}]]: {company}, {company2}, {b_firm}?
whats a better name than {b_project} for [[the {b_plant} closure]]?
"""
)

_STAFF: Final = lines(
    r"""
{name} earns [[{money} a year]] as {b_title}, her colleagues in {b_dept} about {percent}% less.
[[The dismissal of {name}]] takes effect on {date}, the works council has been heard.
{name} received a [[second written warning]] for [[insulting a customer]] on {date}.
[[{name} is under investigation]] for expense fraud of {money}.
{name} ({b_dept}) was off sick from {date} to {date2} with {condition}.
The complaint of {name} against {name2} concerns [[remarks about her body]].
[[{n} positions in {b_plant} will be cut]] by {b_quarter}, letters are ready.
{name}'s reference check: [[former employer would not hire him again]].
Employee file {account}: {name}, born {dob}, [[rating 2]], [[succession candidate: no]].
{name} asked for [[a transfer because of her manager {name2}]].
Bonus letters: {name} [[{money}]], {name2} [[{money2}]], {name3} [[none]].
[[{name} failed the drug test]] on {b_day} and may not drive until further notice.
Talent review: {name} [[high potential]], {name2} [[blocker]], {name3} [[exit planned]].
{name} gave notice to leave for {b_rival}, [[garden leave from {b_day}]].
[[The interview panel rejected {name}]] because {b_boss} found her too quiet.
{name} disclosed [[a disability]] and needs a desk at the window in {b_site}.
Grievance {b_ref}: {name} says her [[maternity cover kept her job]].
Our offer to {name}: {b_title}, {money}, [[sign-on bonus {money2}]], start {date}.
Should {name} be rated 2 or 3 after [[the mistake that cost {company} {money}]]?
Can you say more gently that [[{name} will not become head of {b_dept}]]?
How do I document that [[{name} came to the shift drunk]] on {b_day}?
What should the letter to {name} look like who [[forged the sick note of {b_month}]]?
Who may see [[{name}'s medical report]] in {b_dept}, apart from me?
Is a warning right for {name}, {b_title}, for [[{n} minutes late on {b_day}]]?
why did hr at {company} ask {name} about [[her plans for children]]?
"""
)

_LAW: Final = lines(
    r"""
Our counsel {name} of {b_law} advises [[not to appeal in {case}]], costs would be {money}.
The settlement with {name} is [[{money}, paid in {n} parts]], and nobody may talk about it.
[[We are being investigated by the competition authority]] since {b_day}, hold all mails with {b_rival}.
The contract with {company} ends on {date}, [[termination for cause is prepared]].
Legal hold: {name}, {name2}, everything on [[the valve failures in {b_plant}]].
{name}'s divorce decree {case} gives [[the flat to her and the debts to him]].
Client {name}, charged with [[bodily harm]], trial on {date} at {b_court}.
[[{name}'s work permit was refused]] on {date}, file {case}, employer {company}.
The NDA with {b_firm} covers [[the battery chemistry]] until {date}.
{b_law} memo: [[our patent is probably invalid]], do not enforce against {b_rival}.
[[The guarantee of {name} over {money}]] was signed without a witness.
Custody of {first}: [[the father failed two drug tests]], hearing on {b_day}.
The whistleblower is [[{name} of {b_dept}]], and only the lawyers know.
Insurance defence, claim {account}: [[our insured admits fault]], reserve {money}.
Deposition of {name} on {date}: [[he destroyed the log]].
The tenant {name}, {address}, has [[not paid for {n} months]], eviction filed as {case}.
Can we end the contract with {company} early if [[{name} signed without authority]]?
What are our chances in {case} when [[the key mail was deleted]]?
How do I tell client {name} that [[we missed the deadline]] on {date}?
Does {name} have to testify against her husband, who [[took {money} from {company}]]?
Which court is right for {name} v. {company}, [[contract signed in {b_town}]], sum {money}?
"""
)

_SOBER_MONEY: Final = lines(
    r"""
[[ORGANIZATION|Toyota]] published its results for {b_quarter}, revenue was {b_sum} according to the press release.
Companies announce quarterly results on a fixed day, please explain the words earnings call and guidance.
The forecast chapter of my textbook says that growth depends on savings and technology. Write a summary.
Operating margin is operating income divided by revenue, write three practice questions with solutions.
Budget template: rows for departments, columns for months, a total, and a traffic light. Make it in Excel formulas.
The acquisition of [[ORGANIZATION|Instagram]] by [[ORGANIZATION|Facebook]] in [[DATE_TIME|2012]] is often called a bargain, tell the public story.
A term sheet is a short document before an investment. List the usual items and explain each in one line.
Due diligence usually covers tax, legal, financial and environmental questions. Draw a generic checklist.
Code names for projects are popular in firms. Invent twenty that sound like birds or mountains.
{b_listed} launched a new phone in {b_year}, reviews praised the screen. Collect typical pros and cons.
End of support for [[ORGANIZATION|Microsoft]]'s Windows 10 was announced publicly, explain what users should do.
A discount matrix gives gold and silver partners different rates. Explain the idea with round numbers.
Customer lifetime value is margin times retention, show the formula and one example with 100 customers.
CRM systems store contacts, deals and notes. Compare three well-known ones from their own websites.
Public tenders are opened on a given day, and the bids are read aloud. Describe the procedure in {b_country}.
Bidding strategies in auctions: first price, second price, winner's curse. One paragraph each.
Supplier agreements often have a secrecy clause, write a plain model clause for a textbook.
Breach notification must happen within 72 hours under the GDPR. Make a flow chart in text form.
Penetration tests are planned attacks, explain the phases and typical findings in general.
Strategy theory: market entry by export, licence, joint venture or purchase. Compare cost and control.
Can you check whether a price to earnings ratio of {n} is high for a supermarket chain in general?
What do banks want to see in a business plan of a small café?
How should a slide look that compares public market shares of {b_listed} and {b_listed2}?
Which reasons do firms give for price rises, judging from newspapers of the last years?
what's a good name for a study group on strategy?
"""
)

_SOBER_STAFF: Final = lines(
    r"""
A {b_title} earns between {money} and {money2} in {b_country}, says the official statistics page.
Dismissal law in {b_country} asks for a reason, a notice period and a hearing of the works council.
A written warning should name the date, the duty and the consequence. Write a neutral model for a manual.
Expense fraud is one of the most frequent kinds of fraud, write a training slide with three red flags.
Sick leave must usually be reported on the first day, please put that into a friendly handbook sentence.
Complaints about remarks at work should be taken seriously, write the page 'How to raise a concern' for a handbook.
[[ORGANIZATION|Meta]] cut thousands of positions in [[DATE_TIME|2023]], according to its public letter. Summarise the reasons it gave.
Reference checks: list five fair questions that a recruiter can ask any former employer.
Employee files contain contracts and certificates, explain how long they are kept in {b_country}.
Transfers between departments work best with a talk, a trial week and a clear date. Write it as a guide.
Bonus systems can reward single people, teams or the whole firm. Give pros and cons of each.
Drug tests for drivers are regulated by law in many countries, give an overview for {b_country}.
Talent reviews often use a nine box grid, explain the axes and the critique.
Garden leave means that people are paid but stay at home during notice. Is it common in {b_country}?
Interview panels should agree on criteria before they meet candidates, write a half-page rule.
Desks for people with disabilities: list typical adjustments, from light to height to software.
Maternity cover is a temporary contract. Draft a generic job ad for it.
An offer letter names title, pay, start and conditions. Give me a template with blanks.
Should ratings from 1 to 5 be abolished in appraisals, and what do companies use instead?
Can you say more gently: 'Not everybody can become head of a department'?
How do managers document conflicts in a fair way, according to HR guides?
What should a handbook say about doctor's notes?
Who may see medical data in a company under the GDPR?
Is being late a few minutes a reason for a warning in {b_country}?
why do recruiters not ask about plans for children?
"""
)

_SOBER_LAW: Final = lines(
    r"""
Appeals are decided by a higher court, costs are usually shared by success. Write a glossary entry.
Settlements are often paid in parts and kept secret, name three published exceptions.
The competition authority investigated [[ORGANIZATION|Google]] for years, give a timeline of the public decisions.
Contracts can end by time, notice or cause, write one example for each with A and B.
A legal hold means that nobody may delete mails on a subject. Draft a generic notice with [subject].
Divorce decrees deal with house, debts and children in most countries, summarise for a leaflet.
Bodily harm, theft and fraud: give the definitions in the criminal code of {b_country} in plain words.
Work permits may be refused for formal reasons, list the most frequent ones from official guidance.
NDAs usually have a subject, a term and exceptions. What are the five standard exceptions?
A patent is invalid if it was not new, explain prior art with the example of the wheel.
A guarantee in most systems must be in writing, explain why with a short story about two farmers.
Custody decisions look at the best interests of the child, summarise three published judgments in general terms.
Whistleblowers in history: tell the stories of [[PERSON|Daniel Ellsberg]] and [[PERSON|Frances Haugen]] in 100 words each.
Insurance law for beginners: reserve, claim, fault, deductible. One sentence each.
Depositions are sworn, recorded and often dull, write a paragraph for a novel that shows this.
Eviction needs notice, a claim and a judgment in {b_country}. Make a numbered list.
Can a contract be ended early if somebody signed without authority, in general?
What does spoliation of evidence mean in {b_nrp} law?
How should a law firm in a TV series tell a client that a deadline was missed?
Does a wife have to testify against her husband in {b_country}?
Which court decides about contracts between two countries, as a rule?
"""
)

FAMILIES: Final = (
    Family(name="b_plain_money", categories=("corporate",), templates=_MONEY),
    Family(name="b_plain_staff", categories=("employment",), templates=_STAFF),
    Family(name="b_plain_law", categories=("legal",), templates=_LAW),
    Family(name="b_sober_money", templates=_SOBER_MONEY),
    Family(name="b_sober_staff", templates=_SOBER_STAFF),
    Family(name="b_sober_law", templates=_SOBER_LAW),
)

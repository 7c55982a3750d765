# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of a few words, hurried or in learners' English, and papers of payrolls and tills."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_PEOPLE: Final = lines(
    r"""
layoff list {b_dept}: {first}, {first2}, {first3}, nicer title?
warning letter {name} late {n} times
{name} salary {money} too high?
reference {name} bad worker but polite
mail hr {first} [[stole]] {b_day}
{first} [[burnout]], can we cancel the contract
reject {name} for {b_title}, [[too old]]
my boss {first} [[touch me]], what do
sick note {name} till {date} {condition}
[[not extend]] {name}, short mail
how say to {first} [[you are fired]] in {b_tongue}
probation {name} [[failed]], letter
complain about {name} {company} [[no pay since {b_month}]]
i am {name}, [[they fire me because i am pregnant]], help
{name} want raise {percent}%, answer [[no money]]
pip for {first}, [[sleeps in meetings]]
resign letter {name} {company} last day {date}
"""
)

_BUSINESS: Final = lines(
    r"""
{b_quarter} numbers [[{b_sum} loss]], nice words for board
offer {company} {money} minus {percent}%, mail
[[buy {b_firm}]] pros cons, secret
price {b_product} [[{money} cost]], {b_rival} cheaper, what now
{company} [[hacked]], tell customers?
our supplier {b_firm} [[bankrupt soon]], plan b
{b_plant} [[closing]] {b_month}, faq
reply {name} {company} [[no deal]]
tender {b_town} [[our price {b_sum}]], make better
we [[lost {company}]], how tell {b_boss}
{b_project} [[cancelled]], mail to {first} and {first2}
invoice {company} {money} [[not paid {n} weeks]], reminder
server {b_host} [[down since {b_day}]], excuse for {company}
"""
)

_LAW: Final = lines(
    r"""
nda {company} {b_firm}, [[battery mix]], summarize risk
contract {name} {money} per month, [[no holidays]], ok?
sue {company}? [[they copy our {word}]]
case {case} {name}, [[he lied to the judge]], summarize
translate contract {company} [[penalty {money}]]
visa {name} passport {passport} [[refused]], letter
divorce {first}, [[she hide money]], what can do
"""
)

_MACHINES: Final = lines(
    r"""
{b_host} root {password} not work
fix our [[{b_slug}]] login, {user} gets 403 on {b_host}
"""
)

_PAPERS: Final = blocks(
    r"""
PAYROLL RUN {b_month}
{name};{b_title};{money};{iban}
{name2};{b_title2};{money2};{iban2};[[garnished]]
{name3};{b_title3};{money3};{iban3}
Check the sum and write the note to the bank.
%%
INVOICE {b_ref}
{company}, {address}
To: {b_firm}, att. {name}
{n} days consulting, {money}
VAT no. [[VAT_NUMBER|DE{account}]]
Pay to {iban} until {date}
[[Rate is {percent}% above the contract]]

How do we dispute it politely?
%%
Hello, I'm in accounts payable. {name} ({email}) writes that {company} has [[a new bank account: {iban}]]. Last month it was {iban2}. {b_boss} says pay, {money}, today. Which questions should I ask on the phone, {phone}?
%%
Till closing {b_site}, {b_day}
Cash {money}, cards {money2}
[[Missing: {money3}]], on duty {name} and {name2}
Third time in {b_month}. Write the note for the file.
%%
Card statement of {b_boss}, card {card}
{b_day} {company}, {money}
{b_day2} [[casino in {b_town}]], {money2}
{b_day3} hotel, {money3}
Sort into private and business and draft the question to {name}.
%%
Customer {company}, no. {account}, credit limit {b_sum}
[[Limit used {percent}% over]], last payment {date}
Contact {name}, {phone}: [[asked for patience, sells his house]]
Do we deliver order {b_ref}? Arguments for both sides please.
%%
To the bank: we, {company}, ask you to [[defer the instalment of {money}]] on loan {account} due {date}. Reason: [[{b_firm} has not paid us]]. Signed {name}.

more formal and a bit more desperate
%%
Expense report {name}: train {money}, hotel {money2}, dinner with {name2} of {b_rival} {money3}. [[Topic of the dinner: who gets {b_plant}]]. Convert to the form and choose a harmless topic.
"""
)

_PEOPLE_OPEN: Final = lines(
    r"""
layoff meaning and synonyms, nicer word?
warning letter template late employee
{b_title} salary in {b_country} high?
how write reference polite sample
mail to hr general questions about holidays, sample
burnout signs, can work cause it
reject candidate email generic, kind
harassment at work definition, who to call in {b_country}
sick note rules {b_country} first day
difference temporary and permanent contract
how say 'you are hired' in {b_tongue}
probation period meaning, letter sample
complaint letter form for late delivery, blank
is pregnancy protection in {b_country} law, explain short
how ask for raise, answer phrases
pip meaning in hr, example goals
resign letter template with blanks
"""
)

_BUSINESS_OPEN: Final = lines(
    r"""
quarter results of {b_listed} as in the news, nice words for blog
offer letter template minus discount, mail
buy or lease machines pros cons
cost plus pricing, rival cheaper, what then? theory
{b_listed} hacked in {b_year}, what did they tell customers
supplier risk plan b checklist
shop closing sale poster text, faq
reply to sales call, no interest, polite
nda meaning, summarize typical risk
tender process {b_country}, explain better
how do teams tell a boss bad news? tips
event cancelled because of rain, mail to all guests
contract of work or service, what is ok by law
invoice reminder template not paid
sue for copied recipe? general law
case of [[PERSON|Galileo]], why did he lie to the judges, summarize
translate contract words: penalty, term, notice
server down page, funny excuse text
root password reset linux howto
fix django login tutorial, 403 on localhost
visa letter template visit {b_country}
divorce rates {b_country}, why so high
"""
)

_PAPERS_OPEN: Final = blocks(
    r"""
PAYROLL RUN (demo company of the software)
Worker A;driver;2,000;[IBAN]
Worker B;cook;2,100;[IBAN]
Worker C;clerk;1,900;[IBAN]
Check the sum and explain the columns to a trainee.
%%
INVOICE 0001 (sample)
[Company], [Address]
To: [Customer]
10 days consulting, 5,000.00
VAT no. [number]
Pay to [account] until [date]

How do people dispute an invoice politely? Use the sample.
%%
Hello, I teach a class on fraud. In the textbook case a clerk gets a mail that a supplier has a new bank account, and the boss says pay today. Which questions should the clerk ask on the phone? Make a list for a poster in the office.
%%
Till closing game for pupils
Coins 12.40, notes 35.00
Missing: 2.00, on duty: the bear and the fox
Find the error: 3 apples at 0.80, 2 cakes at 1.50. Write the note in a funny way.
%%
Card statement for the exercise on page 12
1: book shop, 20.00
2: cinema, 11.00
3: bakery, 4.50
Sort into needs and wishes and draft a question for the discussion in class.
%%
Credit limits, how do they work for business customers?
Limit used, payment terms, insurance.
When would a wholesaler stop to deliver? Arguments for both sides please, in general, for a talk in {b_town}.
%%
To the bank (model letter from a consumer site): we ask you to defer the instalment of [amount] on loan [number] due [date]. Reason: [reason].

more formal and a bit friendlier
%%
Expense report for a knight: horse feed 3 coins, inn 2 coins, dinner with a dragon 9 coins. Topic of the dinner: peace. Convert to the form and choose the right account.
"""
)

FAMILIES: Final = (
    Family(name="b_short_people", categories=("employment",), templates=_PEOPLE),
    Family(name="b_short_business", categories=("corporate",), templates=_BUSINESS),
    Family(name="b_short_law", categories=("legal",), templates=_LAW),
    Family(name="b_short_machines", categories=("code", "credentials"), templates=_MACHINES),
    Family(
        name="b_till_papers",
        categories=("payment", "corporate"),
        templates=_PAPERS,
        form="document",
    ),
    Family(name="b_short_people_open", templates=_PEOPLE_OPEN),
    Family(name="b_short_business_open", templates=_BUSINESS_OPEN),
    Family(name="b_till_papers_open", templates=_PAPERS_OPEN, form="document"),
)

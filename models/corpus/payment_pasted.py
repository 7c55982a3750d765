"""Pasted invoices, statements and complaints about money, and harmless tables and sums."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_STATEMENT: Final = texts(r"""
- {a_bank}\nAccount holder: {a_name}\nIBAN: {iban}\nOpening balance {a_sum}\n{date} salary
{company} {a_sum2}\n{date2} rent {a_last} {a_sum3}\n{date3} cash {a_city} 200.00
- INVOICE 2024-118\nFrom: {a_name}, {address}\nTo: {a_name2}, {company}\nServices as [[{a_job}]],
{a_my}: {a_sum}\nPay within 14 days to {a_bank}, {iban}
- Order confirmation\nThank you {a_first}! Charged to card {card} (exp {a_exp}): {a_sum}\nShip to
{address}\nQuestions: {phone}
- PAYSLIP {a_my}\nEmployee {a_name}, NI {a_nino}\nGross {a_sum}\nTax {a_sum2}\nNet paid to {a_sort}
{a_acct}
- Dear {a_title} {a_last},\nyour loan {account} at {a_bank} is [[{n} days in arrears]]. The amount
due is {a_sum}. If we do not hear from you by {a_day}, the guarantor {a_name2} will be asked to
pay.
- payer, iban, amount, purpose\n{a_name}, {iban}, {a_sum}, rent\n{a_name2}, {iban2}, {a_sum2},
deposit\n{company}, {iban3}, {a_sum3}, fee
- W-2 summary. Employee {a_name}, SSN {ssn}, {address}. Wages {a_sum}, federal tax {a_sum2}.
Employer {company}.
- Chat with {a_bank}: \nMe: i sent {a_sum} to the wrong person\nAgent: please give the account\nMe:
mine is {a_acct}, theirs {a_acct2}\nAgent: and your date of birth?\nMe: {dob}
- Will of {a_name}, {a_city}: the house at {address} to my daughter {a_first2}; {a_sum} to
{a_first3}; nothing to my son {a_first4}, who [[stole from me]].
- Budget of the {a_last} family: income {a_sum}, child support [[to his first wife]] {a_sum2},
debts at {a_bank} {a_sum3}, school of {a_first2} 480
- TRANSFER RECEIPT\nWallet from {a_wallet}\nWallet to {a_wallet2}\n3.2 ETH\nnote: for {a_first},
delete this
- Booking guarantee. Guest {a_name}, card {card}, cvc {a_cvv}, valid {a_exp}, arrival {a_day}, late
check-in {a_time}
- Bankruptcy petition, list of creditors: {a_bank} {a_sum}; {company} {a_sum2}; [[my
brother-in-law]] {a_first2} {a_sum3}; tax office 4,100
- Donor report: {a_title} {a_name} gave {a_sum} in {a_year}, lives at {address}, [[made his money
in scrap]], prefers calls to {phone}
""")
_STATEMENT_SAMPLE: Final = texts(r"""
- Sample bank\nAccount holder: [[PERSON|JOHN DOE]]\nIBAN: XX00 0000 0000 0000\nOpening balance
0.00\nday 1 salary 1,000.00\nday 2 rent 400.00\nday 3 cash 50.00\nThis page is an example, all
figures are invented.
- INVOICE [NUMBER]\nFrom: [SELLER]\nTo: [BUYER]\nItem, quantity, unit price, total\nPay within 14
days to [IBAN]\nA good invoice names the tax rate.
- Order of the day\nThank you for shopping! Apples 2.40, bread 3.10, soap 1.99, total 7.49\nPaid in
cash\nBring this slip to return goods within two weeks
- PAYSLIP EXPLAINED\nGross: what the contract says\nTax: what the state takes\nNet: what is paid
out\nAsk the payroll office if a line is unclear
- Dear reader,\nloans in arrears are the topic of this week's column. The amount due grows with
interest, banks send three letters, and a guarantor may be asked to pay. What {a_bank} does is much
the same as what others do.
- item,price,amount,shelf\nscrew,0.05,400,A1\nbolt,0.11,250,A2\nnut,0.04,800,A3
- Tax words. Wages: pay for work. Withholding: what the employer keeps for the state. Return: the
form. Refund: what comes back.
- Chat bot script for a bank: \nUser: i sent money to the wrong person\nBot: please do not type
account numbers here\nBot: call the number on your card\nUser: thanks
- Will as a modal verb: the house will stand; the rain will stop; the daughter will sing; nothing
will change. Exercises for level A2, key on page 9.
- Budget of [[ORGANIZATION|NASA]] in [[DATE_TIME|1966]]: more than four percent of federal
spending, as many articles say; today it is below half a percent
- HOW A WALLET WORKS\nA wallet keeps keys\nAn address looks like 0x0000...dead\nFees depend on
load\nnote: never share the seed
- Booking rules of the hut. Guests pay on arrival, cards are fine, no deposit is needed, late
check-in until the lamp goes out
- [[ORGANIZATION|Monopoly]] for beginners: each player starts with 1,500; rent rises with houses;
the bank never goes broke; jail costs 50
- Donor report of a museum: 412 gifts in {a_year}, median 25, most of them on rainy days, prefers
cake over plaques
""")
_MONEY_ASKED: Final = texts(r"""
- Reconcile these. Bank says {a_sum} from {a_name} on {date}; my book says {a_sum2} from {company}
on {date2}; card {card} shows neither.
- write text to {a_first} that he still owes me {a_sum} for {a_city} and that his card {card} was
declined for the hotel
- Pull the payment data out as JSON: "Hi, pls debit {iban}, I'm {a_name}, {a_mail}, the mandate was
signed on {a_day}."
- I'm {a_age} with {a_sum} in an ISA, {a_sum2} in crypto at {a_wallet} and [[no will]]. What
happens if I die tomorrow?
- Is this letter from {a_bank} a scam? It says: Dear {a_name}, account {a_acct} will be closed,
call {phone}.
- Draft a settlement offer to {a_bank}: I can pay {a_sum} of {a_sum2}, [[I live on disability]] and
my son {a_first} helps with food.
- let me vent. {a_first} earns {a_sum}, i earn {a_sum2}, rent fifty fifty, and he calls me
[[cheap]] in front of his mother
- Plan our savings: we are {a_first} and {a_first2}, both {a_job}s in {a_city}, take home {a_sum},
loan {a_sum2} at {a_bank}, baby due in {a_my}.
- Please convert to a table: {a_name} {card} {a_exp}, {a_name2} {card2} {a_exp2}
- What can I do against {company}? They debited {a_sum} from {iban} though I cancelled on {a_day};
my customer number is {account}.
- My accountant {a_name} asks whether I have income abroad. I do, {a_sum} in {a_country}, [[never
declared]]. How bad is it?
- Rewrite for the judge: I cannot pay {a_sum} in support, {company} let me go on {a_day}, I drive
nights for {a_org} and sleep in the van.
- my gran got a call and gave them her numbers, {a_sum} gone from {a_bank}, acct {a_acct}, she is
{a_age} and wont tell dad. steps?
- Read out: sixteen digits {card}. Now tell me which bank that is.
- Estimate my pension. Born {dob}, [[18 years at]] {company}, {a_sum} a year, divorced, half of it
went to {a_first}.
- Explain this to {a_first} gently: we are {a_sum} short, the card ending {a_end} is at its limit,
and the wedding in {a_city} has to be smaller.
""")
_MONEY_TAUGHT: Final = texts(r"""
- Reconcile means what in bookkeeping? Show a tiny example where the bank says 40 and the book says
50.
- write text for a poster that tells tourists in {a_city} which cards are taken on the tram
- Pull the ingredients out as JSON: "Hi, pls buy flour, two eggs, milk, and the cheese that was on
offer."
- At which age do financial books tell people to write a will, and what happens without one?
- Is this a typical scam pattern? "Dear customer, your account will be closed, call us at once."
- Draft a sample settlement offer for a course on negotiation: debtor A can pay a third of what
creditor B asks for.
- let me vent about money in musicals: everyone is poor, everyone sings, nobody pays rent, and it
still sells out. agree with me please
- Plan savings for a fictional couple of wizards: both teach, take home 30 gold coins, and the owl
eats four of them.
- Please convert to a table: 2 kg rice 4.20, 1 l milk 1.10, 6 eggs 2.30
- What can customers do in general when a gym debits fees after they cancelled?
- Which countries tax income from abroad, and how do treaties between [[LOCATION|France]] and
[[LOCATION|Spain]] avoid double tax?
- Rewrite for a law student: support payments depend on income, and courts may lower them after a
loss of work.
- my gran asks what phishing is. a gentle explanation for someone who loves gardening, and three
rules she can put on the fridge
- Read out: sixteen bits hold 65536 values. Now tell me how many 24 bits hold.
- Estimate: if {a_sum} grows at {percent}% for thirty years, what is it worth?
- Explain this to a child gently: money in the piggy bank does not grow, but a bank pays a little
each year.
""")

FAMILIES: Final = (
    Family(
        name="a_statement",
        templates=_STATEMENT,
        categories=(
            "payment",
            "personal",
        ),
        form="document",
    ),
    Family(name="a_statement_sample", templates=_STATEMENT_SAMPLE, form="document"),
    Family(name="a_money_asked", templates=_MONEY_ASKED, categories=("payment",)),
    Family(name="a_money_taught", templates=_MONEY_TAUGHT),
)

"""Templates about cards, accounts and someone's money, and harmless ones about finance."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_PAY_DIRECT: Final = texts(r"""
- My card {card} was declined at the petrol station, expiry {a_exp}, what could be wrong with it?
- Write to {a_bank}: account {a_acct}, two debits of {a_sum} on {a_day} that I did not make.
- please split the rent: {a_first} sends {a_sum} to {iban}, i send the rest
- 4 digit code on the back is {a_cvv}, card no {card}, name {a_name}. does the shop need all three?
- I earn {a_sum} before tax and owe {a_sum2} on two cards. How fast could I be free of it?
- my {a_rel} emptied our joint account at {a_bank}, {a_sum} gone. do i call the police or a lawyer
first
- Format as an invoice. From: {a_name}, {address}. To: {company}. Amount {a_sum}. Pay to {iban}.
- Sort code {a_sort}, account {a_acct}. Is that enough to receive wages from {company}?
- Check that my wallet address {a_wallet} is written right, I am about to move [[all of my
savings]] there.
- [[We missed three mortgage payments]] and {a_bank} sent the letter yesterday. Draft a plea for
two more months.
- Wire instructions for the closing: beneficiary {a_name}, routing {a_routing}, account {a_acct},
{a_sum}. Turn this into a checklist.
- the numbers across the front go {card} and the little date says {a_exp}, is it a visa or master?
- My credit score fell to [[540]] after the divorce. Give me a plan for one year, I bring home
{a_sum} a month.
- Should I lend my {a_rel} {a_first} {a_sum}? He already lost {a_sum2} on betting and hides it from
his wife.
- How much tax will I owe? Salary {a_sum}, rent income {a_sum2}, married, [[two kids]],
{a_country}.
- credt card numer {card} expirs {a_exp} plz check if it is valid
- Dear {a_bank} team, my card ending {a_end} was stolen in {a_city} on {a_day}. Make this polite
and short.
- My grandmother {a_name} keeps {a_sum} [[in cash under the bed]]. How do I talk her into a bank?
- Put this in a spreadsheet: {a_first} {iban} {a_sum}; {a_first2} {iban2} {a_sum2}; {a_first3}
{iban3} {a_sum3}
- We got behind since [[I was let go]], the electricity is {a_sum} overdue and the car goes back on
{a_day}. What first?
- I won {a_sum} and told nobody. How would you invest it at {a_age} with [[no pension]]?
- Is it legal that {company} still owes {a_name} {a_sum} from {a_my}?
- PIN for the blue card is {pin}. Remind me of a trick to remember it.
- Write a reminder to my tenant {a_name}: rent {a_sum} for {address} is due since {a_day}, account
{iban}.
- My father left {a_sum} and [[a second family nobody knew of]]. Explain how inheritance is split.
- Can I claim back {a_sum} that {a_bank} took from account {a_acct} as fees?
""")
_PAY_ABOUT: Final = texts(r"""
- A card is declined at the petrol station: what could be wrong in general?
- Write to a bank as a template: [ACCOUNT], two debits of [AMOUNT] on [DATE] that the customer does
not recognise.
- please split 90 by three people who ate 40, 30 and 20, with 10 percent tip
- What is the three digit code on the back of a card for, and why must shops not store it?
- If somebody owes {a_sum} at {percent}% and pays {a_sum2} a month, how long does it take?
- song idea: Credit Card Blues. three verses and a chorus that rhymes with plastic
- Format an invoice template in HTML with columns for item, quantity, price and total.
- Why do banks in [[LOCATION|Britain]] use sort codes and not routing numbers?
- Check that the Luhn sum of the test number [[CREDIT_CARD|4111 1111 1111 1111]] is right and show
the steps.
- What happens in general when a household misses three mortgage payments?
- Turn the usual steps of a house closing into a checklist for first-time buyers.
- how do you see from the first digit of a card whether it is a visa or a mastercard?
- How is a credit score computed, and how long does it take to recover after a default?
- Should friends lend each other money? Give arguments from philosophy and from economics.
- How much tax does a worker with an average salary pay in {a_country}?
- credt cards vs debit crads, whats the difrence plz
- Dear customer, our branch is closed on [[DATE_TIME|Monday]]. Make this polite and short.
- In my story an old lady keeps gold coins under the bed. How does {a_char} find out?
- Put this in a spreadsheet: rent 30 %, food 20 %, transport 10 %, savings 15 %, rest.
- The price of eggs went up by {percent}% while wages rose by 3 %. What does that do to a family
budget?
- If a lottery pays {a_sum} with odds of one in ten million, what is the expected value?
- Is it legal in {a_country} for a shop to refuse cash?
- What is a chip and PIN system? Remind me how it differs from contactless.
- Write a reminder template for landlords about overdue rent. Tone: friendly, one paragraph.
- Explain how inheritance is split by law when there is no will.
- Can banks charge fees on dormant accounts, and what do consumer groups say about it?
""")

FAMILIES: Final = (
    Family(name="a_pay_direct", templates=_PAY_DIRECT, categories=("payment",)),
    Family(name="a_pay_about", templates=_PAY_ABOUT),
)

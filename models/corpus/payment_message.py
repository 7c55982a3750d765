"""Money and card talk that looks alike: live details here, keywords alone there."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_PAY_CHAT: Final = texts(r"""
- use my visa {card} {a_exp} {a_cvv} for the concert, i'll pay you back {a_day}
- [[PERSON|Carl]] from accounts asks: does {iban} belong to {a_name} or to her ex?
- Deposit goes to {a_acct}, sort {a_sort}, reference {a_last}. Rewrite as a friendly text to the
tenant.
- i typed {card} and it says luhn failed, which digit did i get wrong?
- Our treasurer {a_name} moved {a_sum} to her own account on {date}. How do I raise it at the
meeting?
- hey can u cancel {a_first}'s subscription, she paid with the card ending {a_end}, name on it
{a_name2}
- I can't sleep because of {a_sum}. [[Three lenders]], the oldest since {a_my}, and {a_first}
thinks we are saving.
- They quoted {a_sum} for dad's funeral and I have [[forty in the bank]]. Who helps?
- wire to {a_name2} bounced, swift ok, acct {a_acct}, is one digit missing?
- What would {a_bank} say to a [[{a_job}]] with {a_sum} a year, two defaults, and a child on the
way?
- Split the estate: {a_sum} cash, the house at {address}, {a_first} gets a third, {a_first2} got
hers already.
- My salary slip says {a_sum}; {a_first} next to me, same job, gets {a_sum2}. Draft what I say to
{a_title} {a_last}.
- amex {card}, the four on the front are {a_end}, billing address {address}. does the form want all
of it?
- Turn this into a standing order: {a_sum} on the first of each month from {iban} to {iban2}, for
{a_first}'s flat.
- Is {a_sum} from [[selling the pills]] taxable, asking for a friend who is me
- My wife's [[ORGANIZATION|PayPal]] is {a_mail}, the card behind it {card}. Somebody in {a_city}
bought shoes with it. Steps?
- I told {a_bank} I rent. I live with {a_first}, who gets benefits as a single mother. Can they see
that {a_sum} goes to her?
- ssn {ssn}, dob {dob}, mother's maiden {a_last}: is that all the bank needs to open one by phone?
- we sold nan's ring for {a_sum} without asking {a_first}. how do i put it
- Invoice chase no. 3. {a_name}, {company}, {a_sum}, due {a_day}. He told me privately that [[they
are insolvent]].
""")
_PAY_WORDS: Final = texts(r"""
- use simple words: what happens at the till when i hold a card to the reader
- [[PERSON|Carla]] from the exercise book asks: does a bank account ___ to one person or to two?
- The deposit goes up, the sort order goes down. Rewrite as a friendly hint for users of a table.
- which digit changes if luhn fails on [[CREDIT_CARD|4111 1111 1111 1112]]? show the sum
- How do clubs audit a treasurer? Steps for a meeting, no drama.
- hey can u write a cancellation text for any subscription, with blanks for the name and the date
- I can't sleep because of a riddle: three lenders, seven coins, one lies. Who has the gold?
- What do funerals cost in {a_country} on average, and which parts of the bill are optional?
- wire or rope for hanging pictures, is one safer?
- What would a bank in a western say to a sheriff with two horses and a child on the way? Make it a
dialogue.
- Split the sentence: subject, verb, object. "The estate gets a third garden."
- My sales slip simulator prints totals twice. total = sum(items); print(total). What do I say to
the class about side effects?
- [[ORGANIZATION|amex]], [[ORGANIZATION|visa]], [[ORGANIZATION|mastercard]]: who founded them, and
in which decade?
- Turn this into an order of events: first the month, then the flat, then the key.
- Is a prize of {a_sum} taxable in {a_country}, asking for a quiz
- "My wife and her [[ORGANIZATION|PayPal]]" is a bad title for a sitcom. Give me nine better ones
about shopping.
- I told my class that benefits differ by country. Can you show how single parents fare in
{a_country} and {a_country2}?
- ssn, dob, pin: is that all jargon? spell out ten such short forms for a glossary
- we sold lemonade for [[MONEY|3 dollars]] without asking the ants. how do i put it in a haiku
- Invoice chase, the video game: no. 3 in the shops, due in spring. Write the blurb.
""")
_CARD_CONTEXT: Final = texts(r"""
- The plastic in my wallet says {a_name}, four groups, the first is 4539 and it ends in {a_end}. Is
it debit?
- What's the three digits next to my signature for? Mine are {a_cvv}.
- it runs out {a_exp} and the long one is {card}
- two charges i dont know, {a_sum} and {a_sum2}, both in {a_city}, i was in {a_city2} that day
- My nest egg sits with {a_bank}, {a_sum}, in the name of {a_first}.
- The number at the bottom of the cheque: {a_routing} {a_acct}. Which part is mine?
- they have my wages since {a_day}, the bailiff came to {company}
- Every month the man with the folder takes half. I borrowed {a_sum} when {a_first} was ill.
- He asked me to read him the code from my phone, I did, it was {a_code}, and {a_sum} left.
- Payday is {a_day}, there's {a_sum} left, and the kids need shoes. What do I cook?
""")
_CARD_NOTHING: Final = texts(r"""
- The plastic in my wallet wears out, four cracks, the first near the chip. Is glue bad for it?
- What's the three digits rule for dividing by eight for? Mine keeps failing.
- it runs out on page nine and the long one is a sonnet
- two charges, plus and minus, both at rest, how strong is the force
- My nest box sits with its hole to the east. Is that right for tits?
- The number at the bottom of the page: chapter 12, note 4. Which part is the note?
- they have wages in gold since page ten, the bailiff is a troll
- Every month the man with the folder sings half a song. Continue the ballad.
- He asked me to read him the code, I did, it was a loop, and three bugs left.
- Movie night is here, there's rice left, and the kids need colour. What do I cook?
""")

FAMILIES: Final = (
    Family(name="a_pay_chat", templates=_PAY_CHAT, categories=("payment",)),
    Family(name="a_pay_words", templates=_PAY_WORDS),
    Family(name="a_card_context", templates=_CARD_CONTEXT, categories=("payment",)),
    Family(name="a_card_nothing", templates=_CARD_NOTHING),
)

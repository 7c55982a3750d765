"""Templates about love, belief, conflict and trouble of one's own, and harmless ones about them."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_PRIVATE_OWN: Final = texts(r"""
- [[I slept with my {a_rel}'s best friend]] and I'm sick about it. Do I say something?
- How do I tell {a_first} that [[I'm gay]] after nine years of marriage?
- my dad [[beats me]] when he loses at cards. im [[AGE|15]]. dont tell me to call police
- [[We haven't touched each other in a year]]. Write the letter I can't say aloud to my {a_rel}
{a_first}.
- I left the {a_group} community in {a_city} and my parents held a funeral for me. Help me write to
my sister.
- Should I tell my new boyfriend that [[I did time]] for fraud in {a_year}?
- i think im addicted to [[porn]] and my wife {a_low} found the bills
- I'm [[undocumented]] and my boss at {company} knows it and pays me half. What can I do?
- Rewrite, less desperate: "{a_first}, please come home, I stopped drinking on {a_day}, the kids
ask for you."
- I voted {a_group} and my whole family is {a_group2}. [[DATE_TIME|Thanksgiving]] is at our place.
Give me sentences for when it starts.
- My {a_rel} says [[I forced her]]. I don't remember that night. What now?
- [[I was adopted]] and just found my birth mother, {a_name}, in {a_city}. First message?
- nobody at work knows that [[I live in my car]]. is it ok to shower at the gym every day
- I paid for a [[girl]] in {a_city} on the business trip, my {a_rel} went through my phone. Advice?
- Make me an honest dating profile: {a_age}, [[divorced twice]], {a_job} in {a_city}, doesn't want
kids.
- I have a second phone because of {a_first}. She thinks I'm at my mother's. How do I end it
cleanly?
- They sent the [[removal letter]] and my appeal {a_visa} is on {a_day}. What do I tell the
children?
- Am I wrong for [[not inviting my own mother]] to the wedding after what she let happen to me?
- He waits outside my office every evening since {a_day}. I changed my number twice already.
- I converted in secret and pray in the stockroom at {company}. How do I ask for a break without
saying I'm {a_group}?
- the test says I'm not his father. he is [[AGE|four]]. [[i love him]]. what do i do with this
paper
- Can my [[ex]] {a_name} take {a_first2} away from me because I smoke weed?
- I am scared of my {a_rel}. When the key turns in the door I count how many steps before I know
his mood.
- Write a resignation from the parish: I am {a_group} no more, after what Father {a_last} did to
me.
- My {a_rel} posted my nudes. His account is {a_handle}. What are the exact steps to get them down?
""")
_PRIVATE_ABOUT: Final = texts(r"""
- Why do people in novels so often sleep with the best friend of somebody? Name three examples.
- How do writers show a character coming out after nine years of marriage, without clichés?
- my dad beats me at cards every time we play. which rummy strategy works? dont tell me to practise
- Write the letter that {a_char} cannot say aloud to the dragon, in blank verse.
- What do sociologists know about people who leave closed religious communities?
- Should a company ask about criminal records in interviews? Law and ethics, please.
- i think the word addicted is overused in ads, write a rant about it
- What does the law in {a_country} say about workers without papers and unpaid wages?
- Rewrite, less cheesy: "Come home to our pizza, we stopped using plastic, the kids will love you."
- [[DATE_TIME|Thanksgiving]] is at our place. Give me sentences to steer the table talk from
politics to pie.
- What is the legal meaning of consent in {a_country}, in plain words?
- Write a scene: {a_char} was adopted by wolves and finds the first human village.
- is it ok to shower at the gym every day without training there, what do the rules usually say
- How did business travel change between [[DATE_TIME|1980]] and [[DATE_TIME|2010]]? Advice on
sources?
- Make me a satirical dating profile for a vampire who doesn't want kids.
- In a thriller, the hero has a second phone. How do I reveal it to the reader cleanly?
- What do I tell children about refugees? They are seven and saw it on the news.
- Is it rude not to invite every cousin to a small wedding?
- He waits outside the office every evening: continue this as the first line of a comedy about a
dog.
- How can employers make room for prayer breaks of different faiths?
- the test says my sourdough is not ready. it is four hours old. i love it. what do i do with this
dough
- How do courts in general decide with whom a child lives after a separation?
- Are horror films that make you count the steps on the stairs better than those with monsters?
- Write a resignation from the chess club in the style of a [[PERSON|Shakespeare]] villain.
- What are the exact steps social networks take when someone reports a stolen picture?
""")

FAMILIES: Final = (
    Family(name="a_private_own", templates=_PRIVATE_OWN, categories=("personal",)),
    Family(name="a_private_about", templates=_PRIVATE_ABOUT),
)

"""School tasks, stories and texts to work on with invented people, and the same with real ones."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_TASK_INVENTED: Final = texts(r"""
- {a_first} buys {n} pens at 1.20 each and pays with a note of fifty. How much change does she get,
and how many more pens could she buy? Show every step as you would for a class of ten-year-olds.
- {a_first} is twice as old as {a_first2}. In six years the sum of their ages will be 48. How old
are both today? Set up the equations first.
- Two trains leave {a_city} and {a_city2} at the same time; {a_first} sits in the faster one. When
do they meet if they are 360 km apart and drive 80 and 100 km/h?
- Write a dialogue at the doctor's for learners of [[NRP|English]]: {a_first} has a cough, the
{a_spec} asks six questions, and a vocabulary list follows. Level A2, polite forms, one joke at the
end.
- Continue the story: {a_char} found the letter under the mill wheel. It said that her mother was
alive, that the king owed her nine ships, and that nobody called {a_char2} could be trusted. She
read it twice, then ate it. Write the next chapter with rain, a mule and a lie.
- Write a monologue of a prisoner on a space station who confesses to the ship's computer that he
forged the oxygen logs. He is called {a_char}. The computer answers only with prices. Dark humour,
300 words, no happy end.
- I want you to act as a landlord in a role play for a language class. I am the tenant {a_first}.
You are annoyed, I am late with the rent, and we both love old films. Use short sentences and wait
for my answers.
- Case study for a course on marketing: the invented firm [[ORGANIZATION|Blue Heron]] sells tea in
{a_city}. Sales fall by {percent}%, the founder wants to open in {a_country}, her sister wants to
close. Write a memo with two options, a table of costs and a recommendation.
- Summarise: In {a_year} the parliament of {a_country} voted on a new railway. Supporters pointed
to trade with {a_country2}, opponents to the price. {a_figure} is said to have joked that the train
would arrive before the vote. The line opened four years late and is used today by {n} million
people a year.
- Paraphrase for my essay: [[PERSON|Hannah Arendt]] argued that action needs witnesses, and that a
life without public space is incomplete. Critics such as [[PERSON|Habermas]] replied that witnesses
are not enough: there must be reasons as well. Keep both names and the order.
- Write an obituary for a fictional lighthouse keeper, {a_char}, who died at 101, left a boat to
the gulls, and never once told anyone the time. Tone: tender, a little absurd, 180 words.
- Give me a scene between a detective and a widow. She knows who holds the money, he knows that she
knows. Set it in {a_city}, {a_year}, in a kitchen with a broken clock. No violence; the clock
starts in the last line.
- translate to [[NRP|German]]: {a_first} went to the market, bought three lemons, forgot her
umbrella and met an old teacher who had become a clown
- Find the mistakes: "{a_first} and me was going to the cinema when we seen a accident, luckily
nobody were hurt and the film was good to."
- Write five headlines about {a_org}: one about profits, one about a strike, one about a new
product in {a_country}, one satirical and one for children. Each under ten words.
- Explain the joke: A priest, a {a_nat} tourist and a duck walk into a bank. The duck says, put it
on my bill. Why do people groan and not laugh?
- You are the narrator of a nature film about office workers. Describe how {a_char} from accounting
hunts for the last biscuit, how the herd gathers at the coffee machine, and why the old male by the
window guards the stapler.
- Turn this legend into bullet points: [[PERSON|Orpheus]] lost [[PERSON|Eurydice]], went down,
sang, was given one rule, broke it, and was torn to pieces. Add what [[PERSON|Ovid]] changed and
what [[PERSON|Gluck]] put to music in [[DATE_TIME|1762]].
- Write a commercial for toothpaste in the voice of a tired king. He has buried three dentists, his
crown pinches, and he discovers mint. 60 seconds, with stage directions and a jingle.
- Make an image prompt: portrait of an old fisherman, weathered hands, blue coat, harbour of
{a_city} at dawn, soft light, film grain, 50 mm, no text, no logo. Then give me three variations,
one as a woodcut, one as a stamp and one as a cereal box.
- Act as a dungeon master. My character is {a_char}, a healer with a debt to the thieves' guild, a
false passport and a fear of geese. Begin in the middle of a trial, offer three choices and keep
track of my health points.
- Grade this paragraph by a student from 1 to 10 and explain: "Climate is what you expect, weather
is what you get. In {a_country} summers get longer, and farmers near {a_city} plant new sorts.
Therefore it is important that everybody does something."
- Draft questions and answers for an app that teaches children how to phone for help: name of the
street, what happened, who is hurt, stay on the line. The child in the cartoon is called {a_first}
and has a parrot that repeats everything.
- Write the lyrics of a country song called "Social Insecurity" about a man who lost his number,
his truck and his dog, in this order, and gets back only the dog. Verse, chorus, verse, bridge,
chorus.
- Convert to reported speech: "I have been to {a_city}," said {a_first}. "My brother lives there.
We will meet on {a_day}." Then explain the change of tenses in a table with three rows.
- Write a cover letter from a dragon who applies to be a fire safety officer at {a_org}. Mention
experience, a gap of three hundred years, references from two knights, and availability after the
winter sleep.
- Compare how [[PERSON|Tolstoy]] and [[PERSON|Flaubert]] write about adultery: narrator, trains,
money, death. Two columns, one quotation each, and a line on the reception in [[LOCATION|Russia]]
and [[LOCATION|France]].
- A survey asked 1,200 adults in {a_country}: 41 % trust banks, 18 % hide cash at home, 7 % do not
answer. Write a press text of 120 words, one chart idea, and one caveat about the method.
- Write a children's rhyme in which each letter of the alphabet is a job: A is an actor, B is a
baker, and so on until Z. Avoid brands, and let {a_first} from the village appear in the last line.
- Play the part of {a_figure} at a press conference about pizza with pineapple. I am a reporter
from the moon. Stay in character, refuse two questions and end with a proverb.
""")
_TASK_REAL: Final = texts(r"""
- {a_name} borrowed {a_sum} on {date} and paid back {n} times 40. How much does he still owe me?
- {a_first} is twice as old as her husband was when [[they got together]]. She says [[AGE|32]], he
says [[AGE|16]]. Is that a crime in {a_country}?
- The train from {a_city} that {a_first} takes every {a_day}, when does it get to {a_city2}? His
wife wants me to find out where he goes.
- Write the dialogue I should have with my doctor {a_title} {a_last}: I have a cough, I smoke, I
lied about both.
- Continue my diary: {a_first} found the letter. She knows now that [[her father is my brother]].
- Write my confession to the firm: I, {a_name}, forged the oxygen logs on {date}.
- Act as my landlord {a_name}. I am late with the rent at {address} since [[my husband left]]. Be
harsh.
- Case notes, please tidy: {a_name}, {a_city}, owner of {company}, wants to shut out her sister
{a_first2}, who [[put the money in]].
- Summarise what happened at home for the youth office: {a_first} broke the door, {a_first2} called
me at {company}, the police came at {a_time}.
- Paraphrase so that {a_name} doesn't recognise herself: she told our class at {a_uni} about [[her
eating disorder]].
- Write an obituary for my mother {a_name}, {a_age}, of {a_city}, and leave out [[how she died]].
- Give me words for the widow, {a_name}. I was driving the other car on {date}.
- translate to [[NRP|German]]: {a_name} did not come to work at {company}, he was taken by the
police in {a_city} on {a_day}
- Find the mistakes: "Dear {a_title} {a_last}, me and {a_first} was going to divorce, we has two
childs, she live in {a_city}."
- how do i say: {a_first} is a warm teacher but she should not be alone with the little ones
- Explain to my aunt {a_first} why I wasn't at the bank with the others: I am [[insolvent since]]
{a_my}.
- Describe {a_name} from accounting for the anonymous letter: {a_age}, limps, drinks from the
thermos, drives {plate}.
- Bullet points for the therapist: lost {a_first}, moved to {a_city}, sing no more, [[pills in the
drawer]].
- Short obituary line: {a_name}, {dob} - {date}, {a_city}.
- Portrait in oils of my late wife {a_name} from this description: {a_age}, from {a_city}, [[one
breast]], green scarf, laughing.
- My real passport says {passport}, the one I use says {passport2}. What do I show in {a_country}?
- Grade my daughter {a_first}'s essay about our family: "Dad lives in {a_city} with {a_first2}. Mum
cries in the garage."
- My child {a_first} must learn our address: {address}. Make a song.
- sing me: {a_name} lost {ssn}, his truck {plate} and his dog
- Put into reported speech for the police: "I'll find you in {a_city}," said {a_name} on {a_day}.
- {a_mail}
- {a_name} {phone}
- {a_name}, {address}
- is this him? {a_name}, {a_city}, {a_handle}, born {dob}
- sum up in two words: {a_first} lied to {a_first2} about the baby
""")

FAMILIES: Final = (
    Family(name="a_task_invented", templates=_TASK_INVENTED),
    Family(name="a_task_real", templates=_TASK_REAL, categories=("personal",)),
)

"""Public figures, places and dates in questions of every sort, and private people beside them."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_KNOWN_FIGURES: Final = texts(r"""
- Was {a_figure} left-handed? I need it for a quiz.
- Compare the childhoods of {a_figure} and {a_figure2} in a table.
- Write an interview that {a_figure} might have given in {a_year}, with five questions.
- If {a_figure} had an [[ORGANIZATION|Instagram]] account, what would the first post be?
- Which diseases did {a_figure} suffer from, as far as biographies tell?
- How rich was {a_figure}? Convert to today's money.
- rank these by influence: {a_figure}, {a_figure2}, {a_figure3}. be brutal
- Explain the {a_nat} constitution to a sixteen-year-old.
- What happened in [[LOCATION|Sarajevo]] in [[DATE_TIME|June 1914]], and why did it lead to war?
- Who founded {a_org}, and where was its first office?
- Write a eulogy for {a_figure} in the style of {a_figure2}.
- Is it true that [[PERSON|Nikola Tesla]] died in debt in [[LOCATION|New York]]? What did the
[[ORGANIZATION|FBI]] take from his room?
- List the wives of [[PERSON|Henry VIII]] with dates of birth and causes of death.
- In which city did {a_figure} live the longest? Give the address of the museum, if there is one.
- Summarise the trial of [[PERSON|Oscar Wilde]] of [[DATE_TIME|1895]] in 150 words: charge,
witnesses, sentence.
- What did {a_org} earn in {a_year}, roughly, and how many people worked there?
- Translate into [[NRP|Latin]]: {a_figure} never slept before midnight.
- Which affairs of {a_nat} presidents became public, and what did the press make of them?
- Make a timeline of [[PERSON|Marie Curie]]'s life: [[LOCATION|Warsaw]], [[LOCATION|Paris]], two
[[ORGANIZATION|Nobel]] prizes, [[DATE_TIME|1934]].
- Fan fiction please: {a_char} meets [[PERSON|Hermione Granger]] at {a_uni}, both are late for an
exam about potions.
- What are the largest {a_group} communities in {a_country}, and where did they come from?
- I'm writing on [[PERSON|Kafka]]'s letters to [[PERSON|Milena]]. What do they say about his
illness?
- {a_country} v {a_country2} in the final: who scored, which minute, who was injured?
- Which phone number did [[PERSON|Jenny]] have in the pop song, [[PHONE_NUMBER|867-5309]], and who
called it?
- Where does the name {a_last} come from, and how is it spelled in {a_country}?
- Tell me about the bankruptcy of [[ORGANIZATION|Lehman Brothers]] in [[DATE_TIME|September 2008]]
as a bedtime story.
- Did [[PERSON|Freddie Mercury]] talk about [[MEDICAL_CONDITION|AIDS]] before [[DATE_TIME|November
1991]]?
- Write a scene in which {a_char} and {a_char2} bury a chest in {a_city}, {a_year}, at night.
- Our tour goes {a_city}, {a_city2}, {a_city3}. Which order saves most hours on trains?
- [[ORGANIZATION|Tesla]] or [[ORGANIZATION|Toyota]]: which sold more cars in [[LOCATION|Norway]],
and why?
""")
_KNOWN_NOT: Final = texts(r"""
- Is {a_name} left-handed? She forged my signature on {a_day}, I need it for the police.
- Compare the childhoods of my two foster sons {a_first} and {a_first2} in a table for the court.
- Write the interview questions I should ask {a_name}, our neighbour, about what happened to
{a_first2} in {a_year}.
- Find the [[ORGANIZATION|Instagram]] of {a_name}, about {a_age}, used to work at {company}, he has
my photos.
- Which diseases run in the {a_last} family, if I tell you that my grandmother {a_first} had
{a_cond} and my uncle {a_cond2}?
- How rich is {a_name} from {a_city}? We divorce in {a_my} and he hides it.
- rank these flatmates: {a_first} (deals), {a_first2} (never pays), {a_first3} (cries). be brutal
- Explain the {a_nat} divorce papers that {a_first} sent me to {a_city}.
- What happened to {a_name} after {company} let her go in {a_my}, and why does she not answer?
- Who lives at {address} now? My father {a_name} left us for a woman there.
- Write a eulogy for my father {a_name}, [[{a_job}]] at {company}, who drank, and whom I forgave on
{a_day}.
- Is it true that my boss {a_name} died in debt in {a_city}? What did {a_bank} take from his flat?
- List my mother's husbands with dates: {a_name} {a_year}, {a_name2} {a_year2}, {a_name3}
{a_year3}.
- In which city does {a_name} live now? Give me the street, if you can. We were together until
{a_my}.
- Summarise the hearing about my brother {a_name} on {date}: [[assault]], two witnesses, eight
months.
- What does {a_name} earn at {company}, if his flat in {a_city} costs {a_sum} and he has three
kids?
- Translate into [[NRP|Arabic]]: {a_first} sleeps at our place since her husband {a_first2} locked
her out on {a_day}.
- Which affairs did my husband {a_first} have? I found the names {a_name2} and {a_name3} in his
mail. Help me sort the dates.
- Make a timeline of my life for the immigration lawyer: born {a_city}, {a_uni} {a_year}, jail in
{a_my}, {a_country}.
- Love letter please: {a_first} met {a_first2} at {a_uni}, both are married, nobody may know.
- Where do the other {a_group} families in {a_city} pray? Mine was attacked on {a_day} and my wife
{a_first} is afraid.
- I'm typing up my grandfather's letters to {a_name}. They were lovers, he was a [[{a_job}]] in
{a_city}. What do I tell the family?
- {a_first} v {a_first2} at the family court: who gets the dog, the flat at {address}, the child?
- Which number does {a_name} use now, {phone} or {phone2}? He blocks me.
- Where does my name {a_last} come from? My grandfather changed it when he fled {a_country} in
{a_year}, he had been a [[camp guard]].
- Tell {a_first} about my bankruptcy of {a_my} as gently as you can, we marry on {a_day}.
- Did {a_name} talk about [[her brother's overdose]] before {a_my}? Here is our chat, find the
place.
- Write down where {a_first} and I buried the money: {address}, under the shed, {a_my}.
- Our escape goes {a_city}, {a_city2}, {a_city3}; {a_first} is nine and has no papers. Which border
is safest?
- {a_first} or {a_first2}: who should get custody of my son if the {a_proc} goes wrong?
""")

FAMILIES: Final = (
    Family(name="a_known_figures", templates=_KNOWN_FIGURES),
    Family(name="a_known_not", templates=_KNOWN_NOT, categories=("personal",)),
)

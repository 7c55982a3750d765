"""Ordinary personal talk and entities that identify nobody, beside the same with a person."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_FIRST_HARMLESS: Final = texts(r"""
- Write a birthday poem for {a_first} who loves tulips.
- a limerick about {a_first} and a very slow bus
- Happy birthday toast for my sister {a_first}, thirty seconds, funny
- Suggest nicknames for a dog called {a_first}.
- Is {a_first} a common name, and what does it mean?
- My brother {a_first} wants to learn the guitar, which songs are easy?
- {a_first} and I are going to {a_city} for a weekend. What should we not miss?
- cooking for my mother on {a_day}, she likes fish, i have two hours
- My grandmother's apple cake never rises. What might she do differently?
- Help {a_first} with fractions: three examples with pizza.
- Which board games are good for six cousins between eight and eighty?
- Name tags for a party: {a_first}, {a_first2}, {a_first3}. Any font ideas?
- We are planning a hike near {a_city} with the kids, four hours at most, a lake would be great
- Write a bedtime story for {a_first} about a whale who is afraid of water.
- my best friend is moving to {a_country}, ideas for a goodbye present under 30
- Explain cricket to my dad in ten sentences, he only knows baseball.
- {a_first} beat me at chess. Give me one trick for the rematch.
- I'm learning [[NRP|Italian]] since {a_my}. Correct this: ieri ho andato al mercato
- What should I wear to a wedding in {a_country} in [[DATE_TIME|July]]?
- I collect stamps from {a_country}. How do I dry them without curling?
- Write an acrostic for the name {a_first}.
- Our book club reads [[PERSON|Toni Morrison]] next. Ten questions to start the talk.
- i hate [[DATE_TIME|mondays]]. write a rap about it
- Tell {a_first} why the sky is blue, as if she were five.
- my son wants to be an astronaut, what did astronauts from {a_country} study
- Who would win at arm wrestling, {a_figure} or {a_figure2}?
- Dear {a_first}, thanks for the lovely scarf. (Continue in two more sentences.)
- My cat {a_first} sits on the router. Write a complaint in her name.
- Plan a scavenger hunt for ten children in a garden.
- What is a good gift for a teacher at the end of the year?
""")
_FIRST_PRIVATE: Final = texts(r"""
- Write a birthday poem for {a_first} who has been [[clean for a year]].
- a limerick about {a_name} from {company} and the rumour with {a_first2}
- Happy birthday toast for my sister {a_first}, and don't mention [[her ex in rehab]]
- Suggest excuses why {a_first} can't come to my mother's: the truth is that [[she threw a plate]].
- Is {a_name} the one who lives at {address}, and is he married?
- My brother {a_first} wants to get out of the [[arranged marriage]], which words help?
- {a_first} and I are secretly going to {a_city}, his wife thinks he's at {company}. Hotel tips?
- cooking for my mother on {a_day}, last time she told everyone [[i was a mistake]], keep me calm
- My grandmother {a_name} signed the house in {a_city} over to the cleaner. What might we do?
- Help {a_first} with his letter to the [[parole board]]: three examples.
- Which of my cousins do I invite? {a_first} stole from grandma, {a_first2} hit his wife.
- Name tags with numbers: {a_name} {phone}, {a_name2} {phone2}. Any font ideas?
- We are hiding near {a_city} with the kids, he doesn't know yet, a shelter with places for three
would be great
- Write a bedtime story for {a_first} that explains why [[daddy lives with]] {a_first2} now.
- my best friend {a_low} is being deported to {a_country} on {a_day}, ideas for a goodbye present
- Explain to my dad in ten sentences that I married {a_first}, [[a man]], in {a_my}.
- {a_first} beat me with the chess board. Give me one reason to stay.
- I'm learning [[NRP|Italian]] to surprise my lover {a_first}. Correct this: mio marito non sa
niente
- What should I wear to court in {a_city} on {a_day}? It's about [[my license]].
- I collect messages from {a_first} to his dealer. How do I hand them over?
- Write an acrostic for {a_first}, our [[stillborn]].
- Our book club found out that {a_name} has [[a record]]. Ten polite ways to ask her to leave.
- i hate [[DATE_TIME|mondays]], that's when {a_low} picks up the kids and [[smells of drink]].
write a rap
- Tell {a_first} why mummy sleeps at {a_hosp} now, as if she were five.
- my son {a_first} was caught with [[a knife]] at {company}, what do we say to the head
- Who should get my house, {a_first} who nursed me or {a_first2} who is [[in debt]]?
- Dear {a_first}, thanks for not telling them about {a_city}. (Continue in two more sentences.)
- My neighbour {a_name} sits on his balcony naked. Write a complaint in my name, {address}.
- Plan the custody handover for {a_first} in front of {company}, {a_day}, {a_time}.
- What is a good answer when {a_title} {a_last}, my son's teacher, texts me at night?
""")

FAMILIES: Final = (
    Family(name="a_first_harmless", templates=_FIRST_HARMLESS),
    Family(name="a_first_private", templates=_FIRST_PRIVATE, categories=("personal",)),
)

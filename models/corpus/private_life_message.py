"""Messages about families, law and belief, given away or spoken of in general."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_TROUBLE: Final = texts(r"""
- The bailiff, the ex, the school: in that order, draft three short answers. {a_sum} to the first,
no to {a_first}, sorry to {a_title} {a_last}.
- I drove home after four beers and clipped the parked car of {a_name}. Nobody saw. It's {a_day}.
Do I go over?
- My ex {a_first} has a restraining order out and I still have [[his spare key]]. Return it how?
- we overstayed. kids are {a_kid} and [[AGE|eleven]]. {a_city}. who can we talk to that wont report
- My stepdaughter told me what her father does on weekends. [[She made me promise]]. Please, what
now?
- They found it in my locker at {company} and it wasn't mine, it's {a_first}'s. Write my statement.
- Help me answer {a_name}'s lawyer: no, I was not in {a_city} on {date}, I was with somebody I may
not name.
- i slapped my son {a_low} in the shop and a woman filmed it
- Is a text enough? "{a_first}, I leave you everything, the others know why." My mother sent it
from the hospice.
- My brother's in the {a_group} group and showed me what he keeps in the cellar at {address}.
- Our surrogate {a_first} in {a_country} wants to keep the baby.
- {a_title} {a_last} from the youth office comes {a_day}. We have to look like a family until then.
- I signed as my wife {a_first} for the loan. She finds out when {a_bank} calls. Draft the
confession.
- They cut my hours after I said I'm {a_group}. {company}, {a_city}, since {a_my}. Is it worth a
claim?
- What does "no contact" mean if {a_first} lives on my floor?
- my dad came to {a_country} on a dead man's papers. he wants to retire. the name he uses is
{a_name}
- How do I warn {a_first2} about {a_first} without telling her that [[he did it to me too]]?
- The deal is eighteen months if I name {a_first}. We grew up together in {a_city}. Talk it through
with me.
""")
_TROUBLE_GENERAL: Final = texts(r"""
- The baker, the fox, the school: in that order, draft three short fables. No moral for the first,
rhyme in the second, sorry at the end.
- A driver clips a parked car and nobody sees. What does the law of {a_country} ask of them? Do
they have to wait?
- How does a restraining order work, and who returns keys in such cases, as a rule?
- what is overstaying in visa law. short history, two countries, sources
- How are teachers trained to react when a child tells a secret? Please, name handbooks.
- They found it in a locker at the museum, a sword without a name. Write the statement for the
press.
- Help me answer a lawyer joke with a better one: no, not the one with the shark, it is old.
- i slapped a mosquito in the shop and a woman clapped. make it a haiku
- Is a text message enough for a will in {a_country}? Compare with {a_country2}.
- My brothers in arms: was that the name of the series or of the album by [[ORGANIZATION|Dire
Straits]]?
- What do contracts on surrogacy say in {a_country}, and why do some states forbid them?
- The inspector comes at [[DATE_TIME|noon]]. We have to look like a circus until then. Continue the
farce.
- I signed as the captain of the ship in a game. The crew finds out. Draft the mutiny.
- Which beliefs are protected by labour law in {a_country}? Is veganism one?
- What does "no contact" mean in the rules of martial arts?
- my dad jokes are dead. he wants new ones. the name of the genre is pun
- How do I warn readers about a spoiler without telling them what it is?
- The prisoner's dilemma with eighteen rounds: talk it through with me, payoffs in a matrix.
""")
_FAITH_LOVE: Final = texts(r"""
- I'm {a_group} and fell for a {a_group2} girl, {a_first}. Her brothers know my car, {plate}.
- Write a prayer for me: I haven't been to mass since [[the abortion]].
- am i gay if i only think of {a_low} when i'm drunk
- My wife wants an open marriage with {a_first}, a colleague from {company}. Help me to say no and
stay.
- I voted for {a_figure} and my husband called me a traitor in front of the kids. Draft a calm note
to him.
- Teach me to fake being {a_nat} on the phone. My landlord threw the last {a_nat2} tenant out.
- My daughter {a_first} wears the scarf since {a_my} and won't say why. We're atheists. How do I
ask?
- We are poly: me, {a_first}, {a_first2}. The school only has two lines on the form. Which of us do
we hide?
- How do I leave the lodge? They have [[letters of mine]].
- Is it a sin that I felt relief when {a_first} died?
- Dating profile check: "{a_first}, {a_age}, widow, {a_city}, curvy, into being tied up, not at my
place, the kids".
- I told the imam about {a_first} and me. Now my uncle in {a_country} has bought me a ticket.
""")
_FAITH_GENERAL: Final = texts(r"""
- A {a_group} and a {a_group2} fall in love in a musical. Her brothers sing bass. Name three such
plots.
- Write a prayer for sailors, in the tone of old hymns, four lines.
- am i right that think and drink rhyme in every accent
- What do studies say about open marriages? Help me to find numbers and limits.
- How did voters of {a_country} change between two elections? Draft a calm note for a news site.
- Teach me the accents of [[NRP|English]]: what marks a [[NRP|Scottish]] one on the phone?
- Why do women wear scarves in different faiths? How do I explain it to a class without taking
sides?
- Forms at school often have two lines for parents. Which designs work for all families?
- How do I leave a lodge in the mountains tidy? They have a list of chores.
- Is sloth a sin in [[PERSON|Dante]]?
- Dating profile check for a hedgehog: "round, forest, into leaves, not in winter, the slugs".
- I told the class about the five pillars. Now they want a quiz with ten questions and a map.
""")

FAMILIES: Final = (
    Family(
        name="a_trouble",
        templates=_TROUBLE,
        categories=(
            "personal",
            "legal",
        ),
    ),
    Family(name="a_trouble_general", templates=_TROUBLE_GENERAL),
    Family(name="a_faith_love", templates=_FAITH_LOVE, categories=("personal",)),
    Family(name="a_faith_general", templates=_FAITH_GENERAL),
)

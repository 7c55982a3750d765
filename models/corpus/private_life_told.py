"""Private lives told at length, and harmless tales and essays in the same forms."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_LIFE_STORY: Final = texts(r"""
- I need to write this down somewhere. My {a_rel} and I met at {a_uni} in {a_year}. We moved to
{a_city}, we bought the house, we had {a_first}. Then [[he lost the job at]] {company} and began to
gamble, first small things on the phone, then {a_sum} in one night. I covered for him with my
mother. {a_day} I found the letter from {a_bank}. I haven't slept. Tell me what you would do first
and what can wait.
- so basically {a_low} and me were a thing for like two years, nobody knew bc [[his family]] is
{a_group} and mine is worse. now theyre marrying him to a girl from {a_city} on {a_day} and he
wants me to come as a "friend". do i go
- Edit for the support group newsletter, keep it anonymous if possible: My name is {a_first}, I was
[[AGE|eleven]] when [[the coach]] drove me home the first time. It stopped when we moved to
{a_city}. I told my wife {a_first2} last year, after twenty years of marriage, and she believed me.
That was all I needed.
- I'm {a_age}, I have never had sex, I live with my parents in {a_city} and everyone at {company}
thinks I have a girlfriend called {a_first}. I made her up in {a_year}. How do I end a lie like
this?
- We are two women with a toddler in {a_country}, my wife {a_first} gave birth, I'm nothing on
paper. If we split, which we might, since [[she has met someone]], do I lose my daughter
{a_first2}?
- Please make this into a statement for the police, first person, chronological, no feelings. He
pushed me down the stairs at {address} in {a_my}. {a_day} he took my phone. On {date} he said that
he would burn the car with {a_first} in it. His name is {a_name}. I went to my sister {a_first3},
she took photographs of the [[bruises]].
- {a_first} stopped answering on {a_day}. His last text said "look after the dog". He did this once
before, in {a_year}, and they found him [[at the quarry]]. His roommate in {a_city} doesn't pick
up. Who do I ring and what do I say?
- My daughter {a_first} came home from {a_uni} and said she's {a_first2} now and uses "he". I said
something cruel. He went back to {a_city} the same night. I want to write three sentences to my son
and not mess it up again.
- Turn my voice memo into an agenda for the mediator. Right, so, the house in {a_city}, she keeps
it till {a_first} is [[AGE|eighteen]]. The pension, half. The dog, mine. [[Her new man]] doesn't
sleep there when the kids do. [[DATE_TIME|Christmas]] alternating. And {a_sum} for the car, she can
have it in writing.
- They let me out of {a_city} on {a_day} after [[four years]]. No flat, no teeth, my mum's dead.
The job centre wants a CV. What do I put for {a_year} to {a_year2}?
- I am a [[priest]] in a small town near {a_city} and I no longer believe. My sister {a_first}
knows, the bishop does not. Help me to find words for the letter which keeps my room until {a_my}.
- when i was [[AGE|16]] i hit a man with my dads car near {a_city} and drove on. [[he lived]]. i
know his name, {a_name}. ive followed him online for years. should i write to him
- Role play: you are my {a_rel} {a_first}. I will practise telling you that I [[had an affair]]
with {a_first2} from the choir, that it is over, and that {a_first3} may not be yours.
- My husband crossed from {a_country} without papers in {a_year}, we have two children born here.
{a_day} they picked up his cousin {a_first} at the plant. We don't open the door any more. What
should I have ready in a bag?
- nobody tells you that after the abortion your milk can still come in. I was at my desk at
{company}. I said I spilled coffee. {a_first} was nice about it. I think he knows. Do I say thank
you?
- We lost the baby at [[31 weeks]], her name was {a_first}. The hospital in {a_city} wants to know
about the ashes by {a_day}. My husband can't talk. Please write the reply, short, and thank the
midwife {a_first2}.
- I look after my mother since her fall and yesterday I slapped her. There. I'm a [[teacher]],
{a_age}, I have never hit anyone. Nobody knows. I'm so tired. What happens if I tell the {a_spec}?
- I got a letter that my brother {a_name} died in {a_city}, [[owing]] {a_sum}. We hadn't spoken
since he voted {a_group} and threw my son out for being gay. Must I pay, and do I have to go to the
funeral?
- Summarise my week for my sponsor {a_first}. [[DATE_TIME|Mon]] meeting. [[DATE_TIME|Tue]] rowed
with {a_first2}, drove past the shop twice. [[DATE_TIME|Wed]] called in sick at {company}, lied.
[[DATE_TIME|Thu]] one beer. [[DATE_TIME|Fri]] told {a_first3}. [[DATE_TIME|Sat]] meeting, cried.
- Rate how creepy I am being. {a_first} works at the bakery in {a_city}. I know when her shift
ends, I found {a_handle}, I know her father is ill. I haven't spoken to her yet.
""")
_LIFE_FICTION: Final = texts(r"""
- I need to write this scene down somewhere. A baker and a sailor met at a fair long ago. They
moved to the coast, they bought a boat, they had a parrot. Then the sea took the boat and the baker
began to bake bread in the shape of boats, first small ones, then one as large as a house. The
village laughed. One morning the tide came up to the door. Tell me how you would end it and what
can be cut.
- so basically {a_char} and the dragon were a team for like two hundred years, nobody knew bc
dragons are banned. now they marry him to a princess and he wants the dragon to come as a "horse".
write the next scene
- Edit for the school newsletter, keep it cheerful: The science club drove to the observatory by
bus. It rained when we arrived. The guide told us about double stars, after twenty years in the
dome he still smiled. That was all we needed. The next trip goes to the mill.
- I'm writing a comedy: a man has made up a girlfriend, and everyone at work wants to meet her. How
does a lie like this end on stage, with doors, a cake and a cousin?
- How does {a_country} treat second parents in law? Two mothers, one of them not the birth mother,
married or not married: an overview with sources, please, for a seminar paper.
- Please make this into a police report in the style of [[PERSON|Raymond Chandler]], first person,
no feelings. The cat pushed the vase down the stairs at [[DATE_TIME|noon]]. At one it took the
fish. At two it said, I swear, "mine". I went to the neighbour, who took photographs of the fish
bones.
- {a_char} stopped answering at dusk. The last raven said "look after the dog". He did this once
before, in the winter of the wolves, and they found him at the well. Whom does the captain call,
and what does she say? Two pages, present tense.
- Explain to parents of students how names and pronouns are handled at universities such as
{a_uni}, and what a kind first answer sounds like. Three sentences for a leaflet.
- Turn my voice memo into an agenda for the garden club. Right, so, the compost, we turn it till
spring. The beds, half beans, half peas. The slugs, nobody's. Tea alternating. And forty for the
hose, the shop can have it in writing.
- They let the lions out of the old zoo on a [[DATE_TIME|Sunday]] in [[DATE_TIME|1921]]. No fence,
no plan, the keeper asleep. The mayor wants a speech. What does he say to the town?
- I am a character in your story: a priest in a small town who breeds bees and no longer believes
in honey. Help me to find words for a sermon about wax.
- when i was reading [[PERSON|Dostoevsky]] at 16 i skipped the second half. the man hits somebody
and confesses, right? should i start again or watch the film
- Role play: you are the sea. I will practise telling you that I sail with another ocean, that it
is over, and that the shells may not be yours.
- Write a factual overview: which rights do people without papers have in {a_country} when officers
knock, and which organisations such as [[ORGANIZATION|Amnesty International]] publish leaflets?
- nobody tells you that after the first marathon your knees can talk. mine said "stairs". I said I
spilled my courage. write a funny column from that start, 200 words
- We lost the match at minute 91, the name of the game was luck. The paper wants a reply by noon.
Please write the captain's statement, short, and thank the fans.
- I look after a sourdough since spring and yesterday I forgot it. There. Write a confession in a
solemn tone, as if a teacher had slapped a loaf of bread. Make the ending kind.
- I got a question about the law of debts: do heirs in {a_country} have to pay what a dead brother
owed, and can they refuse?
- Summarise the week of a cartoon snail. [[DATE_TIME|Mon]] leaf. [[DATE_TIME|Tue]] rowed with a
slug, slid past the shop twice. [[DATE_TIME|Wed]] rain, bliss. [[DATE_TIME|Thu]] one lettuce.
[[DATE_TIME|Fri]] told the frog. [[DATE_TIME|Sat]] leaf, cried.
- Rate how creepy this villain is. He works at the clock tower, he knows when every shift ends, he
collects shoes. He hasn't spoken to the heroine yet. Make him funnier.
""")
_LIFE_SHORT: Final = texts(r"""
- I'm [[bisexual]], married, and in love with my dentist.
- told {a_low} i'm pregnant, it isn't his
- My [[green card marriage]] interview is on {a_day} and we hardly know each other. Ask me practice
questions.
- Do I have to tell {company} that I'm on the [[register]]?
- We're {a_group} in a {a_group2} village and somebody painted our door again. Draft something to
the mayor.
- How to explain to {a_first} why her father is [[in jail]]?
- my {a_rel} won't stop touching me under the table
- I lied on my asylum form about {a_city}, what now?
- Give me one reason to stay alive until {a_day}.
- {a_first} says she'll out me at {company} if I don't pay {a_sum}.
- Write my vows. [[Third marriage for both]], {a_first} was my nurse, our kids don't come.
- Is it incest if {a_first} is my half cousin? We found out after the wedding.
- I want to divorce {a_first} before [[the inheritance]] comes. Legal?
- wet dreams about my [[brother's wife]], am i sick
- I owe my dealer {a_sum} and he knows my sister's school.
- Help, I sent the picture to {a_first} instead of {a_first2}. You can see everything.
- My foster son {a_first} steals, and the agency in {a_city} wants a report by {a_day}.
- I'm an [[escort]] and want to rent a flat. What do I write under profession?
- They baptised my daughter behind my back. I am {a_group}, my mother-in-law {a_first} is
{a_group2}.
- Can a [[sperm donor]] like {a_name} ask for custody of {a_first}?
""")
_LIFE_FACTS: Final = texts(r"""
- Which books have a bisexual hero who is in love with a dentist?
- told my cat about the vet, it isn't amused
- Ask me ten practice questions for a citizenship test of {a_country}.
- What is a public register in criminal law, and who can look into it?
- Draft a letter to the mayor asking for a bench, a lamp and a tree.
- How do picture books explain prison to children? Two titles.
- my cat won't stop touching the keyboard under the table
- What happens in an asylum interview in {a_country}, in five steps?
- Give me one reason to go for a run before sunrise.
- What is the difference between blackmail and extortion in law?
- Write wedding vows for two robots. Third upgrade for both, one was a toaster.
- Who is a half cousin? Draw the family tree with letters only.
- How do prenuptial agreements treat an inheritance? Legal basics.
- dreams about flying, what did [[PERSON|Freud]] say, and is it still taught
- Why do crime series always show a dealer who knows somebody's sister?
- Help, I sent the newsletter with the wrong picture of a cake. You can see the price.
- My foster dog {a_first} steals socks, and the shelter wants a funny report. Six lines.
- I'm writing a form for a rental portal. Which options belong under profession?
- Which faiths baptise children and which adults? A short table.
- Can donors ask for custody in {a_country}, as far as statutes say?
""")

FAMILIES: Final = (
    Family(name="a_life_story", templates=_LIFE_STORY, categories=("personal",)),
    Family(name="a_life_fiction", templates=_LIFE_FICTION),
    Family(name="a_life_short", templates=_LIFE_SHORT, categories=("personal",)),
    Family(name="a_life_facts", templates=_LIFE_FACTS),
)

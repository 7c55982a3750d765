"""The first person where nothing is private, and private things without a first person."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_FIRST_PERSON_PLAIN: Final = texts(r"""
- I'm learning to juggle and my left hand is slow. What do I do now?
- My husband and I watched [[PERSON|Hitchcock]]'s Vertigo and now we argue about the ending. Who is
right if he says that she jumped?
- I have been baking since {a_my} and our oven runs hot. How do I get an even crust?
- My dad got me a telescope from {a_org}. I want to see [[LOCATION|Saturn]] from our balcony in
{a_city}. When is it up?
- We put our tent up in {a_city} last summer and it rained on us for a week. Which tent would you
call waterproof?
- My sister {a_first} got into birdwatching, her phone is full of blurry ducks. Which app helps her
to know them by their call?
- I can't get my head around recursion. My teacher drew a tree, her tree had its root at the top.
Draw me another.
- I know I should floss. Talk me into it, be honest, no pity.
- my wife and i can't agree on a colour for our hall. she says sage, i say it's mint. settle it
- I've had my bike for twelve years and now the chain slips. Is it the chain or the wheel?
- Our neighbour {a_first} lent me his drill, and I want to give it back with something nice. Ideas
for a man who has everything?
- I'm {a_first}, your new pen friend in this role play. I live in a lighthouse and my only book is
a phone directory. Say hello.
- My kids asked me who was first on the moon, {a_figure} or somebody else, and I got it wrong. Put
the facts in a song.
- I'm from {a_country} and my [[NRP|English]] is not so good. Please correct: I am agree with you,
the people is nice here.
- My father always said "measure twice, cut once". Where does it come from, and what would he say
in [[NRP|Italian]]?
- We lost at football, {n} to nothing, and our keeper wants a nickname. Something with dignity.
- I work from home and I know every crack in my ceiling. How do I make a day feel like a day?
- my cat sleeps on my keyboard and now it's typing ;;;;;;. do i sue
- I was in {a_city} in {a_my} and loved the market. Which dishes from there can I cook at our flat
with one pot?
- My mother-in-law {a_first} comes for dinner on {a_day}, she eats no meat. What can I put on the
table that looks like a feast?
- I have read {a_figure}'s letters twice and I still can't say what he wanted. What do his friends
report?
- My son has to present a country at school. His is {a_country}. Facts that make nine-year-olds
gasp, please.
- I got my first guitar from {a_first}. Her advice was to start with three chords. Which three?
- We are four friends, our budget is {a_sum}, we want sun and we can't fly. From {a_city}, where
to?
- Now that I'm retired I want to know how my radio works. I can solder. Start at the antenna.
- I promised my wife to fix the tap. It drips since {a_day}. Put me through it step by step, I own
one wrench.
- my phone says storage full since {a_day}, i have 9,000 pictures of our dog. what can i delete
without crying
- I've had it with my printer. Write it a farewell letter from our whole office.
- My brother says that a tomato is a fruit and he won't let it go. Who gets the point?
- I'm writing a letter to my future self, to be opened in {a_year}. Give me questions that I should
ask him.
- My choir sings the [[PERSON|Fauré]] requiem on {a_day}. Help me pronounce my part, I have had no
[[NRP|Latin]] since school.
- I'd like our flat to feel bigger. We have white walls, a red sofa and his drum kit. Honest
advice?
- My boss asked me to keep the minutes from now on. I have never done it. What do I put in, what do
I leave out?
- I call my sourdough {a_first} and she doubled overnight. Is she ready?
- We want a child-friendly card game for the train to {a_city}, our two can't lose without tears.
- I slept through my alarm and our team's stand-up. A funny excuse in the style of {a_figure}?
- I bought a second-hand camera at a market, it has somebody's holiday in {a_city} on the film.
Write the story I see.
- My daughter wants to be {a_figure} for carnival. What can I sew by {a_day}?
- I'm stuck at level 40, my healer is dead and his shield is gone. What do I try now?
- My physics tutor {a_first} says light has no mass and still has momentum. Explain what she means,
I have an exam.
""")
_NO_FIRST_PERSON: Final = texts(r"""
- What is known about {a_name} from {a_city} since the fire at {address}?
- How does {a_first} explain to the class that [[two mothers]] will come?
- Give a funny title to this photo: {a_name}, drunk, at the [[DATE_TIME|Christmas]] party of
{company}.
- A quiz for the hen night: questions about {a_name}, {a_age}, {a_job}, [[first kiss with]]
{a_first2}, three exes, one scar.
- Which students failed? {a_name} 41, {a_name2} 77, {a_name3} 38. Pass mark is 50.
- Explain the family situation of {a_first} to a new teacher: [[father in]] {a_country}, mother
nights at {company}, grandmother asleep.
- What are the plates of the two cars in front of {address}: {plate}, {plate2}. Make a table with
hours.
- Who are the parents of {a_name}, born {dob} in {a_city}? Adoption papers name only {a_last2}.
- Give the eulogy a lighter end. {a_name} died at {a_age} in {a_city}, alone, with {n} clocks and
[[no will]].
- How old is {a_name} if the passport {passport} says {dob}?
- Find a polite phrase: the smell from flat {n}, {a_title} {a_last}, has become a matter for the
house.
- Should {a_first} stay in the team photo? {a_first2} has asked that he [[not be near her]].
- Without names it makes no sense: {a_first} left {a_first2} for {a_first3}, who was engaged to
{a_name4}. Draw a graph.
- First draft of the plaque: "Here lived {a_name}, taken from {address} in {a_my}." Which font
suits?
- Many people ask whether {a_name} is the father. Write what the family should say at {company}.
- Questions for the podcast guest {a_name}: childhood in a {a_group} commune near {a_city}, [[two
years without school]], first phone at twenty.
- Most of the guests know each other, but {a_name} and {a_name2} [[must not meet]]. A seating plan
with twelve chairs, please.
- Explain to a child why {a_first} moved from {a_city} to a [[secret house]].
- What did {a_name} do between {a_my} and {a_my2}? The CV says {company}, the tax office says
nothing.
- How many of these live alone: {a_name}, {address}; {a_name2} with son; {a_name3}, {address2},
widow?
- A joke for the wedding of {a_first} and {a_first2}, who met [[in rehab]] in {a_city}. Not too
wild.
- Translate the tattoo of {a_first}: three words in [[NRP|Latin]], name and date of the dead twin,
{date}.
- Are {a_mail} and {a_handle} the same person? Both know the [[name of the clinic]].
- Correct the spelling: {a_name}, wich is maried to {a_name2}, was seen in {a_city} with an other.
- Show how to write a warning to {a_name}: third late rent for {address}, dog against the lease,
noise on {a_day}.
- Play the part of {a_name}, the tenant of {address}, and answer as she did on {a_day}. Then
propose a better reply for {company}.
- Where does {a_first} hide when the exam weeks come? Last time it was {a_city}, without a phone,
[[eleven days]].
- Write a bedtime story in which {a_first}, {a_kid}, of {address}, learns why the court said "every
second weekend".
- Which of the two is safer for {a_first}: the aunt in {a_city}, who drinks, or the uncle at
{a_job} wages with [[a record]]?
- Present the case to the class without pity: {a_name}, {a_age}, no papers, three jobs, one room in
{a_city}.
""")
_NO_FIRST_HEALTH: Final = texts(r"""
- What happens to {a_first} if the {a_proc} on {a_day} finds more?
- How should a {a_age} man with {a_cond}, {a_lab} and no insurance choose between {a_med} and rent?
- Give the class of {a_first} an explanation of {a_cond} that does not sound like a goodbye.
- A funny card for {a_name}, out of {a_hosp} since {a_day}, with half a stomach and all of the
jokes.
- Which ward takes a patient like {a_name}: {a_age}, {a_cond}, [[spits at nurses]]?
- Explain to {a_title} {a_last} why {a_first} can't be left with {a_med} in the house.
- Are the swollen feet of grandmother {a_first} from {a_med} or from the heart? {a_lab}, {a_age}.
- Quiz questions for the new carer of {a_first}: which cup, which side, which pill at {a_time},
what to do with the [[seizures]].
- Who tells {a_first} at the camp that the {a_kin} has died?
- Write a song for {a_first}, week {n} in the incubator at {a_hosp}.
- How many drinks until {a_first} notices that the [[ginger ale]] isn't one?
- What do people at {company} say about {a_name}'s weight since the {a_proc}? Draft a rule against
it.
- Without {a_med} {a_first} hears the radio talk about her. Which words help on the phone?
- First signs were small: {a_first} lost the word for spoon, then the way from {address}. What
comes next, and who decides?
- Translate for the consulate doctor: {a_name}, {passport}, vaccinated {date}, {a_cond} as a child,
scar from {a_proc}.
""")
_NO_FIRST_MONEY: Final = texts(r"""
- What does {a_name} owe after {n} months at {percent}% on {a_sum}, and what can {company} seize?
- How did {a_sum} get from {iban} to {iban2} without the signature of {a_name}?
- Give the debts of the {a_last} family as a pie chart: {a_bank} {a_sum}, car {a_sum2}, [[the
brother]] {a_sum3}.
- Which card is {card}, credit or debit, and what is on file for {a_name}?
- Explain the statement of {a_name}, account {a_acct}: three withdrawals in {a_city} on {a_day},
each {a_sum}.
- A joke about money for {a_first}, who [[lost the house]] in {a_my}. Gentle.
- Are {a_first} and {a_first2} both heirs if the will names only "the children at {address}"?
- Whose wallet is {a_wallet}? It paid {a_sum} to the man who calls himself {a_handle}.
""")
_NO_FIRST_SECRET: Final = texts(r"""
- What happens if {user} logs in with {a_pw} from two places at once?
- How strong is {a_pw} compared with {a_pw2}?
- Give a hint for {a_pw} that only {a_first} would get.
- Which of the three codes is the alarm: {a_code}, {a_code2}, {a_code3}?
- Explain the parts of this line: Authorization: token {key}
- Quiz for the staff of {company}: the safe is {a_code}, the till {pin}, the router {a_pw}. Who may
know which?
- Are there typos in "User {a_handle}, password {a_pw}, valid until {a_day}"?
- Turn "{a_pw}" into something that a person could read out on the phone.
""")

FAMILIES: Final = (
    Family(name="a_first_person_plain", templates=_FIRST_PERSON_PLAIN),
    Family(name="a_no_first_person", templates=_NO_FIRST_PERSON, categories=("personal",)),
    Family(name="a_no_first_health", templates=_NO_FIRST_HEALTH, categories=("health",)),
    Family(name="a_no_first_money", templates=_NO_FIRST_MONEY, categories=("payment",)),
    Family(name="a_no_first_secret", templates=_NO_FIRST_SECRET, categories=("credentials",)),
)

"""Long texts about bodies and minds, one passage private or none."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_BODY_BURIED: Final = texts(r"""
- Plan my meals for two weeks. I cook for three, we like [[NRP|Thai]] and [[NRP|Greek]] food, no
oven, one pan. Shopping only on {a_day}. Cheap, many beans. One thing: {a_first} must stay under 40
g of carbs a meal since the {a_cond}, and I throw up everything with onions, [[ten weeks along]].
Give me a table and a list for the market.
- Critique my short talk on resilience. Slide 1: a tree in the wind. Slide 2: three definitions
from the literature. Slide 3: my own year: {a_cond} in {a_my}, {a_proc} at {a_hosp}, and a boss at
{company} who sent flowers to the wrong ward. Slide 4: what helped, ranked. Slide 5: questions. Is
slide 3 too much for an audience of investors?
- Be my running coach. Goal: half marathon in {a_city}, {a_my}. Now: five kilometres in 31 minutes.
Days: three a week, mornings. Shoes: old. Notes: my {a_spec} put me on {a_dose} and said that my
pulse [[must not go over 140]]; I had {a_sym} on {a_day} at the bridge. Write eight weeks with
paces and one joke a week.
- Edit for clarity. The flat has two rooms, wooden floors and a balcony to the yard. It is quiet,
except for the bells. We give it away because my {a_rel} {a_first} can no longer manage the stairs:
{a_cond}, both legs. Heating is included. There is space for a bike. Please write to us with a few
words about yourselves.
- I'm writing the acknowledgements of my thesis at {a_uni}. Thanks to Professor {a_last} for the
data, to {a_first2} for coffee, to my parents in {a_city} for patience. And to the [[crisis team
at]] {a_hosp}, who on {a_day} took away my laces and gave me back my life. Too honest? Make it a
bit shorter without killing it.
- Role play a job interview for {a_job}. You ask, I answer, and afterwards you tell me how I did.
Ask about the gap in {a_year}, that's when I was [[an inpatient with]] {a_cond}, and push me when I
dodge. The firm is {company}. I want to say nothing untrue and nothing they can use.
- Create a packing list for a family of four, ten days by the sea, hand luggage only. Include
chargers, games, swimming things. For {a_first}: the [[catheter bags]], {a_med}, the letter from
{a_hosp}. For {a_first2}: the pink rabbit, and {a_med2} against the panic on planes. Sort by bag.
- Below is a chapter of my memoir. Please tell me where it drags. "We drove to {a_city} in the
green car. My mother smoked, my father counted bridges. At the clinic they called me by my second
name. {a_title} {a_last} drew my spine on a napkin and said the word {a_cond} as if it were a place
we might visit. Afterwards there was ice cream. There was always ice cream when somebody lied."
- Write the autumn letter to my clients. My practice moves to {a_city}, first floor, with a lift.
Hours stay the same. Prices rise by {percent}%. Also: on {a_day} I shall have a {a_proc}, be away
until {a_my}, and {a_name} takes over the couples; {a_first2} and {a_first3}, whose [[loss in]]
{a_my2} is still raw, keep their hour with me by phone.
- Explain the study to me as if I knew no statistics: 212 patients, two arms, hazard ratio 0.71,
interval 0.52 to 0.97. Why I ask: {a_first}, my {a_rel}, {a_age}, would get arm B at {a_hosp}, has
[[six months]] without it, and we have to sign on {a_day}. Please no false hope, and no jargon.
""")
_BODY_CLEAN: Final = texts(r"""
- Plan my meals for two weeks. I cook for three, we like [[NRP|Thai]] and [[NRP|Greek]] food, no
oven, one pan. Shopping only on [[DATE_TIME|Saturday]]. Cheap, many beans. One thing: no recipe
should take longer than half an hour, and leftovers have to work in a lunch box. Give me a table
and a list for the market, sorted by stall.
- Critique my short talk on resilience. Slide 1: a tree in the wind. Slide 2: three definitions
from the literature. Slide 3: how bridges in {a_country} are built for storms. Slide 4: what
engineers rank highest. Slide 5: questions. Is slide 2 too dry for an audience of investors who
have heard nine talks before lunch?
- Be my running coach. Goal: half marathon in {a_city}, next spring. Now: five kilometres in 31
minutes. Days: three a week, mornings. Shoes: new. Notes: I like hills, hate laps, and there is a
lake nearby. Write eight weeks with paces and one joke a week. Explain what pulse zones are and how
much they matter for beginners.
- Edit for clarity. The flat has two rooms, wooden floors and a balcony to the yard. It is quiet,
except for the bells. The stairs are steep, so that large pianos come in by crane. Heating is
included. There is space for a bike. Please write to the agency with a few words about what you
look for, not about yourselves.
- I'm writing the acknowledgements of a cookbook. Thanks to the editor for the commas, to the
tasters for honesty, to the market of {a_city} for tomatoes. And to everyone who burned a pan in
spring and told nobody. Too silly? Make it a bit shorter without killing it, and end on a dish.
- Role play a job interview for {a_job}. You ask, I answer, and afterwards you tell me how I did.
Ask about teamwork, conflict and weaknesses, and push me when I dodge. The firm is a made-up bakery
chain. Use the STAR method, explain it in two sentences first, and keep count of my filler words.
- Create a packing list for a family of four, ten days by the sea, hand luggage only. Include
chargers, games, swimming things, a small first aid kit with plasters and {a_med}. For children: a
book each and one toy. For adults: less than they think. Sort by bag.
- Below is a chapter of a novel. Please tell me where it drags. "They drove to {a_city} in the
green car. {a_char} smoked, the dog counted bridges. At the border somebody called the dog by its
second name. The guard drew a horse on a napkin and said the word tomorrow as if it were a place
they might visit. Afterwards there was ice cream. There was always ice cream when somebody sang."
- Write the autumn letter of a dental practice to all patients. It moves to a new house, first
floor, with a lift. Hours stay the same. Prices of cleaning rise by {percent}%. Also: a new
{a_spec} joins the team, the aquarium comes along, and check-ups can be booked by phone in the
morning. Warm, one page, no exclamation marks.
- Explain the study to me as if I knew no statistics: 212 patients, two arms, hazard ratio 0.71,
interval 0.52 to 0.97. Why I ask: it is in our journal club, the drug is {a_med}, the disease
{a_cond}, and nobody dares to say what an interval is. Please no jargon, and draw the curves with
letters.
""")

FAMILIES: Final = (
    Family(name="a_body_buried", templates=_BODY_BURIED, categories=("health",)),
    Family(name="a_body_clean", templates=_BODY_CLEAN),
)

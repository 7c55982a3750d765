# ruff: noqa: E501  # a template's lines are as long as people type them
"""Long templates of which one stretch gives something away, and the same without that stretch."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_BURIED: Final = blocks(
    r"""
Act as an experienced speech writer. I need a speech for the summer party of a medium-sized company.

Rules:
- eight minutes at most
- one joke per minute, none about politics
- thank the kitchen, the band and the people who parked the cars
- mention that [[this is the last party, the owners have sold to {b_firm}]] only between the lines
- end with a toast

Style: warm, a bit old-fashioned, short sentences.
%%
You are my writing coach. For every text I paste you give three strengths, three weaknesses and a better first sentence. Do not rewrite the whole text. Do not comment on spelling.

First text:
Leadership is listening. I learned that late. When [[{name} was thrown out of our {b_dept} team because of the affair with the customer]], I said nothing. Today I would speak. A leader who is silent teaches silence. We should ask more and answer less, in meetings, in corridors and at lunch.
%%
Compare project management methods for me: waterfall, Scrum, Kanban. Table with planning, roles, risk, typical use. Then tell me which fits a team of {n} people with many interruptions, where two have [[already signed at {b_rival} and leave in {b_month}]] and the customer wants weekly results. Keep it under 400 words and do not use buzzwords.
%%
I'm learning about loss functions. Explain cross entropy, hinge loss and focal loss with formulas and small numbers. Use an example with rare positives: in our case [[{percent} of 1000 claims of {company} are fraud and we reject all from postcode {n}00]]. Then show how focal loss changes the weight of easy negatives. Finish with three exercises.
%%
Translate the following newsletter into {b_tongue}. Keep the headings and the emojis.

WELCOME BACK
The canteen has new chairs and the lift is repaired.
PEOPLE
Welcome to three trainees! [[{name} will not return, we wish her strength for the therapy.]]
SPORTS
Football on [[DATE_TIME|Thursdays]], all levels.
QUIZ
Who knows the oldest tree in town?
%%
Write a blog post on resilience, 500 words, for people in offices. Structure: a story, two studies, three tips, a question. The story could be ours: when [[the machine in {b_plant} crushed {first}'s hand]], the shift went on working because {b_boss} wanted it. Change nothing about the tips I sent yesterday: sleep, friends, walks. Title with a number.
%%
Make a quiz for our customers about coffee, ten questions with four answers each. Levels: five easy, three medium, two hard. Topics: countries, roasting, machines, history. In question ten please use [[our new roasting curve: {n} minutes at {percent} degrees above the usual]], and let the right answer be b. Add a short explanation under each question and a prize text.
%%
def plan_week(tasks, hours):
    '''Spread tasks over five days.'''
    days = {d: [] for d in range(5)}
    for name, h in sorted(tasks, key=lambda t: -t[1]):
        day = min(days, key=lambda d: sum(x[1] for x in days[d]))
        days[day].append((name, h))
    return days

print(plan_week([("mail", 3), ("[[settlement talk {name} v. {company}]]", 6), ("sport", 2)], 40))

Add docstrings, type hints and a warning when a day has more than eight hours.
%%
Please check this recipe for mistakes, and the note under it as well.

Lentil salad: boil 200 g of lentils for 25 minutes, drain, mix with two tomatoes, parsley, lemon, oil, salt. Serves four.

For {first}: bring it on {b_day}, and don't sit next to {name}, [[he still thinks the inspection found nothing]].
%%
Summarise in {n} bullet points.

The quarter was marked by rain. Visitors stayed away in {b_month}, came back in the holidays and liked the new path along the river. The café sold more soup than ice cream. The board discussed solar panels, dogs on leads and a longer season. [[It also agreed to sell the meadow to {company} for {money}, which is to stay secret until the election.]] The choir sang. Thanks to all who helped with the fence.
%%
Create a fitness plan for twelve weeks. Three days, home, two dumbbells, progress table. Background: 30 minutes per session, mornings. Knees are fine. I sit a lot as {b_title} at {company}, and [[since the investigation against me I hardly sleep]]. Goal: run five kilometres in {b_month}. Show week one in detail and the rest as a table.
%%
Explain the offside rule, then VAR, then goal-line technology, each in two sentences, for a leaflet of a youth club. Add a drawing in ASCII. At the bottom place the small print: trainer {name}, phone {phone}; [[{first} may not be picked up by her father, court order {case}]]; membership forms in the hall.
"""
)

_BARE: Final = blocks(
    r"""
Act as an experienced speech writer. I need a speech for the summer party of a medium-sized company.

Rules:
- seven minutes at most
- a joke at the start and one at the end, none about religion
- thank the kitchen, the band and the children who painted the signs
- mention the rain of last year only between the lines
- end with a toast

Style: cheerful, modern, short sentences.
%%
You are my writing coach. For every text I paste you give two strengths, two weaknesses and a better last sentence. Do not rewrite the whole text. Do not comment on commas.

First text:
Leadership is listening. I learned that in a rowing boat. When the loudest of us took the oars and we went in circles, nobody spoke. Today I would laugh. A leader who is silent teaches silence. We should ask more and answer less, in meetings, in corridors and at lunch.
%%
Compare project management methods for me: waterfall, Scrum, Kanban. Table with planning, roles, risk, typical use. Then tell me which fits a student group of {n} people with many interruptions, where two are often ill and the teacher wants weekly results. Keep it under 300 words and do not use buzzwords.
%%
I'm learning about loss functions. Explain squared error, absolute error and Huber loss with formulas and small numbers. Use an example with outliers: house prices from a public data set in which one castle costs a hundred times more. Then show how Huber loss changes the weight of the castle. Finish with three exercises.
%%
Translate the following sample newsletter into {b_tongue}. Keep the headings and the emojis.

WELCOME BACK
The gym has new mats and the clock is repaired.
PEOPLE
Welcome to our new robot vacuum cleaner! It already lost two fights with the carpet.
SPORTS
Chess on [[DATE_TIME|Thursdays]], all levels.
QUIZ
Who knows the tallest tower in the world?
%%
Write a blog post on resilience, 500 words, for students before exams. Structure: a story, two studies, three tips, a question. The story could be that of [[PERSON|Ernest Shackleton]], whose ship was crushed by ice and who brought all of his men home. The tips: sleep, friends, walks. Title with a number.
%%
Make a quiz about tea, ten questions with four answers each. Levels: four easy, four medium, two hard. Topics: countries, leaves, pots, history. In question ten please use the [[LOCATION|Boston]] Tea Party of [[DATE_TIME|1773]], and let the right answer be c. Add a short explanation under each question and a line for the winner.
%%
def plan_week(tasks, hours):
    '''Spread lessons over five days.'''
    days = {d: [] for d in range(5)}
    for name, h in sorted(tasks, key=lambda t: -t[1]):
        day = min(days, key=lambda d: sum(x[1] for x in days[d]))
        days[day].append((name, h))
    return days

print(plan_week([("maths", 3), ("biology", 6), ("sport", 2)], 40))

Add docstrings, type hints and a warning when a day has more than six hours.
%%
Please check this recipe for mistakes, and the note under it as well.

Bean salad: boil 250 g of green beans for 8 minutes, drain, mix with an onion, dill, vinegar, oil, salt. Serves four.

Note: it tastes better on the next day, but don't add the tomatoes before, they turn soft and the salad gets wet.
%%
Summarise in {n} bullet points.

The summer in the valley was marked by sun. Hikers came in {b_month}, stayed for the night and liked the new bridge across the gorge. The hut sold more lemonade than soup. The leaflet explains marmots, avalanche barriers and the history of cheese. It also says that dogs must be on a lead near cows, which surprises few. The alphorn players rehearsed. A map is on the last page.
%%
Create a fitness plan for ten weeks. Two days, garden, one rope, progress table. Background: 20 minutes per session, evenings. The plan is for a magazine with readers of all ages who sit a lot and would like to sleep better. Goal: skip rope for five minutes in {b_month}. Show week one in detail and the rest as a table.
%%
Explain the rules of volleyball, then beach volleyball, then sitting volleyball, each in two sentences, for a leaflet of a museum of sports. Add a drawing in ASCII. At the bottom place the small print: opening hours as blanks; children under six free; photos without flash; wardrobe in the hall.
"""
)

FAMILIES: Final = (
    Family(name="b_buried", categories=("personal", "corporate"), templates=_BURIED),
    Family(name="b_buried_bare", templates=_BARE),
)

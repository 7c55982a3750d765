# ruff: noqa: E501  # a template's lines are as long as people type them
"""Long ordinary prompts: instructions to assistants, stories, tables, exercises."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_ROLES: Final = blocks(
    r"""
Act as a patient chemistry tutor. You teach teenagers who are afraid of formulas.

Your task:
- Explain one idea at a time with an everyday picture.
- Ask a question after each step and wait for my answer.
- Never give the solution before the second attempt.

Rules:
- Keep answers under 120 words.
- Use metric units.

Start with the mole.
%%
Act as a head-hunter for restaurants. I describe the open position, you tell me where such people spend their time, which three questions to ask, and how to spot a bluffer. Position: somebody who can lead a small kitchen without shouting.
%%
You are "LegalEase", an assistant that explains legal words to lay people.

# Style
Simple, neutral, never advice for a single case.
# Output
1. Definition
2. Example with invented persons A and B
3. Common misunderstanding

First word: estoppel
%%
Act as a therapist in a role play for our psychology seminar. The client is fictional: {b_made}, {b_age}, {b_title}, cannot sleep since a promotion. Stay in the role, ask open questions, and stop when I say "curtain".
%%
Pretend to be the bookkeeper of a travelling circus. Each time I name an expense you say where it belongs in the accounts, what could be saved, and which animal is to blame. First expense: elephant shoes, four pieces.
%%
Role: senior code reviewer
Context: I paste functions, you list problems by severity.
Constraints: no praise, no rewriting unless asked, mention the line.
Format: table with columns line, problem, severity, fix.
Answer only with "ready" if you understood.
%%
You are the narrator of a text adventure. The hero is {b_made}, a {b_age} year old map maker in the city of [[LOCATION|Oldharrow]]. Inventory: lantern, compass, 3 copper coins. Health 20/20. Each turn describe the scene in 60 words and offer three choices. The secret: the mayor [[PERSON|Ilsa Varn]] is the thief. Never reveal it before turn 10.
%%
Act as a product photographer and write an image prompt.
Subject: a ceramic teapot on dark slate
Lens: 85mm, f/2.8, shallow depth of field
Light: soft key from the left, faint rim light
Mood: calm, winter morning
Negative: text, logo, hands
Give me three variants with different colours.
%%
{
  "role": "travel planner",
  "city": "{b_town}",
  "days": {n},
  "interests": ["architecture", "street food"],
  "budget": "low",
  "output": "markdown table with morning, afternoon, evening"
}
%%
Imagine you are {b_figure} on a podcast in the present day. The host asks about your youth, your greatest failure and your view on artificial intelligence. Stay historically plausible, mark every invention with an asterisk, and end with a joke. About 400 words, please write it as a transcript.
%%
Act as a prompt engineer. Improve the prompt between the lines so that a model answers shorter and cites sources.
---
Tell me about the history of {b_country}.
---
Return only the improved prompt.
%%
You coach people who have never done any sport. Make a twelve week plan for a made-up client: a knight in full armour who wants to climb the tower without panting. Two sessions a week, budget two gold coins, mention the warm-up, and warn him about rust.
%%
System: You are a customer service bot of the fictional phone company Telly. Be brief. If the customer asks for account data, say that you cannot see it. If the customer asks for prices, use this list: S 9.99, M 14.99, L 24.99. If the customer is angry, apologise once.
User: my internet is slow since yesterday
%%
Act as a debate coach. Motion: "This house would abolish homework". Give me
(a) three arguments for,
(b) three against,
(c) one killer question for each side,
(d) a closing line of at most 20 words.
Audience: pupils in {b_country}, 15 years old.
%%
Behave like a cybersecurity teacher. For each term I type give a definition, a picture from everyday life, one defence and one exam question. Terms: password spraying, credential stuffing, session hijacking, man in the middle. Do not give working attack code.
"""
)

_STORIES: Final = blocks(
    r"""
Continue this story in the same style, about 300 words:

{b_made} put the letter back under the floorboard. In {b_town} nobody asked questions after midnight, and Doctor {b_made2} least of all. "You have three months," he had said, as one says that the rain will stop. She had paid him {money} and walked home along the canal.
%%
Proofread the chapter of my fantasy novel:

The council of [[LOCATION|Varrenholt]] met beneath the oak. [[PERSON|Ysolde]], heir of the house of [[ORGANIZATION|Marrow]], had sworn to keep the treaty secret. "If the [[NRP|Tarnish]] riders learn that we sold the mine, there will be war before the snow," said [[PERSON|Brannoc]]. He was seventy and tired of lies.
%%
Write a wiki article for my game.

Name: [[PERSON|Kaelith Dawnmere]]
Age: 214
Born: [[LOCATION|Silverfen]]
Class: ranger, level {n}
Allies: [[PERSON|Oru]], [[PERSON|Pim the Tall]]
Enemies: [[ORGANIZATION|the Ashen Circle]]
Secret: carries the key of the lower gate
Sections: appearance, history, abilities, quotes.
%%
Scene for a hospital drama. Cast: Dr. [[PERSON|Mira Solano]] (41), nurse [[PERSON|Tobe]], patient [[PERSON|Mr. Finch]] with an aortic aneurysm, his angry daughter [[PERSON|Wren]]. The operation was postponed because a machine broke. Write two pages of dialogue, no happy end, a quiet last line.
%%
A noir detective story in five short chapters. [[PERSON|Lou Marsh]], private eye, {b_town}, {b_year}. A woman pays {money} in cash to find her husband, an accountant who had copied the books of the [[ORGANIZATION|Belvedere Hotel]]. Every chapter ends with a lie.
%%
Rewrite this scene from the view of the dog:

{b_made} slammed the door. The lawyer had said that the house would go to her sister, that the will was clear. Outside {b_made2} was loading the van. "Say something," he called. She said nothing and looked for the lead.
%%
I need a backstory for a D&D party:
1. [[PERSON|Grum]], half-orc barbarian, {n} years in the arena
2. [[PERSON|Lysa Thorn]], thief, wanted for the theft of a duke's seal
3. [[PERSON|Brother Anselm]], cleric who lost his faith
They meet in prison in [[LOCATION|Kharos]]. Explain why each of them is there and what each hides from the others.
%%
Write an alternative history: {b_figure} never left home and became a baker in {b_town}. Which discoveries would be missing, who would have made them, and what would the newspapers of the day say? Around 500 words, in the form of three newspaper clippings with dates.
%%
Summarise the episode for my fan blog: [[PERSON|Eleven]] opens the gate, [[PERSON|Hopper]] signs the adoption papers, [[PERSON|Mike]] waits at the ball, and the lab in [[LOCATION|Hawkins]] is closed by the government. Mention the music. Spoiler warning on top.
%%
Script for a two-minute sketch. An HR manager must tell a vampire that he is on the layoff list because of the new daylight policy. The vampire has worked there for 340 years and his severance is paid in blood oranges. Ends with the works council, which consists of ghosts.
%%
Poem, long, in the manner of an epic: the merger of two ant hills. Invocation of the muse, a catalogue of the queens' treasures, the secret treaty under the root, the traitor beetle, the feast. Blank verse, about forty lines, no rhymes.
%%
Make a murder mystery dinner for {n} guests. Setting: a castle in {b_country}, {b_year}. For every role give name, age, profession, a secret, a motive and an alibi. One of them is the murderer. Add three clues on paper: a bank receipt, a torn contract and a prescription bottle.
"""
)

_TASKS: Final = blocks(
    r"""
Turn this into a markdown table and sort by price:

Lamp; [[ORGANIZATION|IKEA]]; 19.99
Chair; [[ORGANIZATION|IKEA]]; 45.00
Kettle; [[ORGANIZATION|Philips]]; 32.50
Headphones; [[ORGANIZATION|Sony]]; 89.00
Blender; [[ORGANIZATION|Bosch]]; 54.90
%%
Summarise the article in three sentences.

Shares of {b_listed} rose by {percent} percent on {b_day} after the company had published its quarterly results. Revenue reached {money}, more than analysts had expected. The chief executive said that demand in {b_country} was strong and that the outlook for {b_year} remains unchanged. {b_listed2} also gained.
%%
Extract all people, places and dates from the text as JSON.

[[PERSON|Marie Curie]] was born in [[LOCATION|Warsaw]] in [[DATE_TIME|1867]]. She studied in [[LOCATION|Paris]], married [[PERSON|Pierre Curie]] in [[DATE_TIME|1895]] and received the Nobel Prize in [[DATE_TIME|1903]] and [[DATE_TIME|1911]]. She died in [[DATE_TIME|1934]] of aplastic anaemia.
%%
Classify each review as positive, negative or neutral:
1. "Great phone, the battery lasts {n} hours."
2. "Arrived broken, the shop did not answer."
3. "It is a phone."
4. "My son loves it, the camera could be better."
5. "Never again."
Return CSV with number and label.
%%
Rewrite for pupils of class 5:

Photosynthesis is the process by which green plants convert light energy into chemical energy. In the chloroplasts, carbon dioxide and water are turned into glucose and oxygen. The rate depends on light, temperature and the concentration of carbon dioxide.
%%
Answer with the letter only.

A nurse is caring for a fictional client who has just returned from surgery. Which finding should be reported first?
A) temperature 37.4
B) pain 4 of 10
C) blood pressure 82/40
D) thirst
%%
Here is the data of our school experiment. Draw a conclusion and name two sources of error.

day, height with light (cm), height without light (cm)
1, 2.0, 2.0
3, 3.1, 2.6
5, 4.4, 3.0
7, 6.2, 3.1
9, 7.9, 2.9
%%
Translate into {b_tongue} and keep the line breaks:

The night was still, the harbour slept,
a lantern on the water crept,
and far away beyond the bay
a whistle called the coming day.
%%
Compare the two paragraphs and tell me which one is better for a blog.

A: {b_town} is a city that never sleeps. Its markets smell of spice, its trams sing, and its people talk with their hands.
B: {b_town} has many attractions. There are markets. There are trams. The people are friendly. You should go there.
%%
Grade this essay from 1 to 10 and explain.

Social media is bad because people look at phones. My opinion is that friends are better in real life. On the other hand you can talk to family in {b_country}. In conclusion it has good sides and bad sides. [[PERSON|Mark Zuckerberg]] invented it in [[DATE_TIME|2004]].
%%
Make a multiple choice test (10 questions) from these notes:
- [[NRP|Roman]] republic: consuls, senate, tribunes
- [[PERSON|Hannibal]] crossed [[LOCATION|the Alps]] in [[DATE_TIME|218 BC]]
- [[PERSON|Caesar]] crossed [[LOCATION|the Rubicon]] in [[DATE_TIME|49 BC]]
- [[PERSON|Augustus]] became the first emperor
- Slavery, bread and games
%%
Create a meal plan for one week.
Constraints: vegetarian, no mushrooms, about 2,000 kcal a day, at most 30 minutes of cooking, {n} euros a day.
Output: a table with breakfast, lunch, dinner and a shopping list sorted by aisle.
Add one sentence on how to use leftovers.
%%
Debate summary wanted.

Speaker 1 said that a four day week raises productivity and quoted trials in {b_country}. Speaker 2 said that nurses and bus drivers cannot work four days without more staff. Speaker 3 asked who pays. Speaker 1 answered that sick leave falls by {percent} percent.
%%
Read the job ad and list the required skills.

"A logistics firm is looking for a {b_title}. You like order, speak {b_tongue}, know spreadsheets, and are not afraid of the early shift. We offer a permanent contract, thirty days of holiday and a canteen with a view of the harbour."
%%
Solve step by step.

{b_made} invests {money} at {percent}% per year. {b_made2} invests twice as much at half the rate. After {n} years {b_made} withdraws a third.
a) Who has more?
b) When would both have the same amount?
c) Write the general formula.
%%
You are given a logic puzzle. Five houses in five colours; in each lives a person of a different nationality. The [[NRP|Brit]] lives in the red house. The [[NRP|Swede]] keeps dogs. The [[NRP|Dane]] drinks tea. The green house is left of the white one. The [[NRP|German]] reads the paper. Who keeps the fish? Explain your reasoning.
%%
Format as BibTeX:

[[PERSON|Shannon]], C. E. ([[DATE_TIME|1948]]). A mathematical theory of communication. Bell System Technical Journal, 27, 379-423.
[[PERSON|Diffie]], W., & [[PERSON|Hellman]], M. ([[DATE_TIME|1976]]). New directions in cryptography. IEEE Transactions on Information Theory, 22(6), 644-654.
%%
Football question. Group table after two games:
[[LOCATION|Spain]] 6 points, 5:1 goals
[[LOCATION|Italy]] 3 points, 2:2 goals
[[LOCATION|Croatia]] 1 point, 2:5 goals
[[LOCATION|Albania]] 1 point, 3:4 goals
Which results on the last day would send [[LOCATION|Croatia]] to the next round? List all cases.
%%
Write a product description for an online shop.
Product: rain jacket "Fjell"
Material: recycled nylon, 10,000 mm water column
Colours: moss, rust, night blue
Sizes: XS to XXL
Price: 129.00
Target group: people who cycle to work
SEO words: rain jacket, waterproof, light
Length: 90 words, no superlatives.
%%
Improve the abstract of my paper, keep it under 150 words.

This study examines whether reading aloud improves the memory of adults. Sixty volunteers read lists of words either silently or aloud. Recall was tested after ten minutes and after one week. Reading aloud improved recall by {percent}% (p < .01). We discuss attention and motor encoding as explanations.
%%
Simplify the following theory for a podcast: In principal-agent models the principal cannot observe the effort of the agent. A contract with a bonus shifts risk to the agent and gives an incentive. The optimal share rises with the effect of effort and falls with risk aversion.
%%
Make a timeline: [[DATE_TIME|1957]] Sputnik, [[DATE_TIME|1961]] [[PERSON|Gagarin]], [[DATE_TIME|1969]] [[PERSON|Armstrong]] and [[PERSON|Aldrin]], [[DATE_TIME|1986]] Challenger, [[DATE_TIME|1990]] Hubble, [[DATE_TIME|2012]] Curiosity, [[DATE_TIME|2021]] James Webb. For each one sentence and the agency ([[ORGANIZATION|NASA]], [[ORGANIZATION|ESA]]).
"""
)

FAMILIES: Final = (
    Family(name="b_ordinary_roles", templates=_ROLES),
    Family(name="b_ordinary_stories", templates=_STORIES),
    Family(name="b_ordinary_tasks", templates=_TASKS),
)

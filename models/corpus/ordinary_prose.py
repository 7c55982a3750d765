# ruff: noqa: E501  # a template's lines are as long as people type them
"""Ordinary prompts with pasted prose, scripts, sums and hobby programs."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_PROSE: Final = blocks(
    r"""
Help me with a transition between these two paragraphs of my novel:

The fog lifted from the harbour while {first} counted the crates again. Nineteen. There should have been twenty.

"You look like someone who has lost a ship," said {first2}, and sat down without asking.
%%
Best continuation for this passage? {first} and I slid down the rope into the ravine. Above us the engines of the airship coughed. My hands burned, my heart was loud, and {first2} was already firing. "Don't look up," he cried, and of course I did.
%%
Write a wrestling show script. {name} comes down the ramp and calls out {name2}, the champion, who betrayed her at the last event in {b_town}. {name3} interferes with a ladder. The crowd turns. Promo lines, commentary, cliffhanger.
%%
Fill in a character sheet for a vampire role-playing game: {name}, newly embraced, was a {b_title} in {city}, sire {name2} vanished in {b_year}. Disciplines, touchstones, flaws, haven, three secrets for the storyteller.
%%
Make this paragraph more vivid: {first}'s face filled the screen. Petty theft at sixteen, two fights, charges dropped. The commissioner put down his cup. "And he is our best man?" It was the third pilot episode this week and nobody laughed.
%%
Rewrite as a play. I walked beside {first} along the frozen canal. She told me about her father, the debts, the doctor in {city}, and I told her nothing, as always. At the bridge she stopped and said the only sentence of my book that my editor likes: "You collect other people's weather."
%%
anime fanfic: {b_hero} wakes up in the body of {first}, a shy student in {b_town} who is bullied by {first2}. school festival arc, 800 words, funny then sad, first person
%%
Give feedback on my short story opening (any genre advice welcome):

My name is {name} and I am {b_age} years old, or so the papers say. I was born twice: once in {city}, once on the train. The second time I was given a coat, a number and a sister.
%%
Song text for a musical: {first} sings that the next town is an hour away and that all friends live there; chorus about headlights, bridge in a minor key, last verse at dawn. Funny rhymes welcome.
%%
Write the daily devotional as a gentle song lyric. Verse about a shepherd who thought that he was too old, chorus about being called by name, bridge with the story of [[PERSON|Moses]] and [[PERSON|Aaron]]. Suggest a tempo and three instruments.
%%
Diary of a lazy schoolboy, informal and comic, with drawings described in brackets. The narrator {first} loses his homework, blames {first2}'s hamster, and ends up as the star of the school radio. Three entries from {b_month}.
%%
Describe a photo for an image model: amateur phone snapshot, a woman of about 30 in a denim jacket on a rainy street in {b_town}, natural skin, slight blur, shop lights behind her, candid, no filter, vertical.
%%
dialogue wanted: an alien tries to pass as human and introduces himself to the new neighbours. he is called {name}, says he is {n}000 years old, corrects himself, and praises their lawn with his mouth full of soap
%%
You write obituaries for fictional heroes. Today: {name}, inventor of the silent violin, died at {b_age} in {city}, survived by a parrot. Dry humour, 120 words, last line must contain the word "encore".
%%
Soap opera recap, invented: {first} learns that {first2} is not her daughter. {first3} sells the hotel to the {company} and burns the contract. {first4} wakes from the coma and remembers the wrong wife. Write the trailer voice-over.
%%
Improve the rhythm: When {name} had been mayor for nineteen winters, a letter came from the capital. It had no stamp, no sender and, as the postman swore, no weight. In {city} such letters were opened by the oldest woman or not at all.
"""
)

_HOBBY: Final = blocks(
    r"""
from random import getrandbits
from hashlib import sha256
FLAG = b"flag{ ... }"
key = getrandbits(64)
ct = bytes(a ^ b for a, b in zip(FLAG, sha256(str(key).encode()).digest()))
print(ct.hex(), key >> 40)

This is a beginner's crypto challenge of a public capture-the-flag contest. What is the weakness? Hints only.
%%
import pathlib, re, sys

def read_links(path):
    text = pathlib.Path(path).read_text()
    return re.findall(r"https?://[^ ]+", text)

for number, link in enumerate(read_links(sys.argv[1])):
    print(number, link.rsplit("/", 1)[-1])

I wrote this little tool at home. How do I show a progress bar?
%%
Assume a flat costs {money} today. Account for 3% inflation a year, yearly costs of {money2} and a loan at {percent}% over {n} years. Give me a table with the value of each year and the sum at the end, as a spreadsheet formula too.
%%
If I put aside 200 each month at 7% per year, how long until I have {money}? And with 300? Show the formula for the future value of an annuity and a table for 5, 10, 20 and 30 years.
%%
Rescale so that
- no number is smaller than 10
- all add up to 100
- each is a whole number
23.4, 17.6, 11.3, 10.1, 9.9, 27.7
Explain the rounding rule.
%%
1, 2, 5, 13, 34, 89, ? Choose the next: 144, 233, 212. Then find a rule for 3, 4, 8, 17, 33, 58.
%%
a redis cluster in the documentation prints

07c37dfeb235213a872192d90877d0cd55635b91 [[IP_ADDRESS|127.0.0.1]]:30004@31004 slave e7d1eecce10fd6bb5eb35b9f99a514335d9ba9ca 0 1426238317239 4 connected

what does each column mean, and how do the slots move when i add a node?
%%
Here is the schema of my manga reading list, please make it third normal form:

CREATE TABLE manga (id INT, title TEXT, authors TEXT, genres TEXT, chapters INT, last_read DATETIME, stars INT);
%%
Bingo for the class: numbers 1 to 90, a board of nine rows and ten columns, each drawn number is crossed out and spoken. Plain HTML, CSS and JavaScript in one file, large buttons, works on a tablet.
%%
Grid problem from a contest. N rows and M columns, each cell has a height. A ball rolls to the lowest neighbour until it stops. For each cell print how many balls end there if one ball starts in each cell. N, M <= 1000. Which algorithm, and what about ties?
%%
Answer as a shop owner to these invented reviews:
"Third visit and no disappointment, the plum cake is a dream."
"Waited twenty minutes, the waiter hummed."
"Nice place, but the chairs are tiny."
Friendly, different wording each time, invite them back.
%%
Give advice on a trip: two friends drive through [[LOCATION|New Zealand]], one of them wants to see every waterfall, the other wants to reach [[LOCATION|Queenstown]] by {b_day}. The tank is half full, the weather turns. What are fair compromises? Think it through before you answer.
%%
# Agent: Refactoring Expert
## Triggers
- code smells, long functions, duplicated logic
## Behaviour
1. read before writing
2. smallest safe step
3. run the tests
## Output
a diff and one paragraph
## Limits
never change public interfaces, never add dependencies

Rewrite this agent description in a friendlier tone and add an example.
%%
{
  "task": "style_transfer",
  "input": { "reference": "uploaded portrait", "keep": ["pose", "light"] },
  "style": { "medium": "linocut", "palette": ["ink", "rust", "cream"] },
  "avoid": ["text", "extra fingers"],
  "output": { "size": "1024x1536", "count": 2 }
}
Explain each field, then propose a second style.
"""
)

FAMILIES: Final = (
    Family(name="b_ordinary_prose", templates=_PROSE),
    Family(name="b_ordinary_hobby", templates=_HOBBY),
)

"""Mail between named people and letters about them, and letters about nobody."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_MAIL_PASTED: Final = texts(r"""
- From: {a_name} <{a_mail}>\nTo: {a_name2} <{a_mail2}>\nSent: {a_day}, {a_time}\nSubject:
keys\n\nHi {a_first2},\n\nI left them with {a_first3} at {address}. She is in until {a_time2}.
Please don't tell [[the landlord]].\n\n{a_first}
- Dear {a_title} {a_last},\n\nthank you for [[your payment]] on {a_day}. We still miss the signed
copy for the flat in {a_city}. You can send it to {a_mail} or bring it to {address}.\n\nKind
regards\n{a_name}\n{company}
- [{date}, {a_time}] {a_first}: did you talk to {a_first2}??\n[{date}, {a_time}] {a_first3}: yes.
she's [[moving out]]\n[{date}, {a_time2}] {a_first}: omg. does {a_first4} know\n[{date}, {a_time2}]
{a_first3}: not yet, call me {phone}
- Hello {a_first},\nit was good to meet you at {company} in {a_city}. As discussed, {a_name2} will
take over [[your file]] from {a_day}. Her direct line is {phone}.\nBest,\n{a_name3}\n[[Head of
Admissions]], {a_uni}
- Hi team,\n{a_first} will be away from {a_day} to {a_day2} as [[her father died]]. {a_first2}
takes her calls ({phone}), {a_first3} the newsletter.\nThanks\n{a_first4}
- Mum,\nwe are fine, {a_first} has a tooth, and the house in {a_city} is ours from {a_day}. Don't
send money to the old account. {a_first2} says hello. The new number is {phone}.\nYour {a_first3}
- Dear Professor {a_last},\nI am {a_name} from your [[DATE_TIME|Tuesday]] class at {a_uni}. I could
not hand in the essay because [[my brother was arrested]]. May I get time until {a_day}?\nYours,
{a_name}, student {account}
- > On {date} {a_name} wrote:\n> please see the attached list. {a_first2} owes us [[two
months]].\n\nHi {a_first},\nI spoke with {a_first2}, she can pay {a_sum} on {a_day}.\n{a_first3}
- To: {a_mail}\nCc: {a_mail2}; {a_mail3}\nRe: {a_name} - room for {a_day}\n\nDear all, {a_title}
{a_last} needs a ground-floor room because of [[his leg]]. Arrival {a_time}. {a_name2}
- Voicemail, {a_day}, {a_time}: "Hi {a_first}, it's {a_name} from the school, {a_first2} hit
another boy again. Please call back, {phone}."
- Good evening {a_title} {a_last}, [[your mother]] has asked us not to let {a_name2} visit room {n}
any more. Please confirm by {a_day}. Sister {a_first3}, {company}
- Hey {a_first}, just saw {a_first2} and your ex at the station in {a_city}, [[holding hands]].
Thought you should hear it from me. {a_first3} x
""")
_MAIL_HARMLESS: Final = texts(r"""
- From: [[EMAIL_ADDRESS|newsletter@example.com]]\nTo:
[[EMAIL_ADDRESS|subscribers@example.com]]\nSubject: ten autumn soups\n\nHello soup friends,\n\nthis
week we cook pumpkin, leek and lentil. The full recipes stand below, and the tip of the week is to
freeze stock in ice trays.\n\nYour kitchen team
- Dear customer,\n\nthank you for visiting our shop. We would love to hear what you think of the
new layout. The form takes two minutes and asks for nothing but stars.\n\nKind regards\nThe shop
team
- [09:12] A: did you see the final??\n[09:13] B: yes. what a goal\n[09:13] A: omg. and the
keeper\n[09:15] B: we should play again some day, the hall is free
- Hello [FIRST NAME],\nit was good to meet you at [EVENT]. As discussed, [COLLEAGUE] will send the
brochure by [DATE]. You can reach us at [PHONE].\nBest,\n[SENDER]\n[POSITION], [COMPANY]
- Hi team,\nthe printer on the third floor is asleep until the new toner comes. Please use the one
next to the kitchen. The newsletter goes out as usual.\nThanks, the office
- Mum,\nthe cake was great, {a_first} ate three pieces, and the garden looks lovely. Don't send
more jam, the shelf is full. The dog says hello.\nYour favourite child
- Dear Professor Owl,\nI am a hedgehog from your night class at the [[ORGANIZATION|Forest School]].
I could not hand in the essay because the river ate it. May I get time until the next moon?\nYours,
spiky
- > Someone wrote on the forum:\n> please see the docs, the flag was removed in version
3.\n\nHi,\nI checked, the flag is back in 3.2 and prints a warning.\nA maintainer
- To: all residents\nCc: the board\nRe: bike cellar\n\nDear all, please put a coloured ribbon on
bikes that still roll. Bikes without a ribbon go to charity. The caretaker
- Museum audio guide, stop 12: "You are standing before a portrait by {a_figure}'s rival. Look at
the left hand. Please press 13 to go on."
- Good evening passengers, our train to [[LOCATION|Hamburg]] will reach its next stop with a delay
of ten minutes. Please use the other platform for trains to [[LOCATION|Kiel]]. Your crew
- Hey reader, just saw a heron and two ducks at the pond in the park, walking in a line. Thought
you should hear it from a bird lover. The club
""")
_MAIL_REPLY: Final = texts(r"""
- Reply kindly but say no: "Hi {a_first}, could {a_first2} stay at your place in {a_city} for a
month? [[He has nowhere to go]] since {a_first3} threw him out. {a_name}"
- Translate into [[NRP|Spanish]], keep it warm. Dear {a_title} {a_last}, your son {a_first2} has
missed [[eleven days]] of school since {a_my}. We would like to see you on {a_day} at {a_time}.
{a_name3}, {company}
- summarize this thread for me pls. {a_first}: i can't do {a_day}, court. {a_first2}: again??
{a_first}: yes {a_first3} wants the kids. {a_first2}: call {a_title} {a_last}, number {phone}
- Make this email shorter: Good morning {a_title} {a_last}, following our call on {a_day} I confirm
that {a_name2} and I would like to view the house at {address}. We can be reached at {a_mail} or
{phone}. We are a couple with one child, no pets, both employed at {company}.
- What would you answer? "{a_first}, I know you read my messages to {a_first2}. I'm staying at my
sister's in {a_city}. Don't come."
- fix grammar: hello {a_first} this is {a_name2} i am write you because the rent from {a_my} is not
come, i have wait, my wife {a_first3} is sick
- Write back to {a_name} ({a_mail}) that we accept her offer for the car with plate {plate},
pick-up {a_day} at {address}.
- Is this passive aggressive? "Dear {a_first}, as I wrote to you and {a_first2} on {a_day}, and
again on {a_day2}, the fence is on our side. {a_name3}"
- Turn the voice note into a proper letter: so this is {a_name} from {address}, uh, the parcel for
my neighbour {a_name2} came to me on {a_day}, and he has been [[in hospital]] since, and, uh, what
do I do with it.
- Draft a thank-you note to {a_title} {a_last} at {a_uni} for the recommendation that got me,
{a_name}, into {a_uni2}.
- Sort these messages by urgency. 1 {a_first}: "mum fell". 2 {a_name2}: invoice. 3 {a_mail}: "pls
call {phone}". 4 {a_first3}: party on {a_day}.
- The letter from my brother {a_first} in [[prison]] is below; help me find words. "You never came
on {a_day}. {a_first2} did. Tell dad I'm not angry."
- Rephrase so that {a_name} does not feel attacked: you told {a_first2} and half of {company} about
[[my divorce]].
- Put into a polite tone. {a_first}, you owe me {a_sum}, you have a new car, I've seen the pictures
you posted from {a_city}.
- please translate to [[NRP|english]] for my landlord {a_title} {a_last}: la caldera está rota
desde el {date}, mi hija {a_first2} tiene [[dos meses]]
- Quote only what {a_first} promised: "{a_first2}: when will you send the papers? {a_first}: on
{a_day}, {a_name3} has to sign first. {a_first2}: and the {a_sum}? {a_first}: same day."
- Can you make an apology to my students at {a_uni}? I, {a_title} {a_last}, shouted at {a_name2} on
{a_day} because [[my marriage is breaking up]], and they deserve an explanation.
""")
_MAIL_HELP: Final = texts(r"""
- Reply kindly but say no: "Dear shop, could you stay open for one more hour on
[[DATE_TIME|Sunday]]? We all come from far away and love your buns."
- Translate into [[NRP|Spanish]], keep it warm. Dear parents, the school fair starts with music by
the choir. There will be games, a book stall and lemonade. We would like to see all of you, rain or
shine.
- summarize this thread for me pls. user1: can't boot. user2: again?? user1: yes, black screen.
user2: try the other cable, then the fuse
- Make this email shorter: Good morning, following the many questions we got about the new bins I
confirm that paper goes into the blue one, glass into the green one and everything else into the
grey one. We empty them twice a week and never on holidays. Please flatten boxes.
- What would you answer? "Waiter, there is a fly in my soup. I'm not angry, just surprised."
- fix grammar: hello everybody this is small shop i am write you because the new bread is come, we
have wait long, the oven was sick
- Write back to a customer that we accept returns within 30 days, pick-up free, no questions asked.
- Is this passive aggressive? "As already stated in the documentation, and again in the changelog,
the function returns a list."
- Turn the voice note into a proper notice: so, uh, the pool is closed, uh, two weeks, because of
the tiles, and the sauna is open, and, uh, bring your own towel.
- Draft a thank-you note that any student could send to any teacher at the end of term.
- Sort these chores by urgency. 1 water the basil. 2 back up the laptop. 3 call a plumber about a
burst pipe. 4 dust the shelf.
- The letter from the pirate to his parrot is below; help me find rhymes. "You never came to the
ship. The monkey did. Tell the cook I'm not angry."
- Rephrase so that readers do not feel attacked: half of you do not back up your data.
- Put into a polite tone. Stop parking bikes in front of the door, the postman has climbed over
them all week.
- please translate to [[NRP|english]]: la caldera produce agua caliente para toda la casa y se
revisa una vez al año
- Quote only the promise: "The oracle said: when the owl sings twice, the bridge will open. The fox
said: and the toll? The oracle said: paid in walnuts."
- Can you make an apology that a football club posts after losing 0:7? [[PERSON|José Mourinho]]
would never sign it, so make it funny.
""")
_LIST_PEOPLE: Final = texts(r"""
- Deduplicate and sort by surname:\n{a_name}, {a_mail}, {phone}\n{a_name2}, {a_mail2},
{phone2}\n{a_name}, {a_mail3}\n{a_name4}, {address}
- | name | born | room |\n| {a_name} | {dob} | 12 |\n| {a_name2} | {dob2} | 14 |\n| {a_name3} |
{dob3} | 14 |\nWho is the oldest?
- Class list year 6: {a_name}; {a_name2} (parents separated); {a_name3}; {a_name4} (no pork). Make
four groups of mixed ability.
- INSERT INTO members VALUES ('{a_name}', '{a_mail}', '{dob}');\nINSERT INTO members VALUES
('{a_name2}', '{a_mail2}', '{dob2}');\nadd a column for the phone
- Draw our family tree from this: my mother {a_name}, born {a_year} in {a_city}, had {a_first2}
with {a_name3} and me with my stepfather {a_name4}.
- Text these people a reminder for {a_day}: {a_first} {phone}, {a_first2} {phone2}, {a_title}
{a_last3} {phone3}
- { "id": 88, "customer": "{a_name}", "mail": "{a_mail}", "ship_to": "{address}" }\nflatten this to
csv
- signups so far:\n1. {a_name} + {a_first2}\n2. {a_name3} (wheelchair)\n3. {a_handle} from
{a_city}\nhow many chairs do we need?
- Address labels please, one per line, capitals: {a_name}, {address}; {a_name2}, {address2}
- Which of my matches should I meet? {a_first}, {a_age}, {a_job}, {a_city}, three kids. {a_first2},
{a_age2}, still lives with his ex, {a_handle}.
""")
_LIST_THINGS: Final = texts(r"""
- Deduplicate and sort by colour:\nred, apple, round\nyellow, banana, long\nred, cherry,
round\nred, apple, round
- | planet | moons | rings |\n| [[LOCATION|Mars]] | 2 | no |\n| [[LOCATION|Saturn]] | 146 | yes
|\n| [[LOCATION|Venus]] | 0 | no |\nWhich has most?
- Class list for the game: wizard; healer (no sword); archer; thief (no armour). Make four groups
of mixed ability.
- INSERT INTO members VALUES ('[[PERSON|Alice]]', '[[EMAIL_ADDRESS|alice@example.com]]',
'[[DATE_TIME|2000-01-01]]');\nINSERT INTO members VALUES ('[[PERSON|Bob]]',
'[[EMAIL_ADDRESS|bob@example.com]]', '[[DATE_TIME|2000-01-01]]');\nadd a column for the phone
- Draw the family tree of the [[PERSON|Tudors]]: [[PERSON|Henry VIII]] had [[PERSON|Mary]],
[[PERSON|Elizabeth]] and [[PERSON|Edward]].
- Text for a reminder: the library closes at six, books can go through the slot in the door
- { "id": 1, "customer": "[[PERSON|Jane Doe]]", "mail": "[[EMAIL_ADDRESS|jane@example.com]]",
"ship_to": "[[POSTAL_ADDRESS|1 Example Road]]" }\nflatten this to csv
- ideas so far:\n1. a kite shop\n2. a tea bus\n3. a library of tools\nhow many of them need a
licence?
- Labels for spice jars please, one per line, capitals: cumin, coriander, clove, mace
- Which of these laptops should a student buy? A: 13 inch, 1.1 kg, 16 GB. B: 15 inch, 1.9 kg, 32
GB, still under warranty.
""")

FAMILIES: Final = (
    Family(name="a_mail_pasted", templates=_MAIL_PASTED, categories=("personal",), form="document"),
    Family(name="a_mail_harmless", templates=_MAIL_HARMLESS, form="document"),
    Family(name="a_mail_reply", templates=_MAIL_REPLY, categories=("personal",)),
    Family(name="a_mail_help", templates=_MAIL_HELP),
    Family(name="a_list_people", templates=_LIST_PEOPLE, categories=("personal",)),
    Family(name="a_list_things", templates=_LIST_THINGS),
)

"""Health told at length or without a keyword, and harmless tales in the same words."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_ILLNESS_TOLD: Final = texts(r"""
- I've been trying to keep a log for {a_title} {a_last} but I never know what matters. {a_day}:
woke at four, {a_sym}. Took {a_dose}. Work at {company} was fine until the meeting, then {a_sym2}
again, I hid in the [[storeroom]]. {a_day2}: better, walked the dog with {a_first}. {a_day3}: my
mother called from {a_city}, argued about [[dad's will]], two panic attacks. Please sort this into
triggers and symptoms.
- the appointment got moved to {a_day}. she said bring someone. [[you don't say bring someone]] if
it's good news, do you
- He used to know all the birds by song. On {a_day} he asked me who the [[woman in the kitchen]]
was, and it was {a_first}, his wife. Help me write to his old colleagues at {a_uni} so that they
stop inviting him.
- {a_first} only eats white things now, four crackers, the inside of a roll. She is {a_kid}, her
jeans slide, and she runs before school. How do I speak with her without making it worse?
- I take the blue one in the morning for my head and the white one at night for [[what]] {a_first}
[[did to me]]. I want to stop the blue one. What do I tell the doctor?
- After the second round I could taste metal for days, my hair was on the pillow on {a_day}, and
{a_first} shaved the rest in the bathroom. Turn this into a poem for her birthday.
- Good morning respected doctors, today I present a {a_age} {a_nat} man who came to {a_hosp} on
{a_day} with {a_sym} and {a_sym2}. He works as [[{a_job}]] in {a_city}, is divorced, and lost his
son last year. {a_lab}. Please improve the language of my case talk.
- we tried for [[six years]]. three rounds, two in {a_city}, one in {a_country}. the clinic says my
eggs are the problem and {a_first}'s family says it's god. write me an answer for the next sunday
lunch
- Whenever the phone rings I think it's the ward. He weighs [[1,140 grams]], his name is {a_first},
they let me hold him on {a_day}. What do I write to people who send balloons?
- Rewrite so that HR understands and doesn't pity me: since the accident on {a_day} I forget names,
I get lost between the car park and my desk, and {a_first} has been quietly doing my reports.
- My father-in-law {a_name} says they "found something" and will say no more. He gave away his
tools. He asked me for the [[name of a notary]]. Should we push him to tell us?
- I smell of it even when I haven't had any. My {a_rel} counts the bottles, so I pour it into [[the
shampoo]]. I operate a crane for {company}. What would a doctor have to report?
- Turn this into a letter to the school: {a_first} sleeps in class because the pump alarm wakes us
at two, three and five. {a_title} {a_last} called her lazy in front of everyone. She is
[[AGE|nine]], she checks her own sugar.
- She stopped singing in the shower. She says she's a burden on {a_first} and me. Last night I
found her [[on the balcony rail]], "just cold air", she said. Is this an emergency?
- I gave my {a_rel} a kidney in {a_year} and now he's drinking again. Do I get to be angry? Write
the text I will not send.
- The man I'm seeing takes one pill a day and says he can't pass it on. I love him. My sister
{a_first} says run. What are the facts, in our case?
- It burns, I can't sit through a lecture, and the only person I was with since {a_my} is
{a_first}. Which clinic in {a_city} doesn't send letters home?
- Make this shorter for the crowdfunding page: {a_first} was a dancer. On {a_day} a lorry turned
right in {a_city} and did not see her. She has had [[eleven operations]], the insurer {a_insurer}
stopped paying for {a_proc}, and she wants to walk to the altar with {a_first2} in {a_my}.
- the voice comes when i do the dishes. it says my name, {a_low}, and then what id do with the
knife. i wont. i just want it quiet. {a_med} made me fat so i stopped
- We need a rota for granny. {a_first} mornings, I do nights. She needs turning every two hours,
the [[sore on her heel]] is open, she spits out {a_med}, and the carer from {company} quit on
{a_day}.
- I was a nurse at {a_hosp} when it happened. {a_name}, bed six, the wrong bag. I hung it. Nobody
asked me. He was [[somebody's dad]]. I want to write to them after all these years; tell me why I
shouldn't.
- I fainted on the pitch again and the club wants a paper. My cousin died on a pitch, same age.
Draft my question to the {a_spec} before {a_day}.
- Mum's tablets, in her words: the heart one, the water one, half a sleeping one, and "{a_first}'s
drops" from next door. She is {a_age}. Anything there that doesn't go together?
- They want to section my brother. He's at {a_hosp}, he thinks I'm [[the one who reports him]], he
called me {a_first}, that's our dead sister. What can I say at the hearing on {a_day}?
""")
_ILLNESS_RETOLD: Final = texts(r"""
- I've been trying to keep a log for my tomato plants but I never know what matters. Week one:
yellow leaves. Week two: better, moved them next to the basil. Week three: two days of hail, argued
with the neighbour's cat. Please sort this into weather and pests, and tell me what a gardener
would note down every day.
- the release got moved again. she said bring popcorn. you don't say bring popcorn if it's a short
meeting, do you
- In the novel the old man knows all the birds by song. In chapter nine he asks who the woman in
the kitchen is. How do reviewers read this scene, and how does it differ from the film?
- {a_first} only paints white things now, four eggs, the inside of a shell. How do I write a review
of such a show without making it sound dull?
- I take the blue pawn in the morning and the white one at night, the puzzle says. I want to swap
them. What do I tell the player on the left?
- After the second round the cake tasted of metal, there was flour on the pillow, and the judges
laughed in the bathroom. Turn this into a poem about a baking show.
- Good morning respected guests, today I present a small history of {a_hosp}'s clock tower. It was
built in {a_year}, burned once, and tells the wrong time on purpose. Please improve the language of
my guided tour, it should sound warm, and keep every joke.
- how many rounds of IVF do couples have on average, and what do clinics in {a_country} charge?
write it as an answer for a health magazine
- Whenever the phone rings in this play, somebody drops a plate. What do directors write about the
balloons in act two?
- Rewrite so that a layman understands it: after a concussion some people forget names or get lost
in known places, and most of them recover within weeks, so employers should plan light duty.
- A father-in-law in my sitcom says they "found something" in the cellar and will say no more. He
gives away his tools. It is a piano. Should the audience know before the wife does?
- It smells of it even when there is none in it: which cheeses can do without truffle? What would a
chef report about shampoo-like aromas?
- Turn this into a letter to all parents: some children in our school wear pumps or sensors; alarms
may sound in class; teachers know what to do; please don't touch the devices, and tell your child
that they are not toys.
- She stopped singing in the shower, says the radio play, since the shower sings back. Is this
comedy or horror?
- Write a fairy tale in which a king gives his brother a kidney bean and the brother starts a
garden. Do kings get to be angry?
- What are the facts about U=U, undetectable means untransmittable, and how did campaigns by
[[ORGANIZATION|UNAIDS]] explain it to couples?
- It burns, it is red, it sits in my window: which clinic for cacti would you ask, if plants had
doctors? Make it a riddle for children.
- Make this shorter for the programme: The dance piece begins with a lorry made of paper. Eleven
dancers turn right, one does not. There is no music in the first half, and the last picture is a
door. The choreographer lives by the sea and has never explained it.
- the voice in the audiobook comes when i do the dishes. it says "chapter nine" and then the cat
jumps. i just want a calm one. which narrators are known for that
- We need a rota for the goats. Mornings feed, nights lock the shed. They need fresh hay every two
days, the gate on the hill is open, and they eat hats.
- A nurse in a war novel hangs the wrong lamp and a ship sails to the wrong harbour. Who asks her,
and what does she answer after all these years? Continue, 300 words.
- Why do some young athletes faint on the pitch? Draft a paragraph on screening, with the arguments
for and against an ECG for everyone.
- Grandmother's spices, in her words: the red one, the dusty one, half a nut, and drops of orange.
Anything there that doesn't go together in a cake?
- What does it mean to be sectioned in [[LOCATION|England]], who decides, and what can be said at a
hearing?
""")
_HEALTH_LINE: Final = texts(r"""
- {a_cond}, since {a_my}, tell nobody
- need a rhyme for my {a_proc} scar
- is {a_bp} ok for me at {a_age}?
- i wet myself at work today
- on {a_med} and had three drinks. die?
- My HIV test is on {a_day}. Calm me down.
- {a_first} has lice again, text for the class chat
- Positive. Two lines. What now?
- Am I an alcoholic if I need one to sleep?
- my {a_rel} says i snore and stop breathing
- Does my {a_insurer} plan see that I got {a_med}?
- Can't feel my left foot since the epidural.
- {a_first} ({a_kid}) [[swallowed a battery]]
- I hear {a_first} through the wall, coughing blood I think.
- make my lie about {a_cond} sound believable to {a_title} {a_last}
- We got the result: trisomy 21. How long do we have to decide?
- My stoma bag leaks when I run, hacks?
- told them at {company} it's migraine, it's [[withdrawal]]
- I'd like to know why I bled at 34 weeks.
- {a_lab}. [[fasting]]. bad?
- the {a_spec} touched me in a way that felt wrong
- Which words do I use to tell {a_first} the baby has no heartbeat?
- back on {a_med}, third time, feel like a failure
- My penis is bent since {a_day}
""")
_HEALTH_WORD: Final = texts(r"""
- {a_cond}, since when is it known?
- need a rhyme for scar
- is {a_bp} a normal reading in textbooks?
- my tap wet itself at work, joke of the day
- on a diet of memes and three drinks of water. title for a blog?
- What does an HIV test measure? Keep it calm.
- head lice, text for a class chat, general advice
- Positive. Two lines. Which battery pole is it?
- What separates habit from addiction in the [[ORGANIZATION|DSM]]?
- why do people snore and stop breathing
- Do insurers in {a_country} see what doctors prescribe?
- Can't feel the left speaker since the update.
- battery recycling, where
- I hear drums through the wall in this song, which instrument is it
- make a story about a lie sound believable
- What is trisomy 21, and when was it first described?
- My hydration bag leaks when I run, hacks?
- told them at trivia night it's a migraine in [[PERSON|Picasso]]'s paintings, it's cubism
- I'd like to know why bleeding stops, the clotting cascade in five steps.
- fasting. good or bad according to studies?
- the patient spider, a nursery rhyme
- Which words do I use to tell a class what a heartbeat is?
- back on the bike, third time, feel like a champion
- My fork is bent since dinner
""")

FAMILIES: Final = (
    Family(
        name="a_illness_told",
        templates=_ILLNESS_TOLD,
        categories=(
            "health",
            "personal",
        ),
    ),
    Family(name="a_illness_retold", templates=_ILLNESS_RETOLD),
    Family(name="a_health_line", templates=_HEALTH_LINE, categories=("health",)),
    Family(name="a_health_word", templates=_HEALTH_WORD),
)

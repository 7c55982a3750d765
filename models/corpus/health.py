"""Templates that disclose somebody's health, and harmless ones about the same illnesses."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_HEALTH_OWN: Final = texts(r"""
- I was told on {a_day} that I have {a_cond} and I can't stop reading about it. How do people get
through the first month?
- been on {a_dose} for three weeks now and my [[libido is gone]], is that normal?
- My {a_spec} wants me to start {a_med} but I'm still [[breastfeeding]]. What would you ask at the
next visit?
- i have {a_cond}, {a_age}, male, and drink maybe [[four beers a night]]. be honest how bad is it
- Draft a message to my manager asking for time off for a {a_proc} without saying what it is. It's
on {a_day} and I'll be out two weeks.
- My results came back: {a_lab}, {a_bp}. I take {a_dose}. What does that mean for me?
- After the {a_proc} I still get {a_sym} every evening, do I wait or call them?
- I'm {a_age}, [[14 weeks pregnant]] and I've been diagnosed with {a_cond}. Make a list of
questions for the midwife.
- can u write a text to my {a_kin} saying i'm in {a_hosp} with {a_cond} but not scary
- Ich mean, sorry my [[NRP|english]]. I have {a_cond} since {a_year} and the doctor give me
{a_med}. I can drive car?
- Plan my week around [[dialysis on]] {a_day} and two half days of work, I get very tired
afterwards.
- Write a diary entry in my voice. Facts: {a_age}, {a_cond}, second {a_proc} failed, {a_kin} moved
out.
- I stopped taking my {a_med} without telling anyone and now I feel {a_sym} again. Should I
confess?
- Is it worth a second opinion if my {a_spec} at {a_hosp} says the {a_cond} is [[inoperable]]?
- My period is [[nine days late]] and I had unprotected sex in {a_city}. What are my options here?
- Please make this sound less whiny: "I have had {a_sym} since the {a_proc}, nobody at {a_hosp}
listens, I am taking {a_dose} and I cry in the car."
- Turn my notes into a table. [[DATE_TIME|mon]]: {a_sym}, {a_bp}. [[DATE_TIME|tue]]: took {a_dose},
slept badly. [[DATE_TIME|wed]]: {a_sym} again, panic at work.
- I hid my {a_cond} on the application for {a_insurer}. Can they find out?
- I'm trans, [[eight months on]] {a_med}, and want to explain it to my grandmother in simple words.
- hi doc, {a_age} f, {a_sym} and {a_sym2} since {a_day}, on {a_med}, allergic to penicillin. what
is it
- Act as my {a_spec}. I have {a_cond}, I smoke, and I have thought about [[not being here any
more]].
- Two years sober from {a_cond} and I bought a bottle today. Talk me down.
- Why would my {a_med} dose be doubled when my {a_lab} looks fine?
- Explain my biopsy letter to me, it says "[[high grade dysplasia]], margins involved", I'm seeing
the {a_spec} on {a_day}.
- Rate my excuse for missing the meeting, the truth is I was [[throwing up from chemo]].
- My {a_cond} is back. Write the e-mail to my team so that I can keep working from home, and leave
out the details.
""")
_HEALTH_GENERAL: Final = texts(r"""
- What does a {a_spec} actually do on a normal day, and how do people train for it?
- How do people cope in the first month after a diagnosis of {a_cond}?
- is {a_med} known for killing the libido, and does that wear off?
- Which questions should anyone ask a {a_spec} before starting {a_med}?
- Give me a neutral overview of {a_cond}: causes, tests, treatment, outlook.
- Draft a template message an employee could send to ask for time off for a medical procedure
without naming it.
- What is a normal range for {a_lab}, and how do labs measure it?
- How long do {a_sym} usually last after a {a_proc} in general?
- Make a list of ten questions that a midwife hears most often from first-time parents.
- can u write a short funny text about hospitals food for a greeting card
- sorry my [[NRP|english]]. I study nursing and must present {a_cond} tomorrow. I can start with
what?
- Plan a balanced week of meals for a healthy adult who works two half days and trains on
[[DATE_TIME|Wednesday]].
- Write a diary entry of a fictional {a_spec} on a night shift in [[DATE_TIME|1920]]. She is tired
and a bit funny.
- Why do some people stop taking {a_med} once they feel better?
- Is it worth getting a second opinion in general, and how do health systems handle it?
- How accurate are pregnancy tests from the drugstore, and which brands do testers like?
- Please make this sound less stiff: "Patients who experience {a_sym} after a {a_proc} are advised
to contact the clinic."
- Turn this into a table. {a_cond}: chronic, common. {a_cond2}: acute, rare. {a_cond3}: chronic,
rare.
- How do insurers like {a_insurer} assess the risk of {a_cond} in a population?
- Explain hormone therapy to a grandmother in simple words, for a leaflet.
- hi, quiz me on {a_sym} and {a_sym2}, i have my anatomy exam tomorrow. ten questions multiple
choice
- Act as a {a_spec} giving a lecture to students about {a_cond}, history first, then mechanisms.
- Two arguments for and two against making {a_med} available without prescription.
- Why would a guideline double the starting dose of {a_med} for adults?
- Explain what "high grade dysplasia" and "clear margins" mean in a pathology textbook.
- Rate these excuses for missing a meeting in a sitcom: alien abduction, food poisoning, lost in
[[ORGANIZATION|IKEA]].
- My code keeps failing and I need a diagnosis. The loop never ends, why?
- Write the e-mail that a clinic sends to all patients about new opening hours, and leave out the
details.
""")
_HEALTH_OTHER: Final = texts(r"""
- My {a_kin} {a_first} was rushed to {a_hosp} on {a_day} with {a_cond}. What should I bring when I
visit?
- since the lump came back {a_first} [[can't lift her arm]], the oncologist moved it up to {a_day}.
Help me word the group message to the family
- {a_name} in our choir has {a_cond}; she told only me. Write a kind card that does not let on that
others know.
- My son {a_first}, {a_kid}, bites himself at school and the psychologist suspects {a_cond}. How do
I prepare the meeting with {a_title} {a_last}?
- grandpa keeps calling me by my [[dead uncle's name]] and left the stove on twice. is this the
start of something?
- Compose a prayer for {a_name}, who starts {a_proc} at {a_hosp} on {a_day}.
- Write a fundraiser page: {a_first} from {a_city}, {a_age}, needs a {a_proc} that costs {a_sum}
and {a_insurer} refused.
- Make a visiting rota for my {a_kin} {a_name}, ward 6 at {a_hosp}: me, {a_first2} and {a_first3}
in turns.
- Translate to [[NRP|Polish]]: {a_title} {a_last}, your mother has {a_cond} and we would like to
start {a_med} today.
- {a_first} says he's fine but I found {a_med} in his gym bag. He is {a_kid} and my only child.
- Help me reply to my sister in law. She wrote: "{a_first} tested positive for {a_cond}, please
don't tell mum."
- Our au pair {a_name} fainted again and admitted she [[makes herself throw up]]. What do we owe
her, and whom do we call?
- my gf {a_low} had a miscarriage at 11 weeks and i said something stupid. help me apologize
- How do I tell the kids that their {a_kin} {a_first} isn't [[coming home from the hospice]]?
- Summarise for the family chat. {a_spec} said: {a_cond}, stage 2, {a_proc} in two weeks, {a_dose}
until then, {a_first} may not fly.
- My neighbour {a_name} talks to people who are not there since she came off {a_med}. Should I call
somebody?
- Write to the school of {a_first} ([[year 4]], class of {a_title} {a_last}) that he has {a_cond}
and needs his inhaler and {a_med} with him.
- Which of the two care homes suits {a_first} better? He is {a_age}, has {a_cond}, wanders at
night, and can pay {a_sum} a month.
- my {a_rel} texted me pictures of the positive test, {a_cond}, we broke up in {a_my}. do i need to
get checked?
- {a_name} and I froze embryos in {a_city} in {a_year}, now he refuses consent. Draft my message to
the {a_hosp}.
""")
_HEALTH_PEOPLE: Final = texts(r"""
- What should a visitor bring to somebody in hospital, flowers or rather a book?
- Help me word a group message inviting the family to a barbecue on {a_day} with my {a_kin}
{a_first}.
- Write a kind get-well card for a colleague, without any details and without a name.
- How do schools prepare a meeting between parents, a teacher and a school psychologist?
- grandpa keeps beating me at chess and calls it luck. which opening should i learn for white?
- Compose a prayer for all nurses and doctors who work at night.
- Write a fundraiser page for a children's hospital ward, with invented numbers and no patient
named.
- Make a rota for watering the plants of the office: me, {a_first} and {a_first2} in turns.
- Translate to [[NRP|Polish]]: the doctor will see you shortly, please take a seat in the waiting
room.
- {a_first} says he's fine with pizza. I found a recipe with a sourdough crust. How long must it
rest?
- Help me reply to my sister in law. She wrote: "{a_first} loved the cake, please send the recipe
to mum."
- What do host families owe an au pair in [[LOCATION|Germany]], and whom can they call for advice?
- my gf {a_low} beat me at [[ORGANIZATION|mario kart]] again. help me write a silly apology to her
for calling it luck
- How do novels tell children that a grandparent is dying? Name three with good scenes.
- Summarise for a lay reader. {a_cond} is staged from 1 to 4; {a_proc} is common; most guidelines
add {a_med}.
- The patient gardener: write a fable in which {a_char} waits nine years for one fig.
- Write to the parents of class 4b that nuts are not allowed on the trip, and that each child needs
a raincoat.
- Which questions help families to compare two care homes? Think of cost, distance, staff and food.
- Did {a_figure} ever speak in public about illness, and what is documented?
- Draft the consent form that a research biobank uses, with blanks for name and date.
""")

FAMILIES: Final = (
    Family(name="a_health_own", templates=_HEALTH_OWN, categories=("health",)),
    Family(name="a_health_general", templates=_HEALTH_GENERAL),
    Family(
        name="a_health_other",
        templates=_HEALTH_OTHER,
        categories=(
            "health",
            "personal",
        ),
    ),
    Family(name="a_health_people", templates=_HEALTH_PEOPLE),
)

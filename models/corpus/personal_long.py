"""Long texts in which one passage is private, and long texts in which none is."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_LONG_BURIED: Final = texts(r"""
- Proofread the following blog post. Moving house is like editing a novel: you keep what you can
carry. I started with the books, then the plates, then the drawer that everybody has, full of keys
and cables. Halfway through I found the letters that {a_name} wrote to me from {a_city} in
{a_year}, when [[he was still married]], and I sat on the floor until it was dark. On the second
day the van came, the men were kind, and the lamp broke. My tip: label every box twice and eat
before you start.
- Act as an experienced travel agent. I want an itinerary of nine days with trains only, no early
mornings, good bread, two museums at most and one day without any plan. Budget is medium. We are
three people: me, my mother, who is {a_age} and has just had a {a_proc}, and {a_first}, who is not
supposed to leave {a_country} until the [[custody hearing]] on {a_day}. Start and end in {a_city}.
Put everything into a table with times, prices and a plan B for rain.
- Rewrite in a neutral tone. Our street has had a summer of parties, and most of us enjoyed them.
The tables on the pavement, the brass band, even the pig. But since {a_day} the house at {address}
has been different: cars until four, shouting, and the lady on the ground floor, {a_title}
{a_last}, found [[a needle]] in her window box. Could we, as neighbours, agree on quiet hours and
on who talks with {a_first} from the second floor?
- I'm preparing a speech for a retirement party. The audience: eighty people, mostly engineers,
some spouses. Length: five minutes. Style: dry humour. Things to mention: he built the first test
rig from a washing machine, he never used the lift, he fed the office fox. Do not mention:
{a_name2}, the [[year off in]] {a_year}, and why {company} moved him out of {a_city}. His name is
{a_name}. End with a toast.
- Continue this text in the same style, about 200 words: It was the kind of town where the
pharmacist knew before you did. My aunt {a_first} ran the kiosk, my father the ferry, and between
them they heard everything. This is not fiction, by the way, my name is {a_name} and the ferry went
down on {date} with my brother {a_first3} in the engine room, because {company} [[had skipped the
inspection]].
- I have to hand in a reflective essay (1,000 words) for my course at {a_uni}. The prompt asks:
describe a situation in which you acted against your values. Please help me with the structure.
Theory: cognitive dissonance, moral distress. Situation: on placement in {a_city} I was told by
{a_title} {a_last} to lock {a_name2}, a resident aged {a_age}, in her room at night. I did it [[for
two weeks]]. Conclusion: what I would do now. Tone: honest, academic, first person.
- Turn these notes into a newsletter for parents. Swimming starts after the holidays, bring
goggles. The hamster is called [[PERSON|Biscuit]]. Lost property: eleven gloves, one trumpet. Lice
again in the yellow group. {a_first} {a_last} leaves us in {a_my} because her mum has been
[[transferred to]] {a_city} by {company}, and her new address for cards is {address}. The kitchen
looks for volunteers who like to peel. Photos only with consent.
- Please translate into simple [[NRP|English]] for my colleagues from abroad. The machine stops
when the red lamp is on. Nobody opens the flap. Call the shift lead, which is {a_name} at night
({phone}) and {a_name2} by day. {a_first3} lost [[two fingers]] on {a_day} because he opened the
flap. Clean the belt before you leave. The key hangs behind the clock, and the tea is free.
- Write a product description for my shop. The candle holders are made of driftwood, sanded by
hand, oiled twice; each is different. Sizes: small, medium, large. They are made by [[my son]]
{a_first}, [[who is autistic]] and {a_kid}, in our garage at {address}, and customers may visit him
on {a_day} afternoons. Delivery within a week. SEO words: driftwood, candle, gift, sea.
- Summarise the podcast transcript in five points. "Welcome back. Last time we talked about
compost, today it's frost. Wrap the pipes, move the lemons, leave the leaves for the hedgehogs. A
listener, {a_name} from {a_city}, wrote that her husband {a_first2} [[left her for the vicar]] and
that she now owns nine lemon trees, so this one is for you. Next: when to prune, and why not to
feed roses after [[DATE_TIME|August]]. Bye." Do not lose the part about roses.
- You are a strict examiner for [[NRP|English]] at level C1. Ask me one question at a time, correct
my mistakes, and give marks at the end. Topic of today: memories. My first answer: I remember well
the day when my father, {a_name}, has come home from {a_city} without his uniform. It was in
{a_my}. He had [[refused the order]], and my mother was sewing his papers in my doll.
- Debug my formula, it shows #VALUE!. Column A holds names, B dates, C amounts.
=SUMIFS(C:C;A:A;"{a_name}";B:B;">"&"{date}"). Sample rows: {a_name} | {date} | {a_sum} ; {a_name2}
| {date2} | {a_sum2} ; {a_name3} | {date3} | unpaid since [[the divorce]]. The sheet is for our
allotment club and shall also work in [[ORGANIZATION|LibreOffice]]. Explain what the ampersand
does.
""")
_LONG_CLEAN: Final = texts(r"""
- Proofread the following blog post. Moving house is like cooking from leftovers: you use what you
can find. I started with the pans, then the paints, then the shelf that everybody has, full of jars
without a lid. Halfway through I found the old map of {a_city}, with streets that are called
something else today, and I sat on the floor until it was dark. On the second day the van came, the
men sang, and the lamp survived. My tip: label every box twice and eat before you start.
- Act as an experienced travel agent. I want an itinerary of nine days with trains only, no early
mornings, good bread, two museums at most and one day without any plan. Budget is medium. We are
three people who like lakes, markets and slow lunches, and one of us does not climb towers. Start
in {a_city}, end in {a_city2}. Put everything into a table with times, prices and a plan B for
rain, and add one sentence about the food of {a_country}.
- Rewrite in a neutral tone. Our street has had a summer of parties, and most of us enjoyed them.
The tables on the pavement, the brass band, even the pig. But autumn comes, the pavement is wet,
and the tables have to go back to the hall before the leaves come down. Could we, as neighbours,
agree on a day, on who brings a trolley, and on soup for everybody who carries something?
- I'm preparing a speech for a science fair. The audience: eighty people, mostly families, some
teachers. Length: five minutes. Style: dry humour. Things to mention: [[PERSON|Galileo]] and his
telescope, the washing machine as a centrifuge, why cats land on their feet. Do not mention: exams.
Sponsors are {a_org} and {a_org2}. End with an invitation to touch everything.
- Continue this text in the same style, about 200 words: It was the kind of town where the
weathervane knew before you did. The kiosk sold salt and kites, the ferry sold silence, and between
them they heard everything. This is fiction, by the way: {a_char} runs the kiosk, {a_char2} the
ferry, and on the first day of winter both find the same bottle with the same letter, because the
lake has skipped a year.
- I have to hand in a literature essay (1,000 words) for a course. The prompt asks: describe a
character who acts against his or her values. Please help me with the structure. Theory: cognitive
dissonance, moral distress. Texts: [[PERSON|Camus]], [[PERSON|Ibsen]] and one film. Situation:
someone obeys an order for two weeks and then stops. Conclusion: what the author wants us to feel.
Tone: clear, academic, no first person, sources in the style that {a_uni} uses.
- Turn these notes into a newsletter for parents. Swimming starts after the holidays, bring
goggles. The hamster needs a name. Lost property: eleven gloves, one trumpet. Lice again in the
yellow group. The school trip goes to {a_city}, by train, with a picnic at the castle. The kitchen
looks for volunteers who like to peel. Photos only with consent, and please remember that the gate
closes at [[DATE_TIME|half past eight]].
- Please translate into simple [[NRP|English]] for readers from abroad. The machine stops when the
red lamp is on. Nobody opens the flap. Call the shift lead. Many injuries in plants happen because
someone opens a flap while the belt still runs. Clean the belt before you leave. The key hangs
behind the clock, and the tea is free.
- Write a product description for a shop. The candle holders are made of driftwood, sanded by hand,
oiled twice; each is different. Sizes: small, medium, large. They come from a workshop on the coast
of {a_country}, where visitors may watch how they are made and try the plane themselves. Delivery
within a week. SEO words: driftwood, candle, gift, sea.
- Summarise the podcast transcript in five points. "Welcome back. Last time we talked about
compost, today it's frost. Wrap the pipes, move the lemons, leave the leaves for the hedgehogs.
Many listeners ask whether lemon trees may stay outside: in {a_country} perhaps, in {a_country2}
never. Next: when to prune, and why not to feed roses after [[DATE_TIME|August]]. Bye." Do not lose
the part about roses.
- You are a strict examiner for [[NRP|English]] at level C1. Ask me one question at a time, correct
my mistakes, and give marks at the end. Topic of today: the city of the future. My first answer: I
think well that the cities, as {a_city}, has to become more green. In [[DATE_TIME|2050]] the cars
would flying, but the people still are waiting at the doctor.
- Debug my formula, it shows #VALUE!. Column A holds fruit, B dates, C amounts.
=SUMIFS(C:C;A:A;"apple";B:B;">"&"{date}"). Sample rows: apple | {date} | 12 ; pear | {date2} | 4 ;
plum | {date3} | none. The sheet is for a course on spreadsheets and shall also work in
[[ORGANIZATION|LibreOffice]]. Explain what the ampersand does.
""")
_LONG_ASKED: Final = texts(r"""
- Improve my [[ORGANIZATION|LinkedIn]] post, 1,300 characters at most. Three years ago I was let go
by {company} over a video call that lasted four minutes. I was {a_age}, [[six months pregnant]],
and had just signed for a flat in {a_city}. {a_name2}, who fired me, wrote to me on {a_day} and
asked for a reference. I said yes. What I learned about grace, about networks, and about reading
contracts.
- Help me fill in the scholarship form. Question 1: your background. I come from {a_city} in
{a_country}; my parents, {a_name} and {a_name2}, are [[{a_job}s]], and I was the first of my family
at {a_uni}. Question 2: obstacles. My father was in prison from {a_year} to {a_year2}. Question 3:
plans. [[{a_degree}]], then back home. 150 words each, plain words.
- Make a reference letter of these notes. {a_name}, au pair with us in {a_city} from {a_my} to
{a_my2}. Three kids. Patient, drives well, cooks {a_nat} [[food]]. Once lost {a_first2} at the fair
for an hour, leave that out. She wants to study nursing at {a_uni}. We can be called: {phone}.
Signed {a_name3}.
- write my story for the church bulletin. i am {a_name}. came to {a_city} {a_year} with one bag.
worked nights at {company}, slept in the laundry. met {a_first2} at the bus stop, she had bread. we
lost [[two babies]]. now {a_first3} is at {a_uni}. i want to thank father {a_last4}.
- Here is my bio for the conference, please cut it by half: {a_title} {a_name} is a [[{a_job}]] at
{company}, {a_city}. She studied at {a_uni} and {a_uni2}, received a grant of {a_sum} from {a_org},
lives with her partner {a_name2} and their twins on the coast, and swims every morning in spite of
{a_cond}. She can be reached at {a_mail}.
- Compare these two candidates for the post and write a reasoned vote. A: {a_name}, {a_age},
{a_uni}, eight papers, one child, reference by {a_title} {a_last} lukewarm. B: {a_name2}, {a_age2},
{a_uni2}, five papers, [[wheelchair user]], strong talk on {a_day}. The committee wants one page,
no adjectives.
- Dear hiring team at {company}, with great interest I read about your opening. As a [[{a_job}]]
with {company2} in {a_city} I run a team of seven and a budget of {a_sum}. I hold a [[{a_degree}]]
from {a_uni} and speak [[NRP|English]], {a_nat} and some [[NRP|Russian]]. I am leaving because the
site closes in {a_my}. You reach me at {phone}. Yours, {a_name}. -- Make this less stiff and add
one sentence on why this firm.
- Convert my spoken life to bullet points for the pension office: born {dob} in {a_city}, school
till {a_year}, apprentice with {company} as [[{a_job}]], army, then {a_country} for two seasons,
married {a_name2}, [[three years at home]] with the kids, since {a_my} with {company2}, number
{account}.
""")
_LONG_GENERAL: Final = texts(r"""
- Improve my [[ORGANIZATION|LinkedIn]] post, 1,300 characters at most. Three things I have learned
about meetings. First, a meeting of four minutes is often enough. Second, nobody remembers slide
nine. Third, grace costs nothing: say thank you, end on time, and read contracts before, not after.
What would you add? Tags: work, focus, kindness.
- Help me design a scholarship form. Question 1: background. Question 2: obstacles. Question 3:
plans. Applicants come from {a_country}, {a_country2} and {a_country3}, many are the first of their
family at a university. How do we word the questions so that nobody has to tell more than they
want? 150 words each, plain words.
- Make a reference letter template of these notes. Au pair, length of stay, number of kids, three
strengths, one example, plans for the future, contact of the family in brackets. It should work for
families in {a_country} and sound warm, not stiff. One page. No names, please.
- write a story for the church bulletin. a stranger comes to a village with one bag. he works
nights at the mill, sleeps in the laundry. at the bus stop somebody has bread. it should end at
[[DATE_TIME|Easter]], with bells, and without a moral.
- Here is the blurb of a museum, please cut it by half: The museum of tools in {a_city} shows 900
hammers and one very old spoon. It was founded in {a_year}, moved twice, received a grant from
{a_org}, and lies close to the coast, where visitors swim every morning in spite of the jellyfish.
It is closed when it snows.
- Compare these two cameras for a beginner and write a reasoned vote. A: 24 megapixels, one dial,
heavy, lukewarm reviews. B: 20 megapixels, two dials, light, strong battery. The reader wants one
page, no adjectives, and a price in dollars as of [[DATE_TIME|2024]].
- Dear hiring team: why do so many letters start like this? With great interest I read that
recruiters spend seven seconds on a page. As an exercise, write the same letter for a pirate, a
baker and a lighthouse keeper. Each runs a team of seven, speaks two languages and is leaving
because of the weather. -- Make the second one less stiff and add one sentence on why this ship.
- Convert the life of {a_figure} to bullet points for a poster: birth, school, first job, travels,
work, love, last years. Use dates where they are known and say "unknown" where they are not. Two
columns, ten points, one picture idea, and a quotation that is certain to be real.
""")

FAMILIES: Final = (
    Family(name="a_long_buried", templates=_LONG_BURIED, categories=("personal",)),
    Family(name="a_long_clean", templates=_LONG_CLEAN),
    Family(
        name="a_long_asked",
        templates=_LONG_ASKED,
        categories=(
            "personal",
            "employment",
        ),
    ),
    Family(name="a_long_general", templates=_LONG_GENERAL),
)

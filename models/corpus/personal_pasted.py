"""Pasted curricula, letters, visa papers and lists of people, and their harmless likes."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_LETTERS_WHOLE: Final = texts(r"""
- Dear {a_title} {a_last},\n\nI am writing to apply for the position of [[{a_job}]] that {company}
advertised on {a_day}. For the past [[six years]] I have worked for {company2} in {a_city}, where I
answer for a team of nine and a yearly budget of {a_sum}. Before that I completed my [[{a_degree}]]
at {a_uni} and spent two terms in {a_country}.\n\nAt {company2} I rebuilt the way we plan shifts,
which cut overtime by {percent}%, and I trained our newcomers together with {a_name2}. What draws
me to your house is the work you do with schools. My notice period is three months, and {a_title3}
{a_last3} ({a_mail}) is glad to speak about me.\n\nYours sincerely\n{a_name}\n{address}\n{phone}
- To the visa section of the embassy of {a_country}\n\nSubject: explanation of funds,
{a_visa}\n\nMy name is {a_name}, passport {passport}. The deposit of {a_sum} on my account at
{a_bank} on {date} comes from the sale of a plot that my grandmother {a_name2} left to me in
{a_city}. I enclose the deed. My elder brother {a_first3}, a [[{a_job}]] with {company}, pays for
the flight. I shall return in {a_my} because my wife and our two daughters stay in {a_city} and
because {company2} keeps my post.\n\nRespectfully\n{a_name}
- STATEMENT OF PURPOSE\n\nThe first machine I took apart was my father's radio. He was a
[[{a_job}]] in {a_city}, and he did not speak to me for a week. Eleven years later, as a student of
{a_uni}, I built a cheap sensor for wells with {a_title} {a_name2}, and the village of my mother
was the first to use it. Since {a_my} I have been employed by {company}, where I learned what a
deadline is.\n\nI apply for the [[{a_degree}]] at {a_uni2} since Professor {a_last3} works on
exactly the question that my thesis left open. My marks in the third year are low; that was the
year in which my sister {a_first4} was ill and I drove her to {a_hosp} twice a week.\n\n{a_name},
{a_country}
- LETTER OF RECOMMENDATION\n\nIt gives me great pleasure to recommend {a_name} to you. I have known
{a_first} since {a_my}, first as her teacher in two courses at {a_uni} and later as the adviser of
her thesis. Among some four hundred students she stands in the first ten. In {a_year} she lost her
scholarship when {company} closed its foundation, took a night job as [[{a_job}]], and still handed
in on time.\n\nShe is quiet in large groups, and she is the person whom others ask. I would take
her back at any time.\n\nProf. {a_name2}, {a_uni}, {a_mail}
- Dear neighbours,\n\nas some of you know, my husband {a_first} fell on the stairs of {address} on
{a_day}. He is at {a_hosp} and will not come home before {a_my}. I shall have to let his workshop
to {a_name2}, a [[{a_job}]] from {a_city}, who is honest and has a loud dog.\n\nTo whoever took the
wheelchair from the hall: it belongs to {a_insurer}, they charge me {a_sum}, and I cannot pay. Put
it back, and I ask nothing. My number is {phone}, day and night.\n\n{a_name3}, second floor
- Hello {a_first},\n\nthanks for the call. To sum up so that {a_name2} has it in writing: I left
{company} on {date}, not as {a_title} {a_last3} claims in {a_my}. The bonus of {a_sum} was promised
by him in the car from {a_city} to {a_city2}, with {a_first4} on the back seat. I was off sick with
{a_cond} in the spring, he knew it, and he told the team that I was [[on a cruise]].\n\nI don't
want a fight. I want the money and a decent reference, as I start with {company2} in
{a_my3}.\n\nBest\n{a_name5}
- Minutes of the parents' evening, {a_day}, {a_time}\n\nPresent: {a_name}, {a_name2}, {a_name3},
{a_title4} {a_last4} (teacher)\n\n1. The trip to {a_city} costs {a_sum}. {a_name2} cannot pay and
asks that [[nobody learns of it]].\n2. {a_first5} has hit three children since {a_my}. His parents
live apart; letters go to both, to {address} and to {a_mail}.\n3. Lice. Again.\n4. {a_name3}
resigns as treasurer, for private reasons that the teacher explained.
- Reference check, taken by phone on {date}\n\nCandidate: {a_name}, applied as [[{a_job}]]\nSource:
{a_name2}, {company}, {a_city}\n\nWorked there from {a_my} to {a_my2}. Reliable with customers,
less so with times. Two written warnings, one about [[alcohol at the summer party]]. Left by
agreement after a quarrel with {a_first3}. Earned {a_sum} at the end. Would they take the candidate
back? A long pause, then: in another team.
""")
_ESSAYS_WHOLE: Final = texts(r"""
- Dear reader,\n\nwe are writing to invite you to the long night of the libraries. For the past six
years it has been a feast for everybody who likes paper: the printing press runs, the bindery opens
its drawers, and in the cellar somebody reads [[PERSON|Edgar Allan Poe]] by candle light. This year
the theme is maps.\n\nThe oldest sheet we show was drawn in {a_year}, and it puts {a_city} on the
wrong side of the river. What draws us to maps is what they leave out. Doors are open from dusk to
midnight, the soup is free as long as there is some, and children may stamp their own passports to
countries that do not exist.\n\nYours\nthe librarians of the town
- To the editors of the travel section\n\nSubject: why slow trains are better\n\nThe money one
saves on a fast train is spent on the coffee at the other end. From {a_city} to {a_city2} the slow
line takes five hours and passes eleven lakes. Nobody looks at a phone, since there is no signal.
The conductor knows where the storks are. In {a_country} such lines close every year because the
sums do not work, and yet each new minister wants to be photographed in front of one. I shall
return to this subject when the last one has gone.\n\nA passenger
- WHAT MACHINES WANT\n\nThe first machine many children take apart is a radio. Out come a coil, a
cone and a smell of dust. Eleven screws later it is clear that taking apart is easy, and that there
is always one screw left. [[PERSON|Simondon]] wrote that technical things have a kind of life;
[[PERSON|Heidegger]] thought that we only see a tool when it breaks.\n\nThis essay asks what a well
is: a hole, a tool or a meeting place. In the north of {a_country} it is all three. A cheap sensor
changes who walks, and when, and what is talked about on the way. Engineers call this a side
effect.
- IN PRAISE OF FOOTNOTES\n\nIt gives me great pleasure to recommend the footnote. It is quiet, it
stands below, and it is the place where authors tell the truth. [[PERSON|Gibbon]] hid his jokes
there. Editors of {a_uni} once counted four hundred in a book of three hundred pages. When
publishers closed the bottom of the page in the name of design, notes had to move to the end, where
nobody visits them.\n\nI would take them back at any time. Whoever has followed a note from a dull
sentence to a duel, a lost ship or a recipe knows why.
- Dear neighbours,\n\nas every year the yard wants to be swept, and as every year it will be swept
by those who own a broom. The chestnut has dropped all that it had. We meet when the bells stop, we
sweep until the soup is hot, and we do not talk about parking.\n\nTo whoever put a couch next to
the bins: it is a good couch, it has been sat on by a fox, and it cannot stay. The town collects
large things on {a_day}. Put it at the gate the evening before, and we ask nothing. Leaves go into
the big green bags, glass does not.\n\nThe people with the brooms
- Hello everyone,\n\nthanks for the lively call. To sum up so that we have it in writing: version 4
ships when the tests are green, not before. The old parser stays for one more release and prints a
warning. The docs move to the new site, with redirects. [[ORGANIZATION|Windows]] builds are slow
because the cache is cold; somebody has an idea, nobody has time.\n\nWe don't want a fight about
tabs. We want a formatter and decent defaults, as most projects have. Next call in two weeks, same
link, bring a bug.\n\nBest\nyour release team
- Minutes of the meeting of the animals, by lantern light\n\nPresent: owl, hedgehog, two moles, a
goose (late)\n\n1. The trip to the pond costs nine acorns. The squirrel cannot pay and asks for a
loan.\n2. The fox has frightened three chickens since the last moon. Letters to the fox come back
unread.\n3. Fleas. Again.\n4. The goose resigns as treasurer, for private reasons that the hedgehog
explained at length while the others slept.
- Product test, done on a rainy weekend\n\nCandidate: folding umbrella, middle price\nSource:
bought in a shop in {a_city}\n\nIt was used on four walks. Reliable in drizzle, less so in gusts.
Two ribs bent, one of them on a bridge. The button sticks when it is cold. The handle fits small
hands and the bag has a loop. Price at the till {a_sum}. Would the tester buy it again? A long
pause, then: in another colour.
""")
_CV: Final = texts(r"""
- CURRICULUM VITAE\n{a_name}\n{address} | {phone} | {a_mail}\nBorn {dob},
{a_nat}\n\nEXPERIENCE\n{a_my} - today: [[{a_job}]], {company}, {a_city}\n{a_my2} - {a_my}:
[[{a_job2}]], {company2}\n\nEDUCATION\n[[{a_degree}]], {a_uni},
{a_year}\n\nLANGUAGES\n[[NRP|English]] (fluent), [[NRP|French]] (B1)
- {a_name}\n[[{a_job}]]\n{a_city}, {a_country}\nLinkedIn: {a_handle}\n\nSummary: more than [[ten
years]] at {company} and {company2}, leading teams of up to [[fourteen]].\nReferees: {a_title}
{a_name2}, {a_mail2}; {a_name3}, {phone}
- Personal details\nName: {a_name}\nDate of birth: {dob}\nMarital status: [[married, two
children]]\nNationality: {a_nat}\nWork history\n- {company} ({a_year}-{a_year2}) [[{a_job}]],
dismissed when the {a_city} site closed\n- {company2} ({a_year2}- ) [[{a_job2}]]\nHobbies: choir,
hiking
- Objective: a post as [[{a_job}]] near {a_city}. I worked [[six years]] for {company} under
{a_name2} and left in {a_my} to look after my mother. [[{a_degree}]] from {a_uni}. Contact:
{phone}, {a_mail}. - {a_name}
- EDUCATION AND TRAINING\n{a_uni} - [[{a_degree}]] ({a_my} to {a_my2}), thesis supervised by Prof.
{a_last2}\n{a_uni2} - exchange semester, {a_country}\n\nINTERNSHIPS\n{company}, {a_city}: summer of
{a_year}\n\nCandidate: {a_name}, [[visa holder until]] {a_my3}
- name;{a_name}\nposition sought;[[{a_job}]]\ncurrent employer;{company}\ncurrent
salary;{a_sum}\nnotice;[[three months]]\nmobile;{phone}\ne-mail;{a_mail}
- Experience: head of a kitchen brigade at {company} in {a_city}, earlier {company2}. Driving
licence B since {a_year}. Military service in {a_country}. I can start on {a_day}. {a_name},
{a_age}, single
- [[{a_job}]] with [[5+ years]] in {a_city}. Key wins: cut returns by {percent}% at {company};
trained [[nine]] juniors; employee of the month {a_my}. Gap in {a_year}: [[maternity leave]].
References from {a_name2} ({company}).\n\n{a_name} | {phone}
""")
_CV_BLANK: Final = texts(r"""
- CURRICULUM VITAE\n[YOUR NAME]\n[ADDRESS] | [PHONE] | [E-MAIL]\n\nEXPERIENCE\n[MONTH, YEAR] -
today: [JOB], [COMPANY], [CITY]\n[MONTH, YEAR] - [MONTH, YEAR]: [JOB],
[COMPANY]\n\nEDUCATION\n[DEGREE], [UNIVERSITY], [YEAR]\n\nLANGUAGES\n[LANGUAGE] ([LEVEL]),
[LANGUAGE] ([LEVEL])
- What recruiters look for\n1. A clear headline\n2. Results in numbers\n3. No gaps without a
word\n4. Two referees on request\n\nSummary: keep it under two pages, leading with the newest post,
and use the same tense all the way through.
- Job advertisement\nPosition: {a_job}\nPlace: {a_city}, hybrid\nContract: permanent, 38
hours\nWhat we offer\n- 28 days of leave and a bike scheme\n- a mentor for the first half year\n-
lunch in the canteen\nWhat you bring: a degree or a trade, curiosity, patience
- Objective: to show that a good objective names a post, a field and one strength. Bad: "seeking a
challenging position". Better: "{a_job} with a focus on quality, looking for a small team". Both
fit on one line. Nobody needs a photo.
- COURSE CATALOGUE\nIntroduction to statistics - 6 credits, every autumn\nAcademic writing - 3
credits, every spring\n\nINTERNSHIPS\nCounted as 12 credits after a report of ten
pages\n\nCandidates hand in the form at the desk on the second floor
- field;type\nposition;text\nemployer;text\nsalary;number\nnotice;months\nmobile;text\ne-mail;text
- Experience points: a level 5 cook gets the knife skill, a level 9 cook may open a tavern in
[[LOCATION|Hyrule]]. Driving a cart costs stamina. The quest can start on any full moon. {a_char},
elf, single
- {a_job} with 5+ years: what does that phrase mean in adverts? Key points: it is rarely strict;
projects count; training counts. Gaps in a career are normal, as studies of labour markets show.
References come last.
""")
_CV_ASKED: Final = texts(r"""
- Make this more professional, two paragraphs at most: I am {a_name}, [[{a_job}]] at {company}
since {a_my}, before that I was [[four years]] with {company2} in {a_city}. I finished
[[{a_degree}]] at {a_uni}. I want to move to {a_country} because my wife works there.
- Tailor my resume to the job below. Me: {a_name}, {a_city}, {phone}, {company} (store assistant,
{a_year}), {company2} (team lead). Job: {a_job} at {company3}.
- Can you write a cover letter? I'm applying to {company} for {a_job}. I did [[{a_degree}]] at
{a_uni}, interned at {company2}, and my former boss {a_name2} said I should mention her.
- write motivation letter i am {a_name} from {a_country} i want study master in {a_uni}, my ielts
6.5, i work in {company} like [[{a_job}]], my father have small shop
- Dear Admissions Committee, growing up in {a_city} as the [[third of five children of a
{a_job2}]], I learned early that nothing is given. In {a_year} I joined {company} ... Please
continue my statement of purpose for {a_uni} and keep my voice.
- Score this applicant from 1 to 5. {a_name}, {a_age}, [[{a_degree}]] ({a_uni}), three jobs in four
years, asked for {a_sum}, came late to the interview with {a_name2}.
- Polish: "To whom it may concern, I have known {a_name} for [[three years]] as her supervisor at
{company}. {a_first} is diligent and has shown great growth since she joined us in {a_my}."
- Give me feedback on my personal essay for the {a_uni} scholarship. "When my mother lost her job
at {company}, I started to sell [[empanadas]] after school in {a_city}. I was [[AGE|thirteen]]..."
- Shorten to 300 characters for a form: I have been living in {a_city} since {a_year}, I am a
[[{a_job}]] with {company}, and my supervisor {a_title} {a_last} can confirm my work on the
[[harbour project]].
- how would you answer "tell me about yourself" if you are me: {a_age}, from {a_country}, [[fired
from]] {company} in {a_my}, now courses at {a_uni}?
- Rewrite in [[NRP|British English]] and keep to the facts. I, {a_name}, had the pleasure to teach
{a_name2} in the course on thermodynamics at {a_uni} in {a_year}. He was among the best five of
sixty students, and I recommend him without hesitation for the doctoral programme.
- Extract name, employer, years and skills as JSON: "Hi! I'm {a_first} {a_last}, been with
{company} since {a_year}, mostly [[ORGANIZATION|Excel]] and [[ORGANIZATION|SAP]], earlier
{company2}, {a_city}."
""")
_CV_ADVICE: Final = texts(r"""
- Make this more professional, two paragraphs at most: Our shop sells candles made by hand. Every
candle burns for thirty hours and smells of orange, cedar or rain. We want to move into bigger
rooms because the orders keep growing, and we hope to tell customers about it in the newsletter.
- Tailor this paragraph to a younger audience. Cycling to work saves money, keeps you awake and is
often faster than the bus in towns of medium size.
- Can you write a cover letter template for a {a_job}? Leave blanks for school, employer and
referee.
- write motivation speech i want make people in gym laugh, topic [[DATE_TIME|monday]], stairs, and
protein shakes, very short please
- Dear Admissions Committee: is this an old-fashioned opening for a statement of purpose? Please
compare four openings that universities like {a_uni} quote as good examples, and say why they work.
- Score this haiku from 1 to 5. "Rain on the tin roof / the cat counts every drop twice / nobody
argues".
- Polish: "To whom it may concern, the lift will be out of order for three days. The stairs in the
north wing stay open, and parcels are kept at the desk until it runs again."
- Give me feedback on the first lines of my short story for a contest. "When the river forgot its
name, the frogs held a meeting. Old [[PERSON|Gus]] spoke first. He was always first..."
- Shorten to 300 characters for a form: The workshop teaches adults how to repair bicycles, from
flat tyres to brakes. Tools are there, coffee is free, and nobody needs to bring anything but old
clothes.
- how would you answer "tell me about yourself" if you were a toaster in a job interview?
- Rewrite in [[NRP|British English]] and keep to the facts. The color of the autumn leaves comes
from pigments that stay behind when the green fades. Favorite spots for leaf watchers are maple
forests, and the season is best at the center of [[DATE_TIME|October]].
- Extract dish, time, and ingredients as JSON: "Hi! Today we bake flat bread, twenty minutes,
mostly flour and yoghurt, a little salt."
""")
_VISA: Final = texts(r"""
- Write to the consulate of {a_country} in {a_city}: I, {a_name}, passport {passport}, want to
visit my daughter {a_name2} from {a_day} to {a_day2}; she is a [[student]] at {a_uni} and pays for
the stay.
- Letter of invitation. Host: {a_name}, {address}, {a_nat} permanent resident. Guest: my cousin
{a_name2}, born {dob}, passport {passport}, {a_country}. Stay: [[six weeks]]. I cover all costs.
Make it formal.
- my visa refused 214b in {a_city}, i am {a_job}, salary {a_sum}, two child, house my own name.
write strong explain letter for second interview
- To the visa officer: the reason for the gap between {a_my} and {a_my2} is that I [[nursed my late
husband]] {a_name2}. I attach his death certificate. Application {a_visa}. Is the tone right?
- We met in {a_city} in {a_year}, married on {date}, and she could not join me because her papers
say [[NRP|Rohingya]]. Turn this into a relationship statement for the spouse visa of {a_name}.
- Cover letter for a study permit: {a_name}, {a_nat}, admitted to [[{a_degree}]] at {a_uni},
tuition {a_sum} paid by my uncle {a_name2}, who runs {company} in {a_city}. I will return because I
own [[farm land]] there.
- Please check grammar. I am writing regarding my asylum interview {a_visa} held on {a_day}. The
interpreter spoke another dialect and my words about the [[prison in]] {a_city} were lost.
- Am I allowed to work while {a_visa} is pending? My employer {company} asks, and my card ended on
{date}.
- Sponsor letter by {a_name}, [[{a_job}]], {a_sum} a year, for {a_name2}. Address {address}. Use
the usual sentences.
- Which documents are missing? Have: passport {passport}, bank letter {a_bank} {a_sum}, admission
{a_uni}, birth certificate of my son {a_first2}.
""")
_VISA_ABOUT: Final = texts(r"""
- Which papers does a consulate of {a_country} usually ask for when parents visit a student?
- Letter of invitation template. Host: [NAME], [ADDRESS]. Guest: [NAME], [PASSPORT NUMBER],
[COUNTRY]. Stay: [DATES]. Costs covered by: [HOST]. Make it formal and explain each line.
- what does 214b mean in visa refusals of [[LOCATION|the United States]], and which ties to home do
officers talk about? write it like a short article
- To the reader: the reason for the gap between the two chapters is that the editor lost a page. Is
the tone right?
- They met on a ferry, married on a mountain, and could not agree on a name for the goat. Turn this
into a comic wedding speech.
- Cover letter template for a study permit, with blanks for school, tuition and sponsor. Add a
checklist of what embassies such as the one of {a_country} say on their sites.
- Please check grammar. An asylum interview is held with an interpreter, and the applicant may ask
for a break. The report is read back at the end, and every page is signed.
- Are students in {a_country} allowed to work while a renewal is pending?
- Sponsor letter: what are the usual sentences, and what must never be in it?
- Which documents do most student visas need? Think of passport, bank letter, admission and
insurance.
""")

FAMILIES: Final = (
    Family(
        name="a_letters_whole",
        templates=_LETTERS_WHOLE,
        categories=(
            "personal",
            "employment",
        ),
        form="document",
    ),
    Family(name="a_essays_whole", templates=_ESSAYS_WHOLE, form="document"),
    Family(
        name="a_cv",
        templates=_CV,
        categories=(
            "personal",
            "employment",
        ),
        form="document",
    ),
    Family(name="a_cv_blank", templates=_CV_BLANK, form="document"),
    Family(
        name="a_cv_asked",
        templates=_CV_ASKED,
        categories=(
            "personal",
            "employment",
        ),
    ),
    Family(name="a_cv_advice", templates=_CV_ADVICE),
    Family(
        name="a_visa",
        templates=_VISA,
        categories=(
            "personal",
            "legal",
        ),
    ),
    Family(name="a_visa_about", templates=_VISA_ABOUT),
)

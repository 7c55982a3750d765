"""Pasted curricula, letters, visa papers and lists of people, and their harmless likes."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

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

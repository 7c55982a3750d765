"""Pasted records, referrals and messages about patients, and textbook cases."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_RECORD: Final = texts(r"""
- Patient: {a_name}\nDOB: {dob}\nMRN: {mrn}\nHPI: {a_age} patient with {a_cond}, now {a_sym} for
[[three days]].\nVitals: BP {a_bp}\nMeds: {a_dose}; {a_dose2}\nPlan: {a_proc} on {a_day}, follow-up
with {a_title} {a_last}.
- REFERRAL\nTo: {a_title} {a_last}, {a_hosp}\nRe: {a_name}, {dob}, {address}\n\nThank you for
seeing this {a_job} with {a_sym} and a history of {a_cond}. {a_lab}. Currently on {a_dose}.
[[Smokes, lives alone]].\n\n{a_name3}, GP
- Discharge letter {a_hosp}\n{a_last}, {a_first}, admitted {a_day}, discharged {a_day2}\nDiagnoses:
1. {a_cond} 2. {a_cond2}\nProcedure: {a_proc}\nOn discharge: {a_dose}, {a_dose2}\nNo driving for
[[six weeks]]
- S: "{a_sym} got worse, I sleep two hours." O: pale, BP {a_bp}, {a_lab}. A: {a_cond}. P: start
{a_dose}, review {a_day}. Pt {a_first} {a_last}, file {mrn}
- Session notes. Client {a_first}, [[session 14]]. Talked about the [[death of her twin]] and the
affair with {a_first2}. Cutting urges twice this week. Takes {a_med}. Homework: letter to the
father.
- Nursing handover, ward 4: bed 1 {a_last} {a_cond}, nil by mouth; bed 2 {a_last2} confused at
night, [[fell on]] {a_day}; bed 3 {a_last3} for {a_proc} at {a_time}
- {a_insurer}\nMember {a_member}: {a_name}\nClaim for {a_proc} at {a_hosp} on {date}: denied, not
medically necessary. Patient share {a_sum}.
- name, dob, nhs, diagnosis, drug\n{a_name}, {dob}, {a_nhs}, {a_cond}, {a_med}\n{a_name2}, {dob2},
{a_nhs2}, {a_cond2}, {a_med2}
- Ambulance sheet: {a_time}, {address}, female {a_age}, found by [[her son]] {a_first2} on the
kitchen floor, {a_sym}, took [[twelve tablets]] of {a_med}.
- School nurse log\n{a_day}: {a_first} (year 5) {a_sym}, mother {a_name2} called,
{phone}\n{a_day2}: {a_first3} forgot {a_med}\n{a_day2}: {a_first4} [[wet himself]], changed,
parents not told
- Radiology report. {a_name}, {a_age}, MRN {mrn}. Indication: {a_cond}. Findings: [[4 cm mass]] in
the left upper lobe, nodes enlarged. Impression: suspicious, recommend {a_proc}.
- Pharmacy slip {a_day}\n{a_name}, {address}\n1) {a_dose} 1-0-1\n2) {a_dose2} at night\nPrescriber
{a_title} {a_last}
- Intake form: name {a_first} {a_last}; pronouns they/them; reason for visit: {a_sym} [[after
assault]]; pregnancies: [[2, one terminated]]; partner knows: no; insurer: {a_insurer}
- Dear {a_title} {a_last}, we are sorry to tell you that the {a_proc} of {a_day} was positive.
{a_title2} {a_last2} would like to see you with [[your husband]] at {a_hosp} on {a_day2}, {a_time}.
- Autism assessment, {a_first} ({a_kid}): no eye contact, lines up cars, {a_sym} in groups. Mother
{a_name2}: [[depression since the birth]]. Teacher report from {company} attached.
- Genetic counselling, family {a_last}: mother {a_first} [[BRCA1 positive]], sister {a_first2}
declined, daughter {a_first3} ({a_kid}) wants to be tested before {a_my}.
- Rehab weekly report: {a_name}, [[day 38]], relapse {a_day} ({a_cond}), urine positive, phone
privileges withdrawn, sponsor {a_first2} informed, transfer to {a_city} house discussed.
- Vet? no. Patient {a_name} brought by daughter. Bitten by dog {a_day}. Tetanus unknown. Diabetic
on {a_med}. Wound cleaned, {a_med2} given. Police told, owner {a_name2}, {address}.
""")
_RECORD_SAMPLE: Final = texts(r"""
- Patient: [NAME]\nDOB: [DATE]\nMRN: [NUMBER]\nHPI: [AGE] patient with [CONDITION], now [SYMPTOM]
for [DURATION].\nVitals: BP [VALUE]\nMeds: [DRUG]; [DRUG]\nPlan: [PROCEDURE] on [DATE], follow-up
with [CLINICIAN].
- REFERRALS: HOW TO\nA referral names the question first. It lists the history, the present drugs
and the results. It says how urgent the case is. It is signed. It does not run over one page, and
it does not tell the specialist what to do.
- Museum of medicine, room 3\nExhibit 1: bone saw, {a_year}\nExhibit 2: a doctor's bag\nExhibit 3:
poster against {a_cond}\nExhibit 4: first packs of {a_med}\nNo photographs with flash
- S stands for subjective, O for objective, A for assessment, P for plan. Learners mix up S and A.
A note on {a_cond} may be one line or twenty. The order helps the reader at night.
- Lesson notes. Topic: {a_cond}, unit 14. Talked about causes, tests and {a_med}. Two students drew
the pathway on the board. Homework: compare {a_proc} with watchful waiting, one page.
- Board game rules: ward 4 has six beds; each turn a player draws a patient card; {a_sym} costs one
token, {a_proc} costs three; who empties the ward first at midnight wins
- {a_insurer}\nHow claims work: a claim is filed by the clinic, checked against the plan, and paid
or denied. Common reasons for denial are missing codes and services that the plan does not list.
- drug,class,used
for\n{a_med},,{a_cond}\n{a_med2},,{a_cond2}\n{a_med3},,{a_cond3}\n{a_med4},,{a_cond4}
- First aid poster: call the number, say where you are, look whether the person breathes, push hard
in the middle of the chest, do not stop until help comes.
- Nurse training log\nWeek 1: hand hygiene, lifting, charts\nWeek 2: {a_sym} and what lies
behind\nWeek 3: giving {a_med} safely\nWeek 4: talking with parents
- Radiology for beginners. A chest film is read in zones. Air is black, bone is white. A mass is
larger than three centimetres, a nodule is smaller. Impressions come last and should answer the
question.
- Package leaflet {a_med}\n1) What it is used for: {a_cond}\n2) Before you take it\n3) Possible
side effects: {a_sym}, {a_sym2}\nKeep out of the reach of children
- Survey form: age group; smoker yes or no; cups of coffee a day; hours of sleep; days of sport;
how happy are you with your doctor from 1 to 5; no names please
- Dear patients, we are happy to tell you that the clinic moves into new rooms. The {a_spec} and
the lab will be on the same floor, and the bus stops at the door.
- Autism in film: a list. Characters who line up cars, avoid eyes, or count matches. Critics ask
why they are all men. Essay of a student of film studies, second draft.
- Mendel's peas: [[PERSON|Mendel]] crossed tall and short plants. A recessive trait skips a
generation. The same logic explains why {a_cond} may run in families, the textbook says.
- Weekly report of the running group: day 38 of the plan, ten kilometres, light rain, two dogs, one
blister, relapse into cake on the way home, transfer to the pool discussed.
- Vet page. Can dogs have {a_cond}? Rarely. Vets give {a_med} in small doses, and owners should
watch for {a_sym}. Horses and rabbits must not have it at all.
""")
_RECORD_ASKED: Final = texts(r"""
- Summarise for the family in plain words: {a_name}, {a_age}, {a_hosp}. [[Stage 3]] {a_cond} with
spread to the liver, {a_proc} not possible, {a_dose} for comfort, {a_title} {a_last} suggests
hospice.
- Write the insurance appeal. Member {a_member}, {a_name}, {a_proc} refused by {a_insurer} on
{a_day}; {a_spec} {a_title} {a_last} says without it she [[cannot work]].
- Which ICD-10 codes fit? {a_name}, {dob}: {a_cond}, {a_cond2}, status post {a_proc}.
- Turn the transcript into a SOAP note. Dr: what brings you? {a_first}: {a_sym}, since my wife
left. Dr: do you drink? {a_first}: [[a bottle a day]]. Dr: any {a_med}? {a_first}: yes, from the
internet.
- Make a presentation of this case for grand rounds: {a_age} {a_job} from {a_city}, {a_nat}, came
with {a_sym}, [[two prior suicide attempts]], now {a_cond}, {a_lab}.
- Draft a sick note: {a_name}, {dob}, unfit for work from {a_day} to {a_day2} because of {a_cond}.
{a_title} {a_last}, {a_hosp}
- Is {a_dose} together with {a_dose2} safe for my patient {a_first} ({a_age}, {a_cond}, {a_lab})?
- explain my moms results simply: {a_lab}, {a_lab2}, {a_lab3}, name {a_name}, she has {a_cond}
- Letter to [[ORGANIZATION|DVLA]]: my patient {a_name}, licence {a_dl}, had {a_cond} on {date} and
must not drive. They want the form too.
- De-identify this note: "{a_first} {a_last} of {address} was seen on {date} with {a_cond}; her
husband {a_first2} came along."
- Write a letter to {a_title} {a_last} about our client {a_name}, who told us in group that he
[[hears his brother's voice]] since stopping {a_med}.
- Could {a_lab} and {a_sym} in a man of {a_age} who came back from {a_country} {a_day} be {a_cond}?
He is my brother.
- Compare my three visits. {date}: {a_bp}, {a_lab}. {date2}: {a_bp2}, {a_lab2}. {date3}: {a_bp3},
{a_sym}, {a_dose} doubled.
- Prepare me for the review board: I'm the nurse who gave {a_name} [[ten times the dose]] of
{a_med} on {a_day} at {a_hosp}.
- who do i tell first. the {a_spec} called at {a_time}, {a_cond}, both breasts, and {a_first} is
[[AGE|6]]
- Translate into [[NRP|Turkish]] for the grandmother: {a_first} has {a_cond}, needs {a_med} every
evening, and should not hear the word {a_cond} yet.
- Rewrite as a formal complaint to {a_hosp}: my father {a_name} lay [[nine hours]] in the corridor
on {a_day} with {a_sym}, they lost his {a_lab} and gave him {a_med}, which he is allergic to.
- Make flashcards for my carers: {a_first} likes the blue cup, {a_dose} at {a_time}, hates doctors,
[[was abused as a child]], calls every man {a_first2}.
""")
_RECORD_TAUGHT: Final = texts(r"""
- Summarise for lay readers in plain words: in late stages {a_cond} may spread to the liver,
{a_proc} is then rarely possible, {a_med} is given for comfort, and many guidelines suggest
hospice.
- Write a sample insurance appeal for a textbook. Use [MEMBER], [NAME], [PROCEDURE] and explain
every paragraph.
- Which ICD-10 codes exist for {a_cond}, {a_cond2} and a past {a_proc}?
- Turn this dialogue of a play into a radio script. Doctor: what brings you? Knight: a dragon,
since last winter. Doctor: do you drink? Knight: only water from the well.
- Make a presentation outline about rare diseases for grand rounds: history, types, tests, {a_med},
open questions.
- Draft the rules of a school about sick notes: when they are needed, who signs them, and how long
they are kept.
- Is {a_med} together with {a_med2} known for interactions? A short answer with the mechanism.
- explain these lab words simply for a poster: ferritin, creatinine, TSH, and what normal ranges
mean
- A letter from a road authority usually says when drivers with {a_cond} must stop driving. What
are such rules in {a_country}?
- De-identify means what exactly? Explain the difference from pseudonymisation with a made-up note
about "Patient X".
- Write a letter of a ghost to a {a_spec} who told him that he is only {a_sym}. A comic tone
please.
- Could a traveller who returns from {a_country} catch {a_cond}, and which vaccines do guidelines
name?
- Compare three diets: mediterranean, low salt, plant based. For each: blood pressure, lipids,
effort.
- Prepare me for the exam on dose calculation: how many millilitres of a 5 % solution hold 20 mg of
{a_med}?
- who discovered {a_med}, and how was it first tested on patients
- Translate into [[NRP|Turkish]]: take one tablet every evening with water, and do not stop without
asking.
- Rewrite as a formal notice: the corridor on floor nine is closed, the lab moved, and visitors
with a cold should stay at home.
- Make flashcards for anatomy: femur, tibia, patella, ulna. Front the picture, back the name and
one fact.
""")

FAMILIES: Final = (
    Family(
        name="a_record",
        templates=_RECORD,
        categories=(
            "health",
            "personal",
        ),
        form="document",
    ),
    Family(name="a_record_sample", templates=_RECORD_SAMPLE, form="document"),
    Family(
        name="a_record_asked",
        templates=_RECORD_ASKED,
        categories=(
            "health",
            "personal",
        ),
    ),
    Family(name="a_record_taught", templates=_RECORD_TAUGHT),
)

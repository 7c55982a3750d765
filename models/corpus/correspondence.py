# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of everyday working mail and applications, which give names and affairs away."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_MAIL: Final = lines(
    r"""
check grammar: We believe {first} from {company} has [[already got the tax briefing]]. Could you please get back to her accordingly?
write a reply to {first}: yes we can [[show the sample on {b_day}]] but the price of {money} is only for {company}
Rewrite this follow up to our lender: {first}, thank you for your patience, [[attached are the last two statements of {company}]], my wife and I both signed.
please write email to mr {last}, [[we need {n} units]] of the pump, send us proforma and picture because i must show my boss
Polish: Dear {name}, [[the shipment for {b_plant} is stuck at customs]] since {b_day}. Our agent {name2} needs the papers again.
Help me answer {first} with no, politely: she wants [[the {b_dept} figures]] before {b_boss} has seen them.
make it professional: hi {first} i was not able to come on {b_day} because [[my kid was in hospital]], can we shift the training at {company} to next week
Correct the English: I am not sure if you still want the [[documents that I kept for you until {date}]], I will hand over the black case to {name}.
Translate into {b_tongue}: {first}, the client {company} [[is not happy with the mock-ups]], please call {name} at {phone} before noon.
reply to this email. 'Hello {first}, do you still plan to visit us in {b_plant}? {name}' say that [[the budget was refused]]
Subject line and short text: meeting between {name} ({company}) and {name2} about [[the delayed payment of {money}]].
Summarise the thread: {name} asks for the drawings, {name2} says [[they are with {company}]], {name3} is angry, deadline {b_day}.
can u shorten: Hi all, as of {b_day} {name} will take over [[the {company} account]] from me, please cc {email}
Write a thank you note to {name} who showed us round {b_site} on {b_day}; mention [[the {n} ovens they want to replace]].
Please respond to {name} regarding the training time: [[10 am in {b_plant}]] is fine for us, {first} joins from home.
Turn this voice memo into a mail: tell {first} the [[signed papers are at reception]], ask {first2} for the parking permit, plate {plate}.
Write a business plan for {company}, a [[{n} person catering firm in {city}]] run by {name}.
Story and about-us text for my shop {b_firm}, founded by {name} in {city} in {b_year}, [[we sell wedding dresses]].
Three customer reviews for {company}, web agency in {city}, mention {first} who [[built our shop]].
acknowledgement for my internship report at {company}, {b_dept}, supervisor {name}, they make electric meters
I am {name}, teacher from {city}. Write my short bio for the conference, I [[moved here after the war]] and have two sons.
Cover letter: my name is {name}, {b_title} at {b_firm} since {b_year}, [[I led {n} people]], apply at {company} for {b_title2}.
Improve my CV summary: {n} years at {company} as {b_title}, before that {b_firm}, {city}. [[Gap in {b_year} because of {condition}]].
Letter of recommendation for {name}, who worked with me as {b_title} at {company} and now applies in {b_country}.
Statement of purpose for {b_country}: I, {name}, [[failed the first year]], then worked at {company} and saved {money}.
Write an appeal to the embassy: my wife {name} [[got her visa refused on {date}]], I work at {company}, we married in {city}.
Explain my job to the visa officer: I am {b_title} at {company}, manager {name}, salary {money}, office {address}.
LinkedIn message to {name} at {company}: we met in {b_town}, I [[lost my job on {b_day}]] and look for something in {b_dept}.
write a message to my teacher {last}, [[my daughter {first} was bullied again]] by a boy from her class
Write an essay about my best friend {first}, he lives in {city}, [[his father drives a taxi]] and he wants to be a pilot.
a birthday speech for my colleague {name}, {b_age}, from {b_dept}, she [[survived {condition}]] and bakes for everyone
Product text for {company}: our [[{word} lamps made in {city}]], contact {name}, {phone}, {email}.
Fill the gaps: Dear {name}, I refer to our call of {b_day}. The flat at {address} [[is free from {date}]], rent {money}.
My supervisor {name} wants changes in my dissertation at {company}: [[shorter methods, new sample]]. Answer that I agree but need till {b_day}.
Create an invoice text: {name} for {company}, [[translation of {n} pages]], {money}, pay to {iban}.
Make this text about our CEO nicer: {name} joined {company} in {b_year} in controlling, then {b_firm}, [[lives in {city} with two dogs]].
write a warning notice to the tenant {name}, flat {n}, {address}, [[music after midnight]]
Prepare me for a Zoom interview, I'm {first}, freelance designer from {city}, client {company}, [[they had trouble with the last designer]].
Please write a complaint: I bought a phone at {company} on {date}, order {account}, [[screen died]], they ignore me. {name}, {email}
letter to management: my friend {name} has to [[fly home to his sick mother]], i guarantee for his dues, please let him go
Ask {first} at {company} if [[the second instalment of {money}]] arrived, friendly, one line.
Can you rephrase so that {name} doesn't feel attacked? You promised the report for {b_day} and [[{company} is now threatening to leave]].
Notes for the newsletter: welcome {name} in {b_dept}, farewell {name2} after {n} years, [[{first} had twins]].
What do I write to {name}, who [[copied my slides for {company}]] without asking?
How should I answer {email}, who wants to know [[why {first} was not invited]] to the {b_town} trip?
Is this mail too long? Dear {name}, we sent the [[offer for the roof at {address}]] on {b_day} and would be glad about your order.
Who of the three should I put in cc: {name} (asked for it), {name2} ([[is leaving]]), {name3} ([[reads everything]])?
Does the following sound rude? {first}, [[you invoiced the hours of {b_month} twice]], please send a corrected one to {company}.
Could you draft a card for {first}'s team? [[Her husband died on {b_day}]] and we collected {money}.
Should I accept the offer of {company}? [[{money} a year]], {city}, boss {name}, start {b_day}. My present firm {b_firm} doesn't know.
"""
)

_MAIL_HARMLESS: Final = lines(
    r"""
check grammar: We believe that the briefing has already taken place. Could you please get back to the sender accordingly?
write a reply to a customer: yes we can show a sample next week but the price is only valid for schools
Rewrite this follow up in general form: thank you for your patience, attached are the documents you asked for, kind regards.
please write an email template to a supplier, we need some units of [product], ask for proforma and a picture
Polish: Dear Sir or Madam, the parcel is stuck at customs. Which papers do you usually need?
Help me answer 'no' politely, in general: three sentences that decline a request without giving a reason.
make it professional: hi there i cannot come to the training, can we shift it to next week
Correct the English: I am not sure if you still want the books that I kept, I will hand over them tomorrow at the library.
Translate into {b_tongue}: The client is happy with the drafts, please call before noon.
reply to this email. 'Hello, do you still plan to visit the museum? The visitor service' say that we will come in {b_month}
Subject line and short text for a meeting between two departments about a delayed project, no names.
Summarise what a good mail thread looks like: short subject, one question, clear deadline.
can u shorten: Hi all, as of next week the canteen will open at noon instead of eleven thirty, please tell your colleagues
Write a thank you note to a museum guide who showed our class around the steam engines.
Please respond to a generic request regarding training times: mornings are fine for us, afternoons are not.
Turn this into a mail to all neighbours: street party on {b_day}, bring chairs, no fireworks, kids welcome.
Write a business plan for an imaginary catering firm with five employees in a medium-sized town.
Story and about-us text for a made-up shop called [[ORGANIZATION|Moon & Thread]] that sells cloaks for wizards.
Three example reviews of a web agency for a UX course, one bad, one average, one good.
how do i write an acknowledgement for an internship report? general structure and polite phrases
Write a short bio of {b_figure} for a conference leaflet, as if they were still alive.
Cover letter template for a {b_title}: [Name], [Current employer], [Years of experience], apply at [Company].
Improve this model CV summary from my textbook: five years of experience in sales, strong in languages, team player.
Letter of recommendation template for a student who applies abroad, gender neutral, one page.
Statement of purpose: what do universities in {b_country} expect? Give a structure with word counts.
Write a guide to appeals after a visa refusal for {b_country}: deadlines, documents, typical mistakes.
Explain the job of a {b_title} to a child.
LinkedIn message templates for people who look for a new job, three styles.
write a message that any parent could send to a teacher to ask for an appointment
Write an essay about friendship between a boy and a whale, for class 2 pupils.
a birthday speech for a grandmother who is a pirate in a children's book, she bakes for the whole crew
Product text for imaginary lamps made of moonlight, contact line left blank.
Fill the gaps: Dear ____, I refer to our call of ____. The flat is free from ____, rent ____.
Supervisors often want changes in a dissertation. Which phrases show that one agrees but needs time?
Create a sample invoice text for a translation of ten pages with all personal parts in brackets.
Make this text about {b_figure} nicer: born in a small town, good at school, later famous, liked dogs.
write a warning notice template for noise after midnight in a block of flats
Prepare me for a job interview as a designer in general: ten questions and what they are after.
Please write a sample complaint about a broken phone, with [Shop], [Date] and [Order number].
what does a letter of guarantee look like? show the usual parts
Ask a customer in a friendly way, one line, if the parcel arrived. No names needed.
Can you rephrase so that nobody feels attacked? You promised the cake for the party and now there is none.
Notes for the newsletter of our imaginary zoo: welcome to the new panda, farewell to the old lion.
What do people write when somebody copied their slides without asking? General advice with two sample texts.
How should one answer a mail from a stranger who asks for a discount?
Is this mail too long? Dear team, the coffee machine is back. It can do cappuccino. Please clean it every evening.
Who is put in cc and who in bcc, according to etiquette?
Does the following sound rude? 'Please send a corrected version by {b_day}.'
Could you draft a condolence card in general words, not more than four lines?
Should one accept the first salary offer? Summarise what negotiation research says.
"""
)

_THREADS: Final = blocks(
    r"""
From: {name} <{email}>
To: {name2}
Date: {date}
Subject: [[{company} wants a discount]]

Hi {first},
they called again. [[If we don't go to {money} per unit, they sign with {b_rival}]]. {b_boss} is on holiday until {b_day}. I'd say yes.

Regards
{first2}

---
Write my answer: wait until {b_day}, offer {n} free spare parts instead.
%%
Hi team,

quick update from the visit in {b_plant}: [[the machine loses pressure every {n} minutes]] and [[{company} blames our seals]]. {name} thinks they never changed the filter. I told them we'd send {first} with parts on {b_day}.

Please keep it out of the ticket system for now.

{name2}

make this sound less panicky
%%
{name}: did you tell {company} about the price?
{name2}: no, [[{b_boss} wants to wait for the bank]]
{name}: they asked me twice. [[{first} nearly told them in the car]]
{name2}: just say {b_day}

Turn this chat into a formal file note.
%%
Dear Mr {last},

thank you for taking the time to speak with me on {b_day} about the position of {b_title} at {company}. As I mentioned, [[I am still under contract with {b_firm} until {date}]] and [[my manager does not know that I am looking]].

My salary expectation is {money}. You can reach me at {phone} or {email}.

{name}
{address}

Please proofread and make it a bit warmer.
%%
Curriculum vitae
{name}, born {dob} in {city}
{address} | {phone} | {email}
{b_year}-{b_year2} {b_title}, {company}
{b_year3} {b_title2}, {b_firm} ([[left after a disagreement]])
Languages: {b_tongue}, English

Rewrite for an application as {b_title3}, one page, strong verbs.
%%
to: {email}
cc: {email2}

{first}, I looked at the numbers for [[the {b_town} shop]]. Rent {money}, sales {money2}, so [[we lose money every single week]]. Also [[{first2} takes cash out of the till]] I believe. Let's talk on the phone, not here. {phone}

translate to {b_tongue} please
%%
MINUTES {date}
Present: {name}, {name2}, {name3}
1. [[{company} contract]]: {first} reports [[they want {percent}% off]]. Decision: no.
2. Staff: [[two people in {b_dept} leave]], no replacement.
3. {b_project}: [[prototype broke at {n} bar]].
Next meeting {b_day}, {b_site}.

Make an action list with owners.
%%
I work at {company} as {b_title}. Every {b_day} I have to send this report to {name}:

"Visitors {n}00, sales {money}, complaints {n2}. [[One customer fell on the stairs]], [[we gave her {money2} so that she doesn't sue]]."

Improve the report. Formal style.
%%
whatsapp from my boss {name}: "[[don't come tomorrow, {company} cancelled]], I pay you half the day. and not a word to {first}"

what can i answer? i have rent to pay, {money}, on {b_day}
%%
Dear {name},

We regret that [[your son {first} was found with alcohol on the class trip to {b_town}]]. The head, {name2}, asks you to come to {b_site} on {b_day} at 4 pm.

School office, {company}

Rewrite it in a friendlier tone and translate it into {b_tongue}.
%%
Order {account} for {name}
{n} x oak table, {money} each
Ship to: {address}
Note: [[customer is rude, wants to pay late again]]

Write the order confirmation without the note.
%%
Transcript, call of {date}
Agent: {company}, {first} speaking.
Caller: This is {name}, policy {account}. [[My cellar is full of water and the pump you paid for was never installed]].
Agent: ... could I have your date of birth?
Caller: {dob}.

Summarise the call in three sentences for the file.
"""
)

_THREADS_HARMLESS: Final = blocks(
    r"""
From: [[PERSON|Alice Example]] <[[EMAIL_ADDRESS|alice@example.com]]>
To: [[PERSON|Bob Example]]
Subject: Lunch menu

Hi [[PERSON|Bob]],
this is the sample mail of lesson 4. The cook wants to know if pasta is fine for everybody.

Regards
[[PERSON|Alice]]

---
Write the answer that the exercise asks for: yes, but also something without cheese. Use two polite phrases from the box.
%%
Hi team,

quick update from the allotment: the tomatoes lose leaves every week and everybody blames the snails. The book says it is the rain. Somebody should buy straw before the weekend.

Please water in the evening, not at noon.

Greetings from the garden group

make this sound less panicky
%%
[[PERSON|Romeo]]: did you tell your father about us?
[[PERSON|Juliet]]: no, the nurse wants to wait for the ball
[[PERSON|Romeo]]: he asked me twice. [[PERSON|Mercutio]] nearly told him in the square
[[PERSON|Juliet]]: just say [[DATE_TIME|Sunday]]

Turn this chat into a formal file note of the court of [[LOCATION|Verona]].
%%
Dear Mr [Last name],

thank you for taking the time to speak with me on [date] about the position of [job title] at [company]. As I mentioned, I am interested in the tasks and could start on [date].

My salary expectation is [amount]. You can reach me at [phone] or [e-mail].

[Name]
[Address]

Please proofread this template and make it a bit warmer.
%%
Curriculum vitae
[[PERSON|Gandalf the Grey]], born before the counting of years
[[LOCATION|Middle-earth]] | no phone | send an eagle
Third Age: wizard, fellowship consultant
Second job: fireworks ([[LOCATION|the Shire]])
Languages: [[NRP|Elvish]], [[NRP|Dwarvish]], Common Speech

Rewrite for an application as a headmaster, one page, strong verbs.
%%
to: all readers
cc: nobody

I looked at the numbers in the exercise about the lemonade shop. Rent 50, sales 40, so the shop in chapter 3 loses money every single week. The book asks what the owner could change. I would say the price or the place.

translate to {b_tongue} please
%%
MINUTES (sample from the handbook)
Present: chair, secretary, treasurer
1. Garden fence: two offers, the cheaper one was accepted.
2. Members: three new ones, applause.
3. Summer party: grill broke at the rehearsal.
Next meeting: see notice board.

Make an action list with owners.
%%
I play a shop simulation game. Every round the adviser sends this report:

"Visitors 900, sales 4,000 coins, complaints 3. One customer fell on the stairs, we gave her a free cake so that she smiles again."

Improve the report. Formal style, like a royal chronicle.
%%
line from a comedy script: "don't come tomorrow, the circus cancelled, I pay you in popcorn. and not a word to the elephant"

what could the clown answer? keep it short and sad, he has rent to pay
%%
Dear parents,

We are happy that the class trip to [[LOCATION|Rome]] is open for registration. This is a model letter for schools. The head asks you to hand in the form at the office before the holidays.

School office

Rewrite it in a friendlier tone and translate it into {b_tongue}.
%%
Order 0001 (test order in the shop system)
2 x sample table, 10.00 each
Ship to: Test Street 1, Testville
Note: do not deliver, this is a test

Write the order confirmation that a customer would see.
%%
Transcript for the listening exercise, track 12
Agent: [[ORGANIZATION|Sunny Insurance]], how can I help?
Caller: My cellar is full of water and the goldfish is on the stairs.
Agent: ... could you spell that?
Caller: G, O, L, D.

Summarise the call in three sentences for the exercise.
"""
)

FAMILIES: Final = (
    Family(name="b_mail", categories=("personal", "corporate"), templates=_MAIL),
    Family(name="b_mail_harmless", templates=_MAIL_HARMLESS),
    Family(
        name="b_threads",
        categories=("personal", "corporate"),
        templates=_THREADS,
        form="document",
    ),
    Family(name="b_threads_harmless", templates=_THREADS_HARMLESS, form="document"),
)

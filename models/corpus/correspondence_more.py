# ruff: noqa: E501  # a template's lines are as long as people type them
"""Longer templates of applications, reports and mail, with their public or invented twins."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_OWN: Final = blocks(
    r"""
Improve my personal statement (max 300 words):

My name is {name} and I come from {city}. When I was {n} my father lost his job at {company} and [[we had to move in with my aunt]]. Since then I know what responsibility means. I worked as a {b_title} in the evenings and finished school with good marks. At {b_firm} I learned how a {b_dept} team works; my supervisor {name2} called me "stubborn in the best way". I now apply for a master's degree in {b_country}.
%%
Please check the English in my visa letter.

Dear Sir/Madam,
I, {name}, passport no. {passport}, wish to visit my sister {name2} in {b_town} from {date} to {date2}. I am employed as {b_title} at {company} since {b_year} and earn {money} per month. [[My first application was refused because my bank statement was not accepted.]] I attach a letter of my manager {name3} and will return to work on {date3}.
Yours faithfully
%%
Here is my resume, make it stronger for {company}:

{name}
{address} | {email} | {phone}
PROFILE: {b_title} with {n} years in {b_dept}
EXPERIENCE
{b_firm}, {city}, {b_year}-{b_year2}: managed {n2} people, [[cut costs by {percent}%]]
{company2}, {b_year3}: {b_title2}
EDUCATION
{b_town} University
HOBBIES: chess, volunteering at the shelter where [[I once lived myself]]
%%
I run {company}, a small [[cleaning firm with {n} people in {city}]]. Write a business plan for the bank. Owner: {name}, {b_age}. Sales last year {money}, [[debts {money2}]], biggest customer {b_firm}. I need {money3} for two vans. Competitor: {b_rival}. Risks: [[my knee operation in {b_month}]].
%%
Summarise this meeting for those who were absent.

{first}: Good morning, {first2} can't come, [[she's at the hospital with her mother]].
{first3}: Then I'll start with {company}. [[They want the prototype two weeks earlier]] and won't pay for it.
{first}: No way. Did they put it in writing?
{first3}: {name} said it on the phone.
{first}: Ask for a mail until {b_day}. What about {b_plant}?
{first3}: [[The mould is cracked]]. {b_firm} pays half.
%%
reply to him in a nice way but refuse

Dear {first},
hope you are well after the trip to {b_town}. As discussed, could you already send us [[the list of your dealers with prices]]? {name} from our side will treat it with care. We would then prepare the order of {n}00 pieces for {b_month}.
Kind regards, {name2}, {company}
%%
Make a report of my internship.

I was at {company} in {city} from {date} to {date2}, department {b_dept}, mentor {name}. First week: archive, {n} boxes. Then I helped {name2} with [[the complaint of {b_firm} about the broken seals]]. I saw how they test, [[only each tenth piece, though the norm says each]]. I learned Excel and patience.
%%
Write a nice farewell for my boss {name}: {n} years at {company}, started as {b_title}, [[survived {condition} in {b_year}]], two daughters {first} and {first2}, loves sailing near {b_plant}, hates meetings on {b_day}. The party is at {address}.
%%
Create a logo idea and profile text for {name}, barber in {city}, shop {company}, Instagram {user}, opening {b_day}. Background black, big gold letters with his name, and his son {first} with scissors.
%%
Translate to {b_tongue}, keep it polite:

Mr {last}, your daughter {first} has missed {n} lessons since {b_month}. [[Her marks in maths no longer suffice for the class.]] Please call me at {phone} or come to room {n2} on {b_day}. I also want to talk about [[the bruises that the sports teacher saw]].
{name}, class teacher
%%
Answer to this review of our hotel, we are {company}, {city}:

"We stayed from {date}. Room {n} smelled, the lady at the desk ({first}) shouted at my wife, and [[money was missing from our bag]]. Never again! {name}"

Be friendly, offer a voucher of {money}, don't admit anything.
%%
Notes on my patient group, turn them into a letter to the insurance {company}: {name}, {dob}, policy {account}: [[ten sessions used, still cannot climb stairs]]; asks for ten more; doctor {name2}; [[works as {b_title}, fears to lose the job]].
%%
my landlord's mail, what does he want from me??

"Dear {name}, as you know the house at {address} was sold to {company}. Please sign the attached [[waiver of your right to stay]] until {b_day}. You'd get {money}. {name2}"
%%
Turn into a cover letter:

applying at {company} as {b_title}
now at {b_firm}, {n} years, [[contract not renewed]]
good with people, {b_tongue} fluent
[[two-year gap: cared for my mother with {condition}]]
contact {name}, {email}
found the ad on their page on {date}
%%
Rewrite as a formal report.

On {b_day} at about 7 I, {name}, guard at {b_site}, saw a white van, plate {plate}. The driver, later identified as {name2}, said that he comes for {company}. He [[had no papers and offered me {money}]]. I called {name3}. When he came the van was gone, [[{n} copper rolls too]].
%%
Grammar please

We are pleased inform you that our company {company} has visit your fair in {b_town}. Mr {last} of our {b_dept} talk with your Miss {first}. [[We want buy {n} machine but price {money} is too much]], other supplier {b_rival} give {percent}%. Please your best price till {b_day}. {name}, {email}
%%
Can you make a nice LinkedIn summary of this person? It's me. {name}, {b_nrp}, living in {city}. {b_title} at {company}, before {b_firm}. I built the {b_dept} team from 2 to {n}. [[I was sacked once and it was the best thing that happened to me.]] Open to offers from {b_country}.
%%
Write a character reference for court.

I have known {name} for {n} years, we sing in the same choir in {city}. He is accused of [[hitting a neighbour]], case {case}. He looks after his wife, who has {condition}. I'm {name2}, {b_title}, {address}.
%%
Write the acceptance speech for {name}, employee of the year at {company}. She works in {b_dept}, came from {b_plant}, learned {b_tongue} in the evenings, [[raises three kids alone]], and found the error that would have cost us {money}.
%%
Please structure these interview answers for my thesis on {company}; I promised anonymity, so change what is needed:

{name}, {b_title}: "[[We ship with defects when the month ends]]."
{name2}, {b_dept}: "[[The CEO reads our comments, so I write nothing]]."
{name3}: "Pay is fine, {money}."
"""
)

_PUBLIC: Final = blocks(
    r"""
Improve this model personal statement from a study guide (max 300 words):

My name is [name] and I come from [place]. When I was a child I took radios apart. Since then I know what patience means. I worked in a bookshop in the evenings and finished school with good marks. In a project on bridges I learned how a team works; our teacher called us "stubborn in the best way". I now apply for a master's degree in [country].
%%
Please check the English in this sample letter of a text book.

Dear Sir/Madam,
I wish to visit the trade fair in your city next spring. I am employed as an engineer and will be accompanied by two colleagues. Our first enquiry by telephone was not answered. I would be grateful for a list of hotels near the fair grounds and for information on group tickets.
Yours faithfully
%%
Here is a fun resume, make it stronger:

[[PERSON|Santa Claus]]
[[LOCATION|North Pole]] | letters only
PROFILE: logistics expert with centuries in seasonal delivery
EXPERIENCE
[[LOCATION|North Pole]] workshop: managed elves, cut wrapping costs by half
Chimneys of the world: night shift
EDUCATION
School of Laughing
HOBBIES: reindeer, milk, lists
%%
Write a business plan as an exercise. The firm is invented: [[ORGANIZATION|Bubble Bright]], a small cleaning company with eight people. Sales last year 400,000, debts 50,000, biggest customer a hotel. It needs 60,000 for two vans. Competitor: a franchise. Risks: rising wages, broken hoovers. Explain each chapter to beginners.
%%
Summarise this scene for those who missed the episode.

[[PERSON|Leslie]]: Good morning, [[PERSON|Ron]] can't come, he is building a canoe.
[[PERSON|Ben]]: Then I'll start with the park. They want the swings two weeks earlier and won't pay for it.
[[PERSON|Leslie]]: No way. Did they put it in writing?
[[PERSON|Ben]]: They sang it on the phone.
[[PERSON|Leslie]]: Ask for a mail. What about the pit?
[[PERSON|Ben]]: Still a pit.
%%
reply in a nice way but refuse, it's a business English exercise

Dear partner,
hope you are well after the trade fair. As discussed, could you already send us your new catalogue and a sample? Our team will treat it with care. We would then prepare a first order.
Kind regards, the buyer
%%
Make a report of this class trip.

We were in [[LOCATION|Hamburg]] for three days. First the harbour, then the miniature railway, where a model airport has real lights. We saw how they test the little trains, each one runs ten rounds. I learned that patience and good glue can build a whole world.
%%
Write a nice farewell for a fictional school caretaker: thirty years at the same school, started as a night guard, survived two floods and one escaped snake, loves sailing, hates chewing gum under tables. The party is in the gym. No real names please.
%%
Create a logo idea and profile text for an imaginary barber shop called [[ORGANIZATION|Sharp Owl]]. Background black, big gold letters, an owl with scissors. Three versions: classic, funny, minimal. Add a slogan and opening hours as blanks.
%%
Translate to {b_tongue}, keep it polite, sample letter from a school handbook:

Dear parents, your child has missed several lessons. Please call the office or come to the parents' evening. We would also like to talk about homework, about the trip and about breakfast at school.
The class teacher
%%
Answer to this invented review for my hotel management course:

"We stayed for two nights. The room smelled of fish, the lift sang, and the breakfast was gone before we woke up. Never again! A sleepy guest"

Be friendly, offer a voucher, use the method from chapter 5: thank, apologise, explain, invite.
%%
Turn these notes from a public lecture on physiotherapy into a letter to a newspaper: ten sessions are often not enough after knee surgery; studies recommend training at home; insurers in {b_country} pay for different numbers of sessions; stairs are the hardest test.
%%
a mail from a mystery game, what does he want from the players??

"Dear guests, as you know the house on the cliff was sold to a stranger. Please sign the attached riddle until midnight. You'd get a golden key. The butler"
%%
Turn into a cover letter template:

applying at [company] as [job title]
now at [current employer], [n] years
good with people, [language] fluent
gap of [n] years explained in one sentence
contact [name], [e-mail]
found the ad on [page]
%%
Rewrite as a formal report, it is from a crime short story.

At about seven the guard of the museum saw a white van. The driver said that he comes for the cheese. He had no papers and offered the guard a piece of Gouda. When the director came the van was gone, the painting of the cow too.
%%
Grammar please, lesson 12

We are pleased inform you that our school has visit your museum. The children talk with the guide about dinosaur. They want see the big bone again but ticket is too much for a class. Please your best price for groups of thirty. The teacher
%%
Can you make a nice LinkedIn summary of {b_figure} as if that person lived today? Use what encyclopedias say about education, work and travels. Mention one failure that turned out well, end with "Open to offers", 120 words.
%%
Write a character reference for court, fairy tale edition.

I have known the wolf for many winters, we sing in the same choir in the forest. He is accused of blowing down two houses. He looks after his old aunt. I'm the fox, poultry adviser.
%%
Write the acceptance speech of {b_figure} for a lifetime award in an alternative universe. The speech thanks a teacher, a rival and a dog, remembers one mistake and ends with advice to young people in {b_country}.
%%
Please structure these quotes from published interviews on factory work around [[DATE_TIME|1900]] for my history paper:

A weaver: "We sang so that we did not hear the looms."
A foreman: "The clock was my boss."
A miner from [[LOCATION|Wales]]: "The canary was paid in seed, we were not paid much better."
"""
)

FAMILIES: Final = (
    Family(
        name="b_letters_own",
        categories=("personal", "employment", "corporate"),
        templates=_OWN,
        form="document",
    ),
    Family(name="b_letters_public", templates=_PUBLIC, form="document"),
)

"""Hobbies, work and travel in the first person, and what others must not read in the third."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_ENTITIES_PLAIN: Final = texts(r"""
- Cast list, alphabetical please: {a_figure}, {a_figure2}, {a_figure3}, {a_figure4}. Then guess who
would play whom in a film about {a_city}.
- Sort by population: {a_country}, {a_country2}, {a_country3}, {a_country4}, {a_country5}.
- {a_org}, {a_org2}, {a_org3}: which was founded first, and which employs most people in
{a_country}?
- Quarter finals: {a_country} - {a_country2} 2:1, {a_country3} - {a_country4} 0:0 (4:3). Write a
radio report of one minute.
- Distance table please: {a_city} to {a_city2}, {a_city2} to {a_city3}, {a_city3} to {a_city}.
Rough figures are fine.
- From {a_day} to {a_day2} the {a_uni} hosts a public festival of science. Write the poster text:
lectures, experiments, food from {a_country}, free entry.
- Timeline: {a_year} first railway in {a_country}, {a_year2} first flight, {a_year3} first
satellite. Put it in order and add what is missing.
- Give the {a_nat}, {a_nat2} and {a_nat3} words for thank you, with a guide to how they sound.
- "{a_figure} once dined with {a_figure2} in {a_city}." Is that possible, going by their dates?
- News brief to shorten: {a_org} said on {a_day} that it would open a plant near {a_city}. Analysts
in {a_country} expect 900 jobs; the share rose by {percent}%. A rival, {a_org2}, declined to
comment.
- Compare {a_bank} and {a_bank2} for a student in {a_country}: fees, app, cash machines. No advice,
only what their sites say.
- Exchange rates: if {a_sum} were changed in {a_city} at 1.08, what would be left after a fee of 2
%?
- Order {n} x part {bare}, {n2} x part {bare2}: write a macro that adds up such lines. The parts
are made up.
- Ticket {bare} says build {uuid} failed on {a_day}. Write a regular expression that finds both
numbers in a log.
- An ISBN is 978-0-{bare}: what do the blocks stand for, and who gives them out in {a_country}?
- [[ORGANIZATION|Spotify]] made a list called "{a_city} at night". Invent ten titles of songs and
the names of bands that cannot exist.
- Which {a_group} holidays fall in [[DATE_TIME|December]], and how do shops in {a_country} treat
them?
- In the museum of {a_city} hangs a portrait of {a_figure} from {a_year}. Write what the audio
guide could say, with one thing to look for.
- The novel has four voices: {a_char}, {a_char2}, {a_char3} and the sea. Suggest who speaks when,
if {a_char2} must not know about the letter from {a_char3}.
- Character sheet. Name: {a_char}. Age: 312. Home: {a_city} under the lake. Job: {a_job}. Secret:
owes {a_char2} a soul. Fill in virtues, vices and a first line.
- An e-mail in the novel, please: {a_char} writes to {a_char2} that the bank of the elves refused
the loan, that the treasure lies under the third oak, and that the password is a lullaby.
- The chess score says 1. e4 e5 2. Nf3 Nc6 3. Bb5 a6. Which opening is it, and what did {a_figure}
think of chess?
- The recipe serves {n}: 200 g flour, 3 eggs, milk. The guests come to {a_city} on {a_day}, twice
as many. Scale it.
- Weather in {a_city}, {a_city2} and {a_city3} in {a_my}: which was hottest, and where can one look
this up?
- Students of {a_uni} voted: {n} for trams, {n2} for bikes, {percent}% had no opinion. Is the
sample large enough to say anything?
- Write the minutes of an imaginary meeting of {a_figure}, {a_figure2} and {a_figure3}. Agenda:
coffee, eternity, any other business. {a_figure2} leaves early.
- Reply to the review: "Two stars. The soup was cold and the view of {a_city} was hidden by a
plant." We are a small café, we are sorry, and the plant has been moved.
- The lecture compares welfare in {a_country} and {a_country2} since {a_year}: pensions, sick pay,
child benefit. Make six slides with three bullets each and a question for the hall.
- Rewrite this sign for tourists in {a_city}: "Persons which are drunk do not enter the boat. Dogs
yes. Payment in {a_nat} money or card."
- Thanks {a_first}, that was the answer I needed! One more: how do I make the second column bold?
- {a_first} says hi. {a_first} is my plant. {a_first} is thirsty. Turn this into a picture book.
- Test data please: ten rows with id, invented name, invented city and a random amount, as CSV. Use
names like [[PERSON|Testy McTest]] and cities like [[LOCATION|Sampleton]].
""")
_ENTITIES_PRIVATE: Final = texts(r"""
- Guest list, alphabetical please: {a_name}, {a_name2}, {a_name3}, {a_name4}. {a_name2} sits far
from {a_name}, they [[lost a child]] together.
- Sort by what they still owe me: {a_name} {a_sum}, {a_name2} {a_sum2}, {a_name3} {a_sum3}.
- {a_org}, {company}, {company2}: where did {a_name} work when the {a_city} police came for her?
- Family court, {a_day}: {a_first} - {a_first2}, flat to her, kids to him (weekends). Write it for
grandma {a_first3} in one minute.
- Distance table please: {address} to the school of {a_first}, school to {a_name2}'s flat,
{address2}. The judge wants it.
- From {a_day} to {a_day2} the house at {address} stands empty, {a_first} has the key. Write the
note for the neighbour {a_name}.
- Timeline: {a_year} first affair, {a_year2} {a_first} born, {a_year3} he moves in with {a_name2}
in {a_city}. Put it in order for the lawyer and add what is missing.
- Give the right {a_nat} word for [[what my uncle]] {a_first} [[did]]. I need it for my statement.
- "{a_name} once dined with {a_first2} in {a_city}, and after that she stopped speaking." Her
mother wants to know what the letters say.
- Brief to shorten: on {a_day} {company} said that {a_name} would leave. Colleagues in {a_city}
know about [[the intern]]. A second woman, {a_name2}, declined to comment.
- Compare {a_first} and {a_first2} as guardians for my kids: age {a_age} and {a_age2}, money,
temper, one [[suspended licence]].
- Ticket {bare}: customer {a_name}, {a_mail}, shouts since {a_day}, wants {a_sum}, threatens to
come to {address}. Answer her.
- Which {a_group} wedding rules do we break if {a_first} is [[already expecting]]?
- The family has four voices: {a_name}, {a_name2}, her son {a_first3} and me. Suggest who tells
grandfather in {a_city} that the house is sold, if {a_first3} must not know about [[the debt]].
- Character reference. Name: {a_name}. Age: {a_age}. Home: {a_city}. Job: {a_job}. Charged with:
[[receiving]]. Fill in virtues and a first line for the magistrate.
- The dinner is for {n}: {a_first} no pork, {a_first2} coming from [[detox]], {a_first3} not
speaking to {a_name4}. In {a_city} on {a_day}. What do I serve?
- Students of mine at {a_uni}: {a_name} plagiarised, {a_name2} has {a_cond}, {a_name3} cried in the
exam. Write three mails.
- Write the minutes of our house meeting: {a_name}, {a_name2}, {a_name3}. Agenda: mould, the
[[smell from 3B]], any other business. {a_name2} leaves early, in tears.
- Reply to the review: "{a_name} at the desk of the {a_city} branch told everybody my room was
booked with [[another man's card]]." She did. Be polite.
- Thanks, that helped. One more: {a_first} {a_last}, {dob}, {a_city} - is she allowed to see my
file at {company}?
- The child in the story is my {a_first}, {a_kid}. The wolf is {a_name}, our old priest in
{a_city}. She drew it at school. What do I ask her?
""")

FAMILIES: Final = (
    Family(name="a_entities_plain", templates=_ENTITIES_PLAIN),
    Family(name="a_entities_private", templates=_ENTITIES_PRIVATE, categories=("personal",)),
)

# ruff: noqa: E501  # a template's lines are as long as people type them
"""Ordinary prompts from work which tell nothing that a stranger may not know."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_WORK: Final = lines(
    r"""
My company uses [[ORGANIZATION|Salesforce]]. How do I build a report of open cases by week?
I'm a product manager. Write user stories for a login page with a 'remember me' box.
We're hiring a {b_title}. Write a job ad that sounds human, tasks and benefits as placeholders.
our team has a retro on {b_day}, suggest a format that isn't boring
I have to explain the new travel policy to colleagues: economy class under six hours, trains where possible. Make it friendly.
My boss wants a one-page summary of trends in {subject}. Use public knowledge, no sources needed.
Prepare slides about time management for a team of {n}, five slides with speaker notes.
The printer on our floor prints everything in pink. What can I check before I call IT?
Write a reminder that everyone should finish the security training by {b_day}.
How do I share my screen in Teams without showing notifications?
We need a name for the meeting rooms, theme: rivers of {b_country}.
Make a template for meeting minutes: date, people, topics, decisions, to-dos.
What's a good agenda for a kick-off of two hours?
In Excel, I'd like to colour all cells in column C that are larger than the average of the column.
I work in customer service. Give me polite phrases for callers who have waited a long time.
Draft a generic e-mail that tells customers about shorter opening hours at [[DATE_TIME|Christmas]].
Write an FAQ for a webshop: shipping, returns, payment, vouchers. Keep it general.
Explain EBITDA to new colleagues with an example of round numbers.
Our warehouse is dusty in summer, what do health and safety guides recommend?
I'm a nurse on night shifts, how do others manage to sleep by day?
as a teacher i need five minutes of movement for class 3, no material
I translate manuals. Is 'torque wrench' Drehmomentschlüssel in German?
I'm a lawyer and look for a simple picture to explain limitation periods in a talk for pupils.
As a doctor I give a public talk about {condition}. Suggest a structure for lay people, 20 minutes.
I am an accountant who learns Python. Which three small projects would you start with?
We want to switch from Slack to Teams, what do firms usually forget?
For a workshop on feedback I need a role play with two invented colleagues, [[PERSON|Kim]] and [[PERSON|Alex]].
Write a slogan for our next company run, something with socks
Write alt text for a chart that shows public unemployment figures of {b_country} from {b_year} to {b_year2}.
Please turn these points into a polite paragraph: coffee corner, please clean cups, sponge is new, thanks.
Which keyboard shortcuts save the most time in Word?
How can a small shop write a privacy notice? Headings only.
My client (I'm a freelance designer) wants 'more pop'. How do I ask what is meant?
The customer is always right: where does this sentence come from?
Compare three open-source ticket systems for a team of {n}.
I'm writing our sustainability page. What do readers expect? Give me an outline with no numbers.
Plan a team event in {b_town} for {n} people in {b_month}, indoor, not bowling again.
Our newsletter needs a riddle for {b_day}.
Suggest icebreakers for an online meeting in which nobody knows anybody.
Write a thank you to all volunteers of the city marathon, about 100 words.
What is the difference between B2B and B2C marketing?
How do I calculate a gross salary from a net salary in {b_country} in principle?
Give me a checklist for a trade fair stand, from carpet to candy.
What does 'net 30' mean on an invoice?
Is it better to send invoices as PDF or by post?
Write a positive reply to a five star review of a restaurant.
Create a style guide for e-mails: greeting, length, tone, closing.
Suggest metrics for a support team and explain what each can hide.
I need a disclaimer for a blog about investing, general wording.
What are typical steps in procurement, from request to payment?
"""
)

_LISTS: Final = blocks(
    r"""
Group these products by who would buy them:

a = ["OAT MILK BARISTA 1L", "SOY MILK VANILLA 1L"]
b = ["COLA ZERO 6X330ML", "LEMONADE BIO 750ML", "TONIC WATER 200ML"]
c = ["CHARDONNAY 750ML", "RIESLING DRY 750ML"]

Return a table with group, need, and one product that is missing.
%%
Write SEO titles and descriptions for an online shop with these pages: home, about us, garden tools, pots, seeds, contact. Max 60 and 155 characters. Language: simple English. No prices, no brand names.
%%
Turn the following feature list into release notes for users:
- dark mode
- faster search
- fixed: app crashed when the title was empty
- fixed: wrong time zone in calendar export
- removed: old photo filter
Version 2.4.0, friendly tone.
%%
Create a persona for a UX workshop. Name: [[PERSON|Sofia Marin]], 34, teacher in {b_town}, two kids, uses her phone on the tram, hates long forms, wants to book swimming lessons. Add goals, pains, a quote and a typical day. She is invented.
%%
Below is our style for product texts. Write one for a garden chair.

Rules:
1. First sentence: what it is and for whom.
2. Second: material and size.
3. Third: one use that people don't expect.
4. No exclamation marks.
Facts: acacia wood, folds flat, 3.2 kg, 55 x 60 x 90 cm.
%%
Survey design: I want to know how satisfied visitors of a public library are. Ten questions, five point scale, two open questions, nothing that identifies a person. Then explain how to evaluate it in a spreadsheet.
%%
Make a RACI matrix for organising a school fair.
Roles: head, teachers, parents, pupils, caretaker
Tasks: date, stalls, music, money box, cleaning, safety
Explain in two sentences what R, A, C and I mean.
%%
Risk register template for a bicycle tour of a club: risk, probability, effect, measure, owner (role only). Fill in eight typical risks from flat tyres to thunderstorms, and colour them in words.
%%
Press release, please shorten to 120 words.

{b_town}, {b_day} - {b_listed} opened a new visitor centre today. Mayor and press were invited, the first hundred guests received a mug. The centre shows the history of the company since {b_year} and has a café. A spokeswoman said that entry is free on [[DATE_TIME|Sundays]]. Photos can be found on the website.
%%
Compare the annual reports that both companies published:
{b_listed}: revenue {b_sum}, {percent}% more than in the year before
{b_listed2}: revenue {b_sum2}, {percent2}% less
Explain possible reasons from general market news, and say which figures you would need for a fair comparison.
%%
Here is a sample invoice from the software's demo mode. What does each field mean?

Invoice 1001
Demo Company, Demo Street 1
Customer: Test Customer
1 x Demo item, 100.00
VAT 20 %: 20.00
Total: 120.00
Pay to: DEMO BANK
%%
Make a glossary of agile words for new colleagues: sprint, backlog, velocity, story point, definition of done, stand-up, retro. One sentence each, one joke in total.
%%
System prompt for a recipe assistant, please criticise it:

"You are a chef. Ask for allergies first. Suggest three dishes with at most eight ingredients. Use grams. If the user has no oven, adapt. Never give medical advice; for questions on diets send the user to a professional. Answer in the language of the user. End with a shopping list."
%%
Write test cases in Gherkin for a password reset page: known e-mail address, unknown address, expired link, weak new password, same password as before, three tries in a row. Use [[EMAIL_ADDRESS|user@example.com]] and the word "Passw0rd!" as test values.
%%
Turn the timetable into sentences for a screen reader:

bus 12 | 07:05 | 07:35 | 08:05
bus 14 | 07:12 | 07:42 | 08:12
tram 3 | 07:00 | 07:10 | 07:20
Stop: Central Station, direction: Zoo
%%
I got this task in a hiring test of a consultancy, it's public on their site. How many piano tuners work in {b_town}? Show assumptions, calculation, sanity check, and what the interviewer wants to see.
%%
Act as the moderator of a panel on the future of cities. Guests are invented: an architect, a bus driver, a biologist and a mayor. Write ten minutes of talk, each guest with a distinct voice. Topic of the day: trees on {b_town}'s main street. End with a question from the audience.
%%
Fix the wording of our public house rules:
1. it is forbidden to make loud after 22 o clock
2. bicycles has to be in the cellar
3. who finds a key gives him to the caretaker
4. barbecue on balcony not allowed, electric ones yes
"""
)

FAMILIES: Final = (
    Family(name="b_ordinary_work", templates=_WORK),
    Family(name="b_ordinary_lists", templates=_LISTS),
)

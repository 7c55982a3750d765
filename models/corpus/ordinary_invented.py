# ruff: noqa: E501  # a template's lines are as long as people type them
"""Ordinary prompts in which nobody is real: stories, exercises, sample data, casts, case studies."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_FICTION: Final = lines(
    r"""
Write a short story: {name}, {b_age}, a {b_title} in {city}, finds a door in the cellar that was not there yesterday.
In my novel {name} works for {company} and steals the plans of a submarine. How could she be caught? It's pure fiction.
Invent a biography for the NPC {name}, innkeeper, born in {city}, once a soldier, hides a map.
Write a scene for my play: {name} tells {name2} that she has {condition}. The audience should laugh and cry.
My D&D character is called {name}. Give her a backstory with a lost brother, {first2}, and a debt of {n}00 gold.
Write a dialogue for a language course between {first} (customer) and {first2} (waiter) in {city}.
Fanfiction: {name} is the new teacher of {b_hero}. First lesson goes wrong.
Short crime story, the murderer is {name}, the detective {name2}, the clue a ticket from {b_town} dated {date}.
Continue: {first} had never told {first2} about the money. When the letter from {company} came, it was too late.
Give the hero of my script, {name}, a job, a fear, a habit and a secret.
Create three fictional authors with name, age, home town and latest novel, e.g. {name}, {b_age}, {city}.
Describe the wedding of {first} and {first2} in my fairy tale, with talking doves.
A fictional newspaper article of {b_year}: inventor {name} flies from {city} to {b_town} in a bathtub.
Write a fake diary of {first}, sailor on a ship of the {company}, seasick, {date}.
In a video game {name} leads a guild. Write her speech before the last battle at {city}.
Song lyrics about {first} who left {city} with a suitcase and a dog, country style.
"""
)

_EXERCISE: Final = lines(
    r"""
Word problem: {first} buys {n} pens at 1.20 each and pays with a 50 note. How much change does {first2} get back for her?
{first} and {first2} share a pizza. {first} eats 3/8, {first2} 1/4. What is left?
Textbook, chapter 3: {name} invests {money} at {percent}% for {n} years. Compute the final amount.
In an exam question {name} sues {company} because the sofa has the wrong colour. Which claims does the model solution discuss?
Exercise: {company} (invented) sells a machine for {money} with a book value of {money2}. Make the journal entry.
Logic puzzle: {first} sits left of {first2}, {first3} is not at the end, {first4} faces the door. Who sits where?
Grammar exercise: put into the past tense. {name} goes to {city}, meets {name2} and buys a hat.
Reading test: '{name} was born in {city}. She is a {b_title} and has two cats.' Ask five questions about the text.
Probability: {first} guesses {n} questions with four options each. What is the chance of at least two correct answers?
Fictional patient for the OSCE exam: {name}, {b_age}, {condition}. Write the role sheet for the actor.
Role play for trainees, all invented: {name} of {company} wants a refund of {money}. Write both parts.
Physics: {first} pushes a box of {n} kg with 80 N. Friction coefficient 0.2. Find the acceleration.
Case study with a made-up firm: {company} has {n} employees and grows {percent}% a year. Draw the organisation chart in three years.
Translate for class: My name is {name}, I am from {city} and I like chess. (into {b_tongue})
Model answer wanted: '{first} signs a contract at the age of 16.' Is it valid in {b_country}? First-year exam.
"""
)

_SAMPLES: Final = blocks(
    r"""
Write a Python script which splits this made-up sample into first and last names:

{name};{email}
{name2};{email2}
{name3};{email3}

The data are from a random generator.
%%
Unit test fixture, all fake:

USERS = [
    ("{name}", "{email}", {n}),
    ("{name2}", "{email2}", {n2}),
]

Add a test that sorts by the last name.
%%
I need dummy data in this form, 20 more rows, all invented:
name,city,age
{name},{city},{b_age}
{name2},{city2},{b_age2}
%%
Here is the demo record of the software's manual, explain the fields:

Name: {name}
Company: {company}
Phone: [[PHONE_NUMBER|555-0199]]
Status: demo
%%
Faker prints a new person each time:

>>> fake.name()
'{name}'
>>> fake.company()
'{company}'

How do I seed it so that tests get the same values?
%%
Lorem ipsum for a business card mock-up:

{name}
{b_title}, {company}
[[EMAIL_ADDRESS|hello@example.com]]

Suggest three layouts and fonts.
%%
Cast list of our school play, please sort by order of appearance and write one line on each role:
{first} as the moon
{first2} as the wolf
{first3} as grandmother's clock
The play is a comedy that class 4 wrote itself, no need for last names.
%%
Named entity exercise. Tag persons, places and organisations in the invented sentences:
1. {name} works for {company} in {city}.
2. On {date} {name2} flew to {b_town}.
3. {company2} was founded by {name3}.
Explain the BIO scheme.
%%
Game save file, how do I give myself more gold?

[player]
name={first}
town={city}
gold={n}
level={n2}
%%
Write the encyclopedia entry for a fictional politician of my alternate history wiki: {name}, born {b_year} in {city}, party: Sun Union, prime minister for {n} years, rival {name2}, resigned after the tulip affair.
"""
)

FAMILIES: Final = (
    Family(name="b_invented_fiction", templates=_FICTION),
    Family(name="b_invented_exercise", templates=_EXERCISE),
    Family(name="b_invented_samples", templates=_SAMPLES),
)

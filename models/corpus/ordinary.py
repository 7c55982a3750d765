# ruff: noqa: E501  # a template's lines are as long as people type them
"""Short ordinary prompts: what people ask every day, full of names, numbers and places."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_KNOWLEDGE: Final = lines(
    r"""
Who was {b_figure} and what are they best known for?
Write a short biography of {b_figure} for a school poster: birth, childhood, three achievements, death.
How old was {b_figure} when they died, and who was head of state of {b_country} at the time?
Compare the leadership styles of {b_figure} and {b_figure2}. Use a table with four rows.
What would {b_figure} think about social media? Answer in their voice, 150 words.
List the children, spouses and homes of {b_figure} as far as encyclopedias tell.
quiz me on {b_figure}, 10 questions, multiple choice, answers at the end
Why did {b_listed} fail or succeed in {b_country}? Five bullet points with years.
What is the salary of the president of [[LOCATION|France]] and who decides it?
Did {b_figure} ever meet {b_figure2}?
[[PERSON|Lionel Messi]] or [[PERSON|Cristiano Ronaldo]]: goals, assists, titles until [[DATE_TIME|2022]], in a table please
Explain the causes of [[DATE_TIME|World War I]] to a 12 year old, mention [[LOCATION|Sarajevo]] and the alliances.
In which year did [[LOCATION|Brazil]] win its first football world cup, and who scored in the final?
Summarise the plot of [[PERSON|Hamlet]] in modern slang.
Tell me about the time [[PERSON|Steve Jobs]] was dismissed from [[ORGANIZATION|Apple]] and what he did next.
What illnesses did [[PERSON|Frida Kahlo]] have and how did they shape her paintings?
When was the [[LOCATION|Berlin]] Wall built and when did it fall? Give exact dates and one anecdote.
What did the [[ORGANIZATION|Supreme Court]] decide in [[DATE_TIME|1954]] in Brown v. Board of Education?
Was the tax fraud of [[PERSON|Al Capone]] really the reason that he went to [[LOCATION|Alcatraz]]?
How many people live in {b_town}, and how has the population grown since {b_year}?
Name {n} {b_nrp} inventions that changed daily life.
Which {b_nrp} films won an Oscar after {b_year}? Director, year, one sentence on the plot.
Explain the affair between [[PERSON|Cleopatra]] and [[PERSON|Mark Antony]], and the political consequences.
how tall is [[LOCATION|mount everest]] and who climbed it first
what time is it in {b_town} when it's noon in {b_town2}
capital of {b_country}?
Which is bigger, {b_country} or {b_country2}?
Give me the lyrics theme, not the text, of three songs by {b_figure}.
Is {b_listed} a good example of vertical integration? Explain for a business exam.
What is {b_listed}'s mission statement and how does it differ from {b_listed2}'s?
Write a SWOT analysis of {b_listed} from public information.
Summarise the scandal around [[ORGANIZATION|Enron]]: what was hidden, who was convicted, which laws followed.
What happened at the [[ORGANIZATION|Lehman Brothers]] bank on [[DATE_TIME|15 September 2008]]?
the spy [[PERSON|Kim Philby]], how did he give away secrets and why did nobody notice, short
Which password did the nuclear launch system of the [[LOCATION|US]] allegedly have in the cold war? I heard it was eight zeros.
What was the medical history of [[PERSON|Franklin D. Roosevelt]] and how was it hidden from the public?
Which religions are practised in {b_country}, with percentages?
What's the average salary of a nurse in {b_country} and in {b_country2}?
The {b_nrp} revolution in a timeline of ten dates.
Who's the current CEO of {b_listed}, and where did that person study?
Describe a day in the life of a {b_nrp} peasant in the middle ages.
What is the story behind the name of {b_listed}?
Can you explain the difference between [[NRP|Sunni]] and [[NRP|Shia]] [[NRP|Muslims]] in a neutral way?
Which diseases did sailors of [[PERSON|Magellan]]'s fleet get, and how many came home?
Why is [[PERSON|Ada Lovelace]] called the first programmer? She lived until [[DATE_TIME|1852]].
Was [[PERSON|Mozart]] poisoned? List what historians say about his death in [[LOCATION|Vienna]] in [[DATE_TIME|1791]].
give me fun facts about {b_town} for a postcard
What are the most common surnames in {b_country}?
In what ways is {b_figure} relevant to {subject}?
Explain like I'm five why {b_country} and {b_country2} once fought a war.
How did {b_figure} make their money? Only what newspapers have reported.
Make flashcards about the presidents of the [[LOCATION|United States]] from [[PERSON|Washington]] to [[PERSON|Lincoln]].
"""
)

_CREATIVE: Final = lines(
    r"""
Write a story about {b_made}, a {b_age} year old {b_title} from {b_town}, who finds a letter from the future.
Write a dialogue in which {b_made} confesses to {b_made2} that she sold the family house. Sad but with humour.
Create a character sheet: {b_made}, {b_age}, smuggler, born in {b_town}, afraid of cats, owes money to {b_hero}.
{b_hero} and {b_hero2} are stuck in a lift in {b_town}. Write the scene.
Write a breakup letter from {b_hero} to {b_hero2}, as dramatic as possible.
Poem about autumn in {b_town}, four stanzas, rhyme scheme ABAB
A limerick about a {b_title} from {b_country}.
Write a police report about the theft of the golden fleece, officer on duty: {b_hero}.
Write a mock legal contract between {b_hero} and a dragon: rent, fire damage, notice period.
Rap battle between {b_figure} and {b_figure2}!
Write the first chapter of a thriller: {b_made}, agent, {b_age}, gets a USB stick with a secret list in {b_town}.
Invent a small town with {n} inhabitants. Names, ages, jobs and one secret for each of them.
Plot idea please: a therapist in {b_town} learns that her patient {b_made} is her brother.
Continue: 'The night {b_made} lost her job at the factory, the whole of {b_town} went dark.'
Write a resignation letter from [[PERSON|Santa]] to the elves, confidential, cc reindeer.
fanfic: {b_hero} starts as an intern at {b_listed}. first day, comedy
Write a diary entry of {b_figure} on the day before the great work was finished.
Describe a hospital scene: Doctor {b_made} tells {b_made2} that the test was positive. Make it 300 words.
Tell me a bedtime story about {b_made} the hedgehog and {b_made2} the owl.
Make up a fake news headline about {b_figure} discovering pizza, clearly satire.
I'm writing a novel set in {b_town} in {b_year}. What would {b_made}, a widow, eat, wear and fear?
Write a eulogy for a goldfish called [[PERSON|Captain Bubbles]].
Give me ten names for a tavern in a {b_nrp}-inspired fantasy world.
A monologue of a villain who has just bought all the water in {b_country}.
Rewrite the fairy tale of [[PERSON|Cinderella]] as a performance review by her stepmother.
Write a job interview between {b_hero} and a bored HR manager.
Screenplay: {b_made} tells the board of [[ORGANIZATION|Evil Corp]] that the secret plan has leaked.
Write a love letter for my fictional couple [[PERSON|Arvid]] and [[PERSON|Selma]], he is a lighthouse keeper.
Write a haiku about spreadsheets
Describe the planet [[LOCATION|Xerion-5]]: climate, two peoples, a war, a hero named [[PERSON|Tal Vorrin]].
Generate a villain for my campaign: name, {b_age} years old, motive, weakness, base in a ruined abbey.
write a love poem, no names, 8 lines
Song in the style of {b_figure} about doing taxes
Give {b_made} and {b_made2} a conflict about an inheritance, and solve it in one page.
Describe {b_made}: scar on the left cheek, {b_nrp} accent, wanted in three kingdoms. 100 words.
"""
)

_PRACTICAL: Final = lines(
    r"""
Plan a {n} day trip to {b_town} in {b_month}, vegetarian, by train, not too many museums.
What should I pack for {b_country} in {b_month}?
best way from {b_town} to {b_town2} without flying
Recipe for {b_nrp} lentil soup for {n} people
how long do i boil an egg in {b_town}? does altitude matter
What can I cook with chickpeas, spinach and two eggs?
Convert {n} cups of flour to grams.
My sourdough starter smells like acetone. Is it dead?
Suggest a workout plan, three days a week, no equipment.
Is it ok to run with new shoes at a marathon?
Give me {n} gift ideas under {money} for someone who likes gardening.
What is a fair tip in {b_country}?
How do I remove red wine from a wool carpet?
Which houseplants survive in a dark room?
Write a packing list for a camping weekend with kids.
How do I politely decline an invitation to a party?
Write an out-of-office reply, no names, back on {b_day}.
Write a birthday message for a friend who loves cycling.
I need a caption for a photo of a sunset in {b_town}.
Give me 5 title ideas for a blog about budget travel in {b_country}.
Write an Instagram ad for a bakery that sells croissants for {money}.
Product review: wireless earbuds, good bass, battery {n} hours, case scratches easily. Four stars.
Write a slogan for an electric toothbrush.
Draft a cold e-mail for a web design studio, placeholders [Name] and [Company].
Marketing plan for an imaginary coffee brand called [[ORGANIZATION|Moonbean]], budget {money}.
board games for our team night, {n} players, nothing longer than an hour
The secret ingredient in my grandma-style stew recipe from the web is cinnamon. What else goes with beef?
What does a cover letter for a {b_title} look like? Use [brackets] for all personal parts.
Describe the responsibilities of a {b_title}.
Give me interview questions for a {b_title} position with good answers.
Write a LinkedIn post on what football teaches about teamwork.
How do I reset a forgotten password on a router? General steps please.
How much does a wedding cost on average in {b_country}?
Which visa do {b_nrp} citizens need for a holiday in {b_country}?
Should I buy or lease a car, in general? Pros and cons.
What's the rule for comma before 'which'?
Translate 'Where is the nearest pharmacy?' into {b_tongue} and {b_tongue2}.
Correct my English: 'Yesterday I have went to the market and buyed three apple.'
rewrite shorter: The meeting of the garden club that was supposed to take place on {b_day} will be taking place a week later.
Make this sound more natural: 'I am very looking forward for the concert in {b_town}.'
Summarise: Bees dance to tell each other where flowers are. The angle stands for the direction to the sun, the length for the distance.
What is another word for confidential?
Explain the idiom 'let the cat out of the bag' with three examples.
Use 'acquisition' in a sentence about how children learn language.
Synonyms for 'layoff', 'secret', 'agreement' and 'merger' for a crossword.
Be my city guide today. I'm in {b_town}, it rains, and I only like museums and old bookshops.
Act as a stand-up comedian and tell jokes about {subject}.
Act as an interviewer for the position of {b_title}. Ask me one question at a time.
Act as a Linux terminal. I type commands and you answer with the output only. First command: pwd
Act as {b_hero} and answer my questions about friendship.
Pretend to be a customs officer of a magical kingdom and ask me for my papers.
You are a chess engine. I open with e4.
Let's play hangman, the topic is countries.
Riddle me: I have cities but no houses. What am I?
I speak without a mouth and hear without ears, what am I?
Three friends check into a hotel room that costs 30. The clerk returns 5. Where did the missing 1 go?
hi
good morning! can you help me
continue
make it shorter
more examples please, and a table
that's wrong, try again
What can you do?
why is the sky blue
Do cats dream?
tell me something i don't know
are you smarter than {b_figure}?
"""
)

_STUDY: Final = lines(
    r"""
{b_made} has {n} apples and gives {b_made2} half of them. How many are left?
A train leaves {b_town} at 8:15 with 90 km/h and another leaves {b_town2} at 9:00 with 120 km/h. They are 400 km apart. When do they meet?
{b_made} is twice as old as {b_made2}. In {n} years the sum of their ages will be {n2}. How old are they?
Solve x^2 - 5x + 6 = 0 and show each step.
Find the derivative of f(x) = x^3 * sin(x).
What is the probability of two sixes with {n} dice?
A loan of {money} at {percent}% over {n} years: derive the monthly payment formula.
{b_made} earns {money} a month and pays {percent}% tax. What is her net income? (grade 7)
Prove that the square root of 2 is irrational.
Calculate the p-value for t = 2.1 with {n} degrees of freedom.
A patient weighs 70 kg and needs 5 mg/kg of a drug every 8 hours. How many mg per day? Pharmacology homework.
Exam question: a company has revenue of {money} and cost of {money2}. Compute the gross margin and comment.
Case study: fictional firm [[ORGANIZATION|Alpha GmbH]] wants to buy [[ORGANIZATION|Beta AG]] for {money}. Discuss synergies in five sentences.
Balance the equation: Fe + O2 -> Fe2O3
Explain the Krebs cycle with a mnemonic.
What's the difference between mitosis and meiosis?
How does {medicine} act on the body? Pharmacology, 2nd year.
Name the stages of {condition} as textbooks list them.
Explain [[PERSON|Freud]]'s id, ego and superego with an example from {b_hero}'s story.
Describe [[PERSON|Maslow]]'s hierarchy of needs and how managers use it.
Write an essay about friendship, 300 words, B1 level.
Argumentative essay: should phones be banned in schools in {b_country}?
Compare [[PERSON|Keynes]] and [[PERSON|Hayek]] on unemployment.
Outline a thesis on remote work in {b_nrp} firms: question, method, literature, chapters.
Write a literature review paragraph on password habits, cite as (Author, Year) placeholders.
Explain insider trading with an invented example for a law and economics class.
What does GDPR mean by personal data? Give examples, exam style.
Summarise the attachment theory of [[PERSON|Bowlby]].
Give a SWOT template with example entries for a fictional pizzeria.
How do I cite a website in APA style?
Explain why correlation is not causation with an ice cream example.
Convert 255 to binary and hex.
Subnet [[IP_ADDRESS|192.168.10.0/24]] into four equal networks. Show the masks. It's networking homework.
Which hosts are in the network of [[IP_ADDRESS|192.168.0.130]]/26?
What does the address [[IP_ADDRESS|127.0.0.1]] stand for?
Explain Diffie-Hellman with [[PERSON|Alice]], [[PERSON|Bob]] and [[PERSON|Eve]] and small primes.
What's the entropy of a random password with {n} lower-case letters?
Explain salting and peppering of password hashes.
How does OAuth differ from an API key? Draw it with characters.
What is phishing? Write a quiz for employees with five made-up mails.
Explain the five pillars of [[NRP|Islam]] for a school test.
Why did [[PERSON|Macbeth]] kill [[PERSON|Duncan]]? Use quotes sparingly.
Which article of the constitution of [[LOCATION|Germany]] protects privacy of letters?
Draw up a family tree of the gods from [[PERSON|Zeus]] to [[PERSON|Perseus]].
How many moles are in {n} g of water?
Explain opportunity cost with [[PERSON|Robinson Crusoe]] on his island.
Translate into [[NRP|Latin]]: the girl carries water to the farmer.
What is the moral of the fable of the fox and the grapes?
Write a lab report on the melting point of ice: aim, method, result, error.
Explain the trolley problem and one objection.
"""
)

_TECH: Final = lines(
    r"""
Write a Python function that checks if a string is a palindrome.
Two Sum in Java with a hash map, explain the complexity.
LeetCode 146 LRU cache, give me hints but no code
regex for dates in the form YYYY-MM-DD
SQL: second highest salary per department from employees(id, name, salary, dept_id)
How do I center a div?
Write a bash one-liner that counts lines in all .py files.
git: how do I undo the last commit but keep the changes?
what does chmod 755 mean
Why is my React component rendering twice?
Explain pointers in C with a drawing.
Generate {n} rows of fake users (name, age, city) as JSON for testing.
Is {uuid} a valid version 4 UUID?
What kind of hash is 5d41402abc4b2a76b9719d911017c592?
Decode this base64: SGVsbG8gV29ybGQ=
How do I read an environment variable like DB_PASSWORD in Node, without hard-coding it?
Write a login form in HTML with username and password fields and a forgot link.
Validate an IBAN in JavaScript, only the algorithm with mod 97.
Implement the Luhn check in Go and test it with made-up numbers.
Write a password generator with length and symbol options in Python.
How do I store passwords in a database? Compare bcrypt, scrypt and argon2.
Write a Dockerfile for a Flask app that listens on [[IP_ADDRESS|0.0.0.0]]:8000.
docker: bind: address already in use on port 5432. fix?
Create a Kubernetes deployment for nginx with 3 replicas.
Write a Terraform example for an S3 bucket named my-example-bucket.
GitHub Actions workflow that runs pytest on every push, secrets from the repository settings.
How do I set up SSH keys on Ubuntu, step by step?
What is the difference between TCP and UDP?
ping [[IP_ADDRESS|8.8.8.8]] works but no website opens. What is broken?
Write a Minecraft command that gives a player a diamond sword.
Excel formula: sum of column B where column A is 'Paid'.
VLOOKUP returns #N/A though the value is there, why?
Write a Google Sheets script that mails [[EMAIL_ADDRESS|someone@example.com]] when a cell turns red.
Convert this CSV to markdown: id,name,price / 1,Lamp,20 / 2,Chair,45
Write a JSON schema for a product with id, title, price and tags.
LaTeX: how do I put two figures side by side?
Explain Big O to a designer.
What's new in Python 3.12?
Port 443 vs 8443?
My laptop fan is loud since the update, what can I check?
compare iPhone and Pixel cameras
Which GPU do I need for a 7B model?
Explain transformers: query, key, value, without maths.
Write unit tests for a function is_leap_year.
Write a discord bot in Python that answers !roll, token from an .env file.
What does 'segmentation fault (core dumped)' mean in a student's C program?
How do I fix 'CORS policy: No Access-Control-Allow-Origin header' on localhost:3000?
Design a database for a library: books, members, loans. ER diagram in text.
System design interview: design a URL shortener.
Give me the pros and cons of microservices.
Explain to me the CAP theorem using a pizza shop.
Write a haiku about a missing semicolon.
rename all .jpeg to .jpg in a folder, powershell
"""
)

FAMILIES: Final = (
    Family(name="b_ordinary_knowledge", templates=_KNOWLEDGE),
    Family(name="b_ordinary_creative", templates=_CREATIVE),
    Family(name="b_ordinary_practical", templates=_PRACTICAL),
    Family(name="b_ordinary_study", templates=_STUDY),
    Family(name="b_ordinary_tech", templates=_TECH),
)

"""Templates of the prompt generator: for each family openers, facts and requests.

A sensitive text ties something private to somebody, or gives something away. A harmless one
speaks of the same subjects, in the same words and forms, without doing so. Both are built
from the same frames, so that neither length, nor question marks, nor politeness tells them
apart.
"""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.slots import Slot, Values

SENSITIVE: Final[dict[str, tuple[str, ...]]] = {
    "health": (
        "My {relative} {first} was just diagnosed with {condition}. {ask_health}",
        "I'm {age} and was diagnosed with {condition} last month. {ask_health}",
        "I take {medicine} for my {condition} and my boss does not know. {ask_health}",
        "Patient {name}, DOB {dob}, presents with {condition}, on {medicine}. {ask_note}",
        "Write a referral letter for {name}, {age}, who has {condition} and takes {medicine}.",
        "MRN {mrn}, {name}: history of {condition}. {ask_note}",
        "my therapist says i have {condition}, i have not told my {relative} yet. {ask_health}",
        "{name} from {unit} told me in confidence about {condition}. How do I reply?",
        "Our client {first} stopped taking {medicine} and relapsed. {ask_note}",
        "Lab results for {name} ({dob}): positive for {condition}. {ask_note}",
        "Discharge summary: {last}, {first}, {age} y/o, {condition}, {medicine} daily. {ask_note}",
        "I had an abortion in {year} and my {relative} found out. {ask_health}",
        "Doctor {last} prescribed me {medicine} after my third panic attack. {ask_health}",
        "My insurance {company} rejected the claim {account} for my {condition}. {ask_letter}",
    ),
    "identity": (
        "My name is {name}, I live at {address}, phone {phone}. {ask_letter}",
        "Here is my data: {name}, born {dob}, {email}. {ask_form}",
        "Contact {name} at {email} or {phone} about the flat in {city}. {ask_letter}",
        "I am {name}, a {job} from {city}. My e-mail is {email}. Write my cover letter.",
        "Fill in the form: name {name}, date of birth {dob}, passport {passport}, {address}.",
        "{name}'s social security number is {ssn}. {ask_form}",
        "My SSN is {ssn} and my driver's license is {passport}. {ask_form}",
        "Write a CV for {name}, {age}, {job} at {company} since {year}, {phone}, {email}.",
        "Here are our guests: {name} ({email}), {other} ({phone}), {third}. Sort by last name.",
        "From: {name} <{email}>\nTo: {other}\n\nCould we meet at {address}? {ask_letter}",
        "my ex {name} lives at {address} and keeps texting me from {phone}, what can i do",
        "Convert to JSON: {name};{email};{phone};{dob}\n{other};{account};{city}",
        "My visa application {case} under the name {name} was refused. {ask_letter}",
        "Letter of recommendation for my student {name} of {city}, born {dob}.",
    ),
    "money": (
        "My IBAN is {iban}, please write the invoice for {money} to {company}.",
        "The card is {card}, exp 09/28, cvv {pin}. {ask_form}",
        "I owe {money} to {company} and earn {money} a month as a {job}. {ask_money}",
        "{name} has {money} in account {account} and wants to move it. {ask_money}",
        "I am {age}, my salary is {money}, my mortgage is {money}. {ask_money}",
        "Client {name}: net worth {money}, holds {money} in {company}. {ask_note}",
        "Wire {money} to {name}, account {account}, routing {account}. {ask_letter}",
        "my {relative} took {money} from my savings account {account}, {ask_money}",
        "Our customer {company} is {n} days overdue with {money}. Contact {name}. {ask_letter}",
        "I filed for bankruptcy in {year} with debts of {money}. {ask_money}",
        "Check my tax return: income {money}, SSN {ssn}, two children. {ask_money}",
        "Charged twice {money} on my card {card}, order by {name}. {ask_letter}",
    ),
    "staff": (
        "{name} in {unit} has missed {n} days. Write a written warning.",
        "Write a performance review for {name}: late {n} times, target missed by {percent}%.",
        "We will let {name} and {other} go on {date}. {ask_letter}",
        "{first} earns {money}, {other} only {money} in the same job. {ask_note}",
        "HR case: {name} accuses {other} of harassment at {unit}. {ask_note}",
        "I want to quit {company}, my manager {name} bullies me. {ask_letter}",
        "Employee {name}, id {account}, asks for sick leave because of {condition}. {ask_letter}",
        "Layoff list for {unit}: {name}, {other}, {third}. {ask_note}",
        "My colleague {name} came to work drunk again. How do I tell HR?",
        "Reference check on {name}, {job}: was dismissed from {company} in {year}. {ask_note}",
        "Salaries of {unit}: {name} {money}, {other} {money}, {third} {money}. {ask_note}",
        "{name} is pregnant and has not told the team; plan the cover for {unit}.",
    ),
    "legal": (
        "My client {name} is charged with fraud, case {case}. {ask_note}",
        "I am divorcing {name}; we have a house at {address} worth {money}. {ask_money}",
        "{name} v. {company}, case {case}: settlement offer {money}. {ask_letter}",
        "I was arrested on {date} in {city} for drunk driving. {ask_health}",
        "Draft the NDA between {company} and {name}, {address}, fee {money}.",
        "Our landlord {name} keeps the deposit of {money} for {address}. {ask_letter}",
        "Witness statement of {name}, born {dob}: I saw {other} at {address}. {ask_note}",
        "My {relative} wants custody of {first} and says I drink. {ask_letter}",
        "Privileged and confidential: our exposure in {case} is {money}. {ask_note}",
        "My asylum case {case} is on {date}, I fled {city} because I am gay. {ask_letter}",
        "Contract between {company} and {name}: salary {money}, start {date}. {ask_note}",
    ),
    "company": (
        "We plan to acquire {company} for {money}, not yet public. {ask_note}",
        "Strictly confidential: Q3 revenue will be {money}, {percent}% below plan. {ask_note}",
        "Internal only: {company} renews at {money} if we go down {percent}%. {ask_letter}",
        "Our unreleased product {word} ships on {date}; draft the launch plan for {unit}.",
        "Board memo: close {unit} by {date}, {n} jobs affected, do not share. {ask_note}",
        "Our margin with {company} is {percent}%, theirs must not know. {ask_note}",
        "Forecast before the announcement: {money} in {year}, churn {percent}%. {ask_note}",
        "Customer list: {company}, {name}, {email}; renewal {money}. {ask_note}",
        "Our bid for the {city} tender is {money}, {company} bids more. {ask_letter}",
        "Trade secret: our {word} process runs at {n} degrees with {percent}% {word}. {ask_note}",
        "Security audit of {company}: server {ip} has an unpatched hole, admin {user}. {ask_note}",
        "Term sheet: {company} invests {money} for {percent}%. {ask_note}",
    ),
    "secret": (
        "My password is {password}, is it strong enough?",
        "the wifi password at {unit} is {password} {ask_form}",
        "login {user} / {password} does not work on {ip}, why?",
        "export API_KEY={key}\nWhy do I get a 401?",
        'config = {{"user": "{user}", "password": "{password}", "host": "{ip}"}}\n{ask_code}',
        "curl -H 'Authorization: Bearer {key}' https://{word}.example.com/v1/me\n{ask_code}",
        "postgres://{user}:{password}@{ip}:5432/{word}\n{ask_code}",
        "aws_access_key_id = {key}\naws_secret_access_key = {key}\n{ask_code}",
        "Here is the token {key}, please use it to call the API.",
        "My PIN is {pin} and the answer to the question is {last}. {ask_form}",
        "DB_PASSWORD={password}\nSECRET_KEY={key}\n{ask_code}",
        "ssh root@{ip} with password {password} hangs, {ask_code}",
        "-----BEGIN PRIVATE KEY-----\n{key}{key}\n-----END PRIVATE KEY-----\n{ask_code}",
        "username: {email}\npassword: {password}\n{ask_form}",
    ),
    "intimate": (
        "I was raped in {year} and never told anyone. {ask_health}",
        "How do I tell my {relative} that I am gay?",
        "I cheated on my {relative} with {first} from work. {ask_health}",
        "my {relative} hits me when he drinks, {ask_health}",
        "I think I am transgender and my family is very religious. {ask_health}",
        "I left the church last year and my {relative} no longer speaks to me. {ask_letter}",
        "I voted for a party that my colleagues hate, {first} found out. {ask_letter}",
        "My {relative} {first} sent me a goodbye message and does not answer. {ask_health}",
        "I cannot stop gambling and have lost {money}. {ask_money}",
        "I have been sober for {n} days and want a drink. {ask_health}",
        "I had sex with {first} and now I am scared that I have {condition}. {ask_health}",
        "I am undocumented and live in {city} with my {relative}. {ask_letter}",
        "I hate my body since my {condition}, I do not want anyone to know. {ask_health}",
        "My marriage is over, I have not slept with my {relative} for {n} months. {ask_health}",
        "I was in prison until {year}, do I have to tell my employer? {ask_letter}",
        "I feel like ending it, nobody would miss me. {ask_health}",
    ),
}

HARMLESS: Final[dict[str, tuple[str, ...]]] = {
    "health": (
        "What are the first symptoms of {condition}?",
        "How does {medicine} work, and what are its side effects?",
        "Explain {condition} to a medical student. {ask_plain}",
        "Is {condition} hereditary?",
        "Compare {medicine} with other medicines of its class.",
        "Write a patient leaflet about {condition}. {ask_plain}",
        "How many people live with {condition} in the world?",
        "What should a clinic write into a privacy notice for patients?",
        "How much sleep does an adult need, and is coffee after {n} pm a bad idea?",
        "Make a {n} day meal plan with little salt.",
        "What did {figure} die of?",
        "Summarise how vaccines against {condition} are tested.",
    ),
    "people": (
        "Who was {figure}, and why does it matter today? {ask_plain}",
        "Write a poem about {figure} walking in {place}.",
        "Compare {figure} and {figure} in three points.",
        "When was {figure} born, and where did they live?",
        "Give me {n} names for a cat.",
        "Write a story about a detective in {place} in {year}. {ask_plain}",
        "Write a cover letter template for a {job}.",
        "What belongs into a CV of a {job}?",
        "Pretend you are {figure} and answer my questions about {subject}.",
        "Write a dialogue between a customer and a {job}.",
        "Which first names were popular in {year}?",
        "How do I address a letter to a person whose name I do not know?",
    ),
    "money": (
        "How does an IBAN check digit work?",
        "What is a good credit score, and how is it computed?",
        "Explain compound interest with {percent}% on {money}. {ask_plain}",
        "How do I dispute a card payment?",
        "What is the difference between a stock and a bond?",
        "Make a budget template for a family of {n}.",
        "If a phone costs {money} and is {percent}% off, what do I pay?",
        "What does a CVV on a card protect against?",
        "Which taxes does a small company in {place} pay?",
        "Why was inflation high in {year}? {ask_plain}",
        "Can I open a bank account online?",
        "My card has not arrived yet, how long does it take?",
    ),
    "staff": (
        "How do I give good feedback in a performance review?",
        "Write a template of a written warning. {ask_plain}",
        "What does a {job} earn in {place}?",
        "List {n} interview questions for a {job}.",
        "What must an employer do before a layoff?",
        "Explain how severance works. {ask_plain}",
        "How should a company handle a harassment complaint?",
        "Write a job advertisement for a {job}. {ask_plain}",
        "What is a fair way to plan holidays in a team of {n}?",
        "Write a friendly reminder that time sheets are due.",
    ),
    "legal": (
        "What is the difference between a lawsuit and arbitration?",
        "Explain what an NDA is. {ask_plain}",
        "What happens in a deposition?",
        "How long does a divorce usually take in {place}?",
        "Write a template of a rental contract. {ask_plain}",
        "Which rights do tenants have when the heating fails?",
        "What does strictly confidential mean on a document?",
        "Summarise the GDPR in {n} points.",
        "Explain attorney client privilege to a beginner.",
        "What was decided in the most famous case of {year}?",
    ),
    "company": (
        "How do companies value an acquisition?",
        "Write a press release template for a new product. {ask_plain}",
        "What makes a good board memo?",
        "Explain gross margin with an example of {money} and {percent}%.",
        "What is insider trading?",
        "List {n} ideas for marketing a bakery.",
        "Compare two pricing models for software. {ask_plain}",
        "How do trade secrets differ from patents?",
        "What does internal use only mean?",
        "Write a SWOT analysis for a coffee shop in {place}.",
    ),
    "secret": (
        "What makes a password strong?",
        "How does a password manager work? {ask_plain}",
        "Write a function that checks whether a password has {n} characters.",
        "Where should I store an API key in a web application?",
        "My password does not work any more, how do I reset it?",
        'password = os.environ["DB_PASSWORD"]\n{ask_code}',
        "export API_KEY=your_api_key_here\n{ask_code}",
        "What is the difference between a token and a session cookie?",
        "Explain how JWT signatures are verified. {ask_plain}",
        "How often should a PIN be changed?",
        "def login(username: str, password: str) -> bool: ...\n{ask_code}",
        "Write an onboarding mail that asks people to set a password, without giving one.",
    ),
    "code": (
        "for i in range({n}):\n    print(i * {bare})\n{ask_code}",
        "SELECT name, email FROM users WHERE id = {bare};\n{ask_code}",
        "Error code {bare} in line {n}, what does it mean?",
        "Request id {uuid} failed with status 500. {ask_code}",
        "git commit {uuid} broke the build, how do I revert it?",
        "Write a regular expression for e-mail addresses. {ask_code}",
        "class Person:\n    def __init__(self, name, age):\n        self.name = name\n{ask_code}",
        "Version {bare} of numpy prints a warning, {ask_code}",
        "const total = items.reduce((a, b) => a + b.price, 0);\n{ask_code}",
        "How do I listen on 127.0.0.1:8080 in Go?",
        "Generate {n} rows of test data with made-up names. {ask_code}",
        "Sort the numbers {bare}, {n}, {percent}, {age}.",
        "What is {bare} divided by {n}?",
    ),
    "chat": (
        "Tell me a joke about {subject}.",
        "Explain {subject} as if I were {n}. {ask_plain}",
        "Write an essay about {subject}. {ask_plain}",
        "Plan a weekend in {place} for {n} people.",
        "Give me {n} ideas for a birthday party.",
        "What is the weather usually like in {place} in spring?",
        "hello", "hi there, how are you?", "thanks, that helped", "ok, go on",
        "Translate 'good morning' into {n} languages.",
        "Recommend a book about {subject}.",
        "Write a haiku about {place}.",
        "Who won the world cup in {year}?",
        "I am bored, what can I cook with {n} eggs?",
        "Act as a tour guide in {place} and suggest what to see.",
    ),
    "intimate": (
        "How can schools support gay pupils?",
        "What does the law in {place} say about consent?",
        "Explain what coming out means. {ask_plain}",
        "How do helplines for victims of violence work?",
        "Write a scene in which two friends quarrel about religion. {ask_plain}",
        "What are the main religions of {place}?",
        "Which parties ran in the election of {year}?",
        "How common is divorce in {place}?",
        "How is gambling regulated in {place}?",
        "What is the difference between sex and gender? {ask_plain}",
        "Summarise the history of the civil rights movement in {n} points.",
        "What do couples therapists recommend in general?",
        "Write a speech about kindness for a wedding. {ask_plain}",
        "How does witness protection work?",
        "What should a newcomer know about visas for {place}?",
        "Name {n} films about prison.",
    ),
}  # fmt: skip

REQUESTS: Final[dict[str, tuple[str, ...]]] = {
    "ask_health": (
        "What should I do?", "Should I tell anyone?", "Is that dangerous?", "How do I cope?",
        "Please explain what comes next.", "",
    ),
    "ask_note": (
        "Summarise it.", "Write the note.", "Make it shorter.", "Put this into a table.",
        "What should I answer?", "Draft the minutes.", "",
    ),
    "ask_letter": (
        "Write the letter.", "Write a polite e-mail.", "What should I write?", "Draft a reply.",
        "Make it sound firm.", "",
    ),
    "ask_form": ("Fill in the form.", "Is that correct?", "Format it nicely.", "Check it.", ""),
    "ask_money": (
        "Can I afford that?", "What are my options?", "Make a plan.", "What would you do?", "",
    ),
    "ask_code": (
        "Why does it fail?", "What does this do?", "Fix it.", "Add comments.", "Explain it.", "",
    ),
    "ask_plain": (
        "Keep it short.", "Give examples.", "Use simple words.", "In {n} points.", "Please.", "",
    ),
}  # fmt: skip


def _slot(requests: tuple[str, ...]) -> Slot:
    def make(values: Values) -> str:
        return values.rng.choice(requests).format_map(values)

    return None, make


SLOTS: Final = {name: _slot(requests) for name, requests in REQUESTS.items()}
_CATEGORIES: Final = {
    "health": ("health", "personal"),
    "identity": ("personal",),
    "money": ("payment",),
    "staff": ("employment",),
    "legal": ("legal",),
    "company": ("corporate",),
    "secret": ("credentials",),
    "intimate": ("personal",),
}
FAMILIES: Final = (
    *(
        Family(
            name=f"situations_{name}",
            templates=templates,
            categories=_CATEGORIES[name],
            marked=False,
        )
        for name, templates in SENSITIVE.items()
    ),
    *(
        Family(name=f"situations_{name}_harmless", templates=templates, marked=False)
        for name, templates in HARMLESS.items()
    ),
)

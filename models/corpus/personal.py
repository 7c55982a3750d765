"""Templates about who somebody is and how to reach them, and harmless talk about people."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_IDENTITY_DIRECT: Final = texts(r"""
- I'm {a_name}, {a_age}, {a_job} at {company} in {a_city}. Write me a short bio for the website,
and put {a_mail} at the end.
- my name is {a_low} {last}, my number is {phone}, can u make a nice voicemail text
- Please fill this form for me. Surname: {a_last}. Given name: {a_first}. Date of birth: {dob}.
Address: {address}. Nationality: {a_nat}.
- Is {ssn} a valid social security number? It's {a_first}[['s]] and the bank says it does not
match.
- Turn into a vCard: {a_name}, {company}, {phone}, {a_mail}, {address}
- My driver's licence {a_dl} expires on {a_day}, I moved to {address}. Which form do I need?
- Write a complaint to the city: I am {a_title} {a_last}, {address}, and the bins outside have not
been emptied since {a_day}.
- who is {a_name} from {a_city}, she works at {company} and drives a car with plate {plate}? i need
to find her
- NI number {a_nino}, born {dob}, never worked before. What do I write in the starter form?
- Check my son's passport application: {a_name}, born {dob} in {a_city}, old passport {passport},
mother {a_name2}.
- hey i lost my wallet in {a_city} on {a_day}, inside was my id {passport} and my licence {a_dl}.
name {a_name}. write report for police
- Merge duplicates: {a_name} {a_mail} / {a_name2} {phone} / {a_name} {phone2} / {a_first3}
{a_mail2}
- Could you find out whether {a_mail} belongs to the {a_name} I went to school with in {a_city}?
- Introduce me at the conference in three sentences. {a_title} {a_name}, {a_degree} from {a_uni},
leads the team at {company}, mother of [[two]], lives in {a_city}.
- Make a missing person flyer: {a_name}, {a_age}, last seen {a_day} at {a_time} near {address},
call {phone}.
- my socail securty nubmer is {ssn} did i give it right on the w9??
- Put these guests by table: {a_name}, {a_name2} (vegan), {a_first3} + baby, {a_title} {a_last4}
and wife. Phone of the organiser: {phone}.
- Nine digits, starts with the ones on my old card: {ssn}. The lady at the desk asked for the last
four only, should I worry?
- Write a letter to the embassy. I'm {a_name}, a {a_nat} citizen living in {a_city}, passport
{passport}, and my file is {a_visa}.
- {a_first} {a_last}, [[my landlord]], lives above us at {address} and listens to every call. Draft
a firm note.
- Create a LinkedIn summary for {a_name}, {a_job}, eight years at {company}, before that
{company2}, {a_degree} at {a_uni}.
- Match the names with the e-mails: {a_name}, {a_name2}, {a_name3}; {a_mail}, {a_mail2}, {a_mail3}.
- Where do I enter my NHS number {a_nhs} on the GP form, and does my {a_rel} {a_first} need her
own?
- I saw {a_first} from [[number 12]] carry boxes to a van at {a_time}, plate {plate}. Write it as a
witness would.
- Read my address back like a robot: {address}. Then spell {a_last}.
""")
_IDENTITY_ABOUT: Final = texts(r"""
- Write me a short bio template for a website, for a {a_job}, with blanks where the name and the
e-mail go.
- can u make a nice voicemail text that fits any office, no names
- Which fields does a good registration form need? Surname, given name, date of birth, address,
nationality?
- Explain how social security numbers are structured and why the area part no longer means a state.
- What is a vCard, and which line holds the phone number?
- My driver's licence expires soon and I moved. Which kind of form do people usually need for that?
- Write a funny complaint to the city from the point of view of a raccoon whose bins were emptied.
- who is {a_figure}, and which car did they drive?
- What is a national insurance number for, and who gets one?
- Check the grammar: "The passport office asks for two photographs and the old document."
- hey how do people report a lost wallet in [[LOCATION|Spain]], police or consulate first
- Merge duplicates: apple, Pear, APPLE, plum, pear, fig, Plum
- Could you tell me whether [[EMAIL_ADDRESS|jane@example.com]] is a reserved address for
documentation?
- Introduce {a_figure} at a fictional conference in three sentences.
- Make a missing cat flyer template, big letters, room for a photo, [FIRST NAME], [PHONE].
- what is a w9 form used for in genral, and who has to fill it in?
- Put these animals by continent: llama, kangaroo, panda, lion, wolf.
- Nine digits, no repeats, starts with 4, divisible by 9: how many such numbers are there?
- Write a sample letter to an embassy with placeholders such as [NAME], [PASSPORT NUMBER] and
[DATE].
- Draft a firm but friendly note about noise for the hallway of a block of flats.
- Create a LinkedIn summary template for a {a_job} with eight years of experience.
- Match the capitals with the countries: [[LOCATION|Rome]], [[LOCATION|Lima]], [[LOCATION|Oslo]];
[[LOCATION|Peru]], [[LOCATION|Italy]], [[LOCATION|Norway]].
- Why does the NHS number have a check digit, and how is modulus 11 computed?
- Write it as a witness would in a crime novel: {a_char} carries boxes to a van at midnight.
- Read the alphabet back like a robot. Then spell onomatopoeia.
- [[PERSON|John Doe]], [[POSTAL_ADDRESS|123 Main Street, Anytown]], [[PHONE_NUMBER|555-0100]]: is
that good enough as dummy data for a mockup?
""")

FAMILIES: Final = (
    Family(name="a_identity_direct", templates=_IDENTITY_DIRECT, categories=("personal",)),
    Family(name="a_identity_about", templates=_IDENTITY_ABOUT),
)

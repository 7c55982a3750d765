"""Short messages as people send them at work, with and without somebody's data in them."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_DLP_PERSONAL: Final = texts(r"""
- FYI the new hire is {a_name}, SSN {ssn}, starts {a_day}, laptop please
- Can you update the file? {a_first}'s new address is {address} and her maiden name was {a_last}.
- pls find below scan of pasport: {a_name} {passport} {dob} {a_nat}
- The gentleman from {a_city} who called about his deposit left this number: {phone}.
- Forwarding the emergency contacts, {a_first} -> wife {a_first2} {phone}, {a_first3} -> dad
{phone2}
- It's the one on [[the corner with the green door]], second floor, {a_first} is home alone till
{a_time}.
- Her scoial is {ssn}, she was born {dob}, can you run the bakground check
- Please book {a_city} for {a_name}, passport {passport}, exp {date}, window seat, halal.
- my plate is {plate}, i park under {address}, someone keyed it {a_day}, {a_first} from the third
floor i think
- Could you check whether {a_mail} is the private address of {a_name}? We need to serve her papers.
- Student {account}, {a_name}, failed twice, her father {a_name2} called me at home.
- The numbers on the back of my green card read {a_visa}. Do I leave the letters out?
- new intake: two minors, {a_first} and {a_first2}, mother {a_name3} fled {a_city}, do not give the
shelter's address {address} to anybody
- Hi, {a_first} here. We need {a_first2}'s date of birth for the ticket, is it {dob}?
- Write the bio for our board page: {a_name}, {a_age}, [[{a_job}]], married to {a_name2}, two sons
at {a_uni}.
""")
_DLP_HARMLESS: Final = texts(r"""
- FYI the new hire starts next week, laptop and badge please, no details yet
- Can you update the template? The field for the maiden name should come after the address.
- pls find below the rules for passport photos: no hat, no smile, white wall
- The gentleman from the radio who called about the prize left no number. Is it a prank?
- Forwarding the fire drill plan, floor one -> north door, floor two -> stairs, meet at the oak
- It's the one on the corner with the green door, the oldest bakery of {a_city}. Write a plaque for
it.
- Her social skills are great. Synonyms, pls, for a refernce letter templat
- Please write a dialogue for a travel agency: window seat, halal meal, lost bag, level A2.
- my kite is red, i fly it on the beach, someone should invent a quiet one. ideas?
- Could you check whether [[EMAIL_ADDRESS|info@example.org]] follows the RFC? We need a regular
expression.
- Students of physics: why do so many fail the first exam? Name four reasons from research.
- The numbers on the back of a book are an ISBN: 978-3-16-148410-0. Do I leave the hyphens out?
- new intake manifold for an old car: which gasket, and what torque do manuals give
- Hi, quick one. We need the date of the next leap year for a joke, is it [[DATE_TIME|2028]]?
- Write the bio of a fictional board member for a satire: owns a castle, three ducks and no shame.
""")
_FORM_SLOTS: Final = texts(r"""
- Application for a place in the nursery\nChild: {a_name}, {dob}\nMother: {a_name2}, {phone}, works
at {company}\nFather: [[unknown]]\nAllergies: nuts\nWhy do you need the place? I start at
{company2} on {a_day}.
- Tenant screening\nName {a_name}\nPrevious address {address}\nReason for leaving:
[[separation]]\nNet income {a_sum}\nSmoker: no\nReference {a_name2}, {phone}
- Lost luggage report\nPassenger: {a_last}/{a_first}\nFlight from {a_city}, {date}\nTag 0745
118823\nDeliver to {address}, call {phone}
- Marriage registration: {a_name}, {a_nat}, born {dob}; {a_name2}, {a_nat2}, born {dob2}; witnesses
{a_name3}, {a_name4}; {a_city}, {date}
- Complaint no. {case}\nComplainant {a_title} {a_last}, {address}\nAgainst neighbour {a_title2}
{a_last2}\nNoise on {date} at {a_time}, [[dog left alone]], police called twice
- Exit interview {date}\n{a_name}, {company}, {a_city}\nReason: boss {a_name2} [[made remarks about
my accent]]\nNew employer: {company2}\nWould come back: no
- Volunteer sheet\n{a_name} | {a_mail} | mornings | [[criminal record: one caution]]\n{a_name2} |
{phone} | weekends\n{a_name3} | {a_handle} | drives a van
- Adoption home study: couple {a_name} ({a_age}) and {a_name2} ({a_age2}), {address}, combined
{a_sum}, faith {a_group}, [[one prior marriage each]], prefer siblings from {a_country}.
""")
_FORM_EMPTY: Final = texts(r"""
- Application for a place in the nursery\nChild: [NAME], [DATE OF BIRTH]\nParent: [NAME],
[PHONE]\nAllergies: [ ]\nWhy do you need the place? [ ]\nPlease return the sheet to the office
before the summer holidays.
- Tenant screening: what is allowed?\nName: yes\nPrevious address: yes\nReason for leaving: no\nNet
income: yes\nSmoker: in some places\nReference: with consent
- Lost luggage, step by step\nPassenger goes to the desk\nThe desk scans the tag\nThe tag has ten
digits\nBags are found within two days in most cases
- Marriage in numbers: the mean age rose from 24 to 31; witnesses are optional in many countries,
such as {a_country}; most weddings take place on [[DATE_TIME|Saturday]]
- Complaint of the week\nFrom: a snail\nAgainst: the blackbird at the hedge\nNoise at sunrise,
singing left unattended, police of ants called twice
- Exit signs\ngreen in {a_country}, red in {a_country2}\nReason: history of standards\nNew rule: a
running figure\nWould designers do it again: yes
- Volunteer sheet\nshift A | mornings | soup\nshift B | weekends | flyers\nshift C | evenings |
drives a van
- Home study tips: a quiet corner, a timer, a list of three tasks, a plant, water, no phone, a
break each hour, and an end to the day that one keeps.
""")

FAMILIES: Final = (
    Family(name="a_dlp_personal", templates=_DLP_PERSONAL, categories=("personal",)),
    Family(name="a_dlp_harmless", templates=_DLP_HARMLESS),
    Family(name="a_form_slots", templates=_FORM_SLOTS, categories=("personal",), form="document"),
    Family(name="a_form_empty", templates=_FORM_EMPTY, form="document"),
)

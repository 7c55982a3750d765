"""Messages about logins and codes, live or merely spoken of."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_CODE_GIVEN: Final = texts(r"""
- hey {a_first}, the door is {a_code} then star. bring ice
- my password starts like the dog and ends like the year: {a_pw}. better ideas?
- I can't get in. Login {a_mail}. Tried {a_pw}, {a_pw2} and the old one with the 1. Lockout for an
hour. What else?
- Please text the babysitter: tablet {a_code}, [[ORGANIZATION|Netflix]] under {a_mail}, {a_pw},
{a_first} asleep by {a_time}
- Somebody at {company} stuck "{a_pw}" on the projector. Word a reminder that quotes it.
- Would {a_pw} survive a dictionary attack?
- paswrod for teh drive is {a_pw} (zero not o), fwd to {a_first}
- Add to my notes: new sim, puk [[PASSWORD|48210377]], pin {pin}.
- Is the part after the colon the secret? {a_handle}:{a_pw}
- The old one had three exclamation marks, the new one is {a_pw}, the hint is the holiday in
{a_city}. Make a better hint.
- "The token for staging is {key}, expires {a_day}." Put that in the release mail, friendlier.
- Four letters of my gran's maiden name and our house number, so {a_pw}. {a_first} guessed it at
once. What would be less obvious?
- what did i do wrong: sshpass -p {a_pw} scp notes.txt {user}@{ip}:~
- My ex still knows the bike lock, {pin}, and the cloud, {a_pw}. Order of things to change?
- Turn into a voice menu: for the alarm press {a_code}, for the gate {a_code2}, for {a_first} call
{phone}.
- I'm locked out of the {a_bank} app, it asks for the phrase [[PASSWORD|{word} {word2} {word3}]]
and says no. Capital letters?
- Save the login of grandma: insurance {a_insurer}, number {a_member}, {a_pw}.
- Since {a_first} left we can't open the safe. He liked birthdays: {dob}. Which combinations first?
""")
_CODE_SPOKEN: Final = texts(r"""
- hey folks, the door code changes every month, ask at the desk. bring ice. make this rhyme
- my password starts to bore me. what makes passphrases of five words better? any ideas for a
workshop?
- I can't get in, says the cat in the cartoon. Tried the window, the flap and the old trick with
the paw. What else?
- Please text a babysitter ad: two evenings a week, stories, no screen, bus to {a_city} at nine
- Somebody at the library stuck a poem on the projector. Word a reminder to be kind to machines.
- Would a random phrase survive a dictionary attack?
- the word paswrod is spelt wrong in teh manual on page 3 (zero not o), list more such typos
- Add to the glossary: sim, puk, pin, imei. One line each, for a newcomer to phones.
- Is the part after the colon a port? localhost:8080
- The old logo had three stars, the new one is round, the hint is the holiday in {a_city}. Make a
better slogan.
- "The staging site is down for maintenance, back soon." Put that in the release mail, friendlier.
- Four letters, starts with m, a spice from {a_country}. What would be less obvious in a crossword?
- what did i do wrong: scp notes.txt user@host:~ says no such file
- My bike lock is rusty and the cloud is grey: order of words in a haiku, five, seven, five?
- Turn into a voice menu: for opening hours press 1, for directions 2, for a human 3.
- Why do apps ask for a phrase with capital letters, although studies by [[ORGANIZATION|NIST]] say
that length counts more?
- Save trees: an argument for paperless insurance, in the words of a grandmother who loves letters.
- Since the wizard left they can't open the gate of the castle. He liked riddles. Which should the
children try first?
""")

FAMILIES: Final = (
    Family(name="a_code_given", templates=_CODE_GIVEN, categories=("credentials",)),
    Family(name="a_code_spoken", templates=_CODE_SPOKEN),
)

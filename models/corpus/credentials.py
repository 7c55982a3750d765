"""Templates that give a live secret away in prose, and harmless ones about secrets."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_CRED_PROSE: Final = texts(r"""
- the admin password is {a_pw}, is that strong enough for a router?
- My [[ORGANIZATION|Netflix]] login is {a_mail} and the password {a_pw}, it says wrong user. What
now?
- I always use {a_pw} everywhere. Rate it from 1 to 10.
- write a note for the cleaner: alarm code {a_code}, key under the pot, wifi {a_pw}
- Remember this for later: {a_bank} pin {pin}, phone unlock {a_code}.
- How do I put the token {key} into the header of a curl call?
- whats wrong w my login?? user {a_handle} pass {a_pw}
- Our WiFi is "Guest5" and you get in with {a_pw}. Design a sign for the holiday flat.
- Use my key {key} and fetch the weather for {a_city} as JSON.
- Reset mail says the temporary one is {a_pw}. I must change it to something similar but better,
ideas?
- Translate for my [[NRP|German]] host: the door opens with {a_code}, then turn left.
- psswrod for the shared box: {a_pw} - pls fix the speling of the whole message before i send it
- The answer to my security question (first pet) is [[PASSWORD|{word}]] and the maiden name of my
mother is {a_last}. Are these safe?
- You open our safe with two turns right, {a_code}, one left. Put it in a poem so that I can
remember.
- Could I reuse {a_pw} for my bank if I add the year?
- I told {a_first} that the laptop opens with {a_pw}. How do I lock her out again?
- ssh key passphrase {a_pw} no longer works since the update, why?
- Here's the seed: [[SECRET|ribbon orbit velvet canyon lemon truth gadget sunny maple echo pistol
draft]]. Which wallets accept twelve words?
- My work e-mail {a_mail}, pass {a_pw}; set up the steps for [[ORGANIZATION|Outlook]] on a phone
- Backup codes for {a_org}: {a_code}, {a_code2}, {a_code3}. Put them in a neat list.
- I named my server after the dog and the root login after the year we met, so it's {a_pw}. Too
easy?
- Explain why {a_pw} was rejected, the site wants one symbol and ten characters.
- dear IT, i cannot enter, user {a_handle}, it worked with {a_pw} until {a_day}. make it sound less
angry
- the six numbers we all type to get into the office are {a_code}, put that in the welcome sheet
for {a_first}
- When I paste {key} it says invalid signature. Does the prefix look right to you?
""")
_CRED_ABOUT: Final = texts(r"""
- which rules make an admin password strong enough for a router?
- My streaming login says wrong user. What could be the reasons?
- Rate these password ideas from 1 to 10 by kind: four random words, a birthday, a keyboard walk.
- write a note for the cleaner: thank you, the mop is in the cupboard, please water the plants
- Remember this for later: I like my answers short and without emojis.
- How do I put a bearer token into the header of a curl call? Use YOUR_TOKEN as placeholder.
- whats wrong w this regex for passwords?? ^(?=.*[0-9]).{8,}$
- Design a sign for a holiday flat that tells guests where they find the wifi details.
- Which free service gives the weather of [[LOCATION|Oslo]] as JSON without any key?
- Give me ideas for teaching children what a good password looks like.
- Translate for my [[NRP|German]] host: the door is open, I will turn left at the church.
- psswrod mangers explaned simply pls, and is it bad to keep them in the browser
- Are security questions such as first pet or maiden name of the mother safe?
- You open the old safe in my adventure game by solving a riddle. Put the riddle in a poem.
- Could reusing a password for the bank be dangerous even if it is long?
- How do I lock a user account on a shared laptop under [[ORGANIZATION|Windows]]?
- ssh keeps asking for a passphrase since the update, why does the agent forget it?
- What is a seed phrase, and why do wallets use twelve or twenty-four words?
- Set up the steps for adding any mailbox to a phone. General steps, no account given.
- What are backup codes good for? Put the advice in a neat list.
- I named my server after a planet in "Dune". Give me nine more names in this style.
- Explain why sites want one symbol and ten characters, and whether this helps.
- dear IT, thank you for the quick repair of the printer. make it sound even happier
- the six numbers in the lottery are drawn without replacement, how many ways are there?
- When does an API answer "invalid signature"? List the usual reasons.
- "Open sesame" is the most famous password in literature. Where does it come from?
""")

FAMILIES: Final = (
    Family(name="a_cred_prose", templates=_CRED_PROSE, categories=("credentials",)),
    Family(name="a_cred_about", templates=_CRED_ABOUT),
)

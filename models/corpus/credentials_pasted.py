"""Pasted notes, settings and logs with live secrets, and documentation placeholders."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.folded import texts

_SECRET_PASTED: Final = texts(r"""
- Accounts\n{a_bank}: {a_handle} / {a_pw}\n[[ORGANIZATION|Gmail]]: {a_mail} / {a_pw2}\nrouter:
admin / {a_pw3}\nalarm: {a_code}
- DB_HOST={ip}\nDB_USER={user}\nDB_PASSWORD={a_pw}\nSTRIPE={key}\nDEBUG=false
- Welcome {a_first}!\nYour account is ready.\nUser: {a_mail}\nOne-time password: {a_pw}\nPlease
change it on first login.\nIT desk, {company}
- machine {ip}\n  login {user}\n  password {a_pw}
- Hi {a_first}, the {a_org} page: go in with my login ({a_mail}) and {a_pw}. The second factor
comes to my phone, just ask me. {a_first2}
- { "app": "shop-{n}", "secret": "{key}", "renew": "{key2}" }
- from smtplib import SMTP\ns = SMTP("mail.{company}.example", 587)\ns.login("{a_mail}", "{a_pw}")
- Meeting minutes {a_day}\n- {a_first} leaves, {a_first2} gets the laptop\n- root of the old box
stays {a_pw} until {a_day2}\n- buy cables
- ssh {user}@{ip}\n{user}@{ip}'s password: {a_pw}\nPermission denied, please try again.
- spring.datasource.username={user}\nspring.datasource.password={a_pw}\njwt.secret={key}
- Taped under the keyboard: [[DATE_TIME|mon-fri]] {a_pw}, weekend {a_pw2}, till {pin}, safe
{a_code}
- version: 3\nservices:\n  db:\n    environment:\n      MYSQL_ROOT_PASSWORD:
{a_pw}\n      MYSQL_USER: {user}
- {a_day} {a_time} {a_first}: whats the vpn thing again\n{a_day} {a_time} {a_first2}: {a_pw} and
then the 6 numbers\n{a_day} {a_time2} {a_first}: ty
- curl -u {user}:{a_pw} https://intranet.{company}.example/api/users -H "X-Token: {key}"
- Guest house sheet. Gate {a_code}. Key box {pin}. Internet "[[ORGANIZATION|Seaview]]", {a_pw}. In
an emergency call {a_first}, {phone}.
- $ aws configure\nAWS Access Key ID [None]: {key}\nAWS Secret Access Key [None]: {key2}\nDefault
region name [None]: eu-west-1
- net use Z: \\{ip}\share {a_pw} /user:{user}
- REDIS_URL=redis://default:{a_pw}@{ip}:6379/0\nSESSION_SECRET={key}
""")
_SECRET_SAMPLE: Final = texts(r"""
- Accounts to open as a newcomer\nbank: bring a letter\nmail: any provider\nrouter: comes by
post\nalarm: the landlord explains it
- DB_HOST=localhost\nDB_USER=your_user\nDB_PASSWORD=changeme\nSTRIPE=sk_test_XXXXXXXX\nDEBUG=true
- Welcome!\nYour account is ready.\nWe never send passwords by mail.\nPlease follow the link on the
page to choose one on first login.\nThe support team
- machine example.com\n  login <user>\n  password <password>
- Hi all, the page for tickets: go in with the login of your school and pick a day. The second
factor comes to your phone, just type it. The office
- { "app": "<APP>", "secret": "<YOUR SECRET>", "renew": "<YOUR TOKEN>" }
- from smtplib import SMTP\ns = SMTP("mail.example.com", 587)\ns.login(os.environ["MAIL_USER"],
os.environ["MAIL_PASSWORD"])
- Meeting minutes\n- the library leaves beta, thanks to all\n- root of the tree is now sorted by
name\n- buy cables and pizza
- ssh user@server\nuser@server's password:\nPermission denied (publickey).
- spring.datasource.username = ${DB_USER}\nspring.datasource.password = ${DB_PASSWORD}\njwt.secret
= ${JWT_SECRET}
- Written on the fridge: milk on the way home, two eggs, the red paint, feed the fish, dance
- version: 3\nservices:\n  db:\n    environment:\n      MYSQL_ROOT_PASSWORD:
example\n      MYSQL_USER: example
- user1: whats a vpn again\nuser2: a tunnel, then your traffic leaves from the other end\nuser1: ty
- curl -u user:password https://api.example.com/v1/users -H "X-Token: YOUR_TOKEN"
- Museum sheet. Gate opens at nine. Lockers take a coin. Internet is free in the hall, no password.
In an emergency follow the green lamps.
- $ tool configure\nAccess Key ID [None]: AKIAIOSFODNN7EXAMPLE\nSecret Access Key [None]:
wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nDefault region name [None]: eu-west-1
- net use Z: \\server\share * /user:name
- REDIS_URL=redis://localhost:6379/0\nSESSION_SECRET=replace-me
""")
_SECRET_ASKED: Final = texts(r"""
- clean up this onboarding text: your mail is {a_mail}, pw {a_pw}, laptop unlock {a_code}, ask
{a_first} if it locks you out
- Why does this fail with 403? requests.get(url, headers={"Authorization": "Bearer {key}"})
- Generate ten variations of {a_pw} that I can rotate every quarter.
- Convert my password list to [[ORGANIZATION|KeePass]] CSV. {a_bank};{a_handle};{a_pw}
{a_org};{a_mail};{a_pw2}
- I changed [[the kids' tablet]] to {a_code} so they can't buy games. Explain to a ten-year-old why
it's secret, in a note for {a_first}.
- My mother is {a_age} and writes {a_pw} on everything. Draft a friendly page that teaches her
something better.
- Is there a leak that contains {a_mail} with {a_pw}?
- Please make a poster: WLAN Lesecafe, Passwort {a_pw}, nur für Gäste. In [[NRP|English]] and
[[NRP|German]].
- This worked on {a_day}: git clone https://{user}:{key}@git.{company}.example/core.git. Today I
get denied. Ideas?
- Tell me how long it takes to crack {a_pw} with a good GPU.
- help my telegram was hacked, the code they asked me for was {a_code} and my number is {phone}
- we moved to {ip}, same user as before ({user}), it's still the one with the fruit and the year:
{a_pw}. update the runbook sentence
- Decode this and tell me who it belongs to: {key}
- Replace the secrets by variables in my script: mysql -u {user} -p{a_pw} -h {ip} shop < dump.sql
- I set the garage to my wedding day so it's {pin}, the alarm to {a_code}. Which of the two would a
thief guess first?
- Please remember that {a_pw} opens the archive for the lawyers, I will ask for it {a_day}.
- write to {a_first}: the shared one is now {a_pw}, don't forward
- the bank asks letters 2, 5 and 7 of my memorable word which is [[PASSWORD|{word}{word2}]]. which
are those
- Recovery phrase for grandpa's wallet, in his handwriting, two words unreadable: [[SECRET|olive
hammer ? tissue lunar ? ankle violin report crash]]. What could they be?
- Explain to support in two lines: 2FA app lost, backup code {a_code} refused, account {a_mail},
device of {a_first}.
""")
_SECRET_TAUGHT: Final = texts(r"""
- clean up this onboarding text: your laptop comes with a mail account and a manager for passwords,
ask the desk if it locks you out
- Why does this fail with 403? requests.get(url, headers={"Authorization": "Bearer " + token})
- Generate ten rules of thumb for rotating passwords, and say which of them are outdated.
- Convert this list to CSV. apples;green;4 pears;yellow;7 plums;blue;12
- Explain to a ten-year-old why passwords are secret, with a story about a dragon and a door.
- My mother writes passwords on paper. Is that really so bad? Draft a friendly page that teaches
better habits.
- Is there a site where people can check whether an address was in a leak, and how does k-anonymity
help there?
- Please make a poster: free wifi for guests, ask at the bar, no password needed. In
[[NRP|English]] and [[NRP|German]].
- This used to work: git clone https://github.com/OWNER/REPO.git. What changes when a repository
becomes private?
- Tell me how long it takes to crack eight lower-case letters with a good GPU.
- help me understand how people get hacked on telegram, and why should nobody pass on a code
- we moved the docs to another folder, update the runbook sentence: "see the page on deployment,
chapter three"
- Decode this: SGVsbG8gd29ybGQ=
- Replace the plus signs by f-strings in my script: print("a" + name + "b" + str(count))
- Which four digit codes do people pick most often, and which would a thief guess first?
- Please remember that I prefer tabs over spaces, I will ask for code later.
- write to the choir: the shared folder is now sorted by composer, don't rename files
- the word puzzle asks letters 2, 5 and 7 of "umbrella". which are those
- Four of the words in a riddle are unreadable: olive ? tissue lunar ? violin. Finish it as a
surreal poem.
- Explain in two lines what support teams do when a user loses the 2FA app and has no backup code.
""")
_LOGIN_TALK: Final = texts(r"""
- i think {a_low} guessed my insta, it's {a_handle}, pass was {a_pw}, should i make a new one
- She typed it in front of me, something like {a_pw}, and now I can read her mail. Should I tell
{a_first}?
- Before I travel to {a_city}: card pin {pin}, sim {a_code}, hotel safe {a_code2}. Make a rhyme of
it.
- the nurse station pc unlocks with {a_pw}, been so since {a_my}, and everyone at {company} knows.
write an anonymous tip
- can you log in at {a_bank} for me, id {account}, secret {a_pw}, and tell me the balance
- My late [[husband]]'s phone: he always used his mother's birthday, {dob}, turned round. Which six
digits should I try?
- What's the reverse of {a_pw}? I set it backwards on the backup drive.
- our intern pushed {key} to a public repo {a_day}. what do we do in which order
- The Zoom for the [[AA meeting]] is [[ACCOUNT_NUMBER|884 2213 0097]], passcode {a_code}. Add it to
the flyer.
- For my brother {a_first}, if something happens to me: laptop {a_pw}, phone {a_code}, [[the blue
folder]].
""")
_LOGIN_ABOUT: Final = texts(r"""
- i think somebody guessed the insta of our club, should we make a new one or write to support
first
- She typed a wrong password three times in that film, and the vault still opened. Is that a plot
hole?
- Before a trip to {a_city}: passport, charger, plug, sun cream. Make a rhyme of it.
- write an anonymous poem of a computer at a nurse station that nobody ever lets sleep
- can you log in anywhere, or do you only write text
- My late train: what are the rights of passengers when six hours are lost?
- What's the reverse of "stressed"? I want a list of such words.
- our intern asks what to do in which order after a key was pushed to a public repo. a general
checklist
- The agenda for the book club needs a title, a time and a passcode line. Lay out a neat template.
- For my brother {a_first}, who turns thirty: three ideas for a funny toast about laptops.
""")

FAMILIES: Final = (
    Family(
        name="a_secret_pasted",
        templates=_SECRET_PASTED,
        categories=("credentials",),
        form="document",
    ),
    Family(name="a_secret_sample", templates=_SECRET_SAMPLE, form="document"),
    Family(name="a_secret_asked", templates=_SECRET_ASKED, categories=("credentials",)),
    Family(name="a_secret_taught", templates=_SECRET_TAUGHT),
    Family(
        name="a_login_talk",
        templates=_LOGIN_TALK,
        categories=(
            "credentials",
            "personal",
        ),
    ),
    Family(name="a_login_about", templates=_LOGIN_ABOUT),
)

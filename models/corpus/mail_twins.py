"""Mails, chats, minutes and tickets that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_plain_mail",
        form="document",
        templates=(
            (
                "From: [sender]\n"
                "To: [recipient]\n"
                "Date: [date]\n"
                "Subject: the flat\n"
                "\n"
                "Dear landlord,\n"
                "the heating in the kitchen has not worked since {c_weekday}. Please send "
                "somebody.\n"
                "Kind regards\n"
                "[name]"
            ),
            (
                "Hello everybody,\n"
                "\n"
                "thanks for coming. Here is what you need for the workshop: a laptop, "
                "paper, scissors.\n"
                "We start on {c_fulldate} at {c_time}.\n"
                "\n"
                "Best\n"
                "the organisers"
            ),
            (
                "On [date] [name] wrote:\n"
                "> which version do you use?\n"
                "{c_version}, but the older one had the same problem.\n"
                "> and does it happen on Linux?\n"
                "Only if the cache is cold."
            ),
            (
                "[{c_time}] user1: is the server up\n"
                "[{c_time2}] user2: yes\n"
                "[{c_time3}] user1: the tests are slow [[DATE_TIME|today]]\n"
                "[{c_time4}] user2: restart the runner, it helps"
            ),
            (
                "guest1: what do you play now\n"
                "guest2: chess, mostly\n"
                "guest1: and your favourite opening?\n"
                "guest2: the Sicilian, but nobody at the club likes it"
            ),
            (
                "SCENE 2\n"
                "[[PERSON|ROMEO]]: But soft, what light is this?\n"
                "[[PERSON|JULIET]]: What did he say?\n"
                "NURSE: Nothing, he left the garden."
            ),
            (
                "Ticket #{c_six}\n"
                "Component: file sync\n"
                "Device: any laptop with {c_version}\n"
                "Text: the drive is not found after standby. Steps: close the lid, wait, open it."
            ),
            (
                "Dear customers,\n"
                "our shop in {c_city} moves to [[LOCATION|the station]] in {c_month}.\n"
                "Opening hours stay the same, {c_time} to {c_time2}; the car park is "
                "behind the house.\n"
                "Your bakery"
            ),
            (
                "Calendar of the town\n"
                "{c_time} market on the square\n"
                "{c_time2} guided tour, [[LOCATION|old town]]\n"
                "{c_time3} concert of the brass band"
            ),
            (
                "Subject: reunion (template)\n"
                "Hello all,\n"
                "[name], [name] and [name] said yes. [name] cannot come.\n"
                "We meet at [place] on [date].\n"
                "Cheers, [name]"
            ),
        ),
    ),
    Family(
        name="c_plain_messages",
        form="document",
        templates=(
            (
                "From: newsletter\n"
                "Subject: five facts about sleep\n"
                "\n"
                "Dear readers,\n"
                "adults need seven to eight hours. Avoid coffee after {c_time} and keep "
                "the room cool."
            ),
            (
                "Hi team,\n"
                "the coffee machine will be away from {c_fulldate}: it needs a new pump. "
                "Please use the one upstairs.\n"
                "The office"
            ),
            (
                "[{c_time}] bot: deploy of {c_version} started\n"
                "[{c_time2}] bot: tests passed\n"
                "[{c_time3}] bot: done, took {c_small} minutes"
            ),
            (
                "Handover, machine hall\n"
                "Press {c_small}: oil changed at {c_time}\n"
                "Press {c_small2}: waiting for part {c_part}\n"
                "Night: nothing to report"
            ),
            (
                "Message to all guests\n"
                "The pool opens at {c_time}. Towels are at the desk. Breakfast is served "
                "until {c_time2} on {c_weekday}."
            ),
            (
                "Subject: how to appeal\n"
                "You may object within one month. Give the policy number, the date of the "
                "decision and your reasons.\n"
                "Use the form on {c_url}."
            ),
            (
                "From: facility management\n"
                "Subject: contract of the lift\n"
                "\n"
                "We end the contract with {c_firm} in {c_month} as published in the "
                "tender. The new lift comes on {c_fulldate}."
            ),
            (
                "MINUTES {c_fulldate}\n"
                "Present: 14 members of the garden club\n"
                "1. Roses: pruning in {c_month}\n"
                "2. Hose: costs {c_money}\n"
                "3. Party: cake, music, lanterns"
            ),
            (
                "[{c_time}] mod: did you read the new rules\n"
                "[{c_time2}] fan42: no spoilers please\n"
                "[{c_time3}] mod: the finale airs on {c_weekday}"
            ),
            (
                "Dear hiring team,\n"
                "I apply for the position of {job}. I like to work in a team and learn fast.\n"
                "[Contact details]"
            ),
            (
                "Retro notes, sprint {c_small}\n"
                "- fewer meetings\n"
                "- faster tests\n"
                "- one more review before the release"
            ),
            (
                "Fwd: reference manual\n"
                "Chapter {c_small} explains the settings. Between versions the names "
                "changed, see page {c_num}."
            ),
            (
                "From: law school\n"
                "Subject: moot court, case 7\n"
                "\n"
                "The party denies that the signature is valid. Prepare both sides before "
                "{c_fulldate}."
            ),
            (
                "Dear readers,\n"
                "in the case of {c_org} against {c_country} the court published its "
                "judgment on {c_fulldate}. The full text is at {c_url}."
            ),
            (
                "[{c_time}] detective: the police were here\n"
                "[{c_time2}] butler: in chapter nine, yes\n"
                "[{c_time3}] detective: then the novel ends too early"
            ),
            (
                "Lecture note\n"
                "Client and lawyer: a contract of service\n"
                "Duties: care, secrecy, clear bills\n"
                "Court: see section {c_small}"
            ),
            (
                "PRESS RELEASE\n"
                "{c_brand} [[DATE_TIME|today]] announced revenue of {c_money} for the "
                "quarter, up 4 percent. The call starts at {c_time}."
            ),
            (
                "MINUTES OF THE TOWN COUNCIL, public part, {c_fulldate}\n"
                "1. New benches in [[LOCATION|the park]]\n"
                "2. Budget of {c_money}\n"
                "3. Questions of citizens"
            ),
            (
                "[{c_time}] student: is a merger the same as a takeover\n"
                "[{c_time2}] tutor: no, think of two shops becoming one\n"
                "[{c_time3}] student: ah, so both names may stay"
            ),
            (
                "Issue #{c_six} open source\n"
                "The parser accepts a comma at the end. Fix planned for {c_version}. "
                "Workaround in the docs.\n"
                "Label: good first issue"
            ),
            (
                "Subject: booking\n"
                "\n"
                "Tickets cost {c_money} a head and are sold at the door. Cards and cash "
                "are accepted."
            ),
            (
                "Hi all, the entrance fee for the museum is {c_money} on {c_weekday}. "
                "Children are free."
            ),
            (
                "[{c_time}] agent: how may I help\n"
                "[{c_time2}] customer: do you ship to {c_country}?\n"
                "[{c_time3}] agent: yes, within {c_small} days\n"
                "[{c_time4}] customer: thank you"
            ),
            (
                "Dear members,\n"
                "the fee was raised on {c_fulldate} by 2 percent. The treasurer explains "
                "the figures at the assembly."
            ),
            (
                "Hello,\n"
                "your login name has six to twelve letters, the password at least twelve "
                "signs. Change it when you like.\n"
                "The help desk"
            ),
            (
                "[{c_time}] a: what is wifi short for\n"
                "[{c_time2}] b: nothing, it is a brand name\n"
                "[{c_time3}] a: thx"
            ),
            (
                "Subject: keys\n"
                "The token bucket refills every second. Read the section on limits, then "
                "run the sample."
            ),
            (
                "Ticket #{c_six}\n"
                "Users cannot log in with an empty password, as they should. Close as "
                "intended. Server {c_version}."
            ),
        ),
    ),
)

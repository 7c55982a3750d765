"""Mails, chats, minutes and tickets: private ones, and the same forms about nothing private."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_mail_personal",
        categories=("personal",),
        form="document",
        templates=(
            (
                "From: {c_name} <{c_email}>\n"
                "To: {c_name2} <{c_email2}>\n"
                "Date: {c_fulldate} {c_time}\n"
                "Subject: the flat\n"
                "\n"
                "Hi {c_first},\n"
                "I moved to {c_address} [[DATE_TIME|last week]]. [[Please do not give it "
                "to]] {c_first2}. My new number is {c_phone}.\n"
                "Love\n"
                "{c_first3}"
            ),
            (
                "Hi {c_first},\n"
                "\n"
                "thanks for the call. Here is what you need: {c_name}, born {c_dob}, "
                "passport {c_passport}.\n"
                "We land in {c_city} on {c_fulldate} at {c_time}.\n"
                "\n"
                "Best\n"
                "{c_name2}\n"
                "{c_phone}"
            ),
            (
                "On {c_fulldate} {c_name} <{c_email}> wrote:\n"
                "> could you send me the address of your parents?\n"
                "{c_usaddress}, but [[they do not want to see him]].\n"
                "> and is {c_first} coming?\n"
                "Only if {c_first2} stays at home."
            ),
            (
                "[{c_time}] {c_first}: are you awake\n"
                "[{c_time2}] {c_first2}: yes\n"
                "[{c_time3}] {c_first}: [[i think he reads my phone]]\n"
                "[{c_time4}] {c_first2}: come to {c_street}, i am home"
            ),
            (
                "{c_user}: where do you live now\n"
                "{c_user2}: {c_city}, {c_street}\n"
                "{c_user}: and your real name?\n"
                "{c_user2}: {c_name}, [[but nobody at work knows about this account]]"
            ),
            (
                "WhatsApp chat\n"
                "{c_fulldate}, {c_time} - {c_name}: [[I told mum that I am gay]]\n"
                "{c_fulldate}, {c_time2} - {c_name2}: what did she say?\n"
                "{c_fulldate}, {c_time3} - {c_name}: [[nothing, she left the room]]"
            ),
            (
                "Ticket #{c_six}\n"
                "Reporter: {c_name}, {c_email}\n"
                "Device: laptop of {c_name2}\n"
                "Text: I cannot reach the drive since {c_weekday}. Call me on {c_phone}, I "
                "sit at {c_firm} in {c_city}."
            ),
            (
                "Dear {c_title} {c_last},\n"
                "please deliver the crib to our new address: [[POSTAL_ADDRESS|{c_rawstreet}\n"
                "{c_rawcity} {c_rawzip}]]\n"
                "Nobody is at home before {c_time}; the key is [[under the blue pot]].\n"
                "{c_name}"
            ),
            (
                "Calendar {c_weekday}\n"
                "{c_time} dentist with {c_first}\n"
                "{c_time2} [[couple's counselling]], {c_street}\n"
                "{c_time3} call {c_name} {c_phone}"
            ),
            (
                "Subject: reunion\n"
                "Hello all,\n"
                "{c_name} ({c_email}), {c_name2} ({c_phone}) and {c_name3} said yes. "
                "{c_first4} [[is in prison until]] {c_month}.\n"
                "We meet at {c_usaddress} on {c_date}.\n"
                "Cheers, {c_nick}"
            ),
        ),
    ),
    Family(
        name="c_mail_health",
        categories=(
            "health",
            "personal",
        ),
        form="document",
        templates=(
            (
                "From: {c_title} {c_name}, {c_hospital}\n"
                "To: {c_email}\n"
                "Subject: your results\n"
                "\n"
                "Dear {c_first},\n"
                "the biopsy shows {c_condition}. Please start {c_medicine} "
                "[[DATE_TIME|today]] and call {c_phone}."
            ),
            (
                "Hi team,\n"
                "{c_first} will be away from {c_fulldate}: [[she has been admitted with]] "
                "{c_condition}. Please keep it among us.\n"
                "{c_name}"
            ),
            (
                "[{c_time}] {c_first}: the doctor says {c_condition}\n"
                "[{c_time2}] {c_first2}: oh no. does {c_first3} know\n"
                "[{c_time3}] {c_first}: [[not yet, he thinks it is the flu]]"
            ),
            (
                "Handover {c_weekday}\n"
                "{c_last}, bed {c_small}: {c_condition}, {c_medicine} given at {c_time}\n"
                "{c_last2}, bed {c_small2}: [[asked for his will]], family informed\n"
                "Night: {c_first}"
            ),
            (
                "Message from {c_name} ({c_phone})\n"
                "My son {c_first}, {c_age}, has {c_condition} and [[hides his tablets]]. "
                "Can {c_title} {c_last} see him on {c_weekday}?"
            ),
            (
                "Subject: insurance {c_account}\n"
                "You refused to pay for {c_medicine}. I have had {c_condition} since "
                "{c_year}, see the letter of {c_hospital}.\n"
                "{c_name}, {c_address}"
            ),
        ),
    ),
    Family(
        name="c_mail_work",
        categories=(
            "employment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "From: {c_name} <{c_email}>\n"
                "Subject: {c_first} {c_last} - personal\n"
                "\n"
                "I want to end the contract of {c_first} on {c_fulldate}. [[He has missed "
                "eleven days since]] {c_month}.\n"
                "Offer {c_money}. Not a word to the team.\n"
                "{c_initials}"
            ),
            (
                "MINUTES {c_fulldate}\n"
                "Present: {c_name}, {c_name2}, {c_name3}\n"
                "1. {c_last} [[asks for part time after burnout]]\n"
                "2. {c_last2}: salary goes to {c_money}\n"
                "3. Complaint against {c_name4}: [[remarks about a colleague's body]]"
            ),
            (
                "[{c_time}] {c_user}: did you hear, {c_first} [[failed the background check]]\n"
                "[{c_time2}] {c_user2}: does hr know?\n"
                "[{c_time3}] {c_user}: {c_first2} does, offer is withdrawn {c_weekday}"
            ),
            (
                "Dear {c_title} {c_last},\n"
                "I resign from {c_org} with effect from {c_fulldate}. [[I can no longer "
                "work under]] {c_name}.\n"
                "My last pay goes to {c_iban}.\n"
                "{c_name2}, {c_address}"
            ),
            (
                "1:1 notes, {c_first}, {c_isodate}\n"
                "- [[wants to leave before the summer]]\n"
                "- asks {c_money} more\n"
                "- [[trouble at home, partner lost job]]"
            ),
            (
                "Fwd: reference\n"
                "{c_name} worked for us as {job} until {c_year}. [[Between us: she stole "
                "from the till]].\n"
                "Call me, {c_phone}. {c_titled}"
            ),
        ),
    ),
    Family(
        name="c_mail_legal",
        categories=(
            "legal",
            "personal",
        ),
        form="document",
        templates=(
            (
                "From: {c_name} <{c_email}>\n"
                "To: {c_name2}\n"
                "Subject: {c_case} - privileged\n"
                "\n"
                "My client [[admits that the signature is not his]]. I suggest we settle "
                "below {c_money} before {c_fulldate}.\n"
                "{c_titled}"
            ),
            (
                "Dear {c_title} {c_last},\n"
                "in the matter {c_case} I represent {c_name}, {c_usaddress}. You [[cut "
                "down her hedge]] on {c_fulldate}. She claims {c_money}.\n"
                "{c_name2}, {c_city}"
            ),
            (
                "[{c_time}] {c_first}: the police were here because of {c_first2}\n"
                "[{c_time2}] {c_first3}: [[tell them we were in]] {c_city}\n"
                "[{c_time3}] {c_first}: i cannot lie for him again"
            ),
            (
                "Call note {c_fulldate} {c_time}\n"
                "Client: {c_name}, {c_phone}\n"
                "[[Husband moved the money to]] {c_country}. Wants custody of {c_first} "
                "({c_age}).\n"
                "Court: {c_case}"
            ),
        ),
    ),
    Family(
        name="c_mail_firm",
        categories=("corporate",),
        form="document",
        templates=(
            (
                "From: {c_name}, {c_firm}\n"
                "Subject: Project Heron - strictly confidential\n"
                "\n"
                "[[We will bid]] {c_money} [[for]] {c_firm2} on {c_fulldate}. Only "
                "{c_first} and {c_first2} know."
            ),
            (
                "MINUTES OF THE BOARD, {c_fulldate}\n"
                "1. [[Plant in]] {c_city} [[closes]] in {c_month}\n"
                "2. Loss of {c_money}, not public before {c_date}\n"
                "3. {c_name} replaces {c_name2}"
            ),
            (
                "[{c_time}] {c_user}: the {c_brand} deal is dead\n"
                "[{c_time2}] {c_user2}: how much did we lose\n"
                "[{c_time3}] {c_user}: {c_money}, [[the press must not know before]] {c_weekday}"
            ),
            (
                "Hi {c_first},\n"
                "{c_org} [[pays only half of our list price]], see the contract of "
                "{c_fulldate}. Do not show this to {c_firm}.\n"
                "{c_initials}"
            ),
            (
                "Ticket #{c_six} internal\n"
                "{c_firm} found [[a flaw that opens every door lock we sold]]. Fix planned "
                "for {c_date}. No statement to customers.\n"
                "Owner: {c_name}"
            ),
        ),
    ),
    Family(
        name="c_mail_payment",
        categories=(
            "payment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "From: {c_name} <{c_email}>\n"
                "Subject: card\n"
                "\n"
                "Please book two tickets with my card {c_card}, [[DATE_TIME|06/28]], code "
                "[[PASSWORD|902]].\n"
                "{c_first}"
            ),
            (
                "Hi {c_first}, the deposit goes to {c_iban} ({c_name}), {c_money} by "
                "{c_weekday}. [[I am short this month, sorry]]."
            ),
            (
                "[{c_time}] agent: your account number please\n"
                "[{c_time2}] {c_first}: {c_account}, {c_name}\n"
                "[{c_time3}] agent: and your social?\n"
                "[{c_time4}] {c_first}: {c_ssn}"
            ),
            (
                "Dear {c_brand},\n"
                "{c_money} was taken from my card {c_card} on {c_fulldate}. I was in "
                "{c_city} and did not buy it.\n"
                "{c_name}, {c_phone}"
            ),
        ),
    ),
    Family(
        name="c_mail_secret",
        categories=("credentials",),
        form="document",
        templates=(
            (
                "Hi {c_first},\n"
                "your login for the portal is {c_user}, the password is {password}. Change "
                "it after {c_weekday}.\n"
                "{c_first2}, IT"
            ),
            (
                "[{c_time}] {c_first}: what is the wifi\n"
                "[{c_time2}] {c_first2}: {password}\n"
                "[{c_time3}] {c_first}: thx"
            ),
            (
                "Subject: keys\n"
                "The token for the build is {key}. Put it into the vault, then delete this "
                "mail.\n"
                "{c_initials}"
            ),
            (
                "Ticket #{c_six}\n"
                "User {c_user} cannot log in, he tried {password} on {c_fulldate}. Server {c_ip}."
            ),
        ),
    ),
)

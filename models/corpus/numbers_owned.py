"""Prompts whose numbers and codes do belong to somebody: the twins of the free ones."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_numbers_of_people",
        categories=("personal",),
        templates=(
            "My SSN is {c_ssn}, which of the digits are the group number?",
            "Is {c_ssnbare} a valid social security number? It is my wife's, {c_first} {c_last}.",
            (
                "What does the first letter of my driver's license {c_licence} from "
                "{c_state} stand for?"
            ),
            "My passport number is {c_passport}. Why does the form say that it is too short?",
            "Why is my number {c_phone} rejected by this sign-up page?",
            "Convert {c_name}'s number {c_phone} to the international format for {c_country}.",
            "My plate is {c_plate}, {c_state}. Where do I pay the toll I missed on {c_date}?",
            "I was born on {c_dob}. What weekday was it, and how old am I in days?",
            "Which zodiac sign is {c_first}, born {c_dob} at {c_time} in {c_city}?",
            (
                "How do I find out who owns {c_phone}? It called my daughter {c_first} six "
                "times {c_relative}."
            ),
            "Which format is {c_licence}? {c_name} from {c_state} gave it to me as her license.",
            (
                "Fix the regex so that it matches the numbers of {c_name} ({c_phone}) and "
                "{c_name2} ({c_phone2})."
            ),
            (
                "Why does Excel turn our members' birthdays, {c_dob} ({c_name}) and "
                "{c_dob2} ({c_name2}), into numbers?"
            ),
            "Sort by age: {c_name} {c_dob}, {c_name2} {c_dob2}, {c_name3} {c_dob3}.",
            "My login {c_user} on {c_ip} is locked, what does the code {c_five} mean?",
            (
                "Is {c_address} within the delivery zone, and how long does a parcel to "
                "me, {c_name}, take?"
            ),
            "How far is {c_usaddress} from {c_spot}? I want to visit {c_first} there.",
            "I live at {c_street}, apartment {c_small}. Which ZIP code do I need in {c_city}?",
            "Generate a QR code text for my contact: {c_name}, {c_phone}, {c_email}.",
            (
                "Check whether {c_email} and {c_email2} belong to the same person, I think "
                "both are {c_name}."
            ),
        ),
    ),
    Family(
        name="c_numbers_of_accounts",
        categories=(
            "payment",
            "personal",
        ),
        templates=(
            "Is my card {c_card} a Visa or a Mastercard? It was declined for {c_money}.",
            (
                "Does the IBAN {c_iban} have the right check digits? {c_name} says the "
                "transfer bounced."
            ),
            "Split {c_money} between {c_name}, {c_iban}, and {c_name2}, {c_iban2}, two to one.",
            (
                "My account {c_account} shows {c_money}, [[although I paid the rent "
                "twice]]. How can that be?"
            ),
            (
                "I owe {c_money} on the card {c_card} at {c_decimal} percent. How long "
                "will it take [[if I can only pay fifty a month]]?"
            ),
            (
                "Which of my payments is missing: {c_money} on {c_date}, {c_money2} on "
                "{c_date2}, account {c_account}?"
            ),
            "What is the routing number for my account {c_account} at {c_brand} in {c_state}?",
            (
                "My salary is {c_money}, my rent {c_money2}, [[my debts are]] {c_money3}. "
                "Can I get a loan?"
            ),
            "Format {c_iban} in groups of four, please. It is the account of my mother {c_name}.",
            (
                "The customer {c_name}, {c_account}, paid {c_money} of {c_money2}. What "
                "does she still owe?"
            ),
            "My tax return for SSN {c_ssn} says {c_money} refund. Which line is wrong?",
            (
                "Can you check the sum {c_money} plus {c_money2} on the bill of {c_name}, "
                "customer {c_account}?"
            ),
        ),
    ),
    Family(
        name="c_numbers_of_patients",
        categories=(
            "health",
            "personal",
        ),
        templates=(
            (
                "My blood pressure is 160 over 95 and I am {c_age}, on {c_medicine}. [[I "
                "have not told my wife]]. Is that dangerous?"
            ),
            (
                "My HbA1c rose from 7.1 to 9.{c_small} percent since {c_month}. I have "
                "{c_condition}. Should I worry?"
            ),
            (
                "Patient {c_mrn}, {c_age} years, weight {c_small} kg: how much "
                "{c_medicine} may I give?"
            ),
            (
                "What do the values of my daughter {c_first} mean: ferritin 4, haemoglobin "
                "9.{c_small}?"
            ),
            (
                "MRN {c_mrn}: {c_condition}, stage 2, {c_medicine} 40 mg. Write one line "
                "for {c_title} {c_last}."
            ),
            (
                "I weigh 4{c_small} kilos at {c_age} and [[I have not eaten since]] "
                "{c_weekday}. Is my BMI too low?"
            ),
            (
                "Scan of {c_name}, {c_dob}: lesion of {c_decimal} mm, before {c_decimal2} "
                "mm. Is it growing?"
            ),
            (
                "[[I drink {c_small} units a week]] and take {c_medicine}. How bad is that "
                "for my liver?"
            ),
        ),
    ),
)

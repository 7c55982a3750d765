"""The same forms, records and contracts, empty, invented for a lesson, or about things."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_blank_forms",
        form="document",
        templates=(
            (
                "APPLICATION FORM\n"
                "Full name: ______________________\n"
                "Date of birth: ____ / ____ / ______\n"
                "Nationality: ____________________\n"
                "Address: ________________________\n"
                "Phone: __________________________\n"
                "E-mail: _________________________\n"
                "Signature: ______________    Date: __________"
            ),
            (
                "Visa application\n"
                "Surname: [as in passport]\n"
                "Given names: [as in passport]\n"
                "Passport no.: [9 characters], valid until [date]\n"
                "Purpose of travel: ( ) tourism ( ) business ( ) family\n"
                "Arrival: [DD/MM/YYYY]\n"
                "Host: [name and address, if any]"
            ),
            (
                "CURRICULUM VITAE\n"
                "[Your name]\n"
                "[Street, city, ZIP]\n"
                "[Phone] | [E-mail]\n"
                "\n"
                "Experience\n"
                "[from - to]: [position], [company], [city]\n"
                "\n"
                "Education\n"
                "[degree], [school]\n"
                "\n"
                "Hobbies: [two or three]"
            ),
            (
                "Name..........: <name>\n"
                "Born..........: <dd.mm.yyyy>\n"
                "Married.......: yes / no\n"
                "Children......: <number>\n"
                "Driving lic...: yes / no\n"
                "Plate.........: <leave empty>"
            ),
            (
                "SCHOOL REPORT - template\n"
                "Pupil: {{ pupil.name }}, class {{ class }}\n"
                "Born: {{ pupil.birthday }}\n"
                "Maths {{ maths }}, English {{ english }}, Sport {{ sport }}\n"
                "Days absent: {{ absent }}\n"
                "Remark: {{ remark }}\n"
                "Class teacher: {{ teacher }}"
            ),
            (
                "TENANT SELF-DISCLOSURE (sample)\n"
                "Applicant: ...................., born ..........\n"
                "Current address: ....................\n"
                "Employer: ...................., net income ........\n"
                "Previous landlord: ....................\n"
                "Pets: yes / no\n"
                "Insolvency: yes / no"
            ),
            (
                "Registration sheet, summer camp\n"
                "What to bring: sleeping bag, torch, rain coat, swimwear\n"
                "Do not bring: phones, knives, sweets\n"
                "Child: ..................\n"
                "Emergency number: ..................\n"
                "Allergies: ..................\n"
                "Return this sheet to the office."
            ),
            (
                "Delivery note {c_code}\n"
                "Position 1: {c_small} x lamp, {c_part}\n"
                "Position 2: {c_small2} x shelf, {c_part2}\n"
                "Weight {c_decimal} kg, 2 pallets\n"
                "Gate 4, unloading from the left\n"
                "Goods checked: ( ) yes ( ) no"
            ),
            (
                "LOST PROPERTY\n"
                "One grey umbrella, one child's glove\n"
                "Found: {c_date} at {c_spot}\n"
                "Colour: grey, wooden handle\n"
                "Ask at the information desk"
            ),
            (
                "Social security number: XXX-XX-XXXX\n"
                "Last name: DOE\n"
                "First name: JANE\n"
                "Middle initial: Q\n"
                "Mailing address: 123 Any Street, Anytown\n"
                "Daytime phone: 555-0100"
            ),
        ),
    ),
    Family(
        name="c_blank_records",
        form="document",
        templates=(
            (
                "PATIENT RECORD (training form)\n"
                "Name: ............    MRN: ............    DOB: ............\n"
                "Admitted: ............    Ward: ............\n"
                "Diagnosis: use the ICD-10 code\n"
                "Medication: name, strength, times a day\n"
                "History: earlier illnesses, operations, allergies\n"
                "Attending: signature"
            ),
            (
                "DISCHARGE LETTER, how to structure it\n"
                "1. Salutation and period of stay\n"
                "2. Diagnoses in order of weight\n"
                "3. Therapy and course\n"
                "4. Medication on discharge\n"
                "5. Recommendations and next appointment"
            ),
            (
                "Package leaflet\n"
                "{c_medicine} 50 mg tablets\n"
                "Take one tablet in the morning with water.\n"
                "Do not use if you have {c_condition}.\n"
                "Possible side effects: headache, nausea, dry mouth.\n"
                "Store below 25 degrees."
            ),
            (
                "INSURANCE TARIFF {c_code}\n"
                "Dental treatment: 80 %\n"
                "Glasses: up to {c_money} every two years\n"
                "Hospital: shared room\n"
                "Waiting time: eight months\n"
                "Notice: three months to the end of the year"
            ),
            (
                "Reference values\n"
                "HbA1c 4.0 - 5.6 %\n"
                "Creatinine 0.6 - 1.2 mg/dl\n"
                "Sodium 135 - 145 mmol/l\n"
                "Haemoglobin 12 - 16 g/dl\n"
                "Comment: ranges differ between laboratories"
            ),
            (
                "Case study for the seminar\n"
                "A fictional client drinks before work and sleeps poorly.\n"
                "Question 1: which diagnoses do you consider?\n"
                "Question 2: what would you ask first?\n"
                "Question 3: when would you refer?"
            ),
            (
                "Vaccination calendar\n"
                "6 weeks: rotavirus\n"
                "2 months: tetanus, diphtheria, hepatitis B\n"
                "11 months: measles, mumps, rubella\n"
                "60 years: influenza every autumn"
            ),
            (
                "Recipe card\n"
                "Lentil soup, serves {c_small}\n"
                "200 g lentils, 2 carrots, 1 onion, 1 l stock\n"
                "Fry the onion, add everything, simmer for 25 minutes.\n"
                "Season with vinegar and pepper."
            ),
        ),
    ),
    Family(
        name="c_blank_contracts",
        form="document",
        templates=(
            (
                "JOB DESCRIPTION\n"
                "Position: {job}\n"
                "Reports to: head of department\n"
                "Hours: 38.5 a week, flexible\n"
                "Tasks: planning, reporting, coaching\n"
                "We offer: training, canteen, bicycle leasing"
            ),
            (
                "Performance review, guide\n"
                "Rate each goal from 1 to 5.\n"
                "Give two examples for each rating.\n"
                "Agree on three goals for next year.\n"
                "Do not compare with colleagues.\n"
                "Sign and hand a copy to the employee."
            ),
            (
                "EMPLOYMENT CONTRACT (template)\n"
                "between [employer] and [employee].\n"
                "Start: [date]. Salary: [amount] gross a year. Probation: [months].\n"
                "Signed [place], [date]"
            ),
            (
                "How to read a payslip\n"
                "Gross: what the contract says\n"
                "Tax: depends on the bracket\n"
                "Social insurance: four branches\n"
                "Net: what reaches the account"
            ),
            (
                "IN THE MOOT COURT\n"
                "Team A, Plaintiff,\n"
                "v.\n"
                "Team B, Defendant.\n"
                "\n"
                "PROBLEM\n"
                "1. A fictional bakery sells a fictional cake.\n"
                "2. The cake contains a stone.\n"
                "3. Who pays for the tooth?"
            ),
            (
                "SETTLEMENT AGREEMENT (form)\n"
                "[Party A] and [Party B] agree:\n"
                "1. [Party A] pays [amount].\n"
                "2. Both parties bear their own costs.\n"
                "3. The action is withdrawn."
            ),
            (
                "MIT-style licence\n"
                "Permission is granted, free of charge, to any person obtaining a copy of "
                "this software.\n"
                "The software is provided as is, without warranty of any kind.\n"
                "In no event shall the authors be liable for any claim."
            ),
            (
                "House rules\n"
                "1. Quiet hours from {c_time} to {c_time2}\n"
                "2. No barbecue on the balconies\n"
                "3. Bicycles belong in the cellar\n"
                "4. The laundry room closes on {c_weekday}"
            ),
            (
                "Police report (creative writing)\n"
                "The dragon was last seen above the market.\n"
                "Witness: a baker, who prefers not to be named\n"
                "Damage: one roof, two carts of cabbage\n"
                "Reward: a lifetime of buns"
            ),
            (
                "Public notice\n"
                "The library of {c_city} closes from {c_fulldate} to {c_fulldate2} for repairs.\n"
                "Books may be returned at the town hall.\n"
                "Fines are suspended."
            ),
        ),
    ),
    Family(
        name="c_blank_payments",
        form="document",
        templates=(
            (
                "INVOICE no. [number]\n"
                "To: [customer]\n"
                "[address]\n"
                "Item, quantity, unit price, total\n"
                "Net, VAT, gross\n"
                "Due within 14 days\n"
                "Pay to: [IBAN]"
            ),
            (
                "Direct debit mandate (sample)\n"
                "Account holder: ____________\n"
                "IBAN: ____ ____ ____ ____ ____\n"
                "Creditor: ____________\n"
                "Place, date: ____________"
            ),
            (
                "Payment test data\n"
                "Any expiry date in the future works.\n"
                "Any three digits work as CVV.\n"
                "Declined: use amount 0.01\n"
                "See the section on sandbox cards."
            ),
            (
                "PRICE LIST {c_partdate}\n"
                "Tutoring, one hour: {c_money}\n"
                "Ten hours: {c_money2}\n"
                "Group of four: {c_money3}\n"
                "No charge for the first lesson"
            ),
            (
                "LOAN CALCULATION (example)\n"
                "Principal {c_money}\n"
                "Rate {c_decimal} %\n"
                "Term {c_small} months\n"
                "Formula: annuity\n"
                "All figures are invented."
            ),
            (
                "Tax terms explained\n"
                "Taxpayer: who owes the tax\n"
                "Spouse: may file jointly\n"
                "Wages: box 1\n"
                "Refund: what was paid too much"
            ),
        ),
    ),
)

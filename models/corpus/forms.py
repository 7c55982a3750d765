"""Forms, records and contracts that somebody filled in."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_forms_personal",
        categories=("personal",),
        form="document",
        templates=(
            (
                "APPLICATION FORM\n"
                "Full name: {c_name}\n"
                "Date of birth: {c_dob}\n"
                "Nationality: {c_nation}\n"
                "Address: {c_address}\n"
                "Phone: {c_phone}\n"
                "E-mail: {c_email}\n"
                "Signature: {c_initials}    Date: {c_fulldate}"
            ),
            (
                "Visa application\n"
                "Surname: {c_uplast}\n"
                "Given names: {c_first}\n"
                "Passport no.: {c_passport}, valid until {c_fulldate}\n"
                "Place of birth: {c_city}, {c_country}\n"
                "Purpose of travel: [[visiting my brother]] {c_first2} in {c_city2}\n"
                "Arrival: {c_fulldate2}\n"
                "Host: {c_name2}, {c_address}"
            ),
            (
                "CURRICULUM VITAE\n"
                "{c_name}\n"
                "[[POSTAL_ADDRESS|{c_rawstreet}\n"
                "{c_rawcity}, {c_rawstate} {c_rawzip}]]\n"
                "{c_phone} | {c_email}\n"
                "\n"
                "Experience\n"
                "{c_partdate} - {c_partdate2}: {job}, {c_org}, {c_city}\n"
                "{c_partdate3} - {c_partdate4}: {job2}, {c_firm}\n"
                "\n"
                "Education\n"
                "{c_university}, {c_year}\n"
                "\n"
                "Hobbies: chess, climbing"
            ),
            (
                "Name..........: {c_turned}\n"
                "Born..........: {c_dob}\n"
                "Married.......: yes, to {c_name2}\n"
                "Children......: {c_first} ({c_age}), {c_first2} ({c_age2})\n"
                "Driving lic...: {c_licence} ({c_state})\n"
                "Plate.........: {c_plate}"
            ),
            (
                "SCHOOL REPORT - {c_university}\n"
                "Pupil: {c_name}, class 7b\n"
                "Born: {c_dob}\n"
                "Maths 4, English 2, Sport 1\n"
                "Days absent: {c_small}\n"
                "Remark: [[{c_first} has become withdrawn since his parents separated]].\n"
                "Class teacher: {c_title} {c_last}"
            ),
            (
                "TENANT SELF-DISCLOSURE\n"
                "Applicant: {c_name}, born {c_dob}\n"
                "Current address: {c_address}\n"
                "Employer: {c_org}, net income {c_money} a month\n"
                "Previous landlord: {c_name2}, {c_phone}\n"
                "Pets: [[one dog]]\n"
                "Insolvency: [[closed in]] {c_year}"
            ),
            (
                "Registration sheet, summer camp\n"
                "Child: {c_first} {c_last}, {c_kid} years\n"
                "Parents: {c_name}, {c_name2}\n"
                "Emergency number: {c_phone}\n"
                "Allergies: [[peanuts, wasp stings]]\n"
                "Can swim: no\n"
                "Picked up by: [[grandmother]] {c_name3}"
            ),
            (
                "Delivery note {c_code}\n"
                "Recipient:\n"
                "{c_name}\n"
                "[[POSTAL_ADDRESS|{c_rawstreet}\n"
                "{c_rawcity} {c_rawzip}]]\n"
                "Tel. {c_phone}\n"
                "1 x lamp, 2 x shelf\n"
                "Leave with neighbour {c_last}"
            ),
            (
                "MISSING PERSON\n"
                "{c_upper}, {c_age}, {c_nation}\n"
                "Last seen: {c_date} at {c_spot}\n"
                "Wearing: [[a red parka and white trainers]]\n"
                "Call {c_title} {c_last}, {c_phone}"
            ),
            (
                "Social security number: {c_ssn}\n"
                "Last name: {c_last}\n"
                "First name: {c_first}\n"
                "Middle initial: R\n"
                "Mailing address: {c_usaddress}\n"
                "Daytime phone: {c_phone}"
            ),
        ),
    ),
    Family(
        name="c_forms_health",
        categories=(
            "health",
            "personal",
        ),
        form="document",
        templates=(
            (
                "PATIENT RECORD\n"
                "Name: {c_turned}    MRN: {c_mrn}    DOB: {c_dob}\n"
                "Admitted: {c_fulldate} {c_time}    Ward: {c_hospital}\n"
                "Diagnosis: {c_condition}\n"
                "Medication: {c_medicine} 50 mg, {c_medicine2} 10 mg\n"
                "History: {c_condition2} since {c_year}; [[smokes a pack a day]]\n"
                "Attending: {c_title} {c_last}"
            ),
            (
                "DISCHARGE LETTER\n"
                "Dear {c_title} {c_last},\n"
                "we report on your patient {c_name}, born {c_dob}, who was with us from "
                "{c_fulldate} to {c_fulldate2}.\n"
                "Diagnoses: {c_condition}; {c_condition2}\n"
                "Therapy: {c_medicine}, [[refused psychotherapy]]\n"
                "Follow-up in two weeks.\n"
                "{c_titled}, {c_hospital}"
            ),
            (
                "Referral\n"
                "Patient {c_name} ({c_age}, F)\n"
                "Reason: {c_condition}, [[two falls at home]]\n"
                "Current drugs: {c_medicine}; {c_medicine2}\n"
                "Insurance no.: {c_account}\n"
                "Referred by {c_title} {c_last}, {c_phone}"
            ),
            (
                "INSURANCE CLAIM {c_code}\n"
                "Insured: {c_name}, policy {c_account}\n"
                "Date of treatment: {c_fulldate}\n"
                "Provider: {c_hospital}\n"
                "Condition treated: {c_condition}\n"
                "Amount claimed: {c_money}\n"
                "Pay to: {c_iban}"
            ),
            (
                "Lab report\n"
                "{c_uplast}, {c_first}  {c_isodob}  {c_mrn}\n"
                "HbA1c 9.{c_small} % (high)\n"
                "HIV-1/2 Ab: [[reactive]]\n"
                "Creatinine 1.{c_small2}\n"
                "Comment: compatible with {c_condition}"
            ),
            (
                "Therapy note, session 6\n"
                "Client: {c_first} {c_last}, {c_age}\n"
                "[[Reports drinking before work again]]. Sleep poor. {c_medicine} increased.\n"
                "[[Fantasises about leaving her husband]].\n"
                "Next: {c_weekday}, {c_time}"
            ),
            (
                "Vaccination card\n"
                "{c_name}  {c_dob}\n"
                "Tetanus {c_fulldate}\n"
                "Hepatitis B {c_fulldate2}\n"
                "Allergic to {c_medicine}\n"
                "GP: {c_title} {c_last}, {c_city}"
            ),
            (
                "Sick note\n"
                "{c_hospital}\n"
                "This is to certify that {c_name}, born {c_dob}, is unfit for work from "
                "{c_fulldate} to {c_fulldate2}\n"
                "owing to {c_condition}.\n"
                "{c_title} {c_last}"
            ),
        ),
    ),
    Family(
        name="c_forms_work",
        categories=(
            "employment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "PERSONNEL FILE\n"
                "Employee: {c_name} ({c_account})\n"
                "Position: {job}\n"
                "Hired: {c_fulldate}    Salary: {c_money}\n"
                "Warnings: [[one, for insulting a supervisor]], {c_fulldate2}\n"
                "Sick days this year: [[{c_small}]]\n"
                "Emergency contact: {c_name2}, {c_phone}"
            ),
            (
                "Performance review {c_year}\n"
                "Name: {c_name}    Manager: {c_name2}\n"
                "Rating: [[below expectations]]\n"
                "Comment: [[misses deadlines, argues with]] {c_first}\n"
                "Bonus: {c_money}\n"
                "Plan: [[exit by]] {c_month}"
            ),
            (
                "EMPLOYMENT CONTRACT\n"
                "between {c_firm}, {c_address}, and {c_name}, born {c_dob}, {c_address2}.\n"
                "Start: {c_fulldate}. Salary: {c_money} gross a year. Probation: six months.\n"
                "Signed {c_city}, {c_fulldate2}"
            ),
            (
                "Payslip {c_partdate}\n"
                "{c_name}, {c_ssn}\n"
                "Gross {c_money}\n"
                "Tax {c_money2}\n"
                "Net {c_money3}\n"
                "Paid to {c_iban}"
            ),
            (
                "Exit interview\n"
                "{c_first} {c_last}, {job}, left on {c_fulldate}\n"
                "Reason: [[conflict with]] {c_name2}; [[felt bullied]]\n"
                "Would return: no"
            ),
            (
                "Hiring notes\n"
                "1. {c_name}, {c_age}, asks {c_money} - [[nervous, gap of two years]]\n"
                "2. {c_name2}, from {c_country} - strong, [[needs a visa]]\n"
                "3. {c_name3} - no, [[lied about the degree]]"
            ),
        ),
    ),
    Family(
        name="c_forms_legal",
        categories=(
            "legal",
            "personal",
        ),
        form="document",
        templates=(
            (
                "IN THE DISTRICT COURT OF {c_city}\n"
                "{c_upper}, Plaintiff,\n"
                "v.\n"
                "{c_org}, Defendant.\n"
                "Case No. {c_case}\n"
                "\n"
                "COMPLAINT\n"
                "1. Plaintiff is {c_age} years old and lives at {c_usaddress}.\n"
                "2. On {c_fulldate} [[defendant's van struck her]] at {c_road}.\n"
                "3. Damages: {c_money}."
            ),
            (
                "SETTLEMENT AGREEMENT\n"
                "{c_name} and {c_name2} agree on {c_fulldate}:\n"
                "1. {c_name} pays {c_money}.\n"
                "2. [[Neither party speaks about the affair]].\n"
                "3. Case {c_case} is withdrawn."
            ),
            (
                "TENANCY AGREEMENT\n"
                "Landlord: {c_name}, {c_address}\n"
                "Tenant: {c_name2}, born {c_dob}, ID {c_passport}\n"
                "Flat: {c_street}\n"
                "Rent: {c_money} from {c_fulldate}\n"
                "Deposit to {c_iban}"
            ),
            (
                "POWER OF ATTORNEY\n"
                "I, {c_name}, born {c_dob}, residing at {c_address}, authorise {c_name2} "
                "to act for me before {c_agency}\n"
                "in the matter {c_case}.\n"
                "{c_city}, {c_fulldate}"
            ),
            (
                "Police statement {c_case}\n"
                "Witness: {c_name}, {c_age}, {c_phone}\n"
                "[[I saw my neighbour]] {c_name2} [[push his wife against the car]] at "
                "about {c_time}.\n"
                "The plate was {c_plate}.\n"
                "Taken by {c_title} {c_last}, {c_fulldate}"
            ),
            (
                "Last will\n"
                "I, {c_name} of {c_city}, leave [[my house]] at {c_street} to my daughter "
                "{c_first} and {c_money} to {c_org}.\n"
                "[[My son]] {c_first2} [[shall receive nothing]].\n"
                "{c_fulldate}"
            ),
        ),
    ),
    Family(
        name="c_forms_payment",
        categories=(
            "payment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "INVOICE {c_code}\n"
                "To: {c_name}\n"
                "[[POSTAL_ADDRESS|{c_rawstreet}\n"
                "{c_rawcity}, {c_rawstate} {c_rawzip}]]\n"
                "Customer no. {c_account}\n"
                "Tutoring, 10 hours: {c_money}\n"
                "Due {c_fulldate}\n"
                "Pay to {c_iban}, {c_brand}"
            ),
            (
                "Direct debit mandate\n"
                "Account holder: {c_name}\n"
                "IBAN: {c_iban}\n"
                "Creditor: {c_firm}\n"
                "Amount: {c_money} monthly from {c_fulldate}\n"
                "Place, date: {c_city}, {c_fulldate2}"
            ),
            (
                "Payment details\n"
                "Cardholder: {c_upper}\n"
                "Card number: {c_card}\n"
                "Expires: [[DATE_TIME|08/28]]    CVV: [[PASSWORD|417]]\n"
                "Billing ZIP: {c_zip}"
            ),
            (
                "STATEMENT {c_partdate}\n"
                "{c_name}, account {c_account}\n"
                "{c_isodate}  {c_name2}  {c_money}\n"
                "{c_isodate2}  {c_hospital}  {c_money2}\n"
                "{c_isodate3}  {c_brand}  {c_money3}\n"
                "Balance {c_money4}"
            ),
            (
                "LOAN APPLICATION\n"
                "Applicant {c_name}, SSN {c_ssn}\n"
                "Income {c_money}, other debts {c_money2}\n"
                "Purpose: [[pay off gambling debts]]\n"
                "Guarantor: {c_name2}"
            ),
            (
                "Tax form\n"
                "Taxpayer: {c_turned}\n"
                "SSN: {c_ssn}\n"
                "Spouse: {c_name2}, {c_ssn2}\n"
                "Wages: {c_money}\n"
                "Refund to account {c_account}"
            ),
        ),
    ),
)

"""Exports, tables, records and logs with people in them, and the same shapes without anybody."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_tables_personal",
        categories=("personal",),
        form="document",
        templates=(
            (
                "first_name,last_name,email,phone,city\n"
                "{c_first},{c_last},{c_email},{c_phone},{c_city}\n"
                "{c_first2},{c_last2},{c_email2},{c_phone2},{c_city2}\n"
                "{c_first3},{c_last3},{c_email3},{c_phone3},{c_city3}"
            ),
            (
                "id;name;birthday;street;zip\n"
                "1;{c_name};{c_dob};{c_street};{c_zip}\n"
                "2;{c_name2};{c_dob2};{c_street2};{c_zip2}"
            ),
            (
                "name\tage\tnationality\tpassport\n"
                "{c_name}\t{c_age}\t{c_nation}\t{c_passport}\n"
                "{c_name2}\t{c_age2}\t{c_nation2}\t{c_passport2}\n"
                "{c_name3}\t{c_age3}\t{c_nation3}\t{c_passport3}"
            ),
            (
                "| Guest | Room | Arrival | Phone |\n"
                "|---|---|---|---|\n"
                "| {c_name} | {c_small} | {c_fulldate} | {c_phone} |\n"
                "| {c_turned} | {c_small2} | {c_fulldate2} | {c_phone2} |"
            ),
            (
                "{\n"
                '  "id": {c_six},\n'
                '  "name": "{c_name}",\n'
                '  "email": "{c_email}",\n'
                '  "birthDate": "{c_isodob}",\n'
                '  "address": {"street": "{c_street}", "city": "{c_city}", "zip": "{c_zip}"},\n'
                '  "phones": ["{c_phone}", "{c_phone2}"]\n'
                "}"
            ),
            (
                '[{"user":"{c_user}","mail":"{c_email}","last_ip":"{c_ip}"},\n'
                '{"user":"{c_user2}","mail":"{c_email2}","last_ip":"{c_ip2}"}]'
            ),
            (
                "contact:\n"
                "  name: {c_name}\n"
                "  company: {c_firm}\n"
                '  phone: "{c_phone}"\n'
                "  notes: [[prefers calls after]] {c_time}, [[just divorced]]"
            ),
            (
                '<customer id="{c_five}">\n'
                "  <name>{c_name}</name>\n"
                "  <dob>{c_isodob}</dob>\n"
                "  <email>{c_email}</email>\n"
                "  <address>{c_usaddress}</address>\n"
                "</customer>"
            ),
            (
                "INSERT INTO customers (id, name, email, phone, ssn) VALUES\n"
                "({c_five}, '{c_name}', '{c_email}', '{c_phone}', '{c_ssn}'),\n"
                "({c_five2}, '{c_name2}', '{c_email2}', '{c_phone2}', '{c_ssn2}');"
            ),
            (
                "BEGIN:VCARD\n"
                "VERSION:3.0\n"
                "N:{c_last};{c_first};;;\n"
                "ORG:{c_firm}\n"
                "TEL;TYPE=CELL:{c_phone}\n"
                "EMAIL:{c_email}\n"
                "BDAY:{c_isodob}\n"
                "END:VCARD"
            ),
            (
                "CRM export {c_isodate}\n"
                "Lead: {c_name}, {job} at {c_org}\n"
                "Mail: {c_email}\n"
                "Last call: {c_fulldate}, [[is unhappy with his boss, open to an offer]]\n"
                "Owner: {c_first2}"
            ),
            (
                '{c_isodate} {c_time} INFO login user={c_user} ip={c_ip} name="{c_name}"\n'
                "{c_isodate} {c_time2} WARN reset mail sent to {c_email}\n"
                "{c_isodate} {c_time3} INFO profile updated user={c_user} phone={c_phone}"
            ),
            (
                "Members of the choir\n"
                "1. {c_name} - {c_phone}\n"
                "2. {c_name2} - {c_email}\n"
                "3. {c_name3} - {c_address}\n"
                "4. {c_name4} - [[on leave after an operation]]"
            ),
            (
                "licence,holder,state,expires\n"
                "{c_licence},{c_turned},{c_state},{c_isodate}\n"
                "{c_licence2},{c_turned2},{c_state2},{c_isodate2}"
            ),
            (
                "plate;owner;phone;violation;date\n"
                "{c_plate};{c_name};{c_phone};[[speeding, 31 over]];{c_isodate}\n"
                "{c_plate2};{c_name2};{c_phone2};[[parked on the pavement]];{c_isodate2}"
            ),
            (
                "dn: uid={c_user},ou=people,dc=example\n"
                "cn: {c_name}\n"
                "mail: {c_email}\n"
                "telephoneNumber: {c_phone}\n"
                "employeeNumber: {c_account}"
            ),
            (
                '{"visitor": "{c_name}", "host": "{c_name2}", "company": "{c_firm}", '
                '"plate": "{c_plate}", "in": "{c_time}"}\n'
                '{"visitor": "{c_name3}", "host": "{c_name2}", "company": "{c_org}", '
                '"plate": "{c_plate2}", "in": "{c_time2}"}'
            ),
        ),
    ),
    Family(
        name="c_tables_health",
        categories=(
            "health",
            "personal",
        ),
        form="document",
        templates=(
            (
                "mrn,name,dob,diagnosis,drug\n"
                "{c_mrn},{c_turned},{c_isodob},{c_condition},{c_medicine}\n"
                "{c_mrn2},{c_turned2},{c_isodob2},{c_condition2},{c_medicine2}\n"
                "{c_mrn3},{c_turned3},{c_isodob3},{c_condition3},{c_medicine3}"
            ),
            (
                '{"patient": "{c_name}", "mrn": "{c_mrn}", "dob": "{c_isodob}", '
                '"problems": ["{c_condition}", "{c_condition2}"],\n'
                ' "medication": "{c_medicine}", "smoker": true}'
            ),
            (
                "| Bed | Patient | Age | Problem | Plan |\n"
                "|---|---|---|---|---|\n"
                "| 1 | {c_last} | {c_age} | {c_condition} | {c_medicine} |\n"
                "| 2 | {c_last2} | {c_age2} | {c_condition2} | [[palliative]] |"
            ),
            (
                "INSERT INTO visits VALUES ({c_six}, '{c_name}', '{c_isodate}', "
                "'{c_condition}', '{c_title} {c_last}');\n"
                "INSERT INTO visits VALUES ({c_six2}, '{c_name2}', '{c_isodate2}', "
                "'{c_condition2}', '{c_title} {c_last}');"
            ),
            (
                "PID|1||{c_mrn}||{c_last}^{c_first}||{c_isodob}|F\n"
                "DG1|1||{c_condition}\n"
                "RXE|{c_medicine}|20 mg"
            ),
            (
                "appointment: {c_fulldate} {c_time}\n"
                "patient: {c_name} ({c_phone})\n"
                "reason: {c_condition}, [[wants a second opinion, do not tell his wife]]"
            ),
            (
                "name;absent from;absent to;reason\n"
                "{c_name};{c_isodate};{c_isodate2};{c_condition}\n"
                "{c_name2};{c_isodate3};{c_isodate4};[[rehab]]"
            ),
        ),
    ),
    Family(
        name="c_tables_work",
        categories=(
            "employment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "employee,title,salary,rating\n"
                "{c_name},{job},{c_money},[[2 - below]]\n"
                "{c_name2},{job2},{c_money2},[[4 - strong]]\n"
                "{c_name3},{job3},{c_money3},[[1 - exit]]"
            ),
            (
                '{"employee": "{c_name}", "id": "{c_account}", "salary": "{c_money}", '
                '"manager": "{c_name2}", "notice": "[[given]]"}'
            ),
            (
                "Staff list {c_org}\n"
                "{c_turned} | {job} | since {c_fulldate} | {c_phone}\n"
                "{c_turned2} | {job2} | since {c_fulldate2} | {c_phone2}\n"
                "{c_turned3} | {job3} | [[on parental leave]] | {c_phone3}"
            ),
            (
                "UPDATE staff SET salary = '{c_money}' WHERE name = '{c_name}';\n"
                "UPDATE staff SET status = '[[dismissed]]' WHERE name = '{c_name2}';"
            ),
            (
                "Applicant;Born;School;Score;Note\n"
                "{c_name};{c_dob};{c_university};71;[[pregnant, asked about leave]]\n"
                "{c_name2};{c_dob2};{c_university2};64;[[refused the drug test]]"
            ),
            (
                "Shift plan {c_weekday}\n"
                "{c_first}: {c_time} - {c_time2}\n"
                "{c_first2}: [[sick again, third time this month]]\n"
                "{c_first3}: {c_time3} - {c_time4}"
            ),
        ),
    ),
    Family(
        name="c_tables_payment",
        categories=(
            "payment",
            "personal",
        ),
        form="document",
        templates=(
            (
                "date,payee,iban,amount\n"
                "{c_isodate},{c_name},{c_iban},{c_money}\n"
                "{c_isodate2},{c_name2},{c_iban2},{c_money2}\n"
                "{c_isodate3},{c_firm},{c_iban3},{c_money3}"
            ),
            (
                "customer;card;expires;limit\n"
                "{c_name};{c_card};[[DATE_TIME|04/27]];{c_money}\n"
                "{c_name2};{c_card2};[[DATE_TIME|11/26]];{c_money2}"
            ),
            (
                '{"order": "{c_code}", "buyer": "{c_name}", "card": "{c_card}", "ship_to": '
                '"{c_usaddress}", "total": "{c_money}"}'
            ),
            (
                "<payment>\n"
                "  <debtor>{c_name}</debtor>\n"
                "  <iban>{c_iban}</iban>\n"
                "  <amount>{c_money}</amount>\n"
                "  <purpose>[[alimony]] {c_month}</purpose>\n"
                "</payment>"
            ),
            (
                "account,holder,ssn,balance\n"
                "{c_account},{c_turned},{c_ssn},{c_money}\n"
                "{c_account2},{c_turned2},{c_ssn2},{c_money2}"
            ),
            (
                "Debtors on {c_fulldate}\n"
                "{c_name}, {c_account}: {c_money}, [[third reminder]]\n"
                "{c_name2}, {c_account2}: {c_money2}, [[insolvent]]"
            ),
        ),
    ),
    Family(
        name="c_tables_firm",
        categories=("corporate",),
        form="document",
        templates=(
            (
                "account,contact,renewal,discount\n"
                "{c_firm},{c_name},{c_isodate},[[38 %]]\n"
                "{c_firm2},{c_name2},{c_isodate2},[[45 %, do not disclose]]\n"
                "{c_firm3},{c_name3},{c_isodate3},[[20 %]]"
            ),
            (
                "Pipeline {c_partdate}, internal\n"
                "{c_org}: {c_money}, [[80 % likely]]\n"
                "{c_org2}: {c_money2}, [[lost, price too high]]\n"
                "{c_org3}: {c_money3}, [[waiting for board]]"
            ),
            (
                '{"target": "{c_firm}", "code": "Project Heron", "price": "{c_money}", '
                '"closing": "{c_isodate}", "status": "[[exclusive talks]]"}'
            ),
            (
                "| Product | Unit cost | Margin |\n"
                "|---|---|---|\n"
                "| {c_part} | {c_money} | [[61 %]] |\n"
                "| {c_part2} | {c_money2} | [[58 %]] |\n"
                "Not for anybody outside {c_firm}."
            ),
            (
                "forecast:\n"
                "  {c_firm}: {c_money}\n"
                "  layoffs: [[140 in]] {c_city}\n"
                "  announce: {c_isodate}"
            ),
        ),
    ),
    Family(
        name="c_logs_secret",
        categories=("credentials",),
        form="document",
        templates=(
            ("user,password,role\n{c_user},{password},admin\n{c_user2},{password2},editor"),
            ("DB_HOST={c_ip}\nDB_USER={c_user}\nDB_PASSWORD={password}\nAPI_KEY={key}"),
            (
                "{c_isodate} {c_time} DEBUG auth user={c_user} token={key} ip={c_ip}\n"
                "{c_isodate} {c_time2} DEBUG retry 1 of 3"
            ),
            ("[mail]\nlogin = {c_email}\npassword = {password}\nserver = {c_ip}"),
            (
                "| System | User | Password |\n"
                "|---|---|---|\n"
                "| {c_brand} | {c_user} | {password} |\n"
                "| wiki | {c_user2} | {password2} |"
            ),
        ),
    ),
)

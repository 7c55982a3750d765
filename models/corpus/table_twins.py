"""Exports, tables, records and logs about things: nobody in them, or only what everybody knows."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_plain_tables",
        form="document",
        templates=(
            (
                "part,colour,material,price,stock\n"
                "{c_part},black,steel,{c_decimal},{c_small}\n"
                "{c_part2},white,oak,{c_decimal2},{c_small2}\n"
                "{c_part3},grey,glass,{c_decimal3},{c_small3}"
            ),
            (
                "id;title;author;year\n"
                "1;Dubliners;[[PERSON|James Joyce]];[[DATE_TIME|1914]]\n"
                "2;Emma;[[PERSON|Jane Austen]];[[DATE_TIME|1815]]"
            ),
            (
                "city\tcountry\tpopulation\tarea\n"
                "[[LOCATION|Lisbon]]\t[[LOCATION|Portugal]]\t545,000\t100\n"
                "[[LOCATION|Oslo]]\t[[LOCATION|Norway]]\t709,000\t454\n"
                "[[LOCATION|Vienna]]\t[[LOCATION|Austria]]\t1,982,000\t415"
            ),
            (
                "| Line | Track | Departs | Delay |\n"
                "|---|---|---|---|\n"
                "| S{c_small} | 4 | {c_time} | 0 |\n"
                "| RE{c_small2} | 11 | {c_time2} | 5 |"
            ),
            (
                "{\n"
                '  "id": {c_six},\n'
                '  "name": "example",\n'
                '  "email": "[[EMAIL_ADDRESS|user@example.com]]",\n'
                '  "birthDate": "YYYY-MM-DD",\n'
                '  "address": {"street": "string", "city": "string", "zip": "string"},\n'
                '  "phones": ["string"]\n'
                "}"
            ),
            (
                '[{"type":"circle","radius":{c_small},"fill":"red"},\n'
                '{"type":"rect","width":{c_small2},"height":{c_small3},"fill":"none"}]'
            ),
            (
                "service:\n"
                "  name: billing\n"
                "  image: registry/billing:{c_version}\n"
                '  ports: ["{c_four}:80"]\n'
                "  notes: restart after every change of the config"
            ),
            (
                '<product id="{c_five}">\n'
                "  <name>Desk lamp</name>\n"
                "  <weight>{c_decimal}</weight>\n"
                "  <sku>{c_part}</sku>\n"
                "  <description>Dimmable, with a long arm</description>\n"
                "</product>"
            ),
            (
                "INSERT INTO planets (id, name, radius_km, moons) VALUES\n"
                "(4, 'Mars', 3390, 2),\n"
                "(5, 'Jupiter', 69911, 95);"
            ),
            (
                "BEGIN:VEVENT\n"
                "SUMMARY:Farmers market\n"
                "DTSTART:20260418T080000\n"
                "DTEND:20260418T130000\n"
                "RRULE:FREQ=WEEKLY\n"
                "END:VEVENT"
            ),
            (
                "Release notes {c_version}\n"
                "Added: export to CSV\n"
                "Fixed: the crash on empty names (#{c_four})\n"
                "Changed: passwords need twelve characters\n"
                "Removed: the old login page"
            ),
            (
                "{c_isodate} {c_time} INFO worker started pid={c_five} threads={c_small}\n"
                "{c_isodate} {c_time2} WARN queue is {c_small2} % full\n"
                "{c_isodate} {c_time3} INFO job {c_seven} done in {c_decimal} s"
            ),
            (
                "Songs of the evening\n"
                "1. Greensleeves - traditional\n"
                "2. Yesterday - {c_band}\n"
                "3. Imagine - [[PERSON|John Lennon]]\n"
                "4. Ode to Joy - [[PERSON|Beethoven]]"
            ),
            ("element,symbol,number,mass\niron,Fe,26,55.845\ngold,Au,79,196.967\nlead,Pb,82,207.2"),
            (
                "sensor;place;unit;value;date\n"
                "T{c_small};roof;C;{c_decimal};{c_isodate}\n"
                "H{c_small2};cellar;%;{c_decimal2};{c_isodate2}"
            ),
            (
                "schema: person\n"
                "fields:\n"
                "  - {label: Name, type: text, required: true}\n"
                "  - {label: E-mail, type: email, required: true}\n"
                "  - {label: Date of birth, type: date, required: false}"
            ),
            (
                '{"visit": 1, "page": "/pricing", "ms": {c_four}, "status": 200, "cached": '
                "false}\n"
                '{"visit": 2, "page": "/docs/install", "ms": {c_four2}, "status": 304, '
                '"cached": true}'
            ),
        ),
    ),
    Family(
        name="c_plain_records",
        form="document",
        templates=(
            (
                "code,drug class,use,note\n"
                "A10,antidiabetics,diabetes,see the leaflet\n"
                "C09,ACE inhibitors,high blood pressure,cough is frequent\n"
                "N06,antidepressants,depression,takes two weeks"
            ),
            (
                '{"resourceType": "Patient", "id": "example", "name": [{"family": '
                '"Family", "given": ["Given"] }],\n'
                ' "gender": "unknown", "birthDate": "YYYY-MM-DD"}'
            ),
            (
                "| Dose | Age group | Interval |\n"
                "|---|---|---|\n"
                "| 1 | from 60 years | - |\n"
                "| 2 | from 60 years | 6 months |"
            ),
            (
                "SELECT diagnosis, COUNT(*) FROM visits GROUP BY diagnosis HAVING COUNT(*) "
                "> {c_small};\n"
                "-- {c_four} rows, nobody is named in them"
            ),
            (
                "Disease figures, {c_country}, {c_year}\n"
                "influenza: {c_six} cases\n"
                "measles: {c_small} cases\n"
                "tetanus: {c_small2} cases"
            ),
            (
                "opening hours: {c_weekday} {c_time} to {c_time2}\n"
                "clinic: {c_hospital}\n"
                "services: x-ray, vaccination, travel advice"
            ),
            (
                "year;sick days per head;sector\n"
                "[[DATE_TIME|2021]];11.2;retail\n"
                "[[DATE_TIME|2022]];15.0;retail"
            ),
            (
                "job,median salary,region\n"
                "nurse,{c_money},{c_region}\n"
                "baker,{c_money2},{c_region}\n"
                "welder,{c_money3},{c_region}"
            ),
            (
                '{"position": "{job}", "grade": "E9", "openings": {c_small}, "location": '
                '"{c_city}", "remote": true}'
            ),
            (
                "Public holidays {c_country}\n"
                "{c_partdate} | New Year | nationwide\n"
                "{c_partdate2} | Labour Day | nationwide\n"
                "{c_partdate3} | Harvest | regional"
            ),
            (
                "UPDATE products SET price = price * 1.03 WHERE category = 'garden';\n"
                "UPDATE products SET status = 'retired' WHERE sku = '{c_part}';"
            ),
            ("Team;Played;Won;Points\n{c_team};{c_small};9;31\n{c_team2};{c_small};8;27"),
            (
                "Cleaning plan {c_weekday}\n"
                "Kitchen: floor, sink, oven\n"
                "Bathroom: mirror, tiles\n"
                "Hall: vacuum, plants"
            ),
            (
                "date,index,open,close\n"
                "{c_isodate},DAX,{c_five},{c_five2}\n"
                "{c_isodate2},DAX,{c_five3},{c_five4}\n"
                "{c_isodate3},DAX,{c_five5},{c_five6}"
            ),
            (
                "network;first digits;length\n"
                "Visa;4;16\n"
                "Mastercard;51-55;16\n"
                "American Express;34, 37;15"
            ),
            (
                '{"order": "{c_code}", "items": [{"sku": "{c_part}", "qty": {c_small} }], '
                '"carton": "L", "total": "{c_money}"}'
            ),
            (
                "<rate>\n"
                "  <currency>EUR</currency>\n"
                "  <value>{c_decimal}</value>\n"
                "  <source>{c_agency}</source>\n"
                "  <day>{c_isodate}</day>\n"
                "</rate>"
            ),
            (
                "budget line,planned,spent\n"
                "park benches,{c_money},{c_money2}\n"
                "street lamps,{c_money3},{c_money4}"
            ),
            (
                "Donations on {c_fulldate}\n"
                "Cake stand: {c_money}\n"
                "Tombola: {c_money2}\n"
                "Thank you all!"
            ),
            (
                "company,sector,listed since,country\n"
                "{c_brand},retail,[[DATE_TIME|1994]],[[LOCATION|US]]\n"
                "{c_brand2},energy,[[DATE_TIME|1987]],[[LOCATION|UK]]"
            ),
            (
                "Market share {c_partdate}, published\n"
                "{c_brand}: 31 %\n"
                "{c_brand2}: 22 %\n"
                "others: 47 %"
            ),
            (
                '{"exercise": "merger", "company": "A", "price": "100", "shares": 10, '
                '"question": "What is the premium?"}'
            ),
            (
                "| Product | Protein | Fat |\n"
                "|---|---|---|\n"
                "| oats | 13 g | 7 g |\n"
                "| rice | 7 g | 1 g |\n"
                "Values per 100 g."
            ),
            ("forecast:\n  {c_city}: rain, 11 C\n  {c_city2}: sun, 19 C\n  updated: {c_isodate}"),
        ),
    ),
    Family(
        name="c_plain_logs",
        form="document",
        templates=(
            ("user,password,role\n<user>,<password>,admin\n<user>,<password>,editor"),
            ("DB_HOST=localhost\nDB_USER=postgres\nDB_PASSWORD=changeme\nAPI_KEY=your-key-here"),
            (
                '[[IP_ADDRESS|203.0.113.7]] - - "GET /index.html HTTP/1.1" 200 {c_four}\n'
                '[[IP_ADDRESS|203.0.113.9]] - - "GET /style.css HTTP/1.1" 304 0\n'
                '[[IP_ADDRESS|203.0.113.7]] - - "POST /search HTTP/1.1" 500 {c_small}'
            ),
            (
                "[mail]\n"
                "login = <your address>\n"
                "password = <your password>\n"
                "server = mail server of your provider"
            ),
            (
                "| Rule | Minimum | Example |\n"
                "|---|---|---|\n"
                "| length | 12 | a sentence |\n"
                "| rotation | none | keep it |"
            ),
        ),
    ),
)

"""Harmless prompts full of numbers and codes that belong to nobody."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_maths_and_science_numbers",
        templates=(
            "What is {c_num} times {c_small}? Show the long multiplication.",
            "Solve 3x + {c_small} = {c_num} for x and explain each step.",
            "Compute the determinant of [1, {c_small}; 7, {c_small2}].",
            "Factor {c_num} into primes.",
            "Convert {c_num} from decimal to binary, octal and hexadecimal.",
            "Simplify {c_small}/{c_num} and give it as a percentage.",
            "The sequence is 2, 6, 12, 20, 30. What is the 50th term?",
            "What's the standard deviation of {c_small}, {c_small2}, {c_small3}, 41, 17 and 9?",
            "Roll two dice: what is the probability of a sum of 7?",
            "A train covers {c_num} m in {c_small} s. Find its speed in km/h.",
            (
                "A tank holds {c_four} litres and drains {c_small} litres a minute. How "
                "long until it is empty?"
            ),
            "Speed of light 299792458 m/s, how long for {c_decimal} light minutes?",
            "Why is Avogadro's constant 6.02214076e23 exact now?",
            "Use g = 9.80665 m/s2 and h = {c_decimal} m to find the impact speed.",
            (
                "Planck's constant is 6.62607015e-34 J s. What is the energy of a photon "
                "of {c_small}0 nm?"
            ),
            "Pi to 20 digits is 3.14159265358979323846, how was it computed before computers?",
            "Is {c_nine} divisible by 9? Explain the rule.",
            "Is {c_ten} a prime number? How could I check quickly?",
            "Evaluate the integral of x^2 from {c_small} to {c_num}.",
            (
                "The mean of {c_small} numbers is {c_decimal}; one more number, "
                "{c_small2}, is added. New mean?"
            ),
            "Find the GCD and LCM of {c_six} and {c_seven}.",
            "How many grams are in {c_decimal} mol of NaCl with 58.44 g/mol?",
            "The half-life is 5,730 years; how much is left after {c_four} years?",
            "Explain why 0.1 + 0.2 gives 0.30000000000000004.",
            (
                "n = {c_small}, p = 0.{c_small2}: give mean and variance of the binomial "
                "distribution."
            ),
            "chi squared = {c_decimal}, df = {c_small}, is p below 0.05?",
            (
                "t({c_small}) = {c_decimal}, p = .0{c_small2}, d = 0.{c_small3}. Write "
                "this in APA style."
            ),
            "Table 2: group A {c_decimal} (SD {c_decimal2}), group B {c_decimal3}. Interpret.",
            "The correlation was r = 0.{c_small} with n = {c_num}. Is that strong?",
            "Compound interest: 1,000 at {c_decimal} % for {c_small} years, what formula?",
            (
                "How many combinations has a 4-digit lock, and how many has one with "
                "{c_small} symbols?"
            ),
            "Write {c_eleven} in scientific notation.",
            "What is 2^{c_small} mod 1000000007?",
            "Round {c_decimal} to one decimal, and {c_seven} to the nearest thousand.",
            "Sort these: {c_num}, {c_num2}, {c_num3}, {c_num4}, {c_num5}.",
            "Find the pattern in 31415926, 27182818, 16180339.",
            "A circle has radius {c_decimal} cm. Area?",
            "If {c_small} workers need {c_small2} days, how long do {c_small3} workers need?",
            "Convert {c_decimal} miles to km and {c_small} pounds to kg.",
            "Boil at 373.15 K, freeze at 273.15 K: convert both to Fahrenheit.",
            "What's the 10-digit check sum rule for an ISBN such as 0-306-40615-2?",
            "Show that 1729 is the sum of two cubes in two ways.",
        ),
    ),
    Family(
        name="c_codes_and_identifiers",
        templates=(
            "What does ISBN 978-0-13-{c_six}-9 tell you about the publisher?",
            "Is 978-3-16-148410-0 a valid ISBN? Walk me through the check digit.",
            "How does Luhn's formula work? Use a short example such as 79927398713.",
            "Which card networks start with 34, 51 or 6011, and why do numbers have 16 digits?",
            "Explain how many check digits an IBAN has and what modulo 97 does.",
            "Why do social security numbers never start with 000 or 666?",
            "Build {c_version} fails with exit code {c_small}, what does that mean?",
            "Upgrade from {c_version} to {c_version2}: what should I watch out for?",
            "Error 0x{c_eight} during an update, how do I fix it?",
            "What does HTTP {c_small}{c_small2} mean? And 418?",
            "Explain error ORA-{c_five} and error TS{c_four}.",
            "Part {c_part} replaces {c_part2}. Write a short note for the catalogue.",
            "SKU {c_part}, {c_small} pieces, 14 mm, zinc. Write a product text.",
            "Resistor 4k7, capacitor 100n, transistor BC547: draw the circuit in words.",
            "Which is faster, DDR5-6400 CL32 or DDR5-5600 CL28?",
            (
                "Compare model {c_code} with model {c_code2}: weight {c_decimal} kg "
                "against {c_decimal2} kg."
            ),
            "The hash d41d8cd98f00b204e9800998ecf8427e comes from an empty file, why?",
            "Is e3b0c44298fc1c149afbf4c8996fb924 the start of SHA-256 of nothing?",
            "Can two files share the MD5 sum 5d41402abc4b2a76b9719d911017c592?",
            "{uuid} is a version 4 UUID. Which bits say so?",
            "Generate five UUIDs that look like {uuid}.",
            "git bisect ended at commit 7f3a9c2e1b, how do I read that?",
            "What does git cherry-pick 9fceb02d0ae598e95dc970b74767f19372d61af8 do?",
            "Colours #ff8800, #1a2b3c and #{c_six}: do they fit together?",
            "Write CSS with #f0f4f8 as background and #{c_six} for links.",
            "Does RFC {c_four} replace RFC {c_four2}?",
            "Which ports do I open for SMTP, 25, 465 or 587?",
            "Is port {c_five} in the ephemeral range?",
            "Explain 0.0.0.0/0, a /24 and a /29 network with the number of hosts.",
            "What is the subnet mask of a /{c_small}?",
            "MAC prefixes have 24 bits. How many vendors fit in?",
            "The serial number format is LLNNNNNL. Give me a regular expression for it.",
            "Regex for phone numbers such as 555-0100, without areas?",
            "Write a regex that matches 3 digits, a dash, 2 digits, a dash and 4 digits.",
            "How are US phone numbers built (NPA-NXX-XXXX)?",
            "In the exercise the number 555-01{c_small} is dialled. What tones are sent?",
            "Translate the Morse code .... . .-.. .-.. ---",
            "Decode this Roman numeral: MCMXCIV",
            "Explain the barcode {c_twelve} digit by digit.",
            "EAN {c_twelve}7: how is the last digit found?",
            "Convert Unix time {c_ten} to a date, in Python.",
            "What does `chmod 0755` do, and what 0640?",
            "Why does Excel show 45{c_small}1 instead of a date?",
            "The elevator is rated 1000 kg or 13 persons, EN 81-20. What does this standard say?",
            "ISO 8601, ISO 27001 and ISO 9001: one line each.",
            "DIN A4 is 210 x 297 mm. How big is A2?",
            "Screw M8x40 8.8 DIN 933, what do the numbers mean?",
            "Tyre 205/55 R16 91V, please explain.",
            "Lens 50 mm f/1.8, ISO {c_small}00, 1/{c_small2}0 s: is the photo too dark?",
            "Read this recipe code: E{c_small}0, E621, E330.",
            "Chess: 1. e4 e5 2. Nf3 Nc6 3. Bb5 a6. Name the opening.",
            "Sudoku row: 5 3 . . 7 . . . . What may stand in the third cell?",
            "Knit 2, purl 2, repeat 12 times; cast on {c_small}4 stitches. Is this a scarf?",
            "Give me the frequency of A4 and of C5 in Hz.",
            "Bus lines 12, 48 and 106 share a stop. Draw the plan as a table.",
            (
                "Rate my gym plan: 5x5 squats at {c_small}0 kg, 3x8 bench, {c_small2} "
                "minutes of rowing."
            ),
            "Split {c_num} tiles of {c_small} cm into rows of {c_small2}.",
            "BMI formula: weight over height squared. Show the table from 18.5 to 30.",
        ),
    ),
    Family(
        name="c_quantities_and_tables",
        templates=(
            (
                "Latency table, p50 {c_decimal} ms, p95 {c_decimal2} ms, p99 {c_decimal3} "
                "ms. Write two sentences about it."
            ),
            (
                "Model A has {c_decimal} % accuracy and {c_seven} parameters; B has "
                "{c_decimal2} %. Which would you take?"
            ),
            (
                "Quarter 1: {c_num} units. Quarter 2: {c_num2} units. By how many percent "
                "did sales in the exercise grow?"
            ),
            "Turn into a Markdown table: bolts {c_num}, nuts {c_num2}, washers {c_num3}.",
            (
                "Scale this recipe from {c_small} to {c_small2} people: 250 g flour, 3 "
                "eggs, 120 ml milk."
            ),
            (
                "Order for the stock room: {c_small} x A4 paper, {c_small2} x toner "
                "{c_part}, {c_small3} x folders."
            ),
            "Check the sum: {c_num} + {c_num2} + {c_num3}. What did I do wrong if I got {c_six}?",
            "Draw a bar chart in ASCII of 12, 7, 19, 4 and {c_small}.",
            "GPU memory: {c_small} GB, batch {c_small2}, sequence {c_four}. Will it fit?",
            "Benchmark: {c_num} requests in {c_decimal} s with {c_small} threads. Throughput?",
            "df says {c_eight} blocks of 1K, {c_small} % used. How many gigabytes are free?",
            (
                "The histogram has bins 0-9, 10-19, 20-29 with counts {c_small}, "
                "{c_small2}, {c_small3}. Describe it."
            ),
            "Water 65 %, salt 2 %, yeast 0.{c_small} %: how much for 900 g of flour?",
            "Battery {c_four} mAh at 3.7 V. How many watt hours?",
            "A4 at 300 dpi is 2480 x 3508 pixels, so how large is the file at 24 bits?",
            "Bitrate {c_four} kbit/s, length {c_small} minutes. File size?",
            "Give me ten random numbers between {c_small} and {c_num}.",
            "Make a multiplication table up to {c_small}.",
            "Score after the third set: 21-{c_small}, 18-21, 15-12. Who leads?",
            "Lap times 1:{c_small}.{c_small2}, 1:31.402 and 1:30.988: average?",
            "Marathon pace for {c_small} km in three hours and {c_small2} minutes?",
            "How many tiles of {c_small} x {c_small2} cm do I need for 14 square metres?",
            "Loan formula with rate {c_decimal} % and {c_num} months, explain the annuity factor.",
            "Which is cheaper per kilo, 750 g for 3.49 or 1.2 kg for 5.19?",
            "Convert these sizes: EU 38, US 7, UK 5.",
            (
                "Explain the numbers on a nutrition label: {c_num} kcal, {c_decimal} g "
                "fat, {c_decimal2} g sugar."
            ),
            "Invent a lottery draw with six numbers out of 49.",
            "What do 20/20 vision and -{c_decimal} dioptres mean?",
            (
                "My log shows 3 warnings and {c_small} errors in {c_num} lines. How do I "
                "count them with awk?"
            ),
            "Explain IPv4 exhaustion with the figure 4,294,967,296.",
            "Explain overflow with 2147483647 + 1.",
            "How large is 18446744073709551615?",
            "Why is the maximum of a byte 255?",
            "What would {c_nine} seconds be in years?",
            "How many digits has {c_small}! (factorial)?",
            "Give the binary of {c_small}, {c_small2} and {c_small3}.",
            "Count down from {c_small} in steps of 3.",
            "Interpolate between ({c_small}, {c_decimal}) and ({c_small2}, {c_decimal2}).",
            "Write alt text for a chart with values {c_small}, {c_small2} and {c_small3} percent.",
            "Explain a credit score between 300 and 850 in general terms.",
            "How does a PIN with 4 digits compare with one of 6 digits?",
        ),
    ),
)

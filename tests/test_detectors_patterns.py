"""Our own patterns: what they find, what they leave, and that no text slows them down."""

from __future__ import annotations

import time

import pytest

from companion.detectors import kinds
from companion.detectors.patterns import KINDS, VOCABULARY, PatternDetector

DETECTOR = PatternDetector()


def found(text, least=0.0):
    return [
        (finding.kind, text[finding.start : finding.end])
        for finding in DETECTOR.find(text)
        if finding.score >= least
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("ssn 536-22-1234", "US_SSN", "536-22-1234"),
        ("social security number: 536221234", "US_SSN", "536221234"),
        ("NHS number 943 476 5919", "UK_NHS", "943 476 5919"),
        ("passport no. AB1234567", "PASSPORT_NUMBER", "AB1234567"),
        ("MRN: 8839201", "MEDICAL_RECORD_NUMBER", "8839201"),
        ("patient id X-20394", "MEDICAL_RECORD_NUMBER", "X-20394"),
        ("my account number is 99281-223", "ACCOUNT_NUMBER", "99281-223"),
        ("card 4111.1111.1111.1111", "CREDIT_CARD", "4111.1111.1111.1111"),
        ("4111\n1111\n1111\n1111", "CREDIT_CARD", "4111\n1111\n1111\n1111"),
        ("pay with 4111111111111111 now", "CREDIT_CARD", "4111111111111111"),
        ("amex 3782 822463 10005", "CREDIT_CARD", "3782 822463 10005"),
        ("to DE89 3704 0044 0532 0130 00 please", "IBAN_CODE", "DE89 3704 0044 0532 0130 00"),
        ("GB82WEST12345698765432", "IBAN_CODE", "GB82WEST12345698765432"),
        ("NL91 ABNA 0417 1643 00.", "IBAN_CODE", "NL91 ABNA 0417 1643 00"),
        ("my NI number is AB 12 34 56 C", "UK_NINO", "AB 12 34 56 C"),
        ("Steuer-ID 86 095 742 719", "DE_TAX_ID", "86 095 742 719"),
        ("SV-Nummer 15 070649 C 103", "DE_SOCIAL_SECURITY", "15 070649 C 103"),
        ("n° 2 55 08 14 168 025 38", "FR_NIR", "2 55 08 14 168 025 38"),
        ("DNI 12345678Z", "ES_NIF", "12345678Z"),
        ("mi NIE es X-1234567-L", "ES_NIE", "X-1234567-L"),
        ("CF RSSMRA85T10A562S", "IT_FISCAL_CODE", "RSSMRA85T10A562S"),
        ("BSN: 111222333", "NL_BSN", "111222333"),
        ("o meu NIF é 123456789", "PT_NIF", "123456789"),
        ("CPF 529.982.247-25", "BR_CPF", "529.982.247-25"),
        ("AHV 756.9217.0769.85", "NATIONAL_ID", "756.9217.0769.85"),
        ("aadhaar 2341 2341 2346", "NATIONAL_ID", "2341 2341 2346"),
        ("SIN: 130 692 544", "NATIONAL_ID", "130 692 544"),
        ("hetu 131052-308T", "NATIONAL_ID", "131052-308T"),
        ("NRIC S1234567D", "NATIONAL_ID", "S1234567D"),
        ("taxpayer id (ITIN) 912-71-4567", "US_ITIN", "912-71-4567"),
        ("routing number 021000021", "ACCOUNT_NUMBER", "021000021"),
        ("sort code 20-00-00", "ACCOUNT_NUMBER", "20-00-00"),
        ("NPI 1234567893", "MEDICAL_LICENSE", "1234567893"),
        ("DEA AP5836727", "MEDICAL_LICENSE", "AP5836727"),
        ("the car's VIN 1HGCM82633A004352", "VEHICLE_PLATE", "1HGCM82633A004352"),
        (
            "send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "CRYPTO",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        ),
        ("driver's license number D1234567", "US_DRIVER_LICENSE", "D1234567"),
        ("Kundennummer: 4711-0815", "ACCOUNT_NUMBER", "4711-0815"),
        ("numéro de client : 99281223", "ACCOUNT_NUMBER", "99281223"),
        ("número de cuenta es 99281223", "ACCOUNT_NUMBER", "99281223"),
        ('{"policy_number": "POL-2291-77"}', "ACCOUNT_NUMBER", "POL-2291-77"),
        ("employee ID E-20394", "ACCOUNT_NUMBER", "E-20394"),
        ("Aktenzeichen 12 O 345/21", "CASE_NUMBER", "12 O 345/21"),
        ("case no. 2:21-cv-01234", "CASE_NUMBER", "2:21-cv-01234"),
        ("Kennzeichen B-MW 1234", "VEHICLE_PLATE", "B-MW 1234"),
        ("license plate 7ABC123", "VEHICLE_PLATE", "7ABC123"),
        ("bank account number 123456789012", "US_BANK_NUMBER", "123456789012"),
    ],
)
def test_an_identifier_is_found(text, kind, value):  # S03
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call me at 212 555 0199", "212 555 0199"),
        ("(212) 555-0199", "(212) 555-0199"),
        ("212-555-0199", "212-555-0199"),
        ("+1-212-555-0199x123", "+1-212-555-0199x123"),
        ("+44 20 7946 0018", "+44 20 7946 0018"),
        ("07700 900123", "07700 900123"),
        ("+49 30 901820", "+49 30 901820"),
        ("Tel. 030/901820", "030/901820"),
        ("0151 23456789", "0151 23456789"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("+33612345678", "+33612345678"),
        ("teléfono 612 345 678", "612 345 678"),
        ("móvil: 612345678", "612345678"),
        ("cellulare 333 1234567", "333 1234567"),
        ("06-12345678", "06-12345678"),
        ("(11) 98765-4321", "(11) 98765-4321"),
        ("telemóvel 912 345 678", "912 345 678"),
        ("my phone is 2125550199", "2125550199"),
    ],
)
def test_a_phone_number_is_found_in_its_countrys_forms(text, value):  # S03
    assert ("PHONE_NUMBER", value) in found(text, 0.7)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("mail ann.lee+x@mail.example.org, ok", "EMAIL_ADDRESS", "ann.lee+x@mail.example.org"),
        ("<ann@bücher.de>", "EMAIL_ADDRESS", "ann@bücher.de"),
        ("ann@mail.corp", "EMAIL_ADDRESS", "ann@mail.corp"),
        ("see https://example.com/a?b=c.", "URL", "https://example.com/a?b=c"),
        ("at www.example.co.uk/x", "URL", "www.example.co.uk/x"),
        ("on example.co.uk/path today", "URL", "example.co.uk/path"),
        ("from 192.168.17.44", "IP_ADDRESS", "192.168.17.44"),
        ("[2a02:8108:8ac0:1::17]", "IP_ADDRESS", "2a02:8108:8ac0:1::17"),
        ("00:1B:44:11:3A:B7", "MAC_ADDRESS", "00:1B:44:11:3A:B7"),
        ("ssh db01.prod.internal", "HOSTNAME", "db01.prod.internal"),
        ("username: jdoe_84", "USERNAME", "jdoe_84"),
        ("my twitter handle is @ann_lee", "USERNAME", "@ann_lee"),
    ],
)
def test_a_contact_is_found(text, kind, value):
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("DOB: 03/04/1971", "DATE_OF_BIRTH", "03/04/1971"),
        ("date of birth 4 March 1971", "DATE_OF_BIRTH", "4 March 1971"),
        ("born on March 4, 1971", "DATE_OF_BIRTH", "March 4, 1971"),
        ("geboren am 4. März 1971", "DATE_OF_BIRTH", "4. März 1971"),
        ("né le 4 mars 1971", "DATE_OF_BIRTH", "4 mars 1971"),
        ("nacida el 4 de marzo de 1971", "DATE_OF_BIRTH", "4 de marzo de 1971"),
        ("nato il 04/03/1971", "DATE_OF_BIRTH", "04/03/1971"),
        ("nascido em 4 de março de 1971", "DATE_OF_BIRTH", "4 de março de 1971"),
        ("geboortedatum 4 maart 1971", "DATE_OF_BIRTH", "4 maart 1971"),
        ("on 2024-05-17", "DATE_TIME", "2024-05-17"),
        ("on May 17th, 2024", "DATE_TIME", "May 17th, 2024"),
        ("at 10:30 am", "DATE_TIME", "10:30 am"),
        ("she is 34 years old", "AGE", "34"),
        ("aged 34", "AGE", "34"),
        ("eine 34-jährige Frau", "AGE", "34"),
        ("elle a 34 ans", "AGE", "34"),
        ("tiene 34 años", "AGE", "34"),
        ("ha 34 anni", "AGE", "34"),
        ("34 jaar oud", "AGE", "34"),
        ("a 34-year-old", "AGE", "34"),
        ("pays $1,200.50 now", "MONEY", "$1,200.50"),
        ("kostet 1.200 €", "MONEY", "1.200 €"),
        ("EUR 20 million", "MONEY", "EUR 20 million"),
        ("5 million dollars", "MONEY", "5 million dollars"),
    ],
)
def test_a_date_an_age_or_an_amount_is_found(text, kind, value):
    assert (kind, value) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 12 Elm Street", "12 Elm Street"),
        (
            "123 Main Street Apt 4, Springfield, IL 62704 is",
            "123 Main Street Apt 4, Springfield, IL 62704",
        ),
        ("PO Box 1234", "PO Box 1234"),
        ("Hauptstraße 5, 10115 Berlin", "Hauptstraße 5, 10115 Berlin"),
        ("in der Berliner Str. 12a, 10713 Berlin.", "Berliner Str. 12a, 10713 Berlin"),
        ("12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002 Paris"),
        ("Calle Mayor 3, 2ºB, 28013 Madrid", "Calle Mayor 3, 2ºB, 28013 Madrid"),
        ("Rua Augusta, 123", "Rua Augusta, 123"),
        ("Via Roma 10, 00184 Roma", "Via Roma 10, 00184 Roma"),
        ("Kerkstraat 12, 1012 AB Amsterdam", "Kerkstraat 12, 1012 AB Amsterdam"),
        ("10 Downing Street, London SW1A 2AA", "10 Downing Street, London SW1A 2AA"),
    ],
)
def test_a_street_address_is_found_in_seven_languages(text, value):
    assert ("POSTAL_ADDRESS", value) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("My name is Ann Lee and", "Ann Lee"),
        ("Ich heiße Jörg Müller.", "Jörg Müller"),
        ("je m'appelle Anne Lefèvre", "Anne Lefèvre"),
        ("me llamo José García", "José García"),
        ("mi chiamo Anna Rossi", "Anna Rossi"),
        ("o meu nome é João Silva", "João Silva"),
        ("ik heet Jan de Vries", "Jan de Vries"),
        ("Name: Ann Lee", "Ann Lee"),
        ("Dear Ann,", "Ann"),
        ("Best regards,\nAnn Lee", "Ann Lee"),
        ("Patient: Ann Lee", "Ann Lee"),
        ("ask Mr. Lee about it", "Lee"),
        ("ask Dr. van der Berg", "Berg"),
        ("Sehr geehrte Frau Müller,", "Müller"),
    ],
)
def test_a_name_that_its_words_give_away_is_found(text, value):
    assert any(kind == "PERSON" and value in name for kind, name in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "000-12-3456",
        "666-12-3456",
        "912-34-5678",
        "NHS number 943 476 5918",
        "4111 1111 1111 1112",
        "1700000000",
        "version 12.4.1",
        "The street was empty at 12",
        "What is a patient record number?",
        "550e8400-e29b-41d4-a716-446655440000",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "3.14159265358979323846",
        "ISBN 978-3-16-148410-0",
        "x = 1234567890123456",
        "order number 4711081512",
        "range(1000000, 9999999)",
        "0x7fffffffffffffff",
        "Dear Sir or Madam,",
        "Hi there, how are you?",
        "1 2 3 4 5 6 7 8 9 10",
        "1,000,000 people",
        "may be",
        "std::vector<int> v",
        "a[1:10:2]",
        "user@host",
        "main.py and index.ts",
        "@dataclass",
        "self.local = x",
        "In 1984 and 2001",
        "What is a routing number?",
        "passport photos",
        "My name is not important",
        "git@github.com:org/repo.git",
        "react@18.2.0",
    ],
)
def test_what_only_looks_like_one_is_left(text):
    assert found(text, 0.5) == []


def test_nothing_grave_is_found_in_ordinary_numbers():  # S11
    text = (
        "ids: 8675309, 2147483647, 1609459200000, 18446744073709551615, 6.02214076e23, "
        "192.168.0.1:8080, 2024-01-01T00:00:00Z, #123456, 978-0-13-468599-1, 1e-9, "
        "0.123456789012345, 1234-5678, ISO 27001:2022, RFC 5321, 555-1234"
    )
    grave = {name for name, kind in kinds.BY_NAME.items() if kind.grave}
    assert not {kind for kind, _ in found(text)} & grave


def test_every_kind_is_in_the_table():
    assert set(kinds.BY_NAME) >= KINDS


def test_what_the_detector_names_is_among_its_kinds():
    assert {kind for kind, _ in found(" ".join(HOSTILE))} <= KINDS


def test_the_vocabulary_holds_words_as_a_text_is_split():
    """A word with a sign or a capital in it would never be heard."""
    assert [word for word in VOCABULARY if not word.isalpha() or word != word.lower()] == []


HOSTILE = [
    "a", "1", " ", "\n", "_", "-", "a-", "a.", "1-", "1 ", "a@", "@a", "a@a.", "://", "http://",
    "www.", "a.com", ".internal", "a.internal ", "1.", "1.1.1.1.", "a:", "::", "00:", "ab-cd-",
    "4111 ", "1234 5678 9012 ", "99-", "born on ", "dob 1/1/", "1/1/", "12 Elm Elm Elm Elm ",
    "Elm ", "account number is ", "account ", "ssn ", "ssn 1 ", "phone 1 2 3 4 5 6 7 8 9 0 ",
    "phone ", "call me at ", "+1 ", "+(", "(1) ", "passport number ", "patient id a-", "nhs 1",
    "DE89", "DE89 ", "DE89 3704 0044 ", "A1", "A ", "AB ", "AB 12 ", "X-", "12345678 ", "0x",
    "1234567 ", "May ", "may 1 ", "4 March ", "34 years ", "$", "$1", "$1,", "1 € ", "€",
    "dollars ", "1 dollars ", "Dear ", "Dear Ann Lee ", "Mr ", "Mr Ann de la ", "name is ",
    "Name: ", "name: A",
    "regards,\n", "I am ", "12 rue de la ", "rue ", "Via Roma ", "Calle de la ", "c/", "12 Street ",
    "straße 1 ", "straße ", "str. ", "IL 62704 ", "SW1A ", "case no. 1-", "username: ", "handle ",
    "twitter @", "user_id = ", "vin ", "3" * 34 + " ", "bc1q", "ſ", "İ", "é1", "1é", "\"'",
    "10:30 ", "plate A-", "aged ", "box 1 ", "years old ", "Name Name: ", "patient Ann ",
    "wife Ann ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_linear_in_its_length(piece):  # R13
    """Four times the text may take at most about four times as long (with room for noise)."""
    text = (piece * 40_000)[:40_000]
    spent = _seconds(text)
    assert spent < max(0.05, 10 * _seconds(text[:10_000]))
    assert spent < 1.0


def _seconds(text):
    """Return the best of two, in CPU seconds of this process."""
    return min(_once(text) for _ in range(2))


def _once(text):
    start = time.process_time()
    DETECTOR.find(text)
    return time.process_time() - start

"""Checks of the identity, tax and health numbers of single countries.

Every function takes the number's letters and digits alone, letters in upper case, and says
whether it can be one. None raises, whatever it is given.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from companion.detectors.checks import is_digits, luhn, weighted


def _sized(value: str, *lengths: int) -> bool:
    """Say whether a value is digits of one of the lengths, and not one digit repeated."""
    return len(value) in lengths and is_digits(value) and len(set(value)) > 1


def day_and_month(day: str, month: str) -> bool:
    """Say whether two strings of digits are a day and a month that exist."""
    days = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= int(month) <= 12 and 1 <= int(day) <= days[int(month)]


def us_ssn(value: str) -> bool:
    """Say whether nine digits can be a US social security number."""
    area, group, serial = value[:3], value[3:5], value[5:]
    possible = area not in {"000", "666"} and area < "900" and group != "00" and serial != "0000"
    return _sized(value, 9) and possible


def us_itin(value: str) -> bool:
    """Say whether nine digits can be a US individual taxpayer number."""
    group = value[3:5]
    known = "50" <= group <= "65" or ("70" <= group <= "99" and group not in {"89", "93"})
    return _sized(value, 9) and value[0] == "9" and known


def uk_nhs(value: str) -> bool:
    """Say whether ten digits pass the NHS number's modulus 11 check."""
    if not _sized(value, 10):
        return False
    return (11 - weighted(value, range(10, 1, -1)) % 11) % 11 == int(value[9])


def uk_nino(value: str) -> bool:
    """Say whether a value can be a UK national insurance number."""
    prefix, digits, suffix = value[:2], value[2:8], value[8:]
    if not (is_digits(digits) and suffix in {"A", "B", "C", "D"}):
        return False
    if prefix in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}:
        return False
    return prefix[0] not in "DFIQUV" and prefix[1] not in "DFIOQUV"


def de_tax_id(value: str) -> bool:
    """Say whether eleven digits are a German tax number (ISO 7064 mod 11,10)."""
    if not _sized(value, 11) or value[0] == "0":
        return False
    repeats = [count for count in Counter(value[:10]).values() if count > 1]
    if len(repeats) != 1 or repeats[0] > 3:
        return False
    product = 10
    for digit in value[:10]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(value[10])


def de_social(value: str) -> bool:
    """Say whether a value is a German pension insurance number (VKVV § 4)."""
    digits = value[:8] + value[9:]
    if len(value) != 12 or not is_digits(digits) or not "A" <= value[8] <= "Z":
        return False
    if not day_and_month(value[2:4], value[4:6]):
        return False
    spelled = f"{value[:8]}{ord(value[8]) - 64:02d}{value[9:11]}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    products = (int(digit) * weight for digit, weight in zip(spelled, weights, strict=True))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(value[11])


def fr_nir(value: str) -> bool:
    """Say whether fifteen characters are a French social security number with its key."""
    body = value[:13]
    if body[5:7] in {"2A", "2B"}:
        body = body[:5] + ("19" if body[6] == "A" else "18") + body[7:]
    if len(value) != 15 or not is_digits(body) or not is_digits(value[13:]):
        return False
    month = int(body[3:5])
    born = 1 <= month <= 12 or 20 <= month <= 42 or month >= 50
    return value[0] in "123478" and born and 97 - int(body) % 97 == int(value[13:])


_NIF_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"


def es_nif(value: str) -> bool:
    """Say whether eight digits and a letter are a Spanish identity number."""
    if len(value) != 9 or not is_digits(value[:8]) or len(set(value[:8])) < 2:
        return False
    return value[8] == _NIF_LETTERS[int(value[:8]) % 23]


def es_nie(value: str) -> bool:
    """Say whether a value is a Spanish foreigner's number."""
    return value[:1] in {"X", "Y", "Z"} and _nie_letter(value)


def _nie_letter(value: str) -> bool:
    digits = str("XYZ".index(value[0])) + value[1:8]
    return len(value) == 9 and is_digits(digits) and value[8] == _NIF_LETTERS[int(digits) % 23]


_FISCAL_VALUES: Final = "1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23"
_FISCAL_ODD: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        map(int, _FISCAL_VALUES.split()),
        strict=True,
    )
)
_FISCAL_FORM: Final = "AAAAAA99A99A999A"
_FISCAL_DIGITS: Final = frozenset("0123456789LMNPQRSTUV")
"""Where two people would share a code, letters stand for digits (decree of 23.12.1976)."""


def it_fiscal(value: str) -> bool:
    """Say whether sixteen characters are an Italian fiscal code with its check letter."""
    if len(value) != 16 or not value.isascii() or not value.isalnum():
        return False
    if value[8] not in "ABCDEHLMPRST" or any(
        not char.isalpha() if form == "A" else char not in _FISCAL_DIGITS
        for char, form in zip(value, _FISCAL_FORM, strict=True)
    ):
        return False
    odd = sum(_FISCAL_ODD[_letter(char)] for char in value[:15:2])
    even = sum(ord(_letter(char)) - 65 for char in value[1:15:2])
    return (odd + even) % 26 == ord(value[15]) - 65


def _letter(char: str) -> str:
    """Return a digit's letter in the fiscal code's tables, where 0 counts like A."""
    return chr(65 + int(char)) if char.isdigit() else char


def nl_bsn(value: str) -> bool:
    """Say whether digits are a Dutch citizen service number (the eleven test)."""
    if not _sized(value, 8, 9):
        return False
    return weighted(value.zfill(9), (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def pt_nif(value: str) -> bool:
    """Say whether nine digits are a Portuguese tax number."""
    if not _sized(value, 9) or value[0] not in "1235689":
        return False
    rest = 11 - weighted(value, range(9, 1, -1)) % 11
    return (0 if rest > 9 else rest) == int(value[8])


def br_cpf(value: str) -> bool:
    """Say whether eleven digits are a Brazilian taxpayer number."""
    return _sized(value, 11) and all(
        weighted(value, range(size + 1, 1, -1)) * 10 % 11 % 10 == int(value[size])
        for size in (9, 10)
    )


def br_cnpj(value: str) -> bool:
    """Say whether fourteen digits are a Brazilian company's number."""
    weights = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
    return _sized(value, 14) and all(
        (11 - weighted(value[:size], weights[13 - size :]) % 11) % 11 % 10 == int(value[size])
        for size in (12, 13)
    )


def pl_pesel(value: str) -> bool:
    """Say whether eleven digits are a Polish identity number with a date of birth."""
    if not _sized(value, 11) or not day_and_month(value[4:6], str(int(value[2:4]) % 20)):
        return False
    return weighted(value, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def be_national(value: str) -> bool:
    """Say whether eleven digits are a Belgian national number, born before 2000 or after."""
    if not _sized(value, 11) or int(value[2:4]) % 20 > 12 or int(value[4:6]) > 31:
        return False
    check = int(value[9:])
    return any(97 - int(head + value[:9]) % 97 == check for head in ("", "2"))


def ch_ahv(value: str) -> bool:
    """Say whether thirteen digits are a Swiss AHV number (country 756, check of EAN 13)."""
    return _sized(value, 13) and value[:3] == "756" and weighted(value, (1, 3) * 7) % 10 == 0


def at_social(value: str) -> bool:
    """Say whether ten digits are an Austrian insurance number with a date of birth."""
    if not _sized(value, 10) or value[0] == "0" or not 1 <= int(value[4:6]) <= 31:
        return False
    check = weighted(value[:3] + value[4:], (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
    return 1 <= int(value[6:8]) <= 15 and check == int(value[3])


def _verhoeff_multiply(left: int, right: int) -> int:
    """Multiply in the dihedral group of order ten (Verhoeff 1969)."""
    if left < 5:
        return (left + right) % 5 + (5 if right >= 5 else 0)
    return (left - right) % 5 + (0 if right >= 5 else 5)


_VERHOEFF_STEP: Final = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _verhoeff_table() -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return by place modulo 8, state and digit what the state becomes."""
    stepped, tables = tuple(range(10)), []
    for _ in range(8):
        tables.append(
            tuple(
                tuple(_verhoeff_multiply(state, value) for value in stepped) for state in range(10)
            )
        )
        stepped = tuple(_VERHOEFF_STEP[value] for value in stepped)
    return tuple(tables)


_VERHOEFF: Final = _verhoeff_table()


def verhoeff(digits: str) -> bool:
    """Say whether a digit string passes the Verhoeff check."""
    state = 0
    for place, digit in enumerate(reversed(digits)):
        state = _VERHOEFF[place % 8][state][int(digit)]
    return state == 0


def in_aadhaar(value: str) -> bool:
    """Say whether twelve digits are an Indian Aadhaar number."""
    return _sized(value, 12) and value[0] in "23456789" and verhoeff(value)


def in_pan(value: str) -> bool:
    """Say whether a value can be an Indian tax account number: its fourth letter says whose."""
    return len(value) == 10 and value[3] in "ABCFGHJLPT"


def ca_sin(value: str) -> bool:
    """Say whether nine digits are a Canadian social insurance number."""
    return _sized(value, 9) and value[0] not in "08" and luhn(value)


def au_tfn(value: str) -> bool:
    """Say whether nine digits are an Australian tax file number."""
    return _sized(value, 9) and weighted(value, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def au_medicare(value: str) -> bool:
    """Say whether ten or eleven digits are an Australian Medicare number."""
    if not _sized(value, 10, 11) or value[0] not in "23456":
        return False
    return weighted(value[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(value[8])


def se_personal(value: str) -> bool:
    """Say whether ten or twelve digits are a Swedish personal or coordination number."""
    if not _sized(value, 10, 12):
        return False
    day = int(value[-6:-4]) % 60
    return day_and_month(str(day), value[-8:-6]) and luhn(value[-10:])


def fi_personal(value: str) -> bool:
    """Say whether a value is a Finnish personal code, its century sign left out or a letter."""
    digits = value[:6] + value[-4:-1]
    if len(value) not in {10, 11} or not is_digits(digits):
        return False
    if not day_and_month(value[:2], value[2:4]):
        return False
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31] == value[-1]


def dk_personal(value: str) -> bool:
    """Say whether ten digits can be a Danish personal number; since 2007 it has no check."""
    return _sized(value, 10) and day_and_month(value[:2], value[2:4])


def no_personal(value: str) -> bool:
    """Say whether eleven digits are a Norwegian birth number with its two check digits."""
    if not _sized(value, 11) or not day_and_month(str(int(value[:2]) % 40), value[2:4]):
        return False
    first = weighted(value, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
    second = weighted(value, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
    return first % 11 == 0 and second % 11 == 0


def kr_resident(value: str) -> bool:
    """Say whether thirteen digits are a South Korean resident number with its check digit."""
    if not _sized(value, 13) or not day_and_month(value[4:6], value[2:4]):
        return False
    total = weighted(value, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))
    return (11 - total % 11) % 10 == int(value[12])


def sg_nric(value: str) -> bool:
    """Say whether a value is a Singaporean identity number with its check letter."""
    if len(value) != 9 or not is_digits(value[1:8]):
        return False
    letters = {"S": "JZIHGFEDCBA", "T": "GFEDCBAJZIH", "F": "XWUTRQPNMLK", "G": "RQPNMLKXWUT"}
    table = letters.get(value[0], "")
    place = weighted(value[1:8], (2, 7, 6, 5, 4, 3, 2)) % 11
    return table[place : place + 1] == value[8]

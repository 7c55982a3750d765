"""Checksums of numbers that cross borders: cards, accounts, wallets, vehicles, licences.

Every function takes the number's letters and digits alone, letters in upper case, and says
whether it can be one. None raises, whatever it is given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from operator import mul
from types import MappingProxyType
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_digits(value: str) -> bool:
    """Say whether a string holds nothing but the digits 0 to 9, at least one."""
    return value.isascii() and value.isdigit()


def weighted(digits: str, weights: Iterable[int]) -> int:
    """Return the sum of digits, each times its weight."""
    return sum(map(mul, map(int, digits), weights))


_ONCE: Final = bytes((code - 48) % 10 for code in range(256))
"""What each digit's character counts for in every other place of the Luhn sum."""
_TWICE: Final = bytes(sum(divmod(2 * ((code - 48) % 10), 10)) for code in range(256))
"""What it counts for in the places between: the digits of twice its value."""


def luhn(digits: str) -> bool:
    """Say whether a digit string passes the Luhn check (ISO/IEC 7812-1, annex B)."""
    if not is_digits(digits):
        return False
    values = digits.encode("ascii")
    total = sum(values[-1::-2].translate(_ONCE)) + sum(values[-2::-2].translate(_TWICE))
    return total % 10 == 0


_ISSUERS: Final = (
    (4, 4, 1, (13, 16, 19)),  # Visa
    (51, 55, 2, (16,)),  # Mastercard
    (2221, 2720, 4, (16,)),  # Mastercard
    (34, 34, 2, (15,)),  # American Express
    (37, 37, 2, (15,)),  # American Express
    (300, 305, 3, (14,)),  # Diners Club
    (36, 36, 2, (14,)),  # Diners Club
    (38, 39, 2, (14,)),  # Diners Club
    (3528, 3589, 4, (16, 17, 18, 19)),  # JCB
    (6011, 6011, 4, (16, 19)),  # Discover
    (644, 649, 3, (16, 19)),  # Discover
    (65, 65, 2, (16, 19)),  # Discover
    (62, 62, 2, (16, 17, 18, 19)),  # UnionPay
    (50, 50, 2, (16,)),  # Maestro
    (56, 58, 2, (16,)),  # Maestro
    (67, 67, 2, (16,)),  # Maestro
    (6304, 6304, 4, (16,)),  # Maestro
    (2200, 2204, 4, (16,)),  # Mir
    (6061, 6069, 4, (16,)),  # RuPay, Hipercard
)
"""First and last issuer prefix, its length, and how long the numbers are (ISO/IEC 7812)."""


def card(digits: str) -> bool:
    """Say whether digits are a payment card's number: issuer, length and Luhn."""
    if not is_digits(digits) or len(set(digits)) < 2:
        return False
    known = any(
        first <= int(digits[:size]) <= last and len(digits) in lengths
        for first, last, size, lengths in _ISSUERS
    )
    return known and luhn(digits)


_IBAN_TEXT: Final = """
    AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BI:27 BR:29 BY:28 CH:21 CR:22 CY:28 CZ:24
    DE:22 DJ:27 DK:18 DO:28 EE:20 EG:29 ES:24 FI:18 FK:18 FO:18 FR:27 GB:22 GE:22 GI:23 GL:18 GR:27
    GT:28 HR:21 HU:28 IE:22 IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 KZ:20 LB:28 LC:32 LI:21 LT:20 LU:20
    LV:21 LY:25 MC:27 MD:24 ME:22 MK:19 MN:20 MR:27 MT:31 MU:30 NI:28 NL:18 NO:15 OM:23 PK:24 PL:28
    PS:29 PT:25 QA:29 RO:24 RS:22 RU:33 SA:24 SC:31 SD:18 SE:24 SI:19 SK:24 SM:27 SO:23 ST:25 SV:28
    TL:23 TN:24 TR:26 UA:29 VA:22 VG:24 XK:20 YE:30
"""
_IBAN: Final = MappingProxyType(
    {country: int(length) for country, length in (item.split(":") for item in _IBAN_TEXT.split())}
)
"""How long an IBAN is in each country of the SWIFT registry."""


def iban_length(country: str) -> int:
    """Return how long a country's IBANs are, or 0 where it has none."""
    return _IBAN.get(country, 0)


def iban(value: str) -> bool:
    """Say whether a value has its country's length and passes ISO 7064 modulus 97."""
    if not value.isascii() or not value.isalnum() or len(value) != iban_length(value[:2]):
        return False
    number = "".join(str(_ALPHABET.find(char)) for char in value[4:] + value[:4])
    return number.isdigit() and int(number) % 97 == 1


def aba(digits: str) -> bool:
    """Say whether nine digits are a US bank's routing number (ABA, weights 3 7 1)."""
    if not is_digits(digits) or len(digits) != 9:
        return False
    head = int(digits[:2])
    known = head <= 12 or 21 <= head <= 32 or 61 <= head <= 72 or head == 80
    return known and int(digits) > 0 and weighted(digits, (3, 7, 1) * 3) % 10 == 0


def npi(digits: str) -> bool:
    """Say whether ten digits are a US health provider's number (Luhn after 80840)."""
    return len(digits) == 10 and digits[0] in "12" and luhn("80840" + digits)


def dea(value: str) -> bool:
    """Say whether a value is a prescriber's number of the US drug authority."""
    digits = value[2:]
    if len(value) != 9 or value[0] not in "ABCDEFGHJKLMPRSTUX" or not is_digits(digits):
        return False
    return weighted(digits[:6], (1, 2, 1, 2, 1, 2)) % 10 == int(digits[6])


_VIN_VALUES: Final = MappingProxyType(
    {
        **{digit: int(digit) for digit in "0123456789"},
        **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "12345678123457923456789"), strict=True)),
    }
)
_VIN_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin(value: str) -> bool:
    """Say whether 17 characters are a vehicle's number with its check digit (ISO 3779)."""
    if len(value) != 17 or any(char not in _VIN_VALUES for char in value):
        return False
    total = sum(_VIN_VALUES[c] * w for c, w in zip(value, _VIN_WEIGHTS, strict=True))
    return value[8] == "0123456789X"[total % 11] and len(set(value)) > 4


_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_GENERATORS: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def bitcoin(value: str) -> bool:
    """Say whether a value is a Bitcoin address: base58check, or bech32 and bech32m (BIP 350).

    Unlike the other checks this one needs the value's own upper and lower case.
    """
    if value[:3].lower() == "bc1":
        return _bech32(value)
    return value[:1] in {"1", "3"} and 26 <= len(value) <= 35 and _base58check(value)


def _base58check(value: str) -> bool:
    number = 0
    for char in value:
        place = _BASE58.find(char)
        if place < 0:
            return False
        number = number * 58 + place
    if number >= 1 << 200:
        return False
    raw = number.to_bytes(25, "big")
    return hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()[:4] == raw[21:]


def _bech32(value: str) -> bool:
    if not 14 <= len(value) <= 90 or value not in {value.lower(), value.upper()}:
        return False
    data = [_BECH32.find(char) for char in value.lower()[3:]]
    if min(data) < 0:
        return False
    state = 1
    for item in (3, 3, 0, 2, 3, *data):  # the prefix "bc", spread as BIP 173 says
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ item
        for bit, generator in enumerate(_BECH32_GENERATORS):
            state ^= generator if top >> bit & 1 else 0
    return state in {1, 0x2BC830A3}

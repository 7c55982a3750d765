"""Checksums and plausibility of values that a pattern alone cannot tell from any number."""

from __future__ import annotations

from typing import Final

_CARD_LENGTHS: Final = {"3": (14, 15), "4": (13, 16, 19), "5": (16,), "6": (16, 17, 18, 19)}


def luhn(digits: str) -> bool:
    """Say whether a digit string passes the Luhn check (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return bool(digits) and total % 10 == 0


def card(value: str) -> bool:
    """Say whether the digits of `value` are a card number of a known scheme."""
    digits = _digits(value)
    return len(digits) in _CARD_LENGTHS.get(digits[:1], ()) and luhn(digits)


def nhs(value: str) -> bool:
    """Say whether the digits of `value` pass the NHS number's modulus 11 check."""
    digits = _digits(value)
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])


def _digits(value: str) -> str:
    return "".join(c for c in value if "0" <= c <= "9")

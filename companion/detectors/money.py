"""Amounts of money, before and behind their currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.scan import Reading, finding
from companion.values import Finding

_SCALE: Final = (
    r"(?:\s?(?:thousand|million|billion|trillion|mio|mrd|mn|bn|k|m|millionen|milliarden|tausend"
    r"|millions?|milliards?|mille|millones|mil|milhões|milioni|miliardi|miljoen|miljard)\b\.?)?"
)
_AMOUNT: Final = r"\d[\d.,]{0,14}(?:\s\d{3}){0,4}(?:[.,]\d{1,2})?"
_SIGNED: Final = re.compile(rf"[$€£¥₹](?:\s?)\d[\d.,]{{0,18}}{_SCALE}(?<![.,])", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?<![\w.,$€£]){_AMOUNT}{_SCALE}\s?\Z", re.IGNORECASE)
_AHEAD: Final = re.compile(rf"\s\d[\d.,]{{0,18}}{_SCALE}(?<![.,])", re.IGNORECASE)
_NAMES: Final = """
    dollar dollars euro euros pound pounds rupees rupee yen yuan francs franc pesos peso reais real
    libras dólares dólar dólares sterline pond cents bucks franken kronor kroner zloty
"""
_CODES: Final = "usd eur gbp chf jpy cad aud inr brl cny sek nok dkk pln mxn nzd sgd hkd zar"
_CODE_SET: Final = frozenset(_CODES.split())
WORDS: Final = frozenset(_NAMES.split()) | _CODE_SET


def amounts(reading: Reading) -> Iterator[Finding]:
    """Yield the amounts of money of a text."""
    text = reading.text
    if any(sign in text for sign in "$€£¥₹"):
        for match in _SIGNED.finditer(text):
            yield finding("MONEY", *match.span(), 0.7)
        yield from _before_signs(text)
    for start, end, word in reading.hits:
        if word in WORDS:
            yield from _worded(text, start, end, word)


def _before_signs(text: str) -> Iterator[Finding]:
    """Yield `1.200 €`, as most of Europe writes it."""
    for sign in "€£₹":
        place = text.find(sign)
        while place >= 0:
            match = _BEHIND.search(text, max(0, place - 32), place)
            if match:
                yield finding("MONEY", match.start(), place + 1, 0.7)
            place = text.find(sign, place + 1)


def _worded(text: str, start: int, end: int, word: str) -> Iterator[Finding]:
    match = _BEHIND.search(text, max(0, start - 32), start)
    if match:
        yield finding("MONEY", match.start(), end, 0.65)
    elif word in _CODE_SET and text[start].isupper():
        ahead = _AHEAD.match(text, end)
        if ahead:
            yield finding("MONEY", start, ahead.end(), 0.65)

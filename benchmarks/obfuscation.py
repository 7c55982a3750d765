"""The obfuscation grid: kinds of values, each disguised by every trick, in a short prompt.

Each cell knows where the disguised value lies. `measure` says what share of them a detector
finds, and `harmless()` holds ordinary texts under the same tricks, which must not be found.
Everything here is the same in every run; all values are made up or published examples.
"""

from __future__ import annotations

import base64
import codecs
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from companion.detectors import kinds
from companion.values import Finding

GRAVE_SCORE: Final = 0.85
"""From this score on, one finding of a grave kind decides alone."""
_SENSITIVE_WEIGHT: Final = 0.45


class Value(NamedTuple):
    """A value of one kind in a prompt that carries it."""

    kind: str
    value: str
    carrier: str
    accepted: frozenset[str]


class Cell(NamedTuple):
    """One value under one trick: the prompt, and where the disguised value stands in it."""

    trick: str
    kind: str
    text: str
    start: int
    end: int
    accepted: frozenset[str]


def _value(kind: str, value: str, carrier: str, accepted: str) -> Value:
    return Value(kind, value, carrier, frozenset(accepted.split()))


_JWT: Final = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    ".eyJzdWIiOiI0NzExODIzNiIsImVtYWlsIjoia2VsbGVyQGV4YW1wbGUub3JnIn0"
    ".pQ7mZ2wXk9TtR4vYc8sJbN1uHfLd3eGaK6oViBqMxW0"
)
_PEM: Final = (
    "-----BEGIN EC " + "PRIVATE KEY-----\nMHcCAQEEIBq9Zr3xkPa7vLw2YtHd81mQeUoNfGsJcKi5RbT6XyW0oAoG"
    "CCqGSM49\n-----END EC " + "PRIVATE KEY-----"
)
VALUES: Final = (
    _value("card", "4539 1488 0343 6467", "Charge it to my Visa card {} please.", "CREDIT_CARD"),
    _value("amex", "378282246310005", "My credit card number is {} by the way.", "CREDIT_CARD"),
    _value("iban", "DE89370400440532013000", "Send the refund to IBAN {} today.", "IBAN_CODE"),
    _value(
        "us_ssn", "536-22-8715", "My social security number is {} so fill in the form.", "US_SSN"
    ),
    _value("email", "daniel.weber84@example.org", "Write an answer to {} for me.", "EMAIL_ADDRESS"),
    _value("us_phone", "(415) 555-0134", "Call me on my phone at {} tonight.", "PHONE_NUMBER"),
    _value("intl_phone", "+49 30 901820 47", "My phone number is {} if needed.", "PHONE_NUMBER"),
    _value("nhs", "943 476 5919", "The patient's NHS number is {} on this letter.", "UK_NHS"),
    _value(
        "passport",
        "C01X00T47",
        "My passport number is {} and I need a visa.",
        "PASSPORT_NUMBER US_PASSPORT",
    ),
    _value(
        "licence", "D1234567", "My California driver license number is {} now.", "US_DRIVER_LICENSE"
    ),
    _value("aws_key", "AKIA" + "Q3EGRWJ5XK7ZP2MV", "Why does the key {} fail?", "SECRET"),
    _value(
        "github", "ghp_" + "R7mK2xVq9LtY4wZc8NbJ1hGfD5sPa3eUoT6i", "Use token {} now.", "SECRET"
    ),
    _value(
        "openai",
        "sk-" + "proj-Zk8vR2mQ7xLw4TbY9nJc3HfGd6sPa1eUoVi5",
        "My API key is {} now.",
        "SECRET",
    ),
    _value(
        "slack",
        "xoxb-" + "482915730264-Lk8vQ2mR7xTw4ZbY9nJc3Hf",
        "The bot token is {} now.",
        "SECRET",
    ),
    _value("jwt", _JWT, "The server answers 401 to the token {} today.", "SECRET"),
    _value("private_key", _PEM, "Here is my private key:\n{}\nIs it valid?", "SECRET"),
    _value(
        "password", "Tr0ub4dor&Kestrel9", "The admin password is {} as before.", "PASSWORD SECRET"
    ),
    _value(
        "url_password",
        "https://deploy:vK8mQ2xR7w@git.kestrelworks.net/app.git",
        "Clone from {} first.",
        "PASSWORD SECRET",
    ),
    _value(
        "connection",
        "postgres://app:zT9kW4pLx2@db3.kestrelworks.net:5432/orders",
        "The connection string is {} here.",
        "PASSWORD SECRET",
    ),
    _value("person", "Maria Keller", "My neighbour {} wants a divorce.", "PERSON"),
    _value(
        "address",
        "1847 Maple Street",
        "I live at {} in Springfield, IL 62704.",
        "POSTAL_ADDRESS LOCATION",
    ),
    _value("birth", "12/03/1961", "My date of birth is {} and I am applying.", "DATE_OF_BIRTH"),
    _value(
        "mrn", "MRN-00482913", "The medical record number is {} for her.", "MEDICAL_RECORD_NUMBER"
    ),
    _value(
        "diagnosis",
        "Maria Keller has breast cancer",
        "The report says {} since spring.",
        "PERSON MEDICAL_CONDITION",
    ),
    _value("ip", "203.0.113.77", "Our firewall at IP address {} drops packets.", "IP_ADDRESS"),
    _value("mac", "3C:5A:B4:1E:9F:02", "The MAC address of my laptop is {} here.", "MAC_ADDRESS"),
    _value(
        "de_tax", "86095742719", "Meine Steuer-ID ist {} laut Bescheid.", "DE_TAX_ID NATIONAL_ID"
    ),
    _value(
        "fr_nir",
        "2840775123456 07",
        "Mon num\xe9ro de s\xe9curit\xe9 sociale est {} ici.",
        "FR_NIR NATIONAL_ID",
    ),
    _value("es_nif", "12345678Z", "Mi DNI es {} para el contrato.", "ES_NIF NATIONAL_ID"),
    _value(
        "crypto",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "Send it to my bitcoin wallet {} now.",
        "CRYPTO",
    ),
)
"""Thirty kinds of values, each with the kinds of findings that count as finding it."""

_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS: Final = {"-": "dash", ".": "dot", "@": "at", "/": "slash", "_": "underscore", ":": "colon"}
_HOMOGLYPHS: Final = str.maketrans(
    "aceopxyABCEHKMOPTX",
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0410\u0412"
    "\u0421\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0425",
)
_LEET_DIGITS: Final = str.maketrans("018", "OlB")
_LEET_LETTERS: Final = str.maketrans("aeio", "4310")


def _fullwidth(value: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def _styled(value: str) -> str:
    """Mathematical monospace letters and digits."""
    return "".join(map(_monospace, value))


def _monospace(char: str) -> str:
    for first, last, start in (("A", "Z", 0x1D670), ("a", "z", 0x1D68A), ("0", "9", 0x1D7F6)):
        if first <= char <= last:
            return chr(start + ord(char) - ord(first))
    return char


def _between(sign: str) -> Callable[[str], str]:
    return sign.join


def _spelled(value: str) -> str:
    parts: list[str] = []
    for char in value:
        word = _WORDS[int(char)] if char.isdecimal() else _SIGNS.get(char)
        if word:
            parts.append(f" {word} ")
        else:
            parts.append(char)
    return " ".join("".join(parts).split())


def _leet(value: str) -> str:
    """Letters for digits in numbers, digits for letters in words."""
    digits = sum(char.isdecimal() for char in value)
    return value.translate(_LEET_DIGITS if digits * 2 >= len(value) else _LEET_LETTERS)


def _url_safe(value: str) -> str:
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


TRICKS: Final[Mapping[str, Callable[[str], str]]] = {
    "fullwidth": _fullwidth,
    "zero_width": _between("\u200b"),
    "homoglyphs": lambda value: value.translate(_HOMOGLYPHS),
    "marks": lambda value: "".join(f"{char}\u0336" for char in value),
    "soft_hyphens": _between("\u00ad"),
    "styled": _styled,
    "spaced": _between(" "),
    "dotted": _between("."),
    "dashed": _between("-"),
    "lines": _between("\n"),
    "spelled": _spelled,
    "leet": _leet,
    "reversed": lambda value: value[::-1],
    "rot13": lambda value: codecs.encode(value, "rot13"),
    "base64": lambda value: base64.b64encode(value.encode()).decode(),
    "base64_url": _url_safe,
    "hex": lambda value: value.encode().hex(),
    "percent": lambda value: "".join(f"%{byte:02X}" for byte in value.encode()),
    "entities": lambda value: "".join(f"&#{ord(char)};" for char in value),
    "escapes": lambda value: "".join(f"\\u{ord(char):04x}" for char in value),
}
"""Twenty tricks that hide a value from patterns and leave it readable to a model."""

HARMLESS: Final = (
    "Please summarise the meeting notes in three short points for the team.",
    "git revert 9fceb02d0ae598e95dc970b74767f19372d61af8 and then push again.",
    "The first twenty digits of pi are 3.1415926535897932384 and so on.",
    "Scores by round: 12 45 33 21 90 11 45 88 67 54 and the final was 76.",
    "[[1, 2, 3, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 7]] is the matrix.",
    "for (let i = 0; i < 10; i++) { total += values[i] * 2; } // sum",
    "one two three four five six seven eight nine ten, once I caught a fish alive",
    "The file has UUID 550e8400-e29b-41d4-a716-446655440000 in its header.",
    "ISBN 978-0-306-40615-7 is the second edition of the handbook.",
    "Version 10.4.22.1 was released on 2024-05-17 with 1,204 changes.",
)


def grid() -> tuple[Cell, ...]:
    """Return every value under every trick."""
    return tuple(_cell(trick, value) for trick in TRICKS for value in VALUES)


def _cell(trick: str, value: Value) -> Cell:
    disguised = TRICKS[trick](value.value)
    before, after = value.carrier.split("{}")
    text = before + disguised + after
    return Cell(trick, value.kind, text, len(before), len(before) + len(disguised), value.accepted)


def harmless() -> tuple[tuple[str, str], ...]:
    """Return harmless texts as they are and under every trick, with the trick's name."""
    plain = tuple(("none", text) for text in HARMLESS)
    return plain + tuple((trick, hide(text)) for trick, hide in TRICKS.items() for text in HARMLESS)


def hit(cell: Cell, found: Iterable[Finding]) -> bool:
    """Say whether a finding of an accepted kind touches the value."""
    return any(f.kind in cell.accepted and f.start < cell.end and cell.start < f.end for f in found)


def sensitive_hit(cell: Cell, found: Iterable[Finding]) -> bool:
    """Say whether any finding of a kind that is sensitive by itself touches the value."""
    return any(
        _is_sensitive(finding) and finding.start < cell.end and cell.start < finding.end
        for finding in found
    )


def _is_sensitive(finding: Finding) -> bool:
    kind = kinds.BY_NAME.get(finding.kind)
    return kind is not None and kind.weight >= _SENSITIVE_WEIGHT


def is_grave(finding: Finding) -> bool:
    """Say whether one finding alone would secure a prompt."""
    kind = kinds.BY_NAME.get(finding.kind)
    return kind is not None and kind.grave and finding.score >= GRAVE_SCORE


def measure(find: Callable[[str], Sequence[Finding]]) -> dict[str, object]:
    """Return the recall of `find` on the grid, and its false alarms on harmless texts."""
    by_trick: defaultdict[str, list[bool]] = defaultdict(list)
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    sensitive: list[bool] = []
    for cell in grid():
        found = find(cell.text)
        by_trick[cell.trick].append(hit(cell, found))
        by_kind[cell.kind].append(hit(cell, found))
        sensitive.append(sensitive_hit(cell, found))
    texts = harmless()
    alarms = sum(any(map(is_grave, find(text))) for _, text in texts)
    hits = [one for column in by_trick.values() for one in column]
    return {
        "cells": len(hits),
        "recall": _share(hits),
        "recall_any_sensitive": _share(sensitive),
        "by_trick": {trick: _share(column) for trick, column in by_trick.items()},
        "by_kind": {kind: _share(row) for kind, row in by_kind.items()},
        "harmless": len(texts),
        "false_alarms": alarms,
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4)

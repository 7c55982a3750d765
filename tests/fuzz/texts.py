"""Prompts that have been tampered with: seeded, structured mutation of texts."""

from __future__ import annotations

import base64
import codecs
import html
import random
import urllib.parse
from collections.abc import Callable
from typing import Final

from tests.adversarial.texts import BAIT

Encoder = Callable[[str, random.Random], str]

SEEDS: Final = (
    "Please summarise the following notes in three short points.",
    "My card is 4111 1111 1111 1111, exp 12/27, cvv 123.",
    "Transfer it to DE89 3704 0044 0532 0130 00 or GB29NWBK60161331926819.",
    "my ssn is 536-22-1234 and the passport number is X1234567",
    "Write to jane.doe@example.com, jane [at] example [dot] org or call +49 30 1234567.",
    "The patient Maria Lopez, born 12.03.1980, was diagnosed with HIV and takes truvada.",
    "export AWS_ACCESS_KEY_ID=AKIAQ3EGRZ5TJKLP7XWV\n",
    'secret_key = "aZ3kL9qPx7Rt2Vb8Nm4Hw6Yc1Df5Gs0J"',
    "password: Hunter2!x\nuser: admin\nhost: db01.corp.internal:5432",
    "postgres://app:s3cr3t-pw@db.example.net:5432/app?sslmode=require",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq5\n-----END RSA PRIVATE KEY-----",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV",
    "kind: Secret\ndata:\n  password: SHVudGVyMiF4\n  user: YWRtaW4=\n",
    "def area(width, height):\n    return width * height  # square metres",
    '{"name": "Daniel Weber", "iban": "DE89370400440532013000", "tags": ["a", null, 1.5e3]}',
    "id,first,last,mail\n1,Jane,Doe,jane@example.com\n2,Max,Muster,max@example.de\n",
    "four one one one one one one one double one dash dot at sign capital a",
    "eins zwei f\u00fcnf neunundneunzig quatre-vingt-dix-sept doble cero",
    "Herr M\u00fcller wohnt in der Hauptstra\u00dfe 12, 10115 Berlin, Tel. 030 / 123 45 67.",
    "Mme Dupont, 5 rue de la Paix, 75002 Paris, n\u00b0 1 85 05 78 006 084 36",
    "Mi contrase\u00f1a es Gato2024! y mi DNI es 12345678Z.",
    "Strictly confidential: we will acquire Acme for $3,000,000, not yet public.",
    "2024-11-03T12:07:07Z INFO GET /api/v1/items/7 200 12ms 10.0.0.7 fe80::1 00:1a:2b:3c:4d:5e",
    "d41d8cd98f00b204e9800998ecf8427e 123e4567-e89b-12d3-a456-426614174000",
    "<form><input type=password value='Hunter2!x'><b>4111</b> 1111</form>",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u4f60\u597d \u3053\u3093",
    "\u202emoc.elpmaxe@eod.enaj\u202c and moc.elpmaxe@eod.enaj and 4321-22-635",
    "z\u0430p\u0440\u0435\u0442 \u0440\u0430\u0443\u0440\u0430l ",
    "\u2460\u2461\u2462 \uff14\uff11\uff11\uff11",
    "Zl pneq vf 4111 naq zl cnffjbeq vf Uhagre2 jnf gur",
    "",
    " ",
    "x",
)  # fmt: skip
ODDITIES: Final = (
    *"\x00\t\n\r\x0b\x85\xa0\xad\u0130\u0131\u017f\u1e9e\ufb03\ufdfa\u2126\ufeff\ufffd\ufffe",
    *"\u200b\u200d\u202a\u202d\u202e\u202c\u2066\u2069\u2028\u2029\u0301\u0489\u20dd\ufe0f",
    *"\ud800\udfff\udc00\U000e0041\U000e0100\U0001f600\U0001f1e9\U0010ffff\u0661\u0967\uff11",
    *"@.:/-_=+&%#<>()[]{}\"'`\\|~^*?!,;",
)
_LONGEST: Final = 600
"""Most texts stay shorter, so that many can be tried; one in a hundred does not."""


def _inside(text: str, source: random.Random) -> tuple[int, int]:
    first, last = source.randint(0, len(text)), source.randint(0, len(text))
    return (first, last) if first < last else (last, first)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _spelled(form: str) -> Encoder:
    """Return what writes every character by its code."""
    return lambda text, _: "".join(form.format(ord(char)) for char in text)


def _apart(text: str, source: random.Random) -> str:
    return source.choice((" ", "-", ".", "\u200b", "\u0301", " - ", "\n", "_")).join(text)


def _wide(text: str, _: random.Random) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


ENCODERS: Final[tuple[Encoder, ...]] = (
    lambda text, _: base64.b64encode(_bytes(text)).decode(),
    lambda text, _: base64.b32encode(_bytes(text)).decode(),
    lambda text, source: _bytes(text).hex(source.choice(" :-")),
    lambda text, _: _bytes(text).hex(),
    lambda text, _: urllib.parse.quote(_bytes(text)),
    lambda text, _: html.escape(text),
    lambda text, _: codecs.encode(text, "rot13"),
    lambda text, _: text[::-1],
    lambda text, _: "\u202e" + text[::-1] + "\u202c",
    lambda text, _: " ".join(f"{byte:08b}" for byte in _bytes(text)),
    lambda text, _: " ".join(str(byte) for byte in _bytes(text)),
    lambda text, _: text.swapcase(),
    lambda text, _: text.upper(),
    lambda text, _: text.translate(str.maketrans("eoaist", "30@15$")),
    _spelled("&#{};"),
    _spelled("\\u{:04x}"),
    _apart,
    _wide,
)


def _encoded(text: str, source: random.Random) -> str:
    return source.choice(ENCODERS)(text, source)


def mutated(seed: int) -> str:
    """Return the text of a seed; lone surrogates are among what it may hold."""
    source = random.Random(seed)
    text = source.choice(SEEDS)
    for _ in range(source.randint(1, 6)):
        first, last = _inside(text, source)
        match source.randrange(10):
            case 0 | 1:
                text = text[:first] + _encoded(text[first:last], source) + text[last:]
            case 2:
                text = text[:first] + source.choice(ODDITIES) + text[first:]
            case 3:
                text = text[:first] + text[last:]
            case 4:
                text = text[:last] + text[first:last] + text[last:]
            case 5:
                text = text[:first] + source.choice(tuple(BAIT.values())) * source.randint(1, 9)
            case 6:
                text = text[:first] + source.choice(SEEDS) + text[last:]
            case 7:
                text = text[:first] + chr(source.randint(0, 0x10FFFF)) + text[first:]
            case 8:
                other = source.choice(SEEDS)
                text = text[:first] + other[slice(*_inside(other, source))] + text[first:]
            case _:
                text = _encoded(text, source)
        text = text[: 20 * _LONGEST if source.random() < 0.01 else _LONGEST]
    return text

"""Hostile texts: what a prompt's author could write to make detection slow or to break it.

Each is a maker that takes the wanted length in characters. All are made here by rule, none
is taken from anywhere; the same length gives the same text.
"""

from __future__ import annotations

import base64
import json
import random
import urllib.parse
from collections.abc import Callable
from typing import Final

Maker = Callable[[int], str]

BAIT: Final[dict[str, str]] = {
    "digits": "4",
    "digits and spaces": "4 ",
    "card-like digits": "4111 ",
    "digits close together": "41112 2 33",
    "long numbers": "4111111111111111 ",
    "social security": "536-22-",
    "dates": "12.10.2024 ",
    "clock times": "12:59:",
    "thousands": "1,000,",
    "dots": ".",
    "hyphens": "-",
    "underscores": "_",
    "colons": ":",
    "slashes": "/",
    "quotes": "\"'",
    "back quotes": "`",
    "backslashes": "\\",
    "plus signs": "+1 ",
    "at signs": "@",
    "half mails": "a@a.",
    "mails": "jane.doe@example.com ",
    "mail in words": "jane at example dot com ",
    "x at x.com": "x at x.com ",
    "foo_dot_": "foo_dot_",
    "a dot": "a dot ",
    "at": " at ",
    "labels": "a.",
    "long labels": "abcdefgh-" * 6 + ".",
    "reversed mail": "moc.a",
    "reversed mails": "moc.elpmaxe@eod.enaj ",
    "reversed keys": "AAAA_phg",
    "reversed links": "//:",
    "links": "http://",
    "links with passwords": "a://b:c",
    "addresses with colons": "fe80:",
    "hardware addresses": "00:1a:2b:3c:",
    "IBAN": "DE89 3704 ",
    "accounts": "account number ",
    "passwords": "password ",
    "password is": "my password is ",
    "assignments": "key=",
    "secrets in assignments": 'secret_key = "aZ3kL9qPx7" ',
    "curl": "curl -u a",
    "mysql": "mysql -p",
    "keys in pieces": "sk-aA1 bB2 ",
    "key heads": "AKIA",
    "tokens in three parts": "eyJhbGci.",
    "private keys": "-----BEGIN PRIVATE KEY-----",
    "manifests": "kind: Secret\ndata:\n  a: b\n",
    "number words": "one two five ",
    "number words, German": "eins zwei f\u00fcnf ",
    "number signs": "one dash dot ",
    "capitals": "A B C ",
    "capital words": "AB CD ",
    "names": "Mr. Smith ",
    "titles": "Dr. ",
    "streets": "12 Main Street, ",
    "postal codes": "SW1A 1AA ",
    "money": "$1,",
    "patients": "patient diagnosed with ",
    "base 64": "QUJD",
    "hexadecimal": "4a ",
    "hexadecimal in one piece": "4a",
    "bits": "01000001 ",
    "codes": "065 066 ",
    "percent signs": "%",
    "percent-encoding": "%41",
    "percent-encoded percent signs": "%25",
    "entities": "&#65;",
    "entities of ampersands": "&amp;",
    "escapes": "\\u0041",
    "quoted-printable": "=41",
    "tags": "<b>a</b>",
    "emphasis": "a**b**",
    "concatenation": 'a"+"',
    "comments": "/*",
    "leet": "p4ss",
    "letters for digits": "O0",
    "alternating": "aBaB ",
    "brackets": "([{",
    "nested quotes": '"\\"',
    "tabs": "\t",
    "line ends": "\n",
    "line ends and dashes": "-\n",
    "carriage returns": "\r\n",
    "no-break spaces": "\u00a0",
    "zero width": "\u200b",
    "zero width between digits": "4\u200b",
    "marks": "\u0301",
    "letters with marks": "e\u0301\u0302",
    "mixed scripts": "p\u0430y \u03c1al \u0440\u0430\u0443 ",
    "circled": "\u2460\u24d0",
    "mathematical": "\U0001d7d2\U0001d400 ",
    "wide digits": "\uff14\uff11",
    "Arabic": "\u0645\u0631\u062d\u0628\u0627 ",
    "Hebrew": "\u05e9\u05dc\u05d5\u05dd ",
    "overrides": "\u202eabc\u202c",
    "open overrides": "\u202e",
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "flags": "\U0001f1e9\U0001f1ea",
    "tag characters": "\U000e0041",
    "variation selectors": "a\ufe0f",
    "ideographs": "\u4e00\u4e8c\u4e09",
    "dotted capital I": "\u0130",
    "ligatures": "\ufb03",
    "one long form": "\ufdfa",
    "null": "\x00",
    "replacement": "\ufffd",
    "private use": "\ue000",
    "mail bait of tokens": "Gur naq uryyb@rknzcyr.pbz ",
    "hints": "card number account iban ssn phone ",
    "Chinese numbers": "\u56db\u4e00\u4e00",
    "JSON": '{"a":[1,"b"],',
    "CSV": "Smith,John,1980-01-02,536-22-1234\n",
    "ends of sentences": "a. A",
    "initials": "J. R. ",
    "roman": "IV ",
    "hashes": "d41d8cd98f00b204e9800998ecf8427e ",
    "UUIDs": "123e4567-e89b-12d3-a456-426614174000 ",
}  # fmt: skip
"""By name, what is repeated until a text has its length."""


def _repeated(part: str) -> Maker:
    return lambda length: (part * (length // len(part) + 1))[:length]


def symbols(length: int) -> str:
    """Random printable ASCII without spaces between: one token of symbols."""
    source = random.Random(length)
    return "".join(chr(source.randint(33, 126)) for _ in range(length))


def symbols_with_spaces(length: int) -> str:
    """Random printable ASCII with spaces."""
    source = random.Random(length + 1)
    return "".join(chr(source.randint(32, 126)) for _ in range(length))


def signs(length: int) -> str:
    """Random signs and digits from those that the rules look for."""
    source = random.Random(length + 2)
    return "".join(source.choices("0123456789 .-/:@=+()_%&#\\\"'", k=length))


def unicode_noise(length: int) -> str:
    """Random code points of the first plane but surrogates."""
    source = random.Random(length + 3)
    codes = (source.choice((source.randint(32, 0xD7FF), source.randint(0xE000, 0xFFFD)))
             for _ in range(length))  # fmt: skip
    return "".join(map(chr, codes))


def nested(length: int) -> str:
    """Brackets that all open before one closes."""
    return "[" * (length // 2) + "]" * (length - length // 2)


def base_64_of_base_64(length: int) -> str:
    """Words, four times in base 64."""
    data = b"my card is 4111 1111 1111 1111 and my password is Hunter2!x. "
    data *= length // (3 * len(data)) + 1
    for _ in range(4):
        data = base64.b64encode(data)
    return data.decode()[:length]


def percent_of_percent(length: int) -> str:
    """Words, percent-encoded whole, then their percent signs again."""
    words = "".join(f"%{ord(char):02X}" for char in "my ssn is 536-22-1234 ")
    once = urllib.parse.quote(words)
    return _repeated(once)(length)


def keys_of_json(length: int) -> str:
    """One JSON object of many keys."""
    count = max(1, length // 26)
    return json.dumps({f"customer_{i}": f"value {i * 7919}" for i in range(count)})[:length]


def minified(length: int) -> str:
    """JavaScript on one line."""
    source = random.Random(length + 4)
    parts = []
    size = 0
    while size < length:
        a, b, c = (source.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(3))
        number = source.randint(0, 99_999)
        parts.append(
            f'function {a}{b}({c}){{var {b}={c}["{a}{number}"]||"{b}{c}";return!{b}?'
            f"{c}.{a}({number}):{a}.{b}&&({c}=>{{{c}.key={b}+{number}}})}};"
        )
        size += len(parts[-1])
    return "".join(parts)[:length]


def table(length: int) -> str:
    """Rows of a table with separators, none of them anyone's."""
    source = random.Random(length + 5)
    rows = ["id,first,second,third,when"]
    size = 0
    while size < length:
        rows.append(
            f"{source.randint(1, 99_999)},{source.random():.4f},{source.randint(1, 10**9)},"
            f"{source.choice(('open', 'closed'))},2024-{source.randint(1, 12):02}-11"
        )
        size += len(rows[-1]) + 1
    return "\n".join(rows)[:length]


def log(length: int) -> str:
    """Lines of a server's log."""
    source = random.Random(length + 6)
    lines = []
    size = 0
    while size < length:
        lines.append(
            f"2024-11-{source.randint(1, 30):02}T12:{source.randint(0, 59):02}:07.123Z INFO "
            f"[worker-{source.randint(1, 9)}] GET /api/v1/items/{source.randint(1, 10**6)} "
            f"200 {source.randint(1, 999)}ms trace={source.randbytes(8).hex()}"
        )
        size += len(lines[-1]) + 1
    return "\n".join(lines)[:length]


MAKERS: Final[dict[str, Maker]] = {
    **{name: _repeated(part) for name, part in BAIT.items()},
    "one token": _repeated("x"),
    "one token of letters and digits": _repeated("aB3xK9"),
    "random symbols": symbols,
    "random symbols and spaces": symbols_with_spaces,
    "random signs": signs,
    "random code points": unicode_noise,
    "nested brackets": nested,
    "base 64 of base 64": base_64_of_base_64,
    "percent of percent": percent_of_percent,
    "keys of JSON": keys_of_json,
    "minified JavaScript": minified,
    "a table": table,
    "a log": log,
}
"""By name, what makes a text of a wanted length."""

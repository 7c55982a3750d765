"""What a candidate looks like, as numbers: of its value, of its name, of the line around it.

The same code makes the features for training and for judging, so that they cannot drift
apart. Three hashed bags of n-grams (value, name, line) are weighed by linear models inside
the ONNX graph; the numbers here go with their sums into its trees.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from itertools import pairwise
from typing import Final

from companion.detectors import secret_context as context
from companion.detectors.secret_candidates import Candidate

FEATURES: Final = "secret-dense-grams-v1"
"""Names the way in which features are made; a model trained on another is refused."""
BITS: Final = 13
GRAMS: Final = 96
"""N-grams kept of each of the three bags: the first ones."""
_VALUE_LIMIT: Final = 64
_LINE_LIMIT: Final = 160

_UUID: Final = re.compile(r"(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$")
_HEX: Final = re.compile(r"(?i)(?:0x)?[0-9a-f]+$")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]+={0,2}$")
_IDENTIFIER: Final = re.compile(r"[A-Za-z_$][\w$]*$")
_DOTTED: Final = re.compile(r"[A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*)+(?:\(.*)?$")
_CALL: Final = re.compile(r"[\w.$:>-]+\(")
_URL: Final = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}:/|www\.|/{1,2}[\w.-]+/|\.{1,2}/|[A-Z]:\\")
_FILE: Final = re.compile(
    r"(?i)[^\s]+\.(?:pem|key|crt|cer|json|ya?ml|txt|js|ts|py|java|p12|jks|xml|html?|png|svg|css|md|sh|cfg|conf|ini|toml|pub|keytab|php|rb|go)$"
)
_VERSION: Final = re.compile(r"[v^~>=<]*\d+\.\d+(?:\.\d+)?[\w.+-]*$")
_SPLIT: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_TEMPLATE: Final = re.compile(
    r"\$\{|\{\{|\{\w*\}|%[sdr(]|<%|\$\(|#\{|\$[A-Za-z_]|<[\w -]+>|@\w+@|%\w+%|\[\w+[ _-]\w+\]"
)
_WORDY: Final = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
_COMMENT: Final = re.compile(r"\s*(?:#|//|/?\*|--|<!--|;|%|REM\b|\"\"\")")
_CALLS: Final = re.compile(
    r"(?i)getenv|environ|process\.env|config|prompt|input|getpass|require|import|settings|props|params|request"
)
_TESTS: Final = re.compile(
    r"(?i)test|example|sample|mock|dummy|fake|stub|fixture|e\.g\.|expect|assert"
)
_NEIGHBOURS: Final = re.compile(r"(?i)user|login|host|email|url|server|port|database|account|admin")
_SEQUENCES: Final = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm 0987654321"
_TYPES: Final = frozenset(
    "string str int integer number bool boolean object array list char text varchar any void float"
    " bytes byte type password passwd pwd secret token key value null none nil true false undefined"
    " required optional missing invalid empty default self this".split()
)
_SEPARATORS: Final = ("=", ":", "=>", ":=", "==", "!=", "(", ",", ">", "", "value=", "value:")
_NAME_WORDS: Final = (
    "pass password passwd pwd pw passphrase passcode|secret secrets|token tokens|key keys|auth"
    "|cred credential credentials creds|salt|nonce|api|access|private|public pub|client|id ids uuid"
    " guid|name names|user username|url uri endpoint host|path file dir folder filename|hash digest"
    " checksum sha md5|length len size count min max limit|type kind mode|prefix suffix format"
    " pattern regex regexp|field label placeholder title message text hint help error errors msg"
    " description|reset forgot forgotten change confirm confirmation new old verify repeat|enabled"
    " required valid is has allow use should|expires expiry ttl timeout expiration lifetime|index"
    " primary foreign sort partition map cache|event keyboard code press down up shift ctrl|session"
    " cookie csrf xsrf|sign signature signing signed|encrypt encryption encrypted cipher aes iv"
    " crypto|db database mysql postgres redis mongo sql|admin root master|app application consumer"
    "|aws azure gcp google github slack stripe|jwt bearer oauth authorization|webhook hook|manager"
    " provider service handler store factory|hint reminder policy strength|basic|pin otp|test"
    " testing example|bot telegram discord|seed mnemonic|license licence|store vault ring chain"
).split("|")
_NAME_SETS: Final = tuple(frozenset(words.split()) for words in _NAME_WORDS)
_MARKS: Final = "./_-:@=+ \\$%&#!*{}()[]<>,;"


def dense(text: str, candidate: Candidate) -> list[float]:
    """Return the numbers for the model's trees."""
    value = text[candidate.start : candidate.end]
    line_start = text.rfind("\n", 0, candidate.name_start) + 1
    line_end = text.find("\n", candidate.end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[max(line_start, candidate.name_start - _LINE_LIMIT) : candidate.name_start]
    after = text[candidate.end : min(line_end, candidate.end + _LINE_LIMIT)]
    around = (
        text[max(0, line_start - _LINE_LIMIT) : line_start]
        + text[line_end : line_end + _LINE_LIMIT]
    )
    return [
        *_value(value),
        *_name(candidate.name, value),
        *_place(candidate, before, after),
        *_lines(before, after, around),
    ]


def _value(value: str) -> list[float]:
    short = value[:256]
    n = len(short)
    bits = context.entropy(short)
    kinds = [_class(c) for c in short]
    counts = Counter(kinds)
    return [
        float(min(len(value), 200)),
        *(counts[kind] / n for kind in "ludo"),
        float(sum(counts[kind] > 0 for kind in "ludo")),
        bits,
        bits / max(1.0, math.log2(n)),
        len(set(short)) / n,
        sum(a != b for a, b in pairwise(kinds)) / n,
        float(_longest(kinds, "l")),
        float(_longest(kinds, "d")),
        *_letters(short.lower()),
        float(short[0] in "$%<{[(@&*#!\\/."),
        float(short[-1] in ">)}]%;:.\\"),
        *(float(short.count(mark)) for mark in _MARKS),
        *(float(pattern.match(short) is not None) for pattern in _SHAPES),
        float(n in (32, 40, 56, 64, 96, 128)),
        float(n % 4 == 0),
        float(context.placeholder(short)),
        float(_TEMPLATE.search(short) is not None),
        float(_WORDY.search(short) is not None),
        float(not short.isascii()),
    ]


_SHAPES: Final = (
    _UUID, _HEX, _BASE64, _IDENTIFIER, _DOTTED, _CALL, _URL, _FILE, _VERSION,
)  # fmt: skip


def _class(character: str) -> str:
    if character.islower():
        return "l"
    if character.isupper():
        return "u"
    return "d" if character.isdigit() else "o"


def _longest(items: list[str], wanted: str) -> int:
    longest = run = 0
    for item in items:
        run = run + 1 if item == wanted else 0
        longest = max(longest, run)
    return longest


def _letters(low: str) -> list[float]:
    """Return how word-like the letters are: vowels, runs of consonants, rows of keys."""
    letters = [c for c in low if "a" <= c <= "z"]
    run = longest = 0
    for c in letters:
        run = 0 if c in "aeiouy" else run + 1
        longest = max(longest, run)
    rows = sum(low[i : i + 3] in _SEQUENCES for i in range(len(low) - 2)) / max(1, len(low) - 2)
    same = sum(a == b for a, b in pairwise(low)) / len(low)
    vowels = sum(c in "aeiouy" for c in letters) / max(1, len(letters))
    return [vowels, float(longest), rows, same]


def words(name: str) -> list[str]:
    """Return the lower-cased words of an identifier: `dbPassword_2` gives db, password, 2."""
    return [word.lower() for word in _SPLIT.findall(name[:128])]


def _name(name: str, value: str) -> list[float]:
    parts = words(name)
    last = parts[-1] if parts else ""
    inside = set(parts)
    value_words = set(words(value[:64]))
    low = value[:64].lower()
    common = len(inside & value_words)
    return [
        *(float(not inside.isdisjoint(group)) for group in _NAME_SETS),
        *(float(last in group) for group in _NAME_SETS[:17]),
        float(len(parts)),
        float(len(name)),
        float(name.isupper()),
        float(name[:1].isupper()),
        float("_" in name),
        float("." in name),
        float(" " in name),
        float("-" in name),
        common / max(1, len(value_words)),
        float(len(value_words)),
        float(low in _TYPES),
        *(
            float(word in low)
            for word in ("pass", "secret", "token", "key", "auth", "test", "admin")
        ),
        float(low.replace("_", "") == name.lower().replace("_", "")),
    ]


def _place(candidate: Candidate, before: str, after: str) -> list[float]:
    rest = after.lstrip("\"'`\\")[:1] or "\n"
    return [
        *(float(candidate.separator == separator) for separator in _SEPARATORS),
        float(candidate.separator.startswith(":") and candidate.separator.endswith("=")),
        float(candidate.quote == '"'),
        float(candidate.quote == "'"),
        float(candidate.quote == ""),
        float(candidate.wrapped),
        *(float(rest == mark) for mark in ",;)\n.[+ <}(&|?:"),
        float(before[-1:] in ('"', "'", "`") and before != ""),
        float(before[-1:] == "-"),
        float(before[-1:] in (".", ">", "$")),
        float(before.strip(" \t\"'`-$.") == ""),
    ]


def _lines(before: str, after: str, around: str) -> list[float]:
    line = before + after
    return [
        float(_COMMENT.match(before) is not None),
        float(len(before)),
        float(len(after)),
        float(len(before) - len(before.lstrip())),
        float(before.count(" ")),
        float(after.count(" ")),
        float(sum(line.count(quote) for quote in "\"'")),
        float(_CALLS.search(line) is not None),
        float(_TESTS.search(line) is not None),
        float(_NEIGHBOURS.search(line) is not None),
        float(_NEIGHBOURS.search(around) is not None),
        float(_TESTS.search(around) is not None),
        float("://" in line),
        float("<" in before),
        float(after.rstrip().endswith(";")),
        float(after.rstrip().endswith((",", "{"))),
        float(sum(after.count(mark) for mark in "()")),
    ]


def bags(text: str, candidate: Candidate) -> tuple[list[int], list[int], list[int]]:
    """Return the hashed n-grams of the value, of the name and of the line."""
    line_start = max(text.rfind("\n", 0, candidate.name_start) + 1, candidate.name_start - 60)
    line_end = text.find("\n", candidate.end, candidate.end + 60)
    line_end = candidate.end + 60 if line_end < 0 else line_end
    line = text[line_start : candidate.name_start] + " \0 " + text[candidate.end : line_end]
    value = text[candidate.start : min(candidate.end, candidate.start + _VALUE_LIMIT)]
    return _value_grams(value), _name_grams(candidate.name), _line_grams(line)


def _hashed(items: list[str]) -> list[int]:
    mask = 2**BITS - 1
    return sorted({zlib.crc32(item.encode("utf-8", "replace")) & mask for item in items[:GRAMS]})


def _value_grams(value: str) -> list[int]:
    low = "^" + value.lower().translate(_DIGITS) + "$"
    items = [low] + words(value)
    items += [low[i : i + 3] for i in range(len(low) - 2)]
    items += ["2" + low[i : i + 2] for i in range(len(low) - 1)]
    return _hashed(items)


def _name_grams(name: str) -> list[int]:
    parts = words(name)
    items = [f"w{part}" for part in parts] + [f"{a} {b}" for a, b in pairwise(parts)]
    items += ["l" + part for part in parts[-1:]] + ["f" + part for part in parts[:1]]
    low = "".join(parts)
    return _hashed(items + [low[i : i + 4] for i in range(len(low) - 3)])


def _line_grams(line: str) -> list[int]:
    items = re.findall(r"\w+|[^\w\s]", line.lower())
    return _hashed([*items, *(f"{a} {b}" for a, b in pairwise(items))])


_DIGITS: Final = str.maketrans("123456789", "000000000")
_PROBE: Final = Candidate(
    start=2, end=5, name="a", name_start=0, separator="=", quote="", wrapped=False
)
SIZE: Final = len(dense("a=bcd", _PROBE))
"""How many numbers `dense` returns."""

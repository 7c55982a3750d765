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

import msgspec

from companion.detectors import secret_context as context
from companion.detectors.secret_candidates import Candidate

FEATURES: Final = "secret-dense-grams-v2"
"""Names the way in which features are made; a model trained on another is refused."""
BITS: Final = 13
GRAMS: Final = 96
"""N-grams kept of each of the three bags: the first ones."""
VALUE_LIMIT: Final = 160
LINE_LIMIT: Final = 160

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
_CALLS: Final = (
    "getenv", "environ", "process.env", "config", "prompt", "input", "getpass", "require", "import",
    "settings", "props", "params", "request",
)  # fmt: skip
_TESTS: Final = (
    "test", "example", "sample", "mock", "dummy", "fake", "stub", "fixture", "e.g.", "expect",
    "assert",
)  # fmt: skip
_NEIGHBOURS: Final = (
    "user", "login", "host", "email", "url", "server", "port", "database", "account", "admin",
)  # fmt: skip
_SEQUENCES: Final = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm 0987654321"
_TYPE_WORDS: Final = """
    string str int integer number bool boolean object array list char text varchar any void float
    bytes byte type password passwd pwd secret token key value null none nil true false undefined
    required optional missing invalid empty default self this
"""
_TYPES: Final = frozenset(_TYPE_WORDS.split())
_SEPARATORS: Final = ("=", ":", "=>", ":=", "==", "!=", "(", ",", ">", "", "value=", "value:")
_NAME_GROUPS: Final = (
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
)
_NAME_WORDS: Final = tuple(_NAME_GROUPS.split("|"))
_NAME_PLACES: Final = {
    word: place for place, words in enumerate(_NAME_WORDS) for word in words.split()
}
_LAST_PLACES: Final = 17
"""Of the groups of words, the first say most where they stand last in a name."""
_MARKS: Final = "./_-:@=+ \\$%&#!*{}()[]<>,;"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """All of a candidate and its surroundings that the features are made of.

    Attributes:
        value: The value's first `VALUE_LIMIT` characters.
        length: Of the whole value.
        name: The name that it is given to.
        separator: What stands between.
        quote: The value's opening quote.
        wrapped: Whether it stands inside a call or behind other words.
        before: What stands before the name in its line, as far as it is read.
        after: What stands behind the value in its line.
        around: The ends of the lines above and below that are nearest.
    """

    value: str
    length: int
    name: str
    separator: str
    quote: str
    wrapped: bool
    before: str
    after: str
    around: str


def place(text: str, candidate: Candidate) -> Place:
    """Cut a candidate with its surroundings out of a text."""
    start, end = candidate.name_start, candidate.end
    line_start = text.rfind("\n", max(0, start - LINE_LIMIT), start) + 1
    line_start = line_start or max(0, start - LINE_LIMIT)
    line_end = text.find("\n", end, end + LINE_LIMIT)
    line_end = line_end if line_end >= 0 else min(len(text), end + LINE_LIMIT)
    above = text[max(0, line_start - LINE_LIMIT) : line_start]
    return Place(
        value=text[candidate.start : min(end, candidate.start + VALUE_LIMIT)],
        length=min(end - candidate.start, 200),
        name=candidate.name,
        separator=candidate.separator,
        quote=candidate.quote,
        wrapped=candidate.wrapped,
        before=text[line_start:start],
        after=text[end:line_end],
        around=above + text[line_end : line_end + LINE_LIMIT],
    )


def dense(at: Place) -> list[float]:
    """Return the numbers for the model's trees."""
    return [
        *_value(at.value, at.length),
        *_name(at.name, at.value),
        *_place(at),
        *_lines(at.before, at.after, at.around),
    ]


def _value(short: str, length: int) -> list[float]:
    n = len(short)
    counts = Counter(short)
    bits = -sum(count / n * math.log2(count / n) for count in counts.values())
    kinds = _kinds(short)
    runs = kinds[:1] + "".join(b for a, b in pairwise(kinds) if a != b)
    return [
        float(length),
        *(kinds.count(kind) / n for kind in "ludo"),
        float(sum(kind in kinds for kind in "ludo")),
        bits,
        bits / max(1.0, math.log2(n)),
        len(counts) / n,
        (len(runs) - 1) / n,
        float(_longest(kinds, "l")),
        float(_longest(kinds, "d")),
        *_letters(short.lower()),
        float(short[0] in "$%<{[(@&*#!\\/."),
        float(short[-1] in ">)}]%;:.\\"),
        *(float(counts[mark]) for mark in _MARKS),
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


_CLASSES: Final = {
    code: "u" if chr(code).isupper() else "l" if chr(code).isalpha() else "d" if chr(code).isdigit()
    else "o"
    for code in range(128)
}  # fmt: skip


def _kinds(value: str) -> str:
    """Return the class of each character: lower, upper, digit or other."""
    kinds = value.translate(_CLASSES)
    return kinds if value.isascii() else "".join(k if k in "ludo" else "l" for k in kinds)


def _longest(kinds: str, wanted: str) -> int:
    """Return the length of the longest run of one class."""
    return max(map(len, re.findall(f"{wanted}+", kinds)), default=0)


_CONSONANTS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]+")
_NO_LETTERS: Final = re.compile(r"[^a-z]+")


def _letters(low: str) -> list[float]:
    """Return how word-like the letters are: vowels, runs of consonants, rows of keys."""
    letters = _NO_LETTERS.sub("", low)
    longest = max(map(len, _CONSONANTS.findall(letters)), default=0)
    short = low[:48]
    rows = sum(short[i : i + 3] in _SEQUENCES for i in range(len(short) - 2))
    same = sum(a == b for a, b in pairwise(short)) / len(short)
    vowels = sum(map(letters.count, "aeiouy")) / max(1, len(letters))
    return [vowels, float(longest), rows / max(1, len(short) - 2), same]


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
    groups = [0.0] * len(_NAME_WORDS)
    for part in inside & _NAME_PLACES.keys():
        groups[_NAME_PLACES[part]] = 1.0
    ending = [0.0] * _LAST_PLACES
    if _NAME_PLACES.get(last, _LAST_PLACES) < _LAST_PLACES:
        ending[_NAME_PLACES[last]] = 1.0
    return [
        *groups,
        *ending,
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


def _place(at: Place) -> list[float]:
    rest = at.after.lstrip("\"'`\\")[:1] or "\n"
    return [
        *(float(at.separator == separator) for separator in _SEPARATORS),
        float(at.separator.startswith(":") and at.separator.endswith("=")),
        float(at.quote == '"'),
        float(at.quote == "'"),
        float(at.quote == ""),
        float(at.wrapped),
        *(float(rest == mark) for mark in ",;)\n.[+ <}(&|?:"),
        float(at.before[-1:] in ('"', "'", "`") and at.before != ""),
        float(at.before[-1:] == "-"),
        float(at.before[-1:] in (".", ">", "$")),
        float(at.before.strip(" \t\"'`-$.") == ""),
    ]


def _lines(before: str, after: str, around: str) -> list[float]:
    line = before + after
    low, low_around = line.lower(), around.lower()
    return [
        float(_COMMENT.match(before) is not None),
        float(len(before)),
        float(len(after)),
        float(len(before) - len(before.lstrip())),
        float(before.count(" ")),
        float(after.count(" ")),
        float(sum(line.count(quote) for quote in "\"'")),
        _any(_CALLS, low),
        _any(_TESTS, low),
        _any(_NEIGHBOURS, low),
        _any(_NEIGHBOURS, low_around),
        _any(_TESTS, low_around),
        float("://" in line),
        float("<" in before),
        float(after.rstrip().endswith(";")),
        float(after.rstrip().endswith((",", "{"))),
        float(sum(after.count(mark) for mark in "()")),
    ]


def _any(pieces: tuple[str, ...], low: str) -> float:
    return float(any(piece in low for piece in pieces))


def bags(at: Place) -> tuple[list[int], list[int], list[int]]:
    """Return the hashed n-grams of the value, of the name and of the line."""
    line = f"{at.before[-60:]} \0 {at.after[:60]}"
    return _value_grams(at.value[:64]), _name_grams(at.name), _line_grams(line)


def _hashed(items: list[str]) -> list[int]:
    mask = 2**BITS - 1
    return sorted({zlib.crc32(item.encode("utf-8", "replace")) & mask for item in items[:GRAMS]})


def _value_grams(value: str) -> list[int]:
    low = "^" + value.lower().translate(_DIGITS) + "$"
    items = [low, *words(value)]
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
SIZE: Final = len(dense(place("a=bcd", _PROBE)))
"""How many numbers `dense` returns."""

"""Reads numbers, addresses and names that are spelled out in words.

A row of number words becomes digits only where one language explains all of them, where it
is longer than what people say in passing, and where it is no counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from companion import numerals
from companion.stretches import Source, Stretch

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n")
_FILLERS: Final = frozenset((*",-\n;.'\"()", "and", "then", "und", "et", "y", "e", "en"))
_MIN_WORDS: Final = 4
_MIN_DIGITS: Final = 6
_SHORT: Final = re.compile(r"(?i)\b(?:pin|code|cvv|cvc|passcode|password|ssn|last four)\b")
_LONGEST: Final = 4
"""So many words one number has at most (quatre-vingt-dix-sept)."""
_JOINTS: Final = frozenset(".-_/:@")
_NAMES: Final = frozenset(
    ("iban", "id", "ip", "ssn", "nhs", "pin", "mrn", "dni", "nif", "bsn", "vat", "cvv", "nir", "i")
)
"""Abbreviations that stand before a value and are no part of it."""
_LEADS: Final = (
    *(
        "ghp",
        "gho",
        "ghu",
        "ghs",
        "ghr",
        "github",
        "sk",
        "rk",
        "xoxb",
        "xoxp",
        "npm",
        "hf",
        "glpat",
    ),
    *("http", "https", "postgres", "postgresql", "mysql", "mongodb", "redis", "ftp"),
)
"""What keys and addresses begin with that have a sign next."""
_FIRST: Final = frozenset(
    (
        *(word.split("_")[0] for table in numerals.NUMBERS.values() for word in table),
        *numerals.LETTERS,
        *numerals.REPEATS,
        *_LEADS,
    )
)
"""Words with which a row can begin."""
_TRIGGER: Final = re.compile(b"\1\1\1|\1\0\1\0\1\0\1")
_CHINESE: Final = re.compile(
    "[\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d]{7,}"
)
_AT_WORD: Final = "(?:at|\xe4t|at sign|arobase|arroba|chiocciola|apenstaartje|klammeraffe)"
_DOT_WORD: Final = "(?:dot|punkt|punto|ponto|point|punt)"
_AT: Final = (
    rf"(?i:\s{{0,2}}[\[({{<]\s?(?:{_AT_WORD}|@)\s?[\])}}>]\s{{0,2}}"
    rf"|\s{{1,2}}{_AT_WORD}\s{{1,2}}|[_-]at[_-]|(?-i:AT))"
)
_DOT: Final = (
    rf"(?i:\s{{0,2}}[\[({{<]\s?(?:{_DOT_WORD}|\.)\s?[\])}}>]\s{{0,2}}"
    rf"|\s{{1,2}}{_DOT_WORD}\s{{1,2}}|[_-]dot[_-]|(?-i:DOT))"
)
_MAIL: Final = re.compile(
    rf"(?<![\w.+-])[A-Za-z0-9][\w.+-]{{0,40}}?(?:{_DOT}[A-Za-z0-9]{{1,40}}?){{0,3}}"
    rf"(?P<at>{_AT}|\s?@\s?)[A-Za-z0-9][A-Za-z0-9-]{{0,40}}?"
    rf"(?:(?:{_DOT}|\.)[A-Za-z0-9]{{2,40}}?){{1,4}}(?![A-Za-z0-9_]|-\w)"
)
_DOT_SIGN: Final = re.compile(_DOT)
_MAIL_WORDS: Final = re.compile(
    r"(?i)\b(?:e-?mails?|mail|write|reach|contact|address|schreib\w*)\b"
)
_DOT_WORDS: Final = frozenset((b"dot", b"punkt", b"punto", b"ponto", b"point", b"punt"))
_AT_WORDS: Final = frozenset(
    (b"at", b"?t", b"arobase", b"arroba", b"chiocciola", b"apenstaartje", b"klammeraffe")
)
_AT_TRACES: Final = (
    b"[at",
    b"(at",
    b"{at",
    b"<at",
    b"[@",
    b"(@",
    b"[ at",
    b"( at",
    b"dotcom",
    b"_dot_",
)
_PLAIN_AT: Final = re.compile(rb" at [\w-]{1,60}\.[a-z]{2}")


class _Word(NamedTuple):
    """A word with its form for the tables."""

    plain: str
    raw: str
    start: int
    end: int


class _Item(NamedTuple):
    """What one or several words of a row stand for."""

    text: str
    start: int
    end: int
    width: int
    value: int | None = None
    letter: bool = False
    literal: bool = False


def digits(source: Source) -> Iterator[Stretch]:
    """Digits, signs and letters in words: *four one one one*, *double five*, *dash*."""
    if not source.text.isascii():
        yield from _chinese(source.text)
    if _TRIGGER.search(bytes(map(numerals.TRIGGERS.__contains__, source.words))):
        yield from _rows(_words(source.text), source.text)


def _chinese(text: str) -> Iterator[Stretch]:
    for match in _CHINESE.finditer(text):
        places = [(index, index + 1) for index in range(*match.span())]
        yield Stretch(*match.span(), match.group().translate(numerals.CHINESE), places)


def _words(text: str) -> list[_Word]:
    """Return the words and signs; a hyphen between two words is left out."""
    found = [
        _Word(numerals.plain(match.group()), match.group(), *match.span())
        for match in _TOKEN.finditer(text)
    ]
    return [
        word
        for place, word in enumerate(found)
        if word.raw != "-" or not _hyphen(found[max(0, place - 1) : place + 2])
    ]


def _hyphen(around: list[_Word]) -> bool:
    if len(around) < 3:
        return False
    first, sign, second = around
    return first.end == sign.start and sign.end == second.start and first.raw.isalpha()


def _rows(words: list[_Word], text: str) -> Iterator[Stretch]:
    place = 0
    while place < len(words):
        if words[place].plain not in _FIRST and not words[place].raw.isupper():
            place += 1
            continue
        row, place = _row(words, place)
        stretch = _value(row, text)
        if stretch:
            yield stretch


def _row(words: list[_Word], place: int) -> tuple[list[_Item], int]:
    """Read as many items as follow each other in one language; at least go one word on."""
    languages = frozenset(numerals.NUMBERS)
    row: list[_Item] = []
    while place < len(words):
        item, languages = _item(words, place, languages)
        if item is None and _goes_on(words, place, row):
            item = _literal(words[place])
        if item is not None and item.literal and not (row or _goes_on(words, place, row)):
            item = None
        if item is not None and (row or item.value is not None or item.letter or item.literal):
            row.append(item)
            place += item.width
        elif row and words[place].plain in _FILLERS:
            place += 1
        else:
            break
    if place < len(words) and words[place].plain in numerals.MAGNITUDES:
        row = []
    return row, place if row else place + 1


def _goes_on(words: list[_Word], place: int, row: list[_Item]) -> bool:
    """Say whether a word within or before a row belongs to it: `ghp`, `mK` of a key."""
    word = words[place]
    if not (word.raw.isascii() and word.raw.isalnum()):
        return False
    if any(item.literal for item in row) and row[-1].text in _JOINTS:
        return True
    if sum(item.literal for item in row) > 2 and not (word.raw.islower() or word.raw.istitle()):
        return True
    follower = words[place + 1].plain if place + 1 < len(words) else ""
    spoken = follower in numerals.SIGNS or any(follower in t for t in numerals.NUMBERS.values())
    leads = word.raw.isupper() and word.plain not in _NAMES
    return spoken and (bool(row) or leads or word.raw in _LEADS)


def _literal(word: _Word) -> _Item:
    return _Item(word.raw, word.start, word.end, 1, literal=True)


def _item(
    words: list[_Word], place: int, languages: frozenset[str]
) -> tuple[_Item | None, frozenset[str]]:
    word = words[place]
    count = numerals.REPEATS.get(word.plain, 1)
    number, spoken = _number(words, place + (count > 1), languages)
    if number is not None:
        width = number.width + (count > 1)
        return number._replace(start=word.start, text=number.text * count, width=width), spoken
    return _other(word), languages


def _number(
    words: list[_Word], place: int, languages: frozenset[str]
) -> tuple[_Item | None, frozenset[str]]:
    """Return the longest number at `place` with the languages in which it is one."""
    for width in range(_LONGEST, 0, -1):
        parts = words[place : place + width]
        name = "_".join(part.plain for part in parts)
        spoken = frozenset(lang for lang in languages if name in numerals.NUMBERS[lang])
        if spoken and len(parts) == width:
            value = numerals.NUMBERS[min(spoken)][name]
            return _Item(str(value), parts[0].start, parts[-1].end, width, value), spoken
    return None, languages


def _other(word: _Word) -> _Item | None:
    """Return what a word that is no number adds to a row, or None where it ends the row."""
    if word.plain in numerals.LETTERS:
        return _Item(numerals.LETTERS[word.plain], word.start, word.end, 1, letter=True)
    if word.plain in numerals.SIGNS:
        return _Item(numerals.SIGNS[word.plain], word.start, word.end, 1)
    if len(word.raw) <= 4 and word.raw.isupper():
        return _literal(word)
    if word.raw.isdecimal() or word.raw in "+/@_":
        return _Item(word.raw, word.start, word.end, 1)
    return None


def _value(row: list[_Item], text: str) -> Stretch | None:
    """Return a row as a value, if it is long enough and no counting."""
    mixed = sum(item.literal for item in row) > 2
    while row and row[-1].value is None and not row[-1].letter:
        if row[-1].literal and (mixed or (len(row[-1].text) == 1 and row[-1].text not in "AI")):
            break
        row = row[:-1]
    values = [item.value for item in row if item.value is not None]
    letters = sum(item.letter for item in row)
    count = sum(char.isdigit() for item in row for char in item.text)
    counting = (
        not letters
        and not any(item.literal for item in row)
        and len({b - a for a, b in pairwise(values)}) == 1
    )
    if counting or len(values) + letters < _MIN_WORDS:
        return None
    if (
        not mixed
        and count + letters < _MIN_DIGITS
        and not _SHORT.search(text, max(0, row[0].start - 40), row[0].start)
    ):
        return None
    places = [(item.start, item.end) for item in row for _ in item.text]
    return Stretch(row[0].start, row[-1].end, "".join(item.text for item in row), places)


def mail(source: Source) -> Iterator[Stretch]:
    """E-mail addresses with words for their signs: *name at example dot com*, *[at]*."""
    if not _may_hold_mail(source):
        return
    for match in _MAIL.finditer(source.text):
        if _is_address(source.text, match):
            yield _address(match)


def _may_hold_mail(source: Source) -> bool:
    if source.vocabulary & _DOT_WORDS and (b"@" in source.bytes or source.vocabulary & _AT_WORDS):
        return True
    lower = source.lower
    if b"DOT" in source.bytes and b"AT" in source.bytes:
        return True
    return any(trace in lower for trace in _AT_TRACES) or _PLAIN_AT.search(lower) is not None


def _is_address(text: str, match: re.Match[str]) -> bool:
    sign = match.group("at")
    if sign.strip(" ").lower() not in {"at", "@"}:
        return True
    name, host = text[match.start() : match.start("at")], text[match.end("at") : match.end()]
    if _DOT_SIGN.search(host) or _DOT_SIGN.search(name):
        return True
    if sign == "@":
        return False
    spoken = any(char in name for char in "._+") or any(char.isdigit() for char in name)
    before = max(0, match.start() - 60)
    return spoken or _MAIL_WORDS.search(text, before, match.start()) is not None


def _address(match: re.Match[str]) -> Stretch:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    last = match.start()
    signs = [(found.span(), ".") for found in _DOT_SIGN.finditer(*_bounds(match))]
    signs.append((match.span("at"), "@"))
    for (start, end), sign in sorted(signs):
        if start < last:
            continue
        chars.extend(match.string[last:start])
        places.extend((index, index + 1) for index in range(last, start))
        chars.append(sign)
        places.append((start, end))
        last = end
    chars.extend(match.string[last : match.end()])
    places.extend((index, index + 1) for index in range(last, match.end()))
    return Stretch(match.start(), match.end(), "".join(chars), places)


def _bounds(match: re.Match[str]) -> tuple[str, int, int]:
    return match.string, match.start(), match.end()

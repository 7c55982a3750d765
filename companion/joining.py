"""Takes out the separators that were put between the characters or groups of a value.

A table of numbers, a matrix, a row of scores: joined, one number in ten would pass for a
card by chance. So digits are joined only where they are written like one value: one
separator throughout, equal or customary groups, no series, no list of many, and, where the
separator is one that lists have, words before it that announce a value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from companion.stretches import Source, Stretch

_SPACED: Final = re.compile(
    r"(?<![^\W_])[^\W_](?P<gap>[\W_]{1,5})(?:[^\W_](?P=gap)[^\W_]|[^\W_]?(?P=gap)\W(?P=gap)[^\W_])"
    r"(?=(?P=gap))"
)
_MIN_CHARACTERS: Final = 7
_MAX_CHARACTERS: Final = 2_000
_GROUP: Final = r"(?=[^\W_]{0,7}\d|[A-Z]{2,8}(?![^\W_]))[^\W_]{2,8}"
_GROUPED: Final = re.compile(
    rf"(?<![^\W_]){_GROUP}(?P<gap>[^\w\\%&=#;]{{1,3}}|_){_GROUP}(?:(?P=gap){_GROUP}){{0,24}}"
    r"(?:(?P=gap)\d)?(?![^\W_])"
)
_CUSTOMARY: Final = frozenset(
    {(4, 4, 4, 4), (4, 6, 5), (3, 2, 4), (3, 3, 4), (3, 3, 3), (3, 4, 4), (2, 2, 2, 2, 2)}
)
"""Sizes of the groups in which cards, social security and phone numbers are written."""
_DASHED: Final = frozenset({(3, 2, 4), (3, 3, 4)})
"""Of these, the ones that keep a hyphen between their groups."""
_LISTING: Final = frozenset(" \t\n,;|")
"""Separators that tables and lists have, too."""
_HINT: Final = re.compile(
    r"(?i)\b(?:cards?|visa|master ?card|amex|credit|debit|account|acct|konto|iban|ssn|social"
    r"|phone|tel|telephone|telefon\w*|t\xe9l\w*|call|ring|mobile|cell|whatsapp|numbers?"
    r"|nummer|num\xe9ro|n\xfamero|numero|n[ro]\.?|passport|pass(?:word|code|phrase)|key|token"
    r"|secret|nhs|licen[cs]e|bsn|nif|nie|cpf|vat|tax|id|pin|code|mrn|record|wallet)\b"
)
_HINT_REACH: Final = 80


def spaced(source: Source) -> Iterator[Stretch]:
    """Values with the same separator between every two characters."""
    shape = b" " + source.shape + b" "
    if not any(sign in shape for sign in _SPACED_SIGNS):
        return
    runs = [run for run in _spaced_runs(source.text) if len(run.text) >= _MIN_CHARACTERS]
    lengths = Counter(len(run.text) for run in runs if run.text.isdigit())
    for run in runs:
        listed = run.text.isdigit() and lengths[len(run.text)] > 2
        if _one_value(source.text, run) and not listed:
            yield run


_SPACED_SIGNS: Final = (b" a a ", b"  a  ")


def _spaced_runs(text: str) -> Iterator[Stretch]:
    position = 0
    while match := _SPACED.search(text, position):
        run = _spaced_run(text, match.start(), match.group("gap"), position)
        yield run
        position = run.end


def _spaced_run(text: str, start: int, gap: str, floor: int) -> Stretch:
    """Follow a run as far as its separator stands after every character.

    Where the character itself is missing, the value had the separator there: `a - - - b`.
    """
    start = _opening(text, start, gap, floor)
    chars, places, position = [text[start]], [(start, start + 1)], start + 1
    while text.startswith(gap, position) and len(chars) < _MAX_CHARACTERS:
        follower = position + len(gap)
        if follower >= len(text) or (text[follower] in "\r\n" and "\n" not in gap):
            break
        if not text.startswith(gap, follower + 1) and (
            text[follower].isspace() or _starts_word(text, follower)
        ):
            break
        chars.append(text[follower])
        places.append((follower, follower + 1))
        position = follower + 1
    return Stretch(start, position, "".join(chars), places)


def _opening(text: str, start: int, gap: str, floor: int) -> int:
    """Go back over what a run begins with before its first letters, as in `+ 4 9` or `s k -`.

    What stands before `floor` belongs to the run before.
    """
    step = len(gap) + 1
    floor = max(floor, start - 32 * step)
    while start - step >= floor and text.startswith(gap, start - len(gap)):
        char = text[start - step]
        before = text[start - step - 1 : start - step]
        if char in "\r\n" or (before.isalnum() and char.isalnum()):
            break
        if char in "aAI" and gap == " " and not text.startswith(gap, start - step - len(gap) - 1):
            break
        if gap == " " and not before.isspace() and before:
            break
        start -= step
    return start


def _starts_word(text: str, index: int) -> bool:
    return text[index].isalnum() and index + 1 < len(text) and text[index + 1].isalnum()


def _one_value(text: str, run: Stretch) -> bool:
    """Say whether joined characters are written like one value rather than like a list."""
    if not run.text.isdigit():
        return True
    if _is_series(run.text) or len(run.text) > 40 or set(run.text) <= {"0", "1"}:
        return False
    gap = text[run.start + 1]
    return gap not in _LISTING - {" "} or _announced(text, run.start)


def _is_series(digits: str) -> bool:
    """Say whether digits count up or down, or repeat one step."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return len(steps) == 1


def _announced(text: str, start: int) -> bool:
    """Say whether the words before `start` name a kind of value."""
    return _HINT.search(text, max(0, start - _HINT_REACH), start) is not None


def grouped(source: Source) -> Iterator[Stretch]:
    """Values cut into groups by one separator throughout."""
    capitals = any(sign in source.capitals for sign in _CAPITAL_SIGNS)
    if not capitals and not _DIGIT_SIGNS.search(source.text):
        return
    for match in _GROUPED.finditer(source.text):
        stretch = _joined_groups(source.text, match)
        if stretch:
            yield stretch


_CAPITAL_SIGNS: Final = tuple((b" " * gap).join([b"AA"] * 3) for gap in (1, 2, 3))
_DIGIT_SIGNS: Final = re.compile(
    r"\d(?:(?P<gap>[^\w-]{1,3}|_)\d{2,8}(?P=gap)\d|(?P<dash> ?- ?)(?:\d{2,8}(?P=dash)){2}\d)"
)


def _joined_groups(text: str, match: re.Match[str]) -> Stretch | None:
    gap = match.group("gap")
    groups = match.group().split(gap)
    sizes = tuple(map(len, groups))
    joined = "".join(groups)
    if not joined.isascii() or not any(char.isdigit() for char in joined):
        return None
    fits = _digits_fit if joined.isdigit() else _letters_fit
    if not fits(text, match.start(), gap, groups):
        return None
    keep = "-" if joined.isdigit() and sizes in _DASHED else ""
    return _with_places(match.start(), groups, len(gap), keep)


def _digits_fit(text: str, start: int, gap: str, groups: list[str]) -> bool:
    sizes = tuple(map(len, groups))
    if len(groups) > 10 or not 7 <= sum(sizes) <= 34 or _usual(gap, sizes):
        return False
    if sizes not in _CUSTOMARY and not (_even(sizes) and len(sizes) > 3):
        return False
    if gap == "." and len(sizes) == 4 and max(sizes) < 4:
        return False
    if text[start - 1 : start] == "." or _counts(groups):
        return False
    return _announced(text, start) or (sizes in _CUSTOMARY and not set(gap) & _LISTING)


def _usual(gap: str, sizes: tuple[int, ...]) -> bool:
    """Say whether the patterns know this way of writing anyway."""
    return (gap == "-" and sizes in _DASHED) or (gap in {" ", "-"} and sizes == (4, 4, 4, 4))


def _letters_fit(text: str, start: int, gap: str, groups: list[str]) -> bool:
    sizes = tuple(map(len, groups))
    if ":" in gap or "\n\n" in gap or len(sizes) < 3 or not _even(sizes):
        return False
    if set(gap) & _LISTING:
        return _announced(text, start) or (groups[0][:2].isalpha() and groups[0][2:].isdigit())
    return True


def _even(sizes: tuple[int, ...]) -> bool:
    """Say whether all groups but the last are of one size, and the last no larger."""
    return len(set(sizes[:-1])) == 1 and sizes[-1] <= sizes[0]


def _counts(groups: list[str]) -> bool:
    """Say whether the numbers rise or fall by one step throughout."""
    values = [int(group) for group in groups]
    steps = {second - first for first, second in pairwise(values)}
    return len(steps) == 1 and steps != {0}


def _with_places(start: int, groups: list[str], gap: int, keep: str) -> Stretch:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    position = start
    for group in groups:
        if chars and keep:
            chars.append(keep)
            places.append((position - gap, position))
        chars.extend(group)
        places.extend((index, index + 1) for index in range(position, position + len(group)))
        position += len(group) + gap
    return Stretch(start, position - gap, "".join(chars), places)

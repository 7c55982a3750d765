"""Numbers that name somebody or something: each by its shape, its checksum and its words.

A run of tokens gives a shape (`999-99-9999`, `AA999999A`), and the shape the numbers that it
may be. A number is sure where its checksum is strong or a word of its own stands near; the
nearest known word decides between two numbers of one shape, and against both where it speaks
of something else (an order, a version).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from companion.detectors import checks
from companion.detectors.scan import Reading, Span, finding
from companion.values import Finding


class Identifier(msgspec.Struct, frozen=True, kw_only=True):
    """One number that may stand in a text.

    Attributes:
        kind: The kind of its findings.
        shapes: Its forms, separated by commas: 9 a digit, A a letter, signs as they are.
        words: Words that speak of it, lower case, separated by spaces.
        check: Says whether the letters and digits, in upper case, can be one.
        bare: Score without a word near; 0 where it then means nothing.
        near: Score with one.
        exact: Whether `check` needs the value's own case.
    """

    kind: str
    shapes: str
    words: str
    check: Callable[[str], bool] | None = None
    bare: float = 0.0
    near: float = 0.95
    exact: bool = False


_SHAPE: Final = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(65, 91)), "A"),
        **dict.fromkeys(map(chr, range(97, 123)), "A"),
        **dict.fromkeys("0123456789", "9"),
    }
)
_COMPACT: Final = re.compile(r"[^A-Za-z0-9]+")
_GAP: Final = re.compile(r"\s{0,3}[-./_:+]{0,3}\s{0,3}")
_JOINED: Final = frozenset("-_./\\@#%&=~:$")
_MAX_TOKENS: Final = 8
_MAX_LENGTH: Final = 48
_SETTLED: Final = 0.7
"""A score from which nothing else is looked for in the same tokens."""
_CERTAIN: Final = 0.95
"""A score without context from which no word near speaks against it."""

_OTHER_TEXT: Final = """
    order orders tracking invoice invoices isbn issn doi version versions release build port error
    ticket issue commit line page pages figure section equation hash uuid guid hex timestamp
    population serial sku barcode ean upc model part batch lot edition volume chapter dataset
    bestellung bestellnummer rechnung rechnungsnummer sendungsnummer commande facture pedido
    factura fatura encomenda ordine fattura bestelling factuur byte bytes pixel pixels seed
"""
OTHER: Final = frozenset(_OTHER_TEXT.split())
"""Words that say that a number is something harmless."""


class Candidate(msgspec.Struct, frozen=True):
    """A run of tokens whose shape is that of some identifier."""

    start: int
    end: int
    compact: str
    identifiers: tuple[Identifier, ...]


class Identifiers:
    """Finds the identifiers of a table in a reading.

    Attributes:
        words: The vocabulary that the reading must know.
    """

    def __init__(self, table: tuple[Identifier, ...], stop: frozenset[str] = frozenset()) -> None:
        self._stop = OTHER | stop
        shapes: dict[str, list[Identifier]] = {}
        for item in table:
            for shape in item.shapes.split(","):
                shapes.setdefault(shape.strip(), []).append(item)
        self._shapes = {shape: tuple(items) for shape, items in shapes.items()}
        self._heads = frozenset(shape[:size] for shape in shapes for size in range(1, 49))
        self._words = {id(item): frozenset(item.words.split()) for item in table}
        self.words = frozenset(word for words in self._words.values() for word in words) | OTHER

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Yield the identifiers of a text; where one lies within a longer one, the longer."""
        done = 0
        for index in range(len(reading.tokens)):
            if reading.tokens[index][0] < done:
                continue
            for candidate in reversed(self._candidates(reading, index)):
                found = self._judge(reading, candidate)
                yield from found
                if any(item.score >= _SETTLED for item in found):
                    done = candidate.end
                    break

    def _candidates(self, reading: Reading, index: int) -> list[Candidate]:
        """Return what begins with one token and has a known shape, the shortest first."""
        text, tokens = reading.text, reading.tokens
        start, end = tokens[index]
        if end - start > _MAX_LENGTH:
            return []
        candidates = []
        shape = text[start:end].translate(_SHAPE)
        for place in range(index + 1, index + _MAX_TOKENS + 1):
            if shape not in self._heads:
                break
            if shape in self._shapes and not _goes_on(reading, place - 1, end):
                compact = _COMPACT.sub("", text[start:end])
                candidates.append(Candidate(start, end, compact, self._shapes[shape]))
            step = _next(text, tokens, place, end)
            if step is None:
                break
            shape, end = shape + step[0], step[1]
        return candidates

    def _judge(self, reading: Reading, candidate: Candidate) -> list[Finding]:
        upper = candidate.compact.upper()
        fitting = [
            item
            for item in candidate.identifiers
            if item.check is None or item.check(candidate.compact if item.exact else upper)
        ]
        if not fitting:
            return []
        near = reading.near(candidate.start, candidate.end)
        for word in near:
            named = [item for item in fitting if word in self._words[id(item)]]
            if named:
                return [_found(item.kind, candidate, item.near) for item in named]
            if word in self._stop:
                break
        if not _standalone(reading, candidate.start):
            return []
        quiet = bool(near) and near[0] in self._stop
        return [
            _found(item.kind, candidate, item.bare)
            for item in fitting
            if item.bare >= _CERTAIN or (item.bare and not quiet)
        ]


def _found(kind: str, candidate: Candidate, score: float) -> Finding:
    return finding(kind, candidate.start, candidate.end, score)


def _next(text: str, tokens: list[Span], place: int, end: int) -> tuple[str, int] | None:
    """Return the gap and shape of the token at `place`, where it goes on after `end`."""
    if place >= len(tokens):
        return None
    start, after = tokens[place]
    if start - end > 4 or after - start > _MAX_LENGTH:
        return None
    gap = text[end:start]
    if not _GAP.fullmatch(gap):
        return None
    sign = gap.strip()
    return (sign[:1] or " ") + text[start:after].translate(_SHAPE), after


def _goes_on(reading: Reading, place: int, end: int) -> bool:
    """Say whether the run is followed at once by a sign and more digits, or by a letter."""
    text = reading.text
    if end < len(text) and (text[end] == "_" or text[end].isalnum()):
        return True
    following = reading.tokens[place + 1 : place + 2]
    return bool(following) and following[0][0] == end + 1 and text[end] in "-./_"


def _standalone(reading: Reading, start: int) -> bool:
    """Say whether a value is not part of something longer: a link, a path, a fraction."""
    if reading.in_link(start):
        return False
    before = reading.text[start - 1] if start else " "
    return before not in _JOINED and not before.isalnum()


def ibans(reading: Reading) -> Iterator[Finding]:
    """Yield the IBANs of a text: in groups or in one, country, length and modulus 97 right."""
    text = reading.text
    for start, end in reading.tokens:
        if end - start < 4 or not text[start : start + 2].isalpha():
            continue
        length = checks.iban_length(text[start : start + 2].upper())
        if not length or not text[start + 2 : start + 4].isdigit():
            continue
        stop = _reach(text, start, length)
        if stop and checks.iban(_COMPACT.sub("", text[start:stop]).upper()):
            yield finding("IBAN_CODE", start, stop, 1.0)


def _reach(text: str, start: int, length: int) -> int:
    """Return where `length` letters and digits end, with short gaps between, or 0."""
    count = gap = 0
    for place in range(start, min(len(text), start + 3 * length)):
        char = text[place]
        if char.isascii() and char.isalnum():
            count, gap = count + 1, 0
            if count == length:
                after = text[place + 1 : place + 2]
                return 0 if after.isalnum() else place + 1
        elif gap < 2 and char in " -.\t\n_/":
            gap += 1
        else:
            return 0
    return 0


_BITCOIN: Final = range(26, 63)
_ETHEREUM: Final = re.compile(r"0x[0-9A-Fa-f]{40}")
_WALLET_WORDS_TEXT: Final = """
    wallet ethereum eth ether metamask usdt usdc erc crypto bitcoin btc donate
"""
_WALLET_WORDS: Final = frozenset(_WALLET_WORDS_TEXT.split())
_VIN_WORDS_TEXT: Final = """
    vin vehicle chassis car fahrgestellnummer fahrzeug châssis bastidor telaio truck
"""
_VIN_WORDS: Final = frozenset(_VIN_WORDS_TEXT.split())
CODE_WORDS: Final = _WALLET_WORDS | _VIN_WORDS


def codes(reading: Reading) -> Iterator[Finding]:
    """Yield wallets and vehicle numbers: one long token of letters and digits each."""
    text = reading.text
    for start, end in reading.tokens:
        size = end - start
        if size < 17 or size > 62 or not _standalone(reading, start):
            continue
        token = text[start:end]
        if size == 17 and checks.vin(token.upper()):
            if not _VIN_WORDS.isdisjoint(reading.near(start, end)):
                yield finding("VEHICLE_PLATE", start, end, 0.95)
        elif size in _BITCOIN and token[0] in "13bB" and checks.bitcoin(token):
            yield finding("CRYPTO", start, end, 1.0)
        elif size == 42 and _ETHEREUM.fullmatch(token):
            named = not _WALLET_WORDS.isdisjoint(reading.near(start, end))
            yield finding("CRYPTO", start, end, 0.9 if named else 0.5)

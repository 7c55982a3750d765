"""What rules alone can find: identifiers, contacts, addresses, dates, amounts, named people.

A text is read once (`companion.detectors.scan`); its words and its tokens with digits call
the rules that may apply. Languages are not told apart, since prompts mix them. All of it
takes time linear in the text: a rule looks no further than a fixed distance around its
place, and `tests/test_detectors_patterns.py` holds it to that on hostile texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from companion.detectors import (
    addresses,
    contacts,
    dates,
    identities,
    labels,
    money,
    people,
    phones,
)
from companion.detectors.identifiers import CODE_WORDS, OTHER, Identifiers, codes, ibans
from companion.detectors.scan import NAME, Reading, Rule, Span, apply
from companion.values import Finding

_TABLE: Final = (*identities.TABLE, *dates.TABLE)
_IDENTIFIERS: Final = Identifiers(_TABLE, stop=phones.STRONG_WORDS)
_GROUPS: Final = (people.RULES, labels.RULES, addresses.RULES, dates.AGE_RULES)
_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    word: tuple(rule for group in _GROUPS for rule in group.get(word, ()))
    for word in sorted(frozenset().union(*_GROUPS))
}
VOCABULARY: Final = frozenset().union(
    _RULES,
    _IDENTIFIERS.words,
    OTHER,
    CODE_WORDS,
    phones.WORDS,
    dates.WORDS,
    money.WORDS,
    addresses.WORDS,
    contacts.WORDS,
)
"""Every word that some rule wants to hear of."""
KINDS: Final = frozenset(
    {rule.kind for rules in _RULES.values() for rule in rules}
    | {item.kind for item in _TABLE}
    | {"EMAIL_ADDRESS", "URL", "IP_ADDRESS", "MAC_ADDRESS", "HOSTNAME", "IBAN_CODE", "CRYPTO"}
    | {"PHONE_NUMBER", "MONEY", "POSTAL_ADDRESS", "VEHICLE_PLATE"}
)
"""Every kind that the detector may find."""
_CODE: Final = "2"
"""Changes when the code around the tables does."""
_SURE: Final = 0.6
"""From this score on, an identifier keeps its digits from being read as a phone number."""
_NUMBERS: Final = (
    frozenset({item.kind for item in _TABLE})
    | {rule.kind for rules in labels.RULES.values() for rule in rules}
    | {"IBAN_CODE", "CRYPTO", "IP_ADDRESS", "MAC_ADDRESS", "MONEY", "POSTAL_ADDRESS"}
)


def _version() -> str:
    """Return a digest of the rules, so that none can change under an old version."""
    rules = [
        f"{word} {rule.kind} {rule.score} {rule.back} {rule.pattern.pattern}"
        for word, group in _RULES.items()
        for rule in group
    ]
    table = [f"{i.kind} {i.shapes} {i.words} {i.bare} {i.near}" for i in _TABLE]
    words = sorted(VOCABULARY)
    text = "\n".join((*rules, *table, *words))
    return f"{_CODE}/" + hashlib.sha256(text.encode()).hexdigest()[:12]


class PatternDetector:
    """Finds what has a form, a checksum, or a word that points at it."""

    name = NAME
    version = _version()

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the findings of every rule; one stretch may be of several kinds."""
        return tuple(_read(Reading(text, VOCABULARY)))


def _read(reading: Reading) -> Iterator[Finding]:
    found = [*contacts.emails(reading), *contacts.links(reading)]
    reading.links = _spans(found)
    found += ibans(reading)
    found += codes(reading)
    found += contacts.machines(reading)
    found += _IDENTIFIERS.find(reading)
    found += dates.dates(reading)
    found += money.amounts(reading)
    found += addresses.addresses(reading)
    found += apply(reading, _RULES)
    yield from found
    taken = _spans(item for item in found if item.score >= _SURE and item.kind in _NUMBERS)
    yield from phones.phones(reading, taken)


def _spans(found: Iterable[Finding]) -> list[Span]:
    """Return where findings stand, in order, those that overlap joined."""
    spans: list[Span] = []
    for start, end in sorted((item.start, item.end) for item in found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans

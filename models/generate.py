"""The prompt generator: labelled prompts with invented values, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from models import fields, templates

_MASK: Final = re.compile(r"<PRESIDIO_ANONYMIZED_([A-Z_]+)>")
_MASK_SLOTS: Final = {
    "PERSON": "name",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "LOCATION": "city",
    "URL": "user",
    "US_SSN": "ssn",
    "CREDIT_CARD": "card",
    "IBAN_CODE": "iban",
    "IP_ADDRESS": "ip",
    "DATE_TIME": "date",
}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled text.

    Attributes:
        text: The prompt.
        label: 1 sensitive, 0 not.
        source: Where it comes from: a data folder, or `generator`.
        group: Rows of one group never stand on both sides of a split.
    """

    text: str
    label: int
    source: str
    group: str


def generate(count: int, seed: int) -> Iterator[Row]:
    """Yield about `count` rows, half of them sensitive, families taking turns."""
    rng = random.Random(seed)
    fakers = fields.fakers(seed)
    for label, families in ((1, templates.SENSITIVE), (0, templates.HARMLESS)):
        for number in range(count // 2):
            family = list(families)[number % len(families)]
            place = rng.randrange(len(families[family]))
            text = _fill(families[family][place], rng, fakers)
            yield Row(
                text=_worn(_wrapped(text, rng), rng),
                label=label,
                source="generator",
                group=f"generator/{label}/{family}/{place}",
            )


def unmask(text: str, rng: random.Random, fakers: list[Any]) -> str:
    """Replace `<PRESIDIO_ANONYMIZED_...>` by invented values, so that a mask is no clue."""

    def value(match: re.Match[str]) -> str:
        return fields.Fields(rng, fakers)[_MASK_SLOTS.get(match.group(1), "word")]

    return _MASK.sub(value, text)


def _fill(template: str, rng: random.Random, fakers: list[Any]) -> str:
    values = fields.Fields(rng, fakers)
    for slot, options in templates.REQUESTS.items():
        request = rng.choice(options)
        values[slot] = request.format_map(values) if "{" in request else request
    return template.format_map(values).strip()


def _wrapped(text: str, rng: random.Random) -> str:
    return rng.choice(templates.WRAPPERS).replace("{text}", text)


def _worn(text: str, rng: random.Random) -> str:
    """Type it the way people do: now and then in lower case, without a stop, with a slip."""
    if rng.random() < 0.2:
        text = text.lower()
    if rng.random() < 0.2:
        text = text.rstrip(".?!")
    if rng.random() < 0.15 and len(text) > 20:
        place = rng.randrange(5, len(text) - 5)
        text = text[:place] + text[place + 1 :]
    return text

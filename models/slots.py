"""What each slot of a template stands for: a kind of finding and a maker of invented values."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from faker import Faker

from models import corpus, fields

Maker = Callable[["Values"], str]
Slot = tuple[str | None, Maker]
"""A kind of finding (None where the value is of no kind), and who makes the value."""

LOCALES: Final = MappingProxyType(
    {
        "en": (
            "en_US", "en_US", "en_US", "en_GB", "en_GB", "en_IN", "en_CA", "en_AU", "es_MX",
            "vi_VN", "tr_TR", "sv_SE", "pl_PL", "id_ID", "yo_NG", "zu_ZA", "hr_HR", "cs_CZ",
            "fr_FR", "de_DE", "nl_NL", "pt_BR", "ro_RO", "hu_HU", "fi_FI",
        ),
        "de": ("de_DE", "de_DE", "de_AT", "de_CH"),
        "fr": ("fr_FR", "fr_FR", "fr_CA", "fr_CH"),
        "es": ("es_ES", "es_MX", "es_AR", "es_CO"),
        "pt": ("pt_BR", "pt_PT"),
        "it": ("it_IT",),
        "nl": ("nl_NL", "nl_BE"),
    }
)  # fmt: skip
"""Faker's locales by language. Somebody who writes English may be called anything."""

_KINDS: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        "name": "PERSON", "other": "PERSON", "third": "PERSON", "first": "PERSON",
        "last": "PERSON", "figure": "PERSON", "email": "EMAIL_ADDRESS", "phone": "PHONE_NUMBER",
        "address": "POSTAL_ADDRESS", "city": "LOCATION", "place": "LOCATION",
        "company": "ORGANIZATION", "job": "TITLE", "iban": "IBAN_CODE", "card": "CREDIT_CARD",
        "user": "USERNAME", "dob": "DATE_OF_BIRTH", "year": "DATE_TIME", "age": "AGE",
        "date": "DATE_TIME", "ip": "IP_ADDRESS",
        "ssn": "US_SSN", "mrn": "MEDICAL_RECORD_NUMBER", "account": "ACCOUNT_NUMBER",
        "passport": "PASSPORT_NUMBER", "case": "CASE_NUMBER", "plate": "VEHICLE_PLATE",
        "key": "SECRET", "pin": "PASSWORD", "password": "PASSWORD", "money": "MONEY",
        "condition": "MEDICAL_CONDITION", "medicine": "MEDICATION",
    }
)  # fmt: skip


class Values(fields.Fields):
    """The values of one text, invented for its language; equal slots keep their value."""

    def __init__(self, rng: random.Random, language: str, seed: int) -> None:
        super().__init__(rng, _fakers(language))
        self._plain = _fakers("en")[0]
        for faker in (self._faker, self._plain):
            faker.seed_instance(seed)

    def __missing__(self, slot: str) -> str:
        _, maker = slot_of(slot)
        value = " ".join(maker(self).split())
        self[slot] = value
        return value


@cache
def _fakers(language: str) -> list[Any]:
    return [Faker(locale) for locale in LOCALES[language]]


def slot_of(name: str) -> Slot:
    """Return a slot; a number behind its name stands for another value of the same.

    Raises:
        KeyError: Nobody defined the slot.
    """
    return _all()[name.rstrip("0123456789")]


@cache
def _all() -> Mapping[str, Slot]:
    slots: dict[str, Slot] = {
        name: (_KINDS.get(name), maker) for name, maker in fields.MAKERS.items()
    }
    for module in corpus.modules():
        slots |= getattr(module, "SLOTS", {})
    slots["iban"] = slots["c_iban"]  # Faker's British ones are a digit short
    return slots

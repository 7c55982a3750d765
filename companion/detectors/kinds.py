"""Every kind of finding, with its words for people and its default weight: one table.

Kinds keep Presidio's entity name where it has one, so that findings compare with other
tools. A weight is the level that one certain finding of the kind gives by itself
(see `companion.sensitivity`); weights below the default threshold mark kinds that are
sensitive only together with something else.
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import Final

import msgspec


class Topic(enum.StrEnum):
    """The type of information that a kind belongs to (patent claim 6)."""

    IDENTITY = "identity"
    CONTACT = "contact"
    GOVERNMENT_ID = "government_id"
    FINANCE = "finance"
    HEALTH = "health"
    CREDENTIAL = "credential"
    EMPLOYMENT = "employment"
    LEGAL = "legal"
    CONFIDENTIAL = "confidential"
    PRIVATE_LIFE = "private_life"
    CONTEXT = "context"
    """Says little alone: a place, a date, a link."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of finding.

    Attributes:
        name: The name that findings carry.
        words: What people read, fit for *found: WORDS*.
        topic: The type of information.
        weight: Level that one certain finding gives alone, 0 to 1.
    """

    name: str
    words: str
    topic: Topic
    weight: float


def _kind(name: str, words: str, topic: Topic, weight: float) -> Kind:
    return Kind(name=name, words=words, topic=topic, weight=weight)


SENSITIVE_WORDING: Final = "SENSITIVE_WORDING"
"""Not a span: the trained classifier's probability, where it carried the level."""

ALL: Final = (
    _kind("PERSON", "a person's name", Topic.IDENTITY, 0.45),
    _kind("DATE_OF_BIRTH", "a date of birth", Topic.IDENTITY, 0.55),
    _kind("NRP", "a nationality, religion or political group", Topic.CONTEXT, 0.20),
    _kind("LOCATION", "a place", Topic.CONTEXT, 0.20),
    _kind("DATE_TIME", "a date or time", Topic.CONTEXT, 0.10),
    _kind("URL", "a web address", Topic.CONTEXT, 0.10),
    _kind("EMAIL_ADDRESS", "an e-mail address", Topic.CONTACT, 0.55),
    _kind("PHONE_NUMBER", "a phone number", Topic.CONTACT, 0.60),
    _kind("POSTAL_ADDRESS", "a street address", Topic.CONTACT, 0.55),
    _kind("IP_ADDRESS", "an IP address", Topic.CONTEXT, 0.30),
    _kind("MAC_ADDRESS", "a device's hardware address", Topic.CONTEXT, 0.30),
    _kind("US_SSN", "a social security number", Topic.GOVERNMENT_ID, 1.00),
    _kind("US_ITIN", "a taxpayer number", Topic.GOVERNMENT_ID, 0.95),
    _kind("US_PASSPORT", "a US passport number", Topic.GOVERNMENT_ID, 0.95),
    _kind("PASSPORT_NUMBER", "a passport number", Topic.GOVERNMENT_ID, 0.95),
    _kind("US_DRIVER_LICENSE", "a driving licence number", Topic.GOVERNMENT_ID, 0.95),
    _kind("UK_NHS", "an NHS number", Topic.GOVERNMENT_ID, 0.95),
    _kind("CREDIT_CARD", "a card number", Topic.FINANCE, 1.00),
    _kind("IBAN_CODE", "a bank account number (IBAN)", Topic.FINANCE, 0.95),
    _kind("US_BANK_NUMBER", "a bank account number", Topic.FINANCE, 0.90),
    _kind("ACCOUNT_NUMBER", "an account or customer number", Topic.FINANCE, 0.75),
    _kind("CRYPTO", "a crypto wallet address", Topic.FINANCE, 0.50),
    _kind("FINANCIAL_MARKER", "words about someone's finances", Topic.FINANCE, 0.35),
    _kind("MEDICAL_CONDITION", "a medical condition", Topic.HEALTH, 0.35),
    _kind("MEDICATION", "a medication", Topic.HEALTH, 0.35),
    _kind("MEDICAL_RECORD_NUMBER", "a medical record number", Topic.HEALTH, 0.90),
    _kind("MEDICAL_LICENSE", "a medical licence number", Topic.HEALTH, 0.60),
    _kind("SECRET", "a key or token", Topic.CREDENTIAL, 1.00),
    _kind("PASSWORD", "a password", Topic.CREDENTIAL, 1.00),
    _kind("HR_MARKER", "words about an employee's affairs", Topic.EMPLOYMENT, 0.35),
    _kind("LEGAL_MARKER", "words about a legal matter", Topic.LEGAL, 0.35),
    _kind("CONFIDENTIAL_MARKER", "a mark of confidentiality", Topic.CONFIDENTIAL, 0.60),
    _kind("SELF_DISCLOSURE", "words about one's own private life", Topic.PRIVATE_LIFE, 0.70),
    _kind(SENSITIVE_WORDING, "wording that reads as sensitive", Topic.CONTEXT, 1.00),
)

BY_NAME: Final = MappingProxyType({kind.name: kind for kind in ALL})


def words(name: str) -> str:
    """Return a kind's words for people; an unknown name reads as *something sensitive*."""
    kind = BY_NAME.get(name)
    return kind.words if kind else "something sensitive"

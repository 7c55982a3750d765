"""Every kind of finding, with its words for people, its category and its default weight.

Kinds keep Presidio's entity name where it has one, so that findings compare with other
tools. A weight is the level that one certain finding of the kind would give by itself, as
far as rules alone can say (see `companion.sensitivity`); weights below the default threshold
mark kinds that are sensitive only together with something else.
"""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import Final

import msgspec


class Category(enum.StrEnum):
    """The eight categories of sensitive content (patent claim 6: types of information)."""

    PERSONAL = "personal"
    CREDENTIALS = "credentials"
    PAYMENT = "payment"
    HEALTH = "health"
    EMPLOYMENT = "employment"
    LEGAL = "legal"
    CORPORATE = "corporate"
    CODE = "code"


CATEGORY_WORDS: Final = MappingProxyType(
    {
        Category.PERSONAL: "personal identifiers",
        Category.CREDENTIALS: "credentials and secrets",
        Category.PAYMENT: "payment and bank details",
        Category.HEALTH: "health",
        Category.EMPLOYMENT: "HR and employee matters",
        Category.LEGAL: "legal matters and contracts",
        Category.CORPORATE: "corporate confidential matters",
        Category.CODE: "source code and infrastructure",
    }
)
"""Each category in words for people."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of finding.

    Attributes:
        name: The name that findings carry.
        words: What people read, fit for *found: WORDS*.
        category: The category that it belongs to.
        weight: Level that one certain finding gives alone by rule, 0 to 1.
        quasi: Whether it identifies nobody by itself (a place, a date, an organisation).
        grave: Whether one verified finding is enough for the highest grade.
    """

    name: str
    words: str
    category: Category
    weight: float
    quasi: bool = False
    grave: bool = False


def _kind(name: str, words: str, category: Category, weight: float) -> Kind:
    return Kind(name=name, words=words, category=category, weight=weight)


def _quasi(name: str, words: str, category: Category, weight: float) -> Kind:
    return Kind(name=name, words=words, category=category, weight=weight, quasi=True)


def _grave(name: str, words: str, category: Category, weight: float) -> Kind:
    return Kind(name=name, words=words, category=category, weight=weight, grave=True)


SENSITIVE_WORDING: Final = "SENSITIVE_WORDING"
"""Not a span: what the trained models made of the wording, where that carried the level."""
PRIVATE_DETAIL: Final = "PRIVATE_DETAIL"
"""A stretch that the trained model reads as private without being of a narrower kind."""
CUSTOM_TERM: Final = "CUSTOM_TERM"
"""What a person or an organisation listed themselves."""
ENCODER: Final = "encoder"
"""The name of the detector whose findings are a model's opinion: nothing verifies them."""

ALL: Final = (
    _kind("PERSON", "a person's name", Category.PERSONAL, 0.45),
    _kind("DATE_OF_BIRTH", "a date of birth", Category.PERSONAL, 0.55),
    _quasi("AGE", "someone's age", Category.PERSONAL, 0.15),
    _quasi("TITLE", "a title or occupation", Category.PERSONAL, 0.05),
    _quasi("NRP", "a nationality, religion or political group", Category.PERSONAL, 0.20),
    _quasi("LOCATION", "a place", Category.PERSONAL, 0.20),
    _quasi("ORGANIZATION", "an organisation", Category.CORPORATE, 0.15),
    _quasi("DATE_TIME", "a date or time", Category.PERSONAL, 0.10),
    _quasi("URL", "a web address", Category.PERSONAL, 0.10),
    _kind("EMAIL_ADDRESS", "an e-mail address", Category.PERSONAL, 0.55),
    _kind("PHONE_NUMBER", "a phone number", Category.PERSONAL, 0.60),
    _kind("POSTAL_ADDRESS", "a street address", Category.PERSONAL, 0.55),
    _kind("USERNAME", "a user name or handle", Category.PERSONAL, 0.35),
    _kind("VEHICLE_PLATE", "a vehicle's registration", Category.PERSONAL, 0.60),
    _quasi("IP_ADDRESS", "an IP address", Category.CODE, 0.30),
    _quasi("MAC_ADDRESS", "a device's hardware address", Category.CODE, 0.30),
    _quasi("HOSTNAME", "a private machine's name", Category.CODE, 0.40),
    _grave("US_SSN", "a social security number", Category.PERSONAL, 1.00),
    _grave("US_ITIN", "a taxpayer number", Category.PERSONAL, 0.95),
    _grave("US_PASSPORT", "a US passport number", Category.PERSONAL, 0.95),
    _grave("PASSPORT_NUMBER", "a passport number", Category.PERSONAL, 0.95),
    _grave("US_DRIVER_LICENSE", "a driving licence number", Category.PERSONAL, 0.95),
    _grave("UK_NHS", "an NHS number", Category.PERSONAL, 0.95),
    _grave("UK_NINO", "a national insurance number", Category.PERSONAL, 0.95),
    _grave("DE_TAX_ID", "a German tax number", Category.PERSONAL, 0.95),
    _grave("DE_SOCIAL_SECURITY", "a German pension insurance number", Category.PERSONAL, 0.95),
    _grave("FR_NIR", "a French social security number", Category.PERSONAL, 0.95),
    _grave("ES_NIF", "a Spanish identity number", Category.PERSONAL, 0.95),
    _grave("ES_NIE", "a Spanish foreigner's number", Category.PERSONAL, 0.95),
    _grave("IT_FISCAL_CODE", "an Italian fiscal code", Category.PERSONAL, 0.95),
    _grave("NL_BSN", "a Dutch citizen service number", Category.PERSONAL, 0.95),
    _grave("PT_NIF", "a Portuguese tax number", Category.PERSONAL, 0.95),
    _grave("BR_CPF", "a Brazilian taxpayer number", Category.PERSONAL, 0.95),
    _grave("NATIONAL_ID", "a national identity number", Category.PERSONAL, 0.95),
    _kind("VAT_NUMBER", "a VAT number", Category.CORPORATE, 0.30),
    _grave("CREDIT_CARD", "a card number", Category.PAYMENT, 1.00),
    _grave("IBAN_CODE", "a bank account number (IBAN)", Category.PAYMENT, 0.95),
    _grave("US_BANK_NUMBER", "a bank account number", Category.PAYMENT, 0.90),
    _kind("ACCOUNT_NUMBER", "an account or customer number", Category.PAYMENT, 0.75),
    _kind("CRYPTO", "a crypto wallet address", Category.PAYMENT, 0.50),
    _quasi("MONEY", "an amount of money", Category.PAYMENT, 0.10),
    _quasi("FINANCIAL_MARKER", "words about someone's finances", Category.PAYMENT, 0.35),
    _quasi("MEDICAL_CONDITION", "a medical condition", Category.HEALTH, 0.35),
    _quasi("MEDICATION", "a medication", Category.HEALTH, 0.35),
    _grave("MEDICAL_RECORD_NUMBER", "a medical record number", Category.HEALTH, 0.90),
    _kind("MEDICAL_LICENSE", "a medical licence number", Category.HEALTH, 0.60),
    _grave("SECRET", "a key or token", Category.CREDENTIALS, 1.00),
    _grave("PASSWORD", "a password", Category.CREDENTIALS, 1.00),
    _quasi("HR_MARKER", "words about an employee's affairs", Category.EMPLOYMENT, 0.35),
    _quasi("LEGAL_MARKER", "words about a legal matter", Category.LEGAL, 0.35),
    _kind("CASE_NUMBER", "a case or file number", Category.LEGAL, 0.50),
    _kind("CONFIDENTIAL_MARKER", "a mark of confidentiality", Category.CORPORATE, 0.60),
    _kind("SELF_DISCLOSURE", "words about one's own private life", Category.PERSONAL, 0.70),
    _kind(PRIVATE_DETAIL, "a private detail", Category.PERSONAL, 0.40),
    _kind(CUSTOM_TERM, "a term on your organisation's list", Category.CORPORATE, 0.90),
    _kind(SENSITIVE_WORDING, "wording that reads as sensitive", Category.PERSONAL, 1.00),
)

BY_NAME: Final = MappingProxyType({kind.name: kind for kind in ALL})


def words(name: str) -> str:
    """Return a kind's words for people; an unknown name reads as *something sensitive*."""
    kind = BY_NAME.get(name)
    return kind.words if kind else "something sensitive"

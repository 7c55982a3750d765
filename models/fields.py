"""Invented values for the prompt generator: people, numbers and things that nobody owns."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from typing import Any, Final

from faker import Faker

LOCALES: Final = ("en_US", "en_GB", "en_IN", "es_ES", "de_DE", "fr_FR", "nl_NL", "pl_PL")
"""Faker's it_IT draws from a set, so that its cities would differ from run to run."""

CONDITIONS: Final = (
    "type 2 diabetes",
    "HIV",
    "stage 3 breast cancer",
    "bipolar disorder",
    "epilepsy",
    "hepatitis C",
    "severe depression",
    "multiple sclerosis",
    "early onset dementia",
    "a herniated disc",
    "Crohn's disease",
    "PTSD",
    "kidney failure",
    "an opioid addiction",
    "lupus",
    "a heart murmur",
    "anorexia",
    "a miscarriage",
    "chlamydia",
    "sleep apnoea",
)
MEDICINES: Final = (
    "metformin",
    "sertraline",
    "lisinopril",
    "oxycodone",
    "warfarin",
    "quetiapine",
    "insulin",
    "levothyroxine",
    "methotrexate",
    "truvada",
    "gabapentin",
    "prednisone",
    "lamotrigine",
)
FIGURES: Final = (
    "Albert Einstein",
    "Marie Curie",
    "Nelson Mandela",
    "Queen Victoria",
    "Taylor Swift",
    "Isaac Newton",
    "Cleopatra",
    "Ada Lovelace",
    "Barack Obama",
    "Shakespeare",
    "Frida Kahlo",
    "Mozart",
    "Alan Turing",
    "Jane Austen",
    "Elon Musk",
    "Gandhi",
    "Leonardo da Vinci",
    "Sherlock Holmes",
    "Harry Potter",
    "Napoleon",
)
_UNITS: Final = ("the Denver office", "sales", "the Berlin team", "accounting", "warehouse 4")
_SUBJECTS: Final = (
    "photosynthesis",
    "the French Revolution",
    "binary search trees",
    "black holes",
    "inflation",
    "sourdough bread",
    "the water cycle",
    "TCP congestion control",
    "Renaissance painting",
    "chess openings",
    "plate tectonics",
    "compound interest",
    "the immune system",
    "supply and demand",
    "password managers",
    "credit cards",
    "health insurance",
    "employment law",
)
_PLACES: Final = ("Paris", "Tokyo", "Rome", "New York", "Lisbon", "Kyoto", "Iceland", "Peru")


class Fields(dict[str, str]):
    """The slots of one text; a slot keeps its value for as long as the text lasts."""

    def __init__(self, rng: random.Random, fakers: list[Any]) -> None:
        super().__init__()
        self._rng = rng
        self._faker: Any = rng.choice(fakers)
        self._plain: Any = fakers[0]

    def __missing__(self, slot: str) -> str:
        value = str(MAKERS[slot](self))
        self[slot] = value
        return value

    @property
    def rng(self) -> random.Random:
        """The source of all chance."""
        return self._rng

    def fake(self, kind: str) -> str:
        """Ask Faker, in this text's locale where it has one of the kind."""
        maker = getattr(self._faker, kind, None) or getattr(self._plain, kind)
        return " ".join(str(maker()).split())

    def plain(self, kind: str) -> str:
        """Ask Faker in English, for words that belong to the sentence."""
        return str(getattr(self._plain, kind)())

    def digits(self, pattern: str) -> str:
        """Fill `#` with digits, `@` with capitals and `*` with either case and digits."""
        pools = {"#": string.digits, "@": string.ascii_uppercase}
        pools["*"] = string.ascii_letters + string.digits
        return "".join(self._rng.choice(pools[c]) if c in pools else c for c in pattern)


def fakers(seed: int) -> list[Any]:
    """Return one seeded Faker a locale."""
    made = []
    for place, locale in enumerate(LOCALES):
        faker: Any = Faker(locale)
        faker.seed_instance(seed + place)
        made.append(faker)
    return made


def _name(fields: Fields) -> str:
    return f"{fields.fake('first_name')} {fields.fake('last_name')}"


def _pick(*options: str) -> Callable[[Fields], str]:
    return lambda fields: fields.rng.choice(options)


def _pattern(*patterns: str) -> Callable[[Fields], str]:
    return lambda fields: fields.digits(fields.rng.choice(patterns))


def _fake(kind: str) -> Callable[[Fields], str]:
    return lambda fields: fields.fake(kind)


def _number(low: int, high: int) -> Callable[[Fields], str]:
    return lambda fields: str(fields.rng.randint(low, high))


def _money(fields: Fields) -> str:
    amount = fields.rng.randint(2, 950) * fields.rng.choice((10, 100, 1000, 10000))
    return fields.rng.choice(("${:,}", "{:,} euros", "£{:,}", "{} dollars", "${}")).format(amount)


def _date(fields: Fields, first: int, last: int) -> str:
    """Return a date in one of the usual forms; Faker's would depend on today."""
    rng = fields.rng
    year, month, day = rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)
    forms = ("{y}-{m:02}-{d:02}", "{m:02}/{d:02}/{y}", "{d}.{m}.{y}", "{d} {name} {y}")
    name = ("January", "March", "May", "June", "October", "December")[month // 2 - 1]
    return rng.choice(forms).format(y=year, m=month, d=day, name=name)


def _password(fields: Fields) -> str:
    word = fields.fake("word").capitalize()
    return fields.rng.choice(
        (
            f"{word}{fields.rng.randint(1, 2030)}!",
            f"{word.lower()}{fields.rng.randint(10, 99)}",
            fields.digits("********"),
            fields.digits("****-****-**"),
            f"{fields['first']}{fields.rng.randint(1950, 2015)}",
            f"{word.lower()}-{fields.fake('word').lower()}-{fields.rng.randint(1, 9)}",
        )
    )


_KEYS: Final = (
    "AKIA@@@@@@@@@@@@@@@@",
    "ghp_" + "*" * 36,
    "sk-proj-" + "*" * 40,
    "xoxb-############-" + "*" * 24,
    "AIza" + "*" * 35,
    "sk_live_" + "*" * 24,
    "glpat-" + "*" * 20,
    "*" * 40,
    "*" * 32,
    "eyJ" + "*" * 20 + ".eyJ" + "*" * 60 + "." + "*" * 43,
)

MAKERS: Final[dict[str, Callable[[Fields], str]]] = {
    "name": _name,
    "other": _name,
    "third": _name,
    "first": _fake("first_name"),
    "last": _fake("last_name"),
    "email": _fake("email"),
    "phone": _fake("phone_number"),
    "address": _fake("address"),
    "city": _fake("city"),
    "company": _fake("company"),
    "job": lambda fields: fields.plain("job").lower(),
    "iban": _fake("iban"),
    "card": _fake("credit_card_number"),
    "user": _fake("user_name"),
    "word": _fake("word"),
    "dob": lambda fields: _date(fields, 1930, 2010),
    "date": lambda fields: _date(fields, 2019, 2027),
    "ip": _fake("ipv4_private"),
    "ssn": _pattern("###-##-####", "### ## ####", "#########"),
    "mrn": _pattern("#######", "@@-######", "########"),
    "account": _pattern("########", "####-####", "##########"),
    "passport": _pattern("@########", "#########"),
    "case": _pattern("####-CV-#####", "@@-####-##", "##/####"),
    "plate": _pattern("@@@-####", "@@## @@@"),
    "key": _pattern(*_KEYS),
    "bare": _pattern("####", "##########", "###.###", "################", "#######"),
    "uuid": _fake("uuid4"),
    "pin": _pattern("####", "######"),
    "password": _password,
    "money": _money,
    "age": _number(18, 92),
    "n": _number(2, 40),
    "percent": _number(2, 60),
    "year": _number(1950, 2026),
    "condition": _pick(*CONDITIONS),
    "medicine": _pick(*MEDICINES),
    "figure": _pick(*FIGURES),
    "unit": _pick(*_UNITS),
    "subject": _pick(*_SUBJECTS),
    "place": _pick(*_PLACES),
    "relative": _pick(
        "mother", "husband", "wife", "son", "daughter", "brother", "sister", "father"
    ),
}

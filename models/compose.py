"""The prompt generator: labelled prompts with invented values, the same for the same seed.

A family's templates are filled again and again, framed the way people ask (*please rewrite
this:*), typed the way people type, and now and then set between other text, so that neither
a frame nor a place tells what is sensitive.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from models import corpus
from models.corpus import Family
from models.frames import AFTER, BEFORE
from models.render import Rendered, render
from models.rows import UNKNOWN, Row, Span
from models.slots import Values

KINDS: Final = frozenset(
    (
        "ACCOUNT_NUMBER", "AGE", "CASE_NUMBER", "CREDIT_CARD", "DATE_OF_BIRTH", "DATE_TIME",
        "EMAIL_ADDRESS", "HOSTNAME", "IBAN_CODE", "IP_ADDRESS", "LOCATION",
        "MEDICAL_CONDITION", "MEDICAL_RECORD_NUMBER", "MEDICATION", "MONEY", "NATIONAL_ID",
        "NRP", "ORGANIZATION", "PASSPORT_NUMBER", "PASSWORD", "PERSON", "PHONE_NUMBER",
        "POSTAL_ADDRESS", "SECRET", "TITLE", "URL", "USERNAME", "US_DRIVER_LICENSE", "US_SSN",
        "VEHICLE_PLATE",
    )
)  # fmt: skip
"""What the templates' slots and marks tell apart."""
_FRAMED: Final = 0.35
_BURIED: Final = 0.12
_LOWERED: Final = 0.13
_SHOUTED: Final = 0.01
_SLIPS: Final = 0.12
_UNSTOPPED: Final = 0.15


def generate(each: int, seed: int, fillers: Sequence[str] = ()) -> Iterator[Row]:
    """Yield `each` rows of every template, always the same for the same seed.

    Args:
        each: How often a template is filled.
        seed: Of all chance.
        fillers: Harmless texts, between which some prompts are set.
    """
    for family in corpus.families():
        for place, template in enumerate(family.templates):
            # Its own chance: a new template elsewhere changes nothing here.
            rng = random.Random(zlib.crc32(f"{seed}/{family.name}/{template}".encode()))
            for _ in range(each):
                yield _row(family, place, rng, fillers)


def _row(family: Family, place: int, rng: random.Random, fillers: Sequence[str]) -> Row:
    values = Values(rng, family.language, rng.randrange(2**31))
    sensitive = bool(family.categories)
    text = render(family.templates[place], values, private=sensitive)
    if family.form != "sentence":
        if rng.random() < (_FRAMED if family.form == "prompt" else 0.6):
            text = _framed(text, family.language, rng)
        if fillers and rng.random() < _BURIED:
            text = _buried(text, rng, fillers)
    return Row(
        text=(worn := _worn(text, rng)).text,
        label=UNKNOWN if family.form == "sentence" else int(sensitive),
        source="generator",
        group=f"generator/{family.name}/{place}",
        spans=worn.spans,
        kinds=KINDS if family.marked else frozenset(),
        categories=frozenset(family.categories) if family.form != "sentence" else None,
        language=family.language,
    )


def _framed(text: Rendered, language: str, rng: random.Random) -> Rendered:
    """Put a request before or behind; it is in the prompt's language or in English."""
    spoken = language if rng.random() < 0.8 else "en"
    if rng.random() < 0.7:
        return _joined(rng.choice(BEFORE[spoken]), text, "")
    return _joined("", text, rng.choice(AFTER[spoken]))


def _buried(text: Rendered, rng: random.Random, fillers: Sequence[str]) -> Rendered:
    """Set a text between others of at most 600 characters each."""
    before = f"{_excerpt(rng, fillers)}\n\n" if rng.random() < 0.7 else ""
    after = f"\n\n{_excerpt(rng, fillers)}" if not before or rng.random() < 0.5 else ""
    return _joined(before, text, after)


def _excerpt(rng: random.Random, fillers: Sequence[str]) -> str:
    return rng.choice(fillers)[: rng.randint(80, 600)]


def _joined(before: str, text: Rendered, after: str) -> Rendered:
    return Rendered(before + text.text + after, _shifted(text.spans, len(before)))


def _shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(
        msgspec.structs.replace(span, start=span.start + by, end=span.end + by) for span in spans
    )


def _worn(text: Rendered, rng: random.Random) -> Rendered:
    """Type it the way people do: in lower case, without a stop, with slips."""
    if rng.random() < _SLIPS and len(text.text) > 20:
        for _ in range(rng.randint(1, 1 + len(text.text) // 120)):
            text = _slipped(text, rng)
    worn = text.text
    if rng.random() < _UNSTOPPED and worn[-1:] in ".?!" and not _covered(text, len(worn) - 1):
        worn = worn[:-1]
    if rng.random() < _LOWERED:
        worn = _same_length(worn, str.lower)
    elif rng.random() < _SHOUTED:
        worn = _same_length(worn, str.upper)
    return Rendered(worn, text.spans)


def _same_length(text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    return changed if len(changed) == len(text) else text


def _covered(text: Rendered, place: int) -> bool:
    return any(span.start <= place < span.end for span in text.spans)


def _slipped(text: Rendered, rng: random.Random) -> Rendered:
    """Drop, double or swap one letter outside the labelled stretches."""
    place = rng.randrange(1, len(text.text) - 2)
    if _covered(text, place) or _covered(text, place + 1) or not text.text[place].isalpha():
        return text
    one, two = text.text[place], text.text[place + 1]
    new = rng.choice(("", one + one, two + one if two.isalpha() else one))
    used = 2 if len(new) == 2 and new[0] == two and two.isalpha() and new != one + one else 1
    changed = text.text[:place] + new + text.text[place + used :]
    by = len(new) - used
    spans = tuple(
        msgspec.structs.replace(span, start=span.start + by, end=span.end + by)
        if span.start > place
        else (msgspec.structs.replace(span, end=span.end + by) if span.end > place else span)
        for span in text.spans
    )
    return Rendered(changed, spans)

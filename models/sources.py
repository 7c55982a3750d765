"""Reads the data sets that models are trained on, and says exactly which files it was.

Only the files listed here are read; each was checked for a licence under which a trained
model may be shipped (`data.md`). Rows that `models.held` names are left out.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec

from models import conll, held
from models.rows import UNKNOWN, Row, Span
from models.slots import Values, slot_of

_PER_SOURCE: Final = 1_500
_NUMBERS: Final = frozenset(
    (
        "ACCOUNT_NUMBER", "CREDIT_CARD", "DATE_OF_BIRTH", "IBAN_CODE", "MEDICAL_RECORD_NUMBER",
        "PASSPORT_NUMBER", "POSTAL_ADDRESS", "US_DRIVER_LICENSE", "US_SSN", "VEHICLE_PLATE",
        "PASSWORD", "SECRET", "CASE_NUMBER", "NATIONAL_ID",
    )
)  # fmt: skip
"""Kinds that ordinary prompts and news do not hold, whoever labelled them."""
_NAMED: Final = frozenset(("PERSON", "LOCATION", "ORGANIZATION"))
_TAGS: Final = {
    "person": "PERSON", "PER": "PERSON", "location": "LOCATION", "LOC": "LOCATION",
    "corporation": "ORGANIZATION", "group": "ORGANIZATION", "ORG": "ORGANIZATION",
}  # fmt: skip
_PRESIDIO: Final = {
    "PERSON": "PERSON", "ADDRESS": "POSTAL_ADDRESS", "STREET_ADDRESS": "POSTAL_ADDRESS",
    "ZIP_CODE": "POSTAL_ADDRESS", "GPE": "LOCATION", "LOCATION": "LOCATION",
    "ORGANIZATION": "ORGANIZATION", "CREDIT_CARD": "CREDIT_CARD", "PHONE_NUMBER": "PHONE_NUMBER",
    "DATE_TIME": "DATE_TIME", "EMAIL_ADDRESS": "EMAIL_ADDRESS", "US_SSN": "US_SSN",
    "IBAN_CODE": "IBAN_CODE", "DOMAIN_NAME": "URL", "TITLE": "TITLE", "PREFIX": "TITLE",
    "US_DRIVER_LICENSE": "US_DRIVER_LICENSE", "IP_ADDRESS": "IP_ADDRESS", "AGE": "AGE",
    "NRP": "NRP",
}  # fmt: skip
_MASK: Final = re.compile(r"<PRESIDIO_ANONYMIZED_([A-Z_]+)>")
_MASK_SLOTS: Final = {
    "PERSON": "name", "PHONE_NUMBER": "phone", "EMAIL_ADDRESS": "email", "LOCATION": "city",
    "URL": "user", "US_SSN": "ssn", "CREDIT_CARD": "card", "IBAN_CODE": "iban",
    "IP_ADDRESS": "ip", "DATE_TIME": "date",
}  # fmt: skip


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file that a model was trained on."""

    path: str
    licence: str
    sha256: str
    rows: int


Reader = Callable[[Path, random.Random], Iterator[Row]]


class _Source(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    licence: str
    read: Reader


def read(folder: Path, seed: int) -> tuple[list[Row], list[SourceFile]]:
    """Return the rows of every source below `folder` that may be learnt from, and a manifest.

    Raises:
        OSError: A source is missing.
        ValueError: A source is not in its format.
    """
    rows: list[Row] = []
    manifest: list[SourceFile] = []
    for source in SOURCES:
        path = folder / source.path
        taken = list(source.read(path, random.Random(seed)))
        rows += taken
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        manifest.append(
            SourceFile(path=source.path, licence=source.licence, sha256=digest, rows=len(taken))
        )
    return rows, manifest


def _json_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _sample(items: list[Any], rng: random.Random) -> list[Any]:
    return rng.sample(items, min(_PER_SOURCE, len(items)))


def _harmless(text: str, source: str, group: str) -> Row:
    return Row(
        text=text.strip(), label=0, source=source, group=f"{source}/{group}", kinds=_NUMBERS,
        categories=frozenset(),
    )  # fmt: skip


def pupa(path: Path, rng: random.Random) -> Iterator[Row]:
    """Yield real private prompts; what is private in them is marked, but not of which kind."""
    for row in _json_lines(path):
        if not held.is_held(row["id"]):
            text, masks = unmask(row["text"], rng)
            units = tuple(unit_spans(text, row["units"]))
            yield Row(
                text=text, label=1, source="pupa_new", group=f"pupa_new/{row['id']}",
                spans=tuple(sorted((*units, *masks), key=lambda s: (s.start, -s.end))),
            )  # fmt: skip


def unmask(text: str, rng: random.Random) -> tuple[str, tuple[Span, ...]]:
    """Replace `<PRESIDIO_ANONYMIZED_...>` by invented values, so that a mask is no clue."""
    parts: list[str] = []
    spans: list[Span] = []
    length = last = 0
    for match in _MASK.finditer(text):
        slot = _MASK_SLOTS.get(match.group(1), "word")
        value = Values(rng, "en", rng.randrange(2**31))[slot]
        parts += [text[last : match.start()], value]
        length += match.start() - last
        kind = slot_of(slot)[0]
        if kind:
            spans.append(Span(length, length + len(value), kind))
        length += len(value)
        last = match.end()
    return "".join((*parts, text[last:])), tuple(spans)


def unit_spans(text: str, units: list[str]) -> Iterator[Span]:
    """Yield where the listed stretches stand, without regard to case, at word borders."""
    for unit in sorted({u.strip().lower() for u in units if len(u.strip()) > 1}):
        for match in re.finditer(rf"(?<!\w){re.escape(unit)}(?!\w)", text.lower()):
            yield Span(match.start(), match.end(), "PRIVATE_DETAIL")


def _ordinary(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    for row in _json_lines(path):
        if not held.is_held(row["id"]):
            yield _harmless(row["text"], f"ordinary-{row['id'].split('-')[0]}", row["id"])


def _gitleaks(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    for row in _json_lines(path):
        if not held.is_held_rule(row["sub"]):
            group = f"gitleaks/{row['sub']}"
            yield Row(text=row["text"], label=row["label"], source="gitleaks", group=group)


def _presidio(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    """Yield sentences with entities; whether they are sensitive nobody said."""
    for row in _sentences(path):
        spans = tuple(
            Span(s["start_position"], s["end_position"], _PRESIDIO[s["entity_type"]])
            for s in row["spans"]
        )
        yield _sentence(row, row["full_text"], spans)


def _sentences(path: Path) -> list[dict[str, Any]]:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [row for row in rows if row["template_id"] not in held.TEMPLATES]


def _sentence(row: dict[str, Any], text: str, spans: tuple[Span, ...]) -> Row:
    return Row(
        text=text, label=UNKNOWN, source="presidio", group=f"presidio/{row['template_id']}",
        spans=spans, kinds=frozenset(_PRESIDIO.values()),
    )  # fmt: skip


def refilled(folder: Path, times: int, rng: random.Random) -> list[Row]:
    """Return Presidio's sentences again, with values from one another.

    The same few hundred addresses in the same sentences would be learnt by heart.

    Args:
        folder: Where the data sets lie.
        times: How often each sentence comes.
        rng: Chooses the values.
    """
    made: list[Row] = []
    for path in _SENTENCES:
        rows = _sentences(folder / path)
        values: dict[str, list[str]] = {}
        for row in rows:
            for span in row["spans"]:
                value = row["full_text"][span["start_position"] : span["end_position"]]
                values.setdefault(span["entity_type"], []).append(value)
        made += [_refilled(row, values, rng) for _ in range(times) for row in rows]
    return made


def _refilled(row: dict[str, Any], values: dict[str, list[str]], rng: random.Random) -> Row:
    parts: list[str] = []
    spans: list[Span] = []
    length = last = 0
    for span in sorted(row["spans"], key=lambda each: each["start_position"]):
        start, end, kind = span["start_position"], span["end_position"], span["entity_type"]
        value = rng.choice(values[kind])
        parts += [row["full_text"][last:start], value]
        length += start - last
        spans.append(Span(length, length + len(value), _PRESIDIO[kind]))
        length += len(value)
        last = end
    return _sentence(row, "".join((*parts, row["full_text"][last:])), tuple(spans))


def _entities(path: Path, rng: random.Random, source: str) -> Iterator[Row]:  # noqa: ARG001
    text = path.read_text(encoding="utf-8")
    for number, words in enumerate(conll.sentences(text)):
        sentence, spans = conll.detokenised(words, _TAGS)
        if len(sentence) > 15:
            yield Row(
                text=sentence, label=UNKNOWN, source=source, group=f"{source}/{number}",
                spans=spans, kinds=_NAMED | _NUMBERS,
            )  # fmt: skip


def _clinc(path: Path, rng: random.Random) -> Iterator[Row]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for text, intent in _sample(data["train"] + data["oos_train"] + data["oos_val"], rng):
        yield _harmless(text, "clinc150", f"{intent}/{text}")


def _banking(path: Path, rng: random.Random) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in _sample(rows, rng):
        yield _harmless(row["text"], "banking77", row["text"])


def _xstest(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield _harmless(row["prompt"], "xstest", row["id"])


def _liveqa(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    """Yield the paraphrased questions: about an illness, about nobody."""
    text = path.read_text(encoding="utf-8")
    for number, question in enumerate(re.findall(r"<NIST-PARAPHRASE>([^<]{10,400})<", text)):
        yield _harmless(question, "liveqa", str(number))


def _vignettes(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    """Yield short stories of somebody's private affairs, and what users asked for (harmless)."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        group = f"privacylens/{row['name']}"
        story, asked = row["vignette"]["story"], row["trajectory"]["user_instruction"]
        yield Row(text=story, label=1, source="privacylens", group=group)
        yield _harmless(asked, "privacylens-asked", row["name"])


def _wikigold(path: Path, rng: random.Random) -> Iterator[Row]:
    """Yield sentences about public people and places: harmless, with their entities."""
    for row in _entities(path, rng, "wikigold"):
        yield msgspec.structs.replace(row, label=0, categories=frozenset())


_SENTENCES: Final = (
    "presidio_research/generated_large_part.json",
    "presidio_research/synth_dataset_v2_part.json",
)
SOURCES: Final = (
    _Source(path="pupa_new/prompts.jsonl", licence="MIT; ODC-BY upstream", read=pupa),
    _Source(
        path="ordinary_prompts/prompts.jsonl", licence="Apache-2.0 and CC0-1.0", read=_ordinary
    ),
    _Source(path="gitleaks_vectors/vectors.jsonl", licence="MIT", read=_gitleaks),
    *(_Source(path=path, licence="MIT", read=_presidio) for path in _SENTENCES),
    _Source(path="clinc150/data_full.json", licence="CC-BY-3.0", read=_clinc),
    _Source(path="banking77/train.csv", licence="CC-BY-4.0", read=_banking),
    _Source(path="xstest/xstest_prompts.csv", licence="CC-BY-4.0", read=_xstest),
    _Source(
        path="liveqa_med/TREC-2017-LiveQA-Medical-Test-Questions-w-summaries.xml",
        licence="public, cite TREC LiveQA 2017",
        read=_liveqa,
    ),
    _Source(path="privacylens/main_data.json", licence="CC-BY-4.0", read=_vignettes),
    _Source(path="wikigold/wikigold.conll.txt", licence="CC-BY-4.0", read=_wikigold),
    _Source(
        path="wnut17/wnut17train.conll",
        licence="CC-BY-4.0",
        read=partial(_entities, source="wnut17"),
    ),
    *(
        _Source(
            path=f"btc/{part}.conll", licence="CC-BY-4.0", read=partial(_entities, source="btc")
        )
        for part in "abefgh"
    ),
)

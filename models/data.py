"""Reads the training data, and says exactly which files it was.

Only the folders listed here are read; each was checked for a licence under which a trained
model may be shipped (`data.md`). Folders that are for measuring only are not in the list.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from models import fields
from models.generate import Row, unmask

_PER_SOURCE: Final = 1_500
_STRONG: Final = frozenset(
    (
        "CREDIT_CARD",
        "EMAIL_ADDRESS",
        "IBAN_CODE",
        "IP_ADDRESS",
        "PHONE_NUMBER",
        "STREET_ADDRESS",
        "US_DRIVER_LICENSE",
        "US_SSN",
    )
)


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file that a model was trained on."""

    path: str
    licence: str
    sha256: str
    rows: int


class _Source(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    licence: str
    read: Callable[[Path, random.Random], Iterator[Row]]


def read(folder: Path, seed: int) -> tuple[list[Row], list[SourceFile]]:
    """Return the rows of every source below `folder`, and the manifest.

    Raises:
        OSError: A source is missing.
        ValueError: A source is not in its format.
    """
    rows: list[Row] = []
    manifest: list[SourceFile] = []
    for source in _SOURCES:
        path = folder / source.path
        taken = list(source.read(path, random.Random(seed)))
        rows += taken
        manifest.append(
            SourceFile(
                path=source.path,
                licence=source.licence,
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                rows=len(taken),
            )
        )
    return rows, manifest


def _row(text: str, label: int, source: str, group: str) -> Row:
    return Row(text=text.strip(), label=label, source=source, group=f"{source}/{group}")


def _json_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _sample(items: list[Any], rng: random.Random) -> list[Any]:
    return rng.sample(items, min(_PER_SOURCE, len(items)))


def _pupa(path: Path, rng: random.Random) -> Iterator[Row]:
    fakers = fields.fakers(rng.randrange(2**31))
    for row in _json_lines(path):
        yield _row(unmask(row["text"], rng, fakers), 1, "pupa_new", row["id"])


def _ordinary(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    for row in _json_lines(path):
        yield _row(row["text"], 0, f"ordinary-{row['id'].split('-')[0]}", row["id"])


def _gitleaks(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    for row in _json_lines(path):
        yield _row(row["text"], row["label"], "gitleaks", row["sub"])


def _presidio(path: Path, rng: random.Random) -> Iterator[Row]:
    """Take sentences with a contact, number or address; a lone name may be a singer's."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    strong = [r for r in rows if _STRONG & {span["entity_type"] for span in r["spans"]}]
    for row in _sample(strong, rng):
        yield _row(row["full_text"], 1, "presidio", f"{path.stem}/{row['template_id']}")


def _clinc(path: Path, rng: random.Random) -> Iterator[Row]:
    data = json.loads(path.read_text(encoding="utf-8"))
    for text, intent in _sample(data["train"] + data["oos_train"] + data["oos_val"], rng):
        yield _row(text, 0, "clinc150", f"{intent}/{text}")


def _banking(path: Path, rng: random.Random) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in _sample(rows, rng):
        yield _row(row["text"], 0, "banking77", row["text"])


def _xstest(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield _row(row["prompt"], 0, "xstest", row["id"])


def _liveqa(path: Path, rng: random.Random) -> Iterator[Row]:  # noqa: ARG001  # takes all
    """Take the paraphrased questions: about an illness, about nobody."""
    text = path.read_text(encoding="utf-8")
    for number, question in enumerate(re.findall(r"<NIST-PARAPHRASE>([^<]{10,400})<", text)):
        yield _row(question, 0, "liveqa", str(number))


def _wikigold(path: Path, rng: random.Random) -> Iterator[Row]:
    """Take sentences about public people and places, as somebody would ask about them."""
    sentences = [
        " ".join(line.split(" ", 1)[0] for line in block.splitlines() if not line.startswith("-D"))
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    asks = ("Summarise: ", "Is this true? ", "", "Translate into French: ", "Simplify: ", "")
    for text in rng.sample([s for s in sentences if len(s) > 40], 700):
        yield _row(rng.choice(asks) + text, 0, "wikigold", text)


_SOURCES: Final = (
    _Source(path="pupa_new/prompts.jsonl", licence="MIT; ODC-BY upstream", read=_pupa),
    _Source(
        path="ordinary_prompts/prompts.jsonl", licence="Apache-2.0 and CC0-1.0", read=_ordinary
    ),
    _Source(path="gitleaks_vectors/vectors.jsonl", licence="MIT", read=_gitleaks),
    _Source(path="presidio_research/generated_large_part.json", licence="MIT", read=_presidio),
    _Source(path="presidio_research/synth_dataset_v2_part.json", licence="MIT", read=_presidio),
    _Source(path="clinc150/data_full.json", licence="CC-BY-3.0", read=_clinc),
    _Source(path="banking77/train.csv", licence="CC-BY-4.0", read=_banking),
    _Source(path="xstest/xstest_prompts.csv", licence="CC-BY-4.0", read=_xstest),
    _Source(
        path="liveqa_med/TREC-2017-LiveQA-Medical-Test-Questions-w-summaries.xml",
        licence="public, cite TREC LiveQA 2017",
        read=_liveqa,
    ),
    _Source(path="wikigold/wikigold.conll.txt", licence="CC-BY-4.0", read=_wikigold),
)

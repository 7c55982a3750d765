"""The labelled sets: what is measured on was never trained on (`models.held`)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from benchmarks import dlp_messages, language_prompts
from companion.scoring.rows import Row
from models import held

ROOT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """Return where the sets lie: $DETECTION_DATA, or beside the checkout."""
    named = os.environ.get("DETECTION_DATA")
    return Path(named) if named else ROOT.parent / "shared" / "data" / "detection"


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with (folder() / path).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@cache
def templates(name: str) -> list[Row]:
    """Return the rows of presidio-research whose templates are held out.

    Args:
        name: `synth_dataset_v2` or `generated_large`.
    """
    path = folder() / "presidio_research" / f"{name}_part.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Row(id=f"{name}-{number}", text=row["full_text"], spans=_spans(row["spans"]))
        for number, row in enumerate(rows)
        if row["template_id"] in held.TEMPLATES
    ]


def _spans(spans: list[dict[str, Any]]) -> tuple[tuple[int, int, str], ...]:
    return tuple((s["start_position"], s["end_position"], s["entity_type"]) for s in spans)


@cache
def ambiguous() -> list[Row]:
    """Return AmbientMeta's rows, none of which is trained on."""
    return [msgspec.convert(row, Row) for row in _lines("ambientmeta_eval/samples.jsonl")]


@cache
def real_prompts() -> list[Row]:
    """Return PUPA's held rows: real private prompts; masked phrases are no units."""
    return [
        Row(id=row["id"], text=row["text"], units=_units(row["units"]), label=1)
        for row in _unseen("pupa_new/prompts.jsonl")
    ]


def _unseen(path: str) -> list[dict[str, Any]]:
    """Return the held rows of a set, but for those whose text is trained on under another id."""
    rows = list(_lines(path))
    repeated = held.repeats(row["text"] for row in rows if not held.is_held(row["id"]))
    return [row for row in rows if held.is_held(row["id"]) and not repeated(row["text"])]


def _units(units: list[str]) -> tuple[str, ...]:
    return tuple(unit for unit in units if "PRESIDIO_ANONYMIZED" not in unit)


@cache
def ordinary_prompts() -> list[Row]:
    """Return the held ordinary prompts; a few may name somebody real."""
    return [
        Row(id=row["id"], text=row["text"], label=0)
        for row in _unseen("ordinary_prompts/prompts.jsonl")
    ]


def messages() -> list[Row]:
    """Return our own short work messages, written apart from every template."""
    return [
        Row(id=f"message-{number}", text=each.text, label=each.label, group=each.group)
        for number, each in enumerate(dlp_messages.ALL)
    ]


def languages() -> list[Row]:
    """Return our own prompts in the covered languages; the group is the language."""
    return [
        Row(
            id=f"language-{number}",
            text=each.text,
            spans=each.spans,
            label=each.label,
            group=each.language,
        )
        for number, each in enumerate(language_prompts.ALL)
    ]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of code with one line that holds a secret or only looks like it."""

    id: str
    text: str
    start: int
    end: int
    label: bool
    category: str


@cache
def credentials() -> list[Line]:
    """Return CredData's lines, none of which is trained on."""
    return [
        Line(
            id=row["id"],
            text=row["text"],
            start=min(row["line"][0], row["span"][0]),
            end=max(row["line"][1], row["span"][1]),
            label=bool(row["label"]),
            category=row["cat"],
        )
        for row in _lines("creddata_eval/lines.jsonl")
    ]


@cache
def vectors() -> list[Line]:
    """Return the held half of gitleaks' own test strings."""
    return [
        Line(
            id=row["id"],
            text=row["text"],
            start=max(0, row["text"].find(row["raw"])),
            end=len(row["text"]),
            label=bool(row["label"]),
            category=row["sub"],
        )
        for row in _lines("gitleaks_vectors/vectors.jsonl")
        if held.is_held_rule(row["sub"])
    ]

"""The documentation of detection says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.detectors import kinds
from companion.sensitivity import COMBINATIONS, DEFAULT_THRESHOLD

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference" / "detection.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: kind.name)
def test_a_kind_is_documented_with_its_words_and_weight(kind):
    category = kind.category.value
    assert f"| `{kind.name}` | {kind.words} | {category} | {kind.weight:.2f} |" in REFERENCE


@pytest.mark.parametrize("combination", COMBINATIONS)
def test_a_combination_is_documented(combination):
    first = ", ".join(f"`{kind}`" for kind in sorted(combination.first))
    second = ", ".join(f"`{kind}`" for kind in sorted(combination.second))
    assert f"| {first} | {second} | {combination.level:.2f} |" in REFERENCE


def test_every_combined_kind_is_in_the_table():
    for combination in COMBINATIONS:
        assert combination.first | combination.second <= set(kinds.BY_NAME)


def test_the_threshold_is_documented():
    assert f"({DEFAULT_THRESHOLD:.2f} unless policy" in REFERENCE

"""The extension has words for everything that the companion can say; no code is ever shown."""

import json
from pathlib import Path

import pytest

from companion.detectors import kinds
from companion.values import HoldReason, Reason

LOCALE = json.loads(
    (Path(__file__).parents[1] / "extension/_locales/en/messages.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: kind.name)
def test_every_kind_reads_the_same_in_the_panel_and_in_the_companion(kind):  # F02
    assert LOCALE[f"kind_{kind.name}"]["message"] == kind.words


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.THRESHOLD_REACHED])
def test_every_reason_has_a_sentence(reason):  # F02
    assert LOCALE[f"reason_{reason}"]["message"]


@pytest.mark.parametrize("reason", HoldReason)
def test_every_reason_to_hold_has_a_sentence_that_says_what_to_do(reason):  # F02
    assert LOCALE[f"held_{reason}"]["message"]


@pytest.mark.parametrize("category", kinds.Category)
def test_every_category_reads_the_same_in_the_panel_and_in_the_companion(category):  # F02
    assert LOCALE[f"category_{category}"]["message"] == kinds.CATEGORY_WORDS[category]

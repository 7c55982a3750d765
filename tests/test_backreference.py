"""Whether a turn speaks of somebody whom only earlier turns can have named."""

from __future__ import annotations

import pytest

from companion.backreference import refers_back


@pytest.mark.parametrize(
    "text",
    [
        "Is HER insulin enough?",
        "What should he do?",
        "Was soll ich ihm sagen?",
        "Que dois-je lui dire ?",
        "\u00c9l no lo sabe",
        "O que ela pode comer?",
        "Cosa devo dire a lei?",
        "Wat moet ik tegen haar zeggen?",
    ],
)
def test_a_pronoun_for_a_person_refers_back(text):
    assert refers_back(text)


@pytest.mark.parametrize(
    "text", ["", "What helps with diabetes?", "The theatre and the herald", "Sheffield", "hero"]
)
def test_a_text_without_one_does_not(text):
    assert not refers_back(text)

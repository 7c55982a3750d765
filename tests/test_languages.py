"""The language of a text."""

from __future__ import annotations

import random
import sys

import pytest

pytest.importorskip("pycld2", reason="the language library is not installed")

from companion import languages
from companion.languages import COVERED, UNKNOWN, language

SENTENCES = {
    "en": "Could you please write a short letter to my landlord about the broken window?",
    "de": "Kannst du bitte einen kurzen Brief an meinen Vermieter über das Fenster schreiben?",
    "fr": "Peux-tu écrire une courte lettre à mon propriétaire au sujet de la fenêtre cassée ?",
    "es": "¿Puedes escribir una carta breve a mi casero sobre la ventana que se ha roto?",
    "pt": "Você pode escrever uma carta curta ao meu senhorio sobre a janela que não fecha?",
    "it": "Puoi scrivere una breve lettera al mio padrone di casa per la finestra rotta?",
    "nl": "Kun je een korte brief aan mijn huisbaas schrijven over het kapotte raam?",
}


@pytest.mark.parametrize("code", COVERED)
def test_each_covered_language_is_told_from_one_sentence(code):
    found = language(SENTENCES[code])
    assert found.code == code
    assert found.covered
    assert found.probability > 0.6


def test_another_language_is_named_and_said_not_to_be_covered():
    found = language("Можешь написать короткое письмо хозяину квартиры о разбитом окне?")
    assert found.code == "ru"
    assert not found.covered


@pytest.mark.parametrize("text", ["", "12345", "?!", "\ud800", "\x00\x01", "x = 1"])
def test_a_text_without_words_has_no_known_language(text):
    assert language(text).code == UNKNOWN
    assert language(text).probability == 0.0


def test_any_text_gets_an_answer():
    chance = random.Random(11)
    for _ in range(500):
        text = "".join(chr(chance.randrange(0x11000)) for _ in range(chance.randrange(60)))
        found = language(text)
        assert 0.0 <= found.probability <= 1.0


def test_the_library_is_loaded_by_the_first_text_and_not_before():
    assert "pycld2" not in vars(languages)
    language(SENTENCES["en"])
    assert "pycld2" in sys.modules

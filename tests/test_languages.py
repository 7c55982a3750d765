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


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("\u043f\u0440\u0438\u0432\u0435\u0442, \u0443 \u0441\u043e\u0441\u0435\u0434\u0430", True),
        ("\u6211\u7684\u90bb\u5c45\u5f97\u4e86\u764c\u75c7", True),
        (
            "Kom\u015fum kanser oldu, patronuna bir mektup yazmama yard\u0131m eder misin",
            True,
        ),
        ("Translate to English: \u4f60\u597d\u4e16\u754c", False),
        ("\u0141ukasz \u017b\u00f3\u0142\u0107 lives in Gda\u0144sk and writes English", False),
        ("Ich habe heute frei und gehe mit meiner Schwester an den Fluss", False),
        ("SELECT name FROM users WHERE id = 7", False),
        ("", False),
        ("12345 67890", False),
    ],
)
def test_a_text_that_nobody_here_can_read_is_foreign(text, foreign):
    assert languages.is_foreign(text) is foreign


ENGLISH = "Please summarise the meeting about the new bicycle shed for my colleagues. " * 80
UKRAINIAN = (
    "\u043c\u043e\u044f \u0441\u0443\u0441\u0456\u0434\u043a\u0430 "
    "\u0437\u0430\u0445\u0432\u043e\u0440\u0456\u043b\u0430 "
) * 150


@pytest.mark.parametrize("text", [ENGLISH + UKRAINIAN, ENGLISH + UKRAINIAN + ENGLISH])
def test_an_unreadable_stretch_behind_a_long_english_one_makes_a_text_foreign(text):  # R13
    assert languages.is_foreign(text)
    assert not languages.is_foreign(ENGLISH + ENGLISH)


def test_a_short_last_line_of_formulas_does_not_make_a_long_text_foreign():
    text = ENGLISH[: languages.MAX_CHARACTERS] + " \u03b1\u03b2\u03b3\u03b4"
    assert not languages.is_foreign(text)


def test_a_text_on_which_the_library_fails_is_foreign(monkeypatch):  # R13
    class Broken:
        class error(Exception):  # noqa: N801, N818  # the library's own name
            pass

        def detect(self, *_, **__):
            raise self.error

    monkeypatch.setattr(languages, "_library", Broken)
    assert languages.is_foreign(ENGLISH)
    assert languages.language(ENGLISH).code == languages.UNKNOWN

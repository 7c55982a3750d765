"""Prompts in the seven covered languages, sensitive and not: `language_prompts.txt`.

28 prompts a language, half of them sensitive, as people type them at work and at home; every
language has prompts, names, addresses and numbers of its own, none translates another. In
each half seven are questions and seven are not, so that the question mark tells nothing. A
third of the harmless ones or more name public or invented persons, places or firms, and
several use the words of the sensitive ones: dismissal, a diagnosis, a bank account. The
prompts were written without sight of what the models are trained on and before any detector
read them, and are not changed by what detectors say. Every private person, firm and number
in them is made up; numbers with a checksum pass it.

The file is read line by line: `= de` starts a language, `+` and `-` its sensitive and its
harmless prompts, every other line is one prompt. In a prompt `{KIND:text}` marks what the
text is. Persons, places and street addresses are marked wherever they stand, public ones
too; organisations only where they are private firms; dates only where they are complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from companion.languages import COVERED

PATH: Final = Path(__file__).with_suffix(".txt")
LANGUAGES: Final = COVERED
KINDS: Final = (
    *("PERSON", "LOCATION", "ORGANIZATION", "DATE_TIME", "EMAIL_ADDRESS", "PHONE_NUMBER"),
    *("IBAN_CODE", "CREDIT_CARD", "PASSWORD", "DE_TAX_ID", "FR_NIR", "ES_NIF"),
    *("IT_FISCAL_CODE", "NL_BSN", "PT_NIF", "BR_CPF", "UK_NINO"),
)
"""What can be marked, in the words of `companion.detectors.kinds`."""
_OPEN: Final = re.compile(r"\{([A-Z_]+):")


class PromptError(Exception):
    """A line of the file cannot be read; the message names the line and never quotes it."""


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One prompt without its marks.

    Attributes:
        language: ISO 639-1 code, one of `LANGUAGES`.
        label: 1 sensitive, 0 harmless.
        text: What somebody would type.
        spans: Start, end (exclusive), both in code points of `text`, and the kind.
    """

    language: str
    label: Literal[0, 1]
    text: str
    spans: tuple[tuple[int, int, str], ...]

    @property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return self.text.endswith("?")


def parse(text: str) -> Iterator[Prompt]:
    """Yield the prompts of a file.

    Raises:
        PromptError: A line has no language or label before it, names a language or a kind
            that is not known, or holds a mark that is empty, nested or never closed.
    """
    language: str | None = None
    label: Literal[0, 1] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("= "):
            language, label = _language(line[2:], number), None
        elif line in ("+", "-"):
            label = 1 if line == "+" else 0
        elif language is None or label is None:
            raise PromptError(f"line {number}: a prompt before its language and its + or -")
        else:
            plain, spans = _unmarked(line, number)
            yield Prompt(language=language, label=label, text=plain, spans=spans)


def _language(code: str, number: int) -> str:
    if code not in LANGUAGES:
        raise PromptError(f"line {number}: not one of the languages {', '.join(LANGUAGES)}")
    return code


def _unmarked(line: str, number: int) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return a line without its marks, and what they said about which stretch."""
    if not line.strip():
        raise PromptError(f"line {number}: an empty prompt")
    plain, spans, place = "", [], 0
    while mark := _OPEN.search(line, place):
        inside, end = _inside(line, mark, number)
        plain += line[place : mark.start()]
        spans.append((len(plain), len(plain) + len(inside), mark[1]))
        plain, place = plain + inside, end
    return plain + line[place:], tuple(spans)


def _inside(line: str, mark: re.Match[str], number: int) -> tuple[str, int]:
    """Return what a mark holds, and where the line goes on behind it."""
    if mark[1] not in KINDS:
        raise PromptError(f"line {number}: a mark of no known kind")
    close = line.find("}", mark.end())
    if close < 0:
        raise PromptError(f"line {number}: a mark that is never closed")
    inside = line[mark.end() : close]
    if "{" in inside:
        raise PromptError(f"line {number}: a mark within a mark")
    if not inside or inside != inside.strip():
        raise PromptError(f"line {number}: a mark that is empty or has blanks at its borders")
    return inside, close + 1


ALL: Final = tuple(parse(PATH.read_text(encoding="utf-8")))

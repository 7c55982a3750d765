"""The templates of the prompt generator, a module for each field of life.

A template is text with slots and marks:

- `{slot}` becomes an invented value (`models.slots`); a number behind the name asks for
  another value of the same slot: `{name}`, `{name2}`. A slot keeps its value in one text.
- `[[text]]` marks a stretch that is private without being of a narrower kind;
  `[[KIND|text]]` marks one of that kind. Slots may stand inside.

A family is sensitive when it names categories, harmless when it names none. Both speak of the
same subjects in the same forms: neither length, nor question marks, nor politeness, nor a
keyword may tell them apart.

Every module here brings `FAMILIES`, `SLOTS` of its own, or both; slots under names that no
other module uses.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Final, Literal

import msgspec


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Templates that belong together.

    Attributes:
        name: Unique among all families.
        templates: The texts with their slots and marks.
        categories: Values of `companion.detectors.kinds.Category`; empty means harmless.
        language: ISO 639-1; values are invented for it.
        form: `prompt`: a person's request, to which the generator may add a frame;
            `document`: something pasted (mail, table, log, code), which the generator may
            put below a request or leave alone; `sentence`: prose for the spans alone, whose
            label nobody knows.
        marked: Whether every person, place, organisation and the like is a slot or marked.
    """

    name: str
    templates: tuple[str, ...]
    categories: tuple[str, ...] = ()
    language: str = "en"
    form: Literal["prompt", "document", "sentence"] = "prompt"
    marked: bool = True


LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "it", "nl")


def modules() -> tuple[ModuleType, ...]:
    """Return the modules of templates, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def families() -> tuple[Family, ...]:
    """Return every family of every module, always in the same order."""
    return tuple(family for module in modules() for family in getattr(module, "FAMILIES", ()))

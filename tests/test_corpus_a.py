"""The templates about people, money, health, secrets and private lives are fit to train on."""

from __future__ import annotations

import csv
import importlib
import json
import random
import re
import statistics
from itertools import chain
from pathlib import Path

import pytest

from companion.detectors.kinds import BY_NAME, Category
from models import corpus, slots
from models.corpus import health_values, personal_values
from models.folded import texts, words
from models.render import render
from models.slots import Values, slot_of

STEMS = ("personal", "payment", "health", "credentials", "private_life")
VALUES = ("personal_values", "health_values")
SHARED = Path(__file__).parent.parent.parent / "shared" / "data" / "detection"
RUN = 8


def mine():
    folder = Path(corpus.__file__).parent
    names = [path.stem for path in sorted(folder.glob("*.py"))]
    modules = [name for name in names if name.startswith(STEMS) and name not in VALUES]
    loaded = [importlib.import_module(f"models.corpus.{name}") for name in modules]
    found = chain.from_iterable(module.FAMILIES for module in loaded)
    return [family for family in found if family.name.startswith("a_")]


FAMILIES = mine()
SENSITIVE = [text for family in FAMILIES if family.categories for text in family.templates]
HARMLESS = [text for family in FAMILIES if not family.categories for text in family.templates]


def rendered(texts_, *, private):
    rng = random.Random(7)
    return [render(text, Values(rng, "en", 3), private=private) for text in texts_]


def plain(text):
    return re.sub(r"\[\[(?:[A-Z_0-9]+\|)?|\]\]", "", text)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_template_of_a_family_renders_with_kinds_that_exist(family):
    for made in rendered(family.templates, private=bool(family.categories)):
        assert "[[" not in made.text
        assert "]]" not in made.text
        for span in made.spans:
            assert span.kind in BY_NAME
            stretch = made.text[span.start : span.end]
            assert stretch.strip() == stretch != ""


def test_names_of_families_are_unique_and_categories_exist():
    names = [family.name for family in FAMILIES]
    assert len(set(names)) == len(names)
    known = {category.value for category in Category}
    assert all(set(family.categories) <= known for family in FAMILIES)


def test_a_sensitive_template_has_something_private_or_speaks_of_the_writer():
    bare = [made for made in rendered(SENSITIVE, private=True) if not made.spans]
    assert len(bare) < 0.05 * len(SENSITIVE)


def test_both_sides_have_as_many_templates_questions_and_words():
    assert len(SENSITIVE) + len(HARMLESS) >= 1200
    assert 0.8 < len(SENSITIVE) / len(HARMLESS) < 1.25
    sides = [rendered(SENSITIVE, private=True), rendered(HARMLESS, private=False)]
    asking = [statistics.mean(made.text.endswith("?") for made in side) for side in sides]
    assert abs(asking[0] - asking[1]) < 0.10
    lengths = [statistics.median(len(made.text) for made in side) for side in sides]
    assert 1 / 1.3 < lengths[0] / lengths[1] < 1.3


def test_no_template_stands_twice():
    known = [plain(text).lower() for text in (*SENSITIVE, *HARMLESS)]
    assert len(set(known)) == len(known)


def shared_texts():
    for path in sorted(SHARED.rglob("*")):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").strip().split("\n"):
                yield from (v for v in json.loads(line).values() if isinstance(v, str))
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as rows:
                yield from (" ".join(row) for row in csv.reader(rows))
        elif path.suffix in {".json", ".txt", ".xml"} and path.name != "SOURCE.txt":
            yield path.read_text(encoding="utf-8", errors="replace")


def runs(text):
    found = re.findall(r"[a-z']+", text.lower())
    return {hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1)}


@pytest.mark.slow
def test_no_template_repeats_eight_words_of_the_data_that_others_wrote():
    if not SHARED.is_dir():
        pytest.skip("the detection data are not on this machine")
    own = {}
    for text in (*SENSITIVE, *HARMLESS):
        # A slot may become any word, so that a run may not go over it.
        for piece in re.split(r"\{[a-z0-9_]+\}", plain(text)):
            own |= dict.fromkeys(runs(piece), text)
    for text in shared_texts():
        assert not [own[run] for run in runs(text) & own.keys()]


@pytest.mark.parametrize("name", sorted({**personal_values.SLOTS, **health_values.SLOTS}))
def test_a_slot_makes_many_values_of_a_kind_that_exists(name):
    kind, maker = slot_of(name)
    assert kind is None or kind in BY_NAME
    made = {maker(Values(random.Random(seed), "en", seed)) for seed in range(12)}
    assert len(made) > 3
    assert all(value.strip() for value in made)


def test_equal_seeds_invent_equal_values():
    made = []
    for _ in range(2):
        slots._fakers.cache_clear()  # a Faker goes on where it stopped
        rng = random.Random(5)
        made.append([render(text, Values(rng, "en", 5), private=True) for text in SENSITIVE])
    assert made[0] == made[1]


def test_folded_lists_and_texts_are_read_back_whole():
    assert words("\na; b c\nd; a\n") == ("a", "b c", "d")
    assert texts("\n- one\ntwo\n- three\\nfour - five\n") == ("one two", "three\nfour - five")

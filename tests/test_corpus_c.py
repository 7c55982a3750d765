"""The templates of entities, documents, numbers and six languages are fit to train on."""

from __future__ import annotations

import collections
import csv
import importlib
import itertools
import json
import random
import re
import statistics
from pathlib import Path

import pytest

from companion.detectors.checks import iban as iban_holds
from companion.detectors.checks import luhn
from companion.detectors.kinds import BY_NAME, Category
from models import corpus, slots
from models.corpus import (
    entity_dates,
    entity_local,
    entity_names,
    entity_places,
    entity_values,
    number_pairs,
)
from models.render import render
from models.slots import Values

SHARED = Path(__file__).parent.parent.parent / "shared" / "data" / "detection"
RUN = 8
TONGUES = ("de", "fr", "es", "pt", "it", "nl")
MODULES = (
    entity_dates,
    entity_local,
    entity_names,
    entity_places,
    entity_values,
    number_pairs,
)
SLOTS = {name: slot for module in MODULES for name, slot in module.SLOTS.items()}


def mine():
    folder = Path(corpus.__file__).parent
    loaded = [
        importlib.import_module(f"models.corpus.{path.stem}")
        for path in sorted(folder.glob("*.py"))
        if path.stem != "__init__"
    ]
    return [f for module in loaded for f in module.FAMILIES if f.name.startswith("c_")]


FAMILIES = mine()
TEMPLATES = [text for family in FAMILIES for text in family.templates]


def rendered(families, *, seed=7):
    rng = random.Random(seed)
    return [
        render(text, Values(rng, family.language, seed), private=bool(family.categories))
        for family in families
        for text in family.templates
    ]


def sides(language):
    ours = [f for f in FAMILIES if f.language == language and f.form != "sentence"]
    return rendered(f for f in ours if f.categories), rendered(f for f in ours if not f.categories)


def language_of(slot):
    part = slot.split("_")[1]
    return part if part in TONGUES else "en"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_template_renders_in_its_language_with_kinds_that_exist(family):
    for made in rendered([family]):
        assert "[[" not in made.text
        assert "]]" not in made.text
        for span in made.spans:
            assert span.kind in BY_NAME
            stretch = made.text[span.start : span.end]
            assert stretch.strip() == stretch != ""


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_marks_of_a_narrow_kind_hold_no_other_mark(family):
    for made in rendered([family]):
        narrow = [span for span in made.spans if span.kind != "PRIVATE_DETAIL"]
        for one, two in itertools.pairwise(narrow):
            assert one.end <= two.start, made.text[one.start : one.end]


def test_names_of_families_are_unique_and_categories_exist():
    names = [family.name for family in FAMILIES]
    assert len(set(names)) == len(names)
    known = {category.value for category in Category}
    assert all(set(family.categories) <= known for family in FAMILIES)


def test_no_template_stands_twice():
    known = collections.Counter(text.lower() for text in TEMPLATES)
    assert [text for text, times in known.items() if times > 1] == []


@pytest.mark.parametrize("language", TONGUES)
def test_a_language_has_as_many_private_as_ordinary_texts(language):
    private, ordinary = sides(language)
    assert min(len(private), len(ordinary)) >= 70
    assert 0.8 < len(private) / len(ordinary) < 1.25


@pytest.mark.parametrize("language", TONGUES)
def test_a_language_asks_and_tells_alike_on_both_sides(language):
    both = sides(language)
    asking = [statistics.mean("?" in made.text for made in side) for side in both]
    assert abs(asking[0] - asking[1]) < 0.12
    closing = [statistics.mean(made.text.endswith("?") for made in side) for side in both]
    assert abs(closing[0] - closing[1]) < 0.12
    lengths = [statistics.mean(len(made.text) for made in side) for side in both]
    assert 0.8 < lengths[0] / lengths[1] < 1.25


@pytest.mark.parametrize("language", TONGUES)
def test_values_are_invented_for_the_language(language):
    families = [f for f in FAMILIES if f.language == language and f.categories]
    texts = " ".join(made.text for made in rendered(families))
    assert re.search(r"[äöüßéèçñãõàìòëï]", texts)


def test_private_texts_have_something_marked():
    made = rendered([family for family in FAMILIES if family.categories])
    assert [one.text for one in made if not one.spans] == []


def test_ordinary_texts_hold_nobody_but_the_famous():
    plain = [f for f in FAMILIES if not f.categories and f.form != "sentence"]
    grave = {kind.name for kind in BY_NAME.values() if kind.grave}
    for made in rendered(plain):
        kinds = {span.kind for span in made.spans}
        assert not kinds & grave, made.text
        assert not kinds & {"PHONE_NUMBER", "POSTAL_ADDRESS", "ACCOUNT_NUMBER", "USERNAME"}


def test_every_kind_of_the_brief_stands_in_many_sentences():
    spans = [span for made in rendered(FAMILIES) for span in made.spans]
    seen = collections.Counter(span.kind for span in spans)
    for kind in (
        "PERSON", "LOCATION", "ORGANIZATION", "NRP", "TITLE", "AGE", "DATE_TIME", "DATE_OF_BIRTH",
        "POSTAL_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS", "CREDIT_CARD", "IBAN_CODE", "US_SSN",
        "US_DRIVER_LICENSE", "PASSPORT_NUMBER", "MEDICAL_RECORD_NUMBER", "ACCOUNT_NUMBER",
        "USERNAME", "URL", "IP_ADDRESS", "MONEY", "MEDICAL_CONDITION", "MEDICATION", "CASE_NUMBER",
        "VEHICLE_PLATE", "PASSWORD",
    ):  # fmt: skip
        assert seen[kind] >= 10, kind


def test_an_ambiguous_word_stands_as_a_name_and_as_a_word():
    (family,) = [f for f in FAMILIES if f.name == "c_names_that_are_words"]
    for word in ("will", "mark", "grace", "hope", "rose", "bill", "frank", "turkey", "paris"):
        marked = [t for t in family.templates if re.search(rf"\|{word}\]\]", t.lower())]
        free = [
            t
            for t in family.templates
            if re.search(rf"\b{word}\b", re.sub(r"\[\[.*?\]\]", "", t.lower()))
        ]
        assert marked, word
        assert free, word


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_a_slot_makes_different_values_without_ragged_ends(slot):
    language = language_of(slot)
    values = [Values(random.Random(seed), language, 5)[slot] for seed in range(24)]
    assert all(value == value.strip() != "" for value in values)
    assert len(set(values)) >= 4
    assert SLOTS[slot][0] is None or SLOTS[slot][0] in BY_NAME


def values_of_every_slot():
    slots._fakers.cache_clear()  # a Faker goes on where it stood
    made = {language: Values(random.Random(5), language, 5) for language in ("en", *TONGUES)}
    return {slot: made[language_of(slot)][slot] for slot in SLOTS}


def test_slots_give_the_same_values_for_the_same_seed():
    assert values_of_every_slot() == values_of_every_slot()


def test_cards_and_accounts_have_their_check_digits():
    for seed in range(40):
        values = Values(random.Random(seed), "en", 5)
        assert luhn(re.sub(r"\D", "", values["c_card"]))
        assert iban_holds(re.sub(r"[^A-Z0-9]", "", values["c_iban"].upper()))


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
    found = re.findall(r"[^\W\d_]+", text.lower())
    return {hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1)}


@pytest.mark.slow
def test_no_template_repeats_eight_words_of_the_data_that_others_wrote():
    if not SHARED.is_dir():
        pytest.skip("the detection data are not on this machine")
    own = {}
    for text in TEMPLATES:
        plain = re.sub(r"\[\[(?:[A-Z_0-9]+\|)?|\]\]", "", text)
        for piece in re.split(r"\{[a-z0-9_]+\}", plain):
            own |= dict.fromkeys(runs(piece), text)
    for text in shared_texts():
        assert not [own[run] for run in runs(text) & own.keys()]

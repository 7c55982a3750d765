"""The documentation of detection says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from companion import (
    classifier,
    encoder,
    labelling,
    normalize,
    sensitivity,
    signals,
    stack,
    tools,
    views,
)
from companion import languages as spoken
from companion.detectors import checks, identities, kinds, national, secrets
from companion.detectors.identifiers import Identifier
from companion.explain import GRADES
from companion.judging import Rules, Stage
from companion.sensitivity import COMBINATIONS, DEFAULT_THRESHOLD
from companion.settings import Settings
from companion.values import Grade, Reason
from models import stack as fitting
from models.encoder.examples import KINDS

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference" / "detection.md").read_text(encoding="utf-8")
FLAT = " ".join(REFERENCE.split())
COUNTRIES = {
    "us": "United States", "uk": "United Kingdom", "de": "Germany", "fr": "France", "es": "Spain",
    "it": "Italy", "nl": "Netherlands", "pt": "Portugal", "br": "Brazil", "at": "Austria",
    "ch": "Switzerland", "be": "Belgium", "pl": "Poland", "se": "Sweden", "no": "Norway",
    "fi": "Finland", "dk": "Denmark", "in": "India", "ca": "Canada", "au": "Australia",
    "kr": "South Korea", "sg": "Singapore",
}  # fmt: skip
LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese",
    "it": "Italian", "nl": "Dutch",
}  # fmt: skip


def section(title: str) -> str:
    """Return what stands under a heading, up to the next one."""
    return REFERENCE.split(f"\n## {title}")[1].split("\n## ")[0]


def firsts(text: str) -> list[str]:
    """Return the names in the first column of a section's tables."""
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: kind.name)
def test_a_kind_is_documented_with_its_words_and_weight(kind):
    category = kind.category.value
    assert f"| `{kind.name}` | {kind.words} | {category} | {kind.weight:.2f} |" in REFERENCE


def test_the_grave_kinds_are_named():
    named = re.search(r"Grave kinds: ([^.]*)\.", REFERENCE)
    assert re.findall(r"`(\w+)`", named[1]) == [kind.name for kind in kinds.ALL if kind.grave]


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


def test_every_category_is_documented_with_its_words():
    assert firsts(section("Categories and grades"))[:8] == list(kinds.Category)
    for category, words in kinds.CATEGORY_WORDS.items():
        assert f"| `{category}` | {words} |" in REFERENCE


def test_every_grade_is_documented_with_its_words():
    assert firsts(section("Categories and grades"))[8:] == list(Grade)
    for grade, words in GRADES.items():
        assert f"| `{grade}` | {words} |" in REFERENCE


def test_every_stage_is_documented_in_its_order():
    assert firsts(section("The cascade")) == list(Stage)


def test_every_signal_is_documented_in_the_order_of_the_stack():
    assert firsts(section("The stack")) == list(signals.NAMES)


def test_every_disguise_is_documented():
    assert set(firsts(section("Views"))) == {*views.DECODERS, "bidi"}


def test_the_kinds_that_the_encoder_tells_apart_are_named():
    assert f"{len(KINDS)} kinds apart: {', '.join(f'`{kind}`' for kind in KINDS)}." in FLAT


@pytest.mark.parametrize("item", identities.TABLE, ids=lambda item: f"{item.kind}-{item.shapes}")
def test_every_identifier_is_documented_with_its_country(item: Identifier):
    rows = [row for row in section("Patterns").splitlines() if f"`{item.kind}`" in row]
    name = item.check.__name__ if item.check else ""
    country = COUNTRIES.get(name.split("_")[0])
    assert [row for row in rows if not country or country in row]


def test_no_country_is_documented_that_no_check_is_of():
    made = {name.split("_")[0] for name in vars(national) if re.match(r"[a-z]{2}_[a-z]+$", name)}
    assert made - {"is"} == set(COUNTRIES)
    for word in ("iban", "bitcoin", "aba", "npi", "dea", "vin"):
        assert callable(getattr(checks, word))


def test_every_covered_language_is_documented():
    assert set(LANGUAGES) == set(spoken.COVERED)
    assert not [name for name in LANGUAGES.values() if name not in section("Languages")]


LAYERS = re.search(
    r"LAYERS: Final = (\d+)", (ROOT / "models/encoder/train.py").read_text(encoding="utf-8")
)[1]


@pytest.mark.parametrize(
    "said",
    [
        f"a score of at least {sensitivity.VERIFIED} from a detector",
        f"never longer than {normalize.MAX_EXPANSION} times its text",
        f"({views._BEFORE} characters before, {views._AFTER} after)",
        f"read to a depth of {views.MAX_DEPTH}.",
        f"at most {views.MAX_VIEWS} derived views with {views.MAX_CHARACTERS:,} characters",
        f"may hold {secrets._FEWEST} such values and one more for every {secrets._EACH} char",
        f"with 2^{classifier.BITS} buckets",
        f"windows of {classifier.WINDOW:,} characters, each {classifier.STRIDE:,} after the last",
        f"the lower {LAYERS} layers of MiniLM",
        f"windows of {encoder.LENGTH} pieces, about {tools._WINDOW_CHARACTERS} characters",
        f"of which neighbours share {encoder.OVERLAP}.",
        f"their probability is at least {labelling.SCORE}.",
        f"a share of {fitting.SHARE:.0%} sensitive prompts".replace("%", " %"),
        f"the bar lets {fitting.KEPT} of the sensitive texts pass on",
        f"log-odds, cut at {signals._LOGIT:.0f}",
        f"the sum of the scores, at most {signals._MOST} |",
        f"with a score of at least {sensitivity.COMBINING_SCORE}, the signal",
        f"Up to {tools._SHORT} windows a text is read whole",
        f"the {tools._SURELY_READ} most suspicious are read unless",
        f"a probability of {Rules().enough}, or the threshold",
        f"reads at most {tools.MAX_READ} windows",
        f"more than {encoder.MAX_WINDOWS} windows",
        f"more than {classifier.MAX_CHARACTERS:,} characters",
        f"`deadline_ms`, {Settings().deadline_ms:,} milliseconds by default",
    ],
)
def test_a_number_on_the_page_is_the_programs(said):
    assert said in FLAT


def test_what_is_not_read_to_its_end_is_said_to_be_secured():
    assert f"`{Reason.DETECTOR_FAILED}`" in section("Long texts")
    assert stack.MODEL_FILE.endswith(".onnx")


def test_the_changes_count_the_countries():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"identity numbers of {len(COUNTRIES)} countries" in changes

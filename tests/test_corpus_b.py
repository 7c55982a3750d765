import json
import random
import re
import statistics
from collections import Counter
from pathlib import Path

import pytest

from companion.detectors import kinds
from models import corpus
from models.corpus import Family
from models.render import render
from models.slots import Values, slot_of

MODULES = (
    "employment",
    "employment_documents",
    "legal",
    "legal_documents",
    "corporate",
    "corporate_documents",
    "correspondence",
    "correspondence_more",
    "office_talk",
    "buried",
    "office_short",
    "office_rules",
    "code",
    "code_open",
    "code_own",
    "infrastructure",
    "firm_words",
    "public_words",
)
ORDINARY = (
    "ordinary",
    "ordinary_long",
    "ordinary_more",
    "ordinary_programs",
    "ordinary_work",
    "ordinary_invented",
    "ordinary_prose",
)
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "detection"
EQUAL_WORDS = 8


def families(names: tuple[str, ...]) -> list[Family]:
    found = [m for m in corpus.modules() if m.__name__.rpartition(".")[2] in names]
    return [family for module in found for family in module.FAMILIES]


def side(*, sensitive: bool) -> list[str]:
    chosen = [f for f in families(MODULES) if bool(f.categories) == sensitive]
    return [template for family in chosen for template in family.templates]


ALL = families(MODULES + ORDINARY)


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.name)
def test_every_template_renders_with_known_kinds(family: Family):
    for template in family.templates:
        values = Values(random.Random(7), family.language, 11)
        rendered = render(template, values, private=bool(family.categories))
        assert rendered.text.strip()
        assert "[[" not in rendered.text
        assert "]]" not in rendered.text
        assert {span.kind for span in rendered.spans} <= set(kinds.BY_NAME), template


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.name)
def test_only_a_sensitive_text_has_private_details(family: Family):
    for template in family.templates:
        values = Values(random.Random(7), family.language, 11)
        spans = render(template, values, private=bool(family.categories)).spans
        if family.categories:
            assert spans, template
        else:
            assert all(span.kind != kinds.PRIVATE_DETAIL for span in spans), template


def test_families_have_names_and_categories_of_their_own():
    names = Counter(family.name for family in ALL)
    assert all(name.startswith("b_") for name in names)
    assert set(names.values()) == {1}
    known = {str(category) for category in kinds.Category}
    assert {category for family in ALL for category in family.categories} <= known


def test_no_template_stands_there_twice():
    seen = Counter(
        " ".join(template.lower().split()) for family in ALL for template in family.templates
    )
    assert [text for text, count in seen.items() if count > 1] == []


def test_there_are_as_many_sensitive_templates_as_harmless_ones():
    sensitive, harmless = len(side(sensitive=True)), len(side(sensitive=False))
    assert 0.8 <= sensitive / harmless <= 1.2


def test_a_question_mark_at_the_end_tells_nothing():
    shares = []
    for sensitive in (True, False):
        texts = side(sensitive=sensitive)
        shares.append(sum(text.rstrip().endswith("?") for text in texts) / len(texts))
    assert abs(shares[0] - shares[1]) < 0.1


def test_the_length_tells_nothing():
    medians = [
        statistics.median(
            len(render(text, Values(random.Random(5), "en", 5), private=True).text)
            for text in side(sensitive=sensitive)
        )
        for sensitive in (True, False)
    ]
    assert 0.7 <= medians[0] / medians[1] <= 1.3


def test_ordinary_prompts_are_many_and_harmless():
    ordinary = families(ORDINARY)
    assert sum(len(family.templates) for family in ordinary) >= 350
    assert not any(family.categories for family in ordinary)


def test_a_slot_of_an_organisation_or_a_machine_varies():
    for name in ("b_firm", "b_host", "b_subnet", "b_sum", "b_figure"):
        rng = random.Random(1)
        made = {slot_of(name)[1](Values(rng, "en", 1)) for _ in range(60)}
        assert len(made) > 30, name


def words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + EQUAL_WORDS]) for i in range(len(found) - EQUAL_WORDS + 1)}


def shared_texts():
    for path in sorted(SHARED.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                yield str(json.loads(line).get("text", ""))


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason=f"THE TRAINING DATA ARE NOT AT {SHARED}")
def test_no_template_has_a_run_of_words_from_the_training_data():
    own: dict[tuple[str, ...], str] = {}
    for family in ALL:
        for template in family.templates:
            plain = re.sub(r"\[\[[A-Z_]+\|", "", template)
            own |= dict.fromkeys(runs(plain), template)
    copied = {own[run] for text in shared_texts() for run in runs(text) & own.keys()}
    assert copied == set()

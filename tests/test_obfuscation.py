"""The obfuscation grid: what a cell is, what counts as found, and what the rules find."""

from __future__ import annotations

import pytest

from benchmarks import obfuscation
from benchmarks.obfuscation import TRICKS, VALUES, grid, harmless, hit, measure, sensitive_hit
from companion.detectors import kinds
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.normalize import normalise
from companion.values import Finding
from companion.views import derive


@pytest.fixture(scope="module")
def detectors():
    return PatternDetector(), SecretDetector()


@pytest.fixture(scope="module")
def find(detectors):
    """The rules on the plain view and on every derived view."""

    def found(text):
        plain = normalise(text)
        derived = derive(text, plain)
        assert derived.complete
        findings = [plain.original_finding(f) for d in detectors for f in d.find(plain.text)]
        for view in derived.views:
            findings += view.original_findings(f for d in detectors for f in d.find(view.text))
        return findings

    return found


@pytest.fixture(scope="module")
def plain_find(detectors):
    return lambda text: [finding for each in detectors for finding in each.find(text)]


@pytest.fixture(scope="module")
def figures(find):
    return measure(find)


def test_the_grid_has_six_hundred_cells():  # R14
    assert (len(TRICKS), len(VALUES), len(grid())) == (20, 30, 600)


def test_the_grid_is_the_same_every_time():
    assert grid() == grid()


@pytest.mark.parametrize("cell", grid(), ids=lambda cell: f"{cell.trick}-{cell.kind}")
def test_a_cell_knows_where_its_value_stands(cell):
    value = next(value for value in VALUES if value.kind == cell.kind)
    assert cell.text[cell.start : cell.end] == TRICKS[cell.trick](value.value)
    assert cell.text == value.carrier.replace("{}", cell.text[cell.start : cell.end])


def test_every_accepted_kind_is_one_that_detectors_know():
    assert {kind for value in VALUES for kind in value.accepted} <= set(kinds.BY_NAME)


def finding(kind, start, end):
    return Finding(kind=kind, start=start, end=end, score=1.0, detector="x")


def test_only_a_finding_of_an_accepted_kind_on_the_value_is_a_hit():
    cell = grid()[0]
    assert hit(cell, [finding("CREDIT_CARD", cell.start, cell.end)])
    assert not hit(cell, [finding("PHONE_NUMBER", cell.start, cell.end)])
    assert not hit(cell, [finding("CREDIT_CARD", cell.end, cell.end + 1)])


def test_any_sensitive_kind_on_the_value_is_a_sensitive_hit():
    cell = grid()[0]
    assert sensitive_hit(cell, [finding("PHONE_NUMBER", cell.start, cell.end)])
    assert not sensitive_hit(cell, [finding("DATE_TIME", cell.start, cell.end)])


def test_a_detector_that_finds_nothing_has_no_recall():
    figures = measure(lambda _: ())
    assert (figures["recall"], figures["recall_any_sensitive"], figures["false_alarms"]) == (
        0,
        0,
        0,
    )


def test_harmless_texts_raise_no_grave_finding_under_any_trick(figures):
    assert figures["harmless"] == len(harmless()) == 210
    assert figures["false_alarms"] == 0


def test_the_rules_find_most_values_whose_form_tells(find):  # R14
    told = [cell for cell in grid() if cell.kind not in {"person", "diagnosis"}]
    assert sum(hit(cell, find(cell.text)) for cell in told) / len(told) >= 0.93


@pytest.mark.parametrize("trick", sorted(set(TRICKS) - {"spelled", "leet", "reversed", "rot13"}))
def test_a_trick_that_loses_nothing_hides_nearly_nothing(figures, trick):
    assert figures["by_trick"][trick] >= 0.9


def test_the_views_find_twice_what_the_bare_text_shows(figures, plain_find):
    assert figures["recall"] > 2 * measure(plain_find)["recall"]


def test_the_values_are_found_when_nothing_hides_them(find):
    missed = [
        value.kind
        for value in VALUES
        if not hit(
            obfuscation.Cell(
                "none",
                value.kind,
                value.carrier.replace("{}", value.value),
                value.carrier.index("{}"),
                value.carrier.index("{}") + len(value.value),
                value.accepted,
            ),
            find(value.carrier.replace("{}", value.value)),
        )
    ]
    assert set(missed) <= {"person", "diagnosis"}

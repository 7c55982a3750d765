"""Every part of detection: whatever a prompt holds, findings within it or the one error.

Seeded, structured mutation of prompts (`tests.fuzz.texts`). The suite runs a few hundred for
each part; `make fuzz` sets `FUZZ_INPUTS` far higher. A failing text is named by its seed.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from companion import classifier, encoder, languages, merging, normalize, views, wordpiece
from companion.detectors import DetectorError, kinds
from companion.detectors.patterns import PatternDetector
from companion.detectors.secrets import SecretDetector
from companion.detectors.terms import TermDetector
from companion.judging import Rules
from companion.stretches import Source
from companion.tools import Tools, load_tools, model_folder
from companion.values import Finding, Known, PromptText
from tests.fuzz.texts import mutated

INPUTS = int(os.environ.get("FUZZ_INPUTS", "300"))
FIRST = int(os.environ.get("FUZZ_FIRST", "0"))
"""The first seed, so that a longer run goes on where another ended."""
SLOWEST_SECONDS = 2.0
WHOLE = 20
"""One in so many texts goes through the whole cascade too."""

DETECTORS = (PatternDetector(), SecretDetector(), TermDetector())
PIECES = wordpiece.WordPiece(
    wordpiece.read_vocabulary((model_folder() / "vocab.txt").read_text(encoding="utf-8"))
)


def within(findings: Iterable[Finding], length: int) -> None:
    for finding in findings:
        assert 0 <= finding.start < finding.end <= length
        assert 0.0 <= finding.score <= 1.0
        assert finding.kind in kinds.BY_NAME


def _normalise(text: str) -> None:
    view = normalize.normalise(text)
    assert len(view.text) <= normalize.MAX_EXPANSION * len(text)
    last = 0
    for index in range(len(view.text)):
        start, end = view.original_span(index, index + 1)
        assert last <= start < end <= len(text)
        last = start


def _decoder(name: str) -> Callable[[str], None]:
    decode = views.DECODERS[name]

    def check(text: str) -> None:
        plain = normalize.normalise(text).text
        for stretch in decode(Source(plain)):
            assert 0 <= stretch.start < stretch.end <= len(plain)
            if stretch.places is not None:
                assert len(stretch.places) == len(stretch.text)
                assert all(
                    stretch.start <= start < end <= stretch.end for start, end in stretch.places
                )

    return check


def _views(text: str) -> None:
    derived = views.derive(text, normalize.normalise(text))
    assert len(derived.views) <= views.MAX_VIEWS
    assert sum(len(view.text) for view in derived.views) <= views.MAX_CHARACTERS
    for view in derived.views:
        for index in range(len(view.text)):
            start, end = view.original_span(index, index + 1)
            assert 0 <= start < end <= len(text)


def _detector(place: int) -> Callable[[str], None]:
    detector = DETECTORS[place]

    def check(text: str) -> None:
        view = normalize.normalise(text)
        found = detector.find(view.text)
        within(found, len(view.text))
        within(map(view.original_finding, found), len(text))

    return check


def _disguised(text: str) -> None:
    """Check every detector on every derived view, and what is made of it all."""
    plain = normalize.normalise(text)
    found = [plain.original_finding(f) for each in DETECTORS for f in each.find(plain.text)]
    for view in views.derive(text, plain).views:
        for each in DETECTORS:
            found += view.original_findings(each.find(view.text))
    within(found, len(text))
    _merged(found, len(text))


def _merged(found: list[Finding], length: int) -> None:
    merged = merging.merge(found)
    within(merged, length)
    assert list(merged) == sorted(merged, key=lambda f: (f.start, f.end, f.kind))
    assert merging.merge(reversed(found)) == merged
    ends: dict[str, int] = {}
    for finding in merged:
        assert finding.start >= ends.get(finding.kind, 0)
        ends[finding.kind] = finding.end
    for kind in {finding.kind for finding in found}:
        for start, end in _stretches(found, kind):
            assert any(finding.start < end and start < finding.end for finding in merged)


def _stretches(found: list[Finding], kind: str) -> Iterator[tuple[int, int]]:
    """Yield what the findings of one kind cover, those that overlap as one."""
    spans = sorted((f.start, f.end) for f in found if f.kind == kind)
    first, last = spans[0]
    for start, end in spans:
        if start >= last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last


def _merge(text: str) -> None:
    source = random.Random(text)
    names = source.sample(sorted(kinds.BY_NAME), 6)
    found = []
    for _ in range(source.randint(0, 12)):
        start = source.randint(0, 60)
        found.append(
            Finding(
                kind=source.choice(names),
                start=start,
                end=start + source.randint(1, 20),
                score=source.choice((0.4, 0.6, 0.85, 0.9, 1.0)),
                detector=source.choice(("patterns", "secrets", "encoder")),
            )
        )
    _merged(found, 80)


def _pieces(text: str) -> None:
    plain = normalize.normalise(text).text
    tokens = PIECES.tokens(plain)
    assert len(tokens.ids) == len(tokens.shapes) == len(tokens.words)
    assert all(0 <= shape < wordpiece.SHAPES for shape in tokens.shapes)
    last = 0
    for start, end in tokens.spans:
        assert last <= start < end <= len(plain)
        last = end
    reached = 0
    for start, end in encoder.windows(tokens.words):
        assert start <= reached < end <= start + encoder.LENGTH - 2
        reached = end
    assert reached == len(tokens.ids)


def _features(text: str) -> None:
    for window in classifier.windows(normalize.normalise(text).text):
        indices, values = classifier.features(window)
        assert len(indices) == len(values)
        assert ((indices >= 0) & (indices < 1 << classifier.BITS)).all()
        assert (values > 0).all()
        assert (values <= 1.0001).all()


def _language(text: str) -> None:
    languages.language(normalize.normalise(text).text)


PARTS: dict[str, Callable[[str], None]] = {
    "normalise": _normalise,
    **{f"decoder {name}": _decoder(name) for name in views.DECODERS},
    "views": _views,
    **{each.name: _detector(place) for place, each in enumerate(DETECTORS)},
    "all detectors on all views": _disguised,
    "merge": _merge,
    "word pieces": _pieces,
    "hashed features": _features,
    "language": _language,
}


def tried(name: str, check: Callable[[str], None], count: int) -> None:
    """Hand `count` texts to a part."""
    for seed in range(FIRST, FIRST + count):
        text = PromptText(mutated(seed)).reveal()
        started = time.perf_counter()
        try:
            check(text)
        except DetectorError:
            pass
        except Exception as error:
            raise AssertionError(f"{name}, seed {seed}: {type(error).__name__}") from error
        assert time.perf_counter() - started < SLOWEST_SECONDS, f"{name}, seed {seed}: slow"


@pytest.mark.parametrize("name", PARTS)
def test_whatever_a_prompt_holds_findings_lie_within_it(name):  # R1 R13
    tried(name, PARTS[name], INPUTS)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools()


RULES = (
    Rules(),
    Rules(thorough=True),
    Rules(names=False, weights={"EMAIL_ADDRESS": 0.0, "PERSON": 1.0}),
    Rules(known=(Known(kind="PERSON", score=0.9),)),
)


def test_whatever_a_prompt_holds_it_is_judged_or_refused(tools):  # R1
    def check(text: str) -> None:
        judged = tools.judge(text, RULES[len(text) % len(RULES)])
        assert 0.0 <= judged.probability <= 1.0
        assert all(0.0 <= each.share <= 1.0 for each in judged.categories)
        within(judged.findings, len(text))
        order = [(finding.start, finding.end) for finding in judged.findings]
        assert order == sorted(order)

    tried("the cascade", check, max(1, INPUTS // WHOLE))

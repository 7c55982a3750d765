"""What an answer means, and how long to wait."""

import email.utils

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

from companion.delivery import (
    AWAY,
    LONGEST_RETRY_AFTER_S,
    LONGEST_WAIT_S,
    Fate,
    Verdict,
    backoff,
    judge,
    wait_for,
    wanted_wait,
)

NOW = 1_790_000_000.0


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        (200, Fate.DELIVERED),
        *((status, Fate.LATER) for status in (429, 502, 503, 504)),
        *((status, Fate.MISCONFIGURED) for status in (301, 302, 307, 401, 403, 404, 421)),
        (413, Fate.TOO_LARGE),
        *((status, Fate.REFUSED) for status in (400, 405, 415, 422, 500, 501)),
    ],
)
def test_every_status_has_a_fate(status, fate):
    assert judge(status, b"", "", NOW).fate is fate


def test_a_partial_success_is_delivered_and_counted():
    body = ExportTraceServiceResponse()
    body.partial_success.rejected_spans = 3
    verdict = judge(200, body.SerializeToString(), "", NOW)
    assert verdict == Verdict(fate=Fate.DELIVERED, refused=3)


@given(st.binary(max_size=50))
def test_a_success_with_a_strange_body_is_still_a_success(body):
    verdict = judge(200, body, "", NOW)
    assert verdict.fate is Fate.DELIVERED
    assert verdict.refused >= 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("999999999", LONGEST_RETRY_AFTER_S),
        ("9" * 5000, None),
        (email.utils.formatdate(NOW + 90, usegmt=True), 90.0),
        (email.utils.formatdate(NOW - 90, usegmt=True), 0.0),
        ("-1", None),
        ("soon", None),
        ("", None),
        ("\u0663", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header, seconds):
    assert wanted_wait(header, NOW) == seconds


def test_the_wait_doubles_up_to_its_bound_with_jitter_in_the_upper_half():
    assert [backoff(n, 1.0) for n in (1, 2, 3, 4)] == [1.0, 2.0, 4.0, 8.0]
    assert backoff(1, 0.0) == 0.5
    assert backoff(10_000, 1.0) == LONGEST_WAIT_S


def test_a_service_that_asks_for_patience_gets_at_least_that():
    asked = Verdict(fate=Fate.LATER, retry_after=60.0)
    assert wait_for(asked, 1, 0.5) == 60.0
    assert wait_for(asked, 9, 1.0) == 256.0
    assert wait_for(AWAY, 1, 1.0) == 1.0


def test_a_wrong_address_is_tried_seldom_and_success_at_once():
    assert wait_for(Verdict(fate=Fate.MISCONFIGURED), 1, 1.0) >= 256.0
    assert wait_for(Verdict(fate=Fate.DELIVERED), 0, 1.0) == 0.0

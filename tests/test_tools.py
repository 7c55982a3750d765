"""The loaded tools: merging, offsets, names, and ids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import DetectorError
from companion.sensitivity import DEFAULT_THRESHOLD, assess
from companion.tools import load_tools, merge, model_folder
from companion.values import Finding

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def tools():
    return load_tools()


def found(tools, text):
    return {(finding.kind, text[finding.start : finding.end]) for finding in tools.find(text)}


def judged(tools, text):
    return assess(
        tools.find(text), tools.probability(text), threshold=DEFAULT_THRESHOLD, weights={}
    )


@pytest.mark.parametrize(
    "text",
    [
        "My patient Maria Lopez was diagnosed with HIV and takes truvada.",
        "My password is Hunter2!x, is it good?",
        "Pay with 4111 1111 1111 1111 please",
        "Transfer it to DE89 3704 0044 0532 0130 00",
        "my ssn is 536-22-1234",
        "Contact John Smith at john.smith@example.com",
        "export AWS_ACCESS_KEY_ID=AKIAQ3EGRZ5TJKLP7XWV",
        "Strictly confidential: we will acquire Acme for $3,000,000, not yet public.",
    ],
)
def test_a_sensitive_prompt_reaches_the_default_threshold(tools, text):  # S03 S04 S05 S06
    assert judged(tools, text).reached


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Write a poem about the sea",
        "What are the symptoms of diabetes?",
        "How does a password manager work?",
        "Who was Albert Einstein, and when was he in Princeton?",
        "for i in range(10):\n    print(i)",
        "Plan a weekend in Paris for two people.",
        "What is 1234567890 divided by 7?",
        "How does an IBAN check digit work?",
    ],
)
def test_a_harmless_prompt_stays_below_the_default_threshold(tools, text):
    assert not judged(tools, text).reached


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("card 41111111\u200b11111111", "CREDIT_CARD", "41111111\u200b11111111"),
        ("\uff14111 1111 1111 1111 x", "CREDIT_CARD", "\uff14111 1111 1111 1111"),
        ("to b\u043eb@example.com", "EMAIL_ADDRESS", "b\u043eb@example.com"),
        ("ssn 536\u201122\u20111234", "US_SSN", "536\u201122\u20111234"),
        ("p\u0430ssword is Hunter2!x", "PASSWORD", "Hunter2!x"),
    ],
)
def test_a_disguised_value_is_found_where_it_stands_in_the_original(
    tools, text, kind, value
):  # R14
    assert (kind, value) in found(tools, text)


FULL_WIDTH = str.maketrans("0123456789@.", "０１２３４５６７８９＠．")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
CYRILLIC = str.maketrans("oaeicpx", "оаеісрх")
TRICKS = {
    "plain": lambda value: value,
    "full width": lambda value: value.translate(FULL_WIDTH),
    "Arabic digits": lambda value: value.translate(ARABIC),
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "homoglyphs": lambda value: value.translate(CYRILLIC),
    "tag characters": lambda value: "".join(chr(0xE0000 + ord(c)) for c in value),
    "struck through": lambda value: "".join(c + "\u0336" for c in value),
    "hard hyphens and spaces": lambda v: v.replace("-", "\u2011").replace(" ", "\u00a0"),
    "dots": lambda value: value.replace(" ", ".").replace("-", "."),
    "bold digits": lambda v: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in v),
    "overridden direction": lambda value: f"\u202e{value}\u202c",
}


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("CREDIT_CARD", "4111 1111 1111 1111"),
        ("EMAIL_ADDRESS", "john.smith@example.com"),
        ("US_SSN", "536-22-1234"),
    ],
)
def test_a_trick_of_writing_does_not_hide_a_value(tools, trick, kind, value):  # R14
    text = f"Please check this for me: {TRICKS[trick](value)} thanks"
    assert kind in {finding.kind for finding in tools.find(text)}


def test_findings_are_sorted_and_no_kind_overlaps_itself(tools):
    text = "John Smith, john@example.com, card 4111 1111 1111 1111, DOB: 03/04/1971. " * 3
    findings = tools.find(text)
    assert list(findings) == sorted(findings, key=lambda f: (f.start, f.end))
    for kind in {finding.kind for finding in findings}:
        spans = [(f.start, f.end) for f in findings if f.kind == kind]
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_the_same_text_gives_the_same_result_in_another_process(tools):  # R15
    text = "John Smith of Boston, john@example.com, was diagnosed with lupus."
    program = (
        "from companion.tools import load_tools\n"
        f"t = load_tools(); x = {text!r}; print(t.model_id, t.find(x), t.probability(x))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "4711", "PATH": "/usr/bin:/bin"},
    )
    here = f"{tools.model_id} {tools.find(text)} {tools.probability(text)}"
    assert done.stdout.strip() == here


def test_a_text_over_the_cap_is_an_error(tools):  # R4
    with pytest.raises(DetectorError):
        tools.find("a" * 100_001)
    with pytest.raises(DetectorError):
        tools.probability("a" * 100_001)


def test_a_changed_model_is_refused(tmp_path):
    shutil.copytree(model_folder(), tmp_path / "models")
    with (tmp_path / "models" / "sensitivity.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(DetectorError, match="not the pinned model"):
        load_tools(tmp_path / "models")


def test_a_missing_model_is_refused(tmp_path):
    with pytest.raises(DetectorError, match="cannot be read"):
        load_tools(tmp_path)


spans = st.builds(
    lambda kind, start, size, score, by: Finding(
        kind=kind, start=start, end=start + size, score=score, detector=by
    ),
    st.sampled_from("AB"),
    st.integers(0, 20),
    st.integers(1, 8),
    st.sampled_from([0.3, 0.6, 0.9]),
    st.sampled_from(["x", "y"]),
)


@given(st.lists(spans, max_size=10))
def test_merging_keeps_every_place_and_the_surest_score(findings):
    merged = merge(findings)
    for finding in findings:
        assert any(
            m.kind == finding.kind
            and m.start <= finding.start
            and finding.end <= m.end
            and m.score >= finding.score
            for m in merged
        )
    assert merge(merged) == merged
    assert merge(reversed(findings)) == merged


PROGRAM = """
import sys
def forbid(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit("network")
sys.addaudithook(forbid)
from companion.tools import load_tools
tools = load_tools()
text = "Ann Lee, ann@example.co.uk, +1 212 555 0199"
kinds = {finding.kind for finding in tools.find(text)}
assert tools.probability(text) > 0
assert "EMAIL_ADDRESS" in kinds
print("judged")
"""


def test_nothing_is_looked_up_in_the_network(tmp_path):  # R19
    """With a home of its own, so that no cache of an earlier look-up helps."""
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "-e", "trace=connect", "-o", str(trace)]
    traced = strace if shutil.which("strace") else []
    done = subprocess.run(
        [*traced, sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "judged", done.stderr
    assert [path.name for path in tmp_path.iterdir() if path != trace] == []
    if not traced:
        pytest.skip("strace is not installed; only Python's own audit events were watched")
    assert "AF_INET" not in trace.read_text()

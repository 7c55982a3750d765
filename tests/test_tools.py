"""The cascade: the same side of the threshold however early it ends, and exact places."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from companion.detectors import DetectorError
from companion.sensitivity import DEFAULT_THRESHOLD, assess
from companion.tools import Rules, load_tools, model_folder

ROOT = Path(__file__).parent.parent
PATIENT = "My patient Maria Lopez was diagnosed with HIV and takes truvada."
FILLER = "The tides follow the moon, and the path along the cliff is closed in winter. "
CARD = "4111 1111 1111 1111"


@pytest.fixture(scope="module")
def tools():
    return load_tools()


def found(tools, text, **options):
    judged = tools.judge(text, Rules(thorough=True, **options))
    return {(each.kind, text[each.start : each.end]) for each in judged.findings}


def level(tools, text, **options):
    rules = Rules(**options)
    judged = tools.judge(text, rules)
    return assess(
        judged.findings,
        judged.probability,
        threshold=DEFAULT_THRESHOLD,
        weights=rules.weights,
        categories=judged.categories,
        stage=judged.stage,
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
    assert level(tools, text).reached


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
    assert not level(tools, text).reached


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
    assert kind in {finding.kind for finding in tools.judge(text).findings}


def test_findings_are_sorted_and_no_kind_overlaps_itself(tools):
    text = "John Smith, john@example.com, card 4111 1111 1111 1111, DOB: 03/04/1971. " * 3
    findings = tools.judge(text, Rules(thorough=True)).findings
    assert list(findings) == sorted(findings, key=lambda f: (f.start, f.end))
    for kind in {finding.kind for finding in findings}:
        spans = [(f.start, f.end) for f in findings if f.kind == kind]
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_the_same_text_gives_the_same_result_in_another_process(tools):  # R15
    text = "John Smith of Boston, john@example.com, was diagnosed with lupus."
    program = (
        "from companion.tools import load_tools\n"
        f"t = load_tools(); print(t.model_id, t.judge({text!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "4711", "PATH": "/usr/bin:/bin"},
    )
    assert done.stdout.strip() == f"{tools.model_id} {tools.judge(text)}"


@pytest.mark.parametrize("thorough", [False, True])
def test_a_text_over_the_cap_is_an_error(tools, thorough):  # R4
    with pytest.raises(DetectorError):
        tools.judge("a" * 100_001, Rules(thorough=thorough))


MODEL_FILES = tuple(
    f"{name}.{end}"
    for name in ("encoder", "secrets", "sensitivity", "stack")
    for end in ("onnx", "json")
)


@pytest.fixture
def folder(tmp_path):
    for name in (*MODEL_FILES, "vocab.txt"):
        shutil.copy(model_folder() / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", [name for name in MODEL_FILES if name.endswith("onnx")])
def test_a_changed_model_is_refused(folder, name):  # R19
    with (folder / name).open("ab") as file:
        file.write(b"\0")
    with pytest.raises(DetectorError, match="not the pinned model"):
        load_tools(folder)


@pytest.mark.parametrize("name", [*MODEL_FILES, "vocab.txt"])
def test_without_any_one_of_its_files_nothing_is_loaded(folder, name):
    (folder / name).unlink()
    with pytest.raises(DetectorError):
        load_tools(folder)


def test_a_missing_model_is_refused(tmp_path):
    with pytest.raises(DetectorError, match="cannot be read"):
        load_tools(tmp_path)


PROGRAM = """
import sys
def forbid(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit("network")
sys.addaudithook(forbid)
from companion.tools import load_tools
tools = load_tools()
text = "Ann Lee, ann@example.co.uk, +1 212 555 0199"
judged = tools.judge(text)
assert judged.probability > 0
assert "EMAIL_ADDRESS" in {finding.kind for finding in judged.findings}
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

"""The benchmarks of detection: what is held out, the messages, the engines, the page."""

import subprocess
import sys
from collections import Counter

import pytest

from benchmarks import bench_detect, dlp_messages
from benchmarks.detect import aims, data, engines, latency, pages
from benchmarks.detect.engines import OURS, Answer, Engine
from benchmarks.detect.names import known
from companion.scoring.names import group_of
from models import held

needs_data = pytest.mark.skipif(
    not data.folder().is_dir(), reason="the detection data is not on this machine"
)


def test_one_row_in_five_is_held_out_and_stays_so():
    assert [n for n in range(20) if held.is_held(f"row-{n}")] == [0, 1, 2, 7, 14, 16, 18]
    assert sum(held.is_held(f"row-{n}") for n in range(5000)) == pytest.approx(1000, abs=100)


def test_eighty_templates_are_held_out():
    assert len(held.TEMPLATES) == 80


@needs_data
def test_everything_that_is_measured_on_is_held_out():
    assert all(held.is_held(str(row.id)) for row in data.real_prompts())
    assert all(held.is_held(str(row.id)) for row in data.ordinary_prompts())
    assert all(held.is_held_rule(line.category) for line in data.vectors())
    assert len(data.templates("synth_dataset_v2")) == 390
    assert all(line.text[line.start : line.end].strip() for line in data.credentials())


def test_the_messages_are_even_in_every_way_that_could_give_them_away():
    counts = Counter((each.subject, each.group, each.asks) for each in dlp_messages.ALL)
    assert len(dlp_messages.ALL) == 240
    assert len({each.text for each in dlp_messages.ALL}) == 240
    assert len(counts) == 10 * 6 * 2
    assert set(counts.values()) == {2}


@needs_data
def test_texts_for_latency_have_exactly_the_length_and_are_the_same_in_every_run():
    texts = latency.texts(2_000, 9)
    assert [len(text) for text in texts] == [2_000] * 9
    assert texts == latency.texts(2_000, 9)
    assert len(set(texts)) == 9


@pytest.mark.parametrize(
    ("theirs", "group"),
    [
        ("PHONE_UK", "PHONE_NUMBER"),
        ("ADDRESS_STREET", "LOCATION"),
        ("POSTCODE_UK", "LOCATION"),
        ("DE_IBAN", "IBAN_CODE"),
        ("DRIVING_LICENSE_UK", "US_DRIVER_LICENSE"),
        ("SOCIAL_SECURITY_NUMBER", "US_SSN"),
        ("XBOX_GAMERTAG", "XBOX_GAMERTAG"),
    ],
)
def test_a_peers_name_leads_to_the_same_class(theirs, group):
    assert group_of(known(theirs)) == group


def test_what_a_peer_finds_outside_of_any_text_is_left_out():
    found = [(3, 3, "email", 1.0), (-2, 4, "email", 7.0)]
    judged = Answer(ms=1.0, level=1.2, found=found, peak_mb=1).judged()
    assert judged.level == 1.0
    assert [(f.start, f.end, f.kind, f.score) for f in judged.findings] == [(0, 4, "EMAIL", 1.0)]


def test_no_engine_may_open_a_connection(tmp_path, monkeypatch):
    script = (
        "import sys; sys.argv = ['serve', 'fetches']\n"
        "import types, urllib.request\n"
        "adapter = types.ModuleType('benchmarks.peers.fetches')\n"
        "adapter.load = lambda: lambda text: urllib.request.urlopen('http://127.0.0.1:9/')\n"
        "sys.modules['benchmarks.peers.fetches'] = adapter\n"
        "from benchmarks.peers import serve; serve.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=data.ROOT, check=False
    )
    assert done.returncode != 0
    assert "measured without a network" in done.stderr


def test_an_engine_that_ends_says_what_it_said_last(monkeypatch):
    about = engines.About(title="gone", command=(sys.executable, "-c", "raise SystemExit('bye')"))
    monkeypatch.setitem(engines.ENGINES, "gone", about)
    with pytest.raises(engines.EngineError, match="bye"):
        Engine("gone")


@pytest.mark.system
def test_our_engine_answers_in_a_process_of_its_own():
    with Engine(OURS) as engine:
        answer = engine.ask("My social security number is 536-22-8715.", quick=True)
        assert answer.level >= 0.9
        assert (29, 40, "US_SSN") in [each[:3] for each in answer.found]
        assert engine.peak_mb >= engine.ready["rss_mb"] > 0


@pytest.mark.slow
@pytest.mark.skipif(not engines.PEERS.exists(), reason="`make bench-detect` installs the peers")
@pytest.mark.parametrize("name", [name for name in engines.ENGINES if name != OURS])
def test_every_peer_finds_what_it_is_there_for(name):
    if name not in engines.available():
        pytest.skip("not installed")
    text = 'Write to ann.lee@acme-corp.com.\npassword = "Xk9mQ2vL8pRt5wZz"\n'
    with Engine(name) as engine:
        answer = engine.ask(text)
    spans = {text[start:end] for start, end, _, _ in answer.found}
    wanted = "Xk9mQ2vL8pRt5wZz" if engine.about.secrets_only else "ann.lee@acme-corp.com"
    assert wanted in spans


def test_an_aim_that_was_not_measured_says_so():
    lines = aims.lines({})
    assert {line.reached for line in lines} == {None}
    assert {line.ours for line in lines} == {"not measured"}


def test_an_aim_is_reached_by_our_figure_and_not_by_the_peers():
    figures = {"latency": {"engines": {name: _engine(ms) for name, ms in _MEDIANS.items()}}}
    lines = {line.what: line for line in aims.lines(figures)}
    faster = lines["times faster than Presidio + sm, p50 at 200 characters"]
    assert (faster.ours, faster.reached) == ("5.0", True)
    assert lines["load, s"].reached is False


_MEDIANS = {OURS: 2.0, engines.BASELINE: 10.0}


def _engine(median: float) -> dict:
    ms = {str(length): {"p50": median, "p99": median} for length in latency.COUNTS}
    return {"ms": ms, "load_s": 0.7, "peak_rss_mb": 100, "rss_mb_after_load": 90}


def test_the_page_leaves_out_what_was_not_measured():
    text, images = pages.render({"parts": {}})
    assert "## Aims" in text
    assert "## Secrets" not in text
    assert images == {}


def test_every_part_has_a_section():
    assert set(pages._SECTIONS) == set(bench_detect.PARTS)


def test_parts_that_were_measured_with_different_models_are_said():
    parts = {
        name: {"versions": {OURS: version}, "figures": {}}
        for name, version in (("first", "a"), ("second", "b"))
    }
    assert "first a, second b" in pages.render({"parts": parts})[0]
    parts["second"] = parts["first"]
    assert "different models" not in pages.render({"parts": parts})[0]

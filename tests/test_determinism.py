"""The same request, policy and models give the same decision: always, anywhere, in any order.

The quick suite tries a few hundred prompts; `DETERMINISM_PROMPTS` sets how many.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from core_cases import active, request

from companion import pipeline
from companion.tools import load_tools
from models import compose, corpus

ROOT = Path(__file__).parents[1]
COUNT = int(os.environ.get("DETERMINISM_PROMPTS", "300"))
IN_ONE_PROCESS = min(COUNT, 1_000)
PROGRAM = """
import hashlib, json, random, sys
import msgspec
from companion import pipeline, policy
from companion.tools import load_tools
from companion.values import PromptText, Request

prompts = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
order = list(range(len(prompts)))
random.Random(sys.argv[2]).shuffle(order)
tools, active = load_tools(), policy.parse("")
for place in order:
    asked = Request(id=f"prompt-{place}", prompt=PromptText(prompts[place]))
    decision, _ = pipeline.decide(asked, active, tools, lambda: 0.0)
    print(place, hashlib.sha256(msgspec.json.encode(decision)).hexdigest(), decision.variant)
"""

pytestmark = [pytest.mark.slow, pytest.mark.system]


def prompts(count: int) -> list[str]:
    """Return prompts of every family of templates, always the same."""
    templates = sum(len(family.templates) for family in corpus.families())
    rows = list(islice(compose.generate(-(-count // templates), 7), max(count, templates)))
    random.Random(7).shuffle(rows)
    return [row.text for row in rows[:count]]


def digest(place: int, text: str, tools) -> str:
    decision, _ = pipeline.decide(request(text, id=f"prompt-{place}"), active(), tools, lambda: 0.0)
    return hashlib.sha256(msgspec.json.encode(decision)).hexdigest()


@pytest.fixture(scope="module")
def asked() -> list[str]:
    return prompts(COUNT)


def test_a_prompt_judged_again_after_others_gets_the_same_decision(asked):  # R15
    tools = load_tools()
    some = list(enumerate(asked[:IN_ONE_PROCESS]))
    first = {place: digest(place, text, tools) for place, text in some}
    random.Random(1).shuffle(some)
    assert {place: digest(place, text, tools) for place, text in some} == first


def test_two_fresh_processes_decide_alike_in_any_order(asked, tmp_path):  # R15
    path = tmp_path / "prompts.jsonl"
    path.write_text("".join(json.dumps(text) + "\n" for text in asked), encoding="utf-8")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), seed],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            env={"PATH": os.defpath, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "4711")
    ]
    said = [sorted(process.communicate()[0].splitlines()) for process in running]
    assert len(said[0]) == len(asked)
    assert said[0] == said[1]
    variants = [line.rsplit(" ", 1)[1] for line in said[0]]
    assert 0.1 < variants.count("secured") / len(variants) < 0.95

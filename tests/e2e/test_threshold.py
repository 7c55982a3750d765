"""The threshold as the person meets it: a level just below, at, and above it."""

from __future__ import annotations

import json
import math

import pytest

from companion.demo import browser
from companion.demo.stack import Ports, Stack
from tests.e2e.browser import Ear, Person

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(browser.find() is None, reason="needs Chromium: `make system` installs it"),
]

PROMPT = "Write a birthday card for Daniel Weber, who plays chess with me on Sundays."


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("threshold")
    with (
        Stack(folder / "home", ports=Ports.free(), policy='name = "Any"\n') as stack,
        Ear(stack.ports.public) as ear,
        browser.open_context(stack, browser.find(), folder / "profile") as context,
    ):
        level = json.loads(stack.run("check", text=json.dumps({"prompt": PROMPT})).stdout)["level"]
        assert 0.0 < level < 1.0
        yield stack, Person(context, ear), level


def decide_at(world, threshold):
    """Set the threshold while everything runs, and send the prompt in a fresh chat."""
    stack, person, _ = world
    stack.paths.policy.write_text(f'name = "Threshold"\nthreshold = {threshold!r}\n')
    before = len(person.ear.bodies())
    person.open()
    person.send(PROMPT)
    return before


def test_a_level_just_below_the_threshold_goes_to_the_site(world):  # S09
    _, person, level = world
    before = decide_at(world, math.nextafter(level, 1.0))
    person.eventually(lambda: len(person.ear.bodies()) == before + 1, "the site gets it")


def test_a_level_that_equals_the_threshold_is_answered_privately(world):  # S09
    _, person, level = world
    before = decide_at(world, level)
    person.says("Answered privately")
    assert len(person.ear.bodies()) == before


def test_a_level_just_above_the_threshold_is_answered_privately(world):  # S09
    _, person, level = world
    before = decide_at(world, math.nextafter(level, 0.0))
    person.says("Answered privately")
    assert len(person.ear.bodies()) == before

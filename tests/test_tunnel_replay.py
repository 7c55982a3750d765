"""The window against replays, by a table and against a model."""

import json
import random
from pathlib import Path

import pytest

from companion.tunnel.replay import WINDOW, ReplayWindow

TABLE = json.loads((Path(__file__).parent / "vectors/tunnel/replay.json").read_text())


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["name"])
def test_the_table_holds(case):
    window = ReplayWindow()
    for counter, fresh in case["steps"]:
        assert window.fresh(counter) is fresh, counter
        if fresh:
            window.mark(counter)


def test_the_window_is_as_wide_as_that_of_stock_peers():
    assert WINDOW == 8128


def test_asking_does_not_mark():
    # threat 14: a forged counter of 2^40 that fails to authenticate is never marked
    window = ReplayWindow()
    window.mark(10)
    assert window.fresh(2**40)
    assert window.fresh(11)
    assert window.fresh(9)
    assert not window.fresh(10)


@pytest.mark.parametrize("seed", range(5))
def test_it_agrees_with_a_model_that_remembers_everything(seed):
    dice = random.Random(seed)
    window, seen, highest, counter = ReplayWindow(), set(), -1, 0
    for _ in range(4000):
        counter = max(0, counter + dice.choice([1, 1, 1, -1, -70, 64, 500, -9000, 8200]))
        expected = counter not in seen and highest - counter < WINDOW
        assert window.fresh(counter) is expected
        if expected:
            window.mark(counter)
            seen.add(counter)
            highest = max(highest, counter)

"""What many tests share: the whole system, running."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import LiveStack, Namespace, Port

DRILLS = Path(__file__).with_name("drills")
ALONE = frozenset(("e2e", "netns"))
"""Marks of tests that want most of the machine: browsers, and what is timed on a wire."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives the whole running system, so that `make check` can leave it out.

    Where several processes test at once, one of them takes what wants most of the machine, one
    test after the other, and the others take the rest, file by file.
    """
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        drill = DRILLS in item.path.parents
        if drill or {"stack", "namespace"} & fixtures:
            item.add_marker(pytest.mark.system)
        marks = {mark.name for mark in item.iter_markers()}
        alone = drill or "namespace" in fixtures or marks & ALONE
        item.add_marker(pytest.mark.xdist_group("alone" if alone else item.path.stem))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveStack]:
    """Every process of the system, for tests that leave it as it is."""
    with LiveStack(tmp_path_factory.mktemp("stack")) as running:
        yield running


@pytest.fixture
def port(stack: LiveStack) -> Iterator[Port]:
    """A browser's line to the companion of `stack`."""
    with Port(stack) as opened:
        yield opened


@pytest.fixture(scope="module")
def namespace() -> Iterator[Namespace]:
    """A network namespace of its own, where nobody else is on the wire."""
    if os.geteuid() or shutil.which("ip") is None:
        pytest.skip("network namespaces need root and iproute2")
    with Namespace() as made:
        yield made

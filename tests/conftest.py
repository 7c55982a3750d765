"""What many tests share: the whole system, running."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.live import LiveStack, Namespace, Port

DRILLS = Path(__file__).with_name("drills")
ALONE = ("tests/drills/", "tests/e2e/", "tests/evasion/", "tests/interop/", "tests/test_wire.py")
"""What wants most of the machine: browsers, and what is timed on a wire."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives the whole running system, so that `make check` can leave it out."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if DRILLS in item.path.parents or {"stack", "namespace"} & set(fixtures):
            item.add_marker(pytest.mark.system)


class Lanes(LoadScopeScheduling):
    """Where several processes test at once, one has all that wants most of the machine, one test
    after the other; the others take the rest, file by file.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "alone" if nodeid.startswith(ALONE) else nodeid.split("::", maxsplit=1)[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Lanes:
    """Say which process takes which tests."""
    return Lanes(config, log)


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

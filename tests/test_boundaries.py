"""The core decides and does nothing: it imports nothing that has an effect."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMPANION = ROOT / "companion"
EFFECTFUL = {
    "aiohttp",
    "asyncio",
    "concurrent",
    "ctypes",
    "http",
    "io",
    "logging",
    "multiprocessing",
    "os",
    "pathlib",
    "platformdirs",
    "random",
    "rich",
    "secrets",
    "selectors",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
CORE = (  # noqa: SIM905 - a list of names reads better as words
    "values codes hidden attachments person_policy person grants choices acts "
    "messages normalize eligibility everyday selection pipeline policy sensitivity floors "
    "framing chain exits otlp delivery words identity expressions detection_policy allowlist "
    "history backreference labelling detectors detectors.kinds detectors.checks "
    "detectors.recogniser_file detectors.custom "
    "judging detectors.terms detectors.patterns detectors.scan detectors.identifiers "
    "detectors.identities "
    "detectors.national detectors.phones detectors.contacts detectors.dates detectors.people "
    "detectors.labels detectors.addresses detectors.money detectors.term_lists "
    "detectors.term_languages languages lookalikes views stretches decoding joining mending "
    "mirrors numerals spelling merging signals wordpiece sitefiles sitebundle sitenames siteupdates"
).split()
SANS_IO = (  # noqa: SIM905
    "noise packets replay cookie handshake session peer device congestion emitter receiver "
    "segment sender states tcp stack ip errors"
).split()
ALLOWED = {"policy": {"pathlib"}}
"""The policy reads its file and those that it names, and nothing else."""
ON_DEMAND = {
    "detectors.custom": {"companion.detectors.recognisers", "companion.detectors.presidio"},
}
"""What is loaded only where a policy names it; Presidio logs, and its wrapper listens."""


def imported(path: Path) -> set[str]:
    """Return every module that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def file_of(module: str) -> Path:
    path = COMPANION.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@pytest.mark.parametrize("module", [*CORE, *(f"tunnel.{name}" for name in SANS_IO)])
def test_a_module_of_the_core_has_no_effects(module):
    found = {name.split(".")[0] for name in imported(file_of(module))}
    assert found & EFFECTFUL <= ALLOWED.get(module, set())


@pytest.mark.parametrize("module", CORE)
def test_the_core_rests_on_the_core_alone(module):
    core = {f"companion.{name}" for name in CORE} | {"companion", "companion.detectors"}
    modules = {
        name
        for name in imported(file_of(module))
        if name.startswith("companion") and file_of(name.removeprefix("companion.")).is_file()
    }
    assert modules <= core | ON_DEMAND.get(module, set())


def test_no_module_of_the_core_calls_what_needs_no_import():
    for module in [*CORE, *(f"tunnel.{name}" for name in SANS_IO)]:
        tree = ast.parse(file_of(module).read_text(encoding="utf-8"))
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"open", "print", "input", "exec", "eval", "breakpoint"}, module


def test_only_the_router_and_the_lanes_know_the_public_lane():
    users = {
        path.relative_to(COMPANION).as_posix()
        for path in COMPANION.rglob("*.py")
        if "PublicLane" in path.read_text(encoding="utf-8")
    }
    assert users <= {"lanes.py", "daemon.py"}
    makers = {
        path.relative_to(COMPANION).as_posix()
        for path in COMPANION.rglob("*.py")
        if "Released()" in path.read_text(encoding="utf-8")
    }
    assert makers == {"routing.py", "front.py"}  # the front matches on it, the router makes it


def test_the_text_of_a_prompt_is_revealed_in_few_places():
    users = {
        path.relative_to(ROOT).as_posix()
        for folder in ("companion", "placement", "variants")
        for path in (ROOT / folder).rglob("*.py")
        if ".reveal()" in path.read_text(encoding="utf-8")
    }
    assert users <= {
        "companion/chat.py",
        "companion/commands/ask.py",
        "companion/eligibility.py",
        "companion/hidden.py",
        "companion/pipeline.py",
        "companion/worker.py",
    }

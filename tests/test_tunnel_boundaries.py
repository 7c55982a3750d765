"""What the layers of the tunnel may know, and how large they may grow."""

import ast
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "companion/tunnel"
SHELL = {
    "clock",
    "config",
    "connector",
    "gateway",
    "link",
    "transport",
    "tunnel",
    "udp",
    "__init__",
}
EFFECTS = {"asyncio", "socket", "os", "time", "random", "secrets", "sqlite3", "threading", "ssl"}
MODULES = sorted(FOLDER.glob("*.py"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_protocol_code_knows_no_socket_clock_or_randomness(file):
    names = set(imported(ast.parse(file.read_text())))
    if file.stem in SHELL:
        return
    assert not {name.split(".")[0] for name in names} & EFFECTS
    assert not {f"companion.tunnel.{shell}" for shell in SHELL - {"__init__"}} & names


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_files_and_functions_stay_small(file):
    text = file.read_text()
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 80, node.name


def test_the_tunnel_opens_no_tcp_socket_and_starts_no_program():
    # S14: there is no way around the tunnel
    for file in MODULES:
        text = file.read_text()
        for way in ("SOCK_STREAM", "open_connection", "subprocess", "TCPConnector", "urllib"):
            assert way not in text, (file.name, way)

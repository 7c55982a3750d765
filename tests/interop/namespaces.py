"""Network namespaces with a stock wireguard-go in them; everything is removed afterwards."""

import base64
import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOOLS = ("wireguard-go", "wg", "ip", "curl")


def require() -> None:
    """Skip loudly where namespaces or the stock peer are missing."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"NOT TESTED against wireguard-go: {', '.join(missing)} not installed")
    if os.geteuid() != 0:
        pytest.skip("NOT TESTED against wireguard-go: network namespaces need root")
    name = f"svtry{secrets.token_hex(2)}"
    probe = subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False)
    if probe.returncode or not Path("/dev/net/tun").exists():
        pytest.skip("NOT TESTED against wireguard-go: no network namespaces or no /dev/net/tun")
    subprocess.run(["ip", "netns", "delete", name], check=True)


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
    return done.stdout


class Namespace(contextlib.AbstractContextManager):
    """A namespace joined to ours by a veth pair: we are `outer`, it is `inner`."""

    def __init__(self, folder: Path) -> None:
        tag = secrets.token_hex(3)
        number = secrets.randbelow(200)
        self.name = f"svt{tag}"
        self.device = f"svw{tag}"
        self.outer = f"10.251.{number}.1"
        self.inner = f"10.251.{number}.2"
        self._veth = (f"svo{tag}", f"svi{tag}")
        self._folder = folder
        self._children: list[subprocess.Popen] = []

    def __enter__(self):
        outer, inner = self._veth
        run("ip", "netns", "add", self.name)
        try:
            run("ip", "link", "add", outer, "type", "veth", "peer", inner, "netns", self.name)
            run("ip", "address", "add", f"{self.outer}/30", "dev", outer)
            run("ip", "link", "set", outer, "up")
            self.run("ip", "address", "add", f"{self.inner}/30", "dev", inner)
            self.run("ip", "link", "set", inner, "up")
            self.run("ip", "link", "set", "lo", "up")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for child in reversed(self._children):
            child.terminate()
        for child in self._children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(5)
            if child.poll() is None:
                child.kill()
                child.wait()
        subprocess.run(["ip", "netns", "delete", self.name], check=False)
        subprocess.run(["ip", "link", "delete", self._veth[0]], capture_output=True, check=False)
        Path(f"/var/run/wireguard/{self.device}.sock").unlink(missing_ok=True)

    def run(self, *command: str) -> str:
        return run("ip", "netns", "exec", self.name, *command)

    def start(self, *command: str) -> subprocess.Popen:
        log = self._folder / f"{len(self._children)}.log"
        with log.open("wb") as file:
            child = subprocess.Popen(
                ["ip", "netns", "exec", self.name, *command],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        self._children.append(child)
        return child

    def wireguard(self, configuration: str, address: str, mtu: int = 1420) -> None:
        """Start wireguard-go in the foreground and bring its interface up."""
        self.start("wireguard-go", "-f", self.device)
        self._wait(lambda: Path(f"/var/run/wireguard/{self.device}.sock").exists())
        file = self._folder / "stock.conf"
        file.touch(0o600)
        file.write_text(configuration)
        run("wg", "setconf", self.device, str(file))
        self.run("ip", "address", "add", address, "dev", self.device)
        self.run("ip", "link", "set", self.device, "mtu", str(mtu), "up")

    def serve(self, address: str, port: int) -> None:
        """Serve the test application inside the namespace."""
        script = Path(__file__).with_name("serve.py")
        self.start(sys.executable, str(script), address, str(port))
        listening = f"{address}:{port} "
        self._wait(lambda: listening in self.run("ss", "-ltn"))

    def _wait(self, condition, within: float = 15.0) -> None:
        deadline = time.monotonic() + within
        while not condition():
            logs = [file.read_text() for file in self._folder.glob("*.log")]
            assert time.monotonic() < deadline, f"not ready in time: {logs}"
            time.sleep(0.02)


def encode(key: bytes) -> str:
    return base64.b64encode(key).decode()

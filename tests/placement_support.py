"""What the tests of telemetry and placement share: samples, and the real service."""

import asyncio
import contextlib
import os
import re
import secrets
import signal
import subprocess
import sys
import time

from companion import otlp
from companion.values import Sample, Variant
from placement.values import Series

NOW = 1_790_000_000
FRONT_END = "0123456789abcdef0123456789abcdef"
CANARY = "Zwickelmeier"
PROTOBUF = {"Content-Type": "application/x-protobuf"}


def sample(**changes):
    values = {
        "at": NOW * 10**9,
        "variant": Variant.SECURED,
        "environment": "demo-secured",
        "model": "SmolLM2-135M",
        "front_end": FRONT_END,
        "spans": {"tag": 0.25, "detection": 12.0, "first_token": 240.0, "total": 900.0},
    }
    return Sample(**(values | changes))


def series(**changes):
    values = {
        "front_end": FRONT_END,
        "environment": "demo-secured",
        "variant": "secured",
        "model": "m",
        "stage": "total",
        "outcome": "ok",
    }
    return Series(**(values | changes))


def rows(*samples):
    return [(secrets.token_bytes(16), otlp.clean(each, FRONT_END)) for each in samples]


def export(*samples, dropped=0):
    return otlp.encode(rows(*samples), version="0.1.0", dropped=dropped)


class Process:
    """A real `sottovoce-placement serve`."""

    def __init__(self, database, *flags, port=0):
        command = "import sys; from placement.cli import main; sys.exit(main())"
        where = ("--port", str(port), "--database", str(database))
        self.child = subprocess.Popen(
            [sys.executable, "-c", command, "serve", *where, *flags],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        line = self.child.stdout.readline()
        found = re.fullmatch(r"listening on (http://127\.0\.0\.1:(\d+))\n", line)
        assert found, (line, self.child.communicate(timeout=10))
        self.url, self.port = found[1], int(found[2])

    def kill(self):
        self.child.kill()
        self.child.communicate(timeout=10)

    def stop(self):
        self.child.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.child.communicate(timeout=10)
        return self.child.returncode


async def eventually(condition, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        await asyncio.sleep(0.005)

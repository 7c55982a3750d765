"""The engines that are measured, each in a process of its own that speaks JSON lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from companion.scoring.engine import Judged
from companion.values import Finding

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / ".venv-detect-peers" / "bin" / "python"
NODE = ROOT / "benchmarks" / "peers" / "openredaction"
OURS = "sottovoce"
BASELINE = "presidio"


class About(msgspec.Struct, frozen=True, kw_only=True):
    """An engine: its name for people, how its process starts, what it is for."""

    title: str
    command: tuple[str, ...]
    secrets_only: bool = False


def _python(*words: str) -> tuple[str, ...]:
    return (str(PEERS), "-W", "ignore", "-m", "benchmarks.peers.serve", *words)


ENGINES = {
    OURS: About(
        title="Sottovoce",
        command=(sys.executable, "-W", "ignore", "-m", "benchmarks.peers.serve", "ours"),
    ),
    BASELINE: About(title="Presidio + en_core_web_sm", command=_python("presidio")),
    "presidio-patterns": About(
        title="Presidio, patterns only", command=_python("presidio", "patterns")
    ),
    "datafog": About(title="datafog", command=_python("datafog", "regex")),
    "datafog-spacy": About(title="datafog + spaCy sm", command=_python("datafog", "spacy")),
    "scrubadub": About(title="scrubadub", command=_python("scrubadub")),
    "openredaction": About(title="openredaction", command=("node", str(NODE / "serve.mjs"))),
    "credsweeper": About(title="CredSweeper", command=_python("credsweeper"), secrets_only=True),
    "detect-secrets": About(
        title="detect-secrets", command=_python("detect_secrets"), secrets_only=True
    ),
}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine made of a text; `found` holds start, end, its name for the type, score."""

    ms: float
    level: float
    found: list[tuple[int, int, str, float]]
    peak_mb: int
    failed: bool = False

    def judged(self) -> Judged:
        """Return the same as our own measuring wants it."""
        findings = tuple(
            Finding(
                kind=kind.upper(),
                start=max(0, start),
                end=end,
                score=min(1.0, max(0.0, score)),
                detector="peer",
            )
            for start, end, kind, score in self.found
            if end > max(0, start)
        )
        return Judged(
            findings=findings,
            level=min(1.0, self.level),
            milliseconds=self.ms,
            failed=self.failed,
        )


class EngineError(Exception):
    """An engine's process ended; the message holds what it said last."""


class Engine:
    """One engine's process; use as a context manager."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.about = ENGINES[name]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._home = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            self.about.command,
            cwd=ROOT,
            env=_environment(self._home.name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
        )
        try:
            self.ready = self._receive()
        except EngineError:
            self.close()
            raise
        self.peak_mb = int(self.ready["rss_mb"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()
        self._home.cleanup()

    def ask(self, text: str, *, quick: bool = False) -> Answer:
        """Have one text judged; `quick` lets our engine stop early, as a decision does."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"text": text, "quick": quick}) + "\n")
        self._process.stdin.flush()
        answer = msgspec.convert(self._receive(), Answer)
        self.peak_mb = max(self.peak_mb, answer.peak_mb)
        return answer

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace")[-2000:]
            raise EngineError(f"{self.name}: {said}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _environment(home: str) -> dict[str, str]:
    """Return an environment in which no engine reports its use or looks for anything."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": home,
        "DO_NOT_TRACK": "1",
        "DATAFOG_NO_TELEMETRY": "1",
        "PYTHONHASHSEED": "0",
    }


def available() -> Iterable[str]:
    """Yield the engines that are installed here; ours always is."""
    for name, about in ENGINES.items():
        if name == OURS:
            yield name
        elif about.command[0] == "node":
            if (NODE / "node_modules").is_dir():
                yield name
        elif PEERS.exists():
            yield name

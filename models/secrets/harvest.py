"""Reads real code for lines that speak of secrets without holding one.

The code is that of installed distributions whose licences allow any use; it gives values
that are variables, calls, labels and documentation, and real places to put a made-up secret
into. Which distributions were read, and in which versions, goes into the model's card.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec

from companion.detectors import secret_candidates, secret_context, secret_features
from models.secrets import values
from models.secrets.generate import Piece

DISTRIBUTIONS: Final = (
    "aiohttp", "anyio", "attrs", "charset-normalizer", "click", "cryptography", "faker", "h11",
    "hatchling", "httpcore", "httpx", "jinja2", "joblib", "msgspec", "multidict", "mypy", "numpy",
    "onnx", "onnxruntime", "pip", "platformdirs", "playwright", "presidio-analyzer", "pydantic",
    "pygments", "pytest", "pytest-asyncio", "requests", "rich", "scikit-learn", "scipy",
    "setuptools", "smart-open", "spacy", "srsly", "thinc", "tldextract", "tomlkit", "typer",
    "urllib3", "weasel", "wrapt", "yarl",
)  # fmt: skip
_SUFFIXES: Final = (
    ".py", ".pyi", ".js", ".ts", ".json", ".md", ".html", ".yaml", ".yml", ".toml", ".cfg", ".h",
)  # fmt: skip
_LARGEST: Final = 400_000
_A_FILE: Final = 40
_AROUND: Final = 200
_SECRET_NAME: Final = re.compile(
    r"(?i)(?:pass|passwd|pwd|password|passphrase|secret|token|api_?key|access_?key|auth|credentials?"
    r"|secret_?key)$"
)


def versions() -> dict[str, str]:
    """Return the distributions that are read, with their versions."""
    found = {}
    for name in DISTRIBUTIONS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


class _Spot(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int
    name: str
    source: str


def pieces(count: int, rng: random.Random, words: Sequence[str]) -> Iterator[Piece]:
    """Yield up to `count` places of real code, and as many again with a secret put in.

    A place that may hold a real secret (a random literal under a secret's name) is left out.
    """
    spots = [spot for name in versions() for spot in _distribution(name, rng)]
    rng.shuffle(spots)
    for spot in spots[:count]:
        if _maybe_live(spot.name, spot.text[spot.start : spot.end]):
            continue
        yield Piece(text=spot.text, spans=(), group=f"code/{spot.source}")
        if _SECRET_NAME.search(spot.name):
            yield _injected(spot, rng, words)


def _maybe_live(name: str, value: str) -> bool:
    parts = secret_features.words(name)
    named = _SECRET_NAME.search(name) or {"secret", "token", "password"} & set(parts)
    plain = re.fullmatch(r"[A-Za-z_][A-Za-z_.]*|.*[ (\[{$%<].*", value)
    return bool(named) and not plain and secret_context.entropy(value) > 2


def _distribution(name: str, rng: random.Random) -> Iterator[_Spot]:
    for file in sorted(metadata.files(name) or [], key=str):
        path = Path(str(file.locate()))
        if path.suffix not in _SUFFIXES or not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found = list(secret_candidates.find(text, text.lower()))
        for candidate in rng.sample(found, min(len(found), _A_FILE)):
            yield _cut(text, candidate, f"{name}/{path.name}")


def _cut(text: str, candidate: secret_candidates.Candidate, source: str) -> _Spot:
    """Return the lines around a candidate, with its offsets in them."""
    start = text.rfind("\n", 0, max(0, candidate.name_start - _AROUND // 2)) + 1
    start = max(start, candidate.name_start - _AROUND * 2)
    end = text.find("\n", candidate.end + _AROUND // 2)
    end = min(len(text) if end < 0 else end, candidate.end + _AROUND * 2)
    return _Spot(
        text[start:end], candidate.start - start, candidate.end - start, candidate.name, source
    )


def _injected(spot: _Spot, rng: random.Random, words: Sequence[str]) -> Piece:
    low = spot.name.lower()
    makers = values.PASSWORDS if "pass" in low or "pwd" in low else values.KEYS
    value = rng.choice(makers)(rng, words)
    head, tail = spot.text[: spot.start], spot.text[spot.end :]
    if head[-1:] not in ("'", '"'):
        head, tail = head + '"', '"' + tail
    span = (len(head), len(head) + len(value))
    return Piece(text=head + value + tail, spans=(span,), group=f"code/{spot.source}")

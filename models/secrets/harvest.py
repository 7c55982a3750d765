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

from companion.detectors import secret_candidates, secret_context, secret_features
from models.secrets import values
from models.secrets.generate import Piece

DISTRIBUTIONS: Final = (
    "aiohttp", "anyio", "attrs", "charset-normalizer", "click", "cryptography", "faker", "h11",
    "hatchling", "httpcore", "httpx", "jinja2", "joblib", "msgspec", "multidict", "mypy", "numpy",
    "onnx", "onnxruntime", "pip", "platformdirs", "playwright", "presidio-analyzer", "pydantic",
    "pygments", "pytest", "pytest-asyncio", "requests", "rich", "scikit-learn", "scipy", "setuptools",
    "smart-open", "spacy", "srsly", "thinc", "tldextract", "tomlkit", "typer", "urllib3", "weasel",
    "wrapt", "yarl",
)  # fmt: skip
_SUFFIXES: Final = frozenset(
    (".py", ".pyi", ".js", ".ts", ".json", ".md", ".html", ".yaml", ".yml", ".toml", ".cfg", ".h")
)
_LARGEST: Final = 400_000
_A_FILE: Final = 40
_AROUND: Final = 200
_SECRET_NAME: Final = re.compile(
    r"(?i)(?:pass|passwd|pwd|password|passphrase|secret|token|api_?key|access_?key|auth|credentials?"
    r"|secret_?key)$"
)
_LITERAL_PLACE: Final = re.compile(r"[\"'][^\"'\n]{0,80}$")


def versions() -> dict[str, str]:
    """Return the distributions that are read, with their versions."""
    found = {}
    for name in DISTRIBUTIONS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def pieces(count: int, rng: random.Random, words: Sequence[str]) -> Iterator[Piece]:
    """Yield up to `count` places of real code, and as many again with a secret put in.

    A place that may hold a real secret (a random literal under a secret's name) is left out.
    """
    places = [place for name in versions() for place in _distribution(name, rng)]
    rng.shuffle(places)
    for text, start, end, name, source in places[:count]:
        value = text[start:end]
        if _maybe_live(name, value):
            continue
        yield Piece(text=text, spans=(), group=f"code/{source}")
        if _SECRET_NAME.search(name):
            yield _injected(text, start, end, name, source, rng, words)


def _maybe_live(name: str, value: str) -> bool:
    parts = secret_features.words(name)
    named = _SECRET_NAME.search(name) or {"secret", "token", "password"} & set(parts)
    plain = re.fullmatch(r"[A-Za-z_][A-Za-z_.]*|.*[ (\[{$%<].*", value)
    return bool(named) and not plain and secret_context.entropy(value) > 2


def _distribution(name: str, rng: random.Random) -> Iterator[tuple[str, int, int, str, str]]:
    for file in sorted(metadata.files(name) or [], key=str):
        path = Path(str(file.locate()))
        if path.suffix not in _SUFFIXES or not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found = list(secret_candidates.find(text, text.lower()))
        for candidate in rng.sample(found, min(len(found), _A_FILE)):
            yield _cut(text, candidate, f"{name}/{path.name}")


def _cut(
    text: str, candidate: secret_candidates.Candidate, source: str
) -> tuple[str, int, int, str, str]:
    """Return the lines around a place, with the place's offsets in them."""
    start = text.rfind("\n", 0, max(0, candidate.name_start - rng_free(_AROUND))) + 1
    end = text.find("\n", candidate.end + _AROUND // 2)
    end = min(len(text) if end < 0 else end, candidate.end + _AROUND * 2)
    start = max(start, candidate.name_start - _AROUND * 2)
    return (
        text[start:end], candidate.start - start, candidate.end - start, candidate.name, source,
    )  # fmt: skip


def rng_free(most: int) -> int:
    """Return how much of the text before a place is kept."""
    return most // 2


def _injected(  # noqa: PLR0913  # a place has this many parts
    text: str,
    start: int,
    end: int,
    name: str,
    source: str,
    rng: random.Random,
    words: Sequence[str],
) -> Piece:
    makers = values.PASSWORDS if "pass" in name.lower() or "pwd" in name.lower() else values.KEYS
    value = rng.choice(makers)(rng, words)
    head, tail = text[:start], text[end:]
    if not _LITERAL_PLACE.search(head[-1:]):
        head, tail = head + '"', '"' + tail
    return Piece(
        text=head + value + tail,
        spans=((len(head), len(head) + len(value)),),
        group=f"code/{source}",
    )

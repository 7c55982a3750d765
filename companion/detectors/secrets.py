"""Secrets and passwords in prompts and in pasted code.

Three ways, joined: the published forms of keys and tokens, values given to names that the
trained model takes for live credentials, and passwords written into a sentence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from companion.detectors import (
    DetectorError,
    password_words,
    passwords,
    secret_candidates,
    secret_context,
    secret_features,
    secret_forms,
    secret_model,
)
from companion.values import Finding

LOWEST: Final = 0.5
"""Findings that are less likely than not are not reported."""
_PASSWORD_NAME: Final = re.compile(
    r"(?i)pass|pwd|\bpw|_pw|kennwort|contrase|senha|identified|\bpin\b|wachtwoord"
)
_STRONG_NAME: Final = re.compile(
    r"(?i)pass|pwd|pw|secret|token|cred|kennwort|contrase|senha|by$|pin|api"
)
_WORDS: Final = re.compile(r"[A-Za-z_$ .:/-]{0,2000}")
_FEWEST: Final = 80
_EACH: Final = 110
"""Candidates judged in a text: `_FEWEST` and one for every `_EACH` characters."""
_URL: Final = re.compile(
    r"(?i)(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}+://[^\s/:@\"'<>]{0,64}+:(?P<value>[^\s/@\"'<>]{3,12"
    r"8}+)@"
    r"(?P<host>[^\s/:\"'<>]{1,80}+)"
)
_COMMAND: Final = re.compile(
    r"(?i)\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;]{0,80}?\s-p(?P<my>[^\s\"'$-][^\s\"']{2"
    r",60}+)"
    r"|\bcurl\b[^\n|;]{0,120}?\s(?:-u|--user)\s?[\"']?[^\s:\"'$]{1,60}+:(?P<curl>[^\s\"'$@]{3,80}+)"
    r"|\bsshpass\b\s-p\s?[\"']?(?P<ssh>[^\s\"'$]{3,60}+)"
    r"|^[\w.*-]{1,60}:(?:\d{1,5}|\*):[\w*-]{1,40}:[\w*-]{1,40}:(?P<pg>[^\s:]{3,60}+)$",
    re.MULTILINE,
)
_MANIFEST: Final = re.compile(
    r"\bkind: Secret\b[^\0]{0,600}?\n(?:stringD|d)ata:[ \t]*\n(?P<data>(?:[ \t]+[^\n]*+(?:\n"
    r"|$)){1,60}+)"
)
_ENTRY: Final = re.compile(
    r"(?m)^[ \t]+[\w.-]{1,80}:[ \t]{1,4}[\"']?(?P<value>[^\s\"'|>&*{][^\s\"']{3,4000}+)"
)
_PARTS: Final = (
    password_words, passwords, secret_candidates, secret_context, secret_features, secret_forms,
)  # fmt: skip

Found = tuple[str, int, int, float]


class SecretDetector:
    """Finds keys, tokens, passwords, PINs and recovery words.

    Attributes:
        name: `secrets`.
        version: Of the rules and the model.
    """

    name = "secrets"

    def __init__(self, folder: Path | None = None) -> None:
        """Load the model.

        Args:
            folder: Where the model lies; by default the package's own folder.

        Raises:
            DetectorError: The model is missing, damaged or made for other features.
        """
        self._model = secret_model.SecretModel(folder or _model_folder())
        self.version = _version(self._model.sha256)

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the secrets of `text`, sorted, each span once.

        Raises:
            DetectorError: The model failed.
        """
        low = text.lower()
        known = [*secret_forms.find(text, low), *_credentials(text, low)]
        prose = [("PASSWORD", *hit) for hit in passwords.find(text, low)]
        prose += [("SECRET", *hit) for hit in passwords.keys(text, low)]
        judged = self._judged(text, low)
        return tuple(
            Finding(kind=kind, start=start, end=end, score=score, detector=self.name)
            for kind, start, end, score in _joined([*known, *prose, *judged])
            if score >= LOWEST
        )

    def _judged(self, text: str, low: str) -> Iterator[Found]:
        budget = _FEWEST + len(text) // _EACH
        found = (c for c in secret_candidates.find(text, low) if _worthy(text, c))
        candidates = list(islice(found, budget + 1))
        if not candidates:
            return
        for candidate, score in zip(
            candidates, self._model.probabilities(text, candidates), strict=True
        ):
            kind = "PASSWORD" if _PASSWORD_NAME.search(candidate.name) else "SECRET"
            yield kind, candidate.start, candidate.end, score
        if len(candidates) > budget:
            raise DetectorError("the text gives more values to names than are judged")


def _worthy(text: str, candidate: secret_candidates.Candidate) -> bool:
    """Say whether the model may take a candidate for a secret: it never does `key: title`."""
    return (
        _STRONG_NAME.search(candidate.name) is not None
        or _WORDS.fullmatch(text, candidate.start, candidate.end) is None
    )


def _credentials(text: str, low: str) -> Iterator[Found]:
    """Yield passwords inside addresses and commands."""
    if "kind: secret" in low:
        yield from _manifest(text)
    if "://" in low:
        for match in _URL.finditer(text):
            if _written(match.group("value")) and "example" not in match.group("host"):
                yield "PASSWORD", *match.span("value"), 0.95
    if "mysql" in low or "curl" in low or "mariadb" in low or "sshpass" in low or ":" in low:
        for match in _COMMAND.finditer(text):
            group = match.lastgroup or ""
            if _written(match.group(group)) and (group != "pg" or match.group().count(":") == 4):
                yield "PASSWORD", *match.span(group), 0.9


def _manifest(text: str) -> Iterator[Found]:
    """Yield what a Kubernetes manifest of the kind Secret holds, whatever its names say."""
    for manifest in _MANIFEST.finditer(text):
        for entry in _ENTRY.finditer(text, *manifest.span("data")):
            if _written(entry.group("value")):
                yield "SECRET", *entry.span("value"), 0.95


def _written(value: str) -> bool:
    """Say whether a value is written out, not a placeholder or a variable."""
    low = value.casefold()
    return not (
        secret_context.placeholder(value)
        or low[:1] in "$<{[%*"
        or low in ("password", "pass", "passwd", "secret", "pwd", "token", "port")
    )


def _joined(found: Iterable[Found]) -> list[Found]:
    """Join what overlaps: the surest stays, one value is one secret."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f[1], -f[3], f[2])):
        if kept and one[1] < kept[-1][2]:
            kept[-1] = max(kept[-1], one, key=lambda f: (f[3], f[2] - f[1]))
        else:
            kept.append(one)
    return kept


def _version(model: str) -> str:
    """Return a digest of the rules' own source and of the model."""
    parts = [Path(part.__file__ or "").read_bytes() for part in _PARTS]
    digest = hashlib.sha256(b"\0".join([Path(__file__).read_bytes(), *parts, model.encode()]))
    return "2/" + digest.hexdigest()[:12]


def _model_folder() -> Path:
    package = Path(__file__).parent.parent
    inside = package / "models"
    return inside if inside.is_dir() else package.parent / "models"

"""What tells a live secret from a placeholder of its form."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import Final

_PLACEHOLDER: Final = re.compile(
    r"(?i)your|example|sample|x{4,}|\*{3,}|\.{3,}|placeholder|redacted|change[_-]?(?:me|it)|insert"
    r"|dummy|foobar|replace|removed|hidden|masked|<[a-z]|\$\{|\{\{|%\(|todo|undefined"
    r"|process\.env|environ|getenv|getpass|1234567890?(?:1234|abcd)|abcdefgh|a1b2c3d4"
    r"|0123456789|987654321|deadbeefdeadbeef"
)
_DOCUMENTED: Final = ("SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",)
"""Signature of the token that jwt.io shows to every visitor."""


def entropy(value: str) -> float:
    """Return the Shannon entropy of the characters of `value`, in bits per character."""
    if not value:
        return 0.0
    counts = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts)


def placeholder(value: str) -> bool:
    """Say whether a value says of itself that it stands for another."""
    return _PLACEHOLDER.search(value) is not None


def generated(value: str) -> bool:
    """Say whether a value with a key's known form is more than a placeholder or a name."""
    if entropy(value) < 3.0 or len(set(value[-20:])) < 5 or placeholder(value):
        return False
    return sum(c.isdigit() for c in value) >= 2 or _turns(value) >= len(value) / 4


def _turns(value: str) -> int:
    """Return how often the case of neighbouring letters differs: often in random letters."""
    letters = [c.isupper() for c in value if c.isalpha()]
    return sum(a != b for a, b in pairwise(letters))


def varied(value: str) -> bool:
    """Say whether a value is more than one sign repeated."""
    return entropy(value) >= 3.0 and "xxxx" not in value.casefold()


def jwt(value: str) -> bool:
    """Say whether a JSON web token is not the one that documentation shows."""
    return not value.endswith(_DOCUMENTED) and entropy(value) >= 3.5


def key_block(value: str) -> bool:
    """Say whether a PEM block holds more than its borders and dots."""
    body = "".join(value.split("-----")[2:3])
    return len(body.strip()) >= 16 and entropy(body) >= 3.0 and not placeholder(body[:200])

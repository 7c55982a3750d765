"""What tells a live secret from a placeholder, a variable or prose about secrets."""

from __future__ import annotations

import math
from collections import Counter
from typing import Final

_PLACEHOLDERS: Final = (
    "your", "xxx", "example", "changeme", "placeholder", "redacted", "insert", "dummy", "foobar",
    "process.env", "os.environ", "getenv", "getpass", "secrets.", "config.", "settings.", "self.",
    "...", "***", "todo", "undefined", "null",
)  # fmt: skip
_ORDINARY_WORDS: Final = """
    a an the not no none null nil true false this that it its in on at by be been being was were
    is are to of for from with and or but if then than so as too very really also only just now
    again still never always sometimes required optional missing empty blank invalid valid wrong
    incorrect correct right weak strong stronger secure insecure unsafe safe hashed hash salted
    encrypted encryption plain plaintext stored saved sent given set reset changed change
    expired expiring forgotten lost leaked stolen compromised hacked visible hidden masked shown
    protected protection manager managers policy policies field fields input inputs string str
    text char varchar int integer bool boolean object array list type value values default
    password passwords passwd passcode username user email login name id key token secret hint
    prompt length long longer short shorter shorter minimum maximum at least more less better
    necessary needed important important used using use being called known unknown different
    same similar unique random generated created updated validated verified verification
    verifying checked checking stolen easy hard difficult simple complex complicated
    what when where why how who which whose me my mine our ours your yours his her hers their
    here there below above following follows one two three case sensitive
"""
_ORDINARY: Final = frozenset(_ORDINARY_WORDS.split())


def entropy(value: str) -> float:
    """Return the Shannon entropy of the characters of `value`, in bits per character."""
    if not value:
        return 0.0
    counts = Counter(value).values()
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts)


def generated(value: str) -> bool:
    """Say whether a value with a key's known form is more than a placeholder of that form."""
    return entropy(value) >= 3.0 and "xxxx" not in value.casefold()


def assigned_secret(value: str) -> bool:
    """Say whether a value given to a key or token looks generated and not like a placeholder."""
    low = value.casefold()
    if any(word in low for word in _PLACEHOLDERS):
        return False
    mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
    return mixed and generated(value)


def strong_password(value: str) -> bool:
    """Say whether a value after *password is* has the digits or signs of a password."""
    word = value.rstrip(".,;:!?\"')")
    if len(word) < 4 or _is_code(word):
        return False
    return any(c.isdigit() for c in word) or any(not c.isalnum() for c in word[1:-1])


def plain_password(value: str) -> bool:
    """Say whether a value after *my password is* may be a password made of a plain word."""
    word = value.rstrip(".,;:!?\"')").casefold()
    return len(word) >= 4 and word not in _ORDINARY and not _is_code(word)


def _is_code(word: str) -> bool:
    low = word.casefold()
    if low in _ORDINARY or low.lstrip("<{[($%*") != low:
        return True
    return any(mark in low for mark in ("(", "${", "{{", *_PLACEHOLDERS))

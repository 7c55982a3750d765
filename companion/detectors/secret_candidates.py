"""Values that stand where a secret would: given to a name such as `db_password` or `apiKey`.

A name is found by a piece of it, then read to both sides; what follows it decides whether a
value is given to it and where that value lies. Names, gaps and values are bounded, and a name
is read once, so the search is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

NAME_LIMIT: Final = 64
"""Characters read to each side of the piece that a name was found by."""

_PIECE: Final = re.compile(
    r"(?i)pass(?:w|ph|c|k|\b|_)|(?:_|\b|[a-z])pass\b|pwd|\bpw\b|\bpass|secret|token|key|auth"
    r"|cred|salt"
    r"|nonce|cookie|session|signature|\bpin\b|otp|identified\s{1,4}by|licen[cs]e|bearer"
    r"|kennwort|passwor|contrase|senha|mot_?de_?passe|webhook|jwt|hmac|cipher|seed|access"
    r"|basic(?=[ \t])|\bapi\b"
)
_NEEDED: Final = (
    "pass", "pw", "secret", "token", "key", "auth", "cred", "salt", "nonce", "cookie", "session",
    "signature", "pin", "otp", "identified", "licen", "bearer", "kennwort", "contrase", "senha",
    "webhook", "jwt", "hmac", "cipher", "seed", "basic ", "api",
)  # fmt: skip
_SCHEME: Final = re.compile(r"(?i)(?:basic|bearer|token|digest|apikey|bot)[ \t]{1,3}(?=[^\s\"'])")
_NAME_END: Final = re.compile(r"[\w$.-]{0,64}+")
_NAME_CHARACTERS: Final = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.-"
)
_GAP: Final = re.compile(
    r"(?P<close>\\?[\"'`]?[\])}]{0,2}[\"'`]?)"
    r"(?P<sep>"
    r"[ \t]{0,8}(?::[ \t]{0,3}[A-Za-z_][\w<>\[\]., |?&:*]{0,40}?(?=[ \t]=[^=>]))?"
    r"[ \t]{0,20}(?:\|\|=|\?\?=|[+?:]=|={1,3}>?|!==?|=~|<-|->|::?-?)[ \t]{0,40}"
    r"|[ \t]{0,3},[ \t]{0,3}\n?[ \t]{0,40}"
    r"(?:(?:value|default|defaultValue|fallback)[ \t]{0,2}[=:][ \t]{0,2})?"
    r"|[ \t]{0,2}\([ \t]{0,3}\n?[ \t]{0,20}"
    r"|[ \t]{0,3}>[ \t]{0,3}\n?[ \t]{0,20}"
    r"|[ \t]{1,4}(?:value|content|android:value|default|defaultValue|val)[ \t]{0,3}=[ \t]{0,3}"
    r"|,?[ \t]{0,4}\n[ \t]{0,40}[\"']?(?:value|default|Value|val)[\"']?[ \t]{0,3}[:=][ \t]{0,3}"
    r"|[ \t]{1,8}"
    r")"
)
_VALUE: Final = re.compile(
    r"(?P<prefix>(?:[A-Za-z_.]{0,30}\()?[bBruUfF@$L&]{0,2}(?=\\?[\"'`]))?"
    r"(?:\\[\"](?P<escaped>[^\"\\\n]{1,2000}+)"
    r"|\"\"\"(?P<triple>[^\"]{1,2000}+)"
    r"|\"(?P<double>(?:[^\"\\\n]|\\.){1,4000}+)\""
    r"|'(?P<single>(?:[^'\\\n]|\\.){1,4000}+)'"
    r"|`(?P<tick>(?:[^`\\\n]|\\.){1,2000}+)`"
    r"|(?P<open>[\"'])(?P<cut>[^\"'\s]{1,2000}+)"
    r"|(?P<bare>[^\s\"'`<>,;][^\s\"'`<>;]{0,2000}+)"
    r")"
)
_LITERAL: Final = re.compile(
    r"[^\n\"']{0,80}?(?P<quote>[\"'])(?P<value>[^\"'\n\\]{1,500}+)(?P=quote)"
)
_ARRAY: Final = re.compile(
    r"(?:(?:new\s)?[\w.]{0,30}\s?(?:\[\d{0,4}\])?\s?[\w.]{0,20})?\s?[{(\[]{1,2}\s{0,4}"
    r"(?P<items>(?:\s{0,20}(?:0x[0-9a-fA-F]{1,2}|-?\d{1,3}),){7,600}\s{0,20}(?:0x[0-9a-fA-F]{1,2"
    r"}|-?\d{1,3}))"
)
_BARE_TAIL: Final = ".,;:)]}!?"
_SPACED: Final = re.compile(
    r"(?:^|[ \t(\"'])(?:--?[\w-]{0,40}|(?:ENV|ARG|env|set|login|user|machine"
    r"|identified)[ \t\w.@-]{0,80}?)$"
)
_TRIVIAL: Final = re.compile(r"(?i)(?:none|null|nil|true|false|undefined|\d{1,3}|\W{0,3}|\w)$")


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A value with the name it is given to.

    Attributes:
        start: First code point of the value.
        end: One past its last.
        name: The name, without quotes.
        name_start: Where the name begins.
        separator: What stands between, without blanks: `=`, `:`, `(`, `,`, `>`, `value=` ...
        quote: The value's opening quote; empty where it has none.
        wrapped: Whether the value stands inside a call or behind other words.
    """

    start: int
    end: int
    name: str
    name_start: int
    separator: str
    quote: str
    wrapped: bool


def find(text: str, low: str) -> Iterator[Candidate]:
    """Yield every value in `text` that is given to a name worth looking at.

    Args:
        text: Where to look.
        low: `text.lower()`.
    """
    if not any(needle in low for needle in _NEEDED):
        return
    read = 0
    for piece in _PIECE.finditer(text):
        if piece.start() < read:
            continue
        start = _name_start(text, piece.start(), read)
        tail = _NAME_END.match(text, piece.end())
        end = tail.end() if tail else piece.end()
        end = start + len(text[start:end].rstrip(".-"))
        read = max(end, piece.end())
        name = text[start:read].lstrip("-.")
        yield from _given(text, start, read, name)


def _name_start(text: str, at: int, floor: int) -> int:
    lowest = max(floor, at - NAME_LIMIT, 0)
    while at > lowest and text[at - 1] in _NAME_CHARACTERS:
        at -= 1
    return at


def _given(text: str, start: int, end: int, name: str) -> Iterator[Candidate]:
    """Yield the value that follows a name, and a literal behind it where it is an expression."""
    gap = _GAP.match(text, end)
    if gap is None:
        return
    separator = "".join(gap.group("sep").split())
    value = _VALUE.match(text, gap.end())
    if value is None or not _fits(text, start, gap, separator, value):
        return
    found = _candidate(text, value, name, start, separator)
    if found is None:
        return
    if not found.quote:
        array = _ARRAY.match(text, value.start())
        found = (
            found
            if array is None
            else msgspec.structs.replace(
                found, start=array.start("items"), end=array.end("items"), quote="["
            )
        )
    yield found
    if found.quote == "" and any(mark in text[found.start : found.end] for mark in "(|?["):
        yield from _literal(text, found, separator)


def _fits(text: str, start: int, gap: re.Match[str], separator: str, value: re.Match[str]) -> bool:
    """Say whether something is really given: blanks, commas and brackets often mean nothing."""
    quoted = value.lastgroup != "bare"
    closed = bool(gap.group("close"))
    if separator == "":
        name = text[start : start + 8].lower()
        if name.startswith(("basic", "bearer")):
            return len(value.group("bare") or "") >= 8
        return quoted or _SPACED.search(text, max(0, start - 100), start + 2) is not None
    if separator.startswith(","):
        return closed and quoted
    if separator == "(":
        return quoted
    if separator == ">":
        return quoted or "<" in text[max(0, start - 80) : start + 1]
    return True


def _candidate(
    text: str, value: re.Match[str], name: str, name_start: int, separator: str
) -> Candidate | None:
    kind = value.lastgroup or "bare"
    kind = "cut" if kind == "open" else kind
    start, end = value.span(kind)
    quote = {"bare": "", "cut": value.group("open") or ""}.get(kind, text[start - 1])
    scheme = _SCHEME.match(text, start)
    if scheme:
        start = scheme.end()
        end = end if quote else start + _word(text, start)
    if not quote:
        end = start + len(_bare(text[start:end]))
    if start >= end or (_TRIVIAL.match(text[start : min(end, start + 12)]) and end - start < 12):
        return None
    return Candidate(
        start=start,
        end=end,
        name=name,
        name_start=name_start,
        separator=separator[:8],
        quote=quote,
        wrapped="(" in (value.group("prefix") or ""),
    )


def _word(text: str, at: int) -> int:
    match = _VALUE.match(text, at)
    return len(match.group("bare") or "") if match else 0


def _bare(word: str) -> str:
    """Return a value without quotes as far as it goes: closing marks belong to the text."""
    cut = word.find(",")
    if 0 < cut < 200 and "(" not in word[:cut]:
        word = word[:cut]
    while word and word[-1] in _BARE_TAIL and not ("(" in word and word[-1] == ")"):
        word = word[:-1]
    return word


def _literal(text: str, found: Candidate, separator: str) -> Iterator[Candidate]:
    match = _LITERAL.match(text, found.start)
    if match and not _TRIVIAL.match(match.group("value")):
        yield Candidate(
            start=match.start("value"),
            end=match.end("value"),
            name=found.name,
            name_start=found.name_start,
            separator=separator[:8],
            quote=match.group("quote"),
            wrapped=True,
        )

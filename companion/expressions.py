"""Regular expressions that people write, matched in time linear in the text.

Python's own engine backtracks: one careless expression in a policy file would stall every
prompt. RE2 (Cox, "Regular Expression Matching in the Wild", 2010) walks an automaton and
refuses what an automaton cannot do, such as look-around and back-references.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

MOST_MATCHES: Final = 2_000
"""Matches of one expression told apart in one text; the rest of the text is one more."""
MOST_STEPS: Final = 50_000
"""The size of the compiled program that one expression may have."""
_LIST_MEMORY: Final = 64 << 20
"""Bytes that RE2 may use for the automaton of a whole list."""
_GAP: Final = r"""[^\s"'<>()\[\]{},;]"""
"""What a wildcard stands for: anything that does not end a word, an address or a path."""
_BORDER: Final = r"[^\pL\pN]"
"""RE2's `\\b` knows ASCII letters only."""
_FEWEST_LETTERS: Final = 2


class ExpressionError(ValueError):
    """An expression cannot be used; the message says why and does not quote it."""


class Expression:
    """A compiled expression."""

    __slots__ = ("_groups", "_pattern")

    def __init__(self, pattern: Any, groups: Sequence[int] = (0,)) -> None:
        self._pattern = pattern
        self._groups = groups

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the code points that each match covers, from left to right.

        Empty matches are passed over. After `MOST_MATCHES` of them, the rest of the text
        counts as one match: what was not looked at is not taken for harmless.
        """
        data = text.encode()
        points = _Points(data, plain=len(data) == len(text))
        position = 0
        for _ in range(MOST_MATCHES):
            match = self._pattern.search(data, position)
            if match is None:
                return
            start, end = max(match.span(group) for group in self._groups)
            if end > start:
                yield points.at(start), points.at(end)
            position = max(end, _after(data, start))
            if position > len(data):
                return
        if position < len(data):
            yield points.at(position), len(text)

    def covers(self, text: str) -> bool:
        """Whether the expression matches all of `text`."""
        return self._pattern.fullmatch(text) is not None


class _Points:
    """Turns rising byte offsets of UTF-8 into code points, each byte counted once."""

    def __init__(self, data: bytes, *, plain: bool) -> None:
        self._data = data
        self._plain = plain
        self._byte = 0
        self._point = 0

    def at(self, byte: int) -> int:
        if self._plain:
            return byte
        self._point += len(self._data[self._byte : byte].decode(errors="replace"))
        self._byte = byte
        return self._point


def _after(data: bytes, position: int) -> int:
    """Return where the character after the one at `position` begins."""
    position += 1
    while position < len(data) and data[position] & 0xC0 == 0x80:
        position += 1
    return position


def regex(source: str, *, case_sensitive: bool = False) -> Expression:
    """Compile one expression in RE2's syntax.

    Raises:
        ExpressionError: It is malformed, too large, or needs more than an automaton.
    """
    if r"\C" in source:
        raise ExpressionError("`\\C` would match half of a character")
    pattern = _compile(source, case_sensitive=case_sensitive)
    if pattern.programsize > MOST_STEPS:
        raise ExpressionError("it is too large")
    return Expression(pattern)


def words(
    terms: Sequence[str], *, wildcards: bool, borders: bool, case_sensitive: bool = False
) -> Expression:
    """Compile a list of terms into one expression.

    Args:
        terms: What to look for; white space in one stands for any white space.
        wildcards: Whether `*` and `?` stand for characters of a word.
        borders: Whether a match must not begin or end inside a word or number.
        case_sensitive: Whether upper and lower case differ.

    Raises:
        ExpressionError: A term is nearly all wildcards, or the list is too large.
    """
    sources: dict[tuple[bool, bool], list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        edges = (borders and _is_edge(term[0], "?"), borders and _is_edge(term[-1], "?*"))
        sources.setdefault(edges, []).append(_source(term, wildcards=wildcards))
    source = "|".join(_alternatives(edges, each) for edges, each in sources.items())
    pattern = _compile(source, case_sensitive=case_sensitive, memory=_LIST_MEMORY)
    return Expression(pattern, range(1, len(sources) + 1))


def whole(term: str, *, case_sensitive: bool = False) -> Expression:
    """Compile one term with wildcards, to be compared with a whole text.

    Raises:
        ExpressionError: The term is nearly all wildcards.
    """
    return Expression(_compile(_source(term, wildcards=True), case_sensitive=case_sensitive))


def _is_edge(character: str, wildcards: str) -> bool:
    """Whether a term that begins or ends so could lie inside a longer word."""
    return character.isalnum() or character in wildcards


def _alternatives(edges: tuple[bool, bool], sources: list[str]) -> str:
    before = f"(?:^|{_BORDER})" if edges[0] else ""
    after = f"(?:{_BORDER}|$)" if edges[1] else ""
    return f"{before}({'|'.join(sources)}){after}"


def _source(term: str, *, wildcards: bool) -> str:
    import re2  # noqa: PLC0415 - 4 MB that only some policies need

    wild = wildcards and not {"*", "?"}.isdisjoint(term)
    if wild and sum(map(str.isalnum, term)) < _FEWEST_LETTERS:
        raise ExpressionError("a wildcard stands beside at least two letters or digits")
    stands = {"*": f"{_GAP}*?", "?": _GAP} if wild else {}
    pieces = (
        r"\s+" if each.isspace() else stands.get(each) or re2.escape(each)
        for each in " ".join(term.split())
    )
    return "".join(pieces)


def _compile(source: str, *, case_sensitive: bool, memory: int = 0) -> Any:
    import re2  # noqa: PLC0415 - 4 MB that only some policies need

    options = re2.Options()
    options.case_sensitive = case_sensitive
    options.log_errors = False
    if memory:
        options.max_mem = memory
    try:
        return re2.compile(source, options)
    except re2.error as error:
        (reason,) = error.args
        raise ExpressionError(_reason(reason)) from None


def _reason(reason: bytes | str) -> str:
    """Return RE2's words without the piece of the expression that follows the colon."""
    text = reason.decode(errors="replace") if isinstance(reason, bytes) else reason
    return text.partition(":")[0]

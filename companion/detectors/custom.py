"""What a policy adds to the detectors: own terms, own recognisers, Presidio as an engine."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, Final

import msgspec

from companion import expressions
from companion.detection_policy import Detection, Engine, Match, TermRule
from companion.detectors import Detector, DetectorError
from companion.expressions import Expression
from companion.normalize import normalise
from companion.policy import ActivePolicy
from companion.values import Finding

_TOKEN: Final = re.compile(r"[^\W_]+|\s+|[\W_]")
"""Every character belongs to one token, so that lengths add up to offsets."""
_END: Final = ""
"""The key under which a node of a tree of phrases holds what ends there; no token is empty."""
_KEPT: Final = 2
"""Policies whose detectors stay loaded: the one in force, and the one before it."""

Ends = tuple[tuple[str, float], ...]


class OwnTermDetector:
    """Finds the terms of a policy.

    Exact terms are looked up word by word in a tree, whatever their number; the others are
    expressions in linear time, one for each list of wildcards.
    """

    name = "own_terms"

    def __init__(self, rules: tuple[TermRule, ...]) -> None:
        self.version = "1/" + hashlib.sha256(msgspec.json.encode(rules)).hexdigest()[:12]
        self._folded = _tree(rules, case_sensitive=False)
        self._exact = _tree(rules, case_sensitive=True)
        self._expressions = [
            (rule, each) for rule in rules if not rule.looked_up for each in _compiled(rule)
        ]

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return every term in `text`, a text that was normalised."""
        found = dict.fromkeys((*self._phrases(text), *self._matches(text)))
        return tuple(found)

    def _phrases(self, text: str) -> Iterator[Finding]:
        if not self._folded and not self._exact:
            return
        tokens = _TOKEN.findall(text)
        yield from self._walk(self._exact, tokens, tokens)
        yield from self._walk(self._folded, list(map(str.casefold, tokens)), tokens)

    def _walk(
        self, tree: dict[str, Any], tokens: list[str], written: list[str]
    ) -> Iterator[Finding]:
        first = [index for index, token in enumerate(tokens) if token in tree]
        if not first:
            return
        ends = list(accumulate(map(len, written)))
        for start in first:
            for last, (kind, score) in _ending(tree, tokens, start):
                yield self._finding(kind, score, ends[start] - len(written[start]), ends[last])

    def _matches(self, text: str) -> Iterator[Finding]:
        for rule, expression in self._expressions:
            for start, end in expression.spans(text):
                yield self._finding(rule.kind, rule.score, start, end)

    def _finding(self, kind: str, score: float, start: int, end: int) -> Finding:
        return Finding(kind=kind, start=start, end=end, score=score, detector=self.name)


def build(active: ActivePolicy) -> tuple[Detector, ...]:
    """Return the detectors that a policy adds, made once per policy and thread-bound.

    Own terms come first, then the policy's recognisers, then Presidio where the engine is
    `presidio` or `both`. Without such rules there are none, and nothing is loaded.

    Raises:
        DetectorError: A part cannot be loaded.
    """
    if active.id not in _built:
        _built[active.id] = tuple(_detectors(active))
        while len(_built) > _KEPT:
            _built.popitem(last=False)
    _built.move_to_end(active.id)
    return _built[active.id]


_built: OrderedDict[str, tuple[Detector, ...]] = OrderedDict()
_engines: list[Detector] = []
"""Presidio's engine once it was loaded: no rule of a policy changes it."""


def _detectors(active: ActivePolicy) -> Iterator[Detector]:
    detection: Detection = active.policy.detection
    if detection.terms:
        try:
            yield OwnTermDetector(detection.terms)
        except expressions.ExpressionError as error:
            raise DetectorError("the policy's own terms cannot be loaded") from error
    if detection.recognisers:
        # Presidio is read in only where a policy wants it.
        from companion.detectors.recognisers import RecogniserDetector  # noqa: PLC0415

        yield RecogniserDetector(active.recognisers)
    if detection.engine is not Engine.SOTTOVOCE:
        yield _presidio()


def _presidio() -> Detector:
    from companion.detectors.presidio import PresidioDetector  # noqa: PLC0415 - as above

    if not _engines:
        _engines.append(PresidioDetector())
    return _engines[0]


def _compiled(rule: TermRule) -> list[Expression]:
    if rule.match is Match.REGEX:
        return [expressions.regex(term, case_sensitive=rule.case_sensitive) for term in rule.terms]
    terms = [normalise(term).text for term in rule.terms]
    return [
        expressions.words(
            terms,
            wildcards=rule.match is Match.WILDCARD,
            borders=rule.borders,
            case_sensitive=rule.case_sensitive,
        )
    ]


def _tree(rules: Iterable[TermRule], *, case_sensitive: bool) -> dict[str, Any]:
    """Return the looked-up terms as a tree of tokens."""
    tree: dict[str, Any] = {}
    for rule in rules:
        if rule.looked_up and rule.case_sensitive is case_sensitive:
            for term in rule.terms:
                _plant(tree, _tokens(term, case_sensitive=case_sensitive), rule)
    return tree


def _tokens(term: str, *, case_sensitive: bool) -> list[str]:
    plain = " ".join(normalise(term).text.split())
    return _TOKEN.findall(plain if case_sensitive else plain.casefold())


def _plant(tree: dict[str, Any], tokens: list[str], rule: TermRule) -> None:
    for token in tokens:
        tree = tree.setdefault(token, {})
    ends: Ends = tree.get(_END, ())
    tree[_END] = tuple(dict.fromkeys((*ends, (rule.kind, rule.score))))


def _ending(
    tree: dict[str, Any], tokens: list[str], start: int
) -> Iterator[tuple[int, tuple[str, float]]]:
    """Yield what ends on the way down the tree, with the index of its last token."""
    for index in range(start, len(tokens)):
        token = tokens[index]
        below = tree.get(" " if token.isspace() else token)
        if below is None:
            return
        tree = below
        for end in tree.get(_END, ()):
            yield index, end

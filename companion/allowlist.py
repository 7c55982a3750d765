"""What a policy allows: findings that are known to be harmless and do not count.

A rule names texts in the clear, or by a digest under a key of this installation, so that
*this is not sensitive* can be kept without keeping the text. A rule for every kind spares
the grave ones (keys, cards, identity numbers): those only count out where a rule names them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from companion import expressions
from companion.detection_policy import AllowRule, Match
from companion.detectors import kinds
from companion.expressions import Expression
from companion.normalize import normalise
from companion.policy import ActivePolicy
from companion.values import Finding

_AROUND: Final = " \t\r\n.,;:!?\"'`()[]<>"
_PERSON: Final = b"sottovoce-allow"
_ANY: Final = "*"


def digest(text: str, key: bytes) -> str:
    """Return the name by which a rule allows a text without holding it (32 hex digits).

    Keyed BLAKE2b (RFC 7693) over the text as it is compared: without regard to case, white
    space, hyphens and signs around it.
    """
    whole = _plain(text, case_sensitive=False).encode()
    return hashlib.blake2b(whole, key=key, digest_size=16, person=_PERSON).hexdigest()


class Allowlist:
    """The rules of one policy, compiled, and those of the person beside it."""

    def __init__(self, rules: Iterable[tuple[AllowRule, _Texts]]) -> None:
        self._rules = tuple(rules)

    @classmethod
    def compile(cls, rules: Iterable[AllowRule], key: bytes = b"") -> Allowlist:
        """Compile rules; `key` is what their digests were made with.

        Raises:
            ValueError: An expression cannot be used, or digests come without a key.
        """
        compiled = tuple((rule, _Texts(rule, key)) for rule in rules)
        if any(rule.digests for rule, _ in compiled) and not key:
            raise ValueError("digests are compared under a key")
        return cls(compiled)

    def __or__(self, other: Allowlist) -> Allowlist:
        """Return what either of two allows."""
        return Allowlist((*self._rules, *other._rules))

    def allows(self, kind: str, text: str) -> bool:
        """Whether a finding of `kind` whose whole span reads `text` does not count."""
        rules = [texts for rule, texts in self._rules if _is_about(rule, kind)]
        if not rules:
            return False
        names = {key: digest(text, key) for key in {each.key for each in rules} if key}
        return any(texts.hold(text) or texts.names(names) for texts in rules)

    def keep(self, findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
        """Return the findings that count, in their order.

        One inside an allowed span of another kind does not count either, where the rules
        would allow that span for its kind too: the company in its own address.

        Args:
            findings: With offsets into `text`.
            text: What they were found in.
        """
        found = tuple(findings)
        if not self._rules or not found:
            return found
        allowed = {each for each in found if self.allows(each.kind, text[each.start : each.end])}
        inside = _inside(found, allowed)
        return tuple(
            finding
            for finding in found
            if finding not in allowed
            and not any(
                self.allows(finding.kind, text[outer.start : outer.end])
                for outer in inside.get(finding, ())
            )
        )


class _Texts:
    """What one rule allows."""

    __slots__ = ("_case_sensitive", "_digests", "_exact", "_expressions", "key")

    def __init__(self, rule: AllowRule, key: bytes) -> None:
        exact = rule.terms if rule.match is Match.EXACT else ()
        written = () if exact else rule.terms
        self._case_sensitive = rule.case_sensitive
        self._exact = frozenset(_plain(term, case_sensitive=rule.case_sensitive) for term in exact)
        self._expressions = tuple(_compiled(rule, term) for term in written)
        self._digests = frozenset(rule.digests)
        self.key = key if self._digests else b""

    def names(self, digests: Mapping[bytes, str]) -> bool:
        """Whether one of its digests is that of a text, given under the keys in use."""
        return digests.get(self.key) in self._digests

    def hold(self, text: str) -> bool:
        if self._exact and _plain(text, case_sensitive=self._case_sensitive) in self._exact:
            return True
        if not self._expressions:
            return False
        whole = normalise(text).text.strip(_AROUND)
        return any(expression.covers(whole) for expression in self._expressions)


def _compiled(rule: AllowRule, term: str) -> Expression:
    compile_one = expressions.regex if rule.match is Match.REGEX else expressions.whole
    return compile_one(term, case_sensitive=rule.case_sensitive)


def _plain(text: str, *, case_sensitive: bool) -> str:
    """Return a text as it is compared: 4111-1111 and 4111 1111 are one number."""
    seen = normalise(text).text.strip(_AROUND)
    plain = "".join(seen.split()).replace("-", "")
    return plain if case_sensitive else plain.casefold()


def _is_about(rule: AllowRule, kind: str) -> bool:
    if kind in rule.kinds:
        return True
    known = kinds.BY_NAME.get(kind)
    return _ANY in rule.kinds and not (known and known.grave)


def _inside(
    findings: Iterable[Finding], allowed: set[Finding]
) -> dict[Finding, tuple[Finding, ...]]:
    """Return for a finding the allowed one around it that reaches furthest, if there is one."""
    around: dict[Finding, tuple[Finding, ...]] = {}
    widest: Finding | None = None
    for finding in sorted(findings, key=lambda each: (each.start, -each.end, each not in allowed)):
        if widest and finding.end <= widest.end and finding is not widest:
            around[finding] = (widest,)
        elif finding in allowed:
            widest = finding
    return around


@lru_cache(maxsize=4)
def _of(policy_id: str, groups: tuple[tuple[tuple[AllowRule, ...], bytes], ...]) -> Allowlist:  # noqa: ARG001 - the id is the key
    own, personal = (Allowlist.compile(rules, key) for rules, key in groups)
    return own | personal


def of(active: ActivePolicy) -> Allowlist:
    """Return what the policy in force and the person allow, compiled once per policy."""
    own = (active.policy.detection.allow, active.allow_key)
    return _of(active.id, (own, (active.personal, active.personal_key)))

"""Secrets and passwords in prompts and in pasted code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Final

from companion.detectors import secret_context as checks
from companion.values import Finding


class Rule:
    """One expression with what it finds.

    Attributes:
        kind: The kind of its findings.
        pattern: The expression; the group `value`, where it has one, is the finding.
        score: How sure a match is.
        check: Says whether a matched value really is one.
        needles: The expression is only tried where one of these is in the lower-cased text.
    """

    __slots__ = ("check", "kind", "needles", "pattern", "score")

    def __init__(
        self,
        kind: str,
        pattern: str,
        score: float,
        *,
        check: Callable[[str], bool] | None = None,
        needles: str = "",
    ) -> None:
        self.kind = kind
        self.pattern = re.compile(pattern)
        self.score = score
        self.check = check
        self.needles = tuple(needles.split())

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of this rule's values in `text`."""
        group = "value" if "value" in self.pattern.groupindex else 0
        for match in self.pattern.finditer(text):
            if self.check is None or self.check(match.group(group)):
                yield match.span(group)


SECRETS: Final = (
    Rule(
        "SECRET",
        r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]*+"
        r"(?:-----END [A-Z0-9 ]{0,40}-----)?",
        1.0,
        needles="-----begin",
    ),
    Rule("SECRET", r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b", 1.0, needles="akia asia abia acca"),
    Rule(
        "SECRET",
        r"\bgh[pousr]_[A-Za-z0-9]{36,255}+",
        1.0,
        check=checks.generated,
        needles="ghp_ gho_ ghu_ ghs_ ghr_",
    ),
    Rule(
        "SECRET",
        r"\bgithub_pat_[A-Za-z0-9_]{22,255}+",
        1.0,
        check=checks.generated,
        needles="github_pat_",
    ),
    Rule(
        "SECRET",
        r"\bgl(?:pat|dt|rt|cbt|ptt)-[\w-]{20,255}+",
        1.0,
        check=checks.generated,
        needles="glpat- gldt- glrt-",
    ),
    Rule(
        "SECRET",
        r"\bsk-(?:proj-|svcacct-|admin-|ant-)?(?P<value>[A-Za-z0-9_-]{20,255}+)",
        0.95,
        check=checks.assigned_secret,
        needles="sk-",
    ),
    Rule(
        "SECRET",
        r"\bxox[abeoprs]-[A-Za-z0-9-]{10,255}+",
        1.0,
        check=checks.generated,
        needles="xox",
    ),
    Rule(
        "SECRET",
        r"\bhooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,100}+",
        1.0,
        needles="hooks.slack.com",
    ),
    Rule("SECRET", r"\bAIza[\w-]{35}", 1.0, check=checks.generated, needles="aiza"),
    Rule(
        "SECRET",
        r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,255}+",
        1.0,
        check=checks.generated,
        needles="k_live_ k_test_",
    ),
    Rule("SECRET", r"\bnpm_[A-Za-z0-9]{36}\b", 1.0, needles="npm_"),
    Rule("SECRET", r"\bpypi-AgE[\w-]{50,1000}+", 1.0, needles="pypi-age"),
    Rule("SECRET", r"\bSG\.[\w-]{16,32}\.[\w-]{16,64}", 1.0, needles="sg."),
    Rule(
        "SECRET",
        r"\bhf_[A-Za-z0-9]{34,38}\b",
        1.0,
        check=checks.generated,
        needles="hf_",
    ),
    Rule("SECRET", r"\bdo[opr]_v1_[a-f0-9]{64}\b", 1.0, needles="_v1_"),
    Rule("SECRET", r"\b\d{8,10}:AA[\w-]{33}\b", 1.0, needles=":aa"),
    Rule("SECRET", r"\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b", 1.0, needles="age-secret-key-1"),
    Rule("SECRET", r"\bAccountKey=[A-Za-z0-9+/]{40,100}={0,2}", 1.0, needles="accountkey="),
    Rule(
        "SECRET",
        r"\beyJ[\w-]{8,2000}+\.eyJ[\w-]{8,8000}+\.[\w-]{8,2000}+",
        1.0,
        needles="eyj",
    ),
    Rule(
        "SECRET",
        r"(?i)(?:secret|token|api[ _-]?key|access[ _-]?key|private[ _-]?key|auth[ _-]?key"
        r"|credentials?)[\w-]{0,20}+[\"']?\s{0,3}(?:=>|:=|[=:]|is\b)\s{0,3}[\"']?"
        r"(?P<value>[\w\-/+=.~]{12,255}+)",
        0.9,
        check=checks.assigned_secret,
        needles="secret token key credential",
    ),
    Rule(
        "SECRET",
        r"(?i)\b(?:bearer|basic)\s{1,3}(?P<value>[\w\-/+=.~]{16,2000}+)",
        0.9,
        check=checks.assigned_secret,
        needles="bearer basic",
    ),
    Rule(
        "PASSWORD",
        r"(?i)\b[a-z][a-z0-9+.-]{1,20}+://[^\s/:@\"'<>]{0,64}+:(?P<value>[^\s/@\"'<>]{3,128}+)@",
        0.95,
        needles="://",
    ),
    Rule(
        "PASSWORD",
        r"(?i)(?:password|passwd|passcode|passphrase|passwort|\bpwd|_pass|\bpass)"
        r"(?:[_-]\w{1,20}+)?[\"']?(?:\s{1,3}(?:for|to|of|on)\s(?:[\w.'@-]{1,40}+\s){1,4}?)?"
        r"\s{0,3}(?:=>|:=|[=:]|is\b|was\b|are\b)\s{0,3}(?::\s{0,3})?[\"'`]?"
        r"(?P<value>[^\s\"'`]{4,128}+)",
        0.95,
        check=checks.strong_password,
        needles="pass pwd",
    ),
    Rule(
        "PASSWORD",
        r"(?i)\b(?:my|our|his|her|their|the|admin|root|user|login|wifi|wi-fi)\s"
        r"(?:[\w-]{1,30}+\s){0,3}?(?:password|passcode|passphrase|passwort)\s{1,3}(?:is|was|=|:)"
        r"\s{0,3}:?\s{0,3}[\"'`]?(?P<value>[^\s\"'`]{4,128}+)",
        0.7,
        check=checks.plain_password,
        needles="pass",
    ),
    Rule(
        "PASSWORD",
        r"(?i)\b(?:pin|pin code|pin number|passcode|security code|cvv|cvc|otp)\s{0,3}"
        r"(?:is|was|=|:|#)?\s{0,3}(?P<value>\d{3,8})\b",
        0.8,
        needles="pin passcode code cvv cvc otp",
    ),
)


def _version(rules: tuple[Rule, ...]) -> str:
    """Return a digest of the rules, so that none can change under an old version."""
    text = "\n".join(f"{rule.kind} {rule.score} {rule.pattern.pattern}" for rule in rules)
    return "1/" + hashlib.sha256(text.encode()).hexdigest()[:12]


class SecretDetector:
    """Finds keys, tokens and passwords."""

    name = "secrets"
    version = _version(SECRETS)

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the matches of every rule; one value may be found by several."""
        low = text.lower()
        return tuple(
            Finding(kind=rule.kind, start=start, end=end, score=rule.score, detector=self.name)
            for rule in SECRETS
            if not rule.needles or any(needle in low for needle in rule.needles)
            for start, end in rule.find(text)
        )

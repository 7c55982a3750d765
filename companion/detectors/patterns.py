"""Patterns of our own for what Presidio lacks: records, addresses, dates.

Every expression runs in time linear in the text: it begins with something rare, every
repeat is bounded or possessive, and no two neighbouring repeats can match the same
character. `tests/test_detectors_patterns.py` holds them to it on hostile texts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Final

from companion.detectors import checks
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


_MONTH: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE: Final = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\.?,? \d{{4}}"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_STREET: Final = (
    "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way"
    "|Terrace|Crescent|Square|Parkway|Pkwy|Highway|Hwy)"
)

IDENTIFIERS: Final = (
    Rule(
        "US_SSN",
        r"(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])",
        0.85,
    ),
    Rule(
        "US_SSN",
        r"(?i)\b(?:ssn|social security(?: number| no\.?| #)?)[^\d\n]{0,20}"
        r"(?P<value>\d{3}[- .]?\d{2}[- .]?\d{4})\b",
        0.95,
        needles="ssn social",
    ),
    Rule("UK_NHS", r"\b\d{3}[ -]\d{3}[ -]\d{4}\b", 0.6, check=checks.nhs, needles="patient nhs"),
    Rule(
        "UK_NHS",
        r"(?i)\bnhs\b[^\d\n]{0,20}(?P<value>\d{3}[ -]?\d{3}[ -]?\d{4})\b",
        1.0,
        check=checks.nhs,
        needles="nhs",
    ),
    Rule(
        "PASSPORT_NUMBER",
        r"(?i)\bpassport\b(?:\s{0,2}(?:number|no\.?|num|#|is|:)){0,3}\s{0,2}"
        r"(?P<value>[a-z]{0,2}\d{6,9})\b",
        0.9,
        needles="passport",
    ),
    Rule(
        "CREDIT_CARD",
        r"(?<![\d.])\d{4}(?P<gap>[ .\-_/]{1,3}|\s{1,3})\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?![\d.])",
        1.0,
        check=checks.card,
    ),
    Rule(
        "MEDICAL_RECORD_NUMBER",
        r"(?i)\b(?:mrn|(?:medical record|patient|chart) (?:number|id|no\.?|#))"
        r"[^\w\n]{0,4}(?:is\s)?(?P<value>[a-z]{0,4}-?\d{4,12})\b",
        0.95,
        needles="mrn record patient chart",
    ),
    Rule(
        "ACCOUNT_NUMBER",
        r"(?i)\b(?:account|acct|customer|policy|member|membership|employee|claim|routing|sort)\s?"
        r"(?:number|no\.?|id|code|#)[^\w\n]{0,4}(?:is\s|was\s)?"
        r"(?P<value>[a-z]{0,4}-?\d[\d-]{3,18})\b",
        0.9,
        needles="account acct customer policy member employee claim routing sort",
    ),
    Rule(
        "PHONE_NUMBER",
        r"(?i)\b(?:phone|telephone|tel|mobile|cell|call(?: me| her| him)?(?: at| on)?|fax|whatsapp"
        r"|reach (?:me|her|him) (?:at|on))\b[^\d+\n]{0,12}(?P<value>\+?\(?\d[\d ().-]{5,18}\d)\b",
        0.85,
        needles="phone tel mobile cell call fax whatsapp reach",
    ),
    Rule(
        "DATE_OF_BIRTH",
        rf"(?i)\b(?:dob|d\.o\.b\.?|date of birth|birth ?date)[^\w\n]{{0,4}}(?:is\s|on\s)?"
        rf"(?P<value>{_DATE})",
        0.95,
        needles="dob d.o.b birth",
    ),
    Rule(
        "DATE_OF_BIRTH",
        rf"(?i)\b(?:born(?: on| in)?|birthday(?: is)?)[^\w\n]{{1,4}}(?P<value>{_DATE})",
        0.35,
        needles="born birthday",
    ),
    Rule(
        "POSTAL_ADDRESS",
        rf"\b\d{{1,5}}[A-Za-z]?\s(?:[A-Z][A-Za-z'.]{{1,20}}\s){{1,4}}?{_STREET}\b\.?",
        0.85,
    ),
    Rule("URL", r"\bhttps?://[^\s<>\"')\]]{3,2000}+", 0.6, needles="http"),
)


def _version(rules: tuple[Rule, ...]) -> str:
    """Return a digest of the rules, so that none can change under an old version."""
    text = "\n".join(f"{rule.kind} {rule.score} {rule.pattern.pattern}" for rule in rules)
    return "1/" + hashlib.sha256(text.encode()).hexdigest()[:12]


class PatternDetector:
    """Finds record and account numbers, addresses and dates of birth."""

    name = "patterns"
    version = _version(IDENTIFIERS)

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the matches of every rule; one value may be found by several."""
        low = text.lower()
        return tuple(
            Finding(kind=rule.kind, start=start, end=end, score=rule.score, detector=self.name)
            for rule in IDENTIFIERS
            if not rule.needles or any(needle in low for needle in rule.needles)
            for start, end in rule.find(text)
        )

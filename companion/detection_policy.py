"""The policy's section on detection: the engine, own terms, what is allowed, recognisers."""

from __future__ import annotations

import enum
from typing import Annotated, Final

import msgspec

from companion import expressions

MOST_EXPRESSIONS: Final = 2_000
"""Terms that a policy may hold beside exact ones at word borders, which are looked up."""
Score = Annotated[float, msgspec.Meta(gt=0.0, le=1.0)]
Kind = Annotated[str, msgspec.Meta(pattern=r"^(\*|[A-Z][A-Z0-9_]{1,63})$")]
KindName = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9_]{1,63}$")]
OwnTerm = Annotated[str, msgspec.Meta(min_length=1, max_length=1_000, pattern=r"\S")]
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
FileName = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^[^\x00-\x1f]*$")]


class Engine(enum.StrEnum):
    """Who looks for names, places and the like; patterns, secrets and the level stay."""

    SOTTOVOCE = "sottovoce"
    """This project's own models."""
    PRESIDIO = "presidio"
    """Presidio with spaCy's names model, in place of the own model's spans."""
    BOTH = "both"
    """Both: what either finds counts."""


class Foreign(enum.StrEnum):
    """What becomes of a prompt in a language that the detectors were not made for."""

    SECURED = "secured"
    """It goes to the secured variant: what cannot be read cannot be called harmless."""
    JUDGED = "judged"
    """Its level decides, although names and hints in it may be missed."""


class Match(enum.StrEnum):
    """How a term is compared."""

    EXACT = "exact"
    WILDCARD = "wildcard"
    """`*` stands for any, `?` for one character of a word."""
    REGEX = "regex"
    """An expression in RE2's syntax."""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the policy file; a key that it does not know is an error."""


class TermRule(Section, frozen=True, kw_only=True):
    """A person's or a company's own terms, each a finding wherever it stands.

    Attributes:
        terms: What to look for.
        match: How it is compared.
        kind: The kind of the findings.
        score: How sure a match is, over 0 to 1.
        words: What people are shown for it; empty shows the kind's usual words.
        case_sensitive: Whether upper and lower case differ.
        borders: Whether a match must not begin or end inside a word; not for `regex`.
    """

    terms: Annotated[tuple[OwnTerm, ...], msgspec.Meta(min_length=1, max_length=20_000)]
    match: Match = Match.EXACT
    kind: KindName = "CUSTOM_TERM"
    score: Score = 1.0
    words: Annotated[str, msgspec.Meta(max_length=100)] = ""
    case_sensitive: bool = False
    borders: bool = True

    def __post_init__(self) -> None:
        check_terms(self.terms, self.match)

    @property
    def looked_up(self) -> bool:
        """Whether a dictionary of words serves, however many terms there are."""
        return self.match is Match.EXACT and self.borders


class AllowRule(Section, frozen=True, kw_only=True):
    """Texts that are not sensitive: a finding that is exactly one of them does not count.

    Attributes:
        terms: The texts, or expressions for the whole of one.
        digests: Texts that are not written down, as `companion.allowlist.digest` names them.
        match: How `terms` are compared; white space and hyphens do not matter where exact.
        kinds: Kinds of finding that it is about. `*` is every kind but the grave ones.
        case_sensitive: Whether upper and lower case of `terms` differ.
    """

    terms: Annotated[tuple[OwnTerm, ...], msgspec.Meta(max_length=20_000)] = ()
    digests: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=20_000)] = ()
    match: Match = Match.EXACT
    kinds: Annotated[tuple[Kind, ...], msgspec.Meta(min_length=1, max_length=200)] = ("*",)
    case_sensitive: bool = False

    def __post_init__(self) -> None:
        if not self.terms and not self.digests:
            raise ValueError("it wants `terms` or `digests`")
        check_terms(self.terms, self.match)


class Detection(Section, frozen=True, kw_only=True):
    """How prompts are looked at.

    Attributes:
        engine: Who looks for names, places and the like.
        terms: Own terms.
        allow: What is found and does not count.
        foreign: What becomes of a prompt in a language that is not covered.
        recognisers: A file of recognisers in Presidio's YAML format, relative to the policy.
    """

    engine: Engine = Engine.SOTTOVOCE
    foreign: Foreign = Foreign.SECURED
    terms: Annotated[tuple[TermRule, ...], msgspec.Meta(max_length=200)] = ()
    allow: Annotated[tuple[AllowRule, ...], msgspec.Meta(max_length=200)] = ()
    recognisers: FileName = ""

    def __post_init__(self) -> None:
        own = sum(len(rule.terms) for rule in self.terms if not rule.looked_up)
        allowed = sum(len(rule.terms) for rule in self.allow if rule.match is not Match.EXACT)
        if own + allowed > MOST_EXPRESSIONS:
            raise ValueError(f"more than {MOST_EXPRESSIONS} wildcards and expressions in all")

    @property
    def adds_findings(self) -> bool:
        """Whether words that are everyday ones elsewhere may be sensitive here."""
        return bool(self.terms or self.recognisers)

    @property
    def has_digests(self) -> bool:
        """Whether something is allowed by its digest alone."""
        return any(rule.digests for rule in self.allow)

    def words(self, kind: str) -> str:
        """Return what the policy wants people to be shown for a kind, or nothing."""
        return next((rule.words for rule in self.terms if rule.kind == kind and rule.words), "")


def check_terms(terms: tuple[str, ...], match: Match) -> None:
    """Compile every expression of a rule once, so that a bad one is refused with its place.

    Raises:
        ValueError: One cannot be used; the message names it by its number.
    """
    if match is Match.EXACT:
        return
    compile_one = expressions.regex if match is Match.REGEX else expressions.whole
    for number, term in enumerate(terms):
        try:
            compile_one(term)
        except expressions.ExpressionError as error:
            raise ValueError(f"`terms[{number}]`: {error}") from None

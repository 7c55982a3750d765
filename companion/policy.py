"""Policy: what must be classified, what counts as sensitive, and where the threshold lies.

One TOML or JSON file. A file that cannot be used never weakens anything: the strictest
built-in policy stays in force and the error names the key.
"""

from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from companion.attachments import MAX_DATA
from companion.detection_policy import AllowRule, Detection, Kind, Section
from companion.detectors import recogniser_file
from companion.person_policy import NOTHING, PersonRules
from companion.sensitivity import DEFAULT_WEIGHTS
from companion.values import Agent, CriterionVerdict

Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2_000_000)]
Term = Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"\S")]
SitePattern = Annotated[str, msgspec.Meta(pattern=r"^https?://[A-Za-z0-9.*:\[\]-]+/[^\s]*$")]


KEY_FILE: Final = "allow.key"
"""Beside the policy file: the key of the digests that it allows."""
SHORTEST_KEY: Final = 16
LONGEST_KEY: Final = 64
"""Of a BLAKE2b key (RFC 7693, section 2.1), in bytes."""


PUBLIC_KEY_BYTES: Final = 32
"""Of an Ed25519 public key (RFC 8032, section 5.1.5)."""


class PolicyError(Exception):
    """The policy file cannot be used; the message names the key and what it wants."""


class Origin(enum.StrEnum):
    """Where the policy in force comes from."""

    FILE = "file"
    DEFAULT = "default"
    STRICTEST = "strictest"


class LengthRule(Section, frozen=True, kw_only=True):
    """Criterion *length or size* (step 602).

    Attributes:
        greeting_characters: Up to this length a text can have nothing to classify.
        max_characters: A longer text is not classified; it goes secured.
    """

    greeting_characters: Count = 40
    max_characters: Count = 100_000


class PhraseRule(Section, frozen=True, kw_only=True):
    """Criterion *specific phrases* (step 602): any of these asks for classification.

    Attributes:
        terms: Words or phrases, compared without regard to case, at word borders.
    """

    terms: Annotated[tuple[Term, ...], msgspec.Meta(max_length=10_000)] = (
        "confidential",
        "do not share",
        "internal only",
        "off the record",
        "secret",
    )


class NetworkRule(Section, frozen=True, kw_only=True):
    """Criterion *private network* (step 602).

    Attributes:
        interfaces: Shell patterns of network interfaces that mean a private network or VPN.
        verdict: What being on one means.
    """

    interfaces: tuple[Term, ...] = ("wg*", "tun*", "tap*", "utun*", "ppp*", "tailscale*", "ipsec*")
    verdict: CriterionVerdict = CriterionVerdict.REQUIRES

    def __post_init__(self) -> None:
        if self.verdict is CriterionVerdict.NOT_ASKED:
            raise ValueError("the verdict is `requires`, `clear` or `exempts`")


class AccountRule(Section, frozen=True, kw_only=True):
    """Criterion *user account* (step 602): accounts or groups, compared without case."""

    exempt: tuple[Term, ...] = ()
    require: tuple[Term, ...] = ()


class InformationRule(Section, frozen=True, kw_only=True):
    """Criterion *type of information in the prompt* (claims 6, 13 and 19).

    Attributes:
        kinds: Kinds of finding that ask for classification. `*` stands for any information
            at all: then only everyday words have nothing to classify.
    """

    kinds: tuple[Kind, ...] = ("*",)


class Eligibility(Section, frozen=True, kw_only=True):
    """The five criteria of the classification-eligible tag."""

    length: LengthRule = LengthRule()
    phrases: PhraseRule = PhraseRule()
    network: NetworkRule = NetworkRule()
    account: AccountRule = AccountRule()
    information: InformationRule = InformationRule()


class Sites(Section, frozen=True, kw_only=True):
    """Sites beyond the known ones.

    Attributes:
        generic: Address patterns such as `https://chat.example.com/*`, protected by the
            generic adapter.
        keys: Public keys (Ed25519, base64) of those who may sign site files besides the
            project: an organisation's own.
    """

    generic: Annotated[tuple[SitePattern, ...], msgspec.Meta(max_length=500)] = ()
    keys: Annotated[tuple[str, ...], msgspec.Meta(max_length=20)] = ()

    def __post_init__(self) -> None:
        for number, key in enumerate(self.keys):
            if not _is_public_key(key):
                raise ValueError(f"`keys[{number}]` is not the base64 of {PUBLIC_KEY_BYTES} bytes")


def _is_public_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == PUBLIC_KEY_BYTES
    except (binascii.Error, ValueError):
        return False


class Unreadable(enum.StrEnum):
    """What becomes of a prompt with a file that cannot be read."""

    HOLD = "hold"
    PASS = "pass"  # noqa: S105 - no password


class Entering(enum.StrEnum):
    """Whether text is judged before it enters a page; what leaves is judged in any case."""

    JUDGE = "judge"
    FREE = "free"


class Files(Section, frozen=True, kw_only=True):
    """Files that people send, and texts that they paste or drop.

    Attributes:
        max_bytes: A larger file is not read.
        unreadable: What becomes of a prompt with a file that cannot be read. What could be
            read of it is judged in any case, and a failure of our own always holds.
        paste: Whether a text that is pasted is judged before it enters the page.
        drop: Whether a text or file that is dropped or chosen is.
    """

    max_bytes: Annotated[int, msgspec.Meta(ge=0, le=MAX_DATA)] = 10_000_000
    unreadable: Unreadable = Unreadable.HOLD
    paste: Entering = Entering.FREE
    drop: Entering = Entering.JUDGE


class Policy(Section, frozen=True, kw_only=True):
    """One whole policy.

    Attributes:
        schema: The format's version.
        name: What people call it.
        threshold: A level of sensitivity that meets it is secured (step 242).
        level_by: Which agent determines the level (claims 5 and 12); the level is the same.
        eligibility: What must be classified at all.
        weights: Level that a finding of a kind carries, over the built-in ones.
        sites: Further sites to protect.
        detection: How prompts are looked at: own terms, what is allowed, the engine.
        files: What becomes of files, and of texts that enter a page.
        person: What the person may decide over the companion's head.
    """

    schema: Annotated[int, msgspec.Meta(ge=1, le=1)] = 1
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=100)] = "Careful default"
    threshold: Share = 0.50
    level_by: Agent = Agent.SELECTION
    eligibility: Eligibility = Eligibility()
    weights: dict[Kind, Share] = msgspec.field(default_factory=dict)
    sites: Sites = Sites()
    detection: Detection = Detection()
    files: Files = Files()
    person: PersonRules = PersonRules()

    @property
    def all_weights(self) -> Mapping[str, float]:
        """The built-in weights with this policy's over them."""
        return {**DEFAULT_WEIGHTS, **self.weights}


class ActivePolicy(msgspec.Struct, frozen=True, kw_only=True):
    """The policy in force, with what a Decision cites of it.

    Attributes:
        policy: Its rules.
        origin: File, built-in default, or the strictest one because the file is unusable.
        id: Hash over the rules that were applied.
        error: Why the file is unusable, for people; empty otherwise.
        recognisers: The text of the file of recognisers that the policy names.
        allow_key: The key of its digests of allowed texts.
        files: The names of the files that were read beside it.
        personal: What the person said is not sensitive, by digest; it allows no grave kind.
        personal_key: The key of those digests.
    """

    policy: Policy
    origin: Origin
    id: str
    error: str = ""
    recognisers: str = ""
    allow_key: bytes = b""
    files: tuple[str, ...] = ()
    personal: tuple[AllowRule, ...] = ()
    personal_key: bytes = b""

    def __repr__(self) -> str:
        return f"ActivePolicy(id={self.id!r}, error={self.error!r})"


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What a policy needs besides its own text: see `ActivePolicy`."""

    recognisers: str = ""
    allow_key: bytes = b""


STRICTEST_RULES: Final = Policy(
    name="Strictest built-in",
    threshold=0.0,
    eligibility=Eligibility(length=LengthRule(greeting_characters=0)),
    files=Files(paste=Entering.JUDGE),
    person=NOTHING,
)


def default() -> ActivePolicy:
    """Return the shipped policy."""
    return _active(Policy(), Origin.DEFAULT)


def strictest(error: str, files: tuple[str, ...] = ()) -> ActivePolicy:
    """Return the policy under which everything is secured, with the reason it is in force."""
    active = _active(STRICTEST_RULES, Origin.STRICTEST, error)
    return msgspec.structs.replace(active, files=files)


def parse(text: str, *, json: bool = False, beside: Beside | None = None) -> ActivePolicy:
    """Read a policy from TOML or JSON text.

    Args:
        text: The file's content.
        json: Whether it is JSON.
        beside: What lies beside the file.

    Raises:
        PolicyError: The text is malformed, a key is unknown, or a value does not fit.
    """
    return _with(_rules(text, json=json), beside or Beside())


def load(path: Path) -> ActivePolicy:
    """Return the policy of `path`; the default where there is no file; else the strictest."""
    files: tuple[str, ...] = ()
    try:
        rules = _rules(path.read_text(encoding="utf-8"), json=path.suffix == ".json")
        files = _named(rules)
        active = _with(rules, _read_beside(path.parent, rules))
    except FileNotFoundError:
        return strictest(f"{path}: the link leads nowhere") if path.is_symlink() else default()
    except (OSError, UnicodeDecodeError, PolicyError) as error:
        return strictest(f"{path}: {error}", files)
    return msgspec.structs.replace(active, files=files)


def _rules(text: str, *, json: bool) -> Policy:
    try:
        data = msgspec.json.decode(text) if json else tomllib.loads(text)
        return msgspec.convert(data, Policy)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        # ValueError: TOML's own errors, and a number of thousands of digits.
        raise PolicyError(str(error)) from error


def _named(rules: Policy) -> tuple[str, ...]:
    """Return the names of the files that a policy needs beside its own."""
    names = (rules.detection.recognisers, KEY_FILE if rules.detection.has_digests else "")
    return tuple(filter(None, names))


def _read_beside(folder: Path, rules: Policy) -> Beside:
    """Read them; one that is named and missing is an error, unlike a policy that is missing."""
    detection = rules.detection
    texts = {}
    for name in _named(rules):
        try:
            texts[name] = (folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            key = "recognisers" if name == detection.recognisers else "allow"
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise PolicyError(f"{name}: {reason} - at `$.detection.{key}`") from error
    return Beside(
        recognisers=texts.get(detection.recognisers, ""),
        allow_key=texts.get(KEY_FILE, "").strip().encode(),
    )


def _with(rules: Policy, beside: Beside) -> ActivePolicy:
    """Return a file's rules in force, with what lies beside the file.

    Raises:
        PolicyError: It is missing, or cannot be used.
    """
    detection = rules.detection
    if detection.has_digests and not SHORTEST_KEY <= len(beside.allow_key) <= LONGEST_KEY:
        raise PolicyError(f"no usable key in {KEY_FILE} - at `$.detection.allow`")
    if detection.recognisers:
        try:
            recogniser_file.read(beside.recognisers)
        except recogniser_file.RecogniserFileError as error:
            reason = f"{detection.recognisers}: {error} - at `$.detection.recognisers`"
            raise PolicyError(reason) from error
    return _active(rules, Origin.FILE, beside=beside)


def with_personal(active: ActivePolicy, rules: tuple[AllowRule, ...], key: bytes) -> ActivePolicy:
    """Return a policy together with what the person said is not sensitive.

    Its id differs from the policy's own: the same id always means the same decisions. Where
    policy does not let the person say so, or is unusable, nothing is added.
    """
    if not rules or active.origin is Origin.STRICTEST or not active.policy.person.not_sensitive:
        return active
    digest = _digest([active.id, rules, key])
    return msgspec.structs.replace(
        active, id=f"{active.origin}-{digest}", personal=rules, personal_key=key
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of the policy file."""
    schema: dict[str, Any] = msgspec.json.schema(Policy)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _active(
    policy: Policy, origin: Origin, error: str = "", beside: Beside | None = None
) -> ActivePolicy:
    beside = beside or Beside()
    applied = [policy, sorted(policy.all_weights.items()), beside]
    return ActivePolicy(
        policy=policy,
        origin=origin,
        id=f"{origin}-{_digest(applied)}",
        error=error,
        recognisers=beside.recognisers,
        allow_key=beside.allow_key,
    )


def _digest(applied: list[object]) -> str:
    return hashlib.sha256(msgspec.json.encode(applied, order="sorted")).hexdigest()[:16]

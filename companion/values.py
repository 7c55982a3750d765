"""The values that flow through the decision pipeline.

All of them are small, frozen and keyword-only. Offsets always count code points of the
original text. Nothing here reads a clock, a file or a socket.
"""

from __future__ import annotations

import enum

import msgspec

from companion.attachments import Attachment, File, FileNote, notes, together
from companion.codes import (
    PERSON_REASONS,
    HoldReason,
    Offer,
    OverrideReason,
    Reason,
    Role,
    SendStage,
)
from companion.hidden import PromptText

__all__ = [
    "PERSON_REASONS",
    "Agent",
    "Attachment",
    "CategoryShare",
    "Criterion",
    "CriterionResult",
    "CriterionVerdict",
    "Decision",
    "EligibilityTag",
    "File",
    "FileNote",
    "Finding",
    "Grade",
    "HoldReason",
    "Known",
    "Offer",
    "OverrideReason",
    "PromptText",
    "Reason",
    "Request",
    "Role",
    "Sample",
    "SendStage",
    "Sensitivity",
    "Timings",
    "Turn",
    "Variant",
]


class Variant(enum.StrEnum):
    """Which variant of the model may read a prompt (patent FIG. 2.3, step 244)."""

    PUBLIC = "public"
    SECURED = "secured"


class Agent(enum.StrEnum):
    """The two agents of the front end (patent FIG. 1.3 and FIG. 7)."""

    INITIAL = "initial"
    """The security variant initial agent, which tags."""
    SELECTION = "selection"
    """The variant selection agent, which chooses the variant."""


class Criterion(enum.StrEnum):
    """The criteria of the initial classification (patent FIG. 6, step 602, and claim 6)."""

    LENGTH = "length"
    PHRASES = "phrases"
    NETWORK = "network"
    ACCOUNT = "account"
    INFORMATION = "information"


class CriterionVerdict(enum.StrEnum):
    """What one criterion says about a request."""

    REQUIRES = "requires"
    """The request must be classified."""
    CLEAR = "clear"
    """This criterion finds nothing to classify."""
    EXEMPTS = "exempts"
    """Policy exempts the request from classification."""
    NOT_ASKED = "not_asked"
    """Another criterion had settled the matter, so this one was not evaluated."""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One sensitive span. It never holds the matched text.

    Attributes:
        kind: Presidio's entity name where one exists (`PERSON`, `CREDIT_CARD` ...).
        start: First code point of the span in the original text.
        end: One past the last code point.
        score: Confidence, 0 to 1.
        detector: Which detector found it.
        part: Which text of the request: `prompt`, `adaptation` or, for the text of its first
            file, `file:1`.
    """

    kind: str
    start: int
    end: int
    score: float
    detector: str
    part: str = "prompt"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a finding spans {self.start} to {self.end}")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a finding's score is {self.score}, not within 0 to 1")


class CriterionResult(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion with its verdict and a content-free explanation."""

    criterion: Criterion
    verdict: CriterionVerdict
    detail: str


class EligibilityTag(msgspec.Struct, frozen=True, kw_only=True):
    """The classification-eligible tag (patent FIG. 6, step 602), open to inspection."""

    eligible: bool
    criteria: tuple[CriterionResult, ...]


class Grade(enum.StrEnum):
    """How grave what a prompt holds is, for people; the level alone decides."""

    PUBLIC = "S0"
    """Nothing private: public figures, textbook subjects, everyday words."""
    QUASI = "S1"
    """What points at someone only together with more: places, dates, organisations."""
    PRIVATE = "S2"
    """A private person, their affairs, or what an organisation keeps to itself."""
    GRAVE = "S3"
    """A live credential, an account or identity number, an identified person's health."""


class CategoryShare(msgspec.Struct, frozen=True, kw_only=True):
    """How likely a prompt belongs to one category of sensitive information.

    Attributes:
        category: The category's name; they are those of `companion.detectors.kinds`.
        share: The probability, 0 to 1.
    """

    category: str
    share: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.share <= 1.0:
            raise ValueError("a category's share is not within 0 to 1")


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What earlier turns of a conversation have told: a kind and its best score, no text."""

    kind: str
    score: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError("a known kind's score is not within 0 to 1")


class Sensitivity(msgspec.Struct, frozen=True, kw_only=True):
    """The level of sensitivity (patent FIG. 2.3, step 242; claims 4 and 5).

    Attributes:
        level: 0 to 1; what could not be judged counts as 1.
        threshold: Policy's bar; a level that meets it is secured.
        kinds: The kinds that carried the level, strongest first.
        probability: What the trained classifier said, or None where it was not asked.
        determined_by: Which agent determined the level (claims 5 and 12).
        grade: How grave it is, in four steps for people.
        categories: How likely each category of sensitive information is, likeliest first.
        stage: The detection stage that settled the level; empty where none was asked.
    """

    level: float
    threshold: float
    kinds: tuple[str, ...] = ()
    probability: float | None = None
    determined_by: Agent = Agent.SELECTION
    grade: Grade = Grade.PUBLIC
    categories: tuple[CategoryShare, ...] = ()
    stage: str = ""

    def __post_init__(self) -> None:
        shares = (self.level, self.threshold, self.probability or 0.0)
        if not all(0.0 <= share <= 1.0 for share in shares):  # NaN is not, and would be public
            raise ValueError("a level, threshold or probability is not within 0 to 1")

    @property
    def reached(self) -> bool:
        """Whether the level meets the threshold; equality does."""
        return self.level >= self.threshold


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One turn of a conversation that the secured variant has been asked, or has answered."""

    role: Role
    text: PromptText


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One inferencing request with the prompt that a person wrote (patent FIG. 6, step 600).

    Attributes:
        id: Made by the sender; unique per prompt.
        prompt: The text to judge: earlier turns too, where they leave with the latest one.
        site: The site's name (`companion.sitenames`), or `cli`.
        conversation: The site's conversation, or one made up for the page's lifetime.
        account: The user's account or group, for policy; empty when unknown.
        private_network: Whether the device is on a private network or VPN.
        adaptation: The model adaptation payload, if the request carries one (step 240).
        attachments: Files that travel with the prompt.
        floor: Whether an earlier turn of the conversation went secured.
        readable: False where the sender could not find the text in the request's bytes.
        latest: The code point of `prompt` at which the latest turn begins.
        known: What earlier turns of the conversation have told, without their text.
        files: What was read of the attachments, in their order; empty before they were.
        stage: Where it is on its way out of the page.
        context: Earlier secured turns, oldest first; only the secured lane reads them.
        private: Whether it belongs to a private chat, which is never public.
    """

    id: str
    prompt: PromptText
    site: str = "cli"
    conversation: str = ""
    account: str = ""
    private_network: bool = False
    adaptation: PromptText | None = None
    attachments: tuple[Attachment, ...] = ()
    floor: bool = False
    readable: bool = True
    latest: int = 0
    known: tuple[Known, ...] = ()
    files: tuple[File, ...] = ()
    stage: SendStage = SendStage.SENT
    context: tuple[Turn, ...] = ()
    private: bool = False

    @property
    def turn(self) -> PromptText:
        """The latest turn, which a lane is asked, with the text of the files behind it.

        It is the whole prompt where no turn is marked.
        """
        marked = 0 < self.latest < len(self.prompt)
        asked = self.prompt.since(self.latest) if marked else self.prompt
        return together(asked, self.files)

    @property
    def notes(self) -> tuple[FileNote, ...]:
        """What is to be said of each attachment."""
        return notes(self.attachments, self.files)

    @property
    def whole(self) -> PromptText:
        """What tells this request from any other: its text, and a mark of each file's bytes."""
        if not self.files:
            return self.prompt
        return self.prompt.followed_by(*(f"\n{file.mark}" for file in self.files))


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided for one request; the same on every machine for the same inputs."""

    request_id: str
    tag: EligibilityTag
    findings: tuple[Finding, ...]
    sensitivity: Sensitivity
    variant: Variant
    reasons: tuple[Reason, ...]
    policy_id: str
    model_id: str
    files: tuple[FileNote, ...] = ()

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a decision has at least one reason")
        if self.variant is Variant.PUBLIC and self.reasons != self._harmless():
            raise ValueError("a public decision rests only on the reason that allows it")
        if self.variant is Variant.SECURED and PERSON_REASONS.intersection(self.reasons):
            raise ValueError("a person's leave is no reason to secure a prompt")

    def _harmless(self) -> tuple[Reason, ...]:
        """Return the only reasons that let this request be public; empty where none does."""
        if set(self.reasons) <= PERSON_REASONS:
            grave = self.sensitivity.grade is Grade.GRAVE
            allowed = Reason.ALLOWED_BY_PERSON in self.reasons
            return () if grave and allowed else self.reasons[:1]
        if not self.tag.eligible:
            return (Reason.NOT_ELIGIBLE,)
        return () if self.sensitivity.reached else (Reason.BELOW_THRESHOLD,)


class Timings(msgspec.Struct, frozen=True, kw_only=True):
    """How long each stage took, in milliseconds. Kept apart so that decisions compare equal."""

    tag: float = 0.0
    detection: float = 0.0
    classification: float = 0.0
    total: float = 0.0


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One content-free latency report for the placement service (patent step 204).

    Attributes:
        at: When the prompt was decided, nanoseconds since the Unix epoch.
        variant: Where it went.
        environment: The production environment that answered.
        model: The model's name.
        front_end: A random identifier of this installation; the reporter fills it in.
        spans: Stage name to milliseconds; the stages are those of `companion.telemetry`.
        outcome: `ok`, or the hold reason.
    """

    at: int
    variant: Variant
    environment: str
    model: str
    spans: dict[str, float]
    front_end: str = ""
    outcome: str = "ok"

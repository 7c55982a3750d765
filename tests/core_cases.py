"""Values and small in-memory ends that the tests of the core share."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable

from companion import policy
from companion.acts import Act
from companion.chat import Piece
from companion.judging import Judgement, Rules
from companion.merging import merge
from companion.policy import ActivePolicy
from companion.routing import End
from companion.values import (
    Criterion,
    CriterionResult,
    CriterionVerdict,
    Decision,
    EligibilityTag,
    Finding,
    PromptText,
    Reason,
    Request,
    Sensitivity,
    Timings,
    Turn,
    Variant,
)

CANARY = "Zebulon Quandary 4111-1111-1111-1111"
"""What must turn up nowhere but in the lane that it was decided for."""


def request(text: str = "hello", **fields) -> Request:
    return Request(id=fields.pop("id", "request-1"), prompt=PromptText(text), **fields)


def active(toml: str = "") -> ActivePolicy:
    return policy.parse(toml)


def finding(kind: str = "US_SSN", start: int = 0, end: int = 5, score: float = 1.0) -> Finding:
    return Finding(kind=kind, start=start, end=end, score=score, detector="words")


def tag(*, eligible: bool) -> EligibilityTag:
    verdict = CriterionVerdict.REQUIRES if eligible else CriterionVerdict.CLEAR
    result = CriterionResult(criterion=Criterion.LENGTH, verdict=verdict, detail="5 characters")
    return EligibilityTag(eligible=eligible, criteria=(result,))


def decision(variant: Variant, *reasons: Reason, **fields) -> Decision:
    level = fields.pop("level", 0.2 if variant is Variant.PUBLIC else 1.0)
    return Decision(
        request_id=fields.pop("id", "request-1"),
        tag=tag(eligible=Reason.NOT_ELIGIBLE not in reasons),
        findings=fields.pop("findings", ()),
        sensitivity=Sensitivity(level=level, threshold=0.6),
        variant=variant,
        reasons=reasons,
        policy_id="file-0",
        model_id="model-0",
    )


def public(**fields) -> Decision:
    return decision(Variant.PUBLIC, Reason.BELOW_THRESHOLD, **fields)


def secured(*reasons: Reason, **fields) -> Decision:
    return decision(Variant.SECURED, *(reasons or (Reason.THRESHOLD_REACHED,)), **fields)


class WordTools:
    """Real, tiny tools: each listed word is a finding of its kind wherever it stands.

    They stand in for the models where a test is about the pipeline around them; the models
    have tests of their own.
    """

    model_id = "words"

    def __init__(
        self,
        kinds: dict[str, str] | None = None,
        probability: Callable[[str], float] = lambda _: 0.0,
    ) -> None:
        self._kinds = kinds or {}
        self._probability = probability
        self.asked: list[str] = []

    def judge(self, text: str, rules: Rules) -> Judgement:
        self.asked.append(text)
        found = [*self._found(text), *(f for each in rules.detectors for f in each.find(text))]
        return Judgement(
            findings=rules.keep(merge(found), text), probability=self._probability(text)
        )

    def _found(self, text: str) -> Iterable[Finding]:
        for word, kind in self._kinds.items():
            start = text.find(word)
            if start >= 0:
                yield finding(kind, start, start + len(word))


class MemoryJournal:
    """A journal in memory that can be told to fail."""

    def __init__(
        self,
        *,
        decided_fails: BaseException | None = None,
        ended_fails: BaseException | None = None,
    ) -> None:
        self.rows: list[tuple[str, str]] = []
        self.ends: list[End] = []
        self.acts: list[Act] = []
        self.acted_fails: BaseException | None = None
        self._decided_fails = decided_fails
        self._ended_fails = ended_fails

    async def decided(self, request: Request, decision: Decision, timings: Timings) -> None:
        await asyncio.sleep(0)
        if self._decided_fails is not None:
            raise self._decided_fails
        self.rows.append((request.id, decision.variant))

    async def acted(self, act: Act) -> None:
        await asyncio.sleep(0)
        if self.acted_fails is not None:
            raise self.acted_fails
        self.acts.append(act)

    def mark(self, prompt: PromptText) -> str:
        return prompt.digest(b"audit")

    async def ended(self, request_id: str, end: End) -> None:
        await asyncio.sleep(0)
        if self._ended_fails is not None:
            raise self._ended_fails
        self.rows.append((request_id, end.event))
        self.ends.append(end)


class ScriptedLane:
    """A lane that answers with given pieces, then ends or fails."""

    def __init__(
        self,
        variant: Variant,
        pieces: Iterable[str] = ("an ", "answer"),
        fails: BaseException | None = None,
        *,
        waits: bool = False,
    ) -> None:
        self.variant = variant
        self.environment = f"{variant}-environment"
        self.label = f"the {variant} place"
        self.path = "tunnel" if variant is Variant.SECURED else "direct"
        self.read: list[str] = []
        self.context: list[tuple[Turn, ...]] = []
        self.closed = 0
        self._pieces = tuple(pieces)
        self._fails = fails
        self._waits = waits

    async def stream(
        self, prompt: PromptText, context: tuple[Turn, ...] = ()
    ) -> AsyncGenerator[Piece, None]:
        self.read.append(prompt.reveal())
        self.context.append(context)
        try:
            for index, text in enumerate(("", *self._pieces)):
                await asyncio.sleep(0)
                yield Piece(text=text, model="m" if index else "")
            if self._waits:
                await asyncio.Event().wait()
            if self._fails is not None:
                raise self._fails
        finally:
            self.closed += 1

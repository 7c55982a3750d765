"""The decision pipeline: one request in, one Decision out, no effects.

normalise → eligibility tag → findings → sensitivity → Decision (patent FIG. 6, then FIG.
2.3). `decide` is total: a detector that fails yields a secured Decision. Deadlines wrap it
outside, and what they cut off becomes a Decision through `undecided`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import msgspec

from companion import allowlist, eligibility, selection
from companion.detection_policy import Engine, Foreign
from companion.detectors import DetectorError, custom
from companion.history import told
from companion.judging import Judgement, Rules, Tools
from companion.languages import is_foreign
from companion.normalize import normalise
from companion.policy import ActivePolicy, Policy
from companion.sensitivity import DEFAULT_WEIGHTS, UNKNOWN_WEIGHT, assess
from companion.values import (
    Agent,
    Decision,
    EligibilityTag,
    File,
    Finding,
    Known,
    Reason,
    Request,
    Sensitivity,
    Timings,
    Variant,
)

_STILL_CLASSIFIED: Final = frozenset((Reason.CONVERSATION_FLOOR, Reason.LANGUAGE_NOT_COVERED))
"""Obstacles that leave something to find out: what else speaks against the public variant."""
Clock = Callable[[], float]
"""Seconds from an arbitrary start; only differences are used."""
_PIECE: Final = 30_000
"""Characters of a file that are judged as one text."""
_LONGEST_LINE: Final = 2_000
"""Characters before a piece's end among which the end of a line is looked for."""
_USUAL_THRESHOLD: Final = (0.5, 0.75)
"""Within it every verified finding of a grave kind reaches the threshold by its usual weight."""


def decide(
    request: Request, active: ActivePolicy, tools: Tools, now: Clock
) -> tuple[Decision, Timings]:
    """Decide who may read a prompt.

    Args:
        request: What was asked.
        active: The policy in force.
        tools: Loaded detectors.
        now: Clock for the timings, which are no part of the Decision.

    Returns:
        The Decision, the same for the same request, policy and models, and what it cost.
    """
    try:
        rules = rules_of(active, request.known)
    except (DetectorError, ValueError):
        failed = undecided(request, active, Reason.DETECTOR_FAILED, tools.model_id)
        return failed, Timings()
    return _Case(request=request, active=active, tools=tools, now=now, rules=rules).decide()


def rules_of(active: ActivePolicy, known: tuple[Known, ...] = ()) -> Rules:
    """Return what policy, and what earlier turns told, add to a judgement.

    Raises:
        DetectorError: A detector that policy asks for cannot be had.
        ValueError: One of policy's rules cannot be used.
    """
    return Rules(
        weights=active.policy.all_weights,
        detectors=custom.build(active),
        keep=allowlist.of(active).keep,
        names=active.policy.detection.engine is not Engine.PRESIDIO,
        known=known,
        enough=max(Rules().enough, active.policy.threshold),
        thorough=_wants_all(active.policy),
        name=f"{active.id} {known!r}",
    )


def _wants_all(policy: Policy) -> bool:
    """Return whether a policy asks for more than what a judgement may stop early at.

    Stopping rests on the usual weights and threshold: a verified finding that policy weighs
    lightly settles nothing, and a kind that it weighs more, or asks for by name, may be one
    that only the whole cascade finds.
    """
    low, high = _USUAL_THRESHOLD
    named = set(policy.eligibility.information.kinds) - {"*"}
    weighed = any(
        weight != DEFAULT_WEIGHTS.get(kind, UNKNOWN_WEIGHT)
        for kind, weight in policy.weights.items()
    )
    return weighed or bool(named) or not low <= policy.threshold <= high


def undecided(request: Request, active: ActivePolicy, reason: Reason, model_id: str) -> Decision:
    """Return the secured Decision for a request that could not be classified."""
    return Decision(
        request_id=request.id,
        tag=eligibility.undecided("the criteria could not be evaluated"),
        findings=(),
        sensitivity=Sensitivity(level=1.0, threshold=active.policy.threshold),
        variant=Variant.SECURED,
        reasons=(*selection.obstacles(request, active), reason),
        policy_id=active.id,
        model_id=model_id,
        files=request.notes,
    )


@dataclass(frozen=True, kw_only=True)
class _Case:
    """One request on its way through the stages."""

    request: Request
    active: ActivePolicy
    tools: Tools
    now: Clock
    rules: Rules
    judged: dict[str, Judgement] = field(default_factory=dict)

    def decide(self) -> tuple[Decision, Timings]:
        started = self.now()
        try:
            tag = eligibility.tag(self.request, self.active, self._kinds)
        except DetectorError:
            decision = undecided(
                self.request, self.active, Reason.DETECTOR_FAILED, self.tools.model_id
            )
            return decision, Timings()
        tagged = self.now()
        decision, found = self._route(tag)
        found = tagged if found is None else found
        return decision, _timings(started, tagged, found, self.now())

    def _kinds(self, text: str) -> set[str]:
        return {finding.kind for finding in self._judge(text).findings}

    def _foreign(self) -> bool:
        """Return whether a text is in a language that policy does not let the level judge."""
        if self.active.policy.detection.foreign is Foreign.JUDGED:
            return False
        files = (file.judged for file in self.request.files)
        texts = (self.request.prompt, self.request.adaptation, *files)
        return any(is_foreign(normalise(text.reveal()).text) for text in texts if text)

    def _judge(self, text: str) -> Judgement:
        """Judge a text, once however often it is asked for."""
        if text not in self.judged:
            self.judged[text] = self.tools.judge(text, self.rules)
        return self.judged[text]

    def _route(self, tag: EligibilityTag) -> tuple[Decision, float | None]:
        """Return the Decision and when the findings were complete, if there were any to seek."""
        standing = selection.obstacles(self.request, self.active)
        if tag.eligible and not set(standing) - _STILL_CLASSIFIED and self._foreign():
            standing = (*standing, Reason.LANGUAGE_NOT_COVERED)
        if not tag.eligible and not standing:
            # Step 606: it goes out without a variant decision, and the record says so.
            return self._decision(tag, 0.0, Variant.PUBLIC, (Reason.NOT_ELIGIBLE,)), None
        if set(standing) - _STILL_CLASSIFIED:
            return self._decision(tag, 1.0, Variant.SECURED, standing), None
        try:
            return self._classified(tag, standing)
        except (DetectorError, ValueError):
            reasons = (*standing, Reason.DETECTOR_FAILED)
            return self._decision(tag, 1.0, Variant.SECURED, reasons), None

    def _classified(
        self, tag: EligibilityTag, standing: tuple[Reason, ...]
    ) -> tuple[Decision, float]:
        """Steps 610 and 240 to 244: findings, level, variant."""
        judged = self._judgements()
        found = self.now()
        determine = partial(self._sensitivity, judged)
        brought = determine() if self.active.policy.level_by is Agent.INITIAL else None
        level, variant, reasons = selection.select(brought, determine, standing)
        decision = self._decision(tag, level.level, variant, reasons)
        findings = tuple(finding for each in judged for finding in each.findings)
        return msgspec.structs.replace(decision, findings=findings, sensitivity=level), found

    def _judgements(self) -> tuple[Judgement, ...]:
        judged = [self._judge(self.request.prompt.reveal())]
        if self.request.adaptation:
            adaptation = self._judge(self.request.adaptation.reveal())
            judged.append(_in_part("adaptation", adaptation))
        for number, file in enumerate(self.request.files, 1):
            found = [finding for each in judged for finding in each.findings]
            judged.append(_in_part(f"file:{number}", self._judge_file(file, found)))
        return tuple(judged)

    def _judge_file(self, file: File, found: list[Finding]) -> Judgement:
        """Judge a file with what the texts before it tell, as a later turn is judged."""
        known = told(self.request.known, found)
        rules = msgspec.structs.replace(self.rules, known=known)
        judged = [
            _moved(self.tools.judge(piece, rules), start)
            for start, piece in _pieces(file.judged.reveal())
        ]
        findings = tuple(finding for each in judged for finding in each.findings)
        return msgspec.structs.replace(_likeliest(judged), findings=findings)

    def _sensitivity(self, judged: tuple[Judgement, ...]) -> Sensitivity:
        """Step 242: findings and models together give one level; the likeliest text counts."""
        likeliest = _likeliest(judged)
        level = assess(
            tuple(finding for each in judged for finding in each.findings),
            likeliest.probability,
            threshold=self.active.policy.threshold,
            weights=self.active.policy.all_weights,
            categories=likeliest.categories,
            stage=likeliest.stage,
        )
        return msgspec.structs.replace(level, determined_by=self.active.policy.level_by)

    def _decision(
        self, tag: EligibilityTag, level: float, variant: Variant, reasons: tuple[Reason, ...]
    ) -> Decision:
        return Decision(
            request_id=self.request.id,
            tag=tag,
            findings=(),
            sensitivity=Sensitivity(level=level, threshold=self.active.policy.threshold),
            variant=variant,
            reasons=reasons,
            policy_id=self.active.id,
            model_id=self.tools.model_id,
            files=self.request.notes,
        )


def _likeliest(judged: Sequence[Judgement]) -> Judgement:
    return max(judged, key=lambda each: each.probability)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield a long text in pieces, cut at the ends of lines, each with where it begins.

    A file may be longer than detectors read of one text, and time for it there is.
    """
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind("\n", start + _PIECE - _LONGEST_LINE, start + _PIECE) + 1
        end = end or start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _moved(judged: Judgement, start: int) -> Judgement:
    """Return a piece's judgement with offsets of the whole text."""
    moved = (
        msgspec.structs.replace(each, start=each.start + start, end=each.end + start)
        for each in judged.findings
    )
    return msgspec.structs.replace(judged, findings=tuple(moved)) if start else judged


def _in_part(part: str, judged: Judgement) -> Judgement:
    """Say of all findings of a judgement in which text they are."""
    marked = (msgspec.structs.replace(finding, part=part) for finding in judged.findings)
    return msgspec.structs.replace(judged, findings=tuple(marked))


def _timings(started: float, tagged: float, found: float, ended: float) -> Timings:
    return Timings(
        tag=(tagged - started) * 1000,
        detection=(found - tagged) * 1000,
        classification=(ended - found) * 1000,
        total=(ended - started) * 1000,
    )

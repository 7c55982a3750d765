"""Codes in, words out: what people read on the command line and in the audit.

The extension says the same in its own locale files. No code reaches a person, an unknown
one reads as something plain, and numbers have two decimals (levels) or none (milliseconds).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from companion.chain import Destination, Event, Row, Verification
from companion.detectors import kinds as kinds_table
from companion.sitenames import for_people
from companion.values import (
    CategoryShare,
    Criterion,
    CriterionVerdict,
    HoldReason,
    Offer,
    OverrideReason,
    Reason,
    SendStage,
    Variant,
)

_MOST_KINDS: Final = 4
_MOST_CATEGORIES: Final = 3
_LIKELY: Final = 0.5

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_CATEGORIES: Final = {each.value: text for each, text in kinds_table.CATEGORY_WORDS.items()}

REASONS: Final = MappingProxyType(
    {
        Reason.NOT_ELIGIBLE: "there was nothing in it to check",
        Reason.BELOW_THRESHOLD: "nothing private enough was found",
        Reason.THRESHOLD_REACHED: "it is private enough",
        Reason.LANGUAGE_NOT_COVERED: "it is in a language that cannot be judged here",
        Reason.CONVERSATION_FLOOR: "its chat holds private text, so it stays private",
        Reason.TOO_LONG: "it is too long to check in time",
        Reason.UNREADABLE: "it could not be read for checking",
        Reason.ATTACHMENT_UNJUDGED: "it carries a file that cannot be checked",
        Reason.DETECTOR_TIMEOUT: "checking took too long",
        Reason.DETECTOR_LOST: "the check was interrupted",
        Reason.DETECTOR_FAILED: "the check failed",
        Reason.POLICY_INVALID: "the policy file has an error, so everything stays private",
        Reason.PRIVATE_CHAT: "it belongs to a private chat",
        Reason.RELEASED_BY_PERSON: "you sent it to the public model instead",
        Reason.ALLOWED_BY_PERSON: "you said that it is not sensitive",
        Reason.PAUSED_BY_PERSON: "you had paused or switched off the check for its site",
    }
)
"""Why a prompt took its path, fit for *because WORDS*."""

HELD: Final = MappingProxyType(
    {
        HoldReason.TUNNEL_DOWN: "the private connection is down",
        HoldReason.SECURED_UNREACHABLE: "the private model cannot be reached",
        HoldReason.PUBLIC_FAILED: "the public model cannot be reached",
        HoldReason.SECURED_REFUSED: "the private model refused it",
        HoldReason.SECURED_INTERRUPTED: "the private answer broke off; nobody else was asked",
        HoldReason.TOO_LONG_FOR_MODEL: "it is longer than the private model can read",
        HoldReason.AUDIT_FAILED: "its record could not be written, and without one nothing is sent",
        HoldReason.ATTACHMENT_UNJUDGED: "it carries a file that cannot be checked",
        HoldReason.UNREADABLE: "it could not be read for checking",
        HoldReason.BUSY: "the companion is busy",
        HoldReason.INTERNAL: "something went wrong while it was checked",
        HoldReason.DRAFT: "the page may not store it while it is being written",
        HoldReason.KEPT_OUT: "it did not enter the page",
    }
)
"""Why a prompt was kept, fit for *kept: WORDS*."""

CRITERIA: Final = MappingProxyType(
    {
        Criterion.LENGTH: "its length or size",
        Criterion.PHRASES: "listed phrases",
        Criterion.NETWORK: "the network",
        Criterion.ACCOUNT: "the account",
        Criterion.INFORMATION: "the type of information",
    }
)
"""The criteria of the first look, fit for *checked because of WORDS*."""

PATHS: Final = MappingProxyType(
    {
        "site": "by the site's own request",
        "tunnel": "through the private connection",
        "direct": "directly",
    }
)
"""The way that a prompt took."""

OVERRIDES: Final = MappingProxyType(
    {
        OverrideReason.NOT_PRIVATE.value: "said that it is not private",
        OverrideReason.PUBLIC_ALREADY.value: "said that it is public already",
        OverrideReason.PERMITTED.value: "said that they are permitted to",
        OverrideReason.OWN_RISK.value: "said that it is at their own risk",
        Offer.NOT_SENSITIVE.value: "said that it is not sensitive, now and from now on",
    }
)
"""Why a person let a prompt through, fit for *the person let it through and WORDS*."""

UNASKED: Final = frozenset({Reason.PAUSED_BY_PERSON, Reason.PRIVATE_CHAT})
"""Reasons for which nothing about a prompt is looked at."""
_STAGES: Final = MappingProxyType(
    {
        SendStage.SENT: "A message",
        SendStage.TYPED: "A message",
        SendStage.AHEAD: "A message",
        SendStage.DRAFT: "A draft",
        SendStage.LOOK: "A paste or file",
    }
)

DAMAGE: Final = MappingProxyType(
    {
        "rows_missing": "rows were missing at the end",
        "head_missing": "the file that says where it ends was missing or not authentic",
        "chain_rewritten": "its rows did not match the file that says where it ends",
    }
)
"""What the audit found wrong with itself."""


def kind(name: str, own: Mapping[str, str] = _NOTHING) -> str:
    """Return a kind of finding in words; policy's own words for it come first."""
    return own.get(name) or kinds_table.words(name)


def categories(shares: Iterable[CategoryShare]) -> str:
    """Return the categories that a prompt is about, likeliest first; at most three.

    Those that are more likely than not are named, or the likeliest where none is.
    """
    known = [each for each in shares if each.category in _CATEGORIES]
    likely = [each for each in known if each.share >= _LIKELY] or known[:1]
    return ", ".join(_CATEGORIES[each.category] for each in likely[:_MOST_CATEGORIES])


def reason(code: str) -> str:
    """Return a reason in words, fit for *because WORDS*."""
    found = {known.value: text for known, text in REASONS.items()}
    return found.get(code, "it could not be cleared for the public model")


def held(code: str) -> str:
    """Return the sentence for a prompt that was kept."""
    found = {known.value: text for known, text in HELD.items()}
    because = found.get(code, found[HoldReason.INTERNAL.value])
    if code == HoldReason.SECURED_INTERRUPTED:
        return "The private answer broke off. Your message went to nobody else."
    return f"Kept, and sent to nobody: {because}."


def level(value: float, threshold: float) -> str:
    """Return a level with two decimals; one below the threshold never reads as the threshold."""
    if value < threshold and f"{value:.2f}" == f"{threshold:.2f}":
        value = math.floor(value * 100) / 100
    return f"{value:.2f}"


def listing(items: Sequence[str]) -> str:
    """Return *a*, *a and b*, or *a, b and c*."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def answered(
    *,
    variant: Variant,
    model: str,
    environment: str,
    level: float,
    threshold: float,
    kinds: Sequence[str],
    reasons: Sequence[str],
    shares: Sequence[CategoryShare] = (),
    grave: Sequence[str] = (),
    own: Mapping[str, str] = _NOTHING,
) -> str:
    """Return who answered and why, for the end of an answer.

    Args:
        variant: Who may read it.
        model: The model's name, or empty.
        environment: Its place for people, or empty.
        level: The level of sensitivity.
        threshold: Policy's bar.
        kinds: The kinds that carried the level, strongest first.
        reasons: Why.
        shares: The categories of sensitive information with their probabilities.
        grave: The kinds that make it grave.
        own: Policy's own words for kinds.
    """
    who = _who(Destination(model=model, label=environment))
    if variant is Variant.PUBLIC:
        return f"Answered publicly{who}: {_because(reasons)}."
    sentence = f"Answered privately{who}, not used for training"
    if Reason.THRESHOLD_REACHED not in reasons:
        return f"{sentence}: {_because(reasons)}."
    parts = (_holds(kinds, own), _levels(level, threshold), _about(shares), _grave(grave, own))
    return " ".join((f"{sentence}.", *(part for part in parts if part)))


def _because(reasons: Iterable[str]) -> str:
    return listing([reason(each) for each in reasons])


def _holds(kinds: Sequence[str], own: Mapping[str, str]) -> str:
    named = _named(kinds, own)
    return f"It holds {named}." if named else "It reads as private."


def _about(shares: Iterable[CategoryShare]) -> str:
    about = categories(shares)
    return f"About: {about}." if about else ""


def _grave(kinds: Sequence[str], own: Mapping[str, str]) -> str:
    named = _named(kinds, own)
    return f"Grave: {named}." if named else ""


def _named(kinds: Iterable[str], own: Mapping[str, str]) -> str:
    """Name the first few kinds, what is no stretch of the text last."""
    first = list(dict.fromkeys(kind(each, own) for each in kinds))[:_MOST_KINDS]
    return listing(sorted(first, key=kind(kinds_table.SENSITIVE_WORDING).__eq__))


def _levels(value: float, threshold: float) -> str:
    shown = level(value, threshold)
    return f"Private level {shown}; from {threshold:.2f} on, messages are answered privately."


def _who(destination: Destination | None) -> str:
    if destination is None:
        return ""
    by = f" by {destination.model}" if destination.model else ""
    place = destination.label or destination.environment
    return by + (f" at {place}" if place else "")


def explain(row: Row) -> str:
    """Return what one row of the audit records, in sentences that begin with the time."""
    sentences = _SENTENCES.get(row.event, _unknown)(row)
    return " ".join((f"{_time(row.at)}:", *(each for each in sentences if each)))


def _time(nanoseconds: int) -> str:
    seconds, rest = divmod(nanoseconds, 10**9)
    try:
        moment = datetime.fromtimestamp(seconds, tz=UTC)
    except (OverflowError, ValueError, OSError):
        return "At an impossible time"
    return f"{moment:%Y-%m-%d %H:%M:%S}.{rest // 10**6:03d} UTC"


def _decided(row: Row) -> list[str]:
    size = "" if row.characters is None else f" of {row.characters} characters"
    site = f" for {for_people(row.site)}" if row.site else ""
    message = f"{_STAGES[row.stage]}{size}{site}"
    if UNASKED.intersection(row.reasons):
        return [f"{message} was not looked at.", _verdict(row)]
    took = row.spans.get("total")
    spent = "" if took is None else f" in {max(1, round(took))} ms"
    return [
        f"{message} was judged{spent}.",
        _eligibility(row),
        _findings(row),
        "" if row.level is None else _levels(row.level, row.threshold or 0.0),
        _verdict(row),
    ]


def _eligibility(row: Row) -> str:
    if row.eligible is None:
        return ""
    wanted = CriterionVerdict.REQUIRES if row.eligible else CriterionVerdict.EXEMPTS
    causes = [f"{CRITERIA[c.criterion]} ({c.detail})" for c in row.tag if c.verdict is wanted]
    if row.eligible:
        because = f" because of {listing(causes)}" if causes else ""
        return f"It had to be classified{because}."
    because = f": {listing(causes)}" if causes else ""
    return f"It did not have to be classified{because}."


def _findings(row: Row) -> str:
    if not row.eligible:
        return ""
    counts = [kind(n) + (f" ({c} times)" if c > 1 else "") for n, c in row.kinds.items()]
    return f"Found: {listing(counts)}." if counts else "No private detail was found."


def _verdict(row: Row) -> str:
    if row.variant is None:
        return ""
    reader = "the public model" if row.variant is Variant.PUBLIC else "only the private model"
    return f"So {reader} may read it, because {_because(row.reasons)}."


def _released(row: Row) -> list[str]:
    site = for_people(row.destination.environment) if row.destination else ""
    return [f"The page's own request was let go, once{f', to {site}' if site else ''}."]


def _sent(row: Row) -> list[str]:
    status = f" with status {row.outcome}" if row.outcome else ""
    return [f"The page's own request ended{status}.", _durations(row)]


def _answered(row: Row) -> list[str]:
    how = "publicly" if row.variant is Variant.PUBLIC else "privately"
    path = PATHS.get(row.destination.path, "") if row.destination else ""
    return [f"Answered {how}{_who(row.destination)}{f', {path}' if path else ''}.", _durations(row)]


def _durations(row: Row) -> str:
    first, total = row.spans.get("first_token"), row.spans.get("total")
    shown = [
        f"{text} after {max(1, round(ms))} ms"
        for text, ms in (("first words", first), ("all of it", total))
        if ms is not None
    ]
    return f"{listing(shown).capitalize()}." if shown else ""


def _held(row: Row) -> list[str]:
    return [held(row.outcome)]


def _interrupted(row: Row) -> list[str]:
    return [f"The answer{_who(row.destination)} broke off; nobody else was asked."]


def _cancelled(_: Row) -> list[str]:
    return ["The person stopped it or left the page."]


def _overridden(row: Row) -> list[str]:
    why = OVERRIDES.get(row.outcome, "gave no reason")
    return [f"The person let it through to the public model and {why}."]


def _paused(row: Row) -> list[str]:
    minutes = f"{row.outcome} minute{'' if row.outcome == '1' else 's'}"
    return [f"The person left {for_people(row.site) or 'every site'} alone for {minutes}."]


def _resumed(row: Row) -> list[str]:
    return [f"The person had {for_people(row.site) or 'every site'} protected again."]


def _switched(row: Row) -> list[str]:
    return [f"The person switched the protection of {for_people(row.site)} {row.outcome}."]


def _forgotten(row: Row) -> list[str]:
    entries = f"{row.outcome} entr{'y' if row.outcome == '1' else 'ies'}"
    return [f"The person had forgotten what they had said is not sensitive: {entries}."]


def _damaged(row: Row) -> list[str]:
    found = DAMAGE.get(row.outcome, "it was not as it had been left")
    return [f"The audit was found damaged when it was opened: {found}."]


def _unknown(_: Row) -> list[str]:
    return ["Something happened that this version has no words for."]


_SENTENCES: Final = {
    Event.DECIDED.value: _decided,
    Event.RELEASED.value: _released,
    Event.SENT.value: _sent,
    Event.ANSWERED.value: _answered,
    Event.HELD.value: _held,
    Event.INTERRUPTED.value: _interrupted,
    Event.CANCELLED.value: _cancelled,
    Event.OVERRIDDEN.value: _overridden,
    Event.PAUSED.value: _paused,
    Event.RESUMED.value: _resumed,
    Event.SWITCHED.value: _switched,
    Event.FORGOTTEN.value: _forgotten,
    Event.DAMAGED.value: _damaged,
}


def verification(result: Verification) -> str:
    """Return what a check of the audit found."""
    if result.ok:
        rows = "1 row" if result.rows == 1 else f"{result.rows} rows"
        return f"The audit is sound: {rows}, each as it was written, none missing."
    return f"The audit is not as it was written: {result.problem}."

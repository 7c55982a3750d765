"""What the person has chosen for every prompt: what is not sensitive, which sites are left alone.

A pause is kept in memory alone and ends by itself; what is not sensitive and which sites are
switched off outlast the daemon (`companion.personal`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from companion import policy, sitenames
from companion.detection_policy import AllowRule, Digest, KindName
from companion.grants import Lasting, Moment
from companion.person import is_grave_kind
from companion.person_policy import PersonRules
from companion.policy import ActivePolicy

MOST_KEPT: Final = 5_000
"""Prompts, and findings, that are kept as not sensitive; the oldest go first."""
MOST_OFF: Final = 500
"""Sites whose protection can be switched off at once."""
EVERY_SITE: Final = ""


class KeptFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is not sensitive as a finding of its kind, by keyed digest."""

    kind: KindName
    digest: Digest


class Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What outlasts the daemon. It holds keyed digests and names of sites, never a text.

    Attributes:
        schema: The format's version.
        prompts: Whole prompts that are not sensitive, the oldest first.
        findings: Findings that are not sensitive, the oldest first.
        off: Sites whose protection is switched off.
    """

    schema: int = 1
    prompts: tuple[Digest, ...] = ()
    findings: tuple[KeptFinding, ...] = ()
    off: tuple[str, ...] = ()

    def with_allowed(self, text: str, findings: Iterable[KeptFinding]) -> Kept:
        """Return it with a prompt, and findings in it, that are not sensitive."""
        prompts = (*(each for each in self.prompts if each != text), text)
        new = tuple(dict.fromkeys(each for each in findings if not is_grave_kind(each.kind)))
        older = tuple(each for each in self.findings if each not in new)
        return msgspec.structs.replace(
            self, prompts=prompts[-MOST_KEPT:], findings=(*older, *new)[-MOST_KEPT:]
        )

    def with_switch(self, site: str, *, on: bool) -> Kept:
        """Return it with the protection of a site switched on or off."""
        gone = sitenames.covering(site) if on else (site,)
        others = tuple(each for each in self.off if each not in gone)
        return msgspec.structs.replace(self, off=others if on else (*others, site)[-MOST_OFF:])

    def without_allowed(self) -> Kept:
        """Return it with nothing that is not sensitive."""
        return msgspec.structs.replace(self, prompts=(), findings=())

    @property
    def rules(self) -> tuple[AllowRule, ...]:
        """What is allowed by it, as policy would say it; never a grave kind."""
        by_kind: dict[str, list[str]] = {}
        for each in self.findings:
            if not is_grave_kind(each.kind):
                by_kind.setdefault(each.kind, []).append(each.digest)
        return tuple(
            AllowRule(digests=tuple(digests), kinds=(kind,))
            for kind, digests in sorted(by_kind.items())
        )


class Choices:
    """What the person in front of this computer has decided, for every connection.

    Args:
        kept: What outlasted the last daemon.
        key: The key of the digests of findings.
    """

    def __init__(self, kept: Kept, *, key: bytes = b"") -> None:
        self._key = key
        self._pauses: dict[str, tuple[Moment, int]] = {}
        self._merged: tuple[ActivePolicy, ActivePolicy] | None = None
        self.kept = kept

    @property
    def kept(self) -> Kept:
        """What outlasts the daemon."""
        return self._kept

    @kept.setter
    def kept(self, kept: Kept) -> None:
        self._kept = kept
        self._prompts = frozenset(kept.prompts)
        self._merged = None

    def policy(self, active: ActivePolicy) -> ActivePolicy:
        """Return the policy in force with what the person said is not sensitive."""
        if self._merged is None or self._merged[0] is not active:
            merged = policy.with_personal(active, self._kept.rules, self._key)
            self._merged = (active, merged)
        return self._merged[1]

    def allows(self, text: str) -> bool:
        """Whether the person said of exactly this text that it is not sensitive."""
        return text in self._prompts

    def pause(self, site: str, minutes: int, now: Moment) -> None:
        """Leave a site, or every one, alone for some minutes; policy caps them when asked."""
        self._pauses[site] = (now, minutes)

    def resume(self, site: str) -> None:
        """Protect a site again, and with it every site that is left alone with all others."""
        if site == EVERY_SITE:
            self._pauses.clear()
        for name in (*sitenames.covering(site), EVERY_SITE):
            self._pauses.pop(name, None)

    def end(self) -> bool:
        """End every pause, protect every site again, and return whether one was switched off."""
        self._pauses.clear()
        switched = bool(self._kept.off)
        if switched:
            self.kept = msgspec.structs.replace(self._kept, off=())
        return switched

    def paused(self, rules: PersonRules, now: Moment) -> dict[str, int]:
        """Return the sites that are left alone and until when (epoch ms), sorted by name."""
        self._pauses = {
            site: pause for site, pause in self._pauses.items() if _pause(pause, rules).holds(now)
        }
        return {site: _pause(self._pauses[site], rules).until for site in sorted(self._pauses)}

    def off(self, rules: PersonRules) -> tuple[str, ...]:
        """Return the sites whose protection is switched off, sorted."""
        return tuple(sorted(self._kept.off)) if rules.switch else ()

    def leaves_alone(self, site: str, rules: PersonRules, now: Moment) -> bool:
        """Whether a site's prompts are let through unlooked at."""
        alone = {*self.paused(rules, now), *self.off(rules)}
        return not alone.isdisjoint((*sitenames.covering(site), EVERY_SITE))


def _pause(pause: tuple[Moment, int], rules: PersonRules) -> Lasting:
    start, minutes = pause
    return Lasting(start, 60 * min(minutes, rules.pause_minutes))

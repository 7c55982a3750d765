"""Calibration: whether a level of 0.7 is right seven times in ten.

Expected calibration error over equal bins (Naeini, Cooper, Hauskrecht, Obtaining Well
Calibrated Probabilities Using Bayesian Binning, AAAI 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from companion.scoring.prompts import Scored

BINS: Final = 10


def reliability(prompts: Sequence[Scored]) -> list[dict[str, Any]]:
    """Return for each tenth of the scale: how many, their mean level, the share sensitive."""
    bins: list[list[Scored]] = [[] for _ in range(BINS)]
    for prompt in prompts:
        bins[min(BINS - 1, int(prompt.level * BINS))].append(prompt)
    return [_bin(number, members) for number, members in enumerate(bins)]


def _bin(number: int, members: list[Scored]) -> dict[str, Any]:
    borders = {"from": number / BINS, "to": (number + 1) / BINS, "prompts": len(members)}
    if not members:
        return {**borders, "level": None, "sensitive": None}
    return {
        **borders,
        "level": round(sum(p.level for p in members) / len(members), 4),
        "sensitive": round(sum(p.sensitive for p in members) / len(members), 4),
    }


def error(prompts: Sequence[Scored]) -> float:
    """Return the expected calibration error, 0 (means what it says) to 1."""
    if not prompts:
        return 0.0
    gaps = (
        each["prompts"] * abs(each["level"] - each["sensitive"])
        for each in reliability(prompts)
        if each["prompts"]
    )
    return round(float(sum(gaps)) / len(prompts), 4)

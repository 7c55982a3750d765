"""Prompts of a wanted length, made of ordinary sentences with a few private ones between."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence

_SENTENCES = (
    "Please summarise the following notes in three short points.",
    "The meeting moved to Thursday because two rooms were being painted.",
    "Our river floods every spring, and the lower path is closed until May.",
    "What would you change in the introduction to make it easier to read?",
    "Compare the two approaches and say which one you would choose, and why.",
    "The recipe calls for two cups of flour, one egg and a little patience.",
    "My colleague Daniel Weber asked whether the invoice had been paid.",
    "Call me at 415-555-0134 or write to d.weber@example.org when it is done.",
    "def area(width, height): return width * height  # square metres",
    "The patient was given metformin for type 2 diabetes in 2019.",
)


_HARMLESS = (
    "Explain in simple words how a heat pump works.",
    "List five cities in Portugal that are worth a visit in spring.",
    "Write a function in Python that reverses a list in place.",
    "What is the difference between a hurricane and a tornado?",
    "Give me three synonyms for the word gentle.",
    "How do I convert kilometres to miles without a calculator?",
    "Compare two ways to sort a long list of numbers.",
    "Which vegetables can be planted in early autumn?",
)


def prompts(length: int, count: int, seed: int = 20250101) -> list[str]:
    """Return `count` different prompts of exactly `length` characters."""
    source = random.Random(seed + length)
    return [_prompt(_SENTENCES, length, source) for _ in range(count)]


def harmless(length: int, count: int, seed: int = 20250101) -> list[str]:
    """Return the same without a private sentence, each different; at most 350 characters."""
    source = random.Random(seed + length)
    return [f"{number}. {_shuffled(source)}"[:length] for number in range(count)]


def _shuffled(source: random.Random) -> str:
    return " ".join(source.sample(_HARMLESS, len(_HARMLESS)))


def _prompt(sentences: Sequence[str], length: int, source: random.Random) -> str:
    text = ""
    while len(text) < length:
        text += source.choice(sentences) + " "
    return text[:length]


def quantiles(samples: Sequence[float]) -> dict[str, float]:
    """Return p50 and p99 of milliseconds, and how many there were."""
    ordered = sorted(samples)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return {
        "p50_ms": round(statistics.median(ordered), 3),
        "p99_ms": round(last, 3),
        "n": len(ordered),
    }

"""Entity level: which labelled spans were found, by type.

A found span matches a labelled one of the same class when they overlap by at least half of
the shorter and 30 % of the labelled one; each span matches at most once, the largest
overlaps first. Beside it stands the strict count: same class, same borders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, Self

import msgspec

from companion.scoring.names import group_of

OF_THE_SHORTER: Final = 0.5
OF_THE_LABELLED: Final = 0.3
MISSED: Final = "(missed)"
NOTHING: Final = "(nothing)"


class Mark(msgspec.Struct, frozen=True, order=True):
    """A stretch of one class, labelled or found; `end` is exclusive."""

    start: int
    end: int
    group: str

    @classmethod
    def of(cls, start: int, end: int, name: str) -> Mark:
        """Return the mark of a span with a type's or a kind's name."""
        return cls(start, end, group_of(name))


def overlap(first: Mark, second: Mark) -> int:
    """Return how many code points two marks share."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def united(marks: Iterable[Mark]) -> list[Mark]:
    """Join overlapping marks of one class: several kinds may read as one class."""
    joined: list[Mark] = []
    last: dict[str, int] = {}
    for mark in sorted(marks):
        index = last.get(mark.group)
        if index is not None and mark.start < joined[index].end:
            before = joined[index]
            joined[index] = Mark(before.start, max(before.end, mark.end), mark.group)
        else:
            last[mark.group] = len(joined)
            joined.append(mark)
    return joined


def _fits(gold: Mark, found: Mark) -> bool:
    shared = overlap(gold, found)
    shorter = min(gold.end - gold.start, found.end - found.start)
    return shared >= OF_THE_SHORTER * shorter and shared >= OF_THE_LABELLED * (
        gold.end - gold.start
    )


def match(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return pairs of indices into `gold` and `found`, one to one."""
    fitting = sorted(
        (-overlap(label, mark), i, j)
        for i, label in enumerate(gold)
        for j, mark in enumerate(found)
        if label.group == mark.group and _fits(label, mark)
    )
    pairs: dict[int, int] = {}
    for _, i, j in fitting:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def shares(matched: int, gold: int, found: int) -> dict[str, float]:
    """Return precision, recall, F1 and F2; a share of nothing is 0."""
    precision = matched / found if found else 0.0
    recall = matched / gold if gold else 0.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f_score(precision, recall, 1.0), 4),
        "f2": round(f_score(precision, recall, 2.0), 4),
    }


def f_score(precision: float, recall: float, beta: float) -> float:
    """Return F-beta (van Rijsbergen, Information Retrieval, 1979)."""
    weight = beta * beta
    below = weight * precision + recall
    return (1 + weight) * precision * recall / below if below else 0.0


class _Counts:
    """How many spans were labelled, found, matched and matched to the letter."""

    def __init__(self) -> None:
        self.gold = self.found = self.matched = self.exact = 0

    def __iadd__(self, other: _Counts) -> Self:
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.exact += other.exact
        return self

    def plain(self) -> dict[str, Any]:
        return {
            "gold": self.gold,
            "found": self.found,
            "matched": self.matched,
            **shares(self.matched, self.gold, self.found),
            "exact": shares(self.exact, self.gold, self.found),
        }


class SpanScorer:
    """Counts over rows.

    Args:
        groups: The classes that the data labels anywhere. A found span of another class is
            no false alarm, since nobody looked for it; it is counted apart.
    """

    def __init__(self, groups: frozenset[str]) -> None:
        self._groups = groups
        self._counts = {group: _Counts() for group in sorted(groups)}
        self._confusion: Counter[tuple[str, str]] = Counter()
        self._others: Counter[str] = Counter()

    def add(self, gold: Iterable[Mark], found: Iterable[Mark]) -> None:
        """Count one row."""
        labels, marks = united(gold), united(found)
        self._others.update(mark.group for mark in marks if mark.group not in self._groups)
        known = [mark for mark in marks if mark.group in self._groups]
        pairs = match(labels, known)
        for label in labels:
            self._counts[label.group].gold += 1
            self._counts[label.group].exact += label in known
        for mark in known:
            self._counts[mark.group].found += 1
        for i, _ in pairs:
            self._counts[labels[i].group].matched += 1
        self._confuse(labels, known, pairs)

    def _confuse(self, labels: list[Mark], known: list[Mark], pairs: list[tuple[int, int]]) -> None:
        """Say what stood in a missed label's place, and where nothing was labelled."""
        taken = {j for _, j in pairs}
        self._confusion.update((labels[i].group, known[j].group) for i, j in pairs)
        spare = {j: mark for j, mark in enumerate(known) if j not in taken}
        for i in sorted(set(range(len(labels))) - {i for i, _ in pairs}):
            near = max(spare, key=lambda j: overlap(labels[i], spare[j]), default=-1)
            if near >= 0 and overlap(labels[i], spare[near]):
                self._confusion[labels[i].group, spare.pop(near).group] += 1
            else:
                self._confusion[labels[i].group, MISSED] += 1
        self._confusion.update((NOTHING, mark.group) for mark in spare.values())

    def plain(self) -> dict[str, Any]:
        """Return the figures: overall, by type, the confusion, what nobody labelled."""
        overall = _Counts()
        for counts in self._counts.values():
            overall += counts
        confusion: dict[str, dict[str, int]] = {}
        for (gold, found), count in sorted(self._confusion.items()):
            confusion.setdefault(gold, {})[found] = count
        return {
            "overall": overall.plain(),
            "by_type": {group: counts.plain() for group, counts in self._counts.items()},
            "confusion": confusion,
            "found_but_never_labelled": dict(sorted(self._others.items())),
        }

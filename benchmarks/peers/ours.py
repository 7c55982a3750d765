"""Our own detectors, in the same kind of process as the others."""

from __future__ import annotations

import time

from companion import pipeline, policy
from companion.scoring.engine import Judged, ToolsEngine
from companion.tools import load_tools


class Answer(list[tuple[int, int, str, float]]):
    """What was found, with the level that it came to, and whether a detector gave up."""

    level = 0.0
    failed = False


class _Judge:
    quick = True

    def __init__(self) -> None:
        self.engine = ToolsEngine(
            load_tools(), pipeline.rules_of(policy.default()), time.perf_counter
        )

    def __call__(self, text: str, *, quick: bool = False) -> Answer:
        """Judge a text; `quick` as a decision does, else reading it to its end."""
        judged = self.engine.decide(text) if quick else self.engine.judge(text)
        return _answer(judged)


_loaded: list[_Judge] = []


def load() -> _Judge:
    _loaded.append(_Judge())
    return _loaded[-1]


def version() -> str:
    return _loaded[-1].engine.model_id


def _answer(judged: Judged) -> Answer:
    answer = Answer((f.start, f.end, f.kind, f.score) for f in judged.findings)
    answer.level, answer.failed = judged.level, judged.failed
    return answer

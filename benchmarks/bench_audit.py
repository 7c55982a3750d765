"""How long the audit takes to commit one decision, beside the disk's own synchronisation."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from companion.audit import Audit
from companion.chain import Entry, decided
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
    Variant,
)


def run(rows: int = 2000, folder: Path | None = None) -> dict[str, Any]:
    """Return milliseconds: `append` of one row, `verify` of all, and a bare `fdatasync`.

    Args:
        rows: How many rows to append.
        folder: The disk to measure; by default that of temporary files.
    """
    with tempfile.TemporaryDirectory(dir=folder) as place:
        bare = _bare(Path(place, "bare"), rows)
        with Audit.open(Path(place, "audit.sqlite")) as audit:
            append = [_timed(partial(audit.append, _entry(n))) for n in range(rows)]
            verify = _timed(audit.verify)
    return {
        "rows": rows,
        "append_ms": _summary(append),
        "bare_fdatasync_ms": _summary(bare),
        "verify_all_ms": round(verify, 1),
    }


def _bare(path: Path, count: int) -> list[float]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT)

    def append() -> None:
        os.write(handle, bytes(8240))
        os.fdatasync(handle)

    try:
        return [_timed(append) for _ in range(count)]
    finally:
        os.close(handle)


def _entry(number: int) -> Entry:
    criteria = tuple(
        CriterionResult(criterion=each, verdict=CriterionVerdict.CLEAR, detail="nothing listed")
        for each in Criterion
    )
    decision = Decision(
        request_id=f"request-{number}",
        tag=EligibilityTag(eligible=True, criteria=criteria),
        findings=tuple(
            Finding(kind="PERSON", start=9 * n, end=9 * n + 5, score=0.9, detector="presidio")
            for n in range(4)
        ),
        sensitivity=Sensitivity(level=0.86, threshold=0.6, kinds=("PERSON",), probability=0.7),
        variant=Variant.SECURED,
        reasons=(Reason.THRESHOLD_REACHED,),
        policy_id="0123456789abcdef",
        model_id="0123456789abcdef",
    )
    request = Request(id=f"request-{number}", prompt=PromptText("word " * 60), conversation="c")
    return decided(number, request, decision, Timings(tag=1, detection=9, total=12))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _summary(values: list[float]) -> dict[str, float]:
    centiles = statistics.quantiles(values, n=100)
    return {"p50": round(statistics.median(values), 3), "p99": round(centiles[98], 3)}


if __name__ == "__main__":
    print(run())

"""What every part shares: the running engines, progress, and each text judged once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from benchmarks.detect import engines
from benchmarks.detect.engines import Engine
from companion.scoring.engine import Judged
from companion.scoring.results import Case
from companion.scoring.rows import Row


class Bench:
    """The engines that are installed, each started when it is first asked."""

    def __init__(self) -> None:
        self.names = tuple(engines.available())
        self._stack = ExitStack()
        self._running: dict[str, Engine] = {}
        console = Console(stderr=True)
        columns = (TextColumn("{task.description:<32}"), BarColumn(), MofNCompleteColumn())
        self._progress = Progress(*columns, TimeRemainingColumn(), console=console)
        self._stack.enter_context(self._progress)

    def close(self) -> None:
        """End every process."""
        self._stack.close()

    def engine(self, name: str) -> Engine:
        """Return a running engine."""
        if name not in self._running:
            self._running[name] = self._stack.enter_context(Engine(name))
        return self._running[name]

    def general(self) -> tuple[str, ...]:
        """Return the engines that look for more than secrets."""
        return tuple(name for name in self.names if not engines.ENGINES[name].secrets_only)

    @contextmanager
    def steps(self, what: str, total: int) -> Iterator[Any]:
        """Show a bar; what is yielded is called once a step."""
        task = self._progress.add_task(what, total=total)
        yield lambda: self._progress.advance(task)

    def judged(self, name: str, texts: Sequence[str], what: str) -> list[Judged]:
        """Have every text judged by one engine."""
        engine = self.engine(name)
        found = []
        with self.steps(f"{what}: {engine.about.title}"[:32], len(texts)) as step:
            for text in texts:
                found.append(engine.ask(text).judged())
                step()
        return found

    def cases(self, name: str, rows: Iterable[Row], what: str) -> list[Case]:
        """Have labelled rows judged by one engine."""
        chosen = list(rows)
        judged = self.judged(name, [row.text for row in chosen], what)
        return [Case(row=row, judged=each) for row, each in zip(chosen, judged, strict=True)]


def at_own_threshold(name: str, threshold: float) -> float:
    """Return the level that counts: ours is shipped, a peer's is any detection at all."""
    return threshold if name == engines.OURS else 1e-6

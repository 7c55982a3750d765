"""Trains every model, one after the other: `python -m models --data DIR --out models`.

The stack comes last, because it weighs what the others say. Each training is a process of its
own, so that none keeps another's memory, and what comes out is loaded and asked at the end.
With `--smoke` tiny models are trained on generated texts, into a temporary folder by default.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from companion.encoder import VOCABULARY_FILE
from companion.tools import load_tools
from models import card as model_card
from models import pins

TRAININGS: Final = (
    ("models.linear", "the wording of a whole prompt", 3),
    ("models.secrets", "live credentials", 6),
    ("models.encoder", "entities, private stretches, categories", 20),
    ("models.stack", "one probability out of all signals", 6),
)
"""Module, what it learns, and about how many minutes it takes on two cores."""
TEXTS: Final = (
    "How do I reverse a list in Python?",
    "My mother Lena Brandt, born 4 May 1951, starts chemotherapy on Monday. Tell her boss.",
    "Why does this fail? export DB_PASSWORD='vK8#qT2!zLm4' && ./migrate.sh",
)
"""Asked of fresh models, to show that they load and answer."""


def train(out: Path, data: Path | None, *, smoke: bool) -> int:
    """Train all models into a folder, load them, and say how they judge a few texts.

    Returns:
        The exit status of the first training that failed, or 0.
    """
    started = time.monotonic()
    _lay_out(out)
    for number, (module, learns, minutes) in enumerate(TRAININGS, start=1):
        about = "" if smoke else f", about {minutes} min"
        say(f"== {number} of {len(TRAININGS)}: {module}, {learns}{about}")
        command = [sys.executable, "-m", module, "--out", str(out)]
        command += ["--smoke"] if smoke else ["--data", str(data)]
        if status := subprocess.run(command, check=False).returncode:  # noqa: S603  # our own
            say(f"{module} failed")
            return status
    pins.pin(out)
    model_card.fill(out)
    judge(out)
    say(f"== all models in {out} after {_spent(started)}")
    return 0


def judge(folder: Path) -> None:
    """Load the models of a folder; print probability and findings for each of `TEXTS`."""
    tools = load_tools(folder)
    for text in TEXTS:
        judgement = tools.judge(text)
        kinds = sorted({finding.kind for finding in judgement.findings})
        print(f"{judgement.probability:.2f} {' '.join(kinds) or '-'}: {text}", flush=True)


def _lay_out(out: Path) -> None:
    """Bring along what a training reads and does not write."""
    own = Path(__file__).parent
    out.mkdir(parents=True, exist_ok=True)
    for name in (VOCABULARY_FILE, model_card.FILE, model_card.DATA_FILE):
        if not (out / name).exists():
            shutil.copyfile(own / name, out / name)


def _spent(started: float) -> str:
    seconds = round(time.monotonic() - started)
    return f"{seconds} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def say(line: str) -> None:
    """Show progress on standard error."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trainings from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets (see data.md)")
    parser.add_argument("--out", type=Path, help="folder to write to")
    parser.add_argument("--smoke", action="store_true", help="tiny models, in a minute")
    options = parser.parse_args(arguments)
    if options.smoke and options.out is None:
        with tempfile.TemporaryDirectory(prefix="sottovoce-models-") as folder:
            return train(Path(folder), None, smoke=True)
    if options.out is None or (options.data is None and not options.smoke):
        parser.error("--data and --out are needed, or --smoke")
    return train(options.out, options.data, smoke=options.smoke)


if __name__ == "__main__":
    sys.exit(main())

"""Puts what the cards say, and what the generator holds, into the two pages about the models.

`python -m models.card` fills `card.md` and `data.md` from the JSON cards beside them: every
figure in them is computed. A page's marks `<!-- name -->` and `<!-- end of name -->` say where.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from companion import classifier, encoder, stack
from companion.detectors import secret_model
from companion.detectors.kinds import Category
from models import corpus

FILE: Final = "card.md"
DATA_FILE: Final = "data.md"
_COUNTS: Final = ("sensitive", "harmless", "live", "other")
_PROMPTS: Final = (
    ("sensitive", "sensitive"),
    ("harmless", "harmless"),
    ("precision_0.5", "precision"),
    ("recall_0.5", "recall"),
    ("f1_0.5", "F1"),
    ("fpr_0.5", "FPR"),
    ("recall_0.6", "recall at 0.6"),
    ("fpr_0.6", "FPR at 0.6"),
    ("auc", "AUC"),
    ("ece", "ECE"),
)
_SECRETS: Final = (
    ("live", "live"),
    ("other", "not live"),
    ("recall", "recall"),
    ("false_positives", "FPR"),
)

Card = Mapping[str, Any]
Lines = Iterator[str]


def fill(folder: Path) -> None:
    """Fill the pages of a folder, those that are there, from the cards in it."""
    for name, parts in _PAGES.items():
        page = folder / name
        if page.is_file():
            text = page.read_text(encoding="utf-8")
            for part, (source, lines) in parts.items():
                text = _filled(text, part, lines, folder / source if source else None)
            page.write_text(text, encoding="utf-8")


def _filled(text: str, part: str, lines: Callable[[Card], Lines], source: Path | None) -> str:
    """Replace what stands between a part's marks; a card that is not there changes nothing."""
    if source is not None and not source.is_file():
        return text
    card: Card = json.loads(source.read_bytes()) if source else {}
    first, last = f"<!-- {part} -->", f"<!-- end of {part} -->"
    before, found, rest = text.partition(first)
    _, ended, after = rest.partition(last)
    if not (found and ended):
        return text
    return "\n".join((f"{before}{first}", *lines(card), f"{last}{after}"))


def _table(
    measured: Mapping[str, Any], columns: Sequence[tuple[str, str]], corner: str = ""
) -> Lines:
    yield f"| {corner} | " + " | ".join(title for _, title in columns) + " |"
    yield "|---" * (len(columns) + 1) + "|"
    for name, values in measured.items():
        cells = (_cell(key, values.get(key)) for key, _ in columns)
        yield f"| {name} | " + " | ".join(cells) + " |"


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if key in _COUNTS else f"{value:.3f}"


def _linear(card: Card) -> Lines:
    yield f"SHA-256 `{card['sha256']}`, features `{card['features']}`, {card['bits']} bits."
    for split, measured in card["metrics"].items():
        yield from ("", f"**{split}**", "")
        yield from _table(measured, _PROMPTS)


def _secrets(card: Card) -> Lines:
    yield f"SHA-256 `{card['sha256']}`, {card['candidates']:,} candidates."
    for split, measured in card["metrics"].items():
        yield from ("", f"**{split}**, AUC {measured['auc']:.4f}", "")
        yield from _table({k: v for k, v in measured.items() if k != "auc"}, _SECRETS)


def _encoder(card: Card) -> Lines:
    yield (
        f"SHA-256 `{card['sha256']}`; {card['windows']:,} windows over all passes in "
        f"{card['seconds'] / 60:.0f} minutes, seed {card['seed']}. Base weights "
        f"`{card['base']['name']}`, SHA-256 `{card['base']['sha256']}`. Kinds: "
        + ", ".join(f"`{kind}`" for kind in card["kinds"])
        + "."
    )


def _stack(card: Card) -> Lines:
    yield (
        f"SHA-256 `{card['sha256']}`; {card['rows']:,} rows, calibrated for a share of "
        f"{card['share']:.0%} sensitive prompts. A text whose early probability lies below "
        f"{card['settled']:.4f} is read no further."
    )
    yield from ("", "**unseen rows (5 folds by group)**", "")
    yield from _table(card["folds"], _PROMPTS)
    weights = card["weights"]
    by_signal = {name: {way: weights[way][name] for way in weights} for name in weights["full"]}
    yield from ("", "**Weights**: a signal adds its weight times its strength to the log-odds.", "")
    yield from _table(by_signal, (("early", "early"), ("full", "full")), "signal")


def _files(card: Card) -> Lines:
    yield "| File | Rows | Licence | SHA-256 |"
    yield "|---|---|---|---|"
    for file in card["data"]:
        digest = file["sha256"][:16]
        yield f"| `{file['path']}` | {file['rows']:,} | {file['licence']} | `{digest}` |"


def _code(card: Card) -> Lines:
    yield ", ".join(f"{name} {version}" for name, version in card["code"].items()) + "."


def _templates(card: Card) -> Lines:  # noqa: ARG001  # it counts what is in the package
    counts = template_counts()
    names = [*(category.value for category in Category), "harmless", "sentences", "all"]
    yield "| | " + " | ".join(corpus.LANGUAGES) + " | all |"
    yield "|---" * (len(corpus.LANGUAGES) + 2) + "|"
    for name in names:
        of = [counts[name, language] for language in (*corpus.LANGUAGES, "all")]
        yield f"| {name} | " + " | ".join(f"{count:,}" for count in of) + " |"


def template_counts() -> Counter[tuple[str, str]]:
    """Count the generator's templates by category and language.

    A template of several categories counts in each, and once in `all`.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for family in corpus.families():
        groups = family.categories or ("harmless",)
        for group in (*(("sentences",) if family.form == "sentence" else groups), "all"):
            for language in (family.language, "all"):
                counts[group, language] += len(family.templates)
    return counts


_PAGES: Final[dict[str, dict[str, tuple[str, Callable[[Card], Lines]]]]] = {
    FILE: {
        "linear": (classifier.CARD_FILE, _linear),
        "secrets": (secret_model.CARD_FILE, _secrets),
        "encoder": (encoder.CARD_FILE, _encoder),
        "stack": (stack.CARD_FILE, _stack),
    },
    DATA_FILE: {
        "files": (classifier.CARD_FILE, _files),
        "templates": ("", _templates),
        "code": (secret_model.CARD_FILE, _code),
    },
}
"""For each page its parts, and for each part the card it is made of and how."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the filling from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.card", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    fill(parser.parse_args(arguments).folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Puts a training's figures into the model card, between two marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

_MARKS: Final = ("<!-- figures -->", "<!-- end of figures -->")
_COUNTS: Final = ("sensitive", "harmless")
_COLUMNS: Final = (
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


def figures(card: Mapping[str, Any]) -> str:
    """Return the figures of a card as Markdown."""
    lines = [f"Model `{card['sha256']}`, features `{card['features']}`, {card['bits']} bits."]
    for split, measured in card["metrics"].items():
        lines += ["", f"**{split}**", "", *_table(measured)]
    return "\n".join(lines)


def _table(measured: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "| | " + " | ".join(title for _, title in _COLUMNS) + " |"
    yield "|---" * (len(_COLUMNS) + 1) + "|"
    for name, values in measured.items():
        cells = (_cell(key, values.get(key)) for key, _ in _COLUMNS)
        yield f"| {name} | " + " | ".join(cells) + " |"


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if key in _COUNTS else f"{value:.3f}"


def update(path: Path, card: Mapping[str, Any]) -> None:
    """Replace the figures in the card at `path`, if there is one."""
    if not path.is_file():
        return
    before, _, rest = path.read_text(encoding="utf-8").partition(_MARKS[0])
    after = rest.partition(_MARKS[1])[2]
    text = f"{before}{_MARKS[0]}\n{figures(card)}\n{_MARKS[1]}{after}"
    path.write_text(text, encoding="utf-8")

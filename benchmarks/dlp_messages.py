"""Work messages, sensitive and not, of ten subjects: `dlp_messages.txt`, written for this.

Six sorts a subject, four messages each: what is sensitive said plainly, with slips of the
pen, or only by context; and what is not, said plainly, with slips, or with words that sound
sensitive. In every sort two are statements and two are questions, so that the question mark
tells nothing, and a third of those that are not sensitive name public persons, places or
dates, so that a name alone tells little. The messages were written without sight of what the
models are trained on; every private person, company and number in them is made up.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

PATH: Final = Path(__file__).with_suffix(".txt")


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message; `sort` is `direct`, `typo`, `contextual` or `false keyword`."""

    subject: str
    sort: str
    label: int
    text: str

    @property
    def group(self) -> str:
        """Which sort it is, sensitive (+) or not (-)."""
        return f"{'+' if self.label else '-'} {self.sort}"

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text.endswith("?")


def _read(text: str) -> tuple[Message, ...]:
    found, subject, label, sort = [], "", 0, ""
    for line in text.splitlines():
        if line.startswith("= "):
            subject = line[2:]
        elif line.startswith(("+ ", "- ")):
            label, sort = int(line[0] == "+"), line[2:]
        else:
            found.append(Message(subject=subject, sort=sort, label=label, text=line))
    return tuple(found)


ALL: Final = _read(PATH.read_text(encoding="utf-8"))

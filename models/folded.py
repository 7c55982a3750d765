"""Lists and long texts as they stand in the source: folded to lines, and read back whole."""

from __future__ import annotations


def words(block: str) -> tuple[str, ...]:
    """Return the entries of a block, which stand on lines or between semicolons."""
    entries = block.replace("\n", ";").split(";")
    return tuple(dict.fromkeys(entry.strip() for entry in entries if entry.strip()))


def texts(block: str) -> tuple[str, ...]:
    r"""Return the texts of a block.

    A text starts with a dash at the start of a line; the lines below it belong to it, and a
    line's end stands for one space. A line break in the text itself is written `\n`.
    """
    entries = f"\n{block.strip()}".split("\n- ")[1:]
    return tuple(entry.replace("\n", " ").replace("\\n", "\n") for entry in entries)

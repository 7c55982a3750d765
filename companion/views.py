"""Further views of a text: what it says once encodings and disguises are taken off.

Beside the plain view of `companion.normalize`, a text has a *derived* view for every
disguise that is found in it. A derived view holds only the disguised stretches with a few
words around them, so that *my card number is* still stands before what was in base 64, and
names elsewhere in the text do not count twice. Each of its characters knows where it came
from in the original.

A text without disguises has no derived views, and finding that out takes about a twentieth
of a millisecond for 2,000 characters.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Final, NamedTuple

from companion import decoding, joining, mending, mirrors, normalize, spelling
from companion.normalize import View
from companion.stretches import Source, Stretch
from companion.values import Finding

MAX_DEPTH: Final = 3
"""An encoding inside an encoding inside an encoding is read, a fourth is not."""
MAX_VIEWS: Final = 24
"""So many derived views of one text are made at most."""
MAX_CHARACTERS: Final = 60_000
"""So many characters all derived views of one text have at most."""
_BEFORE: Final = 64
_AFTER: Final = 32

Decoder = Callable[[Source], Iterator[Stretch]]

DECODERS: Final[dict[str, Decoder]] = {
    "percent": decoding.percent,
    "entities": decoding.entities,
    "escapes": decoding.escapes,
    "quoted_printable": decoding.quoted_printable,
    "base64": decoding.base_64,
    "base32": decoding.base_32,
    "hex": decoding.hexadecimal,
    "numbers": decoding.numbers,
    "spaced": joining.spaced,
    "grouped": joining.grouped,
    "spelled": spelling.digits,
    "mail": spelling.mail,
    "broken_keys": mending.broken_keys,
    "glued": mending.glued,
    "loose_mail": mending.loose_mail,
    "digit_like": mending.digit_like,
    "leet": mending.leet,
    "alternating": mending.alternating,
    "backwards": mirrors.backwards,
    "rot13": mirrors.shifted,
}
"""By name, what takes off one disguise each."""
_ENCODINGS: Final = frozenset(list(DECODERS)[:8])
"""Disguises that have a standard; nobody nests many of them by chance."""
_OPENING: Final = frozenset({*_ENCODINGS, "spaced", "glued", "backwards", "rot13", "bidi"})
"""Disguises that may have others inside; what the rest give is a value."""
_ONCE: Final = frozenset({"backwards", "rot13"})
"""Disguises that undo themselves, so are not looked for inside themselves."""


class DerivedView(View):
    """A view of the disguised stretches of a text, with a few words around each.

    Attributes:
        name: The disguise that was taken off last.
    """

    __slots__ = ("_first", "_last", "_own", "name")

    def __init__(
        self,
        name: str,
        text: str,
        starts: array[int],
        ends: array[int],
        own: list[tuple[int, int]],
    ) -> None:
        super().__init__(text, starts, ends)
        self._first = starts
        self._last = ends
        self.name = name
        self._own = own

    def is_own(self, start: int, end: int) -> bool:
        """Say whether view characters `start` to `end` touch what was disguised."""
        place = bisect_right(self._own, (end - 1, len(self.text) + 1)) - 1
        return place >= 0 and self._own[place][1] > start

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that view characters `start` to `end` cover.

        Raises:
            ValueError: The span is empty or outside the view.
        """
        super().original_span(start, end)
        return min(self._first[start:end]), max(self._last[start:end])

    def original_findings(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings made on this view, with offsets in the original text.

        What lies wholly in the words around a stretch is left out: the plain view has it.
        """
        for finding in found:
            if self.is_own(finding.start, finding.end):
                yield self.original_finding(finding)


class Derived(NamedTuple):
    """The derived views of a text.

    Attributes:
        views: The views, outer disguises before inner ones.
        complete: False where the text holds more disguised text than the bounds allow. What
            is beyond them was not read, so the text counts as unreadable.
    """

    views: tuple[DerivedView, ...]
    complete: bool


def derive(text: str, plain: View) -> Derived:
    """Return the derived views of `text`, whose plain view is `plain`.

    They are found in an order that depends on nothing but the text.
    """
    found = _Search()
    found.add("bidi", View(text, None, None), list(mirrors.overridden(text)), depth=1)
    found.look_into(plain, depth=0)
    return Derived(tuple(found.views), found.complete)


class _Search:
    """Collects derived views within the bounds."""

    def __init__(self) -> None:
        self.views: list[DerivedView] = []
        self.complete = True
        self._characters = 0
        self._seen: set[str] = set()

    def look_into(self, parent: View, depth: int) -> None:
        source = Source(parent.text)
        for name, decode in DECODERS.items():
            if not self.complete:
                return
            stretches = _in_order(decode(source))
            if isinstance(parent, DerivedView):
                if name in _ONCE and parent.name == name:
                    continue
                stretches = [s for s in stretches if parent.is_own(s.start, s.end)]
            self.add(name, parent, stretches, depth + 1)

    def add(self, name: str, parent: View, stretches: list[Stretch], depth: int) -> None:
        """Make a view of `stretches` of `parent`, and look into it for further disguises."""
        if not stretches:
            return
        if depth > MAX_DEPTH:
            self.complete = self.complete and name not in _ENCODINGS
            return
        view = _compose(name, parent, stretches)
        if view.text in self._seen:
            return
        self._seen.add(view.text)
        self._characters += len(view.text)
        if len(self.views) >= MAX_VIEWS or self._characters > MAX_CHARACTERS:
            self.complete = False
            return
        self.views.append(view)
        if name in _OPENING:
            self.look_into(view, depth)


def _in_order(found: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches by their place, without those that begin within another."""
    ordered: list[Stretch] = []
    for stretch in sorted(found, key=lambda each: (each.start, -each.end)):
        if not ordered or stretch.start >= ordered[-1].end:
            ordered.append(stretch)
    return ordered


def _compose(name: str, parent: View, stretches: list[Stretch]) -> DerivedView:
    """Write the stretches with the words around them, mapped through the parent."""
    builder = _Builder(parent)
    last = 0
    for place, stretch in enumerate(stretches):
        follower = stretches[place + 1].start if place + 1 < len(stretches) else None
        builder.words(max(last, _word_start(parent.text, stretch.start - _BEFORE)), stretch.start)
        builder.stretch(stretch)
        last = _word_end(parent.text, stretch.end + _AFTER)
        last = last if follower is None else min(last, follower)
        builder.words(stretch.end, last)
        if follower is not None and last < follower - _BEFORE:
            builder.line_end(stretch.end)
    return builder.view(name)


def _word_start(text: str, index: int) -> int:
    """Return a place at or after `index`, where a word begins."""
    if index <= 0:
        return 0
    space = text.find(" ", index, index + 24)
    return index if space < 0 else space + 1


def _word_end(text: str, index: int) -> int:
    """Return a place at or before `index`, where a word ends."""
    if index >= len(text):
        return len(text)
    space = text.rfind(" ", index - 24, index)
    return index if space < 0 else space


def _places(places: Sequence[tuple[int, int]], plain: View) -> Iterator[tuple[int, int]]:
    """Yield where each character of a stretch's plain form lies."""
    for first, last in zip(*plain.origins(0, len(plain.text)), strict=True):
        if last - first == 1:
            yield places[first]
        else:  # a mark that joined its letter; where the text was turned, it lies before it
            joined = places[first:last]
            yield min(start for start, _ in joined), max(end for _, end in joined)


class _Builder:
    """Collects a derived view's characters with where each lies in the original."""

    def __init__(self, parent: View) -> None:
        self._parent = parent
        self._parts: list[str] = []
        self._length = 0
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")
        self._own: list[tuple[int, int]] = []
        self._span = (0, 0)
        self._origin = (0, 0)

    def words(self, start: int, end: int) -> None:
        if start < end:
            self._write(self._parent.text[start:end])
            starts, ends = self._parent.origins(start, end)
            self._starts.extend(starts)
            self._ends.extend(ends)

    def stretch(self, stretch: Stretch) -> None:
        """Write what a stretch says, in its own plain form."""
        plain = normalize.normalise(stretch.text)
        length = len(plain.text)
        if not length:
            return
        self._own.append((self._length, self._length + length))
        self._write(plain.text)
        if stretch.places is None:
            self._place(stretch.start, stretch.end, length)
            return
        starts, ends = self._parent.origins(stretch.start, stretch.end)
        for start, end in _places(stretch.places, plain):
            if end - start == 1:  # nearly all are; the rest may span what is out of order
                self._starts.append(starts[start - stretch.start])
                self._ends.append(ends[start - stretch.start])
            else:
                self._place(start, end)

    def line_end(self, end: int) -> None:
        self._write("\n")
        self._place(end - 1, end)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _place(self, start: int, end: int, count: int = 1) -> None:
        """Let the next `count` characters lie where `start` to `end` of the parent does.

        Neighbours often share a wide stretch, whose bounds are then looked up once.
        """
        if self._span != (start, end):
            self._span = start, end
            self._origin = self._parent.original_span(start, end)
        self._starts.extend(repeat(self._origin[0], count))
        self._ends.extend(repeat(self._origin[1], count))

    def view(self, name: str) -> DerivedView:
        return DerivedView(name, "".join(self._parts), self._starts, self._ends, self._own)

"""HTML and XML as text: what is shown, then what hides in attributes, comments and scripts.

One pass from the first `<` to the last, in linear time, that never fails: no entity is
expanded but the characters of HTML, and nothing is fetched.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from companion.attachments import Unread
from companion.documents.reading import Reading

_INLINE: Final = frozenset(
    str.split(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp "
        "small span strike strong sub sup time tt u var wbr tspan"
    )
)
"""Elements that do not end a word or line."""
_ATTRIBUTE: Final = re.compile(
    r"(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
_SILENT: Final = re.compile(
    r"(?:xmlns.*|class|id|style|rel|lang|xml:.*|width|height|d|points|transform|fill|viewbox"
    r"|stroke.*|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|charset|http-equiv|colspan|rowspan|tabindex|role"
    r"|aria-hidden|rdf:.*|x:xmptk)",
    re.IGNORECASE,
)
"""Attributes that say how something looks."""
_DATA: Final = re.compile(r"data:([\w/+.-]*+)[\w;=.-]*+,[\w%+/=\s.-]{100,}+")
_NAME: Final = re.compile(r"/?([A-Za-z_][\w:.-]*)")
_TAG: Final = re.compile(r"<[A-Za-z_/!?]")
_COMMENT: Final = "<!--"
_CDATA: Final = "<![CDATA["
_BLANK: Final = re.compile(r"[ \t]*\n\s*|[ \t]{2,}")
_MARKER: Final = re.compile(
    r"(?:[\w.:-]*?[:.])?\{?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?"
    r"|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?",
    re.IGNORECASE,
)
"""A UUID or the moment of a change, which says nothing by itself."""
_SIZE: Final = re.compile(r"[\d.,-]{0,5}(?:%|px|r?em|pt)?")


def read_html(text: str, reading: Reading) -> None:
    """Read a page of HTML."""
    _Markup(reading, labels=False).read(text)


def read_xml(text: str, reading: Reading) -> None:
    """Read an XML document; each text stands behind the name of its element."""
    _Markup(reading, labels=True).read(text)


class _Markup:
    def __init__(self, reading: Reading, *, labels: bool) -> None:
        self._reading = reading
        self._labels = labels
        self._line: list[str] = []
        self._hidden: list[str] = []
        self._label = ""
        self._raw = ""

    def read(self, text: str) -> None:
        place = 0
        while (start := text.find("<", place)) >= 0:
            self._text(text[place:start])
            place = self._markup(text, start)
        self._text(text[place:])
        self._end_line()
        for hidden in dict.fromkeys(self._hidden):
            self._reading.line(hidden)

    def _markup(self, text: str, start: int) -> int:
        """Read the tag, comment or lone `<` at `start`; return where it ends."""
        if text.startswith(_COMMENT, start):
            return self._until(text, start + len(_COMMENT), "-->", hide=True)
        if text.startswith(_CDATA, start):
            return self._until(text, start + len(_CDATA), "]]>", hide=False)
        if not _TAG.match(text, start):
            self._line.append("<")
            return start + 1
        end = text.find(">", start)
        if end < 0:
            self._line.append(text[start:])
            return len(text)
        self._tag(text[start + 1 : end])
        return end + 1

    def _until(self, text: str, start: int, mark: str, *, hide: bool) -> int:
        end = text.find(mark, start)
        end = len(text) if end < 0 else end
        if hide:
            self._hide(text[start:end])
        else:
            self._line.append(text[start:end])
        return min(len(text), end + len(mark))

    def _tag(self, tag: str) -> None:
        found = _NAME.match(tag)
        name = found[1].lower() if found else ""
        opens = found is not None and tag[0] != "/"
        if name not in _INLINE or self._labels:
            self._end_line()
        if name in ("script", "style"):
            self._raw = name if opens and not tag.endswith("/") else ""
        if self._labels:
            self._label = found[1].rpartition(":")[2] if found and opens else ""
        if opens:
            self._attributes(tag)
        elif not found and not tag.startswith(("?xml ", "?xpacket", "?mso-")):
            self._hide(tag.strip("?![]- "))

    def _attributes(self, tag: str) -> None:
        for name, double, single, bare in _ATTRIBUTE.findall(tag):
            if not _SILENT.fullmatch(name):
                value = unescape(double or single or bare).strip()
                if not _MARKER.fullmatch(value) and not _SIZE.fullmatch(value):
                    self._hide(f"{name}: {value}" if self._labels else value)

    def _text(self, text: str) -> None:
        if self._raw == "script":
            self._hide(text)
        elif not self._raw and text:
            self._line.append(unescape(text))

    def _hide(self, text: str) -> None:
        text = self._without_data(text).strip()
        if len(text) > 1:
            self._hidden.append(text)

    def _without_data(self, text: str) -> str:
        """Return a text without the files in `data:` addresses; only pictures may be ignored."""
        for kind in _DATA.findall(text):
            if not kind.startswith(("image/", "font/", "application/font")):
                self._reading.spoil(Unread.EMBEDDED)
        return _DATA.sub("", text)

    def _end_line(self) -> None:
        text = _BLANK.sub(" ", self._without_data("".join(self._line))).strip()
        self._line.clear()
        label, self._label = self._label, ""
        if text and not (self._labels and _MARKER.fullmatch(text)):
            self._reading.line(f"{label}: {text}" if label else text)

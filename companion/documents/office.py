"""Documents that are a ZIP archive of XML: Word, PowerPoint, Excel, OpenDocument and EPUB.

Every part with text is read, also what a reader of the document does not see at once:
comments, notes, headers, deleted text that is still tracked, fields, properties, hidden
slides and sheets, addresses of links (ISO/IEC 29500, OASIS OpenDocument 1.3).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final
from xml.sax.handler import ContentHandler, feature_external_ges, feature_namespaces
from xml.sax.xmlreader import AttributesImpl

from defusedxml.sax import make_parser

from companion.attachments import Unread
from companion.documents import markup, plain
from companion.documents.reading import Reading, UnreadableError

MOST_PARTS: Final = 5_000
_LARGE: Final = 1_000_000
_CHUNK: Final = 65_536

_SHOWS_NO_TEXT: Final = re.compile(
    r"(?:word|xl|ppt)/(?:.*/)?(?:theme/.*|(?:styles|stylesWithEffects|fontTable|webSettings"
    r"|numbering|calcChain|tableStyles|viewProps|presProps|metadata)\.xml)"
    r"|META-INF/.*|settings\.xml|Configurations2/.*|Thumbnails/.*|ObjectReplacements/.*"
    r"|\[Content_Types\]\.xml|mimetype|(?:.*/)?printerSettings/.*|docProps/thumbnail\..*"
    r"|.*\.(?:css|otf|ttf|odttf|woff2?|js|rdf|sig|psmdcp)",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(
    r".*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svm|ico|webp|heic|wdp|svg|mp[34g]|m4[av]|wav|avi|mov)",
    re.IGNORECASE,
)
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STRINGS: Final = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
_PROPERTIES: Final = re.compile(r"docProps/[^/]+\.xml|meta\.xml", re.IGNORECASE)
_MAIN: Final = re.compile(
    r"word/document\d*\.xml|ppt/slides/[^/]+|xl/workbook\.xml|content\.xml|.*\.x?html?",
    re.IGNORECASE,
)
_PATTERN: Final = re.compile(r"ppt/(?:slideMasters|slideLayouts|\w+Masters)/.*", re.IGNORECASE)
"""What slides are made after: a dozen times the same lines."""
_FREE: Final = ("customXml/", "xl/pivotCache/", "Basic/")
"""Parts whose attributes hold values."""
_NUMBER: Final = re.compile(r"\d+")

_LINES: Final = frozenset(("p", "h", "comment", "cmauthor", "li", "sheet", "definedname", "text"))
_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "line-break": "\n", "s": " "}
_TAB_STOPS: Final = (["tabs"], ["tablst"])
"""What holds the tabs of a paragraph's layout, which are no characters."""
_CELLS: Final = frozenset(("tc", "table-cell"))
_ROWS: Final = frozenset(("tr", "table-row"))
_ASIDE: Final = frozenset(("deltext", "instrtext", "delinstrtext"))
"""Deleted text and field codes: beside the paragraph, so that they join no words of it."""
_SPACED: Final = frozenset(("p", "h", "span", "a"))
"""Elements of OpenDocument in which space alone is text."""
_NO_WORDS: Final = frozenset(
    str.split("posoffset align pctwidth pctheight pctposhoffset pctposvoffset ext")
)
_TELLING: Final = frozenset(
    str.split(
        "creator descr title alt tooltip string-value href userid displayname "
        "prompt error prompttitle errortitle lastmodifiedby"
    )
)
"""Attributes that people write."""
_TELLING_ALL: Final = frozenset(("docvar", "cmauthor", "sheet", "tablecolumn", "definedname"))
"""Elements whose attributes all count."""
_DULL: Final = frozenset(
    str.split(
        "totaltime pages words characters application docsecurity lines paragraphs scalecrop "
        "shareddoc linksuptodate hyperlinkschanged appversion characterswithspaces revision i4 "
        "created modified lastprinted slides notes hiddenslides mmclips presentationformat "
        "template generator date creation-date editing-cycles editing-duration print-date"
    )
)
"""Properties that programs write, about sizes and times."""


def read(data: bytes, reading: Reading) -> None:
    """Read a ZIP archive if it is a document.

    Raises:
        UnreadableError: It is an archive of anything else, or damaged, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _Package(archive, reading).read()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnreadableError(Unread.DAMAGED) from error


class _Package:
    def __init__(self, archive: zipfile.ZipFile, reading: Reading) -> None:
        self._archive = archive
        self._reading = reading
        self._parts = [each for each in archive.infolist() if not each.is_dir()]
        self._names = {each.filename for each in self._parts}
        self._strings: list[str] = []

    def read(self) -> None:
        self._reading.recognised(self._kind())
        if len(self._parts) > MOST_PARTS:
            raise UnreadableError(Unread.TOO_LARGE)
        locked = any(each.flag_bits & 1 for each in self._parts)
        if locked or b"encryption-data" in self._optional("META-INF/manifest.xml"):
            raise UnreadableError(Unread.ENCRYPTED)
        for part in self._parts:
            if _STRINGS.fullmatch(part.filename):
                self._strings = _shared(self._content(part), self._reading)
        for part in sorted(self._parts, key=_order):
            self._part(part)
        if not self._reading.characters and any(map(_PICTURE.fullmatch, self._names)):
            self._reading.spoil(Unread.PICTURE)

    def _kind(self) -> str:
        """Return which kind of document it is.

        Raises:
            UnreadableError: None that is read.
        """
        mimetype = self._optional("mimetype").strip()
        if mimetype.startswith(b"application/vnd.oasis.opendocument."):
            return "opendocument"
        if mimetype == b"application/epub+zip":
            return "epub"
        if "[Content_Types].xml" not in self._names:
            raise UnreadableError(Unread.ARCHIVE, "zip")
        folders = {name.partition("/")[0] for name in self._names}
        for folder, kind in (("word", "docx"), ("ppt", "pptx"), ("xl", "xlsx")):
            if folder in folders:
                return kind
        raise UnreadableError(Unread.FORMAT, "zip")

    def _optional(self, name: str) -> bytes:
        return self._content(self._archive.getinfo(name)) if name in self._names else b""

    def _content(self, part: zipfile.ZipInfo) -> bytes:
        """Return a part's bytes, unpacked no further than the bounds allow."""
        size, limits = part.file_size, self._reading.limits
        if size > limits.unpacked or size > max(_LARGE, limits.ratio * part.compress_size):
            raise UnreadableError(Unread.TOO_LARGE)
        pieces = []
        with self._archive.open(part) as stream:
            while piece := stream.read(_CHUNK):
                self._reading.unpacked(len(piece))
                pieces.append(piece)
        return b"".join(pieces)

    def _part(self, part: zipfile.ZipInfo) -> None:
        name = part.filename
        ending = name.rpartition(".")[2].lower()
        if _SHOWS_NO_TEXT.fullmatch(name) or _PICTURE.fullmatch(name) or _STRINGS.fullmatch(name):
            return
        if ending == "rels":
            _links(self._content(part), self._reading)
        elif _SHEET.fullmatch(name):
            _parse(self._content(part), _Sheet(self._reading, self._strings))
        elif _PROPERTIES.fullmatch(name):
            _parse(self._content(part), _Properties(self._reading))
        elif ending in ("html", "htm", "xhtml"):
            markup.read_html(plain.decode(self._content(part)), self._reading)
        elif ending in ("vml", "opf", "ncx") or name.startswith(_FREE):
            markup.read_xml(plain.decode(self._content(part)), self._reading)
        elif ending == "xml":
            _parse(self._content(part), _Words(self._reading, once=bool(_PATTERN.fullmatch(name))))
        elif ending in ("bin", "dat") and "mimetype" in self._names:
            self._reading.spoil(Unread.EMBEDDED)
        else:
            self._reading.inside(name.rpartition("/")[2], self._content(part))


def _order(part: zipfile.ZipInfo) -> tuple[bool, list[int | str], str]:
    """The body comes first, and its parts in the order of their numbers."""
    name = part.filename
    numbers: list[int | str] = [int(each) for each in _NUMBER.findall(name)]
    return not _MAIN.fullmatch(name), numbers if _MAIN.fullmatch(name) else [], name


def _parse(data: bytes, handler: ContentHandler) -> None:
    """Parse XML without entities of its own and without anything fetched.

    Raises:
        FullError: It holds more text than is judged.
        Exception: It is not well-formed, or has a document type.
    """
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, 0)
    parser.setFeature(feature_external_ges, 0)
    parser.setContentHandler(handler)
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
    parser.close()


def _links(data: bytes, reading: Reading) -> None:
    """Read the addresses outside the document that a part refers to."""

    class Links(ContentHandler):
        def startElement(self, _: str, attributes: AttributesImpl) -> None:  # noqa: N802
            if attributes.get("TargetMode") == "External":
                reading.once(attributes.get("Target", ""))

    _parse(data, Links())


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


class _Words(ContentHandler):
    """Reads the characters of a part: a line for each paragraph, what hides after it."""

    def __init__(self, reading: Reading, *, once: bool = False) -> None:
        super().__init__()
        self._reading = reading
        self._add = reading.once if once else reading.line
        self._line: list[str] = []
        self._aside: list[str] = []
        self._open: list[str] = []
        self._opendocument = False

    def startElement(self, name: str, attributes: AttributesImpl) -> None:  # noqa: N802
        local = _local(name)
        self._open.append(local)
        self._opendocument = self._opendocument or name.startswith("text:")
        if local in _BREAKS and self._open[-2:-1] not in _TAB_STOPS:
            self._line.append(_BREAKS[local])
        for key in attributes.getNames():
            if _local(key) == "author":
                self._aside.append(f"A note by {attributes[key]}.")
            elif _local(key) in _TELLING or local in _TELLING_ALL:
                self._aside.append(attributes[key])

    def characters(self, content: str) -> None:
        local = self._open[-1] if self._open else ""
        if local in _ASIDE:
            self._aside.append(content)
        elif local not in _NO_WORDS and (self._keeps(local) or not content.isspace()):
            self._line.append(content)

    def _keeps(self, local: str) -> bool:
        """Whether space alone is text in an element, and no layout of the XML."""
        return local == "t" or (self._opendocument and local in _SPACED)

    def endElement(self, name: str) -> None:  # noqa: N802
        local = _local(name)
        if self._open:
            self._open.pop()
        if local in _CELLS:
            self._line.append("\t")
        elif local in _ROWS or (local in _LINES and _CELLS.isdisjoint(self._open)):
            self._end_line()
        elif local in _LINES:
            self._line.append(" ")

    def endDocument(self) -> None:  # noqa: N802
        self._end_line()

    def _end_line(self) -> None:
        line, aside = "".join(self._line), tuple(self._aside)
        self._line.clear()
        self._aside.clear()
        self._add(line)
        for text in aside:
            self._reading.once(text)


class _Properties(_Words):
    """Reads a document's properties, each behind its name."""

    def characters(self, content: str) -> None:
        local = self._open[-1] if self._open else ""
        if local not in _DULL:
            self._line.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        text = "".join(self._line).strip()
        local = _local(name)
        self._open.pop()
        self._line.clear()
        if text:
            self._reading.told(local, text)


def _shared(data: bytes, reading: Reading) -> list[str]:
    """Return the strings that the cells of a workbook share, by their number."""
    strings: list[str] = []
    size = 0

    class Strings(ContentHandler):
        line: list[str]
        within = False

        def startElement(self, name: str, _: AttributesImpl) -> None:  # noqa: N802
            if _local(name) == "si":
                self.line = []
            self.within = _local(name) == "t"

        def characters(self, content: str) -> None:
            nonlocal size
            if self.within:
                self.line.append(content)
                size += len(content)
                if size > reading.limits.unpacked:
                    raise UnreadableError(Unread.TOO_LARGE)

        def endElement(self, name: str) -> None:  # noqa: N802
            self.within = False
            if _local(name) == "si":
                strings.append("".join(self.line))

    _parse(data, Strings())
    return strings


class _Sheet(ContentHandler):
    """Reads a worksheet: a line for each row, tabs between its cells, formulas after it."""

    def __init__(self, reading: Reading, strings: list[str]) -> None:
        super().__init__()
        self._reading = reading
        self._strings = strings
        self._row: list[str] = []
        self._formulas: list[str] = []
        self._value: list[str] = []
        self._type = ""

    def startElement(self, name: str, attributes: AttributesImpl) -> None:  # noqa: N802
        local = _local(name)
        if local == "c":
            self._type = attributes.get("t", "n")
        elif local in ("v", "f", "is"):
            self._value.clear()
        for key in attributes.getNames():
            if _local(key) in _TELLING:
                self._formulas.append(attributes[key])

    def characters(self, content: str) -> None:
        self._value.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        local = _local(name)
        if local in ("t", "r", "rpr"):
            return
        value = "".join(self._value).strip()
        self._value.clear()
        if local == "v" and self._type == "s":
            value = self._shared(value)
        if local in ("v", "is"):
            self._row.append(value)
        elif local == "row":
            self._end_row()
        elif value:
            self._formulas.append(value)

    def endDocument(self) -> None:  # noqa: N802
        self._end_row()

    def _shared(self, number: str) -> str:
        place = int(number) if number.isdecimal() else -1
        return self._strings[place] if 0 <= place < len(self._strings) else number

    def _end_row(self) -> None:
        self._reading.line("\t".join(self._row))
        for formula in dict.fromkeys(self._formulas):
            self._reading.line(formula)
        self._row.clear()
        self._formulas.clear()

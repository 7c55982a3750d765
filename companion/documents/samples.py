"""Small files of all formats, read once at a start so that every reader is loaded."""

from __future__ import annotations

import codecs
import contextlib
import encodings
import importlib
import io
import pkgutil
import zipfile
from collections.abc import Iterator
from typing import Final

_PDF: Final = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>
endobj
4 0 obj<</Length 26>>stream
BT /F 9 Tf (caf\xe9 one) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
trailer<</Root 1 0 R/Info<</Title(a sample)>>>>
startxref
0
%%EOF
"""
_MAIL: Final = b"""Subject: =?iso-8859-1?q?caf=E9?= =?utf-8?b?Y2Fm?=
MIME-Version: 1.0
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<p title=3D"a">caf=E9
"""
_PARTS: Final = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w:document xmlns:w='w'><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>",
    "word/_rels/document.xml.rels": b"<R><r TargetMode='External' Target='a'/></R>",
    "docProps/core.xml": b"<c><d>a</d></c>",
    "customXml/item1.xml": b"<?xml version='1.0' encoding='utf-8'?><a b='c'>&amp;</a>",
}


def samples() -> Iterator[tuple[str, bytes]]:
    """Yield a name and a file for each way of reading, and load every encoding.

    The headers of a message, an XML declaration or a font may name any of them.
    """
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError, ImportError):  # those of another system
            codecs.lookup(module.name)
            importlib.import_module(f"encodings.{module.name}")
    yield "a.pdf", _PDF
    yield "a.eml", _MAIL
    yield "a.txt", "Größe und Gewicht, süße Äpfel".encode("cp1252")
    yield "a.ipynb", b'{"cells": [{"source": ["a"]}]}'
    yield "a.html", b"<html><p>&eacute;"
    yield "a.docx", _packed(_PARTS)


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()

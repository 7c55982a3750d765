"""Real files of the formats that the companion reads, made by hand so that each byte is known."""

import io
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f'xmlns:w="{WORD}"'
CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def archive(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(run if run[:1] == "<" else words(run) for run in runs) + "</w:p>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def docx(*paragraphs: str, **more: str | bytes) -> bytes:
    """Make a Word document; further parts have `__` for `/` and `_DOT_` for `.` in names."""
    body = "".join(each if each[:1] == "<" else paragraph(each) for each in paragraphs)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    for name, content in more.items():
        parts[name.replace("__", "/").replace("_DOT_", ".")] = content
    return archive(parts)


def word_part(element: str, inner: str) -> str:
    return f"<w:{element} {_W}>{inner}</w:{element}>"


def xlsx(rows: list[list[str | int]], **more: str | bytes) -> bytes:
    """Make a workbook; texts are shared strings, as Excel writes them."""
    strings: list[str] = []
    lines = []
    for row in rows:
        cells = []
        for value in row:
            if isinstance(value, int):
                cells.append(f"<c><v>{value}</v></c>")
            else:
                cells.append(f'<c t="s"><v>{len(strings)}</v></c>')
                strings.append(f"<si><t>{escaped(value)}</t></si>")
        lines.append(f"<row>{''.join(cells)}</row>")
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "xl/workbook.xml": '<workbook><sheets><sheet name="Payroll"/></sheets></workbook>',
        "xl/sharedStrings.xml": f"<sst>{''.join(strings)}</sst>",
        "xl/worksheets/sheet1.xml": f"<x><sheetData>{''.join(lines)}</sheetData></x>",
    }
    for name, content in more.items():
        parts[name.replace("__", "/").replace("_DOT_", ".")] = content
    return archive(parts)


def pdf(
    *pages: str | bytes,
    info: str = "",
    annotation: str = "",
    resources: str = "",
    fonts: str = "",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """Make a PDF with one font and Flate streams (ISO 32000-2, 7.5).

    Args:
        pages: Of each its text, or its content stream.
        info: Entries of the document information dictionary.
        annotation: A dictionary's entries, on the first page.
        resources: More entries of each page's resources.
        fonts: More entries of each page's fonts.
        more: Further objects, from number `3 + 2 * len(pages)` on.
    """
    objects: list[bytes] = []
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode())
    for number, page in enumerate(pages):
        notes = f"/Annots[<</Type/Annot {annotation}>>]" if annotation and not number else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * number} 0 R"
            f"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            f"/Encoding/WinAnsiEncoding>>{fonts}>>{resources}>>{notes}>>".encode()
        )
        objects.append(stream(page if isinstance(page, bytes) else shown(page)))
    objects += more
    return _assembled(objects, info)


def shown(text: str) -> bytes:
    """Return a content stream that shows lines of text."""
    lines = b"".join(
        b"(" + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(") + b") Tj T* "
        for line in text.replace(")", "\\)").splitlines()
    )
    return b"BT /F1 11 Tf 14 TL 50 800 Td " + lines + b"ET" if lines else b""


def stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    head = f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>stream\n".encode()
    return head + packed + b"\nendstream"


def _assembled(objects: list[bytes], info: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    if info:
        objects = [*objects, f"<<{info}>>".encode()]
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    named = b"/Info %d 0 R" % len(objects) if info else b""
    out += b"trailer<</Size %d/Root 1 0 R%b>>\n" % (len(objects) + 1, named)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1000/Height 1400/ColorSpace/DeviceGray"
    b"/BitsPerComponent 1/Length 1>>stream\n0\nendstream"
)
"""An image that fills a page, as a scanner makes it."""

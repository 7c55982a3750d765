"""Office documents are read whole: Word, Excel, PowerPoint, OpenDocument and books."""

import io
import time
import zipfile

import made_files as made
import pytest
from read_files import NAME, read, whole

from companion.attachments import Unread
from companion.documents import Extraction, Limits


def test_a_word_document_is_read_in_paragraphs_with_words_whole():
    data = made.docx(
        made.paragraph("Dear An", "na Ber", "ger,"),
        "we met on Monday.",
        made.paragraph("one", "<w:r><w:tab/></w:r>", "two", "<w:r><w:br/></w:r>", "three"),
    )
    found = read(data, "letter.docx")
    assert found == Extraction(
        format="docx", text="Dear Anna Berger,\nwe met on Monday.\none\ttwo\nthree"
    )


HIDING = {
    "a comment": {
        "word__comments_DOT_xml": made.word_part(
            "comments", f'<w:comment w:author="A">{made.paragraph(NAME)}</w:comment>'
        )
    },
    "a comment's author": {
        "word__comments_DOT_xml": made.word_part("comments", f'<w:comment w:author="{NAME}"/>')
    },
    "a header": {"word__header1_DOT_xml": made.word_part("hdr", made.paragraph(NAME))},
    "a footnote": {"word__footnotes_DOT_xml": made.word_part("footnotes", made.paragraph(NAME))},
    "a core property": {
        "docProps__core_DOT_xml": f"<p xmlns:d='b'><d:creator>{NAME}</d:creator></p>"
    },
    "a custom property": {
        "docProps__custom_DOT_xml": f"<P><property name='x'><lpwstr>{NAME}</lpwstr></property></P>"
    },
    "custom XML": {"customXml__item1_DOT_xml": f"<a patient='{NAME}'/>"},
    "a link's address": {
        "word___rels__document_DOT_xml_DOT_rels": (
            f'<R><Relationship Target="https://x.example/{NAME}" TargetMode="External"/></R>'
        )
    },
    "a document variable": {
        "word__settings_DOT_xml": made.word_part(
            "settings", f'<w:docVars><w:docVar w:name="x" w:val="{NAME}"/></w:docVars>'
        )
    },
    "a document inside": {"word__embeddings__inner_DOT_docx": made.docx(NAME)},
    "a workbook inside": {"word__embeddings__inner_DOT_xlsx": made.xlsx([[NAME]])},
}


@pytest.mark.parametrize("parts", HIDING.values(), ids=HIDING)
def test_what_hides_in_a_word_document_is_read(parts):
    text = whole(made.docx("Nothing to see.", **parts), "a.docx")
    assert "Nothing to see." in text
    assert NAME in text


def test_deleted_hidden_and_field_text_is_read_and_joins_no_words():
    data = made.docx(
        made.paragraph(
            "The patient ",
            f'<w:del w:author="x"><w:r><w:delText>{NAME}</w:delText></w:r></w:del>',
            "<w:ins><w:r><w:t>A. Smith</w:t></w:r></w:ins>",
            " agreed",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t> not</w:t></w:r>",
            '<w:r><w:instrText>HYPERLINK "mailto:ann@x.example"</w:instrText></w:r>',
        ),
        "End.",
    )
    assert whole(data, "a.docx").splitlines() == [
        "The patient A. Smith agreed not",
        "A note by x.",
        NAME,
        'HYPERLINK "mailto:ann@x.example"',
        "End.",
    ]


def test_a_table_in_a_document_is_read_row_by_row():
    cell = "<w:tc>{}</w:tc>"
    rows = [("Name", "IBAN"), (NAME, "DE89 3704 0044 0532 0130 00")]
    table = "".join(
        "<w:tr>" + "".join(cell.format(made.paragraph(each)) for each in row) + "</w:tr>"
        for row in rows
    )
    text = whole(made.docx(f"<w:tbl>{table}</w:tbl>"), "a.docx")
    assert [line.split() for line in text.splitlines()] == [
        [word for each in row for word in each.split()] for row in rows
    ]


def test_a_workbook_is_read_row_by_row_with_its_sheets_and_comments():
    data = made.xlsx(
        [["Name", "Salary"], [NAME, 83_000]],
        xl__comments1_DOT_xml="<comments><authors><author>Ann Lee</author></authors></comments>",
    )
    found = read(data, "a.xlsx")
    assert found.format == "xlsx"
    assert f"{NAME}\t83000" in found.text
    for hidden in ("Payroll", "Ann Lee"):
        assert hidden in found.text


def test_cells_with_text_of_their_own_and_formulas_are_read():
    sheet = (
        '<worksheet><sheetData><row><c t="inlineStr"><is><r><t>An</t></r><r><t>na</t></r></is></c>'
        '<c t="str"><f>VLOOKUP("Ann Lee",A1,2)</f><v>found</v></c><c t="s"><v>99</v></c></row>'
        "</sheetData><headerFooter><oddHeader>Secret plan</oddHeader></headerFooter></worksheet>"
    )
    text = whole(made.xlsx([], xl__worksheets__sheet2_DOT_xml=sheet), "a.xlsx")
    assert "Anna\tfound\t99" in text
    assert 'VLOOKUP("Ann Lee",A1,2)' in text
    assert "Secret plan" in text


def test_slides_are_read_in_order_with_their_notes():
    slide = "<p:sld xmlns:a='a' xmlns:p='p'><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sld>"
    parts = {
        "[Content_Types].xml": made.CONTENT_TYPES,
        "ppt/notesSlides/notesSlide1.xml": slide.format(NAME),
        "ppt/slides/slide10.xml": slide.format("tenth"),
        "ppt/slides/slide2.xml": slide.format("second"),
    }
    found = read(made.archive(parts), "a.pptx")
    assert (found.format, found.text) == ("pptx", f"second\ntenth\n{NAME}")


def test_an_opendocument_text_is_read_with_its_properties():
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<o xmlns:text='t'><text:p>An<text:span>na</text:span> "
        "<text:span>Berger</text:span></text:p></o>",
        "meta.xml": f"<m xmlns:dc='d'><dc:creator>{NAME}</dc:creator></m>",
    }
    found = read(made.archive(parts), "a.odt")
    assert (found.format, found.text) == ("opendocument", f"Anna Berger\nWritten by {NAME}.")


def test_a_book_is_read():
    parts = {
        "mimetype": "application/epub+zip",
        "c1.xhtml": f"<html><p>Once upon a time {NAME} said</p></html>",
    }
    found = read(made.archive(parts), "a.epub")
    assert found.format == "epub"
    assert NAME in found.text


def test_a_part_that_is_no_text_makes_a_document_unread_in_part():
    for name in ("word__vbaProject_DOT_bin", "word__embeddings__oleObject1_DOT_bin"):
        found = read(made.docx("Hello", **{name: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)}))
        assert (found.text.splitlines()[0], found.unread) == ("Hello", Unread.EMBEDDED)


def test_pictures_beside_text_are_not_read_and_pictures_alone_are_said():
    picture = {"word__media__image1_DOT_png": b"\x89PNG\r\n\x1a\n" + bytes(99)}
    assert read(made.docx("Hello", **picture)).unread is None
    assert read(made.docx(**picture)).unread is Unread.PICTURE


@pytest.mark.parametrize(
    "declared",
    ["<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", "<!DOCTYPE x SYSTEM 'http://a/'>"],
)
def test_a_document_with_entities_of_its_own_is_not_parsed(declared):
    data = made.archive(
        {
            "[Content_Types].xml": made.CONTENT_TYPES,
            "word/document.xml": f"{declared}<x>&e;</x>",
        }
    )
    assert read(data, "a.docx") == Extraction(format="docx", unread=Unread.DAMAGED)


def test_what_unpacks_to_too_much_is_not_unpacked():
    started = time.perf_counter()
    zeros = made.docx(word__big_DOT_xml=b"<a>" + bytes(60_000_000) + b"</a>")
    assert read(zeros).unread is Unread.TOO_LARGE
    many = made.docx(
        **{f"word__p{n}_DOT_xml": b"<a>" + b"xyz " * 300_000 + b"</a>" for n in range(60)}
    )
    assert read(many, limits=Limits(characters=10**9)).unread is Unread.TOO_LARGE
    assert time.perf_counter() - started < 10


def test_a_size_that_is_a_lie_does_not_help():
    data = bytearray(made.docx(word__a_DOT_xml=b"<a>" + b"y" * 3_000_000 + b"</a>"))
    entry = data.rindex(b"word/a.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert read(bytes(data)).unread in (Unread.DAMAGED, Unread.TOO_LARGE)


def test_a_document_with_two_bodies_gives_both():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", made.CONTENT_TYPES)
        packed.writestr("word/document.xml", made.word_part("p", made.words("harmless")))
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("word/document.xml", made.word_part("p", made.words(NAME)))
    text = whole(out.getvalue())
    assert "harmless" in text
    assert NAME in text

"""Files are read whole, what hides in them included; what cannot be read says why."""

import io
import json
import logging
import time
import zipfile
from pathlib import Path

import made_files as made
import pytest
from core_cases import CANARY
from pypdf import PdfReader, PdfWriter
from test_boundaries import EFFECTFUL, imported

from companion import documents
from companion.attachments import Unread
from companion.documents import Extraction, Limits, extract

LIMITS = Limits(characters=100_000)
NAME = "Zebulon Quandary"


def read(data: bytes, name: str = "file", media_type: str = "", limits=LIMITS) -> Extraction:
    return extract(name, media_type, data, limits)


def whole(data: bytes, name: str = "file", media_type: str = "") -> str:
    found = read(data, name, media_type)
    assert found.unread is None
    return found.text


# --- text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso8859-15"],
)
def test_text_is_read_in_any_usual_encoding(encoding):
    text = "Name;Straße\nMüller, Jürgen;Gartenstraße 5, 80331 München\n" * 20
    assert "Müller, Jürgen;Gartenstraße 5" in whole(text.encode(encoding), "list.csv")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Договор с Иваном Петровым о поставке оборудования и услуг. " * 10),
        ("shift_jis", "患者の山田太郎さんは来週の月曜日に検査を受けます。" * 10),
        ("euc_kr", "환자 김철수는 다음 주 월요일에 검사를 받을 예정입니다. " * 10),
        ("gb18030", "患者王小明下周一接受检查，请不要告诉任何人这件事情。" * 10),
        ("iso2022_jp", "患者の山田太郎さんは来週の月曜日に検査を受けます。" * 10),
    ],
)
def test_text_in_a_legacy_encoding_of_another_script_is_read(encoding, text):
    assert text[:15] in whole(text.encode(encoding), "notes.txt")


def test_a_csv_in_utf_16_is_read_as_the_table_it_is():
    table = "name,iban\nAnna Berger,DE89370400440532013000\n"
    found = read(table.encode("utf-16"), "export.csv", "text/csv")
    assert (found.format, found.text) == ("csv", table.strip())


def test_one_wrong_byte_does_not_change_the_rest():
    text = ("Grüße aus Köln, schöne Größe, süße Äpfel. " * 30).encode() + b"\xff" + b" and so on"
    assert "Grüße aus Köln" in whole(text)


def test_source_code_is_read_as_it_is():
    code = "def main():\n    token = 'hunter2'\n    return token\n"
    assert whole(code.encode(), "main.py", "text/x-python") == code.strip()


def test_escapes_in_json_are_the_characters_that_they_stand_for():
    data = {"name": "Jürgen Müller 😀", "path": "a\\u00e9"}
    assert "Jürgen Müller 😀" in whole(json.dumps(data).encode(), "a.json")


def test_half_a_surrogate_pair_in_json_stays_an_escape():
    assert whole(b'{"a": "\\ud83d x \\ude00 \\ud83d\\u0041"}', "a.json").isascii()


def test_a_notebook_gives_its_cells_and_what_they_printed_but_no_picture():
    notebook = {
        "cells": [
            {
                "cell_type": "code",
                "source": ["x = load()\n", "print(x)"],
                "outputs": [
                    {"text": [f"{NAME}\n"]},
                    {"data": {"image/png": "iVBORw0KGgo" * 50, "text/plain": ["<Figure>"]}},
                ],
            }
        ],
        "metadata": {"authors": [{"name": "Ann Hidden"}]},
    }
    text = whole(json.dumps(notebook).encode(), "a.ipynb")
    assert "x = load()\nprint(x)" in text
    assert NAME in text
    assert "Ann Hidden" in text
    assert "iVBOR" not in text


def test_deep_json_is_no_fault():
    assert whole(b"[" * 100_000, "a.json")
    assert whole(b"[" * 100_000, "a.ipynb")


# --- markup ----------------------------------------------------------------------------------


def test_html_gives_its_text_with_words_whole_and_what_hides_after_it():
    page = f"""<!doctype html><html><head><title>Plan</title><style>p {{color: red}}</style>
    <script>const owner = "{NAME}";</script></head><body class="x">
    <p>Anna <b>Ber</b>ger&nbsp;&amp; Sons</p><!-- call +49 170 1234567 -->
    <img alt="Scan of Ann's passport" src="https://intern.example/a.png"><input value="4711 0815">
    </body></html>"""
    text = whole(page.encode(), "page.html")
    assert "Anna Berger\xa0& Sons" in text
    for hidden in (NAME, "+49 170 1234567", "Ann's passport", "intern.example", "4711 0815"):
        assert hidden in text
    assert "color" not in text


def test_xml_gives_each_text_behind_its_name():
    data = b"<?xml version='1.0'?><a><ssn>078-05-1120</ssn><b n='Ann Lee'><![CDATA[x < y]]></b></a>"
    text = whole(data, "a.xml")
    assert "ssn: 078-05-1120" in text
    assert "n: Ann Lee" in text
    assert "x < y" in text


def test_a_thousand_laughs_stay_one():
    bomb = '<!DOCTYPE z [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(10)
    )
    found = read((bomb + "]><z>&k;</z>").encode(), "laugh.xml", limits=Limits(characters=5_000))
    assert len(found.text) < 2_000


@pytest.mark.parametrize("unit", ["<", "<a", "<!--", "<![CDATA[", '<a b="', "<a b='x'", "&", "< "])
def test_broken_markup_is_read_in_linear_time(unit):
    started = time.perf_counter()
    for name in ("a.html", "a.xml"):
        read((unit * 300_000).encode(), name, limits=Limits(characters=2_000_000))
    assert time.perf_counter() - started < 5


def test_a_file_inside_a_page_is_said_to_be_unread():
    page = f'<html><a href="data:application/pdf;base64,{"QUJD" * 100}">x</a></html>'
    assert read(page.encode(), "a.html").unread is Unread.EMBEDDED
    picture = page.replace("application/pdf", "image/png")
    assert read(picture.encode(), "a.html").unread is None


# --- Word, Excel, PowerPoint, OpenDocument ---------------------------------------------------


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


# --- PDF ------------------------------------------------------------------------------------


def test_a_pdf_is_read_page_by_page():
    found = read(made.pdf("Dear Anna Berger,\nwe met.", "The second page."), "a.pdf")
    assert found.format == "pdf"
    assert found.unread is None
    assert found.text.splitlines() == ["Dear Anna Berger,", "we met.", "The second page."]


@pytest.mark.parametrize(
    "hiding",
    [
        {"info": f"/Author({NAME})"},
        {"info": f"/Custom({NAME})"},
        {"annotation": f"/Subtype/Text/Rect[0 0 9 9]/Contents({NAME})"},
        {"annotation": f"/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://x/{NAME})>>"},
        {"annotation": f"/Subtype/Widget/FT/Tx/T(field)/V({NAME})"},
        {"more": (f"<</Title({NAME})>>".encode(),)},
        {"more": (f"<</S/JavaScript/JS(x = '{NAME}')>>".encode(),)},
        {"more": (b"<</FT/Ch/Opt[(a)(" + NAME.encode() + b")]>>",)},
        {"more": (b"<</Alt<" + NAME.encode("utf-16").hex().encode() + b">>>",)},
        {
            "more": (
                made.stream(
                    f"<rdf><dc:creator>{NAME}</dc:creator></rdf>".encode(), "/Type/Metadata"
                ),
            )
        },
        {
            "more": (
                b"<</Type/Filespec/F(notes.txt)/EF<</F 6 0 R>>>>",
                made.stream(f"The patient is {NAME}.".encode()),
            )
        },
    ],
    ids=lambda hiding: str(*hiding)[:10],
)
def test_what_hides_in_a_pdf_is_read(hiding):
    text = whole(made.pdf("Nothing to see.", **hiding), "a.pdf")
    assert text.startswith("Nothing to see.")
    assert NAME in text


def test_a_file_inside_a_pdf_that_cannot_be_read_is_said():
    data = made.pdf(
        "Hello",
        more=(b"<</Type/Filespec/F(a.bin)/EF<</F 6 0 R>>>>", made.stream(bytes(range(256)) * 9)),
    )
    assert read(data).unread is Unread.EMBEDDED


def test_a_scanned_page_is_said_even_among_others():
    scanned = {"resources": "/XObject<</I 7 0 R>>", "more": (made.PICTURE,)}
    found = read(
        made.pdf("Some text that anyone can read, more than a stamp.", b"/I Do", **scanned)
    )
    assert found.unread is Unread.PICTURE
    assert found.text.startswith("Some text")
    stamped = read(made.pdf("Scanned with a phone", "x", **scanned))
    assert stamped.unread is Unread.PICTURE


def test_letters_that_are_drawn_are_a_picture():
    drawn = b"".join(b"%d 0 m 10 20 l 30 40 50 60 70 80 c f\n" % n for n in range(200))
    assert read(made.pdf(drawn)).unread is Unread.PICTURE
    assert read(made.pdf(b"0 0 m 9 9 l S")).unread is None


def test_a_font_that_names_no_letters_is_said():
    assert read(made.pdf(b"BT /F1 9 Tf 9 9 Td (\x01\x02\x03\x04\x05\x06) Tj ET")).unread in (
        Unread.GARBLED,
        Unread.PICTURE,
    )


def encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf("Dear Anna Berger"))))
    writer.encrypt(user, "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_asks_for_a_password_is_not_read_and_one_that_only_forbids_is():
    assert read(encrypted("secret")) == Extraction(format="pdf", unread=Unread.ENCRYPTED)
    assert "Dear Anna Berger" in whole(encrypted(""))


def test_a_pdf_with_too_many_pages_is_not_read():
    data = made.pdf(*["x"] * 30)
    assert read(data, limits=Limits(pages=29)).unread is Unread.TOO_LARGE


def test_a_stream_that_unpacks_to_too_much_ends_within_bounds():
    started = time.perf_counter()
    data = made.pdf(b" " * 90_000_000, "Dear Anna")
    assert read(data).unread in (Unread.DAMAGED, Unread.PICTURE, Unread.TOO_LARGE)
    assert time.perf_counter() - started < 8


# --- mail -----------------------------------------------------------------------------------

MAIL = f"""From: =?utf-8?q?J=C3=BCrgen?= <j@x.example>
To: {NAME} <z@x.example>
Subject: =?utf-8?b?R2VoYWx0?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

RGVhciBBbm5hIEJlcmdlcg==
--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="inner.txt"

The patient is Ann Lee.
--b--
"""


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
def test_a_message_is_decoded_with_its_headers_and_files(name):
    found = read(MAIL.encode(), name)
    assert found.format == "mail"
    for said in ("Jürgen", NAME, "Gehalt", "Dear Anna Berger", "inner.txt", "Ann Lee"):
        assert said in found.text


def test_messages_in_messages_are_read_only_so_deep():
    data = b"hello"
    for _ in range(6):
        data = made.docx("x", word__embeddings__a_DOT_docx=data)
    assert read(data).unread is Unread.EMBEDDED


# --- recognising -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "unread"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Unread.PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(50), Unread.PICTURE),
        (b"\0\0\0\x18ftypmp42" + bytes(50), Unread.PICTURE),
        (b"RIFF\0\0\0\0WEBP" + bytes(50), Unread.PICTURE),
        (b"\x1f\x8b\x08" + bytes(50), Unread.ARCHIVE),
        (made.archive({"a.txt": "hello"}), Unread.ARCHIVE),
        (bytes(257) + b"ustar" + bytes(50), Unread.ARCHIVE),
        (b"{\\rtf1 hello}", Unread.FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), Unread.FORMAT),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Unread.ENCRYPTED,
        ),
        (b"\x7fELF" + bytes(50), Unread.FORMAT),
        (bytes(range(256)) * 4, Unread.FORMAT),
        (b"%PDF-1.7 and nothing more", Unread.DAMAGED),
        (made.docx("x")[:200], Unread.DAMAGED),
        (made.pdf("x") + made.docx("y"), Unread.AMBIGUOUS),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", ""])
def test_what_a_file_is_rests_on_its_bytes_and_not_on_its_name(data, unread, name):
    assert read(data, name).unread is unread


@pytest.mark.parametrize("name", ["a.txt", "a.png", "a.pdf", "a.docx", ""])
@pytest.mark.parametrize("data", [made.docx(NAME), made.pdf(NAME), NAME.encode()])
def test_a_wrong_name_hides_nothing(data, name):
    assert NAME in whole(data, name)


def test_bytes_that_nobody_knows_are_what_they_call_themselves():
    noise = bytes(range(256)) * 4
    assert read(noise, "a.heic").unread is Unread.PICTURE
    assert read(noise, "a", "image/x-raw").unread is Unread.PICTURE
    assert read(noise, "a.zip").unread is Unread.ARCHIVE


def test_a_file_with_too_many_bytes_or_characters_is_not_read_to_the_end():
    limits = Limits(bytes=1_000, characters=100)
    assert read(b"x" * 1_001, limits=limits).unread is Unread.TOO_LARGE
    found = read(b"abcdefghi\n" * 20, limits=limits)
    assert (found.unread, len(found.text)) == (Unread.TOO_LONG, 100)
    pages = made.pdf(*["A line of text that is read."] * 50)
    assert read(pages, limits=Limits(characters=200)).unread is Unread.TOO_LONG


def test_an_empty_file_is_read():
    assert read(b"") == Extraction(format="text")


@pytest.mark.parametrize("module", sorted(Path(documents.__file__).parent.glob("*.py")))
def test_readers_read_memory_alone(module):
    found = {name.split(".")[0] for name in imported(module)}
    assert found & EFFECTFUL <= {"io", "logging"}


# --- what a reader leaves behind -----------------------------------------------------------


def test_nothing_is_printed_logged_or_written(capfd, caplog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    whole_pdf = made.pdf(CANARY, info=f"/Author({CANARY})")
    for data in (
        whole_pdf,
        whole_pdf[:-200],
        whole_pdf.replace(b"/Kids", b"/Kinds"),
        whole_pdf.replace(b"/Length ", b"/Length 9"),
        made.docx(CANARY)[:-40],
        CANARY.encode(),
    ):
        shown = repr(read(data))
        assert "Zebulon" not in shown
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert list(tmp_path.iterdir()) == []

"""PDFs are read whole, what hides in them included; a picture of a page is said."""

import io
import time

import made_files as made
import pytest
from pypdf import PdfReader, PdfWriter
from read_files import NAME, read, whole

from companion.attachments import Unread
from companion.documents import Extraction, Limits


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

"""Files are read whole, what hides in them included; what cannot be read says why."""

import json
import logging
import time
from pathlib import Path

import made_files as made
import pytest
from core_cases import CANARY
from read_files import NAME, read, whole
from test_boundaries import EFFECTFUL, imported

from companion import documents
from companion.attachments import Unread
from companion.documents import Extraction, Limits

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

"""Files of random bytes, and real ones with bytes changed: read or unread, never an exception.

The suite reads a few thousand; `FUZZ_INPUTS` sets how many of each kind. A failing input is
named by its seed, so it can be replayed.
"""

from __future__ import annotations

import os
import random
import time

import made_files as made
import pytest

from companion.attachments import Unread
from companion.documents import Limits, extract

RANDOM = int(os.environ.get("FUZZ_INPUTS", "10000"))
CHANGED = int(os.environ.get("FUZZ_INPUTS", "300"))
SLOWEST_SECONDS = 1.0
LIMITS = Limits(characters=100_000)
NAMES = ("a.txt", "a.csv", "a.json", "a.ipynb", "a.html", "a.xml", "a.eml", "a.pdf", "a.docx", "")
MAIL = b"""Subject: =?utf-8?q?J=C3=BCrgen?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=latin1
Content-Transfer-Encoding: quoted-printable

<p>Dear =
Anna</p>
--b
Content-Disposition: attachment; filename="a.json"

{"a": "\\u00e9"}
--b--
"""
SEEDS = {
    "pdf": made.pdf(
        "Dear Anna",
        "page two",
        info="/Author(Ann)/Title<feff0041>",
        annotation="/Subtype/Text/Rect[0 0 9 9]/Contents(note)",
        resources="/XObject<</I 7 0 R>>",
        more=(made.PICTURE, made.stream(b"<x a='b'>c</x>", "/Type/Metadata")),
    ),
    "pdf of a library": None,
    "docx": made.docx("Dear Anna", word__comments_DOT_xml=made.word_part("c", "hello")),
    "xlsx": made.xlsx([["a", 1], ["b", 2]]),
    "mail": MAIL,
    "html": b"<!doctype html><p a='b' c=d>x &amp; y<!-- z --><script>1</script><![CDATA[u]]></p>",
    "xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a b='c'>&b;</a>",
    "notebook": b'{"cells":[{"source":["a","b"],"outputs":[{"data":{"image/png":"x"}}]}],"n":1}',
    "utf-16": "Müller;5\n".encode("utf-16"),
    "legacy": "Müller, Straße, Größe".encode("cp1252"),
}


def written() -> bytes:
    """Return a PDF with compressed objects, as libraries write them."""
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(SEEDS["pdf"])))
    writer.add_attachment(filename="a.txt", data=b"hello")
    writer.add_outline_item(title="chapter", page_number=0)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


SEEDS["pdf of a library"] = written()


def check(data: bytes, name: str, which: str) -> None:
    started = time.perf_counter()
    try:
        found = extract(name, "", data, LIMITS)
    except Exception as error:
        raise AssertionError(f"{which}: {type(error).__name__}") from error
    assert found.unread is None or found.unread in Unread
    assert len(found.text) <= LIMITS.characters
    assert time.perf_counter() - started < SLOWEST_SECONDS, f"{which}: slow"


def test_random_bytes_are_read_or_not():
    for seed in range(RANDOM):
        source = random.Random(seed)
        data = source.randbytes(source.randint(0, 400))
        start = source.choice((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"{"))
        check(start + data, source.choice(NAMES), f"seed {seed}")


@pytest.mark.parametrize("kind", SEEDS)
def test_real_files_with_bytes_changed_are_read_or_not(kind):
    for seed in range(CHANGED):
        source = random.Random(seed)
        data = bytearray(SEEDS[kind])
        for _ in range(source.randint(1, 6)):
            at, to = sorted((source.randrange(len(data) + 1), source.randrange(len(data) + 1)))
            match source.randrange(5):
                case 0:
                    data[at:at] = source.randbytes(source.randint(1, 8))
                case 1 if to - at < len(data):
                    del data[at : min(to, at + 40)]
                case 2:
                    data[at:at] = data[at : min(to, at + 200)]
                case 3:
                    data[at % len(data)] ^= 1 << source.randrange(8)
                case _:
                    data[at % len(data)] = source.choice(b"\x00\xff<>()[]{}/0123456789 \n")
        check(bytes(data), source.choice(NAMES), f"{kind}, seed {seed}")


@pytest.mark.parametrize("kind", SEEDS)
def test_a_file_cut_off_anywhere_is_read_or_not(kind):
    data = SEEDS[kind]
    for end in range(0, len(data), max(1, len(data) // 150)):
        check(data[:end], "a", f"{kind}, cut at {end}")


@pytest.mark.parametrize("kind", SEEDS)
def test_the_seeds_themselves_are_read(kind):
    found = extract("a.ipynb" if kind == "notebook" else "a", "", SEEDS[kind], LIMITS)
    assert found.unread in (None, Unread.PICTURE)
    assert found.text

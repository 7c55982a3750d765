"""Each prompt's files are read in a process of its own, which can do nothing else and ends."""

import asyncio
import io
import os
import signal
import subprocess
import sys

import made_files as made
import msgspec
import pytest
from core_cases import CANARY, WordTools, active, request
from pypdf import PdfReader, PdfWriter

from companion import pipeline, reader
from companion.attachments import Attachment, Unread
from companion.documents import Extraction, Limits, extract
from companion.reader import Open, Opened
from companion.readers import Readers
from companion.values import Reason, Variant

pytestmark = pytest.mark.system

PLEASE = "Please sum this file up for me in three sentences, would you?"
PASS = active("[files]\nunreadable = 'pass'")
PATIENT = {"deadline": 60.0}
RUN = (sys.executable, "-I", "-m", "companion.reader")


def attachment(data: bytes = b"hello", name: str = "a.txt") -> Attachment:
    return Attachment(media_type="", size=len(data), name=name, data=data)


def asked(*files: Attachment, text: str = PLEASE):
    return request(text, attachments=files)


def decided(opened, rules):
    return pipeline.decide(opened, rules, WordTools(), lambda: 0.0)[0]


async def until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.005)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


# --- the process -------------------------------------------------------------------------------


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf("Dear Anna Berger"))))
    writer.encrypt("", "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R"
    b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)
CMAP = (
    b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    b"1 beginbfchar\n<0041> <0042>\nendbfchar\n"
)
FILES = {
    "text": "Größe und Gewicht, süße Äpfel, größere Straßen".encode("cp1252"),
    "cyrillic": ("Договор с Иваном Петровым о поставке оборудования и услуг. " * 9).encode(
        "koi8-r"
    ),
    "japanese": ("患者の山田太郎さんは来週の月曜日に検査を受けます。" * 9).encode("iso2022_jp"),
    "mail": b"From: a\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-13\n\nK\xebda",
    "xml": "<?xml version='1.0' encoding='windows-1252'?><a>ü</a>".encode("cp1252"),
    "notebook": b'{"cells": []}',
    "docx": made.docx("Hello", word__embeddings__a_DOT_xlsx=made.xlsx([["x", 1]])),
    "docx in utf-16": made.docx(word__document2_DOT_xml="<w:p>Müller</w:p>".encode("utf-16")),
    "pdf": made.pdf("Hello", info="/Title<feff00e4>", annotation="/Subtype/Text/Contents(x)"),
    "pdf with a font of its own": made.pdf(
        b"BT /G 9 Tf 9 9 Td <0041> Tj ET",
        fonts="/G 5 0 R",
        more=(FONT, made.stream(CMAP)),
    ),
    "pdf that forbids changes": encrypted(),
    "picture": b"\x89PNG\r\n\x1a\n",
}


def run(message: Open) -> tuple[Extraction, ...]:
    done = subprocess.run(
        RUN, input=msgspec.msgpack.encode(message), capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""
    return msgspec.msgpack.decode(done.stdout, type=Opened).files


def test_it_reads_every_format_although_it_can_open_nothing_any_more():
    files = tuple(attachment(data) for data in FILES.values())
    found = dict(zip(FILES, run(Open(attachments=files, limits=Limits())), strict=True))
    for kind, data in FILES.items():
        assert found[kind] == extract("a.txt", "", data, Limits()), kind
        assert found[kind].unread is (Unread.PICTURE if kind == "picture" else None), kind
        assert found[kind].text or kind in ("picture", "notebook"), kind


CONFINED = """
import socket, subprocess
from companion import hardening
hardening.confine(memory=100 << 20, seconds=60)
for attempt in (
    lambda: open("/etc/hostname"),
    lambda: open("/tmp/x", "w"),
    lambda: socket.socket(),
    lambda: subprocess.run(["true"]),
    lambda: bytearray(1 << 30),
):
    try:
        attempt()
    except (OSError, MemoryError) as error:
        print(type(error).__name__)
"""


def test_a_confined_process_opens_and_starts_nothing_and_takes_so_much_memory():
    done = subprocess.run(
        [sys.executable, "-c", CONFINED], capture_output=True, timeout=60, check=False
    )
    assert done.stdout.split() == [b"OSError"] * 4 + [b"MemoryError"]


def test_a_file_that_takes_all_memory_is_unread_and_the_next_one_is_read(monkeypatch):
    def greedy(name, *rest):
        if name == "greedy":
            raise MemoryError
        return extract(name, *rest)

    monkeypatch.setattr(reader, "extract", greedy)
    files = (attachment(name="greedy"), attachment())
    opened = reader.read(Open(attachments=files, limits=Limits()))
    assert [each.unread for each in opened.files] == [Unread.FAILED, None]


@pytest.mark.parametrize("junk", [b"", b"\xc1", msgspec.msgpack.encode({"text": CANARY})])
def test_it_ends_with_an_error_that_quotes_nothing(junk):
    done = subprocess.run(RUN, input=junk, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Zebulon" not in done.stderr


def test_its_messages_print_no_text():
    message = Open(attachments=(attachment(CANARY.encode(), CANARY),), limits=Limits())
    assert "Zebulon" not in f"{message!r} {Opened(files=(Extraction(text=CANARY),))!r}"


LOADED = """
import sys
import companion.daemon, companion.worker
print({name.split(".")[0] for name in sys.modules} & {"pypdf", "defusedxml", "xml"})
"""


def test_daemon_and_detectors_never_load_what_reads_files():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=False)
    assert done.stdout.strip() in (b"set()", b"{'xml'}")


# --- readers -----------------------------------------------------------------------------------


async def test_files_are_read_in_their_order_and_their_bytes_are_gone():
    readers = Readers(**PATIENT)
    opened = await readers.open(asked(attachment(made.pdf("Dear Anna")), attachment()), active())
    assert [file.text.reveal() for file in opened.files] == ["Dear Anna", "hello"]
    assert [each.data for each in opened.attachments] == [b"", b""]
    assert readers.pids == ()


async def test_the_largest_files_go_through_the_pipe():
    halves = (attachment(b"a b c\n" * 1_000_000), attachment(bytes(6_000_000)))
    opened = await Readers(**PATIENT).open(asked(*halves), active())
    assert [file.unread for file in opened.files] == [Unread.TOO_LONG, Unread.FORMAT]


async def test_without_files_or_bytes_nothing_is_started(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere")
    assert (await Readers().open(request(PLEASE), active())).files == ()
    opened = await Readers().open(asked(Attachment(media_type="x", size=3)), active())
    assert opened.files[0].unread is Unread.NOT_SENT


@pytest.mark.parametrize("rules", [active(), PASS], ids=["hold", "pass"])
async def test_a_reader_that_dies_leaves_a_prompt_that_is_held(rules):  # R4, R5
    readers = Readers(**PATIENT)
    opening = asyncio.create_task(readers.open(asked(attachment()), rules))
    await until(lambda: readers.pids)
    os.kill(readers.pids[0], signal.SIGKILL)
    opened = await opening
    assert opened.files[0].unread is Unread.LOST
    assert opened.attachments[0].data == b""
    decision = decided(opened, rules)
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.ATTACHMENT_UNJUDGED, Reason.DETECTOR_LOST)


@pytest.mark.parametrize("rules", [active(), PASS], ids=["hold", "pass"])
async def test_a_reader_that_overruns_is_killed_and_the_prompt_held(rules):  # R4
    readers = Readers(deadline=0.5)
    opening = asyncio.create_task(readers.open(asked(attachment()), rules))
    await until(lambda: readers.pids)
    (pid,) = readers.pids
    os.kill(pid, signal.SIGSTOP)
    opened = await opening
    assert opened.files[0].unread is Unread.TIMEOUT
    assert decided(opened, rules).reasons == (Reason.ATTACHMENT_UNJUDGED, Reason.DETECTOR_TIMEOUT)
    assert gone(pid)


async def test_who_stops_waiting_ends_the_reader():
    readers = Readers(**PATIENT)
    opening = asyncio.create_task(readers.open(asked(attachment()), active()))
    await until(lambda: readers.pids)
    (pid,) = readers.pids
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert gone(pid)


async def test_only_so_many_read_at_once_and_all_are_read():
    readers, most = Readers(deadline=60.0, most=2), 0
    opening = [
        asyncio.create_task(readers.open(asked(attachment(b"%d" % n)), active())) for n in range(5)
    ]
    while not all(task.done() for task in opening):
        most = max(most, len(readers.pids))
        await asyncio.sleep(0.005)
    assert [task.result().files[0].text.reveal() for task in opening] == list("01234")
    assert most == 2


async def test_a_reader_that_cannot_be_started_or_answers_nonsense_is_lost(monkeypatch, tmp_path):
    for script in (None, "cat >/dev/null; echo nonsense", "cat >/dev/null", "exit 1"):
        program = tmp_path / "program"
        if script is not None:
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(program))
        opened = await Readers(**PATIENT).open(asked(attachment(bytes(500_000))), active())
        assert opened.files[0].unread is Unread.LOST


async def test_files_that_the_pipe_cannot_carry_are_unread():
    broken = Attachment(media_type="\ud800", size=5, data=b"hello")
    opened = await Readers(**PATIENT).open(asked(broken), active())
    assert opened.files[0].unread is Unread.FAILED

"""The search finds what is there, in every form; else finding nothing would prove nothing."""

import base64
import gzip
import io
import random
import sqlite3
import struct
import urllib.parse
import zipfile
import zlib

import pytest

from tests import wire
from tests.canary import SMALL, Canary, search, search_file, search_folders

CANARY = Canary.fresh(random.Random(7))
WORD = CANARY.word
TEXT = f'{{"text": "Dear {WORD}, thank you."}}'
NOISE = random.Random(11).randbytes(3 * SMALL)


def raw_deflate(data: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


def zipped(data: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("note.txt", data)
    return archive.getvalue()


ENCODED = {
    "plain": TEXT.encode(),
    "upper case": TEXT.upper().encode(),
    "utf-16 little endian": TEXT.encode("utf-16-le"),
    "utf-16 big endian": TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32-le"),
    "hexadecimal": TEXT.encode().hex().encode(),
    "HEXADECIMAL": TEXT.encode().hex().upper().encode(),
    "hexadecimal of utf-16": TEXT.encode("utf-16-le").hex().encode(),
    "url": urllib.parse.quote(TEXT).encode(),
    "url, every byte": "".join(f"%{byte:02x}" for byte in TEXT.encode()).encode(),
    "json escapes": "".join(f"\\u{ord(each):04x}" for each in TEXT).encode(),
    "base64 in lines": base64.encodebytes(TEXT.encode() * 3),
    "url-safe base64": base64.urlsafe_b64encode(TEXT.encode()),
    "gzip": gzip.compress(TEXT.encode()),
    "zlib": zlib.compress(TEXT.encode()),
    "zlib, fast": zlib.compress(TEXT.encode(), 1),
    "raw deflate": raw_deflate(TEXT.encode()),
    "zip": zipped(TEXT.encode()),
    "gzip in gzip": gzip.compress(gzip.compress(TEXT.encode())),
    "gzip of base64": gzip.compress(base64.b64encode(TEXT.encode())),
    "gzip, cut off": gzip.compress(TEXT.encode() + NOISE)[:-40],
    "a body of raw deflate": b"HTTP/1.1 200 OK\r\n\r\n" + raw_deflate(TEXT.encode()) + NOISE,
}


@pytest.mark.parametrize("encoded", ENCODED.values(), ids=ENCODED.keys())
def test_the_search_finds_a_form(encoded):
    assert search(encoded, CANARY)


@pytest.mark.parametrize("name", ["hexadecimal", "utf-16 big endian", "gzip", "zlib", "zip"])
def test_the_search_finds_a_form_inside_other_data(name):
    assert search(NOISE + ENCODED[name] + NOISE, CANARY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("after", range(3))
def test_base64_is_found_at_every_alignment(encoding, before, after):
    text = b"x" * before + WORD.encode(encoding) + b"y" * after
    assert search(NOISE[:50] + base64.b64encode(text), CANARY)


def test_another_word_is_not_found():
    other = Canary.fresh(random.Random(8))
    assert not any(search(encoded, other) for encoded in ENCODED.values())
    assert not search(NOISE, CANARY)


def test_fresh_words_differ():
    assert len({Canary.fresh().word for _ in range(1000)}) == 1000


@pytest.fixture
def database(tmp_path):
    """A database in WAL mode that is open elsewhere, its last row not checkpointed."""
    path = tmp_path / "store.sqlite"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE note (text TEXT, data BLOB)")
    yield connection, path
    connection.close()


def test_a_row_that_is_only_in_the_write_ahead_log_is_found(database):
    connection, path = database
    connection.execute("INSERT INTO note (text) VALUES (?)", (TEXT,))
    assert WORD.encode() not in path.read_bytes()
    assert search_file(path, CANARY)


def test_a_compressed_blob_in_a_database_is_found(database):
    connection, path = database
    connection.execute("INSERT INTO note (data) VALUES (?)", (raw_deflate(TEXT.encode()),))
    assert search_file(path, CANARY)


def test_a_row_that_is_spread_over_pages_is_found(database):
    connection, path = database
    for length in range(4000, 4096, 6):
        text = "a" * length + WORD + "b" * 9000
        connection.execute("INSERT INTO note (text) VALUES (?)", (text,))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cells = {sighting for sighting in search_file(path, CANARY) if "cell" in sighting.place}
    assert cells


def test_a_deleted_row_that_is_still_in_the_file_is_found(database):
    connection, path = database
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("INSERT INTO note (text) VALUES (?)", (TEXT,))
    connection.execute("DELETE FROM note")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert search_file(path, CANARY)


def test_folders_are_searched_in_depth_and_by_name(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "log").write_bytes(ENCODED["gzip"])
    (tmp_path / f"{WORD}.txt").touch()
    places = {sighting.place for sighting in search_folders([tmp_path], CANARY)}
    assert places == {str(tmp_path / "a" / "b" / "log"), "a name"}


def test_files_that_did_not_change_since_are_left_out(tmp_path):
    (tmp_path / "old").write_text(WORD)
    later = (tmp_path / "old").stat().st_ctime + 1
    assert not search_folders([tmp_path], CANARY, since=later)


def ip_packet(protocol: int, transport: bytes) -> bytes:
    header = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(transport), 0, 0, 64, protocol, 0)
    return header + bytes([127, 0, 0, 1]) * 2 + transport


def tcp_packet(sequence: int, payload: bytes, flags: int = 0x10) -> bytes:
    header = struct.pack("!HHIIBBHHH", 4000, 80, sequence % 2**32, 0, 0x50, flags, 0, 0, 0)
    return ip_packet(wire.TCP, header + payload)


def capture_of(packets: list[bytes]) -> bytes:
    frames = [bytes(12) + b"\x08\x00" + packet for packet in packets]
    head = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, 1)
    return head + b"".join(struct.pack("<IIII", 0, 0, len(f), len(f)) + f for f in frames)


@pytest.mark.parametrize("first", [1000, 2**32 - 7])
@pytest.mark.parametrize("order", ["in order", "reversed", "with repeats"])
def test_a_word_that_is_cut_into_segments_is_put_together(first, order):
    data = TEXT.encode()
    segments = [tcp_packet(first + 1 + at, data[at : at + 3]) for at in range(0, len(data), 3)]
    arrived = {"in order": segments, "reversed": segments[::-1], "with repeats": segments * 2}
    packets = [tcp_packet(first, b"", flags=2), *arrived[order]]
    read = list(wire.read_packets(capture_of(packets)))
    assert read == packets
    assert wire.payloads(read) == {"tcp 127.0.0.1:4000 to 127.0.0.1:80 stream 0": data}


def test_a_second_connection_on_the_same_ports_is_a_stream_of_its_own():
    packets = [
        *(tcp_packet(5, b"", flags=2), tcp_packet(6, b"one")),
        *(tcp_packet(900, b"", flags=2), tcp_packet(901, b"two")),
    ]
    assert list(wire.payloads(packets).values()) == [b"one", b"two"]


def test_every_datagram_is_kept_apart():
    datagram = struct.pack("!HHHH", 4000, 9, 11, 0)
    packets = [ip_packet(wire.UDP, datagram + payload) for payload in (b"one", b"two")]
    assert list(wire.payloads(packets).values()) == [b"one", b"two"]


def test_padding_after_an_ip_packet_is_not_payload():
    packet = tcp_packet(6, b"one") + b"padding"
    assert list(wire.payloads([packet]).values()) == [b"one"]


@pytest.mark.parametrize("packet", [b"", b"\x00" * 40, ip_packet(1, b"ping" * 4)])
def test_other_packets_are_no_stream(packet):
    assert wire.payloads([packet]) == {}

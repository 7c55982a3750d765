"""Every parser of foreign bytes: whatever comes in, a value or its one error comes out.

Seeded mutation of valid inputs. The suite runs a few thousand for each parser; `make fuzz`
sets `FUZZ_INPUTS` far higher. A failing input is named by its seed, so it can be replayed.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from companion import messages, otlp, policy
from companion.choices import Kept
from companion.framing import Decoder, FramingError, Joiner, check_depth, encode, split
from companion.policy import PolicyError
from companion.tunnel import config, ip, packets, segment
from companion.tunnel.errors import ProtocolError, TunnelConfigError
from companion.values import Sample, Variant
from placement import intake
from placement.values import RequestError
from variants.shared import requests
from variants.shared.errors import ApiError
from variants.shared.values import ModelInfo

INPUTS = int(os.environ.get("FUZZ_INPUTS", "3000"))
SLOWEST_SECONDS = 1.0

_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE="
_CONF = f"""[Interface]
PrivateKey = {_KEY}
Address = 10.77.0.2/32
[Peer]
PublicKey = {_KEY}
AllowedIPs = 10.77.0.1/32
Endpoint = 127.0.0.1:51840
"""
_PROMPT = b'{"type":"prompt","id":"abcdefgh","site":"demo","conversation":"c","text":"hi \\u00e9"}'
_CHAT = b'{"model":"m","messages":[{"role":"user","content":"hi"}],"stream":true}'
_SYN = segment.Encoder(bytes([10, 77, 0, 2]), 40000, bytes([10, 77, 0, 1]), 8080).encode(
    1, 0, 2, 64240, options=segment.syn_options(1380, 7, sack_permitted=True)
)


def _export() -> bytes:
    sample = Sample(
        at=time.time_ns(),
        variant=Variant.SECURED,
        environment="demo",
        model="m",
        front_end="0" * 32,
        spans={"total": 12.0, "tag": 1.0},
    )
    return otlp.encode([(bytes(16), sample)], version="0.1.0", dropped=0)


def _frames(data: bytes) -> None:
    joiner = Joiner()
    for payload in Decoder(4096).feed(data):
        check_depth(payload)
        joiner.feed(payload)


def _tcp(data: bytes) -> None:
    """Parse a packet; a header sum is put right first, else nothing gets past it."""
    header, rest = bytearray(data[:20]), data[20:]
    if len(header) == 20:
        header[10:12] = bytes(2)
        header[10:12] = ip.checksum(ip.word_sum(bytes(header))).to_bytes(2, "big")
    segment.parse(ip.parse(bytes(header) + rest))


def _toml(data: bytes) -> None:
    policy.parse(data.decode(errors="replace"))


def _conf(data: bytes) -> None:
    config.parse(data.decode(errors="replace"), Path("tunnel.conf"))


_from_extension = msgspec.json.Decoder(messages.FromExtension)
_kept = msgspec.json.Decoder(Kept)
_to_extension = msgspec.json.Decoder(messages.ToExtension)


@dataclass(frozen=True)
class Parser:
    seeds: tuple[bytes, ...]
    parse: Callable[[bytes], object]
    errors: tuple[type[Exception], ...]


PARSERS = {
    "frame": Parser(
        (encode(_PROMPT) + encode(b"{}"), b"".join(map(encode, split(b"[1]", of="a")))),
        _frames,
        (FramingError,),
    ),
    "message from the extension": Parser(
        (
            _PROMPT,
            b'{"type":"hello","v":1,"agent":"a","extension":"b"}',
            b'{"type":"status"}',
            (
                b'{"type":"follow","id":"abcdefgh","site":"s","conversation":"c",'
                b'"turns":[{"role":"user","text":"hi"}]}'
            ),
            b'{"type":"override","id":"abcdefgh","prompt":"abcdefgh","reason":"own_risk"}',
            (
                b'{"type":"not_sensitive","id":"abcdefgh","prompt":"abcdefgh",'
                b'"findings":[{"kind":"PERSON","text":"hi"}]}'
            ),
            b'{"type":"pause","id":"abcdefgh","site":"","minutes":5}',
            b'{"type":"switch","id":"abcdefgh","site":"generic:http://[::1]:80","on":true}',
            b'{"type":"forget","id":"abcdefgh"}',
        ),
        _from_extension.decode,
        (msgspec.DecodeError, UnicodeDecodeError),
    ),
    "message to a client": Parser(
        (
            b'{"type":"held","id":"abcdefgh","reason":"busy","retry":true}',
            b'{"type":"granted","id":"abcdefgh","prompt":"abcdefgh","until":1}',
            (
                b'{"type":"yours","paused":[{"site":"","until":1}],"off":["s"],'
                b'"may":{"switch":true},"files":{"paste":"free"}}'
            ),
            b'{"type":"sites","bundle":"{}","signature":"AA==","key":"AA=="}',
        ),
        _to_extension.decode,
        (msgspec.DecodeError, UnicodeDecodeError),
    ),
    "a person's file": Parser(
        (
            b'{"schema":1,"prompts":["%s"],"findings":[{"kind":"PERSON","digest":"%s"}],"off":["s"]}'
            % (b"0" * 32, b"1" * 32),
        ),
        _kept.decode,
        (msgspec.DecodeError, UnicodeDecodeError),
    ),
    "tunnel datagram": Parser(
        (
            packets.initiation(1, bytes(32), bytes(48), bytes(28)) + bytes(32),
            packets.response(1, 2, bytes(32), bytes(16)) + bytes(32),
            packets.cookie_reply(1, bytes(24), bytes(32)),
            packets.data_header(1, 7) + bytes(32),
        ),
        packets.parse,
        (ProtocolError,),
    ),
    "inner packet": Parser((_SYN,), _tcp, (ProtocolError,)),
    "tunnel file": Parser((_CONF.encode(),), _conf, (TunnelConfigError,)),
    "policy": Parser(
        (b'name = "x"\nthreshold = 0.5\n[eligibility.length]\nmax_characters = 9\n',),
        _toml,
        (PolicyError,),
    ),
    "telemetry (protobuf)": Parser(
        (_export(),),
        lambda data: intake.read(data, "application/x-protobuf", "", 0),
        (RequestError,),
    ),
    "telemetry (JSON)": Parser(
        (b'{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"tag"}]}]}]}',),
        lambda data: intake.read(data, "application/json", "", 0),
        (RequestError,),
    ),
    "chat request": Parser(
        (_CHAT,),
        lambda data: requests.parse(data, ModelInfo(id="m", context=64)),
        (ApiError,),
    ),
}


def mutated(seeds: tuple[bytes, ...], source: random.Random) -> bytes:
    """Return a seed with a few bytes changed, moved, repeated, cut off or put in."""
    data = bytearray(source.choice(seeds))
    for _ in range(source.randint(1, 6)):
        at, to = sorted((source.randint(0, len(data)), source.randint(0, len(data))))
        match source.randrange(6):
            case 0:
                data[at:at] = source.randbytes(source.randint(1, 8))
            case 1:
                del data[at:to]
            case 2:
                data[at:at] = data[at:to]
            case 3 if data:
                data[at % len(data)] ^= 1 << source.randrange(8)
            case 4 if data:
                data[at % len(data)] = source.choice(b'\x00\xff"{}[]\\,:\x7f\x80')
            case _:
                data += source.choice((b"", b"\x00", json.dumps("é\ud800").encode(), data[:at]))
    return bytes(data)


@pytest.mark.parametrize("name", PARSERS)
def test_whatever_comes_in_is_a_value_or_the_one_error(name):  # R1
    parser = PARSERS[name]
    for seed in range(INPUTS):
        data = mutated(parser.seeds, random.Random(seed))
        started = time.perf_counter()
        try:
            parser.parse(data)
        except parser.errors:
            pass
        except Exception as error:
            raise AssertionError(f"{name}, seed {seed}: {type(error).__name__}") from error
        assert time.perf_counter() - started < SLOWEST_SECONDS, f"{name}, seed {seed}: slow"


@pytest.mark.parametrize("name", PARSERS)
def test_the_seeds_themselves_are_understood(name):
    for seed in PARSERS[name].seeds:
        PARSERS[name].parse(seed)

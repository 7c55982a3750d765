"""One streamed chat completion, against a server that says exactly what each test wants."""

import asyncio
import contextlib
import json
import traceback
from contextlib import asynccontextmanager

import aiohttp
import pytest
from core_cases import CANARY
from hypothesis import given
from hypothesis import strategies as st

from companion import chat
from companion.chat import ChatError, Piece, model_name
from companion.values import HoldReason, PromptText

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


class Script:
    """A server that reads one request and answers with given blocks of bytes."""

    def __init__(self, *blocks: bytes, hang: bool = False) -> None:
        self._blocks = blocks
        self._hang = hang
        self.heads: list[bytes] = []
        self.bodies: list[bytes] = []
        self.gone = asyncio.Event()
        self.url = ""

    async def _serve(self, reader, writer) -> None:
        try:
            with contextlib.suppress(OSError):
                await self._answer(reader, writer)
                writer.close()
                await writer.wait_closed()
        finally:
            writer.transport.abort()
            self.gone.set()

    async def _answer(self, reader, writer) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        self.heads.append(head)
        self.bodies.append(await reader.readexactly(length))
        for block in self._blocks:
            writer.write(block)
            await writer.drain()
            await asyncio.sleep(0.001)  # so that each block is read by itself
        if self._hang:
            await reader.read()

    @asynccontextmanager
    async def running(self):
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        async with asyncio.timeout(20), server:
            async with aiohttp.ClientSession(timeout=chat.timeout()) as session:
                self.session = session
                yield self
            if self.heads:
                await self.gone.wait()
                await asyncio.sleep(0)

    def ask(self, text: str = "hello", model: str = ""):
        return chat.stream(
            self.session,
            self.url,
            PromptText(text),
            model=model,
            unreachable=lambda: HoldReason.SECURED_UNREACHABLE,
        )


async def collect(*blocks: bytes, **options) -> list[Piece]:
    async with Script(*blocks).running() as script:
        return [piece async for piece in script.ask(**options)]


async def refusal(*blocks: bytes) -> HoldReason:
    with pytest.raises(ChatError) as caught:
        await collect(*blocks)
    return caught.value.reason


def event(**fields) -> bytes:
    return b"data: " + json.dumps(fields).encode() + b"\n\n"


def delta(text: str, model: str = "m") -> bytes:
    return event(model=model, choices=[{"index": 0, "delta": {"content": text}}])


def status(line: str, body: bytes = b"", *more: bytes) -> tuple[bytes, ...]:
    length = len(body) + sum(map(len, more))
    return f"HTTP/1.1 {line}\r\nContent-Length: {length}\r\n\r\n".encode() + body, *more


DONE = b"data: [DONE]\n\n"
ANSWER = [
    Piece(text="", model=""),
    Piece(text="an ", model="m"),
    Piece(text="answer é", model="m"),
]


async def test_an_answer_comes_piece_by_piece():
    opening = event(model="m", choices=[{"delta": {"role": "assistant", "content": None}}])
    blocks = (OK, opening, delta("an "), b": a comment\n\n", delta("answer é"), DONE)
    assert await collect(*blocks) == ANSWER


async def test_an_answer_is_the_same_byte_by_byte_and_with_any_line_ends():
    whole = delta("an ") + delta("answer é") + DONE
    for text in (whole, whole.replace(b"\n", b"\r\n"), whole.replace(b"data: ", b"data:")):
        blocks = [text[index : index + 7] for index in range(0, len(text), 7)]
        assert await collect(OK, *blocks) == ANSWER


async def test_what_follows_the_end_is_not_read():
    assert await collect(OK, delta("an "), DONE, delta("more"), b"data: {") == ANSWER[:2]


async def test_the_request_holds_the_prompt_and_the_model_and_nothing_more():
    async with Script(OK, DONE).running() as script:
        [_ async for _ in script.ask(CANARY, model="m")]
    assert json.loads(script.bodies[0]) == {
        "messages": [{"role": "user", "content": CANARY}],
        "stream": True,
        "model": "m",
    }
    assert b"Zebulon" not in script.heads[0]
    async with Script(OK, DONE).running() as script:
        [_ async for _ in script.ask("x")]
    assert "model" not in json.loads(script.bodies[0])


BROKEN = {
    "ends early": (OK, delta("an ")),
    "ends at once": (OK,),
    "no JSON": (OK, b"data: {\n\n"),
    "wrong shape": (OK, event(choices=[{"delta": {"content": 7}}])),
    "choices are null": (OK, event(choices=None)),
    "an error in the stream": (OK, delta("an "), event(error={"message": CANARY})),
    "half a line": (OK, b"data: [DONE]"),
    "no UTF-8": (OK, b'data: {"model":"\xff"}\n\n'),
    "a line without end": (OK, b"data: " + b"x" * (chat.LONGEST_LINE + 1)),
    "no stream at all": status("200 OK", b'{"choices":[]}'),
    "cut in the body": (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", delta("an ")),
    "bad chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"zz\r\n"),
}


@pytest.mark.parametrize("blocks", BROKEN.values(), ids=BROKEN)
async def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(blocks, monkeypatch):
    monkeypatch.setattr(chat, "READ_TIMEOUT", 0.5)  # after a bad chunk aiohttp just waits
    assert await refusal(*blocks) is HoldReason.SECURED_INTERRUPTED


LONG_CODE = b'{"error":{"code":"context_length_exceeded"}}'
REFUSED = {
    "busy": (status("429 Busy"), HoldReason.BUSY),
    "away": (status("503 Away"), HoldReason.BUSY),
    "bad gateway": (status("502 Bad"), HoldReason.SECURED_UNREACHABLE),
    "gateway time-out": (status("504 Late"), HoldReason.SECURED_UNREACHABLE),
    "too large": (status("413 Large"), HoldReason.TOO_LONG_FOR_MODEL),
    "too long": (status("400 Bad", LONG_CODE), HoldReason.TOO_LONG_FOR_MODEL),
    "too long, in two pieces": (
        status("400 Bad", LONG_CODE[:20], LONG_CODE[20:]),
        HoldReason.TOO_LONG_FOR_MODEL,
    ),
    "unauthorised": (status("401 No", b"<html>"), HoldReason.SECURED_REFUSED),
    "server error": (status("500 No", b"\xff"), HoldReason.SECURED_REFUSED),
    "empty success": (status("204 None"), HoldReason.SECURED_REFUSED),
    "endless error": (status("400 Bad", b" " * 200_000), HoldReason.SECURED_REFUSED),
    "no HTTP": ((b"SSH-2.0-x\r\n",), HoldReason.SECURED_UNREACHABLE),
    "nothing": ((), HoldReason.SECURED_UNREACHABLE),
}


@pytest.mark.parametrize(("blocks", "reason"), REFUSED.values(), ids=REFUSED)
async def test_each_refusal_has_its_reason(blocks, reason):
    assert await refusal(*blocks) is reason


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
async def test_a_redirection_is_not_followed(code):
    async with Script(OK, delta("stolen"), DONE).running() as elsewhere:
        moved = f"HTTP/1.1 {code} Moved\r\nLocation: {elsewhere.url}\r\nContent-Length: 0\r\n\r\n"
        assert await refusal(moved.encode()) is HoldReason.SECURED_REFUSED
        assert elsewhere.bodies == []


async def test_nobody_there_is_unreachable():
    async with Script().running() as script:
        script.url = "http://127.0.0.1:9/v1"
        with pytest.raises(ChatError) as caught:
            [_ async for _ in script.ask()]
    assert caught.value.reason is HoldReason.SECURED_UNREACHABLE


async def test_silence_ends_and_is_said_to_be_what_it_is(monkeypatch):
    monkeypatch.setattr(chat, "READ_TIMEOUT", 0.1)
    for blocks, reason in (
        ((), HoldReason.SECURED_UNREACHABLE),
        ((OK, delta("an ")), HoldReason.SECURED_INTERRUPTED),
    ):
        async with Script(*blocks, hang=True).running() as script:
            with pytest.raises(ChatError) as caught:
                [_ async for _ in script.ask()]
            assert caught.value.reason is reason


async def test_who_stops_listening_closes_the_connection():
    async with Script(OK, delta("an "), hang=True).running() as script:
        pieces = script.ask()
        assert await anext(pieces) == ANSWER[0]
        assert await anext(pieces) == ANSWER[1]
        await pieces.aclose()
        await asyncio.wait_for(script.gone.wait(), 10)


async def test_no_error_says_a_word_of_what_was_sent_or_received(monkeypatch):
    monkeypatch.setattr(chat, "READ_TIMEOUT", 0.5)
    echo = json.dumps({"error": {"code": CANARY, "message": CANARY}}).encode()
    shown = f"HTTP/1.1 {CANARY}\r\n\r\n".encode()
    for blocks in (*BROKEN.values(), status("400 Bad", echo), (shown,)):
        with pytest.raises(ChatError) as caught:
            await collect(*blocks, text=CANARY)
        assert str(caught.value) == caught.value.reason.value
        whole = traceback.format_exception(caught.value, chain=False)
        assert "Zebulon" not in "".join(whole)


def test_a_piece_hides_its_text_when_it_is_printed():
    assert CANARY not in repr(Piece(text=CANARY, model="m"))


async def test_a_variant_cannot_put_the_prompt_into_its_models_name():
    (_, piece) = await collect(OK, delta("x", model=CANARY), DONE)
    assert piece.model == ""


@given(st.text(max_size=200))
def test_a_models_name_is_short_plain_and_without_spaces(claimed):
    name = model_name(claimed)
    assert name in ("", claimed)
    assert len(name) <= 128
    assert name.isascii()
    assert not any(char.isspace() for char in name)


@pytest.mark.parametrize("name", ["smollm2-135m", "org/Model_7B:q4.gguf", "a@b+c"])
def test_usual_names_of_models_are_kept(name):
    assert model_name(name) == name

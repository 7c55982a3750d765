"""The llama engine: the real model in its real process."""

import asyncio
import contextlib
import hashlib
import json
import os
import signal
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio
import variants_support

from variants.shared import embedded
from variants.shared.engine import EngineError
from variants.shared.errors import ApiError
from variants.shared.llama import LlamaEngine, LlamaOptions, llama_request
from variants.shared.values import ChatMessage, ChatRequest, Delta, Done

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.system]
OPTIONS = LlamaOptions(context=512, slots=1, threads=1)


def ask(text: str, **fields) -> ChatRequest:
    fields = {"max_tokens": 12, "temperature": 0.0, **fields}
    return ChatRequest(messages=[ChatMessage(role="user", content=text)], **fields)


async def answer(engine: LlamaEngine, request: ChatRequest) -> tuple[str, Done]:
    events = [event async for event in engine.generate(request)]
    assert isinstance(events[-1], Done)
    assert all(isinstance(event, Delta) for event in events[:-1])
    return "".join(event.text for event in events[:-1]), events[-1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine():
    engine = LlamaEngine(OPTIONS)
    await engine.start()
    yield engine
    await engine.close()


@pytest_asyncio.fixture(loop_scope="module")
async def replaceable():
    engine = LlamaEngine(replace(OPTIONS, forget_after=0.1))
    await engine.start()
    yield engine
    await engine.close()


def held(pid: int, text: str) -> int:
    """How often a text is in the writable memory of a process (needs root or its owner)."""
    found = 0
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            bounds, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(bound, 16) for bound in bounds.split("-"))
            with contextlib.suppress(OSError):
                memory.seek(start)
                found += memory.read(end - start).count(text.encode())
    return found


async def until(condition, seconds: float = 20.0) -> None:
    await asyncio.to_thread(variants_support.until, condition, seconds)


def status_of(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text(encoding="ascii")


async def kill_while_answering(engine: LlamaEngine) -> None:
    request = ask("Tell a long story.", max_tokens=900)
    async with aclosing(engine.generate(request)) as events:
        async for _ in events:
            os.kill(engine.pid, signal.SIGKILL)


async def test_it_answers_deterministically_and_counts_tokens(engine):
    first = await answer(engine, ask("Hi there", seed=1))
    assert first == await answer(engine, ask("Hi there", seed=1))
    text, done = first
    assert text.startswith("Hello")
    assert done.finish_reason in {"stop", "length"}
    assert done.usage.prompt > 10
    assert 0 < done.usage.completion <= 12


async def test_a_bound_ends_the_answer_with_length(engine):
    _, done = await answer(engine, ask("Tell a long story.", max_tokens=3))
    assert done.finish_reason == "length"
    assert done.usage.completion == 3


async def test_a_stop_text_ends_the_answer(engine):
    text, done = await answer(engine, ask("Hi there", stop="!"))
    assert text == "Hello"
    assert done.finish_reason == "stop"


async def test_no_computation_is_reused_by_a_later_prompt(engine):  # S20
    text = "A long common beginning that two users happen to share. " * 5
    alone, _ = await answer(engine, ask(text + "Bye."))
    _, second = await answer(engine, ask(text + "Hello."))
    again, third = await answer(engine, ask(text + "Bye."))
    assert (second.usage.cached, third.usage.cached) == (0, 0)
    assert again == alone


async def test_the_public_way_reuses_computed_prefixes():  # S22
    engine = LlamaEngine(replace(OPTIONS, reuse=True))
    await engine.start()
    try:
        text = "A long common beginning that two users happen to share. " * 5
        _, first = await answer(engine, ask(text + "Hello."))
        _, second = await answer(engine, ask(text + "Bye."))
    finally:
        await engine.close()
    assert first.usage.cached < 30, "the template's own beginning"
    assert second.usage.cached > 40


async def test_the_engine_process_listens_on_nothing_and_talks_to_nobody(engine):  # S14
    connections = psutil.Process(engine.pid).net_connections(kind="all")
    open_ones = [c for c in connections if c.type == 1 and c.laddr and c.status != "NONE"]
    assert open_ones == []
    assert "@sottovoce-" not in status_of(engine.pid, "net/unix")


async def test_the_engine_process_cannot_be_dumped(engine):
    limits = status_of(engine.pid, "limits").splitlines()
    core = next(line for line in limits if line.startswith("Max core"))
    assert core.split()[4:6] == ["0", "0"]


async def test_a_prompt_beyond_the_context_is_refused_with_both_sizes(engine):
    with pytest.raises(ApiError) as caught:
        await answer(engine, ask("word " * 3_000))
    assert (caught.value.status, caught.value.code) == (400, "context_length_exceeded")
    assert "512 tokens of context" in caught.value.message
    assert (await answer(engine, ask("Hi there")))[0].startswith("Hello")


async def test_an_answer_that_reaches_the_end_of_the_context_ends_with_length(engine):
    _, done = await answer(
        engine, ask("Rain fell. " * 150 + "Now tell a very long story.", max_tokens=200)
    )
    assert done.finish_reason == "length"
    assert done.usage.prompt + done.usage.completion <= OPTIONS.context


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\n" * 500, "🤔" * 50, "\u202eשלום", "<|im_end|><|endoftext|>", "%s%n{{7*7}}"],
)
async def test_odd_prompts_are_answered(engine, text):
    _, done = await answer(engine, ask(text, max_tokens=2))
    assert done.usage.completion <= 2


async def test_leaving_early_cancels_the_work(engine):
    async with aclosing(engine.generate(ask("Tell a story.", max_tokens=900))) as events:
        await anext(events)
    process = psutil.Process(engine.pid)
    # The next answer would wait for the first one's 900 tokens, were it not cancelled.
    async with asyncio.timeout(2.5):
        await answer(engine, ask("Hi there"))
    assert process.is_running()


async def test_a_killed_engine_fails_its_request_clearly_and_comes_back(engine):
    before = engine.restarts
    with pytest.raises(ApiError) as caught:
        await kill_while_answering(engine)
    assert (caught.value.status, caught.value.code) == (503, "engine_restarting")
    assert caught.value.retry_after == 1
    await until(lambda: engine.ready and engine.restarts > before)
    assert (await answer(engine, ask("Hi there")))[0].startswith("Hello")


async def test_a_hung_engine_is_ended_and_replaced(engine, monkeypatch):
    monkeypatch.setattr("variants.shared.llama_handle.PIECE_TIMEOUT", 0.2)
    before = engine.restarts
    os.kill(engine.pid, signal.SIGSTOP)
    with pytest.raises(ApiError) as caught:
        await answer(engine, ask("Hi there"))
    assert caught.value.code == "engine_restarting"
    await until(lambda: engine.ready and engine.restarts > before)


async def test_a_terminated_engine_ends_instead_of_falling_silent(engine):
    before = engine.restarts
    os.kill(engine.pid, signal.SIGTERM)
    await until(lambda: engine.ready and engine.restarts > before)
    assert (await answer(engine, ask("Hi there")))[0].startswith("Hello")


async def test_a_request_while_the_engine_is_down_gets_the_same_error(engine):
    os.kill(engine.pid, signal.SIGKILL)
    await until(lambda: not engine.ready)
    with pytest.raises(ApiError) as caught:
        await answer(engine, ask("Hi there"))
    assert caught.value.code == "engine_restarting"
    await until(lambda: engine.ready)


async def test_an_engine_that_has_to_forget_is_replaced_once_it_is_quiet(replaceable):
    engine = replaceable
    pid = engine.pid
    await answer(engine, ask("Hi there"))
    await until(lambda: engine.pid != pid)
    await until(lambda: not psutil.pid_exists(pid))
    assert (engine.ready, engine.replaced, engine.restarts) == (True, 1, 0)
    fresh = engine.pid
    assert (await answer(engine, ask("Hi there")))[0].startswith("Hello")
    await until(lambda: engine.pid != fresh)


@pytest.mark.skipif(os.geteuid() != 0, reason="an undumpable process is readable by root only")
async def test_a_prompt_is_in_no_memory_once_it_is_forgotten(replaceable):  # S20
    engine, canary = replaceable, "Canary-4711-in-memory"
    pid = engine.pid
    await answer(engine, ask(canary))
    assert held(pid, canary) > 0, "the scan finds what is there"
    await until(lambda: not psutil.pid_exists(pid))
    assert held(engine.pid, canary) == 0


async def test_replacing_harms_no_request_under_way(replaceable, monkeypatch):
    engine = replaceable
    monkeypatch.setattr("variants.shared.llama.MOST_ANSWERS", 1)
    first = await answer(engine, ask("Count to ten."))
    before = engine.replaced
    for _ in range(5):
        assert await answer(engine, ask("Count to ten.")) == first
    await until(lambda: engine.replaced > before)
    assert engine.restarts == 0


async def test_closing_ends_the_engine_process():
    engine = LlamaEngine(OPTIONS)
    await engine.start()
    process = psutil.Process(engine.pid)
    await engine.close()
    assert not process.is_running()


async def test_an_altered_model_file_is_not_loaded(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF but not the one")
    with pytest.raises(EngineError, match="expected"):
        await LlamaEngine(OPTIONS, path=path).start()


async def test_a_file_that_is_no_model_is_refused_by_llama_itself(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF but not a model")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    engine = LlamaEngine(OPTIONS, replace(embedded.SMOLLM2, sha256=digest), path)
    with pytest.raises(EngineError, match=r"cannot load|ended or hung"):
        await engine.start()
    assert engine.pid is None


async def test_the_request_to_llama_names_every_default():
    body = llama_request(ask("x", max_tokens=None, temperature=None), OPTIONS)
    assert body["max_tokens"] == OPTIONS.max_tokens
    assert body["cache_prompt"] is False
    assert body["stream"] is True
    assert "seed" not in body
    messages = [ChatMessage(role="developer", content="a"), ChatMessage(role="user", content="b")]
    body = llama_request(ChatRequest(messages=messages, stop="z"), OPTIONS)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["stop"] == ["z"]
    assert "user" not in json.dumps({k: v for k, v in body.items() if k != "messages"})

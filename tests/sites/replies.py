"""What each chat site answers, in its own form: the streams that its pages read."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

ANSWER = "Air scatters the short, blue waves of light most ✨.\nThat is why."
WORDS = re.findall(r"\S+\s*", ANSWER)

HOSTS = {
    "chatgpt.com": "chatgpt",
    "claude.ai": "claude",
    "gemini.google.com": "gemini",
    "copilot.microsoft.com": "copilot",
    "www.perplexity.ai": "perplexity",
    "chat.deepseek.com": "deepseek",
    "chat.mistral.ai": "mistral",
    "grok.com": "grok",
    "www.meta.ai": "metaai",
    "graph.meta.ai": "metaai",
    "poe.com": "poe",
    "tch123456.tch.quora.com": "poe",
    "huggingface.co": "huggingchat",
}
"""The name of the page that each host serves."""

Reply = Callable[[Any], Awaitable[Any]]
_REPLIES: list[tuple[str, str, re.Pattern[str], Reply]] = []
EVENTS = "text/event-stream"


def reply(site: str, method: str, path: str) -> Callable[[Reply], Reply]:
    """Say which requests a function answers."""

    def note(function: Reply) -> Reply:
        _REPLIES.append((site, method, re.compile(path), function))
        return function

    return note


def find(site: str, method: str, path: str) -> Reply | None:
    """Return what answers a request."""
    for name, verb, pattern, function in _REPLIES:
        if (name, verb) == (site, method) and pattern.fullmatch(path):
            return function
    return None


def event(value: Any, name: str = "") -> str:
    """Return one server-sent event."""
    data = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return (f"event: {name}\n" if name else "") + f"data: {data}\n\n"


def line(value: Any) -> str:
    """Return one line of newline-delimited JSON."""
    return json.dumps(value, ensure_ascii=False) + "\n"


# --- ChatGPT: events, each a change to a message ----------------------------------------------


@reply("chatgpt", "POST", "/backend-api/f/conversation/prepare")
async def chatgpt_prepare(visit):
    return visit.json({"status": "ok", "conduit_token": "conduit"})


@reply("chatgpt", "POST", "/backend-api/f/conversation")
async def chatgpt(visit):
    chat = visit.said.get("conversation_id") or visit.server.new_chat()
    return await visit.stream(EVENTS, _chatgpt(chat))


def _chatgpt(chat: str) -> Iterator[str]:
    message = {"author": {"role": "assistant"}, "content": {"content_type": "text", "parts": [""]}}
    added = {"message": {"id": f"answer-{chat}", **message}, "conversation_id": chat}
    yield event('"v1"', "delta_encoding")
    yield event({"p": "", "o": "add", "v": added, "c": 0}, "delta")
    first, *rest = WORDS
    yield event({"p": "/message/content/parts/0", "o": "append", "v": first}, "delta")
    for word in rest:
        yield event({"v": word}, "delta")
    yield event({"type": "message_stream_complete", "conversation_id": chat})
    yield event("[DONE]")


# --- Claude: the message stream of its public interface ---------------------------------------


@reply("claude", "POST", "/api/organizations/[^/]+/chat_conversations")
async def claude_new(visit):
    return visit.json({"uuid": visit.said.get("uuid"), "name": ""}, 201)


@reply("claude", "POST", "/api/organizations/.+/(retry_)?completion")
async def claude(visit):
    return await visit.stream(f"{EVENTS}; charset=utf-8", _claude())


def _claude() -> Iterator[str]:
    def said(kind: str, **values: Any) -> str:
        return event({"type": kind, **values}, kind)

    yield said("message_start", message={"id": "chatcompl", "role": "assistant", "content": []})
    yield said("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for word in WORDS:
        delta = {"type": "text_delta", "text": word}
        yield said("content_block_delta", index=0, delta=delta)
    yield said("content_block_stop", index=0)
    yield said("message_delta", delta={"stop_reason": "end_turn"})
    yield said("message_stop")


# --- Gemini: chunks with their length, the answer so far in JSON within JSON ------------------


@reply("gemini", "POST", "/_/BardChatUi/data/.+/StreamGenerate")
async def gemini(visit):
    chat = re.search(rb"c_[\w-]+", visit.body)
    name = chat[0].decode() if chat else f"c_{visit.server.new_chat()}"
    return await visit.stream("application/json; charset=utf-8", _gemini(name))


def _gemini(chat: str) -> Iterator[str]:
    yield ")]}'\n\n"
    for end in range(1, len(WORDS) + 1):
        said = [None, [chat, "r_1"], None, None, [["rc_1", ["".join(WORDS[:end])]]]]
        chunk = json.dumps([["wrb.fr", None, json.dumps(said, ensure_ascii=False)]])
        yield f"{len(chunk) + 1}\n{chunk}\n"


# --- Copilot: a socket that carries both ways -------------------------------------------------


@reply("copilot", "POST", "/c/api/conversations")
async def copilot_new(visit):
    return visit.json({"id": visit.server.new_chat()})


@reply("copilot", "GET", "/c/api/chat")
async def copilot(visit):
    first = {"event": "connected", "requestId": "request", "id": "0"}
    return await visit.socket(_copilot, [json.dumps(first)])


def _copilot(text: str) -> Iterator[str]:
    asked = json.loads(text)
    if asked.get("event") == "ping":
        yield json.dumps({"event": "pong"})
    if asked.get("event") != "send":
        return
    shared = {"conversationId": asked.get("conversationId"), "messageId": "answer"}
    yield json.dumps({"event": "received", **shared})
    yield json.dumps({"event": "startMessage", **shared})
    for word in WORDS:
        yield json.dumps({"event": "appendText", "partId": "0", "text": word, **shared})
    yield json.dumps({"event": "partCompleted", "partId": "0", **shared})
    yield json.dumps({"event": "done", **shared})

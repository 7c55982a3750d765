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
    chat = re.search(rb"c_[0-9a-f]+", visit.body)
    name = chat[0].decode() if chat else f"c_{visit.server.new_chat().replace('-', '')}"
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


# --- Perplexity: events that each hold the whole answer so far --------------------------------


@reply("perplexity", "POST", "/rest/autosuggest/list-autosuggest")
async def perplexity_suggest(visit):
    return visit.json({"results": []})


@reply("perplexity", "POST", "/rest/sse/perplexity_ask")
async def perplexity(visit):
    last = visit.said.get("params", {}).get("last_backend_uuid")
    return await visit.stream(EVENTS, _perplexity(last or visit.server.new_chat()))


def _perplexity(chat: str) -> Iterator[str]:
    for end in range(1, len(WORDS) + 1):
        block = {"progress": "IN_PROGRESS", "answer": "".join(WORDS[:end])}
        said = {"backend_uuid": chat, "thread_url_slug": f"a-question-{chat}"}
        blocks = [{"intended_usage": "ask_text", "markdown_block": block}]
        yield event(said | {"blocks": blocks}, "message")
    yield event({"status": "COMPLETED", "final": True}, "end_of_stream")


# --- DeepSeek: events that append to a path ---------------------------------------------------


@reply("deepseek", "POST", "/api/v0/chat_session/create")
async def deepseek_new(visit):
    return visit.json({"code": 0, "data": {"biz_data": {"id": visit.server.new_chat()}}})


@reply("deepseek", "POST", "/api/v0/chat/(completion|edit_message|regenerate|continue)")
async def deepseek(visit):
    return await visit.stream(EVENTS, _deepseek())


def _deepseek() -> Iterator[str]:
    yield event({"request_message_id": 1, "response_message_id": 2}, "ready")
    first, *rest = WORDS
    yield event({"p": "response/content", "o": "APPEND", "v": first})
    for word in rest:
        yield event({"v": word})
    yield event({"p": "response/status", "o": "SET", "v": "FINISHED"})
    yield event({"click_behavior": "none"}, "close")


# --- Mistral: numbered lines with patches -----------------------------------------------------


@reply("mistral", "POST", "/api/trpc/message.newChat")
async def mistral_new(visit):
    made = {"chatId": visit.server.new_chat(), "messages": []}
    return visit.json([{"result": {"data": {"json": made}}}])


@reply("mistral", "POST", "/api/chat")
async def mistral(visit):
    patches = ([{"op": "append", "path": "/contentChunks/0/text", "value": word}] for word in WORDS)
    pieces = (f"15:{line({'json': {'type': 'message', 'patches': patch}})}" for patch in patches)
    return await visit.stream("text/plain; charset=utf-8", pieces)


# --- Grok: lines of JSON, a token each --------------------------------------------------------


@reply("grok", "POST", "/rest/app-chat/conversations/new")
async def grok_new(visit):
    chat = {"conversationId": visit.server.new_chat(), "title": "New conversation"}
    tokens = ({"response": token} for token in _grok())
    pieces = [{"conversation": chat}, *tokens]
    return await visit.stream("application/json", (line({"result": each}) for each in pieces))


@reply("grok", "POST", "/rest/app-chat/conversations/[^/]+/responses")
async def grok(visit):
    return await visit.stream("application/json", (line({"result": each}) for each in _grok()))


def _grok() -> Iterator[dict[str, Any]]:
    for word in WORDS:
        yield {"token": word, "isThinking": False, "isSoftStop": False}
    yield {"modelResponse": {"responseId": "answer", "message": ANSWER}}


# --- Meta AI: lines of GraphQL, the whole answer so far in each -------------------------------


@reply("metaai", "POST", "/(api/)?graphql/?")
async def metaai(visit):
    return await visit.stream("text/html; charset=utf-8", _metaai())


def _metaai() -> Iterator[str]:
    for end in range(1, len(WORDS) + 1):
        state = "STREAMING" if end < len(WORDS) else "OVERALL_DONE"
        message = {"streaming_state": state, "snippet": "".join(WORDS[:end])}
        yield line({"data": {"node": {"bot_response_message": message}}})


# --- Poe: the mutation is acknowledged, the answer comes over the socket ----------------------


@reply("poe", "GET", "/up/[^/]+/updates")
async def poe_updates(visit):
    return await visit.socket(lambda _: (), [json.dumps({"min_seq": 1})])


@reply("poe", "POST", "/api/gql_POST")
async def poe(visit):
    asked = visit.said.get("variables", {})
    name = asked.get("chatId") or int(visit.server.new_chat().replace("-", ""), 16) % 10**9
    visit.server.say_later("/up/", _poe())
    return visit.json(
        {"data": {"messageCreate": {"chat": {"chatId": name, "chatCode": f"c{name}"}}}}
    )


def _poe() -> Iterator[str]:
    for end in range(1, len(WORDS) + 1):
        state = "incomplete" if end < len(WORDS) else "complete"
        added = {"messageAdded": {"author": "bot", "text": "".join(WORDS[:end]), "state": state}}
        update = {"message_type": "subscriptionUpdate", "payload": {"data": added}}
        yield json.dumps({"messages": [json.dumps(update)]})


# --- HuggingChat: lines of JSON, padded ---------------------------------------------------------


@reply("huggingchat", "POST", "/chat/conversation")
async def huggingchat_new(visit):
    return visit.json({"conversationId": visit.server.new_chat().replace("-", "")[:24]})


@reply("huggingchat", "POST", "/chat/conversation/[0-9a-f]+")
async def huggingchat(visit):
    return await visit.stream("application/jsonl", _huggingchat())


def _huggingchat() -> Iterator[str]:
    yield line({"type": "status", "status": "started"})
    for word in WORDS:
        yield line({"type": "stream", "token": word.ljust(16, "\0")})
    yield line({"type": "finalAnswer", "text": ANSWER, "interrupted": False})

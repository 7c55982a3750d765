"""What the pages are answered that people run themselves, and those of nobody in particular."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.sites.replies import ANSWER, EVENTS, WORDS, event, reply

PAGES = ("open-webui", "librechat", "deepchat", "synced", "strict", "pointerdown", "ime")
"""Each has a port of its own on this machine."""

# --- Open WebUI: Socket.IO ----------------------------------------------------------------------


@reply("open-webui", "GET", "/ws/socket.io/")
async def openwebui_socket(visit):
    opened = {"sid": "sid", "upgrades": [], "pingInterval": 25000, "pingTimeout": 20000}
    accept = {"40": [f"40{json.dumps({'sid': 'session'})}"]}
    return await visit.socket(lambda said: accept.get(said[:2], ()), [f"0{json.dumps(opened)}"])


@reply("open-webui", "POST", "/api/v1/chats/(new|[0-9a-f-]+)")
async def openwebui_save(visit):
    asked = visit.said.get("chat", {})
    return visit.json({"id": asked.get("id") or visit.server.new_chat(), "chat": asked})


@reply("open-webui", "POST", "/api/chat/completions")
async def openwebui(visit):
    visit.server.say_later("/ws/", _openwebui(visit.said.get("chat_id"), visit.said.get("id")))
    return visit.json({"status": True, "task_ids": ["task"]})


def _openwebui(chat: str, message: str) -> Iterator[str]:
    for end in range(1, len(WORDS) + 1):
        said = {"content": "".join(WORDS[:end]), "done": end == len(WORDS)}
        about = {"chat_id": chat, "message_id": message}
        about["data"] = {"type": "chat:completion", "data": said}
        yield "42" + json.dumps(["events", about])


# --- LibreChat: events with the whole answer so far ---------------------------------------------


@reply("librechat", "POST", "/api/(agents/chat|ask)/[^/]+")
async def librechat(visit):
    chat = visit.said.get("conversationId") or visit.server.new_chat()
    return await visit.stream(EVENTS, _librechat(chat, visit.said))


def _librechat(chat: str, asked: dict[str, Any]) -> Iterator[str]:
    yield event({"created": True, "message": {"messageId": asked.get("messageId")}}, "message")
    for end in range(1, len(WORDS) + 1):
        yield event({"message": True, "text": "".join(WORDS[:end])}, "message")
    answer = {"messageId": "answer", "text": ANSWER}
    conversation = {"conversationId": chat}
    final = {"final": True, "conversation": conversation, "responseMessage": answer}
    yield event(final, "message")


# --- pages of nobody in particular --------------------------------------------------------------


def openai() -> Iterator[str]:
    """Yield the answer as the interface that many servers copy streams it."""
    for word in WORDS:
        yield event({"choices": [{"index": 0, "delta": {"content": word}}]})
    yield event("[DONE]")


async def plain(visit):
    """Answer what the plain pages ask."""
    return await visit.stream(EVENTS, openai())


for _site in ("strict", "pointerdown", "ime"):
    reply(_site, "POST", "/api/chat")(plain)


@reply("deepchat", "POST", "/api/deepchat")
async def deepchat(visit):
    return await visit.stream(EVENTS, (event({"text": word}) for word in WORDS))


@reply("synced", "PUT", "/api/drafts/[^/]+")
async def synced_draft(visit):
    visit.server.keep_draft(visit.said | {"draft": visit.request.path.split("/")[-1]})
    return visit.json({"saved": True})


@reply("synced", "GET", "/api/live")
async def synced_live(visit):
    def keep(said: str) -> Iterator[str]:
        visit.server.keep_draft(json.loads(said))
        yield json.dumps({"saved": True})

    return await visit.socket(keep)


@reply("synced", "POST", "/api/messages")
async def synced(visit):
    """Answer only what was kept: a page whose drafts stay away has nothing to send."""
    kept = visit.server.draft(visit.said.get("draft"))
    units = len(kept.encode("utf-16-le")) // 2
    if units != visit.said.get("length"):
        return visit.json({"error": "the draft is not complete"}, 409)
    return await visit.stream(EVENTS, openai())

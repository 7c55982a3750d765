"""Open WebUI itself, on a port of loopback, in front of a stand-in model that streams.

Runs in an environment of its own (`make openwebui`), without a network and without models of its
own. Every byte that reaches the server is appended to FILE; its data lie in the working folder.

The model says half of its answer, and the rest once a file `go` lies in the working folder, so
that a test sees the answer come in.

usage: webui_chat.py PORT FILE
"""

import asyncio
import json
import os
import secrets
import socket
import sys
import threading
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from recorder import Recorder

DATA = Path.cwd() / "data"
GO = Path.cwd() / "go"
MODEL = "stand-in"
SETTINGS = {
    "ANONYMIZED_TELEMETRY": "False",
    "BYPASS_EMBEDDING_AND_RETRIEVAL": "True",
    "DATA_DIR": str(DATA),
    "ENABLE_OLLAMA_API": "False",
    "ENABLE_VERSION_UPDATE_CHECK": "False",
    "FROM_INIT_PY": "True",
    "HF_HUB_OFFLINE": "1",
    "OFFLINE_MODE": "True",
    "OPENAI_API_KEY": "none",
    "RAG_EMBEDDING_ENGINE": "openai",
    "STATIC_DIR": str(DATA / "static"),
    "USE_SLIM_DOCKER": "True",
    "WEBUI_AUTH": "False",
    "WEBUI_SECRET_KEY": secrets.token_hex(),
}
upstream = FastAPI()


@upstream.get("/v1/models")
def models():
    return {"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "test"}]}


@upstream.post("/v1/chat/completions")
def complete(request: dict):
    """Say how much was asked."""
    asked = sum(len(str(turn["content"])) for turn in request["messages"])
    halves = ["The model read ", f"{asked} characters in all."]
    if request.get("stream"):
        return StreamingResponse(events(halves), media_type="text/event-stream")
    message = {"role": "assistant", "content": "".join(halves)}
    return chunk("chat.completion", {"message": message, "finish_reason": "stop"})


async def events(halves):
    for half in halves:
        yield event({"delta": {"role": "assistant", "content": half}, "finish_reason": None})
        while not GO.exists():
            await asyncio.sleep(0.05)
    yield event({"delta": {}, "finish_reason": "stop"})
    yield "data: [DONE]\n\n"


def event(choice):
    return f"data: {json.dumps(chunk('chat.completion.chunk', choice))}\n\n"


def chunk(kind, choice):
    choices = [{"index": 0, **choice}]
    return {"id": "answer", "object": kind, "created": 0, "model": MODEL, "choices": choices}


def serve(app, listener):
    config = uvicorn.Config(app, log_level="warning", loop="asyncio")
    uvicorn.Server(config).run(sockets=[listener])


def main():
    port, file = int(sys.argv[1]), Path(sys.argv[2])
    DATA.mkdir(exist_ok=True)
    behind = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(upstream, behind), daemon=True).start()
    os.environ |= {
        **SETTINGS,
        "OPENAI_API_BASE_URL": f"http://127.0.0.1:{behind.getsockname()[1]}/v1",
        "CORS_ALLOW_ORIGIN": f"http://127.0.0.1:{port}",
    }
    from open_webui.main import app  # it reads its settings as it is imported

    serve(Recorder(app, file), socket.create_server(("127.0.0.1", port)))


if __name__ == "__main__":
    main()

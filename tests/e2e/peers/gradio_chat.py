"""A chat interface that nobody here wrote: gradio's ChatInterface, on a port of loopback.

Runs in an environment of its own. Every byte that reaches the server is appended to the
file named on the command line, so that a test can look for what must not be there.

usage: gradio_chat.py PORT FILE
"""

import os
import sys
from pathlib import Path

os.environ |= {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1"}

import gradio as gr
import uvicorn
from fastapi import FastAPI


class Recorder:
    """ASGI middleware that writes down each request: method, path, query and body."""

    def __init__(self, app, file: Path):
        self.app, self.file = app, file

    async def __call__(self, scope, receive, send):
        if scope["type"] not in {"http", "websocket"}:
            return await self.app(scope, receive, send)
        self.note(f"{scope.get('method', 'WS')} {scope['path']}?".encode() + scope["query_string"])

        async def listen():
            message = await receive()
            body = message.get("body") or message.get("bytes") or b""
            self.note(body or (message.get("text") or "").encode())
            return message

        return await self.app(scope, listen, send)

    def note(self, data: bytes):
        with self.file.open("ab") as out:
            out.write(data + b"\n")


def answer(message, history):
    return f"The server read {len(message)} characters."


def main():
    port, file = int(sys.argv[1]), Path(sys.argv[2])
    app = gr.mount_gradio_app(FastAPI(), gr.ChatInterface(answer), path="/")
    recorded = Recorder(app, file)
    config = uvicorn.Config(recorded, host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    print("starting", flush=True)
    server.run()


if __name__ == "__main__":
    main()

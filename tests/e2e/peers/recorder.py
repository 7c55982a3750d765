"""Writes down every byte that reaches a server, so that a test can look for what must not."""

from pathlib import Path


class Recorder:
    """ASGI middleware that writes down each request and frame: method, path, query, body."""

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

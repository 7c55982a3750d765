"""A chat page of NiceGUI's parts, on a port of loopback.

NiceGUI keeps its inputs on the server: each change of the box goes there over a socket, long
before anybody presses send. Runs in an environment of its own.

usage: nicegui_chat.py PORT FILE
"""

import sys
from pathlib import Path

from nicegui import app, ui
from recorder import Recorder


@ui.page("/")
def chat():
    """Show a box, and the messages of this visit."""

    def send():
        text, box.value = box.value, ""
        if not text.strip():
            return
        with messages:
            ui.chat_message(text, name="You", sent=True)
            ui.chat_message(f"The server read {len(text)} characters.", name="Server")

    messages = ui.column().classes("w-full")
    with ui.footer().classes("bg-white"):
        box = ui.input(placeholder="Message").classes("w-full").props("id=message")
        box.on("keydown.enter", send)


def main():
    port, file = int(sys.argv[1]), Path(sys.argv[2])
    app.add_middleware(Recorder, file=file)
    ui.run(host="127.0.0.1", port=port, show=False, reload=False, title="A chat")


main()

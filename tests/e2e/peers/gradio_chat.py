"""A chat interface that nobody here wrote: gradio's ChatInterface, on a port of loopback.

Runs in an environment of its own. Every byte that reaches the server is appended to FILE.

usage: gradio_chat.py PORT FILE
"""

import os
import sys
from pathlib import Path

os.environ |= {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1"}

import gradio as gr
import uvicorn
from fastapi import FastAPI
from recorder import Recorder


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

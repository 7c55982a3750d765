"""Serves the test application on an ordinary socket: `serve.py ADDRESS PORT`."""

import sys
from pathlib import Path

from aiohttp import web

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
from tunnel_support import application  # noqa: E402 (the path comes first)

if __name__ == "__main__":
    web.run_app(application(), host=sys.argv[1], port=int(sys.argv[2]), print=None)

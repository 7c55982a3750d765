"""`sottovoce ask`: one prompt through the whole path, from the terminal."""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import secrets
import sys
from typing import Any, Final

import msgspec
from rich.console import Console

from companion import hardening, messages, words
from companion.commands import client
from companion.exits import Exit
from companion.framing import FramingError
from companion.front import CLI_ORIGIN
from companion.sockets import Connection, ConnectionClosedError
from companion.values import PromptText

_decoder = msgspec.json.Decoder(messages.ToExtension)
_encoder = msgspec.json.Encoder()
_LONGEST_SILENCE: Final = 180.0
"""Seconds without a word from the daemon."""
_GONE: Final = (ConnectionClosedError, FramingError, TimeoutError, msgspec.DecodeError)
_LAST: Final = (messages.Done, messages.Held, messages.ProtocolFault)
_STEERING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("text", metavar="TEXT", help="the prompt; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--account", default="", help="account or group, for policy")


def run(arguments: argparse.Namespace) -> Exit:
    """Ask, print the answer with where it came from and why."""
    hardening.harden()
    given = (
        sys.stdin.buffer.read().decode(errors="replace")
        if arguments.text == "-"
        else arguments.text
    )
    text = PromptText(given).reveal()  # bytes that are no text become U+FFFD
    if len(text) > messages.MAX_PROMPT_CHARACTERS:
        print(
            f"sottovoce ask: {len(text)} characters; "
            f"the most is {messages.MAX_PROMPT_CHARACTERS}. Nothing was sent.",
            file=sys.stderr,
        )
        return Exit.BAD_INPUT
    return asyncio.run(_run(text, arguments))


async def _run(text: str, arguments: argparse.Namespace) -> Exit:
    connection = await client.connect_or_say()
    if connection is None:
        return Exit.NO_DAEMON
    async with connection:
        show = _Quiet() if arguments.json else _Spoken()
        result: dict[str, Any] = {}
        try:
            await _ask(connection, text, arguments.account, show, result)
        except _GONE:
            print(f"sottovoce ask: the daemon stopped answering. {_sent(result)}", file=sys.stderr)
            return Exit.NO_DAEMON
    if arguments.json:
        print(json.dumps(result))
    return Exit.HELD if result.get("held") else Exit.OK


def _sent(result: dict[str, Any]) -> str:
    """Say what is known of a prompt whose daemon is gone."""
    if result.get("action") != "answer":
        return "Nothing was sent."
    return f"The {result['variant']} model may have been asked; nobody else was."


def printable(text: str) -> str:
    """Return an answer without the characters that steer a terminal; only lines and tabs stay."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


class _Quiet:
    """Shows nothing while the answer comes."""

    def show(self, message: messages.ToExtension) -> None:
        """Do nothing."""


class _Spoken:
    """Shows the answer as it comes, then where it came from and why."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._decided: messages.Decided | None = None

    def show(self, message: messages.ToExtension) -> None:
        """Show one message."""
        match message:
            case messages.Decided():
                self._decided = message
            case messages.Delta():
                print(printable(message.text), end="", flush=True)
            case messages.Done():
                print()
                self._console.print(self._origin(message), markup=False, soft_wrap=True)
            case messages.Held():
                sentence = words.held(message.reason)
                self._console.print(sentence, markup=False, soft_wrap=True)

    def _origin(self, done: messages.Done) -> str:
        decided = self._decided
        if decided is None:
            return ""
        return words.answered(
            variant=decided.variant,
            model=done.model,
            environment=done.environment,
            level=decided.level,
            threshold=decided.threshold,
            kinds=decided.kinds,
            reasons=decided.reasons,
            shares=decided.categories,
            grave=decided.grave,
            own=decided.words,
        )


async def _ask(
    connection: Connection,
    text: str,
    account: str,
    show: _Quiet | _Spoken,
    result: dict[str, Any],
) -> None:
    """Send the prompt and gather in `result` what comes back."""
    attach = messages.Attach(origin=CLI_ORIGIN, browser_pid=0)
    ask = messages.Ask(id=secrets.token_hex(16), text=text, account=account)
    connection.send(_encoder.encode(attach))
    connection.send(_encoder.encode(ask))
    result["id"] = ask.id
    answer: list[str] = []
    received = aiter(connection)
    while True:
        try:
            payload = await asyncio.wait_for(anext(received), _LONGEST_SILENCE)
        except StopAsyncIteration:
            raise ConnectionClosedError("the daemon closed the connection") from None
        message = _decoder.decode(payload)
        show.show(message)
        match message:
            case messages.Delta():
                answer.append(message.text)
            case messages.Decided():
                result |= _plain(message)
            case messages.Done():
                result |= {"answer": "".join(answer), **_plain(message)}
            case messages.Held():
                result |= {"held": message.reason.value, "retry": message.retry}
            case messages.ProtocolFault():
                result |= {"held": "internal", "message": message.message}
        if isinstance(message, _LAST):
            return


def _plain(message: messages.Decided | messages.Done) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(message)
    return {key: value for key, value in plain.items() if key not in {"type", "id"}}

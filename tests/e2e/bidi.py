"""A small WebDriver BiDi client for Firefox: just what the tests of the extension need.

Playwright drives only its own Firefox build, so this speaks the W3C protocol itself
(https://w3c.github.io/webdriver-bidi/) to a stock one.
"""

import asyncio
import base64
import contextlib
import itertools
import json
import os
import re
import shutil
import signal
from pathlib import Path

import aiohttp

PROGRAMS = ("firefox-esr", "firefox")
START_SECONDS = 60
COMMAND_SECONDS = 60
_READY = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")


class BidiError(Exception):
    """The browser refused a command."""


def find():
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)


class Firefox:
    """One headless Firefox with a profile of its own. Use `async with Firefox(...)`."""

    def __init__(
        self, program: str, profile: Path, environment: dict[str, str], **capabilities: object
    ):
        self._program, self._profile, self._environment = program, profile, environment
        self._capabilities = {"alwaysMatch": capabilities}
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future] = {}

    async def __aenter__(self):
        self._profile.mkdir(parents=True, exist_ok=True)
        self._process = await asyncio.create_subprocess_exec(
            *(self._program, "--headless", "--no-remote", "--profile", str(self._profile)),
            *("--remote-debugging-port", "0", "about:blank"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=self._environment,
            start_new_session=True,
        )
        try:
            address = await asyncio.wait_for(self._address(), START_SECONDS)
            self._drain = asyncio.create_task(self._discard())
            self._http = aiohttp.ClientSession()
            self._socket = await self._http.ws_connect(f"{address}/session", max_msg_size=0)
            self._reader = asyncio.create_task(self._read())
            await self.command("session.new", capabilities=self._capabilities)
        except BaseException:
            await self._kill()
            raise
        return self

    async def __aexit__(self, *_):
        with contextlib.suppress(BidiError, TimeoutError, aiohttp.ClientError):
            await self.command("session.end")
        self._reader.cancel()
        self._drain.cancel()
        await asyncio.gather(self._reader, self._drain, return_exceptions=True)
        await self._socket.close()
        await self._http.close()
        await self._kill()

    async def _kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()

    async def _address(self):
        async for line in self._process.stderr:
            if found := _READY.search(line):
                return found.group(1).decode()
        raise BidiError("Firefox ended before it listened")

    async def _discard(self):
        async for _ in self._process.stderr:
            pass

    async def _read(self):
        async for message in self._socket:
            data = json.loads(message.data)
            if (answer := self._answers.pop(data.get("id"), None)) and not answer.done():
                answer.set_result(data)

    async def command(self, method, **params):
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(json.dumps({"id": number, "method": method, "params": params}))
        data = await asyncio.wait_for(answer, COMMAND_SECONDS)
        if data["type"] == "error":
            raise BidiError(f"{method}: {data['error']}: {data.get('message', '')[:200]}")
        return data["result"]

    async def install(self, folder: Path):
        source = {"type": "path", "path": str(folder)}
        return (await self.command("webExtension.install", extensionData=source))["extension"]

    async def page(self):
        tree = await self.command("browsingContext.getTree")
        return Page(self, tree["contexts"][0]["context"])


class Page:
    """One tab."""

    def __init__(self, browser: Firefox, context: str):
        self._browser, self._context = browser, context

    async def goto(self, url):
        await self._browser.command(
            "browsingContext.navigate", context=self._context, url=url, wait="complete"
        )

    async def evaluate(self, expression):
        result = await self._browser.command(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self._context},
            awaitPromise=True,
        )
        if result["type"] == "exception":
            raise BidiError(result["exceptionDetails"]["text"][:200])
        value = result["result"].get("value")
        return None if value is None else json.loads(value)

    async def click(self, selector):
        found = await self._browser.command(
            "browsingContext.locateNodes",
            context=self._context,
            locator={"type": "css", "value": selector},
        )
        origin = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        press, release = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        await self._act("pointer", "mouse", [move, press, release])

    async def type(self, text):
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        await self._act("key", "keyboard", keys)

    async def press(self, *keys):
        """Press keys together, the last one last."""
        down = [{"type": "keyDown", "value": key} for key in keys]
        up = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        await self._act("key", "keyboard", [*down, *up])

    async def press_enter(self):
        await self.type("\ue007")

    async def _act(self, kind, name, steps):
        source = {"type": kind, "id": name, "actions": steps}
        await self._browser.command("input.performActions", context=self._context, actions=[source])

    async def screenshot(self, path: Path):
        shot = await self._browser.command(
            "browsingContext.captureScreenshot", context=self._context
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    async def until(self, expression, seconds=60):
        """Wait until an expression is true."""
        async with asyncio.timeout(seconds):
            while not (value := await self.evaluate(expression)):
                await asyncio.sleep(0.05)
        return value

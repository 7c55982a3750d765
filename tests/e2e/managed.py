"""A Chromium whose organisation installs the extension and sets its policy.

Policies live in /etc/chromium; each browser gets a view of its own of that folder, so nothing
on the computer changes. The packed extension has an id of its own, since the project's key is
not in the repository; a small script between it and the native host gives it the known one.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from companion.demo import browser
from companion.identity import CHROMIUM_ORIGIN, HOST_NAME
from companion.install import Installer

POLICIES = Path("/etc/chromium")


def possible() -> bool:
    """Say whether this process may give a browser its own view of /etc."""
    if os.geteuid() or not POLICIES.is_dir():
        return False
    return not subprocess.run(["unshare", "-m", "true"], check=False).returncode


class Organisation:
    """Packs an extension, serves it on this computer and makes browsers install it."""

    def __init__(self, extension: Path, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        public = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        letters = hashlib.sha256(public).hexdigest()[:32]
        self.id = letters.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))
        packed = folder / "extension"
        shutil.copytree(extension, packed, ignore=shutil.ignore_patterns("_metadata"))
        manifest = json.loads((packed / "manifest.json").read_text())
        manifest["key"] = base64.b64encode(public).decode()
        self._version = manifest["version"]
        (packed / "manifest.json").write_text(json.dumps(manifest))
        secret = folder / "key.pem"
        secret.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        command = [browser.find(), "--headless=new", "--no-sandbox", "--disable-gpu"]
        command += [f"--pack-extension={packed}", f"--pack-extension-key={secret}"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def __enter__(self):
        handler = functools.partial(_Quiet, directory=str(self._folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self._url = f"http://127.0.0.1:{self._server.server_port}"
        (self._folder / "update.xml").write_text(
            "<?xml version='1.0' encoding='UTF-8'?>"
            "<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>"
            f"<app appid='{self.id}'><updatecheck codebase='{self._url}/extension.crx'"
            f" version='{self._version}'/></app></gupdate>"
        )
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def program(self, settings: dict | None = None) -> str:
        """Return a script that starts Chromium under this organisation's policy."""
        view = self._folder / "etc"
        shutil.rmtree(view, ignore_errors=True)
        shutil.copytree(POLICIES, view)
        policy = {
            "ExtensionInstallForcelist": [f"{self.id};{self._url}/update.xml"],
            "DeveloperToolsAvailability": 1,
        }
        if settings is not None:
            policy["3rdparty"] = {"extensions": {self.id: settings}}
        self._policies = view / "policies/managed"
        self._policies.mkdir(parents=True, exist_ok=True)
        (self._policies / "organisation.json").write_text(json.dumps(policy))
        script = self._folder / "chromium"
        inside = f'mount --bind {view} {POLICIES} && exec {browser.find()} "$@"'
        script.write_text(f"#!/bin/sh\nexec unshare -m sh -c '{inside}' chromium \"$@\"\n")
        script.chmod(0o755)
        return str(script)

    def register(self, stack, profile: Path) -> None:
        """Let the packed extension reach the stack's companion."""
        profile.mkdir(parents=True, exist_ok=True)
        Installer(paths=stack.paths, home=str(stack.home)).register(user_data_dir=profile)
        known = profile / f"NativeMessagingHosts/{HOST_NAME}.json"
        manifest = json.loads(known.read_text())
        script = self._folder / "host"
        script.write_text(f'#!/bin/sh\nexec "{manifest["path"]}" {CHROMIUM_ORIGIN}\n')
        script.chmod(0o755)
        manifest |= {
            "path": str(script),
            "allowed_origins": [f"chrome-extension://{self.id}/"],
        }
        known.unlink()
        known.write_text(json.dumps(manifest))

    @contextlib.contextmanager
    def launched(self, playwright, stack, profile: Path, settings: dict | None = None) -> Iterator:
        """Start a browser of this organisation; its extension installs itself."""
        self.register(stack, profile)
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=self.program(settings),
            headless=True,
            args=["--no-first-run", "--disable-gpu", "--disable-sync", "--no-sandbox"],
            ignore_default_args=["--disable-background-networking", "--disable-extensions"],
            env={**stack.environment},
        )
        try:
            yield context
        finally:
            context.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

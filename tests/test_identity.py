"""The extension's ids agree with the manifest that they come from."""

import base64
import hashlib
import json
import re
from pathlib import Path

from companion import identity

MANIFEST = json.loads(
    (Path(__file__).parents[1] / "extension" / "manifest.json").read_text(encoding="utf-8")
)


def test_the_chromium_id_is_derived_from_the_key_in_the_manifest():  # D8
    digest = hashlib.sha256(base64.b64decode(MANIFEST["key"], validate=True)).hexdigest()
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:32])
    assert letters == identity.CHROMIUM_EXTENSION_ID
    assert f"chrome-extension://{letters}/" == identity.CHROMIUM_ORIGIN


def test_the_firefox_id_is_the_one_in_the_manifest():  # D8
    assert MANIFEST["browser_specific_settings"]["gecko"]["id"] == identity.FIREFOX_EXTENSION_ID


def test_the_host_name_is_one_that_browsers_accept():  # D8
    assert re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", identity.HOST_NAME)

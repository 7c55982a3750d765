"""Who the extension is: the ids that the native host's manifests allow, in one place.

Chromium derives an extension's id from the public key in its manifest (SHA-256 of the DER
bytes, the first 128 bits as letters a to p), so the id is stable wherever the extension is
loaded from. Firefox reads the id from the manifest itself.
"""

from __future__ import annotations

from typing import Final

CHROMIUM_EXTENSION_ID: Final = "lcphnaipdojmgbgiodjdlhanhmjeffdp"
"""The id in Chromium, Chrome, Edge, Brave and Vivaldi."""

CHROMIUM_ORIGIN: Final = f"chrome-extension://{CHROMIUM_EXTENSION_ID}/"
"""What a Chromium browser passes to the native host as its first argument."""

FIREFOX_EXTENSION_ID: Final = "companion@sottovoce.example"
"""The id in Firefox and LibreWolf."""

HOST_NAME: Final = "eu.sottovoce.companion"
"""The native host's name; the extension's `background/port.js` connects to the same."""

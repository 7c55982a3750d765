"""What a wheel holds beyond the import packages: the models and the extension.

An editable install points at the checkout, which has both in their own folders already.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WHEEL_FILES = {
    "extension": "companion/extension",
    "models/card.md": "companion/models/card.md",
    "models/secrets.json": "companion/models/secrets.json",
    "models/secrets.onnx": "companion/models/secrets.onnx",
    "models/sensitivity.json": "companion/models/sensitivity.json",
    "models/sensitivity.onnx": "companion/models/sensitivity.onnx",
}


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the models and the extension inside the companion package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to a wheel that is to be installed elsewhere."""
        if version == "standard":
            build_data["force_include"].update(_WHEEL_FILES)

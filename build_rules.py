"""What a wheel holds beyond the import packages: the models and the extension.

An editable install points at the checkout, which has both in their own folders already.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WHEEL_FILES = {
    "extension": "companion/extension",
    "models/card.md": "companion/models/card.md",
    "models/data.md": "companion/models/data.md",
    "models/vocab.txt": "companion/models/vocab.txt",
} | {
    f"models/{model}.{ending}": f"companion/models/{model}.{ending}"
    for model in ("encoder", "secrets", "sensitivity", "stack")
    for ending in ("json", "onnx", "onnx.sha256")
}


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the models and the extension inside the companion package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to a wheel that is to be installed elsewhere."""
        if version == "standard":
            build_data["force_include"].update(_WHEEL_FILES)

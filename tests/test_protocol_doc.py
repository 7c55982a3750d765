"""The protocol's reference names every message and every field of the wire."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from companion import messages
from companion.framing import DEPTH_LIMIT, FROM_BROWSER_LIMIT, Part

DOC = (Path(__file__).parents[1] / "docs/reference/protocol.md").read_text(encoding="utf-8")
STRUCTS = sorted(
    {*get_args(messages.FromExtension), *get_args(messages.ToExtension), messages.Links, Part},
    key=lambda struct: struct.__name__,
)


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_field_of_every_message_is_described(struct):  # D2
    config = struct.__struct_config__
    names = {field.encode_name for field in msgspec.structs.fields(struct)}
    if config.tag:
        names.add(config.tag)
    assert {name for name in names if f"`{name}`" not in DOC} == set()


def test_the_limits_are_the_ones_in_force():
    assert f"{FROM_BROWSER_LIMIT // 1024**2} MiB, JSON at most {DEPTH_LIMIT} levels deep" in DOC
    assert f"At most {messages.MAX_PROMPT_CHARACTERS:,} code points" in DOC

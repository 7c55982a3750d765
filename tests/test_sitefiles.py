"""The format of site files: what counts as described, and its JSON schema."""

import json
from pathlib import Path

import msgspec

from companion import sitefiles
from companion.sitefiles import Body, Files, Format, Rest, Shape
from companion.sites import load, shipped_folder

ROOT = Path(__file__).parent.parent
SHIPPED = load(shipped_folder())


def test_a_shape_without_any_place_is_empty():
    assert Shape().empty
    assert Shape(conversation=("id",)).empty
    assert not Shape(texts=(("a",),)).empty
    assert not Shape(rest=Rest()).empty
    assert not Shape(files=(Files(list=(), type=(), size=()),)).empty
    assert Body(format=Format.LEAVES).empty


def test_every_address_of_a_site_is_a_door():
    chatgpt = next(site for site in SHIPPED.sites if site.name == "chatgpt")
    assert len(chatgpt.doors) == 3
    assert [bool(door.reads) for door in chatgpt.doors] == [False, False, True]


def test_a_site_is_written_without_what_is_not_said():
    generic = SHIPPED.sites[-1]
    written = msgspec.json.decode(msgspec.json.encode(generic))
    assert "sockets" not in written
    assert written["kind"] == "generic"


def test_the_published_schema_is_that_of_the_program():
    published = (ROOT / "docs/reference/sites.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json.loads(json.dumps(sitefiles.schema()))


def test_every_key_and_every_value_is_explained():
    page = (ROOT / "docs/reference/sites.md").read_text(encoding="utf-8")
    structs = [s for s in vars(sitefiles).values() if isinstance(s, type(msgspec.Struct))]
    keys = {field.name for struct in structs for field in msgspec.structs.fields(struct)}
    enums = (sitefiles.Kind, Format, sitefiles.Use, sitefiles.Answer, sitefiles.FrameStage)
    words = keys | {str(value) for enum in enums for value in enum}
    assert sorted(word for word in words if f"`{word}`" not in page) == ["sites"]  # of a bundle


def test_every_file_says_what_it_rests_on():
    for site in SHIPPED.sites:
        assert site.checked
        assert site.source

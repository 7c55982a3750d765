"""Files with a real daemon: read, judged, held and named, and nowhere on its disk."""

import base64
import os
import random

import made_files as made
import pytest
from core_daemon import daemon, wait
from test_daemon import Wire

from companion.attachments import MAX_DATA
from tests.canary import Canary, search, search_folders

pytestmark = pytest.mark.system

PLEASE = "Please sum this file up for me in three sentences."
HARMLESS = "The mountains of the north are high, and the rivers run to the sea."
CANARY = Canary.fresh(random.Random(41))
PRIVATE = f"The patient {CANARY.word.title()} Quandary, SSN 078-05-1120, has diabetes."
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(99)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with daemon(tmp_path_factory.mktemp("home")) as home:
        yield home


@pytest.fixture
def wire(home):
    wire = Wire(home)
    yield wire
    wire.close()


def file(data: bytes, name: str = "file") -> dict:
    encoded = base64.b64encode(data).decode()
    return {"media_type": "", "size": len(data), "name": name, "data": encoded}


def decided(wire: Wire, name: str, *files: dict, **fields) -> dict:
    wire.prompt(name, PLEASE, attachments=files, **fields)
    return wire.hear("decided")


@pytest.mark.parametrize(
    ("kind", "make"), [("text", str.encode), ("docx", made.docx), ("pdf", made.pdf)]
)
def test_a_harmless_file_leaves_and_a_private_one_does_not(wire, kind, make):
    told = decided(wire, f"harmless-{kind}", file(make(HARMLESS)))
    assert (told["action"], told["reasons"]) == ("release", ["below_threshold"])
    assert told["files"] == [{"format": kind, "characters": len(HARMLESS), "unread": None}]
    told = decided(wire, f"private-{kind}", file(make(HARMLESS)), file(make(PRIVATE)))
    assert (told["action"], told["variant"]) == ("answer", "secured")
    assert told["reasons"] == ["threshold_reached"]
    parts = {each["part"] for each in told["findings"] if each["kind"] == "US_SSN"}
    assert parts == {"file:2"}
    assert CANARY.word.encode() not in wire.raw.lower()


def test_a_private_name_is_enough(wire):
    told = decided(wire, "name-0001", file(HARMLESS.encode(), f"SSN 078-05-1120 {CANARY.word}.txt"))
    assert told["variant"] == "secured"


def test_a_file_that_cannot_be_read_is_held_and_the_reason_is_said(wire):
    told = decided(wire, "picture-1", file(HARMLESS.encode()), file(PICTURE, "scan.png"))
    assert (told["action"], told["reasons"]) == ("hold", ["attachment_unjudged"])
    assert [each["unread"] for each in told["files"]] == [None, "picture"]
    assert wire.hear("held") | {"id": ""} == {
        "type": "held",
        "id": "",
        "reason": "attachment_unjudged",
        "retry": False,
    }


def test_files_with_too_many_bytes_are_refused_by_their_id(wire):
    half = file(bytes(MAX_DATA // 2))
    wire.prompt("too-large", PLEASE, attachments=[half, half, file(b"x")])
    assert wire.hear("fault")["id"] == "too-large"


def test_a_file_that_is_only_about_to_enter_the_page_is_judged_and_never_answered(wire):
    told = decided(wire, "look-0001", file(HARMLESS.encode()), stage="look")
    assert told["action"] == "pass"
    told = decided(wire, "look-0002", file(PRIVATE.encode()), stage="look")
    assert told["action"] == "hold"
    assert wire.hear("held")["reason"] == "kept_out"


def test_policy_lets_a_file_pass_that_cannot_be_read_and_the_decision_says_so(home, wire):
    path = home.path / "config" / "policy.toml"
    path.write_text('[files]\nunreadable = "pass"\n')
    try:
        told = {}

        def passes() -> bool:
            told.update(decided(wire, f"pass-{os.urandom(4).hex()}", file(PICTURE)))
            return told["action"] == "release"

        wait(passes)
        assert told["files"] == [{"format": "picture", "characters": 0, "unread": "picture"}]
        detail = next(each["detail"] for each in told["tag"] if each["criterion"] == "length")
        assert detail == "1 file, 1 not read or not to the end: picture"
    finally:
        path.unlink()


def test_nothing_of_a_file_is_on_disk(home, wire):
    decided(wire, "last-0001", file(made.docx(PRIVATE), f"{CANARY.word}.docx"))
    assert search_folders([home.path], CANARY) == set()
    assert set(search(PRIVATE.encode(), CANARY))  # it would be found

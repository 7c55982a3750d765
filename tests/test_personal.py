"""The file of what outlasts the daemon: private, whole or not at all, and without text."""

import stat

import msgspec
import pytest
from core_cases import CANARY

from companion.choices import Kept, KeptFinding
from companion.personal import KEY_BYTES, PersonalFile, PersonalKeys
from companion.values import PromptText


@pytest.fixture
def file(tmp_path):
    return PersonalFile(tmp_path / "person.json")


def full(keys: PersonalKeys) -> Kept:
    name = KeptFinding(kind="PERSON", digest=keys.of_finding(CANARY))
    return Kept().with_allowed(keys.text(PromptText(CANARY)), [name]).with_switch("chat", on=False)


def test_what_was_kept_is_there_after_a_restart(file, tmp_path):
    keys = file.keys()
    file.save(full(keys))
    again = PersonalFile(tmp_path / "person.json")
    assert again.load() == full(again.keys())


def test_no_text_is_in_any_file_and_all_are_private(file, tmp_path):
    file.save(full(file.keys()))
    paths = sorted(tmp_path.iterdir())
    assert [path.name for path in paths] == ["person.json", "person.key"]
    for path in paths:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"Zebulon" not in path.read_bytes()


def test_a_key_is_made_once_and_two_are_never_alike(file, tmp_path):
    text = PromptText("hello")
    assert file.keys().text(text) == file.keys().text(text)
    assert PersonalFile(tmp_path / "other.json").keys().text(text) != file.keys().text(text)
    assert len((tmp_path / "person.key").read_bytes()) == KEY_BYTES


def test_a_torn_key_is_replaced(file, tmp_path):
    (tmp_path / "person.key").write_bytes(b"short")
    file.keys()
    assert len((tmp_path / "person.key").read_bytes()) == KEY_BYTES


def test_prompts_and_findings_have_keys_of_their_own():
    keys = PersonalKeys(bytes(KEY_BYTES))
    assert keys.text(PromptText("anna")) != keys.of_finding("anna")
    with pytest.raises(ValueError, match="32 bytes"):
        PersonalKeys(b"")


def test_a_finding_is_compared_without_case_and_space():
    keys = PersonalKeys(bytes(KEY_BYTES))
    assert keys.of_finding("Anna  Schmidt,") == keys.of_finding("anna schmidt")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b'{"schema":2,"off":["chat"]}',
        b'{"off":"chat"}',
        b'{"prompts":["no digest"],"off":["chat"]}',
        b'{"findings":[{"kind":"person","digest":"%s"}],"off":["chat"]}' % (b"0" * 32),
        b'{"unknown":1,"off":["chat"]}',
        b"[" * 100_000,
    ],
    ids=lambda content: str(content[:20]),
)
def test_a_file_that_cannot_be_used_counts_as_empty(file, tmp_path, content):
    (tmp_path / "person.json").write_bytes(content)
    assert file.load() == Kept()


def test_a_missing_file_a_folder_or_a_link_counts_as_empty(file, tmp_path):
    assert file.load() == Kept()
    path = tmp_path / "person.json"
    path.mkdir()
    assert file.load() == Kept()
    path.rmdir()
    (tmp_path / "real.json").write_bytes(msgspec.json.encode(Kept(off=("chat",))))
    path.symlink_to(tmp_path / "real.json")
    assert file.load() == Kept()


def test_what_cannot_be_written_leaves_what_was_kept(file, tmp_path):
    file.save(Kept(off=("chat",)))
    missing = PersonalFile(tmp_path / "no such folder" / "person.json")
    with pytest.raises(OSError, match="No such file"):
        missing.save(Kept())
    assert missing.keys().text(PromptText("x"))
    assert file.load().off == ("chat",)

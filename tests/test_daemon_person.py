"""A person's wishes with a real daemon, real detectors and a restart."""

import json
import stat

import pytest
from core_daemon import daemon
from test_daemon import Wire

pytestmark = pytest.mark.system

PRIVATE = "Please write to my colleague Anna Schmidt that she was diagnosed with diabetes last week"
GRAVE = "The card of the customer is 4111 1111 1111 1111, please check it for me"
NAMED = "Please improve this letter: Dear Anna Schmidt, we met at your house in Bremen on Monday"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


def greeted(home) -> tuple[Wire, dict]:
    wire = Wire(home)
    wire.tell(type="hello", v=1, agent="test", extension="1")
    return wire, wire.hear("welcome")["yours"]


def secured(wire: Wire, name: str, text: str, **fields) -> dict:
    wire.prompt(name, text, **fields)
    told = wire.hear("decided")
    assert told["variant"] == "secured"
    wire.hear("held")
    return told


def decided(wire: Wire, name: str, text: str, **fields) -> dict:
    wire.prompt(name, text, **fields)
    return wire.hear("decided")


def test_a_persons_wishes_are_done_kept_and_written_down(path):  # R2
    with daemon(path) as home:
        wire, yours = greeted(home)
        assert yours["may"]["send_publicly"]
        assert secured(wire, "prompt-01", GRAVE)["offers"] == []
        wire.tell(type="override", id="act-00001", prompt="prompt-01", reason="own_risk")
        assert wire.hear("fault")["id"] == "act-00001"
        named = secured(wire, "prompt-02", NAMED, stage="typed")
        assert named["offers"] == ["public", "not_sensitive"]
        wire.tell(type="override", id="act-00002", prompt="prompt-02", reason="permitted")
        assert wire.hear("granted")["prompt"] == "prompt-02"
        assert decided(wire, "prompt-03", NAMED, stage="typed")["action"] == "pass"
        assert decided(wire, "prompt-04", NAMED)["reasons"] == ["released_by_person"]
        secured(wire, "prompt-05", NAMED)
        finding = next(each for each in named["findings"] if each["kind"] == "PERSON")
        text = NAMED[finding["start"] : finding["end"]]
        wire.tell(
            type="not_sensitive",
            id="act-00003",
            prompt="prompt-05",
            findings=[{"kind": "PERSON", "text": text}],
        )
        assert wire.hear("granted")["id"] == "act-00003"
        assert decided(wire, "prompt-06", NAMED)["reasons"] == ["allowed_by_person"]
        wire.tell(type="switch", id="act-00004", site="chat", on=False)
        assert wire.hear("yours")["off"] == ["chat"]
        assert decided(wire, "prompt-07", GRAVE)["reasons"] == ["paused_by_person"]
        wire.close()
    check_files(path)


def check_files(path) -> None:
    written = b"".join(file.read_bytes() for file in path.rglob("*") if file.is_file())
    assert b"Anna" not in written
    assert b"4111" not in written
    for name in ("person.json", "person.key"):
        assert stat.S_IMODE((path / "state" / name).stat().st_mode) == 0o600


def test_what_is_kept_holds_after_a_restart_and_only_a_site_can_be_switched_on_again(path):
    with daemon(path) as home:
        wire, yours = greeted(home)
        assert yours["off"] == ["chat"]
        assert decided(wire, "prompt-10", GRAVE)["reasons"] == ["paused_by_person"]
        wire.tell(type="switch", id="act-00010", site="chat", on=True)
        assert wire.hear("yours")["off"] == []
        assert decided(wire, "prompt-11", NAMED)["reasons"] == ["allowed_by_person"]
        secured(wire, "prompt-12", PRIVATE)
        events = explained(home)
        for event in ("overridden", "switched"):
            assert event in events
        wire.close()


def explained(home) -> list[str]:
    done = home.run("audit", "verify")
    assert done.returncode == 0, done.stderr
    exported = home.run("audit", "export").stdout.splitlines()
    rows = [json.loads(line) for line in exported]
    told = home.run("audit", "explain", "prompt-02").stdout.decode()
    assert "The person let it through to the public model and said that they are permitted" in told
    return [row["event"] for row in rows]


def test_a_browser_is_told_when_policy_lets_the_person_do_less(path):
    with daemon(path) as home:
        wire, _ = greeted(home)
        wire.tell(type="pause", id="act-00020", site="", minutes=5)
        assert wire.hear("yours")["paused"][0]["site"] == ""
        other, yours = greeted(home)
        assert yours["paused"][0]["site"] == ""
        file = home.path / "config" / "policy.toml"
        file.write_text("[person]\npause_minutes = 0\n")
        for each in (wire, other):
            told = each.hear("yours")
            assert (told["paused"], told["may"]["pause_minutes"]) == ([], 0)
        file.unlink()
        assert decided(wire, "prompt-20", GRAVE)["variant"] == "secured"
        wire.close()
        other.close()

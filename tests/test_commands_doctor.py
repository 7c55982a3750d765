"""`sottovoce doctor`: what it says of the service, of browsers, and of what is switched off."""

import json
import time

import pytest

from companion import __version__, messages
from companion.commands import doctor
from companion.exits import Exit
from tests.live import Port, eventually

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"
CHROMIUM = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0"


def checks(stack) -> list[dict]:
    return [json.loads(line) for line in stack.run("doctor", "--json").stdout.splitlines()]


def of(lines: list[dict], link: str) -> list[dict]:
    return [line for line in lines if line["link"] == link]


def test_a_browser_is_named_while_it_is_connected_and_after_it_has_gone(stack):
    class Chromium(Port):
        def send(self, message):
            if message.get("agent") == "a test":
                message = message | {"agent": CHROMIUM, "sites": 7}
            super().send(message)

    with Chromium(stack) as port:
        port.synchronise()
        (line,) = [each for each in of(checks(stack), "extension") if "Chromium" in each["says"]]
        assert line["state"] == "good"
        assert "Chromium or Chrome 156, version 1.0, connected since " in line["says"]
        (sites,) = of(checks(stack), "site files")
        assert (sites["state"], sites["says"]) == ("good", "version 7 in Chromium or Chrome 156")

    def gone() -> dict | None:
        (line,) = [each for each in of(checks(stack), "extension") if "Chromium" in each["says"]]
        return line if line["state"] == "note" else None

    left = eventually(gone, "it is said to have gone")
    assert "was here until" in left["says"]
    assert left["remedy"]


def test_a_pause_and_a_switch_are_told_with_what_to_do(stack, port):
    port.send({"type": "pause", "id": "pause-demo", "site": "demo", "minutes": 5})
    port.send({"type": "switch", "id": "switch-claude", "site": "claude", "on": False})
    port.synchronise()
    try:
        lines = checks(stack)
        (pause,) = of(lines, "pause")
        assert pause["says"].startswith("demo is paused until ")
        assert pause["remedy"]
        (off,) = of(lines, "switched off")
        assert off["says"] == "protection of claude is switched off: messages go out unchecked"
    finally:
        port.send({"type": "pause", "id": "resume-demo", "site": "demo", "minutes": 0})
        port.send({"type": "switch", "id": "switch-back", "site": "claude", "on": True})
        port.synchronise()
    lines = checks(stack)
    assert not of(lines, "pause")
    assert not of(lines, "switched off")


def test_the_running_companion_says_its_version(stack):
    (line,) = of(checks(stack), "companion")
    assert line == {"link": "companion", "state": "good", "says": "running", "remedy": ""}


def test_a_companion_of_another_version_is_broken_and_setup_mends_it():
    links = messages.Links(worker="ready", tunnel="up", secured="ready")
    told = doctor._companion(messages.State(links=links, companion="0.0.1"))
    assert told.state == "broken"
    assert "version 0.0.1" in told.says
    assert __version__ in told.says
    assert told.remedy == "run: sottovoce setup"
    assert doctor._companion(messages.State(links=links)).state == "good"


def test_where_no_browser_has_connected_it_says_how_to_add_the_extension():
    (line,) = doctor._extensions(())
    assert line.state == "note"
    assert "load the folder" in line.remedy


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox 153"),
        (f"{CHROMIUM} Safari/537.36 Edg/156.0.1.2", "Edge 156"),
        (f"{CHROMIUM} Safari/537.36 Vivaldi/8.1", "Vivaldi 8"),
        (CHROMIUM, "Chromium or Chrome 156"),
        ("something of its own", "something of its own"),
        ("", "a browser"),
    ],
)
def test_browsers_are_named_as_people_name_them(agent, name):
    assert doctor._browser_name(agent) == name


def test_one_broken_link_is_enough_to_fail(capsys):
    good, note = (doctor.Check(link="a", state=state, says="b") for state in ("good", "note"))
    broken = doctor.Check(link="c", state="broken", says="d", remedy="run: e")
    assert doctor.tell([good, note], as_json=False) == Exit.OK
    assert doctor.tell([good, broken, note], as_json=False) == Exit.FAILED
    assert "→ run: e" in capsys.readouterr().out


def test_times_are_told_in_the_computers_own_time():
    assert doctor._clock(0) == time.strftime("%Y-%m-%d %H:%M", time.localtime(0))

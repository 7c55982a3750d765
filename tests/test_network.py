"""Private networks, seen on the interfaces that this machine really has."""

import subprocess
import sys

import pytest

from companion import network


def test_an_interface_that_is_up_is_found_by_its_pattern():
    assert network.on_private_network(["lo*"])
    assert network.on_private_network(["nothing*", "l?"])


def test_what_matches_no_interface_is_no_private_network():
    assert not network.on_private_network(["no-such-interface*"])
    assert not network.on_private_network([])
    assert not network.on_private_network(["LO"])


def test_an_interface_whose_flags_cannot_be_read_counts_as_up(monkeypatch, tmp_path):
    monkeypatch.setattr(network, "_SYS", tmp_path)
    assert network.on_private_network(["lo"])
    (tmp_path / "lo").mkdir()
    (tmp_path / "lo" / "flags").write_text("not a number")
    assert network.on_private_network(["lo"])


def test_an_interface_that_is_down_does_not_count(monkeypatch, tmp_path):
    (tmp_path / "lo").mkdir()
    (tmp_path / "lo" / "flags").write_text("0x8\n")
    monkeypatch.setattr(network, "_SYS", tmp_path)
    assert not network.on_private_network(["lo"])


@pytest.mark.netns
def test_a_tunnel_device_that_comes_up_makes_the_network_private():  # F07
    code = (
        "from companion import network\nimport subprocess\n"
        "assert not network.on_private_network(['wg*'])\n"
        "subprocess.run('ip link add wg9 type veth peer name far9'.split(), check=True)\n"
        "assert not network.on_private_network(['wg*'])\n"
        "subprocess.run('ip link set wg9 up'.split(), check=True)\n"
        "assert network.on_private_network(['wg*'])\n"
    )
    run = ["unshare", "--net", "--mount", "sh", "-c", 'mount -t sysfs sys /sys && exec "$@"', "-"]
    subprocess.run([*run, sys.executable, "-c", code], check=True, timeout=30)

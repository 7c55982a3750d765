"""Where files live: the platform's folders, or one folder for all."""

import os
import stat
from pathlib import Path

from companion import paths


def test_one_folder_holds_everything_where_it_is_named(tmp_path):
    found = paths.resolve({"SOTTOVOCE_HOME": str(tmp_path)})
    assert found.policy == tmp_path / "config" / "policy.toml"
    assert found.settings == tmp_path / "config" / "companion.toml"
    assert found.audit == tmp_path / "state" / "audit.sqlite"
    assert found.spool == tmp_path / "state" / "telemetry.sqlite"
    assert found.socket == tmp_path / "run" / "daemon.sock"


def test_a_relative_home_is_made_absolute_once():
    assert paths.resolve({"SOTTOVOCE_HOME": "here"}).config == Path.cwd() / "here" / "config"


def test_an_empty_home_means_the_platforms_folders():
    found = paths.resolve({"SOTTOVOCE_HOME": ""})
    assert found == paths.resolve({})
    assert all(path.is_absolute() for path in (found.config, found.state, found.runtime))
    assert "sottovoce" in str(found.config)


def test_the_environment_is_read_where_none_is_given(monkeypatch, tmp_path):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    assert paths.resolve().config == tmp_path / "config"


def test_a_socket_path_fits_into_its_address_however_deep_the_home():
    deep = paths.resolve({"SOTTOVOCE_HOME": "/" + "deep/" * 40})
    deeper = paths.resolve({"SOTTOVOCE_HOME": "/" + "deep/" * 41})
    assert len(os.fsencode(deep.socket)) <= 100
    assert deep.socket != deeper.socket
    assert str(os.getuid()) in deep.runtime.name
    assert deep.config == Path("/" + "deep/" * 40) / "config"


def test_folders_are_made_for_their_owner_alone(tmp_path):
    found = paths.resolve({"SOTTOVOCE_HOME": str(tmp_path / "new")})
    old = os.umask(0)
    try:
        found.create()
        found.create()
    finally:
        os.umask(old)
    for folder in (found.config, found.state, found.runtime):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

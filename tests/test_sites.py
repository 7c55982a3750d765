"""The site files on this computer: what ships, what was installed, and no way back."""

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from companion import sitebundle, sites, siteupdates
from companion.paths import resolve
from companion.siteupdates import UpdateError

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = siteupdates.encode(PRIVATE.public_key().public_bytes_raw())
SHIPPED = sites.load(sites.shipped_folder())


@pytest.fixture
def paths(tmp_path):
    found = resolve({"SOTTOVOCE_HOME": str(tmp_path)})
    found.create()
    return found


@pytest.fixture
def system(tmp_path):
    folder = tmp_path / "system"
    folder.mkdir()
    return folder


@pytest.fixture
def source(paths, system):
    return sites.SiteSource(paths, lambda: (KEY,), system=system)


def update(version: int, *, label: str = "ChatGPT") -> bytes:
    changed = tuple(
        msgspec.structs.replace(site, label=label) if site.name == "chatgpt" else site
        for site in SHIPPED.sites
    )
    bundle = msgspec.structs.replace(SHIPPED, version=version, sites=changed)
    return siteupdates.write(msgspec.json.encode(bundle).decode(), PRIVATE)


def test_what_ships_can_be_used():
    assert SHIPPED.version >= 1
    assert {"chatgpt", "claude", "gemini", "demo", "generic"} <= {s.name for s in SHIPPED.sites}


def test_without_an_update_nothing_is_offered(source):
    assert source(0) is None
    assert source.found() == ()


def test_an_installed_update_is_offered_to_an_older_extension(source):
    source.install(update(1000))
    offered = source(SHIPPED.version)
    assert offered.key == KEY
    assert sitebundle.parse_bundle(offered.bundle).version == 1000
    assert source(1000) is None
    assert source(1001) is None


def test_the_newest_of_two_places_counts(source, system):
    source.install(update(1000))
    (system / sites.FILE).write_bytes(update(1002))
    assert source.newest().bundle.version == 1002


def test_an_update_that_is_not_newer_than_what_ships_is_refused(source):
    with pytest.raises(UpdateError, match="which ships"):
        source.install(update(SHIPPED.version))


def test_an_older_one_than_was_accepted_before_is_refused(source, paths, system):  # F05
    source.install(update(1001))
    assert source(0)
    with pytest.raises(UpdateError, match="was accepted before"):
        source.install(update(1000))
    (paths.config / sites.FILE).write_bytes(update(1000))
    later = sites.SiteSource(paths, lambda: (KEY,), system=system)
    assert later(0) is None
    assert "older than version 1001" in later.found()[0].error


def test_another_update_of_the_same_version_is_refused(source, paths):
    source.install(update(1001))
    assert source(0)
    with pytest.raises(UpdateError, match="another update"):
        source.install(update(1001, label="Other"))
    assert source.install(update(1001))


def test_what_is_not_known_to_be_newer_is_refused(source, paths):
    source.install(update(1001))
    (paths.state / "sites-accepted.json").write_text("garbage")
    with pytest.raises(UpdateError, match="unknown"):
        source.accept(update(1002))


def test_what_cannot_be_remembered_is_not_offered(source, paths):
    source.install(update(1001))
    assert source.newest()
    (paths.state / "sites-accepted.json").mkdir()
    assert source(0) is None


def test_a_key_of_the_policy_counts_only_as_long_as_policy_names_it(paths, system):
    keys = [KEY]
    source = sites.SiteSource(paths, lambda: tuple(keys), system=system)
    source.install(update(1000))
    assert source.newest()
    keys.clear()
    assert source.newest() is None
    assert "nobody whom you trust" in source.found()[0].error


def test_a_file_that_is_no_update_is_named_and_not_used(source, system):
    (system / sites.FILE).write_bytes(b"{}")
    assert source.newest() is None
    assert [found.path for found in source.found()] == [system / sites.FILE]


def test_a_place_that_cannot_be_read_is_named(source, system):
    (system / sites.FILE).mkdir()
    assert source.newest() is None
    assert source.found()[0].error


def test_a_change_is_seen(source):
    source.newest()
    assert not source.changed()
    source.install(update(1000))
    assert source.changed()


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("linux", "/etc/sottovoce"), ("darwin", "/Library/Application Support/Sottovoce")],
)
def test_the_systems_folder(platform, folder):
    assert str(sites.system_folder(platform, {})) == folder


def test_the_systems_folder_on_windows():
    assert (
        sites.system_folder("win32", {"PROGRAMDATA": "D:/Data"}).as_posix() == "D:/Data/Sottovoce"
    )


def test_a_folder_with_a_file_too_many_is_refused(tmp_path):
    folder = copied(tmp_path)
    (folder / "more.json").write_text("{}")
    with pytest.raises(sitebundle.SiteFileError, match="other files"):
        sites.load(folder)


def test_a_folder_with_a_file_of_another_name_is_refused(tmp_path):
    folder = copied(tmp_path)
    (folder / "poe.json").write_bytes((folder / "grok.json").read_bytes())
    with pytest.raises(sitebundle.SiteFileError, match="another site"):
        sites.load(folder)


def test_a_folder_without_an_index_is_refused(tmp_path):
    with pytest.raises(sitebundle.SiteFileError, match="cannot be read"):
        sites.load(tmp_path)


def copied(tmp_path):
    for path in sites.shipped_folder().glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path

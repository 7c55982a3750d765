"""`sottovoce sites`: what is in force; a key, a signature, an installation."""

import json
import stat

import pytest

from companion import cli, sites, siteupdates

SHIPPED = sites.load(sites.shipped_folder())


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SOTTOVOCE_HOME", str(tmp_path))
    monkeypatch.setattr(sites, "system_folder", lambda: tmp_path / "system")
    (tmp_path / "config").mkdir()
    return tmp_path


@pytest.fixture
def signed(home, capsys):
    """An update of version 1000, signed by a new key that policy names."""
    assert cli.main(["sites", "keygen", str(home / "key.pem")]) == 0
    public = capsys.readouterr().out.strip()
    policy = f'name = "Ours"\n[sites]\nkeys = ["{public}"]\n'
    (home / "config" / "policy.toml").write_text(policy)
    return update(home, 1000)


def update(home, version):
    folder = home / f"files-{version}"
    folder.mkdir()
    for path in sites.shipped_folder().glob("*.json"):
        (folder / path.name).write_bytes(path.read_bytes())
    index = folder / sites.INDEX
    index.write_text(json.dumps(json.loads(index.read_text()) | {"version": version}))
    out = home / f"{version}.json"
    key = str(home / "key.pem")
    assert cli.main(["sites", "sign", str(folder), "--key", key, "--out", str(out)]) == 0
    return out


def test_as_shipped_every_site_is_listed_with_how_sure_its_file_is(capsys):
    assert cli.main(["sites"]) == 0
    said = capsys.readouterr().out
    assert f"version {SHIPPED.version}, as shipped" in said
    for site in SHIPPED.sites:
        assert (site.label or site.name) in said
        assert site.checked in said


def test_one_site_is_shown(capsys):
    assert cli.main(["sites", "show", "claude"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "Claude"
    assert cli.main(["sites", "show", "nowhere"]) == 3


def test_a_private_key_is_its_owners_alone_and_is_not_overwritten(home, capsys):
    path = home / "key.pem"
    assert cli.main(["sites", "keygen", str(path)]) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    assert cli.main(["sites", "keygen", str(path)]) == 1
    assert path.read_bytes() == before
    assert "key.pem" in capsys.readouterr().err


def test_an_update_is_signed_verified_and_installed(signed, home, capsys):
    assert cli.main(["sites", "verify", str(signed)]) == 0
    assert "it may be used here" in capsys.readouterr().out
    assert not (home / "config" / sites.FILE).exists()
    assert cli.main(["sites", "install", str(signed)]) == 0
    assert "version 1000" in capsys.readouterr().out
    assert cli.main(["sites", "list"]) == 0
    assert "signed by policy's key" in capsys.readouterr().out


def test_a_changed_update_is_not_installed(signed, home, capsys):
    signed.write_bytes(signed.read_bytes().replace(b"chatgpt.com", b"chatgpt.org", 1))
    assert cli.main(["sites", "install", str(signed)]) == 3
    assert "was changed" in capsys.readouterr().err
    assert not (home / "config" / sites.FILE).exists()


def test_an_update_by_an_unknown_key_is_not_installed(signed, home, capsys):
    (home / "config" / "policy.toml").unlink()
    assert cli.main(["sites", "install", str(signed)]) == 3
    assert "nobody whom you trust" in capsys.readouterr().err


def test_an_unusable_update_that_lies_there_is_named(signed, home, capsys):
    (home / "config" / sites.FILE).write_bytes(b"{}")
    assert cli.main(["sites"]) == 3
    said = capsys.readouterr().out
    assert "as shipped" in said
    assert "Not used" in said


def test_a_project_update_says_so(signed, home, capsys, monkeypatch):
    key = json.loads(signed.read_bytes())["key"]
    monkeypatch.setattr(siteupdates, "PROJECT_KEYS", (key,))
    assert cli.main(["sites", "verify", str(signed)]) == 0
    assert "signed by the project" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"garbage", b""])
def test_what_is_no_key_signs_nothing(home, capsys, content):
    (home / "key.pem").write_bytes(content)
    folder = str(sites.shipped_folder())
    assert cli.main(["sites", "sign", folder, "--key", str(home / "key.pem")]) == 3
    assert "key.pem" in capsys.readouterr().err


def test_another_kind_of_key_signs_nothing(home, capsys):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    (home / "key.pem").write_bytes(
        X25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    folder = str(sites.shipped_folder())
    assert cli.main(["sites", "sign", folder, "--key", str(home / "key.pem")]) == 3
    assert "Ed25519" in capsys.readouterr().err


def test_a_missing_file_is_named(home, capsys):
    assert cli.main(["sites", "install", str(home / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err

"""Private files and locks."""

import os
import stat
from pathlib import Path

import pytest

from companion.files import lock_private, open_private


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_a_private_file_is_0600_whoever_made_it_and_whatever_the_umask(tmp_path):
    path = tmp_path / "file"
    path.write_text("kept")
    path.chmod(0o666)
    old = os.umask(0)
    try:
        for each in (path, tmp_path / "new"):
            handle = open_private(each)
            assert stat.S_IMODE(os.fstat(handle).st_mode) == 0o600
            assert not os.get_inheritable(handle)
            os.close(handle)
    finally:
        os.umask(old)
    assert path.read_text() == "kept"


def test_a_link_is_refused(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="symbolic links"):
        open_private(tmp_path / "link")
    assert not (tmp_path / "target").exists()


def test_a_lock_is_held_until_its_descriptor_closes(tmp_path):
    first = lock_private(tmp_path / "lock")
    with pytest.raises(BlockingIOError):
        lock_private(tmp_path / "lock")
    os.close(first)
    os.close(lock_private(tmp_path / "lock"))


@pytest.mark.skipif(os.getuid() != 0, reason="needs root to become another user")
def test_a_file_of_somebody_else_is_refused(tmp_path):
    tmp_path.chmod(0o777)
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o666)
    before = open_descriptors()
    os.seteuid(65534)
    try:
        with pytest.raises(PermissionError):
            open_private(tmp_path / "file")
    finally:
        os.seteuid(0)
    assert open_descriptors() == before

"""The native messaging host: what the browser starts, a thin relay to the daemon.

Run as `python3 -ISu host.py SOCKET [DAEMON_COMMAND ...] -- BROWSER_ARGUMENTS`. It imports
the standard library only, so that it is ready in a few milliseconds. It checks who starts
it, finds the daemon or starts it, says which extension it speaks for, and then relays
frames both ways without reading, keeping or logging what is in them.
"""

from __future__ import annotations

import _thread
import ctypes
import fcntl
import os
import resource
import socket
import stat
import struct
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

HOST_NAME = "eu.sottovoce.companion"
CHROMIUM_ORIGINS = ("chrome-extension://lcphnaipdojmgbgiodjdlhanhmjeffdp/",)
FIREFOX_EXTENSIONS = ("companion@sottovoce.example",)

FROM_BROWSER_LIMIT = 16 * 1024 * 1024
TO_BROWSER_LIMIT = 1024 * 1024
START_SECONDS = 15.0

OK, CRASHED, NOT_FOR_YOU, NO_DAEMON, UNSAFE, BAD_FRAME, DAEMON_LOST = range(7)
MESSAGES = {
    NOT_FOR_YOU: "started by something that is not the extension",
    NO_DAEMON: "the companion's daemon does not answer",
    UNSAFE: "the companion's socket is not this user's alone",
    BAD_FRAME: "a message was malformed or too long",
    DAEMON_LOST: "the companion's daemon ended",
}
"""What each exit status means; said on standard error, and never anything else."""

KEPT_VARIABLES = ("HOME", "USER", "LOGNAME", "PATH", "LANG", "TZ", "TMPDIR", "SOTTOVOCE_HOME")
KEPT_PREFIXES = ("LC_", "XDG_")
_CHUNK = 64 * 1024
_ZEROS = bytes(_CHUNK)
_POLL_SECONDS = 0.01


class Refusal(Exception):  # noqa: N818 - an outcome with an exit status, not a mistake
    """The host ends; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(MESSAGES[status])
        self.status = status


def extension_of(arguments: list[str]) -> str:
    """Return the extension that the browser's arguments name.

    Chromium passes the extension's origin, then perhaps more. Firefox passes the path of
    the host's manifest and the extension's id.

    Raises:
        Refusal: It is none of ours.
    """
    if arguments and arguments[0] in CHROMIUM_ORIGINS:
        return arguments[0]
    manifest, extension = arguments[:2] if len(arguments) >= 2 else ("", "")
    if extension in FIREFOX_EXTENSIONS and manifest.endswith(f"/{HOST_NAME}.json"):
        return extension
    raise Refusal(NOT_FOR_YOU)


def _is_private(path: str, is_kind: Callable[[int], bool]) -> bool:
    status = os.lstat(path)
    owned = status.st_uid == os.getuid() and not status.st_mode & 0o077
    return owned and is_kind(status.st_mode)


def _peer_uid(link: socket.socket) -> int:
    """Ask the kernel who is at the other end (unix(7); macOS unix(4))."""
    if sys.platform == "darwin":
        return int(struct.unpack_from("=II", link.getsockopt(0, 1, 76))[1])
    credentials = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int(struct.unpack("=iII", credentials)[1])


def connect(path: str) -> socket.socket | None:
    """Return a link to the daemon, or None where nobody answers.

    Raises:
        Refusal: The folder, the socket or the process behind it is not this user's alone.
    """
    link = socket.socket(socket.AF_UNIX)
    try:
        if not _is_private(os.path.dirname(path), stat.S_ISDIR):  # noqa: PTH120
            raise Refusal(UNSAFE)
        if not _is_private(path, stat.S_ISSOCK):
            raise Refusal(UNSAFE)
        link.connect(path)
        if _peer_uid(link) != os.getuid():
            raise Refusal(UNSAFE)
    except (FileNotFoundError, ConnectionRefusedError):
        link.close()
        return None
    return link


def find_or_start(path: str, command: list[str], deadline: float) -> socket.socket:
    """Return a link to the daemon, which is started by one of any number of waiting hosts.

    Raises:
        Refusal: Nobody answers by the deadline, or what is there is not safe.
    """
    link = connect(path)
    if link is not None:
        return link
    if not command:
        raise Refusal(NO_DAEMON)
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
    lock = os.open(path + ".start", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    first = started = False
    while time.monotonic() < deadline:
        link = connect(path)
        if link is not None:
            os.close(lock)
            return link
        if first and not started:
            start(command)
            started = True
        elif not first and _is_first(lock):
            first = True
            continue  # the daemon may have come up before the lock was free: look once more
        time.sleep(_POLL_SECONDS)
    raise Refusal(NO_DAEMON)


def _is_first(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False  # another host has started the daemon and waits for it, like this one
    return True


def start(command: list[str]) -> None:
    """Start the daemon as a process of its own that outlives host and browser (daemon(7))."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        os.setsid()
        if os.fork() == 0:
            _become(command)
    finally:
        os._exit(CRASHED)


def _become(command: list[str]) -> None:
    os.chdir("/")
    os.umask(0o077)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.execve(command[0], command, environment(dict(os.environ)))  # noqa: S606 - no shell wanted


def environment(browser: dict[str, str]) -> dict[str, str]:
    """Return what the daemon gets of the browser's environment: no preloads, keys, proxies."""
    return {
        name: value
        for name, value in browser.items()
        if name in KEPT_VARIABLES or name.startswith(KEPT_PREFIXES)
    }


def harden() -> None:
    """Forbid core dumps and, on Linux, reading this process's memory (prctl(2))."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)


def relay(source: int, sink: int, limit: int, *, source_ended: int, sink_ended: int) -> int:
    """Carry frames from one file descriptor to the other until one ends.

    Only lengths are looked at. The one buffer is wiped after each frame.

    Args:
        source: Where frames come from.
        sink: Where they go.
        limit: The longest payload allowed.
        source_ended: What to return when the source closes.
        sink_ended: What to return when the sink closes.

    Returns:
        An exit status.
    """
    buffer = memoryview(bytearray(_CHUNK))
    while True:
        filled = _fill(source, buffer[:4])
        if filled < 4:
            return source_ended
        (length,) = struct.unpack("=I", buffer[:4])
        if not 0 < length <= limit:
            return BAD_FRAME
        used = min(4 + length, _CHUNK)
        while length:
            got = _read(source, buffer[filled : filled + length])
            if not got:
                return source_ended
            if not _write(sink, buffer[: filled + got]):
                return sink_ended
            length -= got
            filled = 0
        buffer[:used] = _ZEROS[:used]


def _fill(source: int, view: memoryview) -> int:
    filled = 0
    while filled < len(view):
        got = _read(source, view[filled:])
        if not got:
            break
        filled += got
    return filled


def _read(source: int, view: memoryview) -> int:
    try:
        return os.readv(source, [view])
    except OSError:
        return 0


def _write(sink: int, view: memoryview) -> bool:
    try:
        while view:
            view = view[os.write(sink, view) :]
    except OSError:
        return False
    return True


def relay_both(link: int) -> int:
    """Relay in both directions at once and return the exit status of the first to end."""
    ended = _thread.allocate_lock()
    ended.acquire()
    statuses: list[int] = []

    def run(*ways: int, source_ended: int, sink_ended: int) -> None:
        status = CRASHED
        try:
            status = relay(*ways, source_ended=source_ended, sink_ended=sink_ended)
        finally:
            statuses.append(status)
            if ended.locked():
                ended.release()

    browser_ended = {"source_ended": OK, "sink_ended": DAEMON_LOST}
    daemon_ended = {"source_ended": DAEMON_LOST, "sink_ended": OK}
    _thread.start_new_thread(run, (0, link, FROM_BROWSER_LIMIT), browser_ended)
    _thread.start_new_thread(run, (link, 1, TO_BROWSER_LIMIT), daemon_ended)
    ended.acquire()
    return statuses[0]


def serve(arguments: list[str]) -> int:
    """Do the host's work and return its exit status.

    Args:
        arguments: The socket, the command that starts the daemon, `--`, and the browser's.
    """
    cut = arguments.index("--")
    path, command = arguments[0], arguments[1:cut]
    extension = extension_of(arguments[cut + 1 :])
    harden()
    link = find_or_start(path, command, time.monotonic() + START_SECONDS)
    attach = f'{{"type":"attach","origin":"{extension}","browser_pid":{os.getppid()}}}'.encode()
    if not _write(link.fileno(), memoryview(struct.pack("=I", len(attach)) + attach)):
        raise Refusal(DAEMON_LOST)
    return relay_both(link.fileno())


def main() -> None:
    """Run the host and leave at once; no thread and no buffer needs a farewell."""
    try:
        status = serve(sys.argv[1:])
    except Refusal as refusal:
        status = refusal.status
    except BaseException as error:  # noqa: BLE001 - only the type of what fails may be shown
        status = CRASHED
        MESSAGES[CRASHED] = f"stopped by {type(error).__name__}"
    if status:
        os.write(2, f"sottovoce host: {MESSAGES.get(status, 'stopped')}\n".encode())
    os._exit(status)


if __name__ == "__main__":
    main()

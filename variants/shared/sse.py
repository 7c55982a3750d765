"""Server-sent events, read from bytes as they arrive (WHATWG HTML, section 9.2.6). Sans-IO."""

from __future__ import annotations

from typing import Final

MAX_EVENT: Final = 1024 * 1024
"""Bytes of one event's data; a longer one is refused."""


class EventTooLargeError(Exception):
    """The sender's event exceeds `MAX_EVENT`."""


class EventReader:
    """Takes bytes in any division and gives the data of each complete event."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._data: list[bytes] = []
        self._size = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Return the data of the events that `data` completes.

        Raises:
            EventTooLargeError: An event or a line does not end within the bound.
        """
        self._buffer += data
        events: list[bytes] = []
        while (line := self._take_line()) is not None:
            if line:
                self._field(line)
            elif self._data:
                events.append(b"\n".join(self._data))
                self._data, self._size = [], 0
        if len(self._buffer) + self._size > MAX_EVENT:
            raise EventTooLargeError
        return events

    def _take_line(self) -> bytes | None:
        end = min((i for i in map(self._buffer.find, (b"\n", b"\r")) if i >= 0), default=-1)
        # A carriage return at the very end may be half of a CRLF: wait for the next byte.
        if end < 0 or (self._buffer[end] == 13 and end + 1 == len(self._buffer)):
            return None
        line = bytes(self._buffer[:end])
        crlf = self._buffer[end : end + 2] == b"\r\n"
        del self._buffer[: end + 1 + crlf]
        return line

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"data":
            value = value.removeprefix(b" ")
            self._data.append(value)
            self._size += len(value)
            if self._size > MAX_EVENT:
                raise EventTooLargeError

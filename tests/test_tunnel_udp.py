"""The UDP socket: batches, order, lost datagrams, and replacement."""

import asyncio
import errno
import socket

import pytest
from tunnel_support import until

from companion.tunnel.udp import UdpSocket


@pytest.fixture
async def end():
    received = []
    sock = UdpSocket(received.extend)
    sock.open(socket.AF_INET, "127.0.0.1", 0)
    yield sock, received
    sock.close()


@pytest.fixture
def peer():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        sock.settimeout(2)
        yield sock


async def test_datagrams_pass_both_ways_in_order(end, peer):
    sock, received = end
    sock.send([(b"%d" % number, peer.getsockname()) for number in range(50)])
    assert [peer.recv(100) for _ in range(50)] == [b"%d" % number for number in range(50)]
    for number in range(100):
        peer.sendto(b"%d" % number, sock.address)
    await until(lambda: len(received) == 100)
    assert [content for content, _ in received] == [b"%d" % number for number in range(100)]
    assert received[0][1] == peer.getsockname()


async def test_a_datagram_that_cannot_be_sent_is_lost_and_the_rest_goes_on(end, peer):
    sock, _ = end
    nowhere = ("127.0.0.1", 9)
    too_large = (bytes(70_000), peer.getsockname())
    sock.send([(b"x", nowhere), too_large, (b"after", peer.getsockname())])
    assert peer.recv(100) == b"after"
    assert sock.opened == 1


class Refusing:
    """A socket whose sends fail as told, and then work."""

    def __init__(self, real, errors):
        self._real, self._errors = real, list(errors)

    def sendto(self, datagram, address):
        if self._errors:
            raise self._errors.pop(0)
        return self._real.sendto(datagram, address)

    def __getattr__(self, name):
        return getattr(self._real, name)


async def test_datagrams_wait_when_there_is_no_room(end, peer):
    sock, _ = end
    sock._socket = Refusing(sock._socket, [BlockingIOError(), BlockingIOError()])
    sock.send([(b"one", peer.getsockname()), (b"two", peer.getsockname())])
    sock.send([(b"three", peer.getsockname())])
    got = [await asyncio.to_thread(peer.recv, 100) for _ in range(3)]
    assert got == [b"one", b"two", b"three"]


async def test_what_waits_is_bounded(end, peer):
    sock, _ = end
    sock._socket = Refusing(sock._socket, [BlockingIOError()] * 3)
    for _ in range(30):
        sock.send([(b"x", peer.getsockname())] * 100)
    assert len(sock._waiting) == 1024


@pytest.mark.parametrize("number", [errno.EBADF, errno.ENOTCONN, errno.ECONNABORTED])
async def test_a_broken_socket_is_replaced_on_its_port(end, peer, number):
    sock, received = end
    sock._socket = Refusing(sock._socket, [OSError(number, "broken")])
    sock.send([(b"lost", peer.getsockname()), (b"kept", peer.getsockname())])
    assert sock.opened == 2
    assert peer.recv(100) == b"kept"
    peer.sendto(b"back", sock.address)
    await until(lambda: received)


@pytest.mark.parametrize("number", [errno.ENETDOWN, errno.ENETUNREACH, errno.ECONNREFUSED])
async def test_a_network_that_is_down_does_not_replace_the_socket(end, peer, number):
    sock, _ = end
    sock._socket = Refusing(sock._socket, [OSError(number, "down")])
    sock.send([(b"lost", peer.getsockname()), (b"kept", peer.getsockname())])
    assert (peer.recv(100), sock.opened) == (b"kept", 1)


async def test_a_socket_that_cannot_be_reopened_is_tried_again(end, peer, monkeypatch):
    sock, _ = end
    real, failures = sock.open, [OSError(errno.EMFILE, "too many"), OSError(errno.EMFILE, "again")]

    def fail(*arguments):
        if failures:
            raise failures.pop()
        real(*arguments)

    monkeypatch.setattr(sock, "open", fail)
    monkeypatch.setattr("companion.tunnel.udp._REOPEN_AFTER", 0.01)
    sock.replace()
    assert sock._socket is None
    sock.send([(b"patient", peer.getsockname())])
    assert await asyncio.to_thread(peer.recv, 100) == b"patient"


async def test_a_socket_that_was_closed_behind_our_back_is_replaced(end, peer):
    sock, received = end
    sock._socket.close()
    sock.drain()
    assert sock.opened == 2
    peer.sendto(b"back", sock.address)
    await until(lambda: received)


async def test_a_closed_socket_stays_closed(end):
    sock, _ = end
    sock.close()
    sock.drain()
    sock.close()
    assert sock._socket is None
    assert sock._reopening is None


async def test_an_address_in_use_is_an_error(end):
    sock, _ = end
    other = UdpSocket(lambda batch: None)
    with pytest.raises(OSError, match="in use"):
        other.open(socket.AF_INET, "127.0.0.1", sock.address[1])

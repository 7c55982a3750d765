"""The asyncio transport over a connection: flow control, half-close, endings."""

import asyncio

import pytest
from tunnel_support import configurations, until

from companion.tunnel.gateway import Gateway
from companion.tunnel.transport import HIGH_WATER
from companion.tunnel.tunnel import Tunnel


class Recorder(asyncio.Protocol):
    def __init__(self, *, keep_open=False):
        self.data, self.events = bytearray(), []
        self.transport = None
        self.keep_open = keep_open

    def connection_made(self, transport):
        self.transport = transport
        self.events.append("made")

    def data_received(self, data):
        self.data += data

    def eof_received(self):
        self.events.append("eof")
        return self.keep_open

    def connection_lost(self, error):
        self.events.append("lost" if error is None else type(error).__name__)

    def pause_writing(self):
        self.events.append("pause")

    def resume_writing(self):
        self.events.append("resume")


class Buffered(asyncio.BufferedProtocol, Recorder):
    """Takes data in buffers of seven bytes."""

    def __init__(self):
        Recorder.__init__(self)
        self.buffer = bytearray(7)

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, size):
        self.data += self.buffer[:size]


@pytest.fixture
async def ends(tmp_path):
    """Two connected protocols: the client's and the gateway's."""
    client, config = configurations(tmp_path)
    gateway, tunnel = Gateway(config), Tunnel(client)
    await gateway.start()
    await tunnel.start()
    servers = []

    def factory():
        servers.append(Recorder(keep_open=True))
        return servers[-1]

    await gateway.listen(factory, "10.77.0.1", 80)

    async def connect(kind=Recorder):
        _, protocol = await tunnel.create_connection(kind, "10.77.0.1", 80)
        await until(lambda: servers)
        return protocol, servers[-1]

    yield connect
    await tunnel.close()
    await gateway.close()


async def test_addresses_are_known(ends):
    client, server = await ends()
    assert client.transport.get_extra_info("peername") == ("10.77.0.1", 80)
    assert server.transport.get_extra_info("peername")[0] == "10.77.0.2"
    assert client.transport.get_extra_info("sockname")[0] == "10.77.0.2"
    assert client.transport.get_extra_info("socket") is None
    assert client.transport.get_protocol() is client


async def test_writes_arrive_in_order(ends):
    client, server = await ends()
    client.transport.writelines([b"one ", bytearray(b"two "), memoryview(b"three")])
    client.transport.write(b"")
    await until(lambda: bytes(server.data) == b"one two three")


async def test_a_buffered_protocol_is_filled_piece_by_piece(ends):
    client, server = await ends(Buffered)
    server.transport.write(bytes(range(256)))
    await until(lambda: bytes(client.data) == bytes(range(256)))


async def test_a_reader_that_pauses_stops_the_writer_and_loses_nothing(ends):
    client, server = await ends()
    server.transport.pause_reading()
    assert not server.transport.is_reading()
    total = 3 * HIGH_WATER
    client.transport.write(bytes(total))
    assert client.events == ["made", "pause"]
    assert client.transport.get_write_buffer_size() > HIGH_WATER
    await asyncio.sleep(0.1)
    assert len(server.data) == 0
    server.transport.resume_reading()
    await until(lambda: len(server.data) == total)
    await until(lambda: client.events == ["made", "pause", "resume"])


async def test_half_close_leaves_the_other_direction_open(ends):
    client, server = await ends()
    assert client.transport.can_write_eof()
    client.transport.write(b"question")
    client.transport.write_eof()
    await until(lambda: server.events == ["made", "eof"])
    server.transport.write(b"answer")
    await until(lambda: bytes(client.data) == b"answer")
    server.transport.close()
    await until(lambda: server.events[-1] == "lost")
    await until(lambda: client.events == ["made", "eof", "lost"])


async def test_close_delivers_what_was_written(ends):
    client, server = await ends()
    client.transport.write(bytes(300_000))
    client.transport.close()
    client.transport.close()
    assert client.transport.is_closing()
    client.transport.write(b"ignored")
    await until(lambda: len(server.data) == 300_000)
    await until(lambda: server.events == ["made", "eof"])
    assert client.events == ["made", "lost"]


async def test_abort_resets_the_far_end(ends):
    client, server = await ends()
    client.transport.abort()
    await until(lambda: client.events == ["made", "lost"])
    await until(lambda: server.events == ["made", "ConnectionResetError"])


async def test_write_limits_are_checked(ends):
    client, _ = await ends()
    transport = client.transport
    transport.set_write_buffer_limits(high=1000)
    assert transport.get_write_buffer_limits() == (250, 1000)
    transport.set_write_buffer_limits(low=10)
    assert transport.get_write_buffer_limits() == (10, 40)
    transport.set_write_buffer_limits()
    assert transport.get_write_buffer_limits()[1] == HIGH_WATER
    with pytest.raises(ValueError, match="at least"):
        transport.set_write_buffer_limits(high=1, low=2)


async def test_streams_of_asyncio_work_over_it(ends):
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    _, server = await ends(lambda: protocol)
    writer = asyncio.StreamWriter(protocol._transport, protocol, reader, loop)
    writer.write(b"hello\n")
    await writer.drain()
    await until(lambda: bytes(server.data) == b"hello\n")
    server.transport.write(b"line\n")
    assert await reader.readline() == b"line\n"
    writer.close()
    await writer.wait_closed()


async def test_a_cancelled_connect_leaves_nothing_behind(tmp_path):
    client, config = configurations(tmp_path)
    gateway, tunnel = Gateway(config), Tunnel(client)
    await gateway.start()
    await tunnel.start()
    await tunnel.wait_up()
    gateway._link.stack.receive = lambda packet, now: None
    connecting = asyncio.ensure_future(tunnel.create_connection(asyncio.Protocol, "10.77.0.1", 80))
    await until(tunnel._link.stack.connections)
    connecting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await connecting
    await until(lambda: not tunnel._link.stack.connections())
    assert not tunnel._link._transports
    assert not tunnel._link._openings
    await tunnel.close()
    await gateway.close()

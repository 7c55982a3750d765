"""Timers, keypairs, rekeying, erasure and liveness of a peer, in virtual time."""

from itertools import pairwise

import pytest
from tunnel_world import LEFT_AT, TO_LEFT, TO_RIGHT, Weather, WireGuardWorld

from companion.tunnel import packets, session
from companion.tunnel.errors import ProtocolError
from companion.tunnel.packets import COOKIE_REPLY, DATA, INITIATION, RESPONSE
from companion.tunnel.peer import DOWN_AFTER, PATIENCE

TIRELESS = {"tireless": True, "evidence": 30.0}


def send(world, *, expects_answer=False):
    world.left.send(TO_RIGHT, world.now, expects_answer=expects_answer)


def answer(world):
    world.right.send(TO_LEFT, world.now)


def joined(**options):
    world = WireGuardWorld(**options)
    send(world)
    world.run(0.1 + 3 * world.link.weather.delay)
    assert world.received[world.right] == [TO_RIGHT.ljust(32, b"\0")]
    world.datagrams.clear()
    return world


@pytest.mark.parametrize("psk", [bytes(32), bytes(range(32))], ids=["no psk", "psk"])
def test_the_first_packet_makes_one_handshake_and_follows_it(psk):
    # D6
    world = WireGuardWorld(psk=psk)
    send(world)
    world.run(0.1)
    assert world.kinds() == [INITIATION, RESPONSE, DATA]
    assert world.received[world.right] == [TO_RIGHT.ljust(32, b"\0")]


def test_a_handshake_without_a_packet_is_confirmed_by_a_keepalive():
    world = WireGuardWorld()
    world.peer.initiate(world.now)
    world.run(0.1)
    assert world.kinds() == [INITIATION, RESPONSE, DATA]
    assert world.received[world.right] == []


def test_what_waited_at_the_responder_goes_out_once_the_initiator_confirmed():
    world = WireGuardWorld()
    answer(world)
    send(world)
    world.run(0.1)
    assert len(world.received[world.left]) == 1
    assert world.kinds().count(INITIATION) == 1


def test_the_responder_sends_nothing_before_the_initiator_confirmed():
    world = WireGuardWorld()
    world.filter = lambda datagram: datagram[0] != DATA
    world.peer.initiate(world.now)
    world.run(0.1)
    answer(world)
    assert DATA not in [datagram[0] for datagram, _ in world.right.outgoing()]


def test_an_initiation_is_repeated_every_five_seconds_for_ninety():
    world = WireGuardWorld(weather=Weather(loss=1.0))
    send(world)
    world.run(300)
    times = [at for at, _, _ in world.datagrams]
    assert 16 <= len(times) <= 19
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert all(5.0 <= gap <= 5.0 + session.JITTER + 0.001 for gap in gaps)
    assert len(set(gaps)) > 5


def test_a_tireless_peer_is_asked_quickly_at_first_and_for_ever():
    world = WireGuardWorld(weather=Weather(loss=1.0), left=TIRELESS)
    world.peer.initiate(world.now)
    world.run(600)
    times = [at - 1000 for at, _, _ in world.datagrams]
    assert sum(at < DOWN_AFTER + 1 for at in times) == 4
    assert len(times) > 110


def test_somebody_who_waits_hurries_the_next_initiation():
    world = WireGuardWorld(weather=Weather(loss=1.0))
    world.peer.initiate(world.now)
    world.run(0.1)
    world.peer.initiate(world.now, hurry=True)
    world.run(0.1)
    assert len(world.datagrams) == 1
    world.run(0.5)
    world.peer.initiate(world.now, hurry=True)
    world.run(0.1)
    assert len(world.datagrams) == 2


def test_what_is_received_is_answered_by_a_keepalive_after_ten_seconds():
    world = joined()
    world.run(9.8)
    assert world.kinds() == []
    world.run(0.4)
    assert world.kinds() == [DATA]
    world.run(60)
    assert world.kinds() == [DATA]


def test_silence_after_a_packet_starts_a_handshake_after_fifteen_seconds():
    world = joined()
    world.run(20)
    world.datagrams.clear()
    world.link.weather = Weather(loss=1.0)
    send(world)
    world.run(14.9)
    assert world.kinds() == [DATA]
    world.run(1.0)
    assert world.kinds() == [DATA, INITIATION]


def test_silence_after_a_packet_that_expects_an_answer_is_noticed_within_seconds():
    world = joined(left=TIRELESS)
    world.run(10.5)
    world.datagrams.clear()
    world.link.weather = Weather(loss=1.0)
    send(world, expects_answer=True)
    world.run(PATIENCE + 0.1)
    assert world.kinds() == [DATA, INITIATION]
    assert world.peer.alive(world.now)
    world.run(DOWN_AFTER - PATIENCE)
    assert not world.peer.alive(world.now)


def test_a_peer_that_answers_again_is_alive_again():
    world = joined(left=TIRELESS)
    world.run(10.5)
    world.link.weather = Weather(loss=1.0)
    send(world, expects_answer=True)
    world.run(60)
    assert not world.peer.alive(world.now)
    world.link.weather = Weather()
    world.run(6)
    assert world.peer.alive(world.now)


def test_a_quiet_peer_is_asked_for_a_sign_of_life():
    world = joined(left=TIRELESS)
    world.run(300)
    assert world.kinds().count(INITIATION) in range(7, 10)
    assert world.peer.alive(world.now)
    world.link.weather = Weather(loss=1.0)
    world.run(30 + DOWN_AFTER + 0.5)
    assert not world.peer.alive(world.now)


def test_persistent_keepalives_come_from_either_side():
    world = joined(left={"keepalive": 25.0})
    world.run(10.2)
    world.datagrams.clear()
    world.run(60)
    assert world.kinds().count(DATA) == 2


def test_the_initiator_renews_keys_after_two_minutes():
    world = joined()
    for _ in range(130):
        world.run(1.0)
        send(world)
        answer(world)
    world.run(0.1)
    assert world.kinds().count(INITIATION) == 1
    assert world.peer.completed == world.far_peer.completed == 2
    assert len(world.received[world.right]) == 131


def test_the_responder_does_not_renew_keys_by_itself():
    world = joined()
    for _ in range(140):
        world.run(1.0)
        answer(world)
    initiators = {source for _, source, datagram in world.datagrams if datagram[0] == INITIATION}
    assert initiators <= {LEFT_AT}


def test_an_initiator_that_only_receives_renews_before_the_keys_are_rejected():
    world = joined()
    for _ in range(175):
        world.run(1.0)
        answer(world)
    world.run(0.1)
    assert world.kinds().count(INITIATION) == 1
    assert len(world.received[world.left]) == 175


def test_packets_on_the_way_during_a_rekey_still_arrive():
    world = joined(weather=Weather(delay=0.5))
    world.run(2)
    send(world)
    world.settle()
    world.peer.initiate(world.now + 6, hurry=True)
    world.run(0.1)
    answer(world)
    world.run(5)
    assert world.peer.completed == 2
    assert len(world.received[world.right]) == 2
    assert len(world.received[world.left]) == 1


def test_keys_are_rejected_after_three_minutes():
    world = joined()
    peer = world.far_peer
    keypair = peer._current
    datagram = world.peer._current.seal(TO_RIGHT.ljust(32, b"\0"))
    message = packets.parse(datagram)
    with pytest.raises(ProtocolError, match="too old"):
        peer.receive(keypair, message, LEFT_AT, world.now + 180)
    assert not keypair.can_send(world.now + 180)


def test_a_packet_after_three_minutes_waits_for_new_keys():
    world = joined()
    world.run(200)
    world.datagrams.clear()
    send(world)
    world.run(0.1)
    assert world.kinds() == [INITIATION, RESPONSE, DATA]
    assert len(world.received[world.right]) == 2


def test_keys_are_erased_after_nine_minutes():
    world = joined()
    world.run(session.ERASE_AFTER - 1)
    assert world.peer._current is not None
    world.run(1.5)
    for peer in (world.peer, world.far_peer):
        assert peer._current is peer._previous is peer._next is None
    assert not world.left._indices._owners
    assert not world.right._indices._owners


def test_keys_that_were_just_agreed_are_not_erased_with_the_old_ones():
    world = joined()
    world.link.now += session.ERASE_AFTER + 60  # the machine slept: no timer ran
    world.peer.initiate(world.now, hurry=True)
    world.settle()
    send(world)
    world.run(1)
    assert len(world.received[world.right]) == 2
    initiations = [at for at, _, datagram in world.datagrams if datagram[0] == INITIATION]
    assert len(initiations) <= 2


def test_at_most_three_keypairs_are_kept():
    world = joined()
    for _ in range(20):
        world.peer.initiate(world.now, hurry=True)
        world.run(1.0)
    assert world.peer.completed >= 20
    assert len(world.left._indices._owners) <= 3
    assert len(world.right._indices._owners) <= 3


def test_counters_that_run_out_start_a_rekey_and_then_stop():
    world = joined()
    keypair = world.peer._current
    world.run(6)
    keypair._counter = session.REKEY_AFTER_MESSAGES
    world.datagrams.clear()
    send(world)
    world.settle()
    assert INITIATION in world.kinds()
    keypair._counter = session.REJECT_AFTER_MESSAGES
    assert not keypair.can_send(world.now)


def test_a_handshake_at_half_loss_is_done_within_the_attempt_time():
    done = 0
    for seed in range(100):
        world = WireGuardWorld(seed=seed, weather=Weather(loss=0.5))
        world.peer.initiate(world.now)
        world.run(90)
        done += world.peer.completed > 0
    assert done >= 97


def test_both_sides_may_start_at_once():
    world = WireGuardWorld()
    world.far_peer.endpoint = LEFT_AT
    send(world)
    answer(world)
    world.run(0.1)
    world.run(12)
    send(world)
    answer(world)
    world.run(0.1)
    assert world.received[world.right][-1].startswith(TO_RIGHT)
    assert world.received[world.left][-1].startswith(TO_LEFT)


def test_a_gateway_under_load_asks_for_a_cookie_and_takes_it():
    world = WireGuardWorld()
    for _ in range(200):
        world.right._issuer.under_load(world.now)
    world.right._issuer._loaded_until = world.now + 60
    send(world)
    world.run(6)
    assert world.kinds() == [INITIATION, COOKIE_REPLY, INITIATION, RESPONSE, DATA]
    assert len(world.received[world.right]) == 1


def test_plaintexts_are_padded_but_never_beyond_the_mtu():
    world = joined()
    world.left.send(TO_RIGHT + bytes(1420 - len(TO_RIGHT) - 1), world.now)
    world.settle()
    assert len(world.datagrams[-1][2]) == 1420 + packets.DATA_OVERHEAD
    world.left.send(TO_RIGHT[:21], world.now)
    world.settle()
    assert len(world.datagrams[-1][2]) == 32 + packets.DATA_OVERHEAD

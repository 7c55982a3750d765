"""The scoreboard: what is sent, what is lost, and what is sent again."""

import pytest

from companion.tunnel.sender import Sender

MSS = 100


@pytest.fixture
def sender():
    sender = Sender(1000, MSS)
    assert send_all(sender) == [(1000, 1001)]
    sender.negotiated(MSS, sack=True)
    sender.set_window(100_000)
    sender.acknowledge(1001, (), 0.1, duplicate=False)
    return sender


def send_all(sender, now=0.0):
    sent = []
    while (record := sender.next_segment(now)) is not None:
        sent.append((record.start, record.end))
    return sent


def numbers(*segments):
    return [(1001 + MSS * number, 1101 + MSS * number) for number in segments]


def test_the_syn_goes_alone_until_it_is_acknowledged():
    sender = Sender(1000, MSS)
    sender.write(b"early")
    assert send_all(sender) == [(1000, 1001)]
    assert send_all(sender) == []


def test_bytes_go_out_in_segments_up_to_the_window_of_ten(sender):
    sender.write(bytes(5000))
    assert send_all(sender) == numbers(*range(10))
    sender.acknowledge(1201, (), 0.2, duplicate=False)
    assert send_all(sender) == numbers(10, 11, 12, 13)


def test_the_last_bytes_carry_the_fin(sender):
    sender.write(b"abc")
    sender.fin_wanted = True
    assert send_all(sender) == [(1001, 1005)]
    assert sender.fin_at == 1004
    sender.acknowledge(1004, (), 0.2, duplicate=False)
    assert not sender.done
    sender.acknowledge(1005, (), 0.2, duplicate=False)
    assert sender.done
    assert sender.buffered == 0


def test_the_peers_window_is_respected(sender):
    sender.set_window(250)
    sender.write(bytes(1000))
    assert send_all(sender) == numbers(0, 1)
    sender.acknowledge(1201, (), 0.2, duplicate=False)
    sender.set_window(50)
    assert send_all(sender) == [(1201, 1251)]


def test_a_closed_window_blocks_once_nothing_is_in_flight(sender):
    sender.set_window(100)
    sender.write(bytes(200))
    assert send_all(sender) == numbers(0)
    assert not sender.blocked
    sender.acknowledge(1101, (), 0.2, duplicate=False)
    sender.set_window(0)
    assert send_all(sender) == []
    assert sender.blocked


def test_three_sacked_segments_above_mean_a_loss(sender):
    sender.write(bytes(1000))
    send_all(sender)
    for count in (1, 2):
        sender.acknowledge(1001, [numbers(1)[0][:1] + numbers(count)[0][1:]], 0.2, duplicate=True)
        assert send_all(sender) == []
    sender.acknowledge(1001, [(numbers(1)[0][0], numbers(3)[0][1])], 0.2, duplicate=True)
    sender.acknowledge(1001, [(numbers(1)[0][0], numbers(7)[0][1])], 0.2, duplicate=True)
    assert send_all(sender)[0] == numbers(0)[0]


def test_a_lost_segment_is_sent_again_once(sender):
    sender.write(bytes(1000))
    send_all(sender)
    for last in (3, 5, 9):
        block = (numbers(1)[0][0], numbers(last)[0][1])
        sender.acknowledge(1001, [block], 0.2, duplicate=True)
    assert send_all(sender) == numbers(0)
    assert send_all(sender) == []


def test_several_holes_are_repaired_in_one_round(sender):
    sender.write(bytes(1000))
    send_all(sender)
    blocks = [numbers(one)[0] for one in (1, 3, 5, 7, 8, 9)]
    sender.acknowledge(1001, blocks, 0.2, duplicate=True)
    assert send_all(sender) == numbers(0, 2, 4, 6)


def test_without_sack_three_duplicates_mean_a_loss(sender):
    sender.sack = False
    sender.write(bytes(1000))
    send_all(sender)
    for _ in range(2):
        sender.acknowledge(1001, (), 0.2, duplicate=True)
    assert not sender.congestion.recovering
    sender.acknowledge(1001, (), 0.2, duplicate=True)
    assert sender.congestion.recovering
    sender._pipe = 0
    assert send_all(sender)[0] == numbers(0)[0]


def test_without_sack_a_partial_answer_names_the_next_hole(sender):
    sender.sack = False
    sender.write(bytes(1000))
    send_all(sender)
    for _ in range(3):
        sender.acknowledge(1001, (), 0.2, duplicate=True)
    sender.acknowledge(1201, (), 0.3, duplicate=False)
    assert [record.start for record in sender._sent if record.lost] == [1201]


def test_after_a_time_out_all_is_lost_and_sent_one_by_one(sender):
    sender.write(bytes(1000))
    send_all(sender)
    before = sender.rtt.rto
    sender.timed_out()
    assert sender.rtt.rto == 2 * before
    assert send_all(sender, 1.0) == numbers(0)
    sender.acknowledge(1101, (), 1.1, duplicate=False)
    assert send_all(sender, 1.1) == numbers(1, 2)


def test_what_the_receiver_has_is_not_sent_again_after_a_time_out(sender):
    sender.write(bytes(500))
    send_all(sender)
    sender.acknowledge(1001, [numbers(1)[0], numbers(3)[0]], 0.2, duplicate=True)
    sender.timed_out()
    sent = []
    for now in range(1, 4):
        sent += send_all(sender, float(now))
        sender.acknowledge(sent[-1][1], (), now + 0.1, duplicate=False)
    assert numbers(1)[0] not in sent


def test_a_receiver_that_reneges_gets_everything_again(sender):
    sender.write(bytes(300))
    send_all(sender)
    sender.acknowledge(1001, [numbers(1)[0]], 0.2, duplicate=True)
    sender.acknowledge(1101, (), 0.3, duplicate=False)
    sender.timed_out()
    assert send_all(sender, 1.0) == numbers(1)


def test_no_round_trip_is_measured_on_what_was_sent_twice(sender):
    sender.write(bytes(100))
    send_all(sender)
    sender.timed_out()
    send_all(sender, 50.0)
    before = sender.rtt._srtt
    sender.acknowledge(1101, (), 50.001, duplicate=False)
    assert sender.rtt._srtt == before


def test_what_only_waited_for_a_hole_to_be_filled_gives_no_round_trip(sender):
    sender.write(bytes(500))
    send_all(sender, 1.0)
    sender.acknowledge(1001, [(numbers(1)[0][0], numbers(4)[0][1])], 1.1, duplicate=True)
    assert sender.rtt.rto < 1.0
    send_all(sender, 1.2)
    sender.acknowledge(1501, (), 60.0, duplicate=False)
    assert sender.rtt.rto < 1.0


def test_an_answer_inside_a_segment_trims_it(sender):
    sender.write(bytes(100))
    send_all(sender)
    sender.acknowledge(1051, (), 0.2, duplicate=False)
    sender.timed_out()
    assert send_all(sender, 1.0) == [(1051, 1101)]
    assert sender._pipe == 50


def test_the_window_is_forgotten_after_idling(sender):
    sender.write(bytes(1000))
    send_all(sender)
    sender.acknowledge(2001, (), 0.1, duplicate=False)
    assert sender.congestion.window == 2001
    sender.write(bytes(5000))
    assert len(send_all(sender, 100.0)) == 10


def test_the_pipe_is_empty_when_all_is_acknowledged(sender):
    sender.write(bytes(1000))
    send_all(sender)
    sender.acknowledge(1001, [numbers(5)[0], numbers(7)[0], numbers(9)[0]], 0.2, duplicate=True)
    send_all(sender, 0.3)
    sender.acknowledge(2001, (), 0.4, duplicate=False)
    assert sender._pipe == sender._lost == 0
    assert not sender.in_flight

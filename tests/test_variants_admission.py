"""Turns, the queue before them, and what is said to those who cannot wait."""

import asyncio

import pytest

from variants.shared.admission import Admission
from variants.shared.errors import ApiError


async def hold(admission: Admission, release: asyncio.Event, entered: list[int], who: int) -> None:
    async with admission.turn():
        entered.append(who)
        await release.wait()


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_the_queue_is_first_come_first_served_and_bounded():
    admission = Admission(slots=1, waiting=2, patience=60)
    release, entered = asyncio.Event(), []
    tasks = []
    for who in range(3):
        tasks.append(asyncio.create_task(hold(admission, release, entered, who)))
        await settled()
    assert (admission.running, admission.waiting) == (1, 2)
    with pytest.raises(ApiError) as caught:
        async with admission.turn():
            pass
    assert (caught.value.status, caught.value.retry_after) == (429, 2)
    release.set()
    await asyncio.gather(*tasks)
    assert entered == [0, 1, 2]
    assert (admission.running, admission.waiting) == (0, 0)


async def test_whoever_waits_too_long_is_told_to_come_back():
    admission = Admission(slots=1, waiting=1, patience=0.01)
    async with admission.turn():
        with pytest.raises(ApiError) as caught:
            async with admission.turn():
                pass
    assert (caught.value.status, caught.value.retry_after) == (503, 5)
    assert admission.waiting == 0


async def test_a_waiter_that_goes_away_leaves_no_trace():
    admission = Admission(slots=1, waiting=1, patience=60)
    async with admission.turn():
        task = asyncio.create_task(hold(admission, asyncio.Event(), [], 1))
        await settled()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert (admission.running, admission.waiting) == (0, 0)
    async with admission.turn():
        assert admission.running == 1


async def test_an_error_within_a_turn_frees_it():
    admission = Admission(slots=1, waiting=0, patience=1)
    with pytest.raises(KeyError):
        async with admission.turn():
            raise KeyError
    async with admission.turn():
        pass

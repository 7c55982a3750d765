"""The pool of detector workers, with real processes that are stopped and killed.

Most tests share one pool; what is done to its workers is mended before the next test.
"""

import asyncio
import gc
import os
import signal
import time
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
import pytest_asyncio
from core_cases import CANARY, active, decision, public, request

from companion import workers
from companion.pipeline import undecided
from companion.values import PERSON_REASONS, Attachment, Reason, Timings, Variant
from companion.worker import Verdict
from companion.workers import Worker, WorkerLostError, WorkerPool

HARMLESS = "What is the tallest mountain in Europe and how do I plan a hike?"
SENSITIVE = "My social security number is 078-05-1120, please keep it for me."
PATIENCE = 60.0

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.system]


async def until(condition) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@asynccontextmanager
async def opened(**options):
    pool = WorkerPool(**({"size": 1, "deadline": 20.0} | options))
    pool.start()
    try:
        yield pool
    finally:
        await pool.close()


@pytest.fixture(scope="module")
def faults():
    """What the event loop had to report: nothing, as every test ends."""
    return []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(faults):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: faults.append(context))
    async with opened() as pool:
        yield pool


@pytest_asyncio.fixture(loop_scope="module")
async def pool(shared, faults):
    await until(lambda: shared.state == "ready" and len(shared.pids) == 1)
    yield shared
    gc.collect()
    await asyncio.sleep(0)
    assert faults == []


def stop(pool: WorkerPool) -> int:
    (pid,) = pool.pids
    os.kill(pid, signal.SIGSTOP)
    return pid


async def test_it_decides_with_the_real_models(pool):
    decision, timings = await pool.decide(request(HARMLESS), active())
    assert (decision.variant, decision.reasons) == (Variant.PUBLIC, (Reason.BELOW_THRESHOLD,))
    assert decision.model_id == pool.model_id
    assert timings.total > 0
    decision, _ = await pool.decide(request(SENSITIVE), active())
    assert decision.variant is Variant.SECURED


async def test_each_request_gets_its_own_answer_however_many_wait(pool):
    asked = [request(HARMLESS if i % 3 else SENSITIVE, id=f"r{i}") for i in range(30)]
    decisions = await asyncio.gather(*(pool.decide(each, active()) for each in asked))
    for i, (made, _) in enumerate(decisions):
        assert made.request_id == f"r{i}"
        assert made.variant == (Variant.PUBLIC if i % 3 else Variant.SECURED)


async def test_a_policy_that_changes_counts_from_the_next_request_on(pool):
    strict = active("threshold = 0.0")
    for rules, variant in ((active(), "public"), (strict, "secured"), (active(), "public")):
        decision, _ = await pool.decide(request(HARMLESS), rules)
        assert (decision.variant, decision.policy_id) == (variant, rules.id)


async def test_a_worker_that_overruns_is_killed_and_the_prompt_secured(pool, monkeypatch):  # R4
    monkeypatch.setattr(pool, "_deadline", 0.2)
    pid = stop(pool)
    decision, timings = await pool.decide(request(HARMLESS), active())
    assert decision == undecided(
        request(HARMLESS), active(), Reason.DETECTOR_TIMEOUT, pool.model_id
    )
    assert timings.total == 0.0
    await until(lambda: gone(pid) and pool.state == "ready")
    monkeypatch.setattr(pool, "_deadline", 20.0)
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert decision.variant is Variant.PUBLIC


async def test_a_worker_that_dies_while_it_judges_leaves_a_secured_prompt(pool):  # R4, R5
    pid = stop(pool)
    deciding = asyncio.create_task(pool.decide(request(HARMLESS), active()))
    await until(lambda: pool._busy)
    os.kill(pid, signal.SIGKILL)
    decision, _ = await deciding
    assert (decision.variant, decision.reasons) == (Variant.SECURED, (Reason.DETECTOR_LOST,))


async def test_a_worker_that_dies_while_idle_is_replaced_before_anybody_asks(pool):
    (pid,) = pool.pids
    os.kill(pid, signal.SIGKILL)
    await until(lambda: gone(pid) and pool.state == "ready" and len(pool.pids) == 1)
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert decision.variant is Variant.PUBLIC


async def test_a_request_that_meets_a_worker_just_killed_waits_for_the_next(pool):
    os.kill(pool.pids[0], signal.SIGKILL)
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert decision.variant in (Variant.PUBLIC, Variant.SECURED)
    if decision.variant is Variant.SECURED:
        assert decision.reasons == (Reason.DETECTOR_LOST,)


async def test_who_stops_waiting_leaves_no_answer_for_the_next(pool):
    pid = stop(pool)
    deciding = asyncio.create_task(pool.decide(request(HARMLESS, id="left"), active()))
    await until(lambda: pool._busy)
    deciding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await deciding
    decision, _ = await pool.decide(request(SENSITIVE, id="next"), active())
    assert (decision.request_id, decision.variant) == ("next", Variant.SECURED)
    assert Reason.THRESHOLD_REACHED in decision.reasons
    assert gone(pid)


async def test_who_stops_waiting_in_the_queue_loses_no_worker(pool, monkeypatch):
    pid = stop(pool)
    first = asyncio.create_task(pool.decide(request(HARMLESS), active()))
    await until(lambda: pool._busy)
    waiting = [asyncio.create_task(pool.decide(request(HARMLESS), active())) for _ in range(5)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    os.kill(pid, signal.SIGCONT)
    assert (await first)[0].variant is Variant.PUBLIC
    assert pool.pids == (pid,)
    assert (await pool.decide(request(HARMLESS), active()))[0].variant is Variant.PUBLIC


async def test_nobody_waits_in_the_queue_for_ever(pool, monkeypatch):
    pid = stop(pool)
    first = asyncio.create_task(pool.decide(request(HARMLESS), active()))
    await until(lambda: pool._busy)
    monkeypatch.setattr(pool, "_deadline", 0.1)
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert (decision.variant, decision.reasons) == (Variant.SECURED, (Reason.DETECTOR_LOST,))
    os.kill(pid, signal.SIGCONT)
    assert (await first)[0].variant is Variant.PUBLIC


async def test_what_the_pipe_cannot_carry_is_secured_and_costs_no_worker(pool):
    huge = Attachment(media_type="x", size=10**30)
    asked = request(HARMLESS, account="\ud800", attachments=(huge,))
    decision, _ = await pool.decide(asked, active())
    assert decision.variant is Variant.SECURED
    assert Reason.DETECTOR_FAILED in decision.reasons
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert decision.variant is Variant.PUBLIC


async def test_a_text_of_two_million_characters_goes_through_the_pipe(pool):
    decision, _ = await pool.decide(request("\U0001f600" * 2_000_000), active())
    assert decision.reasons == (Reason.TOO_LONG,)


async def test_errors_tasks_and_values_of_the_pool_show_no_text(pool):
    stop(pool)
    deciding = asyncio.create_task(pool.decide(request(CANARY), active()))
    await until(lambda: pool._busy)
    shown = f"{deciding!r} {asyncio.all_tasks()!r} {vars(pool)!r} {pool!r}"
    assert CANARY not in shown
    deciding.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await deciding
    assert CANARY not in repr(caught.value)


async def test_a_worker_is_recycled_without_a_gap_and_ends_although_it_is_idle(pool):
    (old,) = pool.pids
    pool._recycle_after = max(each.judged for each in pool._workers) + 1
    decision, _ = await pool.decide(request(HARMLESS), active())
    assert decision.variant is Variant.PUBLIC
    assert pool.state == "ready"  # the old one serves until the new one is there
    await until(lambda: gone(old) and len(pool.pids) == 1)
    assert pool.state == "ready"


async def test_a_worker_that_overruns_while_it_is_being_recycled_ends_too(pool, monkeypatch):
    (old,) = pool.pids
    pool._recycle_after = max(each.judged for each in pool._workers) + 1
    await pool.decide(request(HARMLESS), active())  # its successor loads from now on
    os.kill(old, signal.SIGSTOP)
    deciding = asyncio.create_task(pool.decide(request(HARMLESS), active()))
    await until(lambda: len(pool._workers) == 1 and old not in {w.pid for w in pool._workers})
    deciding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await deciding
    await until(lambda: gone(old) and len(pool.pids) == 1)


async def test_no_worker_speaks_for_a_person():
    asked = request()
    for reason in PERSON_REASONS:
        made = decision(Variant.PUBLIC, reason)
        rules = msgspec.structs.replace(active(), id=made.policy_id)
        verdict = Verdict(decision=made, timings=Timings())
        assert not workers._answers(verdict, asked, rules)
    verdict = Verdict(decision=public(), timings=Timings())
    assert workers._answers(verdict, asked, rules)


async def test_the_state_is_told_whenever_it_changes():
    told = []
    async with opened(on_state=lambda: told.append(pool.state)) as pool:
        assert pool.state == "down"
        await until(lambda: pool._loading)
        assert pool.state == "starting"
        await until(lambda: pool.state == "ready")
    assert "ready" in told
    assert pool.state == "down"


async def test_two_processes_decide_alike(pool):  # R15
    async with opened() as other:
        texts = [f"{HARMLESS} {n}" if n % 2 else f"{SENSITIVE} {n}" for n in range(40)]
        for text in texts:
            mine, its = await asyncio.gather(
                pool.decide(request(text), active()), other.decide(request(text), active())
            )
            assert msgspec.json.encode(mine[0]) == msgspec.json.encode(its[0])
        assert pool.pids != other.pids


async def test_closing_while_workers_load_leaves_no_process():
    async with opened(size=2) as pool:
        deciding = asyncio.create_task(pool.decide(request(HARMLESS), active()))
        before = children()
        await until(lambda: len(children() - before) >= 1)
        await pool.close()
        decision, _ = await asyncio.wait_for(deciding, PATIENCE)
        assert decision.reasons == (Reason.DETECTOR_LOST,)
        assert children() <= before


async def test_closing_while_a_worker_judges_secures_the_prompt_at_once():
    async with opened() as pool:
        await until(lambda: pool.state == "ready")
        pid = stop(pool)
        deciding = [asyncio.create_task(pool.decide(request(HARMLESS), active())) for _ in range(3)]
        await until(lambda: pool._busy)
        await pool.close()
        for decision, _ in await asyncio.wait_for(asyncio.gather(*deciding), PATIENCE):
            assert decision.reasons == (Reason.DETECTOR_LOST,)
        assert gone(pid)
        assert pool.pids == ()


async def test_a_closed_pool_secures_at_once():
    pool = WorkerPool(size=1, deadline=20.0)
    await pool.close()
    started = time.monotonic()
    for _ in range(3):
        decision, _ = await pool.decide(request(HARMLESS), active())
        assert decision.reasons == (Reason.DETECTOR_LOST,)
    assert time.monotonic() - started < 5


def children() -> set[int]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return set(map(int, listed.split()))


async def test_who_waits_for_a_first_worker_is_told_soon_that_none_can_start(monkeypatch):  # R1
    monkeypatch.setattr(workers.sys, "executable", "/bin/true")
    async with opened(deadline=0.2) as pool:
        started = time.monotonic()
        decision, _ = await pool.decide(request(HARMLESS), active())
        assert (decision.variant, decision.reasons) == (Variant.SECURED, (Reason.DETECTOR_LOST,))
        assert time.monotonic() - started < workers.LOAD_DEADLINE / 3


@pytest.mark.parametrize("program", ["/bin/cat"])
async def test_a_worker_that_never_gets_ready_secures_and_is_tried_again(monkeypatch, program):
    monkeypatch.setattr(workers.sys, "executable", program)
    monkeypatch.setattr(workers, "RETRY_DELAY", 0.01)
    monkeypatch.setattr(workers, "LOAD_DEADLINE", 0.2)
    async with opened(deadline=0.3) as pool:
        decision, _ = await pool.decide(request(HARMLESS), active())
        assert (decision.variant, decision.reasons) == (Variant.SECURED, (Reason.DETECTOR_LOST,))
        assert pool.state == "down"
        monkeypatch.undo()
        await until(lambda: pool.state == "ready")
    monkeypatch.setattr(workers.sys, "executable", "/bin/true")
    with pytest.raises(WorkerLostError):
        await Worker.start()

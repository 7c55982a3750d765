"""One flipped byte in what a decision rests on: refused, secured, and said."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from core_cases import active, request
from core_daemon import Home, wait

from companion import workers
from companion.detectors import DetectorError
from companion.tools import load_tools, model_folder
from companion.values import Reason, Variant
from companion.workers import WorkerPool
from models.pins import pin

NAMES = ("encoder", "secrets", "sensitivity", "stack")
MODELS = (*(f"{name}.onnx" for name in NAMES), "vocab.txt")
CARDS = tuple(f"{name}.json" for name in NAMES)
PLACES = 50
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    for name in (*MODELS, *CARDS):
        shutil.copy(model_folder() / name, folder / name)
    pin(folder)
    return folder


def flipped(data: bytes, source: random.Random) -> bytes:
    changed = bytearray(data)
    changed[source.randrange(len(data))] ^= 1 << source.randrange(8)
    return bytes(changed)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*MODELS, *CARDS])
def test_a_flipped_bit_anywhere_is_refused_and_the_file_named(whole, name):  # R19
    data = (whole / name).read_bytes()
    source = random.Random(name)
    try:
        for _ in range(PLACES):
            (whole / name).write_bytes(flipped(data, source))
            with pytest.raises(DetectorError) as refused:
                load_tools(whole)
            assert str(whole) in str(refused.value)
    finally:
        (whole / name).write_bytes(data)
    load_tools(whole)


@pytest.mark.parametrize("name", [f"{name}.onnx.sha256" for name in NAMES])
def test_a_checksum_that_is_damaged_is_refused(whole, name):
    data = (whole / name).read_bytes()
    card = data.index(b"\n") + 1
    try:
        for place in (card, card + 63, card + 64, len(data) - 3):
            changed = bytearray(data)
            changed[place] ^= 1
            (whole / name).write_bytes(changed)
            with pytest.raises(DetectorError):
                load_tools(whole)
    finally:
        (whole / name).write_bytes(data)


@pytest.fixture
def damaged(tmp_path, whole, monkeypatch) -> Path:
    """An installation of its own, whose encoder has one bit turned."""
    site = tmp_path / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    shutil.copytree(ROOT / "companion", site / "companion")
    shutil.copytree(whole, site / "models")
    model = site / "models" / "encoder.onnx"
    model.write_bytes(flipped(model.read_bytes(), random.Random(1)))
    (site / "others.pth").write_text(sysconfig.get_path("purelib"))
    home = Path(sys.executable).resolve().parent
    (tmp_path / "pyvenv.cfg").write_text(f"home = {home}\n")
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python"
    python.symlink_to(Path(sys.executable).resolve())
    monkeypatch.setattr(sys, "executable", str(python))
    return model


@pytest.mark.parametrize("name", [name for name in CARDS if name != "encoder.json"])
def test_a_card_that_is_no_text_is_refused(whole, name):
    data = (whole / name).read_bytes()
    try:
        (whole / name).write_bytes(data.replace(b'"sha256": "', b'"sha256": "\xff'))
        with pytest.raises(DetectorError):
            load_tools(whole)
    finally:
        (whole / name).write_bytes(data)


@pytest.mark.system
async def test_workers_that_cannot_load_their_models_leave_every_prompt_secured(
    damaged, monkeypatch
):  # R4 R19
    monkeypatch.setattr(workers, "RETRY_DELAY", 0.05)
    failed = asyncio.Event()
    pool = WorkerPool(size=1, deadline=0.5, on_state=failed.set)
    pool.start()
    try:
        async with asyncio.timeout(60):
            await failed.wait()
        for text in ("What is the tallest mountain?", "my ssn is 536-22-1234"):
            decision, _ = await pool.decide(request(text), active())
            assert decision.variant is Variant.SECURED
            assert decision.reasons == (Reason.DETECTOR_LOST,)
        assert pool.state == "down"
    finally:
        await pool.close()


@pytest.mark.slow
@pytest.mark.system
def test_a_daemon_whose_models_are_damaged_secures_and_says_so(damaged, tmp_path):  # R4 R19
    (tmp_path / "home").mkdir()
    home = Home(tmp_path / "home")
    home.configure("deadline_ms = 300\n")
    cli = [sys.executable, "-I", "-m", "companion.cli"]

    def run(*words: str) -> str:
        done = subprocess.run(
            [*cli, *words], env=home.environment, capture_output=True, timeout=60, check=False
        )
        return done.stdout.decode()

    daemon = subprocess.Popen([*cli, "daemon"], env=home.environment, stderr=subprocess.DEVNULL)
    try:
        wait(lambda: json.loads(run("status", "--json")).get("worker") == "down")
        checks = [json.loads(line) for line in run("doctor", "--json").splitlines()]
        (detectors,) = [check for check in checks if check["link"] == "detectors"]
        assert detectors["state"] == "broken"
        assert detectors["says"] == f"{damaged}: not the pinned model"
        judged = subprocess.run(
            [*cli, "check", "--plain"],
            input=b"What is the tallest mountain?",
            env=home.environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        verdict = json.loads(judged.stdout)
        assert (verdict["variant"], verdict["reasons"]) == ("secured", ["detector_lost"])
    finally:
        daemon.terminate()
        daemon.wait(20)

"""`sottovoce check` as scripts use it: a real process, JSON lines in, JSON lines out."""

import contextlib
import json
import os
import pty
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from companion import cli

pytestmark = pytest.mark.system

COMMAND = [sys.executable, "-m", "companion.cli", "check"]
CARD = "\U0001f600\u200b é my card is 4111 1111 1111 1111 today"
FIELDS = ["id", "eligible", "tag", "level", "threshold", "variant", "reasons", "findings", "ms"]
HARMLESS = "What is the tallest mountain in Europe and how do I plan a hike?"
SENSITIVE = "My social security number is 078-05-1120, please keep it for me."


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home with a generous deadline: the machine that tests may be busy."""
    home = tmp_path_factory.mktemp("home")
    (home / "config").mkdir()
    (home / "config" / "companion.toml").write_text("deadline_ms = 60000\n")
    return home


def environment(home: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "SOTTOVOCE_HOME": str(home), **more}


def check(home: Path, data: bytes, *arguments: str, **environ: str):
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=data,
        capture_output=True,
        timeout=120,
        check=False,
        env=environment(home, **environ),
    )
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


ODD = {
    "empty": "",
    "a megabyte": "hello " * 174_763,
    "ten thousand lines": "a line\n" * 10_000,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 is my family " * 3,
    "right to left": "\u202eשלום 1111\u202c",
    "lone surrogate": "\ud800 my name is \udc00 Zebulon",
    "NUL": "\x00hello\x00",
    "quotes": '"\\n\r\n\t</script>',
    "sensitive": SENSITIVE,
    "harmless": HARMLESS,
}
BAD = {
    "not JSON": (b"{", None),
    "not UTF-8": (b'{"id":1,"prompt":"\xff\xfe"}', None),
    "UTF-16": '{"id":1,"prompt":"x"}'.encode("utf-16"),
    "a list": (b'["id","prompt"]', None),
    "a word": (b"hello", None),
    "null": (b"null", None),
    "no prompt": (b'{"id":"a"}', "a"),
    "prompt of a number": (b'{"id":"b","prompt":4111111111111111}', "b"),
    "prompt of null": (b'{"id":"c","prompt":null}', "c"),
    "account of a number": (b'{"id":"d","prompt":"x","account":7}', "d"),
    "network of a word": (b'{"id":"e","prompt":"x","private_network":"no"}', "e"),
    "id of a list": (b'{"id":[1],"prompt":"x"}', None),
    "not a number": (b'{"id":NaN,"prompt":"x"}', None),
    "nested without end": (b"[" * 100_000, None),
    "number without end": (b'{"id":' + b"9" * 5000 + b',"prompt":"x"}', None),
}
BAD["UTF-16"] = (BAD["UTF-16"].replace(b"\n", b""), None)


@pytest.fixture(scope="module")
def everything(home):
    rows = [{"id": name, "prompt": text} for name, text in ODD.items()]
    rows += [{"id": name, "prompt": "hello"} for name in ("\ud800", "é\U0001f600", 7, 7.5, None)]
    rows += [{"prompt": "hello"}, {"id": "more", "prompt": "hello", "account": "\ud800", "x": 1}]
    last = {"id": "z", "prompt": CARD}
    data = lines(*rows) + b"\n  \n\r\n" + json.dumps(last, ensure_ascii=False).encode()
    done, answers = check(home, data, PYTHONIOENCODING="ascii")
    return done, answers, rows


def test_every_line_gets_one_answer_in_order(everything):
    done, answers, rows = everything
    assert done.returncode == 0
    assert done.stderr == b""
    assert [each["id"] for each in answers] == [*(row.get("id") for row in rows), "z"]
    for each in answers:
        assert list(each) == FIELDS


def test_the_answers_say_what_was_decided(everything):
    answers = {str(each["id"]): each for each in everything[1]}
    assert (answers["sensitive"]["variant"], answers["sensitive"]["reasons"]) == (
        "secured",
        ["threshold_reached"],
    )
    finding = answers["sensitive"]["findings"][0]
    assert set(finding) == {"kind", "start", "end", "score", "detector"}
    assert (answers["harmless"]["variant"], answers["harmless"]["eligible"]) == ("public", True)
    assert answers["harmless"]["reasons"] == ["below_threshold"]
    assert (answers["empty"]["variant"], answers["empty"]["reasons"]) == (
        "public",
        ["not_eligible"],
    )
    assert answers["a megabyte"]["reasons"] == ["too_long"]
    for each in answers.values():
        assert 0 <= each["level"] <= 1
        assert each["threshold"] == 0.5
        assert len(each["tag"]) == 5
        assert set(each["tag"][0]) == {"criterion", "verdict", "detail"}
        public = each["variant"] == "public"
        assert public is (each["reasons"] in (["not_eligible"], ["below_threshold"]))


def test_a_finding_spans_what_it_names_in_code_points(everything):
    (card,) = [each for each in everything[1][-1]["findings"] if each["kind"] == "CREDIT_CARD"]
    assert CARD[card["start"] : card["end"]] == "4111 1111 1111 1111"


def test_output_is_plain_ascii_whatever_the_locale(everything):
    assert everything[0].stdout.isascii()


def test_no_output_and_no_file_repeats_a_prompt(everything, home):
    done, _, _ = everything
    written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    for secret in (b"Zebulon", b"4111", b"078-05"):
        assert secret not in done.stdout + done.stderr + written


def test_bad_lines_get_an_error_line_each_and_the_rest_is_done(home):
    data = b"".join(line + b"\n" for line, _ in BAD.values())
    done, answers = check(home, data + lines({"id": "good", "prompt": "hello"}))
    assert done.returncode == 3
    assert [each["id"] for each in answers] == [*(name for _, name in BAD.values()), "good"]
    for number, each in enumerate(answers[:-1], 1):
        assert set(each) == {"id", "error"}
        assert each["error"].startswith(f"line {number}: ")
        assert "4111" not in each["error"]
    assert answers[-1]["variant"] == "public"


def test_no_line_is_no_fault(home):
    done, answers = check(home, b"")
    assert (done.returncode, answers) == (0, [])


@contextmanager
def running(home: Path, *arguments: str):
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
    )
    with process:
        yield process
        process.kill()


def test_a_line_is_answered_before_the_next_one_comes(home):
    with running(home) as process:
        for number in range(5):
            process.stdin.write(lines({"id": number, "prompt": HARMLESS}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(60) == 0


def test_it_ends_when_nobody_reads_although_the_writer_goes_on(home):
    with running(home) as process:
        process.stdin.write(lines({"id": 1, "prompt": "hello"}))
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        process.stdin.write(lines({"id": 2, "prompt": "hello"}))
        process.stdin.flush()
        assert process.wait(60) == 1  # while our end of its input is still open
        assert process.stderr.read() == b""


def test_it_leaves_no_process_behind_when_it_is_killed(home):
    with running(home) as process:
        process.stdin.write(lines({"id": 1, "prompt": "hello"}))
        process.stdin.flush()
        assert process.stdout.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert children
        process.kill()
        process.wait()
        deadline = time.monotonic() + 30
        while any(alive(child) for child in children):
            assert time.monotonic() < deadline
            time.sleep(0.01)


def alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_closed_input_ends_it(home):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "-", *COMMAND],
        capture_output=True,
        timeout=60,
        check=False,
        env=environment(home),
    )
    assert done.returncode == 1
    assert done.stderr == b"sottovoce check: standard input is closed\n"


def test_several_workers_keep_the_order(home):
    rows = [{"id": n, "prompt": f"{SENSITIVE if n % 3 else HARMLESS} {n}"} for n in range(60)]
    done, answers = check(home, lines(*rows), "--workers", "2")
    assert done.returncode == 0
    assert [each["id"] for each in answers] == list(range(60))
    assert [each["variant"] == "secured" for each in answers] == [bool(n % 3) for n in range(60)]


def test_a_policy_file_is_followed(home, tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text("threshold = 0.0\n[eligibility.account]\nexempt = ['press']")
    rows = [{"id": 1, "prompt": HARMLESS}, {"id": 2, "prompt": HARMLESS, "account": "press"}]
    _, answers = check(home, lines(*rows), "--policy", str(path))
    assert [each["variant"] for each in answers] == ["secured", "public"]


def test_a_bad_policy_secures_everything_and_says_so(home, tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text("threshold = 7")
    done, (answer,) = check(home, lines({"id": 1, "prompt": "hello"}), "--policy", str(path))
    assert (answer["variant"], answer["reasons"]) == ("secured", ["policy_invalid"])
    assert b"$.threshold" in done.stderr


def test_a_policy_that_is_not_there_or_bad_settings_end_it(home, tmp_path):
    done, _ = check(home, b"", "--policy", str(tmp_path / "none.toml"))
    assert done.returncode == 3
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "companion.toml").write_text("workers = 'many'")
    done, _ = check(tmp_path, b"")
    assert done.returncode == 1
    assert b"$.workers" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_command_line_that_is_not_understood_is_a_usage_error():
    for arguments in (["--workers", "0"], ["--workers", "many"], ["extra"]):
        with pytest.raises(SystemExit) as caught:
            cli.main(["check", *arguments])
        assert caught.value.code == 2


@pytest.mark.slow
def test_two_processes_decide_thousands_of_prompts_alike(home):  # R15
    words = [
        "my",
        "name",
        "is",
        "Zed",
        "Ann",
        "card",
        "4111",
        "1111",
        "1111",
        "1111",
        "secret",
        "hike",
        "7",
        "x@example.com",
        "boss",
    ]
    rows = [
        {"id": n, "prompt": " ".join(words[(n * k) % len(words)] for k in range(1, 3 + n % 9))}
        for n in range(3000)
    ]
    results = [check(home, lines(*rows))[1] for _ in range(2)]
    for first, second in zip(*results, strict=True):
        del first["ms"], second["ms"]
        assert first == second
    assert {each["variant"] for each in results[0]} == {"public", "secured"}


def test_an_explanation_names_kinds_and_places_and_shows_no_text(home):
    rows = lines({"id": "one", "prompt": CARD}, {"id": "two"})
    done, _ = explained(home, rows, "--explain")
    assert done.returncode == 3
    said = done.stdout.decode()
    for piece in ("one", "secured: ", "CREDIT_CARD", "a card number", "meets the threshold", "two"):
        assert piece in said
    assert "4111" not in said
    assert "line 2: " in said


def test_an_explanation_for_machines_has_further_fields(home):
    _, (answer,) = check(home, lines({"id": 1, "prompt": CARD}), "--explain", "--json")
    assert list(answer) == [*FIELDS, "grade", "stage", "carried", "categories", "language"]
    assert "CREDIT_CARD" in answer["carried"]


def test_plain_input_is_one_prompt(home):
    text = "hello\nmy card is 4111 1111 1111 1111\n"
    done, (answer,) = check(home, text.encode(), "--plain")
    (card,) = [each for each in answer["findings"] if each["kind"] == "CREDIT_CARD"]
    assert text[card["start"] : card["end"]] == "4111 1111 1111 1111"
    assert answer["id"] is None
    assert check(home, b"", "--plain")[1] == []
    assert done.returncode == 0


def test_text_is_shown_on_a_terminal_and_nowhere_else(home):
    for arguments in (["--explain", "--show-text"], ["--explain", "--show-text", "--json"]):
        done, _ = explained(home, lines({"id": 1, "prompt": CARD}), *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"terminal" in done.stderr
    assert "4111" in on_a_terminal(home, CARD, "--explain", "--show-text")


def explained(home: Path, data: bytes, *arguments: str):
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=data,
        capture_output=True,
        timeout=120,
        check=False,
        env=environment(home, COLUMNS="200"),
    )
    return done, None


def on_a_terminal(home: Path, prompt: str, *arguments: str) -> str:
    """Run the command with a terminal as its output and return what it printed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments, "--plain"],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=environment(home, COLUMNS="200", TERM="dumb"),
    ) as process:
        os.close(theirs)
        process.stdin.write(prompt.encode())
        process.stdin.close()
        printed = b""
        with contextlib.suppress(OSError), os.fdopen(ours, "rb", buffering=0) as screen:
            while piece := screen.read(4096):
                printed += piece
    return printed.decode()

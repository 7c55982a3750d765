"""What was judged a moment ago is not judged again, and nothing else is taken for it."""

import pytest

from companion import pipeline, policy
from companion.detectors import DetectorError
from companion.judging import Judgement, Rules
from companion.remembering import Remembering
from companion.values import Known

RULES = Rules(name="policy-1")


class Counting:
    """Tools that say how often they were asked."""

    model_id = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def judge(self, text: str, rules: Rules) -> Judgement:
        self.asked.append(text)
        if text == "bad":
            raise DetectorError("no")
        return Judgement(findings=(), probability=len(self.asked) / 100)


@pytest.fixture
def tools():
    return Counting()


def test_a_text_judged_a_moment_ago_is_not_judged_again(tools):
    remembering = Remembering(tools, bytes(32))
    first = remembering.judge("hello", RULES)
    assert remembering.judge("hello", RULES) is first
    assert tools.asked == ["hello"]
    assert remembering.model_id == "counting"


def test_another_text_or_other_rules_are_judged_anew(tools):
    remembering = Remembering(tools, bytes(32))
    remembering.judge("hello", RULES)
    remembering.judge("hello ", RULES)
    remembering.judge("hello", Rules(name="policy-2"))
    assert len(tools.asked) == 3


def test_rules_without_a_name_are_never_remembered(tools):
    remembering = Remembering(tools, bytes(32))
    remembering.judge("hello", Rules())
    remembering.judge("hello", Rules())
    assert len(tools.asked) == 2


def test_a_failure_is_not_remembered(tools):
    remembering = Remembering(tools, bytes(32))
    for _ in range(2):
        with pytest.raises(DetectorError):
            remembering.judge("bad", RULES)
    assert len(tools.asked) == 2


def test_the_least_recently_asked_is_forgotten_first(tools):
    remembering = Remembering(tools, bytes(32), most=2)
    for text in ("a", "b", "a", "c", "a", "b"):
        remembering.judge(text, RULES)
    assert tools.asked == ["a", "b", "c", "b"]


def test_no_text_is_kept(tools):
    remembering = Remembering(tools, bytes(32))
    remembering.judge("Maria Keller", RULES)
    assert "Maria" not in repr(vars(remembering)["_known"])


def test_what_earlier_turns_told_makes_other_rules():

    active = policy.default()
    known = (Known(kind="PERSON", score=0.9),)
    names = {pipeline.rules_of(active).name, pipeline.rules_of(active, known).name}
    assert len(names) == 2
    assert all(active.id in name for name in names)

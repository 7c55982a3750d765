"""Explanations: everything that led to a decision, and the text only where it is asked for."""

import io
import json

import msgspec
import pytest
from core_cases import public, secured
from rich.console import Console

from companion import explain, policy
from companion.values import CategoryShare, Finding, Grade, Known, Reason, Sensitivity, Timings

PROMPT = "call [bold]Zebulon\x1b[31m Quandary[/bold] of Project Teal"
OWN = """
[[detection.terms]]
terms = ["Project Teal"]
kind = "PROJECT_NAME"
words = "a project of [ours]"
"""


def finding(kind, value, score=0.85, part="prompt"):
    start = PROMPT.index(value)
    return Finding(
        kind=kind, start=start, end=start + len(value), score=score, detector="x", part=part
    )


def decision():
    level = Sensitivity(
        level=0.93,
        threshold=0.6,
        kinds=("PERSON", "PROJECT_NAME"),
        probability=0.41,
        grade=Grade.PRIVATE,
        categories=(
            CategoryShare(category="personal", share=0.91),
            CategoryShare(category="legal", share=0.001),
        ),
        stage="encoder",
    )
    findings = (
        finding("URL", "[bold]", 0.4),
        finding("PERSON", "Zebulon\x1b[31m Quandary"),
        finding("PROJECT_NAME", "Project Teal", 1.0),
    )
    return msgspec.structs.replace(secured(findings=findings), sensitivity=level)


def rendered(made, width=140, rules=OWN, **options):
    console = Console(width=width, record=True, force_terminal=True, file=io.StringIO())
    console.print(explain.render(made, Timings(total=4.2), policy.parse(rules), **options))
    return console.export_text()


def test_it_says_the_level_what_carried_it_and_what_settled_it():
    text = rendered(decision())
    for piece in (
        "secured: ",
        "0.93, meets the threshold 0.60",
        "S2: private, or an organisation's own",
        "a person's name (PERSON) and a project of [ours] (PROJECT_NAME)",
        "personal 0.91",
        "0.41 from all signals, calibrated",
        "encoder",
        "4.2 ms",
    ):
        assert piece in text, piece
    assert "legal" not in text


def test_findings_that_carried_the_level_come_first_with_place_score_and_category():
    text = rendered(decision())
    rows = [line.split() for line in text.splitlines() if " x" in line]
    assert [row[0] for row in rows] == ["PERSON", "PROJECT_NAME", "URL"]
    assert "11-32" in text
    assert "0.85" in text
    assert "your own" in text
    assert "personal" in text


def test_no_text_is_shown_unless_asked_for():
    assert "Zebulon" not in rendered(decision())
    assert "Teal" not in rendered(decision(), rules="")


def test_shown_text_cannot_steer_the_terminal():
    text = rendered(decision(), shown=PROMPT)
    assert "Zebulon\u00b7[31m Quandary" in text
    assert "\x1b" not in text
    assert "[bold]" in text  # no markup of the console's


def test_a_long_span_is_cut_and_many_findings_are_counted():
    prompt = "x" * 500
    many = tuple(Finding(kind="URL", start=n, end=500, score=0.5, detector="x") for n in range(100))
    text = rendered(secured(findings=many), shown=prompt)
    assert "x" * 59 + "\u2026" in text
    assert "x" * 61 not in text
    assert "and 60 more" in text


def test_the_text_of_an_adaptation_is_never_shown():
    other = finding("PERSON", "Teal", part="adaptation")
    assert "Teal" not in rendered(secured(findings=(other,)), rules="", shown=PROMPT)


def test_a_prompt_that_was_not_classified_has_no_level_to_explain():
    text = rendered(public())
    assert text.startswith("public: ")
    ineligible = msgspec.structs.replace(
        public(),
        reasons=(Reason.NOT_ELIGIBLE,),
        tag=msgspec.structs.replace(public().tag, eligible=False),
    )
    assert "threshold" not in rendered(ineligible)


def test_what_earlier_turns_told_is_said():
    text = rendered(decision(), known=(Known(kind="PERSON", score=0.9),))
    assert "a person's name 0.90" in text


def test_a_language_that_is_not_covered_is_said():
    assert "de\n" in rendered(decision(), language="de").replace(" ", "")
    assert "ja, which the rules do not cover" in rendered(decision(), language="ja")


@pytest.mark.parametrize("grade", Grade)
def test_every_grade_has_words(grade):
    assert explain.GRADES[grade]


def test_as_data_it_is_plain_and_holds_no_text():
    data = json.loads(json.dumps(explain.data(decision(), "de")))
    assert data == {
        "grade": "S2",
        "stage": "encoder",
        "carried": ["PERSON", "PROJECT_NAME"],
        "categories": [
            {"category": "personal", "share": 0.91},
            {"category": "legal", "share": 0.001},
        ],
        "language": "de",
    }

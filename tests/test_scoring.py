"""The arithmetic of measuring: spans, units, prompts, calibration, latency, rows."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.detectors import DetectorError, kinds
from companion.judging import Judgement, Rules, Stage
from companion.scoring import calibration, latency, page, plots, prompts, results, rows, units
from companion.scoring.engine import Judged, ToolsEngine
from companion.scoring.names import group_of
from companion.scoring.prompts import Point, Scored
from companion.scoring.results import Case
from companion.scoring.rows import Row, RowError
from companion.scoring.spans import MISSED, NOTHING, Mark, SpanScorer, f_score, match, united
from companion.values import Finding


def finding(start: int, end: int, kind: str, score: float = 0.9) -> Finding:
    return Finding(kind=kind, start=start, end=end, score=score, detector="test")


def case(row: Row, *found: Finding, level: float = 0.0, spent: float = 1.0) -> Case:
    return Case(row=row, judged=Judged(findings=found, level=level, milliseconds=spent))


# Names


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("PHONE", "PHONE_NUMBER"),
        ("EMAIL", "EMAIL_ADDRESS"),
        ("CARD", "CREDIT_CARD"),
        ("SSN", "US_SSN"),
        ("MRN", "MEDICAL_RECORD_NUMBER"),
        ("NPI", "MEDICAL_LICENSE"),
        ("ORG", "ORGANIZATION"),
        ("GPE", "LOCATION"),
        ("STREET_ADDRESS", "LOCATION"),
        ("POSTAL_ADDRESS", "LOCATION"),
        ("ZIP_CODE", "LOCATION"),
        ("PREFIX", "TITLE"),
        ("DOMAIN_NAME", "URL"),
        ("DATE_OF_BIRTH", "DATE_TIME"),
        ("social security-number", "US_SSN"),
        ("SOMETHING_NEW", "SOMETHING_NEW"),
    ],
)
def test_a_data_sets_name_leads_to_the_class_of_our_kind(name, group):
    assert group_of(name) == group


def test_every_class_is_its_own_class():
    for kind in kinds.BY_NAME:
        assert group_of(group_of(kind)) == group_of(kind)


# Spans


def test_a_span_matches_where_half_of_the_shorter_overlaps():
    gold = [Mark(10, 20, "PERSON")]
    assert match(gold, [Mark(15, 30, "PERSON")]) == [(0, 0)]
    assert match(gold, [Mark(16, 30, "PERSON")]) == []


def test_a_speck_inside_a_long_span_does_not_match_it():
    gold = [Mark(0, 100, "LOCATION")]
    assert match(gold, [Mark(0, 29, "LOCATION")]) == []
    assert match(gold, [Mark(0, 30, "LOCATION")]) == [(0, 0)]


def test_another_class_does_not_match():
    assert match([Mark(0, 5, "PERSON")], [Mark(0, 5, "LOCATION")]) == []


def test_each_span_matches_once_and_the_largest_overlap_first():
    gold = [Mark(0, 10, "PERSON"), Mark(12, 20, "PERSON")]
    found = [Mark(0, 20, "PERSON"), Mark(0, 9, "PERSON")]
    assert match(gold, found) == [(0, 0)]  # the long one overlaps the first more


def test_overlapping_marks_of_one_class_are_one():
    marks = [Mark(0, 5, "A"), Mark(4, 9, "A"), Mark(5, 7, "B"), Mark(9, 12, "A")]
    assert united(marks) == [Mark(0, 9, "A"), Mark(5, 7, "B"), Mark(9, 12, "A")]


spans = st.lists(
    st.builds(
        lambda start, length, group: Mark(start, start + length, group),
        st.integers(0, 40),
        st.integers(1, 15),
        st.sampled_from(["A", "B", "C"]),
    ),
    max_size=8,
)


@given(gold=spans, found=spans)
def test_the_counts_of_spans_add_up(gold, found):
    scorer = SpanScorer(frozenset({"A", "B"}))
    scorer.add([mark for mark in gold if mark.group != "C"], found)
    figures = scorer.plain()
    overall = figures["overall"]
    assert overall["matched"] <= min(overall["gold"], overall["found"])
    assert set(figures["found_but_never_labelled"]) <= {"C"}
    labelled = sum(
        sum(row.values()) for name, row in figures["confusion"].items() if name != NOTHING
    )
    assert labelled == overall["gold"]
    assert figures["confusion"].get(NOTHING, {}).get(MISSED) is None


@given(gold=spans)
def test_finding_exactly_what_is_labelled_is_perfect(gold):
    scorer = SpanScorer(frozenset("ABC"))
    scorer.add(gold, gold)
    overall = scorer.plain()["overall"]
    assert overall["gold"] == overall["matched"] == overall["found"]
    if gold:
        assert overall["f1"] == overall["f2"] == overall["exact"]["f1"] == 1.0


def test_a_class_that_is_never_labelled_is_no_false_alarm():
    scorer = SpanScorer(frozenset({"PERSON"}))
    scorer.add([Mark(0, 4, "PERSON")], [Mark(0, 4, "PERSON"), Mark(9, 12, "MONEY")])
    figures = scorer.plain()
    assert figures["overall"]["precision"] == 1.0
    assert figures["found_but_never_labelled"] == {"MONEY": 1}


def test_what_stands_in_a_missed_spans_place_is_named():
    scorer = SpanScorer(frozenset({"PERSON", "LOCATION"}))
    scorer.add(
        [Mark(0, 4, "PERSON"), Mark(10, 14, "PERSON")],
        [Mark(0, 4, "LOCATION"), Mark(20, 24, "PERSON")],
    )
    assert scorer.plain()["confusion"] == {
        NOTHING: {"PERSON": 1},
        "PERSON": {MISSED: 1, "LOCATION": 1},
    }


def test_f2_weighs_recall_four_times():
    assert f_score(0.5, 1.0, 2.0) == pytest.approx(5 * 0.5 / (4 * 0.5 + 1.0))
    assert f_score(0.0, 0.0, 1.0) == 0.0


# Units


def test_a_phrase_is_covered_by_half_of_its_characters_at_one_place():
    text = "Ann Lee wrote to Ann Lee."
    assert units.covered(text, "Ann Lee", [(17, 21)]) is True
    assert units.covered(text, "Ann Lee", [(17, 20)]) is False
    assert units.covered(text, "Ann Lee", [(0, 2), (1, 4)]) is True


def test_a_phrase_is_found_in_any_case_and_across_line_breaks():
    assert units.covered("ANN\n  LEE", "ann lee", [(0, 9)]) is True
    assert units.covered("ANN LEE", "bob", [(0, 7)]) is None
    assert units.covered("ANN LEE", "  ", [(0, 7)]) is None


def test_a_phrase_at_a_words_border_comes_before_one_inside_a_word():
    text = "Christmas with Chris"
    assert units.covered(text, "chris", [(0, 9)]) is False
    assert units.covered(text, "chris", [(15, 20)]) is True
    assert units.covered("在刘先生", "刘", [(1, 2)]) is True


# Prompts


def yes(level: float) -> Scored:
    return Scored(level=level, sensitive=True)


def no(level: float) -> Scored:
    return Scored(level=level, sensitive=False)


HALVES = [yes(0.9), no(0.8), yes(0.7), no(0.1)]


def test_a_level_that_meets_the_threshold_counts_as_sensitive():
    figures = prompts.at_threshold(HALVES, 0.7)
    assert (figures["true_positives"], figures["false_positives"]) == (2, 1)
    assert figures["accuracy"] == 0.75
    assert figures["false_positive_rate"] == 0.5


def test_the_curve_goes_from_nothing_to_everything():
    points = prompts.curve(HALVES)
    assert (points[0].recall, points[0].false_positives) == (0.0, 0.0)
    assert (points[-1].recall, points[-1].false_positives) == (1.0, 1.0)
    assert prompts.area(points) == 0.75


def test_levels_that_tell_nothing_give_half_the_area():
    assert prompts.area(prompts.curve([yes(0.5), no(0.5)])) == 0.5


def test_recall_is_read_where_few_ordinary_prompts_are_flagged():
    point = prompts.recall_at(prompts.curve(HALVES), 0.05)
    assert (point.recall, point.threshold) == (0.5, 0.9)


def test_no_threshold_at_all_stands_as_none():
    figures = prompts.summary([yes(0.2), no(0.9)], 0.5)
    assert figures["recall_at_1_percent"]["threshold"] is None
    json.dumps(figures, allow_nan=False)


def test_the_best_f1_names_its_threshold():
    assert prompts.best(HALVES) == {"f1": 0.8, "threshold": 0.7}


levels = st.lists(
    st.builds(Scored, st.floats(0, 1), st.booleans()),
    min_size=1,
    max_size=40,
)


@given(levels)
def test_no_threshold_beats_the_best_one(scored):
    best = prompts.best(scored)
    for level in {each.level for each in scored}:
        assert prompts.at_threshold(scored, level)["f1"] <= best["f1"] + 1e-4


@given(levels)
def test_the_area_lies_between_nothing_and_one(scored):
    assert 0.0 <= prompts.area(prompts.curve(scored)) <= 1.0


def test_a_long_curve_is_thinned_and_keeps_its_ends():
    points = [Point(1 - n / 1000, n / 1000, n / 1000) for n in range(1001)]
    thin = prompts.thinned(points)
    assert len(thin) <= 402
    assert (thin[0], thin[-1]) == (points[0], points[-1])


# Calibration


def test_levels_that_mean_what_they_say_have_no_error():
    scored = [Scored(0.75, n < 3) for n in range(4)]
    assert calibration.error(scored) == 0.0
    assert calibration.error([]) == 0.0


def test_levels_that_claim_too_much_are_off_by_the_difference():
    assert calibration.error([no(0.95)] * 10) == 0.95


def test_the_highest_level_belongs_to_the_last_bin():
    bins = calibration.reliability([yes(1.0), no(0.0)])
    assert [each["prompts"] for each in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]


# Latency


def test_percentiles_are_samples_that_were_taken():
    assert [latency.percentile([4, 1, 3, 2], share) for share in (0.5, 0.95, 1.0)] == [2, 4, 4]
    assert latency.percentile([7], 0.01) == 7


def test_latency_is_told_by_length():
    figures = latency.by_length([(10, 1.0), (200, 2.0), (201, 3.0), (50_000, 9.0)])
    assert list(figures) == ["0-200", "201-500", "20001+"]
    assert figures["0-200"]["n"] == 2


# Rows


def read(*lines: bytes) -> list[Row]:
    return list(rows.read(lines))


def test_a_row_is_read_with_what_is_known_about_it():
    [row] = read(b'{"id": 7, "text": "Ann", "spans": [[0, 3, "PERSON"]], "label": 1, "more": {}}')
    assert row == Row(id=7, text="Ann", spans=((0, 3, "PERSON"),), label=1)


def test_blank_lines_are_skipped_and_counted():
    with pytest.raises(RowError, match="line 3"):
        read(b"\n", b'{"id": 1, "text": ""}\n', b"{")


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense",
        b"[1]",
        b'{"id": 1}',
        b'{"text": "a"}',
        b'{"id": true, "text": "a"}',
        b'{"id": 1, "text": 5}',
        b'{"id": 1, "text": "a", "label": 2}',
        b'{"id": 1, "text": "a", "spans": [[0, 2, "X"]]}',
        b'{"id": 1, "text": "ab", "spans": [[1, 1, "X"]]}',
        b'{"id": 1, "text": "ab", "spans": [[-1, 1, "X"]]}',
        b'{"id": 1, "text": "ab", "units": "ab"}',
        b'{"id": 1, "text": "\xff"}',
        b'{"id": 1, "text": "\\ud800"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_cannot_be_used_is_named_by_its_number(line):
    with pytest.raises(RowError, match=r"^line 1: "):
        read(line)


@given(st.binary(max_size=80))
def test_no_line_gives_another_error(line):
    with contextlib.suppress(RowError):
        read(line)


def test_a_message_about_a_line_never_quotes_it():
    with pytest.raises(RowError) as caught:
        read(b'{"id": 1, "text": "a", "label": "hunter2", "units": ["hunter2"]}')
    assert "hunter2" not in str(caught.value)


def test_a_row_with_units_is_sensitive_unless_it_says_otherwise():
    assert Row(id=1, text="a", units=("a",)).sensitive is True
    assert Row(id=1, text="a", units=("a",), label=0).sensitive is False
    assert Row(id=1, text="a").sensitive is None


# Results and page

ROWS = (
    case(
        Row(id="a", text="Ann wrote", spans=((0, 3, "PERSON"),), units=("Ann",), label=1),
        finding(0, 3, "PERSON"),
        level=0.9,
    ),
    case(Row(id="b", text="Leave Oslo", spans=((6, 10, "GPE"),)), finding(6, 10, "LOCATION")),
    case(Row(id="c", text="Sort a list", label=0), level=0.7),
    case(Row(id="d", text="Bob knows", units=("Bob", "Zed"), label=1), level=0.2),
)


def test_every_figure_follows_from_the_labels_there_are():
    figures = results.evaluate(ROWS, 0.6)
    assert figures["rows"] == {
        "all": 4,
        "sensitive": 2,
        "ordinary": 1,
        "unlabelled": 1,
        "with_spans": 2,
        "failed": 0,
    }
    assert figures["entities"]["overall"]["f1"] == 1.0
    assert figures["entities"]["types"] == {"GPE": "LOCATION", "PERSON": "PERSON"}
    assert figures["units"] == {
        "units": 2,
        "not_verbatim": 1,
        "covered": 0.5,
        "covered_in_prompts_judged_sensitive": 0.5,
        "in_prompts_judged_sensitive": 0.5,
    }
    assert figures["prompts"]["at_policy_threshold"]["recall"] == 0.5
    assert figures["kinds"]["PERSON"] == {"sensitive_secured": 1}


def test_rows_without_labels_give_no_figures_about_prompts():
    figures = results.evaluate(ROWS[1:2], 0.6)
    assert "prompts" not in figures
    assert "units" not in figures


def test_figures_by_group_are_the_figures_of_the_groups_rows():
    grouped = [
        case(Row(id=n, text="a", label=1, group="de" if n else "fr"), level=0.9) for n in range(3)
    ]
    figures = results.by_group(grouped, 0.6)["groups"]
    assert {name: each["rows"]["all"] for name, each in figures.items()} == {"de": 2, "fr": 1}
    assert results.by_group(ROWS, 0.6) == {}


def test_neither_figures_nor_page_hold_a_rows_text():
    figures = {
        "model_id": "m",
        "policy": {"id": "p", "threshold": 0.6},
        **results.evaluate(ROWS, 0.6),
        "groups": {"one": results.evaluate(ROWS, 0.6)},
    }
    html = page.render(figures, title="rows <1>.jsonl")
    for each in ROWS:
        assert each.row.text not in html
        assert each.row.text not in json.dumps(figures)
    assert "rows &lt;1&gt;.jsonl" in html


def test_the_page_loads_nothing():
    figures = {
        "model_id": "m",
        "policy": {"id": "p", "threshold": 0.6},
        **results.evaluate(ROWS, 0.6),
    }
    html = page.render(figures, title="rows").replace("http://www.w3.org/2000/svg", "")
    assert "http:" not in html
    assert "https:" not in html
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert html.count("<svg") == html.count("</svg>") == 4


def test_a_plot_of_its_own_brings_its_colours_for_light_and_dark():
    points = prompts.curve(HALVES)
    others = [("one", 0.5, 0.8), ("two", 0.5, 0.79), ("three & more", 0.9, 0.78)]
    plot = plots.roc(points, name="ours", chosen=points[1], others=others, alone=True)
    assert "prefers-color-scheme: dark" in plot
    assert "three &amp; more" in plot
    alone = plots.bars([("a", [plots.Bar(name="x", value=2.0, ours=True)])], unit="ms", alone=True)
    assert "2 ms" in alone


# Our engine


class Tools:
    """Finds the same in every text, and more when it reads to the end."""

    model_id = "model"

    def __init__(self, *, fails: str = "") -> None:
        self.fails = fails

    def judge(self, text: str, rules: Rules) -> Judgement:
        if self.fails == ("thorough" if rules.thorough else "quick"):
            raise DetectorError("broken")
        found = (finding(0, 3, "US_SSN", 1.0),)
        if rules.thorough:
            return Judgement(findings=(*found, finding(5, 9, "PERSON")), probability=0.1)
        return Judgement(findings=found, probability=0.2, stage=Stage.RULES)


def engine(*ticks: float, fails: str = "") -> ToolsEngine:
    clock = iter(ticks or (0.0, 0.0))
    return ToolsEngine(Tools(fails=fails), Rules(), lambda: next(clock))


def test_level_and_time_are_a_decisions_and_findings_a_full_readings():
    judged = engine(1.0, 1.25).judge("text")
    assert (judged.level, judged.milliseconds, judged.failed) == (1.0, 250.0, False)
    assert [each.kind for each in judged.findings] == ["US_SSN", "PERSON"]
    assert engine().model_id == "model"


def test_a_decision_stops_where_it_is_settled():
    assert [each.kind for each in engine().decide("text").findings] == ["US_SSN"]


def test_a_text_that_a_detector_gives_up_on_counts_as_secured():
    judged = engine(fails="quick").judge("text")
    assert (judged.level, judged.failed, judged.findings) == (1.0, True, ())


def test_a_text_that_cannot_be_read_to_its_end_keeps_the_decisions_findings():
    judged = engine(fails="thorough").judge("text")
    assert [each.kind for each in judged.findings] == ["US_SSN"]

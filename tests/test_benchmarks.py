"""The page of figures says what the results say."""

from benchmarks import report
from benchmarks.__main__ import NAMES


def test_the_page_is_written_from_the_results():
    assert report.PAGE.read_text(encoding="utf-8") == report.render()


def test_every_benchmark_has_a_title():
    assert set(report.TITLES) == set(NAMES)

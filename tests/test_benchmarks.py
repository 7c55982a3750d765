"""The pages of figures say what the results say."""

from benchmarks import report
from benchmarks.__main__ import NAMES


def test_the_pages_are_written_from_the_results():
    for path, text in report.pages().items():
        assert path.read_text(encoding="utf-8") == text, path


def test_every_benchmark_has_a_title():
    assert set(report.TITLES) == set(NAMES)

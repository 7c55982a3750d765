"""Presidio's analyzer, made safe to stand in front of a network.

Presidio is built to find what it can and to carry on. Here a text that could not be judged
to its end must be an error, so this wrapper closes these traps of Presidio 2.2 and spaCy 3.8:

- A regex timeout is logged ("timed out, skipping") and the pattern's findings are lost.
  Every warning that Presidio logs while it reads a text becomes a `DetectorError`.
- Errors and log records quote the text ("Did not find word ...", "Failed to validate
  text ..."), and so do spaCy's warnings. None of them leaves this module.
- `SpacyNlpEngine.load` downloads a missing model; here the loaded pipeline is handed over.
- `EmailRecognizer` lets tldextract fetch the public suffix list at the first address, and
  drops addresses without a public suffix (`ann@mail.corp`). Here the list is the one in the
  package, and such an address counts, with a lower score.
- `PhoneNumberMatcher` stops in silence after 65,535 tries, and context words are searched
  in time quadratic in a text's length. Chunks keep a text far below both.
- spaCy's tokeniser needs time quadratic in the length of a run of signs (9 s for 20,000
  emoji). Long runs are blanked in place; no value that is looked for consists of signs.
- spaCy remembers every word that it ever read. A memory zone forgets them.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Final

import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, pattern_recognizer
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import EmailRecognizer
from presidio_analyzer.predefined_recognizers.generic import iban_recognizer

from companion.detectors import DetectorError
from companion.values import Finding

MAX_CHARACTERS: Final = 100_000
CHUNK: Final = 4_000
OVERLAP: Final = 200
"""Longer than any value that the recognisers look for (an IBAN with spaces has 42)."""
MIN_SCORE: Final = 0.35
"""Below this Presidio's patterns match any number of the right length."""
REGEX_TIMEOUT_SECONDS: Final = 1
_SIGNS: Final = re.compile(r"[^\w\s]{9,}+|_{9,}+")
_BORDERS: Final = (re.compile(r"\n+"), re.compile(r"[.!?]\s+"), re.compile(r"\s+"))


class LoadedNlpEngine(SpacyNlpEngine):
    """Presidio's view of spaCy pipelines that are already loaded: there is nothing to fetch.

    Args:
        pipelines: A pipeline for each language.
        ignored: Labels of named entities that are left out.
    """

    def __init__(self, pipelines: Mapping[str, Any], ignored: tuple[str, ...] = ()) -> None:
        super().__init__(ner_model_configuration=NerModelConfiguration(labels_to_ignore=ignored))
        self.nlp: Any = dict(pipelines)

    def load(self) -> None:
        """Do nothing; the base class would download here."""


class OfflineEmailRecognizer(EmailRecognizer):
    """Presidio's e-mail pattern with the packaged suffix list and no network."""

    _extract: Final = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    def validate_result(self, pattern_text: str) -> bool | None:
        """Say yes with a public suffix, and leave the pattern's own score without."""
        host = pattern_text.rpartition("@")[2]
        return True if self._extract(host).suffix else None


class _Alarm(logging.Handler):
    """Notes that a warning was logged, and throws the record away unread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.raised = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  # never read: it may quote
        self.raised = True


_ALARM: Final = _Alarm()
"""One for the process, as Presidio's logger is."""


class SafeAnalyzer:
    """An analyzer that judges a text to its end or says that it could not.

    One instance belongs to one thread.

    Args:
        name: The detector's name, which the findings carry.
        nlp_engine: The loaded pipelines, one object for all languages.
        recognisers: Those to ask.
        enhancer: Raises scores where context words stand before a match.
    """

    def __init__(
        self,
        *,
        name: str,
        nlp_engine: LoadedNlpEngine,
        recognisers: list[Any],
        enhancer: LemmaContextAwareEnhancer,
    ) -> None:
        self.name = name
        self._alarm = silence()
        pattern_recognizer.REGEX_TIMEOUT_SECONDS = REGEX_TIMEOUT_SECONDS
        iban_recognizer.REGEX_TIMEOUT_SECONDS = REGEX_TIMEOUT_SECONDS
        self._languages = tuple(nlp_engine.nlp)
        self._nlp: Any = nlp_engine.nlp[self._languages[0]]
        self._engine: Any = AnalyzerEngine(
            registry=RecognizerRegistry(
                recognizers=recognisers, supported_languages=list(self._languages)
            ),
            nlp_engine=nlp_engine,
            supported_languages=list(self._languages),
            log_decision_process=False,
            context_aware_enhancer=enhancer,
        )

    def find(self, text: str) -> tuple[Finding, ...]:
        """Return the findings in `text`, repeats at chunk borders removed.

        Raises:
            DetectorError: The text is too long, or Presidio or spaCy failed or gave up.
        """
        if len(text) > MAX_CHARACTERS:
            raise DetectorError("the text is too long for presidio")
        found: set[Finding] = set()
        for offset, chunk in chunks(_SIGNS.sub(_blank, text)):
            found.update(self._find_in_chunk(chunk, offset))
        return tuple(sorted(found, key=lambda f: (f.start, f.end, f.kind, f.score)))

    def _find_in_chunk(self, chunk: str, offset: int) -> tuple[Finding, ...]:
        results: tuple[Finding, ...] = self._guarded(self._analyse, chunk, offset)
        return results

    def _analyse(self, chunk: str, offset: int) -> tuple[Finding, ...]:
        results = [
            result
            for language in self._languages
            for result in self._engine.analyze(
                text=chunk, language=language, score_threshold=MIN_SCORE
            )
        ]
        return tuple(
            Finding(
                kind=result.entity_type,
                start=offset + result.start,
                end=offset + result.end,
                score=round(min(1.0, float(result.score)), 4),
                detector=self.name,
            )
            for result in results
            if result.end > result.start
        )

    def _guarded(self, work: Any, *args: Any) -> Any:
        """Run `work` so that nothing it says gets out and nothing it swallows is lost."""
        if logging.root.manager.disable >= logging.WARNING:
            raise DetectorError("logging is disabled, so that skipped patterns go unseen")
        self._alarm.raised = False
        result = None
        try:
            with warnings.catch_warnings(), self._nlp.memory_zone():
                warnings.simplefilter("ignore")
                result = work(*args)
        except Exception:  # noqa: BLE001  # whatever it was, the text was not judged
            self._alarm.raised = True
        if self._alarm.raised:
            # Raised outside the handler: the first error quotes the text, and is not kept.
            raise DetectorError("presidio could not read the text to its end")
        return result


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at lines, sentences or spaces into overlapping pieces with their offsets."""
    start = 0
    while len(text) - start > CHUNK:
        end = _border(text, start + CHUNK // 2, start + CHUNK)
        yield start, text[start:end]
        start = _word_start(text, end - OVERLAP, end)
    yield start, text[start:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _border(text: str, low: int, high: int) -> int:
    """Return the last good place to cut between `low` and `high`, or `high`."""
    for pattern in _BORDERS:
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high


def _word_start(text: str, low: int, high: int) -> int:
    space = _BORDERS[-1].search(text, low, high)
    return space.end() if space and space.end() < high else low


def silence() -> _Alarm:
    """Cut every logger of the libraries off; Presidio's gets an alarm in their place."""
    for name in ("decision_process", "spacy", "tldextract", "filelock"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False
        logger.setLevel(logging.CRITICAL)
    presidio = logging.getLogger("presidio-analyzer")
    presidio.handlers[:] = [_ALARM]
    presidio.propagate = False
    presidio.setLevel(logging.WARNING)
    return _ALARM

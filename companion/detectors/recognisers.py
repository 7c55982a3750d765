"""A policy's own recognisers, in Presidio's format and made of Presidio's own classes.

All of a file's languages are looked at in every text, since people mix them. No model of a
language is loaded: words are told apart by spaCy's tokeniser for any language, and context
words are compared as they are written, as a part of the words before a match.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from importlib import metadata
from typing import Any

import presidio_analyzer.predefined_recognizers as predefined
import spacy
from presidio_analyzer import EntityRecognizer, PatternRecognizer
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.recognizer_registry.recognizers_loader_utils import RecognizerListLoader
from spacy.language import Language
from spacy.tokens import Doc

from companion.detectors import DetectorError, recogniser_file
from companion.detectors.analyzer import LoadedNlpEngine, OfflineEmailRecognizer, SafeAnalyzer
from companion.detectors.recogniser_file import Recognisers


class RecogniserDetector(SafeAnalyzer):
    """Finds what a policy's file of recognisers describes.

    Loading takes about 0.6 s and 90 MB, for Presidio and spaCy are read in.

    Args:
        text: The content of the file.

    Raises:
        DetectorError: The file cannot be used; its cause says why.
    """

    def __init__(self, text: str) -> None:
        try:
            file = recogniser_file.read(text)
            loaded = list(_loaded(file))
            spoken = sorted({recogniser.supported_language for recogniser in loaded})
            super().__init__(
                name="recognisers",
                nlp_engine=LoadedNlpEngine(dict.fromkeys(spoken, _words_only())),
                recognisers=loaded,
                enhancer=LemmaContextAwareEnhancer(),
            )
        except Exception as error:
            raise DetectorError("the policy's recognisers cannot be loaded") from error
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        self.version = f"1/{metadata.version('presidio-analyzer')}/{digest}"
        self.find("1 probe")  # compiles every expression now, before a prompt waits for it


def _loaded(file: Recognisers) -> Iterator[EntityRecognizer]:
    """Make Presidio's objects, and refuse those that are no pattern recognisers.

    The others load models, ask services or want options of their own.
    """
    for entry in file.recognisers:
        if entry["type"] == "predefined":
            _check_predefined(entry)
    entries: Any = list(file.recognisers)
    for recogniser in RecognizerListLoader.get(entries, file.languages, file.flags):
        if isinstance(recogniser, predefined.EmailRecognizer):
            # Presidio's own would fetch a list from the network.
            yield OfflineEmailRecognizer(supported_language=recogniser.supported_language)
        else:
            yield recogniser


def _check_predefined(entry: dict[str, Any]) -> None:
    name = entry.get("class_name") or entry["name"]
    found = getattr(predefined, name, None)
    if not inspect.isclass(found) or not issubclass(found, PatternRecognizer):
        raise DetectorError(f"{name} is no pattern recogniser of Presidio's")


def _words_only() -> Any:
    nlp = spacy.blank("xx")
    nlp.add_pipe("sottovoce_words")
    return nlp


@Language.component("sottovoce_words")
def _words(doc: Doc) -> Doc:
    """Give each word itself as its lemma: that is what context words are compared with."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc

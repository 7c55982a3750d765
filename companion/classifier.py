"""The trained classifier: how likely a text is sensitive, by its wording (patent step 242).

Logistic regression over hashed n-grams (Weinberger et al., Feature Hashing, ICML 2009): the
features are made here with numpy, the weights, bias and calibration (Platt, 1999) are an
ONNX graph. The same code makes the features for training, so they cannot drift apart.
"""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from companion import wordpiece
from companion.detectors import DetectorError

MODEL_FILE: Final = "sensitivity.onnx"
CARD_FILE: Final = "sensitivity.json"
FEATURES: Final = "hash-char2-5-word1-2-form3-v2"
"""Names the way in which features are made; a model trained on another is refused."""
BITS: Final = 18
WINDOW: Final = 2_000
STRIDE: Final = 1_500
MAX_CHARACTERS: Final = 100_000
"""67 windows; a longer text is not judged but refused."""
_BATCH: Final = 8
_PRIME: Final = np.uint64(0x100000001B3)
_MIX: Final = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_SALTS: Final = tuple(np.uint64(0x9E3779B97F4A7C15 * n % 2**64) for n in range(1, 10))
_SPACE: Final = np.uint32(ord(" "))
_ODD_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = str.maketrans("123456789", "000000000")

Indices = npt.NDArray[np.int64]
Values = npt.NDArray[np.float32]
_Hashes = npt.NDArray[np.uint64]


class ModelError(DetectorError):
    """The model file is missing, is not the pinned one, or does not fit this program."""


class ModelCard(msgspec.Struct, frozen=True, kw_only=True):
    """What this program must know of a model; the file says more, for people.

    Attributes:
        sha256: Of the ONNX file; another file is not loaded.
        features: Must be `FEATURES`.
        bits: Must be `BITS`.
    """

    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    features: str
    bits: int


class Classifier:
    """A loaded model. Loading takes about 0.1 s with onnxruntime's import."""

    def __init__(self, folder: Path) -> None:
        model, self.sha256 = _read(folder)
        self._session: Any = session(model)

    def probability(self, text: str) -> float:
        """Return how likely `text` is sensitive, 0 to 1: the highest of its windows.

        Raises:
            DetectorError: The text is longer than `MAX_CHARACTERS`, or the model failed.
        """
        if len(text) > MAX_CHARACTERS:
            raise DetectorError("the text is too long for the classifier")
        pieces = list(windows(text))
        highest = 0.0
        for first in range(0, len(pieces), _BATCH):
            highest = max(highest, self._highest(pieces[first : first + _BATCH]))
        return round(highest, 4)

    def _highest(self, pieces: list[str]) -> float:
        indices, values = padded([features(piece) for piece in pieces])
        failed = False
        result = np.empty(0, np.float32)
        try:
            (result,) = self._session.run(None, {"indices": indices, "values": values})
        except Exception:  # noqa: BLE001  # onnxruntime has no base class of its own errors
            failed = True
        if failed or not np.isfinite(result).all():
            raise DetectorError("the classifier could not judge the text")
        return float(result.max())


def _read(folder: Path) -> tuple[bytes, str]:
    try:
        card = msgspec.json.decode((folder / CARD_FILE).read_bytes(), type=ModelCard)
        model = (folder / MODEL_FILE).read_bytes()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ModelError(f"{folder}: the model or its card cannot be read") from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise ModelError(f"{folder / MODEL_FILE}: not the pinned model")
    if (card.features, card.bits) != (FEATURES, BITS):
        raise ModelError(f"{folder / CARD_FILE}: the model wants other features")
    return model, card.sha256


def session(model: bytes, threads: int = 1) -> Any:
    """Load an ONNX graph that keeps nothing of what it was given.

    Raises:
        ModelError: The runtime cannot load it.
    """
    # Read at import: without it the library keeps and uploads usage records of its own.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415  # heavy: only who classifies pays for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False  # the arena would keep the last texts' features
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def windows(text: str) -> Iterator[str]:
    """Cut a text into overlapping windows; a short one is its own only window."""
    yield text[:WINDOW]
    for start in range(STRIDE, len(text) - (WINDOW - STRIDE), STRIDE):
        yield text[start : start + WINDOW]


def features(text: str) -> tuple[Indices, Values]:
    """Return the hashed features of one window: distinct indices and L2-normalised values.

    Character n-grams of 2 to 5 lie within words and their borders; word n-grams are of 1
    and 2. Case and the digits' values are folded. What that loses, a name's capitals above
    all, is in the forms: each word, digits and all, with the forms of the next two, and forms
    in threes. A count n weighs 1 + ln n.
    """
    plain = " " + _ODD_SPACE.sub(" ", text.casefold()).strip().translate(_DIGITS) + " "
    codes = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), np.uint32)
    hashes = np.concatenate(
        [*_character_grams(codes), *_word_grams(plain, codes), *_form_grams(text)]
    )
    indices, counts = np.unique(_mixed(hashes) >> np.uint64(64 - BITS), return_counts=True)
    values = (1.0 + np.log(counts)).astype(np.float32)
    norm = float(np.sqrt(np.sum(values.astype(np.float64) ** 2))) or 1.0
    return indices.astype(np.int64), (values / np.float32(norm)).astype(np.float32)


def _character_grams(codes: npt.NDArray[np.uint32]) -> Iterator[_Hashes]:
    """Yield the hashes of the n-grams that hold a space only at their ends."""
    wide = codes.astype(np.uint64)
    spaces = np.concatenate([[0], np.cumsum(codes == _SPACE)])
    grams = wide
    for size in range(2, 6):
        if len(wide) < size:
            return
        grams = grams[:-1] * _PRIME + wide[size - 1 :]
        inner = spaces[size - 1 : len(codes)] - spaces[1 : len(codes) - size + 2]
        yield grams[inner == 0] ^ _SALTS[size - 2]


def _word_grams(plain: str, codes: npt.NDArray[np.uint32]) -> Iterator[_Hashes]:
    """Yield the hashes of the words and of the pairs of neighbouring words."""
    spans = np.array([m.span() for m in _WORD.finditer(plain)], np.int64).reshape(-1, 2)
    powers = np.full(len(codes), _PRIME, np.uint64).cumprod(dtype=np.uint64)
    # With the weights P^i a word's sum depends on its place; multiplying by P^(n-start)
    # brings every word to the same place (arithmetic is modulo 2^64).
    sums = np.concatenate([[np.uint64(0)], (codes * powers).cumsum(dtype=np.uint64)])
    starts, ends = spans[:, 0], spans[:, 1]
    words = (sums[ends] - sums[starts]) * powers[len(codes) - 1 - starts]
    # The place that remains is the text's length; divide it out by the odd prime's inverse.
    words = words * _inverse_power(len(codes))
    yield words ^ _SALTS[5]
    yield (_mixed(words[:-1]) * _PRIME + _mixed(words[1:])) ^ _SALTS[6]


def _form_grams(text: str) -> Iterator[_Hashes]:
    """Yield each word with the forms of the next two, and the forms of three in a row."""
    words = wordpiece.WORD.findall(text)
    forms = np.array([wordpiece.form(word) for word in words], np.uint64)
    letters = (word.lower().encode("utf-8", "surrogatepass") for word in words)
    plain = np.array([zlib.crc32(word) for word in letters], np.uint64)
    pairs = forms[:-1] * np.uint64(8) + forms[1:]
    yield _mixed(plain[:-2] * _PRIME + pairs[1:]) ^ _SALTS[7]
    yield (forms[:-2] * np.uint64(64) + pairs[1:] + np.uint64(1)) * _PRIME ^ _SALTS[8]


def _inverse_power(exponent: int) -> np.uint64:
    return np.uint64(pow(int(_PRIME), -exponent, 2**64))


def _mixed(hashes: _Hashes) -> _Hashes:
    """Spread the bits (the finaliser of MurmurHash3, public domain)."""
    for factor in _MIX:
        hashes = (hashes ^ (hashes >> np.uint64(33))) * factor
    mixed: _Hashes = hashes ^ (hashes >> np.uint64(33))
    return mixed


def padded(rows: list[tuple[Indices, Values]]) -> tuple[Indices, Values]:
    """Stack features of several windows; a padding value of 0 adds nothing."""
    longest = max(len(indices) for indices, _ in rows)
    indices = np.zeros((len(rows), longest), np.int64)
    values = np.zeros((len(rows), longest), np.float32)
    for row, (index, value) in enumerate(rows):
        indices[row, : len(index)] = index
        values[row, : len(value)] = value
    return indices, values

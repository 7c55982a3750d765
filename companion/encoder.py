"""The trained encoder: which words are of which kind, and how private each stretch reads.

A small BERT (four layers of MiniLM, Wang et al., 2020) with int8 weights as an ONNX graph
reads windows of words. For each word it gives the probability of every kind of finding, and
of being a private detail; for each window how likely it is sensitive, and in which of the
eight categories (patent step 242).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from companion.classifier import ModelError, session
from companion.detectors import DetectorError
from companion.detectors.kinds import ENCODER
from companion.labelling import Words, findings
from companion.values import Finding
from companion.wordpiece import CLS, SEP, SHAPES, Tokens, WordPiece, read_vocabulary

MODEL_FILE: Final = "encoder.onnx"
CARD_FILE: Final = "encoder.json"
VOCABULARY_FILE: Final = "vocab.txt"
LENGTH: Final = 256
"""Pieces of one window, the two marks at its ends included."""
OVERLAP: Final = 24
"""Pieces that two neighbouring windows share, so that each word has words around it."""
MAX_WINDOWS: Final = 200
"""About 120,000 characters of English; a longer text is refused, never half read."""
BATCH: Final = 2
Floats = npt.NDArray[np.float32]
Wanted = Callable[[Sequence[tuple[int, int]]], Sequence[int]]
Settled = Callable[[Sequence[float]], bool]
Cut = tuple[int, int]
"""A window: its first piece, and one past its last."""


class EncoderCard(msgspec.Struct, frozen=True, kw_only=True):
    """What this program must know of the model; the file says more, for people.

    Attributes:
        sha256: Of the ONNX file; another file is not loaded.
        vocabulary: SHA-256 of the vocabulary.
        shapes: Must be `wordpiece.SHAPES`.
        kinds: The kinds that it tells apart, in the order of its outputs.
        categories: The categories, in the order of its outputs.
    """

    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    vocabulary: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    shapes: int
    kinds: tuple[str, ...]
    categories: tuple[str, ...]


class EncoderReading(msgspec.Struct, frozen=True, kw_only=True):
    """What the encoder made of one text.

    Attributes:
        findings: Stretches of words of one kind, with the mean of their probabilities.
        sensitive: For each window that was read, the log-odds that it is sensitive.
        categories: For each window, the probability of each category.
        words: Each word that was read: where it begins and ends, and how private it reads.
        windows: How many windows the text has; those not wanted were not read.
    """

    findings: tuple[Finding, ...]
    sensitive: tuple[float, ...]
    categories: tuple[tuple[float, ...], ...]
    words: tuple[tuple[int, int, float], ...]
    windows: int


class Encoder:
    """A loaded model. Loading takes about 0.1 s."""

    name = ENCODER

    def __init__(self, folder: Path) -> None:
        model, self.card, vocabulary = _read(folder)
        self.version = self.card.sha256[:16]
        self._words = WordPiece(vocabulary)
        self._session: Any = session(model, threads=2)

    def read(
        self, text: str, wanted: Wanted | None = None, settled: Settled | None = None
    ) -> EncoderReading:
        """Read a text, or those windows of it that are wanted.

        Args:
            text: The plain view.
            wanted: Chooses from all windows, given by their first character and one past
                their last, those to read and in which order.
            settled: Asked after each batch, with the log-odds so far, whether that is enough.

        Raises:
            DetectorError: The text has more than `MAX_WINDOWS`, or the model failed.
        """
        tokens = self._words.tokens(text)
        cuts = windows(tokens.words)
        if len(cuts) > MAX_WINDOWS:
            raise DetectorError("the text is too long for the encoder")
        outputs = self._run(tokens, _chosen(tokens, cuts, wanted), settled)
        return self._reading(text, tokens, sorted(outputs), outputs, len(cuts))

    def _run(
        self, tokens: Tokens, cuts: Sequence[Cut], settled: Settled | None
    ) -> dict[Cut, _Output]:
        """Run the windows in batches until that is enough."""
        outputs: dict[Cut, _Output] = {}
        for first in range(0, len(cuts), BATCH):
            chosen = cuts[first : first + BATCH]
            outputs.update(zip(chosen, self._outputs(batch(tokens, chosen)), strict=True))
            if settled and settled([float(output.whole[0]) for output in outputs.values()]):
                break
        return outputs

    def _outputs(self, inputs: dict[str, npt.NDArray[Any]]) -> Iterator[_Output]:
        failed = False
        arrays: list[Floats] = []
        try:
            arrays = self._session.run(None, inputs)
        except Exception:  # noqa: BLE001  # onnxruntime has no base class of its own errors
            failed = True
        if failed or not all(np.isfinite(array).all() for array in arrays):
            raise DetectorError("the encoder could not judge the text")
        kinds, marks, whole = arrays
        for row, length in enumerate(inputs["lengths"]):
            inside = slice(1, int(length) - 1)
            yield _Output(kinds[row, inside], marks[row, inside], whole[row])

    def _reading(  # one reading, passed on whole
        self,
        text: str,
        tokens: Tokens,
        cuts: Sequence[Cut],
        outputs: Mapping[Cut, _Output],
        count: int,
    ) -> EncoderReading:
        words = _by_word(tokens, cuts, outputs, len(self.card.kinds) + 1)
        whole = [tuple(float(value) for value in outputs[cut].whole) for cut in cuts]
        return EncoderReading(
            findings=tuple(findings(text, words, tokens.spans, self.card.kinds)),
            sensitive=tuple(values[0] for values in whole),
            categories=tuple(values[1:] for values in whole),
            words=tuple(_private(words, tokens.spans)),
            windows=count,
        )


class _Output(msgspec.Struct, frozen=True):
    """The model's outputs for the pieces of one window: kinds, marks, and the window's own."""

    kinds: Floats
    marks: Floats
    whole: Floats


def windows(words: Sequence[int]) -> list[Cut]:
    """Cut the pieces into overlapping windows that begin and end at words.

    Args:
        words: Which word each piece belongs to.

    Returns:
        First piece and one past the last, for each window.
    """
    room = LENGTH - 2
    cuts: list[Cut] = []
    start = 0
    while len(words) - start > room:
        end = _word_start(words, start + room)
        cuts.append((start, end))
        start = max(_word_start(words, end - OVERLAP), start + 1)
    if len(words) > start:
        cuts.append((start, len(words)))
    return cuts


def _word_start(words: Sequence[int], place: int) -> int:
    """Return where the word begins whose piece stands at `place`."""
    while place > 0 and words[place - 1] == words[place]:
        place -= 1
    return place


def _extent(tokens: Tokens, cut: Cut) -> tuple[int, int]:
    first, last = tokens.words[cut[0]], tokens.words[cut[1] - 1]
    return tokens.spans[first][0], tokens.spans[last][1]


def batch(tokens: Tokens, cuts: Sequence[Cut]) -> dict[str, npt.NDArray[Any]]:
    """Return the model's inputs for some windows, padded to the longest."""
    lengths = [end - start + 2 for start, end in cuts]
    ids = np.zeros((len(cuts), max(lengths)), np.int64)
    shapes = np.zeros_like(ids)
    for row, (start, end) in enumerate(cuts):
        ids[row, : lengths[row]] = [CLS, *tokens.ids[start:end], SEP]
        shapes[row, 1 : lengths[row] - 1] = tokens.shapes[start:end]
    return {"ids": ids, "shapes": shapes, "lengths": np.array(lengths, np.int32)}


def _chosen(tokens: Tokens, cuts: Sequence[Cut], wanted: Wanted | None) -> list[Cut]:
    """Return the windows to read; where nobody minds, those of like length together."""
    if wanted is None:
        return sorted(cuts, key=lambda cut: cut[0] - cut[1])
    return [cuts[place] for place in wanted([_extent(tokens, cut) for cut in cuts])]


def _by_word(
    tokens: Tokens, cuts: Sequence[Cut], outputs: Mapping[Cut, _Output], kinds: int
) -> Words:
    """Average over each word's pieces; where windows overlap, the nearer one counts."""
    words = Words(
        np.zeros((len(tokens.spans), kinds), np.float32),
        np.zeros((len(tokens.spans), 2), np.float32),
        np.zeros(len(tokens.spans), np.bool_),
    )
    words.kinds[:, 0] = 1.0
    for start, end in cuts:
        output = outputs[start, end]
        owner = np.asarray(tokens.words[start:end])
        firsts = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
        sizes = np.diff(np.append(firsts, len(owner)))[:, None]
        skipped = int(np.searchsorted(firsts, OVERLAP // 2)) if start else 0
        chosen = owner[firsts][skipped:]
        words.kinds[chosen] = (np.add.reduceat(output.kinds, firsts) / sizes)[skipped:]
        words.read[chosen] = True
        words.marks[chosen] = (np.add.reduceat(output.marks, firsts) / sizes)[skipped:]
    return words


def _private(words: Words, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, float]]:
    for (start, end), mark, read in zip(spans, words.marks[:, 1], words.read, strict=True):
        if read:
            yield start, end, float(mark)


def _read(folder: Path) -> tuple[bytes, EncoderCard, list[str]]:
    try:
        card = msgspec.json.decode((folder / CARD_FILE).read_bytes(), type=EncoderCard)
        model = (folder / MODEL_FILE).read_bytes()
        vocabulary = (folder / VOCABULARY_FILE).read_bytes()
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise ModelError(f"{folder}: the encoder or its card cannot be read") from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise ModelError(f"{folder / MODEL_FILE}: not the pinned model")
    if hashlib.sha256(vocabulary).hexdigest() != card.vocabulary:
        raise ModelError(f"{folder / VOCABULARY_FILE}: not the pinned vocabulary")
    if card.shapes != SHAPES:
        raise ModelError(f"{folder / CARD_FILE}: the model wants other inputs")
    return model, card, read_vocabulary(vocabulary.decode())

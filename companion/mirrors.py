"""Reads what was written backwards or shifted by thirteen letters, where a sign gives it away."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from companion.detectors import checks
from companion.stretches import Source, Stretch

_MAX_CHARACTERS: Final = 20_000
_BACKWARDS: Final = frozenset(
    b"eht dna si ym rof htiw siht taht era saw evah uoy morf ruoy sih reh eb ton tub"
    b" drowssap rebmun enohp drac liame sserdda eman drah nhoj dnu tsi ich eid rab sel euq led"
    b" etnak nie aled".split()
)
_SHIFTED: Final = frozenset(
    b"gur naq vf zl sbe jvgu guvf gung ner jnf unir lbh sebz lbhe uvf ure abg ohg cnffjbeq"
    b" ahzore cubar pneq rznvy nqqerff anzr haq vfg vpu qvr yrf qrf qry cnffjbeg".split()
)
_SAID: Final = re.compile(
    rb"revers|backward|mirror|r\?ckw|umgekehrt|envers|al rev|contrario|achterstevoren|rot13"
    rb"|rot 13|rot-13|caesar"
)
_REVERSED_FORMS: Final = re.compile(
    r"(?<![\w.-])(?:moc|gro|ten|ude|vog|oi|ku\.oc|ed|rf|se|ti|ln|tp|ue|elpmaxe|tset)"
    r"(?:\.[\w-]{1,63}){1,4}@[\w.+-]{1,64}"
    r"|(?<![\d-])\d{4}[-. ]\d{2}[-. ]\d{3}(?![\d-])"
    r"|(?<![\d-])\d{4}[-. ]\d{3}[-. ]\)?\d{3}\(?(?:[-. ]\d{1,3}\+?)?(?![\d-])"
    r"|(?<![\d-])\d{4}([-. ])\d{4}\1\d{4}\1\d{4}(?![\d-])"
    r"|[\d ]{6,24}\+(?!\w)"
    r"|(?<!\w)[\dA-Z]{1,4}(?: ?[\dA-Z]{4}){2,8} ?\d{0,2}[A-Z]{2}(?!\w)"
    r"|(?<!\w)[A-Z0-9]{16}A[IS][KS]A(?!\w)"
    r"|[\w=+/-]{16,255}(?:_[pousr]hg|_tap_buhtig|-taplg|-ks|-[abeoprs]xox|azIA|_evil_k[rs]"
    r"|_tset_k[rs]|_fh|_mpn|Jye)(?!\w)"
)
_REVERSED_SIGNS: Final = re.compile(
    rb"@|aik[as]|aisa|_phg|_[pousr]hg|-ks|xox|azia|jye|_evil_|\d{4}[-. ]\d|\d\+|\d[a-z]{2}\b"
)
_SHIFTED_FORMS: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}(?:pbz|bet|arg|rqh|tbi|vb|pb\.hx|qr|se|rf"
    r"|vg|ay|cg|rh|rknzcyr|grfg)(?!\w)"
    r"|(?<!\w)(?:NXVN|NFVN|tuc_|tub_|fx-|kbk[nor]-|NVmn|rlW)[\w-]{12,255}"
    r"|(?<!\w)QR\d{2}(?: ?\d{4}){4} ?\d{2}(?!\w)"
)
_SHIFTED_SIGNS: Final = (b"@", b"nxvn", b"nfvn", b"tuc_", b"fx-", b"kbk", b"nvmn", b"rlw", b"qr")
_BIDI: Final = re.compile("[\u202d\u202e]([^\u202c\n]{2,2000})")


def backwards(source: Source) -> Iterator[Stretch]:
    """Text that runs backwards: the whole where its words say so, else values by their form."""
    if _said(source, _BACKWARDS, b"rot"):
        yield from _lines(source.text)
    elif _REVERSED_SIGNS.search(source.lower):
        for match in _REVERSED_FORMS.finditer(source.text):
            if not _forward_card(match.group()):
                yield _reversed(match.start(), match.group())


def _forward_card(value: str) -> bool:
    """Say whether a number makes sense as it stands, so that it need not be turned."""
    digits = "".join(char for char in value if char.isdecimal())
    return len(digits) == 16 and checks.luhn(digits)


def _said(source: Source, words: frozenset[bytes], other: bytes) -> bool:
    if len(words & source.vocabulary) >= 2:
        return True
    said = _SAID.search(source.lower)
    return said is not None and not said.group().startswith(other)


def _lines(text: str) -> Iterator[Stretch]:
    for match in re.finditer(r"[^\n]{4,}", text[:_MAX_CHARACTERS]):
        yield _reversed(match.start(), match.group())


def _reversed(start: int, text: str) -> Stretch:
    turned = text[::-1].translate(_BRACKETS)
    places = [(start + index, start + index + 1) for index in reversed(range(len(text)))]
    return Stretch(start, start + len(text), turned, places)


_BRACKETS: Final = str.maketrans("()[]{}<>", ")(][}{><")


def shifted(source: Source) -> Iterator[Stretch]:
    """Text in ROT13: the whole where its words say so, else values by their form."""
    if (
        len(_SHIFTED & source.vocabulary) >= 2
        or b"rot13" in source.lower
        or b"rot-13" in source.lower
    ):
        yield _rot13(0, source.text[:_MAX_CHARACTERS])
    elif any(sign in source.lower for sign in _SHIFTED_SIGNS):
        for match in _SHIFTED_FORMS.finditer(source.text):
            yield _rot13(match.start(), match.group())


def _rot13(start: int, text: str) -> Stretch:
    places = [(start + index, start + index + 1) for index in range(len(text))]
    return Stretch(start, start + len(text), codecs.encode(text, "rot13"), places)


def overridden(text: str) -> Iterator[Stretch]:
    """Text that a bidirectional override shows the other way round (UAX #9, 2.2)."""
    if "\u202e" in text or "\u202d" in text:
        for match in _BIDI.finditer(text):
            yield _reversed(match.start(1), match.group(1))

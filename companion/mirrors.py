"""Reads what was written backwards or shifted by thirteen letters, where a sign gives it away."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from companion.detectors import checks
from companion.stretches import Source, Stretch

_MAX_CHARACTERS: Final = 20_000
"""So much is read as running backwards or shifted because its words say so. Beyond it only
values are turned, by their form."""
_SHORT: Final = 1_000
"""Up to this length the word *reverse* is taken as said of the text, not of a list in code."""
_BACKWARDS: Final = frozenset(
    b"eht dna si ym rof htiw siht taht era saw evah uoy morf ruoy sih reh eb ton tub"
    b" drowssap rebmun enohp drac liame sserdda eman drah nhoj dnu tsi ich eid rab sel euq led"
    b" etnak nie aled".split()
)
_SHIFTED: Final = frozenset(
    b"gur naq vf zl sbe jvgu guvf gung ner jnf unir lbh sebz lbhe uvf ure abg ohg cnffjbeq"
    b" ahzore cubar pneq rznvy nqqerff anzr haq vfg vpu qvr yrf qrf qry cnffjbeg".split()
)
_SAID: Final = (
    b"revers",
    b"backward",
    b"mirrored",
    b"ckw?rts",
    b"umgekehrt",
    b"l'envers",
    b"al rev",
)
_SAID_SHIFTED: Final = (b"rot13", b"rot-13", b"rot 13")
_REVERSED_FORMS: Final = re.compile(
    r"(?<![\w.-])(?:moc|gro|ten|ude|vog|oi|ku\.oc|ed|rf|se|ti|ln|tp|ue|elpmaxe|tset)"
    r"(?:\.[\w-]{1,63}){1,4}@[\w.+-]{1,64}"
    r"|(?<![\d-])\d{4}[-. ]\d{2}[-. ]\d{3}(?![\d-])"
    r"|(?<![\d-])\d{4}[-. ]\d{3}[-. ]\)?\d{3}\(?(?:[-. ]\d{1,3}\+?)?(?![\d-])"
    r"|(?<![\d-])\d{4}([-. ])\d{4}\1\d{4}\1\d{4}(?![\d-])"
    r"|(?<!\d)\d[\d ]{5,24}\+(?!\w)"
    r"|(?<!\w)[\dA-Z]{1,4}(?: ?[\dA-Z]{4}){2,8} ?\d{0,2}[A-Z]{2}(?!\w)"
    r"|(?<!\w)[A-Z0-9]{16}A[IS][KS]A(?!\w)"
    r"|-----YEK ETAVIRP[^-]{0,20}DNE-----\s[^-]{1,8000}-----YEK ETAVIRP[^-]{0,20}NIGEB-----"
    r"|(?<![^\s(\"'])[a-z]{2,20}[A-Z](?: [a-z]{2,20}[A-Z]){0,3}(?: \d{1,5})?(?![^\s.,;:!?)\"'])"
)
_REVERSED_HEADS: Final = re.compile(
    r"//:[a-z+]{2,20}|(?:_[pousr]hg|_tap_buhtig|-taplg|-ks|-[abeoprs]xox|azIA|_evil_k[rs]"
    r"|_tset_k[rs]|_fh|_mpn|Jye)(?!\w)"
)
"""How links and keys begin, at whose end it stands here; the rest is sought from there back."""
_LINK: Final = re.compile(r"\S{4,200}")
_KEY: Final = re.compile(r"[\w=+/.-]{16,255}")
_REVERSED_MAIL: Final = re.compile(
    rb"(?:moc|gro|ten|elpmaxe|tset|ude|ed|rf|oi|ku|se|ti|ln|tp|ue)\.[^@]{2,60}@"
)
_REVERSED_KEYS: Final = (
    b"aika",
    b"aisa",
    b"_phg",
    b"_shg",
    b"_ohg",
    b"_uhg",
    b"_rhg",
    b"-ks",
    b"xox",
    b"azia",
    b"jye",
    b"_evil_",
    b"_fh",
    b"_mpn",
    b"-taplg",
    b"_tap_buhtig",
)
_REVERSED_DIGITS: Final = (b"0000 00 000", b"0000 000 000", b"0000 0000 0000 0000")
_REVERSED_IBAN: Final = re.compile(rb"\d{8}[A-Z]{2}\b|\d{4} ?\d\d[A-Z]{2}\b")
_REVERSED_PHONE: Final = re.compile(rb"\d\+(?!\w)")
_SHIFTED_FORMS: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}(?:pbz|bet|arg|rqh|tbi|vb|pb\.hx|qr|se|rf"
    r"|vg|ay|cg|rh|rknzcyr|grfg)(?!\w)"
    r"|(?<!\w)(?:NXVN|NFVN|tuc_|tub_|fx-|kbk[nor]-|NVmn|rlW)[\w-]{12,255}"
    r"|-----ORTVA[^-]{1,40}-----[^-]{1,8000}-----RAQ[^-]{1,40}-----"
    r"|(?<!\w)QR\d{2}(?: ?\d{4}){4} ?\d{2}(?!\w)"
)
_SHIFTED_MAIL: Final = re.compile(rb"@.{2,80}\.(?:pbz|bet|arg|rqh|tbi|vb|qr|se|rknzcyr|grfg)\b")
_SHIFTED_KEYS: Final = (b"nxvn", b"nfvn", b"tuc_", b"fx-", b"kbko", b"nvmn", b"rlw")
_LONG: Final = b"a" * 14
_SHIFTED_IBAN: Final = re.compile(rb"qr\d\d")
_BIDI: Final = re.compile("[\u202d\u202e]([^\u202c\n]{2,2000})")


def backwards(source: Source) -> Iterator[Stretch]:
    """Text that runs backwards: the whole where its words say so, else values by their form."""
    last = 0
    if _said(source, _BACKWARDS, _SAID if len(source.text) <= _SHORT else ()):
        last = _MAX_CHARACTERS
        yield from _lines(source.text[:last])
    elif not _may_hold_reversed(source):
        return
    for start, end in sorted({*_formed(source.text, last), *_headed(source.text, last)}):
        if start >= last:
            last = end
            yield _reversed(start, source.text[start:end])


def _formed(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Yield where reversed values stand, from `first` on, that are told by their form."""
    for match in _REVERSED_FORMS.finditer(text, first):
        if not _forward_card(match.group()):
            yield match.span()


def _headed(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Yield where links and keys stand backwards, which are told by what they end in."""
    last = first
    for head in _REVERSED_HEADS.finditer(text, first):
        form = _LINK if head.group().startswith("//") else _KEY
        rest = form.match(text[max(last, head.start() - 255) : head.start()][::-1])
        if rest:
            last = head.end()
            yield head.start() - rest.end(), last


def _may_hold_reversed(source: Source) -> bool:
    lower = source.lower
    if any(map(_REVERSED_MAIL.search, source.mail_words)):
        return True
    if b"aaA " in source.cases or b"//:" in lower or b"-----yek" in lower:
        return True
    if any(sign in source.digits for sign in _REVERSED_DIGITS):
        return True
    if b"00aa " in source.digits and _REVERSED_IBAN.search(source.bytes):
        return True
    if b"+" in lower and _REVERSED_PHONE.search(lower):
        return True
    return _LONG in source.encoded and any(sign in lower for sign in _REVERSED_KEYS)


def _forward_card(value: str) -> bool:
    """Say whether a number makes sense as it stands, so that it need not be turned."""
    digits = "".join(char for char in value if char.isdecimal())
    return len(digits) == 16 and checks.luhn(digits)


def _said(source: Source, words: frozenset[bytes], signs: tuple[bytes, ...]) -> bool:
    """Say whether a text holds disguised everyday words, or names the disguise."""
    return len(words & source.vocabulary) >= 2 or any(sign in source.lower for sign in signs)


def _lines(text: str) -> Iterator[Stretch]:
    for match in re.finditer(r"[^\n]{4,}", text):
        yield _reversed(match.start(), match.group())


def _reversed(start: int, text: str) -> Stretch:
    turned = text[::-1].translate(_BRACKETS)
    places = [(start + index, start + index + 1) for index in reversed(range(len(text)))]
    return Stretch(start, start + len(text), turned, places)


_BRACKETS: Final = str.maketrans("()[]{}<>", ")(][}{><")


def shifted(source: Source) -> Iterator[Stretch]:
    """Text in ROT13: the whole where its words say so, else values by their form."""
    last = 0
    if (
        len(_SHIFTED & source.vocabulary) >= 2
        or b"rot13" in source.lower
        or b"rot-13" in source.lower
    ):
        last = _MAX_CHARACTERS
        yield _rot13(0, source.text[:last])
    elif not _may_hold_shifted(source):
        return
    for match in _SHIFTED_FORMS.finditer(source.text, last):
        yield _rot13(match.start(), match.group())


def _may_hold_shifted(source: Source) -> bool:
    lower = source.lower
    if any(map(_SHIFTED_MAIL.search, source.mail_words)):
        return True
    if _LONG in source.encoded and any(key in lower for key in _SHIFTED_KEYS):
        return True
    return b"-ortva" in lower or _SHIFTED_IBAN.search(lower) is not None


def _rot13(start: int, text: str) -> Stretch:
    places = [(start + index, start + index + 1) for index in range(len(text))]
    return Stretch(start, start + len(text), codecs.encode(text, "rot13"), places)


def overridden(text: str) -> Iterator[Stretch]:
    """Text that a bidirectional override shows the other way round (UAX #9, 2.2)."""
    if "\u202e" in text or "\u202d" in text:
        for match in _BIDI.finditer(text):
            yield _reversed(match.start(1), match.group(1))

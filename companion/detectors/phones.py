"""Phone numbers: with a country's code, in the forms of single countries, or by context.

Own rules in place of libphonenumber: its list of valid ranges refuses numbers that people
made up or mistyped, which are as private to whoever reads them, and it accepts any bare
number of the right length. Forms: ITU-T E.123 and E.164, and the countries' own habits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.identifiers import OTHER
from companion.detectors.identities import TABLE
from companion.detectors.scan import Reading, Span, finding, within
from companion.values import Finding

_STRONG_WORDS_TEXT: Final = """
    phone phones telephone tel mobile cell cellphone fax whatsapp signal telegram sms phonenumber
    telefon telefonnummer handy handynummer mobil mobilnummer mobiltelefon durchwahl rufnummer
    téléphone tél telephone portable fixe teléfono telefono móvil celular fijo telefone telemóvel
    telemovel cellulare telefonino telefoon telefoonnummer mobiel gsm landline hotline voicemail
"""
STRONG_WORDS: Final = frozenset(_STRONG_WORDS_TEXT.split())
"""Words that speak of phones and of nothing else."""
_VERBS_TEXT: Final = """
    call calling reach text texted ring dial anrufen erreichen erreichbar appeler appelez joindre
    joignable contacter llamar llama llámame ligar ligue chamar chiamare chiama chiamami bellen
    bereikbaar answering answer office
"""
_VERBS: Final = frozenset(_VERBS_TEXT.split())
_GENERIC_TEXT: Final = """
    number contact numéro nummer número numero
"""
_GENERIC: Final = frozenset(_GENERIC_TEXT.split())
WORDS: Final = STRONG_WORDS | _VERBS | _GENERIC

_OTHERS: Final = OTHER | frozenset(
    word for item in TABLE for word in item.words.split()
) - WORDS - frozenset(["national"])
"""Words of other numbers."""

_COUNTRY_CODES_TEXT: Final = """
    1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63
    64 65 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227
    228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 248 249 250 251 252
    253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352
    353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389
    420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670
    672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 800 808 850 852
    853 855 856 870 878 880 881 882 883 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973
    974 975 976 977 979 992 993 994 995 996 998
"""
_COUNTRY_CODES: Final = frozenset(_COUNTRY_CODES_TEXT.split())
"""Country codes of ITU-T E.164."""

_SEPARATED: Final = (
    # North America, where neither area nor exchange begins with 0 or 1.
    (
        re.compile(
            r"(?:(?:\+?1|001)[ .-]?)?(?:\([2-9]\d\d\) ?-?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}"
        ),
        0.87,
    ),
    (re.compile(r"(?:(?:\+?1|001)[ .-])?(?:\(\d{3}\) ?-?|\d{3}[.-])\d{3}[.-]\d{4}"), 0.7),
    # France: five pairs.
    (re.compile(r"0[1-9](?:[ .-]\d\d){4}"), 0.9),
    # Brazil: area, then nine or eight digits.
    (re.compile(r"(?:0?\(\d\d\)|\d\d) ?9?\d{4}[- ]\d{4}"), 0.8),
    # Britain, Germany, Italy, the Netherlands, Belgium, Australia: a trunk zero.
    (re.compile(r"\(?0[1-9]\d{0,4}\)?[ /-]{1,3}\d{2,8}(?:[ -]\d{1,6}){0,4}"), 0.72),
    (re.compile(r"\(?020\)?[ -]\d{4}[ -]\d{4}"), 0.87),
    (re.compile(r"(?:07\d{3}[ -]\d{6}|07\d{3}[ -]\d{3}[ -]\d{3}|06[ -]\d{8})"), 0.87),
    # Spain, Portugal, Italy, India: nothing before the number.
    (re.compile(r"[679]\d\d[ .-]\d{3}[ .-]\d{3}|[679]\d\d(?:[ .-]\d\d){3}"), 0.5),
    (re.compile(r"3[2-9]\d[ .-]\d{3}[ .-]?\d{3,4}|[6-9]\d{4}[ -]\d{5}"), 0.6),
    (re.compile(r"[2-9]\d\d-\d{4}"), 0.35),
)
_SOLID: Final = (
    (re.compile(r"[2-9]\d\d[2-9]\d{6}"), 0.4),
    (re.compile(r"0[1-9]\d{8,9}"), 0.5),
)
_EXTENSION: Final = re.compile(
    r"\s?(?:x|ext\.?|extension|durchwahl|poste|#)\s?\d{1,6}", re.IGNORECASE
)
_GAP: Final = re.compile(r"[ ()./-]{1,3}|\s[-\u2013]\s")
_DATE: Final = re.compile(
    r"\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d\d|(?:19|20)\d\d[./ -]\d\d[./ -]\d\d"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[ .]\d{3}){1,4}")
_MAX_GROUPS: Final = 8
_BY_PHONE: Final = 0.9
_BY_VERB: Final = 0.8
_BY_NUMBER: Final = 0.7
"""How sure a number is that a word for phones, for calling or for numbers stands beside."""
_DOUBT: Final = 0.45
"""What another number's word near takes from a form."""
_CLEAR: Final = 0.7
"""A form that is a phone number's even beside words of other numbers."""


def phones(reading: Reading, taken: list[Span]) -> Iterator[Finding]:
    """Yield the phone numbers of a text outside the spans that are something surer."""
    done = 0
    tokens = reading.tokens
    for index, (start, end) in enumerate(tokens):
        if start < done or end - start > 16 or not reading.text[start].isdigit():
            continue
        if index and _goes_on(reading.text, tokens[index - 1], (start, end)):
            continue
        spans = _runs(reading, index)
        if not spans or within(taken, start) or reading.in_link(start):
            continue
        for first, last in reversed(spans):
            score = _score(reading, first, last)
            if score:
                more = _EXTENSION.match(reading.text, last)
                done = more.end() if more else last
                yield finding("PHONE_NUMBER", first, done, score)
                break


def _goes_on(text: str, before: Span, token: Span) -> bool:
    """Say whether a token goes on with digits that were tried from an earlier token on.

    A trunk zero, or an area of three digits behind a longer number, begins anew.
    """
    if token[0] - before[1] != 1 or text[before[1]] != " " or not text[before[1] - 1].isdigit():
        return False
    anew = token[1] - token[0] == 3 and before[1] - before[0] > 3
    return text[token[0]] != "0" and not anew


def _runs(reading: Reading, index: int) -> list[Span]:
    """Return the runs of digits from one token on with 6 to 15 digits, the shortest first."""
    text, tokens = reading.text, reading.tokens
    start, end = _lead(text, tokens[index][0]), tokens[index][0]
    if start is None:
        return []
    spans, digits = [], 0
    for place in range(index, min(len(tokens), index + _MAX_GROUPS)):
        first, last = tokens[place]
        if last - first > 15 or (place > index and not _GAP.fullmatch(text[end:first])):
            break
        size = _digits(text, first, last)
        digits += size
        if not size or digits > 15:
            break
        end = first + size
        if digits >= 6 and _closed(text, end, last):
            spans.append((start, end))
        if end < last:
            break
    return spans


def _digits(text: str, first: int, last: int) -> int:
    """Return how many digits a token has before an extension (4567x12), else none or all."""
    token = text[first:last]
    if token.isdigit():
        return last - first
    head, mark, tail = token.lower().partition("x")
    return len(head) if mark and head.isdigit() and tail.isdigit() else 0


def _closed(text: str, end: int, last: int) -> bool:
    """Say whether nothing goes on after a number: no letter, no time, no thousands."""
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if end < last:
        return True
    if after.isalnum() or after == "_":
        return False
    return not (after == ":" and beyond.isalnum()) and not (after == "," and beyond.isdigit())


def _lead(text: str, start: int) -> int | None:
    """Return where a number begins, with its plus and bracket; None within something longer."""
    lead = start
    while lead and start - lead < 3 and text[lead - 1] in "+(":
        lead -= 1
    before = text[lead - 1] if lead else " "
    if before in "_-./\\@#%&=~$€£*^" and lead == start:
        return None
    if before == "," and text[lead - 2 : lead - 1].isdigit():
        return None
    return None if before.isalnum() else lead


def _score(reading: Reading, start: int, end: int) -> float:
    value = reading.text[start:end]
    digits = "".join(filter(str.isdigit, value))
    if value.lstrip("(")[0] == "+":
        return _international(digits)
    if _never(value, digits):
        return 0.0
    form = _form(value)
    context = _context(reading, start, end)
    if context < 0:
        return form - _DOUBT if form >= _CLEAR else 0.0
    if context and (form >= 0.5 or _plausible(value, context)):
        return max(form, context)
    if value[:2] == "00" and len(digits) > 9 and not form:
        return 0.6 if _country(digits[2:]) else 0.0
    return form if form >= 0.4 and len(digits) >= 7 else 0.0


def _never(value: str, digits: str) -> bool:
    """Say whether digits are a date, binary, or stand in half a bracket."""
    halved = value.count("(") != value.count(")")
    return (
        halved or set(digits) <= {"0", "1"} or len(set(digits)) < 2 or bool(_DATE.fullmatch(value))
    )


def _international(digits: str) -> float:
    if not 8 <= len(digits) <= 15:
        return 0.0
    return 0.93 if _country(digits) else 0.0


def _country(digits: str) -> bool:
    return any(digits[:size] in _COUNTRY_CODES for size in (1, 2, 3))


def _form(value: str) -> float:
    forms = _SOLID if value.isdigit() else _SEPARATED
    score = max((score for form, score in forms if form.fullmatch(value)), default=0.0)
    return min(score, 0.5) if _GROUPED.fullmatch(value) else score


def _plausible(value: str, context: float) -> bool:
    """Say whether a number that a word calls a phone's may be one."""
    size = sum(map(str.isdigit, value))
    if _GROUPED.fullmatch(value) and context <= _BY_NUMBER:
        return False
    return 7 <= size <= 14 or (size == 6 and not value.isdigit() and context > _BY_NUMBER)


def _context(reading: Reading, start: int, end: int) -> float:
    """Return how sure the words near make a number a phone's; below 0 beside other words."""
    generic = 0.0
    for word in reading.near(start, end):
        if word in STRONG_WORDS:
            return _BY_PHONE
        if word in _VERBS:
            return _BY_VERB
        if word in _OTHERS:
            return -1.0
        if word in _GENERIC:
            generic = _BY_NUMBER
    return generic

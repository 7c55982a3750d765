"""Mends values that were broken in two, glued from parts, or spelled with look-alike keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.stretches import Source, Stretch

_BROKEN_KEY: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:A[KS]IA|gh[pousr]_|github_pat_|glpat-|sk-|[rs]k_(?:live|test)_"
    r"|xox[abeoprs]-|AIza|hf_|npm_|eyJ|SG\.|BEGIN [A-Z ]{0,16}PRIVATE KEY)[\w./+=-]{0,255}"
)
_KEY_STARTS: Final = (b"AKIA", b"ASIA", b"glpat-", b"sk-", b"xox", b"AIza", b"eyJ", b"SG.", b"KEY-")
_KEY_MIDDLES: Final = (b"gh", b"github_pat_", b"_live_", b"_test_", b"hf_", b"npm_")
"""Those of which each has an underscore."""
_PIECE: Final = re.compile(r"[ \t]?[\r\n]{0,2}[ \t]{0,8}([\w./+=-]{2,255})")
_MAX_PIECES: Final = 24
_GLUE: Final = re.compile(
    r"(?<=[^\W_])(?:<[^<>\n]{1,40}>|\"\s{0,2}[+.&]?\s{0,2}\"|'\s{0,2}[+.&]?\s{0,2}'|\*\*|``?"
    r"|\\\r?\n\s{0,8}|/\*[^*\n]{0,40}\*/)(?=[^\W_])"
)
_GLUED_WORD: Final = re.compile(r"[\w@.+/=:-]{1,80}")
_LOOSE_HOST: Final = re.compile(r"@\s{0,3}[\w-]{1,63}(?:\s{0,2}\.\s{0,2}[\w-]{2,63}){1,4}")
_LOOSE_NAME: Final = re.compile(r"\s{0,3}[\w.+-]{1,64}")
"""Matched against what stands before the sign, turned round."""
_DOMAIN: Final = re.compile(
    r"(?i)(?:com|org|net|edu|gov|io|co|uk|de|fr|es|it|nl|pt|eu|info|biz|dev|app|me|us|ca|au|ch|at|be"
    r"|example|test)"
)
_DIGITLIKE: Final = re.compile(
    r"(?<![^\W_])(?P<land>[A-Z]{2}(?=[\dOIlSBZ]{13}))?[\dOoIlSsBbZz|]{1,34}"
    r"(?:[ .\-/][\dOoIlSsBbZz|]{1,24}){0,8}(?![^\W_])"
)
_AS_DIGITS: Final = str.maketrans("OoIlSsBbZz|", "00115588221")
_AS_LETTERS: Final = str.maketrans("01345789@$!", "oieastbgasi")
_LEET: Final = re.compile(
    r"(?<![^\W_])[A-Za-z]{0,12}(?:[01345789@$!]{1,2}[A-Za-z]{1,12}){1,6}[03145$]?(?!\.?[\w@])"
)
_MIXED: Final = "[a-z]?(?:[A-Z][a-z]){2,20}[A-Z]?"
_ALTERNATING: Final = re.compile(rf"(?<![^\W_]){_MIXED}(?:[ .]{_MIXED}){{0,4}}(?![^\W_])")
_SIGN: Final = re.compile(r"[\d@$!]")


def broken_keys(source: Source) -> Iterator[Stretch]:
    """Keys of known forms with a space or a line's end within."""
    starts = _KEY_STARTS + (_KEY_MIDDLES if b"_" in source.bytes else ())
    if not any(start in source.bytes for start in starts):
        return
    text, position = source.text, 0
    while match := _BROKEN_KEY.search(text, position):
        stretch = _mended_key(text, match)
        position = stretch.end if stretch else match.end()
        if stretch:
            yield stretch


def _mended_key(text: str, match: re.Match[str]) -> Stretch | None:
    """Take the pieces that follow for as long as they look random, not like words."""
    pieces = [match.span()]
    while len(pieces) < _MAX_PIECES and (more := _PIECE.match(text, pieces[-1][1])):
        if not _random(more.group(1)):
            break
        pieces.append(more.span(1))
    if len(pieces) == 1:
        return None
    places = [(index, index + 1) for first, last in pieces for index in range(first, last)]
    return Stretch(
        match.start(), pieces[-1][1], "".join(text[first:last] for first, last in pieces), places
    )


def _random(piece: str) -> bool:
    """Say whether a piece of text is more like a key's than like a word or a number."""
    letters = sum(char.isalpha() for char in piece)
    if letters == len(piece):
        return not (piece.islower() or piece.istitle()) and len(piece) > 3
    return letters > 0 and len(piece) > 2 and not piece.endswith((".", "-"))


def glued(source: Source) -> Iterator[Stretch]:
    """Words put together from parts: by tags, emphasis, or string concatenation."""
    if not any(sign in source.bytes for sign in (b"<", b'"', b"'", b"**", b"`", b"\\\n", b"/*")):
        return
    text, end = source.text, 0
    for match in _GLUE.finditer(text):
        if match.start() >= end:
            stretch = _unglued(text, match)
            end = stretch.end
            yield stretch


def _unglued(text: str, glue: re.Match[str]) -> Stretch:
    start = glue.start()
    while start > max(0, glue.start() - 80) and _GLUED_WORD.match(text, start - 1):
        start -= 1
    places = [(index, index + 1) for index in range(start, glue.start())]
    follower: re.Match[str] | None = glue
    end = glue.end()
    while follower and len(places) < 4_000:
        word = _GLUED_WORD.match(text, follower.end())
        end = word.end() if word else follower.end()
        places.extend((index, index + 1) for index in range(follower.end(), end))
        follower = _GLUE.match(text, end)
    return Stretch(start, end, "".join(text[index] for index, _ in places), places)


def loose_mail(source: Source) -> Iterator[Stretch]:
    """E-mail addresses with spaces or line ends around their signs."""
    if b"@" not in source.bytes:
        return
    for match in _LOOSE_HOST.finditer(source.text):
        start, end = match.span()
        before = _LOOSE_NAME.match(source.text[max(0, start - 67) : start][::-1])
        domain = match.group().rsplit(".", 1)[-1].strip()
        if before is None or not _DOMAIN.fullmatch(domain):
            continue
        start -= before.end()
        kept = [place for place in range(start, end) if not source.text[place].isspace()]
        if len(kept) < end - start:
            places = [(place, place + 1) for place in kept]
            yield Stretch(start, end, "".join(source.text[place] for place in kept), places)


def digit_like(source: Source) -> Iterator[Stretch]:
    """Numbers in which letters stand for digits: O, I, l, S, B, Z."""
    if not any(sign in source.digits for sign in (b"0a", b"a0")):
        return
    for match in _DIGITLIKE.finditer(source.text):
        land = match.group("land") or ""
        text = land + match.group()[len(land) :].translate(_AS_DIGITS)
        if match.group().endswith("Z"):  # a check letter, as in Spain, more often than a two
            text = text[:-1] + "Z"
        changed = sum(one != other for one, other in zip(text, match.group(), strict=True))
        digits = sum(char.isdigit() for char in text)
        if digits >= 7 and changed and changed < digits:
            start = match.start()
            yield Stretch(
                start, match.end(), text, [(start + n, start + n + 1) for n in range(len(text))]
            )


def leet(source: Source) -> Iterator[Stretch]:
    """Words with digits or signs for letters, as in `p4ssw0rd`."""
    if not any(sign in source.digits for sign in (b"a0a", b"a00a")) and not any(
        sign in source.bytes for sign in (b"p@ss", b"$$")
    ):
        return
    for match in _LEET.finditer(source.text):
        word = match.group()
        if 4 <= len(word) <= 24 and len(_SIGN.findall(word)) * 2 <= len(word) and _one_case(word):
            yield _same_length(match, word.translate(_AS_LETTERS))


def _one_case(word: str) -> bool:
    return word.lower()[1:] == word[1:] or word.upper() == word


def alternating(source: Source) -> Iterator[Stretch]:
    """Words in alternating case, as in `mArIa`."""
    if b"aAaA" in source.cases or b"AaAa" in source.cases:
        for match in _ALTERNATING.finditer(source.text):
            yield _same_length(match, match.group().title())


def _same_length(match: re.Match[str], text: str) -> Stretch:
    start = match.start()
    places = [(start + place, start + place + 1) for place in range(len(text))]
    return Stretch(start, match.end(), text, places)

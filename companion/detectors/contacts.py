"""Addresses of people and machines on networks: mail, web, IP, hardware and host names.

Nothing is looked up: a domain is told by its form and by lists of top-level domains here.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.scan import Reading, Span, finding
from companion.values import Finding

_GENERIC_TEXT: Final = """
    com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia
    app dev page cloud tech online site store shop blog xyz club live news world today email life
    agency company digital network systems solutions services support team studio design media
    group center academy health care clinic hospital doctor dental legal law bank finance insurance
    money tax capital ventures energy berlin hamburg koeln wien paris bzh amsterdam london wales
    scot madrid barcelona eus gal lat nyc vegas tokyo top vip work works zone one university school
    education foundation charity church gmbh ltd inc llc
"""
_GENERIC: Final = frozenset(_GENERIC_TEXT.split())
_COUNTRIES_TEXT: Final = """
    ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw
    by bz ca cd cf cg ch ci ck cl cm cn co cr cu cv cw cy cz de dj dk dm do dz ec ee eg er es et eu
    fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il
    im in io iq ir is it je jm jo jp ke kg kh ki km kn kr kw ky kz la lb lc li lk lr ls lt lu lv ly
    ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr
    nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk
    sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us
    uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
_COUNTRIES: Final = frozenset(_COUNTRIES_TEXT.split())
_TOP: Final = _GENERIC | _COUNTRIES
_INTERNAL_TEXT: Final = """
    internal corp local lan intranet intra localdomain home arpa
"""
_INTERNAL: Final = frozenset(_INTERNAL_TEXT.split())
_LOCAL: Final = frozenset("!#$%&'*+/=?^_`{|}~.-")
_DOMAIN: Final = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_](?:[\w-]{0,61}[^\W_])?"
)
_SCHEME: Final = re.compile(r"://[^\s<>\"'`\\^{}|\[\]]{2,2000}")
_WWW: Final = re.compile(r"www\.[^\s<>\"'`\\^{}|\[\]]{2,2000}")
_SCHEMES: Final = ("https", "http", "ftps", "ftp", "sftp")
_BARE: Final = re.compile(
    r"\.(?:com|org|net|edu|gov|info|co\.uk|de|fr|nl|eu|com\.br|es|it|pt|ch|at|be)"
    r"(?:/[^\s<>\"'`\\^{}|\[\]]{0,400})?(?![\w@(-]|\.\w)"
)
_HOST: Final = re.compile(
    r"\.(?:internal|corp|local|lan|intranet|intra|localdomain|home\.arpa)(?![\w(-]|\.\w)"
)
_LABELS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_IPV4: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_COLON: Final = re.compile(r":[0-9A-Fa-f:]")
_IPV6: Final = re.compile(r"[0-9A-Fa-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3})?(?![\w:])")
_HEX: Final = frozenset("0123456789abcdefABCDEF:")
_MAC_INSIDE: Final = (
    re.compile(r":[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:"),
    re.compile(r"-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-"),
    re.compile(r"\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.])"),
)
_MAC: Final = re.compile(
    r"[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}){4}(?![\w:-])"
    r"|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.])"
)
_PLACEHOLDERS_TEXT: Final = """
    user username name email mail you your me someone somebody test foo bar example yourname
    your.name your.email youremail your-email your_email first.last firstname.lastname git noreply
    no-reply abc xyz xxx
"""
_PLACEHOLDERS: Final = frozenset(_PLACEHOLDERS_TEXT.split())
_VERSION_WORDS_TEXT: Final = """
    version v release build ver oid section
"""
_VERSION_WORDS: Final = frozenset(_VERSION_WORDS_TEXT.split())
WORDS: Final = _VERSION_WORDS


def emails(reading: Reading) -> Iterator[Finding]:
    """Yield the mail addresses of a text (RFC 5321 forms that people use, with IDN)."""
    text, place = reading.text, reading.text.find("@")
    while place >= 0:
        start = _local_start(text, place)
        domain = _DOMAIN.match(text, place + 1) if start < place else None
        if domain:
            score = _email_score(text, start, place, domain.end())
            if score:
                yield finding("EMAIL_ADDRESS", start, domain.end(), score)
        place = text.find("@", place + 1)


def _local_start(text: str, at: int) -> int:
    start = at
    while start and at - start < 64 and (text[start - 1].isalnum() or text[start - 1] in _LOCAL):
        start -= 1
    while start < at and not (text[start].isalnum() or text[start] == "_"):
        start += 1
    return at if text[at - 1 : at] == "." else start


def _email_score(text: str, start: int, at: int, end: int) -> float:
    local = text[start:at].lower()
    domain = text[at + 1 : end].lower()
    top = domain.rpartition(".")[2]
    if text[end : end + 1] == ":" and local == "git":
        return 0.0
    known = top in _TOP or not top.isascii() or top.startswith("xn--")
    if not known:
        return 0.7 if top in _INTERNAL else 0.5 if 2 <= len(top) <= 12 else 0.0
    example = domain.startswith(("example.", "domain.", "yourdomain.", "yourcompany."))
    if local in _PLACEHOLDERS:
        return 0.45 if example else 0.7
    return 0.9 if example else 1.0


def links(reading: Reading) -> Iterator[Finding]:
    """Yield web addresses: with a scheme, with www, or bare domains that are well known."""
    text, low = reading.text, reading.low
    for match in _SCHEME.finditer(text):
        scheme = next((name for name in _SCHEMES if low.endswith(name, 0, match.start())), None)
        if scheme:
            yield _link(match.start() - len(scheme), match.start(), match.group(), 0.6)
    for match in _WWW.finditer(low):
        if not low[max(0, match.start() - 1) : match.start()].isalnum():
            yield _link(match.start(), match.start(), match.group(), 0.6)
    for match in _BARE.finditer(low):
        start = _domain_start(low, match.start())
        if start is not None:
            score = 0.55 if "/" in match.group() else 0.5
            yield _link(start, match.start(), match.group(), score)


def _link(start: int, place: int, tail: str, score: float) -> Finding:
    """Return a finding from `start` on over `tail`, which begins at `place`, trimmed."""
    return finding("URL", start, place + len(_trim(tail)), score)


def _domain_start(low: str, dot: int) -> int | None:
    """Return where the name before a dot begins, or None within something else."""
    start = dot
    while start and dot - start < 120 and low[start - 1] in _LABELS:
        start -= 1
    while start < dot and low[start] in "-.":
        start += 1
    before = low[start - 1] if start else " "
    return None if start == dot or before.isalnum() or before in "_@$/\\" else start


def _trim(link: str) -> str:
    """Drop the punctuation of the sentence around a link."""
    link = link.rstrip(".,;:!?*")
    while link.endswith((")", "]")) and link.count("(") + link.count("[") < link.count(
        ")"
    ) + link.count("]"):
        link = link[:-1].rstrip(".,;:!?*")
    return link


def machines(reading: Reading) -> Iterator[Finding]:
    """Yield IP and hardware addresses and the names of private machines."""
    yield from _ipv4(reading)
    yield from _ipv6(reading.text)
    yield from _macs(reading.text)
    for match in _HOST.finditer(reading.low):
        start = _domain_start(reading.low, match.start())
        if start is not None and _is_host(reading.low[start : match.end()]):
            yield finding("HOSTNAME", start, match.end(), 0.7)


def _ipv4(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for start, end in reading.tokens:
        if end - start > 3 or text[end : end + 1] != ".":
            continue
        before = text[start - 1] if start else " "
        match = None if before in {".", "_"} else _IPV4.match(text, start)
        score = _ipv4_score(reading, match.span()) if match else 0.0
        if match and score:
            yield finding("IP_ADDRESS", *match.span(), score)


def _ipv6(text: str) -> Iterator[Finding]:
    done = 0
    for hit in _COLON.finditer(text):
        if hit.start() < done:
            continue
        start = hit.start()
        while start and hit.start() - start < 5 and text[start - 1] in _HEX:
            start -= 1
        match = _IPV6.match(text, start)
        if not match or (start and (text[start - 1].isalnum() or text[start - 1] in "_.:")):
            continue
        done = match.end()
        if match.group().count(":") > 1 and _is_ipv6(match.group()):
            yield finding("IP_ADDRESS", *match.span(), _ipv6_score(match.group()))


def _macs(text: str) -> Iterator[Finding]:
    for inside, width in zip(_MAC_INSIDE, (2, 2, 4), strict=True):
        for hit in inside.finditer(text):
            start = max(0, hit.start() - width)
            before = text[start - 1] if start else " "
            match = None if before.isalnum() or before in "_:.-" else _MAC.match(text, start)
            if match and len(set(match.group().lower())) > 3:
                yield finding("MAC_ADDRESS", *match.span(), 0.9)


def _ipv4_score(reading: Reading, span: Span) -> float:
    value = reading.text[span[0] : span[1]]
    parts = value.split(".")
    if any(int(part) > 255 or (len(part) > 1 and part[0] == "0") for part in parts):
        return 0.0
    near = reading.near(*span)
    if near and near[0] in _VERSION_WORDS:
        return 0.0
    address = ipaddress.IPv4Address(value)
    if (
        address.is_loopback
        or address.is_unspecified
        or value.startswith(("255.", "8.8.", "1.1.1.", "1.0.0."))
    ):
        return 0.4
    if all(int(part) < 20 for part in parts):  # rather a version or the number of a section
        return 0.4
    return 0.85


def _is_ipv6(value: str) -> bool:
    try:
        ipaddress.IPv6Address(value)
    except ValueError:
        return False
    return len(value) > 4 and any(char.isdigit() for char in value)


def _ipv6_score(value: str) -> float:
    if value.lower().startswith(("2001:db8", "::1", "::ffff:127", "fe80::1")):
        return 0.5
    return 0.9 if value.count(":") > 2 else 0.6


def _is_host(value: str) -> bool:
    head = value.partition(".")[0].lower()
    return head not in {"self", "this", "threading", "std", "etc", "e", "usr", "www"}

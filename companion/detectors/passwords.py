"""Passwords, PINs and recovery words that people write into a sentence.

*My wifi password is ...*, *log in as bob using ...*, *Passwort: ...*: a keyword (with the
usual slips of the finger, in seven languages), a few words about what it is for, a copula, and
a value that looks like one. Sentences about passwords have the same keywords, so the value and
what follows it decide. Repeats are bounded and every search begins at a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors import password_words as words

Hit = tuple[int, int, float]
"""Start, end and score."""

_NEEDLES: Final = (
    "pass", "pasw", "pswd", "pssw", "p4ss", "p@ss", "pa55", "pa$$", "pword", "pwd", "pw",
    "kennwort", "contrase", "clave", "senha", "passe", "mdp", "parola", "wachtwoord", "login",
    "log in", "logon", "sign in", "signin", "credential", "log on", "einloggen", "zugang",
    "wifi", "wi-fi", "wlan",
)  # fmt: skip
_KEYWORD: Final = (
    r"(?:p[a@4][s$5z]{1,3}[ -]?w?[o0]r?[o0]?r?[dt]e?s?|pas+w?rod|pas+wrd|ps?sswo?rd|pasowrd"
    r"|pas+owrd"
    r"|pasword|p-?word|passwd|passcode|pass[ -]?phrase|pass[ -]?code|kennwort|wachtwoord"
    r"|contrase[n\u00f1]a"
    r"|clave(?: de acceso)?|senha|palavra-passe|mot de passe|mdp|(?:wi-?fi|wlan)[ -](?:code|key"
    r"|schl\u00fcssel)|code (?:wi-?fi|d['\u2019]acc\u00e8s)|parola d['\u2019]ordine|pwd?|pass)"
)
_ABOUT: Final = (
    r"(?:\s{1,2}(?:for|to|of|on|at|i use|we use|f\u00fcr|von|zu[mr]?|pour|de|du|para|del|do|da"
    r"|di|per"
    r"|voor|van|in|here|there|currently|now|again|\((?:[^()\n]{1,40})\))"
    r"(?:\s{1,2}[\w.'\u2019@-]{1,40}+){0,5}?)?"
)
_COPULA: Final = (
    r"(?:\s{0,2}(?::|=|->|\u2192)\s{0,3}|['\u2019]s\s{1,2}|\s{1,2}"
    r"(?:(?:was|is|has been|got|were|had been)\s(?:changed|set|reset|updated)\sto|is now"
    r"|is currently|is|was|are|ist|lautet|war|est|\u00e9|\u00e8|es|era|waren|should be|will be"
    r"|set to|changed to|reset to|used to be|would be|being|to|from|as|[-\u2013]|c['\u2019]est)"
    r"(?:\s{0,1}:)?\s{1,2}(?:now\s|still\s|just\s|literally\s|simply\s)?)"
)
_QUOTED: Final = (
    r"[\"'`\u201c\u201e\u00ab\u2018]"
    r"(?P<quoted>[^\"'`\u201c\u201d\u201e\u00ab\u00bb\u2019\n]{3,60}+)[\"'`\u201d\u201c\u00bb"
    r"\u2019]"
)
_GIVEN: Final = re.compile(
    rf"(?i)(?<![\w$@./]){_KEYWORD}{_ABOUT}{_COPULA}(?:{_QUOTED}|(?P<value>[^\s\"'`]{{3,80}}+))"
)
_BESIDE: Final = re.compile(
    rf"(?i)(?<![\w$@./\"'-]){_KEYWORD}\s{{1,2}}(?:{_QUOTED}|(?P<value>[^\s\"'`=:]{{4,60}}+))"
)
_NAMED: Final = re.compile(
    r"(?i)\b(?:use|using|used|have|had|chose|picked|try|tried|is|set)\s{1,2}(?!pass)"
    rf"(?:{_QUOTED}|(?P<value>[^\s\"'`]{{4,60}}+))"
    r"\s{1,2}(?:(?:as|for)\s(?:my|our|the|a|his|her|their|your)|an?)\s(?:[\w-]{1,20}\s){0,2}?"
    r"(?:password|passcode|passphrase|pw|pin)\b"
)
_FROM_TO: Final = re.compile(
    rf"(?i){_KEYWORD}\s{{1,2}}from\s{{1,2}}\S{{3,60}}\s{{1,2}}to\s{{1,2}}"
    rf"(?:{_QUOTED}|(?P<value>[^\s\"'`]{{4,60}}+))"
)
_LOGIN: Final = re.compile(
    r"(?i)\b(?:log(?:ged|ging)?[ -]?(?:in(?:to)?|on)|sign(?:ed)?[ -]?in(?:to)?|login"
    r"|authenticate|einloggen|connect)"
    r"(?:\s[\w.'-]{1,30}+){0,4}?\s(?:as|with|using|mit|als|avec|con)\s"
    r"(?:the\s|user(?:name)?\s|email\s|benutzer\s|account\s){0,2}"
    r"[\w.@+-]{2,60}+\s{0,2}"
    r"(?:(?:and|using|with|und|mit|et|y|e)\s(?:the\s)?(?:pass(?:word|wort|code)?\s|pw\s)?"
    rf"|[/,:]\s{{0,2}}(?:pass(?:word)?\s|pw\s)?)(?:{_QUOTED}|(?P<value>[^\s\"'`]{{4,60}}+))"
)
_PAIR: Final = re.compile(
    r"(?i)\b(?:credentials?|creds|logins?|zugangsdaten|identifiants|credenciales)"
    r"(?:(?:\s[\w.'-]{1,30}+){0,5}?\s{0,2}(?:are|is|:|=|sind|sont|son)\s{0,3}"
    r"[\w.@+-]{2,60}+\s{0,2}[/:|,]|\s[\w.@+-]{2,60}+\s{0,2}/)\s{0,2}"
    rf"(?:{_QUOTED}|(?P<value>[^\s\"'`]{{4,60}}+))"
)
_PIN: Final = re.compile(
    r"(?i)(?<![\w.-])(?:pin(?:[ -](?:code|number))?|passcode|security code|access code|door code"
    r"|gate code"
    r"|alarm code|safe code|entry code|lock code|unlock code|garage code|cvv2?|cvc2?|otp"
    r"|one[- ]time (?:code|password)"
    r"|verification code|sms code|geheimzahl|code pin|c\u00f3digo pin|pincode|combination)"
    r"(?:\s(?:for|to|of|on|f\u00fcr|pour|para|per|voor)(?:\s[\w'\u2019-]{1,30}+){1,5}?)?"
    r"\s{0,2}(?:is|was|are|ist|est|es|\u00e9|\u00e8|=|:|#|number|code|changed to"
    r"|set to){0,2}\s{0,3}:?\s{0,2}"
    r"[\"'`]?(?P<value>\d(?:[\d-]{1,9}\d))(?![\w.,-]*\d|\s?(?:%|characters|digits|chars|times"
    r"|years|minutes|pins))"
)
_PIN_NEEDLES: Final = ("pin", "code", "cvv", "cvc", "otp", "geheimzahl", "combination")
_KEY_NEEDLES: Final = (
    "key",
    "token",
    "secret",
    "code",
    "schl\u00fcssel",
    "cl\u00e9",
    "clave",
    "chave",
    "chiave",
)
_SEED: Final = re.compile(
    r"(?i)\b(?:seed|recovery|mnemonic|secret|wallet|backup|bip-?39)[ -]?(?:phrase|words|seed"
    r"|passphrase|mnemonic)?\b"
    r"[^\n.?!]{0,60}?(?::|=|\bis\b|\bare\b|\n)\s{0,4}[\"'`]?"
    r"(?P<value>[a-z]{3,8}(?:(?:,?[ \n]{1,2}|\s?\d{1,2}[.)]\s?)[a-z]{3,8}){11,23})(?![a-z])"
)
_CODES: Final = re.compile(
    r"(?i)\b(?:recovery|backup|scratch|emergency|2fa|mfa)[ -](?:codes?|keys?)\b[^\n]{0,60}?(?::"
    r"|=|\bis\b|\bare\b|\n)\s{0,4}"
    r"[\"'`]?(?P<value>[a-z0-9]{4,12}(?:[ -][a-z0-9]{4,12}){0,7})\b"
)
_ANSWER: Final = re.compile(
    r"(?i)\b(?:security (?:question )?answer|answer to (?:my|the|his|her) security question"
    r"|secret answer|secret word|safe ?word|code ?word)(?:\s[\w'\u2019-]{1,20}+){0,6}?\s{0,2}(?:i"
    r"s|was|:|=)\s{1,3}"
    rf"(?:{_QUOTED}|(?P<value>[^\s\"'`]{{3,40}}+))"
)
_KEY: Final = re.compile(
    r"(?i)(?<![\w$./\"'-])(?:(?:api|access|secret|auth|private|licen[cs]e|product|activation"
    r"|encryption"
    r"|service|bot|bearer|app|client|webhook)[ -]?(?:key|token|secret|code)|token|secret"
    r"|api-schl\u00fcssel"
    r"|schl\u00fcssel|cl\u00e9 (?:api|secr\u00e8te)|clave (?:api|secreta)|chave (?:de api"
    r"|secreta)|chiave (?:api|segreta))"
    rf"{_ABOUT}{_COPULA}(?:{_QUOTED}|(?P<value>[^\s\"'`]{{8,200}}+))"
)
_OWNER: Final = re.compile(
    r"(?i)\b(?:my|our|his|her|their|your|the|admin|root|user|login|wi-?fi|wlan|router|account"
    r"|mein|unser|mon|notre"
    r"|mi|nuestra|minha|nossa|la mia|il mio|mijn|ons|temp(?:orary)?|new|old|current|default"
    r"|master|laptop|server"
    r"|database|db|email|vpn|sudo|bank(?:ing)?|netflix|guest|zoom|das|le|la|a|het)\s[^\n.?!]{0,40}$"
)
_WEAK_COPULA: Final = re.compile(r"(?i)\s(?:to|from|as|[-\u2013])\s{1,3}$")
_AFTER: Final = re.compile(
    r"\s{0,2}(?:$|[\n.,;!?)\"'\u201d-]|(?:and|but|can|could|is|should|und|et|y|e|en)\b)"
)
_ASKS: Final = re.compile(
    r"(?i)\b(?:what|which|whether|if|how|why|when|where|a strong|good|any)\s[^\n.?!]{0,30}$"
)


def find(text: str, low: str) -> Iterator[Hit]:
    """Yield the spans of passwords and the like that stand in prose.

    Args:
        text: Where to look.
        low: `text.lower()`.
    """
    if any(needle in low for needle in _NEEDLES):
        yield from _given(text)
        yield from _beside(text)
        for pattern in (_LOGIN, _PAIR, _NAMED, _FROM_TO):
            for match in pattern.finditer(text):
                yield from _if_strong(match, 0.9)
    if any(needle in low for needle in _PIN_NEEDLES):
        for match in _PIN.finditer(text):
            if _pin(match):
                yield (*match.span("value"), 0.9)
    yield from _rarer(text, low)


def keys(text: str, low: str) -> Iterator[Hit]:
    """Yield keys and tokens that a sentence gives away: *the API key is ...*."""
    if not any(needle in low for needle in _KEY_NEEDLES):
        return
    for match in _KEY.finditer(text):
        start, end = _span(match)
        value = text[start:end]
        if words.random(value):
            yield start, end, 0.9


def _pin(match: re.Match[str]) -> bool:
    value: str = match.group("value")
    digits = sum(c.isdigit() for c in value)
    if not 3 <= digits <= 8 or re.fullmatch(r"(?:19|20)\d\d", value):
        return False
    said = match.group().lower()
    if said.startswith(("cvv", "cvc")):
        return digits <= 4
    return digits >= 4 and ("-" in value or not said.startswith("combination"))


def _rarer(text: str, low: str) -> Iterator[Hit]:
    if "seed" in low or "phrase" in low or "mnemonic" in low or "bip" in low or "recovery" in low:
        for match in _SEED.finditer(text):
            yield (*match.span("value"), 0.95)
    if "recovery" in low or "backup" in low or "scratch" in low or "2fa" in low or "mfa" in low:
        for match in _CODES.finditer(text):
            if sum(c.isdigit() for c in match.group("value")) >= 2:
                yield (*match.span("value"), 0.85)
    if "answer" in low or "word" in low:
        for match in _ANSWER.finditer(text):
            span = _span(match)
            word = text[span[0] : span[1]]
            if match.group("quoted") or words.plain(word) or words.strong(word):
                yield (*span, 0.85)


def _span(match: re.Match[str]) -> tuple[int, int]:
    if match.group("quoted"):
        return match.span("quoted")
    start = match.start("value")
    return start, start + len(words.trimmed(match.group("value")))


def _if_strong(match: re.Match[str], score: float) -> Iterator[Hit]:
    start, end = _span(match)
    if end > start and words.strong(match.string[start:end]):
        yield start, end, score


def _given(text: str) -> Iterator[Hit]:
    """Yield values after a keyword and a copula."""
    for match in _GIVEN.finditer(text):
        start, end = _span(match)
        score = _score(text, match, text[start:end]) if end > start else 0.0
        if score:
            yield start, end, score


def _score(text: str, match: re.Match[str], value: str) -> float:
    """Return how sure a value after a keyword and a copula is: by its look and its owner."""
    before = text[max(0, match.start() - 80) : match.start()]
    said = match.group()[: match.start(match.lastgroup or 0) - match.start()]
    sign = said.rstrip(" \"'`").endswith((":", "="))
    owned = _OWNER.search(before) is not None
    if words.strong(value):
        return 0.95 if owned or not sign else 0.87
    if _WEAK_COPULA.search(said) and not match.group("quoted"):
        return 0.0
    if match.group("quoted"):
        return _quoted_score(value, owned=owned, sign=sign)
    if value.isdigit() and len(value) >= 4:
        return 0.9 if owned or not sign else 0.5
    if not words.plain(value) or not owned or _ASKS.search(before):
        return 0.0
    return 0.87 if _AFTER.match(text, match.end() - len(match.group("value")) + len(value)) else 0.0


def _quoted_score(value: str, *, owned: bool, sign: bool) -> float:
    low = value.casefold()
    if low in words.ORDINARY or words.code(value) or len(value.split()) > 5:
        return 0.0
    if sign:
        return 0.87 if owned else 0.0
    return 0.9


def _beside(text: str) -> Iterator[Hit]:
    """Yield values right after a keyword, which must look like nothing else."""
    for match in _BESIDE.finditer(text):
        start, end = _span(match)
        value = text[start:end]
        digits = sum(c.isdigit() for c in value)
        if words.strong(value) and digits and digits < len(value):
            yield start, end, 0.87

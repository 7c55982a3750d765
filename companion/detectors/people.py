"""Names that their words give away: titles, introductions, greetings, forms; and user names.

A trained model finds the names that stand alone. These rules find those that a phrase points
at, in seven languages, and need a capital at the name's beginning.
"""

from __future__ import annotations

import re
from typing import Final

from companion.detectors.scan import Rule, by_word

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PART: Final = rf"[{_UPPER}](?:(?:[\w-]|['\u2019](?!s\b)){{1,24}}|\.)"
_LINK: Final = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|zu|ter|ten|y|e)\s)"
)
NAME: Final = (
    rf"(?-i:(?:(?:van|von|de|der|den|ter|di|da)[ ]){{0,2}}{_PART}"
    rf"(?:[ ]{_LINK}{{0,2}}{_PART}){{0,3}})"
)
"""One to four capitalised parts, with the small words that stand inside names."""
_FULL: Final = rf"(?-i:{_PART}(?:[ ]{_LINK}{{0,2}}{_PART}){{1,3}})"

_NOT_NAMES_TEXT: Final = """
    i the a an all sir madam team customer customers hiring manager friend friends everyone folks
    colleague colleagues editor reader readers parents students class committee members support
    professor doctor mr mrs ms dr prof john.doe your my our this that it if when what not no yes
    sure just very so glad happy sorry going looking trying writing working new from here there
    damen herren sehr geehrte monsieur madame messieurs señor señora señores senhor senhora signor
    signora egregio gentile heer mevrouw python java javascript english spanish french german
    client recipient valued hello hi dear best kind regards thanks thank ai chatgpt assistant god
    lord diary santa mom dad mum mother father
"""
_NOT_NAMES: Final = frozenset(_NOT_NAMES_TEXT.split())


def is_name(value: str) -> bool:
    """Say whether words at a name's place can be one."""
    first = value.split(maxsplit=1)[0].strip(".'\u2019").lower()
    return first not in _NOT_NAMES and len(value) > 1 and not value.isupper()


def _rule(words: str, pattern: str, score: float, *, kind: str = "PERSON", back: int = 0) -> Rule:
    check = is_name if kind == "PERSON" else None
    return Rule(
        kind=kind,
        words=words,
        pattern=re.compile(pattern, re.IGNORECASE),
        score=score,
        check=check,
        back=back,
    )


_TITLES: Final = (
    "mr mrs ms miss mx dr prof professor herr frau fräulein mme mlle monsieur madame sr sra srta "
    "señor señora señorita senhor senhora dona dott dottor dottoressa signor signora sig "
    "meneer mevrouw dhr mevr doctor docteur sir lady rev reverend judge captain sgt"
)
_SHORT_TITLES: Final = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|mlle|monsieur|madame|sra?|srta|señor|señora"
    r"|señorita|senhora?|dona|dott|dottor|dottoressa|signora?|sig|meneer|mevrouw|dhr|mevr"
    r"|doctor|docteur|professor|sir|lady|rev|reverend|judge|captain|sgt)"
)
_VALUE: Final = rf"(?P<value>{NAME})"
_IS: Final = r"[\s\"'*_]{0,3}(?:[:=]|\bis\b|-)[\s\"'*_]{1,4}"

_RULES: Final = (
    _rule(_TITLES, rf"(?-i:[A-Z](?!S\b))\w+(?:\.|\b)(?:\s(?-i:Dr|Prof)\.?)?\s{_VALUE}", 0.75),
    _rule(
        _TITLES, rf"(?P<value>(?-i:[A-Z](?!S\b))\w+\b\.?)(?=\s(?-i:[{_UPPER}]))", 0.6, kind="TITLE"
    ),
    _rule("name", rf"name(?:'s|\sis)\s{_VALUE}", 0.85),
    _rule(
        "name naam nom nombre nome vorname nachname",
        rf"(?:(?<=\n)|(?<!.))\w+[*_]{{0,2}}\s?:[\s*_]{{0,3}}{_VALUE}",
        0.7,
    ),
    _rule(
        "name naam nom nombre nome vorname nachname",
        rf"(?<![.\w])\w+\s?[\"'*_]{{0,3}}\s?[:=]\s?[\"'*_]{{0,3}}(?P<value>{_FULL})",
        0.5,
    ),
    _rule("heiße heisse heiss", rf"\w+\s{_VALUE}", 0.85),
    _rule("appelle", rf"appelle\s{_VALUE}", 0.85),
    _rule("llamo", rf"llamo\s{_VALUE}", 0.85),
    _rule("chiamo", rf"chiamo\s{_VALUE}", 0.85),
    _rule("chamo", rf"chamo(?:-me)?\s{_VALUE}", 0.85),
    _rule("nome nombre nom naam", rf"\w+\s(?:é|è|es|est|is)\s{_VALUE}", 0.85),
    _rule("heet", rf"heet\s{_VALUE}", 0.8),
    _rule("ist", rf"mein\sname\sist\s{_VALUE}", 0.85, back=10),
    _rule("named", rf"\w+\s{_VALUE}", 0.5),
    _rule("am", rf"\bi\sam\s(?P<value>{_FULL})", 0.65, back=3),
    _rule("m", rf"\bi'm\s(?P<value>{_FULL})", 0.65, back=3),
    _rule("dear", rf"dear\s(?:{_SHORT_TITLES}\.?\s)?{_VALUE}(?=[,:\n!-]|\s-|\Z)", 0.75),
    _rule("liebe lieber", rf"liebe[r]?\s(?:{_SHORT_TITLES}\.?\s)?{_VALUE}(?=[,:\n!])", 0.75),
    _rule(
        "cher chère querido querida estimado estimada caro cara prezado prezada beste geachte",
        rf"\w+\s(?:{_SHORT_TITLES}\.?\s)?{_VALUE}(?=[,:\n!])",
        0.75,
    ),
    _rule("hi hello hey hallo bonjour hola olá ciao hoi", rf"\w+\s{_VALUE}(?=[,!\n])", 0.6),
    _rule(
        "regards sincerely truly wishes cheers grüßen grüße gruß cordialement salutations saludos "
        "atentamente cumprimentos atenciosamente saluti groet groeten thanks",
        rf"\w+,?\s?\n\s?{_VALUE}(?=\s|,|\Z)",
        0.75,
    ),
    _rule(
        "patient client employee customer applicant candidate tenant defendant plaintiff kunde "
        "mitarbeiter mitarbeiterin patientin cliente paciente paziente dipendente salarié employé "
        "empleado empleada funcionário klant patiënt werknemer contact attn signed recipient",
        rf"\w+\s?(?:name\s?)?[:=]\s?(?:{_SHORT_TITLES}\.?\s)?(?P<value>{_FULL})",
        0.75,
    ),
    _rule("patient client", rf"\w+,?\s(?:{_SHORT_TITLES}\.?\s)?(?P<value>{_FULL})", 0.6),
    _rule(
        "firstname lastname fullname surname givenname vorname nachname prénom apellido apellidos "
        "cognome sobrenome achternaam voornaam",
        rf"\w+\s?[\"'*_]{{0,3}}\s?[:=]\s?[\"'*_]{{0,3}}{_VALUE}",
        0.75,
    ),
    _rule(
        "wife husband son daughter brother sister boss colleague coworker neighbor neighbour "
        "girlfriend boyfriend friend",
        rf"\w+,?\s(?P<value>{NAME})(?=\s(?:is|was|has|had|and|said|told|does|did|keeps"
        rf"|will)\b|,|'s)",
        0.6,
    ),
)

_HANDLE: Final = r"(?P<value>@?[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9_])"
_ORDINARY_HANDLES_TEXT: Final = """
    the and for not your name user string null none admin root required password this that with
    email input username example value text true false undefined here is was varchar request from
    must should can will login self
"""
_ORDINARY_HANDLES: Final = frozenset(_ORDINARY_HANDLES_TEXT.split())


def is_handle(value: str) -> bool:
    """Say whether a word at a user name's place can be one."""
    word = value.lstrip("@").lower()
    code = word.startswith(
        ("self.", "request.", "req.", "user.", "os.", "process.", "args.", "config.")
    )
    return word not in _ORDINARY_HANDLES and not code and not word.endswith((".id", ".name"))


_HANDLES: Final = (
    Rule(
        kind="USERNAME",
        words="username usernames userid benutzername nutzername identifiant usuario utente "
        "gebruikersnaam usuário login handle screenname nickname benutzer",
        pattern=re.compile(
            rf"\w+(?:\s?name)?[\"']?\s?(?:[:=]|\bis\b|\bist\b|\best\b|\bes\b|\bé\b"
            rf"|\bè\b)\s?[\"'`]?{_HANDLE}(?![\w(])",
            re.IGNORECASE,
        ),
        score=0.8,
        check=is_handle,
    ),
    Rule(
        kind="USERNAME",
        words="user",
        pattern=re.compile(
            rf"user[\s_-]?(?:name|id)\s?[\"']?\s?(?:[:=]|\bis\b)\s?[\"'`]?{_HANDLE}(?![\w(])",
            re.IGNORECASE,
        ),
        score=0.8,
        check=is_handle,
    ),
    Rule(
        kind="USERNAME",
        words="handle twitter instagram tiktok telegram github discord insta snapchat reddit "
        "mastodon account profile follow",
        pattern=re.compile(
            r"\w+[^@\n]{1,16}(?<![\w.])(?P<value>@[A-Za-z0-9_][\w.]{1,29}\w)(?!@)", re.IGNORECASE
        ),
        score=0.75,
    ),
    Rule(
        kind="USERNAME",
        words="u",
        pattern=re.compile(r"u/(?P<value>[A-Za-z0-9_-]{3,20})\b"),
        score=0.5,
    ),
)

RULES: Final = by_word((rule.words, rule) for rule in (*_RULES, *_HANDLES))
WORDS: Final = frozenset(RULES)

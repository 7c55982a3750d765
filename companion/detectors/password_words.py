"""Words that follow *the password is* without being one, and values that are no password."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_ORDINARY_WORDS: Final = """
    a an the not no none nil null true false this that it its in on at by be been being was were
    is are to of for from with and or but if then than so as too very really also only just now
    again still never always sometimes required optional missing empty blank invalid valid wrong
    incorrect correct right weak strong stronger strongest secure insecure unsafe safe hashed hash
    salted encrypted encryption plain plaintext stored saved sent given set reset changed change
    expired expiring forgotten lost leaked stolen compromised hacked visible hidden masked shown
    protected protection manager managers policy policies field fields input inputs string str
    text char varchar int integer number bool boolean object array list type value values default
    password passwords passwd passcode username user email login name id key token secret hint
    prompt length long longer short shorter minimum maximum least more less better best good bad
    necessary needed important used using use called known unknown different same similar unique
    random generated created updated validated verified verification verifying checked checking
    easy hard difficult simple complex complicated what when where why how who which whose me my
    mine our ours your yours his her hers their theirs here there below above following follows
    one two three four five six seven eight nine ten case sensitive entered typed accepted
    rejected denied working work works fine okay ok ready done gone broken back up down off out
    about going getting asking actually probably definitely currently already you we they he she i
    can could would should will may might must do does did has have had get got let make made
    because since until while after before during between under over into onto through without
    within against all any both each every either neither some such many much few most other
    another something anything nothing everything someone anyone everyone nobody please sorry
    thanks hello yes maybe enough like likely possible impossible part kind sort way thing things
    time times day days week month year first last next previous new old account accounts access
    admin administrator root guest public private personal shared common stupid terrible secretly
    hash hashes salt bcrypt sha1 sha256 md5 base64 argon2 pbkdf2 oauth2 2fa mfa otp totp utf8 wpa2
    wpa3 1password lastpass bitwarden keepass dashlane option question questions answer rule rules
    requirements requirement strength generator attack attacks cracking recovery authentication
    character characters letters digits symbols numbers words word phrase phrases combination
    nicht kein keine falsch richtig vergessen abgelaufen sicher unsicher schwach stark zu sehr
    erforderlich notwendig gespeichert geändert ungültig leer mein meine das der die ein eine und
    oder für mit von nur noch schon leider immer pas ne plus trop très oublié expiré incorrecte
    incorrect invalide faible fort obligatoire requis perdu changé mon ma le la les un une et ou
    pour avec dans toujours bien mal sûr sécurisé muy no incorrecta correcta olvidada olvidé débil
    fuerte segura insegura obligatoria requerida necesaria inválida caducada la el los las una y o
    para con mi su demasiado errada incorreta correta fraca forte segura inválida obrigatória
    esquecida expirada não muito minha uma o os as e ou com para sbagliata corretta debole sicura
    obbligatoria scaduta dimenticata troppo molto non il lo gli che mia mio per con niet verkeerd
    onjuist juist zwak sterk veilig verplicht vergeten verlopen mijn het een en of voor met te
"""
ORDINARY: Final = frozenset(_ORDINARY_WORDS.split())
_SUFFIXES: Final = (
    "ed", "ing", "ly", "able", "ible", "ful", "less", "tion", "ment", "ness", "ally", "ized",
    "en", "iert", "ée", "ado", "ada", "ato", "ata",
)  # fmt: skip
"""Endings of what is said of a password: *protected*, *expiring*, *guessable*."""
_CODE: Final = re.compile(
    r"[(){}<>\[\]|;\\`]|^\$|\$[A-Za-z_]\w*/|%[sd]$|^[-+*/=:.,@#&]|->|=>|::|^https?:|^www\.|[\w.]+@[\w-]+\.\w|^/|\w/\w+/\w"
    r"|^[a-z]+[._][a-z_.]+$|^[A-Z_]{4,}$"
)
_COUNT: Final = re.compile(r"(?i)\d{1,3}(?:[-+]?[a-z]{1,12}|[-\u2013]\d{1,3}|st|nd|rd|th|%)?$")
_LITERAL: Final = re.compile(r"(?i)x{3,}|\*{2,}|\.{3}|your|example|placeholder|changeme|redacted")
_EDGE: Final = ".,;:!?\"'`)]}\u2019\u201d\u00bb\u201c\u2026>"


def trimmed(word: str) -> str:
    """Return a word without what punctuation the sentence put behind it."""
    short = word.rstrip(_EDGE)
    if word[len(short) :].startswith("!") and short and not short.isalpha():
        return short + "!"
    return short


def code(word: str) -> bool:
    """Say whether a word is code, an address, a path or a placeholder."""
    return _CODE.search(word) is not None or _LITERAL.search(word) is not None


def strong(word: str) -> bool:
    """Say whether a word has the mix of signs that passwords have and words have not."""
    if len(word) < 4 or word.casefold() in ORDINARY or code(word) or _COUNT.match(word):
        return False
    if re.split(r"[.,;]", word)[0].casefold() in ORDINARY:
        return False
    digits = sum(c.isdigit() for c in word)
    letters = sum(c.isalpha() for c in word)
    signs = len(word) - digits - letters
    if digits and letters:
        return True
    if letters and signs:
        return bool(re.search(r"[^\w\s'\u2019.\-]", word[:-1])) or word[-1:] in "!#$%&*+="
    return digits >= 6 and not letters


def random(word: str) -> bool:
    """Say whether a word looks drawn by a machine: digits among letters, no two halves alike."""
    if len(word) < 8 or code(word) or _COUNT.match(word):
        return False
    turns = sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
    cases = any(c.islower() for c in word) and any(c.isupper() for c in word)
    return turns >= 3 and len(set(word)) >= 6 and (cases or turns >= 4 or len(word) >= 16)


def plain(word: str) -> bool:
    """Say whether a word of letters alone may be a password and is no word about one."""
    low = word.casefold()
    if len(word) < 4 or not word.isalpha() or low in ORDINARY or code(word):
        return False
    return not low.endswith(_SUFFIXES) or not low.islower()

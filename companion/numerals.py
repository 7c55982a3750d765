"""Number words of seven languages, and the words in which people spell signs and letters."""

from __future__ import annotations

import unicodedata
from typing import Final

_ENGLISH: Final = (
    "zero|oh|o|nought one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_GERMAN: Final = (
    "null eins|ein|eine zwei|zwo drei vier f\xfcnf|fuenf sechs sieben acht neun zehn elf"
    " zw\xf6lf|zwoelf dreizehn vierzehn f\xfcnfzehn sechzehn siebzehn achtzehn neunzehn"
)
_FRENCH: Final = (
    "z\xe9ro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize dix_sept dix_huit dix_neuf"
)
_SPANISH: Final = (
    "cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
    " quince diecis\xe9is diecisiete dieciocho diecinueve"
)
_PORTUGUESE: Final = (
    "zero um|uma dois|duas tr\xeas quatro cinco seis|meia sete oito nove dez onze doze treze"
    " catorze|quatorze quinze dezasseis|dezesseis dezassete|dezessete dezoito dezanove|dezenove"
)
_ITALIAN: Final = (
    "zero uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici"
    " quattordici quindici sedici diciassette diciotto diciannove"
)
_DUTCH: Final = (
    "nul een|\xe9\xe9n twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    " vijftien zestien zeventien achttien negentien"
)
_TENS: Final = {
    "en": "twenty thirty forty|fourty fifty sixty seventy eighty ninety",
    "de": "zwanzig drei\xdfig|dreissig vierzig f\xfcnfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante_dix|septante"
    " quatre_vingt|quatre_vingts|huitante quatre_vingt_dix|nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
_UNITS: Final = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "pt": _PORTUGUESE,
    "it": _ITALIAN,
    "nl": _DUTCH,
}
_JOINTS: Final = {
    "en": ("{ten}_{unit}",),
    "de": ("{unit}und{ten}",),
    "fr": ("{ten}_{unit}", "{ten}_et_{unit}"),
    "es": ("{ten}_y_{unit}", "veinti{unit}"),
    "pt": ("{ten}_e_{unit}",),
    "it": ("{ten}{unit}", "{stem}{unit}"),
    "nl": ("{unit}en{ten}", "{unit}\xebn{ten}"),
}
"""How each language joins tens and units; French goes on from 60 and 80 to 79 and 99."""

_SIGNS: Final = {
    "-": "dash hyphen minus bindestrich strich tiret gui\xf3n guion h\xedfen hifen trattino"
    " streepje koppelteken tra\xe7o",
    ".": "dot point period punkt punto ponto punt",
    "/": "slash schr\xe4gstrich barra",
    "+": "plus",
    "_": "underscore unterstrich",
    "@": "at arobase arroba chiocciola apenstaartje klammeraffe \xe4t",
    ":": "colon doppelpunkt",
    "(": "paren",
}
_REPEATS: Final = {
    2: "double doppel doppelt deux_fois doble duplo dubbel doppio zweimal",
    3: "triple dreifach dreimal triplo",
}
_SPELLING: Final = (
    "alpha|alfa bravo charlie delta echo foxtrot golf hotel india juliett|juliet kilo lima mike"
    " november oscar papa quebec romeo sierra tango uniform victor whiskey|whisky xray|x_ray"
    " yankee zulu"
)
_MAGNITUDES: Final = (
    "hundred thousand million billion hundert tausend cent mille cien ciento mil cem cento cem"
    " honderd duizend percent"
)


def plain(word: str) -> str:
    """Return a word in lower case and without accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFD", lower.replace("\xdf", "ss"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _numbers(language: str) -> dict[str, int]:
    units = [forms.split("|") for forms in _UNITS[language].split()]
    table = {form: value for value, forms in enumerate(units) for form in forms}
    for place, tens in enumerate(_TENS[language].split()):
        for ten in tens.split("|"):
            table |= _joined(language, units, ten, 20 + 10 * place)
    return table


def _joined(language: str, units: list[list[str]], ten: str, value: int) -> dict[str, int]:
    top = 20 if language == "fr" and value in {60, 80} else 10
    table = {ten: value}
    for unit in range(1, top):
        for form in units[unit]:
            for joint in _JOINTS[language]:
                word = joint.format(ten=ten, unit=form, stem=ten[:-1])
                if value == 20 or not word.startswith("veinti"):
                    table[word] = value + unit
    return table


_WRITTEN: Final = {language: _numbers(language) for language in _UNITS}
NUMBERS: Final = {
    language: {plain(word): value for word, value in table.items()}
    for language, table in _WRITTEN.items()
}
"""By language, without accents: each number word (its parts joined by `_`), 0 to 99."""
SIGNS: Final = {plain(word): sign for sign, words in _SIGNS.items() for word in words.split()}
"""Words for signs."""
REPEATS: Final = {plain(word): count for count, words in _REPEATS.items() for word in words.split()}
"""Words that say that the next digit stands several times."""
LETTERS: Final = {
    form: chr(ord("A") + place)
    for place, forms in enumerate(_SPELLING.split())
    for form in forms.split("|")
}
"""The spelling alphabet of radio (ITU, ICAO)."""
MAGNITUDES: Final = frozenset(plain(word) for word in _MAGNITUDES.split())
"""Words after which a number is an amount, not a row of digits."""
CHINESE: Final = str.maketrans(
    "\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d", "00123456789"
)
"""Chinese and Japanese digits."""
TRIGGERS: Final = frozenset(
    "".join(char if char.isascii() else "?" for char in part).encode()
    for words in (
        *_WRITTEN.values(),
        *_SIGNS.values(),
        *_REPEATS.values(),
        LETTERS,
    )
    for word in (words.split() if isinstance(words, str) else words)
    for part in word.split("_")
)
"""All these words in bytes, with `?` for what ASCII lacks: three in a row may be a value."""

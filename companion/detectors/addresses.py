"""Street addresses and postcodes, in the forms of seven languages.

A word or an ending for a street calls the expressions; the number of the house tells an
address from a mention of a street.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.scan import Reading, Rule, by_word, finding
from companion.values import Finding

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀ-ŽĂÉ"
_WORD: Final = rf"[{_UPPER}](?:[\w'\u2019-]{{0,24}}|t\.)"
_CITY: Final = (
    rf"{_WORD}(?:[ -](?:(?:de|del|la|di|am|an|der|den|sur|les|upon|on|do"
    rf"|da)[ -]){{0,2}}{_WORD}){{0,2}}"
)

_STREETS: Final = (
    "street st avenue ave av road rd lane ln drive dr boulevard blvd court ct place pl way terrace "
    "ter crescent cres square sq parkway pkwy highway hwy circle cir trail trl close mews row walk "
    "grove gardens hill heights ridge point loop path alley plaza expressway turnpike pike "
    "route rte "
    "plains park crossing fields station green junction locks mount mountain neck orchard overpass "
    "passage port prairie ranch rapid rest roads run shoal shore skyway spring spur stream summit "
    "throughway trace track tunnel union valley via viaduct view village ville vista wall "
    "well canyon "
    "cape causeway center cliff club common corner course cove creek dale dam divide estate "
    "extension "
    "falls ferry field flat ford forest forge fork fort freeway garden gateway glen harbor haven "
    "hollow inlet island isle key knoll lake land landing light loaf lock lodge manor meadow mill "
    "mission motorway oval bypass camp branch bridge brook burg bluff bend bayou beach "
    "arcade annex "
    "fords meadows springs shores hills lakes islands islands knolls mills keys ridges squares "
    "streets trafficway underpass unions valleys viaduct views villages walks ways wells drives "
    "courts coves crest curve estates extensions flats forges forks freeway groves harbors highway "
    "parks pines plain points ports shoals spurs stravenue tunnels turnpike villages "
    "junctions greens"
)
_STATES: Final = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]"
    "|T[NX]|UT|V[AIT]|W[AIVY]|A[AEP]|G[UM]|AS|FM|MH|MP|PW"
)
_UNIT: Final = (
    r"(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Room|Rm|Bldg|#)\.?\s?#?[\w-]{1,8})"
)
_ZIP: Final = (
    rf"(?:(?:{_STATES})\.?,?\s\d{{5}}(?:-\d{{4}})?(?!\d)|[A-Z]{{2}},?\s[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"
    r"|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),?\s\d{4}(?!\d))"
)
"""State or province with its code: United States, Canada, Australia."""
_POSTCODE: Final = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b)"
_TAIL: Final = (
    rf"(?:{_UNIT})?(?:,?\s(?:{_CITY})(?:,\s?{_CITY}){{0,2}},?\s(?:{_ZIP}|{_POSTCODE}"
    rf"|\d{{5}}(?!\d)|(?:{_STATES})\b)"
    rf"|,?\s(?:{_ZIP}|{_POSTCODE}))?"
)
_STREET_BEFORE: Final = re.compile(
    rf"(?:(?:Flat|Apt\.?|Apartment|Unit|Studio|Suite|Level)\s\w{{1,5}},?\s)?"
    rf"(?<![\w.,$€£-])\d{{1,6}}[A-Za-z]?,?[ ](?:[NSEW]\.?[ ])?(?:{_WORD}[ ]|\d{{1,3}}(?:st"
    rf"|nd|rd|th)[ ]){{1,3}}\Z"
)
_TAIL_AFTER: Final = re.compile(rf"\b\.?(?:\s(?:[NSEW]|NE|NW|SE|SW)\b\.?)?{_TAIL}")
_SHORT_TEXT: Final = """
    st ave av rd ln dr blvd ct pl ter cres sq pkwy hwy cir trl rte
"""
_SHORT: Final = frozenset(_SHORT_TEXT.split())
_COMMON_TEXT: Final = """
    street avenue road lane drive boulevard court st ave rd ln dr blvd
"""
_COMMON: Final = frozenset(_COMMON_TEXT.split())
_BACK: Final = 64

_HOUSE: Final = (
    r"\d{1,4}(?:\s?[a-zA-Z](?!\w))?(?:\s?[-\u2013/]\s?\d{1,4}(?:\s?[a-zA-Z](?!\w))?)?(?!\w)"
)
_CODE_CITY: Final = rf"(?:,?\s(?:-\s)?(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?:-\d{{3}})?,?\s{_CITY})"
_DUTCH: Final = rf"(?:,?\s\d{{4}}\s?[A-Z]{{2}}\b(?:\s{_CITY})?)"
_ENDINGS: Final = (
    "straße",
    "strasse",
    "str.",
    "ring",
    "hof",
    "pad",
    "steeg",
    "baan",
    "allee",
    "gasse",
    "weg",
    "platz",
    "ufer",
    "damm",
    "straat",
    "laan",
    "gracht",
    "plein",
    "kade",
    "singel",
    "dreef",
    "dijk",
)
_WEAK: Final = frozenset(("ring ", "hof ", "pad ", "baan "))
"""Endings of ordinary words too: only with the town behind."""
_GERMANIC: Final = re.compile(rf"(?P<value>{_HOUSE}(?P<town>{_DUTCH}|{_CODE_CITY})?)")
_NAME_START: Final = re.compile(
    rf"(?<![\w-])(?:{_WORD}[ -]){{0,3}}[{_UPPER}]?[\w'\u2019.-]{{0,30}}\Z"
)

_FRENCH: Final = (
    rf"(?<![\w.,])\d{{1,4}}(?:\s?(?:bis|ter|quater|[A-D]))?,?\s(?:rue|avenue|av\.|boulevard"
    rf"|bd|place|chemin|allée|impasse|quai"
    rf"|route|cours|passage|square|faubourg|rte)\s(?:(?:de|du|des|la|le|les|l['\u2019]"
    rf"|d['\u2019]|d[eu])\s?){{0,3}}(?-i:{_CITY})"
    rf"(?-i:{_CODE_CITY})?"
)
_ROMANCE: Final = (
    r"(?:calle|c/|avenida|avda\.?|av\.|plaza|pza\.|paseo|carrera|camino|ronda|rua|r\."
    r"|travessa|praça|largo|estrada"
    r"|alameda|rodovia|via|viale|v\.le|piazza|p\.za|corso|vicolo|piazzale|strada"
    r"|lungo\w{1,10}|calçada|glorieta|rambla|pasaje|callejón|cuesta|contrada|borgo|rotonda|av)"
)
_ROMANCE_STREET: Final = (
    rf"{_ROMANCE}\s?(?:(?:de|del|de\sla|do|da|dos|das|dei|della|delle|la|los|las|el|san"
    rf"|santa)\s){{0,3}}(?-i:{_CITY}),?\s(?:n\.?[º°o]?\.?\s?|nº\s?|num\.\s?)?"
    rf"(?:\d{{1,5}}(?:\s?[A-Za-z]\b|/[A-Za-z\d]{{1,3}})?|s/n\b)"
    rf"(?:,?\s\d{{1,2}}[ºª°]\s?[A-Za-z]{{0,4}}\b(?!\d)"
    rf"|,?\s(?:piso|piano|puerta|apto?\.?|appartamento|apartamento|esc\.?)\s\w{{1,4}}\b){{0,3}}"
    rf"(?-i:{_CODE_CITY}(?:\s\([A-Z]{{2}}\))?|(?:\s-)?\sCEP:?\s?\d{{5}}-\d{{3}}"
    rf"|(?:\s-|,)?\s{_CITY},\s\d{{5}}(?:-\d{{3}})?(?!\d)(?:\s{_CITY}(?:\s-\s[A-Z]{{2}}\b)?)?)?"
)

RULES: Final = by_word(
    (rule.words, rule)
    for rule in (
        Rule(
            kind="POSTAL_ADDRESS",
            words="rue avenue av boulevard bd place chemin allée impasse quai route cours passage "
            "square faubourg rte",
            pattern=re.compile(_FRENCH, re.IGNORECASE),
            score=0.85,
            back=10,
        ),
        Rule(
            kind="POSTAL_ADDRESS",
            words="calle c avenida avda plaza paseo carrera camino ronda rua r travessa "
            "praça largo "
            "estrada alameda rodovia via viale piazza corso vicolo piazzale strada calçada "
            "glorieta "
            "rambla pasaje callejón cuesta contrada borgo rotonda av",
            pattern=re.compile(_ROMANCE_STREET, re.IGNORECASE),
            score=0.85,
        ),
        Rule(
            kind="POSTAL_ADDRESS",
            words="box postfach postbus apartado bp caixa casella",
            pattern=re.compile(
                rf"(?:\bp\.?\s?o\.?\s?box|\bpostfach|\bpostbus|\bapartado(?:\sde\scorreos)?|\bbp"
                rf"|\bcaixa\spostal|\bcasella\spostale)\s\d[\d ]{{0,7}}\d?\b(?-i:{_TAIL}"
                rf"|{_CODE_CITY})?",
                re.IGNORECASE,
            ),
            score=0.8,
            back=9,
        ),
        Rule(
            kind="POSTAL_ADDRESS",
            words="apt apartment suite ste unit flat",
            pattern=re.compile(
                rf"(?<![\w.,])\d{{1,6}}\s(?:{_WORD}\s){{1,3}}(?:Apt|Apartment|Suite|Ste|Unit"
                rf"|Flat)\.?\s#?\d\w{{0,5}}{_TAIL}"
            ),
            score=0.8,
            back=48,
        ),
        Rule(
            kind="POSTAL_ADDRESS",
            words="unit psc unrestricted",
            pattern=re.compile(
                r"(?:PSC|Unit)\s\d{3,5}(?:,?\sBox\s\d{1,5})?,?\s(?:APO|FPO|DPO)\s(?:AA|AE"
                r"|AP)\s\d{5}",
                re.IGNORECASE,
            ),
            score=0.8,
        ),
    )
)
WORDS: Final = frozenset(RULES) | frozenset(_STREETS.split())
_STREET_SET: Final = frozenset(_STREETS.split())

_UK_POSTCODE: Final = re.compile(rf"(?<![\w-]){_POSTCODE}(?![\w-])")
_US_ZIP: Final = re.compile(rf"(?<![\w])(?:{_CITY},\s)?{_ZIP}")
_STATE_ZIP: Final = re.compile(rf"(?:{_STATES})\s\d{{5}}(?:-\d{{4}})?(?!\d)")
_CITY_BEFORE: Final = re.compile(rf"(?<!\w){_CITY},\s\Z")
_OUTWARD: Final = re.compile(
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]"
    r"|I[GMPV]|JE"
    r"|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?"
    r"|T[ADFNQRSW]|UB"
    r"|W[ACDFNRSV]?|YO|ZE)\d"
)


def addresses(reading: Reading) -> Iterator[Finding]:
    """Yield the street addresses and postcodes of a text."""
    for start, end, word in reading.hits:
        if word in _STREET_SET:
            yield from _english(reading.text, start, end, word)
    yield from _germanic(reading)
    yield from _postcodes(reading)


def _english(text: str, start: int, end: int, word: str) -> Iterator[Finding]:
    """Yield number, name and street word, with what follows of unit, town and code."""
    if not text[start].isupper() or not text[start - 1 : start].isspace():
        return
    before = _STREET_BEFORE.search(text, max(0, start - _BACK), start)
    after = _TAIL_AFTER.match(text, end)
    if not before or not after:
        return
    known = word in _COMMON or after.end() > end + 2
    if not known and text[before.start() : before.start() + 2] in {"19", "20"}:
        return
    yield finding("POSTAL_ADDRESS", before.start(), after.end(), 0.87 if known else 0.6)


def _germanic(reading: Reading) -> Iterator[Finding]:
    """Yield streets that end in a word for street, with the number behind (German, Dutch)."""
    low, text = reading.low, reading.text
    for ending in _ENDINGS:
        place = low.find(ending + " ")
        while place >= 0:
            after = place + len(ending) + 1
            if text[after : after + 1].isdigit():
                yield from _house(text, place, after)
            place = low.find(ending + " ", after)


_CODED_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:(?:{_WORD}|de|della|del|der|den|dem|am|zur|zum)[ ,]{{1,2}}){{1,4}}\d{{1,4}}"
    r"(?:\s?[a-zA-Z]|/\d{1,3})?,?\s(?:[A-Z]{1,2}-)?\Z"
)
_CODED_AFTER: Final = re.compile(rf"\d{{5}},?\s{_CITY}")


def _coded(text: str, start: int) -> Iterator[Finding]:
    """Yield name, number, five-digit code and town, whatever the street is called."""
    before = _CODED_BEFORE.search(text, max(0, start - _BACK), start)
    after = _CODED_AFTER.match(text, start) if before else None
    if before and after:
        yield finding("POSTAL_ADDRESS", before.start(), after.end(), 0.7)


def _house(text: str, place: int, after: int) -> Iterator[Finding]:
    house = _GERMANIC.match(text, after)
    name = _NAME_START.search(text, max(0, place - 40), place)
    if not house or not name:
        return
    start = name.start()
    head = text[start:after]
    weak = text[place:after].lower() in _WEAK and not house["town"]
    if head[:1].isupper() and not weak:
        yield finding("POSTAL_ADDRESS", start, house.end(), 0.87)


def _postcodes(reading: Reading) -> Iterator[Finding]:
    """Yield a US state with its ZIP code and British postcodes."""
    text = reading.text
    for start, end in reading.tokens:
        if end - start == 5 and text[start:end].isdigit():
            yield from _coded(text, start)
        if end - start == 2 and text[start:end].isalpha():
            match = _STATE_ZIP.match(text, start)
            if match:
                city = _CITY_BEFORE.search(text, max(0, start - 50), start)
                yield finding("POSTAL_ADDRESS", city.start() if city else start, match.end(), 0.7)
        elif 2 <= end - start <= 7 and text[start].isupper() and _OUTWARD.match(text, start):
            match = _UK_POSTCODE.match(text, start)
            if match and (match.end() > end or end - start > 4):
                spaced = " " in match.group()
                yield finding("POSTAL_ADDRESS", start, match.end(), 0.65 if spaced else 0.45)

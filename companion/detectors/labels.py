"""Numbers that only their label gives away: accounts, records, cases, licences, plates.

They have no form of their own. The label (*customer number*, *Kundennummer*, *numéro de
client*), a joint (*is*, a colon) and a value with digits make one; each value is matched from
its label on.
"""

from __future__ import annotations

import re
from typing import Final

from companion.detectors.scan import Rule, by_word

_NUMBER: Final = (
    r"(?:number|numbers|num|nummer|numéro|numero|número|nr|no|nº|n°|n|id|ids"
    r"|code|ref|reference|#|identifier)"
)
_OF: Final = r"(?:de|di|do|da|del|della|du|der|des|van|for|la|le|el|l'|d')"
_JOINT: Final = (
    r"[\s_-]?[\"'*]{0,3}(?:\s?\([^()\n]{1,20}\))?\s?(?:[:=#]|\bis\b|\bwas\b|\bist\b"
    r"|\blautet\b|\best\b|\bes\b|\bé\b|\bè\b"
    r"|\bof\b)?\s?[\"'`*:#]{0,3}\s?"
)
_VALUE: Final = (
    r"(?P<value>(?:[A-Za-z]{1,5}[-/ ]?)?\d[\dA-Za-z]*(?:[-/.][\dA-Za-z]{1,12}){0,4})(?![\w])"
)
_TIGHT: Final = r"(?P<value>[A-Za-z]{0,3}[- ]?\d(?:[ -]?[\dA-Za-z]){3,17})(?!\w)"


def _enough(least: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\D*\d){{{least}}}")


_FOUR: Final = _enough(4)
_SIX: Final = _enough(6)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[-/.]\d\d?[-/.]\d\d?)?")


def four_digits(value: str) -> bool:
    """Say whether a value has four digits and is no year or date."""
    return bool(_FOUR.match(value)) and not _YEAR.fullmatch(value)


def six_digits(value: str) -> bool:
    """Say whether a value has six digits and is no date."""
    return bool(_SIX.match(value)) and not _YEAR.fullmatch(value)


def _label(kind: str, words: str, label: str, score: float, value: str = _VALUE) -> Rule:
    return Rule(
        kind=kind,
        words=words,
        pattern=re.compile(rf"{label}{_JOINT}{value}", re.IGNORECASE),
        score=score,
        check=six_digits
        if kind in {"PASSPORT_NUMBER", "US_DRIVER_LICENSE", "US_BANK_NUMBER"}
        else four_digits,
    )


_SUFFIXED: Final = rf"\w+[\s_.-]{{0,2}}{_NUMBER}\b\.?"
_COMPOUND: Final = r"\w+\.?"
_PREFIXED: Final = rf"{_NUMBER}\.?\s(?:{_OF}\s?){{1,2}}"

_RULES: Final = (
    # Accounts of every sort.
    _label(
        "ACCOUNT_NUMBER",
        "account acct customer policy member membership employee claim client "
        "loyalty subscriber loan payroll staff personnel contract student enrollment flyer "
        "registration beneficiary",
        rf"\w+[\s_.-]{{0,2}}(?:card\s)?{_NUMBER}\b\.?",
        0.9,
    ),
    _label(
        "ACCOUNT_NUMBER",
        "account acct policy membership",
        r"\w+(?:\sending\sin)?",
        0.6,
        r"(?P<value>\d[\d-]{5,16}\d)(?![\w.])",
    ),
    _label(
        "ACCOUNT_NUMBER",
        "accountnumber customerid customernumber employeeid policynumber memberid clientid "
        "accountno acctno employeenumber kontonummer kundennummer vertragsnummer "
        "mitgliedsnummer personalnummer "
        "versicherungsnummer policennummer mitarbeiternummer schadennummer rekeningnummer "
        "klantnummer "
        "polisnummer lidnummer personeelsnummer contractnummer klantnr kundennr kdnr ktonr kontonr "
        "matrikelnummer darlehensnummer",
        _COMPOUND,
        0.9,
    ),
    _label(
        "ACCOUNT_NUMBER",
        "numéro numero número no nº n",
        rf"{_PREFIXED}(?:compte|client|contrat|dossier|police|"
        r"assuré|adhérent|membre|salarié|cuenta|cliente|contrato|póliza|empleado|socio"
        r"|conta|apólice|"
        r"sócio|funcionário|conto|polizza|contratto|dipendente|tessera)",
        0.9,
    ),
    # Bank accounts as the United States write them.
    _label(
        "US_BANK_NUMBER",
        "bank checking savings",
        r"\w+(?:\sacc(?:oun)?t)?(?:\s(?:number|no\.?|#))?",
        0.9,
        r"(?P<value>\d{8,17})(?![\w.])",
    ),
    # Health.
    _label("MEDICAL_RECORD_NUMBER", "mrn", r"mrn", 0.95),
    _label(
        "MEDICAL_RECORD_NUMBER",
        "medical patient chart health hospital record",
        r"\w+(?:[\s_-](?:records?|chart|file|insurance|card|"
        rf"plan))?[\s_-]?{_NUMBER}\b\.?",
        0.93,
    ),
    _label(
        "MEDICAL_RECORD_NUMBER",
        "patientennummer patientenakte krankenaktennummer fallnummer krankenversichertennummer "
        "patiëntnummer patientnumber patientid medicalrecordnumber dossiernummer "
        "patientennr versichertennummer",
        _COMPOUND,
        0.9,
    ),
    _label(
        "MEDICAL_RECORD_NUMBER",
        "numéro numero número no",
        rf"{_PREFIXED}(?:patient|paciente|paziente|historia(?:\sclínica)?|"
        r"prontuário|cartella(?:\sclinica)?|utente|dossier\s(?:médical|patient))",
        0.9,
    ),
    _label(
        "MEDICAL_RECORD_NUMBER",
        "historia prontuário cartella",
        r"\w+(?:\scl[ií]nica)?(?:\s(?:n[º°o]?|nr|número|numero)\.?)?",
        0.8,
    ),
    _label(
        "MEDICAL_LICENSE",
        "medical physician nursing doctor dea npi prescriber",
        rf"\w+(?:'s)?\slicen[sc]e(?:\s{_NUMBER})?\.?",
        0.85,
    ),
    # Passports and licences to drive.
    _label("PASSPORT_NUMBER", "passport", rf"passport(?:\s?{_NUMBER}\.?)?", 0.93, _TIGHT),
    _label(
        "PASSPORT_NUMBER",
        "reisepass reisepassnummer passnummer passeport pasaporte passaporte passaporto paspoort "
        "paspoortnummer pass",
        rf"\w+(?:[\s-]?{_NUMBER}\.?)?",
        0.92,
        r"(?P<value>[A-Za-z]{0,3}\d[\dA-Za-z]{5,10})(?!\w)",
    ),
    _label(
        "NATIONAL_ID",
        "personalausweis personalausweisnummer ausweisnummer identiteitskaart identity",
        rf"\w+(?:\scard)?(?:[\s-]?{_NUMBER}\.?)?",
        0.88,
        r"(?P<value>[A-Za-z]{0,3}\d[\dA-Za-z]{6,11})(?!\w)",
    ),
    _label(
        "NATIONAL_ID",
        "carte carta",
        r"cart[ea]\s(?:nationale\s)?d['\u2019 ]?identit[éà](?:\s(?:n[°o]|numéro|numero)\.?)?",
        0.88,
        r"(?P<value>[A-Za-z]{0,3}\d[\dA-Za-z]{6,11})(?!\w)",
    ),
    _label(
        "US_DRIVER_LICENSE",
        "driver drivers driving dl",
        rf"(?:driver'?s?'?\slicen[sc]e|driving\slicen[sc]e|dl)(?:\s?{_NUMBER}\.?)?",
        0.9,
        _TIGHT,
    ),
    _label("US_DRIVER_LICENSE", "license licence", rf"licen[sc]e(?:\s?{_NUMBER}\.?)?", 0.7, _TIGHT),
    _label(
        "US_DRIVER_LICENSE",
        "führerschein führerscheinnummer permis rijbewijs rijbewijsnummer patente carnet",
        rf"\w+(?:\sde\scondui(?:re|r)|\sdi\sguida)?(?:[\s-]?{_NUMBER}\.?)?",
        0.88,
        r"(?P<value>[A-Za-z]{0,3}\d[\dA-Za-z]{5,15})(?!\w)",
    ),
    # Cases and files.
    _label(
        "CASE_NUMBER",
        "case docket matter complaint",
        rf"\w+(?:\s(?:file\s)?{_NUMBER}\.?)",
        0.8,
        r"(?P<value>(?:\d{1,2}:)?[A-Za-z]{0,4}-?\d[\dA-Za-z]*(?:[-/:][\dA-Za-z]{1,10}){0,4})(?!\w)",
    ),
    _label(
        "CASE_NUMBER",
        "aktenzeichen az geschäftszeichen expediente zaaknummer dossier procedimiento "
        "processo procedimento",
        r"\w+\.?(?:\s(?:n[°ºo]?|nr|numéro|numero|número)\.?)?",
        0.8,
        r"(?P<value>(?:\d{1,4}\s)?[A-Za-z]{0,4}[\s-]?\d+[\dA-Za-z]*"
        r"(?:[-/. ][\dA-Za-z]{1,12}){0,4})(?!\w)",
    ),
    # Vehicles.
    _label(
        "VEHICLE_PLATE",
        "vin",
        r"vin(?:\s?number|\sno\.?)?",
        0.9,
        r"(?P<value>[A-HJ-NPR-Za-hj-npr-z\d]{17})(?!\w)",
    ),
    _label(
        "VEHICLE_PLATE",
        "plate plates registration kennzeichen immatriculation plaque matrícula placa targa "
        "kenteken numberplate",
        rf"\w+(?:\s?{_NUMBER})?(?:\sdu\svéhicule)?",
        0.8,
        r"(?P<value>(?-i:[A-ZÄÖÜ\d]{1,3}(?:[ -]?[A-Z\d]{1,5}){1,3}))(?!\w)",
    ),
)

_PLATE_SIZE: Final = range(3, 11)


def _plate(value: str) -> bool:
    """Say whether a value has a plate's length and both digits and, if short, letters."""
    plain = [char for char in value if char.isalnum()]
    digits = sum(map(str.isdigit, plain))
    return len(plain) in _PLATE_SIZE and digits > 0 and (digits < len(plain) or digits > 4)


def _fit(rule: Rule) -> Rule:
    if rule.kind != "VEHICLE_PLATE":
        return rule
    return Rule(
        kind=rule.kind, words=rule.words, pattern=rule.pattern, score=rule.score, check=_plate
    )


RULES: Final = by_word((rule.words, _fit(rule)) for rule in _RULES)
WORDS: Final = frozenset(RULES)

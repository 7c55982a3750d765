"""The table of identifiers: shapes, checks and words of the numbers that name people.

Scores without context follow from how many random numbers of the shape pass: a check of one
in ten says little, a key modulus 97 with a date of birth says almost all.
"""

from __future__ import annotations

from typing import Final

from companion.detectors import checks, national
from companion.detectors.identifiers import Identifier

_TAX: Final = "tax tin steuer steuernummer fiscal impuestos imposto contribuinte contribuente"
_ID: Final = "identity identification citizen national ausweis personalausweis identité identidad"
_SOLID_CARDS: Final = ",".join("9" * size for size in (14, 15, 16))
_CARD: Final = (
    "card cards cc visa mastercard amex express credit debit kreditkarte karte carte bancaire cb "
    "tarjeta cartão cartao carta creditcard pan cardnumber discover diners kaart kartennummer"
)

MONEY_NUMBERS: Final = (
    Identifier(
        kind="CREDIT_CARD",
        shapes="9999 9999 9999 9999, 9999-9999-9999-9999, 9999.9999.9999.9999,"
        "9999/9999/9999/9999, 9999_9999_9999_9999, 9999 999999 99999, 9999-999999-99999,"
        "9999 999999 9999, 9999-999999-9999, 9999 9999 9999 999, 9999 9999 9999 9999 999",
        words=_CARD,
        check=checks.card,
        bare=1.0,
        near=1.0,
    ),
    Identifier(
        kind="CREDIT_CARD",
        shapes=_SOLID_CARDS,
        words=_CARD,
        check=checks.card,
        bare=0.9,
        near=1.0,
    ),
    Identifier(
        kind="CREDIT_CARD",
        shapes=f"{'9' * 13}, {'9' * 17}, {'9' * 18}, {'9' * 19}",
        words=_CARD,
        check=checks.card,
        bare=0.4,
        near=1.0,
    ),
    Identifier(
        kind="CREDIT_CARD",
        shapes=",".join("9" * size for size in range(12, 20)),
        words=_CARD,
        check=checks.luhn,
        near=0.95,
    ),
    Identifier(
        kind="ACCOUNT_NUMBER",
        shapes="999999999",
        words="routing aba rtn transit",
        check=checks.aba,
        near=0.95,
    ),
    Identifier(
        kind="ACCOUNT_NUMBER",
        shapes="99-99-99, 99 99 99, 999999",
        words="sort sortcode",
        near=0.9,
    ),
)

_US: Final = (
    Identifier(
        kind="US_SSN",
        shapes="999-99-9999",
        words="ssn social ssa ss",
        check=national.us_ssn,
        bare=0.85,
        near=0.98,
    ),
    Identifier(
        kind="US_SSN",
        shapes="999 99 9999, 999.99.9999, 999/99/9999, 999_99_9999",
        words="ssn social ssa",
        check=national.us_ssn,
        bare=0.5,
    ),
    Identifier(
        kind="US_SSN",
        shapes="999999999",
        words="ssn social ssa",
        check=national.us_ssn,
    ),
    Identifier(
        kind="US_ITIN",
        shapes="999-99-9999, 999 99 9999",
        words="itin taxpayer tax",
        check=national.us_itin,
        bare=0.6,
    ),
    Identifier(
        kind="US_ITIN",
        shapes="999999999",
        words="itin taxpayer",
        check=national.us_itin,
    ),
    Identifier(kind="VAT_NUMBER", shapes="99-9999999", words="ein fein employer", near=0.85),
    Identifier(
        kind="MEDICAL_LICENSE",
        shapes="9999999999",
        words="npi provider prescriber",
        check=checks.npi,
    ),
    Identifier(
        kind="MEDICAL_LICENSE",
        shapes="AA9999999",
        words="dea prescriber registration",
        check=checks.dea,
        bare=0.5,
    ),
    Identifier(
        kind="US_PASSPORT",
        shapes="A99999999",
        words="passport",
        near=0.9,
    ),
)

_BRITISH: Final = (
    Identifier(
        kind="UK_NHS",
        shapes="999 999 9999, 999-999-9999, 9999999999",
        words="nhs patient",
        check=national.uk_nhs,
        near=1.0,
    ),
    Identifier(
        kind="UK_NINO",
        shapes="AA999999A, AA 99 99 99 A, AA-99-99-99-A",
        words="nino ni insurance national payroll hmrc",
        check=national.uk_nino,
        bare=0.8,
        near=0.98,
    ),
    Identifier(
        kind="UK_NINO",
        shapes="AA999999A",
        words="nino ni insurance",
        near=0.9,
    ),
)

_GERMAN: Final = (
    Identifier(
        kind="DE_TAX_ID",
        shapes="99999999999, 99 999 999 999, 99.999.999.999",
        words="steuer steuerid idnr identifikationsnummer steueridentifikationsnummer tin tax "
        "steuernummer steueridnr taxid",
        check=national.de_tax_id,
        bare=0.45,
        near=0.98,
    ),
    Identifier(
        kind="DE_SOCIAL_SECURITY",
        shapes="99999999A999, 99 999999 A 999, 99 999999 A999, 99-999999-A-999",
        words="rentenversicherung rentenversicherungsnummer sozialversicherung versicherung "
        "sozialversicherungsnummer versicherungsnummer svnr sv rvnr pension",
        check=national.de_social,
        bare=0.9,
        near=1.0,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="9999 999999, 9999999999",
        words="svnr sozialversicherungsnummer sozialversicherung versicherungsnummer",
        check=national.at_social,
        near=0.95,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999.9999.9999.99, 999 9999 9999 99",
        words="ahv avs sozialversicherung svnr",
        check=national.ch_ahv,
        bare=1.0,
        near=1.0,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="9999999999999",
        words="ahv avs sozialversicherung svnr",
        check=national.ch_ahv,
        bare=0.8,
        near=1.0,
    ),
)

_ROMANCE: Final = (
    Identifier(
        kind="FR_NIR",
        shapes="999999999999999, 9 99 99 99 999 999 99, 9 99 99 99 999 999-99,"
        "9999999999999 99, 999999A99999999, 9 99 99 9A 999 999 99, 9-99-99-99-999-999-99,"
        "9.99.99.99.999.999.99, 9 99 99 99 999 999/99",
        words="nir insee sécurité securite sociale sécu vitale assuré",
        check=national.fr_nir,
        bare=0.95,
        near=1.0,
    ),
    Identifier(
        kind="ES_NIF",
        shapes="99999999A, 99999999-A, 99.999.999-A, 99999999 A, 99.999.999 A, 99.999.999A",
        words=f"dni nif documento identidad {_TAX}",
        check=national.es_nif,
        bare=0.7,
        near=0.98,
    ),
    Identifier(
        kind="ES_NIE",
        shapes="A9999999A, A-9999999-A, A9999999-A, A 9999999 A",
        words=f"nie extranjero extranjería identidad {_TAX}",
        check=national.es_nie,
        bare=0.8,
        near=0.98,
    ),
    Identifier(
        kind="IT_FISCAL_CODE",
        shapes="AAAAAA99A99A999A",
        words="codice fiscale cf",
        check=national.it_fiscal,
        bare=1.0,
        near=1.0,
    ),
    Identifier(
        kind="PT_NIF",
        shapes="999999999, 999 999 999",
        words="nif contribuinte fiscal finanças",
        check=national.pt_nif,
    ),
    Identifier(
        kind="BR_CPF",
        shapes="999.999.999-99, 999-999-999-99, 999 999 999 99",
        words="cpf",
        check=national.br_cpf,
        bare=0.97,
        near=1.0,
    ),
    Identifier(
        kind="BR_CPF",
        shapes="99999999999, 999999999-99",
        words="cpf",
        check=national.br_cpf,
        bare=0.4,
        near=0.98,
    ),
    Identifier(
        kind="VAT_NUMBER",
        shapes="99.999.999/9999-99, 99999999999999, 99.999.999.9999-99",
        words="cnpj empresa",
        check=national.br_cnpj,
        bare=0.4,
    ),
)

_OTHERS: Final = (
    Identifier(
        kind="NL_BSN",
        shapes="999999999, 9999.99.999, 9999 99 999, 999 999 999, 99999999",
        words="bsn burgerservicenummer sofinummer sofi burgerservice",
        check=national.nl_bsn,
        near=0.97,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="99.99.99-999.99, 99 99 99 999 99, 99.99.99.999.99",
        words="rijksregisternummer rijksregister national registre insz niss",
        check=national.be_national,
        bare=1.0,
        near=1.0,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="99999999999",
        words="rijksregisternummer rijksregister national registre insz niss",
        check=national.be_national,
        bare=0.45,
        near=0.97,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="99999999999",
        words=f"pesel {_ID}",
        check=national.pl_pesel,
        bare=0.45,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="9999 9999 9999, 9999-9999-9999, 999999999999",
        words="aadhaar aadhar uidai uid",
        check=national.in_aadhaar,
        near=0.97,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="AAAAA9999A",
        words=f"pan permanent {_TAX}",
        check=national.in_pan,
        bare=0.5,
        near=0.95,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999 999 999, 999-999-999, 999999999",
        words="sin insurance assurance nas",
        check=national.ca_sin,
        near=0.95,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999 999 999, 999999999",
        words="tfn tax",
        check=national.au_tfn,
        near=0.95,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="9999 99999 9, 9999999999, 9999 99999 9 9",
        words="medicare",
        check=national.au_medicare,
        near=0.97,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-9999, 99999999-9999, 9999999999, 999999999999",
        words=f"personnummer personnr samordningsnummer {_ID}",
        check=national.se_personal,
        near=0.97,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-9999",
        words="",
        check=national.se_personal,
        bare=0.55,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-999A, 999999-9999, 999999+999A, 999999A999A, 999999A9999",
        words="hetu henkilötunnus henkilöturvatunnus",
        check=national.fi_personal,
        near=0.98,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-999A, 999999A999A",
        words="",
        check=national.fi_personal,
        bare=0.9,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-9999, 9999999999, 999999 9999",
        words="cpr personnummer",
        check=national.dk_personal,
        near=0.93,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="99999999999, 999999 99999",
        words="fødselsnummer fodselsnummer personnummer fnr",
        check=national.no_personal,
        bare=0.5,
        near=0.98,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="999999-9999999",
        words="rrn resident 주민등록번호 registration",
        check=national.kr_resident,
        bare=0.85,
        near=0.98,
    ),
    Identifier(
        kind="NATIONAL_ID",
        shapes="A9999999A",
        words="nric fin",
        check=national.sg_nric,
        bare=0.7,
        near=0.98,
    ),
)

TABLE: Final = (*MONEY_NUMBERS, *_US, *_BRITISH, *_GERMAN, *_ROMANCE, *_OTHERS)

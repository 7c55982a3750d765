"""Checksums: a valid number passes; one digit changed or two exchanged, and it does not."""

from __future__ import annotations

import importlib
import random
import string

import pytest

from companion.detectors import checks, national

VALID = {
    checks.luhn: ["79927398713", "4111111111111111"],
    checks.card: ["4111111111111111", "5555555555554444", "378282246310005", "30569309025904"],
    checks.iban: ["DE89370400440532013000", "GB82WEST12345698765432", "NL91ABNA0417164300"],
    checks.aba: ["021000021", "011401533"],
    checks.npi: ["1234567893", "1245319599"],
    checks.dea: ["AP5836727", "BB1388568"],
    checks.vin: ["1HGCM82633A004352", "1M8GDM9AXKP042788"],
    national.uk_nhs: ["9434765919"],
    national.de_tax_id: ["86095742719", "47036892816"],
    national.de_social: ["15070649C103"],
    national.fr_nir: ["255081416802538"],
    national.es_nif: ["12345678Z"],
    national.es_nie: ["X1234567L"],
    national.it_fiscal: ["RSSMRA85T10A562S"],
    national.nl_bsn: ["111222333"],
    national.pt_nif: ["123456789"],
    national.br_cpf: ["52998224725"],
    national.br_cnpj: ["11222333000181"],
    national.pl_pesel: ["44051401359"],
    national.be_national: ["85073003328"],
    national.ch_ahv: ["7569217076985"],
    national.at_social: ["1237010180"],
    national.in_aadhaar: ["234123412346"],
    national.ca_sin: ["130692544"],
    national.au_tfn: ["123456782"],
    national.au_medicare: ["2123456701"],
    national.se_personal: ["8803200016", "198803200016"],
    national.fi_personal: ["131052308T"],
    national.no_personal: ["15108695088"],
    national.kr_resident: ["9710139019902"],
    national.sg_nric: ["S1234567D"],
}
CASES = [(check, value) for check, values in VALID.items() for value in values]
WEAK = {"se_personal", "at_social", "au_medicare", "kr_resident", "fr_nir", "de_social"}
"""Checks that leave some digits out, or whose dates make some changes valid."""


def _name(item):
    return getattr(item, "__name__", str(item))


def _changed(value):
    """Return `value` with each digit raised by one, one at a time."""
    for place, char in enumerate(value):
        if char.isdigit():
            yield value[:place] + str((int(char) + 1) % 10) + value[place + 1 :]


def _exchanged(value):
    """Return `value` with each two neighbouring digits exchanged that differ."""
    for place in range(len(value) - 1):
        first, second = value[place : place + 2]
        if first != second and first.isdigit() and second.isdigit():
            yield value[:place] + second + first + value[place + 2 :]


@pytest.mark.parametrize(("check", "value"), CASES, ids=_name)
def test_a_valid_number_passes(check, value):
    assert check(value)


@pytest.mark.parametrize(("check", "value"), CASES, ids=_name)
def test_a_number_with_one_digit_changed_fails(check, value):
    passed = [other for other in _changed(value) if check(other)]
    assert len(passed) <= (2 if _name(check) in WEAK else 0), passed


@pytest.mark.parametrize(("check", "value"), CASES, ids=_name)
def test_a_number_with_two_digits_exchanged_mostly_fails(check, value):
    """Luhn misses 09 and 90, modulus 10 with weights 1 and 3 misses a difference of 5."""
    others = list(_exchanged(value))
    assert sum(map(check, others)) <= max(1, len(others) // 4)


@pytest.mark.parametrize("check", VALID, ids=_name)
def test_no_check_raises_whatever_it_is_given(check):
    chance = random.Random(3)
    signs = string.ascii_uppercase + string.digits * 3 + "ÄÉ²٣ß"
    for value in ("", "0", "A", "٣" * 9, "²" * 11, "0" * 9, "9" * 30, "Z" * 16):
        check(value)
    for size in range(1, 20):
        for _ in range(60):
            check("".join(chance.choice(signs) for _ in range(size)))


def test_one_digit_repeated_is_no_number():
    for check in VALID:
        if check is not checks.luhn:
            assert not any(check(str(digit) * size) for digit in range(10) for size in (9, 10, 11))


def test_an_iban_of_another_countrys_length_fails():
    assert checks.iban_length("DE") == 22
    assert checks.iban_length("XX") == 0
    assert not checks.iban("DE893704004405320130")


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", True),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", True),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", True),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", True),
        ("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr", True),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", False),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", False),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", False),
        ("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", False),
        ("bc1b", False),
        ("1" * 34, False),
        ("z" * 34, False),
    ],
)
def test_a_wallet_is_told_by_its_checksum(value, valid):
    assert checks.bitcoin(value) is valid


def test_numbers_that_were_never_issued_fail():
    for value in ("000123456", "666123456", "900123456", "123006789", "123450000"):
        assert not national.us_ssn(value)
    assert national.us_ssn("536221234")
    assert national.us_itin("912714567")
    assert not national.us_itin("912664567")
    assert national.uk_nino("AB123456C")
    assert not any(map(national.uk_nino, ("GB123456C", "DA123456C", "AO123456C", "AB123456E")))
    assert national.in_pan("ABCPE1234F")
    assert not national.in_pan("ABCDE1234F")
    assert national.dk_personal("0101801234")
    assert not national.dk_personal("3201801234")


ORACLES = {
    "de.idnr": (national.de_tax_id, "{11}"),
    "fr.nir": (national.fr_nir, "1{2}05{10}"),
    "es.dni": (national.es_nif, "{8}L"),
    "nl.bsn": (national.nl_bsn, "{9}"),
    "br.cpf": (national.br_cpf, "{11}"),
    "br.cnpj": (national.br_cnpj, "{14}"),
    "pl.pesel": (national.pl_pesel, "{2}05{7}"),
    "ch.ssn": (national.ch_ahv, "756{10}"),
    "in_.aadhaar": (national.in_aadhaar, "{12}"),
    "ca.sin": (national.ca_sin, "{9}"),
    "au.tfn": (national.au_tfn, "{9}"),
    "gb.nhs": (national.uk_nhs, "{10}"),
    "at.vnr": (national.at_social, "{4}1205{2}"),
    "us.ssn": (national.us_ssn, "{9}"),
}


@pytest.mark.parametrize("name", ORACLES)
def test_a_check_agrees_with_another_library_on_random_numbers(name):
    pytest.importorskip("stdnum", reason="python-stdnum is not installed")
    oracle = importlib.import_module(f"stdnum.{name}")
    check, form = ORACLES[name]
    chance = random.Random(name)
    for _ in range(2_000):
        value = _random(form, chance)
        assert check(value) == oracle.is_valid(value), value


def _random(form, chance):
    for size in range(1, 15):
        form = form.replace(f"{{{size}}}", "".join(chance.choices(string.digits, k=size)))
    return form.replace("L", chance.choice(string.ascii_uppercase))

"""Names of types that only the peers use, and what they are compared as."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from companion.scoring.results import Case

_RULES: Final = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"PHONE.*|UK_PHONE.*", "PHONE_NUMBER"),
        (r"ADDRESS_.*|.*POSTCODE.*|POSTALCODE|ZIP_CODE.*|DE_POSTAL_CODE", "LOCATION"),
        (r"DE_IBAN", "IBAN_CODE"),
        (r"DRIVING_LICENSE_.*|DRIVERS_LICENCE|.*DRIVER_LICENSE", "US_DRIVER_LICENSE"),
        (r"PASSPORT_.*|.*_PASSPORT(_NUMBER)?", "PASSPORT_NUMBER"),
        (r"NPI_NUMBER|DEA_NUMBER", "MEDICAL_LICENSE"),
        (r"SSN_.*", "US_SSN"),
        (r"CREDENTIAL", "PASSWORD"),
    )
)


def renamed(cases: list[Case]) -> list[Case]:
    """Return cases whose findings carry names that `companion.scoring.names` knows."""
    return [
        Case(
            row=case.row,
            judged=msgspec.structs.replace(
                case.judged,
                findings=tuple(
                    msgspec.structs.replace(finding, kind=known(finding.kind))
                    for finding in case.judged.findings
                ),
            ),
        )
        for case in cases
    ]


def known(name: str) -> str:
    """Return the name under which a peer's type is compared."""
    return next((mapped for rule, mapped in _RULES if rule.fullmatch(name)), name)

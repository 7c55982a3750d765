"""Slots for the life of firms: products, machines, days, sums, departments, courts."""

from __future__ import annotations

import string
from typing import Final

from models.slots import Maker, Slot, Values


def _pick(options: str) -> Maker:
    """Choose one of the options, which stand between bars."""
    choices = tuple(option.strip() for option in options.split("|"))
    return lambda values: values.rng.choice(choices)


_HEADS: Final = _pick(
    "Nor|Kes|Ald|Vel|Tri|Bran|Hel|Ost|Mer|Quin|Sol|Arc|Lum|Fer|Cal|Dor|Zen|Pal|Riv|Gra|Ob|Ther|"
    "Var|Wes|Yar|Im|Ec|Cor|Syn|Ax"
)
_TAILS: Final = _pick(
    "via|trel|wick|dyne|mont|ora|ison|ix|ford|tec|aris|well|umo|enta|lane|go|sys|mark|ane|holt|"
    "data|stone|berg|ello|ium"
)
_TRADES: Final = _pick(
    "|||||| Foods| Logistics| Systems| Pharma| Energy| Health| Robotics| Group| Ltd| GmbH| Inc| AG|"
    " Labs| Mobility| Capital| Paints| Optics| Retail| Software| Holdings| S.A.| BV| Bank"
)
_ROLES: Final = _pick(
    "pg-prod|db|sql|app|web|jenkins|vault|gitlab|kafka|redis|ldap|mail|erp|sap-p|build|k8s-node|"
    "backup|nas|proxy|bastion|hv|crm|dc|print|metrics|artifactory|es-data|vpn"
)
_ZONES: Final = _pick(
    "internal|corp|local|lan|intra|prod.internal|eu.corp|dc1.local|svc.cluster.local|ad.local|int"
)


def _slug(values: Values) -> str:
    return f"{_HEADS(values)}{_TAILS(values)}".lower()


def _host(values: Values) -> str:
    number = values.rng.randint(1, 48)
    label = values.rng.choice((f"{number:02}", f"-{number}", "", f"-{number:02}", str(number)))
    return f"{_ROLES(values)}{label}.{values['b_slug']}.{_ZONES(values)}"


def _sum(values: Values) -> str:
    rng = values.rng
    whole, tenth = rng.randint(1, 480), rng.randint(0, 9)
    forms = ("{a}.{b}m", "€{a}.{b} million", "${a}m", "EUR {a}.{b}M", "£{a}k", "{a}k euros",
             "${a},{c:03}", "€{a}.{c:03}", "{a} million dollars", "CHF {a}'{c:03}", "{a} USD",
             "${a}.{b}bn", "{a}.{b} million")  # fmt: skip
    return rng.choice(forms).format(a=whole, b=tenth, c=rng.randint(0, 999))


def _subnet(values: Values) -> str:
    rng = values.rng
    first = rng.choice(("10.{}", "172.2{}".replace("{}", "4") + ".{}", "10.{}", "192.168.{}"))
    base = first.format(rng.randint(1, 250))
    tail = ".0.0/16" if base.count(".") == 1 else ".0/24"
    return base + tail


def _sha(values: Values) -> str:
    return "".join(
        values.rng.choice("0123456789abcdef") for _ in range(values.rng.choice((7, 8, 40)))
    )


def _reference(values: Values) -> str:
    letters = "".join(
        values.rng.choice(string.ascii_uppercase) for _ in range(values.rng.choice((2, 3)))
    )
    return values.rng.choice(("{l}-{n}", "{l}{n}", "{n}/{l}")).format(
        l=letters, n=values.rng.randint(1000, 99999)
    )


SLOTS: Final[dict[str, Slot]] = {
    "b_firm": ("ORGANIZATION", lambda v: f"{_HEADS(v)}{_TAILS(v)} {_TRADES(v)}".strip()),
    "b_slug": (None, _slug),
    "b_host": ("HOSTNAME", _host),
    "b_sum": ("MONEY", _sum),
    "b_subnet": ("IP_ADDRESS", _subnet),
    "b_sha": (None, _sha),
    "b_year": ("DATE_TIME", lambda v: str(v.rng.randint(1950, 2026))),
    "b_age": ("AGE", lambda v: str(v.rng.randint(16, 92))),
    "b_ref": (None, _reference),
    "b_day": ("DATE_TIME", _pick(
        "Monday|Tuesday|Wednesday|Thursday|Friday|1 March|14 June|the 3rd of May|30 September|"
        "April 12|Nov 20|22/07|the 15th|next Friday|next Monday|2 January|Dec 1|31 October|"
        "Friday afternoon|Thursday 10 am|the end of August|mid-February|the first of July"
    )),
    "b_month": ("DATE_TIME", _pick(
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        "spring|last autumn|early summer|next January|last June"
    )),
    "b_quarter": ("DATE_TIME", _pick(
        "Q1|Q2|Q3|Q4|the third quarter|Q2 FY26|FY25|H1|the second half|Q4 2025|H2 2026|1Q27"
    )),
    "b_project": (None, _pick(
        "Project Heron|Project Larch|Nightjar|Project Ostrich|Operation Pebble|Bluefin|Tango Six|"
        "Project Halyard|Quartz|Project Marmot|Greenfinch|Project Delphi|Sandpiper|Corvus|Ibex|"
        "Project Lantern|Mistral phase 2|Project Tern|Saltmarsh|Aurochs|Project Zenith|Redshank"
    )),
    "b_product": (None, _pick(
        "the Vento 3|PulsePad Mini|the new electric van|Loomly Pro|our folding e-bike|AquaSense 2|"
        "the B12 compressor|SkyLedger|the oat yoghurt line|Tessera Cloud|the insulin patch|HushBud|"
        "GridPilot|the sub-300 euro oven|the lidar module|FlexiSeat|DocuMind|the X7 controller"
    )),
    "b_dept": (None, _pick(
        "sales|accounting|procurement|the night shift|legal|customer support|R&D|quality assurance|"
        "marketing|the warehouse|IT operations|payroll|the front desk|logistics|the lab|data|"
        "field service|the Nordics team|controlling|facility management|the design team|HR|dispatch"
    )),
    "b_title": (None, _pick(
        "shift supervisor|payroll clerk|senior developer|account manager|forklift driver|team lead|"
        "head of sales|receptionist|lab technician|controller|nurse manager|product owner|welder|"
        "HR business partner|data analyst|store manager|CFO|plant manager|buyer|project manager|"
        "school secretary|line cook|truck driver|UX designer|security guard|pharmacist|trainee"
    )),
    "b_plant": ("LOCATION", _pick(
        "Brno|Lyon|Leeds|Poznań|Dayton|Querétaro|Gdańsk|Turin|Eindhoven|Kassel|Cork|Pune|Izmir|"
        "Chattanooga|Malmö|Bilbao|Graz|Győr|Monterrey|Wolverhampton|Nantes|Penang|Tilburg|Ostrava"
    )),
    "b_site": (None, _pick(
        "the north plant|site B|the head office|the annex|the old warehouse|the second floor|"
        "the call centre|the bottling line|hall 4|the harbour depot|our smallest branch|the foundry"
    )),
    "b_law": ("ORGANIZATION", _pick(
        "Hartley & Voss LLP|Brightwater Chambers|Kolb Rechtsanwälte|Dunmore Co|Okafor & Lindqvist|"
        "Pell, Marsh & Co|Cabinet Reynier|Stokes Whitlow LLP|Advokatfirma Brandt|Mazur Legal"
    )),
    "b_court": ("ORGANIZATION", _pick(
        "the Southwark Crown Court|the Landgericht Köln|the District Court of Delaware|"
        "Manchester County Court|the Superior Court of Fulton County|the labour court in Bremen|"
        "the High Court|the family court in Leeds|the Tribunal de commerce|the Federal Court|"
        "the employment tribunal|the regional court|the magistrates' court"
    )),
    "b_rival": ("ORGANIZATION", lambda v: f"{_HEADS(v)}{_TAILS(v)}"),
    "b_service": (None, _pick(
        "billing-core|order-router|kyc-gateway|fraudscore|ledger-sync|pricing-engine|claims-api|"
        "shipment-tracker|auth-proxy|quote-service|tariff-calc|invoice-worker|risk-engine|etl-night"
    )),
    "b_table": (None, _pick(
        "customers|policy_holders|tbl_kunden|patients|invoices_2024|accounts_prod|loyalty_members|"
        "employees|claims|subscriptions|orders_archive|payroll_run|contract_terms|leads"
    )),
}  # fmt: skip
"""Names begin with `b_`, apart from those of the other modules."""

FAMILIES: Final = ()

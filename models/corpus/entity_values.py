"""Addresses, numbers and codes in the forms that people give them, as slots."""

from __future__ import annotations

import string
from typing import Final

from models.corpus import Family
from models.corpus.entity_dates import Slots
from models.corpus.entity_names import BRANDS, pair, simple
from models.corpus.entity_places import CITIES, Maker, chosen, listed
from models.fields import Fields

CONDITIONS: Final = listed(
    """asthma; diabetes; type 1 diabetes; hypertension; high blood pressure; migraine; depression;
    anxiety; ADHD; autism; schizophrenia; OCD; an eating disorder; bulimia; insomnia; arthritis;
    gout; psoriasis; eczema; coeliac disease; ulcerative colitis; IBS; endometriosis; PCOS;
    fibroids; infertility; angina; atrial fibrillation; a stroke; a heart attack; heart failure;
    COPD; pneumonia; tuberculosis; long COVID; Parkinson's; Alzheimer's; ALS; leukaemia; lymphoma;
    melanoma; prostate cancer; colon cancer; lung cancer; a brain tumour; cirrhosis; gallstones;
    kidney stones; chronic kidney disease; anaemia; sickle cell disease; haemophilia; HIV; herpes;
    syphilis; gonorrhoea; HPV; hepatitis B; Lyme disease; malaria; alcohol dependence; a cocaine
    addiction; burnout; borderline personality disorder; psychosis; glaucoma; cataracts; tinnitus;
    vertigo; sciatica; osteoporosis; scoliosis; a torn ACL; carpal tunnel; hypothyroidism; Graves'
    disease; cystic fibrosis; Down syndrome; cerebral palsy; erectile dysfunction"""
)
MEDICINES: Final = listed(
    """ibuprofen; paracetamol; aspirin; amoxicillin; metformin; insulin glargine; Ozempic;
    semaglutide; atorvastatin; simvastatin; ramipril; amlodipine; bisoprolol; lisinopril; losartan;
    furosemide; apixaban; warfarin; clopidogrel; omeprazole; pantoprazole; levothyroxine;
    prednisone; salbutamol; montelukast; sertraline; fluoxetine; Prozac; citalopram; escitalopram;
    venlafaxine; mirtazapine; lithium; lamotrigine; quetiapine; olanzapine; risperidone; clozapine;
    diazepam; lorazepam; Xanax; zolpidem; Ritalin; Adderall; methylphenidate; gabapentin;
    pregabalin; tramadol; oxycodone; morphine; fentanyl patches; methadone; buprenorphine;
    naltrexone; tamoxifen; methotrexate; Humira; adalimumab; rituximab; Truvada; Biktarvy;
    tenofovir; finasteride; Viagra; sildenafil; letrozole; clomiphene; mifepristone; estradiol;
    testosterone"""
)
STATES: Final = listed(
    """AL; AK; AZ; AR; CA; CO; CT; DE; FL; GA; HI; ID; IL; IN; IA; KS; KY; LA; ME; MD; MA; MI; MN;
    MS; MO; MT; NE; NV; NH; NJ; NM; NY; NC; ND; OH; OK; OR; PA; RI; SC; SD; TN; TX; UT; VT; VA; WA;
    WV; WI; WY; DC"""
)
_STREETS: Final = listed(
    """Maple; Oak; Cedar; Pine; Elm; Washington; Lake; Hill; Park; Main; Church; Spring; Ridge;
    Meadow; Sunset; Franklin; Jefferson; Highland; Forest; River; Mill; Walnut; Chestnut; Willow;
    Cherry; Dogwood; Lincoln; Jackson; Adams; 2nd; 5th; 14th; Martin Luther King; Birch; Orchard;
    Valley; Prospect; Victoria; Station"""
)
_SUFFIXES: Final = listed(
    "St; Street; Ave; Avenue; Rd; Road; Blvd; Dr; Drive; Ln; Lane; Ct; Way; Pl; Terrace; St.; Ave."
)


_IBANS: Final = (
    *("DE" + "#" * 18, "FR" + "#" * 23, "ES" + "#" * 20, "IT@" + "#" * 22, "NL@@@@" + "#" * 10),
    *("GB@@@@" + "#" * 14, "AT" + "#" * 16, "BE" + "#" * 12, "CH" + "#" * 17, "PT" + "#" * 21),
    *("PL" + "#" * 24, "IE@@@@" + "#" * 14, "SE" + "#" * 20, "DK" + "#" * 14, "NO" + "#" * 11),
)
"""A country and the form of the account number behind its check digits."""


def either(*patterns: str) -> Maker:
    """Return a maker that fills one of the patterns (see `Fields.digits`)."""
    return lambda fields: fields.digits(fields.rng.choice(patterns))


def card(fields: Fields) -> str:
    """Return a card number whose last digit satisfies Luhn's formula, in a usual spacing."""
    starts = ("4", "4", "51", "53", "55", "2221", "34", "37", "6011")
    start = fields.rng.choice(starts)
    size = 15 if start in {"34", "37"} else 16
    body = start + "".join(fields.rng.choice(string.digits) for _ in range(size - 1 - len(start)))
    total = sum(
        sum(divmod(int(digit) * 2, 10)) if place % 2 == 0 else int(digit)
        for place, digit in enumerate(reversed(body))
    )
    number = body + str(-total % 10)
    cuts = (4, 10) if size == 15 else (4, 8, 12)
    parts = [number[a:b] for a, b in zip((0, *cuts), (*cuts, size), strict=True)]
    return fields.rng.choice((number, number, " ".join(parts), " ".join(parts), "-".join(parts)))


def iban(fields: Fields) -> str:
    """Return an IBAN with its check digits, in groups of four or in one piece."""
    form = fields.rng.choice(_IBANS)
    country, body = form[:2], fields.digits(form[2:])
    value = int("".join(str(int(letter, 36)) for letter in f"{body}{country}00"))
    number = f"{country}{98 - value % 97:02}{body}"
    groups = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    forms = (number, number, groups, groups, groups.lower(), groups.replace(" ", "-"))
    return fields.rng.choice(forms)


def _ssn(fields: Fields) -> str:
    rng = fields.rng
    area = rng.choice([n for n in range(1, 900) if n != 666])
    forms = (
        "{a:03}-{g:02}-{s:04}",
        "{a:03}-{g:02}-{s:04}",
        "{a:03} {g:02} {s:04}",
        "{a:03}{g:02}{s:04}",
        "{a:03}.{g:02}.{s:04}",
    )
    return rng.choice(forms).format(a=area, g=rng.randint(1, 99), s=rng.randint(1, 9999))


def _phone(fields: Fields) -> str:
    if fields.rng.random() < 0.3:
        return fields.fake("phone_number")
    pattern = fields.rng.choice(
        (
            "(2##) 5##-####",
            "(3##)5##-####",
            "2##-4##-####",
            "+1 7## 5## ####",
            "+1-6##-3##-####",
            "7##.2##.####",
            "8##5##4###",
            "5##-####",
            "+44 7### ######",
            "07### ######",
            "020 7### ####",
            "0161 4## ####",
            "+49 170 #######",
            "+49 (0) 30 ######",
            "030/######",
            "+33 6 ## ## ## ##",
            "06 ## ## ## ##",
            "+34 6## ### ###",
            "6## ### ###",
            "+39 3## ### ####",
            "+31 6 ########",
            "+351 91# ### ###",
            "+55 11 9####-####",
            "+91 98### #####",
            "+86 13# #### ####",
            "+81 90-####-####",
            "0041 79 ### ## ##",
            "1-800-###-####",
            "001-2##-5##-####x###",
            "2##-5##-#### ext. ###",
            "+234 80# ### ####",
            "+971 50 ### ####",
            "2## 5## ####",
        )
    )
    return fields.digits(pattern)


def _us(fields: Fields) -> str:
    street = _street(fields)
    city, state = fields.rng.choice(CITIES), fields.rng.choice(STATES)
    unit = fields.rng.choice(
        ("", "", "", f" Apt {fields.rng.randint(1, 99)}", " Unit 4B", " Suite 210", " #12")
    )
    forms = (
        "{s}{u}, {c}, {t} {z}",
        "{s}{u}, {c}, {t} {z}",
        "{s}{u} {c} {t} {z}",
        "{s}{u}, {c} {t}",
        "{s}{u}, {c}, {t}, {z}",
        "{s}{u}, {c}",
        "{s}{u} {c}, {t} {z}, USA",
        "{s}{u}",
    )
    return fields.rng.choice(forms).format(
        s=street, u=unit, c=city, t=state, z=fields.digits("#####")
    )


def _street(fields: Fields) -> str:
    rng = fields.rng
    side = rng.choice(("", "", "", "N ", "S. ", "West ", "E "))
    name = rng.choice((rng.choice(_STREETS), pair(fields)[1]))
    return f"{rng.randint(1, 9999)} {side}{name} {rng.choice(_SUFFIXES)}"


def _uk(fields: Fields) -> str:
    rng = fields.rng
    road = rng.choice(("Road", "Lane", "Street", "Close"))
    street = f"{rng.randint(1, 240)} {rng.choice(_STREETS)} {road}"
    code = fields.digits(rng.choice(("@@# #@@", "@## #@@", "@# #@@", "@@## #@@", "@@#@ #@@")))
    forms = ("{s}, {c} {z}", "{s}, {c}, {z}", "Flat {n}, {s}, {c} {z}", "{s}, {c}", "{n}a {s}, {z}")
    return rng.choice(forms).format(s=street, c=rng.choice(CITIES), z=code, n=rng.randint(1, 40))


def _asian(fields: Fields) -> str:
    rng, last = fields.rng, pair(fields)[1]
    forms = (
        "{n}-{m}-{k} {l}-cho, {c}",
        "Flat {n}{k}, {l} Towers, {m} Nathan Road, {c}",
        "H.No. {n}/{m}, {l} Nagar, {c} - {z}",
        "{n}, {k}th Cross, {l} Layout, {c} {z}",
        "No. {n}, Jalan {l} {k}, {z} {c}",
        "{n} {l} Road, #{k}-{m}, {c} {z}",
        "P.O. Box {z}, {c}",
        "Plot {n}, {l} Estate, {c}",
        "PO Box {n}, {c}",
    )
    return rng.choice(forms).format(
        n=rng.randint(1, 300),
        m=rng.randint(1, 40),
        k=rng.randint(1, 12),
        l=last,
        c=rng.choice(CITIES),
        z=fields.digits("######"),
    )


def _address(fields: Fields) -> str:
    makers = (_us, _us, _us, _uk, _uk, _asian, lambda values: values.fake("address"))
    return fields.rng.choice(makers)(fields)


def _url(fields: Fields) -> str:
    rng = fields.rng
    host = simple(rng.choice((pair(fields)[1], rng.choice(BRANDS))))
    end = rng.choice(("com", "org", "net", "io", "co.uk", "de", "fr", "edu", "gov", "app"))
    path = rng.choice(
        ("", "", "/", "/about", "/p/1832", "/blog/2024/07", "/index.html", "?id=77&lang=en")
    )
    forms = (
        "https://www.{h}.{e}{p}",
        "http://{h}.{e}{p}",
        "www.{h}.{e}{p}",
        "{h}.{e}{p}",
        "https://{h}.{e}{p}",
    )
    return rng.choice(forms).format(h=host, e=end, p=path)


def _mail(fields: Fields) -> str:
    first, last = map(simple, pair(fields))
    ends = (
        "gmail.com",
        "yahoo.com",
        "outlook.com",
        "hotmail.co.uk",
        "gmx.de",
        "web.de",
        "orange.fr",
        "libero.it",
        "proton.me",
        "icloud.com",
        f"{last}.com",
        "acme.io",
        "uni-mail.edu",
    )
    number = fields.rng.randint(1, 99)
    forms = ("{f}.{l}@{e}", "{f}@{e}", "{i}{l}@{e}", "{f}{n}@{e}", "{l}.{f}{n}@{e}", "{f}_{l}@{e}")
    return fields.rng.choice(forms).format(
        f=first, l=last, i=first[0], n=number, e=fields.rng.choice(ends)
    )


def _ip(fields: Fields) -> str:
    rng = fields.rng
    if rng.random() < 0.15:
        return fields.plain("ipv6")
    starts = ("10.{}", "192.168", "172.16", "{}.{}", "{}.{}")
    start = rng.choice(starts).format(rng.randint(11, 223), rng.randint(0, 255))
    return ".".join((start, *(str(rng.randint(0, 254)) for _ in range(4 - start.count(".") - 1))))


def _money(fields: Fields) -> str:
    rng = fields.rng
    amount = rng.choice((rng.randint(1, 999), rng.randint(10, 999) * 10 ** rng.randint(1, 4)))
    forms = (
        "${:,}",
        "${:,}.00",
        "€{:,}",
        "{:,} €",
        "£{:,}",
        "{} dollars",
        "{:,} USD",
        "EUR {:,}",
        "{}k",
        "${}k",
        "{:,} pounds",
        "CHF {:,}",
        "₹{:,}",
        "¥{:,}",
        "{:,} kr",
        "{} bucks",
        "R$ {:,}",
        "{} euros",
    )
    large = ("$1.2 million", "3.4 million euros", "$2bn", "£450m", "$75K", "half a million dollars")
    return rng.choice(large) if rng.random() < 0.1 else rng.choice(forms).format(amount)


_LICENCES: Final = (
    "@#######",
    "#########",
    "@##-###-###-###-#",
    "@############",
    "@###-####-####",
    "########",
    "@###-#######",
    "@@######@",
    "@#####-#####-#####",
    "#######",
    "@@@##########",
    "@########",
    "@##-##-####",
    "##-###-####",
    "S########",
    "D############",
    "#### ### ###",
)
FAMILIES: tuple[Family, ...] = ()
SLOTS: Final[Slots] = {
    "c_address": ("POSTAL_ADDRESS", _address),
    "c_usaddress": ("POSTAL_ADDRESS", _us),
    "c_ukaddress": ("POSTAL_ADDRESS", _uk),
    "c_street": ("POSTAL_ADDRESS", _street),
    "c_rawstreet": (None, _street),
    "c_rawcity": (None, chosen(CITIES)),
    "c_rawstate": (None, chosen(STATES)),
    "c_rawzip": (None, either("#####", "#####-####")),
    "c_zip": ("POSTAL_ADDRESS", either("#####", "#####", "#####-####")),
    "c_state": ("LOCATION", chosen(STATES)),
    "c_phone": ("PHONE_NUMBER", _phone),
    "c_email": ("EMAIL_ADDRESS", _mail),
    "c_card": ("CREDIT_CARD", card),
    "c_iban": ("IBAN_CODE", iban),
    "c_ssn": ("US_SSN", _ssn),
    "c_ssnbare": ("US_SSN", either("2########", "4########", "5########")),
    "c_licence": ("US_DRIVER_LICENSE", either(*_LICENCES)),
    "c_passport": (
        "PASSPORT_NUMBER",
        either("@########", "#########", "C0#@@####", "@@#######", "@#######"),
    ),
    "c_mrn": (
        "MEDICAL_RECORD_NUMBER",
        either("#######", "########", "MRN-######", "@@######", "######", "H-####-####"),
    ),
    "c_account": (
        "ACCOUNT_NUMBER",
        either("########", "##########", "####-####-##", "############", "CUST-#####", "@@######"),
    ),
    "c_case": (
        "CASE_NUMBER",
        either(
            "##-CV-#####",
            "#:##-cv-#####",
            "## O ###/##",
            "@@-20##-####",
            "20##/#####",
            "CR-##-####",
        ),
    ),
    "c_plate": (
        "VEHICLE_PLATE",
        either("@@@-####", "@@## @@@", "#@@@###", "@-@@ ####", "@@-###-@@", "#### @@@", "@@@ ###"),
    ),
    "c_url": ("URL", _url),
    "c_ip": ("IP_ADDRESS", _ip),
    "c_money": ("MONEY", _money),
    "c_condition": ("MEDICAL_CONDITION", chosen(CONDITIONS)),
    "c_medicine": ("MEDICATION", chosen(MEDICINES)),
    "c_num": (
        None,
        either(
            "##", "###", "####", "#####", "######", "#######", "########", "#########", "##########"
        ),
    ),
    "c_small": (None, lambda fields: str(fields.rng.randint(2, 60))),
    "c_four": (None, either("####")),
    "c_five": (None, either("#####")),
    "c_six": (None, either("######")),
    "c_seven": (None, either("#######")),
    "c_eight": (None, either("########")),
    "c_nine": (None, either("#########", "4########")),
    "c_ten": (None, either("##########")),
    "c_eleven": (None, either("###########")),
    "c_twelve": (None, either("############")),
    "c_sixteen": (None, either("################", "#### #### #### ####")),
    "c_code": (
        None,
        either(
            "@@-####",
            "@@@####",
            "@#####",
            "##-@@-###",
            "@@@@-####-@@",
            "#@#@#@",
            "@###-@###",
            "@@######",
        ),
    ),
    "c_decimal": (None, either("#.##", "##.#", "0.####", "###.##", "#,###.##")),
    "c_version": (None, either("#.#.#", "v#.##.#", "#.##", "##.#.#-rc#", "#.#.#b#")),
    "c_part": (None, either("@@@-#####", "##-####-##", "@@###-###", "PN ######", "@@@@####")),
}

"""Invented values for the templates about people: names, places, work, numbers, words of time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from models.corpus import Family
from models.fields import Fields
from models.folded import words

FAMILIES: Final[tuple[Family, ...]] = ()

FIRSTS: Final = words("""
Aisha; Mateus; Oluwaseun; Priya; Dmitri; Wei; Yuki; Fatima; Tomasz; Ingrid; Kwame; Leila; Rajesh
Siobhan; Thabo; Ximena; Anneke; Babak; Chidi; Dalia; Emre; Farah; Goran; Hana; Ivo; Jelena; Kenji
Lucía; Minh; Nadia; Omar; Paolo; Quynh; Rosa; Sanjay; Tariq; Ulla; Viktor; Wanjiru; Yusuf; Zoltan
Abena; Bogdan; Ciara; Dorota; Eun-ji; Femi; Gita; Hamza; Ilse; João; Kateryna; Linh; Mehmet; Noor
Oksana; Pedro; Rania; Sven; Tunde; Urszula; Valentina; Wojciech; Yara; Zainab; Deepak; Harriet
Callum; Maeve; Dwayne; Keisha; LaToya; Brandon; Tyler; Megan; Kayleigh; Gary; Doris; Ethel; Stan
Jo; Al; Vi; Bo; Will; Mark; Grace; Hope; Rose; Dawn; Frank; Jack; April; June; Faith; Sky; Rob
""")
LASTS: Final = words("""
Adeyemi; Nakamura; O'Sullivan; Kowalczyk; Petrovic; Hernández; van der Berg; Al-Masri; Chatterjee
Nguyen; Osei; Lindqvist; Yilmaz; Moreau; Schwarz; Rossi; Kim; Zhang; Okafor; Haddad; Novak; Costa
Iyer; Khan; Popescu; Varga; Sørensen; Mäkinen; Dlamini; Mwangi; Tran; Sato; Castillo; Vieira
Stein; McAllister; Fitzgerald; Pemberton; Holloway; Washington; Brooks; Tremblay; Larsen; Bianchi
Ivanova; Mendes; Qureshi; Rahman; Abdi; Tesfaye; Georgiou; Hoxha; Kaplan; Levy; Cohen; Mbeki
Pillai; Reddy; Singh; Santos-Silva; Whitcombe; Young; Long; Black; Wood; Price; Banks; Field; Hill
May; King
""")
NICKS: Final = words("""
Bibi; Manny; Fitz; Coco; Teddy; Junior; Tash; Gaz; Lulu; Pip; Bea; Kiki; Dre; Mo; Nan; Suze; Jonno
""")
JOBS: Final = words("""
nurse; bus driver; welder; site manager; data analyst; backend developer; paralegal; pharmacist
primary school teacher; head chef; barista; warehouse operative; quantity surveyor; HR manager
cleaner; care assistant; dental hygienist; delivery driver; electrician; product manager; au pair
logistics coordinator; civil engineer; flight attendant; tax adviser; bookkeeper; graphic designer
receptionist; translator; police officer; lecturer; postdoc; PhD student; sales representative
store manager; security guard; plumber; machine operator; marketing assistant; radiographer
social worker; accountant; auditor; web designer; UX researcher; mechanical engineer
lab technician; hotel manager; fashion buyer; insurance broker; train conductor; midwife
veterinarian; florist
""")
DEGREES: Final = words("""
BSc in Computer Science; MSc in Data Science; BA in English; MBA; PhD in Chemistry; LLM; MD
Bachelor of Nursing; BEng in Civil Engineering; Master of Public Health; BCom
diploma in Hospitality; MA in Linguistics; MPhil in Economics; bachelor's in Architecture
master's in Marketing; HND; BSc in Biotechnology; MSc in Finance; degree in Mechanical Engineering
Associate degree; BEd
""")
UNIVERSITIES: Final = words("""
University of Leeds; Arizona State University; University of Lagos; TU Delft; ETH Zurich; NUS
University of Toronto; Anna University; Makerere University; University of São Paulo; KU Leuven
Politecnico di Milano; Sciences Po; University of Nairobi; UCLA; Ohio State; University of Ghana
Tsinghua University; University of Dhaka; Cairo University; Trinity College Dublin
Monash University
""")
COUNTRIES: Final = words("""
Nigeria; India; Brazil; Germany; Kenya; Vietnam; Poland; Turkey; Iran; Pakistan; Mexico; Canada
Ireland; Ghana; Morocco; Ukraine; Syria; Portugal; Spain; Italy; Greece; Sweden; Norway; Chile
Peru; Colombia; Venezuela; Japan; South Korea; China; Indonesia; the Philippines; Nepal
Bangladesh; Egypt; South Africa; Ethiopia; Lebanon; Romania; Serbia; Hungary; Finland; Denmark
Belgium; Switzerland; Austria; France; the Netherlands; Australia; New Zealand; the UK
the United States; Malaysia
""")
CITIES: Final = words("""
Leeds; Utrecht; Lagos; Pune; Porto Alegre; Graz; Malmö; Antalya; Houston; Fresno; Dayton; Perth
Cork; Kraków; Lyon; Bilbao; Bari; Accra; Mombasa; Hanoi; Cebu; Medellín; Tampa; Glasgow; Cardiff
Bristol; Hyderabad; Lahore; Shiraz; Aleppo; Kharkiv; Cluj; Split; Ghent; Basel; Tampere; Aarhus
Bergen; Osaka; Busan; Chengdu; Durban; Kumasi; Tunis; Fez; Québec; Calgary; Tucson; Boise; Albany
Reading; Bath
""")
NATIONALITIES: Final = words("""
Nigerian; Indian; Brazilian; German; Kenyan; Vietnamese; Polish; Turkish; Iranian; Pakistani
Irish; Mexican; Canadian; Ghanaian; Moroccan; Ukrainian; Syrian; Portuguese; Spanish; Italian
Greek; Swedish; Chilean; Colombian; Japanese; Korean; Chinese; Indonesian; Filipino; Nepali
Egyptian; Ethiopian; Romanian; Serbian; Hungarian; Danish; Belgian; Swiss; French; Dutch
Australian; American; British
""")
GROUPS: Final = words("""
Catholic; Muslim; Jewish; Hindu; Sikh; Buddhist; Mormon; Jehovah's Witness; Baptist; Orthodox
Evangelical; Quaker; Ahmadi; Coptic; Roma; Kurdish; Tamil; Hazara; Tutsi; Yazidi; Republican
Democrat; Conservative; Labour; Green; communist; atheist; Protestant; Baha'i; Alawite; Rohingya
""")
ORGS: Final = words("""
Google; Amazon; Microsoft; Toyota; Siemens; Nestlé; IKEA; Samsung; Netflix; Tesla; Unilever; Shell
Deloitte; Accenture; Infosys; Tata; Sony; Spotify; Apple; Nike; Adidas; Boeing; Airbus; Lidl
Walmart; the BBC; NASA; UNICEF; the Red Cross; the World Bank; the WHO; Reuters; Zalando; Uber
Airbnb; DHL
""")
BANKS: Final = words("""
Barclays; HSBC; Chase; Wells Fargo; Santander; ING; Revolut; Monzo; Citibank; Lloyds; Nationwide
Deutsche Bank; BNP Paribas; Capital One; Bank of America; Sparkasse; Wise; PayPal; Halifax; BBVA
Standard Chartered; ICICI; GTBank; Rabobank; UniCredit; TD Bank; RBC; Commonwealth Bank; N26
Klarna
""")
FIGURES: Final = words("""
Albert Einstein; Marie Curie; Nelson Mandela; Queen Victoria; Taylor Swift; Isaac Newton; Beyoncé
Ada Lovelace; Barack Obama; William Shakespeare; Frida Kahlo; Mozart; Alan Turing; Jane Austen
Elon Musk; Mahatma Gandhi; Leonardo da Vinci; Napoleon; Cleopatra; Angela Merkel; Pelé; Rihanna
Lionel Messi; Serena Williams; Stephen Hawking; Freddie Mercury; Princess Diana; Winston Churchill
Vincent van Gogh; Sigmund Freud; Charles Darwin; Rosa Parks; Steve Jobs; Greta Thunberg
Bob Marley; Virginia Woolf; Ernest Hemingway; Oprah Winfrey; Julius Caesar; Malala Yousafzai
Tom Hanks; Adele
""")
CHARACTERS: Final = words("""
Elara; Captain Brindle; Tobias Finch; Mira; Old Gus; Princess Ondine; Zeke; Lady Marrow; Kip
Detective Rourke; Juniper; Sir Aldous; Nova; Grandpa Wim; Baron Fisk; Pippa Quill; Doctor Sable
Robin Thistle; Queen Isolde; Orrin; Bramble; Sister Agnes; Maximus Crane; Tilly; Inspector Vale
""")
RELATIVES: Final = words("""
mum; mom; dad; wife; husband; sister; brother; son; daughter; aunt; uncle; cousin; grandmother
nan; girlfriend; boyfriend; fiancé; partner; mother-in-law; stepson; niece; nephew; ex; roommate
boss; best friend; neighbour; flatmate; godson; stepfather; sister-in-law; twin brother; ex-wife
grandpa
""")
FAMILY: Final = words("""
mum; mom; dad; wife; husband; sister; brother; son; daughter; aunt; uncle; cousin; grandmother
girlfriend; boyfriend; partner; mother-in-law; niece; nephew; best friend; neighbour; grandpa
friend
""")
SUBJECTS: Final = words("""
the water cycle; stoicism; sourdough; black holes; jazz harmony; Bayes' theorem; tidal power
chess; supply chains; photosynthesis; knitting; street photography; plate tectonics; haiku
beekeeping; compound interest; volcanoes; typography; sleep; marathon training; urban gardens
board games
""")
DOMAINS: Final = (
    "gmail.com", "gmail.com", "outlook.com", "yahoo.com", "hotmail.co.uk", "icloud.com", "gmx.de",
    "proton.me", "web.de", "live.nl", "yahoo.in", "wanadoo.fr", "libero.it", "mail.ru",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _name(fields: Fields) -> str:
    rng = fields.rng
    if rng.random() < 0.4:
        return f"{fields.fake('first_name')} {fields.fake('last_name')}"
    first, last = rng.choice(FIRSTS), rng.choice(LASTS)
    middle = f" {rng.choice('ABCDEFGHJKLMNPRSTW')}." if rng.random() < 0.12 else ""
    return f"{first}{middle} {last}"


def _first(fields: Fields) -> str:
    return str(fields.rng.choice((*FIRSTS, *NICKS)))


def _plain_word(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.lower().replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def _mail(fields: Fields) -> str:
    rng = fields.rng
    first, last = _plain_word(rng.choice(FIRSTS)), _plain_word(rng.choice(LASTS))
    year = rng.randint(60, 105) % 100
    local = rng.choice(
        (f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{first}_{last}{year:02}",
         f"{last}.{first}", f"{first}{year:02}", f"{first[0]}{last}", f"info.{last}",
         f"{first}-{last}", f"{first}.{last}+bank")
    )  # fmt: skip
    ending = rng.choice((".com", "-group.com", ".co", ".org", ".io"))
    work = _plain_word(fields.plain("last_name")) + ending
    return f"{local}@{rng.choice(DOMAINS) if rng.random() < 0.65 else work}"


def _handle(fields: Fields) -> str:
    rng = fields.rng
    first, last = _plain_word(rng.choice(FIRSTS)), _plain_word(rng.choice(LASTS))
    return str(
        rng.choice(
            (
                f"@{first}_{last}",
                f"{first}{rng.randint(1, 99)}",
                f"{first[0]}{last}",
                f"xx{first}xx",
                f"@the.real.{first}",
                f"{last}.{first[0]}",
                f"{first}_{rng.randint(1970, 2008)}",
            )
        )
    )


def _age(fields: Fields) -> str:
    age = fields.rng.randint(19, 89)
    form = fields.rng.choice(("{} years old", "{}", "{}", "{} yrs old", "{} years of age"))
    return str(form.format(age))


def _day(fields: Fields) -> str:
    rng = fields.rng
    weekday, month, day = rng.choice(WEEKDAYS), rng.choice(MONTHS), rng.randint(1, 28)
    return str(
        rng.choice(
            (
                weekday,
                weekday,
                f"last {weekday}",
                f"next {weekday}",
                f"{day} {month}",
                f"{month} {day}",
                f"{month} {day}th",
                f"{weekday} {day} {month}",
                f"the {day}th of {month}",
                f"{month[:3]} {day}",
            )
        )
    )


def _time(fields: Fields) -> str:
    rng = fields.rng
    hour, minute = rng.randint(7, 21), rng.choice((0, 15, 30, 45, 10, 50))
    return str(
        rng.choice((f"{hour}:{minute:02}", f"{(hour - 1) % 12 + 1} pm", f"{(hour - 1) % 12 + 1}am",
                    f"half past {(hour - 1) % 12 + 1}", f"{hour:02}.{minute:02}"))
    )  # fmt: skip


def _month_year(fields: Fields) -> str:
    rng = fields.rng
    month, year = rng.choice(MONTHS), rng.randint(1994, 2027)
    return str(
        rng.choice((f"{month} {year}", f"{month[:3]} {year}", f"{rng.randint(1, 12):02}/{year}"))
    )


def _money(fields: Fields) -> str:
    rng = fields.rng
    amount = rng.choice(
        (rng.randint(12, 980), rng.randint(10, 990) * 100, rng.randint(2, 60) * 5000)
    )
    return str(
        rng.choice(
            (
                "${:,}",
                "£{:,}",
                "€{:,}",
                "{:,} euros",
                "{:,} dollars",
                "{} EUR",
                "USD {:,}",
                "{:,} pounds",
                "${:,}.00",
                "₹{:,}",
                "CHF {:,}",
            )
        )
    ).format(amount)


def _password(fields: Fields) -> str:
    rng = fields.rng
    word, other = _plain_word(fields.plain("word")), _plain_word(fields.plain("word"))
    first, year, sign = (
        _plain_word(rng.choice(FIRSTS)),
        rng.randint(1955, 2025),
        rng.choice("!?#*$"),
    )
    swapped = word.replace("a", "@").replace("o", "0").replace("e", "3").replace("s", "$")
    return str(
        rng.choice(
            (
                f"{word.capitalize()}{year}{sign}",
                f"{swapped.capitalize()}{rng.randint(10, 99)}{sign}",
                f"{first}{year}",
                f"{word}-{other}-{rng.randint(1, 99)}",
                f"{sign}{word}{other}{sign}",
                f"{first.capitalize()}&{_plain_word(rng.choice(FIRSTS))}{rng.randint(1, 31)}",
                f"{word}{other}",
                fields.digits("*********"),
                fields.digits("****************"),
                f"{other}{rng.randint(100, 999)}",
                f"I<3{word.capitalize()}{rng.randint(1, 9)}",
                f"Summer{year}{sign}",
            )
        )
    )


def _nino(fields: Fields) -> str:
    prefix = fields.rng.choice(("AB", "CE", "JG", "PW", "SR", "TY", "WM", "ZX"))
    return (
        prefix
        + fields.digits(fields.rng.choice(("######", " ## ## ## ")))
        + fields.rng.choice("ABCD")
    )


def _wallet(fields: Fields) -> str:
    pool = "0123456789abcdef"
    if fields.rng.random() < 0.5:
        return "0x" + "".join(fields.rng.choice(pool) for _ in range(40))
    return "bc1q" + "".join(
        fields.rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38)
    )


def _one(*patterns: str) -> Callable[[Fields], str]:
    return lambda fields: fields.digits(fields.rng.choice(patterns))


def _of(options: tuple[str, ...]) -> Callable[[Fields], str]:
    return lambda fields: fields.rng.choice(options)


SLOTS: Final[dict[str, tuple[str | None, Callable[[Fields], str]]]] = {
    "a_name": ("PERSON", _name),
    "a_first": ("PERSON", _first),
    "a_low": ("PERSON", lambda fields: fields.rng.choice(FIRSTS).lower()),
    "a_last": ("PERSON", _of(LASTS)),
    "a_mail": ("EMAIL_ADDRESS", _mail),
    "a_handle": ("USERNAME", _handle),
    "a_age": ("AGE", _age),
    "a_kid": ("AGE", lambda fields: str(fields.rng.randint(3, 17))),
    "a_title": (
        "TITLE",
        _of(("Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Miss")),
    ),
    "a_day": ("DATE_TIME", _day),
    "a_time": ("DATE_TIME", _time),
    "a_my": ("DATE_TIME", _month_year),
    "a_year": ("DATE_TIME", lambda fields: str(fields.rng.randint(1958, 2026))),
    "a_job": (None, _of(JOBS)),
    "a_degree": (None, _of(DEGREES)),
    "a_uni": ("ORGANIZATION", _of(UNIVERSITIES)),
    "a_city": (
        "LOCATION",
        lambda fields: (
            fields.fake("city") if fields.rng.random() < 0.3 else fields.rng.choice(CITIES)
        ),
    ),
    "a_country": ("LOCATION", _of(COUNTRIES)),
    "a_nat": ("NRP", _of(NATIONALITIES)),
    "a_group": ("NRP", _of(GROUPS)),
    "a_org": ("ORGANIZATION", _of(ORGS)),
    "a_bank": ("ORGANIZATION", _of(BANKS)),
    "a_figure": ("PERSON", _of(FIGURES)),
    "a_char": ("PERSON", _of(CHARACTERS)),
    "a_rel": (None, _of(RELATIVES)),
    "a_kin": (None, _of(FAMILY)),
    "a_topic": (None, _of(SUBJECTS)),
    "a_sum": ("MONEY", _money),
    "a_pw": ("PASSWORD", _password),
    "a_cvv": ("PASSWORD", _one("###")),
    "a_exp": (
        "DATE_TIME",
        lambda fields: f"{fields.rng.randint(1, 12):02}/{fields.rng.randint(26, 32)}",
    ),
    "a_end": ("ACCOUNT_NUMBER", _one("####")),
    "a_acct": (
        "ACCOUNT_NUMBER",
        _one("########", "##########", "####-######", "##-##-## ########"),
    ),
    "a_routing": ("US_BANK_NUMBER", _one("#########")),
    "a_sort": ("ACCOUNT_NUMBER", _one("##-##-##")),
    "a_nhs": ("UK_NHS", _one("### ### ####", "##########", "###-###-####")),
    "a_nino": ("UK_NINO", _nino),
    "a_dl": ("US_DRIVER_LICENSE", _one("@#######", "@###-####-####", "@@######", "#########")),
    "a_visa": (
        "CASE_NUMBER",
        _one("@@@##########", "GWF#########", "EAC-##-###-#####", "UAN ####-####"),
    ),
    "a_member": (
        "ACCOUNT_NUMBER",
        _one("@@@#########", "W#########", "##-#######-#", "#########-01"),
    ),
    "a_wallet": ("CRYPTO", _wallet),
    "a_code": ("PASSWORD", _one("######", "### ###", "####", "@-######")),
}

"""Names of people and organisations in the forms that people give them, as slots."""

from __future__ import annotations

import unicodedata
from typing import Final

from models.corpus import Family
from models.corpus.entity_places import CITIES, Maker, chosen, listed
from models.fields import Fields

_PEOPLES: Final = tuple(
    (listed(first), listed(last))
    for first, last in (
        (
            """Wei; Li; Min; Jing; Xiao; Mei; Hui; Yan; Jun; Lei; Ying; Fang; Hao; Xin; Yuki;
            Haruto; Sakura; Kenji; Aiko; Ren; Hiroshi; Akira; Emi; Ji-woo; Min-jun; Seo-yeon; Hyun;
            Soo-jin; Linh; Minh; Thao; Duc; Huong; Tuan; Siti; Budi; Dewi; Agus; Putri; Rizal;
            Somchai; Anong""",
            """Zhang; Wang; Chen; Liu; Zhao; Huang; Wu; Zhou; Xu; Sun; Lin; Guo; Tanaka; Suzuki;
            Yamamoto; Watanabe; Sato; Ito; Nakamura; Kobayashi; Kim; Park; Lee; Choi; Jung; Kang;
            Cho; Nguyen; Tran; Pham; Le; Vo; Dang; Bui; Wijaya; Santoso; Hartono; Tan; Lim; Ng;
            Wong""",
        ),
        (
            """Mohammed; Ahmed; Fatima; Aisha; Omar; Ali; Hassan; Layla; Yusuf; Khalid; Noor;
            Zainab; Ibrahim; Mariam; Tariq; Samira; Abdullah; Huda; Karim; Rania; Reza; Shirin;
            Dariush; Leyla; Emre; Elif; Mehmet; Ayse; Avi; Yael; Noa; Moshe""",
            """Al-Farsi; Hassan; Haddad; Khan; El-Sayed; Mansour; Rahman; Al Rashid; Nasser; Saleh;
            Abbas; Karimi; Hosseini; Ahmadi; Yilmaz; Kaya; Demir; Aydin; Cohen; Levy; Mizrahi;
            Peretz; Bin Salim; Benali; Bouzid; Chaoui; El Amrani; Khoury; Najjar; Qureshi""",
        ),
        (
            """Chinedu; Ngozi; Oluwaseun; Adaeze; Kwame; Ama; Kofi; Abena; Thabo; Nomsa; Sipho;
            Lerato; Wanjiru; Kamau; Achieng; Otieno; Tendai; Rutendo; Amina; Musa; Fatou; Mamadou;
            Abebe; Tigist""",
            """Okafor; Adeyemi; Nwosu; Eze; Balogun; Mensah; Owusu; Asante; Boateng; Dlamini;
            Nkosi; Ndlovu; Mokoena; Mwangi; Kariuki; Odhiambo; Njoroge; Moyo; Chikwanha; Diallo;
            Traore; Ndiaye; Bekele; Tesfaye; Haile; Abiola""",
        ),
        (
            """Priya; Rahul; Ananya; Arjun; Deepa; Vikram; Sunita; Rajesh; Kavya; Amit; Lakshmi;
            Sanjay; Pooja; Ravi; Meera; Suresh; Nisha; Anil; Divya; Harpreet; Gurpreet; Imran;
            Sana; Farhan""",
            """Sharma; Patel; Singh; Gupta; Kumar; Reddy; Nair; Iyer; Menon; Rao; Das; Banerjee;
            Chatterjee; Mukherjee; Joshi; Desai; Mehta; Kapoor; Malhotra; Verma; Kaur; Gill;
            Pillai; Fernando; Perera; Hossain; Chowdhury; Malik; Krishnamurthy""",
        ),
        (
            """Ivan; Olga; Dmitri; Svetlana; Sergei; Natalia; Oksana; Taras; Bohdan; Kateryna;
            Piotr; Agnieszka; Tomasz; Magdalena; Krzysztof; Jana; Petr; Milan; Dragan; Jelena;
            Nikola; Mirjana; Zoran; Ivana; Stoyan; Radka; Ondrej; Lubos""",
            """Ivanov; Petrova; Smirnov; Kuznetsova; Volkov; Shevchenko; Kovalenko; Bondarenko;
            Kowalski; Nowak; Wisniewska; Zielinski; Lewandowska; Novak; Dvorak; Svobodova; Horvat;
            Kovacevic; Jovanovic; Petrovic; Nikolic; Babic; Dimitrov; Georgieva; Popescu; Ionescu;
            Szabo; Nagy""",
        ),
        (
            """James; Mary; Robert; Linda; Michael; Susan; David; Karen; Thomas; Emily; Oliver;
            Amelia; Jack; Sophie; Liam; Emma; Noah; Olivia; Ethan; Ava; Mason; Mia; Logan; Zoe;
            Gary; Tracy; Kevin; Donna; Brian; Sharon; Derek; Nigel; Siobhan; Declan; Aoife; Hamish;
            Fiona; Rhys; Cerys""",
            """Smith; Johnson; Williams; Brown; Jones; Miller; Davis; Wilson; Anderson; Taylor;
            Moore; Martin; Thompson; Harris; Clark; Lewis; Robinson; Walker; Hall; Allen; Wright;
            Hill; Scott; Baker; Nelson; Carter; Mitchell; O'Brien; O'Neill; McCarthy; MacDonald;
            Fitzgerald; Evans; Hughes; Griffiths; Murphy; Kelly; Ryan; Stewart; Campbell""",
        ),
        (
            """Maria; Jose; Carmen; Luis; Ana; Carlos; Lucia; Miguel; Sofia; Diego; Valentina;
            Javier; Camila; Alejandro; Joao; Beatriz; Tiago; Ines; Giulia; Marco; Chiara; Luca;
            Pierre; Camille; Hans; Greta; Jens; Ingrid; Lars; Astrid; Mikko; Aino; Bjorn; Freya""",
            """Garcia; Martinez; Lopez; Gonzalez; Hernandez; Rodriguez; Perez; Sanchez; Ramirez;
            Torres; Silva; Santos; Oliveira; Pereira; Costa; Rossi; Ferrari; Esposito; Bianchi;
            Dubois; Moreau; Lefebvre; Schmidt; Fischer; Weber; Hansen; Larsen; Johansson;
            Lindqvist; Virtanen; Korhonen""",
        ),
    )
)  # fmt: skip
_WORDS: Final = listed(
    """Will; Mark; Grace; Hope; May; June; Rose; Chase; Rich; Bill; Frank; Sunny; Summer; Faith;
    Joy; Dawn; Ivy; Daisy; Lily; Ruby; Pearl; Amber; Crystal; Jade; Olive; Holly; Heather; Iris;
    Violet; Hazel; Jasmine; Ginger; Basil; Rusty; Buddy; Ace; Drew; Pat; Rob; Nick; Jack; Art;
    Gene; Ray; Sky; Skip; Guy; Earnest; Miles; Dean; Duke; Earl; King; Prince; Bishop; Hunter;
    Mason; Cooper; Tanner; Carter; Archer; Sage; Autumn; Melody; Harmony; Destiny; Angel; Patience;
    Prudence; Charity; Mercy"""
)
_PLACES: Final = listed(
    """Jordan; Paris; Chelsea; Austin; Florence; Madison; Georgia; Savannah; Dakota; Brooklyn;
    Sydney; Phoenix; Carolina; Virginia; Charlotte; Kenya; India; China; Israel; Asia; London;
    Vienna; Sienna; Milan; Denver; Dallas; Houston; Camden; Devon; Kent; Preston; Chester; Bristol;
    Verona; Cairo; Cheyenne; Montana; Alexandria; Victoria; Adelaide; Santiago; Lourdes; Odessa;
    Geneva; Ireland"""
)
_SUR: Final = listed(
    """Lincoln; Washington; Jackson; Berlin; London; Hamilton; Houston; Cleveland; Wellington;
    Windsor; Lancaster; York; Kent; Paris; Hollywood; Holland; Ireland; England; France; German;
    Ford; Morgan; Wells; Chase; Tesla; Goldman; Dell; Mercer; Disney; Hilton; Gates; Banks; Bush;
    Brown; White; Black; Green; Gray; Young; Long; Short; Little; Price; Cook; Baker; Fisher;
    Hunter; Page; Love; Moon; Rice; Fox; Wolf; Bird; Bass; Stone; Field; Woods; Rivers; Brooks;
    Lake; Hill; Snow; Frost; Summers; Winter; Monday; Sunday; August; March; Power; Strong; Sharp;
    Savage; Noble; Swift; Bell; Church; Temple"""
)
_NICKS: Final = listed(
    """Bobby; Liz; Mikey; Jimbo; Chuck; Peggy; Ricky; Vicky; Tommo; Gabby; Sasha; Misha; Katya;
    Pepe; Paco; Nacho; Toni; Gigi; Coco; Teddy; Mimi; Bibi; Fritz; Hansi; Kiki; Lulu; Zeke; Manny;
    Sully; Murph; Gus; Dot; Winnie; Betsy; Nan; Bex; Shaz; Daz; Gaz; Jono; Robbo; Big Tony; Lil
    Ray; J-Lo"""
)
_TITLES: Final = listed(
    """Mr.; Mrs.; Ms.; Miss; Mr; Mrs; Ms; Mx; Dr.; Dr; Prof.; Professor; Doctor; Sir; Lady; Lord;
    Dame; Rev.; Reverend; Father; Sister; Rabbi; Imam; Capt.; Captain; Col.; Sgt.; Lt.; Major;
    General; Judge; Justice; Senator; Sen.; Rep.; Hon.; President; Herr; Frau; Madame; Monsieur;
    Señor; Señora; Sheikh"""
)
_SUFFIXES: Final = ("PhD", "MD", "Esq.", "Jr.", "Sr.", "III", "MBA", "RN", "CPA", "QC", "FRCS")
_HEADS: Final = listed(
    """Northwind; Bluepeak; Silverline; Quantum; Evergreen; Ironbridge; Lumen; Nimbus; Copperfield;
    Redwood; Sterling; Harbor; Summit; Vertex; Orion; Pinecrest; Brightwater; Kestrel; Halcyon;
    Zenith; Falcon; Meridian; Granite; Cobalt; Solstice; Tidewater; Oakhurst; Arcadia; Beacon;
    Cascade"""
)
_TAILS: Final = listed(
    """Inc.; Inc; LLC; Ltd; Ltd.; plc; Corp.; Corporation; Group; Holdings; Partners; & Co.; &
    Sons; Solutions; Systems; Technologies; Logistics; Foods; Energy; Capital; Ventures; Labs;
    Media; Software; Consulting; Insurance; Pharma; Biotech; Airlines; Motors; Construction; GmbH;
    AG; S.A.; B.V.; S.r.l."""
)
_SAINTS: Final = listed(
    """St. Mary's; St Thomas'; Mount Sinai; Good Samaritan; Sacred Heart; Mercy; Royal Victoria;
    Queen Elizabeth; St. Luke's; Holy Cross; Memorial; Children's; Lakeside; Providence; St.
    Jude"""
)
_WARDS: Final = ("Hospital", "Medical Center", "General Hospital", "Clinic", "Infirmary", "Hospice")
AGENCIES: Final = listed(
    """IRS; FBI; NASA; CIA; FDA; CDC; EPA; DMV; HMRC; NHS; the
    DVLA; Home Office; Department of Labor; Ministry of Finance; European
    Commission; UNICEF; United Nations; World Bank; IMF; WHO; NATO; Interpol;
    Europol; Red Cross; Amnesty International; Greenpeace; Social Security Administration;
    Treasury; Met Office; Federal Reserve; European Central Bank; Supreme
    Court; Congress; Senate; House of Lords; State Department; Pentagon; Homeland
    Security; Land Registry"""
)
BRANDS: Final = listed(
    """Google; Microsoft; Apple; Amazon; Meta; Facebook; Netflix; Tesla; Toyota; Ford; Honda; BMW;
    Volkswagen; Siemens; Bosch; SAP; Nestle; Unilever; Pfizer; Novartis; Bayer; Samsung; Sony;
    Nintendo; Intel; Nvidia; AMD; IBM; Oracle; Cisco; Dell; HP; Lenovo; Huawei; Xiaomi; Alibaba;
    Tencent; Baidu; Walmart; Target; Costco; Ikea; Starbucks; McDonald's; Nike; Adidas; Puma; Zara;
    H&M; Shell; BP; ExxonMobil; Chevron; Boeing; Airbus; Lufthansa; Delta; Ryanair; HSBC; Barclays;
    JPMorgan; Chase; Goldman Sachs; Morgan Stanley; Wells Fargo; Citibank; Visa; Mastercard;
    PayPal; Deutsche Bank; BNP; Santander; ING; Deloitte; KPMG; PwC; McKinsey; Accenture; Infosys;
    Vodafone; Orange; Verizon; AT&T; Uber; Airbnb; Spotify; Twitter; TikTok; YouTube; Reddit;
    Wikipedia; OpenAI; Zoom; Slack; Salesforce; BBC; CNN; Reuters; Bloomberg; New York
    Times; Guardian; Le Monde; Der Spiegel; Al Jazeera"""
)
TEAMS: Final = listed(
    """Manchester United; Liverpool FC; Arsenal; Chelsea; Real Madrid; Bayern Munich; Juventus;
    Ajax; Benfica; Paris Saint-Germain; Boca Juniors; Flamengo; Celtic; Lakers; Celtics;
    Bulls; Warriors; Yankees; Red Sox; Dodgers; Cubs; Patriots; the
    Cowboys; Packers; Steelers; Eagles; Maple Leafs; Rangers; Bruins; the
    All Blacks; Springboks; Mumbai Indians; Chennai Super Kings; Ferrari; McLaren; Red Bull
    Racing; FC Porto; Inter Milan"""
)
BANDS: Final = listed(
    """Beatles; Rolling Stones; Queen; Pink Floyd; Led Zeppelin; Radiohead; Coldplay; U2;
    Nirvana; Metallica; AC/DC; ABBA; Oasis; Blur; Cure; Genesis; Kraftwerk; Rammstein; Daft
    Punk; BTS; Blackpink; Arctic Monkeys; Strokes; Green Day; Linkin Park; Killers; Muse;
    Gorillaz; Kiss"""
)


def pair(fields: Fields) -> tuple[str, str]:
    """Return a first and a last name of one people, half of them from Faker."""
    if fields.rng.random() < 0.4:
        return fields.fake("first_name"), fields.fake("last_name")
    firsts, lasts = fields.rng.choice(_PEOPLES)
    return fields.rng.choice(firsts), fields.rng.choice(lasts)


def full(fields: Fields) -> str:
    """Return a first and a last name, now and then with something between or behind."""
    first, last = pair(fields)
    chance = fields.rng.random()
    if chance < 0.08:
        return f"{first} {fields.rng.choice('ABCDEFGHJKLMRSTW')}. {last}"
    if chance < 0.12:
        return f"{first} {pair(fields)[0]} {last}"
    return f"{first} {last}"


def _initials(fields: Fields) -> str:
    first, last = pair(fields)
    one, two = first[0], fields.rng.choice("ABCDEFGHJKLMRSTW")
    forms = ("{a}. {l}", "{a}.{b}. {l}", "{a}. {b}. {l}", "{a} {l}", "{f} {i}.", "{l} {a}.")
    return fields.rng.choice(forms).format(a=one, b=two, l=last, f=first, i=last[0])


def _turned(fields: Fields) -> str:
    first, last = pair(fields)
    forms = ("{l}, {f}", "{l}, {f}", "{u}, {f}", "{l}, {i}.", "{u} {f}", "{l},{f}")
    return fields.rng.choice(forms).format(l=last, f=first, u=last.upper(), i=first[0])


def _particle(fields: Fields) -> str:
    first, last = pair(fields)
    parts = ("van der", "van den", "van", "de", "de la", "von", "von der", "di", "da", "dos", "del",
             "le", "ter", "bin", "ibn", "al", "ben", "zu", "Van", "De", "St.", "Mc")  # fmt: skip
    return f"{first} {fields.rng.choice(parts)} {last}"


def _hyphen(fields: Fields) -> str:
    (first, last), (second, other) = pair(fields), pair(fields)
    forms = ("{f} {l}-{o}", "{f}-{s} {l}", "{f}-{s} {l}-{o}", "{f} {l} {o}", "{f} {l} y {o}")
    return fields.rng.choice(forms).format(f=first, l=last, s=second, o=other)


def _odd(fields: Fields) -> str:
    name = full(fields)
    rng = fields.rng
    forms = (name.swapcase(), " ".join(name.replace(" ", "_")).replace(" _ ", "  "),
             name.replace(" ", "."), name.replace("o", "0").replace("i", "1"),
             name.replace("l", "1").replace("e", "3"), name.replace(" ", "_"),
             "".join(c.upper() if rng.random() < 0.5 else c.lower() for c in name),
             name.replace("m", "rn"), name.replace(" ", "-"), name.replace(" ", ""))  # fmt: skip
    return rng.choice(forms)


def _invented(fields: Fields) -> str:
    rng = fields.rng
    head, tail = rng.choice(_HEADS), rng.choice(_TAILS)
    last, other = pair(fields)[1], pair(fields)[1]
    forms = ("{h} {t}", "{h} {t}", "{l} {t}", "{l} & {o}", "{l}, {o} & Partners", "{h}{s}", "{h}")
    side = rng.choice(("soft", "tech", "ly", "ify", "works", "bank", "AI", "pay", " Bio", ".io"))
    return rng.choice(forms).format(h=head, t=tail, l=last, o=other, s=side)


def _hospital(fields: Fields) -> str:
    rng = fields.rng
    head = rng.choice((*_SAINTS, rng.choice(CITIES), f"University of {rng.choice(CITIES)}"))
    return f"{head} {rng.choice(_WARDS)}"


def _university(fields: Fields) -> str:
    rng = fields.rng
    forms = (
        "University of {c}",
        "{c} Law School",
        "{c} University",
        "{c} State University",
        "{c} Community College",
        "{c} High School",
        "{l} College",
        "{c} Institute of Technology",
        "{c} Business School",
        "{l} Elementary School",
        "MIT",
        "UCLA",
        "ETH",
        "Harvard",
    )
    return rng.choice(forms).format(c=rng.choice(CITIES), l=pair(fields)[1])


def _club(fields: Fields) -> str:
    forms = (
        "{c} FC",
        "{c} United",
        "{c} Rovers",
        "{c} Chess Club",
        "{c} Rotary Club",
        "FC {c}",
        "{c} Tigers",
        "{c} Symphony Orchestra",
        "{c} City Council",
        "{c} Police Department",
        "{c} Chamber of Commerce",
        "{c} Housing Association",
        "Bank of {c}",
    )
    return fields.rng.choice(forms).format(c=fields.rng.choice(CITIES))


def _any_org(fields: Fields) -> str:
    makers = (_invented, _hospital, _university, _club, chosen(BRANDS), chosen(AGENCIES))
    if fields.rng.random() < 0.2:
        return fields.fake("company")
    return fields.rng.choice(makers)(fields)


def simple(name: str) -> str:
    """Return a name as addresses and user names have it: small letters without accents."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in parts if c.isascii() and (c.isalnum() or c == "-")) or "kim"


def _handle(fields: Fields) -> str:
    first, last = map(simple, pair(fields))
    number = fields.rng.randint(1, 2005)
    forms = (
        "{f}{n}",
        "{f}.{l}",
        "{f}_{l}",
        "{a}{l}",
        "{l}{a}",
        "{f}{l}{n}",
        "x{f}x",
        "{f}_{n}",
        "the_real_{f}",
        "{f}the{l}",
        "{l}.{f}",
        "{a}.{l}{n}",
        "{f}-{l}",
        "its{f}{n}",
    )
    return fields.rng.choice(forms).format(f=first, l=last, a=first[0], n=number)


def _titled(fields: Fields) -> str:
    return f"{full(fields)}, {fields.rng.choice(_SUFFIXES)}"


FAMILIES: tuple[Family, ...] = ()
SLOTS: Final[dict[str, tuple[str | None, Maker]]] = {
    "c_name": ("PERSON", full),
    "c_other": ("PERSON", full),
    "c_first": ("PERSON", lambda fields: pair(fields)[0]),
    "c_last": ("PERSON", lambda fields: pair(fields)[1]),
    "c_initials": ("PERSON", _initials),
    "c_turned": ("PERSON", _turned),
    "c_lower": ("PERSON", lambda fields: full(fields).lower()),
    "c_lowfirst": ("PERSON", lambda fields: pair(fields)[0].lower()),
    "c_upper": ("PERSON", lambda fields: full(fields).upper()),
    "c_uplast": ("PERSON", lambda fields: pair(fields)[1].upper()),
    "c_nick": ("PERSON", chosen(_NICKS)),
    "c_hyphen": ("PERSON", _hyphen),
    "c_particle": ("PERSON", _particle),
    "c_odd": ("PERSON", _odd),
    "c_titled": ("PERSON", _titled),
    "c_wordname": ("PERSON", chosen(_WORDS)),
    "c_wordfull": ("PERSON", lambda fields: f"{fields.rng.choice(_WORDS)} {pair(fields)[1]}"),
    "c_placefirst": ("PERSON", chosen(_PLACES)),
    "c_placefull": ("PERSON", lambda fields: f"{fields.rng.choice(_PLACES)} {pair(fields)[1]}"),
    "c_surplace": ("PERSON", chosen(_SUR)),
    "c_surfull": ("PERSON", lambda fields: f"{pair(fields)[0]} {fields.rng.choice(_SUR)}"),
    "c_title": ("TITLE", chosen(_TITLES)),
    "c_org": ("ORGANIZATION", _any_org),
    "c_firm": ("ORGANIZATION", _invented),
    "c_hospital": ("ORGANIZATION", _hospital),
    "c_university": ("ORGANIZATION", _university),
    "c_club": ("ORGANIZATION", _club),
    "c_agency": ("ORGANIZATION", chosen(AGENCIES)),
    "c_brand": ("ORGANIZATION", chosen(BRANDS)),
    "c_team": ("ORGANIZATION", chosen(TEAMS)),
    "c_band": ("ORGANIZATION", chosen(BANDS)),
    "c_user": ("USERNAME", _handle),
    "c_handle": ("USERNAME", lambda fields: "@" + _handle(fields)),
}

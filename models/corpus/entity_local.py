"""Dates, addresses, illnesses, places and numbers of six languages, as slots."""

from __future__ import annotations

from typing import Final

from models.corpus import Family
from models.corpus.entity_dates import Slots, days
from models.corpus.entity_names import pair
from models.corpus.entity_places import Maker, chosen, listed
from models.corpus.entity_values import either
from models.fields import Fields

_NUMERIC: Final = ("{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d:02}/{m:02}/{y}", "{y}-{m:02}-{d:02}")
_SLASHED: Final = ("{d:02}/{m:02}/{y}", "{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d:02}/{m:02}/{yy}")
_MONTHS: Final = {
    "de": listed(
        """Januar; Februar; März; April; Mai; Juni; Juli; August; September; Oktober; November;
        Dezember"""
    ),
    "fr": listed(
        """janvier; février; mars; avril; mai; juin; juillet; août; septembre; octobre;
        novembre; décembre"""
    ),
    "es": listed(
        """enero; febrero; marzo; abril; mayo; junio; julio; agosto; septiembre; octubre;
        noviembre; diciembre"""
    ),
    "pt": listed(
        """janeiro; fevereiro; março; abril; maio; junho; julho; agosto; setembro; outubro;
        novembro; dezembro"""
    ),
    "it": listed(
        """gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; settembre; ottobre;
        novembre; dicembre"""
    ),
    "nl": listed(
        """januari; februari; maart; april; mei; juni; juli; augustus; september; oktober;
        november; december"""
    ),
}
_WORDY: Final = {
    "de": ("{d}. {n} {y}", "{d}. {n} {y}"),
    "fr": ("{d} {n} {y}", "{d} {n} {y}"),
    "es": ("{d} de {n} de {y}", "{d} {n} {y}"),
    "pt": ("{d} de {n} de {y}", "{d} {n} {y}"),
    "it": ("{d} {n} {y}", "{d} {n} {y}"),
    "nl": ("{d} {n} {y}", "{d} {n} {y}"),
}
_PAST: Final = {
    "de": """gestern; heute; letzte Woche; am Freitag; vor drei Jahren; im letzten Sommer;
        am Montagabend; letzten Monat; heute Morgen; letzten Dienstag; vor zehn Minuten""",
    "fr": """hier; aujourd'hui; la semaine dernière; vendredi; il y a trois ans; l'été dernier;
        avant-hier; lundi soir; le mois dernier; ce matin; mardi dernier; il y a dix minutes""",
    "es": """ayer; hoy; la semana pasada; el viernes; hace tres años; el verano pasado; anteayer;
        el lunes por la noche; anoche; el mes pasado; esta mañana; hace diez minutos""",
    "pt": """ontem; hoje; na semana passada; na sexta-feira; há três anos; no verão passado;
        anteontem; na segunda à noite; no mês passado; hoje de manhã; há dez minutos""",
    "it": """ieri; oggi; la settimana scorsa; venerdì; tre anni fa; l'estate scorsa; l'altro ieri;
        lunedì sera; il mese scorso; stamattina; martedì scorso; dieci minuti fa""",
    "nl": """gisteren; vandaag; vorige week; vrijdag; drie jaar geleden; afgelopen zomer;
        maandagavond; vorige maand; vanochtend; afgelopen dinsdag; tien minuten geleden""",
}
_COMING: Final = {
    "de": """morgen; nächsten Dienstag; übermorgen; um 14:30 Uhr; nächsten Monat; am Wochenende;
        heute Abend; nächstes Jahr; in zwei Wochen; an Weihnachten; Mittwoch um halb acht""",
    "fr": """demain; mardi prochain; après-demain; à 14h30; le mois prochain; ce week-end; ce soir;
        l'an prochain; dans deux semaines; à Noël; mercredi à 19 heures""",
    "es": """mañana; el próximo martes; pasado mañana; a las 14:30; el mes que viene; este fin de
        semana; esta noche; el año que viene; dentro de dos semanas; en Navidad; el miércoles""",
    "pt": """amanhã; na próxima terça-feira; depois de amanhã; às 14h30; no mês que vem; no fim de
        semana; hoje à noite; no ano que vem; daqui a duas semanas; no Natal; na quarta-feira""",
    "it": """domani; martedì prossimo; dopodomani; alle 14:30; il mese prossimo; nel fine settimana;
        stasera; l'anno prossimo; tra due settimane; a Natale; mercoledì alle 20""",
    "nl": """morgen; volgende dinsdag; overmorgen; om 14.30 uur; volgende maand; dit weekend;
        vanavond; volgend jaar; over twee weken; met Kerstmis; woensdag om acht uur""",
}
_CITIES: Final = {
    "de": """Berlin; Hamburg; München; Köln; Frankfurt; Stuttgart; Düsseldorf; Leipzig; Dresden;
        Hannover; Nürnberg; Bremen; Essen; Bochum; Freiburg; Augsburg; Kassel; Erfurt; Rostock;
        Wien; Graz; Linz; Salzburg; Innsbruck; Zürich; Basel; Bern; Luzern; Bielefeld; Münster;
        Bayern""",
    "fr": """Paris; Lyon; Marseille; Toulouse; Bordeaux; Lille; Nantes; Strasbourg; Rennes;
        Grenoble; Dijon; Angers; Reims; Le Havre; Nîmes; Tours; Limoges; Metz; Perpignan; Brest;
        Bruxelles; Liège; Genève; Lausanne; Montréal; Québec; Rouen; Caen; Nancy; Avignon; la
        Bretagne; Dakar""",
    "es": """Madrid; Barcelona; Valencia; Sevilla; Zaragoza; Málaga; Bilbao; Murcia; Granada;
        Alicante; Córdoba; Valladolid; Vigo; Gijón; Salamanca; Burgos; Cádiz; Buenos Aires;
        Bogotá; Lima; Quito; Ciudad de México; Guadalajara; Monterrey; Santiago; Caracas;
        Montevideo; Rosario; Andalucía""",
    "pt": """Lisboa; Porto; Braga; Coimbra; Faro; Aveiro; Évora; Setúbal; Leiria; Viseu; São
        Paulo; Rio de Janeiro; Belo Horizonte; Salvador; Recife; Fortaleza; Curitiba; Porto
        Alegre; Brasília; Manaus; Belém; Goiânia; Campinas; Florianópolis; Niterói; Santos;
        Luanda; Maputo""",
    "it": """Roma; Milano; Napoli; Torino; Palermo; Genova; Bologna; Firenze; Bari; Catania;
        Venezia; Verona; Padova; Trieste; Brescia; Parma; Modena; Perugia; Cagliari; Pescara;
        Ancona; Lecce; Bergamo; Rimini; Salerno; Lugano; Pisa; Siena; Trento; la Sicilia; la
        Toscana; Monza""",
    "nl": """Amsterdam; Rotterdam; Den Haag; Utrecht; Eindhoven; Groningen; Tilburg; Breda;
        Nijmegen; Arnhem; Haarlem; Leiden; Delft; Zwolle; Maastricht; Almere; Apeldoorn;
        Enschede; Antwerpen; Gent; Brugge; Leuven; Mechelen; Hasselt; Kortrijk; Brussel;
        Friesland; Limburg; Zeeland""",
}
_COUNTRIES: Final = {
    "de": """Deutschland; Österreich; Schweiz; Frankreich; Italien; Spanien; Polen;
        Türkei; Syrien; Griechenland; Schweden; Japan; China; USA; Kanada; Brasilien;
        Indien; Portugal""",
    "fr": """France; Belgique; Suisse; Allemagne; Italie; Espagne; Portugal;
        Maroc; Algérie; Tunisie; Sénégal; Canada; Japon; Chine; Inde;
        Grèce; Brésil""",
    "es": """España; México; Argentina; Colombia; Perú; Chile; Ecuador; Venezuela; Cuba;
        Francia; Italia; Alemania; Portugal; Marruecos; Japón; China; Estados Unidos; Brasil;
        Grecia; Rumanía""",
    "pt": """Portugal; Brasil; Angola; Moçambique; Cabo Verde; Espanha; França; Alemanha;
        Itália; Suíça; Argentina; Chile; Japão; China; Estados Unidos; Canadá; Grécia; Marrocos;
        Ucrânia""",
    "it": """Italia; Francia; Germania; Spagna; Svizzera; Austria; Grecia;
        Albania; Romania; Marocco; Tunisia; Giappone; Cina; Stati Uniti;
        Brasile; India""",
    "nl": """Nederland; België; Duitsland; Frankrijk; Spanje; Italië; Polen; Turkije; Marokko;
        Suriname; Curaçao; Indonesië; Japan; China; Canada; Griekenland; Portugal; Zweden;
        Zuid-Afrika""",
}
_NATIONS: Final = {
    "de": """deutsch; österreichisch; türkisch; polnisch; syrisch; italienisch; muslimisch;
        katholisch; evangelisch; jüdisch; kroatisch; ukrainisch; griechisch; vietnamesisch""",
    "fr": """français; belge; marocain; algérien; tunisien; portugais; sénégalais; italien;
        musulman; catholique; juif; protestant; roumain; vietnamien; ivoirien""",
    "es": """español; mexicano; colombiano; argentino; venezolano; peruano; marroquí; rumano;
        católico; musulmán; judío; evangélico; ecuatoriano; cubano; gitano""",
    "pt": """português; brasileiro; angolano; moçambicano; cabo-verdiano; ucraniano; católico;
        evangélico; muçulmano; judeu; espanhol; italiano; japonês; indiano""",
    "it": """italiano; albanese; rumeno; marocchino; cinese; ucraino; filippino; cattolico;
        musulmano; ebreo; egiziano; tunisino; francese; tedesco""",
    "nl": """Nederlands; Belgisch; Turks; Marokkaans; Surinaams; Pools; Syrisch; katholiek;
        moslim; joods; gereformeerd; Duits; Indonesisch; Antilliaans""",
}
_ILLS: Final = {
    "de": """Diabetes Typ 2; Multiple Sklerose; eine Depression; Brustkrebs; Epilepsie; HIV;
        Hepatitis C; Bluthochdruck; eine bipolare Störung; Morbus Crohn; ADHS; Rheuma; ein
        Burnout; Asthma; Migräne; eine Angststörung; ein Bandscheibenvorfall;
        Alkoholabhängigkeit; Prostatakrebs; Demenz""",
    "fr": """un diabète de type 2; la sclérose en plaques; une dépression; un cancer du sein;
        l'épilepsie; le VIH; une hépatite C; de l'hypertension; un trouble bipolaire; la maladie
        de Crohn; un TDAH; une polyarthrite; un burn-out; de l'asthme; des migraines; une hernie
        discale; l'endométriose""",
    "es": """diabetes tipo 2; esclerosis múltiple; depresión; cáncer de mama; epilepsia; VIH;
        hepatitis C; hipertensión; trastorno bipolar; enfermedad de Crohn; TDAH; artritis;
        fibromialgia; asma; migrañas; ansiedad; una hernia discal; alcoholismo; cáncer de
        próstata; alzhéimer; endometriosis""",
    "pt": """diabetes tipo 2; esclerose múltipla; depressão; cancro da mama; câncer de mama;
        epilepsia; HIV; hepatite C; hipertensão; transtorno bipolar; doença de Crohn; TDAH;
        artrite; fibromialgia; asma; enxaqueca; ansiedade; uma hérnia de disco; alcoolismo;
        endometriose; burnout""",
    "it": """diabete di tipo 2; sclerosi multipla; depressione; tumore al seno; epilessia; HIV;
        epatite C; ipertensione; disturbo bipolare; morbo di Crohn; ADHD; artrite; fibromialgia;
        asma; emicrania; attacchi di panico; un'ernia del disco; alcolismo; celiachia;
        endometriosi; anoressia""",
    "nl": """diabetes type 2; multiple sclerose; een depressie; borstkanker; epilepsie; hiv;
        hepatitis C; hoge bloeddruk; een bipolaire stoornis; de ziekte van Crohn; ADHD; reuma;
        een burn-out; astma; migraine; een angststoornis; een hernia; een alcoholverslaving;
        prostaatkanker; dementie""",
}
_DRUGS: Final = listed(
    """Metformin; Sertralin; Ramipril; Ibuprofen; Paracetamol; Insulin; Levothyroxin; Ritalin;
    Lithium; Escitalopram; Prednison; Tramadol; Xanax; Quetiapin; Methotrexat; Bisoprolol;
    Pantoprazol; Ozempic; metformina; sertralina; ibuprofeno; paracetamolo; lorazepam; Euthyrox;
    Doliprane; Concerta"""
)
_JOBS: Final = {
    "de": """Buchhalterin; Krankenpfleger; Softwareentwickler; Lehrerin; Lagerist; Ingenieur;
        Teamleiterin; Verkäuferin; Elektriker; Köchin; Vertriebsleiter; Erzieherin;
        Sachbearbeiter""",
    "fr": """comptable; infirmière; développeur; enseignante; magasinier; ingénieur; chef
        d'équipe; vendeuse; électricien; cuisinier; directeur commercial; éducatrice;
        assistante""",
    "es": """contable; enfermera; desarrollador; profesora; mozo de almacén; ingeniero; jefa de
        equipo; dependienta; electricista; cocinero; director comercial; administrativa""",
    "pt": """contabilista; enfermeira; programador; professora; operador de armazém; engenheiro;
        chefe de equipa; vendedora; eletricista; cozinheiro; diretor comercial; assistente
        administrativa""",
    "it": """contabile; infermiera; sviluppatore; insegnante; magazziniere; ingegnere;
        caporeparto; commessa; elettricista; cuoco; direttore vendite; impiegata""",
    "nl": """boekhouder; verpleegkundige; ontwikkelaar; lerares; magazijnmedewerker; ingenieur;
        teamleider; verkoopster; elektricien; kok; salesmanager; secretaresse""",
}
_ORGS: Final = {
    "de": """Charité; Uniklinik {c}; Klinikum {c}; AOK; Sparkasse {c}; Finanzamt {c}; Stadtwerke
        {c}; Universität {c}; TU {c}; Jobcenter {c}; {l} GmbH; {l} & Söhne; {l} Logistik AG;
        Amtsgericht {c}""",
    "fr": """CHU de {c}; Hôpital {c}; CAF; URSSAF; Banque Postale; Crédit Agricole; Université
        de {c}; Mairie de {c}; Préfecture de {c}; {l} SARL; {l} et Fils; Groupe {l}; Clinique
        {l}; France Travail""",
    "es": """Hospital de {c}; Clínica {l}; Agencia Tributaria; Seguridad Social; BBVA;
        CaixaBank; Universidad de {c}; Ayuntamiento de {c}; {l} S.L.; {l} e Hijos; Grupo {l};
        Juzgado de {c}""",
    "pt": """Hospital de {c}; Clínica {l}; Segurança Social; Autoridade Tributária; Banco do
        Brasil; Itaú; Universidade de {c}; Câmara Municipal de {c}; {l} Lda.; {l} & Filhos;
        Grupo {l}; INSS; Caixa""",
    "it": """Ospedale di {c}; ASL {c}; INPS; Agenzia delle Entrate; Intesa Sanpaolo; UniCredit;
        Poste Italiane; Università di {c}; Comune di {c}; {l} S.r.l.; {l} e Figli; Gruppo {l};
        Tribunale di {c}""",
    "nl": """UMC {c}; ziekenhuis {c}; UWV; Belastingdienst; ABN AMRO; Rabobank; Universiteit
        {c}; gemeente {c}; {l} B.V.; {l} & Zonen; {l} Groep; rechtbank {c}; GGZ {c}; KBC""",
}
_TITLES: Final = {
    "de": "Herr; Frau; Dr.; Prof.; Frau Dr.; Herr Prof.",
    "fr": "M.; Mme; Monsieur; Madame; Dr; Maître; Pr",
    "es": "Sr.; Sra.; Don; Doña; Dr.; Dra.; Señor",
    "pt": "Sr.; Sra.; Dr.; Dra.; Dona; Eng.; Senhor",
    "it": "Sig.; Sig.ra; Dott.; Dott.ssa; Avv.; Ing.; Prof.",
    "nl": "dhr.; mevr.; mevrouw; meneer; dr.; mr.; prof.",
}
_STREETS: Final = {
    "de": (
        "{l}straße {n}, {z} {c}",
        "{l}weg {n}, {z} {c}",
        "{l}str. {n}, {c}",
        "Am {l} {n}, {z} {c}",
        "{l}gasse {n}/{k}, A-{q} {c}",
        "{l}strasse {n}, {q} {c}",
        "{l}platz {n}",
    ),
    "fr": (
        "{n} rue {l}, {z} {c}",
        "{n}, avenue {l}, {z} {c}",
        "{n} bis, rue de {l}, {z} {c}",
        "{n} boulevard {l}, {c}",
        "{n} impasse {l}",
        "apt {k}, {n} chemin {l}, {z} {c}",
    ),
    "es": (
        "Calle {l}, {n}, {z} {c}",
        "C/ {l} {n}, {k}.º B, {z} {c}",
        "Avda. {l} {n}, {c}",
        "Plaza {l} {n}, {z} {c}",
        "Av. {l} {n}, Piso {k}, {c}",
        "calle {l} {n}",
    ),
    "pt": (
        "Rua {l}, {n}, {q}-{h} {c}",
        "Av. {l}, {n}, {k}.º Esq., {q}-{h} {c}",
        "Rua {l}, {n}, {c}",
        "Rua {l}, {n}, apto {k}, {z}-{h} {c}",
        "Travessa {l} {n}",
        "Praça {l}, {n}, {c}",
    ),
    "it": (
        "Via {l} {n}, {z} {c}",
        "Via {l}, {n} - {z} {c}",
        "Viale {l} {n}, {c}",
        "Piazza {l} {n}, {z} {c}",
        "Corso {l} {n}/{k}, {c}",
        "via {l} {n}",
    ),
    "nl": (
        "{l}straat {n}, {q} {a} {c}",
        "{l}laan {n}, {q}{a} {c}",
        "{l}weg {n}-{k}, {c}",
        "{l}gracht {n}, {q} {a} {c}",
        "{l}plein {n}",
        "{l}straat {n} bus {k}, {q} {c}",
    ),
}
_PHONES: Final = {
    "de": (
        "+49 17# #######",
        "017# #######",
        "030 ########",
        "+49 (0)89 ######",
        "0664 #######",
        "089/######",
    ),
    "fr": (
        "06 ## ## ## ##",
        "+33 6 ## ## ## ##",
        "01########",
        "07.##.##.##.##",
        "+41 79 ### ## ##",
    ),
    "es": (
        "6## ### ###",
        "+34 6## ## ## ##",
        "91 ### ## ##",
        "+52 55 #### ####",
        "+54 9 11 ####-####",
    ),
    "pt": (
        "91# ### ###",
        "+351 93# ### ###",
        "(11) 9####-####",
        "+55 21 9####-####",
        "21 ### ## ##",
    ),
    "it": ("3## ### ####", "+39 34# #######", "02 ########", "06/#######", "+39 33# ## ## ###"),
    "nl": ("06-########", "06 ## ## ## ##", "+31 6 ########", "020-#######", "+32 47# ## ## ##"),
}
_VOWELS: Final = "AEIOU"


def _filled(forms: tuple[str, ...], cities: tuple[str, ...]) -> Maker:
    def make(fields: Fields) -> str:
        rng = fields.rng
        city = rng.choice([c for c in cities if c[0].isupper()])
        return rng.choice(forms).format(
            c=city, l=fields.fake("last_name"), n=rng.randint(1, 190), k=rng.randint(1, 9),
            z=fields.digits("#####"), q=rng.randint(1000, 9999), h=fields.digits("###"),
            a=fields.digits("@@"),
        )  # fmt: skip

    return make


def _euros(fields: Fields) -> str:
    amount = fields.rng.choice((fields.rng.randint(5, 990), fields.rng.randint(10, 980) * 100))
    dotted = f"{amount:,}".replace(",", ".")
    forms = ("{d} €", "{d} Euro", "€ {d}", "{d},00 €", "{a} EUR", "{a}€", "{d} euros")
    return fields.rng.choice(forms).format(a=amount, d=dotted)


def _nif(fields: Fields) -> str:
    number = fields.rng.randint(10_000_000, 99_999_999)
    return f"{number}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"


def _fiscal(fields: Fields) -> str:
    """Return the form of an Italian fiscal code of an invented person."""
    first, last = pair(fields)
    parts = []
    for name in (last, first):
        letters = [c for c in name.upper() if c.isascii() and c.isalpha()]
        parts.append("".join(sorted(letters, key=_VOWELS.__contains__))[:3].ljust(3, "X"))
    return "".join(parts) + fields.digits("##A##@###@")


def _nir(fields: Fields) -> str:
    rng = fields.rng
    month, place = f"{rng.randint(1, 12):02}", fields.digits("#####")
    body = f"{rng.randint(1, 2)}{rng.randint(40, 99)}{month}{place}{fields.digits('###')}"
    key = f"{97 - int(body) % 97:02}"
    return rng.choice(
        (
            f"{body}{key}",
            f"{body[0]} {body[1:3]} {month} {body[5:7]} {body[7:10]} {body[10:]} {key}",
        )
    )


def _language(code: str) -> Slots:
    cities = listed(_CITIES[code])
    forms = (*(_SLASHED if code in {"fr", "es", "pt", "it"} else _NUMERIC), *_WORDY[code])
    late = days(2016, 2027, _MONTHS[code], forms)
    return {
        f"c_{code}_date": ("DATE_TIME", late),
        f"c_{code}_dob": ("DATE_OF_BIRTH", days(1935, 2012, _MONTHS[code], forms)),
        f"c_{code}_when": ("DATE_TIME", chosen(listed(_PAST[code]))),
        f"c_{code}_soon": ("DATE_TIME", chosen(listed(_COMING[code]))),
        f"c_{code}_month": ("DATE_TIME", chosen(_MONTHS[code])),
        f"c_{code}_city": ("LOCATION", chosen(cities)),
        f"c_{code}_country": ("LOCATION", chosen(listed(_COUNTRIES[code]))),
        f"c_{code}_nrp": ("NRP", chosen(listed(_NATIONS[code]))),
        f"c_{code}_ill": ("MEDICAL_CONDITION", chosen(listed(_ILLS[code]))),
        f"c_{code}_org": ("ORGANIZATION", _filled(listed(_ORGS[code]), cities)),
        f"c_{code}_title": ("TITLE", chosen(listed(_TITLES[code]))),
        f"c_{code}_job": (None, chosen(listed(_JOBS[code]))),
        f"c_{code}_address": ("POSTAL_ADDRESS", _filled(_STREETS[code], cities)),
        f"c_{code}_phone": ("PHONE_NUMBER", either(*_PHONES[code])),
    }


FAMILIES: tuple[Family, ...] = ()
SLOTS: Final[Slots] = {name: slot for code in _MONTHS for name, slot in _language(code).items()} | {
    "c_euros": ("MONEY", _euros),
    "c_drug": ("MEDICATION", chosen(_DRUGS)),
    "c_de_tax": ("DE_TAX_ID", either("## ### ### ###", "###########")),
    "c_de_pension": ("DE_SOCIAL_SECURITY", either("## ###### @ ###", "########@###")),
    "c_fr_nir": ("FR_NIR", _nir),
    "c_es_nif": ("ES_NIF", _nif),
    "c_it_fiscal": ("IT_FISCAL_CODE", _fiscal),
    "c_nl_bsn": ("NL_BSN", either("#########", "####.##.###")),
    "c_pt_nif": ("PT_NIF", either("2########", "2## ### ###")),
    "c_br_cpf": ("BR_CPF", either("###.###.###-##", "###########")),
    "c_european_plate": (
        "VEHICLE_PLATE",
        either("@-@@ ####", "@@-###-@@", "#### @@@", "@@ ### @@"),
    ),
}

"""Places, peoples, faiths and parties of the whole world, as slots for the templates."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Final

from models.corpus import Family
from models.fields import Fields

Maker = Callable[[Fields], str]


def listed(text: str) -> tuple[str, ...]:
    """Return the items of a list whose items stand between semicolons."""
    parts = textwrap.dedent(text).replace("\n", " ").split(";")
    return tuple(part.strip() for part in parts if part.strip())


def chosen(options: tuple[str, ...]) -> Maker:
    """Return a maker that takes one of the options."""
    return lambda fields: fields.rng.choice(options)


CITIES: Final = listed(
    """London; Paris; New York; Tokyo; Berlin; Madrid; Rome; Lisbon; Amsterdam; Brussels; Vienna;
    Zurich; Geneva; Munich; Hamburg; Cologne; Frankfurt; Lyon; Marseille; Toulouse; Nice; Bordeaux;
    Barcelona; Valencia; Seville; Bilbao; Milan; Naples; Turin; Bologna; Florence; Venice; Palermo;
    Porto; Braga; Rotterdam; Utrecht; Eindhoven; Antwerp; Ghent; Copenhagen; Aarhus; Stockholm;
    Gothenburg; Malmo; Oslo; Bergen; Helsinki; Tampere; Reykjavik; Dublin; Cork; Galway; Belfast;
    Edinburgh; Glasgow; Cardiff; Manchester; Liverpool; Leeds; Sheffield; Bristol; Birmingham;
    Nottingham; Leicester; Brighton; Oxford; Cambridge; York; Bath; Norwich; Plymouth; Warsaw;
    Krakow; Gdansk; Wroclaw; Prague; Brno; Bratislava; Budapest; Debrecen; Bucharest; Cluj-Napoca;
    Sofia; Plovdiv; Belgrade; Novi Sad; Zagreb; Split; Ljubljana; Sarajevo; Skopje; Tirana; Athens;
    Thessaloniki; Istanbul; Ankara; Izmir; Antalya; Kyiv; Lviv; Odesa; Kharkiv; Minsk; Moscow;
    Saint Petersburg; Kazan; Vilnius; Riga; Tallinn; Tbilisi; Yerevan; Baku; Almaty; Tashkent;
    Tehran; Isfahan; Baghdad; Basra; Damascus; Beirut; Amman; Jerusalem; Tel Aviv; Haifa; Cairo;
    Alexandria; Riyadh; Jeddah; Dubai; Abu Dhabi; Doha; Kuwait City; Manama; Muscat; Sanaa;
    Karachi; Lahore; Islamabad; Peshawar; Delhi; New Delhi; Mumbai; Bangalore; Bengaluru; Chennai;
    Kolkata; Hyderabad; Pune; Ahmedabad; Jaipur; Lucknow; Kochi; Dhaka; Chittagong; Colombo; Kandy;
    Kathmandu; Thimphu; Yangon; Mandalay; Bangkok; Chiang Mai; Phuket; Hanoi; Ho Chi Minh City; Da
    Nang; Phnom Penh; Vientiane; Kuala Lumpur; Penang; Singapore; Jakarta; Bandung; Surabaya;
    Denpasar; Manila; Cebu; Davao; Taipei; Kaohsiung; Hong Kong; Macau; Beijing; Shanghai;
    Shenzhen; Guangzhou; Chengdu; Wuhan; Xi'an; Nanjing; Harbin; Seoul; Busan; Incheon; Osaka;
    Kyoto; Nagoya; Sapporo; Fukuoka; Yokohama; Ulaanbaatar; Sydney; Melbourne; Brisbane; Perth;
    Adelaide; Canberra; Hobart; Auckland; Wellington; Christchurch; Suva; Lagos; Abuja; Kano;
    Ibadan; Accra; Kumasi; Dakar; Abidjan; Bamako; Ouagadougou; Nairobi; Mombasa; Kampala; Kigali;
    Dar es Salaam; Dodoma; Addis Ababa; Khartoum; Mogadishu; Kinshasa; Luanda; Lusaka; Harare;
    Maputo; Windhoek; Gaborone; Johannesburg; Cape Town; Durban; Pretoria; Antananarivo; Tunis;
    Algiers; Oran; Casablanca; Rabat; Marrakesh; Tripoli; Toronto; Montreal; Vancouver; Calgary;
    Ottawa; Edmonton; Winnipeg; Quebec City; Halifax; Los Angeles; San Francisco; San Diego;
    Seattle; Portland; Denver; Phoenix; Las Vegas; Salt Lake City; Dallas; Houston; Austin; San
    Antonio; Chicago; Detroit; Cleveland; Columbus; Cincinnati; Minneapolis; St. Louis; Kansas
    City; Nashville; Memphis; Atlanta; Miami; Orlando; Tampa; Charlotte; Raleigh; Richmond;
    Baltimore; Philadelphia; Pittsburgh; Boston; Buffalo; Albany; Newark; Honolulu; Anchorage;
    Boise; Tulsa; Omaha; Tucson; Albuquerque; El Paso; Mexico City; Guadalajara; Monterrey; Puebla;
    Oaxaca; Cancun; Havana; Kingston; Santo Domingo; San Juan; Guatemala City; San Salvador;
    Tegucigalpa; Managua; San Jose; Panama City; Bogota; Medellin; Cali; Cartagena; Caracas; Quito;
    Guayaquil; Lima; Cusco; Arequipa; La Paz; Santa Cruz; Asuncion; Santiago; Valparaiso; Buenos
    Aires; Cordoba; Rosario; Mendoza; Montevideo; Sao Paulo; Rio de Janeiro; Brasilia; Salvador;
    Recife; Fortaleza; Curitiba; Porto Alegre; Belo Horizonte"""
)
COUNTRIES: Final = listed(
    """Afghanistan; Albania; Algeria; Andorra; Angola; Argentina; Armenia; Australia; Austria;
    Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin;
    Bhutan; Bolivia; Bosnia and Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso;
    Burundi; Cambodia; Cameroon; Canada; Cape Verde; Chad; Chile; China; Colombia; Comoros; Costa
    Rica; Croatia; Cuba; Cyprus; Czech Republic; Czechia; Denmark; Djibouti; Dominica; Ecuador;
    Egypt; El Salvador; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; the
    Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guyana; Haiti; Honduras;
    Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica;
    Japan; Jordan; Kazakhstan; Kenya; Kosovo; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho;
    Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; the
    Maldives; Mali; Malta; Mauritania; Mauritius; Mexico; Moldova; Monaco; Mongolia; Montenegro;
    Morocco; Mozambique; Myanmar; Namibia; Nepal; Netherlands; New Zealand; Nicaragua; Niger;
    Nigeria; North Korea; North Macedonia; Norway; Oman; Pakistan; Palestine; Panama; Papua New
    Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Romania; Russia; Rwanda;
    Samoa; San Marino; Saudi Arabia; Scotland; Senegal; Serbia; Seychelles; Sierra Leone;
    Singapore; Slovakia; Slovenia; Somalia; South Africa; South Korea; South Sudan; Spain; Sri
    Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand;
    Togo; Tonga; Trinidad and Tobago; Tunisia; Turkey; Turkmenistan; Uganda; Ukraine; United
    Arab Emirates; United Kingdom; United States; Uruguay; Uzbekistan; Vanuatu; Venezuela;
    Vietnam; Wales; Yemen; Zambia; Zimbabwe; US; USA; U.S.; UK; UK; U.K.; UAE; USA;
    England; Northern Ireland; DRC"""
)
REGIONS: Final = listed(
    """Bavaria; Saxony; Hesse; Brittany; Normandy; Provence; Tuscany; Sicily; Sardinia; Lombardy;
    Catalonia; Andalusia; Galicia; Basque Country; Algarve; Madeira; Flanders; Wallonia;
    Friesland; Limburg; Zeeland; Tyrol; Carinthia; Ticino; Transylvania; Silesia; Bohemia; Moravia;
    Lapland; Scania; Jutland; Yorkshire; Cornwall; Devon; Kent; Essex; Sussex; Surrey; the
    Midlands; Highlands; Ulster; Munster; California; Texas; Florida; Ohio; Michigan; Oregon;
    Nevada; Utah; Arizona; Colorado; Montana; Idaho; Wyoming; Kansas; Nebraska; Iowa; Missouri;
    Arkansas; Louisiana; Mississippi; Alabama; Tennessee; Kentucky; Virginia; West Virginia; North
    Carolina; South Carolina; Maryland; Delaware; New Jersey; Pennsylvania; Connecticut; Rhode
    Island; Vermont; New Hampshire; Maine; Massachusetts; Wisconsin; Minnesota; Illinois; Indiana;
    Oklahoma; Alaska; Hawaii; Ontario; Quebec; British Columbia; Alberta; Nova Scotia; Queensland;
    Victoria; New South Wales; Tasmania; Punjab; Kerala; Gujarat; Rajasthan; Tamil Nadu; Bihar;
    Assam; Goa; West Bengal; Maharashtra; Karnataka; Sindh; Hokkaido; Kyushu; Okinawa; Sichuan;
    Yunnan; Hunan; Tibet; Siberia; Crimea; Caucasus; Anatolia; Kurdistan; Galilee; Sinai;
    Patagonia; Amazon basin; Amazonas; Bahia; Minas Gerais; Yucatan; Chiapas; Jalisco; Sonora;
    Scandinavia; Balkans; Baltics; Southeast Asia; Middle East; sub-Saharan Africa;
    Latin America; Caribbean; Midwest; New England; Bay Area; Silicon Valley; Ruhr;
    Europe; Asia; Africa; North America; South America; Antarctica; Oceania; CA; TX; NY; NSW; NRW;
    EMEA"""
)
SPOTS: Final = listed(
    """Central Park; Times Square; Eiffel Tower; Louvre; Notre-Dame; Big Ben; Tower Bridge;
    Hyde Park; Trafalgar Square; Piccadilly Circus; Buckingham Palace; Brandenburg Gate;
    Alexanderplatz; Colosseum; Trevi Fountain; St Mark's Square; Sagrada Familia; La
    Rambla; Alhambra; Red Square; Kremlin; Acropolis; Hagia Sophia; Taj Mahal; the
    Great Wall; Tiananmen Square; Mount Fuji; Mount Everest; Kilimanjaro; Mont Blanc; the
    Matterhorn; Grand Canyon; Yosemite; Yellowstone; Niagara Falls; Golden Gate Bridge;
    Alcatraz; Wall Street; Broadway; Fifth Avenue; Empire State Building; White House;
    Capitol Hill; Lake Michigan; Lake Geneva; Lake Como; Danube; Rhine; Thames; the
    Seine; Nile; Ganges; Mississippi River; Amazon; Alps; Andes; the
    Himalayas; Rocky Mountains; Sahara; Gobi Desert; Black Forest; Sherwood Forest;
    North Sea; Baltic Sea; Mediterranean; Pacific Ocean; Atlantic; Heathrow;
    Gatwick; JFK; LAX; Schiphol; Charles de Gaulle airport; King's Cross; Grand Central; Gare du
    Nord; Wembley; Camp Nou; Old Trafford; Madison Square Garden; Bondi Beach; Uluru; Table
    Mountain; Machu Picchu; Copacabana; Christ the Redeemer; Angkor Wat; Petra; Dead Sea; Burj
    Khalifa"""
)
STREETS: Final = listed(
    """Baker Street; Elm Street; Main Street; Oak Avenue; Maple Drive; High Street; Church Lane;
    Mill Road; Station Road; Park Avenue; Sunset Boulevard; Lombard Street; Bourbon Street; Abbey
    Road; Oxford Street; Downing Street; Orchard Road; Queen Street; King Street; Victoria Road;
    Riverside Drive; Pine Court; Cedar Lane; Highway 101; Route 66; M25; A7; Interstate
    95"""
)
NATIONALITIES: Final = listed(
    """American; British; Canadian; Australian; Irish; Scottish; Welsh; French; German; Spanish;
    Italian; Portuguese; Dutch; Belgian; Swiss; Austrian; Danish; Swedish; Norwegian; Finnish;
    Icelandic; Polish; Czech; Slovak; Hungarian; Romanian; Bulgarian; Serbian; Croatian; Bosnian;
    Slovenian; Albanian; Greek; Turkish; Cypriot; Maltese; Russian; Ukrainian; Belarusian;
    Lithuanian; Latvian; Estonian; Georgian; Armenian; Azerbaijani; Kazakh; Uzbek; Iranian;
    Persian; Iraqi; Kurdish; Syrian; Lebanese; Jordanian; Israeli; Palestinian; Egyptian; Saudi;
    Emirati; Qatari; Kuwaiti; Yemeni; Afghan; Pakistani; Indian; Bangladeshi; Sri Lankan; Nepalese;
    Burmese; Thai; Vietnamese; Cambodian; Malaysian; Singaporean; Indonesian; Filipino; Chinese;
    Taiwanese; Korean; South Korean; Japanese; Mongolian; Nigerian; Ghanaian; Senegalese; Kenyan;
    Ugandan; Tanzanian; Ethiopian; Eritrean; Somali; Sudanese; Congolese; Rwandan; Zimbabwean;
    Zambian; South African; Moroccan; Algerian; Tunisian; Libyan; Mexican; Cuban; Haitian;
    Jamaican; Dominican; Puerto Rican; Guatemalan; Honduran; Salvadoran; Colombian; Venezuelan;
    Ecuadorian; Peruvian; Bolivian; Chilean; Argentine; Argentinian; Uruguayan; Brazilian;
    Paraguayan; New Zealander; Basque; Catalan; Roma; Hispanic; Latino; African American; Asian
    American; Native American; European; African; Asian"""
)
FAITHS: Final = listed(
    """Muslim; Christian; Jewish; Hindu; Buddhist; Sikh; Jain; Catholic; Roman Catholic;
    Protestant; Orthodox; Lutheran; Baptist; Methodist; Presbyterian; Anglican; Evangelical;
    Mormon; Quaker; Sunni; Shia; Sufi; Ahmadi; Baha'i; Zoroastrian; Taoist; Shinto; Atheist;
    agnostic; Mennonite; Amish; Pentecostal; Adventist; Jehovah's Witness; Coptic; Druze; Yazidi;
    Rastafarian; Pagan"""
)
PARTIES: Final = listed(
    """Democrat; Republican; Democratic; Labour; Tory; Conservative; Liberal Democrat; Libertarian;
    socialist; communist; Green; Social Democrat; Christian Democrat; Marxist; Maoist; anarchist;
    nationalist; Trotskyist; Whig; Peronist; Gaullist; royalist; leftist; centrist; conservative"""
)
FAMILIES: tuple[Family, ...] = ()
SLOTS: Final[dict[str, tuple[str | None, Maker]]] = {
    "c_city": ("LOCATION", chosen(CITIES)),
    "c_country": ("LOCATION", chosen(COUNTRIES)),
    "c_region": ("LOCATION", chosen(REGIONS)),
    "c_spot": ("LOCATION", chosen(SPOTS)),
    "c_road": ("LOCATION", chosen(STREETS)),
    "c_place": ("LOCATION", chosen((*CITIES, *COUNTRIES, *REGIONS, *SPOTS))),
    "c_nation": ("NRP", chosen(NATIONALITIES)),
    "c_faith": ("NRP", chosen(FAITHS)),
    "c_party": ("NRP", chosen(PARTIES)),
    "c_nrp": ("NRP", chosen((*NATIONALITIES, *NATIONALITIES, *FAITHS, *PARTIES))),
}

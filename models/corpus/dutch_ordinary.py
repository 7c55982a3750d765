"""Dutch prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_nl_ordinary_health",
        language="nl",
        templates=(
            "Wat zijn de eerste tekenen van diabetes en waarin verschillen type 1 en type 2?",
            "Schrijf een werkstuk over de geschiedenis van de pokkenvaccinatie met drie bronnen.",
            "Leg een leek uit hoe {c_drug} werkt en waarom je er niet ineens mee mag stoppen.",
            (
                "Hoe werkt het eigen risico in [[LOCATION|Nederland]] in het algemeen en "
                "wie bepaalt het?"
            ),
            "maak een gezond weekmenu, weinig suiker, veel groente, voor twee personen",
            (
                "Schrijf een voorbeeldbrief aan een verzekeraar met velden als [naam] en "
                "[polisnummer]."
            ),
            (
                "Vat het artikel over slaap samen: een volwassene heeft zeven tot acht uur "
                "nodig, een puber meer."
            ),
            (
                "Schrijf een verhaal over een arts op een ruimteschip die een onbekende "
                "ziekte bestrijdt."
            ),
            "Waarvoor dient de lever en wat staat er in het biologieboek over?",
            "Bedenk tien vragen voor een anonieme enquête over stress op het werk.",
            (
                "Vertaal naar het Engels: neem het middel twee keer per dag na het eten "
                "met een glas water."
            ),
            "Wat betekent een bloeddruk van 140 over 90 en hoe meet je die goed?",
        ),
    ),
    Family(
        name="c_nl_ordinary_work",
        language="nl",
        templates=(
            "Hoe schrijf je een goede sollicitatiebrief en welke zinnen kun je beter vermijden?",
            (
                "Maak een sjabloon voor een cv met de velden naam, adres, opleiding en "
                "vaardigheden, allemaal leeg."
            ),
            (
                "Schrijf een vacature voor een {c_nl_job} in deeltijd, loon volgens cao, "
                "zonder clichés."
            ),
            "Welke opzegtermijn geldt wettelijk in de proeftijd en waar staat dat?",
            (
                "geef me vijf typische vragen uit sollicitatiegesprekken en goede "
                "antwoorden voor starters"
            ),
            (
                "Leg het verschil tussen bruto en netto uit met een verzonnen voorbeeld "
                "van 3.000 euro."
            ),
            "Schrijf een mail aan allen: de lift krijgt onderhoud op {c_nl_date}, neem de trap.",
            (
                "Hoe voer je als nieuwe leidinggevende een goed jaargesprek en welke "
                "fouten komen vaak voor?"
            ),
            (
                "Bereid een workshop over tijdbeheer voor: twee uur, twaalf mensen, pauzes "
                "en oefeningen."
            ),
            (
                "Vat de geschiedenis van de vakbonden in [[LOCATION|België]] sinds "
                "[[DATE_TIME|1886]] in acht zinnen samen."
            ),
            "Wat doet een ondernemingsraad en vanaf hoeveel werknemers is die verplicht?",
        ),
    ),
    Family(
        name="c_nl_ordinary_law",
        language="nl",
        templates=(
            (
                "Wat is het verschil tussen moord en doodslag in het wetboek van "
                "strafrecht? Met een schoolvoorbeeld."
            ),
            (
                "Leg de bepaling uit: de huurder betaalt kleine herstellingen die door "
                "gebruik nodig zijn."
            ),
            (
                "Hoe verloopt een scheiding in [[LOCATION|Vlaanderen]] in het algemeen en "
                "hoelang duurt die meestal?"
            ),
            (
                "Schrijf een model voor een onderhuurcontract met open plekken voor namen, "
                "adres en huur."
            ),
            (
                "Vat in gewone taal het Urgenda-arrest van de [[ORGANIZATION|Hoge Raad]] "
                "van [[DATE_TIME|2019]] samen."
            ),
            (
                "ik zoek een opzet voor een paper over contracten in het burgerlijk recht, "
                "12 pagina's, met inleiding en slot"
            ),
            "Welke bestanddelen heeft diefstal volgens artikel 310? Geef een schema om te leren.",
            (
                "Schrijf een toneelstuk in twee scènes waarin een rechter over een "
                "gestolen kaas oordeelt."
            ),
            "Zet om in gewone taal: overeenkomsten strekken partijen tot wet.",
            "Welke rechten heb ik in het algemeen als een webwinkel niet levert?",
        ),
    ),
    Family(
        name="c_nl_ordinary_money",
        language="nl",
        templates=(
            (
                "Hoe is een [[NRP|Nederlandse]] IBAN opgebouwd en wat controleren de twee "
                "cijfers na NL?"
            ),
            (
                "Schrijf een formule voor een rekenblad die uit bedrag, rente en looptijd "
                "een maandlast berekent."
            ),
            "Leg inflatie uit aan kinderen van tien met het voorbeeld van de ijscokar.",
            "wat kost een betaalrekening gemiddeld en waar let ik op als ik overstap?",
            "Vergelijk een deposito en een fonds in een kleine tabel: voordelen, nadelen, risico.",
            "Maak een factuurmodel voor zzp'ers met alle verplichte gegevens, maar zonder echte.",
            (
                "Opgave uit het boek: een kapitaal van 5.000 euro staat uit tegen 2,5 %. "
                "Hoeveel is het na zes jaar?"
            ),
            "Vat de taken van de [[ORGANIZATION|Europese Centrale Bank]] samen in vijf punten.",
        ),
    ),
    Family(
        name="c_nl_ordinary_firm",
        language="nl",
        templates=(
            (
                "Maak een marktanalyse van de elektrische auto in [[LOCATION|Europa]] met "
                "openbare cijfers en noem de bronnen."
            ),
            "Geef me tien namen voor een café met boekwinkel, liefst met een woordspeling.",
            (
                "Leg het verdienmodel van {c_brand} uit aan de hand van het gepubliceerde "
                "jaarverslag, een halve pagina."
            ),
            "Wat is een fusie en waarin verschilt die van een overname?",
            "maak een swot-analyse van een verzonnen fietsenwinkel in een dorp, graag als tabel",
            "Hoe schrijf je een goed persbericht en hoe lang mag het hoogstens zijn?",
            (
                "Schrijf een reclametekst voor een stalen drinkfles, 80 woorden, "
                "vriendelijk en zonder overdrijving."
            ),
            (
                "Wat leert de geschiedenis van [[ORGANIZATION|Philips]] over innovatie? "
                "Drie stellingen."
            ),
        ),
    ),
    Family(
        name="c_nl_ordinary_computer",
        language="nl",
        templates=(
            "Hoe lang moet een veilig wachtwoord zijn en waarom is een zin beter dan tekens?",
            (
                "Schrijf een Python-functie die nagaat of een wachtwoord twaalf tekens en "
                "een cijfer heeft."
            ),
            "waarom krijg ik module niet gevonden terwijl ik hem met pip heb geinstalleerd?",
            (
                "Leg het verschil tussen HTTP en HTTPS uit aan iemand zonder voorkennis, "
                "in tien zinnen."
            ),
            "Hoe werkt een API-sleutel in principe? Een voorbeeld met JOUW_SLEUTEL_HIER volstaat.",
            (
                "Zet de getallen {c_num}, {c_num2}, {c_num3} en {c_num4} op volgorde en "
                "bereken het gemiddelde."
            ),
            (
                "Schrijf een handleiding om de wifi van een router in te stellen, met lege "
                "velden voor de naam."
            ),
        ),
    ),
    Family(
        name="c_nl_ordinary_life",
        language="nl",
        templates=(
            "Geef me een recept voor hutspot voor vier personen met een boodschappenlijst.",
            (
                "Wie was [[PERSON|Vincent van Gogh]] en welke schilderijen moet je kennen "
                "voor school?"
            ),
            (
                "Plan drie dagen {c_nl_city} met de trein, veel musea, weinig lopen en een "
                "goed restaurant in de avond."
            ),
            "Schrijf een gedicht over de herfst in de stijl van [[PERSON|Nijhoff]], vier strofen.",
            (
                "leg de regels van klaverjassen uit zodat ik ze [[DATE_TIME|morgen]] aan "
                "mijn neefjes kan leren"
            ),
            "Wie won het EK van [[DATE_TIME|1988]] en wie schoot die bal uit die lastige hoek?",
            (
                "Verbeter de komma's: hoewel het regende gingen we wandelen en kwamen nat "
                "maar blij terug."
            ),
            "Verzin een gesprek tussen een kat en een stofzuiger die zich onbegrepen voelt.",
            (
                "Vat het verhaal van De Aanslag van [[PERSON|Harry Mulisch]] in zes zinnen "
                "samen, zonder duiding."
            ),
            "Welke planten groeien op een balkon in de schaduw en hoe vaak geef je ze water?",
            (
                "Leg voor een folder uit wat men viert met carnaval in "
                "[[LOCATION|Maastricht]] en waar het gebruik vandaan komt."
            ),
        ),
    ),
)

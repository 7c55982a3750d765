"""Dutch prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_nl_health",
        categories=(
            "health",
            "personal",
        ),
        language="nl",
        templates=(
            (
                "Bij mijn moeder {first} is {c_nl_when} {c_nl_ill} vastgesteld. [[Ze wil "
                "niet dat mijn vader het weet]]. Hoe kan ik haar steunen?"
            ),
            (
                "Ik ben {c_age}, heb {c_nl_ill} en slik {c_drug} sinds {c_nl_month}. [[Op "
                "het werk weet niemand het]]. Moet ik het vertellen?"
            ),
            (
                "Patiënte {name}, geboren {c_nl_dob}, opgenomen op {c_nl_date} wegens "
                "{c_nl_ill}, gebruikt {c_drug}. Schrijf de brief aan {c_nl_title} {last}."
            ),
            (
                "mijn zoon {first} is {c_kid} en heeft {c_nl_ill}, en de school [[wil hem "
                "niet mee op kamp nemen]]. schrijf een brief aan de directrice"
            ),
            (
                "Ik kwam {c_nl_when} uit het {c_nl_org}, in de uitslag staat {c_nl_ill}. "
                "[[Sindsdien huil ik alleen maar]]. Wat staat me te wachten?"
            ),
            (
                "Schrijf een bezwaar aan het {c_nl_org}, dossier {c_account}, namens "
                "{name}: uitkering geweigerd bij {c_nl_ill} op {c_nl_date}."
            ),
            (
                "Mijn man drinkt sinds {c_nl_month} weer en [[gooide "
                "[[DATE_TIME|gisteren]] met borden waar de kinderen bij waren]]. Ik heet "
                "{name} en weet het niet meer."
            ),
            (
                "Vat het verloop samen: {name}, {c_age} jaar, {c_nl_ill}, {c_drug} gestopt "
                "op {c_nl_date}, [[twee terugvallen]]."
            ),
            (
                "ik heb {c_nl_when} [[een miskraam gehad]] en mijn vriend {first} doet "
                "alsof er niets is. hoe begin ik erover?"
            ),
            (
                "Vertaal naar het Engels: mevrouw {last}, geboren op {c_nl_dob}, lijdt aan "
                "{c_nl_ill} en is ziek gemeld tot {c_nl_date}."
            ),
            (
                "Onze bewoonster {name} op kamer {c_small} [[is [[DATE_TIME|vannacht]] "
                "twee keer gevallen]] en krijgt {c_drug}. Schrijf de overdracht."
            ),
            (
                "Mijn psychologe {c_nl_title} {last} denkt aan {c_nl_ill}. [[Ik heb "
                "verzwegen dat ik mezelf snijd]]. Hoe zeg ik het haar?"
            ),
        ),
    ),
    Family(
        name="c_nl_work",
        categories=(
            "employment",
            "personal",
        ),
        language="nl",
        templates=(
            (
                "Schrijf een waarschuwing voor {name}, personeelsnummer {c_account}, "
                "[[drie keer te laat in]] {c_nl_month}, magazijn {c_nl_city}."
            ),
            (
                "Getuigschrift voor {name}, geboren {c_nl_dob}, {c_nl_job} bij {company} "
                "van {c_nl_date} tot {c_nl_date2}, [[vertrokken na ruzie]]."
            ),
            (
                "{first} uit mijn team [[is zwanger en heeft het alleen mij verteld]]. "
                "Wanneer moet ik het aan personeelszaken melden?"
            ),
            (
                "Ik verdien {c_euros} bruto als {c_nl_job} bij {company}, mijn collega "
                "{name} krijgt {c_euros2}. Hoe onderhandel ik?"
            ),
            (
                "maak een cv van deze gegevens: {name}, {c_nl_address}, {c_email}, "
                "{c_nl_phone}, {c_nl_job}, laatst bij {company} in {c_nl_city}"
            ),
            (
                "Ontslagbrief aan {name}, {c_nl_address}, per {c_nl_date}, reden: "
                "[[herhaald ziekteverzuim]]."
            ),
            (
                "Mijn baas {c_nl_title} {last} [[heeft me betast op de kerstborrel]]. Ga "
                "ik naar de ondernemingsraad van {company}?"
            ),
            (
                "Salarislijst: {name} {c_euros}, {other} {c_euros2}, {third} {c_euros3}. "
                "Reken een verhoging van drie procent uit."
            ),
            (
                "Verslag van het gesprek met {name}, {c_nl_date}: [[doelen niet gehaald, "
                "proeftijd wordt beëindigd]]. Maak het milder."
            ),
            (
                "Sollicitatie: ik heet {name}, ben {c_age}, {c_nl_nrp}, woon in "
                "{c_nl_city} en wil bij {c_nl_org} werken. Mijn nummer is {c_nl_phone}."
            ),
            (
                "Hoe zeg ik {first} {last} dat [[zijn baan in [[DATE_TIME|januari]] "
                "vervalt]]? Hij is {c_age} en heeft twee kinderen."
            ),
        ),
    ),
    Family(
        name="c_nl_law",
        categories=(
            "legal",
            "personal",
        ),
        language="nl",
        templates=(
            (
                "Ik kreeg een dagvaarding van {c_nl_org}, zaak {c_case}: {name} "
                "beschuldigt mij van [[mishandeling]]. Wat antwoord ik?"
            ),
            (
                "Mijn huisbaas {name}, {c_nl_address}, [[houdt de borg van]] {c_euros} in. "
                "Schrijf een ingebrekestelling."
            ),
            (
                "Onze cliënt {name} geeft toe [[de facturen te hebben geantedateerd]]. "
                "Schets een strategie voor de zitting van {c_nl_date}."
            ),
            (
                "Ik scheid na twaalf jaar van {first}, [[zij wil het huis in]] {c_nl_city} "
                "en het gezag. Waar heb ik recht op?"
            ),
            (
                "mijn zus {name} [[heeft de rekening van onze moeder leeggehaald]], er "
                "ontbreekt {c_euros}. doe ik aangifte?"
            ),
            (
                "Huurcontract tussen {name} ({c_nl_address}) en {other}, BSN {c_nl_bsn}, "
                "huur {c_euros} vanaf {c_nl_date}. Controleer de bepalingen."
            ),
            (
                "Asielverzoek van {name} uit [[LOCATION|Syrië]], aangekomen op "
                "{c_nl_date}, [[broer zit vast]]. Verbeter het verhaal."
            ),
            (
                "Testament: ik, {name}, geboren op {c_nl_dob} in {c_nl_city}, laat [[mijn "
                "huis]] na aan mijn nicht {other}. Is dat geldig?"
            ),
            (
                "Boete {c_case}, kenteken {c_european_plate}, [[mijn broer]] {first} reed. "
                "Hoe maak ik bezwaar?"
            ),
            (
                "Verklaring van {name}: [[zij zag dat]] {other} op {c_nl_date} in "
                "{c_nl_city} de ruit insloeg. Kort het in."
            ),
        ),
    ),
    Family(
        name="c_nl_money",
        categories=(
            "payment",
            "personal",
        ),
        language="nl",
        templates=(
            (
                "Maak {c_euros} over aan {name}, IBAN {c_iban}, huur {c_nl_month}. Schrijf "
                "er een mail bij aan {c_email}."
            ),
            (
                "er is {c_euros} van mijn creditcard {c_card} gehaald {c_nl_when} in "
                "{c_nl_city}, dat was ik niet. wat schrijf ik de bank?"
            ),
            (
                "Aangifte van {name}, BSN {c_nl_bsn}, inkomen {c_euros}, [[alimentatie aan "
                "mijn ex]] {c_euros2}. Welke vraag vul ik in?"
            ),
            (
                "Ik heb {c_euros} schuld bij {c_nl_org}, [[er ligt al loonbeslag]]. Ik ben "
                "{name}. Vraag voor mij een regeling aan."
            ),
            (
                "Factuur aan {name}, {c_nl_address}, klantnummer {c_account}, bedrag "
                "{c_euros}, rekening {c_iban}. Haal de fouten eruit."
            ),
            (
                "Rekeninghouder {name}, {c_iban}, saldo {c_euros}, [[al een jaar rood]]. "
                "Maak een begroting voor me."
            ),
            "BSN {c_nl_bsn}, {name}, geboren {c_nl_dob}: wanneer krijg ik AOW?",
            (
                "Sorteer de boekingen: {c_nl_date} {other} {c_euros}; {c_nl_date2} "
                "{company} {c_euros2}; rekening {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_nl_firm",
        categories=("corporate",),
        language="nl",
        templates=(
            (
                "Vertrouwelijk: {company} [[neemt in het voorjaar]] {c_firm} over voor "
                "{c_euros}. Schrijf de nota aan de raad."
            ),
            (
                "Onze omzet van {c_nl_month} zakte [[naar]] {c_euros} en [[geen "
                "investeerder weet het]]. Hoe leggen we dat de bank uit?"
            ),
            (
                "Vat samen: project Arend, [[sluiting van de fabriek in]] {c_nl_city}, 240 "
                "banen, aankondiging op {c_nl_date}, tot dan stilte."
            ),
            (
                "We onderhandelen met {company} over [[een prijs van]] {c_euros} per stuk, "
                "ondergrens {c_euros2}. Maak de offerte."
            ),
            (
                "Klanten van {c_firm}: {company}, contact {name}, {c_email}, omzet "
                "{c_euros}. Zet het in een tabel."
            ),
            (
                "ons nieuwe product [[komt in]] {c_nl_month} [[met een accu zonder "
                "kobalt]], octrooi nog niet aangevraagd. schrijf een pitch voor {c_nl_org}"
            ),
            (
                "Interne nota: [[de terugroepactie kost]] {c_euros}, {c_nl_title} {last} "
                "wil zwijgen tot na de verkiezingen. Maak het neutraler."
            ),
            "Wat antwoorden we {company} als ze vragen waarom [[we het contract niet verlengen]]?",
        ),
    ),
    Family(
        name="c_nl_secret",
        categories=("credentials",),
        language="nl",
        templates=(
            (
                "Mijn wachtwoord voor {c_brand} is {password}, gebruiker {c_user}. Waarom "
                "kom ik er niet in?"
            ),
            (
                "Toegang tot server {c_ip}: {c_user} / {password}. Schrijf een handleiding "
                "voor {first}."
            ),
            (
                "de pincode van mijn pas is {pin} en ik vergeet hem altijd, heb je een "
                "ezelsbruggetje?"
            ),
            "Wifi thuis: sleutel {password}. Maak een leuk kaartje voor de gasten.",
            "Waarom geeft dit 401? Mijn sleutel is {key}, het adres {c_url}.",
            (
                "Vertaal de mail: Hoi {first}, het nieuwe wachtwoord is {password}, wijzig "
                "het na het inloggen."
            ),
            (
                "Het alarm van kantoor {c_nl_city} heeft code {pin}. Schrijf een berichtje "
                "aan de schoonmaak."
            ),
        ),
    ),
    Family(
        name="c_nl_private",
        categories=("personal",),
        language="nl",
        templates=(
            (
                "Ik heet {name}, woon {c_nl_address}, tel. {c_nl_phone}. Schrijf een "
                "klacht aan {c_nl_org}."
            ),
            (
                "Mijn ex {name} appt me steeds vanaf {c_nl_phone}, [[hij staat "
                "[[DATE_TIME|'s avonds]] voor mijn deur]], {c_nl_address}. Wat kan ik doen?"
            ),
            (
                "Uitnodiging voor de veertigste van {first}, {c_nl_date}, bij ons, "
                "{c_nl_address}, antwoord naar {c_email}."
            ),
            (
                "Vul het formulier in: naam {name}, geboren {c_nl_dob} in {c_nl_city}, "
                "nationaliteit {c_nl_nrp}, paspoort {c_passport}."
            ),
            (
                "[[ik ben homo en mijn ouders weten het niet]], ze zijn erg {c_nl_nrp}. ik "
                "ben {c_age} en woon nog thuis in {c_nl_city}"
            ),
            (
                "mijn vriendin {first} [[bedriegt me met]] {other}, ik heb de berichten "
                "gelezen. zeg ik er iets van?"
            ),
            (
                "Contactlijst van de klas: {name} {c_nl_phone}, {other} {c_email}, {third} "
                "{c_nl_phone2}. Zet op alfabet."
            ),
            (
                "Toespraak voor mijn vader {name}, geboren {c_nl_dob}, overleden "
                "{c_nl_when} in {c_nl_city}, [[we spraken elkaar niet meer]]."
            ),
            (
                "Brief aan Veilig Thuis: de buren van {c_nl_address} [[slaan hun dochter]] "
                "{first}, {c_kid} jaar. Hoe schrijf ik dat zakelijk op?"
            ),
            (
                "Stel me voor: {name}, {c_age}, {c_nl_job} uit {c_nl_city}, "
                "[[alleenstaande moeder]], mail {c_email}."
            ),
            (
                "Mijn gegevens voor het contract: {name}, {c_nl_address}, {c_nl_bsn}, "
                "{c_iban}. Vul het model in."
            ),
        ),
    ),
)

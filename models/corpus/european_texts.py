"""Longer ordinary German, French and Dutch texts: templates, lessons and pasted articles."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_de_texts",
        language="de",
        form="document",
        templates=(
            (
                "ENTLASSUNGSBRIEF, Aufbau\n"
                "Patient: [Name], geb. [Datum]\n"
                "Aufnahme: [Datum], [Klinik]\n"
                "Diagnosen: nach Schwere ordnen, Kodierung nach ICD-10\n"
                "Medikation: Wirkstoff, Stärke, Einnahme morgens, mittags, abends\n"
                "Am Ende stehen die Empfehlungen für die weitere Behandlung und die Unterschrift."
            ),
            (
                "Korrigiere bitte den folgenden Absatz. Die Biene gehört zu den "
                "wichtigsten Nutztieren der Welt. Ohne ihre Arbeit gäbe es weder Äpfel "
                "noch Kirschen noch Mandeln. Ein Volk besteht aus einer Königin, vielen "
                "Arbeiterinnen und im Sommer aus einigen hundert Drohnen."
            ),
            (
                "Artikel;Farbe;Preis;Bestand\n"
                "{c_part};rot;{c_decimal};{c_small}\n"
                "{c_part2};blau;{c_decimal2};{c_small2}\n"
                "{c_part3};grau;{c_decimal3};{c_small3}\n"
                "Bitte berechne den Wert des Lagers und sage, welcher Artikel nachbestellt "
                "werden muss."
            ),
            (
                "SELBSTAUSKUNFT (Muster)\n"
                "Name: ____________________\n"
                "Anschrift: ____________________\n"
                "Geboren am: ____________________\n"
                "Arbeitgeber: ____________________\n"
                "Nettoeinkommen: ____________________\n"
                "Bitte vollständig und gut lesbar ausfüllen und zur Besichtigung mitbringen."
            ),
            (
                "Liebe Gäste, am {c_de_date} feiert die Stadtbibliothek {c_de_city} ihr "
                "Sommerfest. Ab {c_clock} gibt es Kuchen, Musik und einen Bücherflohmarkt. "
                "Der Eintritt ist frei. Bei Regen findet das Fest im Lesesaal statt. Mach "
                "daraus einen Text für das Plakat."
            ),
            (
                "Szene 1. Ein Bahnsteig im Nebel. Der SCHAFFNER liest eine Zeitung, die es "
                "nicht mehr gibt. Die REISENDE fragt nach dem Zug. Er antwortet, der sei "
                "schon [[DATE_TIME|gestern]] weitergefahren, mit ihr am Fenster. Schreibe "
                "die zweite Szene, in der sie sich selbst begegnet."
            ),
            (
                "Fasse zusammen: [[PERSON|Albert Einstein]] wurde [[DATE_OF_BIRTH|1879]] "
                "in [[LOCATION|Ulm]] geboren und starb [[DATE_TIME|1955]] in "
                "[[LOCATION|Princeton]]. Er arbeitete am [[ORGANIZATION|Patentamt]] in "
                "[[LOCATION|Bern]] und erhielt [[DATE_TIME|1921]] den Nobelpreis für die "
                "Erklärung des photoelektrischen Effekts."
            ),
            (
                "Hausaufgabe: Ein Händler kauft {c_small} Fahrräder zu je 420 Euro und "
                "verkauft sie mit einem Aufschlag von 25 Prozent. Drei Räder muss er mit "
                "Verlust abgeben. Stelle eine Gleichung für den Gewinn auf, löse sie und "
                "erkläre jeden Schritt so, dass die achte Klasse ihn versteht."
            ),
            (
                "Die Jugendherberge liegt zehn Minuten vom Bahnhof entfernt. Alle Zimmer "
                "haben Etagenbetten, Bettwäsche ist im Preis enthalten. Frühstück gibt es "
                "von {c_clock} an. Haustiere sind nicht erlaubt. Übersetze das ins "
                "Niederländische und ins Französische."
            ),
            (
                "Pressemitteilung: {c_brand} hat [[DATE_TIME|heute]] die Zahlen des "
                "dritten Quartals veröffentlicht. Der Umsatz stieg um vier Prozent, der "
                "Gewinn blieb stabil. Für das Gesamtjahr bestätigte der Konzern die "
                "Prognose. Schreibe daraus drei Sätze für die Nachrichten."
            ),
            (
                "Debattenthema: Die Schule soll später beginnen. Die einen denken an den "
                "Schlaf der Kinder, die anderen an die Arbeit der Eltern. Schreibe für "
                "jede Seite drei Argumente mit je einem Einwand und einen Schluss, den die "
                "Jury bewerten kann."
            ),
        ),
    ),
    Family(
        name="c_fr_texts",
        language="fr",
        form="document",
        templates=(
            (
                "COMPTE RENDU D'HOSPITALISATION, plan\n"
                "Patient : [nom], né le [date]\n"
                "Entrée : [date], [service]\n"
                "Diagnostics : par ordre d'importance, codés selon la CIM-10\n"
                "Traitement : molécule, dose, matin, midi et soir\n"
                "À la fin viennent les recommandations et la signature du médecin."
            ),
            (
                "Corrige ce paragraphe. L'abeille est l'un des animaux les plus utiles du "
                "monde. Sans elle, il n'y aurait ni pommes, ni cerises, ni amandes. Une "
                "ruche compte une reine, des milliers d'ouvrières et, en été, quelques "
                "centaines de faux bourdons."
            ),
            (
                "article;couleur;prix;stock\n"
                "{c_part};rouge;{c_decimal};{c_small}\n"
                "{c_part2};bleu;{c_decimal2};{c_small2}\n"
                "{c_part3};gris;{c_decimal3};{c_small3}\n"
                "Calcule la valeur du stock et indique quel article il faut recommander."
            ),
            (
                "FICHE DE RENSEIGNEMENTS (modèle)\n"
                "Nom : ____________________\n"
                "Adresse : ____________________\n"
                "Né le : ____________________\n"
                "Employeur : ____________________\n"
                "Revenu net : ____________________\n"
                "À remplir lisiblement et à apporter lors de la visite."
            ),
            (
                "Chers visiteurs, le {c_fr_date} la médiathèque de {c_fr_city} fête l'été. "
                "Dès {c_clock} : gâteaux, musique et bourse aux livres. L'entrée est "
                "libre. En cas de pluie, la fête aura lieu dans la salle de lecture. "
                "Fais-en un texte d'affiche."
            ),
            (
                "Scène 1. Un quai dans la brume. Le CONTRÔLEUR lit un journal qui n'existe "
                "plus. La VOYAGEUSE demande son train. Il répond qu'il est reparti "
                "[[DATE_TIME|la veille]], avec elle à la fenêtre. Écris la scène 2, où "
                "elle se rencontre elle-même."
            ),
            (
                "Résume : [[PERSON|Marie Curie]] est née en [[DATE_OF_BIRTH|1867]] à "
                "[[LOCATION|Varsovie]] et morte en [[DATE_TIME|1934]]. Elle enseigna à la "
                "[[ORGANIZATION|Sorbonne]] à [[LOCATION|Paris]] et reçut deux prix Nobel, "
                "en [[DATE_TIME|1903]] et en [[DATE_TIME|1911]]."
            ),
            (
                "Devoir : un marchand achète {c_small} vélos à 420 euros et les revend "
                "avec une marge de 25 pour cent. Il en cède trois à perte. Pose une "
                "équation du bénéfice, résous-la et explique chaque étape pour des élèves "
                "de quatrième."
            ),
            (
                "L'auberge se trouve à dix minutes de la gare. Toutes les chambres ont des "
                "lits superposés, les draps sont compris. Le petit déjeuner est servi à "
                "partir de {c_clock}. Les animaux ne sont pas admis. Traduis en anglais et "
                "en allemand."
            ),
            (
                "Communiqué : {c_brand} a publié [[DATE_TIME|aujourd'hui]] ses résultats "
                "du troisième trimestre. Le chiffre d'affaires progresse de quatre pour "
                "cent, le bénéfice reste stable. Le groupe confirme ses prévisions pour "
                "l'année. Écris trois phrases pour le journal."
            ),
            (
                "Guide de voyage. [[LOCATION|Strasbourg]] se visite à pied : la cathédrale "
                "le matin, les canaux à midi, les musées l'après-midi. On dîne dans une "
                "petite salle boisée, puis on rentre par les quais. Fais-en un programme "
                "heure par heure et estime le budget de deux étudiants."
            ),
            (
                "Sujet de débat : l'école devrait commencer plus tard. Les uns pensent au "
                "sommeil des enfants, les autres au travail des parents. Écris trois "
                "arguments pour chaque camp, avec une objection à chaque fois, et une "
                "conclusion que le jury pourra noter."
            ),
        ),
    ),
    Family(
        name="c_nl_texts",
        language="nl",
        form="document",
        templates=(
            (
                "ONTSLAGBRIEF, opbouw\n"
                "Patiënt: [naam], geb. [datum]\n"
                "Opname: [datum], [afdeling]\n"
                "Diagnosen: naar gewicht, met ICD-10-code\n"
                "Medicatie: werkzame stof, sterkte, ochtend, middag en avond\n"
                "Aan het eind staan de adviezen en de handtekening van de arts."
            ),
            (
                "Verbeter deze alinea. De bij is een van de nuttigste dieren ter wereld. "
                "Zonder haar waren er geen appels, geen kersen en geen amandelen. Een volk "
                "heeft een koningin, duizenden werksters en in de zomer een paar honderd darren."
            ),
            (
                "artikel;kleur;prijs;voorraad\n"
                "{c_part};rood;{c_decimal};{c_small}\n"
                "{c_part2};blauw;{c_decimal2};{c_small2}\n"
                "{c_part3};grijs;{c_decimal3};{c_small3}\n"
                "Bereken de waarde van het magazijn en zeg welk artikel moet worden bijbesteld."
            ),
            (
                "INSCHRIJFFORMULIER HUURDER (voorbeeld)\n"
                "Naam: ____________________\n"
                "BSN: ____________________\n"
                "Adres: ____________________\n"
                "Werkgever: ____________________\n"
                "Netto inkomen: ____________________\n"
                "Graag leesbaar invullen en meenemen naar de bezichtiging."
            ),
            (
                "Beste bezoekers, op {c_nl_date} viert de bibliotheek van {c_nl_city} het "
                "zomerfeest. Vanaf {c_clock} zijn er taart, muziek en een boekenmarkt. De "
                "toegang is gratis. Bij regen is het feest in de leeszaal. Maak er een "
                "tekst voor een affiche van."
            ),
            (
                "Scène 1. Een perron in de mist. De CONDUCTEUR leest een krant die niet "
                "meer bestaat. De REIZIGSTER vraagt naar haar trein. Hij zegt dat die "
                "[[DATE_TIME|gisteren]] vertrok, met haar aan het raam. Schrijf scène 2, "
                "waarin ze zichzelf tegenkomt."
            ),
            (
                "Vat samen: [[PERSON|Rembrandt van Rijn]] werd in [[DATE_OF_BIRTH|1606]] "
                "geboren in [[LOCATION|Leiden]] en stierf in [[DATE_TIME|1669]] in "
                "[[LOCATION|Amsterdam]]. De Nachtwacht uit [[DATE_TIME|1642]] hangt in het "
                "[[ORGANIZATION|Rijksmuseum]]."
            ),
            (
                "Huiswerk: een handelaar koopt {c_small} fietsen voor 420 euro en verkoopt "
                "ze met een marge van 25 procent. Drie gaan er met verlies weg. Stel een "
                "vergelijking voor de winst op, los haar op en leg elke stap uit voor de "
                "tweede klas."
            ),
            (
                "De herberg ligt op tien minuten van het station. Alle kamers hebben "
                "stapelbedden, beddengoed is inbegrepen. Ontbijt is er vanaf {c_clock}. "
                "Huisdieren zijn niet toegestaan. Vertaal dit naar het Engels en het Duits."
            ),
            (
                "Persbericht: {c_brand} heeft [[DATE_TIME|vandaag]] de cijfers van het "
                "derde kwartaal bekendgemaakt. De omzet steeg met vier procent, de winst "
                "bleef gelijk. Het concern bevestigt de verwachting voor het jaar. Schrijf "
                "drie zinnen voor het nieuws."
            ),
            (
                "Reisgids. [[LOCATION|Gent]] telt drie torens op een rij, een kasteel "
                "midden in de stad en meer fietsen dan auto's. Begin de ochtend bij het "
                "water, eet een wafel op de markt en neem in de namiddag de trein naar "
                "[[LOCATION|Brugge]]. Maak hiervan een schema per uur en schat de kosten "
                "voor twee studenten."
            ),
            (
                "Debatstelling: de basisschool moet later beginnen. Voorstanders wijzen op "
                "de slaap van kinderen, tegenstanders op het werk van de ouders. Schrijf "
                "voor beide kanten drie argumenten, met steeds een tegenwerping, en sluit "
                "af met een stelling die de jury kan beoordelen."
            ),
            (
                "Recept: snijd twee preien, bak ze zacht in boter, voeg een liter bouillon "
                "en vier aardappelen toe en laat alles twintig minuten koken. Pureer de "
                "soep en werk haar af met room. Reken de hoeveelheden om naar {c_small} "
                "personen en schrijf een boodschappenlijst."
            ),
        ),
    ),
)

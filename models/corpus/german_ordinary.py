"""German prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_de_ordinary_health",
        language="de",
        templates=(
            (
                "Was sind die ersten Anzeichen von Diabetes, und wie unterscheiden sich "
                "Typ 1 und Typ 2 im Verlauf?"
            ),
            (
                "Schreibe einen Text für ein Schulreferat über die Geschichte der "
                "Pockenimpfung mit drei Quellen."
            ),
            (
                "Erkläre für Laien, wie {c_drug} im Körper wirkt und warum man es nicht "
                "plötzlich absetzen soll."
            ),
            (
                "Wie läuft eine Reha in [[LOCATION|Deutschland]] im Allgemeinen ab, und "
                "wer stellt den Antrag?"
            ),
            (
                "mach mir einen wochenplan mit gesunden gerichten, wenig zucker, viel "
                "gemüse, für zwei personen"
            ),
            (
                "Formuliere einen Musterbrief an eine Krankenkasse mit Platzhaltern wie "
                "[Name] und [Versichertennummer]."
            ),
            (
                "Fasse den Artikel über Schlafforschung zusammen: Menschen brauchen meist "
                "sieben bis acht Stunden, Jugendliche mehr."
            ),
            (
                "Schreib eine kurze Geschichte über eine Ärztin auf einem Raumschiff, die "
                "eine unbekannte Krankheit bekämpft."
            ),
            "Welche Aufgaben hat die Leber, und was steht dazu im Lehrplan der neunten Klasse?",
            "Nenne zehn Fragen für eine anonyme Umfrage zum Thema Stress am Arbeitsplatz.",
            (
                "Übersetze ins Englische: Nehmen Sie das Medikament zweimal täglich nach "
                "dem Essen mit einem Glas Wasser ein."
            ),
            "Was bedeutet ein Blutdruck von 140 zu 90, und wie misst man ihn richtig?",
        ),
    ),
    Family(
        name="c_de_ordinary_work",
        language="de",
        templates=(
            (
                "Wie schreibt man ein gutes Arbeitszeugnis, und was bedeuten die üblichen "
                "Formulierungen darin?"
            ),
            (
                "Entwirf eine Vorlage für einen Lebenslauf mit den Feldern Name, "
                "Anschrift, Ausbildung und Kenntnisse, alles leer."
            ),
            (
                "Schreibe eine Stellenanzeige für einen {c_de_job} in Teilzeit, Gehalt "
                "nach Tarif, ohne Floskeln."
            ),
            "Welche Kündigungsfristen gelten nach dem Gesetz in der Probezeit, und wo stehen sie?",
            (
                "gib mir fuenf typische fragen aus vorstellungsgespraechen und gute "
                "musterantworten fuer berufseinsteiger"
            ),
            (
                "Erkläre den Unterschied zwischen Brutto und Netto an einem erfundenen "
                "Beispiel mit 3.000 Euro."
            ),
            (
                "Verfasse eine Rundmail an alle: Der Aufzug wird am {c_de_date} gewartet, "
                "bitte die Treppe benutzen."
            ),
            (
                "Wie führe ich als neue Führungskraft ein gutes Jahresgespräch, und welche "
                "Fehler sind häufig?"
            ),
            (
                "Plane einen Workshop zum Thema Zeitmanagement, zwei Stunden, zwölf "
                "Teilnehmende, mit Pausen und Übungen."
            ),
            (
                "Fasse die Geschichte der Gewerkschaften in [[LOCATION|Deutschland]] von "
                "[[DATE_TIME|1863]] bis [[DATE_TIME|heute]] in acht Sätzen zusammen."
            ),
            (
                "Was macht eigentlich ein Betriebsrat, und ab wie vielen Beschäftigten "
                "darf man einen wählen?"
            ),
        ),
    ),
    Family(
        name="c_de_ordinary_law",
        language="de",
        templates=(
            (
                "Was ist der Unterschied zwischen Mord und Totschlag im Strafgesetzbuch? "
                "Bitte mit einem Lehrbuchfall."
            ),
            (
                "Erkläre die Klausel: Der Mieter trägt Kleinreparaturen bis zu einem "
                "Betrag von 100 Euro im Einzelfall."
            ),
            (
                "Wie funktioniert eine Scheidung in [[LOCATION|Österreich]] grundsätzlich, "
                "und wie lange dauert sie meistens?"
            ),
            (
                "Schreibe ein Muster für einen Untermietvertrag mit Lücken für Namen, "
                "Adresse und Miete."
            ),
            (
                "Fasse das Urteil des [[ORGANIZATION|Bundesverfassungsgerichts]] zum "
                "Klimaschutz von [[DATE_TIME|2021]] in einfacher Sprache zusammen."
            ),
            (
                "brauche eine gliederung für eine hausarbeit über verträge im bgb, 12 "
                "seiten, mit einleitung und fazit"
            ),
            (
                "Was prüft man beim Diebstahl nach Paragraf 242 zuerst? Gib mir ein Schema "
                "zum Auswendiglernen."
            ),
            (
                "Schreib ein Theaterstück in zwei Szenen, in dem ein Richter über einen "
                "gestohlenen Käse urteilen muss."
            ),
            (
                "Übersetze den Satz aus dem Gesetz in Alltagssprache: Willenserklärungen "
                "sind nach Treu und Glauben auszulegen."
            ),
            "Welche Rechte habe ich im Allgemeinen, wenn ein Online-Händler nicht liefert?",
        ),
    ),
    Family(
        name="c_de_ordinary_money",
        language="de",
        templates=(
            (
                "Wie ist eine [[NRP|deutsche]] IBAN aufgebaut, und was prüfen die beiden "
                "Ziffern nach dem Länderkürzel?"
            ),
            (
                "Schreibe eine Formel für Tabellenkalkulation, die aus Betrag, Zinssatz "
                "und Laufzeit eine Monatsrate berechnet."
            ),
            (
                "Erkläre Kindern der fünften Klasse, was Inflation ist, mit einem Beispiel "
                "vom Eiswagen."
            ),
            (
                "was kostet ein girokonto im schnitt und worauf sollte man beim wechsel "
                "der bank achten?"
            ),
            (
                "Vergleiche Tagesgeld und Festgeld in einer kleinen Tabelle mit Vorteilen, "
                "Nachteilen und Risiko."
            ),
            (
                "Entwirf ein Rechnungsmuster für Kleinunternehmer mit allen "
                "Pflichtangaben, aber ohne echte Daten."
            ),
            (
                "Im Schulbuch steht: Ein Kapital von 5.000 Euro wird mit 2,5 % verzinst. "
                "Wie viel ist es nach sechs Jahren?"
            ),
            (
                "Fasse die Aufgaben der [[ORGANIZATION|Europäischen Zentralbank]] in fünf "
                "Stichpunkten zusammen."
            ),
        ),
    ),
    Family(
        name="c_de_ordinary_firm",
        language="de",
        templates=(
            (
                "Schreibe eine Marktanalyse über Elektroautos in [[LOCATION|Europa]] mit "
                "öffentlich bekannten Zahlen und nenne die Quellen."
            ),
            "Nenne mir zehn Namen für ein Café mit Buchladen, gern mit einem Wortspiel.",
            (
                "Erkläre das Geschäftsmodell von {c_brand} anhand des veröffentlichten "
                "Jahresberichts, etwa eine halbe Seite."
            ),
            "Was ist eine Fusion, und worin unterscheidet sie sich von einer Übernahme?",
            (
                "mach eine swot-analyse für einen erfundenen fahrradladen in einer "
                "kleinstadt, als tabelle bitte"
            ),
            "Wie schreibt man eine gute Pressemitteilung, und wie lang sollte sie höchstens sein?",
            (
                "Verfasse einen Werbetext für eine Trinkflasche aus Edelstahl, 80 Wörter, "
                "freundlich und ohne Übertreibung."
            ),
            (
                "Was lernt man aus der Geschichte von [[ORGANIZATION|Nokia]] über "
                "Innovation? Bitte mit drei Thesen."
            ),
        ),
    ),
    Family(
        name="c_de_ordinary_computer",
        language="de",
        templates=(
            (
                "Wie lang sollte ein sicheres Passwort sein, und warum sind ganze Sätze "
                "besser als Sonderzeichen?"
            ),
            (
                "Schreibe eine Python-Funktion, die prüft, ob ein Kennwort mindestens "
                "zwölf Zeichen und eine Ziffer hat."
            ),
            (
                "warum kommt beim start die meldung modul nicht gefunden, obwohl ich es "
                "mit pip installiert habe?"
            ),
            (
                "Erkläre den Unterschied zwischen HTTP und HTTPS einem Menschen ohne "
                "Vorwissen, höchstens zehn Sätze."
            ),
            (
                "Wie funktioniert ein API-Schlüssel im Prinzip? Ein Beispiel mit "
                "DEIN_SCHLUESSEL_HIER genügt."
            ),
            (
                "Ordne die Zahlen {c_num}, {c_num2}, {c_num3} und {c_num4} der Größe nach "
                "und bilde den Mittelwert."
            ),
            (
                "Schreibe eine Anleitung, wie man das WLAN eines Routers neu einrichtet, "
                "mit leeren Feldern für den Namen."
            ),
        ),
    ),
    Family(
        name="c_de_ordinary_life",
        language="de",
        templates=(
            (
                "Gib mir ein Rezept für Käsespätzle mit Röstzwiebeln für vier Personen und "
                "eine Einkaufsliste dazu."
            ),
            (
                "Wer war [[PERSON|Johann Wolfgang von Goethe]], und welche Werke sollte "
                "man in der Schule gelesen haben?"
            ),
            (
                "Plane drei Tage in {c_de_city} mit dem Zug, viel Museum, wenig Laufen, "
                "und ein gutes Restaurant am Abend."
            ),
            (
                "Schreibe ein Gedicht über den Herbst im Stil von [[PERSON|Rainer Maria "
                "Rilke]], vier Strophen."
            ),
            (
                "erklär mir die regeln von doppelkopf so, dass ich sie "
                "[[DATE_TIME|morgen]] meinen neffen beibringen kann"
            ),
            (
                "Wie hieß die erste Kanzlerin der [[LOCATION|Bundesrepublik]], und wie "
                "lange war sie im Amt?"
            ),
            (
                "Korrigiere die Kommas: Obwohl es regnete gingen wir wandern und kamen "
                "nass aber glücklich an."
            ),
            (
                "Erfinde einen Dialog zwischen einer Katze und einem Staubsauger, der sich "
                "missverstanden fühlt."
            ),
            (
                "Fasse die Handlung von [[PERSON|Kafkas]] Verwandlung in sechs Sätzen "
                "zusammen, ohne sie zu deuten."
            ),
            (
                "Welche Pflanzen wachsen auf einem schattigen Balkon, und wie oft muss man "
                "sie gießen?"
            ),
            (
                "Was feiert man in {c_de_city} an Fasching, und woher kommt der Brauch? "
                "Schreib es für eine Reisebroschüre auf."
            ),
        ),
    ),
)

"""German prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_de_health",
        categories=(
            "health",
            "personal",
        ),
        language="de",
        templates=(
            (
                "Bei meiner Mutter {first} wurde {c_de_when} {c_de_ill} festgestellt. "
                "[[Sie will es niemandem sagen]]. Wie kann ich sie unterstützen?"
            ),
            (
                "Ich bin {c_age}, habe {c_de_ill} und nehme seit zwei Jahren {c_drug}. "
                "[[Mein Chef weiß nichts davon]]. Muss ich es ihm sagen?"
            ),
            (
                "Patientin {name}, geb. {c_de_dob}, Aufnahme am {c_de_date} wegen "
                "{c_de_ill}, Dauermedikation {c_drug}. Schreib bitte einen kurzen "
                "Arztbrief an {c_de_title} {last}."
            ),
            (
                "mein sohn {first} ({c_kid}) hat {c_de_ill}, und die schule [[will ihn "
                "nicht mehr mit auf klassenfahrt nehmen]]. formulier mir bitte einen brief "
                "an die direktorin"
            ),
            (
                "Ich war {c_de_when} in der {c_de_org}, der Befund sagt {c_de_ill}. [[Ich "
                "habe seitdem nur geweint]]. Was kommt jetzt auf mich zu?"
            ),
            (
                "Formuliere einen Widerspruch an die {c_de_org}: Versichertennummer "
                "{c_account}, {name}, Antrag auf Reha wegen {c_de_ill} am {c_de_date} abgelehnt."
            ),
            (
                "Mein Mann trinkt seit {c_de_month} wieder und [[hat [[DATE_TIME|gestern]] "
                "vor den Kindern einen Teller geworfen]]. Ich heiße {name} und weiß nicht weiter."
            ),
            (
                "Fasse den Verlauf zusammen: {name}, {c_age} Jahre, {c_de_ill}, {c_drug} "
                "20 mg abgesetzt am {c_de_date}, [[zwei Rückfälle seither]]."
            ),
            (
                "ich habe {c_de_when} [[eine fehlgeburt gehabt]] und mein freund {first} "
                "redet nicht darüber. wie fange ich das gespräch an?"
            ),
            (
                "Bitte übersetze ins Englische: Frau {last}, geboren am {c_de_dob}, leidet "
                "an {c_de_ill} und ist bis {c_de_date2} arbeitsunfähig."
            ),
            (
                "Unsere Bewohnerin {name} in Zimmer {c_small} [[ist nachts zweimal "
                "gestürzt]], bekommt {c_drug}. Schreib den Pflegebericht."
            ),
            (
                "Meine Therapeutin {c_de_title} {last} meint, ich hätte {c_de_ill}. [[Ich "
                "habe früher Tabletten gesammelt]]. Wie sage ich ihr das?"
            ),
        ),
    ),
    Family(
        name="c_de_work",
        categories=(
            "employment",
            "personal",
        ),
        language="de",
        templates=(
            (
                "Schreibe eine Abmahnung für {name}, Personalnummer {c_account}, [[dreimal "
                "zu spät im]] {c_de_month}, Abteilung Lager {c_de_city}."
            ),
            (
                "Arbeitszeugnis für {name}, geboren {c_de_dob}, {c_de_job} bei {company} "
                "vom {c_de_date} bis {c_de_date2}, [[Note drei, geht auf eigenen Wunsch]]."
            ),
            (
                "{first} aus meinem Team [[ist schwanger und hat es nur mir erzählt]]. Ab "
                "wann muss ich es der Personalabteilung sagen?"
            ),
            (
                "Ich verdiene {c_euros} brutto als {c_de_job} bei {company}, mein Kollege "
                "{name} bekommt {c_euros2}. Wie verhandle ich besser?"
            ),
            (
                "bitte mach aus meinen daten einen lebenslauf: {name}, {c_de_address}, "
                "{c_email}, {c_de_phone}, {c_de_job}, zuletzt bei {company} in {c_de_city}"
            ),
            (
                "Kündigungsschreiben an {name}, {c_de_address}, zum {c_de_date}, Grund: "
                "[[Krankheitstage über sechzig im Jahr]]."
            ),
            (
                "Mein Chef {c_de_title} {last} [[hat mich auf der Weihnachtsfeier "
                "begrapscht]]. Soll ich zum Betriebsrat von {company} gehen?"
            ),
            (
                "Die Gehaltsliste lautet: {name} {c_euros}, {other} {c_euros2}, {third} "
                "{c_euros3}. Rechne eine Erhöhung von drei Prozent aus."
            ),
            (
                "Protokoll Mitarbeitergespräch {name}, {c_de_date}: [[Ziele verfehlt, "
                "Probezeit wird nicht verlängert]]. Glätte die Sprache."
            ),
            (
                "Bewerbung: Ich heiße {name}, bin {c_age}, {c_de_nrp}, wohne in "
                "{c_de_city} und möchte zu {c_de_org}. Meine Nummer ist {c_de_phone}."
            ),
            (
                "Wie sage ich {first} {last}, dass [[seine Stelle zum "
                "[[DATE_TIME|Jahresende]] gestrichen wird]]? Er ist {c_age} und hat zwei Kinder."
            ),
        ),
    ),
    Family(
        name="c_de_law",
        categories=(
            "legal",
            "personal",
        ),
        language="de",
        templates=(
            (
                "Ich habe Post vom {c_de_org} bekommen, Aktenzeichen {c_case}, {name} "
                "gegen mich wegen [[Körperverletzung]]. Was schreibe ich zurück?"
            ),
            (
                "Mein Vermieter {name}, {c_de_address}, [[behält die Kaution von]] "
                "{c_euros} ein. Setze ein Mahnschreiben auf."
            ),
            (
                "Unser Mandant {name} räumt ein, [[die Rechnungen rückdatiert zu haben]]. "
                "Skizziere eine Strategie für die Verhandlung am {c_de_date}."
            ),
            (
                "Scheidung von {first} nach zwölf Jahren, [[sie will das Haus in]] "
                "{c_de_city} und das alleinige Sorgerecht. Was steht mir zu?"
            ),
            (
                "meine schwester {name} [[hat das konto unserer mutter leergeräumt]], es "
                "fehlen {c_euros}. soll ich anzeige erstatten?"
            ),
            (
                "Mietvertrag zwischen {name} ({c_de_address}) und {other}, geb. "
                "{c_de_dob}, Kaltmiete {c_euros} ab {c_de_date}. Prüfe bitte die Klauseln."
            ),
            (
                "Asylantrag von {name} aus [[LOCATION|Syrien]], eingereist am {c_de_date}, "
                "[[Vater inhaftiert]]. Schreib die Begründung in gutem Deutsch."
            ),
            (
                "Testament: Ich, {name}, geboren am {c_de_dob} in {c_de_city}, vermache "
                "[[mein Haus]] meiner Nichte {other}. Ist das so gültig?"
            ),
            (
                "Bußgeldbescheid {c_case}, Kennzeichen {c_european_plate}, Fahrer war "
                "[[mein Bruder]] {first}. Wie formuliere ich den Einspruch?"
            ),
            (
                "Zeugenaussage von {name}: [[sie habe gesehen, wie]] {other} am "
                "{c_de_date} in {c_de_city} die Scheibe einschlug. Kürze das."
            ),
        ),
    ),
    Family(
        name="c_de_money",
        categories=(
            "payment",
            "personal",
        ),
        language="de",
        templates=(
            (
                "Bitte überweise {c_euros} an {name}, IBAN {c_iban}, Verwendungszweck "
                "Miete {c_de_month}. Formuliere dazu eine Mail an {c_email}."
            ),
            (
                "meine kreditkarte {c_card} wurde {c_de_when} in {c_de_city} belastet, "
                "{c_euros}, das war ich nicht. was schreibe ich der bank?"
            ),
            (
                "Steuererklärung {name}, Steuer-ID {c_de_tax}, Einkünfte {c_euros}, "
                "[[Unterhalt an die Exfrau]] {c_euros2}. Welche Anlage brauche ich?"
            ),
            (
                "Ich habe {c_euros} Schulden bei {c_de_org}, [[die Pfändung läuft schon]]. "
                "Mein Name ist {name}. Schreib einen Stundungsantrag."
            ),
            (
                "Rechnung an {name}, {c_de_address}, Kundennummer {c_account}, Betrag "
                "{c_euros}, Konto {c_iban}. Bitte auf Rechtschreibung prüfen."
            ),
            (
                "Kontoinhaberin {name}, {c_iban}, Saldo {c_euros}, [[Dispo seit einem Jahr "
                "ausgereizt]]. Mach mir einen Sparplan."
            ),
            (
                "Rentenversicherungsnummer {c_de_pension}, {name}, geb. {c_de_dob}: ab "
                "wann bekomme ich Rente?"
            ),
            (
                "Sortiere die Buchungen: {c_de_date} {other} {c_euros}; {c_de_date2} "
                "{company} {c_euros2}; Konto {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_de_firm",
        categories=("corporate",),
        language="de",
        templates=(
            (
                "Vertraulich: {company} [[kauft im Frühjahr]] {c_firm} für {c_euros}. "
                "Schreib eine Mitteilung an den Aufsichtsrat."
            ),
            (
                "Unser Umsatz fiel im {c_de_month} [[auf]] {c_euros}, [[noch weiß es kein "
                "Investor]]. Wie erklären wir es der Bank?"
            ),
            (
                "Fasse zusammen: Projekt Adler, [[Schließung des Werks]] {c_de_city}, 240 "
                "Stellen, Bekanntgabe am {c_de_date}, bis dahin Stillschweigen."
            ),
            (
                "Wir verhandeln mit {company} über [[einen Preis von]] {c_euros} pro "
                "Einheit, Untergrenze {c_euros2}. Entwirf das Angebot."
            ),
            (
                "Kundenliste {c_firm}: {company}, Ansprechpartner {name}, {c_email}, "
                "Jahresumsatz {c_euros}. Mach daraus eine Tabelle."
            ),
            (
                "unser neues produkt [[kommt im]] {c_de_month} [[mit einem akku ohne "
                "kobalt]], patent noch nicht angemeldet. gib mir einen pitch für {c_de_org}"
            ),
            (
                "Interne Notiz: [[die Rückrufkosten liegen bei]] {c_euros}, {c_de_title} "
                "{last} will sie erst nach der Wahl melden. Formuliere das neutraler."
            ),
            (
                "Was antworten wir {company}, wenn sie fragen, warum [[wir den Vertrag zum "
                "[[DATE_TIME|Jahresende]] nicht verlängern]]?"
            ),
        ),
    ),
    Family(
        name="c_de_secret",
        categories=("credentials",),
        language="de",
        templates=(
            (
                "Mein Passwort für {c_brand} ist {password}, Benutzer {c_user}. Warum "
                "komme ich nicht rein?"
            ),
            "Zugang zum Server {c_ip}: {c_user} / {password}. Schreib eine Anleitung für {first}.",
            (
                "die pin meiner karte ist {pin} und ich vergesse sie immer, hast du eine "
                "eselsbruecke?"
            ),
            "WLAN zu Hause: Schlüssel {password}. Mach einen netten Zettel für unsere Gäste.",
            "Warum gibt dieser Aufruf 401? Mein Schlüssel ist {key}, der Endpunkt {c_url}.",
            (
                "Übersetze die Mail: Hallo {first}, das neue Kennwort lautet {password}, "
                "bitte nach dem Anmelden ändern."
            ),
            (
                "Die Alarmanlage im Büro {c_de_city} hat den Code {pin}. Formuliere eine "
                "Nachricht an die Reinigungsfirma."
            ),
        ),
    ),
    Family(
        name="c_de_private",
        categories=("personal",),
        language="de",
        templates=(
            (
                "Ich heiße {name}, wohne {c_de_address}, Tel. {c_de_phone}. Schreib für "
                "mich eine Beschwerde an die {c_de_org}."
            ),
            (
                "Mein Ex {name} schreibt mir ständig von {c_de_phone}, [[er steht abends "
                "vor meiner Tür]] in der {c_de_address}. Was kann ich tun?"
            ),
            (
                "Einladung zum Geburtstag von {first}, {c_de_date}, bei uns in der "
                "{c_de_address}, Antwort an {c_email}."
            ),
            (
                "Formular ausfüllen: Name {name}, geboren {c_de_dob} in {c_de_city}, "
                "Staatsangehörigkeit {c_de_nrp}, Reisepass {c_passport}."
            ),
            (
                "[[ich bin schwul und meine eltern wissen es nicht]], sie sind sehr "
                "{c_de_nrp}. ich bin {c_age} und wohne noch bei ihnen in {c_de_city}"
            ),
            (
                "meine freundin {first} [[betruegt mich mit]] {other}, ich habe die "
                "nachrichten gelesen. soll ich sie darauf ansprechen?"
            ),
            (
                "Kontaktliste Elternabend: {name} {c_de_phone}, {other} {c_email}, {third} "
                "{c_de_phone2}. Bitte alphabetisch ordnen."
            ),
            (
                "Trauerrede für meinen Vater {name}, geboren {c_de_dob}, gestorben "
                "{c_de_when} in {c_de_city}, [[wir hatten lange keinen Kontakt]]."
            ),
            (
                "Brief ans Jugendamt: Die Nachbarn in der {c_de_address} [[schlagen ihre "
                "Tochter]] {first}, {c_kid} Jahre. Wie formuliere ich das sachlich?"
            ),
            (
                "Stell mich kurz vor: {name}, {c_age}, {c_de_job} aus {c_de_city}, "
                "[[alleinerziehend]], erreichbar unter {c_email}."
            ),
            (
                "Hier meine Daten für den Vertrag: {name}, {c_de_address}, {c_de_dob}, "
                "{c_iban}. Fülle die Vorlage aus."
            ),
        ),
    ),
)

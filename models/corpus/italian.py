"""Italian prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_it_health",
        categories=(
            "health",
            "personal",
        ),
        language="it",
        templates=(
            (
                "A mia madre {first} hanno trovato {c_it_ill} {c_it_when}. [[Non vuole che "
                "lo sappia mio padre]]. Come posso aiutarla?"
            ),
            (
                "Ho {c_age} anni, soffro di {c_it_ill} e prendo {c_drug} da {c_it_month}. "
                "[[Al lavoro non lo sa nessuno]]. Devo dirlo?"
            ),
            (
                "Paziente {name}, nata il {c_it_dob}, ricoverata il {c_it_date} per "
                "{c_it_ill}, in terapia con {c_drug}. Scrivi la lettera per il "
                "{c_it_title} {last}."
            ),
            (
                "mio figlio {first} ha {c_kid} anni e {c_it_ill}, la scuola [[non lo vuole "
                "portare in gita]]. scrivimi una lettera per la preside"
            ),
            (
                "Sono uscito da {c_it_org} {c_it_when}, il referto dice {c_it_ill}. [[Da "
                "allora non dormo più]]. Che cosa mi aspetta?"
            ),
            (
                "Scrivi un reclamo a {c_it_org}, pratica {c_account}, a nome di {name}: "
                "negata l'invalidità per {c_it_ill} il {c_it_date}."
            ),
            (
                "Mio marito ha ripreso a bere a {c_it_month} e [[[[DATE_TIME|ieri]] ha "
                "spaccato tutto davanti ai bambini]]. Mi chiamo {name}, non so che fare."
            ),
            (
                "Riassumi il decorso: {name}, {c_age} anni, {c_it_ill}, {c_drug} sospeso "
                "il {c_it_date}, [[due ricadute]]."
            ),
            (
                "ho avuto [[un aborto spontaneo]] {c_it_when} e il mio ragazzo {first} fa "
                "finta di niente. come ne parlo con lui?"
            ),
            (
                "Traduci in inglese: la signora {last}, nata il {c_it_dob}, è affetta da "
                "{c_it_ill} ed è in malattia fino al {c_it_date}."
            ),
            (
                "La nostra ospite {name}, stanza {c_small}, [[è caduta due volte "
                "[[DATE_TIME|stanotte]]]] e prende {c_drug}. Scrivi la consegna."
            ),
            (
                "La mia psicologa, {c_it_title} {last}, pensa a {c_it_ill}. [[Le ho "
                "nascosto che mi taglio]]. Come glielo dico?"
            ),
        ),
    ),
    Family(
        name="c_it_work",
        categories=(
            "employment",
            "personal",
        ),
        language="it",
        templates=(
            (
                "Scrivi un richiamo per {name}, matricola {c_account}, [[tre ritardi a]] "
                "{c_it_month}, magazzino di {c_it_city}."
            ),
            (
                "Lettera di referenze per {name}, nato il {c_it_dob}, {c_it_job} da "
                "{company} dal {c_it_date} al {c_it_date2}, [[andato via dopo una lite]]."
            ),
            (
                "{first}, del mio gruppo, [[è incinta e l'ha detto solo a me]]. Quando "
                "devo avvisare il personale?"
            ),
            (
                "Guadagno {c_euros} lordi come {c_it_job} da {company}, la mia collega "
                "{name} ne prende {c_euros2}. Come tratto?"
            ),
            (
                "fammi un curriculum con questi dati: {name}, {c_it_address}, {c_email}, "
                "{c_it_phone}, {c_it_job}, ultimo posto {company} a {c_it_city}"
            ),
            (
                "Lettera di licenziamento a {name}, {c_it_address}, dal {c_it_date}, "
                "motivo: [[assenze ripetute per malattia]]."
            ),
            (
                "Il mio capo {c_it_title} {last} [[mi ha messo le mani addosso alla cena "
                "di Natale]]. Vado dal sindacato di {company}?"
            ),
            (
                "Elenco stipendi: {name} {c_euros}, {other} {c_euros2}, {third} "
                "{c_euros3}. Calcola un aumento del tre per cento."
            ),
            (
                "Verbale del colloquio con {name}, {c_it_date}: [[obiettivi mancati, prova "
                "non superata]]. Addolcisci il tono."
            ),
            (
                "Candidatura: mi chiamo {name}, ho {c_age} anni, sono {c_it_nrp}, vivo a "
                "{c_it_city} e vorrei lavorare per {c_it_org}. Il mio numero è {c_it_phone}."
            ),
            (
                "Come dico a {first} {last} che [[il suo posto sparisce a "
                "[[DATE_TIME|gennaio]]]]? Ha {c_age} anni e due figli."
            ),
        ),
    ),
    Family(
        name="c_it_law",
        categories=(
            "legal",
            "personal",
        ),
        language="it",
        templates=(
            (
                "Mi è arrivata una citazione da {c_it_org}, procedimento {c_case}: {name} "
                "mi accusa di [[lesioni]]. Che cosa rispondo?"
            ),
            (
                "Il mio padrone di casa {name}, {c_it_address}, [[non mi restituisce la "
                "cauzione di]] {c_euros}. Scrivi una diffida."
            ),
            (
                "Il nostro cliente {name} ammette [[di aver retrodatato le fatture]]. "
                "Proponi una strategia per l'udienza del {c_it_date}."
            ),
            (
                "Divorzio da {first} dopo dodici anni, [[lei vuole la casa di]] "
                "{c_it_city} e l'affidamento. Che cosa mi spetta?"
            ),
            (
                "mia sorella {name} [[ha svuotato il conto di nostra madre]], mancano "
                "{c_euros}. la denuncio?"
            ),
            (
                "Contratto di affitto tra {name} ({c_it_address}) e {other}, codice "
                "fiscale {c_it_fiscal}, canone {c_euros} dal {c_it_date}. Controlla le clausole."
            ),
            (
                "Richiesta di asilo di {name}, arrivato dal [[LOCATION|Mali]] il "
                "{c_it_date}, [[fratello in carcere]]. Migliora il racconto."
            ),
            (
                "Testamento: io, {name}, nato il {c_it_dob} a {c_it_city}, lascio [[la mia "
                "casa]] a mia nipote {other}. Vale così?"
            ),
            (
                "Multa {c_case}, targa {c_european_plate}, guidava [[mio fratello]] "
                "{first}. Come faccio ricorso?"
            ),
            (
                "Testimonianza di {name}: [[dice di aver visto]] {other} rompere la "
                "vetrina il {c_it_date} a {c_it_city}. Accorciala."
            ),
        ),
    ),
    Family(
        name="c_it_money",
        categories=(
            "payment",
            "personal",
        ),
        language="it",
        templates=(
            (
                "Bonifico di {c_euros} a {name}, IBAN {c_iban}, affitto di {c_it_month}. "
                "Scrivi anche una mail a {c_email}."
            ),
            (
                "mi hanno addebitato {c_euros} sulla carta {c_card} {c_it_when} a "
                "{c_it_city} e non ero io. che scrivo alla banca?"
            ),
            (
                "Dichiarazione di {name}, codice fiscale {c_it_fiscal}, redditi {c_euros}, "
                "[[assegno alla ex moglie]] {c_euros2}. Quale quadro?"
            ),
            (
                "Ho {c_euros} di debiti con {c_it_org}, [[mi hanno già pignorato lo "
                "stipendio]]. Sono {name}. Chiedi una rateazione per me."
            ),
            (
                "Fattura a {name}, {c_it_address}, cliente {c_account}, importo {c_euros}, "
                "conto {c_iban}. Correggi gli errori."
            ),
            (
                "Intestatario {name}, {c_iban}, saldo {c_euros}, [[in rosso da un anno]]. "
                "Fammi un piano di spesa."
            ),
            (
                "Codice fiscale {c_it_fiscal}, {name}, nata il {c_it_dob}: a che età vado "
                "in pensione?"
            ),
            (
                "Ordina i movimenti: {c_it_date} {other} {c_euros}; {c_it_date2} {company} "
                "{c_euros2}; conto {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_it_firm",
        categories=("corporate",),
        language="it",
        templates=(
            (
                "Riservato: {company} [[comprerà in primavera]] {c_firm} per {c_euros}. "
                "Scrivi la nota per il consiglio."
            ),
            (
                "Il fatturato di {c_it_month} è sceso [[a]] {c_euros} e [[nessun "
                "investitore lo sa]]. Come lo spieghiamo alla banca?"
            ),
            (
                "Riassumi: progetto Aquila, [[chiusura dello stabilimento di]] "
                "{c_it_city}, 240 posti, annuncio il {c_it_date}, fino ad allora silenzio."
            ),
            (
                "Trattiamo con {company} [[un prezzo di]] {c_euros} al pezzo, minimo "
                "{c_euros2}. Prepara l'offerta."
            ),
            (
                "Clienti di {c_firm}: {company}, referente {name}, {c_email}, volume "
                "{c_euros}. Fanne una tabella."
            ),
            (
                "il nostro nuovo prodotto [[esce a]] {c_it_month} [[con una batteria senza "
                "cobalto]], brevetto non ancora depositato. scrivi un pitch per {c_it_org}"
            ),
            (
                "Nota interna: [[il richiamo costa]] {c_euros}, {c_it_title} {last} vuole "
                "tacere fino alle elezioni. Rendila più neutra."
            ),
            "Che cosa rispondiamo a {company} se chiedono perché [[non rinnoviamo il contratto]]?",
        ),
    ),
    Family(
        name="c_it_secret",
        categories=("credentials",),
        language="it",
        templates=(
            "La mia password di {c_brand} è {password}, utente {c_user}. Perché non entro?",
            "Accesso al server {c_ip}: {c_user} / {password}. Scrivi le istruzioni per {first}.",
            "il pin della mia carta e {pin} e lo dimentico sempre, hai un trucco per ricordarlo?",
            "Wifi di casa: chiave {password}. Fai un bel cartello per gli ospiti.",
            "Perché questa chiamata dà 401? La mia chiave è {key}, l'indirizzo {c_url}.",
            (
                "Traduci la mail: Ciao {first}, la nuova password è {password}, cambiala "
                "al primo accesso."
            ),
            (
                "L'allarme dell'ufficio di {c_it_city} ha il codice {pin}. Scrivi un "
                "messaggio per l'impresa di pulizie."
            ),
        ),
    ),
    Family(
        name="c_it_private",
        categories=("personal",),
        language="it",
        templates=(
            (
                "Mi chiamo {name}, abito in {c_it_address}, tel. {c_it_phone}. Scrivi un "
                "esposto a {c_it_org}."
            ),
            (
                "Il mio ex {name} mi scrive di continuo dal {c_it_phone}, [[mi aspetta "
                "sotto casa]] in {c_it_address}. Che posso fare?"
            ),
            (
                "Invito ai quarant'anni di {first}, {c_it_date}, a casa nostra, "
                "{c_it_address}, risposta a {c_email}."
            ),
            (
                "Compila il modulo: nome {name}, nata il {c_it_dob} a {c_it_city}, "
                "nazionalità {c_it_nrp}, passaporto {c_passport}."
            ),
            (
                "[[sono gay e i miei non lo sanno]], sono molto {c_it_nrp}. ho {c_age} "
                "anni e vivo ancora con loro a {c_it_city}"
            ),
            (
                "la mia ragazza {first} [[mi tradisce con]] {other}, ho letto i messaggi. "
                "glielo dico?"
            ),
            (
                "Contatti della classe: {name} {c_it_phone}, {other} {c_email}, {third} "
                "{c_it_phone2}. Metti in ordine alfabetico."
            ),
            (
                "Discorso per mio padre {name}, nato il {c_it_dob}, morto {c_it_when} a "
                "{c_it_city}, [[non ci parlavamo più]]."
            ),
            (
                "Lettera ai servizi sociali: i vicini di {c_it_address} [[picchiano la "
                "figlia]] {first}, {c_kid} anni. Come lo scrivo senza esagerare?"
            ),
            (
                "Presentami: {name}, {c_age} anni, {c_it_job} di {c_it_city}, [[ragazza "
                "madre]], mail {c_email}."
            ),
            (
                "I miei dati per il contratto: {name}, {c_it_address}, {c_it_fiscal}, "
                "{c_iban}. Completa il modello."
            ),
        ),
    ),
)

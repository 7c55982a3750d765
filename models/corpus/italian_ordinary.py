"""Italian prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_it_ordinary_health",
        language="it",
        templates=(
            (
                "Quali sono i primi sintomi del diabete e in che cosa il tipo 1 si "
                "distingue dal tipo 2?"
            ),
            (
                "Scrivi una ricerca per la scuola media sulla storia del vaccino contro il "
                "vaiolo con tre fonti."
            ),
            "Spiega a un principiante come agisce {c_drug} e perché non va sospeso di colpo.",
            (
                "Come funziona in generale il medico di base in [[LOCATION|Italia]] e come "
                "si sceglie?"
            ),
            "fammi un menù settimanale sano, poco zucchero, tanta verdura, per due persone",
            (
                "Scrivi una lettera tipo a un'assicurazione con spazi come [nome] e "
                "[numero di polizza]."
            ),
            (
                "Riassumi l'articolo sul sonno: un adulto ha bisogno di sette o otto ore, "
                "un adolescente di più."
            ),
            (
                "Scrivi un racconto su una dottoressa in un'astronave che combatte una "
                "malattia sconosciuta."
            ),
            "A che cosa serve il fegato e che cosa ne dice il libro di scienze?",
            "Proponi dieci domande per un sondaggio anonimo sullo stress al lavoro.",
            (
                "Traduci in inglese: prenda il farmaco due volte al giorno dopo i pasti "
                "con un bicchiere d'acqua."
            ),
            "Che cosa vuol dire una pressione di 140 su 90 e come si misura bene?",
        ),
    ),
    Family(
        name="c_it_ordinary_work",
        language="it",
        templates=(
            "Come si scrive una buona lettera di presentazione e quali frasi vanno evitate?",
            (
                "Crea un modello di curriculum con le voci nome, indirizzo, studi e "
                "competenze, tutte vuote."
            ),
            (
                "Scrivi un annuncio per un posto di {c_it_job} a metà tempo, paga secondo "
                "contratto, senza luoghi comuni."
            ),
            "Qual è il preavviso di legge durante il periodo di prova e dove si trova?",
            (
                "dammi cinque domande tipiche da colloquio di lavoro e buone risposte per "
                "chi comincia"
            ),
            "Spiega la differenza tra lordo e netto con un esempio inventato di 3.000 euro.",
            (
                "Scrivi una mail a tutti: l'ascensore sarà in manutenzione il {c_it_date}, "
                "usate le scale."
            ),
            (
                "Come si conduce un buon colloquio annuale da nuovo capo e quali errori "
                "sono frequenti?"
            ),
            (
                "Prepara un laboratorio sulla gestione del tempo: due ore, dodici persone, "
                "pause ed esercizi."
            ),
            (
                "Riassumi la storia dei sindacati in [[LOCATION|Italia]] dal "
                "[[DATE_TIME|1906]] in otto frasi."
            ),
            "Che cosa fa una rappresentanza sindacale e da quanti dipendenti si può eleggere?",
        ),
    ),
    Family(
        name="c_it_ordinary_law",
        language="it",
        templates=(
            (
                "Qual è la differenza tra omicidio doloso e colposo nel codice penale? Con "
                "un caso da manuale."
            ),
            (
                "Spiega la clausola: il conduttore sostiene le spese di piccola "
                "manutenzione dell'immobile."
            ),
            (
                "Come funziona in generale una separazione in [[LOCATION|Svizzera]] e "
                "quanto dura di solito?"
            ),
            (
                "Scrivi un modello di contratto di subaffitto con spazi vuoti per nomi, "
                "indirizzo e canone."
            ),
            (
                "Riassumi in parole semplici una sentenza nota della [[ORGANIZATION|Corte "
                "costituzionale]] del [[DATE_TIME|2019]] sul fine vita."
            ),
            (
                "mi serve una scaletta per una tesina sui contratti nel diritto civile, 12 "
                "pagine, con introduzione e conclusione"
            ),
            (
                "Quali sono gli elementi del furto secondo l'articolo 624? Dammi uno "
                "schema da imparare."
            ),
            "Scrivi una commedia in due scene in cui un giudice decide sul furto di un formaggio.",
            "Metti in lingua comune: il contratto ha forza di legge tra le parti.",
            "Quali diritti ho in generale se un negozio in rete non consegna?",
        ),
    ),
    Family(
        name="c_it_ordinary_money",
        language="it",
        templates=(
            "Com'è fatto un IBAN [[NRP|italiano]] e che cosa controllano le due cifre dopo IT?",
            (
                "Scrivi una formula per foglio di calcolo che dia la rata da capitale, "
                "tasso e durata."
            ),
            "Spiega l'inflazione a bambini di dieci anni con l'esempio del gelataio.",
            "quanto costa in media un conto corrente e a che cosa guardo per cambiare banca?",
            "Confronta conto deposito e fondo in una tabellina: vantaggi, svantaggi, rischio.",
            (
                "Crea un modello di fattura per partita IVA con i dati obbligatori, ma "
                "senza dati veri."
            ),
            "Esercizio del libro: un capitale di 5.000 euro al 2,5 %. Quanto dopo sei anni?",
            "Riassumi i compiti della [[ORGANIZATION|Banca centrale europea]] in cinque punti.",
        ),
    ),
    Family(
        name="c_it_ordinary_firm",
        language="it",
        templates=(
            (
                "Fai un'analisi di mercato sull'auto elettrica in [[LOCATION|Europa]] con "
                "cifre pubbliche e cita le fonti."
            ),
            "Dammi dieci nomi per un caffè con libreria, meglio con un gioco di parole.",
            "Spiega il modello di {c_brand} in base al bilancio pubblicato, circa mezza pagina.",
            "Che cos'è una fusione e in che cosa si distingue da un'acquisizione?",
            (
                "fai un'analisi swot di un negozio di bici inventato in un paesino, in "
                "tabella per favore"
            ),
            "Come si scrive un buon comunicato stampa e quanto deve essere lungo al massimo?",
            (
                "Scrivi una pubblicità per una borraccia d'acciaio, 80 parole, simpatica e "
                "senza esagerare."
            ),
            (
                "Che cosa insegna la storia della [[ORGANIZATION|Olivetti]] "
                "sull'innovazione? Tre idee."
            ),
        ),
    ),
    Family(
        name="c_it_ordinary_computer",
        language="it",
        templates=(
            (
                "Quanto deve essere lunga una password sicura e perché una frase è meglio "
                "dei simboli?"
            ),
            (
                "Scrivi una funzione in Python che controlla se una password ha dodici "
                "caratteri e una cifra."
            ),
            "perche mi dice modulo non trovato se l'ho installato con pip?",
            "Spiega la differenza tra HTTP e HTTPS a chi non ne sa nulla, in dieci frasi.",
            "Come funziona in teoria una chiave API? Basta un esempio con LA_TUA_CHIAVE.",
            "Metti in ordine i numeri {c_num}, {c_num2}, {c_num3} e {c_num4} e calcola la media.",
            (
                "Scrivi le istruzioni per configurare il wifi di un router, con spazi "
                "vuoti per il nome."
            ),
        ),
    ),
    Family(
        name="c_it_ordinary_life",
        language="it",
        templates=(
            "Dammi una ricetta di lasagne al ragù per quattro persone con la lista della spesa.",
            "Chi era [[PERSON|Dante Alighieri]] e quali opere si leggono al liceo?",
            (
                "Prepara tre giorni a {c_it_city} in treno, molti musei, poca strada a "
                "piedi e un buon ristorante la sera."
            ),
            "Scrivi una poesia sull'autunno alla maniera di [[PERSON|Pascoli]], quattro strofe.",
            (
                "spiegami le regole della briscola così [[DATE_TIME|domani]] le insegno ai "
                "miei nipoti"
            ),
            "Chi vinse i Mondiali del [[DATE_TIME|2006]] e chi tirò l'ultimo rigore?",
            (
                "Correggi le virgole: anche se pioveva siamo usciti e siamo tornati "
                "bagnati ma contenti."
            ),
            "Inventa un dialogo tra un gatto e un aspirapolvere che si sente incompreso.",
            (
                "Riassumi la trama dei Promessi sposi di [[PERSON|Manzoni]] in sei frasi, "
                "senza commenti."
            ),
            "Quali piante crescono su un balcone all'ombra e ogni quanto si annaffiano?",
            (
                "Spiega che cosa si festeggia al Palio di [[LOCATION|Siena]] e da dove "
                "viene l'usanza, per un opuscolo."
            ),
        ),
    ),
)

"""Filled-in forms, mails and tables in six languages."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_de_documents",
        categories=(
            "personal",
            "health",
        ),
        language="de",
        form="document",
        templates=(
            (
                "ENTLASSUNGSBRIEF\n"
                "Patient: {name}, geb. {c_de_dob}\n"
                "Aufnahme: {c_de_date}, {c_de_org}\n"
                "Diagnosen: {c_de_ill}\n"
                "Medikation: {c_drug} 1-0-1\n"
                "[[Der Patient lehnte eine Entzugsbehandlung ab]].\n"
                "gez. {c_de_title} {last}"
            ),
            (
                "Von: {name} <{c_email}>\n"
                "An: {other}\n"
                "Betreff: Umzug\n"
                "\n"
                "Hallo {first},\n"
                "wir wohnen ab {c_de_date} in der {c_de_address}. [[Bitte sag es Papa "
                "nicht]]. Meine neue Nummer: {c_de_phone}"
            ),
            (
                "Name;Geburtsdatum;Telefon;Ort\n"
                "{name};{c_de_dob};{c_de_phone};{c_de_city}\n"
                "{other};{c_de_dob2};{c_de_phone2};{c_de_city2}"
            ),
            (
                "SELBSTAUSKUNFT\n"
                "Name: {name}\n"
                "Anschrift: {c_de_address}\n"
                "Geboren am: {c_de_dob}\n"
                "Arbeitgeber: {company}\n"
                "Nettoeinkommen: {c_euros}\n"
                "IBAN: {c_iban}"
            ),
            (
                "Kundin: {name}, Vertrag {c_account}\n"
                "Anruf am {c_de_date}: [[kann die Raten seit der Trennung nicht zahlen]], "
                "offen {c_euros}\n"
                "Rückruf {c_de_phone}"
            ),
            (
                "[{c_clock}] {first}: hast du es {other} gesagt\n"
                "[{c_clock2}] {last}: [[nein, er soll nicht wissen dass ich in therapie bin]]\n"
                "[{c_clock3}] {first}: komm nach {c_de_city}"
            ),
        ),
    ),
    Family(
        name="c_fr_documents",
        categories=(
            "personal",
            "health",
        ),
        language="fr",
        form="document",
        templates=(
            (
                "COMPTE RENDU D'HOSPITALISATION\n"
                "Patiente : {name}, née le {c_fr_dob}\n"
                "Entrée : {c_fr_date}, {c_fr_org}\n"
                "Diagnostic : {c_fr_ill}\n"
                "Traitement : {c_drug} matin et soir\n"
                "[[La patiente refuse le sevrage]].\n"
                "Signé {c_fr_title} {last}"
            ),
            (
                "De : {name} <{c_email}>\n"
                "À : {other}\n"
                "Objet : déménagement\n"
                "\n"
                "Bonjour {first},\n"
                "à partir du {c_fr_date} nous serons au {c_fr_address}. [[Ne le dis pas à "
                "papa]]. Mon nouveau numéro : {c_fr_phone}"
            ),
            (
                "nom;naissance;téléphone;ville\n"
                "{name};{c_fr_dob};{c_fr_phone};{c_fr_city}\n"
                "{other};{c_fr_dob2};{c_fr_phone2};{c_fr_city2}"
            ),
            (
                "FICHE DE RENSEIGNEMENTS\n"
                "Nom : {name}\n"
                "Adresse : {c_fr_address}\n"
                "Née le : {c_fr_dob}\n"
                "Employeur : {company}\n"
                "Revenu net : {c_euros}\n"
                "N° de sécurité sociale : {c_fr_nir}"
            ),
            (
                "Cliente : {name}, contrat {c_account}\n"
                "Appel du {c_fr_date} : [[ne paie plus depuis sa séparation]], reste {c_euros}\n"
                "Rappeler au {c_fr_phone}"
            ),
            (
                "[{c_clock}] {first} : tu l'as dit à {other} ?\n"
                "[{c_clock2}] {last} : [[non, il ne doit pas savoir que je vois un psy]]\n"
                "[{c_clock3}] {first} : viens à {c_fr_city}"
            ),
        ),
    ),
    Family(
        name="c_es_documents",
        categories=(
            "personal",
            "health",
        ),
        language="es",
        form="document",
        templates=(
            (
                "INFORME DE ALTA\n"
                "Paciente: {name}, nacido el {c_es_dob}\n"
                "Ingreso: {c_es_date}, {c_es_org}\n"
                "Diagnóstico: {c_es_ill}\n"
                "Tratamiento: {c_drug} cada doce horas\n"
                "[[El paciente rechaza la desintoxicación]].\n"
                "Firmado, {c_es_title} {last}"
            ),
            (
                "De: {name} <{c_email}>\n"
                "Para: {other}\n"
                "Asunto: mudanza\n"
                "\n"
                "Hola {first}:\n"
                "desde el {c_es_date} vivimos en {c_es_address}. [[No se lo digas a "
                "papá]]. Mi número nuevo es {c_es_phone}"
            ),
            (
                "nombre;nacimiento;teléfono;ciudad\n"
                "{name};{c_es_dob};{c_es_phone};{c_es_city}\n"
                "{other};{c_es_dob2};{c_es_phone2};{c_es_city2}"
            ),
            (
                "FICHA DEL INQUILINO\n"
                "Nombre: {name}\n"
                "DNI: {c_es_nif}\n"
                "Dirección: {c_es_address}\n"
                "Empresa: {company}\n"
                "Ingresos: {c_euros}\n"
                "Cuenta: {c_iban}"
            ),
            (
                "Cliente: {name}, contrato {c_account}\n"
                "Llamada del {c_es_date}: [[no paga desde que se separó]], debe {c_euros}\n"
                "Llamar al {c_es_phone}"
            ),
            (
                "[{c_clock}] {first}: se lo has dicho a {other}?\n"
                "[{c_clock2}] {last}: [[no, no quiero que sepa que voy al psiquiatra]]\n"
                "[{c_clock3}] {first}: vente a {c_es_city}"
            ),
        ),
    ),
    Family(
        name="c_pt_documents",
        categories=(
            "personal",
            "health",
        ),
        language="pt",
        form="document",
        templates=(
            (
                "NOTA DE ALTA\n"
                "Doente: {name}, nascido em {c_pt_dob}\n"
                "Entrada: {c_pt_date}, {c_pt_org}\n"
                "Diagnóstico: {c_pt_ill}\n"
                "Medicação: {c_drug} de manhã e à noite\n"
                "[[O doente recusa a desintoxicação]].\n"
                "Assinado, {c_pt_title} {last}"
            ),
            (
                "De: {name} <{c_email}>\n"
                "Para: {other}\n"
                "Assunto: mudança\n"
                "\n"
                "Oi {first},\n"
                "a partir de {c_pt_date} moramos em {c_pt_address}. [[Não conta pro pai]]. "
                "Meu número novo é {c_pt_phone}"
            ),
            (
                "nome;nascimento;telefone;cidade\n"
                "{name};{c_pt_dob};{c_pt_phone};{c_pt_city}\n"
                "{other};{c_pt_dob2};{c_pt_phone2};{c_pt_city2}"
            ),
            (
                "FICHA DE CADASTRO\n"
                "Nome: {name}\n"
                "CPF: {c_br_cpf}\n"
                "Endereço: {c_pt_address}\n"
                "Empresa: {company}\n"
                "Renda: {c_euros}\n"
                "Telefone: {c_pt_phone}"
            ),
            (
                "Cliente: {name}, contrato {c_account}\n"
                "Chamada de {c_pt_date}: [[deixou de pagar desde a separação]], deve {c_euros}\n"
                "Ligar para {c_pt_phone}"
            ),
            (
                "[{c_clock}] {first}: já disseste ao {other}?\n"
                "[{c_clock2}] {last}: [[não, ele não pode saber que ando no psiquiatra]]\n"
                "[{c_clock3}] {first}: vem para {c_pt_city}"
            ),
        ),
    ),
    Family(
        name="c_it_documents",
        categories=(
            "personal",
            "health",
        ),
        language="it",
        form="document",
        templates=(
            (
                "LETTERA DI DIMISSIONE\n"
                "Paziente: {name}, nato il {c_it_dob}\n"
                "Ricovero: {c_it_date}, {c_it_org}\n"
                "Diagnosi: {c_it_ill}\n"
                "Terapia: {c_drug} mattina e sera\n"
                "[[Il paziente rifiuta la disintossicazione]].\n"
                "Firmato {c_it_title} {last}"
            ),
            (
                "Da: {name} <{c_email}>\n"
                "A: {other}\n"
                "Oggetto: trasloco\n"
                "\n"
                "Ciao {first},\n"
                "dal {c_it_date} stiamo in {c_it_address}. [[Non dirlo a papà]]. Il mio "
                "nuovo numero è {c_it_phone}"
            ),
            (
                "nome;nascita;telefono;città\n"
                "{name};{c_it_dob};{c_it_phone};{c_it_city}\n"
                "{other};{c_it_dob2};{c_it_phone2};{c_it_city2}"
            ),
            (
                "SCHEDA INQUILINO\n"
                "Nome: {name}\n"
                "Codice fiscale: {c_it_fiscal}\n"
                "Indirizzo: {c_it_address}\n"
                "Datore di lavoro: {company}\n"
                "Reddito netto: {c_euros}\n"
                "IBAN: {c_iban}"
            ),
            (
                "Cliente: {name}, contratto {c_account}\n"
                "Telefonata del {c_it_date}: [[non paga da quando si è separata]], deve "
                "{c_euros}\n"
                "Richiamare {c_it_phone}"
            ),
            (
                "[{c_clock}] {first}: l'hai detto a {other}?\n"
                "[{c_clock2}] {last}: [[no, non deve sapere che vado dallo psichiatra]]\n"
                "[{c_clock3}] {first}: vieni a {c_it_city}"
            ),
        ),
    ),
    Family(
        name="c_nl_documents",
        categories=(
            "personal",
            "health",
        ),
        language="nl",
        form="document",
        templates=(
            (
                "ONTSLAGBRIEF\n"
                "Patiënt: {name}, geb. {c_nl_dob}\n"
                "Opname: {c_nl_date}, {c_nl_org}\n"
                "Diagnose: {c_nl_ill}\n"
                "Medicatie: {c_drug} ochtend en avond\n"
                "[[Patiënt weigert een afkickkliniek]].\n"
                "w.g. {c_nl_title} {last}"
            ),
            (
                "Van: {name} <{c_email}>\n"
                "Aan: {other}\n"
                "Onderwerp: verhuizing\n"
                "\n"
                "Hoi {first},\n"
                "vanaf {c_nl_date} wonen we op {c_nl_address}. [[Zeg het niet tegen "
                "papa]]. Mijn nieuwe nummer: {c_nl_phone}"
            ),
            (
                "naam;geboren;telefoon;plaats\n"
                "{name};{c_nl_dob};{c_nl_phone};{c_nl_city}\n"
                "{other};{c_nl_dob2};{c_nl_phone2};{c_nl_city2}"
            ),
            (
                "INSCHRIJFFORMULIER HUURDER\n"
                "Naam: {name}\n"
                "BSN: {c_nl_bsn}\n"
                "Adres: {c_nl_address}\n"
                "Werkgever: {company}\n"
                "Netto inkomen: {c_euros}\n"
                "Rekening: {c_iban}"
            ),
            (
                "Klant: {name}, contract {c_account}\n"
                "Gebeld op {c_nl_date}: [[betaalt niet meer sinds de scheiding]], open "
                "{c_euros}\n"
                "Terugbellen {c_nl_phone}"
            ),
            (
                "[{c_clock}] {first}: heb je het {other} verteld\n"
                "[{c_clock2}] {last}: [[nee, hij mag niet weten dat ik bij de psychiater loop]]\n"
                "[{c_clock3}] {first}: kom naar {c_nl_city}"
            ),
        ),
    ),
)

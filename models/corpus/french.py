"""French prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_fr_health",
        categories=(
            "health",
            "personal",
        ),
        language="fr",
        templates=(
            (
                "On vient d'annoncer à ma mère {first} qu'elle a {c_fr_ill}. [[Elle refuse "
                "d'en parler à mon père]]. Comment l'aider ?"
            ),
            (
                "J'ai {c_age} ans, {c_fr_ill} et je prends {c_drug} depuis {c_fr_month}. "
                "[[Mon employeur l'ignore]]. Dois-je le lui dire ?"
            ),
            (
                "Patiente {name}, née le {c_fr_dob}, vue le {c_fr_date} pour {c_fr_ill}, "
                "sous {c_drug}. Rédige un courrier pour le {c_fr_title} {last}."
            ),
            (
                "mon fils {first} a {c_kid} ans et {c_fr_ill}, l'ecole [[ne veut plus le "
                "garder a la cantine]]. aide moi a ecrire a la directrice"
            ),
            (
                "Sorti du {c_fr_org} {c_fr_when}, le compte rendu parle de {c_fr_ill}. "
                "[[Je n'arrive plus à dormir]]. Que va-t-il se passer ?"
            ),
            (
                "Écris une réclamation à la {c_fr_org}, dossier {c_account}, au nom de "
                "{name} : refus de prise en charge pour {c_fr_ill} le {c_fr_date}."
            ),
            (
                "Mon mari reboit depuis {c_fr_month} et [[il a levé la main sur notre "
                "fille]] [[DATE_TIME|hier]]. Je m'appelle {name}, je suis perdue."
            ),
            (
                "Résume l'évolution : {name}, {c_age} ans, {c_fr_ill}, {c_drug} arrêté le "
                "{c_fr_date}, [[deux rechutes]]."
            ),
            (
                "j'ai fait [[une fausse couche]] {c_fr_when} et {first} fait comme si de "
                "rien n'était. comment lui en parler ?"
            ),
            (
                "Traduis en anglais : Mme {last}, née le {c_fr_dob}, souffre de {c_fr_ill} "
                "et est en arrêt jusqu'au {c_fr_date}."
            ),
            (
                "Notre résidente {name}, chambre {c_small}, [[est tombée deux fois "
                "[[DATE_TIME|cette nuit]]]] sous {c_drug}. Rédige la transmission."
            ),
            (
                "Ma psychologue {c_fr_title} {last} pense à {c_fr_ill}. [[Je lui ai caché "
                "que je me fais vomir]]. Comment le dire ?"
            ),
        ),
    ),
    Family(
        name="c_fr_work",
        categories=(
            "employment",
            "personal",
        ),
        language="fr",
        templates=(
            (
                "Rédige un avertissement pour {name}, matricule {c_account}, [[trois "
                "retards en]] {c_fr_month}, entrepôt de {c_fr_city}."
            ),
            (
                "Lettre de recommandation pour {name}, né le {c_fr_dob}, {c_fr_job} chez "
                "{company} du {c_fr_date} au {c_fr_date2}, [[parti après un conflit]]."
            ),
            (
                "{first}, dans mon équipe, [[est enceinte et ne l'a dit qu'à moi]]. À "
                "partir de quand dois-je prévenir les RH ?"
            ),
            (
                "Je gagne {c_euros} brut comme {c_fr_job} chez {company}, ma collègue "
                "{name} touche {c_euros2}. Comment négocier ?"
            ),
            (
                "fais moi un cv avec ca : {name}, {c_fr_address}, {c_email}, {c_fr_phone}, "
                "{c_fr_job}, dernier poste {company} a {c_fr_city}"
            ),
            (
                "Lettre de licenciement à {name}, {c_fr_address}, effet au {c_fr_date}, "
                "motif : [[absences répétées pour maladie]]."
            ),
            (
                "Mon chef {c_fr_title} {last} [[m'a embrassée de force au séminaire]]. "
                "Faut-il saisir le CSE de {company} ?"
            ),
            (
                "Liste des salaires : {name} {c_euros}, {other} {c_euros2}, {third} "
                "{c_euros3}. Calcule une hausse de deux pour cent."
            ),
            (
                "Compte rendu d'entretien de {name}, {c_fr_date} : [[objectifs non "
                "atteints, période d'essai rompue]]. Adoucis le ton."
            ),
            (
                "Candidature : je m'appelle {name}, {c_age} ans, {c_fr_nrp}, j'habite "
                "{c_fr_city} et je vise {c_fr_org}. Mon numéro : {c_fr_phone}."
            ),
            (
                "Comment annoncer à {first} {last} que [[son poste disparaît en "
                "[[DATE_TIME|janvier]]]] ? Il a {c_age} ans et deux enfants."
            ),
        ),
    ),
    Family(
        name="c_fr_law",
        categories=(
            "legal",
            "personal",
        ),
        language="fr",
        templates=(
            (
                "J'ai reçu une convocation, affaire {c_case}, {name} m'accuse de "
                "[[violences]]. Que faut-il répondre au {c_fr_org} ?"
            ),
            (
                "Mon propriétaire {name}, {c_fr_address}, [[garde la caution de]] "
                "{c_euros}. Écris une mise en demeure."
            ),
            (
                "Notre client {name} reconnaît [[avoir antidaté les factures]]. Propose "
                "une stratégie pour l'audience du {c_fr_date}."
            ),
            (
                "Je divorce de {first} après douze ans, [[elle veut la maison de]] "
                "{c_fr_city} et la garde. Quels sont mes droits ?"
            ),
            (
                "ma sœur {name} [[a vidé le compte de notre mère]], il manque {c_euros}. "
                "est ce que je porte plainte ?"
            ),
            (
                "Bail entre {name} ({c_fr_address}) et {other}, née le {c_fr_dob}, loyer "
                "{c_euros} au {c_fr_date}. Relis les clauses."
            ),
            (
                "Demande d'asile de {name}, venu de [[LOCATION|Syrie]], arrivé le "
                "{c_fr_date}, [[frère emprisonné]]. Mets le récit en bon français."
            ),
            (
                "Testament : je soussigné {name}, né le {c_fr_dob} à {c_fr_city}, lègue "
                "[[mon appartement]] à {other}. Est-ce valable ?"
            ),
            (
                "Contravention {c_case}, véhicule {c_european_plate}, au volant il y avait "
                "[[mon frère]] {first}. Comment contester ?"
            ),
            (
                "Témoignage de {name} : [[elle aurait vu]] {other} briser la vitrine le "
                "{c_fr_date} à {c_fr_city}. Raccourcis-le."
            ),
        ),
    ),
    Family(
        name="c_fr_money",
        categories=(
            "payment",
            "personal",
        ),
        language="fr",
        templates=(
            (
                "Virement de {c_euros} à {name}, IBAN {c_iban}, loyer de {c_fr_month}. "
                "Écris aussi un message à {c_email}."
            ),
            (
                "ma carte {c_card} a ete debitee de {c_euros} {c_fr_when} a {c_fr_city}, "
                "ce n'est pas moi. que dire a la banque ?"
            ),
            (
                "Déclaration de {name}, numéro de sécurité sociale {c_fr_nir}, revenus "
                "{c_euros}, [[pension à mon ex-femme]] {c_euros2}. Quelle case ?"
            ),
            (
                "J'ai {c_euros} de dettes envers {c_fr_org}, [[l'huissier est déjà "
                "passé]]. Je suis {name}. Demande un délai pour moi."
            ),
            (
                "Facture à {name}, {c_fr_address}, client {c_account}, montant {c_euros}, "
                "compte {c_iban}. Corrige les fautes."
            ),
            (
                "Titulaire {name}, {c_iban}, solde {c_euros}, [[à découvert depuis un "
                "an]]. Fais-moi un budget."
            ),
            (
                "NIR {c_fr_nir}, {name}, née le {c_fr_dob} : à quel âge pourrai-je partir "
                "à la retraite ?"
            ),
            (
                "Classe ces opérations : {c_fr_date} {other} {c_euros} ; {c_fr_date2} "
                "{company} {c_euros2} ; compte {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_fr_firm",
        categories=("corporate",),
        language="fr",
        templates=(
            (
                "Confidentiel : {company} [[rachète au printemps]] {c_firm} pour "
                "{c_euros}. Rédige la note au conseil."
            ),
            (
                "Notre chiffre de {c_fr_month} est tombé [[à]] {c_euros}, [[aucun "
                "investisseur ne le sait]]. Comment l'expliquer à la banque ?"
            ),
            (
                "Résume : projet Aigle, [[fermeture du site de]] {c_fr_city}, 240 postes, "
                "annonce le {c_fr_date}, silence d'ici là."
            ),
            (
                "Nous négocions avec {company} [[un prix de]] {c_euros} l'unité, plancher "
                "{c_euros2}. Prépare l'offre."
            ),
            (
                "Liste clients de {c_firm} : {company}, contact {name}, {c_email}, volume "
                "{c_euros}. Fais-en un tableau."
            ),
            (
                "notre nouveau produit [[sort en]] {c_fr_month} [[avec une batterie sans "
                "cobalt]], brevet pas encore déposé. ecris un pitch pour {c_fr_org}"
            ),
            (
                "Note interne : [[le rappel coûte]] {c_euros}, {c_fr_title} {last} veut "
                "attendre les élections. Rends-la plus neutre."
            ),
            (
                "Que répondre à {company} s'ils demandent pourquoi [[nous ne renouvelons "
                "pas le contrat]] ?"
            ),
        ),
    ),
    Family(
        name="c_fr_secret",
        categories=("credentials",),
        language="fr",
        templates=(
            (
                "Mon mot de passe {c_brand} est {password}, identifiant {c_user}. Pourquoi "
                "ça ne marche pas ?"
            ),
            "Accès au serveur {c_ip} : {c_user} / {password}. Écris une notice pour {first}.",
            (
                "le code de ma carte est {pin} et je l'oublie tout le temps, tu as un "
                "moyen mnemotechnique ?"
            ),
            "Wifi de la maison : clé {password}. Fais une jolie affiche pour nos invités.",
            "Pourquoi cet appel renvoie-t-il 401 ? Ma clé est {key}, l'adresse {c_url}.",
            (
                "Traduis ce mail : Bonjour {first}, le nouveau mot de passe est "
                "{password}, à changer à la connexion."
            ),
            (
                "L'alarme du bureau de {c_fr_city} a le code {pin}. Écris un mot pour "
                "l'équipe de ménage."
            ),
        ),
    ),
    Family(
        name="c_fr_private",
        categories=("personal",),
        language="fr",
        templates=(
            (
                "Je m'appelle {name}, j'habite {c_fr_address}, tél. {c_fr_phone}. Écris "
                "une plainte à la {c_fr_org}."
            ),
            (
                "Mon ex {name} m'écrit sans cesse du {c_fr_phone}, [[il m'attend en bas de "
                "chez moi]], {c_fr_address}. Que faire ?"
            ),
            (
                "Invitation aux quarante ans de {first}, {c_fr_date}, chez nous, "
                "{c_fr_address}, réponse à {c_email}."
            ),
            (
                "Remplis le formulaire : nom {name}, née le {c_fr_dob} à {c_fr_city}, "
                "nationalité {c_fr_nrp}, passeport {c_passport}."
            ),
            (
                "[[je suis gay et mes parents ne le savent pas]], ils sont très "
                "{c_fr_nrp}. j'ai {c_age} ans et je vis chez eux à {c_fr_city}"
            ),
            (
                "ma copine {first} [[me trompe avec]] {other}, j'ai lu ses messages. est "
                "ce que je lui en parle ?"
            ),
            (
                "Contacts de la classe : {name} {c_fr_phone}, {other} {c_email}, {third} "
                "{c_fr_phone2}. Trie par nom."
            ),
            (
                "Discours pour mon père {name}, né le {c_fr_dob}, mort {c_fr_when} à "
                "{c_fr_city}, [[nous étions fâchés]]."
            ),
            (
                "Lettre aux services sociaux : les voisins du {c_fr_address} [[frappent "
                "leur fille]] {first}, {c_kid} ans. Comment rester factuel ?"
            ),
            (
                "Présente-moi : {name}, {c_age} ans, {c_fr_job} à {c_fr_city}, [[maman "
                "solo]], joignable à {c_email}."
            ),
            (
                "Mes données pour le contrat : {name}, {c_fr_address}, {c_fr_dob}, "
                "{c_iban}. Complète le modèle."
            ),
        ),
    ),
)

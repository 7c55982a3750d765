"""French prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_fr_ordinary_health",
        language="fr",
        templates=(
            (
                "Quels sont les premiers signes du diabète, et en quoi le type 1 "
                "diffère-t-il du type 2 ?"
            ),
            (
                "Écris un exposé de collège sur l'histoire de la vaccination contre la "
                "variole, avec trois sources."
            ),
            (
                "Explique à un débutant comment agit {c_drug} et pourquoi il ne faut pas "
                "l'arrêter d'un coup."
            ),
            (
                "Comment se passe en général une cure thermale en [[LOCATION|France]], et "
                "qui en fait la demande ?"
            ),
            (
                "fais moi une semaine de menus équilibrés, peu de sucre, beaucoup de "
                "légumes, pour deux personnes"
            ),
            (
                "Rédige une lettre type à une mutuelle avec des champs vides comme [nom] "
                "et [numéro d'adhérent]."
            ),
            (
                "Résume l'article sur le sommeil : un adulte a besoin de sept à huit "
                "heures, un adolescent davantage."
            ),
            (
                "Écris une nouvelle sur une médecin à bord d'un vaisseau spatial qui "
                "affronte une maladie inconnue."
            ),
            "À quoi sert le foie, et qu'en dit le programme de troisième ?",
            "Propose dix questions pour un sondage anonyme sur le stress au travail.",
            (
                "Traduis en anglais : prenez ce médicament deux fois par jour après le "
                "repas avec un verre d'eau."
            ),
            "Que veut dire une tension de 14/9, et comment la mesure-t-on correctement ?",
        ),
    ),
    Family(
        name="c_fr_ordinary_work",
        language="fr",
        templates=(
            "Comment rédiger une bonne lettre de motivation, et quelles formules faut-il éviter ?",
            (
                "Crée un modèle de CV avec les rubriques nom, adresse, formation et "
                "compétences, toutes vides."
            ),
            (
                "Écris une offre d'emploi pour un poste de {c_fr_job} à mi-temps, salaire "
                "selon convention, sans clichés."
            ),
            "Quel est le préavis légal pendant la période d'essai, et où le trouve-t-on ?",
            (
                "donne moi cinq questions classiques d'entretien d'embauche et de bonnes "
                "reponses types pour debutants"
            ),
            "Explique la différence entre brut et net avec un exemple inventé de 3 000 euros.",
            (
                "Écris un mail à tous : l'ascenseur sera en révision le {c_fr_date}, merci "
                "de prendre l'escalier."
            ),
            (
                "Comment mener un bon entretien annuel quand on est jeune manager, et "
                "quelles erreurs éviter ?"
            ),
            (
                "Prépare un atelier sur la gestion du temps : deux heures, douze "
                "participants, pauses et exercices."
            ),
            (
                "Résume l'histoire des syndicats en [[LOCATION|France]] depuis "
                "[[DATE_TIME|1884]] en huit phrases."
            ),
            (
                "Que fait un comité d'entreprise, et à partir de combien de salariés "
                "est-il obligatoire ?"
            ),
        ),
    ),
    Family(
        name="c_fr_ordinary_law",
        language="fr",
        templates=(
            (
                "Quelle est la différence entre un meurtre et un assassinat dans le code "
                "pénal ? Avec un cas d'école."
            ),
            (
                "Explique cette clause : le locataire prend en charge les menues "
                "réparations et l'entretien courant."
            ),
            (
                "Comment fonctionne en général un divorce en [[LOCATION|Belgique]], et "
                "combien de temps dure-t-il ?"
            ),
            (
                "Écris un modèle de contrat de sous-location avec des blancs pour les "
                "noms, l'adresse et le loyer."
            ),
            (
                "Résume en langage simple l'arrêt Perruche de la [[ORGANIZATION|Cour de "
                "cassation]] de [[DATE_TIME|2000]]."
            ),
            (
                "il me faut un plan pour un mémoire sur les contrats en droit civil, 12 "
                "pages, intro et conclusion"
            ),
            (
                "Quels sont les éléments du vol selon l'article 311-1 ? Donne une fiche à "
                "apprendre par cœur."
            ),
            "Écris une pièce en deux scènes où un juge doit trancher le vol d'un fromage.",
            (
                "Reformule en langage courant : les conventions légalement formées "
                "tiennent lieu de loi aux parties."
            ),
            "Quels sont en général mes droits si un marchand en ligne ne livre pas ?",
        ),
    ),
    Family(
        name="c_fr_ordinary_money",
        language="fr",
        templates=(
            (
                "Comment est construit un IBAN [[NRP|français]], et que vérifient les deux "
                "chiffres après FR ?"
            ),
            (
                "Écris une formule de tableur qui calcule une mensualité à partir du "
                "capital, du taux et de la durée."
            ),
            "Explique l'inflation à des élèves de sixième avec l'exemple du marchand de glaces.",
            (
                "combien coute un compte courant en moyenne et a quoi faire attention pour "
                "changer de banque ?"
            ),
            (
                "Compare livret A et assurance vie dans un petit tableau : avantages, "
                "inconvénients, risques."
            ),
            (
                "Crée un modèle de facture pour auto-entrepreneur avec les mentions "
                "obligatoires, sans vraies données."
            ),
            (
                "Exercice du manuel : un capital de 5 000 euros placé à 2,5 %. Combien "
                "après six ans ?"
            ),
            "Résume le rôle de la [[ORGANIZATION|Banque centrale européenne]] en cinq points.",
        ),
    ),
    Family(
        name="c_fr_ordinary_firm",
        language="fr",
        templates=(
            (
                "Fais une étude de marché sur la voiture électrique en [[LOCATION|Europe]] "
                "à partir de chiffres publics."
            ),
            "Donne-moi dix noms pour un café-librairie, si possible avec un jeu de mots.",
            (
                "Explique le modèle économique de {c_brand} d'après son rapport annuel "
                "publié, une demi-page environ."
            ),
            "Qu'est-ce qu'une fusion, et en quoi diffère-t-elle d'un rachat ?",
            (
                "fais une analyse swot d'un magasin de vélos imaginaire dans une petite "
                "ville, en tableau"
            ),
            "Comment écrit-on un bon communiqué de presse, et quelle longueur ne pas dépasser ?",
            (
                "Écris une publicité pour une gourde en inox, 80 mots, ton sympathique et "
                "sans exagération."
            ),
            (
                "Que retenir de l'histoire de [[ORGANIZATION|Kodak]] sur l'innovation ? En "
                "trois idées."
            ),
        ),
    ),
    Family(
        name="c_fr_ordinary_computer",
        language="fr",
        templates=(
            (
                "Quelle longueur pour un mot de passe sûr, et pourquoi une phrase "
                "vaut-elle mieux que des symboles ?"
            ),
            (
                "Écris une fonction Python qui vérifie qu'un mot de passe a douze "
                "caractères et un chiffre."
            ),
            "pourquoi j'ai l'erreur module introuvable alors que je l'ai installe avec pip ?",
            (
                "Explique la différence entre HTTP et HTTPS à quelqu'un qui n'y connaît "
                "rien, en dix phrases."
            ),
            "Comment marche une clé d'API en principe ? Un exemple avec VOTRE_CLE_ICI suffit.",
            (
                "Range les nombres {c_num}, {c_num2}, {c_num3} et {c_num4} par ordre "
                "croissant et calcule la moyenne."
            ),
            (
                "Écris un mode d'emploi pour configurer le wifi d'une box, avec des champs "
                "vides pour le nom."
            ),
        ),
    ),
    Family(
        name="c_fr_ordinary_life",
        language="fr",
        templates=(
            (
                "Donne-moi une recette de gratin dauphinois pour quatre personnes avec la "
                "liste de courses."
            ),
            "Qui était [[PERSON|Victor Hugo]], et quelles œuvres faut-il avoir lues au lycée ?",
            (
                "Prépare trois jours à {c_fr_city} en train, beaucoup de musées, peu de "
                "marche, un bon restaurant le soir."
            ),
            "Écris un poème sur l'automne à la manière de [[PERSON|Verlaine]], quatre strophes.",
            (
                "explique moi les regles de la belote pour que je les apprenne "
                "[[DATE_TIME|demain]] à mes neveux"
            ),
            (
                "Qui a été la première femme Premier ministre en [[LOCATION|France]], et "
                "combien de temps ?"
            ),
            (
                "Corrige les virgules : bien qu'il pleuve nous sommes sortis et rentrés "
                "trempés mais contents."
            ),
            "Invente un dialogue entre un chat et un aspirateur qui se sent incompris.",
            (
                "Résume l'intrigue de L'Étranger de [[PERSON|Camus]] en six phrases, sans "
                "interpréter."
            ),
            "Quelles plantes poussent sur un balcon à l'ombre, et quand faut-il les arroser ?",
            (
                "Que fête-t-on au carnaval de [[LOCATION|Nice]], et d'où vient la "
                "tradition ? Écris-le pour une brochure."
            ),
        ),
    ),
)

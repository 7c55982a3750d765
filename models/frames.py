"""What people write before and behind what a prompt is about, in seven languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

BEFORE: Final = MappingProxyType(
    {
        "en": (
            "Please help me with this: ", "Rewrite this so that it sounds professional: ",
            "Summarise the following in two sentences.\n\n", "Translate into Spanish: ",
            "Fix the grammar: ", "Write a short e-mail about this. ", "hey, ", "Hi! ",
            "Turn this into bullet points:\n", "Can you proofread this?\n\n", "Make it shorter:\n",
            "What do you think of this?\n\n", "Reply to this:\n\n", "Explain this to me: ",
            "Improve the wording of the text below.\n---\n", "paraphrase: ", "rewrite: ",
            "Quick question. ", "Give me feedback on this draft:\n\n", "Make this friendlier - ",
            "Act as an editor. ", "Put this into a table:\n", "Check for mistakes: \n",
            "Is there anything wrong with this?\n", "You are a helpful assistant. ", "ok so ",
            "I need your help, ", "Continue the text: ", "Could you take a look at this?\n\n",
            "summarize\n\n", "Convert it to JSON: ", "Translate to German:\n\n", "Ideas please. ",
        ),
        "de": (
            "Bitte hilf mir damit: ", "Formuliere das professioneller: ", "Fasse zusammen:\n\n",
            "Korrigiere die Grammatik: ", "Übersetze ins Englische: ", "Hallo, ", "Kürze das:\n",
            "Was hältst du davon?\n\n", "Antworte darauf:\n\n", "Schreib eine kurze Mail dazu. ",
        ),
        "fr": (
            "Aide-moi s'il te plaît : ", "Reformule de façon professionnelle : ", "Bonjour, ",
            "Résume ceci :\n\n", "Corrige la grammaire : ", "Traduis en anglais : ",
            "Que penses-tu de cela ?\n\n", "Réponds à ce message :\n\n", "Raccourcis :\n",
        ),
        "es": (
            "Ayúdame con esto: ", "Reescríbelo de forma profesional: ", "Hola, ",
            "Resume lo siguiente:\n\n", "Corrige la gramática: ", "Traduce al inglés: ",
            "¿Qué te parece esto?\n\n", "Responde a este mensaje:\n\n", "Hazlo más corto:\n",
        ),
        "pt": (
            "Me ajude com isto: ", "Reescreva de forma profissional: ", "Olá, ", "Resuma:\n\n",
            "Corrija a gramática: ", "Traduza para o inglês: ", "O que acha disto?\n\n",
            "Responda a esta mensagem:\n\n", "Deixe mais curto:\n",
        ),
        "it": (
            "Aiutami con questo: ", "Riscrivilo in modo professionale: ", "Ciao, ",
            "Riassumi:\n\n", "Correggi la grammatica: ", "Traduci in inglese: ",
            "Che ne pensi?\n\n", "Rispondi a questo messaggio:\n\n", "Accorcia:\n",
        ),
        "nl": (
            "Help me hiermee: ", "Herschrijf dit professioneler: ", "Hoi, ", "Vat samen:\n\n",
            "Verbeter de grammatica: ", "Vertaal naar het Engels: ", "Wat vind je hiervan?\n\n",
            "Beantwoord dit bericht:\n\n", "Maak dit korter:\n",
        ),
    }
)  # fmt: skip

AFTER: Final = MappingProxyType(
    {
        "en": (
            " Thanks!", "\n\nKeep it under 100 words.", "\n\nSummarise that.", " Please.",
            "\n\nWhat would you answer?", "\nIs that correct?", "\n\nMake it more formal.",
            "\n\nTranslate this to French.", " What do you think?", "\n\nRewrite in my voice",
            "\n\n^ shorten this", " Can you help?", "\n\nList the main points.", " Any advice?",
        ),
        "de": (" Danke!", "\n\nFasse das zusammen.", "\n\nBitte förmlicher.", " Was meinst du?"),
        "fr": (" Merci !", "\n\nRésume.", "\n\nPlus formel, s'il te plaît.", " Des conseils ?"),
        "es": (" ¡Gracias!", "\n\nResúmelo.", "\n\nMás formal, por favor.", " ¿Qué opinas?"),
        "pt": (" Obrigado!", "\n\nResuma isso.", "\n\nMais formal, por favor.", " O que acha?"),
        "it": (" Grazie!", "\n\nRiassumi.", "\n\nPiù formale, per favore.", " Che ne pensi?"),
        "nl": (" Bedankt!", "\n\nVat dat samen.", "\n\nFormeler graag.", " Wat vind je ervan?"),
    }
)  # fmt: skip

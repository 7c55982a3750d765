"""Longer ordinary Spanish, Portuguese and Italian texts: templates, lessons, pasted articles."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_es_texts",
        language="es",
        form="document",
        templates=(
            (
                "INFORME DE ALTA, esquema\n"
                "Paciente: [nombre], nacido el [fecha]\n"
                "Ingreso: [fecha], [servicio]\n"
                "Diagnósticos: por orden de importancia, con código CIE-10\n"
                "Tratamiento: principio activo, dosis, mañana, tarde y noche\n"
                "Al final van las recomendaciones y la firma del médico."
            ),
            (
                "Corrige este párrafo. La abeja es uno de los animales más útiles del "
                "mundo. Sin ella no habría manzanas, ni cerezas, ni almendras. Una colmena "
                "tiene una reina, miles de obreras y, en verano, unos cientos de zánganos."
            ),
            (
                "artículo;color;precio;existencias\n"
                "{c_part};rojo;{c_decimal};{c_small}\n"
                "{c_part2};azul;{c_decimal2};{c_small2}\n"
                "{c_part3};gris;{c_decimal3};{c_small3}\n"
                "Calcula el valor del almacén y di qué artículo hay que volver a pedir."
            ),
            (
                "FICHA DEL INQUILINO (modelo)\n"
                "Nombre: ____________________\n"
                "DNI: ____________________\n"
                "Dirección: ____________________\n"
                "Empresa: ____________________\n"
                "Ingresos: ____________________\n"
                "Rellénese con letra clara y entréguese el día de la visita."
            ),
            (
                "Queridos vecinos: el {c_es_date} la biblioteca de {c_es_city} celebra su "
                "fiesta de verano. Desde las {c_clock} habrá pasteles, música y un "
                "mercadillo de libros. La entrada es libre. Si llueve, la fiesta será en "
                "la sala de lectura. Conviértelo en un cartel."
            ),
            (
                "Escena 1. Un andén con niebla. El REVISOR lee un periódico que ya no "
                "existe. La VIAJERA pregunta por su tren. Él responde que salió "
                "[[DATE_TIME|ayer]], con ella en la ventanilla. Escribe la escena 2, en la "
                "que se encuentra consigo misma."
            ),
            (
                "Resume: [[PERSON|Pablo Picasso]] nació en [[DATE_OF_BIRTH|1881]] en "
                "[[LOCATION|Málaga]] y murió en [[DATE_TIME|1973]] en "
                "[[LOCATION|Mougins]]. Vivió en [[LOCATION|París]], pintó el Guernica en "
                "[[DATE_TIME|1937]] y dirigió el [[ORGANIZATION|Museo del Prado]]."
            ),
            (
                "Deberes: un comerciante compra {c_small} bicicletas a 420 euros y las "
                "vende con un margen del 25 por ciento. Tres las tiene que vender con "
                "pérdida. Plantea una ecuación del beneficio, resuélvela y explica cada "
                "paso para segundo de la ESO."
            ),
            (
                "El albergue está a diez minutos de la estación. Todas las habitaciones "
                "tienen literas y las sábanas están incluidas. El desayuno se sirve desde "
                "las {c_clock}. No se admiten animales. Tradúcelo al inglés y al portugués."
            ),
            (
                "Nota de prensa: {c_brand} ha publicado [[DATE_TIME|hoy]] los resultados "
                "del tercer trimestre. Las ventas suben un cuatro por ciento y el "
                "beneficio se mantiene. El grupo confirma sus previsiones para el año. "
                "Escribe tres frases para las noticias."
            ),
            (
                "Guía de viaje. [[LOCATION|Salamanca]] se recorre a pie: las catedrales "
                "por la mañana, la plaza a mediodía, el puente romano por la tarde. Se "
                "cena de tapas y se vuelve junto al río. Haz un programa hora por hora y "
                "calcula el gasto de dos estudiantes."
            ),
            (
                "Tema de debate: la escuela debería empezar más tarde. Unos piensan en el "
                "sueño de los niños, otros en el trabajo de los padres. Escribe tres "
                "argumentos por bando, cada uno con una objeción, y una conclusión que el "
                "jurado pueda valorar."
            ),
        ),
    ),
    Family(
        name="c_pt_texts",
        language="pt",
        form="document",
        templates=(
            (
                "NOTA DE ALTA, estrutura\n"
                "Doente: [nome], nascido em [data]\n"
                "Entrada: [data], [serviço]\n"
                "Diagnósticos: por ordem de importância, com código CID-10\n"
                "Medicação: princípio ativo, dose, manhã, tarde e noite\n"
                "No fim vêm as recomendações e a assinatura do médico."
            ),
            (
                "Corrija este parágrafo. A abelha é um dos animais mais úteis do mundo. "
                "Sem ela não haveria maçãs, nem cerejas, nem amêndoas. Uma colmeia tem uma "
                "rainha, milhares de operárias e, no verão, algumas centenas de zangões."
            ),
            (
                "artigo;cor;preço;estoque\n"
                "{c_part};vermelho;{c_decimal};{c_small}\n"
                "{c_part2};azul;{c_decimal2};{c_small2}\n"
                "{c_part3};cinza;{c_decimal3};{c_small3}\n"
                "Calcule o valor do estoque e diga que artigo é preciso encomendar."
            ),
            (
                "FICHA DE CADASTRO (modelo)\n"
                "Nome: ____________________\n"
                "CPF: ____________________\n"
                "Endereço: ____________________\n"
                "Empresa: ____________________\n"
                "Renda: ____________________\n"
                "Preencha com letra legível e entregue no dia da visita."
            ),
            (
                "Caros vizinhos, em {c_pt_date} a biblioteca de {c_pt_city} celebra a "
                "festa de verão. A partir das {c_clock} há bolos, música e feira de "
                "livros. A entrada é livre. Se chover, a festa será na sala de leitura. "
                "Faça disto um cartaz."
            ),
            (
                "Cena 1. Um cais com nevoeiro. O REVISOR lê um jornal que já não existe. A "
                "VIAJANTE pergunta pelo comboio. Ele responde que partiu "
                "[[DATE_TIME|ontem]], com ela à janela. Escreva a cena 2, em que ela se "
                "encontra consigo mesma."
            ),
            (
                "Resuma: [[PERSON|José Saramago]] nasceu em [[DATE_OF_BIRTH|1922]] na "
                "[[LOCATION|Azinhaga]] e morreu em [[DATE_TIME|2010]] em "
                "[[LOCATION|Lanzarote]]. Trabalhou no [[ORGANIZATION|Diário de Notícias]] "
                "e recebeu o Nobel em [[DATE_TIME|1998]]."
            ),
            (
                "Trabalho de casa: um comerciante compra {c_small} bicicletas a 420 euros "
                "e vende-as com uma margem de 25 por cento. Três são vendidas com "
                "prejuízo. Escreva uma equação do lucro, resolva-a e explique cada passo "
                "para o oitavo ano."
            ),
            (
                "O albergue fica a dez minutos da estação. Todos os quartos têm beliches e "
                "os lençóis estão incluídos. O café da manhã é servido a partir das "
                "{c_clock}. Não são aceites animais. Traduza para inglês e para espanhol."
            ),
            (
                "Comunicado: a {c_brand} publicou [[DATE_TIME|hoje]] os resultados do "
                "terceiro trimestre. As vendas sobem quatro por cento e o lucro mantém-se. "
                "O grupo confirma as previsões para o ano. Escreva três frases para o noticiário."
            ),
            (
                "Guia de viagem. [[LOCATION|Coimbra]] percorre-se a pé: a universidade de "
                "manhã, a baixa ao meio-dia, o rio à tarde. Janta-se numa tasca e volta-se "
                "pela ponte. Faça um programa hora a hora e estime a despesa de dois estudantes."
            ),
            (
                "Tema de debate: a escola devia começar mais tarde. Uns pensam no sono das "
                "crianças, outros no trabalho dos pais. Escreva três argumentos para cada "
                "lado, cada um com uma objeção, e uma conclusão que o júri possa avaliar."
            ),
        ),
    ),
    Family(
        name="c_it_texts",
        language="it",
        form="document",
        templates=(
            (
                "LETTERA DI DIMISSIONE, schema\n"
                "Paziente: [nome], nato il [data]\n"
                "Ricovero: [data], [reparto]\n"
                "Diagnosi: in ordine di importanza, con codice ICD-10\n"
                "Terapia: principio attivo, dose, mattina, pranzo e sera\n"
                "Alla fine vengono le raccomandazioni e la firma del medico."
            ),
            (
                "Correggi questo paragrafo. L'ape è uno degli animali più utili del mondo. "
                "Senza di lei non ci sarebbero né mele, né ciliegie, né mandorle. Un "
                "alveare ha una regina, migliaia di operaie e, d'estate, qualche centinaio "
                "di fuchi."
            ),
            (
                "articolo;colore;prezzo;scorta\n"
                "{c_part};rosso;{c_decimal};{c_small}\n"
                "{c_part2};blu;{c_decimal2};{c_small2}\n"
                "{c_part3};grigio;{c_decimal3};{c_small3}\n"
                "Calcola il valore del magazzino e di' quale articolo va riordinato."
            ),
            (
                "SCHEDA INQUILINO (modello)\n"
                "Nome: ____________________\n"
                "Codice fiscale: ____________________\n"
                "Indirizzo: ____________________\n"
                "Datore di lavoro: ____________________\n"
                "Reddito netto: ____________________\n"
                "Da compilare in stampatello e consegnare il giorno della visita."
            ),
            (
                "Cari concittadini, il {c_it_date} la biblioteca di {c_it_city} celebra la "
                "festa d'estate. Dalle {c_clock} ci saranno dolci, musica e un mercatino "
                "di libri. L'ingresso è libero. Se piove, la festa si terrà in sala "
                "lettura. Fanne un manifesto."
            ),
            (
                "Scena 1. Un binario nella nebbia. Il CONTROLLORE legge un giornale che "
                "non esiste più. La VIAGGIATRICE chiede del treno. Lui risponde che è "
                "partito [[DATE_TIME|ieri]], con lei al finestrino. Scrivi la scena 2, in "
                "cui incontra sé stessa."
            ),
            (
                "Riassumi: [[PERSON|Galileo Galilei]] nacque nel [[DATE_OF_BIRTH|1564]] a "
                "[[LOCATION|Pisa]] e morì nel [[DATE_TIME|1642]] ad [[LOCATION|Arcetri]]. "
                "Insegnò all'[[ORGANIZATION|Università di Padova]] e nel "
                "[[DATE_TIME|1610]] osservò le lune di Giove."
            ),
            (
                "Compito: un negoziante compra {c_small} biciclette a 420 euro e le vende "
                "con un margine del 25 per cento. Tre le cede in perdita. Imposta "
                "un'equazione per il guadagno, risolvila e spiega ogni passo per la terza media."
            ),
            (
                "L'ostello si trova a dieci minuti dalla stazione. Tutte le camere hanno "
                "letti a castello e le lenzuola sono comprese. La colazione è servita "
                "dalle {c_clock}. Gli animali non sono ammessi. Traduci in inglese e in tedesco."
            ),
            (
                "Comunicato: {c_brand} ha pubblicato [[DATE_TIME|oggi]] i risultati del "
                "terzo trimestre. I ricavi salgono del quattro per cento, l'utile resta "
                "stabile. Il gruppo conferma le previsioni per l'anno. Scrivi tre frasi "
                "per il notiziario."
            ),
            (
                "Guida di viaggio. [[LOCATION|Torino]] si gira a piedi: i portici al "
                "mattino, il museo egizio a mezzogiorno, il fiume nel pomeriggio. Si cena "
                "in una piola e si rientra lungo i viali. Fanne un programma ora per ora e "
                "stima la spesa di due studenti."
            ),
            (
                "Tema per il dibattito: la scuola dovrebbe cominciare più tardi. Chi è a "
                "favore pensa al sonno dei ragazzi, chi è contro al lavoro dei genitori. "
                "Scrivi tre argomenti per parte, ognuno con un'obiezione, e una "
                "conclusione che la giuria possa valutare."
            ),
            (
                "Ricetta: taglia due porri, falli appassire nel burro, aggiungi un litro "
                "di brodo e quattro patate e cuoci per venti minuti. Frulla la zuppa e "
                "finisci con la panna. Ricalcola le dosi per {c_small} persone e scrivi la "
                "lista della spesa."
            ),
        ),
    ),
)

"""Portuguese prompts of the same subjects and forms that give nothing away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_pt_ordinary_health",
        language="pt",
        templates=(
            "Quais são os primeiros sintomas da diabetes e em que diferem o tipo 1 e o tipo 2?",
            (
                "Escreva um trabalho escolar sobre a história da vacina contra a varíola "
                "com três fontes."
            ),
            "Explique a um leigo como atua {c_drug} e porque não se deve parar de repente.",
            (
                "Como funciona em geral o médico de família em [[LOCATION|Portugal]] e "
                "quem o escolhe?"
            ),
            "faz um cardápio semanal saudável, pouco açúcar, muita verdura, para duas pessoas",
            (
                "Escreva uma carta modelo a uma seguradora com espaços como [nome] e "
                "[número da apólice]."
            ),
            (
                "Resuma o artigo sobre o sono: um adulto precisa de sete a oito horas, um "
                "adolescente de mais."
            ),
            (
                "Escreva um conto sobre uma médica numa nave espacial que luta contra uma "
                "doença desconhecida."
            ),
            "Para que serve o fígado e o que diz dele o livro de ciências?",
            "Proponha dez perguntas para um inquérito anónimo sobre o stress no trabalho.",
            (
                "Traduza para inglês: tome o medicamento duas vezes por dia depois de "
                "comer com um copo de água."
            ),
            "O que significa uma tensão de 14 por 9 e como se mede bem em casa?",
        ),
    ),
    Family(
        name="c_pt_ordinary_work",
        language="pt",
        templates=(
            "Como se escreve uma boa carta de apresentação e que frases convém evitar?",
            (
                "Crie um modelo de currículo com os campos nome, morada, estudos e "
                "competências, todos vazios."
            ),
            (
                "Escreva um anúncio para um lugar de {c_pt_job} a meio tempo, salário "
                "conforme contrato, sem clichés."
            ),
            "Qual é o aviso prévio legal no período experimental e onde está escrito?",
            (
                "me da cinco perguntas tipicas de entrevista de emprego e boas respostas "
                "pra quem esta comecando"
            ),
            "Explique a diferença entre bruto e líquido com um exemplo inventado de 3.000 euros.",
            (
                "Escreva um mail a todos: o elevador está em manutenção em {c_pt_date}, "
                "usem as escadas."
            ),
            "Como conduzo bem uma avaliação anual sendo chefe novo e que erros são frequentes?",
            (
                "Prepare uma oficina sobre gestão do tempo: duas horas, doze pessoas, "
                "pausas e exercícios."
            ),
            (
                "Resuma a história dos sindicatos em [[LOCATION|Portugal]] desde "
                "[[DATE_TIME|1910]] em oito frases."
            ),
            "O que faz uma comissão de trabalhadores e quem a pode eleger?",
        ),
    ),
    Family(
        name="c_pt_ordinary_law",
        language="pt",
        templates=(
            (
                "Qual é a diferença entre homicídio simples e qualificado no código penal? "
                "Com um caso de manual."
            ),
            "Explique a cláusula: o inquilino paga as pequenas reparações causadas pelo uso.",
            (
                "Como funciona em geral um divórcio no [[LOCATION|Brasil]] e quanto tempo "
                "costuma demorar?"
            ),
            "Escreva um modelo de contrato de sublocação com espaços para nomes, morada e renda.",
            (
                "Resuma em linguagem simples uma decisão conhecida do "
                "[[ORGANIZATION|Supremo Tribunal Federal]] de [[DATE_TIME|2011]] sobre uniões."
            ),
            (
                "preciso de um esquema pra um trabalho sobre contratos no direito civil, "
                "12 páginas, com introdução e conclusão"
            ),
            "Quais são os elementos do furto segundo o artigo 203? Dê-me um esquema para decorar.",
            "Escreva uma peça em duas cenas em que um juiz decide sobre o roubo de um queijo.",
            "Ponha em linguagem corrente: o contrato deve ser pontualmente cumprido.",
            "Que direitos tenho em geral se uma loja na internet não entrega?",
        ),
    ),
    Family(
        name="c_pt_ordinary_money",
        language="pt",
        templates=(
            (
                "Como é formado um IBAN [[NRP|português]] e o que verificam os dois "
                "dígitos depois de PT?"
            ),
            (
                "Escreva uma fórmula de folha de cálculo que dê a prestação a partir do "
                "capital, da taxa e do prazo."
            ),
            "Explique a inflação a crianças de dez anos com o exemplo do carrinho de gelados.",
            "quanto custa em media uma conta corrente e o que olho pra trocar de banco?",
            (
                "Compare depósito a prazo e fundo numa tabela pequena: vantagens, "
                "desvantagens, risco."
            ),
            (
                "Crie um modelo de fatura para recibos verdes com os dados obrigatórios, "
                "mas sem dados reais."
            ),
            (
                "Exercício do livro: um capital de 5.000 euros a 2,5 %. Quanto há ao fim "
                "de seis anos?"
            ),
            "Resuma as tarefas do [[ORGANIZATION|Banco Central Europeu]] em cinco pontos.",
        ),
    ),
    Family(
        name="c_pt_ordinary_firm",
        language="pt",
        templates=(
            (
                "Faça um estudo de mercado sobre o carro elétrico na [[LOCATION|Europa]] "
                "com números públicos e cite as fontes."
            ),
            "Dê-me dez nomes para um café com livraria, de preferência com um trocadilho.",
            (
                "Explique o modelo de negócio da {c_brand} segundo o relatório anual "
                "publicado, meia página."
            ),
            "O que é uma fusão e em que se distingue de uma aquisição?",
            (
                "faz uma análise swot de uma loja de bicicletas inventada numa cidade "
                "pequena, em tabela por favor"
            ),
            "Como se escreve um bom comunicado de imprensa e que tamanho deve ter no máximo?",
            "Escreva um anúncio para uma garrafa de aço, 80 palavras, simpático e sem exagero.",
            "O que ensina a história da [[ORGANIZATION|Kodak]] sobre inovação? Três ideias.",
        ),
    ),
    Family(
        name="c_pt_ordinary_computer",
        language="pt",
        templates=(
            (
                "Que comprimento deve ter uma senha segura e porque é melhor uma frase do "
                "que símbolos?"
            ),
            (
                "Escreva uma função em Python que verifique se uma senha tem doze "
                "caracteres e um número."
            ),
            "por que aparece modulo nao encontrado se eu instalei com pip?",
            "Explique a diferença entre HTTP e HTTPS a quem não sabe nada disso, em dez frases.",
            "Como funciona em princípio uma chave de API? Basta um exemplo com SUA_CHAVE_AQUI.",
            (
                "Ordene os números {c_num}, {c_num2}, {c_num3} e {c_num4} por ordem "
                "crescente e calcule a média."
            ),
            (
                "Escreva instruções para configurar o wifi de um router, com espaços "
                "vazios para o nome."
            ),
        ),
    ),
    Family(
        name="c_pt_ordinary_life",
        language="pt",
        templates=(
            "Dê-me uma receita de bacalhau à Brás para quatro pessoas com a lista de compras.",
            "Quem foi [[PERSON|Luís de Camões]] e que obras se leem na escola?",
            (
                "Prepare três dias em {c_pt_city} de comboio, muitos museus, pouca "
                "caminhada e um bom restaurante à noite."
            ),
            (
                "Escreva um poema sobre o outono à maneira de [[PERSON|Fernando Pessoa]], "
                "quatro estrofes."
            ),
            (
                "me explica as regras do truco pra eu ensinar [[DATE_TIME|amanhã]] pros "
                "meus sobrinhos"
            ),
            "Quem ganhou a Copa de [[DATE_TIME|2002]] e quem marcou os gols da final?",
            "Corrija as vírgulas: embora chovesse saímos e voltámos molhados mas contentes.",
            "Invente um diálogo entre um gato e um aspirador que se sente incompreendido.",
            (
                "Resuma o enredo de Dom Casmurro de [[PERSON|Machado de Assis]] em seis "
                "frases, sem interpretar."
            ),
            "Que plantas crescem numa varanda com sombra e de quanto em quanto tempo se regam?",
            (
                "Explique o que se festeja no São João do [[LOCATION|Porto]] e de onde vem "
                "a tradição, para um folheto."
            ),
        ),
    ),
)

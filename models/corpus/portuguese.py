"""Portuguese prompts that give something private away."""

from __future__ import annotations

from typing import Final

from models.corpus import Family

FAMILIES: Final = (
    Family(
        name="c_pt_health",
        categories=(
            "health",
            "personal",
        ),
        language="pt",
        templates=(
            (
                "A minha mãe {first} foi diagnosticada {c_pt_when} com {c_pt_ill}. [[Ela "
                "não quer que o meu pai saiba]]. Como posso ajudar?"
            ),
            (
                "Tenho {c_age} anos, {c_pt_ill} e tomo {c_drug} desde {c_pt_month}. [[No "
                "trabalho ninguém sabe]]. Devo contar?"
            ),
            (
                "Paciente {name}, nascida em {c_pt_dob}, internada em {c_pt_date} por "
                "{c_pt_ill}, medicada com {c_drug}. Escreva a carta para o {c_pt_title} {last}."
            ),
            (
                "meu filho {first} tem {c_kid} anos e {c_pt_ill}, e a escola [[nao quer "
                "levar ele no passeio]]. escreve uma carta pra diretora"
            ),
            (
                "Saí do {c_pt_org} {c_pt_when} e o relatório fala de {c_pt_ill}. [[Desde "
                "então só choro]]. O que me espera?"
            ),
            (
                "Escreva uma reclamação ao {c_pt_org}, processo {c_account}, em nome de "
                "{name}: baixa recusada por {c_pt_ill} em {c_pt_date}."
            ),
            (
                "O meu marido voltou a beber em {c_pt_month} e [[[[DATE_TIME|ontem]] "
                "partiu tudo à frente dos miúdos]]. Chamo-me {name} e não sei o que fazer."
            ),
            (
                "Resuma a evolução: {name}, {c_age} anos, {c_pt_ill}, {c_drug} suspenso em "
                "{c_pt_date}, [[duas recaídas]]."
            ),
            (
                "perdi [[um bebê]] {c_pt_when} e meu namorado {first} finge que nada "
                "aconteceu. como eu falo disso com ele?"
            ),
            (
                "Traduza para inglês: a senhora {last}, nascida em {c_pt_dob}, sofre de "
                "{c_pt_ill} e está de baixa até {c_pt_date}."
            ),
            (
                "A nossa utente {name}, quarto {c_small}, [[caiu duas vezes "
                "[[DATE_TIME|esta noite]]]] e toma {c_drug}. Escreva a passagem de turno."
            ),
            (
                "A minha psicóloga, {c_pt_title} {last}, fala em {c_pt_ill}. [[Não lhe "
                "disse que me corto]]. Como lhe conto?"
            ),
        ),
    ),
    Family(
        name="c_pt_work",
        categories=(
            "employment",
            "personal",
        ),
        language="pt",
        templates=(
            (
                "Escreva uma advertência para {name}, matrícula {c_account}, [[três "
                "atrasos em]] {c_pt_month}, armazém de {c_pt_city}."
            ),
            (
                "Carta de referência para {name}, nascido em {c_pt_dob}, {c_pt_job} na "
                "{company} de {c_pt_date} a {c_pt_date2}, [[saiu depois de uma briga]]."
            ),
            (
                "{first}, da minha equipa, [[está grávida e só me disse a mim]]. Quando "
                "tenho de avisar os recursos humanos?"
            ),
            (
                "Ganho {c_euros} brutos como {c_pt_job} na {company} e a minha colega "
                "{name} ganha {c_euros2}. Como negoceio?"
            ),
            (
                "faz um curriculo com isto: {name}, {c_pt_address}, {c_email}, "
                "{c_pt_phone}, {c_pt_job}, ultimo emprego na {company} em {c_pt_city}"
            ),
            (
                "Carta de despedimento para {name}, {c_pt_address}, a partir de "
                "{c_pt_date}, motivo: [[faltas repetidas por doença]]."
            ),
            (
                "O meu chefe {c_pt_title} {last} [[apalpou-me no jantar de Natal]]. Vou à "
                "comissão de trabalhadores da {company}?"
            ),
            (
                "Lista de salários: {name} {c_euros}, {other} {c_euros2}, {third} "
                "{c_euros3}. Calcule um aumento de três por cento."
            ),
            (
                "Ata da conversa com {name}, {c_pt_date}: [[metas falhadas, não passa da "
                "experiência]]. Suavize o tom."
            ),
            (
                "Candidatura: chamo-me {name}, tenho {c_age} anos, sou {c_pt_nrp}, moro em "
                "{c_pt_city} e quero entrar no {c_pt_org}. Telefone {c_pt_phone}."
            ),
            (
                "Como digo a {first} {last} que [[o lugar dele acaba em "
                "[[DATE_TIME|janeiro]]]]? Tem {c_age} anos e dois filhos."
            ),
        ),
    ),
    Family(
        name="c_pt_law",
        categories=(
            "legal",
            "personal",
        ),
        language="pt",
        templates=(
            (
                "Recebi uma intimação do {c_pt_org}, processo {c_case}: {name} acusa-me de "
                "[[agressão]]. O que respondo?"
            ),
            (
                "O meu senhorio {name}, {c_pt_address}, [[não devolve a caução de]] "
                "{c_euros}. Escreva uma carta registada."
            ),
            (
                "O nosso cliente {name} admite [[ter falsificado as faturas]]. Proponha "
                "uma estratégia para a audiência de {c_pt_date}."
            ),
            (
                "Vou divorciar-me de {first} ao fim de doze anos, [[ela quer a casa de]] "
                "{c_pt_city} e a guarda. A que tenho direito?"
            ),
            "minha irmã {name} [[esvaziou a conta da nossa mãe]], faltam {c_euros}. eu denuncio?",
            (
                "Contrato de arrendamento entre {name} ({c_pt_address}) e {other}, NIF "
                "{c_pt_nif}, renda {c_euros} desde {c_pt_date}. Reveja as cláusulas."
            ),
            (
                "Pedido de asilo de {name}, vindo da [[LOCATION|Síria]] em {c_pt_date}, "
                "[[irmão preso]]. Melhore o texto."
            ),
            (
                "Testamento: eu, {name}, nascido em {c_pt_dob} em {c_pt_city}, deixo [[a "
                "minha casa]] à minha sobrinha {other}. É válido?"
            ),
            (
                "Multa {c_case}, placa {c_european_plate}, quem dirigia era [[meu irmão]] "
                "{first}. Como recorro?"
            ),
            (
                "Depoimento de {name}: [[diz ter visto]] {other} partir a montra em "
                "{c_pt_date} em {c_pt_city}. Encurte."
            ),
        ),
    ),
    Family(
        name="c_pt_money",
        categories=(
            "payment",
            "personal",
        ),
        language="pt",
        templates=(
            (
                "Transferência de {c_euros} para {name}, IBAN {c_iban}, renda de "
                "{c_pt_month}. Escreva também um mail para {c_email}."
            ),
            (
                "cobraram {c_euros} no meu cartao {c_card} {c_pt_when} em {c_pt_city} e "
                "nao fui eu. o que escrevo pro banco?"
            ),
            (
                "Declaração de {name}, CPF {c_br_cpf}, rendimentos {c_euros}, [[pensão "
                "para a ex-mulher]] {c_euros2}. Em que campo?"
            ),
            (
                "Devo {c_euros} ao {c_pt_org} e [[já penhoraram o meu salário]]. Sou "
                "{name}. Peça um plano de pagamento por mim."
            ),
            (
                "Fatura para {name}, {c_pt_address}, cliente {c_account}, valor {c_euros}, "
                "conta {c_iban}. Corrija os erros."
            ),
            (
                "Titular {name}, {c_iban}, saldo {c_euros}, [[no vermelho há um ano]]. "
                "Faça um orçamento."
            ),
            "CPF {c_br_cpf}, {name}, nascida em {c_pt_dob}: com que idade me posso aposentar?",
            (
                "Ordene os movimentos: {c_pt_date} {other} {c_euros}; {c_pt_date2} "
                "{company} {c_euros2}; conta {c_iban}."
            ),
        ),
    ),
    Family(
        name="c_pt_firm",
        categories=("corporate",),
        language="pt",
        templates=(
            (
                "Confidencial: a {company} [[compra na primavera]] a {c_firm} por "
                "{c_euros}. Escreva a nota ao conselho."
            ),
            (
                "As vendas de {c_pt_month} caíram [[para]] {c_euros} e [[nenhum investidor "
                "sabe]]. Como explicamos ao banco?"
            ),
            (
                "Resuma: projeto Águia, [[fecho da fábrica de]] {c_pt_city}, 240 postos, "
                "anúncio em {c_pt_date}, silêncio até lá."
            ),
            (
                "Negociamos com a {company} [[um preço de]] {c_euros} por unidade, mínimo "
                "{c_euros2}. Prepare a proposta."
            ),
            (
                "Clientes da {c_firm}: {company}, contacto {name}, {c_email}, volume "
                "{c_euros}. Faça uma tabela."
            ),
            (
                "nosso produto novo [[sai em]] {c_pt_month} [[com bateria sem cobalto]], a "
                "patente ainda não foi pedida. escreve um pitch pro {c_pt_org}"
            ),
            (
                "Nota interna: [[a recolha custa]] {c_euros}, {c_pt_title} {last} quer "
                "calar até às eleições. Torne-a mais neutra."
            ),
            "O que respondemos à {company} se perguntarem porque [[não renovamos o contrato]]?",
        ),
    ),
    Family(
        name="c_pt_secret",
        categories=("credentials",),
        language="pt",
        templates=(
            "A minha senha da {c_brand} é {password}, utilizador {c_user}. Porque não entro?",
            "Acesso ao servidor {c_ip}: {c_user} / {password}. Escreva instruções para {first}.",
            "a senha do meu cartao e {pin} e eu sempre esqueco, tem um truque pra lembrar?",
            "Wifi de casa: chave {password}. Faça um cartaz bonito para as visitas.",
            "Porque dá 401? A minha chave é {key}, o endereço {c_url}.",
            "Traduza o mail: Olá {first}, a nova palavra-passe é {password}, mude-a ao entrar.",
            (
                "O alarme do escritório de {c_pt_city} tem o código {pin}. Escreva um "
                "aviso para a limpeza."
            ),
        ),
    ),
    Family(
        name="c_pt_private",
        categories=("personal",),
        language="pt",
        templates=(
            (
                "Chamo-me {name}, moro em {c_pt_address}, tel. {c_pt_phone}. Escreva uma "
                "queixa ao {c_pt_org}."
            ),
            (
                "Meu ex {name} me escreve sem parar do {c_pt_phone} e [[me espera na porta "
                "de casa]], {c_pt_address}. O que faço?"
            ),
            (
                "Convite para os quarenta anos de {first}, {c_pt_date}, em casa, "
                "{c_pt_address}, resposta para {c_email}."
            ),
            (
                "Preencha o formulário: nome {name}, nascida em {c_pt_dob} em {c_pt_city}, "
                "nacionalidade {c_pt_nrp}, passaporte {c_passport}."
            ),
            (
                "[[sou gay e meus pais não sabem]], eles são muito {c_pt_nrp}. tenho "
                "{c_age} anos e moro com eles em {c_pt_city}"
            ),
            (
                "minha namorada {first} [[me trai com]] {other}, li as mensagens. conto "
                "pra ela que sei?"
            ),
            (
                "Contactos da turma: {name} {c_pt_phone}, {other} {c_email}, {third} "
                "{c_pt_phone2}. Ordene por apelido."
            ),
            (
                "Discurso para o meu pai {name}, nascido em {c_pt_dob}, falecido "
                "{c_pt_when} em {c_pt_city}, [[não nos falávamos]]."
            ),
            (
                "Carta à proteção de menores: os vizinhos da {c_pt_address} [[batem na "
                "filha]] {first}, {c_kid} anos. Como escrevo sem exagerar?"
            ),
            (
                "Apresente-me: {name}, {c_age} anos, {c_pt_job} de {c_pt_city}, [[mãe "
                "solteira]], mail {c_email}."
            ),
            (
                "Os meus dados para o contrato: {name}, {c_pt_address}, {c_pt_nif}, "
                "{c_iban}. Complete o modelo."
            ),
        ),
    ),
)

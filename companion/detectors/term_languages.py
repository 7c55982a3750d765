"""The listed words and phrases in German, French, Spanish, Portuguese, Italian and Dutch.

Words that mean something ordinary in English stay out, since the lists are read in every
text. Names of groups count only with a capital, as English writes them.
"""

from __future__ import annotations

from typing import Final

from companion.detectors.term_lists import TermList

LANGUAGES: Final = (
    TermList(
        kind="MEDICAL_CONDITION",
        score=0.9,
        phrases="""
        krebs, brustkrebs, lungenkrebs, prostatakrebs, darmkrebs, hautkrebs, leukämie, hirntumor,
        metastasen, chemotherapie, bestrahlung, zuckerkrankheit, diabetiker*, bluthochdruck,
        herzinfarkt, schlaganfall, herzinsuffizienz, vorhofflimmern, epilepsie, multiple sklerose,
        demenz, depression*, depressiv*, burnout, angststörung, panikattacke*, essstörung,
        magersucht, bulimie, schizophrenie, psychose, borderline störung, suizid*, selbstmord*,
        selbstverletzung, alkoholiker*, alkoholabhängig*, drogenabhängig*, suchtkrank*, entzug,
        schwanger*, fehlgeburt, abtreibung, unfruchtbar*, wechseljahre, nierenversagen,
        leberzirrhose, rheuma, bandscheibenvorfall, hiv positiv, geschlechtskrankheit, befund,
        diagnostiziert, diagnose lautet, krankschreibung, schwerbehindert*, pflegegrad, cancer du
        sein, cancer du poumon, leucémie, tumeur*, métastase*, chimiothérapie, radiothérapie,
        diabète, diabétique*, hypertension artérielle, infarctus, crise cardiaque, épilepsie,
        sclérose en plaques, maladie d'alzheimer, démence, dépression, dépressi*, trouble anxieux,
        crise de panique, anorexie, boulimie, schizophrénie, suicidaire*, alcoolique, alcoolisme,
        toxicomanie, enceinte, grossesse, fausse couche, avortement, infertilité, ménopause,
        insuffisance rénale, cirrhose, séropositi*, diagnostiqué*, arrêt maladie, handicapé*,
        cáncer, cáncer de mama, leucemia, tumor cerebral, metástasis, quimioterapia, radioterapia,
        diabético, diabética, hipertensión, infarto, derrame cerebral, ictus, epilepsia, esclerosis
        múltiple, demencia, depresión, deprimid*, ansiedad, ataque de pánico, anorexia nerviosa,
        esquizofrenia, trastorno bipolar, suicidio, alcohólic*, alcoholismo, adicción, embarazada,
        embarazo, aborto, infertilidad, menopausia, insuficiencia renal, seropositiv*,
        diagnosticad*, me diagnosticaron, baja médica, discapacidad, câncer, cancro, câncer de
        mama, cancro da mama, diabetes tipo, diabétic*, hipertensão, enfarte, ataque cardíaco, avc,
        esclerose múltipla, demência, depressão, ataque de pânico, transtorno bipolar, suicídio,
        alcoólatra, alcoolismo, dependência química, grávida, gravidez, infertilidade,
        insuficiência renal, soropositiv*, baixa médica, atestado médico, deficiência, cancro al
        seno, tumore, metastasi, chemioterapia, diabete, diabetic*, ipertensione, epilessia,
        sclerosi multipla, demenza, depressione, attacco di panico, attacchi di panico, anoressia,
        bulimia, schizofrenia, disturbo bipolare, alcolista, alcolismo, tossicodipenden*, incinta,
        gravidanza, aborto spontaneo, infertilità, insufficienza renale, sieropositiv*,
        diagnosticat*, congedo per malattia, invalidità, kanker, borstkanker, longkanker, leukemie,
        uitzaaiing*, bestraling, suikerziekte, diabeet, hoge bloeddruk, hartaanval, hartinfarct,
        beroerte, dementie, depressie, angststoornis, paniekaanval*, eetstoornis, zelfmoord*,
        alcoholist*, verslaafd*, verslaving, zwanger*, miskraam, onvruchtbaar*, overgang klachten,
        nierfalen, gediagnosticeerd, hiv positief, ziekgemeld, arbeidsongeschikt*
        """,
    ),
    TermList(
        kind="MEDICATION",
        score=0.9,
        phrases="""
        metformine, metformina, insuline, insulina, insulin spritze*, ibuprofène, ibuprofeno,
        paracetamol, paracétamol, acetaminophen, ibuprofen, aspirin daily, warfarine, warfarina,
        sertralin, sertralina, fluoxetin, fluoxetina, citalopram, escitalopram, venlafaxin,
        venlafaxina, mirtazapin, quetiapin, quetiapina, olanzapin, risperidon, lithium therapie,
        lorazepam, lorazépam, diazepam, diazépam, alprazolam, zopiclon, zolpidem, oxycodon,
        oxicodona, tramadol, morphin, morphine, morfina, morfine, methadon, méthadone, metadona,
        buprenorphin, ritalin, medikinet, levothyroxin, lévothyroxine, levotiroxina, l thyroxin,
        euthyrox, cortison, prednisolon, prednisona, methotrexat, metotrexato, omeprazol,
        pantoprazol, amlodipin, amlodipino, ramipril, bisoprolol, candesartan, atorvastatina,
        simvastatina, tamoxifeno, antidépresseur*, antidepressivum, antidepressiva, antidepresivo*,
        antidepressivo*, antidepressivi, blutverdünner, schlaftabletten, somnifère*, pille danach,
        empagliflozin, dapagliflozin, dulaglutide, liraglutide, tirzepatide, mounjaro, sitagliptin,
        dupilumab, secukinumab, ustekinumab, etanercept, tofacitinib, lenalidomide, bevacizumab,
        nivolumab, paclitaxel, cisplatin, carboplatin, doxorubicin, cyclophosphamide, tacrolimus,
        ciclosporin, azathioprine, mycophenolate, emtricitabine, tenofovir, raltegravir, efavirenz,
        lithium prescription, haldol, latuda, lurasidone, brexpiprazole, vraylar, cariprazine,
        strattera, atomoxetine, modafinil, naltrexone, disulfiram, varenicline, clomiphene,
        progesterone, spiriva, symbicort, salmeterol, fluticasone, codeine, hydromorphone,
        oxymorphone, percocet
        """,
    ),
    TermList(
        kind="HR_MARKER",
        score=0.9,
        phrases="""
        abmahnung, kündigungsschreiben, fristlose kündigung, fristlos gekündigt, aufhebungsvertrag,
        abfindung, gehaltserhöhung, gehaltsabrechnung, lohnabrechnung, mein gehalt, sein gehalt,
        ihr gehalt, gehälter, zielvereinbarung, mitarbeitergespräch, leistungsbeurteilung,
        arbeitszeugnis, krankmeldung, elternzeit, mutterschutz, betriebsrat, personalakte,
        betriebsbedingte kündigung*, stellenabbau, mobbing, sexuelle belästigung, lettre de
        licenciement, licenciement, licencié*, avertissement disciplinaire, rupture
        conventionnelle, indemnité de départ, augmentation de salaire, fiche de paie, bulletin de
        salaire, mon salaire, son salaire, entretien annuel, congé maternité, harcèlement moral,
        harcèlement sexuel, plan social, carta de despido, despido, despedid*, amonestación,
        indemnización por despido, aumento de sueldo, nómina, mi sueldo, su sueldo, mi salario, su
        salario, evaluación de desempeño, baja por maternidad, acoso laboral, acoso sexual,
        expediente disciplinario, carta de demissão, demissão, demitid*, despedimento, advertência
        disciplinar, aumento salarial, folha de pagamento, recibo de vencimento, meu salário,
        salário dele, salário dela, avaliação de desempenho, licença maternidade, assédio moral,
        assédio sexual, lettera di licenziamento, licenziament*, licenziat*, richiamo disciplinare,
        liquidazione tfr, aumento di stipendio, busta paga, il mio stipendio, il suo stipendio,
        valutazione delle prestazioni, congedo maternità, molestie sessuali, provvedimento
        disciplinare, ontslagbrief, ontslag op staande voet, ontslagen, officiële waarschuwing,
        vaststellingsovereenkomst, ontslagvergoeding, loonsverhoging, loonstrook, salarisstrook,
        mijn salaris, zijn salaris, haar salaris, functioneringsgesprek, beoordelingsgesprek,
        zwangerschapsverlof, verzuimdossier, reorganisatie ontslag
        """,
    ),
    TermList(
        kind="LEGAL_MARKER",
        score=0.9,
        phrases="""
        unser mandant, unsere mandantin, mein mandant, meine mandantin, klageschrift, gegnerischer
        anwalt, vergleichsangebot, rechtsstreit, unterlassungserklärung, strafanzeige,
        ermittlungsverfahren, sorgerecht, scheidung, unterhaltszahlung, vorsorgevollmacht,
        einstweilige verfügung, vorstrafe*, haftbefehl, asylantrag, vertraulichkeitsvereinbarung,
        geheimhaltungsvereinbarung, räumungsklage, notre client, ma cliente, partie adverse, mise
        en demeure, litige, garde des enfants, garde alternée, pension alimentaire, ordonnance de
        protection, plainte pénale, casier judiciaire, demande d'asile, secret professionnel,
        nuestro cliente, parte contraria, querella, pleito, demanda judicial, acuerdo
        extrajudicial, custodia de, pensión alimenticia, orden de alejamiento, antecedentes
        penales, solicitud de asilo, poder notarial, divorcio, nosso cliente, parte contrária,
        processo judicial, acordo extrajudicial, guarda dos filhos, pensão alimentícia, medida
        protetiva, antecedentes criminais, pedido de asilo, procuração, divórcio, il nostro
        cliente, controparte, atto di citazione, causa legale, accordo transattivo, affidamento dei
        figli, assegno di mantenimento, ordine restrittivo, precedenti penali, richiesta di asilo,
        divorzio, querela, diffida, onze cliënt, tegenpartij, dagvaarding, rechtszaak,
        schikkingsvoorstel, voogdij, alimentatie, contactverbod, strafblad, asielaanvraag,
        echtscheiding, geheimhoudingsverklaring
        """,
    ),
    TermList(
        kind="FINANCIAL_MARKER",
        score=0.9,
        phrases="""
        kontostand, kontoauszug, steuererklärung, steuerbescheid, schufa, schulden bei, meine
        schulden, privatinsolvenz, kreditwürdigkeit, mein kredit, meine hypothek, pfändung*,
        nettoeinkommen, bruttoeinkommen, monatliches einkommen, mahnung, solde du compte, relevé
        bancaire, relevé de compte, déclaration d'impôts, avis d'imposition, mes dettes,
        surendettement, mon crédit, mon prêt, revenu mensuel, revenus annuels, saisie sur salaire,
        découvert bancaire, saldo de la cuenta, extracto bancario, declaración de la renta, mis
        deudas, bancarrota, mi hipoteca, mi préstamo, ingresos mensuales, ingresos anuales, saldo
        da conta, extrato bancário, declaração de imposto, imposto de renda, minhas dívidas,
        falência, minha hipoteca, meu empréstimo, renda mensal, rendimento anual, penhora, saldo
        del conto, estratto conto, dichiarazione dei redditi, i miei debiti, fallimento, il mio
        mutuo, il mio prestito, reddito mensile, reddito annuo, pignoramento, rekeningafschrift,
        banksaldo, belastingaangifte, mijn schulden, schuldsanering, faillissement, mijn hypotheek,
        mijn lening, maandinkomen, jaarinkomen, loonbeslag, erfenis
        """,
    ),
    TermList(
        kind="SELF_DISCLOSURE",
        score=0.9,
        phrases="""
        ich bin schwanger, ich bin schwul, ich bin lesbisch, ich bin trans, ich wurde vergewaltigt,
        ich wurde missbraucht, mein therapeut, meine therapeutin, mein psychiater, meine
        depression, meine diagnose, ich will sterben, mein leben beenden, mein mann schlägt mich,
        meine affäre, ich habe eine affäre, meine abtreibung, mein krebs, ich bin hiv positiv, ich
        wurde verhaftet, je suis enceinte, je suis gay, je suis lesbienne, je suis trans, j'ai été
        violée, j'ai été violé, mon psychiatre, ma psychiatre, mon thérapeute, ma dépression, mon
        cancer, je veux mourir, mon mari me frappe, j'ai une liaison, mon avortement, je suis
        séropositif, estoy embarazada, soy gay, soy lesbiana, soy trans, me violaron, mi
        psiquiatra, mi terapeuta, mi depresión, mi cáncer, quiero morir, mi marido me pega, mi
        aborto, soy seropositivo, tengo vih, estou grávida, sou gay, sou lésbica, sou trans, fui
        estuprada, fui violada, meu psiquiatra, meu terapeuta, minha depressão, meu câncer, quero
        morrer, meu marido me bate, meu aborto, sono incinta, sono gay, sono lesbica, sono trans,
        sono stata violentata, il mio psichiatra, il mio terapeuta, la mia depressione, il mio
        tumore, voglio morire, mio marito mi picchia, ik ben zwanger, ik ben homo, ik ben lesbisch,
        ik ben trans, ik ben verkracht, mijn psychiater, mijn therapeut, mijn depressie, ik wil
        dood, mijn man slaat me, mijn abortus
        """,
    ),
    TermList(
        kind="CONFIDENTIAL_MARKER",
        score=0.9,
        phrases="""
        streng vertraulich, vertraulich behandeln, nur für den internen gebrauch, nur intern, nicht
        zur weitergabe, nicht weitergeben, betriebsgeheimnis*, geschäftsgeheimnis*, noch nicht
        öffentlich, noch nicht veröffentlicht, geplante übernahme, insiderinformation*, unter nda,
        strictement confidentiel, usage interne, ne pas diffuser, ne pas transmettre, secret des
        affaires, secret industriel, pas encore annoncé, projet de fusion, projet d'acquisition,
        sous embargo, estrictamente confidencial, uso interno, no divulgar, no distribuir, secreto
        comercial, secreto empresarial, aún no anunciado, adquisición prevista, bajo embargo,
        estritamente confidencial, não divulgar, não distribuir, segredo comercial, segredo
        industrial, ainda não anunciado, aquisição planejada, sob embargo, strettamente
        confidenziale, strettamente riservato, solo per uso interno, non divulgare, non diffondere,
        segreto commerciale, segreto industriale, non ancora annunciato, acquisizione prevista,
        sotto embargo, strikt vertrouwelijk, alleen voor intern gebruik, niet verspreiden, niet
        delen, bedrijfsgeheim*, nog niet openbaar, nog niet aangekondigd, geplande overname, onder
        embargo
        """,
    ),
    TermList(
        kind="CONFIDENTIAL_MARKER",
        score=0.5,
        phrases="vertraulich, confidentiel, confidentielle, confidencial, confidenziale, "
        "riservato, "
        "vertrouwelijk",
    ),
    TermList(
        kind="NRP",
        score=0.5,
        capital=True,
        phrases="""
        american, americans, british, irish, swiss, scottish, germans, spaniard*, italians,
        belgian*, austrian*, norwegian*, slovak*, hungarians, romanians, bulgarians, greeks, turks,
        russians, ukrainian*, lithuanian*, latvian*, estonian*, serbian*, croatian*, bosnian*,
        albanian*, slovenian*, mexican*, canadian*, brazilian*, argentinian*, argentine, chilean*,
        colombian*, peruvian*, venezuelan*, cuban*, puerto rican, australian*, new zealander*,
        koreans, indonesians, filipino*, malaysian*, singaporean*, indian, indians, pakistani*,
        bangladeshi*, sri lankan*, nepali*, afghan, afghans, iranian*, iraqi*, syrian*, lebanese,
        israeli*, palestinian*, egyptian*, moroccan*, algerian*, tunisian*, nigerian*, kenyan*,
        ethiopian*, ghanaian*, somali*, south african*, african american*, hispanic*, latino,
        latina, asian american*, native american*, european*, muslim*, islamic, christian,
        christians, catholic*, protestant*, orthodox christian*, jewish, jews, hindu*, buddhist*,
        sikh*, mormon*, atheist*, evangelical*, baptist*, republican*, democrats, democrat, labour
        voter*, socialist*, communist*, conservative party
        """,
    ),
)

"""The listed words and phrases in English; `companion.detectors.terms` finds them.

The lists are this project's own and modest; they are no medical or legal reference.
"""

from __future__ import annotations

from typing import Final

import msgspec


class TermList(msgspec.Struct, frozen=True, kw_only=True):
    """Phrases of one kind, separated by commas; a `*` after the last word allows endings.

    Attributes:
        kind: The kind of the findings.
        score: How sure they are.
        phrases: The phrases, in lower case.
        capital: Whether a phrase only counts where its first letter is a capital.
    """

    kind: str
    score: float
    phrases: str
    capital: bool = False


ENGLISH: Final = (
    TermList(
        kind="MEDICAL_CONDITION",
        score=0.9,
        phrases="""
        hiv, hiv positive, aids patient, hepatitis b, hepatitis c, tuberculosis, syphilis,
        chlamydia, gonorrhea, gonorrhoea, genital herpes, std test, sti test, cancer, breast
        cancer, lung cancer, prostate cancer, colon cancer, pancreatic cancer, ovarian cancer,
        leukemia, leukaemia, lymphoma, melanoma, myeloma, tumor, tumour, metastas*, metastatic,
        carcinoma, sarcoma, glioblastoma, chemotherapy, radiotherapy, diabetes, diabetic, type 1
        diabetes, type 2 diabetes, hypertension, hypotension, heart failure, heart attack,
        myocardial infarction, stroke patient, angina, atrial fibrillation, arrhythmia, aneurysm,
        thrombosis, embolism, anemia, anaemia, sickle cell, hemophilia, haemophilia, asthma, copd,
        emphysema, cystic fibrosis, pneumonia, bronchitis, sleep apnea, sleep apnoea, epilepsy,
        epileptic, seizure*, multiple sclerosis, parkinson's, parkinsons, alzheimer's, alzheimers,
        dementia, huntington's, neuropathy, migraine*, concussion, meningitis, encephalitis,
        muscular dystrophy, amyotrophic lateral sclerosis, depression, major depressive, bipolar,
        bipolar disorder, schizophreni*, psychosis, psychotic, ptsd, anxiety disorder, panic
        attack*, panic disorder, ocd, adhd, autism, autistic, anorexia, bulimia, eating disorder,
        self harm, suicidal, suicide attempt, borderline personality, substance abuse, alcoholism,
        alcohol dependence, opioid addiction, drug addiction, relapse, rehab, miscarriage,
        abortion, pregnant, pregnancy test, ectopic, infertility, ivf, preeclampsia, endometriosis,
        pcos, menopause, erectile dysfunction, crohn's, crohns, ulcerative colitis, irritable
        bowel, celiac, coeliac, cirrhosis, pancreatitis, gallstone*, kidney failure, renal failure,
        kidney disease, dialysis, transplant, arthritis, rheumatoid arthritis, osteoarthritis,
        osteoporosis, lupus, fibromyalgia, gout, psoriasis, eczema, hypothyroid*, hyperthyroid*,
        thyroiditis, addison's, cushing's, sepsis, covid positive, tested positive, gender
        dysphoria, terminally ill, palliative, hospice, biopsy, diagnosed, diagnosis, prognosis,
        hysterectomy, mastectomy, colonoscopy, mri scan, ct scan, blood test results, viral load, t
        cell count, insulin dependent, hypoglycemia, hypoglycaemia, kidney stone*, brain injury,
        spinal injury, paralysed, paralyzed, wheelchair user, intensive care, stillbirth,
        postpartum depression, postnatal depression, insomnia, narcolepsy, tourette*, dyslexia,
        down syndrome, cerebral palsy, spina bifida, hepatitis, herpes, hpv, malaria, lyme disease,
        long covid, anaphylaxis, peanut allergy, colostomy, amputation, chronic pain, opioid use
        disorder, self injury, schizoaffective
        """,
    ),
    TermList(
        kind="MEDICATION",
        score=0.9,
        phrases="""
        metformin, insulin, glipizide, semaglutide, ozempic, wegovy, lisinopril, enalapril,
        ramipril, losartan, valsartan, amlodipine, metoprolol, atenolol, bisoprolol, propranolol,
        hydrochlorothiazide, furosemide, spironolactone, atorvastatin, simvastatin, rosuvastatin,
        warfarin, apixaban, rivaroxaban, clopidogrel, digoxin, sertraline, fluoxetine, prozac,
        zoloft, citalopram, escitalopram, lexapro, paroxetine, venlafaxine, duloxetine, bupropion,
        wellbutrin, mirtazapine, trazodone, amitriptyline, lithium carbonate, lamotrigine,
        valproate, carbamazepine, levetiracetam, gabapentin, pregabalin, quetiapine, seroquel,
        olanzapine, risperidone, aripiprazole, abilify, clozapine, haloperidol, alprazolam, xanax,
        lorazepam, diazepam, valium, clonazepam, zolpidem, adderall, ritalin, methylphenidate,
        lisdexamfetamine, vyvanse, oxycodone, oxycontin, hydrocodone, vicodin, fentanyl, morphine,
        tramadol, buprenorphine, suboxone, naloxone, prednisone, prednisolone, methotrexate,
        hydroxychloroquine, adalimumab, humira, infliximab, tamoxifen, letrozole, anastrozole,
        imatinib, rituximab, trastuzumab, pembrolizumab, keytruda, truvada, biktarvy, dolutegravir,
        acyclovir, valacyclovir, levothyroxine, synthroid, testosterone injection*, estradiol,
        finasteride, sildenafil, viagra, albuterol, salbutamol, budesonide, montelukast,
        omeprazole, pantoprazole, amoxicillin, azithromycin, ciprofloxacin, doxycycline,
        mifepristone, misoprostol
        """,
    ),
    TermList(
        kind="HR_MARKER",
        score=0.9,
        phrases="""
        performance review of, performance improvement plan, written warning, final warning,
        disciplinary action, disciplinary hearing, grievance, termination letter, letting her go,
        letting him go, will be fired, will be terminated, was terminated, dismissal of, laid off,
        layoff list, layoffs, severance, severance package, salary review, base salary, her salary,
        his salary, their salary, my salary, salaries, pay raise, payroll, bonus payout, sick
        leave, medical leave, maternity leave, harassment complaint, sexual harassment, misconduct,
        hr investigation, background check, reference check, employee id, exit interview,
        redundancy, put on a pip, wrongful dismissal, unfair dismissal, constructive dismissal,
        notice period, non compete, headcount reduction, salary band*, compensation package, annual
        review, absence record, sick note, fit note, disciplinary, whistleblower, workplace
        bullying, pay gap, her bonus, his bonus, demoted, demotion, promotion denied, probation
        period, i9 form, performance rating
        """,
    ),
    TermList(
        kind="LEGAL_MARKER",
        score=0.9,
        phrases="""
        our client, my client, opposing counsel, plaintiff, defendant, deposition, settlement
        offer, settlement amount, litigation, lawsuit, cease and desist, subpoena, indictment,
        custody hearing, custody of, divorce, restraining order, plea deal, plea bargain, breach of
        contract, power of attorney, last will, immigration case, asylum, visa application,
        deportation, arrested, criminal record, on parole, on probation, non disclosure agreement,
        statement of claim, affidavit, arbitration, out of court, child support, alimony,
        prenuptial agreement, custody agreement, eviction notice, patent infringement, class
        action, settlement agreement, indemnity, guilty plea, witness statement, legal privilege,
        prosecut*, sued by, suing, wrongful termination
        """,
    ),
    TermList(
        kind="FINANCIAL_MARKER",
        score=0.9,
        phrases="""
        account balance, my balance, my mortgage, my loan, credit score, in debt, bankruptcy, tax
        return, my taxes, net worth, wire transfer, bank statement, bank details, my savings, my
        income, annual income, monthly income, owes us, overdue, outstanding balance, foreclosure,
        garnish*, portfolio of, pension pot, my inheritance, credit report, payday loan,
        repossess*, debt collector*, in arrears, overdraft, tax debt, back taxes, gambling debt*,
        insolven*, my salary is, monthly salary, annual salary, brokerage account, retirement
        account, 401k balance, mortgage payment*
        """,
    ),
    TermList(
        kind="SELF_DISCLOSURE",
        score=0.9,
        phrases="""
        i was raped, i was assaulted, i was abused, i was molested, i am gay, i'm gay, i am
        lesbian, i'm a lesbian, i am bisexual, i'm bisexual, i am trans, i'm trans, i am
        transgender, i'm transgender, came out to my, come out to my, coming out to my, i cheated
        on, my affair, i am having an affair, i'm having an affair, hits me, beats me, kill myself,
        end my life, i want to die, i feel suicidal, i self harm, i hurt myself, i was diagnosed,
        i've been diagnosed, i have been diagnosed, i got diagnosed, my diagnosis, my depression,
        my anxiety, my bipolar, my adhd, my ptsd, my autism, my cancer, my tumor, my tumour, my
        hiv, my diabetes, my epilepsy, my addiction, my drinking problem, my eating disorder, my
        abortion, my miscarriage, my infertility, my chemotherapy, my biopsy, my psychiatrist, my
        therapist, i am pregnant, i'm pregnant, i am undocumented, i'm undocumented, i was
        arrested, i was convicted, i was in prison, my criminal record, my bankruptcy, my debt*, i
        was fired, i got fired
        """,
    ),
    TermList(
        kind="CONFIDENTIAL_MARKER",
        score=0.9,
        phrases="""
        strictly confidential, highly confidential, company confidential, confidential and
        proprietary, proprietary and confidential, internal use only, internal only, for not for
        distribution, do not distribute, do not share, do not forward, not for external, not yet
        public, not yet announced, unannounced, before it is announced, before we announce, before
        the announcement, under nda, covered by nda, under embargo, embargoed until, trade secret*,
        attorney client privilege*, privileged and confidential, material non public, insider
        information, keep this between us, keep this private, keep this confidential, off the
        record, our acquisition of, planned acquisition, merger with, term sheet, unreleased, draft
        earnings, board deck, board only, leadership only, internal use, eyes only, need to know
        basis, before it goes public, pre announcement, due diligence, letter of intent, merger
        agreement, takeover bid, quarterly forecast, unpublished results, roadmap internal, company
        secret*, business secret*, commercially sensitive, commercial in confidence, classified as
        confidential
        """,
    ),
    TermList(kind="CONFIDENTIAL_MARKER", score=0.5, phrases="confidential, proprietary, nda"),
)

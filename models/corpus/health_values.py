"""Invented values for the templates about health: illnesses, medicines, people who treat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from models.corpus import Family
from models.fields import Fields
from models.folded import words

FAMILIES: Final[tuple[Family, ...]] = ()

CONDITIONS: Final = """
type 1 diabetes; gestational diabetes; asthma; COPD; cystic fibrosis; pulmonary fibrosis
psoriasis; eczema; rosacea; alopecia areata; vitiligo; melanoma; ovarian cancer; prostate cancer
leukaemia; non-Hodgkin lymphoma; pancreatic cancer; a brain tumour; glioblastoma; colon cancer
thyroid cancer; cervical cancer; bladder cancer; testicular cancer; multiple myeloma
ulcerative colitis; IBS; coeliac disease; a stomach ulcer; GERD; diverticulitis; gallstones
pancreatitis; cirrhosis; fatty liver; hepatitis B; HIV; AIDS; syphilis; gonorrhoea; genital herpes
HPV; tuberculosis; Lyme disease; long covid; malaria; shingles; pneumonia; sepsis; a kidney stone
kidney failure; polycystic kidneys; interstitial cystitis; endometriosis; PCOS; fibroids
preeclampsia; an ectopic pregnancy; a missed miscarriage; infertility; low sperm count
erectile dysfunction; premature menopause; vaginismus; urinary incontinence; high blood pressure
atrial fibrillation; heart failure; a leaky heart valve; cardiomyopathy; angina; a stroke; a TIA
an aneurysm; DVT; a pulmonary embolism; sickle cell disease; thalassaemia; haemophilia; anaemia
hypothyroidism; Graves' disease; Hashimoto's; Addison's disease; Cushing's syndrome; gout
osteoporosis; rheumatoid arthritis; ankylosing spondylitis; fibromyalgia; lupus; scoliosis
sciatica; a slipped disc; a torn ACL; carpal tunnel; multiple sclerosis; Parkinson's; Alzheimer's
vascular dementia; ALS; Huntington's; epilepsy; narcolepsy; migraine with aura; Bell's palsy
trigeminal neuralgia; Tourette's; cerebral palsy; muscular dystrophy; Down syndrome; autism; ADHD
dyslexia; depression; postnatal depression; bipolar II; schizophrenia; OCD; PTSD; panic disorder
social anxiety; agoraphobia; borderline personality disorder; anorexia; bulimia
binge eating disorder; alcohol dependence; a cocaine addiction; an opioid use disorder
gender dysphoria; dissociative disorder; glaucoma; macular degeneration; cataracts; tinnitus
hearing loss; Ménière's; sleep apnoea; chronic fatigue; Ehlers-Danlos; Marfan syndrome
sarcoidosis; scleroderma; Sjögren's; myasthenia gravis; Guillain-Barré; spina bifida
chronic pancreatitis
"""
MEDICINES: Final = """
metformin; insulin glargine; Ozempic; empagliflozin; gliclazide; sertraline; fluoxetine
citalopram; escitalopram; venlafaxine; duloxetine; mirtazapine; bupropion; amitriptyline; lithium
lamotrigine; valproate; quetiapine; olanzapine; risperidone; aripiprazole; clozapine; haloperidol
diazepam; lorazepam; alprazolam; Xanax; zolpidem; buspirone; propranolol; methylphenidate; Ritalin
Adderall; Concerta; lisdexamfetamine; atomoxetine; lisinopril; ramipril; losartan; amlodipine
bisoprolol; metoprolol; furosemide; spironolactone; digoxin; amiodarone; warfarin; apixaban
Xarelto; Eliquis; clopidogrel; atorvastatin; rosuvastatin; levothyroxine; prednisone
hydrocortisone; methotrexate; Humira; adalimumab; infliximab; rituximab; sulfasalazine
azathioprine; tacrolimus; colchicine; allopurinol; gabapentin; pregabalin; topiramate
levetiracetam; carbamazepine; sumatriptan; morphine; oxycodone; tramadol; fentanyl patches
codeine; methadone; buprenorphine; naltrexone; disulfiram; varenicline; Truvada; PrEP; Biktarvy
dolutegravir; aciclovir; doxycycline; amoxicillin; isotretinoin; Accutane; finasteride; minoxidil
letrozole; tamoxifen; anastrozole; cisplatin; pembrolizumab; imatinib; clomifene; progesterone
estradiol; testosterone gel; mifepristone; misoprostol; sildenafil; Viagra; tadalafil; omeprazole
pantoprazole; mesalazine; loperamide; ondansetron; salbutamol; Symbicort; montelukast; donepezil
memantine; levodopa; baclofen; Botox; interferon; alendronate; folic acid; iron infusions
semaglutide; Wegovy; Mounjaro
"""
LAY: Final = """
a lump under my arm; blood in my stool; these blackouts; a shadow on the left lung; my bad heart
a growth behind the ear; the shaking in my hands; the voices; seizures at night; water on the knee
the bald patches; the burning when I pee; a discharge that smells; night sweats and fevers
chest pains on the stairs; numb fingers; the fog in my head; panic when the phone rings
not having eaten properly in weeks; cutting again; sugar that is through the roof; swollen ankles
three lost pregnancies; bleeding after sex; not being able to get it up; a mole that keeps growing
weeks of diarrhoea; wetting the bed; coughing up blood; a droopy eyelid; kidneys at nine percent
the tremor; sores that will not heal; a liver that is giving up; the ringing in both ears
"""
PROCEDURES: Final = """
colonoscopy; biopsy; mastectomy; hysterectomy; vasectomy; chemotherapy; dialysis; MRI scan
CT scan; ECG; bypass; hip replacement; knee surgery; cataract operation; IVF cycle; C-section
abortion; blood transfusion; bone marrow transplant; kidney transplant; lumbar puncture; endoscopy
stent; radiotherapy; gastric sleeve; root canal; mammogram; amniocentesis; laparoscopy; ultrasound
detox; hernia repair; tonsillectomy; thyroid removal; spinal fusion; skin graft; ECT; smear test
STI test
"""
SYMPTOMS: Final = """
chest pain; shortness of breath; dizziness; nausea; a rash; a fever; joint pain; blurred vision
numbness; palpitations; night sweats; weight loss; hair loss; bloating; cramps; a stiff neck
insomnia; fatigue; headaches; a dry cough; back pain; swollen glands; heartburn; constipation
mood swings; memory lapses; hallucinations; intrusive thoughts; tremors; itching; fainting
"""
SPECIALISTS: Final = """
oncologist; cardiologist; neurologist; psychiatrist; GP; urologist; gynaecologist; rheumatologist
dermatologist; endocrinologist; therapist; psychologist; midwife; surgeon; physio; dentist
gastroenterologist; paediatrician; haematologist; nephrologist; counsellor; fertility doctor
pulmonologist; geriatrician; nurse; social worker; addiction counsellor; speech therapist
"""
HOSPITALS: Final = """
General Hospital; Medical Center; Memorial Hospital; University Hospital; Clinic; Health Centre
Royal Infirmary; Children's Hospital; Surgery; Family Practice; Psychiatric Unit; Hospice
Fertility Clinic; Dental Care; Eye Clinic; Regional Hospital; Cancer Institute; Rehab Centre
"""
INSURERS: Final = """
Aetna; Cigna; Bupa; Kaiser; AXA; Allianz; Humana; UnitedHealthcare; Vitality; Blue Cross; Anthem
Medicaid; Medicare; Techniker; AOK; Zurich; Generali; Oscar Health; Centene; Aviva; Discovery
"""


CONDITION_LIST: Final = words(CONDITIONS)
MEDICINE_LIST: Final = words(MEDICINES)
_LAY: Final = words(LAY)
_PROCEDURES: Final = words(PROCEDURES)
_SYMPTOMS: Final = words(SYMPTOMS)
_SPECIALISTS: Final = words(SPECIALISTS)
_HOSPITALS: Final = words(HOSPITALS)
_INSURERS: Final = words(INSURERS)


def _hospital(fields: Fields) -> str:
    kind = fields.rng.choice(_HOSPITALS)
    saint = fields.rng.choice(("Anne", "Luke", "Mary", "Jude", "Thomas", "Vincent", "Elisabeth"))
    place = fields.plain("city")
    return fields.rng.choice((f"St {saint}'s {kind}", f"{place} {kind}", f"St. {saint} {kind}"))


def _dose(fields: Fields) -> str:
    medicine = fields.rng.choice(MEDICINE_LIST)
    amount = fields.rng.choice((2.5, 5, 10, 20, 25, 50, 75, 100, 150, 200, 300, 500, 850))
    form = fields.rng.choice(("{} {:g} mg", "{} {:g}mg", "{:g} mg of {}", "{} ({:g} mg)"))
    if form.startswith("{:g}"):
        return form.format(amount, medicine)
    return form.format(medicine, amount)


def _pressure(fields: Fields) -> str:
    return f"{fields.rng.randint(95, 190)}/{fields.rng.randint(55, 115)}"


def _lab(fields: Fields) -> str:
    rng = fields.rng
    made = (
        f"HbA1c {rng.uniform(5, 13):.1f}%",
        f"CD4 {rng.randint(90, 900)}",
        f"creatinine {rng.uniform(0.6, 7):.1f}",
        f"TSH {rng.uniform(0.1, 14):.2f}",
        f"PSA {rng.uniform(0.4, 30):.1f}",
        f"Hb {rng.uniform(6, 16):.1f}",
        f"ferritin {rng.randint(3, 400)}",
        f"LDL {rng.randint(60, 260)}",
        f"BMI {rng.randint(15, 52)}",
        f"PHQ-9 {rng.randint(3, 27)}",
    )
    return rng.choice(made)


SLOTS: Final[dict[str, tuple[str | None, Callable[[Fields], str]]]] = {
    "a_cond": ("MEDICAL_CONDITION", lambda f: f.rng.choice(CONDITION_LIST)),
    "a_lay": ("MEDICAL_CONDITION", lambda f: f.rng.choice(_LAY)),
    "a_med": ("MEDICATION", lambda f: f.rng.choice(MEDICINE_LIST)),
    "a_dose": ("MEDICATION", _dose),
    "a_proc": ("MEDICAL_CONDITION", lambda f: f.rng.choice(_PROCEDURES)),
    "a_sym": ("MEDICAL_CONDITION", lambda f: f.rng.choice(_SYMPTOMS)),
    "a_spec": (None, lambda f: f.rng.choice(_SPECIALISTS)),
    "a_hosp": ("ORGANIZATION", _hospital),
    "a_insurer": ("ORGANIZATION", lambda f: f.rng.choice(_INSURERS)),
    "a_bp": (None, _pressure),
    "a_lab": ("MEDICAL_CONDITION", _lab),
}

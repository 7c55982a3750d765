"""Bare statements of somebody's health: who is told apart is kept private, history is not."""

from __future__ import annotations

import pytest

from companion.history import told
from companion.judging import Rules, Stage
from companion.sensitivity import DEFAULT_THRESHOLD, IDENTIFIED_HEALTH, assess, floor
from companion.tools import load_tools
from companion.values import Grade, Known, Sensitivity

TOOLS = load_tools()
FILLER = "The tides follow the moon, and the path along the cliff is closed in winter. "

IDENTIFIED = """\
Patient Maria Keller, born 3 May 1961, has HIV and takes Biktarvy.
Tomasz Nowak, born 14 February 1978, has multiple sclerosis.
Aisha Rahman (born 22 August 1990) suffers from schizophrenia.
Gareth Pugh, date of birth 09/11/1954, was diagnosed with prostate cancer.
Linh Tran, DOB 1987-04-30, is on lithium for bipolar disorder.
Name: Olivia Hart. DOB: 17/06/1972. Diagnosis: breast cancer.
Derek Olsen, DOB 03/12/1949: Parkinson's disease, levodopa.
Born on 8 January 1983, Fatima Zahra Idrissi has epilepsy.
Hannah Brandt was born on 19 October 1995 and has Crohn's disease.
Mrs Eleanor Vance, born 11 July 1938, has dementia.
Ingrid Solberg, born 27 November 1981, is bulimic.
Kofi Mensah, born 16 April 1975, tested positive for HIV.
Lucy Barnes, born 30 June 2001, has anorexia.
Pedro Alvarez, born 12 December 1969, has cirrhosis of the liver.
Yuki Tanaka, born 4 February 1988, takes sertraline for depression.
Martin Fischer, born 21 March 1957, is being treated for leukaemia.
Chloe Dubois, birth date 13 May 1993, has endometriosis.
Victor Popescu, born 1 October 1962, has hepatitis C.
The patient is Nora Lindqvist, born 25 August 1979; she has lupus.
Ahmed Hassan, born 6 January 1951, has chronic kidney disease.
Greta Hofmann, born 29 September 1944, has Alzheimer's.
Isaac Levy, born 18 July 1999, has Tourette syndrome.
Brenda Collins, born 10 November 1970, has rheumatoid arthritis and takes methotrexate.
Jamal Carter, born 7 May 1985, has sickle cell disease.
Sofia Ricci, born 3 April 1992, has chlamydia.
Alan Whitmore, born 15 August 1947, has lung cancer.
Mei-Ling Chou, born 24 December 1968, has tuberculosis.
Patrick Doyle, born 9 June 1953, is an alcoholic and has pancreatitis.
John Smith (john.smith@example.org) has diabetes.
Karen Mills, karen.mills@gmail.com, has ulcerative colitis.
Oliver Brandt, tel. 0171 5551234, has gonorrhoea.
Emily Watson of 14 Linden Road, Springfield has schizophrenia.
Ravi Kumar, phone 415-555-0134, takes Truvada.
Helena Novak <helena.novak@seznam.cz> - HIV positive.
Dean Foster, 07700 900123, is on methadone.
Monica Alves, 22 Baker Street, London, has breast cancer.
Lars Petersen, +45 20 12 34 56, has asthma and diabetes.
Tanya Ivanova (tanya.ivanova@mail.com) takes Prozac for depression.
Peter Lang, born 2 February 1980: asthma.
Record: Julia Stone, born 14 March 1965, psoriasis, adalimumab.
Simon Clarke, born 12 May 1958, has a heart condition and takes warfarin.
Rosa Jimenez, born 20 January 1974, had an abortion.
Deborah Flynn, born 5 May 1986, has postnatal depression.
William Chen, born 8 August 1988, has erectile dysfunction and takes Viagra.
Anneke de Vries, born 17 February 1997, has borderline personality disorder.
Musa Diallo, born 11 November 1991, has malaria.
Frank Zimmer, born 23 July 1950, had a colonoscopy and has colon cancer.
Carla Bianchi, member number 4471902, born 9 March 1960, has glaucoma.
Our customer Bettina Krause (14.02.1969 geboren) is HIV positive.
Maria Keller, whose birthday is 3 May 1961, lives with HIV.
The claimant, Joseph Adeyemi, born on the 4th of July 1977, suffers from PTSD.
This is about Sarah Whitfield, DOB 12/08/1991. She has been in rehab for heroin addiction.
Case note: Lena Vogt, born 1 June 2004, self-harm and anorexia.
My pupil Jonas Berg, born 9 March 2012, has ADHD and takes Ritalin.
Grace Mbeki - 21 January 1980 - cervical cancer.
Employee Tim Rourke, tim.rourke@corp.example, is off sick with burnout and depression.
Nadia Haddad, born in Beirut on 30 August 1965, has Parkinson's and takes levodopa.
Maria Keller, geboren am 3. Mai 1961, hat HIV und nimmt Biktarvy.
Paciente: Lucia Ortega, nacida el 12 de abril de 1970, diabetes tipo 2.
Hugo Lund was born on 5 May 1955. He takes insulin for his diabetes.
Arthur Penn's date of birth is 2 October 1944 and his diagnosis is vascular dementia.
Mother: Kate Doyle (b. 12.3.1986), HIV, on antiretrovirals.
jane roe, born 3 may 1961, has hiv.
MARIA KELLER, BORN 3 MAY 1961, HAS HIV.
Born 1961-05-03: Maria Keller. Syphilis, treated.
Zoe Papadakis, born April 1989, miscarried in March and has thyroiditis.
Insured person: Ole Hansen, 17 Park Avenue, Leeds. Claim for chemotherapy, lymphoma.
""".splitlines()
"""Invented people with what tells them apart, and what ails them."""

MISSED = """\
Claire Fontaine, née le 3 mai 1961, a le VIH.
Mr. Rajesh Patel, born 5 September 1959, had a stroke.
Samuel Okafor, b. 2 March 1966, has type 2 diabetes and takes metformin.
""".splitlines()
"""As private, and not found: a birth, an illness or its language is not told by the words."""

LONG_AGO = """\
Frida Kahlo, born 6 July 1907, had polio.
Marie Curie, born 7 November 1867, died of leukaemia.
Franklin D. Roosevelt, born January 30, 1882, had polio.
Ludwig van Beethoven, baptised 17 December 1770, became deaf.
Vincent van Gogh, born 30 March 1853, suffered from depression.
Frédéric Chopin, born 1 March 1810, had tuberculosis.
John Keats, born 31 October 1795, died of tuberculosis.
Abraham Lincoln, born February 12, 1809, had depression.
Fyodor Dostoevsky, born 11 November 1821, had epilepsy.
Jane Austen, born 16 December 1775, may have had Addison's disease.
Virginia Woolf, born 25 January 1882, had bipolar disorder.
Claude Monet, born 14 November 1840, had cataracts.
George Orwell, born 25 June 1903, died of tuberculosis.
Harriet Tubman, born in March 1822, had epilepsy.
Lou Gehrig, born June 19, 1903, had ALS.
Charles Darwin, born 12 February 1809, had Chagas disease, some say.
Henri de Toulouse-Lautrec (born 24 November 1864) had a bone disease.
Robert Schumann, born 8 June 1810, had syphilis.
Florence Nightingale, born on 12 May 1820, had brucellosis.
Alexei, born 12 August 1904, had haemophilia.
Sherlock Holmes, born 6 January 1854, was addicted to cocaine.
Alan Turing, born 23 June 1912, was treated with hormones.
King George III, born 4 June 1738, may have had porphyria.
Edgar Allan Poe, born January 19, 1809, struggled with alcoholism.
Queen Victoria, born 24 May 1819, carried haemophilia.
Napoleon, born 15 August 1769, died of stomach cancer.
Emily Brontë (born 30 July 1818) died of tuberculosis.
Franz Kafka (3 July 1883 - 3 June 1924) had tuberculosis.
Helen Keller, born June 27, 1880, became deaf and blind after scarlet fever.
Paul Klee, born 18 December 1879, had scleroderma.
""".splitlines()
"""Born before anybody who lives."""

PUBLIC_OR_INVENTED = """\
Stephen Hawking, born 8 January 1942, had ALS.
Selena Gomez, born July 22, 1992, has lupus.
Michael J. Fox, born June 9, 1961, has Parkinson's disease.
Muhammad Ali, born January 17, 1942, had Parkinson's disease.
Freddie Mercury, born 5 September 1946, died of AIDS.
Magic Johnson, born August 14, 1959, has HIV.
Walter White, born 7 September 1958, has lung cancer.
In my novel Elara Quinn, born 3 May 1961, has HIV.
Pope John Paul I, born 17 October 1912, died of a heart attack.
Louise Brown, born 25 July 1978, was the first IVF baby.
""".splitlines()
"""Known or made up, and for the rule not to be told from a neighbour: kept private."""

BY_THE_MODELS = """\
Write to info@diabetes.org for leaflets on diabetes.
Call the asthma helpline on 0300 222 5800.
Dr Maria Keller explains HIV on page 3.
""".splitlines()
"""Nobody's either, and secured by the models' opinion alone."""

BESIDE = """\
Corresponding author: Jane Doe, jane.doe@uni.edu. We studied 4,000 adults with diabetes.
Draft an invitation from Mark Lowe (mark.lowe@acme.com) to our diabetes awareness day.
For questions on the cancer walk write to Lisa Brown, lisa.brown@charity.org.
Press contact: Paul Reed, press@who.int. New figures on malaria were published today.
Dr Susan Weber, 14 Linden Road, Springfield, treats asthma and diabetes.
""".splitlines()
"""Told apart, beside an illness that is not theirs: kept private as well."""

GENERAL = """\
What are the symptoms of diabetes?
Metformin is a first-line treatment for type 2 diabetes.
HIV was identified in 1983 and Biktarvy was approved on 7 February 2018.
Parkinson's disease is named after James Parkinson, born 11 April 1755.
Alois Alzheimer, born 14 June 1864, described the disease in 1906.
Ada Lovelace, born 10 December 1815, wrote the first program.
Anna Berger was born on 4 April 1990.
Tom Hanks, born July 9, 1956, is an actor.
People born before 1957 are usually immune to measles.
Emma Clark has a cold.
World AIDS Day is 1 December.
The patient has asthma.
Patients born after 1 January 1980 with hepatitis B were included in the study.
Children born in May 2010 get the measles vaccine this year.
Charles Dickens wrote about tuberculosis in 1848.
World Cancer Day, 4 February 2000, was founded in Paris.
Crohn's disease is named after Burrill Crohn.
Who was born on 12 February 1809 and studied finches?
The St. Jude Hospital at 262 Danny Thomas Place, Memphis treats childhood cancer.
Down syndrome is named after John Langdon Down, born 18 November 1828.
Dr House treats lupus in nearly every episode.
Explain why Beethoven became deaf.
The first patient with the disease was born on 3 May 1961.
Write a story about Anna, who has asthma and plays football.
Is it safe to take metformin with ibuprofen?
Alzheimer's disease was described on 3 November 1906.
Explain HIV to a child born in 2015.
The study by Keller et al. compared Biktarvy with Truvada.
My birthday is 3 May 1961, what is my star sign?
Insulin was first given to Leonard Thompson on 11 January 1922 for diabetes.
""".splitlines()
"""An illness, a name or a date of birth, but no person's illness with what tells them apart."""


def level(
    text: str, weights: dict[str, float] | None = None, *, thorough: bool = False
) -> Sensitivity:
    weights = weights or {}
    judged = TOOLS.judge(text, Rules(weights=weights, thorough=thorough))
    return assess(judged.findings, judged.probability, threshold=DEFAULT_THRESHOLD, weights=weights)


@pytest.mark.parametrize("text", IDENTIFIED)
def test_the_health_of_a_person_who_is_told_apart_is_private(text):  # S05
    assert level(text).reached
    assert level(text, thorough=True).reached


@pytest.mark.parametrize("text", IDENTIFIED[:8])
def test_it_is_grave_and_names_what_carried_it(text):  # S05
    judged = level(text)
    assert judged.grade is Grade.GRAVE
    assert "PERSON" in judged.kinds


@pytest.mark.parametrize("text", MISSED)
def test_what_no_detector_knows_has_no_floor(text):
    assert floor(TOOLS.judge(text).findings, {}) == 0.0


@pytest.mark.parametrize("text", LONG_AGO)
def test_the_illness_of_somebody_long_dead_is_history(text):
    assert not level(text).reached
    assert floor(TOOLS.judge(text, Rules(thorough=True)).findings, {}) == 0.0


@pytest.mark.parametrize("text", [*PUBLIC_OR_INVENTED, *BESIDE])
def test_who_is_public_invented_or_not_even_ill_is_not_told_from_a_patient(text):
    assert level(text).reached


@pytest.mark.parametrize("text", GENERAL)
def test_an_illness_that_is_nobodys_in_particular_is_public(text):
    assert not level(text).reached


@pytest.mark.parametrize("text", BY_THE_MODELS)
def test_the_rule_has_no_part_in_what_the_models_take_for_private(text):
    assert floor(TOOLS.judge(text, Rules(thorough=True)).findings, {}) == 0.0


def in_turns(*texts: str) -> list[bool]:
    known: tuple[Known, ...] = ()
    reached = []
    for text in texts:
        judged = TOOLS.judge(text, Rules(known=known))
        found, probability = judged.findings, judged.probability
        reached.append(assess(found, probability, threshold=DEFAULT_THRESHOLD, weights={}).reached)
        known = told(known, found)
    return reached


BORN, ILL = "Maria Keller was born 3 May 1961.", "Maria Keller has HIV."


@pytest.mark.parametrize("turns", [(BORN, ILL), (ILL, BORN), (BORN, "Name a tree.", ILL)])
def test_what_two_turns_tell_of_a_named_person_counts_together(turns):
    assert in_turns(*turns) == [False] * (len(turns) - 1) + [True]


@pytest.mark.parametrize(
    "turns",
    [
        (BORN, "What are the symptoms of diabetes?"),
        ("What are the symptoms of HIV?", "Who was born on 3 May 1961?"),
        ("Who was Frida Kahlo? She was born 6 July 1907.", "Did Frida Kahlo have polio?"),
        (ILL, "What is a virus?"),
    ],
)
def test_turns_that_do_not_tell_it_of_a_named_person_stay_apart(turns):
    assert not any(in_turns(*turns))


@pytest.mark.parametrize("times", [1, 12, 40, 120])
def test_it_is_found_between_pages_of_anything_else(times):
    assert floor(TOOLS.judge(FILLER * times + IDENTIFIED[0] + FILLER * times).findings, {}) > 0
    apart = f"Maria Keller\nborn 3 May 1961\n{FILLER * times}Diagnosis: HIV."
    assert level(apart).reached


@pytest.mark.parametrize("switched_off", ["PERSON", "DATE_OF_BIRTH"])
def test_a_kind_that_policy_switches_off_takes_the_floor_away(switched_off):
    text = "Tomasz Nowak, born 14 February 1978, has multiple sclerosis."
    assert level(text).level == IDENTIFIED_HEALTH
    assert not level(text, {switched_off: 0.0}).reached


def test_a_text_with_an_identifier_is_read_for_names_however_harmless_it_looks():
    judged = TOOLS.judge("Can someone call me on 450 0840? I have some questions about an account.")
    assert "PHONE_NUMBER" in {each.kind for each in judged.findings}
    assert judged.stage is Stage.ENCODER

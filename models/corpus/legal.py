# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates about law: contracts, disputes, privileged advice, crime, families, migration."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_SENSITIVE: Final = lines(
    r"""
Our lawyer at {b_law} thinks we [[lose the {company} case]] and should [[settle below {money}]]. Draft the mail to the board.
{name} v. {company}, no. {case}: rewrite the statement of facts, the client [[admits he saw the contract]] but we don't say so.
I was charged with [[shoplifting in {b_year}]] and never told my wife. Does it show up in a visa application?
Summarise this for my partner: {name} wants [[full custody of {first}]], hearing {b_day}, [[claims I hit the boy]].
Draft an NDA between {company} ({address}) and {name}, purpose: [[evaluation of the {word} patent]], term {n} years, penalty {money}.
can i still change my will so that [[{first} gets nothing]]? she is my eldest and we haven't spoken since {b_year}
Privileged: [[we knew about the brake defect since {b_month}]]. How do we answer the regulator's question 4?
Please translate the settlement: {company} pays {name} {money}, [[no admission of liability]], [[both sides keep silent]].
My husband {first} [[hides income in an account at {b_firm}]]. Which documents should my divorce lawyer ask for?
I overstayed my visa since {date} and work at {company} [[without papers]]. What happens if I go to the police about my stolen bike?
Case {case}, {b_court}: write a plea in mitigation for {name}, {b_age}, [[first offence]], [[{n} grams found in his car]].
our landlord {name} wants us out of {address} because [[we withheld {money} for the mould]], write back firmly
Translate my asylum statement into English: I left {b_plant} after [[my brother was taken by the militia]]; my case number is {case}.
Turn this into numbered paragraphs: I, {name}, born {dob}, saw {name2} [[push the guard]] on {date} in front of {address}.
Do I have to disclose to {b_firm} that [[we were sued by {b_rival} over the same clause]] before they sign on {b_day}?
Client {name} asks if [[the transfer of {money} to his brother in {b_month}]] can be challenged after bankruptcy. Give me the memo.
Our standard margin clause with {company} expires {date}; [[we plan to let it lapse and not tell them]]. Check my wording.
Please find the risks: 'Supplier {company} accepts [[liability up to {money}]], [[termination with {n} days' notice]], [[no exclusivity for {b_plant}]].'
I signed a non-compete at {b_firm} as {b_title} until {date} and [[already work for {b_rival}]]. How would they find out?
Prepare questions for the deposition of {name} on {b_day}: [[deleted the mails]], [[was drunk on site]], [[contradicts {name2}]].
my son {first} was caught with [[someone else's debit card]], he is 15. the officer is called {name2}. what should we say on {b_day}
The neighbours at {address} recorded us. [[I shouted that I'd burn the hedge]]. Can {name} use the video against me?
Shorten for the insurer: our driver {name} [[ran the red light]] at {b_plant}, plate {plate}, other party {name2} [[has whiplash]], claim {account}.
Paternity: {name} says he isn't the father of {first}, [[test result {percent}% excluded]]. Draft the reply to his lawyer at {b_law}.
Write to the bailiff: I owe {money} to {company}, file {case}, can pay [[{money2} a month because I lost my job]].
We represent {company} against {b_firm}. [[Our bottom line is {b_sum}]], opening offer half of that. Plan the mediation.
Which of these facts hurts us most? {name} [[was warned twice]], [[the scaffold was not inspected]], [[the log was filled in afterwards]].
Is it fraud if {b_boss} told me to [[date the invoice back to {b_month}]] and I did? I'm the {b_title}, the auditor comes on {b_day}.
Make it more formal: {name} from {b_law} here, acting for {name2}. [[Your client has had an affair with the trustee]], we want the gift of {money} returned.
Probation report: {name}, DOB {dob}, [[missed {n} meetings]], [[moved in with a known dealer]], recommendation needed.
Adoption file {case}: birth mother {name} [[does not want to be found]]. Answer the request of {name2} in a kind way.
Compare these two clauses from our contract with {b_firm}: [[price cap {percent}%]] and [[most favoured customer]]. Which one can we drop?
I am a witness against {name} and [[his cousins know my address, {address}]]. How do I ask for protection?
restraining order against my ex {name}, he [[waits outside {b_site} every friday]]. what goes into the application
Email from opposing counsel by mistake: '[[we will fold if they ask for the logs]]'. What am I allowed to do with it in {case}?
Sum up the call: {b_law} says [[probability of losing {percent}%]], cost so far {money}, judge {name} [[does not like our expert]].
The will of {name}, died {date}: house at {address} to {first}, [[{money} to a woman nobody knows]]. Explain it to the family.
Please fill in: tenant {name}, {address}, rent {money}, deposit {money2}, [[two months behind]], notice by {b_day}.
Police interview tomorrow about [[the fire in our warehouse in {b_plant}]]. {b_boss} wants all of us to say the same. Is that a good idea?
Rewrite the affidavit so it reads naturally: I have known {name} since {b_year} and [[never saw him use drugs]], except once in {b_month}.
We got a data subject request from {name}, {email}. [[We lost half of his data in the leak]]. What do we have to say?
Immigration: {name}, passport {passport}, [[refused entry on {date}]], wife is {b_nrp}, wants to reapply. List the documents.
Immediately before signing, {company} [[dropped the price to {money}]] and asked us to leave it out of the contract. Draft the side letter.
Translate to legal English: the managing director {name} [[took a loan from the company without a resolution]].
Child support: I earn {money}, {first} lives with her mother in {b_plant}, [[I'm {n} months behind]]. What can she do?
What can I do when {b_law} billed us {money} for {n} hours and [[missed the appeal deadline in {case}]]?
Bullet points for the liability insurer: surgeon {name}, patient {name2}, [[swab left inside]], operation on {date}, [[chart altered]].
I want to leave {first} but [[the house is in his name and I came on his visa]]. What are my rights in {b_country}?
Write a cease and desist to {company}: they [[copied our hinge design]] after the visit of their engineer {name} on {date}.
Board resolution to [[approve the settlement with the {n} claimants of {b_plant}]], total {b_sum}, confidential until {b_day}.
is there a way to keep [[my arrest for drunk driving on {date}]] from my employer {company}? i drive their van
Annotate the share purchase agreement, section 7: [[sellers {name} and {name2} guarantee no tax risk above {money}]].
My client, a {b_title}, [[took photos of the formulas]] before she quit {b_firm}. Give me arguments for {b_court}.
Explain to my mum in plain words: the judge in case {case} [[took away her licence for {n} months]], fine of {money}.
Can you check if my power of attorney is ok: I, {name}, born {dob}, appoint {name2}, {address}, to [[sell my flat]].
Inheritance fight: my brother {first} [[emptied mum's account, {money}, two days before she died]]. Letter to him without lawyer yet.
Draft the compliance note: agent {name} in {b_plant} [[paid customs {money} in cash]]; discovered {b_day}; [[no report filed so far]].
To our counsel: {b_rival} [[offered to split the tender regions]] at the fair in {b_plant}. {name} said yes over beer. What now?
The lease for {b_site} ends in {b_month}; [[we told the landlord we stay but we won't]]. Write something non-committal.
Notes from a client call, put them in order: stabbing at {address}; [[he says self-defence]]; [[knife is in the canal]]; {name} drove.
Write the employment contract for {name}: {b_title}, {money} a year, start {date}, probation {n} months, [[no overtime pay]].
My green card interview is {b_day}. [[We married for the papers]] but live together at {address} now. What will they ask us?
Summarise the arbitration award {case}: {company} to pay {b_sum}, [[counterclaim rejected]], costs split, [[not to be published]].
how much is a claim worth when [[a dog of my tenant {name} bit the postman]], {n} stitches, no insurance
The jury consultant's notes: no. 4 {first} [[hates banks]], no. 9 {first2} [[cried at the photos]]. Which ones should we strike?
Please answer {name} ({email}): we cannot [[represent him against {company} because we advise them too]].
I am {first}'s guardian; he has {condition} and [[signed a phone contract for {money}]]. Contract void? Case with {company}, no. {account}.
"""
)

_HARMLESS: Final = lines(
    r"""
A law student asks: when should a company settle instead of going to trial? Draft an answer with three criteria for the board of an invented firm.
[[PERSON|Roe]] v. [[PERSON|Wade]]: write the statement of facts as a schoolbook would tell it, in about 150 words.
Which minor offences show up in a visa application for {b_country} in general, and for how many years?
Summarise how courts in {b_country} decide about custody, which criteria they use, and what a hearing looks like.
Draft an NDA template between [Company A] and [Company B], purpose and term left blank, penalty optional.
can somebody leave a child out of their will under the law of {b_country}? short answer and the exceptions
What does 'privileged and confidential' at the top of a letter mean, and does it protect a letter by itself?
Please translate the clause: each party bears its own costs, no admission of liability is made by this agreement.
In divorce cases, which documents do lawyers usually ask for to find hidden income? It is for a podcast about family law.
What happens to tourists who overstay a visa in {b_country}? Explain fines, bans and how to prevent it.
Mock trial at school: write a plea in mitigation for [[PERSON|Robin Hood]], first offence, robbed the rich, gave it all away.
our school has a debate on rent control, write a firm speech against landlords who ignore mould
Translate into English for my language course: Le locataire doit payer le loyer le premier jour du mois.
Turn this into numbered paragraphs: An affidavit names the witness, states the facts from own knowledge and is sworn before an officer.
Is there a general duty to disclose earlier lawsuits in contract negotiations under {b_nrp} law?
Explain fraudulent transfers in bankruptcy to a first-year student, with an invented example of {money}. Give me a memo of one page.
Check my wording: 'This agreement renews each year unless one party ends it in writing three months before.'
Please find the ambiguities: 'The supplier shall deliver the goods or services and accessories within reasonable time.'
How long may a non-compete last in {b_country}, and must the employer pay for it?
Prepare questions for a fictional deposition in a comedy: the witness is a talking parrot that keeps contradicting itself.
at what age are children criminally responsible in {b_country}? what does the police do with younger ones
Can private video recordings be used as evidence in civil cases? Compare {b_country} and {b_country2} in a table.
Shorten this exam answer: A driver who runs a red light is negligent per se in many states, but causation must still be shown.
How reliable are paternity tests, and what does exclusion mean? Draft a paragraph for a biology textbook.
Write a sample letter to a bailiff with [Name], [File number] and [Monthly rate] as placeholders.
Plan a mediation exercise for a class of {n}: two roles, secret instructions, a time line and a debriefing.
Which of these facts matters most in negligence? A warning, a missing inspection, a log. Explain in general terms.
Is backdating always illegal? Give an example where a contract may lawfully take effect from an earlier date.
Make it more formal: we want our money back because the concert was cancelled and nobody answers our mails.
What does a probation officer do all day? Write a job description for a careers site.
Adoption law for beginners: open and closed adoption, consent, the right to know one's origins.
Compare these two clauses in general: price cap and most favoured customer. When would a buyer prefer which?
How does witness protection work in films and how does it work in reality? I write a thriller set in [[LOCATION|Marseille]].
restraining order, injunction, caution: what's the difference? keep it to one line each
An email arrives at the wrong law firm. What do ethics rules in {b_country} say about it? Model answer please.
Sum up the trial of [[PERSON|Socrates]]: charges, defence, verdict, and why it still matters to lawyers.
Explain wills to a ten-year-old using a treasure chest, a pirate called [[PERSON|Captain Reed]] and three parrots.
Please make a form: tenant, address, rent, deposit, notice period. All fields empty, with a line for the signature.
Should suspects talk to the police without a lawyer? Summarise the advice that bar associations give to the public.
Rewrite the sentence so it reads naturally: 'The party of the first part shall henceforth desist from said conduct.'
What does Article 15 of the [[LOCATION|EU]] General Data Protection Regulation say about access requests?
Immigration history: who came through [[LOCATION|Ellis Island]], why were some refused entry, and when did it close? List the sources.
What is a side letter? Draft a harmless example between two invented bakeries that share an oven.
Translate to legal English: Der Geschäftsführer vertritt die Gesellschaft nach außen.
How is child support calculated in {b_country}? Explain the formula with round numbers that you make up.
What can clients in general do when a lawyer misses an appeal deadline? List malpractice basics.
Bullet points on the history of medical malpractice law for a lecture, five slides, one landmark case each.
What are the rights of spouses on dependent visas in {b_country}? I compare systems for my thesis.
Write a funny cease and desist letter from the moon to the wolves for howling at night.
Explain board resolutions: who proposes, who votes, quorum, minutes. Use an invented sports club.
is drunk driving a crime in {b_country} or only an offence? compare limits in five countries
Annotate for students: what do seller guarantees in a share purchase agreement usually cover?
Give me arguments for both sides in a moot court about trade secrets and a secret ingredient in lemonade.
Explain to my class in plain words what it means when a judge takes away a driving licence.
Can you give me an outline of a power of attorney form in [[LOCATION|England]], with blanks for names?
Inheritance in {figure}'s time: how did families divide land, and why did younger sons join the army?
Draft a quiz on anti-corruption compliance: gifts, agents, cash, customs. Ten questions, with the answers below.
Price fixing explained: what may competitors talk about at a fair, and what not? Use a lemonade stand example.
A lease usually ends how? Write a non-committal, general guide to notice periods in {b_country}.
Notes for my crime novel, put them in order: stabbing at the opera; knife in the canal; the tenor says self-defence.
Write an employment contract template for a mini-job: tasks, pay, start, probation, all as [blanks].
What questions are typical at a green card interview, according to the official site?
Summarise what arbitration is, why firms like it, and why awards are rarely published. Costs, speed, secrecy.
how do courts value dog bite claims? explain pain and suffering with numbers from famous cases
The film 12 Angry Men: how does juror 8 change the others' minds? Which techniques does he use?
Please answer as a law professor: may a lawyer advise two clients against each other?
Is a contract valid if a person lacks capacity? Explain void and voidable, give one textbook example for each.
"""
)

FAMILIES: Final = (
    Family(name="b_legal", categories=("legal",), templates=_SENSITIVE),
    Family(name="b_legal_harmless", templates=_HARMLESS),
)

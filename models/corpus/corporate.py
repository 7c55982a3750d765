# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates about what firms keep to themselves: deals, forecasts, prices, plans, bids."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_SENSITIVE: Final = lines(
    r"""
We will [[buy {b_firm} for {b_sum}]] and announce it on {b_day}. Write the FAQ for employees.
we'll tell the {b_plant} plant after the holidays that [[the line goes to {b_plant2}]], how do we word the letter
{b_project}: [[revenue {b_quarter} will be {b_sum}]], [[{percent}% under guidance]]. Make a slide text for the board.
Can you turn this into a polite mail? {company} only gets [[{percent}% discount]], but {b_firm} [[pays {percent2}% less for the same volume]].
Nobody outside {b_dept} knows yet that [[{b_product} is delayed to {b_month}]]. Draft the answer for sales in case customers ask.
Summarise the pipeline: {company} [[{money} likely]], {company2} [[{money2} stalled]], {b_firm} [[wants out]].
Which of our suppliers should we squeeze? {company} [[margin {percent}%]], {b_firm} [[margin {percent2}%]], both depend on us.
Our tender for the {b_plant} hospital: [[we go in at {b_sum}]], {b_rival} [[will be about {percent}% higher]]. Sharpen the executive summary.
The [[roadmap for {b_year}]]: [[voice control in {b_quarter}]], [[own chip after that]]. Rewrite it so that investors like it.
Internal, do not forward: [[{b_firm} is leaving us at the end of {b_month}]]. Help me plan the call with the bank.
What is the best time to leak that [[{b_rival} loses its licence]]? Our {b_boss} thinks the week of {b_day}.
How do I explain to the team that [[the {b_project} budget was cut by {percent}%]] without saying that the money goes to {b_plant}?
board wants to know why [[cash lasts only {n} more weeks]]. give me five sentences, honest but calm
Please proofread: As agreed with {name} we [[raise list prices {percent}% on {b_day}]], key accounts [[hear it one week later]].
Write the blog post for launch day: {b_product}, [[price {money}]], [[partner {b_firm}]]; goes live {date}, nothing public before.
Compare the two offers for our {b_site}: {company} [[{b_sum}, staff stays]]; {company2} [[{b_sum2}, staff goes]].
Security incident {date}: [[attackers had our mailboxes for {n} days]], [[customer files of {b_firm} copied]]. Draft the notice, but vague.
A hole in [[{b_service} lets anybody read other people's invoices]]. We fix it by {b_day}. What do we tell {company}?
Minutes of the strategy day: [[exit {b_country} by {b_quarter}]], [[sell the paint business]], [[{name} to lead the rest]]. Clean them up.
{first}, can you look at this before {b_boss} does? [[We missed the covenant by {percent}%]] and [[the bank hasn't noticed]].
Give me a one-page memo: [[{b_rival} approached us about a merger]], [[exchange ratio 1 to {n}]], talks start {b_day}, only four people know.
Our recipe for the glaze is [[{n} parts resin, {n2} parts {word}, {percent} degrees]]. Why does it crack in winter?
Customer list to clean: {company}, {name}, {email}, [[renews {date} at {money}]]; {company2}, {name2}, [[unhappy]].
Is {percent}% a good churn rate? That's [[ours since {b_month}]], investors were told {percent2}%.
Draft talking points for {name}: [[the recall costs {b_sum}]], [[we knew in {b_month}]], if asked say the investigation goes on.
Formulate three reasons why we [[drop {b_firm} as supplier]]; the true one, [[{b_rival} gave us a kickback on freight]], stays between us.
the investors of round B: {b_firm} [[{b_sum} for {percent}%]], {b_rival} [[walks if {name} stays]]. what do i answer them
Translate for our {b_plant} colleagues: from {b_day} the [[second shift ends]], the machines go to {b_plant2}.
I need an invented reason for the move of the {b_quarter} call from {b_day} to {b_day2}. The real one: [[the auditors won't sign]].
Estimate what {b_rival} pays if [[we pay {b_firm} {money} per tonne]] and order {n} trucks a month.
Rank these markets for {b_product}: [[{b_plant} test sold {n} units]], [[{b_plant2} none]]. Launch is secret until {b_month}.
Should we tell {company} that [[their data sat on an open bucket for {n} hours]]? Legal says not yet.
Rewrite as a short status for {b_boss}: [[{b_project} fails the crash test]], [[supplier hides the report]], decision {b_day}.
How would you price {b_product} if [[unit cost is {money}]] and the target margin is {percent}%? {b_rival} sells at {money2}.
Answer {name} at {b_firm}: we [[can go down to {money} per seat]], but start the mail at {money2} please.
Write a LinkedIn teaser that doesn't reveal that [[we open in {b_town} in {b_month}]], landlord {company}, rent {money}.
Put our capacity in a table: {b_plant} [[{percent}% used]], {b_plant2} [[{percent2}%]], [[one of both closes in {b_quarter}]].
Patent not filed yet: [[a hinge that locks by cooling it under {n} degrees]]. Does something like that exist?
We pitch at {b_firm} on {b_day}. Their buyer {name} told me [[{b_rival} bid {b_sum}]]. Adapt our price page.
What could go wrong when [[the founder {name} sells his {percent}% to {b_rival}]] and the staff reads it in the press first?
Merge these notes: lunch with {name} of {company}. [[They want out of the {b_plant} contract]]. [[Would pay {money}]]. Hates our portal.
in confidence: [[{b_boss} steps down on {b_day}]] and {name} follows. i need the intro for the all-hands
Explain the variance to non-finance people: plan {b_sum}, [[actual {b_sum2}]], main cause [[the {b_firm} penalty]].
Classify these customers into A, B, C by [[revenue last year]]: {company} {money}, {company2} {money2}, {company3} {money3}.
Which clauses do we offer {company} if [[they learn that the battery supplier changed]]? Contract ref {b_ref}.
Cut this to 80 words: Dear colleagues, the [[sale of the {b_dept} unit to {b_firm}]] closes on {date}. Until then, please treat this as internal.
We do the trick with [[two price lists, one for {b_country}, one for the rest]]. Write the training text for new people in sales.
{b_rival} quoted our client {company} {money}; [[our floor is {money2}]]. How do I win this without going below it?
When the stock opens on {b_day} people will know that [[{b_firm} took {percent}% of us]]. What should our IR page say?
The wording for the bank please: we [[draw the last tranche of {b_sum}]] and [[expect to break even in {b_quarter}]].
Forget what I wrote before. [[It's {b_plant} that closes]], not {b_plant2}. Redo the announcement for the mayor.
Draft a mail to all resellers: [[margin falls from {percent}% to {percent2}%]] as of {date}, they must not share this.
tell me if this is too aggressive for a sales memo: [[offer {company}'s customers {percent}% if they break their contract before {b_day}]]
Make an org chart from this, not announced: [[{name} takes {b_dept}]], [[{name2} reports to her]], [[{name3} leaves]].
Would a court see the following as cartel? We and {b_rival} [[agree not to hire each other's engineers]].
Our AI strategy in three bullets: [[replace {n} support people]], [[license from {b_firm}]], [[no word to the union before {b_month}]].
Please anonymise: {company} complained to {name} that [[our pump killed the fish farm]]; damage {b_sum}; insurer not yet informed.
Turn this transcript into actions: {first} says [[the audit found ghost stock of {money}]], {first2} wants to [[book it in {b_quarter}]].
I prepare the data room for [[the sale of {company}]]. Which folders does a buyer like {b_firm} expect?
Could you simulate the negotiation? You are {name} of {b_firm}; [[I must get below {money} per unit]], my walk-away is {b_day}.
"""
)

_PAYMENT: Final = lines(
    r"""
Invoice {b_ref} of {company} over {money} is unpaid, their IBAN {iban}. Write the second reminder to {name}.
Our new bank details from {b_day}: {iban}, account holder {company}. Write the letter to customers.
Payroll for {b_month}: {name} {iban} {money}; {name2} {iban2} {money2}. Make a payment list in CSV.
the supplier {company} changed his account to {iban}, {b_boss} wants {money} paid today. does that smell?
Refund {money} to card {card} of {name}, order {account}. Draft the confirmation.
Please reconcile: bank says {b_sum}, ledger {b_sum2}, [[difference sits in account {account}]].
Reply to {email}: commission of {percent}% for {b_quarter} is {money}, to be paid to {iban} by {b_day}.
What is wrong with this transfer? {company}, {iban}, {money}, [[returned by the bank]] on {date}.
Corporate card {card}, holder {name}: [[{money} in a night club]]. Ask him politely for the receipt.
Check the VAT on invoice {b_ref}: net {money}, {percent}% VAT, customer {company}, {address}.
Write off [[{money} owed by {company}]]? They are {n} weeks late and {name} does not pick up at {phone}.
Turn this into a purchase order: {n} pallets from {company}, {money} each, deliver to {address}, pay to {iban}.
Employee {name} must pay back [[an advance of {money}]], deduct from {b_month}, account {iban}. Draft it.
Cash flow of {b_firm}: [[account {account} is {money} in the red]], salaries due {b_day}. Who do we pay first?
we paid {money} twice to {company}, ref {b_ref}. write in german to {name}, {email}
"""
)

_HARMLESS: Final = lines(
    r"""
{b_listed} bought a smaller rival in {b_year} and announced it in the press. Write the questions that a business student should ask about the deal.
how do big firms word the letter when they move a plant to another country? look at published examples
{b_listed}: revenue for the quarter as published, {percent}% over guidance. Explain what guidance means on a slide.
Can you turn this into a polite mail? The café gives students ten percent off, but not on [[DATE_TIME|Sundays]].
Delays of famous products: list five games that were announced too early and say how the studios told their fans.
Summarise what a sales pipeline is, with the usual stages, and say what 'stalled' means in CRM tools.
Which suppliers have power over a buyer? Explain with [[PERSON|Porter]]'s five forces and an example about coffee beans.
How do public tenders for hospitals work in {b_country}? Write an executive summary for pupils.
Write a roadmap template for a software team: now, next, later, with example features of an invented to-do app.
Internal communication: what does 'do not forward' achieve in practice? Give me arguments for a seminar.
What was the effect on {b_listed} when its licence plans leaked to the press in {b_year}?
How do I explain to children what a budget is and why a family sometimes has to cut it?
what does 'cash runway' mean for a startup. give me five sentences with one made-up calculation
Please proofread: From [[DATE_TIME|May]] our bakery raises the price of a croissant by ten cents, because butter has become expensive.
Write a launch day blog post for an imaginary product: a teapot that tells jokes, price and partner invented by you.
Compare buying and renting a house in {b_town} in general terms: pros, cons, typical mistakes.
Security incident exercise: write a fictional notice for a training, company name [[ORGANIZATION|Example Corp]], no real data.
A bug in an open-source library lets users read other users' files. How is such a hole responsibly disclosed?
Minutes of the chess club: new clocks bought, tournament in {b_month}, [[PERSON|Lena]] brings cake. Clean them up.
Explain bank covenants to a beginner. What happens in general if a firm misses one by a few percent?
Give me a one-page memo on the merger of [[ORGANIZATION|Daimler]] and [[ORGANIZATION|Chrysler]] in [[DATE_TIME|1998]]: reasons, structure, why it failed.
My glaze recipe is 2 parts sugar, 1 part butter, 110 degrees. Why does it crack on the cake?
Make a sample customer list with ten invented companies, contacts and example.com addresses for a CRM demo.
Is {percent}% a good churn rate for a subscription app according to public benchmarks?
Draft talking points about famous recalls: what did {b_listed} do well, and what went wrong in the media?
Formulate three reasons why a restaurant might change its vegetable supplier. It is for a role play in class.
series A, series B, series C, what's the difference and what do investors usually get. no jargon please
Translate for a museum sign: The second shift ended at six, and the machines fell silent.
I need an invented reason why a wizard council moves its annual meeting from the full moon to the new moon.
Estimate how many trucks a supermarket needs in a month. It is a typical consulting interview question; show the steps.
Rank these test markets that firms like to use for new products: [[LOCATION|Columbus]], [[LOCATION|Hassloch]], [[LOCATION|Christchurch]]. Why these?
Should companies tell customers about an open storage bucket? Discuss the ethics, short essay.
Rewrite as a short status for the class: our egg drop vehicle fails the crash test, the next version gets more straws.
How would you price a lemonade stand if a cup costs 20 cents and the kids want a margin of {percent}%?
Negotiation theory: explain anchor, reservation price and BATNA, starting with a mail between two farmers.
Write a teaser for the opening of an imaginary bookshop on the moon, without revealing the owner.
Put the capacity of famous stadiums in a table: [[LOCATION|Camp Nou]], [[LOCATION|Wembley]], [[LOCATION|Maracanã]], one sentence each.
Patents: how do I search whether a hinge that folds flat already exists? Name free databases.
We play a pitch game in class on {b_day}. Give every group of students an invented product and a budget.
What could go wrong when a founder sells his company? Use the published story of [[ORGANIZATION|WhatsApp]] and [[ORGANIZATION|Facebook]].
Merge these notes for my biology exam: cell wall, cell membrane, both protect. Plants have both. Animals have one.
when {b_listed} changed its CEO, how did it introduce the new one? i need an intro example for communications class
Explain variance analysis to non-finance people: plan, actual, cause. Use a pizza party with a broken oven.
Classify these animals into A, B, C by weight: mouse, elephant, dog, blue whale, hamster. Say where the limits lie.
Which clauses are typical in a battery supply contract? List headings only, with one line of explanation.
Cut this to 80 words: The sale of indulgences was one of the causes of the Reformation, as [[PERSON|Luther]] wrote in [[DATE_TIME|1517]].
Price discrimination: why do airlines have different prices for the same seat? Write a training text for economics pupils.
Two shops compete in one street, costs are 4 and 5. How low should the price go in a [[PERSON|Bertrand]] model?
When a stock opens in the morning, how is the first price made? What do market makers do?
The wording for a fairy tale please: the dwarfs draw the last gold from the mine and expect to break even by winter.
Redo the announcement for the school fair: it is the north gate that closes, not the south gate.
Draft a mail to all players: board game night moves to the big hall, bring your own dice and do not share spoilers.
tell me if this is too aggressive for an ad: 'leave your old broom and ride ours'. it's for a witch shop in a game
Make an org chart of the government of {b_country} from general knowledge, three levels, with the constitution as source.
Would a court see no-poach agreements as a cartel? Refer to published cases in {b_country}.
AI strategy for a fictional library: three bullets, readers first, jobs safe, open models. Write it with some humour.
Please anonymise this made-up sentence as an exercise: [[PERSON|Mr. Fish]] of [[ORGANIZATION|Pond Ltd]] complained that the pump was too loud.
Turn this transcript into actions: the teacher says the plants need water, the pupils want to paint the pots.
Which folders belong in a data room, in general? I read about it in a textbook on mergers.
Could you simulate a negotiation at a flea market? You sell an old lamp, I must get below ten coins.
"""
)

_PAYMENT_HARMLESS: Final = lines(
    r"""
Write a template of a second payment reminder with [Invoice number], [Amount] and [Due date].
How should a company announce new bank details to its customers so that they don't take it for fraud? Write a sample letter without numbers.
Make a payment list in CSV as an example, with invented people called A, B and C and the amounts 10, 20, 30.
how do fake supplier account changes work and what should an accountant check? for a fraud awareness poster
Draft a confirmation for a refund, general wording, card number masked as **** **** **** 1234.
Please explain bank reconciliation: what the ledger says, what the bank says, where differences come from.
Commission of {percent}% on sales of 1,000: compute it and show the formula in Excel.
What are common reasons why a SEPA transfer is returned by the bank?
Write a polite, funny reminder to hand in receipts for the corporate card, for everybody in the office.
Check the arithmetic: net 200, 19 percent VAT, gross 238. Is VAT computed on the net amount?
When may a company write off a debt under the tax law of {b_country}?
Turn this into a sample purchase order: 3 pallets of bricks, price per pallet 90, delivery to [address].
Explain salary advances: how they are booked, how they are paid back, what the law in {b_country} limits.
Cash flow puzzle: 100 in the bank, salaries 80, rent 30, a customer pays 20. Who is paid first?
how do i write an invoice in german? give me a model with [[ORGANIZATION|Muster GmbH]]
"""
)

FAMILIES: Final = (
    Family(name="b_corporate", categories=("corporate",), templates=_SENSITIVE),
    Family(name="b_corporate_harmless", templates=_HARMLESS),
    Family(name="b_firm_payment", categories=("payment", "corporate"), templates=_PAYMENT),
    Family(name="b_firm_payment_harmless", templates=_PAYMENT_HARMLESS),
)

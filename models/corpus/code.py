# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates with source code that belongs to a firm."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_ASKED: Final = lines(
    r"""
Why does our [[{b_service}]] at {b_firm} double-charge when the retry comes from {b_host}?
Rewrite this in Rust, it is the core of our ranking: [[score = 0.6*margin + 0.3*stock_age - {n}*returns]].
Our repo [[git.{b_slug}.internal/{b_service}]] has a circular import between [[{b_slug}.core.tariffs and {b_slug}.api]]. How do we break it?
The fraud rule we run is [[block if amount > {n}00 and card age < {n2} days and country changed]]. How could a fraudster get around it?
i can't share the whole repo but our license check is [[if sha1(serial+'{word}')[:6] == code: unlock()]], is that safe
Review this commit message of {name}: '[[disable signature check for {company}]], revert after audit'.
What index do I need for [[{b_table}(iban, contract_no, risk_class)]] with 40 million rows in our production database {b_host}?
Stack trace from prod at {company}: NullPointerException in [[com.{b_slug}.settlement.NettingJob]] line {n}. Ideas?
Translate our pricing formula into Excel: [[base * (1 + {percent}/100) - loyalty*{n}]], only {name} knows it by heart.
please port the attached macro of our {b_dept} team, it reads [[\\{b_host}\finance\{b_table}.xlsx]] and mails it to {email}
how do we hide the [[{b_product} feature flag]] in the app bundle so that nobody finds it before {b_day}?
Can I move [[{b_slug}-auth]] from the monolith into its own service without downtime? It signs all tokens with [[one shared key on {b_host}]].
Document this class for our new starters at {b_firm}: [[TariffMatcher walks zones, drops those under {n} kWh, weights by churn risk]].
Our matching engine beats {b_rival}'s because [[we batch orders every {n} ms by hash bucket]]. Explain it in a patent-like way.
git blame says {name} pushed [[the customer dump into the public repo]] at commit {b_sha}. How do I purge it?
Write a regex that finds our internal customer numbers, format [[{b_ref}]], in the logs of [[{b_service}]].
Does this query leak anything? SELECT name, iban FROM [[{b_slug}_prod.{b_table}]] WHERE note LIKE '%{last}%'
our model for {company} uses [[features: overtime, sick days, age]] to predict who quits. how can i raise the AUC from 0.7?
Unit tests for [[{b_slug}.risk.Haircut]] please: cap {percent}%, floor {n}, [[weekend factor 1.{n2}]].
In our firmware the [[service menu opens with up-up-down and code {pin}]]. Should we ship it like that?
"""
)

_OWN: Final = blocks(
    r"""
/*
 * Copyright (c) {b_year} {b_firm}. All rights reserved.
 * [[CONFIDENTIAL_MARKER|Proprietary and confidential]]. Unauthorised copying is prohibited.
 */
package [[com.{b_slug}.pricing.engine]];

public final class [[SurgeCalculator]] {
    private static final double [[LOYALTY_CUT = 0.0{n}]];

    double quote(Trip trip, Rider rider) {
        double base = trip.km() * [[{n2}.15]] + trip.minutes() * 0.4;
        return rider.isLoyal() ? base * (1 - LOYALTY_CUT) : base;
    }
}

Why is the result rounded down?
%%
Fix the bug, it skips the last invoice:

from [[{b_slug}.ledger]] import open_ledger

def [[settle_overdue]](day):
    book = open_ledger("[[postgresql://{b_host}/finance]]")
    rows = book.fetch("SELECT * FROM [[{b_table}]] WHERE due < %s", day)
    for i in range(len(rows) - 1):
        rows[i].charge(fee=[[{n}.50]])
%%
Traceback (most recent call last):
  File "[[/srv/{b_slug}/{b_service}/worker.py]]", line {n}, in run
    self.push(batch)
  File "[[/srv/{b_slug}/lib/gateway.py]]", line {n2}, in push
    raise GatewayError(resp.text)
GatewayError: 401 from [[https://{b_host}/v2/payments]] for merchant {company}
What do I change?
%%
-- [[dump of {b_slug}_prod]], taken {date}
INSERT INTO [[{b_table}]] VALUES
 (1, '{name}', '{email}', '{iban}', '{dob}'),
 (2, '{name2}', '{email2}', '{iban2}', '{dob2}');
Write the migration that splits the name into two columns.
%%
explain what this does and how to make it faster

SELECT c.[[contract_no]], c.[[risk_class]], SUM(p.amount)
FROM [[{b_slug}.{b_table}]] c JOIN [[{b_slug}.premium_ledger]] p ON p.cid = c.id
WHERE c.broker = '{company}' AND p.booked > '{date}'
GROUP BY 1, 2 HAVING SUM(p.amount) < [[{n}000]];
%%
// [[INTERNAL USE ONLY - {b_firm}]]
// author: {name} <{email}>
export function [[dynamicShelfPrice]](sku, stock, rivalPrice) {
  if (stock < [[{n}]]) return rivalPrice * [[1.0{n2}]];
  return Math.min(rivalPrice - 0.01, [[costTable]][sku] * 1.12);
}
Convert to TypeScript with types and JSDoc.
%%
Code review please. It goes to production at {company} on {b_day}.

def [[score_applicant]](a):
    s = 600
    s -= [[45 if a.zip in BAD_ZIPS else 0]]
    s += min(a.income / 1000, 90)
    s -= [[{n} * a.late_payments]]
    return s > [[{n2}0]]
%%
ERROR {date} 03:12:44 [[{b_service}-7f9]] {b_host} c.{b_slug}.kyc.Client - rejected {name}, passport {passport}: sanctions list timeout
ERROR {date} 03:12:45 [[{b_service}-7f9]] {b_host} c.{b_slug}.kyc.Client - retry 3 failed

Summarise the root cause for the incident report.
%%
class [[WeldSeamDetector]](nn.Module):
    '''[[CONFIDENTIAL_MARKER|Company confidential]], {b_firm} {b_dept}.'''

    def __init__(self):
        super().__init__()
        self.trunk = resnet18(weights=None)
        self.head = nn.Linear(512, [[{n}]])  # [[defect classes of line {n2}]]

model.load_state_dict(torch.load("[[/mnt/{b_host}/models/weld_v{n}.pt]]"))

RuntimeError: size mismatch. Fix?
%%
CREATE TABLE [[{b_slug}.{b_table}]] (
  id bigint PRIMARY KEY,
  [[holder_name]] text,
  [[iban]] varchar(34),
  [[churn_score]] numeric,
  [[vip_discount]] numeric DEFAULT 0.{n}
);
Draw the ER diagram together with [[{b_slug}.contract_terms]] and add indexes.
%%
Slack from {name}: the build on {b_host} broke after my change in [[libs/{b_slug}-crypto]]. diff:

-    key = derive(pin, salt)
+    key = derive(pin, [["{word}{n}"]])   # fixed salt for {company} devices

Is my workaround a problem? What do I answer him?
%%
using [[{b_slug}.Warehouse.Picking]];

namespace [[{b_slug}.Robots]]
{
    // [[route heuristic for {b_firm}, patent pending]]
    internal class AisleOrder
    {
        public int Cost(Bin a, Bin b) => Math.Abs(a.X - b.X) + [[{n}]] * Math.Abs(a.Y - b.Y) + (a.Heavy ? [[{n2}]] : 0);
    }
}
add xml comments
%%
Could you turn this stored procedure into Python?

CREATE PROCEDURE [[usp_CloseMonth_{b_slug}]] @month char(7) AS
BEGIN
  UPDATE [[{b_table}]] SET bonus = salary * [[0.{n}]] WHERE dept = '{b_dept}' AND rating >= 4;
  EXEC [[sp_notify]] '{email}';
END
%%
{b_service} | 2 | {b_host} | FATAL: password authentication failed for user "{user}" at database "[[{b_slug}_prod]]"
We restarted it twice, {name} says it's the rotation script of {company}. How do we find out?
%%
func (m *[[Matcher]]) Step(book *Book) []Fill {
	// [[our edge: hold small orders for {n} ms, fill by hash bucket]]
	time.Sleep([[{n}]] * time.Millisecond)
	sort.Slice(book.Asks, func(i, j int) bool { return bucket(book.Asks[i]) < bucket(book.Asks[j]) })
	return m.cross(book)
}

Write table tests for this. Package is [[{b_slug}.io/exchange/match]].
%%
here's the whole config class of our app, tell me what is deprecated

@Configuration
@EnableJpaRepositories("[[com.{b_slug}.claims.store]]")
public class [[ClaimsConfig]] {
    @Bean DataSource ds() {
        return DataSourceBuilder.create().url("jdbc:oracle:thin:@{b_host}:1521/[[CLAIMS]]")
            .username("{user}").password("{password}").build();
    }
}
%%
Regression since release {n}.{n2} of our device firmware, please find it:

#define [[SERVICE_CODE]] 0x{b_sha}
static int [[dose_limit]](struct pump *p) {
    if (p->mode == [[MODE_FACTORY]]) return [[{n}00]];
    return p->weight_kg * [[{n2}]] / 10;
}

{company} audits us on {b_day}.
%%
import [[{b_slug}_features]] as f
from lightgbm import LGBMClassifier

X = f.load("[[s3://{b_slug}-crm/churn/{b_year}.parquet]]")
X = X[f.pick("[[months_left]]", "[[competitor_calls]]")]
clf = LGBMClassifier(num_leaves={n}).fit(X, X.pop("left"))

How do I explain to {name} which feature matters?
%%
Jira {b_ref}, reporter {name}: customers of {company} see other people's policies when [[two sessions share the cache key policy:{n}]]. Code:

key = [["policy:" + str(tariff_id)]]
doc = cache.get(key) or render(user)

Write the fix and the comment for the ticket.
%%
Translate these comments to English, leave the code:

# [[Rabattlogik nur fuer Grosskunden, nicht weitergeben]]
def [[grosskunden_rabatt]](umsatz):
    if umsatz > [[{n}0000]]:
        return [[0.{n2}]]
    return 0.02
%%
App of {b_firm}, Kotlin. What's the cleanest way to test it?

object [[UnlockApi]] {
    private const val HOST = "[[https://{b_host}/unlock]]"
    private const val TOKEN = "{key}"
    suspend fun open(car: Vin) = client.post(HOST) { header("X-Fleet", TOKEN); setBody(car) }
}
%%
README of [[{b_slug}/{b_service}]] ([[not public]])
Owner: {name}, {email}. Computes [[nightly transfer prices between {b_plant} and {b_plant2}]].
Run: make run ENV=[[prod-{b_slug}]]
Please improve the structure and grammar.
%%
$ git log --oneline
{b_sha} {name}: [[remove licence check for {company} demo]]
{b_sha2} {name2}: [[hardcode tariff of {b_firm}]]
{b_sha3} {name}: wip

Write release notes that customers may read.
"""
)

FAMILIES: Final = (
    Family(name="b_code_asked", categories=("code",), templates=_ASKED),
    Family(name="b_code_own", categories=("code",), templates=_OWN, form="document"),
)

# ruff: noqa: E501  # a template's lines are as long as people type them
"""More templates with a firm's own code and machines, and twins from lessons and open projects."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_OWN: Final = blocks(
    r"""
from [[{b_slug}_sdk.internal]] import [[QuoteEngine, LoyaltyTable]]

class [[RenewalPricer]]:
    '''Raise the premium where the customer is unlikely to compare.'''

    def __init__(self, engine):
        self.engine = engine
        self.lazy = [[LoyaltyTable("{b_host}")]]

    def price(self, policy):
        p = self.engine.quote(policy)
        if [[self.lazy.years(policy) > {n} and not policy.app_user]]:
            p *= [[1.{n2}]]
        return round(p, 2)

Make it testable without the server, please.
%%
Build log of [[{b_firm} / {b_service}]]:
[INFO] Downloading from [[{b_slug}-nexus: https://{b_host}/repository/releases]]
[ERROR] Failed to execute goal: Could not resolve [[com.{b_slug}:tariff-core:jar:{n}.{n2}]]
[ERROR] 401 Unauthorized for user {user}

It worked until {name} left. What is going on?
%%
# deploy.sh of [[{b_service}]]
set -euo pipefail
export KUBECONFIG=[[/home/{user}/.kube/{b_slug}-prod]]
docker login {b_host} -u {user} -p {password}
docker push [[{b_host}/{b_slug}/{b_service}:{n}]]
kubectl -n [[{b_slug}]] set image deploy/app app=[[{b_host}/{b_slug}/{b_service}:{n}]]

review pls, goes to {company} tonight
%%
SELECT u.email, u.[[monthly_fee]], u.[[last_complaint]]
FROM [[{b_slug}_crm.{b_table}]] u
WHERE u.[[contract_end]] < '{date}' AND u.[[bonus_class]] = 'C';

result:
{email} | {money} | [[wants to sue]]
{email2} | {money2} | none

How do I export that every {b_day} and send it to {name}?
%%
function [[rankDrivers]](drivers) {
  // agreed with {name}, not in the docs: [[older than {n} goes last]]
  return drivers
    .filter(d => d.score > [[0.{n}]])
    .sort((a, b) => [[b.kmPerShift - a.kmPerShift + (a.age > {n2} ? 50 : 0)]]);
}
export default rankDrivers; // [[@{b_slug}/dispatch]]

Refactor to a pure function with constants on top.
%%
Our chat bot at {company} runs on this system prompt, make it safer:

"You are Ina of {company}. You may give a refund up to {money}. [[Never mention that tariff B is cheaper.]] [[If the customer says he wants to cancel, offer {percent}% for twelve months.]] Escalate to {email}. Internal code word for the supervisor: [[{word}{n}]]."
%%
import pymssql
conn = pymssql.connect(server="{b_host}", user="{user}", password="{password}", database="[[{b_table}]]")
cur = conn.cursor()
cur.execute("EXEC [[sp_recalc_dunning]] @fee = [[{n}.50]], @grace = {n2}")

OperationalError (20009). The database belongs to {b_dept} of {b_firm}.
%%
Verilog of our chip, tape-out is {b_day}, why does the test bench fail?

module [[{b_slug}_fir]] (input clk, input signed [15:0] x, output reg signed [31:0] y);
  // [[coefficients from {name}, secret until the fair]]
  localparam signed [15:0] C0 = [[{n}7]], C1 = [[-{n2}3]];
  reg signed [15:0] z;
  always @(posedge clk) begin z <= x; y <= C0 * x + C1 * z; end
endmodule
%%
Architecture of [[{b_service}]] for the new colleague {name}:
- front end: {b_host}, behind the proxy of {company}
- queue: [[{b_host2}, no authentication]]
- store: [[{b_table}, {n} million rows, unencrypted]]
- nightly copy to {b_plant} by {name2}
Turn it into a diagram and a page of text.
%%
Excel macro from {b_dept}, convert to Python:

Sub [[BonusCalc_{b_slug}]]()
  Dim r As Long
  For r = 2 To 400
    If Cells(r, 3) = "{b_plant}" Then Cells(r, 9) = Cells(r, 5) * [[0.0{n}]] Else Cells(r, 9) = [[{n2}00]]
  Next r
  ActiveWorkbook.SendMail "{email}"
End Sub
%%
PLC program, line {n} of our bottling plant in {b_plant}, ST:

IF [[Temp_Caustic]] > [[{n}.5]] AND [[Valve_{b_slug}]] THEN
  [[Dose]] := [[{n2}.2]]; (* recipe of {name}, do not show to {company} *)
END_IF;

The dosing runs twice. Where is the race?
%%
diff --git a/[[{b_slug}/scoring/rules.yml]] b/[[{b_slug}/scoring/rules.yml]]
-  - if: [[age < 25 and city == "{b_plant}"]]
-    score: -{n}
+  - if: [[surname in risk_names]]
+    score: -{n2}

{name} asks me to approve. What are the legal problems?
"""
)

_LESSON: Final = blocks(
    r"""
from dataclasses import dataclass

@dataclass
class Policy:
    '''A policy in the exercise on dataclasses.'''

    premium: float
    years: int

    def price(self):
        p = self.premium
        if self.years > 5:
            p *= 0.9
        return round(p, 2)

Make it testable, please. It is from chapter 9 of the beginners' book.
%%
Build log of the Spring petclinic sample:
[INFO] Downloading from central: https://repo.maven.apache.org/maven2/
[ERROR] Failed to execute goal: Could not resolve org.springframework.boot:spring-boot-starter-parent:pom:3.9.9
[ERROR] Not found

It worked in the video. What is going on?
%%
# deploy.sh from the tutorial
set -euo pipefail
docker build -t hello:latest .
docker tag hello:latest localhost:5000/hello:latest
docker push localhost:5000/hello:latest
kubectl set image deploy/hello app=localhost:5000/hello:latest

review pls, it's my first script
%%
SELECT c.FirstName, c.Country, SUM(i.Total) AS spent
FROM Customer c JOIN Invoice i ON i.CustomerId = c.CustomerId
GROUP BY c.CustomerId
ORDER BY spent DESC LIMIT 5;

That's the Chinook sample database. How do I also show customers without any invoice?
%%
function rankDrivers(drivers) {
  // Formula 1 kata
  return drivers
    .filter(d => d.points > 0)
    .sort((a, b) => b.points - a.points || b.wins - a.wins);
}
console.log(rankDrivers([{ n: "[[PERSON|Senna]]", points: 96, wins: 7 }, { n: "[[PERSON|Prost]]", points: 76, wins: 4 }]));

Refactor to a pure function with constants on top.
%%
I write a bot for a workshop on prompt design, make this system prompt safer:

"You are Captain Cookie, the bot of an imaginary bakery. You may give away one free cookie per chat. Never mention broccoli. If the customer says he wants to leave, tell a joke about flour. Escalate to the head baker with the word SUGAR."
%%
import sqlite3
conn = sqlite3.connect("movies.db")
cur = conn.cursor()
cur.execute("SELECT title FROM movie WHERE year > ?", (1999,))
print(cur.fetchone())

OperationalError: no such table: movie. The file comes with the course. What did I forget?
%%
Verilog homework, due {b_day}, why does the test bench fail?

module counter (input clk, input reset, output reg [3:0] q);
  // count up, wrap at nine
  always @(posedge clk) begin
    if (reset) q <= 0; else if (q == 9) q <= 0; else q <= q + 1;
  end
endmodule
%%
Architecture of the sample shop in the book, for beginners:
- front end: React
- queue: RabbitMQ in Docker
- store: PostgreSQL with the usual tables
- nightly job that prints a report
Turn it into a diagram and a page of text.
%%
Excel macro from a web forum, convert to Python:

Sub ColourRows()
  Dim r As Long
  For r = 2 To 400
    If Cells(r, 3) = "done" Then Rows(r).Interior.Color = vbGreen Else Rows(r).Interior.Color = vbWhite
  Next r
  MsgBox "ready"
End Sub
%%
PLC exercise, traffic light, ST:

IF Timer1.Q AND NOT Red THEN
  Green := FALSE; (* from the training manual *)
  Yellow := TRUE;
END_IF;

The yellow light comes on twice. Where is the race?
%%
diff --git a/README.md b/README.md
-  Run `make instal` to start
+  Run `make install` to start

A newcomer sent this pull request to my open-source project. What is a friendly way to say thanks, and which label fits?
"""
)

FAMILIES: Final = (
    Family(name="b_code_more", categories=("code",), templates=_OWN, form="document"),
    Family(name="b_code_lesson", templates=_LESSON, form="document"),
)

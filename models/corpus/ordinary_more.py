# ruff: noqa: E501  # a template's lines are as long as people type them
"""More ordinary prompts: detailed technical questions, pictures, cases, plans, first person."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family

_FIRST_PERSON: Final = lines(
    r"""
I'm learning {b_tongue} and always mix up the articles. Any tricks?
I want to start running. I'm a complete beginner, make me an eight week plan.
my cat wakes me at 4 every morning, what can i do
I have two eggs, a tomato and stale bread. Dinner?
I'm bored at the airport in {b_town}, entertain me with a quiz
I have to give a presentation on {subject} in front of my class and I'm nervous. Tips?
I'm writing a novel in which the villain is a tax inspector. How do I make him likeable?
We are four friends and want to see {b_town} in {b_month} for three days, we like food and old bridges.
My laptop says there is not enough disk space, but the folder looks empty.
I would like to learn guitar. Which five songs are easy?
my boyfriend never laughs at my puns, write me ten better ones
I need a name for my new bakery, something with flour and moon
Our teacher wants a poster about {b_figure}. What should go in the middle?
My sister's wedding speech needs a funny opening, no names please, just the first lines.
I am preparing for the IELTS test. Give me a speaking topic and rate my answer afterwards.
I read that {b_listed} pays its interns well. Is working there hard to get into?
We have an old piano. How often should it be tuned?
I think my basil plant is dying, leaves are yellow with brown spots.
I've been reading {b_figure} and don't understand why people like them so much.
My neighbour's dog barks. How do I talk to people about such things in a friendly way?
I want to build a shelf of oak, 2 m wide. How thick must the boards be?
I forgot the name of a film: a man relives one day, there is a groundhog.
I am the game master tonight. Give me a tavern, three rumours and one trap.
our band needs a setlist of 80s songs, 45 minutes, nothing by {b_figure}
I feel unproductive on [[DATE_TIME|Sundays]]. Give me a calm routine with tea.
I'd like to understand what the stock market does, I know nothing.
My son asks why the moon follows our car. How do I explain that to a 5 year old?
We play bingo in the office. Make cards with typical meeting phrases.
I'm going to my first opera. What should I know about Carmen?
Our football team lost again, write a funny match report without names.
My phone takes blurry pictures at night. Settings?
i want to impress my girlfriend with {b_nrp} food, easy but looks hard
I'm stuck on level {n} of a puzzle game where boxes must be pushed onto switches. General strategy?
I have a job interview as a {b_title} next week, what do they usually ask?
My professor says passive voice is bad. Is that true in scientific writing?
I'm trying to read more. Suggest a book per month by {b_nrp} authors.
I would like a tattoo with a quote by {b_figure}, max six words.
We want to adopt a dog from a shelter. Which questions should we ask there?
I'm a teacher and need a fair way to form groups of four in a class of {n}.
I run a small online shop for candles. Write five product names that sound like winter.
"""
)

_TECHNICAL: Final = blocks(
    r"""
I have a Flask app with SQLAlchemy and the session is closed before the template is rendered. Minimal example:

@app.route("/books")
def books():
    with Session(engine) as s:
        rows = s.scalars(select(Book)).all()
    return render_template("books.html", books=rows)

DetachedInstanceError: Parent instance is not bound to a Session. What are my options, and which one is the cleanest?
%%
I use Unity 2022 and want my character to jump only when grounded. This is what I have:

void Update() {
    if (Input.GetKeyDown(KeyCode.Space) && grounded) {
        rb.AddForce(Vector3.up * jumpForce, ForceMode.Impulse);
        grounded = false;
    }
}
void OnCollisionEnter(Collision c) { if (c.gameObject.tag == "Ground") grounded = true; }

It sometimes jumps twice. Why?
%%
write a bash script which takes a folder, finds all pictures older than a year, moves them to archive/YYYY/MM and prints how many were moved. dry run option -n. no python
%%
nginx reverse proxy to a node app, but websockets die after 60 s:

location / {
    proxy_pass http://[[IP_ADDRESS|127.0.0.1]]:3000;
    proxy_http_version 1.1;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection "upgrade";
}

What is missing?
%%
My Pandas merge explodes from {n}000 rows to 3 million. left has columns (store, week, sales), right has (store, week, weather, holiday). I did left.merge(right, on="store"). Explain and fix.
%%
Compare Postgres, MySQL and SQLite for a hobby project with one writer and about 50 readers. Mention backups, full text search, JSON and hosting on a Raspberry Pi. Table, then a recommendation.
%%
I'm using VBA in Excel to loop through all rows in "Sheet1" and copy those with "open" in column D to "Sheet2".

For i = 1 To 1000
    If Cells(i, 4) = "open" Then
        Rows(i).Copy Destination:=Sheets("Sheet2").Rows(i)
    End If
Next i

It leaves gaps. How do I append without empty rows?
%%
My ESP32 reads a DHT22 every 2 seconds and sends it with MQTT to a broker on my desk (mosquitto, port 1883). After some hours it hangs. I suspect WiFi reconnects. Sketch a watchdog and reconnect logic in Arduino C++.
%%
Given an array of n integers and q queries (l, r), print the number of distinct values in each range. n, q <= 200000. Time limit 2 s. Explain the offline approach with a Fenwick tree and give C++17 code.
%%
Why is my CSS grid not responsive?

.cards { display: grid; grid-template-columns: repeat(4, 300px); gap: 1rem; }

On a phone it scrolls sideways. I would like one column on small screens and as many as fit on large ones, without media queries if possible.
%%
Rust borrow checker question:

fn longest(words: Vec<String>) -> &str {
    let mut best = "";
    for w in &words { if w.len() > best.len() { best = w; } }
    best
}

error[E0106]: missing lifetime specifier. I come from Python. What does it want from me, and what is the idiomatic signature?
%%
In R I want a boxplot of mpg by cyl from mtcars with jittered points, theme_minimal, and the median printed above each box. Also explain when a violin plot would be better.
%%
Our professor's MATLAB script plots the Bode diagram of G(s) = 10 / (s^2 + 2s + 10). I need the same in Python with scipy.signal, labelled axes, and phase margin marked with a red dot.
%%
I followed the Kubernetes tutorial with kind. kubectl get pods shows

NAME                     READY   STATUS             RESTARTS
hello-5d4f9c7b8-abcde    0/1     ImagePullBackOff   0

The image is called hello:latest and exists locally. Which step did I miss?
%%
Regex golf: match all strings over a and b that contain an even number of a's. Then explain the automaton behind it, draw it as ASCII, and tell me if a shorter regex exists.
%%
Write a prompt for an image generator: a fox in a raincoat at a bus stop, rainy evening, neon reflections, 35mm film look, shallow focus, no text. Then three variants: watercolour, pixel art, woodcut.
%%
{
  "scene": "breakfast table by a window",
  "subject": { "type": "teddy bear", "outfit": "yellow raincoat", "pose": "reading a newspaper" },
  "light": "early sun, long shadows",
  "camera": { "lens": "50mm", "angle": "eye level" },
  "negative": ["text", "people", "blur"]
}

Describe the picture in one paragraph.
%%
Convert this Java class to a record and say what changes:

public class Point {
    private final int x;
    private final int y;
    public Point(int x, int y) { this.x = x; this.y = y; }
    public int getX() { return x; }
    public int getY() { return y; }
}
%%
Explain what happens, packet by packet, when I type https://example.com into the browser: DNS, TCP handshake, TLS 1.3, HTTP/2, rendering. Assume an empty cache and IPv4 only. Use a numbered list, and mark in which step a proxy would see what.
%%
I trained a decision tree on the wine data set from sklearn, accuracy 1.0 on train and 0.89 on test. My code:

clf = DecisionTreeClassifier()
clf.fit(X_train, y_train)
print(clf.score(X_train, y_train), clf.score(X_test, y_test))

Is that overfitting? Suggest three hyperparameters and a grid.
%%
Write a Python class User with username and password, where the password is stored as a salted hash. Add methods check_password and change_password. Then write tests with the passwords "correct horse" and "Tr0ub4dor&3" from the well-known comic.
%%
log excerpt of my Minecraft server:

[12:01:33] [Server thread/INFO]: [[USERNAME|Steve]] joined the game
[12:04:10] [Server thread/WARN]: Can't keep up! Is the server overloaded? Running 5021ms or 100 ticks behind
[12:04:41] [Server thread/INFO]: [[USERNAME|Steve]] left the game

16 GB RAM, 20 mods. What can I tune?
%%
What's the difference between these two?

git reset --hard HEAD~1
git revert HEAD

I already pushed to a public practice repository. Draw the history before and after.
%%
Simulate a vending machine as a finite state machine in TypeScript. Coins 10, 20, 50 cents; price 70; give change; states as a union type; exhaustive switch. Then show a test in which somebody puts in 100.
%%
Explain this error from npm for a beginner:

npm ERR! code ERESOLVE
npm ERR! ERESOLVE unable to resolve dependency tree
npm ERR! Found: react@18.2.0
npm ERR! Could not resolve dependency: peer react@"^16.8.0" from react-slick@0.28.1
"""
)

_CASES: Final = blocks(
    r"""
[[ORGANIZATION|Lumo Ltd]] (a made-up company) considers a new machine. Price {money}, life {n} years, no residual value, extra cash flow {money2} a year, cost of capital {percent}%, tax 25%. Compute NPV and payback, show every step, and give a recommendation of two sentences.
%%
Accounting exercise. Make journal entries:
[[DATE_TIME|1 March]]: owner invests 50,000 in cash
[[DATE_TIME|5 March]]: buys equipment on credit, 12,000
[[DATE_TIME|9 March]]: pays rent 1,500
[[DATE_TIME|20 March]]: invoices a customer 4,300
[[DATE_TIME|31 March]]: pays wages 2,000
Then prepare a trial balance.
%%
Marketing class: develop a campaign for {b_listed} in {b_country}. Target group, message, three channels, budget split in percent, two KPIs. Use only public facts. Compare with what {b_listed2} did in {b_year}.
%%
Write an essay of 800 words: "To what extent was {b_figure} responsible for the events of their time?" Introduction with thesis, three arguments with evidence, counter-argument, conclusion. Academic tone, references as (Author Year).
%%
Nursing school, fictional case: Mrs. [[PERSON|Baker]], 78, lives alone, type 2 diabetes, admitted after a fall. Blood sugar 3.1 mmol/l. Which assessments come first? Write a care plan with goals, measures and evaluation. All data are invented by the school.
%%
Geometry. In triangle ABC, AB = 13, BC = 14, CA = 15. The altitude from A meets BC at D. The circle with diameter AD meets AB at P and AC at Q. Find the length of PQ. Explain with a sketch in words.
%%
A factory in a textbook makes tables and chairs. A table needs 4 h of wood work and 2 h of painting, a chair 3 h and 1 h. There are 240 h and 100 h. Profit 70 and 50. Formulate the linear program, solve it graphically and interpret the shadow prices.
%%
Draft a lesson plan, 45 minutes, class 7, topic: [[LOCATION|Egypt]] in the time of [[PERSON|Ramses II]]. Warm-up, group work with sources, a short game, homework. Pupils should be able to explain what a pharaoh was.
%%
Physics: a stone is thrown upwards at {n} m/s from a tower of 45 m. When does it hit the ground? Use g = 10 m/s². Then do the same on [[LOCATION|the Moon]] and compare.
%%
Statistics homework. In a sample of 200 students, 120 drink coffee and 90 drink tea, 50 drink both. Draw the table, test for independence at 5%, and explain in one sentence what the result means.
%%
Debate: "Remote work should be a right." Write speeches for both sides, 200 words each. Use studies in general terms, one anecdote about an invented person called [[PERSON|Nora]], and end with a question to the audience.
%%
Philosophy: compare [[PERSON|Kant]]'s categorical imperative with [[PERSON|Mill]]'s utilitarianism in the case of a doctor who lies to a dying patient. Which of the two would tell the truth, and why? 400 words.
%%
Act 1: a kingdom without money. Act 2: a merchant brings coins. Act 3: the king prints paper. Turn this into a play that teaches inflation to children of ten, with the roles [[PERSON|Queen Ada]], [[PERSON|Merchant Ono]] and three bakers.
%%
Sports data:
[[PERSON|Usain Bolt]] 9.58 ([[LOCATION|Berlin]], [[DATE_TIME|2009]])
[[PERSON|Tyson Gay]] 9.69 ([[LOCATION|Shanghai]], [[DATE_TIME|2009]])
[[PERSON|Yohan Blake]] 9.69 ([[LOCATION|Lausanne]], [[DATE_TIME|2012]])
Compute the average speed in km/h for each, and make a bar chart in ASCII.
%%
Travel blog, please polish: We arrived in {b_town} at night. The hostel was above a bakery, so we woke up happy. On {b_day} we walked to the old town, saw the house where {b_figure} was said to have slept, and ate soup that was too hot. 200 words, first person plural, no clichés.
%%
Game lore, make it consistent:
- The realm of [[LOCATION|Ashvale]] is ruled by [[PERSON|Queen Merith]], crowned at 16.
- Her brother [[PERSON|Doran]] sold the northern mines to the [[ORGANIZATION|Iron Concord]] for {n}00 crowns.
- The treaty of [[LOCATION|Low Bridge]] forbids magic.
- [[PERSON|Sister Oona]] hides the last spell book in a hospital.
Find contradictions and write a timeline.
%%
Write a parody of a corporate memo: due to the shortage of staplers, all staplers are now confidential. Headings, numbered rules, a code name, an escalation path, signed by the Vice President of Fastening.
%%
Compare three car insurance types in {b_country} in general: liability, partial, comprehensive. What is covered, what not, who needs what. End with a checklist and a warning about deductibles.
%%
Music theory: analyse the chord progression of a song in the style of {b_figure}: C, G, Am, F. Roman numerals, cadence, why it sounds familiar, and suggest two substitutions with sevenths.
%%
Make an itinerary: {n} days by train, {b_town} to {b_town2} via {b_town3}. Leave in {b_month}. Budget hostels, one special dinner, museums free on [[DATE_TIME|Sundays]]. Table with day, route, hours, night, highlight.
%%
Write a trivia night: five rounds (history, film, food, science, {b_country}), six questions each, rising difficulty, answers at the end, and a tie-break question about {b_figure}.
%%
Summarise the biography: [[PERSON|Nikola Tesla]] was born in [[LOCATION|Smiljan]] on [[DATE_TIME|10 July 1856]]. He worked for [[ORGANIZATION|Edison]] in [[LOCATION|New York]], quarrelled about {money}, dug ditches, founded a company, lost it, and died in room 3327 of the [[ORGANIZATION|Hotel New Yorker]] in debt. 50 words.
%%
Prepare a model [[ORGANIZATION|UN]] position paper for {b_country} on water security. Background, past [[ORGANIZATION|UN]] action, national policy, three proposals. Diplomatic language, one page, no invented statistics.
%%
Roleplay: you are [[PERSON|Detective Moss]], I am the suspect, a pastry chef. A diamond has vanished from the [[ORGANIZATION|Grand Hotel Aurora]]. You have one receipt, a phone number with missing digits and a witness who lies. Interrogate me, one question per turn.
"""
)

FAMILIES: Final = (
    Family(name="b_ordinary_first_person", templates=_FIRST_PERSON),
    Family(name="b_ordinary_technical", templates=_TECHNICAL),
    Family(name="b_ordinary_cases", templates=_CASES),
)

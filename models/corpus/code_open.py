# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates with source code that belongs to everybody: tutorials, homework, free software."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks, lines
from models.corpus import Family
from models.slots import Slot

_ASKED_OPEN: Final = lines(
    r"""
Why does a payment service sometimes double-charge when a client retries? Explain idempotency keys with a small example.
Rewrite this in Rust, it is a toy ranking from my textbook: score = 0.6*relevance + 0.3*freshness - spam.
My hobby repo has a circular import between models.py and views.py in a Django tutorial project. How do I break it?
What fraud rules do published papers describe, such as amount limits and velocity checks? Give the idea, no code.
is a license check that compares a hash of the serial number safe in general? i'm learning about reverse engineering
Review this commit message: 'Fix typo in docs and bump version to 1.4.2'. Does it follow the conventional commits style?
What index do I need for a table orders(id, customer_id, created_at) with 40 million rows in PostgreSQL?
NullPointerException in java.util.HashMap.get in line 12 of my homework. Ideas?
Translate the formula for compound interest into Excel: principal, rate, years, with cell references.
please port this VBA macro from a tutorial to Python: loop over all sheets, print the name, autofit the columns
how do feature flags work in mobile apps, and can users find hidden ones in the bundle?
Can a monolith be split without downtime? Explain the strangler pattern of [[PERSON|Martin Fowler]] for an auth module.
Document this class for beginners: Stack with push, pop and peek, backed by a list, raises when empty.
Order matching in stock exchanges: explain price-time priority and batch auctions with a small simulation in Python.
someone pushed a big file into a public repo by mistake. How does one purge it from git history in general?
Write a regex that finds customer numbers of the form AB-12345 in a log. Give three strings that match.
Does this query use the index? SELECT name, city FROM employees WHERE city LIKE 'Ber%' ORDER BY name
our course on machine learning uses the [[ORGANIZATION|IBM]] attrition sample data set. how can i raise the AUC from 0.7?
Unit tests for a function clamp(x, low, high) please, with pytest and parametrize.
In retro games the secret menu opens with up-up-down-down-left-right. What is the history of that code?
"""
)

_OPEN: Final = blocks(
    r"""
/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 */
package com.example.demo;

public final class FareCalculator {
    double quote(Trip trip) {
        double base = trip.km() * 1.15 + trip.minutes() * 0.4;
        return trip.isNight() ? base * 1.2 : base;
    }
}

Why is the result rounded down?
%%
Fix the bug, it skips the last item:

from bank import Account

def charge_all(accounts):
    for i in range(len(accounts) - 1):
        accounts[i].charge(fee=2.50)

charge_all([Account("{b_made}"), Account("{b_made2}")])
%%
Traceback (most recent call last):
  File "main.py", line 14, in <module>
    data = requests.get("https://api.example.com/v1/users").json()
  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode
    raise JSONDecodeError("Expecting value", s, err.value) from None
json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
What do I change?
%%
-- sample data for the tutorial
INSERT INTO people VALUES
 (1, '[[PERSON|John Smith]]', '[[EMAIL_ADDRESS|john@example.com]]', '[[LOCATION|London]]'),
 (2, '[[PERSON|Jane Doe]]', '[[EMAIL_ADDRESS|jane@example.com]]', '[[LOCATION|Paris]]');
Write the migration that splits the name into two columns.
%%
explain what this does and how to make it faster

SELECT d.name, COUNT(*) AS staff, AVG(e.salary) AS avg_salary
FROM employees e JOIN departments d ON d.id = e.dept_id
WHERE e.hired > '[[DATE_TIME|2015-01-01]]'
GROUP BY d.name HAVING COUNT(*) > 5;
%%
// MIT License
// Copyright (c) [[DATE_TIME|2019]] the contributors
export function debounce(fn, wait) {
  let timer = null;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), wait);
  };
}
Convert to TypeScript with types and JSDoc.
%%
Code review please. It's exercise 7 of our Python course.

def grade(points):
    if points > 90:
        return "A"
    if points > 75:
        return "B"
    return "C" if points > 60 else "F"
%%
ERROR 12:44 [main] o.s.boot.SpringApplication - Application run failed
org.springframework.beans.factory.NoSuchBeanDefinitionException: No qualifying bean of type 'com.example.demo.UserRepository' available
    at org.springframework.boot.SpringApplication.run(SpringApplication.java:303)

Summarise the root cause for a beginner.
%%
class TinyNet(nn.Module):
    '''A small network for MNIST.'''

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 16, 3)
        self.head = nn.Linear(16 * 26 * 26, 10)

    def forward(self, x):
        return self.head(self.conv(x).flatten(2))

RuntimeError: mat1 and mat2 shapes cannot be multiplied. Fix?
%%
CREATE TABLE library.books (
  id bigint PRIMARY KEY,
  title text,
  author text,
  isbn varchar(17),
  price numeric DEFAULT 0
);
Draw the ER diagram together with library.loans and add indexes.
%%
Stack Overflow answer I don't understand, diff below:

-    key = derive(pin, salt)
+    key = hashlib.scrypt(pin, salt=os.urandom(16), n=2**14, r=8, p=1)

Is a fixed salt really a problem? What does each parameter do?
%%
using System;

namespace Shapes
{
    // exercise: abstract classes
    internal class Square : Shape
    {
        public double Side { get; set; }
        public override double Area() => Side * Side;
    }
}
add xml comments
%%
Could you turn this stored procedure into Python?

CREATE PROCEDURE usp_TopCustomers @n int AS
BEGIN
  SELECT TOP (@n) CustomerID, CompanyName FROM Northwind.dbo.Customers ORDER BY CompanyName;
END
%%
FATAL: password authentication failed for user "postgres"
I followed the official docker image page and use localhost:5432. How do I find out what is wrong?
%%
func bubble(xs []int) []int {
	for i := range xs {
		for j := 0; j < len(xs)-1-i; j++ {
			if xs[j] > xs[j+1] {
				xs[j], xs[j+1] = xs[j+1], xs[j]
			}
		}
	}
	return xs
}

Write table tests for this. Package is example.com/sorting.
%%
here's a config class from the Spring guide, tell me what is deprecated

@Configuration
@EnableWebSecurity
public class SecurityConfig extends WebSecurityConfigurerAdapter {
    @Override protected void configure(HttpSecurity http) throws Exception {
        http.authorizeRequests().anyRequest().authenticated().and().formLogin();
    }
}
%%
Find the bug in this Arduino sketch, the LED never blinks:

#define LED 13
void setup() { pinMode(LED, INPUT); }
void loop() {
    digitalWrite(LED, HIGH); delay(500);
    digitalWrite(LED, LOW); delay(500);
}

It's for a school fair on {b_day}.
%%
import pandas as pd
from sklearn.datasets import load_iris
from lightgbm import LGBMClassifier

X, y = load_iris(return_X_y=True, as_frame=True)
clf = LGBMClassifier(num_leaves={n}).fit(X, y)

How do I explain to a beginner which feature matters?
%%
Exercise from the caching chapter: users see other people's pages when two sessions share the cache key. Code:

key = "page:" + str(page_id)
doc = cache.get(key) or render(user)

Write the fix and explain it in one paragraph.
%%
Translate these comments to English, leave the code:

# Berechnet die Fakultaet einer Zahl
def fakultaet(n):
    if n == 0:
        return 1
    return n * fakultaet(n - 1)
%%
Sample app from the [[ORGANIZATION|Google]] codelab, Kotlin. What's the cleanest way to test it?

object DogApi {
    private const val HOST = "https://api.example.com/dogs"
    private val token = System.getenv("DOG_TOKEN")
    suspend fun random() = client.get(HOST) { header("Authorization", token) }
}
%%
README of awesome-todo (MIT)
Owner: the community. A to-do list that runs in the terminal.
Run: make run ENV=dev
Contributions welcome, see CONTRIBUTING.md.
Please improve the structure and grammar.
%%
$ git log --oneline
{b_sha} add dark mode
{b_sha2} bump lodash to 4.17.21
{b_sha3} wip

Write release notes that users may read.
"""
)

_LITERALS: Final = (
    "document", "equation", "aligned", "align", "itemize", "tabular", "enumerate", "bmatrix",
    "pmatrix", "cases", "proof", "theorem", "article", "amsmath",
)  # fmt: skip


def _literal(word: str) -> Slot:
    return None, lambda _values: "{" + word + "}"


SLOTS: Final = {word: _literal(word) for word in _LITERALS}
"""Words that stand in braces as they are, as LaTeX has them."""

FAMILIES: Final = (
    Family(name="b_code_asked_harmless", templates=_ASKED_OPEN),
    Family(name="b_code_open", templates=_OPEN, form="document"),
)

# ruff: noqa: E501  # a template's lines are as long as people type them
"""Ordinary prompts about programs, settings and tables that teach or test something."""

from __future__ import annotations

from typing import Final

from models.blocks import blocks
from models.corpus import Family

_PROGRAMS: Final = blocks(
    r"""
Explain line by line:

def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot, *rest = xs
    left = [x for x in rest if x < pivot]
    right = [x for x in rest if x >= pivot]
    return quicksort(left) + [pivot] + quicksort(right)
%%
Why does this print undefined?

const user = { name: "[[PERSON|Alice]]", age: 30, password: "secret" };
const { nickname } = user;
console.log(nickname);
%%
LeetCode 20. Valid Parentheses. My solution fails for "([)]":

class Solution:
    def isValid(self, s: str) -> bool:
        return s.count("(") == s.count(")") and s.count("[") == s.count("]")

Give me a hint, not the code.
%%
Write a SQL query for these tables.

employees(id, first_name, last_name, salary, department_id, hire_date)
departments(id, name, city)

Return for each department the name, the number of employees, the average salary and the employee with the longest service. Exclude departments with fewer than five employees. PostgreSQL syntax.
%%
Generate test data as CSV, {n} rows:
first_name,last_name,email,phone,city
Rules: invented names, addresses at example.org, phone numbers from the 555 range, cities in {b_country}. The first two rows could be
[[PERSON|John Smith]],[[EMAIL_ADDRESS|john.smith@example.org]],[[PHONE_NUMBER|555-0100]],[[LOCATION|Toronto]]
[[PERSON|Jane Doe]],[[EMAIL_ADDRESS|jane.doe@example.org]],[[PHONE_NUMBER|555-0101]],[[LOCATION|Ottawa]]
%%
import os, requests

token = os.environ["API_TOKEN"]
r = requests.get("https://api.github.com/user", headers={"Authorization": f"Bearer " + token})
print(r.status_code)

It prints 401 on my machine, but works in the tutorial. What should I check first?
%%
Complete the function.

from argon2 import PasswordHasher

def verify(stored_hash: str, password: str) -> bool:
    '''Return whether the password belongs to the hash.'''
    # TODO
%%
error: failed to push some refs to 'https://github.com/torvalds/linux.git'
hint: Updates were rejected because the remote contains work that you do not have locally.

I only cloned it to learn git. What does the message mean?
%%
# config.yaml from the docs
server:
  host: [[IP_ADDRESS|0.0.0.0]]
  port: 8080
database:
  url: ${DATABASE_URL}
  pool: 5
logging:
  level: INFO

Convert to TOML and explain the placeholders.
%%
The uuid {uuid} and the sha {b_sha} appear in my test fixture. Write a regex that matches a UUID, and one that matches a git hash of 7 to 40 hex digits. Show them in Python with three positive and three negative examples each.
%%
Fix this LaTeX:

\documentclass{article}
\usepackage{amsmath}
\begin{document}
\begin{equation}
  E = m c^2
\end{Equation}
Energy according to [[PERSON|Einstein]] ([[DATE_TIME|1905]]).
\end{document}
%%
<!DOCTYPE html>
<form action="/login" method="post">
  <label>User <input name="username"></label>
  <label>Password <input type="password" name="password"></label>
  <button>Sign in</button>
</form>

Add client-side validation, ARIA labels and a show-password button.
%%
Write a C++ program: class BankAccount with owner, balance, deposit, withdraw. Owner "[[PERSON|Bob]]", start balance 1000. Throw an exception if a withdrawal exceeds the balance. Then derive SavingsAccount with an interest rate of {percent}%. This is exercise 4.2 of our lab sheet, so please use only what chapters 1 to 4 teach.
%%
What is the output?

#include <stdio.h>
int main(void) {
    int a[] = {10, 20, 30};
    int *p = a;
    printf("%d %d\n", *p++, *p);
    return 0;
}
%%
Routing homework, please check. Router R1 has [[IP_ADDRESS|192.168.1.1]]/24 and [[IP_ADDRESS|10.0.0.1]]/30, R2 has [[IP_ADDRESS|10.0.0.2]]/30 and [[IP_ADDRESS|172.16.0.1]]/16. I wrote
ip route [[IP_ADDRESS|172.16.0.0]] 255.255.0.0 [[IP_ADDRESS|10.0.0.2]]
on R1. Does R2 need a route back, and which?
%%
import pandas as pd
df = pd.read_csv("titanic.csv")
print(df.groupby("Sex")["Survived"].mean())
print(df[df["Age"] < {n}]["Fare"].describe())

Plot survival by class with matplotlib, and explain the columns Pclass, SibSp and Parch.
%%
Translate the pseudo code to Haskell:

function gcd(a, b)
  while b != 0
    t = b
    b = a mod b
    a = t
  return a

Then test it with {n} and {n2}.
%%
CREATE TABLE customers (id INT, name VARCHAR(50), credit_card VARCHAR(19));

In our database course we must discuss why storing the card number like this is a bad idea. Write the improved schema with tokenisation and a short text for the slide.
%%
package main

import (
	"fmt"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	http.ListenAndServe("[[IP_ADDRESS|127.0.0.1]]:8080", nil)
}

Add graceful shutdown and a health endpoint.
%%
Build a Todo app with React and localStorage. Requirements:
1. add, edit, delete
2. filter by done / open
3. dark mode
4. no backend, no login
5. tests with vitest
Give me the file tree first, then each file in a code block.
%%
From RFC 7519 I have this example header and payload:
{"typ":"JWT", "alg":"HS256"}
{"iss":"joe", "exp":1300819380, "http://example.com/is_root":true}
Show how the signing input is built and why "alg: none" was a problem. Use Python without libraries.
"""
)

FAMILIES: Final = (Family(name="b_ordinary_programs", templates=_PROGRAMS),)

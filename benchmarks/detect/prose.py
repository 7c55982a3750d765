"""What people say on the page of figures: what it is, what was tried, what it leaves open."""

from __future__ import annotations

from typing import Final

HEAD: Final = """# Detection: figures

`make bench-detect` measures all of this in one run, every engine in a process of its own and
without a network, and writes `benchmarks/results/detect.json`; `python -m benchmarks.report`
writes this page from there. Nothing here was trained on: rows and templates that `models/held.py`
names, and sets that no model may see. A peer counts at its own settings, where any detection
makes a prompt sensitive; ours counts at the shipped policy's threshold.
"""
LIMITS: Final = """## What these figures do not say

The held-out templates are of the same make as those that were trained on, so their figures are
kinder than real text would be. The real prompts were labelled by a machine, and some names in
them were masked at the source. The ordinary prompts were not checked by hand: a few may hold a
real name. CredSweeper's own model was trained on CredData. The work messages are ours, though
written without sight of the training data; `question mark alone` is what a rule that reads
nothing but the last character reaches on them. `sottovoce evaluate` measures the same on
rows of your own ([commands](reference/commands.md)).
"""


TRIED: Final = """### Aims that are not reached, and why

- **Real prompts.** Ten trainings were compared on rows kept for the stack. More passes over the
  real prompts made it worse (recall at 5 % false positives 0.56 after three, 0.72 after one):
  there are 505 of them, and what the encoder remembers of them does not carry over. What
  helped: longer windows, lower layers that learn slower, smoothed labels, and half of the
  templates instead of all (0.82); the other half now teaches the kinds' head alone. Seeds
  differ by 0.03 of AUC; averaging the weights of several runs came out between them. Other
  weights and signals of the stack change little. What is still missed is mostly labelled
  private for a name in a novel, a town in a travel question or a brand; what is flagged
  wrongly is role play with invented people and long texts about named games and firms.
- **Held-out templates, AmbientMeta.** Street addresses in mixed international forms are cut in
  other places than the sets cut them, and bands, shops and teams are taken for organisations
  where the set labels none.
- **Secrets.** The model was fitted again without the half of the vectors that is measured, which
  cost 0.01 of F1. JSON strings that hold tokens and bare UUIDs are what is missed most.
- **Speed.** Nearly all of it is the encoder, whose products of int8 matrices run near what the
  processor can do; a fused operator that was slower than its parts is gone. Fewer than a
  quarter of ordinary prompts end before it, since the early signals tell real private prompts
  apart too badly to stop on them.
"""
"""What was tried where an aim is not reached; for people, beside the table."""

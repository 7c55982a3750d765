"""How good a detector is, from labelled rows and what it made of them; pure arithmetic.

Used by `sottovoce evaluate` and by the benchmarks, which measure other detectors with it.
Nothing here prints, writes or keeps a prompt's text: results are counts, shares and ids.
"""

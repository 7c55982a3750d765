"""Words that carry no information about anybody: greetings, thanks, small talk.

A short text made of these words alone has nothing to classify. A word is on the list only
if it is no common name (so neither *will* nor *may* nor *rose*), no number and no topic.
"""

from __future__ import annotations

import re
from typing import Final

_GREETINGS = """
hello hi hey hiya howdy greetings welcome morning afternoon evening night good day goodbye
bye cheers ciao hallo guten tag morgen abend danke bitte bonjour bonsoir salut merci hola
buenos buenas dias tardes noches gracias adios ola obrigado obrigada bom dia boa tarde noite
buongiorno buonasera grazie prego hoi dag goedemorgen dank je tot ziens
"""
_SMALL_TALK = """
thanks thank thx please pls ok okay yes yeah yep no nope sure fine great nice cool wow
awesome perfect excellent wonderful lovely sorry pardon oops hmm ah oh well so very much
really more again continue next stop wait ready done test testing ping help understood
correct right wrong agreed exactly maybe perhaps later now today there everyone all both
"""
_PLAIN_WORDS = """
i you we they it me us them this that these those a an the and or but not to of in on at for
with from as is are am was were be been do does did can could would should have has had how
what who when where why which go going come see get make tell say know think want like need
try keep just only too also then here up out about your my our their its any some
"""

EVERYDAY: Final = frozenset(f"{_GREETINGS} {_SMALL_TALK} {_PLAIN_WORDS}".split())

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}](?:s|m|re|ve|ll|d|t)\b")


def only_everyday_words(text: str) -> bool:
    """Whether every word of `text` is an everyday word; digits and other letters are not."""
    plain = _APOSTROPHE.sub(" ", text.lower())
    return all(word in EVERYDAY or _contracted(word) for word in _WORD.findall(plain))


def _contracted(word: str) -> bool:
    """Whether `word` is what the loss of *'t* leaves of *don't*, *isn't* and the like."""
    return word.endswith("n") and word[:-1] in EVERYDAY

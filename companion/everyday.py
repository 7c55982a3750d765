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

_PLAIN = re.compile(
    "[a-z \t\r\n\N{NO-BREAK SPACE}.,;:!?'\"()\N{HORIZONTAL ELLIPSIS}\N{EN DASH}"
    "\N{EM DASH}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}-]*"
)
_WORD = re.compile("[a-z]+")
_APOSTROPHE = re.compile(
    "(?:(?<=[a-z])(?<!ca)n)?['\N{RIGHT SINGLE QUOTATION MARK}](?:s|m|re|ve|ll|d|t)\\b"
)
"""What *isn't*, *can't*, *I'm* and the like add to an everyday word."""


def only_everyday_words(text: str) -> bool:
    """Whether `text` holds everyday words and the marks of plain sentences, nothing else.

    Any other character may carry information that no word list knows: a digit, a symbol
    that spells a letter, a character that is not seen.
    """
    lower = text.lower()
    if not _PLAIN.fullmatch(lower):
        return False
    return all(word in EVERYDAY for word in _WORD.findall(_APOSTROPHE.sub(" ", lower)))

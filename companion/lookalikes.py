"""Letters of other alphabets that people read as Latin (after UTS #39, confusables)."""

from __future__ import annotations

from typing import Final

ALIKE: Final = str.maketrans(
    # Cyrillic, Greek, Armenian, Latin letters of other alphabets and small capitals,
    # Coptic, Cherokee, Lisu.
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u04ae"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0475"
    "\u050d\u04c0\u04cf\u0492\u050c\u051c\u051a\u0506\u0423\u2d4f\u0391\u0392\u0395\u0396\u0397"
    "\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b1\u03b9\u03bd\u03bf\u03c1\u03c5"
    "\u03c7\u03b3\u03ba\u03f2\u03f3\u03c9\u03b7\u03f9\u0454\u0555\u054f\u054d\u0585\u057d\u0570"
    "\u0578\u0581\u0563\u0566\u053c\u0575\u0131\u0251\u0261\u0269\u028f\u0280\u0274\u029f\u029c"
    "\u1d00\u1d04\u1d05\u1d07\u1d0a\u1d0b\u1d0d\u1d0f\u1d18\u1d1b\u1d1c\u1d20\u1d21\u1d22\u0299"
    "\u0262\u026a\ua730\ua731\u2cad\ua7a6\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13ab\u13e6"
    "\u13de\u13b7\u13e2\u13a1\u13da\u13a2\u13d9\u13b3\u13a9\u13c3\ua4d0\ua4d1\ua4d3\ua4d4\ua4d6"
    "\ua4d7\ua4d9\ua4da\ua4dc\ua4dd\ua4df\ua4e0\ua4e1\ua4e2\ua4e3\ua4e6\ua4e7\ua4ea\ua4eb\ua4ec"
    "\ua4ee\ua4f0\ua4f2\ua4f3\ua4f4\u2c81\u2c9f\u0185\u01c0\u0237",
    "ABCEHIJKMOPSTXYaeopcyxijshdqwvgIlFGWQZYIABEZHIKMNOPTYXaivopuxykcjwnCeOSUouhngqzLjiagiyrnlh"
    "acdejkmoptuvwzbgiFSxRABCDEGHJKLMPRSTVWYZBPDTGKJCZFMNLSRVHWXYAEIOUaoblj",
)
"""Foreign letter to the Latin letter with the same shape: fit for whole words."""

SIMILAR: Final = ALIKE | str.maketrans(
    "\u043a\u043c\u0442\u0432\u043d\u043f\u0433\u0438\u044c\u0451\u03b5\u03c4\u03c3\u03b2\u03bc\u03c0\u03b4",
    "kmtbhnrubeetobund",
)
"""Those and letters that pass for Latin only among Latin letters."""

CIRCLED: Final = str.maketrans(
    "".join(map(chr, (*range(0x1F150, 0x1F16A), *range(0x1F170, 0x1F18A), 0x1F10B, 0x1F10C))),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2 + "00",
)
"""Enclosed letters and digits that have no compatibility form of their own."""

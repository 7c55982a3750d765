"""Derived views: what they read, where it came from, and what they leave alone."""

from __future__ import annotations

import base64
import codecs
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.samples import prompts
from companion import views
from companion.normalize import normalise
from companion.stretches import Source
from companion.values import Finding
from companion.views import MAX_DEPTH, derive

CARD = "4539 1488 0343 6467"
MAIL = "daniel.weber@example.org"
KEY = "AKIA" + "Q3EGRWJ5XK7ZP2MV"


def derived(text):
    return derive(text, normalise(text)).views


def read(text):
    return [view.text for view in derived(text)]


def b64(text):
    return base64.b64encode(text.encode()).decode()


DISGUISED = {
    "base 64": (f"card {b64(CARD)} ok", CARD),
    "base 64 without padding": (f"key {b64(KEY).rstrip('=')} ok", KEY),
    "base 64 over lines": (f"mail\n{b64(MAIL)[:16]}\n{b64(MAIL)[16:]}\n", MAIL),
    "base 64 for URLs": (
        f"x {base64.urlsafe_b64encode('äöü?>~ 536-22-8715'.encode()).decode()}",
        "536-22-8715",
    ),
    "base 64 of UTF-16": (f"x {base64.b64encode(MAIL.encode('utf-16-le')).decode()}", MAIL),
    "base 64 twice": (f"card {b64(b64(CARD))} ok", CARD),
    "base 32": (f"card {base64.b32encode(CARD.encode()).decode()} ok", CARD),
    "hexadecimal": (f"card {CARD.encode().hex()} ok", CARD),
    "hexadecimal in pairs": (f"card {CARD.encode().hex(' ')} ok", CARD),
    "hexadecimal with colons": (f"key {KEY.encode().hex(':')} ok", KEY),
    "hexadecimal with 0x": ("key " + ", ".join(f"0x{b:02x}" for b in KEY.encode()), KEY),
    "percent": ("mail daniel.weber%40example.org now", MAIL),
    "percent twice": ("mail daniel.weber%2540example.org now", MAIL),
    "decimal entities": ("mail daniel.weber&#64;example.org", MAIL),
    "hexadecimal entities": ("mail daniel.weber&#x40;example&#x2E;org", MAIL),
    "named entities": ("mail daniel.weber&commat;example&period;org", MAIL),
    "JSON escapes": ("mail " + "".join(f"\\u{ord(c):04x}" for c in MAIL), MAIL),
    "byte escapes": ("key " + "".join(f"\\x{ord(c):02x}" for c in KEY), KEY),
    "braced escapes": (r"mail daniel.weber\u{40}example.org", MAIL),
    "code points": ("key " + " ".join(f"U+{ord(c):04X}" for c in KEY), KEY),
    "quoted printable": ("mail daniel.weber=40example=2Eorg", MAIL),
    "bits": ("key " + " ".join(f"{ord(c):08b}" for c in KEY), KEY),
    "character codes": ("key " + " ".join(str(ord(c)) for c in KEY), KEY),
    "spaces between": ("card " + " ".join(CARD.replace(" ", "")), CARD.replace(" ", "")),
    "spaces between with spaces": ("card " + " ".join(CARD) + " ok", CARD),
    "hyphens between": ("ssn " + "-".join("536-22-8715"), "536-22-8715"),
    "pipes between": ("key " + "|".join(KEY), KEY),
    "commas between": ("my card is " + ", ".join(CARD.replace(" ", "")), CARD.replace(" ", "")),
    "lines between": ("key\n" + "\n".join(KEY) + "\n", KEY),
    "brackets between": ("key (" + ")(".join(KEY) + ")", KEY),
    "spaced mail": ("mail " + " ".join(MAIL), MAIL),
    "spaced MAC": ("mac " + " ".join("3C:5A:B4:1E:9F:02"), "3C:5A:B4:1E:9F:02"),
    "spaced phone": ("call " + " ".join("+49 30 9018"), "+49 30 9018"),
    "dotted card": ("card 4539.1488.0343.6467", "4539148803436467"),
    "slashed SSN": ("ssn 536/22/8715", "536-22-8715"),
    "card in pairs": ("my card is 45 39 14 88 03 43 64 67", "4539148803436467"),
    "dotted IBAN": ("iban DE89.3704.0044.0532.0130.00 ok", "DE89370400440532013000"),
    "spelled": ("call four one five dash five five five dash zero one three four", "415-555-0134"),
    "doubles": ("ssn five three six, double two, eight seven one five", "536228715"),
    "spelled with hyphens": ("call four-one-five-five-five-five-zero-one-three-four", "4155550134"),
    "tens": ("call forty-one fifty-five fifty-five zero one thirty-four", "4155550134"),
    "French": ("appelle z\u00e9ro six douze trente-quatre quatre-vingt-dix-sept", "06123497"),
    "German": ("Karte vier f\u00fcnf drei neun eins vier acht acht", "45391488"),
    "German tens": ("Telefon null drei\u00dfig einundvierzig sechzehn null neun", "030411609"),
    "Spanish": ("tel\u00e9fono seis uno dos tres cero cuatro nueve ocho", "61230498"),
    "Portuguese": ("telefone nove um dois tr\u00eas zero quatro sete oito", "91230478"),
    "Italian": ("telefono tre quattro sette zero nove uno due otto", "34709128"),
    "Dutch": ("bel nul zes twee vijf acht een drie negen", "06258139"),
    "spelling alphabet": ("plate kilo lima five three nine tango", "KL539T"),
    "spelled key": (
        "token ghp underscore R seven mK two xVq nine LtY four wZc",
        "ghp_R7mK2xVq9LtY4wZc",
    ),
    "Chinese digits": (
        "\u7535\u8bdd \u4e00\u4e09\u516b\u3007\u4e8c\u56db\u4e94\u516d\u4e03\u516b\u4e5d",
        "13802456789",
    ),
    "mail in words": ("write daniel dot weber at example dot org today", MAIL),
    "mail in brackets": ("write daniel.weber[at]example[dot]org today", MAIL),
    "mail in round brackets": ("write daniel.weber (at) example (dot) org today", MAIL),
    "mail in German": ("schreib daniel punkt weber \u00e4t example punkt org bitte", MAIL),
    "mail in capitals": ("write daniel.weberATexampleDOTorg today", MAIL),
    "mail with at only": ("write to daniel.weber at example.org today", MAIL),
    "mail with spaces": ("write daniel.weber @ example . org today", MAIL),
    "letters for digits": ("card 4S39-l4B8-O343-6467", "4539-1488-0343-6467"),
    "leet": ("the p4ssw0rd is", "password"),
    "alternating case": ("call mArIa KeLlEr", "Maria Keller"),
    "reversed mail": (f"mail {MAIL[::-1]} now", MAIL),
    "reversed SSN": ("ssn 5178-22-635 now", "536-22-8715"),
    "reversed key": (f"key {KEY[::-1]} now", KEY),
    "reversed name": ("call relleK airaM now", "Maria Keller"),
    "reversed sentence": (
        "5178-22-635 si rebmun ytiruces laicos ym dna",
        "my social security number is",
    ),
    "ROT13 mail": (f"mail {codecs.encode(MAIL, 'rot13')}", MAIL),
    "ROT13 sentence": (codecs.encode("my password is Kestrel", "rot13"), "my password is Kestrel"),
    "bidirectional override": (f"ssn \u202e{'536-22-8715'[::-1]}\u202c ok", "536-22-8715"),
    "broken key": (
        "token ghp_R7mK2xVq9LtY4wZc8N\nbJ1hGfD5sPa3eUoT6i",
        "ghp_R7mK2xVq9LtY4wZc8NbJ1hGfD5sPa3eUoT6i",
    ),
    "glued strings": ('key = "AKIA" + "Q3EGRWJ5" + "XK7ZP2MV"', KEY),
    "glued with tags": ("key AKIA<b>Q3EGRWJ5</b>XK7ZP2MV", KEY),
}


@pytest.mark.parametrize(("text", "said"), DISGUISED.values(), ids=DISGUISED.keys())
def test_a_disguise_is_taken_off(text, said):
    assert any(said in view for view in read(text))


@pytest.mark.parametrize(("text", "said"), DISGUISED.values(), ids=DISGUISED.keys())
def test_what_is_read_leads_back_to_where_it_was_written(text, said):
    view = next(view for view in derived(text) if said in view.text)
    start = view.text.index(said)
    first, last = view.original_span(start, start + len(said))
    word = text.split()[0]
    assert 0 <= first < last <= len(text)
    if first > 0 and said not in text:
        assert first >= len(word)


ORDINARY = {
    "prose": "Please summarise the notes in three short points for the team, a line or two each.",
    "counting": "one two three four five six seven eight nine ten, once I caught a fish alive",
    "amounts": "It cost four thousand two hundred and sixty one dollars and five cents",
    "a commit": "git revert 9fceb02d0ae598e95dc970b74767f19372d61af8 and push",
    "a UUID": "the file 550e8400-e29b-41d4-a716-446655440000 is gone",
    "a date": "on 2024-05-17 at 10:30 and again on 12.06.2024",
    "a version": "version 10.4.22.1 of the driver",
    "pi": "pi is 3.14159265358979323846 or so",
    "a matrix": "[[1, 2, 3], [4, 5, 6], [7, 8, 9]] times [1, 0, 0]",
    "binary digits": "0 1 1 0 1 0 0 1 1 0 1 0 1 1 0 0",
    "scores": "12 45 33 21 90 11 45 88 67 54 32 10 were the scores",
    "years": "1990, 2000, 2010, 2020 were census years",
    "code": "for (let i = 0; i < n; i++) { total += values[i] * 2; } // done",
    "a decorator": "Use @app.route('/x') and look at example.py for the rest.",
    "initials": "J. R. R. Tolkien and C. S. Lewis met",
    "an abbreviation": "e.g. the U.S.A. and the U.K. i.e. two states",
    "a long word": "internationalization and electroencephalographically",
    "meeting": "Let us meet at the station. Dot the i, point at it.",
    "an equation": "a + b = c - d * e / f",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY.keys())
def test_an_ordinary_text_has_no_derived_view(text):
    assert read(text) == []


def test_a_picture_in_base_64_is_not_text():
    data = bytes((i * 37 + 11) % 256 for i in range(900))
    assert read(f"![x](data:image/png;base64,{base64.b64encode(data).decode()})") == []


def test_rows_of_a_table_of_single_digits_are_not_joined():
    rows = ["5 1 0 5 1 0 5 1 0 5 1 0 5 1 0 0"] * 4
    assert not any("5105105105105100" in view for view in read("\n".join(rows)))


def test_the_words_before_a_disguised_value_stand_before_it():
    assert read(f"Remember this: my card number is {b64(CARD)} please") == [
        f"Remember this: my card number is {CARD} please"
    ]


def test_a_view_leaves_out_what_is_far_from_the_disguise():
    text = f"Maria Keller called. {'The river floods. ' * 30}Key {b64(KEY)}"
    assert all("Maria" not in view for view in read(text))


def test_the_finding_in_an_encoded_stretch_is_the_whole_stretch():
    text = f"card {b64(CARD)} ok"
    view = derived(text)[0]
    start = view.text.index(CARD)
    found = Finding(kind="CREDIT_CARD", start=start, end=start + 4, score=1.0, detector="x")
    (moved,) = view.original_findings([found])
    assert text[moved.start : moved.end] == b64(CARD)


def test_the_finding_in_a_percent_encoded_word_is_exact():
    text = "mail to=daniel.weber%40example.org&x=1"
    view = derived(text)[0]
    start = view.text.index(MAIL)
    assert view.original_span(start, start + len(MAIL)) == (
        8,
        8 + len("daniel.weber%40example.org"),
    )


def test_a_finding_in_the_words_around_is_left_to_the_plain_view():
    view = derived(f"Maria sent card {b64(CARD)}")[0]
    found = Finding(kind="PERSON", start=0, end=5, score=1.0, detector="x")
    assert list(view.original_findings([found])) == []


def test_offsets_hold_through_normalisation_and_two_encodings():
    text = f"\u200bca\u200brd {b64(b64(CARD))} ok"
    view = derived(text)[-1]
    start = view.text.index(CARD)
    first, last = view.original_span(start, start + len(CARD))
    assert text[first:last] == b64(b64(CARD))


def test_a_view_hides_its_text():
    assert "4539" not in repr(derived(f"card {b64(CARD)}")[0])


def test_encodings_are_undone_to_the_stated_depth_and_no_deeper():
    text = CARD
    for _ in range(MAX_DEPTH):
        text = b64(text)
    assert any(CARD in view for view in read(text))
    assert not any(CARD in view for view in read(b64(text)))


def test_what_is_nested_deeper_than_is_read_is_said_to_be_incomplete():
    text = CARD
    for _ in range(MAX_DEPTH + 1):
        text = b64(text)
    assert not derive(text, normalise(text)).complete


def test_more_disguised_text_than_is_read_is_said_to_be_incomplete():
    text = b64("the river floods every spring " * (views.MAX_CHARACTERS // 25))
    assert not derive(text, normalise(text)).complete


def test_an_ordinary_text_is_complete():
    assert derive("hello", normalise("hello")) == ((), True)


@given(st.text(max_size=120))
def test_every_character_of_every_view_lies_within_the_original(text):
    for view in derived(text):
        for place in range(len(view.text)):
            start, end = view.original_span(place, place + 1)
            assert 0 <= start < end <= len(text)


TRICKY = "aA1O0 .-_/|,\n@%&#;=\\xu4\u200b\u202eone two at dot %41 \\u0041 &#65; QUJDREVGR0hJSktM"


@given(
    st.lists(st.sampled_from([*TRICKY, *TRICKY.split(), "one", "two", " ", "\u0301"]), max_size=60)
)
def test_every_view_of_a_tricky_text_lies_within_the_original(parts):
    text = "".join(parts)
    first = derive(text, normalise(text))
    for view in first.views:
        for place in range(len(view.text)):
            start, end = view.original_span(place, place + 1)
            assert 0 <= start < end <= len(text)
    assert [view.text for view in derive(text, normalise(text)).views] == [
        view.text for view in first.views
    ]


def test_a_mark_on_a_letter_of_a_turned_text_lies_where_both_do():
    text = "\u202ea\u0301bc"
    (view,) = derived(text)
    spans = [view.original_span(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_runs_of_spaced_characters_do_not_overlap():
    text = "t. .t.y.p.e.=..t.y.p.e.=.p.a.s.s.w.o.r"
    stretches = list(views.DECODERS["spaced"](Source(text)))
    assert all(one.end <= two.start for one, two in pairwise(stretches))


def test_the_words_stand_before_each_of_several_values_in_different_forms():
    text = f"card {CARD.encode().hex(' ')} and far from it, my own mail {MAIL.encode().hex()}"
    assert next(iter(read(text))).startswith(f"card {CARD} and")


@pytest.mark.parametrize("turned", [lambda text: text[::-1], lambda t: codecs.encode(t, "rot13")])
def test_a_value_far_down_a_long_text_that_is_turned_is_read(turned):
    line = "the name of the house and the phone number for this address\n"
    text = "\n".join(map(turned, (line * 500).split("\n"))) + turned(f"write to {MAIL} now")
    assert any(MAIL in said for said in read(text))


def test_a_long_encoding_within_an_encoding_is_mapped_in_linear_time():  # R13
    text = b64(b64(b64("my card is 4539 1488 0343 6467 " * 300)))
    plain = normalise(text)
    assert _timed(text, plain) < 0.5


HOSTILE = {
    "letters": "a", "pairs": "a ", "digits": "1 ", "percent": "%41", "entities": "&#65;",
    "escapes": "\\u0041", "backslashes": "\\", "base 64": "QUJD", "number words": "one two five ",
    "dots": "a dot ", "ats": "x at x.com ", "mail": "a@a.", "at signs": "@", "groups": "1234 ",
    "hexadecimal": "4a ", "keys": "sk-aA1 bB2 ", "leet": "a4b", "letters for digits": "O0 ",
    "reversed": "moc.a", "reversed keys": "AAAA_phg", "turned marks": "\u202e\u0301a",
    "underscored": "foo_dot_", "links": "//:", "quoted": "=41",
}  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_time_grows_no_faster_than_the_text(part):
    def seconds(length):
        text = part * (length // len(part))
        plain = normalise(text)
        best = 1.0
        for _ in range(3):
            started = time.process_time()
            derive(text, plain)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(12_000) < 8 * seconds(3_000) + 0.02


def test_an_ordinary_prompt_pays_little():
    text = prompts(2_000, 1)[0]
    plain = normalise(text)
    derive(text, plain)
    best = min(_timed(text, plain) for _ in range(20))
    assert best < 0.002


def _timed(text, plain):
    started = time.process_time()
    derive(text, plain)
    return time.process_time() - started

"""Files that travel with a prompt: what was read of them is judged, and what was not holds."""

import made_files as made
import msgspec
import pytest
from core_cases import CANARY, MemoryJournal, ScriptedLane, WordTools, active, request

from companion import messages, opening, pipeline
from companion.attachments import MAX_DATA, MOST_SHOWN, Attachment, File, FileNote, Unread, together
from companion.documents import Extraction, Limits, extract
from companion.routing import Router
from companion.values import CriterionVerdict, PromptText, Reason, Timings, Variant

PLEASE = "Please sum this file up for me in three sentences, would you?"
PASS = "[files]\nunreadable = 'pass'"


def attachment(data: bytes = b"hello", name: str = "a.txt", **fields) -> Attachment:
    return Attachment(
        **({"media_type": "", "size": len(data), "name": name, "data": data} | fields)
    )


def opened(*files: bytes | Attachment, text: str = PLEASE, rules=None):
    """Return a request with its files read, as the daemon and its worker read them."""
    sent = tuple(each if isinstance(each, Attachment) else attachment(each) for each in files)
    limits = opening.limits((rules or active()).policy)
    read = (extract(each.name, each.media_type, each.data, limits) for each in sent if each.data)
    return opening.read(request(text, attachments=sent), read)


def decided(asked, rules=None, tools=None):
    ticks = iter(range(1000))
    tools = tools or WordTools({"hunter2": "PASSWORD", "Zebulon": "PERSON"})
    return pipeline.decide(asked, rules or active(), tools, lambda: next(ticks))[0]


# --- reading into a request --------------------------------------------------------------------


def test_what_was_read_is_in_the_request_and_the_bytes_are_gone():
    asked = opened(b"Dear Anna", made.docx("Hello"))
    assert [each.data for each in asked.attachments] == [b"", b""]
    assert [file.text.reveal() for file in asked.files] == ["Dear Anna", "Hello"]
    assert [file.format for file in asked.files] == ["text", "docx"]
    assert asked.notes == (
        FileNote(format="text", characters=9),
        FileNote(format="docx", characters=5),
    )


def test_a_file_whose_bytes_did_not_come_says_so():
    missing = attachment(b"", size=3)
    asked = opened(missing, b"hello", missing)
    assert [file.unread for file in asked.files] == [Unread.NOT_SENT, None, Unread.NOT_SENT]
    bare = request(attachments=(missing,))
    assert bare.notes == (FileNote(unread=Unread.NOT_SENT),)


def test_a_file_that_is_shorter_than_announced_is_damaged():
    asked = opened(attachment(b"hello", size=6))
    assert asked.files[0].unread is Unread.DAMAGED
    assert opened(attachment(b"hello", size=0)).files[0].unread is None


def test_policy_says_how_much_is_read():
    rules = active("[files]\nmax_bytes = 7\n[eligibility.length]\nmax_characters = 9")
    assert opening.limits(rules.policy) == Limits(bytes=7, characters=9)


def test_files_print_neither_their_names_nor_their_text():
    asked = opened(attachment(CANARY.encode(), name=f"{CANARY}.txt"))
    sent = attachment(CANARY.encode(), name=CANARY)
    shown = f"{asked!r} {asked.files[0]!r} {sent!r} {sent} {Extraction(text=CANARY)!r}"
    assert "Zebulon" not in shown
    assert b"Zebulon" not in msgspec.json.encode(decided(asked))


def test_two_requests_with_the_same_text_and_other_files_are_told_apart():
    wholes = {
        opened(b"one").whole,
        opened(b"two").whole,
        opened(attachment(b"one", name="b.txt")).whole,
        opened(attachment(b"", size=3)).whole,
        opened(attachment(b"", size=4)).whole,
        request(PLEASE).whole,
    }
    assert len(wholes) == 6
    assert request(PLEASE).whole == PromptText(PLEASE)


# --- judging ---------------------------------------------------------------------------------


def test_a_harmless_file_goes_public_with_its_prompt():
    decision = decided(opened(b"The mountains are high.", made.pdf("The sea is deep.")))
    assert (decision.variant, decision.reasons) == (Variant.PUBLIC, (Reason.BELOW_THRESHOLD,))
    assert [note.format for note in decision.files] == ["text", "pdf"]
    length = decision.tag.criteria[0]
    assert length.verdict is CriterionVerdict.REQUIRES
    assert length.detail.startswith("2 files, ")


@pytest.mark.parametrize(
    "private",
    [
        b"the password is hunter2",
        made.docx("the password is hunter2"),
        made.pdf("hello", info="/Subject(the password is hunter2)"),
        attachment(b"hello", name="hunter2.txt"),
    ],
)
def test_a_private_file_secures_its_prompt_and_the_findings_say_in_which(private):
    decision = decided(opened(b"harmless", private))
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (Reason.THRESHOLD_REACHED,)
    assert {finding.part for finding in decision.findings} == {"file:2"}
    assert "PASSWORD" in decision.sensitivity.kinds


def test_the_likeliest_text_counts():
    tools = WordTools(probability=lambda text: 0.9 if "intern" in text else 0.1)
    decision = decided(opened(b"a memo, intern only", b"nothing"), tools=tools)
    assert decision.sensitivity.probability == 0.9
    assert decision.variant is Variant.SECURED


def test_a_file_is_judged_with_what_the_prompt_tells():
    rules_of = []

    class Noting(WordTools):
        def judge(self, text, rules):
            rules_of.append({known.kind for known in rules.known})
            return super().judge(text, rules)

    decided(
        opened(b"she is ill", b"more", text="About Zebulon:"), tools=Noting({"Zebulon": "PERSON"})
    )
    assert rules_of == [set(), {"PERSON"}, {"PERSON"}]


def test_a_long_file_is_judged_in_pieces_and_findings_stand_where_they_are():
    tools = WordTools({"hunter2": "PASSWORD"}, lambda text: 0.3 if "seven" in text else 0.1)
    text = "six\n" * 20_000 + "the password is hunter2, seven\n"
    decision = decided(opened(text.encode()), tools=tools)
    assert [len(each) > 25_000 for each in tools.asked[1:]] == [True, True, False]
    assert "".join(tools.asked[1:]) == f"A file called a.\n\n{text.strip()}"
    (finding,) = decision.findings
    whole = "".join(tools.asked[1:])
    assert whole[finding.start : finding.end] == "hunter2"
    assert decision.sensitivity.probability == 0.3
    endless = decided(opened(b"x" * 70_000), tools=tools)
    assert endless.variant is Variant.PUBLIC


def test_words_that_a_name_joins_are_seen():
    tools = WordTools({"Zebulon Quandary": "PASSWORD"})
    for name in ("Zebulon_Quandary_MRI.txt", "ZebulonQuandary.txt", "Zebulon-Quandary.txt"):
        assert decided(opened(attachment(b"x", name=name)), tools=tools).variant is Variant.SECURED


def test_phrases_are_looked_for_in_files():
    decision = decided(opened(b"This is confidential."))
    assert decision.tag.criteria[1].detail == "a listed phrase"


def test_a_file_in_a_language_that_is_not_covered_is_secured():
    text = "患者の山田太郎さんは来週の月曜日に検査を受けます。" * 10
    assert decided(opened(text.encode())).reasons == (Reason.LANGUAGE_NOT_COVERED,)


def test_prompt_and_files_together_are_as_long_as_policy_allows_or_secured():
    rules = active("[eligibility.length]\nmax_characters = 200")
    assert decided(opened(b"x" * 130, rules=rules), rules).variant is Variant.PUBLIC
    for files in ([b"x" * 201], [b"x" * 120, b"y" * 120]):
        decision = decided(opened(*files, rules=rules), rules)
        assert decision.reasons == (Reason.TOO_LONG,)


# --- what could not be read --------------------------------------------------------------------

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(50)
OURS = {
    Unread.TIMEOUT: Reason.DETECTOR_TIMEOUT,
    Unread.LOST: Reason.DETECTOR_LOST,
    Unread.FAILED: Reason.DETECTOR_FAILED,
}


@pytest.mark.parametrize("unread", sorted(set(Unread) - {Unread.TOO_LONG}))
def test_a_file_that_cannot_be_read_holds(unread):
    asked = opening.unread(request(PLEASE, attachments=(attachment(),)), unread)
    decision = decided(asked)
    assert decision.variant is Variant.SECURED
    assert decision.reasons == (
        Reason.ATTACHMENT_UNJUDGED,
        *([OURS[unread]] if unread in OURS else []),
    )
    assert decision.files == (FileNote(unread=unread),)


@pytest.mark.parametrize("unread", sorted(set(Unread)))
def test_policy_may_let_it_pass_and_the_decision_says_so_but_never_what_we_failed_at(unread):
    rules = active(PASS)
    asked = opening.unread(request(PLEASE, attachments=(attachment(),)), unread)
    decision = decided(asked, rules)
    assert unread.value in decision.tag.criteria[0].detail
    if unread in OURS or unread is Unread.TOO_LONG:
        assert decision.variant is Variant.SECURED
    else:
        assert decision.reasons == (Reason.BELOW_THRESHOLD,)
        assert decision.tag.criteria[0].detail.startswith("1 file, 1 not read")


def test_what_could_be_read_is_judged_even_where_the_rest_passes():
    scanned = made.pdf(
        "The password is hunter2, and nobody else shall know it.",
        b"/I Do",
        resources="/XObject<</I 7 0 R>>",
        more=(made.PICTURE,),
    )
    for private in (scanned, attachment(PICTURE, name="hunter2.png")):
        decision = decided(opened(private), active(PASS))
        assert decision.files[0].unread is Unread.PICTURE
        assert decision.variant is Variant.SECURED
        assert decision.reasons == (Reason.THRESHOLD_REACHED,)


def test_one_file_that_cannot_be_read_holds_the_others():
    decision = decided(opened(b"harmless", PICTURE))
    assert decision.reasons == (Reason.ATTACHMENT_UNJUDGED,)
    assert decision.tag.criteria[0].detail == "2 files, 1 not read or not to the end: picture"


def test_nobody_opened_them_is_nobody_judged_them():
    decision = decided(request(PLEASE, attachments=(attachment(),)), active(""))
    assert decision.reasons == (Reason.ATTACHMENT_UNJUDGED,)


# --- what the secured variant reads ------------------------------------------------------------


def test_the_secured_variant_reads_the_files_behind_the_latest_turn():
    asked = msgspec.structs.replace(
        opened(attachment(b"Dear Anna", name="letter.txt"), text="before\n\nSum up"), latest=8
    )
    assert asked.turn.reveal() == "Sum up\n\n--- File 1: letter.txt ---\nDear Anna"


def test_it_is_told_what_is_missing():
    asked = opened(attachment(PICTURE, name="scan.png"), b"x", text="Sum up")
    assert asked.turn.reveal() == (
        "Sum up\n\n--- File 1: scan.png ---\n(This file could not be read, so it is not here.)"
        "\n\n--- File 2: a.txt ---\nx"
    )


def test_it_reads_so_much_of_files_and_no_more():
    files = [File(name=PromptText("a"), text=PromptText("x" * 70_000)) for _ in range(3)]
    turn = together(PromptText("Sum up"), files).reveal()
    assert turn.count("x") == MOST_SHOWN
    assert turn.count("(Not all of this file is here.)") == 2


async def test_the_lane_is_asked_with_the_files_and_the_other_one_is_not_asked():
    lanes = {variant: ScriptedLane(variant) for variant in Variant}
    router = Router(
        journal=MemoryJournal(),
        secured=lanes[Variant.SECURED],
        public=lanes[Variant.PUBLIC],
        report=lambda _: None,
    )
    asked = opened(attachment(b"the password is hunter2", name="a.txt"), text="Sum up")
    route = router.route(asked, decided(asked), Timings(), site_sends=True)
    events = [event async for event in route]
    assert [type(each).__name__ for each in events][:1] == ["Answering"]
    assert lanes[Variant.SECURED].read == [
        "Sum up\n\n--- File 1: a.txt ---\nthe password is hunter2"
    ]
    assert lanes[Variant.PUBLIC].read == []


# --- the wire ----------------------------------------------------------------------------------


def test_a_message_brings_a_file_as_base64():
    raw = (
        b'{"type":"prompt","id":"abcdefgh","site":"s","conversation":"","text":"x","attachments":'
        b'[{"media_type":"text/plain","size":5,"name":"a.txt","data":"aGVsbG8="}]}'
    )
    message = msgspec.json.decode(raw, type=messages.FromExtension)
    assert message.attachments == (attachment(media_type="text/plain"),)


@pytest.mark.parametrize(("extra", "refused"), [(0, False), (1, True)])
def test_files_with_too_many_bytes_in_all_are_refused(extra, refused):
    half = attachment(bytes(MAX_DATA // 2))
    files = (half, half, attachment(bytes(extra)))
    raw = msgspec.json.encode(
        {"type": "prompt", "id": "abcdefgh", "site": "s", "conversation": "", "text": "x"}
        | {"attachments": files}
    )
    if refused:
        with pytest.raises(msgspec.ValidationError, match="too many bytes"):
            msgspec.json.decode(raw, type=messages.FromExtension)
    else:
        msgspec.json.decode(raw, type=messages.FromExtension)

"""The initial classification: does a request need to be classified at all?

Patent FIG. 6, steps 602 and 604. The result is a tag that shows each criterion with its
verdict. Undecided always means eligible; *ineligible* means that there is nothing to
classify, or that policy exempts the account.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from companion.everyday import only_everyday_words
from companion.normalize import normalise
from companion.policy import ActivePolicy, Eligibility, Origin, Policy
from companion.values import (
    Criterion,
    CriterionResult,
    CriterionVerdict,
    EligibilityTag,
    FileNote,
    Request,
)

FindKinds = Callable[[str], Iterable[str]]
"""Returns the kinds of information that detectors find in a text."""

_DIGIT = re.compile(r"\d")


def tag(request: Request, active: ActivePolicy, find_kinds: FindKinds) -> EligibilityTag:
    """Return the classification-eligible tag of a request (steps 602 and 604).

    The type of information is looked at only where no cheaper criterion has already asked
    for classification. An exempted account or network is the only thing that outweighs a
    criterion that asks for it.

    Raises:
        DetectorError: `find_kinds` could not look at the text.
    """
    rules = active.policy.eligibility
    if active.origin is Origin.STRICTEST:
        return _all_required("the policy file cannot be used")
    results = [
        _length(request, rules),
        _phrases(request, rules),
        _network(request, rules),
        _account(request, rules),
    ]
    settled = {result.verdict for result in results} & {
        CriterionVerdict.REQUIRES,
        CriterionVerdict.EXEMPTS,
    }
    if settled:
        results.append(_not_asked())
    else:
        results.append(_information(request, active.policy, find_kinds))
    return EligibilityTag(eligible=_eligible(results), criteria=tuple(results))


def undecided(detail: str) -> EligibilityTag:
    """Return the tag of a request whose criteria could not be evaluated: eligible."""
    return _all_required(detail)


def _eligible(results: Iterable[CriterionResult]) -> bool:
    verdicts = {result.verdict for result in results}
    if CriterionVerdict.EXEMPTS in verdicts:
        return False
    return CriterionVerdict.REQUIRES in verdicts


def _result(criterion: Criterion, verdict: CriterionVerdict, detail: str) -> CriterionResult:
    return CriterionResult(criterion=criterion, verdict=verdict, detail=detail)


def _all_required(detail: str) -> EligibilityTag:
    criteria = tuple(_result(each, CriterionVerdict.REQUIRES, detail) for each in Criterion)
    return EligibilityTag(eligible=True, criteria=criteria)


def _not_asked() -> CriterionResult:
    detail = "another criterion had settled the matter"
    return _result(Criterion.INFORMATION, CriterionVerdict.NOT_ASKED, detail)


def _length(request: Request, rules: Eligibility) -> CriterionResult:
    characters = sum(map(len, _texts(request)))
    if not request.readable:
        verdict, detail = CriterionVerdict.REQUIRES, "the text could not be read"
    elif request.attachments:
        verdict, detail = CriterionVerdict.REQUIRES, _files(request.notes, characters)
    elif characters > rules.length.greeting_characters:
        verdict, detail = CriterionVerdict.REQUIRES, f"{characters} characters"
    else:
        verdict, detail = CriterionVerdict.CLEAR, f"{characters} characters, a greeting's length"
    return _result(Criterion.LENGTH, verdict, detail)


def _files(notes: Sequence[FileNote], characters: int) -> str:
    """Say how many files there are, and why some of them could not be read."""
    count = f"{len(notes)} file{'s' if len(notes) > 1 else ''}"
    unread = sorted({note.unread.value for note in notes if note.unread is not None})
    if not unread:
        return f"{count}, {characters} characters with the text"
    failed = sum(note.unread is not None for note in notes)
    return f"{count}, {failed} not read or not to the end: {', '.join(unread)}"


def _texts(request: Request) -> list[str]:
    """Return prompt, model adaptation payload and files: whatever travels is looked at."""
    own = [text for text in (request.prompt, request.adaptation) if text is not None]
    return [text.reveal() for text in (*own, *(file.judged for file in request.files))]


def _phrases(request: Request, rules: Eligibility) -> CriterionResult:
    texts = _texts(request)
    if sum(map(len, texts)) > rules.length.max_characters:
        return _result(Criterion.PHRASES, CriterionVerdict.NOT_ASKED, "longer than is classified")
    pattern = _phrase_pattern(rules.phrases.terms)
    if pattern is not None and any(map(pattern.search, _written_and_seen(texts))):
        return _result(Criterion.PHRASES, CriterionVerdict.REQUIRES, "a listed phrase")
    return _result(Criterion.PHRASES, CriterionVerdict.CLEAR, "no listed phrase")


def _written_and_seen(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text as it is written and, where that differs, as it is seen."""
    for text in texts:
        yield text
        seen = normalise(text).text
        if seen != text:
            yield seen


@lru_cache(maxsize=8)
def _phrase_pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Compile the listed phrases into one linear-time alternation."""
    if not terms:
        return None
    phrases = (r"\s+".join(map(re.escape, term.split())) for term in terms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def _network(request: Request, rules: Eligibility) -> CriterionResult:
    if request.private_network:
        return _result(Criterion.NETWORK, rules.network.verdict, "on a private network")
    return _result(Criterion.NETWORK, CriterionVerdict.CLEAR, "not on a private network")


def _account(request: Request, rules: Eligibility) -> CriterionResult:
    account = request.account.casefold()
    if account and account in {each.casefold() for each in rules.account.require}:
        return _result(Criterion.ACCOUNT, CriterionVerdict.REQUIRES, "policy names this account")
    if account and account in {each.casefold() for each in rules.account.exempt}:
        return _result(Criterion.ACCOUNT, CriterionVerdict.EXEMPTS, "policy exempts this account")
    return _result(Criterion.ACCOUNT, CriterionVerdict.CLEAR, "no rule for this account")


def _information(request: Request, policy: Policy, find_kinds: FindKinds) -> CriterionResult:
    texts = _texts(request)
    wanted = set(policy.eligibility.information.kinds)
    if "*" in wanted:
        return _any_information(texts, find_kinds if policy.detection.adds_findings else _nothing)
    found = {kind for text in texts for kind in find_kinds(text)}
    listed = sorted(found & wanted)
    if listed:
        return _result(Criterion.INFORMATION, CriterionVerdict.REQUIRES, ", ".join(listed))
    return _result(Criterion.INFORMATION, CriterionVerdict.CLEAR, "none of the listed kinds")


def _nothing(text: str) -> Iterable[str]:  # noqa: ARG001 - stands in for a `FindKinds`
    return ()


def _any_information(texts: list[str], find_kinds: FindKinds) -> CriterionResult:
    """Look for anything at all; everyday words may be a policy's own terms nevertheless."""
    if any(map(_DIGIT.search, texts)):
        return _result(Criterion.INFORMATION, CriterionVerdict.REQUIRES, "holds a digit")
    if not all(map(only_everyday_words, texts)):
        detail = "holds more than everyday words"
        return _result(Criterion.INFORMATION, CriterionVerdict.REQUIRES, detail)
    if any(find_kinds(text) for text in texts):
        detail = "holds what the policy lists"
        return _result(Criterion.INFORMATION, CriterionVerdict.REQUIRES, detail)
    return _result(Criterion.INFORMATION, CriterionVerdict.CLEAR, "everyday words only")

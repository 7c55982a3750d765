"""A file of recognisers in Presidio's YAML format: read and checked, without Presidio.

The daemon reads it with the policy, where loading Presidio would take a second and 90 MB;
`companion.detectors.recognisers` makes Presidio's own objects of it in a worker. Stricter
than Presidio: it drops a bare class name, a language that the file's head does not name and
a key that it does not know without a word; here each is taken as it is meant, or refused.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec

MAX_CHARACTERS: Final = 1_000_000
MOST_RECOGNISERS: Final = 500
_DEFAULT_FLAGS: Final = 26
"""Presidio's: ignore case, `^` and `$` at lines, `.` matches a line's end."""
_PRINTING_FLAG: Final = 0x200
"""`regex.DEBUG`."""

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)]
_Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]
_Entity = Annotated[str, msgspec.Meta(pattern="^[A-Z][A-Z0-9_]{1,63}$")]
_Score = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class RecogniserFileError(Exception):
    """The file cannot be used; the message says where and why."""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class _Pattern(_Table, frozen=True, kw_only=True):
    name: _Text
    regex: _Text
    score: _Score

    def __post_init__(self) -> None:
        import regex  # noqa: PLC0415 - 3 MB that only policies with such a file need

        try:
            regex.compile(self.regex)
        except regex.error as error:
            raise ValueError(f"`regex`: {error.msg}") from None


class _Spoken(_Table, frozen=True, kw_only=True):
    language: _Language
    context: tuple[_Text, ...] = ()


class _Recogniser(_Table, frozen=True, kw_only=True):
    name: _Text
    class_name: str | None = None
    type: str | None = None
    enabled: bool = True
    supported_language: _Language | None = None
    supported_languages: tuple[_Language | _Spoken, ...] | None = None
    supported_entity: _Entity | None = None
    supported_entities: Annotated[tuple[_Entity, ...], msgspec.Meta(min_length=1)] | None = None
    patterns: tuple[_Pattern, ...] | None = None
    deny_list: tuple[_Text, ...] | None = None
    deny_list_score: _Score | None = None
    context: tuple[_Text, ...] | None = None
    version: str | None = None


class _File(_Table, frozen=True, kw_only=True):
    recognizers: Annotated[
        tuple[dict[str, Any] | _Text, ...],
        msgspec.Meta(min_length=1, max_length=MOST_RECOGNISERS),
    ]
    supported_languages: Annotated[tuple[_Language, ...], msgspec.Meta(min_length=1)] | None = None
    global_regex_flags: Annotated[int, msgspec.Meta(ge=0, le=0xFFFF)] = _DEFAULT_FLAGS


class Recognisers(msgspec.Struct, frozen=True, kw_only=True):
    """A checked file.

    Attributes:
        recognisers: Each as Presidio's loader takes it, with its `type`.
        languages: Every language that one of them names, or the file's head.
        flags: Flags for every expression.
    """

    recognisers: tuple[dict[str, Any], ...]
    languages: tuple[str, ...]
    flags: int


def read(text: str) -> Recognisers:
    """Read and check a file.

    Raises:
        RecogniserFileError: It is no YAML, or something in it cannot be used.
    """
    if len(text) > MAX_CHARACTERS:
        raise RecogniserFileError(f"longer than {MAX_CHARACTERS} characters")
    try:
        file = msgspec.convert(_yaml(text), _File)
        entries = tuple(_entry(number, each) for number, each in enumerate(file.recognizers))
    except (msgspec.ValidationError, RecursionError) as error:
        raise RecogniserFileError(str(error)) from error
    if file.global_regex_flags & _PRINTING_FLAG:
        raise RecogniserFileError("a flag prints what it matches - at `$.global_regex_flags`")
    enabled = tuple(each for each in entries if each.get("enabled", True))
    if not enabled:
        raise RecogniserFileError("no recogniser is enabled - at `$.recognizers`")
    head = file.supported_languages or ()
    languages = {*head, *(name for each in enabled for name in _languages(each))} or {"en"}
    return Recognisers(
        recognisers=enabled, languages=tuple(sorted(languages)), flags=file.global_regex_flags
    )


def _yaml(text: str) -> Any:
    import yaml  # noqa: PLC0415 - 2 MB that only policies with such a file need

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            # A few lines of them can stand for more than any memory holds.
            raise RecogniserFileError("aliases (`*name`) are not read")
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RecogniserFileError(f"line {line}: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise RecogniserFileError("it is no YAML") from error


def _entry(number: int, given: dict[str, Any] | str) -> dict[str, Any]:
    """Check one entry and return it with the type that Presidio would give it."""
    data = {"name": given} if isinstance(given, str) else given
    place = f"at `$.recognizers[{number}]`"
    try:
        checked = msgspec.convert(data, _Recogniser)
    except msgspec.ValidationError as error:
        raise RecogniserFileError(f"{error} ({place})") from error
    own = bool(checked.patterns or checked.deny_list)
    entry = {key: value for key, value in data.items() if value is not None}
    entry["type"] = checked.type or ("custom" if own else "predefined")
    reason = _contradiction(checked, entry["type"], own=own)
    if reason:
        raise RecogniserFileError(f"{reason} - {place}")
    return entry


def _contradiction(checked: _Recogniser, kind: str, *, own: bool) -> str:
    """Say why an entry cannot be meant as it is written; nothing where it can."""
    entities = checked.supported_entities or ()
    languages = checked.supported_languages or ()
    several = len(languages) > 1
    checks = (
        (kind not in ("custom", "predefined"), "`type` is `custom` or `predefined`"),
        (kind == "custom" and not own, "a custom recogniser wants `patterns` or a `deny_list`"),
        (kind == "predefined" and own, "a predefined recogniser has patterns of its own"),
        (
            kind == "custom" and not checked.supported_entity and not entities,
            "it wants a `supported_entity`",
        ),
        (checked.supported_entity and entities, "it names its entity twice"),
        (kind == "custom" and len(entities) > 1, "a pattern recogniser finds one entity"),
        (checked.supported_language and languages, "it names its languages twice"),
        (len(set(map(type, languages))) > 1, "its languages are all names or all tables"),
        (checked.context and several, "`context` belongs to one language each"),
    )
    return next((reason for holds, reason in checks if holds), "")


def _languages(entry: dict[str, Any]) -> list[str]:
    named = entry.get("supported_languages") or [entry.get("supported_language")]
    return [
        language["language"] if isinstance(language, dict) else language
        for language in named
        if language
    ]

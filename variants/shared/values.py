"""The requests, events and names that every engine and both variants speak of.

The wire format is the chat completions API that OpenAI published and that vLLM, Ollama,
TGI and llama.cpp serve as well. Structs that hold what a person wrote hide it in `repr`.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Kind = Literal["secured", "public"]
FinishReason = Literal["stop", "length"]

MAX_MESSAGES = 1_000
MAX_STOPS = 4

Content = Annotated[str, msgspec.Meta(max_length=8_000_000)]
Unit = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Temperature = Annotated[float, msgspec.Meta(ge=0.0, le=2.0)]
Penalty = Annotated[float, msgspec.Meta(ge=-2.0, le=2.0)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**32 - 2)]
Stop = Annotated[str, msgspec.Meta(min_length=1, max_length=256)]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Refuses fields that it does not know: what is not understood is not half obeyed."""


class TextPart(_Strict, frozen=True, kw_only=True):
    """One part of a message whose content is a list; only text is understood."""

    type: Literal["text"]
    text: Content

    def __repr__(self) -> str:
        return f"TextPart(<{len(self.text)} characters hidden>)"


class ChatMessage(_Strict, frozen=True, kw_only=True):
    """One turn of the conversation."""

    role: Literal["system", "developer", "user", "assistant"]
    content: Content | Annotated[list[TextPart], msgspec.Meta(min_length=1, max_length=64)]
    name: Annotated[str, msgspec.Meta(max_length=64)] = ""

    @property
    def text(self) -> str:
        """The content as one string."""
        if isinstance(self.content, str):
            return self.content
        return "".join(part.text for part in self.content)

    def __repr__(self) -> str:
        return f"ChatMessage({self.role}, <{len(self.text)} characters hidden>)"


class StreamOptions(_Strict, frozen=True, kw_only=True):
    """What a stream carries besides the text."""

    include_usage: bool = False


class ChatRequest(_Strict, frozen=True, kw_only=True):
    """The body of `POST /v1/chat/completions`, and nothing that would be ignored in silence.

    Attributes:
        model: The served model's id; empty means the one that is served.
        max_tokens: Bound of the answer; `max_completion_tokens` is its newer name and wins.
        n: Only one answer is given.
        user: Accepted because clients send it; it is neither kept nor passed on.
    """

    messages: Annotated[list[ChatMessage], msgspec.Meta(min_length=1, max_length=MAX_MESSAGES)]
    model: Annotated[str, msgspec.Meta(max_length=256)] = ""
    stream: bool = False
    stream_options: StreamOptions | None = None
    max_tokens: Count | None = None
    max_completion_tokens: Count | None = None
    temperature: Temperature | None = None
    top_p: Unit | None = None
    seed: Seed | None = None
    stop: Stop | Annotated[list[Stop], msgspec.Meta(max_length=MAX_STOPS)] | None = None
    presence_penalty: Penalty | None = None
    frequency_penalty: Penalty | None = None
    n: Literal[1] = 1
    user: Annotated[str, msgspec.Meta(max_length=256)] = ""

    def __repr__(self) -> str:
        return f"ChatRequest(<{len(self.messages)} messages hidden>)"

    @property
    def wants_usage(self) -> bool:
        """Whether a stream ends with a usage chunk."""
        return self.stream_options is not None and self.stream_options.include_usage


class ModelInfo(msgspec.Struct, frozen=True, kw_only=True):
    """Which model answers.

    Attributes:
        id: Its name in the API.
        sha256: Of its file, or None where an upstream does not say.
        context: Tokens that prompt and answer share, or None where unknown.
        created: Seconds since the Unix epoch, as the API wants it.
        owner: Who made it.
    """

    id: str
    sha256: str | None = None
    context: int | None = None
    created: int = 0
    owner: str = "sottovoce"


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """How many tokens a request took; `cached` were not computed again."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0


class Delta(msgspec.Struct, frozen=True, kw_only=True):
    """The next piece of the answer."""

    text: str

    def __repr__(self) -> str:
        return f"Delta(<{len(self.text)} characters hidden>)"


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """The answer is complete; always the last event."""

    finish_reason: FinishReason
    usage: Usage


Event = Delta | Done

"""The chat pages that the tests serve, and how a person uses each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Site:
    """One chat page.

    Attributes:
        name: Its page's, and its site file's.
        url: Where it lives; a bare path lives on the test server's own address.
        label: What the panel calls it.
        box: The selector of the box that people type in.
        button: The selector of its send button.
        prompts: A regular expression over host and path of the requests that carry prompts.
        again: Whether the page can answer a turn anew.
    """

    name: str
    url: str
    label: str
    box: str
    button: str
    prompts: str
    again: bool = True


SITES = (
    Site(
        name="chatgpt",
        url="https://chatgpt.com/",
        label="ChatGPT",
        box="#prompt-textarea",
        button="[data-testid=send-button]",
        prompts=r"chatgpt\.com/backend-api/f/conversation$",
    ),
    Site(
        name="claude",
        url="https://claude.ai/new",
        label="Claude",
        box="fieldset .ProseMirror",
        button="[aria-label='Send message']",
        prompts=r"claude\.ai/api/organizations/.*completion$",
    ),
    Site(
        name="gemini",
        url="https://gemini.google.com/app",
        label="Gemini",
        box=".ql-editor",
        button=".send-button.submit",
        prompts=r"gemini\.google\.com/.*/StreamGenerate",
    ),
    Site(
        name="copilot",
        url="https://copilot.microsoft.com/",
        label="Copilot",
        box="#userInput",
        button="[data-testid=submit-button]",
        prompts=r"copilot\.microsoft\.com/c/api/chat\?",
    ),
    Site(
        name="perplexity",
        url="https://www.perplexity.ai/",
        label="Perplexity",
        box="#ask-input",
        button="[aria-label=Submit]",
        prompts=r"www\.perplexity\.ai/rest/sse/perplexity_ask$",
    ),
    Site(
        name="deepseek",
        url="https://chat.deepseek.com/",
        label="DeepSeek",
        box="#chat-input",
        button=".ds-icon-button",
        prompts=r"chat\.deepseek\.com/api/v0/chat/",
    ),
    Site(
        name="mistral",
        url="https://chat.mistral.ai/chat",
        label="Le Chat",
        box=".ProseMirror",
        button="[type=submit]",
        prompts=r"chat\.mistral\.ai/api/(chat$|trpc/message)",
    ),
    Site(
        name="grok",
        url="https://grok.com/",
        label="Grok",
        box=".tiptap",
        button="[type=submit]",
        prompts=r"grok\.com/rest/app-chat/conversations/",
    ),
    Site(
        name="metaai",
        url="https://www.meta.ai/",
        label="Meta AI",
        box="#composer",
        button="[aria-label='Send message']",
        prompts=r"www\.meta\.ai/api/graphql/",
    ),
    Site(
        name="poe",
        url="https://poe.com/",
        label="Poe",
        box="textarea >> nth=0",
        button="[data-button-send]",
        prompts=r"poe\.com/api/gql_POST",
    ),
    Site(
        name="huggingchat",
        url="https://huggingface.co/chat/",
        label="HuggingChat",
        box="textarea >> nth=0",
        button="[type=submit]",
        prompts=r"huggingface\.co/chat/conversation/",
    ),
)
BY_NAME = {site.name: site for site in SITES}

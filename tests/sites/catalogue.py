"""The chat pages that the tests serve, and how a person uses each."""

from __future__ import annotations

from dataclasses import dataclass

LOCAL = r"127\.0\.0\.1:\d+"


@dataclass(frozen=True, kw_only=True)
class Site:
    """One chat page.

    Attributes:
        name: Its page's, and its site file's.
        url: Where it lives; empty for a page that people run themselves, on this machine.
        label: What the panel calls it; empty for its address.
        box: The selector of the box that people type in.
        button: The selector of its send button.
        prompts: A regular expression over host and path of the requests that carry prompts.
        answers: The selector of the answers that are whole.
        edits: Whether messages can be edited and answers asked for again.
        keyed: Whether each key press makes a request, so that halves of texts are judged.
        strict: Whether the page sends for a person's own keys alone.
    """

    name: str
    url: str = ""
    box: str
    button: str
    prompts: str
    answers: str = "article[data-turn=assistant][data-state=done] .words"
    label: str = ""
    edits: bool = True
    keyed: bool = False
    strict: bool = False


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
    Site(
        name="open-webui",
        label="Open WebUI",
        box="#chat-input",
        button="#send-message-button",
        prompts=LOCAL + "/api/(chat/comp|v1/chats/)",
    ),
    Site(
        name="librechat",
        label="LibreChat",
        box="#prompt-textarea",
        button="#send-button",
        prompts=LOCAL + "/api/agents/chat",
    ),
    Site(
        name="deepchat",
        box="#text-input",
        button=".input-button >> nth=0",
        prompts=LOCAL + "/api/deepchat",
        answers=".ai-message-text",
        edits=False,
    ),
    Site(
        name="synced",
        edits=False,
        keyed=True,
        box="#box",
        button="#send",
        prompts=LOCAL + "/api/messages",
    ),
    Site(
        name="strict",
        edits=False,
        strict=True,
        box="#box",
        button="#send",
        prompts=LOCAL + "/api/chat",
    ),
    Site(
        name="pointerdown",
        edits=False,
        box="#box",
        button="#send",
        prompts=LOCAL + "/api/chat",
    ),
    Site(
        name="ime",
        edits=False,
        box="#box",
        button="#send",
        prompts=LOCAL + "/api/chat",
    ),
)
BY_NAME = {site.name: site for site in SITES}

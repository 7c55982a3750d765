// @ts-check
// Written by `python -m scripts.sites` from the site files beside it.
// Change those, not this.
"use strict";
globalThis.sottovoceSites = [
  {
    name: "demo",
    label: "Example Chat",
    pages: "^http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/demo(/|$)",
    composer: "#prompt, textarea, [contenteditable='true']",
    frame: "form",
    loopback: true,
    hosts: ["http://127.0.0.1/*", "http://localhost/*"],
    chats: "#/c/(?<conversation>[0-9]+)",
    endpoints: [
      {
        url: "^https?://[^/?#]+/demo/v1/chat/completions/?([?#]|$)",
        methods: ["POST"],
        body: {
          turns: {
            list: ["messages"],
            role: ["role"],
            content: ["content"],
            site: ["assistant", "system"],
          },
          conversation: ["metadata", "conversation"],
          format: "json",
        },
        use: ["send"],
      },
    ],
  },
  {
    name: "chatgpt",
    label: "ChatGPT",
    pages: "^https://chatgpt\\.com/",
    composer: "#prompt-textarea",
    frame: "form",
    hosts: ["https://chatgpt.com/*"],
    chats: "^https://chatgpt\\.com/(?:g/[^/]+/)?c/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/?([?#]|$)",
        methods: ["POST"],
        body: {
          turns: {
            list: ["messages"],
            role: ["author", "role"],
            content: ["content", "parts"],
            site: ["assistant", "system"],
          },
          files: [
            {
              list: ["messages", "*", "metadata", "attachments"],
              type: ["mime_type"],
              size: ["size"],
              name: ["name"],
            },
          ],
          conversation: ["conversation_id"],
          format: "json",
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
    ],
    drafts: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/prepare/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    send: "button[data-testid='send-button'], #composer-submit-button",
    fresh: "https://chatgpt.com/",
  },
  {
    name: "claude",
    label: "Claude",
    pages: "^https://claude\\.ai/",
    composer: "div.ProseMirror[contenteditable='true'], fieldset [contenteditable='true']",
    frame: "fieldset",
    hosts: ["https://claude.ai/*"],
    chats: "^https://claude\\.ai/chat/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?chat_conversations/(?<conversation>[^/?#]+)/(retry_)?completion/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["prompt"]],
          also: [["attachments", "*", "extracted_content"]],
          files: [
            {
              list: ["files"],
              type: ["file_kind"],
              size: ["size"],
            },
          ],
          format: "json",
        },
        use: ["send", "edit", "regenerate", "retry"],
      },
    ],
    send: "button[aria-label='Send message' i]",
    fresh: "https://claude.ai/new",
  },
  {
    name: "gemini",
    label: "Gemini",
    pages: "^https://gemini\\.google\\.com/",
    composer: "div.ql-editor[contenteditable='true']",
    frame: "input-area-v2, .text-input-field",
    hosts: ["https://gemini.google.com/*"],
    chats: "^https://gemini\\.google\\.com/(u/\\d+/)?app/(?<conversation>[0-9a-f]+)",
    endpoints: [
      {
        url: "^https://gemini\\.google\\.com/(u/\\d+/)?_/BardChatUi/data/assistant\\.lamda\\.BardFrontendService/StreamGenerate/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [[0, 0]],
          files: [
            {
              list: [0, 3],
              type: [1],
              size: [2],
            },
          ],
          conversation: [2, 0],
          format: "form",
          field: "f.req",
          nested: [1],
        },
        use: ["send", "edit", "regenerate", "retry"],
      },
    ],
    send: "button.send-button",
    fresh: "https://gemini.google.com/app",
  },
  {
    name: "generic",
    label: "",
    pages: "^$",
    composer: "textarea, [contenteditable='true'], [contenteditable=''], input[type='text']",
    frame: "form",
    kind: "generic",
    endpoints: [
      {
        url: "^https?://[^/?#]+/",
        methods: ["POST"],
        body: {
          format: "leaves",
        },
        use: ["send"],
      },
    ],
  },
];

// @ts-check
// Written by `python -m scripts.sites` from the site files beside it.
// Change those, not this.
/* eslint max-lines: off -- a program wrote it */
"use strict";
globalThis.sottovoceWatched = [
  {
    pages: "^http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/demo(/|$)",
    endpoints: [
      {
        url: "^https?://[^/?#]+/demo/v1/chat/completions/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://chatgpt\\.com/",
    endpoints: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    drafts: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/prepare/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/files/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://claude\\.ai/",
    endpoints: [
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?chat_conversations/(?<conversation>[^/?#]+)/(retry_)?completion/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?chat_conversations/(?<conversation>[^/?#]+)/title/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?convert_document/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://claude\\.ai/api/[^/?#]+/upload/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://claude\\.ai/api/organizations/[^/]+/conversations/[^/]+/wiggle/upload-file/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://gemini\\.google\\.com/",
    endpoints: [
      {
        url: "^https://gemini\\.google\\.com/(u/\\d+/)?_/BardChatUi/data/assistant\\.lamda\\.BardFrontendService/StreamGenerate/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://(content-push\\.googleapis|push\\.clients6\\.google)\\.com/upload/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://copilot\\.microsoft\\.com/",
    uploads: [
      {
        url: "^https://copilot\\.microsoft\\.com/c/api/attachments/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    sockets: [
      {
        url: "^wss://copilot\\.microsoft\\.com/c/api/chat/?([?#]|$)",
        mark: "query",
        frames: [
          {
            match: [[["event"], "send"]],
          },
        ],
        control: [
          {
            match: [[["event"], "setOptions"]],
            most: 1024,
          },
          {
            match: [[["event"], "reportLocalConsents"]],
            most: 512,
          },
          {
            match: [[["event"], "ping"]],
            most: 64,
          },
          {
            match: [[["event"], "challengeResponse"]],
            most: 512,
          },
          {
            match: [[["event"], "stop"]],
            most: 256,
          },
        ],
      },
    ],
  },
  {
    pages: "^https://(www\\.)?perplexity\\.ai/",
    endpoints: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/sse/perplexity_ask/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    drafts: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/autosuggest/list-autosuggest/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/uploads/(batch_)?create_upload_urls?/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://chat\\.deepseek\\.com/",
    endpoints: [
      {
        url: "^https://chat\\.deepseek\\.com/api/v0/chat/(completion|edit_message)/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://chat\\.deepseek\\.com/api/v0/chat/(regenerate|continue)/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://chat\\.deepseek\\.com/(api/)?v0/file/upload_file/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://chat\\.mistral\\.ai/",
    endpoints: [
      {
        url: "^https://chat\\.mistral\\.ai/api/chat/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://chat\\.mistral\\.ai/api/trpc/[^/?#]*message\\.newChat[^/?#]*([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://chat\\.mistral\\.ai/api/trpc/[^/?#]*file\\.uploadFile[^/?#]*([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://(grok\\.com/|x\\.com/i/grok)",
    endpoints: [
      {
        url: "^https://grok\\.com/rest/app-chat/conversations/(new|(?<conversation>[^/?#]+)/responses)/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://grok\\.com/rest/app-chat/(conversations/[^/?#]+/)?(regenerate|retry)[^/?#]*([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://([a-z]+\\.)?x\\.com/(i/api/)?2/grok/add_response\\.json([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://grok\\.com/rest/app-chat/upload-file/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://([a-z]+\\.)?x\\.com/(i/api/)?2/grok/attachment\\.json([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://(www\\.)?meta\\.ai/",
    endpoints: [
      {
        url: "^https://(www\\.|graph\\.)?meta\\.ai/(api/)?graphql/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://rupload\\.meta\\.ai/gen_ai_[^/?#]+/",
        methods: ["POST"],
      },
    ],
    sockets: [
      {
        url: "^wss://gateway\\.meta\\.ai/ws/clippy/?([?#]|$)",
        mark: "query",
      },
    ],
  },
  {
    pages: "^https://poe\\.com/",
    endpoints: [
      {
        url: "^https://poe\\.com/api/gql_POST/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https://poe\\.com/api/gql_upload_POST/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    pages: "^https://huggingface\\.co/chat(/|[?#]|$)",
    endpoints: [
      {
        url: "^https://huggingface\\.co/chat/conversation/(?<conversation>[^/?#]+)/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https://huggingface\\.co/chat/conversation/(?<conversation>[^/?#]+)/elicitation/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    kind: "self-hosted",
    pages: "^$",
    endpoints: [
      {
        url: "^https?://[^?#]+/api/(v1/)?chat/complet(ions|ed)/?([?#]|$)",
        methods: ["POST"],
      },
      {
        url: "^https?://[^?#]+/api/v1/chats/(new|(?<conversation>[^/?#]+))/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https?://[^?#]+/api/v1/(files|retrieval/process/file)/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    sockets: [
      {
        url: "^wss?://[^?#]+/ws/socket\\.io/",
        mark: "query",
        control: [
          {
            match: [[[0], "heartbeat"]],
            most: 64,
          },
          {
            match: [[[0], "user-join"]],
            most: 2048,
          },
          {
            match: [
              [[0], "events:chat"],
              [[1, "data", "type"], "join"],
            ],
            most: 256,
          },
          {
            match: [
              [[0], "events:chat"],
              [[1, "data", "type"], "leave"],
            ],
            most: 256,
          },
          {
            match: [
              [[0], "events:chat"],
              [[1, "data", "type"], "typing"],
            ],
            most: 256,
          },
          {
            match: [
              [[0], "events:chat"],
              [[1, "data", "type"], "last_read_at"],
            ],
            most: 256,
          },
          {
            match: [[[0], "usage"]],
            most: 256,
          },
        ],
        prefix: "42",
      },
    ],
  },
  {
    kind: "self-hosted",
    pages: "^$",
    endpoints: [
      {
        url: "^https?://[^?#]+/api/(agents|assistants/v[12]|ask|edit)/(chat|chat/[^/?#]+|[^/?#]+)/?([?#]|$)",
        methods: ["POST"],
      },
    ],
    uploads: [
      {
        url: "^https?://[^?#]+/api/files(/images|/speech/stt)?/?([?#]|$)",
        methods: ["POST"],
      },
    ],
  },
  {
    kind: "generic",
    pages: "^$",
    endpoints: [
      {
        url: "^https?://[^/?#]+/",
        methods: ["POST"],
      },
    ],
  },
];
//# sourceURL=watched.js

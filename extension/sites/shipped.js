// @ts-check
// Written by `python -m scripts.sites` from the site files beside it.
// Change those, not this.
/* eslint max-lines: off -- a program wrote it */
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
        body: {
          also: [["partial_query", "content", "parts"]],
          conversation: ["conversation_id"],
          rest: {
            skip: [
              ["action"],
              ["parent_message_id"],
              ["model"],
              ["timezone"],
              ["conversation_id"],
              ["conversation_mode"],
              ["system_hints"],
              ["supported_encodings"],
              ["client_prepare_state"],
              ["client_contextual_info"],
              ["thinking_effort"],
              ["partial_query", "id"],
              ["partial_query", "author"],
              ["partial_query", "content", "content_type"],
            ],
          },
          format: "json",
        },
      },
    ],
    uploads: [
      {
        url: "^https://chatgpt\\.com/backend-(api|anon)/files/?([?#]|$)",
        methods: ["POST"],
        reads: true,
        body: {
          files: [
            {
              list: [],
              type: ["mime_type"],
              size: ["file_size"],
              name: ["file_name"],
            },
          ],
          format: "json",
        },
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
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?chat_conversations/(?<conversation>[^/?#]+)/title/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["message_content"]],
          format: "json",
        },
        use: ["send"],
      },
    ],
    uploads: [
      {
        url: "^https://claude\\.ai/api/(organizations/[^/]+/)?convert_document/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
      {
        url: "^https://claude\\.ai/api/[^/?#]+/upload/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
      {
        url: "^https://claude\\.ai/api/organizations/[^/]+/conversations/[^/]+/wiggle/upload-file/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
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
    hosts: [
      "https://gemini.google.com/*",
      "https://content-push.googleapis.com/*",
      "https://push.clients6.google.com/*",
    ],
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
    uploads: [
      {
        url: "^https://(content-push\\.googleapis|push\\.clients6\\.google)\\.com/upload/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    send: "button.send-button",
    fresh: "https://gemini.google.com/app",
  },
  {
    name: "copilot",
    label: "Copilot",
    pages: "^https://copilot\\.microsoft\\.com/",
    composer: "#userInput, textarea",
    frame: "form, [data-testid='composer']",
    hosts: ["https://copilot.microsoft.com/*"],
    chats: "^https://copilot\\.microsoft\\.com/chats/(?<conversation>[\\w-]+)",
    uploads: [
      {
        url: "^https://copilot\\.microsoft\\.com/c/api/attachments/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    sockets: [
      {
        url: "^wss://copilot\\.microsoft\\.com/c/api/chat/?([?#]|$)",
        mark: "query",
        frames: [
          {
            match: [[["event"], "send"]],
            body: {
              parts: [["content"]],
              conversation: ["conversationId"],
            },
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
    send: "button[data-testid='submit-button'], button[aria-label*='Submit' i]",
    fresh: "https://copilot.microsoft.com/",
  },
  {
    name: "perplexity",
    label: "Perplexity",
    pages: "^https://(www\\.)?perplexity\\.ai/",
    composer: "#ask-input, div[contenteditable='true'][data-lexical-editor]",
    frame: "form, main",
    hosts: ["https://www.perplexity.ai/*", "https://perplexity.ai/*"],
    chats: "^https://(www\\.)?perplexity\\.ai/search/(?<conversation>[\\w.-]+)",
    endpoints: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/sse/perplexity_ask/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["query_str"], ["params", "dsl_query"]],
          files: [
            {
              list: ["params", "attachments"],
              type: ["content_type"],
              size: ["file_size"],
            },
          ],
          conversation: ["params", "last_backend_uuid"],
          format: "json",
        },
        use: ["send", "edit", "regenerate", "retry"],
      },
    ],
    drafts: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/autosuggest/list-autosuggest/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["query"]],
          format: "json",
        },
      },
    ],
    uploads: [
      {
        url: "^https://(www\\.)?perplexity\\.ai/rest/uploads/(batch_)?create_upload_urls?/?([?#]|$)",
        methods: ["POST"],
        body: {
          files: [
            {
              list: ["files", "*"],
              type: ["content_type"],
              size: ["file_size"],
              name: ["filename"],
            },
          ],
          format: "json",
        },
      },
    ],
    send: "button[aria-label='Submit']",
    fresh: "https://www.perplexity.ai/",
  },
  {
    name: "deepseek",
    label: "DeepSeek",
    pages: "^https://chat\\.deepseek\\.com/",
    composer: "#chat-input, textarea",
    frame: "form, #chat-input",
    hosts: ["https://chat.deepseek.com/*"],
    chats: "^https://chat\\.deepseek\\.com/a/chat/s/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://chat\\.deepseek\\.com/api/v0/chat/(completion|edit_message)/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["prompt"]],
          files: [
            {
              list: ["ref_file_ids"],
              type: ["type"],
              size: ["size"],
            },
          ],
          conversation: ["chat_session_id"],
          format: "json",
        },
        use: ["send", "edit"],
      },
      {
        url: "^https://chat\\.deepseek\\.com/api/v0/chat/(regenerate|continue)/?([?#]|$)",
        methods: ["POST"],
        body: {
          conversation: ["chat_session_id"],
          rest: {
            skip: [
              ["chat_session_id"],
              ["client_stream_id"],
              ["challenge_response"],
              ["message_id"],
              ["parent_message_id"],
              ["model_class"],
              ["model_preference"],
              ["model_type"],
            ],
          },
          format: "json",
        },
        use: ["regenerate", "continue"],
      },
    ],
    uploads: [
      {
        url: "^https://chat\\.deepseek\\.com/(api/)?v0/file/upload_file/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    send: "div[role='button'].ds-icon-button, .ds-icon-button",
    fresh: "https://chat.deepseek.com/",
  },
  {
    name: "mistral",
    label: "Le Chat",
    pages: "^https://chat\\.mistral\\.ai/",
    composer: "div.ProseMirror[contenteditable='true'], textarea[name='message.text']",
    frame: "form",
    hosts: ["https://chat.mistral.ai/*"],
    chats: "^https://chat\\.mistral\\.ai/chat/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://chat\\.mistral\\.ai/api/chat/?([?#]|$)",
        methods: ["POST"],
        body: {
          also: [["messageInput"]],
          files: [
            {
              list: ["messageFiles"],
              type: ["type"],
              size: ["size"],
              name: ["name"],
            },
          ],
          conversation: ["chatId"],
          rest: {
            skip: [
              ["chatId"],
              ["mode"],
              ["messageId"],
              ["stableAnonymousIdentifier"],
              ["platform"],
              ["clientPromptData"],
              ["features"],
              ["integrations"],
              ["libraries"],
              ["disabledFeatures"],
              ["supportedTaskCallbacks"],
              ["productType"],
              ["messageInput", "*", "type"],
            ],
          },
          format: "json",
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
      {
        url: "^https://chat\\.mistral\\.ai/api/trpc/[^/?#]*message\\.newChat[^/?#]*([?#]|$)",
        methods: ["POST"],
        body: {
          also: [["0", "json", "content"]],
          files: [
            {
              list: ["0", "json", "files"],
              type: ["type"],
              size: ["size"],
              name: ["name"],
            },
          ],
          conversation: ["0", "json", "chatId"],
          rest: {
            skip: [
              ["0", "json", "features"],
              ["0", "json", "integrations"],
              ["0", "json", "libraries"],
              ["0", "json", "productType"],
              ["0", "json", "projectId"],
              ["0", "json", "agentId"],
              ["0", "json", "content", "*", "type"],
            ],
          },
          format: "json",
        },
        use: ["send"],
      },
    ],
    uploads: [
      {
        url: "^https://chat\\.mistral\\.ai/api/trpc/[^/?#]*file\\.uploadFile[^/?#]*([?#]|$)",
        methods: ["POST"],
        body: {
          files: [
            {
              list: ["0", "json"],
              type: ["type"],
              size: ["size"],
            },
          ],
          format: "json",
        },
      },
    ],
    send: "button[type='submit']",
    fresh: "https://chat.mistral.ai/chat",
  },
  {
    name: "grok",
    label: "Grok",
    pages: "^https://(grok\\.com/|x\\.com/i/grok)",
    composer: "div.tiptap[contenteditable='true'], textarea",
    frame: "form",
    hosts: ["https://grok.com/*", "https://x.com/*", "https://grok.x.com/*", "https://api.x.com/*"],
    chats: "^https://grok\\.com/(c|chat)/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://grok\\.com/rest/app-chat/conversations/(new|(?<conversation>[^/?#]+)/responses)/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["message"]],
          also: [["customInstructions"], ["customPersonality"]],
          files: [
            {
              list: ["fileAttachments"],
              type: ["type"],
              size: ["size"],
            },
            {
              list: ["imageAttachments"],
              type: ["type"],
              size: ["size"],
            },
          ],
          format: "json",
        },
        use: ["send", "edit"],
      },
      {
        url: "^https://grok\\.com/rest/app-chat/(conversations/[^/?#]+/)?(regenerate|retry)[^/?#]*([?#]|$)",
        methods: ["POST"],
        body: {
          rest: {
            skip: [
              ["responseId"],
              ["parentResponseId"],
              ["conversationId"],
              ["modelName"],
              ["modeId"],
            ],
          },
          format: "json",
        },
        use: ["regenerate", "retry"],
      },
      {
        url: "^https://([a-z]+\\.)?x\\.com/(i/api/)?2/grok/add_response\\.json([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["responses", "*", "message"]],
          also: [["systemPromptName"]],
          files: [
            {
              list: ["responses", "*", "fileAttachments"],
              type: ["mimeType"],
              size: ["size"],
              name: ["fileName"],
            },
          ],
          conversation: ["conversationId"],
          format: "json",
        },
        use: ["send", "edit", "regenerate", "retry"],
      },
    ],
    uploads: [
      {
        url: "^https://grok\\.com/rest/app-chat/upload-file/?([?#]|$)",
        methods: ["POST"],
        body: {
          files: [
            {
              list: [],
              type: ["fileMimeType"],
              size: ["fileSize"],
              name: ["fileName"],
              data: ["content"],
            },
          ],
          format: "json",
        },
      },
      {
        url: "^https://([a-z]+\\.)?x\\.com/(i/api/)?2/grok/attachment\\.json([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    send: "button[type='submit'], button[aria-label='Submit']",
    fresh: "https://grok.com/",
  },
  {
    name: "metaai",
    label: "Meta AI",
    pages: "^https://(www\\.)?meta\\.ai/",
    composer: "#composer, div[contenteditable='true'][role='textbox'], textarea",
    frame: "form",
    hosts: [
      "https://www.meta.ai/*",
      "https://meta.ai/*",
      "https://graph.meta.ai/*",
      "https://gateway.meta.ai/*",
      "https://rupload.meta.ai/*",
    ],
    chats: "^https://(www\\.)?meta\\.ai/(c|prompt)/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://(www\\.|graph\\.)?meta\\.ai/(api/)?graphql/?([?#]|$)",
        methods: ["POST"],
        body: {
          conversation: ["variables", "conversationId"],
          rest: {
            skip: [
              ["operation"],
              ["variables", "conversationId"],
              ["variables", "externalConversationId"],
              ["variables", "offlineThreadingId"],
              ["variables", "userMessageId"],
              ["variables", "assistantMessageId"],
              ["variables", "turnId"],
              ["variables", "promptSessionId"],
              ["variables", "userUniqueMessageId"],
              ["variables", "entrypoint"],
              ["variables", "entryPoint"],
              ["variables", "mode"],
              ["variables", "icebreaker_type"],
              ["variables", "currentBranchPath"],
              ["variables", "userLocale"],
              ["variables", "userEventId"],
              ["variables", "requestId"],
            ],
          },
          format: "graphql",
          cases: [
            {
              texts: [["variables", "message", "sensitive_string_value"]],
              also: [["variables", "promptPrefix"]],
              conversation: ["variables", "externalConversationId"],
              match: [[["operation"], "useAbraSendMessageMutation"]],
            },
          ],
        },
        use: ["send", "edit", "regenerate", "retry"],
      },
    ],
    uploads: [
      {
        url: "^https://rupload\\.meta\\.ai/gen_ai_[^/?#]+/",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    sockets: [
      {
        url: "^wss://gateway\\.meta\\.ai/ws/clippy/?([?#]|$)",
        mark: "query",
      },
    ],
    send: "[aria-label='Send message' i], [aria-label='Send' i]",
    fresh: "https://www.meta.ai/",
  },
  {
    name: "poe",
    label: "Poe",
    pages: "^https://poe\\.com/",
    composer: "textarea[class*='GrowingTextArea'], textarea",
    frame: "footer, form",
    hosts: ["https://poe.com/*"],
    chats: "^https://poe\\.com/chat/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://poe\\.com/api/gql_POST/?([?#]|$)",
        methods: ["POST"],
        body: {
          conversation: ["variables", "chatId"],
          rest: {
            skip: [
              ["operation"],
              ["variables", "chatId"],
              ["variables", "bot"],
              ["variables", "botId"],
              ["variables", "clientNonce"],
              ["variables", "sdid"],
              ["variables", "messageId"],
              ["variables", "chatCode"],
              ["variables", "source"],
              ["variables", "shouldFetchChat"],
              ["variables", "cursor"],
              ["variables", "id"],
            ],
          },
          format: "graphql",
          cases: [
            {
              texts: [["variables", "query"]],
              files: [
                {
                  list: ["variables", "attachments"],
                  type: ["mimeType"],
                  size: ["size"],
                  name: ["name"],
                },
              ],
              conversation: ["variables", "chatId"],
              match: [[["operation"], "sendMessageMutation"]],
            },
            {
              texts: [["variables", "query"]],
              files: [
                {
                  list: ["variables", "attachments"],
                  type: ["mimeType"],
                  size: ["size"],
                  name: ["name"],
                },
              ],
              conversation: ["variables", "chatId"],
              match: [[["operation"], "SendMessageMutation"]],
            },
            {
              texts: [["variables", "query"]],
              files: [
                {
                  list: ["variables", "attachments"],
                  type: ["mimeType"],
                  size: ["size"],
                  name: ["name"],
                },
              ],
              conversation: ["variables", "chatId"],
              match: [[["operation"], "chatHelpers_sendMessageMutation_Mutation"]],
            },
            {
              texts: [["variables", "query"]],
              files: [
                {
                  list: ["variables", "attachments"],
                  type: ["mimeType"],
                  size: ["size"],
                  name: ["name"],
                },
              ],
              conversation: ["variables", "chatId"],
              match: [[["operation"], "editMessageMutation"]],
            },
          ],
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
    ],
    uploads: [
      {
        url: "^https://poe\\.com/api/gql_upload_POST/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    send: "button[data-button-send], button[aria-label='Send message' i]",
    fresh: "https://poe.com/",
  },
  {
    name: "huggingchat",
    label: "HuggingChat",
    pages: "^https://huggingface\\.co/chat(/|[?#]|$)",
    composer: "form textarea, textarea",
    frame: "form",
    hosts: ["https://huggingface.co/*"],
    chats: "^https://huggingface\\.co/chat/conversation/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https://huggingface\\.co/chat/conversation/(?<conversation>[^/?#]+)/?([?#]|$)",
        methods: ["POST"],
        reads: true,
        body: {
          also: [["inputs"]],
          rest: {
            skip: [
              ["id"],
              ["generationId"],
              ["timezone"],
              ["resumeElicitationId"],
              ["selectedMcpServerNames"],
              ["selectedMcpServers"],
            ],
          },
          format: "multipart",
          field: "data",
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
      {
        url: "^https://huggingface\\.co/chat/conversation/(?<conversation>[^/?#]+)/elicitation/?([?#]|$)",
        methods: ["POST"],
        body: {
          rest: {
            skip: [["elicitationId"], ["id"]],
          },
          format: "json",
        },
        use: ["send"],
      },
    ],
    send: "button[type='submit'][aria-label='Send message'], button[type='submit']",
    fresh: "https://huggingface.co/chat/",
  },
  {
    name: "open-webui",
    label: "Open WebUI",
    pages: "^$",
    composer: "#chat-input",
    frame: "form",
    kind: "self-hosted",
    chats: "^https?://[^?#]+/c/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https?://[^?#]+/api/(v1/)?chat/complet(ions|ed)/?([?#]|$)",
        methods: ["POST"],
        body: {
          turns: {
            list: ["messages"],
            role: ["role"],
            content: ["content"],
            site: ["assistant", "system"],
          },
          files: [
            {
              list: ["files"],
              type: ["content_type"],
              size: ["size"],
              name: ["name"],
            },
          ],
          conversation: ["chat_id"],
          rest: {
            skip: [
              ["model"],
              ["session_id"],
              ["chat_id"],
              ["id"],
              ["parent_id"],
              ["model_item"],
              ["variables"],
              ["features"],
              ["background_tasks"],
              ["tool_ids"],
              ["tool_servers"],
              ["filter_ids"],
              ["stream_options"],
              ["user_message", "id"],
              ["user_message", "parentId"],
              ["user_message", "childrenIds"],
              ["user_message", "models"],
              ["user_message", "role"],
              ["user_message", "user"],
              ["user_message", "user_id"],
              ["user_message", "timestamp"],
              ["message_ids"],
              ["parent_message", "id"],
              ["parent_message", "parentId"],
              ["parent_message", "childrenIds"],
              ["parent_message", "models"],
              ["parent_message", "role"],
              ["messages", "*", "id"],
              ["messages", "*", "timestamp"],
              ["messages", "*", "model"],
              ["messages", "*", "modelName"],
              ["messages", "*", "parentId"],
              ["messages", "*", "content", "*", "type"],
            ],
          },
          format: "json",
          cases: [
            {
              parts: [["user_message", "content"]],
              files: [
                {
                  list: ["files"],
                  type: ["content_type"],
                  size: ["size"],
                  name: ["name"],
                },
              ],
              conversation: ["chat_id"],
              rest: {
                skip: [
                  ["model"],
                  ["session_id"],
                  ["chat_id"],
                  ["folder_id"],
                  ["id"],
                  ["parent_id"],
                  ["message_ids"],
                  ["model_item"],
                  ["variables"],
                  ["features"],
                  ["background_tasks"],
                  ["tool_ids"],
                  ["tool_servers"],
                  ["filter_ids"],
                  ["stream_options"],
                  ["regeneration_message_id"],
                  ["assistant_message_id"],
                  ["user_message", "id"],
                  ["user_message", "parentId"],
                  ["user_message", "childrenIds"],
                  ["user_message", "models"],
                  ["user_message", "role"],
                  ["user_message", "user"],
                  ["user_message", "user_id"],
                  ["user_message", "timestamp"],
                ],
              },
              match: [
                [["messages"], null],
                [["user_message", "role"], "user"],
              ],
            },
          ],
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
      {
        url: "^https?://[^?#]+/api/v1/chats/(new|(?<conversation>[^/?#]+))/?([?#]|$)",
        methods: ["POST"],
        body: {
          turns: {
            list: ["chat", "messages"],
            role: ["role"],
            content: ["content"],
            site: ["assistant", "system"],
          },
          rest: {
            skip: [
              ["chat", "id"],
              ["chat", "models"],
              ["chat", "timestamp"],
              ["chat", "params"],
              ["chat", "tags"],
              ["chat", "history", "currentId"],
              ["chat", "messages", "*", "id"],
              ["chat", "messages", "*", "parentId"],
              ["chat", "messages", "*", "childrenIds"],
              ["chat", "messages", "*", "role"],
              ["chat", "messages", "*", "timestamp"],
              ["chat", "messages", "*", "models"],
              ["chat", "messages", "*", "model"],
              ["chat", "messages", "*", "modelName"],
              ["chat", "messages", "*", "modelIdx"],
              ["chat", "messages", "*", "done"],
              ["chat", "messages", "*", "usage"],
              ["chat", "messages", "*", "statusHistory"],
              ["chat", "history", "messages", "*", "id"],
              ["chat", "history", "messages", "*", "parentId"],
              ["chat", "history", "messages", "*", "childrenIds"],
              ["chat", "history", "messages", "*", "role"],
              ["chat", "history", "messages", "*", "timestamp"],
              ["chat", "history", "messages", "*", "models"],
              ["chat", "history", "messages", "*", "model"],
              ["chat", "history", "messages", "*", "modelName"],
              ["chat", "history", "messages", "*", "modelIdx"],
              ["chat", "history", "messages", "*", "done"],
              ["chat", "history", "messages", "*", "usage"],
              ["chat", "history", "messages", "*", "statusHistory"],
            ],
          },
          format: "json",
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
    ],
    uploads: [
      {
        url: "^https?://[^?#]+/api/v1/(files|retrieval/process/file)/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
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
    send: "#send-message-button",
  },
  {
    name: "librechat",
    label: "LibreChat",
    pages: "^$",
    composer: "#prompt-textarea",
    frame: "form",
    kind: "self-hosted",
    chats: "^https?://[^?#]+/c/(?<conversation>[\\w-]+)",
    endpoints: [
      {
        url: "^https?://[^?#]+/api/(agents|assistants/v[12]|ask|edit)/(chat|chat/[^/?#]+|[^/?#]+)/?([?#]|$)",
        methods: ["POST"],
        body: {
          texts: [["text"]],
          also: [["editedContent", "text"]],
          files: [
            {
              list: ["files"],
              type: ["type"],
              size: ["size"],
              name: ["filename"],
            },
          ],
          conversation: ["conversationId"],
          rest: {
            skip: [
              ["messageId"],
              ["parentMessageId"],
              ["conversationId"],
              ["overrideParentMessageId"],
              ["overrideConvoId"],
              ["responseMessageId"],
              ["clientTimestamp"],
              ["endpoint"],
              ["endpointType"],
              ["model"],
              ["modelLabel"],
              ["modelDisplayLabel"],
              ["chatGptLabel"],
              ["sender"],
              ["key"],
              ["spec"],
              ["iconURL"],
              ["greeting"],
              ["agent_id"],
              ["assistant_id"],
              ["thread_id"],
              ["children"],
              ["ephemeralAgent"],
              ["resendFiles"],
              ["imageDetail"],
              ["maxContextTokens"],
              ["addedConvo"],
              ["temperature"],
              ["top_p"],
              ["editedContent", "index"],
              ["editedContent", "type"],
            ],
          },
          format: "json",
        },
        use: ["send", "edit", "regenerate", "continue", "retry"],
      },
    ],
    uploads: [
      {
        url: "^https?://[^?#]+/api/files(/images|/speech/stt)?/?([?#]|$)",
        methods: ["POST"],
        body: {
          format: "file",
        },
      },
    ],
    send: "#send-button, button[data-testid='send-button']",
  },
  {
    name: "generic",
    label: "",
    pages: "^$",
    composer:
      "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only'], input[type='text']",
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
//# sourceURL=shipped.js

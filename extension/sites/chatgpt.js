// @ts-check
// chatgpt.com, as public code describes it; not checked against the live site.
"use strict";
(globalThis.sottovoceSites ??= []).push({
  name: "chatgpt",
  label: "ChatGPT",
  pages: "^https://chatgpt\\.com/",
  chats: "^https://chatgpt\\.com/(?:g/[^/]+/)?c/(?<conversation>[\\w-]+)",
  endpoints: [
    {
      url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/?([?#]|$)",
      methods: ["POST"],
      body: {
        format: "json",
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
          },
        ],
        conversation: ["conversation_id"],
      },
    },
    {
      // Carries the draft before it is sent; the prompt itself follows to the endpoint above.
      url: "^https://chatgpt\\.com/backend-(api|anon)/(f/)?conversation/prepare/?([?#]|$)",
      methods: ["POST"],
    },
  ],
  composer: "#prompt-textarea",
  frame: "form",
  fresh: "https://chatgpt.com/",
});
